//! A tree of files: the input of a build, from disk or from memory.
//!
//! Floor 2. A tree lists its paths at once and hands out one file at a time, so that the texts of a large
//! site are never in memory together. No link is ever followed, and no path leads out of the root.

mod disk;
mod memory;

pub use disk::DiskTree;
pub use memory::MemoryTree;

use crate::{diag::Error, value::RelPath};

/// A tree of files.
pub trait Tree: Sync {
    /// Returns the paths of all files, sorted by bytes.
    fn paths(&self) -> &[RelPath];

    /// Returns what was passed over, and why, sorted by path.
    fn skipped(&self) -> &[Skipped];

    /// Reads a file into a buffer, in place of what it holds.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] that names the path when the file cannot be read.
    fn read(&self, path: &RelPath, buffer: &mut Vec<u8>) -> Result<(), Error>;
}

/// Something in a tree that is not read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// Where it lies; what of its name is no text is replaced.
    pub path: RelPath,
    /// The code of the diagnostic that says why.
    pub code: &'static str,
}

/// Returns the paths that lie below a folder, of sorted ones.
#[must_use]
pub fn below<'p>(paths: &'p [RelPath], folder: &str) -> &'p [RelPath] {
    let prefix = format!("{folder}/");
    let start = paths.partition_point(|path| path.as_str() < prefix.as_str());
    let rest = paths.get(start..).unwrap_or_default();
    let end = rest.partition_point(|path| path.as_str().starts_with(&prefix));
    rest.get(..end).unwrap_or_default()
}
