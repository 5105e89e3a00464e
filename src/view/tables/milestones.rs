//! Milestones: when they were agreed, when they are due now, what they wait for and how far they are.

use crate::{
    compare::RecordSummary,
    model::{Milestone, MilestoneAsOf, PlanAsOf},
    summary::{MilestoneSummary, PlanSummary},
    table::{Cell, Column, Remark, Row, RowSet, Table, TableLine, sentences},
    view::{ViewContext, since, writer::PageWriter},
};

/// Milestones of a plan.
struct Milestones;

impl RowSet for Milestones {
    type Row<'r> = MilestoneLine<'r>;
}

/// A milestone, as far as it is known.
struct MilestoneLine<'r> {
    milestone: &'r Milestone,
    known: MilestoneAsOf<'r>,
    seen: &'r PlanAsOf<'r>,
    desk: &'r ViewContext<'r>,
    since: Option<&'r PlanSummary>,
}

const COLUMNS: &[&Column<Milestones>] = &[
    &Column::word("number", "col_number", |row, _| row.milestone.number.printed().into()),
    &Column::name("milestone", "col_milestone", |row, _| row.milestone.title.as_str().into()),
    &Column::status("status", "col_status", |row, _| row.status()),
    &Column::date("start", "col_start", |row, _| Cell::date(row.known.start())),
    &Column::date("original-due", "col_original_due", |row, _| Cell::date(row.milestone.original_due())),
    &Column::date("due", "col_current_due", |row, _| row.due()),
    &Column::word("after", "col_after", |row, _| row.after().into()),
    &Column::text("remark", "col_remark", |row, _| row.remark().into()),
];

/// Makes the table of a plan's milestones: the numbered ones, then the others by their date.
pub(in crate::view) fn milestones<'a>(seen: &PlanAsOf<'a>, draft: &PageWriter<'a>) -> Option<Table> {
    let desk = draft.desk;
    let since = since::of(desk, seen);
    let changed = since.map(|(then, _)| since::column(desk, then, |row: &MilestoneLine<'_>, _| row.changed()));
    let columns: Vec<&Column<Milestones>> = COLUMNS.iter().copied().chain(&changed).collect();
    let plan = since.map(|(_, plan)| plan);
    let line = |milestone| {
        TableLine::item(MilestoneLine { milestone, known: seen.milestone(milestone), seen, desk, since: plan })
    };
    let lines = in_order(seen).into_iter().map(line);
    let gone = plan.and_then(|plan| gone(seen, desk, plan)).map(TableLine::Across);
    let as_of =
        seen.latest().map(|report| desk.say("note-as-of", &[("date", (&desk.locale.period(report.as_of)).into())]));
    let table = Table::new("milestones-table", desk.word("caption_milestones"))
        .noted(as_of.unwrap_or_default())
        .filled(desk.locale, &columns, lines.chain(gone));
    (!seen.plan.milestones.is_empty()).then(|| since::fitted(desk, table))
}

/// Names the milestones an edition had that are gone.
fn gone(seen: &PlanAsOf, desk: &ViewContext, plan: &PlanSummary) -> Option<Row> {
    let is_here = |row: &&MilestoneSummary| seen.plan.milestones.iter().any(|milestone| milestone.number == row.number);
    since::gone_row(desk, plan.milestones.iter().filter(|row| !is_here(row)).map(MilestoneSummary::name).collect())
}

fn in_order<'a>(seen: &PlanAsOf<'a>) -> Vec<&'a Milestone> {
    let mut sorted: Vec<&Milestone> = seen.plan.milestones.iter().collect();
    sorted.sort_by_key(|milestone| milestone.number.order(seen.milestone(milestone).due()));
    sorted
}

impl MilestoneLine<'_> {
    fn status(&self) -> Cell {
        let level = self.known.level().and_then(|level| self.desk.level(level));
        let lifecycle = self.known.lifecycle().map(|lifecycle| self.desk.lifecycle(lifecycle));
        Cell::chips(level.into_iter().chain(lifecycle)).remarked(self.known.done().map(Remark::At))
    }

    /// Shows the date that holds, where it was moved from, and whether it has passed.
    fn due(&self) -> Cell {
        let (known, due) = (&self.known, self.known.due());
        let cell = Cell::date(due).remarked(known.moved_from().map(|from| Remark::moved(from, due)));
        let days = due.filter(|_| known.is_overdue(self.seen.today)).map(|due| self.seen.days_since(due));
        cell.overdue_by(days)
    }

    fn after(&self) -> String {
        let name = |at: &usize| {
            let milestone = self.seen.plan.milestones.get(*at)?;
            Some(milestone.number.printed().unwrap_or(&milestone.title).to_owned())
        };
        self.milestone.after.iter().filter_map(name).collect::<Vec<_>>().join(", ")
    }

    fn remark(&self) -> String {
        let said = |title: &String| self.desk.say("remark-decision", &[("title", title.into())]);
        let decision = self.known.decision().map(|decision| said(&decision.title));
        sentences([self.known.note().unwrap_or_default().to_owned(), decision.unwrap_or_default()])
    }

    /// Says what became of it since an edition.
    fn changed(&self) -> Cell {
        let Some(plan) = self.since else { return Cell::default() };
        let (known, before) = (&self.known, plan.milestone(&self.milestone.number));
        let now = RecordSummary { due: known.due(), done: known.done(), ..RecordSummary::default() };
        since::cell(since::milestone(self.desk, &self.seen.plan.id, before, &now, known.moved_from()))
    }
}
