//! TOML that cannot be read, in the words of its author: what is missing where, one message a line.

use std::ops::Range;

use toml::de::Error;

use super::{
    hiding_words::is_mark,
    marks,
    mend::{self, BrokenStatement, Mend},
    reader::{SourceReader, Stretches},
    scalar::{self, NO_SUCH_DATE, NOT_A_PERIOD},
    statements::{is_faulty, statements},
};
use crate::{
    diag::Code,
    schema::{FieldSpec, KeyType, RecordType, records},
    value::{Id, Period, meant_date},
};

/// A file that is no TOML where it should be.
pub const TOML_SYNTAX: Code = Code::error("toml-syntax")
    .args(&["detail", "text", "cure", "second"])
    .help("a file that is no TOML where it should be, or a line of one; what stands in that line is not read");
/// A key.
pub const DUPLICATE_KEY: Code = Code::error("duplicate-key")
    .args(&["key", "suggestion?"])
    .help("a key, a column or a row that stands twice, so that nobody can tell which one holds");
/// A name with a dot.
pub const KEY_NEEDS_QUOTES: Code = Code::error("key-needs-quotes").args(&["key"]).help(
    "a name with a dot, a space or a letter beyond a to z that stands without quotation marks; TOML reads another name",
);
/// A key that is not read.
pub const UNKNOWN_KEY: Code = Code::error("unknown-key")
    .args(&["key", "record", "home", "table?", "field?", "suggestion?"])
    .help("a key that the format does not have at that place");
/// Fields that withhold something, wherever they are read: what is written with one is never to be removed.
static WITHHOLDING: [&FieldSpec; 2] = [&records::SUPPRESS_BELOW.spec, &records::HISTORY_REDACT.spec];
/// Tables.
pub const TOO_DEEP: Code =
    Code::error("too-deep").args(&["limit"]).help("tables, lists or quotations within each other, deeper than is read");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&TOML_SYNTAX, &DUPLICATE_KEY, &KEY_NEEDS_QUOTES, &UNKNOWN_KEY, &TOO_DEEP];

/// How deep TOML may be nested; the parser's own limit.
const DEPTH: usize = 80;

/// What the parser says, by how it begins, and our word for it. What no line names is only said to be unreadable.
const DETAILS: [(&str, &str); 34] = [
    ("key with no value", "no-equals"),
    ("missing assignment", "no-equals"),
    ("missing value", "no-value"),
    ("extra `=`", "two-equals"),
    ("extra assignment", "no-comma"),
    ("string values must be quoted", "unquoted"),
    ("invalid basic string", "string-open"),
    ("invalid multi-line basic string", "string-open"),
    ("invalid literal string", "string-open"),
    ("invalid multi-line literal string", "string-open"),
    ("missing opening quote", "string-unopened"),
    ("missing escaped value", "backslash"),
    ("too few unicode", "backslash"),
    ("unclosed table", "head-bracket"),
    ("unclosed array table", "head-bracket"),
    ("missing table open", "bracket-unopened"),
    ("missing array opening", "bracket-unopened"),
    ("missing inline table opening", "bracket-unopened"),
    ("unclosed array", "list-open"),
    ("unclosed inline table", "braces-open"),
    ("missing comma", "no-comma"),
    ("extra comma", "two-commas"),
    ("missing key for inline table", "braces-entry"),
    ("invalid inline table element", "braces-entry"),
    ("invalid key-value pair", "braces-entry"),
    ("unexpected `=` in array", "braces-entry"),
    ("unquoted keys cannot be empty", "no-key"),
    ("keys cannot be multi-line", "no-key"),
    ("invalid unquoted key", "odd-key"),
    ("cannot extend", "table-twice"),
    ("invalid comment", "remark"),
    ("missing comment start", "remark"),
    ("unexpected content", "text-after"),
    ("unexpected key or value", "text-after"),
];

