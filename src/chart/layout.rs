//! Where everything goes on the sheet: key, names, plot and the room for labels around it.
//!
//! Knows the chart and how wide its texts are, not where a value lies in the plot (see `plot`). Lengths are
//! tenths of an SVG unit.

use super::labels::{SheetArea, SheetPoint};
use super::svg::{ChartPart, Paint};
use super::text::{self, TextLine};
use super::{Axis, Chart, ChartAxes, ChartKeyEntry, ChartMark, DrawingSize, KeySample, MarkRole, Tick};

/// Returns a length in SVG units as tenths.
pub(super) const fn px(units: i32) -> i32 {
    units * 10
}

/// The room between bars side by side.
pub(super) const GAP: i32 = px(3);
/// The room between a mark and its label.
pub(super) const LABEL_GAP: i32 = px(7);
/// The room between the end of a line or rule and its word, so that it clears a point there.
pub(super) const END_GAP: i32 = px(11);
/// The room between the end of a line and its name in a column of names, with a stroke between the two.
pub(super) const NAME_GAP: i32 = px(22);
const MAX_LANES: u8 = 8;

/// The sheet a chart is drawn on.
pub(super) struct ChartLayout<'a> {
    pub(super) width: i32,
    pub(super) height: i32,
    /// The size of all text.
    pub(super) font: i32,
    /// The height of a line of text.
    pub(super) line: i32,
    /// Where places and values are drawn.
    pub(super) plot: SheetArea,
    /// The height of the names above the rows; 0 where they stand beside them.
    pub(super) above: i32,
    /// How far the middle of the bars lies below the middle of its row.
    pub(super) shift: i32,
    /// How many bars stand side by side.
    pub(super) lanes: u8,
    /// How thick a bar is.
    pub(super) thickness: i32,
    /// The names of the rows, each in lines.
    pub(super) names: Vec<Vec<TextLine<'a>>>,
    /// Lines are told apart by their names: those beside one that leads.
    pub(super) names_lines: bool,
    /// Their names stand at their ends; else in the key.
    pub(super) has_end_names: bool,
    /// The entries of the key.
    pub(super) key: Vec<PlacedKeyEntry<'a>>,
}

/// An entry of the key in its place.
pub(super) struct PlacedKeyEntry<'a> {
    pub(super) key: &'a ChartKeyEntry,
    /// The room of the sample.
    pub(super) sample: SheetArea,
    /// Where the text begins, vertically its middle.
    pub(super) at: SheetPoint,
    pub(super) text: TextLine<'a>,
}

impl<'a> ChartLayout<'a> {
    /// Lays out a chart; answers `None` for one with nothing to draw.
    pub(super) fn new(chart: &'a Chart, size: DrawingSize) -> Option<ChartLayout<'a>> {
        if chart.marks.is_empty() {
            return None;
        }
        let mut layout = ChartLayout::sheet(chart, size);
        let key = if layout.has_end_names { &[][..] } else { &chart.key };
        let top = layout.set_key(key) + layout.headroom(chart);
        match &chart.frame {
            ChartAxes::Rows { names, .. } | ChartAxes::Columns { names, .. } if names.is_empty() => return None,
            ChartAxes::Rows { names, values } => layout.set_rows(chart, names, values, size, top),
            ChartAxes::Columns { names, values } => layout.set_upright(chart, Some(names.len()), values, size, top),
            ChartAxes::Plane { values, .. } => layout.set_upright(chart, None, values, size, top),
        }
        Some(layout)
    }

    fn sheet(chart: &Chart, size: DrawingSize) -> ChartLayout<'a> {
        let (width, font) = match size {
            DrawingSize::Wide => (px(720), px(15)),
            DrawingSize::Narrow => (px(320), px(14)),
        };
        let names_lines = names_lines(chart);
        let mut layout = ChartLayout {
            width,
            height: 0,
            font,
            line: font * 13 / 10,
            plot: SheetArea { left: 0, top: 0, right: width, bottom: 0 },
            above: 0,
            shift: 0,
            lanes: lanes(chart),
            thickness: font,
            names: Vec::new(),
            names_lines,
            has_end_names: false,
            key: Vec::new(),
        };
        layout.has_end_names = names_lines && layout.have_names_room(chart, size);
        layout
    }

