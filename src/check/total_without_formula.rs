//! Totals and subtotals that nobody can check, because they do not say what they add up. Said once of each table.

use super::{Check, CheckInput, Findings, cells};
use crate::{
    diag::Code,
    model::{FigureTable, FigureTableRow, RowKind},
};

/// Totals and subtotals that do not say what they add up.
const TOTAL_WITHOUT_FORMULA: Code = Code::warning("total-without-formula")
    .args(&["names"])
    .help("a total or subtotal without a formula, which is printed and not checked; said once of each table");
/// Totals and subtotals that do not say what they add up.
pub const CHECK: Check = Check::new(&TOTAL_WITHOUT_FORMULA, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    let tables = &scene.plan.tables;
    for (at, table) in tables.iter().enumerate() {
        // The tables of all reports are one; the newest is the one that is written on.
        let is_newest = !tables.iter().skip(at.saturating_add(1)).any(|later| later.id == table.id);
        let unchecked: Vec<&FigureTableRow> = table.rows.iter().filter(|row| is_unchecked(table, row)).collect();
        if let Some(first) = unchecked.first().filter(|_| is_newest) {
            let names: Vec<String> = unchecked.iter().map(|row| format!("`{}`", row.label)).collect();
            findings.at(&table.rows_file, &format!("{}.kind", first.id)).add("names", names.join(", "));
        }
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
