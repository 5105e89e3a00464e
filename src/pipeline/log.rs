//! The story of one record, or of the whole site, from its history.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    Input, Progress, SiteMode, closed_today,
    known::{self, UNKNOWN_HISTORY_START},
    opening::{self, Opening},
    records, redaction,
};
use crate::{
    compare::{Change, ChangeKind, RecordKey, RecordKind, StatementIndex},
    content,
    diag::{Code, Error, ErrorKind, Finding, Severity},
    history::{CommitChanges, HistoryDisclosure, HistoryQuery},
    locale::Locale,
    model::Site,
    value::RelPath,
    view::{Addresses, ViewContext},
    wording::{self, CommitEntry},
};

/// A site that lies in no git repository.
pub const NO_REPOSITORY: Code =
    Code::error("no-repository").help("a site that lies in no git repository, where its history is asked for");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&NO_REPOSITORY];

/// How many ids are suggested for one that nothing has.
const MOST_SUGGESTIONS: usize = 3;

/// The story of one record, or of the whole site.
#[derive(Debug)]
pub struct SiteLog {
    /// The id the record has today; nothing for the whole site.
    pub id: Option<String>,
    /// What each commit said of it, the oldest first. Nothing, where nothing bears the id.
    pub chapters: Vec<CommitEntry>,
    /// Ids that are like the one asked for, where nothing bears it.
    pub suggestions: Vec<String>,
    /// What keeps it from being told, and where that stands.
    pub errors: Vec<Finding>,
    /// Something of the past is withheld, as `site.toml` asks for.
    pub is_redacted: bool,
    /// The words it is told in.
    pub locale: Arc<Locale>,
}

/// Tells the story of one record: of a plan, a measure or whatever bears the id, or bore it once. `plan/id` asks for a
/// record of one plan; a committee's story is also that of all that is rolled up to it. Without an id it tells the story
/// of the whole site. Where nothing bears the id as it is written, case does not matter.
///
/// What may not be seen today is in no story, and no words of authors are: only that they changed.
///
/// # Errors
///
/// Answers an [`Error`] of kind [`ErrorKind::NotFound`] when the site has no past, and when a file of today or of the
/// past cannot be read.
pub fn log(input: &Input<'_>, id: Option<&str>, progress: &dyn Progress) -> Result<SiteLog, Error> {
    let past = input.past.ok_or_else(|| Error::coded(ErrorKind::NotFound, &NO_REPOSITORY))?;
    let Opening { mut opened, mut findings, .. } = opening::open(input, SiteMode::default())?;
    let closed = closed_today(&opened)?;
    // Editions tell nothing that commits do not.
    let known::HistoryReach { hidden, redaction, .. } = known::look_back(&opened, &mut findings, &Vec::new(), closed)?;
    let locale = opening::plain_locale(input.messages.unwrap_or(opened.version.settings.site.language))?;
    let is_lost = |finding: &&Finding| {
        finding.code == UNKNOWN_HISTORY_START.name || redaction::CODES.iter().any(|code| code.name == finding.code)
    };
    let lost = findings.misread().iter().chain(findings.iter().filter(is_lost)).cloned();
    let errors: Vec<Finding> = lost.map(|finding| Finding { severity: Severity::Error, ..finding }).collect();
    if !errors.is_empty() {
        let (chapters, suggestions) = (Vec::new(), Vec::new());
        return Ok(SiteLog { id: None, chapters, suggestions, errors, is_redacted: true, locale });
    }
    let plans = opened.version.files.plans.clone();
    let now = records::read(&mut opened, findings, &plans, progress)?;
    let history = past.history(&HistoryQuery {
        viewer: opened.viewer,
        hidden: Some(&hidden.plans),
        since: opened.version.settings.history_since.as_deref(),
        shown: HistoryDisclosure::default(),
        redactions: Some(&redaction.list),
    })?;
    let mut revisions = history.revisions();
    // A version that cannot be read has no marks: it is named only where the file is shown today.
    let shown: BTreeSet<&RelPath> = now.records.iter().map(|record| &record.file).collect();
    revisions.iter_mut().for_each(|revision| revision.unreadable.retain(|file| shown.contains(&file.path)));
    // Of an ordinary page nothing is told but while it is shown.
    let pages: BTreeSet<&str> = now.records.iter().map(|record| record.file.as_str()).collect();
    let is_told = |change: &Change| {
        change.subject.kind != RecordKind::Page || pages.contains(format!("content/{}.md", change.subject.id).as_str())
    };
    revisions.iter_mut().for_each(|revision| revision.changes.retain(is_told));
    let id = id.map(|id| Ids::of(&revisions, &now.site).last(id));
    let said = StatementIndex::of(&now.records);
    let addresses = Addresses::new(&now.site, [], &locale);
    let context = ViewContext::new(&now.site, &locale, &addresses);
    // What a report says of its plan bears no id of its own, and cannot be asked for by none.
    let is_id = id.as_ref().is_none_or(|id| id.split('/').all(|part| !part.is_empty()));
    let told = is_id.then(|| wording::story(&context, now.side(history.names(), &said), &revisions, id.as_deref()));
    let chapters = told.unwrap_or_default();
    let unknown = id.as_deref().filter(|_| chapters.is_empty());
    let suggestions = unknown.map(|id| suggestions(&revisions, id)).unwrap_or_default();
    Ok(SiteLog { id, chapters, suggestions, errors, is_redacted: !redaction.is_empty(), locale })
}

