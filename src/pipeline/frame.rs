//! What a site is made as: the one of today, or an edition of it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Workshop, map, plan, plan::Done, shared::Pages};
use crate::{
    content::Withheld,
    diag::Error,
    git::CommitId,
    history::Departed,
    model::Edition,
    value::{Date, Id, RelPath},
    view::{OldAddress, Past, Snapshot},
};

/// What a site is made as.
#[derive(Clone, Copy, Debug, Default)]
pub struct Frame<'f> {
    /// The edition it is; `None` is the site of today.
    pub edition: Option<Cut<'f>>,
    /// What the site of today does not show, by plan: no edition may.
    pub withheld: Option<&'f Hidden>,
    /// The edition before it.
    pub since: Option<&'f Snapshot>,
    /// What was recorded when; only of the site of today.
    pub past: Option<&'f Past<'f>>,
}

/// An edition that is made into a site.
#[derive(Clone, Copy, Debug)]
pub struct Cut<'f> {
    /// The edition.
    pub edition: &'f Edition,
    /// The commit it is cut from and the day that was recorded; `None` while it is open.
    pub commit: Option<(CommitId, Date)>,
    /// It lies below the site of today, which it links to.
    pub is_below: bool,
    /// The page of the site of today about it.
    pub page: Option<&'f RelPath>,
}

impl Hidden {
    /// Adds what was hidden when it went.
    pub fn join(&mut self, departed: &Departed) {
        for (plan, withheld) in &departed.plans {
            self.plans.entry(plan.clone()).or_default().join(withheld);
        }
        self.pages.extend(departed.pages.iter().cloned());
    }

    /// Returns all that there is in the files of a site, hidden or not, under every id that plans and measures have had.
    pub fn all_of(shop: &Workshop<'_>) -> Result<Self, Error> {
        let mut all = Self::default();
        for (names, plan) in map(&shop.version.files.plans, |folder| plan::all(shop, folder))? {
            all.take(names, &plan);
        }
        all.pages.extend(shop.version.files.pages.iter().copied().cloned());
        Ok(all)
    }

    /// Adds something of a plan under all its names: what one plan is called another may have been called, and both are
    /// meant.
    pub fn take(&mut self, names: Vec<Id>, withheld: &Withheld) {
        names.into_iter().for_each(|name| self.plans.entry(name).or_default().join(withheld));
    }

    /// Adds what another has.
    pub fn add(&mut self, other: &Self) {
        other.plans.iter().for_each(|(plan, withheld)| self.take(vec![plan.clone()], withheld));
        self.pages.extend(other.pages.iter().cloned());
    }

    /// Takes away what another has.
    pub fn without(&mut self, other: &Self) {
        for (plan, withheld) in &mut self.plans {
            other.plans.get(plan).into_iter().for_each(|other| withheld.without(other));
        }
        self.plans.retain(|_, withheld| !withheld.is_empty());
        self.pages.retain(|page| !other.pages.contains(page));
    }

    /// Tells whether an address was that of something that is not shown.
    pub fn had(&self, old: &OldAddress) -> bool {
        let plan = old.plan.as_ref().and_then(|plan| self.plans.get(plan));
        plan.is_some_and(|plan| plan.plan || old.measure.as_ref().is_some_and(|id| plan.measures.contains(id)))
    }

    /// Tells whether everything is shown.
    pub fn is_empty(&self) -> bool {
        self.plans.is_empty() && self.pages.is_empty()
    }

    /// Takes what is hidden from the plans and pages of today.
    pub fn of(plans: &mut [Done], pages: &Pages) -> Self {
        let mut hidden = Self { plans: BTreeMap::new(), pages: pages.hidden.clone() };
        for (names, withheld) in plans.iter_mut().filter_map(|plan| plan.withheld.take()) {
            hidden.take(names, &withheld);
        }
        hidden
    }
}

/// What the site of today does not show.
#[derive(Clone, Debug, Default)]
pub struct Hidden {
    /// By plan, under every key it has had.
    pub plans: BTreeMap<Id, Withheld>,
    /// Ordinary pages.
    pub pages: BTreeSet<RelPath>,
}
