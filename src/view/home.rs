//! The front page: how things stand in a sentence, what needs attention, what changed, every plan with its money.

use std::{cmp::Reverse, sync::Arc};

use super::{
    Block, Page, SiteFacts, Tile, ViewContext, attention, disagreements, editions,
    figures::levels_figure,
    flow::{self, LevelChange},
    levels::{chips, levels_in_cell},
    overview::{Overview, PlansByOwner, push_legends},
    prose, recent, since, tables,
    writer::{PageHead, PageWriter, heading},
};
use crate::{
    model::{Committee, Difference, LevelCounts},
    summary::{EditionSummary, PlanRow, PlanSummary, Scope},
    table::{Cell, CellValue, CheckedFigure, Chip, Column, ColumnKind, Remark, Row, RowSet, Table, TableLine},
    value::{Amount, Figure, Magnitude, Unit},
    wording::state_in_words,
};

/// Makes the front page: the answer first, then what it rests on.
pub(super) fn page(context: &ViewContext, all: Overview, committees: &PlansByOwner, facts: &SiteFacts) -> Page {
    let writer = PageWriter::new(context, context.addresses.home().clone());
    let sentence = state(context, all);
    let mut blocks = vec![Block::Lead { text: sentence.clone(), chip: None, note: None }];
    if let Some(closed) = facts.closed_since.filter(|closed| *closed > 0) {
        blocks.push(editions::left_out(context, closed, facts.is_redacted));
    }
    blocks.extend(editions::last_of_all(&writer, facts.editions));
    let (left, right) = (attention::list(&writer, all, Scope::All), recent::list(&writer, all, Scope::All));
    match left.is_empty() || right.is_empty() {
        true => blocks.extend(left.into_iter().chain(right)),
        false => blocks.push(Block::Columns { left, right }),
    }
    let tiles = all.money_tiles(context, Scope::All);
    if !tiles.is_empty() {
        // What is added up stands in the table of plans.
        let leads = |tile: Tile| Tile { href: Some("#plans".to_owned()), ..tile };
        blocks.push(Block::Tiles { tiles: tiles.into_iter().map(leads).collect() });
    }
    if let Some(table) = worst_plans_table(&writer, all.plans) {
        blocks.push(heading("plans", context.word("nav_plans")));
        blocks.push(Block::Table(table));
        blocks.extend(disagreements::doubted(&writer, all));
    }
    if let Some(table) = committees_table(&writer, committees) {
        blocks.push(heading("committees", context.word("nav_committees")));
        blocks.push(Block::Table(table));
    }
    let scales = all.scales();
    if facts.front.is_some() || !scales.is_empty() {
        blocks.push(heading("about", context.word("nav_about")));
    }
    if let Some(words) = facts.front {
        blocks.push(Block::Prose { html: prose::html(words, &writer) });
    }
    push_legends(&mut blocks, context, &scales);
    let head = PageHead {
        template: "home.html",
        section: "home",
        title: context.word("home_title").to_owned(),
        description: sentence,
        crumbs: Vec::new(),
        updated: all.plans.iter().filter_map(|rows| rows.plan.as_of).max().map(|date| context.date(date)),
    };
    writer.finish(head, blocks)
}

/// Says in a sentence how all stands.
fn state(context: &ViewContext, all: Overview) -> String {
    let counts = all.levels(Scope::All);
    let words = state_in_words(context, context.site, &counts);
    let date = context.locale.date(context.site.as_of);
    match counts.all() {
        0 => context.say("home-state-plans", &[("date", (&date).into()), ("plans", all.plans.len().into())]),
        _ => context.say("state-as-of", &[("date", (&date).into()), ("state", (&words).into())]),
    }
}

/// All plans.
struct Plans;

impl RowSet for Plans {
    type Row<'r> = PlanLine<'r>;
}

/// A plan in the table of all.
struct PlanLine<'r> {
    rows: &'r PlanSummary,
    plan: &'r PlanRow,
    writer: &'r PageWriter<'r>,
    /// The unit that the money of all rows is told in, where they have one.
    unit: Option<&'r Unit>,
}

