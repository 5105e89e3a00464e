//! What stands together in a figure table: the rows that a heading stands for, and whose each row is.

use std::collections::BTreeSet;

use crate::{
    content::{Formula, Operand},
    model::{FigureTableRow, RowKind},
    value::Id,
};

/// Tells of each row whether the heading above it stands for it no more: a sum of all the rows below a heading ends what that stands
/// for. Of several subtotals it is the last, for what each adds is a part; without any it is the first total, which may add more.
pub(super) fn is_outside(rows: &[FigureTableRow]) -> Vec<bool> {
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

/// Tells whether a row is one that sums add up by themselves.
fn is_item(rows: &[FigureTableRow], at: usize) -> bool {
    rows.get(at).is_some_and(|row| row.kind == RowKind::Item && row.of.is_none())
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
pub(super) fn belongings(rows: &[FigureTableRow]) -> Vec<BTreeSet<&Id>> {
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
