//! Two versions of the records of a site, compared by their ids.

use std::{borrow::Cow, collections::BTreeSet};

use super::{
    Change, ChangeKind, RecordKind, WordPart, figures,
    items::{self, LentKey, RecordItem},
    meaning::{FieldComparison, said},
    names::NameIndex,
    renames::Renames,
    walk::{Walk, join},
};
use crate::{
    content::{Record, month},
    schema::{FieldType, Fields, Key, RecordType, Significance, Value, records},
    value::{Id, ProseParts},
};

/// A version of a site, or of a part of it.
#[derive(Clone, Copy, Debug)]
pub struct RecordSet<'v> {
    /// Its files.
    pub records: &'v [&'v Record],
    /// What records are called and count in, which may be known from more files than these.
    pub names: &'v NameIndex,
}

/// Tells what changed between two versions, sorted by subject.
///
/// It needs nothing but these records: what an amount without a unit counts in is known from them too. See
/// [`compare_versions`].
#[must_use]
pub fn compare(before: &[Record], after: &[Record]) -> Vec<Change> {
    let (old, new) = (NameIndex::of(before), NameIndex::of(after));
    let (before, after): (Vec<&Record>, Vec<&Record>) = (before.iter().collect(), after.iter().collect());
    compare_versions(RecordSet { records: &before, names: &old }, RecordSet { records: &after, names: &new })
}

/// Tells what changed between two versions, sorted by subject.
///
/// Records are followed by their ids, whichever file they stand in, and over a new id where they say what they were
/// called `formerly`. What is written otherwise and means the same is no change. The order of the files does not
/// matter; both versions may be exchanged, and then every change is its own inverse. Of what is equal nothing is
/// copied.
#[must_use]
pub fn compare_versions(before: RecordSet<'_>, after: RecordSet<'_>) -> Vec<Change> {
    let (olds, news) = (items::sorted(before.records.iter().copied()), items::sorted(after.records.iter().copied()));
    let renames = Renames::find(&olds, &news);
    let mut olds: Vec<(Cow<'_, LentKey<'_>>, &RecordItem<'_>)> = olds
        .iter()
        .map(|item| {
            let name = &item.name;
            (if renames.is_empty() { Cow::Borrowed(name) } else { Cow::Owned(renames.translate(name)) }, item)
        })
        .collect();
    if !renames.is_empty() {
        olds.sort_by(|(a, _), (b, _)| a.cmp(b));
    }
    let mut changes = Vec::new();
    let news = news.iter().map(|item| (Cow::Borrowed(&item.name), item));
    for (_, old, new) in join(olds, news) {
        let (Some(first), Some(last)) = (old.or(new), new.or(old)) else { continue };
        let (before, after) = (before.names, after.names);
        let scene = FieldComparison { before, after, renames: &renames, old: &first.name, new: &last.name };
        let mut walk = Walk { scene, path: String::new(), changes: &mut changes };
        match (old, new) {
            (Some(old), Some(new)) => walk.items(old, new),
            (Some(old), None) => walk.gone(old),
            (_, new) => new.into_iter().for_each(|new| walk.come(new)),
        }
    }
    // A record with a new id stands where its new name sorts; what is gone of it, where the old one does.
    changes.sort_by(|a, b| a.subject.cmp(&b.subject));
    changes
}

impl Walk<'_> {
    fn items(&mut self, old: &RecordItem<'_>, new: &RecordItem<'_>) {
        if old.name.id != new.name.id && says_formerly(new.name.kind) {
            self.push(ChangeKind::Renamed { from: old.name.id.as_ref().into() }, Significance::Editorial);
        }
        if old.number.map(|number| number.mark()) != new.number.map(|number| number.mark()) {
            let [before, after] = [old, new].map(|item| item.number.cloned().map(Value::Number));
            let path = records::NUMBER.spec.name.to_owned();
            self.push(ChangeKind::Field { path, before, after }, Significance::Editorial);
        }
        self.order(old, new);
        self.fields(new.schema, old.fields, new.fields, Significance::Material);
        if let (Some(before), Some(after)) = (old.words, new.words) {
            self.words(before, after);
        }
        if let (Some(before), Some(after)) = (old.figures, new.figures) {
            figures::compare(self, before, after);
        }
    }

    fn come(&mut self, item: &RecordItem<'_>) {
        self.push(ChangeKind::Added, Significance::Material);
        self.fields(item.schema, &items::NOTHING, item.fields, Significance::Material);
    }

    fn gone(&mut self, item: &RecordItem<'_>) {
        self.push(ChangeKind::Removed, Significance::Material);
        self.fields(item.schema, item.fields, &items::NOTHING, Significance::Material);
    }

    /// Notes that parts whose order has a meaning stand in another one.
    fn order(&mut self, old: &RecordItem<'_>, new: &RecordItem<'_>) {
        let (Some((_, before)), Some((path, after))) = (order_of(old), order_of(new)) else { return };
        if let Some((before, after)) = reordered(&before, &after) {
            let (before, after) = (Some(before), Some(after));
            self.push(ChangeKind::Field { path: path.to_owned(), before, after }, Significance::Material);
        }
    }

    fn fields(&mut self, schema: &'static RecordType, before: &Fields, after: &Fields, weight: Significance) {
        let is_top = self.path.is_empty();
        for spec in schema.fields.iter().filter(|spec| !(is_top && items::stands_apart(spec.name))) {
            let [old, new] = [before, after].map(|fields| said(spec, fields.value(spec.name)));
            if old.is_some() || new.is_some() {
                self.at(spec.name, |walk| walk.values(spec.ty, old, new, weight.min(spec.significance)));
            }
        }
        if std::ptr::eq(schema, &records::MONTHS) {
            self.months(before, after, weight);
        } else if let Some(entries) = &schema.entries {
            let is_words = matches!(entries.value, FieldType::Text);
            self.entries(entries.value, before, after, if is_words { Significance::Editorial } else { weight });
        }
    }

    fn values(&mut self, ty: FieldType, before: Option<&Value>, after: Option<&Value>, weight: Significance) {
        if let FieldType::Record(schema) | FieldType::AmountOr(schema) | FieldType::TextOr(schema) = ty {
            let [before, after] = [before, after].map(|value| match value {
                Some(Value::Record(fields)) => fields,
                _ => &items::NOTHING,
            });
            return self.fields(schema, before, after, weight);
        }
        let significance = match (before, after) {
            (Some(before), Some(after)) => self.scene.differ(&self.path, ty, before, after),
            (None, None) => None,
            _ => Some(Significance::Material),
        };
        if let Some(significance) = significance {
            let (path, before, after) = (self.path.clone(), before.cloned(), after.cloned());
            self.push(ChangeKind::Field { path, before, after }, significance.min(weight));
        }
    }

    /// Compares what stands under the author's own keys.
    fn entries(&mut self, ty: FieldType, before: &Fields, after: &Fields, weight: Significance) {
        for (key, before, after) in join(by_key(before), by_key(after)) {
            self.at(&items::key_text(&key), |walk| walk.values(ty, before, after, weight));
        }
    }

    /// Compares the months of a year: a range is the same as each of its months.
    fn months(&mut self, before: &Fields, after: &Fields, weight: Significance) {
        for (at, (before, after)) in months_of(before).into_iter().zip(months_of(after)).enumerate() {
            self.at(month(at), |walk| walk.values(FieldType::Amount, before, after, weight));
        }
    }

    fn words(&mut self, before: &ProseParts, after: &ProseParts) {
        for ((_, part), (before, after)) in WordPart::ALL.into_iter().zip(before.each().into_iter().zip(after.each())) {
            if !self.scene.is_same_text(before, after) {
                let (before, after) = (before.plain.clone(), after.plain.clone());
                self.push(ChangeKind::Words { part, before, after }, Significance::Editorial);
            }
        }
    }
}

