//! Forecast overspend over the reports: at the start, at each update, and how it moved.

use crate::{
    model::Report,
    value::{Figure, Period},
    view::{Cell, Column, ColumnClass, Row, RowClass, Table, draft::Draft, seen::Seen, shown},
};

/// Makes the table of the forecast overspend.
pub(in crate::view) fn overspend<'a>(seen: &Seen<'a>, draft: &Draft<'a>) -> Option<Table> {
    let desk = draft.desk;
    let start = seen.plan.overspend.as_ref().map(|figure| (desk.word("overspend_start").to_owned(), None, figure));
    let row_of = |(at, report): (usize, &'a Report)| {
        let name = match at == seen.report {
            true => desk.word("overspend_latest"),
            false => desk.word("overspend_update"),
        };
        report.overspend.as_ref().map(|figure| (name.to_owned(), Some(report.as_of), figure))
    };
    let points: Vec<(String, Option<Period>, &Figure)> =
        start.into_iter().chain(seen.reports().iter().enumerate().filter_map(row_of)).collect();
    let first = points.first()?.2;
    let mut previous: Option<&Figure> = None;
    let mut rows = Vec::with_capacity(points.len());
    for (name, date, figure) in &points {
        let since = |other: &Figure| change(draft, figure, other);
        let date = date.or(if previous.is_none() { seen.plan.started } else { None });
        let mut cells = vec![Cell::of(name.as_str()), Cell::date(desk, date), Cell::of(desk.figure(figure))];
        cells.push(previous.map_or_else(Cell::default, since));
        cells.push(previous.map_or_else(Cell::default, |_| since(first)));
        rows.push(Row::new(RowClass::Item, cells));
        previous = Some(figure);
    }
    let columns = vec![
        Column::new(desk.word("col_update"), ColumnClass::Head),
        Column::new(desk.word("col_date"), ColumnClass::Word),
        Column::new(desk.word("col_overspend"), ColumnClass::Number),
        Column::new(desk.word("col_since_last"), ColumnClass::Number),
        Column::new(desk.word("col_since_start"), ColumnClass::Number),
    ];
    let table = Table {
        id: "overspend".into(),
        caption: desk.word("caption_overspend").to_owned(),
        columns,
        rows,
        ..Table::default()
    };
    Some(table.fitted())
}

/// Shows how far an overspend moved: less is good.
fn change(draft: &Draft, figure: &Figure, other: &Figure) -> Cell {
    let Some(unit) = figure.amount.as_ref().map(|amount| &amount.unit) else { return Cell::default() };
    let Some(change) = shown::less(figure, other, unit) else { return Cell::default() };
    let sign = change.amount.as_ref().map(|amount| (amount.number.is_zero(), amount.number.is_sign_negative()));
    let tone = match sign {
        Some((false, true)) => Some("good"),
        Some((false, false)) => Some("bad"),
        _ => None,
    };
    Cell::of(draft.desk.figure(&change)).toned(tone)
}
