//! The story of one record: what became of it, revision by revision.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
    sync::Arc,
};

use serde::Serialize;

use super::{
    VersionFacts,
    names::clean,
    tell::{self, ChangeWriter},
};
use crate::{
    compare::{Change, ChangeKind, NameIndex, RecordKey, RecordKind},
    history::CommitChanges,
    schema::{Significance, Value},
    summary::{ChangeLine, PlanSummary, SubjectData},
    table::DisplayDate,
    table::ValueFormat,
    value::{Id, ItemNumber, Period},
};

/// What one revision says of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommitEntry {
    /// The day it was recorded.
    pub recorded: DisplayDate,
    /// The short id of the commit.
    pub revision: String,
    /// What changed, in the order of the records.
    pub lines: Vec<ChangeLine>,
    /// Files that could not be read in it.
    pub unreadable: Vec<String>,
}

/// What was said of each record so far, at each field, by the report that said it: a report may be told of, put right or
/// taken back long after later ones were.
#[derive(Default)]
struct SaidSoFar(BTreeMap<(RecordKey, String), BTreeMap<Option<Period>, SaidInReport>>);

/// What a report said of a record.
struct SaidInReport {
    subject: RecordKey,
    value: Value,
    /// The report says it no more.
    is_gone: bool,
}

/// Tells the story of one record: of a plan, a measure or whatever has the id, the newest last. `id` may name the plan
/// before it: `voksne-2020/03-boligsociale`. The story of a committee is also that of all that is rolled up to it, as
/// on its page; without an id it is that of the whole site.
///
/// Revisions are given oldest first. Names, units and whose a record is are those of `side`, the version they lead to.
/// Revisions that say nothing of the record are left out.
#[must_use]
pub fn story(
    context: &ValueFormat<'_>,
    side: VersionFacts<'_>,
    revisions: &[CommitChanges],
    id: Option<&str>,
) -> Vec<CommitEntry> {
    let plans = side.rows.iter().map(|rows| (rows.plan.id.as_str(), rows)).collect();
    let committee = id.and_then(|id| side.site.committees.get_key_value(id)).map(|(id, _)| id);
    let asked = StoryQuery { id, committee, plans };
    let is_about = |change: &Change| asked.is_about(&change.subject);
    let mut told = chapters(context, side, revisions, &is_about).into_iter().peekable();
    let mut story = Vec::new();
    for (at, revision) in revisions.iter().enumerate() {
        let lines = told.next_if(|(place, _)| *place == at).map(|(_, lines)| lines).unwrap_or_default();
        let unreadable: Vec<String> = revision
            .unreadable
            .iter()
            .map(|file| file.path.as_str())
            .filter(|path| asked.is_about_file(path))
            .map(clean)
            .collect();
        if !lines.is_empty() || !unreadable.is_empty() {
            let recorded = context.date(crate::value::Period::Day(revision.recorded));
            story.push(CommitEntry { recorded, revision: clean(&revision.id), lines, unreadable });
        }
    }
    story
}

/// Tells what revisions say, each by its place among them: of those changes that are asked for, and that do not only
/// look different. Revisions that say nothing are left out.
#[must_use]
pub fn chapters(
    context: &ValueFormat<'_>,
    side: VersionFacts<'_>,
    revisions: &[CommitChanges],
    is_asked: &dyn Fn(&Change) -> bool,
) -> Vec<(usize, Vec<ChangeLine>)> {
    let mut said = SaidSoFar::default();
    let mut chapters = Vec::new();
    let formers = FormerRecord::find(revisions, side.names);
    for (at, revision) in revisions.iter().enumerate() {
        let then: Vec<&FormerRecord> = formers.iter().filter(|former| former.times.contains(&at)).collect();
        let names = (!then.is_empty()).then(|| {
            let mut names = side.names.clone();
            then.iter().for_each(|former| names.call(&former.key, former.number.clone(), former.title.clone()));
            names
        });
        let side = VersionFacts { names: names.as_ref().unwrap_or(side.names), ..side };
        let is_told = |change: &&Change| change.significance > Significance::Cosmetic && is_asked(change);
        let changes: Vec<Change> = revision.changes.iter().filter(is_told).cloned().collect();
        let said_before = |subject: &RecordKey, path: &str| said.before(subject, path);
        let (before, after, said_before) = (side, side, &said_before);
        let writer = ChangeWriter { context, before, after, said_before, said_still: &|_, _| None, is_story: true };
        let mut lines = writer.lines(&changes);
        for line in &mut lines {
            line.is_of_former = then.iter().any(|former| former.covers(&line.subject));
        }
        said.remember(&revision.changes);
        // What another has its id for is no news of it.
        for gone in then.iter().filter(|former| *former.times.end() == at) {
            said.0.retain(|(key, _), _| !gone.covers(&key.into()));
        }
        if !lines.is_empty() {
            chapters.push((at, lines));
        }
    }
    chapters
}

