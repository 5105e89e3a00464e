//! A canvas for plotters that writes SVG with classes instead of colours.
//!
//! plotters knows colours only, so a [`Paint`] travels through it as a reserved one and becomes classes here.
//! Shapes that follow one another in the same paint share one `<path>`, texts one `<g>`. What plotters calls
//! a pixel is a tenth of an SVG unit: its whole numbers give coordinates with one decimal, the same everywhere.
//! Knows nothing of marks and axes.

use std::convert::Infallible;

use plotters::style::{RGBColor, text_anchor::HPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

use super::{MarkRole, text};

/// How something is drawn: the part of the chart it is, and the role it plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paint {
    pub(super) part: ChartPart,
    pub(super) role: Option<MarkRole>,
}

/// A part of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ChartPart {
    Grid,
    Axis,
    Band,
    Bar,
    Segment,
    Rule,
    Move,
    Line,
    Point,
    Sign,
    Name,
    Tick,
    Label,
    Count,
}

/// Classes of the parts, in the order of [`ChartPart`].
const PARTS: [&str; 14] = [
    "c-grid",
    "c-axis",
    "c-band",
    "c-bar",
    "c-segment",
    "c-rule",
    "c-move",
    "c-line",
    "c-point",
    "c-sign",
    "c-name",
    "c-tick",
    "c-label",
    "c-count",
];

/// Classes of the roles, in the order of [`rank`]; rank 0 is no role.
const ROLES: [&str; 22] = [
    "",
    "c-planned",
    "c-actual",
    "c-forecast",
    "c-negative",
    "c-target",
    "c-baseline",
    "c-as-of",
    "c-complete",
    "c-good",
    "c-fair",
    "c-warning",
    "c-bad",
    "c-severe",
    "c-none",
    "c-empty",
    "c-empty c-untold",
    "c-series-1",
    "c-series-2",
    "c-series-3",
    "c-series-4",
    "c-series-5",
];

fn rank(role: Option<MarkRole>) -> u8 {
    match role {
        None => 0,
        Some(MarkRole::Planned) => 1,
        Some(MarkRole::Actual) => 2,
        Some(MarkRole::Forecast) => 3,
        Some(MarkRole::Negative) => 4,
        Some(MarkRole::Target) => 5,
        Some(MarkRole::Baseline) => 6,
        Some(MarkRole::AsOf) => 7,
        Some(MarkRole::Tone(tone)) => 8 + tone as u8,
        Some(MarkRole::Series(nth)) => 17 + nth % 5,
    }
}

impl Paint {
    pub(super) fn of(part: ChartPart, role: MarkRole) -> Paint {
        Paint { part, role: Some(role) }
    }

    /// Returns how wide text of a width is in this paint. What a mark says is set bold, plans and baselines are
    /// not, and bold letters are up to a tenth wider.
    pub(super) fn widen(self, width: i32) -> i32 {
        if self.is_bold() { width + width / 10 } else { width }
    }

    fn is_bold(self) -> bool {
        let is_said = matches!(self.part, ChartPart::Label | ChartPart::Count);
        is_said && !matches!(self.role, None | Some(MarkRole::Planned | MarkRole::Baseline | MarkRole::Series(_)))
    }

    /// Returns the reserved colour that carries the paint through plotters.
    pub(super) fn color(self) -> RGBColor {
        let (part, role) = self.ink();
        RGBColor(part, role, 0)
    }

    /// Returns the ranks of part and role, which order paints.
    pub(super) fn ink(self) -> Ink {
        (self.part as u8, rank(self.role))
    }
}

/// What the id of a drawing's hatch ends with.
pub(super) const HATCH: &str = "h";

/// Roles whose bars are filled with the hatch.
const HATCHED: [MarkRole; 2] = [MarkRole::Planned, MarkRole::Forecast];

/// Tells whether bars of a role are filled with the hatch.
pub(super) fn is_hatched(role: MarkRole) -> bool {
    HATCHED.contains(&role)
}

