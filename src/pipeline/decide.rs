//! What a site does not show is decided once, before its first page, and not changed after.
//!
//! Takes a site that is open and its ordinary pages. Answers a [`Visibility`], by which addresses are made, links are
//! written and the past is told. Promises that whatever may hide something has been parsed: the texts of a plan are
//! looked at, and only those of a plan in which something may hide are parsed for it. Keeps no text.

use super::{
    SiteBuild, map,
    pages::Pages,
    plan,
    visibility::{PlanVisibility, Visibility},
};
use crate::{content, diag::Error, site::PlanFiles};

/// Decides what a site does not show.
pub fn decide(shop: &SiteBuild<'_>, pages: &Pages) -> Result<Visibility, Error> {
    let mut visibility = match shop.frame.decided {
        Some(decided) => decided.clone(),
        None => map(&shop.version.files.plans, |files| decide_plan(shop, files))?.into_iter().flatten().collect(),
    };
    visibility.pages.extend(pages.hidden.iter().cloned());
    visibility.files.extend(pages.hidden_files(shop));
    Ok(visibility)
}

fn decide_plan(shop: &SiteBuild<'_>, files: PlanFiles<'_>) -> Result<Option<PlanVisibility>, Error> {
    // Of an edition more may be hidden than its own marks say: what went hidden since, and what is another committee's.
    if shop.frame.edition.is_some() || shop.frame.withheld.is_some() {
        return Ok(plan::see(shop, files)?.visibility(files));
    }
    let texts = shop.version.texts(files)?;
    if texts.may_hide() {
        return Ok(plan::see_texts(shop, &texts).visibility(files));
    }
    let files = content::reports_to_come(files, shop.viewer);
    Ok((!files.is_empty()).then(|| PlanVisibility { files, ..PlanVisibility::default() }))
}

/// Returns all that there is in the files of a site, hidden or not, under every id that plans and measures have had.
pub fn all_there_is(shop: &SiteBuild<'_>) -> Result<Visibility, Error> {
    let mut all = Visibility::default();
    for (names, plan) in map(&shop.version.files.plans, |folder| plan::all(shop, folder))? {
        all.take(names, &plan);
    }
    all.pages.extend(shop.version.files.pages.iter().copied().cloned());
    Ok(all)
}
