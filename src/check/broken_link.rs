//! Links and pictures that lead nowhere.

use super::{Check, CheckInput, Findings};
use crate::{
    content::{self, BROKEN_LINK, FileKind, MISSING_PICTURE},
    diag::{Code, Diagnostic, Place, Severity},
    value::{Link, LinkTarget, Prose, RelPath, SourceRange},
};

/// Links and pictures that lead nowhere.
pub const CHECK: Check = Check::new(&BROKEN_LINK, run).also(&[&BROKEN_FRAGMENT, &UNPUBLISHED_LINK, &MISSING_PICTURE]);

/// A link to a file that is there and of a kind that is not published.
pub const UNPUBLISHED_LINK: Code = Code::error("unpublished-link")
    .args(&["target", "known"])
    .help("a link to a file that lies there and is of a kind that is not published");

/// A heading, or a report of a measure, that is not there.
pub const BROKEN_FRAGMENT: Code = Code::error("broken-fragment")
    .args(&["target"])
    .help("a link to a heading that its page does not have, or to a report that its measure does not have");

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for (file, words) in scene.texts() {
        for prose in words.each() {
            let severity = findings.severity;
            links(prose, file, scene.files, severity, findings.found);
            pictures(prose, file, scene.files, severity, findings.found);
        }
    }
}

/// Notes the links of a text that lead to no file of the site.
pub fn links(prose: &Prose, file: &str, files: &[RelPath], severity: Severity, found: &mut Vec<Diagnostic>) {
    for Link { target, at } in prose.links() {
        let LinkTarget::Inside(path, fragment) = target else { continue };
        let place = || place(file, *at);
        // There is always a front page, whether it has words of its own or not.
        let is_front = path.as_str() == content::SitePaths::FRONT;
        let is_file = is_front
            || files.binary_search(path).is_ok() && !matches!(content::role_of(path), FileKind::Stray | FileKind::Site);
        if !is_file && files.binary_search(path).is_ok() {
            let diagnostic = told(&UNPUBLISHED_LINK, severity, place()).with("target", path.as_str());
            found.push(diagnostic.with("known", content::published_kinds()));
        } else if !is_file {
            let suggestion = nearest(path, files);
            let diagnostic = told(&BROKEN_LINK, severity, place()).with("target", path.as_str());
            found.push(diagnostic.with("suggestion", suggestion));
        } else if let Some(fragment) = fragment.as_ref().filter(|fragment| !is_anchor(path, fragment, files)) {
            found.push(told(&BROKEN_FRAGMENT, severity, place()).with("target", fragment.as_str()));
        }
    }
}

/// Notes the pictures of a text that are no files of the site.
pub fn pictures(prose: &Prose, file: &str, files: &[RelPath], severity: Severity, found: &mut Vec<Diagnostic>) {
    for picture in prose.pictures() {
        if files.binary_search(&picture.file).is_err() || content::role_of(&picture.file) != FileKind::Asset {
            let diagnostic = told(&MISSING_PICTURE, severity, place(file, picture.at));
            found.push(diagnostic.with("target", picture.file.as_str()));
        }
    }
}

/// Tells whether a page has an anchor. A measure has one for each report on its plan; the anchors of
/// ordinary pages are known only when they are made.
fn is_anchor(path: &RelPath, fragment: &str, files: &[RelPath]) -> bool {
    match content::role_of(path) {
        FileKind::Measure => {
            let plan: Vec<&str> = path.parts().take(3).collect();
            let folder = format!("{}/updates/{fragment}", plan.join("/"));
            !crate::tree::below(files, &folder).is_empty()
        }
        _ => true,
    }
}

/// Makes a diagnostic as loud as the site wants the check.
fn told(code: &'static Code, severity: Severity, place: Place) -> Diagnostic {
    Diagnostic::new(code, place).as_severe(severity)
}

fn place(file: &str, at: SourceRange) -> Place {
    Place::Written(file.to_owned(), at)
}

/// Returns the file of the same name, else the one with the nearest path.
fn nearest(path: &RelPath, files: &[RelPath]) -> String {
    let same = |known: &RelPath| known.file_name().to_lowercase() == path.file_name().to_lowercase();
    let same_name = files.iter().find(|known| *known != path && same(known));
    same_name.map_or_else(String::new, ToString::to_string)
}