/// The element being written, to which the next shape or text may join.
#[derive(Clone, Copy, PartialEq)]
enum OpenElement {
    Nothing,
    Path(Ink),
    Texts(Ink, char),
}

/// A paint as it comes out of plotters: the ranks of part and role.
pub(super) type Ink = (u8, u8);

/// The drawing backend. [`DrawingBackend::present`] closes what is open.
pub(super) struct SvgCanvas<'a> {
    out: &'a mut Vec<u8>,
    size: (u32, u32),
    font: i32,
    ids: &'a str,
    open: OpenElement,
}

impl<'a> SvgCanvas<'a> {
    /// Answers a canvas that appends to `out`, with text of size `font` and bars hatched by the pattern
    /// whose id is `ids` and [`HATCH`].
    pub(super) fn new(out: &'a mut Vec<u8>, (width, height): (i32, i32), font: i32, ids: &'a str) -> SvgCanvas<'a> {
        SvgCanvas { out, size: (width.unsigned_abs(), height.unsigned_abs()), font, ids, open: OpenElement::Nothing }
    }

    fn open_path(&mut self, color: BackendColor) {
        let ink = (color.rgb.0, color.rgb.1);
        if self.open == OpenElement::Path(ink) {
            return;
        }
        self.close();
        self.out.extend_from_slice(b"<path");
        self.classes(ink);
        if ink.0 == ChartPart::Bar as u8 && HATCHED.iter().any(|role| rank(Some(*role)) == ink.1) {
            self.out.extend_from_slice(b" fill=\"url(#");
            self.out.extend_from_slice(self.ids.as_bytes());
            self.out.extend_from_slice(HATCH.as_bytes());
            self.out.extend_from_slice(b")\"");
        }
        self.out.extend_from_slice(b" d=\"");
        self.open = OpenElement::Path(ink);
    }

    fn open_texts(&mut self, color: BackendColor, anchor: char) {
        let ink = (color.rgb.0, color.rgb.1);
        if self.open == OpenElement::Texts(ink, anchor) {
            return;
        }
        self.close();
        self.out.extend_from_slice(b"<g");
        self.classes(ink);
        match anchor {
            'm' => self.out.extend_from_slice(b" text-anchor=\"middle\""),
            'e' => self.out.extend_from_slice(b" text-anchor=\"end\""),
            _ => {}
        }
        self.out.push(b'>');
        self.open = OpenElement::Texts(ink, anchor);
    }

    fn close(&mut self) {
        match self.open {
            OpenElement::Nothing => {}
            OpenElement::Path(_) => self.out.extend_from_slice(b"\"/>"),
            OpenElement::Texts(..) => self.out.extend_from_slice(b"</g>"),
        }
        self.open = OpenElement::Nothing;
    }

    fn classes(&mut self, (part, role): Ink) {
        self.out.extend_from_slice(b" class=\"");
        self.out.extend_from_slice(PARTS.get(usize::from(part)).unwrap_or(&"").as_bytes());
        if let Some(role) = ROLES.get(usize::from(role)).filter(|role| !role.is_empty()) {
            self.out.push(b' ');
            self.out.extend_from_slice(role.as_bytes());
        }
        self.out.push(b'"');
    }

    /// Moves to the first of `points` and draws to the others.
    fn trace(&mut self, points: impl IntoIterator<Item = BackendCoord>) {
        let mut points = points.into_iter();
        let Some(mut pen) = points.next() else { return };
        self.move_to(pen);
        for point in points {
            match (point.0 - pen.0, point.1 - pen.1) {
                (0, 0) => continue,
                (dx, 0) => self.step(b'h', &[dx]),
                (0, dy) => self.step(b'v', &[dy]),
                (dx, dy) => self.step(b'l', &[dx, dy]),
            }
            pen = point;
        }
    }

    fn move_to(&mut self, (x, y): BackendCoord) {
        self.step(b'M', &[x, y]);
    }

    fn step(&mut self, command: u8, lengths: &[i32]) {
        self.out.push(command);
        for (at, length) in lengths.iter().enumerate() {
            if at > 0 && *length >= 0 {
                self.out.push(b' ');
            }
            push_tenths(self.out, *length);
        }
    }
}

