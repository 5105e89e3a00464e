//! Which stated figures of a plan are not the computed ones: totals, parents, effects and cells of tables.

use super::ViewContext;
use crate::{
    model::{DifferenceClass, FigureTable, Gross, Plan, StatedComparison, table_anchor},
    summary::table_totals::{effect_so_far_id, planned_effect_id},
    summary::{DifferenceSummary, StatedFigure},
    value::{Figure, Period},
};

/// Finds every stated figure of a plan that is not the computed one.
pub(super) fn find(context: &ViewContext, plan: &Plan) -> Vec<DifferenceSummary> {
    let mut found = FoundDifference { context, plan, rows: Vec::new() };
    found.totals();
    found.measures();
    found.effects();
    for table in &plan.tables {
        found.table(table);
    }
    found.rows
}

struct FoundDifference<'d> {
    context: &'d ViewContext<'d>,
    plan: &'d Plan,
    rows: Vec<DifferenceSummary>,
}

impl FoundDifference<'_> {
    /// Adds the figures of a comparison that are not exact.
    fn add(
        &mut self,
        comparison: &StatedComparison,
        report: Option<Period>,
        fragment: &str,
        what: impl Fn() -> StatedFigure,
    ) {
        let Some(computed) = comparison.computed.as_ref().and_then(|computed| computed.amount.as_ref()) else { return };
        for (stated, difference) in comparison.stated.iter().zip(&comparison.differences) {
            if let Some(difference) = difference.as_ref().filter(|found| found.class != DifferenceClass::Exact) {
                let (what, addresses) = (what(), self.context.addresses);
                let page = match (&what, report) {
                    // Pages of reports have no months.
                    (
                        StatedFigure::EffectYear(..)
                        | StatedFigure::EffectMonth(..)
                        | StatedFigure::EffectTotal(..)
                        | StatedFigure::EffectAcross(..),
                        _,
                    ) => addresses.months(&self.plan.id),
                    (_, Some(date)) => addresses.report(&self.plan.id, date),
                    (_, None) => addresses.plan(&self.plan.id).into_owned(),
                };
                self.rows.push(DifferenceSummary {
                    what,
                    page,
                    fragment: fragment.to_owned(),
                    report,
                    stated: stated.clone(),
                    computed: computed.clone(),
                    difference: difference.clone(),
                });
            }
        }
    }

    /// Adds what the plan and each of its reports state of the whole.
    fn totals(&mut self) {
        let plan = self.plan;
        for gross in [Gross::Net, Gross::Gross] {
            self.add(&plan.required(None, gross), None, "measures", || StatedFigure::Required(gross));
            for (at, report) in plan.reports.iter().enumerate() {
                let stated = &report.stated;
                let (required, achieved, forecast) = match gross {
                    Gross::Net => (&stated.required, &stated.achieved, &stated.forecast),
                    Gross::Gross => (&stated.gross_required, &stated.gross_achieved, &stated.gross_forecast),
                };
                if !required.is_empty() {
                    self.add(&plan.required(Some(at), gross), Some(report.as_of), "measures", || {
                        StatedFigure::Required(gross)
                    });
                }
                if !achieved.is_empty() {
                    self.add(&plan.achieved(at, gross), Some(report.as_of), "measures", || {
                        StatedFigure::Achieved(gross)
                    });
                }
                if !forecast.is_empty() {
                    self.add(&plan.forecast(at, gross), Some(report.as_of), "measures", || {
                        StatedFigure::Forecast(gross)
                    });
                }
            }
        }
    }

    fn measures(&mut self) {
        for measure in &self.plan.measures {
            let name = || self.context.measure_name(measure.number.as_ref(), &measure.title);
            let planned = measure.effect.iter().map(|effect| (None, planned_effect_id(effect.year), effect));
            let told = measure.statuses.iter().flat_map(|status| {
                let date = self.plan.reports.get(status.report).map(|report| report.as_of);
                status.effect.iter().map(move |effect| (date, effect_so_far_id(effect.year), effect))
            });
            let compared =
                planned.chain(told).map(|(date, anchor, effect)| (date, anchor, effect, effect.comparison()));
            let effects: Vec<_> =
                compared.filter(|(.., comparison)| comparison.class() > Some(DifferenceClass::Exact)).collect();
            let name = if effects.is_empty() && measure.sum.is_none() { String::new() } else { name() };
            if let Some(sum) = &measure.sum {
                self.add(sum, None, "measures", || StatedFigure::Parent(name.clone()));
            }
            for (date, anchor, effect, comparison) in effects {
                self.add(&comparison, date, &anchor, || StatedFigure::EffectYear(name.clone(), effect.year));
            }
        }
    }

    fn effects(&mut self) {
        let plan = self.plan;
        let reports = plan.reports.iter().enumerate();
        let reports = reports.map(|(at, report)| (Some(at), Some(report.as_of), &report.stated.effect));
        for (at, date, stated) in std::iter::once((None, None, &plan.stated.effect)).chain(reports) {
            for year in stated.iter().map(|effect| effect.year) {
                let sum = plan.effect(at, year);
                let anchor = planned_effect_id(year);
                for ((of, month), comparison) in year.months().zip(&sum.months) {
                    self.add(comparison, date, &anchor, || StatedFigure::EffectMonth(of, month));
                }
                self.add(&sum.total, date, &anchor, || StatedFigure::EffectTotal(year));
                self.add(&sum.across, date, &anchor, || StatedFigure::EffectAcross(year));
            }
        }
    }

    fn table(&mut self, table: &FigureTable) {
        let report = table.report.and_then(|report| self.plan.reports.get(report)).map(|report| report.as_of);
        let anchor = table_anchor(table.id.as_str());
        for row in &table.rows {
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let (Some(stated), Some(computed), Some(difference)) = (&cell.stated, &cell.computed, &cell.difference)
                else {
                    continue;
                };
                let comparison = StatedComparison {
                    stated: vec![stated.clone()],
                    computed: Some(Figure::exact(computed.clone())),
                    differences: vec![Some(difference.clone())],
                };
                self.add(&comparison, report, &anchor, || {
                    StatedFigure::Cell(table.title.clone(), row.label.clone(), column.id.clone(), column.title.clone())
                });
            }
        }
    }
}
