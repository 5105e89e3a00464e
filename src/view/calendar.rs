//! Dates for programs that keep a calendar: milestones, reports and meetings, of the site and of each committee.
//!
//! Each date is an event of a whole day. A period of several days ends on its last, which is when a milestone or a report is due;
//! of a meeting only a day says when it is, so one that has none yet is left out. Knows what shared pages know, so nothing that
//! is hidden.

use std::collections::BTreeSet;

use super::{
    Block, ViewContext, history,
    meeting_days::edition_meetings,
    writer::{PageWriter, heading},
};
use crate::{
    locale::Language,
    model::Lifecycle,
    output::ascii_name,
    summary::{PlanRow, PlanSummary},
    value::{Date, Id, Period, RelPath},
};

/// The id by which a site offers calendars.
const FORMAT: &str = "calendar";

/// A calendar.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// Where it lies within the output.
    pub path: RelPath,
    /// Its language.
    pub language: Language,
    /// Its name.
    pub title: String,
    /// Its events, the earliest first; at least one.
    pub events: Vec<CalendarEvent>,
}

/// An event of a calendar.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CalendarEvent {
    /// Its day.
    pub day: Date,
    /// Its name for programs, the same whenever it is moved.
    pub id: String,
    /// The day that what is told of it was known: that of the plan's latest report.
    pub told: Date,
    /// What it is.
    pub title: String,
    /// Of which plan, and what more there is to say.
    pub words: String,
    /// Where the reader finds it, where the site has an address.
    pub address: Option<String>,
}

/// Makes the calendars of the site: of all plans, then of each committee that has a date.
pub(super) fn of_site(context: &ViewContext, plans: &[&PlanSummary]) -> Vec<Calendar> {
    if !context.site.offers(FORMAT) {
        return Vec::new();
    }
    let all = calendar(context, plans, context.addresses.milestones(), None, context.site.title.clone());
    let committees = context.site.committees.values().filter_map(|committee| {
        let title = format!("{}: {}", context.site.title, committee.name);
        calendar(context, plans, context.addresses.committee(&committee.id)?, Some(&committee.id), title)
    });
    all.into_iter().chain(committees).collect()
}

/// Adds the way to the calendar that lies beside a page, where it has a date.
pub(super) fn push_link(blocks: &mut Vec<Block>, writer: &PageWriter, plans: &[&PlanSummary], whose: Option<&Id>) {
    let context = writer.context;
    if context.site.offers(FORMAT) && !events(context, plans, whose).is_empty() {
        blocks.push(heading("calendar", context.word("block_calendar")));
        blocks.push(Block::Links { links: vec![writer.link(&beside(&writer.path), context.word("calendar_link"))] });
    }
}

fn calendar(
    context: &ViewContext,
    plans: &[&PlanSummary],
    page: &RelPath,
    whose: Option<&Id>,
    title: String,
) -> Option<Calendar> {
    let events = events(context, plans, whose);
    (!events.is_empty()).then(|| Calendar { path: beside(page), language: context.locale.language(), title, events })
}

/// Returns where the calendar beside a page lies, under a name in ASCII.
fn beside(page: &RelPath) -> RelPath {
    let name = format!("{}.ics", ascii_name(page.stem()));
    let path = if page.folder().is_empty() { name } else { format!("{}/{name}", page.folder()) };
    RelPath::new(path).unwrap_or_else(|_| page.clone())
}

