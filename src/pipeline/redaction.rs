//! What `[history] redact` withholds from the past, found among what the site of today, its history and its editions say.
//!
//! Takes what is written in `site.toml` and answers a [`PastRedaction`]: what the history is told without, and of an older
//! state of the site what it may not show. That is whatever it says otherwise than today's files do: what is withheld is the
//! past of a record, not the record. An entry that means nothing is an error, for nobody would see that it withholds nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::{OpenedSite, SiteFindings, blanks::BlankField, visibility::Visibility};
use crate::{
    compare::{
        Change, ChangeKind, NameIndex, RecordKey, RecordKind, RecordSet, Redaction, compare_versions,
        items::{self, LentKey, RecordItem},
        redaction::{is_names, is_words},
    },
    content::{self, ParseLog, Record},
    diag::{Code, Diagnostic, Error, ErrorKind, FieldRef, Finding, Place},
    git::{self, CommitId, CommitMatch},
    history::{HistoryQuery, RedactedHistory, Redactions, VersionControl},
    schema::{FieldType, Value, records},
    value::{Id, ItemNumber, RelPath},
};

const REDACT_UNKNOWN: Code = Code::error("redact-unknown")
    .args(&["entry", "suggestion?"])
    .help("an entry of `redact` under `[history]` that is no commit, and no id that anything has or had");
const REDACT_UNKNOWN_FIELD: Code = Code::error("redact-unknown-field")
    .args(&["entry", "field", "suggestion?"])
    .help("an entry of `redact` under `[history]` whose record has no such field");
const REDACT_AMBIGUOUS: Code = Code::error("redact-ambiguous")
    .args(&["entry"])
    .help("an entry of `redact` under `[history]` that several commits begin with, or that is an id as well");
const REDACT_OFF_BRANCH: Code = Code::error("redact-off-branch")
    .args(&["entry"])
    .help("a commit under `redact` that the history of the branch does not pass, so that nothing is told of it");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&REDACT_UNKNOWN, &REDACT_UNKNOWN_FIELD, &REDACT_AMBIGUOUS, &REDACT_OFF_BRANCH];

/// What is withheld from the past of a site.
#[derive(Default)]
pub struct PastRedaction {
    /// What its history is told without.
    pub list: Redactions,
    /// What that history was found to hold of it.
    history: RedactedHistory,
    /// All that the site of today says, what is hidden included.
    today: Vec<Record>,
}

/// What an entry names.
enum NamedEntry {
    /// The entry at a place among [`Redactions::records`].
    Record(usize),
    Commit(CommitId),
}

/// What an older state of a site may not show, because it says otherwise than today what is withheld.
#[derive(Default)]
pub struct RedactedVersion {
    /// Records that it may not show, and words that it may not say.
    pub visibility: Visibility,
    /// It says what is withheld in what all plans share, which cannot be taken out: it may not be shown at all.
    pub is_unfit: bool,
    /// Words of levels that it may not say.
    levels: BTreeSet<String>,
}

impl RedactedVersion {
    /// Tells whether records of it are not shown, so that nothing can be held against it.
    pub fn is_partial(&self) -> bool {
        !self.visibility.is_empty()
    }
}

impl PastRedaction {
    /// Finds what is withheld from the past of a site as its `site.toml` says. What an entry may mean is reported.
    /// Counts that are too small to be published today are withheld too: `hidden` knows whose.
    pub fn read(opened: &OpenedSite<'_>, findings: &mut SiteFindings, hidden: &Visibility) -> Result<Self, Error> {
        let entries = opened.version.settings.history_redact.clone();
        let mut counts: Vec<Redaction> = Vec::new();
        for (plan, withheld) in &hidden.plans {
            let counted = withheld.counts_of_tables.keys().chain(withheld.counts_of_indicators.keys());
            counts.extend(counted.map(|id| Redaction::of_counts(plan.as_str(), id)));
        }
        let (redaction, found) = Self::of(opened, &entries, counts)?;
        findings.report(opened, found);
        Ok(redaction)
    }

