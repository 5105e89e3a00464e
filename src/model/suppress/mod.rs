//! Small counts are withheld, and with them what they could be computed of.
//!
//! Takes a plan whose tables are computed. Where a figure table says `suppress_below`, its counts from one up to that
//! number are taken out of the plan, so that nothing made of it can tell them: no page, sum, edition or comparison. Further
//! cells are taken out until [`known_numbers`](super::disclosure::known_numbers) proves that nobody can compute any of them.
//!
//! Tables are gone through in the order of their reports, and what is withheld of one does not depend on later ones: an edition
//! that was cut before them withholds the same cells, so that two sites beside each other tell no more than one.

mod further;
mod past;
mod quotients;

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
};

use past::PublishedPast;

use super::{
    Plan,
    disclosure::{Equation, KnownBounds, WithheldNumber},
    formulas::{Computation, Formulas, Term},
    table::{FigureColumn, FigureTable, FigureTableRow, Suppression},
    undeclared_sums::{CellPlace, SumSearch, SumTerms},
};
use crate::{
    content::counts_one_by_one,
    value::{Amount, Decimal, Figure, Id},
};

/// The most terms of all sums of a table. Of one that has more all counts are withheld.
const MOST_TERMS: usize = 1_000_000;
/// The most columns of words of which numbers are looked at. Those of all others are withheld where anything is.
const MOST_WORDS: usize = 8;

/// Withholds small counts of a plan. Returns the tables of which nothing is left, because it could not be proved that nobody can
/// compute what is withheld.
pub(super) fn suppress(plan: &mut Plan) -> Vec<usize> {
    suppress_tables(&mut plan.tables)
}

/// Withholds small counts of tables in the order of their reports. Returns those of which nothing is left, because it could not be
/// proved that nobody can compute what is withheld.
pub(super) fn suppress_tables(tables: &mut [FigureTable]) -> Vec<usize> {
    let mut unproved = Vec::new();
    let mut past: BTreeMap<Id, PublishedPast> = BTreeMap::new();
    for (at, table) in tables.iter_mut().enumerate() {
        if table.columns.iter().any(|column| column.suppress_below.is_some()) {
            let past = past.entry(table.id.clone()).or_default();
            if !TableSuppression::new(table, past).apply(&[]) {
                unproved.push(at);
            }
        }
    }
    unproved
}

/// Withholds small counts of a table that nothing was published of before, of which these sums are known beside those that it
/// tells itself. Tells whether it could be proved that nobody can compute them: else nothing of it is left.
pub(super) fn suppress_alone(table: &mut FigureTable, sums: &[SumTerms]) -> bool {
    TableSuppression::new(table, &mut PublishedPast::default()).apply(sums)
}

/// Tells whether a number is a count that is too small to be published. Nothing at all tells of nobody.
fn is_small(number: Decimal, below: u32) -> bool {
    !number.is_zero() && number.abs() < Decimal::from(below)
}

/// Tells whether figures of a column count one by one: no words, no level, no rate, no share, no difference.
pub(super) fn counts(column: &FigureColumn) -> bool {
    let is_other = column.text || column.scale.is_some() || column.share_of.is_some();
    !is_other && counts_one_by_one(&column.id, &column.unit, column.formula.as_deref())
}

/// Numbers that add up to nothing, each with how often it is added.
#[derive(Default)]
struct PublishedSum {
    terms: SumTerms,
    /// The numbers of earlier reports that are withheld there, each with how often it is added.
    past: Vec<(usize, i64)>,
    /// What is left where all is taken away from a whole, which is nowhere printed.
    rest: Option<Decimal>,
}

impl PublishedSum {
    /// Returns the cell that the others in its column come to.
    fn column_total(&self) -> Option<CellPlace> {
        let (whole, _) = *self.terms.first()?;
        self.terms.iter().all(|((_, column), _)| *column == whole.1).then_some(whole)
    }
}

/// What is known of the numbers that are not published.
struct SumSystem {
    numbers: Vec<WithheldNumber>,
    equations: Vec<Equation>,
    /// Which number each cell is.
    places: BTreeMap<CellPlace, usize>,
}

