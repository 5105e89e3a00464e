//! The pipeline: from a tree of files to a tree of files.
//!
//! Floor 10. [`build`] is the table of contents of the program. Plans are mapped one by one, on all
//! cores, each to its pages and a few small rows; then the rows of all plans make the shared pages.
//! Pages stream into a [`Sink`]; neither all sources nor all pages are ever in memory at once. No
//! stage reads a clock, the environment or the network: whatever it needs stands in [`Input`].

mod assets;
mod blanks;
mod build_report;
mod catalogue;
mod consequences;
mod counts;
mod decide;
mod decided_site;
mod diff;
mod edition_memory;
mod editions;
mod follow;
mod kept_store;
mod known;
mod log;
mod meeting_packs;
mod moved;
mod opened_site;
mod opening;
mod pack_request;
mod page_maker;
mod pages;
mod personal_numbers;
mod plan;
mod plan_memory;
mod published;
mod records;
mod redaction;
mod shared;
mod silence;
mod site_findings;
mod site_locales;
mod site_mode;
mod visibility;
mod whole_site;

use std::{
    borrow::Cow,
    sync::{Mutex, PoisonError},
};

use rayon::prelude::*;

use crate::{
    content::Audience,
    diag::{Code, Error, ErrorKind, Finding, FindingLog, MoreFindings, Severity},
    history::{HistoryCache, VersionControl},
    locale::Language,
    output::{NullSink, Sink},
    tree::Tree,
    value::{Date, Id, RelPath, mask_personal_numbers},
    view::Addresses,
};
pub use build_report::BuildReport;
pub use catalogue::{Catalogue, CatalogueState, ListedEdition, catalogue, compare_editions};
use decided_site::DecidedSite;
pub use diff::{SiteDiff, diff, diff_beside};
use editions::EditionScope;
pub use editions::UNKNOWN_REVISION;
pub use follow::{SiteChange, SiteFollower, SitePart, follow};
use known::{HistoryReach, KnownPast};
pub use log::{NO_REPOSITORY, SiteLog, log};
pub use meeting_packs::{MeetingPack, meeting_packs};
use opened_site::OpenedSite;
use opening::Opening;
use pack_request::PackRequest;
use page_maker::{PageMaker, WantedPages};
use plan_memory::SharedLook;
pub use published::{PublishedLook, check_published};
use site_findings::SiteFindings;
use site_locales::SiteLocales;
use site_mode::SiteMode;
use visibility::Visibility;

const EDITION_TOO_LATE: Code = Code::error("edition-too-late")
    .args(&["id", "date"])
    .help("an edition that is asked for by its name and later than the date of the site");

/// The codes of this room, file by file.
pub const CODES: &[&[&Code]] = &[
    &[&EDITION_TOO_LATE],
    editions::CODES,
    known::CODES,
    log::CODES,
    meeting_packs::CODES,
    opened_site::CODES,
    pack_request::CODES,
    personal_numbers::CODES,
    redaction::CODES,
    silence::CODES,
];

/// All that a build is a function of.
#[derive(Clone, Copy)]
pub struct Input<'i> {
    /// The site's files.
    pub tree: &'i dyn Tree,
    /// The date the site speaks of. Where it is not given, `site.toml` says it, else it is `today`.
    pub as_of: Option<Date>,
    /// The day of the build, where nothing else says what date the site speaks of.
    pub today: Date,
    /// Whom the site is for.
    pub audience: Audience,
    /// The language of messages; the site's own unless given.
    pub messages: Option<Language>,
    /// The version of the program, printed on the page about the site.
    pub version: &'i str,
    /// What version control knows of the site; `None` where it lies in no repository.
    pub past: Option<&'i dyn VersionControl>,
    /// The files that version control does not have as they stand: pages that are made of them say so.
    pub unrecorded: &'i [RelPath],
    /// What earlier builds have kept of a site that lies in no repository; of one that does, [`past`](Self::past) says it.
    pub cache: Option<HistoryCache<'i>>,
}

/// How many of everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct BuildCounts {
    /// Pages, without those at old addresses.
    pub pages: usize,
    /// Plans.
    pub plans: usize,
    /// Measures.
    pub measures: usize,
    /// Status updates of measures.
    pub updates: usize,
    /// Pages of editions.
    pub edition_pages: usize,
    /// Charts; each is drawn for wide and for narrow pages.
    pub charts: usize,
    /// Errors among the findings.
    pub errors: usize,
    /// Warnings among the findings.
    pub warnings: usize,
    /// Notes among the findings.
    pub notes: usize,
}

/// What a build came to.
#[derive(Clone, Debug)]
pub struct Built {
    /// What an author should know, by file and line: the first findings, where there are very many.
    pub findings: Vec<Finding>,
    /// How many more there are of each code. They may be such as only follow from others.
    pub more: Vec<MoreFindings>,
    /// How many of everything.
    pub counts: BuildCounts,
    /// The date the site speaks of.
    pub as_of: Date,
    /// The language its messages are in.
    pub language: Language,
    /// Where everything lies.
    pub addresses: Addresses,
    /// The public address of the site, where it says one.
    pub url: Option<String>,
    /// How many records of an edition have been hidden since.
    closed_since: usize,
}

