//! How each file was written when: as the `site.toml` and the declaration of its table said at that commit.
//!
//! Takes what each commit made of which file; answers what is to be compared, each content with the dialect that it is
//! read in. Where a declaration changes, the files that stand are read anew: only what then differs is told. Where one
//! cannot be read, what hangs on it cannot be read either until it can: to guess would tell of changes that nobody made.
//! What files say is not known here.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::blob_index::{BlobIndex, DialectAt, OF_REGISTERS, PathAt, VersionAt, plan_of, sound};
use crate::{
    content::{self, CsvFormat, CsvHeads, Dialect, FileKind},
    diag::Error,
    git::{Blob, BlobId, Repository},
    locale::Language,
    schema::{Choice, Fields, Value, records},
    value::{Id, RelPath, Unit},
};

/// A file that a commit changed, and its content since.
pub(super) struct BlobChange {
    /// The commit, by its place from the oldest; `None` is before the first.
    pub commit: Option<usize>,
    pub path: PathAt,
    /// Nothing where it is gone, and of a file that is no record.
    pub blob: Option<BlobId>,
}

/// A file that is to be compared at a commit: one that it changed, or one that means something else since.
pub(super) struct FileToCompare {
    pub commit: Option<usize>,
    pub path: PathAt,
    pub after: Noted,
}

/// What there is of a file at a commit.
#[derive(Clone, Copy)]
pub(super) enum Noted {
    Gone,
    Version(VersionAt),
    /// It is there, and nobody can say how it is written.
    Unreadable,
    /// It is gone, while nobody can say how its site is written: a record in it may stand elsewhere.
    Unknown,
}

/// What declarations say, each content of them.
#[derive(Default)]
pub(super) struct Declarations {
    fields: BTreeMap<(PathAt, BlobId), Option<Fields>>,
    /// The language of each content of a `plan.md`; nothing where it declares none.
    languages: BTreeMap<(PathAt, BlobId), Option<Language>>,
}

impl Declarations {
    /// Reads the declarations of one role among some changes.
    ///
    /// # Errors
    ///
    /// Fails when a content cannot be read from the repository.
    pub fn read(
        &mut self,
        repository: &Repository,
        changes: &[BlobChange],
        shelf: &BlobIndex,
        role: FileKind,
    ) -> Result<(), Error> {
        let keys = changes.iter().filter(|change| shelf.role(change.path) == role);
        let keys: BTreeSet<(PathAt, BlobId)> = keys.filter_map(|change| Some((change.path, change.blob?))).collect();
        let keys: Vec<(PathAt, BlobId)> = keys.into_iter().collect();
        let blobs: Vec<BlobId> = keys.iter().map(|(_, blob)| *blob).collect();
        let context = Dialect::for_language(Language::Danish);
        let read = std::sync::Mutex::new(BTreeMap::new());
        repository.blobs(&blobs, &|place, blob| {
            let Some((path, key)) = keys.get(place).and_then(|key| Some((shelf.paths.get(key.0)?, *key))) else {
                return;
            };
            let Blob::Bytes(bytes) = blob else { return };
            let declared = match role {
                FileKind::Plan => (Some(declared_years(bytes)), content::plan_language(bytes, path, &context)),
                _ => (sound(bytes, path, &context).map(|record| record.fields), None),
            };
            if let Ok(mut read) = read.lock() {
                read.insert(key, declared);
            }
        })?;
        let mut read = read.into_inner().unwrap_or_default();
        for key in keys {
            let (fields, language) = read.remove(&key).unwrap_or_default();
            self.fields.insert(key, fields);
            if role == FileKind::Plan {
                self.languages.insert(key, language);
            }
        }
        Ok(())
    }

    /// Tells whether files count or are written otherwise at one of some commits than before, by `site.toml`.
    pub fn is_site_changed(&self, of_site: &[BlobChange]) -> bool {
        let mut said = of_site.iter().filter_map(|change| Some(SiteDialect::new(self.fields(change)?)));
        let first = said.next();
        said.any(|dialect| Some(&dialect) != first.as_ref())
    }

