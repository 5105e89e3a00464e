//! Publishing to a folder: everything is made beside it and takes its place in one step.

use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use rayon::prelude::*;

use super::{
    fault::Fault,
    folder::Folder,
    lock::Lock,
    manifest::{self, FileHash, Fingerprint, Manifest, Purpose},
    names::TakenNames,
    platform::Exchange,
    quota::Quota,
    sealed::Seal,
    sink::{Sink, TakenFile},
    standing::{PublishedSite, remove_site},
};
use crate::{
    diag::{Code, Error, ErrorKind},
    value::RelPath,
};

const OUTPUT_NO_NAME: Code =
    Code::error("output-no-name").args(&["path"]).help("an output folder without a name, such as `/` or `..`");

const OLD_SITE_LEFT: Code = Code::error("old-site-left")
    .args(&["path", "cause"])
    .help("the new site is published, but not all files of the old one could be removed; the next build tries again");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&OUTPUT_NO_NAME, &OLD_SITE_LEFT];

/// A site on its way to a folder.
///
/// While it lives nobody else can publish there. Dropped without [`finish`](Self::finish) it leaves
/// no trace; a killed process leaves a hidden folder beside the output, and the next
/// [`open`](Self::open) clears it away. The published site is the old one until all of the new one
/// is on the disk, and is never a mixture.
#[derive(Debug)]
pub struct Staging {
    /// What is published; its files are listed once all have been put.
    manifest: Manifest,
    names: TakenNames,
    quota: Quota,
    files: Mutex<Vec<(RelPath, Fingerprint)>>,
    /// How many of the files stand in the published site already.
    kept: AtomicUsize,
    standing: Option<PublishedSite>,
    // The lock is last, as fields are dropped in this order.
    fresh: StagingFolder,
    place: OutputPlace,
    _lock: Lock,
}

/// What publishing did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishOutcome {
    /// How many files are new or have changed.
    pub written: usize,
    /// How many files are the same as before. They were not written again.
    pub kept: usize,
    /// How many files are gone.
    pub removed: usize,
    /// Whether a new site took the old one's place; otherwise it was the same and was left alone.
    pub replaced: bool,
}

/// How to open: what only tests set otherwise.
pub(super) struct StagingOptions {
    /// How often to try for the lock, with 50 ms between.
    pub tries: u32,
    pub fault: Fault,
}

impl Default for StagingOptions {
    fn default() -> Self {
        Self { tries: 200, fault: Fault::default() }
    }
}

impl Staging {
    /// Makes ready to publish to a folder. Clears away what an earlier, interrupted run has left,
    /// and makes sure that the folder holds nothing but a site that was published here.
    ///
    /// # Errors
    ///
    /// Fails when another build has held the folder for ten seconds; when the folder is a link or a
    /// file, or holds anything that was not published or has been changed since; when the site in it
    /// was made for something else; and when the disk does.
    pub fn open(out: &Path, version: &str, purpose: Purpose) -> Result<Self, Error> {
        Self::open_with(out, version, purpose, StagingOptions::default())
    }

    pub(super) fn open_with(
        out: &Path,
        version: &str,
        purpose: Purpose,
        setting: StagingOptions,
    ) -> Result<Self, Error> {
        let place = OutputPlace::of(out, setting.fault)?;
        let lock = Lock::take(&place.parent, &place.lock, setting.tries)?;
        place.recover()?;
        let standing = PublishedSite::find(&place.parent, &place.out, &purpose)?;
        let fresh = StagingFolder::make(&place)?;
        Ok(Self {
            manifest: Manifest { version: version.to_owned(), purpose, ..Manifest::default() },
            names: TakenNames::default(),
            quota: Quota::default(),
            files: Mutex::default(),
            kept: AtomicUsize::new(0),
            standing,
            fresh,
            place,
            _lock: lock,
        })
    }

    /// Publishes what was put: links what has not changed, brings all of it to the disk, lets it take
    /// the old site's place and removes the old one. A site that is the same is left alone.
    ///
    /// # Errors
    ///
    /// Fails when the disk does. The old site is then still published, or the new one already is.
    pub fn finish(mut self) -> Result<PublishOutcome, Error> {
        self.publish()
    }

    /// The same, and then, while nobody else can publish there, looks at the published site and seals it. Answers of that only where
    /// the folder holds what was published and nothing else, as the next build would find it.
    ///
    /// # Errors
    ///
    /// Fails as [`finish`](Self::finish) does.
    pub fn finish_and_seal<T>(
        mut self,
        look: impl FnOnce() -> Option<T>,
    ) -> Result<(PublishOutcome, Option<(T, Seal)>), Error> {
        let published = self.publish()?;
        // What changes after the look, the next look sees; what changed before, is found here.
        let seen = look().and_then(|seen| Some((seen, self.seal()?)));
        Ok((published, seen))
    }

