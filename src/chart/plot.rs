//! Where a place and a value lie on the sheet, by the coordinates of plotters.
//!
//! Knows the frame and the layout; draws nothing. Both the drawing and the labels ask it, so they agree.

use std::ops::Range;

use plotters::coord::{CoordTranslate, cartesian::Cartesian2d, types::RangedCoordf64};
use rust_decimal::Decimal;

use super::labels::{Area, Position};
use super::layout::{GAP, Layout, px};
use super::{Axis, Chart, Frame, Spot, Tick, extent, text};

/// The room between the ends of a scale of places and the sides of the plot.
const INSET: i32 = px(18);

/// The plot of a chart.
pub(super) struct Plot {
    coords: Cartesian2d<RangedCoordf64, RangedCoordf64>,
    places: Range<f64>,
    values: Range<f64>,
    /// The number of rows or columns; none on a scale of places.
    count: Option<usize>,
    /// Whether values run to the right.
    lies: bool,
    area: Area,
    shift: i32,
    lanes: u8,
    thickness: i32,
}

/// A tick where it stands on its axis.
pub(super) struct TickMark<'a> {
    /// Where the tick stands.
    pub(super) at: i32,
    /// Where the middle of its label stands: the same but near the edge of the sheet.
    pub(super) middle: i32,
    pub(super) label: &'a str,
}

impl Plot {
    pub(super) fn new(chart: &Chart, layout: &Layout) -> Plot {
        let (places, values) = (extent::places(chart), extent::values(chart));
        let area = layout.plot;
        let inset = if matches!(chart.frame, Frame::Plane { .. }) { INSET } else { 0 };
        let across = area.left + inset..area.right - inset;
        let (count, lies) = match &chart.frame {
            Frame::Rows { names, .. } => (Some(names.len()), true),
            Frame::Columns { names, .. } => (Some(names.len()), false),
            Frame::Plane { .. } => (None, false),
        };
        let coords = if lies {
            Cartesian2d::new(values.clone(), places.clone(), (across, area.top..area.bottom))
        } else {
            Cartesian2d::new(places.clone(), values.clone(), (across, area.bottom..area.top))
        };
        let Layout { shift, lanes, thickness, .. } = *layout;
        Plot { coords, places, values, count, lies, area, shift, lanes, thickness }
    }

    /// Tells whether values run to the right.
    pub(super) fn lies(&self) -> bool {
        self.lies
    }

    /// Returns where a value lies at a place; `None` for a row or column that does not exist.
    pub(super) fn at(&self, place: Decimal, value: Decimal) -> Option<Position> {
        let place = extent::float(place);
        let place = match self.count {
            Some(count) if place < 0.0 || place > (count - 1) as f64 => return None,
            Some(_) => place + 0.5,
            None => place,
        };
        Some(self.translate(place, extent::float(value)))
    }

    pub(super) fn spot(&self, spot: Spot) -> Option<Position> {
        self.at(spot.place, spot.value)
    }

    /// What lies outside the ranges is drawn at their ends, so a far-off number cannot overflow a coordinate.
    fn translate(&self, place: f64, value: f64) -> Position {
        let place = place.clamp(self.places.start, self.places.end);
        let value = value.clamp(self.values.start, self.values.end);
        if self.lies {
            let (x, y) = self.coords.translate(&(value, place));
            (x, y + self.shift)
        } else {
            self.coords.translate(&(place, value))
        }
    }

    /// Returns the room of a bar.
    pub(super) fn bar(&self, place: Decimal, lane: u8, from: Decimal, to: Decimal) -> Option<Area> {
        let lanes = i32::from(self.lanes.max(1));
        let lane = i32::from(lane).min(lanes - 1);
        let pitch = self.thickness + GAP;
        let begin = lane * pitch - (lanes * pitch - GAP) / 2;
        self.stripe(place, from, to, begin, begin + self.thickness)
    }

    /// Returns the room of a part of a stacked bar, without the gap to the next.
    pub(super) fn segment(&self, place: Decimal, from: Decimal, to: Decimal) -> Option<Area> {
        let half = if self.lies { px(20) } else { self.thickness / 2 };
        let mut area = self.stripe(place, from, to, -half, half)?;
        let (begin, end) =
            if self.lies { (&mut area.left, &mut area.right) } else { (&mut area.top, &mut area.bottom) };
        let inset = (GAP / 2).min((*end - *begin) / 4);
        (*begin, *end) = (*begin + inset, *end - inset);
        Some(area)
    }

