//! What stands together in a figure table: the rows that a heading stands for, and whose each row is.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use crate::{
    content::{Formula, Operand},
    model::{FigureTableRow, RowKind},
    value::Id,
};

#[cfg(test)]
#[path = "figure_groups_tests.rs"]
mod tests;

/// What the sums of a table add up. Places are looked up and formulas read once: of 1,600 subtotals each was read for each.
struct TableSums<'r> {
    rows: &'r [FigureTableRow],
    /// How many items stand above each row, and in all: the number of an item is how many stand above it.
    items_above: Vec<usize>,
    /// The place of each item.
    items: Vec<usize>,
    /// What the formula of each row names, and whether that is added up; nothing of a row without one.
    formulas: Vec<Option<RowFormula>>,
    /// The items that each row comes to, where those follow each other; nothing where they do not, or lead in a circle.
    runs: Vec<Option<Range<usize>>>,
}

/// What a formula names.
struct RowFormula {
    is_sum: bool,
    parts: Vec<FormulaPart>,
}

/// A row that a formula names, by its place, or items, by their numbers.
enum FormulaPart {
    Row(usize),
    Items(Range<usize>),
}

impl<'r> TableSums<'r> {
    fn new(rows: &'r [FigureTableRow]) -> Self {
        let items: Vec<usize> = (0..rows.len()).filter(|at| is_item(rows, *at)).collect();
        let mut items_above = Vec::with_capacity(rows.len().saturating_add(1));
        let mut above = 0_usize;
        for at in 0..=rows.len() {
            items_above.push(above);
            above = above.saturating_add(usize::from(is_item(rows, at)));
        }
        let mut places: BTreeMap<&Id, usize> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            // Of two rows of one id the first counts.
            places.entry(&row.id).or_insert(at);
        }
        let read = |row: &FigureTableRow| {
            let formula = Formula::parse(row.formula.as_deref()?).ok()?;
            Some(RowFormula::new(&formula, &places, &items_above))
        };
        let formulas = rows.iter().map(read).collect();
        let mut sums = Self { rows, items_above, items, formulas, runs: vec![None; rows.len()] };
        // A sum stands below what it adds up, or above it.
        (0..rows.len()).for_each(|at| sums.find_run(at));
        (0..rows.len()).rev().for_each(|at| sums.find_run(at));
        sums
    }

    /// Finds the items that a row comes to, where they follow each other and those of its parts are known.
    fn find_run(&mut self, at: usize) {
        if self.run(at).is_some() {
            return;
        }
        let run = match self.formula(at) {
            _ if is_item(self.rows, at) => Some(self.above(at)..self.above(at).saturating_add(1)),
            Some(RowFormula { is_sum: true, parts }) => {
                let known: Option<Vec<Range<usize>>> = parts.iter().map(|part| self.run_of(part)).collect();
                known.and_then(|known| match &joined(known)[..] {
                    [] => Some(0..0),
                    [run] => Some(run.clone()),
                    _ => None,
                })
            }
            _ => Some(0..0),
        };
        if let Some(slot) = self.runs.get_mut(at) {
            *slot = run;
        }
    }

    fn run_of(&self, part: &FormulaPart) -> Option<Range<usize>> {
        match part {
            FormulaPart::Row(row) => self.run(*row).cloned(),
            FormulaPart::Items(items) => Some(items.clone()),
        }
    }

    fn run(&self, at: usize) -> Option<&Range<usize>> {
        self.runs.get(at)?.as_ref()
    }

    fn formula(&self, at: usize) -> Option<&RowFormula> {
        self.formulas.get(at)?.as_ref()
    }

    /// Returns how many items stand above a row.
    fn above(&self, at: usize) -> usize {
        self.items_above.get(at).copied().unwrap_or(self.items.len())
    }

    /// Returns the items that a sum adds up, through however many other sums, as runs of them.
    fn added(&self, sum: usize) -> Vec<Range<usize>> {
        let (mut runs, mut seen, mut open) = (Vec::new(), BTreeSet::new(), vec![sum]);
        while let Some(at) = open.pop() {
            if let Some(run) = self.run(at) {
                runs.push(run.clone());
            } else if seen.insert(at)
                && let Some(formula) = self.formula(at)
            {
                for part in &formula.parts {
                    match part {
                        FormulaPart::Row(row) => open.push(*row),
                        FormulaPart::Items(items) => runs.push(items.clone()),
                    }
                }
            }
        }
        joined(runs)
    }

    /// Returns whose all rows are that a formula names.
    fn of_all<'w>(&self, formula: &RowFormula, whose: &[BTreeSet<&'w Id>]) -> Option<BTreeSet<&'w Id>> {
        let places = formula.parts.iter().flat_map(|part| match part {
            FormulaPart::Row(row) => std::slice::from_ref(row),
            FormulaPart::Items(items) => self.items.get(items.clone()).unwrap_or_default(),
        });
        let mut each = places.filter_map(|at| whose.get(*at));
        let mut all = each.next()?.clone();
        for own in each {
            if all.is_empty() {
                break;
            }
            all.retain(|id| own.contains(id));
        }
        Some(all)
    }

    /// Tells whether a sum adds up all items from a row on that stand above it, of which there are any. What is within
    /// that part adds no others above it.
    fn adds_all(&self, sum: usize, below: usize, is_within: bool) -> bool {
        let (first, end) = (self.above(below), self.above(sum));
        if first >= end {
            return false;
        }
        let added = self.added(sum);
        let has_others = is_within && added.first().is_some_and(|run| run.start < first);
        !has_others && added.iter().any(|run| run.start <= first && end <= run.end)
    }
}

