//! Sums that a figure table tells although no formula says so: totals that are written as ordinary rows and columns.
//!
//! Whoever reads the table sees them, so what is withheld must not be computed by them. Where numbers add up by chance, more is
//! withheld than need be; that is told by how often they do, by words such as "I alt", and by where a total would stand.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    formulas::{Computation, Formulas, Term},
    table::{FigureColumn, FigureTable, FigureTableRow, RowKind},
    total_names::{may_be_flow, may_be_total},
};
use crate::value::{Decimal, Period};

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
/// Of how many parts at most some may be taken away where others are added: what there was, what came and what went.
const MOST_SIGNED: usize = 5;

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
        self.among_signed_columns(&columns, &mut found);
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

    /// Finds columns that come to others of which some are added and some taken away: any three where three rows say it, those
    /// that stand together where two do, or one where they are called what there was, what came and what went.
    fn among_signed_columns(&self, columns: &[usize], found: &mut Vec<(usize, Vec<(usize, i64)>)>) {
        let is_narrow = columns.len() <= MOST_COMPARED;
        for (nth, whole) in columns.iter().copied().enumerate() {
            let mut offer = |whole: usize, parts: Vec<(usize, i64)>, least: usize| {
                let is_bare = self.formulas.of_column(whole).is_none();
                if is_bare && parts.iter().all(|(part, _)| self.is_alike(whole, *part)) {
                    let least = if self.are_called_flows(whole, &parts) { 1 } else { least };
                    if self.count_sums_of_columns(whole, &parts).is_some_and(|telling| telling >= least) {
                        found.push((whole, parts));
                    }
                }
            };
            for count in 3..=MOST_SIGNED {
                let before = nth.checked_sub(count).and_then(|from| columns.get(from..nth));
                let after = columns.get(nth.saturating_add(1)..nth.saturating_add(1).saturating_add(count));
                for run in [before, after].into_iter().flatten() {
                    signed(run).into_iter().for_each(|parts| offer(whole, parts, 2));
                }
            }
            let earlier = columns.get(..nth).filter(|_| is_narrow).unwrap_or_default();
            for (second_nth, second) in earlier.iter().enumerate() {
                for (third_nth, third) in earlier.iter().enumerate().take(second_nth) {
                    for fourth in earlier.iter().take(third_nth) {
                        signed(&[*fourth, *third, *second]).into_iter().for_each(|parts| offer(whole, parts, 3));
                    }
                }
            }
        }
    }

    fn are_called_flows(&self, whole: usize, parts: &[(usize, i64)]) -> bool {
        let places = parts.iter().map(|(part, _)| *part).chain([whole]);
        places
            .filter_map(|column| self.head(column))
            .any(|head| may_be_flow(head.name()) || may_be_flow(head.id.as_str()))
    }

    /// Tells whether a column is the sum of others wherever all are given, in two items at least that are not the same: once
    /// may be chance, unless it is called a total, and a total of one item says it again.
    fn is_sum_of_columns(&self, whole: usize, parts: &[(usize, i64)]) -> bool {
        let is_called = || {
            let head = self.head(whole);
            let is_added = parts.iter().all(|(_, times)| *times > 0);
            is_added && head.is_some_and(|head| may_be_total(head.name()) || may_be_total(head.id.as_str()))
        };
        let telling = self.count_sums_of_columns(whole, parts).unwrap_or_default();
        telling > 1 || (telling == 1 && (is_called() || self.is_period_of(whole, parts)))
    }

    /// Tells whether columns are called periods of which one is made up of the others.
    fn is_period_of(&self, whole: usize, parts: &[(usize, i64)]) -> bool {
        let period = |column: usize| self.head(column).and_then(|head| Period::parse(head.name()));
        let Some(whole) = period(whole) else { return false };
        parts.iter().all(|(part, times)| {
            *times > 0 && period(*part).is_some_and(|part| whole.first() <= part.first() && part.last() <= whole.last())
        })
    }

    /// Counts the items, of those that are not the same, in which a column is the sum of others; `None` where it is not in one.
    fn count_sums_of_columns(&self, whole: usize, parts: &[(usize, i64)]) -> Option<usize> {
        let mut telling: BTreeSet<Vec<Decimal>> = BTreeSet::new();
        let is_pair = parts.len() == 2;
        for (row, line) in self.table.rows.iter().enumerate() {
            let Some(own) = self.value(row, whole) else { continue };
            let given: Option<Vec<Decimal>> = parts.iter().map(|(part, _)| self.value(row, *part)).collect();
            let Some(given) = given else { continue };
            let sum = added(&given, parts);
            if sum != Some(own) {
                return None;
            }
            let says_nothing = own.is_zero() || (is_pair && given.iter().any(Decimal::is_zero));
            if line.kind == RowKind::Item && !says_nothing {
                telling.insert(given);
            }
        }
        Some(telling.len())
    }

    /// Returns what rows come to that no formula says: those above or below, all of them, those up to a heading, those that no
    /// other sum has added yet; and any that stand beside the row, where it is called a total or several columns say it. What is a
    /// total by its kind is one, whatever it is called, and may be added up in another.
    fn among_rows(&self) -> Vec<SumTerms> {
        let is_line = |(row, line): &(usize, &FigureTableRow)| {
            let is_given = self.values.range((*row, 0)..=(*row, usize::MAX)).next().is_some();
            line.kind == RowKind::Heading || (is_given && line.of.is_none() && line.kind != RowKind::Note)
        };
        let lines: Vec<usize> = self.table.rows.iter().enumerate().filter(is_line).map(|(row, _)| row).collect();
        let columns = self.columns();
        let mut found = RowSums::default();
        let is_any_total = lines.iter().any(|row| self.is_total(*row));
        for adds_totals in [false, true].into_iter().filter(|adds_totals| is_any_total || !adds_totals) {
            self.beside_rows(lines.iter().copied(), adds_totals, &columns, &mut found);
            self.beside_rows(lines.iter().rev().copied(), adds_totals, &columns, &mut found);
        }
        // What is added up together is no stock and its flow.
        let declared: Vec<BTreeSet<usize>> =
            (0..self.table.rows.len()).map(|row| self.declared_parts(row).into_iter().collect()).collect();
        let is_apart = |terms: &&SumTerms| {
            let is_declared = declared.iter().any(|parts| terms.iter().all(|((row, _), _)| parts.contains(row)));
            let is_found = found.added.iter().any(|sum| {
                let parts = |place: &CellPlace| sum.iter().skip(1).any(|(part, _)| part == place);
                terms.iter().all(|(place, _)| parts(place))
            });
            !is_declared && !is_found
        };
        let signed: Vec<SumTerms> = found.signed.iter().filter(is_apart).cloned().collect();
        found.added.into_iter().chain(found.called).chain(signed).collect()
    }

    fn is_total(&self, row: usize) -> bool {
        self.table.rows.get(row).is_some_and(|line| matches!(line.kind, RowKind::Total | RowKind::Subtotal))
    }

    /// Returns the rows that a row adds up by its formula.
    fn declared_parts(&self, row: usize) -> Vec<usize> {
        let Some(Computation::Sum(terms)) = self.formulas.of_row(row) else { return Vec::new() };
        let items = self.formulas.items();
        let of_term = |term: &Term| match *term {
            Term::One(at) => vec![at],
            Term::Range(from, to) => items.get(from..to).unwrap_or_default().to_vec(),
        };
        terms.iter().filter(|(is_negative, _)| !is_negative).flat_map(|(_, term)| of_term(term)).collect()
    }

    /// Goes through rows in an order, and finds of each what it is the sum of among those before it in that order.
    fn beside_rows(
        &self,
        lines: impl Iterator<Item = usize>,
        adds_totals: bool,
        columns: &[usize],
        found: &mut RowSums,
    ) {
        let mut before: Vec<usize> = Vec::new();
        // Where the rows since the last heading begin, and the rows that no sum has added.
        let (mut since, mut open) = (0_usize, Vec::<usize>::new());
        for row in lines {
            let Some(line) = self.table.rows.get(row) else { continue };
            if line.kind == RowKind::Heading {
                since = before.len();
                continue;
            }
            let mut added: BTreeSet<usize> = self.declared_parts(row).into_iter().collect();
            let is_total = self.is_total(row);
            if line.formula.is_none() {
                let is_called = is_total || may_be_total(&line.label) || may_be_total(line.id.as_str());
                let mut natural = vec![before.as_slice(), open.as_slice()];
                natural.extend(before.get(since..));
                for run in natural.iter().filter(|run| run.len() > 1) {
                    let parts = added_up(run);
                    let (holding, _) = self.columns_adding_up(row, &parts, columns);
                    self.note((row, &parts), &holding, &mut found.added, &mut added);
                }
                self.note_signed(row, &before, &natural, columns, found);
                for from in (before.len().saturating_sub(MOST_RUN)..before.len().saturating_sub(1)).rev() {
                    let parts = added_up(before.get(from..).unwrap_or_default());
                    let (holding, is_everywhere) = self.columns_adding_up(row, &parts, columns);
                    if is_called || (is_everywhere && self.count_telling(&parts, &holding) > 1) {
                        self.note((row, &parts), &holding, &mut found.added, &mut added);
                    }
                }
                // A total may be told twice: of boys and girls, and of the young and the old.
                for from in 0..(if is_called && before.len() <= MOST_PARTED { before.len() } else { 0 }) {
                    for to in from.saturating_add(2)..before.len() {
                        let parts = added_up(before.get(from..to).unwrap_or_default());
                        let (holding, _) = self.columns_adding_up(row, &parts, columns);
                        self.note((row, &parts), &holding, &mut found.added, &mut added);
                    }
                }
            }
            if adds_totals || !is_total {
                before.push(row);
                open.retain(|other| !added.contains(other));
                open.push(row);
            }
        }
    }

    /// Notes where a row is what those before it come to of which some are taken away: where they are called what there was, what
    /// came and what went, where several columns say it, or where there are three and no more.
    fn note_signed(&self, row: usize, before: &[usize], natural: &[&[usize]], columns: &[usize], found: &mut RowSums) {
        let names = |row: usize| self.table.rows.get(row).map(|line| (line.label.as_str(), line.id.as_str()));
        for count in 3..=MOST_SIGNED {
            let Some(run) = before.len().checked_sub(count).and_then(|from| before.get(from..)) else { return };
            let is_natural = count == 3 && natural.contains(&run);
            let mut labels = run.iter().chain([&row]).filter_map(|row| names(*row));
            let is_called = labels.any(|(label, id)| may_be_flow(label) || may_be_flow(id));
            for parts in signed(run) {
                let (holding, is_everywhere) = self.columns_adding_up(row, &parts, columns);
                let telling = if is_everywhere { self.count_telling(&parts, &holding) } else { 0 };
                let is_first_there = parts.first().is_some_and(|(_, times)| *times > 0);
                let note =
                    |found: &mut BTreeSet<SumTerms>| self.note((row, &parts), &holding, found, &mut BTreeSet::new());
                if is_called || telling > 1 {
                    note(&mut found.called);
                } else if is_natural && is_first_there && telling == 1 {
                    note(&mut found.signed);
                }
            }
        }
    }

    /// Returns the columns in which a row is the sum of others, and whether it is in all in which they are given. A sum of
    /// nothing says nothing.
    fn columns_adding_up(&self, row: usize, parts: &[(usize, i64)], columns: &[usize]) -> (Vec<usize>, bool) {
        let mut is_everywhere = true;
        let mut holding = Vec::new();
        for column in columns.iter().copied() {
            let Some(whole) = self.value(row, column) else { continue };
            let given: Option<Vec<Decimal>> = parts.iter().map(|(part, _)| self.value(*part, column)).collect();
            let Some(given) = given else { continue };
            let sum = added(&given, parts);
            if sum != Some(whole) {
                is_everywhere &= self.formulas.of_column(column).is_some();
            } else if !whole.is_zero() {
                holding.push(column);
            }
        }
        (holding, is_everywhere)
    }

    /// Returns how many columns say of rows what they add up to, each in its own way.
    fn count_telling(&self, parts: &[(usize, i64)], columns: &[usize]) -> usize {
        let own = columns.iter().filter(|column| self.formulas.of_column(**column).is_none());
        let said: BTreeSet<Vec<Option<Decimal>>> =
            own.map(|column| parts.iter().map(|(row, _)| self.value(*row, *column)).collect()).collect();
        said.len()
    }

    fn note(
        &self,
        (row, parts): (usize, &[(usize, i64)]),
        columns: &[usize],
        found: &mut BTreeSet<SumTerms>,
        added: &mut BTreeSet<usize>,
    ) {
        for column in columns {
            let mut parts = parts.to_vec();
            parts.sort_unstable();
            added.extend(parts.iter().map(|(part, _)| *part));
            let parts = parts.into_iter().map(|(part, times)| ((part, *column), times));
            found.insert(std::iter::once(((row, *column), -1)).chain(parts).collect());
        }
    }
}

