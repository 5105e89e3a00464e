//! The formulas of a figure table: which rows and columns they name, which go in circles, and in which order to compute.
//!
//! A range stays a range: `first:last` of 2 500 rows, in 2 500 sums, would be six million places.

use std::collections::BTreeMap;

use super::table::{FigureTable, FigureTableRow, RowKind};
use crate::{
    content::{Formula, Operand, nearest},
    diag::{Code, Diagnostic, FieldRef, Place},
    schema::records::KNOWN_COLUMNS,
    value::Id,
};

/// A row that the table does not have.
pub(super) const UNKNOWN_ROW: Code =
    Code::error("unknown-row").args(&["id", "suggestion?"]).help("a row that the table does not have");
/// A column that the table does not declare.
pub(super) const UNKNOWN_COLUMN: Code = Code::error("unknown-column")
    .args(&["key", "table", "line", "suggestion?"])
    .help("a column that the table does not declare");
const BAD_FORMULA: Code = Code::error("bad-formula").args(&["formula", "detail"]).help("a formula that cannot be read");
const FORMULA_CYCLE: Code =
    Code::error("formula-cycle").args(&["row"]).help("a row or a column that is computed from itself");

/// The most letters of an id that is proposed for a column.
pub(super) const COLUMN_ID: usize = 32;

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&UNKNOWN_ROW, &UNKNOWN_COLUMN, &BAD_FORMULA, &FORMULA_CYCLE];

/// What stands below a name in the head of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnText {
    Figures,
    Words,
    /// Words in a file that has no labels.
    Labels,
}

/// Adds the line by which a table would declare a column that it does not know, and the table of TOML that the line belongs to.
pub(super) fn declared_by(diagnostic: Diagnostic, name: &str, text: ColumnText) -> Diagnostic {
    let quoted = format!("\"{}\"", name.replace(['"', '\\'], "'"));
    let known = nearest(name, KNOWN_COLUMNS.into_iter()).filter(|_| text == ColumnText::Figures);
    let id = || Id::of_words(name, COLUMN_ID).map_or_else(|| "x".to_owned(), |id| id.to_string());
    let (table, line) = match (text, known) {
        (ColumnText::Labels, _) => ("csv", format!("heads = {{ label = {quoted} }}")),
        (ColumnText::Words, _) => ("columns", format!("{} = {{ title = {quoted}, text = true }}", id())),
        (ColumnText::Figures, Some(known)) if known == name => ("columns", format!("{known} = {{}}")),
        (ColumnText::Figures, Some(known)) => ("columns", format!("{known} = {{ head = {quoted} }}")),
        (ColumnText::Figures, None) => ("columns", format!("{} = {{ title = {quoted} }}", id())),
    };
    diagnostic.with("table", table).with("line", line)
}

/// The formulas of a table, with every operand resolved to its place.
pub(super) struct Formulas {
    rows: Vec<Option<Computation>>,
    columns: Vec<Option<Computation>>,
    /// The rows that ranges add up, in their order: items, without those that are printed as parts of another.
    items: Vec<usize>,
}

/// A formula whose operands are places of rows or columns.
#[derive(Clone, Debug)]
pub(super) enum Computation {
    /// Terms added, or taken away where the flag is set.
    Sum(Vec<(bool, Term)>),
    /// One as a percentage of another.
    Ratio(usize, usize),
    /// Each row's share of its whole, in this column.
    ShareOf(usize),
}

/// What a sum adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// A row or a column.
    One(usize),
    /// The items from one up to another, which is left out, by their places among all items; all columns are items.
    Range(usize, usize),
}

impl Term {
    /// Returns the places of the rows it adds, of which these are the items, or of the columns.
    pub fn places(self, items: Option<&[usize]>) -> Vec<usize> {
        match (self, items) {
            (Self::One(at), _) => vec![at],
            (Self::Range(from, to), Some(items)) => items.get(from..to).unwrap_or_default().to_vec(),
            (Self::Range(from, to), None) => (from..to).collect(),
        }
    }
}

