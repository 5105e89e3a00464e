//! What earlier reports published of a table, and what they withheld: that is withheld where it is repeated.

use std::collections::{BTreeMap, BTreeSet};

use super::{PublishedSum, SumSystem, TableSuppression};
use crate::{
    model::{
        disclosure::{Equation, KnownBounds, WithheldNumber},
        table::{RowKind, Suppression},
        undeclared_sums::CellPlace,
    },
    value::{Decimal, Id},
};

/// The most columns of which differences to earlier reports are looked for that nobody declared; of more, only among those that
/// stand beside each other.
const MOST_COMPARED: usize = 16;
/// The column that repeats what the last report said.
const PREVIOUS: &str = "previous";

/// What reports before have published of a table, and what they withheld.
#[derive(Default)]
pub(super) struct PublishedPast {
    pub numbers: Vec<WithheldNumber>,
    pub equations: Vec<Equation>,
    /// The columns of each report: what stood in each row, and the place of the number where that was withheld.
    columns: Vec<(Id, PublishedColumn)>,
}

/// What stood in each row of a column, and the place of the number where that was withheld.
type PublishedColumn = BTreeMap<Id, (Decimal, Option<usize>)>;

impl TableSuppression<'_> {
    /// Withholds what repeats a number that an earlier report withheld: in the same row of the same column, in a column that is
    /// the same there in all rows, and in `previous`, which is another column there. That two numbers are equal by chance says
    /// nothing, but in the same row and column nobody can tell that it is one.
    pub(super) fn withhold_repeated(&mut self) {
        let (mut withheld, mut repeated_numbers) = (BTreeMap::new(), BTreeMap::new());
        let mut by_name: BTreeSet<CellPlace> = BTreeSet::new();
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
            let of_name = self.past.columns.iter().filter(|(id, _)| *id == head.id).map(|(_, rows)| rows);
            for (row, (place, value)) in own {
                let withheld_before = of_name.clone().filter_map(|rows| rows.get(row));
                let mut withheld_before = withheld_before.filter(|(other, number)| *other == value && number.is_some());
                let same = repeated.iter().filter_map(|rows| rows.get(row)).filter(|(other, _)| *other == value);
                let numbers: Vec<Option<usize>> = same.map(|(_, number)| *number).collect();
                if withheld_before.next().is_some() {
                    by_name.insert(place);
                }
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
        // A number of its own: that it is the same is nowhere printed, and it may be marked otherwise than it was.
        for place in repeated_numbers.keys().chain(&by_name) {
            self.withheld.entry(*place).or_insert(Suppression::Further);
        }
        self.repeated = repeated_numbers;
    }

    /// Returns the columns that are a difference of another and of one that an earlier report published, in every row: how much
    /// there is more than last time.
    pub(super) fn sums_with_past(&self, columns: &[usize]) -> Vec<PublishedSum> {
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

    /// Remembers what is published of the table for those of later reports.
    pub(super) fn remember(&mut self) {
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
