//! TOML that cannot be read, in the words of its author: what is missing where, one message a line.

use std::ops::Range;

use toml::de::Error;

use super::{
    reader::{SourceReader, Stretches},
    scalar::{NO_SUCH_DATE, NOT_A_PERIOD},
};
use crate::{diag::Code, value::Period};

/// A file that is no TOML where it should be.
pub const TOML_SYNTAX: Code = Code::error("toml-syntax")
    .args(&["detail"])
    .help("a file that is no TOML where it should be, or a line of one; what stands in that line is not read");
/// A key.
pub const DUPLICATE_KEY: Code = Code::error("duplicate-key")
    .args(&["key"])
    .help("a key, a column or a row that stands twice, so that nobody can tell which one holds");
/// A name with a dot.
pub const KEY_NEEDS_QUOTES: Code = Code::error("key-needs-quotes").args(&["key"]).help(
    "a name with a dot, a space or a letter beyond a to z that stands without quotation marks; TOML reads another name",
);
/// Tables.
pub const TOO_DEEP: Code =
    Code::error("too-deep").args(&["limit"]).help("tables, lists or quotations within each other, deeper than is read");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&TOML_SYNTAX, &DUPLICATE_KEY, &KEY_NEEDS_QUOTES, &TOO_DEEP];

/// How deep TOML may be nested; the parser's own limit.
const DEPTH: usize = 80;

/// What the parser says, by how it begins, and our word for it.
const DETAILS: [(&str, &str); 14] = [
    ("key with no value", "no-equals"),
    ("missing assignment", "no-equals"),
    ("missing value", "no-value"),
    ("string values must be quoted", "unquoted"),
    ("invalid basic string", "string-open"),
    ("invalid multi-line basic string", "string-open"),
    ("invalid literal string", "string-open"),
    ("invalid multi-line literal string", "string-open"),
    ("missing escaped value", "backslash"),
    ("unclosed table", "bracket-open"),
    ("unclosed array table", "bracket-open"),
    ("unclosed array", "list-open"),
    ("unclosed inline table", "list-open"),
    ("missing comma", "no-comma"),
];

impl SourceReader<'_> {
    /// Reports what the parser could not read, and remembers where, so that nothing is said twice.
    pub fn report_syntax(&mut self, text: &str, errors: &[Error]) {
        let mut told = Stretches::default();
        for error in errors {
            let range = error.span().unwrap_or(0..0);
            let line = line_at(text, range.start);
            if !told.contains(range.start) && !told.contains(line.start) {
                told.add(self.report_fault(text, line, range, error.message()));
            }
        }
    }

    /// Reports one fault; answers the stretch about which no more is said.
    fn report_fault(&mut self, text: &str, line: Range<usize>, range: Range<usize>, message: &str) -> Range<usize> {
        let words = text.get(line.clone()).unwrap_or_default();
        // A table whose head cannot be read leaves its lines to another one.
        let is_header = words.trim_start().starts_with('[');
        let stretch = if is_header { line.start..next_table(text, line.end) } else { line.clone() };
        if message.contains("duplicate key") {
            let key = text.get(range.clone()).unwrap_or_default().trim_matches(['"', '\'']);
            self.report(&DUPLICATE_KEY, range).add("key", key.to_owned());
            return stretch;
        }
        if let Some(name) = name_without_quotes(words) {
            let name = line.start.saturating_add(name.start)..line.start.saturating_add(name.end);
            let key = text.get(name.clone()).unwrap_or_default().to_owned();
            self.told.unquoted.push(name.start);
            if key.contains(' ') {
                self.told.broken.add(stretch.clone());
            }
            self.report(&KEY_NEEDS_QUOTES, name).add("key", key);
            return if is_header { stretch } else { line };
        }
        self.told.broken.add(stretch.clone());
        if let Some((key, date)) = impossible_date(words) {
            self.report(&NO_SUCH_DATE, range).add("key", key.to_owned()).add("text", date.to_owned());
        } else if message.contains("recursion") {
            self.report(&TOO_DEEP, range).add("limit", DEPTH.to_string());
        } else if let Some((key, date)) = foreign_date(words) {
            let start = line.start.saturating_add(words.find(date).unwrap_or(0));
            let range = start..start.saturating_add(date.len());
            self.report(&NOT_A_PERIOD, range).add("key", key.to_owned()).add("text", date.to_owned());
        } else {
            let detail = detail(words, message);
            // An open string of several lines ends with the text, far from where it begins.
            let quotes = if message.contains("multi-line") { ["\"\"\"", "'''"].as_slice() } else { &[] };
            let opening = quotes.iter().filter_map(|quotes| text.get(..range.start)?.rfind(quotes)).max();
            let range = opening.map_or(range, |at| at..at.saturating_add(3));
            self.report(&TOML_SYNTAX, range).add("detail", detail.to_owned());
        }
        stretch
    }
}

