//! Editions: what each said, read before the site of today is made, and its own site, made below it.
//!
//! An edition with a revision is cut: it is made of the files of its commit, with the registers, scales
//! and theme of then. One without is open: it is made of today's files as of its date.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    BuildCounts, Built, Input, NoProgress, OpenedSite, Progress, SiteFindings, SiteMode, Stop, decide,
    edition_memory::EditionMemory,
    kept_store::KeptStore,
    opening,
    pack_request::PackRequest,
    pages::Pages,
    personal_numbers::NUMBER_IN_EDITION,
    plan::{self, PlanInEdition},
    redaction::{PastRedaction, RedactedVersion},
    site,
    site_mode::EditionBuild,
    visibility::Visibility,
};
use crate::{
    diag::{Code, Diagnostic, Error, ErrorKind, FieldRef, Finding, Place, Severity},
    git::CommitId,
    history::{MOVING_REVISION, PastVersion, VersionControl},
    model::Edition,
    output::Sink,
    site::PlanFiles,
    summary::EditionSummary,
    value::{Date, Id, RelPath},
    view::{self, OtherVersion, OtherVersionKind},
};

/// An edition whose `revision` git does not have.
pub const UNKNOWN_REVISION: Code = Code::error("unknown-revision")
    .args(&["id", "revision"])
    .help("an edition whose `revision` git does not have; a warning in a clone that lacks something");
const EDITION_WITHOUT_SITE: Code = Code::error("edition-without-site")
    .args(&["id", "revision"])
    .help("an edition cut from a commit in which the site was not");
const EDITION_TO_COME: Code = Code::note("edition-to-come")
    .args(&["id", "when", "since"])
    .help("an edition that is left out because its date lies behind the one the site speaks of; nothing is said where `--as-of` asks for that");
const EDITION_NOT_FETCHED: Code = Code::warning("edition-not-fetched")
    .args(&["id", "revision"])
    .help("an edition whose files were not fetched into this clone; where it is asked for by its name, the run stops");
/// An edition that is cut, where there is no repository.
pub const EDITION_WITHOUT_REPOSITORY: Code = Code::warning("edition-without-repository").args(&["id", "revision"]).help("an edition that is cut, where there is no repository to cut it from; where it is asked for by its name, the run stops");
const EDITION_WITH_ERRORS: Code = Code::warning("edition-with-errors")
    .args(&["id", "count"])
    .help("an edition whose content had mistakes when it was cut");
const EDITION_NOT_THERE: Code = Code::error("edition-not-there")
    .args(&["id", "revision"])
    .help("an edition that is asked for by its name, and whose `revision` git does not have");
const UNKNOWN_EDITION: Code = Code::error("unknown-edition")
    .args(&["id", "known"])
    .help("an edition that is asked for by its name and not declared");
/// An edition that says in what all plans share what is withheld.
pub const EDITION_REDACTED: Code = Code::warning("edition-redacted").args(&["id"]).help("an edition that says in `site.toml`, the scales or a register what `redact` withholds, which cannot be taken out of it; it is not made, and where it is asked for by its name, the run stops");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[
    &EDITION_REDACTED,
    &UNKNOWN_REVISION,
    &EDITION_WITHOUT_SITE,
    &EDITION_TO_COME,
    &EDITION_NOT_FETCHED,
    &EDITION_WITHOUT_REPOSITORY,
    &EDITION_WITH_ERRORS,
    &EDITION_NOT_THERE,
    &UNKNOWN_EDITION,
];

/// An edition that has been read.
pub struct ReadEdition {
    /// What it said.
    pub snapshot: Arc<EditionSummary>,
    /// What the edition before it said of no more than is of this one's committee, where that one is of more.
    part_before: Option<Arc<EditionSummary>>,
    /// The commit it is cut from; `None` while it is open.
    moment: Option<PastVersion>,
    /// What it may not show, where that is more than what all may not.
    hidden: Option<Visibility>,
    /// What of its plans it does not show.
    own: Arc<Visibility>,
    /// Records of it are withheld, so that nothing can be held against it.
    is_partial: bool,
    /// The pages it surely has.
    pages: Arc<BTreeSet<RelPath>>,
}

