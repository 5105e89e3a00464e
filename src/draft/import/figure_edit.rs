//! Sets the figures that differ in a CSV file that is there, and leaves all else: kinds, formulas, labels, words, columns and rows of an author's own.

use std::collections::{BTreeMap, BTreeSet};

use super::numbers::is_same_figure;
use crate::value::{Approximation, Notation, Unit, WrittenAmount};

/// A line of a CSV file, or several where a cell has them: its cells as they are written, each with its quotation marks, and its end.
#[derive(Clone, Debug, PartialEq, Eq)]
struct FileLine<'t> {
    cells: Vec<&'t str>,
    end: &'t str,
}

impl FileLine<'_> {
    fn plain(&self, at: usize) -> String {
        self.cells.get(at).map(|cell| plain(cell)).unwrap_or_default()
    }
}

/// Parts a text into lines of cells. A quotation mark is one where a cell begins with it.
fn file_lines(text: &str, sign: char) -> Vec<FileLine<'_>> {
    let mut lines = Vec::new();
    let (mut cells, mut from, mut is_quoted, mut is_begin) = (Vec::new(), 0_usize, false, true);
    for (at, next) in text.char_indices() {
        let cell = || text.get(from..at).unwrap_or_default();
        match next {
            '"' if is_begin || is_quoted => is_quoted = !is_quoted,
            // Two quotation marks are one that stands in the cell.
            '"' if cell().starts_with('"') && cell().ends_with('"') => is_quoted = true,
            next if next == sign && !is_quoted => {
                cells.push(cell());
                (from, is_begin) = (at.saturating_add(next.len_utf8()), true);
                continue;
            }
            '\n' if !is_quoted => {
                let whole = cell();
                let bare = whole.strip_suffix('\r').unwrap_or(whole);
                cells.push(bare);
                let end = text.get(from.saturating_add(bare.len())..at.saturating_add(1)).unwrap_or_default();
                lines.push(FileLine { cells: std::mem::take(&mut cells), end });
                (from, is_begin) = (at.saturating_add(1), true);
                continue;
            }
            _ => {}
        }
        is_begin = false;
    }
    let rest = text.get(from..).unwrap_or_default();
    if !rest.is_empty() || !cells.is_empty() {
        cells.push(rest);
        lines.push(FileLine { cells, end: "" });
    }
    lines
}

fn plain(cell: &str) -> String {
    let inner = cell.trim().strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.map_or_else(|| cell.trim().to_owned(), |inner| inner.replace("\"\"", "\""))
}

/// What is known of the columns of a table whose figures are set.
pub struct KnownFigureColumns {
    /// The sign between cells, and how numbers are written.
    pub form: (char, Notation),
    /// What the figures of each column count in that say no unit.
    pub units: BTreeMap<String, Unit>,
    /// The columns of words: what an author wrote in them stays.
    pub words: BTreeSet<String>,
    /// The columns that are declared, each with what readers call it.
    pub titles: BTreeMap<String, String>,
}

/// What comes of a file whose figures are set.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct FigureEdit {
    /// The file.
    pub text: String,
    /// What stands in it and no longer in the table that is read, which is kept: `Unge`, `Forbrug`, `Børn, Forbrug`.
    pub gone: Vec<String>,
    /// Words in it are others than those of the table that is read.
    pub keeps_words: bool,
}

/// Columns that say how a table is built and hold no figures.
const OF_ROWS: [&str; 3] = ["row", "label", "kind"];