impl Formulas {
    /// Reads the formulas of a table. Those that cannot be read, name nothing or go in circles are reported.
    pub fn read(table: &FigureTable, found: &mut Vec<Diagnostic>) -> Self {
        let row_ids = IdPlaces::new(table.rows.iter().map(|row| &row.id));
        let column_ids = IdPlaces::new(table.columns.iter().map(|column| &column.id));
        let is_item = |row: &FigureTableRow| row.kind == RowKind::Item && row.of.is_none();
        let items: Vec<usize> =
            table.rows.iter().enumerate().filter(|(_, row)| is_item(row)).map(|(at, _)| at).collect();
        let of_items = |first: usize, last: usize| {
            Term::Range(items.partition_point(|item| *item < first), items.partition_point(|item| *item <= last))
        };
        let of_columns = |first: usize, last: usize| Term::Range(first, last.saturating_add(1));
        let at = |file: &str, field: String| Place::Subject(FieldRef::new(file, &field));
        let place_of_row = |row: &FigureTableRow| at(&table.rows_file, format!("{}.formula", row.id));
        let rows = table.rows.iter().map(|row| {
            let place = || Diagnostic::new(&BAD_FORMULA, place_of_row(row));
            computation(row.formula.as_deref()?, &row_ids, &UNKNOWN_ROW, of_items, &place, found)
        });
        let mut rows: Vec<Option<Computation>> = rows.collect();
        for circle in break_circles(&mut rows, &items) {
            let Some(row) = table.rows.get(circle) else { continue };
            found.push(Diagnostic::new(&FORMULA_CYCLE, place_of_row(row)).with("row", row.id.as_str()));
        }
        let columns = table.columns.iter().map(|column| {
            let field = if column.formula.is_some() { "formula" } else { "share_of" };
            let place =
                || Diagnostic::new(&BAD_FORMULA, at(&table.declaration, format!("columns.{}.{field}", column.id)));
            match (&column.formula, &column.share_of) {
                (Some(formula), _) => computation(formula, &column_ids, &UNKNOWN_COLUMN, of_columns, &place, found),
                (None, Some(of)) => {
                    let at = column_ids.places.get(of).copied();
                    if at.is_none() {
                        let suggestion = column_ids.nearest(of);
                        let diagnostic = Diagnostic { code: &UNKNOWN_COLUMN, ..place() };
                        let diagnostic = diagnostic.with("key", of.to_string()).with("suggestion", suggestion);
                        found.push(declared_by(diagnostic, of.as_str(), ColumnText::Figures));
                    }
                    at.map(Computation::ShareOf)
                }
                (None, None) => None,
            }
        });
        let mut columns: Vec<Option<Computation>> = columns.collect();
        for circle in break_circles(&mut columns, &all_columns(table)) {
            let Some(column) = table.columns.get(circle) else { continue };
            let place = at(&table.declaration, format!("columns.{}.formula", column.id));
            found.push(Diagnostic::new(&FORMULA_CYCLE, place).with("row", column.id.as_str()));
        }
        Self { rows, columns, items }
    }

    /// Returns the formula of a row.
    pub fn of_row(&self, row: usize) -> Option<&Computation> {
        self.rows.get(row).and_then(Option::as_ref)
    }

    /// Returns the formula of a column.
    pub fn of_column(&self, column: usize) -> Option<&Computation> {
        self.columns.get(column).and_then(Option::as_ref)
    }

    /// Returns the rows that ranges add up.
    pub fn items(&self) -> &[usize] {
        &self.items
    }

    /// Returns the rows and the columns in an order in which each comes after those it is computed of.
    ///
    /// Without it a chain of 5 000 rows would be computed by as many calls within each other.
    pub fn order(&self) -> (Vec<usize>, Vec<usize>) {
        let columns: Vec<usize> = (0..self.columns.len()).collect();
        (order(&self.rows, &self.items), order(&self.columns, &columns))
    }
}

fn all_columns(table: &FigureTable) -> Vec<usize> {
    (0..table.columns.len()).collect()
}

impl Computation {
    /// Returns what it is computed of.
    fn terms(&self) -> Vec<Term> {
        match self {
            Self::Sum(terms) => terms.iter().map(|(_, term)| *term).collect(),
            Self::Ratio(part, whole) => vec![Term::One(*part), Term::One(*whole)],
            Self::ShareOf(of) => vec![Term::One(*of)],
        }
    }
}

/// Places that have not been met yet. A range is met without looking again at what was met in it before.
struct Unmet<'i> {
    items: &'i [usize],
    is_met: Vec<bool>,
    /// For each item the nearest from there on that may not have been met.
    next: Vec<usize>,
}

impl<'i> Unmet<'i> {
    fn new(count: usize, items: &'i [usize]) -> Self {
        Self { items, is_met: vec![false; count], next: (0..=items.len()).collect() }
    }

    /// Meets the next place of a term; `None` where all of it has been met.
    fn meet(&mut self, term: Term) -> Option<usize> {
        match term {
            Term::One(at) => self.meet_place(at).then_some(at),
            Term::Range(from, to) => loop {
                let item = self.nearest(from);
                if item >= to {
                    return None;
                }
                if let Some(next) = self.next.get_mut(item) {
                    *next = item.saturating_add(1);
                }
                let at = self.items.get(item).copied()?;
                if self.meet_place(at) {
                    return Some(at);
                }
            },
        }
    }

    fn meet_place(&mut self, at: usize) -> bool {
        self.is_met.get_mut(at).is_some_and(|is_met| !std::mem::replace(is_met, true))
    }

