//! What is known of the past of a site: its editions and its history, without what is hidden.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Input, OpenedSite, SiteFindings, SiteMode, decide, editions, map, opening, pages::Pages, plan,
    redaction::PastRedaction, visibility::Visibility,
};
use crate::{
    compare::{Change, RecordKind},
    content::{self, FileKind, ParseLog, Record, Withheld},
    diag::{Code, Diagnostic, Error, ErrorKind, FieldRef, Place},
    git::{CommitId, SUBMODULE},
    history::{CommitChanges, CommitText, Departed, History, HistoryByPlan, HistoryQuery, PastVersion},
    schema::{Fields, Key, Value, records as schema},
    tree,
    value::{Id, RelPath},
    view::{EditionCut, OtherVersion, Past},
};

/// A history that begins where git has nothing.
pub const UNKNOWN_HISTORY_START: Code = Code::warning("unknown-history-start")
    .args(&["revision"])
    .help("a `since` under `[history]` that git does not have");

/// A folder of the content whose files are in another repository and not on the disk.
const SUBMODULE_NOT_FETCHED: Code = Code::error("submodule-not-fetched")
    .args(&["path"])
    .help("a folder of the content is a submodule that was not fetched; a site without it would look as if all of it had been taken out");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&UNKNOWN_HISTORY_START, &SUBMODULE_NOT_FETCHED];

/// What is known of the past of a site. An edition knows none: it tells nothing that came after it.
#[derive(Default)]
pub struct KnownPast {
    /// The editions, the oldest first.
    pub editions: Vec<editions::ReadEdition>,
    history: Option<(History, HistoryByPlan)>,
    /// What commits say of themselves, by their places, as far as that is shown.
    said: BTreeMap<usize, CommitText>,
    hidden: Visibility,
    /// The editions that pages of the site of today lead to.
    earlier: Vec<OtherVersion>,
    /// Texts of today decide what of the past is not shown, beside their own marks.
    is_of_texts: bool,
}

/// How far one can look back.
pub struct HistoryReach {
    /// What is hidden today, and what was hidden when it went.
    pub hidden: Visibility,
    /// The commits of editions from which on it is known what was hidden when it went.
    pub reached: BTreeSet<CommitId>,
    /// What is withheld of the past.
    pub redaction: PastRedaction,
    /// What was said when.
    history: Option<History>,
    /// What is hidden of the past depends on what texts of today say: files of the commit that is checked out are gone, or records
    /// that are told as gone, which may have been called what a hidden one is.
    is_of_texts: bool,
}

/// Looks back at what was said when, as far as the oldest edition, whatever history counts from.
pub fn look_back(
    opened: &OpenedSite<'_>,
    findings: &mut SiteFindings,
    found: &editions::FoundEditions,
    mut hidden: Visibility,
) -> Result<HistoryReach, Error> {
    let redaction = PastRedaction::read(opened, findings, &hidden)?;
    hidden.old_ids = redaction.old_ids();
    let mut told = history(opened, findings, &hidden, &redaction)?;
    let mut departed = Departed::default();
    let (mut reached, mut is_more, mut is_of_texts) = (BTreeSet::new(), false, false);
    if let Some(past) = opened.input.past {
        let cuts: Vec<&PastVersion> = found.iter().filter_map(|(_, moment)| moment.as_ref()).collect();
        if let Some(history) = &told {
            reached.extend(cuts.iter().filter(|cut| past.reaches(history, cut)).map(|cut| cut.id));
        }
        if cuts.iter().any(|cut| cut.lay_here && !reached.contains(&cut.id)) {
            let history = past.history(&HistoryQuery { since: None, ..asked(opened, &hidden, &redaction) })?;
            departed.clone_from(history.departed());
            reached.extend(cuts.iter().filter(|cut| past.reaches(&history, cut)).map(|cut| cut.id));
        }
        if let Some(newest) = past.newest()? {
            report_submodules(opened, findings, &newest)?;
            if let Some(gone) = uncommitted(opened, &newest)? {
                (is_more, is_of_texts) = (!gone.is_empty(), true);
                hidden.add(&gone);
            }
        }
    }
    // What was hidden when it went is known only once all commits have been gone through.
    told.iter().for_each(|history| departed.join(history.departed()));
    if let Some(history) = &told {
        let (gone, may_be) = under_other_ids(opened, history, &hidden)?;
        is_more |= !gone.plans.is_empty();
        is_of_texts |= may_be;
        hidden.add(&gone);
    }
    if is_more || !departed.is_empty() {
        hidden.join(&departed);
        told = history(opened, findings, &hidden, &redaction)?;
    }
    Ok(HistoryReach { hidden, reached, redaction, history: told, is_of_texts })
}

