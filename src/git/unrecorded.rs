//! Which files of the site are not in git as they stand on disk.

use gix::{
    bstr::{BString, ByteSlice},
    index::{self, entry::stat},
    objs::Kind,
};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::{BlobId, Repository, RevisionTree, failure::failed};
use crate::{
    diag::Error,
    tree::{DiskTree, Tree},
    value::RelPath,
};

impl Repository {
    /// Returns the files of the site that differ from HEAD, are not in it, or are only in it; sorted by path. A file
    /// that git ignores is not in git either.
    ///
    /// A file whose size and times are those that git noted is taken to be unchanged without being read.
    ///
    /// # Errors
    ///
    /// Fails when the repository or a file cannot be read.
    pub fn unrecorded(&self, tree: &DiskTree) -> Result<Vec<RelPath>, Error> {
        let Some(head) = self.head()? else { return Ok(tree.paths().to_vec()) };
        let head = self.tree_at(&head)?;
        let index = self.index()?;
        let differs = |path: &&RelPath| self.differs(tree, path, &head, index.as_ref());
        let on_disk = tree.paths().par_iter();
        let mut found: Vec<RelPath> = on_disk
            .map(|path| Ok(differs(&path)?.then(|| path.clone())))
            .collect::<Result<Vec<_>, Error>>()?
            .into_iter()
            .flatten()
            .collect();
        found.extend(head.paths().iter().filter(|path| tree.paths().binary_search(path).is_err()).cloned());
        found.sort_unstable();
        Ok(found)
    }

    fn index(&self) -> Result<Option<index::File>, Error> {
        let local = self.local();
        if !local.index_path().is_file() {
            return Ok(None);
        }
        local.open_index().map(Some).map_err(|error| failed("reading the index", &error))
    }

    fn differs(
        &self,
        tree: &DiskTree,
        path: &RelPath,
        head: &RevisionTree,
        index: Option<&index::File>,
    ) -> Result<bool, Error> {
        let Some(recorded) = head.blob(path).or_else(|| head.pointer(path)) else { return Ok(true) };
        if index.is_some_and(|index| self.is_noted(index, path, recorded)) {
            return Ok(false);
        }
        let mut bytes = Vec::new();
        tree.read(path, &mut bytes)?;
        let plain = without_carriage_returns(&bytes);
        // Git may have been told to write line ends as Windows does; it records them without.
        if self.blob_id(&bytes)? == recorded || plain.len() < bytes.len() && self.blob_id(&plain)? == recorded {
            return Ok(false);
        }
        match head.pointer(path) {
            Some(pointer) => Ok(!self.is_meant(head, pointer, &bytes)?),
            None => Ok(true),
        }
    }

    /// Tells whether a file is the one that a pointer to Git LFS stands in for.
    fn is_meant(&self, head: &RevisionTree, pointer: BlobId, bytes: &[u8]) -> Result<bool, Error> {
        let mut text = Vec::new();
        head.read_blob(pointer, &mut text)?;
        let sum: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(text.lines().any(|line| line.strip_prefix(b"oid sha256:") == Some(sum.as_bytes())))
    }

    /// Tells whether the index notes a file's content as the recorded one, and the file has not been touched since.
    fn is_noted(&self, index: &index::File, path: &RelPath, recorded: BlobId) -> bool {
        let Some(entry) = index.entry_by_path(self.git_path(path).as_ref()) else { return false };
        let file = self.root().join(path.as_str());
        let Ok(metadata) = index::fs::Metadata::from_path_no_follow(&file) else { return false };
        let Ok(now) = index::entry::Stat::from_fs(&metadata) else { return false };
        let options = stat::Options { use_nsec: true, ..stat::Options::default() };
        let is_touched = !entry.stat.matches(&now, options) || entry.stat.is_racy(index.timestamp(), options);
        entry.id == recorded.0 && !is_touched
    }

    /// Returns a path as git knows it: from the top of the repository.
    fn git_path(&self, path: &RelPath) -> BString {
        let parts = self.prefix().iter().map(String::as_str).chain(path.parts());
        parts.collect::<Vec<_>>().join("/").into()
    }

    fn blob_id(&self, bytes: &[u8]) -> Result<BlobId, Error> {
        let id = gix::objs::compute_hash(self.hash(), Kind::Blob, bytes);
        id.map(BlobId).map_err(|error| failed("computing an id", &error))
    }
}

fn without_carriage_returns(bytes: &[u8]) -> Vec<u8> {
    let followed = bytes.iter().zip(bytes.iter().skip(1).map(Some).chain([None]));
    followed.filter(|(byte, next)| !(**byte == b'\r' && *next == Some(&b'\n'))).map(|(byte, _)| *byte).collect()
}