/// Sets figures of a new file in one that is there. Rows and columns that are new are added where they stand in the new one. `None` where
/// the file has no column `row`, so that nothing in it can be known again.
pub fn set_figures(before: &str, new: &str, known: &KnownFigureColumns) -> Option<FigureEdit> {
    let sign = known.form.0;
    let new = file_lines(new, sign);
    let (new_head, new_rows) = new.split_first()?;
    let heads: Vec<String> = (0..new_head.cells.len()).map(|at| new_head.plain(at)).collect();
    let own = file_lines(before, sign);
    let is_head = |line: &FileLine<'_>| (0..line.cells.len()).any(|at| line.plain(at) == "row");
    let head_at = own.iter().take(20).position(is_head)?;
    let (above, rest) = own.split_at_checked(head_at)?;
    let (own_head, own_rows) = rest.split_first()?;
    let mut own_heads: Vec<String> = (0..own_head.cells.len()).map(|at| own_head.plain(at)).collect();
    let row_at = own_heads.iter().position(|head| head == "row")?;
    let ids: BTreeSet<String> = own_rows.iter().map(|line| line.plain(row_at)).collect();
    let row_of_new: BTreeMap<String, &FileLine<'_>> = new_rows.iter().map(|line| (line.plain(0), line)).collect();
    let added: Vec<&FileLine<'_>> = new_rows.iter().filter(|line| !ids.contains(&line.plain(0))).collect();
    // A column of the new file that is not here yet; one of labels or kinds where a row that is added has one.
    let width = own_heads.len();
    for (at, head) in heads.iter().enumerate().filter(|(_, head)| !own_heads.contains(head)).collect::<Vec<_>>() {
        let is_said = || added.iter().any(|line| !line.plain(at).is_empty());
        if !OF_ROWS.contains(&head.as_str()) || is_said() {
            own_heads.push(head.clone());
        }
    }
    let new_heads = own_heads.get(width..).unwrap_or_default().to_vec();
    let places: Vec<Option<usize>> =
        heads.iter().map(|head| own_heads.iter().position(|known| known == head)).collect();
    let line_end = own.iter().map(|line| line.end).find(|end| !end.is_empty()).unwrap_or("\n");
    let mut setting = FigureSetting { known, heads: &heads, places: &places, out: FigureEdit::default() };

    // What is added stands behind the row that it stands behind in the new file.
    let mut behind: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut last = String::new();
    for line in new_rows {
        let id = line.plain(0);
        if ids.contains(&id) {
            last = id;
        } else {
            let mut cells = vec![String::new(); own_heads.len()];
            for (cell, place) in line.cells.iter().zip(&places) {
                if let Some(cell_at) = place.and_then(|at| cells.get_mut(at)) {
                    *cell_at = (*cell).to_owned();
                }
            }
            behind.entry(last.clone()).or_default().push(cells.join(&sign.to_string()));
        }
    }
    let mut lines: Vec<(String, &str)> = above.iter().map(|line| (joined(&line.cells, sign), line.end)).collect();
    let head: Vec<&str> = own_head.cells.iter().copied().chain(new_heads.iter().map(String::as_str)).collect();
    lines.push((joined(&head, sign), own_head.end));
    add_rows(&mut lines, behind.remove("").unwrap_or_default(), line_end);
    for line in own_rows {
        let id = line.plain(row_at);
        let mut cells: Vec<String> = line.cells.iter().map(|cell| (*cell).to_owned()).collect();
        // Rows have a cell for each column; what is no row stays as it is.
        if row_of_new.contains_key(&id) || cells.len() == width {
            cells.resize(cells.len().max(own_heads.len()), String::new());
        }
        match row_of_new.get(&id) {
            Some(new) => setting.set(&mut cells, new),
            None => setting.say_gone(&cells, &own_heads, &id),
        }
        lines.push((cells.join(&sign.to_string()), line.end));
        add_rows(&mut lines, behind.remove(&id).unwrap_or_default(), line_end);
    }
    setting.say_columns_gone(&own_heads, own_rows);
    let text = lines.into_iter().map(|(line, end)| line + end).collect();
    Some(FigureEdit { text, ..setting.out })
}

/// Adds rows behind lines of which the last may have no end.
fn add_rows<'t>(lines: &mut Vec<(String, &'t str)>, rows: Vec<String>, line_end: &'t str) {
    if let (Some((_, end)), false) = (lines.last_mut(), rows.is_empty()) {
        *end = if end.is_empty() { line_end } else { end };
    }
    lines.extend(rows.into_iter().map(|row| (row, line_end)));
}

fn joined(cells: &[&str], sign: char) -> String {
    cells.join(&sign.to_string())
}

struct FigureSetting<'s> {
    known: &'s KnownFigureColumns,
    heads: &'s [String],
    places: &'s [Option<usize>],
    out: FigureEdit,
}

