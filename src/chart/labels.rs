//! Finds room for labels: none lies on another, none leaves the drawing, few cross a line.
//!
//! Knows boxes and strokes, not charts. The caller offers positions from best to worst; the first with free
//! room is taken, and a label with none is left out.

use super::svg::Paint;
use super::text::Line;

/// A position in tenths of an SVG unit, x to the right and y downwards.
pub(super) type Position = (i32, i32);

/// A rectangle in tenths of an SVG unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

impl Area {
    pub(super) fn around((x, y): Position, radius: i32) -> Area {
        Area { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
    }

    pub(super) fn between(a: Position, b: Position) -> Area {
        Area { left: a.0.min(b.0), top: a.1.min(b.1), right: a.0.max(b.0), bottom: a.1.max(b.1) }
    }

    pub(super) fn overlaps(&self, other: &Area) -> bool {
        self.top < other.bottom && other.top < self.bottom && self.left < other.right && other.left < self.right
    }

    pub(super) fn holds(&self, other: &Area) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }

    /// Tells whether the stroke from `a` to `b` passes through: its box must overlap, and the corners must not
    /// all lie on one side of it.
    pub(super) fn is_crossed(&self, (a, b): (Position, Position)) -> bool {
        if !self.touches(&Area::between(a, b)) {
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

    fn touches(&self, other: &Area) -> bool {
        self.left <= other.right && other.left <= self.right && self.top <= other.bottom && other.top <= self.bottom
    }
}

/// Which point of a text stands at its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A position that suits a label.
pub(super) type Offer = (Anchor, Position);

/// A text that found its place.
#[derive(Debug)]
pub(super) struct Label<'a> {
    pub(super) text: Line<'a>,
    pub(super) paint: Paint,
    pub(super) anchor: Anchor,
    /// Where the anchor stands, vertically the middle of the line.
    pub(super) at: Position,
}

impl Label<'_> {
    pub(super) fn area(&self, font: i32) -> Area {
        area(self.paint.widen(self.text.width), font, self.anchor, self.at)
    }
}

/// Returns the room of a text: as wide as it is, one em high, which holds ascenders and descenders.
fn area(width: i32, font: i32, anchor: Anchor, (x, y): Position) -> Area {
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2,
        Anchor::End => x - width,
    };
    Area { left, top: y - font / 2, right: left + width, bottom: y + font / 2 }
}

/// As many labels and obstacles as most charts have.
const MANY: usize = 32;

/// The drawing as labels see it: what is taken, what is crossed, what is placed.
pub(super) struct Board<'a> {
    bounds: Area,
    font: i32,
    taken: Vec<Area>,
    strokes: Vec<(Position, Position)>,
    placed: Vec<Label<'a>>,
}

