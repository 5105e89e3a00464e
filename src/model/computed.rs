//! What the formulas of a figure table come to, cell by cell, held against what the cells state.

use std::collections::BTreeMap;

use super::{
    DifferenceClass,
    addends::{Addends, Exactness, LastDigit},
    formulas::{Computation, Formulas, Term},
    range_sums::{ItemValue, RangeSums, RangeTotal},
    share_wholes::{ShareWhole, ShareWholes},
    table::{FigureCell, FigureColumn, FigureTable, FigureTableRow},
    worth::{CellNumber, NoValue, RunningSum, Worth, WorthParts, half, number_in, ratio},
};
use crate::{
    diag::{Code, Diagnostic, FieldRef, Place},
    value::{Amount, Decimal, Figure, Unit},
};

const TOO_LARGE_TO_COMPUTE: Code = Code::error("too-large-to-compute")
    .args(&["row", "column"])
    .help("a formula that comes to more than can be computed exactly");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&TOO_LARGE_TO_COMPUTE];

/// Computes what formulas say, in every cell that has one, and compares it with what is stated.
/// Formulas that cannot be read, name nothing, go in circles or come to too much are reported.
pub(super) fn compute(table: &mut FigureTable, found: &mut Vec<Diagnostic>) {
    let formulas = Formulas::read(table, found);
    let (rows, columns) = formulas.order();
    let exactness = (0..table.columns.len()).map(|column| exactness(table, &formulas, column)).collect();
    let wholes = ShareWholes::new(table, &formulas);
    let mut sheet = Sheet { table, formulas: &formulas, exactness, wholes: &wholes, done: BTreeMap::new(), sums: None };
    for column in columns {
        for row in &rows {
            // What it comes to is kept in the sheet.
            let _ = sheet.computed(*row, column);
        }
    }
    let done = sheet.done;
    let written = written_decimals(table);
    let decimals: Vec<Option<u32>> = table.columns.iter().map(|column| column.decimals).collect();
    let sizes: Vec<bool> = (0..table.columns.len()).map(|column| states_sizes(table, &done, column)).collect();
    for ((row, column), outcome) in done {
        if matches!(outcome, Err(NoValue::TooLarge)) {
            found.extend(too_large(table, row, column));
        }
        let Ok(mut worth) = outcome else { continue };
        if sizes.get(column).is_some_and(|is_size| *is_size) {
            worth = worth.without_sign();
        }
        let adds_rates = formulas.of_column(column).is_none()
            && matches!(formulas.of_row(row), Some(Computation::Sum(_)))
            && table.columns.get(column).is_some_and(|column| column.unit.is_of_hundred());
        let Some(cell) = table.rows.get_mut(row).and_then(|row| row.cells.get_mut(column)) else { continue };
        if adds_rates && !is_sum_of_shares(&worth, cell) {
            continue;
        }
        cell.difference = cell.stated.as_ref().and_then(|stated| worth.compare(stated));
        cell.approximate = worth.approximate;
        let shown = worth.shown(cell.stated.as_ref(), written);
        let decimals = decimals.get(column).copied().flatten();
        // What differs is shown as it is, for the difference may be smaller than what rounding takes away.
        let is_contested = cell.difference.as_ref().is_some_and(|found| found.class == DifferenceClass::Unexplained);
        if let Some(stated) = cell.stated.as_mut().and_then(|figure| figure.amount.as_mut()).filter(|_| is_contested) {
            stated.shown_decimals = None;
        }
        cell.computed = Some(shown.shown_with(decimals.filter(|_| !is_contested)));
    }
}

/// Tells whether per cent that are added up are shares of a whole: they come to 100, or to what is stated. Rates, such as how much of
/// each budget is spent, come to nothing together.
fn is_sum_of_shares(worth: &Worth, cell: &FigureCell) -> bool {
    let whole = Figure::exact(Amount::new(Decimal::ONE_HUNDRED, Unit::Percent));
    let mut held = cell.stated.iter().chain([&whole]).filter_map(|stated| worth.compare(stated));
    held.any(|difference| difference.class != DifferenceClass::Unexplained)
}

