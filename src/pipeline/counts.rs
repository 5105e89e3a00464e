//! Counts that are too small to be published, in what is told of two versions: that they are others is told, and neither value.

use std::collections::BTreeSet;

use super::OpenedSite;
use crate::{
    compare::{Change, ChangeKind, RecordKey, Redaction},
    content::{self, FileKind, ParseLog, Record},
    diag::{Error, Finding},
    schema::{Value, records},
    value::Id,
};

/// What a site withholds of small counts.
#[derive(Default)]
pub struct WithheldCounts {
    /// Its figure tables and indicators of which it withholds some.
    entries: Vec<Redaction>,
    plans: Vec<PlanCounts>,
}

/// What a plan withholds of small counts.
struct PlanCounts {
    folder: String,
    /// What it is called and was called before.
    names: BTreeSet<Id>,
    /// Its figure tables and indicators of which it withholds some.
    ids: BTreeSet<Id>,
}

impl PlanCounts {
    /// Returns what each plan withholds; of one that withholds nothing its names.
    fn of_records(records: &[Record]) -> Vec<Self> {
        let folder = |record: &Record| record.file.parts().nth(2).unwrap_or_default().to_owned();
        let tables = content::suppressed(records).map(|(table, _)| (folder(table), table.id.clone()));
        let indicators = content::suppressed_indicators(records);
        let indicators = indicators.map(|(register, id, _)| (folder(register), id.clone()));
        let withheld: Vec<(String, Id)> = tables.chain(indicators).collect();
        let plans = records.iter().filter(|record| record.role == FileKind::Plan).map(|plan| {
            let folder = folder(plan);
            let names = std::iter::once(&plan.id).chain(plan.fields.ids(&records::FORMERLY)).cloned().collect();
            let ids = withheld.iter().filter(|(of, _)| *of == folder).map(|(_, id)| id.clone()).collect();
            Self { folder, names, ids }
        });
        plans.collect()
    }
}

/// Returns the figure tables and indicators of which records withhold small counts.
fn of_records(records: &[Record]) -> impl Iterator<Item = Redaction> {
    let plan = |record: &Record| record.file.parts().nth(2).unwrap_or_default().to_owned();
    let tables = content::suppressed(records).map(move |(table, _)| Redaction::of_counts(&plan(table), &table.id));
    let indicators = content::suppressed_indicators(records);
    tables.chain(indicators.map(move |(file, id, _)| Redaction::of_counts(&plan(file), id)))
}

/// Returns what a site withholds of small counts. Only files that may say so are read.
pub fn of_site(opened: &OpenedSite<'_>) -> Result<WithheldCounts, Error> {
    let (mut found, mut bytes) = (WithheldCounts::default(), Vec::new());
    for files in &opened.version.files.plans {
        for file in files.iter() {
            let role = content::role_of(file);
            if !matches!(role, FileKind::Table | FileKind::Indicators) {
                continue;
            }
            opened.version.read(file, &mut bytes)?;
            if opened.version.may_hide(&bytes, role) {
                let records = opened.version.records(files, &mut ParseLog::default())?;
                found.entries.extend(of_records(&records));
                found.plans.extend(PlanCounts::of_records(&records));
                break;
            }
        }
    }
    Ok(found)
}

/// Drops what was found in a version in plans of which the other version, or `more`, withholds counts that this one tells: a
/// message says figures, and so does the line it is about.
pub fn hush(findings: &mut Vec<Finding>, version: &[Record], other: &[Record], more: &WithheldCounts) {
    let others = PlanCounts::of_records(other);
    let others: Vec<&PlanCounts> = others.iter().chain(&more.plans).filter(|plan| !plan.ids.is_empty()).collect();
    let tells = |plan: &PlanCounts| {
        others.iter().any(|other| !other.names.is_disjoint(&plan.names) && !plan.ids.is_superset(&other.ids))
    };
    let telling = PlanCounts::of_records(version).into_iter().filter(tells).map(|plan| plan.folder);
    let folders: BTreeSet<String> = telling.collect();
    let home = |finding: &Finding| super::home_of(std::slice::from_ref(&finding.path)).unwrap_or_default().to_owned();
    findings.retain(|finding| !folders.contains(&home(finding)));
}

/// Tells whether some versions, or `more`, withhold any count of a record.
pub fn withhold_any<'v>(versions: [&'v [Record]; 2], more: &WithheldCounts) -> impl Fn(&RecordKey) -> bool + use<'v> {
    let entries = entries(versions, more);
    move |subject| entries.iter().any(|entry| entry.is_about(subject))
}

fn entries(versions: [&[Record]; 2], more: &WithheldCounts) -> Vec<Redaction> {
    versions.into_iter().flat_map(of_records).chain(more.entries.iter().cloned()).collect()
}

/// Takes the values out of changes that tell a count of which one of some versions, or `more`, withholds small ones. `words` stand
/// in the place of cells, before and after; what became of readings is not told at all, for what was read before is told with it.
pub fn mask(changes: &mut Vec<Change>, versions: [&[Record]; 2], more: &WithheldCounts, words: [&str; 2]) {
    let entries = entries(versions, more);
    let is_of_cells = |change: &Change| matches!(change.what, ChangeKind::Figure { .. });
    changes.retain(|change| is_of_cells(change) || !entries.iter().any(|entry| entry.withholds_change(change)));
    for change in changes.iter_mut().filter(|change| entries.iter().any(|entry| entry.withholds_change(change))) {
        if let ChangeKind::Figure { before, after, .. } = &mut change.what {
            // Two of the same would be no change, and a value that is left out was given all the same.
            [*before, *after] = words.map(|words| Some(Value::Text(words.to_owned())));
        }
    }
}
