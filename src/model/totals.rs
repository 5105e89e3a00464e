//! The totals of a plan: what its documents state, beside what its measures come to.

use crate::{
    model::{Gross, Measure, PlanAsOf, SavedAndSpent, StatedComparison, StatedFigures, Sum},
    value::{Decimal, Figure},
};

/// A total: what is stated, compared with its parts, and the sum of the parts as it is shown.
#[derive(Clone, Debug)]
pub struct PlanTotal {
    /// What is stated, and how it differs.
    pub comparison: StatedComparison,
    /// What the measures come to, and how many of them are known.
    pub sum: Option<Sum>,
    /// Whether the report states it; else the plan does, or nothing.
    pub is_of_report: bool,
}

/// The totals of a plan.
#[derive(Clone, Debug)]
pub struct Totals {
    /// The required saving.
    pub required: PlanTotal,
    /// The achieved saving.
    pub achieved: PlanTotal,
    /// The forecast.
    pub forecast: PlanTotal,
    /// What is to be saved beside what investments are to cost.
    pub saved_and_spent: SavedAndSpent,
}

impl PlanTotal {
    /// Returns the figure that is printed: what is stated, else what was computed.
    pub fn printed(&self) -> Option<&Figure> {
        self.comparison.stated.first().or(self.sum.as_ref().map(|sum| &sum.figure))
    }

    /// Returns the sum where it does not know all measures.
    #[must_use]
    pub fn unreported(&self) -> Option<&Sum> {
        self.sum.as_ref().filter(|sum| sum.given < sum.all)
    }
}

impl Totals {
    /// Adds up a plan's measures as they were known at a report.
    pub fn new(seen: &PlanAsOf, gross: Gross) -> Self {
        let (plan, report) = (seen.plan, seen.report);
        let counts = |measure: &Measure| gross == Gross::Net || !measure.investment;
        let top = plan.measures.iter().filter(|measure| measure.parent.is_none() && counts(measure));
        let sum = |pick: &dyn for<'p> Fn(&'p Measure, &PlanAsOf<'p>) -> Option<&'p Figure>| {
            seen.sum(top.clone(), gross, &|measure| pick(measure, seen), &plan.unit)
        };
        let stated = plan.reports.get(report).map(|report| &report.stated);
        let is_of_report = |net: fn(&StatedFigures) -> &Vec<Figure>, without: fn(&StatedFigures) -> &Vec<Figure>| {
            let pick = if gross == Gross::Net { net } else { without };
            stated.is_some_and(|stated| !pick(stated).is_empty())
        };
        Self {
            saved_and_spent: seen.saved_and_spent(top.clone()),
            required: PlanTotal {
                comparison: plan.required(Some(report), gross),
                sum: sum(&|measure, _| measure.required.as_ref()),
                is_of_report: is_of_report(|stated| &stated.required, |stated| &stated.gross_required),
            },
            achieved: PlanTotal {
                comparison: plan.achieved(report, gross),
                sum: sum(&|measure, seen| seen.achieved(measure)),
                is_of_report: is_of_report(|stated| &stated.achieved, |stated| &stated.gross_achieved),
            },
            forecast: PlanTotal {
                comparison: plan.forecast(report, gross),
                sum: sum(&|measure, seen| seen.forecast(measure)),
                is_of_report: is_of_report(|stated| &stated.forecast, |stated| &stated.gross_forecast),
            },
        }
    }

    /// Returns a figure in per cent of what is required, where investments leave enough of that.
    #[must_use]
    pub fn share(&self, figure: &Figure, required: &Figure) -> Option<Decimal> {
        figure.share_of(required).filter(|_| !self.saved_and_spent.is_much_spent())
    }

    fn each(&self) -> [&PlanTotal; 3] {
        [&self.required, &self.achieved, &self.forecast]
    }

    /// Tells whether nothing is stated and nothing adds up.
    pub fn is_empty(&self) -> bool {
        self.each().iter().all(|total| total.comparison.stated.is_empty() && total.sum.is_none())
    }

    /// Tells whether the measures come to anything.
    pub fn are_computed(&self) -> bool {
        self.each().iter().any(|total| total.sum.is_some())
    }

    /// Tells whether anything stated is not proven to be what was computed, or says more than that: by its mark.
    pub fn differ(&self) -> bool {
        !self.each().into_iter().all(|total| total.comparison.is_told_by_computed())
    }

    /// Returns how many lines of stated figures there are: where a document says two things, two.
    pub fn lines(&self) -> usize {
        self.each().iter().map(|total| total.comparison.stated.len()).max().unwrap_or(0)
    }
}
