//! Amounts: exact decimals with a unit.
//!
//! A cell of a report is *not given* (`Option::None`), *nil* ("-"), a figure, or an approximate figure
//! ("ca. 2,5"). They stay different from the file to the page. A written amount is what the author
//! wrote; a figure is what it means once the nearest declared unit is known.

use std::hash::{Hash, Hasher};

use rust_decimal::{Decimal, RoundingStrategy};

use super::Unit;

/// An exact number of a unit. Its decimals are those that were written.
///
/// Two amounts are equal where number and unit are, with however many decimals each is shown.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Amount {
    /// The number, in `unit`, with the decimals it was written with.
    #[serde(with = "rust_decimal::serde::str")]
    pub number: Decimal,
    /// What the number counts.
    pub unit: Unit,
    /// The most decimals that readers are shown; `None` shows all. Nothing is computed or compared with what is shown.
    pub shown_decimals: Option<u32>,
}

impl PartialEq for Amount {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number && self.unit == other.unit
    }
}

impl Eq for Amount {}

impl Hash for Amount {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.number.hash(state);
        self.unit.hash(state);
    }
}

impl Amount {
    /// Makes an amount that is shown with all its decimals.
    #[must_use]
    pub fn new(number: Decimal, unit: Unit) -> Self {
        Self { number, unit, shown_decimals: None }
    }

    /// Returns the same amount, to be shown with at most so many decimals.
    #[must_use]
    pub fn shown_with(self, decimals: Option<u32>) -> Self {
        Self { shown_decimals: decimals, ..self }
    }

    /// Returns the number as readers are shown it: rounded half away from zero to the decimals it is shown with, never
    /// padded with decimals that were not written, and never a minus before nought.
    #[must_use]
    pub fn shown(&self) -> Decimal {
        let decimals = self.shown_decimals.unwrap_or(self.number.scale());
        let mut shown = self.number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        if shown.is_zero() {
            shown.set_sign_positive(true);
        }
        shown
    }

    /// Tells whether readers are shown another number than it is.
    #[must_use]
    pub fn is_rounded(&self) -> bool {
        self.shown() != self.number
    }

    /// Returns with how many decimals a number is shown that is made of two: with those of the finer one, and with all
    /// where neither is rounded.
    fn shown_decimals_with(&self, other: &Self) -> Option<u32> {
        let most = |amount: &Self| amount.shown_decimals.unwrap_or(amount.number.scale());
        (self.shown_decimals.is_some() || other.shown_decimals.is_some()).then(|| most(self).max(most(other)))
    }

    /// Returns the same amount in another unit, exactly, or `None` when the units do not convert. It is shown as exactly
    /// as before: whole kroner with six decimals of millions.
    #[must_use]
    pub fn to(&self, unit: &Unit) -> Option<Self> {
        let digit = |decimals| Self::new(Decimal::try_new(1, decimals).ok()?, self.unit.clone()).number_in(unit);
        let decimals = self.shown_decimals.and_then(digit).map(|digit| digit.scale());
        Some(Self::new(self.number_in(unit)?, unit.clone()).shown_with(decimals))
    }

    /// Returns how many of another unit it is, exactly, or `None` when the units do not convert.
    #[must_use]
    pub fn number_in(&self, unit: &Unit) -> Option<Decimal> {
        if &self.unit == unit {
            return Some(self.number);
        }
        let (own, theirs) = self.unit.factors(unit)?;
        Some(self.number.checked_mul(own)?.checked_div(theirs)?.normalize())
    }

    /// Returns what its last written digit is worth in a unit: a figure is known to half of that. `None` when the units do
    /// not convert.
    #[must_use]
    pub fn last_digit_in(&self, unit: &Unit) -> Option<Decimal> {
        Self::new(Decimal::try_new(1, self.number.scale()).ok()?, self.unit.clone()).number_in(unit)
    }

