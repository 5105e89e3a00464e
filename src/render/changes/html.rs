//! As a page of its own, to mail or to keep beside a merge request.

use serde::Serialize;
use tera::Context;

use super::Scribe;
use crate::{
    diag::{Diagnostic, Finding},
    locale::Locale,
    render::templates,
    view::changes::{Changes, Levels, Line},
};

const TEMPLATE: &str = "changes.html";

/// What the page is drawn from.
#[derive(Serialize)]
struct Page<'c> {
    language: &'static str,
    site: &'c str,
    title: String,
    head: [String; 3],
    rows: Vec<Row<'c>>,
    totals_title: String,
    totals: Vec<Row<'c>>,
    levels_title: String,
    levels: &'c [Levels],
    findings_title: String,
    findings: &'c [Finding],
    unreadable_title: String,
    unreadable: &'c [String],
}

/// A row of a table: what changed, and both values.
#[derive(Serialize)]
struct Row<'c> {
    direction: &'static str,
    name: String,
    what: &'c str,
    remarks: String,
    has_values: bool,
    before: String,
    after: String,
}

/// Writes changes as one page without scripts, which needs no other file.
///
/// # Errors
///
/// Answers what is wrong with its template, which the tests draw.
pub fn html(changes: &Changes, locale: &Locale) -> Result<String, Diagnostic> {
    let scribe = Scribe::new(changes, locale);
    let title =
        if changes.is_empty() { scribe.tell("diff-none") } else { scribe.count("diff-title", changes.lines.len()) };
    let totals = changes.totals.iter().map(|total| {
        let values = scribe.pair(total.before.as_ref(), total.after.as_ref());
        Row::new(total.name.clone(), &total.what, values)
    });
    let page = Page {
        language: changes.language,
        site: &changes.site,
        title,
        head: ["diff-change", "diff-before", "diff-after"].map(|key| scribe.tell(key)),
        rows: changes.lines.iter().map(|line| row(&scribe, line)).collect(),
        totals_title: scribe.tell("diff-totals"),
        totals: totals.collect(),
        levels_title: scribe.tell("diff-levels"),
        levels: &changes.levels,
        findings_title: scribe.count("diff-findings", changes.findings.len()),
        findings: &changes.findings,
        unreadable_title: scribe.tell("diff-unreadable"),
        unreadable: &changes.unreadable,
    };
    let template = (TEMPLATE.to_owned(), include_str!("changes.html").to_owned());
    let tera = templates::engine(&[], &[template]).map_err(|mut faults| faults.swap_remove(0))?;
    let context = Context::from_serialize(&page).map_err(|error| templates::diagnose(&error))?;
    tera.render(TEMPLATE, &context).map_err(|error| templates::diagnose(&error))
}

impl<'c> Row<'c> {
    fn new(name: String, what: &'c str, values: Option<(String, String)>) -> Self {
        let has_values = values.is_some();
        let (before, after) = values.unwrap_or_default();
        Self { direction: "", name, what, remarks: String::new(), has_values, before, after }
    }
}

fn row<'c>(scribe: &Scribe<'_>, line: &'c Line) -> Row<'c> {
    Row {
        direction: line.direction.map_or("", |direction| direction.word()),
        remarks: scribe.remarks(line).join(", "),
        ..Row::new(scribe.name(line), &line.what, scribe.values(line))
    }
}
