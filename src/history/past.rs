//! What a build asks of version control, and what it is told.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{Change, Named, Names, Unreadable, trace};
use crate::{
    content::{Context, Viewer, Withheld},
    diag::Error,
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
        Ok(Moment { id, recorded, tree: Box::new(self.repository.tree_at(&id)?) })
    }
}

impl Past for GitPast<'_> {
    fn at(&self, revision: &str) -> Result<Moment, Error> {
        self.moment(self.repository.resolve(revision)?)
    }

    fn history(&self, asked: &Asked<'_>) -> Result<History, Error> {
        let since = asked.since.map(|since| self.repository.resolve(since)).transpose()?;
        let mut commits = self.repository.first_parent(&self.head, since.as_ref())?;
        commits.reverse();
        // Where history is cut off, what stood in its oldest commit is where it begins: nothing was new in it.
        let cut_off = commits.first().filter(|oldest| oldest.is_boundary).map(|oldest| oldest.id);
        let base = match since.or(cut_off) {
            Some(since) => self.repository.tree_at(&since)?.files().map(|(path, blob)| (path.clone(), blob)).collect(),
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
    /// The commits, the oldest first.
    pub commits: Vec<CommitFacts>,
    /// What changed, in the order of the commits.
    pub events: Vec<Event>,
    /// The versions that cannot be read, each with its commit.
    pub unreadable: Vec<(usize, Unreadable)>,
    /// What records are called in the end.
    pub names: Names,
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
    /// The commit: an index into [`History::commits`].
    pub commit: usize,
    /// What changed. Its values say by themselves what they mean: amounts have their unit, levels are words.
    pub change: Change,
    /// What the record was called then.
    pub called: Option<Named>,
}

impl History {
    /// Returns the place of a commit in the order of the history.
    #[must_use]
    pub fn place(&self, id: &CommitId) -> Option<usize> {
        self.commits.iter().position(|commit| commit.id == *id)
    }
}