    /// Seals the folder, if it holds what was put and nothing else.
    fn seal(&self) -> Option<Seal> {
        let found = PublishedSite::find(&self.place.parent, &self.place.out, &self.manifest.purpose).ok()??;
        found.is_whole_of(&self.manifest).then(|| Seal::of(found.folder())).flatten()
    }

    fn publish(&mut self) -> Result<PublishOutcome, Error> {
        let files = std::mem::take(self.files.get_mut().unwrap_or_else(PoisonError::into_inner));
        let kept = *self.kept.get_mut();
        let mut published =
            PublishOutcome { written: files.len().saturating_sub(kept), kept, removed: 0, replaced: false };
        self.manifest.files = files.into_iter().collect();
        if self.is_published(&published) {
            return Ok(published);
        }
        self.complete(&self.manifest)?;
        let old = self.take_place()?;
        published.replaced = true;
        if let Some(standing) = &self.standing {
            published.removed = standing.paths().filter(|path| !self.manifest.files.contains_key(path)).count();
            remove_site(&self.place.parent, &old, &standing.paths().collect())
                .map_err(|error| self.place.old_site_left(&old, error))?;
            // Files that both have lost a name with the old one, which the system notes as a change of them. Where this cannot be
            // noted of the list as well, the next build reads them all.
            drop(self.fresh.folder.note_change(Path::new(manifest::NAME)));
        }
        Ok(published)
    }

    /// Tells whether the site stands already: no file is new, and none of the old ones is left over.
    fn is_published(&self, published: &PublishOutcome) -> bool {
        let is_whole = |standing: &PublishedSite| standing.is_whole(&self.manifest.version, published.kept);
        published.written == 0 && self.standing.as_ref().is_some_and(is_whole)
    }

    /// Makes the new site whole and brings it to the disk.
    fn complete(&self, manifest: &Manifest) -> Result<(), Error> {
        let new = &self.fresh.folder;
        if let Some(standing) = &self.standing {
            let kept = manifest.files.par_iter().filter(|(path, fingerprint)| standing.holds(path, fingerprint));
            kept.try_for_each(|(path, _)| standing.folder().link(Path::new(path.as_str()), new))?;
            new.copy_permissions(standing.folder())?;
        }
        new.write(Path::new(manifest::NAME), &manifest.write())?;
        new.sync_all()
    }

    /// Lets the new site take the old one's place, and returns the name the old one has then.
    fn take_place(&mut self) -> Result<PathBuf, Error> {
        let OutputPlace { parent, out, staging, old, .. } = &self.place;
        let mut moved_to = staging;
        if self.standing.is_none() {
            parent.rename(staging, out)?;
        } else if parent.exchange(staging, out)? == Exchange::NotOffered {
            parent.rename(out, old)?;
            parent.rename(staging, out).or_else(|error| parent.rename(old, out).and(Err(error)))?;
            moved_to = old;
        }
        self.fresh.stays = true;
        match (parent.sync_names(), &self.standing) {
            (Err(error), Some(_)) => Err(self.place.old_site_left(moved_to, error)),
            (synced, _) => synced.map(|()| moved_to.clone()),
        }
    }
}

impl Sink for Staging {
    fn put(&self, path: &RelPath, bytes: &[u8]) -> Result<(), Error> {
        self.put_noted(path, bytes).map(|_| ())
    }

    fn put_noted(&self, path: &RelPath, bytes: &[u8]) -> Result<Option<TakenFile>, Error> {
        self.names.claim(path)?;
        self.quota.add(path, bytes)?;
        let fingerprint = Fingerprint::of(bytes);
        if self.standing.as_ref().is_some_and(|standing| standing.holds(path, &fingerprint)) {
            // It is linked at the end, and only if another file has changed.
            self.kept.fetch_add(1, Ordering::Relaxed);
        } else {
            self.fresh.folder.write(Path::new(path.as_str()), bytes)?;
        }
        let taken = TakenFile { path: path.clone(), size: fingerprint.size, sha256: fingerprint.sha256.0 };
        self.files.lock().unwrap_or_else(PoisonError::into_inner).push((path.clone(), fingerprint));
        Ok(Some(taken))
    }

    fn has(&self, path: &RelPath) -> bool {
        self.names.has(path)
    }

    fn taken_below(&self, folder: &str) -> Option<Vec<TakenFile>> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let is_below = |path: &RelPath| path.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let below = files.iter().filter(|(path, _)| is_below(path));
        let taken = |(path, Fingerprint { size, sha256 }): &(RelPath, Fingerprint)| TakenFile {
            path: path.clone(),
            size: *size,
            sha256: sha256.0,
        };
        Some(below.map(taken).collect())
    }

    fn take_over(&self, files: &[TakenFile]) -> Result<bool, Error> {
        let print = |file: &TakenFile| Fingerprint { size: file.size, sha256: FileHash(file.sha256) };
        let stands =
            |file: &TakenFile| self.standing.as_ref().is_some_and(|standing| standing.holds(&file.path, &print(file)));
        if !files.iter().all(stands) {
            return Ok(false);
        }
        for file in files {
            self.names.claim(&file.path)?;
            self.quota.add_size(&file.path, file.size)?;
        }
        self.kept.fetch_add(files.len(), Ordering::Relaxed);
        let taken = files.iter().map(|file| (file.path.clone(), print(file)));
        self.files.lock().unwrap_or_else(PoisonError::into_inner).extend(taken);
        Ok(true)
    }
}