    /// Finds what entries withhold, and says what is wrong with them.
    fn of(
        today: &OpenedSite<'_>,
        entries: &[String],
        counts: Vec<Redaction>,
    ) -> Result<(Self, Vec<Diagnostic>), Error> {
        // Without a repository nothing is told of the past.
        let is_any = !entries.is_empty() || !counts.is_empty();
        let Some(past) = today.input.past.filter(|_| is_any) else { return Ok(Default::default()) };
        let mut redaction = Self { today: records_of(today)?, ..Self::default() };
        redaction.list.names = NameIndex::of(&redaction.today);
        let (mut named, mut found) = (Vec::new(), Vec::new());
        for (place, entry) in entries.iter().enumerate() {
            let mut report = |code| found.push(diagnostic(code, place, entry));
            match past.commit(entry)? {
                CommitMatch::One(_) if redaction.knows(&Redaction::parse(entry)) => report(&REDACT_AMBIGUOUS),
                CommitMatch::Several => report(&REDACT_AMBIGUOUS),
                CommitMatch::One(commit) => {
                    redaction.list.commits.insert(commit);
                    named.push((place, NamedEntry::Commit(commit)));
                }
                CommitMatch::None => {
                    named.push((place, NamedEntry::Record(redaction.list.records.len())));
                    redaction.list.records.push(Redaction::parse(entry));
                }
            }
        }
        redaction.list.records.extend(counts);
        redaction.look_through(today, past, entries, &named, &mut found)?;
        Ok((redaction, found))
    }

    /// Finds what entries withhold of versions of which today's may be another.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] where it is not clear what a commit among them changed. An id that nothing has is none: another
    /// version may have it.
    pub fn of_versions(today: &OpenedSite<'_>, entries: &[String]) -> Result<Self, Error> {
        let (mut redaction, found) = Self::of(today, entries, Vec::new())?;
        let is_clear = |found: &Diagnostic| {
            let entry = found.args.iter().find(|(name, _)| *name == "entry").map_or("", |(_, entry)| entry);
            *found.code == REDACT_UNKNOWN_FIELD || (*found.code == REDACT_UNKNOWN && !may_be_commit(entry))
        };
        if let Some(found) = found.iter().find(|found| !is_clear(found)) {
            let error = Error::coded(ErrorKind::NotFound, found.code);
            return Err(found.args.iter().fold(error, |error, (name, value)| error.with(name, value.clone())));
        }
        if today.input.past.is_none() {
            if let Some(commit) = entries.iter().find(|entry| may_be_commit(entry)) {
                return Err(Error::coded(ErrorKind::NotFound, &REDACT_UNKNOWN).with("entry", commit.as_str()));
            }
            redaction.list.records = entries.iter().map(|entry| Redaction::parse(entry)).collect();
            redaction.today = records_of(today)?;
            redaction.list.names = NameIndex::of(&redaction.today);
        }
        Ok(redaction)
    }

    /// Goes through the whole history for what is withheld, and reports entries that mean nothing.
    fn look_through(
        &mut self,
        today: &OpenedSite<'_>,
        past: &dyn VersionControl,
        entries: &[String],
        named: &[(usize, NamedEntry)],
        found: &mut Vec<Diagnostic>,
    ) -> Result<(), Error> {
        let shown = today.version.settings.history_shows;
        let query =
            HistoryQuery { viewer: today.viewer, hidden: None, since: None, shown, redactions: Some(&self.list) };
        let history = past.history(&query)?;
        self.history = history.redacted().cloned().unwrap_or_default();
        for (place, named) in named {
            let Some(entry) = entries.get(*place) else { continue };
            match named {
                NamedEntry::Commit(commit) if history.place(commit).is_none() => {
                    found.push(diagnostic(&REDACT_OFF_BRANCH, *place, entry));
                }
                NamedEntry::Record(at) if !self.history.met.contains(at) => {
                    let redaction = self.list.records.get(*at);
                    found.extend(redaction.and_then(|redaction| self.mistake(redaction, *place, entry)));
                }
                NamedEntry::Commit(_) | NamedEntry::Record(_) => {}
            }
        }
        Ok(())
    }

    /// Tells whether anything of today has an id.
    fn knows(&self, redaction: &Redaction) -> bool {
        let whole = Redaction { field: None, ..redaction.clone() };
        self.items().iter().any(|item| whole.is_about(&item.name.subject()))
    }

