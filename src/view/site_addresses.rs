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
pub fn plan_addresses(context: &ViewContext, plan: &Plan) -> Vec<RelPath> {
    if plan.closed {
        return Vec::new();
    }
    let mut pages = vec![context.addresses.plan(&plan.id).into_owned()];
    let open = plan.measures.iter().filter(|measure| !measure.closed);
    pages.extend(open.map(|measure| context.addresses.measure(&plan.id, &measure.file).into_owned()));
    let alone = plan.indicators.iter().filter(|indicator| indicator.series_of.is_none());
    pages.extend(alone.map(|indicator| context.addresses.indicator(&plan.id, &indicator.slug)));
    if tables::has_effect(&PlanAsOf::now(context.site, plan)) {
        pages.push(context.addresses.months(&plan.id));
    }
    pages.extend(plan.reports.iter().map(|report| context.addresses.report(&plan.id, report.as_of)));
    pages
}

/// Returns the pages that plans share and a version surely has.
#[must_use]
pub fn shared_addresses<'p>(
    context: &ViewContext,
    plans: impl IntoIterator<Item = &'p PlanSummary>,
    ordinary: impl IntoIterator<Item = &'p RelPath>,
    edition: Option<&Edition>,
) -> Vec<RelPath> {
    let addresses = context.addresses;
    let lists =
        [addresses.home(), addresses.plans(), addresses.committees(), addresses.owners(), addresses.milestones()];
    let mut pages: Vec<RelPath> =
        lists.into_iter().chain([addresses.disagreements(), addresses.scales(), addresses.about()]).cloned().collect();
    pages.extend([addresses.measures(0), addresses.a_to_z(0)]);
    let plans: Vec<&PlanSummary> = plans.into_iter().collect();
    let index = PlansByOwner::new(&plans);
    for committee in context.site.committees.values() {
        pages.extend(addresses.committee(&committee.id).cloned());
        pages.extend(meeting_pack(context, index.committee(&committee.id), committee, edition));
    }
    pages.extend(context.site.owners.keys().filter_map(|owner| addresses.owner(owner)).cloned());
    pages.extend(ordinary.into_iter().cloned());
    pages
}
