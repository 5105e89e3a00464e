//! Where a place and a value lie on the sheet, by the coordinates of plotters.
//!
//! Knows the frame and the layout; draws nothing. Both the drawing and the labels ask it, so they agree, and
//! what both want to know of marks and ticks is found once.

use std::ops::Range;

use plotters::coord::{ranged1d::Ranged, types::RangedCoordf64};
use rust_decimal::Decimal;

use super::labels::{SheetArea, SheetPoint};
use super::layout::{ChartLayout, GAP, px};
use super::text::TextLine;
use super::{Axis, Chart, ChartAxes, ChartMark, PlotPoint, extent};

/// The room between the ends of a scale of places and the sides of the plot.
const INSET: i32 = px(18);

/// The plot of a chart.
pub(super) struct Plot<'a> {
    places: PlotScale,
    values: PlotScale,
    /// The number of rows or columns; none on a scale of places.
    count: Option<usize>,
    /// Whether values run to the right.
    lies: bool,
    area: SheetArea,
    shift: i32,
    lanes: u8,
    thickness: i32,
    /// The ticks below the plot whose labels have room side by side, as even as they are.
    pub(super) below: Vec<TickMark<'a>>,
    /// The ticks to the left of the plot whose labels have room above one another.
    pub(super) beside: Vec<TickMark<'a>>,
    marks: &'a [ChartMark],
    shapes: Vec<MarkShape>,
}

/// What a mark is on the sheet.
pub(super) enum MarkShape {
    /// Of a row or column that does not exist: nothing.
    Nothing,
    /// A bar, a part of one without the gap to the next, or a band.
    Area(SheetArea),
    /// A rule through the whole plot, or the way of a move.
    Stroke(SheetPoint, SheetPoint),
    /// A line.
    Path(Vec<SheetPoint>),
    /// A point.
    Spot(SheetPoint),
}

/// A tick where it stands on its axis.
pub(super) struct TickMark<'a> {
    /// Where the tick stands.
    pub(super) at: i32,
    /// Where the middle of its label stands: the same but near the edge of the sheet.
    pub(super) middle: i32,
    pub(super) label: TextLine<'a>,
}

/// One of the two directions of a plot.
struct PlotScale {
    range: Range<f64>,
    coord: RangedCoordf64,
    ends: (i32, i32),
}

impl PlotScale {
    fn new(range: Range<f64>, ends: (i32, i32)) -> PlotScale {
        PlotScale { coord: range.clone().into(), range, ends }
    }

    /// What lies outside the range is drawn at its ends, so a far-off number cannot overflow a coordinate.
    fn at(&self, number: f64) -> i32 {
        self.coord.map(&number.clamp(self.range.start, self.range.end), self.ends)
    }
}

