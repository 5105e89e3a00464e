//! The front page: how things stand in a sentence, what needs attention, every plan, what is new.

use std::sync::Arc;

use super::{
    Block, Cell, Column, ColumnClass, Desk, Page, Row, RowClass, SiteFacts, Table,
    draft::{Draft, Head, heading},
    figures::levels_figure,
    flow,
    gathered::{Gathered, Placed, days_ago, push_legends},
    levels::{chips, levels_in_cell, levels_in_words},
    prose,
    rows::{LATEST_UPDATES, PlanRow, UpdateRow},
    scope::Whose,
    since,
};
use crate::value::Figure;

/// The most measures that the front page lists as needing attention.
const ATTENTION: usize = 25;

/// Makes the front page.
pub(super) fn page(desk: &Desk, all: Gathered, facts: &SiteFacts) -> Page {
    let draft = Draft::new(desk, desk.book.home().clone());
    let sentence = state(desk, all);
    let mut blocks = vec![Block::Lead { text: sentence.clone(), chip: None, note: None }];
    blocks.extend(flow::level_sentence(desk, all, Whose::All));
    if let Some(words) = facts.front {
        blocks.push(Block::Prose { html: prose::html(words, &draft) });
    }
    if let Some(closed) = facts.closed_since.filter(|closed| *closed > 0) {
        blocks.push(Block::Text { text: desk.say("banner-hidden", &[("count", closed.into())]) });
    }
    blocks.push(Block::Tiles { tiles: all.tiles(desk, Whose::All) });
    attention(&mut blocks, &draft, all);
    if let Some(table) = plans_table(&draft, all) {
        blocks.push(heading("plans", desk.word("nav_plans")));
        blocks.push(Block::Table(table));
    }
    levels(&mut blocks, &draft, all);
    updates(&mut blocks, &draft, all);
    push_legends(&mut blocks, desk, &all.scales());
    let head = Head {
        template: "home.html",
        section: "home",
        title: desk.word("home_title").to_owned(),
        description: sentence,
        crumbs: Vec::new(),
        updated: all.plans.iter().filter_map(|rows| rows.plan.as_of).max().map(|date| desk.when(date)),
    };
    draft.finish(head, blocks)
}

/// Says in a sentence how all stands.
fn state(desk: &Desk, all: Gathered) -> String {
    let (levels, without) = all.levels(Whose::All);
    let measures = all.measures(Whose::All).count();
    let words = levels_in_words(desk, &levels, without);
    let date = desk.locale.date(desk.site.as_of);
    let key = if measures == 0 { "home-state-plans" } else { "home-state" };
    desk.say(
        key,
        &[
            ("date", (&date).into()),
            ("plans", all.plans.len().into()),
            ("measures", measures.into()),
            ("levels", (&words).into()),
        ],
    )
}

fn attention(blocks: &mut Vec<Block>, draft: &Draft, all: Gathered) {
    let desk = draft.desk;
    let found = all.attention(desk, Whose::All);
    blocks.push(heading("attention", desk.word("block_attention")));
    if found.is_empty() {
        blocks.push(Block::Text { text: desk.word("attention_none").to_owned() });
        return;
    }
    let row = |(plan, row): &Placed| {
        let name = desk.measure_name(row.number.as_ref(), &row.title);
        let owner = row.owners.first();
        let page = owner.and_then(|id| desk.book.owner(id)).map(|page| draft.href(page)).unwrap_or_default();
        let ago = row.updated.map(|date| days_ago(desk, desk.site.days_since(date)));
        Row::new(
            RowClass::Item,
            vec![
                Cell::of(name).leads(draft.href(&row.page)),
                Cell::of(plan.title.as_str()).leads(draft.href(&plan.page)),
                Cell::chips(chips(desk, row.level)),
                Cell::of(owner.map_or("", |id| desk.owner_title(id))).leads(page),
                Cell::date(desk, row.updated).remarked(ago),
            ]
            .into_iter()
            .chain(since::of_measure(desk, plan, row, &[], &[]))
            .collect(),
        )
    };
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: "attention-table".into(),
        caption: desk.word("caption_attention").to_owned(),
        columns: vec![
            column("col_measure", ColumnClass::Head),
            column("col_plan", ColumnClass::Word),
            column("col_status", ColumnClass::Status),
            column("col_owner", ColumnClass::Word),
            column("col_updated", ColumnClass::Word),
        ]
        .into_iter()
        .chain(desk.since.map(|then| since::column(desk, then)))
        .collect(),
        rows: found.iter().take(ATTENTION).map(row).collect(),
        ..Table::default()
    };
    blocks.push(Block::Table(since::fitted(desk, table)));
    if let Some(more) = found.len().checked_sub(ATTENTION).filter(|more| *more > 0) {
        blocks.push(Block::Text { text: desk.say("attention-more", &[("count", more.into())]) });
    }
}

