//! All tables of a page as a workbook: of the front page, a plan, a committee.
//!
//! Laid out as public bodies ask of accessible spreadsheets: a cover, a list of contents and the notes come first, then a sheet
//! for each table. A sheet begins in column A with what the table shows, and holds one table with a name; no cells are merged,
//! nothing is hidden, and a cell that holds no number says why. Numbers are numbers and days are days, shown as the reader's own
//! program writes them. The same page gives the same bytes: the file is dated by what it tells of.

use std::borrow::Cow;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format as CellFormat, FormatAlign, Table as ExcelTable, TableColumn as ExcelColumn,
    TableStyle, Workbook, Worksheet, XlsxError,
};

use super::{
    FormatContext,
    format::{Format, PageTables, Write},
};
use crate::{
    locale::Arg,
    table::{DataCell, DataColumn, DataKind, DataTable, ValueFormat, iso_period},
    value::{Decimal, Period},
    view::Page,
};

/// Workbooks for spreadsheet programs.
pub(super) const FORMAT: Format = Format { id: "xlsx", name: "Excel", extension: "xlsx", write: Write::Book(write) };

/// The most rows and columns of a table, a little under what a sheet can hold.
const MOST: (usize, usize) = (1_000_000, 16_000);

/// The most characters of a cell, a little under what a sheet can hold.
const LONGEST: usize = 32_000;

/// The narrowest and the widest column, in characters.
const WIDTHS: (usize, usize) = (9, 60);

/// The most characters of a sheet's name.
const LONGEST_NAME: usize = 31;

fn write(page: &PageTables<'_>, context: &FormatContext<'_>) -> Vec<u8> {
    let book = PageBook::new(page, context);
    // The sheets are written into memory, within bounds that are looked at before.
    book.bytes().unwrap_or_else(|error| unreachable!("a workbook within its bounds: {error}"))
}

/// A workbook before it is written.
struct PageBook<'p> {
    page: &'p Page,
    context: FormatContext<'p>,
    show: ValueFormat<'p>,
    formats: CellFormats,
    sheets: Vec<TableSheet<'p>>,
    /// The footnotes of all tables, numbered from 1.
    notes: Vec<String>,
}

/// A table with the sheet it gets.
struct TableSheet<'p> {
    /// The sheet's name; none where the table does not fit on one.
    name: Option<String>,
    data: &'p DataTable,
    /// The number of each footnote mark in the list of all notes.
    marks: Vec<(String, usize)>,
}

impl<'p> PageBook<'p> {
    fn new(page: &'p PageTables<'p>, context: &FormatContext<'p>) -> Self {
        let mut book = Self {
            page: page.page(),
            context: *context,
            show: ValueFormat { locale: context.locale },
            formats: CellFormats::new(),
            sheets: Vec::new(),
            notes: Vec::new(),
        };
        for table in page.tables() {
            let data = table.data;
            let mut marks = Vec::new();
            for note in table.notes() {
                let known = book.notes.iter().position(|known| *known == note.text);
                let at = known.unwrap_or_else(|| {
                    book.notes.push(note.text.clone());
                    book.notes.len().saturating_sub(1)
                });
                marks.push((note.mark.clone(), at.saturating_add(1)));
            }
            let fits = data.rows.len() <= MOST.0 && data.columns.len() <= MOST.1 && !data.rows.is_empty();
            let name = fits.then(|| sheet_name(book.sheets.len().saturating_add(1), &data.caption));
            book.sheets.push(TableSheet { name, data, marks });
        }
        book
    }

