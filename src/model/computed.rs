//! What the formulas of a figure table come to, cell by cell, held against what the cells state.

use std::collections::BTreeMap;

use super::{
    Difference, DifferenceClass, difference,
    formulas::{Computation, Formulas, Term},
    range_sums::{Addends, ItemValue, RangeSums, RangeTotal},
    table::{FigureTable, RowKind},
};
use crate::{
    diag::Diagnostic,
    value::{Amount, Decimal, Figure, Unit},
};

/// Computes what formulas say, in every cell that has one, and compares it with what is stated.
/// Formulas that cannot be read, name nothing or go in circles are reported.
pub(super) fn compute(table: &mut FigureTable, found: &mut Vec<Diagnostic>) {
    let formulas = Formulas::read(table, found);
    let (rows, columns) = formulas.order();
    let mut sheet = Sheet { table, formulas: &formulas, done: BTreeMap::new(), sums: None };
    for column in columns {
        for row in &rows {
            sheet.computed(*row, column);
        }
    }
    for ((row, column), worth) in sheet.done {
        let Some(cell) = table.rows.get_mut(row).and_then(|row| row.cells.get_mut(column)) else { continue };
        let Some(worth) = worth else { continue };
        cell.difference = cell.stated.as_ref().and_then(|stated| worth.compare(stated));
        cell.approximate = worth.approximate;
        cell.computed = Some(worth.shown(cell.stated.as_ref()));
    }
}

/// What a computed cell is worth, and of what.
#[derive(Clone, Debug)]
struct Worth {
    amount: Amount,
    /// What it was added up of, for telling rounding; nothing for a quotient.
    addends: Addends,
    /// How far the rounding of its parts can move a quotient, in its own unit.
    slack: Option<Decimal>,
    /// A part is approximate, so it proves nothing.
    approximate: bool,
}

impl Worth {
    fn compare(&self, stated: &Figure) -> Option<Difference> {
        let amount = stated.amount.as_ref()?;
        if self.approximate || stated.approx.is_some() {
            return None;
        }
        match self.slack {
            None => difference::compare(amount, &self.amount, &self.addends),
            Some(slack) => {
                let shown = self.shown(Some(stated));
                let size = amount.minus(&shown)?;
                let half = Decimal::try_new(5, amount.number.scale().saturating_add(1)).ok()?;
                let distance = amount.number.checked_sub(self.amount.number)?.abs();
                let class = match () {
                    () if size.number.is_zero() => DifferenceClass::Exact,
                    () if distance <= slack.checked_add(half)? => DifferenceClass::Rounding,
                    () => DifferenceClass::Unexplained,
                };
                Some(Difference { size, class, within_reach: false })
            }
        }
    }

    /// Returns the amount with the decimals it is printed with: a quotient has those of what is stated, else one.
    fn shown(&self, stated: Option<&Figure>) -> Amount {
        if self.slack.is_none() {
            return self.amount.clone();
        }
        let decimals = stated.and_then(|stated| stated.amount.as_ref()).map_or(1, |amount| amount.number.scale());
        let strategy = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
        let mut number = self.amount.number.round_dp_with_strategy(decimals, strategy);
        number.rescale(decimals);
        Amount::new(number, self.amount.unit.clone())
    }
}

/// A table that is being computed.
struct Sheet<'s> {
    table: &'s FigureTable,
    formulas: &'s Formulas,
    done: BTreeMap<(usize, usize), Option<Worth>>,
    /// The column whose ranges are being added, and its values added up; `None` where that might lose decimals.
    sums: Option<(usize, Option<RangeSums>)>,
}

