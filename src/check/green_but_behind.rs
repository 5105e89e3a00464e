//! Measures reported as on track that have achieved far less than the time allows.

use super::{Check, CheckInput, Findings};
use crate::{
    diag::Code,
    model::{Measure, Tone},
    value::{Amount, Decimal},
};

/// Measures reported as on track that have achieved far less than the time allows.
const GREEN_BUT_BEHIND: Code = Code::warning("green-but-behind")
    .args(&["number", "achieved", "required"])
    .help("a measure reported as good that has achieved less than half of what the passed part of the year would give");
/// Measures reported as on track that have achieved far less than the time allows.
pub const CHECK: Check = Check::new(&GREEN_BUT_BEHIND, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for measure in scene.open_measures().filter(|measure| measure.children.is_empty()) {
        let Some(status) = measure.status() else { continue };
        let is_good = status.level().is_some_and(|level| matches!(scene.tone(level), Tone::Good | Tone::Fair));
        if !is_good {
            continue;
        }
        if let Some((achieved, required)) = behind(scene, measure) {
            let diagnostic = findings.at(&status.file, "level").add("number", scene.name(measure).to_owned());
            diagnostic.add("achieved", achieved.to_string()).add("required", required.to_string());
        }
    }
}

/// Returns what was achieved and required where it is less than half of an even share of the year so far.
/// A forecast that still reaches the target, or figures that are approximate, say nothing against it.
fn behind(scene: &CheckInput<'_>, measure: &Measure) -> Option<(Amount, Amount)> {
    let year = scene.plan.year?;
    let required = measure.required.as_ref()?;
    let status = measure.status()?;
    let figure = status.achieved.as_ref().or(status.forecast.as_ref())?;
    let is_forecast = status.achieved.is_none();
    if required.approx.is_some() {
        return None;
    }
    let (required, reached) = (required.amount.as_ref()?, figure.amount.as_ref()?);
    let reached_there = reached.to(&required.unit)?;
    let as_of = scene.plan.reports.get(status.report)?.as_of.last();
    let share = match is_forecast {
        true => Decimal::ONE,
        false if as_of.year() == year => {
            Decimal::from(as_of.day_of_year()).checked_div(Decimal::from(as_of.days_in_year()))?
        }
        false if as_of.year() > year => Decimal::ONE,
        false => return None,
    };
    let expected = required.number.checked_mul(share)?.checked_div(Decimal::TWO)?;
    (required.number > Decimal::ZERO && reached_there.number < expected).then(|| (reached.clone(), required.clone()))
}
