//! Tables as offices have them → content: figures of the ledger into a figure table, an old action plan into measures and statuses.
//!
//! Takes the bytes of a file, answers the files that are to be written, and writes none. Nothing is guessed: what the file does
//! not prove is asked for, and what is hidden in it is read where it is named.

mod cell_words;
mod csv_file;
mod edit;
mod faults;
mod figure_edit;
mod figures;
mod grid;
mod headings;
mod html_file;
mod known_measures;
mod mapping;
mod measure_rows;
mod measures;
mod month_edit;
mod number_format;
mod numbers;
mod open_sdg;
mod stray_unit;
mod xlsx_file;

use super::{add::is_kept_name, draft_file::DraftFile, known::KnownSite};
use crate::{
    diag::{Code, Error},
    value::{Id, RelPath, Unit, mask_personal_numbers},
};
pub use faults::import_too_large;
use figures::FiguresRequest;
use grid::{Grid, column_name};
use headings::{MeasureColumns, SaidColumns, field_named, folded};
use known_measures::SaidKey;
pub use mapping::ImportMapping;
use measures::{ImportedFiles, MeasuresRequest};
pub use open_sdg::{OPEN_SDG_FOLDERS, OpenSdgRequest, import_open_sdg, open_sdg_mapping_path, open_sdg_takes_no};
use stray_unit::SaidUnit;
use xlsx_file::SheetRequest;

/// The codes of this room, joined with those of drafts.
pub(super) const CODES: &[&Code] = faults::CODES;

/// The kind of a file that is imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportFormat {
    /// CSV, in whatever encoding and with whatever signs.
    Csv,
    /// A workbook.
    Xlsx,
    /// A page of HTML with a table, as Word and browsers save it.
    Html,
}

/// What rows of measures are known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KnownBy {
    /// Their numbers.
    Number,
    /// Their titles.
    Title,
}

impl KnownBy {
    /// Returns the word that it is kept by.
    const fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Title => "title",
        }
    }
}

/// What is to be imported.
#[derive(Clone, Debug)]
pub struct ImportRequest {
    /// The kind of the file.
    pub format: ImportFormat,
    /// The plan it is for, by the name of its folder.
    pub plan: String,
    /// The figure table it is for; measures unless given.
    pub table: Option<String>,
    /// The date or period of the report.
    pub report: Option<String>,
    /// What rows are known by where numbers and titles disagree; refused unless said.
    pub known_by: Option<KnownBy>,
    /// What is said of the file now.
    pub said: ImportMapping,
    /// What was said of it before, as it was kept.
    pub kept: Option<String>,
}

