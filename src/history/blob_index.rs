//! Versions of files: each that a commit brought, once, parsed.

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
    sync::{Arc, OnceLock},
};

use super::{
    disclosed::{EXTRACT, extract},
    query::HistoryQuery,
};
use crate::{
    compare::{items, meaning},
    content::{self, Dialect, FileKind, ParseLog, Record},
    diag::{Error, Severity},
    git::{Blob, BlobId, Repository},
    locale::Language,
    schema::records,
    value::{Id, Prose, ProseOpening, ProsePart, ProseParts, RelPath, Stumbles},
};

/// A version of a file, and what of it concerns other files.
pub(super) struct FileVersion {
    pub record: Arc<Record>,
    /// It bears a mark that may hide it, and what hangs on it, or says which counts are not shown.
    pub is_marked: bool,
    /// It stands for a version that cannot be read and may bear a mark: it hides what hangs on it.
    pub is_stand_in: bool,
    /// A record in it says what it was called.
    pub says_formerly: bool,
    /// A number for each record that stands in it: the same for the same record in any file.
    pub names: Vec<u64>,
}

/// A place among the paths of all files there ever were.
pub(super) type PathAt = usize;
/// A place among all versions.
pub(super) type VersionAt = usize;
/// A place among all dialects that a site was ever written in.
pub(super) type DialectAt = usize;

/// The dialect of `site.toml` and of the registers, which cannot declare their own.
pub(super) const OF_REGISTERS: DialectAt = 0;

/// All files there ever were, and all versions of them.
pub(super) struct BlobIndex {
    by_path: BTreeMap<RelPath, PathAt>,
    pub paths: Vec<RelPath>,
    roles: Vec<FileKind>,
    by_version: BTreeMap<(BlobId, PathAt, DialectAt), VersionAt>,
    versions: Vec<(BlobId, PathAt, DialectAt)>,
    /// The dialects that files were ever written in.
    dialects: Vec<Dialect>,
}

impl Default for BlobIndex {
    fn default() -> Self {
        Self {
            by_path: BTreeMap::new(),
            paths: Vec::new(),
            roles: Vec::new(),
            by_version: BTreeMap::new(),
            versions: Vec::new(),
            dialects: vec![Dialect::for_language(Language::Danish)],
        }
    }
}

impl BlobIndex {
    /// Returns the place of a path.
    pub fn path(&mut self, path: &RelPath) -> PathAt {
        if let Some(known) = self.by_path.get(path) {
            return *known;
        }
        let next = self.paths.len();
        self.paths.push(path.clone());
        self.roles.push(content::role_of(path));
        self.by_path.insert(path.clone(), next);
        next
    }

    /// Finds a path.
    pub fn find(&self, path: &RelPath) -> Option<PathAt> {
        self.by_path.get(path).copied()
    }

    /// Returns what a file is.
    pub fn role(&self, path: PathAt) -> FileKind {
        self.roles.get(path).copied().unwrap_or(FileKind::Stray)
    }

    /// Returns the place of a dialect. There are few.
    pub fn dialect(&mut self, dialect: Dialect) -> DialectAt {
        let known = self.dialects.iter().position(|known| *known == dialect);
        known.unwrap_or_else(|| {
            self.dialects.push(dialect);
            self.dialects.len().saturating_sub(1)
        })
    }

    /// Returns the place of a version. The same bytes at another path, or in another dialect, are another version: what
    /// they mean depends on it.
    pub fn version(&mut self, path: PathAt, blob: BlobId, dialect: DialectAt) -> VersionAt {
        let next = self.versions.len();
        let place = *self.by_version.entry((blob, path, dialect)).or_insert(next);
        if place == next {
            self.versions.push((blob, path, dialect));
        }
        place
    }

    /// Returns the content of a version, and the dialect it is read in.
    pub fn content(&self, version: VersionAt) -> Option<(BlobId, DialectAt)> {
        self.versions.get(version).map(|(blob, _, dialect)| (*blob, *dialect))
    }

