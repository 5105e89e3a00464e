//! Reports that are being written: what their files still lack.
//!
//! A report is a draft while its `index.md` says so; nobody is shown anything of it but those who write it. Promises to tell of
//! nothing that anything else than that mark hides.

use super::{FileKind, Hidden, Record, marks, viewer::Audience};
use crate::{
    diag::{Code, Diagnostic, FieldRef, Place},
    schema::records,
    value::Date,
};

const DRAFT_REPORT: Code = Code::warning("draft-report")
    .args(&["report", "count", "all"])
    .help("a report that is not shown because its `index.md` says that it is a draft");
const DRAFT_LACKS: Code = Code::warning("draft-lacks")
    .args(&["what"])
    .help("a status in the draft of a report that lacks its level, its words or both");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&DRAFT_REPORT, &DRAFT_LACKS];

/// Returns the `index.md` of each report that is a draft, and the statuses in its folder.
#[must_use]
pub fn drafts_of_reports(records: &[Record], as_of: Date) -> Vec<Record> {
    let is_draft = |record: &&Record| record.role == FileKind::Update && is_draft(record, as_of);
    let folders: Vec<&str> = records.iter().filter(is_draft).map(|index| index.file.folder()).collect();
    let is_in_one = |record: &&Record| {
        matches!(record.role, FileKind::Update | FileKind::Status) && folders.contains(&record.file.folder())
    };
    if folders.is_empty() { Vec::new() } else { records.iter().filter(is_in_one).cloned().collect() }
}

/// Tells of the reports that are drafts, and of each status in them what it lacks.
#[must_use]
pub fn unfinished(all: &[Record], hidden: &Hidden) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if hidden.plan() {
        return found;
    }
    for index in all.iter().filter(|record| record.role == FileKind::Update) {
        let is_told = |record: &&Record| {
            record.role == FileKind::Status
                && record.file.folder() == index.file.folder()
                && !hidden.measure(&record.id)
                && !has_other_mark(record)
        };
        let statuses = || all.iter().filter(is_told);
        let lacking: Vec<(&Record, &str)> = statuses().filter_map(|status| Some((status, lack_of(status)?))).collect();
        let report = index.report.map(|report| report.iso()).unwrap_or_default();
        let place = Place::Subject(FieldRef::new(index.file.as_str(), marks::NAME));
        let diagnostic = Diagnostic::new(&DRAFT_REPORT, place).with("report", report);
        let (count, of) = (lacking.len().to_string(), statuses().count().to_string());
        found.push(diagnostic.with("count", count).with("all", of));
        let told = lacking.into_iter().map(|(status, what)| {
            let place = Place::Subject(FieldRef::new(status.file.as_str(), ""));
            Diagnostic::new(&DRAFT_LACKS, place).with("what", what)
        });
        found.extend(told);
    }
    found
}

/// Tells whether a record is a draft, and nothing else hides it.
fn is_draft(record: &Record, as_of: Date) -> bool {
    let fields = &record.fields;
    let is_marked = fields.get(&records::VISIBILITY).is_some_and(|word| word.0 == Audience::Draft.word());
    is_marked && fields.get(&records::EMBARGO).is_none_or(|until| *until <= as_of)
}

fn has_other_mark(record: &Record) -> bool {
    record.fields.get(&records::VISIBILITY).is_some() || record.fields.get(&records::EMBARGO).is_some()
}

/// Returns what a status lacks.
fn lack_of(status: &Record) -> Option<&'static str> {
    let has_level = [records::LEVEL.spec.name, records::LIFECYCLE.spec.name]
        .into_iter()
        .any(|name| status.fields.value(name).is_some());
    match (has_level, !status.words.is_empty()) {
        (true, true) => None,
        (true, false) => Some("words"),
        (false, true) => Some("level"),
        (false, false) => Some("both"),
    }
}
