//! Committees: the list of them, and for each what is on its table.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Block, Page, PageLink, Tile, ViewContext, attention, calendar, disagreements,
    figures::levels_over_time_figure,
    flow, history,
    home::plans_table,
    levels::{levels_in_cell, measures_in_words},
    lists::{OfPlan, measures_tables, milestones_table, missing_table, money_table, plans_without_measures},
    meeting_days::next_meeting,
    overview::{self, Overview, PlansByOwner, push_legends},
    recent, since, tables,
    writer::{PageHead, PageWriter, contents, heading, lead, section},
};
use crate::{
    model::{Committee, Edition},
    summary::{MeetingSummary, PlanRow, Scope, TableRows},
    table::{Cell, Column, PageNote, Row, RowClass, RowSet, Table, TableLine},
    value::{Date, FootnoteMark, Id, Period, RelPath},
};

/// The committees of the register.
struct Committees;

impl RowSet for Committees {
    type Row<'r> = CommitteeLine<'r>;
}

/// A committee and the plans in which it finds something.
struct CommitteeLine<'r> {
    committee: &'r Committee,
    all: Overview<'r>,
    writer: &'r PageWriter<'r>,
}

impl<'r> CommitteeLine<'r> {
    fn whose(&self) -> Scope<'r> {
        Scope::Committee(&self.committee.id)
    }
}

const COLUMNS: &[&Column<Committees>] = &[
    &Column::word("code", "col_code", |row, _| row.committee.id.as_str().into()),
    &Column::name("committee", "col_committee", |row, _| {
        let page = row.writer.context.addresses.committee(&row.committee.id);
        Cell::of(row.committee.name.as_str()).leads(page.map(|page| row.writer.href(page)).unwrap_or_default())
    }),
    &Column::count("plans", "col_plans", |row, _| row.all.plans_of(row.whose()).count().into()),
    &Column::status("measures", "col_measures", |row, _| {
        levels_in_cell(row.writer.context, &row.all.levels(row.whose()))
    }),
    &Column::count("attention", "tile_attention", |row, _| {
        row.all.need_attention(row.writer.context, row.whose()).into()
    }),
];

/// Makes the list of committees.
pub(super) fn list(context: &ViewContext, index: &PlansByOwner) -> Page {
    let writer = PageWriter::new(context, context.addresses.committees().clone());
    let changed = context.since.map(|then| {
        since::column(context, then, |row: &CommitteeLine<'_>, _| {
            flow::of_levels(row.writer.context, row.all, row.whose()).unwrap_or_default()
        })
    });
    let columns: Vec<&Column<Committees>> = COLUMNS.iter().copied().chain(&changed).collect();
    let line =
        |committee| TableLine::item(CommitteeLine { committee, all: index.committee(&committee.id), writer: &writer });
    let lines = context.site.committees.values().map(line);
    let table = Table::new("committees-table", context.word("nav_committees")).kept_open().filled(
        context.locale,
        &columns,
        lines,
    );
    let head = PageHead {
        template: "committees.html",
        section: "committees",
        title: context.word("nav_committees").to_owned(),
        description: context.word("committees_lead").to_owned(),
        crumbs: Vec::new(),
        updated: None,
    };
    let mut blocks = vec![lead(context.word("committees_lead").to_owned())];
    if !table.rows.is_empty() {
        blocks.push(Block::Table(since::once(context, table)));
    }
    writer.finish(head, blocks)
}

/// Makes the page of a committee.
pub(super) fn page(
    context: &ViewContext,
    all: Overview,
    committee: &Committee,
    edition: Option<&Edition>,
) -> Option<Page> {
    let writer = PageWriter::new(context, context.addresses.committee(&committee.id)?.clone());
    let whose = Scope::Committee(&committee.id);
    let state = measures_in_words(context, &all.levels(whose));
    // An edition is of the past: what was then to come may be over.
    let next = next_meeting(context, all, &committee.id).filter(|_| edition.is_none());
    let next = next.map(|date| next_meeting_in_words(context, date));
    let text = [Some(state), next].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let mut blocks = vec![Block::Lead { text: text.clone(), chip: None, note: committee.note.clone() }];
    let has_measures = all.levels(whose).all() > 0;
    push_answer(&mut blocks, &writer, all, whose);
    let after_answer = blocks.len();
    push_tables(&mut blocks, &writer, all, whose);
    figures(&mut blocks, &writer, all, &committee.id, has_measures);
    section(&mut blocks, context, "meetings", "block_meetings", meetings(&writer, all, &committee.id));
    calendar::push_link(&mut blocks, &writer, all.plans, Some(&committee.id));
    if let Some(pack) = meeting_pack(context, all, committee, edition) {
        blocks.push(heading("pack", context.word("block_pack")));
        let document = context.addresses.pack_document(&committee.id, edition.map(|edition| &edition.id));
        let document = document.filter(|_| context.site.offers("pdf"));
        let document = document.map(|path| writer.link(&path, context.word("pack_pdf")));
        let links = std::iter::once(writer.link(&pack, context.word("pack_link"))).chain(document).collect();
        blocks.push(Block::Links { links });
    }
    blocks.extend(editions_of(&writer, committee));
    let times = all.levels_over_time(whose);
    if let Some(figure) = levels_over_time_figure(context, &times, all.comparable(context.site, whose, &times)) {
        blocks.push(heading("status-over-time", context.word("block_grid")));
        blocks.push(figure);
    }
    let recorded = history::of_committee(context, all.plans, &committee.id);
    let whole = context.addresses.committee_history(&committee.id);
    let whole = whole.map(|page| writer.link(&page, context.word("history_all")));
    let feed = writer.link(&history::feed_of(&writer.path), context.word("history_feed"));
    let links: Vec<PageLink> = whole.into_iter().chain([feed]).collect();
    if !recorded.is_empty() {
        // What changed since the last edition stands above; all of it on a page of its own.
        blocks.push(heading("log", context.word("block_log")));
        blocks.push(Block::Links { links });
    }
    section(&mut blocks, context, "missing", "block_missing", missing_table(&writer, &all.missing(whose)));
    push_legends(&mut blocks, context, &all.scales_of(&committee.id));
    contents(&mut blocks, after_answer, context);
    let head = PageHead {
        template: "committee.html",
        section: "committees",
        title: committee.name.clone(),
        description: text,
        crumbs: vec![writer.link(context.addresses.committees(), context.word("nav_committees"))],
        updated: all.plans_of(whose).filter_map(|rows| rows.plan.as_of).max().map(|date| context.date(date)),
    };
    Some(writer.finish(head, blocks))
}

