//! What the rows of a table of measures are: measures, their total, footnotes, and lines that are neither.

use std::collections::BTreeMap;

use super::{
    faults::ImportFault,
    grid::Grid,
    headings::{MeasureColumns, MeasureField, folded, is_source, is_total},
};
use crate::model::is_called_total;

/// A row that is a measure.
pub struct ItemLine {
    /// Where it stands, from 0.
    pub row: usize,
    /// Its number, as it is written.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The row above it that names its section.
    pub section: String,
}

/// The rows of a table, by what they are.
pub struct Lines {
    /// The measures.
    pub items: Vec<ItemLine>,
    /// The row of stated totals.
    pub total: Option<usize>,
    /// The words of footnotes, by their marks.
    pub notes: Vec<(String, String)>,
    /// Rows that are neither: subtotals, the source of the table.
    pub left_out: Vec<String>,
}

impl Lines {
    /// Says what each row below the head is.
    pub fn part(grid: &Grid, columns: &MeasureColumns) -> Result<Self, ImportFault> {
        let at =
            |wanted: MeasureField| columns.columns.iter().find(|(_, field, ..)| *field == wanted).map(|(at, ..)| *at);
        let (number_at, title_at) = (at(MeasureField::Number), at(MeasureField::Title));
        let mut lines = Self { items: Vec::new(), total: None, notes: Vec::new(), left_out: Vec::new() };
        let below = columns.head.saturating_add(1)..grid.rows.len();
        let has_digit = |text: &str| text.contains(|c: char| c.is_ascii_digit());
        // Where measures have numbers, a row without one may be none: the name of a section, a subtotal.
        let is_numbered = number_at.is_some_and(|at| below.clone().any(|row| has_digit(grid.text(row, at))));
        let has_sections = at(MeasureField::Text("section")).is_some();
        let (mut section, mut is_empty_section) = (String::new(), false);
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for row in columns.head.saturating_add(1)..grid.rows.len() {
            let text = |at: Option<usize>| at.map_or("", |at| grid.text(row, at)).to_owned();
            let (number, title) = (text(number_at), text(title_at));
            let cells: Vec<&str> =
                (0..grid.width()).map(|at| grid.text(row, at)).filter(|cell| !cell.is_empty()).collect();
            let Some(first) = cells.first() else { continue };
            // A head that a page break repeats.
            if (0..grid.width()).all(|at| grid.text(row, at) == grid.text(columns.head, at)) {
                continue;
            }
            // What stands beside the table, in a column that nobody reads, is no row of it, nor a note: nobody asked whether it is hidden.
            if columns.columns.iter().all(|(at, ..)| grid.text(row, *at).is_empty()) {
                continue;
            }
            if let ([note], true) = (cells.as_slice(), first.starts_with('*')) {
                let words = note.trim_start_matches('*');
                let mark = "*".repeat(note.len().saturating_sub(words.len()));
                lines.notes.push((mark, words.split_whitespace().collect::<Vec<_>>().join(" ")));
                continue;
            }
            if is_total(&number) || is_total(&title) {
                if lines.total.replace(row).is_some() {
                    return Err(ImportFault::row(first, row.saturating_add(1)));
                }
                continue;
            }
            let name = if title.is_empty() { &number } else { &title };
            let is_bare = (number.is_empty() || title.is_empty()) && !name.is_empty() && !has_digit(&number);
            if cells.len() == 1 && is_source(first) || is_bare && is_called_total(name) {
                lines.left_out.push((*first).to_owned());
                lines.left_out.extend(is_empty_section.then(|| std::mem::take(&mut section)));
                (section, is_empty_section) = (String::new(), false);
                continue;
            }
            if is_numbered && is_bare && cells.len() == 1 {
                lines.left_out.extend(is_empty_section.then(|| std::mem::take(&mut section)));
                (section, is_empty_section) = (name.split_whitespace().collect::<Vec<_>>().join(" "), true);
                continue;
            }
            is_empty_section = false;
            let key = if number.is_empty() { folded(&title) } else { folded(&number) };
            if key.is_empty() || seen.insert(key, row).is_some() {
                return Err(ImportFault::row(first, row.saturating_add(1)));
            }
            let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
            let section = if has_sections { String::new() } else { section.clone() };
            lines.items.push(ItemLine { row, number, title, section });
        }
        lines.left_out.extend(is_empty_section.then_some(section));
        if lines.items.is_empty() { Err(ImportFault::no_head(&super::headings::names())) } else { Ok(lines) }
    }
}
