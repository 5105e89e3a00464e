//! Fields, their types and the records they stand in.

use std::marker::PhantomData;

use crate::value::{Date, Id, ItemNumber, Period, Unit, WrittenAmount, Year};

/// How much a change of a field matters to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Significance {
    /// It only looks different.
    Cosmetic,
    /// The words changed.
    Editorial,
    /// The report says something else.
    Material,
}

/// What a reference refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceTarget {
    /// A committee of `committees.toml`.
    Committee,
    /// An owner of `owners.toml`.
    Owner,
    /// A measure of the plan.
    Measure,
    /// A scale of `site.toml`.
    Scale,
    /// A column of the table.
    Column,
    /// A record of its own: the id is given here.
    Itself,
}

/// What a field may hold.
#[derive(Clone, Copy, Debug)]
pub enum FieldType {
    /// A line of text.
    Text,
    /// `true` or `false`.
    Bool,
    /// A year: `2024`, or `2024/25` where years are declared to begin in another month than January.
    Year,
    /// One day.
    Day,
    /// A day or a longer period.
    Period,
    /// An item number.
    Number,
    /// A unit.
    Unit,
    /// An amount, with or without its unit.
    Amount,
    /// A level of the scale, by its word or its id.
    Level,
    /// A reference to a record.
    Ref(ReferenceTarget),
    /// One of a fixed set of words.
    Choice(&'static [&'static str]),
    /// A list.
    List(&'static FieldType),
    /// One value, or a list of them.
    OneOrMany(&'static FieldType),
    /// A table of fields.
    Record(&'static RecordType),
    /// A plain amount, or a table whose `value` it is.
    AmountOr(&'static RecordType),
    /// A line of text, or a table whose first field it is.
    TextOr(&'static RecordType),
}

/// What the keys of a table are, where they are the author's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyType {
    /// An id.
    Id,
    /// An item number.
    Number,
    /// A year.
    Year,
    /// A month or a range of months of one year: `jan`, `mar-may`.
    Months,
    /// A period.
    Period,
    /// A footnote mark.
    Mark,
}

/// A field without its type in Rust: what the schema can be walked by.
#[derive(Debug)]
pub struct FieldSpec {
    /// Its key.
    pub name: &'static str,
    /// What it may hold.
    pub ty: FieldType,
    /// Whether the record is nothing without it.
    pub required: bool,
    /// How much a change of it matters.
    pub significance: Significance,
    /// What it means, for the reference page.
    pub help: &'static str,
}

/// A field with the type its value has in Rust.
#[derive(Debug)]
pub struct Field<T> {
    /// What the schema says of it.
    pub spec: FieldSpec,
    value: PhantomData<fn() -> T>,
}

impl<T> Field<T> {
    pub(super) const fn new(name: &'static str, ty: FieldType, help: &'static str) -> Self {
        let spec = FieldSpec { name, ty, required: false, significance: Significance::Material, help };
        Self { spec, value: PhantomData }
    }

    /// Makes it one the record is nothing without.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.spec.required = true;
        self
    }

    /// Makes a change of it one of words only.
    #[must_use]
    pub const fn editorial(mut self) -> Self {
        self.spec.significance = Significance::Editorial;
        self
    }

    /// Makes a change of it one that readers need not hear of.
    #[must_use]
    pub const fn cosmetic(mut self) -> Self {
        self.spec.significance = Significance::Cosmetic;
        self
    }
}

/// A word out of a fixed set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Choice(pub &'static str);

macro_rules! constructors {
    ($($name:ident: $rust:ty = $ty:expr, $what:literal;)*) => {
        $(impl Field<$rust> {
            #[doc = concat!("Declares a field that holds ", $what, ".")]
            #[must_use]
            pub const fn $name(name: &'static str, help: &'static str) -> Self {
                Self::new(name, $ty, help)
            }
        })*
    };
}

constructors! {
    text: String = FieldType::Text, "a line of text";
    level: String = FieldType::Level, "a level";
    flag: bool = FieldType::Bool, "`true` or `false`";
    year: Year = FieldType::Year, "a year";
    day: Date = FieldType::Day, "a day";
    period: Period = FieldType::Period, "a period";
    number: ItemNumber = FieldType::Number, "an item number";
    unit: Unit = FieldType::Unit, "a unit";
    amount: WrittenAmount = FieldType::Amount, "an amount";
}

impl Field<Id> {
    /// Declares a field that refers to a record.
    #[must_use]
    pub const fn reference(name: &'static str, to: ReferenceTarget, help: &'static str) -> Self {
        Self::new(name, FieldType::Ref(to), help)
    }
}

impl Field<Choice> {
    /// Declares a field that holds one of some words.
    #[must_use]
    pub const fn choice(name: &'static str, words: &'static [&'static str], help: &'static str) -> Self {
        Self::new(name, FieldType::Choice(words), help)
    }
}

/// Keys that are the author's own: years, ids, marks.
#[derive(Debug)]
pub struct Entries {
    /// What the keys are.
    pub key: KeyType,
    /// What stands behind them.
    pub value: FieldType,
    /// What an entry means, for the reference page.
    pub help: &'static str,
}

/// A record: a file's front matter, a register or a table within one.
#[derive(Debug)]
pub struct RecordType {
    /// What it is called in messages and on the reference page.
    pub name: &'static str,
    /// What it is, for the reference page.
    pub help: &'static str,
    /// The fields it knows.
    pub fields: &'static [&'static FieldSpec],
    /// Keys of the author's own beside them.
    pub entries: Option<Entries>,
}

impl RecordType {
    /// Finds a field by its key.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static FieldSpec> {
        self.fields.iter().copied().find(|field| field.name == name)
    }
}
