//! What a build asks of version control, and what it is told.

use super::{
    CommitText, HistoryCache, HistoryDisclosure,
    events::History,
    query::{HistoryQuery, PastVersion},
};
use crate::{
    diag::Error,
    git::{CommitId, CommitMatch},
};

/// What version control knows of a site: git, or trees in memory in a test.
pub trait VersionControl: Sync {
    /// Returns the site as it was at a revision: a tag or a commit.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] of kind [`NotFound`](crate::diag::ErrorKind::NotFound) when there is no such revision, of kind
    /// [`Moving`](crate::diag::ErrorKind::Moving) when it is a branch or whatever else moves, of kind
    /// [`NoSite`](crate::diag::ErrorKind::NoSite) when the site was not in it, and when its files cannot be read or were not fetched.
    fn at(&self, revision: &str) -> Result<PastVersion, Error>;

    /// Returns what was said when.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] when a commit or a file of the past cannot be read.
    fn history(&self, asked: &HistoryQuery<'_>) -> Result<History, Error>;

    /// Tells whether a history was told from a moment on, or from before: only then is it known what has been hidden and
    /// taken out of the files since.
    fn reaches(&self, history: &History, moment: &PastVersion) -> bool {
        moment.lay_here && history.place(&moment.id).is_some()
    }

    /// Returns what commits say of themselves, in their order, as far as that is shown.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] when a commit cannot be read.
    fn said(&self, commits: &[CommitId], shown: HistoryDisclosure) -> Result<Vec<CommitText>, Error>;

    /// Finds a commit by its id or the beginning of it.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] when the repository cannot be read.
    fn commit(&self, _id: &str) -> Result<CommitMatch, Error> {
        Ok(CommitMatch::None)
    }

    /// Returns the site as it stands in the commit that is checked out; nothing where that is not to be had.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] when it cannot be read.
    fn newest(&self) -> Result<Option<PastVersion>, Error> {
        Ok(None)
    }

    /// Returns what earlier builds have kept of this past, and a text that no other past of the same commits has; nothing where it
    /// may not be believed.
    fn kept(&self) -> Option<(HistoryCache<'_>, String)> {
        None
    }

    /// Tells whether older commits are missing, which every page must then say.
    fn is_incomplete(&self) -> bool {
        false
    }
}
