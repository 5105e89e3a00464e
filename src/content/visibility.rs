//! What may not be shown is dropped right after parsing, so that nothing later can leak it.
//!
//! Fail-closed and decided once: a record is shown only when its own mark and those it inherits allow
//! it. What was dropped leaves its id behind ([`Hidden`]), so that a reference to it is not reported as
//! a mistake; the id goes no further than that.

use std::collections::{BTreeMap, BTreeSet};

use super::{FileKind, ParseLog, Record, Withheld, figures, marks};
use crate::{
    diag::{Code, Diagnostic, Place, Severity},
    schema::{Fields, Key, Value, records},
    value::{Date, Id, ItemNumber, Period, ProseParts, RelPath},
};

const HIDDEN_MISTAKE: Code = Code::error("hidden-mistake").help("a mistake in a file that this audience may not see on this date; nothing else is said of it, for messages are read by more people than the site is for");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&HIDDEN_MISTAKE];

/// Whom a site is built for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Everybody.
    #[default]
    Public,
    /// The organisation itself.
    Internal,
    /// Those who may see closed items.
    Closed,
}

impl Audience {
    /// Reads the word it has in content files and on the command line.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "public" => Some(Self::Public),
            "internal" => Some(Self::Internal),
            "closed" => Some(Self::Closed),
            _ => None,
        }
    }

    /// Returns its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Internal => "internal",
            Self::Closed => "closed",
        }
    }
}

/// Whom the site is built for, and as of which day.
#[derive(Clone, Copy, Debug)]
pub struct Viewer {
    /// Whom.
    pub audience: Audience,
    /// The as-of date: nothing later is shown.
    pub as_of: Date,
    /// The day embargoes are held against: the as-of date, and of what was said earlier the day it was said.
    pub day: Date,
}

impl Viewer {
    /// Returns a viewer of the site as of a date.
    #[must_use]
    pub fn new(audience: Audience, as_of: Date) -> Self {
        Self { audience, as_of, day: as_of }
    }

    /// Returns the viewer as he was on a day: what was under embargo then he could not see.
    #[must_use]
    pub fn on(self, day: Date) -> Self {
        Self { day: day.min(self.as_of), ..self }
    }

    /// Tells whether a record's own mark lets it be shown.
    #[must_use]
    pub fn may_see(self, fields: &Fields) -> bool {
        let visibility = fields.get(&records::VISIBILITY).and_then(|word| Audience::parse(word.0)).unwrap_or_default();
        let embargo = fields.get(&records::EMBARGO).copied();
        visibility <= self.audience && embargo.is_none_or(|until| until <= self.day)
    }
}

/// What was dropped of a plan, by kind: a reference to it is no mistake, and leads nowhere.
#[derive(Clone, Debug, Default)]
pub struct Hidden {
    measures: BTreeSet<Id>,
    indicators: BTreeSet<Id>,
    tables: BTreeSet<Id>,
    milestones: BTreeSet<ItemNumber>,
    decisions: BTreeSet<ItemNumber>,
    /// Folders of reports that are shut, or not out yet.
    folders: BTreeSet<String>,
    /// Files that are hidden, or hold something that is.
    secret: BTreeSet<RelPath>,
    /// What measures were called before, where none is called so today.
    formers: BTreeMap<Id, Vec<Id>>,
    /// Folders of ordinary pages that are shut.
    page_folders: ShutFolders,
    /// The plan as a whole.
    plan: bool,
    anything: bool,
}

impl Hidden {
    /// Tells whether a measure was dropped.
    #[must_use]
    pub fn measure(&self, id: &Id) -> bool {
        self.measures.contains(id)
    }

