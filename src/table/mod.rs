//! Tables: columns over rows of one type, with values for cells.
//!
//! Floor 5. Here numbers become text: every figure is formatted once, in the site's language, and keeps its raw value
//! beside it ([`DisplayValue`]) for other formats. Nothing here knows a record of the site.
//!
//! A table knows no layout. [`TableLayout`] makes page data of it row by row, while a page is
//! drawn; other formats write its values their own way.

mod cell;
mod column;
mod data;
mod display;
mod layout;
mod once;
mod page_table;
mod plain;
mod sorting;
mod spaces;

use std::borrow::{Borrow, Cow};

pub use cell::{Cell, CellValue, CheckedFigure, Remark, Verdict};
pub use column::{Column, ColumnKind, RowSet};
pub use data::{DataCell, DataColumn, DataKind, DataTable, head_says, iso_period};
pub use display::{Chip, DisplayDate, DisplayValue, ValueFormat, escape};
pub use layout::TableLayout;
pub use page_table::{ColumnClass, PageCell, PageColumn, PageNote, PageRow, PageTable, RowClass};
pub use spaces::is_spaced;

use crate::{
    locale::{Language, Locale},
    value::Unit,
};

/// The id of the column that says what changed since an edition.
pub const SINCE: &str = "since";

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Its anchor, unique on its page.
    pub id: String,
    /// What it shows.
    pub caption: String,
    /// The language of its caption, where that is an author's words and the table is not in that language.
    pub caption_language: Option<Language>,
    /// Where its caption leads, as an address from its page.
    pub href: Option<String>,
    /// Unit, date and sign rule, under the caption.
    pub note: String,
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Its last rows: totals, computed and stated.
    pub foot: Vec<Row>,
    /// Its footnotes.
    pub notes: Vec<PageNote>,
    /// The language of its words and numbers, where that may be another than its page's.
    pub language: Option<Language>,
    /// It is what its page is about: on a phone it is not folded, however long it is.
    pub stays_open: bool,
    /// Its rows are counted without their parts; where it is not so, by their parts alone.
    pub counts_wholes: bool,
    /// It is too wide for cards (months) and scrolls in a frame of its own on phones.
    pub scrolls: bool,
    /// The order of its rows is what it tells, so that readers neither sort nor filter them.
    pub in_order: bool,
    /// What the headings over its rows are, where readers may filter by them.
    pub grouped_by: String,
}

/// What is known of a column when its cells are made.
#[derive(Clone, Debug)]
pub struct TableColumn {
    /// What it is called in other formats.
    pub id: Cow<'static, str>,
    /// Its title.
    pub head: String,
    /// What it holds.
    pub kind: ColumnKind,
    /// The unit that its head or its table names; without one each figure says its own.
    pub unit: Option<Unit>,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is.
    pub class: RowClass,
    /// How many rows it is a part of, one within the other: 2 where it is a part of a part.
    pub depth: usize,
    /// Whether the heading above it stands for it no more.
    pub is_outside: bool,
    /// Its cells, one for each column; a heading or note has one that spans all.
    pub cells: Vec<Cell>,
}

/// A row of a table that is still to be made.
pub enum TableLine<T> {
    /// A row of its kind.
    Row(RowClass, T),
    /// A row that is a part of so many others, one within the other; of none where it stands for itself.
    Nested(usize, T),
    /// Words across all columns.
    Across(Row),
}

impl<T> TableLine<T> {
    /// Makes an ordinary row.
    pub fn item(row: T) -> Self {
        Self::Row(RowClass::Item, row)
    }
}

impl Row {
    /// Makes a row of words across all columns.
    pub fn across(class: RowClass, cell: impl Into<Cell>) -> Self {
        Self { class, depth: 0, is_outside: false, cells: vec![cell.into()] }
    }
}

impl Table {
    /// Begins a table.
    pub fn new(id: impl Into<String>, caption: impl Into<String>) -> Self {
        Self { id: id.into(), caption: caption.into(), ..Self::default() }
    }

    /// Adds what stands under its caption.
    pub fn noted(self, note: String) -> Self {
        Self { note, ..self }
    }

    /// Says that it is what its page is about: on a phone it is not folded.
    pub fn kept_open(self) -> Self {
        Self { stays_open: true, ..self }
    }

    /// Makes it scroll where there is no room for it.
    pub fn scrolling(self) -> Self {
        Self { scrolls: true, ..self }
    }