    /// Tells whether the names of all lines have room at their ends, one below the other.
    fn have_names_room(&self, chart: &Chart, size: DrawingSize) -> bool {
        let (body, _) = upright_room(size);
        let most = name_room(size);
        let ends = || chart.marks.iter().filter_map(end_name);
        let fits = |(role, label): (MarkRole, &str)| self.label_width(role, label) + NAME_GAP + px(4) <= most;
        ends().all(fits) && ends().count() as i32 * self.line <= body
    }

    /// Returns the whole sheet.
    pub(super) fn bounds(&self) -> SheetArea {
        SheetArea { left: 0, top: 0, right: self.width, bottom: self.height }
    }

    pub(super) fn text_width(&self, text: &str) -> i32 {
        text::width(text, self.font)
    }

    /// Returns the width of the label of a mark.
    pub(super) fn label_width(&self, role: MarkRole, label: &str) -> i32 {
        Paint::of(ChartPart::Label, role).widen(self.text_width(label))
    }

    /// Sets the key in lines from the top and returns where the room below it begins.
    fn set_key(&mut self, keys: &'a [ChartKeyEntry]) -> i32 {
        let pitch = px(24);
        let (mut x, mut y) = (0, pitch / 2);
        for key in keys {
            let sample = sample_width(key);
            let text = TextLine::new(&key.label, self.font).fit(self.width - sample - LABEL_GAP, self.font);
            let width = sample + LABEL_GAP + text.width;
            if x > 0 && x + width > self.width {
                (x, y) = (0, y + pitch);
            }
            self.key.push(PlacedKeyEntry {
                key,
                sample: SheetArea { left: x, top: y - px(7), right: x + sample, bottom: y + px(7) },
                at: (x + sample + LABEL_GAP, y),
                text,
            });
            x += width + px(22);
        }
        if keys.is_empty() { 0 } else { y + pitch / 2 + px(8) }
    }

    /// Returns the room above the plot for the words of standing rules.
    fn headroom(&self, chart: &Chart) -> i32 {
        let standing = match chart.frame {
            ChartAxes::Rows { .. } => Axis::Values,
            ChartAxes::Columns { .. } | ChartAxes::Plane { .. } => Axis::Places,
        };
        let is_labelled =
            |mark: &&ChartMark| matches!(mark, ChartMark::Rule { on, label: Some(_), .. } if *on == standing);
        let rules = chart.marks.iter().filter(is_labelled).count().min(2);
        self.line * rules as i32
    }

    fn set_rows(&mut self, chart: &Chart, names: &'a [String], values: &[Tick], size: DrawingSize, top: i32) {
        let room = match size {
            DrawingSize::Wide => px(260),
            DrawingSize::Narrow => self.width,
        };
        self.names = names.iter().map(|name| text::wrap(name, room, self.font, 2)).collect();
        let lines = self.names.iter().map(Vec::len).max().unwrap_or(1) as i32;
        let widest = self.names.iter().flatten().map(|line| line.width).max().unwrap_or(0);
        let (body, below) = self.row_body(chart, size);
        let (column, pitch) = if size == DrawingSize::Wide && widest > 0 {
            (widest + px(16), (body + below).max(lines * self.line) + px(16))
        } else {
            self.above = if widest > 0 { lines * self.line } else { 0 };
            let pitch = self.above + px(4) + body + below + px(14);
            self.shift = self.above + px(4) + body / 2 - pitch / 2;
            (0, pitch)
        };
        let bottom = top + pitch * names.len() as i32;
        let (left, right) = self.label_room(chart, (self.width - column) * 3 / 5);
        self.plot = SheetArea { left: column + left, top, right: self.width - right, bottom };
        self.height = bottom + if values.is_empty() { 0 } else { self.line + px(8) };
    }

    /// Returns the height of what a row shows, and of the room below it for labels.
    fn row_body(&self, chart: &Chart, size: DrawingSize) -> (i32, i32) {
        if chart.marks.iter().any(|mark| matches!(mark, ChartMark::Segment { .. })) {
            return (px(40), 0);
        }
        let lanes = i32::from(self.lanes);
        let bars = lanes * self.thickness + (lanes - 1) * GAP;
        match size {
            _ if lanes > 0 => (bars, 0),
            DrawingSize::Wide => (px(22), 0),
            DrawingSize::Narrow => (px(16), self.line),
        }
    }

