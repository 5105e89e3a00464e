//! Something that was recorded, as a row of a history.

use jiff::Timestamp;

use super::ChangeLine;
use crate::{
    locale::Language,
    value::{Date, Id, RelPath},
};

/// Something that was recorded.
#[derive(Clone, Debug)]
pub struct LogRow {
    /// The place of the commit in the history.
    pub place: usize,
    /// The day it was recorded.
    pub recorded: Date,
    /// The second it was recorded.
    pub at: Timestamp,
    /// The commit, by its first digits.
    pub commit: String,
    /// What changed, in words.
    pub line: ChangeLine,
    /// The language of the words.
    pub language: Language,
    /// The edition it corrects.
    pub corrects: Option<Id>,
    /// The edition that told of its report before it came to that.
    pub late: Option<Id>,
    /// Where the reader finds the record.
    pub page: RelPath,
    /// The anchor there.
    pub fragment: Option<String>,
    /// The measure it is about.
    pub measure: Option<Id>,
    /// The committees it concerns.
    pub committees: Vec<Id>,
}