impl Sheet<'_> {
    /// Computes a cell once, and answers what it comes to and whether that is approximate.
    fn computed(&mut self, row: usize, column: usize) -> Option<(Decimal, bool)> {
        if self.formulas.of_column(column).is_none() && self.formulas.of_row(row).is_none() {
            return None;
        }
        if !self.done.contains_key(&(row, column)) {
            let worth = self.worth(row, column);
            self.done.insert((row, column), worth);
        }
        let worth = self.done.get(&(row, column))?.as_ref()?;
        Some((worth.amount.number, worth.approximate))
    }

    /// Computes a cell by its column's formula, else by its row's. `None` where there is none, or where an
    /// operand is not given.
    fn worth(&mut self, row: usize, column: usize) -> Option<Worth> {
        let kind = self.table.rows.get(row)?.kind;
        if matches!(kind, RowKind::Heading | RowKind::Note) || self.table.columns.get(column)?.text {
            return None;
        }
        match (self.formulas.of_column(column), self.formulas.of_row(row)) {
            (Some(Computation::Sum(terms)), _) => self.sum_of_columns(row, column, terms),
            (Some(Computation::Ratio(part, whole)), _) => self.ratio(column, (row, *part), (row, *whole)),
            (Some(Computation::ShareOf(of)), _) => {
                let whole = self.whole_of(row)?;
                self.ratio(column, (row, *of), (whole, *of))
            }
            (None, Some(Computation::Sum(terms))) => self.sum_of_rows(column, terms),
            (None, Some(Computation::Ratio(part, whole))) => self.ratio(column, (*part, column), (*whole, column)),
            (None, Some(Computation::ShareOf(_)) | None) => None,
        }
    }

    /// The row a row is a part of: that which it says, else the total.
    fn whole_of(&self, row: usize) -> Option<usize> {
        let of = self.table.rows.get(row)?.of;
        of.or_else(|| self.table.rows.iter().position(|other| other.kind == RowKind::Total))
            .filter(|whole| *whole != row)
    }

    /// What a cell states, else what it comes to.
    fn value(&mut self, row: usize, column: usize) -> Option<(Decimal, bool)> {
        let unit = &self.table.columns.get(column)?.unit;
        if let Some(stated) = self.table.rows.get(row)?.cells.get(column)?.stated.as_ref() {
            let number = match &stated.amount {
                Some(amount) => amount.number_in(unit)?,
                None => Decimal::ZERO,
            };
            return Some((number, stated.approx.is_some()));
        }
        self.computed(row, column)
    }

    fn sum_of_columns(&mut self, row: usize, column: usize, terms: &[(bool, Term)]) -> Option<Worth> {
        let mut sum = RunningSum::default();
        let unit = self.table.columns.get(column)?.unit.clone();
        for (is_negative, term) in terms {
            let (from, to) = match *term {
                Term::One(at) => (at, at.saturating_add(1)),
                Term::Range(from, to) => (from, to),
            };
            for at in from..to {
                let from = self.table.columns.get(at)?.unit.clone();
                let (number, is_approximate) = self.value(row, at)?;
                sum.add(*is_negative, Amount::new(number, from).number_in(&unit)?, is_approximate)?;
            }
        }
        sum.worth(unit)
    }

    fn sum_of_rows(&mut self, column: usize, terms: &[(bool, Term)]) -> Option<Worth> {
        let mut sum = RunningSum::default();
        let items = self.formulas.items();
        for (is_negative, term) in terms {
            match *term {
                Term::One(row) => {
                    let (number, is_approximate) = self.value(row, column)?;
                    sum.add(*is_negative, number, is_approximate)?;
                }
                Term::Range(from, to) => match self.add_range(column, sum.total, *is_negative, from, to) {
                    RangeTotal::Sum(range) => {
                        sum.total = range.total;
                        sum.addends.join(range.addends);
                        sum.approximate |= range.approximate;
                        sum.is_given |= from < to;
                    }
                    RangeTotal::Missing => return None,
                    RangeTotal::OneByOne => {
                        for row in items.get(from..to)? {
                            let (number, is_approximate) = self.value(*row, column)?;
                            sum.add(*is_negative, number, is_approximate)?;
                        }
                    }
                },
            }
        }
        sum.worth(self.table.columns.get(column)?.unit.clone())
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

    /// Returns what ranges of a column add of an item.
    fn item_value(&mut self, row: usize, column: usize) -> ItemValue {
        let stated =
            self.table.rows.get(row).and_then(|row| row.cells.get(column)).is_some_and(|cell| cell.stated.is_some());
        if !stated && self.formulas.of_column(column).is_none() && self.formulas.of_row(row).is_some() {
            return ItemValue::Later;
        }
        self.value(row, column)
            .map_or(ItemValue::Missing, |(number, is_approximate)| ItemValue::Number(number, is_approximate))
    }

    fn ratio(&mut self, column: usize, part: (usize, usize), whole: (usize, usize)) -> Option<Worth> {
        let unit = self.table.columns.get(column)?.unit.clone();
        let (a, a_approximate) = self.value(part.0, part.1)?;
        let (b, b_approximate) = self.value(whole.0, whole.1)?;
        let hundred = if unit == Unit::Percent { Decimal::ONE_HUNDRED } else { Decimal::ONE };
        let quotient = a.checked_div(b)?.checked_mul(hundred)?;
        let bound = |number: Decimal, at: (usize, usize)| self.rounding_of(at.1, number);
        // |d(a/b)| <= (|da| + |a/b| |db|) / |b|: the quotient inherits the bounds of its parts.
        let spread = bound(a, part).checked_add(a.checked_div(b)?.abs().checked_mul(bound(b, whole))?)?;
        let slack = spread.checked_div(b.abs())?.checked_mul(hundred)?;
        let approximate = a_approximate || b_approximate;
        Some(Worth {
            amount: Amount::new(quotient, unit),
            addends: Addends::default(),
            slack: Some(slack),
            approximate,
        })
    }

    /// How far a stated number may lie from the true one: half a last unit; counts are exact.
    fn rounding_of(&self, column: usize, number: Decimal) -> Decimal {
        let is_count = self.table.columns.get(column).is_some_and(|column| matches!(column.unit, Unit::Word(_)));
        if is_count {
            return Decimal::ZERO;
        }
        Decimal::try_new(5, number.scale().saturating_add(1)).unwrap_or(Decimal::ZERO)
    }
}

