//! The records of a file: whatever has an id of its own, lent from the file it stands in.

use std::{borrow::Cow, sync::Arc};

use super::{RecordKey, RecordKind};
use crate::{
    content::{Figures, FileKind, Record, month},
    schema::{Fields, Key, RecordType, Value, records},
    value::{Id, ItemNumber, Period, ProseParts, RelPath},
};

/// A [`RecordKey`] whose names are lent. Empty names stand for none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct LentKey<'r> {
    pub plan: &'r str,
    pub kind: RecordKind,
    pub report: Option<Period>,
    pub within: &'r str,
    pub id: Cow<'r, str>,
}

impl LentKey<'_> {
    /// Makes the subject of changes.
    pub fn subject(&self) -> RecordKey {
        RecordKey {
            plan: Id::new(self.plan),
            kind: self.kind,
            report: self.report,
            within: (!self.within.is_empty()).then(|| Arc::from(self.within)),
            id: Arc::from(&*self.id),
        }
    }
}

impl RecordKey {
    /// Returns the indicator and the series that it is, or is read of, where it is one of a series.
    #[must_use]
    pub fn series(&self) -> Option<(&str, &str)> {
        match self.kind {
            RecordKind::Indicator => self.id.split_once('/'),
            RecordKind::Reading => self.within.as_deref()?.split_once('/'),
            _ => None,
        }
    }

    /// Lends its names.
    pub(crate) fn name(&self) -> LentKey<'_> {
        LentKey {
            plan: self.plan.as_ref().map_or("", Id::as_str),
            kind: self.kind,
            report: self.report,
            within: self.within.as_deref().unwrap_or_default(),
            id: Cow::Borrowed(&self.id),
        }
    }
}

/// What a file says of one record.
#[derive(Clone, Debug)]
pub(crate) struct RecordItem<'r> {
    pub name: LentKey<'r>,
    /// The file it stands in.
    pub file: &'r RelPath,
    /// What it says in fields, and what they are.
    pub fields: &'r Fields,
    pub schema: &'static RecordType,
    /// Its number, where that is its key.
    pub number: Option<&'r ItemNumber>,
    /// When it was read, where it is a reading that says so.
    pub date: Option<Period>,
    /// Its words.
    pub words: Option<&'r ProseParts>,
    /// Its cells, where it is a table's figures.
    pub figures: Option<(&'r Figures, &'r Record)>,
}

/// The schema of what has no fields.
static NO_FIELDS: RecordType = RecordType { name: "", help: "", fields: &[], entries: None };
/// Fields of which none is given.
pub(crate) static NOTHING: Fields = Fields::EMPTY;

/// Fields that are records of their own, or say only what a record is known by.
pub(crate) fn stands_apart(field: &str) -> bool {
    [
        records::SCALES.spec.name,
        records::LEVELS.spec.name,
        records::EDITIONS.spec.name,
        records::COLUMNS.spec.name,
        records::MILESTONES.spec.name,
        records::READINGS.spec.name,
        records::ID_FIELD.spec.name,
        records::FORMERLY.spec.name,
    ]
    .contains(&field)
}

/// Returns all records of some files, sorted by their names. Of two with one name that stands first which lies in the
/// file whose path comes first; the other is left out, as it is when a site is built.
pub(crate) fn sorted<'r>(files: impl IntoIterator<Item = &'r Record>) -> Vec<RecordItem<'r>> {
    let mut items = Vec::new();
    files.into_iter().for_each(|file| add(file, &mut items));
    items.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.file.cmp(b.file)));
    items.dedup_by(|later, first| later.name == first.name);
    items
}

