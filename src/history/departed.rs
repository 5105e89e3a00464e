//! What was hidden when it went. Taking a closed item out of the files does not open it: whatever older versions say of
//! it stays hidden until it comes back and is shown.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    content::{self, Record, Viewer, Withheld},
    value::{Id, RelPath},
};

/// What was hidden when it went.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Departed {
    /// Of plans.
    pub plans: BTreeMap<Id, Withheld>,
    /// Ordinary pages.
    pub pages: BTreeSet<RelPath>,
}

impl Departed {
    /// Goes one commit further with all the files of a plan, hidden ones included.
    pub(super) fn step(&mut self, plan: &Id, before: &[Record], after: &[Record], viewer: Viewer) {
        let mut gone = Withheld::hidden_in(before, viewer);
        let mut shown = Withheld::all_of(after);
        gone.without(&shown);
        shown.without(&Withheld::hidden_in(after, viewer));
        let departed = self.plans.entry(plan.clone()).or_default();
        departed.join(&gone);
        departed.without(&shown);
        if departed.is_empty() {
            self.plans.remove(plan);
        }
    }

    /// Goes one commit further with all the ordinary pages: whether one is hidden, another may say.
    pub(super) fn step_pages(&mut self, before: &[Record], after: &[Record], viewer: Viewer) {
        let hidden = content::hidden_pages(after, viewer);
        let is_there = |file: &RelPath| after.iter().any(|page| page.file == *file);
        let gone = content::hidden_pages(before, viewer);
        self.pages.extend(gone.into_iter().filter(|file| !is_there(file)));
        self.pages.retain(|file| !is_there(file) || hidden.contains(file));
    }

    /// Adds what another has, of the same plans too.
    pub fn join(&mut self, other: &Self) {
        for (plan, withheld) in &other.plans {
            self.plans.entry(plan.clone()).or_default().join(withheld);
        }
        self.pages.extend(other.pages.iter().cloned());
    }

    /// Adds what another has of other plans.
    pub(super) fn extend(&mut self, other: Self) {
        self.plans.extend(other.plans);
        self.pages.extend(other.pages);
    }

    /// Tells whether anything of a plan went hidden.
    pub(super) fn has(&self, plan: &Id) -> bool {
        self.plans.contains_key(plan)
    }

    /// Tells whether nothing went hidden.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plans.is_empty() && self.pages.is_empty()
    }
}
