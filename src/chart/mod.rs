//! A chart as data, and the one function that draws it.
//!
//! A chart knows numbers, roles and finished words. It knows no plan, no language and no colour: whoever
//! makes one has already formatted every label, and the style sheet decides what a role looks like. Stands
//! on floor 2 and imports nothing of ours.
//!
//! Every mark has a *place* (which row, column or moment) and a *value*. The [`ChartAxes`] says which way each of
//! them runs, so the same marks serve lying bars, standing columns and curves over time.
//!
//! ```
//! use fremdrift::chart::{Chart, ChartAxes, ChartMark, MarkRole, DrawingSize, draw};
//!
//! let bar = |role, lane, to, label: &str| ChartMark::Bar {
//!     role,
//!     place: 0.into(),
//!     lane,
//!     from: 0.into(),
//!     to,
//!     label: Some(label.into()),
//! };
//! let chart = Chart {
//!     id: "savings".into(),
//!     title: "Required and achieved, million kroner".into(),
//!     frame: ChartAxes::Rows { names: vec!["1 Roads".into()], values: vec![] },
//!     marks: vec![bar(MarkRole::Planned, 0, 4.into(), "4.0"), bar(MarkRole::Actual, 1, 3.into(), "3.0")],
//!     ..Chart::default()
//! };
//! let svg = draw(&chart, DrawingSize::Wide).expect("the chart has marks");
//! assert!(svg.starts_with(r#"<svg class="chart wide""#));
//! ```

mod annotate;
mod draw;
mod extent;
mod labels;
mod layout;
mod plot;
mod sign;
mod svg;
mod text;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use rust_decimal::Decimal;

use crate::value::{Amount, Figure, Unit};

pub use draw::draw;
pub use extent::steps;

/// A figure with everything a reader needs: the picture, its words, and its numbers as a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Chart {
    /// Prefix of every id in the drawing: letters, digits and hyphens, unique on its page.
    pub id: String,
    /// What the chart shows; the name a screen reader gives the picture.
    pub title: String,
    /// What is measured, in which unit, as of when; for the caption, not drawn.
    pub subtitle: String,
    /// What the chart says, in a sentence or two, for readers without the picture.
    pub description: String,
    /// Which way places and values run, and how they are marked off.
    pub frame: ChartAxes,
    /// What the roles mean here, drawn above the plot.
    pub key: Vec<ChartKeyEntry>,
    /// What is drawn; within one kind of mark the later lies on top.
    pub marks: Vec<ChartMark>,
    /// The numbers behind the marks; set beside the chart, not drawn.
    pub table: ChartTable,
}

/// The numbers behind a chart, one row per thing shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ChartTable {
    /// The heading of the table.
    pub caption: String,
    /// One name per column; the first column names the row.
    pub header: Vec<String>,
    /// The cells, as many per row as the header has names.
    pub rows: Vec<Vec<ChartCell>>,
}

/// A cell of the numbers behind a chart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ChartCell {
    /// What readers see.
    pub text: String,
    /// The figure that the text is of, and the unit it is shown in.
    pub figure: Option<(Figure, Unit)>,
}

impl ChartCell {
    /// Makes a cell of a count as it is shown.
    #[must_use]
    pub fn count(count: usize, text: String) -> Self {
        let unit = Unit::Word("".into());
        Self { text, figure: Some((Figure::exact(Amount::new(count.into(), unit.clone())), unit)) }
    }
}

impl From<String> for ChartCell {
    fn from(text: String) -> Self {
        Self { text, figure: None }
    }
}

/// The two directions of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ChartAxes {
    /// Places are rows from top to bottom, counted from 0; values run to the right. A single row with an
    /// empty name has no name column.
    Rows {
        /// The name of each row.
        names: Vec<String>,
        /// Marks on the value axis; none where the bars carry their own numbers.
        values: Vec<Tick>,
    },
    /// Places are columns from left to right, counted from 0; values run upwards.
    Columns {
        /// The name of each column.
        names: Vec<String>,
        /// Marks on the value axis.
        values: Vec<Tick>,
    },
    /// Places are points on a scale from left to right, such as days; values run upwards.
    Plane {
        /// Marks on the scale of places.
        places: Vec<Tick>,
        /// Marks on the value axis.
        values: Vec<Tick>,
    },
}

impl Default for ChartAxes {
    fn default() -> Self {
        ChartAxes::Plane { places: Vec::new(), values: Vec::new() }
    }
}

/// A marked position on an axis.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Tick {
    /// Where it stands.
    pub at: Decimal,
    /// What is written there.
    pub label: String,
}