    /// Returns what a declaration says; nothing where it is gone or cannot be read.
    fn fields(&self, change: &BlobChange) -> Option<&Fields> {
        self.fields.get(&(change.path, change.blob?))?.as_ref()
    }

    /// Returns the language that a `plan.md` declares; nothing where it is gone.
    fn language(&self, change: &BlobChange) -> Option<Option<Language>> {
        self.languages.get(&(change.path, change.blob?)).copied()
    }
}

/// How a site is written, and what decides what its figures and levels mean.
#[derive(Clone, PartialEq)]
struct SiteDialect {
    texts: Dialect,
    csv: CsvFormat,
    heads: Arc<CsvHeads>,
    unit: Option<Unit>,
    scale: Option<Id>,
    scales: Option<Fields>,
}

impl SiteDialect {
    fn new(fields: &Fields) -> Self {
        let site = Dialect::for_site(fields, &mut Vec::new());
        Self {
            texts: Dialect {
                notation: site.notation,
                year_begins: site.year_begins,
                ..Dialect::for_language(content::language(fields))
            },
            csv: site.csv,
            heads: site.heads,
            unit: fields.get(&records::UNIT).cloned(),
            scale: fields.get(&records::DEFAULT_SCALE).cloned(),
            scales: fields.get(&records::SCALES).cloned(),
        }
    }

    /// Tells whether the same words and numbers mean the same.
    fn means_the_same(&self, other: &Self) -> bool {
        (&self.unit, &self.scale, &self.scales) == (&other.unit, &other.scale, &other.scales)
    }
}

/// A file as it stands.
#[derive(Clone, Copy, Default)]
struct StandingFile {
    blob: Option<BlobId>,
    /// How it was read last.
    dialect: Option<DialectAt>,
    /// A change of it has not been compared, because nobody could say how it is written.
    is_waiting: bool,
}

/// Goes from commit to commit with the declarations that are in force.
pub(super) struct DialectReplay<'d> {
    declarations: &'d Declarations,
    shelf: &'d mut BlobIndex,
    site: SiteDialect,
    /// `site.toml` stands and cannot be read.
    is_site_unknown: bool,
    /// What each declaration of a table says; nothing where it stands and cannot be read.
    tables: BTreeMap<PathAt, Option<Fields>>,
    /// What each register of indicators says, likewise.
    indicators: BTreeMap<PathAt, Option<Fields>>,
    /// The language that each `plan.md` declares; nothing where it is that of the site.
    languages: BTreeMap<PathAt, Option<Language>>,
    /// By file of a plan, its `plan.md`.
    plan_of: BTreeMap<PathAt, PathAt>,
    /// The declarations that could be read before.
    declared: BTreeSet<PathAt>,
    /// By folder of a plan, the month in which its years begin, where it says so itself.
    years: BTreeMap<String, Option<i8>>,
    /// By file of figures, the declaration of its table.
    table_of: BTreeMap<PathAt, PathAt>,
    /// By file that may hold readings of an indicator, the register of its plan.
    indicators_of: BTreeMap<PathAt, PathAt>,
    standing: Vec<StandingFile>,
    notes: Vec<FileToCompare>,
}

