//! Tables as offices have them → content: figures of the ledger into a figure table, an old action plan into measures and statuses.
//!
//! Takes the bytes of a file, answers the files that are to be written, and writes none. Nothing is guessed: what the file does
//! not prove is asked for, and what is hidden in it is read where it is named.

mod csv_file;
mod edit;
mod faults;
mod figures;
mod grid;
mod headings;
mod html_file;
mod mapping;
mod measures;
mod numbers;
mod open_sdg;
mod xlsx_file;

use super::{add::is_kept_name, draft_file::DraftFile, known::KnownSite};
use crate::{
    diag::{Code, Error},
    value::{Id, RelPath},
};
pub use faults::import_too_large;
use figures::FiguresRequest;
use headings::{MeasureColumns, SaidColumns};
pub use mapping::ImportMapping;
use measures::{ImportedFiles, MeasuresRequest};
pub use open_sdg::{OPEN_SDG_FOLDERS, OpenSdgRequest, import_open_sdg, open_sdg_mapping_path, open_sdg_takes_no};
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
    let before = asked.kept.as_deref().map(ImportMapping::read).transpose()?.unwrap_or_default();
    let said = before.clone().with(asked.said.clone());
    let mut grid = match asked.format {
        ImportFormat::Csv => csv_file::read(bytes, said.delimiter)?,
        ImportFormat::Xlsx => {
            xlsx_file::read(bytes, &SheetRequest { sheet: said.sheet.clone(), hidden: said.hidden.clone() })?
        }
        ImportFormat::Html => html_file::read(bytes, said.sheet.as_deref(), &said.hidden)?,
    };
    let plan = site.plan(&asked.plan)?;
    let columns: SaidColumns = said.columns.clone();
    let ImportedFiles { mut files, kept, decimal, wordless } = match &asked.table {
        Some(table) => {
            let report = asked.report.clone().ok_or_else(|| faults::ImportFault::needs("report"))?;
            let request = FiguresRequest {
                plan: asked.plan.clone(),
                table: table.clone(),
                report,
                decimal: said.decimal,
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
            };
            measures::import(site, &grid, &found, &request)?
        }
    };
    if said != before {
        let text = said.write(asked.kept.as_deref().unwrap_or_default())?;
        let path = mapping_path(site, &asked.plan, asked.table.as_deref())?;
        let path = RelPath::new(path.as_str()).map_err(|_| faults::ImportFault::unreadable(&path))?;
        files.push(DraftFile { path, text, before: asked.kept.clone().map(String::into_bytes) });
    }
    let cells = || grid.rows.iter().flatten();
    let (computed, rounded) =
        (cells().filter(|cell| cell.is_computed).count(), cells().filter(|cell| cell.is_rounded).count());
    let mut form = std::mem::take(&mut grid.form);
    if asked.format != ImportFormat::Xlsx {
        form.extend(decimal.map(|sign| ("decimal", sign.to_string())));
    }
    for (what, count) in [("computed", computed), ("rounded", rounded), ("wordless", wordless)] {
        if count > 0 {
            form.push((what, count.to_string()));
        }
    }
    Ok(Import { files, kept, form })
}
