//! Stated against computed: how a total differs from its parts, and whether rounding explains it.
//!
//! Stated figures are printed and never adjusted; what was computed stands beside them. Each figure is known to half a
//! unit of its own last digit, uᵢ; counts are exact, and so is money that is booked to the hundredth. A difference of `d` is
//! *rounding* when the parts are an equal split of the total and `|d|` is at most half a last digit of each, else when
//! `|d| ≤ 2·√(Σuᵢ²/12)`, rounded up to the last digit of what is stated: twice the standard deviation of a sum of independent
//! rounding errors. Of exact parts alone, what is stated may be rounded: `|d|` is at most half its own last digit. Anything
//! else is *unexplained*.

use super::addends::{Addends, Exactness};
use crate::value::{Amount, Approximation, Decimal, Figure, Unit};

/// How a stated figure relates to the computed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
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
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Difference {
    /// Stated less computed.
    pub size: Amount,
    /// What explains it.
    pub class: DifferenceClass,
    /// It is unexplained, but rounding alone could just have done it: within half a last digit of each part and of the
    /// total.
    pub within_reach: bool,
}

/// A stated figure with what it should add up to.
#[derive(Clone, Debug, PartialEq)]
pub struct StatedComparison {
    /// What the document states; where it states two things, in its order.
    pub stated: Vec<Figure>,
    /// What its parts come to; `None` where they do not add (units differ, nothing given).
    pub computed: Option<Figure>,
    /// The difference of each stated figure, where it can prove anything.
    pub differences: Vec<Option<Difference>>,
}

/// The parts of a total as far as they are given.
#[derive(Clone, Debug, Default)]
pub struct KnownParts<'a> {
    /// Those that are given.
    pub given: Vec<&'a Figure>,
    /// What was required of those that are not.
    pub missing: Vec<&'a Figure>,
}

impl KnownParts<'_> {
    /// Compares what is stated with the parts. What a part that is not given could explain is no difference: a total of 1,9 is not
    /// false because only 0,8 of it is told. Less than what is told is, where no part takes anything away.
    #[must_use]
    pub fn compare(&self, stated: &[Figure], unit: &Unit) -> StatedComparison {
        let mut comparison = StatedComparison::of(stated, &self.given, unit);
        if self.missing.is_empty() {
            return comparison;
        }
        let signs = || self.given.iter().chain(&self.missing).filter_map(|figure| figure.amount.as_ref());
        let is_positive = signs().all(|amount| !amount.number.is_sign_negative());
        let is_negative = signs().all(|amount| amount.number.is_sign_negative() || amount.number.is_zero());
        for difference in &mut comparison.differences {
            let is_contradiction = |found: &Difference| {
                let is_less = found.size.number.is_sign_negative();
                match found.class {
                    DifferenceClass::Exact => true,
                    DifferenceClass::Rounding => false,
                    DifferenceClass::Unexplained => (is_positive && is_less) || (is_negative && !is_less),
                }
            };
            if !difference.as_ref().is_some_and(is_contradiction) {
                *difference = None;
            }
        }
        comparison
    }
}

impl<'a> KnownParts<'a> {
    /// Adds others.
    pub fn extend(&mut self, others: KnownParts<'a>) {
        self.given.extend(others.given);
        self.missing.extend(others.missing);
    }
}

impl StatedComparison {
    /// Compares what is stated with its parts, in the unit of what is stated (else of `unit`).
    #[must_use]
    pub fn of(stated: &[Figure], parts: &[&Figure], unit: &Unit) -> Self {
        Self::known(stated, parts, unit, exactness(stated, parts))
    }

    /// Compares what is stated with what the amount of a year was divided into: months are rounded, with however many decimals
    /// they are written.
    #[must_use]
    pub(super) fn of_months(stated: &[Figure], parts: &[&Figure], unit: &Unit) -> Self {
        match exactness(stated, parts) {
            Exactness::Booked => Self::known(stated, parts, unit, Exactness::LastDigits),
            exactness => Self::known(stated, parts, unit, exactness),
        }
    }

