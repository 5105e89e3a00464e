//! Funding per year: money granted to measures.

use std::collections::BTreeSet;

use super::{measure_columns, unit_note};
use crate::{
    model::Measure,
    value::{Figure, Unit},
    view::{Cell, Column, ColumnClass, Desk, Row, RowClass, Table, draft::Draft, seen::Seen},
};

/// Makes the table of the funding of all measures.
pub(in crate::view) fn funding<'a>(seen: &Seen<'a>, draft: &Draft<'a>) -> Option<Table> {
    let funded: Vec<&Measure> =
        seen.plan.measures.iter().filter(|measure| !measure.funding.is_empty() && !measure.closed).collect();
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
    Some(table.fitted())
}

/// Makes the table of the funding of one measure.
pub(in crate::view) fn funding_of(desk: &Desk, measure: &Measure) -> Option<Table> {
    let sheet = Sheet::new(desk, &[measure])?;
    let mut columns = vec![Column::new(desk.word("col_funding"), ColumnClass::Head)];
    columns.extend(sheet.columns());
    let mut cells = vec![Cell::of(desk.word("funding_granted"))];
    cells.extend(sheet.cells(measure));
    Some(Table { columns, rows: vec![Row::new(RowClass::Item, cells)], ..sheet.table() })
}

struct Sheet<'d> {
    desk: &'d Desk<'d>,
    years: BTreeSet<i16>,
    unit: Unit,
}

impl<'d> Sheet<'d> {
    fn new(desk: &'d Desk<'d>, measures: &[&Measure]) -> Option<Self> {
        let all = || measures.iter().flat_map(|measure| &measure.funding);
        let unit = all().find_map(|(_, figure)| figure.amount.as_ref().map(|amount| amount.unit.clone()))?;
        Some(Self { desk, years: all().map(|(year, _)| *year).collect(), unit })
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
            let sum = crate::model::difference::sum(figures.map(|(_, figure)| figure), &self.unit);
            sum.map_or_else(Cell::default, |sum| Cell::of(self.desk.figure_in(&Figure::exact(sum), &self.unit)))
        }));
        vec![Row::new(RowClass::Total, cells)]
    }
}
