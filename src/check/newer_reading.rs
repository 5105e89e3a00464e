//! Readings that stand among the older ones of an indicator, and end after the first report.

use super::{Check, CheckInput, Findings};
use crate::diag::Code;

/// Readings that are not older than the first report.
const NEWER_READING: Code = Code::note("newer-reading").args(&["name", "when", "report"]).help(
    "an older reading in `indicators.toml` that ends after the plan's first report: pages of reports show it as if it had been known then",
);
/// Readings that are not older than the first report.
pub const CHECK: Check = Check::new(&NEWER_READING, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    let Some(first) = scene.plan.reports.first() else { return };
    for indicator in &scene.plan.indicators {
        // A CSV file is delivered as a whole, and may be newer than any report.
        let is_written = |record: &str| record.starts_with(&format!("{}.readings.", indicator.record));
        // Said once of each: whoever moves the first looks at the others.
        let newer = indicator.readings.iter().find(|reading| {
            reading.report.is_none() && is_written(&reading.record) && reading.date.last() > first.as_of.last()
        });
        let Some(newer) = newer else { continue };
        let diagnostic = findings.at(&newer.record, "");
        diagnostic.add("name", scene.plan.title_of(indicator)).add("when", newer.date.iso());
        diagnostic.add("report", first.as_of.iso());
    }
}
