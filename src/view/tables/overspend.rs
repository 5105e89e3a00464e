//! Forecast overspend over the reports: at the start, at each update, and how it moved.

use super::explain_marks;
use crate::{
    model::PlanAsOf,
    table::{Cell, Column, RowSet, Table, TableLine, Verdict},
    value::{Figure, Period},
    view::writer::PageWriter,
};

/// Forecasts of one overspend.
struct Overspends;

impl RowSet for Overspends {
    type Row<'r> = OverspendLine<'r>;
}

/// A forecast, beside the one before it and the first.
struct OverspendLine<'r> {
    name: &'r str,
    date: Option<Period>,
    figure: &'r Figure,
    report: Option<usize>,
    previous: Option<&'r Figure>,
    first: &'r Figure,
}

const COLUMNS: &[&Column<Overspends>] = &[
    &Column::name("update", "col_update", |row, _| row.name.into()),
    &Column::date("date", "col_date", |row, _| Cell::date(row.date)),
    &Column::amount("overspend", "col_overspend", |row, _| Cell::figure(Some(row.figure)).given_in(row.report)),
    &Column::amount("since-last", "col_since_last", |row, _| change(row.figure, row.previous)),
    &Column::amount("since-start", "col_since_start", |row, _| change(row.figure, row.previous.map(|_| row.first))),
];

/// Makes the table of the forecast overspend.
pub(in crate::view) fn overspend<'a>(seen: &PlanAsOf<'a>, writer: &PageWriter<'a>) -> Option<Table> {
    let context = writer.context;
    let start = seen.plan.overspend.as_ref().map(|figure| (context.word("overspend_start"), None, None, figure));
    let updates = seen.reports().iter().enumerate().filter_map(|(at, report)| {
        let word = if at == seen.report { "overspend_latest" } else { "overspend_update" };
        Some((context.word(word), Some(at), Some(report.as_of), report.overspend.as_ref()?))
    });
    let points: Vec<(&str, Option<usize>, Option<Period>, &Figure)> = start.into_iter().chain(updates).collect();
    let (_, _, _, first) = *points.first()?;
    let mut previous: Option<&Figure> = None;
    let lines = points.iter().map(|(name, report, date, figure)| {
        let date = date.or(if previous.is_none() { seen.plan.started } else { None });
        TableLine::item(OverspendLine {
            name,
            date,
            figure,
            report: *report,
            previous: previous.replace(figure),
            first,
        })
    });
    let mut table =
        Table::new("overspend", context.word("caption_overspend")).in_order().filled(context.locale, COLUMNS, lines);
    explain_marks(seen, None, &mut table);
    Some(table.fitted())
}

/// Shows how far an overspend moved: less is good.
fn change(figure: &Figure, other: Option<&Figure>) -> Cell {
    let unit = figure.amount.as_ref().map(|amount| &amount.unit);
    let change = other.zip(unit).and_then(|(other, unit)| figure.less(other, unit));
    let number = change.as_ref().and_then(|change| change.amount.as_ref()).map(|amount| amount.number);
    let verdict = number
        .filter(|number| !number.is_zero())
        .map(|number| if number.is_sign_negative() { Verdict::Good } else { Verdict::Bad });
    Cell::figure(change.as_ref()).judged(verdict)
}
