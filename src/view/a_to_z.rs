//! From A to Z: every page of the site by its name, for those who know what it is called and read without scripts.

use super::{
    Block, Page, PageLink, SiteFacts, ViewContext,
    long_list::LongList,
    site_entries::{SiteEntry, site_entries},
    writer::{PageHead, PageWriter, heading, lead},
};
use crate::summary::PlanSummary;

/// The most names on one page: some 70 KB of links.
const NAMES: usize = 500;

/// Makes the list of all names, on as many pages as it needs.
pub(super) fn pages(desk: &ViewContext, plans: &[&PlanSummary], facts: &SiteFacts) -> Vec<Page> {
    let mut entries = site_entries(desk, plans, facts);
    // Pages of one name stand in the order of where they lie.
    entries.sort_by(|a, b| desk.locale.compare(&a.title, &b.title).then_with(|| a.page.cmp(&b.page)));
    let list = LongList {
        parts: entries.chunks(NAMES).collect(),
        name: |entry: &SiteEntry| entry.title.as_str(),
        page: &|at| desk.book.a_to_z(at),
    };
    (0..list.parts.len()).map(|at| page(desk, &list, at)).collect()
}

fn page(desk: &ViewContext, list: &LongList<'_, SiteEntry>, at: usize) -> Page {
    let draft = PageWriter::new(desk, desk.book.a_to_z(at));
    let mut blocks = vec![lead(desk.word("a_to_z_lead").to_owned())];
    list.push_links(&mut blocks, &draft, at);
    let lettered: Vec<(Option<char>, &SiteEntry)> =
        list.part(at).iter().map(|entry| (letter(desk, &entry.title), entry)).collect();
    for (count, named) in lettered.chunk_by(|(a, _), (b, _)| a == b).enumerate() {
        let first = named.first().and_then(|(letter, _)| *letter).map(String::from);
        let text = first.unwrap_or_else(|| desk.word("a_to_z_other").to_owned());
        blocks.push(heading(format!("letter-{}", count.saturating_add(1)), text));
        blocks.push(Block::Links { links: named.iter().map(|(_, entry)| name(&draft, entry)).collect() });
    }
    let title = desk.word("nav_a_to_z").to_owned();
    let above = (at > 0).then(|| draft.link(&desk.book.a_to_z(0), title.as_str()));
    let head = PageHead {
        template: "a-to-z.html",
        section: "a-to-z",
        title: if at > 0 { list.range(at) } else { title },
        description: desk.word("a_to_z_lead").to_owned(),
        crumbs: above.into_iter().collect(),
        updated: None,
    };
    draft.finish(head, blocks)
}

/// Returns the letter a name stands under, as its language sorts it: in Danish, Aalborg under Å. Nothing where it stands
/// before all letters.
fn letter(desk: &ViewContext, title: &str) -> Option<char> {
    let title = title.to_lowercase();
    let is_before = |letter: &char| desk.locale.compare(&letter.to_lowercase().to_string(), &title).is_le();
    desk.word("a_to_z_letters").chars().take_while(is_before).last()
}

/// Returns a link to what has a name, and behind the name where it belongs.
fn name(draft: &PageWriter, entry: &SiteEntry) -> PageLink {
    let desk = draft.desk;
    let belongs = match (entry.kind.as_deref(), entry.plan) {
        (Some(kind), _) => Some(kind),
        (None, Some(rows)) if !entry.is_plan() => Some(rows.plan.title.as_str()),
        (None, Some(_)) => Some(desk.word("a_to_z_plan")),
        (None, None) => None,
    };
    let behind = [entry.number, belongs].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let text = if behind.is_empty() { entry.title.clone() } else { format!("{} ({behind})", entry.title) };
    PageLink { lang: desk.foreign(entry.language), ..draft.link(&entry.page, text) }
}
