//! For programs; `docs/changes.schema.json` describes it.

use crate::view::changes::Changes;

/// Writes changes as JSON.
#[must_use]
pub fn json(changes: &Changes) -> String {
    serde_json::to_string_pretty(changes).expect("changes hold nothing but texts, numbers and lists")
}
