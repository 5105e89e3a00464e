//! Figure tables whose small counts are not published, as their records say it: older records say it too.

use super::{FileKind, Hidden, Record, Withheld};
use crate::{
    schema::{Fields, Value, records},
    value::{Decimal, WrittenAmount},
};

/// Returns below how many the counts of a table are not published: the most that it or one of its
/// columns says.
fn below(fields: &Fields) -> Option<u32> {
    let own = fields.get(&records::SUPPRESS_BELOW).and_then(number);
    let columns = fields.get(&records::COLUMNS).into_iter().flat_map(Fields::entries);
    let of_columns = columns.filter_map(|(_, _, column)| match column {
        Value::Record(column) => column.get(&records::SUPPRESS_BELOW).and_then(number),
        _ => None,
    });
    own.into_iter().chain(of_columns).max()
}

fn number(written: &WrittenAmount) -> Option<u32> {
    u32::try_from(written.number?).ok()
}

/// Returns the figure tables of a plan whose small counts are not published, with below how many.
pub fn suppressed(records: &[Record]) -> impl Iterator<Item = (&Record, u32)> {
    let tables = records.iter().filter(|record| record.role == FileKind::Table);
    tables.filter_map(|table| Some((table, below(&table.fields)?)))
}

/// Notes whose small counts are not published.
pub(super) fn note(records: &[Record], hidden: &mut Hidden) {
    hidden.counts_of_tables.extend(suppressed(records).map(|(table, below)| (table.id.clone(), below)));
}

/// Has older records withhold the counts that are withheld today, and no fewer.
pub(super) fn suppress(records: &mut [Record], withheld: &Withheld) {
    for record in records.iter_mut().filter(|record| record.role == FileKind::Table) {
        if let Some(below) = withheld.counts_of_tables.get(&record.id) {
            say(&mut record.fields, *below);
        }
    }
}

/// Has a record say below how many its counts are not published, unless it says more.
fn say(fields: &mut Fields, least: u32) {
    if below(fields) >= Some(least) {
        return;
    }
    let name = records::SUPPRESS_BELOW.spec.name;
    fields.values.retain(|(known, _)| *known != name);
    let number = Some(Decimal::from(least));
    fields.values.push((name, Value::Amount(WrittenAmount { number, unit: None, approx: None, mark: None })));
}
