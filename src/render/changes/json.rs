//! What a change makes the report say, for programs; `docs/changes.schema.json` describes it.

use std::borrow::Cow;

use serde::Serialize;

use crate::{
    summary::ChangeLine,
    value::mask_personal_numbers,
    wording::{CHANGES_VERSION, Changes, CommitEntry},
};

/// Writes changes as JSON.
#[must_use]
pub fn json(changes: &Changes) -> String {
    let mut changes = changes.clone();
    changes.lines.iter_mut().for_each(cover_ids);
    serde_json::to_string_pretty(&changes).expect("changes hold nothing but texts, numbers and lists")
}

/// Writes the story of a record, or without its id that of the whole site, as JSON.
#[must_use]
pub fn story_json(id: Option<&str>, chapters: &[CommitEntry]) -> String {
    #[derive(Serialize)]
    struct ChangesDocument<'d> {
        version: u32,
        id: Option<&'d str>,
        chapters: &'d [CommitEntry],
    }
    let mut chapters = chapters.to_vec();
    chapters.iter_mut().flat_map(|chapter| &mut chapter.lines).for_each(cover_ids);
    let id = id.map(mask_personal_numbers);
    let document = ChangesDocument { version: CHANGES_VERSION, id: id.as_deref(), chapters: &chapters };
    serde_json::to_string_pretty(&document).expect("a story holds nothing but texts, numbers and lists")
}

/// Covers the personal numbers in what a line is known by: names of files, and of rows and columns.
fn cover_ids(line: &mut ChangeLine) {
    let subject = &mut line.subject;
    let ids = [Some(&mut subject.id), subject.plan.as_mut(), subject.within.as_mut(), line.field.as_mut()];
    for id in ids.into_iter().flatten() {
        if let Cow::Owned(masked) = mask_personal_numbers(id) {
            *id = masked;
        }
    }
}
