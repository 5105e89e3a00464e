//! Stated against computed: how a total differs from its parts, and whether rounding explains it.
//!
//! Stated figures are printed and never adjusted; what was computed stands beside them. With `n`
//! parts that are not zero, a difference of `d` in the last printed decimal is *rounding* when the
//! parts are an equal split of the total and `d ≤ n/2`, else when `d ≤ ⌈2·√(n/12)⌉`: twice the
//! standard deviation of a sum of `n` independent rounding errors. Anything else is *unexplained*.

use super::range_sums::Addends;
use crate::value::{Amount, Decimal, Figure, Unit};

/// How a stated figure relates to the computed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DifferenceClass {
    /// They are equal.
    Exact,
    /// Rounding of the parts explains the difference.
    Rounding,
    /// Nothing explains it.
    Unexplained,
}

impl DifferenceClass {
    /// Returns the word it has in templates and class names.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Rounding => "rounding",
            Self::Unexplained => "unexplained",
        }
    }
}

/// The difference between a stated and a computed figure, classed.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Stated less computed.
    pub size: Amount,
    /// What explains it.
    pub class: DifferenceClass,
    /// It is unexplained, but rounding alone could just have done it: within (n+1)/2 last units.
    pub within_reach: bool,
}

/// A stated figure with what it should add up to.
#[derive(Clone, Debug, PartialEq)]
pub struct StatedComparison {
    /// What the document states; where it states two things, in its order.
    pub stated: Vec<Figure>,
    /// What its parts come to; `None` where they do not add (units differ, nothing given).
    pub computed: Option<Amount>,
    /// The difference of each stated figure, where it can prove anything.
    pub differences: Vec<Option<Difference>>,
}

impl StatedComparison {
    /// Compares what is stated with its parts, in the unit of what is stated (else of `unit`).
    #[must_use]
    pub fn of(stated: &[Figure], parts: &[&Figure], unit: &Unit) -> Self {
        let unit = stated.iter().find_map(|figure| figure.amount.as_ref()).map_or(unit, |amount| &amount.unit);
        let computed = sum(parts.iter().copied(), unit);
        let approximate = parts.iter().any(|part| part.approx.is_some());
        let differences = stated
            .iter()
            .map(|figure| match (&figure.amount, &computed) {
                (Some(stated), Some(computed)) if figure.approx.is_none() && !approximate => {
                    compare(stated, computed, &amounts(parts, &stated.unit))
                }
                _ => None,
            })
            .collect();
        Self { stated: stated.to_vec(), computed, differences }
    }

    /// Returns the worst class among its differences.
    #[must_use]
    pub fn class(&self) -> Option<DifferenceClass> {
        self.differences.iter().flatten().map(|difference| difference.class).max()
    }
}

/// Adds figures in a unit. Nil counts as nothing. Answers `None` when there is no amount at all, or
/// one whose unit does not add. The sum has as many decimals as its most precise part.
#[must_use]
pub fn sum<'a>(figures: impl Iterator<Item = &'a Figure>, unit: &Unit) -> Option<Amount> {
    let mut total: Option<Decimal> = None;
    for amount in figures.filter_map(|figure| figure.amount.as_ref()) {
        let number = amount.number_in(unit)?;
        total = Some(match total {
            Some(total) => total.checked_add(number)?,
            None => number,
        });
    }
    total.map(|total| Amount::new(total, unit.clone()))
}

/// Returns what is known of the parts that are not zero, in a unit.
fn amounts(parts: &[&Figure], unit: &Unit) -> Addends {
    parts.iter().filter_map(|part| part.amount.as_ref()?.number_in(unit)).collect()
}

/// Classes the difference between a stated amount and the sum of parts in the same unit.
#[must_use]
pub(super) fn compare(stated: &Amount, computed: &Amount, parts: &Addends) -> Option<Difference> {
    let size = stated.minus(computed)?;
    // The last decimal of the coarsest figure is what rounding can move.
    let coarsest = parts.scales().map_or(u32::MAX, |(least, _)| least).min(stated.number.scale());
    let unit = Decimal::try_new(1, coarsest).ok()?;
    let distance = size.number.abs().checked_div(unit)?;
    let (class, within_reach) = class_of(distance, stated.number, parts, coarsest);
    Some(Difference { size, class, within_reach })
}

