//! `fremdrift import`: tables as offices have them become content.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use clap::ValueEnum;
use fremdrift::{
    content::Limits,
    diag::{Error, ErrorKind},
    draft::{self, DraftFile, Import, ImportFormat, ImportMapping, ImportRequest, KnownBy, KnownSite, OpenSdgRequest},
    locale::Arg,
    tree::{DiskTree, MemoryTree},
    value::mask_personal_numbers,
};

use super::{CommonOptions, FindingsFormat, edge, exit, new, report::Reporter, words};

/// The most files of a repository of Open SDG; a country has some 250 indicators with two or three files each.
const MOST_OPEN_SDG_FILES: usize = 5_000;

/// Read a table of an office into content: figures of the ledger, or an old action plan with its statuses
///
/// With --table, the figures of a report; without, measures (number, title, required saving, committee, owner, months …) and
/// their statuses (achieved, level, words). It shows what it would write, and writes with --write. Nothing is guessed: what the file does
/// not prove is asked for. What was said once is kept in imports/ and used again. Words that stand in a file are never written over.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift import xlsx status.xlsx voksne-2020 --report 2020-06-30\n  fremdrift import csv drift.csv voksne-2020 --table drift --report 2020-06-30 --write\n  fremdrift import csv maaneder.csv boern-2020 --year 2020 --decimal . --column \"Noter=ignore\"\n  fremdrift import open-sdg ../sdg-data verdensmaal\n\nExit codes: 0 fine, 1 what would come of it is no sound content (nothing is written), 2 usage or environment."
)]
pub struct ImportCommand {
    /// The kind of the file
    #[arg(value_enum)]
    format: FileFormat,
    /// The file; for open-sdg the folder of the repository
    file: PathBuf,
    /// The plan it is for, by the name of its folder
    plan: String,
    /// The figure table it is for; without it, measures and statuses
    #[arg(long, value_name = "NAME")]
    table: Option<String>,
    /// The date or period of the report: 2026-06-30, 2026-06, 2026-Q2
    #[arg(long, value_name = "DATE")]
    report: Option<String>,
    /// The year that months are of; the plan's unless given
    #[arg(long)]
    year: Option<String>,
    /// What amounts count in whose heads say no unit: "1.000 kr."
    #[arg(long)]
    unit: Option<String>,
    /// What rows of measures are known by, where numbers and titles disagree
    #[arg(long, value_enum)]
    known_by: Option<RowKey>,
    /// The sign before decimals, where the numbers do not prove it: , or .
    #[arg(long, value_name = "SIGN")]
    decimal: Option<char>,
    /// The sign between cells of a CSV file, where its lines do not prove it
    #[arg(long, value_name = "SIGN")]
    delimiter: Option<char>,
    /// The sheet of the workbook, or the number of the table on the page, where there are several
    #[arg(long)]
    sheet: Option<String>,
    /// A row or column that is hidden and is to be read all the same: 7, D
    #[arg(long, value_name = "NAME")]
    hidden: Vec<String>,
    /// What a column is, by its head: "Noter=ignore", "Beløb=required"
    #[arg(long = "column", value_name = "HEAD=FIELD", value_parser = said_column)]
    columns: Vec<(String, String)>,
    /// Write it
    #[arg(long)]
    write: bool,
}

/// What rows of measures are known by.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum RowKey {
    /// Their numbers, whatever their titles
    Number,
    /// Their titles, whatever their numbers
    Title,
}

/// The kind of a file.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum FileFormat {
    /// Comma-separated values, whatever sign separates them
    Csv,
    /// A workbook
    Xlsx,
    /// A page with a table, as Word and browsers save it
    Html,
    /// A folder: the data and metadata of Open SDG, which become indicators with series
    OpenSdg,
}

fn said_column(text: &str) -> Result<(String, String), &'static str> {
    let (head, field) = text.rsplit_once('=').ok_or(words::USAGE_EXPECTED_COLUMN.key)?;
    Ok((head.trim().to_owned(), field.trim().to_owned()))
}

