//! What a cell of a figure table comes to, of what, and how exactly that is known: sums and quotients.

use super::{
    Difference, DifferenceClass,
    addends::{Addends, LastDigit},
    difference,
};
use crate::value::{Amount, Currency, Decimal, Figure, Rate, Unit};

/// The decimals of a quotient where nothing is stated beside it.
const QUOTIENT_DECIMALS: u32 = 1;

/// The most decimals that a sum of quotients keeps where fewer are written.
const QUOTIENT_SUM_DECIMALS: u32 = 4;

/// Why a cell has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoValue {
    /// It is not given, has no formula, or is computed of what is not given or of a whole that is nothing.
    NotGiven,
    /// It comes to more than can be computed.
    TooLarge,
    /// It is computed of what comes to more than can be computed, which is told there.
    OfTooLarge,
}

/// What a computed cell is worth, and of what.
#[derive(Clone, Debug)]
pub(super) struct Worth {
    pub amount: Amount,
    pub parts: WorthParts,
    /// A part is approximate, so it proves nothing.
    pub approximate: bool,
}

/// What a computed cell was computed of, for telling rounding.
#[derive(Clone, Debug)]
pub(super) enum WorthParts {
    /// A sum, in its unit.
    Sum(Addends),
    /// A quotient, and the least and the most it can be by the rounding of its parts, in its unit. Nothing where the whole
    /// may be zero.
    Quotient(Option<(Decimal, Decimal)>),
}

impl Worth {
    pub fn compare(&self, stated: &Figure) -> Option<Difference> {
        if self.approximate || stated.approx.is_some() {
            return None;
        }
        match (&self.parts, &stated.amount) {
            (WorthParts::Sum(addends), Some(amount)) => difference::compare(amount, &self.amount, addends),
            (WorthParts::Sum(addends), None) => difference::compare_nil(&self.amount, addends),
            // A quotient that is nil says as often that it means nothing here.
            (WorthParts::Quotient(_), None) => None,
            (WorthParts::Quotient(range), Some(amount)) => {
                let (least, most) = (*range)?;
                let size = amount.minus(&self.shown(Some(stated), 0))?.shown_with(None);
                let number = amount.number_in(&self.amount.unit)?;
                let half = amount.last_digit_in(&self.amount.unit)?.checked_div(Decimal::TWO)?;
                let is_near = least.checked_sub(half)? <= number && number <= most.checked_add(half)?;
                let class = match () {
                    () if size.number.is_zero() => DifferenceClass::Exact,
                    () if is_near => DifferenceClass::Rounding,
                    () => DifferenceClass::Unexplained,
                };
                Some(Difference { size, class, within_reach: false })
            }
        }
    }

    /// Returns the amount without decimals that a division alone gave it: a quotient has those of what is stated, else one;
    /// a sum of quotients has one where it has more than four and more than are `written` in its table. A sum of what counts in
    /// kr. and mio. kr. has as many as it needs.
    pub fn shown(&self, stated: Option<&Figure>, written: u32) -> Amount {
        let strategy = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
        if let WorthParts::Sum(addends) = &self.parts {
            let number = self.amount.number;
            let is_divided = addends.is_divided() && number.scale() > written.max(QUOTIENT_SUM_DECIMALS);
            let number = if is_divided { number.round_dp_with_strategy(QUOTIENT_DECIMALS, strategy) } else { number };
            return Amount::new(number, self.amount.unit.clone());
        }
        let decimals =
            stated.and_then(|stated| stated.amount.as_ref()).map_or(QUOTIENT_DECIMALS, |amount| amount.number.scale());
        let mut number = self.amount.number.round_dp_with_strategy(decimals, strategy);
        number.rescale(decimals);
        Amount::new(number, self.amount.unit.clone())
    }

    /// Returns it without its sign.
    pub fn without_sign(mut self) -> Self {
        if self.amount.number.is_sign_negative() {
            self.amount.number.set_sign_positive(true);
            if let WorthParts::Quotient(Some((least, most))) = &mut self.parts {
                (*least, *most) = (Decimal::ZERO.saturating_sub(*most), Decimal::ZERO.saturating_sub(*least));
            }
        }
        self
    }
}

