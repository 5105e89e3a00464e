//! A table as a file has it: rows of cells, with what the file hides of them.

use super::faults::ImportFault;
use crate::content::Limits;

/// The most rows of a file that are looked at.
pub const MOST_ROWS: usize = 20_000;

/// The most bytes of a cell.
pub const MOST_TEXT: usize = 32 * 1024;

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridCell {
    /// What stands in it: of a number its digits with a point, else the text.
    pub text: String,
    /// It is a number, so that nobody has to ask which of its signs parts decimals.
    pub is_number: bool,
    /// It is computed; its text is what the spreadsheet program had last come to.
    pub is_computed: bool,
    /// What the spreadsheet shows has fewer decimals than what it keeps; what it shows is taken.
    pub is_rounded: bool,
    /// It holds an error, such as `#REF!`.
    pub is_error: bool,
}

/// A table as a file has it.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// The rows, from the first line of the file or the sheet on.
    pub rows: Vec<Vec<GridCell>>,
    /// What is hidden and holds something: the numbers of rows, the letters of columns.
    pub hidden: Vec<String>,
    /// What was found out of how the file is written, in words that messages quote: `utf-8`, `;`.
    pub form: Vec<(&'static str, String)>,
}

impl Grid {
    /// Puts a cell where it belongs.
    ///
    /// # Errors
    ///
    /// Answers which limit it is beyond.
    pub fn put(&mut self, row: usize, column: usize, cell: GridCell) -> Result<(), ImportFault> {
        if cell.text.is_empty() && !cell.is_error {
            return Ok(());
        }
        for (is_over, what, limit) in [
            (row >= MOST_ROWS, "rows", MOST_ROWS),
            (column >= Limits::COLUMNS, "columns", Limits::COLUMNS),
            (cell.text.len() > MOST_TEXT, "cell", MOST_TEXT),
        ] {
            if is_over {
                return Err(ImportFault::limit(what, limit));
            }
        }
        if self.rows.len() <= row {
            self.rows.resize(row.saturating_add(1), Vec::new());
        }
        if let Some(cells) = self.rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize(column.saturating_add(1), GridCell::default());
            }
            if let Some(place) = cells.get_mut(column) {
                *place = cell;
            }
        }
        Ok(())
    }

    /// Returns the text of a cell, without blanks around it.
    pub fn text(&self, row: usize, column: usize) -> &str {
        self.cell(row, column).map_or("", |cell| cell.text.trim())
    }

    /// Returns a cell.
    pub fn cell(&self, row: usize, column: usize) -> Option<&GridCell> {
        self.rows.get(row)?.get(column)
    }

    /// Returns how many columns the widest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }
}

/// Returns what a spreadsheet calls a column, from 0: `A`, `B`, …, `AA`.
pub fn column_name(column: usize) -> String {
    let mut name = String::new();
    let mut rest = column.saturating_add(1);
    while rest > 0 {
        let digit = u8::try_from(rest.saturating_sub(1) % 26).unwrap_or(0);
        name.insert(0, char::from(b'A'.saturating_add(digit)));
        rest = rest.saturating_sub(1) / 26;
    }
    name
}
