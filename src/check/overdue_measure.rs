//! Measures past their due date that nobody has called done.

use super::{Check, CheckInput, Findings};
use crate::diag::Code;

/// Measures past their due date that nobody has called done.
const OVERDUE_MEASURE: Code =
    Code::warning("overdue-measure").args(&["number", "due"]).help("a measure past its due date that is not done");
/// Measures past their due date that nobody has called done.
pub const CHECK: Check = Check::new(&OVERDUE_MEASURE, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    if scene.is_finished() {
        return;
    }
    for measure in scene.open_measures() {
        let Some(due) = measure.due.filter(|due| due.last() < scene.site.as_of) else { continue };
        let diagnostic = findings.at(&measure.file, "due").add("number", scene.name(measure).to_owned());
        diagnostic.add("due", due.iso());
    }
}
