//! Where things were written: a side table from records and fields to bytes of sources.
//!
//! Records, the model and pages carry no positions, so that two versions of them compare. Whoever
//! finds something wrong names a [`Subject`]; only when it is shown is the place looked up here.

use std::collections::BTreeMap;

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
pub struct Sources(Vec<Source>);

impl Sources {
    /// Adds a source and returns its place, which [`Span::source`] names.
    pub fn add(&mut self, source: Source) -> u32 {
        let place = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        self.0.push(source);
        place
    }

    /// Returns the source a span points into.
    #[must_use]
    pub fn get(&self, place: u32) -> Option<&Source> {
        self.0.get(place as usize)
    }
}

/// A record, and perhaps one of its fields: what a check speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The record's path in the content: the file, and for a record within a register `#` and its key.
    pub record: String,
    /// The field, dotted where it lies in a table: `due`, `effect.2020.total`. Empty is the record itself.
    pub field: String,
}

/// Where each record and field was written.
#[derive(Clone, Debug, Default)]
pub struct Origins(BTreeMap<Subject, Span>);

impl Origins {
    /// Remembers where a subject was written.
    pub fn set(&mut self, subject: Subject, span: Span) {
        self.0.insert(subject, span);
    }

    /// Returns where it was written; a field that was left out answers with its table, then its record.
    #[must_use]
    pub fn get(&self, subject: &Subject) -> Option<Span> {
        let mut subject = subject.clone();
        loop {
            if let Some(span) = self.0.get(&subject) {
                return Some(*span);
            }
            if subject.field.is_empty() {
                return None;
            }
            subject.field = subject.field.rsplit_once('.').map_or_else(String::new, |(head, _)| head.to_owned());
        }
    }

    /// Takes over all that another table knows.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
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
    /// The line as it stands in the file, at most 200 characters of it, without control characters.
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
            Place::Subject(subject) => origins.get(subject).or_else(|| {
                let file = subject.record.split('#').next().unwrap_or_default();
                if let Ok(path) = RelPath::new(file) {
                    finding.path = path;
                }
                None
            }),
            Place::File(path) => {
                finding.path = path.clone();
                None
            }
        };
        if let Some(span) = span
            && let Some(source) = sources.get(span.source)
        {
            finding.path = source.path.clone();
            finding.point(&source.text, span);
        }
        finding
    }

    fn point(&mut self, text: &str, span: Span) {
        let start = floor_boundary(text, span.start as usize);
        let end = floor_boundary(text, (span.end as usize).max(start));
        let (before, rest) = text.split_at(start);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line_end = rest.find('\n').map_or(text.len(), |at| start + at);
        let line = text[line_start..line_end].trim_end_matches('\r');
        let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        self.line = count_lines(before).saturating_add(1);
        self.column = count(&text[line_start..start]).saturating_add(1);
        self.width = count(&text[start..end.min(line_end)]).max(1);
        self.excerpt = line.chars().take(EXCERPT).map(|c| if c.is_control() { ' ' } else { c }).collect();
    }
}

fn count_lines(text: &str) -> u32 {
    u32::try_from(text.bytes().filter(|byte| *byte == b'\n').count()).unwrap_or(u32::MAX)
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
