//! The list of plans.

use super::{
    Block, Page, ViewContext,
    home::{self, plans_table},
    overview::{Overview, push_legends},
    since,
    writer::{PageHead, PageWriter, lead},
};

/// Makes the list of plans.
pub(super) fn page(context: &ViewContext, all: Overview) -> Page {
    let writer = PageWriter::new(context, context.addresses.plans().clone());
    let text = context.say("plans-lead", &[("count", all.plans.len().into())]);
    let mut blocks = vec![lead(text.clone())];
    blocks.extend(plans_table(&writer, all.plans, since::gone_plans(context, all.plans)).map(Block::Table));
    home::levels(&mut blocks, &writer, all);
    push_legends(&mut blocks, context, &all.scales());
    let head = PageHead {
        template: "plans.html",
        section: "plans",
        title: context.word("nav_plans").to_owned(),
        description: text,
        crumbs: Vec::new(),
        updated: all.plans.iter().filter_map(|rows| rows.plan.as_of).max().map(|date| context.date(date)),
    };
    writer.finish(head, blocks)
}
