//! Which records have a new id: those that say what they were called formerly.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use super::{
    RecordKind,
    items::{LentKey, RecordItem},
};
use crate::{
    schema::{ReferenceTarget, Value, records},
    value::Id,
};

/// The new ids of records, by their old ones.
#[derive(Debug, Default)]
pub(crate) struct Renames<'r> {
    plans: BTreeMap<&'r str, &'r str>,
    /// By kind, plan (as it is called after) and old id.
    others: BTreeMap<(RecordKind, &'r str, &'r str), &'r str>,
}

impl<'r> Renames<'r> {
    /// Finds what has a new id, of the sorted records of two versions.
    ///
    /// A record is followed where it says a former id that only the version before has, while its own is only in the
    /// version after. The same holds backwards, so that two versions compare both ways.
    pub fn find(before: &[RecordItem<'r>], after: &[RecordItem<'r>]) -> Self {
        let mut renames = Self::default();
        for (old, new) in pairs(before, after, &|kind| kind == RecordKind::Plan, &BTreeMap::new()) {
            renames.plans.insert(old.plan, new.plan);
        }
        let is_other = |kind| kind != RecordKind::Plan;
        for (old, new) in pairs(before, after, &is_other, &renames.plans) {
            if let (Cow::Borrowed(old_id), Cow::Borrowed(new_id)) = (old.id, new.id) {
                renames.others.insert((new.kind, new.plan, old_id), new_id);
            }
        }
        renames
    }

    /// Tells whether nothing has a new id.
    pub fn is_empty(&self) -> bool {
        self.plans.is_empty() && self.others.is_empty()
    }

    /// Returns what the version after calls a record of the version before.
    pub fn translate(&self, name: &LentKey<'r>) -> LentKey<'r> {
        let mut new = name.clone();
        new.plan = self.plans.get(name.plan).copied().unwrap_or(name.plan);
        let base = match name.kind {
            RecordKind::Status => RecordKind::Measure,
            RecordKind::Reading => RecordKind::Indicator,
            kind => kind,
        };
        match &name.id {
            _ if name.kind == RecordKind::Plan => new.id = new.plan.into(),
            _ if name.kind == RecordKind::Reading => {
                new.within = self.others.get(&(base, new.plan, name.within)).copied().unwrap_or(name.within);
            }
            id => {
                if let Some(id) = self.others.get(&(base, new.plan, id.as_ref())) {
                    new.id = Cow::Borrowed(id);
                }
            }
        }
        new
    }

    /// Returns what the version after calls what a reference of the version before leads to. The plan is as it is
    /// called after.
    pub fn reference<'v>(&'v self, to: ReferenceTarget, plan: &str, id: &'v str) -> &'v str {
        let (kind, plan) = match to {
            ReferenceTarget::Committee => (RecordKind::Committee, ""),
            ReferenceTarget::Owner => (RecordKind::Owner, ""),
            ReferenceTarget::Measure => (RecordKind::Measure, plan),
            ReferenceTarget::Scale | ReferenceTarget::Column | ReferenceTarget::Itself => return id,
        };
        self.others.get(&(kind, plan, id)).copied().unwrap_or(id)
    }
}

/// Finds the records that have a new id, each as it was and is called.
fn pairs<'r>(
    before: &[RecordItem<'r>],
    after: &[RecordItem<'r>],
    is_wanted: &dyn Fn(RecordKind) -> bool,
    plans: &BTreeMap<&'r str, &'r str>,
) -> Vec<(LentKey<'r>, LentKey<'r>)> {
    let old_names: BTreeMap<&str, &'r str> = plans.iter().map(|(old, new)| (*new, *old)).collect();
    let old_plan = |plan: &'r str| old_names.get(plan).copied().unwrap_or(plan);
    let new_plan = |plan: &'r str| plans.get(plan).copied().unwrap_or(plan);
    let forth = followed(after, before, is_wanted, &old_plan).into_iter().map(|(own, former)| (former, own));
    let back = followed(before, after, is_wanted, &new_plan);
    let (mut olds, mut news) = (BTreeSet::new(), BTreeSet::new());
    let mut pairs = Vec::new();
    for (old, new) in forth.chain(back) {
        if !olds.contains(&old) && !news.contains(&new) {
            olds.insert(old.clone());
            news.insert(new.clone());
            pairs.push((old, new));
        }
    }
    pairs
}

/// Returns the records of one version that say a former id of which the other version has the record, with the name
/// it has there.
fn followed<'r>(
    here: &[RecordItem<'r>],
    there: &[RecordItem<'r>],
    is_wanted: &dyn Fn(RecordKind) -> bool,
    plan_there: &dyn Fn(&'r str) -> &'r str,
) -> Vec<(LentKey<'r>, LentKey<'r>)> {
    let mut found = Vec::new();
    for item in here.iter().filter(|item| is_wanted(item.name.kind)) {
        let own_there = LentKey { plan: plan_there(item.name.plan), ..item.name.clone() };
        if holds(there, &own_there) {
            continue;
        }
        let former = formers(item).find_map(|id| {
            let there_name = with_id(&own_there, id);
            (holds(there, &there_name) && !holds(here, &with_id(&item.name, id))).then_some(there_name)
        });
        found.extend(former.map(|former| (item.name.clone(), former)));
    }
    found
}

/// Returns the ids a record says it had.
fn formers<'r>(item: &RecordItem<'r>) -> impl Iterator<Item = &'r Id> {
    let values = item.fields.get(&records::FORMERLY).into_iter().flatten();
    values.filter_map(|value| if let Value::Id(id) = value { Some(id) } else { None })
}

fn with_id<'r>(name: &LentKey<'r>, id: &'r Id) -> LentKey<'r> {
    let plan = if name.kind == RecordKind::Plan { id.as_str() } else { name.plan };
    LentKey { plan, id: id.as_str().into(), ..name.clone() }
}

fn holds(items: &[RecordItem<'_>], name: &LentKey<'_>) -> bool {
    items.binary_search_by(|item| item.name.cmp(name)).is_ok()
}
