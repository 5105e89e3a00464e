//! Figures: a CSV file as rows of cells, each with its place. What the cells mean, `model` knows.

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::Arc,
};

use csv_core::ReadRecordResult;

use super::{
    FileKind, Formula, Hidden, Limits, Record,
    csv_head::{self, Columns, HeadLine, TITLES},
    marks::{self, MARK_IN_CSV},
    reader::SourceReader,
};
use crate::{
    diag::{Code, Diagnostic, Place, Span},
    value::{Id, Notation},
};

/// A CSV file whose quotation marks or delimiters cannot be read.
pub const CSV_SYNTAX: Code = Code::error("csv-syntax")
    .args(&["detail", "sign", "declared"])
    .help("a CSV file whose quotation marks or delimiters cannot be read; nothing of it is shown");
const CSV_RAGGED: Code = Code::error("csv-ragged")
    .args(&["found", "expected"])
    .help("a line of a CSV file with more or fewer cells than the head; the line is left out");
const TOO_MANY_COLUMNS: Code =
    Code::error("too-many-columns").args(&["limit"]).help("a CSV file with more columns than are read");
const TOO_MANY_ROWS: Code =
    Code::error("too-many-rows").args(&["limit"]).help("a CSV file with more rows than are read");
const CSV_TITLE_LINES: Code = Code::warning("csv-title-lines").args(&["count", "line"]).help(
    "lines of a CSV file above the one that names its columns, which `[csv] head` does not declare: they are not read",
);
const COLUMN_WITHOUT_NAME: Code = Code::error("column-without-name")
    .args(&["number"])
    .help("a column of a CSV file with cells and no name in the head");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[
    &CSV_SYNTAX,
    &CSV_RAGGED,
    &CSV_TITLE_LINES,
    &COLUMN_WITHOUT_NAME,
    &TOO_MANY_COLUMNS,
    &TOO_MANY_ROWS,
    &MARK_IN_CSV,
];

/// The codes of what drops a row that was written.
pub(super) const LOST_ROWS: &[&[&Code]] = &[&[&CSV_RAGGED, &TOO_MANY_ROWS], csv_head::LOST_ROWS];

/// The cells of a CSV file.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// The cells of the head, with their places.
    pub head: Vec<(String, Span)>,
    /// The rows below it.
    pub rows: Vec<FigureRow>,
    /// The ids of its rows are made of what they are called, so its labels say nothing of the shape of the table.
    pub has_made_ids: bool,
    /// Some rows were dropped, so shares of a whole are of another whole than the file's.
    pub partial: bool,
}

/// A row of a CSV file.
#[derive(Clone, Debug)]
pub struct FigureRow {
    /// The cells, as many as the head has, with their places.
    pub cells: Vec<(String, Span)>,
    /// What it states holds a part that was dropped: only a formula may fill it.
    pub withheld: bool,
}