/// Says which folders of the content belong to another repository, so that their past is not here. Where one was not
/// fetched, neither is what it holds today: a site without it would look as if all of it had been taken out.
fn report_submodules(opened: &OpenedSite<'_>, findings: &mut SiteFindings, newest: &PastVersion) -> Result<(), Error> {
    let is_content = |path: &RelPath| path.parts().next() == Some(content::SitePaths::CONTENT);
    let skipped = newest.tree.skipped().iter().filter(|skipped| *skipped.code == SUBMODULE);
    let folders: Vec<&RelPath> = skipped.map(|skipped| &skipped.path).filter(|path| is_content(path)).collect();
    let is_fetched = |path: &RelPath| !tree::below(opened.input.tree.paths(), path.as_str()).is_empty();
    if let Some(missing) = folders.iter().find(|path| !is_fetched(path)) {
        let error = Error::coded(ErrorKind::NotFound, &SUBMODULE_NOT_FETCHED);
        return Err(error.with("path", missing.as_str()));
    }
    // One build may look back twice.
    if !findings.iter().any(|finding| finding.code == SUBMODULE.name) {
        let warning = |path: &&RelPath| Diagnostic::new(&SUBMODULE, Place::File((*path).clone()));
        findings.report(opened, folders.iter().map(warning).collect());
    }
    Ok(())
}

/// Finds what is hidden in the commit that is checked out and gone from the files, which is not committed yet; nothing
/// where no file of it is gone.
fn uncommitted(opened: &OpenedSite<'_>, newest: &PastVersion) -> Result<Option<Visibility>, Error> {
    let is_here = |path: &RelPath| opened.input.tree.paths().binary_search(path).is_ok();
    if newest.tree.paths().iter().all(is_here) {
        return Ok(None);
    }
    let input = Input { tree: newest.tree.as_ref(), past: None, unrecorded: &[], ..*opened.input };
    let then = opening::open(&input, SiteMode::default())?.opened;
    let mut gone = Visibility { pages: Pages::read(&then)?.hidden, ..Visibility::default() };
    for (names, shut) in map(&then.version.files.plans, |folder| plan::shut(&then, folder))? {
        gone.take(names, &shut);
    }
    gone.without(&decide::all_there_is(opened)?);
    Ok(Some(gone))
}

/// Finds what is gone and was called what something is called that is hidden today: it got another id when it was hidden, and
/// no `formerly` says so. Answers as well whether there is anything that another title today would make one of them.
fn under_other_ids(
    opened: &OpenedSite<'_>,
    history: &History,
    hidden: &Visibility,
) -> Result<(Visibility, bool), Error> {
    let (mut found, mut may_be) = (Visibility::default(), false);
    for files in &opened.version.files.plans {
        let folder = files.first().and_then(|file| Id::new(file.parts().nth(2)?));
        if folder.is_none_or(|folder| !hidden.plans.contains_key(&folder)) {
            continue;
        }
        let records = opened.version.records(files, &mut ParseLog::default())?;
        let (names, all) = plan::all(opened, files)?;
        let withheld: Vec<&Withheld> = names.iter().filter_map(|name| hidden.plans.get(name)).collect();
        let hides =
            |kind, id: &Id| withheld.iter().any(|withheld| ids_of(withheld, kind).is_some_and(|ids| ids.contains(id)));
        let titles: BTreeSet<(RecordKind, &str)> =
            titles(&records).filter(|(kind, id, _)| hides(*kind, id)).map(|(kind, _, title)| (kind, title)).collect();
        let mut gone = Withheld::default();
        for (kind, id, title) in names.iter().flat_map(|name| history.names().titled(name)) {
            let Some(id) = Id::of_record(id).filter(|id| ids_of(&all, kind).is_some_and(|ids| !ids.contains(id)))
            else {
                continue;
            };
            may_be = true;
            if !titles.contains(&(kind, title)) {
                continue;
            }
            match kind {
                RecordKind::Measure => gone.measures.insert(id),
                RecordKind::Table => gone.tables.insert(id),
                _ => gone.indicators.insert(id),
            };
        }
        if !gone.is_empty() {
            found.take(names, &gone);
        }
    }
    Ok((found, may_be))
}

