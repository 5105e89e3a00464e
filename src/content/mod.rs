//! One file → a record: text by the rules of its encoding, TOML by the schema, front matter, prose
//! and figures.
//!
//! Floor 3. A file is parsed alone: what its records mean together is the business of `model`. All
//! mistakes are found in one go; a bad field drops the field, a file that cannot be read at all drops
//! the file. Positions go to a side table ([`Origins`]), never into the values.

#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects, clippy::indexing_slicing))]

mod attachment;
mod attachment_parts;
#[cfg(test)]
mod attachment_tests;
mod closing;
#[cfg(test)]
mod closing_tests;
mod count_thresholds;
mod csv_head;
mod damaged;
mod decode;
mod dialect;
mod events;
mod figures;
mod footnotes;
mod formula;
mod front_matter;
mod hidden;
mod hiding_words;
#[cfg(test)]
mod hostile_kinds_tests;
#[cfg(test)]
mod hostile_tests;
mod inflate;
mod kept_together;
mod layout;
mod limits;
mod marks;
mod markup;
mod meant_hidden;
mod mend;
mod merge;
mod misnamed;
mod misplaced;
mod missed_marks;
mod months;
mod near_markdown;
mod office_text;
mod office_xml;
mod parts;
mod pdf_fonts;
mod pdf_strings;
mod pdf_text;
mod pdf_tokens;
mod png_text;
mod prose;
mod reader;
mod scalar;
mod scan;
mod series;
mod several;
mod shown_text;
mod statements;
mod stumbles;
mod suppressed;
mod syntax;
mod text;
mod to_come;
mod unfinished;
mod viewer;
mod visibility;
#[cfg(test)]
mod visibility_tests;
mod withheld;

pub use attachment::attachment_text;
pub use attachment_parts::AttachmentText;
pub use closing::{close, close_damaged, close_others, damaged_files, stand_in};
pub use count_thresholds::CountThresholds;
pub use csv_head::{CsvHeads, column_names};
pub use damaged::{DAMAGED_TEXT, is_formula_error};
pub use decode::{MISPLACED_KEY, MISSING_KEY, TOO_MANY_KEYS};
pub use dialect::{
    csv_format, declared_language, language, plan_language, plan_year_begins, site_file_dialect, site_unit, year_begins,
};
pub use figures::{FigureRow, Figures};
pub use formula::{Formula, FormulaError, Operand};
pub use hidden::{HIDDEN_MISTAKE, Hidden, ShutFolders};
pub use hiding_words::is_kept_back;
pub use layout::{FileKind, SitePaths, published_kinds, role_of};
pub use limits::Limits;
pub use misnamed::{MisnamedPaths, misnamed_content};
pub use missed_marks::{front_page_mark, mark_in_stray, missed_marks, missed_page_marks};
pub use months::{month, months};
pub use prose::{BROKEN_LINK, MISSING_PICTURE, UNSAFE_LINK};
pub use scalar::{AmountText, NOT_A_CHOICE, NOT_AN_ID, nearest};
pub use scan::{may_hide, reports_to_come};
pub use series::READING_TWICE;
pub use several::{BETWEEN, listed, parts};
pub use shown_text::{ShownText, shown_text};
pub use suppressed::{counts_one_by_one, suppress_at_least, suppress_by_default, suppressed, suppressed_indicators};
pub use syntax::{DUPLICATE_KEY, KEY_NEEDS_QUOTES, TOML_SYNTAX, syntax_detail};
pub use text::{FILE_TOO_LARGE, NOT_TEXT, NOT_UTF8, UTF16, glued};
pub use to_come::{drop_what_comes_later, without_what_comes_later};
pub use unfinished::{drafts_of_reports, unfinished};
pub use viewer::{Audience, Viewer};
pub use visibility::{has_threshold, hidden_pages, is_marked, report_date, withhold, withhold_pages};
pub use withheld::Withheld;

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    diag::{Code, Diagnostic, Origins, Severity, Source, Sources},
    schema::{Fields, RecordType},
    value::{Id, Notation, Period, ProseParts, RelPath},
};
use figures::CSV_SYNTAX;
use front_matter::{FRONT_MATTER_MISSING, FRONT_MATTER_OPEN, Front, Slice};
use syntax::TOO_DEEP;
use text::CSV_ENCODING;

/// What parsing one file needs to know of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// How amounts are written by hand.
    pub notation: Notation,
    /// How CSV files are written.
    pub csv: CsvFormat,
    /// What the heads of CSV files are called, and what their rows are known by.
    pub heads: Arc<CsvHeads>,
    /// The month in which years such as `2024/25` begin, 1 to 12, where that is declared.
    pub year_begins: Option<i8>,
    /// How many bytes of a text are kept as plain text, or a few more.
    pub extract: usize,
}

/// How CSV files are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CsvFormat {
    /// The sign between cells.
    pub delimiter: u8,
    /// How numbers are written.
    pub notation: Notation,
    /// Whether the file is Windows-1252 instead of UTF-8.
    pub windows_1252: bool,
}

