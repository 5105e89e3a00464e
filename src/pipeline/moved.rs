//! The pages at old addresses: each leads to where a record with a new id lies now.
//!
//! They are made last, when all other pages are: an address that something of today has stays its own. An id of
//! something hidden makes no address, whoever says that it was called so.

use std::collections::BTreeMap;

use super::{OpenedSite, WantedPages, map, plan::PlanResult, visibility::Visibility};
use crate::{
    content::ParseLog,
    diag::{Error, Finding},
    output::Sink,
    value::RelPath,
    view::{self, OldAddress},
};

/// Makes the pages at the old addresses of plans, measures, committees and owners.
///
/// Where several had an address, it leads to the first of them.
pub fn make(
    opened: &OpenedSite<'_>,
    plans: &[PlanResult],
    hidden: &Visibility,
    wanted: Option<WantedPages<'_>>,
) -> Result<Vec<Finding>, Error> {
    let Some(wanted) = wanted else { return Ok(Vec::new()) };
    let context = opened.view_context();
    let of_plans = plans.iter().flat_map(|plan| plan.old.iter().cloned());
    let of_today = opened.mode.withheld;
    let may_stand = |old: &OldAddress| {
        let is_secret = |hidden: &Visibility| hidden.had(old);
        !is_secret(hidden) && !of_today.is_some_and(is_secret) && !is_anothers(old, wanted.sink)
    };
    let mut pages: BTreeMap<RelPath, OldAddress> = BTreeMap::new();
    for old in of_plans.chain(view::old_addresses_of_registers(&context)).filter(may_stand) {
        pages.entry(old.page.clone()).or_insert(old);
    }
    let pages: Vec<OldAddress> = pages.into_values().collect();
    let made = map(&pages, |old| wanted.put(&view::moved_page(&context, old)))?;
    let diagnostics = made.into_iter().filter_map(|(_, found)| found).collect();
    Ok(opened.located(&ParseLog { diagnostics, ..ParseLog::default() }).collect())
}

/// Tells whether something of today has an address: the page itself, or the plan whose folder it would lie in.
fn is_anothers(old: &OldAddress, sink: &dyn Sink) -> bool {
    let is_moved_plan = old.plan.is_some() && old.page.folder() != old.now.folder();
    let front = is_moved_plan.then(|| RelPath::new(format!("{}/index.html", old.page.folder())));
    sink.has(&old.page) || front.is_some_and(|front| front.is_ok_and(|front| sink.has(&front)))
}
