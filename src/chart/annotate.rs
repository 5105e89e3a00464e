//! What is written on a chart and where: names, ticks, key, and the labels of the marks.
//!
//! Knows which positions suit which mark; whether they are free is known by `labels`.

use super::labels::{Anchor, Area, Board, Label, Offer, Position};
use super::layout::{END_GAP, LABEL_GAP, Layout, px};
use super::plot::{Plot, Shape};
use super::svg::{Paint, Part};
use super::text::Line;
use super::{Axis, Mark, Role, Tone};

/// Room that a label keeps from a point, so that it clears the largest sign.
const CLEAR: i32 = px(7);

/// Returns all texts of a chart in their places.
///
/// What cannot move comes first, then the labels a reader would miss most: rules, ends of lines, bars, and of
/// the points the last and the first.
pub(super) fn labels<'a>(layout: &'a Layout, plot: &'a Plot) -> Vec<Label<'a>> {
    let board = Board::new(layout.bounds(), layout.font);
    let mut notes = Annotation { layout, plot, board };
    notes.key();
    notes.names();
    notes.ticks();
    notes.obstacles();
    notes.rules();
    notes.line_ends();
    notes.bars();
    notes.points();
    notes.bands();
    notes.board.into_labels()
}

/// What fits inside a part of a stacked bar.
pub(super) struct Inside {
    pub(super) sign: Option<Position>,
    text: Option<Offer>,
}

/// Returns where the sign and the label of a part of a stacked bar go: side by side, else one above the other, else the
/// label alone.
pub(super) fn segment(layout: &Layout, area: Area, tone: Tone, label: Option<&str>) -> Inside {
    let (x, y) = ((area.left + area.right) / 2, (area.top + area.bottom) / 2);
    let (width, sign, gap) = (area.right - area.left, px(16), px(4));
    let has_sign = tone != Tone::Empty && sign + px(2) <= width;
    let text = label.map(|label| layout.label_width(Role::Tone(tone), label)).filter(|text| *text <= width);
    let middle = |y| text.map(|_| (Anchor::Middle, (x, y)));
    match text {
        _ if !has_sign => Inside { sign: None, text: middle(y) },
        None => Inside { sign: Some((x, y)), text: None },
        Some(text) if sign + gap + text + px(8) <= width => {
            let left = x - (sign + gap + text) / 2;
            Inside { sign: Some((left + sign / 2, y)), text: Some((Anchor::Start, (left + sign + gap, y))) }
        }
        Some(_) => Inside { sign: Some((x, y - px(9))), text: middle(y + px(10)) },
    }
}

struct Annotation<'a> {
    layout: &'a Layout<'a>,
    plot: &'a Plot<'a>,
    board: Board<'a>,
}

impl<'a> Annotation<'a> {
    fn key(&mut self) {
        for entry in &self.layout.key {
            self.board.take(entry.sample);
            self.board.set(entry.text.again(), KEY, Anchor::Start, entry.at);
        }
    }

    /// Writes the names of rows beside them, or above them where the plot takes the whole width.
    fn names(&mut self) {
        let Layout { plot: area, line, .. } = *self.layout;
        let rows = self.layout.names.len().max(1) as i32;
        let pitch = (area.bottom - area.top) / rows;
        for (row, lines) in self.layout.names.iter().enumerate() {
            let top = area.top + row as i32 * pitch;
            let first = match self.layout.above {
                0 => top + pitch / 2 - (lines.len() as i32 - 1) * line / 2,
                _ => top + line / 2,
            };
            for (at, text) in lines.iter().filter(|line| !line.text.is_empty()).enumerate() {
                self.board.set(text.again(), NAME, Anchor::Start, (0, first + at as i32 * line));
            }
        }
    }

    fn ticks(&mut self) {
        let Area { left, bottom, .. } = self.layout.plot;
        for tick in &self.plot.below {
            let at = (tick.middle, bottom + px(6) + self.layout.line / 2);
            let label = tick.label.again().fit(self.layout.width, self.layout.font);
            self.board.set(label, TICK, Anchor::Middle, at);
        }
        for tick in &self.plot.beside {
            let label = tick.label.again().fit(left - px(8), self.layout.font);
            self.board.set(label, TICK, Anchor::End, (left - px(8), tick.at));
        }
    }

