//! What reads one file: where it is, where its parts stand, and what was found in it.
//!
//! What a text comes to is read by `decode`, one value by `scalar`, a syntax error by `syntax`.

use std::{collections::BTreeMap, ops::Range};

use toml::{Spanned, de::DeValue};

use super::Dialect;
use crate::{
    diag::{Code, Diagnostic, Origins, Place, Severity, Span},
    schema::RecordType,
};

/// Reads one file: knows where it is, and writes down what it finds.
pub struct SourceReader<'r> {
    /// The source's place among the sources.
    pub source: u32,
    /// The whole text of the source.
    pub text: &'r str,
    /// Where the part that is being read begins in the source.
    pub offset: usize,
    /// The file's path, under which origins are remembered.
    pub record: &'r str,
    /// What the site says of numbers.
    pub context: &'r Dialect,
    /// The month in which years such as `2024/25` begin, 1 to 12: what the file itself declares wins.
    pub year_begins: Option<i8>,
    /// Where fields stand.
    pub origins: &'r mut Origins,
    /// What was found.
    pub diagnostics: &'r mut Vec<Diagnostic>,
    /// What was said already, so that one mistake is told once.
    pub told: Mistakes,
}

/// What was said already, so that one mistake is told once.
#[derive(Default)]
pub struct Mistakes {
    /// Stretches whose TOML cannot be read: what was made of them is not worth a word.
    pub broken: Stretches,
    /// The fields as a whole cannot be read.
    pub damaged: bool,
    /// Names that want quotation marks, by where they begin.
    pub unquoted: Vec<usize>,
    /// Required fields that are there under another name or in another place.
    pub excused: Vec<String>,
    /// A field of another kind of file was told of: the others of the file are there for the same reason.
    pub has_foreign: bool,
    /// The record that is being read and those around it, the outermost first.
    pub within: Vec<&'static RecordType>,
    /// Something was meant to hide the record that is being read, or the next one around it that can be hidden.
    pub is_shut: bool,
}

/// A value of the file on its way to be decoded: its key and its dotted path.
#[derive(Clone, Copy)]
pub struct DecodedItem<'i> {
    /// The key it stands under.
    pub key: &'i str,
    /// The path of the record it stands in, with a dot behind it unless it is empty.
    pub path: &'i str,
    /// The value.
    pub value: &'i Spanned<DeValue<'i>>,
}

impl SourceReader<'_> {
    /// Returns the span of a range of the part that is being read.
    pub fn span(&self, range: Range<usize>) -> Span {
        let at = |byte: usize| u32::try_from(self.offset.saturating_add(byte)).unwrap_or(u32::MAX);
        Span { source: self.source, start: at(range.start), end: at(range.end) }
    }

    /// Reports what is wrong at a range.
    pub fn report(&mut self, code: &'static Code, range: Range<usize>) -> &mut Diagnostic {
        let place = Place::Span(self.span(range));
        self.diagnostics.push(Diagnostic::new(code, place));
        self.diagnostics.last_mut().expect("one was just pushed")
    }

    /// Warns at a range of what is an error elsewhere.
    pub fn warn(&mut self, code: &'static Code, range: Range<usize>) -> &mut Diagnostic {
        let diagnostic = self.report(code, range);
        diagnostic.severity = Severity::Warning;
        diagnostic
    }
}

impl DecodedItem<'_> {
    /// Returns its key without the places of list items.
    pub fn name(&self) -> String {
        self.key.split('.').next().unwrap_or(self.key).to_owned()
    }
}

/// Stretches of a text, found by what they hold: a file may be full of faults. None lies within another.
#[derive(Default)]
pub struct Stretches(BTreeMap<usize, usize>);

impl Stretches {
    /// Adds a stretch, with those that begin within it. A fault at the very end of a text has no byte of its own and
    /// is given the one behind it.
    pub fn add(&mut self, stretch: Range<usize>) {
        let end = stretch.end.max(stretch.start.saturating_add(1));
        let within: Vec<usize> = self.0.range(stretch.start..end).map(|(start, _)| *start).collect();
        let ends = within.iter().filter_map(|start| self.0.remove(start));
        let end = ends.fold(end, usize::max);
        self.0.insert(stretch.start, end);
    }

    /// Tells whether a byte lies in one of them.
    pub fn contains(&self, byte: usize) -> bool {
        self.0.range(..=byte).next_back().is_some_and(|(_, end)| byte < *end)
    }

    /// Tells whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
