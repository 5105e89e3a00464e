//! Groups of a table's rows, held against what the same words come to when every formula is read again each time.

use std::collections::BTreeSet;

use super::{TableSums, belongings, is_item, is_outside};
use crate::{
    content::{Formula, Operand},
    model::{FigureTableRow, RowKind},
    value::Id,
};

fn row(id: usize, kind: RowKind, formula: Option<String>) -> FigureTableRow {
    FigureTableRow {
        id: Id::new(&format!("r{id}")).expect("an id"),
        label: String::new(),
        mark: None,
        kind,
        of: None,
        committee: None,
        measure: None,
        formula,
        cells: Vec::new(),
    }
}

/// SeededNumbers that are the same each time.
struct SeededNumbers(u64);

impl SeededNumbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % end.max(1)
    }

    /// A formula of a few rows and runs of rows, some of which are not there.
    fn formula(&mut self, rows: usize) -> String {
        if self.below(12) == 0 {
            return format!("r{} / r{}", self.below(rows), self.below(rows));
        }
        let operands = (0..=self.below(3)).map(|_| match self.below(2) {
            0 => format!("r{}", self.below(rows.saturating_add(2))),
            _ => {
                let first = self.below(rows);
                format!("r{first}:r{}", first.saturating_add(self.below(6)))
            }
        });
        operands.collect::<Vec<_>>().join(" + ")
    }

    fn table(&mut self) -> Vec<FigureTableRow> {
        let count = self.below(24).saturating_add(2);
        let mut rows: Vec<FigureTableRow> = Vec::new();
        for at in 0..count {
            let kind = match self.below(10) {
                0 => RowKind::Heading,
                1..=2 => RowKind::Subtotal,
                3 => RowKind::Total,
                4 if self.below(3) == 0 => RowKind::Note,
                _ => RowKind::Item,
            };
            let is_sum = matches!(kind, RowKind::Subtotal | RowKind::Total) || self.below(12) == 0;
            // Sums of all that is above are what ends a heading.
            let all_above = || format!("r{}:r{}", at.saturating_sub(at.min(4)), at.saturating_sub(1));
            let formula = match self.below(3) {
                0 => all_above(),
                _ => self.formula(count),
            };
            let mut row = row(at, kind, is_sum.then_some(formula));
            if kind == RowKind::Item && at > 0 && self.below(8) == 0 {
                row.of = Some(at.saturating_sub(1));
            }
            row.committee = (self.below(3) == 0).then(|| Id::new(["A", "B"][self.below(2)]).expect("an id"));
            rows.push(row);
        }
        rows
    }
}

#[test]
fn groups_are_what_reading_all_again_finds() {
    let mut numbers = SeededNumbers(7);
    let (mut outside, mut owned) = (0_usize, 0_usize);
    for nth in 0..6_000 {
        let rows = numbers.table();
        let found = is_outside(&rows);
        assert_eq!(found, naive_is_outside(&rows), "{nth}: {rows:#?}");
        let whose = belongings(&rows);
        assert_eq!(whose, naive_belongings(&rows), "{nth}: {rows:#?}");
        outside = outside.saturating_add(found.into_iter().filter(|it| *it).count());
        owned = owned.saturating_add(whose.iter().filter(|own| !own.is_empty()).count());
    }
    assert!(outside > 300 && owned > 10_000, "the tables say something: {outside}, {owned}");
}

/// Sums of one item each, sums of the sum before and an item, and those from the last to the first.
#[test]
fn many_subtotals_are_read_once_each() {
    const MANY: usize = 4_000;
    let item_of = |nth: usize| nth.saturating_mul(2).saturating_add(1);
    let formulas: [&dyn Fn(usize) -> String; 3] = [
        &|nth| format!("r{0}:r{0}", item_of(nth)),
        &|nth| match nth.checked_sub(1) {
            Some(before) => format!("r{} + r{}", item_of(before).saturating_add(1), item_of(nth)),
            None => format!("r{}", item_of(nth)),
        },
        &|nth| format!("r{} + r{}", item_of(nth), item_of(nth).saturating_add(3)),
    ];
    for formula in formulas {
        let mut rows = vec![row(0, RowKind::Heading, None)];
        for nth in 0..MANY {
            rows.push(row(item_of(nth), RowKind::Item, None));
            rows.push(row(item_of(nth).saturating_add(1), RowKind::Subtotal, Some(formula(nth))));
        }
        let known = TableSums::new(&rows).runs.iter().filter(|run| run.is_some()).count();
        assert_eq!(known, rows.len(), "each sum is one run, and none is looked into again");
        assert_eq!((is_outside(&rows).len(), belongings(&rows).len()), (rows.len(), rows.len()));
    }
}