    fn bytes(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        // Half of the work of a workbook is its compression, and the fastest makes it hardly larger.
        workbook.set_zip_compression_level(1);
        let site = self.context.theme.site();
        let properties = DocProperties::new()
            .set_title(&self.page.title)
            .set_author(&site.organisation)
            .set_company(&site.organisation)
            .set_creation_datetime(&made(self.page)?);
        workbook.set_properties(&properties);
        self.cover(workbook.add_worksheet())?;
        self.contents(workbook.add_worksheet())?;
        if !self.notes.is_empty() {
            self.list_notes(workbook.add_worksheet())?;
        }
        for (at, sheet) in self.sheets.iter().enumerate() {
            if let Some(name) = &sheet.name {
                let worksheet = workbook.add_worksheet();
                worksheet.set_name(name)?;
                self.table(worksheet, at, sheet)?;
            }
        }
        workbook.save_to_buffer()
    }

    /// What the workbook is, whose it is, as of when, and what its signs mean: lines in column A.
    fn cover(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let site = self.context.theme.site();
        sheet.set_name(self.word("book_cover"))?;
        sheet.set_column_width(0, 90)?;
        let line = |word: &'static str, text: &str| format!("{}: {text}", self.word(word));
        let mut lines = vec![self.page.title.clone()];
        lines.extend(Some(&self.page.description).filter(|text| !text.is_empty()).cloned());
        lines.extend(site.edition.as_ref().map(|edition| format!("{} {}", edition.text, edition.state)));
        lines.push(site.title.clone());
        lines.extend(Some(&site.organisation).filter(|name| !name.is_empty()).map(|name| line("book_publisher", name)));
        lines.extend(self.page.updated.as_ref().map(|date| line("ui_updated", &date.text)));
        lines.extend(site.source.as_ref().map(|source| line("ui_source", source)));
        lines.extend(site.url.as_ref().map(|url| line("book_address", &format!("{url}{}", self.page.path))));
        lines.extend([self.word("book_nil"), self.word("book_gap"), self.word("book_empty")].map(str::to_owned));
        for (row, text) in (0_u32..).zip(lines.iter().filter(|line| !line.is_empty())) {
            let format = if row == 0 { &self.formats.title } else { &self.formats.words };
            sheet.write_string_with_format(row, 0, cut(text), format)?;
        }
        Ok(())
    }

    /// The sheets, each with a link.
    fn contents(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let name = self.word("book_contents");
        sheet.set_name(name)?;
        sheet.write_string_with_format(0, 0, name, &self.formats.title)?;
        sheet.set_column_width(0, 34)?;
        sheet.set_column_width(1, 70)?;
        let notes = (!self.notes.is_empty()).then(|| (Some(self.word("book_notes")), String::new()));
        let tables = self.sheets.iter().map(|sheet| match &sheet.name {
            Some(name) => (Some(name.as_str()), sheet.data.caption.clone()),
            None if sheet.data.rows.is_empty() => {
                (None, format!("{} ({})", sheet.data.caption, self.word("book_empty_table")))
            }
            None => (None, format!("{} ({})", sheet.data.caption, self.word("book_too_large"))),
        });
        let lines: Vec<_> = notes.into_iter().chain(tables).collect();
        for (row, (name, text)) in (2_u32..).zip(&lines) {
            match name {
                Some(name) => sheet.write_url_with_text(row, 0, format!("internal:'{name}'!A1").as_str(), *name)?,
                None => sheet.write_string(row, 0, "-")?,
            };
            let text = if text.is_empty() { name.unwrap_or_default() } else { text };
            sheet.write_string_with_format(row, 1, cut(text), &self.formats.words)?;
        }
        let heads = [self.word("book_sheet"), self.word("book_table")];
        add_table(sheet, 1, "contents", &heads, lines.len())
    }

    /// The footnotes of all tables.
    fn list_notes(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let name = self.word("book_notes");
        sheet.set_name(name)?;
        sheet.write_string_with_format(0, 0, name, &self.formats.title)?;
        sheet.set_column_width(0, 14)?;
        sheet.set_column_width(1, 90)?;
        for (row, (at, text)) in (2_u32..).zip(self.notes.iter().enumerate()) {
            sheet.write_string(row, 0, self.note(at.saturating_add(1)))?;
            sheet.write_string_with_format(row, 1, cut(text), &self.formats.words)?;
        }
        add_table(sheet, 1, "notes", &[self.word("book_note"), self.word("book_text")], self.notes.len())
    }

