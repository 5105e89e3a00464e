//! Measures that have achieved more than is required of them.

use super::{Check, CheckInput, Findings, number_in};
use crate::{diag::Code, value::Decimal};

/// Measures that have achieved more than is required of them.
const ACHIEVED_ABOVE_REQUIRED: Code = Code::note("achieved-above-required")
    .args(&["number", "achieved", "required"])
    .help("a measure that has achieved more than is required of it: good news, or a figure in another unit or of another year");
/// Measures that have achieved more than is required of them.
pub const CHECK: Check = Check::new(&ACHIEVED_ABOVE_REQUIRED, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for measure in scene.plan.measures.iter().filter(|measure| !measure.closed && measure.children.is_empty()) {
        let Some(status) = measure.status() else { continue };
        let (Some(required), Some(achieved)) = (&measure.required, &status.achieved) else { continue };
        let (Some(wanted), Some(so_far)) = (number_in(required, &measure.unit), number_in(achieved, &measure.unit))
        else {
            continue;
        };
        if wanted > Decimal::ZERO && so_far > wanted {
            let diagnostic = findings.at(&status.file, "achieved").add("number", scene.name(measure).to_owned());
            diagnostic.add("achieved", super::neutral(achieved)).add("required", super::neutral(required));
        }
    }
}