impl<'d> DialectReplay<'d> {
    /// Begins before the first of some changes, which stand in the order of their commits.
    ///
    /// Before a declaration could be read once, the first that can be read holds: there is nothing else to go by.
    pub fn new(declarations: &'d Declarations, changes: &[BlobChange], shelf: &'d mut BlobIndex) -> Self {
        let mut site = None;
        let mut tables: BTreeMap<PathAt, Option<Fields>> = BTreeMap::new();
        let mut indicators: BTreeMap<PathAt, Option<Fields>> = BTreeMap::new();
        let mut languages = BTreeMap::new();
        for change in changes {
            if let Some(language) = declarations.language(change) {
                languages.entry(change.path).or_insert(language);
            }
            let Some(fields) = declarations.fields(change) else { continue };
            match shelf.role(change.path) {
                FileKind::Site => drop(site.get_or_insert_with(|| SiteDialect::new(fields))),
                FileKind::Plan => {}
                FileKind::Indicators => drop(indicators.entry(change.path).or_insert_with(|| Some(fields.clone()))),
                _ => drop(tables.entry(change.path).or_insert_with(|| Some(fields.clone()))),
            }
        }
        let figures = (0..shelf.paths.len()).filter(|path| shelf.role(*path).is_figures());
        let table_of = figures.filter_map(|path| Some((path, shelf.find(&table_of(shelf.paths.get(path)?)?)?)));
        let of_indicators = (0..shelf.paths.len())
            .filter(|path| matches!(shelf.role(*path), FileKind::IndicatorFigures | FileKind::UpdateFigures));
        let indicators_of =
            of_indicators.filter_map(|path| Some((path, shelf.find(&indicators_of(shelf.paths.get(path)?)?)?)));
        let indicators_of = indicators_of.collect();
        let plans = shelf.paths.iter().enumerate();
        let plan_of = plans.filter_map(|(path, file)| Some((path, shelf.find(&plan_file(file)?)?))).collect();
        Self {
            declarations,
            site: site.unwrap_or_else(|| SiteDialect::new(&Fields::default())),
            is_site_unknown: false,
            tables,
            indicators,
            languages,
            plan_of,
            declared: BTreeSet::new(),
            years: BTreeMap::new(),
            table_of: table_of.collect(),
            indicators_of,
            standing: vec![StandingFile::default(); shelf.paths.len()],
            notes: Vec::with_capacity(changes.len()),
            shelf,
        }
    }

    /// Goes through all changes.
    pub fn notes(mut self, changes: &[BlobChange]) -> (Vec<FileToCompare>, EndDialects) {
        for changes in changes.chunk_by(|a, b| a.commit == b.commit) {
            self.commit(changes);
        }
        let dialects = (0..self.standing.len()).map(|path| self.dialect(path)).collect();
        (self.notes, EndDialects(dialects))
    }

    fn commit(&mut self, changes: &[BlobChange]) {
        let Some(commit) = changes.first().map(|change| change.commit) else { return };
        let mut due: BTreeSet<PathAt> = BTreeSet::new();
        let mut has_other_meaning = false;
        for change in changes {
            match self.shelf.role(change.path) {
                FileKind::Site => has_other_meaning = self.declare_site(change, &mut due),
                FileKind::Table => self.declare_table(change, &mut due),
                FileKind::Indicators => self.declare_indicators(change, &mut due),
                FileKind::Plan => {
                    self.declare_language(change, &mut due);
                    self.declare_years(change, &mut due);
                }
                _ => {}
            }
        }
        for change in changes {
            let Some(file) = self.standing.get_mut(change.path) else { continue };
            file.blob = change.blob;
            due.remove(&change.path);
            self.note(commit, change.path);
        }
        for path in due {
            let Some(file) = self.standing.get(path).copied() else { continue };
            let dialect = self.dialect(path);
            let is_other = file.blob.is_some() && (has_other_meaning || dialect != file.dialect);
            if dialect.is_some() && (file.is_waiting || is_other) {
                self.note(commit, path);
            }
        }
    }

    /// Notes what stands of a file.
    fn note(&mut self, commit: Option<usize>, path: PathAt) {
        let dialect = self.dialect(path);
        let Some(file) = self.standing.get_mut(path) else { return };
        file.is_waiting = dialect.is_none();
        let after = match (file.blob, dialect) {
            (Some(blob), Some(dialect)) => {
                file.dialect = Some(dialect);
                Noted::Version(self.shelf.version(path, blob, dialect))
            }
            (Some(_), None) => Noted::Unreadable,
            (None, None) if self.is_site_unknown => Noted::Unknown,
            (None, _) => {
                file.is_waiting = false;
                Noted::Gone
            }
        };
        self.notes.push(FileToCompare { commit, path, after });
    }

