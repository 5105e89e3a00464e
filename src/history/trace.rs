//! From commits to events: what was said when, record by record.
//!
//! Every version of a file is parsed once, in the order git keeps it; then commits are gone through from the oldest
//! to the newest, and of each only the files it changed are compared. A version is seen with its own marks and with
//! those of today: what one of them hides is in no event. No words of an author are kept, only whether they changed.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, OnceLock},
};

use super::{
    Change, Names, Subject, Unreadable, Version, What, compare_versions, meaning,
    past::{Asked, CommitFacts, Event, History},
};
use crate::{
    content::{self, Context, Notebook, Record, Viewer, Withheld},
    diag::{Error, Severity},
    git::{Blob, BlobId, Changed, Commit, Repository},
    schema::Value,
    value::{Id, Parts, Prose, ProsePart, RelPath, Unit},
};

/// Tells the history of a site from some commits, which stand oldest first. `base` are the files before the first.
///
/// # Errors
///
/// Answers an [`Error`] when a commit or a file of the past cannot be read from the repository.
pub fn trace(
    repository: &Repository,
    commits: &[Commit],
    base: Vec<(RelPath, BlobId)>,
    asked: &Asked<'_>,
) -> Result<History, Error> {
    let mut steps: Vec<Step> = Vec::with_capacity(commits.len());
    let mut shelf = Shelf::default();
    for (path, blob) in base {
        steps.push(Step { commit: None, path: path.clone(), after: Some(shelf.claim(path, blob)) });
    }
    repository.changed(commits, &mut |commit, files| {
        for Changed { path, after, .. } in files.iter().filter(|file| content::role_of(&file.path).is_parsed()) {
            let after = after.map(|blob| shelf.claim(path.clone(), blob));
            steps.push(Step { commit: Some(commit), path: path.clone(), after });
        }
    })?;
    let parsed = shelf.parse(repository, asked.context)?;
    let mut telling = Telling::new(asked);
    for chunk in steps.chunk_by(|a, b| a.commit == b.commit) {
        telling.step(chunk, &parsed);
    }
    let facts = |commit: &Commit| CommitFacts { id: commit.id, recorded: commit.recorded.date, at: commit.recorded.at };
    let names = Names::joined(telling.plans.values().map(|folder| &folder.names));
    let Telling { events, unreadable, .. } = telling;
    Ok(History { commits: commits.iter().map(facts).collect(), events, unreadable, names })
}

/// A file that a commit changed: `after` is its new version, by its place on the shelf.
struct Step {
    commit: Option<usize>,
    path: RelPath,
    after: Option<usize>,
}

/// All versions of all files, each once.
#[derive(Default)]
struct Shelf {
    places: BTreeMap<(BlobId, RelPath), usize>,
    versions: Vec<(BlobId, RelPath)>,
}

impl Shelf {
    /// Returns the place of a version. The same bytes at another path are another version: what they mean depends on it.
    fn claim(&mut self, path: RelPath, blob: BlobId) -> usize {
        let next = self.versions.len();
        let place = *self.places.entry((blob, path.clone())).or_insert(next);
        if place == next {
            self.versions.push((blob, path));
        }
        place
    }

    /// Parses every version; those that cannot be read are `None`.
    fn parse(self, repository: &Repository, context: &Context) -> Result<Vec<Option<Arc<Record>>>, Error> {
        let mut by_blob: BTreeMap<BlobId, Vec<usize>> = BTreeMap::new();
        for (place, (blob, _)) in self.versions.iter().enumerate() {
            by_blob.entry(*blob).or_default().push(place);
        }
        let parsed: Vec<OnceLock<Arc<Record>>> = self.versions.iter().map(|_| OnceLock::new()).collect();
        let blobs: Vec<BlobId> = by_blob.keys().copied().collect();
        let places: Vec<Vec<usize>> = by_blob.into_values().collect();
        repository.blobs(&blobs, &|at, blob| {
            let Blob::Bytes(bytes) = blob else { return };
            for place in places.get(at).into_iter().flatten() {
                let record = self.versions.get(*place).and_then(|(_, path)| read(bytes, path, context));
                if let (Some(record), Some(slot)) = (record, parsed.get(*place)) {
                    let _ = slot.set(Arc::new(record));
                }
            }
        })?;
        Ok(parsed.into_iter().map(OnceLock::into_inner).collect())
    }
}

