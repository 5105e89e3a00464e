//! Tables across plans: measures, milestones, and what is missing.

use super::{ViewContext, levels::chips, overview::Overview, since, writer::PageWriter};
use crate::{
    model::Lifecycle,
    summary::{MeasureSummary, MilestoneSummary, MissingReport, MissingSummary, PlanRow, PlanSummary, Scope},
    table::{Cell, Column, Remark, Row, RowClass, RowSet, Table, TableLine},
    value::{Id, Period},
};

/// Something of a plan, as tables across plans show it.
pub(super) struct OfPlan<'r, T> {
    /// The plan.
    pub plan: &'r PlanRow,
    /// What of it.
    pub row: &'r T,
    /// The page the table stands on.
    pub draft: &'r PageWriter<'r>,
}

impl<T> OfPlan<'_, T> {
    /// Returns a cell of the plan's title, which leads to its page.
    pub fn plan_title(&self) -> Cell {
        Cell::of(self.plan.title.as_str()).in_language(self.plan.language).leads(self.draft.href(&self.plan.page))
    }
}

/// Milestones across plans.
struct MilestonesOfPlans;

impl RowSet for MilestonesOfPlans {
    type Row<'r> = OfPlan<'r, MilestoneSummary>;
}

const MILESTONES: &[&Column<MilestonesOfPlans>] = &[
    &Column::name("milestone", "col_milestone", |row, _| {
        Cell::of(row.row.name()).in_language(row.plan.language).leads(row.draft.href_at(&row.plan.page, "milestones"))
    }),
    &Column::word("plan", "col_plan", |row, _| row.plan_title()),
    &Column::status("status", "col_status", |row, _| {
        let lifecycle = row.row.lifecycle.map(|lifecycle| row.draft.desk.lifecycle(lifecycle));
        let chips = chips(row.draft.desk, row.row.level).into_iter().chain(lifecycle);
        Cell::chips(chips).remarked(row.row.done.map(Remark::At))
    }),
    &Column::date("due", "col_current_due", |row, _| due(row.draft.desk, row.row)),
    &Column::word("committee", "col_committee", |row, _| row.row.committee.as_ref().map(Id::as_str).into()),
];

/// Makes a table of milestones across plans.
pub(super) fn milestones_table(
    draft: &PageWriter,
    id: &str,
    caption: String,
    milestones: &[(&PlanRow, &MilestoneSummary)],
    gone: Option<Row>,
) -> Option<Table> {
    let desk = draft.desk;
    let changed = desk.since.map(|then| {
        since::column(desk, then, |row: &OfPlan<'_, MilestoneSummary>, _| {
            since::of_milestone(row.draft.desk, row.plan, row.row).unwrap_or_default()
        })
    });
    let columns: Vec<&Column<MilestonesOfPlans>> = MILESTONES.iter().copied().chain(&changed).collect();
    let lines = milestones.iter().map(|(plan, row)| TableLine::item(OfPlan { plan, row: *row, draft }));
    let table = Table::new(id, caption).filled(desk.locale, &columns, lines.chain(gone.map(TableLine::Across)));
    (!table.rows.is_empty()).then(|| since::fitted(desk, table))
}

fn due(desk: &ViewContext, row: &MilestoneSummary) -> Cell {
    let passed = row.due.filter(|due| row.is_open() && due.last() < desk.site.as_of);
    let moved = row.moved_from.map(|from| Remark::moved(from, row.due));
    Cell::date(row.due).remarked(moved).overdue_by(passed.map(|due| desk.site.days_since(due)))
}

/// What is missing across plans.
struct MissingOfPlans;

impl RowSet for MissingOfPlans {
    type Row<'r> = OfPlan<'r, MissingSummary>;
}

const MISSING: &[&Column<MissingOfPlans>] = &[
    &Column::name("what", "col_what", |row, _| {
        Cell::of(missed(row.row)).in_language(row.plan.language).leads(row.draft.href(&row.row.page))
    }),
    &Column::word("plan", "col_plan", |row, _| row.plan_title()),
    &Column::text("missing", "col_missing", |row, _| missing_words(row.draft.desk, row.row).into()),
    &Column::word("owner", "col_owner", |row, _| owner(row.draft, &row.row.owners)),
    &Column::count("days", "col_days", |row, _| usize::try_from(row.row.days).unwrap_or(0).into()),
];

/// Makes a table of what should have been reported.
pub(super) fn missing_table(draft: &PageWriter, missing: &[(&PlanRow, &MissingSummary)]) -> Option<Table> {
    let desk = draft.desk;
    let lines = missing.iter().map(|(plan, row)| TableLine::item(OfPlan { plan, row: *row, draft }));
    Table::new("missing-table", desk.word("caption_missing")).filled(desk.locale, MISSING, lines).fitted_if_any()
}

/// Returns a cell of the first of some owners.
pub(super) fn owner<'r>(draft: &'r PageWriter<'r>, owners: &'r [Id]) -> Cell {
    owners.first().map_or_else(Cell::default, |id| draft.owner_title(id))
}