    /// A table on a sheet of its own, below what explains it.
    fn table(&self, sheet: &mut Worksheet, at: usize, of: &TableSheet<'_>) -> Result<(), XlsxError> {
        let data = of.data;
        let signs = [(data.has_nil(), "book_nil"), (data.has_gaps(), "book_gap"), (true, "book_empty")];
        let signs = signs.into_iter().filter(|(is_there, _)| *is_there).map(|(_, word)| self.word(word).to_owned());
        let lines = std::iter::once(data.note.clone()).chain(data.remarks.iter().cloned()).chain(signs);
        sheet.write_string_with_format(0, 0, cut(&data.caption), &self.formats.title)?;
        let mut row = 1_u32;
        for line in lines.filter(|line| !line.is_empty()) {
            sheet.write_string_with_format(row, 0, cut(&line), &self.formats.line)?;
            row = row.saturating_add(1);
        }
        let contents = self.word("book_contents");
        sheet.write_url_with_text(row, 0, format!("internal:'{contents}'!A1").as_str(), self.word("book_back"))?;
        let head = row.saturating_add(1);
        for (column, declared) in data.columns.iter().enumerate() {
            let cells = || data.rows.iter().filter_map(|row| row.get(column));
            let heads = declared.head.split(' ').map(|word| word.chars().count().saturating_add(3));
            let longest = cells().map(length).chain(heads).max();
            let width = longest.unwrap_or_default().saturating_add(2).clamp(WIDTHS.0, WIDTHS.1);
            let width = f64::from(u16::try_from(width).unwrap_or(60));
            let at = u16::try_from(column).unwrap_or(u16::MAX);
            let usual = usual_format(declared.kind, cells());
            sheet.set_column_width(at, width)?.set_column_format(at, self.formats.get(usual))?;
            for (row, cell) in (head.saturating_add(1)..).zip(cells()) {
                self.cell(sheet, (row, at), cell, declared, usual, of)?;
            }
        }
        sheet.set_freeze_panes(head.saturating_add(1), 0)?;
        sheet.set_repeat_rows(head, head)?;
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        let heads: Vec<&str> = data.columns.iter().map(|column| column.head.as_str()).collect();
        add_table(sheet, head, &format!("{}_{}", at.saturating_add(1), data.id), &heads, data.rows.len())
    }

    /// Writes a cell. One that has the usual format of its column is written without: the format of each other is looked up by all
    /// that it says, which was a sixth of the work of a workbook.
    fn cell(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        cell: &DataCell,
        declared: &DataColumn,
        usual: CellKind,
        of: &TableSheet<'_>,
    ) -> Result<(), XlsxError> {
        let words = |sheet: &mut Worksheet, text: &str| {
            // A sign needs no more room than a number.
            match usual == CellKind::Words || matches!(text, NIL | NOT_GIVEN) {
                true => sheet.write_string(row, column, cut(text)).map(|_| ()),
                false => sheet.write_string_with_format(row, column, cut(text), &self.formats.words).map(|_| ()),
            }
        };
        match cell {
            DataCell::NotGiven if declared.is_value && declared.kind == DataKind::Number => words(sheet, NOT_GIVEN),
            DataCell::NotGiven => Ok(()),
            DataCell::Nil => words(sheet, NIL),
            DataCell::Number(number) => {
                let Some(exact) = exact(number) else { return words(sheet, &self.context.locale.number(number)) };
                if usual == CellKind::of(number) {
                    sheet.write_number(row, column, exact).map(|_| ())
                } else {
                    let format = digits(number.scale());
                    sheet.write_number_with_format(row, column, exact, &format).map(|_| ())
                }
            }
            DataCell::Date(Period::Day(day)) => match excel_day(*day) {
                Some(day) if usual == CellKind::Day => sheet.write_datetime(row, column, &day).map(|_| ()),
                Some(day) => sheet.write_datetime_with_format(row, column, &day, &self.formats.day).map(|_| ()),
                None => words(sheet, &day.to_string()),
            },
            DataCell::Date(period) => words(sheet, &iso_period(*period)),
            DataCell::Mark(mark) => match of.marks.iter().find(|(known, _)| known == mark) {
                Some((_, number)) => words(sheet, &self.note(*number)),
                None => words(sheet, mark),
            },
            DataCell::Withheld(text) | DataCell::Text(text) => words(sheet, text),
        }
    }

