//! Totals and subtotals that nobody can check, because they do not say what they add up. Said once of each table.

use super::{Check, CheckInput, Findings, cells};
use crate::{
    diag::Code,
    model::{FigureTable, FigureTableRow, PlanAsOf, RowKind},
};

/// Totals and subtotals that do not say what they add up.
const TOTAL_WITHOUT_FORMULA: Code = Code::warning("total-without-formula")
    .args(&["names"])
    .help("a total or subtotal without a formula, which is printed and not checked; said once of each table");
/// Totals and subtotals that do not say what they add up.
pub const CHECK: Check = Check::new(&TOTAL_WITHOUT_FORMULA, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for table in PlanAsOf::now(scene.site, scene.plan).tables() {
        cells::report_rows(table, |row| is_unchecked(table, row), findings, "kind");
    }
}

/// Tells whether a row is a sum that states something there are items to add up to, and says not of which.
fn is_unchecked(table: &FigureTable, row: &FigureTableRow) -> bool {
    let is_item = |row: &&FigureTableRow| row.kind == RowKind::Item && row.of.is_none();
    let states = |row: &FigureTableRow, at: usize| row.cells.get(at).is_some_and(|cell| cell.stated.is_some());
    let mut columns = table.columns.iter().enumerate().filter(|(_, column)| cells::is_added_up(column));
    matches!(row.kind, RowKind::Total | RowKind::Subtotal)
        && row.formula.is_none()
        && columns.any(|(at, _)| states(row, at) && table.rows.iter().filter(is_item).any(|item| states(item, at)))
}
