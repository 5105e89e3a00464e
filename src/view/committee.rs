//! Committees: the list of them, and for each what is on its table.

use std::collections::BTreeMap;

use super::{
    Block, Cell, Column, ColumnClass, Desk, Note, Page, Row, RowClass, Table, TableRows,
    draft::{Draft, Head, heading, lead, section},
    figures::levels_over_time_figure,
    flow,
    gathered::{self, Gathered, Index, push_legends},
    history,
    levels::{levels_in_cell, measures_in_words},
    lists::{measures_table, milestones_table, missing_table},
    rows::{MeetingRow, PlanRow},
    scope::Whose,
    since, tables,
};
use crate::{
    model::Committee,
    value::{Id, Period},
};

/// Makes the list of committees.
pub(super) fn list(desk: &Desk, index: &Index) -> Page {
    let draft = Draft::new(desk, desk.book.committees().clone());
    let rows = desk.site.committees.values().map(|committee| {
        let (all, whose) = (index.committee(&committee.id), Whose::Committee(&committee.id));
        let (levels, without) = all.levels(whose);
        let page = desk.book.committee(&committee.id);
        Row::new(
            RowClass::Item,
            vec![
                Cell::of(committee.id.as_str()),
                Cell::of(committee.name.as_str()).leads(page.map(|page| draft.href(page)).unwrap_or_default()),
                Cell::of(desk.count(all.plans_of(whose).count())),
                levels_in_cell(desk, &levels, without),
                Cell::of(desk.count(all.attention(desk, whose).len())),
            ]
            .into_iter()
            .chain(flow::of_levels(desk, all, whose))
            .collect(),
        )
    });
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: "committees-table".into(),
        caption: desk.word("nav_committees").to_owned(),
        columns: vec![
            column("col_code", ColumnClass::Word),
            column("col_committee", ColumnClass::Head),
            column("col_plans", ColumnClass::Number),
            column("col_measures", ColumnClass::Status),
            column("tile_attention", ColumnClass::Number),
        ]
        .into_iter()
        .chain(desk.since.map(|then| since::column(desk, then)))
        .collect(),
        rows: rows.collect(),
        ..Table::default()
    };
    let head = Head {
        template: "committees.html",
        section: "committees",
        title: desk.word("nav_committees").to_owned(),
        description: desk.word("committees_lead").to_owned(),
        crumbs: Vec::new(),
        updated: None,
    };
    let mut blocks = vec![lead(desk.word("committees_lead").to_owned())];
    if !table.rows.is_empty() {
        blocks.push(Block::Table(since::once(desk, table)));
    }
    draft.finish(head, blocks)
}

/// Makes the page of a committee.
pub(super) fn page(desk: &Desk, all: Gathered, committee: &Committee) -> Option<Page> {
    let draft = Draft::new(desk, desk.book.committee(&committee.id)?.clone());
    let whose = Whose::Committee(&committee.id);
    let (levels, without) = all.levels(whose);
    let text = measures_in_words(desk, &levels, without);
    let mut blocks = vec![Block::Lead { text: text.clone(), chip: None, note: committee.note.clone() }];
    blocks.extend(flow::level_sentence(desk, all, whose));
    blocks.push(Block::Tiles { tiles: all.tiles(desk, whose) });
    let caption = desk.word("caption_measures").to_owned();
    let measures = measures_table(&draft, caption, all.plans_of(whose), whose);
    section(&mut blocks, desk, "measures", "block_measures", measures);
    let ahead = all.milestones_ahead(desk, whose);
    let caption = desk.say("caption-milestones-ahead", &[("days", i64::from(gathered::DAYS_AHEAD).into())]);
    let gone = since::gone_milestones(desk, all.plans, whose, |row| gathered::is_ahead(desk, row));
    let milestones = milestones_table(&draft, "milestones-table", caption, &ahead, gone);
    section(&mut blocks, desk, "milestones", "block_milestones_ahead", milestones);
    figures(&mut blocks, &draft, all, &committee.id);
    section(&mut blocks, desk, "meetings", "block_meetings", meetings(&draft, all, &committee.id));
    if let Some(figure) = levels_over_time_figure(desk, &all.levels_over_time(whose)) {
        blocks.push(heading("status-over-time", desk.word("block_grid")));
        blocks.push(figure);
    }
    let recorded = history::of_committee(desk, all.plans, &committee.id);
    let whole = desk.book.committee_history(&committee.id);
    let whole = whole.map(|page| draft.link(&page, desk.word("history_all")));
    let feed = draft.link(&history::feed_of(&draft.path), desk.word("history_feed"));
    let links = whole.into_iter().chain([feed]).collect();
    tables::newest_log(&mut blocks, &draft, tables::About::Plans, recorded.into_iter(), links);
    section(&mut blocks, desk, "missing", "block_missing", missing_table(&draft, &all.missing(whose)));
    let theirs: Vec<_> = all.plans_of(whose).collect();
    push_legends(&mut blocks, desk, &Gathered { plans: &theirs }.scales());
    let head = Head {
        template: "committee.html",
        section: "committees",
        title: committee.name.clone(),
        description: text,
        crumbs: vec![draft.link(desk.book.committees(), desk.word("nav_committees"))],
        updated: theirs.iter().filter_map(|rows| rows.plan.as_of).max().map(|date| desk.when(date)),
    };
    Some(draft.finish(head, blocks))
}

