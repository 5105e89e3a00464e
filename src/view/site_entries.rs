//! What a reader can look for on a site: plans, measures, indicators, milestones, decisions, committees, owners and pages, each with
//! what it is called.
//!
//! The list from A to Z and the search are made of the same entries, so that whatever is found by one is found by the other.

use std::borrow::Cow;

use super::{
    SiteFacts, ViewContext, committee::meeting_pack, editions::front_of, levels::chips, overview::PlansByOwner,
};
use crate::{
    locale::Language,
    model::Lifecycle,
    summary::{MeasureSummary, PlanSummary},
    table::Chip,
    value::{Id, Period, RelPath},
};

/// Something a reader can look for.
#[derive(Clone, Debug)]
pub(super) struct SiteEntry<'r> {
    /// Its number, where it has one.
    pub number: Option<&'r str>,
    /// Its name.
    pub title: String,
    /// What kind of thing it is, where no plan says so: `Udvalg`.
    pub kind: Option<Cow<'r, str>>,
    /// The plan it is, or stands in.
    pub plan: Option<&'r PlanSummary>,
    /// Where it stands: at a level, else in its life.
    pub status: Option<Chip>,
    /// The committees it belongs to.
    pub committees: &'r [Id],
    /// The roles that own it.
    pub owners: &'r [Id],
    /// Its journal number.
    pub case: Option<&'r str>,
    /// The beginning of what its latest status says; of a plan the names of its tables' rows.
    pub said: &'r str,
    /// The report it was last told of in.
    pub updated: Option<Period>,
    /// The language of its name.
    pub language: Language,
    /// Its page.
    pub page: Cow<'r, RelPath>,
    /// The part of the page it stands in, where it has none of its own.
    pub part: Option<&'static str>,
}

/// An ordinary page: its name and where it lies.
pub type OrdinaryPage = (String, RelPath);

/// Returns all that can be looked for, plan by plan, then what plans share.
pub(super) fn site_entries<'r>(
    context: &'r ViewContext,
    plans: &'r [&'r PlanSummary],
    facts: &'r SiteFacts<'r>,
) -> Vec<SiteEntry<'r>> {
    let of_plans = plans.iter().flat_map(|rows| {
        let measures = rows.measures.iter().map(|row| measure(context, rows, row));
        let indicators = rows.indicators.iter().map(|row| SiteEntry {
            title: row.title.clone(),
            status: None,
            updated: None,
            page: Cow::Borrowed(&row.page),
            ..plan(context, rows)
        });
        let milestones = rows.milestones.iter().map(|row| SiteEntry {
            number: row.number.printed(),
            title: row.title.clone(),
            status: chips(context, row.level).pop().or_else(|| row.lifecycle.map(|state| context.lifecycle(state))),
            committees: row.committee.as_slice(),
            owners: &row.owners,
            updated: None,
            part: Some("milestones"),
            ..plan(context, rows)
        });
        let decisions = rows.meetings.iter().filter(|meeting| meeting.decided.is_some()).map(|meeting| SiteEntry {
            title: meeting.title.clone(),
            status: None,
            committees: meeting.committee.as_slice(),
            updated: None,
            page: Cow::Borrowed(&meeting.page),
            part: meeting.fragment,
            ..plan(context, rows)
        });
        let own = SiteEntry { case: rows.case.as_deref(), said: &rows.row_names, ..plan(context, rows) };
        std::iter::once(own).chain(measures).chain(indicators).chain(milestones).chain(decisions)
    });
    let named = |title: String, kind: Option<Cow<'r, str>>, page: Cow<'r, RelPath>| SiteEntry {
        number: None,
        title,
        kind,
        plan: None,
        status: None,
        committees: &[],
        owners: &[],
        case: None,
        said: "",
        updated: None,
        language: context.site.language,
        page,
        part: None,
    };
    let committees = context.site.committees.values().filter_map(|committee| {
        let page = context.addresses.committee(&committee.id)?;
        let is_coded = committee.name != committee.id.as_str();
        let entry = named(committee.name.clone(), Some(context.word("col_committee").into()), Cow::Borrowed(page));
        Some(SiteEntry { number: is_coded.then_some(committee.id.as_str()), ..entry })
    });
    let owners = context.site.owners.values().filter_map(|owner| {
        let page = context.addresses.owner(&owner.id)?;
        Some(named(owner.title.clone(), Some(context.word("col_owner").into()), Cow::Borrowed(page)))
    });
    let own = [
        ("nav_milestones", context.addresses.milestones()),
        ("nav_disagreements", context.addresses.disagreements()),
        ("nav_scales", context.addresses.scales()),
        ("nav_about", context.addresses.about()),
    ];
    let own = own.into_iter().map(|(word, page)| named(context.word(word).to_owned(), None, Cow::Borrowed(page)));
    let pages = facts.pages.iter().map(|(title, page)| named(title.clone(), None, Cow::Borrowed(page)));
    let shared = committees.chain(owners).chain(own).chain(pages);
    let shared: Vec<SiteEntry> = shared.chain(past_and_papers(context, plans, facts, &named)).collect();
    of_plans.chain(shared).collect()
}

