//! Tables across plans: measures, milestones, and what is missing.

use std::collections::BTreeSet;

use super::{
    ViewContext, against,
    levels::chips,
    overview::{MoneySum, Overview},
    since,
    writer::PageWriter,
};
use crate::{
    model::Lifecycle,
    summary::{
        ContestedFigures, MeasureSummary, MilestoneSummary, MissingReport, MissingSummary, PlanRow, PlanSummary, Scope,
    },
    table::{self, Cell, Column, PageNote, Remark, Row, RowClass, RowSet, Table, TableLine},
    value::{Decimal, Figure, FootnoteMark, Id, Period, Year},
};

/// Something of a plan, as tables across plans show it.
pub(super) struct OfPlan<'r, T> {
    /// The plan.
    pub plan: &'r PlanRow,
    /// What of it.
    pub row: &'r T,
    /// The page the table stands on.
    pub writer: &'r PageWriter<'r>,
}

impl<T> OfPlan<'_, T> {
    /// Returns a cell of the plan's title, which leads to its page.
    pub fn plan_title(&self) -> Cell {
        Cell::of(self.plan.title.as_str()).in_language(self.plan.language).leads(self.writer.href(&self.plan.page))
    }
}

/// Milestones across plans.
struct MilestonesOfPlans;

impl RowSet for MilestonesOfPlans {
    type Row<'r> = OfPlan<'r, MilestoneSummary>;
}

const MILESTONES: &[&Column<MilestonesOfPlans>] = &[
    &Column::name("milestone", "col_milestone", |row, _| {
        Cell::of(row.row.name()).in_language(row.plan.language).leads(row.writer.href_at(&row.plan.page, "milestones"))
    }),
    &Column::word("plan", "col_plan", |row, _| row.plan_title()),
    &Column::status("status", "col_status", |row, _| {
        let lifecycle = row.row.lifecycle.map(|lifecycle| row.writer.context.lifecycle(lifecycle));
        let chips = chips(row.writer.context, row.row.level).into_iter().chain(lifecycle);
        Cell::chips(chips).remarked(row.row.done.map(Remark::At))
    }),
    &Column::date("due", "col_current_due", |row, _| due(row.writer.context, row.row)),
    &Column::word("committee", "col_committee", |row, _| row.row.committee.as_ref().map(Id::as_str).into()),
];

/// Makes a table of milestones across plans.
pub(super) fn milestones_table(
    writer: &PageWriter,
    id: &str,
    caption: String,
    milestones: &[(&PlanRow, &MilestoneSummary)],
    gone: Option<Row>,
) -> Option<Table> {
    let context = writer.context;
    let changed = context.since.map(|then| {
        since::column(context, then, |row: &OfPlan<'_, MilestoneSummary>, _| {
            since::of_milestone(row.writer.context, row.plan, row.row).unwrap_or_default()
        })
    });
    let columns: Vec<&Column<MilestonesOfPlans>> = MILESTONES.iter().copied().chain(&changed).collect();
    let lines = milestones.iter().map(|(plan, row)| TableLine::item(OfPlan { plan, row: *row, writer }));
    let table = Table::new(id, caption).filled(context.locale, &columns, lines.chain(gone.map(TableLine::Across)));
    (!table.rows.is_empty()).then(|| since::fitted(context, table))
}

fn due(context: &ViewContext, row: &MilestoneSummary) -> Cell {
    let passed = row.due.filter(|due| row.is_open() && due.last() < context.site.as_of);
    let moved = row.moved_from.map(|from| Remark::moved(from, row.due));
    Cell::date(row.due).remarked(moved).overdue_by(passed.map(|due| context.site.days_since(due)))
}

/// What is missing across plans.
struct MissingOfPlans;

impl RowSet for MissingOfPlans {
    type Row<'r> = OfPlan<'r, MissingSummary>;
}