fn ids_of(withheld: &Withheld, kind: RecordKind) -> Option<&BTreeSet<Id>> {
    match kind {
        RecordKind::Measure => Some(&withheld.measures),
        RecordKind::Table => Some(&withheld.tables),
        RecordKind::Indicator => Some(&withheld.indicators),
        _ => None,
    }
}

/// Returns what measures, tables and indicators are called.
fn titles(records: &[Record]) -> impl Iterator<Item = (RecordKind, &Id, &str)> {
    fn title(fields: &Fields) -> Option<&str> {
        fields.get(&schema::OPTIONAL_TITLE).map(String::as_str)
    }
    records.iter().flat_map(move |record| {
        let kind = match record.role {
            FileKind::Measure => Some(RecordKind::Measure),
            FileKind::Table => Some(RecordKind::Table),
            _ => None,
        };
        let own = kind.and_then(|kind| Some((kind, &record.id, title(&record.fields)?)));
        let entries = record.fields.entries().filter(|_| record.role == FileKind::Indicators);
        let within = entries.filter_map(move |(key, _, value)| match (key, value) {
            (Key::Id(id), Value::Record(fields)) => Some((RecordKind::Indicator, id, title(fields)?)),
            _ => None,
        });
        own.into_iter().chain(within)
    })
}

impl KnownPast {
    /// Reads it, without what is hidden today and what was hidden when it went.
    pub fn read(opened: &OpenedSite<'_>, findings: &mut SiteFindings, own: &Visibility) -> Result<Self, Error> {
        if opened.mode.edition.is_some() {
            return Ok(Self { hidden: own.clone(), ..Self::default() });
        }
        let found = editions::find(opened, findings)?;
        let HistoryReach { hidden, reached, redaction, history: told, is_of_texts } =
            look_back(opened, findings, &found, own.clone())?;
        let editions = editions::read(opened, findings, found, (&hidden, &reached), &redaction)?;
        let history = told.map(|history| {
            let chronicle = history.chronicle();
            (history, chronicle)
        });
        let said = match &history {
            Some((history, chronicle)) => said(opened, history, chronicle, &hidden)?,
            None => BTreeMap::new(),
        };
        let earlier = editions::earlier_versions(opened, &editions);
        let is_of_texts = is_of_texts || !redaction.is_empty() || editions.iter().any(|read| read.is_of_texts());
        Ok(Self { editions, history, said, hidden, earlier, is_of_texts })
    }

    /// Returns what each commit came to for each plan, as far as it may be told.
    pub fn revisions(&self) -> impl Iterator<Item = &CommitChanges> {
        self.history.iter().flat_map(|(_, chronicle)| chronicle.all())
    }

    /// Tells whether a text of today may decide more of the past than what its own marks hide of it: then the past is read
    /// anew with each text.
    pub fn is_of_texts(&self) -> bool {
        self.is_of_texts
    }

    /// Returns what is hidden today, and what was hidden when it went.
    pub fn hidden(&self) -> &Visibility {
        &self.hidden
    }