    fn known(stated: &[Figure], parts: &[&Figure], unit: &Unit, exactness: Exactness) -> Self {
        let unit = stated.iter().find_map(|figure| figure.amount.as_ref()).map_or(unit, |amount| &amount.unit);
        let computed = sum(parts.iter().copied(), unit);
        let amounts = || parts.iter().filter_map(|part| part.amount.as_ref());
        let proof = computed.as_ref().filter(|computed| computed.approx.is_none());
        let proof = proof.and_then(|computed| computed.amount.as_ref());
        let addends = addends(amounts(), unit, exactness);
        let differences = stated
            .iter()
            .map(|figure| match (&figure.amount, proof) {
                (Some(stated), Some(computed)) if figure.approx.is_none() => compare(stated, computed, &addends),
                (None, Some(computed)) => compare_nil(computed, &addends),
                _ => None,
            })
            .collect();
        Self { stated: stated.to_vec(), computed, differences }
    }

    /// Tells whether all that is stated is proven to be what was computed and says no more, by a mark.
    #[must_use]
    pub fn is_told_by_computed(&self) -> bool {
        let is_exact = |difference: &Option<Difference>| {
            difference.as_ref().is_some_and(|difference| difference.class == DifferenceClass::Exact)
        };
        let marks = self.stated.iter().any(|figure| figure.mark.is_some());
        !marks && self.differences.iter().all(is_exact)
    }

    /// Returns the first that is stated, what its parts come to and how they differ, unless they are proven to be the same.
    #[must_use]
    pub fn contested(&self) -> Option<(&Figure, &Amount, &Difference)> {
        let (stated, computed, difference) = self.beside()?;
        Some((stated, computed.amount.as_ref()?, difference?))
    }

    /// Returns the first that is stated and what its parts come to, where these are not the same, and how they differ; nothing of
    /// that where it proves nothing, as of a total of 2,5 whose measures have told 2,0 and not all told.
    #[must_use]
    pub fn beside(&self) -> Option<(&Figure, &Figure, Option<&Difference>)> {
        let (stated, difference) = (self.stated.first()?, self.differences.first()?.as_ref());
        let computed = self.computed.as_ref()?;
        let amount = computed.amount.as_ref()?;
        let said = || stated.amount.as_ref().and_then(|stated| stated.number_in(&amount.unit)).unwrap_or_default();
        let is_other = match difference {
            Some(difference) => difference.class != DifferenceClass::Exact,
            None => said() != amount.number,
        };
        is_other.then_some((stated, computed, difference))
    }

    /// Tells whether the first that is stated is not what its parts come to, and nothing explains why: the document alone says so, and
    /// it is held against no sum of parts.
    #[must_use]
    pub fn is_unproven(&self) -> bool {
        let is_unexplained = |difference: &Difference| difference.class == DifferenceClass::Unexplained;
        self.beside().is_some_and(|(.., difference)| difference.is_none_or(is_unexplained))
    }

    /// Returns the worst class among its differences.
    #[must_use]
    pub fn class(&self) -> Option<DifferenceClass> {
        self.differences.iter().flatten().map(|difference| difference.class).max()
    }
}

/// Adds figures in a unit; what they come to is approximate where one of them is. Nil counts as nothing. Answers `None` when
/// there is no amount at all, or one whose unit does not add. The sum has as many decimals as its most precise part.
///
/// Per cent are never added: rates, such as how much of each budget is spent, are no parts of a whole.
#[must_use]
pub fn sum<'a>(figures: impl Iterator<Item = &'a Figure>, unit: &Unit) -> Option<Figure> {
    if *unit == Unit::Percent {
        return None;
    }
    let mut total: Option<Amount> = None;
    let mut approx = None;
    for figure in figures {
        approx = approx.or(figure.approx.map(|_| Approximation::About));
        let Some(amount) = &figure.amount else { continue };
        total = Some(match total {
            Some(total) => total.plus(amount)?,
            None => amount.to(unit)?,
        });
    }
    total.map(|total| Figure { approx, ..Figure::exact(total) })
}

/// Adds figures; where all of them are nil, they come to nil. Answers `None` where there is none, or one that does not add.
#[must_use]
pub fn sum_or_nil<'a>(figures: impl Iterator<Item = &'a Figure> + Clone, unit: &Unit) -> Option<Figure> {
    let first = figures.clone().next()?;
    let nil = figures.clone().all(Figure::is_nil).then(|| Figure { mark: None, ..first.clone() });
    sum(figures, unit).or(nil)
}

/// Returns what readers come to who add up parts as they are shown, where that is not the total as it is shown: rounding
/// alone parts them.
#[must_use]
pub fn sum_as_shown<'a>(parts: impl Iterator<Item = &'a Figure> + Clone, total: &Amount) -> Option<Amount> {
    let amounts = parts.filter_map(|part| part.amount.as_ref());
    if !total.is_rounded() && !amounts.clone().any(Amount::is_rounded) {
        return None;
    }
    let shown: Vec<Figure> =
        amounts.map(|amount| Figure::exact(Amount::new(amount.shown(), amount.unit.clone()))).collect();
    sum(shown.iter(), &total.unit)?.amount.filter(|sum| sum.number != total.shown())
}

