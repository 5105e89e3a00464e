//! Cells of figure tables as checks hold them against each other: what they state, and how exactly.

use super::Findings;
use crate::{
    content::Formula,
    model::{Exactness, FigureCell, FigureColumn, FigureTable, FigureTableRow, LastDigit},
    value::{Amount, Decimal},
};

/// Returns what a cell comes to: what it states, else what was computed. What is approximate proves nothing.
pub(super) fn amount<'t>(table: &'t FigureTable, row: &'t FigureTableRow, column: &FigureColumn) -> Option<&'t Amount> {
    let at = table.columns.iter().position(|other| other.id == column.id)?;
    exact(row.cells.get(at)?)
}

/// Returns what a cell shows: what it states, else what was computed; also where that is approximate.
pub(super) fn shown<'t>(table: &'t FigureTable, row: &'t FigureTableRow, column: &FigureColumn) -> Option<&'t Amount> {
    let at = table.columns.iter().position(|other| other.id == column.id)?;
    let cell = row.cells.get(at)?;
    cell.stated.as_ref().map_or(cell.computed.as_ref(), |figure| figure.amount.as_ref())
}

fn exact(cell: &FigureCell) -> Option<&Amount> {
    match &cell.stated {
        Some(figure) => figure.amount.as_ref().filter(|_| figure.approx.is_none()),
        None => cell.computed.as_ref().filter(|_| !cell.approximate),
    }
}

/// Returns how much more the size of an amount is than that of another, beyond what rounding both to their last digits can
/// explain, in the unit of the other.
pub(super) fn excess(amount: &Amount, other: &Amount) -> Option<Decimal> {
    let size = amount.number_in(&other.unit)?.abs().checked_sub(other.number.abs())?;
    size.checked_sub(slack(amount, other)?).filter(|excess| *excess > Decimal::ZERO)
}

/// Tells whether two amounts that should be the same are not, not even by rounding. One number that is written to the same
/// digit twice is the same twice.
pub(super) fn differ(amount: &Amount, other: &Amount) -> Option<bool> {
    let gap = amount.number_in(&other.unit)?.checked_sub(other.number)?.abs();
    Some(!gap.is_zero() && gap >= slack(amount, other)?)
}

/// Returns half a last digit of each of two amounts together, none of what is exact where both are written to the same digit.
fn slack(amount: &Amount, other: &Amount) -> Option<Decimal> {
    let is_alike = amount.number.scale() == other.number.scale();
    let exactness = if is_alike { Exactness::of([amount, other].into_iter()) } else { Exactness::LastDigits };
    let error = |amount: &Amount| exactness.last_digit(amount, &other.unit).map(LastDigit::error);
    error(amount)?.checked_add(error(other)?)?.checked_div(Decimal::TWO)
}

/// Tells whether a column holds amounts that parts add up to: no words, no per cent, no quotient and no difference.
pub(super) fn is_added_up(column: &FigureColumn) -> bool {
    let is_otherwise = |formula: &String| Formula::subtracts(formula) || formula.contains('/');
    !column.text
        && !column.unit.is_per_cent()
        && column.share_of.is_none()
        && column.id.as_str() != "deviation"
        && !column.formula.as_ref().is_some_and(is_otherwise)
}

/// Reports the rows of a table that something is said of, by their names, once, at a field of the first.
pub(super) fn report_rows(
    table: &FigureTable,
    is_told: impl Fn(&FigureTableRow) -> bool,
    findings: &mut Findings<'_>,
    field: &str,
) {
    let told: Vec<&FigureTableRow> = table.rows.iter().filter(|row| is_told(row)).collect();
    if let Some(first) = told.first() {
        let names: Vec<String> = told.iter().map(|row| format!("`{}`", row.label)).collect();
        findings.at(&table.rows_file, &format!("{}.{field}", first.id)).add("names", names.join(", "));
    }
}
