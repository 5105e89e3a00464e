//! Marks that hide nothing anybody knows: of a measure that is none, or of a folder that goes by another file.
//!
//! A mark drops its record before anything is asked of it, so what would be a mistake in an open file (`indeks.md` in the folder of
//! a report is a status of no measure) was silence in a marked one, and the report its author meant to hide went out.

use std::collections::BTreeSet;

use super::{FileKind, Record, Viewer, hiding_words::is_mark, marks, scan::writes_a_mark};
use crate::{
    diag::{Code, Diagnostic, FieldRef, Place},
    value::{Id, RelPath, marked_utf16},
};

const MARK_MISSES: Code = Code::error("mark-misses").args(&["what", "name"]).help(
    "a mark that hides nothing, or not what it seems to be meant for: a status of no measure, a file called as if it stood for its folder, a file that is not read, a front page beside open plans",
);

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&MARK_MISSES];

/// Returns what is said of marks in a plan that hide nothing. Where all of a plan or of a report is hidden, none is missed.
#[must_use]
pub fn missed_marks(records: &[Record], viewer: Viewer) -> Vec<Diagnostic> {
    let is_hidden = |record: &&Record| !viewer.may_see(&record.fields);
    let hidden_heads = records.iter().filter(is_hidden);
    let folders: BTreeSet<&str> = hidden_heads
        .clone()
        .filter(|record| record.role == FileKind::Update)
        .map(|index| index.file.folder())
        .collect();
    if hidden_heads.clone().any(|record| record.role == FileKind::Plan) {
        return Vec::new();
    }
    let has = |role: FileKind, id: &Id| {
        records.iter().any(|record| record.role == role && (record.id == *id || record.file.stem() == id.as_str()))
    };
    let what = |record: &Record| match record.role {
        FileKind::Measure if stands_for_folder(record.file.stem(), true) => Some("folder"),
        FileKind::Status if folders.contains(record.file.folder()) || has(FileKind::Measure, &record.id) => None,
        FileKind::Status if has(FileKind::Table, &record.id) => Some("table"),
        FileKind::Status => Some("status"),
        _ => None,
    };
    let missed = records.iter().filter(is_hidden).filter_map(|record| Some((record, what(record)?)));
    missed.map(|(record, what)| missed_mark(&record.file, &record.fields, what, record.file.stem())).collect()
}

/// Returns what is said of hidden pages that are called as if they stood for their folder, where something in it is shown.
#[must_use]
pub fn missed_page_marks(hidden: &BTreeSet<RelPath>, shown: &[Record]) -> Vec<Diagnostic> {
    let is_open = |file: &RelPath| shown.iter().any(|page| page.file.folder() == file.folder());
    let stands = |file: &&RelPath| {
        !file.stem().eq_ignore_ascii_case("index") && stands_for_folder(file.stem(), false) && is_open(file)
    };
    hidden.iter().filter(stands).map(|file| missed(Place::File(file.clone()), "page", file.stem())).collect()
}

/// Says that the mark of the front page hides no plan.
#[must_use]
pub fn front_page_mark(file: &RelPath) -> Diagnostic {
    missed(Place::File(file.clone()), "site", file.stem())
}

/// Says that a file which is not read bears a mark, if it does.
#[must_use]
pub fn mark_in_stray(file: &RelPath, bytes: &[u8]) -> Option<Diagnostic> {
    let text = marked_utf16(bytes).map_or_else(|| String::from_utf8_lossy(bytes), |(text, _)| text.into());
    let is_marked = matches!(file.extension(), "md" | "toml") && writes_a_mark(&text);
    is_marked.then(|| missed(Place::File(file.clone()), "stray", file.file_name()))
}

fn missed_mark(file: &RelPath, fields: &crate::schema::Fields, what: &'static str, name: &str) -> Diagnostic {
    let mark = fields.values.iter().map(|(name, _)| *name).find(|name| is_mark(name)).unwrap_or(marks::NAME);
    missed(Place::Subject(FieldRef::new(file.as_str(), mark)), what, name)
}

fn missed(place: Place, what: &'static str, name: &str) -> Diagnostic {
    Diagnostic::new(&MARK_MISSES, place).with("what", what).with("name", name)
}

/// Tells whether a file is called as if it stood for its folder: `index`, `00-index`, `indeks`. A page called `readme` is a page.
fn stands_for_folder(stem: &str, is_record: bool) -> bool {
    let bare: String = stem.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    matches!(bare.as_str(), "index" | "indeks" | "inddeks") || is_record && bare == "readme"
}
