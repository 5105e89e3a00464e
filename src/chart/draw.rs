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

use super::labels::{Anchor, Area, Label, Position};
use super::layout::{Layout, px};
use super::plot::{Plot, Shape};
use super::sign::{DIAMOND, Offset, Outline, RADIUS};
use super::svg::{Canvas, HATCH, Paint, Part, is_hatched, push_escaped, push_tenths};
use super::{Chart, Frame, Mark, Role, Sample, Size, annotate};

type Drawn = Result<(), DrawingAreaErrorKind<Infallible>>;

const POINT_RADIUS: i32 = px(5);

/// What the ids of a drawing's title and description end with.
const TITLE: &str = "t";
const DESCRIPTION: &str = "d";

/// Draws a chart as one `<svg>` element, or answers `None` for a chart with nothing to draw.
///
/// The drawing has its own title, description and pattern, with ids made of the chart's id, the size and a
/// letter (`savings-w-t`), so a chart can stand on a page in both sizes. It contains classes but no colours,
/// no `style` and no scripts; the same chart gives the same bytes everywhere.
pub fn draw(chart: &Chart, size: Size) -> Option<String> {
    let layout = Layout::new(chart, size)?;
    let ids = id_prefix(chart, size);
    let mut svg = Vec::with_capacity(1024 + 128 * chart.marks.len());
    open(&mut svg, chart, size, &layout, &ids);
    let canvas = Canvas::new(&mut svg, (layout.width, layout.height), layout.font, &ids);
    Drawing { chart, layout: &layout, plot: Plot::new(chart, &layout), sheet: canvas.into_drawing_area() }
        .draw()
        .expect("a canvas in memory takes every shape");
    push(&mut svg, &["</svg>"]);
    Some(String::from_utf8(svg).expect("a drawing is made of texts and digits"))
}

/// Returns what all ids of one drawing begin with.
fn id_prefix(chart: &Chart, size: Size) -> String {
    let is_odd = |c: char| !c.is_alphanumeric() && c != '-';
    let size = match size {
        Size::Wide => "-w-",
        Size::Narrow => "-n-",
    };
    chart.id.replace(is_odd, "-") + size
}