/// Makes the table of all plans.
pub(super) fn plans_table(draft: &Draft, all: Gathered) -> Option<Table> {
    let desk = draft.desk;
    let figure =
        |figure: &Option<Figure>| figure.as_ref().map_or_else(Cell::default, |figure| Cell::of(desk.figure(figure)));
    let row = |plan: &PlanRow| {
        let share = plan.required.as_ref().zip(plan.achieved.as_ref());
        let share = share.and_then(|(required, achieved)| desk.share(achieved, required));
        let committees = plan.committees.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ");
        Row::new(
            RowClass::Item,
            vec![
                Cell::of(plan.title.as_str()).leads(draft.href(&plan.page)),
                Cell::chips(chips(desk, plan.level)),
                levels_in_cell(desk, &plan.levels, plan.without_level),
                figure(&plan.required),
                figure(&plan.achieved),
                share.map_or_else(Cell::default, Cell::of),
                Cell::of(committees),
                Cell::date(desk, plan.as_of),
            ]
            .into_iter()
            .chain(since::of_plan(desk, plan))
            .collect(),
        )
    };
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: "plans-table".into(),
        caption: desk.word("caption_plans").to_owned(),
        columns: vec![
            column("col_plan", ColumnClass::Head),
            column("col_status", ColumnClass::Status),
            column("col_measures", ColumnClass::Status),
            column("col_required", ColumnClass::Number),
            column("col_achieved", ColumnClass::Number),
            column("col_share", ColumnClass::Number),
            column("col_committee", ColumnClass::Word),
            column("col_updated", ColumnClass::Word),
        ]
        .into_iter()
        .chain(desk.since.map(|then| since::column(desk, then)))
        .collect(),
        rows: all.plans.iter().map(|rows| row(&rows.plan)).chain(since::gone_plans(desk, all.plans)).collect(),
        ..Table::default()
    };
    (!table.rows.is_empty()).then(|| since::fitted(desk, table))
}

/// Adds how many measures stand at each level, as a chart with its numbers or the numbers alone.
fn levels(blocks: &mut Vec<Block>, draft: &Draft, all: Gathered) {
    let desk = draft.desk;
    let (levels, without) = all.levels(Whose::All);
    if levels.is_empty() {
        return;
    }
    blocks.push(heading("levels", desk.word("block_levels")));
    let figure = levels_figure(desk, &levels, without);
    let mut block = figure.unwrap_or_else(|| Block::Table(levels_table(desk, &levels, without)));
    if let (Block::Chart(figure), Some(then)) = (&mut block, desk.since) {
        let figure = Arc::make_mut(figure);
        let mut table = std::mem::take(&mut figure.table);
        table.columns.push(Column { class: ColumnClass::Number, ..since::column(desk, then) });
        table.rows = flow::levels(desk, all, then)
            .iter()
            .map(|change| {
                let cells = vec![Cell::of(change.word.as_str()), Cell::of(desk.count(change.now))];
                let step = since::cell(desk, change.step.as_slice());
                Row::new(RowClass::Item, cells.into_iter().chain([step]).collect())
            })
            .collect();
        figure.table = since::once(desk, table);
    }
    blocks.push(block);
}

/// Makes the table of counts per level.
fn levels_table(desk: &Desk, levels: &[(crate::model::LevelRef, usize)], without: usize) -> Table {
    let row = |level: &crate::model::LevelRef, count: usize| {
        let cells = vec![
            Cell::of(desk.level_word(*level)),
            Cell::chips(chips(desk, Some(*level))),
            Cell::of(desk.count(count)),
        ];
        Row::new(RowClass::Item, cells)
    };
    let mut rows: Vec<Row> = levels.iter().map(|(level, count)| row(level, *count)).collect();
    if without > 0 {
        let cells = vec![Cell::of(desk.word("without_level")), Cell::default(), Cell::of(desk.count(without))];
        rows.push(Row::new(RowClass::Item, cells));
    }
    let column = |word, class| Column::new(desk.word(word), class);
    Table {
        id: "levels-table".into(),
        caption: desk.word("caption_levels").to_owned(),
        columns: vec![
            column("col_level", ColumnClass::Head),
            column("col_status", ColumnClass::Status),
            column("col_measures", ColumnClass::Number),
        ],
        rows,
        ..Table::default()
    }
}

fn updates(blocks: &mut Vec<Block>, draft: &Draft, all: Gathered) {
    let desk = draft.desk;
    let mut latest: Vec<(&PlanRow, &UpdateRow)> =
        all.plans.iter().flat_map(|rows| rows.updates.iter().map(|row| (&rows.plan, row))).collect();
    latest.sort_by_key(|(_, row)| std::cmp::Reverse(row.date));
    latest.truncate(LATEST_UPDATES);
    if latest.is_empty() {
        return;
    }
    let row = |(plan, row): &(&PlanRow, &UpdateRow)| {
        let name = desk.measure_name(row.number.as_ref(), &row.title);
        let changed = row
            .before
            .zip(row.level)
            .filter(|(before, after)| before != after)
            .map(|(before, _)| desk.say("remark-was", &[("word", desk.level_word(before).into())]));
        let achieved = row.achieved.as_ref();
        Row::new(
            RowClass::Item,
            vec![
                Cell::of(name).leads(draft.href_at(&row.page, &row.date.iso())),
                Cell::of(plan.title.as_str()).leads(draft.href(&plan.page)),
                Cell::chips(chips(desk, row.level)).remarked(changed),
                achieved.map_or_else(Cell::default, |figure| Cell::of(desk.figure(figure))),
                Cell::date(desk, Some(row.date)),
            ],
        )
    };
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: "updates-table".into(),
        caption: desk.word("caption_updates").to_owned(),
        columns: vec![
            column("col_measure", ColumnClass::Head),
            column("col_plan", ColumnClass::Word),
            column("col_status", ColumnClass::Status),
            column("col_achieved", ColumnClass::Number),
            column("col_date", ColumnClass::Word),
        ],
        rows: latest.iter().map(row).collect(),
        ..Table::default()
    };
    blocks.push(heading("updates", desk.word("block_updates")));
    blocks.push(Block::Table(table.fitted()));
}
