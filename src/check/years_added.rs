//! Plans whose sums are of measures of several years.

use super::{Check, CheckInput, Findings};
use crate::{
    diag::Code,
    model::{Gross, Measure, PlanAsOf, Totals},
    value::Year,
};

/// Plans whose sums are of measures of several years.
const YEARS_ADDED: Code = Code::warning("years-added").args(&["number", "year", "years"]).help(
    "a measure whose figures are about another year than those it is added to; the sum says so on every page, and this is said once of each plan",
);
/// Plans whose sums are of measures of several years.
pub const CHECK: Check = Check::new(&YEARS_ADDED, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    let seen = PlanAsOf::now(scene.site, scene.plan);
    let totals = Totals::new(&seen, Gross::Net);
    let sums = [&totals.required, &totals.achieved, &totals.forecast].map(|total| total.sum.as_ref());
    let Some(sum) = sums.into_iter().flatten().find(|sum| sum.years.len() > 1) else { return };
    let is_other = |year: &Year| Some(*year) != scene.plan.year.or(sum.years.first().copied());
    // A year that no figure is about is none of the sum's.
    let is_added = |measure: &&Measure| {
        let figure = measure.required.as_ref().or(seen.achieved(measure)).or(seen.forecast(measure));
        !measure.closed && (figure.is_some() || !measure.children.is_empty())
    };
    let added = scene.plan.measures.iter().filter(is_added);
    let mut others = added.filter_map(|measure| Some((measure, measure.year.filter(is_other)?)));
    let Some((measure, year)) = others.next() else { return };
    let years: Vec<String> = sum.years.iter().map(ToString::to_string).collect();
    let diagnostic = findings.at(&measure.file, "year").add("number", scene.name(measure).to_owned());
    diagnostic.add("year", year.to_string()).add("years", years.join(", "));
}
