//! Status texts that have not changed for three reports.

use super::{Check, CheckInput, Findings};
use crate::diag::Code;

/// How many reports with the same text are one too many.
const REPEATS: usize = 3;

/// Status texts that have not changed for three reports.
const STALE_TEXT: Code =
    Code::warning("stale-text").args(&["number", "count"]).help("the same status text for three reports in a row");
/// Status texts that have not changed for three reports.
pub const CHECK: Check = Check::new(&STALE_TEXT, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    if scene.is_finished() {
        return;
    }
    for measure in scene.open_measures() {
        let Some((last, earlier)) = measure.statuses.split_last() else { continue };
        if last.words.is_empty() {
            continue;
        }
        let same = earlier.iter().rev().take_while(|status| status.words == last.words).count() + 1;
        if same >= REPEATS {
            let diagnostic = findings.at(&last.file, "").add("number", scene.name(measure).to_owned());
            diagnostic.add("count", same.to_string());
        }
    }
}
