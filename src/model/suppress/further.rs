//! What is withheld beside small counts, until nobody can compute them.

use std::collections::BTreeSet;

use super::{SumSystem, TableSuppression};
use crate::{
    model::{
        disclosure::{KnownBounds, known_numbers},
        suppress::PublishedSum,
        table::{RowKind, Suppression},
        undeclared_sums::CellPlace,
    },
    value::Decimal,
};

/// The most cells that are withheld one by one. Where that is not enough, all of the table are.
const MOST_STEPS: usize = 200;
/// The most cells that are tried to find the one to withhold next, while but a few numbers are known.
const MOST_TRIED: usize = 24;
const FEW: usize = 40;
/// The most work, in numbers times the square of their sums, before no more than one cell is tried, and none is given back.
const MUCH_WORK: usize = 200_000_000;

/// How many other numbers a small one must be able to be. One would do for nobody to compute it; but where one is too few, more is
/// withheld, and whoever sees that it was must not know it by that.
const OTHERS_OF_SMALL: u32 = 2;

/// By what somebody may compute a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Knowledge {
    /// By sums alone, whatever the numbers in them come to.
    Sums,
    /// By what printed signs tell of numbers as well.
    Bounds,
}

impl TableSuppression<'_> {
    /// Withholds further cells until nobody can compute any. Tells whether that could be proved.
    ///
    /// Whoever knows how they are chosen must not see by the choice what the counts are. So it is made by where cells stand and by
    /// which sums they are in, and given back is only what those do not need. Where what the counts come to plays a part after all,
    /// because bounds leave too few numbers, more is withheld and nothing is given back.
    pub(super) fn withhold_further(&mut self) -> bool {
        if self.withheld.is_empty() && self.past.numbers.is_empty() {
            return true;
        }
        let mut steps = if self.sums.is_some() { MOST_STEPS } else { 0 };
        for by in [Knowledge::Sums, Knowledge::Bounds] {
            let mut taken: Vec<CellPlace> = Vec::new();
            loop {
                if steps == 0 {
                    self.is_blank = true;
                    self.withhold_all();
                }
                self.withhold_dependent();
                let known = self.known(by);
                if known.is_empty() {
                    break;
                }
                // All that may be withheld is.
                if self.is_blank {
                    return false;
                }
                let next = self.next_to(&known, &self.system());
                steps = if next.is_empty() { 0 } else { steps.saturating_sub(1) };
                for place in next {
                    taken.push(place);
                    self.withheld.insert(place, Suppression::Further);
                }
            }
            if by == Knowledge::Sums {
                self.give_back(&taken);
            }
        }
        true
    }

    /// Publishes again what was withheld on the way and is not needed for what was withheld after it.
    fn give_back(&mut self, taken: &[CellPlace]) {
        for place in taken.iter().rev().take_while(|_| self.work.get() < MUCH_WORK) {
            self.withheld.remove(place);
            // A share of a number that was withheld after it tells that number: no sum has it, so none would miss it.
            let is_dependent = self.is_of_withheld_quotient(*place) || self.is_unexplained(*place);
            if is_dependent || !self.known(Knowledge::Sums).is_empty() {
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

    /// Returns a published cell that stands in a sum with numbers that somebody may compute, to be withheld too: of the nearest
    /// that which leaves the fewest known by sums alone. What cells come to plays no part, or it would tell something of them.
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
        if known.len() >= FEW {
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
            let known = all.known(Knowledge::Sums).len();
            all.withheld.remove(place);
            known
        };
        let tried: Vec<(usize, CellPlace)> = found.into_iter().map(|place| (left(&place, self), place)).collect();
        tried.into_iter().min_by_key(|(left, _)| *left).map(|(_, place)| place).into_iter().collect()
    }

    /// Returns what of the withheld numbers somebody may compute.
    fn known(&self, by: Knowledge) -> Vec<usize> {
        let SumSystem { mut numbers, equations, .. } = self.system();
        let work = equations.len().saturating_pow(2).saturating_mul(numbers.len());
        self.work.set(self.work.get().saturating_add(work));
        if by == Knowledge::Sums {
            numbers.iter_mut().for_each(|number| number.bounds = KnownBounds::None);
        }
        let proved = (self.past.numbers.len(), self.past.equations.len());
        known_numbers(&numbers, &equations, proved, OTHERS_OF_SMALL)
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
}
