//! Figures: what a report states, and what two of them come to together.

use rust_decimal::RoundingStrategy;

use super::{Amount, Approximation, Decimal, FootnoteMark, Unit};

/// A figure as a report states it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Figure {
    /// The amount; `None` is nil, printed "-", which is not zero and not *not given*.
    pub amount: Option<Amount>,
    /// The qualifier, where the figure is approximate. An approximate figure proves nothing.
    pub approx: Option<Approximation>,
    /// The footnote mark behind it.
    pub mark: Option<FootnoteMark>,
}

impl Figure {
    /// Makes an exact figure without a mark.
    #[must_use]
    pub fn exact(amount: Amount) -> Self {
        Self { amount: Some(amount), approx: None, mark: None }
    }

    /// Tells whether the figure is nil.
    #[must_use]
    pub fn is_nil(&self) -> bool {
        self.amount.is_none()
    }
}

impl Figure {
    /// Returns the figure less another in a unit, approximate where either is. Nil and what does not convert have none.
    #[must_use]
    pub fn less(&self, other: &Self, unit: &Unit) -> Option<Self> {
        let amount = self.amount.as_ref()?.to(unit)?.minus(&other.amount.as_ref()?.to(unit)?)?;
        let approx = self.approx.or(other.approx).map(|_| Approximation::About);
        Some(Self { amount: Some(amount), approx, mark: None })
    }

    /// Returns the figure as per cent of a whole, rounded half away from zero. Answers nothing unless both are exact and in
    /// units that convert, of a figure that counts in per cent itself, since readers would take either for the other, and of
    /// one that is less than nothing: to have spent 150 % of an investment is not to have reached a saving.
    #[must_use]
    pub fn share_of(&self, whole: &Self) -> Option<Decimal> {
        if self.approx.or(whole.approx).is_some() {
            return None;
        }
        let whole = whole.amount.as_ref().filter(|whole| !whole.unit.is_per_cent())?;
        let (part, whole) = (self.amount.as_ref()?.number_in(&whole.unit)?, whole.number);
        if whole <= Decimal::ZERO || part < Decimal::ZERO {
            return None;
        }
        let percent = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
        Some(percent.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).normalize())
    }
}

/// With how many decimals what counts in a unit is shown.
#[derive(Clone, Debug)]
pub struct ShownDecimals {
    /// The unit.
    pub unit: Unit,
    /// The most decimals.
    pub decimals: u32,
}

impl ShownDecimals {
    /// Says of a figure with how many decimals it is shown, where it counts in the unit.
    pub fn show(&self, figure: &mut Figure) {
        if let Some(amount) = figure.amount.as_mut().filter(|amount| amount.unit == self.unit) {
            amount.shown_decimals = Some(self.decimals);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Notation, WrittenAmount};

    fn figure(text: &str) -> Figure {
        WrittenAmount::parse(text, Notation::DANISH).expect("a figure").resolve(&Unit::MILLION_KRONER)
    }

    #[test]
    fn shares_are_of_exact_savings() {
        let share = |part: &str, whole: &str| figure(part).share_of(&figure(whole)).map(|share| share.to_string());
        assert_eq!(share("4,01", "3,50").as_deref(), Some("115"));
        assert_eq!(share("0,00", "1,50").as_deref(), Some("0"));
        assert_eq!(share("0,25", "0,50").as_deref(), Some("50"));
        assert_eq!(share("1", "8").as_deref(), Some("13"), "12,5 is rounded away from zero");
        assert_eq!(share("850.002 kr.", "1,7 mio. kr.").as_deref(), Some("50"));
        for (part, whole) in [
            ("ca. 2,5", "8"),
            ("2,5", "ca. 8"),
            ("1", "0"),
            ("0", "0"),
            ("-1", "2"),
            ("-1,50", "-1,50"),
            ("1", "-2"),
            ("0,00", "-1,50"),
            ("-", "2"),
            ("1", "2 familier"),
            ("1 %", "2 %"),
        ] {
            assert_eq!(share(part, whole), None, "{part} of {whole}");
        }
    }

    #[test]
    fn what_counts_in_the_unit_is_shown_with_its_decimals() {
        let decimals = ShownDecimals { unit: Unit::MILLION_KRONER, decimals: 1 };
        for (text, shown) in [("2,55", Some("2.6")), ("2,55 %", Some("2.55")), ("-", None)] {
            let mut figure = figure(text);
            decimals.show(&mut figure);
            assert_eq!(figure.amount.map(|amount| amount.shown().to_string()).as_deref(), shown, "{text}");
        }
    }

    #[test]
    fn differences_are_approximate_where_a_part_is() {
        let difference = |one: &str, other: &str| figure(one).less(&figure(other), &Unit::MILLION_KRONER);
        assert_eq!(difference("ca. 2,5", "8"), Some(figure("ca. -5,5")));
        assert_eq!(difference("8", "1.000.000 kr."), Some(figure("7")));
        for (one, other) in [("-", "8"), ("8", "-"), ("8", "2 %")] {
            assert_eq!(difference(one, other), None, "{one} less {other}");
        }
    }
}
