//! `suppress_below`: below how many counts are not published.

use super::resolve::Resolver;
use crate::{
    diag::{Code, Diagnostic, FieldRef, Place},
    schema::{Fields, records},
    value::{Decimal, WrittenAmount},
};

/// A threshold that is none.
pub const SUPPRESS_BELOW_UNFIT: Code = Code::error("suppress-below-unfit")
    .args(&["least", "most"])
    .help("a `suppress_below` that is no whole number within its bounds, nor 0, which withholds nothing: of counts below 2 there is one, so that withholding it would tell it");
const SUPPRESS_COUNTS_NOTHING: Code = Code::error("suppress-counts-nothing")
    .help("a `suppress_below` where nothing is counted one by one: money, per cent, rates, shares and differences are no counts");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&SUPPRESS_BELOW_UNFIT, &SUPPRESS_COUNTS_NOTHING];

/// The least that leaves more than one count below it.
const LEAST: u32 = 3;
/// The most: what counts hundreds is no small number of persons.
const MOST: u32 = 100;

/// Reads below how many counts are not published. Answers 0 where that is said to be none, and `None` where it is out of
/// bounds, not whole or has a unit.
pub fn count_threshold(written: &WrittenAmount) -> Option<u32> {
    match written {
        WrittenAmount { number: Some(number), unit: None, approx: None, mark: None } => u32::try_from(*number)
            .ok()
            .filter(|below| Decimal::from(*below) == *number && (*below == 0 || (LEAST..=MOST).contains(below))),
        _ => None,
    }
}

/// Reports a threshold that is none.
pub fn unfit_threshold(place: FieldRef) -> Diagnostic {
    let diagnostic = Diagnostic::new(&SUPPRESS_BELOW_UNFIT, Place::Subject(place));
    diagnostic.with("least", LEAST.to_string()).with("most", MOST.to_string())
}

impl Resolver<'_> {
    /// Returns below how many a record's counts are not published; 0 where it says that nothing is withheld.
    pub(super) fn suppress_below(&mut self, fields: &Fields, record: &str, field: &str) -> Option<u32> {
        let below = count_threshold(fields.get(&records::SUPPRESS_BELOW)?);
        if below.is_none() {
            self.found.push(unfit_threshold(FieldRef::new(record, field)));
        }
        below
    }

    /// Reports that nothing is counted where a record says below how many counts are not published.
    pub(super) fn report_no_counts(&mut self, record: &str, field: &str) {
        self.report(&SUPPRESS_COUNTS_NOTHING, record, field);
    }
}
