//! Which pages a version of the site surely has: known before it is made, so that pages of other versions can lead to them.
//!
//! What it is not sure of it leaves out: a reader is then led to the front page, and told so.

use super::{ViewContext, committee::meeting_pack, overview::PlansByOwner, tables};
use crate::{
    model::{Edition, Plan, PlanAsOf},
    summary::PlanSummary,
    value::RelPath,
};

/// Returns the pages of a plan that a version surely has, without its histories. What is closed has none that others may
/// know of.
#[must_use]
pub fn plan_addresses(desk: &ViewContext, plan: &Plan) -> Vec<RelPath> {
    if plan.closed {
        return Vec::new();
    }
    let mut pages = vec![desk.book.plan(&plan.id).into_owned()];
    let open = plan.measures.iter().filter(|measure| !measure.closed);
    pages.extend(open.map(|measure| desk.book.measure(&plan.id, &measure.file).into_owned()));
    let alone = plan.indicators.iter().filter(|indicator| indicator.series_of.is_none());
    pages.extend(alone.map(|indicator| desk.book.indicator(&plan.id, &indicator.slug)));
    if tables::has_effect(&PlanAsOf::now(desk.site, plan)) {
        pages.push(desk.book.months(&plan.id));
    }
    pages.extend(plan.reports.iter().map(|report| desk.book.report(&plan.id, report.as_of)));
    pages
}

/// Returns the pages that plans share and a version surely has.
#[must_use]
pub fn shared_addresses<'p>(
    desk: &ViewContext,
    plans: impl IntoIterator<Item = &'p PlanSummary>,
    ordinary: impl IntoIterator<Item = &'p RelPath>,
    edition: Option<&Edition>,
) -> Vec<RelPath> {
    let book = desk.book;
    let lists = [book.home(), book.plans(), book.committees(), book.owners(), book.milestones()];
    let mut pages: Vec<RelPath> =
        lists.into_iter().chain([book.disagreements(), book.scales(), book.about()]).cloned().collect();
    pages.extend([book.measures(0), book.a_to_z(0)]);
    let plans: Vec<&PlanSummary> = plans.into_iter().collect();
    let index = PlansByOwner::new(&plans);
    for committee in desk.site.committees.values() {
        pages.extend(book.committee(&committee.id).cloned());
        pages.extend(meeting_pack(desk, index.committee(&committee.id), committee, edition));
    }
    pages.extend(desk.site.owners.keys().filter_map(|owner| book.owner(owner)).cloned());
    pages.extend(ordinary.into_iter().cloned());
    pages
}
