//! Targets behind the baseline of their indicator, the way that it should go: either the direction or one of the values is wrong.
//!
//! No reading is said to have reached such a target. A target on the way may lie there, and a limit (`at_most`) is kept, not reached.

use super::{Check, CheckInput, Findings, neutral};
use crate::{diag::Code, schema::records};

/// Targets behind the baseline of their indicator.
const TARGET_BEHIND: Code = Code::warning("target-behind").args(&["name", "direction", "amount", "other-amount"]).help(
    "a target that lies behind the baseline of its indicator, the way that it should go: 5 where 12 should go up; no reading is said to have reached it",
);
/// Targets behind the baseline of their indicator.
pub const CHECK: Check = Check::new(&TARGET_BEHIND, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for indicator in &scene.plan.indicators {
        let Some(((wanted, baseline), direction)) = indicator.backward_target().zip(indicator.direction) else {
            continue;
        };
        let field = if indicator.targets.len() > 1 { &records::TARGETS.spec } else { &records::TARGET.spec };
        let diagnostic = findings.at(&indicator.record, field.name);
        let diagnostic = diagnostic.add("name", scene.plan.title_of(indicator));
        let diagnostic = diagnostic.add("direction", direction.word().to_owned());
        diagnostic.add("amount", neutral(wanted)).add("other-amount", neutral(baseline));
    }
}