impl Figures {
    /// The columns of a CSV file that say what a row is. All others are columns of figures.
    pub const STRUCTURE: [&'static str; 6] = csv_head::STRUCTURE;

    /// Reports columns that are named like a mark, or were meant as one and are not declared: no row can be hidden, so all
    /// are. Answers whether there is one.
    pub(super) fn report_marks(&self, reader: &mut SourceReader<'_>) -> bool {
        let is_meant = |name: &str| marks::is_meant_as_a_mark(name) && !reader.context.heads.is_id(name);
        let marks = self.head.iter().filter(|(name, _)| marks::is_nearly_a_mark(name) || is_meant(name));
        let found: Vec<Diagnostic> = marks
            .map(|(name, span)| Diagnostic::new(&MARK_IN_CSV, Place::Span(*span)).with("key", name.clone()))
            .collect();
        let is_any = !found.is_empty();
        reader.diagnostics.extend(found);
        is_any
    }

    /// Drops columns that have neither a name nor a cell, and reports those that only lack a name.
    fn drop_empty_columns(&mut self, reader: &mut SourceReader<'_>) {
        for at in (0..self.head.len()).rev() {
            let Some((_, span)) = self.head.get(at).filter(|(name, _)| name.is_empty()) else { continue };
            let span = *span;
            let has_cells = self.rows.iter().any(|row| row.cells.get(at).is_some_and(|(cell, _)| !cell.is_empty()));
            if has_cells {
                let diagnostic = Diagnostic::new(&COLUMN_WITHOUT_NAME, Place::Span(span));
                reader.diagnostics.push(diagnostic.with("number", at.saturating_add(1).to_string()));
            }
            self.head.remove(at);
            self.rows.iter_mut().filter(|row| at < row.cells.len()).for_each(|row| drop(row.cells.remove(at)));
        }
    }

    /// Tells whether some cell shows by itself which sign parts decimals: other than three digits stand behind it, or
    /// both signs are there.
    #[must_use]
    pub fn proves(&self, notation: Notation) -> bool {
        let is_proof = |cell: &str| {
            let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            // Two signs of thousands in one number are no decimals: `6.002.500`.
            let groups = notation.grouping.map(|sign| cell.split(sign).collect::<Vec<_>>()).unwrap_or_default();
            if groups.len() > 2 && groups.iter().skip(1).all(|group| group.len() == 3 && digits(group)) {
                return true;
            }
            let parted = cell.trim_start_matches(['-', '−']).split_once(notation.decimal);
            parted.is_some_and(|(whole, decimals)| {
                let is_grouped = notation.grouping.is_some_and(|sign| whole.contains(sign));
                digits(decimals) && (decimals.len() != 3 || is_grouped || whole == "0")
            })
        };
        self.rows.iter().flat_map(|row| &row.cells).any(|(cell, _)| is_proof(cell))
    }

    /// Tells whether some cell says more than what its row is. Rows alone are the shape of a table, whose figures are still to come.
    #[must_use]
    pub fn has_figures(&self) -> bool {
        let is_structure = |at: usize| {
            let name = self.head.get(at).map_or("", |(name, _)| name.as_str());
            Self::STRUCTURE.contains(&name)
        };
        let has_more =
            |row: &FigureRow| row.cells.iter().enumerate().any(|(at, (cell, _))| !cell.is_empty() && !is_structure(at));
        // Rows that were dropped may have had some.
        self.partial || self.rows.iter().any(has_more)
    }

    /// Tells whether the file says itself what its rows are, whatever the table says of them.
    #[must_use]
    pub fn has_shape(&self) -> bool {
        !self.has_made_ids && (self.column("label").is_some() || self.column("kind").is_some())
    }

    /// Returns the place of a column in the head.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.head.iter().position(|(head, _)| head == name)
    }

    /// Returns the cell of a row in a column; empty where there is none.
    fn text<'f>(&self, row: &'f FigureRow, column: &str) -> &'f str {
        self.column(column).and_then(|at| row.cells.get(at)).map_or("", |(text, _)| text)
    }
}

/// Drops the rows of hidden measures, with what is printed as parts of them. Sums they are a part of
/// are no longer as stated: their formulas say what they come to now, and where there is none, nothing does.
pub fn withhold_rows(records: &mut [Record], hidden: &mut Hidden) {
    if hidden.may_hide_a_row() {
        hidden.hush_lost_rows(LOST_ROWS.iter().copied().flatten().copied().chain([&CSV_SYNTAX]));
    }
    let is_hidden = |id: &str| Id::new(id).is_some_and(|id| hidden.measure(&id));
    let shapes: Vec<(usize, CsvShape)> = records
        .iter()
        .enumerate()
        .filter_map(|(at, record)| {
            let figures = record.figures.as_ref()?;
            let own = Some(figures).filter(|figures| record.role == FileKind::TableFigures || figures.has_shape());
            let declared = || {
                let same = |other: &&Record| other.role == FileKind::TableFigures && other.id == record.id;
                records.iter().find(same).and_then(|other| other.figures.as_ref())
            };
            let shape = CsvShape::of(own.or_else(declared).unwrap_or(figures), &is_hidden);
            (!shape.gone.is_empty()).then_some((at, shape))
        })
        .collect();
    for (at, shape) in shapes {
        let Some(Record { file, figures: Some(figures), .. }) = records.get_mut(at) else { continue };
        hidden.touch(file);
        shape.apply(figures);
    }
}

