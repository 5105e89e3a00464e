//! A site that is made again while it is written: what a changed text decides, and no more.
//!
//! Takes the files of a site and whoever follows it. A plan knows no other plan, so that a text of it decides its own pages
//! and, by its rows, those that plans share. Of those the pages come first that somebody looks at or waits for; all others
//! when nothing more is heard for a moment. What else a text can decide is looked at each time: what is not shown, which
//! files there are, what editions lead to. Where any of that is another, the site is opened anew. Promises the files that
//! [`build`](super::build) makes of the same content, and to tell which of them do not say the newest yet. Keeps all of
//! them in memory.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use super::{
    Built, DecidedSite, Input, NoProgress, SiteMode, Stop, decide, decided_site::EditionsBelow, home_of, map,
    plan::PlanResult, with_decided_site,
};
use crate::{
    content::{self, FileKind, SitePaths},
    diag::{Error, ErrorKind, Finding, FindingLog, Severity},
    output::{MemoryFiles, MemorySink, Sink},
    render::DATA_PACKAGE,
    tree,
    value::RelPath,
    view::ChosenPages,
};

/// How often in a row the making of all pages may be put off: a program that writes all the time must not keep them old.
const PUT_OFF: u32 = 3;

/// What has changed of a site since it was made, or is asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SiteChange {
    /// The texts of files that there were. No file has come or gone.
    Texts(BTreeSet<RelPath>),
    /// Nothing; somebody waits for a page.
    Asked,
    /// Anything else, or nobody knows.
    Anything,
}

/// A part of a site that is followed: the files of a plan, of its editions, or those that plans share.
#[derive(Clone, Debug)]
pub struct SitePart {
    /// The files. No path is in two parts.
    pub files: Arc<MemoryFiles>,
    /// The files that say the newest; `None` where all do. The others are of before.
    pub newest: Option<BTreeSet<RelPath>>,
}

impl SitePart {
    /// Makes a part of which all files say the newest.
    fn whole(files: MemoryFiles) -> Self {
        Self { files: Arc::new(files), newest: None }
    }

    /// Says that none of its files says the newest any more.
    fn outdate(&mut self) {
        self.newest = Some(BTreeSet::new());
    }

    /// Returns those of some pages that are there and do not say the newest. What is no page is made with all others.
    fn missing(&self, wanted: &BTreeSet<RelPath>) -> BTreeSet<RelPath> {
        let Some(newest) = &self.newest else { return BTreeSet::new() };
        let is_missing =
            |page: &&RelPath| page.extension() == "html" && self.files.contains_key(page) && !newest.contains(page);
        wanted.iter().filter(is_missing).cloned().collect()
    }

    /// Puts files that say the newest in the place of those of before.
    fn renew(&mut self, files: MemoryFiles) {
        if files.is_empty() {
            return;
        }
        self.newest.get_or_insert_default().extend(files.keys().cloned());
        Arc::make_mut(&mut self.files).extend(files);
    }
}

/// Follows a site while it is written.
pub trait SiteFollower {
    /// Takes the files of the site, part by part. With what the whole came to, where it is known: it may have errors, and
    /// then the files are no sound site.
    fn take(&mut self, parts: Vec<SitePart>, built: Option<Built>);

    /// Waits for a change, or for somebody who asks.
    fn wait(&mut self) -> SiteChange;

    /// Returns what has changed meanwhile, or is asked; nothing where it has been quiet for a moment.
    fn look(&mut self) -> Option<SiteChange>;

    /// Returns the pages that somebody looks at or waits for.
    fn wanted(&self) -> BTreeSet<RelPath>;

    /// Returns what tells, while pages are made that nobody waits for, that there is something to [`look`](Self::look) at.
    fn call(&self) -> Arc<AtomicBool>;
}

