//! Changes whose values say by themselves what they mean: amounts with their unit, levels by their word.

use super::{Change, Names, Subject, What};
use crate::{schema::Value, value::Unit};

/// Makes the values of a change say by themselves what they mean: amounts with their unit, levels by their word.
pub(crate) fn settled(change: Change, before: &Names, after: &Names) -> Change {
    let Change { subject, what, significance } = change;
    let settle =
        |value: Option<Value>, names: &Names, path: &str| value.map(|value| settle(value, &subject, names, path));
    let what = match what {
        What::Field { path, before: old, after: new } => {
            What::Field { before: settle(old, before, &path), after: settle(new, after, &path), path }
        }
        What::Figure { row, column, before: old, after: new } => {
            let unit = |names: &Names| names.unit_of_cell(&subject, &column).clone();
            let (old, new) =
                (old.map(|value| with_unit(value, &unit(before))), new.map(|value| with_unit(value, &unit(after))));
            What::Figure { row, column, before: old, after: new }
        }
        what => what,
    };
    Change { subject, what, significance }
}

fn settle(value: Value, subject: &Subject, names: &Names, path: &str) -> Value {
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