/// One thing drawn. Labels are hints: one that finds no free room is left out, and the table has the number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ChartMark {
    /// A bar between two values, labelled at its end `to`.
    Bar {
        /// What the bar stands for.
        role: MarkRole,
        /// The row, column or point.
        place: Decimal,
        /// Which of the bars side by side at one place, counted from 0; at most eight.
        lane: u8,
        /// Where it begins, mostly 0.
        from: Decimal,
        /// Where it ends.
        to: Decimal,
        /// The number at its end.
        label: Option<String>,
    },
    /// A part of a stacked bar, with the sign of its tone and its label inside, side by side or one above the other as they fit.
    Segment {
        /// The level it counts.
        tone: ChartTone,
        /// The row, column or point.
        place: Decimal,
        /// Where it begins.
        from: Decimal,
        /// Where it ends.
        to: Decimal,
        /// The count.
        label: Option<String>,
    },
    /// A line through spots in order, labelled at its last. A gap in the readings is two lines.
    Line {
        /// What the line stands for.
        role: MarkRole,
        /// Where it goes; one spot alone draws nothing.
        spots: Vec<PlotPoint>,
        /// The name or number at its end.
        label: Option<String>,
    },
    /// A single reading or date: open for plans and baselines, a diamond for targets, the sign of its tone
    /// for levels, else filled.
    Point {
        /// What the point stands for.
        role: MarkRole,
        /// Where it lies.
        spot: PlotPoint,
        /// The number or date beside it.
        label: Option<String>,
    },
    /// A thin arrow from an old value to a new one at the same place.
    Move {
        /// The row, column or point.
        place: Decimal,
        /// The old value.
        from: Decimal,
        /// The new value.
        to: Decimal,
    },
    /// A straight line through the whole plot.
    Rule {
        /// What the rule stands for.
        role: MarkRole,
        /// The axis it crosses.
        on: Axis,
        /// Where it crosses.
        at: Decimal,
        /// The word at its end.
        label: Option<String>,
    },
    /// A range of values through the whole plot.
    Band {
        /// What the band stands for.
        role: MarkRole,
        /// The lower value.
        from: Decimal,
        /// The upper value.
        to: Decimal,
        /// The word inside it.
        label: Option<String>,
    },
}

/// A position in the plot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PlotPoint {
    /// The row or column counted from 0, or the point on the scale of places.
    pub place: Decimal,
    /// The value.
    pub value: Decimal,
}

/// One of the two directions of a [`ChartAxes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Axis {
    /// Rows, columns or moments.
    Places,
    /// Amounts, counts or, in rows, dates.
    Values,
}

/// An entry of the key: a sample of a mark and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ChartKeyEntry {
    /// The mark it samples.
    pub sample: KeySample,
    /// The role it explains.
    pub role: MarkRole,
    /// What the role means here.
    pub label: String,
}

/// The kind of mark a [`ChartKeyEntry`] shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeySample {
    /// A short bar.
    Bar,
    /// A short line.
    Line,
    /// A point, or the sign of a tone.
    Point,
    /// A patch of a band.
    Band,
}

/// What a mark stands for. Each role is one class in the style sheet, `c-` and its name in lower case, and
/// looks different without colour too: hatched, dashed, open, or by its sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MarkRole {
    /// What was decided: hatched bars, dashed lines, open points.
    Planned,
    /// What has happened.
    Actual,
    /// What is expected now: hatched bars, dotted lines.
    Forecast,
    /// What went the wrong way.
    Negative,
    /// What should be reached: a dashed rule, a diamond.
    Target,
    /// Where it began: a dotted rule, an open point.
    Baseline,
    /// The day the report speaks of.
    AsOf,
    /// A level on a scale of statuses.
    Tone(ChartTone),
    /// One of several lines beside the one that leads, counted from 0; at most five, each with its own dashes and points.
    Series(u8),
}

/// How a level sounds, from complete to severe; each tone has its own sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChartTone {
    /// Done: a square with a check.
    Complete,
    /// As it should be: a disc with a check.
    Good,
    /// Nearly so: a diamond with a dot.
    Fair,
    /// At risk: a triangle with an exclamation mark.
    Warning,
    /// Off course: an octagon with a cross.
    Bad,
    /// Beyond that: a saltire.
    Severe,
    /// Cannot be told: a ring with a question mark.
    None,
    /// No level, but where it is in its life: a dashed outline, without a sign.
    Empty,
    /// Nothing reported: an outline, without a sign.
    Untold,
}

/// The two drawings of a chart; the style sheet shows the one that fits the reader's screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DrawingSize {
    /// 720 units wide, for screens from 40 em and for paper.
    Wide,
    /// 320 units wide, for phones.
    Narrow,
}
