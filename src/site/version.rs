//! One state of a site, and the only reader of its files.

use std::{borrow::Cow, sync::Arc};

use super::{
    files::{PlanFiles, SiteFiles},
    parsed_files::ParsedFiles,
    settings::{Settings, load},
};
use crate::{
    content::{self, CsvHeads, Dialect, FileKind, ParseLog, Record},
    diag::Error,
    locale::Language,
    schema::records,
    tree::Tree,
    value::{Date, RelPath},
};

/// One state of a site: its tree, and the settings and registers that it declares itself.
///
/// Whoever wants to know what a file of the site says asks here, so that it is always read by the notation, the
/// `[csv]` and the registers of the same state: never by those of another.
#[derive(Clone)]
pub struct SiteVersion<'t> {
    tree: &'t dyn Tree,
    /// What its `site.toml` and its registers say.
    pub settings: Settings,
    /// Its files by what they belong to.
    pub files: SiteFiles<'t>,
    /// What its files came to when they were parsed, where the same files are parsed again and again.
    parsed: Option<Arc<ParsedFiles>>,
}

impl<'t> SiteVersion<'t> {
    /// The files that decide how all others are read.
    pub const SHARED: [&'static str; 3] = ["site.toml", "content/committees.toml", "content/owners.toml"];

    /// Opens a state of a site as of a date: that which is given, else that of its `site.toml`, else today.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] when `site.toml` or a register is there but cannot be read.
    pub fn open(tree: &'t dyn Tree, today: Date, as_of: Option<Date>, notebook: &mut ParseLog) -> Result<Self, Error> {
        let mut settings = load(tree, today, notebook)?;
        if let Some(as_of) = as_of {
            settings.site.as_of = as_of;
        }
        let files = SiteFiles::list(tree, &settings, &mut notebook.diagnostics);
        Ok(Self { tree, settings, files, parsed: None })
    }

    /// Keeps from now on what files come to: one that holds what it held, and is written as it was, is not parsed again.
    pub fn keep_parsed(&mut self) {
        self.parsed = Some(Arc::default());
    }

    /// Returns the paths of all files, sorted.
    #[must_use]
    pub fn paths(&self) -> &'t [RelPath] {
        self.tree.paths()
    }

    /// Tells whether a file is there.
    #[must_use]
    pub fn holds(&self, file: &RelPath) -> bool {
        self.tree.paths().binary_search(file).is_ok()
    }

    /// Reads a file into a buffer, in place of what it holds.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] that names the path when the file cannot be read.
    pub fn read(&self, file: &RelPath, buffer: &mut Vec<u8>) -> Result<(), Error> {
        self.tree.read(file, buffer)
    }

    /// Tells whether a file is known to hold the same bytes in another state, without reading either.
    #[must_use]
    pub fn is_surely_equal(&self, other: &Self, file: &RelPath) -> bool {
        let id = self.tree.content_id(file);
        id.is_some() && id == other.tree.content_id(file)
    }

    /// Reads and parses the files of a plan, declarations of tables before their figures.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] when a file that was listed cannot be read.
    pub fn records(&self, plan: PlanFiles<'_>, notebook: &mut ParseLog) -> Result<Vec<Record>, Error> {
        let mut bytes = Vec::new();
        let mut records: Vec<Record> = Vec::with_capacity(plan.len());
        let files = in_order(plan);
        // Read before the others, for they are written in the language that it declares.
        let mut head = Vec::new();
        let head_file = files.iter().find(|(_, role)| *role == FileKind::Plan).map(|(file, _)| *file);
        if let Some(file) = head_file {
            self.read(file, &mut head)?;
        }
        let dialect = self.plan_dialect(head_file.map(|file| (file, head.as_slice())));
        for (file, role) in files {
            let text = if Some(file) == head_file {
                &head
            } else {
                self.read(file, &mut bytes)?;
                &bytes
            };
            self.parse(text, (file, role), &dialect, &mut records, notebook);
        }
        self.suppress_by_default(&mut records);
        Ok(records)
    }

