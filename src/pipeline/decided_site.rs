//! A site of which it is decided what it does not show and what it tells of its past: its plans, its editions, and what
//! they come to.

use std::collections::BTreeSet;

use super::{
    BuildCounts, Built, OpenedSite, PageMaker, Progress, SiteFindings, Stop, WantedPages, assets, count_severity,
    editions, finish, home_of, is_of,
    known::KnownPast,
    moved,
    pages::Pages,
    plan::{self, PlanResult},
    plan_memory::{PlanMemory, SharedLook},
    shared,
    visibility::{PlanVisibility, Visibility},
    whole_site,
};
use crate::{
    diag::{Error, Finding, FindingLog, Severity},
    output::Sink,
    site::PlanFiles,
    value::RelPath,
    view::{self, ChosenPages},
};

/// A site that is ready to be made. Nothing of it changes while it is.
pub struct DecidedSite<'s> {
    /// Its settings, files, words and addresses.
    pub opened: OpenedSite<'s>,
    /// What its pages are made with.
    pub maker: PageMaker,
    /// Its ordinary pages.
    pub pages: Pages,
    /// What it does not show.
    pub own: Visibility,
    /// What of that each of its plans does not show, where it is decided here.
    pub of_plans: Vec<Option<PlanVisibility>>,
    /// What it tells of its past.
    pub known: &'s KnownPast,
    /// How far it is made.
    pub stop: Stop,
    /// What was found of it so far, but for its plans.
    pub findings: SiteFindings,
    /// The personal numbers that were found beside its plans.
    pub numbers: Vec<Finding>,
}

/// What came of making the editions below a site.
pub struct EditionsBelow<'s> {
    made: Vec<editions::MadeEdition<'s>>,
    /// What of their findings keeps the site of today from being published, too.
    found: Vec<Finding>,
}

