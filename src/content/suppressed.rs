//! Figure tables and indicators whose small counts are not published, as their records say it: those that count persons or families say it where
//! the site does, and older records say what today's do.

use std::collections::BTreeMap;

use super::{
    FileKind, Formula, Hidden, Record, Withheld,
    count_thresholds::{CountThresholds, own, say},
};
use crate::{
    schema::{Fields, Key, Value, records},
    value::{Id, Unit, counted_persons, is_rate},
};

/// Returns the figure tables of a plan whose small counts are not published.
pub fn suppressed(records: &[Record]) -> impl Iterator<Item = (&Record, CountThresholds)> {
    let tables = records.iter().filter(|record| record.role == FileKind::Table);
    tables.map(|table| (table, CountThresholds::of(&table.fields))).filter(|(_, thresholds)| thresholds.is_any())
}

/// Returns the indicators of a plan whose small readings are not published, each with its file and below how many.
pub fn suppressed_indicators(records: &[Record]) -> impl Iterator<Item = (&Record, &Id, u32)> {
    let files = records.iter().filter(|record| record.role == FileKind::Indicators);
    files.flat_map(|file| {
        file.fields.entries().filter_map(move |(key, _, value)| match (key, value) {
            (Key::Id(id), Value::Record(fields)) => {
                own(fields).filter(|below| *below > 0).map(|below| (file, id, below))
            }
            _ => None,
        })
    })
}

/// Notes whose small counts are not published.
pub(super) fn note(records: &[Record], hidden: &mut Hidden) {
    let tables = suppressed(records).map(|(table, thresholds)| (table.id.clone(), thresholds));
    hidden.counts_of_tables.extend(tables);
    let before = records.iter().filter(|record| record.role == FileKind::Indicators).flat_map(formers);
    let indicators = suppressed_indicators(records).map(|(_, id, below)| (id.clone(), below));
    hidden.counts_of_indicators.extend(before.chain(indicators));
}

/// Returns what indicators whose small readings are not published were called before: older records know them by that alone.
fn formers(record: &Record) -> impl Iterator<Item = (Id, u32)> {
    record.fields.entries().flat_map(|(_, _, value)| {
        let fields = if let Value::Record(fields) = value { Some(fields) } else { None };
        let below = fields.and_then(own).filter(|below| *below > 0);
        fields
            .zip(below)
            .into_iter()
            .flat_map(|(fields, below)| fields.ids(&records::FORMERLY).map(move |former| (former.clone(), below)))
    })
}

/// Has older records withhold the counts that are withheld today, of the same columns, and no fewer.
pub(super) fn suppress(records: &mut [Record], withheld: &Withheld) {
    for record in records.iter_mut().filter(|record| record.role == FileKind::Indicators) {
        for (id, fields) in indicators_of(&mut record.fields) {
            if let Some(today) = withheld.counts_of_indicators.get(&id) {
                let below = own(fields).unwrap_or_default().max(*today);
                say(fields, below);
            }
        }
    }
    for record in records.iter_mut().filter(|record| record.role == FileKind::Table) {
        let Some(today) = withheld.counts_of_tables.get(&record.id) else { continue };
        let mut all = CountThresholds::of(&record.fields);
        all.join(today);
        if let Some(below) = all.of_table {
            say(&mut record.fields, below);
        }
        for (id, column) in columns_of(&mut record.fields) {
            if let Some(below) = all.of_columns.get(&id) {
                say(column, *below);
            }
        }
    }
}

/// Returns the entries of a register of indicators, without their series.
fn indicators_of(fields: &mut Fields) -> impl Iterator<Item = (Id, &mut Fields)> {
    fields.entries.iter_mut().filter_map(|(key, _, value)| match (key, value) {
        (Key::Id(id), Value::Record(fields)) if id.parts().is_none() => Some((id.clone(), fields)),
        _ => None,
    })
}

fn columns_of(fields: &mut Fields) -> impl Iterator<Item = (Id, &mut Fields)> {
    let columns = fields.values.iter_mut().filter_map(|(name, value)| match value {
        Value::Record(columns) if *name == records::COLUMNS.spec.name => Some(columns),
        _ => None,
    });
    columns.flat_map(|columns| &mut columns.entries).filter_map(|(key, _, column)| match (key, column) {
        (Key::Id(id), Value::Record(column)) => Some((id.clone(), column)),
        _ => None,
    })
}

