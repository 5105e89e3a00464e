//! The history of a plan and of the site, as pages and as feeds.

use jiff::Timestamp;
use serde::Serialize;

use super::{
    Block, Desk, Page, PlanRows,
    committee::lead,
    draft::{Draft, Head},
    log::{self, About, LogRow, MOST},
};
use crate::{
    model::{Committee, Plan},
    value::{Id, RelPath},
};

/// A feed: what was recorded, the newest first, for programs that watch.
#[derive(Clone, Debug, Serialize)]
pub struct Feed {
    /// Where it lies within the output.
    #[serde(skip)]
    pub path: RelPath,
    /// Its name.
    pub title: String,
    /// Its name for programs, which never changes.
    pub id: String,
    /// The page that says the same, as an address from the feed.
    pub page: String,
    /// When its newest entry was recorded.
    pub updated: String,
    /// Its entries.
    pub entries: Vec<FeedEntry>,
}

/// An entry of a feed: one change.
#[derive(Clone, Debug, Serialize)]
pub struct FeedEntry {
    /// Its name for programs.
    pub id: String,
    /// The record and what changed.
    pub title: String,
    /// Before and after, in a sentence.
    pub summary: String,
    /// Who wrote it, where that is shown.
    pub author: Option<String>,
    /// Where the reader finds it, as an address from the feed.
    pub href: String,
    /// When it was recorded.
    pub updated: String,
}

/// Makes the page of a plan's whole history.
pub(super) fn plan_page(desk: &Desk, plan: &Plan, rows: &[LogRow]) -> Option<Page> {
    let draft = Draft::new(desk, desk.book.plan_history(&plan.id));
    let caption = desk.word("caption_log").to_owned();
    let table = log::table(&draft, "log-table", caption, About::Plan, rows.iter())?;
    let text = desk.say("history-of-plan", &[("plan", (&plan.title).into()), ("count", log::count(&table).into())]);
    let head = Head {
        template: "history.html",
        section: "plans",
        title: desk.say("history-title", &[("plan", (&plan.title).into())]),
        description: text.clone(),
        crumbs: vec![
            draft.link(desk.book.plans(), desk.word("nav_plans")),
            draft.link(&desk.book.plan(&plan.id), plan.title.as_str()),
        ],
        updated: None,
    };
    let links = vec![draft.link(&feed_of(&desk.book.plan_history(&plan.id)), desk.word("history_feed"))];
    let blocks = vec![lead(text), Block::Table(table), Block::Links { links }];
    let page = draft.finish(head, blocks);
    Some(Page { crumb: Some(desk.word("nav_history").to_owned()), ..page })
}

/// Adds the newest of a plan's history to its page.
pub(super) fn on_plan(blocks: &mut Vec<Block>, draft: &Draft, plan: &Plan, rows: &[LogRow]) {
    let desk = draft.desk;
    let links = vec![draft.link(&desk.book.plan_history(&plan.id), desk.word("history_own_page"))];
    log::newest(blocks, draft, About::Plan, rows.iter(), links);
}

/// Makes the page of the newest that was recorded of a committee's plans and measures.
pub(super) fn committee_page(desk: &Desk, plans: &[&PlanRows], committee: &Committee) -> Option<Page> {
    let draft = Draft::new(desk, desk.book.committee_history(&committee.id)?);
    let own = desk.book.committee(&committee.id)?;
    let recorded = of_committee(desk, plans, &committee.id);
    let scope = scope(&recorded);
    let caption = desk.word("caption_log").to_owned();
    let table = log::table(&draft, "log-table", caption, About::Plans, recorded.into_iter().take(MOST))?;
    let args = [("committee", (&committee.name).into()), ("count", log::count(&table).into()), ("scope", scope.into())];
    let text = desk.say("history-of-committee", &args);
    let head = Head {
        template: "history.html",
        section: "committees",
        title: desk.say("history-title", &[("plan", (&committee.name).into())]),
        description: text.clone(),
        crumbs: vec![
            draft.link(desk.book.committees(), desk.word("nav_committees")),
            draft.link(own, committee.name.as_str()),
        ],
        updated: None,
    };
    let links = vec![draft.link(&feed_of(own), desk.word("history_feed"))];
    let page = draft.finish(head, vec![lead(text), Block::Table(table), Block::Links { links }]);
    Some(Page { crumb: Some(desk.word("nav_history").to_owned()), ..page })
}

/// Makes the page of the history of the whole site.
pub(super) fn site_page(desk: &Desk, plans: &[&PlanRows]) -> Page {
    let draft = Draft::new(desk, desk.book.history().clone());
    let shared = log::of_site(desk);
    let all = gathered(desk, plans, &shared);
    let shown = all.iter().copied().take(MOST);
    let caption = desk.word("caption_log").to_owned();
    let table = log::table(&draft, "log-table", caption, About::Plans, shown);
    let count = table.as_ref().map_or(0, log::count);
    let text = desk.say("history-of-site", &[("count", count.into()), ("scope", scope(&all).into())]);
    let mut blocks = vec![lead(text.clone())];
    match table {
        Some(table) => blocks.push(Block::Table(table)),
        None => blocks.push(Block::Text { text: desk.word("history_none").to_owned() }),
    }
    let links = vec![draft.link(&feed_of(desk.book.history()), desk.word("history_feed"))];
    blocks.push(Block::Links { links });
    let head = Head {
        template: "history.html",
        section: "history",
        title: desk.word("nav_history").to_owned(),
        description: text,
        crumbs: Vec::new(),
        updated: None,
    };
    draft.finish(head, blocks)
}