/// What a commit, or today's files, said as an edition. Of one that is cut it is kept between builds.
#[derive(Clone, Serialize, Deserialize)]
struct EditionSnapshot {
    /// What it said.
    summary: Arc<EditionSummary>,
    /// What of its plans is not shown.
    own: Arc<Visibility>,
    /// The pages it surely has.
    pages: Arc<BTreeSet<RelPath>>,
}

impl ReadEdition {
    /// Tells whether something of it is withheld of the past.
    pub fn is_redacted(&self) -> bool {
        self.hidden.as_ref().is_some_and(|hidden| hidden.is_redacted)
    }

    /// Tells whether texts of today decide what it says: it is open, or held against all there is today.
    pub fn is_of_texts(&self) -> bool {
        self.moment.is_none() || self.hidden.is_some()
    }

    /// Returns its commit and the day that was recorded.
    pub fn commit(&self) -> Option<(CommitId, Date)> {
        self.moment.as_ref().map(|moment| (moment.id, moment.recorded))
    }
}

/// The editions that are no later than the site, the oldest first, each with the commit it is cut from.
pub type FoundEditions = Vec<(Edition, Option<PastVersion>)>;

/// Finds the editions. Those that are not there are reported.
pub fn find(opened: &OpenedSite<'_>, findings: &mut SiteFindings) -> Result<FoundEditions, Error> {
    let site = &opened.version.settings.site;
    let (mut all, mut found) = (Vec::new(), Vec::new());
    // Who asks for a date knows what he asked for.
    let is_asked = opened.input.as_of.is_some() || opened.mode.edition.is_some();
    for (place, edition) in site.editions.iter().enumerate() {
        if edition.as_of > site.as_of {
            found.extend((!is_asked).then(|| {
                let place = Place::Subject(FieldRef::new("site.toml", &format!("editions.{place}.as_of")));
                let diagnostic = Diagnostic::new(&EDITION_TO_COME, place).with("id", edition.id.as_str());
                diagnostic.with("when", edition.as_of.to_string()).with("since", site.as_of.to_string())
            }));
            continue;
        }
        let Some(moment) = moment(opened, place, edition, &mut found)? else { continue };
        all.push((edition.clone(), moment));
    }
    findings.report(opened, found);
    all.sort_by_key(|(edition, _)| edition.as_of);
    Ok(all)
}

/// Reads what editions said, without what is hidden.
pub fn read(
    opened: &OpenedSite<'_>,
    findings: &mut SiteFindings,
    all: FoundEditions,
    (hidden, reached): (&Visibility, &BTreeSet<CommitId>),
    redaction: &PastRedaction,
) -> Result<Vec<ReadEdition>, Error> {
    let (mut told, mut unfit) = (Vec::new(), Vec::new());
    let mut kept = KeptStore::open(opened, "snapshots");
    for (edition, moment) in all {
        let (hidden, redacted) = withheld(opened, &edition, moment.as_ref(), (hidden, reached), redaction)?;
        if redacted.is_unfit {
            let place = Place::Subject(FieldRef::new("site.toml", "editions"));
            unfit.push(Diagnostic::new(&EDITION_REDACTED, place).with("id", edition.id.as_str()));
            continue;
        }
        let EditionSnapshot { summary, own, pages } =
            recalled_snapshot(opened.input, &mut kept, &edition, moment.as_ref(), &hidden)?;
        let hidden = if let Cow::Owned(hidden) = hidden { Some(hidden) } else { None };
        let (snapshot, is_partial) = (summary, redacted.is_partial());
        told.push(ReadEdition { snapshot, part_before: None, moment, hidden, own, is_partial, pages });
    }
    for at in 0..told.len() {
        let part = part_before(opened, &mut kept, &told, at, hidden)?;
        if let Some(this) = told.get_mut(at) {
            this.part_before = part;
        }
    }
    kept.close();
    findings.report(opened, unfit);
    Ok(told)
}

