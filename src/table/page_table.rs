//! A table laid out: what templates and other formats are given of it.
//!
//! A part of the page data, an interface to theme authors: see [`PAGE_DATA_VERSION`](crate::view::PAGE_DATA_VERSION).

use serde::Serialize;

use super::{Chip, DisplayValue};

/// A table for readers: on wide pages rows and columns, on phones a card for each row.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PageTable {
    /// Its anchor, unique on its page.
    pub id: String,
    /// What it shows.
    pub caption: String,
    /// Where its caption leads, as an address from its page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
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
    /// Its language, where it is another than the page's: `sv`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'static str>,
    /// Whether readers sort and filter its rows; `head` and `rows` then carry what the script is told of them.
    pub sortable: bool,
    /// What the headings over its rows are, where readers filter by them: `Plan`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub grouped_by: String,
}

/// A column's head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageColumn {
    /// Its title.
    pub text: String,
    /// How it is set.
    pub class: ColumnClass,
    /// What it is called where the page's address says that rows are sorted by it; nothing where they cannot be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Whether readers filter rows by its cells.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub filters: bool,
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
    /// Whether the heading above it stands for it no more.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_outside: bool,
    /// How many rows it is a part of, one within the other, where these are more than one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub depth: Option<usize>,
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

impl RowClass {
    /// Returns the name it has in style sheets and page data.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Child => "child",
            Self::OfWhich => "of-which",
            Self::Heading => "heading",
            Self::Subtotal => "subtotal",
            Self::Total => "total",
            Self::Stated => "stated",
            Self::Note => "note",
        }
    }
}

/// A cell of a table.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PageCell {
    /// Its value; empty is not given.
    #[serde(flatten)]
    pub shown: DisplayValue,
    /// The number with all its decimals, as readers write it, where the value is rounded: `85,51510844`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exact: Option<String>,
    /// The form machines read, where the value is a date: `2020-06-30`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// An anchor by which its row is found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
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
    /// Where the remark leads, where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark_href: Option<String>,
    /// Good or bad by its meaning, not its sign: `good`, `bad`; `same` says that nothing changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tone: Option<&'static str>,
    /// Words of authors that its text quotes, in this order, where they are in another language than the page.
    #[serde(skip)]
    pub quotes: Vec<(String, &'static str)>,
    /// The language of its words, where it is another than the page's: `sv`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'static str>,
    /// What its row is sorted by, where readers sort the table and the text does not say it: `-1500000`, `2022-12-31`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageNote {
    /// Its mark.
    pub mark: String,
    /// Its words.
    pub text: String,
}
