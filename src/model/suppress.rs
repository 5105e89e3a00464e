//! Small counts are withheld, and with them what they could be computed of.
//!
//! Takes a plan whose tables are computed. Where a figure table says `suppress_below`, its counts from one up to that
//! number are taken out of the plan, so that nothing made of it can tell them: no page, sum, edition or comparison. Further
//! cells are taken out until [`known_numbers`] proves that nobody can compute any of them.
//!
//! Tables are gone through in the order of their reports, and what is withheld of one does not depend on later ones: an edition
//! that was cut before them withholds the same cells, so that two sites beside each other tell no more than one.

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
};

use super::{
    Plan,
    disclosure::{Equation, KnownBounds, WithheldNumber, known_numbers},
    formulas::{Computation, Formulas, Term},
    table::{FigureColumn, FigureTable, FigureTableRow, RowKind, Suppression},
    undeclared_sums::{CellPlace, SumSearch, SumTerms},
};
use crate::value::{Amount, Decimal, Figure, Id, is_rate};

/// The most terms of all sums of a table. Of one that has more all counts are withheld.
const MOST_TERMS: usize = 1_000_000;
/// The most cells that are withheld one by one. Where that is not enough, all of the table are.
const MOST_STEPS: usize = 200;
/// The most cells that are tried to find the one to withhold next, while but a few numbers are known.
const MOST_TRIED: usize = 24;
const FEW: usize = 40;
/// The most work, in numbers times the square of their sums, before no more than one cell is tried, and none is given back.
const MUCH_WORK: usize = 200_000_000;
/// The most columns of which differences to earlier reports are looked for that nobody declared; of more, only among those that
/// stand beside each other.
const MOST_COMPARED: usize = 16;
/// The column that repeats what the last report said.
const PREVIOUS: &str = "previous";

/// Withholds small counts of a plan. Returns the tables of which it could not be proved that nobody can compute what is withheld.
pub(super) fn suppress(plan: &mut Plan) -> Vec<usize> {
    suppress_tables(&mut plan.tables)
}

/// Withholds small counts of tables in the order of their reports. Returns those of which it could not be proved that nobody can
/// compute what is withheld.
pub(super) fn suppress_tables(tables: &mut [FigureTable]) -> Vec<usize> {
    let mut unproved = Vec::new();
    let mut past: BTreeMap<Id, PublishedPast> = BTreeMap::new();
    for (at, table) in tables.iter_mut().enumerate() {
        if table.columns.iter().any(|column| column.suppress_below.is_some()) {
            let past = past.entry(table.id.clone()).or_default();
            if !TableSuppression::new(table, past).apply() {
                unproved.push(at);
            }
        }
    }
    unproved
}

/// Withholds small counts of a table that nothing was published of before. Tells whether nobody can compute them.
pub(super) fn suppress_alone(table: &mut FigureTable) -> bool {
    suppress_tables(std::slice::from_mut(table)).is_empty()
}

/// Tells whether a number is a count that is too small to be published. Nothing at all tells of nobody.
fn is_small(number: Decimal, below: u32) -> bool {
    !number.is_zero() && number.abs() < Decimal::from(below)
}

/// Tells whether figures of a column count one by one: no words, no rate, no share, no difference.
pub(super) fn counts(column: &FigureColumn) -> bool {
    let is_otherwise = |formula: &String| crate::content::Formula::subtracts(formula) || formula.contains('/');
    !column.text
        && column.unit.is_counted()
        && !is_rate(&column.unit)
        && column.share_of.is_none()
        && column.id.as_str() != "deviation"
        && !column.formula.as_ref().is_some_and(is_otherwise)
}

/// Tells whether a column is called what there is for each of something else: an average, a price for each.
fn is_called_rate(column: &FigureColumn) -> bool {
    let words = [column.name(), column.id.as_str()].map(str::to_lowercase);
    let mut words = words.iter().flat_map(|name| name.split(|c: char| !c.is_alphanumeric()));
    words.any(|word| {
        matches!(word, "pr" | "per" | "andel" | "share" | "snit" | "mean" | "average" | "medel")
            || ["gennemsnit", "gjennomsnit", "genomsnit", "enhedspris", "enhetspris"]
                .iter()
                .any(|of| word.starts_with(of))
    })
}