/// Returns what an edition may not show, and what of that is withheld of the past. Where it is not known what was hidden when it went since then, that is all that
/// is not there today.
pub fn withheld<'h>(
    opened: &OpenedSite<'_>,
    edition: &Edition,
    moment: Option<&PastVersion>,
    (hidden, reached): (&'h Visibility, &BTreeSet<CommitId>),
    redaction: &PastRedaction,
) -> Result<(Cow<'h, Visibility>, RedactedVersion), Error> {
    let is_reached = |moment: &PastVersion| reached.contains(&moment.id);
    let Some(cut) = moment.filter(|moment| !is_reached(moment) || !redaction.is_empty()) else {
        return Ok((Cow::Borrowed(hidden), RedactedVersion::default()));
    };
    let input = input(opened.input, edition, Some(cut));
    let then = opening::open(&input, frame(edition, Some(cut), None))?.opened;
    let redacted = redaction.in_version(&then)?;
    let mut gone = Visibility::default();
    if !is_reached(cut) {
        gone = decide::all_there_is(&then)?;
        gone.without(&decide::all_there_is(opened)?);
    }
    gone.add(hidden);
    gone.add(&redacted.visibility);
    gone.is_redacted = redacted.is_partial() || !redacted.visibility.blanks.is_empty();
    Ok((Cow::Owned(gone), redacted))
}

/// Returns what an edition is made as.
fn frame<'f>(edition: &'f Edition, moment: Option<&PastVersion>, hidden: Option<&'f Visibility>) -> SiteMode<'f> {
    let commit = moment.map(|moment| (moment.id, moment.recorded));
    let cut = EditionBuild { edition, commit, is_below: true, address: None, page: None };
    SiteMode { edition: Some(cut), withheld: hidden, ..SiteMode::default() }
}

/// How an edition stands.
pub enum EditionState {
    /// It follows today's content.
    Open,
    /// It is cut.
    Cut(PastVersion),
    /// It names a revision, and there is no repository to look for it in.
    NoRepository,
    /// It names a revision that does not exist.
    Unknown,
    /// It names a branch, or whatever else moves.
    Moves,
    /// It names a commit in which the site was not.
    NoSite,
    /// It names a commit whose files were not fetched into a partial clone.
    Unfetched,
}

impl EditionState {
    /// Tells how an edition stands.
    pub fn of(edition: &Edition, past: Option<&dyn VersionControl>) -> Result<Self, Error> {
        let Some(revision) = &edition.revision else { return Ok(Self::Open) };
        let Some(past) = past else { return Ok(Self::NoRepository) };
        match past.at(revision) {
            Ok(moment) => Ok(Self::Cut(moment)),
            Err(error) => match error.kind() {
                ErrorKind::NotFound => Ok(Self::Unknown),
                ErrorKind::Moving => Ok(Self::Moves),
                ErrorKind::NoSite => Ok(Self::NoSite),
                ErrorKind::MissingObject if past.is_incomplete() => Ok(Self::Unfetched),
                _ => Err(error),
            },
        }
    }
}

/// Says that there is no such edition, and which there are.
pub fn unknown<'e>(id: &Id, known: impl IntoIterator<Item = &'e Edition>) -> Error {
    let known: Vec<&str> = known.into_iter().map(|edition| edition.id.as_str()).collect();
    let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
    Error::coded(ErrorKind::NotFound, &UNKNOWN_EDITION).with("id", id.as_str()).with("known", known)
}

/// Returns the commit an edition is cut from, nothing while it is open.
///
/// # Errors
///
/// Says why it cannot be had.
pub fn moment_of(edition: &Edition, past: Option<&dyn VersionControl>) -> Result<Option<PastVersion>, Error> {
    let code: &'static Code = match EditionState::of(edition, past)? {
        EditionState::Open => return Ok(None),
        EditionState::Cut(moment) => return Ok(Some(moment)),
        EditionState::NoRepository => &EDITION_WITHOUT_REPOSITORY,
        EditionState::Unknown => &EDITION_NOT_THERE,
        EditionState::Moves => &MOVING_REVISION,
        EditionState::NoSite => &EDITION_WITHOUT_SITE,
        EditionState::Unfetched => &EDITION_NOT_FETCHED,
    };
    let revision = edition.revision.as_deref().unwrap_or_default();
    Err(Error::coded(ErrorKind::NotFound, code).with("id", edition.id.as_str()).with("revision", revision))
}

