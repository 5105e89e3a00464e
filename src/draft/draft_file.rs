//! Files that are drafted: what is to be written where, in memory.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    diag::{Code, Error, ErrorKind},
    tree::{SkippedEntry, Tree},
    value::RelPath,
};

/// A file that is there already.
const DRAFT_EXISTS: Code = Code::error("draft-exists")
    .args(&["path", "what"])
    .help("a draft of something that is there already; nothing that stands is ever written over");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&DRAFT_EXISTS];

/// A file that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftFile {
    /// Where, below the folder of the site.
    pub path: RelPath,
    /// What it says.
    pub text: String,
    /// What it said before; `None` where it must not be there yet.
    pub before: Option<Vec<u8>>,
}

impl DraftFile {
    /// Makes a file that is not there yet.
    ///
    /// # Errors
    ///
    /// Answers [`ErrorKind::Exists`] where it is, or where its path cannot be one.
    pub(super) fn new(tree: &dyn Tree, path: String, text: String) -> Result<Self, Error> {
        Self::beside(&Self::names(tree), path, text)
    }

    /// Returns the paths of a tree as they are compared: most file systems take names for one that differ in capitals alone.
    pub(super) fn names(tree: &dyn Tree) -> BTreeSet<String> {
        tree.paths().iter().map(|path| path.as_str().to_lowercase()).collect()
    }

    /// Makes a file that is none of those whose names are given.
    ///
    /// # Errors
    ///
    /// As [`DraftFile::new`].
    pub(super) fn beside(names: &BTreeSet<String>, path: String, text: String) -> Result<Self, Error> {
        let place = RelPath::new(path.as_str()).ok().filter(|place| !names.contains(&place.as_str().to_lowercase()));
        let place = place.ok_or_else(|| Self::taken(&path, TakenPlace::Record))?;
        Ok(Self { path: place, text, before: None })
    }

    /// Returns what the file said before, as text, without the mark that figures may begin with.
    #[must_use]
    pub fn text_before(&self) -> String {
        let bytes = self.before.as_deref().unwrap_or_default();
        std::str::from_utf8(bytes).map_or_else(
            |_| encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
            |text| text.trim_start_matches('\u{feff}').to_owned(),
        )
    }

    /// Answers that something is there already.
    pub(super) fn taken(path: &str, place: TakenPlace) -> Error {
        Error::coded(ErrorKind::Exists, &DRAFT_EXISTS).with("path", path).with("what", place.word())
    }
}

/// What is there already. What its author can do is another thing for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TakenPlace {
    /// The file of a record, which may have another id.
    Record,
    /// A report, with a file for each measure that is open.
    Report,
    /// An entry of a register.
    Entry,
    /// A whole site.
    Site,
}

impl TakenPlace {
    /// Returns the word that the help of the code knows it by.
    fn word(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Report => "report",
            Self::Entry => "entry",
            Self::Site => "site",
        }
    }
}

/// A tree of files as it will be when some are written.
pub struct DraftedTree<'t> {
    below: &'t dyn Tree,
    files: BTreeMap<&'t RelPath, &'t DraftFile>,
    paths: Vec<RelPath>,
}

impl<'t> DraftedTree<'t> {
    /// Lays files over a tree. Those that do not belong to a site's folders are no part of it.
    #[must_use]
    pub fn new(below: &'t dyn Tree, files: &'t [DraftFile]) -> Self {
        let is_of_site = |path: &&RelPath| path.as_str() == "site.toml" || path.parts().next() == Some("content");
        let mut paths: Vec<RelPath> = below.paths().to_vec();
        paths.extend(files.iter().map(|file| &file.path).filter(is_of_site).cloned());
        paths.sort();
        paths.dedup();
        // Of two files for one place the first is read.
        let files = files.iter().rev().map(|file| (&file.path, file)).collect();
        Self { below, files, paths }
    }
}

impl Tree for DraftedTree<'_> {
    fn paths(&self) -> &[RelPath] {
        &self.paths
    }

    fn skipped(&self) -> &[SkippedEntry] {
        self.below.skipped()
    }

    fn read(&self, path: &RelPath, buffer: &mut Vec<u8>) -> Result<(), Error> {
        match self.files.get(path) {
            Some(file) => {
                buffer.clear();
                buffer.extend_from_slice(file.text.as_bytes());
                Ok(())
            }
            None => self.below.read(path, buffer),
        }
    }
}