impl<'a> Board<'a> {
    pub(super) fn new(bounds: Area, font: i32) -> Board<'a> {
        let (taken, placed) = (Vec::with_capacity(MANY), Vec::with_capacity(MANY));
        Board { bounds, font, taken, strokes: Vec::new(), placed }
    }

    /// Keeps labels away from an area.
    pub(super) fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// Keeps labels off a stroke while there is another way.
    pub(super) fn cross(&mut self, from: Position, to: Position) {
        self.strokes.push((from, to));
    }

    /// Sets a text whose room the layout has kept free.
    pub(super) fn set(&mut self, text: Line<'a>, paint: Paint, anchor: Anchor, at: Position) {
        let label = Label { text, paint, anchor, at };
        self.taken.push(label.area(self.font));
        self.placed.push(label);
    }

    /// Sets a text at the first of `offers` with free room, pushed sideways into the drawing where needed, and
    /// across a stroke only where there is no other way.
    pub(super) fn place(&mut self, text: Line<'a>, paint: Paint, offers: &[Offer]) {
        let text = self.fit(text);
        let (clear, crossing) = self.choose(&text, paint, offers);
        if let Some((anchor, at)) = clear.or(crossing) {
            self.set(text, paint, anchor, at);
        }
    }

    /// Sets a text like [`Board::place`], but never across a stroke.
    pub(super) fn place_clear(&mut self, text: Line<'a>, paint: Paint, offers: &[Offer]) {
        let text = self.fit(text);
        if let (Some((anchor, at)), _) = self.choose(&text, paint, offers) {
            self.set(text, paint, anchor, at);
        }
    }

    /// Returns the labels, those that look alike side by side.
    pub(super) fn into_labels(self) -> Vec<Label<'a>> {
        let mut labels = self.placed;
        labels.sort_by_key(|label| (label.paint.ink(), label.anchor as u8));
        labels
    }

    fn fit(&self, text: Line<'a>) -> Line<'a> {
        text.fit((self.bounds.right - self.bounds.left) * 9 / 10, self.font)
    }

    /// Returns the first free offer that crosses no stroke, and the first that does.
    fn choose(&self, text: &Line, paint: Paint, offers: &[Offer]) -> (Option<Offer>, Option<Offer>) {
        let width = paint.widen(text.width);
        let mut crossing = None;
        for &(anchor, at) in offers {
            let (at, area) = self.push_inside(at, area(width, self.font, anchor, at));
            if !self.is_free(&area) {
                continue;
            }
            if !self.strokes.iter().any(|stroke| area.is_crossed(*stroke)) {
                return (Some((anchor, at)), crossing);
            }
            crossing = crossing.or(Some((anchor, at)));
        }
        (None, crossing)
    }

    fn push_inside(&self, (x, y): Position, area: Area) -> (Position, Area) {
        let inward = (self.bounds.left - area.left).max(0) - (area.right - self.bounds.right).max(0);
        ((x + inward, y), Area { left: area.left + inward, right: area.right + inward, ..area })
    }

    fn is_free(&self, area: &Area) -> bool {
        self.bounds.holds(area) && !self.taken.iter().any(|taken| taken.overlaps(area))
    }
}

#[cfg(test)]
mod tests {
    use super::super::svg::Part;
    use super::*;

    const PAINT: Paint = Paint { part: Part::Label, role: None };
    const BOUNDS: Area = Area { left: 0, top: 0, right: 3000, bottom: 1000 };

    #[test]
    fn the_second_label_moves_and_the_third_gives_up() {
        let mut board = Board::new(BOUNDS, 140);
        let offers = [(Anchor::Middle, (1500, 500)), (Anchor::Middle, (1500, 700))];
        for text in ["4,00", "4,10", "4,20"] {
            board.place(Line::new(text, 140), PAINT, &offers);
        }
        let placed: Vec<_> =
            board.into_labels().iter().map(|label| (label.text.text.to_string(), label.at.1)).collect();
        assert_eq!(placed, [("4,00".into(), 500), ("4,10".into(), 700)]);
    }

    #[test]
    fn labels_are_pushed_into_the_drawing() {
        let mut board = Board::new(BOUNDS, 140);
        board.place(Line::new("30. juni 2020", 140), PAINT, &[(Anchor::Middle, (2950, 500))]);
        let labels = board.into_labels();
        assert_eq!(labels[0].at.0 + labels[0].text.width / 2, 3000);
    }

    #[test]
    fn a_stroke_is_avoided_while_there_is_room_elsewhere() {
        let offers = [(Anchor::Middle, (1500, 500)), (Anchor::Middle, (1500, 800))];
        let mut board = Board::new(BOUNDS, 140);
        board.cross((0, 400), (3000, 600));
        board.place(Line::new("4,00", 140), PAINT, &offers);
        board.place(Line::new("4,10", 140), PAINT, &offers);
        let heights: Vec<_> = board.into_labels().iter().map(|label| label.at.1).collect();
        assert_eq!(heights, [800, 500]);
    }
}
