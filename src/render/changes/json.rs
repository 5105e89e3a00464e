//! What a change makes the report say, for programs; `docs/changes.schema.json` describes it.

use serde::Serialize;

use crate::wording::{CHANGES_VERSION, Changes, CommitEntry};

/// Writes changes as JSON.
#[must_use]
pub fn json(changes: &Changes) -> String {
    serde_json::to_string_pretty(changes).expect("changes hold nothing but texts, numbers and lists")
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
    let document = ChangesDocument { version: CHANGES_VERSION, id, chapters };
    serde_json::to_string_pretty(&document).expect("a story holds nothing but texts, numbers and lists")
}
