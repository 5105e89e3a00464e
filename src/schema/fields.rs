//! What a record holds once it is decoded: values under typed keys.

use super::{Choice, Field, FieldType, RecordType};
use crate::value::{Date, FootnoteMark, Id, ItemNumber, Period, Unit, WrittenAmount, Year};

/// A decoded value.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Value {
    /// A line of text, or a level by its word or id.
    Text(String),
    /// `true` or `false`.
    Bool(bool),
    /// A year.
    Year(Year),
    /// A day.
    Day(Date),
    /// A period.
    Period(Period),
    /// An item number.
    Number(ItemNumber),
    /// A unit.
    Unit(Unit),
    /// An amount.
    Amount(WrittenAmount),
    /// A reference.
    Id(Id),
    /// A word out of a fixed set.
    Choice(Choice),
    /// A list, also of one.
    List(Vec<Value>),
    /// A table.
    Record(Fields),
}

impl Field<Vec<Value>> {
    /// Declares a field that holds a list.
    #[must_use]
    pub const fn list(name: &'static str, of: &'static FieldType, help: &'static str) -> Self {
        Self::new(name, FieldType::List(of), help)
    }

    /// Declares a field that holds one value or a list of them, always read as a list.
    #[must_use]
    pub const fn one_or_many(name: &'static str, of: &'static FieldType, help: &'static str) -> Self {
        Self::new(name, FieldType::OneOrMany(of), help)
    }
}

impl Field<Fields> {
    /// Declares a field that is a table of fields.
    #[must_use]
    pub const fn record(name: &'static str, of: &'static RecordType, help: &'static str) -> Self {
        Self::new(name, FieldType::Record(of), help)
    }
}

/// A key of the author's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Key {
    /// An id.
    Id(Id),
    /// An item number.
    Number(ItemNumber),
    /// A year.
    Year(Year),
    /// The first and the last month, 0 to 11; where a year begins in the middle of one of the calendar, the last may be the smaller.
    Months(u8, u8),
    /// A period.
    Period(Period),
    /// A footnote mark.
    Mark(FootnoteMark),
}

/// The decoded fields of a record, and the entries under the author's own keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields {
    /// Known fields, in the order of the file.
    pub(crate) values: Vec<(&'static str, Value)>,
    /// The author's own keys, with the text they were written as, in the order of the file.
    pub(crate) entries: Vec<(Key, String, Value)>,
}

impl Fields {
    /// A record of which nothing is given.
    pub const EMPTY: Self = Self { values: Vec::new(), entries: Vec::new() };

    /// Returns the value of a field, if it was given.
    #[must_use]
    pub fn get<T: FromValue>(&self, field: &Field<T>) -> Option<&T> {
        self.value(field.spec.name).and_then(T::from_value)
    }

    /// Returns the value of a field by its name.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.values.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Returns the entries under the author's own keys, with the text of each key.
    pub fn entries(&self) -> impl Iterator<Item = (&Key, &str, &Value)> {
        self.entries.iter().map(|(key, text, value)| (key, text.as_str(), value))
    }

    /// Returns the ids that a list of references holds.
    pub fn ids(&self, field: &Field<Vec<Value>>) -> impl Iterator<Item = &Id> {
        self.get(field).into_iter().flatten().filter_map(Id::from_value)
    }

    /// Returns every id that a value of it is, however deep: what it refers to.
    #[must_use]
    pub fn references(&self) -> Vec<&Id> {
        fn collect<'v>(value: &'v Value, found: &mut Vec<&'v Id>) {
            match value {
                Value::Id(id) => found.push(id),
                Value::List(values) => values.iter().for_each(|value| collect(value, found)),
                Value::Record(fields) => fields.each().for_each(|value| collect(value, found)),
                _ => {}
            }
        }
        let mut found = Vec::new();
        self.each().for_each(|value| collect(value, &mut found));
        found
    }

    /// Returns all its values, those under the author's own keys last.
    fn each(&self) -> impl Iterator<Item = &Value> {
        self.values.iter().map(|(_, value)| value).chain(self.entries.iter().map(|(_, _, value)| value))
    }

    /// Tells whether nothing was given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.entries.is_empty()
    }
}

/// A type that some kind of value holds.
pub trait FromValue: Sized {
    /// Returns what the value holds, if it is of this kind.
    fn from_value(value: &Value) -> Option<&Self>;
}

macro_rules! from_value {
    ($($variant:ident($rust:ty)),* $(,)?) => {
        $(impl FromValue for $rust {
            fn from_value(value: &Value) -> Option<&Self> {
                if let Value::$variant(held) = value { Some(held) } else { None }
            }
        })*
    };
}

from_value!(
    Text(String),
    Bool(bool),
    Year(Year),
    Day(Date),
    Period(Period),
    Number(ItemNumber),
    Unit(Unit),
    Amount(WrittenAmount),
    Id(Id),
    Choice(Choice),
    List(Vec<Value>),
    Record(Fields),
);