impl PlanLine<'_> {
    fn money(&self, figure: Option<&Figure>, checked: Option<&CheckedFigure>) -> Cell {
        let told = checked.zip(self.unit).and_then(|(checked, unit)| in_unit(checked, unit));
        Cell::contested(figure, told.as_ref().or(checked))
    }
}

/// Returns the same in another unit, what is said of the difference included.
fn in_unit(checked: &CheckedFigure, unit: &Unit) -> Option<CheckedFigure> {
    let stated = Figure { amount: Some(checked.stated.amount.as_ref()?.to(unit)?), ..checked.stated.clone() };
    let computed = Figure { amount: Some(checked.computed.amount.as_ref()?.to(unit)?), ..checked.computed.clone() };
    let difference = match &checked.difference {
        Some(found) => Some(Difference { size: found.size.to(unit)?, ..found.clone() }),
        None => None,
    };
    Some(CheckedFigure { stated, computed, difference })
}

/// The most decimals of money that readers compare down a column.
const COMPARED_DECIMALS: u32 = 2;

/// Returns the unit in which readers can compare the money of some plans: the coarsest of those they use in which no figure
/// loses a digit or has more than two decimals, else a finer one. Nothing where they count in units that do not convert.
fn common_unit<'r>(plans: impl Iterator<Item = &'r PlanRow> + Clone) -> Option<Unit> {
    let figures = plans.flat_map(|plan| [&plan.required, &plan.achieved]).flatten();
    let amounts: Vec<&Amount> = figures.filter_map(|figure| figure.amount.as_ref()).collect();
    let magnitude = |amount: &&Amount| match amount.unit {
        Unit::Money(magnitude, _) => Some(magnitude),
        _ => None,
    };
    let Unit::Money(_, currency) = amounts.first()?.unit else { return None };
    let used: Option<Vec<Magnitude>> = amounts.iter().map(magnitude).collect();
    let coarsest = used?.into_iter().max()?;
    let all = [Magnitude::Billion, Magnitude::Million, Magnitude::Thousand, Magnitude::One];
    let units = all.into_iter().filter(|magnitude| *magnitude <= coarsest).map(|one| Unit::Money(one, currency));
    let is_readable = |amount: &Amount, unit: &Unit| {
        amount.to(unit).is_some_and(|amount| amount.shown().normalize().scale() <= COMPARED_DECIMALS)
    };
    units.into_iter().find(|unit| amounts.iter().all(|amount| is_readable(amount, unit)))
}

/// Makes a table of plans whose money is told in one unit, where there is one.
fn in_one_unit<'r>(
    writer: &'r PageWriter<'r>,
    table: Table,
    columns: &[&Column<Plans>],
    lines: impl Iterator<Item = TableLine<PlanLine<'r>>>,
    unit: Option<&Unit>,
) -> Table {
    let context = writer.context;
    let told = |column: &&Column<Plans>| match column.kind {
        ColumnKind::Amount if unit.is_some() => Column { unit: unit.cloned(), ..(*column).clone() },
        _ => (*column).clone(),
    };
    let columns: Vec<Column<Plans>> = columns.iter().map(told).collect();
    let mut table = table.filled(context.locale, &columns, lines);
    table.note = tables::unit_note(context, unit.and_then(|unit| table.counts_in(unit)), None);
    table
}

/// Where each plan stands and what it has come to.
const PLANS: &[&Column<Plans>] = &[
    &Column::name("plan", "col_plan", |row, _| {
        let title = Cell::of(row.plan.title.as_str()).in_language(row.plan.language);
        let title = title.leads(row.writer.href(&row.plan.page));
        title.remarked(row.plan.finished.map(|date| Remark::Text(row.writer.context.finished(date))))
    }),
    &Column::status("status", "col_status", |row, _| Cell::chips(chips(row.writer.context, row.plan.level))),
    &Column::status("measures", "col_measures", |row, _| levels_in_cell(row.writer.context, &row.plan.levels)),
    &Column::amount("required", "col_required", |row, _| {
        row.money(row.plan.required.as_ref(), row.plan.contested.required.as_ref()).of_years(&row.plan.required_years)
    }),
    &Column::amount("achieved", "col_achieved", |row, _| {
        let cell = row.money(row.plan.achieved.as_ref(), row.plan.contested.achieved.as_ref());
        cell.known_of(row.plan.achieved_by).of_years(&row.plan.achieved_years)
    }),
    &Column::share("share", "col_share", |row, _| Cell::share(row.plan.share)),
];

