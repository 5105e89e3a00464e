//! What holds from a day that has not come: the level that a committee set, that something was decided or a milestone reached, a
//! reading. Pages leave it out until then, and so does whatever else tells of it: versions that are compared, and histories.

use std::sync::Arc;

use super::{FileKind, Record};
use crate::{
    schema::{Field, Fields, Key, Value, records},
    value::{Date, Period},
};

/// Drops what was not known yet on the as-of date, as the model does.
pub fn drop_what_comes_later(record: &mut Record, as_of: Date) {
    match record.role {
        FileKind::Update | FileKind::Status | FileKind::UpdateReadings => {
            record.fields.values.retain(|(name, value)| {
                let is_overruled = *name == records::OVERRULED.spec.name;
                !matches!(value, Value::Record(of) if is_overruled && is_later(of, &records::DATE, as_of))
            });
            drop_dates(&mut record.fields, &records::MILESTONE_UPDATES, &records::DONE, as_of);
            if let Some(readings) = register(&mut record.fields, &records::READINGS) {
                let is_reading_later =
                    |value: &Value| matches!(value, Value::Record(of) if is_later(of, &records::DATE, as_of));
                readings.entries.retain(|(.., reading)| !is_reading_later(reading));
            }
        }
        FileKind::Timeline => drop_dates(&mut record.fields, &records::DECISIONS, &records::DECIDED, as_of),
        FileKind::Indicators | FileKind::IndicatorFigures => {
            for (_, _, value) in &mut record.fields.entries {
                let Value::Record(indicator) = value else { continue };
                for (name, value) in &mut indicator.values {
                    if let (true, Value::Record(readings)) = (*name == records::OLD_READINGS.spec.name, value) {
                        readings.entries.retain(|(key, ..)| !is_key_later(key, as_of));
                    }
                }
            }
        }
        _ => {}
    }
}

/// Drops from what a register says the dates that have not come.
fn drop_dates(fields: &mut Fields, of: &Field<Fields>, date: &Field<Period>, as_of: Date) {
    for (_, _, value) in register(fields, of).into_iter().flat_map(|register| &mut register.entries) {
        let Value::Record(entry) = value else { continue };
        if is_later(entry, date, as_of) {
            entry.values.retain(|(name, _)| *name != date.spec.name);
        }
    }
}

fn register<'f>(fields: &'f mut Fields, of: &Field<Fields>) -> Option<&'f mut Fields> {
    fields.values.iter_mut().find_map(|(name, value)| match value {
        Value::Record(register) if *name == of.spec.name => Some(register),
        _ => None,
    })
}

/// Returns a record without what was not known yet on the as-of date: the very same where there is nothing of the kind.
#[must_use]
pub fn without_what_comes_later(record: &Arc<Record>, as_of: Date) -> Arc<Record> {
    if !holds_later(record, as_of) {
        return Arc::clone(record);
    }
    let mut known = Record::clone(record);
    drop_what_comes_later(&mut known, as_of);
    Arc::new(known)
}

/// Tells whether a record says anything that holds from a later day.
fn holds_later(record: &Record, as_of: Date) -> bool {
    let any = |fields: &Fields, is: &dyn Fn(&Key, &Fields) -> bool| {
        fields.entries().any(|(key, _, value)| matches!(value, Value::Record(fields) if is(key, fields)))
    };
    let any_of = |register: &Field<Fields>, date: &Field<Period>| {
        record.fields.get(register).is_some_and(|register| any(register, &|_, entry| is_later(entry, date, as_of)))
    };
    match record.role {
        FileKind::Update | FileKind::Status | FileKind::UpdateReadings => {
            record.fields.get(&records::OVERRULED).is_some_and(|of| is_later(of, &records::DATE, as_of))
                || any_of(&records::MILESTONE_UPDATES, &records::DONE)
                || any_of(&records::READINGS, &records::DATE)
        }
        FileKind::Timeline => any_of(&records::DECISIONS, &records::DECIDED),
        FileKind::Indicators | FileKind::IndicatorFigures => any(&record.fields, &|_, indicator| {
            let readings = indicator.get(&records::OLD_READINGS);
            readings.is_some_and(|readings| readings.entries().any(|(key, ..)| is_key_later(key, as_of)))
        }),
        _ => false,
    }
}

fn is_later(fields: &Fields, field: &Field<Period>, as_of: Date) -> bool {
    fields.get(field).is_some_and(|period| period.first() > as_of)
}

fn is_key_later(key: &Key, as_of: Date) -> bool {
    matches!(key, Key::Period(date) if date.first() > as_of)
}