/// A record that was removed, and whose id another has since: what is told of it is told under the name it had.
struct FormerRecord {
    key: RecordKey,
    /// The revisions it was there in, the one that removed it the last.
    times: RangeInclusive<usize>,
    number: Option<ItemNumber>,
    title: Option<Arc<str>>,
}

impl FormerRecord {
    /// Finds them in revisions. One that came back under the title it has today was gone for a while.
    fn find(revisions: &[CommitChanges], names: &NameIndex) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        let mut is_again: BTreeSet<&RecordKey> = BTreeSet::new();
        for (at, revision) in revisions.iter().enumerate().rev() {
            for Change { subject, what, .. } in revision.changes.iter().filter(|change| has_name(change.subject.kind)) {
                match what {
                    ChangeKind::Added => drop(is_again.insert(subject)),
                    ChangeKind::Removed if is_again.contains(subject) => {
                        let last_said = |fields: &[&str]| last_said(&revision.changes, subject, fields);
                        let title = last_said(&["short", "title", "name"]).and_then(|value| match value {
                            Value::Text(title) => Some(title.as_str().into()),
                            _ => None,
                        });
                        let number = last_said(&["number"]).and_then(|value| match value {
                            Value::Number(number) => Some(number.clone()),
                            _ => None,
                        });
                        let today = names.name(subject);
                        if today.is_some_and(|today| title.is_some() && today.title == title) {
                            continue;
                        }
                        found.push(Self { key: subject.clone(), times: 0..=at, number, title });
                    }
                    _ => {}
                }
            }
        }
        // From the end: what had the id before that began where the one before it ended.
        let ends: Vec<(RecordKey, usize)> =
            found.iter().map(|former| (former.key.clone(), *former.times.end())).collect();
        for former in &mut found {
            let last = *former.times.end();
            let before = ends.iter().filter(|(key, end)| *key == former.key && *end < last).map(|(_, end)| end + 1);
            former.times = before.max().unwrap_or(0)..=last;
        }
        found
    }

    /// Tells whether a record is it, or says something of it: a status of a measure, a reading of an indicator.
    fn covers(&self, subject: &SubjectData) -> bool {
        let Self { key, .. } = self;
        let is_same_plan = subject.plan.as_deref() == key.plan.as_ref().map(Id::as_str);
        let whole = match (key.kind, subject.kind) {
            (RecordKind::Plan, _) => return is_same_plan,
            (RecordKind::Measure, "status") | (RecordKind::Milestone, "milestone-update") => Some(&subject.id),
            (RecordKind::Table, "figures") => Some(&subject.id),
            (RecordKind::Indicator, "reading") | (RecordKind::Table, "row" | "column") => subject.within.as_ref(),
            (kind, word) => (kind.word() == word).then_some(&subject.id),
        };
        is_same_plan && whole.is_some_and(|id| **id == *key.id)
    }
}

/// Tells whether records of a kind have a name of their own, under an id that may be used again.
fn has_name(kind: RecordKind) -> bool {
    use RecordKind::{Committee, Decision, Indicator, Measure, Milestone, Owner, Page, Plan, Table};
    matches!(kind, Plan | Measure | Indicator | Milestone | Decision | Table | Page | Committee | Owner)
}

