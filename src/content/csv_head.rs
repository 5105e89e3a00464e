//! The head of a CSV file: on which line it stands, which column each of its cells names, and what rows are known by.
//!
//! The files of offices are exports: their columns bear the names that people gave them, lines stand above the head, and
//! nobody gave a row its id. What is to be made of that, the declaration of the table says; nothing is guessed.

use std::collections::BTreeMap;

use super::{marks, reader::SourceReader};
use crate::{
    diag::{Code, Diagnostic, FieldRef, Place, Span},
    schema::{Fields, Key, Value, records},
    value::{FootnoteMark, Id, WrittenAmount},
};

const CSV_HEAD_LINE: Code = Code::error("csv-head-line")
    .args(&["declared", "line"])
    .help("a CSV file whose head does not stand on the line that `[csv] head` says; nothing of it is shown");
const NOT_A_LINE: Code = Code::error("not-a-line")
    .args(&["key", "limit"])
    .help("a line of the head that is no whole number, or too far down");
const ROW_IDS_UNKNOWN: Code = Code::error("row-ids-unknown").args(&["name", "known"]).help(
    "a column of which `row_ids` makes the ids of rows and that the CSV file does not have; nothing of it is shown",
);
const ROW_WITHOUT_ID: Code = Code::error("row-without-id")
    .args(&["names"])
    .help("a row with figures and nothing of which `row_ids` could make its id; it is left out");
const ROW_TWICE: Code = Code::error("row-twice")
    .args(&["id", "line", "names"])
    .help("two rows of which `row_ids` makes the same id, so that nobody could tell them apart in the next report; the second is left out");

/// Returns all that each column of a declared table is called: its id, its title, what its files call it. Of a text that is no
/// TOML nothing is known.
#[must_use]
pub fn column_names(text: &str) -> Vec<Vec<String>> {
    let Ok(table) = toml::from_str::<toml::Table>(text) else { return Vec::new() };
    let columns = table.get(records::COLUMNS.spec.name).and_then(toml::Value::as_table);
    let named = columns.into_iter().flatten().map(|(id, column)| {
        let texts = column.as_table().into_iter().flat_map(|column| column.values().filter_map(toml::Value::as_str));
        std::iter::once(id.as_str()).chain(texts).map(str::to_owned).collect()
    });
    named.collect()
}

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&CSV_HEAD_LINE, &NOT_A_LINE, &ROW_IDS_UNKNOWN, &ROW_WITHOUT_ID, &ROW_TWICE];

/// The codes of what drops a row that was written.
pub(super) const LOST_ROWS: &[&Code] = &[&ROW_WITHOUT_ID, &ROW_TWICE];

/// The columns of a CSV file that say what a row is.
pub(super) const STRUCTURE: [&str; 6] = [ROW, "label", "kind", "of", "formula", "committee"];

/// The column that says when a reading was made.
pub(super) const PERIOD: &str = "period";
/// The column that says of which series a reading is.
pub(super) const SERIES: &str = "series";
/// The column of readings in a file with a row for each.
pub(super) const VALUE: &str = "value";
/// What the indicator's own readings are called among those of its series.
pub(super) const TOTAL: &str = "total";

/// How many lines may stand above the head.
pub(super) const TITLES: usize = 20;

/// What declarations say of the heads of CSV files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CsvHeads {
    /// The line of the head, from 1.
    line: Option<usize>,
    /// The column that a name in the head stands for, by the name as [`folded`] writes it.
    columns: BTreeMap<String, String>,
    /// The columns that are not read.
    ignored: Vec<String>,
    /// The columns whose cells make the id of a row, in a file without the column `row`.
    row_ids: Vec<String>,
    /// The ids of the columns that the table declares.
    ids: Vec<String>,
    /// The file holds readings of an indicator, not the rows of a table.
    holds_readings: bool,
}

impl CsvHeads {
    /// Returns what a `site.toml` says, or the declaration of a table over what the site says.
    pub fn declared(fields: &Fields, otherwise: &Self, file: &str, found: &mut Vec<Diagnostic>) -> Self {
        let mut heads = otherwise.clone();
        if let Some(csv) = fields.get(&records::CSV) {
            heads.take_csv(csv, (file, records::CSV.spec.name), found);
        }
        if let Some(columns) = fields.get(&records::COLUMNS) {
            heads.take_columns(columns);
        }
        heads
    }