/// The ids that records have last, by all spellings that ask for them: an id that something has goes before one that
/// something had once.
struct Ids(BTreeMap<String, String>);

impl Ids {
    /// Takes the ids of all records of a history, in which they bear the id that they have last, and those of what may
    /// have a story without a change of its own.
    fn of(revisions: &[CommitChanges], site: &Site) -> Self {
        let changes = || revisions.iter().flat_map(|revision| &revision.changes);
        let former = changes().filter_map(|change| match &change.what {
            ChangeKind::Renamed { from } => Some((&change.subject, from)),
            _ => None,
        });
        let mut ids = BTreeMap::new();
        for (subject, from) in former {
            let once = RecordKey { id: from.clone(), ..subject.clone() };
            ids.extend(spellings(&once).zip(spellings(subject)));
        }
        for subject in changes().map(|change| &change.subject) {
            let within = subject.within.as_ref().map(|within| RecordKey { id: within.clone(), ..subject.clone() });
            let plan = subject.plan.iter().map(ToString::to_string);
            let last = spellings(subject).chain(within.iter().flat_map(spellings)).chain(plan);
            ids.extend(last.map(|id| (id.clone(), id)));
        }
        ids.extend(site.committees.keys().map(|id| (id.to_string(), id.to_string())));
        Self(ids)
    }

    /// Returns the id that a record has last, as far as it is known: of one plan also where the plan is called otherwise.
    fn last(&self, id: &str) -> String {
        let of_plan = || {
            let (plan, own) = id.split_once('/')?;
            let id = format!("{}/{own}", self.find(plan)?);
            Some(self.find(&id).map_or(id.clone(), str::to_owned))
        };
        self.find(id).map(str::to_owned).or_else(of_plan).unwrap_or_else(|| id.to_owned())
    }

    fn find(&self, id: &str) -> Option<&str> {
        let lower = id.to_lowercase();
        let alike = || self.0.iter().find(|(known, _)| known.to_lowercase() == lower).map(|(_, last)| last);
        self.0.get(id).or_else(alike).map(String::as_str)
    }
}

/// Returns ids that are like one: the one it is most likely meant to be, then those it is a part of.
fn suggestions(revisions: &[CommitChanges], id: &str) -> Vec<String> {
    let subjects = revisions.iter().flat_map(|revision| &revision.changes).map(|change| &change.subject);
    let known: BTreeSet<String> = subjects.filter(|subject| has_story(subject.kind)).flat_map(spellings).collect();
    let known = || known.iter().map(String::as_str);
    let wanted = id.to_lowercase();
    let alike = known().filter(|known| !wanted.is_empty() && known.to_lowercase().contains(&wanted));
    let mut found: Vec<&str> = content::nearest(id, known()).into_iter().collect();
    found.extend(alike.filter(|alike| !alike.contains('/')));
    let mut seen = BTreeSet::new();
    found.retain(|id| seen.insert(*id));
    found.into_iter().take(MOST_SUGGESTIONS).map(str::to_owned).collect()
}

/// Tells whether people ask for the story of such a record.
fn has_story(kind: RecordKind) -> bool {
    use RecordKind::{Committee, Decision, Indicator, Measure, Milestone, Owner, Plan, Table};
    matches!(kind, Plan | Measure | Indicator | Milestone | Decision | Table | Committee | Owner)
}

/// Returns how a record can be asked for: by its id, and behind that of its plan.
fn spellings(subject: &RecordKey) -> impl Iterator<Item = String> {
    let plan = subject.plan.as_ref().filter(|_| subject.kind != RecordKind::Plan);
    let long = plan.map(|plan| format!("{plan}/{}", subject.id));
    std::iter::once(subject.id.to_string()).chain(long)
}
