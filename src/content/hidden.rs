//! What was dropped of a plan because a viewer may not see it.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    DAMAGE, FileKind, ParseLog, Record, Viewer, Withheld, count_thresholds::CountThresholds, is_value_lost, marks,
};
use crate::{
    diag::{Code, Diagnostic, Place, Severity},
    tree::is_below,
    value::{Id, ItemNumber, RelPath},
};

/// Something is wrong where nothing may be said of it.
pub const HIDDEN_MISTAKE: Code = Code::error("hidden-mistake").help("a mistake in a file of which this audience may not see something, or all, on this date; nothing else is said of it, for messages are read by more people than the site is for");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&HIDDEN_MISTAKE];

/// What was dropped of a plan, by kind: a reference to it is no mistake, and leads nowhere.
#[derive(Clone, Debug, Default)]
pub struct Hidden {
    pub(super) measures: BTreeSet<Id>,
    pub(super) indicators: BTreeSet<Id>,
    pub(super) tables: BTreeSet<Id>,
    pub(super) milestones: BTreeSet<ItemNumber>,
    pub(super) decisions: BTreeSet<ItemNumber>,
    /// Folders of reports that are shut, or not out yet.
    pub(super) folders: BTreeSet<String>,
    /// Files that are hidden, or hold something that is.
    pub(super) secret: BTreeSet<RelPath>,
    /// What measures were called before, where none is called so today.
    pub(super) formers: BTreeMap<Id, Vec<Id>>,
    /// Folders of ordinary pages that are shut.
    pub(super) page_folders: ShutFolders,
    /// Below how many the counts of figure tables are not published.
    pub(super) counts_of_tables: BTreeMap<Id, CountThresholds>,
    /// Below how many the readings of indicators are not published.
    pub(super) counts_of_indicators: BTreeMap<Id, u32>,
    /// What is told of rows that may have been those of hidden measures.
    pub(super) lost_rows: Vec<&'static Code>,
    /// The plan as a whole.
    pub(super) plan: bool,
    pub(super) anything: bool,
}

impl Hidden {
    /// Tells whether a measure was dropped.
    #[must_use]
    pub fn measure(&self, id: &Id) -> bool {
        self.measures.contains(id)
    }

    /// Tells whether an indicator was dropped, or the one that a series is of.
    #[must_use]
    pub fn indicator(&self, id: &Id) -> bool {
        let is_part = |(whole, _): (&str, _)| self.indicators.contains(whole);
        self.indicators.contains(id) || id.parts().is_some_and(is_part)
    }

    /// Tells whether a table was dropped.
    #[must_use]
    pub fn table(&self, id: &Id) -> bool {
        self.tables.contains(id)
    }

    /// Tells whether a milestone was dropped.
    #[must_use]
    pub fn milestone(&self, number: &ItemNumber) -> bool {
        self.milestones.contains(number)
    }

    /// Tells whether a decision was dropped.
    #[must_use]
    pub fn decision(&self, number: &ItemNumber) -> bool {
        self.decisions.contains(number)
    }

    /// Tells whether the plan itself was dropped, but perhaps for its public title.
    #[must_use]
    pub fn plan(&self) -> bool {
        self.plan
    }

