//! What a build asks of version control.

use crate::{diag::Error, tree::Tree, value::Date};

/// What version control knows of a site: git, or trees in memory in a test.
pub trait Past: Sync {
    /// Returns the site as it was at a revision: a tag, a branch or a commit.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] when there is no such revision, or its files cannot be read.
    fn at(&self, revision: &str) -> Result<Moment, Error>;
}

/// The site at one commit.
pub struct Moment {
    /// The commit, as people write it: the first digits of its name.
    pub commit: String,
    /// The day it was recorded, in Copenhagen.
    pub recorded: Date,
    /// The files of the site.
    pub tree: Box<dyn Tree>,
}
