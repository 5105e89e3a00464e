//! Milestones: when they were agreed, when they are due now, what they wait for and how far they are.

use crate::{
    model::Milestone,
    view::{
        Cell, Column, ColumnClass, Desk, MilestoneRow, PlanRows, Row, RowClass, Table,
        draft::Draft,
        seen::{MilestoneSeen, Seen},
        since::{self, MilestoneDates},
    },
};

/// Makes the table of a plan's milestones: the numbered ones, then the others by their date.
pub(in crate::view) fn milestones<'a>(seen: &Seen<'a>, draft: &Draft<'a>) -> Option<Table> {
    let milestones = &seen.plan.milestones;
    if milestones.is_empty() {
        return None;
    }
    let desk = draft.desk;
    let since = since::of(desk, seen);
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: "milestones-table".into(),
        caption: desk.word("caption_milestones").to_owned(),
        note: seen
            .latest()
            .map(|report| desk.say("note-as-of", &[("date", (&desk.locale.period(report.as_of)).into())]))
            .unwrap_or_default(),
        columns: vec![
            column("col_number", ColumnClass::Word),
            column("col_milestone", ColumnClass::Head),
            column("col_status", ColumnClass::Status),
            column("col_start", ColumnClass::Word),
            column("col_original_due", ColumnClass::Word),
            column("col_current_due", ColumnClass::Word),
            column("col_after", ColumnClass::Word),
            column("col_remark", ColumnClass::Text),
        ]
        .into_iter()
        .chain(since.map(|(then, _)| since::column(desk, then)))
        .collect(),
        rows: in_order(seen)
            .into_iter()
            .map(|milestone| row(seen, desk, milestone, since.map(|(_, plan)| plan)))
            .chain(since.and_then(|(_, plan)| gone(seen, desk, plan)))
            .collect(),
        ..Table::default()
    };
    Some(since::fitted(desk, table))
}

/// Names the milestones an edition had that are gone.
fn gone(seen: &Seen, desk: &Desk, plan: &PlanRows) -> Option<Row> {
    let is_here = |row: &&MilestoneRow| seen.plan.milestones.iter().any(|milestone| milestone.number == row.number);
    since::gone_row(desk, plan.milestones.iter().filter(|row| !is_here(row)).map(MilestoneRow::name).collect())
}

fn in_order<'a>(seen: &Seen<'a>) -> Vec<&'a Milestone> {
    let mut sorted: Vec<&Milestone> = seen.plan.milestones.iter().collect();
    sorted.sort_by_key(|milestone| milestone.number.order(seen.milestone(milestone).due()));
    sorted
}

fn row<'a>(seen: &Seen<'a>, desk: &Desk<'a>, milestone: &'a Milestone, since: Option<&PlanRows>) -> Row {
    let known = seen.milestone(milestone);
    let after = milestone.after.iter().filter_map(|after| milestones_name(seen, *after)).collect::<Vec<_>>();
    let changed = since.map(|plan| {
        let before = plan.milestones.iter().find(|row| row.number == milestone.number);
        let now = MilestoneDates { due: known.due(), moved_from: known.moved_from(), done: known.done() };
        since::cell(desk, &since::milestone(desk, before, &now))
    });
    Row::new(
        RowClass::Item,
        [
            Cell::of(milestone.number.printed().unwrap_or_default()),
            Cell::of(milestone.title.as_str()),
            status(desk, &known),
            Cell::date(desk, known.start()),
            Cell::date(desk, milestone.original_due()),
            due(seen, desk, &known),
            Cell::of(after.join(", ")),
            Cell::of(remark(desk, &known)),
        ]
        .into_iter()
        .chain(changed)
        .collect(),
    )
}

fn milestones_name(seen: &Seen, at: usize) -> Option<String> {
    let milestone = seen.plan.milestones.get(at)?;
    Some(milestone.number.printed().unwrap_or(&milestone.title).to_owned())
}

fn status(desk: &Desk, known: &MilestoneSeen) -> Cell {
    let mut chips: Vec<_> = known.level().and_then(|level| desk.level(level)).into_iter().collect();
    chips.extend(known.lifecycle().map(|lifecycle| desk.lifecycle(lifecycle)));
    Cell::chips(chips).remarked(known.done().map(|done| desk.locale.period(done)))
}

/// Shows the date that holds, where it was moved from, and whether it has passed.
fn due(seen: &Seen, desk: &Desk, known: &MilestoneSeen) -> Cell {
    let cell = Cell::date(desk, known.due());
    let moved = known.moved_from().map(|from| {
        let later = known.due().is_some_and(|due| due > from);
        let key = if later { "remark-put-off-from" } else { "remark-moved-forward-from" };
        desk.say(key, &[("date", (&desk.locale.period(from)).into())])
    });
    let overdue = known.is_overdue(seen.today).then(|| {
        let days = known.due().map_or(0, |due| seen.days_since(due));
        desk.say("remark-overdue-days", &[("days", i64::from(days).into())])
    });
    let tone = overdue.is_some().then_some("bad");
    cell.remarked(moved.into_iter().chain(overdue).collect::<Vec<_>>().join("; ")).toned(tone)
}

fn remark(desk: &Desk, known: &MilestoneSeen) -> String {
    let decision = known.decision().map(|decision| desk.say("remark-decision", &[("title", (&decision.title).into())]));
    super::sentences([known.note().unwrap_or_default().to_owned(), decision.unwrap_or_default()])
}
