//! A change: which record, what became of it, and how much it matters.

use std::sync::Arc;

use crate::{
    schema::{Significance, Value},
    value::{Id, Period, RelPath},
};

/// What a record is.
///
/// Whatever has an id of its own is a record, also where it stands in a file with others: an indicator, a milestone,
/// a level of a scale, what a report says of a milestone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum RecordKind {
    /// The site as a whole.
    Site,
    /// A status scale.
    Scale,
    /// A level of a scale; [`RecordKey::within`] is the scale.
    Level,
    /// An edition.
    Edition,
    /// A committee.
    Committee,
    /// An owner.
    Owner,
    /// An ordinary page, known by its path below `content/` without its ending.
    Page,
    /// A plan.
    Plan,
    /// A measure of a plan.
    Measure,
    /// An indicator of a plan.
    Indicator,
    /// A milestone of a plan.
    Milestone,
    /// A decision of a plan.
    Decision,
    /// A report that a plan owes.
    ReportDue,
    /// The declaration of a figure table.
    Table,
    /// A column of a figure table; [`RecordKey::within`] is the table.
    Column,
    /// What a report says of the plan as a whole.
    Report,
    /// What a report says of a measure, by the measure's id.
    Status,
    /// What a report says of a milestone, by its number.
    MilestoneUpdate,
    /// A reading; [`RecordKey::within`] is the indicator. Its id is its date, and empty where the date is the report's.
    Reading,
    /// The figures of a table, in a report or the plan's own, by the table's id.
    Figures,
    /// A row of figures; [`RecordKey::within`] is the table.
    Row,
}

impl RecordKind {
    /// Every kind with its word in data and in the keys of words.
    pub const ALL: [(&'static str, Self); 21] = [
        ("site", Self::Site),
        ("scale", Self::Scale),
        ("level", Self::Level),
        ("edition", Self::Edition),
        ("committee", Self::Committee),
        ("owner", Self::Owner),
        ("page", Self::Page),
        ("plan", Self::Plan),
        ("measure", Self::Measure),
        ("indicator", Self::Indicator),
        ("milestone", Self::Milestone),
        ("decision", Self::Decision),
        ("report-due", Self::ReportDue),
        ("table", Self::Table),
        ("column", Self::Column),
        ("report", Self::Report),
        ("status", Self::Status),
        ("milestone-update", Self::MilestoneUpdate),
        ("reading", Self::Reading),
        ("figures", Self::Figures),
        ("row", Self::Row),
    ];

    /// Reads its word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
    }

    /// Returns its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }
}

/// What a record is known by in every version of a site.
///
/// Sorted by plan, then by what it is, then by the report it stands in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct RecordKey {
    /// The plan it belongs to; `None` for what all plans share.
    pub plan: Option<Id>,
    /// What it is.
    pub kind: RecordKind,
    /// What the report it stands in is about; `None` for what stands in none.
    pub report: Option<Period>,
    /// The record it is a part of: the table of a row, the indicator of a reading, the scale of a level.
    pub within: Option<Arc<str>>,
    /// Its own id or number; empty for the site.
    pub id: Arc<str>,
}

impl RecordKey {
    /// Makes the key of a record of a plan that stands in no report and is no part of another.
    #[must_use]
    pub fn of_plan(plan: &Id, kind: RecordKind, id: &str) -> Self {
        Self { plan: Some(plan.clone()), kind, report: None, within: None, id: id.into() }
    }

    /// Returns the id of the measure it is, or is a status of.
    #[must_use]
    pub fn measure(&self) -> Option<&str> {
        matches!(self.kind, RecordKind::Measure | RecordKind::Status).then_some(&*self.id)
    }

    /// Tells whether it is what is asked for by an id: the plan of that id with all that is in it, the record of that
    /// id, what reports say of it, or a part of it. `plan/id` asks for a record of one plan.
    #[must_use]
    pub fn is_about(&self, id: &str) -> bool {
        let plan = self.plan.as_ref().map_or("", Id::as_str);
        let is_series = |id: &str| self.series().is_some_and(|(whole, _)| whole == id);
        let is_own = |id: &str| &*self.id == id || self.within.as_deref() == Some(id) || is_series(id);
        match id.split_once('/') {
            Some((wanted, id)) => plan == wanted && is_own(id),
            None => plan == id || is_own(id),
        }
    }
}

/// A change of one record.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The record, as it is known after the change (where it was removed: before it).
    pub subject: RecordKey,
    /// What became of it.
    pub what: ChangeKind,
    /// How much it matters.
    pub significance: Significance,
}

/// What became of a record.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum ChangeKind {
    /// It is new. What it says in fields follows as changes of its own, from nothing.
    Added,
    /// It is gone. What it said in fields follows as changes of its own, to nothing.
    Removed,
    /// It has a new id, and says which one it had.
    Renamed {
        /// The id it had.
        from: Arc<str>,
    },
    /// A field says something else.
    Field {
        /// The field, dotted where it lies in a table: `due`, `stated.achieved`, `effect.2020.mar`.
        path: String,
        /// What it said; `None` where it was not given.
        before: Option<Value>,
        /// What it says; `None` where it is not given.
        after: Option<Value>,
    },
    /// Words were rewritten.
    Words {
        /// Which words.
        part: WordPart,
        /// The beginning of the plain text there was. Equal to `after` where the change lies further down.
        before: String,
        /// The beginning of the plain text there is.
        after: String,
    },
    /// A cell of a figure table says something else.
    Figure {
        /// The id of the row.
        row: Arc<str>,
        /// The id of the column.
        column: Arc<str>,
        /// What it said: an amount, or a text; `None` where it was not given.
        before: Option<Value>,
        /// What it says.
        after: Option<Value>,
    },
}

/// A part of a record's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum WordPart {
    /// All that stands under no heading of the others.
    Body,
    /// What is to be reached.
    Objective,
    /// What is done.
    Action,
    /// What follows from it.
    Consequences,
    /// When it happens.
    Timetable,
}

impl WordPart {
    /// Every part in the order of [`crate::value::ProseParts::each`], with its word in data and in the keys of words.
    pub const ALL: [(&'static str, Self); 5] = [
        ("body", Self::Body),
        ("objective", Self::Objective),
        ("action", Self::Action),
        ("consequences", Self::Consequences),
        ("timetable", Self::Timetable),
    ];

    /// Returns its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, part)| *part == self).map_or("", |(word, _)| word)
    }
}

/// A version of a file that cannot be read. It is told, and nothing of it is compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unreadable {
    /// The file.
    pub path: RelPath,
}