/// Returns what readers ask for by a word that is no name: what was said then, the papers of a meeting, the figures.
fn past_and_papers<'r>(
    context: &'r ViewContext,
    plans: &[&'r PlanSummary],
    facts: &'r SiteFacts<'r>,
    named: &dyn Fn(String, Option<Cow<'r, str>>, Cow<'r, RelPath>) -> SiteEntry<'r>,
) -> Vec<SiteEntry<'r>> {
    let mut found = Vec::new();
    // A month and a year are what an edition is remembered by, whatever it is called.
    for edition in facts.editions.iter().rev().map(|facts| &facts.snapshot.edition) {
        let Some(page) = front_of(context, &edition.id) else { continue };
        let date = context.locale.date(edition.as_of);
        let meeting = edition.meeting.as_ref().and_then(|meeting| meeting.date).map(|date| context.locale.period(date));
        let kind = match &meeting {
            Some(meeting) => {
                context.say("search-edition-met", &[("date", (&date).into()), ("meeting", meeting.into())])
            }
            None => context.say("search-edition", &[("date", (&date).into())]),
        };
        found.push(named(edition.title.clone(), Some(kind.into()), Cow::Owned(page)));
    }
    let index = PlansByOwner::new(plans);
    for committee in context.site.committees.values() {
        let Some(page) = meeting_pack(context, index.committee(&committee.id), committee, facts.edition) else {
            continue;
        };
        let title = context.say("pack-title", &[("committee", (&committee.name).into())]);
        // Whoever looks for a document to print looks for it by what those are called.
        let kind = context.say("search-pack", &[("committee", committee.id.as_str().into())]);
        found.push(named(title, Some(kind.into()), Cow::Owned(page)));
    }
    if context.site.offers("csv") || context.site.offers("xlsx") {
        let formats = Some(context.word("search_data_formats").into());
        found.push(named(context.word("block_data").to_owned(), formats, Cow::Borrowed(context.addresses.about())));
    }
    found
}

fn plan<'r>(context: &ViewContext, rows: &'r PlanSummary) -> SiteEntry<'r> {
    SiteEntry {
        number: None,
        title: rows.plan.full_title.clone(),
        kind: None,
        plan: Some(rows),
        status: chips(context, rows.plan.level).pop(),
        committees: &rows.plan.committees,
        owners: &rows.plan.owners,
        case: None,
        said: "",
        updated: rows.plan.as_of,
        language: rows.plan.language,
        page: Cow::Borrowed(&rows.plan.page),
        part: None,
    }
}

fn measure<'r>(context: &ViewContext, rows: &'r PlanSummary, row: &'r MeasureSummary) -> SiteEntry<'r> {
    let lifecycle = row.lifecycle.filter(|state| *state != Lifecycle::InProgress);
    let number = row.number.as_ref();
    // A line without a name is called by its number, in words.
    let title = match row.title.is_empty() {
        true => context.in_language(rows.plan.language).measure_name(number, ""),
        false => row.title.clone(),
    };
    SiteEntry {
        number: number.and_then(|number| number.printed()),
        title,
        kind: None,
        plan: Some(rows),
        status: chips(context, row.level).pop().or_else(|| lifecycle.map(|state| context.lifecycle(state))),
        committees: &row.committees,
        owners: &row.owners,
        case: None,
        said: &row.said,
        updated: row.updated,
        language: rows.plan.language,
        page: Cow::Borrowed(&row.page),
        part: None,
    }
}

impl SiteEntry<'_> {
    /// Tells whether it is a plan itself.
    pub fn is_plan(&self) -> bool {
        self.part.is_none() && self.plan.is_some_and(|rows| rows.plan.page == *self.page)
    }
}
