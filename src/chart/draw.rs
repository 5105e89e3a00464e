//! Draws a chart with plotters on our canvas. Only `draw`, `plot` (coordinates) and `svg` (the canvas) know
//! plotters.
//!
//! The order of the layers is the order of the functions called in [`draw`]. Where things lie is asked of
//! `plot`, what is written of `annotate`; how they look is the style sheet's.

use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, TextStyle};

use super::labels::{PlacedLabel, SheetArea, SheetPoint, TextAnchor};
use super::layout::{ChartLayout, px};
use super::plot::{MarkShape, Plot};
use super::sign::{DIAMOND, RADIUS, SERIES_POINTS, SignOffset, SignOutline};
use super::svg::{ChartPart, HATCH, Paint, SvgCanvas, is_hatched, push_escaped, push_tenths};
use super::{Chart, ChartAxes, ChartMark, DrawingSize, KeySample, MarkRole, annotate};

type DrawResult = Result<(), DrawingAreaErrorKind<Infallible>>;

const POINT_RADIUS: i32 = px(5);

/// What the ids of a drawing's title and description end with.
const TITLE: &str = "t";
const DESCRIPTION: &str = "d";

/// Draws a chart as one `<svg>` element, or answers `None` for a chart with nothing to draw.
///
/// The drawing has its own title, description and pattern, with ids made of the chart's id, the size and a
/// letter (`savings-w-t`), so a chart can stand on a page in both sizes. It contains classes but no colours,
/// no `style` and no scripts; the same chart gives the same bytes everywhere.
pub fn draw(chart: &Chart, size: DrawingSize) -> Option<String> {
    let layout = ChartLayout::new(chart, size)?;
    let ids = id_prefix(chart, size);
    let mut svg = Vec::with_capacity(1024 + 128 * chart.marks.len());
    open(&mut svg, chart, size, &layout, &ids);
    let canvas = SvgCanvas::new(&mut svg, (layout.width, layout.height), layout.font, &ids);
    ChartDrawing { chart, layout: &layout, plot: Plot::new(chart, &layout), sheet: canvas.into_drawing_area() }
        .draw()
        .expect("a canvas in memory takes every shape");
    push(&mut svg, &["</svg>"]);
    Some(String::from_utf8(svg).expect("a drawing is made of texts and digits"))
}

/// Returns what all ids of one drawing begin with.
fn id_prefix(chart: &Chart, size: DrawingSize) -> String {
    let is_odd = |c: char| !c.is_alphanumeric() && c != '-';
    let size = match size {
        DrawingSize::Wide => "-w-",
        DrawingSize::Narrow => "-n-",
    };
    chart.id.replace(is_odd, "-") + size
}

fn open(svg: &mut Vec<u8>, chart: &Chart, size: DrawingSize, layout: &ChartLayout, ids: &str) {
    let class = match size {
        DrawingSize::Wide => "wide",
        DrawingSize::Narrow => "narrow",
    };
    push(svg, &["<svg class=\"chart ", class, "\" viewBox=\"0 0 "]);
    push_tenths(svg, layout.width);
    push(svg, &[" "]);
    push_tenths(svg, layout.height);
    push(svg, &["\" font-size=\""]);
    push_tenths(svg, layout.font);
    push(svg, &["\" role=\"img\" aria-labelledby=\"", ids, TITLE, " ", ids, DESCRIPTION]);
    push(svg, &["\"><title id=\"", ids, TITLE, "\">"]);
    push_escaped(svg, &chart.title);
    push(svg, &["</title><desc id=\"", ids, DESCRIPTION, "\">"]);
    push_escaped(svg, &chart.description);
    push(svg, &["</desc>"]);
    if needs_hatch(chart) {
        let place = "width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"";
        push(svg, &["<defs><pattern id=\"", ids, HATCH, "\" ", place]);
        push(svg, &["><path class=\"c-hatch\" d=\"M0 0v6\"/></pattern></defs>"]);
    }
}

fn push(svg: &mut Vec<u8>, texts: &[&str]) {
    texts.iter().for_each(|text| svg.extend_from_slice(text.as_bytes()));
}

fn needs_hatch(chart: &Chart) -> bool {
    let by_mark = |mark: &ChartMark| matches!(mark, ChartMark::Bar { role, .. } if is_hatched(*role));
    chart.marks.iter().any(by_mark) || chart.key.iter().any(|key| key.sample == KeySample::Bar && is_hatched(key.role))
}

/// A chart on its way to the sheet.
struct ChartDrawing<'a, 'c> {
    chart: &'a Chart,
    layout: &'a ChartLayout<'a>,
    plot: Plot<'a>,
    sheet: DrawingArea<SvgCanvas<'c>, Shift>,
}

impl ChartDrawing<'_, '_> {
    fn draw(&self) -> DrawResult {
        self.bands()?;
        self.grid()?;
        self.bars()?;
        self.segments()?;
        self.rules()?;
        self.moves()?;
        self.lines()?;
        self.leaders()?;
        self.points()?;
        self.key()?;
        self.labels(&annotate::labels(self.layout, &self.plot))?;
        self.sheet.present()
    }