/// What rows come to.
#[derive(Default)]
struct RowSums {
    /// Where others are added.
    added: BTreeSet<SumTerms>,
    /// Where some are added and some taken away.
    called: BTreeSet<SumTerms>,
    /// The same where that may be chance, if they are added up together.
    signed: BTreeSet<SumTerms>,
}

fn added_up(run: &[usize]) -> Vec<(usize, i64)> {
    run.iter().map(|part| (*part, 1)).collect()
}

/// Adds values, and takes away those whose parts say so.
fn added(values: &[Decimal], parts: &[(usize, i64)]) -> Option<Decimal> {
    values.iter().zip(parts).try_fold(Decimal::ZERO, |sum, (value, (_, times))| {
        if *times > 0 { sum.checked_add(*value) } else { sum.checked_sub(*value) }
    })
}

/// Returns all ways to add some parts and take others away.
fn signed(run: &[usize]) -> Vec<Vec<(usize, i64)>> {
    let mut ways: Vec<Vec<(usize, i64)>> = vec![Vec::new()];
    for part in run {
        let with = |way: &Vec<(usize, i64)>, times| way.iter().copied().chain([(*part, times)]).collect();
        ways = ways.iter().flat_map(|way| [with(way, 1), with(way, -1)]).collect();
    }
    ways.retain(|way| way.iter().any(|(_, times)| *times > 0) && way.iter().any(|(_, times)| *times < 0));
    ways
}
