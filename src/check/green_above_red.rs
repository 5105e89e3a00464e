//! Parents and plans that are reported as good while something below them is red.

use super::{Check, CheckInput, Findings};
use crate::{
    diag::Code,
    model::{self, LevelRef, Measure},
};

/// Parents and plans that are reported as good while something below them is red.
const GREEN_ABOVE_RED: Code = Code::warning("green-above-red")
    .args(&["name", "number"])
    .help("a measure, or a plan as a whole, that is reported as good in the same report in which an open measure below it is red");
/// Parents and plans that are reported as good while something below them is red.
pub const CHECK: Check = Check::new(&GREEN_ABOVE_RED, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    let plan = scene.plan;
    let Some(last) = plan.reports.len().checked_sub(1) else { return };
    for measure in plan.measures.iter().filter(|measure| model::is_open(measure)) {
        let Some(status) = measure.status().filter(|status| status.level().is_some_and(|level| scene.is_green(level)))
        else {
            continue;
        };
        let mut below = measure.children.iter().filter_map(|child| plan.measures.get(*child));
        if let Some(red) = below.find(|child| is_red_in(scene, child, status.report)) {
            let diagnostic = findings.at(&status.file, "level").add("name", scene.name(measure).to_owned());
            diagnostic.add("number", scene.name(red).to_owned());
        }
    }
    // A level on a scale of its own is no sum of the measures.
    let Some(report) = plan.reports.get(last).filter(|report| report.overall_scale == report.scale) else { return };
    if report.level.is_some_and(|level: LevelRef| scene.is_green(level)) {
        let mut top = plan.measures.iter().filter(|measure| measure.parent.is_none());
        if let Some(red) = top.find(|measure| is_red_in(scene, measure, last)) {
            let diagnostic = findings.at(&report.file, "level").add("name", plan.title.clone());
            diagnostic.add("number", scene.name(red).to_owned());
        }
    }
}

/// Tells whether a measure is open and was reported as red in a report.
fn is_red_in(scene: &CheckInput<'_>, measure: &Measure, report: usize) -> bool {
    let status = measure.status().filter(|status| status.report == report && model::is_open(measure));
    status.and_then(model::Status::level).is_some_and(|level| scene.is_red(level))
}
