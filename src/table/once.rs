//! What most rows of a table say alike is said once, under its caption: one owner, one date, "first status".

use super::{Cell, RowClass, Table, TableLayout, ValueFormat, sentences};
use crate::locale::Locale;

/// The fewest rows of which anything is said once.
const FEWEST: usize = 3;

impl Table {
    /// Says once what most rows say alike in some columns, by their ids. The cells keep their values for other formats, and
    /// are not shown; a row says what differs. Where a cell is empty, all others must be alike: else it would be read
    /// as theirs.
    #[must_use]
    pub fn said_once(mut self, locale: &Locale, ids: &[&str]) -> Self {
        let is_own = |class: RowClass| matches!(class, RowClass::Item | RowClass::Child);
        let width = self.columns.len();
        for id in ids {
            let Some(at) = self.columns.iter().position(|column| column.id == *id) else { continue };
            let cells = self.rows.iter().filter(|row| is_own(row.class) && row.cells.len() == width);
            let cells: Vec<&Cell> = cells.filter_map(|row| row.cells.get(at)).collect();
            let count = |cell: &Cell| cells.iter().filter(|other| other.says_as(cell)).count();
            let told = cells.iter().filter(|cell| !cell.is_empty());
            // Of those that as many rows have, the first.
            let Some((most, common)) = told.rev().map(|cell| (count(cell), *cell)).max_by_key(|(count, _)| *count)
            else {
                continue;
            };
            let is_all = most == cells.len();
            let is_most = most.saturating_mul(2) > cells.len() && cells.iter().all(|cell| !cell.is_empty());
            if cells.len() < FEWEST || !(is_all || is_most) {
                continue;
            }
            let common = common.clone();
            let said = TableLayout::new(&self, locale).said(&common);
            let head = self.columns.get(at).map(|column| column.head.clone()).unwrap_or_default();
            let key = if is_all { "said-once" } else { "said-once-most" };
            // A date that stands in the note already is not said again.
            if !(is_all && self.note.contains(&said)) {
                let args = [("head", (&head).into()), ("value", (&said).into())];
                let words = ValueFormat { locale }.say(key, &args);
                self.note = sentences([std::mem::take(&mut self.note), words]);
            }
            for row in self.rows.iter_mut().filter(|row| is_own(row.class) && row.cells.len() == width) {
                if let Some(cell) = row.cells.get_mut(at).filter(|cell| cell.says_as(&common)) {
                    cell.in_caption = true;
                }
            }
        }
        self
    }

    /// Returns which columns show nothing, since all that they say is said in the caption.
    pub(super) fn said_columns(&self) -> Vec<bool> {
        let is_said = |at: usize| {
            let cells = || self.whole_rows().filter_map(move |row| row.cells.get(at));
            cells().any(|cell| cell.in_caption) && cells().all(|cell| cell.in_caption || cell.is_empty())
        };
        (0..self.columns.len()).map(is_said).collect()
    }
}

impl Cell {
    /// Tells whether it shows what another does.
    fn says_as(&self, other: &Self) -> bool {
        self.value == other.value && self.remarks == other.remarks && self.mark == other.mark && !self.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        locale::{Language, Locale},
        table::{Cell, ColumnKind, Row, RowClass, Table, TableColumn, TableLayout},
    };

    fn table(owners: &[&str]) -> Table {
        let column = |id: &'static str, kind| TableColumn { id: id.into(), head: id.to_owned(), kind, unit: None };
        let row = |owner: &&str| Row {
            class: RowClass::Item,
            depth: 0,
            is_outside: false,
            cells: vec![Cell::of("navn"), Cell::of(*owner)],
        };
        Table {
            columns: vec![column("navn", ColumnKind::Name), column("ejer", ColumnKind::Word)],
            rows: owners.iter().map(row).collect(),
            ..Table::default()
        }
    }

    /// Returns the note, and what is shown in the rows.
    fn shown(owners: &[&str]) -> (String, Vec<Vec<String>>) {
        let locale = Locale::shared(Language::Danish).expect("a locale");
        let table = table(owners).said_once(&locale, &["ejer"]);
        let page = TableLayout::new(&table, &locale).page_table();
        let texts = |row: &crate::table::PageRow| row.cells.iter().map(|cell| cell.shown.text.clone()).collect();
        assert!(table.rows.iter().zip(owners).all(|(row, owner)| row.cells[1].value == (*owner).into()), "it is kept");
        (page.note, page.rows.iter().map(texts).collect())
    }

    #[test]
    fn what_all_rows_say_has_no_column() {
        let (note, rows) = shown(&["A", "A", "A"]);
        assert_eq!(note, "ejer: A");
        assert_eq!(rows, [["navn"]; 3]);
    }

    #[test]
    fn what_most_rows_say_stands_above_and_a_row_says_what_differs() {
        let (note, rows) = shown(&["A", "B", "A", "A"]);
        assert_eq!(note, "ejer: A, hvor intet andet står");
        assert_eq!(rows, [["navn", ""], ["navn", "B"], ["navn", ""], ["navn", ""]]);
    }

    #[test]
    fn an_empty_cell_is_not_read_as_what_others_say() {
        for owners in [&["A", "A", "A", ""][..], &["A", "B"], &["A", "A"], &["A", "A", "B", "B"], &["", "", ""]] {
            let (note, rows) = shown(owners);
            assert_eq!((note.as_str(), rows.len()), ("", owners.len()), "{owners:?}");
            assert!(rows.iter().zip(owners).all(|(row, owner)| row[1] == *owner), "{owners:?}");
        }
    }
}