/// A file that has been read.
#[derive(Clone, Debug)]
pub struct Record {
    /// What the file is.
    pub role: FileKind,
    /// Where it lies.
    pub file: RelPath,
    /// What it is known by: its stem, or the `id` it states.
    pub id: Id,
    /// Its fields.
    pub fields: Fields,
    /// Its prose.
    pub words: ProseParts,
    /// Its figures, where it is a CSV file.
    pub figures: Option<Figures>,
    /// How its numbers are written, where it is a CSV file.
    pub notation: Notation,
    /// What the report is about that it stands in, where it stands in one.
    pub report: Option<Period>,
    /// It is closed: only its public title was kept.
    pub closed: bool,
}

impl Record {
    /// Returns the record of a file by its place alone, before anything is read of it.
    fn empty(file: &RelPath, role: FileKind, context: &Dialect, notebook: &mut ParseLog) -> Option<Self> {
        let report = layout::report_of(file, role, context, notebook)?;
        Some(Self {
            role,
            file: file.clone(),
            id: layout::id_of(file, role, notebook)?,
            report,
            fields: Fields::default(),
            words: ProseParts::default(),
            figures: None,
            notation: context.csv.notation,
            closed: false,
        })
    }
}

/// What was learnt while parsing: where things stand, and what is wrong.
#[derive(Clone, Debug, Default)]
pub struct ParseLog {
    /// The texts.
    pub sources: Sources,
    /// Where records and fields were written.
    pub origins: Origins,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
    /// How much more was found of which code, in files that are full of mistakes.
    pub more: Vec<(RelPath, &'static Code, Severity, usize)>,
}

impl ParseLog {
    /// Adds what was learnt of other files.
    pub fn append(&mut self, other: &Self) {
        let by = self.sources.append(&other.sources);
        self.origins.append(&other.origins, by);
        self.diagnostics.extend(other.diagnostics.iter().map(|found| found.clone().moved(by)));
        self.more.extend_from_slice(&other.more);
    }

