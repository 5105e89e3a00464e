//! The repository a site lies in, opened for commands that tell of the past.

use fremdrift::{
    diag::{Code, Error, ErrorKind},
    git::{self, CommitId, Completeness, Repository},
    history::GitPast,
    locale::Word,
    pipeline::NO_REPOSITORY,
};

use super::{CommonOptions, cache::SiteCache, codes::NO_COMMIT, words};

/// How much of the past must be there.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct HistoryRequirement {
    /// Go on in a clone that lacks older commits or files, and say so
    #[arg(long)]
    incomplete_history: bool,
}

/// A repository with at least one commit.
pub struct OpenedRepository {
    pub repository: Repository,
    pub head: CommitId,
}

/// Why a site has no past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoHistory {
    /// It lies in no repository.
    Repository,
    /// Nothing has been committed yet.
    Commit,
}

impl NoHistory {
    /// Returns what is said where one can do without.
    pub fn said(self) -> &'static Word {
        match self {
            Self::Repository => &words::SAY_NO_REPOSITORY,
            Self::Commit => &words::SAY_NO_COMMIT,
        }
    }
}

impl From<NoHistory> for Error {
    fn from(missing: NoHistory) -> Self {
        let code: &'static Code = match missing {
            NoHistory::Repository => &NO_REPOSITORY,
            NoHistory::Commit => &NO_COMMIT,
        };
        Self::coded(ErrorKind::NotFound, code)
    }
}

impl OpenedRepository {
    /// Opens the repository the site lies in, or tells why there is no past.
    pub fn find(common: &CommonOptions, whole: HistoryRequirement) -> Result<Result<Self, NoHistory>, Error> {
        Self::with(common, if whole.incomplete_history { Completeness::Any } else { Completeness::Required })
    }

    /// The same, for commands that say how much of the past they need.
    pub fn with(common: &CommonOptions, completeness: Completeness) -> Result<Result<Self, NoHistory>, Error> {
        let Some(repository) = Repository::discover(&common.root, completeness)? else {
            return Ok(Err(NoHistory::Repository));
        };
        Ok(repository.head()?.map(|head| Self { repository, head }).ok_or(NoHistory::Commit))
    }

    /// Counts the commits whose clocks cannot be right.
    pub fn odd_times(&self) -> Result<usize, Error> {
        Ok(git::odd_times(&self.repository.first_parent(&self.head, None)?).len())
    }

    /// Returns the past up to what is checked out, with what earlier builds have kept of it.
    pub fn past<'o>(&'o self, cache: Option<&'o SiteCache>) -> GitPast<'o> {
        GitPast { repository: &self.repository, head: self.head, kept: cache.map(SiteCache::kept) }
    }
}
