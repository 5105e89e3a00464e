//! Units: what is added up must count the same.

use crate::{
    diag::{Code, Diagnostic, FieldRef, Place},
    model::{Measure, Plan},
    value::{Figure, Unit},
};

const UNITS_DIFFER: Code = Code::error("units-differ")
    .args(&["key", "unit", "expected", "what"])
    .help("amounts that should add up and are in units that cannot");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&UNITS_DIFFER];

/// A figure and where it was written: its record and its field.
type LocatedFigure<'p> = (&'p Figure, &'p str, &'static str);

/// Reports figures of measures that cannot be added to the others of the plan.
pub fn check(plan: &Plan, found: &mut Vec<Diagnostic>) {
    let written: Vec<LocatedFigure<'_>> = plan.measures.iter().flat_map(of_measure).collect();
    let Some(expected) = expected(plan, &written) else { return };
    for (figure, record, field) in &written {
        if let Some(unit) = figure.amount.as_ref().map(|amount| &amount.unit).filter(|unit| !unit.adds_to(expected)) {
            found.push(differs(Place::Subject(FieldRef::new(record, field)), (field, "measure"), unit, expected));
        }
    }
}

/// Says that a figure is in another unit than those it is added to. `what` is where it stands, by which it is put right: a `measure`, a
/// `column`, a `formula`, an `indicator`. A remark in brackets is no unit. An amount of another currency may also be converted.
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

/// Returns the unit all must add to: the plan's, unless none of its figures does.
fn expected<'p>(plan: &'p Plan, written: &[LocatedFigure<'p>]) -> Option<&'p Unit> {
    let mut units = written.iter().filter_map(|(figure, ..)| figure.amount.as_ref()).map(|amount| &amount.unit);
    let first = units.clone().next()?;
    Some(if units.any(|unit| unit.adds_to(&plan.unit)) { &plan.unit } else { first })
}

fn of_measure(measure: &Measure) -> Vec<LocatedFigure<'_>> {
    let mut all: Vec<LocatedFigure<'_>> = Vec::new();
    let file = measure.file.as_str();
    all.extend(measure.required.iter().map(|figure| (figure, file, "required")));
    for status in &measure.statuses {
        all.extend(status.achieved.iter().map(|figure| (figure, status.file.as_str(), "achieved")));
        all.extend(status.forecast.iter().map(|figure| (figure, status.file.as_str(), "forecast")));
    }
    all
}
