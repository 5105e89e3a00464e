//! Figure tables: headings, of-which rows, subtotals and totals, stated beside computed.

use std::collections::BTreeSet;

use super::{
    explain_marks,
    figure_groups::{belongings, is_outside},
    unit_note,
};
use crate::{
    model::{self, MixedPrices, PlanAsOf, RowKind, SignRule, Suppression, table_anchor},
    summary::table_totals::{figure_totals, is_difference, leading_column, printed},
    table::{Cell, CellValue, Column, Remark, Row, RowClass, RowSet, Table, TableLine, Verdict, head_says, sentences},
    value::{Amount, Decimal, Id, Period, Unit},
    view::{ViewContext, leading::Compared, levels::chips, since, writer::PageWriter},
};

/// The most columns that stand side by side in the width of a page; a table of more scrolls in a frame of its own.
const MOST_SIDE_BY_SIDE: usize = 12;

/// Rows of a figure table.
struct FigureRows;

impl RowSet for FigureRows {
    type Row<'r> = FigureLine<'r>;
}

/// A row of a figure table, and where its measure is told of.
struct FigureLine<'r> {
    row: &'r model::FigureTableRow,
    table: &'r model::FigureTable,
    context: &'r ViewContext<'r>,
    href: String,
}

/// Makes the table of a figure table.
pub(in crate::view) fn figure_table<'a>(
    seen: &PlanAsOf<'a>,
    writer: &PageWriter<'a>,
    table: &'a model::FigureTable,
) -> Option<Table> {
    if table.rows.is_empty() {
        return None;
    }
    let href = |row: &model::FigureTableRow| {
        let measure = row.measure.and_then(|measure| seen.plan.measures.get(measure));
        let href = measure.map(|measure| writer.href(&writer.context.addresses.measure(&seen.plan.id, &measure.file)));
        href.unwrap_or_default()
    };
    let mut made = whole(writer.context, seen, table, &href);
    made.set_short_words();
    let made = since::once(writer.context, made);
    Some(Table { scrolls: made.columns.len() > MOST_SIDE_BY_SIDE, ..made })
}

/// Returns the rows of a figure table that are some committee's, and the table they stand in, without rows.
pub(in crate::view) fn committee_rows(
    context: &ViewContext,
    seen: &PlanAsOf,
    table: &model::FigureTable,
) -> Option<(Table, Vec<(Id, Row)>)> {
    if table.rows.iter().all(|row| row.committee.is_none()) {
        return None;
    }
    let mut head = whole(context, seen, table, &|_| String::new());
    head.language = Some(context.locale.language());
    head.scrolls |= head.columns.len() > MOST_SIDE_BY_SIDE;
    let whose = belongings(&table.rows);
    let is_figure = |row: &model::FigureTableRow| row.kind.has_figures();
    let figures = || table.rows.iter().zip(&whose).filter(|(row, _)| is_figure(row)).map(|(_, whose)| whose);
    // Whoever sees some rows of a table is told that there are more.
    let in_part: Vec<(Id, Row)> = figures()
        .flatten()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .filter(|id| figures().any(|whose| !whose.contains(*id)))
        .map(|id| ((*id).clone(), Row::across(RowClass::Note, context.say("committee-rows-in-part", &[]))))
        .collect();
    let rows = whose.iter().zip(std::mem::take(&mut head.rows));
    let own = rows.flat_map(|(whose, made)| whose.iter().map(move |id| ((*id).clone(), made.clone())));
    let own = own.chain(in_part).collect();
    Some((head, own))
}

