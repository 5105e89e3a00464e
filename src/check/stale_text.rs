//! Status texts that have not changed for three reports.

use super::{Check, CheckInput, Findings};
use crate::{diag::Code, model};

/// Status texts that have not changed for three reports.
const STALE_TEXT: Code =
    Code::warning("stale-text").args(&["number", "count"]).help("the same text in three statuses in a row");
/// Status texts that have not changed for three reports.
pub const CHECK: Check = Check::new(&STALE_TEXT, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for measure in &scene.plan.measures {
        let Some((status, count)) = model::same_words(scene.site, scene.plan, measure) else { continue };
        let diagnostic = findings.at(&status.file, "").add("number", scene.name(measure).to_owned());
        diagnostic.add("count", count.to_string());
    }
}
