//! The page data: what templates and other formats are given.
//!
//! Tables stand on a page as values ([`Table`]); what is given to themes is laid out ([`PageTable`]).
//!
//! An interface to theme authors: a field that goes or changes its meaning is a new
//! [`PAGE_DATA_VERSION`]. Everything here is finished text beside raw values; nothing is looked up later.

use std::sync::Arc;

use serde::Serialize;

use super::table::Table;
use crate::value::{Decimal, RelPath};

/// The version of the page data, which theme authors may test.
pub const PAGE_DATA_VERSION: u32 = 1;

/// A page of the site: where it lies, which template draws it, and what stands on it.
#[derive(Clone, Debug)]
pub struct Page {
    /// Where it lies within the output.
    pub path: RelPath,
    /// The template that draws it, without its folder: `plan.html`.
    pub template: &'static str,
    /// The `../` that lead from it to the root of the site; empty at the root, and a whole path where the page is met
    /// at any address.
    pub root: String,
    /// Its name, for its heading and its window.
    pub title: String,
    /// One sentence on it, for those who find it in a list.
    pub description: String,
    /// The way from the front page to it, without itself.
    pub crumbs: Vec<PageLink>,
    /// What it is called at the end of that way, where its name repeats what stands before.
    pub crumb: Option<String>,
    /// The entry of the main menu it belongs to: `home`, `plans`, `committees`, ….
    pub section: &'static str,
    /// The date of the latest report it tells of.
    pub updated: Option<DisplayDate>,
    /// Where the reader is led, where it stands at an old address.
    pub leads_to: Option<String>,
    /// The blocks it is made of, from top to bottom.
    pub blocks: Vec<Block>,
}

impl Page {
    /// Returns its tables, those of charts among them, in the order they stand.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Chart(chart) => Some(&chart.table),
            _ => None,
        })
    }
}

/// A piece of a page. `render` draws each kind; a theme's component `blocks.<kind>` may take its place.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block<T = Table> {
    /// A lead sentence under the title, with a status where there is one.
    Lead {
        /// The sentence.
        text: String,
        /// The status it goes with.
        chip: Option<Chip>,
        /// Words behind the status: since when, by whom.
        note: Option<String>,
    },
    /// A heading with an anchor.
    Heading {
        /// Its anchor.
        id: String,
        /// 2 or 3.
        level: u8,
        /// Its words.
        text: String,
    },
    /// Tiles: a name and a large figure each.
    Tiles {
        /// The tiles.
        tiles: Vec<Tile>,
    },
    /// Names and values: the head of a plan.
    Facts {
        /// The pairs.
        facts: Vec<Fact>,
    },
    /// An author's words, as safe HTML.
    Prose {
        /// The HTML.
        html: String,
    },
    /// A plain paragraph of ours.
    Text {
        /// Its words.
        text: String,
    },
    /// A table.
    Table(T),
    /// A chart with its data. Pages that know the same show the same.
    Chart(Arc<ChartBlock<T>>),
    /// Reports on one thing, the newest first.
    Timeline {
        /// Its entries.
        entries: Vec<TimelineEntry>,
    },
    /// Levels and what they mean.
    Legend {
        /// The name of the scale.
        title: String,
        /// Its levels, from best to worst.
        levels: Vec<LegendEntry>,
    },
    /// A list of links.
    Links {
        /// The links.
        links: Vec<PageLink>,
    },
    /// Footnotes.
    Notes {
        /// The notes, by mark.
        notes: Vec<PageNote>,
    },
}

/// A value as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DisplayValue {
    /// What readers see: `9,1 mio. kr.`, `ca. 2,5`, `–` for nil, nothing for not given.
    pub text: String,
    /// The number alone, for other formats; they read it as text with a point: `9.1`.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "rust_decimal::serde::str_option::serialize")]
    pub raw: Option<Decimal>,
    /// The footnote mark behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<String>,
}

/// A date as it is shown, with the form machines read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DisplayDate {
    /// `30. juni 2020`.
    pub text: String,
    /// `2020-06-30`, where it is a day, month or year; else nothing.
    pub iso: Option<String>,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageLink {
    /// What it says.
    pub text: String,
    /// Its address, relative to the page it stands on; empty is no link.
    pub href: String,
}