impl Built {
    /// Tells whether the site may be published: there is no error among the findings.
    #[must_use]
    pub fn is_publishable(&self) -> bool {
        self.report().is_publishable()
    }

    /// Tells whether all is well: no error, and where `is_strict` no warning either. Notes are none.
    #[must_use]
    pub fn is_fine(&self, is_strict: bool) -> bool {
        self.report().is_fine(is_strict)
    }
}

/// Hears how far a build is.
pub trait Progress: Sync {
    /// A number of plans are about to be made.
    fn begin(&self, plans: usize);
    /// One of them is done.
    fn step(&self);
}

/// Progress that nobody hears of.
pub struct NoProgress;

impl Progress for NoProgress {
    fn begin(&self, _: usize) {}
    fn step(&self) {}
}

/// The last stage of a site that is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// What is wrong with it. No page is drawn, but where only a page can tell.
    Findings,
    /// All of it.
    Pages,
}

/// Finds all that is wrong with a site, as [`build`] would, and counts its plans and what stands in them.
///
/// It draws no page, and counts none, but where the site has templates of its own, which may fail on any page, or an
/// ordinary page in a folder that other pages are made into.
///
/// # Errors
///
/// Those of [`build`] but for a sink's.
pub fn check(input: &Input<'_>, progress: &dyn Progress) -> Result<Built, Error> {
    site(input, SiteMode::default(), Stop::Findings, &NullSink::default(), progress)
}

/// Builds a site.
///
/// Every page goes to the sink as soon as it is made. The sink's owner publishes it only if
/// [`Built::is_publishable`].
///
/// # Errors
///
/// Answers an [`Error`] when a file that was listed cannot be read, or the sink cannot take a page. What
/// is wrong with the content is no error but a [`Finding`].
pub fn build(input: &Input<'_>, sink: &dyn Sink, progress: &dyn Progress) -> Result<Built, Error> {
    site(input, SiteMode::default(), Stop::Pages, sink, progress)
}

/// Builds the site of one edition alone, as [`build`] puts it below the site of today.
///
/// # Errors
///
/// Answers an [`Error`] of kind [`NotFound`](crate::diag::ErrorKind::NotFound) when there is no such edition, and
/// otherwise those of [`build`].
pub fn build_edition(input: &Input<'_>, id: &Id, sink: &dyn Sink, progress: &dyn Progress) -> Result<Built, Error> {
    edition_site(input, id, None, sink, progress)
}

/// Makes the site of one edition alone, or of its meeting packs no more than are wanted.
fn edition_site(
    input: &Input<'_>,
    id: &Id,
    packs: Option<&PackRequest>,
    sink: &dyn Sink,
    progress: &dyn Progress,
) -> Result<Built, Error> {
    let Opening { opened, mut findings, .. } = opening::open(input, SiteMode::default())?;
    let found = editions::find(&opened, &mut findings)?;
    let closed = closed_today(&opened)?;
    let HistoryReach { hidden, reached, redaction, .. } = known::look_back(&opened, &mut findings, &found, closed)?;
    let told = editions::read(&opened, &mut findings, found, (&hidden, &reached), &redaction)?;
    redaction::stop_at_mistakes(&findings)?;
    let Some((at, this)) = told.iter().enumerate().find(|(_, told)| told.snapshot.edition.id == *id) else {
        let site = &opened.version.settings.site;
        if findings.iter().any(|finding| finding.code == editions::EDITION_REDACTED.name) {
            return Err(Error::coded(ErrorKind::NotFound, &editions::EDITION_REDACTED).with("id", id.as_str()));
        }
        let Some(declared) = site.editions.iter().find(|edition| edition.id == *id) else {
            return Err(editions::unknown(id, told.iter().map(|told| &told.snapshot.edition)));
        };
        editions::moment_of(declared, input.past)?;
        let error = Error::coded(ErrorKind::NotFound, &EDITION_TOO_LATE).with("id", id.as_str());
        return Err(error.with("date", site.as_of.to_string()));
    };
    let before = editions::held_against(&told, at);
    editions::make(&opened, (this, before), &hidden, EditionScope::Alone(packs), (sink, progress))
}

/// Finds what the site of today does not show, without making it.
fn closed_today(opened: &OpenedSite<'_>) -> Result<Visibility, Error> {
    decide::decide(opened, &pages::Pages::read(opened)?)
}

