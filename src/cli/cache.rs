//! What builds keep for each other, in a folder of the site that git does not see.

use std::{
    path::{Path, PathBuf},
    sync::OnceLock,
};

use fremdrift::{
    git::Repository,
    history::{CacheStore, HistoryCache},
    output::{CacheFolder, CacheRefusal},
};

use super::edge;

/// The folder, within that of the site.
pub const FOLDER: &str = ".fremdrift";

/// What is kept of a site. Nothing is lost with it but time, so nothing that goes wrong here is an error. What is there
/// and not believed is remembered, for the report to say.
pub struct SiteCache {
    site: PathBuf,
    program: String,
    /// Only a build keeps anything.
    is_kept: bool,
    refusal: OnceLock<CacheRefusal>,
}

impl SiteCache {
    /// What earlier builds have kept of a site, for a command that keeps nothing itself.
    ///
    /// What git tracks is not believed: whoever wrote the commit could tell a past that never was, under a right sum.
    /// Where git cannot say what it tracks, it may be this.
    pub fn to_read(root: &Path, repository: Option<&Repository>) -> Self {
        let refusal = OnceLock::new();
        let is_there = root.join(FOLDER).symlink_metadata().is_ok();
        if is_there && repository.is_some_and(|repository| repository.tracks(FOLDER).unwrap_or(true)) {
            refusal.get_or_init(|| CacheRefusal::Tracked);
        }
        Self { site: root.to_owned(), program: edge::program(), is_kept: false, refusal }
    }

    /// The same for a build.
    pub fn to_keep(root: &Path, repository: Option<&Repository>) -> Self {
        Self { is_kept: true, ..Self::to_read(root, repository) }
    }

    /// Empties all that is kept, whoever kept it. The names stay: an empty file is nothing.
    pub fn empty(&self) {
        let Some(folder) = self.folder(CacheFolder::open) else { return };
        let Ok(entries) = std::fs::read_dir(self.site.join(FOLDER)) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let holds_bytes = entry.metadata().is_ok_and(|facts| facts.len() > 0);
            if let Some(name) = name.to_str().filter(|name| holds_bytes && !name.starts_with('.')) {
                // What cannot be written, was not written by a build that may write here.
                drop(folder.write(name, &[]));
            }
        }
    }

    /// Lends it to the library.
    pub fn kept(&self) -> HistoryCache<'_> {
        HistoryCache { memory: self, program: &self.program }
    }

    /// Returns why something that was kept is not used: the first reason there was.
    pub fn refusal(&self) -> Option<CacheRefusal> {
        self.refusal.get().copied()
    }

    /// Returns the folder, unless what lies there is not believed at all.
    fn folder(&self, open: impl Fn(&Path, &str) -> Result<Option<CacheFolder>, CacheRefusal>) -> Option<CacheFolder> {
        match self.refusal() {
            Some(CacheRefusal::Tracked) => None,
            _ => self.believed(open(&self.site, FOLDER)),
        }
    }

    fn believed<T>(&self, found: Result<Option<T>, CacheRefusal>) -> Option<T> {
        found.unwrap_or_else(|refusal| {
            self.refusal.get_or_init(|| refusal);
            None
        })
    }
}

impl CacheStore for SiteCache {
    fn recall(&self, name: &str) -> Option<Vec<u8>> {
        let folder = self.folder(CacheFolder::open)?;
        self.believed(folder.read(name))
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        if self.is_kept
            && let Some(folder) = self.folder(CacheFolder::open_or_make)
        {
            // A full or read-only disk costs the next build its time, and this one nothing.
            drop(folder.write(name, bytes));
        }
    }
}
