//! What begins after it is to end: a milestone after its date, or after the day it was reached, a plan after it was finished.

use super::{Check, CheckInput, Findings};
use crate::{diag::Code, value::Period};

/// What begins after its end.
const DATES_OUT_OF_ORDER: Code = Code::warning("dates-out-of-order").args(&["what", "number", "begins", "ends"]).help(
    "a milestone that begins after its date or after it was reached, or a plan that was begun after it was finished",
);
/// What begins after its end.
pub const CHECK: Check = Check::new(&DATES_OUT_OF_ORDER, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    let mut tell = |record: &str, what: &str, number: &str, start: Period, end: Period| {
        let diagnostic = findings.at(record, if what == "finished" { "started" } else { "start" });
        diagnostic.add("what", what.to_owned()).add("number", number.to_owned());
        diagnostic.add("begins", start.iso()).add("ends", end.iso());
    };
    let plan = scene.plan;
    if let (Some(started), Some(finished)) = (plan.started, plan.finished)
        && is_behind(started, finished)
    {
        tell(&plan.file, "finished", "", started, finished);
    }
    for milestone in &plan.milestones {
        let moved = milestone.updates.iter().rev().find(|update| update.start.is_some());
        let Some(start) = moved.and_then(|update| update.start).or(milestone.start) else { continue };
        let due = milestone.current_due().map(|due| ("due", due));
        let ends = [due, milestone.done().map(|done| ("done", done))];
        let Some((what, end)) = ends.into_iter().flatten().find(|(_, end)| is_behind(start, *end)) else { continue };
        // The beginning may stand in a report that moved it.
        let file = moved.and_then(|update| plan.reports.get(update.report)).map(|report| &report.file);
        let record = file.map(|file| format!("{file}#milestones.{}", milestone.number));
        tell(record.as_deref().unwrap_or(&milestone.record), what, milestone.number.as_str(), start, end);
    }
}

/// Tells whether all of a period lies behind another.
fn is_behind(start: Period, end: Period) -> bool {
    start.first() > end.last()
}
