//! Finds room for labels: none lies on another, none leaves the drawing, few cross a line.
//!
//! Knows boxes and strokes, not charts. The caller offers positions from best to worst; the first with free
//! room is taken, and a label with none is left out.

use super::svg::Paint;
use super::text::TextLine;

/// A position in tenths of an SVG unit, x to the right and y downwards.
pub(super) type SheetPoint = (i32, i32);

/// A rectangle in tenths of an SVG unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SheetArea {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

impl SheetArea {
    pub(super) fn around((x, y): SheetPoint, radius: i32) -> SheetArea {
        SheetArea { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
    }

    pub(super) fn between(a: SheetPoint, b: SheetPoint) -> SheetArea {
        SheetArea { left: a.0.min(b.0), top: a.1.min(b.1), right: a.0.max(b.0), bottom: a.1.max(b.1) }
    }

    pub(super) fn overlaps(&self, other: &SheetArea) -> bool {
        self.top < other.bottom && other.top < self.bottom && self.left < other.right && other.left < self.right
    }

    pub(super) fn holds(&self, other: &SheetArea) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }

    /// Tells whether the stroke from `a` to `b` passes through: its box must overlap, and the corners must not
    /// all lie on one side of it.
    pub(super) fn is_crossed(&self, (a, b): (SheetPoint, SheetPoint)) -> bool {
        if !self.touches(&SheetArea::between(a, b)) {
            return false;
        }
        let side = |x: i32, y: i32| {
            let (dx, dy) = (i64::from(b.0 - a.0), i64::from(b.1 - a.1));
            (dx * i64::from(y - a.1) - dy * i64::from(x - a.0)).signum()
        };
        let corners = [
            side(self.left, self.top),
            side(self.right, self.top),
            side(self.right, self.bottom),
            side(self.left, self.bottom),
        ];
        corners.iter().any(|corner| *corner != corners[0]) || corners[0] == 0
    }

    fn touches(&self, other: &SheetArea) -> bool {
        self.left <= other.right && other.left <= self.right && self.top <= other.bottom && other.top <= self.bottom
    }
}

/// Which point of a text stands at its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextAnchor {
    Start,
    Middle,
    End,
}

/// A position that suits a label.
pub(super) type LabelCandidate = (TextAnchor, SheetPoint);

/// A text that found its place.
#[derive(Debug)]
pub(super) struct PlacedLabel<'a> {
    pub(super) text: TextLine<'a>,
    pub(super) paint: Paint,
    pub(super) anchor: TextAnchor,
    /// Where the anchor stands, vertically the middle of the line.
    pub(super) at: SheetPoint,
}

impl PlacedLabel<'_> {
    pub(super) fn area(&self, font: i32) -> SheetArea {
        area(self.paint.widen(self.text.width), font, self.anchor, self.at)
    }
}

/// Returns the room of a text: as wide as it is, one em high, which holds ascenders and descenders.
fn area(width: i32, font: i32, anchor: TextAnchor, (x, y): SheetPoint) -> SheetArea {
    let left = match anchor {
        TextAnchor::Start => x,
        TextAnchor::Middle => x - width / 2,
        TextAnchor::End => x - width,
    };
    SheetArea { left, top: y - font / 2, right: left + width, bottom: y + font / 2 }
}

/// As many labels and obstacles as most charts have.
const MANY: usize = 32;

/// The drawing as labels see it: what is taken, what is crossed, what is placed.
pub(super) struct LabelBoard<'a> {
    bounds: SheetArea,
    font: i32,
    taken: Vec<SheetArea>,
    strokes: Vec<(SheetPoint, SheetPoint)>,
    placed: Vec<PlacedLabel<'a>>,
}

