//! Savings with the sign of an investment, and investments with that of a saving.

use super::{Check, CheckInput, Findings};
use crate::diag::Code;

/// Savings with the sign of an investment, and investments with that of a saving.
const OPPOSITE_SIGN: Code = Code::warning("opposite-sign")
    .args(&["number", "what"])
    .help("a negative saving that is no investment, or a positive investment");
/// Savings with the sign of an investment, and investments with that of a saving.
pub const CHECK: Check = Check::new(&OPPOSITE_SIGN, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for measure in &scene.plan.measures {
        let number = measure.required.as_ref().and_then(|figure| figure.amount.as_ref()).map(|amount| amount.number);
        let Some(number) = number.filter(|number| !number.is_zero()) else { continue };
        if number.is_sign_negative() != measure.investment {
            let what = if measure.investment { "investment" } else { "saving" };
            let finding = findings.at(&measure.file, "required").add("number", scene.name(measure).to_owned());
            finding.add("what", what.to_owned());
        }
    }
}