impl<'s> DecidedSite<'s> {
    /// Returns the files of its plans.
    pub fn plan_files(&self) -> Vec<PlanFiles<'s>> {
        self.opened.version.files.plans.clone()
    }

    /// Returns what makes its pages and where they go; nothing where no page is made.
    fn wanted<'w>(&'w self, sink: &'w dyn Sink, chosen: ChosenPages<'w>) -> Option<WantedPages<'w>> {
        (self.stop == Stop::Pages).then_some(WantedPages { maker: &self.maker, sink, chosen })
    }

    /// Reads what earlier builds have kept of its plans, where all their pages are made to be published.
    pub fn plan_memory(&self, looked: Option<SharedLook<'s>>) -> PlanMemory<'s> {
        match looked.filter(|_| self.stop == Stop::Pages) {
            Some(looked) => PlanMemory::open(&self.opened, [&self.own, self.known.hidden()], looked),
            None => PlanMemory::default(),
        }
    }

    /// Makes a plan, and those of its pages that are chosen.
    pub fn plan(
        &self,
        files: PlanFiles<'_>,
        (sink, chosen): (&dyn Sink, ChosenPages<'_>),
        progress: &dyn Progress,
    ) -> Result<PlanResult, Error> {
        let memory = PlanMemory::default();
        let wanted = self.wanted(sink, chosen).map(|wanted| (wanted, &memory));
        plan::make(&self.opened, files, &self.own, wanted, progress)
    }

    /// Makes a plan with all its pages, of which those are taken over that an earlier build has made.
    pub fn kept_plan(
        &self,
        files: PlanFiles<'_>,
        (sink, memory): (&dyn Sink, &PlanMemory<'_>),
        progress: &dyn Progress,
    ) -> Result<PlanResult, Error> {
        let wanted = self.wanted(sink, ChosenPages::All).map(|wanted| (wanted, memory));
        plan::make(&self.opened, files, &self.own, wanted, progress)
    }

    /// Makes those of the pages that plans share that are chosen. Says what was made, and what was found.
    pub fn shared_pages(
        &self,
        plans: &[PlanResult],
        editions: &EditionsBelow<'_>,
        (sink, chosen): (&dyn Sink, ChosenPages<'_>),
    ) -> Result<(BuildCounts, FindingLog), Error> {
        let told = shared::EditionsForPages {
            editions: &self.known.editions,
            made: &editions.made,
            closed_since: plans.iter().map(|plan| plan.closed_since).sum(),
        };
        shared::make(&self.opened, &self.pages, plans, told, self.wanted(sink, chosen))
    }

    /// Makes the sites of its editions.
    pub fn editions(&mut self, plans: &[PlanResult], sink: &dyn Sink) -> Result<EditionsBelow<'s>, Error> {
        let stop = if self.opened.mode.packs.is_some() { Stop::Findings } else { self.stop };
        let (today, known) = (self.pages_of_today(plans), self.known);
        let (opened, findings) = (&self.opened, &mut self.findings);
        let (made, found) = editions::publish(opened, findings, &known.editions, known.hidden(), today, (stop, sink))?;
        Ok(EditionsBelow { made, found })
    }

    /// Returns the pages that it surely has, for the editions below it.
    pub fn pages_of_today(&self, plans: &[PlanResult]) -> BTreeSet<RelPath> {
        let rows = plans.iter().filter_map(|plan| plan.rows.as_ref());
        let ordinary = self.pages.addresses(&self.opened);
        let shared = view::shared_addresses(&self.opened.view_context(), rows, ordinary, None);
        shared.into_iter().chain(plans.iter().flat_map(|plan| plan.pages.iter().cloned())).collect()
    }

    /// Makes the pages that all plans share, what pages link to and the pages at old addresses, of plans of which `log`
    /// holds what was found. Says what all of it came to.
    pub fn reduce(
        &self,
        plans: &[PlanResult],
        editions: &EditionsBelow<'_>,
        mut log: FindingLog,
        sink: &dyn Sink,
    ) -> Result<Built, Error> {
        let (opened, known) = (&self.opened, self.known);
        let files = &opened.version.files.plans;
        let mut assets: BTreeSet<RelPath> = plans.iter().flat_map(|plan| plan.assets.iter().cloned()).collect();
        assets.extend(self.pages.assets());
        assets.extend(opened.logo());
        let closed_since = plans.iter().map(|plan| plan.closed_since).sum();
        let (mut counts, of_shared) = self.shared_pages(plans, editions, (sink, ChosenPages::All))?;
        let mut of_all = self.findings.clone();
        of_all.report(opened, whole_site::look(opened, &self.own, plans, &assets));
        let mut of_all = of_all.with(of_shared);
        let shut = shut_folders(plans, files);
        of_all.retain(|finding| !is_of(finding, &shut));
        log.join(0, of_all);
        log.add(0, self.numbers.iter().chain(&editions.found).cloned());
        log.add(0, assets::copy(opened, assets, sink)?);
        log.add(0, moved::make(opened, plans, known.hidden(), self.wanted(sink, ChosenPages::All))?);
        // What it came to.
        counts.edition_pages = editions.made.iter().map(|edition| edition.pages).sum();
        plans.iter().for_each(|plan| counts.add(&plan.counts));
        let (findings, more) = log.into_parts();
        let mut findings = finish(findings);
        whole_site::drop_what_is_not_certain(&mut findings);
        let count = |severity| count_severity(&findings, &more, severity);
        (counts.errors, counts.warnings) = (count(Severity::Error), count(Severity::Warning));
        counts.notes = count(Severity::Note);
        let (as_of, language) = (opened.version.settings.site.as_of, opened.messages.language());
        let (addresses, url) = (opened.addresses.clone(), opened.version.settings.site.url.clone());
        Ok(Built { counts, closed_since, as_of, language, findings, more, addresses, url })
    }
}

/// Returns the folders of plans that are not shown as a whole.
fn shut_folders(plans: &[PlanResult], files: &[PlanFiles<'_>]) -> Vec<String> {
    let shut = plans.iter().zip(files).filter(|(plan, _)| plan.shut);
    shut.filter_map(|(_, files)| home_of(files)).map(str::to_owned).collect()
}