    /// Keeps the first of what was found in a file, behind what had been found before. The rest is counted: a file may
    /// have a million cells, and a mistake in each.
    fn keep_first(&mut self, before: usize, file: &RelPath) {
        if self.diagnostics.len().saturating_sub(before) <= Limits::MISTAKES {
            return;
        }
        let mut counts: BTreeMap<(Severity, &'static str), (&'static Code, usize)> = BTreeMap::new();
        for diagnostic in self.diagnostics.split_off(before) {
            let (code, severity) = (diagnostic.code, diagnostic.severity);
            let (_, count) = counts.entry((severity, code.name)).or_insert((code, 0));
            *count = count.saturating_add(1);
            if *count <= Limits::MISTAKES {
                self.diagnostics.push(diagnostic);
            }
        }
        for ((severity, _), (code, count)) in counts {
            let more = count.saturating_sub(Limits::MISTAKES);
            if more > 0 {
                self.more.push((file.clone(), code, severity, more));
            }
        }
    }
}

/// Parses one file. Answers `None` when nothing of it could be used.
pub fn parse(
    bytes: &[u8],
    file: &RelPath,
    role: FileKind,
    context: &Dialect,
    notebook: &mut ParseLog,
) -> Option<Record> {
    let before = notebook.diagnostics.len();
    // A file of figures is known to hold readings by what is declared, not by where it lies.
    let role = match role {
        FileKind::UpdateFigures if context.heads.holds_readings() => FileKind::UpdateReadings,
        role => role,
    };
    let mut record = Record::empty(file, role, context, notebook)?;
    let windows_1252 = role.is_figures() && context.csv.windows_1252;
    let text = text::decode(bytes, file, role.is_figures(), windows_1252, notebook)?;
    let source = notebook.sources.add(Source { path: file.clone(), text });
    // The text is lent from the notebook while its diagnostics and origins are written.
    let ParseLog { sources, origins, diagnostics, .. } = notebook;
    let text = sources.get(source).map_or("", |source| source.text.as_str());
    let mut reader = reader::SourceReader {
        source,
        text,
        offset: 0,
        record: file.as_str(),
        context,
        year_begins: context.year_begins,
        origins,
        diagnostics,
        told: reader::Mistakes::default(),
    };
    let whole = reader.span(first_line(text, role));
    reader.origins.set(reader.record, String::new(), whole);
    match role.record() {
        _ if merge::report(text, &mut reader) => reader.told.damaged = true,
        Some(schema) if role.is_markdown() => {
            let front_matter::Split { mut front, body } = front_matter::split(text, &mut reader);
            if !matches!(front, Front::Damaged) && misplaced::report(body, schema, &mut reader) {
                reader.told.damaged = true;
                front = if let Front::None = front { Front::Damaged } else { front };
            }
            match front {
                Front::Fields(front) => record.fields = toml_fields(front, schema, &mut reader),
                Front::None => reader.missing_fields(schema, &record.fields, ""),
                Front::Damaged => reader.told.damaged = true,
            }
            near_markdown::report(body, &mut reader);
            record.words = parts::compile(body, file, role, &mut reader);
        }
        Some(schema) => record.fields = toml_fields(Slice { text, offset: 0 }, schema, &mut reader),
        None => {
            let first = if role.is_readings() { csv_head::PERIOD } else { csv_head::ROW };
            record.figures = figures::read(text, first, &mut reader);
        }
    }
    // What cannot be read may be damaged for the same reason, which is told once.
    if !reader.diagnostics.iter().skip(before).any(|found| DAMAGE.contains(&found.code)) {
        damaged::report(text, role, &mut reader);
    }
    if record.figures.as_ref().is_some_and(|figures| figures.proves(record.notation)) {
        record.notation.declared = true;
    }
    if role == FileKind::Measure {
        reader.one_of(&NAMES_OF_MEASURES);
    }
    if record.figures.as_ref().is_some_and(|figures| figures.report_marks(&mut reader)) {
        reader.told.is_shut = true;
    }
    if role.is_readings()
        && let Some(figures) = record.figures.take()
        && !reader.told.is_shut
    {
        record.fields = series::readings_of(&figures, &record, &mut reader);
    }
    series::part(&mut record, &mut reader);
    if reader.told.is_shut && !matches!(role, FileKind::Site | FileKind::Committees | FileKind::Owners) {
        marks::close_record(&mut record);
    }
    if let Some(id) = record.fields.get(&crate::schema::records::ID_FIELD) {
        record.id = id.clone();
    }
    notebook.keep_first(before, file);
    Some(record)
}

/// The codes of this room, file by file.
pub const CODES: &[&[&Code]] = &[
    dialect::CODES,
    csv_head::CODES,
    text::CODES,
    front_matter::CODES,
    syntax::CODES,
    decode::CODES,
    scalar::CODES,
    layout::CODES,
    figures::CODES,
    prose::CODES,
    events::CODES,
    misnamed::CODES,
    misplaced::CODES,
    missed_marks::CODES,
    near_markdown::CODES,
    merge::CODES,
    hidden::CODES,
    series::CODES,
    unfinished::CODES,
    damaged::CODES,
];

/// What makes a file, or a part of it, unreadable: what is missing in such a file may stand there.
pub const DAMAGE: &[&Code] = &[
    &TOML_SYNTAX,
    &FRONT_MATTER_MISSING,
    &FRONT_MATTER_OPEN,
    &front_matter::FRONT_MATTER_LATE,
    &misplaced::FRONT_MATTER_MISPLACED,
    &misplaced::FIELDS_IN_PROSE,
    &merge::MERGE_CONFLICT,
    &events::HTML_OPEN,
    &CSV_SYNTAX,
    &CSV_ENCODING,
    &NOT_UTF8,
    &UTF16,
    &NOT_TEXT,
    &FILE_TOO_LARGE,
    &TOO_MANY_KEYS,
    &TOO_DEEP,
    &DUPLICATE_KEY,
    &KEY_NEEDS_QUOTES,
];

/// Tells whether a code says that a file, or a part of it, cannot be read, or stands under a name that is not read.
#[must_use]
pub fn makes_unreadable(code: &str) -> bool {
    let names = [&syntax::UNKNOWN_KEY, &decode::MISPLACED_KEY, &NOT_AN_ID];
    DAMAGE.iter().chain(&names).any(|known| known.name == code)
}

/// Tells whether a value that was written is dropped, or a row: what it says nobody knows.
#[must_use]
pub fn is_value_lost(code: &Code) -> bool {
    loses_value(code.name)
}

/// Tells the same of a code by its name.
#[must_use]
pub fn loses_value(code: &str) -> bool {
    let lost = [&[scalar::LOST_VALUES, &[&scalar::WRONG_TYPE]], figures::LOST_ROWS];
    lost.into_iter().flatten().any(|codes| codes.iter().any(|known| known.name == code))
}

/// The fields of which a measure wants one: readers must be able to call it something.
const NAMES_OF_MEASURES: [&str; 2] = ["title", "number"];

/// Returns the line that stands for a file as a whole: its first, remarks of TOML passed over.
fn first_line(text: &str, role: FileKind) -> std::ops::Range<usize> {
    let mut start = 0_usize;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if role.is_markdown() || role.is_figures() || !(words.is_empty() || words.starts_with('#')) {
            return start..start.saturating_add(line.trim_end().len());
        }
        start = start.saturating_add(line.len());
    }
    0..text.lines().next().map_or(0, str::len)
}

fn toml_fields(slice: Slice<'_>, schema: &'static RecordType, reader: &mut reader::SourceReader<'_>) -> Fields {
    reader.offset = slice.offset;
    reader.toml(slice.text, schema)
}
