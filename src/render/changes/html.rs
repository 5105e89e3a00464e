//! What a change makes the report say, as a page of its own, to mail or to keep beside a merge request.

use serde::Serialize;
use tera::Context;

use super::{AFTER, BEFORE, CHANGE, FINDINGS, LEVELS, LineContext, NONE, TOTALS, UNREADABLE};
use crate::{
    diag::{Diagnostic, Finding},
    locale::{Locale, Word},
    render::templates,
    wording::Changes,
};

const TEMPLATE: &str = "changes.html";

/// What the page is drawn from.
#[derive(Serialize)]
struct ChangesPage<'c> {
    language: &'static str,
    site: &'c str,
    title: String,
    head: [String; 3],
    tables: Vec<ChangesTable<'c>>,
    findings_title: String,
    findings: &'c [Finding],
    unreadable_title: String,
    unreadable: &'c [String],
}

/// A table of what changed, plan by plan. The first has the title of the page.
#[derive(Serialize)]
struct ChangesTable<'c> {
    title: String,
    groups: Vec<ChangesRows<'c>>,
}

/// Rows, and the plan they are all about.
#[derive(Serialize)]
struct ChangesRows<'c> {
    plan: Option<&'c str>,
    rows: Vec<ChangesRow>,
}

/// A row of a table: what changed, and both values where it has any.
#[derive(Serialize)]
struct ChangesRow {
    direction: &'static str,
    name: String,
    remarks: String,
    values: Vec<String>,
}

/// Writes changes as one page without scripts, which needs no other file.
///
/// # Errors
///
/// Answers what is wrong with its template, which the tests draw.
pub fn html(changes: &Changes, locale: &Locale) -> Result<String, Diagnostic> {
    let scribe = LineContext::new(&changes.lines, locale);
    let groups = scribe.groups(&changes.lines).into_iter().map(|group| {
        let rows = group.lines.into_iter().map(|line| ChangesRow {
            direction: line.direction.map_or("", |direction| direction.word()),
            remarks: scribe.remarks(line).join(", "),
            ..ChangesRow::new(format!("{}, {}", line.name, line.what), scribe.values(line))
        });
        ChangesRows { plan: group.plan, rows: rows.collect() }
    });
    let totals = changes.totals.iter().map(|total| {
        let values = scribe.pair(total.before.as_ref(), total.after.as_ref());
        ChangesRow::new(format!("{}, {}", total.name, total.what), values)
    });
    let levels = changes
        .levels
        .iter()
        .map(|levels| ChangesRow::new(levels.name.clone(), Some((levels.before.clone(), levels.after.clone()))));
    let whole =
        |word: &Word, rows| ChangesTable { title: scribe.tell(word), groups: vec![ChangesRows { plan: None, rows }] };
    let mut tables = vec![
        ChangesTable { title: String::new(), groups: groups.collect() },
        whole(&TOTALS, totals.collect()),
        whole(&LEVELS, levels.collect()),
    ];
    tables.retain(|table| table.groups.iter().any(|group| !group.rows.is_empty()));
    let page = ChangesPage {
        language: changes.language,
        site: &changes.site,
        title: if changes.is_empty() { scribe.tell(&NONE) } else { scribe.title(changes) },
        head: [&CHANGE, &BEFORE, &AFTER].map(|word| scribe.tell(word)),
        tables,
        findings_title: scribe.count(&FINDINGS, changes.findings.len()),
        findings: &changes.findings,
        unreadable_title: scribe.tell(&UNREADABLE),
        unreadable: &changes.unreadable,
    };
    let template = (TEMPLATE.to_owned(), include_str!("changes.html").to_owned());
    let tera = templates::engine(&[], &[template]).map_err(|mut faults| faults.swap_remove(0))?;
    let context = Context::from_serialize(&page).map_err(|error| templates::diagnose(&error))?;
    tera.render(TEMPLATE, &context).map_err(|error| templates::diagnose(&error))
}

impl ChangesRow {
    fn new(name: String, values: Option<(String, String)>) -> Self {
        let values = values.map_or_else(Vec::new, |(before, after)| vec![before, after]);
        Self { direction: "", name, remarks: String::new(), values }
    }
}
