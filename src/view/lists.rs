//! Tables across plans: measures, milestones, and what is missing.

use super::{
    Cell, Column, ColumnClass, Desk, MissingRow, Row, RowClass, Table,
    draft::Draft,
    levels::chips,
    rows::{MeasureRow, MilestoneRow, Missed, PlanRow, PlanRows},
    scope::Whose,
    since,
};
use crate::{
    model::Lifecycle,
    value::{Figure, Id, Period},
};

/// Makes a table of milestones across plans.
pub(super) fn milestones_table(
    draft: &Draft,
    id: &str,
    caption: String,
    milestones: &[(&PlanRow, &MilestoneRow)],
    gone: Option<Row>,
) -> Option<Table> {
    let desk = draft.desk;
    let row = |(plan, row): &(&PlanRow, &MilestoneRow)| {
        let name = match row.number.printed() {
            Some(number) => format!("{number} {}", row.title),
            None => row.title.clone(),
        };
        let lifecycle = row.lifecycle.map(|lifecycle| desk.lifecycle(lifecycle));
        let chips = chips(desk, row.level).into_iter().chain(lifecycle).collect();
        Row::new(
            RowClass::Item,
            vec![
                Cell::of(name).leads(draft.href_at(&plan.page, "milestones")),
                Cell::of(plan.title.as_str()).leads(draft.href(&plan.page)),
                Cell::chips(chips).remarked(row.done.map(|done| desk.locale.period(done))),
                due_cell(desk, row),
                Cell::of(row.committee.as_ref().map_or("", Id::as_str)),
            ]
            .into_iter()
            .chain(since::of_milestone(desk, plan, row))
            .collect(),
        )
    };
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: id.to_owned(),
        caption,
        columns: vec![
            column("col_milestone", ColumnClass::Head),
            column("col_plan", ColumnClass::Word),
            column("col_status", ColumnClass::Status),
            column("col_current_due", ColumnClass::Word),
            column("col_committee", ColumnClass::Word),
        ]
        .into_iter()
        .chain(desk.since.map(|then| since::column(desk, then)))
        .collect(),
        rows: milestones.iter().map(row).chain(gone).collect(),
        ..Table::default()
    };
    (!table.rows.is_empty()).then(|| since::fitted(desk, table))
}

fn due_cell(desk: &Desk, row: &MilestoneRow) -> Cell {
    let moved = row.moved_from.map(|from| {
        let key = if row.due > Some(from) { "remark-put-off-from" } else { "remark-moved-forward-from" };
        desk.say(key, &[("date", (&desk.locale.period(from)).into())])
    });
    let passed = row.due.filter(|due| row.is_open() && due.last() < desk.site.as_of);
    let overdue =
        passed.map(|due| desk.say("remark-overdue-days", &[("days", i64::from(desk.site.days_since(due)).into())]));
    let tone = overdue.is_some().then_some("bad");
    let remark = moved.into_iter().chain(overdue).collect::<Vec<_>>().join("; ");
    Cell::date(desk, row.due).remarked(remark).toned(tone)
}

/// Makes a table of what should have been reported.
pub(super) fn missing_table(draft: &Draft, missing: &[(&PlanRow, &MissingRow)]) -> Option<Table> {
    let desk = draft.desk;
    let row = |(plan, row): &(&PlanRow, &MissingRow)| {
        let (name, what) = missed(desk, row);
        let owner = row.owners.first();
        let page = owner.and_then(|id| desk.book.owner(id)).map(|page| draft.href(page)).unwrap_or_default();
        Row::new(
            RowClass::Item,
            vec![
                Cell::of(name).leads(draft.href(&row.page)),
                Cell::of(plan.title.as_str()).leads(draft.href(&plan.page)),
                Cell::of(what),
                Cell::of(owner.map_or("", |id| desk.owner_title(id))).leads(page),
                Cell::of(desk.count(usize::try_from(row.days).unwrap_or(0))),
            ],
        )
    };
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: "missing-table".into(),
        caption: desk.word("caption_missing").to_owned(),
        columns: vec![
            column("col_what", ColumnClass::Head),
            column("col_plan", ColumnClass::Word),
            column("col_missing", ColumnClass::Text),
            column("col_owner", ColumnClass::Word),
            column("col_days", ColumnClass::Number),
        ],
        rows: missing.iter().map(row).collect(),
        ..Table::default()
    };
    (!table.rows.is_empty()).then(|| table.fitted())
}

