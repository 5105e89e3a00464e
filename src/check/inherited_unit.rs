//! Indicators that name no unit, so that they count in the money of their plan or site: five cases would be five millions.

use super::{Check, CheckInput, Findings};
use crate::diag::Code;

/// Indicators that name no unit, and count in money by what stands around them.
const INHERITED_UNIT: Code = Code::warning("inherited-unit")
    .args(&["name", "unit"])
    .help("an indicator that names no unit and has figures, so that they count in the money of its plan or its site: most indicators count something else");
/// Indicators that name no unit, and count in money by what stands around them.
pub const CHECK: Check = Check::new(&INHERITED_UNIT, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for indicator in scene.plan.indicators.iter().filter(|indicator| indicator.series_of.is_none()) {
        let has_figures = scene.plan.indicators.iter().any(|other| {
            (other.id == indicator.id || other.id.is_part_of(&indicator.id))
                && other.readings.iter().any(|reading| reading.value.amount.is_some())
        });
        if !indicator.declares_unit && indicator.unit.is_money() && has_figures {
            let diagnostic = findings.at(&indicator.record, "").add("name", indicator.title.clone());
            diagnostic.add("unit", indicator.unit.word().to_owned());
        }
    }
}