/// Returns where the meeting pack of a committee lies, where it has one.
pub(super) fn meeting_pack(
    context: &ViewContext,
    all: Overview,
    committee: &Committee,
    edition: Option<&Edition>,
) -> Option<RelPath> {
    let is_theirs = |edition: &Edition| edition.committee.as_ref().is_none_or(|own| *own == committee.id);
    let has_any = !all.plans.is_empty() && edition.is_none_or(is_theirs);
    has_any.then(|| context.addresses.meeting_pack(&committee.id)).flatten()
}

/// Adds what comes first of all that is somebody's: what needs attention, what changed, and what it comes to.
pub(super) fn push_answer<'r>(
    blocks: &mut Vec<Block>,
    writer: &'r PageWriter<'r>,
    all: Overview<'r>,
    whose: Scope<'r>,
) {
    let context = writer.context;
    if all.levels(whose).all() > 0 {
        let (left, right) = (attention::list(writer, all, whose), recent::list(writer, all, whose));
        match right.is_empty() {
            true => blocks.extend(left),
            false => blocks.push(Block::Columns { left, right }),
        }
    }
    let tiles = all.money_tiles(context, whose);
    let money = money_table(writer, all, whose);
    if !tiles.is_empty() || money.is_some() {
        blocks.push(heading("money", context.word("block_money")));
    }
    let tiles_shown = !tiles.is_empty();
    if tiles_shown {
        let target = if money.is_some() { "#money-table" } else { "#measures" };
        let leads = |tile: Tile| Tile { href: Some(target.to_owned()), ..tile };
        blocks.push(Block::Tiles { tiles: tiles.into_iter().map(leads).collect() });
    }
    let doubted = if tiles_shown || money.is_some() { disagreements::doubted(writer, all) } else { None };
    blocks.extend(money.map(Block::Table).into_iter().chain(doubted));
}

/// Adds the tables of somebody's measures, of their plans without measures, and of the milestones ahead.
pub(super) fn push_tables<'r>(
    blocks: &mut Vec<Block>,
    writer: &'r PageWriter<'r>,
    all: Overview<'r>,
    whose: Scope<'r>,
) {
    let context = writer.context;
    let measures = measures_tables(writer, all.plans_of(whose), whose);
    if !measures.is_empty() {
        blocks.push(heading("measures", context.word("block_measures")));
    }
    blocks.extend(measures.into_iter().map(Block::Table));
    let plans = plans_table(writer, &plans_without_measures(all, whose), None);
    section(blocks, context, "plans", "nav_plans", plans);
    let ahead = all.milestones_ahead(context, whose);
    let caption = context.say("caption-milestones-ahead", &[("days", i64::from(overview::DAYS_AHEAD).into())]);
    let gone = since::gone_milestones(context, all.plans, whose, |row| overview::is_ahead(context, row));
    let milestones = milestones_table(writer, "milestones-table", caption, &ahead, gone);
    section(blocks, context, "milestones", "block_milestones_ahead", milestones);
}

fn next_meeting_in_words(context: &ViewContext, date: Date) -> String {
    context.say("committee-next-meeting", &[("date", (&context.locale.date(date)).into())])
}

/// Lists the editions that the committee, or no committee by name, had in front of it. An edition lists none.
fn editions_of(writer: &PageWriter, committee: &Committee) -> Vec<Block> {
    let context = writer.context;
    let is_own = |edition: &&Edition| {
        edition.as_of <= context.site.as_of && edition.committee.as_ref().is_none_or(|own| *own == committee.id)
    };
    let own = context.site.editions.iter().rev().filter(is_own).filter(|_| context.past.is_some());
    let link = |edition: &Edition| Some(writer.link(context.addresses.edition(&edition.id)?, edition.title.as_str()));
    let links: Vec<PageLink> = own.filter_map(link).collect();
    if links.is_empty() {
        return Vec::new();
    }
    vec![heading("editions", context.word("nav_editions")), Block::Links { links }]
}

