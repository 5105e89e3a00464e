//! The front page: how things stand in a sentence, what needs attention, every plan, what is new.

use std::sync::Arc;

use super::{
    Block, Page, SiteFacts, ViewContext, editions,
    figures::levels_figure,
    flow::{self, LevelChange},
    levels::{chips, levels_in_cell},
    lists::{OfPlan, owner},
    overview::{Overview, days_ago, push_legends},
    prose, since,
    writer::{PageHead, PageWriter, heading},
};
use crate::{
    model::LevelCounts,
    summary::{EditionSummary, LATEST_UPDATES, MeasureSummary, PlanRow, PlanSummary, Scope, UpdateSummary},
    table::{Cell, CellValue, Chip, Column, ColumnKind, Remark, Row, RowSet, Table, TableLine},
    wording::state_in_words,
};

/// The most measures that the front page lists as needing attention.
const ATTENTION: usize = 25;

/// Makes the front page.
pub(super) fn page(desk: &ViewContext, all: Overview, facts: &SiteFacts) -> Page {
    let draft = PageWriter::new(desk, desk.book.home().clone());
    let sentence = state(desk, all);
    let mut blocks = vec![Block::Lead { text: sentence.clone(), chip: None, note: None }];
    blocks.extend(flow::level_sentence(desk, all, Scope::All));
    if let Some(words) = facts.front {
        blocks.push(Block::Prose { html: prose::html(words, &draft) });
    }
    if let Some(closed) = facts.closed_since.filter(|closed| *closed > 0) {
        blocks.push(editions::left_out(desk, closed, facts.is_redacted));
    }
    blocks.push(Block::Tiles { tiles: all.tiles(desk, Scope::All) });
    attention(&mut blocks, &draft, all);
    if let Some(table) = plans_table(&draft, all.plans, since::gone_plans(desk, all.plans)) {
        blocks.push(heading("plans", desk.word("nav_plans")));
        blocks.push(Block::Table(table));
    }
    levels(&mut blocks, &draft, all);
    updates(&mut blocks, &draft, all);
    push_legends(&mut blocks, desk, &all.scales());
    let head = PageHead {
        template: "home.html",
        section: "home",
        title: desk.word("home_title").to_owned(),
        description: sentence,
        crumbs: Vec::new(),
        updated: all.plans.iter().filter_map(|rows| rows.plan.as_of).max().map(|date| desk.date(date)),
    };
    draft.finish(head, blocks)
}

/// Says in a sentence how all stands.
fn state(desk: &ViewContext, all: Overview) -> String {
    let counts = all.levels(Scope::All);
    let words = state_in_words(desk, desk.site, &counts);
    let date = desk.locale.date(desk.site.as_of);
    match counts.all() {
        0 => desk.say("home-state-plans", &[("date", (&date).into()), ("plans", all.plans.len().into())]),
        _ => desk.say("state-as-of", &[("date", (&date).into()), ("state", (&words).into())]),
    }
}

/// Measures that need attention.
struct Alarming;

impl RowSet for Alarming {
    type Row<'r> = OfPlan<'r, MeasureSummary>;
}

const ALARMING: &[&Column<Alarming>] = &[
    &Column::name("measure", "col_measure", |row, _| {
        Cell::of(row.measure_name(row.row.number.as_ref(), &row.row.title))
            .in_language(row.plan.language)
            .leads(row.draft.href(&row.row.page))
    }),
    &Column::word("plan", "col_plan", |row, _| row.plan_title()),
    &Column::status("status", "col_status", |row, _| Cell::chips(chips(row.draft.desk, row.row.level))),
    &Column::word("owner", "col_owner", |row, _| owner(row.draft, &row.row.owners)),
    &Column::date("updated", "col_updated", |row, _| {
        let desk = row.draft.desk;
        let ago = row.row.updated.map(|date| days_ago(desk, desk.site.days_since(date)));
        Cell::date(row.row.updated).remarked(ago.filter(|ago| !ago.is_empty()).map(Remark::Text))
    }),
];

