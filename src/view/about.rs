//! The page about the site, and the page for addresses that lead nowhere.

use super::{
    Block, Fact, Page, PageLink, SiteFacts, ViewContext,
    context::plain,
    overview::Overview,
    plan::{contact, source_link},
    writer::{PageHead, PageWriter, heading, lead},
};
use crate::summary::Scope;

/// Makes the page about the site: its date, its version, its counts and how its figures are to be read.
pub(super) fn page(context: &ViewContext, all: Overview, facts: &SiteFacts) -> Page {
    let writer = PageWriter::new(context, context.addresses.about().clone());
    let mut blocks = vec![lead(context.say("about-lead", &[("organisation", (&context.site.organisation).into())]))];
    blocks.push(Block::Facts { facts: build_facts(context, facts).into_iter().chain(counts(context, all)).collect() });
    push_data(&mut blocks, &writer);
    blocks.push(heading("figures", context.word("block_about_figures")));
    for word in
        ["rule_differences", "class_meaning_exact", "class_meaning_rounding", "class_meaning_unexplained", "rule_cells"]
    {
        blocks.push(Block::Text { text: context.word(word).to_owned() });
    }
    let links = vec![
        writer.link(context.addresses.disagreements(), context.word("nav_disagreements")),
        writer.link(context.addresses.scales(), context.word("nav_scales")),
    ];
    blocks.push(Block::Links { links });
    if let Some(accessibility) = &context.site.accessibility {
        blocks.push(heading("accessibility", context.word("block_accessibility")));
        let text = context.word("about_accessibility").to_owned();
        blocks.push(Block::Links { links: vec![PageLink { text, href: accessibility.url.clone(), lang: None }] });
        let reviewed = accessibility.reviewed.map(|date| context.locale.date(date));
        let said = |date: String| context.say("accessibility-reviewed", &[("date", (&date).into())]);
        blocks.extend(reviewed.map(|date| Block::Text { text: said(date) }));
    }
    let head = PageHead {
        template: "about.html",
        section: "about",
        title: context.word("nav_about").to_owned(),
        description: context.say("about-lead", &[("organisation", (&context.site.organisation).into())]),
        crumbs: Vec::new(),
        updated: None,
    };
    writer.finish(head, blocks)
}

/// Says where the figures can be had, for those who count on with them.
fn push_data(blocks: &mut Vec<Block>, writer: &PageWriter) {
    let context = writer.context;
    let (has_csv, has_book) = (context.site.offers("csv"), context.site.offers("xlsx"));
    let is_packed = context.site.offers("package");
    if !(has_csv || has_book || is_packed) {
        return;
    }
    blocks.push(heading("data", context.word("block_data")));
    if has_csv {
        blocks.push(Block::Text { text: context.word("about_data_csv").to_owned() });
    }
    if has_book {
        blocks.push(Block::Text { text: context.word("about_data_book").to_owned() });
    }
    if is_packed {
        blocks.push(Block::Text { text: context.word("about_data").to_owned() });
        // An archive is no page, so nothing but its name is known of it.
        let root = writer.href(context.addresses.home()).trim_end_matches("index.html").to_owned();
        let file = |name: &str, word| PageLink {
            text: context.word(word).to_owned(),
            href: format!("{root}{name}"),
            lang: None,
        };
        let description = has_csv.then(|| file("datapackage.json", "data_description"));
        let links = std::iter::once(file("data.zip", "data_archive")).chain(description).collect();
        blocks.push(Block::Links { links });
    }
}

fn build_facts(context: &ViewContext, facts: &SiteFacts) -> Vec<Fact> {
    let fact = |word, text: String| Fact { name: context.word(word).to_owned(), values: vec![plain(text)] };
    let mut found = vec![
        fact("fact_as_of", context.locale.date(context.site.as_of)),
        fact("fact_version", format!("fremdrift {}", env!("CARGO_PKG_VERSION"))),
    ];
    found.extend(facts.revision.map(|revision| fact("fact_revision", revision.to_owned())));
    let linked = |word, value: PageLink| Fact { name: context.word(word).to_owned(), values: vec![value] };
    found.extend(context.site.source.as_deref().map(|text| linked("fact_source", source_link(text))));
    found.extend(context.site.contact.as_deref().map(|text| linked("fact_contact", contact(text))));
    found.extend(context.site.licence.as_ref().map(|licence| {
        let href = licence.url.clone().unwrap_or_default();
        linked("fact_licence", PageLink { text: licence.title.clone(), href, lang: None })
    }));
    found
}

fn counts(context: &ViewContext, all: Overview) -> Vec<Fact> {
    let reports: usize = all.plans.iter().map(|rows| rows.plan.reports.len()).sum();
    let milestones: usize = all.plans.iter().map(|rows| rows.milestones.len()).sum();
    let counts = [
        ("tile_plans", all.plans.len()),
        ("tile_measures", all.measures(Scope::All).count()),
        ("col_reports", reports),
        ("nav_milestones", milestones),
        ("block_unexplained", all.unexplained()),
    ];
    let fact =
        |(word, count)| Fact { name: context.word(word).to_owned(), values: vec![plain(context.count(count).text)] };
    counts.into_iter().map(fact).collect()
}

/// Makes the page that a server answers with when there is none. It may be met at any address, so it leads by whole
/// paths where the site says its own.
pub(super) fn not_found(context: &ViewContext) -> Page {
    let writer = PageWriter::new(context, context.addresses.not_found().clone());
    let root = context.site.url.as_deref().map(path_of).unwrap_or_default();
    let whole = |link: PageLink| PageLink { href: format!("{root}{}", link.href), ..link };
    let links = vec![
        whole(writer.link(context.addresses.home(), context.word("nav_home"))),
        whole(writer.link(context.addresses.plans(), context.word("nav_plans"))),
    ];
    let blocks = vec![lead(context.word("not_found_lead").to_owned()), Block::Links { links }];
    let head = PageHead {
        template: "404.html",
        section: "404",
        title: context.word("not_found_title").to_owned(),
        description: context.word("not_found_lead").to_owned(),
        crumbs: Vec::new(),
        updated: None,
    };
    let page = writer.finish(head, blocks);
    let crumbs = page.crumbs.into_iter().map(whole).collect();
    Page { crumbs, root: root.clone(), elsewhere: Vec::new(), ..page }
}

/// Returns the path of an address: `/status/` of `https://www.eksempelby.dk/status/`.
fn path_of(url: &str) -> String {
    let (_, rest) = url.split_once("://").unwrap_or_default();
    format!("/{}", rest.split_once('/').map_or("", |(_, path)| path))
}