const MISSING: &[&Column<MissingOfPlans>] = &[
    &Column::name("what", "col_what", |row, _| {
        Cell::of(missed(row.row)).in_language(row.plan.language).leads(row.writer.href(&row.row.page))
    }),
    &Column::word("plan", "col_plan", |row, _| row.plan_title()),
    &Column::text("missing", "col_missing", |row, _| missing_words(row.writer.context, row.row).into()),
    &Column::word("owner", "col_owner", |row, _| owner(row.writer, &row.row.owners)),
    &Column::count("days", "col_days", |row, _| usize::try_from(row.row.days).unwrap_or(0).into()),
];

/// Makes a table of what should have been reported.
pub(super) fn missing_table(writer: &PageWriter, missing: &[(&PlanRow, &MissingSummary)]) -> Option<Table> {
    let context = writer.context;
    let lines = missing.iter().map(|(plan, row)| TableLine::item(OfPlan { plan, row: *row, writer }));
    Table::new("missing-table", context.word("caption_missing")).filled(context.locale, MISSING, lines).fitted_if_any()
}

/// Returns a cell of the first of some owners.
pub(super) fn owner<'r>(writer: &'r PageWriter<'r>, owners: &'r [Id]) -> Cell {
    owners.first().map_or_else(Cell::default, |id| writer.owner_title(id))
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

fn missing_words(context: &ViewContext, row: &MissingSummary) -> String {
    let say = |key: &str, date: Period| context.say(key, &[("date", (&context.locale.when(date)).into())]);
    match &row.what {
        MissingReport::Status(_, Some(last)) => {
            context.say("missing-status", &[("date", (&context.locale.period(*last)).into())])
        }
        MissingReport::Status(_, None) => context.word("missing_first_status").to_owned(),
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
    writer: &'r PageWriter<'r>,
}

// Plans count in different units, so each figure says its own.
const MEASURES: &[&Column<MeasuresOfPlans>] = &[
    &Column::word("number", "col_number", |row, _| row.row.number.as_ref().map(|number| number.as_str()).into()),
    &Column::name("measure", "col_measure", |row, _| {
        let (number, title) = (row.row.number.as_ref(), row.row.title.as_str());
        let title = if title.is_empty() { row.writer.context.measure_name(number, "") } else { title.to_owned() };
        Cell::of(title).in_language(row.plan.plan.language).leads(row.writer.href(&row.row.page))
    }),
    &Column::status("status", "col_status", |row, _| {
        let context = row.writer.context;
        let lifecycle = row.row.lifecycle.filter(|state| *state != Lifecycle::InProgress);
        let cell = Cell::chips(
            chips(context, row.row.level).into_iter().chain(lifecycle.map(|state| context.lifecycle(state))),
        );
        against::remarks(row.writer, &row.row.against).into_iter().fold(cell, Cell::remarked)
    }),
    &Column::amount("required", "col_required", |row, _| {
        Cell::own_or_sum(row.row.required_told.as_ref(), row.row.contested.required.as_ref())
    }),
    &Column::amount("achieved", "col_achieved", |row, _| {
        Cell::own_or_sum(row.row.achieved_told.as_ref(), row.row.contested.achieved.as_ref())
    }),
    &Column::word("owner", "col_owner", |row, _| owner(row.writer, &row.row.owners)),
    &Column::date("due", "col_due", |row, _| Cell::date(row.row.due)),
    &Column::date("updated", "col_updated", |row, _| Cell::date(row.row.updated)),
];

/// Makes a table of measures across plans, the plans as headings.
pub(super) fn measures_table<'r>(
    writer: &'r PageWriter<'r>,
    caption: String,
    plans: impl Iterator<Item = &'r PlanSummary>,
    whose: Scope<'r>,
) -> Option<Table> {
    let context = writer.context;
    let mut lines = Vec::new();
    for plan in plans {
        let own = own_measures(writer, plan, whose);
        if !own.is_empty() {
            let title = Cell::of(plan.plan.title.as_str()).in_language(plan.plan.language);
            let title = title.leads(writer.href(&plan.plan.page));
            lines.push(TableLine::Across(Row::across(RowClass::Heading, title)));
            lines.extend(own);
        }
    }
    let begun = Table::new("measures-table", caption).grouped_by(context.word("col_plan"));
    let table = filled(context, begun, lines);
    (!table.rows.is_empty()).then(|| since::fitted(context, table))
}

/// Makes a table of somebody's measures for each plan that has any, under the name of the plan.
pub(super) fn measures_tables<'r>(
    writer: &'r PageWriter<'r>,
    plans: impl Iterator<Item = &'r PlanSummary>,
    whose: Scope<'r>,
) -> Vec<Table> {
    let context = writer.context;
    let mut tables: Vec<Table> = Vec::new();
    for plan in plans {
        let own = own_measures(writer, plan, whose);
        if own.is_empty() {
            continue;
        }
        let id = match tables.is_empty() {
            true => "measures-table".to_owned(),
            false => format!("measures-table-{}", plan.plan.id),
        };
        let table = Table {
            href: Some(writer.href(&plan.plan.page)),
            caption_language: Some(plan.plan.language),
            ..Table::new(id, plan.plan.title.as_str())
        };
        let notes: Vec<&[(String, String)]> = own
            .iter()
            .map(|line| if let TableLine::Nested(_, own) = line { own.row.notes.as_slice() } else { &[] })
            .collect();
        let mut table = filled(context, table, own);
        explain(&mut table, &notes);
        let table = since::fitted(context, table);
        tables.push(table.said_once(context.locale, &["updated", "owner", table::SINCE]));
    }
    tables
}

