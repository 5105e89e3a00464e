//! Where what is said of a measure and what is known of it disagree: it is reported as good and is far behind, or its words
//! are the same again and again.
//!
//! Checks tell authors, pages tell readers; both ask here, so that neither knows of something the other does not.

use super::{Lifecycle, Measure, Plan, Site, Status, Tone};
use crate::value::{Amount, Date, Decimal, Figure};

/// In how many statuses the same words are too many.
const REPEATS: usize = 3;

/// What speaks against the latest status of a measure.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Contradiction {
    /// It is reported as good and is far behind.
    Behind(Behind),
    /// Its words are the same in so many statuses in a row; a report in between may say nothing of the measure.
    SameWords(usize),
}

/// What there is of a saving that is reported as good, where that is far less than is required.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Behind {
    /// Whether the figure is expected at the end; else it was achieved so far.
    pub is_forecast: bool,
    /// What there is of the saving.
    pub figure: Figure,
    /// What is required.
    pub required: Amount,
}

/// Tells whether there is still something to do about a measure.
#[must_use]
pub fn is_open(measure: &Measure) -> bool {
    !measure.closed && measure.lifecycle().is_none_or(Lifecycle::is_open)
}

/// Returns what readers of a site are told that speaks against the latest status of a measure.
#[must_use]
pub fn contradictions(site: &Site, plan: &Plan, measure: &Measure) -> Vec<Contradiction> {
    let asked = |check: &str| site.tells_readers(check);
    let behind = if asked("green-but-behind") { behind(site, plan, measure) } else { None };
    let same = if asked("stale-text") { same_words(site, plan, measure) } else { None };
    behind
        .map(|(_, behind)| Contradiction::Behind(behind))
        .into_iter()
        .chain(same.map(|(_, count)| Contradiction::SameWords(count)))
        .collect()
}

/// Returns the latest status of an open measure that is reported as good, and what there is of its saving, where that is
/// less than half of an even share of the year so far (where its date lies beyond the year, of the time until then), or the forecast less than half of what is required. A requirement that
/// is approximate says nothing against it.
#[must_use]
pub fn behind<'m>(site: &Site, plan: &Plan, measure: &'m Measure) -> Option<(&'m Status, Behind)> {
    let status = measure.status().filter(|_| is_open(measure) && measure.children.is_empty())?;
    let tone = site.level(status.level()?).map_or(Tone::None, |level| level.tone);
    if !tone.is_good() {
        return None;
    }
    let year = measure.year.or(plan.year)?;
    let required = measure.required.as_ref().filter(|required| required.approx.is_none())?.amount.as_ref()?;
    let as_of = plan.reports.get(status.report)?.as_of.last();
    let (first, last) = (year.first(), measure.due.map_or(year.last(), |due| due.last().max(year.last())));
    let so_far = || match as_of {
        as_of if as_of < first => None,
        as_of if last < as_of => Some(Decimal::ONE),
        // Days are counted with both ends: on its first day one of them has passed.
        as_of => Decimal::from(days(first, as_of)).checked_div(Decimal::from(days(first, last))),
    };
    let (is_forecast, figure, share) = match (&status.achieved, &status.forecast) {
        (Some(achieved), _) => (false, achieved, so_far()?),
        (None, Some(forecast)) => (true, forecast, Decimal::ONE),
        (None, None) => return None,
    };
    let expected = required.number.checked_mul(share)?.checked_div(Decimal::TWO)?;
    let there = figure.amount.as_ref()?.to(&required.unit)?;
    let is_behind = required.number > Decimal::ZERO && there.number < expected;
    is_behind.then(|| (status, Behind { is_forecast, figure: figure.clone(), required: required.clone() }))
}

/// Returns the latest status of an open measure, and in how many statuses in a row its words are the same, where those are
/// too many and its plan is not finished.
#[must_use]
pub fn same_words<'m>(site: &Site, plan: &Plan, measure: &'m Measure) -> Option<(&'m Status, usize)> {
    let (last, earlier) = measure.statuses.split_last()?;
    if last.words.is_empty() || !is_open(measure) || plan.is_finished(site.as_of) {
        return None;
    }
    let same = earlier.iter().rev().take_while(|status| status.words == last.words).count().saturating_add(1);
    (same >= REPEATS).then_some((last, same))
}

/// Counts the days from one to another, both with them.
fn days(first: Date, last: Date) -> i64 {
    last.duration_since(first).as_hours().div_euclid(24).saturating_add(1)
}
