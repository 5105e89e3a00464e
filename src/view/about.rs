//! The page about the site, and the page for addresses that lead nowhere.

use super::{
    Block, Fact, Page, PageLink, SiteFacts, ViewContext,
    context::plain,
    overview::Overview,
    plan::contact,
    writer::{PageHead, PageWriter, heading, lead},
};
use crate::summary::Scope;

/// Makes the page about the site: its date, its version, its counts and how its figures are to be read.
pub(super) fn page(desk: &ViewContext, all: Overview, facts: &SiteFacts) -> Page {
    let draft = PageWriter::new(desk, desk.book.about().clone());
    let mut blocks = vec![lead(desk.say("about-lead", &[("organisation", (&desk.site.organisation).into())]))];
    blocks.push(Block::Facts { facts: build_facts(desk, facts).into_iter().chain(counts(desk, all)).collect() });
    push_data(&mut blocks, &draft);
    blocks.push(heading("figures", desk.word("block_about_figures")));
    for word in
        ["rule_differences", "class_meaning_exact", "class_meaning_rounding", "class_meaning_unexplained", "rule_cells"]
    {
        blocks.push(Block::Text { text: desk.word(word).to_owned() });
    }
    let links = vec![
        draft.link(desk.book.disagreements(), desk.word("nav_disagreements")),
        draft.link(desk.book.scales(), desk.word("nav_scales")),
    ];
    blocks.push(Block::Links { links });
    if let Some(accessibility) = &desk.site.accessibility {
        blocks.push(heading("accessibility", desk.word("block_accessibility")));
        let text = desk.word("about_accessibility").to_owned();
        blocks.push(Block::Links { links: vec![PageLink { text, href: accessibility.url.clone(), lang: None }] });
        let reviewed = accessibility.reviewed.map(|date| desk.locale.date(date));
        let said = |date: String| desk.say("accessibility-reviewed", &[("date", (&date).into())]);
        blocks.extend(reviewed.map(|date| Block::Text { text: said(date) }));
    }
    let head = PageHead {
        template: "about.html",
        section: "about",
        title: desk.word("nav_about").to_owned(),
        description: desk.say("about-lead", &[("organisation", (&desk.site.organisation).into())]),
        crumbs: Vec::new(),
        updated: None,
    };
    draft.finish(head, blocks)
}

/// Says where the figures can be had, for those who count on with them.
fn push_data(blocks: &mut Vec<Block>, draft: &PageWriter) {
    let desk = draft.desk;
    let (has_csv, has_book) = (desk.site.offers("csv"), desk.site.offers("xlsx"));
    let is_packed = desk.site.offers("package");
    if !(has_csv || has_book || is_packed) {
        return;
    }
    blocks.push(heading("data", desk.word("block_data")));
    if has_csv {
        blocks.push(Block::Text { text: desk.word("about_data_csv").to_owned() });
    }
    if has_book {
        blocks.push(Block::Text { text: desk.word("about_data_book").to_owned() });
    }
    if is_packed {
        blocks.push(Block::Text { text: desk.word("about_data").to_owned() });
        // An archive is no page, so nothing but its name is known of it.
        let root = draft.href(desk.book.home()).trim_end_matches("index.html").to_owned();
        let file =
            |name: &str, word| PageLink { text: desk.word(word).to_owned(), href: format!("{root}{name}"), lang: None };
        let description = has_csv.then(|| file("datapackage.json", "data_description"));
        let links = std::iter::once(file("data.zip", "data_archive")).chain(description).collect();
        blocks.push(Block::Links { links });
    }
}

fn build_facts(desk: &ViewContext, facts: &SiteFacts) -> Vec<Fact> {
    let fact = |word, text: String| Fact { name: desk.word(word).to_owned(), values: vec![plain(text)] };
    let mut found = vec![
        fact("fact_as_of", desk.locale.date(desk.site.as_of)),
        fact("fact_version", format!("fremdrift {}", env!("CARGO_PKG_VERSION"))),
    ];
    found.extend(facts.revision.map(|revision| fact("fact_revision", revision.to_owned())));
    found.extend(desk.site.source.clone().map(|source| fact("fact_source", source)));
    let linked = |word, value: PageLink| Fact { name: desk.word(word).to_owned(), values: vec![value] };
    found.extend(desk.site.contact.as_deref().map(|text| linked("fact_contact", contact(text))));
    found.extend(desk.site.licence.as_ref().map(|licence| {
        let href = licence.url.clone().unwrap_or_default();
        linked("fact_licence", PageLink { text: licence.title.clone(), href, lang: None })
    }));
    found
}

fn counts(desk: &ViewContext, all: Overview) -> Vec<Fact> {
    let reports: usize = all.plans.iter().map(|rows| rows.plan.reports.len()).sum();
    let milestones: usize = all.plans.iter().map(|rows| rows.milestones.len()).sum();
    let counts = [
        ("tile_plans", all.plans.len()),
        ("tile_measures", all.measures(Scope::All).count()),
        ("col_reports", reports),
        ("nav_milestones", milestones),
        ("block_unexplained", all.unexplained()),
    ];
    let fact = |(word, count)| Fact { name: desk.word(word).to_owned(), values: vec![plain(desk.count(count).text)] };
    counts.into_iter().map(fact).collect()
}

/// Makes the page that a server answers with when there is none. It may be met at any address, so it leads by whole
/// paths where the site says its own.
pub(super) fn not_found(desk: &ViewContext) -> Page {
    let draft = PageWriter::new(desk, desk.book.not_found().clone());
    let root = desk.site.url.as_deref().map(path_of).unwrap_or_default();
    let whole = |link: PageLink| PageLink { href: format!("{root}{}", link.href), ..link };
    let links = vec![
        whole(draft.link(desk.book.home(), desk.word("nav_home"))),
        whole(draft.link(desk.book.plans(), desk.word("nav_plans"))),
    ];
    let blocks = vec![lead(desk.word("not_found_lead").to_owned()), Block::Links { links }];
    let head = PageHead {
        template: "404.html",
        section: "404",
        title: desk.word("not_found_title").to_owned(),
        description: desk.word("not_found_lead").to_owned(),
        crumbs: Vec::new(),
        updated: None,
    };
    let page = draft.finish(head, blocks);
    let crumbs = page.crumbs.into_iter().map(whole).collect();
    Page { crumbs, root: root.clone(), elsewhere: Vec::new(), ..page }
}

/// Returns the path of an address: `/status/` of `https://www.eksempelby.dk/status/`.
fn path_of(url: &str) -> String {
    let (_, rest) = url.split_once("://").unwrap_or_default();
    format!("/{}", rest.split_once('/').map_or("", |(_, path)| path))
}