/// A number that is computed with, in the unit of its column.
#[derive(Clone, Copy, Debug)]
pub(super) struct CellNumber {
    pub number: Decimal,
    pub approximate: bool,
    /// What it is made of.
    pub addends: Addends,
    /// How far the true number may lie from it.
    pub bound: Decimal,
}

impl CellNumber {
    pub fn of(worth: &Worth) -> Self {
        let (addends, bound) = match &worth.parts {
            WorthParts::Sum(addends) => (*addends, half(addends.digits())),
            WorthParts::Quotient(range) => {
                let width = range.map_or(Decimal::ZERO, |(least, most)| most.saturating_sub(least));
                (Addends::alike(1, None, LastDigit::rounded(width)).divided(), half(width))
            }
        };
        Self { number: worth.amount.number, approximate: worth.approximate, addends, bound }
    }
}

pub(super) fn half(number: Decimal) -> Decimal {
    number.checked_div(Decimal::TWO).unwrap_or(number)
}

/// Returns how many of a unit an amount is.
pub(super) fn number_in(amount: &Amount, unit: &Unit) -> Result<Decimal, NoValue> {
    let is_other = !amount.unit.adds_to(unit);
    amount.number_in(unit).ok_or(if is_other { NoValue::NotGiven } else { NoValue::TooLarge })
}

impl CellNumber {
    /// Returns it in another unit.
    pub fn converted(self, from: &Unit, to: &Unit) -> Result<Self, NoValue> {
        // Points of per cent are added to per cent: 72 % and 4 points are 76 %.
        if from == to || (from.is_per_cent() && to.is_per_cent()) {
            return Ok(self);
        }
        let number = number_in(&Amount::new(self.number, from.clone()), to)?;
        let factor = number_in(&Amount::new(Decimal::ONE, from.clone()), to)?;
        Ok(Self { number, ..self.times(factor)? })
    }

    /// Returns it as one side of a quotient counts it: money in its unit, what is told in words by how many of them one is. Money beside
    /// words stays as it is: `pr. borger` does not say what it counts, and the `mio.` of `mio. kr. (2025-pl)` is none of its numbers.
    fn counted_in(self, from: &Unit, side: &Unit) -> Result<Self, NoValue> {
        if from.adds_to(side) {
            return self.converted(from, side);
        }
        if from.is_money() || side.is_money() {
            return Ok(self);
        }
        self.times(from.ones().checked_div(side.ones()).ok_or(NoValue::TooLarge)?)
    }

    fn times(self, factor: Decimal) -> Result<Self, NoValue> {
        let times = |number: Decimal| number.checked_mul(factor).ok_or(NoValue::TooLarge);
        let addends = self.addends.scaled(factor);
        Ok(Self { number: times(self.number)?, addends, bound: times(self.bound)?, ..self })
    }
}

