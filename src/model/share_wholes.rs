//! Of which row each row of a table shows its share: of the one it says it is `of`, of the smallest total that adds it, of all
//! items where there is no total.

use std::collections::BTreeSet;

use super::{
    formulas::{Computation, Formulas},
    table::{FigureTable, RowKind},
};
use crate::value::Id;

/// What a row is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShareWhole {
    /// A row.
    Row(usize),
    /// All items together.
    AllItems,
    /// Nothing: it is a total itself.
    Nothing,
    /// One of several totals, and nothing says of which.
    Open,
}

/// What the rows of a table are shares of.
pub(super) struct ShareWholes {
    totals: Vec<usize>,
    /// What each total adds, down to what is added of nothing else; known where there are several.
    adds: Vec<BTreeSet<usize>>,
}

impl ShareWholes {
    pub fn new(table: &FigureTable, formulas: &Formulas) -> Self {
        let totals: Vec<usize> = (0..table.rows.len()).filter(|row| is_total(table, *row)).collect();
        let several = totals.iter().filter(|_| totals.len() > 1);
        let adds = several.map(|total| added_rows(formulas, *total)).collect();
        Self { totals, adds }
    }

    /// Returns what a row is a share of.
    pub fn of(&self, table: &FigureTable, row: usize) -> ShareWhole {
        match (table.rows.get(row).and_then(|row| row.of), self.totals.as_slice()) {
            (Some(whole), _) if whole == row => ShareWhole::Nothing,
            (Some(whole), _) => ShareWhole::Row(whole),
            (None, []) => ShareWhole::AllItems,
            (None, _) if is_total(table, row) => ShareWhole::Nothing,
            (None, [only]) => ShareWhole::Row(*only),
            (None, _) => self.smallest(row).map_or(ShareWhole::Open, ShareWhole::Row),
        }
    }

    /// Returns the total that adds a row and lies within all others that do.
    fn smallest(&self, row: usize) -> Option<usize> {
        let around = || self.totals.iter().zip(&self.adds).filter(|(_, adds)| adds.contains(&row));
        let (total, _) = around().find(|(_, adds)| around().all(|(_, other)| adds.is_subset(other)))?;
        Some(*total)
    }
}

fn is_total(table: &FigureTable, row: usize) -> bool {
    table.rows.get(row).is_some_and(|row| row.kind == RowKind::Total)
}

/// Returns all rows that a total adds, by whatever rows between. What is taken away is no part of it.
fn added_rows(formulas: &Formulas, total: usize) -> BTreeSet<usize> {
    let mut added = BTreeSet::new();
    let mut next = vec![total];
    while let Some(row) = next.pop() {
        let Some(Computation::Sum(terms)) = formulas.of_row(row) else { continue };
        for (_, term) in terms.iter().filter(|(is_negative, _)| !is_negative) {
            next.extend(term.places(Some(formulas.items())).into_iter().filter(|part| added.insert(*part)));
        }
    }
    added
}

impl FigureTable {
    /// Returns the rows of which nobody can tell what they are a share of: there are several totals, and none adds them, or none
    /// of those that do lies within the others. Empty where no column shows shares.
    #[must_use]
    pub fn rows_without_whole(&self) -> BTreeSet<&Id> {
        if !self.columns.iter().any(|column| column.share_of.is_some() && column.formula.is_none()) {
            return BTreeSet::new();
        }
        // What is wrong with its formulas was told when it was computed.
        let formulas = Formulas::read(self, &mut Vec::new());
        let wholes = ShareWholes::new(self, &formulas);
        let rows = self.rows.iter().enumerate();
        let open = rows.filter(|(at, row)| row.kind.has_figures() && wholes.of(self, *at) == ShareWhole::Open);
        open.map(|(_, row)| &row.id).collect()
    }
}
