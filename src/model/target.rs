//! Targets of indicators: what is aimed at and when, and whether a reading meets it.

use std::cmp::Ordering;

use crate::value::{Decimal, Figure, Period, Unit};

/// What a number is wanted to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WantedDirection {
    /// Less is better.
    Down,
    /// More is better.
    Up,
    /// It should stay where it is.
    Hold,
}

impl WantedDirection {
    /// Every direction with the word it has in content files.
    pub const ALL: [(&'static str, Self); 3] = [("down", Self::Down), ("up", Self::Up), ("hold", Self::Hold)];

    /// Returns the word it has in content files.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, direction)| *direction == self).map_or("", |(word, _)| word)
    }
}

/// What a target aims at.
#[derive(Clone, Debug, PartialEq)]
pub enum Aim {
    /// A value, to be reached the way that the indicator should go.
    Value(Figure),
    /// A value or more.
    AtLeast(Figure),
    /// A value or less.
    AtMost(Figure),
    /// A value from the first to the second, both included.
    Between(Figure, Figure),
    /// Something that is said in words.
    Words(String),
}

/// A target of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// When it is to be met; `None` holds at any time.
    pub date: Option<Period>,
    /// What is to be met.
    pub aim: Aim,
}

impl Aim {
    /// Returns its figures, the lower first.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> + Clone {
        let (first, second) = match self {
            Self::Value(value) | Self::AtLeast(value) | Self::AtMost(value) => (Some(value), None),
            Self::Between(low, high) => (Some(low), Some(high)),
            Self::Words(_) => (None, None),
        };
        first.into_iter().chain(second)
    }

    /// Returns its figures, to say how they are shown.
    pub(super) fn figures_mut(&mut self) -> impl Iterator<Item = &mut Figure> {
        let (first, second) = match self {
            Self::Value(value) | Self::AtLeast(value) | Self::AtMost(value) => (Some(value), None),
            Self::Between(low, high) => (Some(low), Some(high)),
            Self::Words(_) => (None, None),
        };
        first.into_iter().chain(second)
    }

    /// Returns the least value that meets it, or the one that it names.
    #[must_use]
    pub fn lower(&self) -> Option<&Figure> {
        match self {
            Self::Value(value) | Self::AtLeast(value) | Self::Between(value, _) => Some(value),
            Self::AtMost(_) | Self::Words(_) => None,
        }
    }

    /// Returns the most that meets it.
    #[must_use]
    pub fn upper(&self) -> Option<&Figure> {
        match self {
            Self::AtMost(value) | Self::Between(_, value) => Some(value),
            Self::Value(_) | Self::AtLeast(_) | Self::Words(_) => None,
        }
    }

    /// Returns which way it wants its indicator to go, where it says so.
    #[must_use]
    pub fn direction(&self) -> Option<WantedDirection> {
        match self {
            Self::AtLeast(_) => Some(WantedDirection::Up),
            Self::AtMost(_) => Some(WantedDirection::Down),
            Self::Value(_) | Self::Between(..) | Self::Words(_) => None,
        }
    }

    /// Tells whether a figure went through the range that is aimed at and lies behind its far end: it is past the target, and no
    /// nearer to it.
    #[must_use]
    pub fn is_passed_by(&self, figure: &Figure, unit: &Unit, direction: Option<WantedDirection>) -> bool {
        let Self::Between(low, high) = self else { return false };
        let (end, passed) = match direction {
            Some(WantedDirection::Down) => (low, Ordering::Less),
            Some(WantedDirection::Up) => (high, Ordering::Greater),
            Some(WantedDirection::Hold) | None => return false,
        };
        exact(figure, unit).zip(exact(end, unit)).is_some_and(|(read, end)| read.cmp(&end) == passed)
    }

    /// Tells whether a figure meets it. Answers nothing where that cannot be computed: of words, of nil, of approximate
    /// figures, which prove nothing, and of a value without a direction.
    ///
    /// Pages ask [`Indicator::meets`](super::Indicator::meets), which knows where the indicator began.
    #[must_use]
    pub fn is_met_by(&self, figure: &Figure, unit: &Unit, direction: Option<WantedDirection>) -> Option<bool> {
        let exact = |figure: &Figure| exact(figure, unit);
        let read = exact(figure)?;
        Some(match self {
            Self::Value(value) => match (direction?, read.cmp(&exact(value)?)) {
                (_, Ordering::Equal)
                | (WantedDirection::Down, Ordering::Less)
                | (WantedDirection::Up, Ordering::Greater) => true,
                (WantedDirection::Down | WantedDirection::Up | WantedDirection::Hold, _) => false,
            },
            Self::AtLeast(value) => read >= exact(value)?,
            Self::AtMost(value) => read <= exact(value)?,
            Self::Between(low, high) => (exact(low)?..=exact(high)?).contains(&read),
            Self::Words(_) => return None,
        })
    }
}