/// Returns the most decimals that are written in a table.
fn written_decimals(table: &FigureTable) -> u32 {
    let stated = table.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.stated.as_ref()?.amount.as_ref());
    stated.map(|amount| amount.number.scale()).max().unwrap_or_default()
}

fn too_large(table: &FigureTable, row: usize, column: usize) -> Option<Diagnostic> {
    let (row, column) = (table.rows.get(row)?, table.columns.get(column)?);
    let place = match row.formula {
        Some(_) if column.formula.is_none() => FieldRef::new(&table.rows_file, &format!("{}.formula", row.id)),
        _ => FieldRef::new(&table.declaration, &format!("columns.{}.formula", column.id)),
    };
    let diagnostic = Diagnostic::new(&TOO_LARGE_TO_COMPUTE, Place::Subject(place));
    Some(diagnostic.with("row", row.label.clone()).with("column", column.name().to_owned()))
}

/// Tells how exactly the figures of a column are known, by all that is stated in it. Quotients, such as an average below the
/// counts it is of, say nothing of it.
fn exactness(table: &FigureTable, formulas: &Formulas, column: usize) -> Exactness {
    let is_quotient = |computation: Option<&Computation>| {
        matches!(computation, Some(Computation::Ratio(..) | Computation::ShareOf(_)))
    };
    if is_quotient(formulas.of_column(column)) {
        return Exactness::LastDigits;
    }
    let rows = table.rows.iter().enumerate().filter(|(row, _)| !is_quotient(formulas.of_row(*row)));
    let amounts = rows.filter_map(|(_, row)| row.cells.get(column)?.stated.as_ref()?.amount.as_ref());
    Exactness::of(amounts)
}

/// Tells whether a column states sizes without their sign, as "deviation in per cent" often does: it says that its sign
/// means nothing, nothing stated in it is negative, and some of it should be. Of differences one alone proves nothing:
/// its minus may be forgotten.
fn states_sizes(table: &FigureTable, done: &BTreeMap<(usize, usize), Result<Worth, NoValue>>, column: usize) -> bool {
    if !table.columns.get(column).is_some_and(|column| column.is_unsigned) {
        return false;
    }
    let stated = |row: &FigureTableRow| Some(row.cells.get(column)?.stated.as_ref()?.amount.as_ref()?.number);
    let (mut without_minus, mut is_quotient) = (0_usize, false);
    for (at, row) in table.rows.iter().enumerate() {
        let Some(number) = stated(row) else { continue };
        if number.is_sign_negative() {
            return false;
        }
        let Some(Ok(worth)) = done.get(&(at, column)) else { continue };
        if worth.amount.number.is_sign_negative() && !number.is_zero() {
            without_minus = without_minus.saturating_add(1);
            is_quotient |= matches!(worth.parts, WorthParts::Quotient(_));
        }
    }
    without_minus > usize::from(!is_quotient)
}

/// A table that is being computed.
struct Sheet<'s> {
    table: &'s FigureTable,
    formulas: &'s Formulas,
    /// How exactly the figures of each column are known.
    exactness: Vec<Exactness>,
    /// What rows are shares of.
    wholes: &'s ShareWholes,
    done: BTreeMap<(usize, usize), Result<Worth, NoValue>>,
    /// The column whose ranges are being added, and its values added up; `None` where that might lose decimals.
    sums: Option<(usize, Option<RangeSums>)>,
}

impl<'s> Sheet<'s> {
    /// Computes a cell once, and answers what it comes to.
    fn computed(&mut self, row: usize, column: usize) -> Result<CellNumber, NoValue> {
        if self.formulas.of_column(column).is_none() && self.formulas.of_row(row).is_none() {
            return Err(NoValue::NotGiven);
        }
        if !self.done.contains_key(&(row, column)) {
            let worth = self.worth(row, column);
            self.done.insert((row, column), worth);
        }
        match self.done.get(&(row, column)) {
            Some(Ok(worth)) => Ok(CellNumber::of(worth)),
            Some(Err(NoValue::TooLarge | NoValue::OfTooLarge)) => Err(NoValue::OfTooLarge),
            Some(Err(NoValue::NotGiven)) | None => Err(NoValue::NotGiven),
        }
    }