/// Returns the commit an edition is cut from: `Some(None)` where it is open, nothing where it cannot be had.
fn moment(
    opened: &OpenedSite<'_>,
    place: usize,
    edition: &Edition,
    found: &mut Vec<Diagnostic>,
) -> Result<Option<Option<PastVersion>>, Error> {
    let revision = edition.revision.as_deref().unwrap_or_default();
    let mut report = |code: &'static Code| {
        let place = Place::Subject(FieldRef::new("site.toml", &format!("editions.{place}.revision")));
        let diagnostic = Diagnostic::new(code, place);
        // What was not fetched cannot be found, and that is no mistake in the content.
        let is_fetched = !opened.input.past.is_some_and(VersionControl::is_incomplete);
        let severity = if *code == UNKNOWN_REVISION && !is_fetched { Severity::Warning } else { code.severity };
        let diagnostic = diagnostic.as_severe(severity);
        found.push(diagnostic.with("id", edition.id.as_str()).with("revision", revision));
        None
    };
    Ok(match EditionState::of(edition, opened.input.past)? {
        EditionState::Open => Some(None),
        EditionState::Cut(moment) => Some(Some(moment)),
        EditionState::NoRepository => report(&EDITION_WITHOUT_REPOSITORY),
        EditionState::Unknown => report(&UNKNOWN_REVISION),
        EditionState::Moves => report(&MOVING_REVISION),
        EditionState::NoSite => report(&EDITION_WITHOUT_SITE),
        EditionState::Unfetched => report(&EDITION_NOT_FETCHED),
    })
}

/// Returns what an edition said: what an earlier build has kept of it, as long as nothing is another that decides it, else what is
/// read now.
fn recalled_snapshot(
    today: &Input<'_>,
    kept: &mut KeptStore<'_, EditionSnapshot>,
    edition: &Edition,
    moment: Option<&PastVersion>,
    hidden: &Visibility,
) -> Result<EditionSnapshot, Error> {
    // The date of an edition is its own, and it has no past.
    let Input { tree: _, as_of: _, today: _, past: _, unrecorded: _, cache: _, audience, messages, version } = today;
    let decided_by = || {
        let cut = moment.filter(|moment| moment.lay_here)?;
        let (id, recorded) = (cut.id, cut.recorded);
        Some(format!("{audience:?} {messages:?} {version:?} {edition:?} {id} {recorded} {hidden:?}"))
    };
    let Some(key) = kept.key(decided_by) else { return snapshot(today, edition, moment, hidden) };
    let known = match kept.known(&key) {
        Some(known) => known.clone(),
        None => snapshot(today, edition, moment, hidden)?,
    };
    kept.keep(key, known.clone());
    Ok(known)
}

/// Reads what a commit, or today's files, said as an edition, without a page.
fn snapshot(
    today: &Input<'_>,
    edition: &Edition,
    moment: Option<&PastVersion>,
    hidden: &Visibility,
) -> Result<EditionSnapshot, Error> {
    let input = input(today, edition, moment);
    let opened = opening::open(&input, frame(edition, moment, Some(hidden)))?.opened;
    let read = |files: &PlanFiles<'_>| plan::summarise(&opened, files);
    let plans = opened.version.files.plans.par_iter().map(read).collect::<Result<Vec<_>, Error>>()?;
    let (told, own): (Vec<_>, Vec<_>) = plans.into_iter().map(|PlanInEdition { told, own }| (told, own)).unzip();
    let (mut plans, mut pages) = (BTreeMap::new(), BTreeSet::new());
    for (rows, of_plan) in told.into_iter().flatten() {
        plans.insert(rows.plan.id.clone(), rows);
        pages.extend(of_plan);
    }
    let ordinary = Pages::read(&opened)?;
    let ordinary = ordinary.addresses(&opened);
    pages.extend(view::shared_addresses(&opened.view_context(), plans.values(), ordinary, Some(edition)));
    let summary = EditionSummary { edition: edition.clone(), site: opened.version.settings.site.clone(), plans };
    let own = own.into_iter().flatten().collect::<Visibility>();
    Ok(EditionSnapshot { summary: Arc::new(summary), own: Arc::new(own), pages: Arc::new(pages) })
}

