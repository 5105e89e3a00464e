//! Sums that a figure table tells although no formula says so: totals that are written as ordinary rows and columns.
//!
//! Whoever reads the table sees them, so what is withheld must not be computed by them. Where numbers add up by chance, more is
//! withheld than need be; that is told by how often they do, by words such as "I alt", and by where a total would stand.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    formulas::{Computation, Formulas},
    table::{FigureColumn, FigureTable, RowKind},
    total_names::may_be_total,
};
use crate::value::Decimal;

/// A cell by the places of its row and its column.
pub(super) type CellPlace = (usize, usize);
/// Cells that come to nothing, each with how often it is added.
pub(super) type SumTerms = Vec<(CellPlace, i64)>;

/// The most columns of which each run is held against each other column; of more, only those beside it.
const MOST_COMPARED: usize = 16;
/// The most rows of a run above or below a row, unless it is all of them.
const MOST_RUN: usize = 60;

/// The most rows of which each run is held against a row that is called a total.
const MOST_PARTED: usize = 24;

/// A table with what its cells come to.
pub(super) struct SumSearch<'t> {
    /// The table.
    pub table: &'t FigureTable,
    /// Its formulas.
    pub formulas: &'t Formulas,
    /// What each cell comes to; nothing of those that are not given.
    pub values: &'t BTreeMap<CellPlace, Decimal>,
}

