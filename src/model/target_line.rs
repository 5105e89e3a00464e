//! The line from where an indicator began to where it should get, and whether a reading lies on it.
//!
//! It is straight from the last day of the baseline to the last day of the target; where several periods have a target, from one
//! to the next. Nothing is said where that would prove nothing: of words and approximate figures, without both dates, where
//! baseline and target are equal or the target lies the other way than the indicator should go, where the way of counting
//! changed since, and of readings outside of the line.

use std::cmp::Ordering;

use rust_decimal::RoundingStrategy;

use super::{Aim, Indicator, PlanAsOf, Reading, WantedDirection};
use crate::value::{Amount, Date, Decimal, Figure, Period};

/// One end of a straight piece of the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinePoint {
    /// The period on whose last day it lies.
    pub date: Period,
    /// The value, in the unit of the indicator.
    pub value: Decimal,
}

/// The line from a baseline to a target: its points in order, at least two.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetLine {
    /// Where it begins, each target on the way, where it ends.
    pub points: Vec<LinePoint>,
}

/// A reading held against the line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineStanding {
    /// Where its straight piece begins.
    pub from: (Figure, Period),
    /// Where its straight piece ends.
    pub to: (Figure, Period),
    /// When it was read.
    pub at: Period,
    /// What the line says on the last day of that, with as many decimals as are written and shown.
    pub expected: Figure,
    /// What was read, rounded in the same way.
    pub measured: Figure,
    /// Which side of the line it lies on.
    pub side: LineSide,
}

/// Which side of the line a reading lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineSide {
    /// Nearer to the target than the line.
    Ahead,
    /// On it.
    On,
    /// Further from the target than the line.
    Behind,
}

impl LineSide {
    /// Returns the word it has in messages.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::On => "on",
            Self::Behind => "behind",
        }
    }
}

impl TargetLine {
    /// Returns the line of an indicator; nothing where it has none.
    #[must_use]
    pub fn of(indicator: &Indicator) -> Option<Self> {
        let baseline = indicator.baseline.as_ref()?;
        let first = LinePoint { date: baseline.date?, value: exact(&baseline.value, indicator)? };
        let mut points = vec![first];
        for target in &indicator.targets {
            let Some(date) = target.date else { continue };
            let last = points.last()?;
            if date.last() <= last.date.last() {
                continue;
            }
            points.push(LinePoint { date, value: aimed(&target.aim, last.value, indicator)? });
        }
        let end = points.last().filter(|_| points.len() > 1)?.value;
        let fits = match (indicator.direction, end.cmp(&first.value)) {
            (_, Ordering::Equal) | (Some(WantedDirection::Hold), _) => false,
            (Some(WantedDirection::Up), way) => way == Ordering::Greater,
            (Some(WantedDirection::Down), way) => way == Ordering::Less,
            (None, _) => true,
        };
        fits.then_some(Self { points })
    }

    /// Returns what it says on a day, and between which of its points that is; nothing outside of it.
    fn at(&self, day: Date) -> Option<(Decimal, LinePoint, LinePoint)> {
        let pieces = self.points.iter().zip(self.points.iter().skip(1));
        let (from, to) = pieces.into_iter().find(|(from, to)| from.date.last() < day && day <= to.date.last())?;
        let [passed, whole] = [days(from.date.last(), day)?, days(from.date.last(), to.date.last())?];
        let way = to.value.checked_sub(from.value)?.checked_mul(passed)?.checked_div(whole)?;
        Some((from.value.checked_add(way)?, *from, *to))
    }

    /// Returns what it says on the last day of a period; nothing outside of it.
    #[must_use]
    pub fn expected(&self, period: Period) -> Option<Decimal> {
        self.at(period.last()).map(|(value, ..)| value)
    }

    /// Tells whether a reading lies behind the far end of a range that is aimed at.
    fn has_passed(&self, aim: &Aim, reading: &Reading, indicator: &Indicator) -> bool {
        let way = if self.rises() { WantedDirection::Up } else { WantedDirection::Down };
        aim.is_passed_by(&reading.value, &indicator.unit, Some(way))
    }