    fn line(&self, text: &'a str) -> Line<'a> {
        Line::new(text, self.layout.font)
    }

    /// Keeps the labels to come away from bars, points and strokes.
    fn obstacles(&mut self) {
        for (mark, shape) in self.plot.marks() {
            match (mark, shape) {
                (Mark::Bar { from, to, .. }, Shape::Area(area)) if from != to => self.board.take(*area),
                (Mark::Point { .. }, Shape::Spot(center)) => self.board.take(Area::around(*center, CLEAR)),
                (Mark::Line { .. }, Shape::Path(path)) => {
                    path.windows(2).for_each(|pair| self.board.cross(pair[0], pair[1]));
                }
                (Mark::Rule { .. } | Mark::Move { .. }, Shape::Stroke(from, to)) => self.board.cross(*from, *to),
                (Mark::Segment { tone, from, to, label: Some(label), .. }, Shape::Area(area)) if from != to => {
                    let paint = Paint::of(Part::Count, Role::Tone(*tone));
                    if let Some(offer) = segment(self.layout, *area, *tone, Some(label)).text {
                        self.board.place(self.line(label), paint, &[offer]);
                    }
                }
                // What is of a row that does not exist takes no room, and neither does a band.
                (
                    Mark::Bar { .. }
                    | Mark::Point { .. }
                    | Mark::Line { .. }
                    | Mark::Rule { .. }
                    | Mark::Move { .. }
                    | Mark::Segment { .. }
                    | Mark::Band { .. },
                    _,
                ) => {}
            }
        }
    }

    /// Writes the words of standing rules above the plot and those of lying ones at their right end.
    fn rules(&mut self) {
        let line = self.layout.line;
        for (mark, shape) in self.plot.marks() {
            let Mark::Rule { role, on, label: Some(label), .. } = mark else { continue };
            let &Shape::Stroke(from, to) = shape else { continue };
            let above = from.1 - px(4) - line / 2;
            let offers = if from.0 == to.0 && self.plot.lies() == (*on == Axis::Values) {
                let near = px(3);
                [above, above - line, above + line].map(|y| {
                    [
                        (Anchor::Middle, (from.0, y)),
                        (Anchor::Start, (from.0 + near, y)),
                        (Anchor::End, (from.0 - near, y)),
                    ]
                })
            } else {
                let end = (Anchor::Start, (to.0 + END_GAP, to.1));
                [
                    [end, (Anchor::End, (to.0, to.1 - line / 2)), (Anchor::End, (to.0, to.1 + line / 2))],
                    [end, (Anchor::Start, (from.0, from.1 - line / 2)), (Anchor::Start, (from.0, from.1 + line / 2))],
                    [(Anchor::Start, (end.1.0, to.1 - line / 2)), (Anchor::Start, (end.1.0, to.1 + line / 2)), end],
                ]
            };
            self.board.place(self.line(label), Paint::of(Part::Label, *role), offers.as_flattened());
        }
    }

    /// Writes what a line is called to the right of its end, nudged up or down, or else above or below it.
    fn line_ends(&mut self) {
        for (mark, shape) in self.plot.marks() {
            let (Mark::Line { role, label: Some(label), .. }, Shape::Path(path)) = (mark, shape) else { continue };
            let Some(&(x, y)) = path.last() else { continue };
            let step = self.layout.line / 4;
            let mut offers = Vec::with_capacity(18);
            for nudge in [0, -1, 1, -2, 2, -3, 3, -4, 4, -6, 6] {
                offers.push((Anchor::Start, (x + END_GAP, y + nudge * step)));
            }
            for nudge in [-4, 4, -6, 6, -8, 8, -10] {
                offers.push((Anchor::End, (x, y + nudge * step)));
            }
            self.board.place(self.line(label), Paint::of(Part::Label, *role), &offers);
        }
    }

    /// Writes the number of a bar beyond its end.
    fn bars(&mut self) {
        for (mark, shape) in self.plot.marks() {
            let Mark::Bar { role, from, to, label: Some(label), .. } = mark else { continue };
            let Shape::Area(area) = shape else { continue };
            let (x, y) = ((area.left + area.right) / 2, (area.top + area.bottom) / 2);
            let half = self.layout.line / 2 + px(1);
            let offer = match (self.plot.lies(), to < from) {
                (true, false) => (Anchor::Start, (area.right + LABEL_GAP, y)),
                (true, true) => (Anchor::End, (area.left - LABEL_GAP, y)),
                (false, false) => (Anchor::Middle, (x, area.top - half)),
                (false, true) => (Anchor::Middle, (x, area.bottom + half)),
            };
            self.board.place(self.line(label), Paint::of(Part::Label, *role), &[offer]);
        }
    }

    /// Writes beside the points: the last at any price, in curves the others only where no line runs.
    fn points(&mut self) {
        let mut labelled = Vec::new();
        for (mark, shape) in self.plot.marks() {
            if let Mark::Point { role, label: Some(label), .. } = mark {
                labelled.push((Paint::of(Part::Label, *role), shape, label));
            }
        }
        if let Some(last) = labelled.pop() {
            labelled.insert(0, last);
        }
        for (at, (paint, shape, label)) in labelled.into_iter().enumerate() {
            let (Shape::Spot(center), label) = (shape, self.line(label)) else { continue };
            let offers = match self.plot.lies() {
                true => self.beside(*center),
                false => self.around(*center, paint.widen(label.width)),
            };
            match at {
                1.. if !self.plot.lies() => self.board.place_clear(label, paint, &offers),
                _ => self.board.place(label, paint, &offers),
            }
        }
    }

    /// Offers positions around a point. Above and below it, a label ends where the plot does.
    fn around(&self, (x, y): Position, width: i32) -> [Offer; 6] {
        let half = self.layout.line / 2 + CLEAR;
        let end = self.layout.plot.right.max(x);
        let (anchor, middle) = if x + width / 2 > end { (Anchor::End, end) } else { (Anchor::Middle, x) };
        [
            (anchor, (middle, y - half)),
            (anchor, (middle, y + half)),
            (Anchor::End, (x - CLEAR, y - half / 2)),
            (Anchor::Start, (x + CLEAR, y - half / 2)),
            (Anchor::End, (x - CLEAR, y + half / 2)),
            (Anchor::Start, (x + CLEAR, y + half / 2)),
        ]
    }

    /// Offers positions that stay in the row: on its line, or below it where neither an arrow nor a name stands.
    fn beside(&self, (x, y): Position) -> [Offer; 6] {
        let below = y + self.layout.line / 2 + px(7);
        [
            (Anchor::Start, (x + CLEAR + px(3), y)),
            (Anchor::End, (x - CLEAR - px(3), y)),
            (Anchor::Middle, (x, below)),
            (Anchor::Start, (x, below)),
            (Anchor::End, (x, below)),
            (Anchor::End, (x - px(40), below)),
        ]
    }

    fn bands(&mut self) {
        for (mark, shape) in self.plot.marks() {
            let Mark::Band { role, label: Some(label), .. } = mark else { continue };
            let &Shape::Area(Area { left, top, right, bottom }) = shape else { continue };
            let half = self.layout.line / 2 + px(2);
            let offers = [
                (Anchor::Start, (left + px(6), top + half)),
                (Anchor::End, (right - px(6), top + half)),
                (Anchor::Start, (left + px(6), bottom - half)),
                (Anchor::End, (right - px(6), bottom - half)),
                (Anchor::Start, (left + px(6), bottom + half)),
                (Anchor::Start, (left + px(6), top - half)),
            ];
            self.board.place(self.line(label), Paint::of(Part::Label, *role), &offers);
        }
    }
}

const KEY: Paint = Paint { part: Part::Label, role: None };
const NAME: Paint = Paint { part: Part::Name, role: None };
const TICK: Paint = Paint { part: Part::Tick, role: None };
