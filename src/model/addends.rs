//! What was added up, as far as telling rounding needs to know: how many parts there are, and how exactly each is written.
//!
//! A part is known to half a unit of its own last digit, in the unit the sum counts in: `2,5 mio. kr.` to 50.000 kr. What
//! is exact, a count or money to the hundredth, is known as it is written. Zeros are no parts: they cannot have been
//! rounded.

use crate::value::{Amount, Decimal, Unit};

/// What the last digit of a part is worth, and whether the part is known more exactly than to half of that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct LastDigit {
    /// What it is worth, in the unit of the sum; nothing of a count, which is not divided.
    pub worth: Decimal,
    /// The part is what it is written as.
    pub is_exact: bool,
}

impl LastDigit {
    /// The last digit of what is not divided.
    pub const NONE: Self = Self { worth: Decimal::ZERO, is_exact: true };

    /// Makes the last digit of a part that is known to half of it.
    #[must_use]
    pub fn rounded(worth: Decimal) -> Self {
        Self { worth, is_exact: false }
    }

    /// Returns how far from the part what it was rounded from may lie, twice.
    #[must_use]
    pub fn error(self) -> Decimal {
        if self.is_exact { Decimal::ZERO } else { self.worth }
    }
}

/// How exactly figures that are added up are known, seen all together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exactness {
    /// Each to half its own last digit.
    LastDigits,
    /// They are counts: whole numbers of a unit that is counted one by one.
    Counts,
    /// They are money as it is booked: written to the hundredth, by programs that may drop noughts (`17,25` beside `200`).
    /// What counts in thousands or more is known to half its last digit.
    Booked,
}

/// The decimals of money as it is booked.
const BOOKED_DECIMALS: u32 = 2;

impl Exactness {
    /// Tells how exactly amounts are known. A thousandth of a krone was computed, and so is known to half its last digit; and
    /// where all are written with a decimal (`5,0` and `4,0` years of work), they were measured.
    pub fn of<'a>(amounts: impl Iterator<Item = &'a Amount> + Clone) -> Self {
        let is_whole = |amount: &Amount| amount.unit.is_counted() && amount.number.fract().is_zero();
        let are_measured = amounts.clone().all(|amount| amount.number.scale() > 0);
        if !are_measured && amounts.clone().all(is_whole) {
            return Self::Counts;
        }
        let single = amounts.filter(|amount| amount.unit.is_money() && amount.unit.one() == amount.unit);
        match single.map(|amount| amount.number.scale()).max() {
            Some(BOOKED_DECIMALS) => Self::Booked,
            _ => Self::LastDigits,
        }
    }

    /// Returns the last digit of one of them in a unit; `None` where that does not convert.
    #[must_use]
    pub fn last_digit(self, amount: &Amount, unit: &Unit) -> Option<LastDigit> {
        let worth = amount.last_digit_in(unit)?;
        Some(match self {
            Self::Counts => LastDigit::NONE,
            Self::Booked => LastDigit { worth, is_exact: amount.unit.is_money() && amount.unit.one() == amount.unit },
            Self::LastDigits => LastDigit::rounded(worth),
        })
    }
}

/// The parts of a sum.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Addends {
    count: usize,
    /// What each part is, while all are equal and none was taken away.
    equal: Option<Decimal>,
    /// The last digits of the parts, added up.
    digits: Decimal,
    /// The squares of the last digits, added up.
    squares: Decimal,
    /// The smallest of the last digits.
    finest: Option<Decimal>,
    /// A part was divided, so that its decimals say nothing.
    is_divided: bool,
}

impl Addends {
    /// Adds a part, whose last digit is worth so much.
    pub fn push(&mut self, part: Decimal, last_digit: LastDigit) {
        if !part.is_zero() {
            self.join(Self::alike(1, Some(part), last_digit));
        }
    }

    /// Makes as many parts as are written to the same last digit. `equal` is what each of them is, where all are equal.
    pub fn alike(count: usize, equal: Option<Decimal>, last_digit: LastDigit) -> Self {
        if count == 0 {
            return Self::default();
        }
        let error = last_digit.error();
        let times = |number: Decimal| number.saturating_mul(Decimal::from(count));
        Self {
            count,
            equal,
            digits: times(error),
            squares: times(error.saturating_mul(error)),
            finest: Some(last_digit.worth),
            is_divided: false,
        }
    }