    /// Returns the editions that are cut, in the order of the history.
    pub fn cuts(&self) -> Vec<EditionCut<'_>> {
        let cuts = self.editions.iter().filter_map(|told| Some((&told.snapshot, told.commit()?)));
        let place = |id| self.history.as_ref().and_then(|(history, _)| history.place(&id));
        cuts.map(|(snapshot, (id, recorded))| EditionCut { snapshot, place: place(id), recorded }).collect()
    }

    /// Gives a site what its pages tell of the past; an edition keeps what it was given.
    pub fn lend<'i>(&'i self, opened: &mut OpenedSite<'i>, past: Option<&'i Past<'i>>) {
        if opened.mode.edition.is_none() {
            opened.mode.since = editions::latest_before(&self.editions, opened.version.settings.site.as_of);
            opened.mode.past = past;
            opened.mode.elsewhere = &self.earlier;
        }
    }

    /// Returns what pages tell of it.
    pub fn past<'k>(&'k self, editions: &'k [EditionCut<'k>]) -> Option<Past<'k>> {
        let (history, chronicle) = self.history.as_ref()?;
        Some(Past { history, chronicle, editions, said: &self.said })
    }
}

/// Reads the history. One that cannot be followed from where it should begin is reported, and told of nothing.
fn history(
    opened: &OpenedSite<'_>,
    findings: &mut SiteFindings,
    hidden: &Visibility,
    redaction: &PastRedaction,
) -> Result<Option<History>, Error> {
    let Some(past) = opened.input.past else { return Ok(None) };
    let asked = asked(opened, hidden, redaction);
    match past.history(&asked) {
        Ok(history) => Ok(Some(history)),
        Err(error) if error.kind() == ErrorKind::NotFound && asked.since.is_some() => {
            let since = asked.since.unwrap_or_default().to_owned();
            let place = Place::Subject(FieldRef::new("site.toml", "history.since"));
            let diagnostic = Diagnostic::new(&UNKNOWN_HISTORY_START, place).with("revision", since);
            findings.report(opened, vec![diagnostic]);
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

fn asked<'a>(opened: &'a OpenedSite<'_>, hidden: &'a Visibility, redaction: &'a PastRedaction) -> HistoryQuery<'a> {
    HistoryQuery {
        viewer: opened.viewer,
        hidden: Some(&hidden.plans),
        since: opened.version.settings.history_since.as_deref(),
        shown: opened.version.settings.history_shows,
        redactions: Some(&redaction.list),
    }
}

/// Asks the commits that are told of what they say of themselves, where that is shown. Of one that also concerns what is
/// hidden the message may tell of it, so that is not.
fn said(
    opened: &OpenedSite<'_>,
    history: &History,
    chronicle: &HistoryByPlan,
    hidden: &Visibility,
) -> Result<BTreeMap<usize, CommitText>, Error> {
    let shown = opened.version.settings.history_shows;
    let Some(past) = opened.input.past.filter(|_| shown.asks_commits()) else { return Ok(BTreeMap::new()) };
    let is_hidden_page = |change: &Change| {
        let file = RelPath::new(format!("content/{}.md", change.subject.id));
        let is_shown =
            |file: RelPath| opened.input.tree.paths().binary_search(&file).is_ok() && !hidden.pages.contains(&file);
        change.subject.kind == RecordKind::Page && !file.is_ok_and(is_shown)
    };
    let mut discreet = history.discreet().clone();
    let of_pages = chronicle.all().filter(|revision| revision.changes.iter().any(is_hidden_page));
    discreet.extend(of_pages.map(|revision| revision.place));
    let places: BTreeSet<usize> = chronicle.all().map(|revision| revision.place).collect();
    let commits = places.into_iter().filter_map(|place| Some((place, history.commits().get(place)?.id)));
    let (places, ids): (Vec<usize>, Vec<CommitId>) = commits.unzip();
    let all = places.into_iter().zip(past.said(&ids, shown)?);
    Ok(all
        .map(|(place, said)| match discreet.contains(&place) {
            true => (place, CommitText { message: None, ..said }),
            false => (place, said),
        })
        .collect())
}
