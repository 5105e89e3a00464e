//! What a build asks of version control, and what it is told.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::{
    CommitText, Departed, HistoryCache, HistoryDisclosure,
    memory::Remembered,
    trace::{PlanChanges, trace},
};
use crate::{
    compare::{Change, NameIndex, Unreadable},
    content::{self, Viewer, Withheld},
    diag::{Code, Error, ErrorKind},
    git::{Commit, CommitId, NO_SITE_THEN, Repository},
    tree::Tree,
    value::{Date, Id},
};

/// An edition that names a branch, or whatever else moves.
pub const MOVING_REVISION: Code = Code::error("moving-revision")
    .args(&["id", "revision"])
    .help("an edition that names a branch, or whatever else is another commit tomorrow");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&MOVING_REVISION];

/// What version control knows of a site: git, or trees in memory in a test.
pub trait VersionControl: Sync {
    /// Returns the site as it was at a revision: a tag or a commit.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] of kind [`ErrorKind::NotFound`] when there is no such revision, of kind
    /// [`ErrorKind::Moving`] when it is a branch or whatever else moves, of kind
    /// [`ErrorKind::NoSite`] when the site was not in it, and when its files cannot be read or were not fetched.
    fn at(&self, revision: &str) -> Result<PastVersion, Error>;

    /// Returns what was said when.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] when a commit or a file of the past cannot be read.
    fn history(&self, asked: &HistoryQuery<'_>) -> Result<History, Error>;

    /// Tells whether a history was told from a moment on, or from before: only then is it known what has been hidden and
    /// taken out of the files since.
    fn reaches(&self, history: &History, moment: &PastVersion) -> bool {
        moment.lay_here && history.place(&moment.id).is_some()
    }

    /// Returns what commits say of themselves, in their order, as far as that is shown.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] when a commit cannot be read.
    fn said(&self, commits: &[CommitId], shown: HistoryDisclosure) -> Result<Vec<CommitText>, Error>;

    /// Returns the site as it stands in the commit that is checked out; nothing where that is not to be had.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] when it cannot be read.
    fn newest(&self) -> Result<Option<PastVersion>, Error> {
        Ok(None)
    }

    /// Tells whether older commits are missing, which every page must then say.
    fn is_incomplete(&self) -> bool {
        false
    }
}

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

    fn is_incomplete(&self) -> bool {
        self.repository.is_incomplete()
    }
}

impl GitPast<'_> {
    /// Tells all there is, from the commit that history counts from.
    fn tell_all(&self, since: Option<CommitId>, asked: &HistoryQuery<'_>) -> Result<Remembered, Error> {
        Ok(trace(self.repository, self.all(since)?, asked)?.unwrap_or_default())
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

/// A stretch of history that is to be told.
pub(super) struct CommitRange {
    /// The commit it counts from: what stood in it is where the stretch begins.
    pub base: Option<CommitId>,
    /// Its commits, the newest first.
    pub commits: Vec<Commit>,
    /// What was told of the commits before it.
    pub known: Remembered,
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

    fn newest(&self) -> Result<Option<PastVersion>, Error> {
        self.past.newest()
    }

    fn is_incomplete(&self) -> bool {
        self.past.is_incomplete()
    }
}

/// The site at one commit.
pub struct PastVersion {
    /// The commit.
    pub id: CommitId,
    /// The day it was recorded, in Copenhagen.
    pub recorded: Date,
    /// Whether the site lay then where it lies today.
    pub lay_here: bool,
    /// The files of the site.
    pub tree: Box<dyn Tree>,
}

/// What is asked of the past.
#[derive(Clone, Copy)]
pub struct HistoryQuery<'a> {
    /// Whom the history is for, and as of when: no report that is later is in it.
    pub viewer: Viewer,
    /// What the site of today does not show, by plan.
    pub hidden: Option<&'a BTreeMap<Id, Withheld>>,
    /// The tag or commit that history counts from: what stood in it is where it begins.
    pub since: Option<&'a str>,
    /// What is shown beside what changed.
    pub shown: HistoryDisclosure,
}

