//! Measures whose level is called complete, and which nobody has called done.

use super::{Check, CheckInput, Findings};
use crate::{diag::Code, model::Tone};

/// Measures whose level is called complete, and which nobody has called done.
const COMPLETE_BUT_OPEN: Code = Code::warning("complete-but-open")
    .args(&["number", "level"])
    .help("a measure whose level has the tone `complete`, and which is not done: it goes on being counted as open");
/// Measures whose level is called complete, and which nobody has called done.
pub const CHECK: Check = Check::new(&COMPLETE_BUT_OPEN, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for measure in scene.open_measures() {
        let Some(status) = measure.status() else { continue };
        let Some(level) = status.level().and_then(|level| scene.site.level(level)) else { continue };
        if level.tone == Tone::Complete {
            let diagnostic = findings.at(&status.file, "level").add("number", scene.name(measure).to_owned());
            diagnostic.add("level", level.word.clone());
        }
    }
}
