//! Amounts: exact decimals with a unit.
//!
//! A cell of a report is *not given* (`Option::None`), *nil* ("-"), a figure, or an approximate figure
//! ("ca. 2,5"). They stay different from the file to the page. A written amount is what the author
//! wrote; a figure is what it means once the nearest declared unit is known.

use rust_decimal::Decimal;

use super::Unit;

/// An exact number of a unit. Its decimals are those that were written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    /// The number, in `unit`, with the decimals it was written with.
    pub number: Decimal,
    /// What the number counts.
    pub unit: Unit,
}

impl Amount {
    /// Makes an amount.
    #[must_use]
    pub fn new(number: Decimal, unit: Unit) -> Self {
        Self { number, unit }
    }

    /// Returns the same amount in another unit, exactly, or `None` when the units do not convert.
    #[must_use]
    pub fn to(&self, unit: &Unit) -> Option<Self> {
        Some(Self::new(self.number_in(unit)?, unit.clone()))
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
        Some(Self::new(self.number.checked_add(other.number_in(&self.unit)?)?, self.unit.clone()))
    }

    /// Returns the difference in the unit of `self`, of per cent in points, or `None` when the units do not add.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Option<Self> {
        Some(Self::new(self.number.checked_sub(other.number_in(&self.unit)?)?, self.unit.of_difference()))
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