/// Puts the footnotes of measures below their table, and their marks, from the first on, behind what they explain.
fn explain(table: &mut Table, notes: &[&[(String, String)]]) {
    for (row, own) in table.rows.iter_mut().zip(notes) {
        for (column, words) in *own {
            let place = MEASURES.iter().position(|known| known.id == *column);
            let Some(cell) = place.and_then(|place| row.cells.get_mut(place)) else { continue };
            let nth = table.notes.iter().position(|note| note.text == *words).unwrap_or(table.notes.len());
            let mark = FootnoteMark::nth(nth);
            cell.mark_as(mark);
            if nth == table.notes.len() {
                table.notes.push(PageNote { mark: mark.to_string(), text: words.clone() });
            }
        }
    }
}

/// Returns the rows of somebody's measures of a plan, and of those that are gone.
fn own_measures<'r>(
    writer: &'r PageWriter<'r>,
    plan: &'r PlanSummary,
    whose: Scope<'r>,
) -> Vec<TableLine<MeasureOfPlan<'r>>> {
    let mut lines = Vec::new();
    // Of each measure that the next may be a part of, whether it has a row.
    let mut above: Vec<bool> = Vec::new();
    for row in &plan.measures {
        above.truncate(row.depth);
        let is_own = whose.has_measure(row);
        if is_own {
            let depth = above.iter().filter(|has_row| **has_row).count();
            lines.push(TableLine::Nested(depth, MeasureOfPlan { plan, row, writer }));
        }
        above.push(is_own);
    }
    if !lines.is_empty() {
        lines.extend(since::gone_measures(writer.context, plan, whose).map(TableLine::Across));
    }
    lines
}

fn filled<'r>(context: &ViewContext, table: Table, lines: Vec<TableLine<MeasureOfPlan<'r>>>) -> Table {
    let changed = context.since.map(|then| {
        since::column(context, then, |row: &MeasureOfPlan<'_>, _| {
            let MeasureOfPlan { plan, row, writer } = row;
            since::of_measure(writer.context, &plan.plan, row, &since::SUMS, &plan.log).unwrap_or_default()
        })
    });
    let columns: Vec<&Column<MeasuresOfPlans>> = MEASURES.iter().copied().chain(&changed).collect();
    table.filled(context.locale, &columns, lines)
}

/// What plans come to, each in its own row.
struct MoneyOfPlans;

impl RowSet for MoneyOfPlans {
    type Row<'r> = MoneyLine<'r>;
}

