//! Previous forecasts that are not what the last report said.

use super::{Check, CheckInput, Findings, cells};
use crate::{
    content::{Formula, Operand},
    diag::Code,
    model::{FigureColumn, FigureTable, Plan},
};

/// Previous forecasts that are not what the last report said.
const PREVIOUS_DIFFERS: Code = Code::warning("previous-differs")
    .args(&["row", "report", "column", "amount", "other-amount"])
    .help("a figure in the column `previous` that is not what the last report with this table said");
/// Previous forecasts that are not what the last report said.
pub const CHECK: Check = Check::new(&PREVIOUS_DIFFERS, run);

/// The column that repeats what the last report said.
const PREVIOUS: &str = "previous";

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for table in &scene.plan.tables {
        if let Some(previous) = table.columns.iter().find(|column| column.id.as_str() == PREVIOUS)
            && let Some(repeated) = repeated(table)
            && let Some(last) = last(scene.plan, table)
        {
            rows(scene.plan, (table, previous), (last, repeated), findings);
        }
    }
}

/// Returns the column that `previous` repeats: the one it is held against in a difference, else the forecast.
fn repeated(table: &FigureTable) -> Option<&FigureColumn> {
    let find = |id: &str| table.columns.iter().find(|column| column.id.as_str() == id);
    let beside = |column: &FigureColumn| match Formula::parse(column.formula.as_deref()?).ok()? {
        Formula::Sum(operands) => match operands.as_slice() {
            [(false, Operand::One(one)), (true, Operand::One(other))] if other.as_str() == PREVIOUS => {
                find(one.as_str())
            }
            [(false, Operand::One(one)), (true, Operand::One(other))] if one.as_str() == PREVIOUS => {
                find(other.as_str())
            }
            _ => None,
        },
        Formula::Ratio(..) => None,
    };
    table.columns.iter().find_map(beside).or_else(|| find("forecast"))
}

/// Returns the table as the last report before had it.
fn last<'p>(plan: &'p Plan, table: &FigureTable) -> Option<&'p FigureTable> {
    let report = table.report?;
    let before = |other: &&FigureTable| other.id == table.id && other.report.is_some_and(|other| other < report);
    plan.tables.iter().filter(before).max_by_key(|other| other.report)
}

fn rows(
    plan: &Plan,
    (table, previous): (&FigureTable, &FigureColumn),
    (last, repeated): (&FigureTable, &FigureColumn),
    findings: &mut Findings<'_>,
) {
    let report = last.report.and_then(|report| plan.reports.get(report)).map(|report| report.as_of.iso());
    for row in &table.rows {
        let then = last.rows.iter().find(|other| other.id == row.id);
        let then = then.and_then(|then| cells::amount(last, then, repeated));
        let (Some(said), Some(then)) = (cells::amount(table, row, previous), then) else { continue };
        if cells::differ(said, then) == Some(true) {
            let diagnostic = findings.at(&table.file, &format!("{}.{PREVIOUS}", row.id));
            diagnostic
                .add("row", row.label.clone())
                .add("report", report.clone().unwrap_or_default())
                .add("column", repeated.name().to_owned())
                .add("amount", said.to_string())
                .add("other-amount", then.to_string());
        }
    }
}
