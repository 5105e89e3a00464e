//! What each commit came to, with every record under the id it has last.

use std::{collections::BTreeMap, sync::Arc};

use super::{Event, History, blob_index::plan_of};
use crate::{
    compare::{Change, ChangeKind, RecordKey, RecordKind, Unreadable},
    value::{Date, Id},
};

/// What one commit came to.
#[derive(Clone, Debug, PartialEq)]
pub struct CommitChanges {
    /// Its place in the order of the history.
    pub place: usize,
    /// The day it was recorded.
    pub recorded: Date,
    /// The short id of the commit.
    pub id: String,
    /// What it changed, sorted by subject.
    pub changes: Vec<Change>,
    /// The files whose new version cannot be read.
    pub unreadable: Vec<Unreadable>,
}

impl History {
    /// Returns what each commit came to, the oldest first. Records that have a new id bear it from the beginning, so
    /// that the story of a record is one story. Commits that changed nothing are left out.
    #[must_use]
    pub fn revisions(&self) -> Vec<CommitChanges> {
        let mut told: BTreeMap<usize, (Vec<Change>, Vec<Unreadable>)> = BTreeMap::new();
        for (_, event) in self.followed() {
            told.entry(event.commit).or_default().0.push(event.change);
        }
        for (commit, file) in self.unreadable() {
            told.entry(*commit).or_default().1.push(file.clone());
        }
        let revision = |(place, (changes, unreadable)): (usize, (Vec<Change>, Vec<Unreadable>))| {
            let facts = self.commits().get(place)?;
            Some(CommitChanges { place, recorded: facts.recorded, id: facts.id.short(), changes, unreadable })
        };
        told.into_iter().filter_map(revision).collect()
    }

    /// Returns all events in the order of the commits, each with the key that its record had then, and under the one it has
    /// last.
    pub(super) fn followed(&self) -> Vec<(RecordKey, Event)> {
        let mut ids = LaterIds::default();
        // Plans were told side by side; from its end history is gone through as a whole.
        let mut events: Vec<&Event> = self.events().collect();
        events.sort_by_key(|event| event.commit);
        let follow = |event: &Event| {
            let (then, change) = (event.change.subject.clone(), event.change.clone());
            // Where something is withheld, that has been done, while it was known which record had which id.
            let change = if self.redacted().is_some() { change } else { ids.follow(change) };
            (then, Event { commit: event.commit, change })
        };
        let mut followed: Vec<_> = events.into_iter().rev().map(follow).collect();
        followed.reverse();
        followed
    }

    /// Returns what each commit came to plan by plan, so that the pages of one need not look at all.
    #[must_use]
    pub fn chronicle(&self) -> HistoryByPlan {
        let mut plans: BTreeMap<Option<Id>, Vec<CommitChanges>> = BTreeMap::new();
        for mut revision in self.revisions() {
            let (changes, unreadable) =
                (std::mem::take(&mut revision.changes), std::mem::take(&mut revision.unreadable));
            for change in changes {
                let plan = plans.entry(change.subject.plan.clone()).or_default();
                same_commit(plan, &revision).changes.push(change);
            }
            for file in unreadable {
                let plan = plans.entry(plan_of(&file.path).and_then(Id::new)).or_default();
                same_commit(plan, &revision).unreadable.push(file);
            }
        }
        HistoryByPlan(plans)
    }
}

/// Returns what a commit came to for a plan, of which the commits so far are given.
fn same_commit<'r>(plan: &'r mut Vec<CommitChanges>, commit: &CommitChanges) -> &'r mut CommitChanges {
    if plan.last().is_none_or(|last| last.place != commit.place) {
        plan.push(commit.clone());
    }
    plan.last_mut().expect("one was just put there")
}

/// What each commit came to, plan by plan.
#[derive(Clone, Debug, Default)]
pub struct HistoryByPlan(BTreeMap<Option<Id>, Vec<CommitChanges>>);

