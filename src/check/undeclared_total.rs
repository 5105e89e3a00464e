//! Rows of figure tables that are called a total and are items like any other: nothing is held against them, and shares and
//! charts count them twice.

use super::{Check, CheckInput, Findings, cells};
use crate::{
    diag::Code,
    model::{FigureTable, FigureTableRow, PlanAsOf, RowKind, is_called_total},
};

/// Rows that are called a total and declared as none.
const UNDECLARED_TOTAL: Code = Code::warning("undeclared-total").args(&["names"]).help(
    "a row that is called a total (`I alt`, `Summa`) and is an item like any other, so that it is held against nothing and is added up once more; said once of each table",
);
/// Rows that are called a total and declared as none.
pub const CHECK: Check = Check::new(&UNDECLARED_TOTAL, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for table in PlanAsOf::now(scene.site, scene.plan).tables() {
        cells::report_rows(table, |row| is_undeclared(table, row), findings, "label");
    }
}

/// Tells whether an item is called a total, where there are others that it could be the total of.
fn is_undeclared(table: &FigureTable, row: &FigureTableRow) -> bool {
    let is_item = |row: &FigureTableRow| row.kind == RowKind::Item && row.of.is_none() && row.formula.is_none();
    let states = |row: &FigureTableRow, at: usize| {
        row.cells.get(at).and_then(|cell| cell.stated.as_ref()).is_some_and(|stated| stated.amount.is_some())
    };
    // Itself and two others.
    let is_of_many = |at: usize| table.rows.iter().filter(|row| is_item(row) && states(row, at)).count() > 2;
    let mut columns = table.columns.iter().enumerate().filter(|(_, column)| cells::is_added_up(column));
    is_item(row) && is_called_total(&row.label) && columns.any(|(at, _)| states(row, at) && is_of_many(at))
}