/// Adds the records of a file.
pub(crate) fn add<'r>(file: &'r Record, items: &mut Vec<RecordItem<'r>>) {
    let mut reader = ItemCollector { file, plan: plan_of(&file.file), items };
    match file.role {
        FileKind::Site => reader.site(),
        FileKind::Committees => reader.register(&file.fields, RecordKind::Committee, &records::COMMITTEE_RECORD),
        FileKind::Owners => reader.register(&file.fields, RecordKind::Owner, &records::OWNER_RECORD),
        FileKind::Page => reader.whole(RecordKind::Page, &records::PAGE),
        FileKind::Plan => reader.whole(RecordKind::Plan, &records::PLAN),
        FileKind::Measure => reader.whole(RecordKind::Measure, &records::MEASURE),
        FileKind::Indicators => {
            reader.register(&file.fields, RecordKind::Indicator, &records::INDICATOR);
            reader.older_readings();
        }
        FileKind::IndicatorFigures => reader.older_readings(),
        FileKind::UpdateReadings => reader.readings(),
        FileKind::Timeline => reader.timeline(),
        FileKind::Table => reader.table(),
        FileKind::TableFigures | FileKind::UpdateFigures => reader.figures(),
        FileKind::Update => reader.report(RecordKind::Report, &records::UPDATE),
        FileKind::Status => reader.report(RecordKind::Status, &records::STATUS),
        FileKind::Asset | FileKind::Stray => {}
    }
}

/// Returns the folder of the plan a file belongs to, or nothing.
fn plan_of(file: &RelPath) -> &str {
    let mut parts = file.parts();
    match (parts.next(), parts.next(), parts.next()) {
        (Some("content"), Some("plans"), Some(plan)) => plan,
        _ => "",
    }
}

/// Returns what the report is about whose folder a file lies in.
fn report_of(file: &Record) -> Option<Period> {
    file.report.map(Period::as_written)
}

struct ItemCollector<'i, 'r> {
    file: &'r Record,
    plan: &'r str,
    items: &'i mut Vec<RecordItem<'r>>,
}

