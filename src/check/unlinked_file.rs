//! Files that no text links to, in the folder of a plan, of a report or of pages: they are not published, however visible they lie there.

use std::collections::BTreeSet;

use super::{Check, nothing_of_a_plan};
use crate::{
    content::{self, FileKind},
    diag::{Code, Diagnostic, Place, Severity},
    value::RelPath,
};

/// Files in the folder of a plan that no text links to.
const UNLINKED_FILE: Code = Code::warning("unlinked-file").args(&["name"]).help(
    "a document or picture that no text links to or shows, so that it is not published: a report in Word beside the files of \
     the report is read by nobody",
);
/// Files in the folder of a plan that no text links to.
pub const CHECK: Check = Check::new(&UNLINKED_FILE, nothing_of_a_plan);

/// Tells of each file that could be published and that no text links to. In the folders of plans a workbook is kept for the
/// figures that were taken from it, and is no report.
#[must_use]
pub fn of_files<'f>(
    files: impl IntoIterator<Item = &'f RelPath>,
    linked: &BTreeSet<RelPath>,
    severity: Severity,
) -> Vec<Diagnostic> {
    let is_of_a_plan = |file: &RelPath| file.as_str().starts_with("content/plans/");
    let files = files.into_iter().filter(|file| content::role_of(file) == FileKind::Asset);
    let is_workbook = |file: &RelPath| ["xlsx", "ods"].iter().any(|known| file.extension().eq_ignore_ascii_case(known));
    let unlinked = files.filter(|file| !(linked.contains(*file) || is_of_a_plan(file) && is_workbook(file)));
    let told = unlinked.map(|file| {
        Diagnostic::new(&UNLINKED_FILE, Place::File(file.clone())).as_severe(severity).with("name", file.file_name())
    });
    told.collect()
}