impl FigureSetting<'_> {
    fn read(&self, text: &str) -> Option<WrittenAmount> {
        WrittenAmount::parse(text, Notation { declared: true, ..self.known.form.1 }).ok()
    }

    /// Sets the figures of a row. A cell that the new file has empty keeps what stands in it, and that is said.
    fn set(&mut self, cells: &mut [String], new: &FileLine<'_>) {
        let label = new.plain(self.heads.iter().position(|head| head == "label").unwrap_or(0));
        for (at, head) in self.heads.iter().enumerate().filter(|(_, head)| !OF_ROWS.contains(&head.as_str())) {
            let Some(cell) = self.places.get(at).copied().flatten().and_then(|at| cells.get_mut(at)) else { continue };
            let (was, value) = (plain(cell), new.plain(at));
            if was == value || value.is_empty() && self.known.words.contains(head) {
                continue;
            }
            if value.is_empty() {
                self.out.gone.push(format!("{label}, {}", self.title(head)));
            } else if !was.is_empty() && (self.known.words.contains(head) || self.says_no_number(&was, &value)) {
                self.out.keeps_words = true;
            } else {
                let both = self.read(&was).zip(self.read(&value));
                if !both.is_some_and(|(was, value)| is_same_figure(&was, &value, self.known.units.get(head))) {
                    *cell = new.cells.get(at).copied().unwrap_or_default().to_owned();
                }
            }
        }
    }

    /// Tells whether an author says in the place of a number that nobody is to read it: in words, or by `under 5` where it is 3.
    fn says_no_number(&self, was: &str, value: &str) -> bool {
        let Some(was) = self.read(was) else { return true };
        let value = self.read(value).filter(|value| value.unit == was.unit && value.approx.is_none());
        was.approx == Some(Approximation::Under) && value.is_some_and(|value| value.number < was.number)
    }

    fn title(&self, head: &str) -> String {
        self.known.titles.get(head).cloned().unwrap_or_else(|| head.to_owned())
    }

    /// Says that a row with figures is no longer in the new file.
    fn say_gone(&mut self, cells: &[String], own_heads: &[String], id: &str) {
        let is_figure = |head: &str| self.known.titles.contains_key(head) && !self.known.words.contains(head);
        let mut figures = own_heads.iter().zip(cells).filter(|(head, _)| is_figure(head));
        if figures.any(|(_, cell)| !plain(cell).is_empty()) {
            let label = own_heads.iter().position(|head| head == "label").and_then(|at| cells.get(at));
            let label = label.map(|cell| plain(cell)).filter(|label| !label.is_empty());
            self.out.gone.push(label.unwrap_or_else(|| id.to_owned()));
        }
    }

    /// Says which columns with figures are no longer in the new file.
    fn say_columns_gone(&mut self, own_heads: &[String], own_rows: &[FileLine<'_>]) {
        for (at, head) in own_heads.iter().enumerate().filter(|(_, head)| !self.heads.contains(head)) {
            let is_figure = self.known.titles.contains_key(head) && !self.known.words.contains(head);
            if is_figure && own_rows.iter().any(|line| !line.plain(at).is_empty()) {
                self.out.gone.push(self.title(head));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(before: &str, new: &str) -> FigureEdit {
        let titles = [("adopted", "Budget"), ("actual", "Forbrug"), ("note", "Note")];
        let titles = titles.map(|(id, title)| (id.to_owned(), title.to_owned()));
        let known = KnownFigureColumns {
            form: (';', Notation { declared: true, ..crate::locale::Language::Danish.notation() }),
            units: [("adopted".to_owned(), Unit::MILLION_KRONER)].into(),
            words: ["note".to_owned()].into(),
            titles: titles.into(),
        };
        set_figures(before, new, &known).expect("a column row")
    }

    const NEW: &str = "row;label;kind;adopted\nb;Børn;;1\nu;Unge;;5\nt;I alt;total;6\n";

    #[test]
    fn a_row_that_is_new_is_added_and_all_that_was_written_stays() {
        let before = "row;label;kind;formula;adopted;note\r\nb;\"Børn; og\nunge\";;;1,0*;min\r\nt;I alt;total;b;1;";
        let made = edited(before, NEW);
        let expected = "row;label;kind;formula;adopted;note\r\nb;\"Børn; og\nunge\";;;1,0*;min\r\nu;Unge;;;5;\r\nt;I alt;total;b;6;";
        assert_eq!((made.text.as_str(), made.gone.len(), made.keeps_words), (expected, 0, false));
        // Below the last row, which had no end.
        let before = "row;label;kind;adopted\nb;Børn;;1";
        assert_eq!(edited(before, NEW).text, "row;label;kind;adopted\nb;Børn;;1\nu;Unge;;5\nt;I alt;total;6\n");
        // Above all others; beside a title and a remark.
        let before = "Budget;;;\nrow;label;kind;adopted\nt;I alt;total;6\n# slut\n";
        let expected = "Budget;;;\nrow;label;kind;adopted\nb;Børn;;1\nu;Unge;;5\nt;I alt;total;6\n# slut\n";
        assert_eq!(edited(before, NEW).text, expected);
        // A file without labels has no column of them yet.
        let expected = "row;adopted;label;kind\nt;6;;\nb;2;Børn;\n";
        assert_eq!(
            edited("row;adopted\nt;6\n", "row;label;kind;adopted\nt;I alt;total;6\nb;Børn;;2\n").text,
            expected.replace(";kind", "").replace("t;6;;", "t;6;").replace("Børn;", "Børn")
        );
    }

    #[test]
    fn a_column_that_is_new_is_added_to_every_row() {
        let made = edited("row;label;adopted\nb;Børn;1\nx;Egen;\n\n", "row;label;kind;adopted;actual\nb;Børn;;1;0,5\n");
        assert_eq!(made.text, "row;label;adopted;actual\nb;Børn;1;0,5\nx;Egen;;\n\n");
    }

    #[test]
    fn what_is_gone_stays_and_is_said() {
        let before = "row;label;kind;adopted;actual;note\nb;Børn;;1;2;ord\nx;Gamle;;3;;\nh;Hoved;heading;;;ord\nt;I alt;total;4;;\n";
        let made = edited(before, "row;label;kind;adopted\nb;Børn;;\nt;I alt;total;4\n");
        assert_eq!(
            (made.text.as_str(), made.gone),
            (before, vec!["Børn, Budget".to_owned(), "Gamle".to_owned(), "Forbrug".to_owned()])
        );
    }

    #[test]
    fn words_of_an_author_stay_and_figures_are_set_where_they_are_others() {
        let of = |own: &str, new: &str| {
            edited(&format!("row;adopted;note\nb;{own}\n"), &format!("row;label;kind;adopted;note\nb;B;;{new}\n"))
        };
        for (own, new, expected) in [
            ("1;mit", "1;", "1;mit"),
            ("1;mit", "1;regnskabets", "1;mit"),
            ("1;", "1;regnskabets", "1;regnskabets"),
            ("ca. 1,0;", "1;", "ca. 1,0;"),
            ("1 mio. kr.;", "1;", "1 mio. kr.;"),
            ("1 kr.;", "1;", "1;"),
            ("1.000.000 kr.;", "1;", "1.000.000 kr.;"),
            ("1*;", "1**;", "1**;"),
            ("1*;", "2;", "2;"),
            (";", "\"2;\";", "\"2;\";"),
            ("\"1\";", "1,0;", "\"1\";"),
            ("under 5;", "3;", "under 5;"),
            ("<5;", "3;", "<5;"),
            ("\"1\"\"\n2\";", "3;", "\"1\"\"\n2\";"),
        ] {
            assert_eq!(of(own, new).text, format!("row;adopted;note\nb;{expected}\n"), "{own} {new}");
            let is_kept = new == "1;regnskabets" && own == "1;mit" || new == "3;";
            assert_eq!(of(own, new).keeps_words, is_kept, "{own} {new}");
        }
        assert!(
            set_figures(
                "a;b\n",
                NEW,
                &KnownFigureColumns {
                    form: (';', crate::locale::Language::Danish.notation()),
                    units: BTreeMap::new(),
                    words: BTreeSet::new(),
                    titles: BTreeMap::new()
                }
            )
            .is_none()
        );
    }
}