/// What becomes of a table's rows when some are dropped.
struct CsvShape {
    gone: BTreeSet<String>,
    /// Rows that state sums of dropped ones, with the formulas they have now.
    sums: BTreeMap<String, String>,
}

impl CsvShape {
    fn of(figures: &Figures, is_hidden: &impl Fn(&str) -> bool) -> Self {
        let ids: Vec<&str> = figures.rows.iter().map(|row| figures.text(row, "row")).collect();
        let mut gone: BTreeSet<String> = BTreeSet::new();
        for row in &figures.rows {
            let (id, of) = (figures.text(row, "row"), figures.text(row, "of"));
            if is_hidden(id) || gone.contains(of) {
                gone.insert(id.to_owned());
            }
        }
        let mut sums: BTreeMap<String, String> = BTreeMap::new();
        // A sum of sums is found in the next round.
        loop {
            let before = sums.len();
            for row in figures.rows.iter().filter(|_| !gone.is_empty()) {
                let (id, text) = (figures.text(row, "row"), figures.text(row, "formula"));
                let is_sum = matches!(figures.text(row, "kind"), "subtotal" | "total");
                let touched = |id: &str| gone.contains(id) || sums.contains_key(id);
                let formula = Formula::parse(text).ok();
                let is_touched = match &formula {
                    Some(formula) => formula.names(&ids).into_iter().any(touched),
                    None => is_sum && figures.text(row, "of").is_empty(),
                };
                if is_touched && !gone.contains(id) {
                    let now = formula.and_then(|formula| formula.without(&ids, |id| gone.contains(id)));
                    sums.insert(id.to_owned(), now.unwrap_or_default());
                }
            }
            if sums.len() == before {
                return Self { gone, sums };
            }
        }
    }

    fn apply(&self, figures: &mut Figures) {
        let (row_at, formula_at) = (figures.column("row"), figures.column("formula"));
        let id_of =
            |row: &FigureRow| row_at.and_then(|at| row.cells.get(at)).map(|(id, _)| id.clone()).unwrap_or_default();
        figures.partial = true;
        figures.rows.retain(|row| !self.gone.contains(&id_of(row)));
        for row in &mut figures.rows {
            let Some(formula) = self.sums.get(&id_of(row)) else { continue };
            row.withheld = true;
            if let Some((text, _)) = formula_at.and_then(|at| row.cells.get_mut(at)) {
                formula.clone_into(text);
            }
        }
    }
}