/// Returns the edition that another is held against, with no more than was that one's committee's: measures of others are
/// not gone. There is none where something of either is withheld.
pub fn held_against(told: &[ReadEdition], at: usize) -> Option<&EditionSummary> {
    let this = told.get(at).filter(|told| !told.is_partial)?;
    let before = before(told.get(..at)?, &this.snapshot.edition).filter(|before| !before.is_partial)?;
    let is_of_same = before.snapshot.edition.committee == this.snapshot.edition.committee;
    if is_of_same { Some(&before.snapshot) } else { this.part_before.as_deref() }
}

/// Reads what the edition that another is held against said of that one's committee, where it is of more.
fn part_before(
    opened: &OpenedSite<'_>,
    kept: &mut KeptStore<'_, EditionSnapshot>,
    told: &[ReadEdition],
    at: usize,
    hidden: &Visibility,
) -> Result<Option<Arc<EditionSummary>>, Error> {
    let (earlier, this) = (told.get(..at).unwrap_or_default(), told.get(at).map(|told| &told.snapshot.edition));
    let Some((before, this)) = this.and_then(|this| Some((before(earlier, this)?, this))) else { return Ok(None) };
    let is_partial = before.is_partial || told.get(at).is_some_and(|told| told.is_partial);
    if is_partial || before.snapshot.edition.committee == this.committee {
        return Ok(None);
    }
    let part = Edition { committee: this.committee.clone(), ..before.snapshot.edition.clone() };
    let hidden = before.hidden.as_ref().unwrap_or(hidden);
    let part = recalled_snapshot(opened.input, kept, &part, before.moment.as_ref(), hidden)?;
    Ok(Some(part.summary))
}

/// Returns what an edition is made of: the files of its commit, else today's, as of its date.
pub fn input<'i>(today: &Input<'i>, edition: &Edition, moment: Option<&'i PastVersion>) -> Input<'i> {
    Input {
        tree: moment.map_or(today.tree, |moment| moment.tree.as_ref()),
        as_of: Some(edition.as_of),
        past: None,
        unrecorded: &[],
        ..*today
    }
}

/// What came of making an edition's own site.
pub struct MadeEdition<'t> {
    /// The edition it is held against.
    pub before: Option<&'t EditionSummary>,
    /// How many pages it has.
    pub pages: usize,
    /// How many of its records are not shown any more.
    pub closed_since: usize,
}