/// Whose each plan is and when it was last told of.
const PLANS_TOLD: &[&Column<Plans>] = &[
    &Column::word("committee", "col_committee", |row, _| {
        row.plan.committees.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ").into()
    }),
    &Column::date("updated", "col_updated", |row, _| Cell::date(row.plan.as_of)),
];

/// Makes the table of all plans, the worst first: those that are finished last, each lot by level, then by what is missing.
fn worst_plans_table(writer: &PageWriter, plans: &[&PlanSummary]) -> Option<Table> {
    let context = writer.context;
    let mut sorted: Vec<&PlanSummary> = plans.to_vec();
    sorted.sort_by_cached_key(|PlanSummary { plan, .. }| {
        let level = plan.level.map(|level| context.site.badness(level));
        (plan.finished.is_some(), Reverse(level), plan.share.is_none(), plan.share)
    });
    let unit = common_unit(sorted.iter().map(|rows| &rows.plan));
    let lines =
        sorted.iter().map(|rows| TableLine::item(PlanLine { rows, plan: &rows.plan, writer, unit: unit.as_ref() }));
    let is_required = sorted.iter().any(|rows| rows.plan.required.is_some());
    let caption = if is_required { "caption_worst_plans" } else { "caption_plans_by_status" };
    let is_mixed = sorted.iter().any(|rows| rows.plan.finished.is_some())
        && sorted.iter().any(|rows| rows.plan.finished.is_none());
    let caption = match is_mixed {
        true => context.say("caption-finished-last", &[("caption", context.word(caption).into())]),
        false => context.word(caption).to_owned(),
    };
    let table = Table::new("plans-table", caption);
    in_one_unit(writer, table, PLANS, lines, unit.as_ref()).fitted_if_any()
}

/// Committees and what needs attention of theirs.
struct CommitteesInBrief;

impl RowSet for CommitteesInBrief {
    type Row<'r> = CommitteeInBrief<'r>;
}

/// A committee and the plans in which it finds something.
struct CommitteeInBrief<'r> {
    committee: &'r Committee,
    all: Overview<'r>,
    writer: &'r PageWriter<'r>,
}

const COMMITTEES: &[&Column<CommitteesInBrief>] = &[
    &Column::name("committee", "col_committee", |row, _| {
        let page = row.writer.context.addresses.committee(&row.committee.id);
        Cell::of(row.committee.name.as_str()).leads(page.map(|page| row.writer.href(page)).unwrap_or_default())
    }),
    &Column::status("attention", "col_status", |row, _| {
        let context = row.writer.context;
        // The level counts open and done alike, as the sentence of the committee's page does.
        let chips = recent::alarm_chips(context, &row.all.levels(Scope::Committee(&row.committee.id)));
        if chips.is_empty() { context.word("attention_nothing").into() } else { Cell::chips(chips) }
    }),
    &Column::count("measures", "col_measures", |row, _| {
        row.all.levels(Scope::Committee(&row.committee.id)).all().into()
    }),
];

/// Makes the table of the committees that have measures.
fn committees_table(writer: &PageWriter, index: &PlansByOwner) -> Option<Table> {
    let context = writer.context;
    let line = |committee| CommitteeInBrief { committee, all: index.committee(&committee.id), writer };
    let lines = context.site.committees.values().map(line);
    let lines =
        lines.filter(|line| line.all.levels(Scope::Committee(&line.committee.id)).all() > 0).map(TableLine::item);
    Table::new("committees-table", context.word("caption_committees"))
        .filled(context.locale, COMMITTEES, lines)
        .fitted_if_any()
}

