//! Figures with more decimals than anyone reads, where nothing says with how many they are shown. Said once of each indicator,
//! column and plan.

use super::{Check, CheckInput, Findings};
use crate::{
    diag::Code,
    model::{FigureTable, Indicator, Measure, Plan, PlanAsOf, UncountedReading},
    value::Figure,
};

/// The most decimals that a figure may be shown with and nothing is said of it.
const MOST: u32 = 4;

/// Figures with more decimals than anyone reads.
const MANY_DECIMALS: Code = Code::warning("many-decimals").args(&["name", "number"]).help(
    "figures with more than four decimals, which are all shown because `decimals` does not say otherwise; said once of each indicator, column and plan",
);
/// Figures with more decimals than anyone reads.
pub const CHECK: Check = Check::new(&MANY_DECIMALS, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    let plan = scene.plan;
    let mut report = |decimals: Option<u32>, name: &str, record: &str, field: &str| {
        if let Some(decimals) = decimals {
            findings.at(record, field).add("name", name.to_owned()).add("number", decimals.to_string());
        }
    };
    report(most(figures_of_plan(plan)), &plan.title, &plan.file, "");
    for indicator in &plan.indicators {
        report(most(figures_of_indicator(indicator)), &indicator.title, &indicator.record, "");
    }
    // The tables of all reports have one declaration.
    for table in PlanAsOf::now(scene.site, plan).tables() {
        for (nth, column) in table.columns.iter().enumerate() {
            let figures = figures_of_column(&plan.tables, table, nth);
            report(most(figures), column.name(), &table.declaration, &format!("columns.{}", column.id));
        }
    }
}

/// Returns the most decimals that are shown of some figures, where these are too many.
fn most<'f>(figures: impl Iterator<Item = &'f Figure>) -> Option<u32> {
    let undeclared =
        figures.filter_map(|figure| figure.amount.as_ref()).filter(|amount| amount.shown_decimals.is_none());
    undeclared.map(|amount| amount.number.scale()).max().filter(|decimals| *decimals > MOST)
}

/// Returns what measures and reports state in the unit of the plan.
fn figures_of_plan(plan: &Plan) -> impl Iterator<Item = &Figure> {
    let measures = plan.measures.iter().flat_map(figures_of_measure);
    let reports = plan.reports.iter().flat_map(|report| &report.overspend);
    measures.chain(&plan.overspend).chain(reports)
}

fn figures_of_measure(measure: &Measure) -> impl Iterator<Item = &Figure> {
    let stated = measure.required.iter().chain(measure.funding.iter().map(|(_, figure)| figure));
    let months = measure.effect.iter().flat_map(|year| year.months.iter().flatten().chain(&year.total));
    let statuses = measure.statuses.iter().flat_map(|status| {
        let effect = status.effect.iter().flat_map(|year| year.months.iter().flatten().chain(&year.total));
        status.achieved.iter().chain(&status.forecast).chain(effect)
    });
    stated.chain(months).chain(statuses)
}

fn figures_of_indicator(indicator: &Indicator) -> impl Iterator<Item = &Figure> {
    let readings = indicator.readings.iter().flat_map(|reading| {
        let range = match &reading.uncounted {
            Some(UncountedReading::Between(low, high)) => [Some(low), Some(high)],
            _ => [None, None],
        };
        std::iter::once(&reading.value).chain(range.into_iter().flatten())
    });
    let targets = indicator.targets.iter().flat_map(|target| target.aim.figures());
    readings.chain(targets).chain(indicator.baseline.iter().map(|began| &began.value))
}

/// Returns what is stated in a column, in the tables of all reports.
fn figures_of_column<'t>(
    tables: &'t [FigureTable],
    table: &'t FigureTable,
    column: usize,
) -> impl Iterator<Item = &'t Figure> {
    let same = tables.iter().filter(move |other| other.id == table.id);
    same.flat_map(|table| &table.rows).filter_map(move |row| row.cells.get(column)?.stated.as_ref())
}
