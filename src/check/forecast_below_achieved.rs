//! Savings whose forecast comes to less than is achieved already.

use super::{Check, CheckInput, Findings, number_in};
use crate::diag::Code;

/// Savings whose forecast comes to less than is achieved already.
const FORECAST_BELOW_ACHIEVED: Code = Code::warning("forecast-below-achieved")
    .args(&["number", "amount", "achieved"])
    .help("a status that expects less at the end than it says is achieved so far; an investment, which counts negative, is not looked at");
/// Savings whose forecast comes to less than is achieved already.
pub const CHECK: Check = Check::new(&FORECAST_BELOW_ACHIEVED, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for measure in scene.plan.measures.iter().filter(|measure| !measure.closed && !measure.investment) {
        let Some(status) = measure.status() else { continue };
        let (Some(forecast), Some(achieved)) = (&status.forecast, &status.achieved) else { continue };
        // What is approximate proves nothing.
        let (Some(expected), Some(so_far)) = (number_in(forecast, &measure.unit), number_in(achieved, &measure.unit))
        else {
            continue;
        };
        if expected < so_far {
            let diagnostic = findings.at(&status.file, "forecast").add("number", scene.name(measure).to_owned());
            diagnostic.add("amount", super::neutral(forecast)).add("achieved", super::neutral(achieved));
        }
    }
}
