//! Pages as data: what a reader sees, before any HTML.
//!
//! Floor 8. Templates lay out what stands on a page and compute nothing. `render` and the templates see pages, never the
//! model.
//!
//! A plan answers its own [`Page`]s and a few small rows ([`plan_pages`]); the shared pages are made of
//! all rows ([`site_pages`]). One file per page type, one per table; [`ViewContext`] is what all are written with.

#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects, clippy::indexing_slicing))]

mod a_to_z;
mod about;
mod address;
mod against;
mod all_measures;
mod attention;
mod calendar;
mod chronicle;
mod committee;
mod context;
mod differing;
mod disagreements;
mod editions;
mod elsewhere;
mod figures;
mod history;
mod home;
mod indicator;
mod leading;
mod levels;
mod lists;
mod log;
mod long_list;
mod measure;
mod meeting_days;
mod meeting_pack;
mod milestones;
mod months;
mod moved;
mod overview;
mod owner;
mod page;
mod plan;
mod plans;
mod prose;
mod recent;
mod report;
mod scales;
mod search;
mod since;
mod site_addresses;
mod site_entries;
mod site_history;
mod summarize;
mod tables;
mod writer;

#[cfg(test)]
pub(crate) mod fixtures;
mod flow;

pub use address::{Address, Addresses};
pub use calendar::{Calendar, CalendarEvent};
pub use context::ViewContext;
pub use editions::EditionFacts;
pub use elsewhere::{OtherVersion, OtherVersionKind};
pub use history::{Feed, FeedEntry};
pub use moved::{OldAddress, moved_page, old_addresses_of_registers};
pub use page::{
    AttentionEntry, Block, ChangeEntry, ChartBlock, Fact, LegendEntry, PAGE_DATA_VERSION, Page, PageLink, StatusStep,
    Tile, TimelineEntry, page_block,
};
pub use prose::prose_page;
pub use search::{IndexedPlan, SearchIndex};
pub use site_addresses::{plan_addresses, shared_addresses};
pub use site_entries::OrdinaryPage;
pub use site_history::{EditionCut, Past};

use std::collections::BTreeSet;

use rayon::prelude::*;

use moved::OldPages;

use crate::{
    model::{Edition, Plan},
    summary::PlanSummary,
    value::{Prose, RelPath},
};

/// What one plan comes to: its pages, and its rows for the pages that all plans share.
#[derive(Clone, Debug)]
pub struct PlanView<T = Page> {
    /// What became of its pages: the plan's, then its measures', its indicators', its reports'.
    pub pages: Vec<T>,
    /// What shared pages need of it.
    pub rows: PlanSummary,
    /// Its feed, where it has a past.
    pub feed: Option<Feed>,
    /// The addresses its pages had before.
    pub old: Vec<OldAddress>,
}

/// Which pages are made: all, or some by their addresses.
#[derive(Clone, Copy, Debug)]
pub enum ChosenPages<'p> {
    /// All that there are.
    All,
    /// These, of those that there are.
    Only(&'p BTreeSet<RelPath>),
}

impl ChosenPages<'_> {
    /// Tells whether a page is made, where there is one at an address.
    #[must_use]
    pub fn has(self, page: &RelPath) -> bool {
        match self {
            Self::All => true,
            Self::Only(pages) => pages.contains(page),
        }
    }
}

