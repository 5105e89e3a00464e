//! Red measures whose status says nothing of what is done about it.

use super::{Check, Findings, Scene};
use crate::{diag::Severity, model::Tone};

/// Red measures whose status says nothing of what is done about it.
pub const CHECK: Check = Check {
    code: "red-without-action",
    severity: Severity::Warning,
    help: "a red measure whose status has no words",
    run,
};

fn run(scene: &Scene<'_>, findings: &mut Findings<'_>) {
    for measure in scene.open_measures() {
        let Some(status) = measure.status() else { continue };
        let is_red = status.level().is_some_and(|level| matches!(scene.tone(level), Tone::Bad | Tone::Severe));
        if is_red && status.words.is_empty() {
            findings.at(&status.file, "level").add("number", scene.name(measure).to_owned());
        }
    }
}
