//! What takes the files of a site: the trait, and the two sinks that leave the disk alone.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use serde::{Deserialize, Serialize};

use super::{names::TakenNames, quota::Quota};
use crate::{diag::Error, value::RelPath};

/// Takes the files of a site, in any order and from many threads.
///
/// Every sink refuses the same paths, so that a check without output says what a build would say.
pub trait Sink: Sync {
    /// Takes one file.
    ///
    /// # Errors
    ///
    /// Fails when another file has the path, or one that some file systems take for the same; when
    /// a part of the path is no [safe name](super::safe_name); when the file or the site with it is too
    /// large; and when the file cannot be written.
    fn put(&self, path: &RelPath, bytes: &[u8]) -> Result<(), Error>;

    /// The same, and answers what was taken; nothing where no later sink could take it over.
    ///
    /// # Errors
    ///
    /// Fails as [`put`](Self::put) does.
    fn put_noted(&self, path: &RelPath, bytes: &[u8]) -> Result<Option<TakenFile>, Error> {
        self.put(path, bytes).map(|()| None)
    }

    /// Tells whether it has taken a file of that path, or of one that some file systems take for the same.
    fn has(&self, path: &RelPath) -> bool;

    /// Returns the files it has taken below a folder; nothing where no later sink could take them over.
    fn taken_below(&self, _folder: &str) -> Option<Vec<TakenFile>> {
        None
    }

    /// Takes files that stand where they are to be put already, all of them or, where one does not, none. Answers whether it has.
    ///
    /// # Errors
    ///
    /// Fails as [`put`](Self::put) does.
    fn take_over(&self, _files: &[TakenFile]) -> Result<bool, Error> {
        Ok(false)
    }
}

/// A file that was taken: its path and what tells its content from any other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenFile {
    /// The path.
    pub path: RelPath,
    /// The number of bytes.
    pub size: u64,
    /// The SHA-256 of the bytes.
    pub sha256: [u8; 32],
}

/// Files in memory, under their paths.
pub type MemoryFiles = BTreeMap<RelPath, Arc<[u8]>>;

/// Keeps the files in memory, for tests and for serving.
#[derive(Debug, Default)]
pub struct MemorySink {
    site: Arc<TakenSite>,
    files: Mutex<MemoryFiles>,
}

/// What all parts of a site have taken together.
#[derive(Clone, Debug, Default)]
struct TakenSite {
    names: TakenNames,
    quota: Quota,
}

impl MemorySink {
    /// Returns a sink for another part of the same site: no path is in both, and both count.
    #[must_use]
    pub fn beside(&self) -> Self {
        Self { site: Arc::clone(&self.site), files: Mutex::default() }
    }

    /// Returns a sink for a part that may be made again: what it takes is refused by no later one of that kind.
    #[must_use]
    pub fn replaceable(&self) -> Self {
        Self { site: Arc::new(self.site.as_ref().clone()), files: Mutex::default() }
    }

    /// Returns the files it has taken itself.
    #[must_use]
    pub fn into_files(self) -> MemoryFiles {
        self.files.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for MemorySink {
    fn put(&self, path: &RelPath, bytes: &[u8]) -> Result<(), Error> {
        self.site.names.claim(path)?;
        self.site.quota.add(path, bytes)?;
        let file = (path.clone(), Arc::from(bytes));
        self.files.lock().unwrap_or_else(PoisonError::into_inner).extend([file]);
        Ok(())
    }

    fn has(&self, path: &RelPath) -> bool {
        self.site.names.has(path)
    }
}

/// Drops the files, for a check: only their paths and sizes are looked at.
#[derive(Debug, Default)]
pub struct NullSink {
    names: TakenNames,
    quota: Quota,
}

impl Sink for NullSink {
    fn put(&self, path: &RelPath, bytes: &[u8]) -> Result<(), Error> {
        self.names.claim(path)?;
        self.quota.add(path, bytes)
    }

    fn has(&self, path: &RelPath) -> bool {
        self.names.has(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> RelPath {
        RelPath::new(text).expect("a path")
    }

    #[test]
    fn memory_keeps_and_nothing_forgets() {
        let memory = MemorySink::default();
        memory.put(&path("b/c.html"), b"c").expect("taken");
        memory.put(&path("a.html"), b"a").expect("taken");
        let files: Vec<_> = memory.into_files().into_iter().map(|(path, bytes)| (path.to_string(), bytes)).collect();
        assert_eq!(files, [("a.html".into(), Arc::from(*b"a")), ("b/c.html".into(), Arc::from(*b"c"))]);
        assert!(NullSink::default().put(&path("a.html"), b"a").is_ok());
    }

    #[test]
    fn parts_of_a_site_share_their_paths_and_one_that_is_made_again_takes_them_anew() {
        let plans = MemorySink::default();
        let plan = plans.beside();
        plan.put(&path("plan.html"), b"1").expect("taken");
        assert!(plans.has(&path("plan.html")) && plans.beside().put(&path("plan.html"), b"2").is_err());
        for _ in 0..2 {
            let shared = plans.replaceable();
            shared.put(&path("index.html"), b"3").expect("taken each time");
            assert!(shared.put(&path("plan.html"), b"4").is_err(), "what stands is not replaced");
            assert_eq!(shared.into_files().into_keys().collect::<Vec<_>>(), [path("index.html")]);
        }
        assert!(!plans.has(&path("index.html")));
    }

    #[test]
    fn all_refuse_the_same_paths() {
        let sinks: [&dyn Sink; 2] = [&MemorySink::default(), &NullSink::default()];
        for sink in sinks {
            sink.put(&path("vej.html"), b"").expect("taken");
            let error = sink.put(&path("Vej.html"), b"").expect_err("the same to some file systems").to_string();
            assert!(error.contains("`Vej.html`") && error.contains("`vej.html`"), "{error}");
            assert!(sink.has(&path("Vej.html")) && !sink.has(&path("sti.html")));
        }
    }
}
