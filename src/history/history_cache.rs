//! What a build keeps of the history for the next one.
//!
//! A history is a function of its newest commit and of all that decides what it tells: so it is kept under a sum of all
//! that, and the commit it leads to. Under another sum it is none; to a newer commit it is told on. Before a byte is
//! believed, the sum over all of them is taken: what is damaged or foreign is none either. Nothing is lost with it but
//! time.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{CommitFacts, Departed, Event, History, query::HistoryQuery};
use crate::{
    compare::{Change, ChangeKind, NameIndex, RecordKey, Unreadable},
    content::Audience,
    git::{BlobId, CommitId, Repository},
    schema::Significance,
    value::{Date, Id, RelPath},
};

/// A place where a build keeps things for the next one.
///
/// Whatever is in it may be gone or damaged at any time.
pub trait CacheStore: Sync {
    /// Returns what was last kept under a name.
    fn recall(&self, name: &str) -> Option<Vec<u8>>;

    /// Keeps bytes under a name, in the place of what was. Where that fails, the next build takes longer.
    fn keep(&self, name: &str, bytes: &[u8]);
}

/// A memory, and the program that keeps things in it: what another program kept is not believed.
#[derive(Clone, Copy)]
pub struct HistoryCache<'m> {
    /// The memory.
    pub memory: &'m dyn CacheStore,
    /// A text that no other program has.
    pub program: &'m str,
}

/// The version of the layout of bytes.
const LAYOUT: u32 = 8;

/// How many bytes a sum has.
const SUM: usize = 32;

impl HistoryCache<'_> {
    /// Returns a sum of all that decides what a history tells, but for its newest commit.
    pub(super) fn key(self, repository: &Repository, since: Option<CommitId>, asked: &HistoryQuery<'_>) -> [u8; SUM] {
        // Where something is withheld, nothing is kept.
        let HistoryQuery { viewer, hidden, since: _, shown, redactions: _ } = asked;
        let place = repository.prefix();
        let all = format!("{LAYOUT} {} {place:?} {since:?} {viewer:?} {hidden:?} {shown:?}", self.program);
        Sha256::digest(all).into()
    }

    /// Returns the history that was kept under a sum, whichever commit it leads to.
    pub(super) fn recall(self, asked: &HistoryQuery<'_>, key: &[u8; SUM]) -> Option<Remembered> {
        let bytes = self.memory.recall(&name(asked))?;
        let (sum, rest) = bytes.split_first_chunk::<SUM>()?;
        let (known, body) = rest.split_first_chunk::<SUM>()?;
        let is_sound = known == key && Sha256::digest(rest).as_slice() == sum;
        is_sound.then(|| Remembered::read(body)).flatten()
    }

    /// Takes away all that was kept: where something of the past is withheld, its words would lie there on, for whoever copies
    /// the folder.
    pub(super) fn forget(self) {
        let is_kept = |name: &String| self.memory.recall(name).is_some_and(|bytes| !bytes.is_empty());
        names().filter(is_kept).for_each(|name| self.memory.keep(&name, &[]));
    }

    /// Keeps a history.
    pub(super) fn keep(self, asked: &HistoryQuery<'_>, key: &[u8; SUM], remembered: &Remembered) {
        // What cannot be written down is told anew each time.
        let Some(body) = remembered.written() else { return };
        let mut bytes = vec![0; SUM];
        bytes.extend_from_slice(key);
        bytes.extend_from_slice(&body);
        let sum = Sha256::digest(bytes.get(SUM..).unwrap_or_default());
        bytes.iter_mut().zip(sum).for_each(|(byte, of_sum)| *byte = of_sum);
        self.memory.keep(&name(asked), &bytes);
    }
}

/// The name a history is kept under: few, so that old ones make room.
fn name(asked: &HistoryQuery<'_>) -> String {
    let is_first = asked.hidden.is_none_or(BTreeMap::is_empty);
    // One build may ask for both: what counts, and all that there is.
    name_of(asked.viewer.audience, asked.since.is_some(), is_first)
}

fn name_of(audience: Audience, is_since: bool, is_first: bool) -> String {
    let (reach, part) = (if is_since { "-since" } else { "" }, if is_first { "-first" } else { "" });
    format!("history-{}{reach}{part}", audience.word())
}

/// Returns all names that a history may be kept under.
fn names() -> impl Iterator<Item = String> {
    let ways = [(false, false), (false, true), (true, false), (true, true)];
    let audiences = [Audience::Public, Audience::Internal, Audience::Closed, Audience::Draft].into_iter();
    audiences.flat_map(move |audience| ways.map(|(is_since, is_first)| name_of(audience, is_since, is_first)))
}

