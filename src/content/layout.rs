//! Which file is what: the folders of a site, as paths.

use super::{
    Dialect, ParseLog,
    hiding_words::is_set_aside,
    scalar::{NOT_AN_ID, YEAR_NOT_DECLARED},
};
use crate::{
    diag::{Code, Diagnostic, Place},
    schema::{RecordType, records},
    value::{Id, Period, PeriodError, RelPath, meant_date},
};

const BAD_UPDATE_FOLDER: Code = Code::error("bad-update-folder")
    .args(&["name", "aside?", "suggestion?"])
    .help("a folder in `updates` that is not named after the date or period of a report");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&BAD_UPDATE_FOLDER];

/// What a file of the site is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// `site.toml`.
    Site,
    /// `content/committees.toml`.
    Committees,
    /// `content/owners.toml`.
    Owners,
    /// Any other Markdown file below `content/`.
    Page,
    /// `plan.md` of a plan.
    Plan,
    /// `measures/<measure>.md`.
    Measure,
    /// `indicators.toml`.
    Indicators,
    /// `indicators/<indicator>.csv`.
    IndicatorFigures,
    /// `milestones.toml`.
    Timeline,
    /// `tables/<table>.toml`.
    Table,
    /// `tables/<table>.csv`.
    TableFigures,
    /// `updates/<date>/index.md`.
    Update,
    /// `updates/<date>/<measure>.md`.
    Status,
    /// `updates/<date>/<table>.csv`.
    UpdateFigures,
    /// `updates/<date>/<indicator>.csv`: by its place it is one of figures, and by what is declared one of readings.
    UpdateReadings,
    /// A picture or another file that pages may link to.
    Asset,
    /// A file that belongs nowhere.
    Stray,
}

impl FileKind {
    /// Returns the schema of its fields, where it has any.
    #[must_use]
    pub fn record(self) -> Option<&'static RecordType> {
        match self {
            Self::Site => Some(&records::SITE),
            Self::Committees => Some(&records::COMMITTEES),
            Self::Owners => Some(&records::OWNERS),
            Self::Page => Some(&records::PAGE),
            Self::Plan => Some(&records::PLAN),
            Self::Measure => Some(&records::MEASURE),
            Self::Indicators => Some(&records::INDICATORS),
            Self::Timeline => Some(&records::TIMELINE),
            Self::Table => Some(&records::TABLE),
            Self::Update => Some(&records::UPDATE),
            Self::Status => Some(&records::STATUS),
            Self::TableFigures
            | Self::UpdateFigures
            | Self::UpdateReadings
            | Self::IndicatorFigures
            | Self::Asset
            | Self::Stray => None,
        }
    }

    /// Tells whether it is Markdown with front matter.
    #[must_use]
    pub fn is_markdown(self) -> bool {
        matches!(self, Self::Page | Self::Plan | Self::Measure | Self::Update | Self::Status)
    }

    /// Tells whether it is a CSV file of figures.
    #[must_use]
    pub fn is_figures(self) -> bool {
        matches!(self, Self::TableFigures | Self::UpdateFigures) || self.is_readings()
    }

    /// Tells whether it is a CSV file of an indicator's readings.
    #[must_use]
    pub fn is_readings(self) -> bool {
        matches!(self, Self::IndicatorFigures | Self::UpdateReadings)
    }

    /// Tells whether it stands in the folder of a report.
    #[must_use]
    pub fn is_in_report(self) -> bool {
        matches!(self, Self::Update | Self::Status | Self::UpdateFigures | Self::UpdateReadings)
    }

    /// Tells whether it is parsed at all.
    #[must_use]
    pub fn is_parsed(self) -> bool {
        !matches!(self, Self::Asset | Self::Stray)
    }
}

/// The endings of files that pages may show or link to.
const ASSETS: [&str; 14] =
    ["svg", "png", "jpg", "jpeg", "webp", "avif", "gif", "pdf", "xlsx", "docx", "pptx", "ods", "odt", "odp"];

/// The endings of files that pages may link to, beside those in the folders of plans: figures for everybody, and plain text. In
/// plans they would be taken for figures or for measures under a wrong name.
const OPEN_DATA: [&str; 2] = ["csv", "txt"];

/// Returns the kinds of files that are published, by their endings.
#[must_use]
pub fn published_kinds() -> String {
    ASSETS.iter().chain(&OPEN_DATA).copied().collect::<Vec<_>>().join(", ")
}

/// The paths of a site.
pub struct SitePaths;

impl SitePaths {
    /// The file every site has.
    pub const FILE: &'static str = "site.toml";
    /// The folder of all content.
    pub const CONTENT: &'static str = "content";
    /// The words of the front page, where it has any.
    pub const FRONT: &'static str = "content/index.md";
    /// The folder of all plans.
    pub const PLANS: &'static str = "content/plans";
    /// The folder of themes.
    pub const THEMES: &'static str = "themes";
}

