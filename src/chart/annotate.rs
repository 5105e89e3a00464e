//! What is written on a chart and where: names, ticks, key, and the labels of the marks.
//!
//! Knows which positions suit which mark; whether they are free is known by `labels`.

use super::labels::{LabelBoard, LabelCandidate, PlacedLabel, SheetArea, SheetPoint, TextAnchor};
use super::layout::{ChartLayout, END_GAP, LABEL_GAP, NAME_GAP, end_name, px};
use super::plot::{MarkShape, Plot};
use super::svg::{ChartPart, Paint};
use super::text::TextLine;
use super::{Axis, ChartMark, ChartTone, MarkRole};

/// Room that a label keeps from a point, so that it clears the largest sign.
const CLEAR: i32 = px(7);

/// Returns all texts of a chart in their places.
///
/// What cannot move comes first, then the labels a reader would miss most: rules, ends of lines, bars, and of
/// the points the last and the first.
pub(super) fn labels<'a>(layout: &'a ChartLayout, plot: &'a Plot) -> Vec<PlacedLabel<'a>> {
    let board = LabelBoard::new(layout.bounds(), layout.font);
    let mut notes = Annotation { layout, plot, board };
    notes.key();
    notes.names();
    notes.ticks();
    notes.obstacles();
    if layout.names_lines {
        notes.names_of_lines();
        notes.rules();
    } else {
        notes.rules();
        notes.line_ends();
    }
    notes.bars();
    notes.points();
    notes.bands();
    notes.board.into_labels()
}

/// What fits inside a part of a stacked bar.
pub(super) struct InsideLabel {
    pub(super) sign: Option<SheetPoint>,
    text: Option<LabelCandidate>,
}

/// Returns where the sign and the label of a part of a stacked bar go: side by side, else one above the other, else the
/// label alone.
pub(super) fn segment(layout: &ChartLayout, area: SheetArea, tone: ChartTone, label: Option<&str>) -> InsideLabel {
    let (x, y) = ((area.left + area.right) / 2, (area.top + area.bottom) / 2);
    let (width, sign, gap) = (area.right - area.left, px(16), px(4));
    let has_sign = !matches!(tone, ChartTone::Empty | ChartTone::Untold) && sign + px(2) <= width;
    let text = label.map(|label| layout.label_width(MarkRole::Tone(tone), label)).filter(|text| *text <= width);
    let middle = |y| text.map(|_| (TextAnchor::Middle, (x, y)));
    match text {
        _ if !has_sign => InsideLabel { sign: None, text: middle(y) },
        None => InsideLabel { sign: Some((x, y)), text: None },
        Some(text) if sign + gap + text + px(8) <= width => {
            let left = x - (sign + gap + text) / 2;
            InsideLabel { sign: Some((left + sign / 2, y)), text: Some((TextAnchor::Start, (left + sign + gap, y))) }
        }
        Some(_) => InsideLabel { sign: Some((x, y - px(9))), text: middle(y + px(10)) },
    }
}

/// The name of a line in the column to the right of all.
pub(super) struct EndName<'a> {
    role: MarkRole,
    label: &'a str,
    /// The end of the line.
    pub(super) from: SheetPoint,
    /// Where the name begins.
    pub(super) at: SheetPoint,
}

impl EndName<'_> {
    /// Tells whether the name stands elsewhere than right beside the end of its line.
    pub(super) fn is_moved(&self, layout: &ChartLayout) -> bool {
        (self.from.1 - self.at.1).abs() > layout.line / 4 || self.at.0 - self.from.0 > NAME_GAP
    }
}

