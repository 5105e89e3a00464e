//! What was hidden when it went. Taking a closed item out of the files does not open it: whatever older versions say of
//! it stays hidden until it comes back and is shown.

use std::collections::BTreeMap;

use crate::{
    content::{Record, Viewer, Withheld},
    value::Id,
};

/// What was hidden when it went, by plan.
#[derive(Clone, Debug, Default)]
pub(super) struct Departed(pub BTreeMap<Id, Withheld>);

impl Departed {
    /// Goes one commit further with all the files of a plan, hidden ones included.
    pub fn step(&mut self, plan: &Id, before: &[Record], after: &[Record], viewer: Viewer) {
        let mut gone = Withheld::hidden_in(before, viewer);
        let mut shown = Withheld::all_of(after);
        gone.without(&shown);
        shown.without(&Withheld::hidden_in(after, viewer));
        let departed = self.0.entry(plan.clone()).or_default();
        departed.join(&gone);
        departed.without(&shown);
        if departed.is_empty() {
            self.0.remove(plan);
        }
    }

    /// Tells whether anything of a plan went hidden.
    pub fn has(&self, plan: &Id) -> bool {
        self.0.contains_key(plan)
    }
}
