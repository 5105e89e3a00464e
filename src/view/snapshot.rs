//! What an edition said: the rows of its plans beside the registers they point into.

use std::collections::BTreeMap;

use super::{MeasureRow, PlanRows};
use crate::{
    compare::LevelName,
    model::{Edition, LevelRef, Site},
    value::Id,
};

/// What an edition of the site said.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The edition.
    pub edition: Edition,
    /// The site and its registers as they were then.
    pub site: Site,
    /// The plans of then, by their key.
    pub plans: BTreeMap<Id, PlanRows>,
}

impl Snapshot {
    /// Returns what was said of a plan, under its key or one it had before.
    #[must_use]
    pub fn plan(&self, id: &Id, formerly: &[Id]) -> Option<&PlanRows> {
        std::iter::once(id).chain(formerly).find_map(|id| self.plans.get(id))
    }

    /// Returns a level of then.
    #[must_use]
    pub fn level(&self, at: Option<LevelRef>) -> Option<LevelName<'_>> {
        LevelName::of(&self.site, at?)
    }
}

impl PlanRows {
    /// Returns the row of a measure, under its key or one it had before.
    #[must_use]
    pub fn measure(&self, id: &Id, formerly: &[Id]) -> Option<&MeasureRow> {
        std::iter::once(id).chain(formerly).find_map(|id| self.measures.iter().find(|row| row.id == *id))
    }
}
