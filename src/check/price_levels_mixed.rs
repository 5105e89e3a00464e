//! Formulas of figure tables that name amounts of several price levels.

use std::collections::BTreeSet;

use super::{Check, CheckInput, Findings};
use crate::{diag::Code, model::PlanAsOf};

/// Formulas that name amounts of several price levels.
const PRICE_LEVELS_MIXED: Code = Code::warning("price-levels-mixed").args(&["levels"]).help(
    "a formula that adds amounts of one price level (`Budget (2020-pl)`) to those of another, or takes them from each other; the table says so too, and this is said once of each",
);
/// Formulas that name amounts of several price levels.
pub const CHECK: Check = Check::new(&PRICE_LEVELS_MIXED, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for table in PlanAsOf::now(scene.site, scene.plan).tables() {
        let mixed = table.mixed_prices();
        let Some(first) = mixed.first() else { continue };
        let place = match first.is_row {
            true => table.rows.get(first.at).map(|row| (&table.rows_file, format!("{}.formula", row.id))),
            false => {
                table.columns.get(first.at).map(|column| (&table.declaration, format!("columns.{}.formula", column.id)))
            }
        };
        let Some((file, field)) = place else { continue };
        let levels: BTreeSet<i16> = mixed.iter().flat_map(|mixed| mixed.levels.iter().copied()).collect();
        let levels: Vec<String> = levels.into_iter().map(|year| format!("{year}-pl")).collect();
        findings.at(file, &field).add("levels", levels.join(", "));
    }
}
