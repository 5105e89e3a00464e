//! What stops an import.

use crate::diag::{Code, Error, ErrorKind};

const IMPORT_UNREADABLE: Code = Code::error("import-unreadable")
    .args(&["cause"])
    .help("a file that is to be imported and that is no sound CSV, no sound workbook of the kind xlsx, or no page with a table");
const IMPORT_TOO_LARGE: Code = Code::error("import-too-large")
    .args(&["what", "limit"])
    .help("a file that is to be imported and has more of something than is read");
const IMPORT_HIDDEN: Code = Code::error("import-hidden")
    .args(&["names"])
    .help("a workbook or a page that hides rows, columns, sheets or tables with something in them: they are imported where they are named, and else nothing is");
const IMPORT_SHEET: Code = Code::error("import-sheet")
    .args(&["known"])
    .help("a workbook with several sheets, a page with several tables, or a file without the one that was named");
const IMPORT_AMBIGUOUS: Code = Code::error("import-ambiguous")
    .args(&["text", "line", "decimals", "thousands", "decimal", "thousand"])
    .help("a number in a CSV file that may be read in two ways, where no other number of the file shows which");
const IMPORT_NUMBERS_DIFFER: Code = Code::error("import-numbers-differ").args(&["text", "line", "style"]).help(
    "a cell in a column of figures that is no number, or is written otherwise than the other numbers of the file",
);
const IMPORT_DELIMITER: Code = Code::error("import-delimiter")
    .help("a CSV file of which its lines do not show what sign stands between its cells");
const IMPORT_NO_HEAD: Code = Code::error("import-no-head")
    .args(&["known"])
    .help("a file that is to be imported, in which no line names the columns");
const IMPORT_COLUMN: Code = Code::error("import-column")
    .args(&["name", "known"])
    .help("a column with something in it of which it is not known what it is");
const IMPORT_ROW: Code = Code::error("import-row")
    .args(&["name", "line"])
    .help("a row that the table does not have, or two rows that would be one");
const IMPORT_UNIT: Code = Code::error("import-unit").args(&["name", "units"]).help(
    "a column of figures whose head says another unit than its table counts in, or none where the heads say several",
);
const IMPORT_CELL: Code = Code::error("import-cell").args(&["what", "cell"]).help(
    "a cell of which it is not certain what it says: a formula without a result, a per cent among amounts, merged cells, what may be a personal number; what is struck out or not shown, words of a number format, a quotation mark that is not closed; on a page also hidden words, pictures and fields of a form",
);
const IMPORT_NEEDS: Code =
    Code::error("import-needs").args(&["what"]).help("an import that lacks a date, a year or a unit it needs");
const IMPORT_RENUMBERED: Code = Code::error("import-renumbered").args(&["what", "number", "title", "known", "path"]).help(
    "a row whose number another measure of the plan has, or whose title one of another number: the plan may have been numbered anew",
);
const IMPORT_KEPT_UNREADABLE: Code = Code::error("import-kept-unreadable")
    .args(&["path", "cause"])
    .help("a file in `imports/` that is no sound TOML, or has a name in it that means nothing there; a file of figures without the column `row`, in which nothing can be known again");
const IMPORT_SAID: Code = Code::error("import-said").args(&["what", "text"]).help(
    "an option of an import that means nothing for its file: a column that it does not have, a field that there is none of, a year that is none",
);
const IMPORT_OPEN_SDG: Code = Code::error("import-open-sdg").args(&["file", "line", "what", "text"]).help(
    "a file of a repository of Open SDG that is not as the format has it: no column Year or Value, a year or a value that is none, two values for one year, no YAML",
);

/// The codes of this file.
pub(in super::super) const CODES: &[&Code] = &[
    &IMPORT_UNREADABLE,
    &IMPORT_TOO_LARGE,
    &IMPORT_HIDDEN,
    &IMPORT_SHEET,
    &IMPORT_AMBIGUOUS,
    &IMPORT_NUMBERS_DIFFER,
    &IMPORT_DELIMITER,
    &IMPORT_NO_HEAD,
    &IMPORT_COLUMN,
    &IMPORT_ROW,
    &IMPORT_UNIT,
    &IMPORT_CELL,
    &IMPORT_NEEDS,
    &IMPORT_RENUMBERED,
    &IMPORT_KEPT_UNREADABLE,
    &IMPORT_SAID,
    &IMPORT_OPEN_SDG,
];

/// What stops an import.
pub struct ImportFault(Error);

impl From<ImportFault> for Error {
    fn from(fault: ImportFault) -> Self {
        fault.0
    }
}

impl From<Error> for ImportFault {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

/// Says that a file is larger than any that is read, in bytes: the caller has not read it.
#[must_use]
pub fn import_too_large(limit: usize) -> Error {
    ImportFault::too_large(limit).into()
}

impl ImportFault {
    /// Tells whether something has more than is read.
    pub fn is_limit(&self) -> bool {
        std::ptr::eq(self.0.words().0, &IMPORT_TOO_LARGE)
    }

