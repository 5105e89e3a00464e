//! The status of measures at each of the latest reports, side by side.

use crate::{
    model::Measure,
    view::{Cell, Chip, Column, ColumnClass, Row, RowClass, Table, draft::Draft, seen::Seen},
};

/// The most reports that stand side by side; the newest are shown.
const REPORTS: usize = 8;

/// Makes the table of what each report said the status of some measures was. One report alone has nothing to stand
/// beside, and makes no table.
pub(in crate::view) fn grid<'a>(
    seen: &Seen<'a>,
    draft: &Draft<'a>,
    measures: impl Iterator<Item = &'a Measure>,
) -> Option<Table> {
    let desk = draft.desk;
    let first = seen.reports().len().saturating_sub(REPORTS);
    let reports = || first..seen.reports().len();
    if reports().len() < 2 {
        return None;
    }
    let row = |measure: &'a Measure| {
        let page = desk.book.measure(&seen.plan.id, &measure.file);
        let is_alone = *page == draft.path;
        let cells = reports().map(|report| {
            let status = measure.statuses.iter().find(|status| status.report == report);
            let level = status.and_then(|status| status.level()).and_then(|level| desk.level(level));
            // Of many the shape alone is seen; the word is said to those who do not see it.
            let shape = level.map(|level| if is_alone { level } else { Chip { count: Some(String::new()), ..level } });
            Cell::chips(shape.into_iter().collect())
        });
        let name = desk.measure_name(measure.number.as_ref(), &measure.title);
        let name = Cell::of(name).leads(if is_alone { String::new() } else { draft.href(&page) });
        Row::new(RowClass::Item, std::iter::once(name).chain(cells).collect())
    };
    let told = |measure: &&Measure| !measure.closed && measure.statuses.iter().any(|status| status.level().is_some());
    let dates = reports().filter_map(|report| seen.date(report));
    let columns = dates.map(|date| Column::new(desk.locale.period(date), ColumnClass::Status));
    let head = Column::new(desk.word("col_measure"), ColumnClass::Head);
    let table = Table {
        id: "grid-table".into(),
        caption: desk.word("caption_grid").to_owned(),
        columns: std::iter::once(head).chain(columns).collect(),
        rows: measures.filter(told).map(row).collect(),
        scrolls: true,
        ..Table::default()
    };
    (!table.rows.is_empty()).then_some(table)
}
