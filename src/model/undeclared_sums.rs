//! Sums that a figure table tells although no formula says so: totals that are written as ordinary rows and columns.
//!
//! Whoever reads the table sees them, so what is withheld must not be computed by them. Where numbers add up by chance, more is
//! withheld than need be; that is told by how often they do, by words such as "I alt", and by where a total would stand.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    formulas::{Computation, Formulas},
    table::{FigureColumn, FigureTable, RowKind},
    total_names::{may_be_flow, may_be_total},
};
use crate::value::{Decimal, Period};

/// A cell by the places of its row and its column.
pub(super) type CellPlace = (usize, usize);
/// Cells that come to nothing, each with how often it is added.
pub(super) type SumTerms = Vec<(CellPlace, i64)>;

/// The most columns of which each is held against each other, and each run of them; of more, only those beside each other.
pub(super) const MOST_COMPARED: usize = 16;
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

    /// Tells whether each of some columns can be held against each other. Words that are numbers make no table wide.
    pub fn is_narrow(&self, columns: &[usize]) -> bool {
        columns.iter().filter(|column| !self.is_words(**column)).count() <= MOST_COMPARED
    }

    fn is_words(&self, column: usize) -> bool {
        self.head(column).is_some_and(|head| head.text)
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
        let is_narrow = self.is_narrow(&columns);
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
        self.among_total_columns(&columns, &mut found);
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
        let heads = self.head(whole).zip(self.head(other));
        // What words count in nobody says.
        !is_quotient && heads.is_some_and(|(whole, other)| whole.text || other.text || other.unit.adds_to(&whole.unit))
    }

    /// Finds columns that come to others of which some are added and some taken away: any three where three rows say it, those
    /// that stand together where two do, or one where they are called what there was, what came and what went.
    fn among_signed_columns(&self, columns: &[usize], found: &mut Vec<(usize, Vec<(usize, i64)>)>) {
        let is_narrow = self.is_narrow(columns);
        for (nth, whole) in columns.iter().copied().enumerate() {
            let mut offer = |whole: usize, parts: Vec<(usize, i64)>, least: usize| {
                let is_bare = self.formulas.of_column(whole).is_none();
                if is_bare && parts.iter().all(|(part, _)| self.is_alike(whole, *part)) {
                    let least = if self.are_called_flows(whole, &parts) { 1 } else { least };
                    if self.count_sums_of_columns(whole, &parts).is_some_and(|(telling, _)| telling >= least) {
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

    /// Finds columns that add up others that are sums themselves: of girls and boys there are some in all each year, and of all years
    /// there are some in all.
    fn among_total_columns(&self, columns: &[usize], found: &mut Vec<(usize, Vec<(usize, i64)>)>) {
        let added = || found.iter().filter(|(_, parts)| parts.iter().all(|(_, times)| *times > 0));
        let parts: BTreeSet<usize> = added().flat_map(|(_, parts)| parts).map(|(part, _)| *part).collect();
        let mut totals: BTreeSet<usize> = added().map(|(whole, _)| *whole).collect();
        let is_declared = |column: &usize| matches!(self.formulas.of_column(*column), Some(Computation::Sum(_)));
        totals.extend(columns.iter().copied().filter(|column| is_declared(column) || self.is_called_total(*column)));
        let called: Vec<usize> = columns.iter().copied().filter(|column| self.is_called_total(*column)).collect();
        let open: Vec<usize> = columns.iter().copied().filter(|column| !parts.contains(column)).collect();
        let totals: Vec<usize> = totals.into_iter().collect();
        let mut more: BTreeSet<(usize, Vec<(usize, i64)>)> = BTreeSet::new();
        for whole in columns.iter().copied().filter(|at| self.formulas.of_column(*at).is_none()) {
            let is_part = |other: &&usize| **other != whole && self.is_alike(whole, **other);
            let [called, open, totals] =
                [&called, &open, &totals].map(|run| run.iter().filter(is_part).copied().collect::<Vec<usize>>());
            let least = if totals.len() > MOST_COMPARED { totals.len() } else { 2 };
            let runs = (least..=totals.len()).flat_map(|count| totals.windows(count));
            for run in runs.chain([called.as_slice(), open.as_slice()]).filter(|run| run.len() > 1) {
                let parts = added_up(run);
                if self.is_sum_of_columns(whole, &parts) {
                    more.insert((whole, parts));
                }
            }
        }
        more.retain(|sum| !found.contains(sum));
        found.extend(more);
    }

    fn is_called_total(&self, column: usize) -> bool {
        self.head(column).is_some_and(|head| may_be_total(head.name()) || may_be_total(head.id.as_str()))
    }

    fn are_called_flows(&self, whole: usize, parts: &[(usize, i64)]) -> bool {
        let places = parts.iter().map(|(part, _)| *part).chain([whole]);
        places
            .filter_map(|column| self.head(column))
            .any(|head| may_be_flow(head.name()) || may_be_flow(head.id.as_str()))
    }

    /// Tells whether a column is the sum of others wherever all are given, in two items at least that are not the same: once
    /// may be chance, unless it is called a total, and a total of one item says it again. Where one of two is nothing, the other is
    /// the sum: that may be chance where it is the same one in all items, but not where each of them is something in one.
    fn is_sum_of_columns(&self, whole: usize, parts: &[(usize, i64)]) -> bool {
        let is_called = || parts.iter().all(|(_, times)| *times > 0) && self.is_called_total(whole);
        let (telling, are_both) = self.count_sums_of_columns(whole, parts).unwrap_or_default();
        (telling > 1 && are_both) || (telling > 0 && (is_called() || self.is_period_of(whole, parts)))
    }

    /// Tells whether columns are called periods of which one is made up of the others.
    fn is_period_of(&self, whole: usize, parts: &[(usize, i64)]) -> bool {
        let period = |column: usize| self.head(column).and_then(|head| Period::parse(head.name()));
        let Some(whole) = period(whole) else { return false };
        parts.iter().all(|(part, times)| {
            *times > 0 && period(*part).is_some_and(|part| whole.first() <= part.first() && part.last() <= whole.last())
        })
    }

    /// Counts the items, of those that are not the same, in which a column is the sum of others, and tells whether each
    /// of two is something in one of them, so that it does not merely repeat the other; `None` where it is not in one.
    fn count_sums_of_columns(&self, whole: usize, parts: &[(usize, i64)]) -> Option<(usize, bool)> {
        let mut telling: BTreeSet<Vec<Decimal>> = BTreeSet::new();
        let mut is_something = vec![parts.len() > 2; parts.len()];
        for (row, line) in self.table.rows.iter().enumerate() {
            let Some(own) = self.value(row, whole) else { continue };
            let given: Option<Vec<Decimal>> = parts.iter().map(|(part, _)| self.value(row, *part)).collect();
            let Some(given) = given else { continue };
            if added(&given, parts) != Some(own) {
                return None;
            }
            if line.kind == RowKind::Item && !own.is_zero() {
                is_something.iter_mut().zip(&given).for_each(|(is, given)| *is |= !given.is_zero());
                telling.insert(given);
            }
        }
        Some((telling.len(), is_something.into_iter().all(|is| is)))
    }

    /// Returns what rows come to that no formula says: those above or below, all of them, those up to a heading, those that no
    /// other sum has added yet; and any that stand beside the row, where it is called a total or several columns say it. What is a
    /// total by its kind is one, whatever it is called, and may be added up in another. The rows that are a part of another are looked
    /// at by themselves.
    fn among_rows(&self) -> Vec<SumTerms> {
        let numbers = RowNumbers::of(self);
        let mut lines: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (row, line) in self.table.rows.iter().enumerate() {
            let is_given = numbers.row(row).iter().any(Option::is_some);
            if line.kind == RowKind::Heading {
                lines.entry(None).or_default().push(row);
            } else if is_given && line.kind != RowKind::Note {
                lines.entry(line.of).or_default().push(row);
            }
        }
        let mut found = RowSums::default();
        for (whole, lines) in lines {
            let of_lines = self.among_lines(&lines, &numbers);
            found.added.extend(of_lines.added);
            found.called.extend(of_lines.called);
            // Parts of a row are no stock with what came and went, but where they are called so.
            found.signed.extend(of_lines.signed.into_iter().filter(|_| whole.is_none()));
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

    /// Finds sums among rows that stand for themselves, or that are a part of the same one.
    fn among_lines(&self, lines: &[usize], numbers: &RowNumbers) -> RowSums {
        let mut found = RowSums::default();
        let is_any_total = lines.iter().any(|row| self.is_total(*row));
        for adds_totals in [false, true].into_iter().filter(|adds_totals| is_any_total || !adds_totals) {
            self.beside_rows(lines.iter().copied(), adds_totals, numbers, &mut found);
            self.beside_rows(lines.iter().rev().copied(), adds_totals, numbers, &mut found);
        }
        found
    }

    fn is_total(&self, row: usize) -> bool {
        self.table.rows.get(row).is_some_and(|line| line.kind.is_sum())
    }

    /// Returns the rows that a row adds up by its formula.
    fn declared_parts(&self, row: usize) -> Vec<usize> {
        let Some(Computation::Sum(terms)) = self.formulas.of_row(row) else { return Vec::new() };
        let items = Some(self.formulas.items());
        terms.iter().filter(|(is_negative, _)| !is_negative).flat_map(|(_, term)| term.places(items)).collect()
    }

    /// Goes through rows in an order, and finds of each what it is the sum of among those before it in that order.
    fn beside_rows(
        &self,
        lines: impl Iterator<Item = usize>,
        adds_totals: bool,
        numbers: &RowNumbers,
        found: &mut RowSums,
    ) {
        let mut before: Vec<usize> = Vec::new();
        // Where the rows since the last heading begin, the rows that no sum has added, those that are called totals, and of these
        // those that no total of totals has added.
        let (mut since, mut open) = (0_usize, Vec::<usize>::new());
        let (mut totals, mut open_totals) = (Vec::<usize>::new(), Vec::<usize>::new());
        let [mut of_all, mut of_since, mut of_open] = [(); 3].map(|()| numbers.sums(&[]));
        for row in lines {
            let Some(line) = self.table.rows.get(row) else { continue };
            if line.kind == RowKind::Heading {
                since = before.len();
                of_since = numbers.sums(&[]);
                continue;
            }
            let is_total = self.is_total(row);
            let is_called = is_total || may_be_total(&line.label) || may_be_total(line.id.as_str());
            let mut added: BTreeSet<usize> = self.declared_parts(row).into_iter().collect();
            open_totals.retain(|other| !added.contains(other));
            if line.formula.is_none() {
                let mut note = |run: &[usize], holding: &[usize]| {
                    self.note((row, &added_up(run)), holding, &mut found.added, &mut added);
                };
                let of_since_heading = before.get(since..).unwrap_or_default();
                let natural = [(before.as_slice(), &of_all), (&open, &of_open), (of_since_heading, &of_since)];
                for (run, sums) in natural.into_iter().filter(|(run, _)| run.len() > 1) {
                    note(run, &numbers.holding(row, |at| sums.of_column(at)));
                }
                numbers.each_growing(&before, MOST_RUN, |from, sums| {
                    let run = before.get(from..).unwrap_or_default();
                    let sum = |at| sums.of_column(at);
                    let is_telling = || {
                        numbers.is_everywhere(self.formulas, row, sum)
                            && self.count_telling(&added_up(run), &numbers.holding(row, sum)) > 1
                    };
                    if is_called || is_telling() {
                        note(run, &numbers.holding(row, sum));
                    }
                });
                // A total may be told twice: of boys and girls, and of the young and the old.
                let is_parted = is_called && before.len() <= MOST_PARTED;
                for to in 2..(if is_parted { before.len() } else { 0 }) {
                    let run = before.get(..to).unwrap_or_default();
                    numbers.each_growing(run, MOST_PARTED, |from, sums| {
                        note(run.get(from..).unwrap_or_default(), &numbers.holding(row, |at| sums.of_column(at)));
                    });
                }
                // Others that are called totals are what a total adds up, whatever the rows between them come to.
                let mut added_totals = BTreeSet::new();
                for run in [&totals, &open_totals].into_iter().filter(|_| is_called) {
                    numbers.each_growing(run, MOST_RUN, |from, sums| {
                        let holding = numbers.holding(row, |at| sums.of_column(at));
                        let run = added_up(run.get(from..).unwrap_or_default());
                        self.note((row, &run), &holding, &mut found.added, &mut added_totals);
                    });
                }
                open_totals.retain(|other| !added_totals.contains(other));
                added.extend(added_totals);
                let natural = natural.map(|(run, _)| run);
                self.note_signed(row, &before, &natural, numbers, found);
            }
            if adds_totals || !is_total {
                before.push(row);
                of_all.add(numbers.row(row));
                of_since.add(numbers.row(row));
                if is_called {
                    totals.push(row);
                    open_totals.push(row);
                }
                let count = open.len();
                open.retain(|other| !added.contains(other));
                if open.len() < count {
                    of_open = numbers.sums(&open);
                }
                open.push(row);
                of_open.add(numbers.row(row));
            }
        }
    }

    /// Notes where a row is what those before it come to of which some are taken away: where they are called what there was, what
    /// came and what went, where several columns say it, or where there are three and no more.
    fn note_signed(
        &self,
        row: usize,
        before: &[usize],
        natural: &[&[usize]],
        numbers: &RowNumbers,
        found: &mut RowSums,
    ) {
        let names = |row: usize| self.table.rows.get(row).map(|line| (line.label.as_str(), line.id.as_str()));
        for count in 3..=MOST_SIGNED {
            let Some(run) = before.len().checked_sub(count).and_then(|from| before.get(from..)) else { return };
            let is_natural = count == 3 && natural.contains(&run);
            let mut labels = run.iter().chain([&row]).filter_map(|row| names(*row));
            let is_called = labels.any(|(label, id)| may_be_flow(label) || may_be_flow(id));
            for parts in signed(run) {
                let is_first_there = parts.first().is_some_and(|(_, times)| *times > 0);
                let sum = |at| numbers.signed_sum(at, &parts);
                // What does not hold everywhere tells something only by its name, and few rows have such a one.
                let is_everywhere = numbers.is_everywhere(self.formulas, row, sum);
                if !is_called && !is_everywhere {
                    continue;
                }
                let holding = numbers.holding(row, sum);
                let telling = if is_everywhere { self.count_telling(&parts, &holding) } else { 0 };
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

/// The numbers of a table by their rows, so that runs of them are added up without being looked up.
struct RowNumbers {
    columns: Vec<usize>,
    rows: Vec<Vec<Option<Decimal>>>,
}

/// What some rows come to, column by column.
struct RowSum(Vec<ColumnSum>);

/// What some cells of a column come to.
#[derive(Clone, Copy)]
enum ColumnSum {
    Is(Decimal),
    /// Not all of them are given.
    NotGiven,
    TooLarge,
}

impl RowNumbers {
    fn of(search: &SumSearch<'_>) -> Self {
        let columns = search.columns();
        let of_row = |row| columns.iter().map(|column| search.value(row, *column)).collect();
        let rows = (0..search.table.rows.len()).map(of_row).collect();
        Self { columns, rows }
    }

    fn row(&self, row: usize) -> &[Option<Decimal>] {
        self.rows.get(row).map(Vec::as_slice).unwrap_or_default()
    }

    fn sums(&self, rows: &[usize]) -> RowSum {
        let mut sums = RowSum(vec![ColumnSum::Is(Decimal::ZERO); self.columns.len()]);
        rows.iter().for_each(|row| sums.add(self.row(*row)));
        sums
    }

    /// Returns what rows come to in a column, by its place among those that hold numbers, where some are taken away.
    fn signed_sum(&self, at: usize, parts: &[(usize, i64)]) -> ColumnSum {
        let values = parts.iter().map(|(row, _)| self.row(*row).get(at).copied().flatten());
        match values.collect::<Option<Vec<Decimal>>>() {
            Some(values) => added(&values, parts).map_or(ColumnSum::TooLarge, ColumnSum::Is),
            None => ColumnSum::NotGiven,
        }
    }

    /// Looks at what the last two rows come to, the last three and so on, `most` at the most, each with where it begins. Each is
    /// the one before it and a row more, so that no row is added twice.
    fn each_growing(&self, run: &[usize], most: usize, mut look: impl FnMut(usize, &RowSum)) {
        let last = run.len().saturating_sub(1);
        let mut sums = self.sums(run.get(last..).unwrap_or_default());
        for (from, row) in run.iter().enumerate().take(last).rev().take(most.saturating_sub(1)) {
            sums.add(self.row(*row));
            look(from, &sums);
        }
    }

    /// Returns the columns in which a row is what others come to. That nothing is a sum of nothing says nothing.
    fn holding(&self, row: usize, sum: impl Fn(usize) -> ColumnSum) -> Vec<usize> {
        let own = self.columns.iter().zip(self.row(row)).enumerate();
        let holds = |at, own: &Option<Decimal>| match own {
            Some(own) if !own.is_zero() => matches!(sum(at), ColumnSum::Is(sum) if sum == *own),
            _ => false,
        };
        own.filter(|(at, (_, own))| holds(*at, own)).map(|(_, (column, _))| *column).collect()
    }

    /// Tells whether a row is what others come to in all columns in which they are given, but those that are computed.
    fn is_everywhere(&self, formulas: &Formulas, row: usize, sum: impl Fn(usize) -> ColumnSum) -> bool {
        self.columns.iter().zip(self.row(row)).enumerate().all(|(at, (column, own))| {
            let Some(own) = own else { return true };
            match sum(at) {
                ColumnSum::NotGiven => true,
                ColumnSum::Is(sum) if sum == *own => true,
                ColumnSum::Is(_) | ColumnSum::TooLarge => formulas.of_column(*column).is_some(),
            }
        })
    }
}

impl RowSum {
    fn of_column(&self, at: usize) -> ColumnSum {
        self.0.get(at).copied().unwrap_or(ColumnSum::NotGiven)
    }

    fn add(&mut self, row: &[Option<Decimal>]) {
        for (sum, value) in self.0.iter_mut().zip(row) {
            *sum = match (*sum, value) {
                (ColumnSum::Is(sum), Some(value)) => sum.checked_add(*value).map_or(ColumnSum::TooLarge, ColumnSum::Is),
                (ColumnSum::NotGiven, _) | (_, None) => ColumnSum::NotGiven,
                (ColumnSum::TooLarge, _) => ColumnSum::TooLarge,
            };
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