    /// Returns what an indicator says of the heads of its files: its columns are called by what it declares, its series
    /// by their ids or titles. `field` is where its `csv` stands.
    pub(super) fn of_indicator<'s>(
        indicator: &'s Fields,
        series: impl Iterator<Item = (&'s str, &'s str)>,
        place: (&str, &str),
        found: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut heads = Self { holds_readings: true, ..Self::default() };
        if let Some(csv) = indicator.get(&records::INDICATOR_CSV) {
            heads.take_csv(csv, place, found);
        }
        let own = indicator.get(&records::TITLE).map(|title| (TOTAL, title.as_str()));
        let mut named: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (id, title) in own.into_iter().chain(series) {
            heads.ids.push(id.to_owned());
            named.entry(folded(title)).or_default().push(id);
        }
        heads.ids.extend([PERIOD, SERIES, VALUE].map(str::to_owned));
        heads.take_names(&named);
        heads
    }

    /// Tells whether the file holds readings of an indicator.
    pub(super) fn holds_readings(&self) -> bool {
        self.holds_readings
    }

    fn take_csv(&mut self, csv: &Fields, (file, path): (&str, &str), found: &mut Vec<Diagnostic>) {
        if let Some(written) = csv.get(&records::HEAD_LINE) {
            self.line = line_number(written);
            if self.line.is_none() {
                let place = Place::Subject(FieldRef::new(file, &format!("{path}.{}", records::HEAD_LINE.spec.name)));
                let diagnostic = Diagnostic::new(&NOT_A_LINE, place).with("key", records::HEAD_LINE.spec.name);
                found.push(diagnostic.with("limit", TITLES.saturating_add(1).to_string()));
            }
        }
        let texts = |values: &[Value]| values.iter().filter_map(text_of).map(folded).collect::<Vec<_>>();
        if let Some(ignored) = csv.get(&records::IGNORE) {
            self.ignored = texts(ignored);
        }
        if let Some(row_ids) = csv.get(&records::ROW_IDS) {
            self.row_ids = texts(row_ids);
        }
        if let Some(heads) = csv.get(&records::HEADS) {
            for field in records::HEADS_RECORD.fields.iter().chain(records::READING_HEADS_RECORD.fields) {
                let head = heads.value(field.name).and_then(text_of);
                self.columns.extend(head.map(|head| (folded(head), field.name.to_owned())));
            }
        }
    }

    /// Takes in what the columns of a table are called: by the head they declare, else by their title, where no other
    /// column bears it.
    fn take_columns(&mut self, columns: &Fields) {
        let mut named: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (key, _, value) in columns.entries() {
            let (Key::Id(id), Value::Record(column)) = (key, value) else { continue };
            self.ids.push(id.to_string());
            let name = column.get(&records::COLUMN_HEAD).or(column.get(&records::COLUMN_TITLE));
            if let Some(name) = name {
                named.entry(folded(name)).or_default().push(id.as_str());
            }
        }
        self.take_names(&named);
    }

    /// Takes in names that stand for one column each, behind those that are declared.
    fn take_names(&mut self, named: &BTreeMap<String, Vec<&str>>) {
        for (name, ids) in named {
            if let [id] = ids.as_slice() {
                self.columns.entry(name.clone()).or_insert_with(|| (*id).to_owned());
            }
        }
    }

    /// Tells whether the line of the head is declared.
    pub(super) fn is_declared(&self) -> bool {
        self.line.is_some()
    }

    /// Returns the column that a cell of the head names: its id, else the one that is called so, else what is written.
    pub(super) fn column_of<'h>(&'h self, cell: &'h str) -> &'h str {
        // A mark hides nothing here and must be told as it is written, whatever it is declared to be.
        if self.is_id(cell) || marks::is_nearly_a_mark(cell) {
            return cell;
        }
        self.columns.get(&folded(cell)).map_or(cell, String::as_str)
    }

    /// Tells whether a name is that of a column, as the format or the declaration of the file has it.
    pub(super) fn is_id(&self, cell: &str) -> bool {
        STRUCTURE.contains(&cell) || self.ids.iter().any(|id| id == cell)
    }

    /// Tells whether a column of the file is not read.
    fn is_ignored(&self, cell: &str) -> bool {
        !marks::is_nearly_a_mark(cell) && self.ignored.contains(&folded(cell))
    }

    /// Returns the place of each column of which ids of rows are made; of the first that is not there, its name.
    fn id_columns(&self, cells: &[&str]) -> Result<Vec<usize>, &str> {
        let at =
            |name: &str| cells.iter().position(|cell| folded(cell) == name || folded(self.column_of(cell)) == name);
        self.row_ids.iter().map(|name| at(name).ok_or(name.as_str())).collect()
    }

    /// Tells whether a line is the head for certain: it names the column by which rows are known, or all of those of which their ids
    /// are made.
    fn is_head(&self, cells: &[&str], first: &str) -> bool {
        cells.iter().any(|cell| self.column_of(cell) == first)
            || !self.row_ids.is_empty() && self.id_columns(cells).is_ok()
    }

    /// Finds the head among the first lines of a file, each with its number and its cells. Answers the place of its line;
    /// `None` where it stands elsewhere than is declared, which is told.
    pub(super) fn find(
        &self,
        lines: &[HeadLine],
        first_column: &str,
        reader: &mut SourceReader<'_>,
    ) -> Option<FoundHead> {
        let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(0);
        let proved = lines.iter().position(|line| self.is_head(&line.names(), first_column));
        let declared = self.line.and_then(|line| lines.iter().position(|it| it.number == line));
        // What is declared of exports does not concern the project's own files, which begin with the ids of their columns.
        let is_own = lines.get(first).is_some_and(|line| line.names().contains(&first_column));
        match (self.line, declared, proved) {
            (None, _, proved) => Some(FoundHead { line: proved.unwrap_or(first), is_proved: proved.is_some() }),
            _ if is_own => Some(FoundHead { line: first, is_proved: true }),
            (Some(_), Some(at), proved)
                if proved.is_none() || lines.get(at).is_some_and(|it| self.is_head(&it.names(), first_column)) =>
            {
                Some(FoundHead { line: at, is_proved: proved.is_some() })
            }
            (Some(line), at, proved) => {
                let place = at.or(proved).or(Some(first)).and_then(|at| lines.get(at));
                let start = place.map_or(0, |line| line.start);
                let found = proved.and_then(|at| lines.get(at)).map_or("none".to_owned(), |it| it.number.to_string());
                let diagnostic = reader.report(&CSV_HEAD_LINE, start..start);
                diagnostic.add("declared", line.to_string()).add("line", found);
                None
            }
        }
    }

    /// Gives the head of a file the ids of its columns, leaves out the columns that are not read, and makes the ids of
    /// rows where the file has none. Answers `None` where it lacks a column for that, which is told.
    pub(super) fn apply(&self, head: &mut Vec<(String, Span)>, reader: &mut SourceReader<'_>) -> Option<Columns> {
        let has_rows = head.iter().any(|(cell, _)| self.column_of(cell) == ROW);
        let names: Vec<&str> = head.iter().map(|(cell, _)| cell.as_str()).collect();
        let of_ids = if has_rows || self.row_ids.is_empty() { Ok(Vec::new()) } else { self.id_columns(&names) };
        let of_ids = match of_ids {
            Ok(of_ids) => of_ids,
            Err(name) => {
                let known = names.iter().filter(|name| !name.is_empty()).copied().collect::<Vec<_>>().join(", ");
                let span = head.first().map(|(_, span)| *span)?;
                let diagnostic = Diagnostic::new(&ROW_IDS_UNKNOWN, Place::Span(span)).with("name", name);
                reader.diagnostics.push(diagnostic.with("known", known));
                return None;
            }
        };
        // A column that tells rows apart and is none of the table's is read for that alone.
        let is_for_ids = |at: usize, name: &str| of_ids.contains(&at) && !self.is_id(self.column_of(name));
        let kept = names.iter().enumerate().map(|(at, name)| !self.is_ignored(name) && !is_for_ids(at, name)).collect();
        let columns = Columns { of_ids, names: self.row_ids.join(", "), kept, seen: BTreeMap::new() };
        for (cell, _) in head.iter_mut() {
            *cell = self.column_of(cell).to_owned();
        }
        columns.keep(head);
        if let (true, Some((_, span))) = (columns.makes_ids(), head.first()) {
            head.insert(0, (ROW.to_owned(), *span));
        }
        Some(columns)
    }
}