/// Divides a number by another, of hundred where the result is in per cent or an index. The quotient inherits the bounds of both: it lies between
/// the least and the most that numbers within them come to.
pub(super) fn ratio(unit: &Unit, part: (CellNumber, &Unit), whole: (CellNumber, &Unit)) -> Result<Worth, NoValue> {
    let ((part, part_unit), (whole, whole_unit)) = (part, whole);
    // What is divided must count the same: mio. kr. of 1.000 kr., or kr. pr. familie of mio. kr. and 1.000 familier.
    let crown = part_unit.currency().or(whole_unit.currency()).unwrap_or(Currency::Dkk);
    let (part, whole) = match unit.rate(crown) {
        Some(Rate { of, each }) => (part.counted_in(part_unit, &of)?, whole.counted_in(whole_unit, &each)?),
        None if part_unit.adds_to(whole_unit) => (part.converted(part_unit, whole_unit)?, whole),
        None => {
            let one = Unit::Word("".into());
            let of = if unit.is_of_hundred() { &one } else { unit };
            (part.counted_in(part_unit, of)?, whole.counted_in(whole_unit, &one)?)
        }
    };
    if whole.number.is_zero() {
        return Err(NoValue::NotGiven);
    }
    let factor = if unit.is_of_hundred() { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    let divide = |part: Decimal, whole: Decimal| part.checked_mul(factor)?.checked_div(whole);
    let quotient = divide(part.number, whole.number).ok_or(NoValue::TooLarge)?;
    let ends = |at: &CellNumber| [at.number.saturating_sub(at.bound), at.number.saturating_add(at.bound)];
    let range = || {
        if whole.number.abs() <= whole.bound {
            return None;
        }
        let corners = ends(&part).into_iter().flat_map(|part| ends(&whole).map(|whole| divide(part, whole)));
        let corners: Vec<Decimal> = corners.collect::<Option<_>>()?;
        Some((corners.iter().copied().min()?, corners.iter().copied().max()?))
    };
    Ok(Worth {
        amount: Amount::new(quotient, unit.clone()),
        parts: WorthParts::Quotient(range()),
        approximate: part.approximate || whole.approximate,
    })
}

/// A sum that is being added up.
#[derive(Default)]
pub(super) struct RunningSum {
    pub total: Decimal,
    pub addends: Addends,
    pub approximate: bool,
    pub is_given: bool,
}

impl RunningSum {
    pub fn add(&mut self, is_negative: bool, part: CellNumber) -> Result<(), NoValue> {
        let (total, number) = (self.total, part.number);
        let total = if is_negative { total.checked_sub(number) } else { total.checked_add(number) };
        self.total = total.ok_or(NoValue::TooLarge)?;
        self.addends.join(if is_negative { part.addends.taken_away() } else { part.addends });
        self.approximate |= part.approximate;
        self.is_given = true;
        Ok(())
    }

    pub fn worth(self, unit: Unit) -> Result<Worth, NoValue> {
        let Self { total, addends, approximate, is_given } = self;
        let worth = Worth { amount: Amount::new(total, unit), parts: WorthParts::Sum(addends), approximate };
        if is_given { Ok(worth) } else { Err(NoValue::NotGiven) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Approximation, Notation, WrittenAmount};

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    fn figure(text: &str) -> Figure {
        WrittenAmount::parse(text, Notation::DANISH).expect("a figure").resolve(&Unit::Word("".into()))
    }

    /// Makes the number of a cell that is known to half its last digit.
    fn cell(text: &str) -> (CellNumber, Unit) {
        let Figure { amount: Some(amount), approx, .. } = figure(text) else { panic!("{text} is nil") };
        let digit = LastDigit::rounded(amount.last_digit_in(&amount.unit).expect("its own unit"));
        let parts = WorthParts::Sum(Addends::alike(1, Some(amount.number), digit));
        let unit = amount.unit.clone();
        (CellNumber::of(&Worth { amount, parts, approximate: approx.is_some() }), unit)
    }

    fn quotient(unit: &str, part: &str, whole: &str) -> Result<Worth, NoValue> {
        let ((part, part_unit), (whole, whole_unit)) = (cell(part), cell(whole));
        ratio(&Unit::parse(unit), (part, &part_unit), (whole, &whole_unit))
    }

    /// Makes a quotient in per cent that lies within a range.
    fn per_cent(number: &str, range: Option<[&str; 2]>) -> Worth {
        let range = range.map(|[least, most]| (decimal(least), decimal(most)));
        let parts = WorthParts::Quotient(range);
        Worth { amount: Amount::new(decimal(number), Unit::Percent), parts, approximate: false }
    }

    #[test]
    fn what_is_divided_counts_the_same() {
        for (unit, part, whole, expected) in [
            ("%", "3", "8", "37.5"),
            ("%", "3 kr.", "8 kr.", "37.5"),
            ("%", "500.000 kr.", "2 mio. kr.", "25.0"),
            ("%", "3 børn", "8 familier", "37.5"),
            ("familier", "6 kr.", "4 børn", "1.5"),
            ("kr. pr. barn", "2 mio. kr.", "500 børn", "4000.0"),
            ("t.kr. pr. barn", "2 mio. kr.", "500 børn", "4.0"),
            ("pr. barn", "2 mio. kr.", "4 børn", "0.5"),
            ("£ pr. barn", "6 £", "4 børn", "1.5"),
            ("sager pr. 1.000 børn", "6 sager", "500 børn", "12.0"),
            ("sager pr. mio. kr.", "6 sager", "4.000.000 kr.", "1.5"),
        ] {
            let found = quotient(unit, part, whole).map(|worth| worth.shown(None, 0).number.to_string());
            assert_eq!(found.as_deref(), Ok(expected), "{part} of {whole} in {unit}");
        }
        assert_eq!(quotient("%", "3", "0").err(), Some(NoValue::NotGiven));
        for (part, whole, approximate) in [("3", "8", false), ("ca. 3", "8", true), ("3", "ca. 8", true)] {
            assert_eq!(quotient("%", part, whole).map(|worth| worth.approximate), Ok(approximate), "{part} of {whole}");
        }
    }

    #[test]
    fn money_keeps_its_number_beside_words_and_words_count_as_many_as_they_say() {
        for (from, side, number, expected) in [
            ("kr.", "1.000 personer", 5, "5"),
            ("mio. kr. (2025-pl)", "kr.", 5, "5"),
            ("kr.", "£", 5, "5"),
            ("t.kr.", "kr.", 5, "5000"),
            ("1.000 personer", "personer", 5, "5000"),
            ("personer", "1.000 personer", 5000, "5"),
        ] {
            let (of, _) = cell(&number.to_string());
            let (from, side) = (Unit::parse(from), Unit::parse(side));
            let found = of.counted_in(&from, &side).map(|of| of.number.normalize().to_string());
            assert_eq!(found.as_deref(), Ok(expected), "{from:?} as {side:?}");
        }
        let of = |number| CellNumber { number, approximate: false, addends: Addends::default(), bound: Decimal::ONE };
        let thousand = of(Decimal::ONE).converted(&Unit::THOUSAND_KRONER, &Unit::KRONE).expect("money");
        assert_eq!((thousand.number, thousand.bound), (Decimal::ONE_THOUSAND, Decimal::ONE_THOUSAND));
        let points = of(Decimal::TWO).converted(&Unit::PercentPoint, &Unit::Percent).map(|of| of.number);
        assert_eq!(points, Ok(Decimal::TWO));
        let other = of(Decimal::TWO).converted(&Unit::Percent, &Unit::KRONE).map(|of| of.number);
        assert_eq!(other, Err(NoValue::NotGiven));
        let large = of(Decimal::MAX).converted(&Unit::MILLION_KRONER, &Unit::KRONE).map(|of| of.number);
        assert_eq!(large, Err(NoValue::TooLarge));
    }

    #[test]
    fn a_quotient_lies_between_what_its_parts_can_come_to() {
        let of = |number: &str, bound: &str| CellNumber {
            number: decimal(number),
            approximate: false,
            addends: Addends::default(),
            bound: decimal(bound),
        };
        for (part, whole, expected) in [
            (("6", "2"), ("4", "0"), Some(("1", "2"))),
            (("6", "2"), ("-4", "0"), Some(("-2", "-1"))),
            (("6", "0"), ("4", "2"), Some(("1", "3"))),
            (("6", "2"), ("3", "1"), Some(("1", "4"))),
            (("6", "2"), ("-3", "1"), Some(("-4", "-1"))),
            (("6", "2"), ("1", "1"), None),
            (("6", "2"), ("-1", "1"), None),
            (("6", "2"), ("-1", "3"), None),
        ] {
            let unit = Unit::Word("".into());
            let found = ratio(&unit, (of(part.0, part.1), &unit), (of(whole.0, whole.1), &unit)).expect("a quotient");
            let WorthParts::Quotient(range) = found.parts else { panic!("a sum") };
            let expected = expected.map(|(least, most)| (decimal(least), decimal(most)));
            assert_eq!(range, expected, "{part:?} of {whole:?}");
        }
    }

    #[test]
    fn a_stated_quotient_is_judged_by_what_its_parts_can_come_to() {
        use DifferenceClass::{Exact, Rounding, Unexplained};
        let worth = per_cent("30.5", Some(["25.5", "35.5"]));
        for (stated, size, class) in [
            ("31 %", "0", Exact),
            ("30,5 %", "0.0", Exact),
            ("30 %", "-1", Rounding),
            // Half its last digit beyond what is possible, and more than that.
            ("25 %", "-6", Rounding),
            ("24 %", "-7", Unexplained),
            ("36 %", "5", Rounding),
            ("37 %", "6", Unexplained),
            ("25,4 %", "-5.1", Unexplained),
        ] {
            let found = worth.compare(&figure(stated)).expect(stated);
            assert_eq!((found.size.number.to_string().as_str(), found.class), (size, class), "{stated}");
            assert!(!found.within_reach && found.size.shown_decimals.is_none(), "{stated}");
        }
        assert_eq!(worth.compare(&figure("ca. 31 %")), None);
        assert_eq!(Worth { approximate: true, ..worth }.compare(&figure("31 %")), None);
        assert_eq!(per_cent("30.5", None).compare(&figure("31 %")), None, "the whole may be zero");
    }

    #[test]
    fn a_quotient_is_shown_as_what_is_stated_and_a_sum_of_quotients_as_its_table() {
        for (number, stated, expected) in [
            ("37.25", None, "37.3"),
            ("38", None, "38.0"),
            ("37.25", Some("37,3333 %"), "37.2500"),
            ("37.5", Some("38 %"), "38"),
        ] {
            let shown = per_cent(number, None).shown(stated.map(figure).as_ref(), 9);
            assert_eq!(shown.number.to_string(), expected, "{number} beside {stated:?}");
        }
        // What was converted has as many decimals as it needs: 12,5 mio. kr. and 234.567 kr.
        let divided = CellNumber::of(&per_cent("30", None)).addends;
        for (number, addends, written, expected) in [
            ("1.25000", divided, 0, "1.3"),
            ("1.2500", divided, 0, "1.2500"),
            ("1.25000", divided, 5, "1.25000"),
            ("1.250000", divided, 5, "1.3"),
            ("12.734567", Addends::default(), 1, "12.734567"),
        ] {
            let amount = Amount::new(decimal(number), Unit::KRONE);
            let worth = Worth { amount, parts: WorthParts::Sum(addends), approximate: false };
            assert_eq!(worth.shown(None, written).number.to_string(), expected, "{number} beside {written} decimals");
        }
    }

    #[test]
    fn a_number_without_its_sign_has_its_range_turned() {
        let range = |worth: Worth| match worth.without_sign() {
            Worth { parts: WorthParts::Quotient(Some(range)), amount, .. } => (amount.number, range),
            other => panic!("{other:?}"),
        };
        let turned = (decimal("3"), (decimal("2"), decimal("5")));
        assert_eq!(range(per_cent("-3", Some(["-5", "-2"]))), turned);
        assert_eq!(range(per_cent("3", Some(["2", "5"]))), turned);
    }

    #[test]
    fn what_is_computed_with_is_known_as_well_as_its_parts() {
        let of = CellNumber::of(&per_cent("30", Some(["25", "35"])));
        assert_eq!((of.bound, of.addends.digits(), of.addends.count()), (decimal("5"), decimal("10"), 1));
        let of = CellNumber::of(&per_cent("30", None));
        assert_eq!((of.bound, of.addends.digits()), (Decimal::ZERO, Decimal::ZERO));
        let (of, _) = cell("2,50");
        assert_eq!((of.bound, of.number), (decimal("0.005"), decimal("2.50")));
    }

    #[test]
    fn parts_are_added_and_taken_away() {
        let mut sum = RunningSum::default();
        assert_eq!(std::mem::take(&mut sum).worth(Unit::KRONE).err(), Some(NoValue::NotGiven));
        let (five, two) = (cell("5").0, cell("ca. 2").0);
        assert_eq!(sum.add(false, five), Ok(()));
        assert!(!sum.approximate && sum.addends.equal() == Some(decimal("5")));
        assert_eq!(sum.add(true, two), Ok(()));
        assert_eq!((sum.addends.count(), sum.addends.digits(), sum.addends.equal()), (2, decimal("2"), None));
        let most = CellNumber { number: Decimal::MAX, ..five };
        assert_eq!(
            RunningSum { total: Decimal::MAX, ..RunningSum::default() }.add(false, most),
            Err(NoValue::TooLarge)
        );
        let worth = sum.worth(Unit::KRONE).expect("a sum");
        assert_eq!((worth.amount.number, worth.approximate), (decimal("3"), true));
        assert_eq!(figure("ca. 2").approx, Some(Approximation::About));
    }
}
