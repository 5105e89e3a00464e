//! Where things were written: a side table from records and fields to bytes of sources.
//!
//! Records, the model and pages carry no positions, so that two versions of them compare. Whoever
//! finds something wrong names a [`Subject`]; only when it is shown is the place looked up here.

use std::sync::OnceLock;

use super::{Place, Severity, Span};
use crate::value::RelPath;

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
pub struct Sources(Vec<Kept>);

/// A source, and where its lines end once somebody has asked: a file may be full of mistakes.
#[derive(Clone, Debug)]
struct Kept {
    source: Source,
    line_ends: OnceLock<Vec<usize>>,
}

impl Sources {
    /// Adds a source and returns its place, which [`Span::source`] names.
    pub fn add(&mut self, source: Source) -> u32 {
        let place = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.push(Kept { source, line_ends: OnceLock::new() });
        place
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

    /// Returns the line that a byte of a source stands on, from 1; without the source 0.
    fn line_at(&self, place: u32, byte: usize) -> u32 {
        let Some(Kept { source, line_ends }) = self.0.get(place as usize) else { return 0 };
        let ends = line_ends.get_or_init(|| source.text.match_indices('\n').map(|(at, _)| at).collect());
        u32::try_from(ends.partition_point(|end| *end < byte)).unwrap_or(u32::MAX).saturating_add(1)
    }
}

/// A record, and perhaps one of its fields: what a check speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The file, within the site.
    pub file: String,
    /// The field, dotted where it lies in a table: `due`, `effect.2020.total`. Empty is the whole record.
    pub field: String,
}

impl Subject {
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

    /// Tells whether exactly this field was written.
    #[must_use]
    pub fn knows(&self, subject: &Subject) -> bool {
        let mut origins = self.0.iter().filter(|origin| origin.file == subject.file);
        origins.any(|origin| origin.fields.iter().any(|(field, _)| *field == subject.field))
    }

    /// Returns where it was written; a field that was left out answers with the table it would stand in.
    #[must_use]
    pub fn get(&self, subject: &Subject) -> Option<Span> {
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
    /// The column in characters, from 1; 0 when the whole file is meant.
    pub column: u32,
    /// How many characters of the line are meant.
    pub width: u32,
    /// The line as it stands in the file, without control characters; of a long one its beginning, the place included.
    pub excerpt: String,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// What is wrong with the underlined words, where there is more to say.
    pub label: Option<String>,
    /// How to mend it.
    pub help: Option<String>,
}

/// The most characters of a source line that a message shows.
const EXCERPT: usize = 200;

/// The most that are shown where the place itself lies further out.
const LONGEST_EXCERPT: usize = 4_000;

impl Finding {
    /// Finds the line and column of a place. The words are left empty for `locale` to fill.
    #[must_use]
    pub fn locate(code: &'static str, severity: Severity, place: &Place, sources: &Sources, origins: &Origins) -> Self {
        let mut finding = Self {
            code,
            severity,
            path: RelPath::new("site.toml").unwrap_or_else(|_| unreachable!("a constant path")),
            line: 0,
            column: 0,
            width: 0,
            excerpt: String::new(),
            message: String::new(),
            label: None,
            help: None,
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
        if let Some(span) = span
            && let Some(source) = sources.get(span.source)
        {
            finding.path = source.path.clone();
            finding.line = sources.line_at(span.source, span.start as usize);
            finding.point(&source.text, span);
        }
        finding
    }

    /// Takes the column, the width and the excerpt of a span.
    fn point(&mut self, text: &str, span: Span) {
        let start = floor_boundary(text, span.start as usize);
        let end = floor_boundary(text, (span.end as usize).max(start));
        let (before, rest) = text.split_at(start);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line_end = rest.find('\n').map_or(text.len(), |at| start + at);
        let line = text[line_start..line_end].trim_end_matches('\r');
        let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        self.column = count(&text[line_start..start]).saturating_add(1);
        self.width = count(&text[start..end.min(line_end)]).max(1);
        // What is meant shall be seen, however long the line; a terminal cuts what it has no room for.
        let shown = (self.column.saturating_add(self.width) as usize).clamp(EXCERPT, LONGEST_EXCERPT);
        self.excerpt = line.chars().take(shown).map(|c| if c.is_control() { ' ' } else { c }).collect();
    }
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
