//! Indicators of which one period is said to lack its reading, and has one.

use super::{Check, CheckInput, Findings};
use crate::{
    diag::Code,
    model::{Indicator, UncountedReading},
    value::Period,
};

/// Periods that are called missing and were read.
const MISSING_BUT_READ: Code = Code::warning("missing-but-read")
    .args(&["name", "when"])
    .help("an indicator of which a period stands under `missing` and has a reading all the same");
/// Periods that are called missing and were read.
pub const CHECK: Check = Check::new(&MISSING_BUT_READ, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for indicator in &scene.plan.indicators {
        // Said once of each: whoever corrects the first looks at the others.
        let Some((period, _)) = indicator.missing.iter().find(|(period, _)| is_read(indicator, *period)) else {
            continue;
        };
        let diagnostic = findings.at(&indicator.record, "missing");
        diagnostic.add("name", indicator.title.clone()).add("when", period.iso());
    }
}

/// Tells whether a period was read. A level or a note alone is no reading: it may say why there is none.
fn is_read(indicator: &Indicator, period: Period) -> bool {
    let is_reading = |uncounted: &Option<UncountedReading>| !matches!(uncounted, Some(UncountedReading::LevelAlone));
    let mut read = indicator.readings.iter().filter(|reading| is_reading(&reading.uncounted));
    let is_baseline = indicator.baseline.as_ref().is_some_and(|baseline| baseline.date == Some(period));
    is_baseline || read.any(|reading| reading.date == period)
}