    /// Takes over what a new `site.toml` says, and notes which files may be concerned. Tells whether the same words and
    /// numbers mean something else since. One that is gone says nothing else than it said.
    fn declare_site(&mut self, change: &BlobChange, due: &mut BTreeSet<PathAt>) -> bool {
        let Some(fields) = self.declarations.fields(change) else {
            self.is_site_unknown |= change.blob.is_some() && self.declared.contains(&change.path);
            return false;
        };
        let site = SiteDialect::new(fields);
        let was_unknown = std::mem::replace(&mut self.is_site_unknown, false);
        self.declared.insert(change.path);
        let has_other_meaning = !site.means_the_same(&self.site);
        if was_unknown || site != self.site {
            let of_plans = self.shelf.paths.iter().enumerate().filter(|(_, path)| plan_of(path).is_some());
            due.extend(of_plans.map(|(path, _)| path));
        }
        self.site = site;
        has_other_meaning
    }

    /// Takes over what the declaration of a table says of its CSV files. They are no table without one, so where it is
    /// gone, what it said holds for what is left of them.
    fn declare_table(&mut self, change: &BlobChange, due: &mut BTreeSet<PathAt>) {
        let said = self.declarations.fields(change).cloned();
        if said.is_some() {
            self.declared.insert(change.path);
        }
        if change.blob.is_some() && self.declared.contains(&change.path) {
            self.tables.insert(change.path, said);
            let figures = self.table_of.iter().filter(|(_, table)| **table == change.path);
            due.extend(figures.map(|(path, _)| *path));
        }
    }

    /// Takes over what a register says of the CSV files of its indicators. Where it is gone, what it said holds for what is
    /// left of them.
    fn declare_indicators(&mut self, change: &BlobChange, due: &mut BTreeSet<PathAt>) {
        let said = self.declarations.fields(change).cloned();
        if said.is_some() {
            self.declared.insert(change.path);
        }
        if change.blob.is_some() && self.declared.contains(&change.path) {
            self.indicators.insert(change.path, said);
            let figures = self.indicators_of.iter().filter(|(_, register)| **register == change.path);
            due.extend(figures.map(|(path, _)| *path));
        }
    }

    /// Returns how a file of readings is written; `None` where it is none, `Some(None)` where that cannot be known.
    fn of_indicator(&self, path: PathAt, written: &Dialect) -> Option<Option<Dialect>> {
        let file = self.shelf.paths.get(path)?;
        // A table that is declared goes before an indicator of the same name.
        let table = self.table_of.get(&path).and_then(|table| self.standing.get(*table));
        if self.shelf.role(path) == FileKind::UpdateFigures && table.is_some_and(|table| table.blob.is_some()) {
            return None;
        }
        let Some(register) = self.indicators.get(self.indicators_of.get(&path)?)? else { return Some(None) };
        written.for_indicator(file.stem(), (register, ""), &mut Vec::new()).map(Some)
    }

    /// Takes over the language that a new `plan.md` declares. One that is gone says nothing else than it said.
    fn declare_language(&mut self, change: &BlobChange, due: &mut BTreeSet<PathAt>) {
        let Some(language) = self.declarations.language(change) else { return };
        if self.languages.insert(change.path, language) != Some(language) {
            due.extend(self.plan_of.iter().filter(|(_, plan)| **plan == change.path).map(|(path, _)| *path));
        }
    }

    /// Takes over what a plan says of its years, and notes the files of the plan where it says something else since. One
    /// that is gone says nothing else than it said.
    fn declare_years(&mut self, change: &BlobChange, due: &mut BTreeSet<PathAt>) {
        let Some(fields) = self.declarations.fields(change) else { return };
        let Some(plan) = self.shelf.paths.get(change.path).and_then(plan_of).map(str::to_owned) else { return };
        let said = content::year_begins(fields);
        let before = self.years.insert(plan.clone(), said).flatten();
        if before != said {
            let files = self.shelf.paths.iter().enumerate().filter(|(_, path)| plan_of(path) == Some(plan.as_str()));
            due.extend(files.map(|(path, _)| path));
        }
    }

