//! Where things were written: a side table from records and fields to bytes of sources.
//!
//! Records, the model and pages carry no positions, so that two versions of them compare. Whoever
//! finds something wrong names a [`FieldRef`]; only when it is shown is the place looked up here.

use std::{borrow::Cow, ops::Range, sync::OnceLock};

use super::{Diagnostic, Place, Severity, Span};
use crate::value::{RelPath, mask_personal_numbers};

/// A file's text under its path.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its path within the site.
    pub path: RelPath,
    /// Its text, as UTF-8 with `\n` line ends kept as written.
    pub text: String,
}

/// The sources that spans point into.
#[derive(Clone, Debug, Default)]
pub struct Sources(Vec<IndexedSource>);

/// A source, and where its lines end once somebody has asked: a file may be full of mistakes.
#[derive(Clone, Debug)]
struct IndexedSource {
    source: Source,
    index: OnceLock<TextIndex>,
}

/// What of a text is counted once, so that finding a place costs no more in a long file or on a long line.
#[derive(Clone, Debug)]
struct TextIndex {
    line_ends: Vec<usize>,
    /// How many characters begin before every so many bytes.
    chars: Vec<usize>,
    /// Where lines begin that are long enough to hold many mistakes, each as it is shown, once somebody has asked.
    long_lines: Vec<(usize, OnceLock<String>)>,
}

/// How many bytes are counted for a place at most.
const STEP: usize = 1024;

impl TextIndex {
    fn new(text: &str) -> Self {
        let mut count = 0_usize;
        let mut chars = vec![0];
        for block in text.as_bytes().chunks(STEP) {
            count = count.saturating_add(begun(block));
            chars.push(count);
        }
        let mut at = 0;
        let starts = text.split_inclusive('\n').filter_map(|line| {
            let start = at;
            at += line.len();
            (line.len() > STEP).then(|| (start, OnceLock::new()))
        });
        let long_lines = starts.collect();
        Self { line_ends: text.match_indices('\n').map(|(at, _)| at).collect(), chars, long_lines }
    }

    /// Returns a line without the personal numbers in it. A long one is looked through once, however many mistakes are on it.
    fn masked<'t>(&'t self, text: &'t str, line: Range<usize>) -> Cow<'t, str> {
        let mask = || mask_personal_numbers(text.get(line.clone()).unwrap_or_default().trim_end_matches('\r'));
        match self.long_lines.binary_search_by_key(&line.start, |(start, _)| *start) {
            Ok(at) => self
                .long_lines
                .get(at)
                .map_or_else(mask, |(_, kept)| Cow::Borrowed(kept.get_or_init(|| mask().into_owned()).as_str())),
            Err(_) => mask(),
        }
    }

    /// Returns how many characters stand before a byte.
    fn chars_before(&self, text: &str, byte: usize) -> usize {
        let step = byte / STEP;
        let rest = text.as_bytes().get(step.saturating_mul(STEP)..byte).unwrap_or_default();
        self.chars.get(step).copied().unwrap_or(0).saturating_add(begun(rest))
    }

    /// Returns the bytes of the line that a byte stands on, without its end.
    fn line(&self, text: &str, byte: usize) -> Range<usize> {
        let line = self.line_ends.partition_point(|end| *end < byte);
        let start = line.checked_sub(1).and_then(|before| self.line_ends.get(before)).map_or(0, |end| end + 1);
        start..self.line_ends.get(line).copied().unwrap_or(text.len())
    }
}

/// Counts the characters that begin in some bytes.
fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xBF)).count()
}

impl Sources {
    /// Adds a source and returns its place, which [`Span::source`] names.
    pub fn add(&mut self, source: Source) -> u32 {
        let place = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.push(IndexedSource { source, index: OnceLock::new() });
        place
    }

    /// Adds sources behind these. Answers how far their places moved.
    pub fn append(&mut self, more: &Self) -> u32 {
        let by = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.extend_from_slice(&more.0);
        by
    }

    /// Returns the place of the source with a path.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<u32> {
        let at = self.0.iter().position(|kept| kept.source.path.as_str() == path)?;
        u32::try_from(at).ok()
    }

    /// Returns the word that begins at a line and a column.
    fn byte_at(&self, place: u32, line: u32, column: u32) -> Option<Span> {
        let text = self.get(place)?.text.as_str();
        let (line, column) = (line.checked_sub(1)? as usize, column.checked_sub(1)? as usize);
        let before: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let words = text.get(before..)?.lines().next()?;
        let at = words.char_indices().nth(column).map_or(words.len(), |(at, _)| at);
        let rest = words.get(at..)?;
        let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').filter(|length| *length > 0);
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let start = before + at;
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Some(Span {
            source: place,
            start: byte(start),
            end: byte(start + word.unwrap_or(first.max(rest.len().min(first)))),
        })
    }

    /// Returns the source a span points into.
    #[must_use]
    pub fn get(&self, place: u32) -> Option<&Source> {
        self.0.get(place as usize).map(|kept| &kept.source)
    }

    /// Returns a source and what is counted of it.
    fn indexed(&self, place: u32) -> Option<(&Source, &TextIndex)> {
        let IndexedSource { source, index } = self.0.get(place as usize)?;
        Some((source, index.get_or_init(|| TextIndex::new(&source.text))))
    }
}

