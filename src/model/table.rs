//! Figure tables: what columns and rows mean, what is stated in them and what is computed.

use super::{Difference, Footnotes, LevelRef};
use crate::{
    content::Formula,
    value::{Amount, Decimal, Figure, FootnoteMark, Id, Unit},
};

/// Which sign is good. Printed as the table's note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignRule {
    /// Costs are positive and income negative.
    Cost,
    /// Savings are positive and investments negative.
    Saving,
    /// A surplus is positive.
    Result,
    /// The sign says nothing about good or bad.
    None,
}

impl SignRule {
    /// Every rule with the word it has in content files.
    pub const ALL: [(&'static str, Self); 4] =
        [("cost", Self::Cost), ("saving", Self::Saving), ("result", Self::Result), ("none", Self::None)];

    /// Returns the rule of a column of differences whose table has this one: costs taken from what was granted are what is left of it,
    /// of which more is better; of income it is what is lacking.
    #[must_use]
    pub fn of_difference(self, formula: Option<&str>) -> Self {
        match self {
            rule if !formula.is_some_and(Formula::is_granted_less_spent) => rule,
            Self::Cost => Self::Result,
            Self::Saving | Self::Result => Self::Cost,
            Self::None => Self::None,
        }
    }

    /// Returns the word it has in content files.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, sign)| *sign == self).map_or("", |(word, _)| word)
    }
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKind {
    /// Words over the rows that follow.
    Heading,
    /// A line with figures of its own.
    Item,
    /// A sum of some rows.
    Subtotal,
    /// The sum.
    Total,
    /// Words under the rows.
    Note,
}

impl RowKind {
    /// Every kind with the word it has in CSV files; an item's is empty.
    pub const ALL: [(&'static str, Self); 5] = [
        ("heading", Self::Heading),
        ("", Self::Item),
        ("subtotal", Self::Subtotal),
        ("total", Self::Total),
        ("note", Self::Note),
    ];

    /// Tells whether rows of it have figures; else they are words over or under others.
    #[must_use]
    pub fn has_figures(self) -> bool {
        !matches!(self, Self::Heading | Self::Note)
    }

    /// Tells whether it is a sum, be it of some rows or of all.
    #[must_use]
    pub fn is_sum(self) -> bool {
        matches!(self, Self::Subtotal | Self::Total)
    }
}

/// A column of a figure table.
#[derive(Clone, Debug)]
pub struct FigureColumn {
    /// Its key.
    pub id: Id,
    /// Its title; `None` where its meaning is known and `locale` has the word.
    pub title: Option<String>,
    /// What it counts in.
    pub unit: Unit,
    /// Which sign is good.
    pub sign: SignRule,
    /// Whether it says itself that its sign means nothing, so that it may state sizes.
    pub is_unsigned: bool,
    /// How it is computed from other columns, as written.
    pub formula: Option<String>,
    /// Whether it is each row's share of its whole, computed of the column with this key.
    pub share_of: Option<Id>,
    /// Whether it holds words, and no figures.
    pub text: bool,
    /// The scale whose levels its words are: an index into [`super::Site::scales`].
    pub scale: Option<usize>,
    /// Below how many its counts are not published.
    pub suppress_below: Option<u32>,
    /// With how many decimals at most its figures are shown, where that is declared.
    pub decimals: Option<u32>,
}

/// Why a figure is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Suppression {
    /// It is a count below this.
    Small(u32),
    /// A small count could be computed of it.
    Further,
}

impl FigureTable {
    /// Returns how many rows a row is a part of, one within the other: 2 where it is a part of a part.
    #[must_use]
    pub fn depth(&self, row: &FigureTableRow) -> usize {
        let whole = |row: &&FigureTableRow| row.of.and_then(|whole| self.rows.get(whole));
        std::iter::successors(whole(&row), whole).take(self.rows.len()).count()
    }
}

impl FigureColumn {
    /// Returns what messages call it: its title, else its key.
    #[must_use]
    pub fn name(&self) -> &str {
        self.title.as_deref().unwrap_or(self.id.as_str())
    }
}

/// A cell of a figure table.
#[derive(Clone, Debug, Default)]
pub struct FigureCell {
    /// What the file states; `None` is not given.
    pub stated: Option<Figure>,
    /// Whether the file has the cell and leaves it empty: it is not given, whatever a formula says.
    pub is_left_empty: bool,
    /// What it comes to, where a formula says how.
    pub computed: Option<Amount>,
    /// Whether what it comes to is approximate, because a part of it is.
    pub approximate: bool,
    /// How the two differ, where both are there.
    pub difference: Option<Difference>,
    /// Its words, in a column of words.
    pub text: Option<String>,
    /// What number its words are, in a table of which counts are withheld: whoever reads it takes it for one.
    pub told: Option<Decimal>,
    /// Its level, in a column of levels.
    pub level: Option<LevelRef>,
    /// The footnote mark behind its level.
    pub mark: Option<FootnoteMark>,
    /// Why its figures are withheld. Then none is here.
    pub withheld: Option<Suppression>,
    /// The footnote mark behind a stated figure that is withheld.
    pub withheld_mark: Option<FootnoteMark>,
}

/// A row of a figure table.
#[derive(Clone, Debug)]
pub struct FigureTableRow {
    /// Its key, which keeps it together over reports.
    pub id: Id,
    /// Its label.
    pub label: String,
    /// The footnote mark behind its label.
    pub mark: Option<FootnoteMark>,
    /// What it is.
    pub kind: RowKind,
    /// The row it is a part of (heraf), printed below it and never added: an index into [`FigureTable::rows`].
    pub of: Option<usize>,
    /// The committee on whose page it is shown.
    pub committee: Option<Id>,
    /// The measure it is about: an index into [`super::Plan::measures`].
    pub measure: Option<usize>,
    /// How it is computed from other rows, as written.
    pub formula: Option<String>,
    /// Its cells, one for each column.
    pub cells: Vec<FigureCell>,
}

/// A figure table with the figures of one report, or of the plan itself.
#[derive(Clone, Debug)]
pub struct FigureTable {
    /// Its file's stem.
    pub id: Id,
    /// Its file with the figures, for messages.
    pub file: String,
    /// The file that says what its rows are, for messages.
    pub rows_file: String,
    /// The file that declares it, for messages.
    pub declaration: String,
    /// Its title.
    pub title: String,
    /// What it counts in, unless a column says otherwise.
    pub unit: Unit,
    /// Which sign is good, unless a column says otherwise.
    pub sign: SignRule,
    /// Its columns.
    pub columns: Vec<FigureColumn>,
    /// Its rows.
    pub rows: Vec<FigureTableRow>,
    /// Its footnotes.
    pub notes: Footnotes,
    /// The report it belongs to: an index into [`super::Plan::reports`].
    pub report: Option<usize>,
}

/// Returns the anchor of a figure table on the page it stands on.
pub fn table_anchor(id: &str) -> String {
    format!("table-{}", Id::new(id).map_or_else(|| "x".to_owned(), |id| id.slug()))
}