/// A status: a word, a shape and a colour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chip {
    /// The municipality's own word.
    pub word: String,
    /// `good`, `fair`, `warning`, `bad`, `severe`, `none`; for a lifecycle mark `done`, `not-started`,
    /// `in-progress`, `dropped`, `deferred`.
    pub tone: &'static str,
    /// Whether it is the quieter mark of a lifecycle.
    pub quiet: bool,
    /// How many there are, where it counts: the shape then stands for the word, which only those hear who do not see it.
    pub count: Option<String>,
}

/// A tile: a name and a large figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tile {
    /// What it is.
    pub name: String,
    /// The figure.
    pub value: DisplayValue,
    /// A few words under it.
    pub note: Option<String>,
}

/// A name and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is.
    pub name: String,
    /// Its values.
    pub values: Vec<PageLink>,
}

/// A level and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LegendEntry {
    /// The level.
    pub chip: Chip,
    /// What it means.
    pub meaning: String,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageNote {
    /// Its mark.
    pub mark: String,
    /// Its words.
    pub text: String,
}

/// One report in a timeline.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineEntry {
    /// Its anchor: `2020-06-30`.
    pub id: String,
    /// What it is about.
    pub when: DisplayDate,
    /// Its statuses: level, then lifecycle, then what a committee set.
    pub chips: Vec<Chip>,
    /// Short remarks: "Better than last time", "Overruled by USB on 12 August".
    pub remarks: Vec<String>,
    /// Its figures.
    pub facts: Vec<Fact>,
    /// Its words, as safe HTML.
    pub html: String,
    /// The report it stands in.
    pub link: Option<PageLink>,
}

/// A chart: drawn twice, with its numbers as a table beside it.
#[derive(Clone, Debug, Serialize)]
pub struct ChartBlock<T = Table> {
    /// What the chart shows, in a sentence that says what is to be seen.
    pub title: String,
    /// What is measured, in which unit.
    pub subtitle: String,
    /// The drawing for wide pages, a whole SVG element.
    pub wide: String,
    /// The drawing for phones.
    pub narrow: String,
    /// Its numbers.
    pub table: T,
}

/// A table for readers: on wide pages rows and columns, on phones a card for each row.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PageTable {
    /// Its anchor, unique on its page.
    pub id: String,
    /// What it shows.
    pub caption: String,
    /// Unit, date and sign rule, under the caption.
    pub note: String,
    /// Its columns.
    pub columns: Vec<PageColumn>,
    /// Its rows.
    pub rows: Vec<PageRow>,
    /// Its last rows: totals, computed and stated.
    pub foot: Vec<PageRow>,
    /// Its footnotes.
    pub notes: Vec<PageNote>,
    /// It is too wide for cards (months) and scrolls in a frame of its own on phones.
    pub scrolls: bool,
}

/// A column's head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageColumn {
    /// Its title.
    pub text: String,
    /// How it is set.
    pub class: ColumnClass,
}

/// How a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnClass {
    /// Short words, left.
    Word,
    /// The name of the row: its heading.
    Head,
    /// A number, right, with figures of one width.
    Number,
    /// Longer words.
    Text,
    /// A status.
    Status,
    /// What changed: words at the end of the row. Below it they have a line of their own.
    Change,
}

/// A row of a table.
#[derive(Clone, Debug, Serialize)]
pub struct PageRow {
    /// What it is.
    pub class: RowClass,
    /// Its cells, one for each column; a heading or note has one that spans all.
    pub cells: Vec<PageCell>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowClass {
    /// A line of its own.
    Item,
    /// A line below another: a child measure.
    Child,
    /// A part of the row above (heraf).
    OfWhich,
    /// Words over the rows that follow, across all columns.
    Heading,
    /// A sum of some rows.
    Subtotal,
    /// The sum, as computed.
    Total,
    /// The sum, as the document states it, where it differs.
    Stated,
    /// Words across all columns.
    Note,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PageCell {
    /// Its value; empty is not given.
    #[serde(flatten)]
    pub shown: DisplayValue,
    /// The form machines read, where the value is a date: `2020-06-30`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Where it leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// Its statuses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chips: Vec<Chip>,
    /// An author's words, as safe HTML, in place of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
    /// A small remark below: the date, "beregnet", a class of difference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// Good or bad by its meaning, not its sign: `good`, `bad`; `same` says that nothing changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tone: Option<&'static str>,
}
