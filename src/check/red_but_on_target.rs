//! Red measures whose indicator meets its target.

use super::{Check, CheckInput, Findings};
use crate::{
    diag::Code,
    model::{Indicator, Reading, Target},
};

/// Red measures whose indicator meets its target.
const RED_BUT_ON_TARGET: Code = Code::warning("red-but-on-target")
    .args(&["number", "name"])
    .help("a red measure of which every indicator meets its target, by its latest reading");
/// Red measures whose indicator meets its target.
pub const CHECK: Check = Check::new(&RED_BUT_ON_TARGET, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for (at, measure) in scene.plan.measures.iter().enumerate() {
        let Some(status) = measure.status().filter(|_| crate::model::is_open(measure)) else { continue };
        let is_red = status.level().is_some_and(|level| scene.is_red(level));
        let mut of_measure = scene.plan.indicators.iter().filter(|indicator| indicator.measure == Some(at)).peekable();
        let Some(first) = of_measure.peek().filter(|_| is_red).map(|first| first.title.clone()) else { continue };
        // One that misses its target, or of which nothing is known, is reason enough.
        if of_measure.all(meets_target) {
            let diagnostic = findings.at(&status.file, "level").add("number", scene.name(measure).to_owned());
            diagnostic.add("name", first);
        }
    }
}

/// Tells whether the latest reading is known to meet the target of its time.
fn meets_target(indicator: &Indicator) -> bool {
    // What was read before its baseline says nothing of where it is.
    let is_told = |reading: &&Reading| reading.uncounted.is_none() && indicator.began_before(reading.date);
    let Some(reading) = indicator.readings.last().filter(is_told) else { return false };
    let target = Target::at(&indicator.targets, Some(reading.date));
    let met = target.and_then(|target| indicator.meets(target, &reading.value));
    met == Some(true)
}
