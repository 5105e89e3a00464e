//! A history without what is withheld because `redact` in `site.toml` asks for it.
//!
//! Takes a history that is told, answers it without what is withheld: where histories are told, so that no page, no
//! feed and no command can forget to ask. Records are withheld under every id they have had. Of a commit all that it
//! changed is withheld, what it took out as well as what it brought, and whatever other commits say of the very same:
//! whoever names the commit that took a word out wants the one that brought it no less.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    blob_index::plan_of,
    events::{Event, History},
    redaction::{RedactedHistory, Redactions},
};
use crate::{
    compare::{Change, ChangeKind, RecordKey, RecordKind, Redaction, Unreadable, redaction::is_words},
    git::CommitId,
    schema::Value,
    value::Id,
};

/// Leaves out of a history what is withheld. Where it does not begin with the first commit, `all` does: a commit before
/// it may be withheld too.
pub(super) fn redact(history: &History, all: Option<&History>, redactions: &Redactions) -> History {
    let whole = RedactedEvents::find(all.unwrap_or(history), redactions);
    let own = if all.is_some() { RedactedEvents::find(history, redactions) } else { whole.clone() };
    let mut found = whole.found.clone();
    found.met.extend(&own.found.met);
    found.formers.extend(own.found.formers.iter().cloned());
    let is_dropped = |at: usize, event: &Event| {
        let commit = history.commits().get(event.commit).map(|commit| commit.id);
        let is_known = |commit| whole.keys.contains(&(commit, event.change.subject.clone(), event.change.part()));
        own.dropped.contains(&at) || commit.is_some_and(is_known) || whole.says_withheld(&event.change)
    };
    let mut discreet = history.discreet().clone();
    discreet.extend(&own.discreet);
    let mut events: BTreeMap<Option<Id>, Vec<Event>> = BTreeMap::new();
    for (at, (_, event)) in own.events.iter().enumerate() {
        if is_dropped(at, event) {
            discreet.insert(event.commit);
            found.note_untold(&event.change.subject);
            continue;
        }
        let mut event = event.clone();
        if whole.is_reworded(&event.change) {
            // That the words are others may be told, but not which they were.
            if let ChangeKind::Words { before, after, .. } = &mut event.change.what {
                (*before, *after) = (String::new(), String::new());
            }
            discreet.insert(event.commit);
            found.note_untold(&event.change.subject);
        }
        events.entry(event.change.subject.plan.clone()).or_default().push(event);
    }
    discreet.extend(redactions.commits.iter().filter_map(|commit| history.place(commit)));
    let names_file =
        |file: &Unreadable| redactions.records.iter().chain(&found.formers).any(|entry| entry.names_file(&file.path));
    let is_told = |(commit, file): &&(usize, Unreadable)| {
        let id = history.commits().get(*commit).map(|commit| commit.id);
        !id.is_some_and(|id| redactions.commits.contains(&id)) && !names_file(file)
    };
    let (unreadable, untold): (Vec<_>, Vec<_>) = history.unreadable().iter().cloned().partition(|file| is_told(&file));
    found.plans.extend(untold.iter().map(|(_, file)| plan_of(&file.path).and_then(Id::new)));
    let mut names = history.names().clone();
    names.retitle(&redactions.names, &|subject| found.withheld_name(redactions, subject));
    let commits = history.commits().to_vec();
    History::of(commits, events, unreadable, names, history.departed().clone(), discreet).redacted_as(found)
}

/// What is withheld of the events of a history.
#[derive(Clone, Default)]
struct RedactedEvents {
    /// All events in the order of the commits, each with the key its record had then, and under the one it has last.
    events: Vec<(RecordKey, Event)>,
    /// Those that are withheld, by their place.
    dropped: BTreeSet<usize>,
    /// Commits that concern what is withheld: their messages may tell of it.
    discreet: BTreeSet<usize>,
    /// The same by commit, record and part.
    keys: BTreeSet<(CommitId, RecordKey, String)>,
    /// The values of parts that commits say which are withheld.
    values: BTreeMap<(RecordKey, String), Vec<Value>>,
    /// Ids that only records have had that are withheld.
    ids: BTreeSet<Id>,
    /// Words that levels had.
    levels: BTreeSet<String>,
    found: RedactedHistory,
}

