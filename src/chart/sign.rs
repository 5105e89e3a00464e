//! The signs of the tones: an outline and what is cut into it, so that a level never speaks by colour alone.
//!
//! Offsets from the centre in tenths of an SVG unit, for a sign 14 units across, y downwards.

use super::ChartTone;

/// A point relative to the middle of its sign.
pub(super) type SignOffset = (i32, i32);

/// The shape of a sign.
pub(super) enum SignOutline {
    /// A disc or ring of radius [`RADIUS`].
    Disc,
    /// A closed polygon.
    Polygon(&'static [SignOffset]),
}

/// Half the width of a sign.
pub(super) const RADIUS: i32 = 70;

const SQUARE: &[SignOffset] = &[(-62, -62), (62, -62), (62, 62), (-62, 62)];
const TRIANGLE: &[SignOffset] = &[(0, -74), (80, 66), (-80, 66)];
const OCTAGON: &[SignOffset] =
    &[(-30, -72), (30, -72), (72, -30), (72, 30), (30, 72), (-30, 72), (-72, 30), (-72, -30)];
const SALTIRE: &[SignOffset] = &[
    (-42, -74),
    (0, -32),
    (42, -74),
    (74, -42),
    (32, 0),
    (74, 42),
    (42, 74),
    (0, 32),
    (-42, 74),
    (-74, 42),
    (-32, 0),
    (-74, -42),
];
/// Also the outline of a target.
pub(super) const DIAMOND: &[SignOffset] = &[(0, -82), (82, 0), (0, 82), (-82, 0)];

/// The points of lines beside the one that leads, whose are discs: a square, triangles up and down, a cross, an octagon.
pub(super) const SERIES_POINTS: [&[SignOffset]; 5] = [
    &[(-44, -44), (44, -44), (44, 44), (-44, 44)],
    &[(0, -58), (56, 44), (-56, 44)],
    &[(0, 58), (-56, -44), (56, -44)],
    &[
        (-58, -18),
        (-18, -18),
        (-18, -58),
        (18, -58),
        (18, -18),
        (58, -18),
        (58, 18),
        (18, 18),
        (18, 58),
        (-18, 58),
        (-18, 18),
        (-58, 18),
    ],
    &[(-21, -50), (21, -50), (50, -21), (50, 21), (21, 50), (-21, 50), (-50, 21), (-50, -21)],
];

const CHECK: &[&[SignOffset]] = &[&[(-35, 3), (-10, 28), (35, -24)]];
const DOT: &[&[SignOffset]] = &[&[(-14, 0), (14, 0)]];
const EXCLAMATION: &[&[SignOffset]] = &[&[(0, -28), (0, 18)], &[(0, 36), (0, 50)]];
const CROSS: &[&[SignOffset]] = &[&[(-28, -28), (28, 28)], &[(28, -28), (-28, 28)]];
const QUESTION: &[&[SignOffset]] =
    &[&[(-20, -18), (-10, -34), (10, -34), (20, -18), (0, 2), (0, 12)], &[(0, 28), (0, 40)]];

impl ChartTone {
    pub(super) fn outline(self) -> SignOutline {
        match self {
            ChartTone::Complete => SignOutline::Polygon(SQUARE),
            ChartTone::Good | ChartTone::None | ChartTone::Empty | ChartTone::Untold => SignOutline::Disc,
            ChartTone::Fair => SignOutline::Polygon(DIAMOND),
            ChartTone::Warning => SignOutline::Polygon(TRIANGLE),
            ChartTone::Bad => SignOutline::Polygon(OCTAGON),
            ChartTone::Severe => SignOutline::Polygon(SALTIRE),
        }
    }

    /// Returns the strokes inside the outline.
    pub(super) fn strokes(self) -> &'static [&'static [SignOffset]] {
        match self {
            ChartTone::Complete | ChartTone::Good => CHECK,
            ChartTone::Fair => DOT,
            ChartTone::Warning => EXCLAMATION,
            ChartTone::Bad => CROSS,
            ChartTone::Severe | ChartTone::Empty | ChartTone::Untold => &[],
            ChartTone::None => QUESTION,
        }
    }
}
