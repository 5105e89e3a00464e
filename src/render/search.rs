//! The index of the search as a script: on a file share a page may load scripts, but fetch nothing.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Theme;
use crate::view::SearchIndex;

/// What the script of the search is given.
#[derive(Serialize)]
struct Given<'a> {
    index: &'a SearchIndex,
    /// The shapes of statuses, by their tone: a `<symbol>` each.
    shapes: BTreeMap<&'a str, &'a str>,
}

impl Theme {
    /// Writes the index of the search in UTF-8: a call of what `search.js` defines.
    #[must_use]
    pub fn search_script(&self, index: &SearchIndex) -> Vec<u8> {
        let shapes = index.statuses.iter().filter_map(|chip| Some((chip.tone, self.shapes.get(chip.tone)?.as_str())));
        let given = Given { index, shapes: shapes.collect() };
        let json = serde_json::to_string(&given).unwrap_or_else(|_| unreachable!("texts are JSON"));
        format!("fremdriftSearch({json});\n").into_bytes()
    }

    /// Writes the words of statuses, which are asked for where names answer little: a call of what `search.js` defines.
    #[must_use]
    pub fn search_texts(&self, index: &SearchIndex) -> Vec<u8> {
        let json = serde_json::to_string(&index.texts).unwrap_or_else(|_| unreachable!("texts are JSON"));
        format!("fremdriftTexts({json});\n").into_bytes()
    }
}