    fn stripe(&self, place: Decimal, from: Decimal, to: Decimal, begin: i32, end: i32) -> Option<Area> {
        let (from, to) = (self.at(place, from)?, self.at(place, to)?);
        Some(if self.lies {
            Area::between((from.0, from.1 + begin), (to.0, to.1 + end))
        } else {
            Area::between((from.0 + begin, from.1), (to.0 + end, to.1))
        })
    }

    /// Returns the ends of a line through the whole plot.
    pub(super) fn across(&self, on: Axis, at: Decimal) -> Option<(Position, Position)> {
        let Area { left, top, right, bottom } = self.area;
        let stands = self.lies == (on == Axis::Values);
        let (x, y) = match on {
            Axis::Values => self.at_value(at),
            Axis::Places => self.at(at, Decimal::ZERO)?,
        };
        Some(if stands { ((x, top), (x, bottom)) } else { ((left, y), (right, y)) })
    }

    fn at_value(&self, value: Decimal) -> Position {
        self.translate(0.0, extent::float(value))
    }

    /// Returns the room of a range of values through the whole plot.
    pub(super) fn band(&self, from: Decimal, to: Decimal) -> Option<Area> {
        let (from, _) = self.across(Axis::Values, from)?;
        let (_, to) = self.across(Axis::Values, to)?;
        Some(Area::between(from, to))
    }

    /// Returns the line that values are measured from: zero, or else the foot of an upright plot.
    pub(super) fn base(&self) -> Option<(Position, Position)> {
        if self.values.start <= 0.0 && 0.0 <= self.values.end {
            return self.across(Axis::Values, Decimal::ZERO);
        }
        let Area { left, right, bottom, .. } = self.area;
        (!self.lies).then_some(((left, bottom), (right, bottom)))
    }

    /// Returns the ticks below the plot whose labels have room side by side, as even as they are.
    pub(super) fn below<'a>(&self, chart: &'a Chart, layout: &Layout) -> Vec<TickMark<'a>> {
        let label_width = |label: &str| text::width(label, layout.font);
        let marks: Vec<(i32, &str)> = match &chart.frame {
            Frame::Rows { values, .. } => values.iter().map(|tick| (self.at_value(tick.at).0, &*tick.label)).collect(),
            Frame::Columns { names, .. } => {
                let x = |at: usize| self.translate(at as f64 + 0.5, 0.0).0;
                names.iter().enumerate().map(|(at, name)| (x(at), &**name)).collect()
            }
            Frame::Plane { places, .. } => places.iter().map(|tick| (self.scale(tick), &*tick.label)).collect(),
        };
        let widest = marks.iter().map(|(_, label)| label_width(label)).max().unwrap_or(0);
        let marks = marks.into_iter().map(|(at, label)| {
            let half = ((label_width(label) + 1) / 2).min(layout.width / 2);
            TickMark { at, middle: at.clamp(half, layout.width - half), label }
        });
        thin(marks, widest + px(8))
    }

    /// Returns the ticks to the left of the plot whose labels have room above one another.
    pub(super) fn beside<'a>(&self, chart: &'a Chart, layout: &Layout) -> Vec<TickMark<'a>> {
        if self.lies {
            return Vec::new();
        }
        let marks = extent::value_ticks(&chart.frame).iter().map(|tick| {
            let at = self.at_value(tick.at).1;
            TickMark { at, middle: at, label: &tick.label }
        });
        thin(marks, layout.line)
    }

    fn scale(&self, tick: &Tick) -> i32 {
        self.translate(extent::float(tick.at), 0.0).0
    }
}

/// Keeps the first and then every one at least `room` from the last kept.
fn thin<'a>(marks: impl Iterator<Item = TickMark<'a>>, room: i32) -> Vec<TickMark<'a>> {
    let mut marks: Vec<TickMark> = marks.collect();
    marks.sort_by_key(|mark| mark.at);
    let mut kept: Vec<TickMark> = Vec::with_capacity(marks.len());
    for mark in marks {
        if kept.last().is_none_or(|last| (mark.middle - last.middle).abs() >= room) {
            kept.push(mark);
        }
    }
    kept
}
