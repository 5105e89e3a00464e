//! Measures reported as on track that have achieved far less than the time allows.

use super::{Check, CheckInput, Findings};
use crate::{
    diag::Code,
    model::{self, Behind},
};

/// Measures reported as on track that have achieved far less than the time allows.
const GREEN_BUT_BEHIND: Code = Code::warning("green-but-behind")
    .args(&["number", "what", "achieved", "required"])
    .help(
        "a measure reported as good that has achieved less than half of what the passed part of the year would give, or \
         is expected to come to less than half of what is required",
    );
/// Measures reported as on track that have achieved far less than the time allows.
pub const CHECK: Check = Check::new(&GREEN_BUT_BEHIND, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for measure in &scene.plan.measures {
        let Some((status, behind)) = model::behind(scene.site, scene.plan, measure) else { continue };
        let Behind { is_forecast, figure, required } = behind;
        // A forecast is nothing achieved, and is not told as such.
        let what = if is_forecast { "forecast" } else { "achieved" };
        let diagnostic = findings.at(&status.file, "level").add("number", scene.name(measure).to_owned());
        let diagnostic = diagnostic.add("what", what.to_owned()).add("achieved", super::neutral(&figure));
        diagnostic.add("required", required.to_string());
    }
}
