//! What a reader can look for on a site: plans, measures, indicators, committees, owners and pages, each with what it is called.
//!
//! The list from A to Z and the search are made of the same entries, so that whatever is found by one is found by the other.

use super::{ViewContext, levels::chips};
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
    pub kind: Option<&'r str>,
    /// The plan it is, or stands in.
    pub plan: Option<&'r PlanSummary>,
    /// Where it stands: at a level, else in its life.
    pub status: Option<Chip>,
    /// The committees it belongs to.
    pub committees: &'r [Id],
    /// The roles that own it.
    pub owners: &'r [Id],
    /// The report it was last told of in.
    pub updated: Option<Period>,
    /// The language of its name.
    pub language: Language,
    /// Its page.
    pub page: &'r RelPath,
}

/// An ordinary page: its name and where it lies.
pub type OrdinaryPage = (String, RelPath);

/// Returns all that can be looked for, plan by plan, then what plans share.
pub(super) fn site_entries<'r>(
    desk: &'r ViewContext,
    plans: &'r [&'r PlanSummary],
    pages: &'r [OrdinaryPage],
) -> Vec<SiteEntry<'r>> {
    let of_plans = plans.iter().flat_map(|rows| {
        let measures = rows.measures.iter().map(|row| measure(desk, rows, row));
        let indicators = rows.indicators.iter().map(|row| SiteEntry {
            title: row.title.clone(),
            status: None,
            updated: None,
            page: &row.page,
            ..plan(desk, rows)
        });
        std::iter::once(plan(desk, rows)).chain(measures).chain(indicators)
    });
    let named = |title: String, kind: Option<&'r str>, page: &'r RelPath| SiteEntry {
        number: None,
        title,
        kind,
        plan: None,
        status: None,
        committees: &[],
        owners: &[],
        updated: None,
        language: desk.site.language,
        page,
    };
    let committees = desk.site.committees.values().filter_map(|committee| {
        let page = desk.book.committee(&committee.id)?;
        let is_coded = committee.name != committee.id.as_str();
        let entry = named(committee.name.clone(), Some(desk.word("col_committee")), page);
        Some(SiteEntry { number: is_coded.then_some(committee.id.as_str()), ..entry })
    });
    let owners = desk.site.owners.values().filter_map(|owner| {
        let page = desk.book.owner(&owner.id)?;
        Some(named(owner.title.clone(), Some(desk.word("col_owner")), page))
    });
    let own = [
        ("nav_milestones", desk.book.milestones()),
        ("nav_disagreements", desk.book.disagreements()),
        ("nav_scales", desk.book.scales()),
        ("nav_about", desk.book.about()),
    ];
    let own = own.into_iter().map(|(word, page)| named(desk.word(word).to_owned(), None, page));
    let pages = pages.iter().map(|(title, page)| named(title.clone(), None, page));
    of_plans.chain(committees).chain(owners).chain(own).chain(pages).collect()
}

fn plan<'r>(desk: &ViewContext, rows: &'r PlanSummary) -> SiteEntry<'r> {
    SiteEntry {
        number: None,
        title: rows.plan.full_title.clone(),
        kind: None,
        plan: Some(rows),
        status: chips(desk, rows.plan.level).pop(),
        committees: &rows.plan.committees,
        owners: &rows.plan.owners,
        updated: rows.plan.as_of,
        language: rows.plan.language,
        page: &rows.plan.page,
    }
}

fn measure<'r>(desk: &ViewContext, rows: &'r PlanSummary, row: &'r MeasureSummary) -> SiteEntry<'r> {
    let lifecycle = row.lifecycle.filter(|state| *state != Lifecycle::InProgress);
    let number = row.number.as_ref();
    // A line without a name is called by its number, in words.
    let title = match row.title.is_empty() {
        true => desk.in_language(rows.plan.language).measure_name(number, ""),
        false => row.title.clone(),
    };
    SiteEntry {
        number: number.and_then(|number| number.printed()),
        title,
        kind: None,
        plan: Some(rows),
        status: chips(desk, row.level).pop().or_else(|| lifecycle.map(|state| desk.lifecycle(state))),
        committees: &row.committees,
        owners: &row.owners,
        updated: row.updated,
        language: rows.plan.language,
        page: &row.page,
    }
}

impl SiteEntry<'_> {
    /// Tells whether it is a plan itself.
    pub fn is_plan(&self) -> bool {
        self.plan.is_some_and(|rows| rows.plan.page == *self.page)
    }
}