/// Returns our word for what the parser says of a line.
fn detail<'m>(line: &str, message: &'m str) -> &'m str {
    let value = line.split_once('=').map(|(_, value)| value.trim());
    match DETAILS.iter().find(|(begin, _)| message.starts_with(begin)) {
        _ if value == Some("") => "no-value",
        Some((_, detail)) => detail,
        None if value.is_some_and(|value| value.starts_with(char::is_alphanumeric)) => "unquoted",
        None => message,
    }
}

/// Returns the line a byte stands on, with its end.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let at = at.min(text.len());
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end.saturating_add(1));
    let length = text.get(start..).and_then(|rest| rest.find('\n')).map(|length| length.saturating_add(1));
    start..length.map_or(text.len(), |length| start.saturating_add(length))
}

/// Returns where the next table begins, or the end of the text.
fn next_table(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let mut at = from;
    for line in rest.split_inclusive('\n') {
        if line.trim_start().starts_with('[') {
            return at;
        }
        at = at.saturating_add(line.len());
    }
    text.len()
}

/// Finds a name that TOML wants quotation marks around: one with letters beyond a-z, or with a blank.
fn name_without_quotes(line: &str) -> Option<Range<usize>> {
    let indent = line.len().saturating_sub(line.trim_start_matches(['[', ' ', '\t']).len());
    let rest = line.get(indent..)?;
    let is_header = line.trim_start().starts_with('[');
    let end = rest.find(if is_header { ']' } else { '=' })?;
    let names = rest.get(..end)?;
    let mut start = indent;
    for name in names.split('.') {
        let word = name.trim();
        let blank = name.len().saturating_sub(name.trim_start().len());
        let odd = |c: char| (!c.is_ascii() && c.is_alphabetic()) || c == ' ';
        if !word.contains(['"', '\'']) && word.contains(odd) {
            let from = start.saturating_add(blank);
            return Some(from..from.saturating_add(word.len()));
        }
        start = start.saturating_add(name.len()).saturating_add(1);
    }
    None
}

/// Returns the key of a line and the day it states that no calendar has.
fn impossible_date(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once('=')?;
    let date = value.trim().get(..10)?;
    let shaped = date.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    (shaped && Period::parse_iso(date).is_none()).then_some((key.trim(), date))
}

/// Returns the key of a line and a date that is written as TOML does not: `30.06.2020`, `2020-6-30`.
fn foreign_date(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once('=')?;
    let date = value.trim();
    let mut parts = date.split(['-', '.', '/']);
    let digits = parts.clone().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    (digits && parts.by_ref().count() == 3).then_some((key.trim(), date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_takes_in_those_that_begin_within_it() {
        let mut stretches = Stretches::default();
        [20..25, 10..30, 30..30, 40..45, 42..50].into_iter().for_each(|stretch| stretches.add(stretch));
        let inside: Vec<usize> = (0..60).filter(|byte| stretches.contains(*byte)).collect();
        assert_eq!(inside, (10..=30).chain(40..50).collect::<Vec<_>>());
    }
}