/// A table while it is found what of it is withheld.
struct TableSuppression<'t> {
    table: &'t mut FigureTable,
    past: &'t mut PublishedPast,
    formulas: Formulas,
    /// What each cell comes to; `None` where nothing is given.
    values: BTreeMap<CellPlace, Decimal>,
    /// The columns of words of which no number is looked at: there are too many.
    unread: Vec<usize>,
    /// The number of an earlier report that a cell repeats and that was withheld there.
    repeated: BTreeMap<CellPlace, usize>,
    /// Cells that are known without being printed here: to withhold them would hide nothing.
    known_before: BTreeSet<CellPlace>,
    withheld: BTreeMap<CellPlace, Suppression>,
    /// Withheld quotients and what is computed of them: no published sum has them.
    quotients: BTreeSet<CellPlace>,
    /// The columns that hold quotients although no formula says so.
    bare_quotients: BTreeSet<usize>,
    /// The cells of totals without a formula that come to what stands above or below them.
    explained: BTreeSet<CellPlace>,
    sums: Option<Vec<PublishedSum>>,
    /// Nothing of it is shown, nor which counts are small.
    is_blank: bool,
    /// How much work was done so far.
    work: Cell<usize>,
}

impl<'t> TableSuppression<'t> {
    fn new(table: &'t mut FigureTable, past: &'t mut PublishedPast) -> Self {
        let formulas = Formulas::read(table, &mut Vec::new());
        let mut values = BTreeMap::new();
        let is_told = |column: &usize| {
            table.rows.iter().any(|row| row.cells.get(*column).is_some_and(|cell| cell.told.is_some()))
        };
        let unread: Vec<usize> = (0..table.columns.len()).filter(is_told).skip(MOST_WORDS).collect();
        let is_looked_at = |(column, _): &(usize, &FigureColumn)| !unread.contains(column);
        for (row, line) in table.rows.iter().enumerate().filter(|(_, line)| line.kind.has_figures()) {
            for (column, head) in table.columns.iter().enumerate().filter(is_looked_at) {
                values.extend(value(line, column, head).map(|value| ((row, column), value)));
            }
        }
        Self {
            table,
            past,
            formulas,
            values,
            unread,
            repeated: BTreeMap::new(),
            known_before: BTreeSet::new(),
            withheld: BTreeMap::new(),
            quotients: BTreeSet::new(),
            bare_quotients: BTreeSet::new(),
            explained: BTreeSet::new(),
            sums: None,
            is_blank: false,
            work: Cell::new(0),
        }
    }

    /// Withholds what must be, where these sums are known beside those of the table. Tells whether it could be proved that nobody
    /// can compute it. Else nothing of the table is published, and so nothing remembered of it: no more is known than if its author
    /// had left it out.
    fn apply(mut self, known_sums: &[SumTerms]) -> bool {
        self.withhold_small();
        self.withhold_repeated();
        // Where nothing is withheld, now or before, no sum can tell it: nothing is searched for.
        let is_any = !self.withheld.is_empty() || !self.past.numbers.is_empty();
        if is_any {
            self.find_sums(known_sums);
            self.find_known();
        }
        let is_proved = !is_any || self.withhold_further();
        match is_proved {
            true => self.remember(),
            false => self.withheld = self.values.keys().map(|place| (*place, Suppression::Further)).collect(),
        }
        if is_any {
            let rows = 0..self.table.rows.len();
            let unread = rows.flat_map(|row| self.unread.iter().map(move |column| (row, *column)));
            let is_told = |(row, column): &CellPlace| {
                let cell = self.table.rows.get(*row).and_then(|row| row.cells.get(*column));
                cell.is_some_and(|cell| cell.told.is_some())
            };
            self.withheld.extend(unread.filter(is_told).map(|place| (place, Suppression::Further)));
        }
        let Self { table, withheld, .. } = self;
        for ((row, column), why) in withheld {
            let Some(cell) = table.rows.get_mut(row).and_then(|row| row.cells.get_mut(column)) else { continue };
            cell.withheld = Some(why);
            cell.withheld_mark = cell.stated.take().and_then(|stated| stated.mark);
            (cell.computed, cell.difference, cell.approximate) = (None, None, false);
            (cell.text, cell.told) = (None, None);
        }
        is_proved
    }

