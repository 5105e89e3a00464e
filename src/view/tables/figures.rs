//! Figure tables: headings, of-which rows, subtotals and totals, stated beside computed.

use super::{notes, sentences, unit_note};
use crate::{
    model::{self, Class, RowKind, Sign},
    value::{Amount, Decimal, Figure, Id, Unit},
    view::{
        Cell, Column, ColumnClass, Desk, Row, RowClass, Shown, Table,
        address::table_anchor,
        draft::Draft,
        leading::Compared,
        seen::Seen,
        shown, since,
        table_totals::{figure_totals, is_difference, leading_column, printed, rounded},
    },
};

/// Makes the table of a figure table.
pub(in crate::view) fn figure_table<'a>(seen: &Seen<'a>, draft: &Draft<'a>, table: &'a model::Table) -> Option<Table> {
    if table.rows.is_empty() {
        return None;
    }
    let href = |row: &model::Row| {
        let measure = row.measure.and_then(|measure| seen.plan.measures.get(measure));
        let href = measure.map(|measure| draft.href(&draft.desk.book.measure(&seen.plan.id, &measure.file)));
        href.unwrap_or_default()
    };
    let mut made = whole(draft.desk, seen, table, &href);
    made.set_short_words();
    Some(since::once(draft.desk, made))
}

/// Returns the rows of a figure table that are some committee's, and the table they stand in, without rows.
pub(in crate::view) fn committee_rows(
    desk: &Desk,
    seen: &Seen,
    table: &model::Table,
) -> Option<(Table, Vec<(Id, Row)>)> {
    if table.rows.iter().all(|row| row.committee.is_none()) {
        return None;
    }
    let mut head = whole(desk, seen, table, &|_| String::new());
    let rows = table.rows.iter().zip(std::mem::take(&mut head.rows));
    let own = rows.filter_map(|(row, made)| Some((row.committee.clone()?, made)));
    Some((head, own.collect()))
}

/// Makes the table with all its rows.
fn whole(desk: &Desk, seen: &Seen, table: &model::Table, href: &dyn Fn(&model::Row) -> String) -> Table {
    let maker = Maker { desk, table };
    let mut made = Table {
        id: table_anchor(table.id.as_str()),
        caption: table.title.clone(),
        note: maker.note(table.report.and_then(|report| seen.date(report))),
        columns: maker.columns(),
        rows: table.rows.iter().map(|row| maker.row(row, href(row))).collect(),
        notes: notes(&table.notes),
        ..Table::default()
    };
    if let Some(compared) = Compared::of(desk, seen)
        && let (Some(column), Some((key, now))) = (leading_column(table), figure_totals(table))
    {
        let is_alone = table.columns.iter().filter(|column| !column.text).count() == 1;
        let title = (!is_alone).then(|| maker.title(column));
        compared.column(&mut made, title.as_deref(), Some(&column.unit), (&key, &now));
        compared.gone(&mut made, (&key, &now));
    }
    made
}

struct Maker<'d> {
    desk: &'d Desk<'d>,
    table: &'d model::Table,
}

