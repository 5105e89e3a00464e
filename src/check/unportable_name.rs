//! Names of files that Windows does not take: a colleague could not fetch the site there.

use super::{Check, nothing_of_a_plan};
use crate::{
    diag::{Code, Diagnostic, Place, Severity},
    output::windows_refusal,
    value::RelPath,
};

/// Names of files that Windows does not take.
const UNPORTABLE_NAME: Code = Code::warning("unportable-name").args(&["what", "name"]).help(
    "a file or folder whose name Windows does not take (`con`, `aux`, a dot or a blank at the end, `?`), or whose path is so long that \
     programs there cannot open it",
);
/// Names of files that Windows does not take.
pub const CHECK: Check = Check::new(&UNPORTABLE_NAME, nothing_of_a_plan);

/// The most characters of a path within the site: Windows takes 260 with the folders that lead to it.
const LONGEST: usize = 200;

/// Tells of each file whose name, or that of a folder it lies in, Windows does not take. A folder is told once, with its first file.
#[must_use]
pub fn of_files<'f>(files: impl IntoIterator<Item = &'f RelPath>, severity: Severity) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut told: Option<(String, &str)> = None;
    for file in files {
        let told_of = |what: &str, name: &str| {
            let place = Place::File(file.clone());
            Diagnostic::new(&UNPORTABLE_NAME, place).as_severe(severity).with("what", what).with("name", name)
        };
        let mut folder = String::new();
        let refused = file.parts().find_map(|part| {
            folder.push_str(part);
            folder.push('/');
            windows_refusal(part).map(|what| (what, part))
        });
        match refused {
            Some((what, part)) if told != Some((folder.clone(), what)) => {
                found.push(told_of(what, part));
                told = Some((folder, what));
            }
            None if file.as_str().chars().count() > LONGEST => found.push(told_of("long", file.as_str())),
            _ => {}
        }
    }
    found
}