    /// Finds all sums that the table tells, and what they explain.
    fn find_sums(&mut self, known_sums: &[SumTerms]) {
        self.sums = self.sums(known_sums);
        self.forget_words();
        let wholes = self.sums.iter().flatten().filter(|sum| sum.rest.is_none() && sum.past.is_empty());
        self.explained = wholes.filter_map(|sum| sum.column_total()).collect();
        self.bare_quotients = self.find_bare_quotients();
    }

    /// Passes over numbers among words that no sum has beside a figure: years, paragraphs, numbers of schools.
    fn forget_words(&mut self) {
        let is_words = |place: &CellPlace| self.table.columns.get(place.1).is_some_and(|column| column.text);
        let has_figures = |sum: &&PublishedSum| !sum.terms.iter().all(|(place, _)| is_words(place));
        let Some(sums) = &self.sums else { return };
        let told: BTreeSet<CellPlace> =
            sums.iter().filter(has_figures).flat_map(|sum| &sum.terms).map(|(place, _)| *place).collect();
        self.values.retain(|place, _| !is_words(place) || told.contains(place));
    }

    fn below(&self, column: usize) -> Option<u32> {
        self.table.columns.get(column)?.suppress_below
    }

    fn withhold_small(&mut self) {
        for ((row, column), value) in &self.values {
            let Some(below) = self.below(*column) else { continue };
            // What is stated and what is computed are both printed where they differ.
            let cell = self.table.rows.get(*row).and_then(|row| row.cells.get(*column));
            let computed = cell.and_then(|cell| cell.computed.as_ref()).map_or(*value, |amount| amount.number);
            if is_small(*value, below) || is_small(computed, below) {
                self.withheld.insert((*row, *column), Suppression::Small(below));
            }
        }
    }

    /// Finds the cells that are sums of what is known anyway: of what an earlier report published, and of counts of nothing,
    /// which are shown. To withhold them would hide nothing.
    fn find_known(&mut self) {
        loop {
            let is_known = |place: &CellPlace| {
                let is_nothing = self.below(place.1).is_some() && self.values.get(place).is_some_and(Decimal::is_zero);
                is_nothing || self.known_before.contains(place)
            };
            let alone = |sum: &PublishedSum| {
                let mut others = sum.terms.iter().filter(|(place, _)| !is_known(place));
                let (first, _) = others.next()?;
                (others.next().is_none() && sum.rest.is_none() && sum.past.is_empty()).then_some(*first)
            };
            let may_be_known =
                |place: &CellPlace| self.values.contains_key(place) && !self.withheld.contains_key(place);
            let found: Vec<CellPlace> = self.sums.iter().flatten().filter_map(alone).filter(may_be_known).collect();
            if found.is_empty() {
                return;
            }
            self.known_before.extend(found);
        }
    }

    /// Finds all sums that the table tells; `None` where they have too many terms.
    fn sums(&self, known_sums: &[SumTerms]) -> Option<Vec<PublishedSum>> {
        let search = SumSearch { table: &*self.table, formulas: &self.formulas, values: &self.values };
        let found = search.all();
        let (parts, totals) = (self.parts_of_rows(), self.totals_of_parts(&found));
        let mut sums = Vec::new();
        let mut terms: usize = 0;
        let mut push = |sum: PublishedSum| {
            terms = terms.saturating_add(sum.terms.len());
            sums.push(sum);
            (terms <= MOST_TERMS).then_some(())
        };
        for row in 0..self.table.rows.len() {
            for column in 0..self.table.columns.len() {
                if let Some(Computation::Sum(terms)) = self.formulas.of_column(column) {
                    push(sum_of((row, column), terms, None, |at| (row, at)))?;
                }
                let is_quotient =
                    matches!(self.formulas.of_column(column), Some(Computation::Ratio(..) | Computation::ShareOf(_)));
                if let Some(Computation::Sum(terms)) = self.formulas.of_row(row).filter(|_| !is_quotient) {
                    push(sum_of((row, column), terms, Some(self.formulas.items()), |at| (at, column)))?;
                }
                let parts = parts.get(&row).map(Vec::as_slice).unwrap_or_default();
                for sum in self.rests(row, column, parts, &totals).into_iter().filter(|_| !is_quotient) {
                    push(sum)?;
                }
            }
        }
        for terms in found.into_iter().chain(known_sums.iter().cloned()) {
            push(PublishedSum { terms, ..PublishedSum::default() })?;
        }
        for sum in self.sums_with_past(&search) {
            push(sum)?;
        }
        Some(sums)
    }