/// Reads a CSV text whose rows are known by a column. Rows that do not fit the head are reported and dropped.
///
/// What spreadsheets leave behind is read over: a first line that names the delimiter, columns and rows without a cell.
pub fn read(text: &str, first: &str, reader: &mut SourceReader<'_>) -> Option<Figures> {
    let delimiter = reader.context.csv.delimiter;
    // What is declared of the exports of tables does not concern the files of indicators, nor the other way round.
    let is_of_rows = first == csv_head::ROW;
    let heads = match reader.context.heads.holds_readings() == is_of_rows {
        true => Arc::default(),
        false => reader.context.heads.clone(),
    };
    let begin = sign_line(text);
    reader.offset = begin;
    let text = text.get(begin..).unwrap_or_default();
    if let Some((at, detail)) = quoting_fault(text, delimiter) {
        let diagnostic = reader.report(&CSV_SYNTAX, at).add("detail", detail.to_owned());
        diagnostic.add("sign", "none".into()).add("declared", "none".into());
        return None;
    }
    let begin_line = if begin > 0 { 2 } else { 1 };
    let lines = first_lines(text, delimiter, begin_line);
    let found = heads.find(&lines, first, reader)?;
    let head = lines.get(found.line);
    if let Some(fault) = head.filter(|_| !found.is_proved).and_then(|head| delimiter_fault(text, head.start, delimiter))
    {
        fault.report(delimiter, reader);
        return None;
    }
    let head_start = head.map_or(0, |head| head.start);
    if !heads.is_declared() && lines.iter().take(found.line).any(|line| !line.is_empty()) {
        let line = head.map_or(1, |head| head.number);
        let diagnostic = reader.warn(&CSV_TITLE_LINES, 0..head_start);
        diagnostic.add("count", line.saturating_sub(begin_line).to_string()).add("line", line.to_string());
    }
    let mut rows = CsvRows::new(text, delimiter);
    let mut figures: Option<(Figures, Columns)> = None;
    let mut width = 0_usize;
    let mut place_of_line = LineNumbers { text, at: 0, number: begin_line };
    while let Some(start) = rows.next() {
        let start = past_line_ends(text, start);
        if start < head_start || rows.cells().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let line =
            start..start.saturating_add(text.get(start..).and_then(|rest| rest.lines().next()).map_or(0, str::len));
        let mut cells = place(rows.cells(), text, start, delimiter, reader);
        match &mut figures {
            None => {
                if cells.len() > Limits::COLUMNS {
                    reader.report(&TOO_MANY_COLUMNS, line).add("limit", Limits::COLUMNS.to_string());
                    return None;
                }
                width = cells.len();
                let columns = heads.apply(&mut cells, reader)?;
                let has_made_ids = columns.makes_ids();
                figures = Some((Figures { head: cells, has_made_ids, ..Figures::default() }, columns));
            }
            Some((figures, columns)) => {
                // Columns without a name at the end are no columns while all their cells are empty.
                while cells.len() > width && cells.last().is_some_and(|(cell, _)| cell.is_empty()) {
                    cells.pop();
                }
                if cells.len() != width {
                    let (found, expected) = (cells.len().to_string(), width.to_string());
                    reader.report(&CSV_RAGGED, line).add("found", found).add("expected", expected);
                } else if figures.rows.len() >= Limits::ROWS {
                    reader.report(&TOO_MANY_ROWS, line).add("limit", Limits::ROWS.to_string());
                    break;
                } else if columns.apply(&mut cells, place_of_line.of(start), reader) {
                    remember(figures, &cells, reader);
                    figures.rows.push(FigureRow { cells, withheld: false });
                }
            }
        }
    }
    let mut figures = figures.map(|(figures, _)| figures);
    figures.as_mut().into_iter().for_each(|figures| figures.drop_empty_columns(reader));
    figures
}

/// Returns where the text goes on behind line ends. The reader counts those before a record as its beginning.
fn past_line_ends(text: &str, start: usize) -> usize {
    start.saturating_add(text.bytes().skip(start).take_while(|byte| matches!(byte, b'\n' | b'\r')).count())
}

/// Reads the first lines of a text, in which the head is looked for.
fn first_lines(text: &str, delimiter: u8, begin_line: usize) -> Vec<HeadLine> {
    let mut lines: Vec<HeadLine> = Vec::new();
    let mut numbers = LineNumbers { text, at: 0, number: begin_line };
    let mut rows = CsvRows::new(text, delimiter);
    while let Some(start) = rows.next() {
        let start = past_line_ends(text, start);
        let number = numbers.of(start);
        if number > TITLES.saturating_add(1) && !lines.is_empty() {
            break;
        }
        lines.push(HeadLine { start, number, cells: rows.cells().map(|cell| cell.trim().to_owned()).collect() });
    }
    lines
}

/// Counts lines on the way through a text.
struct LineNumbers<'t> {
    text: &'t str,
    at: usize,
    number: usize,
}

impl LineNumbers<'_> {
    /// Returns the number of the line in which a byte stands. Each byte lies behind the one before.
    fn of(&mut self, byte: usize) -> usize {
        let passed = self.text.get(self.at..byte).unwrap_or_default();
        self.number = self.number.saturating_add(passed.bytes().filter(|byte| *byte == b'\n').count());
        self.at = self.at.max(byte);
        self.number
    }
}