/// Tells whether nobody is publishing to a folder, and no build that was cut off has left anything beside it.
#[must_use]
pub fn is_at_rest(out: &Path) -> bool {
    let Ok(place) = OutputPlace::of(out, Fault::default()) else { return false };
    let is_free = |name: &Path| matches!(place.parent.metadata(name), Ok(None));
    [&place.staging, &place.old, &place.lock].into_iter().all(|name| is_free(name))
}

/// The folder the new site is made in; removed when dropped, unless the site stays.
#[derive(Debug)]
struct StagingFolder {
    parent: Arc<Folder>,
    name: PathBuf,
    folder: Folder,
    stays: bool,
}

impl StagingFolder {
    fn make(place: &OutputPlace) -> Result<Self, Error> {
        let folder = place.parent.make(&place.staging)?;
        Ok(Self { parent: Arc::clone(&place.parent), name: place.staging.clone(), folder, stays: false })
    }
}

impl Drop for StagingFolder {
    fn drop(&mut self) {
        if !self.stays {
            // What cannot be removed now, the next run removes.
            drop(self.parent.remove_all(&self.name));
        }
    }
}

/// The output folder and the names beside it, all within one parent.
#[derive(Debug)]
struct OutputPlace {
    parent: Arc<Folder>,
    /// The published site.
    out: PathBuf,
    /// The site in the making. Where names can be exchanged, also the old site on its way out.
    staging: PathBuf,
    /// The old site on its way out, where names cannot be exchanged.
    old: PathBuf,
    lock: PathBuf,
}

impl OutputPlace {
    fn of(out: &Path, fault: Fault) -> Result<Self, Error> {
        let Some(name) = out.file_name() else {
            let path = out.display().to_string();
            return Err(Error::coded(ErrorKind::ForeignFiles, &OUTPUT_NO_NAME).with("path", path));
        };
        let parent = match out.parent() {
            Some(parent) if parent != Path::new("") => parent,
            _ => Path::new("."),
        };
        Ok(Self {
            parent: Arc::new(Folder::open_or_make(parent, fault)?),
            out: PathBuf::from(name),
            staging: beside(name, "staging"),
            old: beside(name, "old"),
            lock: beside(name, "lock"),
        })
    }

    /// Completes or undoes what an interrupted run has left.
    ///
    /// The names tell how far it came. An old site and none published: it was cut off between two
    /// renames, after the new site was on the disk. A staging folder: with a manifest it is a whole
    /// site, new or old, of which every file is ours; without one nobody but us knows of it.
    fn recover(&self) -> Result<(), Error> {
        let is_there = |name| self.parent.metadata(name).map(|metadata| metadata.is_some());
        if !is_there(&self.out)? && is_there(&self.old)? {
            let whole = self.manifest_in(&self.staging)?.is_some();
            self.parent.rename(if whole { &self.staging } else { &self.old }, &self.out)?;
        }
        match self.manifest_in(&self.staging)? {
            Some(manifest) => self.remove(&self.staging, &manifest)?,
            None => self.parent.remove_all(&self.staging)?,
        }
        self.remove(&self.old, &self.manifest_in(&self.old)?.unwrap_or_default())
    }

    /// Says that the new site is published and the old one not gone: what the disk says alone would sound as if nothing was published.
    fn old_site_left(&self, name: &Path, error: Error) -> Error {
        if error.kind() != ErrorKind::Io {
            return error.while_doing("the new site is published, but not all of the old one is gone");
        }
        let path = self.parent.path().join(name).display().to_string();
        Error::coded(ErrorKind::Io, &OLD_SITE_LEFT).with("path", path).with("cause", error.to_string())
    }

    fn remove(&self, name: &Path, manifest: &Manifest) -> Result<(), Error> {
        remove_site(&self.parent, name, &manifest.files.keys().collect())
    }

    fn manifest_in(&self, name: &Path) -> Result<Option<Manifest>, Error> {
        let Some(folder) = self.parent.open(name)? else { return Ok(None) };
        let bytes = folder.read(Path::new(manifest::NAME), manifest::LIMIT)?;
        Ok(bytes.and_then(|bytes| Manifest::read(&bytes)))
    }
}

/// Names a hidden file or folder that lies beside the output: `.public.fremdrift-lock`.
fn beside(name: &OsStr, what: &str) -> PathBuf {
    let mut beside = OsString::from(".");
    beside.push(name);
    beside.push(".fremdrift-");
    beside.push(what);
    PathBuf::from(beside)
}
