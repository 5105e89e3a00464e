//! Who wrote: told only where it is asked for.

use super::{CommitId, Repository};
use crate::diag::Error;

/// Who wrote a commit, by the names of `.mailmap`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The address, for finding the role that belongs to it. It is never published.
    pub email: String,
}

/// Tells who wrote which commit.
pub struct People<'r> {
    repository: &'r Repository,
    mailmap: gix::mailmap::Snapshot,
}

impl<'r> People<'r> {
    /// Takes the names from `.mailmap` as it stood in a commit, so that the same commit tells the same names.
    pub(super) fn new(repository: &'r Repository, mailmap: gix::mailmap::Snapshot) -> Self {
        Self { repository, mailmap }
    }

    /// Returns the author of a commit.
    ///
    /// # Errors
    ///
    /// Fails when the commit cannot be read.
    pub fn author(&self, commit: &CommitId) -> Result<Person, Error> {
        let (name, email) = self.repository.signature(commit, &self.mailmap)?;
        Ok(Person { name, email })
    }
}