fn open(svg: &mut Vec<u8>, chart: &Chart, size: Size, layout: &Layout, ids: &str) {
    let class = match size {
        Size::Wide => "wide",
        Size::Narrow => "narrow",
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
    let by_mark = |mark: &Mark| matches!(mark, Mark::Bar { role, .. } if is_hatched(*role));
    chart.marks.iter().any(by_mark) || chart.key.iter().any(|key| key.sample == Sample::Bar && is_hatched(key.role))
}

/// A chart on its way to the sheet.
struct Drawing<'a, 'c> {
    chart: &'a Chart,
    layout: &'a Layout<'a>,
    plot: Plot<'a>,
    sheet: DrawingArea<Canvas<'c>, Shift>,
}

impl Drawing<'_, '_> {
    fn draw(&self) -> Drawn {
        self.bands()?;
        self.grid()?;
        self.bars()?;
        self.segments()?;
        self.rules()?;
        self.moves()?;
        self.lines()?;
        self.points()?;
        self.key()?;
        self.labels(&annotate::labels(self.layout, &self.plot))?;
        self.sheet.present()
    }

    fn bands(&self) -> Drawn {
        for (mark, shape) in self.plot.marks() {
            if let (Mark::Band { role, .. }, Shape::Area(area)) = (mark, shape) {
                self.rectangle(Paint::of(Part::Band, *role), *area)?;
            }
        }
        Ok(())
    }

    fn grid(&self) -> Drawn {
        let grid = Paint { part: Part::Grid, role: None };
        let Area { left, right, bottom, .. } = self.layout.plot;
        for tick in &self.plot.beside {
            self.path(grid, [(left, tick.at), (right, tick.at)])?;
        }
        match &self.chart.frame {
            Frame::Rows { .. } => {
                for tick in &self.plot.below {
                    self.upright(grid, tick.at)?;
                }
            }
            Frame::Columns { .. } => {}
            Frame::Plane { .. } => {
                for tick in &self.plot.below {
                    self.path(grid, [(tick.at, bottom), (tick.at, bottom + px(5))])?;
                }
            }
        }
        self.tracks(grid)?;
        let axis = Paint { part: Part::Axis, role: None };
        match self.plot.base().filter(|_| self.has_base()) {
            Some((from, _)) if self.plot.lies() => self.upright(axis, from.0),
            Some((from, to)) => self.path(axis, [from, to]),
            None => Ok(()),
        }
    }

    /// Draws a standing line through the rows, interrupted where a row has its name above it.
    fn upright(&self, paint: Paint, x: i32) -> Drawn {
        let Layout { plot: Area { top, bottom, .. }, above, ref names, .. } = *self.layout;
        if above == 0 {
            return self.path(paint, [(x, top), (x, bottom)]);
        }
        let pitch = (bottom - top) / names.len().max(1) as i32;
        (0..names.len() as i32)
            .map(|row| top + row * pitch)
            .try_for_each(|row| self.path(paint, [(x, row + above), (x, row + pitch - px(6))]))
    }

    /// Draws the lines that points in rows lie on.
    fn tracks(&self, grid: Paint) -> Drawn {
        let Area { left, right, .. } = self.layout.plot;
        for row in 0..if self.has_tracks() { self.layout.names.len() } else { 0 } {
            if let Some(y) = self.plot.place(row.into()) {
                self.path(grid, [(left, y), (right, y)])?;
            }
        }
        Ok(())
    }

    fn has_tracks(&self) -> bool {
        self.plot.lies() && self.chart.marks.iter().any(|mark| matches!(mark, Mark::Point { .. }))
    }

    fn has_base(&self) -> bool {
        !self.plot.lies() || self.chart.marks.iter().any(|mark| matches!(mark, Mark::Bar { .. }))
    }

    /// Draws the bars role by role, so that all bars of a role are one path.
    fn bars(&self) -> Drawn {
        let bar = |(mark, shape): (&Mark, &Shape)| match (mark, shape) {
            (Mark::Bar { role, from, to, .. }, Shape::Area(area)) if from != to => {
                Some((Paint::of(Part::Bar, *role), *area))
            }
            _ => None,
        };
        let mut bars: Vec<(Paint, Area)> = self.plot.marks().filter_map(bar).collect();
        bars.sort_by_key(|(paint, _)| paint.ink());
        bars.into_iter().try_for_each(|(paint, area)| self.rectangle(paint, area))
    }

    fn segments(&self) -> Drawn {
        for (mark, shape) in self.plot.marks() {
            if let (Mark::Segment { tone, from, to, label, .. }, Shape::Area(area)) = (mark, shape)
                && from != to
            {
                self.rectangle(Paint::of(Part::Segment, Role::Tone(*tone)), *area)?;
                if let Some(center) = annotate::segment(self.layout, *area, *tone, label.as_deref()).sign {
                    self.point(Role::Tone(*tone), center)?;
                }
            }
        }
        Ok(())
    }

    fn rules(&self) -> Drawn {
        for (mark, shape) in self.plot.marks() {
            if let (Mark::Rule { role, .. }, Shape::Stroke(from, to)) = (mark, shape) {
                let paint = Paint::of(Part::Rule, *role);
                match self.plot.lies() && from.0 == to.0 {
                    true => self.upright(paint, from.0)?,
                    false => self.path(paint, [*from, *to])?,
                }
            }
        }
        Ok(())
    }

    fn moves(&self) -> Drawn {
        for (mark, shape) in self.plot.marks() {
            if let (Mark::Move { .. }, Shape::Stroke(from, to)) = (mark, shape) {
                self.arrow(*from, *to)?;
            }
        }
        Ok(())
    }

    /// Draws an arrow along an axis, from the edge of one point to the edge of another; too short, it has no head.
    fn arrow(&self, from: Position, to: Position) -> Drawn {
        let paint = Paint { part: Part::Move, role: None };
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

    fn lines(&self) -> Drawn {
        for (mark, shape) in self.plot.marks() {
            if let (Mark::Line { role, .. }, Shape::Path(path)) = (mark, shape)
                && path.len() > 1
            {
                self.path(Paint::of(Part::Line, *role), path.as_slice())?;
            }
        }
        Ok(())
    }

    fn points(&self) -> Drawn {
        for (mark, shape) in self.plot.marks() {
            if let (Mark::Point { role, .. }, Shape::Spot(center)) = (mark, shape) {
                self.point(*role, *center)?;
            }
        }
        Ok(())
    }

    fn key(&self) -> Drawn {
        for entry in &self.layout.key {
            let Area { left, top, right, bottom } = entry.sample;
            let (role, center) = (entry.key.role, ((left + right) / 2, (top + bottom) / 2));
            match (entry.key.sample, role) {
                (_, Role::Tone(_)) | (Sample::Point, _) => self.point(role, center)?,
                (Sample::Bar, _) => self.rectangle(Paint::of(Part::Bar, role), entry.sample)?,
                (Sample::Band, _) => self.rectangle(Paint::of(Part::Band, role), entry.sample)?,
                (Sample::Line, _) => {
                    self.path(Paint::of(Part::Line, role), [(left, center.1), (right, center.1)])?;
                }
            }
        }
        Ok(())
    }

    fn labels(&self, labels: &[Label]) -> Drawn {
        let mut style = TextStyle::from(("sans-serif", self.layout.font).into_font());
        for label in labels {
            let anchor = match label.anchor {
                Anchor::Start => HPos::Left,
                Anchor::Middle => HPos::Center,
                Anchor::End => HPos::Right,
            };
            style.color = label.paint.color().to_backend_color();
            style.pos = Pos::new(anchor, VPos::Center);
            self.sheet.draw_text(&label.text.text, &style, label.at)?;
        }
        Ok(())
    }

    /// Draws a point in the shape of its role.
    fn point(&self, role: Role, center: Position) -> Drawn {
        let paint = Paint::of(Part::Point, role);
        let outline = match role {
            Role::Tone(tone) => tone.outline(),
            Role::Target => Outline::Polygon(DIAMOND),
            _ => return self.disc(paint, center, POINT_RADIUS),
        };
        match outline {
            Outline::Disc => self.disc(paint, center, RADIUS)?,
            Outline::Polygon(corners) => self.sheet.draw(&Polygon::new(around(center, corners), paint.color()))?,
        }
        let Role::Tone(tone) = role else { return Ok(()) };
        let sign = Paint::of(Part::Sign, role);
        tone.strokes().iter().try_for_each(|stroke| self.path(sign, around(center, stroke)))
    }

    fn disc(&self, paint: Paint, center: Position, radius: i32) -> Drawn {
        self.sheet.draw(&Circle::new(center, radius, paint.color().filled()))
    }

    fn rectangle(&self, paint: Paint, area: Area) -> Drawn {
        let corners = [(area.left, area.top), (area.right, area.bottom)];
        self.sheet.draw(&Rectangle::new(corners, paint.color().filled()))
    }

    fn path(&self, paint: Paint, points: impl Into<Vec<Position>>) -> Drawn {
        self.sheet.draw(&PathElement::new(points, paint.color()))
    }
}

fn around((x, y): Position, offsets: &[Offset]) -> Vec<Position> {
    offsets.iter().map(|(dx, dy)| (x + dx, y + dy)).collect()
}
