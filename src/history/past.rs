//! What a build asks of version control, and what it is told.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;

use super::{Change, Names, Unreadable, trace, trace::Told};
use crate::{
    content::{self, Context, Viewer, Withheld},
    diag::{Error, ErrorKind},
    git::{CommitId, Repository},
    tree::Tree,
    value::{Date, Id},
};

/// What version control knows of a site: git, or trees in memory in a test.
pub trait Past: Sync {
    /// Returns the site as it was at a revision: a tag, a branch or a commit.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] when there is no such revision, or its files cannot be read.
    fn at(&self, revision: &str) -> Result<Moment, Error>;

    /// Returns what was said when.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] when a commit or a file of the past cannot be read.
    fn history(&self, asked: &Asked<'_>) -> Result<History, Error>;

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
}

impl GitPast<'_> {
    /// Returns the site as it was in a commit.
    fn moment(&self, id: CommitId) -> Result<Moment, Error> {
        let recorded = self.repository.commit(&id)?.recorded.date;
        let tree = self.repository.tree_at(&id)?;
        if tree.paths().iter().all(|path| path.as_str() != content::Site::FILE) {
            let message = format!("there was no site in commit {}", id.short());
            return Err(Error::new(ErrorKind::NotFound, message));
        }
        Ok(Moment { id, recorded, tree: Box::new(tree) })
    }
}

impl Past for GitPast<'_> {
    fn at(&self, revision: &str) -> Result<Moment, Error> {
        self.moment(self.repository.resolve_fixed(revision)?)
    }

    fn history(&self, asked: &Asked<'_>) -> Result<History, Error> {
        let since = asked.since.map(|since| self.repository.resolve_fixed(since)).transpose()?;
        let commits = self.repository.first_parent(&self.head, since.as_ref())?;
        // Where older commits were not fetched, history begins with what stood in the oldest that was.
        let cut = commits.last().filter(|oldest| oldest.is_boundary).map(|oldest| oldest.id);
        let base = match since.or(cut) {
            Some(base) => self.repository.tree_at(&base)?.files().map(|(path, blob)| (path.clone(), blob)).collect(),
            None => Vec::new(),
        };
        trace(self.repository, &commits, base, asked)
    }

    fn is_incomplete(&self) -> bool {
        self.repository.is_incomplete()
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

impl Past for Foreseen<'_> {
    fn at(&self, revision: &str) -> Result<Moment, Error> {
        if revision == self.name { self.past.moment(self.commit) } else { self.past.at(revision) }
    }

    fn history(&self, asked: &Asked<'_>) -> Result<History, Error> {
        self.past.history(asked)
    }

    fn is_incomplete(&self) -> bool {
        self.past.is_incomplete()
    }
}

/// The site at one commit.
pub struct Moment {
    /// The commit.
    pub id: CommitId,
    /// The day it was recorded, in Copenhagen.
    pub recorded: Date,
    /// The files of the site.
    pub tree: Box<dyn Tree>,
}

/// What is asked of the past.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// Whom the history is for, and as of when: no report that is later is in it.
    pub viewer: Viewer,
    /// How files are parsed.
    pub context: &'a Context,
    /// What the site of today does not show, by plan.
    pub hidden: Option<&'a BTreeMap<Id, Withheld>>,
    /// The tag or commit that history counts from: what stood in it is where it begins.
    pub since: Option<&'a str>,
}

/// What was said when, from the oldest commit to the newest.
#[derive(Clone, Debug, Default)]
pub struct History {
    commits: Vec<CommitFacts>,
    /// The place of each commit.
    places: HashMap<CommitId, usize>,
    /// What changed, as it was told side by side.
    events: Vec<Vec<Event>>,
    unreadable: Vec<(usize, Unreadable)>,
    names: Names,
    /// What was hidden when it went, by plan.
    departed: BTreeMap<Id, Withheld>,
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
    /// Puts together what was told of plans side by side.
    pub(super) fn new(commits: Vec<CommitFacts>, all: Vec<Told>) -> Self {
        let places = commits.iter().enumerate().map(|(place, commit)| (commit.id, place)).collect();
        let names = Names::joined(all.iter().map(|told| &told.names));
        let mut history = Self { commits, places, names, ..Self::default() };
        for Told { events, unreadable, departed, .. } in all {
            history.departed.extend(departed.0);
            history.events.push(events);
            history.unreadable.extend(unreadable);
        }
        history.unreadable.sort();
        history
    }

    /// Returns the commits, the oldest first.
    #[must_use]
    pub fn commits(&self) -> &[CommitFacts] {
        &self.commits
    }

    /// Returns what changed: of each plan in the order of the commits, in each of them in that of the subjects.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.events.iter().flatten()
    }

    /// Returns the versions that cannot be read, each with its commit.
    #[must_use]
    pub fn unreadable(&self) -> &[(usize, Unreadable)] {
        &self.unreadable
    }

    /// Returns what records are called in the end.
    #[must_use]
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Returns what was hidden when it went, by plan: no version of it may be told of.
    #[must_use]
    pub fn departed(&self) -> &BTreeMap<Id, Withheld> {
        &self.departed
    }

    /// Returns the place of a commit in the order of the history.
    #[must_use]
    pub fn place(&self, id: &CommitId) -> Option<usize> {
        self.places.get(id).copied()
    }
}