/// Tells whether a record of this kind says itself what it was called formerly; others only follow it.
fn says_formerly(kind: RecordKind) -> bool {
    use RecordKind::{Committee, Indicator, Measure, Owner, Plan};
    matches!(kind, Committee | Indicator | Measure | Owner | Plan)
}

/// Returns the entries of a table, sorted by their keys.
fn by_key(fields: &Fields) -> Vec<(Key, &Value)> {
    let mut entries: Vec<_> = fields.entries().map(|(key, _, value)| (as_written(key), value)).collect();
    entries.sort_by(|(a, _), (b, _)| a.cmp(b));
    entries
}

/// Returns a key as it is written, whatever month years are declared to begin in.
fn as_written(key: &Key) -> Key {
    match key {
        Key::Year(year) => Key::Year(year.as_written()),
        Key::Period(period) => Key::Period(period.as_written()),
        key => key.clone(),
    }
}

/// Returns what is written of each month; of a month that stands twice, what stands first.
fn months_of(fields: &Fields) -> [Option<&Value>; 12] {
    let mut months = [None; 12];
    for (key, _, value) in fields.entries() {
        let Key::Months(first, last) = key else { continue };
        // Where a year begins in the middle of one of the calendar, a range may lead over the turn of that: "nov-feb".
        let is_in = |month: usize| match first <= last {
            true => (usize::from(*first)..=usize::from(*last)).contains(&month),
            false => month >= usize::from(*first) || month <= usize::from(*last),
        };
        for (_, slot) in months.iter_mut().enumerate().filter(|(month, _)| is_in(*month)) {
            *slot = slot.or(Some(value));
        }
    }
    months
}

/// Returns the ids of the parts of a record whose order has a meaning, under the field they stand in.
fn order_of<'i>(item: &'i RecordItem<'_>) -> Option<(&'static str, Vec<&'i str>)> {
    let levels = item.fields.get(&records::LEVELS).filter(|_| item.name.kind == RecordKind::Scale);
    let columns = item.fields.get(&records::COLUMNS).filter(|_| item.name.kind == RecordKind::Table);
    if let Some(levels) = levels {
        let ids = items::listed(Some(levels)).filter_map(|level| level.get(&records::LEVEL_ID)).map(Id::as_str);
        return Some((records::LEVELS.spec.name, ids.collect()));
    }
    if let Some(columns) = columns {
        let ids =
            columns.entries().filter_map(|(key, ..)| if let Key::Id(id) = key { Some(id.as_str()) } else { None });
        return Some((records::COLUMNS.spec.name, ids.collect()));
    }
    let (figures, _) = item.figures?;
    Some(("rows", figures::ids(figures).map(|(id, _)| id).collect()))
}

/// Returns both orders of the parts that stand in both, where they differ.
fn reordered(before: &[&str], after: &[&str]) -> Option<(Value, Value)> {
    if before == after {
        return None;
    }
    let common = |of: &[&str], other: &[&str]| -> Vec<String> {
        let other: BTreeSet<&str> = other.iter().copied().collect();
        of.iter().filter(|id| other.contains(**id)).map(|id| (*id).to_owned()).collect()
    };
    let (before, after) = (common(before, after), common(after, before));
    let list = |ids: Vec<String>| Value::List(ids.into_iter().map(Value::Text).collect());
    (before != after).then(|| (list(before), list(after)))
}
