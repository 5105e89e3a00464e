//! A table as a file has it: rows of cells, with what the file hides of them.

use super::faults::ImportFault;
use crate::{
    content::Limits,
    value::{Certainty, Currency, Unit, personal_numbers},
};

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
    /// The words that the sheet shows behind or before the number: `mio. kr.`.
    pub unit: String,
    /// It holds an error, such as `#REF!`.
    pub is_error: bool,
    /// It is a date; what of it the sheet shows is its text: `2026-12`.
    pub is_date: bool,
    /// Why it is not certain what it says, as [`ImportFault::cell`] has it: a cell that nobody reads may be as it likes.
    pub fault: Option<&'static str>,
}

/// A row and a column, from nought.
type CellPlace = (usize, usize);

/// A table as a file has it.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// The rows, from the first line of the file or the sheet on.
    pub rows: Vec<Vec<GridCell>>,
    /// What is hidden and holds something: the numbers of rows, the letters of columns.
    pub hidden: Vec<String>,
    /// Cells that are merged: what the file calls them, their first row and column, and their last.
    pub merged: Vec<(String, CellPlace, CellPlace)>,
    /// What stands above the table and belongs to it.
    pub caption: String,
    /// What was found out of how the file is written, in words that messages quote: `utf-8`, `;`.
    pub form: Vec<(&'static str, String)>,
    /// How many columns the widest row has.
    width: usize,
}

impl Grid {
    /// Puts a cell where it belongs.
    ///
    /// # Errors
    ///
    /// Answers which limit it is beyond.
    pub fn put(&mut self, row: usize, column: usize, mut cell: GridCell) -> Result<(), ImportFault> {
        if cell.text.is_empty() && !cell.is_error && cell.fault.is_none() {
            return Ok(());
        }
        if cell.text.is_empty() && cell.fault.is_some() {
            // A column of formulas without results, or of pictures, is not one in which nothing stands.
            cell.text = "?".to_owned();
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
            self.width = self.width.max(cells.len());
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

    /// Returns the unit that the numbers of a cell's column or the cell itself count in: that of the head, else the one the sheet shows with the
    /// number. Where both say one and they differ, nobody knows which is meant.
    pub fn unit_of(
        &self,
        (row, column): CellPlace,
        (head, of_head): (&str, Option<&Unit>),
        crown: Currency,
    ) -> Result<Option<Unit>, ImportFault> {
        let shown = self.cell(row, column).map_or("", |cell| cell.unit.as_str());
        let shown = (!shown.is_empty()).then(|| Unit::parse_with(shown, crown));
        match (of_head, shown) {
            (Some(own), Some(shown)) if *own != shown => Err(ImportFault::unit(head, &[own.word(), shown.word()])),
            (own, shown) => Ok(own.cloned().or(shown)),
        }
    }

    /// Returns a cell.
    pub fn cell(&self, row: usize, column: usize) -> Option<&GridCell> {
        self.rows.get(row)?.get(column)
    }

    /// Refuses cells below a head that are merged, where one value stands for several rows or several amounts: only the first of them
    /// holds it, and the others would be empty. A note or the name of a total may be as wide as it likes.
    pub fn refuse_merged(&self, head: usize, columns: &[(usize, bool)]) -> Result<(), ImportFault> {
        for (name, (row, column), (last_row, last_column)) in &self.merged {
            let mut within = columns.iter().filter(|(at, _)| (column..=last_column).contains(&at));
            let is_amount = columns.iter().any(|(at, is_amount)| at == column && *is_amount);
            let is_tall = last_row > row && within.next().is_some();
            let is_wide = last_column > column && is_amount;
            if *last_row > head && (is_tall || is_wide) && !self.text(*row, *column).is_empty() {
                return Err(ImportFault::cell("merged", name));
            }
        }
        Ok(())
    }

    /// Refuses cells from the head on, in columns that are read, of which it is not certain what they say.
    pub fn refuse_faults(&self, head: usize, columns: &[(usize, bool)]) -> Result<(), ImportFault> {
        for row in head..self.rows.len() {
            for (column, _) in columns {
                if let Some(what) = self.cell(row, *column).and_then(|cell| cell.fault) {
                    return Err(ImportFault::cell(what, &cell_name(row, *column)));
                }
            }
        }
        Ok(())
    }

    /// Refuses a cell of words that holds an error, or a whole number that could be a personal number once the nought before it, which no
    /// number keeps, is put back. Of what rows are known by, such as the numbers of accounts, it has to be certain.
    pub fn refuse_as_words(&self, row: usize, column: usize, is_id: bool) -> Result<(), ImportFault> {
        let Some(cell) = self.cell(row, column) else { return Ok(()) };
        let refused = |what| Err(ImportFault::cell(what, &cell_name(row, column)));
        if cell.is_error {
            return refused("error");
        }
        let text = cell.text.trim();
        let whole = text.split(['.', ',']).next().unwrap_or_default();
        let is_whole =
            text.get(whole.len()..).unwrap_or_default().bytes().all(|sign| matches!(sign, b'.' | b',' | b'0'));
        let is_bare = is_whole && whole.bytes().all(|sign| sign.is_ascii_digit());
        // Ten digits are found as such where what is drafted is checked.
        let is_found = whole.len() == 9
            && is_bare
            && personal_numbers(&format!("0{whole}"))
                .iter()
                .any(|found| !is_id || found.certainty == Certainty::Certain);
        if is_found { refused("personal") } else { Ok(()) }
    }

    /// Refuses a date in a cell that numbers or names a row: `2.1` that a spreadsheet took for the second of January.
    pub fn refuse_date(&self, row: usize, column: usize, is_name: bool) -> Result<(), ImportFault> {
        let is_date = self.cell(row, column).is_some_and(|cell| cell.is_date);
        if is_date && is_name { Err(ImportFault::cell("date", &cell_name(row, column))) } else { Ok(()) }
    }

    /// Returns how many columns the widest row has.
    pub fn width(&self) -> usize {
        self.width
    }
}

/// Returns what a spreadsheet calls a cell, by its row and column from 0: `B3`.
pub fn cell_name(row: usize, column: usize) -> String {
    format!("{}{}", column_name(column), row.saturating_add(1))
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

/// Returns a digit as it stands raised.
pub fn raised(digit: u32) -> char {
    match digit {
        1 => '¹',
        2 => '²',
        3 => '³',
        digit => char::from_u32(0x2070_u32.saturating_add(digit)).unwrap_or('¹'),
    }
}

/// Returns a digit as it stands lowered.
pub fn lowered(digit: u32) -> char {
    char::from_u32(0x2080_u32.saturating_add(digit)).unwrap_or('₀')
}