/// One of the first lines of a file.
pub(super) struct HeadLine {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Its number in the file, from 1.
    pub number: usize,
    /// Its cells, without blanks around them.
    pub cells: Vec<String>,
}

impl HeadLine {
    fn names(&self) -> Vec<&str> {
        self.cells.iter().map(String::as_str).collect()
    }

    /// Tells whether nothing stands on it.
    pub(super) fn is_empty(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }
}

/// Where the head of a file stands.
#[derive(Clone, Copy)]
pub(super) struct FoundHead {
    /// Its place among the first lines.
    pub line: usize,
    /// It names the column by which rows are known.
    pub is_proved: bool,
}

/// What becomes of the columns of a file.
pub(super) struct Columns {
    /// The columns whose cells make the id of a row, by their places in the file.
    of_ids: Vec<usize>,
    /// What they are called.
    names: String,
    /// Which columns of the file are read.
    kept: Vec<bool>,
    /// The ids that were made, with the lines of their rows.
    seen: BTreeMap<String, usize>,
}

impl Columns {
    /// Tells whether the ids of rows are made.
    pub(super) fn makes_ids(&self) -> bool {
        !self.of_ids.is_empty()
    }

    fn keep(&self, cells: &mut Vec<(String, Span)>) {
        let mut kept = self.kept.iter();
        cells.retain(|_| kept.next().copied().unwrap_or(true));
    }