    /// Returns the folders of reports that were dropped whole.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.folders.iter().map(String::as_str)
    }

    /// Returns what of the plan is not shown, to close the same things in older records. `dropped` are the files
    /// of which nothing is shown.
    #[must_use]
    pub fn withheld<'f>(&self, dropped: impl Iterator<Item = &'f RelPath>) -> Withheld {
        let in_report_to_come =
            |file: &&RelPath| self.folders.iter().any(|folder| is_below(file, folder)) && !self.secret.contains(*file);
        let within = |file: &RelPath| file.parts().skip(3).collect::<Vec<_>>().join("/");
        Withheld {
            plan: self.plan,
            measures: self.measures.clone(),
            indicators: self.indicators.clone(),
            tables: self.tables.clone(),
            milestones: self.milestones.clone(),
            decisions: self.decisions.clone(),
            counts_of_tables: self.counts_of_tables.clone(),
            counts_of_indicators: self.counts_of_indicators.clone(),
            files: dropped
                .filter(|file| !in_report_to_come(file))
                .flat_map(|file| std::iter::once(within(file)).chain(self.statuses_before(file)))
                .collect(),
        }
    }

    /// Returns where within the plan a status lay while its measure, and so its file, was called otherwise.
    fn statuses_before(&self, file: &RelPath) -> impl Iterator<Item = String> {
        let is_status = super::role_of(file) == FileKind::Status;
        let formers = self.formers.get(file.stem()).filter(|_| is_status).into_iter().flatten();
        let folder = file.folder().split('/').skip(3).collect::<Vec<_>>().join("/");
        formers.map(move |former| format!("{folder}/{former}.md"))
    }

    /// Tells whether a picture or another file lies where all is dropped.
    #[must_use]
    pub fn asset(&self, file: &RelPath) -> bool {
        self.plan || self.folders.iter().any(|folder| is_below(file, folder)) || self.page_folders.has(file)
    }

    /// Notes that a file holds something that was dropped.
    pub(super) fn touch(&mut self, file: &RelPath) {
        self.anything = true;
        self.secret.insert(file.clone());
    }

    /// Notes that what is told by some codes quotes rows of figures that are lost, and may have been those of hidden measures.
    pub(super) fn hush_lost_rows(&mut self, codes: impl Iterator<Item = &'static Code>) {
        self.lost_rows.extend(codes);
    }

    /// Tells whether a row of figures that cannot be read may be that of a hidden measure.
    #[must_use]
    pub fn may_hide_a_row(&self) -> bool {
        !self.measures.is_empty()
    }

    /// Tells whether an entry of a report, by its path, is about something that was dropped: `readings.veje`,
    /// `readings.veje.series.nord`, `milestones.2`.
    fn is_entry_of_hidden(&self, path: &str) -> bool {
        let is_indicator = |id: &str| Id::new(id).is_some_and(|id| self.indicator(&id));
        match (path.strip_prefix("readings."), path.strip_prefix("milestones.")) {
            (Some(reading), _) => match reading.split_once(".series.") {
                Some((id, series)) => {
                    let series = Id::new(id).zip(Id::new(series)).map(|(id, series)| id.part(&series));
                    is_indicator(id) || series.is_some_and(|series| self.indicator(&series))
                }
                None => is_indicator(reading),
            },
            (_, Some(number)) => ItemNumber::parse(number).is_some_and(|number| self.milestone(&number)),
            _ => false,
        }
    }

    /// Tells whether a report or a status names something in it that was dropped, and that it may say something of.
    fn is_named_in_report(&self, file: &RelPath, text: &str) -> bool {
        let name_of = |id: &Id| text.contains(id.parts().map_or(id.as_str(), |(_, part)| part));
        let names_one = || self.indicators.iter().any(name_of);
        let names_milestones = || !self.milestones.is_empty() && text.contains("milestones");
        matches!(super::role_of(file), FileKind::Update | FileKind::Status) && (names_one() || names_milestones())
    }

    /// Drops what was found in files that are hidden. Messages are read by more people than the site is for:
    /// all they say of such a file is that something is wrong in it.
    pub fn hush(&self, notebook: &mut ParseLog) {
        let ParseLog { sources, diagnostics, more, .. } = notebook;
        // Not even how many there are is said of a hidden file.
        more.retain(|(file, ..)| !self.secret.contains(file));
        let mut told = BTreeSet::new();
        let found = std::mem::take(diagnostics);
        for diagnostic in found {
            let file = match &diagnostic.place {
                Place::Span(span) => sources.get(span.source).map(|source| source.path.as_str().to_owned()),
                Place::Subject(subject) => Some(subject.file.clone()),
                Place::Written(file, _) => Some(file.clone()),
                Place::Line(path, ..) | Place::File(path) => Some(path.as_str().to_owned()),
            };
            let is_of_a_row = self.lost_rows.contains(&diagnostic.code);
            // An open report may say something of what is hidden.
            let source = if let Place::Span(span) = &diagnostic.place { sources.get(span.source) } else { None };
            let is_of_hidden = match &diagnostic.entry {
                Some(entry) => self.is_entry_of_hidden(&entry.0),
                // Of what cannot be read nobody knows what it is about.
                None if DAMAGE.contains(&diagnostic.code) || is_value_lost(diagnostic.code) => {
                    source.is_some_and(|source| self.is_named_in_report(&source.path, &source.text))
                }
                None => false,
            };
            let is_secret = |file: &RelPath| {
                let role = super::role_of(file);
                let has_rows = matches!(role, FileKind::TableFigures | FileKind::UpdateFigures);
                self.secret.contains(file) || is_of_hidden || is_of_a_row && has_rows
            };
            let file = file.and_then(|file| RelPath::new(file).ok()).filter(is_secret);
            let is_mark = *diagnostic.code == marks::MARK_IN_CSV
                || diagnostic.args.iter().any(|(name, value)| *name == "key" && marks::is_nearly_a_mark(value))
                // What it says is known to the letter: it hides, and how it is to be written.
                || !diagnostic.cures.is_empty() && diagnostic.args.contains(&("home", "hide".to_owned()));
            match file {
                Some(file) if !is_mark => {
                    if diagnostic.severity == Severity::Error && told.insert(file.clone()) {
                        diagnostics.push(Diagnostic::new(&HIDDEN_MISTAKE, Place::File(file)));
                    }
                }
                _ => diagnostics.push(diagnostic),
            }
        }
    }

    /// Tells whether nothing at all was dropped, reports that are not due yet included.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.anything
    }
}

