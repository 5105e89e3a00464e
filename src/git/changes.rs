//! What commits changed: trees compared by the ids of their entries.

use std::{
    cmp::Ordering,
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
};

use gix::{
    ObjectId,
    bstr::ByteSlice,
    objs::{
        TreeRefIter,
        tree::{EntryKind, EntryRef},
    },
    odb,
};
use rayon::prelude::*;

use super::revision::TreeBudget;
use super::{BlobId, Commit, Repository, failure::failed, repository::read};
use crate::{
    diag::{Error, ErrorKind},
    tree,
    value::RelPath,
};

/// How many bytes each thread keeps of what deltas are based on. Trees are small; their chains are long.
const CACHE: usize = 16 * 1024 * 1024;

/// How many commits a thread compares before what it found is handed out.
const BLOCK: usize = 256;

/// The most files that all commits together may change. A site of 1 000 plans changes 240 000 in 20 000 commits; a handful
/// of trees that hold each other many times over would change as many as one likes.
const MOST_CHANGES: usize = 5_000_000;

/// A file of the site that a commit added, removed or modified.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChangedFile {
    /// The file, within the site.
    pub path: RelPath,
    /// Its content before; `None` where it was added.
    pub before: Option<BlobId>,
    /// Its content since; `None` where it was removed.
    pub after: Option<BlobId>,
}

impl Repository {
    /// Tells what each of some commits changed among the files of the site against its first parent, sorted by path:
    /// the commit's place in the list, and the files. Commits are visited in their order, also those that changed
    /// nothing; they are compared on all threads of the pool it is called in, a block at a time, so that memory does
    /// not grow with their number.
    ///
    /// A file that became a link, or that no longer belongs to a site, counts as removed. Of a commit where history
    /// is cut off nothing is told: nobody knows what it changed. A partial clone that is allowed is cut off at the first
    /// commit that cannot be compared for want of a tree: its place is answered, and the older ones are not visited.
    ///
    /// # Errors
    ///
    /// Fails when a tree is missing, unless that is allowed, or cannot be read, and when a commit changes more files than a
    /// site may have, or all of them together more than `MOST_CHANGES`.
    pub fn changed(
        &self,
        commits: &[Commit],
        visit: &mut dyn FnMut(usize, &[ChangedFile]),
    ) -> Result<Option<usize>, Error> {
        let threads = rayon::current_num_threads();
        let count = AtomicUsize::new(0);
        let mut readers: Vec<TreeReader<'_>> = (0..threads).map(|_| TreeReader::new(self, &count)).collect();
        let places: Vec<usize> = (0..commits.len()).collect();
        for round in places.chunks(threads.saturating_mul(BLOCK)) {
            let blocks = readers.par_iter_mut().zip(round.par_chunks(BLOCK));
            let found: Vec<Vec<Option<Vec<ChangedFile>>>> = blocks
                .map(|(reader, block)| block.iter().map(|place| reader.changed_if_there(commits, *place)).collect())
                .collect::<Result<_, Error>>()?;
            for (place, changes) in round.iter().zip(found.iter().flatten()) {
                let Some(changes) = changes else { return Ok(Some(*place)) };
                visit(*place, changes);
            }
        }
        Ok(None)
    }
}

/// Reads trees for one thread. It remembers those of the comparison before: a commit's parent comes next.
struct TreeReader<'r> {
    repository: &'r Repository,
    objects: odb::Handle,
    before: BTreeMap<ObjectId, Arc<[u8]>>,
    now: BTreeMap<ObjectId, Arc<[u8]>>,
    /// How many files all threads have found to be changed.
    count: &'r AtomicUsize,
}

impl<'r> TreeReader<'r> {
    fn new(repository: &'r Repository, count: &'r AtomicUsize) -> Self {
        let objects = repository.objects(CACHE);
        Self { repository, objects, before: BTreeMap::new(), now: BTreeMap::new(), count }
    }

    /// Compares a commit; `None` where a tree was not fetched.
    fn changed_if_there(&mut self, commits: &[Commit], place: usize) -> Result<Option<Vec<ChangedFile>>, Error> {
        match self.changed(commits, place) {
            Err(error) if self.repository.is_unfetched(&error) => Ok(None),
            changes => changes.map(Some),
        }
    }

