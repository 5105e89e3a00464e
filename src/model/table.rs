//! Figure tables: what columns and rows mean, what is stated in them and what is computed.

use std::collections::{BTreeMap, BTreeSet};

use super::{Class, Difference, Notes, difference};
use crate::{
    content::{Formula, Operand},
    diag::{Code, Diagnostic, Place, Subject},
    value::{Amount, Decimal, Figure, Id, Mark, Unit},
};

/// A row that the table does not have.
pub const UNKNOWN_ROW: Code =
    Code::error("unknown-row").args(&["id", "suggestion?"]).help("a row that the table does not have");
/// A column that the table does not declare.
pub const UNKNOWN_COLUMN: Code =
    Code::error("unknown-column").args(&["key", "suggestion?"]).help("a column that the table does not declare");
const BAD_FORMULA: Code = Code::error("bad-formula").args(&["formula", "detail"]).help("a formula that cannot be read");
const FORMULA_CYCLE: Code =
    Code::error("formula-cycle").args(&["row"]).help("a row or a column that is computed from itself");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&UNKNOWN_ROW, &UNKNOWN_COLUMN, &BAD_FORMULA, &FORMULA_CYCLE];

/// Which sign is good. Printed as the table's note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// Costs are positive and income negative.
    Cost,
    /// Savings are positive and investments negative.
    Saving,
    /// A surplus is positive.
    Result,
    /// The sign says nothing about good or bad.
    None,
}

impl Sign {
    /// Every rule with the word it has in content files.
    pub const ALL: [(&'static str, Self); 4] =
        [("cost", Self::Cost), ("saving", Self::Saving), ("result", Self::Result), ("none", Self::None)];

    /// Returns the word it has in content files.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, sign)| *sign == self).map_or("", |(word, _)| word)
    }
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKind {
    /// Words over the rows that follow.
    Heading,
    /// A line with figures of its own.
    Item,
    /// A sum of some rows.
    Subtotal,
    /// The sum.
    Total,
    /// Words under the rows.
    Note,
}

impl RowKind {
    /// Every kind with the word it has in CSV files; an item's is empty.
    pub const ALL: [(&'static str, Self); 5] = [
        ("heading", Self::Heading),
        ("", Self::Item),
        ("subtotal", Self::Subtotal),
        ("total", Self::Total),
        ("note", Self::Note),
    ];
}

/// A column of a figure table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its key.
    pub id: Id,
    /// Its title; `None` where its meaning is known and `locale` has the word.
    pub title: Option<String>,
    /// What it counts in.
    pub unit: Unit,
    /// Which sign is good.
    pub sign: Sign,
    /// How it is computed from other columns, as written.
    pub formula: Option<String>,
    /// Whether it is each row's share of its whole, computed of the column with this key.
    pub share_of: Option<Id>,
    /// Whether it holds words.
    pub text: bool,
}

/// A cell of a figure table.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// What the file states; `None` is not given.
    pub stated: Option<Figure>,
    /// What it comes to, where a formula says how.
    pub computed: Option<Amount>,
    /// Whether what it comes to is approximate, because a part of it is.
    pub approximate: bool,
    /// How the two differ, where both are there.
    pub difference: Option<Difference>,
    /// Its words, in a column of words.
    pub text: Option<String>,
}

/// A row of a figure table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its key, which keeps it together over reports.
    pub id: Id,
    /// Its label.
    pub label: String,
    /// The footnote mark behind its label.
    pub mark: Option<Mark>,
    /// What it is.
    pub kind: RowKind,
    /// The row it is a part of (heraf), printed below it and never added: an index into [`Table::rows`].
    pub of: Option<usize>,
    /// The committee on whose page it is shown.
    pub committee: Option<Id>,
    /// The measure it is about: an index into [`super::Plan::measures`].
    pub measure: Option<usize>,
    /// How it is computed from other rows, as written.
    pub formula: Option<String>,
    /// Its cells, one for each column.
    pub cells: Vec<Cell>,
}

