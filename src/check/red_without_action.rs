//! Red measures whose status says nothing of what is done about it.

use super::{Check, CheckInput, Findings};
use crate::{diag::Code, model::Tone};

/// Red measures whose status says nothing of what is done about it.
const RED_WITHOUT_ACTION: Code =
    Code::warning("red-without-action").args(&["number"]).help("a red measure whose status has no words");
/// Red measures whose status says nothing of what is done about it.
pub const CHECK: Check = Check::new(&RED_WITHOUT_ACTION, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for measure in scene.open_measures() {
        let Some(status) = measure.status() else { continue };
        let is_red = status.level().is_some_and(|level| matches!(scene.tone(level), Tone::Bad | Tone::Severe));
        if is_red && status.words.is_empty() {
            findings.at(&status.file, "level").add("number", scene.name(measure).to_owned());
        }
    }
}