impl RowFormula {
    fn new(formula: &Formula, places: &BTreeMap<&Id, usize>, items_above: &[usize]) -> Self {
        let place = |id: &Id| places.get(id).copied();
        let row = |id: &Id| place(id).map(FormulaPart::Row);
        let above = |at: usize| items_above.get(at).copied().unwrap_or_default();
        let part = |operand: &Operand| match operand {
            Operand::One(id) => row(id),
            Operand::Range(first, last) => {
                let (first, last) = (place(first)?, place(last)?);
                Some(FormulaPart::Items(above(first)..above(last.saturating_add(1))))
            }
        };
        match formula {
            Formula::Sum(operands) => {
                Self { is_sum: true, parts: operands.iter().filter_map(|(_, operand)| part(operand)).collect() }
            }
            Formula::Ratio(part, whole) => {
                Self { is_sum: false, parts: [part, whole].into_iter().filter_map(row).collect() }
            }
        }
    }
}

/// Returns runs in their order, those that touch each other as one, without the empty ones.
fn joined(mut runs: Vec<Range<usize>>) -> Vec<Range<usize>> {
    runs.retain(|run| !run.is_empty());
    runs.sort_by_key(|run| run.start);
    runs.dedup_by(|next, run| {
        let is_one = next.start <= run.end;
        if is_one {
            run.end = run.end.max(next.end);
        }
        is_one
    });
    runs
}

/// Tells of each row whether the heading above it stands for it no more: a sum of all the rows below a heading ends what that stands
/// for. Of several subtotals it is the last, for what each adds is a part; without any it is the first total, which may add more.
pub(super) fn is_outside(rows: &[FigureTableRow]) -> Vec<bool> {
    let mut outside = vec![false; rows.len()];
    let sums = TableSums::new(rows);
    let is_of = |at: usize, kind: RowKind| rows.get(at).is_some_and(|row| row.kind == kind);
    for heading in (0..rows.len()).filter(|at| is_of(*at, RowKind::Heading)) {
        let below = heading.saturating_add(1);
        let end = (below..rows.len()).find(|at| is_of(*at, RowKind::Heading)).unwrap_or(rows.len());
        let subtotal = (below..end).rev().find(|at| is_of(*at, RowKind::Subtotal) && sums.adds_all(*at, below, true));
        let total = || (below..end).find(|at| is_of(*at, RowKind::Total) && sums.adds_all(*at, below, false));
        let Some(last) = subtotal.or_else(total) else { continue };
        // What a sum is made of may stand below it, and is told of it.
        let is_part = |at: &usize| rows.get(*at).is_some_and(|row| row.of.is_some());
        let after = (last.saturating_add(1)..end).find(|at| !is_part(at)).unwrap_or(end);
        outside.iter_mut().take(end).skip(after).for_each(|it| *it = true);
    }
    outside
}

/// Tells whether a row is one that sums add up by themselves.
fn is_item(rows: &[FigureTableRow], at: usize) -> bool {
    rows.get(at).is_some_and(|row| row.kind == RowKind::Item && row.of.is_none())
}

/// Returns whose the rows of a table are. A part is whose its row is, a sum whose all its rows are, and a heading of all
/// who have a row below it.
pub(super) fn belongings(rows: &[FigureTableRow]) -> Vec<BTreeSet<&Id>> {
    let mut whose: Vec<BTreeSet<&Id>> = rows.iter().map(|row| row.committee.iter().collect()).collect();
    let sums = TableSums::new(rows);
    // A sum may stand above the sums it adds up.
    for _ in 0..2 {
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.committee.is_none()) {
            let found = match (row.of, sums.formula(at)) {
                (Some(of), _) => whose.get(of).cloned(),
                (None, Some(formula)) => sums.of_all(formula, &whose),
                (None, None) => None,
            };
            if let Some((own, found)) = whose.get_mut(at).zip(found) {
                *own = found;
            }
        }
    }
    // From below: a heading right above another stands above what that does.
    let mut below = BTreeSet::new();
    let mut is_heading_below = true;
    for ((row, own), is_outside) in rows.iter().zip(&mut whose).zip(is_outside(rows)).rev() {
        if is_outside {
            continue;
        }
        let is_heading = row.kind == RowKind::Heading;
        if is_heading {
            own.extend(&below);
        } else {
            if is_heading_below {
                below.clear();
            }
            // The total of all that is above stands below the last heading, and is no part of what that names.
            if row.kind != RowKind::Total {
                below.extend(own.iter().copied());
            }
        }
        is_heading_below = is_heading;
    }
    whose
}
