//! Reports that say nothing at all.

use super::{Check, CheckInput, Findings};
use crate::{
    diag::Code,
    model::{Report, StatedFigures},
};

/// Reports that say nothing at all.
pub const EMPTY_REPORT: Code = Code::warning("empty-report").args(&["report"]).help(
    "a report of which no file says anything: no level, no figure, no word, as when its files were emptied by mistake",
);
/// Reports that say nothing at all.
pub const CHECK: Check = Check::new(&EMPTY_REPORT, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for (at, report) in scene.plan.reports.iter().enumerate() {
        if is_blank(report) && !is_spoken_of(scene, at) {
            findings.at(&report.file, "").add("report", report.as_of.iso());
        }
    }
}

/// Tells whether a report says nothing of the plan as a whole.
fn is_blank(report: &Report) -> bool {
    let Report { level, trend, counts, overspend, stated, notes, words, .. } = report;
    let says_level = level.is_some() || trend.is_some() || overspend.is_some() || !counts.is_empty();
    !says_level && *stated == StatedFigures::default() && notes.is_empty() && words.is_empty()
}

/// Tells whether a report says something of what belongs to the plan.
fn is_spoken_of(scene: &CheckInput<'_>, report: usize) -> bool {
    let plan = scene.plan;
    plan.measures.iter().any(|measure| measure.statuses.iter().any(|status| status.report == report))
        || plan.milestones.iter().any(|milestone| milestone.updates.iter().any(|update| update.report == report))
        || plan.indicators.iter().any(|line| line.readings.iter().any(|reading| reading.report == Some(report)))
        || plan.tables.iter().any(|table| table.report == Some(report))
}