/// Returns what it is that is missing.
fn missed(row: &MissingSummary) -> &str {
    match &row.what {
        MissingReport::Status(name, _)
        | MissingReport::Done(name, _)
        | MissingReport::Report(name, _)
        | MissingReport::Reading(name, _) => name,
    }
}

fn missing_words(desk: &ViewContext, row: &MissingSummary) -> String {
    let say = |key: &str, date: Period| desk.say(key, &[("date", (&desk.locale.period(date)).into())]);
    match &row.what {
        MissingReport::Status(_, Some(last)) => say("missing-status", *last),
        MissingReport::Status(_, None) => desk.word("missing_first_status").to_owned(),
        MissingReport::Done(_, due) => say("missing-done", *due),
        MissingReport::Report(_, due) => say("missing-report", *due),
        MissingReport::Reading(_, due) => say("missing-reading", *due),
    }
}

/// Returns the plans that are somebody's and in which no measure is: tables of measures do not name them.
pub(super) fn plans_without_measures<'r>(all: Overview<'r>, whose: Scope<'r>) -> Vec<&'r PlanSummary> {
    let has_measure = |rows: &PlanSummary| rows.measures.iter().any(|row| whose.has_measure(row));
    all.plans_of(whose).filter(|rows| whose.has_plan(&rows.plan) && !has_measure(rows)).collect()
}

/// Measures across plans.
struct MeasuresOfPlans;

impl RowSet for MeasuresOfPlans {
    type Row<'r> = MeasureOfPlan<'r>;
}

/// A measure in a table across plans.
struct MeasureOfPlan<'r> {
    plan: &'r PlanSummary,
    row: &'r MeasureSummary,
    draft: &'r PageWriter<'r>,
}

// Plans count in different units, so each figure says its own.
const MEASURES: &[&Column<MeasuresOfPlans>] = &[
    &Column::word("number", "col_number", |row, _| row.row.number.as_ref().map(|number| number.as_str()).into()),
    &Column::name("measure", "col_measure", |row, _| {
        let (number, title) = (row.row.number.as_ref(), row.row.title.as_str());
        let title = if title.is_empty() { row.draft.desk.measure_name(number, "") } else { title.to_owned() };
        Cell::of(title).in_language(row.plan.plan.language).leads(row.draft.href(&row.row.page))
    }),
    &Column::status("status", "col_status", |row, _| {
        let desk = row.draft.desk;
        let lifecycle = row.row.lifecycle.filter(|state| *state != Lifecycle::InProgress);
        Cell::chips(chips(desk, row.row.level).into_iter().chain(lifecycle.map(|state| desk.lifecycle(state))))
    }),
    &Column::amount("required", "col_required", |row, _| {
        Cell::contested(row.row.required.as_ref(), row.row.contested.required.as_ref())
    }),
    &Column::amount("achieved", "col_achieved", |row, _| {
        Cell::contested(row.row.achieved.as_ref(), row.row.contested.achieved.as_ref())
    }),
    &Column::word("owner", "col_owner", |row, _| owner(row.draft, &row.row.owners)),
    &Column::date("due", "col_due", |row, _| Cell::date(row.row.due)),
    &Column::date("updated", "col_updated", |row, _| Cell::date(row.row.updated)),
];

/// Makes a table of measures across plans, the plans as headings.
pub(super) fn measures_table<'r>(
    draft: &'r PageWriter<'r>,
    caption: String,
    plans: impl Iterator<Item = &'r PlanSummary>,
    whose: Scope<'r>,
) -> Option<Table> {
    let desk = draft.desk;
    let changed = desk.since.map(|then| {
        since::column(desk, then, |row: &MeasureOfPlan<'_>, _| {
            let MeasureOfPlan { plan, row, draft } = row;
            since::of_measure(draft.desk, &plan.plan, row, &since::SUMS, &plan.log).unwrap_or_default()
        })
    });
    let columns: Vec<&Column<MeasuresOfPlans>> = MEASURES.iter().copied().chain(&changed).collect();
    let mut lines = Vec::new();
    for plan in plans {
        let mut own = plan.measures.iter().filter(|row| whose.has_measure(row)).peekable();
        if own.peek().is_some() {
            let title = Cell::of(plan.plan.title.as_str()).in_language(plan.plan.language);
            let title = title.leads(draft.href(&plan.plan.page));
            lines.push(TableLine::Across(Row::across(RowClass::Heading, title)));
            lines.extend(own.map(|row| {
                let class = if row.is_child { RowClass::Child } else { RowClass::Item };
                TableLine::Row(class, MeasureOfPlan { plan, row, draft })
            }));
            lines.extend(since::gone_measures(desk, plan, whose).map(TableLine::Across));
        }
    }
    let table = Table::new("measures-table", caption).filled(desk.locale, &columns, lines);
    (!table.rows.is_empty()).then(|| since::fitted(desk, table))
}