/// Returns what a committee, or anybody, has in their calendar.
fn events(context: &ViewContext, plans: &[&PlanSummary], whose: Option<&Id>) -> Vec<CalendarEvent> {
    let mut found = Vec::new();
    // Of what is closed nothing but a title is public, and a date is more than that.
    for rows in plans.iter().filter(|rows| !rows.plan.closed) {
        let plan = PlanEvents { context: &context.in_language(rows.plan.language), plan: &rows.plan };
        let is_theirs = |committee: Option<&Id>| whose.is_none_or(|whose| committee == Some(whose));
        let of_plan = whose.is_none_or(|whose| rows.plan.committees.contains(whose));
        for row in rows.milestones.iter().filter(|row| is_theirs(row.committee.as_ref())) {
            let Some(due) = row.due.filter(|_| row.lifecycle != Some(Lifecycle::Dropped)) else { continue };
            let state = row.lifecycle.map(|lifecycle| plan.context.lifecycle(lifecycle).word);
            let key = row.number.as_str();
            found.push(plan.event(
                ("milestone", key),
                due,
                ("calendar-milestone", &row.name()),
                state,
                &rows.plan.page,
            ));
        }
        let decisions = rows.meetings.iter().filter(|row| row.decided.is_some() && is_theirs(row.committee.as_ref()));
        for row in decisions {
            let Some(day @ Period::Day(_)) = row.date else { continue };
            let key = format!("{}/{}", row.committee.as_ref().map_or("", Id::as_str), row.title);
            let committee = row.committee.as_ref().map(|id| context.committee_name(id).to_owned());
            found.push(plan.event(("decision", &key), day, ("calendar-decision", &row.title), committee, &row.page));
        }
        for report in &rows.reports_due {
            if of_plan {
                let key = report.period.iso();
                found.push(plan.event(
                    ("report", &key),
                    report.period,
                    ("calendar-report", &report.title),
                    None,
                    &report.page,
                ));
            }
            for (committee, date) in report.meetings.iter().filter(|(committee, _)| is_theirs(Some(committee))) {
                let Some(day @ Period::Day(_)) = *date else { continue };
                let key = format!("{committee}/{}", report.period.iso());
                let name = Some(context.committee_name(committee).to_owned());
                found.push(plan.event(("meeting", &key), day, ("calendar-meeting", &report.title), name, &report.page));
            }
        }
    }
    found.extend(of_editions(context, whose));
    found.sort();
    // One committee may have two things of a name on its agenda.
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for event in &mut found {
        let mut count = 1_usize;
        let mut id = event.id.clone();
        while !taken.insert(id.clone()) {
            count = count.saturating_add(1);
            id = format!("{}-{count}", event.id);
        }
        event.id = id;
    }
    found
}

/// Returns the meetings that editions are put before.
fn of_editions(context: &ViewContext, whose: Option<&Id>) -> Vec<CalendarEvent> {
    // An edition is a site without a past: it has no pages of editions to lead to.
    let meetings = edition_meetings(context).filter(|_| context.past.is_some()).filter_map(|(edition, meeting)| {
        let Some(Period::Day(day)) = meeting.date else { return None };
        let key = ["calendar", "edition", edition.id.as_str(), meeting.committee.as_str()];
        let page = context.addresses.edition(&edition.id)?;
        whose.is_none_or(|whose| meeting.committee == *whose).then(|| CalendarEvent {
            day,
            id: history::name(context, key.into_iter()),
            told: edition.as_of,
            title: context.say("calendar-meeting", &[("name", edition.title.as_str().into())]),
            words: context.committee_name(&meeting.committee).to_owned(),
            address: address(context, page),
        })
    });
    meetings.collect()
}

fn address(context: &ViewContext, page: &RelPath) -> Option<String> {
    context.site.url.as_ref().map(|url| format!("{url}{page}"))
}

/// Makes the events of a plan, in its language.
struct PlanEvents<'p> {
    context: &'p ViewContext<'p>,
    plan: &'p PlanRow,
}

impl PlanEvents<'_> {
    fn event(
        &self,
        (kind, key): (&str, &str),
        period: Period,
        (word, name): (&str, &str),
        more: Option<String>,
        page: &RelPath,
    ) -> CalendarEvent {
        let Self { context, plan } = self;
        let when = (!matches!(period, Period::Day(_))).then(|| context.locale.period(period));
        let words = [Some(plan.title.clone()), when, more].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        CalendarEvent {
            day: period.last(),
            id: history::name(context, ["calendar", plan.id.as_str(), kind, key].into_iter()),
            told: plan.as_of.map_or(period.first(), Period::last),
            title: context.say(word, &[("name", name.into())]),
            words,
            address: address(context, page),
        }
    }
}
