//! What is written on a chart and where: names, ticks, key, and the labels of the marks.
//!
//! Knows which positions suit which mark; whether they are free is known by `labels`.

use std::borrow::Cow;

use super::labels::{Anchor, Area, Board, Label, Offer, Position};
use super::layout::{END_GAP, LABEL_GAP, Layout, px};
use super::plot::Plot;
use super::svg::{Paint, Part};
use super::{Axis, Chart, Mark, Role, Spot, Tone, text};

/// Room that a label keeps from a point, so that it clears the largest sign.
const CLEAR: i32 = px(7);

/// Returns all texts of a chart in their places.
///
/// What cannot move comes first, then the labels a reader would miss most: rules, ends of lines, bars, and of
/// the points the last and the first.
pub(super) fn labels<'a>(chart: &'a Chart, layout: &'a Layout, plot: &Plot) -> Vec<Label<'a>> {
    let board = Board::new(layout.bounds(), layout.font);
    let mut notes = Annotation { chart, layout, plot, board };
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

struct Annotation<'a, 'p> {
    chart: &'a Chart,
    layout: &'a Layout<'a>,
    plot: &'p Plot,
    board: Board<'a>,
}

impl<'a> Annotation<'a, '_> {
    fn key(&mut self) {
        for entry in &self.layout.key {
            self.board.take(entry.sample);
            self.board.set(&*entry.text, KEY, Anchor::Start, entry.at);
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
            for (at, text) in lines.iter().filter(|text| !text.is_empty()).enumerate() {
                self.board.set(&**text, NAME, Anchor::Start, (0, first + at as i32 * line));
            }
        }
    }

    fn ticks(&mut self) {
        let Area { left, bottom, .. } = self.layout.plot;
        for tick in self.plot.below(self.chart, self.layout) {
            let at = (tick.middle, bottom + px(6) + self.layout.line / 2);
            self.board.set(self.fit(tick.label, self.layout.width), TICK, Anchor::Middle, at);
        }
        for tick in self.plot.beside(self.chart, self.layout) {
            self.board.set(self.fit(tick.label, left - px(8)), TICK, Anchor::End, (left - px(8), tick.at));
        }
    }

    fn fit(&self, text: &'a str, room: i32) -> Cow<'a, str> {
        text::fit(text, room, self.layout.font)
    }

    /// Keeps the labels to come away from bars, points and strokes.
    fn obstacles(&mut self) {
        for mark in &self.chart.marks {
            match mark {
                Mark::Bar { place, lane, from, to, .. } if from != to => {
                    self.plot.bar(*place, *lane, *from, *to).into_iter().for_each(|area| self.board.take(area));
                }
                Mark::Point { spot, .. } => {
                    let center = self.plot.spot(*spot);
                    center.into_iter().for_each(|center| self.board.take(Area::around(center, CLEAR)));
                }
                Mark::Line { spots, .. } => self.strokes(spots),
                Mark::Rule { on, at, .. } => {
                    let ends = self.plot.across(*on, *at);
                    ends.into_iter().for_each(|(from, to)| self.board.cross(from, to));
                }
                Mark::Move { place, from, to } => {
                    let ends = self.plot.at(*place, *from).zip(self.plot.at(*place, *to));
                    ends.into_iter().for_each(|(from, to)| self.board.cross(from, to));
                }
                Mark::Segment { tone, place, from, to, label: Some(label) } if from != to => {
                    let area = self.plot.segment(*place, *from, *to);
                    let text = area.and_then(|area| segment(self.layout, area, *tone, Some(label)).text);
                    let paint = Paint::of(Part::Count, Role::Tone(*tone));
                    text.into_iter().for_each(|offer| self.board.place(label, paint, &[offer]));
                }
                Mark::Bar { .. } | Mark::Segment { .. } | Mark::Band { .. } => {}
            }
        }
    }

    fn strokes(&mut self, spots: &[Spot]) {
        for pair in spots.windows(2) {
            if let (Some(from), Some(to)) = (self.plot.spot(pair[0]), self.plot.spot(pair[1])) {
                self.board.cross(from, to);
            }
        }
    }

    /// Writes the words of standing rules above the plot and those of lying ones at their right end.
    fn rules(&mut self) {
        let line = self.layout.line;
        for mark in &self.chart.marks {
            let Mark::Rule { role, on, at, label: Some(label) } = mark else { continue };
            let Some((from, to)) = self.plot.across(*on, *at) else { continue };
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
            self.board.place(label, Paint::of(Part::Label, *role), offers.as_flattened());
        }
    }

    /// Writes what a line is called to the right of its end, nudged up or down, or else above or below it.
    fn line_ends(&mut self) {
        for mark in &self.chart.marks {
            let Mark::Line { role, spots, label: Some(label) } = mark else { continue };
            let Some((x, y)) = spots.iter().rev().find_map(|spot| self.plot.spot(*spot)) else { continue };
            let step = self.layout.line / 4;
            let mut offers = Vec::with_capacity(18);
            for nudge in [0, -1, 1, -2, 2, -3, 3, -4, 4, -6, 6] {
                offers.push((Anchor::Start, (x + END_GAP, y + nudge * step)));
            }
            for nudge in [-4, 4, -6, 6, -8, 8, -10] {
                offers.push((Anchor::End, (x, y + nudge * step)));
            }
            self.board.place(label, Paint::of(Part::Label, *role), &offers);
        }
    }

    /// Writes the number of a bar beyond its end.
    fn bars(&mut self) {
        for mark in &self.chart.marks {
            let Mark::Bar { role, place, lane, from, to, label: Some(label) } = mark else { continue };
            let Some(area) = self.plot.bar(*place, *lane, *from, *to) else { continue };
            let (x, y) = ((area.left + area.right) / 2, (area.top + area.bottom) / 2);
            let half = self.layout.line / 2 + px(1);
            let offer = match (self.plot.lies(), to < from) {
                (true, false) => (Anchor::Start, (area.right + LABEL_GAP, y)),
                (true, true) => (Anchor::End, (area.left - LABEL_GAP, y)),
                (false, false) => (Anchor::Middle, (x, area.top - half)),
                (false, true) => (Anchor::Middle, (x, area.bottom + half)),
            };
            self.board.place(label, Paint::of(Part::Label, *role), &[offer]);
        }
    }

    /// Writes beside the points: the last at any price, in curves the others only where no line runs.
    fn points(&mut self) {
        let mut labelled: Vec<(Role, Spot, &str)> = Vec::new();
        for mark in &self.chart.marks {
            if let Mark::Point { role, spot, label: Some(label) } = mark {
                labelled.push((*role, *spot, label));
            }
        }
        if let Some(last) = labelled.pop() {
            labelled.insert(0, last);
        }
        for (at, (role, spot, label)) in labelled.into_iter().enumerate() {
            let (Some(center), paint) = (self.plot.spot(spot), Paint::of(Part::Label, role)) else { continue };
            match at {
                _ if self.plot.lies() => self.board.place(label, paint, &self.beside(center)),
                0 => self.board.place(label, paint, &self.around(center, paint.text_width(label, self.layout.font))),
                _ => {
                    let offers = self.around(center, paint.text_width(label, self.layout.font));
                    self.board.place_clear(label, paint, &offers);
                }
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
        for mark in &self.chart.marks {
            let Mark::Band { role, from, to, label: Some(label) } = mark else { continue };
            let Some(Area { left, top, right, bottom }) = self.plot.band(*from, *to) else { continue };
            let half = self.layout.line / 2 + px(2);
            let offers = [
                (Anchor::Start, (left + px(6), top + half)),
                (Anchor::End, (right - px(6), top + half)),
                (Anchor::Start, (left + px(6), bottom - half)),
                (Anchor::End, (right - px(6), bottom - half)),
                (Anchor::Start, (left + px(6), bottom + half)),
                (Anchor::Start, (left + px(6), top - half)),
            ];
            self.board.place(label, Paint::of(Part::Label, *role), &offers);
        }
    }
}

const KEY: Paint = Paint { part: Part::Label, role: None };
const NAME: Paint = Paint { part: Part::Name, role: None };
const TICK: Paint = Paint { part: Part::Tick, role: None };