impl SourceReader<'_> {
    /// Reports what the parser could not read, and remembers where, so that nothing is said twice.
    ///
    /// Answers the text without what could not be read, in blanks of the same length: what the parser makes of the rest
    /// is what the author wrote there, and every place stays where it is.
    pub fn report_syntax(&mut self, text: &str, schema: &'static RecordType, errors: &[Error]) -> String {
        let statements = statements(text);
        let mut told = Stretches::default();
        for error in errors {
            let range = error.span().unwrap_or(0..0);
            let line = line_at(text, range.start);
            if told.contains(range.start) || told.contains(line.start) {
                continue;
            }
            // A bracket that is left open makes the parser stop further down.
            let place = statements.partition_point(|statement| statement.start <= range.start).saturating_sub(1);
            let upto = statements.get(..=place).unwrap_or(&statements);
            let is_damaged = |statement: &&Range<usize>| is_faulty(text.get((*statement).clone()).unwrap_or_default());
            let statement = upto.iter().rev().find(is_damaged).or(upto.last()).cloned().unwrap_or(line.clone());
            if told.contains(statement.start) && upto.last() != Some(&statement) {
                continue;
            }
            let is_inside = statement.contains(&range.start);
            let (line, range) = match is_inside {
                true => (line, range),
                false => {
                    (line_at(text, statement.end.saturating_sub(1)), statement.end.saturating_sub(1)..statement.end)
                }
            };
            let fault = SyntaxFault { text, statement, line, range, message: error.message() };
            let stretch = self.report_fault(&fault, schema);
            told.add(stretch);
        }
        let blanked = text.char_indices().flat_map(|(at, c)| {
            let blank = told.contains(at) && c != '\n';
            let count = if blank { c.len_utf8() } else { 1 };
            std::iter::repeat_n(if blank { ' ' } else { c }, count)
        });
        blanked.collect()
    }

    /// Reports one fault; answers the stretch about which no more is said.
    fn report_fault(&mut self, fault: &SyntaxFault<'_>, schema: &'static RecordType) -> Range<usize> {
        let SyntaxFault { text, statement, line, range, message } = fault;
        let (line, range) = (line.clone(), range.clone());
        let words = text.get(line.clone()).unwrap_or_default();
        // A table whose head cannot be read leaves its lines to another one.
        let is_header = words.trim_start().starts_with('[') && statement.start == line.start;
        let whole = line.start.min(statement.start)..line.end.max(statement.end);
        let stretch = if is_header { line.start..next_table(text, line.end) } else { whole };
        if message.contains("duplicate key") {
            let key = text.get(range.clone()).unwrap_or_default().trim_matches(['"', '\'']);
            let first = first_statement(text, line.start, key);
            let number = first.clone().map(|first| self.line_number(first.start));
            // Where both say the same, the second says nothing.
            let says =
                |range: Range<usize>| text.get(range).and_then(|words| words.split_once('=')).map(|said| said.1.trim());
            let is_same = !is_header && first.is_some_and(|first| says(first) == says(line.clone()));
            let span = self.span(line.clone());
            let diagnostic = self.report(&DUPLICATE_KEY, range).add("key", key.to_owned());
            if let Some(number) = number {
                diagnostic.add("suggestion", number.to_string());
            }
            if is_same {
                diagnostic.cure(span, String::new());
            }
            return stretch;
        }
        let head = head_above(text, line.start);
        let is_first_line = statement.start == line.start;
        if let Some(name) = name_without_quotes(words).filter(|_| is_first_line) {
            let name = line.start.saturating_add(name.start)..line.start.saturating_add(name.end);
            if let Some(stretch) = self.report_odd_name(fault, schema, head, name, stretch.clone()) {
                return stretch;
            }
        }
        self.told.broken.add(stretch.clone());
        let key = words.split('=').next().unwrap_or_default().trim();
        let broken = BrokenStatement {
            text,
            range: statement.clone(),
            line: line.start..line.start.saturating_add(words.trim_end().len()),
            at: range.start,
            ty: mend::field_type(schema, head, key),
            notation: self.context.notation,
        };
        if let Some((key, date)) = impossible_date(words) {
            self.report(&NO_SUCH_DATE, range).add("key", key.to_owned()).add("text", date.to_owned());
        } else if message.contains("recursion") {
            self.report(&TOO_DEEP, range).add("limit", DEPTH.to_string());
        } else if let Some(mend) = broken.mend() {
            let is_head = mend.detail.starts_with("head");
            self.report_mend(text, key, mend);
            if is_head {
                let table = line.start..next_table(text, line.end);
                self.told.broken.add(table.clone());
                return table;
            }
        } else {
            let detail = syntax_detail(words, message);
            // An open string of several lines ends with the text, far from where it begins.
            let quotes = if message.contains("multi-line") { ["\"\"\"", "'''"].as_slice() } else { &[] };
            let opening = quotes.iter().filter_map(|quotes| text.get(..range.start)?.rfind(quotes)).max();
            if let Some(at) = opening {
                self.told.broken.add(at..text.len());
            }
            let range = opening.map_or(range, |at| at..at.saturating_add(3));
            let diagnostic = self.report(&TOML_SYNTAX, range);
            diagnostic.add("detail", detail.to_owned()).add("text", String::new());
            diagnostic.add("cure", "none".to_owned()).add("second", "none".to_owned());
            return opening.map_or(stretch.clone(), |at| stretch.start..text.len().max(at));
        }
        stretch
    }

    /// Returns the number of the line in the file on which a byte of what is read stands.
    fn line_number(&self, at: usize) -> usize {
        let whole = self.text.get(..self.offset.saturating_add(at)).unwrap_or_default();
        whole.bytes().filter(|byte| *byte == b'\n').count().saturating_add(1)
    }

    /// Remembers that a required field is there under another name.
    fn excuse(&mut self, field: &str) {
        self.told.excused.push(field.to_owned());
    }

    /// Reports a key that a record does not have, with the one that was meant.
    pub fn report_unknown_key(&mut self, key: &str, range: Range<usize>, record: &str, suggestion: String) {
        let span = self.span(range.clone());
        // What was meant to hide is never proposed to be deleted, or to be something else.
        let hides =
            marks::is_meant_as_a_mark(key) && suggestion.trim_matches(['[', ']']) != records::CONFIDENTIALITY.spec.name;
        let withholds = withholds(key) && !WITHHOLDING.iter().any(|field| field.name == suggestion);
        let is_other = withholds || (hides && !is_mark(&suggestion));
        let suggestion = if is_other { String::new() } else { suggestion };
        let diagnostic = self.report(&UNKNOWN_KEY, range).add("key", key.to_owned());
        let home = match key {
            _ if hides => "hide",
            _ if withholds => "withhold",
            _ => "none",
        };
        let diagnostic = diagnostic.add("record", record.to_owned()).add("home", home.to_owned());
        let diagnostic = diagnostic.add("suggestion", suggestion.clone());
        if !suggestion.is_empty() {
            diagnostic.cure(span, suggestion);
        }
    }

    /// Reports a slip with what was meant.
    fn report_mend(&mut self, text: &str, key: &str, mend: Mend) {
        let found = text.get(mend.range.clone()).unwrap_or_default().to_owned();
        let span = self.span(mend.range.clone());
        let [first, second] = [0, 1].map(|at| mend.texts.get(at).map_or("none", String::as_str).to_owned());
        let diagnostic = if mend.detail == "foreign-date" {
            let diagnostic = self.report(&NOT_A_PERIOD, mend.range);
            diagnostic.add("key", key.to_owned()).add("text", found).add("suggestion", first)
        } else {
            let diagnostic = self.report(&TOML_SYNTAX, mend.range);
            let diagnostic = diagnostic.add("detail", mend.detail.to_owned()).add("text", found);
            diagnostic.add("cure", first).add("second", second)
        };
        for text in mend.texts {
            diagnostic.cure(span, text);
        }
    }

    /// Reports a period that TOML cannot read as a name: it wants quotation marks, or is written in another way.
    fn report_period_name(&mut self, period: &str, start: usize) {
        let place = start..start.saturating_add(period.len());
        let span = self.span(place.clone());
        // Whatever month years begin in: what is quoted is read, or refused with a cure of its own.
        if Period::read(period, Some(7)).is_ok() {
            let diagnostic = self.report(&KEY_NEEDS_QUOTES, place).add("key", period.to_owned());
            diagnostic.cure(span, format!("\"{period}\""));
            return;
        }
        let meant = meant_date(period);
        let diagnostic = self.report(&NOT_A_PERIOD, place).add("key", period.to_owned()).add("text", period.to_owned());
        diagnostic.add("suggestion", meant.clone().unwrap_or_default());
        meant.map(|meant| diagnostic.cure(span, meant));
    }

    /// Reports a name that TOML wants quotation marks around, or that was meant to be another. Answers nothing where
    /// something else is wrong with the line.
    fn report_odd_name(
        &mut self,
        fault: &SyntaxFault<'_>,
        schema: &'static RecordType,
        head: &str,
        name: Range<usize>,
        stretch: Range<usize>,
    ) -> Option<Range<usize>> {
        let key = fault.text.get(name.clone()).unwrap_or_default().to_owned();
        let words = fault.text.get(fault.line.clone()).unwrap_or_default();
        let is_header = words.trim_start().starts_with('[');
        if !key.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.' | '/' | '(' | ')' | '%')) {
            return None;
        }
        if key.starts_with(['-', '.', '/', ' ']) {
            return None;
        }
        let around = if is_header { words.trim_start().trim_start_matches('[').split(&key).next() } else { Some(head) };
        let around = around.unwrap_or_default().trim_end_matches('.');
        let record = mend::record_at(schema, around);
        let takes_own_keys = record.is_none_or(|record| record.entries.is_some());
        let first_word = key.split(' ').next().unwrap_or_default();
        let is_apart = is_header && record.is_some_and(|record| record.field(first_word).is_some());
        if is_apart {
            return None;
        }
        self.told.unquoted.push(name.start);
        let known = record.into_iter().flat_map(|record| record.fields).map(|field| field.name);
        let suggestion = scalar::nearest(&key, known).unwrap_or_default().to_owned();
        if key.contains(' ') || !takes_own_keys || !suggestion.is_empty() {
            self.told.broken.add(stretch.clone());
        }
        let keys = record.and_then(|record| record.entries.as_ref()).map(|entries| entries.key);
        if suggestion.is_empty() && keys == Some(KeyType::Id) && Id::new(&key).is_none() {
            self.no_id(name, &key, &key, Id::of_words(&key, scalar::LONGEST_ID));
            return Some(if is_header { stretch } else { fault.line.clone() });
        }
        // `2. kvartal 2019 = 4` is one name, though TOML parts it at its dot.
        let period = words.split('=').next().unwrap_or_default().trim();
        if !is_header && keys == Some(KeyType::Period) && period.len() > key.len() {
            let start = fault.line.start.saturating_add(words.find(period).unwrap_or_default());
            self.report_period_name(period, start);
            return Some(fault.line.clone());
        }
        if takes_own_keys && suggestion.is_empty() {
            let span = self.span(name.clone());
            self.report(&KEY_NEEDS_QUOTES, name).add("key", key.clone()).cure(span, format!("\"{key}\""));
            return Some(if is_header { stretch } else { fault.line.clone() });
        }
        self.excuse(&suggestion);
        self.report_unknown_key(&key, name, record.map_or("", |record| record.name), suggestion);
        Some(stretch)
    }
}

