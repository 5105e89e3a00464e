//! A tree of files: the input of a build, from disk or from memory.
//!
//! Floor 2. A tree lists its paths at once and hands out one file at a time, so that the texts of a large
//! site are never in memory together. No link is ever followed, and no path leads out of the root.

mod disk;
mod look;
mod memory;
mod root;

pub use disk::DiskTree;
pub use look::{FileLook, LookedAt};
pub use memory::MemoryTree;

use crate::{
    diag::{Code, Error},
    value::RelPath,
};

/// A symbolic link, which is not followed.
pub const SYMLINK: Code =
    Code::warning("symlink").help("a symbolic link, which is not followed: it may lead out of the site");
/// A file that belongs to no place of the format.
pub const STRAY_FILE: Code = Code::warning("stray-file")
    .args(&["ending", "known"])
    .help("a file that belongs to no place of the format; it is not read");
/// Two files that would have one address.
pub const PATH_COLLISION: Code =
    Code::error("path-collision").args(&["path", "other"]).help("two files, or two pages, that would have one address");
/// Two names that are one once their letters are composed.
pub const NAME_TWICE: Code = Code::error("name-twice").args(&["path"]).help(
    "two files whose names look the same and are written with other characters, as a Mac and Windows write æ, ø and å: only one of them could be read",
);

/// The codes of this room, file by file.
pub const CODES: &[&[&Code]] = &[&[&SYMLINK, &STRAY_FILE, &PATH_COLLISION, &NAME_TWICE], disk::CODES];

/// The most files a site may have.
pub(crate) const MOST_FILES: usize = 500_000;

/// The most bytes that are read of a file; whoever parses it refuses less.
pub(crate) const MOST_BYTES: usize = 64 * 1024 * 1024;

/// The file that makes a folder a site.
pub(crate) const SITE_FILE: &str = "site.toml";

/// The folders that belong to a site.
pub(crate) const FOLDERS: [&str; 2] = ["content", "themes"];

/// Tells whether a folder beside `site.toml` was meant to be the one of all content: by another spelling, or by its name in the
/// languages of authors.
pub(crate) fn is_meant_as_content(name: &str) -> bool {
    const MEANT: [&str; 10] =
        ["content", "contents", "contens", "contet", "conten", "kontent", "indhold", "innehåll", "innehall", "innhold"];
    !FOLDERS.contains(&name) && MEANT.contains(&name.to_lowercase().as_str())
}

/// Tells whether a name is one that systems and editors leave behind: hidden files, backups, thumbnails.
pub(crate) fn is_litter(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || matches!(name, "Thumbs.db" | "desktop.ini")
}

/// Makes of a path that nothing may have one that can be shown; `None` when not even that can be done.
pub(crate) fn shown(path: &str) -> Option<RelPath> {
    let shown: String = path.chars().map(|c| if c == ':' || c.is_control() { '_' } else { c }).collect();
    RelPath::new(shown.replace('\\', "_")).ok()
}

/// A tree of files.
pub trait Tree: Sync {
    /// Returns the paths of all files, sorted by bytes.
    fn paths(&self) -> &[RelPath];

    /// Returns what was passed over, and why, sorted by path.
    fn skipped(&self) -> &[SkippedEntry];

    /// Reads a file into a buffer, in place of what it holds.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] that names the path when the file cannot be read.
    fn read(&self, path: &RelPath, buffer: &mut Vec<u8>) -> Result<(), Error>;

    /// Returns what a tree of a repository knows the bytes of a file by, without reading them: files of which two trees give
    /// the same are equal. A folder knows nothing of the kind.
    fn content_id(&self, _path: &RelPath) -> Option<&[u8]> {
        None
    }
}

/// Something in a tree that is not read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SkippedEntry {
    /// Where it lies; what of its name is no text is replaced.
    pub path: RelPath,
    /// The code of the diagnostic that says why.
    pub code: &'static Code,
}

/// Tells whether a path lies below a folder.
#[must_use]
pub fn is_below(path: &RelPath, folder: &str) -> bool {
    path.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
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
