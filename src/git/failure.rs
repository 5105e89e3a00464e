//! What went wrong in the repository, as an error for whoever runs the program.

use crate::diag::{Error, ErrorKind};

/// Makes an error of one that git objects, references or the index met: all it says, in one line.
pub(super) fn failed(doing: impl Into<String>, error: &gix::Error) -> Error {
    let kind = match error {
        error if error.is_resource_exhausted() => ErrorKind::Limit,
        error if error.is_not_found() => ErrorKind::MissingObject,
        _ => ErrorKind::Repository,
    };
    Error::new(kind, told(error)).while_doing(doing)
}

/// Returns what an error and its causes say, each thing once.
pub(super) fn told(error: &gix::Error) -> String {
    let mut said: Vec<String> = Vec::new();
    for cause in error.iter_errors().map(|error| error.to_string()) {
        if !cause.is_empty() && !said.iter().any(|known| known.contains(&cause)) {
            said.push(cause);
        }
    }
    said.join(": ")
}
