//! Totals that are others: what the measures of plans come to, whatever is stated of it, and how the measures of committees stand.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{VersionFacts, levels::levels_in_words, names::clean};
use crate::{
    compare::{self, Change, ChangeKind, RecordKey, RecordKind, RecordSummary},
    model::{LevelCounts, LevelRef, Lifecycle, Site, Tone},
    schema::Value,
    summary::{ChangeValue, PlanRow, PlanSummary},
    table::ValueFormat,
    value::{Id, Unit},
};

/// A sum over the measures of a plan that is another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangedTotal {
    /// The plan's id.
    pub plan: String,
    /// What the plan is called.
    pub name: String,
    /// Which sum: `required`, `achieved` or `forecast`.
    pub total: &'static str,
    /// What the total is called.
    pub what: String,
    /// What it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<ChangeValue>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<ChangeValue>,
}

/// How the measures of a committee stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommitteeLevels {
    /// The committee's code.
    pub committee: String,
    /// What the committee is called.
    pub name: String,
    /// How many stood at each level, in words.
    pub before: String,
    /// How many stand there.
    pub after: String,
}

/// Returns the sums that come to something else, by plan.
pub fn totals(context: &ValueFormat<'_>, before: VersionFacts<'_>, after: VersionFacts<'_>) -> Vec<ChangedTotal> {
    let (before, after) = (by_plan(before.rows), by_plan(after.rows));
    let ids: BTreeSet<&Id> = before.keys().chain(after.keys()).copied().collect();
    let mut totals = Vec::new();
    for id in ids {
        let (old, new) = (before.get(id).copied(), after.get(id).copied());
        let name = new.or(old).map_or("", |plan| &plan.title);
        let subject = || RecordKey::of_plan(id, RecordKind::Plan, id.as_str());
        let [old, new] = [old, new].map(|plan| plan.map_or_else(RecordSummary::default, PlanRow::computed_sums));
        for change in compare::summaries(subject, &old, &new) {
            totals.extend(total(context, name, &change));
        }
    }
    totals
}

/// Tells the change of a sum of a plan.
fn total(context: &ValueFormat<'_>, name: &str, change: &Change) -> Option<ChangedTotal> {
    let ChangeKind::Field { path, before, after } = &change.what else { return None };
    let total = [RecordSummary::REQUIRED, RecordSummary::ACHIEVED, RecordSummary::FORECAST]
        .into_iter()
        .find(|total| total == path)?;
    let told = |value: &Option<Value>| match value {
        // Amounts of summaries have their unit.
        Some(Value::Amount(written)) => Some(ChangeValue::figure(context.locale, &written.resolve(&Unit::KRONE))),
        _ => None,
    };
    Some(ChangedTotal {
        plan: change.subject.id.to_string(),
        name: clean(name),
        total,
        what: context.locale.tell("diff-field", &[("field", total.into())]),
        before: told(before),
        after: told(after),
    })
}

fn by_plan(rows: &[PlanSummary]) -> BTreeMap<&Id, &PlanRow> {
    rows.iter().map(|rows| (&rows.plan.id, &rows.plan)).collect()
}

/// Returns the committees whose measures stand otherwise, by their codes. A level with a new word is the same level.
pub fn levels(context: &ValueFormat<'_>, before: VersionFacts<'_>, after: VersionFacts<'_>) -> Vec<CommitteeLevels> {
    let site_before = before.site.with_levels_of(after.site);
    let (old, new) = (by_committee(before.rows), by_committee(after.rows));
    let ids: BTreeSet<&Id> = old.keys().chain(new.keys()).copied().collect();
    let changed = ids.into_iter().filter_map(|id| {
        let (old, new) = (old.get(id), new.get(id));
        if old.map(|counts| counts.by_word(&site_before)) == new.map(|counts| counts.by_word(after.site)) {
            return None;
        }
        let say = |site: &Site, counts: Option<&LevelNumbers>| match counts {
            Some(counts) => clean(&counts.in_words(context, site)),
            None => context.locale.tell("diff-not-given", &[]),
        };
        let site = if new.is_some() { after.site } else { before.site };
        let name = clean(site.committees.get(id).map_or(id.as_str(), |committee| &committee.name));
        let (before, after) = (say(&site_before, old), say(after.site, new));
        Some(CommitteeLevels { committee: id.to_string(), name, before, after })
    });
    changed.collect()
}

/// How many measures of a committee stand at each level, and how many at none.
#[derive(Default)]
struct LevelNumbers {
    levels: BTreeMap<LevelRef, usize>,
    lifecycles: BTreeMap<Lifecycle, usize>,
    without: usize,
}

impl LevelNumbers {
    /// Returns the counts by what readers tell levels apart by, whatever the order of the scale; without one under
    /// nothing.
    fn by_word<'s>(&self, site: &'s Site) -> BTreeMap<Option<(&'s str, Tone)>, usize> {
        let mut counts = BTreeMap::new();
        let levels = self
            .levels
            .iter()
            .map(|(level, count)| (site.level(*level).map(|level| (level.word.as_str(), level.tone)), *count));
        let without = self.lifecycles.values().sum::<usize>().saturating_add(self.without);
        for (level, count) in levels.chain((without > 0).then_some((None, without))) {
            let sum: &mut usize = counts.entry(level).or_default();
            *sum = sum.saturating_add(count);
        }
        counts
    }

    /// Says how many stand at each level.
    fn in_words(&self, context: &ValueFormat<'_>, site: &Site) -> String {
        let levels = self.levels.iter().map(|(level, count)| (*level, *count)).collect();
        let lifecycles = self.lifecycles.iter().map(|(at, count)| (*at, *count)).collect();
        levels_in_words(context, site, &LevelCounts { levels, lifecycles, without: self.without })
    }
}

/// Counts the measures of each committee by level, those that are named and those that are stated by number alone.
fn by_committee(rows: &[PlanSummary]) -> BTreeMap<&Id, LevelNumbers> {
    let mut counts: BTreeMap<&Id, LevelNumbers> = BTreeMap::new();
    let counted = rows.iter().flat_map(|rows| rows.measures.iter().filter(|measure| measure.counts_level));
    for measure in counted {
        for committee in &measure.committees {
            let counts = counts.entry(committee).or_default();
            let slot = match (measure.counted_level(), measure.lifecycle) {
                (Some(level), _) => counts.levels.entry(level).or_default(),
                (None, Some(lifecycle)) => counts.lifecycles.entry(lifecycle).or_default(),
                (None, None) => &mut counts.without,
            };
            *slot = slot.saturating_add(1);
        }
    }
    for area in rows.iter().flat_map(|rows| &rows.plan.stated_counts) {
        for committee in &area.committees {
            let counts = counts.entry(committee).or_default();
            for (level, count) in &area.levels.levels {
                let slot = counts.levels.entry(*level).or_default();
                *slot = slot.saturating_add(*count);
            }
        }
    }
    counts
}