    /// Returns the room that labels take to the left and to the right of the plot in rows, together at most `most`.
    fn label_room(&self, chart: &Chart, most: i32) -> (i32, i32) {
        let (mut left, mut right) = (px(1), px(1));
        for mark in &chart.marks {
            match mark {
                ChartMark::Bar { role, from, to, label: Some(label), .. } => {
                    let side = if to < from { &mut left } else { &mut right };
                    *side = (*side).max(self.label_width(*role, label) + LABEL_GAP + px(1));
                }
                ChartMark::Point { .. } => (left, right) = (left.max(px(9)), right.max(px(9))),
                _ => {}
            }
        }
        let left = left.min((most - right).max(most / 2));
        (left, right.min(most - left))
    }

    fn set_upright(&mut self, chart: &Chart, columns: Option<usize>, values: &[Tick], size: DrawingSize, top: i32) {
        let (body, most) = upright_room(size);
        let widest = values.iter().map(|tick| self.text_width(&tick.label)).max();
        let left = widest.map_or(px(9), |widest| (widest + px(10)).min(self.width * 2 / 5));
        let end = |(role, label)| self.label_width(role, label) + END_GAP + px(4);
        let name = |(role, label)| self.label_width(role, label) + NAME_GAP + px(4);
        let ends: Vec<i32> = match (self.names_lines, self.has_end_names) {
            (false, _) => chart.marks.iter().filter_map(end_label).map(end).collect(),
            (true, true) => chart.marks.iter().filter_map(end_name).map(name).collect(),
            (true, false) => Vec::new(),
        };
        let most = if self.has_end_names { name_room(size) } else { most };
        let right = ends.into_iter().filter(|end| *end <= most).max().unwrap_or(0).max(px(12));
        let top = top + px(20);
        self.plot = SheetArea { left, top, right: self.width - right, bottom: top + body };
        self.height = self.plot.bottom + self.line + px(10);
        self.thickness = match columns {
            Some(columns) => column_thickness(self.plot.right - self.plot.left, columns, self.lanes),
            None => px(10),
        };
    }
}

/// Returns the height of an upright plot, and the most room to its right for the words at the ends of lines.
fn upright_room(size: DrawingSize) -> (i32, i32) {
    match size {
        DrawingSize::Wide => (px(260), px(190)),
        DrawingSize::Narrow => (px(200), px(84)),
    }
}

/// Returns the most room to the right of a plot for the names of its lines.
fn name_room(size: DrawingSize) -> i32 {
    match size {
        DrawingSize::Wide => px(250),
        DrawingSize::Narrow => px(110),
    }
}

/// Tells whether lines stand beside one that leads.
fn names_lines(chart: &Chart) -> bool {
    let is_beside = |mark: &ChartMark| {
        matches!(
            mark,
            ChartMark::Line { role: MarkRole::Series(_), .. } | ChartMark::Point { role: MarkRole::Series(_), .. }
        )
    };
    chart.marks.iter().any(is_beside)
}

/// Returns the name of a line that stands beside others: at its end, or at its only point.
pub(super) fn end_name(mark: &ChartMark) -> Option<(MarkRole, &str)> {
    match mark {
        ChartMark::Line { role, label, .. } => Some((*role, label.as_deref()?)),
        ChartMark::Point { role: role @ MarkRole::Series(_), label, .. } => Some((*role, label.as_deref()?)),
        _ => None,
    }
}

fn lanes(chart: &Chart) -> u8 {
    let lane = |mark: &ChartMark| match mark {
        ChartMark::Bar { lane, .. } => Some((*lane).min(MAX_LANES - 1) + 1),
        _ => None,
    };
    chart.marks.iter().filter_map(lane).max().unwrap_or(0)
}

fn column_thickness(width: i32, columns: usize, lanes: u8) -> i32 {
    let slot = width / i32::try_from(columns).unwrap_or(i32::MAX);
    let lanes = i32::from(lanes.max(1));
    ((slot * 7 / 10 - GAP * (lanes - 1)) / lanes).clamp(px(1), px(34))
}

/// Returns the label that stands to the right of the plot in upright charts.
fn end_label(mark: &ChartMark) -> Option<(MarkRole, &str)> {
    match mark {
        ChartMark::Line { role, label, .. } | ChartMark::Rule { role, on: Axis::Values, label, .. } => {
            Some((*role, label.as_deref()?))
        }
        _ => None,
    }
}

fn sample_width(key: &ChartKeyEntry) -> i32 {
    match (key.sample, key.role) {
        (_, MarkRole::Tone(_)) | (KeySample::Point, _) => px(16),
        (KeySample::Bar | KeySample::Line | KeySample::Band, _) => px(28),
    }
}