    fn changed(&mut self, commits: &[Commit], place: usize) -> Result<Vec<ChangedFile>, Error> {
        let Some(commit) = commits.get(place).filter(|commit| !commit.is_boundary) else { return Ok(Vec::new()) };
        let parent = self.parent_tree(commit, commits.get(place.saturating_add(1)))?;
        self.before = std::mem::take(&mut self.now);
        let budget = TreeBudget::default();
        let mut found = CommitComparison { reader: self, path: String::new(), changes: Vec::new(), budget };
        found
            .commits(parent, commit.tree)
            .map_err(|error| error.while_doing(format!("comparing commit {}", commit.id)))?;
        let mut changes = found.changes;
        // Trees are sorted by the bytes of their names; letters that are composed here may not have been there.
        changes.sort_unstable();
        Ok(changes)
    }

    fn parent_tree(&self, commit: &Commit, next: Option<&Commit>) -> Result<Option<ObjectId>, Error> {
        let Some(parent) = commit.parent else { return Ok(None) };
        match next.filter(|next| next.id == parent) {
            Some(next) => Ok(Some(next.tree)),
            None => Ok(Some(self.repository.commit(&parent)?.tree)),
        }
    }

    /// Returns the bytes of a tree; none of no tree.
    fn tree(&mut self, id: Option<ObjectId>) -> Result<Arc<[u8]>, Error> {
        let Some(id) = id else { return Ok(Arc::default()) };
        if let Some(known) = self.now.get(&id).or_else(|| self.before.get(&id)).cloned() {
            self.now.insert(id, known.clone());
            return Ok(known);
        }
        let mut buffer = Vec::new();
        read(&self.objects, &id, &mut buffer)?;
        let tree: Arc<[u8]> = buffer.into();
        self.now.insert(id, tree.clone());
        Ok(tree)
    }
}

/// Which entries of a folder are looked at.
#[derive(Clone, Copy)]
enum PathLevel<'p> {
    /// Only the folder that leads to the site.
    Above(&'p str, &'p [String]),
    /// Only what belongs to a site.
    Site,
    /// All but litter.
    Below,
}

impl<'p> PathLevel<'p> {
    fn towards(prefix: &'p [String]) -> Self {
        match prefix {
            [folder, rest @ ..] => Self::Above(folder, rest),
            [] => Self::Site,
        }
    }

    fn within(self) -> Self {
        match self {
            Self::Above(_, rest) => Self::towards(rest),
            Self::Site | Self::Below => Self::Below,
        }
    }

    fn takes(self, name: &str, is_folder: bool) -> bool {
        match self {
            Self::Above(folder, _) => is_folder && name == folder,
            Self::Site if is_folder => tree::FOLDERS.contains(&name),
            Self::Site => name == tree::SITE_FILE,
            Self::Below => !tree::is_litter(name),
        }
    }
}

/// A comparison of two commits.
struct CommitComparison<'c, 'r> {
    reader: &'c mut TreeReader<'r>,
    /// The folder that is being compared, within the site; empty or with `/` at its end.
    path: String,
    changes: Vec<ChangedFile>,
    budget: TreeBudget,
}

impl CommitComparison<'_, '_> {
    fn commits(&mut self, before: Option<ObjectId>, after: ObjectId) -> Result<(), Error> {
        let repository = self.reader.repository;
        self.folders(before, Some(after), PathLevel::towards(repository.prefix()))
    }