    fn items(&self) -> Vec<RecordItem<'_>> {
        items::sorted(&self.today)
    }

    /// Says what is wrong with an entry that the history does not know.
    fn mistake(&self, redaction: &Redaction, place: usize, entry: &str) -> Option<Diagnostic> {
        let items = self.items();
        let about: Vec<&RecordItem<'_>> =
            items.iter().filter(|item| redaction.is_about(&item.name.subject())).collect();
        if about.is_empty() {
            let ids: BTreeSet<String> = items.iter().flat_map(|item| spellings(&item.name)).collect();
            let suggestion = content::nearest(&redaction.id, ids.iter().map(String::as_str)).unwrap_or_default();
            return Some(diagnostic(&REDACT_UNKNOWN, place, entry).with("suggestion", suggestion));
        }
        let field = redaction.field.as_deref()?;
        if about.iter().any(|item| has_field(item, field)) {
            return None;
        }
        let known = about.iter().flat_map(|item| item.schema.fields.iter().map(|field| field.name));
        let suggestion = content::nearest(field, known).unwrap_or_default();
        let diagnostic = diagnostic(&REDACT_UNKNOWN_FIELD, place, &redaction.id).with("field", field);
        Some(diagnostic.with("suggestion", suggestion))
    }

    /// Tells whether nothing is withheld.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Tells whether a change tells what is withheld.
    pub fn withholds(&self, change: &Change) -> bool {
        self.history.withholds(&self.list, change)
    }

    /// Tells whether a file lies, by its path, where a record would that is withheld.
    pub fn names_file(&self, file: &RelPath) -> bool {
        self.list.records.iter().chain(&self.history.formers).any(|entry| entry.names_file(file))
    }

    /// Calls the records of a version what they are called today, where what they were called is withheld.
    pub fn retitle(&self, names: &mut NameIndex) {
        names.retitle(&self.list.names, &|subject| self.history.withheld_name(&self.list, subject));
    }

    /// Returns the ids that records had before, as far as those are withheld.
    pub fn old_ids(&self) -> BTreeSet<String> {
        self.old_ids_in(&self.today)
    }

    fn old_ids_in(&self, records: &[Record]) -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        let entries = || self.list.records.iter().chain(&self.history.formers);
        for item in items::sorted(records) {
            let subject = item.name.subject();
            if entries().any(|entry| entry.withholds(&subject, "id")) {
                ids.extend(item.fields.ids(&records::FORMERLY).map(|id| id.as_str().to_lowercase()));
            }
        }
        let of_commits = self.history.parts.iter().filter(|(_, part)| part == "id");
        ids.extend(of_commits.map(|(subject, _)| subject.id.to_lowercase()));
        ids
    }

    /// Finds what an older state of the site may not show.
    pub fn in_version(&self, then: &OpenedSite<'_>) -> Result<RedactedVersion, Error> {
        let mut found = RedactedVersion::default();
        if self.is_empty() {
            return Ok(found);
        }
        let old = records_of(then)?;
        let [today_files, old_files] = [&self.today, &old].map(|records| records.iter().collect::<Vec<_>>());
        let (today_names, old_names) = (NameIndex::of(&self.today), NameIndex::of(&old));
        // Backwards, so that what is found is known by the ids of then.
        let changes = compare_versions(
            RecordSet { records: &today_files, names: &today_names },
            RecordSet { records: &old_files, names: &old_names },
        );
        found.visibility.old_ids = self.old_ids_in(&old);
        let items = items::sorted(&old);
        let items: BTreeMap<&LentKey<'_>, &RecordItem<'_>> = items.iter().map(|item| (&item.name, item)).collect();
        let mut closing = Closing { old: &old, items: &items, found: &mut found };
        for change in &changes {
            let mut counts = self.list.records.iter().filter(|entry| entry.is_of_counts);
            let is_moved =
                |entry: &Redaction| is_report_before(entry, change, &old) || is_reading_beside(entry, change, &items);
            if counts.any(|entry| entry.moves_counts(change) || is_moved(entry)) {
                // Other cells may be withheld of it than today; what both show would tell them.
                closing.with_kin(&change.subject);
            } else if self.withholds(change) {
                closing.withhold(change);
            } else if change.what == ChangeKind::Added {
                let fields = self
                    .list
                    .records
                    .iter()
                    .chain(&self.history.formers)
                    .filter_map(|entry| entry.field.as_deref().filter(|_| entry.is_about(&change.subject)));
                fields.filter(|field| is_words(field)).for_each(|_| closing.whole(&change.subject));
            }
        }
        for subject in shapes::moved_records(&self.list.records, &self.today, &old) {
            closing.with_kin(&subject);
        }
        Ok(found)
    }
}

impl RedactedVersion {
    /// Tells whether a change says a level by a word that is withheld.
    pub fn says_level(&self, change: &Change) -> bool {
        let ChangeKind::Field { path, before, after } = &change.what else { return false };
        let is_said = |value: &Option<Value>| matches!(value, Some(Value::Text(word)) if self.levels.contains(word));
        path.rsplit('.').next() == Some("level") && (is_said(before) || is_said(after))
    }
}

/// An older state of a site, while what it may not show is found.
struct Closing<'c, 'r> {
    old: &'r [Record],
    items: &'c BTreeMap<&'c LentKey<'r>, &'c RecordItem<'r>>,
    found: &'c mut RedactedVersion,
}

