//! Milestones past their date that nobody has called reached.

use super::{Check, CheckInput, Findings};
use crate::{diag::Code, model::Lifecycle};

/// Milestones past their date that nobody has called reached.
const OVERDUE_MILESTONE: Code =
    Code::warning("overdue-milestone").args(&["number", "due"]).help("a milestone past its date that is not reached");
/// Milestones past their date that nobody has called reached.
pub const CHECK: Check = Check::new(&OVERDUE_MILESTONE, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    if scene.is_finished() {
        return;
    }
    for milestone in &scene.plan.milestones {
        let open = milestone.done().is_none() && milestone.lifecycle().is_none_or(Lifecycle::is_open);
        let Some(due) = milestone.current_due().filter(|due| open && due.last() < scene.site.as_of) else { continue };
        // The date may stand in a report that moved it.
        let moved = milestone.updates.iter().rev().find(|update| update.due.is_some());
        let file = moved.and_then(|update| scene.plan.reports.get(update.report)).map(|report| &report.file);
        let record = file.map(|file| format!("{file}#milestones.{}", milestone.number));
        let record = record.as_deref().unwrap_or(&milestone.record);
        let diagnostic = findings.at(record, "due").add("number", milestone.number.to_string());
        diagnostic.add("due", due.iso());
    }
}