    /// Parses every version; those that cannot be read are `None`, or closed where a mark may be in them.
    ///
    /// # Errors
    ///
    /// Fails when a content cannot be read from the repository.
    pub fn parse(
        &self,
        repository: &Repository,
        asked: &HistoryQuery<'_>,
    ) -> Result<Vec<Option<Arc<FileVersion>>>, Error> {
        // Of words that are not shown, none are kept.
        let extract = if asked.shown.text { EXTRACT } else { 0 };
        let dialects: Vec<Dialect> = self.dialects.iter().map(|known| Dialect { extract, ..known.clone() }).collect();
        let parsed: Vec<OnceLock<Arc<FileVersion>>> = self.versions.iter().map(|_| OnceLock::new()).collect();
        let blobs: Vec<BlobId> = self.versions.iter().map(|(blob, ..)| *blob).collect();
        repository.blobs(&blobs, &|at, blob| {
            let (Blob::Bytes(bytes), Some((_, path, dialect)), Some(slot)) =
                (blob, self.versions.get(at), parsed.get(at))
            else {
                return;
            };
            let Some((path, dialect)) = self.paths.get(*path).zip(dialects.get(*dialect)) else { return };
            let version = match sound(bytes, path, dialect) {
                Some(record) => FileVersion::of(Record { words: digests(record.words), ..record }),
                None => match content::stand_in(bytes, path, dialect) {
                    Some(record) => FileVersion { is_stand_in: true, ..FileVersion::of(record) },
                    None => return,
                },
            };
            let _ = slot.set(Arc::new(version));
        })?;
        Ok(parsed.into_iter().map(OnceLock::into_inner).collect())
    }
}

/// Parses one version. One that is damaged says nothing that could be trusted, and one of which a value cannot be read
/// does not say that it was not given: no build has published it.
pub(super) fn sound(bytes: &[u8], path: &RelPath, dialect: &Dialect) -> Option<Record> {
    let mut notebook = ParseLog::default();
    let role = content::role_of(path);
    let own = (role == FileKind::Site).then(|| content::site_file_dialect(bytes, path));
    let record = content::parse(bytes, path, role, own.as_ref().unwrap_or(dialect), &mut notebook)?;
    let mut errors = notebook.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    (!errors.any(|found| content::DAMAGE.contains(&found.code) || content::is_value_lost(found.code))).then_some(record)
}

impl FileVersion {
    fn of(record: Record) -> Self {
        let mut items = Vec::new();
        items::add(&record, &mut items);
        let number = |name: &items::LentKey<'_>| {
            let mut hasher = DefaultHasher::new();
            name.hash(&mut hasher);
            hasher.finish()
        };
        let names = items.iter().map(|item| number(&item.name)).collect();
        let says_formerly = items.iter().any(|item| item.fields.get(&records::FORMERLY).is_some());
        // A count that a table of its own withheld stays withheld when the table goes.
        let is_marked = content::is_marked(&record) || content::has_threshold(&record);
        Self { is_marked, says_formerly, names, record: Arc::new(record), is_stand_in: false }
    }

    /// Returns the ids its plan had before, where it is the file of a plan.
    pub fn former_plans(&self) -> impl Iterator<Item = &Id> {
        let is_plan = self.record.role == FileKind::Plan;
        self.record.fields.ids(&records::FORMERLY).filter(move |_| is_plan)
    }
}

/// Returns the plan whose folder a file lies in.
pub(super) fn plan_of(path: &RelPath) -> Option<&str> {
    let mut parts = path.parts();
    match (parts.next(), parts.next(), parts.next()) {
        (Some("content"), Some("plans"), Some(plan)) => Id::new(plan).map(|_| plan),
        _ => None,
    }
}

/// Keeps of words whether they are the same, and the extract that is shown, if any is.
fn digests(words: ProseParts) -> ProseParts {
    let part = |part| match part {
        ProsePart::Html(html) => ProsePart::Html(meaning::digest(&html)),
        part => part,
    };
    let digest = |prose: Prose| Prose {
        parts: prose.parts.into_iter().map(part).collect(),
        plain: extract(prose.plain),
        opening: ProseOpening::default(),
        stumbles: Stumbles::default(),
    };
    ProseParts {
        objective: digest(words.objective),
        action: digest(words.action),
        consequences: digest(words.consequences),
        timetable: digest(words.timetable),
        body: digest(words.body),
    }
}
