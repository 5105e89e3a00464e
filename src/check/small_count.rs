//! Counts of one to four persons or families: so few may be known by whoever knows one of them.
//!
//! What counts persons is told by its unit, or by its title where the unit says no more than "antal"
//! ([`counted_persons`]). A rate, a share and a difference count nobody, an average has decimals, and a target is nobody yet.

use super::{Check, CheckInput, Findings, cells};
use crate::{
    diag::Code,
    model::{FigureTable, Indicator, Plan, RowKind},
    value::{Amount, Decimal, counted_persons},
};

/// Counts of one to four persons or families.
const SMALL_COUNT: Code = Code::warning("small-count").args(&["what", "unit"]).help(
    "a count of one to four persons, children or families, in an indicator or a figure table: so few may be known by whoever knows one of them",
);
/// Counts of one to four persons or families.
pub const CHECK: Check = Check::new(&SMALL_COUNT, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    scene.plan.indicators.iter().for_each(|indicator| check_indicator(scene.plan, indicator, findings));
    scene.plan.tables.iter().for_each(|table| check_table(table, findings));
}

fn check_indicator(plan: &Plan, indicator: &Indicator, findings: &mut Findings<'_>) {
    let baseline =
        indicator.baseline.iter().map(|baseline| (indicator.record.as_str(), "baseline.value", &baseline.value));
    let readings = indicator.readings.iter().map(|reading| (reading.record.as_str(), "", &reading.value));
    for (record, field, value) in baseline.chain(readings) {
        let Some(amount) = value.amount.as_ref().filter(|amount| is_small(amount)) else { continue };
        let title = plan.title_of(indicator);
        if let Some(unit) = counted_persons(&amount.unit, &[&title]) {
            findings.at(record, field).add("what", title).add("unit", unit);
        }
    }
}

fn check_table(table: &FigureTable, findings: &mut Findings<'_>) {
    for column in table.columns.iter().filter(|column| cells::is_added_up(column)) {
        for row in table.rows.iter().filter(|row| !matches!(row.kind, RowKind::Heading | RowKind::Note)) {
            let Some(amount) = cells::shown(table, row, column).filter(|amount| is_small(amount)) else { continue };
            let titles = [column.name(), row.label.as_str(), table.title.as_str()];
            if let Some(unit) = counted_persons(&amount.unit, &titles) {
                let diagnostic = findings.at(&table.file, &format!("{}.{}", row.id, column.id));
                diagnostic.add("what", format!("{}, {}", row.label, column.name())).add("unit", unit);
            }
        }
    }
}

/// Tells whether an amount is one to four, whole.
fn is_small(amount: &Amount) -> bool {
    let number = amount.number;
    number.fract().is_zero() && number >= Decimal::ONE && number < Decimal::from(5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Unit;

    #[test]
    fn one_to_four_are_few() {
        for (number, is_few) in [
            ("0", false),
            ("1", true),
            ("4", true),
            ("4.0", true),
            ("5", false),
            ("2.5", false),
            ("-3", false),
            ("0.9", false),
        ] {
            let amount = Amount::new(Decimal::from_str_exact(number).expect("a number"), Unit::parse("familier"));
            assert_eq!(is_small(&amount), is_few, "{number}");
        }
    }
}