/// Returns the names of lines, one below the other where their ends lie close; none where they stand in the key.
pub(super) fn ends<'a>(layout: &ChartLayout, plot: &'a Plot) -> Vec<EndName<'a>> {
    if !layout.has_end_names {
        return Vec::new();
    }
    let mut ends = Vec::new();
    for (mark, shape) in plot.marks() {
        let Some((role, label)) = end_name(mark) else { continue };
        let from = match shape {
            MarkShape::Path(path) => path.last().copied(),
            MarkShape::Spot(center) => Some(*center),
            _ => None,
        };
        ends.extend(from.map(|from| EndName { role, label, from, at: from }));
    }
    let column = ends.iter().map(|end| end.from.0).max().unwrap_or(0) + NAME_GAP;
    ends.sort_by_key(|end| end.from.1);
    let SheetArea { top, bottom, .. } = layout.plot;
    // From the top each name stands below the one before, then from the bottom above the one behind.
    let mut free = top;
    for end in &mut ends {
        end.at = (column, end.from.1.max(free));
        free = end.at.1 + layout.line;
    }
    let mut free = bottom;
    for end in ends.iter_mut().rev() {
        end.at.1 = end.at.1.min(free);
        free = end.at.1 - layout.line;
    }
    ends
}

struct Annotation<'a> {
    layout: &'a ChartLayout<'a>,
    plot: &'a Plot<'a>,
    board: LabelBoard<'a>,
}

impl<'a> Annotation<'a> {
    fn key(&mut self) {
        for entry in &self.layout.key {
            self.board.take(entry.sample);
            self.board.set(entry.text.again(), KEY, TextAnchor::Start, entry.at);
        }
    }

    /// Writes the names of rows beside them, or above them where the plot takes the whole width.
    fn names(&mut self) {
        let ChartLayout { plot: area, line, .. } = *self.layout;
        let rows = self.layout.names.len().max(1) as i32;
        let pitch = (area.bottom - area.top) / rows;
        for (row, lines) in self.layout.names.iter().enumerate() {
            let top = area.top + row as i32 * pitch;
            let first = match self.layout.above {
                0 => top + pitch / 2 - (lines.len() as i32 - 1) * line / 2,
                _ => top + line / 2,
            };
            for (at, text) in lines.iter().filter(|line| !line.text.is_empty()).enumerate() {
                self.board.set(text.again(), NAME, TextAnchor::Start, (0, first + at as i32 * line));
            }
        }
    }

    fn ticks(&mut self) {
        let SheetArea { left, bottom, .. } = self.layout.plot;
        for tick in &self.plot.below {
            let at = (tick.middle, bottom + px(6) + self.layout.line / 2);
            let label = tick.label.again().fit(self.layout.width, self.layout.font);
            self.board.set(label, TICK, TextAnchor::Middle, at);
        }
        for tick in &self.plot.beside {
            let label = tick.label.again().fit(left - px(8), self.layout.font);
            self.board.set(label, TICK, TextAnchor::End, (left - px(8), tick.at));
        }
    }

