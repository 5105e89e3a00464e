//! What builds keep of the plans they have published: the files of a plan are taken over as long as nothing is another that decides
//! them.
//!
//! What decides the pages of a plan is its own files, what all plans share (settings, registers, theme, ordinary pages, which
//! files there are), what is not shown, for whom and as of when the site is made, and what is told of the past of the plan and of
//! what all plans share. The sum a plan is kept under is taken of all of that. Its texts are read, checked and made into rows each
//! time: spared is the drawing of its pages in every format. Its files are taken over only where they stand in the published
//! folder, each with the very sum it had; no byte of them is kept here.

use std::{
    collections::BTreeMap,
    fmt::Write,
    sync::{Mutex, PoisonError},
};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    BuildCounts, Input, OpenedSite, home_of,
    kept_store::{KeptKey, KeptStore},
    visibility::Visibility,
};
use crate::{
    content::SitePaths,
    diag::Error,
    history::CommitFacts,
    model::Plan,
    output::{Sink, TakenFile},
    render::DATA_PACKAGE,
    site::{PlanFiles, PlanTexts},
    tree::{self, Tree},
    value::RelPath,
    view::{OldAddress, OtherVersion},
};

/// The name that plans are kept under.
const NAME: &str = "plans";

/// How many bytes a sum has.
const SUM: usize = 32;

/// What is kept of a plan.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PublishedPlan {
    /// How many pages and charts it has.
    pub counts: BuildCounts,
    /// Its pages.
    pub pages: Vec<RelPath>,
    /// The addresses its pages had before.
    pub old: Vec<OldAddress>,
    /// Its files.
    pub files: Vec<TakenFile>,
}

/// The plans that earlier builds have published, and those that this one publishes.
#[derive(Default)]
pub struct PlanMemory<'m> {
    store: KeptStore<'m, PublishedPlan>,
    /// What decides all plans, in a sum.
    shared: String,
    looked: Option<SharedLook<'m>>,
    /// The plans that this build publishes; nothing of those that were taken over.
    kept: Mutex<BTreeMap<KeptKey, Option<PublishedPlan>>>,
}

/// The files that all plans share, as they were before any of them was read for the site.
pub struct SharedLook<'t> {
    tree: &'t dyn Tree,
    sum: [u8; SUM],
}

impl<'t> SharedLook<'t> {
    /// Looks at the files that all plans share, where anything is kept and a sink could take plans over; nothing where one cannot be
    /// read, which is said by whoever needs it.
    pub fn of(input: &Input<'t>, sink: &dyn Sink) -> Option<Self> {
        let is_kept = input.past.map_or(input.cache.is_some(), |past| past.kept().is_some());
        // Of a site that is made in memory nothing can be taken over.
        let sum = (is_kept && sink.taken_below(NAME).is_some()).then(|| sum_of_shared(input.tree))?;
        Some(Self { tree: input.tree, sum: sum.ok()? })
    }

    /// Tells whether they still are as they were.
    fn holds(&self) -> bool {
        sum_of_shared(self.tree).is_ok_and(|sum| sum == self.sum)
    }
}

fn sum_of_shared(tree: &dyn Tree) -> Result<[u8; SUM], Error> {
    let (mut all, mut bytes) = (FileSum::default(), Vec::new());
    for path in tree.paths() {
        all.add(path.as_str().as_bytes());
        // Which files of plans there are decides what may be linked to; what stands in them, no other plan.
        if !tree::is_below(path, SitePaths::PLANS) {
            tree.read(path, &mut bytes)?;
            all.add(&bytes);
        }
    }
    Ok(all.done())
}

/// A sum over parts, each with its length.
#[derive(Default)]
struct FileSum(Sha256);

impl FileSum {
    fn add(&mut self, part: &[u8]) {
        self.0.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
        self.0.update(part);
    }

    fn done(self) -> [u8; SUM] {
        self.0.finalize().into()
    }
}

impl<'m> PlanMemory<'m> {
    /// Reads what earlier builds have kept of a site of which something is not shown today, and of its past.
    pub fn open(opened: &OpenedSite<'m>, hidden: [&Visibility; 2], looked: SharedLook<'m>) -> Self {
        let is_plain = opened.mode.edition.is_none() && opened.mode.packs.is_none();
        // What is packed together is made of all tables.
        let is_packed = opened.version.settings.site.offers(DATA_PACKAGE);
        if !is_plain || is_packed {
            return Self::default();
        }
        let store = KeptStore::open(opened, NAME);
        let shared = if store.is_open() { decided_by(opened, hidden, &looked) } else { None };
        match shared {
            Some(shared) => Self { store, shared, looked: Some(looked), kept: Mutex::default() },
            None => Self::default(),
        }
    }

    /// Returns the sum of the files of a plan, whose texts have been read; nothing where nothing is kept, or one of the others cannot be
    /// read: nobody may have asked for it.
    pub fn sum(&self, opened: &OpenedSite<'_>, files: PlanFiles<'_>, texts: &PlanTexts<'_>) -> Option<[u8; SUM]> {
        self.looked.as_ref()?;
        let (mut all, mut bytes) = (FileSum::default(), Vec::new());
        let read: BTreeMap<&RelPath, &[u8]> = texts.each().map(|((file, _), text)| (file, text)).collect();
        for file in files {
            all.add(file.as_str().as_bytes());
            match read.get(file) {
                Some(text) => all.add(text),
                None => {
                    opened.input.tree.read(file, &mut bytes).ok()?;
                    all.add(&bytes);
                }
            }
        }
        Some(all.done())
    }