impl RedactedEvents {
    fn find(history: &History, redactions: &Redactions) -> Self {
        let mut all = Self { events: history.followed(), ..Self::default() };
        let commits: BTreeSet<usize> = redactions.commits.iter().filter_map(|id| history.place(id)).collect();
        let events = std::mem::take(&mut all.events);
        all.note_formers(&events, redactions);
        for (at, (then, event)) in events.iter().enumerate() {
            if commits.contains(&event.commit) {
                all.drop_of_commit(at, then, event);
            }
            all.drop_by_entry(at, then, event, redactions);
        }
        all.drop_neighbours(&events, &commits);
        all.note_words(&events, redactions);
        for (at, (_, event)) in events.iter().enumerate() {
            if all.says_withheld(&event.change) {
                all.dropped.insert(at);
            }
        }
        let key = |at: &usize| {
            let (_, event) = events.get(*at)?;
            Some((history.commits().get(event.commit)?.id, event.change.subject.clone(), event.change.part()))
        };
        all.keys = all.dropped.iter().filter_map(key).collect();
        all.events = events;
        all
    }

    /// Withholds what a commit changed, and notes what it says.
    fn drop_of_commit(&mut self, at: usize, then: &RecordKey, event: &Event) {
        self.dropped.insert(at);
        let (last, part) = (&event.change.subject, event.change.part());
        self.found.parts.insert((then.clone(), part.clone()));
        self.found.parts.insert((last.clone(), part.clone()));
        if let ChangeKind::Renamed { from } = &event.change.what {
            self.found.parts.insert((RecordKey { id: from.clone(), ..last.clone() }, part.clone()));
        }
        self.values.entry((last.clone(), part)).or_default().extend(values(&event.change).cloned());
    }

    /// Notes the other ids of the records that entries name: whichever is named, all are meant.
    fn note_formers(&mut self, events: &[(RecordKey, Event)], redactions: &Redactions) {
        for (then, event) in events.iter().filter(|(then, event)| *then != event.change.subject) {
            let last = &event.change.subject;
            for entry in redactions.records.iter().filter(|entry| entry.is_about(then) || entry.is_about(last)) {
                self.found.formers.extend([entry.under(then), entry.under(last)]);
            }
        }
    }

    /// Withholds what an entry asks for by one of the ids of its record, and the message of a commit that concerns it.
    fn drop_by_entry(&mut self, at: usize, then: &RecordKey, event: &Event, redactions: &Redactions) {
        let before = Change { subject: then.clone(), ..event.change.clone() };
        let is_withheld = |entry: &Redaction| entry.withholds_change(&event.change) || entry.withholds_change(&before);
        let met = redactions.records.iter().enumerate().filter(|(_, entry)| is_withheld(entry));
        self.found.met.extend(met.map(|(place, _)| place));
        let mut entries = redactions.records.iter().chain(&self.found.formers);
        if entries.clone().any(is_withheld) {
            self.dropped.insert(at);
        }
        if entries.any(|entry| entry.concerns(&event.change.subject) || entry.concerns(then)) {
            self.discreet.insert(event.commit);
        }
    }