    /// Returns the sum in the unit of `self`, or `None` when the units do not add.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Option<Self> {
        let other = other.to(&self.unit)?;
        let sum = self.number.checked_add(other.number)?;
        Some(Self::new(sum, self.unit.clone()).shown_with(self.shown_decimals_with(&other)))
    }

    /// Returns the difference in the unit of `self`, of per cent in points, or `None` when the units do not add.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Option<Self> {
        let other = other.to(&self.unit)?;
        let difference = self.number.checked_sub(other.number)?;
        Some(Self::new(difference, self.unit.of_difference()).shown_with(self.shown_decimals_with(&other)))
    }
}

impl std::fmt::Display for Amount {
    /// Writes the amount in no language: with a point, and its unit behind it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.number, self.unit.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Notation, WrittenAmount};

    fn danish(text: &str) -> WrittenAmount {
        WrittenAmount::parse(text, Notation::DANISH).expect("an amount")
    }

    #[test]
    fn the_last_digit_is_the_one_that_was_written() {
        let digit = |text: &str, unit: &Unit| {
            let figure = danish(text).resolve(&Unit::MILLION_KRONER);
            figure.amount.expect("not nil").last_digit_in(unit).map(|digit| digit.normalize().to_string())
        };
        assert_eq!(digit("2,50", &Unit::MILLION_KRONER).as_deref(), Some("0.01"));
        assert_eq!(digit("2,50", &Unit::KRONE).as_deref(), Some("10000"));
        assert_eq!(digit("500.000 kr.", &Unit::MILLION_KRONER).as_deref(), Some("0.000001"));
        assert_eq!(digit("3 mia. kr.", &Unit::THOUSAND_KRONER).as_deref(), Some("1000000"));
        assert_eq!(digit("3 familier", &Unit::MILLION_KRONER), None);
    }

    #[test]
    fn an_amount_is_shown_with_fewer_decimals_and_stays_exact() {
        let amount =
            |text: &str, decimals| danish(text).resolve(&Unit::Percent).amount.map(|of| of.shown_with(decimals));
        let shown = |text: &str, decimals| amount(text, Some(decimals)).map(|amount| amount.shown().to_string());
        for (text, decimals, expected) in [
            ("85,51510844", 1, "85.5"),
            ("0,125", 2, "0.13"),
            ("-0,125", 2, "-0.13"),
            ("-0,04", 1, "0.0"),
            ("0,05", 1, "0.1"),
            ("-0,5", 0, "-1"),
            ("999,95", 1, "1000.0"),
            ("8", 1, "8"),
            ("8,0", 2, "8.0"),
        ] {
            let declared = Notation { declared: true, ..Notation::DANISH };
            let of = WrittenAmount::parse(text, declared).expect("an amount").resolve(&Unit::Percent).amount;
            let shown = of.map(|amount| amount.shown_with(Some(decimals)).shown().to_string());
            assert_eq!(shown.as_deref(), Some(expected), "{text} with {decimals}");
        }
        let (one, two) = (amount("1,44", Some(1)).expect("one"), amount("1,44", None).expect("two"));
        assert_eq!(one, two, "how it is shown makes it no other amount");
        assert!(one.is_rounded() && !two.is_rounded());
        let sum = one.plus(&one).expect("a sum");
        assert_eq!((sum.number, sum.shown()), (Decimal::new(288, 2), Decimal::new(29, 1)));
        assert_eq!(one.plus(&two).expect("a sum").shown(), Decimal::new(288, 2), "the finer one says how it is shown");
        let half = amount("0,28", Some(1)).expect("half");
        assert_eq!(one.minus(&half).expect("a difference").shown(), Decimal::new(12, 1), "1,16");
        for sum in [one.plus(&amount("1", None).expect("three")), amount("1", None).expect("three").plus(&one)] {
            assert_eq!(sum.expect("a sum").shown(), Decimal::new(24, 1), "whole numbers make it no finer");
        }
        for decimals in [None, Some(0), Some(1), Some(2)] {
            let mut nought = Decimal::new(0, 1);
            nought.set_sign_negative(true);
            let shown = Amount::new(nought, Unit::Percent).shown_with(decimals).shown();
            assert!(shown.is_sign_positive() && shown.scale() <= 1, "no minus before nought");
        }
        let kroner = danish("1.249.999,55 kr.").resolve(&Unit::KRONE).amount.expect("an amount").shown_with(Some(0));
        let million = kroner.to(&Unit::MILLION_KRONER).expect("money");
        assert_eq!(million.shown(), Decimal::new(1_250_000, 6), "whole kroner are six decimals of a million");
        assert_eq!(million.to(&Unit::KRONE).expect("money").shown(), Decimal::from(1_250_000));
        assert_eq!(shown("1,44", 1).as_deref(), Some("1.4"));
    }