    /// Returns the sum of all that decides the pages of a plan.
    pub fn key(&self, opened: &OpenedSite<'_>, files: PlanFiles<'_>, plan: &Plan, sum: [u8; SUM]) -> Option<KeptKey> {
        self.store.key(|| {
            let mut all = format!("{} {sum:?} {:?}", self.shared, plan.id);
            let home = home_of(files);
            let is_own = |file: &&RelPath| home_of(std::slice::from_ref(*file)) == home;
            write!(all, " {:?}", opened.input.unrecorded.iter().filter(is_own).collect::<Vec<_>>()).ok()?;
            write_past(&mut all, opened, Some(plan))?;
            Some(all)
        })
    }

    /// Lets a sink take over the files of a plan, where they are known and stand there still.
    pub fn take_over(&self, key: KeptKey, sink: &dyn Sink) -> Result<Option<&PublishedPlan>, Error> {
        let Some(known) = self.store.known(&key) else { return Ok(None) };
        if known.files.is_empty() || !sink.take_over(&known.files)? {
            return Ok(None);
        }
        self.note(key, None);
        Ok(Some(known))
    }

    /// Keeps a plan whose files a sink has taken.
    pub fn keep(&self, key: KeptKey, plan: PublishedPlan) {
        self.note(key, Some(plan));
    }

    fn note(&self, key: KeptKey, plan: Option<PublishedPlan>) {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).insert(key, plan);
    }

    /// Writes down what this build keeps: nothing of a site that is refused, nor where a file that all plans share has changed meanwhile.
    pub fn close(mut self, is_sound: bool) {
        if self.looked.is_some_and(|looked| is_sound && looked.holds()) {
            let kept = self.kept.into_inner().unwrap_or_else(PoisonError::into_inner);
            for (key, plan) in kept {
                match plan {
                    Some(plan) => self.store.keep(key, plan),
                    None => self.store.keep_on(key),
                }
            }
            self.store.close();
        }
    }
}

/// Says all that decides the pages of every plan, but for the program; nothing where that cannot be said.
fn decided_by(opened: &OpenedSite<'_>, hidden: [&Visibility; 2], looked: &SharedLook<'_>) -> Option<String> {
    // What a page says of its own commits and of what no commit has is asked for each plan. Messages stand on no page.
    let Input { tree: _, as_of, today, audience, messages: _, version, past, unrecorded: _, cache: _ } = opened.input;
    let mut all = format!("{:?} {as_of:?} {today:?} {audience:?} {version:?}", looked.sum);
    write!(all, " {:?}", past.map(|past| past.is_incomplete())).ok()?;
    for hidden in hidden {
        all += &written(hidden)?;
    }
    if let Some(since) = opened.mode.since {
        all += &written(since)?;
    }
    for OtherVersion { kind, title, root, pages } in opened.mode.elsewhere {
        write!(all, " {kind:?} {title:?} {root:?} {pages:?}").ok()?;
    }
    for cut in opened.mode.past.map(|past| past.editions).unwrap_or_default() {
        write!(all, " {} {:?} {:?}", written(cut.snapshot)?, cut.place, cut.recorded).ok()?;
    }
    write_past(&mut all, opened, None)?;
    Some(format!("{:?}", Sha256::digest(all)))
}

/// Writes down what is told of the past of a plan; of none: of what all plans share.
fn write_past(all: &mut String, opened: &OpenedSite<'_>, plan: Option<&Plan>) -> Option<()> {
    let Some(past) = opened.mode.past else { return Some(()) };
    for changes in past.chronicle.of(plan.map(|plan| &plan.id)) {
        let commit =
            past.history.commits().get(changes.place).map(|CommitFacts { id, recorded, at }| (id, recorded, at));
        write!(all, " {changes:?} {commit:?} {:?}", past.said.get(&changes.place)).ok()?;
    }
    Some(())
}

/// Writes a value down, in a sum.
fn written(value: &impl Serialize) -> Option<String> {
    Some(format!(" {:?}", Sha256::digest(postcard::to_allocvec(value).ok()?)))
}

/// Hands files on, and notes them as long as the sink can say what it took.
pub struct NotingSink<'s> {
    sink: &'s dyn Sink,
    taken: Mutex<Option<Vec<TakenFile>>>,
}

impl<'s> NotingSink<'s> {
    /// Begins to note.
    pub fn new(sink: &'s dyn Sink) -> Self {
        Self { sink, taken: Mutex::new(Some(Vec::new())) }
    }

    /// Returns what was taken; nothing where the sink does not say it.
    pub fn into_taken(self) -> Option<Vec<TakenFile>> {
        self.taken.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for NotingSink<'_> {
    fn put(&self, path: &RelPath, bytes: &[u8]) -> Result<(), Error> {
        self.put_noted(path, bytes).map(|_| ())
    }

    fn put_noted(&self, path: &RelPath, bytes: &[u8]) -> Result<Option<TakenFile>, Error> {
        let file = self.sink.put_noted(path, bytes)?;
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        match (&mut *taken, &file) {
            (Some(all), Some(file)) => all.push(file.clone()),
            _ => *taken = None,
        }
        Ok(file)
    }

    fn has(&self, path: &RelPath) -> bool {
        self.sink.has(path)
    }
}
