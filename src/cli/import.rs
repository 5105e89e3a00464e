//! `fremdrift import`: tables as offices have them become content.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::ValueEnum;
use fremdrift::{
    content::Limits,
    diag::{Error, ErrorKind},
    draft::{self, DraftFile, Import, ImportFormat, ImportMapping, ImportRequest, KnownSite},
    locale::Arg,
    tree::DiskTree,
    value::mask_personal_numbers,
};

use super::{CommonOptions, FindingsFormat, edge, exit, new, report::Reporter, words};

/// Read a table of an office into content: figures of the ledger, or an old action plan with its statuses
///
/// With --table, the figures of a report; without, measures (number, title, required saving, committee, owner, months …) and
/// their statuses (achieved, level, words). It shows what it would write, and writes with --write. Nothing is guessed: what the file does
/// not prove is asked for. What was said once is kept in imports/ and used again. Words that stand in a file are never written over.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift import xlsx status.xlsx voksne-2020 --report 2020-06-30\n  fremdrift import csv drift.csv voksne-2020 --table drift --report 2020-06-30 --write\n  fremdrift import csv maaneder.csv boern-2020 --year 2020 --decimal . --column \"Noter=ignore\"\n\nExit codes: 0 fine, 1 what would come of it is no sound content (nothing is written), 2 usage or environment."
)]
pub struct ImportCommand {
    /// The kind of the file
    #[arg(value_enum)]
    format: FileFormat,
    /// The file
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

/// The kind of a file.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum FileFormat {
    /// Comma-separated values, whatever sign separates them
    Csv,
    /// A workbook
    Xlsx,
    /// A page with a table, as Word and browsers save it
    Html,
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
        let bytes = read(&self.file)?;
        let site = KnownSite::open(&tree, edge::today(), common.language)?;
        // The plan is known and the table has a name before anything is looked for by them: `../../x` leads nowhere.
        let kept = common.root.join(draft::mapping_path(&site, &self.plan, self.table.as_deref())?);
        let kept = match fs::read_to_string(&kept) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(Error::io("reading", &kept, error)),
        };
        let is_to_be_written = self.write;
        let request = ImportRequest {
            format: match self.format {
                FileFormat::Csv => ImportFormat::Csv,
                FileFormat::Xlsx => ImportFormat::Xlsx,
                FileFormat::Html => ImportFormat::Html,
            },
            plan: self.plan,
            table: self.table,
            report: self.report,
            said: ImportMapping {
                sheet: self.sheet,
                hidden: self.hidden,
                delimiter: self.delimiter,
                decimal: self.decimal,
                year: self.year,
                columns: self.columns.into_iter().collect(),
            },
            kept,
        };
        let import = draft::import(&site, &bytes, &request)?;
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
}

/// Reads a file that is not too large.
fn read(path: &Path) -> Result<Vec<u8>, Error> {
    let fail = |error| Error::io("reading", path, error);
    let size = fs::metadata(path).map_err(fail)?.len();
    if size > Limits::FILE_BYTES as u64 * 2 {
        return Err(Error::new(ErrorKind::Limit, format!("{} is too large", path.display())));
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
    let before = file.before.as_deref().map(String::from_utf8_lossy).unwrap_or_default().into_owned();
    let has = |text: &str, line: &str| text.lines().any(|other| other == line);
    let sign = if file.before.is_none() { "+" } else { "~" };
    let gone = before.lines().filter(|line| !has(&file.text, line)).map(|line| format!("  - {line}\n"));
    let new = file.text.lines().filter(|line| !has(&before, line)).map(|line| format!("  + {line}\n"));
    format!("{sign} {}\n", file.path) + &gone.chain(new).collect::<String>()
}