type DrawingOutcome = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for SvgCanvas<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> DrawingOutcome {
        Ok(())
    }

    fn present(&mut self) -> DrawingOutcome {
        self.close();
        Ok(())
    }

    /// A chart has no pixels.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> DrawingOutcome {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> DrawingOutcome {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> DrawingOutcome {
        self.open_path(style.color());
        self.trace(path);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        _: bool,
    ) -> DrawingOutcome {
        self.open_path(style.color());
        self.trace([from, (to.0, from.1), to, (from.0, to.1)]);
        self.out.push(b'z');
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        _: bool,
    ) -> DrawingOutcome {
        let radius = i32::try_from(radius).unwrap_or(0);
        self.open_path(style.color());
        self.move_to((x - radius, y));
        for across in [2 * radius, -2 * radius] {
            self.step(b'a', &[radius, radius]);
            self.out.extend_from_slice(b" 0 1 0 ");
            push_tenths(self.out, across);
            self.out.extend_from_slice(b" 0");
        }
        self.out.push(b'z');
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> DrawingOutcome {
        self.open_path(style.color());
        self.trace(corners);
        self.out.push(b'z');
        Ok(())
    }

    /// Sets text with its anchor horizontally as told and vertically in the middle of the line.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> DrawingOutcome {
        let anchor = match style.anchor().h_pos {
            HPos::Left => 's',
            HPos::Center => 'm',
            HPos::Right => 'e',
        };
        self.open_texts(style.color(), anchor);
        self.out.extend_from_slice(b"<text x=\"");
        push_tenths(self.out, x);
        self.out.extend_from_slice(b"\" y=\"");
        push_tenths(self.out, y + self.font * 35 / 100);
        self.out.extend_from_slice(b"\">");
        push_escaped(self.out, text);
        self.out.extend_from_slice(b"</text>");
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        _: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((text::width(text, self.font).unsigned_abs(), self.font.unsigned_abs()))
    }
}

/// Appends a length in tenths as SVG units, with a decimal only where there is one.
pub(super) fn push_tenths(out: &mut Vec<u8>, tenths: i32) {
    if tenths < 0 {
        out.push(b'-');
    }
    let tenths = tenths.unsigned_abs();
    push_whole(out, tenths / 10);
    if !tenths.is_multiple_of(10) {
        out.extend_from_slice(&[b'.', b'0' + (tenths % 10) as u8]);
    }
}

/// Appends a number three digits at a time: few lengths have more.
fn push_whole(out: &mut Vec<u8>, number: u32) {
    let digit = |number: u32| b'0' + (number % 10) as u8;
    let [hundreds, tens, ones] = [digit(number / 100), digit(number / 10), digit(number)];
    match number {
        0..10 => out.push(ones),
        10..100 => out.extend_from_slice(&[tens, ones]),
        100..1000 => out.extend_from_slice(&[hundreds, tens, ones]),
        _ => {
            push_whole(out, number / 1000);
            out.extend_from_slice(&[hundreds, tens, ones]);
        }
    }
}

/// Appends text fit for XML: escaped, and without the characters XML 1.0 forbids.
pub(super) fn push_escaped(out: &mut Vec<u8>, text: &str) {
    // Most texts are fit as they are. The last two forbidden characters begin with 0xEF, as some others do. Looking at
    // all bytes, whatever the first says, is many at a time.
    let is_odd = |byte| byte < b' ' || matches!(byte, b'&' | b'<' | b'>' | b'"' | 0xEF);
    if !text.bytes().map(is_odd).fold(false, std::ops::BitOr::bitor) {
        return out.extend_from_slice(text.as_bytes());
    }
    for c in text.chars() {
        let mut bytes = [0; 4];
        let escaped = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\t' | '\n' | '\r' => " ",
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => "",
            _ => c.encode_utf8(&mut bytes),
        };
        out.extend_from_slice(escaped.as_bytes());
    }
}