    /// Adds all parts of another.
    pub fn join(&mut self, other: Self) {
        self.equal = match (self.count, other.count) {
            (_, 0) => self.equal,
            (0, _) => other.equal,
            _ => self.equal.filter(|_| self.equal == other.equal),
        };
        self.finest = match (self.finest, other.finest) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        self.count = self.count.saturating_add(other.count);
        self.digits = self.digits.saturating_add(other.digits);
        self.squares = self.squares.saturating_add(other.squares);
        self.is_divided |= other.is_divided;
    }

    /// Returns the same parts, of which one was divided.
    pub fn divided(self) -> Self {
        Self { is_divided: true, ..self }
    }

    /// Tells whether a part was divided.
    pub fn is_divided(&self) -> bool {
        self.is_divided
    }

    /// Returns the same parts in a unit of which each of theirs is so many.
    pub fn scaled(self, factor: Decimal) -> Self {
        let times = |number: Decimal| number.saturating_mul(factor);
        Self {
            count: self.count,
            equal: self.equal.map(times),
            digits: times(self.digits),
            squares: times(times(self.squares)),
            finest: self.finest.map(times),
            is_divided: self.is_divided,
        }
    }

    /// Returns the same parts taken away. They are no split of anything.
    pub fn taken_away(self) -> Self {
        Self { equal: None, ..self }
    }

    /// Returns the same parts, of which each is `equal`.
    pub fn each(self, equal: Option<Decimal>) -> Self {
        Self { equal, ..self }
    }

    /// Returns how many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Returns what each part is, where all are equal.
    pub fn equal(&self) -> Option<Decimal> {
        self.equal
    }

    /// Returns the last digits of the parts, added up: twice what rounding can move their sum at most.
    pub fn digits(&self) -> Decimal {
        self.digits
    }

    /// Returns the squares of the last digits, added up: twelve times the variance of the sum.
    pub fn squares(&self) -> Decimal {
        self.squares
    }

    /// Returns the smallest last digit of a part.
    pub fn finest(&self) -> Decimal {
        self.finest.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Notation, WrittenAmount};

    #[test]
    fn what_is_counted_is_exact_unless_it_is_written_as_measured() {
        let of = |unit: &str, texts: &[&str]| {
            let unit = Unit::parse(unit);
            let amount = |text: &&str| WrittenAmount::parse(text, Notation::DANISH).ok()?.resolve(&unit).amount;
            let amounts: Vec<Amount> = texts.iter().filter_map(amount).collect();
            Exactness::of(amounts.iter())
        };
        assert_eq!(of("personer", &["5", "4"]), Exactness::Counts);
        assert_eq!(of("personer", &["5,0", "4"]), Exactness::Counts);
        assert_eq!(of("personer", &["5,0", "4,0"]), Exactness::LastDigits, "all with a decimal");
        assert_eq!(of("personer", &["5,5", "4"]), Exactness::LastDigits);
        assert_eq!(of("personer", &["17,25", "200"]), Exactness::LastDigits, "only money is booked");
        assert_eq!(of("kr.", &["17,25", "200"]), Exactness::Booked);
        assert_eq!(of("kr.", &["17,251", "200"]), Exactness::LastDigits);
        assert_eq!(of("mio. kr.", &["17,25", "2"]), Exactness::LastDigits);
    }

    #[test]
    fn millions_beside_what_is_booked_are_known_to_half_their_last_digit() {
        let digit = |text: &str| {
            let amount = WrittenAmount::parse(text, Notation::DANISH).ok()?.resolve(&Unit::KRONE).amount?;
            Exactness::Booked.last_digit(&amount, &Unit::KRONE)
        };
        assert_eq!(digit("17,25"), Some(LastDigit { worth: Decimal::new(1, 2), is_exact: true }));
        assert_eq!(digit("2,5 mio. kr."), Some(LastDigit::rounded(Decimal::from(100_000))));
        assert_eq!(digit("2 familier"), None);
    }
}
