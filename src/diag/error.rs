//! The one error of the library: what stopped a run, for whoever runs it.

use std::{fmt, io, path::Path};

use super::Code;

/// What went wrong with a repository, where nothing better is known.
const REPOSITORY_FAILED: Code = Code::error("repository-failed")
    .args(&["cause"])
    .help("the repository cannot be read or written; what git's own reader says of it stands in the message");
/// What is missing from a repository that is not known to be incomplete.
const MISSING_OBJECT: Code = Code::error("missing-object")
    .args(&["cause"])
    .help("the repository lacks an object that its history needs, as after a disk fault or a clone that was cut off");
/// What has no code of its own.
const FAILED: Code = Code::error("failed")
    .args(&["cause"])
    .help("an operation of the system failed; what the system says of it stands in the message as it is");

/// Nothing more fits on a disk.
const DISK_FULL: Code =
    Code::error("disk-full").args(&["path"]).help("the disk is full, or its user may not fill it further");
/// A file that is named is not there.
const NO_SUCH_FILE: Code =
    Code::error("no-such-file").args(&["path"]).help("a file or a folder that is named is not there");
/// The system does not let this user do it.
const NOT_PERMITTED: Code =
    Code::error("not-permitted").args(&["path"]).help("the user who runs the program may not read or write there");
/// Nothing can be written on a disk.
const READ_ONLY_DISK: Code = Code::error("read-only-disk").args(&["path"]).help("the disk can only be read");

/// The codes of errors that have none of their own.
pub(super) const CODES: &[&Code] =
    &[&FAILED, &DISK_FULL, &NO_SUCH_FILE, &NOT_PERMITTED, &READ_ONLY_DISK, &REPOSITORY_FAILED, &MISSING_OBJECT];

/// What kind of thing stopped the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// There is no site here: no `site.toml`.
    NoSite,
    /// Reading or writing failed.
    Io,
    /// The output folder holds files that are not ours.
    ForeignFiles,
    /// Another build holds the output folder.
    Locked,
    /// Something asked for is not there: a theme, an edition.
    NotFound,
    /// A limit was passed.
    Limit,
    /// The repository, or something in it, cannot be read or written.
    Repository,
    /// A revision is a branch or whatever else moves, where a tag or a commit is meant.
    Moving,
    /// The repository is a shallow clone: its older commits were not fetched.
    Shallow,
    /// The repository is a partial clone: old files were not fetched.
    Partial,
    /// The repository lacks an object that its history needs.
    MissingObject,
    /// The repository keeps its references in a form that is not read.
    Reftable,
    /// What was to be made is there already: a tag, a page.
    Exists,
}

/// What stopped a run: a kind, and what was being done, outermost first. Always names a path.
///
/// What an operator is likely to meet has a code and arguments like a [`Diagnostic`](super::Diagnostic), and its words
/// stand in the language files. The rest is told as it is displayed: in English, with what the system says.
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    code: Option<&'static Code>,
    args: Vec<(&'static str, String)>,
    context: Vec<String>,
    cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// Makes an error that says what was wrong.
    #[must_use]
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, code: None, args: Vec::new(), context: vec![message.into()], cause: None }
    }

    /// Makes an error that has words under a code.
    #[must_use]
    pub fn coded(kind: ErrorKind, code: &'static Code) -> Self {
        Self { kind, code: Some(code), args: Vec::new(), context: Vec::new(), cause: None }
    }

    /// Adds an argument that its words speak of.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        debug_assert!(self.code.is_none_or(|code| code.has_arg(name)), "{:?} declares no `{name}`", self.code);
        self.args.push((name, value.into()));
        self
    }

    /// Returns the code its words stand under, and what they are filled in with.
    #[must_use]
    pub fn words(&self) -> (&'static Code, Vec<(&'static str, String)>) {
        let cause = || vec![("cause", self.to_string())];
        match (self.code.or_else(|| self.code_of_cause()), self.kind) {
            (Some(code), _) => (code, self.args.clone()),
            (None, ErrorKind::Repository) => (&REPOSITORY_FAILED, cause()),
            (None, ErrorKind::MissingObject) => (&MISSING_OBJECT, cause()),
            (None, _) => (&FAILED, cause()),
        }
    }

    /// Returns the code of what a system often refuses; of all else its own words are told.
    fn code_of_cause(&self) -> Option<&'static Code> {
        let cause: &io::Error = self.cause.as_ref()?.downcast_ref()?;
        match cause.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Some(&DISK_FULL),
            io::ErrorKind::NotFound => Some(&NO_SUCH_FILE),
            io::ErrorKind::PermissionDenied => Some(&NOT_PERMITTED),
            io::ErrorKind::ReadOnlyFilesystem => Some(&READ_ONLY_DISK),
            _ => None,
        }
    }

    /// Makes an error of a failed operation on a path: `doing` is "reading", "writing".
    #[must_use]
    pub fn io(doing: &str, path: &Path, cause: impl Into<io::Error>) -> Self {
        let path = path.display().to_string();
        let context = vec![format!("{doing} {path}")];
        Self {
            context,
            args: vec![("path", path)],
            cause: Some(Box::new(cause.into())),
            ..Self::new(ErrorKind::Io, "")
        }
    }

    /// Adds what was being done when it happened.
    #[must_use]
    pub fn while_doing(mut self, doing: impl Into<String>) -> Self {
        self.context.insert(0, doing.into());
        self
    }

    /// Returns its kind.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.context.join(": "))?;
        if let Some(code) = self.code {
            let args = self.args.iter().map(|(name, value)| format!("{name} {value}")).collect::<Vec<_>>().join("; ");
            write!(f, "{}{code} ({args})", if self.context.is_empty() { "" } else { ": " })?;
        }
        match &self.cause {
            Some(cause) => write!(f, ": {cause}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.as_ref().map(|cause| &**cause as &(dyn std::error::Error + 'static))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_system_often_refuses_has_words() {
        let told = |cause: io::ErrorKind| {
            let (code, args) =
                Error::io("writing", Path::new("public/index.html"), cause).while_doing("publishing").words();
            (code.name, args)
        };
        let path = vec![("path", "public/index.html".to_owned())];
        assert_eq!(told(io::ErrorKind::StorageFull), ("disk-full", path.clone()));
        assert_eq!(told(io::ErrorKind::QuotaExceeded), ("disk-full", path.clone()));
        assert_eq!(told(io::ErrorKind::NotFound), ("no-such-file", path.clone()));
        assert_eq!(told(io::ErrorKind::PermissionDenied), ("not-permitted", path.clone()));
        assert_eq!(told(io::ErrorKind::ReadOnlyFilesystem), ("read-only-disk", path));
        let (code, args) = told(io::ErrorKind::IsADirectory);
        assert_eq!(code, "failed");
        assert_eq!(args, [("cause", "publishing: writing public/index.html: is a directory".to_owned())]);
    }
}
