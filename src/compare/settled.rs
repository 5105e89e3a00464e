//! Changes whose values say by themselves what they mean: amounts with their unit, levels by their word.

use super::{Change, ChangeKind, NameIndex, RecordKey};
use crate::{
    schema::Value,
    value::{FootnoteMark, Unit},
};

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
            let settle_cell = |value: Value, names: &NameIndex| match value {
                Value::Text(text) => Value::Text(match names.level_of_cell(&subject, &column, &text) {
                    Some(level) => marked(level.word, &text),
                    None => text,
                }),
                value => with_unit(value, names.unit_of_cell(&subject, &column)),
            };
            let (old, new) = (old.map(|value| settle_cell(value, before)), new.map(|value| settle_cell(value, after)));
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

/// Returns the word of a level with the footnote mark behind what was written for it.
fn marked(word: &str, written: &str) -> String {
    let (_, mark) = FootnoteMark::split(written);
    format!("{word}{}", mark.map(|mark| mark.to_string()).unwrap_or_default())
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
