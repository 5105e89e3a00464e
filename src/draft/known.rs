//! What is known of a site when something is drafted for it.

use std::{cell::OnceCell, collections::BTreeSet};

use super::{draft_file::DraftFile, lines::DraftStyle};
use crate::{
    content::{self, Audience, Dialect, FileKind, ParseLog, Record, Viewer},
    diag::{Code, Error, ErrorKind},
    locale::Language,
    schema::records,
    site::{PlanFiles, SiteVersion},
    tree::Tree,
    value::{Date, Id, RelPath},
};

const NO_SUCH_PLAN: Code = Code::error("no-such-plan")
    .args(&["id", "known", "suggestion?"])
    .help("a plan that the site does not have, where something is drafted or imported for it");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&NO_SUCH_PLAN];

/// A site for which something is drafted.
pub struct KnownSite<'t> {
    /// Its files.
    pub tree: &'t dyn Tree,
    /// Its settings, registers and files.
    pub version: SiteVersion<'t>,
    /// The language that drafts are asked for in.
    asked: Option<Language>,
    /// The paths of its files, in small letters.
    taken: OnceCell<BTreeSet<String>>,
    /// The day it is.
    pub today: Date,
}

/// A plan of it.
pub struct KnownPlan<'t> {
    /// The name of its folder.
    pub folder: String,
    /// Its files.
    pub files: PlanFiles<'t>,
    /// Its records, hidden or not.
    pub records: Vec<Record>,
    /// The language it is written in.
    pub language: Language,
    /// How its files are written.
    pub dialect: Dialect,
}

impl<'t> KnownSite<'t> {
    /// Opens a site.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] when `site.toml` or a register is there but cannot be read.
    pub fn open(tree: &'t dyn Tree, today: Date, asked: Option<Language>) -> Result<Self, Error> {
        let version = SiteVersion::open(tree, today, None, &mut ParseLog::default())?;
        Ok(Self { tree, version, asked, taken: OnceCell::new(), today })
    }

    /// Returns the language of drafts that are of no plan.
    pub fn language(&self) -> Language {
        self.asked.unwrap_or(self.version.settings.site.language)
    }

    /// Finds a plan by the name of its folder.
    ///
    /// # Errors
    ///
    /// Answers [`ErrorKind::NotFound`] when there is none, with the one that is near.
    pub fn plan(&self, name: &str) -> Result<KnownPlan<'t>, Error> {
        let folder_of = |files: &PlanFiles<'t>| files.first().and_then(|file| file.parts().nth(2)).unwrap_or_default();
        let Some(files) = self.version.files.plans.iter().copied().find(|files| folder_of(files) == name) else {
            let known: Vec<&str> = self.version.files.plans.iter().map(folder_of).collect();
            let near = content::nearest(name, known.iter().copied()).unwrap_or_default();
            let error = Error::coded(ErrorKind::NotFound, &NO_SUCH_PLAN).with("id", name);
            return Err(error.with("known", known.join(", ")).with("suggestion", near));
        };
        let records = self.version.records(files, &mut ParseLog::default())?;
        let of_site = &self.version.settings.context;
        let head = records.iter().find(|record| record.role == FileKind::Plan);
        let own = head.and_then(|head| content::declared_language(&head.fields, &records::PLAN_LANGUAGE));
        let dialect = own.map_or_else(|| of_site.clone(), |language| of_site.in_language(language));
        let dialect = head.map_or(dialect.clone(), |head| dialect.for_plan(&head.fields));
        let language = own.unwrap_or(self.version.settings.site.language);
        Ok(KnownPlan { folder: name.to_owned(), files, records, language, dialect })
    }

    /// Reads a file of the site as text; `None` where it is not there.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] that names the path when it cannot be read.
    pub fn text(&self, path: &str) -> Result<Option<String>, Error> {
        Ok(self.bytes(path)?.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// Reads a file of the site; `None` where it is not there.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] that names the path when it cannot be read.
    pub fn bytes(&self, path: &str) -> Result<Option<Vec<u8>>, Error> {
        let Some(path) = RelPath::new(path).ok().filter(|path| self.version.holds(path)) else { return Ok(None) };
        let mut bytes = Vec::new();
        self.version.read(&path, &mut bytes)?;
        Ok(Some(bytes))
    }

    /// Makes a file that is not there yet. The names of the site are folded once, however many files are made.
    ///
    /// # Errors
    ///
    /// Answers [`ErrorKind::Exists`] where it is, or where its path cannot be one.
    pub fn new_file(&self, path: String, text: String) -> Result<DraftFile, Error> {
        let taken = self.taken.get_or_init(|| DraftFile::names(self.tree));
        DraftFile::beside(taken, path, text)
    }

    /// Returns what drafts of the site, or of one of its plans, are written with.
    pub fn style(&self, plan: Option<&KnownPlan<'_>>) -> DraftStyle {
        let site = &self.version.settings.site;
        let language = self.asked.or(plan.map(|plan| plan.language)).unwrap_or(site.language);
        let scale = plan.and_then(|plan| plan.head()).and_then(|head| head.fields.get(&records::SCALE));
        let scale = scale.and_then(|id| site.scales.iter().find(|scale| scale.id == *id));
        let levels = scale.or_else(|| site.scales.get(site.default_scale)).map(|scale| scale.levels.as_slice());
        let levels = levels.unwrap_or_default();
        let first = |id: Option<&Id>, other: &str| id.map_or_else(|| other.to_owned(), ToString::to_string);
        let measure = plan.and_then(|plan| plan.records.iter().find(|record| record.role == FileKind::Measure));
        DraftStyle {
            language,
            levels: levels.iter().map(|level| level.word.clone()).collect(),
            level: levels.first().map_or_else(|| "ok".to_owned(), |level| level.id.to_string()),
            committee: first(site.committees.keys().next(), "USB"),
            owner: first(site.owners.keys().next(), "leder"),
            measure: first(measure.map(|measure| &measure.id), "01"),
            today: self.today,
        }
    }

    /// Returns a viewer who sees all there is, whenever it is from.
    pub fn everything(&self) -> Viewer {
        Viewer::new(Audience::Draft, Date::MAX)
    }
}

impl KnownPlan<'_> {
    /// Returns its `plan.md`.
    pub fn head(&self) -> Option<&Record> {
        self.records.iter().find(|record| record.role == FileKind::Plan)
    }

    /// Returns the path of a file in its folder.
    pub fn path(&self, below: &str) -> String {
        format!("content/plans/{}/{below}", self.folder)
    }
}
