//! Owners: the list of roles with what they owe, and for each its measures.

use super::{
    Block, Cell, Column, ColumnClass, Desk, Fact, Page, Row, RowClass, Table,
    desk::plain,
    draft::{Draft, Head, lead, section},
    flow,
    gathered::{Gathered, Index, push_legends},
    levels::{levels_in_cell, measures_in_words},
    lists::{measures_table, milestones_table, missing_table},
    measure::contact,
    scope::Whose,
    since,
};
use crate::model::Owner;

/// Makes the list of owners, and of what is missing and whose it is.
pub(super) fn list(desk: &Desk, everything: Gathered, index: &Index) -> Page {
    let draft = Draft::new(desk, desk.book.owners().clone());
    let mut owners: Vec<&Owner> = desk.site.owners.values().collect();
    owners.sort_by(|a, b| desk.locale.compare(&a.title, &b.title));
    let row = |owner: &&Owner| {
        let (all, whose) = (index.owner(&owner.id), Whose::Owner(&owner.id));
        let (levels, without) = all.levels(whose);
        let page = desk.book.owner(&owner.id);
        Row::new(
            RowClass::Item,
            vec![
                Cell::of(owner.title.as_str()).leads(page.map(|page| draft.href(page)).unwrap_or_default()),
                Cell::of(owner.department.as_deref().unwrap_or_default()),
                levels_in_cell(desk, &levels, without),
                Cell::of(desk.count(all.attention(desk, whose).len())),
                Cell::of(desk.count(all.missing(whose).len())),
            ]
            .into_iter()
            .chain(flow::of_levels(desk, all, whose))
            .collect(),
        )
    };
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: "owners-table".into(),
        caption: desk.word("nav_owners").to_owned(),
        columns: vec![
            column("col_owner", ColumnClass::Head),
            column("col_department", ColumnClass::Word),
            column("col_measures", ColumnClass::Status),
            column("tile_attention", ColumnClass::Number),
            column("tile_missing", ColumnClass::Number),
        ]
        .into_iter()
        .chain(desk.since.map(|then| since::column(desk, then)))
        .collect(),
        rows: owners.iter().map(row).collect(),
        ..Table::default()
    };
    let mut blocks = vec![lead(desk.word("owners_lead").to_owned())];
    if !table.rows.is_empty() {
        blocks.push(Block::Table(since::fitted(desk, table)));
    }
    section(&mut blocks, desk, "missing", "block_missing", missing_table(&draft, &everything.missing(Whose::All)));
    let head = Head {
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
pub(super) fn page(desk: &Desk, all: Gathered, owner: &Owner) -> Option<Page> {
    let draft = Draft::new(desk, desk.book.owner(&owner.id)?.clone());
    let whose = Whose::Owner(&owner.id);
    let (levels, without) = all.levels(whose);
    let text = measures_in_words(desk, &levels, without);
    let mut blocks = vec![lead(text.clone())];
    let facts = facts(desk, owner);
    if !facts.is_empty() {
        blocks.push(Block::Facts { facts });
    }
    blocks.extend(flow::level_sentence(desk, all, whose));
    blocks.push(Block::Tiles { tiles: all.tiles(desk, whose) });
    let caption = desk.word("caption_measures").to_owned();
    let measures = measures_table(&draft, caption, all.plans_of(whose), whose);
    section(&mut blocks, desk, "measures", "block_measures", measures);
    let open = all.milestones(whose, super::MilestoneRow::is_open);
    let caption = desk.word("caption_milestones").to_owned();
    let gone = since::gone_milestones(desk, all.plans, whose, super::MilestoneRow::is_open);
    let milestones = milestones_table(&draft, "milestones-table", caption, &open, gone);
    section(&mut blocks, desk, "milestones", "block_milestones", milestones);
    section(&mut blocks, desk, "missing", "block_missing", missing_table(&draft, &all.missing(whose)));
    let theirs: Vec<_> = all.plans_of(whose).collect();
    push_legends(&mut blocks, desk, &Gathered { plans: &theirs }.scales());
    let head = Head {
        template: "owner.html",
        section: "owners",
        title: owner.title.clone(),
        description: text,
        crumbs: vec![draft.link(desk.book.owners(), desk.word("nav_owners"))],
        updated: theirs.iter().filter_map(|rows| rows.plan.as_of).max().map(|date| desk.when(date)),
    };
    Some(draft.finish(head, blocks))
}

fn facts(desk: &Desk, owner: &Owner) -> Vec<Fact> {
    let fact = |word, values| Fact { name: desk.word(word).to_owned(), values };
    let department = owner.department.as_deref().map(|name| fact("col_department", vec![plain(name)]));
    department
        .into_iter()
        .chain(owner.contact.as_deref().map(|text| fact("fact_contact", vec![contact(text)])))
        .collect()
}
