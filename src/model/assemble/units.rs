//! Units: what is added up must count the same.

use super::written::{self, FigureKind, WrittenFigure};
use crate::{
    diag::{Code, Diagnostic, FieldRef, Place},
    model::Plan,
    value::Unit,
};

const UNITS_DIFFER: Code = Code::error("units-differ")
    .args(&["key", "unit", "expected", "what"])
    .help("amounts that should add up and are in units that cannot");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&UNITS_DIFFER];

/// Reports figures of a plan and its reports that cannot be added to the others: per cent, days or another currency where the plan counts
/// money. Overspends, funding and effects are money also where a plan counts something else.
pub fn check(plan: &Plan, found: &mut Vec<Diagnostic>) {
    let statuses = |at: usize| plan.measures.iter().flat_map(|it| &it.statuses).filter(move |it| it.report == at);
    let of_reports = plan.reports.iter().enumerate().flat_map(|(at, report)| written::of_report(report, statuses(at)));
    let written: Vec<WrittenFigure<'_>> = written::of_plan(plan).into_iter().chain(of_reports).collect();
    let expected = expected(plan, &written);
    let fits = |unit: &Unit, what| {
        unit.adds_to(expected) || what == FigureKind::Money && !expected.is_money() && unit.is_money()
    };
    let mut told: Option<(&str, &str)> = None;
    for WrittenFigure { figure, record, field, what } in &written {
        let unit = figure.amount.as_ref().map(|amount| &amount.unit);
        // A range of months is one mistake.
        let Some(unit) = unit.filter(|unit| !fits(unit, *what) && told != Some((*record, field.as_str()))) else {
            continue;
        };
        told = Some((*record, field));
        let key = field.split('.').rfind(|part| !part.starts_with(|c: char| c.is_ascii_digit()));
        let what = if *what == FigureKind::OfMeasure { "measure" } else { "total" };
        found.push(differs(Place::Subject(FieldRef::new(record, field)), (key.unwrap_or(field), what), unit, expected));
    }
}

/// Says that a figure is in another unit than those it is added to. `what` is where it stands, by which it is put right: a `measure`, a
/// `total` or money beside measures, a `column`, a `formula`, an `indicator`. A remark in brackets is no unit. An amount of another currency may also be converted.
pub fn differs(place: Place, (key, what): (&str, &str), unit: &Unit, expected: &Unit) -> Diagnostic {
    let diagnostic = Diagnostic::new(&UNITS_DIFFER, place).with("key", key);
    let what = match what {
        // What stands in brackets behind a figure is said of it: "5,2 (foreløbig)".
        _ if matches!(unit, Unit::Word(word) if word.starts_with(['(', '['])) => "remark",
        _ if unit.is_money() && expected.is_money() => "money",
        "column" if *unit == Unit::Percent => "share",
        what => what,
    };
    diagnostic.with("unit", unit.word()).with("expected", expected.word()).with("what", what)
}

/// Returns the unit all must add to: the plan's, unless no figure of its measures does.
fn expected<'p>(plan: &'p Plan, written: &'p [WrittenFigure<'_>]) -> &'p Unit {
    let of_measures = written.iter().filter(|written| written.what == FigureKind::OfMeasure);
    let mut units = of_measures.filter_map(|written| written.figure.amount.as_ref()).map(|amount| &amount.unit);
    let Some(first) = units.clone().next() else { return &plan.unit };
    if units.any(|unit| unit.adds_to(&plan.unit)) { &plan.unit } else { first }
}