impl<'a> LabelBoard<'a> {
    pub(super) fn new(bounds: SheetArea, font: i32) -> LabelBoard<'a> {
        let (taken, placed) = (Vec::with_capacity(MANY), Vec::with_capacity(MANY));
        LabelBoard { bounds, font, taken, strokes: Vec::new(), placed }
    }

    /// Keeps labels away from an area.
    pub(super) fn take(&mut self, area: SheetArea) {
        self.taken.push(area);
    }

    /// Keeps labels off a stroke while there is another way.
    pub(super) fn cross(&mut self, from: SheetPoint, to: SheetPoint) {
        self.strokes.push((from, to));
    }

    /// Sets a text whose room the layout has kept free.
    pub(super) fn set(&mut self, text: TextLine<'a>, paint: Paint, anchor: TextAnchor, at: SheetPoint) {
        let label = PlacedLabel { text, paint, anchor, at };
        self.taken.push(label.area(self.font));
        self.placed.push(label);
    }

    /// Sets a text at the first of `offers` with free room, pushed sideways into the drawing where needed, and
    /// across a stroke only where there is no other way. Tells whether it found room.
    pub(super) fn place(&mut self, text: TextLine<'a>, paint: Paint, offers: &[LabelCandidate]) -> bool {
        let text = self.fit(text);
        let (clear, crossing) = self.choose(&text, paint, offers);
        let chosen = clear.or(crossing);
        if let Some((anchor, at)) = chosen {
            self.set(text, paint, anchor, at);
        }
        chosen.is_some()
    }

    /// Sets a text like [`LabelBoard::place`], but never across a stroke.
    pub(super) fn place_clear(&mut self, text: TextLine<'a>, paint: Paint, offers: &[LabelCandidate]) {
        let text = self.fit(text);
        if let (Some((anchor, at)), _) = self.choose(&text, paint, offers) {
            self.set(text, paint, anchor, at);
        }
    }

    /// Returns the labels, those that look alike side by side.
    pub(super) fn into_labels(self) -> Vec<PlacedLabel<'a>> {
        let mut labels = self.placed;
        labels.sort_by_key(|label| (label.paint.ink(), label.anchor as u8));
        labels
    }

    fn fit(&self, text: TextLine<'a>) -> TextLine<'a> {
        text.fit((self.bounds.right - self.bounds.left) * 9 / 10, self.font)
    }

    /// Returns the first free offer that crosses no stroke, and the first that does: one through which no stroke runs along its
    /// words, for that would look deleted, before one that is struck through.
    fn choose(
        &self,
        text: &TextLine,
        paint: Paint,
        offers: &[LabelCandidate],
    ) -> (Option<LabelCandidate>, Option<LabelCandidate>) {
        let width = paint.widen(text.width);
        let mut crossing: Option<(bool, LabelCandidate)> = None;
        for &(anchor, at) in offers {
            let (at, area) = self.push_inside(at, area(width, self.font, anchor, at));
            if !self.is_free(&area) {
                continue;
            }
            let mut crossed = self.strokes.iter().filter(|stroke| area.is_crossed(**stroke)).peekable();
            let crossed_before = || crossing.map(|(_, offer)| offer);
            if crossed.peek().is_none() {
                return (Some((anchor, at)), crossed_before());
            }
            let is_struck = crossed.any(|(from, to)| from.1 == to.1);
            if crossing.is_none_or(|(was_struck, _)| was_struck && !is_struck) {
                crossing = Some((is_struck, (anchor, at)));
            }
        }
        (None, crossing.map(|(_, offer)| offer))
    }

    fn push_inside(&self, (x, y): SheetPoint, area: SheetArea) -> (SheetPoint, SheetArea) {
        let inward = (self.bounds.left - area.left).max(0) - (area.right - self.bounds.right).max(0);
        ((x + inward, y), SheetArea { left: area.left + inward, right: area.right + inward, ..area })
    }

    fn is_free(&self, area: &SheetArea) -> bool {
        self.bounds.holds(area) && !self.taken.iter().any(|taken| taken.overlaps(area))
    }
}

#[cfg(test)]
mod tests {
    use super::super::svg::ChartPart;
    use super::*;

    const PAINT: Paint = Paint { part: ChartPart::Label, role: None };
    const BOUNDS: SheetArea = SheetArea { left: 0, top: 0, right: 3000, bottom: 1000 };

    #[test]
    fn the_second_label_moves_and_the_third_gives_up() {
        let mut board = LabelBoard::new(BOUNDS, 140);
        let offers = [(TextAnchor::Middle, (1500, 500)), (TextAnchor::Middle, (1500, 700))];
        for text in ["4,00", "4,10", "4,20"] {
            board.place(TextLine::new(text, 140), PAINT, &offers);
        }
        let placed: Vec<_> =
            board.into_labels().iter().map(|label| (label.text.text.to_string(), label.at.1)).collect();
        assert_eq!(placed, [("4,00".into(), 500), ("4,10".into(), 700)]);
    }

    #[test]
    fn labels_are_pushed_into_the_drawing() {
        let mut board = LabelBoard::new(BOUNDS, 140);
        board.place(TextLine::new("30. juni 2020", 140), PAINT, &[(TextAnchor::Middle, (2950, 500))]);
        let labels = board.into_labels();
        assert_eq!(labels[0].at.0 + labels[0].text.width / 2, 3000);
    }

    #[test]
    fn words_are_crossed_rather_than_struck_through() {
        let offers = [(TextAnchor::Middle, (1500, 500)), (TextAnchor::Middle, (1500, 800))];
        let mut board = LabelBoard::new(BOUNDS, 140);
        board.cross((0, 500), (3000, 500));
        board.cross((1500, 0), (1500, 3000));
        board.place(TextLine::new("31. januar 2027", 140), PAINT, &offers);
        assert_eq!(board.into_labels()[0].at.1, 800);
    }

    #[test]
    fn a_stroke_is_avoided_while_there_is_room_elsewhere() {
        let offers = [(TextAnchor::Middle, (1500, 500)), (TextAnchor::Middle, (1500, 800))];
        let mut board = LabelBoard::new(BOUNDS, 140);
        board.cross((0, 400), (3000, 600));
        board.place(TextLine::new("4,00", 140), PAINT, &offers);
        board.place(TextLine::new("4,10", 140), PAINT, &offers);
        let heights: Vec<_> = board.into_labels().iter().map(|label| label.at.1).collect();
        assert_eq!(heights, [800, 500]);
    }
}