/// Parses one version. One that is damaged says nothing that could be trusted.
fn read(bytes: &[u8], path: &RelPath, context: &Context) -> Option<Record> {
    let mut notebook = Notebook::default();
    let record = content::parse(bytes, path, content::role_of(path), context, &mut notebook)?;
    let is_damaged = |code| content::DAMAGE.contains(&code);
    let mut errors = notebook.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    if errors.any(|found| is_damaged(found.code)) {
        return None;
    }
    Some(Record { words: digests(record.words), ..record })
}

/// Keeps of words only whether they are the same: old prose is not told again.
fn digests(words: Parts) -> Parts {
    let part = |part| match part {
        ProsePart::Html(html) => ProsePart::Html(meaning::digest(&html)),
        part => part,
    };
    let digest = |prose: Prose| Prose { parts: prose.parts.into_iter().map(part).collect(), plain: String::new() };
    Parts {
        objective: digest(words.objective),
        action: digest(words.action),
        consequences: digest(words.consequences),
        timetable: digest(words.timetable),
        body: digest(words.body),
    }
}

/// The site as it stands after some commits, and what was told of them.
struct Telling<'a> {
    asked: &'a Asked<'a>,
    /// The files, by plan; those of none are what all plans share.
    plans: BTreeMap<Option<Id>, Folder>,
    events: Vec<Event>,
    unreadable: Vec<(usize, Unreadable)>,
}

/// The files of one plan as they stand.
#[derive(Default)]
struct Folder {
    files: BTreeMap<RelPath, Arc<Record>>,
    /// How many of them bear a mark that may hide them.
    marked: usize,
    /// What its records are called, and were called before the last commit.
    names: Names,
    before: Names,
}

impl Folder {
    /// Puts a version in the place of the one before.
    fn put(&mut self, path: &RelPath, record: Option<Arc<Record>>) {
        let marks = |record: Option<&Arc<Record>>| usize::from(record.is_some_and(|record| content::is_marked(record)));
        self.marked = self.marked.saturating_add(marks(record.as_ref()));
        let before = match record {
            Some(record) => self.files.insert(path.clone(), record),
            None => self.files.remove(path),
        };
        self.marked = self.marked.saturating_sub(marks(before.as_ref()));
    }
}

impl<'a> Telling<'a> {
    fn new(asked: &'a Asked<'a>) -> Self {
        Self { asked, plans: BTreeMap::new(), events: Vec::new(), unreadable: Vec::new() }
    }

    /// Goes one commit further.
    fn step(&mut self, steps: &[Step], parsed: &[Option<Arc<Record>>]) {
        let commit = steps.first().and_then(|step| step.commit);
        let version = |step: &Step| step.after.and_then(|place| parsed.get(place).cloned().flatten());
        let mut touched: BTreeMap<Option<Id>, Vec<&Step>> = BTreeMap::new();
        for step in steps {
            if step.after.is_some() && version(step).is_none() {
                // What cannot be read is told; what stood before still holds.
                let path = step.path.clone();
                self.unreadable.extend(commit.map(|commit| (commit, Unreadable { path })));
                continue;
            }
            touched.entry(plan_of(&step.path)).or_default().push(step);
        }
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for (plan, steps) in &touched {
            let folder = self.plans.entry(plan.clone()).or_default();
            let withheld = plan.as_ref().and_then(|plan| self.asked.hidden.and_then(|hidden| hidden.get(plan)));
            let brings_mark = steps.iter().filter_map(|step| version(step)).any(|record| content::is_marked(&record));
            // Marks are inherited from file to file: where there is one, the whole plan must be looked at.
            let paths: Option<BTreeSet<&RelPath>> = (folder.marked == 0 && !brings_mark && withheld.is_none())
                .then(|| steps.iter().map(|step| &step.path).collect());
            let sight = Sight { viewer: self.asked.viewer, withheld, paths };
            before.extend(sight.of(folder));
            for step in steps {
                folder.put(&step.path, version(step));
            }
            let seen = sight.of(folder);
            folder.before = folder.names.clone();
            folder.names.learn(&seen);
            after.extend(seen);
        }
        if let Some(commit) = commit {
            let plans: Vec<Option<Id>> = touched.into_keys().collect();
            self.tell(commit, &plans, &before, &after);
        }
    }