    /// Withholds what other commits say of the very same: what told of a value that a commit took out, and what tells that
    /// one which it brought is gone.
    fn drop_neighbours(&mut self, events: &[(RecordKey, Event)], commits: &BTreeSet<usize>) {
        let mut latest: BTreeMap<(RecordKey, String), usize> = BTreeMap::new();
        // Figures and rows that a commit brought say nothing of their cells one by one.
        let mut wholes: BTreeMap<RecordKey, usize> = BTreeMap::new();
        for (at, (_, event)) in events.iter().enumerate() {
            let (subject, part) = (event.change.subject.clone(), event.change.part());
            let is_of_commit = commits.contains(&event.commit);
            if is_of_commit && part.is_empty() {
                wholes.insert(subject.clone(), at);
            }
            let row = event.change.row();
            let whole = row.as_ref().and_then(|row| wholes.get(row).max(wholes.get(&subject))).copied();
            let previous = latest.insert((subject, part), at);
            let was_of_commit =
                previous.and_then(|at| events.get(at)).is_some_and(|(_, event)| commits.contains(&event.commit));
            if is_of_commit {
                self.dropped.extend(previous);
            } else if was_of_commit || whole.is_some_and(|whole| previous.is_none_or(|previous| previous < whole)) {
                self.dropped.insert(at);
            }
        }
    }

    /// Notes the words by which other records may tell of what is withheld: ids that nothing has today, words of levels.
    fn note_words(&mut self, events: &[(RecordKey, Event)], redactions: &Redactions) {
        let names = &redactions.names;
        for (then, event) in self.dropped.iter().filter_map(|at| events.get(*at)) {
            let is_whole =
                matches!(event.change.what, ChangeKind::Added | ChangeKind::Removed | ChangeKind::Renamed { .. });
            if is_whole {
                let from = match &event.change.what {
                    ChangeKind::Renamed { from } => Some(RecordKey { id: from.clone(), ..then.clone() }),
                    _ => None,
                };
                let subjects = [Some(then), Some(&event.change.subject), from.as_ref()].into_iter().flatten();
                let gone = subjects.filter(|subject| names.name(subject).is_none());
                self.ids.extend(gone.filter_map(|subject| Id::of_record(&subject.id)));
            }
            if event.change.subject.kind == RecordKind::Level && event.change.part() == "word" {
                let today = names.name(&event.change.subject).and_then(|named| named.title.as_deref());
                let words = values(&event.change).filter_map(|value| match value {
                    Value::Text(word) if today != Some(word.as_str()) => Some(word.clone()),
                    _ => None,
                });
                self.levels.extend(words);
            }
        }
    }

    /// Tells whether a change says a value that is withheld of its record, names a record by an id that is, or says a level
    /// by a word that is.
    fn says_withheld(&self, change: &Change) -> bool {
        let part = change.part();
        let known = self.values.get(&(change.subject.clone(), part.clone()));
        let is_level = part.rsplit('.').next() == Some("level");
        let has_word = |value: &Value| matches!(value, Value::Text(word) if is_level && self.levels.contains(word));
        let is_withheld = |value: &Value| {
            known.is_some_and(|known| known.contains(value)) || names_any(value, &self.ids) || has_word(value)
        };
        values(change).any(is_withheld)
    }

    /// Tells whether words are told of which some are withheld.
    fn is_reworded(&self, change: &Change) -> bool {
        is_words(&change.part()) && self.found.withholds_part(&change.subject, &change.part(), None)
    }
}

/// Returns what a change says that was, and is.
fn values(change: &Change) -> impl Iterator<Item = &Value> {
    let (before, after) = match &change.what {
        ChangeKind::Field { before, after, .. } | ChangeKind::Figure { before, after, .. } => {
            (before.as_ref(), after.as_ref())
        }
        ChangeKind::Added | ChangeKind::Removed | ChangeKind::Renamed { .. } | ChangeKind::Words { .. } => (None, None),
    };
    before.into_iter().chain(after)
}

/// Tells whether a value refers to one of some records.
fn names_any(value: &Value, ids: &BTreeSet<Id>) -> bool {
    match value {
        Value::Id(id) => ids.contains(id),
        Value::List(values) => values.iter().any(|value| names_any(value, ids)),
        Value::Record(fields) => {
            let own = fields.values.iter().map(|(_, value)| value);
            own.chain(fields.entries.iter().map(|(_, _, value)| value)).any(|value| names_any(value, ids))
        }
        _ => false,
    }
}