/// What was said when, from the oldest commit to the newest.
#[derive(Clone, Debug, Default)]
pub struct History {
    commits: Vec<CommitFacts>,
    /// The place of each commit.
    places: BTreeMap<CommitId, usize>,
    /// What changed of each plan, and of what all plans share, in the order of the commits.
    events: BTreeMap<Option<Id>, Vec<Event>>,
    unreadable: Vec<(usize, Unreadable)>,
    names: NameIndex,
    /// What was hidden when it went.
    departed: Departed,
    /// Commits that also concern what is hidden, or cannot be read; only where messages are shown.
    discreet: BTreeSet<usize>,
}

/// A commit, as readers may know of it: neither who nor why.
#[derive(Clone, Copy, Debug)]
pub struct CommitFacts {
    /// Its id.
    pub id: CommitId,
    /// The day it was recorded, in Copenhagen.
    pub recorded: Date,
    /// The second it was recorded.
    pub at: Timestamp,
}

/// A change and when it was recorded.
#[derive(Clone, Debug)]
pub struct Event {
    /// The commit: its place among [`History::commits`].
    pub commit: usize,
    /// What changed. Its values say by themselves what they mean: amounts have their unit, levels are words.
    pub change: Change,
}

impl History {
    /// Puts a history together again.
    pub(super) fn of(
        commits: Vec<CommitFacts>,
        events: BTreeMap<Option<Id>, Vec<Event>>,
        unreadable: Vec<(usize, Unreadable)>,
        names: NameIndex,
        departed: Departed,
        discreet: BTreeSet<usize>,
    ) -> Self {
        let places = commits.iter().enumerate().map(|(place, commit)| (commit.id, place)).collect();
        Self { commits, places, events, unreadable, names, departed, discreet }
    }

    /// Adds what was told of further commits, of plans side by side.
    pub(super) fn extend(&mut self, commits: impl Iterator<Item = CommitFacts>, all: Vec<PlanChanges>) {
        for facts in commits {
            self.places.insert(facts.id, self.commits.len());
            self.commits.push(facts);
        }
        let known = self.unreadable.len();
        for PlanChanges { events, unreadable, names, departed, discreet } in all {
            self.departed.extend(departed);
            self.discreet.extend(discreet);
            for event in events {
                match self.events.get_mut(&event.change.subject.plan) {
                    Some(known) => known.push(event),
                    None => drop(self.events.insert(event.change.subject.plan.clone(), vec![event])),
                }
            }
            self.unreadable.extend(unreadable);
            self.names.adopt(&names);
        }
        if let Some(new) = self.unreadable.get_mut(known..) {
            new.sort();
        }
    }

    /// Returns what changed of each plan.
    pub(super) fn by_plan(&self) -> &BTreeMap<Option<Id>, Vec<Event>> {
        &self.events
    }

    /// Returns the commits, the oldest first.
    #[must_use]
    pub fn commits(&self) -> &[CommitFacts] {
        &self.commits
    }

    /// Returns what changed: of each plan in the order of the commits, in each of them in that of the subjects.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.events.values().flatten()
    }

    /// Returns the versions that cannot be read, each with its commit.
    #[must_use]
    pub fn unreadable(&self) -> &[(usize, Unreadable)] {
        &self.unreadable
    }

    /// Returns what records are called in the end.
    #[must_use]
    pub fn names(&self) -> &NameIndex {
        &self.names
    }

    /// Returns what was hidden when it went: no version of it may be told of.
    #[must_use]
    pub fn departed(&self) -> &Departed {
        &self.departed
    }

    /// Returns the commits that also concern what is hidden, or what cannot be read, where messages are shown: such a
    /// message may tell of it.
    #[must_use]
    pub fn discreet(&self) -> &BTreeSet<usize> {
        &self.discreet
    }

    /// Returns the place of a commit in the order of the history.
    #[must_use]
    pub fn place(&self, id: &CommitId) -> Option<usize> {
        self.places.get(id).copied()
    }
}
