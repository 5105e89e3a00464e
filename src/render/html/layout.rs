//! How a table stands on a page: which columns stand side by side, which words below their row, and whether a phone folds it.
//!
//! Its rows become text here, each once: those that tell how long the table is are kept to be drawn.

use std::borrow::Cow;

use super::push_words;
use crate::{
    locale::Locale,
    table::{ColumnClass, PageCell, PageColumn, PageRow, Row, Table, TableLayout},
};

/// The most columns of which longer words still stand among the others.
const MOST_WITH_WORDS: usize = 6;

/// The most lines of a table that stands open on a phone.
const LONG: usize = 28;

/// How many letters a line of a phone has.
const LINE: usize = 38;

/// How many letters a status takes.
const CHIP: usize = 14;

/// How a table is laid out.
pub(super) struct Layout<'a> {
    /// What is laid out.
    pub table: &'a Table,
    /// Makes text of its values.
    pub text: TableLayout<'a>,
    /// The heads of its columns.
    pub columns: Vec<PageColumn>,
    /// How the cells of each column are named, where they are: ` data-label="Kr."`.
    labels: Vec<String>,
    /// Whether longer words stand below their row.
    pub below: bool,
    /// How many columns stand side by side.
    pub span: usize,
    /// Its first rows, those of its foot behind the others, laid out to see whether it is long.
    first: Vec<PageRow>,
}

impl<'a> Layout<'a> {
    /// Lays out a table for a page in a language.
    pub fn of(table: &'a Table, locale: &'a Locale) -> Self {
        let text = TableLayout::new(table, locale);
        let columns = text.columns();
        let all = columns.len();
        let texts = columns.iter().filter(|column| column.class.is_text()).count();
        let below = texts > 0 && all > MOST_WITH_WORDS && !table.scrolls;
        let labels = columns.iter().map(|column| label(table, column)).collect();
        let span = if below { all.saturating_sub(texts) } else { all };
        Self { table, text, columns, labels, below, span, first: Vec::new() }
    }

    /// Returns the cells of a row that stand side by side, each with its column and how it is named.
    pub fn beside<'l>(&'l self, row: &'l PageRow) -> impl Iterator<Item = (&'l PageColumn, &'l str, &'l PageCell)> {
        let cells = self.cells(row).zip(&self.labels).filter(|((column, _), _)| !self.is_below(column));
        cells.map(|((column, cell), label)| (column, label.as_str(), cell))
    }

    /// Tells whether the cells of a column stand below their row.
    pub fn is_below(&self, column: &PageColumn) -> bool {
        self.below && column.class.is_text()
    }

    /// Tells whether it is folded on a phone, where it would take more than a screen and a half. The rows that it takes to see that
    /// are kept to be drawn.
    pub fn is_long(&mut self) -> bool {
        if self.table.scrolls || self.table.stays_open {
            return false;
        }
        let mut lines = 0_usize;
        for row in self.table.rows.iter().chain(&self.table.foot) {
            let row = self.text.row(row);
            lines = lines.saturating_add(self.lines(&row));
            self.first.push(row);
            if lines > LONG {
                return true;
            }
        }
        false
    }

    /// Returns about how many lines a row takes on a phone: its name, then name and value of each cell.
    fn lines(&self, row: &PageRow) -> usize {
        let letters = |(column, cell): (&PageColumn, &PageCell)| {
            let remark = cell.remark.as_deref().unwrap_or_default();
            let said = cell.shown.text.chars().count().saturating_add(remark.chars().count());
            let told = said.saturating_add(cell.chips.len().saturating_mul(CHIP));
            if told == 0 { 0 } else { told.saturating_add(column.text.chars().count()) }
        };
        let all: usize = self.cells(row).map(letters).sum();
        all.div_ceil(LINE).saturating_add(1)
    }

    /// Returns its rows laid out, one by one.
    pub fn rows(&self) -> impl Iterator<Item = Cow<'_, PageRow>> {
        self.laid_out(0, &self.table.rows)
    }

    /// Returns the rows of its foot laid out, one by one.
    pub fn foot(&self) -> impl Iterator<Item = Cow<'_, PageRow>> {
        self.laid_out(self.table.rows.len(), &self.table.foot)
    }

    /// Lays out rows that so many others stand before.
    fn laid_out<'l>(&'l self, before: usize, rows: &'l [Row]) -> impl Iterator<Item = Cow<'l, PageRow>> {
        (before..).zip(rows).map(|(at, row)| match self.first.get(at) {
            Some(row) => Cow::Borrowed(row),
            None => Cow::Owned(self.text.row(row)),
        })
    }

    /// Returns how narrow a place still has room for the columns side by side.
    pub fn cards(&self) -> &'static str {
        match self.span {
            0..=4 => "<div class=\"cards\">",
            5 => "<div class=\"cards some\">",
            6..=7 => "<div class=\"cards many\">",
            8..=10 => "<div class=\"cards most\">",
            _ => "<div class=\"cards most full\">",
        }
    }

    /// Returns the cells of a row with their columns.
    fn cells<'l>(&'l self, row: &'l PageRow) -> impl Iterator<Item = (&'l PageColumn, &'l PageCell)> {
        self.columns.iter().zip(&row.cells)
    }

    /// Returns the cells of a row that stand below it.
    pub fn words<'l>(&'l self, row: &'l PageRow) -> impl Iterator<Item = (&'l PageColumn, &'l PageCell)> {
        // Where it says nothing, nothing changed.
        let has_words = |cell: &PageCell| cell.html.is_some() || !(is_empty(cell) || cell.tone == Some("same"));
        self.cells(row).filter(move |(column, cell)| self.is_below(column) && has_words(cell))
    }
}

impl ColumnClass {
    /// Tells whether longer words stand in it.
    pub(super) fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Change)
    }
}

/// Tells whether a cell shows nothing; a remark alone is something.
pub(super) fn is_empty(cell: &PageCell) -> bool {
    let has_words = !cell.shown.text.is_empty() || cell.html.is_some() || cell.remark.is_some();
    !has_words && cell.chips.is_empty() && cell.shown.mark.is_none()
}

/// Returns how the cells of a column are named where each stands alone, in a card.
fn label(table: &Table, column: &PageColumn) -> String {
    if table.scrolls || column.text.is_empty() {
        return String::new();
    }
    let mut label = " data-label=\"".to_owned();
    push_words(&mut label, &column.text);
    label.push('"');
    label
}
