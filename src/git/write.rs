//! A new repository with a history, for a demonstration.

use std::path::Path;

use super::{CommitId, NewTag};
use crate::{
    diag::{Error, ErrorKind},
    value::RelPath,
};

/// Who does something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// A role, such as `Økonomi`.
    pub name: String,
    /// An address; empty where there is none.
    pub email: String,
    /// When.
    pub at: jiff::Timestamp,
}

/// What a commit does to one file: its new bytes, or `None` to take it away.
pub type Change<'c> = (&'c RelPath, Option<&'c [u8]>);

/// A commit to be made.
#[derive(Clone, Debug)]
pub struct NewCommit<'c> {
    /// What it changes.
    pub changes: &'c [Change<'c>],
    /// What it says.
    pub message: &'c str,
    /// Who makes it, and when.
    pub by: &'c Signature,
}

/// A repository that is being made.
pub struct NewRepository {}

impl NewRepository {
    /// Begins a repository in a folder that is empty or not there yet.
    ///
    /// # Errors
    ///
    /// Answers [`ErrorKind::ForeignFiles`] when the folder holds anything.
    pub fn create(folder: &Path) -> Result<Self, Error> {
        Err(Error::new(ErrorKind::Repository, format!("{} cannot be made yet", folder.display())))
    }

    /// Adds a commit to the branch `main`.
    ///
    /// # Errors
    ///
    /// Fails when something cannot be written.
    pub fn commit(&mut self, commit: &NewCommit<'_>) -> Result<CommitId, Error> {
        Err(Error::new(ErrorKind::Repository, format!("{} cannot be made yet", commit.message)))
    }

    /// Makes a tag, as [`Repository::tag`](super::Repository::tag) does.
    ///
    /// # Errors
    ///
    /// As there.
    pub fn tag(&self, tag: &NewTag<'_>) -> Result<(), Error> {
        Err(Error::new(ErrorKind::Repository, format!("{} cannot be made yet", tag.name)))
    }

    /// Writes the files of the last commit to the folder, and the index: everything is as after a commit.
    ///
    /// # Errors
    ///
    /// Fails when something cannot be written.
    pub fn finish(self) -> Result<(), Error> {
        Ok(())
    }
}
