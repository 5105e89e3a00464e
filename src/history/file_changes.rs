//! What commits made of files, one file at a time.

use std::sync::Arc;

use super::{
    blob_index::{FileVersion, PathAt},
    query::HistoryQuery,
};
use crate::{
    compare::NameIndex,
    content::Viewer,
    value::{Date, RelPath},
};

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

/// What steps are about.
#[derive(Clone, Copy)]
pub(super) struct TracedFiles<'s> {
    pub asked: &'s HistoryQuery<'s>,
    /// The place of the first commit that is told, and the days all of them were recorded.
    pub days: (usize, &'s [Date]),
    pub paths: &'s [RelPath],
    /// What records are called before the first commit.
    pub known: &'s NameIndex,
}

impl TracedFiles<'_> {
    /// Returns the viewer as he was when a commit was recorded: what was under embargo then was not published.
    pub fn viewer_at(&self, commit: Option<usize>) -> Viewer {
        let (first, days) = self.days;
        let day = commit.and_then(|commit| days.get(commit.checked_sub(first)?));
        day.map_or(self.asked.viewer, |day| self.asked.viewer.on(*day))
    }
}
