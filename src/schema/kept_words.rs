//! Words of the schema in what is kept between builds: written as text, and found again among those of the program.

use std::{collections::BTreeSet, sync::LazyLock};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::{Choice, FieldType, Fields, Key, PlanKind, RecordType, Value, records};

/// Every name of a field, and every word that may be chosen.
static KNOWN: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let mut known = BTreeSet::new();
    let mut seen: Vec<*const RecordType> = Vec::new();
    records::FILES.iter().for_each(|(_, record)| learn(record, &mut known, &mut seen));
    known
});

fn learn(record: &'static RecordType, known: &mut BTreeSet<&'static str>, seen: &mut Vec<*const RecordType>) {
    if seen.contains(&std::ptr::from_ref(record)) {
        return;
    }
    seen.push(record);
    let entries = record.entries.as_ref().map(|entries| entries.value);
    for field in record.fields {
        known.insert(field.name);
    }
    let mut types: Vec<FieldType> = record.fields.iter().map(|field| field.ty).chain(entries).collect();
    while let Some(ty) = types.pop() {
        match ty {
            FieldType::Choice(words) => known.extend(words),
            FieldType::List(of) | FieldType::OneOrMany(of) => types.push(*of),
            FieldType::Record(record) | FieldType::AmountOr(record) | FieldType::TextOr(record) => {
                learn(record, known, seen)
            }
            _ => {}
        }
    }
}

fn known<'de, D: Deserializer<'de>>(text: &str) -> Result<&'static str, D::Error> {
    KNOWN.get(text).copied().ok_or_else(|| D::Error::custom("no word of the schema"))
}

impl Serialize for Choice {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Choice {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        known::<D>(<&str>::deserialize(from)?).map(Self)
    }
}

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (&self.values, &self.entries).serialize(to)
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let (values, entries) = <(Vec<(&str, Value)>, Vec<(Key, String, Value)>)>::deserialize(from)?;
        let values: Result<_, D::Error> =
            values.into_iter().map(|(name, value)| Ok((known::<D>(name)?, value))).collect();
        Ok(Self { values: values?, entries })
    }
}

impl Serialize for PlanKind {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.id.serialize(to)
    }
}

impl<'de> Deserialize<'de> for &'static PlanKind {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        PlanKind::find(<&str>::deserialize(from)?).ok_or_else(|| D::Error::custom("no kind of plan"))
    }
}
