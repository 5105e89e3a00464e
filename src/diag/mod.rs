//! What can go wrong, and where it was written.
//!
//! Floor 1. A [`Diagnostic`] is for the author of the content: a stable code, arguments and a place.
//! Its words stand in the language files (`locale`), so that it reads in the author's language. An
//! [`Error`] is for the operator: the disk, a missing site. Stages never stop at the first
//! diagnostic; they answer [`Reported`], the best value they could make and all they found.

mod code;
mod error;
mod finding_log;
mod origins;

use crate::value::SourceRange;
pub use code::Code;
pub use error::{Error, ErrorKind};
pub use finding_log::{FindingLog, MoreFindings};
pub use origins::{FieldRef, Finding, FindingCure, Origins, Source, Sources};

/// The codes of this room, file by file.
pub const CODES: &[&[&Code]] = &[error::CODES];

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The site cannot be published with it.
    Error,
    /// The site can be published; somebody should look.
    Warning,
    /// Good to know; nothing need be done about it.
    Note,
}

/// A stretch of a source: which one, and its bytes from `start` to `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The source's place in its [`Sources`].
    pub source: u32,
    /// The first byte.
    pub start: u32,
    /// The byte behind the last one.
    pub end: u32,
}

impl Span {
    /// Returns the same stretch of a source that moved by so many places.
    #[must_use]
    pub fn moved(self, by: u32) -> Self {
        Self { source: self.source.saturating_add(by), ..self }
    }
}

/// Where a diagnostic points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// At bytes of a source. Decoders know them.
    Span(Span),
    /// At a record, or at one of its fields. [`Origins`] knows where that was written.
    Subject(FieldRef),
    /// At bytes of a file. Prose remembers where its links stand.
    Written(String, SourceRange),
    /// At a line and a column of a file, both from 1. Templates are read by an engine that tells no bytes.
    Line(crate::value::RelPath, u32, u32),
    /// At a file as a whole.
    File(crate::value::RelPath),
}

/// A text that mends a mistake in place of what stands there.
///
/// Where there are several, each mends it alone: the author chooses. Tests write every cure into its file and find the
/// mistake gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cure {
    /// What it replaces; where it is not given, what the diagnostic points at.
    pub span: Option<Span>,
    /// What belongs there.
    pub text: String,
}

/// One thing an author can fix.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// What kind of mistake it is; its words are looked up under its name.
    pub code: &'static Code,
    /// How bad it is on this site.
    pub severity: Severity,
    /// Where to look.
    pub place: Place,
    /// What the words are filled in with: a name of the message and its value.
    pub args: Vec<(&'static str, String)>,
    /// What mends it, where that is known to the letter.
    pub cures: Vec<Cure>,
    /// The entry that it was found in, where it was found while one was read. Boxed, for few have one and results bear them all.
    pub entry: Option<Box<EntryPath>>,
}

/// Where an entry under a key of the author's own stands in its file, by the path of its field: `readings.veje`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryPath(pub String);

impl Diagnostic {
    /// Makes a diagnostic, as bad as its code is.
    #[must_use]
    pub fn new(code: &'static Code, place: Place) -> Self {
        Self { code, severity: code.severity, place, args: Vec::new(), cures: Vec::new(), entry: None }
    }

    /// Takes it as badly as the site, or the case, wants it taken.
    #[must_use]
    pub fn as_severe(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    /// Returns the same of sources that moved by so many places.
    #[must_use]
    pub fn moved(mut self, by: u32) -> Self {
        let spans = self.cures.iter_mut().filter_map(|cure| cure.span.as_mut());
        spans.for_each(|span| *span = span.moved(by));
        if let Place::Span(span) = &mut self.place {
            *span = span.moved(by);
        }
        self
    }

    /// Adds an argument to a diagnostic that is already noted.
    pub fn add(&mut self, name: &'static str, value: String) -> &mut Self {
        debug_assert!(self.code.has_arg(name), "{} declares no `{name}`", self.code);
        self.args.push((name, value));
        self
    }

    /// Adds a text that mends it in place of a stretch of a source.
    pub fn cure(&mut self, span: Span, text: String) -> &mut Self {
        self.cures.push(Cure { span: Some(span), text });
        self
    }

    /// Adds a text that mends it in place of the very place it points at.
    #[must_use]
    pub fn cured_by(mut self, text: impl Into<String>) -> Self {
        self.cures.push(Cure { span: None, text: text.into() });
        self
    }

    /// Adds what was most likely meant, and that it mends the very place it points at; nothing is meant where it is empty.
    /// A value of TOML stands in quotation marks.
    #[must_use]
    pub fn meant(mut self, suggestion: &str, quotes: bool) -> Self {
        self.add("suggestion", suggestion.to_owned());
        match (suggestion.is_empty(), quotes) {
            (true, _) => self,
            (false, true) => self.cured_by(format!("\"{suggestion}\"")),
            (false, false) => self.cured_by(suggestion),
        }
    }

    /// Adds an argument that the words speak of.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.add(name, value.into());
        self
    }
}

/// A value and everything found while making it.
#[derive(Clone, Debug, Default)]
pub struct Reported<T> {
    /// The best value that could be made.
    pub value: T,
    /// What an author should know.
    pub diagnostics: Vec<Diagnostic>,
}