/// Makes one site, stage by stage: the one of today with its editions below it, or an edition.
fn site(
    input: &Input<'_>,
    mode: SiteMode<'_>,
    stop: Stop,
    sink: &dyn Sink,
    progress: &dyn Progress,
) -> Result<Built, Error> {
    // Before any of them is read: what changes meanwhile, is seen by the next build.
    let shared = SharedLook::of(input, sink);
    with_decided_site(input, mode, stop, |mut site| {
        let log = Mutex::new(FindingLog::default());
        let log = || log.lock().unwrap_or_else(PoisonError::into_inner);
        // Map: each plan to its findings, its pages and what shared pages need of it.
        let files = site.plan_files();
        progress.begin(files.len());
        let memory = site.plan_memory(shared);
        let plans = map(&files.iter().enumerate().collect::<Vec<_>>(), |(place, files)| {
            let mut plan = site.kept_plan(files, (sink, &memory), progress)?;
            // What all plans have found would fill the memory.
            log().join(1 + place, std::mem::take(&mut plan.findings));
            Ok(plan)
        })?;
        // Editions below the site, each made as this one.
        let editions = site.editions(&plans, sink)?;
        // Reduce: all plans to the shared pages, then what they link to, then what has moved.
        let of_plans = std::mem::take(&mut *log());
        let built = site.reduce(&plans, &editions, of_plans, sink)?;
        memory.close(built.is_publishable());
        if let Some(request) = mode.packs {
            request.keep(site.maker.into_documents());
        }
        Ok(built)
    })
}

/// Opens a site, decides what it does not show and looks back at its past; then lets it be made.
///
/// What pages tell of the past points into what was read of it, so that a site is used here and not returned.
fn with_decided_site<T>(
    input: &Input<'_>,
    mode: SiteMode<'_>,
    stop: Stop,
    make: impl FnOnce(DecidedSite<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    let (known, cuts, past);
    // Open: settings, registers, files, words and theme of one state of a site.
    let Opening { mut opened, maker, mut findings } = opening::open(input, mode)?;
    // Where only pages can tell all that is wrong, they are made.
    let stop = if opened.needs_pages() { Stop::Pages } else { stop };
    let empty = silence::empty_site(&opened);
    findings.report(&opened, empty.into_iter().chain(opened.missing_logo()).collect());
    let pages = pages::Pages::read(&opened)?;
    // Decide: what is not shown. From here on it does not change, and no plan waits for another.
    let of_plans = decide::of_plans(&opened)?;
    let own = decide::join(&opened, &of_plans, &pages);
    opened.hide(&own.files, &own.titles);
    let unrecorded = opened.note_unrecorded(&own);
    findings.report(&opened, unrecorded.into_iter().collect());
    // Look back: editions, history, and what was hidden when it went.
    known = KnownPast::read(&opened, &mut findings, &own)?;
    cuts = known.cuts();
    past = known.past(&cuts);
    known.lend(&mut opened, past.as_ref());
    // Whatever else is wrong, no personal number may be published.
    let mut numbers = personal_numbers::report(&opened, &own)?;
    numbers.extend(personal_numbers::report_history(&opened, known.revisions()));
    make(DecidedSite { opened, maker, pages, own, of_plans, known: &known, stop, findings, numbers })
}

/// Counts findings that are as bad, those that were not kept as well.
fn count_severity(findings: &[Finding], more: &[MoreFindings], severity: Severity) -> usize {
    let kept = findings.iter().filter(|finding| finding.severity == severity).count();
    more.iter().filter(|more| more.severity == severity).fold(kept, |count, more| count.saturating_add(more.count))
}

/// Tells whether something was found of a file in one of some folders: of files that belong nowhere, it is told before it
/// is known whose folder is hidden.
fn is_of(finding: &Finding, shut: &[String]) -> bool {
    let folder = home_of(std::slice::from_ref(&finding.path)).unwrap_or_default();
    shut.iter().any(|shut| shut == folder)
}

/// Sorts what was found. Each is told once, and nothing that only follows from another; no path shows a personal number.
fn finish(mut findings: Vec<Finding>) -> Vec<Finding> {
    consequences::drop_consequences(&mut findings);
    personal_numbers::hide_lines(&mut findings);
    for finding in &mut findings {
        if let Cow::Owned(masked) = mask_personal_numbers(finding.path.as_str()) {
            finding.path = RelPath::new(masked).unwrap_or_else(|_| finding.path.clone());
        }
    }
    findings.sort_by(|a, b| (&a.path, a.line, a.column, a.code).cmp(&(&b.path, b.line, b.column, b.code)));
    findings.dedup();
    findings
}

/// Returns the name of the plan's folder that files lie in.
fn home_of(files: &[RelPath]) -> Option<&str> {
    let mut parts = files.first()?.parts();
    (parts.next() == Some("content") && parts.next() == Some("plans")).then(|| parts.next()).flatten()
}

/// Maps on all cores and keeps the order.
fn map<T: Sync, R: Send>(items: &[T], make: impl Fn(&T) -> Result<R, Error> + Sync + Send) -> Result<Vec<R>, Error> {
    items.par_iter().map(make).collect()
}

impl BuildCounts {
    fn add(&mut self, other: &Self) {
        self.pages += other.pages;
        self.plans += other.plans;
        self.measures += other.measures;
        self.updates += other.updates;
        self.charts += other.charts;
    }
}