    /// Computes a cell by its column's formula, else by its row's. A cell that was left empty is not given and stays so.
    fn worth(&mut self, row: usize, column: usize) -> Result<Worth, NoValue> {
        let table = self.table;
        let (line, head) = (table.rows.get(row).ok_or(NoValue::NotGiven)?, self.column(column)?);
        let is_left_empty = line.cells.get(column).is_some_and(|cell| cell.is_left_empty);
        if !line.kind.has_figures() || head.text || is_left_empty {
            return Err(NoValue::NotGiven);
        }
        match (self.formulas.of_column(column), self.formulas.of_row(row)) {
            (Some(Computation::Sum(terms)), _) => self.sum_of_columns(row, column, terms),
            (Some(Computation::Ratio(part, whole)), _) => {
                let [part_unit, whole_unit] = [&self.column(*part)?.unit, &self.column(*whole)?.unit];
                let (part, whole) = (self.value(row, *part)?, self.value(row, *whole)?);
                ratio(&head.unit, (part, part_unit), (whole, whole_unit))
            }
            (Some(Computation::ShareOf(of)), _) => {
                let unit = &self.column(*of)?.unit;
                let (part, whole) = (self.value(row, *of)?, self.whole_of(row, *of)?);
                ratio(&head.unit, (part, unit), (whole, unit))
            }
            (None, Some(Computation::Sum(terms))) => self.sum_of_rows(column, terms),
            (None, Some(Computation::Ratio(part, whole))) => {
                let (part, whole) = (self.value(*part, column)?, self.value(*whole, column)?);
                // A quotient of money is no money: it is told in per cent, unless the cell says what it counts in.
                let stated = line.cells.get(column).and_then(|cell| cell.stated.as_ref()?.amount.as_ref());
                let unit = match stated.map(|stated| &stated.unit) {
                    Some(unit) if unit.is_of_hundred() => unit,
                    None if head.unit.is_money() => &Unit::Percent,
                    _ => &head.unit,
                };
                ratio(unit, (part, &head.unit), (whole, &head.unit))
            }
            (None, Some(Computation::ShareOf(_)) | None) => Err(NoValue::NotGiven),
        }
    }