/// What the parser stopped at.
struct SyntaxFault<'t> {
    text: &'t str,
    statement: Range<usize>,
    line: Range<usize>,
    range: Range<usize>,
    message: &'t str,
}

/// Tells whether a key was meant as one of the fields that withhold something: `supress_below`, `redct`, `suppress`.
fn withholds(key: &str) -> bool {
    let word = key.to_lowercase().replace(['-', ' '], "_");
    let is_near = |field: &&FieldSpec| strsim::damerau_levenshtein(&word, field.name) <= 2;
    const BEGINS: [&str; 12] = [
        "suppres",
        "supres",
        "surpres",
        "redact",
        "undertryk",
        "tilbagehold",
        "diskret",
        "secre",
        "hide_",
        "small_count",
        "min_count",
        "minimum_count",
    ];
    BEGINS.iter().any(|begin| word.starts_with(begin)) || WITHHOLDING.iter().any(is_near)
}

/// Returns the head of the table that a line stands in, without its brackets.
fn head_above(text: &str, at: usize) -> &str {
    let lines = text.get(..at).unwrap_or_default().lines().rev();
    let mut heads =
        lines.map(str::trim).filter(|line| line.starts_with('[') && line.ends_with(']') && !line.contains('='));
    heads.next().unwrap_or_default().trim_matches(['[', ']'])
}

/// Returns the line above a place that gives a key its value in the same table.
fn first_statement(text: &str, at: usize, key: &str) -> Option<Range<usize>> {
    let mut end = at;
    while end > 0 {
        let line = line_at(text, end.saturating_sub(1));
        let words = text.get(line.clone()).unwrap_or_default();
        if words.trim_start().starts_with('[') {
            return None;
        }
        let name = words.split_once('=').map(|(name, _)| name.trim().trim_matches(['"', '\'']));
        if name == Some(key) {
            return Some(line);
        }
        end = line.start;
    }
    None
}

/// Returns our word for what the parser says of a line.
#[must_use]
pub fn syntax_detail(line: &str, message: &str) -> &'static str {
    let value = line.split_once('=').map(|(_, value)| value.trim());
    match DETAILS.iter().find(|(begin, _)| message.starts_with(begin)) {
        _ if value == Some("") => "no-value",
        Some((_, detail)) => detail,
        None if value.is_some_and(|value| value.starts_with(char::is_alphanumeric)) => "unquoted",
        None => "other",
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