/// Returns what a record that was removed said last in the first of some fields that it had.
fn last_said<'c>(changes: &'c [Change], subject: &RecordKey, fields: &[&str]) -> Option<&'c Value> {
    let own = || changes.iter().filter(|change| change.subject == *subject);
    fields.iter().find_map(|field| {
        own().find_map(|change| match &change.what {
            ChangeKind::Field { path, before: Some(before), .. } if path == field => Some(before),
            _ => None,
        })
    })
}

/// What a story is asked of.
struct StoryQuery<'a> {
    /// The id of a record; of none: the whole site.
    id: Option<&'a str>,
    /// The committee of that id.
    committee: Option<&'a Id>,
    /// The plans of the version that the story leads to.
    plans: BTreeMap<&'a str, &'a PlanSummary>,
}

impl StoryQuery<'_> {
    fn is_about(&self, subject: &RecordKey) -> bool {
        let Some(id) = self.id else { return !matches!(subject.kind, RecordKind::Site | RecordKind::Edition) };
        let is_rolled_up = || {
            let (committee, rows) = (self.committee?, self.plans.get(subject.plan.as_ref()?.as_str())?);
            let concerned = rows.concerned(subject.kind.word(), &subject.id, subject.within.as_deref());
            Some(concerned.contains(committee))
        };
        subject.is_about(id) || is_rolled_up().unwrap_or(false)
    }

    fn is_about_file(&self, path: &str) -> bool {
        let Some(id) = self.id else { return true };
        let is_rolled_up = || {
            let (committee, below) = (self.committee?, path.strip_prefix("content/plans/")?);
            Some(self.plans.get(below.split('/').next()?)?.plan.committees.contains(committee))
        };
        names_id(path, id) || is_rolled_up().unwrap_or(false)
    }
}

/// Tells whether a file is, by its path, about an id.
fn names_id(path: &str, id: &str) -> bool {
    let names: Vec<&str> = path.split('/').collect();
    id.split('/').all(|wanted| names.iter().any(|name| name.split('.').next() == Some(wanted) || *name == wanted))
}

impl SaidSoFar {
    /// Returns what a report says otherwise than it did, where it was taken back and comes again; else what the report before
    /// it says, whenever that was written.
    fn before(&self, subject: &RecordKey, path: &str) -> Option<(RecordKey, Value)> {
        let found = tell::fields_for(subject, path).filter_map(|path| self.in_field(subject, path));
        found.max_by_key(|(said, _)| said.report)
    }

    fn in_field(&self, subject: &RecordKey, path: &str) -> Option<(RecordKey, Value)> {
        let said = self.0.get(&(over_time(subject), path.to_owned()))?;
        let earlier = || said.range(..subject.report).rev().map(|(_, said)| said).find(|said| !said.is_gone);
        let found = said.get(&subject.report).or_else(earlier)?;
        Some((found.subject.clone(), found.value.clone()))
    }

    fn remember(&mut self, changes: &[Change]) {
        for Change { subject, what, .. } in changes {
            let ChangeKind::Field { path, after, .. } = what else { continue };
            let said = self.0.entry((over_time(subject), path.clone())).or_default();
            match after {
                Some(value) => {
                    let (subject, value) = (subject.clone(), value.clone());
                    said.insert(subject.report, SaidInReport { subject, value, is_gone: false });
                }
                None => said.get_mut(&subject.report).into_iter().for_each(|said| said.is_gone = true),
            }
        }
    }
}

/// Returns a record without the report that it stands in: what a report says of a milestone goes on from what was
/// agreed.
fn over_time(subject: &RecordKey) -> RecordKey {
    let kind = match subject.kind {
        RecordKind::MilestoneUpdate => RecordKind::Milestone,
        kind => kind,
    };
    RecordKey { report: None, kind, ..subject.clone() }
}
