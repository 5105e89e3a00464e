//! The history of a plan and of the site, as pages and as feeds.

use std::{
    cmp::Ordering,
    collections::{BTreeSet, BinaryHeap},
};

use jiff::Timestamp;
use serde::Serialize;

use super::{
    Block, Page, ViewContext,
    chronicle::{self, ToldHistory},
    log::{self, MOST},
    tables::{About, log_count, log_table},
    writer::{PageHead, PageWriter, lead},
};
use crate::{
    locale::Language,
    model::{Committee, Plan},
    summary::{LogRow, PlanSummary},
    value::{Id, RelPath},
    wording::line_phrases,
};

/// A feed: what was recorded, the newest first, for programs that watch.
#[derive(Clone, Debug, Serialize)]
pub struct Feed {
    /// Where it lies within the output.
    #[serde(skip)]
    pub path: RelPath,
    /// Its language.
    #[serde(skip)]
    pub language: Language,
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
    /// Its language, where it is another than the feed's: `sv`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'static str>,
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
pub(super) fn plan_page(context: &ViewContext, plan: &Plan, rows: &[LogRow]) -> Option<Page> {
    let writer = PageWriter::new(context, context.addresses.plan_history(&plan.id));
    let caption = context.word("caption_log").to_owned();
    let table = log_table(&writer, "log-table", caption, About::Plan, rows.iter())?;
    let text = context.say("history-of-plan", &[("plan", (&plan.title).into()), ("count", log_count(&table).into())]);
    let head = PageHead {
        template: "history.html",
        section: "plans",
        title: context.say("history-title", &[("plan", (&plan.title).into())]),
        description: text.clone(),
        crumbs: vec![
            writer.link(context.addresses.plans(), context.word("nav_plans")),
            writer.link(&context.addresses.plan(&plan.id), plan.short_title()),
        ],
        updated: None,
    };
    let links = vec![writer.link(&feed_of(&context.addresses.plan_history(&plan.id)), context.word("history_feed"))];
    let withheld = withheld(context, |plans| plans.contains(&Some(plan.id.clone())));
    let blocks = [lead(text)].into_iter().chain(withheld).chain([Block::Table(table), Block::Links { links }]);
    let page = writer.finish(head, blocks.collect());
    Some(Page { crumb: Some(context.word("nav_history").to_owned()), ..page })
}

/// Says that something is withheld, where that is so: neither what nor when, for that would lead to it.
fn withheld(context: &ViewContext, is_concerned: impl Fn(&BTreeSet<Option<Id>>) -> bool) -> Option<Block> {
    let redacted = context.past?.history.redacted()?;
    is_concerned(&redacted.plans).then(|| withheld_words(context))
}

/// The words that something is withheld.
pub(super) fn withheld_words(context: &ViewContext) -> Block {
    Block::Text { text: context.word("history_withheld").to_owned() }
}

/// Returns the places of a plan's measures of whose own history something is withheld: of the measure, of what reports
/// say of it, of its indicators.
pub(super) fn withheld_measures(context: &ViewContext, rows: &PlanSummary) -> BTreeSet<usize> {
    let Some(redacted) = context.past.and_then(|past| past.history.redacted()) else { return BTreeSet::new() };
    let own = redacted.subjects.iter().filter(|subject| subject.plan.as_ref() == Some(&rows.plan.id));
    own.filter_map(|subject| rows.measure_of(subject.kind.word(), &subject.id, subject.within.as_deref())).collect()
}

/// Returns the places of a plan's indicators of whose own history something is withheld.
pub(super) fn withheld_indicators(context: &ViewContext, plan: &Plan) -> BTreeSet<usize> {
    let Some(redacted) = context.past.and_then(|past| past.history.redacted()) else { return BTreeSet::new() };
    let own = redacted.subjects.iter().filter(|subject| subject.plan.as_ref() == Some(&plan.id));
    own.filter_map(|subject| plan.indicator_of(subject.kind.word(), &subject.id, subject.within.as_deref())).collect()
}

/// Makes the page of the newest that was recorded of a committee's plans and measures.
pub(super) fn committee_page(context: &ViewContext, plans: &[&PlanSummary], committee: &Committee) -> Option<Page> {
    let writer = PageWriter::new(context, context.addresses.committee_history(&committee.id)?);
    let own = context.addresses.committee(&committee.id)?;
    let recorded = of_committee(context, plans, &committee.id);
    let scope = scope(&recorded);
    let ToldHistory { blocks: told, count } = chronicle::tell(&writer, &recorded);
    if count == 0 {
        return None;
    }
    let args = [("committee", (&committee.name).into()), ("count", count.into()), ("scope", scope.into())];
    let text = context.say("history-of-committee", &args);
    let head = PageHead {
        template: "history.html",
        section: "committees",
        title: context.say("history-title", &[("plan", (&committee.name).into())]),
        description: text.clone(),
        crumbs: vec![
            writer.link(context.addresses.committees(), context.word("nav_committees")),
            writer.link(own, committee.name.as_str()),
        ],
        updated: None,
    };
    let links = vec![writer.link(&feed_of(own), context.word("history_feed"))];
    let blocks = [lead(text)].into_iter().chain(told).chain([Block::Links { links }]);
    let page = writer.finish(head, blocks.collect());
    Some(Page { crumb: Some(context.word("nav_history").to_owned()), ..page })
}

/// Makes the page of the history of the whole site.
pub(super) fn site_page(context: &ViewContext, plans: &[&PlanSummary]) -> Page {
    let writer = PageWriter::new(context, context.addresses.history().clone());
    let shared = log::of_site(context);
    let all = newest(context, lists(plans).chain([shared.as_slice()]), &|_| true);
    let ToldHistory { blocks: told, count } = chronicle::tell(&writer, &all);
    let text = context.say("history-of-site", &[("count", count.into()), ("scope", scope(&all).into())]);
    let mut blocks = vec![lead(text.clone())];
    blocks.extend(withheld(context, |plans| !plans.is_empty()));
    match told.is_empty() {
        false => blocks.extend(told),
        true => blocks.push(Block::Text { text: context.word("history_none").to_owned() }),
    }
    let links = vec![writer.link(&feed_of(context.addresses.history()), context.word("history_feed"))];
    blocks.push(Block::Links { links });
    let head = PageHead {
        template: "history.html",
        section: "history",
        title: context.word("nav_history").to_owned(),
        description: text,
        crumbs: Vec::new(),
        updated: None,
    };
    writer.finish(head, blocks)
}

/// Returns the word for whether a page shows all that was recorded. Plans keep no more than a page shows.
fn scope(all: &[&LogRow]) -> &'static str {
    if all.len() < MOST { "all" } else { "latest" }
}