impl<'a> Plot<'a> {
    pub(super) fn new(chart: &'a Chart, layout: &ChartLayout) -> Plot<'a> {
        let area = layout.plot;
        let inset = if matches!(chart.frame, ChartAxes::Plane { .. }) { INSET } else { 0 };
        let across = (area.left + inset, area.right - inset);
        let (count, lies) = match &chart.frame {
            ChartAxes::Rows { names, .. } => (Some(names.len()), true),
            ChartAxes::Columns { names, .. } => (Some(names.len()), false),
            ChartAxes::Plane { .. } => (None, false),
        };
        let (places, values) = if lies { ((area.top, area.bottom), across) } else { (across, (area.bottom, area.top)) };
        let ChartLayout { shift, lanes, thickness, .. } = *layout;
        let mut plot = Plot {
            places: PlotScale::new(extent::places(chart), places),
            values: PlotScale::new(extent::values(chart), values),
            count,
            lies,
            area,
            shift,
            lanes,
            thickness,
            below: Vec::new(),
            beside: Vec::new(),
            marks: &chart.marks,
            shapes: Vec::new(),
        };
        plot.below = plot.ticks_below(chart, layout);
        plot.beside = plot.ticks_beside(chart, layout);
        plot.shapes = chart.marks.iter().map(|mark| plot.shape(mark).unwrap_or(MarkShape::Nothing)).collect();
        plot
    }

    /// Tells whether values run to the right.
    pub(super) fn lies(&self) -> bool {
        self.lies
    }

    /// Returns the marks of the chart, each with what it is on the sheet.
    pub(super) fn marks(&self) -> impl Iterator<Item = (&'a ChartMark, &MarkShape)> {
        self.marks.iter().zip(&self.shapes)
    }

    /// Returns how far along its axis a place lies; `None` for a row or column that does not exist.
    pub(super) fn place(&self, place: Decimal) -> Option<i32> {
        let place = extent::float(place);
        match self.count {
            Some(count) if place < 0.0 || place > (count - 1) as f64 => None,
            Some(_) if self.lies => Some(self.places.at(place + 0.5) + self.shift),
            Some(_) => Some(self.places.at(place + 0.5)),
            None => Some(self.places.at(place)),
        }
    }

    fn value(&self, value: Decimal) -> i32 {
        self.values.at(extent::float(value))
    }

    /// Returns where a value lies at a place; `None` for a row or column that does not exist.
    pub(super) fn at(&self, place: Decimal, value: Decimal) -> Option<SheetPoint> {
        let (place, value) = (self.place(place)?, self.value(value));
        Some(if self.lies { (value, place) } else { (place, value) })
    }

    fn shape(&self, mark: &ChartMark) -> Option<MarkShape> {
        let spot = |spot: &PlotPoint| self.at(spot.place, spot.value);
        Some(match mark {
            ChartMark::Bar { place, lane, from, to, .. } => MarkShape::Area(self.bar(*place, *lane, *from, *to)?),
            ChartMark::Segment { place, from, to, .. } => MarkShape::Area(self.segment(*place, *from, *to)?),
            ChartMark::Line { spots, .. } => MarkShape::Path(spots.iter().filter_map(spot).collect()),
            ChartMark::Point { spot: at, .. } => MarkShape::Spot(spot(at)?),
            ChartMark::Move { place, from, to } => MarkShape::Stroke(self.at(*place, *from)?, self.at(*place, *to)?),
            ChartMark::Rule { on, at, .. } => {
                let (from, to) = self.across(*on, *at)?;
                MarkShape::Stroke(from, to)
            }
            ChartMark::Band { from, to, .. } => {
                let ((from, _), (_, to)) = (self.across(Axis::Values, *from)?, self.across(Axis::Values, *to)?);
                MarkShape::Area(SheetArea::between(from, to))
            }
        })
    }

    fn bar(&self, place: Decimal, lane: u8, from: Decimal, to: Decimal) -> Option<SheetArea> {
        let lanes = i32::from(self.lanes.max(1));
        let lane = i32::from(lane).min(lanes - 1);
        let pitch = self.thickness + GAP;
        let begin = lane * pitch - (lanes * pitch - GAP) / 2;
        self.stripe(place, from, to, begin, begin + self.thickness)
    }

    fn segment(&self, place: Decimal, from: Decimal, to: Decimal) -> Option<SheetArea> {
        let half = if self.lies { px(20) } else { self.thickness / 2 };
        let mut area = self.stripe(place, from, to, -half, half)?;
        let (begin, end) =
            if self.lies { (&mut area.left, &mut area.right) } else { (&mut area.top, &mut area.bottom) };
        let inset = (GAP / 2).min((*end - *begin) / 4);
        (*begin, *end) = (*begin + inset, *end - inset);
        Some(area)
    }

    fn stripe(&self, place: Decimal, from: Decimal, to: Decimal, begin: i32, end: i32) -> Option<SheetArea> {
        let (place, from, to) = (self.place(place)?, self.value(from), self.value(to));
        let (begin, end) = (place + begin, place + end);
        Some(if self.lies {
            SheetArea::between((from, begin), (to, end))
        } else {
            SheetArea::between((begin, from), (end, to))
        })
    }

    /// Returns the ends of a line through the whole plot.
    fn across(&self, on: Axis, at: Decimal) -> Option<(SheetPoint, SheetPoint)> {
        let SheetArea { left, top, right, bottom } = self.area;
        let at_value = on == Axis::Values;
        let at = if at_value { self.value(at) } else { self.place(at)? };
        Some(if self.lies == at_value { ((at, top), (at, bottom)) } else { ((left, at), (right, at)) })
    }

    /// Returns the line that values are measured from: zero, or else the foot of an upright plot.
    pub(super) fn base(&self) -> Option<(SheetPoint, SheetPoint)> {
        if self.values.range.start <= 0.0 && 0.0 <= self.values.range.end {
            return self.across(Axis::Values, Decimal::ZERO);
        }
        let SheetArea { left, right, bottom, .. } = self.area;
        (!self.lies).then_some(((left, bottom), (right, bottom)))
    }

    fn ticks_below(&self, chart: &'a Chart, layout: &ChartLayout) -> Vec<TickMark<'a>> {
        let tick = |at: i32, label: &'a str| {
            let label = TextLine::new(label, layout.font);
            let half = ((label.width + 1) / 2).min(layout.width / 2);
            TickMark { at, middle: at.clamp(half, layout.width - half), label }
        };
        let marks: Vec<TickMark> = match &chart.frame {
            ChartAxes::Rows { values, .. } => {
                values.iter().map(|value| tick(self.value(value.at), &value.label)).collect()
            }
            ChartAxes::Columns { names, .. } => {
                let x = |at: usize| self.places.at(at as f64 + 0.5);
                names.iter().enumerate().map(|(at, name)| tick(x(at), name)).collect()
            }
            ChartAxes::Plane { places, .. } => {
                places.iter().filter_map(|place| Some(tick(self.place(place.at)?, &place.label))).collect()
            }
        };
        let widest = marks.iter().map(|mark| mark.label.width).max().unwrap_or(0);
        thin(marks, widest + px(8))
    }

    fn ticks_beside(&self, chart: &'a Chart, layout: &ChartLayout) -> Vec<TickMark<'a>> {
        if self.lies {
            return Vec::new();
        }
        let marks = extent::value_ticks(&chart.frame).iter().map(|tick| {
            let at = self.value(tick.at);
            TickMark { at, middle: at, label: TextLine::new(&tick.label, layout.font) }
        });
        thin(marks.collect(), layout.line)
    }
}

/// Keeps the first and then every one at least `room` from the last kept.
fn thin(mut marks: Vec<TickMark>, room: i32) -> Vec<TickMark> {
    marks.sort_by_key(|mark| mark.at);
    let mut last = None;
    marks.retain(|mark| {
        let is_kept = last.is_none_or(|last: i32| (mark.middle - last).abs() >= room);
        if is_kept {
            last = Some(mark.middle);
        }
        is_kept
    });
    marks
}