    fn nearest(&mut self, from: usize) -> usize {
        let step = |next: &[usize], item: usize| next.get(item).copied().unwrap_or(usize::MAX);
        let mut end = from;
        while step(&self.next, end) != end && end < self.items.len() {
            end = step(&self.next, end);
        }
        // Whoever comes this way again goes straight to the end.
        let mut item = from;
        while item < end {
            let after = step(&self.next, item);
            if let Some(next) = self.next.get_mut(item) {
                *next = end;
            }
            item = after;
        }
        end
    }
}

fn terms_at(formulas: &[Option<Computation>], at: usize) -> Vec<Term> {
    formulas.get(at).and_then(Option::as_ref).map(Computation::terms).unwrap_or_default()
}

/// Takes away the formula that closes each circle, and answers where it stood.
fn break_circles(formulas: &mut [Option<Computation>], items: &[usize]) -> Vec<usize> {
    let mut circles = Vec::new();
    for start in 0..formulas.len() {
        if formulas.get(start).is_some_and(Option::is_some) && is_in_circle(formulas, items, start) {
            circles.push(start);
            formulas.iter_mut().skip(start).take(1).for_each(|formula| *formula = None);
        }
    }
    circles
}

fn is_in_circle(formulas: &[Option<Computation>], items: &[usize], start: usize) -> bool {
    let mut unmet = Unmet::new(formulas.len(), items);
    let mut next = terms_at(formulas, start);
    while let Some(term) = next.pop() {
        while let Some(at) = unmet.meet(term) {
            if at == start {
                return true;
            }
            next.extend(terms_at(formulas, at));
        }
    }
    false
}

/// Returns all places in an order in which each comes after those it is computed of. There are no circles any more.
fn order(formulas: &[Option<Computation>], items: &[usize]) -> Vec<usize> {
    let mut unmet = Unmet::new(formulas.len(), items);
    let mut order = Vec::with_capacity(formulas.len());
    for start in 0..formulas.len() {
        if unmet.meet(Term::One(start)).is_none() {
            continue;
        }
        let mut path = vec![(start, terms_at(formulas, start))];
        while let Some((at, terms)) = path.last_mut() {
            match terms.last().copied().map(|term| unmet.meet(term)) {
                Some(Some(below)) => path.push((below, terms_at(formulas, below))),
                Some(None) => drop(terms.pop()),
                None => {
                    order.push(*at);
                    path.pop();
                }
            }
        }
    }
    order
}

/// IdPlaces with the place each is first met at.
struct IdPlaces<'t> {
    all: Vec<&'t Id>,
    places: BTreeMap<&'t Id, usize>,
}

impl<'t> IdPlaces<'t> {
    fn new(ids: impl Iterator<Item = &'t Id>) -> Self {
        let all: Vec<&Id> = ids.collect();
        let mut places = BTreeMap::new();
        for (place, id) in all.iter().enumerate() {
            places.entry(*id).or_insert(place);
        }
        Self { all, places }
    }

    /// Returns a sum as it is written, where its signs stand without blanks: `a + b` for `a+b`.
    fn with_blanks(&self, word: &Id) -> Option<String> {
        let is_known = |part: &str| self.all.iter().any(|id| id.as_str() == part);
        ['+', '-'].into_iter().find_map(|sign| {
            let parts: Vec<&str> = word.as_str().split(sign).collect();
            (parts.len() > 1 && parts.iter().all(|part| is_known(part))).then(|| parts.join(&format!(" {sign} ")))
        })
    }

    fn nearest(&self, word: &Id) -> String {
        crate::content::nearest(word.as_str(), self.all.iter().map(|id| id.as_str())).unwrap_or_default().to_owned()
    }
}

/// Reads a formula and resolves what it names among ids.
fn computation(
    text: &str,
    ids: &IdPlaces<'_>,
    unknown: &'static Code,
    range: impl Fn(usize, usize) -> Term,
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
        let at = ids.places.get(id).copied();
        if at.is_none() {
            let diagnostic = Diagnostic { code: unknown, ..place() };
            let diagnostic = match unknown.has_arg("id") {
                true => diagnostic.with("id", id.to_string()),
                false => declared_by(diagnostic.with("key", id.to_string()), id.as_str(), ColumnText::Figures),
            };
            let suggestion = ids.with_blanks(id).unwrap_or_else(|| ids.nearest(id));
            found.push(diagnostic.with("suggestion", suggestion));
        }
        at
    };
    match formula {
        Formula::Ratio(part, whole) => Some(Computation::Ratio(find(&part)?, find(&whole)?)),
        Formula::Sum(operands) => {
            let mut terms = Vec::new();
            for (is_negative, operand) in operands {
                let term = match operand {
                    Operand::One(id) => Term::One(find(&id)?),
                    Operand::Range(first, last) => {
                        let (first, last) = (find(&first)?, find(&last)?);
                        range(first.min(last), first.max(last))
                    }
                };
                terms.push((is_negative, term));
            }
            Some(Computation::Sum(terms))
        }
    }
}