/// Makes the sites of all editions, each in its folder. What is hidden today is in none of them. Answers what of their
/// findings keeps the site of today from being published, too.
pub fn publish<'t>(
    opened: &OpenedSite<'_>,
    findings: &mut SiteFindings,
    told: &'t [ReadEdition],
    hidden: &Visibility,
    today: BTreeSet<RelPath>,
    (stop, sink): (Stop, &dyn Sink),
) -> Result<(Vec<MadeEdition<'t>>, Vec<Finding>), Error> {
    let today = Arc::new(today);
    let (mut all, mut found, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
    let mut memory = match stop {
        Stop::Pages => EditionMemory::open(opened, sink),
        Stop::Findings => EditionMemory::default(),
    };
    for (at, this) in told.iter().enumerate() {
        let edition = &this.snapshot.edition;
        let Some(folder) = opened.addresses.edition_folder(&edition.id) else { continue };
        let before = held_against(told, at);
        let elsewhere = versions_around(opened, told, at, &today);
        let key = memory.key(|| decided_by(opened, told, at, hidden, (&folder, &elsewhere)));
        let known = key.map(|key| memory.take_over(key, sink)).transpose()?.flatten();
        let (pages, errors, closed_since) = match known {
            Some(known) => (known.pages, known.errors, known.closed_since),
            None => {
                let scope = EditionScope::Below(stop, &elsewhere);
                let below = SubfolderSink { sink, folder: folder.clone() };
                let made = make(opened, (this, before), hidden, scope, (&below, &NoProgress))?;
                let BuildCounts { pages, mut errors, .. } = made.counts;
                let of_numbers = made.findings.into_iter().filter(|finding| finding.code == NUMBER_IN_EDITION.name);
                let known = numbers.len();
                numbers.extend(of_numbers);
                errors = errors.saturating_sub(numbers.len().saturating_sub(known));
                let came_to = (pages, errors, made.closed_since);
                // What keeps the site of today from being published is found anew each time.
                if let Some(key) = key.filter(|_| numbers.len() == known && made.more.is_empty()) {
                    memory.keep(key, came_to, sink, &folder);
                }
                came_to
            }
        };
        if errors > 0 && this.moment.is_some() {
            let place = Place::Subject(FieldRef::new("site.toml", "editions"));
            let diagnostic = Diagnostic::new(&EDITION_WITH_ERRORS, place);
            found.push(diagnostic.with("id", edition.id.as_str()).with("count", errors.to_string()));
        }
        all.push(MadeEdition { before, pages, closed_since });
    }
    memory.close();
    findings.report(opened, found);
    Ok((all, numbers))
}

/// Says all that decides the site of an edition that is cut, but for the program; nothing where something of today does that
/// cannot be said in a few words: where it is open, or the one before it is, whose words it is held against.
fn decided_by(
    opened: &OpenedSite<'_>,
    told: &[ReadEdition],
    at: usize,
    hidden: &Visibility,
    (folder, elsewhere): (&str, &[OtherVersion]),
) -> Option<String> {
    let this = told.get(at)?;
    let before = before(told.get(..at)?, &this.snapshot.edition);
    // The date of an edition is its own, and it has no past.
    let Input { tree: _, as_of: _, today: _, past: _, unrecorded: _, cache: _, audience, messages, version } =
        opened.input;
    let mut all = format!("{audience:?} {messages:?} {version:?} {folder:?}");
    for read in [Some(this), before].into_iter().flatten() {
        let ReadEdition { snapshot, moment, hidden: own_hidden, own, is_partial, part_before: _, pages: _ } = read;
        let cut = moment.as_ref().filter(|moment| moment.lay_here)?;
        let withheld = own_hidden.as_ref().unwrap_or(hidden);
        let edition = &snapshot.edition;
        all += &format!(" {edition:?} {} {} {withheld:?} {own:?} {is_partial}", cut.id, cut.recorded);
    }
    let settings = &opened.version.settings;
    let page = opened.addresses.edition(&this.snapshot.edition.id);
    all += &format!(" {:?} {page:?} {:?} {}", settings.site.url, settings.allowed_numbers, before.is_some());
    for OtherVersion { kind, title, root, pages } in elsewhere {
        all += &format!(" {kind:?} {title:?} {root:?} {pages:?}");
    }
    Some(all)
}

/// How an edition's site is made.
#[derive(Clone, Copy, Debug)]
pub enum EditionScope<'p> {
    /// Below the site of today, as far as that is, with the other versions that its pages lead to.
    Below(Stop, &'p [OtherVersion]),
    /// By itself: all of it, or no more than some of its meeting packs.
    Alone(Option<&'p PackRequest>),
}

/// Makes the site of one edition, held against the one before it.
pub fn make(
    opened: &OpenedSite<'_>,
    (this, before): (&ReadEdition, Option<&EditionSummary>),
    hidden: &Visibility,
    scope: EditionScope<'_>,
    (sink, progress): (&dyn Sink, &dyn Progress),
) -> Result<Built, Error> {
    let (is_below, stop, packs, elsewhere) = match scope {
        EditionScope::Below(stop, elsewhere) => (true, stop, None, elsewhere),
        EditionScope::Alone(packs) => (false, Stop::Pages, packs, [].as_slice()),
    };
    let edition = &this.snapshot.edition;
    let site_url = opened.version.settings.site.url.as_deref().filter(|_| is_below);
    let folder = opened.addresses.edition_folder(&edition.id);
    let address = site_url.zip(folder).map(|(url, folder)| format!("{url}{folder}/"));
    let frame = SiteMode {
        edition: Some(EditionBuild {
            edition,
            commit: this.commit(),
            is_below,
            address: address.as_deref(),
            page: opened.addresses.edition(&edition.id),
        }),
        withheld: Some(this.hidden.as_ref().unwrap_or(hidden)),
        decided: Some(&this.own),
        allowed: Some(&opened.version.settings.allowed_numbers),
        since: before,
        past: None,
        packs,
        elsewhere,
    };
    site(&input(opened.input, edition, this.moment.as_ref()), frame, stop, sink, progress)
}

/// Returns the edition before a date: the latest of the whole site. Where records of that are withheld, there is none: what
/// is not known of then is not new.
pub fn latest_before(told: &[ReadEdition], as_of: Date) -> Option<&EditionSummary> {
    let is_earlier = |edition: &Edition| edition.as_of < as_of && edition.committee.is_none();
    let latest = told.iter().rfind(|told| is_earlier(&told.snapshot.edition));
    latest.filter(|told| !told.is_partial).map(|told| &*told.snapshot)
}

/// Returns the edition before another: the latest of the whole site or of the same committee.
fn before<'t>(told: &'t [ReadEdition], edition: &Edition) -> Option<&'t ReadEdition> {
    let is_alike = |committee: &Option<_>| committee.is_none() || *committee == edition.committee;
    let is_earlier = |of: &Edition| of.as_of < edition.as_of && is_alike(&of.committee);
    told.iter().rfind(|told| is_earlier(&told.snapshot.edition))
}