/// A history, and what is needed to tell it on.
#[derive(Default)]
pub(super) struct Remembered {
    pub history: History,
    /// The files that cannot be read as they stand, each with the version that still holds.
    pub standing: BTreeMap<RelPath, Option<BlobId>>,
    /// What stands of some file holds by another dialect than the file has now, or nobody can say how it is written: it
    /// cannot be told on.
    pub is_waiting: bool,
}

/// What is written down first. The events of each plan stand by themselves, so that they are read side by side.
#[derive(Serialize, Deserialize)]
struct Book<'b> {
    #[serde(borrow)]
    commits: Vec<(&'b [u8], Date, i64)>,
    unreadable: Vec<(usize, RelPath)>,
    names: NameIndex,
    departed: Departed,
    discreet: BTreeSet<usize>,
    is_waiting: bool,
    #[serde(borrow)]
    standing: Vec<(RelPath, Option<&'b [u8]>)>,
    #[serde(borrow)]
    plans: Vec<(Option<Id>, &'b [u8])>,
}

/// What one commit made of one record.
#[derive(Serialize, Deserialize)]
struct RecordEvent<S> {
    commit: usize,
    subject: S,
    told: Vec<(ChangeKind, Significance)>,
}

impl Remembered {
    /// Returns the newest commit that is told of.
    pub fn newest(&self) -> Option<CommitId> {
        self.history.commits().last().map(|commit| commit.id)
    }

    fn written(&self) -> Option<Vec<u8>> {
        let history = &self.history;
        let plans: Vec<(Option<Id>, Vec<u8>)> = history
            .by_plan()
            .par_iter()
            .map(|(plan, events)| Some((plan.clone(), chapters(events)?)))
            .collect::<Option<_>>()?;
        let commit = |facts: &'_ CommitFacts| (facts.recorded, facts.at.as_second());
        let book = Book {
            commits: history
                .commits()
                .iter()
                .map(|facts| (facts.id.as_bytes(), commit(facts).0, commit(facts).1))
                .collect(),
            unreadable: history.unreadable().iter().map(|(commit, file)| (*commit, file.path.clone())).collect(),
            names: history.names().clone(),
            departed: history.departed().clone(),
            discreet: history.discreet().clone(),
            is_waiting: self.is_waiting,
            standing: self
                .standing
                .iter()
                .map(|(path, blob)| (path.clone(), blob.as_ref().map(BlobId::as_bytes)))
                .collect(),
            plans: plans.iter().map(|(plan, bytes)| (plan.clone(), bytes.as_slice())).collect(),
        };
        postcard::to_allocvec(&book).ok()
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let book: Book<'_> = postcard::from_bytes(bytes).ok()?;
        let events: BTreeMap<Option<Id>, Vec<Event>> =
            book.plans.into_par_iter().map(|(plan, bytes)| Some((plan, events(bytes)?))).collect::<Option<_>>()?;
        let commit = |(id, recorded, at): (&[u8], Date, i64)| {
            let at = jiff::Timestamp::from_second(at).ok()?;
            Some(CommitFacts { id: CommitId::from_bytes(id)?, recorded, at })
        };
        let commits = book.commits.into_iter().map(commit).collect::<Option<_>>()?;
        let unreadable = book.unreadable.into_iter().map(|(commit, path)| (commit, Unreadable { path })).collect();
        let blob = |blob: Option<&[u8]>| blob.map_or(Some(None), |blob| BlobId::from_bytes(blob).map(Some));
        let standing =
            book.standing.into_iter().map(|(path, bytes)| Some((path, blob(bytes)?))).collect::<Option<_>>()?;
        Some(Self {
            history: History::of(commits, events, unreadable, book.names, book.departed, book.discreet),
            standing,
            is_waiting: book.is_waiting,
        })
    }
}

fn chapters(events: &[Event]) -> Option<Vec<u8>> {
    let is_one = |a: &Event, b: &Event| a.commit == b.commit && a.change.subject == b.change.subject;
    let chapters = events.chunk_by(is_one).filter_map(|events| {
        let first = events.first()?;
        let told = events.iter().map(|event| (event.change.what.clone(), event.change.significance)).collect();
        Some(RecordEvent { commit: first.commit, subject: &first.change.subject, told })
    });
    postcard::to_allocvec(&chapters.collect::<Vec<_>>()).ok()
}

fn events(bytes: &[u8]) -> Option<Vec<Event>> {
    let chapters: Vec<RecordEvent<RecordKey>> = postcard::from_bytes(bytes).ok()?;
    let mut events = Vec::with_capacity(chapters.iter().map(|chapter| chapter.told.len()).sum());
    for RecordEvent { commit, subject, told } in chapters {
        let event =
            |(what, significance)| Event { commit, change: Change { subject: subject.clone(), what, significance } };
        events.extend(told.into_iter().map(event));
    }
    Some(events)
}
