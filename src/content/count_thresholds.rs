//! Below how many the counts of figure tables are not published, as their records say it.

use std::collections::BTreeMap;

use crate::{
    schema::{Fields, Key, Value, records},
    value::{Decimal, Id, WrittenAmount},
};

/// Below how many the counts of a table are not published; of nothing is withheld where it says 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CountThresholds {
    /// What the table says of all its columns.
    pub(super) of_table: Option<u32>,
    /// What columns say of themselves.
    pub(super) of_columns: BTreeMap<Id, u32>,
}

impl CountThresholds {
    /// Reads what a table says.
    pub(super) fn of(fields: &Fields) -> Self {
        let columns = fields.get(&records::COLUMNS).into_iter().flat_map(Fields::entries);
        let of_columns = columns.filter_map(|(key, _, column)| match (key, column) {
            (Key::Id(id), Value::Record(column)) => Some((id.clone(), own(column)?)),
            _ => None,
        });
        Self { of_columns: of_columns.collect(), of_table: own(fields) }
    }

    /// Tells whether anything is withheld.
    pub(super) fn is_any(&self) -> bool {
        self.of_table.iter().chain(self.of_columns.values()).any(|below| *below > 0)
    }

    /// Adds what another says; the higher one stands.
    pub(super) fn join(&mut self, other: &Self) {
        self.of_table = self.of_table.max(other.of_table);
        for (id, below) in &other.of_columns {
            let own = self.of_columns.entry(id.clone()).or_default();
            *own = (*own).max(*below);
        }
    }
}

/// Returns what fields say themselves.
pub(super) fn own(fields: &Fields) -> Option<u32> {
    u32::try_from(fields.get(&records::SUPPRESS_BELOW)?.number?).ok()
}

/// Has fields say a threshold.
pub(super) fn say(fields: &mut Fields, below: u32) {
    let name = records::SUPPRESS_BELOW.spec.name;
    fields.values.retain(|(known, _)| *known != name);
    let number = Some(Decimal::from(below));
    fields.values.push((name, Value::Amount(WrittenAmount { number, unit: None, approx: None, mark: None })));
}