/// What somebody's measures of a plan come to, or of all.
struct MoneyLine<'r> {
    /// The plan; none is all of them.
    plan: Option<&'r PlanRow>,
    required: Option<Figure>,
    achieved: Option<Figure>,
    /// What was achieved in per cent of what is required, where that means something.
    share: Option<Decimal>,
    /// The years that what is required is about.
    required_years: BTreeSet<Year>,
    /// The years that what was achieved is about.
    achieved_years: BTreeSet<Year>,
    /// How many measures have given what was achieved, and how many there are.
    achieved_by: Option<(usize, usize)>,
    /// Which of them are stated and not what their parts come to.
    contested: ContestedFigures,
    writer: &'r PageWriter<'r>,
}

impl<'r> MoneyLine<'r> {
    /// Makes the line of a sum, of a plan or of all.
    fn of_sum(plan: Option<&'r PlanRow>, sum: MoneySum, writer: &'r PageWriter<'r>) -> Self {
        Self {
            plan,
            required: Some(sum.required),
            achieved: Some(sum.achieved),
            share: sum.share,
            required_years: sum.required_years,
            achieved_years: sum.achieved_years,
            achieved_by: sum.achieved_by,
            contested: ContestedFigures::default(),
            writer,
        }
    }
}

const MONEY: &[&Column<MoneyOfPlans>] = &[
    &Column::name("plan", "col_plan", |row, _| match row.plan {
        Some(plan) => Cell::of(plan.title.as_str()).in_language(plan.language).leads(row.writer.href(&plan.page)),
        None => row.writer.context.word("total_computed").into(),
    }),
    &Column::amount("required", "col_required", |row, _| {
        Cell::contested(row.required.as_ref(), row.contested.required.as_ref()).of_years(&row.required_years)
    }),
    &Column::amount("achieved", "col_achieved", |row, _| {
        let cell = Cell::contested(row.achieved.as_ref(), row.contested.achieved.as_ref());
        cell.known_of(row.achieved_by).of_years(&row.achieved_years)
    }),
    &Column::share("share", "col_share", |row, _| Cell::share(row.share)),
];

/// Makes the table of what somebody's plans come to, with their total where they may be added; nothing where there is one
/// plan alone, whose tiles say it.
pub(super) fn money_table<'r>(writer: &'r PageWriter<'r>, all: Overview<'r>, whose: Scope<'r>) -> Option<Table> {
    let context = writer.context;
    let line = |rows: &'r PlanSummary| {
        let plan = &rows.plan;
        let is_whole = {
            let is_in_sums = |row: &&MeasureSummary| row.is_counted || row.adds_required || row.adds_achieved;
            rows.measures.iter().filter(is_in_sums).all(|row| whose.has_measure(row))
        };
        // Of a plan that is theirs as a whole its document's own total is told, with its mark.
        if is_whole && (plan.required.is_some() || plan.achieved.is_some()) {
            return Some(MoneyLine {
                plan: Some(plan),
                required: plan.required.clone(),
                achieved: plan.achieved.clone(),
                share: plan.share,
                required_years: plan.required_years.clone(),
                achieved_years: plan.achieved_years.clone(),
                achieved_by: plan.achieved_by,
                contested: plan.contested.clone(),
                writer,
            });
        }
        Some(MoneyLine::of_sum(Some(plan), Overview { plans: &[rows] }.money(whose).pop()?, writer))
    };
    let lines: Vec<MoneyLine<'_>> = all.plans_of(whose).filter_map(line).collect();
    if lines.len() < 2 {
        return None;
    }
    let total = all.money(whose).into_iter().map(|sum| MoneyLine::of_sum(None, sum, writer));
    let total: Vec<_> = total.map(|line| (RowClass::Total, line)).collect();
    let lines = lines.into_iter().map(TableLine::item);
    let table = Table::new("money-table", context.word("caption_money")).filled(context.locale, MONEY, lines);
    Some(table.footed(MONEY, total).fitted())
}
