//! Funding per year: money granted to measures.

use std::collections::BTreeSet;

use super::{measure_columns, unit_note};
use crate::{
    model::{Measure, difference},
    value::{Figure, Unit},
    view::{
        Cell, Column, ColumnClass, Desk, Row, RowClass, Table,
        draft::Draft,
        leading::Compared,
        seen::Seen,
        since,
        table_totals::{funded, funding_totals, funding_unit},
    },
};

/// Makes the table of the funding of all measures.
pub(in crate::view) fn funding<'a>(seen: &Seen<'a>, draft: &Draft<'a>) -> Option<Table> {
    let funded = funded(seen);
    let sheet = Sheet::new(draft.desk, &funded)?;
    let row = |measure: &&Measure| {
        let number = measure.number.as_ref().map_or("", |number| number.as_str());
        let page = draft.desk.book.measure(&seen.plan.id, &measure.file);
        let mut cells = vec![Cell::of(number), Cell::of(measure.title.as_str()).leads(draft.href(&page))];
        cells.extend(sheet.cells(measure));
        Row::new(RowClass::Item, cells)
    };
    let mut columns = measure_columns(draft.desk);
    columns.extend(sheet.columns());
    let table = Table { columns, rows: funded.iter().map(row).collect(), foot: sheet.foot(&funded), ..sheet.table() };
    Some(sheet.compared(seen, table, &funded).fitted())
}

/// Makes the table of the funding of one measure.
pub(in crate::view) fn funding_of(seen: &Seen, desk: &Desk, measure: &Measure) -> Option<Table> {
    let sheet = Sheet::new(desk, &[measure])?;
    let mut columns = vec![Column::new(desk.word("col_funding"), ColumnClass::Head)];
    columns.extend(sheet.columns());
    let mut cells = vec![Cell::of(desk.word("funding_granted"))];
    cells.extend(sheet.cells(measure));
    let table = Table { columns, rows: vec![Row::new(RowClass::Item, cells)], ..sheet.table() };
    Some(sheet.compared(seen, table, &[measure]))
}

struct Sheet<'d> {
    desk: &'d Desk<'d>,
    years: BTreeSet<i16>,
    unit: Unit,
}

impl<'d> Sheet<'d> {
    fn new(desk: &'d Desk<'d>, measures: &[&Measure]) -> Option<Self> {
        let all = || measures.iter().flat_map(|measure| &measure.funding);
        Some(Self { desk, years: all().map(|(year, _)| *year).collect(), unit: funding_unit(measures)? })
    }

    /// Adds what became of the sum over all years since the edition before.
    fn compared(&self, seen: &Seen, mut table: Table, measures: &[&Measure]) -> Table {
        if let Some(compared) = Compared::of(self.desk, seen) {
            let head = (self.years.len() > 1).then(|| self.desk.word("col_all_years"));
            compared.column(&mut table, head, Some(&self.unit), ("funding", &funding_totals(measures)));
        }
        since::once(self.desk, table)
    }

    fn table(&self) -> Table {
        let caption = self.desk.word("caption_funding").to_owned();
        Table { id: "funding".into(), caption, note: unit_note(self.desk, &self.unit, None), ..Table::default() }
    }

    fn columns(&self) -> impl Iterator<Item = Column> {
        self.years.iter().map(|year| Column::new(year.to_string(), ColumnClass::Number))
    }

    fn cells(&self, measure: &Measure) -> impl Iterator<Item = Cell> {
        self.years.iter().map(|year| {
            let figure = measure.funding.iter().find(|(other, _)| other == year);
            figure.map_or_else(Cell::default, |(_, figure)| Cell::of(self.desk.figure_in(figure, &self.unit)))
        })
    }

    /// Makes the sums of several measures; one needs none.
    fn foot(&self, measures: &[&Measure]) -> Vec<Row> {
        if measures.len() < 2 {
            return Vec::new();
        }
        let mut cells = vec![Cell::default(), Cell::of(self.desk.word("total_computed"))];
        cells.extend(self.years.iter().map(|year| {
            let figures = measures.iter().flat_map(|measure| &measure.funding).filter(|(other, _)| other == year);
            let sum = difference::sum(figures.map(|(_, figure)| figure), &self.unit);
            sum.map_or_else(Cell::default, |sum| Cell::of(self.desk.figure_in(&Figure::exact(sum), &self.unit)))
        }));
        vec![Row::new(RowClass::Total, cells)]
    }
}
