//! A history as events: what changed, by plan and commit.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::{Departed, redaction::RedactedHistory};
use crate::{
    compare::{Change, NameIndex, Unreadable},
    git::CommitId,
    value::{Date, Id},
};

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
    /// What was withheld of it; nothing where nothing was to be.
    redacted: Option<RedactedHistory>,
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
        Self { commits, places, events, unreadable, names, departed, discreet, redacted: None }
    }

    /// Notes what was withheld of it. Its records then bear the ids they have last.
    pub(super) fn redacted_as(self, redacted: RedactedHistory) -> Self {
        Self { redacted: Some(redacted), ..self }
    }

    /// Returns what was withheld of it; nothing where nothing was to be.
    #[must_use]
    pub fn redacted(&self) -> Option<&RedactedHistory> {
        self.redacted.as_ref()
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

/// What was told of some plans.
#[derive(Default)]
pub(super) struct PlanChanges {
    pub events: Vec<Event>,
    pub unreadable: Vec<(usize, Unreadable)>,
    pub names: NameIndex,
    pub departed: Departed,
    pub discreet: BTreeSet<usize>,
}
