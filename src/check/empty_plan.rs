//! Plans in which nothing is planned.

use super::{Check, CheckInput, Findings};
use crate::diag::Code;

/// Plans in which nothing is planned.
const EMPTY_PLAN: Code = Code::warning("empty-plan").help("a plan without measures, tables, indicators and milestones");
/// Plans in which nothing is planned.
pub const CHECK: Check = Check::new(&EMPTY_PLAN, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    let plan = scene.plan;
    let has_counts = !plan.counts.is_empty() || plan.reports.iter().any(|report| !report.counts.is_empty());
    let has_items =
        has_counts || !plan.measures.is_empty() || !plan.indicators.is_empty() || !plan.milestones.is_empty();
    if !plan.closed && !has_items && plan.tables.is_empty() {
        findings.at(&plan.file, "");
    }
}
