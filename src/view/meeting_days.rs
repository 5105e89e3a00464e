//! When committees meet: what a report or an edition goes to. The day a decision waits for is none, it says until when.

use super::{ViewContext, overview::Overview};
use crate::{
    model::{Edition, Meeting},
    summary::Scope,
    value::{Date, Id, Period},
};

/// Returns the editions of the site with the meetings they are put before; one that is not out yet is told of nowhere.
pub(super) fn edition_meetings<'r>(context: &ViewContext<'r>) -> impl Iterator<Item = (&'r Edition, &'r Meeting)> {
    let as_of = context.site.as_of;
    let out = context.site.editions.iter().filter(move |edition| edition.as_of <= as_of);
    out.filter_map(|edition| Some((edition, edition.meeting.as_ref()?)))
}

/// Returns when the committee meets next, where a report or an edition goes to it.
pub(super) fn next_meeting(context: &ViewContext, all: Overview, committee: &Id) -> Option<Date> {
    let editions = edition_meetings(context).map(|(_, meeting)| (&meeting.committee, meeting.date));
    let editions = next_day(context, committee, editions);
    editions.into_iter().chain(next_of_reports(context, all, committee)).min()
}

/// Returns when a report goes to the committee next.
fn next_of_reports(context: &ViewContext, all: Overview, committee: &Id) -> Option<Date> {
    let reports = all.plans.iter().flat_map(|rows| &rows.reports_due).flat_map(|report| &report.meetings);
    next_day(context, committee, reports.map(|(whose, date)| (whose, *date)))
}

fn next_day<'m>(
    context: &ViewContext,
    committee: &Id,
    meetings: impl Iterator<Item = (&'m Id, Option<Period>)>,
) -> Option<Date> {
    let own = meetings.filter(|(whose, _)| *whose == committee);
    let days = own.filter_map(|(_, date)| match date {
        Some(Period::Day(day)) if day >= context.site.as_of => Some(day),
        _ => None,
    });
    days.min()
}

/// Returns the meeting that a committee's pack is for: of an edition its own, else the next.
pub(super) fn pack_meeting(
    context: &ViewContext,
    all: Overview,
    committee: &Id,
    edition: Option<&Edition>,
) -> Option<Period> {
    let Some(edition) = edition else { return next_meeting(context, all, committee).map(Period::Day) };
    let own = edition.meeting.as_ref().filter(|own| own.committee == *committee);
    // Of other editions an edition tells nothing.
    own.and_then(|meeting| meeting.date).or_else(|| next_of_reports(context, all, committee).map(Period::Day))
}

/// Returns when a meeting had an edition before it, told to whoever it concerns: to a committee its own alone. One that is
/// still to come has had nothing.
pub(super) fn met(context: &ViewContext, edition: &Edition, whose: Scope) -> Option<Period> {
    let meeting = edition.meeting.as_ref()?;
    let is_theirs = match whose {
        Scope::Committee(id) => meeting.committee == *id,
        Scope::All | Scope::Owner(_) => true,
    };
    meeting.date.filter(|date| is_theirs && date.last() < context.site.as_of)
}