    fn bands(&self) -> DrawResult {
        for (mark, shape) in self.plot.marks() {
            if let (ChartMark::Band { role, .. }, MarkShape::Area(area)) = (mark, shape) {
                self.rectangle(Paint::of(ChartPart::Band, *role), *area)?;
            }
        }
        Ok(())
    }

    fn grid(&self) -> DrawResult {
        let grid = Paint { part: ChartPart::Grid, role: None };
        let SheetArea { left, right, bottom, .. } = self.layout.plot;
        for tick in &self.plot.beside {
            self.path(grid, [(left, tick.at), (right, tick.at)])?;
        }
        match &self.chart.frame {
            ChartAxes::Rows { .. } => {
                for tick in &self.plot.below {
                    self.upright(grid, tick.at)?;
                }
            }
            ChartAxes::Columns { .. } => {}
            ChartAxes::Plane { .. } => {
                for tick in &self.plot.below {
                    self.path(grid, [(tick.at, bottom), (tick.at, bottom + px(5))])?;
                }
            }
        }
        self.tracks(grid)?;
        let axis = Paint { part: ChartPart::Axis, role: None };
        match self.plot.base().filter(|_| self.has_base()) {
            Some((from, _)) if self.plot.lies() => self.upright(axis, from.0),
            Some((from, to)) => self.path(axis, [from, to]),
            None => Ok(()),
        }
    }

    /// Draws a standing line through the rows, interrupted where a row has its name above it.
    fn upright(&self, paint: Paint, x: i32) -> DrawResult {
        let ChartLayout { plot: SheetArea { top, bottom, .. }, above, ref names, .. } = *self.layout;
        if above == 0 {
            return self.path(paint, [(x, top), (x, bottom)]);
        }
        let pitch = (bottom - top) / names.len().max(1) as i32;
        (0..names.len() as i32)
            .map(|row| top + row * pitch)
            .try_for_each(|row| self.path(paint, [(x, row + above), (x, row + pitch - px(6))]))
    }

    /// Draws the lines that points in rows lie on.
    fn tracks(&self, grid: Paint) -> DrawResult {
        let SheetArea { left, right, .. } = self.layout.plot;
        for row in 0..if self.has_tracks() { self.layout.names.len() } else { 0 } {
            if let Some(y) = self.plot.place(row.into()) {
                self.path(grid, [(left, y), (right, y)])?;
            }
        }
        Ok(())
    }

    fn has_tracks(&self) -> bool {
        self.plot.lies() && self.chart.marks.iter().any(|mark| matches!(mark, ChartMark::Point { .. }))
    }

    fn has_base(&self) -> bool {
        !self.plot.lies() || self.chart.marks.iter().any(|mark| matches!(mark, ChartMark::Bar { .. }))
    }

    /// Draws the bars role by role, so that all bars of a role are one path.
    fn bars(&self) -> DrawResult {
        let bar = |(mark, shape): (&ChartMark, &MarkShape)| match (mark, shape) {
            (ChartMark::Bar { role, from, to, .. }, MarkShape::Area(area)) if from != to => {
                Some((Paint::of(ChartPart::Bar, *role), *area))
            }
            _ => None,
        };
        let mut bars: Vec<(Paint, SheetArea)> = self.plot.marks().filter_map(bar).collect();
        bars.sort_by_key(|(paint, _)| paint.ink());
        bars.into_iter().try_for_each(|(paint, area)| self.rectangle(paint, area))
    }

    fn segments(&self) -> DrawResult {
        for (mark, shape) in self.plot.marks() {
            if let (ChartMark::Segment { tone, from, to, label, .. }, MarkShape::Area(area)) = (mark, shape)
                && from != to
            {
                self.rectangle(Paint::of(ChartPart::Segment, MarkRole::Tone(*tone)), *area)?;
                if let Some(center) = annotate::segment(self.layout, *area, *tone, label.as_deref()).sign {
                    self.point(MarkRole::Tone(*tone), center)?;
                }
            }
        }
        Ok(())
    }

    fn rules(&self) -> DrawResult {
        for (mark, shape) in self.plot.marks() {
            if let (ChartMark::Rule { role, .. }, MarkShape::Stroke(from, to)) = (mark, shape) {
                let paint = Paint::of(ChartPart::Rule, *role);
                match self.plot.lies() && from.0 == to.0 {
                    true => self.upright(paint, from.0)?,
                    false => self.path(paint, [*from, *to])?,
                }
            }
        }
        Ok(())
    }

    fn moves(&self) -> DrawResult {
        for (mark, shape) in self.plot.marks() {
            if let (ChartMark::Move { .. }, MarkShape::Stroke(from, to)) = (mark, shape) {
                self.arrow(*from, *to)?;
            }
        }
        Ok(())
    }

