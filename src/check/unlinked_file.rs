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

/// Tells of each file that could be published and that no text links to. A workbook beside files of figures is kept for what was taken
/// from it, and is no report; one that lies alone holds what nobody reads.
#[must_use]
pub fn of_files<'f>(
    files: impl IntoIterator<Item = &'f RelPath>,
    linked: &BTreeSet<RelPath>,
    severity: Severity,
) -> Vec<Diagnostic> {
    let files: Vec<&RelPath> = files.into_iter().collect();
    let with_figures = files.iter().filter(|file| content::role_of(file).is_figures());
    let with_figures: BTreeSet<&str> = with_figures.map(|file| file.folder()).collect();
    let is_kept = |file: &RelPath| {
        let is_workbook = ["xlsx", "ods"].iter().any(|known| file.extension().eq_ignore_ascii_case(known));
        is_workbook && with_figures.contains(file.folder())
    };
    let could_be = files.iter().filter(|file| content::role_of(file) == FileKind::Asset);
    let unlinked = could_be.filter(|file| !(linked.contains(**file) || is_kept(file)));
    let told = unlinked.map(|file| {
        let diagnostic = Diagnostic::new(&UNLINKED_FILE, Place::File((*file).clone())).as_severe(severity);
        diagnostic.with("name", file.file_name())
    });
    told.collect()
}
