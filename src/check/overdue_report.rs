//! Reports that were announced and have not come.

use super::{Check, CheckInput, Findings};
use crate::diag::Code;

/// Reports that were announced and have not come.
const OVERDUE_REPORT: Code =
    Code::warning("overdue-report").args(&["report"]).help("a report that was announced and has not come");
/// Reports that were announced and have not come.
pub const CHECK: Check = Check::new(&OVERDUE_REPORT, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    if scene.is_finished() {
        return;
    }
    for owed in scene.plan.calendar.iter().filter(|owed| owed.report.is_none()) {
        if owed.period.last() < scene.site.as_of {
            findings.at(&owed.record, "").add("report", owed.period.iso());
        }
    }
}
