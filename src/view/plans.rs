//! The list of plans.

use super::{
    Block, Page, ViewContext,
    home::{self, plans_table},
    overview::{Overview, push_legends},
    since,
    writer::{PageHead, PageWriter, lead},
};

/// Makes the list of plans.
pub(super) fn page(desk: &ViewContext, all: Overview) -> Page {
    let draft = PageWriter::new(desk, desk.book.plans().clone());
    let text = desk.say("plans-lead", &[("count", all.plans.len().into())]);
    let mut blocks = vec![lead(text.clone())];
    blocks.extend(plans_table(&draft, all.plans, since::gone_plans(desk, all.plans)).map(Block::Table));
    home::levels(&mut blocks, &draft, all);
    push_legends(&mut blocks, desk, &all.scales());
    let head = PageHead {
        template: "plans.html",
        section: "plans",
        title: desk.word("nav_plans").to_owned(),
        description: text,
        crumbs: Vec::new(),
        updated: all.plans.iter().filter_map(|rows| rows.plan.as_of).max().map(|date| desk.date(date)),
    };
    draft.finish(head, blocks)
}