    /// Returns the month in which years begin in a file's plan, where that says so itself.
    fn years_of(&self, path: PathAt) -> Option<i8> {
        let plan = self.shelf.paths.get(path).and_then(plan_of)?;
        self.years.get(plan).copied().flatten()
    }

    /// Returns how a file is written now; nothing where that cannot be known.
    fn dialect(&mut self, path: PathAt) -> Option<DialectAt> {
        let role = self.shelf.role(path);
        match role {
            FileKind::Site | FileKind::Committees | FileKind::Owners => return Some(OF_REGISTERS),
            _ if self.is_site_unknown && self.shelf.paths.get(path).and_then(plan_of).is_some() => return None,
            _ => {}
        }
        let language = self.plan_of.get(&path).and_then(|plan| self.languages.get(plan).copied().flatten());
        let mut texts =
            language.map_or_else(|| self.site.texts.clone(), |language| self.site.texts.in_language(language));
        texts.year_begins = self.years_of(path).or(texts.year_begins);
        if !role.is_figures() {
            return Some(self.shelf.dialect(texts));
        }
        let mut csv = language.map_or(self.site.csv, |language| self.site.csv.in_language(language));
        let plain = Dialect { csv, notation: csv.notation, ..texts.clone() };
        if let Some(own) = self.of_indicator(path, &plain) {
            let own = own?;
            return Some(self.shelf.dialect(Dialect { notation: own.csv.notation, ..own }));
        }
        let mut heads = self.site.heads.clone();
        if let Some(said) = self.table_of.get(&path).and_then(|table| self.tables.get(table)) {
            let said = said.as_ref()?;
            if let Some(declared) = said.get(&records::CSV) {
                csv = content::csv_format(declared, csv, "", "csv", &mut Vec::new());
            }
            heads = Arc::new(CsvHeads::declared(said, &heads, "", &mut Vec::new()));
        }
        Some(self.shelf.dialect(Dialect { csv, heads, notation: csv.notation, ..texts }))
    }
}

/// Returns what a plan says of its years, and nothing else: its other fields are read by the years of its site.
fn declared_years(plan: &[u8]) -> Fields {
    let word = content::plan_year_begins(plan).and_then(|month| usize::try_from(month).ok()?.checked_sub(1));
    let choice = word.map(|at| Value::Choice(Choice(content::month(at))));
    let values = choice.map(|choice| (records::YEAR_BEGINS.spec.name, choice)).into_iter().collect();
    Fields { values, ..Fields::default() }
}

/// How each file is written in the end; nothing where that cannot be known.
pub(super) struct EndDialects(Vec<Option<DialectAt>>);

impl EndDialects {
    /// Tells whether a content that was read in some dialect would be read in the same again.
    pub fn reads_the_same(&self, path: PathAt, dialect: DialectAt) -> bool {
        self.0.get(path).copied().flatten() == Some(dialect)
    }

    /// Tells whether it is known how every file is written.
    pub fn is_known(&self) -> bool {
        self.0.iter().all(Option::is_some)
    }
}

/// Returns the path of the `plan.md` that a file of a plan belongs to.
fn plan_file(file: &RelPath) -> Option<RelPath> {
    RelPath::new(format!("content/plans/{}/plan.md", plan_of(file)?)).ok()
}

/// Returns the path of the declaration of the table whose figures a file holds.
fn table_of(figures: &RelPath) -> Option<RelPath> {
    let (stem, plan) = (figures.stem(), plan_of(figures)?);
    RelPath::new(format!("content/plans/{plan}/tables/{stem}.toml")).ok()
}

/// Returns the path of the register of the indicator whose readings a file may hold.
fn indicators_of(figures: &RelPath) -> Option<RelPath> {
    RelPath::new(format!("content/plans/{}/indicators.toml", plan_of(figures)?)).ok()
}