fn attention(blocks: &mut Vec<Block>, draft: &PageWriter, all: Overview) {
    let desk = draft.desk;
    let found = all.attention(desk, Scope::All);
    blocks.push(heading("attention", desk.word("block_attention")));
    if found.is_empty() {
        blocks.push(Block::Text { text: desk.word("attention_none").to_owned() });
        return;
    }
    let changed = desk.since.map(|then| {
        since::column(desk, then, |row: &OfPlan<'_, MeasureSummary>, _| {
            since::of_measure(row.draft.desk, row.plan, row.row, &[], &[]).unwrap_or_default()
        })
    });
    let columns: Vec<&Column<Alarming>> = ALARMING.iter().copied().chain(&changed).collect();
    let lines = found.iter().take(ATTENTION).map(|(plan, row)| TableLine::item(OfPlan { plan, row: *row, draft }));
    let table = Table::new("attention-table", desk.word("caption_attention")).filled(desk.locale, &columns, lines);
    blocks.push(Block::Table(since::fitted(desk, table)));
    if let Some(more) = found.len().checked_sub(ATTENTION).filter(|more| *more > 0) {
        blocks.push(Block::Text { text: desk.say("attention-more", &[("count", more.into())]) });
    }
}

/// All plans.
struct Plans;

impl RowSet for Plans {
    type Row<'r> = PlanLine<'r>;
}

/// A plan in the table of all.
struct PlanLine<'r> {
    plan: &'r PlanRow,
    draft: &'r PageWriter<'r>,
}

const PLANS: &[&Column<Plans>] = &[
    &Column::name("plan", "col_plan", |row, _| {
        let title = Cell::of(row.plan.title.as_str()).in_language(row.plan.language);
        let title = title.leads(row.draft.href(&row.plan.page));
        title.remarked(row.plan.finished.map(|date| Remark::Text(row.draft.desk.finished(date))))
    }),
    &Column::status("status", "col_status", |row, _| Cell::chips(chips(row.draft.desk, row.plan.level))),
    &Column::status("measures", "col_measures", |row, _| levels_in_cell(row.draft.desk, &row.plan.levels)),
    &Column::amount("required", "col_required", |row, _| {
        Cell::contested(row.plan.required.as_ref(), row.plan.contested.required.as_ref())
    }),
    &Column::amount("achieved", "col_achieved", |row, _| {
        Cell::contested(row.plan.achieved.as_ref(), row.plan.contested.achieved.as_ref())
    }),
    &Column::share("share", "col_share", |row, _| {
        let both = row.plan.required.as_ref().zip(row.plan.achieved.as_ref());
        let share = both.and_then(|(required, achieved)| achieved.share_of(required));
        share.map_or_else(Cell::default, |share| Cell::of(CellValue::Share(share)))
    }),
    &Column::word("committee", "col_committee", |row, _| {
        row.plan.committees.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ").into()
    }),
    &Column::date("updated", "col_updated", |row, _| Cell::date(row.plan.as_of)),
];

/// Makes the table of some plans, with what is gone of them.
pub(super) fn plans_table(draft: &PageWriter, plans: &[&PlanSummary], gone: Option<Row>) -> Option<Table> {
    let desk = draft.desk;
    let changed = desk.since.map(|then| {
        since::column(desk, then, |row: &PlanLine<'_>, _| since::of_plan(row.draft.desk, row.plan).unwrap_or_default())
    });
    let columns: Vec<&Column<Plans>> = PLANS.iter().copied().chain(&changed).collect();
    let lines = plans.iter().map(|rows| TableLine::item(PlanLine { plan: &rows.plan, draft }));
    let gone = gone.map(TableLine::Across);
    let table = Table::new("plans-table", desk.word("caption_plans")).filled(desk.locale, &columns, lines.chain(gone));
    (!table.rows.is_empty()).then(|| since::fitted(desk, table))
}

/// Adds how many measures stand at each level, as a chart with its numbers or the numbers alone.
fn levels(blocks: &mut Vec<Block>, draft: &PageWriter, all: Overview) {
    let desk = draft.desk;
    let counts = all.levels(Scope::All);
    if counts.all() == counts.without {
        return;
    }
    blocks.push(heading("levels", desk.word("block_levels")));
    let figure = levels_figure(desk, &counts);
    let mut block = figure.unwrap_or_else(|| Block::Table(levels_table(desk, &counts)));
    if let (Block::Chart(figure), Some(then)) = (&mut block, desk.since) {
        let figure = Arc::make_mut(figure);
        let table = std::mem::take(&mut figure.table);
        figure.table = since::once(desk, level_changes(desk, all, then, table));
    }
    blocks.push(block);
}

/// Levels, and how many measures more or fewer stand at each.
struct LevelChanges;

impl RowSet for LevelChanges {
    type Row<'r> = LevelChange;
}

/// Makes the numbers of the chart of levels anew, with what became of them since an edition.
fn level_changes(desk: &ViewContext, all: Overview, then: &EditionSummary, table: Table) -> Table {
    let mut heads = table.columns.iter().map(|column| column.head.clone());
    let level: Column<LevelChanges> = Column::name("level", "", |row, _| row.word.as_str().into());
    let count: Column<LevelChanges> = Column::count("count", "", |row, _| row.now.into());
    let step = since::column(desk, then, |row: &LevelChange, _| {
        row.step.clone().map_or_else(|| since::cell(Vec::new()), |step| Cell::of(CellValue::Step(step)))
    });
    let columns = [
        level.headed(heads.next().unwrap_or_default()),
        count.headed(heads.next().unwrap_or_default()),
        Column { kind: ColumnKind::Amount, ..step },
    ];
    table.filled(desk.locale, &columns, flow::levels(desk, all, then).into_iter().map(TableLine::item))
}

/// Counts per level.
struct LevelTotals;

impl RowSet for LevelTotals {
    type Row<'r> = LevelTotal<'r>;
}

/// A level or a place in life, or none, and how many stand there.
struct LevelTotal<'r> {
    chip: Option<Chip>,
    count: usize,
    desk: &'r ViewContext<'r>,
}