/// Has the indicators of a plan and the columns of its figure tables that count persons or families say what the site says below how many their counts
/// are not published, where neither they nor their table say anything. `site_unit` is what the site counts in.
pub fn suppress_by_default(records: &mut [Record], below: u32, site_unit: &Unit) {
    suppress_persons(records, site_unit, |_, own| own.is_none().then_some(below));
}

/// Has older records withhold what today's site withholds by default: it holds of what is gone or is called otherwise today as
/// well, or whoever deletes a table would publish its counts again in every edition. What says 0 was looked at by its author.
///
/// What of a plan is `withheld` today keeps the threshold of today, be it lower: with another one other cells would be withheld, and
/// what both show would tell them.
pub fn suppress_at_least(records: &mut [Record], withheld: Option<&Withheld>, below: u32, site_unit: &Unit) {
    let is_known = |id: &Id| {
        withheld
            .is_some_and(|today| today.counts_of_tables.contains_key(id) || today.counts_of_indicators.contains_key(id))
    };
    suppress_persons(records, site_unit, |id, own| match own {
        Some(own) => (0 < own && own < below && !is_known(id)).then_some(below),
        None => Some(below),
    });
}

/// Has what counts persons or families say a threshold, where what it says itself is to be another.
fn suppress_persons(records: &mut [Record], site_unit: &Unit, threshold: impl Fn(&Id, Option<u32>) -> Option<u32>) {
    let plan = records.iter().find(|record| record.role == FileKind::Plan);
    let plan_unit = plan.and_then(|plan| plan.fields.get(&records::UNIT)).unwrap_or(site_unit).clone();
    let mut labels: BTreeMap<Id, Vec<String>> = BTreeMap::new();
    for record in records.iter() {
        let Some(figures) = &record.figures else { continue };
        let Some(at) = figures.column("label") else { continue };
        let own = figures.rows.iter().filter_map(|row| row.cells.get(at)).map(|(label, _)| label.clone());
        labels.entry(record.id.clone()).or_default().extend(own);
    }
    for record in records.iter_mut().filter(|record| record.role == FileKind::Indicators) {
        for (id, fields) in indicators_of(&mut record.fields) {
            let unit = fields.get(&records::UNIT).unwrap_or(&plan_unit);
            let title = fields.get(&records::TITLE).map_or("", String::as_str);
            let is_of_persons = counted_persons(unit, &[title]).is_some() && unit.is_counted() && !is_rate(unit);
            if let Some(below) = threshold(&id, own(fields)).filter(|_| is_of_persons) {
                say(fields, below);
            }
        }
    }
    for table in records.iter_mut().filter(|record| record.role == FileKind::Table) {
        if let Some(own) = own(&table.fields) {
            threshold(&table.id, Some(own)).into_iter().for_each(|below| say(&mut table.fields, below));
            continue;
        }
        let unit = table.fields.get(&records::UNIT).unwrap_or(&plan_unit).clone();
        let title = table.fields.get(&records::TITLE).cloned().unwrap_or_default();
        let rows = labels.get(&table.id).map(Vec::as_slice).unwrap_or_default();
        for (id, column) in columns_of(&mut table.fields) {
            let unit = column.get(&records::UNIT).unwrap_or(&unit).clone();
            let name = column.get(&records::COLUMN_TITLE).cloned().unwrap_or_else(|| id.to_string());
            let titles: Vec<&str> =
                [name.as_str(), title.as_str()].into_iter().chain(rows.iter().map(String::as_str)).collect();
            let is_of_persons = counted_persons(&unit, &titles).is_some();
            let below =
                threshold(&table.id, own(column)).filter(|_| is_of_persons && counts_one_by_one(&id, column, &unit));
            below.into_iter().for_each(|below| say(column, below));
        }
    }
}

/// Tells whether figures of a column count one by one: no words, no rate, no share, no difference.
fn counts_one_by_one(id: &Id, column: &Fields, unit: &Unit) -> bool {
    let is_otherwise = |formula: &String| Formula::subtracts(formula) || formula.contains('/');
    let is_words = column.get(&records::IS_TEXT).copied().unwrap_or(false)
        || column.get(&records::IS_LEVEL).copied().unwrap_or(false)
        || column.get(&records::SCALE).is_some();
    !is_words
        && unit.is_counted()
        && !is_rate(unit)
        && column.get(&records::SHARE_OF).is_none()
        && id.as_str() != "deviation"
        && !column.get(&records::FORMULA).is_some_and(is_otherwise)
}
