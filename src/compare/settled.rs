//! Changes whose values say by themselves what they mean: amounts with their unit, levels by their word.

use super::{Change, ChangeKind, NameIndex, RecordKey};
use crate::{schema::Value, value::Unit};

/// Makes the values of a change say by themselves what they mean: amounts with their unit, levels by their word.
pub(crate) fn settled(change: Change, before: &NameIndex, after: &NameIndex) -> Change {
    let Change { subject, what, significance } = change;
    let settle =
        |value: Option<Value>, names: &NameIndex, path: &str| value.map(|value| settle(value, &subject, names, path));
    let what = match what {
        ChangeKind::Field { path, before: old, after: new } => {
            ChangeKind::Field { before: settle(old, before, &path), after: settle(new, after, &path), path }
        }
        ChangeKind::Figure { row, column, before: old, after: new } => {
            let unit = |names: &NameIndex| names.unit_of_cell(&subject, &column).clone();
            let (old, new) =
                (old.map(|value| with_unit(value, &unit(before))), new.map(|value| with_unit(value, &unit(after))));
            ChangeKind::Figure { row, column, before: old, after: new }
        }
        what => what,
    };
    Change { subject, what, significance }
}

fn settle(value: Value, subject: &RecordKey, names: &NameIndex, path: &str) -> Value {
    let field = path.rsplit('.').next().unwrap_or(path);
    match value {
        Value::Text(text) if field == "level" => {
            Value::Text(names.level(subject, &text).map_or(text, |level| level.word.to_owned()))
        }
        value => with_unit(value, names.unit(subject, path)),
    }
}

fn with_unit(value: Value, unit: &Unit) -> Value {
    match value {
        Value::Amount(mut written) => {
            written.unit.get_or_insert_with(|| unit.clone());
            Value::Amount(written)
        }
        Value::List(values) => Value::List(values.into_iter().map(|value| with_unit(value, unit)).collect()),
        value => value,
    }
}
