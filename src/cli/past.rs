//! The repository a site lies in, for commands that tell of the past.

use fremdrift::{
    diag::Error,
    git::{CommitId, Completeness, Repository},
    history::GitPast,
};

use super::{Common, cache::Cache};

/// How much of the past must be there.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Whole {
    /// Build from a clone that lacks older commits, and say so on every page
    #[arg(long)]
    incomplete_history: bool,
}

/// A repository with at least one commit.
pub struct Opened {
    pub repository: Repository,
    pub head: CommitId,
}

impl Opened {
    /// Opens the repository the site lies in; `None` where it lies in none, or nothing has been committed yet.
    pub fn find(common: &Common, whole: Whole) -> Result<Option<Self>, Error> {
        let completeness = if whole.incomplete_history { Completeness::Any } else { Completeness::Required };
        let Some(repository) = Repository::discover(&common.root, completeness)? else { return Ok(None) };
        Ok(repository.head()?.map(|head| Self { repository, head }))
    }

    /// Returns the past up to what is checked out, with what earlier builds have kept of it.
    pub fn past<'o>(&'o self, cache: Option<&'o Cache>) -> GitPast<'o> {
        GitPast { repository: &self.repository, head: self.head, kept: cache.map(Cache::kept) }
    }
}
