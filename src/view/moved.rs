//! Old addresses: where a record lay before it had a new id, a small page leads to where it lies now.
//!
//! Whether such a page may be made is not known here: an address belongs to the page that has it today, and an id of
//! something hidden makes none.

use super::{
    Block, Page, PageLink, ViewContext,
    writer::{PageHead, PageWriter, lead},
};
use crate::{
    locale::Language,
    model::Plan,
    value::{Id, RelPath},
};

/// An address that a record had under an id of before.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct OldAddress {
    /// The page it was.
    pub page: RelPath,
    /// The page it is now.
    pub now: RelPath,
    /// What that page is called.
    pub title: String,
    /// The language that is in.
    pub language: Language,
    /// The plan it lay in, by its id of then.
    pub plan: Option<Id>,
    /// The measure it was about, by its id of then, where that was another.
    pub measure: Option<Id>,
}

/// The pages of a plan, as far as they may have lain elsewhere.
pub(super) struct OldPages<'a> {
    plan: &'a Plan,
    /// Whether the plan, a measure or an indicator of it had another id.
    is_renamed: bool,
    /// Where each page lies, and what it is called.
    pages: Vec<(RelPath, String)>,
}

impl<'a> OldPages<'a> {
    /// Begins with no page.
    pub fn of(plan: &'a Plan) -> Self {
        let is_renamed = !plan.formerly.is_empty()
            || plan.measures.iter().any(|measure| !measure.formerly.is_empty())
            || plan.indicators.iter().any(|indicator| !indicator.formerly.is_empty());
        Self { plan, is_renamed, pages: Vec::new() }
    }

    /// Notes a page that has been made.
    pub fn note(&mut self, page: &Page) {
        if self.is_renamed {
            self.pages.push((page.path.clone(), page.title.clone()));
        }
    }

    /// Returns the old addresses of measures and indicators, and of all pages where the plan itself had another id.
    pub fn addresses(self, context: &ViewContext) -> Vec<OldAddress> {
        let Self { plan, pages, .. } = self;
        let renamed =
            plan.measures.iter().flat_map(|measure| measure.formerly.iter().map(move |former| (measure, former)));
        let is_free = |former: &Id| plan.measures.iter().all(|measure| measure.id != *former);
        let mut found: Vec<OldAddress> = renamed
            .filter(|(_, former)| is_free(former))
            .filter_map(|(measure, former)| {
                let now = context.addresses.measure(&plan.id, &measure.file).into_owned();
                let (_, title) = pages.iter().find(|(path, _)| *path == now)?;
                Some(OldAddress {
                    page: context.addresses.old_measure(&plan.id, former),
                    now,
                    title: title.clone(),
                    language: plan.language,
                    plan: Some(plan.id.clone()),
                    measure: Some(former.clone()),
                })
            })
            .collect();
        found.extend(Self::of_indicators(plan, &pages, context));
        if plan.formerly.is_empty() {
            return found;
        }
        let as_today = pages.iter().map(|(path, title)| OldAddress {
            page: path.clone(),
            now: path.clone(),
            title: title.clone(),
            language: plan.language,
            plan: None,
            measure: None,
        });
        let within: Vec<OldAddress> = as_today.chain(found.iter().cloned()).collect();
        for former in &plan.formerly {
            found.extend(within.iter().map(|old| OldAddress {
                page: context.addresses.old_plan(&plan.id, former, &old.page),
                plan: Some(former.clone()),
                ..old.clone()
            }));
        }
        found
    }

    /// Returns the old addresses of indicators. An address that one has today is its own.
    fn of_indicators(plan: &Plan, pages: &[(RelPath, String)], context: &ViewContext) -> Vec<OldAddress> {
        let wholes = || plan.indicators.iter().filter(|indicator| indicator.series_of.is_none());
        let renamed = wholes().flat_map(|own| own.formerly.iter().map(move |former| (own, former)));
        let old = renamed.filter_map(|(indicator, former)| {
            let page = context.addresses.old_indicator(&plan.id, former);
            let now = context.addresses.indicator(&plan.id, &indicator.slug);
            let is_taken = wholes().any(|other| context.addresses.indicator(&plan.id, &other.slug) == page);
            let (_, title) = pages.iter().find(|(path, _)| *path == now).filter(|_| !is_taken)?;
            Some(OldAddress {
                page,
                now,
                title: title.clone(),
                language: plan.language,
                plan: Some(plan.id.clone()),
                measure: None,
            })
        });
        old.collect()
    }
}

/// Returns the old addresses of committees and owners.
#[must_use]
pub fn old_addresses_of_registers(context: &ViewContext) -> Vec<OldAddress> {
    let old = |page, now: &RelPath, title: &str| OldAddress {
        page,
        now: now.clone(),
        title: title.to_owned(),
        language: context.site.language,
        plan: None,
        measure: None,
    };
    let committees = context.site.committees.values().flat_map(|committee| {
        let now = context.addresses.committee(&committee.id);
        let formers = committee.formerly.iter();
        formers.filter_map(move |former| Some(old(context.addresses.old_committee(former), now?, &committee.name)))
    });
    let owners = context.site.owners.values().flat_map(|owner| {
        let now = context.addresses.owner(&owner.id);
        let formers = owner.formerly.iter();
        formers.filter_map(move |former| Some(old(context.addresses.old_owner(former), now?, &owner.title)))
    });
    committees.chain(owners).collect()
}

/// Makes the page at an old address.
#[must_use]
pub fn moved_page(context: &ViewContext, old: &OldAddress) -> Page {
    let writer = PageWriter::new(context, old.page.clone());
    let link = PageLink { lang: context.foreign(old.language), ..writer.link(&old.now, old.title.as_str()) };
    let leads_to = Some(link.href.clone());
    let text = context.word("moved_lead").to_owned();
    let head = PageHead {
        template: "moved.html",
        section: "moved",
        title: context.word("moved_title").to_owned(),
        description: text.clone(),
        crumbs: Vec::new(),
        updated: None,
    };
    Page {
        leads_to,
        elsewhere: Vec::new(),
        ..writer.finish(head, vec![lead(text), Block::Links { links: vec![link] }])
    }
}