/// Returns what was recorded of each plan, the newest first.
fn lists<'r>(plans: &[&'r PlanSummary]) -> impl Iterator<Item = &'r [LogRow]> {
    plans.iter().map(|rows| rows.log.as_slice())
}

/// Returns the newest of what was recorded of a committee's measures and plans, no more than a page shows.
pub(super) fn of_committee<'r>(context: &ViewContext, plans: &[&'r PlanSummary], id: &Id) -> Vec<&'r LogRow> {
    newest(context, lists(plans), &|row| row.committees.contains(id))
}

/// Merges lists that stand the newest first, and returns the first [`MOST`] of the rows that are wanted.
///
/// A site asks this for itself and for each committee, and most lists end in rows that no page shows. Sorting all rows
/// with the language's collator each time was 40 % of a build with a history; merging compares what it returns.
fn newest<'r>(
    context: &ViewContext,
    lists: impl Iterator<Item = &'r [LogRow]>,
    is_wanted: &dyn Fn(&LogRow) -> bool,
) -> Vec<&'r LogRow> {
    let wanted = lists.map(|list| list.iter().filter(|row| is_wanted(row)));
    let heads =
        wanted.enumerate().filter_map(|(list, mut rest)| Some(ListHead { row: rest.next()?, rest, list, context }));
    let mut heads: BinaryHeap<_> = heads.collect();
    let mut newest = Vec::new();
    while newest.len() < MOST
        && let Some(ListHead { row, mut rest, list, context }) = heads.pop()
    {
        newest.push(row);
        heads.extend(rest.next().map(|row| ListHead { row, rest, list, context }));
    }
    newest
}