    /// Returns the rows that are a part of others.
    fn parts_of_rows(&self) -> BTreeMap<usize, Vec<usize>> {
        let mut parts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (row, line) in self.table.rows.iter().enumerate().filter(|(_, line)| line.kind.has_figures()) {
            line.of.into_iter().for_each(|whole| parts.entry(whole).or_default().push(row));
        }
        parts
    }

    /// Returns the cells that are the sum of others that are a part of the same row.
    fn totals_of_parts(&self, found: &[SumTerms]) -> BTreeSet<CellPlace> {
        let whole = |(row, _): CellPlace| self.table.rows.get(row).and_then(|line| line.of);
        let totals = found.iter().filter_map(|terms| {
            let (total, times) = *terms.first()?;
            let is_of_parts = terms.iter().all(|(place, _)| whole(*place).is_some() && whole(*place) == whole(total));
            (times < 0 && is_of_parts).then_some(total)
        });
        totals.collect()
    }

    /// Returns what is left of a row where the rows that are a part of it are taken away. Where that is nothing, they are all
    /// there is of it. A total of some of them counts them twice: it is left out as well, for whoever sees what it is.
    fn rests(&self, row: usize, column: usize, parts: &[usize], totals: &BTreeSet<CellPlace>) -> Vec<PublishedSum> {
        let parts: Vec<CellPlace> = parts.iter().map(|part| (*part, column)).collect();
        let own: Vec<CellPlace> = parts.iter().copied().filter(|place| !totals.contains(place)).collect();
        let all = self.rest((row, column), &parts);
        let without_totals = if own.len() < parts.len() { self.rest((row, column), &own) } else { None };
        all.into_iter().chain(without_totals).collect()
    }

    fn rest(&self, whole: CellPlace, parts: &[CellPlace]) -> Option<PublishedSum> {
        let own = *self.values.get(&whole)?;
        let given: Option<Vec<Decimal>> = parts.iter().map(|place| self.values.get(place).copied()).collect();
        let given = given.filter(|given| !given.is_empty())?;
        let rest = given.iter().try_fold(own, |rest, part| rest.checked_sub(*part))?;
        if rest < Decimal::ZERO {
            return None;
        }
        let parts = parts.iter().map(|place| (*place, 1));
        let terms = std::iter::once((whole, -1)).chain(parts).collect();
        Some(PublishedSum { terms, rest: (!rest.is_zero()).then_some(rest), ..PublishedSum::default() })
    }