/// Adds the rows of figure tables that are the committee's; folded where its measures are what the page is about.
pub(super) fn figures(blocks: &mut Vec<Block>, writer: &PageWriter, all: Overview, committee: &Id, is_folded: bool) {
    let context = writer.context;
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    let mut tables = Vec::new();
    for rows in all.plans {
        for table in &rows.tables {
            let Some(mut own) = of_committee(table, committee) else { continue };
            // Two plans may have a table of one name.
            let seen = ids.entry(own.id.clone()).or_default();
            *seen = seen.saturating_add(1);
            if *seen > 1 {
                own.id = format!("{}-{seen}", own.id);
            }
            let plan = Cell::of(rows.plan.title.as_str()).in_language(rows.plan.language);
            let plan = plan.leads(writer.href(&rows.plan.page));
            own.rows.insert(0, Row::across(RowClass::Heading, plan));
            tables.push(Block::Table(own));
        }
    }
    if !tables.is_empty() {
        blocks.push(heading("tables", context.word("block_tables")));
        if is_folded {
            let summary = context.say("committee-tables", &[("count", tables.len().into())]);
            blocks.push(Block::Folded { summary, blocks: tables });
        } else {
            blocks.append(&mut tables);
        }
    }
}

/// Returns the rows of a table that are a committee's, with their own notes, marked from the first mark on.
fn of_committee(table: &TableRows, committee: &Id) -> Option<Table> {
    let own = table.rows.iter().filter(|(id, _)| id == committee).map(|(_, row)| row.clone());
    let mut rows: Vec<Row> = own.collect();
    let marks: BTreeSet<String> =
        rows.iter_mut().flat_map(|row| &mut row.cells).filter_map(|cell| Some(cell.mark_mut()?.to_string())).collect();
    let mut notes: Vec<PageNote> = table.head.notes.iter().filter(|note| marks.contains(&note.mark)).cloned().collect();
    let renamed: BTreeMap<String, FootnoteMark> =
        notes.iter().map(|note| note.mark.clone()).zip((0..).map(FootnoteMark::nth)).collect();
    for mark in rows.iter_mut().flat_map(|row| &mut row.cells).filter_map(|cell| cell.mark_mut()) {
        if let Some(new) = renamed.get(&mark.to_string()) {
            *mark = *new;
        }
    }
    for (nth, note) in notes.iter_mut().enumerate() {
        note.mark = FootnoteMark::nth(nth).to_string();
    }
    (!rows.is_empty()).then(|| Table { rows, notes, ..table.head.clone() })
}

/// Decisions of a committee and the meetings that reports go to.
struct Meetings;

impl RowSet for Meetings {
    type Row<'r> = OfPlan<'r, MeetingSummary>;
}

const MEETINGS: &[&Column<Meetings>] = &[
    &Column::name("what", "col_what", |row, _| {
        let href = match row.row.fragment {
            Some(fragment) => row.writer.href_at(&row.row.page, fragment),
            None => row.writer.href(&row.row.page),
        };
        Cell::of(row.row.title.as_str()).in_language(row.plan.language).leads(href)
    }),
    &Column::word("kind", "col_kind", |row, _| {
        row.writer.context.word(if row.row.decided.is_some() { "meeting_decision" } else { "meeting_report" }).into()
    }),
    &Column::status("state", "col_state", |row, _| {
        Cell::chips(row.row.decided.map(|decided| tables::decision_state(row.writer.context, decided)))
    }),
    &Column::date("date", "col_date", |row, _| {
        let is_overdue =
            row.row.decided == Some(false) && row.row.date.is_some_and(|date| is_past(row.writer.context, date));
        let is_overdue = is_overdue && row.plan.finished.is_none();
        Cell::date(row.row.date).overdue_if(is_overdue)
    }),
    &Column::word("plan", "col_plan", |row, _| row.plan_title()),
];

/// Makes the table of what a committee decides and of the reports that go to it.
pub(super) fn meetings(writer: &PageWriter, all: Overview, committee: &Id) -> Option<Table> {
    let context = writer.context;
    let mut found: Vec<(&PlanRow, &MeetingSummary)> =
        all.plans.iter().flat_map(|rows| rows.meetings.iter().map(|row| (&rows.plan, row))).collect();
    found.retain(|(_, row)| row.committee.as_ref() == Some(committee));
    found.sort_by_key(|(_, row)| (row.date.is_none(), row.date.map(std::cmp::Reverse)));
    let lines = found.iter().map(|(plan, row)| TableLine::item(OfPlan { plan, row: *row, writer }));
    Table::new("meetings-table", context.word("caption_meetings"))
        .filled(context.locale, MEETINGS, lines)
        .fitted_if_any()
}

fn is_past(context: &ViewContext, date: Period) -> bool {
    date.last() < context.site.as_of
}
