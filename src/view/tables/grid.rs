//! The status of measures at each of the latest reports, side by side.

use crate::{
    model::{Measure, PlanAsOf},
    table::{Cell, Chip, Column, RowSet, Table, TableLine},
    view::writer::PageWriter,
};

/// The most reports that stand side by side; the newest are shown.
const REPORTS: usize = 8;

/// Measures and what each report said of them.
struct Standings;

impl RowSet for Standings {
    type Row<'r> = StandingLine<'r>;
}

/// A measure, of which a column shows the status in its report.
struct StandingLine<'r> {
    measure: &'r Measure,
    seen: &'r PlanAsOf<'r>,
    writer: &'r PageWriter<'r>,
}

/// Makes the table of what each report said the status of some measures was. One report alone has nothing to stand
/// beside, and makes no table.
pub(in crate::view) fn grid<'a>(
    seen: &PlanAsOf<'a>,
    writer: &PageWriter<'a>,
    measures: impl Iterator<Item = &'a Measure>,
) -> Option<Table> {
    let context = writer.context;
    let first = seen.reports().len().saturating_sub(REPORTS);
    let reports = first..seen.reports().len();
    if reports.len() < 2 {
        return None;
    }
    let mut columns: Vec<Column<Standings>> = vec![Column::name("measure", "col_measure", |row, _| row.name())];
    columns.extend(reports.filter_map(|report| {
        let date = seen.date(report)?;
        let column = Column::status("", "", |row: &StandingLine<'_>, report| row.status(report));
        Some(column.one_of(report, date.iso(), context.locale.period(date)))
    }));
    let told = |measure: &&Measure| !measure.closed && measure.statuses.iter().any(|status| status.level().is_some());
    let lines = measures.filter(told).map(|measure| TableLine::item(StandingLine { measure, seen, writer }));
    let table =
        Table::new("grid-table", context.word("caption_grid")).scrolling().filled(context.locale, &columns, lines);
    (!table.rows.is_empty()).then_some(table)
}

impl StandingLine<'_> {
    /// Tells whether it stands on its own page.
    fn is_alone(&self) -> bool {
        *self.writer.context.addresses.measure(&self.seen.plan.id, &self.measure.file) == self.writer.path
    }

    fn name(&self) -> Cell {
        let (context, measure) = (self.writer.context, self.measure);
        let page = context.addresses.measure(&self.seen.plan.id, &measure.file);
        let href = if self.is_alone() { String::new() } else { self.writer.href(&page) };
        Cell::of(context.measure_name(measure.number.as_ref(), &measure.title)).leads(href)
    }

    fn status(&self, report: usize) -> Cell {
        let status = self.measure.statuses.iter().find(|status| status.report == report);
        let level = status.and_then(|status| status.level()).and_then(|level| self.writer.context.level(level));
        // Of many the shape alone is seen; the word is said to those who do not see it.
        let shape = |level| if self.is_alone() { level } else { Chip { count: Some(String::new()), ..level } };
        Cell::chips(level.map(shape))
    }
}