// What holds, word by word.

/// Tells of each row whether the heading above it stands for it no more: a sum of all the rows below a heading ends what that stands
/// for. Of several subtotals it is the last, for what each adds is a part; without any it is the first total, which may add more.
fn naive_is_outside(rows: &[FigureTableRow]) -> Vec<bool> {
    let mut outside = vec![false; rows.len()];
    let is_of = |at: usize, kind: RowKind| rows.get(at).is_some_and(|row| row.kind == kind);
    for heading in (0..rows.len()).filter(|at| is_of(*at, RowKind::Heading)) {
        let below = heading.saturating_add(1);
        let end = (below..rows.len()).find(|at| is_of(*at, RowKind::Heading)).unwrap_or(rows.len());
        let adds_all = |at: usize, is_within: bool| {
            let added = added_items(rows, at);
            let mut items = (below..at).filter(|item| is_item(rows, *item)).peekable();
            let has_others = is_within && added.range(..heading).next().is_some();
            items.peek().is_some() && !has_others && items.all(|item| added.contains(&item))
        };
        let subtotal = (below..end).rev().find(|at| is_of(*at, RowKind::Subtotal) && adds_all(*at, true));
        let total = || (below..end).find(|at| is_of(*at, RowKind::Total) && adds_all(*at, false));
        let Some(last) = subtotal.or_else(total) else { continue };
        // What a sum is made of may stand below it, and is told of it.
        let is_part = |at: &usize| rows.get(*at).is_some_and(|row| row.of.is_some());
        let after = (last.saturating_add(1)..end).find(|at| !is_part(at)).unwrap_or(end);
        outside.iter_mut().take(end).skip(after).for_each(|it| *it = true);
    }
    outside
}

/// Returns the items that a sum adds up, through however many other sums.
fn added_items(rows: &[FigureTableRow], sum: usize) -> BTreeSet<usize> {
    let (mut items, mut seen, mut open) = (BTreeSet::new(), BTreeSet::new(), vec![sum]);
    while let Some(at) = open.pop() {
        let formula = rows.get(at).and_then(|row| Formula::parse(row.formula.as_deref()?).ok());
        if is_item(rows, at) {
            items.insert(at);
        } else if seen.insert(at)
            && let Some(formula @ Formula::Sum(_)) = formula
        {
            open.extend(operands(rows, &formula));
        }
    }
    items
}

/// Returns whose the rows of a table are. A part is whose its row is, a sum whose all its rows are, and a heading of all
/// who have a row below it.
fn naive_belongings(rows: &[FigureTableRow]) -> Vec<BTreeSet<&Id>> {
    let mut whose: Vec<BTreeSet<&Id>> = rows.iter().map(|row| row.committee.iter().collect()).collect();
    // A sum may stand above the sums it adds up.
    for _ in 0..2 {
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.committee.is_none()) {
            let formula = row.formula.as_deref().and_then(|formula| Formula::parse(formula).ok());
            let found = match (row.of, formula) {
                (Some(of), _) => whose.get(of).cloned(),
                (None, Some(formula)) => of_all(&operands(rows, &formula), &whose),
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
    for ((row, own), is_outside) in rows.iter().zip(&mut whose).zip(naive_is_outside(rows)).rev() {
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

/// Returns the rows that a formula adds up, by their places.
fn operands(rows: &[FigureTableRow], formula: &Formula) -> Vec<usize> {
    let place = |id: &Id| rows.iter().position(|row| row.id == *id);
    let each = |operand: &Operand| match operand {
        Operand::One(id) => place(id).into_iter().collect(),
        Operand::Range(first, last) => match (place(first), place(last)) {
            (Some(first), Some(last)) => (first..=last).filter(|at| is_item(rows, *at)).collect(),
            _ => Vec::new(),
        },
    };
    match formula {
        Formula::Sum(operands) => operands.iter().flat_map(|(_, operand)| each(operand)).collect(),
        Formula::Ratio(part, whole) => [part, whole].into_iter().filter_map(place).collect(),
    }
}

/// Returns whose all of some rows are.
fn of_all<'r>(places: &[usize], whose: &[BTreeSet<&'r Id>]) -> Option<BTreeSet<&'r Id>> {
    let mut each = places.iter().filter_map(|at| whose.get(*at));
    let first = each.next()?.clone();
    Some(each.fold(first, |all, own| all.intersection(own).copied().collect()))
}
