//! Which records had another id before, where that was written after the commit that gave them the new one.
//!
//! Takes what commits made of the files of some plans, or of what all share; answers which former ids hold of a record at
//! the commit where it came under its id. It goes from the newest commit to the oldest with what records say they were called.
//! That joins a record to one that went in the very commit in which it came. A former id that something else has had since is
//! joined to nothing: nobody knows which of the two is meant.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    blob_index::{FileVersion, PathAt, plan_of},
    file_changes::{FileAfterCommit, FileChange},
};
use crate::{
    compare::{RecordKind, items},
    content::{FileKind, Record},
    schema::{Fields, Key, Value, records},
    value::Id,
};

/// A record that can say what it was called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct NamedRecord {
    kind: RecordKind,
    /// The folder of its plan; empty for what all plans share.
    plan: String,
    id: String,
}

impl NamedRecord {
    /// Returns the same record under another id, in a plan of some name.
    fn called(&self, plan: &str, id: &str) -> Self {
        let plan = if self.kind == RecordKind::Plan { id } else { plan };
        Self { kind: self.kind, plan: plan.to_owned(), id: id.to_owned() }
    }
}

/// What one commit did to records that can say what they were called.
#[derive(Default)]
struct CommitRecords {
    commit: Option<usize>,
    came: BTreeSet<NamedRecord>,
    went: BTreeSet<NamedRecord>,
    /// What the files it changed say since.
    said: Vec<(NamedRecord, Vec<Id>)>,
}

/// The former ids that hold at each commit although only a later one says so.
#[derive(Default)]
pub(super) struct LateNames {
    by_commit: BTreeMap<usize, Vec<(NamedRecord, BTreeSet<Id>)>>,
    /// A record that stood before the first commit says since what it was called: what was told of it holds no longer.
    pub reaches_back: bool,
}

impl LateNames {
    /// Finds them in steps that stand in the order of their commits.
    pub fn find(steps: &[FileChange]) -> Self {
        let says_formerly =
            |step: &FileChange| matches!(&step.after, FileAfterCommit::Version(version) if version.says_formerly);
        if !steps.iter().any(says_formerly) {
            return Self::default();
        }
        let (commits, mut present) = commit_records(steps);
        let mut names = Self::default();
        // What each record is known to have been called, seen from its commit backwards.
        let mut wanted: BTreeMap<NamedRecord, BTreeSet<Id>> = BTreeMap::new();
        for records in commits.iter().rev() {
            let Some(commit) = records.commit else {
                names.reaches_back = wanted.iter().any(|(record, formers)| {
                    let said = records.said.iter().filter(|(own, _)| own == record).flat_map(|(_, ids)| ids);
                    let said: BTreeSet<&Id> = said.collect();
                    records.came.contains(record) && formers.iter().any(|former| !said.contains(former))
                });
                break;
            };
            for (record, formers) in &records.said {
                let is_free = |former: &&Id| !present.contains(&record.called(&record.plan, former.as_str()));
                let formers: Vec<&Id> = formers.iter().filter(is_free).collect();
                if !formers.is_empty() && present.contains(record) {
                    wanted.entry(record.clone()).or_default().extend(formers.into_iter().cloned());
                }
            }
            let joined = join(records, &mut wanted);
            if !joined.is_empty() {
                names.by_commit.insert(commit, joined);
            }
            present.retain(|record| !records.came.contains(record));
            present.extend(records.went.iter().cloned());
        }
        names
    }

    /// Tells whether a record has a new id at a commit.
    pub fn is_renamed(&self, commit: Option<usize>) -> bool {
        commit.is_some_and(|commit| self.by_commit.contains_key(&commit))
    }

    /// Returns what stands since a commit, with what it says later of what it was called.
    pub fn apply(&self, commit: Option<usize>, records: Vec<Arc<Record>>) -> Vec<Arc<Record>> {
        let Some(names) = commit.and_then(|commit| self.by_commit.get(&commit)) else { return records };
        records.into_iter().map(|record| with_formers(record, names)).collect()
    }
}

/// Goes back over a commit: what came in it goes on as what went, under its old id; all else that went is another record.
fn join(records: &CommitRecords, wanted: &mut BTreeMap<NamedRecord, BTreeSet<Id>>) -> Vec<(NamedRecord, BTreeSet<Id>)> {
    let mut joined = Vec::new();
    let mut older: Vec<(NamedRecord, BTreeSet<Id>)> = Vec::new();
    // By the new name of a plan, its old one.
    let mut plans: BTreeMap<&str, String> = BTreeMap::new();
    let (of_plans, others): (Vec<_>, Vec<_>) = records.came.iter().partition(|record| record.kind == RecordKind::Plan);
    for record in of_plans.into_iter().chain(others) {
        let Some(mut formers) = wanted.remove(record) else { continue };
        let old_plan = plans.get(record.plan.as_str()).cloned().unwrap_or_else(|| record.plan.clone());
        let same = record.called(&old_plan, &record.id);
        if record.kind != RecordKind::Plan && records.went.contains(&same) {
            // Only its plan has a new name.
            older.push((same, formers));
            continue;
        }
        let former = formers.iter().map(|former| record.called(&old_plan, former.as_str()));
        let Some(former) = former.into_iter().find(|former| records.went.contains(former)) else { continue };
        if record.kind == RecordKind::Plan {
            plans.insert(&record.plan, former.plan.clone());
        }
        joined.push((record.clone(), formers.clone()));
        formers.retain(|id| id.as_str() != former.id);
        older.push((former, formers));
    }
    for (record, formers) in wanted.iter_mut() {
        formers.retain(|former| !records.went.contains(&record.called(&record.plan, former.as_str())));
    }
    for (record, formers) in older {
        wanted.entry(record).or_default().extend(formers);
    }
    wanted.retain(|_, formers| !formers.is_empty());
    joined
}