    fn line(&self, text: &'a str) -> TextLine<'a> {
        TextLine::new(text, self.layout.font)
    }

    /// Keeps the labels to come away from bars, points and strokes.
    fn obstacles(&mut self) {
        for (mark, shape) in self.plot.marks() {
            match (mark, shape) {
                (ChartMark::Bar { from, to, .. }, MarkShape::Area(area)) if from != to => self.board.take(*area),
                (ChartMark::Point { .. }, MarkShape::Spot(center)) => {
                    self.board.take(SheetArea::around(*center, CLEAR))
                }
                (ChartMark::Line { .. }, MarkShape::Path(path)) => {
                    path.windows(2).for_each(|pair| self.board.cross(pair[0], pair[1]));
                }
                (ChartMark::Rule { .. } | ChartMark::Move { .. }, MarkShape::Stroke(from, to)) => {
                    self.board.cross(*from, *to)
                }
                (ChartMark::Segment { tone, from, to, label: Some(label), .. }, MarkShape::Area(area))
                    if from != to =>
                {
                    let paint = Paint::of(ChartPart::Count, MarkRole::Tone(*tone));
                    if let Some(offer) = segment(self.layout, *area, *tone, Some(label)).text {
                        self.board.place(self.line(label), paint, &[offer]);
                    }
                }
                // What is of a row that does not exist takes no room, and neither does a band.
                (
                    ChartMark::Bar { .. }
                    | ChartMark::Point { .. }
                    | ChartMark::Line { .. }
                    | ChartMark::Rule { .. }
                    | ChartMark::Move { .. }
                    | ChartMark::Segment { .. }
                    | ChartMark::Band { .. },
                    _,
                ) => {}
            }
        }
    }

    /// Writes the words of standing rules above the plot and those of lying ones at their right end.
    fn rules(&mut self) {
        let line = self.layout.line;
        for (mark, shape) in self.plot.marks() {
            let ChartMark::Rule { role, on, label: Some(label), .. } = mark else { continue };
            let &MarkShape::Stroke(from, to) = shape else { continue };
            let above = from.1 - px(4) - line / 2;
            let (near, far): (Vec<LabelCandidate>, _) = if from.0 == to.0 && self.plot.lies() == (*on == Axis::Values) {
                let gap = px(3);
                let each = [above, above - line, above + line].map(|y| {
                    [
                        (TextAnchor::Middle, (from.0, y)),
                        (TextAnchor::Start, (from.0 + gap, y)),
                        (TextAnchor::End, (from.0 - gap, y)),
                    ]
                });
                (each.into_iter().flatten().collect(), Vec::new())
            } else {
                let end = to.0 + END_GAP;
                let beside = |anchor, x, nudges: &[i32]| {
                    let step = line / 4;
                    nudges.iter().map(|nudge| (anchor, (x, to.1 + nudge * step))).collect::<Vec<_>>()
                };
                let near = [
                    beside(TextAnchor::Start, end, &[0]),
                    beside(TextAnchor::End, to.0, &[-2, 2]),
                    beside(TextAnchor::Start, from.0, &[-2, 2]),
                    beside(TextAnchor::Start, end, &[-2, 2]),
                ];
                let away = [-4, 4, -6, 6, -8, 8];
                let far = [beside(TextAnchor::End, to.0, &away), beside(TextAnchor::Start, from.0, &away)];
                (near.concat(), far.concat())
            };
            let paint = Paint::of(ChartPart::Label, *role);
            // Where points stand close to it, as on a phone, its name stands a line or more away: without it nobody knows what it is.
            if !self.board.place(self.line(label), paint, &near) {
                self.board.place(self.line(label), paint, &far);
            }
        }
    }

    /// Writes the names of lines that stand beside others.
    fn names_of_lines(&mut self) {
        for end in ends(self.layout, self.plot) {
            self.board.set(self.line(end.label), Paint::of(ChartPart::Label, end.role), TextAnchor::Start, end.at);
        }
    }

    /// Writes what a line is called to the right of its end, nudged up or down, or else above or below it.
    fn line_ends(&mut self) {
        for (mark, shape) in self.plot.marks() {
            let (ChartMark::Line { role, label: Some(label), .. }, MarkShape::Path(path)) = (mark, shape) else {
                continue;
            };
            let Some(&(x, y)) = path.last() else { continue };
            let step = self.layout.line / 4;
            let mut offers = Vec::with_capacity(18);
            for nudge in [0, -1, 1, -2, 2, -3, 3, -4, 4, -6, 6] {
                offers.push((TextAnchor::Start, (x + END_GAP, y + nudge * step)));
            }
            for nudge in [-4, 4, -6, 6, -8, 8, -10] {
                offers.push((TextAnchor::End, (x, y + nudge * step)));
            }
            self.board.place(self.line(label), Paint::of(ChartPart::Label, *role), &offers);
        }
    }

    /// Writes the number of a bar beyond its end.
    fn bars(&mut self) {
        for (mark, shape) in self.plot.marks() {
            let ChartMark::Bar { role, from, to, label: Some(label), .. } = mark else { continue };
            let MarkShape::Area(area) = shape else { continue };
            let (x, y) = ((area.left + area.right) / 2, (area.top + area.bottom) / 2);
            let half = self.layout.line / 2 + px(1);
            let offer = match (self.plot.lies(), to < from) {
                (true, false) => (TextAnchor::Start, (area.right + LABEL_GAP, y)),
                (true, true) => (TextAnchor::End, (area.left - LABEL_GAP, y)),
                (false, false) => (TextAnchor::Middle, (x, area.top - half)),
                (false, true) => (TextAnchor::Middle, (x, area.bottom + half)),
            };
            self.board.place(self.line(label), Paint::of(ChartPart::Label, *role), &[offer]);
        }
    }

    /// Writes beside the points: the last at any price, in curves the others only where no line runs.
    fn points(&mut self) {
        let mut labelled = Vec::new();
        for (mark, shape) in self.plot.marks() {
            // The name of a line with a single point stands among the names.
            let is_name = end_name(mark).is_some();
            if let (ChartMark::Point { role, label: Some(label), .. }, false) = (mark, is_name) {
                labelled.push((Paint::of(ChartPart::Label, *role), shape, label));
            }
        }
        if let Some(last) = labelled.pop() {
            labelled.insert(0, last);
        }
        for (at, (paint, shape, label)) in labelled.into_iter().enumerate() {
            let (MarkShape::Spot(center), label) = (shape, self.line(label)) else { continue };
            let offers = match self.plot.lies() {
                true => self.beside(*center),
                false => self.around(*center, paint.widen(label.width)),
            };
            match at {
                1.. if !self.plot.lies() => self.board.place_clear(label, paint, &offers),
                _ => {
                    self.board.place(label, paint, &offers);
                }
            }
        }
    }

    /// Offers positions around a point. Above and below it, a label ends where the plot does.
    fn around(&self, (x, y): SheetPoint, width: i32) -> [LabelCandidate; 6] {
        let half = self.layout.line / 2 + CLEAR;
        let end = self.layout.plot.right.max(x);
        let (anchor, middle) = if x + width / 2 > end { (TextAnchor::End, end) } else { (TextAnchor::Middle, x) };
        [
            (anchor, (middle, y - half)),
            (anchor, (middle, y + half)),
            (TextAnchor::End, (x - CLEAR, y - half / 2)),
            (TextAnchor::Start, (x + CLEAR, y - half / 2)),
            (TextAnchor::End, (x - CLEAR, y + half / 2)),
            (TextAnchor::Start, (x + CLEAR, y + half / 2)),
        ]
    }

    /// Offers positions that stay in the row: on its line, or below it where neither an arrow nor a name stands.
    fn beside(&self, (x, y): SheetPoint) -> [LabelCandidate; 6] {
        let below = y + self.layout.line / 2 + px(7);
        [
            (TextAnchor::Start, (x + CLEAR + px(3), y)),
            (TextAnchor::End, (x - CLEAR - px(3), y)),
            (TextAnchor::Middle, (x, below)),
            (TextAnchor::Start, (x, below)),
            (TextAnchor::End, (x, below)),
            (TextAnchor::End, (x - px(40), below)),
        ]
    }

    fn bands(&mut self) {
        for (mark, shape) in self.plot.marks() {
            let ChartMark::Band { role, label: Some(label), .. } = mark else { continue };
            let &MarkShape::Area(SheetArea { left, top, right, bottom }) = shape else { continue };
            let half = self.layout.line / 2 + px(2);
            let offers = [
                (TextAnchor::Start, (left + px(6), top + half)),
                (TextAnchor::End, (right - px(6), top + half)),
                (TextAnchor::Start, (left + px(6), bottom - half)),
                (TextAnchor::End, (right - px(6), bottom - half)),
                (TextAnchor::Start, (left + px(6), bottom + half)),
                (TextAnchor::Start, (left + px(6), top - half)),
            ];
            self.board.place(self.line(label), Paint::of(ChartPart::Label, *role), &offers);
        }
    }
}

const KEY: Paint = Paint { part: ChartPart::Label, role: None };
const NAME: Paint = Paint { part: ChartPart::Name, role: None };
const TICK: Paint = Paint { part: ChartPart::Tick, role: None };
