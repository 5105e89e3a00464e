//! Owners: the list of roles with what they owe, and for each its measures.

use super::{
    Block, Fact, Page, ViewContext,
    context::plain,
    flow,
    home::plans_table,
    levels::{levels_in_cell, measures_in_words},
    lists::{measures_table, milestones_table, missing_table, plans_without_measures},
    overview::{Overview, PlansByOwner, push_legends},
    plan::contact,
    since,
    writer::{PageHead, PageWriter, lead, section},
};
use crate::{
    model::Owner,
    summary::{MilestoneSummary, Scope},
    table::{Cell, Column, RowSet, Table, TableLine},
};

/// The roles of the register.
struct Owners;

impl RowSet for Owners {
    type Row<'r> = OwnerLine<'r>;
}

/// A role and the plans in which it finds something.
struct OwnerLine<'r> {
    owner: &'r Owner,
    all: Overview<'r>,
    draft: &'r PageWriter<'r>,
}

impl<'r> OwnerLine<'r> {
    fn whose(&self) -> Scope<'r> {
        Scope::Owner(&self.owner.id)
    }
}

const COLUMNS: &[&Column<Owners>] = &[
    &Column::name("owner", "col_owner", |row, _| {
        let page = row.draft.desk.book.owner(&row.owner.id);
        Cell::of(row.owner.title.as_str()).leads(page.map(|page| row.draft.href(page)).unwrap_or_default())
    }),
    &Column::word("department", "col_department", |row, _| row.owner.department.as_deref().into()),
    &Column::status("measures", "col_measures", |row, _| levels_in_cell(row.draft.desk, &row.all.levels(row.whose()))),
    &Column::count("attention", "tile_attention", |row, _| row.all.attention(row.draft.desk, row.whose()).len().into()),
    &Column::count("missing", "tile_missing", |row, _| row.all.missing(row.whose()).len().into()),
];

/// Makes the list of owners, and of what is missing and whose it is.
pub(super) fn list(desk: &ViewContext, everything: Overview, index: &PlansByOwner) -> Page {
    let draft = PageWriter::new(desk, desk.book.owners().clone());
    let mut owners: Vec<&Owner> = desk.site.owners.values().collect();
    owners.sort_by(|a, b| desk.locale.compare(&a.title, &b.title));
    let changed = desk.since.map(|then| {
        since::column(desk, then, |row: &OwnerLine<'_>, _| {
            flow::of_levels(row.draft.desk, row.all, row.whose()).unwrap_or_default()
        })
    });
    let columns: Vec<&Column<Owners>> = COLUMNS.iter().copied().chain(&changed).collect();
    let lines =
        owners.iter().map(|owner| TableLine::item(OwnerLine { owner, all: index.owner(&owner.id), draft: &draft }));
    let table = Table::new("owners-table", desk.word("nav_owners")).kept_open().filled(desk.locale, &columns, lines);
    let mut blocks = vec![lead(desk.word("owners_lead").to_owned())];
    if !table.rows.is_empty() {
        blocks.push(Block::Table(since::fitted(desk, table)));
    }
    section(&mut blocks, desk, "missing", "block_missing", missing_table(&draft, &everything.missing(Scope::All)));
    let head = PageHead {
        template: "owners.html",
        section: "owners",
        title: desk.word("nav_owners").to_owned(),
        description: desk.word("owners_lead").to_owned(),
        crumbs: Vec::new(),
        updated: None,
    };
    draft.finish(head, blocks)
}

/// Makes the page of an owner.
pub(super) fn page(desk: &ViewContext, all: Overview, owner: &Owner) -> Option<Page> {
    let draft = PageWriter::new(desk, desk.book.owner(&owner.id)?.clone());
    let whose = Scope::Owner(&owner.id);
    let text = measures_in_words(desk, &all.levels(whose));
    let mut blocks = vec![Block::Lead { text: text.clone(), chip: None, note: owner.note.clone() }];
    let facts = facts(desk, owner);
    if !facts.is_empty() {
        blocks.push(Block::Facts { facts });
    }
    blocks.extend(flow::level_sentence(desk, all, whose));
    blocks.push(Block::Tiles { tiles: all.tiles(desk, whose) });
    let caption = desk.word("caption_measures").to_owned();
    let measures = measures_table(&draft, caption, all.plans_of(whose), whose);
    section(&mut blocks, desk, "measures", "block_measures", measures);
    let plans = plans_table(&draft, &plans_without_measures(all, whose), None);
    section(&mut blocks, desk, "plans", "nav_plans", plans);
    let open = all.milestones(whose, MilestoneSummary::is_open);
    let caption = desk.word("caption_milestones").to_owned();
    let gone = since::gone_milestones(desk, all.plans, whose, MilestoneSummary::is_open);
    let milestones = milestones_table(&draft, "milestones-table", caption, &open, gone);
    section(&mut blocks, desk, "milestones", "block_milestones", milestones);
    section(&mut blocks, desk, "missing", "block_missing", missing_table(&draft, &all.missing(whose)));
    let theirs: Vec<_> = all.plans_of(whose).collect();
    push_legends(&mut blocks, desk, &Overview { plans: &theirs }.scales());
    let head = PageHead {
        template: "owner.html",
        section: "owners",
        title: owner.title.clone(),
        description: text,
        crumbs: vec![draft.link(desk.book.owners(), desk.word("nav_owners"))],
        updated: theirs.iter().filter_map(|rows| rows.plan.as_of).max().map(|date| desk.date(date)),
    };
    Some(draft.finish(head, blocks))
}

fn facts(desk: &ViewContext, owner: &Owner) -> Vec<Fact> {
    let fact = |word, values| Fact { name: desk.word(word).to_owned(), values };
    let department = owner.department.as_deref().map(|name| fact("col_department", vec![plain(name)]));
    department
        .into_iter()
        .chain(owner.contact.as_deref().map(|text| fact("fact_contact", vec![contact(text)])))
        .collect()
}