/// Makes the pages of one plan, and its rows. It needs no other plan. Each page is given away as soon as it is made, so
/// that not all of them are in memory at once. Of old addresses it knows those of the pages that it makes.
///
/// # Errors
///
/// Answers the first error of whoever takes the pages, and makes no more of them.
pub fn plan_pages<T, E>(
    context: &ViewContext,
    plan: &Plan,
    chosen: ChosenPages<'_>,
    take: impl Fn(Page) -> Result<T, E>,
) -> Result<PlanView<T>, E> {
    let (rows, addresses) = (PlanSummary::new(context, plan), context.addresses);
    let log = if plan.closed { Vec::new() } else { log::of_plan(context, plan, &rows) };
    let charts = figures::ChartCache::default();
    let withheld = history::withheld_measures(context, &rows);
    let withheld = |at: usize| withheld.contains(&at).then(|| history::withheld_words(context));
    let of_indicators = history::withheld_indicators(context, plan);
    let of_indicator = |at: usize| of_indicators.contains(&at).then(|| history::withheld_words(context));
    let mut old = OldPages::of(plan);
    let mut makers: Vec<(RelPath, MakeInPlan<'_>)> = Vec::new();
    makers.push((
        addresses.plan(&plan.id).into_owned(),
        Box::new(|| Some(plan::page(context, plan, (&log, &rows), &charts))),
    ));
    for (at, measure) in plan.measures.iter().enumerate() {
        let (log, charts, withheld) = (&log, &charts, &withheld);
        let make = move || measure::page(context, plan, at, (log, withheld(at)), charts);
        makers.push((addresses.measure(&plan.id, &measure.file).into_owned(), Box::new(make)));
    }
    for (at, indicator) in plan.indicators.iter().enumerate() {
        let (log, withheld) = (&log, &of_indicator);
        let make = move || indicator::page(context, plan, at, (log, withheld(at)));
        makers.push((addresses.indicator(&plan.id, &indicator.slug), Box::new(make)));
    }
    makers.push((addresses.months(&plan.id), Box::new(|| months::page(context, plan, &charts))));
    for (at, report) in plan.reports.iter().enumerate() {
        let (log, charts) = (&log, &charts);
        let make = move || report::page(context, plan, at, (log, charts));
        makers.push((addresses.report(&plan.id, report.as_of), Box::new(make)));
    }
    makers.push((addresses.plan_history(&plan.id), Box::new(|| history::plan_page(context, plan, &log))));
    let pages = makers
        .iter()
        .filter(|(path, _)| chosen.has(path))
        .filter_map(|(_, make)| make())
        .inspect(|page| old.note(page))
        .map(take)
        .collect::<Result<Vec<T>, E>>()?;
    drop(makers);
    let feed = (!log.is_empty()).then(|| history::plan_feed(context, plan, &log));
    let old = old.addresses(context);
    Ok(PlanView { pages, rows: PlanSummary { log: log::kept(log), ..rows }, feed, old })
}

/// Makes the rows of one plan alone.
#[must_use]
pub fn plan_rows(context: &ViewContext, plan: &Plan) -> PlanSummary {
    PlanSummary::new(context, plan)
}

/// Makes what an edition keeps of one plan.
#[must_use]
pub fn edition_rows(context: &ViewContext, plan: &Plan) -> PlanSummary {
    PlanSummary::of_edition(context, plan)
}

/// What shared pages tell beside the plans.
#[derive(Clone, Copy, Debug, Default)]
pub struct SiteFacts<'a> {
    /// The words of the front page: `content/index.md`.
    pub front: Option<&'a Prose>,
    /// The ordinary pages.
    pub pages: &'a [OrdinaryPage],
    /// The revision of the content that the site was built from.
    pub revision: Option<&'a str>,
    /// The editions, the oldest first.
    pub editions: &'a [EditionFacts<'a>],
    /// The edition that is made; `None` for the site of today.
    pub edition: Option<&'a Edition>,
    /// How many records of the edition that is made have been hidden since; `None` for the site of today.
    pub closed_since: Option<usize>,
    /// Some of that is withheld of the past, not closed.
    pub is_redacted: bool,
}