impl<'r> ItemCollector<'_, 'r> {
    fn push(&mut self, kind: RecordKind, id: Cow<'r, str>, fields: &'r Fields, schema: &'static RecordType) {
        let name = LentKey { plan: self.plan, kind, report: report_of(self.file), within: "", id };
        let file = &self.file.file;
        self.items.push(RecordItem {
            name,
            file,
            fields,
            schema,
            number: None,
            date: None,
            words: None,
            figures: None,
        });
    }

    /// Adds a record that is a part of another.
    fn push_within(
        &mut self,
        kind: RecordKind,
        (within, id): (&'r str, Cow<'r, str>),
        fields: &'r Fields,
        schema: &'static RecordType,
    ) {
        self.push(kind, id, fields, schema);
        if let Some(item) = self.items.last_mut() {
            item.name.within = within;
        }
    }

    /// Adds the file as one record with its words.
    fn whole(&mut self, kind: RecordKind, schema: &'static RecordType) {
        let id = match kind {
            RecordKind::Page => page_id(&self.file.file),
            _ => self.file.id.as_str(),
        };
        self.push(kind, id.into(), &self.file.fields, schema);
        if let Some(item) = self.items.last_mut() {
            item.words = Some(&self.file.words);
        }
    }

    fn site(&mut self) {
        self.push(RecordKind::Site, "".into(), &self.file.fields, &records::SITE);
        for (key, _, value) in self.file.fields.get(&records::SCALES).into_iter().flat_map(Fields::entries) {
            let (Key::Id(id), Value::Record(scale)) = (key, value) else { continue };
            self.push(RecordKind::Scale, id.as_str().into(), scale, &records::SCALE_RECORD);
            for level in listed(scale.get(&records::LEVELS)) {
                let Some(level_id) = level.get(&records::LEVEL_ID) else { continue };
                let name = (id.as_str(), level_id.as_str().into());
                self.push_within(RecordKind::Level, name, level, &records::LEVEL_RECORD);
            }
        }
        for edition in listed(self.file.fields.get(&records::EDITIONS)) {
            let Some(id) = edition.get(&records::EDITION_ID) else { continue };
            self.push(RecordKind::Edition, id.as_str().into(), edition, &records::EDITION);
        }
    }

    /// Adds the entries of a register.
    fn register(&mut self, register: &'r Fields, kind: RecordKind, schema: &'static RecordType) {
        for (key, _, value) in register.entries() {
            let Value::Record(fields) = value else { continue };
            self.push(kind, key_text(key), fields, schema);
            if let (Key::Number(number), Some(item)) = (key, self.items.last_mut()) {
                item.number = Some(number);
            }
        }
    }

    /// Adds the readings of indicators that no report gave.
    fn older_readings(&mut self) {
        for (key, _, value) in self.file.fields.entries() {
            let (Key::Id(id), Value::Record(indicator)) = (key, value) else { continue };
            for (date, _, value) in indicator.get(&records::OLD_READINGS).into_iter().flat_map(Fields::entries) {
                let Value::Record(reading) = value else { continue };
                let name = (id.as_str(), key_text(date));
                self.push_within(RecordKind::Reading, name, reading, &records::READING);
                if let (Key::Period(date), Some(item)) = (date, self.items.last_mut()) {
                    item.date = Some(*date);
                }
            }
        }
    }

    fn timeline(&mut self) {
        let fields = &self.file.fields;
        for (register, kind, schema) in [
            (&records::MILESTONES, RecordKind::Milestone, &records::MILESTONE),
            (&records::DECISIONS, RecordKind::Decision, &records::DECISION),
            (&records::REPORTS, RecordKind::ReportDue, &records::REPORT_DUE),
        ] {
            if let Some(register) = fields.get(register) {
                self.register(register, kind, schema);
            }
        }
    }

    fn table(&mut self) {
        let id = self.file.id.as_str();
        self.push(RecordKind::Table, id.into(), &self.file.fields, &records::TABLE);
        for (key, _, value) in self.file.fields.get(&records::COLUMNS).into_iter().flat_map(Fields::entries) {
            if let Value::Record(column) = value {
                self.push_within(RecordKind::Column, (id, key_text(key)), column, &records::COLUMN);
            }
        }
    }

    fn figures(&mut self) {
        let Some(figures) = &self.file.figures else { return };
        let id = self.file.id.as_str();
        self.push(RecordKind::Figures, id.into(), &NOTHING, &NO_FIELDS);
        if let Some(item) = self.items.last_mut() {
            item.figures = Some((figures, self.file));
        }
    }

    /// Adds what a report says: of the plan or a measure, of milestones, of indicators. Nothing is no news.
    fn report(&mut self, kind: RecordKind, schema: &'static RecordType) {
        let fields = &self.file.fields;
        let says_something = !self.file.words.is_empty() || fields.values.iter().any(|(name, _)| !stands_apart(name));
        if says_something {
            self.whole(kind, schema);
            // A report is known by what it is about, whatever its folder is called.
            if let Some(item) = self.items.last_mut().filter(|_| kind == RecordKind::Report) {
                item.name.id = "".into();
            }
        }
        if let Some(updates) = fields.get(&records::MILESTONE_UPDATES).filter(|_| kind == RecordKind::Report) {
            self.register(updates, RecordKind::MilestoneUpdate, &records::MILESTONE_UPDATE);
        }
        self.readings();
    }

    /// Adds what was read of indicators.
    fn readings(&mut self) {
        let readings = self.file.fields.get(&records::READINGS);
        for (key, _, value) in readings.into_iter().flat_map(Fields::entries) {
            let (Key::Id(id), Value::Record(reading)) = (key, value) else { continue };
            let date = reading.get(&records::DATE).copied();
            let name = (id.as_str(), date.map_or(Cow::Borrowed(""), |date| date.iso().into()));
            self.push_within(RecordKind::Reading, name, reading, &records::READING);
            if let Some(item) = self.items.last_mut() {
                item.date = date;
            }
        }
    }
}

/// Returns the tables of a list.
pub(crate) fn listed(values: Option<&Vec<Value>>) -> impl Iterator<Item = &Fields> {
    let values = values.into_iter().flatten();
    values.filter_map(|value| if let Value::Record(fields) = value { Some(fields) } else { None })
}

/// Returns the path of a page below the content, without its ending.
fn page_id(file: &RelPath) -> &str {
    let path = file.as_str();
    let path = path.strip_prefix("content/").unwrap_or(path);
    path.strip_suffix(".md").unwrap_or(path)
}

/// Returns a key as it stands in names and paths, however it was written.
pub(crate) fn key_text(key: &Key) -> Cow<'_, str> {
    match key {
        Key::Id(id) => id.as_str().into(),
        Key::Number(number) => number.as_str().into(),
        Key::Year(year) => year.to_string().into(),
        Key::Months(first, last) if first == last => month(usize::from(*first)).into(),
        Key::Months(first, last) => format!("{}-{}", month(usize::from(*first)), month(usize::from(*last))).into(),
        Key::Period(period) => period.iso().into(),
        Key::Mark(mark) => mark.to_string().into(),
    }
}
