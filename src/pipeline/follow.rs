//! A site that is made again while it is written: what a changed text decides, and no more.
//!
//! Takes the files of a site and whoever follows it. A plan knows no other plan, so that a text of it decides its own pages
//! and, by its rows, those that plans share: its own are made at once, the others when nothing more is heard for a
//! moment. What else a text can decide is looked at each time: what is not shown, which files there are, what
//! editions lead to. Where any of that is another, the site is opened anew. Promises the files that [`build`](super::build)
//! makes of the same content. Keeps all of them in memory.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    Built, DecidedSite, Input, NoProgress, SiteMode, Stop, decide, decided_site::EditionsBelow, home_of, map,
    plan::PlanResult, with_decided_site,
};
use crate::{
    content::{self, FileKind, SitePaths},
    diag::{Error, FindingLog},
    output::{MemoryFiles, MemorySink},
    render::DATA_PACKAGE,
    site::PlanFiles,
    tree,
    value::RelPath,
};

/// What has changed of a site since it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SiteChange {
    /// The texts of files that there were. No file has come or gone.
    Texts(BTreeSet<RelPath>),
    /// Anything else, or nobody knows.
    Anything,
}

/// Follows a site while it is written.
pub trait SiteFollower {
    /// Takes the files of the site, part by part; no path is in two parts. With what the whole came to, where it is known:
    /// it may have errors. Without, the pages of single plans are new, and those that plans share are not yet.
    fn take(&mut self, parts: Vec<Arc<MemoryFiles>>, built: Option<Built>);

    /// Waits for a change.
    fn wait(&mut self) -> SiteChange;

    /// Returns what has changed meanwhile; nothing where it has been quiet for a moment.
    fn look(&mut self) -> Option<SiteChange>;
}

/// Makes a site, and makes it again with each change of its texts, until it has to be opened anew.
///
/// # Errors
///
/// Those of [`build`](super::build), when the site is made the first time. Later the site is opened anew, which says them.
pub fn follow(input: &Input<'_>, follower: &mut dyn SiteFollower) -> Result<(), Error> {
    with_decided_site(input, SiteMode::default(), Stop::Pages, |mut site| {
        let mut made = MadeSite::make(&mut site)?;
        let (shared, built) = made.reduce(&site)?;
        let (mut shared, mut is_sound) = (shared, built.is_publishable());
        follower.take(made.parts(&shared), Some(built));
        let (mut is_whole, is_followed) = (true, is_followed(&site));
        loop {
            let change = if is_whole { Some(follower.wait()) } else { follower.look() };
            match change {
                Some(SiteChange::Texts(files)) if is_followed => {
                    if !made.remake(&site, &files).unwrap_or(false) {
                        return Ok(());
                    }
                    is_whole = false;
                    is_sound &= !made.has_errors();
                    // While anything is wrong, nobody knows whether this was it before all is looked at.
                    if is_sound {
                        follower.take(made.parts(&shared), None);
                    }
                }
                Some(_) => return Ok(()),
                // Editions that follow the content, and pages that they lead to, are made with all others.
                None if !made.has_the_pages_it_had(&site) => return Ok(()),
                None => {
                    let Ok((again, built)) = made.reduce(&site) else { return Ok(()) };
                    (shared, is_sound, is_whole) = (again, built.is_publishable(), true);
                    follower.take(made.parts(&shared), Some(built));
                }
            }
        }
    })
}

/// Tells whether changed texts can be followed: what the site says of its past does not depend on them, and no page but their
/// own plan's and shared ones.
fn is_followed(site: &DecidedSite<'_>) -> bool {
    !site.known.is_of_texts() && !site.opened.version.settings.site.offers(DATA_PACKAGE)
}

/// A site that has been made, part by part.
struct MadeSite<'s> {
    plans: Vec<PlanResult>,
    of_plans: Vec<Arc<MemoryFiles>>,
    editions: EditionsBelow<'s>,
    of_editions: Arc<MemoryFiles>,
    /// The pages that editions may lead to, where there are any.
    led_to: Option<BTreeSet<RelPath>>,
    /// The paths that plans and editions have.
    taken: MemorySink,
    /// The plans made again since all were looked at.
    fresh: BTreeSet<usize>,
}