/// Makes the pages that all plans share, of their rows, and gives each away as soon as it is made: together they would
/// fill more memory than all rows. Answers what became of them, in an order that is always the same.
///
/// Plans stand in the order of their titles, whatever order their rows come in.
///
/// # Errors
///
/// Answers an error of whoever takes the pages, and makes no more of them.
pub fn site_pages<T: Send, E: Send>(
    context: &ViewContext,
    plans: &[&PlanSummary],
    facts: &SiteFacts,
    chosen: ChosenPages<'_>,
    take: impl Fn(Page) -> Result<T, E> + Sync + Send,
) -> Result<Vec<T>, E> {
    let mut sorted = plans.to_vec();
    // What is finished stands behind what is not, wherever plans are listed.
    sorted.sort_by(|a, b| {
        let is_finished = |rows: &PlanSummary| rows.plan.finished.is_some();
        let by_title = || context.locale.compare(&a.plan.title, &b.plan.title).then_with(|| a.plan.id.cmp(&b.plan.id));
        is_finished(a).cmp(&is_finished(b)).then_with(by_title)
    });
    let all = overview::Overview { plans: &sorted };
    let index = overview::PlansByOwner::new(&sorted);
    let addresses = context.addresses;
    let mut makers: Vec<(Option<RelPath>, Make)> = vec![
        (Some(addresses.home().clone()), Box::new(|| Some(home::page(context, all, &index, facts)))),
        (Some(addresses.plans().clone()), Box::new(|| Some(plans::page(context, all)))),
        (Some(addresses.committees().clone()), Box::new(|| Some(committee::list(context, &index)))),
        (Some(addresses.owners().clone()), Box::new(|| Some(owner::list(context, all, &index)))),
        (Some(addresses.milestones().clone()), Box::new(|| Some(milestones::page(context, all)))),
        (Some(addresses.disagreements().clone()), Box::new(|| Some(disagreements::page(context, all)))),
        (Some(addresses.scales().clone()), Box::new(|| Some(scales::page(context)))),
        (Some(addresses.about().clone()), Box::new(|| Some(about::page(context, all, facts)))),
    ];
    if facts.closed_since.is_none() {
        makers.push((Some(addresses.not_found().clone()), Box::new(|| Some(about::not_found(context)))));
    }
    if context.past.is_some() {
        makers.push((Some(addresses.history().clone()), Box::new(|| Some(history::site_page(context, &sorted)))));
    }
    if !facts.editions.is_empty() {
        makers.push((
            Some(addresses.editions().clone()),
            Box::new(|| Some(editions::list(context, all, facts.editions))),
        ));
    }
    for edition in facts.editions {
        let page = addresses.edition(&edition.snapshot.edition.id).cloned();
        makers.push((page, Box::new(move || editions::page(context, all, edition))));
    }
    for committee in context.site.committees.values() {
        let (all, id) = (index.committee(&committee.id), &committee.id);
        let pack = committee::meeting_pack(context, all, committee, facts.edition);
        makers.push((
            addresses.committee(id).cloned(),
            Box::new(move || committee::page(context, all, committee, facts.edition)),
        ));
        makers.push((pack, Box::new(move || meeting_pack::page(context, all, committee, facts))));
        if context.past.is_some() {
            let page = addresses.committee_history(id);
            makers.push((page, Box::new(move || history::committee_page(context, all.plans, committee))));
        }
    }
    for owner in context.site.owners.values() {
        let page = addresses.owner(&owner.id).cloned();
        makers.push((page, Box::new(|| owner::page(context, index.owner(&owner.id), owner))));
    }
    makers.retain(|(page, _)| page.as_ref().is_some_and(|page| chosen.has(page)));
    // How many pages the long lists fill is known when they are made.
    let long = || [a_to_z::pages(context, &sorted, facts), all_measures::pages(context, all)].into_iter().flatten();
    let is_long_wanted = match chosen {
        ChosenPages::All => true,
        ChosenPages::Only(pages) => pages.len() > makers.len(),
    };
    let long: Vec<Page> =
        is_long_wanted.then(long).into_iter().flatten().filter(|page| chosen.has(&page.path)).collect();
    let made = makers.par_iter().filter_map(|(_, make)| make());
    made.chain(long).map(take).collect()
}

/// Makes one page of a plan, where there is anything to show on it. They share what charts are made of, so that one thread makes all.
type MakeInPlan<'a> = Box<dyn Fn() -> Option<Page> + 'a>;

/// Makes one page that plans share, where there is anything to show on it.
type Make<'a> = Box<dyn Fn() -> Option<Page> + Sync + 'a>;

/// Makes the calendars of the site and of its committees; of those that have a date.
#[must_use]
pub fn site_calendars(context: &ViewContext, plans: &[&PlanSummary]) -> Vec<Calendar> {
    calendar::of_site(context, plans)
}

/// Makes the feeds that all plans share: of the site and of each committee. A site without a past has none.
#[must_use]
pub fn site_feeds(context: &ViewContext, plans: &[&PlanSummary]) -> Vec<Feed> {
    if context.past.is_some() { history::site_feeds(context, plans) } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::locale::{LOCALES, Locale};

    /// Returns the sources that word what readers see.
    fn sources() -> String {
        let rooms = ["src/summary", "src/table", "src/view", "src/wording"].into_iter();
        let files = rooms.flat_map(|room| walkdir::WalkDir::new(room).sort_by_file_name()).filter_map(Result::ok);
        let sources = files.filter(|file| file.path().extension().is_some_and(|ending| ending == "rs"));
        sources.map(|source| std::fs::read_to_string(source.path()).expect("a source")).collect()
    }

    #[test]
    fn every_language_has_every_word() {
        // Keys of words are written with `_`, and stand alone between quotes.
        let is_key = |text: &&String| {
            text.trim_matches('_').contains('_') && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
        };
        let sources = sources();
        let found: BTreeSet<String> =
            sources.lines().flat_map(|line| line.split('"').skip(1).step_by(2)).map(str::to_owned).collect();
        for language in LOCALES {
            let locale = Locale::new(language, &[]).expect("a locale");
            let is_missing = |key: &&String| {
                let is_group = |word: &String| word.starts_with(&format!("{key}_"));
                !locale.words().contains_key(*key) && !locale.words().keys().any(is_group)
            };
            let missing: Vec<_> = found.iter().filter(is_key).filter(is_missing).collect();
            assert_eq!(missing, [""; 0], "{language:?}");
            let sentences = sources.split("say(\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0));
            let unsaid: Vec<_> = sentences.filter(|key| !key.is_empty() && !locale.has(key)).collect();
            assert_eq!(unsaid, [""; 0], "{language:?}");
        }
    }
}
