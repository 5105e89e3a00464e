//! Open measures that the latest report says nothing of.

use super::{Check, CheckInput, Findings};
use crate::diag::Code;

/// Open measures that the latest report says nothing of.
const MISSING_STATUS: Code = Code::warning("missing-status")
    .args(&["number", "since"])
    .help("an open measure that the latest report says nothing of");
/// Open measures that the latest report says nothing of.
pub const CHECK: Check = Check::new(&MISSING_STATUS, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    if scene.is_finished() {
        return;
    }
    let plan = scene.plan;
    let Some(latest) = plan.reports.len().checked_sub(1) else { return };
    // A plan whose reports never speak of single measures owes none of them a status.
    if plan.measures.iter().all(|measure| measure.statuses.is_empty()) {
        return;
    }
    for measure in scene.open_measures().filter(|measure| measure.children.is_empty()) {
        let said = measure.status().map(|status| status.report);
        if said == Some(latest) || measure.title.is_empty() {
            continue;
        }
        // One that was never reported is missing since the first report.
        let since = plan.reports.get(said.unwrap_or(0)).map_or_else(String::new, |at| at.as_of.iso());
        let diagnostic = findings.at(&measure.file, "").add("number", scene.name(measure).to_owned());
        diagnostic.add("since", since);
    }
}
