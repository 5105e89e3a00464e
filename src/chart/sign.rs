//! The signs of the tones: an outline and what is cut into it, so that a level never speaks by colour alone.
//!
//! Offsets from the centre in tenths of an SVG unit, for a sign 14 units across, y downwards.

use super::Tone;

/// A point relative to the middle of its sign.
pub(super) type Offset = (i32, i32);

/// The shape of a sign.
pub(super) enum Outline {
    /// A disc or ring of radius [`RADIUS`].
    Disc,
    /// A closed polygon.
    Polygon(&'static [Offset]),
}

/// Half the width of a sign.
pub(super) const RADIUS: i32 = 70;

const TRIANGLE: &[Offset] = &[(0, -74), (80, 66), (-80, 66)];
const OCTAGON: &[Offset] = &[(-30, -72), (30, -72), (72, -30), (72, 30), (30, 72), (-30, 72), (-72, 30), (-72, -30)];
const SALTIRE: &[Offset] = &[
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
pub(super) const DIAMOND: &[Offset] = &[(0, -82), (82, 0), (0, 82), (-82, 0)];

const CHECK: &[&[Offset]] = &[&[(-35, 3), (-10, 28), (35, -24)]];
const DOT: &[&[Offset]] = &[&[(-14, 0), (14, 0)]];
const EXCLAMATION: &[&[Offset]] = &[&[(0, -28), (0, 18)], &[(0, 36), (0, 50)]];
const CROSS: &[&[Offset]] = &[&[(-28, -28), (28, 28)], &[(28, -28), (-28, 28)]];
const QUESTION: &[&[Offset]] = &[&[(-20, -18), (-10, -34), (10, -34), (20, -18), (0, 2), (0, 12)], &[(0, 28), (0, 40)]];

impl Tone {
    pub(super) fn outline(self) -> Outline {
        match self {
            Tone::Good | Tone::None | Tone::Empty => Outline::Disc,
            Tone::Fair => Outline::Polygon(DIAMOND),
            Tone::Warning => Outline::Polygon(TRIANGLE),
            Tone::Bad => Outline::Polygon(OCTAGON),
            Tone::Severe => Outline::Polygon(SALTIRE),
        }
    }

    /// Returns the strokes inside the outline.
    pub(super) fn strokes(self) -> &'static [&'static [Offset]] {
        match self {
            Tone::Good => CHECK,
            Tone::Fair => DOT,
            Tone::Warning => EXCLAMATION,
            Tone::Bad => CROSS,
            Tone::Severe | Tone::Empty => &[],
            Tone::None => QUESTION,
        }
    }
}
