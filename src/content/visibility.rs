//! What may not be shown is dropped right after parsing, so that nothing later can leak it.
//!
//! Fail-closed and decided once: a record is shown only when its own mark and those it inherits allow
//! it. What was dropped leaves its id behind ([`Hidden`]), so that a reference to it is not reported as
//! a mistake; the id goes no further than that.

use std::collections::BTreeSet;

use super::{Record, Role};
use crate::{
    schema::{Fields, Key, Value, records},
    value::{Date, Id, ItemNumber, Parts, Period},
};

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
}

impl Viewer {
    /// Tells whether a record's own mark lets it be shown.
    #[must_use]
    pub fn may_see(self, fields: &Fields) -> bool {
        let visibility = fields.get(&records::VISIBILITY).and_then(|word| Audience::parse(word.0)).unwrap_or_default();
        let embargo = fields.get(&records::EMBARGO).copied();
        visibility <= self.audience && embargo.is_none_or(|until| until <= self.as_of)
    }
}

/// What was dropped of a plan: the ids of its records, and whether anything was dropped at all.
#[derive(Clone, Debug, Default)]
pub struct Hidden {
    ids: BTreeSet<Id>,
    partial: bool,
}

impl Hidden {
    /// Tells whether a record of this id was dropped.
    #[must_use]
    pub fn holds(&self, id: &Id) -> bool {
        self.ids.contains(id)
    }

    /// Tells whether no record of the plan itself was dropped.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Tells whether anything is not there that was written, a report that is not due yet included.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.partial
    }

    fn add(&mut self, ids: impl IntoIterator<Item = Id>) {
        self.partial = true;
        self.ids.extend(ids);
    }
}

/// Drops the records of a plan that may not be shown. Where the plan itself may not, all are dropped,
/// but for a closed one's public title.
#[must_use]
pub fn withhold(records: Vec<Record>, viewer: Viewer) -> (Vec<Record>, Hidden) {
    let mut hidden = Hidden::default();
    let plan = records.iter().find(|record| record.role == Role::Plan);
    if plan.is_some_and(|plan| !viewer.may_see(&plan.fields)) {
        let titled = records.into_iter().filter(|record| record.role == Role::Plan).filter_map(public_face);
        return (titled.collect(), hidden);
    }
    let shut_folders: BTreeSet<Id> = records
        .iter()
        .filter(|record| record.role == Role::Update && !viewer.may_see(&record.fields))
        .map(|record| record.id.clone())
        .collect();
    let shut_numbers: Vec<ItemNumber> = records
        .iter()
        .filter(|record| record.role == Role::Measure && !viewer.may_see(&record.fields))
        .filter_map(|record| record.fields.get(&records::NUMBER).cloned())
        .collect();
    let below_shut = |record: &Record| {
        let number = record.fields.get(&records::NUMBER);
        number.is_some_and(|number| shut_numbers.iter().any(|shut| number.is_below(shut)))
    };
    let mut kept = Vec::with_capacity(records.len());
    for mut record in records {
        let in_time = report_date(&record).is_none_or(|date| date.last() <= viewer.as_of);
        let folder_open = folder_of(&record).is_none_or(|folder| !shut_folders.contains(folder.as_str()));
        if in_time && folder_open && viewer.may_see(&record.fields) && !below_shut(&record) {
            drop_entries(&mut record.fields, viewer, &mut hidden);
            kept.push(record);
            continue;
        }
        // A report that is not due yet says nothing of its measure as such: only records of the plan count.
        let of_plan = !matches!(record.role, Role::Update | Role::Status | Role::UpdateFigures);
        hidden.add(of_plan.then(|| record.id.clone()));
        if record.role == Role::Measure {
            kept.extend(public_face(record));
        }
    }
    drop_followers(&mut kept, &mut hidden);
    (kept, hidden)
}

/// Drops what hangs on a dropped record: the statuses and indicators of a measure, the figures of a
/// table, the rows and readings that name it.
fn drop_followers(kept: &mut Vec<Record>, hidden: &mut Hidden) {
    if hidden.is_empty() {
        return;
    }
    for record in kept.iter_mut().filter(|record| record.role == Role::Indicators) {
        record.fields.entries.retain(|(key, _, value)| {
            let Value::Record(indicator) = value else { return true };
            let follows = indicator.get(&records::MEASURE_REF).is_some_and(|measure| hidden.holds(measure));
            if follows {
                hidden.add(key_id(key));
            }
            !follows
        });
    }
    kept.retain(|record| match record.role {
        Role::Status | Role::UpdateFigures | Role::TableFigures => !hidden.holds(&record.id),
        _ => true,
    });
    for record in kept.iter_mut() {
        if let Some(figures) = &mut record.figures {
            figures.drop_rows(|id| Id::new(id).is_some_and(|id| hidden.holds(&id)));
        }
        for (name, value) in &mut record.fields.values {
            if let ("readings" | "milestones", Value::Record(entries)) = (*name, value) {
                entries.entries.retain(|(key, ..)| !key_id(key).is_some_and(|id| hidden.holds(&id)));
            }
        }
    }
}

/// Drops entries of registers (indicators, milestones, decisions) that have a mark of their own, and
/// indicators of a measure that was dropped.
fn drop_entries(fields: &mut Fields, viewer: Viewer, hidden: &mut Hidden) {
    for (_, value) in &mut fields.values {
        if let Value::Record(inner) = value {
            drop_entries(inner, viewer, hidden);
        }
    }
    fields.entries.retain(|(key, _, value)| match value {
        Value::Record(entry) if !viewer.may_see(entry) => {
            hidden.add(key_id(key));
            false
        }
        _ => true,
    });
}

fn key_id(key: &Key) -> Option<Id> {
    match key {
        Key::Id(id) => Some(id.clone()),
        Key::Number(number) => Id::new(number.as_str()),
        _ => None,
    }
}

/// Leaves of a closed record what it says in public: its public title, and nothing else.
fn public_face(record: Record) -> Option<Record> {
    let title = record.fields.get(&records::PUBLIC_TITLE)?.clone();
    let keep = |name: &str| matches!(name, "kind" | "committee");
    let mut values: Vec<_> = record.fields.values.into_iter().filter(|(name, _)| keep(name)).collect();
    if record.role == Role::Measure {
        values.clear();
    }
    values.push((records::PUBLIC_TITLE.spec.name, Value::Text(title.clone())));
    values.push((records::TITLE.spec.name, Value::Text(title)));
    let fields = Fields { values, entries: Vec::new() };
    Some(Record { fields, words: Parts::default(), figures: None, closed: true, ..record })
}

fn folder_of(record: &Record) -> Option<String> {
    let in_update = matches!(record.role, Role::Update | Role::Status | Role::UpdateFigures);
    in_update.then(|| record.file.parts().rev().nth(1).unwrap_or_default().to_owned())
}

fn report_date(record: &Record) -> Option<Period> {
    folder_of(record).and_then(|folder| Period::parse_iso(&folder))
}