/// Returns what each commit did to records, and which stand in the end.
fn commit_records(steps: &[FileChange]) -> (Vec<CommitRecords>, BTreeSet<NamedRecord>) {
    let mut files: BTreeMap<PathAt, &Arc<FileVersion>> = BTreeMap::new();
    let mut counts: BTreeMap<NamedRecord, usize> = BTreeMap::new();
    let mut commits = Vec::new();
    for steps in steps.chunk_by(|a, b| a.commit == b.commit) {
        let commit = steps.first().and_then(|step| step.commit);
        let mut records = CommitRecords { commit, ..CommitRecords::default() };
        let mut touched: BTreeMap<NamedRecord, usize> = BTreeMap::new();
        for step in steps {
            let (before, after) = match &step.after {
                FileAfterCommit::Version(version) => (files.insert(step.path, version), Some(version)),
                FileAfterCommit::Gone => (files.remove(&step.path), None),
                FileAfterCommit::Unreadable(_) | FileAfterCommit::Unknown | FileAfterCommit::Other => continue,
            };
            for (record, _) in before.into_iter().flat_map(|version| named_records(version)) {
                let count = counts.entry(record.clone()).or_default();
                touched.entry(record).or_insert(*count);
                *count = count.saturating_sub(1);
            }
            for (record, formers) in after.into_iter().flat_map(|version| named_records(version)) {
                let count = counts.entry(record.clone()).or_default();
                touched.entry(record.clone()).or_insert(*count);
                *count = count.saturating_add(1);
                if !formers.is_empty() {
                    records.said.push((record, formers));
                }
            }
        }
        for (record, before) in touched {
            match (before, counts.get(&record).copied().unwrap_or_default()) {
                (0, 1..) => drop(records.came.insert(record)),
                (1.., 0) => drop(records.went.insert(record)),
                _ => {}
            }
        }
        commits.push(records);
    }
    counts.retain(|_, count| *count > 0);
    (commits, counts.into_keys().collect())
}

/// Returns the records of a file that can say what they were called, each with what it says.
fn named_records(version: &FileVersion) -> Vec<(NamedRecord, Vec<Id>)> {
    use RecordKind::{Committee, Indicator, Measure, Owner, Plan};
    let mut found = Vec::new();
    items::add(&version.record, &mut found);
    let named = found.iter().filter(|item| matches!(item.name.kind, Committee | Indicator | Measure | Owner | Plan));
    named
        .map(|item| {
            let (plan, id) = (item.name.plan.to_owned(), item.name.id.to_string());
            let formers = item.fields.ids(&records::FORMERLY).cloned().collect();
            (NamedRecord { kind: item.name.kind, plan, id }, formers)
        })
        .collect()
}

/// Returns a record that says of some of its own what they were called.
fn with_formers(record: Arc<Record>, names: &[(NamedRecord, BTreeSet<Id>)]) -> Arc<Record> {
    let plan = plan_of(&record.file).unwrap_or_default();
    let kind = match record.role {
        FileKind::Plan => RecordKind::Plan,
        FileKind::Measure => RecordKind::Measure,
        FileKind::Indicators => RecordKind::Indicator,
        FileKind::Committees => RecordKind::Committee,
        FileKind::Owners => RecordKind::Owner,
        _ => return record,
    };
    let own: Vec<_> = names.iter().filter(|(name, _)| name.kind == kind && name.plan == plan).collect();
    if own.is_empty() {
        return record;
    }
    let mut record = Record::clone(&record);
    for (name, formers) in own {
        if matches!(kind, RecordKind::Plan | RecordKind::Measure) {
            if record.id.as_str() == name.id {
                say_formerly(&mut record.fields, formers);
            }
            continue;
        }
        for (key, _, value) in &mut record.fields.entries {
            if let (Key::Id(id), Value::Record(fields)) = (&*key, value)
                && id.as_str() == name.id
            {
                say_formerly(fields, formers);
            }
        }
    }
    Arc::new(record)
}

fn say_formerly(fields: &mut Fields, formers: &BTreeSet<Id>) {
    let mut all: Vec<Value> = fields.get(&records::FORMERLY).cloned().unwrap_or_default();
    let others = formers.iter().map(|former| Value::Id(former.clone()));
    let new: Vec<Value> = others.filter(|former| !all.contains(former)).collect();
    all.extend(new);
    fields.values.retain(|(name, _)| *name != records::FORMERLY.spec.name);
    fields.values.push((records::FORMERLY.spec.name, Value::List(all)));
}
