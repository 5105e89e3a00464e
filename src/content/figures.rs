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
    let mut csv =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut figures: Option<Figures> = None;
    let mut record = csv::StringRecord::new();
    loop {
        match csv.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                let at = error.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
                reader.report("csv-syntax", at..at.saturating_add(1)).add("detail", error.to_string());
                break;
            }
        }
        let start = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
        let cells = place(&record, text, start, delimiter, reader);
        match &mut figures {
            None => {
                if cells.len() > Limits::COLUMNS {
                    reader.report("too-many-cells", start..start).add("limit", Limits::COLUMNS.to_string());
                    return None;
                }
                figures = Some(Figures { head: cells, rows: Vec::new() });
            }
            Some(figures) if cells.len() != figures.head.len() => {
                let line = text.get(start..).and_then(|rest| rest.lines().next()).map_or(1, str::len);
                let (found, expected) = (cells.len().to_string(), figures.head.len().to_string());
                reader
                    .report("csv-ragged", start..start.saturating_add(line))
                    .add("found", found)
                    .add("expected", expected);
            }
            Some(figures) if figures.rows.len() >= Limits::ROWS => {
                reader.report("too-many-cells", start..start).add("limit", Limits::ROWS.to_string());
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
    // The reader counts the line end before a record as its beginning.
    let skipped = text.bytes().skip(start).take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
    let mut next = Some(start.saturating_add(skipped));
    std::iter::from_fn(move || {
        let from = next?;
        let mut quoted = false;
        for (at, byte) in text.bytes().enumerate().skip(from) {
            match byte {
                b'"' => quoted = !quoted,
                _ if quoted => {}
                b'\n' | b'\r' => {
                    next = None;
                    return Some(from..at);
                }
                _ if byte == delimiter => {
                    next = Some(at.saturating_add(1));
                    return Some(from..at);
                }
                _ => {}
            }
        }
        next = None;
        Some(from..text.len())
    })
}
