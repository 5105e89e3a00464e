//! Figures: a CSV file as rows of cells, each with its place. What the cells mean, `model` knows.

use std::ops::Range;

use super::{Limits, decode::Reader};
use crate::diag::Span;

/// The cells of a CSV file.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// The cells of the head, with their places.
    pub head: Vec<(String, Span)>,
    /// The rows below it.
    pub rows: Vec<FigureRow>,
}

/// A row of a CSV file.
#[derive(Clone, Debug)]
pub struct FigureRow {
    /// The cells, as many as the head has, with their places.
    pub cells: Vec<(String, Span)>,
}

impl Figures {
    /// Returns the place of a column in the head.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.head.iter().position(|(head, _)| head == name)
    }

    /// Drops the rows whose id the test picks.
    pub fn drop_rows(&mut self, pick: impl Fn(&str) -> bool) {
        if let Some(at) = self.column("row") {
            self.rows.retain(|row| !row.cells.get(at).is_some_and(|(id, _)| pick(id)));
        }
    }
}

/// Reads a CSV text. Rows that do not fit the head are reported and dropped.
pub fn read(text: &str, reader: &mut Reader<'_>) -> Option<Figures> {
    let delimiter = reader.context.csv.delimiter;
    if let Some((at, detail)) = quoting_fault(text, delimiter).or_else(|| delimiter_fault(text, delimiter)) {
        reader.report("csv-syntax", at).add("detail", detail.to_owned());
        return None;
    }
    let mut csv =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut figures: Option<Figures> = None;
    let mut record = csv::StringRecord::new();
    loop {
        match csv.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            // The text is UTF-8 and rows may differ in length, so there is nothing left to fail.
            Err(_) => break,
        }
        let start = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
        // The reader counts the line end before a record as its beginning.
        let blank = text.bytes().skip(start).take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let start = start.saturating_add(blank);
        let line =
            start..start.saturating_add(text.get(start..).and_then(|rest| rest.lines().next()).map_or(0, str::len));
        let cells = place(&record, text, start, delimiter, reader);
        match &mut figures {
            None => {
                if cells.len() > Limits::COLUMNS {
                    reader.report("too-many-columns", line).add("limit", Limits::COLUMNS.to_string());
                    return None;
                }
                figures = Some(Figures { head: cells, rows: Vec::new() });
            }
            Some(figures) if cells.len() != figures.head.len() => {
                let (found, expected) = (cells.len().to_string(), figures.head.len().to_string());
                reader.report("csv-ragged", line).add("found", found).add("expected", expected);
            }
            Some(figures) if figures.rows.len() >= Limits::ROWS => {
                reader.report("too-many-rows", line).add("limit", Limits::ROWS.to_string());
                break;
            }
            Some(figures) => {
                remember(&figures.head, &cells, reader);
                figures.rows.push(FigureRow { cells });
            }
        }
    }
    figures
}

/// Remembers where each cell stands, as `row.column`.
fn remember(head: &[(String, Span)], cells: &[(String, Span)], reader: &mut Reader<'_>) {
    let Some((id, span)) = cells.first() else { return };
    reader.origins.set(reader.record, id.clone(), *span);
    for ((column, _), (_, span)) in head.iter().zip(cells).skip(1) {
        reader.origins.set(reader.record, format!("{id}.{column}"), *span);
    }
}

/// Finds where each cell of a record stands in the text.
fn place(
    record: &csv::StringRecord,
    text: &str,
    start: usize,
    delimiter: u8,
    reader: &Reader<'_>,
) -> Vec<(String, Span)> {
    let mut ranges = cell_ranges(text, start, delimiter);
    let cells = record.iter().map(|cell| {
        let range = ranges.next().unwrap_or(start..start);
        (cell.trim().to_owned(), reader.span(range))
    });
    cells.collect()
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

/// Finds a head whose cells are parted by another sign than the one that was declared.
fn delimiter_fault(text: &str, delimiter: u8) -> Option<(Range<usize>, &'static str)> {
    let head = text.lines().next()?;
    let others = [b';', b',', b'\t', b'|'];
    let has_other = head.bytes().any(|byte| others.contains(&byte) && byte != delimiter);
    (has_other && !head.bytes().any(|byte| byte == delimiter)).then_some((0..head.len(), "delimiter"))
}