/// Makes the table with all its rows.
fn whole(
    context: &ViewContext,
    seen: &PlanAsOf,
    table: &model::FigureTable,
    href: &dyn Fn(&model::FigureTableRow) -> String,
) -> Table {
    let mut columns: Vec<Column<FigureRows>> = vec![Column::name("row", "col_row", |row, _| row.label())];
    columns.extend(table.columns.iter().enumerate().map(|(nth, column)| {
        let made = match (column.scale, column.text) {
            (Some(_), _) => Column::status("", "", |row: &FigureLine<'_>, nth| row.level(nth)),
            (None, true) => Column::text("", "", |row: &FigureLine<'_>, nth| row.words(nth)),
            (None, false) => Column::amount("", "", |row: &FigureLine<'_>, nth| row.figure(nth)),
        };
        // A share says its own unit.
        let unit = (!column.text && !column.unit.is_per_cent()).then(|| column.unit.clone());
        Column { unit, ..made.one_of(nth, column.id.as_str(), title(context, table, column)) }
    }));
    let mut made = Table::new(table_anchor(table.id.as_str()), table.title.as_str()).filled(
        context.locale,
        &columns,
        table.rows.iter().map(|row| line(row, (table, context), href)),
    );
    for ((made, row), is_outside) in made.rows.iter_mut().zip(&table.rows).zip(is_outside(&table.rows)) {
        (made.depth, made.is_outside) = (table.depth(row), is_outside);
    }
    let as_of = table.report.and_then(|report| seen.date(report));
    made.note = note(context, table, made.counts_in(&table.unit), as_of);
    made.cells_mut().for_each(|cell| cell.report = table.report);
    explain_marks(seen, Some(&table.notes), &mut made);
    if let Some(compared) = Compared::of(context, seen)
        && let (Some(column), Some((key, now))) = (leading_column(table), figure_totals(table))
    {
        let is_alone = table.columns.iter().filter(|column| !column.text || column.scale.is_some()).count() == 1;
        let title = (!is_alone).then(|| title(context, table, column));
        compared.column(&mut made, title.as_deref(), Some(&column.unit), (&key, &now));
        compared.gone(&mut made, (&key, &now));
    }
    made
}

fn line<'r>(
    row: &'r model::FigureTableRow,
    (table, context): (&'r model::FigureTable, &'r ViewContext<'r>),
    href: &dyn Fn(&model::FigureTableRow) -> String,
) -> TableLine<FigureLine<'r>> {
    let class = match row.kind {
        RowKind::Heading => return TableLine::Across(Row::across(RowClass::Heading, label(row))),
        RowKind::Note => return TableLine::Across(Row::across(RowClass::Note, label(row))),
        RowKind::Subtotal => RowClass::Subtotal,
        RowKind::Total => RowClass::Total,
        RowKind::Item if row.of.is_some() => RowClass::OfWhich,
        RowKind::Item => RowClass::Item,
    };
    TableLine::Row(class, FigureLine { row, table, context, href: href(row) })
}

fn label(row: &model::FigureTableRow) -> Cell {
    Cell::of(row.label.as_str()).marked(row.mark)
}

/// Says unit, date and which sign is good.
fn note(context: &ViewContext, table: &model::FigureTable, unit: Option<&Unit>, as_of: Option<Period>) -> String {
    let sign = match table.sign {
        SignRule::None => String::new(),
        sign => context.word_of("sign", sign.word()),
    };
    let others = table.columns.iter().filter(|column| column.sign != table.sign && column.sign != SignRule::None);
    let others = others.map(|column| {
        let sign = context.word_of("sign", column.sign.word());
        context.say("note-sign-of", &[("column", (&title(context, table, column)).into()), ("sign", (&sign).into())])
    });
    let withheld = withheld_notes(context, table);
    let notes = [unit_note(context, unit, as_of), sign].into_iter().chain(others).chain(withheld);
    sentences(notes.chain(price_notes(context, table)))
}

/// Says which columns and rows of a table are computed across price levels.
fn price_notes(context: &ViewContext, table: &model::FigureTable) -> Vec<String> {
    let said = |mixed: MixedPrices| {
        let what = match mixed.is_row {
            true => table.rows.get(mixed.at)?.label.clone(),
            false => title(context, table, table.columns.get(mixed.at)?),
        };
        let level = |year: &i16| context.say("price-level", &[("year", (&year.to_string()).into())]);
        let levels = context.list(&mixed.levels.iter().map(level).collect::<Vec<_>>());
        Some(context.say("note-price-levels", &[("what", (&what).into()), ("levels", (&levels).into())]))
    };
    table.mixed_prices().into_iter().filter_map(said).collect()
}

/// Says why figures of a table are withheld.
fn withheld_notes(context: &ViewContext, table: &model::FigureTable) -> Vec<String> {
    notes_on_withheld(context, table.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.withheld))
}

/// Says why numbers are withheld: each reason once.
pub(in crate::view) fn notes_on_withheld(context: &ViewContext, why: impl Iterator<Item = Suppression>) -> Vec<String> {
    let said = |why| match why {
        Suppression::Small(below) => context.say("note-withheld-small", &[("below", i64::from(below).into())]),
        Suppression::Further => context.word("note_withheld_further").to_owned(),
    };
    why.collect::<BTreeSet<_>>().into_iter().map(said).collect()
}

/// Returns a column's title, with its unit where that is not the table's and the cells do not say it.
fn title(context: &ViewContext, table: &model::FigureTable, column: &model::FigureColumn) -> String {
    let title = match &column.title {
        Some(title) => title.clone(),
        None => context.word_of("column", column.id.as_str()),
    };
    let says_unit = column.text || column.unit == table.unit || column.unit.is_per_cent();
    let word = context.locale.unit(&column.unit);
    if says_unit || head_says(&title, &column.unit, word) { title } else { format!("{title} ({word})") }
}

impl FigureLine<'_> {
    fn label(&self) -> Cell {
        label(self.row).leads(self.href.clone())
    }

    fn words(&self, nth: usize) -> Cell {
        match self.row.cells.get(nth) {
            Some(model::FigureCell { withheld: Some(why), .. }) => Cell::of(CellValue::Withheld(*why)),
            cell => cell.and_then(|cell| cell.text.as_deref()).into(),
        }
    }

    /// Returns the level of a column of levels; `-` says that there is none to have.
    fn level(&self, nth: usize) -> Cell {
        let Some(cell) = self.row.cells.get(nth) else { return Cell::default() };
        let made = match cell.level {
            Some(level) => Cell::chips(chips(self.context, Some(level))),
            None => self.words(nth),
        };
        made.marked(cell.mark)
    }

    /// Returns the figure of a column: what is stated, and how the computed one differs; else what was computed.
    fn figure(&self, nth: usize) -> Cell {
        let (Some(column), Some(cell)) = (self.table.columns.get(nth), self.row.cells.get(nth)) else {
            return Cell::default();
        };
        if let Some(why) = cell.withheld {
            return Cell::of(CellValue::Withheld(why)).marked(cell.withheld_mark);
        }
        let Some(figure) = printed(cell) else { return Cell::default() };
        let verdict = verdict(column, figure.amount.as_ref());
        let made = match (&cell.stated, &cell.computed, &cell.difference) {
            (Some(stated), Some(computed), Some(difference)) => {
                Cell::checked(stated, computed.clone(), difference.clone())
            }
            (Some(_), ..) => Cell::of(figure),
            (None, ..) => Cell::of(figure).remarked(Remark::Computed),
        };
        made.judged(verdict)
    }
}

