//! The past of a site that lies in a git repository.

use super::{
    CommitText, HistoryCache, HistoryDisclosure,
    events::History,
    history_cache::Remembered,
    query::{HistoryQuery, PastVersion},
    redact::redact,
    trace::{CommitRange, trace},
    version_control::VersionControl,
};
use crate::{
    content,
    diag::{Code, Error, ErrorKind},
    git::{CommitId, CommitMatch, NO_SITE_THEN, Repository},
    tree::Tree,
};

/// An edition that names a branch, or whatever else moves.
pub const MOVING_REVISION: Code = Code::error("moving-revision")
    .args(&["id", "revision"])
    .help("an edition that names a branch, or whatever else is another commit tomorrow");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&MOVING_REVISION];

/// The past of a site that lies in a repository, up to a commit.
pub struct GitPast<'r> {
    /// The repository.
    pub repository: &'r Repository,
    /// The commit the site is built from.
    pub head: CommitId,
    /// What earlier builds have kept, where there is such a thing.
    pub kept: Option<HistoryCache<'r>>,
}

impl GitPast<'_> {
    /// Returns the site as it was in a commit.
    fn moment(&self, id: CommitId) -> Result<PastVersion, Error> {
        let recorded = self.repository.commit(&id)?.recorded.date;
        let tree = self.repository.tree_at(&id)?;
        if tree.paths().iter().all(|path| path.as_str() != content::SitePaths::FILE) {
            let folder = self.repository.prefix().join("/");
            let error = Error::coded(ErrorKind::NoSite, &NO_SITE_THEN);
            return Err(error.with("commit", id.short()).with("folder", folder));
        }
        self.repository.require_files(&tree)?;
        let lay_here = tree.place() == self.repository.prefix();
        Ok(PastVersion { id, recorded, lay_here, tree: Box::new(tree) })
    }
}

impl VersionControl for GitPast<'_> {
    fn at(&self, revision: &str) -> Result<PastVersion, Error> {
        let fixed = self.repository.resolve_fixed(revision);
        if self.repository.moves(revision) {
            return Err(Error::coded(ErrorKind::Moving, &MOVING_REVISION).with("revision", revision));
        }
        self.moment(fixed?)
    }

    fn history(&self, asked: &HistoryQuery<'_>) -> Result<History, Error> {
        let since = asked.since.map(|since| self.repository.resolve_fixed(since)).transpose()?;
        // What an incomplete clone does not tell today may be fetched tomorrow.
        let kept = self.kept.filter(|_| !self.repository.is_incomplete());
        if asked.redactions.is_some_and(|redactions| !redactions.is_empty()) {
            self.kept.into_iter().for_each(HistoryCache::forget);
            return Ok(self.tell_all(since, asked)?.history);
        }
        let Some(kept) = kept else { return Ok(self.tell_all(since, asked)?.history) };
        let key = kept.key(self.repository, since, asked);
        let known = kept.recall(asked, &key);
        if let Some(known) = known.as_ref().filter(|known| known.newest() == Some(self.head)) {
            return Ok(known.history.clone());
        }
        let rest = known.map(|known| self.on_from(known)).transpose()?.flatten();
        let told = rest.map(|rest| trace(self.repository, rest, asked)).transpose()?.flatten();
        let told = match told {
            Some(told) => told,
            None => self.tell_all(since, asked)?,
        };
        kept.keep(asked, &key, &told);
        Ok(told.history)
    }

    fn commit(&self, id: &str) -> Result<CommitMatch, Error> {
        self.repository.find_commit(id)
    }

    fn said(&self, commits: &[CommitId], shown: HistoryDisclosure) -> Result<Vec<CommitText>, Error> {
        let people = self.repository.people(&self.head)?;
        commits.iter().map(|commit| CommitText::of(&people, commit, shown)).collect()
    }

    fn newest(&self) -> Result<Option<PastVersion>, Error> {
        match self.moment(self.head) {
            Err(error) if matches!(error.kind(), ErrorKind::NoSite | ErrorKind::MissingObject) => Ok(None),
            moment => moment.map(Some),
        }
    }

    fn kept(&self) -> Option<(HistoryCache<'_>, String)> {
        let kept = self.kept.filter(|_| !self.repository.is_incomplete())?;
        Some((kept, self.repository.prefix().join("/")))
    }

    fn is_incomplete(&self) -> bool {
        self.repository.is_incomplete()
    }
}

impl GitPast<'_> {
    /// Tells all there is, from the commit that history counts from.
    fn tell_all(&self, since: Option<CommitId>, asked: &HistoryQuery<'_>) -> Result<Remembered, Error> {
        let told = trace(self.repository, self.all(since)?, asked)?.unwrap_or_default();
        let Some(redactions) = asked.redactions.filter(|redactions| !redactions.is_empty()) else { return Ok(told) };
        let all = since.map(|_| trace(self.repository, self.all(None)?, asked)).transpose()?.flatten();
        let history = redact(&told.history, all.as_ref().map(|all| &all.history), redactions);
        // What cannot be read, and what stood before, is needed only to tell it on.
        Ok(Remembered { history, ..Remembered::default() })
    }

    /// Returns all that is to be told, from the commit that history counts from.
    fn all(&self, since: Option<CommitId>) -> Result<CommitRange, Error> {
        let commits = self.repository.first_parent(&self.head, since.as_ref())?;
        // Where older commits were not fetched, history begins with what stood in the oldest that was.
        let cut = commits.last().filter(|oldest| oldest.is_boundary).map(|oldest| oldest.id);
        Ok(CommitRange { base: since.or(cut), commits, known: Remembered::default() })
    }

    /// Returns what is to be told after what is known; nothing where that lies off the branch.
    fn on_from(&self, known: Remembered) -> Result<Option<CommitRange>, Error> {
        // What was hidden when it went may have come back since: only from the beginning can that be told.
        // Where it is not known how a file is written, what it says is told once that is known: it began earlier.
        let base = known.newest().filter(|_| known.history.departed().is_empty() && !known.is_waiting);
        let Some(base) = base else { return Ok(None) };
        let commits = self.repository.first_parent(&self.head, Some(&base))?;
        let is_on_branch = commits.last().is_some_and(|oldest| oldest.parent == Some(base));
        Ok(is_on_branch.then_some(CommitRange { base: Some(base), commits, known }))
    }
}

/// The past as it will be once a commit bears a name: it shows what an edition would be before it is cut.
pub struct Foreseen<'p> {
    /// The past as it is.
    pub past: GitPast<'p>,
    /// The name the commit will bear.
    pub name: &'p str,
    /// The commit.
    pub commit: CommitId,
}

impl VersionControl for Foreseen<'_> {
    fn at(&self, revision: &str) -> Result<PastVersion, Error> {
        if revision == self.name { self.past.moment(self.commit) } else { self.past.at(revision) }
    }

    fn history(&self, asked: &HistoryQuery<'_>) -> Result<History, Error> {
        self.past.history(asked)
    }

    fn said(&self, commits: &[CommitId], shown: HistoryDisclosure) -> Result<Vec<CommitText>, Error> {
        self.past.said(commits, shown)
    }

    fn commit(&self, id: &str) -> Result<CommitMatch, Error> {
        self.past.commit(id)
    }

    fn newest(&self) -> Result<Option<PastVersion>, Error> {
        self.past.newest()
    }

    fn is_incomplete(&self) -> bool {
        self.past.is_incomplete()
    }
}