/// The newest row of a list that is not yet merged, and those after it.
struct ListHead<'d, 'r, I> {
    row: &'r LogRow,
    rest: I,
    /// The place of the list: of rows alike, those of earlier lists come first, as in a stable sort.
    list: usize,
    context: &'d ViewContext<'d>,
}

impl<I> Ord for ListHead<'_, '_, I> {
    /// The greatest is merged next.
    fn cmp(&self, other: &Self) -> Ordering {
        log::newest_first(self.context, self.row, other.row).then(self.list.cmp(&other.list)).reverse()
    }
}

impl<I> PartialOrd for ListHead<'_, '_, I> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<I> PartialEq for ListHead<'_, '_, I> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl<I> Eq for ListHead<'_, '_, I> {}

/// Makes the feeds of the site and of its committees.
pub(super) fn site_feeds(context: &ViewContext, plans: &[&PlanSummary]) -> Vec<Feed> {
    let shared = log::of_site(context);
    let all = newest(context, lists(plans).chain([shared.as_slice()]), &|_| true);
    let committee = |committee: &Committee| {
        let own = of_committee(context, plans, &committee.id);
        let page = context.addresses.committee(&committee.id)?;
        Some(feed(context, page, format!("{}: {}", context.site.title, committee.name), own.into_iter()))
    };
    let site = feed(context, context.addresses.history(), context.site.title.clone(), all.into_iter());
    std::iter::once(site).chain(context.site.committees.values().filter_map(committee)).collect()
}

/// Makes the feed of a plan.
pub(super) fn plan_feed(context: &ViewContext, plan: &Plan, rows: &[LogRow]) -> Feed {
    let title = format!("{}: {}", context.site.title, plan.title);
    feed(context, &context.addresses.plan_history(&plan.id), title, rows.iter())
}

/// Returns the feed that lies beside a page.
pub(super) fn feed_of(page: &RelPath) -> RelPath {
    let path = page.as_str().strip_suffix(".html").unwrap_or(page.as_str());
    RelPath::new(format!("{path}.xml")).unwrap_or_else(|_| page.clone())
}

fn feed<'r>(context: &ViewContext, page: &RelPath, title: String, rows: impl Iterator<Item = &'r LogRow>) -> Feed {
    let path = feed_of(page);
    let writer = PageWriter::new(context, path.clone());
    let entries: Vec<FeedEntry> = rows.take(MOST).map(|row| entry(&writer, row)).collect();
    Feed {
        language: context.locale.language(),
        title,
        id: name(context, path.parts()),
        page: writer.href(page),
        updated: entries.first().map_or_else(|| Timestamp::UNIX_EPOCH.to_string(), |entry| entry.updated.clone()),
        entries,
        path,
    }
}

fn entry(writer: &PageWriter, row: &LogRow) -> FeedEntry {
    let (context, line) = (&writer.context.in_language(row.language), &row.line);
    let correction = log::beside_edition(context, row).map(|(text, _)| text);
    let (author, message) =
        log::said(context, row.place).cloned().map(|said| (said.author, said.message)).unwrap_or_default();
    let parts = [line.plan.clone(), line.date.clone(), correction, Some(line_phrases(context, &[line])), message];
    let summary = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let href = match &row.fragment {
        Some(fragment) => writer.href_at(&row.page, fragment),
        None => writer.href(&row.page),
    };
    let subject = &line.subject;
    let keys = [&subject.plan, &subject.report, &subject.within, &Some(subject.id.clone()), &line.field];
    let keys = keys.into_iter().filter_map(|key| key.as_deref());
    let own = [row.commit.as_str(), subject.kind].into_iter().chain(keys);
    FeedEntry {
        id: name(context, own),
        lang: writer.context.foreign(row.language),
        title: format!("{}: {}", line.name, line.what),
        summary,
        author,
        href,
        updated: row.at.to_string(),
    }
}