fn class_of(distance: Decimal, total: Decimal, parts: &Addends, decimals: u32) -> (DifferenceClass, bool) {
    if distance.is_zero() {
        return (DifferenceClass::Exact, false);
    }
    let count = Decimal::from(parts.count());
    let bound = if is_equal_split(total, parts, decimals) {
        count.checked_div(Decimal::TWO)
    } else {
        Some(Decimal::from(spread(parts.count())))
    };
    if bound.is_some_and(|bound| distance <= bound) {
        return (DifferenceClass::Rounding, false);
    }
    let reach = count.checked_add(Decimal::ONE).and_then(|count| count.checked_div(Decimal::TWO));
    (DifferenceClass::Unexplained, reach.is_some_and(|reach| distance <= reach))
}

/// Tells whether every part is the total divided by their number, rounded.
fn is_equal_split(total: Decimal, parts: &Addends, decimals: u32) -> bool {
    let rounded =
        |number: Decimal| number.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    let share = total.checked_div(Decimal::from(parts.count())).map(rounded);
    parts.count() > 1 && share.is_some() && parts.equal() == share
}

/// Returns ⌈2·√(n/12)⌉ = the least k with 3·k² ≥ n.
fn spread(parts: usize) -> u64 {
    let parts = parts as u64;
    (0..).find(|k: &u64| k.saturating_mul(*k).saturating_mul(3) >= parts).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(text: &str, unit: &Unit) -> Figure {
        Figure::exact(Amount::new(text.parse().expect("a number"), unit.clone()))
    }

    fn class(stated: &str, parts: &[&str]) -> (DifferenceClass, String, bool) {
        let parts: Vec<Figure> = parts.iter().map(|part| figure(part, &Unit::Krone)).collect();
        let parts: Vec<&Figure> = parts.iter().collect();
        let comparison = StatedComparison::of(&[figure(stated, &Unit::Krone)], &parts, &Unit::Krone);
        let difference = comparison.differences[0].clone().expect("a difference");
        (difference.class, difference.size.number.to_string(), difference.within_reach)
    }

    #[test]
    fn classes_the_real_reports() {
        let row1 = ["141667"; 12];
        assert_eq!(class("1700000", &row1), (DifferenceClass::Rounding, "-4".into(), false));
        let row3 = ["83333", "83333", "83333", "83333", "83333", "83333", "83333", "83333", "166667", "166667"];
        assert_eq!(class("1000000", &row3), (DifferenceClass::Rounding, "2".into(), false));
        assert_eq!(class("500000", &["41667"; 12]).0, DifferenceClass::Rounding);
        assert_eq!(class("1000000", &["83333"; 12]), (DifferenceClass::Rounding, "4".into(), false));
        assert_eq!(class("2400000", &["200000"; 12]).0, DifferenceClass::Exact);
        let achieved = ["4.01", "2.81", "0.33", "-1.50", "0.15", "0.72", "0.00", "0.00", "0.00"];
        assert_eq!(class("6.56", &achieved), (DifferenceClass::Unexplained, "0.04".into(), false));
        assert_eq!(class("6.55", &achieved), (DifferenceClass::Unexplained, "0.03".into(), true));
        assert_eq!(
            class("8.06", &["4.01", "2.81", "0.33", "0.15", "0.72"]),
            (DifferenceClass::Unexplained, "0.04".into(), false)
        );
    }

    #[test]
    fn spreads_as_twice_the_deviation() {
        for (parts, bound) in [(0, 0), (1, 1), (3, 1), (4, 2), (12, 2), (13, 3), (27, 3), (28, 4)] {
            assert_eq!(spread(parts), bound, "{parts} parts");
        }
    }

    #[test]
    fn an_approximate_figure_proves_nothing() {
        let mut part = figure("2.5", &Unit::Million);
        part.approx = Some(crate::value::Approximation::About);
        let comparison = StatedComparison::of(&[figure("3.0", &Unit::Million)], &[&part], &Unit::Million);
        assert_eq!(comparison.differences, [None]);
    }

    #[test]
    fn units_that_do_not_add_have_no_sum() {
        let parts = [figure("1", &Unit::Million), figure("2", &Unit::Percent)];
        assert_eq!(sum(parts.iter(), &Unit::Krone), None);
    }
}
