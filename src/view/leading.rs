//! What became of the figure each row of a table comes to since an edition.
//!
//! A row may have many figures: twelve months, the columns of a budget. One of them leads, and its change is told. Of the
//! others no more than a fingerprint is kept, which is enough to say that they are others.

use std::collections::BTreeMap;

use super::{ViewContext, since};
use crate::{
    compare::{self, Change, RecordKey, RecordKind, RecordSummary},
    model::PlanAsOf,
    summary::{
        EditionSummary, PlanSummary,
        table_totals::{Leading, LeadingRow, effect_totals},
    },
    table::{Cell, ColumnKind, Remark, SINCE, Table, TableColumn},
    value::{Figure, Unit},
    wording::{has_changed, row_phrases},
};

/// A table beside what an edition said in it.
pub(super) struct Compared<'a> {
    context: &'a ViewContext<'a>,
    seen: PlanAsOf<'a>,
    since: &'a EditionSummary,
    plan: &'a PlanSummary,
}

impl<'a> Compared<'a> {
    /// Compares with the edition before, where there is one and the plan was in it.
    pub fn of(context: &'a ViewContext<'a>, seen: &PlanAsOf<'a>) -> Option<Self> {
        since::of(context, seen).map(|(since, plan)| Self { context, seen: *seen, since, plan })
    }

    /// Adds to a table a column that says what became of each row since the edition, under a head that names the column
    /// that leads where there are several. `unit` is the one the table's note names. Where another column led then,
    /// nothing can be said.
    pub fn column(
        &self,
        table: &mut Table,
        head: Option<&str>,
        unit: Option<&Unit>,
        (key, now): (&str, &[LeadingRow]),
    ) {
        let Some(then) = self.plan.leading.get(key) else {
            let was_there = self.plan.leading.keys().any(|key| key.split('/').next() == Some(&table.id));
            if !was_there {
                self.new_table(table);
            }
            return;
        };
        let date = self.context.locale.date(self.since.edition.as_of);
        let head = match head {
            Some(column) => self.context.say("col-since-of", &[("column", column.into()), ("date", (&date).into())]),
            None => self.context.say("col-since", &[("date", (&date).into())]),
        };
        let width = table.columns.len();
        table.columns.push(TableColumn { id: SINCE.into(), head, kind: ColumnKind::Amount, unit: None });
        let mut now = now.iter();
        for row in table.rows.iter_mut().chain(&mut table.foot).filter(|row| row.cells.len() == width) {
            row.cells.push(now.next().map_or_else(Cell::default, |now| self.cell(then, now, unit)));
        }
    }

    /// Says under a figure of each row what it was, in a table too wide for one more column. `last` counts columns from
    /// the last; each row of now stands beside the anchor of the table that the edition had it in.
    pub fn remarks(&self, table: &mut Table, last: usize, unit: &Unit, now: &[(String, LeadingRow)]) {
        let leading = |key: &String| self.plan.leading.get(key);
        if !now.iter().any(|(key, _)| leading(key).is_some()) {
            return self.new_table(table);
        }
        let width = table.columns.len();
        let rows = table.rows.iter_mut().chain(&mut table.foot).filter(|row| row.cells.len() == width);
        let corrected = since::at_its_report(&self.seen, self.plan);
        let corrected: BTreeMap<_, _> = corrected.iter().flat_map(effect_totals).collect();
        let mut is_same = true;
        for (row, (key, now)) in rows.zip(now) {
            let then: &[LeadingRow] = leading(key).map_or(&[], Vec::as_slice);
            // Of other rows a total would be another without a correction.
            let is_of_then = |rows: &&Leading| {
                rows.len() == then.len() && then.iter().all(|before| rows.iter().any(|row| row.is_of(before)))
            };
            let corrected = corrected.get(key).filter(is_of_then);
            let corrected = corrected.and_then(|rows| rows.iter().find(|row| row.id == now.id));
            let remark = self.remark(then, now, corrected, unit);
            let Some(cell) = row.cells.iter_mut().nth_back(last).filter(|_| remark.is_some()) else { continue };
            is_same = false;
            cell.remarks.extend(remark.map(Remark::Text));
        }
        let word = if is_same { "since-same-table" } else { "since-meaning" };
        since::note(self.context, table, word, self.since);
    }

    fn new_table(&self, table: &mut Table) {
        since::note(self.context, table, "since-new-table", self.since);
    }

    fn cell(&self, then: &[LeadingRow], now: &LeadingRow, unit: Option<&Unit>) -> Cell {
        let Some(before) = then.iter().find(|before| now.is_of(before)) else {
            return since::cell(vec![self.context.word("since_new").to_owned()]);
        };
        // "From 7 to not given" would be false, and what was printed then is not repeated beside what is withheld now.
        if before.is_withheld || now.is_withheld {
            return since::cell(vec![self.context.word("withheld_further").to_owned()]);
        }
        let changes = self.changes(before, now);
        let phrases = row_phrases(self.context, &changes, unit);
        match (phrases.is_empty(), has_changed(&changes, RecordSummary::OTHERS)) {
            (true, false) if now.figure.is_none() && now.read.is_none() => Cell::default(),
            (true, true) => since::cell(vec![self.context.word("since_rest").to_owned()]),
            _ => since::cell(phrases),
        }
    }

    /// Returns what became of a row since the edition.
    fn changes(&self, before: &LeadingRow, now: &LeadingRow) -> Vec<Change> {
        let subject = || RecordKey::of_plan(&self.seen.plan.id, RecordKind::Row, &now.id);
        compare::summaries(subject, &before.summary(&self.since.site), &now.summary(self.context.site))
    }

    /// Says what a figure was, and what it has been corrected to where that is another than now.
    fn remark(
        &self,
        then: &[LeadingRow],
        now: &LeadingRow,
        corrected: Option<&LeadingRow>,
        unit: &Unit,
    ) -> Option<String> {
        now.figure.as_ref()?;
        let Some(before) = then.iter().find(|before| now.is_of(before)) else {
            return Some(self.context.word("since_new").to_owned());
        };
        let changes = self.changes(before, now);
        if !has_changed(&changes, RecordSummary::FIGURE) {
            let is_another = has_changed(&changes, RecordSummary::OTHERS);
            return is_another.then(|| self.context.word("since_rest").to_owned());
        }
        let words = |figure: &Figure| self.context.figure_in(figure, unit).text;
        let Some(was) = &before.figure else {
            return Some(self.context.say("since-was", &[("figure", self.context.word("since_not_given").into())]));
        };
        let is_another = |row: &&LeadingRow, other| has_changed(&self.changes(other, row), RecordSummary::FIGURE);
        let corrected = corrected.filter(|row| is_another(row, before) && is_another(row, now));
        let corrected = corrected.and_then(|row| row.figure.as_ref());
        let was = words(was);
        Some(match corrected {
            Some(corrected) => {
                let corrected = words(corrected);
                self.context
                    .say("since-was-corrected", &[("figure", (&was).into()), ("corrected", (&corrected).into())])
            }
            None => self.context.say("since-was", &[("figure", (&was).into())]),
        })
    }

    /// Names at the end of a whole table the rows that are gone.
    pub fn gone(&self, table: &mut Table, (key, now): (&str, &[LeadingRow])) {
        let is_gone = |before: &&LeadingRow| !before.name.is_empty() && !now.iter().any(|now| now.is_of(before));
        let then = self.plan.leading.get(key).into_iter().flatten();
        table
            .rows
            .extend(since::gone_row(self.context, then.filter(is_gone).map(|before| before.name.clone()).collect()));
    }
}
