//! The files of a site as they were in a commit.

use std::sync::{Mutex, PoisonError};

use gix::{
    ObjectId,
    bstr::ByteSlice,
    objs::{FindHeader, TreeRefIter, tree::EntryKind},
    odb,
};

use super::{BlobId, Commit, CommitId, Repository, failure::failed, is_lfs_pointer, repository::read};
use crate::{
    diag::{Code, Error, ErrorKind},
    tree::{self, NAME_TWICE, STRAY_FILE, SYMLINK, SkippedEntry, Tree},
    value::RelPath,
};

/// A folder that belongs to another repository.
pub const SUBMODULE: Code = Code::warning("submodule")
    .help("a folder that belongs to another repository; what it held earlier is not in this one");
const LFS_POINTER: Code =
    Code::warning("lfs-pointer").help("a file that git keeps elsewhere (Git LFS); the commit has only a pointer to it");
/// A commit in which no site lay in the folder.
pub const NO_SITE_THEN: Code =
    Code::error("no-site-then").args(&["commit", "folder"]).help("a commit in which no site lay in the folder");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&SUBMODULE, &LFS_POINTER, &NO_SITE_THEN];

impl Repository {
    /// Lists the files of the site as they were in a commit. A site that lies deeper today is found where it lay then:
    /// in the nearest folder above that held a site and holds none today.
    ///
    /// # Errors
    ///
    /// Answers [`ErrorKind::NoSite`] when its folder was not there, and fails when the commit or a folder cannot be
    /// read, and when there are too many files.
    pub fn tree_at(&self, commit: &CommitId) -> Result<RevisionTree, Error> {
        let commit = self.commit(commit)?;
        let place = self.place_in(&commit)?;
        RevisionTree::new(self, commit, place)
    }

    /// Makes sure that all files of a tree are here: a partial clone may not have fetched them.
    ///
    /// # Errors
    ///
    /// Answers [`ErrorKind::MissingObject`] when one is not.
    pub fn require_files(&self, tree: &RevisionTree) -> Result<(), Error> {
        if !self.is_partial {
            return Ok(());
        }
        let objects = self.objects(0);
        let missing = |(_, blob): &(&RelPath, BlobId)| !gix::objs::Exists::exists(&objects, &blob.0);
        match tree.files().find(missing) {
            Some((path, _)) => Err(Error::new(ErrorKind::MissingObject, format!("{path} was not fetched"))),
            None => Ok(()),
        }
    }
}

/// The files of a site as they were in a commit, by the rules of [`DiskTree`](crate::tree::DiskTree): only what
/// belongs to a site, no links, no submodules.
pub struct RevisionTree {
    commit: CommitId,
    /// The folders that led to the site.
    place: Vec<String>,
    paths: Vec<RelPath>,
    /// The content of each path, in the order of `paths`.
    blobs: Vec<BlobId>,
    skipped: Vec<SkippedEntry>,
    /// What stands in for files in Git LFS, sorted by path.
    pointers: Vec<(RelPath, BlobId)>,
    /// Handles that no thread is using.
    idle: Mutex<Vec<odb::Handle>>,
    /// What handles are made from.
    objects: Mutex<odb::Handle>,
}

impl RevisionTree {
    pub(super) fn new(repository: &Repository, commit: Commit, place: &[String]) -> Result<Self, Error> {
        let mut walk = TreeWalk::new(repository.objects(0));
        let doing = || format!("listing the files of commit {}", commit.id);
        let Some(site) = walk.below(commit.tree, place).map_err(|error| error.while_doing(doing()))? else {
            let error = Error::coded(ErrorKind::NoSite, &NO_SITE_THEN).with("commit", commit.id.short());
            return Err(error.with("folder", place.join("/")));
        };
        walk.run(site).map_err(|error| error.while_doing(doing()))?;
        let TreeWalk { objects, mut files, mut skipped, mut pointers, .. } = walk;
        files.sort_unstable();
        pointers.sort_unstable();
        // Two names that are one once their letters are composed: the second is passed over, and said to be.
        for pair in files.windows(2) {
            if let [(first, _), (second, _)] = pair
                && first == second
            {
                skipped.push(SkippedEntry { path: second.clone(), code: &NAME_TWICE });
            }
        }
        files.dedup_by(|second, first| second.0 == first.0);
        skipped.sort();
        let (paths, blobs) = files.into_iter().unzip();
        let (idle, objects) = (Mutex::default(), Mutex::new(objects));
        Ok(Self { commit: commit.id, place: place.to_vec(), paths, blobs, skipped, pointers, idle, objects })
    }

    /// Returns the commit.
    #[must_use]
    pub fn commit(&self) -> CommitId {
        self.commit
    }

    /// Returns the folders that led to the site.
    pub(crate) fn place(&self) -> &[String] {
        &self.place
    }

