//! The page data: what templates and other formats are given.
//!
//! Tables stand on a page as values ([`Table`]); what is given to themes is laid out ([`PageTable`]).
//!
//! An interface to theme authors: a field that goes or changes its meaning is a new
//! [`PAGE_DATA_VERSION`]. Everything here is finished text beside raw values; nothing is looked up later.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    locale::{Language, Locale},
    table::{Chip, DisplayDate, DisplayValue, PageNote, PageTable, Table, TableLayout},
    value::RelPath,
};

/// The version of the page data, which theme authors may test.
pub const PAGE_DATA_VERSION: u32 = 1;

/// A page of the site: where it lies, which template draws it, and what stands on it.
#[derive(Clone, Debug)]
pub struct Page {
    /// Where it lies within the output.
    pub path: RelPath,
    /// Its language.
    pub language: Language,
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
    /// Something on it is not in version control as it stands.
    pub is_unrecorded: bool,
    /// Where the reader is led, where it stands at an old address.
    pub leads_to: Option<String>,
    /// Where the same lies as a document, where the site offers that; only of a meeting pack.
    pub document: Option<RelPath>,
    /// Where it lies in other versions of the site: the editions before and after, the site of today.
    pub elsewhere: Vec<PageLink>,
    /// The blocks it is made of, from top to bottom.
    pub blocks: Vec<Block>,
}

impl Page {
    /// Returns its tables, those of charts among them, in the order they stand.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        let mut tables = Vec::new();
        self.blocks.iter().for_each(|block| block.push_tables(&mut tables));
        tables.into_iter()
    }
}

impl Block {
    fn push_tables<'b>(&'b self, tables: &mut Vec<&'b Table>) {
        match self {
            Self::Table(table) => tables.push(table),
            Self::Chart(chart) if !chart.tabled => tables.push(&chart.table),
            Self::Folded { blocks, .. } => blocks.iter().for_each(|block| block.push_tables(tables)),
            Self::Columns { left, right } => left.iter().chain(right).for_each(|block| block.push_tables(tables)),
            _ => {}
        }
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
        /// 2, 3 or 4.
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
    /// Names and values that a reader opens: what an indicator is.
    Fold {
        /// What opens them.
        summary: String,
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
    /// Something to know beside what stands above: that figures do not agree.
    Remark {
        /// What it begins with, in bold: `Bemærk`.
        label: String,
        /// What is said; empty where the links say it.
        text: String,
        /// Where more is told.
        links: Vec<PageLink>,
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
        /// The language of the name, where it is another than the page's: `da`.
        #[serde(skip_serializing_if = "Option::is_none")]
        lang: Option<&'static str>,
    },
    /// Blocks in two columns where there is room, else one after the other.
    Columns {
        /// Those that come first.
        left: Vec<Block<T>>,
        /// The others.
        right: Vec<Block<T>>,
    },
    /// Blocks that a reader opens. Print opens them by itself.
    Folded {
        /// What opens them: what they are, and how many.
        summary: String,
        /// The blocks.
        blocks: Vec<Block<T>>,
    },
    /// What needs attention, the worst first.
    Attention {
        /// What it is, one after the other.
        entries: Vec<AttentionEntry>,
    },
    /// What changed, a line each.
    Changes {
        /// The lines.
        lines: Vec<ChangeEntry>,
    },
    /// The sections that follow on the page, as links to them.
    Contents {
        /// What they are called together: `På denne side`.
        title: String,
        /// The links.
        links: Vec<PageLink>,
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

/// A link.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PageLink {
    /// What it says.
    pub text: String,
    /// Its address, relative to the page it stands on; empty is no link.
    pub href: String,
    /// The language of what it says, where it is another than the page's: `sv`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'static str>,
}

/// Something that needs attention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AttentionEntry {
    /// Where it stands.
    pub chip: Chip,
    /// What it is called; it leads to its page.
    pub name: PageLink,
    /// Why, in a line of the latest status.
    pub why: Option<PageLink>,
    /// Money, owner, plan: short words that lead nowhere.
    pub facts: Vec<PageLink>,
}

/// Something that changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ChangeEntry {
    /// What it begins with, in bold: that it is a correction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What it is called; it leads to its page.
    pub name: PageLink,
    /// From which status to which.
    pub step: Option<StatusStep>,
    /// What became of it, in words.
    pub words: String,
    /// The language of the words, where it is another than the page's: `sv`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'static str>,
    /// Statuses: one, or counts of several.
    pub chips: Vec<Chip>,
    /// Where it stands, in a smaller line below.
    pub note: Option<PageLink>,
    /// What follows for those who want to know more, as safe HTML.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub html: String,
}

/// From one status to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatusStep {
    /// The one before.
    pub before: Chip,
    /// The one now.
    pub after: Chip,
    /// What is read out between them: "til".
    pub to: String,
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
    /// Where what it counts stands, as an address from the page it stands on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
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
    /// The page has a table of its numbers beside it: they are not opened below it as well.
    pub tabled: bool,
    /// Another table of the page says its numbers among others: on paper, where nothing is folded, they do not stand twice.
    #[serde(skip)]
    pub retold: bool,
}

/// Returns a block as page data, for a theme that asks for it.
#[must_use]
pub fn page_block(block: &Block, locale: &Locale) -> Block<PageTable> {
    let laid = |table: &Table| TableLayout::new(table, locale).page_table();
    match block {
        Block::Table(table) => Block::Table(laid(table)),
        Block::Chart(chart) => Block::Chart(Arc::new(ChartBlock {
            title: chart.title.clone(),
            subtitle: chart.subtitle.clone(),
            wide: chart.wide.clone(),
            narrow: chart.narrow.clone(),
            table: laid(&chart.table),
            tabled: chart.tabled,
            retold: chart.retold,
        })),
        Block::Lead { text, chip, note } => Block::Lead { text: text.clone(), chip: chip.clone(), note: note.clone() },
        Block::Heading { id, level, text } => Block::Heading { id: id.clone(), level: *level, text: text.clone() },
        Block::Tiles { tiles } => Block::Tiles { tiles: tiles.clone() },
        Block::Fold { summary, facts } => Block::Fold { summary: summary.clone(), facts: facts.clone() },
        Block::Facts { facts } => Block::Facts { facts: facts.clone() },
        Block::Prose { html } => Block::Prose { html: html.clone() },
        Block::Text { text } => Block::Text { text: text.clone() },
        Block::Remark { label, text, links } => {
            Block::Remark { label: label.clone(), text: text.clone(), links: links.clone() }
        }
        Block::Timeline { entries } => Block::Timeline { entries: entries.clone() },
        Block::Legend { title, levels, lang } => {
            Block::Legend { title: title.clone(), levels: levels.clone(), lang: *lang }
        }
        Block::Columns { left, right } => {
            Block::Columns { left: page_blocks(left, locale), right: page_blocks(right, locale) }
        }
        Block::Folded { summary, blocks } => {
            Block::Folded { summary: summary.clone(), blocks: page_blocks(blocks, locale) }
        }
        Block::Attention { entries } => Block::Attention { entries: entries.clone() },
        Block::Changes { lines } => Block::Changes { lines: lines.clone() },
        Block::Contents { title, links } => Block::Contents { title: title.clone(), links: links.clone() },
        Block::Links { links } => Block::Links { links: links.clone() },
        Block::Notes { notes } => Block::Notes { notes: notes.clone() },
    }
}

fn page_blocks(blocks: &[Block], locale: &Locale) -> Vec<Block<PageTable>> {
    blocks.iter().map(|block| page_block(block, locale)).collect()
}