impl<'s> MadeSite<'s> {
    fn make(site: &mut DecidedSite<'s>) -> Result<Self, Error> {
        let taken = MemorySink::default();
        let made = map(&site.plan_files(), |files| make_plan(site, files, taken.beside()))?;
        let (plans, of_plans): (Vec<_>, Vec<_>) = made.into_iter().unzip();
        let below = taken.beside();
        let editions = site.editions(&plans, &below)?;
        let led_to = (!site.known.editions.is_empty()).then(|| site.pages_of_today(&plans));
        let of_editions = Arc::new(below.into_files());
        Ok(Self { plans, of_plans, editions, of_editions, led_to, taken, fresh: BTreeSet::new() })
    }

    /// Makes the plans again that some files are of. Answers whether that is all that they decide.
    fn remake(&mut self, site: &DecidedSite<'_>, files: &BTreeSet<RelPath>) -> Result<bool, Error> {
        let plans = site.plan_files();
        let mut places = BTreeSet::new();
        for file in files {
            let home = home_of(std::slice::from_ref(file));
            let place = home.and_then(|home| plans.iter().position(|plan| home_of(plan) == Some(home)));
            match place.filter(|place| plans.get(*place).is_some_and(|plan| plan.binary_search(file).is_ok())) {
                Some(place) => {
                    places.insert(place);
                }
                // A picture of ordinary pages is copied with the shared ones.
                None if tree::is_below(file, SitePaths::CONTENT) && content::role_of(file) == FileKind::Asset => {}
                None => return Ok(false),
            }
        }
        let places: Vec<usize> = places.into_iter().collect();
        let remade = map(&places, |place| {
            let Some(files) = plans.get(*place) else { return Ok(None) };
            let is_as_hidden = site.of_plans.get(*place) == Some(&decide::decide_plan(&site.opened, files)?);
            is_as_hidden.then(|| make_plan(site, files, MemorySink::default())).transpose()
        })?;
        for (place, remade) in places.into_iter().zip(remade) {
            let (Some((result, files)), Some(own), Some(plan)) =
                (remade, self.of_plans.get_mut(place), self.plans.get_mut(place))
            else {
                return Ok(false);
            };
            // Until its mistakes are mended, the pages of before are the sound ones.
            if !result.findings.has_errors() {
                // What else may lie at a path that is new is not looked through.
                if !files.keys().eq(own.keys()) {
                    return Ok(false);
                }
                *own = files;
            }
            *plan = result;
            self.fresh.insert(place);
        }
        Ok(true)
    }

    /// Tells whether there are errors in plans that were made again since all were looked at.
    fn has_errors(&self) -> bool {
        self.fresh.iter().filter_map(|place| self.plans.get(*place)).any(|plan| plan.findings.has_errors())
    }

    /// Tells whether editions lead to the pages they led to.
    fn has_the_pages_it_had(&self, site: &DecidedSite<'_>) -> bool {
        self.led_to.as_ref().is_none_or(|led_to| *led_to == site.pages_of_today(&self.plans))
    }

    /// Makes what plans share, and says what the whole came to.
    fn reduce(&mut self, site: &DecidedSite<'_>) -> Result<(Arc<MemoryFiles>, Built), Error> {
        let mut log = FindingLog::default();
        for (place, plan) in self.plans.iter().enumerate() {
            log.join(1 + place, plan.findings.clone());
        }
        let shared = self.taken.replaceable();
        let built = site.reduce(&self.plans, &self.editions, log, &shared)?;
        self.fresh.clear();
        Ok((Arc::new(shared.into_files()), built))
    }

    fn parts(&self, shared: &Arc<MemoryFiles>) -> Vec<Arc<MemoryFiles>> {
        self.of_plans.iter().chain([&self.of_editions, shared]).map(Arc::clone).collect()
    }
}

/// Makes a plan, with its files.
fn make_plan(
    site: &DecidedSite<'_>,
    files: PlanFiles<'_>,
    sink: MemorySink,
) -> Result<(PlanResult, Arc<MemoryFiles>), Error> {
    let result = site.plan(files, &sink, &NoProgress)?;
    Ok((result, Arc::new(sink.into_files())))
}