/// Tells how exactly parts and what is stated of them are known.
fn exactness(stated: &[Figure], parts: &[&Figure]) -> Exactness {
    Exactness::of(parts.iter().copied().chain(stated).filter_map(|figure| figure.amount.as_ref()))
}

/// Returns what is known of parts, in a unit.
fn addends<'a>(parts: impl Iterator<Item = &'a Amount>, unit: &Unit, exactness: Exactness) -> Addends {
    let mut addends = Addends::default();
    for part in parts {
        if let (Some(number), Some(last_digit)) = (part.number_in(unit), exactness.last_digit(part, unit)) {
            addends.push(number, last_digit);
        }
    }
    addends
}

/// Classes the difference between a stated amount and the sum of parts, which count in the unit of the sum.
#[must_use]
pub(super) fn compare(stated: &Amount, computed: &Amount, parts: &Addends) -> Option<Difference> {
    // A difference is smaller than what rounding takes away, so it is shown as it is.
    let size = stated.minus(computed)?.shown_with(None);
    let gap = stated.number_in(&computed.unit)?.checked_sub(computed.number)?;
    let last_digit = stated.last_digit_in(&computed.unit)?;
    let (class, within_reach) = class_of(gap, last_digit, parts);
    Some(Difference { size, class, within_reach })
}

/// Compares nil with what its parts come to: it says that there is nothing. Where they come to nothing too, there is no more to say.
pub(super) fn compare_nil(computed: &Amount, parts: &Addends) -> Option<Difference> {
    let nothing = Amount::new(Decimal::new(0, computed.number.scale()), computed.unit.clone());
    compare(&nothing, computed, parts).filter(|difference| difference.class != DifferenceClass::Exact)
}

fn class_of(gap: Decimal, last_digit: Decimal, parts: &Addends) -> (DifferenceClass, bool) {
    if gap.is_zero() {
        return (DifferenceClass::Exact, false);
    }
    if is_equal_split(gap, parts) || is_within_spread(gap.abs(), last_digit, parts).unwrap_or(false) {
        return (DifferenceClass::Rounding, false);
    }
    let reach = parts.digits().checked_add(last_digit).and_then(|digits| digits.checked_div(Decimal::TWO));
    (DifferenceClass::Unexplained, reach.is_some_and(|reach| gap.abs() <= reach))
}

/// Tells whether every part is the total divided by their number and rounded half away from zero, to its last digit. The
/// difference is then within half a last digit of each part.
fn is_equal_split(gap: Decimal, parts: &Addends) -> bool {
    let Some(part) = parts.equal() else { return false };
    let outwards = if part.is_sign_negative() { Decimal::ZERO.saturating_sub(gap) } else { gap };
    let half = Decimal::from(parts.count()).checked_mul(parts.finest()).and_then(|all| all.checked_div(Decimal::TWO));
    half.is_some_and(|half| Decimal::ZERO.saturating_sub(half) <= outwards && outwards < half)
}

