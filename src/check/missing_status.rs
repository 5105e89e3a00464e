//! Open measures that the latest report says nothing of.

use super::{Check, CheckInput, Findings};
use crate::{
    diag::Code,
    model::{Measure, PlanAsOf},
};

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
    let seen = PlanAsOf::now(scene.site, plan);
    let owes = |measure: &&Measure| measure.children.is_empty() && !seen.is_stood_for(measure);
    for measure in scene.open_measures().filter(owes) {
        let said = measure.status().map(|status| status.report);
        if said == Some(latest) || measure.title.is_empty() {
            continue;
        }
        // Of one that was never reported nobody knows since when: it may be new.
        let since =
            said.and_then(|said| plan.reports.get(said)).map_or_else(|| "never".to_owned(), |at| at.as_of.iso());
        let diagnostic = findings.at(&measure.file, "").add("number", scene.name(measure).to_owned());
        diagnostic.add("since", since);
    }
}
