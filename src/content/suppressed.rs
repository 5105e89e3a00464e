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
    let indicators = suppressed_indicators(records).map(|(_, id, below)| (id.clone(), below));
    hidden.counts_of_indicators.extend(indicators);
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
        for (_, fields) in indicators_of(&mut record.fields) {
            let unit = fields.get(&records::UNIT).unwrap_or(&plan_unit);
            let title = fields.get(&records::TITLE).map_or("", String::as_str);
            let is_of_persons = counted_persons(unit, &[title]).is_some() && unit.is_counted() && !is_rate(unit);
            if own(fields).is_none() && is_of_persons {
                say(fields, below);
            }
        }
    }
    let is_silent = |record: &&mut Record| record.role == FileKind::Table && own(&record.fields).is_none();
    for table in records.iter_mut().filter(is_silent) {
        let unit = table.fields.get(&records::UNIT).unwrap_or(&plan_unit).clone();
        let title = table.fields.get(&records::TITLE).cloned().unwrap_or_default();
        let rows = labels.get(&table.id).map(Vec::as_slice).unwrap_or_default();
        for (id, column) in columns_of(&mut table.fields) {
            let unit = column.get(&records::UNIT).unwrap_or(&unit).clone();
            let name = column.get(&records::COLUMN_TITLE).cloned().unwrap_or_else(|| id.to_string());
            let titles: Vec<&str> =
                [name.as_str(), title.as_str()].into_iter().chain(rows.iter().map(String::as_str)).collect();
            let is_of_persons = counted_persons(&unit, &titles).is_some();
            if own(column).is_none() && is_of_persons && counts_one_by_one(&id, column, &unit) {
                say(column, below);
            }
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
