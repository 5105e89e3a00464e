//! Milestones across plans: what is overdue, what comes next, what was reached.

use super::{
    Desk, Page,
    committee::{lead, section},
    draft::{Draft, Head},
    gathered::{Gathered, Whose},
    lists::milestones_table,
};

/// Makes the page of all milestones.
pub(super) fn page(desk: &Desk, all: Gathered) -> Page {
    let draft = Draft::new(desk, desk.book.milestones().clone());
    let is_past = |row: &super::MilestoneRow| row.due.is_some_and(|due| due.last() < desk.site.as_of);
    let groups = [
        (
            "overdue",
            ["block_milestones_overdue", "caption_milestones_overdue"],
            all.milestones(Whose::All, |row| row.is_open() && is_past(row)),
        ),
        (
            "ahead",
            ["block_milestones_open", "caption_milestones_open"],
            all.milestones(Whose::All, |row| row.is_open() && !is_past(row)),
        ),
        (
            "reached",
            ["block_milestones_reached", "caption_milestones_reached"],
            all.milestones(Whose::All, |row| !row.is_open()),
        ),
    ];
    let args = [
        ("overdue", groups[0].2.len().into()),
        ("open", groups[1].2.len().into()),
        ("reached", groups[2].2.len().into()),
    ];
    let text = desk.say("milestones-state", &args);
    let mut blocks = vec![lead(text.clone())];
    for (id, [word, caption], found) in &groups {
        let table = milestones_table(&draft, &format!("{id}-table"), desk.word(caption).to_owned(), found);
        section(&mut blocks, desk, id, word, table);
    }
    let head = Head {
        template: "milestones.html",
        section: "milestones",
        title: desk.word("nav_milestones").to_owned(),
        description: text,
        crumbs: Vec::new(),
        updated: None,
    };
    draft.finish(head, blocks)
}