/// A record, and perhaps one of its fields: what a check speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldRef {
    /// The file, within the site.
    pub file: String,
    /// The field, dotted where it lies in a table: `due`, `effect.2020.total`. Empty is the whole record.
    pub field: String,
}

impl FieldRef {
    /// Makes a subject of a record and one of its fields. A record within a register is its file, `#`
    /// and its key: `…/indicators.toml#udgift`.
    #[must_use]
    pub fn new(record: &str, field: &str) -> Self {
        let (file, key) = record.split_once('#').unwrap_or((record, ""));
        let dot = if key.is_empty() || field.is_empty() { "" } else { "." };
        Self { file: file.into(), field: format!("{key}{dot}{field}") }
    }
}

/// Where each record and field was written.
#[derive(Clone, Debug, Default)]
pub struct Origins(Vec<Origin>);

/// Where the fields of one file were written.
#[derive(Clone, Debug)]
struct Origin {
    file: String,
    fields: Vec<(String, Span)>,
}

impl Origins {
    /// Remembers where a field of a file was written.
    pub fn set(&mut self, file: &str, field: String, span: Span) {
        match self.0.last_mut() {
            Some(origin) if origin.file == file => origin.fields.push((field, span)),
            _ => self.0.push(Origin { file: file.into(), fields: vec![(field, span)] }),
        }
    }

    /// Adds where fields of other files were written, whose sources moved by so many places.
    pub fn append(&mut self, more: &Self, by: u32) {
        let moved = |(field, span): &(String, Span)| (field.clone(), span.moved(by));
        let origins = more.0.iter();
        self.0.extend(
            origins
                .map(|origin| Origin { file: origin.file.clone(), fields: origin.fields.iter().map(moved).collect() }),
        );
    }

    /// Tells whether exactly this field was written.
    #[must_use]
    pub fn knows(&self, subject: &FieldRef) -> bool {
        let mut origins = self.0.iter().filter(|origin| origin.file == subject.file);
        origins.any(|origin| origin.fields.iter().any(|(field, _)| *field == subject.field))
    }

    /// Returns where it was written; a field that was left out answers with the table it would stand in.
    #[must_use]
    pub fn get(&self, subject: &FieldRef) -> Option<Span> {
        let origins = || self.0.iter().filter(|origin| origin.file == subject.file);
        let mut field = subject.field.as_str();
        loop {
            let mut fields = origins().flat_map(|origin| &origin.fields);
            if let Some((_, span)) = fields.find(|(known, _)| known == field) {
                return Some(*span);
            }
            field = match field.rsplit_once('.') {
                Some((table, _)) => table,
                None if field.is_empty() => return None,
                None => "",
            };
        }
    }
}

/// A diagnostic that has found its place and its words: what a person or a program is shown.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Finding {
    /// The stable name of the mistake.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The file, within the site.
    pub path: RelPath,
    /// The line, from 1; 0 when the whole file is meant.
    pub line: u32,
    /// The last line that is meant where it is another one, and 0 where it is not. No message shows it.
    #[serde(skip)]
    pub last_line: u32,
    /// The column in characters, from 1; 0 when the whole file is meant.
    pub column: u32,
    /// How many characters of the line are meant.
    pub width: u32,
    /// The line as it stands in the file, without control characters; of a long one the words around the place.
    pub excerpt: String,
    /// The column that the excerpt begins at: from 1, and 1 unless the line is long and the place lies far out on it.
    #[serde(skip_serializing_if = "is_first")]
    pub excerpt_start: u32,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// What is wrong with the underlined words, where there is more to say.
    pub label: Option<String>,
    /// How to mend it.
    pub help: Option<String>,
    /// Texts that mend it, each alone, where they are known to the letter.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cures: Vec<FindingCure>,
}

/// A text that mends a finding in place of some bytes of its file.
///
/// The bytes are those of the file's text in UTF-8, without a mark of its encoding.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct FindingCure {
    /// The first byte it replaces.
    pub start: u32,
    /// The byte behind the last one.
    pub end: u32,
    /// What belongs there.
    pub text: String,
}