impl ImportCommand {
    /// Runs the command and answers its exit code.
    pub fn run(self, common: &CommonOptions) -> u8 {
        let mut report = Reporter::new(common, FindingsFormat::Text);
        report.speak_of(&common.root);
        match self.import(common, &mut report) {
            Ok(code) => code,
            Err(error) => {
                report.error(&error, &common.root);
                exit::USAGE
            }
        }
    }

    fn import(self, common: &CommonOptions, report: &mut Reporter) -> Result<u8, Error> {
        let tree = DiskTree::open(&common.root)?;
        let is_to_be_written = self.write;
        let import = match self.format {
            FileFormat::OpenSdg => self.read_repository(&tree, common)?,
            _ => self.read_table(&tree, common)?,
        };
        tell(&import, report)?;
        if import.files.is_empty() {
            report.say(&words::IMPORT_NOTHING_NEW, []);
            return Ok(exit::FINE);
        }
        let no = report.tell(&words::IMPORT_NO, []);
        let is_wanted = is_to_be_written || {
            let said = report.ask(&words::IMPORT_ASK, &no).to_lowercase();
            said == report.tell(&words::IMPORT_YES, []).to_lowercase()
        };
        if is_wanted {
            return new::write_checked(&tree, &common.root, &import.files, common, report);
        }
        let look = draft::look(&tree, &import.files, edge::today(), common.language, env!("CARGO_PKG_VERSION"))?;
        report.found(&look.errors, look.language);
        report.found(&look.warnings, look.language);
        report.say(&words::IMPORT_NOT_WRITTEN, []);
        Ok(if look.errors.is_empty() { exit::FINE } else { exit::CONTENT })
    }

    /// Makes files of a table.
    fn read_table(self, tree: &DiskTree, common: &CommonOptions) -> Result<Import, Error> {
        // A workbook is packed, and holds more than the table that is taken from it.
        let times = if matches!(self.format, FileFormat::Xlsx) { 2 } else { 1 };
        let bytes = read(&self.file, Limits::FILE_BYTES.saturating_mul(times))?;
        let site = KnownSite::open(tree, edge::today(), common.language)?;
        // The plan is known and the table has a name before anything is looked for by them: `../../x` leads nowhere.
        let kept = said_before(&common.root.join(draft::mapping_path(&site, &self.plan, self.table.as_deref())?))?;
        let format = match self.format {
            FileFormat::Xlsx => ImportFormat::Xlsx,
            FileFormat::Html => ImportFormat::Html,
            FileFormat::Csv | FileFormat::OpenSdg => ImportFormat::Csv,
        };
        let request = ImportRequest {
            format,
            plan: self.plan,
            table: self.table,
            report: self.report,
            known_by: self.known_by.map(|key| match key {
                RowKey::Number => KnownBy::Number,
                RowKey::Title => KnownBy::Title,
            }),
            said: ImportMapping {
                sheet: self.sheet,
                hidden: self.hidden,
                delimiter: self.delimiter,
                decimal: self.decimal,
                year: self.year,
                unit: self.unit,
                columns: self.columns.into_iter().collect(),
                ..ImportMapping::default()
            },
            kept,
        };
        draft::import(&site, &bytes, &request)
    }