impl Closing<'_, '_> {
    /// Withholds what is told by a change from today to then.
    fn withhold(&mut self, change: &Change) {
        use RecordKind::{Edition, Level, Scale, Site};
        let subject = &change.subject;
        match (&change.what, subject.kind) {
            (ChangeKind::Removed, _) | (_, Edition) => {}
            (what, Scale | Level) => {
                if let ChangeKind::Field { after: Some(Value::Text(word)), .. } = what {
                    self.found.levels.insert(word.clone());
                }
                self.found.is_unfit = true;
            }
            (ChangeKind::Field { path, after, .. }, Site) => {
                const SHOWN: [&str; 8] =
                    ["title", "organisation", "url", "source", "contact", "licence", "logo", "accessibility"];
                let first = path.split('.').next().unwrap_or_default();
                self.found.is_unfit |= after.is_some() && SHOWN.contains(&first);
            }
            (ChangeKind::Field { after: None, .. }, _) => {}
            (ChangeKind::Field { path, .. }, _) => match self.is_plain_text(subject, path) {
                true => self.blank(subject, path),
                false => self.whole(subject),
            },
            (ChangeKind::Words { part, .. }, _) => self.blank(subject, part.word()),
            (ChangeKind::Added | ChangeKind::Renamed { .. } | ChangeKind::Figure { .. }, _) => self.whole(subject),
        }
    }

    fn item(&self, subject: &RecordKey) -> Option<&RecordItem<'_>> {
        self.items.get(&subject.name()).copied()
    }

    /// Tells whether a field is a line of text that others can stand in for.
    fn is_plain_text(&self, subject: &RecordKey, path: &str) -> bool {
        use RecordKind::{Column, Row};
        let field = self.item(subject).and_then(|item| item.schema.field(path));
        let is_part = matches!(subject.kind, Column | Row);
        field.is_some_and(|field| matches!(field.ty, FieldType::Text)) && !is_part
    }

    /// Withholds words of a record.
    fn blank(&mut self, subject: &RecordKey, field: &str) {
        use RecordKind::{Committee, Decision, Indicator, Milestone, MilestoneUpdate, Owner, Reading, ReportDue};
        let Some(file) = self.item(subject).map(|item| item.file.clone()) else { return self.whole(subject) };
        let entry = match subject.kind {
            Committee | Decision | Indicator | Milestone | MilestoneUpdate | Owner | ReportDue => {
                Some(subject.id.to_string())
            }
            Reading => return self.whole(subject),
            _ => None,
        };
        self.found.visibility.blanks.insert(BlankField { file, entry, field: field.to_owned() });
    }

    /// Withholds a record with all that its numbers may be computed of: with a series its indicator and the other series.
    fn with_kin(&mut self, subject: &RecordKey) {
        self.close(subject, indicator_of(subject.within.as_ref().unwrap_or(&subject.id)));
    }

    /// Withholds a record with all that hangs on it; where it is a part, what it is a part of.
    fn whole(&mut self, subject: &RecordKey) {
        self.close(subject, subject.within.as_ref().unwrap_or(&subject.id));
    }

    /// Withholds a record, or the indicator or table `within` which it is meant.
    fn close(&mut self, subject: &RecordKey, within: &str) {
        use RecordKind::{
            Column, Committee, Decision, Edition, Figures, Indicator, Level, Measure, Milestone, MilestoneUpdate,
            Owner, Page, Plan, Reading, Report, ReportDue, Row, Scale, Site, Status, Table,
        };
        let own_id = || Id::new(&subject.id);
        let number = || ItemNumber::parse(&subject.id);
        let file = self.item(subject).map(|item| item.file.clone());
        let mut withheld = content::Withheld::default();
        match subject.kind {
            Site | Scale | Level | Committee | Owner => {
                self.found.is_unfit = true;
                return;
            }
            Edition => return,
            Page => {
                self.found.visibility.pages.extend(file);
                return;
            }
            Plan => withheld.plan = true,
            Measure => withheld.measures.extend(own_id()),
            Indicator | Reading => withheld.indicators.extend(Id::of_record(within)),
            Table | Column | Figures | Row => withheld.tables.extend(Id::new(within)),
            Milestone | MilestoneUpdate => withheld.milestones.extend(number()),
            Decision => withheld.decisions.extend(number()),
            Report | Status | ReportDue => {
                let within = |file: RelPath| file.parts().skip(3).collect::<Vec<_>>().join("/");
                withheld.files.extend(file.map(within));
            }
        }
        let folder = subject.plan.as_ref().map_or("", |plan| plan.as_str());
        let is_plan =
            |record: &&Record| record.role == content::FileKind::Plan && record.file.parts().nth(2) == Some(folder);
        let plan = self.old.iter().find(is_plan).map(|plan| plan.id.clone());
        let names = plan.into_iter().chain(subject.plan.clone()).collect();
        if withheld.is_empty() {
            // Nothing else could be said of it: its plan is not shown.
            withheld.plan = true;
        }
        self.found.visibility.take(names, &withheld);
    }
}

