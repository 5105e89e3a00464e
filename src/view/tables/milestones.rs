//! Milestones: when they were agreed, when they are due now, what they wait for and how far they are.

use super::{explain_marks, measure_cells};
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
    context: &'r ViewContext<'r>,
    writer: &'r PageWriter<'r>,
    since: Option<&'r PlanSummary>,
}

const COLUMNS: &[&Column<Milestones>] = &[
    &Column::word("number", "col_number", |row, _| {
        Cell::of(row.milestone.number.printed()).marked(row.milestone.number.mark())
    }),
    &Column::name("milestone", "col_milestone", |row, _| row.milestone.title.as_str().into()),
    &Column::status("status", "col_status", |row, _| row.status()),
    &Column::date("start", "col_start", |row, _| row.start()),
    &Column::date("original-due", "col_original_due", |row, _| row.original_due()),
    &Column::date("due", "col_current_due", |row, _| row.due()),
    &Column::word("after", "col_after", |row, _| row.after().into()),
    &Column::word("committee", "col_committee", |row, _| row.committee()),
    &Column::word("owner", "col_owner", |row, _| row.owners()),
    &Column::text("remark", "col_remark", |row, _| row.remark().into()),
];

/// Makes the table of a plan's milestones: the numbered ones, then the others by their date.
pub(in crate::view) fn milestones<'a>(seen: &PlanAsOf<'a>, writer: &PageWriter<'a>) -> Option<Table> {
    let context = writer.context;
    let since = since::of(context, seen);
    let changed = since.map(|(then, _)| since::column(context, then, |row: &MilestoneLine<'_>, _| row.changed()));
    let columns: Vec<&Column<Milestones>> = COLUMNS.iter().copied().chain(&changed).collect();
    let plan = since.map(|(_, plan)| plan);
    let line = |milestone| {
        TableLine::item(MilestoneLine {
            milestone,
            known: seen.milestone(milestone),
            seen,
            context,
            writer,
            since: plan,
        })
    };
    let lines = in_order(seen).into_iter().map(line);
    let gone = plan.and_then(|plan| gone(seen, context, plan)).map(TableLine::Across);
    let as_of = seen
        .latest()
        .map(|report| context.say("note-as-of", &[("date", (&context.locale.period(report.as_of)).into())]));
    let mut table = Table::new("milestones-table", context.word("caption_milestones"))
        .noted(as_of.unwrap_or_default())
        .filled(context.locale, &columns, lines.chain(gone));
    explain_marks(seen, None, &mut table);
    (!seen.plan.milestones.is_empty()).then(|| since::fitted(context, table))
}

/// Names the milestones an edition had that are gone.
fn gone(seen: &PlanAsOf, context: &ViewContext, plan: &PlanSummary) -> Option<Row> {
    let is_here = |row: &&MilestoneSummary| seen.plan.milestones.iter().any(|milestone| milestone.number == row.number);
    since::gone_row(context, plan.milestones.iter().filter(|row| !is_here(row)).map(MilestoneSummary::name).collect())
}

fn in_order<'a>(seen: &PlanAsOf<'a>) -> Vec<&'a Milestone> {
    let mut sorted: Vec<&Milestone> = seen.plan.milestones.iter().collect();
    sorted.sort_by_key(|milestone| milestone.number.order(seen.milestone(milestone).due()));
    sorted
}

impl MilestoneLine<'_> {
    fn status(&self) -> Cell {
        let level = self.known.level().and_then(|level| self.context.level(level));
        let lifecycle = self.known.lifecycle().map(|lifecycle| self.context.lifecycle(lifecycle));
        Cell::chips(level.into_iter().chain(lifecycle)).remarked(self.known.done().map(Remark::At))
    }

    /// Shows when work begins, and from when that was moved.
    fn start(&self) -> Cell {
        let (agreed, start) = (self.milestone.start, self.known.start());
        Cell::date(start)
            .remarked(agreed.filter(|agreed| start != Some(*agreed)).map(|agreed| Remark::moved(agreed, start)))
    }

    /// Shows the date that was agreed first, and the one agreed before the first report where that is neither the first nor
    /// the one that holds.
    fn original_due(&self) -> Cell {
        let (first, holds) = (self.milestone.original_due(), self.known.due());
        let between = self.milestone.due.filter(|due| first != Some(*due) && holds != Some(*due));
        let said = |due| self.context.say("remark-later-due", &[("date", (&self.context.locale.period(due)).into())]);
        Cell::date(first).remarked(between.map(|due| Remark::Text(said(due))))
    }

    /// Shows the committee it is reported to, where the plan does not lead there.
    fn committee(&self) -> Cell {
        let own = self.milestone.committee.as_ref().filter(|own| self.seen.plan.committees.first() != Some(*own));
        own.map_or_else(Cell::default, |id| self.writer.committee_code(id))
    }

    /// Shows who owns it, where that is not who owns the plan.
    fn owners(&self) -> Cell {
        let own = &self.milestone.owners;
        if *own == self.seen.plan.owners { Cell::default() } else { measure_cells::owners(self.writer, own) }
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
        let said = |title: &String| self.context.say("remark-decision", &[("title", title.into())]);
        let decision = self.known.decision().map(|decision| said(&decision.title));
        sentences([self.known.note().unwrap_or_default().to_owned(), decision.unwrap_or_default()])
    }

    /// Says what became of it since an edition.
    fn changed(&self) -> Cell {
        let Some(plan) = self.since else { return Cell::default() };
        let (known, before) = (&self.known, plan.milestone(&self.milestone.number));
        let (due, done, lifecycle) = (known.due(), known.done(), known.lifecycle());
        let now = RecordSummary { due, done, lifecycle, ..RecordSummary::default() };
        since::cell(since::milestone(self.context, &self.seen.plan.id, before, &now, known.moved_from()))
    }
}