const LEVELS: &[&Column<LevelTotals>] = &[
    &Column::name("level", "col_level", |row, _| {
        row.chip.as_ref().map_or_else(|| row.desk.word("without_level"), |chip| chip.word.as_str()).into()
    }),
    &Column::status("status", "col_status", |row, _| Cell::chips(row.chip.clone())),
    &Column::count("measures", "col_measures", |row, _| row.count.into()),
];

/// Makes the table of counts per level.
fn levels_table(desk: &ViewContext, counts: &LevelCounts) -> Table {
    let levels = counts.levels.iter().map(|(level, count)| (desk.level(*level), *count));
    let lifecycles = counts.lifecycles.iter().map(|(lifecycle, count)| (Some(desk.lifecycle(*lifecycle)), *count));
    let without = (counts.without > 0).then_some((None, counts.without));
    let all = levels.chain(lifecycles).chain(without);
    let lines = all.map(|(chip, count)| TableLine::item(LevelTotal { chip, count, desk }));
    Table::new("levels-table", desk.word("caption_levels")).filled(desk.locale, LEVELS, lines)
}

/// The latest statuses.
struct Updates;

impl RowSet for Updates {
    type Row<'r> = OfPlan<'r, UpdateSummary>;
}

const UPDATES: &[&Column<Updates>] = &[
    &Column::name("measure", "col_measure", |row, _| {
        let name = row.measure_name(row.row.number.as_ref(), &row.row.title);
        Cell::of(name).in_language(row.plan.language).leads(row.draft.href_at(&row.row.page, &row.row.date.iso()))
    }),
    &Column::word("plan", "col_plan", |row, _| row.plan_title()),
    &Column::status("status", "col_status", |row, _| {
        let desk = row.draft.desk;
        let both = row.row.before.zip(row.row.level).filter(|(before, after)| before != after);
        let was = both.map(|(before, _)| desk.say("remark-was", &[("word", desk.level_word(before).into())]));
        Cell::chips(chips(desk, row.row.level)).remarked(was.map(Remark::Text))
    }),
    &Column::amount("achieved", "col_achieved", |row, _| Cell::figure(row.row.achieved.as_ref())),
    &Column::date("date", "col_date", |row, _| Cell::date(Some(row.row.date))),
];

fn updates(blocks: &mut Vec<Block>, draft: &PageWriter, all: Overview) {
    let desk = draft.desk;
    let mut latest: Vec<(&PlanRow, &UpdateSummary)> =
        all.plans.iter().flat_map(|rows| rows.updates.iter().map(|row| (&rows.plan, row))).collect();
    latest.sort_by_key(|(_, row)| std::cmp::Reverse(row.date));
    latest.truncate(LATEST_UPDATES);
    if latest.is_empty() {
        return;
    }
    let lines = latest.iter().map(|(plan, row)| TableLine::item(OfPlan { plan, row: *row, draft }));
    let table = Table::new("updates-table", desk.word("caption_updates")).filled(desk.locale, UPDATES, lines);
    blocks.push(heading("updates", desk.word("block_updates")));
    blocks.push(Block::Table(table.fitted()));
}