    /// Makes its columns, and of each row its cells.
    pub fn filled<'r, R: RowSet>(
        mut self,
        locale: &Locale,
        columns: &[impl Borrow<Column<R>>],
        lines: impl IntoIterator<Item = TableLine<R::Row<'r>>>,
    ) -> Self {
        let facts = |column: &Column<R>| TableColumn {
            id: column.id.clone(),
            head: column.head.text(locale),
            kind: column.kind,
            unit: column.unit.clone(),
        };
        self.columns = columns.iter().map(|column| facts(column.borrow())).collect();
        let made = lines.into_iter().map(|line| match line {
            TableLine::Row(class, row) => Row { class, depth: 0, is_outside: false, cells: cells(columns, &row) },
            TableLine::Nested(depth, row) => {
                let class = if depth == 0 { RowClass::Item } else { RowClass::Child };
                Row { class, depth, is_outside: false, cells: cells(columns, &row) }
            }
            TableLine::Across(row) => row,
        });
        self.rows = made.collect();
        self
    }

    /// Adds a row at its foot, of the same columns.
    pub fn footed<'r, R: RowSet>(
        mut self,
        columns: &[impl Borrow<Column<R>>],
        lines: impl IntoIterator<Item = (RowClass, R::Row<'r>)>,
    ) -> Self {
        self.foot.extend(lines.into_iter().map(|(class, row)| Row {
            class,
            depth: 0,
            is_outside: false,
            cells: cells(columns, &row),
        }));
        self
    }

    /// Fits the columns to what stands in them: those in which no row shows anything go, except the row's own name, and
    /// longer words that turn out to be short are set as such.
    pub fn fitted(mut self) -> Self {
        self.set_short_words();
        self.keep_columns(|table, at, column| column.kind == ColumnKind::Name || table.shows(at));
        self
    }

    /// The same, or nothing where it has no row.
    pub fn fitted_if_any(self) -> Option<Self> {
        (!self.rows.is_empty()).then(|| self.fitted())
    }

    /// Sets columns of longer words that turn out to be short as columns of short ones.
    pub fn set_short_words(&mut self) {
        let is_short = |at: usize| self.whole_rows().filter_map(|row| row.cells.get(at)).all(Cell::is_short);
        let short: Vec<bool> = (0..self.columns.len()).map(is_short).collect();
        for (column, is_short) in self.columns.iter_mut().zip(short) {
            if column.kind == ColumnKind::Text && is_short {
                column.kind = ColumnKind::Word;
            }
        }
    }

    /// Takes a column out where no row shows anything in it.
    pub fn without_empty(mut self, id: &str) -> Self {
        self.keep_columns(|table, at, column| column.id != id || table.shows(at));
        self
    }

    /// Takes the column out that says what changed since an edition.
    pub fn without_since(&mut self) {
        self.keep_columns(|_, _, column| column.id != SINCE);
    }

    /// Returns the cells of the column that says what changed since an edition, each with the class of its row; a row
    /// across all columns has none.
    pub fn since_cells(&self) -> impl Iterator<Item = (RowClass, Option<&Cell>)> + Clone {
        let at = self.columns.iter().position(|column| column.id == SINCE);
        let width = self.columns.len();
        self.rows.iter().chain(&self.foot).map(move |row| {
            let cell = at.filter(|_| row.cells.len() == width).and_then(|at| row.cells.get(at));
            (row.class, cell)
        })
    }

    /// Returns the rows that have a cell for each column.
    fn whole_rows(&self) -> impl Iterator<Item = &Row> {
        let width = self.columns.len();
        self.rows.iter().chain(&self.foot).filter(move |row| row.cells.len() == width)
    }

    /// Returns all its cells, from the top.
    pub fn cells_mut(&mut self) -> impl Iterator<Item = &mut Cell> {
        self.rows.iter_mut().chain(&mut self.foot).flat_map(|row| &mut row.cells)
    }

    /// Returns the unit where any cell shows a figure in a column that counts in it: of others, a table need not say it.
    pub fn counts_in<'u>(&self, unit: &'u Unit) -> Option<&'u Unit> {
        let counts = |(at, column): (usize, &TableColumn)| {
            column.kind == ColumnKind::Amount && column.unit.as_ref() == Some(unit) && self.shows(at)
        };
        self.columns.iter().enumerate().any(counts).then_some(unit)
    }

    fn shows(&self, at: usize) -> bool {
        self.whole_rows().any(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty()))
    }

    fn keep_columns(&mut self, keeps: impl Fn(&Self, usize, &TableColumn) -> bool) {
        let kept: Vec<bool> = self.columns.iter().enumerate().map(|(at, column)| keeps(self, at, column)).collect();
        if kept.iter().all(|keep| *keep) {
            return;
        }
        let width = self.columns.len();
        let mut keep = kept.iter();
        self.columns.retain(|_| keep.next().copied().unwrap_or(true));
        for row in self.rows.iter_mut().chain(&mut self.foot).filter(|row| row.cells.len() == width) {
            let mut keep = kept.iter();
            row.cells.retain(|_| keep.next().copied().unwrap_or(true));
        }
    }
}

/// Makes the cells of a row.
fn cells<'r, R: RowSet>(columns: &[impl Borrow<Column<R>>], row: &R::Row<'r>) -> Vec<Cell> {
    let cell = |column: &Column<R>| (column.cell)(row, column.nth);
    columns.iter().map(|column| cell(column.borrow())).collect()
}

/// Joins notes with full stops between them.
pub fn sentences(notes: impl IntoIterator<Item = String>) -> String {
    let mut out = String::new();
    for note in notes.into_iter().filter(|note| !note.is_empty()) {
        if !out.is_empty() {
            out.push_str(if out.ends_with('.') { " " } else { ". " });
        }
        out.push_str(&note);
    }
    out
}

#[cfg(test)]
mod tests;