    /// Tells whether it rises.
    fn rises(&self) -> bool {
        let ends = self.points.first().zip(self.points.last());
        ends.is_some_and(|(first, last)| first.value < last.value)
    }
}

/// Returns the value of an exact figure in the unit of an indicator.
fn exact(figure: &Figure, indicator: &Indicator) -> Option<Decimal> {
    figure.amount.as_ref().filter(|_| figure.approx.is_none())?.number_in(&indicator.unit)
}

/// Returns what a target comes to on the line: of a range the end that is nearer to where it comes from, and within it the same.
fn aimed(aim: &Aim, before: Decimal, indicator: &Indicator) -> Option<Decimal> {
    match aim {
        Aim::Value(value) | Aim::AtLeast(value) | Aim::AtMost(value) => exact(value, indicator),
        Aim::Between(low, high) => Some(before.max(exact(low, indicator)?).min(exact(high, indicator)?)),
        Aim::Words(_) => None,
    }
}

fn days(from: Date, to: Date) -> Option<Decimal> {
    from.until(to).ok().map(|span| span.get_days().into())
}

impl<'a> PlanAsOf<'a> {
    /// Holds the latest reading of an indicator against the line from its baseline to its target.
    #[must_use]
    pub fn line_standing(&self, indicator: &'a Indicator) -> Option<LineStanding> {
        let line = TargetLine::of(indicator)?;
        let began = line.points.first()?.date;
        let reading = self.readings(indicator).next_back()?;
        let is_alike = self.plan.is_counted_alike(indicator, Some(began), reading.date);
        // What fell through the range that is aimed at is before no line.
        let has_passed = indicator.targets.iter().any(|target| line.has_passed(&target.aim, reading, indicator));
        standing(&line, reading, indicator).filter(|_| is_alike && !has_passed)
    }
}

fn standing(line: &TargetLine, reading: &Reading, indicator: &Indicator) -> Option<LineStanding> {
    let read = exact(&reading.value, indicator).filter(|_| reading.uncounted.is_none())?;
    let (expected, from, to) = line.at(reading.date.last())?;
    // As exactly as readers see it: what is shown as one number is on the line.
    let written = line.points.iter().map(|point| point.value.scale()).chain([read.scale()]).max()?;
    // A reading that is shown with all its decimals has them here too.
    let shown = reading.value.amount.as_ref()?.shown_decimals.max(indicator.decimals);
    let decimals = shown.unwrap_or(written).min(written);
    let round = |number: Decimal| number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    let (expected, read) = (round(expected), round(read));
    let way = if line.rises() { read.cmp(&expected) } else { expected.cmp(&read) };
    let side = match way {
        Ordering::Greater => LineSide::Ahead,
        Ordering::Equal => LineSide::On,
        Ordering::Less => LineSide::Behind,
    };
    let figure = |number: Decimal| Figure::exact(Amount::new(number, indicator.unit.clone()).shown_with(shown));
    Some(LineStanding {
        from: (figure(from.value), from.date),
        to: (figure(to.value), to.date),
        at: reading.date,
        expected: figure(expected),
        measured: figure(read),
        side,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(date: &str, value: i64) -> LinePoint {
        LinePoint { date: Period::parse(date).expect("a period"), value: value.into() }
    }

    fn at(line: &TargetLine, day: &str) -> Option<String> {
        line.at(day.parse().expect("a day")).map(|(value, ..)| value.round_dp(1).normalize().to_string())
    }

    #[test]
    fn the_line_is_straight_from_point_to_point_and_nowhere_else() {
        let line = TargetLine { points: vec![point("2018", 120), point("2020", 80), point("2021", 70)] };
        for (day, value) in [
            ("2018-12-31", None),
            ("2019-12-31", Some("100")),
            ("2020-12-31", Some("80")),
            ("2021-06-30", Some("75")),
            ("2021-12-31", Some("70")),
            ("2022-01-01", None),
        ] {
            assert_eq!(at(&line, day).as_deref(), value, "{day}");
        }
        assert!(!line.rises());
    }
}
