//! Totals that are others: what the measures of plans come to, whatever is stated of it, and how the measures of committees stand.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Side, Told, names::clean};
use crate::{
    model::LevelRef,
    value::{Figure, Id},
    view::{Desk, PlanRows, levels::levels_in_words},
};

/// A sum over the measures of a plan that is another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Total {
    /// The plan's id.
    pub plan: String,
    /// What the plan is called.
    pub name: String,
    /// Which sum: `required` or `achieved`.
    pub total: &'static str,
    /// What the total is called.
    pub what: String,
    /// What it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Told>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Told>,
}

/// How the measures of a committee stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Levels {
    /// The committee's code.
    pub committee: String,
    /// What the committee is called.
    pub name: String,
    /// How many stood at each level, in words.
    pub before: String,
    /// How many stand there.
    pub after: String,
}

/// Both sums of a plan, with what the plan is called.
type Sums<'s> = (&'s str, [Option<&'s Figure>; 2]);

/// Returns the sums that come to something else, by plan.
pub fn totals(desk: &Desk, before: Side<'_>, after: Side<'_>) -> Vec<Total> {
    let (before, after) = (sums(before.rows), sums(after.rows));
    let ids: BTreeSet<&Id> = before.keys().chain(after.keys()).copied().collect();
    let mut totals = Vec::new();
    for id in ids {
        let (old, new) = (before.get(id), after.get(id));
        let name = new.or(old).map_or("", |(title, _)| title);
        for (at, total) in ["required", "achieved"].into_iter().enumerate() {
            let of =
                |sums: Option<&Sums<'_>>| sums.and_then(|(_, figures)| figures.get(at).copied().flatten().cloned());
            let (before, after) = (of(old), of(new));
            if before != after {
                let [before, after] = [before, after].map(|figure| figure.map(|figure| Told::figure(desk, &figure)));
                let (plan, name, what) =
                    (id.to_string(), clean(name), desk.locale.tell("diff-field", &[("field", total.into())]));
                totals.push(Total { plan, name, total, what, before, after });
            }
        }
    }
    totals
}

fn sums(rows: &[PlanRows]) -> BTreeMap<&Id, Sums<'_>> {
    let plans = rows.iter().map(|rows| &rows.plan);
    let sums =
        plans.map(|plan| (&plan.id, (plan.title.as_str(), [plan.required_sum.as_ref(), plan.achieved_sum.as_ref()])));
    sums.collect()
}

/// Returns the committees whose measures stand otherwise, by their codes.
pub fn levels(desk: &Desk, before: Side<'_>, after: Side<'_>) -> Vec<Levels> {
    let (before_site, after_site) = (before.site, after.site);
    let (old, new) = (by_committee(desk, before), by_committee(desk, after));
    let ids: BTreeSet<&Id> = old.keys().chain(new.keys()).copied().collect();
    let changed = ids.into_iter().filter_map(|id| {
        let nothing = || desk.locale.tell("diff-not-given", &[]);
        let of = |side: &BTreeMap<&Id, String>| side.get(id).cloned().unwrap_or_else(nothing);
        let (before, after) = (of(&old), of(&new));
        let site = if new.contains_key(id) { after_site } else { before_site };
        let name = clean(site.committees.get(id).map_or(id.as_str(), |committee| &committee.name));
        (before != after).then(|| Levels { committee: id.to_string(), name, before, after })
    });
    changed.collect()
}

/// Says how the measures of each committee stand.
fn by_committee<'s>(desk: &Desk, side: Side<'s>) -> BTreeMap<&'s Id, String> {
    let mut counts: BTreeMap<&Id, (BTreeMap<LevelRef, usize>, usize)> = BTreeMap::new();
    let counted = side.rows.iter().flat_map(|rows| rows.measures.iter().filter(|measure| measure.is_counted));
    for measure in counted {
        for committee in &measure.committees {
            let (levels, without) = counts.entry(committee).or_default();
            let slot = match measure.level {
                Some(level) => levels.entry(level).or_default(),
                None => without,
            };
            *slot = slot.saturating_add(1);
        }
    }
    let desk = Desk::new(side.site, desk.locale, desk.book);
    let say = |(committee, (levels, without)): (&'s Id, (BTreeMap<LevelRef, usize>, usize))| {
        let levels: Vec<_> = levels.into_iter().collect();
        (committee, clean(&levels_in_words(&desk, &levels, without)))
    };
    counts.into_iter().map(say).collect()
}