    #[test]
    fn an_amount_is_its_number_and_its_unit() {
        let hash = |amount: &Amount| {
            let mut state = std::hash::DefaultHasher::new();
            amount.hash(&mut state);
            state.finish()
        };
        let amount = |text: &str| danish(text).resolve(&Unit::KRONE).amount.expect("not nil");
        assert_eq!(hash(&amount("2,50 kr.")), hash(&amount("2,5 kr.").shown_with(Some(0))));
        for other in ["2,6 kr.", "2,5 mio. kr.", "2,5 %"] {
            assert_ne!(amount("2,5 kr."), amount(other));
            assert_ne!(hash(&amount("2,5 kr.")), hash(&amount(other)), "{other}");
        }
        assert_eq!(amount("2,50 mio. kr.").to_string(), "2.50 mio. kr.");
    }

    #[test]
    fn per_cent_differs_by_points() {
        let amount = |text: &str| danish(text).resolve(&Unit::KRONE).amount.expect("not nil");
        assert_eq!(amount("72,3 %").minus(&amount("76,4 %")), Some(amount("-4,1 procentpoint")));
        assert_eq!(amount("3 procentpoint").minus(&amount("1 procentpoint")), Some(amount("2 procentpoint")));
        assert_eq!(amount("3 %").plus(&amount("1 %")), Some(amount("4 %")));
        assert_eq!(amount("3 kr.").minus(&amount("1 kr.")), Some(amount("2 kr.")));
        // Neither is the other: 3 % of the whole is not 3 points more.
        assert_eq!(amount("3 %").minus(&amount("1 procentpoint")), None);
        assert!(Unit::Percent.is_per_cent() && Unit::PercentPoint.is_per_cent() && !Unit::KRONE.is_per_cent());
    }

    #[test]
    fn converts_between_units_exactly() {
        let amount = Amount::new(Decimal::new(33_883, 0), Unit::THOUSAND_KRONER);
        assert_eq!(amount.to(&Unit::MILLION_KRONER).expect("money").number, Decimal::new(33_883, 3));
        assert!(amount.to(&Unit::Percent).is_none());
    }

    #[test]
    fn money_of_one_country_is_no_money_of_another() {
        let amount = |text: &str| danish(text).resolve(&Unit::KRONE).amount.expect("not nil");
        assert_eq!(amount("2 mio. £").plus(&amount("500.000 GBP")), Some(amount("2,5 mio. £")));
        for (one, other) in
            [("2 £", "2 €"), ("2 mio. kr.", "2 mio. NOK"), ("2 NOK", "2 SEK"), ("2 £", "2 £ pr. indbygger")]
        {
            assert_eq!(amount(one).plus(&amount(other)), None, "{one} and {other}");
            assert_eq!(amount(one).minus(&amount(other)), None, "{one} and {other}");
            assert_eq!(amount(one).number_in(&amount(other).unit), None, "{one} and {other}");
            assert!(!amount(one).unit.adds_to(&amount(other).unit), "{one} and {other}");
        }
    }
}
