//! Whether what is owed of an indicator was reported: it has figures, none yet, or they are late. Where it stands is told apart.

use super::{Indicator, PlanAsOf};
use crate::value::Period;

/// Whether an indicator was reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportingState {
    /// It has figures, and none is late.
    HasFigures,
    /// It has none yet, and none is late.
    NoneYet,
    /// A figure should be there and is not.
    Late,
}

impl ReportingState {
    /// Every state, in the order in which they are counted.
    pub const ALL: [Self; 3] = [Self::HasFigures, Self::NoneYet, Self::Late];

    /// Returns the word it has in messages.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::HasFigures => "has-figures",
            Self::NoneYet => "none-yet",
            Self::Late => "late",
        }
    }
}

/// What was reported of an indicator, and what is awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reporting {
    /// Whether it was reported.
    pub state: ReportingState,
    /// The date of its latest reading.
    pub latest: Option<Period>,
    /// When the next is due: as declared by `next`, else by its frequency.
    pub due: Option<Period>,
}

impl<'a> PlanAsOf<'a> {
    /// Tells whether an indicator, or one of its series, was reported, and when the next reading is due.
    #[must_use]
    pub fn reporting(&self, indicator: &'a Indicator) -> Reporting {
        let lines = || std::iter::once(indicator).chain(self.plan.series_of(indicator));
        let readings = || lines().flat_map(|line| self.readings(line));
        let latest = readings().map(|reading| reading.date).max();
        // What comes with a report of its day, or later, is the figure that was awaited, also where it is of an earlier period.
        let has_come = |next: Period| {
            let is_given = |report: Option<usize>| {
                report.and_then(|at| self.date(at)).is_some_and(|as_of| next.first() <= as_of.last())
            };
            readings().any(|reading| next <= reading.date || is_given(reading.report))
        };
        let declared = indicator.next.filter(|next| !has_come(*next));
        // A period of which there is no figure, and why, was reported.
        let missing = self.plan.missing_of(indicator).filter(|period| period.last() <= self.today).max();
        let began = indicator.baseline.as_ref().and_then(|began| began.date);
        let known = latest.max(missing).or(began);
        let regular = || Some(Period::Day(indicator.frequency?.due_after(known?)));
        let due = declared.or_else(regular).filter(|_| !self.is_finished());
        let is_late = due.is_some_and(|due| due.last() < self.today);
        let state = match (is_late, latest) {
            (true, _) => ReportingState::Late,
            (false, Some(_)) => ReportingState::HasFigures,
            (false, None) => ReportingState::NoneYet,
        };
        Reporting { state, latest, due }
    }
}