    /// Returns how a footnote is named in cells: `[note 1]`.
    fn note(&self, number: usize) -> String {
        self.show.say("book-note-mark", &[("number", Arg::from(number))])
    }

    fn word(&self, key: &'static str) -> &'p str {
        self.show.word(key)
    }
}

/// The formats of cells, made once a workbook.
struct CellFormats {
    title: CellFormat,
    /// A line above a table: not wrapped into the narrow column that it stands in.
    line: CellFormat,
    words: CellFormat,
    day: CellFormat,
    numbers: [CellFormat; 4],
}

/// What the format of a cell follows from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CellKind {
    Words,
    Day,
    /// A number with so many decimals.
    Number(u32),
}

impl CellKind {
    fn of(number: &Decimal) -> Self {
        Self::Number(number.scale())
    }
}

impl CellFormats {
    fn new() -> Self {
        let top = || CellFormat::new().set_align(FormatAlign::Top);
        Self {
            title: CellFormat::new().set_bold().set_font_size(14),
            line: top(),
            words: top().set_text_wrap(),
            day: top().set_num_format_index(DATE),
            numbers: [0, 1, 2, 3].map(digits),
        }
    }

    /// Returns the format of a kind of cell.
    fn get(&self, kind: CellKind) -> &CellFormat {
        match kind {
            CellKind::Words => &self.words,
            CellKind::Day => &self.day,
            CellKind::Number(decimals) => {
                usize::try_from(decimals).ok().and_then(|at| self.numbers.get(at)).unwrap_or(&self.words)
            }
        }
    }
}

/// Returns the kind that most cells of a column are of, as far as there is a format ready for it: that of its first number tells.
fn usual_format<'c>(kind: DataKind, mut cells: impl Iterator<Item = &'c DataCell>) -> CellKind {
    match kind {
        DataKind::Text => CellKind::Words,
        DataKind::Date => CellKind::Day,
        DataKind::Number => cells
            .find_map(|cell| match cell {
                DataCell::Number(number) => Some(CellKind::of(number)),
                _ => None,
            })
            .filter(|kind| matches!(kind, CellKind::Number(0..=3)))
            .unwrap_or(CellKind::Words),
    }
}

/// What stands in a cell for a figure that is nil.
const NIL: &str = "[n]";

/// What stands in a cell for a figure that is not given.
const NOT_GIVEN: &str = "[x]";

/// The paper size A4, as Excel numbers it.
const A4: u8 = 9;

/// The number format of a day that each program shows as its own language does.
const DATE: u8 = 14;

/// Makes a table with a name of the rows below a row, which gets its heads.
fn add_table(sheet: &mut Worksheet, head: u32, name: &str, heads: &[&str], rows: usize) -> Result<(), XlsxError> {
    let format = CellFormat::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let columns: Vec<ExcelColumn> =
        heads.iter().map(|text| ExcelColumn::new().set_header(cut(text)).set_header_format(&format)).collect();
    let table = ExcelTable::new()
        .set_name(table_name(name))
        .set_columns(&columns)
        .set_style(TableStyle::Light1)
        .set_banded_rows(false)
        .set_autofilter(rows > 10);
    let last_row = head.saturating_add(u32::try_from(rows).unwrap_or(u32::MAX));
    let last_column = u16::try_from(heads.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.add_table(head, 0, last_row, last_column, &table)?;
    Ok(())
}

/// Returns a name that a table may have: ASCII letters, digits and `_`, and no address of a cell.
fn table_name(name: &str) -> String {
    let sign = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    format!("table_{}", name.chars().map(sign).take(200).collect::<String>())
}

/// Returns a name that a sheet may have: its number, which makes it the only one, and the beginning of what it shows.
fn sheet_name(number: usize, caption: &str) -> String {
    let mut name = number.to_string();
    for word in caption.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()) {
        let longer = format!("{name} {word}");
        if longer.encode_utf16().count() > LONGEST_NAME {
            break;
        }
        name = longer;
    }
    name
}