    /// Reads the texts of a plan, to look into them before they are parsed.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] when a file that was listed cannot be read.
    pub fn texts<'p>(&self, plan: PlanFiles<'p>) -> Result<PlanTexts<'p>, Error> {
        let mut texts = PlanTexts { files: in_order(plan), ends: Vec::new(), bytes: Vec::new() };
        let mut bytes = Vec::new();
        for (file, _) in &texts.files {
            self.read(file, &mut bytes)?;
            texts.bytes.extend_from_slice(&bytes);
            texts.ends.push(texts.bytes.len());
        }
        Ok(texts)
    }

    /// Parses the texts of a plan, as [`records`](Self::records) does.
    pub fn parse_texts(&self, texts: &PlanTexts<'_>, notebook: &mut ParseLog) -> Vec<Record> {
        let mut records = Vec::with_capacity(texts.files.len());
        let head = texts.each().find(|((_, role), _)| *role == FileKind::Plan);
        let dialect = self.plan_dialect(head.map(|((file, _), bytes)| (file, bytes)));
        texts.each().for_each(|(file, bytes)| self.parse(bytes, file, &dialect, &mut records, notebook));
        self.suppress_by_default(&mut records);
        records
    }

    /// Has tables that count persons say what the site says of small counts.
    fn suppress_by_default(&self, records: &mut [Record]) {
        if let Some(below) = self.settings.suppress_below {
            content::suppress_by_default(records, below, &self.settings.site.unit);
        }
    }

    /// Tells whether a file of a plan may hide something, or withhold small counts: by what stands in it, or because the site
    /// says so of all. What says no hides nothing for certain.
    #[must_use]
    pub fn may_hide(&self, bytes: &[u8], role: FileKind) -> bool {
        let is_by_default =
            matches!(role, FileKind::Table | FileKind::Indicators) && self.settings.suppress_below.is_some();
        is_by_default || content::may_hide(bytes, role)
    }

    /// Returns how the files of a plan are written: in the language its `plan.md` declares, else in that of the site.
    fn plan_dialect(&self, head: Option<(&RelPath, &[u8])>) -> Cow<'_, Dialect> {
        let site = &self.settings.context;
        let language = head.and_then(|(file, bytes)| content::plan_language(bytes, file, site));
        match language {
            Some(language) if language != self.settings.site.language => Cow::Owned(site.in_language(language)),
            _ => Cow::Borrowed(site),
        }
    }

    /// Parses one file of a plan after those before it.
    fn parse(
        &self,
        bytes: &[u8],
        (file, role): (&RelPath, FileKind),
        dialect: &Dialect,
        records: &mut Vec<Record>,
        notebook: &mut ParseLog,
    ) {
        let plan = records.iter().find(|record| record.role == FileKind::Plan);
        let of_plan = plan.map(|plan| dialect.for_plan(&plan.fields));
        let dialect = of_plan.as_ref().unwrap_or(dialect);
        let dialect = match role.is_figures() {
            true => Cow::Owned(csv_dialect(file, dialect, records, notebook)),
            false => Cow::Borrowed(dialect),
        };
        records.extend(match &self.parsed {
            Some(parsed) => parsed.parse(bytes, (file, role), &dialect, notebook),
            None => content::parse(bytes, file, role, &dialect, notebook),
        });
    }

    /// Reads and parses the ordinary pages.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] when a file that was listed cannot be read.
    pub fn pages(&self, notebook: &mut ParseLog) -> Result<Vec<Record>, Error> {
        self.parse_each(self.files.pages.iter().map(|file| (*file, FileKind::Page)), &self.settings.context, notebook)
    }

    /// Reads and parses `site.toml` and the registers, as records.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] when one of them cannot be read.
    pub fn registers(&self, notebook: &mut ParseLog) -> Result<Vec<Record>, Error> {
        let roles = self.tree.paths().iter().map(|file| (file, content::role_of(file)));
        let is_shared = |role| matches!(role, FileKind::Site | FileKind::Committees | FileKind::Owners);
        self.parse_each(roles.filter(|(_, role)| is_shared(*role)), &Dialect::for_language(Language::Danish), notebook)
    }

    fn parse_each<'f>(
        &self,
        files: impl Iterator<Item = (&'f RelPath, FileKind)>,
        context: &Dialect,
        notebook: &mut ParseLog,
    ) -> Result<Vec<Record>, Error> {
        let mut records = Vec::new();
        let mut bytes = Vec::new();
        for (file, role) in files {
            self.read(file, &mut bytes)?;
            let own = (role == FileKind::Site).then(|| content::site_file_dialect(&bytes, file));
            records.extend(content::parse(&bytes, file, role, own.as_ref().unwrap_or(context), notebook));
        }
        Ok(records)
    }
}

/// Returns how a CSV file is written: as the declaration of its table or its indicator says, else as its plan's other files.
fn csv_dialect(file: &RelPath, dialect: &Dialect, records: &[Record], notebook: &mut ParseLog) -> Dialect {
    let mut context = dialect.clone();
    let table = records.iter().find(|record| record.role == FileKind::Table && record.id.as_str() == file.stem());
    // In the folder of a report a table goes before an indicator of the same name.
    let is_of_indicator = match content::role_of(file) {
        FileKind::IndicatorFigures => true,
        FileKind::UpdateFigures => table.is_none(),
        _ => false,
    };
    if is_of_indicator {
        let mut registers = records.iter().filter(|record| record.role == FileKind::Indicators);
        let own = registers.find_map(|record| {
            let register = (&record.fields, record.file.as_str());
            context.for_indicator(file.stem(), register, &mut notebook.diagnostics)
        });
        return own.unwrap_or(context);
    }
    if let Some(Record { file, fields, .. }) = table {
        let found = &mut notebook.diagnostics;
        if let Some(csv) = fields.get(&records::CSV) {
            context.csv = content::csv_format(csv, context.csv, file.as_str(), "csv", found);
        }
        context.heads = Arc::new(CsvHeads::declared(fields, &context.heads, file.as_str(), found));
    }
    context
}

/// Returns the files of a plan that are parsed: the plan, which says when its years begin, before all others, and
/// declarations of tables before their figures.
fn in_order(plan: PlanFiles<'_>) -> Vec<(&RelPath, FileKind)> {
    let mut files: Vec<_> = plan.iter().map(|file| (file, content::role_of(file))).collect();
    files.retain(|(_, role)| role.is_parsed());
    files.sort_by_key(|(_, role)| (role.is_figures(), *role != FileKind::Plan));
    files
}

/// The texts of a plan, one behind the other, held only while it is decided what of them may be seen.
pub struct PlanTexts<'p> {
    files: Vec<(&'p RelPath, FileKind)>,
    /// Where each text ends.
    ends: Vec<usize>,
    bytes: Vec<u8>,
}

impl PlanTexts<'_> {
    /// Returns each file with what it is, and its bytes.
    pub fn each(&self) -> impl Iterator<Item = ((&RelPath, FileKind), &[u8])> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let texts = starts.zip(&self.ends).map(|(start, end)| self.bytes.get(start..*end).unwrap_or_default());
        self.files.iter().copied().zip(texts)
    }

    /// Tells whether anything in them may hide something. What says no hides nothing for certain.
    #[must_use]
    pub fn may_hide(&self, version: &SiteVersion<'_>) -> bool {
        self.each().any(|((_, role), text)| version.may_hide(text, role))
    }
}
