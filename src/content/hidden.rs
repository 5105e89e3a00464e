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
    use crate::{
        diag::{EntryPath, FieldRef, Source, Span},
        value::SourceRange,
    };

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

    /// What becomes of something that was found where some things are hidden.
    #[derive(Debug, PartialEq)]
    enum Fate {
        Told,
        Hushed,
        Silenced,
    }
    use Fate::{Hushed, Silenced, Told};

    fn path(within: &str) -> RelPath {
        RelPath::new(format!("content/plans/a/{within}")).expect("a path")
    }

    fn fate(hidden: &Hidden, sources: &[(&str, &str)], found: Diagnostic) -> Fate {
        let (code, mut log) = (found.code, ParseLog::default());
        for (within, text) in sources {
            log.sources.add(Source { path: path(within), text: (*text).to_owned() });
        }
        log.diagnostics = vec![found.clone(), found];
        hidden.hush(&mut log);
        match log.diagnostics.as_slice() {
            [one, other] if one.code == code && other.code == code => Told,
            [one] if *one.code == HIDDEN_MISTAKE => Hushed,
            [] => Silenced,
            others => panic!("{others:?}"),
        }
    }

    const OTHER: &Code = &super::super::BROKEN_LINK;

    #[test]
    fn of_a_hidden_file_only_its_marks_are_told_and_that_something_is_wrong() {
        let hidden = Hidden { secret: [path("measures/01.md")].into(), ..Hidden::default() };
        let span = |source| Place::Span(Span { source, start: 0, end: 1 });
        let sources = [("measures/01.md", "a"), ("measures/02.md", "b")];
        for (at, (within, expected)) in [("measures/01.md", Hushed), ("measures/02.md", Told)].into_iter().enumerate() {
            let file = path(within).as_str().to_owned();
            for place in [
                span(u32::try_from(at).expect("few")),
                Place::Subject(FieldRef { file: file.clone(), field: "title".into() }),
                Place::Written(file, SourceRange { start: 0, end: 1 }),
                Place::Line(path(within), 1, 1),
                Place::File(path(within)),
            ] {
                assert_eq!(fate(&hidden, &sources, Diagnostic::new(OTHER, place.clone())), expected, "{place:?}");
                let warning = Diagnostic::new(OTHER, place).as_severe(Severity::Warning);
                assert_eq!(fate(&hidden, &sources, warning) == Silenced, expected == Hushed, "no error");
            }
        }
        let cure = |found: Diagnostic| found.cured_by("visibility");
        let with = |code, name, value: &str| {
            let place = Place::File(path("measures/01.md"));
            Diagnostic {
                args: vec![("title", "x".to_owned()), (name, value.to_owned())],
                ..Diagnostic::new(code, place)
            }
        };
        for (found, expected) in [
            (with(&marks::MARK_IN_CSV, "title", "x"), Told),
            (with(OTHER, "key", "visibilty"), Told),
            (with(OTHER, "key", "title"), Hushed),
            (with(OTHER, "value", "visibilty"), Hushed),
            (cure(with(OTHER, "home", "hide")), Told),
            (cure(with(OTHER, "home", "plan")), Hushed),
            (with(OTHER, "home", "hide"), Hushed),
        ] {
            assert_eq!(fate(&hidden, &[], found.clone()), expected, "{found:?}");
        }
        let more = |within: &str| (path(within), OTHER, Severity::Error, 3);
        let mut log = ParseLog { more: vec![more("measures/01.md"), more("measures/02.md")], ..ParseLog::default() };
        hidden.hush(&mut log);
        assert_eq!(log.more.iter().map(|(file, ..)| file.clone()).collect::<Vec<_>>(), [path("measures/02.md")]);
    }

    #[test]
    fn an_open_file_tells_nothing_of_what_is_hidden_elsewhere() {
        let id = |text: &str| Id::new(text).expect("an id");
        let mut hidden = Hidden {
            indicators: [id("fam"), id("dage").part(&id("nord"))].into(),
            milestones: [ItemNumber::parse("1").expect("a number")].into(),
            ..Hidden::default()
        };
        let report = "updates/2020-06-30/index.md";
        for (entry, expected) in [
            ("readings.fam", Hushed),
            ("readings.fam.series.syd", Hushed),
            ("readings.dage", Told),
            ("readings.dage.series.nord", Hushed),
            ("readings.dage.series.syd", Told),
            ("readings.ÆØ.series.nord", Told),
            ("milestones.1", Hushed),
            ("milestones.2", Told),
            ("decisions.1", Told),
        ] {
            let entry = Some(Box::new(EntryPath(entry.to_owned())));
            let found = Diagnostic { entry, ..Diagnostic::new(OTHER, Place::File(path(report))) };
            assert_eq!(fate(&hidden, &[], found.clone()), expected, "{:?}", found.entry);
        }
        let lost = super::super::scalar::LOST_VALUES[0];
        for (within, text, code, expected) in [
            (report, "fam = ", DAMAGE[0], Hushed),
            (report, "fam = ", lost, Hushed),
            (report, "fam = ", OTHER, Told),
            (report, "nord = ", lost, Hushed),
            (report, "[milestones.2]", lost, Hushed),
            (report, "dage = ", lost, Told),
            ("updates/2020-06-30/01.md", "fam = ", lost, Hushed),
            ("plan.md", "fam = ", lost, Told),
        ] {
            let found = Diagnostic::new(code, Place::Span(Span { source: 0, start: 0, end: 1 }));
            assert_eq!(fate(&hidden, &[(within, text)], found), expected, "{within}: {text} {code:?}");
        }
        hidden.milestones.clear();
        let found = Diagnostic::new(lost, Place::Span(Span { source: 0, start: 0, end: 1 }));
        assert_eq!(fate(&hidden, &[(report, "[milestones.2]")], found), Told, "no milestone is hidden");
        // A row that cannot be read may have been that of a hidden measure.
        assert!(
            !hidden.may_hide_a_row() && Hidden { measures: [id("m")].into(), ..Hidden::default() }.may_hide_a_row()
        );
        hidden.hush_lost_rows([OTHER].into_iter());
        for (within, code, expected) in [
            ("tables/t.csv", OTHER, Hushed),
            ("updates/2020-06-30/t.csv", OTHER, Hushed),
            ("measures/01.md", OTHER, Told),
            ("tables/t.csv", lost, Told),
        ] {
            let found = Diagnostic::new(code, Place::File(path(within)));
            assert_eq!(fate(&hidden, &[], found), expected, "{within} {code:?}");
        }
    }
}