    /// Draws an arrow along an axis, from the edge of one point to the edge of another; too short, it has no head.
    fn arrow(&self, from: SheetPoint, to: SheetPoint) -> DrawResult {
        let paint = Paint { part: ChartPart::Move, role: None };
        let (dx, dy) = ((to.0 - from.0).signum(), (to.1 - from.1).signum());
        let length = (to.0 - from.0).abs().max((to.1 - from.1).abs());
        if length < 2 * POINT_RADIUS + px(8) {
            return self.path(paint, [from, to]);
        }
        let trim = POINT_RADIUS + px(2);
        let back = |along: i32, aside: i32| (to.0 - dx * along + dy * aside, to.1 - dy * along + dx * aside);
        self.path(paint, [(from.0 + dx * POINT_RADIUS, from.1 + dy * POINT_RADIUS), back(trim, 0)])?;
        self.path(paint, [back(trim + px(5), px(4)), back(trim, 0), back(trim + px(5), -px(4))])
    }

    fn lines(&self) -> DrawResult {
        for (mark, shape) in self.plot.marks() {
            if let (ChartMark::Line { role, .. }, MarkShape::Path(path)) = (mark, shape)
                && path.len() > 1
            {
                self.path(Paint::of(ChartPart::Line, *role), path.as_slice())?;
            }
        }
        Ok(())
    }

    /// Draws a thin stroke from the end of each line to a name that could not stand beside it.
    fn leaders(&self) -> DrawResult {
        let paint = Paint { part: ChartPart::Axis, role: None };
        for end in annotate::ends(self.layout, &self.plot).iter().filter(|end| end.is_moved(self.layout)) {
            self.path(paint, [(end.from.0 + px(8), end.from.1), (end.at.0 - px(4), end.at.1)])?;
        }
        Ok(())
    }

    fn points(&self) -> DrawResult {
        for (mark, shape) in self.plot.marks() {
            if let (ChartMark::Point { role, .. }, MarkShape::Spot(center)) = (mark, shape) {
                self.point(*role, *center)?;
            }
        }
        Ok(())
    }

    fn key(&self) -> DrawResult {
        for entry in &self.layout.key {
            let SheetArea { left, top, right, bottom } = entry.sample;
            let (role, center) = (entry.key.role, ((left + right) / 2, (top + bottom) / 2));
            match (entry.key.sample, role) {
                (_, MarkRole::Tone(_)) | (KeySample::Point, _) => self.point(role, center)?,
                (KeySample::Bar, _) => self.rectangle(Paint::of(ChartPart::Bar, role), entry.sample)?,
                (KeySample::Band, _) => self.rectangle(Paint::of(ChartPart::Band, role), entry.sample)?,
                (KeySample::Line, _) => {
                    self.path(Paint::of(ChartPart::Line, role), [(left, center.1), (right, center.1)])?;
                    if matches!(role, MarkRole::Series(_)) || self.layout.names_lines {
                        self.point(role, center)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn labels(&self, labels: &[PlacedLabel]) -> DrawResult {
        let mut style = TextStyle::from(("sans-serif", self.layout.font).into_font());
        for label in labels {
            let anchor = match label.anchor {
                TextAnchor::Start => HPos::Left,
                TextAnchor::Middle => HPos::Center,
                TextAnchor::End => HPos::Right,
            };
            style.color = label.paint.color().to_backend_color();
            style.pos = Pos::new(anchor, VPos::Center);
            self.sheet.draw_text(&label.text.text, &style, label.at)?;
        }
        Ok(())
    }

    /// Draws a point in the shape of its role.
    fn point(&self, role: MarkRole, center: SheetPoint) -> DrawResult {
        let paint = Paint::of(ChartPart::Point, role);
        let outline = match role {
            MarkRole::Tone(tone) => tone.outline(),
            MarkRole::Target => SignOutline::Polygon(DIAMOND),
            MarkRole::Series(nth) => {
                SignOutline::Polygon(SERIES_POINTS.get(usize::from(nth) % 5).copied().unwrap_or(DIAMOND))
            }
            _ => return self.disc(paint, center, POINT_RADIUS),
        };
        match outline {
            SignOutline::Disc => self.disc(paint, center, RADIUS)?,
            SignOutline::Polygon(corners) => self.sheet.draw(&Polygon::new(around(center, corners), paint.color()))?,
        }
        let MarkRole::Tone(tone) = role else { return Ok(()) };
        let sign = Paint::of(ChartPart::Sign, role);
        tone.strokes().iter().try_for_each(|stroke| self.path(sign, around(center, stroke)))
    }

    fn disc(&self, paint: Paint, center: SheetPoint, radius: i32) -> DrawResult {
        self.sheet.draw(&Circle::new(center, radius, paint.color().filled()))
    }

    fn rectangle(&self, paint: Paint, area: SheetArea) -> DrawResult {
        let corners = [(area.left, area.top), (area.right, area.bottom)];
        self.sheet.draw(&Rectangle::new(corners, paint.color().filled()))
    }

    fn path(&self, paint: Paint, points: impl Into<Vec<SheetPoint>>) -> DrawResult {
        self.sheet.draw(&PathElement::new(points, paint.color()))
    }
}

fn around((x, y): SheetPoint, offsets: &[SignOffset]) -> Vec<SheetPoint> {
    offsets.iter().map(|(dx, dy)| (x + dx, y + dy)).collect()
}