/// Tells whether a difference is within 2·√(Σuᵢ²/12), rounded up to the last digit of what is stated: whether the last
/// multiple of that digit below the difference is less than 2·√(Σuᵢ²/12). Where all parts are exact, what is stated alone may
/// be rounded; of counts that is half of one, which no whole difference is within. `None` where it is too large to tell.
fn is_within_spread(distance: Decimal, last_digit: Decimal, parts: &Addends) -> Option<bool> {
    if parts.squares().is_zero() {
        return Some(distance.checked_mul(Decimal::TWO)? <= last_digit);
    }
    let steps = distance.checked_div(last_digit)?.ceil();
    let below = steps.checked_sub(Decimal::ONE)?.checked_mul(last_digit)?;
    Some(below.checked_mul(below)?.checked_mul(Decimal::from(3))? < parts.squares())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::LastDigit;

    fn figure(text: &str, unit: &Unit) -> Figure {
        Figure::exact(Amount::new(text.parse().expect("a number"), unit.clone()))
    }

    fn class(stated: &str, parts: &[&str]) -> (DifferenceClass, String, bool) {
        class_in(&Unit::KRONE, stated, parts)
    }

    fn class_in(unit: &Unit, stated: &str, parts: &[&str]) -> (DifferenceClass, String, bool) {
        let parts: Vec<Figure> = parts.iter().map(|part| figure(part, unit)).collect();
        let parts: Vec<&Figure> = parts.iter().collect();
        let comparison = StatedComparison::of(&[figure(stated, unit)], &parts, unit);
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
        let class = |stated, parts: &[&str]| class_in(&Unit::MILLION_KRONER, stated, parts);
        assert_eq!(class("6.56", &achieved), (DifferenceClass::Unexplained, "0.04".into(), false));
        assert_eq!(class("6.55", &achieved), (DifferenceClass::Unexplained, "0.03".into(), true));
        assert_eq!(
            class("8.06", &["4.01", "2.81", "0.33", "0.15", "0.72"]),
            (DifferenceClass::Unexplained, "0.04".into(), false)
        );
    }

    #[test]
    fn spreads_as_twice_the_deviation() {
        // Parts of unequal size, so that they are no equal split; each is written to the whole krone.
        for (count, bound) in [(1, 1), (3, 1), (4, 2), (12, 2), (13, 3), (27, 3), (28, 4)] {
            let parts: Vec<String> = (0..count).map(|part| (100 + part).to_string()).collect();
            let sum: i64 = (0..count).map(|part| 100 + part).sum();
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            for (distance, is_rounding) in [(bound, true), (bound + 1, false)] {
                for stated in [sum + distance, sum - distance] {
                    let class = class(&stated.to_string(), &parts).0;
                    assert_eq!(class == DifferenceClass::Rounding, is_rounding, "{stated} of {count} parts");
                }
            }
        }
    }

    #[test]
    fn each_part_is_as_exact_as_it_is_written() {
        for (stated, parts, expected) in [
            ("11.0", &["5", "3.5", "2.5", "1.5"][..], (DifferenceClass::Unexplained, false)),
            // Σu² = 1,03: up to 0,59, which is 0,6 in tenths; rounding alone reaches 0,7.
            ("13.1", &["5", "3.5", "2.5", "1.5"], (DifferenceClass::Rounding, false)),
            ("13.2", &["5", "3.5", "2.5", "1.5"], (DifferenceClass::Unexplained, true)),
            ("13.3", &["5", "3.5", "2.5", "1.5"], (DifferenceClass::Unexplained, false)),
            // What is stated in whole kroner may be off by one of them.
            ("8", &["3.5", "3.5"], (DifferenceClass::Rounding, false)),
            ("9", &["3.5", "3.5"], (DifferenceClass::Unexplained, false)),
            // Σu² = 0,1: up to 0,18, which is one in whole kroner. 1,1 is more than that.
            (
                "8",
                &["0.5", "0.6", "0.7", "0.8", "0.9", "0.5", "0.6", "0.7", "0.8", "0.8"],
                (DifferenceClass::Unexplained, false),
            ),
            // Too far apart to be squared.
            ("10000000000000000000", &["1", "2"], (DifferenceClass::Unexplained, false)),
        ] {
            let (class, _, within_reach) = class(stated, parts);
            assert_eq!((class, within_reach), expected, "{stated} of {parts:?}");
        }
    }

    #[test]
    fn money_that_is_booked_to_the_hundredth_is_exact() {
        let [exact, rounding, unexplained] =
            [DifferenceClass::Exact, DifferenceClass::Rounding, DifferenceClass::Unexplained];
        for (stated, parts, expected) in [
            ("1451.76", &["1234.51", "200.00", "17.25"][..], exact),
            ("1451.77", &["1234.51", "200.00", "17.25"], unexplained),
            // Programs drop noughts.
            ("1451.75", &["1234.5", "200", "17.25"], exact),
            ("1451.74", &["1234.5", "200", "17.25"], unexplained),
            ("1452.25", &["1234.5", "200", "17.25"], unexplained),
            ("10.01", &["10.00"], unexplained),
            // What is stated alone may be rounded.
            ("1452", &["1234.51", "200.00", "17.25"], rounding),
            ("1453", &["1234.51", "200.00", "17.25"], unexplained),
            ("0.0", &["0.04", "0.01"], rounding),
            // What was divided was rounded.
            ("100.00", &["33.33", "33.33", "33.33"], rounding),
            ("100.00", &["33.33", "33.33", "33.35"], unexplained),
            // Whole kroner and thousandths are not booked to the hundredth.
            ("1452", &["1234", "200", "17"], rounding),
            ("1.002", &["0.500", "0.501"], rounding),
        ] {
            let (class, _, within_reach) = class(stated, parts);
            assert_eq!((class, within_reach), (expected, false), "{stated} of {parts:?}");
        }
        assert_eq!(class_in(&Unit::MILLION_KRONER, "7.16", &["4.01", "2.81", "0.33"]).0, rounding);
        // Months that a year was divided into, in twos and in tens.
        let months = [["83333.33"; 8].as_slice(), &["166666.67"; 2]].concat();
        let months: Vec<Figure> = months.into_iter().map(|month| figure(month, &Unit::KRONE)).collect();
        let year = [figure("1000000.00", &Unit::KRONE)];
        let parts: Vec<&Figure> = months.iter().collect();
        assert_eq!(StatedComparison::of_months(&year, &parts, &Unit::KRONE).class(), Some(rounding));
        assert_eq!(StatedComparison::of(&year, &parts, &Unit::KRONE).class(), Some(unexplained));
    }

    #[test]
    fn an_equal_split_is_rounded_half_away_from_zero() {
        // 15 / 6 = 2,5 rounds to 3; 14,4 / 6 = 2,4 to 2.
        for (stated, part, expected) in [
            ("15", "2", DifferenceClass::Unexplained),
            ("15", "3", DifferenceClass::Rounding),
            ("14.4", "2", DifferenceClass::Rounding),
            ("-15", "-2", DifferenceClass::Unexplained),
            ("-15", "-3", DifferenceClass::Rounding),
            ("-14.4", "-2", DifferenceClass::Rounding),
        ] {
            assert_eq!(class(stated, &[part; 6]).0, expected, "{stated} of six times {part}");
        }
        // What is taken away is no split: 1 + 1 + 1 - 1 is not 4.
        let mut parts = Addends::default();
        let digit = LastDigit::rounded(Decimal::ONE);
        (0..3).for_each(|_| parts.push(Decimal::ONE, digit));
        let one = Addends::alike(1, Some(Decimal::ONE), digit);
        parts.join(one.taken_away());
        parts.join(Addends::default());
        assert!(!is_equal_split(Decimal::TWO, &parts));
        parts = Addends::alike(4, Some(Decimal::ONE), digit);
        assert!(!is_equal_split(Decimal::TWO, &parts) && is_equal_split(Decimal::NEGATIVE_ONE, &parts));
    }

    #[test]
    fn counts_are_exact_and_other_units_keep_their_last_digit() {
        let families = Unit::Word("familier".into());
        let compared = |stated: Figure, parts: &[Figure]| {
            let parts: Vec<&Figure> = parts.iter().collect();
            let comparison = StatedComparison::of(&[stated], &parts, &Unit::KRONE);
            let difference = comparison.differences[0].clone().expect("a difference");
            (difference.class, difference.within_reach)
        };
        let counts = ["5", "71", "4"].map(|count| figure(count, &families));
        assert_eq!(compared(figure("81", &families), &counts), (DifferenceClass::Unexplained, false));
        assert_eq!(compared(figure("80", &families), &counts), (DifferenceClass::Exact, false));
        // A nought behind the comma divides no family.
        assert_eq!(compared(figure("81.0", &families), &counts), (DifferenceClass::Unexplained, false));
        let measured = ["5.0", "71.2", "4"].map(|number| figure(number, &families));
        assert_eq!(compared(figure("80.8", &families), &measured), (DifferenceClass::Rounding, false));
        // 2,50 mio. kr. is known to 10.000 kr., also where the total counts in kroner.
        let amounts = [figure("2.50", &Unit::MILLION_KRONER), figure("100000", &Unit::KRONE)];
        assert_eq!(compared(figure("2605000", &Unit::KRONE), &amounts), (DifferenceClass::Rounding, false));
        assert_eq!(compared(figure("2625000", &Unit::KRONE), &amounts), (DifferenceClass::Unexplained, false));
        assert_eq!(compared(figure("2.6", &Unit::MILLION_KRONER), &amounts), (DifferenceClass::Exact, false));
    }

    #[test]
    fn an_approximate_figure_proves_nothing() {
        let mut part = figure("2.5", &Unit::MILLION_KRONER);
        part.approx = Some(crate::value::Approximation::About);
        let comparison = StatedComparison::of(&[figure("3.0", &Unit::MILLION_KRONER)], &[&part], &Unit::MILLION_KRONER);
        assert_eq!(comparison.differences, [None]);
        let mut stated = figure("3.0", &Unit::MILLION_KRONER);
        stated.approx = Some(crate::value::Approximation::About);
        let part = figure("2.5", &Unit::MILLION_KRONER);
        assert_eq!(StatedComparison::of(&[stated], &[&part], &Unit::MILLION_KRONER).differences, [None]);
    }

    #[test]
    fn what_is_stated_twice_is_judged_by_its_worst() {
        let compared = |stated: &[&str], parts: &[&str]| {
            let figures = |texts: &[&str]| texts.iter().map(|text| figure(text, &Unit::KRONE)).collect::<Vec<_>>();
            StatedComparison::of(&figures(stated), &figures(parts).iter().collect::<Vec<_>>(), &Unit::KRONE)
        };
        let [exact, rounding, unexplained] =
            [DifferenceClass::Exact, DifferenceClass::Rounding, DifferenceClass::Unexplained].map(Some);
        for (stated, class, contested, is_told) in [
            (&["24"][..], exact, None, true),
            (&["24", "24"], exact, None, true),
            (&["25"], rounding, rounding, false),
            (&["24", "25"], rounding, None, false),
            (&["25", "99"], unexplained, rounding, false),
            (&["99", "24"], unexplained, unexplained, false),
        ] {
            let of = compared(stated, &["11", "13"]);
            assert_eq!(of.class(), class, "{stated:?}");
            let found = of.contested();
            assert_eq!(found.map(|(.., difference)| difference.class), contested, "{stated:?}");
            assert!(found.is_none_or(|(first, computed, _)| {
                *first == figure(stated[0], &Unit::KRONE) && *computed == Amount::new(24.into(), Unit::KRONE)
            }));
            assert_eq!(of.is_told_by_computed(), is_told, "{stated:?}");
        }
        // Nothing is proven where nothing is given, and a mark says more than the number.
        assert!(!compared(&["24"], &[]).is_told_by_computed());
        let mut marked = compared(&["24"], &["11", "13"]);
        marked.stated[0].mark = Some(crate::value::FootnoteMark::nth(0));
        assert!(!marked.is_told_by_computed());
    }

    #[test]
    fn a_difference_of_what_is_shown_rounded_is_shown_as_it_is() {
        let mut stated = figure("6.56", &Unit::MILLION_KRONER);
        let decimals = crate::value::ShownDecimals { unit: Unit::MILLION_KRONER, decimals: 0 };
        decimals.show(&mut stated);
        let part = figure("6.52", &Unit::MILLION_KRONER);
        let comparison = StatedComparison::of(&[stated], &[&part], &Unit::MILLION_KRONER);
        let size = comparison.differences[0].as_ref().map(|difference| difference.size.shown().to_string());
        assert_eq!(size.as_deref(), Some("0.04"));
    }

    #[test]
    fn readers_who_add_up_what_is_shown_are_told_where_rounding_parts_them() {
        let shown = |text: &str, decimals: Option<u32>| {
            Figure::exact(Amount::new(text.parse().expect("a number"), Unit::KRONE).shown_with(decimals))
        };
        for (parts, decimals, expected) in [
            (&["1.4", "1.4"][..], Some(0), Some("2")),
            (&["1.4", "1.2"], Some(0), Some("2")),
            (&["1.4", "2"], Some(0), None),
            (&["1.4", "1.4"], None, None),
            // Two that are rounded, of which the sum is not.
            (&["1.5", "1.5"], Some(0), Some("4")),
        ] {
            let parts: Vec<Figure> = parts.iter().map(|part| shown(part, decimals)).collect();
            let total = sum(parts.iter(), &Unit::KRONE).and_then(|sum| sum.amount).expect("a sum");
            let found = sum_as_shown(parts.iter(), &total).map(|sum| sum.number.to_string());
            assert_eq!(found.as_deref(), expected, "{parts:?}");
        }
        // The total is rounded, and none of its parts.
        let total = Amount::new(Decimal::new(28, 1), Unit::KRONE).shown_with(Some(0));
        let parts = ["1.4", "1.4"].map(|part| shown(part, None));
        assert_eq!(sum_as_shown(parts.iter(), &total).map(|sum| sum.number), Some(Decimal::new(28, 1)));
    }

    #[test]
    fn units_that_do_not_add_have_no_sum() {
        let parts = [figure("1", &Unit::MILLION_KRONER), figure("2", &Unit::Percent)];
        assert_eq!(sum(parts.iter(), &Unit::KRONE), None);
        let rates = ["40", "2"].map(|rate| figure(rate, &Unit::Percent));
        assert_eq!(sum(rates.iter(), &Unit::Percent), None, "rates are no parts of a whole");
    }
}