    /// Returns the id of a file's content: files with equal ids are equal.
    #[must_use]
    pub fn blob(&self, path: &RelPath) -> Option<BlobId> {
        let at = self.paths.binary_search(path).ok()?;
        self.blobs.get(at).copied()
    }

    /// Returns the id of what stands in for a file in Git LFS.
    pub(super) fn pointer(&self, path: &RelPath) -> Option<BlobId> {
        let at = self.pointers.binary_search_by(|(known, _)| known.cmp(path)).ok()?;
        self.pointers.get(at).map(|(_, blob)| *blob)
    }

    /// Returns all files with the ids of their contents, sorted by path.
    pub fn files(&self) -> impl ExactSizeIterator<Item = (&RelPath, BlobId)> {
        self.paths.iter().zip(self.blobs.iter().copied())
    }

    /// Reads a content of the repository.
    pub(super) fn read_blob(&self, blob: BlobId, buffer: &mut Vec<u8>) -> Result<(), Error> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let handle = idle.unwrap_or_else(|| self.objects.lock().unwrap_or_else(PoisonError::into_inner).clone());
        let done = read(&handle, &blob.0, buffer);
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(handle);
        done
    }
}

impl Tree for RevisionTree {
    fn paths(&self) -> &[RelPath] {
        &self.paths
    }

    fn skipped(&self) -> &[SkippedEntry] {
        &self.skipped
    }

    fn read(&self, path: &RelPath, buffer: &mut Vec<u8>) -> Result<(), Error> {
        let missing = || Error::new(ErrorKind::NotFound, format!("no file {path} in commit {}", self.commit));
        let blob = self.blob(path).ok_or_else(missing)?;
        let done = self.read_blob(blob, buffer);
        done.map_err(|error| error.while_doing(format!("reading {path} of commit {}", self.commit)))
    }

    fn content_id(&self, path: &RelPath) -> Option<&[u8]> {
        let at = self.paths.binary_search(path).ok()?;
        self.blobs.get(at).map(|blob| blob.0.as_slice())
    }
}

/// The file that tells which files lie in Git LFS.
const ATTRIBUTES: &[u8] = b".gitattributes";

/// What stands in for a file in Git LFS is smaller than this.
const MOST_POINTER_BYTES: u64 = 1024;

/// The most bytes of trees that are walked through for one commit: those of 500 000 files with long names, before and after.
const MOST_TREE_BYTES: usize = 512 * 1024 * 1024;

/// What a folder costs beside the bytes of its tree: a tree of thirty bytes can hold a folder a million times over.
const FOLDER_COST: usize = 1024;

/// What an entry costs where the bytes of its tree are not at hand.
const ENTRY_COST: usize = 64;

/// The deepest that folders may lie in each other. Walking them takes a call for each.
const MOST_DEPTH: usize = 64;

/// What may still be walked through of one commit. Trees can hold the same tree many times over, so that a few hundred
/// bytes stand for more files than there are atoms: what is counted is every step, and not what lies in the repository.
#[derive(Default)]
pub(super) struct TreeBudget {
    files: usize,
    bytes: usize,
    depth: usize,
}

impl TreeBudget {
    /// Enters a folder, or two that are compared, with trees of so many bytes.
    pub fn enter(&mut self, bytes: usize) -> Result<(), Error> {
        self.bytes = self.bytes.saturating_add(bytes).saturating_add(FOLDER_COST);
        self.depth = self.depth.saturating_add(1);
        if self.depth > MOST_DEPTH {
            return Err(Error::new(ErrorKind::Limit, format!("folders lie more than {MOST_DEPTH} deep in each other")));
        }
        if self.bytes > MOST_TREE_BYTES {
            return Err(Error::new(ErrorKind::Limit, format!("its folders hold more than {MOST_TREE_BYTES} bytes")));
        }
        Ok(())
    }

    /// Leaves the folder that was entered last.
    pub fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Counts a file, or whatever else has a name and is no folder.
    pub fn take_file(&mut self) -> Result<(), Error> {
        self.files = self.files.saturating_add(1);
        if self.files > tree::MOST_FILES {
            return Err(Error::new(ErrorKind::Limit, format!("there are more than {} files", tree::MOST_FILES)));
        }
        Ok(())
    }
}

/// An entry of a tree: what it is, its name and its id.
type TreeEntry = (EntryKind, Vec<u8>, ObjectId);

/// A walk over the trees of a commit.
struct TreeWalk {
    objects: odb::Handle,
    files: Vec<(RelPath, BlobId)>,
    skipped: Vec<SkippedEntry>,
    /// What stands in for files in Git LFS.
    pointers: Vec<(RelPath, BlobId)>,
    /// Some `.gitattributes` on the way says that files lie in Git LFS.
    has_lfs: bool,
    budget: TreeBudget,
}