    /// Tells whether an indicator was dropped.
    #[must_use]
    pub fn indicator(&self, id: &Id) -> bool {
        self.indicators.contains(id)
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

    /// Drops what was found in files that are hidden. Messages are read by more people than the site is for:
    /// all they say of such a file is that something is wrong in it.
    pub fn hush(&self, notebook: &mut ParseLog) {
        let ParseLog { sources, diagnostics, .. } = notebook;
        let mut told = BTreeSet::new();
        let found = std::mem::take(diagnostics);
        for diagnostic in found {
            let file = match &diagnostic.place {
                Place::Span(span) => sources.get(span.source).map(|source| source.path.as_str().to_owned()),
                Place::Subject(subject) => Some(subject.file.clone()),
                Place::Written(file, _) => Some(file.clone()),
                Place::Line(path, ..) | Place::File(path) => Some(path.as_str().to_owned()),
            };
            let file = file.and_then(|file| RelPath::new(file).ok()).filter(|file| self.secret.contains(file));
            let is_mark = diagnostic.args.iter().any(|(name, value)| *name == "key" && marks::is_nearly_a_mark(value));
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

/// Tells whether a record, or an entry in it, bears a mark that may hide it.
#[must_use]
pub fn is_marked(record: &Record) -> bool {
    fn any(fields: &Fields) -> bool {
        let marks = |(name, value): &(&'static str, Value)| is_mark(name) || of(value);
        fields.values.iter().any(marks) || fields.entries.iter().any(|(_, _, value)| of(value))
    }
    fn of(value: &Value) -> bool {
        matches!(value, Value::Record(fields) if any(fields))
    }
    any(&record.fields)
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
    fn among(records: &[Record], viewer: Viewer) -> Self {
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

/// Returns the ordinary pages among some records that may not be shown, for their own mark or that of a folder.
#[must_use]
pub fn hidden_pages(records: &[Record], viewer: Viewer) -> BTreeSet<RelPath> {
    let folders = ShutFolders::among(records, viewer);
    let pages = records.iter().filter(|record| record.role == FileKind::Page);
    let hidden = pages.filter(|page| !viewer.may_see(&page.fields) || folders.has(&page.file));
    hidden.map(|page| page.file.clone()).collect()
}

/// Parts ordinary pages from those that may not be shown.
#[must_use]
pub fn withhold_pages(pages: Vec<Record>, viewer: Viewer) -> (Vec<Record>, Hidden, BTreeSet<RelPath>) {
    let mut hidden = Hidden::default();
    let files = hidden_pages(&pages, viewer);
    files.iter().for_each(|file| hidden.touch(file));
    let shown = pages.into_iter().filter(|page| !files.contains(&page.file)).collect();
    (shown, hidden, files)
}

/// Drops the records of a plan that may not be shown. Where the plan itself may not, all are dropped,
/// but for a closed one's public title.
#[must_use]
pub fn withhold(records: Vec<Record>, viewer: Viewer) -> (Vec<Record>, Hidden) {
    let mut hidden = Hidden { formers: formers(&records), ..Hidden::default() };
    let plan = records.iter().find(|record| record.role == FileKind::Plan);
    if plan.is_some_and(|plan| !viewer.may_see(&plan.fields)) {
        hidden.plan = true;
        records.iter().for_each(|record| hidden.touch(&record.file));
        let titled = records.into_iter().filter(|record| record.role == FileKind::Plan).filter_map(public_face);
        return (titled.collect(), hidden);
    }
    let shut_folders: BTreeSet<Id> = records
        .iter()
        .filter(|record| record.role == FileKind::Update && !viewer.may_see(&record.fields))
        .map(|record| record.id.clone())
        .collect();
    let shut_numbers: Vec<ItemNumber> = records
        .iter()
        .filter(|record| record.role == FileKind::Measure && !viewer.may_see(&record.fields))
        .filter_map(|record| record.fields.get(&records::NUMBER).cloned())
        .collect();
    let below_shut = |record: &Record| {
        let number = record.fields.get(&records::NUMBER);
        number.is_some_and(|number| shut_numbers.iter().any(|shut| number.is_below(shut)))
    };
    hidden.page_folders = ShutFolders::among(&records, viewer);
    let mut kept = Vec::with_capacity(records.len());
    let mut dropped = Vec::new();
    for mut record in records {
        if record.role == FileKind::Page && hidden.page_folders.has(&record.file) {
            hidden.touch(&record.file);
            continue;
        }
        let in_time = report_date(&record).is_none_or(|date| date.last() <= viewer.as_of);
        let folder_open = folder_of(&record).is_none_or(|folder| !shut_folders.contains(folder));
        if in_time && folder_open && viewer.may_see(&record.fields) && !below_shut(&record) {
            drop_entries(&mut record, viewer, &mut hidden);
            kept.push(record);
            continue;
        }
        hidden.anything = true;
        match folder_of(&record) {
            Some(_) if !in_time || !folder_open => drop(hidden.folders.insert(record.file.folder().to_owned())),
            _ => {}
        }
        // A report is no secret for not being out yet.
        if !folder_open || !viewer.may_see(&record.fields) || below_shut(&record) {
            hidden.touch(&record.file);
        }
        match record.role {
            // Statuses are named after the file of their measure, references after its id.
            FileKind::Measure => {
                let before = record.fields.ids(&records::FORMERLY).cloned();
                hidden
                    .measures
                    .extend(Id::new(record.file.stem()).into_iter().chain([record.id.clone()]).chain(before));
            }
            FileKind::Table => drop(hidden.tables.insert(record.id.clone())),
            _ => {}
        }
        // What a report that is not out yet says is in no total either.
        if in_time && folder_open {
            dropped.push(record);
        }
    }
    kept.retain(|record| {
        let follows = match record.role {
            FileKind::Status => hidden.measure(&record.id),
            FileKind::UpdateFigures | FileKind::TableFigures => hidden.table(&record.id),
            _ => false,
        };
        if follows {
            hidden.touch(&record.file);
            dropped.push(record.clone());
        }
        !follows
    });
    drop_followers(&mut kept, &mut hidden);
    drop_totals(&mut kept, &dropped);
    figures::withhold_rows(&mut kept, &mut hidden);
    kept.extend(dropped.into_iter().filter(|record| record.role == FileKind::Measure).filter_map(public_face));
    (kept, hidden)
}

/// Returns what measures were called before, where none is called so today.
fn formers(records: &[Record]) -> BTreeMap<Id, Vec<Id>> {
    let measures = || records.iter().filter(|record| record.role == FileKind::Measure);
    let is_free = |former: &&Id| !measures().any(|measure| measure.id == **former);
    let renamed = measures().filter(|measure| measure.fields.get(&records::FORMERLY).is_some());
    let formers = |measure: &Record| {
        (measure.id.clone(), measure.fields.ids(&records::FORMERLY).filter(is_free).cloned().collect())
    };
    renamed.map(formers).collect()
}

/// Drops what hangs on a dropped record: the indicators of a measure, and what reports say of
/// indicators and milestones.
fn drop_followers(kept: &mut [Record], hidden: &mut Hidden) {
    for record in kept.iter_mut().filter(|record| record.role == FileKind::Indicators) {
        let Record { file, fields, .. } = record;
        fields.entries.retain(|(key, _, value)| {
            let Value::Record(indicator) = value else { return true };
            let follows = indicator.get(&records::MEASURE_REF).is_some_and(|measure| hidden.measures.contains(measure));
            if let (true, Key::Id(id)) = (follows, key) {
                hidden.indicators.extend(indicator.ids(&records::FORMERLY).chain([id]).cloned());
                hidden.touch(file);
            }
            !follows
        });
    }
    for record in kept.iter_mut() {
        for (name, value) in &mut record.fields.values {
            let Value::Record(entries) = value else { continue };
            entries.entries.retain(|(key, ..)| match (*name, key) {
                ("readings", Key::Id(id)) => !hidden.indicator(id),
                ("milestones", Key::Number(number)) => !hidden.milestone(number),
                _ => true,
            });
        }
    }
}

/// Drops what sums are stated to be where a part of them was dropped: whoever saw the sum and the other
/// parts would know the one that is hidden.
fn drop_totals(kept: &mut [Record], dropped: &[Record]) {
    const FIGURES: [&str; 4] = ["required", "achieved", "forecast", "effect"];
    let has_figures = |record: &&Record| record.fields.values.iter().any(|(name, _)| FIGURES.contains(name));
    let number_of = |id: &Id, records: &[Record]| {
        let measure = records.iter().find(|record| record.role == FileKind::Measure && record.id == *id);
        measure.and_then(|measure| measure.fields.get(&records::NUMBER).cloned())
    };
    for part in
        dropped.iter().filter(|record| matches!(record.role, FileKind::Measure | FileKind::Status)).filter(has_figures)
    {
        let number = number_of(&part.id, dropped).or_else(|| number_of(&part.id, kept));
        let folder = folder_of(part);
        let above: BTreeSet<Id> = kept
            .iter()
            .filter(|record| record.role == FileKind::Measure)
            .filter(|record| match (&number, record.fields.get(&records::NUMBER)) {
                (Some(part), Some(whole)) => part.is_below(whole),
                _ => false,
            })
            .map(|record| record.id.clone())
            .collect();
        for record in kept.iter_mut() {
            let is_concerned = folder.is_none() || folder_of(record) == folder;
            let keep: &dyn Fn(&str) -> bool = match record.role {
                FileKind::Plan | FileKind::Update if is_concerned => &|name| name != "stated",
                FileKind::Measure | FileKind::Status if is_concerned && above.contains(&record.id) => {
                    &|name| !FIGURES.contains(&name)
                }
                _ => continue,
            };
            record.fields.values.retain(|(name, _)| keep(name));
        }
    }
}

/// Drops entries of registers (indicators, milestones, decisions) that have a mark of their own.
fn drop_entries(record: &mut Record, viewer: Viewer, hidden: &mut Hidden) {
    let Record { role, file, fields, .. } = record;
    let registers: Vec<(&str, &mut Fields)> = match role {
        FileKind::Indicators => vec![("indicators", fields)],
        FileKind::Timeline => {
            let values = fields.values.iter_mut();
            values
                .filter_map(|(name, value)| if let Value::Record(of) = value { Some((*name, of)) } else { None })
                .collect()
        }
        _ => Vec::new(),
    };
    for (name, register) in registers {
        register.entries.retain(|(key, _, value)| {
            let Value::Record(entry) = value else { return true };
            if viewer.may_see(entry) {
                return true;
            }
            hidden.touch(file);
            match (name, key) {
                ("indicators", Key::Id(id)) => {
                    hidden.indicators.extend(entry.ids(&records::FORMERLY).chain([id]).cloned());
                }
                ("milestones", Key::Number(number)) => drop(hidden.milestones.insert(number.clone())),
                ("decisions", Key::Number(number)) => drop(hidden.decisions.insert(number.clone())),
                _ => {}
            }
            false
        });
    }
}

/// Leaves of a closed record what it says in public: its public title, and nothing else.
fn public_face(record: Record) -> Option<Record> {
    let title = record.fields.get(&records::PUBLIC_TITLE)?.clone();
    let keep = |name: &str| matches!(name, "kind" | "committee");
    let mut values: Vec<_> = record.fields.values.into_iter().filter(|(name, _)| keep(name)).collect();
    if record.role == FileKind::Measure {
        values.clear();
    }
    values.push((records::PUBLIC_TITLE.spec.name, Value::Text(title.clone())));
    values.push((records::TITLE.spec.name, Value::Text(title)));
    let fields = Fields { values, entries: Vec::new() };
    Some(Record { fields, words: ProseParts::default(), figures: None, closed: true, ..record })
}

/// Returns what a mark comes to that cannot be read: shut, and for good.
pub(super) fn shut(field: &str) -> Option<Value> {
    match field {
        _ if field == records::VISIBILITY.spec.name => {
            Some(Value::Choice(crate::schema::Choice(Audience::Closed.word())))
        }
        _ if field == records::EMBARGO.spec.name => Some(Value::Day(Date::MAX)),
        _ => None,
    }
}

/// The field that says who may see a record.
pub(super) const NAME: &str = records::VISIBILITY.spec.name;

/// Closes a record that something in it was meant to hide, whatever its own mark says.
pub(super) fn close_fields(fields: &mut Fields) {
    fields.values.retain(|(name, _)| *name != NAME);
    fields.values.extend(shut(NAME).map(|value| (NAME, value)));
}

/// Closes a record, and the entries of a register one by one: a reference to what is closed is no mistake.
pub(super) fn close_record(record: &mut Record) {
    close_fields(&mut record.fields);
    let registers = record.fields.values.iter_mut().filter_map(|(_, value)| match value {
        Value::Record(register) if record.role == FileKind::Timeline => Some(register),
        _ => None,
    });
    let mut entries: Vec<&mut Value> =
        registers.flat_map(|register| &mut register.entries).map(|(.., value)| value).collect();
    if record.role == FileKind::Indicators {
        entries.extend(record.fields.entries.iter_mut().map(|(.., value)| value));
    }
    for value in entries {
        if let Value::Record(entry) = value {
            close_fields(entry);
        }
    }
}

/// Tells whether a field is one of those that hide a record.
pub(super) fn is_mark(field: &str) -> bool {
    field == records::VISIBILITY.spec.name || field == records::EMBARGO.spec.name
}

fn is_below(file: &RelPath, folder: &str) -> bool {
    file.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

fn folder_of(record: &Record) -> Option<&str> {
    let in_update = matches!(record.role, FileKind::Update | FileKind::Status | FileKind::UpdateFigures);
    in_update.then(|| record.file.parts().rev().nth(1).unwrap_or_default())
}

/// Returns what the report is about that a record stands in.
#[must_use]
pub fn report_date(record: &Record) -> Option<Period> {
    folder_of(record).and_then(Period::parse_iso)
}
