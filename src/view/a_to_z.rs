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
pub(super) fn pages(context: &ViewContext, plans: &[&PlanSummary], facts: &SiteFacts) -> Vec<Page> {
    let mut entries = site_entries(context, plans, facts);
    // Pages of one name stand in the order of where they lie.
    entries.sort_by(|a, b| context.locale.compare(&a.title, &b.title).then_with(|| a.page.cmp(&b.page)));
    let list = LongList {
        parts: entries.chunks(NAMES).collect(),
        name: |entry: &SiteEntry| entry.title.as_str(),
        page: &|at| context.addresses.a_to_z(at),
    };
    (0..list.parts.len()).map(|at| page(context, &list, at)).collect()
}

fn page(context: &ViewContext, list: &LongList<'_, SiteEntry>, at: usize) -> Page {
    let writer = PageWriter::new(context, context.addresses.a_to_z(at));
    let mut blocks = vec![lead(context.word("a_to_z_lead").to_owned())];
    list.push_links(&mut blocks, &writer, at);
    let lettered: Vec<(Option<char>, &SiteEntry)> =
        list.part(at).iter().map(|entry| (letter(context, &entry.title), entry)).collect();
    for (count, named) in lettered.chunk_by(|(a, _), (b, _)| a == b).enumerate() {
        let first = named.first().and_then(|(letter, _)| *letter).map(String::from);
        let text = first.unwrap_or_else(|| context.word("a_to_z_other").to_owned());
        blocks.push(heading(format!("letter-{}", count.saturating_add(1)), text));
        blocks.push(Block::Links { links: named.iter().map(|(_, entry)| name(&writer, entry)).collect() });
    }
    let title = context.word("nav_a_to_z").to_owned();
    let above = (at > 0).then(|| writer.link(&context.addresses.a_to_z(0), title.as_str()));
    let head = PageHead {
        template: "a-to-z.html",
        section: "a-to-z",
        title: if at > 0 { list.range(at) } else { title },
        description: context.word("a_to_z_lead").to_owned(),
        crumbs: above.into_iter().collect(),
        updated: None,
    };
    writer.finish(head, blocks)
}

/// Returns the letter a name stands under, as its language sorts it: in Danish, Aalborg under Å. Nothing where it stands
/// before all letters.
fn letter(context: &ViewContext, title: &str) -> Option<char> {
    let title = title.to_lowercase();
    let is_before = |letter: &char| context.locale.compare(&letter.to_lowercase().to_string(), &title).is_le();
    context.word("a_to_z_letters").chars().take_while(is_before).last()
}

/// Returns a link to what has a name, and behind the name where it belongs.
fn name(writer: &PageWriter, entry: &SiteEntry) -> PageLink {
    let context = writer.context;
    let belongs = match (entry.kind.as_deref(), entry.plan) {
        (Some(kind), _) => Some(kind),
        (None, Some(rows)) if !entry.is_plan() => Some(rows.plan.title.as_str()),
        (None, Some(_)) => Some(context.word("a_to_z_plan")),
        (None, None) => None,
    };
    let behind = [entry.number, belongs].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let text = if behind.is_empty() { entry.title.clone() } else { format!("{} ({behind})", entry.title) };
    let href = entry.part.map_or_else(|| writer.href(&entry.page), |part| writer.href_at(&entry.page, part));
    PageLink { text, href, lang: context.foreign(entry.language) }
}
