//! What was added up, as far as telling rounding needs to know: how many parts there are, and how exactly each is written.
//!
//! A part is known to half a unit of its own last digit, in the unit the sum counts in: `2,5 mio. kr.` to 50.000 kr. A
//! count has no such unit, for it is exact. Zeros are no parts: they cannot have been rounded.

use crate::value::Decimal;

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
}

impl Addends {
    /// Adds a part, whose last digit is worth so much.
    pub fn push(&mut self, part: Decimal, last_digit: Decimal) {
        if !part.is_zero() {
            self.join(Self::alike(1, Some(part), last_digit));
        }
    }

    /// Makes as many parts as are written to the same last digit. `equal` is what each of them is, where all are equal.
    pub fn alike(count: usize, equal: Option<Decimal>, last_digit: Decimal) -> Self {
        if count == 0 {
            return Self::default();
        }
        let times = |number: Decimal| number.saturating_mul(Decimal::from(count));
        Self {
            count,
            equal,
            digits: times(last_digit),
            squares: times(last_digit.saturating_mul(last_digit)),
            finest: Some(last_digit),
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