/// Returns the word for whether a page shows all that was recorded. Plans keep no more than a page shows.
fn scope(all: &[&LogRow]) -> &'static str {
    if all.len() < MOST { "all" } else { "latest" }
}

/// Returns what was recorded of all plans and of what they share, the newest first.
fn gathered<'r>(desk: &Desk, plans: &[&'r PlanRows], shared: &'r [LogRow]) -> Vec<&'r LogRow> {
    let mut all: Vec<&LogRow> = plans.iter().flat_map(|rows| &rows.log).chain(shared).collect();
    all.sort_by(|a, b| log::newest_first(desk, a, b));
    all
}

/// Returns what was recorded of a committee's measures and plans, the newest first.
pub(super) fn of_committee<'r>(desk: &Desk, plans: &[&'r PlanRows], id: &Id) -> Vec<&'r LogRow> {
    let mut all = gathered(desk, plans, &[]);
    all.retain(|row| row.committees.contains(id));
    all
}

/// Makes the feeds of the site and of its committees.
pub(super) fn site_feeds(desk: &Desk, plans: &[&PlanRows]) -> Vec<Feed> {
    let shared = log::of_site(desk);
    let all = gathered(desk, plans, &shared);
    let committee = |committee: &Committee| {
        let own = of_committee(desk, plans, &committee.id);
        let page = desk.book.committee(&committee.id)?;
        Some(feed(desk, page, format!("{}: {}", desk.site.title, committee.name), own.into_iter()))
    };
    let site = feed(desk, desk.book.history(), desk.site.title.clone(), all.into_iter());
    std::iter::once(site).chain(desk.site.committees.values().filter_map(committee)).collect()
}

/// Makes the feed of a plan.
pub(super) fn plan_feed(desk: &Desk, plan: &Plan, rows: &[LogRow]) -> Feed {
    let title = format!("{}: {}", desk.site.title, plan.title);
    feed(desk, &desk.book.plan_history(&plan.id), title, rows.iter())
}

/// Returns the feed that lies beside a page.
pub(super) fn feed_of(page: &RelPath) -> RelPath {
    let path = page.as_str().strip_suffix(".html").unwrap_or(page.as_str());
    RelPath::new(format!("{path}.xml")).unwrap_or_else(|_| page.clone())
}

fn feed<'r>(desk: &Desk, page: &RelPath, title: String, rows: impl Iterator<Item = &'r LogRow>) -> Feed {
    let path = feed_of(page);
    let draft = Draft::new(desk, path.clone());
    let entries: Vec<FeedEntry> = rows.take(MOST).map(|row| entry(&draft, row)).collect();
    Feed {
        title,
        id: name(desk, path.parts()),
        page: draft.href(page),
        updated: entries.first().map_or_else(|| Timestamp::UNIX_EPOCH.to_string(), |entry| entry.updated.clone()),
        entries,
        path,
    }
}

fn entry(draft: &Draft, row: &LogRow) -> FeedEntry {
    let (desk, line) = (draft.desk, &row.line);
    let correction =
        row.corrects.as_ref().map(|id| desk.say("log-correction", &[("edition", log::title_of(desk, id).into())]));
    let (author, message) =
        log::said(desk, row.place).cloned().map(|said| (said.author, said.message)).unwrap_or_default();
    let parts = [line.plan.clone(), line.date.clone(), correction, Some(log::phrases(desk, &[row])), message];
    let summary = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let href = match &row.fragment {
        Some(fragment) => draft.href_at(&row.page, fragment),
        None => draft.href(&row.page),
    };
    let subject = &line.subject;
    let keys = [&subject.plan, &subject.report, &subject.within, &Some(subject.id.clone()), &line.field];
    let keys = keys.into_iter().filter_map(|key| key.as_deref());
    let own = [row.commit.as_str(), subject.kind].into_iter().chain(keys);
    FeedEntry {
        id: name(desk, own),
        title: format!("{}: {}", line.name, line.what),
        summary,
        author,
        href,
        updated: row.at.to_string(),
    }
}

/// Returns a name for programs that no other site has: below the site's address, else below who publishes it and its title.
fn name<'p>(desk: &Desk, parts: impl Iterator<Item = &'p str>) -> String {
    let path = parts.map(encoded).collect::<Vec<_>>().join("/");
    match &desk.site.url {
        Some(url) => format!("{}/{path}", url.trim_end_matches('/')),
        None => format!("urn:fremdrift:{}:{}:{path}", encoded(&desk.site.organisation), encoded(&desk.site.title)),
    }
}

/// Returns a text as a part of an address: whatever is more than a plain letter or digit as its bytes.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::fixtures::with_desk;

    #[test]
    fn names_for_programs_are_those_of_one_site_and_one_thing() {
        assert_eq!(encoded("Prøve by/1:2"), "Pr%C3%B8ve%20by%2F1%3A2");
        with_desk(&[], |desk| {
            let of = |title: &str, url: Option<&str>, part: &str| {
                let site = crate::model::Site { title: title.into(), url: url.map(str::to_owned), ..desk.site.clone() };
                name(&Desk { site: &site, ..*desk }, ["a", part].into_iter())
            };
            let all = [("A", "æ"), ("A", "ø"), ("A", "-"), ("B", "æ"), ("A:a", "æ")]
                .map(|(title, part)| of(title, None, part));
            let different: std::collections::BTreeSet<&String> = all.iter().collect();
            assert_eq!(different.len(), all.len(), "{all:?}");
            assert!(all[0].starts_with("urn:fremdrift:") && all[0].ends_with(":A:a/%C3%A6"), "{all:?}");
            assert_eq!(of("A", Some("https://x.dk/s/"), "æ"), "https://x.dk/s/a/%C3%A6");
        });
    }
}
