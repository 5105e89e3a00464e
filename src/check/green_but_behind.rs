//! Measures reported as on track that have achieved far less than the time allows.

use super::{Check, CheckInput, Findings};
use crate::{
    diag::Code,
    model::{Measure, Tone},
    value::{Amount, Date, Decimal, Figure},
};

/// Measures reported as on track that have achieved far less than the time allows.
const GREEN_BUT_BEHIND: Code = Code::warning("green-but-behind")
    .args(&["number", "what", "achieved", "required"])
    .help(
        "a measure reported as good that has achieved less than half of what the passed part of the year would give, or \
         is expected to come to less than half of what is required",
    );
/// Measures reported as on track that have achieved far less than the time allows.
pub const CHECK: Check = Check::new(&GREEN_BUT_BEHIND, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for measure in scene.open_measures().filter(|measure| measure.children.is_empty()) {
        let Some(status) = measure.status() else { continue };
        let is_good = status.level().is_some_and(|level| matches!(scene.tone(level), Tone::Good | Tone::Fair));
        if !is_good {
            continue;
        }
        if let Some((reached, required)) = behind(scene, measure) {
            let (what, figure) = match reached {
                Reached::Achieved(figure) => ("achieved", figure),
                Reached::Forecast(figure) => ("forecast", figure),
            };
            let diagnostic = findings.at(&status.file, "level").add("number", scene.name(measure).to_owned());
            let diagnostic = diagnostic.add("what", what.to_owned()).add("achieved", neutral(figure));
            diagnostic.add("required", required.to_string());
        }
    }
}

/// What of a saving is there: a forecast is nothing achieved, and is not told as such.
enum Reached<'m> {
    /// What was achieved so far.
    Achieved(&'m Figure),
    /// What is expected at the end.
    Forecast(&'m Figure),
}

/// Writes a figure as messages take it: one that is approximate behind a tilde.
fn neutral(figure: &Figure) -> String {
    let amount = figure.amount.as_ref().map(ToString::to_string).unwrap_or_default();
    if figure.approx.is_some() { format!("~{amount}") } else { amount }
}

/// Returns what there is and what is required, where that is less than half of an even share of the year so far. A
/// forecast that still reaches half of what is required, or a requirement that is approximate, says nothing against it.
fn behind<'m>(scene: &CheckInput<'_>, measure: &'m Measure) -> Option<(Reached<'m>, &'m Amount)> {
    let year = measure.year.or(scene.plan.year)?;
    let status = measure.status()?;
    let required = measure.required.as_ref().filter(|required| required.approx.is_none())?.amount.as_ref()?;
    let as_of = scene.plan.reports.get(status.report)?.as_of.last();
    let so_far = || match year {
        year if as_of < year.first() => None,
        year if year.last() < as_of => Some(Decimal::ONE),
        // Days are counted with both ends: on its first day one of them has passed.
        year => Decimal::from(days(year.first(), as_of)).checked_div(Decimal::from(days(year.first(), year.last()))),
    };
    let (reached, figure, share) = match (&status.achieved, &status.forecast) {
        (Some(achieved), _) => (Reached::Achieved(achieved), achieved, so_far()?),
        (None, Some(forecast)) => (Reached::Forecast(forecast), forecast, Decimal::ONE),
        (None, None) => return None,
    };
    let expected = required.number.checked_mul(share)?.checked_div(Decimal::TWO)?;
    let there = figure.amount.as_ref()?.to(&required.unit)?;
    (required.number > Decimal::ZERO && there.number < expected).then_some((reached, required))
}

/// Counts the days from one to another, both with them.
fn days(first: Date, last: Date) -> i64 {
    last.duration_since(first).as_hours().div_euclid(24).saturating_add(1)
}