/// The most editions that a page of the site of today leads to.
const EARLIER: usize = 3;

/// Returns the editions that pages of the site of today lead to, the latest first: those that are cut.
pub fn earlier_versions(opened: &OpenedSite<'_>, told: &[ReadEdition]) -> Vec<OtherVersion> {
    let cut = told.iter().rev().filter(|told| told.moment.is_some());
    cut.filter_map(|told| other_version(opened, told, OtherVersionKind::Earlier, "")).take(EARLIER).collect()
}

/// Returns what the pages of an edition lead to: the edition before it, the one after it, and the site of today above them.
fn versions_around(
    opened: &OpenedSite<'_>,
    told: &[ReadEdition],
    at: usize,
    today: &Arc<BTreeSet<RelPath>>,
) -> Vec<OtherVersion> {
    const ABOVE: &str = "../../";
    let of = |at: Option<usize>, kind| other_version(opened, told.get(at?)?, kind, ABOVE);
    let (before, after) = (at.checked_sub(1), at.checked_add(1));
    let today = OtherVersion {
        kind: OtherVersionKind::Today,
        title: String::new(),
        root: ABOVE.to_owned(),
        pages: Arc::clone(today),
    };
    let around = [of(before, OtherVersionKind::Before), of(after, OtherVersionKind::After), Some(today)];
    around.into_iter().flatten().collect()
}

/// Returns an edition as pages of another version lead to it, whose root is so far below the root of the site of today.
fn other_version(
    opened: &OpenedSite<'_>,
    told: &ReadEdition,
    kind: OtherVersionKind,
    above: &str,
) -> Option<OtherVersion> {
    let edition = &told.snapshot.edition;
    let folder = opened.addresses.edition_folder(&edition.id)?;
    let (title, root) = (edition.title.clone(), format!("{above}{folder}/"));
    Some(OtherVersion { kind, title, root, pages: Arc::clone(&told.pages) })
}

/// Puts files into a folder of another sink.
struct SubfolderSink<'s> {
    sink: &'s dyn Sink,
    folder: String,
}

impl SubfolderSink<'_> {
    fn path(&self, path: &RelPath) -> RelPath {
        RelPath::new(format!("{}/{path}", self.folder)).unwrap_or_else(|_| path.clone())
    }
}

impl Sink for SubfolderSink<'_> {
    fn put(&self, path: &RelPath, bytes: &[u8]) -> Result<(), Error> {
        self.sink.put(&self.path(path), bytes)
    }

    fn has(&self, path: &RelPath) -> bool {
        self.sink.has(&self.path(path))
    }
}