    /// Compares two versions of some files of some plans, and notes what changed.
    fn tell(&mut self, commit: usize, plans: &[Option<Id>], before: &[Record], after: &[Record]) {
        let shared = self.plans.get(&None);
        let is_shared_touched = plans.contains(&None);
        let own = || plans.iter().flatten().filter_map(|plan| self.plans.get(&Some(plan.clone())));
        let shared_before = shared.map(|shared| if is_shared_touched { &shared.before } else { &shared.names });
        let names_before = Names::joined(shared_before.into_iter().chain(own().map(|folder| &folder.before)));
        let names =
            Names::joined(shared.map(|shared| &shared.names).into_iter().chain(own().map(|folder| &folder.names)));
        let old = Version { records: before, names: &names_before };
        for change in compare_versions(old, Version { records: after, names: &names }) {
            let called = names.name(&change.subject).or_else(|| names_before.name(&change.subject)).cloned();
            let change = settled(change, &names_before, &names);
            self.events.push(Event { commit, change, called });
        }
    }
}

/// What may be seen of a plan's files.
struct Sight<'s> {
    viewer: Viewer,
    withheld: Option<&'s Withheld>,
    /// The files that are looked at; all where marks may be inherited.
    paths: Option<BTreeSet<&'s RelPath>>,
}

impl Sight<'_> {
    fn of(&self, folder: &Folder) -> Vec<Record> {
        let Some(paths) = &self.paths else {
            let mut records: Vec<Record> = folder.files.values().map(|record| Record::clone(record)).collect();
            if let Some(withheld) = self.withheld {
                content::close(&mut records, withheld);
            }
            return content::withhold(records, self.viewer).0;
        };
        let is_out =
            |record: &&Arc<Record>| content::report_date(record).is_none_or(|date| date.last() <= self.viewer.as_of);
        let records = paths.iter().filter_map(|path| folder.files.get(*path));
        records.filter(is_out).map(|record| Record::clone(record)).collect()
    }
}

/// Returns the plan whose folder a file lies in.
pub(super) fn plan_of(path: &RelPath) -> Option<Id> {
    let mut parts = path.parts();
    match (parts.next(), parts.next(), parts.next()) {
        (Some("content"), Some("plans"), Some(plan)) => Id::new(plan),
        _ => None,
    }
}

/// Makes the values of a change say by themselves what they mean: amounts with their unit, levels by their word.
fn settled(change: Change, before: &Names, after: &Names) -> Change {
    let Change { subject, what, significance } = change;
    let settle =
        |value: Option<Value>, names: &Names, path: &str| value.map(|value| settle(value, &subject, names, path));
    let what = match what {
        What::Field { path, before: old, after: new } => {
            What::Field { before: settle(old, before, &path), after: settle(new, after, &path), path }
        }
        What::Figure { row, column, before: old, after: new } => {
            let unit = |names: &Names| names.unit_of_cell(&subject, &column).clone();
            let (old, new) =
                (old.map(|value| with_unit(value, &unit(before))), new.map(|value| with_unit(value, &unit(after))));
            What::Figure { row, column, before: old, after: new }
        }
        what => what,
    };
    Change { subject, what, significance }
}

fn settle(value: Value, subject: &Subject, names: &Names, path: &str) -> Value {
    let field = path.rsplit('.').next().unwrap_or(path);
    match value {
        Value::Text(text) if field == "level" => {
            Value::Text(names.level(subject, &text).map_or(text, |level| level.word.to_owned()))
        }
        value => with_unit(value, names.unit(subject, path)),
    }
}

fn with_unit(value: Value, unit: &Unit) -> Value {
    match value {
        Value::Amount(mut written) => {
            written.unit.get_or_insert_with(|| unit.clone());
            Value::Amount(written)
        }
        Value::List(values) => Value::List(values.into_iter().map(|value| with_unit(value, unit)).collect()),
        value => value,
    }
}