/// Returns how many characters wide a cell is.
fn length(cell: &DataCell) -> usize {
    match cell {
        DataCell::Number(number) => number.to_string().len().saturating_mul(4) / 3,
        DataCell::Date(_) => 11,
        DataCell::Withheld(text) | DataCell::Mark(text) | DataCell::Text(text) => {
            text.split('\n').map(|line| line.chars().count()).max().unwrap_or_default()
        }
        DataCell::NotGiven | DataCell::Nil => 3,
    }
}

/// Returns as much of a text as a cell can hold.
fn cut(text: &str) -> Cow<'_, str> {
    let is_odd = |byte: u8| (byte < b' ') & (byte != b'\n') | matches!(byte, 0x7f | 0xc2);
    if text.len() <= LONGEST && !text.bytes().fold(false, |found, byte| found | is_odd(byte)) {
        return Cow::Borrowed(text);
    }
    let is_sound = |c: &char| !c.is_control() || *c == '\n';
    let mut text: String = text.chars().filter(is_sound).map(|c| if c == '\u{a0}' { ' ' } else { c }).collect();
    if text.encode_utf16().count() > LONGEST {
        text = text.chars().take(LONGEST / 2).chain(['…']).collect();
    }
    Cow::Owned(text)
}

/// Returns a number as spreadsheets hold it, or nothing where that would be another.
fn exact(number: &Decimal) -> Option<f64> {
    let float: f64 = number.to_string().parse().ok()?;
    let read = format!("{float}").parse::<Decimal>().ok()?;
    (read == *number).then_some(float)
}

fn excel_day(day: crate::value::Date) -> Option<ExcelDateTime> {
    let (year, month, day) = (day.year(), day.month(), day.day());
    ExcelDateTime::from_ymd(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
}

/// Returns the day that a workbook is dated by: that of the latest report it tells of.
fn made(page: &Page) -> Result<ExcelDateTime, XlsxError> {
    let iso = page.updated.as_ref().and_then(|date| date.iso.as_deref()).unwrap_or_default();
    let day = Period::parse_iso(iso).map(Period::last);
    day.and_then(excel_day).map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)
}

/// Returns how a number with so many decimals is shown, with U+2212 before one below nought.
fn digits(decimals: u32) -> CellFormat {
    let mut format = "#,##0".to_owned();
    if decimals > 0 {
        format.push('.');
        format.extend((0..decimals).map(|_| '0'));
    }
    CellFormat::new().set_num_format(format!("{format};\u{2212}{format}")).set_align(FormatAlign::Top)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_such_as_spreadsheets_take() {
        assert_eq!(sheet_name(3, "Opnået: år/år [*] og 'mere' til"), "3 Opnået år år og mere til");
        assert_eq!(sheet_name(12, &"meget lange ord ".repeat(9)), "12 meget lange ord meget lange");
        assert_eq!(sheet_name(1, &"x".repeat(40)), "1");
        assert_eq!(table_name("1_tabel-æ.b"), "table_1_tabel___b");
    }

    #[test]
    fn numbers_that_would_become_others_are_text() {
        for number in ["0.10", "-1234567.89", "123456789012345", "0"] {
            assert!(exact(&number.parse().expect("a number")).is_some(), "{number}");
        }
        for number in ["12345678901234567890.12", "0.1234567890123456789"] {
            assert!(exact(&number.parse().expect("a number")).is_none(), "{number}");
        }
    }
}
