//! What an edition said: the summaries of its plans beside the registers they point into.

use std::collections::BTreeMap;

use super::{ContestedFigures, MeasureSummary, MilestoneSummary, PlanRow, PlanSummary};
use crate::{
    compare::{LevelName, RecordSummary},
    model::{Edition, Site},
    table::CheckedFigure,
    value::{Id, ItemNumber},
};

/// What an edition of the site said.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct EditionSummary {
    /// The edition.
    pub edition: Edition,
    /// The site and its registers as they were then.
    pub site: Site,
    /// The plans of then, by their key.
    pub plans: BTreeMap<Id, PlanSummary>,
}

impl EditionSummary {
    /// Returns what was said of a plan, under its key or one it had before.
    #[must_use]
    pub fn plan(&self, id: &Id, formerly: &[Id]) -> Option<&PlanSummary> {
        std::iter::once(id).chain(formerly).find_map(|id| self.plans.get(id))
    }
}

impl PlanSummary {
    /// Returns the row of a measure, under its key or one it had before.
    #[must_use]
    pub fn measure(&self, id: &Id, formerly: &[Id]) -> Option<&MeasureSummary> {
        std::iter::once(id).chain(formerly).find_map(|id| self.measures.iter().find(|row| row.id == *id))
    }
}

impl PlanSummary {
    /// Returns the row of a milestone.
    #[must_use]
    pub fn milestone(&self, number: &ItemNumber) -> Option<&MilestoneSummary> {
        self.milestones.iter().find(|row| row.number == *number)
    }
}

impl PlanRow {
    /// Returns what the plan comes to beside another time of it; its level is one of a site's.
    #[must_use]
    pub fn summary<'r>(&'r self, site: &'r Site, other: &Self) -> RecordSummary<'r> {
        RecordSummary { level: self.level.and_then(|level| LevelName::of(site, level)), ..self.sums_beside(other) }
    }

    /// Returns its sums as they are printed: stated, else computed.
    #[must_use]
    pub fn printed_sums(&self) -> RecordSummary<'_> {
        RecordSummary {
            required: self.required.as_ref(),
            achieved: self.achieved.as_ref(),
            forecast: self.forecast.as_ref(),
            ..RecordSummary::default()
        }
    }

    /// Returns its sums as they can be held against those of another time: as they are printed, unless one of the two states a total
    /// that nothing explains, or of which not all measures have told, and the other does not. Then both are what the measures come to.
    #[must_use]
    pub fn sums_beside(&self, other: &Self) -> RecordSummary<'_> {
        let (printed, computed) = (self.printed_sums(), self.computed_sums());
        let is_one_unproven = |of: fn(&ContestedFigures) -> &Option<CheckedFigure>| {
            let is_unproven = |plan: &Self| of(&plan.contested).as_ref().is_some_and(CheckedFigure::is_unproven);
            is_unproven(self) != is_unproven(other)
        };
        RecordSummary {
            required: if is_one_unproven(|of| &of.required) { computed.required } else { printed.required },
            achieved: if is_one_unproven(|of| &of.achieved) { computed.achieved } else { printed.achieved },
            forecast: if is_one_unproven(|of| &of.forecast) { computed.forecast } else { printed.forecast },
            ..printed
        }
    }

    /// Returns what its measures come to, whatever is stated of it.
    #[must_use]
    pub fn computed_sums(&self) -> RecordSummary<'_> {
        RecordSummary {
            required: self.required_sum.as_ref(),
            achieved: self.achieved_sum.as_ref(),
            forecast: self.forecast_sum.as_ref(),
            ..RecordSummary::default()
        }
    }
}

impl MeasureSummary {
    /// Returns what the measure comes to; its level is one of a site's.
    #[must_use]
    pub fn summary<'r>(&'r self, site: &'r Site) -> RecordSummary<'r> {
        RecordSummary {
            level: self.level.and_then(|level| LevelName::of(site, level)),
            lifecycle: self.lifecycle,
            required: self.required.as_ref(),
            achieved: self.achieved.as_ref(),
            forecast: self.forecast.as_ref(),
            due: self.due,
            ..RecordSummary::default()
        }
    }
}

impl MilestoneSummary {
    /// Returns the dates of the milestone, and where it is in its life.
    #[must_use]
    pub fn summary(&self) -> RecordSummary<'_> {
        RecordSummary { due: self.due, done: self.done, lifecycle: self.lifecycle, ..RecordSummary::default() }
    }
}
