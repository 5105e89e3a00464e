//! A column: what it is called, what it holds, and how its cell is made of a row.

use std::borrow::Cow;

use super::{Cell, ValueFormat};
use crate::{locale::Locale, value::Unit};

/// What a column holds, which decides how it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// The name of the row: its heading.
    Name,
    /// Short words.
    Word,
    /// Longer words.
    Text,
    /// Figures.
    Amount,
    /// Counts.
    Count,
    /// Parts in per cent.
    Share,
    /// Dates.
    Date,
    /// Statuses.
    Status,
    /// What changed.
    Change,
}

/// The head of a column.
#[derive(Clone, Debug)]
pub enum ColumnHead {
    /// A word of the interface, by its key.
    Word(&'static str),
    /// Words of the data: a year, a date, what the document calls it.
    Text(String),
}

impl ColumnHead {
    /// Returns it as it is shown.
    pub(super) fn text(&self, locale: &Locale) -> String {
        match self {
            Self::Word(key) => ValueFormat { locale }.word(key).to_owned(),
            Self::Text(text) => text.clone(),
        }
    }
}

/// A kind of row. Columns are made for one, and a table has rows of one.
pub trait RowSet {
    /// A row, which borrows what it shows.
    type Row<'r>;
}

/// Makes the cell of a row; of columns that are alike, the number says which.
type MakeCell<R> = for<'a, 'r> fn(&'a <R as RowSet>::Row<'r>, usize) -> Cell;

/// A column of a table with rows of a kind.
pub struct Column<R: RowSet> {
    /// What it is called in other formats.
    pub id: Cow<'static, str>,
    /// Its title.
    pub head: ColumnHead,
    /// What it holds.
    pub kind: ColumnKind,
    /// The unit that its head or its table names; without one each figure says its own.
    pub unit: Option<Unit>,
    /// Which of several columns it is that are alike: a month, a year, a report.
    pub nth: usize,
    /// Makes its cell of a row.
    pub cell: MakeCell<R>,
}

impl<R: RowSet> Column<R> {
    const fn new(id: &'static str, head: &'static str, kind: ColumnKind, cell: MakeCell<R>) -> Self {
        Self { id: Cow::Borrowed(id), head: ColumnHead::Word(head), kind, unit: None, nth: 0, cell }
    }

    /// Makes the column of the row's name.
    pub const fn name(id: &'static str, head: &'static str, cell: MakeCell<R>) -> Self {
        Self::new(id, head, ColumnKind::Name, cell)
    }

    /// Makes a column of short words.
    pub const fn word(id: &'static str, head: &'static str, cell: MakeCell<R>) -> Self {
        Self::new(id, head, ColumnKind::Word, cell)
    }

    /// Makes a column of longer words.
    pub const fn text(id: &'static str, head: &'static str, cell: MakeCell<R>) -> Self {
        Self::new(id, head, ColumnKind::Text, cell)
    }

    /// Makes a column of figures.
    pub const fn amount(id: &'static str, head: &'static str, cell: MakeCell<R>) -> Self {
        Self::new(id, head, ColumnKind::Amount, cell)
    }

    /// Makes a column of counts.
    pub const fn count(id: &'static str, head: &'static str, cell: MakeCell<R>) -> Self {
        Self::new(id, head, ColumnKind::Count, cell)
    }

    /// Makes a column of parts in per cent.
    pub const fn share(id: &'static str, head: &'static str, cell: MakeCell<R>) -> Self {
        Self::new(id, head, ColumnKind::Share, cell)
    }

    /// Makes a column of dates.
    pub const fn date(id: &'static str, head: &'static str, cell: MakeCell<R>) -> Self {
        Self::new(id, head, ColumnKind::Date, cell)
    }

    /// Makes a column of statuses.
    pub const fn status(id: &'static str, head: &'static str, cell: MakeCell<R>) -> Self {
        Self::new(id, head, ColumnKind::Status, cell)
    }

    /// Makes a column of what changed.
    pub const fn change(id: &'static str, head: &'static str, cell: MakeCell<R>) -> Self {
        Self::new(id, head, ColumnKind::Change, cell)
    }

    /// Makes it one of several that are alike, under a title of its own.
    pub fn one_of(self, nth: usize, id: impl Into<String>, head: impl Into<String>) -> Self {
        Self { id: Cow::Owned(id.into()), head: ColumnHead::Text(head.into()), nth, ..self }
    }

    /// Gives it a title of the data.
    pub fn headed(self, head: impl Into<String>) -> Self {
        Self { head: ColumnHead::Text(head.into()), ..self }
    }

    /// Names the unit of its figures.
    pub fn in_unit(self, unit: &Unit) -> Self {
        Self { unit: Some(unit.clone()), ..self }
    }
}

impl<R: RowSet> Clone for Column<R> {
    fn clone(&self) -> Self {
        Self { id: self.id.clone(), head: self.head.clone(), unit: self.unit.clone(), ..*self }
    }
}
