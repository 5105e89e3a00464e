//! Tables as CSV: what the spreadsheet program of the page's language opens with a double click.
//!
//! UTF-8 with a byte order mark, lines that end in CRLF, `;` between cells where the language writes decimals with a comma.
//! The first line names the columns, each line behind it is a row, and what explains the table stands last, on lines
//! that begin with `#`, so that a program which reads the rest can pass them over.

use std::borrow::Cow;

use csv_core::{QuoteStyle, Terminator, WriteResult, Writer, WriterBuilder};

use super::{
    FormatContext,
    format::{Format, TableOnPage, Write},
};
use crate::{
    diag::Diagnostic,
    locale::{Language, Locale},
    table::{DataCell, ValueFormat, is_spaced, iso_period},
    value::Decimal,
};

/// Tables for spreadsheets.
pub(super) const FORMAT: Format = Format { id: "csv", name: "CSV", extension: "csv", write: Write::Table(write) };

/// How a language's spreadsheet program writes what parts cells and decimals.
#[derive(Clone, Copy)]
pub(super) struct CsvDialect {
    /// What stands between cells.
    pub delimiter: u8,
    /// What stands before decimals.
    pub decimal: char,
}

impl CsvDialect {
    /// Returns the one of a language.
    pub fn of(language: Language) -> Self {
        match language {
            Language::English => Self { delimiter: b',', decimal: '.' },
            Language::Danish | Language::Swedish | Language::Norwegian => Self { delimiter: b';', decimal: ',' },
        }
    }
}

fn write(of: &TableOnPage<'_>, context: &FormatContext<'_>) -> Result<Vec<u8>, Diagnostic> {
    let data = of.data;
    let dialect = CsvDialect::of(context.locale.language());
    let mut csv = CsvWriter::new(dialect);
    csv.row(data.columns.iter().map(|column| harmless(&column.head)));
    for row in &data.rows {
        csv.row(row.iter().map(|cell| dialect.cell(cell)));
    }
    for line in explanations(of, context.locale) {
        csv.row([Cow::Borrowed("#"), harmless(&line)].into_iter());
    }
    Ok(csv.out)
}

impl CsvDialect {
    /// Writes a cell: a number with the decimals it has and no other sign in it, a date as ISO 8601, words on one line.
    fn cell(self, cell: &DataCell) -> Cow<'_, str> {
        match cell {
            DataCell::NotGiven => Cow::Borrowed(""),
            DataCell::Nil => Cow::Borrowed("-"),
            DataCell::Number(number) => Cow::Owned(self.number(number)),
            DataCell::Date(period) => Cow::Owned(iso_period(*period)),
            DataCell::Withheld(text) | DataCell::Mark(text) | DataCell::Text(text) => harmless(text),
        }
    }

    fn number(self, number: &Decimal) -> String {
        let mut text = number.to_string();
        if let Some(point) = text.find('.').filter(|_| self.decimal != '.') {
            text.replace_range(point..=point, self.decimal.encode_utf8(&mut [0; 4]));
        }
        text
    }
}

/// Returns words on one line that no spreadsheet program takes for a formula, and no reader for a line of ours.
///
/// Such a program computes what begins with one of these signs, whoever wrote it: `=HYPERLINK(…)` in the title of a measure
/// would send what stands beside it to a stranger once somebody opens the file. With `'` before it, it is text.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    let begins_formula =
        |line: &str| line.starts_with(['=', '+', '-', '@', '#', '＝', '＋', '－', '＠']) && line != "-";
    if !text.contains('\n') && is_spaced(text) {
        return if begins_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) };
    }
    let mut line = String::with_capacity(text.len());
    for paragraph in text.split('\n') {
        // The items of a list would run into each other.
        let mut between = if line.ends_with(char::is_alphanumeric) { "; " } else { " " };
        let mut push = |words: &str| {
            if !words.is_empty() {
                line.push_str(if line.is_empty() { "" } else { between });
                line.push_str(words);
                between = " ";
            }
        };
        match is_spaced(paragraph) {
            true => push(paragraph),
            false => paragraph.split(|c: char| c.is_whitespace() || c.is_control()).for_each(push),
        }
    }
    Cow::Owned(if begins_formula(&line) { format!("'{line}") } else { line })
}

