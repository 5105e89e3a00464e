//! Measures of one plan that are the same one twice: a file that was copied under another name counts once more in every total.

use super::{Check, CheckInput, Findings, number_in};
use crate::{diag::Code, model::Measure, schema::records};

/// Measures of one plan that are the same one twice.
const COPIED_MEASURE: Code = Code::warning("copied-measure").args(&["title", "other"]).help(
    "two measures of a plan with the same title, the same required saving, section, committees and owners: the file of one is a copy of the other's, and both are added up",
);
/// Measures of one plan that are the same one twice.
pub const CHECK: Check = Check::new(&COPIED_MEASURE, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    let is_whole = |measure: &&Measure| !measure.closed && measure.children.is_empty() && !measure.title.is_empty();
    let mut measures: Vec<&Measure> = scene.plan.measures.iter().filter(is_whole).collect();
    measures.sort_by_key(|measure| (measure.file.len(), measure.file.as_str()));
    let required = |measure: &Measure| number_in(measure.required.as_ref()?, &scene.plan.unit);
    let is_like = |one: &Measure, other: &Measure| {
        let place =
            |measure: &Measure| (measure.section, measure.parent, measure.committees.clone(), measure.owners.clone());
        let is_titled = one.title.trim().to_lowercase() == other.title.trim().to_lowercase();
        is_titled && required(one).is_some() && required(one) == required(other) && place(one) == place(other)
    };
    for (at, measure) in measures.iter().enumerate() {
        let Some(other) = measures.iter().take(at).find(|other| is_like(measure, other)) else { continue };
        let diagnostic = findings.at(&measure.file, records::OPTIONAL_TITLE.spec.name);
        diagnostic.add("title", measure.title.clone()).add("other", other.file.clone());
    }
}
