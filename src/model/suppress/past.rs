//! What earlier reports published of a table, and what they withheld: that is withheld where it is repeated.

use std::collections::{BTreeMap, BTreeSet};

use super::{PublishedSum, SumSystem, TableSuppression};
use crate::{
    model::{
        disclosure::{Equation, KnownBounds, WithheldNumber},
        table::{RowKind, Suppression},
        total_names::{may_be_closing, may_be_opening},
        undeclared_sums::{CellPlace, SumSearch},
    },
    value::{Decimal, Id, Unit},
};

/// The column that repeats what the last report said.
const PREVIOUS: &str = "previous";

/// What reports before have published of a table, and what they withheld.
#[derive(Default)]
pub(super) struct PublishedPast {
    pub numbers: Vec<WithheldNumber>,
    pub equations: Vec<Equation>,
    columns: Vec<PublishedColumn>,
}

/// A column of an earlier report.
struct PublishedColumn {
    id: Id,
    unit: Unit,
    /// It is called what there was at the end.
    is_closing: bool,
    rows: BTreeMap<Id, PublishedCell>,
}

/// What stood in a cell of an earlier report.
struct PublishedCell {
    value: Decimal,
    /// The place of the number where that was withheld.
    number: Option<usize>,
    /// Its row is called what there was at the end.
    is_closing: bool,
}

impl TableSuppression<'_> {
    /// Withholds what repeats a number that an earlier report withheld: in the same row of the same column, in a column that is
    /// the same there in all rows, in `previous`, which is another column there, and where what there was at the end is what there
    /// is at the beginning. That two numbers are equal by chance says nothing, but in the same row and column nobody can tell
    /// that it is one. What was published there is known, unless it is small: then nobody was told that it is the same.
    pub(super) fn withhold_repeated(&mut self) {
        let (mut withheld, mut repeated_numbers) = (BTreeMap::new(), BTreeMap::new());
        let mut by_name: BTreeSet<CellPlace> = BTreeSet::new();
        for (column, head) in self.table.columns.iter().enumerate() {
            let own: BTreeMap<&Id, (CellPlace, Decimal)> = (self.table.rows.iter().enumerate())
                .filter_map(|(row, line)| Some((&line.id, ((row, column), *self.values.get(&(row, column))?))))
                .collect();
            let is_previous = head.id.as_str() == PREVIOUS;
            let is_same = |past: &&PublishedColumn| {
                let both = || own.iter().filter_map(|(row, (_, value))| Some((*value, past.rows.get(*row)?.value)));
                // Under another name than it has, and than what is called so, a few that are the same may be chance.
                let telling: BTreeSet<Decimal> =
                    both().map(|(value, _)| value).filter(|value| !value.is_zero()).collect();
                let is_known = is_previous || past.id == head.id || telling.len() > 1;
                is_known && both().next().is_some() && both().all(|(value, other)| value == other)
            };
            let mut repeated: Vec<&PublishedColumn> = self.past.columns.iter().filter(is_same).collect();
            if repeated.is_empty() && is_previous {
                repeated = self.past.columns.iter().collect();
            }
            let of_name = || self.past.columns.iter().filter(|past| past.id == head.id);
            let is_opening = |name: &str, id: &Id| may_be_opening(name) || may_be_opening(id.as_str());
            let is_opening_column = is_opening(head.name(), &head.id);
            let stocks: Vec<&PublishedColumn> =
                self.past.columns.iter().filter(|past| past.is_closing && is_opening_column).collect();
            for (row, (place, value)) in own {
                let mut withheld_before = of_name().filter_map(|past| past.rows.get(row));
                if withheld_before.any(|cell| cell.value == value && cell.number.is_some()) {
                    by_name.insert(place);
                }
                let is_opening_row = self.table.rows.get(place.0).is_some_and(|line| is_opening(&line.label, &line.id));
                let in_columns = repeated.iter().chain(&stocks).filter_map(|past| Some((*past, past.rows.get(row)?)));
                let in_rows = of_name()
                    .flat_map(|past| past.rows.values().map(move |cell| (past, cell)))
                    .filter(|(_, cell)| is_opening_row && cell.is_closing);
                let same: Vec<(&PublishedColumn, &PublishedCell)> =
                    in_columns.chain(in_rows).filter(|(_, cell)| cell.value == value).collect();
                match same.iter().find_map(|(_, cell)| cell.number) {
                    Some(number) => {
                        // Where it was not said then that it is small, it is not said now.
                        let is_said = |number: &WithheldNumber| matches!(number.bounds, KnownBounds::Below(_));
                        if !self.past.numbers.get(number).is_some_and(is_said) {
                            withheld.insert(place, Suppression::Further);
                        }
                        repeated_numbers.insert(place, number);
                    }
                    None => {
                        let is_published = same.iter().any(|(past, _)| past.unit == head.unit);
                        if is_published && !self.withheld.contains_key(&place) {
                            self.known_before.insert(place);
                        }
                    }
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
    pub(super) fn sums_with_past(&self, search: &SumSearch<'_>) -> Vec<PublishedSum> {
        let mut sums = Vec::new();
        let columns = search.columns();
        let is_narrow = search.is_narrow(&columns);
        let places = || columns.iter().copied().enumerate();
        for (nth, whole) in places().filter(|(_, at)| self.formulas.of_column(*at).is_none()) {
            let is_other = |other: usize| other != nth && (is_narrow || other.abs_diff(nth) == 1);
            for (_, part) in places().filter(|(other, _)| is_other(*other)) {
                for past in &self.past.columns {
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
            let Some(PublishedCell { value: before, number, .. }) = past.rows.get(&line.id) else { continue };
            let own = [whole, part].map(|column| self.values.get(&(row, column)).copied());
            let [Some(of_whole), Some(of_part)] = own else { continue };
            let difference = if sign > 0 { of_part.checked_sub(*before)? } else { before.checked_sub(of_part)? };
            if of_whole != difference {
                return None;
            }
            // Where nothing changed the difference is nothing, and tells as much of how the column is made as any.
            if line.kind == RowKind::Item && ![of_part, *before].iter().any(Decimal::is_zero) {
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
                let cell = PublishedCell {
                    value: *self.values.get(&place)?,
                    number,
                    is_closing: is_closing(&line.label, &line.id),
                };
                Some((line.id.clone(), cell))
            });
            self.past.columns.push(PublishedColumn {
                id: head.id.clone(),
                unit: head.unit.clone(),
                is_closing: is_closing(head.name(), &head.id),
                rows: rows.collect(),
            });
        }
    }
}

/// Tells whether a row or a column may be what there was at the end by what it is called.
fn is_closing(name: &str, id: &Id) -> bool {
    may_be_closing(name) || may_be_closing(id.as_str())
}