impl HistoryByPlan {
    /// Returns what was recorded of a plan (of none: of what all plans share), the oldest first.
    #[must_use]
    pub fn of(&self, plan: Option<&Id>) -> &[CommitChanges] {
        self.0.get(&plan.cloned()).map_or(&[], Vec::as_slice)
    }

    /// Returns what was recorded of what all plans share and of each plan.
    pub(crate) fn all(&self) -> impl Iterator<Item = &CommitChanges> {
        self.0.values().flatten()
    }
}

/// The ids that records got later, while history is gone through from its end.
#[derive(Default)]
struct LaterIds {
    plans: BTreeMap<Arc<str>, Id>,
    /// By plan, kind and old id.
    others: BTreeMap<(Option<Id>, RecordKind, Arc<str>), Arc<str>>,
}

impl LaterIds {
    /// Gives the record of a change the id it has last. Where the change gave it a new one, what came before follows.
    fn follow(&mut self, change: Change) -> Change {
        let subject = self.last(change.subject);
        if let ChangeKind::Renamed { from } = &change.what {
            match &subject.plan {
                Some(plan) if subject.kind == RecordKind::Plan => {
                    self.plans.insert(from.clone(), plan.clone());
                }
                plan => {
                    self.others.insert((plan.clone(), subject.kind, from.clone()), subject.id.clone());
                }
            }
        }
        Change { subject, ..change }
    }

    fn last(&self, mut subject: RecordKey) -> RecordKey {
        if let Some(plan) = subject.plan.as_ref().and_then(|plan| self.plans.get(plan.as_str())) {
            if subject.kind == RecordKind::Plan {
                subject.id = plan.as_str().into();
            }
            subject.plan = Some(plan.clone());
        }
        let named = |kind, id: &Arc<str>| self.others.get(&(subject.plan.clone(), kind, id.clone())).cloned();
        match subject.kind {
            RecordKind::Status => subject.id = named(RecordKind::Measure, &subject.id).unwrap_or(subject.id),
            RecordKind::Reading => {
                let within = subject.within.as_ref().and_then(|within| named(RecordKind::Indicator, within));
                subject.within = within.or(subject.within);
            }
            kind => subject.id = named(kind, &subject.id).unwrap_or(subject.id),
        }
        subject
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Significance;

    fn change(plan: &str, kind: RecordKind, id: &str, what: ChangeKind) -> Change {
        let subject = RecordKey { plan: Id::new(plan), kind, report: None, within: None, id: id.into() };
        Change { subject, what, significance: Significance::Material }
    }

    #[test]
    fn what_came_before_a_new_id_bears_it() {
        let mut ids = LaterIds::default();
        let measure = |plan: &str, id: &str, what| change(plan, RecordKind::Measure, id, what);
        let renamed = |from: &str| ChangeKind::Renamed { from: from.into() };
        // From the end of history: the newest first.
        let newest = ids.follow(measure("b", "04", ChangeKind::Removed));
        assert_eq!(&*newest.subject.id, "04", "nothing is called otherwise yet");
        ids.follow(measure("b", "05", renamed("04")));
        ids.follow(change("b", RecordKind::Plan, "b", renamed("a")));
        ids.follow(measure("a", "04", renamed("03")));
        for kind in [RecordKind::Measure, RecordKind::Status] {
            let oldest = ids.follow(change("a", kind, "03", ChangeKind::Added)).subject;
            assert_eq!((oldest.plan.as_ref().map(Id::as_str), &*oldest.id), (Some("b"), "05"));
        }
        let plan = ids.follow(change("a", RecordKind::Plan, "a", ChangeKind::Added)).subject;
        assert_eq!((plan.plan.as_ref().map(Id::as_str), &*plan.id), (Some("b"), "b"));
        let other = ids.follow(change("c", RecordKind::Measure, "03", ChangeKind::Added)).subject;
        assert_eq!(&*other.id, "03", "another plan has ids of its own");
    }
}
