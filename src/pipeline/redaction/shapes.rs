//! Figure tables and indicators of two versions whose parts stand otherwise, or that are called otherwise.
//!
//! Which cells are withheld beside small counts depends on where they stand: the next one below goes first. So of a table whose rows
//! were moved two versions may withhold other cells, and beside each other tell both. No change says that: order is no news.

use std::{borrow::Cow, collections::BTreeMap};

use crate::{
    compare::{RecordKey, RecordKind, Redaction, items::key_text, row_ids},
    content::{FileKind, Record},
    schema::{Fields, Key, Value, records},
    value::{Id, Period},
};

/// A figure table or an indicator by the folder of its plan and its id.
type ShapeKey<'r> = (&'r str, RecordKind, &'r str);

/// What a figure table or an indicator is made of.
#[derive(Default)]
struct RecordShape<'r> {
    /// The ids of its columns or series, and of its rows in each file, in their order.
    orders: BTreeMap<(FileKind, Option<Period>), Vec<Cow<'r, str>>>,
    /// The records that say it.
    records: Vec<&'r Record>,
    /// What an indicator says in the register.
    fields: Vec<&'r Fields>,
}

/// Returns the records of an older version of which entries withhold other counts today, or may: their parts stand in another order,
/// or they are one that is called otherwise today.
pub(super) fn moved_records(entries: &[Redaction], today: &[Record], old: &[Record]) -> Vec<RecordKey> {
    let entries: Vec<&Redaction> = entries.iter().filter(|entry| entry.is_of_counts).collect();
    if entries.is_empty() {
        return Vec::new();
    }
    let (today, old) = (shapes(today), shapes(old));
    let is_meant = |key: &ShapeKey<'_>| entries.iter().any(|entry| entry.is_about(&subject(key)));
    let new: Vec<_> = today.iter().filter(|(key, _)| !old.contains_key(*key) && is_meant(key)).collect();
    let is_moved = |(key, then): &(&ShapeKey<'_>, &RecordShape<'_>)| match today.get(*key) {
        Some(now) => is_meant(key) && then.is_in_another_order(now),
        None => new.iter().any(|(other, now)| key.1 == other.1 && then.may_be(now) && !then.is_within(now)),
    };
    old.iter().filter(is_moved).map(|(key, _)| subject(key)).collect()
}

fn subject((plan, kind, id): &ShapeKey<'_>) -> RecordKey {
    RecordKey { plan: Id::new(plan), kind: *kind, report: None, within: None, id: (*id).into() }
}

/// Returns what the figure tables and indicators of a version are made of.
fn shapes(records: &[Record]) -> BTreeMap<ShapeKey<'_>, RecordShape<'_>> {
    let mut shapes: BTreeMap<ShapeKey<'_>, RecordShape<'_>> = BTreeMap::new();
    for record in records {
        let plan = record.file.parts().nth(2).unwrap_or_default();
        let place = (record.role, record.report.map(Period::as_written));
        match record.role {
            FileKind::Table | FileKind::TableFigures | FileKind::UpdateFigures => {
                let shape = shapes.entry((plan, RecordKind::Table, record.id.as_str())).or_default();
                let columns = record.fields.get(&records::COLUMNS).into_iter().flat_map(Fields::entries);
                let rows = record.figures.iter().flat_map(row_ids).map(Cow::Borrowed);
                let parts = columns.map(|(key, ..)| key_text(key)).chain(rows).collect();
                shape.orders.insert(place, parts);
                shape.records.push(record);
            }
            FileKind::Indicators => {
                for (key, _, value) in record.fields.entries() {
                    let (Key::Id(id), Value::Record(fields)) = (key, value) else { continue };
                    let whole = id.as_str().split('/').next().unwrap_or_default();
                    let shape = shapes.entry((plan, RecordKind::Indicator, whole)).or_default();
                    shape.orders.entry(place).or_default().push(Cow::Borrowed(id.as_str()));
                    shape.fields.push(fields);
                }
            }
            _ => {}
        }
    }
    shapes
}

impl RecordShape<'_> {
    fn is_in_another_order(&self, now: &Self) -> bool {
        self.orders.iter().any(|(place, parts)| now.orders.get(place).is_some_and(|others| others != parts))
    }

    /// Tells whether it may be the same one under another id: a table that has a row or a column like it, an indicator that says
    /// anything like it.
    fn may_be(&self, now: &Self) -> bool {
        let parts = |shape: &Self| shape.orders.values().flatten().cloned().collect::<Vec<Cow<'_, str>>>();
        let (own, others) = (parts(self), parts(now));
        let is_like = |one: &Fields, other: &Fields| {
            one.get(&records::TITLE) == other.get(&records::TITLE)
                || one.get(&records::OLD_READINGS).is_some_and(|readings| {
                    let other = other.get(&records::OLD_READINGS).into_iter().flat_map(Fields::entries);
                    let mut other = other.map(|(key, _, value)| (key, value));
                    other.any(|reading| readings.entries().any(|(key, _, value)| (key, value) == reading))
                })
        };
        own.iter().any(|part| others.contains(part))
            || self.fields.iter().any(|own| now.fields.iter().any(|other| is_like(own, other)))
    }

    /// Tells whether today's says just the same, and more of later reports at the most: then both withhold the same.
    fn is_within(&self, now: &Self) -> bool {
        let last = self.records.iter().filter_map(|record| record.report.map(Period::as_written)).max();
        let is_earlier = |record: &&&Record| record.report.map(Period::as_written) <= last;
        let is_same = |one: &Record, other: &Record| {
            let place = |record: &Record| (record.role, record.report.map(Period::as_written));
            place(one) == place(other) && one.fields == other.fields && cells(one) == cells(other)
        };
        let others: Vec<&&Record> = now.records.iter().filter(is_earlier).collect();
        self.fields == now.fields
            && self.records.len() == others.len()
            && self.records.iter().all(|one| others.iter().any(|other| is_same(one, other)))
    }
}

/// Returns what stands in the cells of a record, its head first.
fn cells(record: &Record) -> Vec<Vec<&str>> {
    let head = record.figures.iter().map(|figures| &figures.head);
    let rows = record.figures.iter().flat_map(|figures| figures.rows.iter().map(|row| &row.cells));
    head.chain(rows).map(|cells| cells.iter().map(|(text, _)| text.as_str()).collect()).collect()
}
