//! Whose measures are asked for, and how many of them stand at each level.

use super::{MeasureSummary, MilestoneSummary, MissingSummary, PlanRow, StatedAreaCounts};
use crate::value::Id;

/// Whose things are asked for.
#[derive(Clone, Copy)]
pub enum Scope<'i> {
    /// Everybody's.
    All,
    /// A committee's.
    Committee(&'i Id),
    /// An owner's.
    Owner(&'i Id),
}

impl Scope<'_> {
    fn holds(self, committees: &[Id], owners: &[Id]) -> bool {
        match self {
            Self::All => true,
            Self::Committee(id) => committees.contains(id),
            Self::Owner(id) => owners.contains(id),
        }
    }

    /// Tells whether a measure is theirs.
    pub fn has_measure(self, measure: &MeasureSummary) -> bool {
        self.holds(&measure.committees, &measure.owners)
    }

    /// Tells whether a plan is theirs.
    pub fn has_plan(self, plan: &PlanRow) -> bool {
        self.holds(&plan.committees, &plan.owners)
    }

    /// Tells whether what is stated of an area of a plan is theirs. A committee is told its areas as they are stated, whatever is stated
    /// of the plan as a whole.
    pub fn has_area(self, area: &StatedAreaCounts, plan: &PlanRow) -> bool {
        let is_whole_theirs = area.is_of_all || matches!(self, Self::Committee(_));
        is_whole_theirs && self.holds(&area.committees, &plan.owners)
    }

    /// Tells whether a milestone is theirs.
    pub fn has_milestone(self, milestone: &MilestoneSummary) -> bool {
        self.holds(milestone.committee.as_slice(), &milestone.owners)
    }

    /// Tells whether something that is missing is theirs.
    pub fn has_missing(self, missing: &MissingSummary) -> bool {
        self.holds(&missing.committees, &missing.owners)
    }
}