/// Folders of ordinary pages that are shut: the `index.md` of each may not be shown, and so nothing in it, at any depth.
/// Plans stand for themselves.
#[derive(Clone, Debug, Default)]
pub struct ShutFolders(BTreeSet<String>);

impl ShutFolders {
    /// Finds them by the pages that are not shown.
    pub fn by<'f>(hidden: impl IntoIterator<Item = &'f RelPath>) -> Self {
        let is_index = |file: &&RelPath| file.file_name().eq_ignore_ascii_case("index.md") && is_page_or_asset(file);
        Self(hidden.into_iter().filter(is_index).map(|file| file.folder().to_owned()).collect())
    }

    /// Finds them among the files of a site as it was.
    pub(super) fn among(records: &[Record], viewer: Viewer) -> Self {
        let pages = records.iter().filter(|record| record.role == FileKind::Page && !viewer.may_see(&record.fields));
        Self::by(pages.map(|page| &page.file))
    }

    /// Tells whether a page or a picture lies in one of them.
    #[must_use]
    pub fn has(&self, file: &RelPath) -> bool {
        let mut folder = file.folder();
        while !self.0.is_empty() && is_page_or_asset(file) {
            if self.0.contains(folder) {
                return true;
            }
            let Some((above, _)) = folder.rsplit_once('/') else { break };
            folder = above;
        }
        false
    }

    /// Tells whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Tells whether a file is an ordinary page, or a picture beside such pages.
fn is_page_or_asset(file: &RelPath) -> bool {
    match super::role_of(file) {
        FileKind::Page => true,
        FileKind::Asset => !is_below(file, super::SitePaths::PLANS),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_shut_shuts_pages_and_pictures_in_it_and_no_plan() {
        let path = |text: &str| RelPath::new(text).expect("a path");
        for (hidden, file, is_shut) in [
            ("content/index.md", "content/om.md", true),
            ("content/index.md", "content/om/side.md", true),
            ("content/index.md", "content/vaaben.png", true),
            ("content/index.md", "content/plans/a/plan.md", false),
            ("content/index.md", "content/plans/a/kort.png", false),
            ("content/index.md", "content/plans/a/updates/2020-06-30/index.md", false),
            ("content/om/index.md", "content/om/side.md", true),
            ("content/om/index.md", "content/om/billeder/kort.png", true),
            ("content/om/INDEX.md", "content/om/side.md", true),
            ("content/om/index.md", "content/om.md", false),
            ("content/om/index.md", "content/omme/side.md", false),
            ("content/om/side.md", "content/om/andet.md", false),
            ("content/plans/a/updates/2020-06-30/index.md", "content/om.md", false),
        ] {
            let shut = ShutFolders::by([&path(hidden)]);
            assert_eq!(shut.has(&path(file)), is_shut, "{file} where {hidden} is hidden");
        }
        let shuts_none = |hidden: &str| ShutFolders::by([&path(hidden)]).is_empty();
        assert!(shuts_none("content/om/side.md") && shuts_none("content/plans/a/updates/2020-06-30/index.md"));
        assert!(!shuts_none("content/om/index.md") && ShutFolders::default().is_empty());
    }
}