/// Tells whether a change brings the figures of a report, or takes them out, on which it rests what later reports of a version
/// withhold: what is withheld of one does not depend on those that follow it, but on those before it.
fn is_report_before(entry: &Redaction, change: &Change, old: &[Record]) -> bool {
    let subject = &change.subject;
    let is_whole = matches!(change.what, ChangeKind::Added | ChangeKind::Removed);
    if !is_whole || subject.kind != RecordKind::Figures || !entry.is_about(subject) {
        return false;
    }
    let folder = subject.plan.as_ref().map_or("", |plan| plan.as_str());
    old.iter().any(|record| {
        let is_same = record.id.as_str() == &*subject.id && record.file.parts().nth(2) == Some(folder);
        is_same && record.role == content::FileKind::UpdateFigures && content::report_date(record) > subject.report
    })
}

/// Returns the indicator that a series is of; an indicator itself is its own.
fn indicator_of(series: &str) -> &str {
    series.split('/').next().unwrap_or_default()
}

/// Tells whether a change brings a reading of an indicator or one of its series, or takes it out, at a time at which a version has
/// others: what is withheld of these depends on it.
fn is_reading_beside(entry: &Redaction, change: &Change, items: &BTreeMap<&LentKey<'_>, &RecordItem<'_>>) -> bool {
    let subject = &change.subject;
    let is_whole = matches!(change.what, ChangeKind::Added | ChangeKind::Removed);
    if !is_whole || subject.kind != RecordKind::Reading || !entry.is_about(subject) {
        return false;
    }
    let name = subject.name();
    items.keys().any(|other| {
        let is_same_time = other.id == name.id && other.report == name.report;
        other.kind == name.kind
            && other.plan == name.plan
            && is_same_time
            && indicator_of(other.within) == indicator_of(name.within)
    })
}

/// Stops a command that is asked about the past, where it is not known what of that is withheld.
pub fn stop_at_mistakes(findings: &SiteFindings) -> Result<(), Error> {
    let is_mistake = |finding: &&Finding| CODES.iter().any(|code| code.name == finding.code);
    match findings.misread().iter().chain(findings.iter().filter(is_mistake)).next() {
        Some(finding) => Err(Error::new(ErrorKind::NotFound, finding.message.clone())
            .while_doing("reading [history] redact of site.toml")),
        None => Ok(()),
    }
}

/// Returns all that a state of a site says, hidden or not.
fn records_of(opened: &OpenedSite<'_>) -> Result<Vec<Record>, Error> {
    let mut unheard = ParseLog::default();
    let mut records = opened.version.registers(&mut unheard)?;
    records.extend(opened.version.pages(&mut unheard)?);
    for plan in
        super::map(&opened.version.files.plans, |files| opened.version.records(files, &mut ParseLog::default()))?
    {
        records.extend(plan);
    }
    Ok(records)
}

/// Tells whether an entry looks like the id of a commit, or the beginning of one.
fn may_be_commit(entry: &str) -> bool {
    entry.len() >= git::LEAST_DIGITS && entry.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn diagnostic(code: &'static Code, place: usize, entry: &str) -> Diagnostic {
    let place = Place::Subject(FieldRef::new("site.toml", &format!("history.redact.{place}")));
    Diagnostic::new(code, place).with("entry", entry)
}

/// Tells whether a record has a field, words or cells of a name.
fn has_field(item: &RecordItem<'_>, field: &str) -> bool {
    let first = field.split('.').next().unwrap_or_default();
    let has_cells = || {
        let Some((figures, _)) = item.figures else { return false };
        figures.column(field).is_some() || crate::compare::row_ids(figures).any(|row| row == field)
    };
    item.schema.field(first).is_some() || (item.words.is_some() && is_words(field)) || is_names(field) || has_cells()
}

/// Returns the ways to name a record.
fn spellings(name: &LentKey<'_>) -> impl Iterator<Item = String> {
    let own = (!name.id.is_empty()).then(|| match name.plan {
        plan if plan.is_empty() || name.kind == RecordKind::Plan => name.id.to_string(),
        plan => format!("{plan}/{}", name.id),
    });
    let report = name.report.map(|report| format!("{}/{}", name.plan, report.iso()));
    own.into_iter().chain(report)
}

mod shapes;
#[cfg(test)]
mod tests;
