//! Contents of files, each read once, in the order they lie in.

use super::{BlobId, Repository, repository::read};
use crate::diag::{Error, ErrorKind};

/// The content of a file in history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blob<'b> {
    /// Its bytes.
    Bytes(&'b [u8]),
    /// It is larger than anything that is read: 64 MB.
    TooLarge,
    /// It was not fetched. Only where an incomplete repository is allowed.
    Missing,
}

/// Tells whether a file stands in for one that lies in Git LFS.
#[must_use]
pub fn is_lfs_pointer(bytes: &[u8]) -> bool {
    bytes.len() < 1024 && bytes.starts_with(b"version https://git-lfs.github.com/spec/")
}

impl Repository {
    /// Reads contents on all threads of the pool it is called in, in the order they lie in the packs, and hands out
    /// each once: its place in the list, and what it holds. Memory does not grow with their number.
    ///
    /// # Errors
    ///
    /// Fails when a content is missing, unless that is allowed, or cannot be read.
    pub fn blobs(&self, ids: &[BlobId], visit: &(dyn Fn(usize, Blob<'_>) + Sync)) -> Result<(), Error> {
        let (objects, mut buffer) = (self.objects(0), Vec::new());
        for (place, id) in ids.iter().enumerate() {
            match read(&objects, &id.0, &mut buffer) {
                Ok(()) => visit(place, Blob::Bytes(&buffer)),
                Err(error) if error.kind() == ErrorKind::MissingObject && self.is_partial() => {
                    visit(place, Blob::Missing)
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}