    /// Compares two folders entry by entry; what both have in common is passed over as bytes.
    fn folders(
        &mut self,
        before: Option<ObjectId>,
        after: Option<ObjectId>,
        level: PathLevel<'_>,
    ) -> Result<(), Error> {
        if before == after {
            return Ok(());
        }
        let (left, right) = (self.reader.tree(before)?, self.reader.tree(after)?);
        self.budget.enter(left.len().saturating_add(right.len()))?;
        let hash = self.reader.repository.hash();
        let (mut left, mut right) = (&*left, &*right);
        loop {
            (left, right) = skip_common(left, right, hash.len_in_bytes());
            let (one, other) = (first(left, hash)?, first(right, hash)?);
            let order = match (&one, &other) {
                (None, None) => {
                    self.budget.leave();
                    return Ok(());
                }
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some((one, _)), Some((other, _))) => key(one).cmp(key(other)),
            };
            let (one, other) = (one.filter(|_| order.is_le()), other.filter(|_| order.is_ge()));
            self.entries(one.as_ref().map(|(entry, _)| entry), other.as_ref().map(|(entry, _)| entry), level)?;
            left = one.map_or(left, |(_, rest)| rest);
            right = other.map_or(right, |(_, rest)| rest);
        }
    }

    /// Compares two entries of the same name, of which both are folders or none is.
    fn entries(
        &mut self,
        before: Option<&EntryRef<'_>>,
        after: Option<&EntryRef<'_>>,
        level: PathLevel<'_>,
    ) -> Result<(), Error> {
        let Some(entry) = before.or(after) else { return Ok(()) };
        let name = String::from_utf8_lossy(entry.filename);
        let is_folder = entry.mode.is_tree();
        if !level.takes(&name, is_folder) {
            return Ok(());
        }
        let length = self.path.len();
        if !matches!(level, PathLevel::Above(..)) {
            self.path.push_str(&name);
        }
        if is_folder {
            if self.path.len() > length {
                self.path.push('/');
            }
            let id = |entry: Option<&EntryRef<'_>>| entry.map(|entry| entry.oid.to_owned());
            self.folders(id(before), id(after), level.within())?;
        } else {
            self.file(blob(before), blob(after))?;
        }
        self.path.truncate(length);
        Ok(())
    }

    fn file(&mut self, before: Option<BlobId>, after: Option<BlobId>) -> Result<(), Error> {
        if before != after
            && let Ok(path) = RelPath::new(self.path.as_str())
        {
            self.budget.take_file()?;
            // No thread keeps what it found while the others find as much again.
            if self.reader.count.fetch_add(1, Relaxed) >= MOST_CHANGES {
                let message = format!("the commits of the history change more than {MOST_CHANGES} files");
                return Err(Error::new(ErrorKind::Limit, message));
            }
            self.changes.push(ChangedFile { path, before, after });
        }
        Ok(())
    }
}

/// Returns the content of an entry that is a file; a link and a submodule have none.
fn blob(entry: Option<&EntryRef<'_>>) -> Option<BlobId> {
    let file = entry.filter(|entry| matches!(entry.mode.kind(), EntryKind::Blob | EntryKind::BlobExecutable));
    file.map(|entry| BlobId(entry.oid.to_owned()))
}

/// What entries are sorted by: the bytes of their names, with `/` behind that of a folder.
fn key<'e>(entry: &EntryRef<'e>) -> impl Iterator<Item = u8> + use<'e> {
    let slash = entry.mode.is_tree().then_some(b'/');
    entry.filename.iter().copied().chain(slash)
}

/// Splits the first entry off a tree.
fn first(tree: &[u8], hash: gix::hash::Kind) -> Result<Option<(EntryRef<'_>, &[u8])>, Error> {
    let Some(entry) = TreeRefIter::from_bytes(tree, hash).next() else { return Ok(None) };
    let entry = entry.map_err(|error| failed("reading a tree", &error))?;
    let rest = tree.get(entry_length(tree, hash.len_in_bytes())..).unwrap_or_default();
    Ok(Some((entry, rest)))
}

/// Returns how many bytes the first entry has: mode, name, a zero byte and the id.
fn entry_length(tree: &[u8], id_length: usize) -> usize {
    let name = tree.find_byte(0).unwrap_or(tree.len());
    name.saturating_add(1).saturating_add(id_length)
}

/// Passes over the entries that two trees have in common at their beginnings. A folder of a thousand plans of which
/// one changed costs little more than two comparisons of memory.
fn skip_common<'t>(left: &'t [u8], right: &'t [u8], id_length: usize) -> (&'t [u8], &'t [u8]) {
    let common = common_length(left, right);
    let mut at = 0_usize;
    loop {
        let rest = left.get(at..).unwrap_or_default();
        let next = at.saturating_add(entry_length(rest, id_length));
        if rest.is_empty() || next > common {
            return (rest, right.get(at..).unwrap_or_default());
        }
        at = next;
    }
}

/// Returns how many bytes are the same at the beginnings of two stretches.
fn common_length(left: &[u8], right: &[u8]) -> usize {
    const STEP: usize = 512;
    let steps = left.chunks_exact(STEP).zip(right.chunks_exact(STEP)).take_while(|(left, right)| left == right).count();
    let start = steps.saturating_mul(STEP);
    let (left, right) = (left.get(start..).unwrap_or_default(), right.get(start..).unwrap_or_default());
    start.saturating_add(left.iter().zip(right).take_while(|(left, right)| left == right).count())
}
