//! The story of one record: what became of it, revision by revision.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{VersionFacts, names::clean, tell::ChangeWriter};
use crate::{
    compare::{Change, ChangeKind, RecordKey, RecordKind},
    history::CommitChanges,
    schema::{Significance, Value},
    summary::{ChangeLine, PlanSummary},
    table::DisplayDate,
    table::ValueFormat,
    value::Id,
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

/// What was last said of a record, in whichever report, at each field.
type LastSaid = BTreeMap<(RecordKey, String), (RecordKey, Value)>;

/// Tells the story of one record: of a plan, a measure or whatever has the id, the newest last. `id` may name the plan
/// before it: `voksne-2020/03-boligsociale`. The story of a committee is also that of all that is rolled up to it, as
/// on its page; without an id it is that of the whole site.
///
/// Revisions are given oldest first. Names, units and whose a record is are those of `side`, the version they lead to.
/// Revisions that say nothing of the record are left out.
#[must_use]
pub fn story(
    desk: &ValueFormat<'_>,
    side: VersionFacts<'_>,
    revisions: &[CommitChanges],
    id: Option<&str>,
) -> Vec<CommitEntry> {
    let plans = side.rows.iter().map(|rows| (rows.plan.id.as_str(), rows)).collect();
    let committee = id.and_then(|id| side.site.committees.get_key_value(id)).map(|(id, _)| id);
    let asked = StoryQuery { id, committee, plans };
    let is_about = |change: &Change| asked.is_about(&change.subject);
    let mut told = chapters(desk, side, revisions, &is_about).into_iter().peekable();
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
            let recorded = desk.date(crate::value::Period::Day(revision.recorded));
            story.push(CommitEntry { recorded, revision: clean(&revision.id), lines, unreadable });
        }
    }
    story
}

/// Tells what revisions say, each by its place among them: of those changes that are asked for, and that do not only
/// look different. Revisions that say nothing are left out.
#[must_use]
pub fn chapters(
    desk: &ValueFormat<'_>,
    side: VersionFacts<'_>,
    revisions: &[CommitChanges],
    is_asked: &dyn Fn(&Change) -> bool,
) -> Vec<(usize, Vec<ChangeLine>)> {
    let mut said = LastSaid::new();
    let mut chapters = Vec::new();
    for (at, revision) in revisions.iter().enumerate() {
        let is_told = |change: &&Change| change.significance > Significance::Cosmetic && is_asked(change);
        let changes: Vec<Change> = revision.changes.iter().filter(is_told).cloned().collect();
        let said_before = |subject: &RecordKey, path: &str| said.get(&(over_time(subject), path.to_owned())).cloned();
        let lines =
            ChangeWriter { desk, before: side, after: side, said_before: &said_before, is_story: true }.lines(&changes);
        remember(&mut said, &revision.changes);
        if !lines.is_empty() {
            chapters.push((at, lines));
        }
    }
    chapters
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

fn remember(said: &mut LastSaid, changes: &[Change]) {
    for change in changes {
        if let ChangeKind::Field { path, after: Some(after), .. } = &change.what {
            said.insert((over_time(&change.subject), path.clone()), (change.subject.clone(), after.clone()));
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