/// Makes a site, and makes it again with each change of its texts, until it has to be opened anew.
///
/// # Errors
///
/// Those of [`build`](super::build), when the site is made the first time. Later the site is opened anew, which says them.
pub fn follow(input: &Input<'_>, follower: &mut dyn SiteFollower) -> Result<(), Error> {
    with_decided_site(input, SiteMode::default(), Stop::Pages, |mut site| {
        let (mut made, built) = MadeSite::make(&mut site)?;
        site.opened.version.keep_parsed();
        let (mut is_sound, mut is_rest_sound) = (built.is_publishable(), made.is_rest_sound(&site, &built));
        follower.take(made.parts(), Some(built));
        let (mut is_whole, is_followed) = (true, is_followed(&site));
        let (call, never, mut put_off) = (follower.call(), AtomicBool::new(false), 0);
        loop {
            let change = if is_whole { Some(follower.wait()) } else { follower.look() };
            match change {
                Some(SiteChange::Texts(files)) if is_followed => {
                    if !made.remake(&site, &files, &follower.wanted()).unwrap_or(false) {
                        return Ok(());
                    }
                    is_whole = false;
                    // While anything else is wrong, nobody knows whether it is mended before all is looked at.
                    is_sound = is_rest_sound && !made.has_errors();
                }
                Some(SiteChange::Asked) if is_whole => continue,
                Some(SiteChange::Asked) if is_sound => {
                    if made.make_more(&site, &follower.wanted()).is_err() {
                        return Ok(());
                    }
                }
                Some(SiteChange::Asked) => {}
                Some(_) => return Ok(()),
                None => {
                    let call = if put_off < PUT_OFF { call.as_ref() } else { &never };
                    match made.complete(&site, call) {
                        Ok(Some(built)) => {
                            (is_sound, is_whole, put_off) = (built.is_publishable(), true, 0);
                            is_rest_sound = made.is_rest_sound(&site, &built);
                            follower.take(made.parts(), Some(built));
                        }
                        Err(_) if call.load(Ordering::Relaxed) => put_off += 1,
                        _ => return Ok(()),
                    }
                    continue;
                }
            }
            if is_sound {
                follower.take(made.parts(), None);
                // What plans share takes longer where there are many of them.
                match made.share_more(&site, &follower.wanted()) {
                    Ok(true) => follower.take(made.parts(), None),
                    Ok(false) => {}
                    Err(_) => return Ok(()),
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
    of_plans: Vec<SitePart>,
    editions: EditionsBelow<'s>,
    of_editions: SitePart,
    shared: SitePart,
    /// The pages that editions may lead to, where there are any.
    led_to: Option<BTreeSet<RelPath>>,
    /// The paths that plans and editions have.
    taken: MemorySink,
    /// The plans made again since all were looked at.
    fresh: BTreeSet<usize>,
}

impl<'s> MadeSite<'s> {
    fn make(site: &mut DecidedSite<'s>) -> Result<(Self, Built), Error> {
        let taken = MemorySink::default();
        let made = map(&site.plan_files(), |files| {
            let sink = taken.beside();
            let result = site.plan(files, (&sink, ChosenPages::All), &NoProgress)?;
            Ok((result, SitePart::whole(sink.into_files())))
        })?;
        let (plans, of_plans): (Vec<_>, Vec<_>) = made.into_iter().unzip();
        let below = taken.beside();
        let editions = site.editions(&plans, &below)?;
        let led_to = (!site.known.editions.is_empty()).then(|| site.pages_of_today(&plans));
        let of_editions = SitePart::whole(below.into_files());
        let shared = SitePart::whole(MemoryFiles::new());
        let mut made = Self { plans, of_plans, editions, of_editions, shared, led_to, taken, fresh: BTreeSet::new() };
        let built = made.reduce(site, &AtomicBool::new(false))?;
        Ok((made, built))
    }

    /// Makes the plans again that some files are of, and of their pages those that are wanted. Answers whether that is all
    /// that they decide.
    fn remake(
        &mut self,
        site: &DecidedSite<'_>,
        files: &BTreeSet<RelPath>,
        wanted: &BTreeSet<RelPath>,
    ) -> Result<bool, Error> {
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
        for place in &places {
            self.of_plans.get_mut(*place).into_iter().for_each(SitePart::outdate);
        }
        self.shared.outdate();
        self.fresh.extend(&places);
        let places: Vec<usize> = places.into_iter().collect();
        let is_as_hidden = |place: &usize| {
            let Some(files) = plans.get(*place) else { return Ok(false) };
            Ok(site.of_plans.get(*place) == Some(&decide::decide_plan(&site.opened, files)?))
        };
        let (hidden, made) = rayon::join(|| map(&places, is_as_hidden), || self.make_plans(site, &places, wanted));
        made?;
        Ok(hidden?.into_iter().all(|is_as_hidden| is_as_hidden))
    }

    /// Makes those of the wanted pages of plans that do not say the newest.
    fn make_more(&mut self, site: &DecidedSite<'_>, wanted: &BTreeSet<RelPath>) -> Result<(), Error> {
        let has_missing =
            |place: &usize| self.of_plans.get(*place).is_some_and(|part| !part.missing(wanted).is_empty());
        let places: Vec<usize> = self.fresh.iter().copied().filter(has_missing).collect();
        self.make_plans(site, &places, wanted)
    }

    /// Makes plans, and of their pages those that are wanted and do not say the newest.
    fn make_plans(
        &mut self,
        site: &DecidedSite<'_>,
        places: &[usize],
        wanted: &BTreeSet<RelPath>,
    ) -> Result<(), Error> {
        let plans = site.plan_files();
        let made = map(places, |place| {
            let missing = self.of_plans.get(*place).map(|part| part.missing(wanted)).unwrap_or_default();
            let sink = MemorySink::default();
            let files = plans.get(*place).copied().unwrap_or_default();
            let result = site.plan(files, (&sink, ChosenPages::Only(&missing)), &NoProgress)?;
            Ok((result, sink.into_files()))
        })?;
        for (place, (result, files)) in places.iter().zip(made) {
            let (Some(part), Some(plan)) = (self.of_plans.get_mut(*place), self.plans.get_mut(*place)) else {
                continue;
            };
            // Until its mistakes are mended, the pages of before are the sound ones.
            if !result.findings.has_errors() {
                part.renew(files);
            }
            *plan = result;
        }
        Ok(())
    }

    /// Makes those of the wanted pages that plans share that do not say the newest. Answers whether there were any.
    fn share_more(&mut self, site: &DecidedSite<'_>, wanted: &BTreeSet<RelPath>) -> Result<bool, Error> {
        let missing = self.shared.missing(wanted);
        if missing.is_empty() {
            return Ok(false);
        }
        let sink = MemorySink::default();
        site.shared_pages(&self.plans, &self.editions, (&sink, ChosenPages::Only(&missing)))?;
        self.shared.renew(sink.into_files());
        Ok(true)
    }

    /// Makes all that does not say the newest, and says what the whole came to; nothing where the site has to be opened anew.
    fn complete(&mut self, site: &DecidedSite<'_>, call: &AtomicBool) -> Result<Option<Built>, Error> {
        let plans = site.plan_files();
        for place in &self.fresh {
            let (Some(part), Some(plan), Some(files)) =
                (self.of_plans.get_mut(*place), self.plans.get_mut(*place), plans.get(*place))
            else {
                return Ok(None);
            };
            if part.newest.is_none() {
                continue;
            }
            let sink = MemorySink::default();
            let unless = UnlessCalled { sink: &sink, call };
            let result = site.plan(files, (&unless, ChosenPages::All), &NoProgress)?;
            if !result.findings.has_errors() {
                let files = sink.into_files();
                // What else may lie at a path that is new is not looked through.
                if !files.keys().eq(part.files.keys()) {
                    return Ok(None);
                }
                *part = SitePart::whole(files);
            }
            *plan = result;
        }
        // Editions that follow the content, and pages that they lead to, are made with all others.
        if self.led_to.as_ref().is_some_and(|led_to| *led_to != site.pages_of_today(&self.plans)) {
            return Ok(None);
        }
        self.reduce(site, call).map(Some)
    }

    /// Tells whether a plan has an error.
    fn has_errors(&self) -> bool {
        self.plans.iter().any(|plan| plan.findings.has_errors())
    }

    /// Tells whether there was a sound site, and no error lies but in plans that have one of their own.
    fn is_rest_sound(&self, site: &DecidedSite<'_>, built: &Built) -> bool {
        let plans = site.plan_files();
        let faulty = plans.iter().zip(&self.plans).filter(|(_, plan)| plan.findings.has_errors());
        let faulty: BTreeSet<&str> = faulty.filter_map(|(files, _)| home_of(files)).collect();
        let is_of_plan =
            |finding: &Finding| home_of(std::slice::from_ref(&finding.path)).is_some_and(|home| faulty.contains(home));
        let mut errors = built.findings.iter().filter(|finding| finding.severity == Severity::Error);
        !self.shared.files.is_empty()
            && errors.all(is_of_plan)
            && built.more.iter().all(|more| more.severity != Severity::Error)
    }

    /// Makes what plans share, and says what the whole came to.
    fn reduce(&mut self, site: &DecidedSite<'_>, call: &AtomicBool) -> Result<Built, Error> {
        let mut log = FindingLog::default();
        for (place, plan) in self.plans.iter().enumerate() {
            log.join(1 + place, plan.findings.clone());
        }
        let sink = self.taken.replaceable();
        let built = site.reduce(&self.plans, &self.editions, log, &UnlessCalled { sink: &sink, call })?;
        // Until all mistakes are mended, the pages of before are the sound ones.
        match built.is_publishable() {
            true => self.shared = SitePart::whole(sink.into_files()),
            false => self.shared.outdate(),
        }
        self.fresh.clear();
        Ok(built)
    }

    fn parts(&self) -> Vec<SitePart> {
        self.of_plans.iter().chain([&self.of_editions, &self.shared]).cloned().collect()
    }
}

/// Takes files until there is something else to look at.
struct UnlessCalled<'s> {
    sink: &'s MemorySink,
    call: &'s AtomicBool,
}

impl Sink for UnlessCalled<'_> {
    fn put(&self, path: &RelPath, bytes: &[u8]) -> Result<(), Error> {
        if self.call.load(Ordering::Relaxed) {
            return Err(Error::new(ErrorKind::Io, "somebody waits for something else"));
        }
        self.sink.put(path, bytes)
    }

    fn has(&self, path: &RelPath) -> bool {
        self.sink.has(path)
    }
}
