//! What tables make of rows, and what layouts make of tables.

use super::{Cell, CellValue, Column, ColumnClass, Remark, Row, RowClass, RowSet, Table, TableLayout, TableLine};
use crate::{
    value::{Figure, Unit},
    view::fixtures::{figure, period, with_context},
};

/// Rows of a name, a figure and a remark.
struct Things;

impl RowSet for Things {
    type Row<'r> = Thing<'r>;
}

struct Thing<'r> {
    name: &'r str,
    figure: Option<Figure>,
    words: &'r str,
}

const COLUMNS: &[&Column<Things>] = &[
    &Column::name("name", "col_measure", |row, _| row.name.into()),
    &Column::amount("figure", "col_achieved", |row, _| Cell::figure(row.figure.as_ref())),
    &Column::text("words", "col_remark", |row, _| row.words.into()),
];

fn table(things: Vec<Thing<'_>>, test: impl Fn(Table, &crate::view::ViewContext)) {
    with_context(&[], |context| {
        let lines = things.iter().map(|thing| {
            let Thing { name, figure, words } = thing;
            TableLine::item(Thing { name, figure: figure.clone(), words })
        });
        test(Table::new("t", "T").filled(context.locale, COLUMNS, lines), context);
    });
}

fn thing<'r>(name: &'r str, text: &str, words: &'r str) -> Thing<'r> {
    Thing { name, figure: (!text.is_empty()).then(|| figure(text)), words }
}

#[test]
fn four_kinds_of_cell_stay_apart() {
    let things = [("ikke oplyst", ""), ("nul", "-"), ("nul kroner", "0,00"), ("cirka", "ca. 2,5"), ("note", "9,1*")];
    table(things.map(|(name, text)| thing(name, text, "")).into(), |table, context| {
        let values: Vec<&CellValue> = table.rows.iter().map(|row| &row.cells[1].value).collect();
        assert_eq!(values[0], &CellValue::NotGiven);
        for (at, value) in values.iter().enumerate() {
            assert!(values.iter().skip(at + 1).all(|other| other != value), "{value:?}");
        }
        let page = TableLayout::new(&table, context.locale).page_table();
        let shown = |at: usize| {
            let cell = &page.rows[at].cells[1].shown;
            (cell.text.as_str(), cell.raw.map(|raw| raw.to_string()), cell.mark.as_deref())
        };
        assert_eq!(shown(0), ("", None, None));
        assert_eq!(shown(1), ("-", None, None));
        assert_eq!(shown(2), ("0,00\u{a0}mio.\u{a0}kr.", Some("0.00".into()), None));
        assert_eq!(shown(3), ("ca.\u{a0}2,5\u{a0}mio.\u{a0}kr.", Some("2.5".into()), None));
        assert_eq!(shown(4), ("9,1\u{a0}mio.\u{a0}kr.", Some("9.1".into()), Some("*")));
    });
}

#[test]
fn a_column_that_names_its_unit_leaves_it_out_of_its_cells() {
    table(vec![thing("a", "9,1", "")], |mut table, context| {
        table.columns[1].unit = Some(Unit::MILLION_KRONER);
        assert_eq!(TableLayout::new(&table, context.locale).row(&table.rows[0]).cells[1].shown.text, "9,1");
    });
}

#[test]
fn columns_that_show_nothing_go_but_not_the_name() {
    table(vec![thing("", "", ""), thing("", "", "")], |table, _| {
        assert_eq!(table.fitted().columns.iter().map(|column| &*column.id).collect::<Vec<_>>(), ["name"]);
    });
    table(vec![thing("", "-", "")], |table, _| assert_eq!(table.fitted().columns.len(), 2, "nil is something"));
    table(vec![thing("", "", "")], |mut table, _| {
        table.rows[0].cells[1].remarks.push(Remark::Computed);
        assert_eq!(table.fitted().columns.len(), 2, "a remark is something");
    });
}

#[test]
fn longer_words_are_set_as_such_where_any_are_long() {
    let class = |words: &str| {
        let found = std::cell::Cell::new(None);
        table(vec![thing("a", "", "kort"), thing("b", "", words)], |table, context| {
            let table = table.fitted();
            found.set(TableLayout::new(&table, context.locale).columns().last().map(|column| column.class));
        });
        found.get()
    };
    assert_eq!(class("også kort"), Some(ColumnClass::Word));
    assert_eq!(class(&"langt ".repeat(20)), Some(ColumnClass::Text));
}

#[test]
fn rows_across_all_columns_stay_when_columns_go() {
    table(vec![thing("a", "", "")], |mut table, _| {
        table.rows.insert(0, Row::across(RowClass::Heading, "Drift"));
        let table = table.fitted();
        assert_eq!(table.rows.iter().map(|row| row.cells.len()).collect::<Vec<_>>(), [1, 1]);
        assert_eq!(table.rows[0].cells[0].value, CellValue::Text("Drift".into()));
    });
}

#[test]
fn remarks_are_said_one_after_the_other_and_a_verdict_is_the_cells() {
    table(vec![thing("a", "", "")], |mut table, context| {
        let moved = Remark::moved(period("2020-01-31"), Some(period("2020-06-30")));
        table.rows[0].cells[1] = Cell::date(Some(period("2020-06-30"))).remarked(moved).overdue_by(Some(3));
        let cell = TableLayout::new(&table, context.locale).row(&table.rows[0]).cells.remove(1);
        let remark = cell.remark.expect("a remark");
        let parts: Vec<&str> = remark.split("; ").collect();
        assert!(parts.len() == 2 && parts[0].contains("31. januar 2020") && parts[1].contains('3'), "{remark}");
        assert_eq!((cell.date.as_deref(), cell.tone), (Some("2020-06-30"), Some("bad")));
    });
}

#[test]
fn that_nothing_changed_is_no_empty_cell() {
    let same = Cell::of(CellValue::Changes(Vec::new()));
    assert!(same.is_same() && !same.is_empty() && !Cell::default().is_same());
    table(vec![thing("a", "", "")], |mut table, context| {
        table.rows[0].cells[1] = Cell::of(CellValue::Changes(Vec::new()));
        let cell = TableLayout::new(&table, context.locale).row(&table.rows[0]).cells.remove(1);
        assert!(!cell.shown.text.is_empty());
        assert_eq!(cell.tone, Some("same"));
    });
}
