//! fremdrift turns a tree of plans and dated status updates into a published report site.

pub mod chart;
pub mod check;
pub mod compare;
pub mod content;
pub mod diag;
pub mod draft;
pub mod figure;
pub mod git;
pub mod history;
pub mod locale;
pub mod model;
pub mod output;
pub mod pipeline;
pub mod published;
pub mod render;
pub mod schema;
pub mod site;
pub mod summary;
mod svg;
mod table;
pub mod tree;
pub mod value;
pub mod view;
pub mod wording;

// Building a site is what the library is for.
pub use pipeline::build;

/// Returns every code of the library, each with the room it is declared in. The program has a few of its own.
#[must_use]
pub fn codes() -> Vec<(&'static str, &'static diag::Code)> {
    let rooms = [
        ("diag", diag::CODES),
        ("tree", tree::CODES),
        ("output", output::CODES),
        ("content", content::CODES),
        ("git", git::CODES),
        ("history", history::CODES),
        ("model", model::CODES),
        ("site", site::CODES),
        ("render", render::CODES),
        ("pipeline", pipeline::CODES),
        ("published", published::CODES),
        ("draft", draft::CODES),
    ];
    let files = rooms.into_iter().flat_map(|(room, files)| files.iter().map(move |codes| (room, *codes)));
    let mut all: Vec<_> = files.flat_map(|(room, codes)| codes.iter().map(move |code| (room, *code))).collect();
    for code in check::CHECKS.iter().flat_map(|check| check.codes()) {
        // A check may find what the parser of a text finds already: a link out of the site is a broken one.
        if !all.iter().any(|(_, known)| *known == code) {
            all.push(("check", code));
        }
    }
    all
}