/// Returns whether a deviation is good or bad. Only differences are either: a cost as such is neither.
fn verdict(column: &model::FigureColumn, amount: Option<&Amount>) -> Option<Verdict> {
    let number: Decimal = amount?.number;
    if number.is_zero() || !is_difference(column) {
        return None;
    }
    match (column.sign, number.is_sign_negative()) {
        (SignRule::None, _) => None,
        (SignRule::Cost, true) | (SignRule::Saving | SignRule::Result, false) => Some(Verdict::Good),
        (SignRule::Cost, false) | (SignRule::Saving | SignRule::Result, true) => Some(Verdict::Bad),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::fixtures::{figure, id};

    fn column(key: &str, sign: SignRule, formula: Option<&str>) -> model::FigureColumn {
        model::FigureColumn {
            id: id(key),
            title: None,
            unit: Unit::MILLION_KRONER,
            sign,
            is_unsigned: false,
            formula: formula.map(Into::into),
            share_of: None,
            text: false,
            scale: None,
            suppress_below: None,
            decimals: None,
        }
    }

    #[test]
    fn only_differences_are_good_or_bad() {
        let of = |column: &model::FigureColumn, text: &str| verdict(column, figure(text).amount.as_ref());
        let cost = column("deviation", SignRule::Cost, None);
        assert_eq!(of(&cost, "2,5"), Some(Verdict::Bad));
        assert_eq!(of(&cost, "-0,8"), Some(Verdict::Good));
        assert_eq!(of(&cost, "0,0"), None);
        assert_eq!(of(&column("gap", SignRule::Saving, Some("achieved - required")), "-1"), Some(Verdict::Bad));
        assert_eq!(of(&column("revised", SignRule::Cost, None), "905,2"), None);
        assert_eq!(of(&column("share", SignRule::Cost, Some("deviation / revised")), "2"), None);
    }
}