/// The most characters of a source line that a message shows.
const EXCERPT: usize = 200;

/// The most that are shown where as many are meant.
const LONGEST_EXCERPT: usize = 4_000;

/// How many characters are shown before a place that lies further out.
const BEFORE: usize = 60;

/// What stands in an excerpt for all that it leaves out before the place.
const CUT: char = '…';

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
fn is_first(column: &u32) -> bool {
    *column == 1
}

impl Finding {
    /// Finds the line and column of a place. The words are left empty for `locale` to fill.
    #[must_use]
    pub fn locate(diagnostic: &Diagnostic, sources: &Sources, origins: &Origins) -> Self {
        let Diagnostic { code, severity, place, cures, .. } = diagnostic;
        let mut finding = Self {
            code: code.name,
            severity: *severity,
            path: RelPath::new("site.toml").unwrap_or_else(|_| unreachable!("a constant path")),
            line: 0,
            last_line: 0,
            column: 0,
            width: 0,
            excerpt: String::new(),
            excerpt_start: 1,
            message: String::new(),
            label: None,
            help: None,
            cures: Vec::new(),
        };
        let span = match place {
            Place::Span(span) => Some(*span),
            Place::Subject(subject) => {
                finding.path = RelPath::new(subject.file.as_str()).unwrap_or(finding.path);
                origins.get(subject)
            }
            Place::Written(file, at) => {
                finding.path = RelPath::new(file.as_str()).unwrap_or(finding.path);
                sources.find(file).map(|source| Span { source, start: at.start, end: at.end })
            }
            Place::Line(path, line, column) => {
                finding.path = path.clone();
                (finding.line, finding.column, finding.width) = (*line, *column, 1);
                sources.find(path.as_str()).and_then(|source| sources.byte_at(source, *line, *column))
            }
            Place::File(path) => {
                finding.path = path.clone();
                None
            }
        };
        for cure in cures {
            let Some(Span { start, end, .. }) = cure.span.or(span) else { continue };
            // What would print a personal number has to be mended by hand.
            if matches!(mask_personal_numbers(&cure.text), Cow::Owned(_)) {
                continue;
            }
            finding.cures.push(FindingCure { start, end, text: cure.text.clone() });
        }
        if let Some(span) = span
            && let Some((source, index)) = sources.indexed(span.source)
        {
            finding.path = source.path.clone();
            finding.point(&source.text, index, span);
        }
        finding
    }

    /// Takes the line, the column, the width and the excerpt of a span.
    fn point(&mut self, text: &str, index: &TextIndex, span: Span) {
        let start = floor_boundary(text, span.start as usize);
        let end = floor_boundary(text, (span.end as usize).max(start));
        let line = index.line(text, start);
        let count =
            |from: usize, to: usize| index.chars_before(text, to).saturating_sub(index.chars_before(text, from));
        let narrow = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let (before, width) = (count(line.start, start), count(start, end.min(line.end)).max(1));
        self.line = narrow(index.line_ends.partition_point(|end| *end < start)).saturating_add(1);
        self.column = narrow(before).saturating_add(1);
        self.width = narrow(width);
        // What is meant shall be seen, however long the line, and many may be meant on one.
        // Masked as a whole: a part of a line may hold a part of a number, which nobody would know for one.
        let masked = index.masked(text, line);
        let shown = |from: usize, most: usize| {
            let signs = masked.chars().skip(from).take(most);
            signs.map(|c| if c.is_control() { ' ' } else { c }).collect::<String>()
        };
        if before.saturating_add(width) <= EXCERPT {
            self.excerpt = shown(0, EXCERPT);
            return;
        }
        let left_out = before.min(BEFORE);
        let from = before.saturating_sub(left_out);
        if before > BEFORE {
            self.excerpt.push(CUT);
            self.excerpt_start = narrow(from);
        }
        self.excerpt.push_str(&shown(from, left_out.saturating_add(width).clamp(EXCERPT, LONGEST_EXCERPT)));
    }
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_looked_through_once_and_a_short_one_costs_nothing() {
        let long = format!("{}010190-1234 slut\r", "ord ".repeat(400));
        let text = format!("010190-1234\n{long}\nsidste");
        let index = TextIndex::new(&text);
        let of = |at: usize| index.masked(&text, index.line(&text, at));
        let (Cow::Borrowed(first), Cow::Borrowed(again)) = (of(20), of(1_000)) else { panic!("kept") };
        assert!(std::ptr::eq(first, again) && first.ends_with(" slut") && !first.contains("010190-1234"), "{first}");
        assert!(!of(0).contains("010190-1234") && of(text.len()) == "sidste");
    }
}