/// Adds the rows of figure tables that are the committee's.
fn figures(blocks: &mut Vec<Block>, draft: &Draft, all: Gathered, committee: &Id) {
    let desk = draft.desk;
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    let mut begun = false;
    for rows in all.plans {
        for table in &rows.tables {
            let Some(mut own) = of_committee(table, committee) else { continue };
            if !begun {
                blocks.push(heading("tables", desk.word("block_tables")));
                begun = true;
            }
            // Two plans may have a table of one name.
            let seen = ids.entry(own.id.clone()).or_default();
            *seen = seen.saturating_add(1);
            if *seen > 1 {
                own.id = format!("{}-{seen}", own.id);
            }
            let plan = Cell::of(rows.plan.title.as_str()).leads(draft.href(&rows.plan.page));
            own.rows.insert(0, Row::new(RowClass::Heading, vec![plan]));
            blocks.push(Block::Table(own));
        }
    }
}

/// Returns the rows of a table that are a committee's, with their own notes, marked from the first mark on.
fn of_committee(table: &TableRows, committee: &Id) -> Option<Table> {
    let own = table.rows.iter().filter(|(id, _)| id == committee).map(|(_, row)| row.clone());
    let mut rows: Vec<Row> = own.collect();
    let marks = || rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.shown.mark.as_deref());
    let mut notes: Vec<Note> =
        table.head.notes.iter().filter(|note| marks().any(|mark| mark == note.mark)).cloned().collect();
    let renamed: BTreeMap<String, String> =
        notes.iter().map(|note| note.mark.clone()).zip((1..).map(|nth| "*".repeat(nth))).collect();
    let cells = rows.iter_mut().flat_map(|row| &mut row.cells).filter_map(|cell| cell.shown.mark.as_mut());
    for mark in cells.chain(notes.iter_mut().map(|note| &mut note.mark)) {
        if let Some(new) = renamed.get(mark) {
            mark.clone_from(new);
        }
    }
    (!rows.is_empty()).then(|| Table { rows, notes, ..table.head.clone() })
}

fn meetings(draft: &Draft, all: Gathered, committee: &Id) -> Option<Table> {
    let desk = draft.desk;
    let mut found: Vec<(&PlanRow, &MeetingRow)> =
        all.plans.iter().flat_map(|rows| rows.meetings.iter().map(|row| (&rows.plan, row))).collect();
    found.retain(|(_, row)| row.committee == *committee);
    found.sort_by_key(|(_, row)| (row.date.is_none(), row.date.map(std::cmp::Reverse)));
    let row = |(plan, row): &(&PlanRow, &MeetingRow)| {
        let href = match row.fragment {
            Some(fragment) => draft.href_at(&row.page, fragment),
            None => draft.href(&row.page),
        };
        let state = match row.decided {
            Some(decided) => vec![tables::decision_state(desk, decided)],
            None => Vec::new(),
        };
        let kind = if row.decided.is_some() { "meeting_decision" } else { "meeting_report" };
        let overdue = row.decided == Some(false) && row.date.is_some_and(|date| is_past(desk, date));
        let date = Cell::date(desk, row.date).toned(overdue.then_some("bad"));
        Row::new(
            RowClass::Item,
            vec![
                Cell::of(row.title.as_str()).leads(href),
                Cell::of(desk.word(kind)),
                Cell::chips(state),
                if overdue { date.remarked(desk.word("remark_overdue").to_owned()) } else { date },
                Cell::of(plan.title.as_str()).leads(draft.href(&plan.page)),
            ],
        )
    };
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: "meetings-table".into(),
        caption: desk.word("caption_meetings").to_owned(),
        columns: vec![
            column("col_what", ColumnClass::Head),
            column("col_kind", ColumnClass::Word),
            column("col_state", ColumnClass::Status),
            column("col_date", ColumnClass::Word),
            column("col_plan", ColumnClass::Word),
        ],
        rows: found.iter().map(row).collect(),
        ..Table::default()
    };
    (!table.rows.is_empty()).then(|| table.fitted())
}

fn is_past(desk: &Desk, date: Period) -> bool {
    date.last() < desk.site.as_of
}