    /// Returns the numbers that are not published, the sums that tell of them, and which cell each is.
    fn system(&self) -> SumSystem {
        let mut numbers = self.past.numbers.clone();
        let mut equations = self.past.equations.clone();
        let mut places: BTreeMap<CellPlace, usize> = BTreeMap::new();
        let is_sum = |place: &CellPlace| !self.quotients.contains(place) && !self.known_before.contains(place);
        for (place, why) in self.withheld.iter().filter(|(place, _)| is_sum(place)) {
            let Some(value) = self.values.get(place).copied() else { continue };
            let number = self.repeated.get(place).copied().unwrap_or_else(|| {
                // That there is nothing may be known: it would be shown if nothing stood beside it.
                let is_protected = !value.is_zero() || (self.below(place.1).is_none() && !self.is_blank);
                numbers.push(WithheldNumber { value, bounds: self.bounds(*place, *why, value), is_protected });
                numbers.len().saturating_sub(1)
            });
            places.insert(*place, number);
        }
        for sum in self.sums.iter().flatten() {
            let mut equation: Equation = sum.past.clone();
            let mut is_telling = false;
            let is_whole = self.is_whole_without_missing(sum);
            for (place, times) in &sum.terms {
                let is_published = match self.values.contains_key(place) {
                    true => !self.withheld.contains_key(place),
                    // What is not given is nothing, for anyone who sees that the others add up.
                    false => is_whole,
                };
                if is_published || self.known_before.contains(place) {
                    continue;
                }
                is_telling |= places.contains_key(place);
                let number = *places.entry(*place).or_insert_with(|| {
                    let value = self.values.get(place).copied().unwrap_or_default();
                    numbers.push(WithheldNumber { value, bounds: KnownBounds::None, is_protected: false });
                    numbers.len().saturating_sub(1)
                });
                equation.push((number, *times));
            }
            if let Some(value) = sum.rest.filter(|_| is_telling) {
                numbers.push(WithheldNumber { value, bounds: KnownBounds::NotNegative, is_protected: false });
                equation.push((numbers.len().saturating_sub(1), 1));
            }
            if !equation.is_empty() {
                equations.push(equation);
            }
        }
        SumSystem { numbers, equations, places }
    }

    /// Tells whether what is given of a sum adds up without what is not.
    fn is_whole_without_missing(&self, sum: &PublishedSum) -> bool {
        let given = sum.terms.iter().filter_map(|(place, times)| Some((*self.values.get(place)?, *times)));
        let total = given.clone().try_fold(Decimal::ZERO, |total, (value, times)| {
            total.checked_add(value.checked_mul(Decimal::from(times))?)
        });
        given.count() > 1 && total == Some(Decimal::ZERO)
    }

    fn bounds(&self, (_, column): CellPlace, why: Suppression, value: Decimal) -> KnownBounds {
        let head = self.table.columns.get(column);
        match (why, self.below(column)) {
            (Suppression::Small(below), _) if is_small(value, below) => KnownBounds::Below(below),
            // Only what is computed is small, or only what is stated: the other one may be anything.
            (Suppression::Small(_), _) => KnownBounds::None,
            // Nothing at all is shown even where all else is withheld, so what is not is something.
            (Suppression::Further, Some(_)) if self.is_blank && !value.is_zero() => KnownBounds::From(1),
            // Nothing at all would be shown, but where it goes with what is withheld.
            (Suppression::Further, Some(below)) if !self.is_blank && value.is_zero() => KnownBounds::ZeroOrFrom(below),
            (Suppression::Further, Some(below)) if !self.is_blank => KnownBounds::From(below),
            (Suppression::Further, _) if head.is_some_and(counts) && !value.is_sign_negative() => {
                KnownBounds::NotNegative
            }
            (Suppression::Further, _) => KnownBounds::None,
        }
    }
}

/// Returns what a cell comes to: what it states, else what is computed. Nil is nothing, and of words that are a number it is that.
fn value(row: &FigureTableRow, column: usize, head: &FigureColumn) -> Option<Decimal> {
    let cell = row.cells.get(column)?;
    let number = |amount: &Amount| Some(amount.number_in(&head.unit).unwrap_or(amount.number));
    match &cell.stated {
        _ if head.text => cell.told,
        Some(Figure { amount: Some(amount), .. }) => number(amount),
        Some(Figure { amount: None, .. }) => Some(Decimal::ZERO),
        None => cell.computed.as_ref().and_then(number),
    }
}

/// Makes the sum that a formula says: its terms, and what they come to taken away. Ranges of rows add items alone.
fn sum_of(
    whole: CellPlace,
    terms: &[(bool, Term)],
    items: Option<&[usize]>,
    place: impl Fn(usize) -> CellPlace,
) -> PublishedSum {
    let mut sum = PublishedSum { terms: vec![(whole, -1)], ..PublishedSum::default() };
    for (is_negative, term) in terms {
        let times = if *is_negative { -1 } else { 1 };
        sum.terms.extend(each(*term, items).into_iter().map(|at| (place(at), times)));
    }
    sum
}

fn each(term: Term, items: Option<&[usize]>) -> Vec<usize> {
    term.places(items)
}
