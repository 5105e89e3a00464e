//! Of-which rows that are larger than the row they are a part of.

use super::{Check, CheckInput, Findings, cells};
use crate::{
    diag::Code,
    model::{FigureColumn, FigureTable},
    value::Amount,
};

/// Of-which rows that are larger than the row they are a part of.
const PART_EXCEEDS_WHOLE: Code =
    Code::warning("part-exceeds-whole").args(&["row", "whole", "column", "amount", "other-amount"]).help(
        "an of-which row that is larger than the row it is a part of, where no other part of it has the opposite sign",
    );
/// Of-which rows that are larger than the row they are a part of.
pub const CHECK: Check = Check::new(&PART_EXCEEDS_WHOLE, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for table in &scene.plan.tables {
        for column in table.columns.iter().filter(|column| cells::is_added_up(column)) {
            parts(table, column, findings);
        }
    }
}

fn parts(table: &FigureTable, column: &FigureColumn, findings: &mut Findings<'_>) {
    for row in &table.rows {
        let Some(whole) = row.of.and_then(|whole| table.rows.get(whole)) else { continue };
        let amount = |row| cells::amount(table, row, column);
        let (Some(part), Some(of)) = (amount(row), amount(whole)) else { continue };
        // 22,5 of 13,9 is right where another part is -8,6; a part below zero of a whole above it is none larger.
        let has_opposite = table
            .rows
            .iter()
            .filter(|other| other.of == row.of)
            .filter_map(amount)
            .any(|other| is_negative(other) != is_negative(part) && !other.number.is_zero());
        let is_opposite = is_negative(of) != is_negative(part) && !of.number.is_zero();
        if has_opposite || is_opposite || cells::excess(part, of).is_none() {
            continue;
        }
        let diagnostic = findings.at(&table.file, &format!("{}.{}", row.id, column.id));
        diagnostic
            .add("row", row.label.clone())
            .add("whole", whole.label.clone())
            .add("column", column.name().to_owned())
            .add("amount", part.to_string())
            .add("other-amount", of.to_string());
    }
}

fn is_negative(amount: &Amount) -> bool {
    amount.number.is_sign_negative()
}