    fn column(&self, column: usize) -> Result<&'s FigureColumn, NoValue> {
        self.table.columns.get(column).ok_or(NoValue::NotGiven)
    }

    /// Returns what a row is a share of in a column.
    fn whole_of(&mut self, row: usize, column: usize) -> Result<CellNumber, NoValue> {
        match self.wholes.of(self.table, row) {
            ShareWhole::Nothing | ShareWhole::Open => Err(NoValue::NotGiven),
            ShareWhole::Row(whole) => self.value(whole, column),
            ShareWhole::AllItems => {
                let all = [(false, Term::Range(0, self.formulas.items().len()))];
                self.sum_of_rows(column, &all).as_ref().map(CellNumber::of).map_err(|why| *why)
            }
        }
    }

    /// What a cell states, else what it comes to.
    fn value(&mut self, row: usize, column: usize) -> Result<CellNumber, NoValue> {
        let table = self.table;
        let unit = &self.column(column)?.unit;
        let cell = table.rows.get(row).and_then(|row| row.cells.get(column));
        let Some(stated) = cell.and_then(|cell| cell.stated.as_ref()) else { return self.computed(row, column) };
        let approximate = stated.approx.is_some();
        let Some(amount) = &stated.amount else {
            // Nil counts as nothing, and is exactly that.
            let zero = Decimal::ZERO;
            return Ok(CellNumber { number: zero, approximate, addends: Addends::default(), bound: zero });
        };
        let (number, last_digit) = (number_in(amount, unit)?, self.last_digit(amount, column)?);
        let mut addends = Addends::default();
        addends.push(number, last_digit);
        Ok(CellNumber { number, approximate, addends, bound: half(last_digit.error()) })
    }

    /// Returns what the last digit of a stated amount is worth in the unit of its column.
    fn last_digit(&self, amount: &Amount, column: usize) -> Result<LastDigit, NoValue> {
        let exactness = self.exactness.get(column).ok_or(NoValue::NotGiven)?;
        exactness.last_digit(amount, &self.column(column)?.unit).ok_or(NoValue::NotGiven)
    }

    fn sum_of_columns(&mut self, row: usize, column: usize, terms: &[(bool, Term)]) -> Result<Worth, NoValue> {
        let mut sum = RunningSum::default();
        let unit = self.column(column)?.unit.clone();
        for (is_negative, term) in terms {
            let (from, to) = match *term {
                Term::One(at) => (at, at.saturating_add(1)),
                Term::Range(from, to) => (from, to),
            };
            for at in from..to {
                let other = self.column(at)?.unit.clone();
                sum.add(*is_negative, self.value(row, at)?.converted(&other, &unit)?)?;
            }
        }
        sum.worth(unit)
    }

    fn sum_of_rows(&mut self, column: usize, terms: &[(bool, Term)]) -> Result<Worth, NoValue> {
        let mut sum = RunningSum::default();
        let items = self.formulas.items();
        for (is_negative, term) in terms {
            match *term {
                Term::One(row) if self.is_share(row, column) => return Err(NoValue::NotGiven),
                Term::One(row) => sum.add(*is_negative, self.value(row, column)?)?,
                Term::Range(from, to) => match self.add_range(column, sum.total, *is_negative, from, to) {
                    RangeTotal::Sum(range) => {
                        sum.total = range.total;
                        sum.addends.join(if *is_negative { range.addends.taken_away() } else { range.addends });
                        sum.approximate |= range.approximate;
                        sum.is_given |= from < to;
                    }
                    RangeTotal::Missing => return Err(NoValue::NotGiven),
                    RangeTotal::OneByOne => {
                        for row in items.get(from..to).unwrap_or_default() {
                            if !self.is_share(*row, column) {
                                sum.add(*is_negative, self.value(*row, column)?)?;
                            }
                        }
                    }
                },
            }
        }
        sum.worth(self.column(column)?.unit.clone())
    }

    /// Adds a range of a column to a total. The column is added up once, when the first range of it is asked for.
    fn add_range(&mut self, column: usize, total: Decimal, is_negative: bool, from: usize, to: usize) -> RangeTotal {
        if self.sums.as_ref().is_none_or(|(known, _)| *known != column) {
            let values: Vec<ItemValue> =
                self.formulas.items().iter().map(|row| self.item_value(*row, column)).collect();
            self.sums = Some((column, RangeSums::new(&values)));
        }
        let sums = self.sums.as_ref().and_then(|(_, sums)| sums.as_ref());
        sums.map_or(RangeTotal::OneByOne, |sums| sums.add(total, is_negative, from, to))
    }

    /// Tells whether a cell says in per cent what a row is of another, in a column that counts otherwise: 25 % are no 25 mio. kr., and
    /// no part of a sum.
    fn is_share(&self, row: usize, column: usize) -> bool {
        let Ok(head) = self.column(column) else { return false };
        let is_quotient = matches!(self.formulas.of_row(row), Some(Computation::Ratio(..)));
        let cell = self.table.rows.get(row).and_then(|row| row.cells.get(column));
        let stated = cell.and_then(|cell| cell.stated.as_ref()?.amount.as_ref());
        let is_in_per_cent = stated.map_or(head.unit.is_money(), |amount| amount.unit.is_per_cent());
        is_quotient && is_in_per_cent && self.formulas.of_column(column).is_none() && !head.unit.is_per_cent()
    }

    /// Returns what ranges of a column add of an item. What is computed has parts of its own, so it is added by itself.
    fn item_value(&self, row: usize, column: usize) -> ItemValue {
        let Some(cell) = self.table.rows.get(row).and_then(|row| row.cells.get(column)) else {
            return ItemValue::Missing;
        };
        if self.is_share(row, column) {
            return ItemValue::Number { number: Decimal::ZERO, last_digit: LastDigit::NONE, approximate: false };
        }
        let Some(stated) = &cell.stated else {
            let is_computed = self.formulas.of_column(column).is_some() || self.formulas.of_row(row).is_some();
            return if is_computed { ItemValue::Later } else { ItemValue::Missing };
        };
        let approximate = stated.approx.is_some();
        let Some(amount) = &stated.amount else {
            return ItemValue::Number { number: Decimal::ZERO, last_digit: LastDigit::NONE, approximate };
        };
        let number = self.column(column).and_then(|column| number_in(amount, &column.unit));
        match (number, self.last_digit(amount, column)) {
            (Ok(number), Ok(last_digit)) => ItemValue::Number { number, last_digit, approximate },
            // Adding it by itself says why it has no value.
            _ => ItemValue::Later,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        model::{
            DifferenceClass, Footnotes, SignRule,
            table::{FigureCell, FigureColumn, FigureTableRow, RowKind},
        },
        value::{Id, Notation, Unit, WrittenAmount},
    };

    /// A table of plain items and one total, with the columns' formulas.
    fn table(columns: &[(&str, Unit, Option<&str>)], rows: &[(&str, &str, &[&str])]) -> FigureTable {
        let columns: Vec<FigureColumn> = columns
            .iter()
            .map(|(id, unit, formula)| FigureColumn {
                id: Id::new(id).expect("an id"),
                title: None,
                unit: unit.clone(),
                sign: SignRule::None,
                is_unsigned: false,
                formula: formula.map(str::to_owned),
                share_of: None,
                scale: None,
                text: false,
                suppress_below: None,
                decimals: None,
            })
            .collect();
        let notation = Notation { declared: true, ..Notation::DANISH };
        let rows = rows
            .iter()
            .map(|(id, formula, cells)| FigureTableRow {
                id: Id::new(id).expect("an id"),
                label: (*id).into(),
                mark: None,
                kind: if formula.is_empty() { RowKind::Item } else { RowKind::Total },
                of: None,
                committee: None,
                measure: None,
                formula: (!formula.is_empty()).then(|| (*formula).into()),
                cells: cells
                    .iter()
                    .zip(&columns)
                    .map(|(text, column)| FigureCell {
                        stated: WrittenAmount::parse(text, notation).ok().map(|written| written.resolve(&column.unit)),
                        ..FigureCell::default()
                    })
                    .collect(),
            })
            .collect();
        FigureTable {
            id: Id::new("t").expect("an id"),
            file: "t.csv".into(),
            rows_file: "t.csv".into(),
            declaration: "t.toml".into(),
            title: String::new(),
            unit: Unit::MILLION_KRONER,
            sign: SignRule::None,
            columns,
            rows,
            notes: Footnotes::new(),
            report: None,
        }
    }

    fn class(table: &FigureTable, row: usize, column: usize) -> Option<DifferenceClass> {
        table.rows[row].cells[column].difference.as_ref().map(|difference| difference.class)
    }

    #[test]
    fn sums_ranges_and_columns() {
        let columns = [
            ("revised", Unit::MILLION_KRONER, None),
            ("forecast", Unit::MILLION_KRONER, None),
            ("deviation", Unit::MILLION_KRONER, Some("forecast - revised")),
        ];
        let rows: [(&str, &str, &[&str]); 3] = [
            ("a", "", &["905,2", "911,9", "6,7"]),
            ("b", "", &["402,3", "400,0", ""]),
            ("all", "a:b", &["1.307,5", "1.311,8", "4,4"]),
        ];
        let mut table = table(&columns, &rows);
        let mut found = Vec::new();
        compute(&mut table, &mut found);
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(class(&table, 0, 2), Some(DifferenceClass::Exact));
        assert_eq!(
            table.rows[1].cells[2].computed.as_ref().map(|amount| amount.number.to_string()),
            Some("-2.3".into())
        );
        assert_eq!(class(&table, 2, 0), Some(DifferenceClass::Exact));
        assert_eq!(class(&table, 2, 1), Some(DifferenceClass::Rounding));
        // The deviation of a total is that of its own figures: 1.311,8 - 1.307,5.
        assert_eq!(class(&table, 2, 2), Some(DifferenceClass::Rounding));
    }

    #[test]
    fn a_quotient_inherits_the_bounds_of_its_parts() {
        let columns = [
            ("part", Unit::MILLION_KRONER, None),
            ("whole", Unit::MILLION_KRONER, None),
            ("share", Unit::Percent, Some("part / whole")),
        ];
        let rows: [(&str, &str, &[&str]); 3] =
            [("a", "", &["6,7", "905,2", "0,7"]), ("b", "", &["1", "3", "40"]), ("c", "", &["2", "3", "30"])];
        let mut table = table(&columns, &rows);
        compute(&mut table, &mut Vec::new());
        assert_eq!(class(&table, 0, 2), Some(DifferenceClass::Exact));
        assert_eq!(class(&table, 1, 2), Some(DifferenceClass::Rounding));
        assert_eq!(class(&table, 2, 2), Some(DifferenceClass::Unexplained));
    }

    #[test]
    fn nil_counts_as_nothing_and_not_given_gives_no_sum() {
        let columns = [("x", Unit::MILLION_KRONER, None), ("y", Unit::MILLION_KRONER, None)];
        let rows: [(&str, &str, &[&str]); 3] =
            [("a", "", &["-", ""]), ("b", "", &["7,2", "1"]), ("all", "a + b", &["", ""])];
        let mut table = table(&columns, &rows);
        compute(&mut table, &mut Vec::new());
        assert_eq!(
            table.rows[2].cells[0].computed.as_ref().map(|amount| amount.number.to_string()),
            Some("7.2".into())
        );
        assert_eq!(table.rows[2].cells[1].computed, None);
    }

    /// What all cells of a table come to, to the number of decimals.
    fn outcome(table: &FigureTable) -> Vec<String> {
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        let said = |cell: &FigureCell| {
            let computed = cell.computed.as_ref().map(|amount| format!("{} {}", amount.number, amount.number.scale()));
            format!("{computed:?} {} {:?}", cell.approximate, cell.difference)
        };
        cells.map(said).collect()
    }

    proptest! {
        #[test]
        fn a_range_is_what_adding_its_rows_is(
            cells in prop::collection::vec((-3_i64..4, 0_u32..3, 0_u8..20), 24),
            formulas in prop::collection::vec((0_usize..12, 0_usize..12, any::<bool>(), 0_usize..12, 0_usize..12), 12),
            kinds in prop::collection::vec(0_u8..3, 12),
        ) {
            let texts: Vec<String> = cells
                .iter()
                .map(|(number, scale, kind)| match kind {
                    0 => String::new(),
                    1 => "-".to_owned(),
                    2 => format!("ca. {}", Decimal::new(*number, *scale)).replace('.', ",").replace("ca,", "ca."),
                    _ => Decimal::new(*number, *scale).to_string().replace('.', ","),
                })
                .collect();
            let ids: Vec<String> = (0..12).map(|row| format!("r{row}")).collect();
            let written = |as_ranges: bool| -> Vec<String> {
                let range = |first: usize, last: usize, sign: &str| {
                    let (first, last) = (first.min(last), first.max(last));
                    let items: Vec<String> =
                        (first..=last).filter(|row| kinds[*row] > 0).map(|row| format!("r{row}")).collect();
                    match (items.is_empty(), as_ranges) {
                        (true, _) => format!("r{first}"),
                        (false, true) => format!("r{first}:r{last}"),
                        (false, false) => items.join(sign),
                    }
                };
                let formula = |(row, (a, b, is_negative, c, d)): (usize, &(usize, usize, bool, usize, usize))| {
                    if kinds[row] == 2 {
                        return String::new();
                    }
                    let sign = if *is_negative { " - " } else { " + " };
                    [range(*a, *b, " + "), range(*c, *d, sign)].join(sign)
                };
                formulas.iter().enumerate().map(formula).collect()
            };
            let [ranges, singles] = [true, false].map(|as_ranges| {
                let formulas = written(as_ranges);
                let rows: Vec<(&str, &str, Vec<&str>)> = (0..12)
                    .map(|row| {
                        let own: Vec<&str> = texts[row * 2..row * 2 + 2].iter().map(String::as_str).collect();
                        (ids[row].as_str(), formulas[row].as_str(), own)
                    })
                    .collect();
                let rows: Vec<(&str, &str, &[&str])> =
                    rows.iter().map(|(id, formula, cells)| (*id, *formula, cells.as_slice())).collect();
                let columns = [("x", Unit::MILLION_KRONER, None), ("y", Unit::MILLION_KRONER, None)];
                let mut table = table(&columns, &rows);
                for (row, kind) in table.rows.iter_mut().zip(&kinds) {
                    // Some items have formulas too, which may add ranges that lie around them.
                    row.kind = if *kind == 0 { RowKind::Subtotal } else { RowKind::Item };
                }
                compute(&mut table, &mut Vec::new());
                outcome(&table)
            });
            prop_assert_eq!(ranges, singles);
        }
    }

    #[test]
    fn sums_of_all_rows_in_all_columns_are_added_once() {
        let columns: Vec<String> = (0..20).map(|at| format!("c{at}")).collect();
        let columns: Vec<(&str, Unit, Option<&str>)> =
            columns.iter().map(|id| (id.as_str(), Unit::MILLION_KRONER, None)).collect();
        let cells = ["1,5"; 20];
        let ids: Vec<String> = (0..5_000).map(|row| format!("r{row}")).collect();
        let formulas: Vec<String> = (0..2_500).map(|row| format!("r{row}:r2499")).collect();
        let item = |row: usize| (ids[row].as_str(), "", cells.as_slice());
        let sum = |row: usize| (ids[row + 2_500].as_str(), formulas[row].as_str(), [""; 20]);
        let sums: Vec<(&str, &str, [&str; 20])> = (0..2_500).map(sum).collect();
        let rows: Vec<(&str, &str, &[&str])> = (0..2_500)
            .map(item)
            .chain(sums.iter().map(|(id, formula, cells)| (*id, *formula, cells.as_slice())))
            .collect();
        let mut table = table(&columns, &rows);
        compute(&mut table, &mut Vec::new());
        let shown = |row: usize| table.rows[row].cells[19].computed.as_ref().map(|amount| amount.number.to_string());
        assert_eq!([2_500, 4_998, 4_999].map(shown), ["3750.0", "3.0", "1.5"].map(|text| Some(text.to_owned())));
    }

    #[test]
    fn a_chain_of_rows_is_computed_however_long() {
        let ids: Vec<String> = (0..3_000).map(|row| format!("r{row}")).collect();
        for is_forward in [true, false] {
            let next = |row: usize| if is_forward { row + 1 } else { row.wrapping_sub(1) };
            let formulas: Vec<&str> = (0..3_000).map(|row| ids.get(next(row)).map_or("", String::as_str)).collect();
            let rows: Vec<(&str, &str, &[&str])> = (0..3_000)
                .map(|row| {
                    (ids[row].as_str(), formulas[row], if formulas[row].is_empty() { &["7,5"][..] } else { &[""] })
                })
                .collect();
            let mut table = table(&[("x", Unit::MILLION_KRONER, None)], &rows);
            let mut found = Vec::new();
            compute(&mut table, &mut found);
            assert!(found.is_empty(), "{found:?}");
            let end = if is_forward { 0 } else { 2_999 };
            let shown = table.rows[end].cells[0].computed.as_ref().map(|amount| amount.number.to_string());
            assert_eq!(shown.as_deref(), Some("7.5"));
        }
    }

    #[test]
    fn circles_are_reported() {
        let columns = [("x", Unit::MILLION_KRONER, None)];
        let rows: [(&str, &str, &[&str]); 1] = [("all", "all", &[""])];
        let mut table = table(&columns, &rows);
        let mut found = Vec::new();
        compute(&mut table, &mut found);
        assert_eq!(found[0].code.name, "formula-cycle");
    }
}