fn missed(desk: &Desk, row: &MissingRow) -> (String, String) {
    let say = |key: &str, date: Period| desk.say(key, &[("date", (&desk.locale.period(date)).into())]);
    match &row.what {
        Missed::Status(name, Some(last)) => (name.clone(), say("missing-status", *last)),
        Missed::Status(name, None) => (name.clone(), desk.word("missing_first_status").to_owned()),
        Missed::Done(name, due) => (name.clone(), say("missing-done", *due)),
        Missed::Report(title, due) => (title.clone(), say("missing-report", *due)),
        Missed::Reading(title, due) => (title.clone(), say("missing-reading", *due)),
    }
}

/// Makes a table of measures across plans, the plans as headings.
pub(super) fn measures_table<'r>(
    draft: &Draft,
    caption: String,
    plans: impl Iterator<Item = &'r PlanRows>,
    whose: Whose<'r>,
) -> Option<Table> {
    let desk = draft.desk;
    let mut rows = Vec::new();
    for plan in plans {
        let mut own = plan.measures.iter().filter(|row| whose.has_measure(row)).peekable();
        if own.peek().is_some() {
            let title = Cell::of(plan.plan.title.as_str()).leads(draft.href(&plan.plan.page));
            rows.push(Row::new(RowClass::Heading, vec![title]));
            rows.extend(own.map(|row| measure_row(draft, plan, row)));
            rows.extend(since::gone_measures(desk, plan, whose));
        }
    }
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: "measures-table".into(),
        caption,
        columns: vec![
            column("col_number", ColumnClass::Word),
            column("col_measure", ColumnClass::Head),
            column("col_status", ColumnClass::Status),
            column("col_required", ColumnClass::Number),
            column("col_achieved", ColumnClass::Number),
            column("col_owner", ColumnClass::Word),
            column("col_due", ColumnClass::Word),
            column("col_updated", ColumnClass::Word),
        ]
        .into_iter()
        .chain(desk.since.map(|then| since::column(desk, then)))
        .collect(),
        rows,
        ..Table::default()
    };
    (!table.rows.is_empty()).then(|| since::fitted(desk, table))
}

fn measure_row(draft: &Draft, plan: &PlanRows, row: &MeasureRow) -> Row {
    let desk = draft.desk;
    let class = if row.is_child { RowClass::Child } else { RowClass::Item };
    let number = row.number.as_ref().map_or("", |number| number.as_str());
    let title = if row.title.is_empty() { desk.measure_name(row.number.as_ref(), "") } else { row.title.clone() };
    let lifecycle = row.lifecycle.filter(|state| *state != Lifecycle::InProgress);
    let chips = chips(desk, row.level).into_iter().chain(lifecycle.map(|state| desk.lifecycle(state))).collect();
    // Plans count in different units, so each figure says its own.
    let figure =
        |figure: &Option<Figure>| figure.as_ref().map_or_else(Cell::default, |figure| Cell::of(desk.figure(figure)));
    let owner = row.owners.first();
    let page = owner.and_then(|id| desk.book.owner(id)).map(|page| draft.href(page)).unwrap_or_default();
    Row::new(
        class,
        vec![
            Cell::of(number),
            Cell::of(title).leads(draft.href(&row.page)),
            Cell::chips(chips),
            figure(&row.required),
            figure(&row.achieved),
            Cell::of(owner.map_or("", |id| desk.owner_title(id))).leads(page),
            Cell::date(desk, row.due),
            Cell::date(desk, row.updated),
        ]
        .into_iter()
        .chain(since::of_measure(desk, &plan.plan, row, &since::SUMS, &plan.log))
        .collect(),
    )
}