impl TreeWalk {
    fn new(objects: odb::Handle) -> Self {
        let (files, skipped, pointers) = (Vec::new(), Vec::new(), Vec::new());
        Self { objects, files, skipped, pointers, has_lfs: false, budget: TreeBudget::default() }
    }

    fn run(&mut self, root: ObjectId) -> Result<(), Error> {
        self.site(root)?;
        if self.has_lfs { self.skip_pointers() } else { Ok(()) }
    }

    /// Takes out the files that only stand in for one in Git LFS.
    fn skip_pointers(&mut self) -> Result<(), Error> {
        let mut buffer = Vec::new();
        for (path, id) in std::mem::take(&mut self.files) {
            let header = self.objects.try_header(&id.0).map_err(|error| failed(format!("reading {path}"), &error))?;
            let is_small = header.is_none_or(|header| header.size < MOST_POINTER_BYTES);
            if is_small {
                read(&self.objects, &id.0, &mut buffer)
                    .map_err(|error| error.while_doing(format!("reading {path}")))?;
            }
            if is_small && is_lfs_pointer(&buffer) {
                self.skipped.push(SkippedEntry { path: path.clone(), code: &LFS_POINTER });
                self.pointers.push((path, id));
            } else {
                self.files.push((path, id));
            }
        }
        Ok(())
    }

    /// Follows folders down from a tree; `None` where one is not there.
    fn below(&mut self, mut tree: ObjectId, folders: &[String]) -> Result<Option<ObjectId>, Error> {
        for folder in folders {
            let entries = self.entries(&tree)?;
            let found = entries.iter().find(|(kind, name, _)| *kind == EntryKind::Tree && name == folder.as_bytes());
            let Some((_, _, id)) = found else { return Ok(None) };
            tree = *id;
        }
        Ok(Some(tree))
    }

    /// Lists what belongs to a site, from its root down.
    fn site(&mut self, root: ObjectId) -> Result<(), Error> {
        for (kind, name, id) in self.entries(&root)? {
            let Ok(name) = String::from_utf8(name) else { continue };
            let is_folder = kind == EntryKind::Tree && tree::FOLDERS.contains(&name.as_str());
            let is_submodule = kind == EntryKind::Commit && tree::FOLDERS.contains(&name.as_str());
            if is_folder || is_submodule || name == tree::SITE_FILE && kind != EntryKind::Tree {
                self.entry(kind, name, id)?;
            }
        }
        Ok(())
    }

    fn folder(&mut self, path: &str, id: ObjectId) -> Result<(), Error> {
        let entries = self.entries(&id)?;
        self.budget.enter(entries.len().saturating_mul(ENTRY_COST))?;
        for (kind, name, id) in entries {
            let name = String::from_utf8_lossy(&name);
            if !tree::is_litter(&name) {
                self.entry(kind, format!("{path}/{name}"), id)?;
            }
        }
        self.budget.leave();
        Ok(())
    }

    fn entry(&mut self, kind: EntryKind, path: String, id: ObjectId) -> Result<(), Error> {
        if kind == EntryKind::Tree {
            return self.folder(&path, id);
        }
        self.budget.take_file()?;
        match (kind, RelPath::new(path.as_str())) {
            (EntryKind::Blob | EntryKind::BlobExecutable, Ok(path)) => self.files.push((path, BlobId(id))),
            (EntryKind::Link, _) => self.skip(&path, &SYMLINK),
            (EntryKind::Commit, _) => self.skip(&path, &SUBMODULE),
            _ => self.skip(&path, &STRAY_FILE),
        }
        Ok(())
    }

    fn skip(&mut self, path: &str, code: &'static Code) {
        self.skipped.extend(tree::shown(path).map(|path| SkippedEntry { path, code }));
    }

    /// Reads the entries of a tree, and looks into its `.gitattributes`.
    fn entries(&mut self, id: &ObjectId) -> Result<Vec<TreeEntry>, Error> {
        let mut buffer = Vec::new();
        read(&self.objects, id, &mut buffer)?;
        let entries: Vec<TreeEntry> = TreeRefIter::from_bytes(&buffer, id.kind())
            .map(|entry| entry.map(|entry| (entry.mode.kind(), entry.filename.to_vec(), entry.oid.to_owned())))
            .collect::<Result<_, _>>()
            .map_err(|error| failed(format!("reading tree {id}"), &error))?;
        let mut attributes = entries.iter().filter(|(kind, name, _)| *kind == EntryKind::Blob && name == ATTRIBUTES);
        if let Some((_, _, id)) = attributes.next().filter(|_| !self.has_lfs) {
            read(&self.objects, id, &mut buffer)?;
            self.has_lfs = buffer.find("filter=lfs").is_some();
        }
        Ok(entries)
    }
}