/// Makes the table of some plans, with what is gone of them.
pub(super) fn plans_table(writer: &PageWriter, plans: &[&PlanSummary], gone: Option<Row>) -> Option<Table> {
    let context = writer.context;
    let changed = context.since.map(|then| {
        since::column(context, then, |row: &PlanLine<'_>, _| {
            let context = row.writer.context;
            since::of_plan(context, row.rows, flow::stated_moves(context, row.rows)).unwrap_or_default()
        })
    });
    let columns: Vec<&Column<Plans>> = PLANS.iter().chain(PLANS_TOLD).copied().chain(&changed).collect();
    let unit = common_unit(plans.iter().map(|rows| &rows.plan));
    let lines =
        plans.iter().map(|rows| TableLine::item(PlanLine { rows, plan: &rows.plan, writer, unit: unit.as_ref() }));
    let gone = gone.map(TableLine::Across);
    let table = Table::new("plans-table", context.word("caption_plans")).kept_open();
    let table = in_one_unit(writer, table, &columns, lines.chain(gone), unit.as_ref());
    (!table.rows.is_empty()).then(|| since::fitted(context, table))
}

/// Adds how many measures stand at each level, as a chart with its numbers or the numbers alone.
pub(super) fn levels(blocks: &mut Vec<Block>, writer: &PageWriter, all: Overview) {
    let context = writer.context;
    let counts = all.levels(Scope::All);
    if counts.all() == counts.without {
        return;
    }
    blocks.push(heading("levels", context.word("block_levels")));
    let figure = levels_figure(context, &counts);
    let mut block = figure.unwrap_or_else(|| Block::Table(levels_table(context, &counts)));
    if let (Block::Chart(figure), Some(then)) = (&mut block, context.since) {
        let figure = Arc::make_mut(figure);
        let table = std::mem::take(&mut figure.table);
        figure.table = since::once(context, level_changes(context, all, then, table));
    }
    blocks.push(block);
}

/// Levels, and how many measures more or fewer stand at each.
struct LevelChanges;

impl RowSet for LevelChanges {
    type Row<'r> = LevelChange;
}

/// Makes the numbers of the chart of levels anew, with what became of them since an edition.
fn level_changes(context: &ViewContext, all: Overview, then: &EditionSummary, table: Table) -> Table {
    let mut heads = table.columns.iter().map(|column| column.head.clone());
    let level: Column<LevelChanges> = Column::name("level", "", |row, _| row.word.as_str().into());
    let count: Column<LevelChanges> = Column::count("count", "", |row, _| row.now.into());
    let step = since::column(context, then, |row: &LevelChange, _| {
        row.step.clone().map_or_else(|| since::cell(Vec::new()), |step| Cell::of(CellValue::Step(step)))
    });
    let columns = [
        level.headed(heads.next().unwrap_or_default()),
        count.headed(heads.next().unwrap_or_default()),
        Column { kind: ColumnKind::Amount, ..step },
    ];
    table.filled(context.locale, &columns, flow::levels(context, all, then).into_iter().map(TableLine::item))
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
    context: &'r ViewContext<'r>,
}

const LEVELS: &[&Column<LevelTotals>] = &[
    &Column::name("level", "col_level", |row, _| {
        row.chip.as_ref().map_or_else(|| row.context.word("without_level"), |chip| chip.word.as_str()).into()
    }),
    &Column::status("status", "col_status", |row, _| Cell::chips(row.chip.clone())),
    &Column::count("measures", "col_measures", |row, _| row.count.into()),
];

/// Makes the table of counts per level.
fn levels_table(context: &ViewContext, counts: &LevelCounts) -> Table {
    let levels = counts.levels.iter().map(|(level, count)| (context.level(*level), *count));
    let lifecycles = counts.lifecycles.iter().map(|(lifecycle, count)| (Some(context.lifecycle(*lifecycle)), *count));
    let without = (counts.without > 0).then_some((None, counts.without));
    let all = levels.chain(lifecycles).chain(without);
    let lines = all.map(|(chip, count)| TableLine::item(LevelTotal { chip, count, context }));
    Table::new("levels-table", context.word("caption_levels")).in_order().filled(context.locale, LEVELS, lines)
}
