//! Formulas of figure tables across price levels: `Budget (2020-pl)` taken from `Budget (2021-pl)`.

use std::collections::BTreeSet;

use super::table::FigureTable;
use crate::{content::Formula, value::price_level};

/// A row or a column that is computed across price levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MixedPrices {
    /// Which: an index into [`FigureTable::rows`], or into its columns.
    pub at: usize,
    /// Whether it is a row.
    pub is_row: bool,
    /// The years of the price levels, the oldest first.
    pub levels: BTreeSet<i16>,
}

impl FigureTable {
    /// Returns the columns, then the rows, whose formulas name some of several price levels. A column whose title names none is in
    /// that of the table's title; a row whose label names none may be in any.
    #[must_use]
    pub fn mixed_prices(&self) -> Vec<MixedPrices> {
        let of_table = price_level(&self.title);
        let columns = self.columns.iter().map(|column| {
            let own = price_level(column.title.as_deref().unwrap_or_default());
            (column.id.as_str(), column.formula.as_deref(), own.or(of_table))
        });
        let rows = self.rows.iter().map(|row| (row.id.as_str(), row.formula.as_deref(), price_level(&row.label)));
        let mut found = mixed(false, &columns.collect::<Vec<_>>());
        found.extend(mixed(true, &rows.collect::<Vec<_>>()));
        found
    }
}

/// Finds what is computed across price levels among rows or columns: their keys, formulas and price levels.
fn mixed(is_row: bool, all: &[(&str, Option<&str>, Option<i16>)]) -> Vec<MixedPrices> {
    let order: Vec<&str> = all.iter().map(|(id, ..)| *id).collect();
    let mut found = Vec::new();
    for (at, (_, formula, _)) in all.iter().enumerate() {
        // What one year's money is of another's is a quotient, and adds nothing up.
        let Some(Ok(formula)) = formula.filter(|formula| !Formula::divides(formula)).map(Formula::parse) else {
            continue;
        };
        let named: BTreeSet<&str> = formula.names(&order).into_iter().collect();
        let levels = all.iter().filter(|(id, ..)| named.contains(id)).filter_map(|(.., level)| *level);
        let levels: BTreeSet<i16> = levels.collect();
        if levels.len() > 1 {
            found.push(MixedPrices { at, is_row, levels });
        }
    }
    found
}
