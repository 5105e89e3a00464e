//! From where to where an axis runs, and round numbers to mark it with.
//!
//! Knows the marks of a chart as numbers only: neither size nor text.

use std::ops::Range;

use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

use super::{Axis, Chart, ChartAxes, ChartMark, Tick};

/// Returns round numbers (1, 2 or 5 times a power of ten) that span `low` to `high` in about `count` steps,
/// for the caller to write out as [`Tick`]s. The first is at or below `low`, the last at or above `high`.
///
/// Answers just the two ends where the numbers leave no room for steps.
pub fn steps(low: Decimal, high: Decimal, count: u8) -> Vec<Decimal> {
    let (low, high) = (low.min(high), low.max(high));
    round_steps(low, high, count).unwrap_or_else(|| vec![low, high])
}

fn round_steps(low: Decimal, high: Decimal, count: u8) -> Option<Vec<Decimal>> {
    let step = round_step(high.checked_sub(low)?.checked_div(Decimal::from(count.max(1)))?)?;
    let first = low.checked_div(step)?.round_dp_with_strategy(0, RoundingStrategy::ToNegativeInfinity);
    let last = high.checked_div(step)?.round_dp_with_strategy(0, RoundingStrategy::ToPositiveInfinity);
    let number = last.checked_sub(first)?.to_u16()?;
    (0..=number).map(|n| Some(first.checked_add(n.into())?.checked_mul(step)?.normalize())).collect()
}

/// Returns the smallest of 1, 2, 5 and 10 times a power of ten that is no less than `raw`.
fn round_step(raw: Decimal) -> Option<Decimal> {
    if raw <= Decimal::ZERO {
        return None;
    }
    let mut power = Decimal::ONE;
    while power > raw {
        power = power.checked_div(Decimal::TEN)?;
    }
    while power.checked_mul(Decimal::TEN)? <= raw {
        power *= Decimal::TEN;
    }
    [1, 2, 5, 10].into_iter().filter_map(|n| Decimal::from(n).checked_mul(power)).find(|step| *step >= raw)
}

/// Returns the number as plotters needs it.
///
/// Figures of reports have few digits: both parts are then exact, and one division rounds them rightly.
pub(super) fn float(number: Decimal) -> f64 {
    const EXACT: i128 = 1 << f64::MANTISSA_DIGITS;
    const POWERS: [f64; 9] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];
    match (i64::try_from(number.mantissa()), POWERS.get(number.scale() as usize)) {
        (Ok(mantissa), Some(power)) if i128::from(mantissa).abs() <= EXACT => mantissa as f64 / power,
        _ => number.to_f64().unwrap_or(0.0),
    }
}

/// Returns the range of the value axis: all values and all ticks, never empty.
pub(super) fn values(chart: &Chart) -> Range<f64> {
    let mut span = AxisSpan::default();
    span.ticks(value_ticks(&chart.frame));
    for mark in &chart.marks {
        match mark {
            ChartMark::Bar { from, to, .. }
            | ChartMark::Segment { from, to, .. }
            | ChartMark::Move { from, to, .. }
            | ChartMark::Band { from, to, .. } => {
                span.add(*from);
                span.add(*to);
            }
            ChartMark::Line { spots, .. } => spots.iter().for_each(|spot| span.add(spot.value)),
            ChartMark::Point { spot, .. } => span.add(spot.value),
            ChartMark::Rule { on: Axis::Values, at, .. } => span.add(*at),
            ChartMark::Rule { .. } => {}
        }
    }
    span.range()
}

/// Returns the range of the scale of places: one unit per row or column, else all places and all ticks.
pub(super) fn places(chart: &Chart) -> Range<f64> {
    match &chart.frame {
        ChartAxes::Rows { names, .. } | ChartAxes::Columns { names, .. } => 0.0..names.len().max(1) as f64,
        ChartAxes::Plane { places, .. } => scale(chart, places),
    }
}

fn scale(chart: &Chart, ticks: &[Tick]) -> Range<f64> {
    let mut span = AxisSpan::default();
    span.ticks(ticks);
    for mark in &chart.marks {
        match mark {
            ChartMark::Bar { place, .. } | ChartMark::Segment { place, .. } | ChartMark::Move { place, .. } => {
                span.add(*place)
            }
            ChartMark::Line { spots, .. } => spots.iter().for_each(|spot| span.add(spot.place)),
            ChartMark::Point { spot, .. } => span.add(spot.place),
            ChartMark::Rule { on: Axis::Places, at, .. } => span.add(*at),
            ChartMark::Rule { .. } | ChartMark::Band { .. } => {}
        }
    }
    span.range()
}

/// Returns the ticks of the value axis.
pub(super) fn value_ticks(frame: &ChartAxes) -> &[Tick] {
    match frame {
        ChartAxes::Rows { values, .. } | ChartAxes::Columns { values, .. } | ChartAxes::Plane { values, .. } => values,
    }
}

#[derive(Default)]
struct AxisSpan(Option<(f64, f64)>);

impl AxisSpan {
    fn add(&mut self, number: Decimal) {
        let number = float(number);
        let (low, high) = self.0.unwrap_or((number, number));
        self.0 = Some((low.min(number), high.max(number)));
    }

    fn ticks(&mut self, ticks: &[Tick]) {
        ticks.iter().for_each(|tick| self.add(tick.at));
    }

    /// Widens a single value, so that it lies in the middle; zeros alone lie at the lower end.
    fn range(self) -> Range<f64> {
        let (low, high) = self.0.unwrap_or_default();
        if high > low {
            return low..high;
        }
        match low.abs() / 10.0 {
            0.0 => 0.0..1.0,
            room => low - room..low + room,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(low: &str, high: &str, count: u8) -> String {
        let parse = |text: &str| text.parse().expect("a number");
        let steps = steps(parse(low), parse(high), count);
        steps.iter().map(Decimal::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn steps_are_round_and_span_the_numbers() {
        assert_eq!(written("0", "9.1", 5), "0 2 4 6 8 10");
        assert_eq!(written("-0.15", "2.5", 5), "-1 0 1 2 3");
        assert_eq!(written("0.001", "0.0042", 4), "0.001 0.002 0.003 0.004 0.005");
        assert_eq!(written("-3000000", "-1200000", 4), "-3000000 -2500000 -2000000 -1500000 -1000000");
    }

    #[test]
    fn steps_without_room_are_the_ends() {
        assert_eq!(written("3", "3", 5), "3 3");
        assert_eq!(written("7", "2", 1), "0 5 10");
    }
}