/// Returns how long the line is by which a spreadsheet names the delimiter: `sep=;`.
fn sign_line(text: &str) -> usize {
    let line = text.split_inclusive('\n').next().unwrap_or_default();
    let words = line.trim().trim_matches('"').to_ascii_lowercase();
    let is_named = words.strip_prefix("sep=").is_some_and(|sign| sign.chars().count() <= 1);
    if is_named { line.len() } else { 0 }
}

/// Remembers where each cell stands, as `row.column`.
fn remember(figures: &Figures, cells: &[(String, Span)], reader: &mut SourceReader<'_>) {
    let at = figures.column(csv_head::ROW).unwrap_or(0);
    let Some((id, span)) = cells.get(at) else { return };
    reader.origins.set(reader.record, id.clone(), *span);
    let others = figures.head.iter().zip(cells).enumerate().filter(|(place, _)| *place != at);
    for (_, ((column, _), (_, span))) in others {
        reader.origins.set(reader.record, [id, ".", column].concat(), *span);
    }
}

/// Reads the rows of a CSV text one by one.
struct CsvRows<'t> {
    core: Option<(u8, csv_core::Reader)>,
    text: &'t str,
    /// How much of the text has been read.
    at: usize,
    /// The cells of the row read last, one after the other.
    bytes: Vec<u8>,
    /// Where each of them ends.
    ends: Vec<usize>,
    /// How many they are.
    count: usize,
}

impl<'t> CsvRows<'t> {
    fn new(text: &'t str, delimiter: u8) -> Self {
        let mut core = READY.take().filter(|(known, _)| *known == delimiter);
        let (_, reader) =
            core.get_or_insert_with(|| (delimiter, csv_core::ReaderBuilder::new().delimiter(delimiter).build()));
        reader.reset();
        Self { core, text, at: 0, bytes: vec![0; text.len()], ends: vec![0; 32], count: 0 }
    }

    /// Reads the next row. Answers where it begins; `None` after the last.
    fn next(&mut self) -> Option<usize> {
        let (_, core) = self.core.as_mut()?;
        let start = self.at;
        let mut written = 0_usize;
        self.count = 0;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            // There is always room for a byte and an end more than there are.
            let (bytes, ends) = (self.bytes.get_mut(written..)?, self.ends.get_mut(self.count..)?);
            let (result, read, wrote, ended) = core.read_record(rest, bytes, ends);
            self.at = self.at.saturating_add(read);
            written = written.saturating_add(wrote);
            self.count = self.count.saturating_add(ended);
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.bytes.resize(self.bytes.len().saturating_mul(2).max(64), 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len().saturating_mul(2), 0),
                ReadRecordResult::Record => return Some(start),
                ReadRecordResult::End => return None,
            }
        }
    }

    /// Returns the cells of the row read last.
    fn cells(&self) -> impl Iterator<Item = &str> {
        let mut from = 0_usize;
        self.ends.iter().take(self.count).map(move |end| {
            let cell = self.bytes.get(std::mem::replace(&mut from, *end)..*end);
            // Cells are cut at signs of one byte, so each is as sound as the text.
            cell.and_then(|cell| std::str::from_utf8(cell).ok()).unwrap_or_default()
        })
    }
}

impl Drop for CsvRows<'_> {
    fn drop(&mut self) {
        READY.set(self.core.take());
    }
}

thread_local! {
    /// The reader of the file before, and its delimiter. To make one takes longer than to read a small file.
    static READY: Cell<Option<(u8, csv_core::Reader)>> = const { Cell::new(None) };
}

/// Finds where each cell of a record stands in the text.
fn place<'c>(
    cells: impl Iterator<Item = &'c str>,
    text: &str,
    start: usize,
    delimiter: u8,
    reader: &SourceReader<'_>,
) -> Vec<(String, Span)> {
    let mut ranges = cell_ranges(text, start, delimiter);
    let cells = cells.map(|cell| {
        let range = ranges.next().unwrap_or(start..start);
        (without_guard(cell.trim()).to_owned(), reader.span(range))
    });
    cells.collect()
}