/// Returns a name for programs that no other site has: below the site's address, else below who publishes it and its title.
pub(super) fn name<'p>(context: &ViewContext, parts: impl Iterator<Item = &'p str>) -> String {
    let path = parts.map(encoded).collect::<Vec<_>>().join("/");
    match &context.site.url {
        Some(url) => format!("{}/{path}", url.trim_end_matches('/')),
        None => {
            format!("urn:fremdrift:{}:{}:{path}", encoded(&context.site.organisation), encoded(&context.site.title))
        }
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
    use crate::{
        summary::ChangeLine,
        value::Date,
        view::fixtures::{id, with_context},
    };

    fn row(place: usize, plan: &str, name: String, committee: &str) -> LogRow {
        LogRow {
            place,
            recorded: Date::constant(2020, 6, 30),
            at: Timestamp::UNIX_EPOCH,
            commit: String::new(),
            line: ChangeLine { name, ..ChangeLine::unreadable(Some((plan, plan)), "Tiltag") },
            language: Language::Danish,
            corrects: None,
            late: None,
            page: RelPath::new("a.html").expect("a path"),
            fragment: None,
            measure: None,
            committees: vec![id(committee)],
        }
    }

    /// Rows of plans that are recorded in few commits, so that many stand side by side, some of them alike.
    fn recorded(context: &ViewContext, plans: usize, rows: usize) -> Vec<Vec<LogRow>> {
        let mut state = 7_usize;
        let mut random = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let titles = ["Ånden", "Zonen", "Plan 10", "Plan 9", "plan 9", "Øen"];
        let mut list = |plan: usize| {
            let title = titles[plan % titles.len()];
            let mut list: Vec<LogRow> = (0..rows)
                .map(|_| row(random(5), title, format!("Tiltag {}", random(12)), ["BUU", "USB"][random(2)]))
                .collect();
            list.sort_by(|a, b| log::newest_first(context, a, b));
            list
        };
        (0..plans).map(&mut list).collect()
    }

    #[test]
    fn the_newest_rows_are_those_that_sorting_all_of_them_puts_first() {
        with_context(&[], |context| {
            for (plans, rows) in [(0, 0), (1, 0), (1, 1), (3, 2), (9, 30), (9, 80), (40, 25), (2, 400)] {
                let all = recorded(context, plans, rows);
                for committee in [None, Some(id("BUU")), Some(id("none"))] {
                    let is_wanted =
                        |row: &LogRow| committee.as_ref().is_none_or(|committee| row.committees.contains(committee));
                    let mut sorted: Vec<&LogRow> = all.iter().flatten().filter(|row| is_wanted(row)).collect();
                    sorted.sort_by(|a, b| log::newest_first(context, a, b));
                    sorted.truncate(MOST);
                    let merged = newest(context, all.iter().map(Vec::as_slice), &is_wanted);
                    let places = |rows: &[&LogRow]| rows.iter().map(|row| std::ptr::from_ref(*row)).collect::<Vec<_>>();
                    assert_eq!(places(&merged), places(&sorted), "{plans} plans, {rows} rows, {committee:?}");
                }
            }
        });
    }

    #[test]
    fn no_row_is_looked_at_that_stands_behind_those_that_are_shown() {
        with_context(&[], |context| {
            let all = recorded(context, 50, 300);
            let looked_at = std::cell::Cell::new(0);
            let count = |_: &LogRow| {
                looked_at.set(looked_at.get() + 1);
                true
            };
            let merged = newest(context, all.iter().map(Vec::as_slice), &count);
            assert_eq!((merged.len(), looked_at.get()), (MOST, MOST + all.len()), "of {} rows", 50 * 300);
        });
    }

    #[test]
    fn names_for_programs_are_those_of_one_site_and_one_thing() {
        assert_eq!(encoded("Prøve by/1:2"), "Pr%C3%B8ve%20by%2F1%3A2");
        with_context(&[], |context| {
            let of = |title: &str, url: Option<&str>, part: &str| {
                let site =
                    crate::model::Site { title: title.into(), url: url.map(str::to_owned), ..context.site.clone() };
                name(&ViewContext { site: &site, ..*context }, ["a", part].into_iter())
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