    /// Brings the cells of a row into the order of the head. Answers whether it is one: a row whose id cannot be made, or
    /// is made twice, is told and left out.
    pub(super) fn apply(
        &mut self,
        cells: &mut Vec<(String, Span)>,
        line: usize,
        reader: &mut SourceReader<'_>,
    ) -> bool {
        if !self.makes_ids() {
            self.keep(cells);
            return true;
        }
        let parts = self.of_ids.iter().filter_map(|at| cells.get(*at));
        let parts: Vec<String> = parts.map(|(cell, _)| slug(cell)).filter(|part| !part.is_empty()).collect();
        let id = Id::new(&parts.join("-")).map(|id| id.to_string());
        let Some(span) = self.of_ids.first().and_then(|at| cells.get(*at)).map(|(_, span)| *span) else { return false };
        self.keep(cells);
        let (diagnostic, first) = match id {
            None => (Diagnostic::new(&ROW_WITHOUT_ID, Place::Span(span)), None),
            Some(id) => match self.seen.get(&id) {
                None => {
                    self.seen.insert(id.clone(), line);
                    cells.insert(0, (id, span));
                    return true;
                }
                Some(first) => (Diagnostic::new(&ROW_TWICE, Place::Span(span)).with("id", id), Some(*first)),
            },
        };
        let diagnostic = first.into_iter().fold(diagnostic, |it, first| it.with("line", first.to_string()));
        reader.diagnostics.push(diagnostic.with("names", self.names.clone()));
        false
    }
}

/// The column by which rows of figures are known.
pub(super) const ROW: &str = "row";

/// Returns the line that a declaration means.
fn line_number(written: &WrittenAmount) -> Option<usize> {
    let is_bare = written.unit.is_none() && written.approx.is_none() && written.mark.is_none();
    let number: usize = written.number.filter(|number| is_bare && number.scale() == 0)?.try_into().ok()?;
    (1..=TITLES.saturating_add(1)).contains(&number).then_some(number)
}

fn text_of(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// Writes a name in a head so that capitals and blanks, line ends among them, make no difference.
fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Writes a label as part of an id: its letters and digits, small, with hyphens between its words, without its footnote mark.
fn slug(label: &str) -> String {
    let (label, _) = FootnoteMark::split(label.trim());
    let words = label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-").chars().take(Id::MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_blanks_make_no_difference() {
        assert_eq!(folded(" Budget\u{a0}2025\n(net) "), "budget 2025 (net)");
        assert_eq!(slug("Løn & pension, i alt*"), "løn-pension-i-alt");
        assert_eq!(slug(" – "), "");
    }
}