/// Takes off the apostrophe by which spreadsheets keep what looks like a number or a formula as it is written: `'0102`.
fn without_guard(cell: &str) -> &str {
    let guarded =
        cell.strip_prefix('\'').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || "=+-@".contains(c)));
    guarded.unwrap_or(cell)
}

/// Returns the bytes of each cell of the record that begins at a byte, quotes included.
fn cell_ranges(text: &str, start: usize, delimiter: u8) -> impl Iterator<Item = Range<usize>> {
    let mut next = Some(start);
    std::iter::from_fn(move || {
        let from = next?;
        let (range, _) = cell_at(text, from, delimiter);
        next = (text.as_bytes().get(range.end) == Some(&delimiter)).then(|| range.end.saturating_add(1));
        Some(range)
    })
}

/// Returns the bytes of the cell that begins at a byte, quotes included, and what is wrong with its quotes.
fn cell_at(text: &str, from: usize, delimiter: u8) -> (Range<usize>, Option<(Range<usize>, &'static str)>) {
    let ends = |byte: u8| byte == delimiter || matches!(byte, b'\n' | b'\r');
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    let plain_end = |skip: usize| {
        let length = rest.iter().skip(skip).position(|byte| ends(*byte)).map(|at| at.saturating_add(skip));
        from.saturating_add(length.unwrap_or(rest.len()))
    };
    if rest.first() != Some(&b'"') {
        return (from..plain_end(0), None);
    }
    let mut at = 1_usize;
    loop {
        let Some(quote) = rest.iter().skip(at).position(|byte| *byte == b'"') else {
            let line = text.get(from..).and_then(|rest| rest.lines().next()).map_or(0, str::len);
            return (from..text.len(), Some((from..from.saturating_add(line), "quote-open")));
        };
        at = at.saturating_add(quote).saturating_add(1);
        match rest.get(at) {
            Some(b'"') => at = at.saturating_add(1),
            Some(byte) if !ends(*byte) => {
                let end = plain_end(at);
                return (from..end, Some((from.saturating_add(at)..end, "quote-inside")));
            }
            _ => return (from..from.saturating_add(at), None),
        }
    }
}

/// Finds a cell whose quotes do not close, or that goes on behind them: the reader would take what follows, perhaps
/// the rest of the file, into it without a word.
fn quoting_fault(text: &str, delimiter: u8) -> Option<(Range<usize>, &'static str)> {
    let mut at = 0_usize;
    while at < text.len() {
        let (range, fault) = cell_at(text, at, delimiter);
        if fault.is_some() {
            return fault;
        }
        at = range.end.saturating_add(1);
    }
    None
}

/// A head whose cells are parted by another sign than the one that was declared.
struct DelimiterFault {
    line: Range<usize>,
    sign: char,
}

impl DelimiterFault {
    fn report(&self, declared: u8, reader: &mut SourceReader<'_>) {
        let diagnostic = reader.report(&CSV_SYNTAX, self.line.clone()).add("detail", "delimiter".into());
        diagnostic.add("sign", sign_word(self.sign)).add("declared", sign_word(char::from(declared)));
    }
}

/// Returns a sign as the language files call it.
fn sign_word(sign: char) -> String {
    match sign {
        '\t' => "tab".to_owned(),
        ',' => "comma".to_owned(),
        ';' => "semicolon".to_owned(),
        '|' => "bar".to_owned(),
        other => other.to_string(),
    }
}

/// Finds a head whose cells are parted by another sign than the one that was declared.
fn delimiter_fault(text: &str, start: usize, delimiter: u8) -> Option<DelimiterFault> {
    let head = text.get(start..)?.lines().next()?;
    let count = |sign: u8| head.bytes().filter(|byte| *byte == sign).count();
    let others = [b';', b',', b'\t', b'|'].into_iter().filter(|sign| *sign != delimiter && count(*sign) > 0);
    let sign = others.max_by_key(|sign| count(*sign))?;
    let line = start..start.saturating_add(head.len());
    (count(delimiter) == 0).then(|| DelimiterFault { line, sign: char::from(sign) })
}
