//! Funding per year: money granted to measures.

use std::collections::BTreeSet;

use super::{explain_marks, unit_note};
use crate::{
    model::{Measure, PlanAsOf, difference},
    summary::table_totals::{funded, funding_totals, funding_unit},
    table::{Cell, Column, RowClass, RowSet, Table, TableLine},
    value::{Unit, Year},
    view::{ViewContext, leading::Compared, since, writer::PageWriter},
};

/// What is granted, year by year.
struct Grants;

impl RowSet for Grants {
    type Row<'r> = GrantLine<'r>;
}

/// A measure with its funding, or what several come to.
struct GrantLine<'r> {
    number: &'r str,
    name: Cell,
    measures: &'r [&'r Measure],
    /// The years of the table.
    years: &'r BTreeSet<Year>,
    unit: &'r Unit,
}

impl GrantLine<'_> {
    /// Returns the funding of a year; of several measures it is added up.
    fn year(&self, nth: usize) -> Cell {
        let all = self.measures.iter().flat_map(|measure| &measure.funding);
        let year = self.years.iter().nth(nth);
        let mut figures = all.filter(|(other, _)| Some(other) == year).map(|(_, figure)| figure);
        match self.measures {
            [_] => Cell::figure(figures.next()),
            _ => Cell::figure(difference::sum(figures, self.unit).as_ref()),
        }
    }
}

/// Makes the table of the funding of all measures.
pub(in crate::view) fn funding<'a>(seen: &PlanAsOf<'a>, writer: &PageWriter<'a>) -> Option<Table> {
    let (context, funded) = (writer.context, funded(seen));
    let unit = funding_unit(&funded)?;
    let mut columns: Vec<Column<Grants>> = vec![
        Column::word("number", "col_number", |row, _| row.number.into()),
        Column::name("measure", "col_measure", |row, _| row.name.clone()),
    ];
    let years = &years(&funded);
    columns.extend(columns_of(years, &unit));
    let name = context.word("total_computed").into();
    let total = GrantLine { number: "", name, measures: &funded, years, unit: &unit };
    // One measure needs no sum.
    let total = (funded.len() > 1).then_some((RowClass::Total, total));
    let lines = funded.iter().map(|measure| {
        TableLine::item(GrantLine {
            number: measure.number.as_ref().map_or("", |number| number.as_str()),
            name: writer.measure_link(&seen.plan.id, measure, measure.title.as_str()),
            measures: std::slice::from_ref(measure),
            years,
            unit: &unit,
        })
    });
    let table = begun(context, &unit).filled(context.locale, &columns, lines).footed(&columns, total);
    Some(compared(context, seen, table, &funded, &unit).fitted())
}

/// Makes the table of the funding of one measure.
pub(in crate::view) fn funding_of(seen: &PlanAsOf, context: &ViewContext, measure: &Measure) -> Option<Table> {
    let measures = [measure];
    let unit = funding_unit(&measures)?;
    let mut columns: Vec<Column<Grants>> = vec![Column::name("funding", "col_funding", |row, _| row.name.clone())];
    let years = &years(&measures);
    columns.extend(columns_of(years, &unit));
    let name = context.word("funding_granted").into();
    let line = GrantLine { number: "", name, measures: &measures, years, unit: &unit };
    let table = begun(context, &unit).filled(context.locale, &columns, [TableLine::item(line)]);
    Some(compared(context, seen, table, &measures, &unit))
}

fn begun(context: &ViewContext, unit: &Unit) -> Table {
    Table::new("funding", context.word("caption_funding")).noted(unit_note(context, unit, None))
}

/// Returns the years that anything is granted in.
fn years(measures: &[&Measure]) -> BTreeSet<Year> {
    measures.iter().flat_map(|measure| &measure.funding).map(|(year, _)| *year).collect()
}

/// Makes a column for each of some years.
fn columns_of(years: &BTreeSet<Year>, unit: &Unit) -> Vec<Column<Grants>> {
    let column = |(nth, year): (usize, &Year)| {
        let column = Column::amount("", "", |row: &GrantLine<'_>, nth| row.year(nth)).in_unit(unit);
        column.one_of(nth, year.iso(), year.to_string())
    };
    years.iter().enumerate().map(column).collect()
}

/// Adds what became of the sum over all years since the edition before.
fn compared(context: &ViewContext, seen: &PlanAsOf, mut table: Table, measures: &[&Measure], unit: &Unit) -> Table {
    if let Some(compared) = Compared::of(context, seen) {
        let head = (years(measures).len() > 1).then(|| context.word("col_all_years"));
        compared.column(&mut table, head, Some(unit), ("funding", &funding_totals(measures)));
    }
    explain_marks(seen, None, &mut table);
    since::once(context, table)
}
