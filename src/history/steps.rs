//! What commits made of files, one file at a time.

use std::sync::Arc;

use super::versions::{FileVersion, PathAt};

/// A file that a commit changed.
pub(super) struct FileChange {
    /// The commit, by its place from the oldest; `None` is before the first.
    pub commit: Option<usize>,
    pub path: PathAt,
    pub after: FileAfterCommit,
}

/// What a commit made of a file.
pub(super) enum FileAfterCommit {
    /// It is gone.
    Gone,
    /// It cannot be read; this stands for it, and is closed, where a mark may be in it.
    Unreadable(Option<Arc<FileVersion>>),
    /// Nobody can say how the site is written, and it is gone: that is told once somebody can.
    Unknown,
    /// It is no record: nothing is told of it.
    Other,
    /// It is this.
    Version(Arc<FileVersion>),
}