impl SumSearch<'_> {
    /// Finds the sums that rows and columns are of others.
    pub fn all(&self) -> Vec<SumTerms> {
        let mut found = self.among_rows();
        found.extend(self.among_columns());
        found
    }

    /// Returns the columns that hold numbers.
    pub fn columns(&self) -> Vec<usize> {
        let columns: BTreeSet<usize> = self.values.keys().map(|(_, column)| *column).collect();
        columns.into_iter().collect()
    }

    fn value(&self, row: usize, column: usize) -> Option<Decimal> {
        self.values.get(&(row, column)).copied()
    }

    fn head(&self, column: usize) -> Option<&FigureColumn> {
        self.table.columns.get(column)
    }

    /// Returns what columns come to that no formula says: two others added or taken away, or some that stand together added.
    fn among_columns(&self) -> Vec<SumTerms> {
        let columns = self.columns();
        let is_narrow = columns.len() <= MOST_COMPARED;
        let mut found: Vec<(usize, Vec<(usize, i64)>)> = Vec::new();
        for whole in columns.iter().copied().filter(|at| self.formulas.of_column(*at).is_none()) {
            let mut offer = |parts: Vec<(usize, i64)>| {
                if self.is_sum_of_columns(whole, &parts) {
                    found.push((whole, parts));
                }
            };
            let others: Vec<usize> = columns.iter().copied().filter(|other| *other != whole).collect();
            for (nth, part) in others.iter().enumerate().filter(|_| is_narrow) {
                for (other_nth, other) in others.iter().enumerate().filter(|(other_nth, _)| *other_nth != nth) {
                    offer(vec![(*part, 1), (*other, -1)]);
                    if nth < other_nth {
                        offer(vec![(*part, 1), (*other, 1)]);
                    }
                }
            }
            let alike: Vec<usize> = others.into_iter().filter(|other| self.is_alike(whole, *other)).collect();
            let own = alike.partition_point(|other| *other < whole);
            for from in 0..alike.len() {
                for to in from.saturating_add(1)..alike.len() {
                    let run = alike.get(from..=to).unwrap_or_default();
                    let is_beside = to.saturating_add(1) == own || from == own;
                    if if is_narrow { run.len() > 2 } else { is_beside } {
                        offer(run.iter().map(|part| (*part, 1)).collect());
                    }
                }
            }
        }
        let of_rows = found.iter().flat_map(|(whole, parts)| {
            (0..self.table.rows.len()).filter_map(|row| {
                let terms = std::iter::once(((row, *whole), -1));
                let terms: SumTerms = terms.chain(parts.iter().map(|(part, times)| ((row, *part), *times))).collect();
                // Of what is not given whoever adds up says what it is.
                let mut given = terms.iter().map(|(place, _)| self.values.contains_key(place));
                (given.next() == Some(true) && given.any(|is_given| is_given)).then_some(terms)
            })
        });
        of_rows.collect()
    }

    /// Tells whether two columns count the same, so that a run of them may be added up.
    fn is_alike(&self, whole: usize, other: usize) -> bool {
        let is_quotient =
            matches!(self.formulas.of_column(other), Some(Computation::Ratio(..) | Computation::ShareOf(_)));
        let units = self.head(whole).zip(self.head(other)).map(|(whole, other)| (&whole.unit, &other.unit));
        !is_quotient && units.is_some_and(|(whole, other)| other.adds_to(whole))
    }

    /// Tells whether a column is the sum of others wherever all are given, in two items at least that are not the same: once
    /// may be chance, unless it is called a total, and a total of one item says it again.
    fn is_sum_of_columns(&self, whole: usize, parts: &[(usize, i64)]) -> bool {
        let mut telling: BTreeSet<Vec<Decimal>> = BTreeSet::new();
        let is_pair = parts.len() == 2;
        for (row, line) in self.table.rows.iter().enumerate() {
            let Some(own) = self.value(row, whole) else { continue };
            let given: Option<Vec<Decimal>> = parts.iter().map(|(part, _)| self.value(row, *part)).collect();
            let Some(given) = given else { continue };
            let sum = given.iter().zip(parts).try_fold(Decimal::ZERO, |sum, (value, (_, times))| {
                if *times > 0 { sum.checked_add(*value) } else { sum.checked_sub(*value) }
            });
            if sum != Some(own) {
                return false;
            }
            let says_nothing = own.is_zero() || (is_pair && given.iter().any(Decimal::is_zero));
            if line.kind == RowKind::Item && !says_nothing {
                telling.insert(given);
            }
        }
        let is_called = || {
            let head = self.head(whole);
            let is_added = parts.iter().all(|(_, times)| *times > 0);
            is_added && head.is_some_and(|head| may_be_total(head.name()) || may_be_total(head.id.as_str()))
        };
        telling.len() > 1 || (telling.len() == 1 && is_called())
    }

    /// Returns what rows come to that no formula says: those above or below, all of them, those up to a heading, those that no
    /// other sum has added yet; and any that stand beside the row, where it is called a total or several columns say it.
    fn among_rows(&self) -> Vec<SumTerms> {
        let rows = self.table.rows.iter().enumerate();
        let is_item = |row: usize| {
            let line = self.table.rows.get(row);
            line.is_some_and(|line| line.kind == RowKind::Item && line.of.is_none())
                && self.values.range((row, 0)..=(row, usize::MAX)).next().is_some()
        };
        let lines: Vec<usize> =
            rows.filter(|(row, line)| line.kind == RowKind::Heading || is_item(*row)).map(|(row, _)| row).collect();
        let columns = self.columns();
        let mut found: BTreeSet<SumTerms> = BTreeSet::new();
        self.beside_rows(lines.iter().copied(), &columns, &mut found);
        self.beside_rows(lines.iter().rev().copied(), &columns, &mut found);
        found.into_iter().collect()
    }

    /// Goes through rows in an order, and finds of each what it is the sum of among those before it in that order.
    fn beside_rows(&self, lines: impl Iterator<Item = usize>, columns: &[usize], found: &mut BTreeSet<SumTerms>) {
        let mut before: Vec<usize> = Vec::new();
        // Where the rows since the last heading begin, and the rows that no sum has added.
        let (mut since, mut open) = (0_usize, Vec::<usize>::new());
        for row in lines {
            let Some(line) = self.table.rows.get(row) else { continue };
            if line.kind == RowKind::Heading {
                since = before.len();
                continue;
            }
            let mut added: BTreeSet<usize> = BTreeSet::new();
            if line.formula.is_none() {
                let is_called = may_be_total(&line.label) || may_be_total(line.id.as_str());
                let mut natural = vec![before.as_slice(), open.as_slice()];
                natural.extend(before.get(since..));
                for run in natural.into_iter().filter(|run| run.len() > 1) {
                    let (holding, _) = self.columns_adding_up(row, run, columns);
                    self.note((row, run), &holding, found, &mut added);
                }
                for from in (before.len().saturating_sub(MOST_RUN)..before.len().saturating_sub(1)).rev() {
                    let run = before.get(from..).unwrap_or_default();
                    let (holding, is_everywhere) = self.columns_adding_up(row, run, columns);
                    if is_called || (is_everywhere && self.count_telling(run, &holding) > 1) {
                        self.note((row, run), &holding, found, &mut added);
                    }
                }
                // A total may be told twice: of boys and girls, and of the young and the old.
                for from in 0..(if is_called && before.len() <= MOST_PARTED { before.len() } else { 0 }) {
                    for to in from.saturating_add(2)..before.len() {
                        let run = before.get(from..to).unwrap_or_default();
                        let (holding, _) = self.columns_adding_up(row, run, columns);
                        self.note((row, run), &holding, found, &mut added);
                    }
                }
            }
            before.push(row);
            open.retain(|other| !added.contains(other));
            open.push(row);
        }
    }

    /// Returns the columns in which a row is the sum of others, and whether it is in all in which they are given. A sum of
    /// nothing says nothing.
    fn columns_adding_up(&self, row: usize, run: &[usize], columns: &[usize]) -> (Vec<usize>, bool) {
        let mut is_everywhere = true;
        let mut holding = Vec::new();
        for column in columns.iter().copied() {
            let Some(whole) = self.value(row, column) else { continue };
            let given: Option<Vec<Decimal>> = run.iter().map(|part| self.value(*part, column)).collect();
            let Some(given) = given else { continue };
            let sum = given.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value));
            if sum != Some(whole) {
                is_everywhere &= self.formulas.of_column(column).is_some();
            } else if !whole.is_zero() {
                holding.push(column);
            }
        }
        (holding, is_everywhere)
    }

    /// Returns how many columns say of rows what they add up to, each in its own way.
    fn count_telling(&self, run: &[usize], columns: &[usize]) -> usize {
        let own = columns.iter().filter(|column| self.formulas.of_column(**column).is_none());
        let said: BTreeSet<Vec<Option<Decimal>>> =
            own.map(|column| run.iter().map(|row| self.value(*row, *column)).collect()).collect();
        said.len()
    }

    fn note(
        &self,
        (row, run): (usize, &[usize]),
        columns: &[usize],
        found: &mut BTreeSet<SumTerms>,
        added: &mut BTreeSet<usize>,
    ) {
        for column in columns {
            let mut parts: Vec<usize> = run.to_vec();
            parts.sort_unstable();
            let parts = parts.into_iter().map(|part| ((part, *column), 1));
            found.insert(std::iter::once(((row, *column), -1)).chain(parts).collect());
            added.extend(run);
        }
    }
}
