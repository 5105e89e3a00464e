//! What a change makes the report say, as a page of its own, to mail or to keep beside a merge request.

use serde::Serialize;
use tera::Context;

use super::{AFTER, BEFORE, CHANGE, FINDINGS, LEVELS, LineContext, NONE, TOTALS, UNREADABLE};
use crate::{
    diag::{Diagnostic, Finding},
    locale::{Locale, Word},
    render::templates,
    summary::ChangeLine,
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
    /// The language of the plan's name, where it is another than the page's.
    lang: Option<&'static str>,
    rows: Vec<ChangesRow>,
}

/// A row of a table: what changed, and both values where it has any.
#[derive(Serialize)]
struct ChangesRow {
    direction: &'static str,
    name: Vec<PartInLanguage>,
    remarks: String,
    values: Vec<PartInLanguage>,
}

/// Some words, and their language where it is another than the page's.
#[derive(Serialize)]
struct PartInLanguage {
    text: String,
    lang: Option<&'static str>,
}

/// Writes changes as one page without scripts, which needs no other file.
///
/// # Errors
///
/// Answers what is wrong with its template, which the tests draw.
pub fn html(changes: &Changes, locale: &Locale) -> Result<String, Diagnostic> {
    let scribe = LineContext::new(&changes.lines, locale);
    let groups = scribe.groups(&changes.lines).into_iter().map(|group| {
        let lang_of = |line: &ChangeLine| changes.languages.get(line.subject.plan.as_deref()?).copied();
        let lang = group.lines.first().and_then(|line| lang_of(line));
        let rows = group.lines.into_iter().map(|line| {
            let lang = lang_of(line);
            let [is_old, is_new] =
                [&line.before, &line.after].map(|value| value.as_ref().is_some_and(|value| value.quoted));
            let values = scribe.values(line).map(|(before, after)| {
                [(before, is_old), (after, is_new)]
                    .map(|(text, is_own)| PartInLanguage { text, lang: lang.filter(|_| is_own) })
            });
            ChangesRow {
                direction: line.direction.map_or("", |direction| direction.word()),
                remarks: scribe.remarks(line).join(", "),
                name: PartInLanguage::parted(&format!("{}, {}", line.name, line.what), &line.own_words, lang),
                values: values.into_iter().flatten().collect(),
            }
        });
        ChangesRows { plan: group.plan, lang, rows: rows.collect() }
    });
    let totals = changes.totals.iter().map(|total| {
        let values = scribe.pair(total.before.as_ref(), total.after.as_ref());
        let lang = changes.languages.get(&total.plan).copied();
        let name =
            PartInLanguage::parted(&format!("{}, {}", total.name, total.what), std::slice::from_ref(&total.name), lang);
        ChangesRow::new(name, values)
    });
    let levels = changes.levels.iter().map(|levels| {
        ChangesRow::new(
            PartInLanguage::parted(&levels.name, &[], None),
            Some((levels.before.clone(), levels.after.clone())),
        )
    });
    let whole = |word: &Word, rows| ChangesTable {
        title: scribe.tell(word),
        groups: vec![ChangesRows { plan: None, lang: None, rows }],
    };
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
    fn new(name: Vec<PartInLanguage>, values: Option<(String, String)>) -> Self {
        let values = values.map_or_else(Vec::new, |(before, after)| vec![before, after]);
        let values = values.into_iter().map(|text| PartInLanguage { text, lang: None }).collect();
        Self { direction: "", name, remarks: String::new(), values }
    }
}

impl PartInLanguage {
    /// Parts a text into words of the page and those of an author, which stand in it one behind the other.
    fn parted(text: &str, own: &[String], lang: Option<&'static str>) -> Vec<Self> {
        let mut parts = Vec::new();
        let mut rest = text;
        for words in own.iter().filter(|words| lang.is_some() && !words.is_empty()) {
            let Some((before, behind)) = rest.split_once(words.as_str()) else { continue };
            parts.push(Self { text: before.to_owned(), lang: None });
            parts.push(Self { text: words.clone(), lang });
            rest = behind;
        }
        parts.push(Self { text: rest.to_owned(), lang: None });
        parts.retain(|part| !part.text.is_empty());
        parts
    }
}
