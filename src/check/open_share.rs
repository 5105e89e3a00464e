//! Rows whose share is left open: a table of shares has several totals, and none is the smallest that adds the row. Said once of
//! each table.

use super::{Check, CheckInput, Findings, cells};
use crate::{
    diag::Code,
    model::{FigureTable, FigureTableRow, PlanAsOf},
    value::Figure,
};

/// Rows of which nobody can tell what they are a share of.
const OPEN_SHARE: Code = Code::warning("open-share").args(&["names"]).help(
    "a row of a table with `share_of` and several totals, of which none is the smallest that adds the row, so that no share of it is computed; said once of each table",
);
/// Rows of which nobody can tell what they are a share of.
pub const CHECK: Check = Check::new(&OPEN_SHARE, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for table in PlanAsOf::now(scene.site, scene.plan).tables() {
        let open = table.rows_without_whole();
        let is_open = |row: &FigureTableRow| open.contains(&row.id) && has_part(table, row);
        cells::report_rows(table, is_open, findings, "row");
    }
}

/// Tells whether a row has a figure that its share would be computed of, and does not say with `-` that it is no share.
fn has_part(table: &FigureTable, row: &FigureTableRow) -> bool {
    let mut shared = table.columns.iter().zip(&row.cells).filter_map(|(column, cell)| {
        let is_nil = cell.stated.as_ref().is_some_and(Figure::is_nil);
        column.share_of.as_ref().filter(|_| column.formula.is_none() && !is_nil)
    });
    shared.any(|of| {
        let cell = table.columns.iter().position(|column| column.id == *of).and_then(|at| row.cells.get(at));
        cell.is_some_and(|cell| cell.stated.is_some() || cell.computed.is_some())
    })
}
