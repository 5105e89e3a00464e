//! Indicators whose next reading is due and has not come.

use super::{Check, CheckInput, Findings};
use crate::{
    diag::Code,
    model::{PlanAsOf, ReportingState},
};

/// Indicators whose next reading is due and has not come.
const LATE_READING: Code = Code::warning("late-reading")
    .args(&["name", "due"])
    .help("an indicator whose next reading was due, by its `next` or its `frequency`, and has not come");
/// Indicators whose next reading is due and has not come.
pub const CHECK: Check = Check::new(&LATE_READING, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    let now = PlanAsOf::now(scene.site, scene.plan);
    for indicator in scene.plan.indicators.iter().filter(|indicator| indicator.series_of.is_none()) {
        let reporting = now.reporting(indicator);
        if let (ReportingState::Late, Some(due)) = (reporting.state, reporting.due) {
            let field = if indicator.next == Some(due) { "next" } else { "frequency" };
            findings.at(&indicator.record, field).add("name", indicator.title.clone()).add("due", due.iso());
        }
    }
}
