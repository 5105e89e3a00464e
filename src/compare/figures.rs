//! Figures of a table in two versions, row by row and cell by cell.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    ChangeKind, RecordKey, RecordKind, meaning,
    walk::{Walk, join},
};
use crate::{
    content::{FigureRow, Figures, Record},
    schema::{Significance, Value},
    value::{FootnoteMark, WrittenAmount},
};

/// Compares the figures of a table.
pub(crate) fn compare(walk: &mut Walk<'_>, before: (&Figures, &Record), after: (&Figures, &Record)) {
    let columns = columns(before.0, after.0);
    for (id, old, new) in join(by_id(before.0), by_id(after.0)) {
        match (old, new) {
            (Some(old), Some(new)) => {
                for column in &columns {
                    let pair = (Some(LocatedRow { of: before, row: old }), LocatedRow { of: after, row: new });
                    cell(walk, id, column, pair);
                }
            }
            (old, _) => {
                let what = if old.is_some() { ChangeKind::Removed } else { ChangeKind::Added };
                let name = if old.is_some() { walk.scene.old } else { walk.scene.new };
                let subject = RecordKey {
                    kind: RecordKind::Row,
                    within: Some(name.id.as_ref().into()),
                    id: id.into(),
                    ..name.subject()
                };
                walk.changes.push(super::Change { subject, what, significance: Significance::Material });
            }
        }
    }
}

/// Tells what a report says in the figures of a table, beside what was said there before it. Totals come first; what they and the
/// other rows are called and how they are computed is no news of a report. What its rows are stands in its own file, else in that
/// `of_plan`.
pub(crate) fn tell_new(
    walk: &mut Walk<'_>,
    before: Option<(&Figures, &Record)>,
    after: (&Figures, &Record),
    of_plan: Option<&Figures>,
) {
    let totals = total_ids(of_plan.filter(|_| !after.0.has_shape()).unwrap_or(after.0));
    let earlier: BTreeMap<&str, &FigureRow> = before.into_iter().flat_map(|before| by_id(before.0)).collect();
    let columns: Vec<&str> = after.0.head.iter().map(|(column, _)| column.as_str()).collect();
    let mut rows: Vec<(LocatedRow<'_>, &str)> =
        ids(after.0).map(|(id, row)| (LocatedRow { of: after, row }, id)).collect();
    rows.sort_by_key(|(_, id)| !totals.contains(id));
    for (row, id) in rows {
        let old = before.zip(earlier.get(id)).map(|(of, row)| LocatedRow { of, row });
        for column in columns.iter().filter(|column| !Figures::STRUCTURE.contains(column)) {
            cell(walk, id, column, (old, row));
        }
    }
}

/// Returns the ids of the rows that are totals or subtotals.
fn total_ids(figures: &Figures) -> BTreeSet<&str> {
    let Some(kind) = figures.column("kind") else { return BTreeSet::new() };
    let is_total = |row: &FigureRow| row.cells.get(kind).is_some_and(|(kind, _)| kind.ends_with("total"));
    ids(figures).filter(|(_, row)| is_total(row)).map(|(id, _)| id).collect()
}

/// A row of figures, with the file it stands in.
#[derive(Clone, Copy)]
struct LocatedRow<'f> {
    of: (&'f Figures, &'f Record),
    row: &'f FigureRow,
}

/// Returns the ids of rows with their rows, in the order of the file.
pub(crate) fn ids(figures: &Figures) -> impl Iterator<Item = (&str, &FigureRow)> {
    let at = figures.column(ROW);
    figures.rows.iter().filter_map(move |row| Some((row.cells.get(at?)?.0.as_str(), row)))
}

/// Returns the ids of rows, in the order of the file.
pub(crate) fn row_ids(figures: &Figures) -> impl Iterator<Item = &str> {
    ids(figures).map(|(id, _)| id)
}

/// The column that holds the ids of rows.
const ROW: &str = "row";
/// The column that holds what rows are called.
const LABEL: &str = "label";

/// Returns the rows sorted by their ids. Of two with one id the first counts, as it does in the table.
fn by_id(figures: &Figures) -> Vec<(&str, &FigureRow)> {
    let mut rows: Vec<_> = ids(figures).collect();
    rows.sort_by_key(|(id, _)| *id);
    rows.dedup_by_key(|(id, _)| *id);
    rows
}

/// Returns the columns of either, but for the ids.
fn columns<'f>(before: &'f Figures, after: &'f Figures) -> Vec<&'f str> {
    let mut columns: Vec<&str> = Vec::new();
    for (column, _) in before.head.iter().chain(&after.head) {
        if column != ROW && !columns.contains(&column.as_str()) {
            columns.push(column);
        }
    }
    columns
}

fn cell(walk: &mut Walk<'_>, row: &str, column: &str, (before, after): (Option<LocatedRow<'_>>, LocatedRow<'_>)) {
    let scene = walk.scene;
    let is_structure = Figures::STRUCTURE.contains(&column);
    let text = |line: LocatedRow<'_>, is_share: bool| {
        let shown = is_structure || !line.is_withheld(is_share);
        line.text(column).filter(|_| shown).map(str::to_owned)
    };
    let old = before.and_then(|before| text(before, scene.before.is_share(scene.old.plan, &scene.old.id, column)));
    let new = text(after, scene.after.is_share(scene.new.plan, &scene.new.id, column));
    if old.is_none() && new.is_none() {
        return;
    }
    let units = (scene.before.unit_in_column(scene.old, column), scene.after.unit_in_column(scene.new, column));
    let is_one_notation = before.is_none_or(|before| before.of.1.notation == after.of.1.notation);
    let is_same = old == new && (is_structure || (units.0 == units.1 && is_one_notation));
    if is_same {
        return;
    }
    let value = |line: LocatedRow<'_>, text: Option<String>| {
        text.map(|text| match WrittenAmount::parse(&text, line.of.1.notation) {
            Ok(written) if !is_structure => Value::Amount(written),
            _ => Value::Text(text),
        })
    };
    let (old, new) = (before.and_then(|before| value(before, old)), value(after, new));
    let significance = match (&old, &new) {
        (Some(Value::Amount(old)), Some(Value::Amount(new))) => meaning::amounts((old, units.0), (new, units.1)),
        _ if column == LABEL => Some(Significance::Editorial),
        (Some(Value::Text(old)), Some(Value::Text(new))) => {
            let levels = (
                scene.before.level_in_column(scene.old, column, old),
                scene.after.level_in_column(scene.new, column, new),
            );
            match levels {
                // The same level, written otherwise or with another mark.
                (Some(before), Some(after)) if meaning::is_same_level(before, after) => {
                    let is_same_mark = FootnoteMark::split(old).1 == FootnoteMark::split(new).1;
                    (!is_same_mark).then_some(Significance::Editorial)
                }
                _ => (old != new).then_some(Significance::Material),
            }
        }
        (old, new) => (old != new).then_some(Significance::Material),
    };
    if let Some(significance) = significance {
        let what = ChangeKind::Figure { row: row.into(), column: column.into(), before: old, after: new };
        walk.push(what, significance);
    }
}

impl<'f> LocatedRow<'f> {
    /// Returns the text of a cell, unless it is empty.
    fn text(self, column: &str) -> Option<&'f str> {
        let (text, _) = self.row.cells.get(self.of.0.column(column)?)?;
        Some(text.as_str()).filter(|text| !text.is_empty())
    }

    /// Tells whether the figures of the row are not shown: whoever saw them would know what is hidden.
    fn is_withheld(self, is_share: bool) -> bool {
        self.row.withheld || (self.of.0.partial && is_share)
    }
}