/// A figure table with the figures of one report, or of the plan itself.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its file's stem.
    pub id: Id,
    /// Its file with the figures, for messages.
    pub file: String,
    /// The file that says what its rows are, for messages.
    pub rows_file: String,
    /// The file that declares it, for messages.
    pub declaration: String,
    /// Its title.
    pub title: String,
    /// What it counts in, unless a column says otherwise.
    pub unit: Unit,
    /// Which sign is good, unless a column says otherwise.
    pub sign: Sign,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Its footnotes.
    pub notes: Notes,
    /// The report it belongs to: an index into [`super::Plan::reports`].
    pub report: Option<usize>,
}

/// Computes what formulas say, in every cell that has one, and compares it with what is stated.
/// Formulas that cannot be read, name nothing or go in circles are reported.
pub(super) fn compute(table: &mut Table, found: &mut Vec<Diagnostic>) {
    let formulas = Formulas::read(table, found);
    let mut sheet = Sheet { table, formulas: &formulas, done: BTreeMap::new() };
    for row in 0..sheet.table.rows.len() {
        for column in 0..sheet.table.columns.len() {
            sheet.computed(row, column);
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

/// The formulas of a table, with every operand resolved to its place.
struct Formulas {
    rows: Vec<Option<Computation>>,
    columns: Vec<Option<Computation>>,
}

/// A formula whose operands are places of rows or columns.
#[derive(Clone, Debug)]
enum Computation {
    Sum(Vec<(bool, usize)>),
    Ratio(usize, usize),
    /// Each row's share of its whole, in this column.
    ShareOf(usize),
}

impl Formulas {
    fn read(table: &Table, found: &mut Vec<Diagnostic>) -> Self {
        let row_ids: Vec<&Id> = table.rows.iter().map(|row| &row.id).collect();
        let column_ids: Vec<&Id> = table.columns.iter().map(|column| &column.id).collect();
        let items = |first: usize, last: usize| {
            let between = table.rows.iter().enumerate().skip(first).take(last.saturating_sub(first).saturating_add(1));
            between.filter(|(_, row)| row.kind == RowKind::Item && row.of.is_none()).map(|(at, _)| at).collect()
        };
        let all = |first: usize, last: usize| (first..=last).collect();
        let at = |file: &str, field: String| Place::Subject(Subject::new(file, &field));
        let place_of_row = |row: &Row| at(&table.rows_file, format!("{}.formula", row.id));
        let rows = table.rows.iter().map(|row| {
            let place = || Diagnostic::new(&BAD_FORMULA, place_of_row(row));
            computation(row.formula.as_deref()?, &row_ids, &UNKNOWN_ROW, items, &place, found)
        });
        let mut rows: Vec<Option<Computation>> = rows.collect();
        for circle in break_circles(&mut rows) {
            let Some(row) = table.rows.get(circle) else { continue };
            found.push(Diagnostic::new(&FORMULA_CYCLE, place_of_row(row)).with("row", row.id.as_str()));
        }
        let columns = table.columns.iter().map(|column| {
            let field = if column.formula.is_some() { "formula" } else { "share_of" };
            let place =
                || Diagnostic::new(&BAD_FORMULA, at(&table.declaration, format!("columns.{}.{field}", column.id)));
            match (&column.formula, &column.share_of) {
                (Some(formula), _) => computation(formula, &column_ids, &UNKNOWN_COLUMN, all, &place, found),
                (None, Some(of)) => {
                    let at = column_ids.iter().position(|id| *id == of);
                    if at.is_none() {
                        let suggestion = nearest(of.as_str(), &column_ids);
                        let diagnostic = Diagnostic { code: &UNKNOWN_COLUMN, ..place() };
                        found.push(diagnostic.with("key", of.to_string()).with("suggestion", suggestion));
                    }
                    at.map(Computation::ShareOf)
                }
                (None, None) => None,
            }
        });
        let mut columns: Vec<Option<Computation>> = columns.collect();
        for circle in break_circles(&mut columns) {
            let Some(column) = table.columns.get(circle) else { continue };
            let place = at(&table.declaration, format!("columns.{}.formula", column.id));
            found.push(Diagnostic::new(&FORMULA_CYCLE, place).with("row", column.id.as_str()));
        }
        Self { rows, columns }
    }

    /// Returns the formulas of a cell's column and of its row.
    fn of(&self, row: usize, column: usize) -> (Option<&Computation>, Option<&Computation>) {
        (self.columns.get(column).and_then(Option::as_ref), self.rows.get(row).and_then(Option::as_ref))
    }
}

impl Computation {
    /// Returns the places it is computed of.
    fn operands(&self) -> Vec<usize> {
        match self {
            Self::Sum(parts) => parts.iter().map(|(_, at)| *at).collect(),
            Self::Ratio(part, whole) => vec![*part, *whole],
            Self::ShareOf(of) => vec![*of],
        }
    }
}

/// Takes away the formula that closes each circle, and answers where it stood.
fn break_circles(formulas: &mut [Option<Computation>]) -> Vec<usize> {
    let mut circles = Vec::new();
    for start in 0..formulas.len() {
        let operands =
            |at: usize| formulas.get(at).and_then(Option::as_ref).map(Computation::operands).unwrap_or_default();
        let (mut seen, mut next) = (BTreeSet::new(), operands(start));
        while let Some(at) = next.pop() {
            if seen.insert(at) {
                next.extend(operands(at));
            }
        }
        if seen.contains(&start) {
            circles.push(start);
            formulas.iter_mut().skip(start).take(1).for_each(|formula| *formula = None);
        }
    }
    circles
}

fn nearest(word: &str, ids: &[&Id]) -> String {
    crate::content::nearest(word, ids.iter().map(|id| id.as_str())).unwrap_or_default().to_owned()
}

/// Reads a formula and resolves what it names among ids.
fn computation(
    text: &str,
    ids: &[&Id],
    unknown: &'static Code,
    range: impl Fn(usize, usize) -> Vec<usize>,
    place: &impl Fn() -> Diagnostic,
    found: &mut Vec<Diagnostic>,
) -> Option<Computation> {
    let formula = match Formula::parse(text) {
        Ok(formula) => formula,
        Err(error) => {
            found.push(place().with("formula", text).with("detail", error.0));
            return None;
        }
    };
    let mut find = |id: &Id| {
        let at = ids.iter().position(|known| *known == id);
        if at.is_none() {
            let diagnostic = Diagnostic { code: unknown, ..place() };
            let name = if unknown.has_arg("id") { "id" } else { "key" };
            found.push(diagnostic.with(name, id.to_string()).with("suggestion", nearest(id.as_str(), ids)));
        }
        at
    };
    match formula {
        Formula::Ratio(part, whole) => Some(Computation::Ratio(find(&part)?, find(&whole)?)),
        Formula::Sum(operands) => {
            let mut places = Vec::new();
            for (negative, operand) in operands {
                match operand {
                    Operand::One(id) => places.push((negative, find(&id)?)),
                    Operand::Range(first, last) => {
                        let (first, last) = (find(&first)?, find(&last)?);
                        places.extend(range(first.min(last), first.max(last)).into_iter().map(|at| (negative, at)));
                    }
                }
            }
            Some(Computation::Sum(places))
        }
    }
}

/// What a computed cell is worth, and of what.
#[derive(Clone, Debug)]
struct Worth {
    amount: Amount,
    /// What it was added up of, for telling rounding; empty for a quotient.
    parts: Vec<Decimal>,
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
            None => difference::compare(amount, &self.amount, &self.parts),
            Some(slack) => {
                let shown = self.shown(Some(stated));
                let size = amount.minus(&shown)?;
                let half = Decimal::try_new(5, amount.number.scale().saturating_add(1)).ok()?;
                let distance = amount.number.checked_sub(self.amount.number)?.abs();
                let class = match () {
                    () if size.number.is_zero() => Class::Exact,
                    () if distance <= slack.checked_add(half)? => Class::Rounding,
                    () => Class::Unexplained,
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
    table: &'s Table,
    formulas: &'s Formulas,
    done: BTreeMap<(usize, usize), Option<Worth>>,
}

impl Sheet<'_> {
    /// Computes a cell once, and answers what it comes to and whether that is approximate.
    fn computed(&mut self, row: usize, column: usize) -> Option<(Decimal, bool)> {
        if matches!(self.formulas.of(row, column), (None, None)) {
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
        match self.formulas.of(row, column) {
            (Some(Computation::Sum(parts)), _) => {
                self.sum(column, parts.iter().map(|(negative, at)| (*negative, row, *at)))
            }
            (Some(Computation::Ratio(part, whole)), _) => self.ratio(column, (row, *part), (row, *whole)),
            (Some(Computation::ShareOf(of)), _) => {
                let whole = self.whole_of(row)?;
                self.ratio(column, (row, *of), (whole, *of))
            }
            (None, Some(Computation::Sum(parts))) => {
                self.sum(column, parts.iter().map(|(negative, at)| (*negative, *at, column)))
            }
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

    fn sum(&mut self, column: usize, parts: impl Iterator<Item = (bool, usize, usize)>) -> Option<Worth> {
        let unit = self.table.columns.get(column)?.unit.clone();
        let mut total = Decimal::ZERO;
        let (mut numbers, mut approximate, mut given) = (Vec::new(), false, false);
        for (negative, row, at) in parts {
            let from = self.table.columns.get(at)?.unit.clone();
            let (number, is_approximate) = self.value(row, at)?;
            let number = Amount::new(number, from).number_in(&unit)?;
            total = if negative { total.checked_sub(number)? } else { total.checked_add(number)? };
            approximate |= is_approximate;
            given = true;
            if !number.is_zero() {
                numbers.push(number);
            }
        }
        given.then(|| Worth { amount: Amount::new(total, unit), parts: numbers, slack: None, approximate })
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
        Some(Worth { amount: Amount::new(quotient, unit), parts: Vec::new(), slack: Some(slack), approximate })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Notation, Written};

    /// A table of plain items and one total, with the columns' formulas.
    fn table(columns: &[(&str, Unit, Option<&str>)], rows: &[(&str, &str, &[&str])]) -> Table {
        let columns: Vec<Column> = columns
            .iter()
            .map(|(id, unit, formula)| Column {
                id: Id::new(id).expect("an id"),
                title: None,
                unit: unit.clone(),
                sign: Sign::None,
                formula: formula.map(str::to_owned),
                share_of: None,
                text: false,
            })
            .collect();
        let notation = Notation { declared: true, ..Notation::DANISH };
        let rows = rows
            .iter()
            .map(|(id, formula, cells)| Row {
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
                    .map(|(text, column)| Cell {
                        stated: Written::parse(text, notation).ok().map(|written| written.resolve(&column.unit)),
                        ..Cell::default()
                    })
                    .collect(),
            })
            .collect();
        Table {
            id: Id::new("t").expect("an id"),
            file: "t.csv".into(),
            rows_file: "t.csv".into(),
            declaration: "t.toml".into(),
            title: String::new(),
            unit: Unit::Million,
            sign: Sign::None,
            columns,
            rows,
            notes: Notes::new(),
            report: None,
        }
    }

    fn class(table: &Table, row: usize, column: usize) -> Option<Class> {
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
        assert_eq!(class(&table, 0, 2), Some(Class::Exact));
        assert_eq!(
            table.rows[1].cells[2].computed.as_ref().map(|amount| amount.number.to_string()),
            Some("-2.3".into())
        );
        assert_eq!(class(&table, 2, 0), Some(Class::Exact));
        assert_eq!(class(&table, 2, 1), Some(Class::Rounding));
        // The deviation of a total is that of its own figures: 1.311,8 - 1.307,5.
        assert_eq!(class(&table, 2, 2), Some(Class::Rounding));
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
        assert_eq!(class(&table, 0, 2), Some(Class::Exact));
        assert_eq!(class(&table, 1, 2), Some(Class::Rounding));
        assert_eq!(class(&table, 2, 2), Some(Class::Unexplained));
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
