//! What is to be saved beside what is to be spent on it: whether the difference is one that per cent can be said of.

use crate::value::{Decimal, Figure, Unit};

/// How many times what is spent has to be found in what is saved.
const FIFTH: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// What some measures are to save, and what investments among them are to cost, both positive.
#[derive(Clone, Copy, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct SavedAndSpent {
    #[serde(with = "rust_decimal::serde::str")]
    saved: Decimal,
    #[serde(with = "rust_decimal::serde::str")]
    spent: Decimal,
    /// Whether an investment does not say in this unit what it costs.
    is_open: bool,
}

impl SavedAndSpent {
    /// Adds what is required of a measure.
    pub fn add(&mut self, required: Option<&Figure>, is_investment: bool, unit: &Unit) {
        let number = required.and_then(|required| required.amount.as_ref()?.number_in(unit));
        let of = if is_investment { &mut self.spent } else { &mut self.saved };
        *of = of.saturating_add(number.unwrap_or_default().abs());
        self.is_open |= is_investment && number.is_none();
    }

    /// Adds what others are to save and to cost, in the same unit.
    pub fn join(&mut self, other: &Self) {
        self.saved = self.saved.saturating_add(other.saved);
        self.spent = self.spent.saturating_add(other.spent);
        self.is_open |= other.is_open;
    }

    /// Tells whether investments take more than a fifth of what is to be saved, as far as is known. As long as nothing is spent
    /// of it, half of all savings would then be more than 62 % of what is required.
    #[must_use]
    pub fn is_much_spent(&self) -> bool {
        self.is_open || self.spent.saturating_mul(FIFTH) > self.saved
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Amount;

    #[test]
    fn more_than_a_fifth_of_what_is_saved_is_too_much_to_spend() {
        let unit = || Unit::Word("mio. kr.".into());
        let figure = |number: i64| Figure::exact(Amount::new(Decimal::new(number, 0), unit()));
        for (saved, spent, expected) in [
            (Some(10), Some(-2), false),
            (Some(10), Some(-3), true),
            (Some(10), Some(3), true),
            (None, Some(-1), true),
            (Some(10), None, true),
            (Some(0), Some(0), false),
        ] {
            let mut sums = SavedAndSpent::default();
            sums.add(saved.map(figure).as_ref(), false, &unit());
            sums.add(spent.map(figure).as_ref(), true, &unit());
            assert_eq!(sums.is_much_spent(), expected, "{saved:?} {spent:?}");
        }
        let mut alone = SavedAndSpent::default();
        alone.add(None, false, &unit());
        assert!(!alone.is_much_spent(), "no investment takes anything");
    }
}
