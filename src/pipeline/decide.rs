//! What a site does not show is decided once, before its first page, and not changed after.
//!
//! Takes a site that is open and its ordinary pages. Answers a [`Visibility`], by which addresses are made, links are
//! written and the past is told. Promises that whatever may hide something has been parsed: the texts of a plan are
//! looked at, and only those of a plan in which something may hide are parsed for it. Keeps no text.

use super::{
    OpenedSite, map,
    pages::Pages,
    plan,
    visibility::{PlanVisibility, Visibility},
};
use crate::{
    content::{self, FileKind},
    diag::Error,
    site::PlanFiles,
};

/// Decides what a site does not show.
pub fn decide(opened: &OpenedSite<'_>, pages: &Pages) -> Result<Visibility, Error> {
    Ok(join(opened, &of_plans(opened)?, pages))
}

/// Decides what each plan does not show; nothing where it shows all, and of no plan where it has been decided for all.
pub fn of_plans(opened: &OpenedSite<'_>) -> Result<Vec<Option<PlanVisibility>>, Error> {
    if opened.mode.decided.is_some() {
        return Ok(Vec::new());
    }
    map(&opened.version.files.plans, |files| decide_plan(opened, files))
}

/// Joins what plans and ordinary pages do not show.
pub fn join(opened: &OpenedSite<'_>, plans: &[Option<PlanVisibility>], pages: &Pages) -> Visibility {
    let of_plans = || plans.iter().flatten().cloned().collect();
    let mut visibility: Visibility = opened.mode.decided.cloned().unwrap_or_else(of_plans);
    visibility.pages.extend(pages.hidden.iter().cloned());
    visibility.files.extend(pages.hidden_files(opened));
    visibility.suppress_below = opened.version.settings.suppress_below;
    visibility
}

/// Decides what one plan does not show; nothing where it shows all.
pub fn decide_plan(opened: &OpenedSite<'_>, files: PlanFiles<'_>) -> Result<Option<PlanVisibility>, Error> {
    // Of an edition more may be hidden than its own marks say: what went hidden since, and what is another committee's.
    if !opened.mode.can_be_mended() {
        return Ok(plan::see(opened, files)?.visibility(files));
    }
    let texts = opened.version.texts(files)?;
    if texts.may_hide(&opened.version) {
        return Ok(plan::see_texts(opened, &texts).visibility(files));
    }
    let plan = texts.each().find(|((_, role), _)| *role == FileKind::Plan);
    let declared = plan.and_then(|(_, text)| content::plan_year_begins(text));
    let year_begins = declared.or(opened.version.settings.context.year_begins);
    let files = content::reports_to_come(files, year_begins, opened.viewer);
    Ok((!files.is_empty()).then(|| PlanVisibility { files, ..PlanVisibility::default() }))
}

/// Returns all that there is in the files of a site, hidden or not, under every id that plans and measures have had.
pub fn all_there_is(opened: &OpenedSite<'_>) -> Result<Visibility, Error> {
    let mut all = Visibility::default();
    for (names, plan) in map(&opened.version.files.plans, |folder| plan::all(opened, folder))? {
        all.take(names, &plan);
    }
    all.pages.extend(opened.version.files.pages.iter().copied().cloned());
    Ok(all)
}
