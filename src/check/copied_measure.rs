//! Measures of one plan that are the same one twice: a file that was copied under another name counts once more in every total.

use std::collections::BTreeMap;

use super::{Check, CheckInput, Findings, number_in};
use crate::{diag::Code, model::Measure, schema::records};

/// Measures of one plan that are the same one twice.
const COPIED_MEASURE: Code = Code::warning("copied-measure").args(&["title", "other"]).help(
    "two measures of a plan with the same title, the same required saving, year, section, committees and owners: the file of one is a copy of the other's, and both are added up",
);
/// Measures of one plan that are the same one twice.
pub const CHECK: Check = Check::new(&COPIED_MEASURE, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    let is_whole = |measure: &&Measure| !measure.closed && measure.children.is_empty() && !measure.title.is_empty();
    let mut measures: Vec<&Measure> = scene.plan.measures.iter().filter(is_whole).collect();
    measures.sort_by_key(|measure| (measure.file.len(), measure.file.as_str()));
    // By what a measure is known again: a plan may have thousands.
    let mut known = BTreeMap::new();
    for measure in measures {
        let required = measure.required.as_ref().and_then(|required| number_in(required, &scene.plan.unit));
        let Some(required) = required else { continue };
        let place = (measure.year, measure.section, measure.parent, &measure.committees, &measure.owners);
        let other = *known.entry((measure.title.trim().to_lowercase(), required, place)).or_insert(measure);
        if other.id != measure.id {
            let diagnostic = findings.at(&measure.file, records::OPTIONAL_TITLE.spec.name);
            diagnostic.add("title", measure.title.clone()).add("other", other.file.clone());
        }
    }
}