impl Maker<'_> {
    /// Says unit, date and which sign is good.
    fn note(&self, as_of: Option<crate::value::Period>) -> String {
        let sign = match self.table.sign {
            Sign::None => String::new(),
            sign => self.desk.word_of("sign", sign.word()),
        };
        sentences([unit_note(self.desk, &self.table.unit, as_of), sign])
    }

    fn columns(&self) -> Vec<Column> {
        let mut columns = vec![Column::new(self.desk.word("col_row"), ColumnClass::Head)];
        columns.extend(self.table.columns.iter().map(|column| {
            let class = if column.text { ColumnClass::Text } else { ColumnClass::Number };
            Column::new(self.title(column), class)
        }));
        columns
    }

    /// Returns a column's title, with its unit where that is not the table's and the cells do not say it.
    fn title(&self, column: &model::Column) -> String {
        let title = match &column.title {
            Some(title) => title.clone(),
            None => self.desk.word_of("column", column.id.as_str()),
        };
        let says_unit = column.text || column.unit == self.table.unit || column.unit == Unit::Percent;
        if says_unit { title } else { format!("{title} ({})", self.desk.locale.unit(&column.unit)) }
    }

    fn row(&self, row: &model::Row, href: String) -> Row {
        let label = Shown { text: row.label.clone(), raw: None, mark: shown::mark(row.mark) };
        let class = match row.kind {
            RowKind::Heading | RowKind::Note => {
                let class = if row.kind == RowKind::Note { RowClass::Note } else { RowClass::Heading };
                return Row::new(class, vec![Cell::of(label)]);
            }
            RowKind::Subtotal => RowClass::Subtotal,
            RowKind::Total => RowClass::Total,
            RowKind::Item if row.of.is_some() => RowClass::OfWhich,
            RowKind::Item => RowClass::Item,
        };
        let mut cells = vec![Cell::of(label).leads(href)];
        cells.extend(self.table.columns.iter().zip(&row.cells).map(|(column, cell)| self.cell(column, cell)));
        cells.resize_with(self.table.columns.len().saturating_add(1), Cell::default);
        Row::new(class, cells)
    }

    fn cell(&self, column: &model::Column, cell: &model::Cell) -> Cell {
        if column.text {
            return Cell::of(cell.text.as_deref().unwrap_or_default());
        }
        let Some(figure) = printed(cell) else { return Cell::default() };
        let remark = match &cell.stated {
            Some(stated) => self.classed(stated, cell.computed.as_ref(), cell.difference.as_ref()),
            None => Some(self.desk.word("remark_computed").to_owned()),
        };
        Cell::of(self.figure(&figure, column)).toned(tone(column, figure.amount.as_ref())).remarked(remark)
    }

    fn figure(&self, figure: &Figure, column: &model::Column) -> Shown {
        match column.unit {
            Unit::Percent => self.desk.figure(figure),
            ref unit => self.desk.figure_in(figure, unit),
        }
    }

    /// Says how a stated figure differs from the computed one, where it does.
    fn classed(
        &self,
        stated: &Figure,
        computed: Option<&Amount>,
        difference: Option<&model::Difference>,
    ) -> Option<String> {
        let difference = difference.filter(|difference| difference.class != Class::Exact)?;
        Some(self.desk.difference_from(stated.amount.as_ref()?, &rounded(computed?), difference))
    }
}

/// Returns whether a deviation is good or bad. Only differences are either: a cost as such is neither.
fn tone(column: &model::Column, amount: Option<&Amount>) -> Option<&'static str> {
    let number: Decimal = amount?.number;
    if number.is_zero() || !is_difference(column) {
        return None;
    }
    match (column.sign, number.is_sign_negative()) {
        (Sign::None, _) => None,
        (Sign::Cost, true) | (Sign::Saving | Sign::Result, false) => Some("good"),
        (Sign::Cost, false) | (Sign::Saving | Sign::Result, true) => Some("bad"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::fixtures::{figure, id};

    fn column(key: &str, sign: Sign, formula: Option<&str>) -> model::Column {
        model::Column {
            id: id(key),
            title: None,
            unit: Unit::Million,
            sign,
            formula: formula.map(Into::into),
            share_of: None,
            text: false,
        }
    }

    #[test]
    fn only_differences_are_good_or_bad() {
        let of = |column: &model::Column, text: &str| tone(column, figure(text).amount.as_ref());
        let cost = column("deviation", Sign::Cost, None);
        assert_eq!(of(&cost, "2,5"), Some("bad"));
        assert_eq!(of(&cost, "-0,8"), Some("good"));
        assert_eq!(of(&cost, "0,0"), None);
        assert_eq!(of(&column("gap", Sign::Saving, Some("achieved - required")), "-1"), Some("bad"));
        assert_eq!(of(&column("revised", Sign::Cost, None), "905,2"), None);
        assert_eq!(of(&column("share", Sign::Cost, Some("deviation / revised")), "2"), None);
    }
}
