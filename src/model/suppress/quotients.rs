//! Quotients of what is withheld: rates, shares and indexes tell it as well as sums do.

use std::collections::BTreeSet;

use rust_decimal::RoundingStrategy;

use super::{TableSuppression, each};
use crate::{
    model::{
        formulas::{Computation, Term},
        table::{FigureColumn, FigureTableRow, RowKind, Suppression},
        undeclared_sums::CellPlace,
    },
    value::{Decimal, Unit, is_rate, without_points_in_time},
};

/// Words for what there is for each of something else, wherever they stand in a name.
const RATES: [&str; 18] = [
    "andel",
    "average",
    "factor",
    "faktor",
    "fee",
    "forholdstal",
    "mean",
    "medel",
    "medeltal",
    "per",
    "pr",
    "price",
    "promille",
    "ratio",
    "sats",
    "satser",
    "share",
    "snit",
];
/// Beginnings and ends of such words.
const STEMS: [&str; 15] = [
    "enhedspris",
    "enhetspris",
    "gennemsnit",
    "genomsnit",
    "gjennomsnit",
    "hyppighed",
    "indeks",
    "index",
    "kvote",
    "normering",
    "pris",
    "prosent",
    "rate",
    "takst",
    "tarif",
];
/// Words for it that are only units: who is asked *several times* is none.
const UNITS: [&str; 4] = ["gange", "ganger", "gånger", "times"];
/// Of three columns, by how much the quotient of two is multiplied in the third: how often, per cent, per thousand.
const FACTORS: [u32; 3] = [1, 100, 1_000];
/// The most columns of which quotients are looked for that nobody declared.
const MOST_COMPARED: usize = 16;
/// The most digits behind the comma by which a quotient is known again.
const MOST_DIGITS: u32 = 6;

/// Tells whether a column is called what there is for each of something else: an average, a price for each, an index.
fn is_called_rate(column: &FigureColumn) -> bool {
    let unit = match &column.unit {
        Unit::Word(word) => word.as_ref(),
        _ => "",
    };
    // As of which day something was counted is no rate: `Forbrug pr. 30/9`.
    let words = [column.name(), column.id.as_str(), unit].map(|name| without_points_in_time(name).to_lowercase());
    let mut words = words.iter().flat_map(|name| name.split(|c: char| !c.is_alphanumeric()));
    words.any(|word| RATES.contains(&word) || STEMS.iter().any(|stem| word.starts_with(stem) || word.ends_with(stem)))
        || unit.contains('\u{2030}')
        || UNITS.contains(&unit.trim().to_lowercase().as_str())
}

impl TableSuppression<'_> {
    /// Finds the columns without a formula that hold quotients: by what they are called, and by what they come to.
    pub(super) fn find_bare_quotients(&self) -> BTreeSet<usize> {
        let columns: BTreeSet<usize> = self.values.keys().map(|(_, column)| *column).collect();
        let is_bare = |column: &usize| self.formulas.of_column(*column).is_none();
        let is_called = |column: &usize| {
            self.table.columns.get(*column).is_some_and(|head| is_rate(&head.unit) || is_called_rate(head))
        };
        let is_told = |column: &usize| {
            columns.len() <= MOST_COMPARED && self.below(*column).is_none() && self.is_quotient_of(*column, &columns)
        };
        columns.iter().copied().filter(is_bare).filter(|column| is_called(column) || is_told(column)).collect()
    }

    /// Tells whether a column is the quotient of two others, of which one is withheld where it is small and counts otherwise, or
    /// always the same for each of such a column: then whoever knows two of the numbers computes the third.
    fn is_quotient_of(&self, quotient: usize, columns: &BTreeSet<usize>) -> bool {
        let counts_otherwise = |column: &usize| {
            let heads = self.table.columns.get(quotient).zip(self.table.columns.get(*column));
            self.below(*column).is_some() && heads.is_some_and(|(own, other)| own.unit != other.unit)
        };
        columns.iter().filter(|count| counts_otherwise(count)).any(|count| {
            let is_fixed = self.is_told_by_rows(3, quotient, |row| self.values.get(&(row, *count)).copied(), None);
            is_fixed
                || columns.iter().filter(|other| ![quotient, *count].contains(other)).any(|other| {
                    [(count, other), (other, count)].into_iter().any(|(part, whole)| {
                        FACTORS.iter().any(|factor| {
                            let of_row = |row: usize| {
                                let part = self.values.get(&(row, *part))?.checked_mul(Decimal::from(*factor))?;
                                part.checked_div(*self.values.get(&(row, *whole))?)
                            };
                            self.is_told_by_rows(2, quotient, of_row, Some(Decimal::ONE))
                        })
                    })
                })
        })
    }

    /// Tells whether a column is so many times what is computed for each row, in all rows and in so many that are not the same:
    /// to its last digit, of which it has two at least where that is not exact.
    fn is_told_by_rows(
        &self,
        least: usize,
        column: usize,
        of_row: impl Fn(usize) -> Option<Decimal>,
        mut times: Option<Decimal>,
    ) -> bool {
        let scales = self.values.iter().filter(|((_, other), _)| *other == column).map(|(_, value)| value.scale());
        let digits = scales.max().unwrap_or_default().min(MOST_DIGITS);
        let mut telling: BTreeSet<Decimal> = BTreeSet::new();
        for row in 0..self.table.rows.len() {
            let Some(own) = self.values.get(&(row, column)).copied() else { continue };
            let Some(computed) = of_row(row).filter(|computed| !computed.is_zero()) else { continue };
            let Some(quotient) = own.checked_div(computed) else { return false };
            let times = *times.get_or_insert(quotient);
            let Some(expected) = computed.checked_mul(times) else { return false };
            let rounded = |digits| expected.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
            let is_long = own.abs() >= Decimal::new(10, digits);
            if rounded(MOST_DIGITS) != own && !(is_long && rounded(digits) == own) {
                return false;
            }
            telling.insert(computed);
        }
        telling.len() >= least
    }

    /// Withholds what tells a withheld number by another way than a sum: quotients of it, rates and totals of which nothing
    /// says what they are computed of, and what is computed of those.
    pub(super) fn withhold_dependent(&mut self) {
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
    pub(super) fn is_of_withheld_quotient(&self, (row, column): CellPlace) -> bool {
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
                self.bare_quotients.contains(&column) && !self.withheld.is_empty()
            }
        }
    }

    /// Tells whether a cell is a total that does not say what it adds up, over something that is withheld.
    pub(super) fn is_unexplained(&self, (row, column): CellPlace) -> bool {
        let is_total = |row: &FigureTableRow| matches!(row.kind, RowKind::Total | RowKind::Subtotal);
        let is_bare = self.table.rows.get(row).is_some_and(is_total) && self.formulas.of_row(row).is_none();
        is_bare && !self.explained.contains(&(row, column)) && self.withheld.keys().any(|(_, other)| *other == column)
    }
}

fn any_of(terms: &[(bool, Term)], items: Option<&[usize]>, is: impl Fn(usize) -> bool) -> bool {
    terms.iter().any(|(_, term)| each(*term, items).into_iter().any(&is))
}
