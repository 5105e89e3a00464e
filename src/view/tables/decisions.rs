//! Decisions the plan rests on or waits for.

use crate::{
    model::Decision,
    view::{
        Cell, Chip, Column, ColumnClass, Desk, PlanRows, Row, RowClass, Table, draft::Draft, rows::DecisionRow,
        seen::Seen, since,
    },
};

/// Makes the table of a plan's decisions: the numbered ones, then the others by their date.
pub(in crate::view) fn decisions<'a>(seen: &Seen<'a>, draft: &Draft<'a>) -> Option<Table> {
    if seen.plan.decisions.is_empty() {
        return None;
    }
    let desk = draft.desk;
    let since = since::of(desk, seen);
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: "decisions-table".into(),
        caption: desk.word("caption_decisions").to_owned(),
        columns: vec![
            column("col_number", ColumnClass::Word),
            column("col_decision", ColumnClass::Head),
            column("col_committee", ColumnClass::Word),
            column("col_state", ColumnClass::Status),
            column("col_date", ColumnClass::Word),
            column("col_remark", ColumnClass::Text),
        ]
        .into_iter()
        .chain(since.map(|(then, _)| since::column(desk, then)))
        .collect(),
        rows: in_order(&seen.plan.decisions)
            .into_iter()
            .map(|decision| row(seen, draft, decision, since.map(|(_, plan)| plan)))
            .chain(since.and_then(|(_, plan)| gone(seen, desk, plan)))
            .collect(),
        ..Table::default()
    };
    Some(since::fitted(desk, table))
}

/// Says what became of a decision since an edition.
fn changed(desk: &Desk, decision: &Decision, is_decided: bool, plan: &PlanRows) -> Cell {
    let Some(before) = plan.decisions.iter().find(|row| row.number == decision.number) else {
        return Cell::of(desk.word("since_new"));
    };
    let taken = (is_decided && !before.decided).then(|| desk.word("since_decided").to_owned());
    let moved = since::date_step(desk, before.due, decision.due);
    since::cell(desk, &taken.into_iter().chain(moved).collect::<Vec<_>>())
}

/// Names the decisions an edition had that are gone.
fn gone(seen: &Seen, desk: &Desk, plan: &PlanRows) -> Option<Row> {
    let is_here = |row: &&DecisionRow| seen.plan.decisions.iter().any(|decision| decision.number == row.number);
    since::gone_row(desk, plan.decisions.iter().filter(|row| !is_here(row)).map(|row| row.title.clone()).collect())
}

fn in_order(decisions: &[Decision]) -> Vec<&Decision> {
    let mut sorted: Vec<&Decision> = decisions.iter().collect();
    sorted.sort_by_key(|decision| decision.number.order(decision.decided.or(decision.due)));
    sorted
}

fn row<'a>(seen: &Seen<'a>, draft: &Draft<'a>, decision: &'a Decision, since: Option<&PlanRows>) -> Row {
    let desk = draft.desk;
    let decided = seen.decided(decision);
    let overdue = decided.is_none() && decision.due.is_some_and(|due| due.last() < seen.today);
    let date = Cell::date(desk, decided.or(decision.due)).toned(overdue.then_some("bad"));
    let committee = decision.committee.as_ref().map_or_else(Cell::default, |id| {
        let page = desk.book.committee(id);
        Cell::of(id.as_str()).leads(page.map(|page| draft.href(page)).unwrap_or_default())
    });
    Row::new(
        RowClass::Item,
        vec![
            Cell::of(decision.number.printed().unwrap_or_default()),
            Cell::of(decision.title.as_str()),
            committee,
            Cell::chips(vec![state(desk, decided.is_some())]),
            if overdue { date.remarked(desk.word("remark_overdue").to_owned()) } else { date },
            Cell::of(decision.note.as_deref().unwrap_or_default()),
        ]
        .into_iter()
        .chain(since.map(|plan| changed(desk, decision, decided.is_some(), plan)))
        .collect(),
    )
}

/// Returns the mark of a decision: taken, or waiting.
pub(in crate::view) fn state(desk: &Desk, is_decided: bool) -> Chip {
    let (word, tone) = if is_decided { ("decision_taken", "done") } else { ("decision_waiting", "not-started") };
    Chip { word: desk.word(word).to_owned(), tone, quiet: true, count: None }
}
