//! Reports that were announced and have not come.

use super::{Check, Findings, Scene};
use crate::diag::Severity;

/// Reports that were announced and have not come.
pub const CHECK: Check = Check {
    code: "overdue-report",
    severity: Severity::Warning,
    help: "a report that was announced and has not come",
    run,
};

fn run(scene: &Scene<'_>, findings: &mut Findings<'_>) {
    for owed in scene.plan.calendar.iter().filter(|owed| owed.report.is_none()) {
        if owed.period.last() < scene.site.as_of {
            findings.at(&owed.record, "").add("report", owed.period.iso());
        }
    }
}
