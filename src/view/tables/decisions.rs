//! Decisions the plan rests on or waits for.

use super::explain_marks;
use crate::{
    compare::{self, RecordKey, RecordKind, RecordSummary},
    model::{Decision, PlanAsOf},
    summary::{DecisionSummary, PlanSummary},
    table::{Cell, Chip, Column, Remark, Row, RowSet, Table, TableLine},
    value::Period,
    view::{ViewContext, since, writer::PageWriter},
    wording::since_phrases,
};

/// Decisions of a plan.
struct Decisions;

impl RowSet for Decisions {
    type Row<'r> = DecisionLine<'r>;
}

/// A decision, as far as it is taken.
struct DecisionLine<'r> {
    decision: &'r Decision,
    decided: Option<Period>,
    seen: &'r PlanAsOf<'r>,
    writer: &'r PageWriter<'r>,
    since: Option<&'r PlanSummary>,
}

const COLUMNS: &[&Column<Decisions>] = &[
    &Column::word("number", "col_number", |row, _| {
        Cell::of(row.decision.number.printed()).marked(row.decision.number.mark())
    }),
    &Column::name("decision", "col_decision", |row, _| row.decision.title.as_str().into()),
    &Column::word("committee", "col_committee", |row, _| row.committee()),
    &Column::status("state", "col_state", |row, _| Cell::chips([state(row.writer.context, row.decided.is_some())])),
    &Column::date("date", "col_date", |row, _| {
        let cell = Cell::date(row.decided.or(row.decision.due)).overdue_if(row.is_overdue());
        cell.remarked(row.expected().map(Remark::Text))
    }),
    &Column::text("remark", "col_remark", |row, _| row.decision.note.as_deref().into()),
];

/// Makes the table of a plan's decisions: the numbered ones, then the others by their date.
pub(in crate::view) fn decisions<'a>(seen: &PlanAsOf<'a>, writer: &PageWriter<'a>) -> Option<Table> {
    let context = writer.context;
    let since = since::of(context, seen);
    let changed = since.map(|(then, _)| since::column(context, then, |row: &DecisionLine<'_>, _| row.changed()));
    let columns: Vec<&Column<Decisions>> = COLUMNS.iter().copied().chain(&changed).collect();
    let plan = since.map(|(_, plan)| plan);
    let line = |decision| {
        TableLine::item(DecisionLine { decision, decided: seen.decided(decision), seen, writer, since: plan })
    };
    let lines = in_order(&seen.plan.decisions).into_iter().map(line);
    let gone = plan.and_then(|plan| gone(seen, context, plan)).map(TableLine::Across);
    let mut table = Table::new("decisions-table", context.word("caption_decisions"));
    table = table.filled(context.locale, &columns, lines.chain(gone));
    explain_marks(seen, None, &mut table);
    (!seen.plan.decisions.is_empty()).then(|| since::fitted(context, table))
}

impl DecisionLine<'_> {
    /// Says when it was to be taken, where it was taken on another day.
    fn expected(&self) -> Option<String> {
        let due = self.decision.due.filter(|due| self.decided.is_some_and(|decided| decided != *due))?;
        let context = self.writer.context;
        Some(context.say("remark-expected", &[("date", (&context.locale.period(due)).into())]))
    }

    fn is_overdue(&self) -> bool {
        let is_past = self.decision.due.is_some_and(|due| due.last() < self.seen.today);
        self.decided.is_none() && is_past && !self.seen.is_finished()
    }

    fn committee(&self) -> Cell {
        self.decision.committee.as_ref().map_or_else(Cell::default, |id| self.writer.committee_code(id))
    }

    /// Says what became of it since an edition.
    fn changed(&self) -> Cell {
        let (context, decision) = (self.writer.context, self.decision);
        let Some(plan) = self.since else { return Cell::default() };
        let Some(before) = plan.decisions.iter().find(|row| row.number == decision.number) else {
            return since::cell(vec![context.word("since_new").to_owned()]);
        };
        let summary = |due, is_decided| RecordSummary { due, is_decided, ..RecordSummary::default() };
        let (then, now) = (summary(before.due, before.decided), summary(decision.due, self.decided.is_some()));
        let subject = || RecordKey::of_plan(&self.seen.plan.id, RecordKind::Decision, decision.number.as_str());
        since::cell(since_phrases(context, &compare::summaries(subject, &then, &now), &[]))
    }
}

/// Names the decisions an edition had that are gone.
fn gone(seen: &PlanAsOf, context: &ViewContext, plan: &PlanSummary) -> Option<Row> {
    let is_here = |row: &&DecisionSummary| seen.plan.decisions.iter().any(|decision| decision.number == row.number);
    since::gone_row(context, plan.decisions.iter().filter(|row| !is_here(row)).map(|row| row.title.clone()).collect())
}

fn in_order(decisions: &[Decision]) -> Vec<&Decision> {
    let mut sorted: Vec<&Decision> = decisions.iter().collect();
    sorted.sort_by_key(|decision| decision.number.order(decision.decided.or(decision.due)));
    sorted
}

/// Returns the mark of a decision: taken, or waiting.
pub(in crate::view) fn state(context: &ViewContext, is_decided: bool) -> Chip {
    let (word, tone) = if is_decided { ("decision_taken", "done") } else { ("decision_waiting", "not-started") };
    Chip {
        word: context.word(word).to_owned(),
        tone,
        quiet: true,
        count: None,
        lang: None,
        rank: usize::from(is_decided),
    }
}