/// Tells what a file is by where it lies.
#[must_use]
pub fn role_of(path: &RelPath) -> FileKind {
    // No rule looks at more parts than these.
    let mut parts = [b"".as_slice(); 7];
    let mut count = 0_usize;
    for (place, part) in parts.iter_mut().zip(path.as_str().as_bytes().split(|byte| *byte == b'/')) {
        *place = part;
        count = count.saturating_add(1);
    }
    let ending = path.extension();
    match parts.get(..count).unwrap_or_default() {
        [b"site.toml"] => FileKind::Site,
        [b"content", b"committees.toml"] => FileKind::Committees,
        [b"content", b"owners.toml"] => FileKind::Owners,
        [b"content", b"plans", _, b"plan.md"] => FileKind::Plan,
        [b"content", b"plans", _, b"indicators.toml"] => FileKind::Indicators,
        [b"content", b"plans", _, b"indicators", _] if ending == "csv" => FileKind::IndicatorFigures,
        [b"content", b"plans", _, b"milestones.toml"] => FileKind::Timeline,
        [b"content", b"plans", _, b"measures", _] if ending == "md" => FileKind::Measure,
        [b"content", b"plans", _, b"tables", _] if ending == "toml" => FileKind::Table,
        [b"content", b"plans", _, b"tables", _] if ending == "csv" => FileKind::TableFigures,
        [b"content", b"plans", _, b"updates", _, b"index.md"] => FileKind::Update,
        [b"content", b"plans", _, b"updates", _, _] if ending == "md" => FileKind::Status,
        [b"content", b"plans", _, b"updates", _, _] if ending == "csv" => FileKind::UpdateFigures,
        [b"content", ..] if ASSETS.iter().any(|known| ending.eq_ignore_ascii_case(known)) => FileKind::Asset,
        [b"content", b"plans", ..] => FileKind::Stray,
        [b"content", ..] if OPEN_DATA.iter().any(|known| ending.eq_ignore_ascii_case(known)) => FileKind::Asset,
        [b"content", ..] if ending == "md" => FileKind::Page,
        _ => FileKind::Stray,
    }
}

/// Returns what the report is about that a file stands in, by the name of its folder: `Some(None)` where it stands in none,
/// `None` where the folder cannot be read, which is reported.
pub fn report_of(file: &RelPath, role: FileKind, context: &Dialect, notebook: &mut ParseLog) -> Option<Option<Period>> {
    if !role.is_in_report() {
        return Some(None);
    }
    let folder = file.parts().rev().nth(1).unwrap_or_default();
    let error = match Period::read_folder(folder, context.year_begins) {
        Ok(period) => return Some(Some(period)),
        Err(error) => error,
    };
    // Once for the folder, however many files it holds.
    let is_told = |told: &Diagnostic| {
        [&BAD_UPDATE_FOLDER, &YEAR_NOT_DECLARED].contains(&told.code)
            && told.args.iter().any(|(_, name)| name == folder)
    };
    if !notebook.diagnostics.iter().any(is_told) {
        let place = Place::File(file.clone());
        let diagnostic = match error {
            PeriodError::NotDeclared(_) => {
                Diagnostic::new(&YEAR_NOT_DECLARED, place).with("key", "updates").with("text", folder)
            }
            error => {
                let cures = error.cures(context.is_english(), true);
                // Under a right name all of it would be shown.
                let aside = is_set_aside(folder);
                // Words that a field may hold have their own form here: `sommer 2020` is 2020-06-01--2020-08-31.
                let read = || Period::read(folder, context.year_begins).ok().map(Period::iso);
                let cure = (!cures.is_empty()).then(|| cures.join(", ")).or_else(read).or_else(|| meant_date(folder));
                let cure = cure.filter(|_| !aside);
                Diagnostic::new(&BAD_UPDATE_FOLDER, place)
                    .with("name", folder)
                    .with("aside", if aside { "yes" } else { "no" })
                    .with("suggestion", cure.unwrap_or_default())
            }
        };
        notebook.diagnostics.push(diagnostic);
    }
    None
}

/// What file systems put before the name of a copy, and behind it, before a number in brackets.
const COPY_BEFORE: [&str; 4] = ["kopi af ", "copy of ", "kopia av ", "kopi av "];
const COPY_BEHIND: [&str; 5] = [" - kopi", " - copy", " - kopia", " copy", " kopi"];

/// Returns what a file was copied from, by a name that a file system gives to copies: `02 - Kopi (2)`, `voksne (1)`, `Kopi af voksne`.
fn copied_from(name: &str) -> Option<String> {
    let without_number = |name: &str| {
        let (stem, number) = name.strip_suffix(')')?.rsplit_once(" (")?;
        (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then(|| stem.to_owned())
    };
    let stem = without_number(name).unwrap_or_else(|| name.to_owned());
    // The words are of ASCII, so that they are as long in small letters.
    let lower = stem.to_ascii_lowercase();
    let behind = COPY_BEHIND.iter().find(|words| lower.ends_with(*words)).map_or(0, |words| words.len());
    let before = COPY_BEFORE.iter().find(|words| lower.starts_with(*words)).map_or(0, |words| words.len());
    let original = stem.get(before..stem.len().saturating_sub(behind))?;
    (original != name && Id::new(original).is_some()).then(|| original.to_owned())
}

/// Returns the id a file's record has by its place: its stem, or its folder where it stands for it.
pub fn id_of(file: &RelPath, role: FileKind, notebook: &mut ParseLog) -> Option<Id> {
    let mut folders = file.parts().rev().skip(1);
    let name = match role {
        FileKind::Plan | FileKind::Update => folders.next().unwrap_or_default(),
        _ => file.stem(),
    };
    let id = Id::new(name);
    if id.is_none() {
        let diagnostic = Diagnostic::new(&NOT_AN_ID, Place::File(file.clone()));
        let diagnostic = diagnostic.with("key", file.file_name()).with("text", name).with("meant", "none");
        notebook.diagnostics.push(diagnostic.with("suggestion", copied_from(name).unwrap_or_default()));
    }
    id
}