    /// Makes files of a repository of Open SDG.
    fn read_repository(self, tree: &DiskTree, common: &CommonOptions) -> Result<Import, Error> {
        let unfit = [
            ("--table", self.table.is_some()),
            ("--report", self.report.is_some()),
            ("--year", self.year.is_some()),
            ("--unit", self.unit.is_some()),
            ("--known-by", self.known_by.is_some()),
            ("--decimal", self.decimal.is_some()),
            ("--sheet", self.sheet.is_some()),
            ("--hidden", !self.hidden.is_empty()),
        ];
        if let Some((option, _)) = unfit.iter().find(|(_, is_given)| *is_given) {
            return Err(draft::open_sdg_takes_no(option));
        }
        let repository = open_sdg_tree(&self.file)?;
        let site = KnownSite::open(tree, edge::today(), common.language)?;
        let kept = said_before(&common.root.join(draft::open_sdg_mapping_path(&site, &self.plan)?))?;
        let said = ImportMapping {
            delimiter: self.delimiter,
            columns: self.columns.into_iter().collect(),
            ..ImportMapping::default()
        };
        draft::import_open_sdg(&site, &repository, &OpenSdgRequest { plan: self.plan, said, kept })
    }
}

/// Reads what was said of a file or folder before; nothing where nothing was.
fn said_before(path: &Path) -> Result<Option<String>, Error> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        // A file in the place of the folder is told where it is to be written.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(Error::io("reading", path, error)),
    }
}

/// Reads the folders of a repository of Open SDG that are of interest. Links are not followed.
fn open_sdg_tree(folder: &Path) -> Result<MemoryTree, Error> {
    let mut tree = MemoryTree::default();
    let mut count = 0_usize;
    for name in draft::OPEN_SDG_FOLDERS.iter().map(|name| folder.join(name)).filter(|folder| folder.is_dir()) {
        for entry in walkdir::WalkDir::new(&name).min_depth(1).max_depth(2).sort_by_file_name() {
            let entry = entry.map_err(|error| Error::io("reading", &name, error))?;
            let is_read = |ending: &std::ffi::OsStr| {
                ["csv", "md", "yml", "yaml"].iter().any(|it| ending.eq_ignore_ascii_case(it))
            };
            let path = entry.path();
            let below = path.strip_prefix(folder).ok().and_then(Path::to_str);
            if let Some(below) = below.filter(|_| entry.file_type().is_file() && path.extension().is_some_and(is_read))
            {
                count = count.saturating_add(1);
                if count > MOST_OPEN_SDG_FILES {
                    return Err(Error::new(ErrorKind::Limit, format!("{} has too many files", folder.display())));
                }
                tree = tree.with(&below.replace('\\', "/"), read(path, Limits::FILE_BYTES)?);
            }
        }
    }
    Ok(tree)
}

/// Reads a file that is not too large, in bytes.
fn read(path: &Path, limit: usize) -> Result<Vec<u8>, Error> {
    let fail = |error| Error::io("reading", path, error);
    let size = fs::metadata(path).map_err(fail)?.len();
    if size > limit as u64 {
        return Err(draft::import_too_large(limit));
    }
    fs::read(path).map_err(fail)
}

/// Says how the file was read, and shows what would be written: to standard output, since it is what was asked for.
fn tell(import: &Import, report: &Reporter) -> Result<(), Error> {
    for (what, value) in &import.form {
        report.say(&words::IMPORT_FORM, [Arg::Text(what), Arg::Text(value)]);
    }
    for path in &import.kept {
        report.say(&words::IMPORT_KEPT, [Arg::Text(path.as_str())]);
    }
    import.files.iter().try_for_each(|file| report.told(&mask_personal_numbers(&shown(file))))
}

/// Draws a file as it would be: of a changed one, the lines that come and go.
fn shown(file: &DraftFile) -> String {
    let (before, after) = (file.text_before(), file.text.trim_start_matches('\u{feff}'));
    let sign = if file.before.is_none() { "+" } else { "~" };
    let lines = |text: &'_ str| text.lines().map(str::to_owned).collect::<BTreeSet<String>>();
    let (of_before, of_after) = (lines(&before), lines(after));
    let gone = before.lines().filter(|line| !of_after.contains(*line)).map(|line| format!("  - {line}\n"));
    let new = after.lines().filter(|line| !of_before.contains(*line)).map(|line| format!("  + {line}\n"));
    format!("{sign} {}\n", file.path) + &gone.chain(new).collect::<String>()
}
