//! The tag that names an edition.

use super::{CommitId, Repository, Signature};
use crate::diag::{Error, ErrorKind};

/// A tag to be made.
#[derive(Clone, Debug)]
pub struct NewTag<'t> {
    /// Its name, such as `udgave/2020-08-12`.
    pub name: &'t str,
    /// The commit it names.
    pub commit: CommitId,
    /// What it says.
    pub message: &'t str,
    /// Who makes it, and when.
    pub by: &'t Signature,
}

impl Repository {
    /// Makes an annotated tag: it remembers who cut the edition and when, and `git push --follow-tags` takes it along,
    /// as it does not a light one.
    ///
    /// # Errors
    ///
    /// Answers [`ErrorKind::Exists`] when there is a tag of that name, and fails when its name is none or it cannot
    /// be written.
    pub fn tag(&self, tag: &NewTag<'_>) -> Result<(), Error> {
        Err(Error::new(ErrorKind::Repository, format!("tag {} cannot be written yet", tag.name)))
    }
}