/// A sum that is being added up.
#[derive(Default)]
struct RunningSum {
    total: Decimal,
    addends: Addends,
    approximate: bool,
    is_given: bool,
}

impl RunningSum {
    fn add(&mut self, is_negative: bool, number: Decimal, is_approximate: bool) -> Option<()> {
        self.total = if is_negative { self.total.checked_sub(number)? } else { self.total.checked_add(number)? };
        self.addends.push(number);
        self.approximate |= is_approximate;
        self.is_given = true;
        Some(())
    }

    fn worth(self, unit: Unit) -> Option<Worth> {
        let Self { total, addends, approximate, is_given } = self;
        is_given.then(|| Worth { amount: Amount::new(total, unit), addends, slack: None, approximate })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        model::{
            Footnotes, SignRule,
            table::{FigureCell, FigureColumn, FigureTableRow},
        },
        value::{Id, Notation, WrittenAmount},
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
                formula: formula.map(str::to_owned),
                share_of: None,
                text: false,
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
            unit: Unit::Million,
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
            ("revised", Unit::Million, None),
            ("forecast", Unit::Million, None),
            ("deviation", Unit::Million, Some("forecast - revised")),
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
            ("part", Unit::Million, None),
            ("whole", Unit::Million, None),
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
        let columns = [("x", Unit::Million, None), ("y", Unit::Million, None)];
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
                let columns = [("x", Unit::Million, None), ("y", Unit::Million, None)];
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
            columns.iter().map(|id| (id.as_str(), Unit::Million, None)).collect();
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
            let mut table = table(&[("x", Unit::Million, None)], &rows);
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
        let columns = [("x", Unit::Million, None)];
        let rows: [(&str, &str, &[&str]); 1] = [("all", "all", &[""])];
        let mut table = table(&columns, &rows);
        let mut found = Vec::new();
        compute(&mut table, &mut found);
        assert_eq!(found[0].code.name, "formula-cycle");
    }
}
