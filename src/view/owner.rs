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
    writer: &'r PageWriter<'r>,
}

impl<'r> OwnerLine<'r> {
    fn whose(&self) -> Scope<'r> {
        Scope::Owner(&self.owner.id)
    }
}

const COLUMNS: &[&Column<Owners>] = &[
    &Column::name("owner", "col_owner", |row, _| {
        let page = row.writer.context.addresses.owner(&row.owner.id);
        Cell::of(row.owner.title.as_str()).leads(page.map(|page| row.writer.href(page)).unwrap_or_default())
    }),
    &Column::word("department", "col_department", |row, _| row.owner.department.as_deref().into()),
    &Column::status("measures", "col_measures", |row, _| {
        levels_in_cell(row.writer.context, &row.all.levels(row.whose()))
    }),
    &Column::count("attention", "tile_attention", |row, _| {
        row.all.need_attention(row.writer.context, row.whose()).into()
    }),
    &Column::count("missing", "tile_missing", |row, _| row.all.missing(row.whose()).len().into()),
];

/// Makes the list of owners, and of what is missing and whose it is.
pub(super) fn list(context: &ViewContext, everything: Overview, index: &PlansByOwner) -> Page {
    let writer = PageWriter::new(context, context.addresses.owners().clone());
    let mut owners: Vec<&Owner> = context.site.owners.values().collect();
    owners.sort_by(|a, b| context.locale.compare(&a.title, &b.title));
    let changed = context.since.map(|then| {
        since::column(context, then, |row: &OwnerLine<'_>, _| {
            flow::of_levels(row.writer.context, row.all, row.whose()).unwrap_or_default()
        })
    });
    let columns: Vec<&Column<Owners>> = COLUMNS.iter().copied().chain(&changed).collect();
    let lines =
        owners.iter().map(|owner| TableLine::item(OwnerLine { owner, all: index.owner(&owner.id), writer: &writer }));
    let table =
        Table::new("owners-table", context.word("nav_owners")).kept_open().filled(context.locale, &columns, lines);
    let mut blocks = vec![lead(context.word("owners_lead").to_owned())];
    if !table.rows.is_empty() {
        blocks.push(Block::Table(since::fitted(context, table)));
    }
    section(&mut blocks, context, "missing", "block_missing", missing_table(&writer, &everything.missing(Scope::All)));
    let head = PageHead {
        template: "owners.html",
        section: "owners",
        title: context.word("nav_owners").to_owned(),
        description: context.word("owners_lead").to_owned(),
        crumbs: Vec::new(),
        updated: None,
    };
    writer.finish(head, blocks)
}

/// Makes the page of an owner.
pub(super) fn page(context: &ViewContext, all: Overview, owner: &Owner) -> Option<Page> {
    let writer = PageWriter::new(context, context.addresses.owner(&owner.id)?.clone());
    let whose = Scope::Owner(&owner.id);
    let text = measures_in_words(context, &all.levels(whose));
    let mut blocks = vec![Block::Lead { text: text.clone(), chip: None, note: owner.note.clone() }];
    let facts = facts(context, owner);
    if !facts.is_empty() {
        blocks.push(Block::Facts { facts });
    }
    blocks.extend(flow::level_sentence(context, all, whose));
    blocks.push(Block::Tiles { tiles: all.tiles(context, whose) });
    let caption = context.word("caption_measures").to_owned();
    let measures = measures_table(&writer, caption, all.plans_of(whose), whose);
    section(&mut blocks, context, "measures", "block_measures", measures);
    let plans = plans_table(&writer, &plans_without_measures(all, whose), None);
    section(&mut blocks, context, "plans", "nav_plans", plans);
    let open = all.milestones(whose, MilestoneSummary::is_open);
    let caption = context.word("caption_milestones").to_owned();
    let gone = since::gone_milestones(context, all.plans, whose, MilestoneSummary::is_open);
    let milestones = milestones_table(&writer, "milestones-table", caption, &open, gone);
    section(&mut blocks, context, "milestones", "block_milestones", milestones);
    section(&mut blocks, context, "missing", "block_missing", missing_table(&writer, &all.missing(whose)));
    let theirs: Vec<_> = all.plans_of(whose).collect();
    push_legends(&mut blocks, context, &Overview { plans: &theirs }.scales());
    let head = PageHead {
        template: "owner.html",
        section: "owners",
        title: owner.title.clone(),
        description: text,
        crumbs: vec![writer.link(context.addresses.owners(), context.word("nav_owners"))],
        updated: theirs.iter().filter_map(|rows| rows.plan.as_of).max().map(|date| context.date(date)),
    };
    Some(writer.finish(head, blocks))
}

fn facts(context: &ViewContext, owner: &Owner) -> Vec<Fact> {
    let fact = |word, values| Fact { name: context.word(word).to_owned(), values };
    let department = owner.department.as_deref().map(|name| fact("col_department", vec![plain(name)]));
    department
        .into_iter()
        .chain(owner.contact.as_deref().map(|text| fact("fact_contact", vec![contact(text)])))
        .collect()
}