    fn new(code: &'static Code, args: &[(&'static str, &str)]) -> Self {
        let error = Error::coded(ErrorKind::NotFound, code);
        Self(args.iter().fold(error, |error, (name, value)| error.with(name, *value)))
    }

    /// Something of the file cannot be read.
    pub fn unreadable(cause: &str) -> Self {
        Self::new(&IMPORT_UNREADABLE, &[("cause", cause)])
    }

    /// The file has more of something than is read.
    pub fn limit(what: &str, limit: usize) -> Self {
        Self::new(&IMPORT_TOO_LARGE, &[("what", what), ("limit", &limit.to_string())])
    }

    /// The file has more bytes than are read; told in millions of them, as file managers do.
    pub fn too_large(limit: usize) -> Self {
        Self::limit("megabytes", limit / 1024 / 1024)
    }

    /// Something is hidden and was not named.
    pub fn hidden(names: &[String]) -> Self {
        Self::new(&IMPORT_HIDDEN, &[("names", &names.join(", "))])
    }

    /// It is not known which sheet is meant.
    pub fn sheet(known: &[String]) -> Self {
        Self::new(&IMPORT_SHEET, &[("known", &known.join(", "))])
    }

    /// A number may be read in two ways: with either sign before its decimals.
    pub fn ambiguous(text: &str, line: usize, readings: [(char, String); 2]) -> Self {
        let [(first, one), (second, other)] = readings;
        let (line, first, second) = (line.to_string(), first.to_string(), second.to_string());
        let args = [("text", text), ("line", line.as_str()), ("decimals", one.as_str()), ("thousands", other.as_str())];
        Self::new(&IMPORT_AMBIGUOUS, &[args.as_slice(), &[("decimal", &first), ("thousand", &second)]].concat())
    }

    /// A cell is no number as the others are; all are, where negative numbers are declared to be written in a style.
    pub fn no_number(text: &str, line: usize, style: Option<&str>) -> Self {
        let style = style.unwrap_or("none");
        Self::new(&IMPORT_NUMBERS_DIFFER, &[("text", text), ("line", &line.to_string()), ("style", style)])
    }

    /// It is not known what stands between cells.
    pub fn delimiter() -> Self {
        Self::new(&IMPORT_DELIMITER, &[])
    }

    /// No line names the columns.
    pub fn no_head(known: &str) -> Self {
        Self::new(&IMPORT_NO_HEAD, &[("known", known)])
    }

    /// It is not known what a column is.
    pub fn column(name: &str, known: &str) -> Self {
        Self::new(&IMPORT_COLUMN, &[("name", name), ("known", known)])
    }

    /// A row is unknown, or there twice.
    pub fn row(name: &str, line: usize) -> Self {
        Self::new(&IMPORT_ROW, &[("name", name), ("line", &line.to_string())])
    }

    /// It is not certain which of some units the figures of a column count in.
    pub fn unit(name: &str, units: &[&str]) -> Self {
        Self::new(&IMPORT_UNIT, &[("name", name), ("units", &units.join(" / "))])
    }

    /// It is not certain what a cell, or a range of them, says: `formula`, `percent`, `format`, `merged`, `hidden`, `struck`, `struck-page`, `picture`,
    /// `field`, `remark`, `unshown`, `format-words`, `date`, `quotes`, `personal`, `error`.
    pub fn cell(what: &str, cell: &str) -> Self {
        Self::new(&IMPORT_CELL, &[("what", what), ("cell", cell)])
    }

    /// What was said of a table before cannot be read.
    pub fn kept_unreadable(path: &str, cause: &str) -> Self {
        Self::new(&IMPORT_KEPT_UNREADABLE, &[("path", path), ("cause", cause)])
    }

    /// What is said of the file means nothing for it: `column`, `field`, `year`, `sheet`, `hidden`.
    pub fn said(what: &str, text: &str) -> Self {
        Self::new(&IMPORT_SAID, &[("what", what), ("text", text)])
    }

    /// A row has the number of another measure (`number`, with the title of that), or its title and another number (`title`, with that).
    pub fn renumbered(what: &str, (number, title): (&str, &str), known: &str, path: &str) -> Self {
        let args = [("what", what), ("number", number), ("title", title), ("known", known), ("path", path)];
        Self::new(&IMPORT_RENUMBERED, &args)
    }

    /// Something has to be said: `report`, `year`.
    pub fn needs(what: &str) -> Self {
        Self::new(&IMPORT_NEEDS, &[("what", what)])
    }

    /// A file of a repository of Open SDG is not as the format has it: `head`, `nameless`, `option`, `year`, `value`, `multiplier`, `twice`,
    /// `alike`, `two-files`, `renamed`, `unit`, `no-data`,
    /// `unreadable`.
    pub fn open_sdg(file: &str, line: usize, what: &str, text: &str) -> Self {
        let line = line.to_string();
        Self::new(&IMPORT_OPEN_SDG, &[("file", file), ("line", &line), ("what", what), ("text", text)])
    }
}