/// Returns what explains a table: what it shows, on which page, as of when, its notes, and what its signs mean.
fn explanations(of: &TableOnPage<'_>, locale: &Locale) -> Vec<String> {
    let data = of.data;
    let show = ValueFormat { locale };
    let notes = of.notes().into_iter().map(|note| format!("[{}] {}", note.mark, note.text));
    let updated = of.page.updated.as_ref().map(|date| format!("{} {}", show.word("ui_updated"), date.text));
    let page = [Some(of.page.title.clone()), updated].into_iter().flatten().collect::<Vec<_>>().join(". ");
    let signs = [(data.has_nil(), "data_nil"), (data.has_gaps(), "data_gap")];
    let signs = signs.into_iter().filter(|(is_there, _)| *is_there).map(|(_, word)| show.word(word).to_owned());
    [data.caption.clone(), data.note.clone(), page]
        .into_iter()
        .chain(data.remarks.iter().cloned())
        .chain(notes)
        .chain(signs)
        .filter(|line| !line.is_empty())
        .collect()
}

/// Writes rows of cells, quoted where they must be.
struct CsvWriter {
    writer: Writer,
    /// What is written next, bit by bit.
    room: [u8; 256],
    out: Vec<u8>,
}

impl CsvWriter {
    fn new(dialect: CsvDialect) -> Self {
        let mut builder = WriterBuilder::new();
        builder.delimiter(dialect.delimiter).terminator(Terminator::CRLF).quote_style(QuoteStyle::Necessary);
        Self { writer: builder.build(), room: [0; 256], out: "\u{feff}".into() }
    }

    fn row<'c>(&mut self, cells: impl Iterator<Item = Cow<'c, str>>) {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                self.push(|writer, room| writer.delimiter(room));
            }
            let mut rest = cell.as_bytes();
            self.push(|writer, room| {
                let (result, read, written) = writer.field(rest, room);
                rest = rest.get(read..).unwrap_or_default();
                (result, written)
            });
        }
        self.push(|writer, room| writer.terminator(room));
    }

    /// Appends what the writer writes, bit by bit into a small room.
    fn push(&mut self, mut write: impl FnMut(&mut Writer, &mut [u8]) -> (WriteResult, usize)) {
        loop {
            let (result, written) = write(&mut self.writer, &mut self.room);
            self.out.extend_from_slice(self.room.get(..written).unwrap_or_default());
            if result == WriteResult::InputEmpty {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_like_a_formula_is_text() {
        for text in ["=1+1", "+45 33", "-5", "@SUM(A1)", "\t=1", "\r\n=1", " -a", "#;b", "＝1", "\u{a0}=1", "\u{1}=1"]
        {
            let written = harmless(text);
            assert!(written.starts_with('\''), "{text:?} became {written:?}");
        }
        for text in ["-", "1+2", "Ørsted & søn", "a=b", "\u{2212}5"] {
            assert_eq!(harmless(text), text);
        }
    }

    #[test]
    fn long_cells_and_signs_survive() {
        let mut csv = CsvWriter::new(CsvDialect::of(Language::Danish));
        let long = "æ\"; ".repeat(300);
        csv.row([long.as_str(), "", "x"].map(Cow::Borrowed).into_iter());
        csv.row(std::iter::once(Cow::Borrowed("")));
        let text = String::from_utf8(csv.out).expect("text");
        assert_eq!(text, format!("\u{feff}\"{}\";;x\r\n\"\"\r\n", long.replace('"', "\"\"")));
    }

    #[test]
    fn numbers_have_the_decimals_they_have() {
        let danish = CsvDialect::of(Language::Danish);
        for (number, text) in [("-1234567.50", "-1234567,50"), ("0.00", "0,00"), ("9100000", "9100000")] {
            assert_eq!(danish.cell(&DataCell::Number(number.parse().expect("a number"))), text);
        }
        let english = CsvDialect::of(Language::English);
        assert_eq!(english.cell(&DataCell::Number("-0.5".parse().expect("a number"))), "-0.5");
    }
}
