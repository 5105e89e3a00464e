//! What may hide something, told from the bytes of a file before it is parsed.
//!
//! It does not decide, it only says "parse this one": a false hit costs a little time, a miss is a leak. So it is never
//! made narrower to save a parse, and a property test holds it to the parser.

use memchr::{memchr_iter, memchr2_iter};

use super::{
    FileKind, Viewer,
    csv_head::TITLES,
    hiding_words::{is_common, may_say_so},
    marks,
};
use crate::value::{Period, RelPath};

/// Tells whether anything in a file may hide something: a mark, by its name, by a name that is nearly one, or by one that
/// is spelled with escapes. A file that says no hides nothing.
#[must_use]
pub fn may_hide(bytes: &[u8], role: FileKind) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return true };
    if role.is_figures() {
        // A column may bear the name of a mark. Names stand in the first line that is not empty, or lines.
        return holds_a_mark(bytes) || text.lines().take(HEAD).any(|line| columns(line).any(is_mark));
    }
    let suppresses = matches!(role, FileKind::Table | FileKind::Indicators) && text.contains("suppress");
    suppresses || holds_a_mark(bytes) || lines(fields(text, role)).any(names_a_mark)
}

/// Tells whether a line of a text writes a mark down, with its value: where [`may_hide`] says yes in any doubt, here a mere word of a
/// mark is none.
pub(super) fn writes_a_mark(text: &str) -> bool {
    let key = |before: &str| before.trim().trim_matches(['"', '\'', '\u{feff}']).to_owned();
    lines(text).any(|line| match line.split_once(['=', ':']) {
        // `Embargo: indtil mandag` may be prose, `embargo: 2030-01-01` is a field.
        Some((before, after)) if line.get(before.len()..).is_some_and(|rest| rest.starts_with(':')) => {
            super::hiding_words::is_mark(&key(before)) && !after.trim().is_empty()
        }
        Some((before, _)) => is_mark(&key(before)),
        None => false,
    })
}

/// Returns the part of a text in which fields are read, and perhaps more: all of TOML, and of Markdown what stands before
/// the last sign of a fence.
fn fields(text: &str, role: FileKind) -> &str {
    if !role.is_markdown() {
        return text;
    }
    text.rfind('+').and_then(|fence| text.get(..fence)).unwrap_or_default()
}

/// Returns the lines of a text, whichever of two signs ends them.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.split('\r'))
}

/// How many lines of a CSV file may hold the names of its columns: those that may stand above the head, and the lines of a
/// head whose names go over several.
const HEAD: usize = TITLES + 4;

/// Tells whether a text holds what all marks begin with, or a sign that could stand for one of its letters.
fn holds_a_mark(bytes: &[u8]) -> bool {
    // Every file of a site is looked at: for the one letter that both words have, which stands for nothing else in most
    // texts, and only around it for the word.
    let stands = |word: &[u8], letter: usize, at: usize| {
        let start = at.checked_sub(letter);
        let found = start.and_then(|start| bytes.get(start..start.saturating_add(word.len())));
        found.is_some_and(|found| found.eq_ignore_ascii_case(word))
    };
    let is_escape = |at: usize| matches!(bytes.get(at.saturating_add(1)), Some(b'u' | b'U' | b'x'));
    memchr2_iter(b'b', b'B', bytes).any(|at| stands(b"visib", 4, at) || stands(b"embarg", 2, at))
        || memchr_iter(b'\\', bytes).any(is_escape)
}

/// Tells whether a line of TOML, sound or not, names something that may be meant as a mark: as a key, or as a table.
fn names_a_mark(line: &str) -> bool {
    // Every second line is a fence or empty, and no mark is spelled without a letter.
    if !line.bytes().any(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii()) {
        return false;
    }
    // What a field of a record says hides nothing: most lines are such a field.
    let is_known = line.split_once('=').is_some_and(|(key, value)| !value.contains('=') && is_common(key.trim()));
    if !is_known && may_say_so(line) {
        return true;
    }
    if ['"', '\''].into_iter().any(|quote| line.contains(quote) && quotes_a_mark(line, quote)) {
        return true;
    }
    if !line.contains('=') {
        // A key that lacks its value, one that another language of fields would take, or the head of a table.
        return may_be_a_mark(line.split(':').next().unwrap_or(line));
    }
    let keys = line.match_indices('=').filter_map(|(at, _)| line.get(..at));
    keys.map(|before| before.rsplit(['{', ',', '=']).next().unwrap_or(before)).any(may_be_a_mark)
}

/// Tells whether a line holds a quoted name that may be meant as a mark, whatever stands in it: `"l.ukket"`, `"l=ukket"`.
/// A name is followed by another, by its value, or by the end of a head.
fn quotes_a_mark(line: &str, quote: char) -> bool {
    let mut parts = line.split(quote).peekable();
    std::iter::from_fn(|| Some((parts.next()?, parts.peek().copied()))).any(|(name, after)| {
        after.is_some_and(|after| after.trim_start().starts_with(['=', '.', ']', ':']))
            && (name.contains('\\') || is_mark(name))
    })
}

/// Tells whether what stands before a sign of equality, or in the head of a table, names a mark: as a whole, or in one
/// of its parts.
fn may_be_a_mark(key: &str) -> bool {
    if is_common(key.trim()) {
        return false;
    }
    let is_quoted = key.contains(['"', '\'']);
    let parts = |c: char| c.is_whitespace() || matches!(c, '.' | '"' | '\'' | '[' | ']' | '#');
    // A quoted name may hold what parts others, and stand for other letters.
    let has_parts = key.trim().contains(parts);
    (is_quoted && key.contains('\\')) || is_mark(key.trim()) || has_parts && key.split(parts).any(is_mark)
}

fn is_mark(name: &str) -> bool {
    let has_letters = name.bytes().any(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii());
    has_letters && !is_common(name) && marks::is_meant_as_a_mark(name)
}

/// Returns the names of columns that a line may hold: parted by a usual sign, by quotes, or by any sign.
fn columns(head: &str) -> impl Iterator<Item = &str> {
    let usual = head.split([';', ',', '\t', '|']).map(|column| column.trim_matches([' ', '"', '\u{feff}', '\r']));
    let quoted = head.split(['"', '\'']);
    usual.chain(quoted).chain(head.split(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-')))
}

/// Returns what of a plan that hides nothing is not shown all the same: reports that are not out yet on the as-of date,
/// each with its folder and all that lies in it.
#[must_use]
pub fn reports_to_come(files: &[RelPath], year_begins: Option<i8>, viewer: Viewer) -> Vec<RelPath> {
    let mut hidden: Vec<RelPath> = Vec::new();
    for file in files {
        let mut parts = file.as_str().splitn(6, '/').skip(3);
        let (Some("updates"), Some(date), Some(rest)) = (parts.next(), parts.next(), parts.next()) else { continue };
        // Where it is not known when a year begins, its folder is one that may be to come: the latest beginning counts.
        let read = Period::read_folder(date, year_begins).or_else(|_| Period::read_folder(date, Some(12)));
        let is_to_come = read.is_ok_and(|date| date.last() > viewer.as_of);
        let role = super::role_of(file);
        let stands_in_report = role.is_in_report();
        if is_to_come && (stands_in_report || role == FileKind::Asset) {
            hidden.push(file.clone());
        }
        if is_to_come && stands_in_report && !rest.contains('/') {
            hidden.extend(RelPath::new(file.folder()));
        }
    }
    hidden
}
