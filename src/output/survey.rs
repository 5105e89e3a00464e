//! A walk through a folder: what of a site is there, and what else.

use std::{
    collections::BTreeSet,
    fs::{self, DirEntry, Metadata},
    io,
    path::Path,
};

use rayon::prelude::*;

use super::{
    manifest::{self, Manifest},
    platform,
};
use crate::{diag::Error, value::RelPath};

/// What was met in a folder, compared with a site that was published there.
#[derive(Debug, Default)]
pub(super) struct FolderSurvey {
    /// How many files of the site are there.
    pub ours: usize,
    /// Files of the site, as large as they were, that may have been written since.
    pub doubtful: Vec<RelPath>,
    /// Files of the site that are not as large as they were.
    pub changed: NameList,
    /// Everything else: files, folders and links that are none of the site.
    pub foreign: NameList,
}

impl FolderSurvey {
    /// Walks through a folder. Follows no link and enters no foreign folder. Files that have been left alone
    /// since the list of them was written are taken to be as they were, without one none is.
    pub fn of(folder: &Path, site: &Manifest, list: Option<&Metadata>) -> Result<Self, Error> {
        let folders = folders_of(site.files.keys()).collect();
        SurveyWalk { root: folder, site, folders, list }.enter("")
    }

    fn plus(mut self, other: Self) -> Self {
        self.ours = self.ours.saturating_add(other.ours);
        self.doubtful.extend(other.doubtful);
        self.changed.join(other.changed);
        self.foreign.join(other.foreign);
        self
    }
}

struct SurveyWalk<'a> {
    root: &'a Path,
    site: &'a Manifest,
    folders: BTreeSet<&'a str>,
    list: Option<&'a Metadata>,
}

impl SurveyWalk<'_> {
    /// Walks through one folder, and at once on all cores through those within.
    fn enter(&self, below: &str) -> Result<FolderSurvey, Error> {
        let folder = self.root.join(below);
        let (here, inner) = self.look(&folder, below).map_err(|cause| Error::io("reading", &folder, cause))?;
        let within = inner.par_iter().map(|below| self.enter(below));
        Ok(here.plus(within.try_reduce(FolderSurvey::default, |one, other| Ok(one.plus(other)))?))
    }

    /// Looks at one folder, and returns the folders within that are ours.
    fn look(&self, folder: &Path, below: &str) -> io::Result<(FolderSurvey, Vec<String>)> {
        let (mut here, mut inner) = (FolderSurvey::default(), Vec::new());
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let path = if below.is_empty() { name.into_owned() } else { format!("{below}/{name}") };
            if kind.is_dir() && self.folders.contains(path.as_str()) {
                inner.push(path);
            } else if !(kind.is_file() && self.knows(&entry, &path, &mut here)?) {
                here.foreign.add(if kind.is_dir() { format!("{path}/") } else { path });
            }
        }
        Ok((here, inner))
    }

    /// Files a file of the site under what it is now; answers whether it is one.
    fn knows(&self, entry: &DirEntry, path: &str, here: &mut FolderSurvey) -> io::Result<bool> {
        if path == manifest::NAME {
            return Ok(true);
        }
        let Ok(path) = RelPath::new(path) else { return Ok(false) };
        let Some(fingerprint) = self.site.files.get(&path) else { return Ok(false) };
        let metadata = entry.metadata()?;
        here.ours = here.ours.saturating_add(1);
        if metadata.len() != fingerprint.size {
            here.changed.add(path.to_string());
        } else if !self.list.is_some_and(|list| is_older(&metadata, list)) {
            // What was written in the same moment may have been written behind it.
            here.doubtful.push(path);
        }
        Ok(true)
    }
}

/// Tells whether a file has been left alone since another was written: anybody can set when it was written, nobody when
/// anything of it was changed.
fn is_older(file: &Metadata, other: &Metadata) -> bool {
    let is_written_before = file.modified().is_ok_and(|file| other.modified().is_ok_and(|other| file < other));
    is_written_before && platform::changed_before(file, other)
}

/// Returns every folder above the paths, each once, from the root down.
pub(super) fn folders_of<'a>(paths: impl Iterator<Item = &'a RelPath>) -> impl DoubleEndedIterator<Item = &'a str> {
    let mut folders = BTreeSet::new();
    for path in paths {
        let mut rest = path.as_str();
        while let Some((folder, _)) = rest.rsplit_once('/') {
            if !folders.insert(folder) {
                break;
            }
            rest = folder;
        }
    }
    folders.into_iter()
}

/// The first few of many names, and how many there are.
#[derive(Debug, Default)]
pub(super) struct NameList {
    first: BTreeSet<String>,
    count: usize,
}

impl NameList {
    /// How many are named.
    const SHOWN: usize = 5;

    /// Adds a name.
    pub fn add(&mut self, name: String) {
        self.join(Self { first: BTreeSet::from([name]), count: 1 });
    }

    /// Tells whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    fn join(&mut self, other: Self) {
        self.count = self.count.saturating_add(other.count);
        self.first.extend(other.first);
        while self.first.len() > Self::SHOWN {
            self.first.pop_last();
        }
    }
}

impl NameList {
    /// Adds the names to an error: the first of them, and how many there are.
    pub fn of(&self, error: Error) -> Error {
        // A file's name is foreign text: a terminal must not obey it.
        let plain = |name: &String| name.replace(char::is_control, "\u{fffd}");
        let names: Vec<String> = self.first.iter().map(|name| format!("`{}`", plain(name))).collect();
        let dots = if self.count > self.first.len() { ", …" } else { "" };
        error.with("names", names.join(", ") + dots).with("count", self.count.to_string())
    }
}