/// Returns the number of an exact figure in a unit.
pub(super) fn exact(figure: &Figure, unit: &Unit) -> Option<Decimal> {
    figure.amount.as_ref().filter(|_| figure.approx.is_none())?.number_in(unit)
}

impl Target {
    /// Returns that of some targets, in the order of their dates, which a reading of some date is held against: the one of its
    /// time, else the next one, else the last. One without a date holds where no other does.
    #[must_use]
    pub fn at(targets: &[Self], date: Option<Period>) -> Option<&Self> {
        let is_to_come = |target: &&Self| match (target.date, date) {
            (Some(due), Some(date)) => date.last() <= due.last(),
            _ => false,
        };
        let dated = || targets.iter().filter(|target| target.date.is_some());
        let next = dated().find(is_to_come);
        next.or_else(|| dated().next_back()).or_else(|| targets.first())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Notation, WrittenAmount};

    fn figure(text: &str) -> Figure {
        WrittenAmount::parse(text, Notation::DANISH).expect("a figure").resolve(&Unit::Percent)
    }

    #[test]
    fn all_figures_of_an_aim_can_be_written_otherwise() {
        let (low, high) = (|| figure("3"), || figure("5"));
        for (mut aim, count) in [
            (Aim::Value(low()), 1),
            (Aim::AtLeast(low()), 1),
            (Aim::AtMost(low()), 1),
            (Aim::Between(low(), high()), 2),
            (Aim::Words("Færrest muligt".into()), 0),
        ] {
            aim.figures_mut().for_each(|figure| figure.amount = None);
            let given: Vec<bool> = aim.figures().map(|figure| figure.amount.is_some()).collect();
            assert_eq!(given, vec![false; count], "{aim:?}");
        }
        let between = Aim::Between(low(), high());
        assert_eq!(between.figures().collect::<Vec<_>>(), [&low(), &high()], "the lower first");
    }

    #[test]
    fn a_figure_meets_what_it_reaches() {
        let met = |aim: &Aim, text: &str, direction| aim.is_met_by(&figure(text), &Unit::Percent, direction);
        let (least, most) = (Aim::AtLeast(figure("90")), Aim::AtMost(figure("10")));
        let between = Aim::Between(figure("3"), figure("5"));
        for (aim, text, is_met) in [
            (&least, "90,0", Some(true)),
            (&least, "89,9", Some(false)),
            (&most, "10", Some(true)),
            (&most, "10,1", Some(false)),
            (&between, "3", Some(true)),
            (&between, "5", Some(true)),
            (&between, "5,1", Some(false)),
            (&between, "2,9", Some(false)),
            (&least, "ca. 95", None),
            (&least, "-", None),
            (&Aim::Words("Færrest muligt".into()), "3", None),
        ] {
            assert_eq!(met(aim, text, None), is_met, "{aim:?} {text}");
        }
        let value = Aim::Value(figure("20"));
        assert_eq!(met(&value, "21", None), None, "nothing says which way");
        for (direction, is_met) in
            [(WantedDirection::Up, true), (WantedDirection::Down, false), (WantedDirection::Hold, false)]
        {
            assert_eq!(met(&value, "21", Some(direction)), Some(is_met));
            assert_eq!(met(&value, "20", Some(direction)), Some(true));
        }
    }
}
