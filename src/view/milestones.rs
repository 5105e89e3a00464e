//! Milestones across plans: what is overdue, what comes next, what was reached.

use super::{
    Page, ViewContext, calendar,
    lists::milestones_table,
    overview::Overview,
    since,
    writer::{PageHead, PageWriter, lead, section},
};
use crate::summary::{MilestoneSummary, Scope};

/// Makes the page of all milestones.
pub(super) fn page(context: &ViewContext, all: Overview) -> Page {
    let writer = PageWriter::new(context, context.addresses.milestones().clone());
    let is_past = |row: &MilestoneSummary| row.due.is_some_and(|due| due.last() < context.site.as_of);
    let group = |id, words: [&'static str; 2], picks: &dyn Fn(&MilestoneSummary) -> bool| {
        let gone = since::gone_milestones(context, all.plans, Scope::All, picks);
        (id, words, all.milestones(Scope::All, picks), gone)
    };
    let groups = [
        group("overdue", ["block_milestones_overdue", "caption_milestones_overdue"], &|row| {
            row.is_open() && is_past(row)
        }),
        group("ahead", ["block_milestones_open", "caption_milestones_open"], &|row| row.is_open() && !is_past(row)),
        group("reached", ["block_milestones_reached", "caption_milestones_reached"], &MilestoneSummary::is_settled),
    ];
    let in_all: usize = groups.iter().map(|group| group.2.len()).sum();
    let args = [
        ("all", in_all.into()),
        ("overdue", groups[0].2.len().into()),
        ("open", groups[1].2.len().into()),
        ("reached", groups[2].2.len().into()),
    ];
    let text = context.say("milestones-state", &args);
    let mut blocks = vec![lead(text.clone())];
    for (id, [word, caption], found, gone) in groups {
        let table = milestones_table(&writer, &format!("{id}-table"), context.word(caption).to_owned(), &found, gone);
        // What was reached is looked for by few.
        let table = table.map(|table| if id == "reached" { table } else { table.kept_open() });
        section(&mut blocks, context, id, word, table);
    }
    calendar::push_link(&mut blocks, &writer, all.plans, None);
    let head = PageHead {
        template: "milestones.html",
        section: "milestones",
        title: context.word("nav_milestones").to_owned(),
        description: text,
        crumbs: Vec::new(),
        updated: None,
    };
    writer.finish(head, blocks)
}
