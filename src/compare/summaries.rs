//! What became of what a record comes to: where it stands, its latest figures and dates, a sum, a row of a table.
//!
//! Commits cancel out and a standing is computed, not written; so two versions are held against each other by what each
//! comes to, and by the same rule of sameness as records ([`super::meaning`]).

use super::{Change, ChangeKind, LevelName, RecordKey, meaning};
use crate::{
    model::Lifecycle,
    schema::{Choice, Significance, Value},
    value::{Figure, Period, Unit, WrittenAmount},
};

/// What a record comes to in one version of a site. What it has none of is not compared.
#[derive(Clone, Copy, Debug, Default)]
pub struct RecordSummary<'s> {
    /// Where it stands.
    pub level: Option<LevelName<'s>>,
    /// Where it is in its life.
    pub lifecycle: Option<Lifecycle>,
    /// The required saving.
    pub required: Option<&'s Figure>,
    /// The achieved saving.
    pub achieved: Option<&'s Figure>,
    /// The saving expected at the end.
    pub forecast: Option<&'s Figure>,
    /// The figure it comes to, where it is a row of a table.
    pub figure: Option<&'s Figure>,
    /// What was read in place of that, where it is no single figure: two amounts, or words.
    pub read: Option<&'s Value>,
    /// When it is due.
    pub due: Option<Period>,
    /// When it was reached.
    pub done: Option<Period>,
    /// Whether it was decided.
    pub is_decided: bool,
    /// A fingerprint of its other figures: enough to tell that they are others.
    pub others: u64,
}

impl RecordSummary<'_> {
    /// The field of a level.
    pub const LEVEL: &'static str = "level";
    /// The field of a place in its life.
    pub const LIFECYCLE: &'static str = "lifecycle";
    /// The field of the required saving.
    pub const REQUIRED: &'static str = "required";
    /// The field of the achieved saving.
    pub const ACHIEVED: &'static str = "achieved";
    /// The field of the saving expected at the end.
    pub const FORECAST: &'static str = "forecast";
    /// The field of the figure that a row of a table comes to.
    pub const FIGURE: &'static str = "figure";
    /// The field of the date that holds.
    pub const DUE: &'static str = "due";
    /// The field of the date something was reached.
    pub const DONE: &'static str = "done";
    /// The field that says that something was decided.
    pub const DECIDED: &'static str = "decided";
    /// The field of all other figures. Its changes have no values: only a fingerprint of them is known.
    pub const OTHERS: &'static str = "others";
}

/// Returns what became of what a record comes to, field by field: the standing first, then figures, then dates.
///
/// Values say by themselves what they mean: amounts with their unit, levels by their word of that version. Of two equal
/// summaries there is no change; of two exchanged ones each change is its own inverse. `subject` is asked for only
/// where something changed.
#[must_use]
pub fn summaries(
    subject: impl FnOnce() -> RecordKey,
    before: &RecordSummary<'_>,
    after: &RecordSummary<'_>,
) -> Vec<Change> {
    type Summary<'s> = RecordSummary<'s>;
    let mut changed: Vec<ChangeKind> = Vec::new();
    let mut push = |path: &str, values: Option<[Option<Value>; 2]>| {
        changed.extend(values.map(|[before, after]| ChangeKind::Field { path: path.to_owned(), before, after }));
    };
    push(Summary::LEVEL, levels(before.level, after.level));
    push(Summary::LIFECYCLE, others(before.lifecycle, after.lifecycle, |state| Value::Choice(Choice(state.word()))));
    let decided = |summary: &Summary<'_>| summary.is_decided.then_some(true);
    push(Summary::DECIDED, others(decided(before), decided(after), Value::Bool));
    push(Summary::REQUIRED, figures(before.required, after.required));
    push(Summary::ACHIEVED, figures(before.achieved, after.achieved));
    push(Summary::FORECAST, figures(before.forecast, after.forecast));
    push(Summary::FIGURE, readings([before, after].map(|row| row.figure.map(value_of).or_else(|| row.read.cloned()))));
    push(Summary::DUE, others(written(before.due), written(after.due), Value::Period));
    push(Summary::DONE, others(written(before.done), written(after.done), Value::Period));
    push(Summary::OTHERS, (before.others != after.others).then_some([None, None]));
    if changed.is_empty() {
        return Vec::new();
    }
    let subject = subject();
    let change = |what| Change { subject: subject.clone(), what, significance: Significance::Material };
    changed.into_iter().map(change).collect()
}

/// Returns a date as it is written: when years begin is told where it is declared.
fn written(date: Option<Period>) -> Option<Period> {
    date.map(Period::as_written)
}

fn levels(before: Option<LevelName<'_>>, after: Option<LevelName<'_>>) -> Option<[Option<Value>; 2]> {
    let is_same = match (before, after) {
        (Some(before), Some(after)) => meaning::is_same_level(before, after),
        (before, after) => before.is_none() && after.is_none(),
    };
    (!is_same).then(|| [before, after].map(|level| level.map(|level| Value::Text(level.word.to_owned()))))
}

fn figures(before: Option<&Figure>, after: Option<&Figure>) -> Option<[Option<Value>; 2]> {
    readings([before, after].map(|figure| figure.map(value_of)))
}

fn value_of(figure: &Figure) -> Value {
    Value::Amount(WrittenAmount::from(figure))
}

/// Returns what was read in two versions, where it is not the same.
fn readings([before, after]: [Option<Value>; 2]) -> Option<[Option<Value>; 2]> {
    fn is_same(before: &Value, after: &Value) -> bool {
        match (before, after) {
            // Every amount of a summary has its unit, so that none is looked for.
            (Value::Amount(before), Value::Amount(after)) => {
                meaning::amounts((before, &Unit::KRONE), (after, &Unit::KRONE)) < Some(Significance::Material)
            }
            (Value::List(before), Value::List(after)) => {
                before.len() == after.len() && before.iter().zip(after).all(|(before, after)| is_same(before, after))
            }
            (before, after) => before == after,
        }
    }
    let is_same = match (&before, &after) {
        (Some(before), Some(after)) => is_same(before, after),
        (before, after) => before.is_none() && after.is_none(),
    };
    (!is_same).then_some([before, after])
}

fn others<T: PartialEq + Copy>(
    before: Option<T>,
    after: Option<T>,
    value: impl Fn(T) -> Value,
) -> Option<[Option<Value>; 2]> {
    (before != after).then(|| [before, after].map(|known| known.map(&value)))
}