/// What reports before have published of a table, and what they withheld.
#[derive(Default)]
struct PublishedPast {
    numbers: Vec<WithheldNumber>,
    equations: Vec<Equation>,
    /// The columns of each report: what stood in each row, and the place of the number where that was withheld.
    columns: Vec<(Id, PublishedColumn)>,
}

/// What stood in each row of a column, and the place of the number where that was withheld.
type PublishedColumn = BTreeMap<Id, (Decimal, Option<usize>)>;

/// Numbers that add up to nothing, each with how often it is added.
#[derive(Default)]
struct PublishedSum {
    terms: SumTerms,
    /// The numbers of earlier reports that are withheld there, each with how often it is added.
    past: Vec<(usize, i64)>,
    /// What is left where all is taken away from a whole, which is nowhere printed.
    rest: Option<Decimal>,
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
    /// The number of an earlier report that a cell repeats and that was withheld there.
    repeated: BTreeMap<CellPlace, usize>,
    /// Cells that are known without being printed here: to withhold them would hide nothing.
    known_before: BTreeSet<CellPlace>,
    withheld: BTreeMap<CellPlace, Suppression>,
    /// Withheld quotients and what is computed of them: no published sum has them.
    quotients: BTreeSet<CellPlace>,
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
        for (row, line) in table.rows.iter().enumerate().filter(|(_, line)| has_figures(line)) {
            for (column, head) in table.columns.iter().enumerate().filter(|(_, head)| !head.text) {
                values.extend(value(line, column, head).map(|value| ((row, column), value)));
            }
        }
        let mut all = Self {
            table,
            past,
            formulas,
            values,
            repeated: BTreeMap::new(),
            known_before: BTreeSet::new(),
            withheld: BTreeMap::new(),
            quotients: BTreeSet::new(),
            sums: None,
            is_blank: false,
            work: Cell::new(0),
        };
        all.sums = all.sums();
        all
    }

    /// Withholds what must be. Tells whether nobody can compute it.
    fn apply(mut self) -> bool {
        self.withhold_small();
        self.withhold_repeated();
        self.find_known();
        let is_proved = self.withhold_further();
        self.remember();
        let Self { table, withheld, .. } = self;
        for ((row, column), why) in withheld {
            let Some(cell) = table.rows.get_mut(row).and_then(|row| row.cells.get_mut(column)) else { continue };
            cell.withheld = Some(why);
            cell.withheld_mark = cell.stated.take().and_then(|stated| stated.mark);
            (cell.computed, cell.difference, cell.approximate) = (None, None, false);
        }
        is_proved
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

    /// Withholds what repeats a number that an earlier report withheld: in a column that is the same there in all rows, and in
    /// `previous`, which is another column there. That two numbers are equal by chance says nothing.
    fn withhold_repeated(&mut self) {
        let (mut withheld, mut repeated_numbers) = (BTreeMap::new(), BTreeMap::new());
        for (column, head) in self.table.columns.iter().enumerate() {
            let own: BTreeMap<&Id, (CellPlace, Decimal)> = (self.table.rows.iter().enumerate())
                .filter_map(|(row, line)| Some((&line.id, ((row, column), *self.values.get(&(row, column))?))))
                .collect();
            let is_previous = head.id.as_str() == PREVIOUS;
            let is_same = |(id, rows): &&(Id, PublishedColumn)| {
                let both = || own.iter().filter_map(|(row, (_, value))| Some((*value, rows.get(*row)?.0)));
                // Under another name than it has, and than what is called so, a few that are the same may be chance.
                let telling: BTreeSet<Decimal> =
                    both().map(|(value, _)| value).filter(|value| !value.is_zero()).collect();
                let is_known = is_previous || *id == head.id || telling.len() > 1;
                is_known && both().next().is_some() && both().all(|(value, other)| value == other)
            };
            let mut repeated: Vec<_> = self.past.columns.iter().filter(is_same).map(|(_, rows)| rows).collect();
            if repeated.is_empty() && is_previous {
                repeated = self.past.columns.iter().map(|(_, rows)| rows).collect();
            }
            for (row, (place, value)) in own {
                let same = repeated.iter().filter_map(|rows| rows.get(row)).filter(|(other, _)| *other == value);
                let numbers: Vec<Option<usize>> = same.map(|(_, number)| *number).collect();
                match numbers.iter().find_map(|number| *number) {
                    Some(number) => {
                        // Where it was not said then that it is small, it is not said now.
                        let is_said = |number: &WithheldNumber| matches!(number.bounds, KnownBounds::Below(_));
                        if !self.past.numbers.get(number).is_some_and(is_said) {
                            withheld.insert(place, Suppression::Further);
                        }
                        repeated_numbers.insert(place, number);
                    }
                    None if !numbers.is_empty() => {
                        self.known_before.insert(place);
                    }
                    None => {}
                }
            }
        }
        self.withheld.extend(withheld);
        for place in repeated_numbers.keys() {
            self.withheld.entry(*place).or_insert(Suppression::Further);
        }
        self.repeated = repeated_numbers;
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

    /// Withholds further cells until nobody can compute any. Tells whether that could be proved.
    fn withhold_further(&mut self) -> bool {
        if self.withheld.is_empty() && self.past.numbers.is_empty() {
            return true;
        }
        let mut steps = if self.sums.is_some() { MOST_STEPS } else { 0 };
        let mut taken: Vec<CellPlace> = Vec::new();
        loop {
            if steps == 0 {
                self.is_blank = true;
                self.withhold_all();
            }
            self.withhold_dependent();
            let known = self.known();
            if known.is_empty() {
                self.give_back(&taken);
                return true;
            }
            steps = steps.saturating_sub(1);
            let next = self.next_to(&known, &self.system());
            if next.is_empty() && self.is_blank {
                return false;
            }
            if next.is_empty() {
                self.is_blank = true;
                self.withhold_all();
            }
            for place in next {
                taken.push(place);
                self.withheld.insert(place, Suppression::Further);
            }
        }
    }

    /// Publishes again what was withheld on the way and is not needed for what was withheld after it.
    fn give_back(&mut self, taken: &[CellPlace]) {
        for place in taken.iter().rev().take_while(|_| self.work.get() < MUCH_WORK).copied().collect::<Vec<_>>().iter()
        {
            self.withheld.remove(place);
            // A share of a number that was withheld after it tells that number: no sum has it, so none would miss it.
            let is_dependent = self.is_of_withheld_quotient(*place) || self.is_unexplained(*place);
            if is_dependent || !self.known().is_empty() {
                self.withheld.insert(*place, Suppression::Further);
            }
        }
    }

    /// Withholds all that is published of the table. Which of it is small is not said any more: that alone may tell too much.
    fn withhold_all(&mut self) {
        let is_shown = |place: &CellPlace, value: &Decimal| value.is_zero() && self.below(place.1).is_some();
        let may_go =
            self.values.iter().filter(|(place, value)| !self.known_before.contains(place) && !is_shown(place, value));
        self.withheld = may_go.map(|(place, _)| (*place, Suppression::Further)).collect();
    }

    /// Withholds what tells a withheld number by another way than a sum: quotients of it, rates and totals of which nothing
    /// says what they are computed of, and what is computed of those.
    fn withhold_dependent(&mut self) {
        loop {
            let mut found: Vec<(CellPlace, bool)> = Vec::new();
            for place in self.values.keys() {
                let is_quotient = self.is_of_withheld_quotient(*place);
                if is_quotient || self.is_unexplained(*place) {
                    found.push((*place, is_quotient));
                }
            }
            let before = (self.withheld.len(), self.quotients.len());
            for (place, is_quotient) in found {
                self.withheld.entry(place).or_insert(Suppression::Further);
                if is_quotient {
                    self.quotients.insert(place);
                }
            }
            if before == (self.withheld.len(), self.quotients.len()) {
                return;
            }
        }
    }

    /// Tells whether a cell is a quotient of a withheld number, or computed of such a quotient.
    fn is_of_withheld_quotient(&self, (row, column): CellPlace) -> bool {
        let is_withheld = |place: CellPlace| self.withheld.contains_key(&place);
        let is_quotient = |place: CellPlace| self.quotients.contains(&place);
        let items = self.formulas.items();
        match self.formulas.of_column(column) {
            Some(Computation::Ratio(part, whole)) => return is_withheld((row, *part)) || is_withheld((row, *whole)),
            Some(Computation::ShareOf(of)) => {
                // A stated share may be one of any total, whatever is computed: with one share, either tells the other.
                let rows = &self.table.rows;
                let is_total = |at: &usize| rows.get(*at).is_some_and(|row| row.kind == RowKind::Total);
                let mut totals = (0..rows.len()).filter(is_total).peekable();
                let is_whole_withheld = match rows.get(row).and_then(|row| row.of) {
                    Some(whole) => is_withheld((whole, *of)),
                    None if totals.peek().is_none() => items.iter().any(|item| is_withheld((*item, *of))),
                    None => totals.any(|total| is_withheld((total, *of))),
                };
                return is_whole_withheld || is_withheld((row, *of));
            }
            Some(Computation::Sum(terms))
                if !self.quotients.is_empty() && any_of(terms, None, |at| is_quotient((row, at))) =>
            {
                return true;
            }
            _ => {}
        }
        match self.formulas.of_row(row) {
            Some(Computation::Ratio(part, whole)) => {
                let is_own = self.formulas.of_column(column).is_none();
                is_own && (is_withheld((*part, column)) || is_withheld((*whole, column)))
            }
            Some(Computation::Sum(terms)) => {
                !self.quotients.is_empty() && any_of(terms, Some(items), |at| is_quotient((at, column)))
            }
            _ => {
                // A rate that nothing explains is a quotient of whatever stands beside it.
                let head = self.table.columns.get(column);
                let is_quotient = |head: &FigureColumn| is_rate(&head.unit) || is_called_rate(head);
                let is_bare = head.is_some_and(is_quotient) && self.formulas.of_column(column).is_none();
                is_bare && !self.withheld.is_empty()
            }
        }
    }

    /// Tells whether a cell is a total that does not say what it adds up, over something that is withheld.
    fn is_unexplained(&self, (row, column): CellPlace) -> bool {
        let is_total = |row: &FigureTableRow| matches!(row.kind, RowKind::Total | RowKind::Subtotal);
        let is_bare = self.table.rows.get(row).is_some_and(is_total) && self.formulas.of_row(row).is_none();
        is_bare && self.withheld.keys().any(|(_, other)| *other == column)
    }

    /// Finds all sums that the table tells; `None` where they have too many terms.
    fn sums(&self) -> Option<Vec<PublishedSum>> {
        let mut sums = Vec::new();
        let mut terms: usize = 0;
        let mut push = |sum: PublishedSum| {
            terms = terms.saturating_add(sum.terms.len());
            sums.push(sum);
            (terms <= MOST_TERMS).then_some(())
        };
        for (row, _) in self.table.rows.iter().enumerate().filter(|(_, line)| has_figures(line)) {
            for column in 0..self.table.columns.len() {
                if let Some(Computation::Sum(terms)) = self.formulas.of_column(column) {
                    push(sum_of((row, column), terms, None, |at| (row, at)))?;
                }
                let is_quotient =
                    matches!(self.formulas.of_column(column), Some(Computation::Ratio(..) | Computation::ShareOf(_)));
                if let Some(Computation::Sum(terms)) = self.formulas.of_row(row).filter(|_| !is_quotient) {
                    push(sum_of((row, column), terms, Some(self.formulas.items()), |at| (at, column)))?;
                }
                if let Some(parts) = self.parts(row, column).filter(|_| !is_quotient) {
                    push(parts)?;
                }
            }
        }
        let search = SumSearch { table: &*self.table, formulas: &self.formulas, values: &self.values };
        for terms in search.all() {
            push(PublishedSum { terms, ..PublishedSum::default() })?;
        }
        for sum in self.sums_with_past(&search.columns()) {
            push(sum)?;
        }
        Some(sums)
    }

    /// Returns what is left of a row where the rows that are a part of it are taken away. Where that is nothing, they are all
    /// there is of it.
    fn parts(&self, row: usize, column: usize) -> Option<PublishedSum> {
        let parts = self.table.rows.iter().enumerate().filter(|(_, part)| part.of == Some(row) && has_figures(part));
        let parts: Vec<CellPlace> = parts.map(|(at, _)| (at, column)).collect();
        let whole = *self.values.get(&(row, column))?;
        let given: Option<Vec<Decimal>> = parts.iter().map(|place| self.values.get(place).copied()).collect();
        let given = given.filter(|given| !given.is_empty())?;
        let rest = given.iter().try_fold(whole, |rest, part| rest.checked_sub(*part))?;
        if rest.is_sign_negative() && !rest.is_zero() {
            return None;
        }
        let parts = parts.into_iter().map(|place| (place, 1));
        let terms = std::iter::once(((row, column), -1)).chain(parts).collect();
        Some(PublishedSum { terms, rest: (!rest.is_zero()).then_some(rest), ..PublishedSum::default() })
    }

    /// Returns the columns that are a difference of another and of one that an earlier report published, in every row: how much
    /// there is more than last time.
    fn sums_with_past(&self, columns: &[usize]) -> Vec<PublishedSum> {
        let mut sums = Vec::new();
        let is_narrow = columns.len() <= MOST_COMPARED;
        let places = || columns.iter().copied().enumerate();
        for (nth, whole) in places().filter(|(_, at)| self.formulas.of_column(*at).is_none()) {
            let is_other = |other: usize| other != nth && (is_narrow || other.abs_diff(nth) == 1);
            for (_, part) in places().filter(|(other, _)| is_other(*other)) {
                for (_, past) in &self.past.columns {
                    for sign in [1, -1] {
                        if let Some(found) = self.difference_since(whole, part, past, sign) {
                            sums.extend(found);
                        }
                    }
                }
            }
        }
        sums
    }

    /// Returns what is told of each row where a column is another less what was published in the past, or that less the other.
    fn difference_since(
        &self,
        whole: usize,
        part: usize,
        past: &PublishedColumn,
        sign: i64,
    ) -> Option<Vec<PublishedSum>> {
        let mut telling: BTreeSet<[Decimal; 2]> = BTreeSet::new();
        let mut sums = Vec::new();
        for (row, line) in self.table.rows.iter().enumerate() {
            let Some((before, number)) = past.get(&line.id) else { continue };
            let own = [whole, part].map(|column| self.values.get(&(row, column)).copied());
            let [Some(of_whole), Some(of_part)] = own else { continue };
            let difference = if sign > 0 { of_part.checked_sub(*before)? } else { before.checked_sub(of_part)? };
            if of_whole != difference {
                return None;
            }
            if line.kind == RowKind::Item && ![of_whole, of_part, *before].iter().any(Decimal::is_zero) {
                telling.insert([of_part, *before]);
            }
            let past = number.map(|number| (number, sign.saturating_neg())).into_iter().collect();
            sums.push(PublishedSum { terms: vec![((row, whole), -1), ((row, part), sign)], past, rest: None });
        }
        (telling.len() > 1).then_some(sums)
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
        given.count() > 1 && sum.rest.is_none() && sum.past.is_empty() && total.is_some_and(|total| total.is_zero())
    }

    fn bounds(&self, (_, column): CellPlace, why: Suppression, value: Decimal) -> KnownBounds {
        let head = self.table.columns.get(column);
        match (why, self.below(column)) {
            (Suppression::Small(below), _) if is_small(value, below) => KnownBounds::Below(below),
            // Only what is computed is small, or only what is stated: the other one may be anything.
            (Suppression::Small(_), _) => KnownBounds::None,
            (Suppression::Further, Some(below)) if !self.is_blank => KnownBounds::ZeroOrFrom(below),
            (Suppression::Further, _) if head.is_some_and(counts) && !value.is_sign_negative() => {
                KnownBounds::NotNegative
            }
            (Suppression::Further, _) => KnownBounds::None,
        }
    }

    /// Returns a published cell that stands in a sum with numbers that somebody may compute, to be withheld too: of the nearest
    /// that which leaves the fewest known. What cells come to plays no part beyond that, or it would tell something of them.
    ///
    /// Where many are known, one is returned for each row of them, the nearest.
    fn next_to(&mut self, known: &[usize], SumSystem { places, .. }: &SumSystem) -> Vec<CellPlace> {
        let own: BTreeSet<CellPlace> =
            places.iter().filter(|(_, number)| known.contains(number)).map(|(place, _)| *place).collect();
        // Nothing at all is shown, and hidden would be known wherever what it is a part of is small.
        let may_go = |place: &CellPlace| {
            let is_count = self.below(place.1).is_some();
            let is_open = !self.withheld.contains_key(place) && !self.known_before.contains(place);
            is_open && self.values.get(place).is_some_and(|value| !is_count || !value.is_zero())
        };
        let beside = |has: &dyn Fn(&CellPlace) -> bool| {
            let is_of_past = |sum: &PublishedSum| sum.past.iter().any(|(number, _)| known.contains(number));
            let has_place = |sum: &PublishedSum| sum.terms.iter().any(|(place, _)| has(place));
            let sums = self.sums.iter().flatten().filter(|sum| has_place(sum) || is_of_past(sum));
            sums.flat_map(|sum| &sum.terms).map(|(place, _)| *place).filter(may_go).collect::<BTreeSet<CellPlace>>()
        };
        if known.len() >= FEW && !self.is_blank {
            let each = own.iter().filter_map(|from| {
                beside(&|place| place == from).into_iter().min_by_key(|place| self.rank(*place, Some(from)))
            });
            let mut rows = BTreeSet::new();
            let next: Vec<CellPlace> = each.filter(|(row, _)| rows.insert(*row)).collect();
            if !next.is_empty() {
                return next;
            }
        }
        let mut found = beside(&|place| own.contains(place));
        if found.is_empty() {
            found = beside(&|place| places.contains_key(place));
        }
        if found.is_empty() {
            found = self.values.keys().copied().filter(may_go).collect();
        }
        let mut found: Vec<CellPlace> = found.into_iter().collect();
        found.sort_by_key(|place| self.rank(*place, own.first()));
        found.truncate(if known.len() < FEW && self.work.get() < MUCH_WORK { MOST_TRIED } else { 1 });
        let left = |place: &CellPlace, all: &mut Self| {
            all.withheld.insert(*place, Suppression::Further);
            let known = all.known().len();
            all.withheld.remove(place);
            known
        };
        let tried: Vec<(usize, CellPlace)> = found.into_iter().map(|place| (left(&place, self), place)).collect();
        tried.into_iter().min_by_key(|(left, _)| *left).map(|(_, place)| place).into_iter().collect()
    }

    /// Returns what of the withheld numbers somebody may compute.
    fn known(&self) -> Vec<usize> {
        let SumSystem { numbers, equations, .. } = self.system();
        let work = equations.len().saturating_pow(2).saturating_mul(numbers.len());
        self.work.set(self.work.get().saturating_add(work));
        known_numbers(&numbers, &equations, (self.past.numbers.len(), self.past.equations.len()))
    }

    fn rank(&self, (row, column): CellPlace, from: Option<&CellPlace>) -> (bool, usize, bool, bool, usize) {
        let kind = self.table.rows.get(row).map(|row| row.kind);
        let of_row = match kind {
            Some(RowKind::Total) => 2,
            Some(RowKind::Subtotal) => 1,
            _ => usize::from(self.formulas.of_row(row).is_some()),
        };
        let is_nothing = self.values.get(&(row, column)).is_none_or(Decimal::is_zero);
        let is_computed = self.formulas.of_column(column).is_some();
        let (from_row, from_column) = from.copied().unwrap_or_default();
        let distance = row.abs_diff(from_row).saturating_add(column.abs_diff(from_column));
        (is_nothing, of_row, is_computed, row < from_row, distance)
    }

    /// Remembers what is published of the table for those of later reports.
    fn remember(&mut self) {
        let SumSystem { numbers, equations, places } = self.system();
        (self.past.numbers, self.past.equations) = (numbers, equations);
        for (column, head) in self.table.columns.iter().enumerate() {
            let rows = self.table.rows.iter().enumerate().filter_map(|(row, line)| {
                let place = (row, column);
                let number = places.get(&place).copied().filter(|_| self.withheld.contains_key(&place));
                Some((line.id.clone(), (*self.values.get(&place)?, number)))
            });
            self.past.columns.push((head.id.clone(), rows.collect()));
        }
    }
}

fn has_figures(row: &FigureTableRow) -> bool {
    !matches!(row.kind, RowKind::Heading | RowKind::Note)
}

/// Returns what a cell comes to: what it states, else what is computed. Nil is nothing.
fn value(row: &FigureTableRow, column: usize, head: &FigureColumn) -> Option<Decimal> {
    let cell = row.cells.get(column)?;
    let number = |amount: &Amount| Some(amount.number_in(&head.unit).unwrap_or(amount.number).normalize());
    match &cell.stated {
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

fn any_of(terms: &[(bool, Term)], items: Option<&[usize]>, is: impl Fn(usize) -> bool) -> bool {
    terms.iter().any(|(_, term)| each(*term, items).into_iter().any(&is))
}

fn each(term: Term, items: Option<&[usize]>) -> Vec<usize> {
    match (term, items) {
        (Term::One(at), _) => vec![at],
        (Term::Range(from, to), Some(items)) => items.get(from..to).unwrap_or_default().to_vec(),
        (Term::Range(from, to), None) => (from..to).collect(),
    }
}