/// What an import comes to.
#[derive(Clone, Debug)]
pub struct Import {
    /// The files that are to be written.
    pub files: Vec<DraftFile>,
    /// The files whose words were kept, though the table has others.
    pub kept: Vec<RelPath>,
    /// What was found out of the file: `encoding`, `UTF-8`.
    pub form: Vec<(&'static str, String)>,
}

/// Returns where what was said of a table is kept, below the folder of the site.
///
/// # Errors
///
/// Answers an [`Error`] where the site has no such plan, or the table can have no such name: neither leads out of the folder.
pub fn mapping_path(site: &KnownSite<'_>, plan: &str, table: Option<&str>) -> Result<String, Error> {
    let folder = site.plan(plan)?.folder;
    let table = match table {
        None => "measures",
        Some(table) if table_id(table).is_some() => table,
        Some(_) => return Err(faults::ImportFault::needs("table").into()),
    };
    Ok(format!("imports/{folder}-{table}.toml"))
}

/// Makes the id of a table, which is also the name of its files.
fn table_id(name: &str) -> Option<Id> {
    Id::new(name).filter(|id| !is_kept_name(id))
}

/// Makes files of a table.
///
/// # Errors
///
/// Answers what in the file, or in what was said of it, leaves open what is meant.
pub fn import(site: &KnownSite<'_>, bytes: &[u8], asked: &ImportRequest) -> Result<Import, Error> {
    Ok(import_table(site, bytes, asked)?)
}

fn import_table(site: &KnownSite<'_>, bytes: &[u8], asked: &ImportRequest) -> Result<Import, faults::ImportFault> {
    let kept_in = mapping_path(site, &asked.plan, asked.table.as_deref())?;
    let before = asked.kept.as_deref().map(|text| ImportMapping::read(text, &kept_in)).transpose()?.unwrap_or_default();
    let now = ImportMapping { known_by: asked.known_by.filter(|_| asked.table.is_none()), ..asked.said.clone() };
    let said = before.clone().with(now);
    let sheet =
        SheetRequest { sheet: said.sheet.clone(), is_named: asked.said.sheet.is_some(), hidden: said.hidden.clone() };
    let mut grid = match asked.format {
        ImportFormat::Csv => csv_file::read(bytes, said.delimiter)?,
        ImportFormat::Xlsx => xlsx_file::read(bytes, &sheet)?,
        ImportFormat::Html => html_file::read(bytes, &sheet)?,
    };
    refuse_said_of_nothing(&grid, asked)?;
    let plan = site.plan(&asked.plan)?;
    let unit = said.unit.as_deref().map(|unit| Unit::parse_with(unit, plan.dialect.notation.crown));
    if unit.as_ref().is_some_and(|unit| !unit.is_money()) {
        return Err(faults::ImportFault::needs("unit"));
    }
    let unit = SaidUnit { unit, is_said_now: asked.said.unit.is_some() };
    let columns: SaidColumns = said.columns.clone();
    let ImportedFiles { mut files, kept, decimal, wordless, left_out, gone } = match &asked.table {
        Some(table) => {
            let report = asked.report.clone().ok_or_else(|| faults::ImportFault::needs("report"))?;
            let request = FiguresRequest {
                plan: asked.plan.clone(),
                table: table.clone(),
                report,
                decimal: said.decimal,
                unit,
                columns,
            };
            figures::import(site, &grid, &request)?
        }
        None => {
            let levels = site.style(Some(&plan)).levels;
            let found = MeasureColumns::find(&grid, &columns, &levels, plan.dialect.notation.crown)?;
            let request = MeasuresRequest {
                plan: asked.plan.clone(),
                report: asked.report.clone(),
                year: said.year.clone(),
                decimal: said.decimal,
                unit,
                known_by: SaidKey { key: said.known_by, is_said_now: asked.known_by.is_some() },
            };
            measures::import(site, &grid, &found, &request)?
        }
    };
    let draft = files.iter().find(|file| file.path.file_name() == "index.md" && file.before.is_none());
    let draft = draft.map(|file| file.path.to_string());
    let said = ImportMapping { hidden: Vec::new(), ..said };
    if said != before {
        let text = said.write(asked.kept.as_deref().unwrap_or_default())?;
        let path = RelPath::new(kept_in.as_str()).map_err(|_| faults::ImportFault::unreadable(&kept_in))?;
        files.push(DraftFile { path, text, before: asked.kept.clone().map(String::into_bytes) });
    }
    let cells = || grid.rows.iter().flatten();
    let (computed, rounded) =
        (cells().filter(|cell| cell.is_computed).count(), cells().filter(|cell| cell.is_rounded).count());
    let mut form = std::mem::take(&mut grid.form);
    if asked.format != ImportFormat::Xlsx {
        form.extend(decimal.map(|sign| ("decimal", sign.to_string())));
    }
    form.extend(draft.map(|path| ("draft", path)));
    let masked = |words: String| mask_personal_numbers(&words).into_owned();
    form.extend(left_out.into_iter().map(|words| ("left-out", masked(words))));
    form.extend(gone.into_iter().map(|field| ("gone", masked(field))));
    for (what, count) in [("computed", computed), ("rounded", rounded), ("wordless", wordless)] {
        if count > 0 {
            form.push((what, count.to_string()));
        }
    }
    Ok(Import { files, kept, form })
}

/// Refuses what is said now and means nothing for this file: a column that it does not have, a year that is none. What was kept may be of
/// another month's file.
fn refuse_said_of_nothing(grid: &Grid, asked: &ImportRequest) -> Result<(), faults::ImportFault> {
    let said = &asked.said;
    let fault = |what, text: &str| Err(faults::ImportFault::said(what, text));
    let is_year = |year: &str| {
        let mut parts = year.split(['/', '-']);
        parts.next().is_some_and(|first| first.len() == 4)
            && year.chars().all(|c| c.is_ascii_digit() || "/-".contains(c))
    };
    if let Some(year) = said.year.as_deref().filter(|year| !is_year(year)) {
        return fault("year", year);
    }
    let is_csv = asked.format == ImportFormat::Csv;
    if let Some(sheet) = said.sheet.as_deref().filter(|_| is_csv) {
        return fault("sheet", sheet);
    }
    if let Some(hidden) = said.hidden.first().filter(|_| is_csv) {
        return fault("hidden", hidden);
    }
    for (column, field) in &said.columns {
        let is_letter = (0..grid.width()).any(|at| column_name(at).eq_ignore_ascii_case(column));
        let is_cell = || grid.rows.iter().take(20).flatten().any(|cell| folded(&cell.text) == folded(column));
        if !is_letter && !is_cell() {
            return fault("column", column);
        }
        let is_known = match asked.table {
            Some(_) => Id::new(field).is_some(),
            None => field_named(field).is_some(),
        };
        if !is_known {
            return fault("field", field);
        }
    }
    Ok(())
}
