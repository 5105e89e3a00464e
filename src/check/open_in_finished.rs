//! Measures and milestones that are still open in a plan that is finished.

use super::{Check, CheckInput, Findings};
use crate::{
    diag::Code,
    model::{Lifecycle, is_blank},
};

/// Measures and milestones that are still open in a plan that is finished.
const OPEN_IN_FINISHED: Code = Code::warning("open-in-finished")
    .args(&["count", "names", "since"])
    .help("measures and milestones that nobody has called done, dropped or deferred in a plan that is finished; said once of each plan");
/// Measures and milestones that are still open in a plan that is finished.
pub const CHECK: Check = Check::new(&OPEN_IN_FINISHED, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    let Some(finished) = scene.plan.finished.filter(|_| scene.is_finished()) else { return };
    // A measure with others below it is as open as these are.
    let is_open = |state: Option<Lifecycle>| state.is_none_or(|state| state.is_open() && state != Lifecycle::Deferred);
    let measures = scene.open_measures().filter(|measure| measure.children.is_empty() && !is_blank(measure));
    let measures = measures.filter(|measure| is_open(measure.lifecycle()));
    let mut open: Vec<String> = measures.map(|measure| scene.name(measure).to_owned()).collect();
    let milestones = scene.plan.milestones.iter();
    let milestones = milestones.filter(|milestone| milestone.done().is_none() && is_open(milestone.lifecycle()));
    open.extend(milestones.map(|milestone| milestone.number.to_string()));
    if !open.is_empty() {
        let diagnostic = findings.at(&scene.plan.file, "finished").add("count", open.len().to_string());
        diagnostic.add("names", open.join(", ")).add("since", finished.iso());
    }
}
