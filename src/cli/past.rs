//! The repository a site lies in, for commands that tell of the past.

use fremdrift::{
    diag::Error,
    git::{self, CommitId, Completeness, Repository},
    history::GitPast,
};

use super::{Common, cache::Cache};

/// How much of the past must be there.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Whole {
    /// Go on in a clone that lacks older commits; what is made of it says so
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
        Self::with(common, if whole.incomplete_history { Completeness::Any } else { Completeness::Required })
    }

    /// The same, for commands that say how much of the past they need.
    pub fn with(common: &Common, completeness: Completeness) -> Result<Option<Self>, Error> {
        let Some(repository) = Repository::discover(&common.root, completeness)? else { return Ok(None) };
        Ok(repository.head()?.map(|head| Self { repository, head }))
    }

    /// Counts the commits whose clocks cannot be right.
    pub fn odd_times(&self) -> Result<usize, Error> {
        Ok(git::odd_times(&self.repository.first_parent(&self.head, None)?).len())
    }

    /// Returns the past up to what is checked out, with what earlier builds have kept of it.
    pub fn past<'o>(&'o self, cache: Option<&'o Cache>) -> GitPast<'o> {
        GitPast { repository: &self.repository, head: self.head, kept: cache.map(Cache::kept) }
    }
}
