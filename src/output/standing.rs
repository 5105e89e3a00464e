//! The site that stands in the output folder now: what of it is ours, and how it is removed.
//!
//! A folder is ours when its manifest names every file in it, each as it was published. A file that
//! is as large as it was, older than the manifest, which is written last, and not changed in any way
//! since, where the system notes that, is taken to be unchanged; any other is read and compared.

use std::{collections::BTreeSet, io, path::Path};

use rayon::prelude::*;

use super::{
    folder::Folder,
    manifest::{self, Fingerprint, Manifest, Purpose},
    survey::{FolderSurvey, NameList, folders_of},
};
use crate::{
    diag::{Code, Error, ErrorKind},
    value::RelPath,
};

const FOREIGN_FILES: Code = Code::error("foreign-files")
    .args(&["path", "names", "count"])
    .help("an output folder with files that were not published by fremdrift");
const CHANGED_FILES: Code = Code::error("changed-files")
    .args(&["path", "names", "count"])
    .help("an output folder whose published files were changed since");
const FILES_LEFT: Code = Code::error("files-left")
    .args(&["path", "names", "count"])
    .help("files that came into the output folder while the new site took its place; they are kept beside it");
const OUTPUT_NO_FOLDER: Code = Code::error("output-no-folder").args(&["path"]).help("an output folder that is a file");
const OUTPUT_OWN_DISK: Code = Code::error("output-own-disk")
    .args(&["path"])
    .help("an output folder that is a disk of its own, which cannot be exchanged in one step");
const OUTPUT_DAMAGED: Code =
    Code::error("output-damaged").args(&["path"]).help("an output folder whose list of published files cannot be read");

const OUTPUT_OTHER_PURPOSE: Code = Code::error("output-other-purpose")
    .args(&["path", "found", "asked"])
    .help("an output folder that holds a site for another audience, or an edition");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[
    &FOREIGN_FILES,
    &CHANGED_FILES,
    &FILES_LEFT,
    &OUTPUT_NO_FOLDER,
    &OUTPUT_OWN_DISK,
    &OUTPUT_DAMAGED,
    &OUTPUT_OTHER_PURPOSE,
];

/// A published site, or an empty folder that waits for one.
#[derive(Debug)]
pub(super) struct PublishedSite {
    folder: Folder,
    /// What of the published site is still there.
    site: Manifest,
    /// Whether there is a manifest, and every file it names.
    is_whole: bool,
}

impl PublishedSite {
    /// Looks at the folder with a name; `None` where there is nothing.
    ///
    /// # Errors
    ///
    /// Fails when there is no folder of ours: a link, a file, a folder with anything in it that was
    /// not published or has been changed since; and when the site in it was made for something else.
    pub fn find(parent: &Folder, name: &Path, purpose: &Purpose) -> Result<Option<Self>, Error> {
        let Some(metadata) = parent.metadata(name)? else { return Ok(None) };
        if !metadata.is_dir() {
            return Err(refusal(&OUTPUT_NO_FOLDER, &parent.path().join(name)));
        }
        let Some(folder) = parent.open(name)? else { return Ok(None) };
        if !folder.is_beside(parent)? {
            return Err(refusal(&OUTPUT_OWN_DISK, folder.path()));
        }
        let mut standing = Self { folder, site: Manifest::default(), is_whole: false };
        standing.read_manifest()?;
        standing.refuse_other(purpose)?;
        standing.verify()?;
        Ok(Some(standing))
    }

    fn read_manifest(&mut self) -> Result<(), Error> {
        if let Some(bytes) = self.folder.read(Path::new(manifest::NAME), manifest::LIMIT)? {
            self.is_whole = true;
            self.site = Manifest::read(&bytes)
                .ok_or_else(|| refusal(&OUTPUT_DAMAGED, &self.folder.path().join(manifest::NAME)))?;
        }
        Ok(())
    }

    /// Refuses a site for some where one for others stands. An empty folder waits for any.
    fn refuse_other(&self, purpose: &Purpose) -> Result<(), Error> {
        if !self.is_whole || self.site.purpose == *purpose {
            return Ok(());
        }
        let refusal = refusal(&OUTPUT_OTHER_PURPOSE, self.folder.path());
        Err(refusal.with("found", self.site.purpose.to_string()).with("asked", purpose.to_string()))
    }

    /// Makes sure that everything in the folder is as it was published. What is missing is forgotten.
    fn verify(&mut self) -> Result<(), Error> {
        let manifest = self.folder.metadata(Path::new(manifest::NAME))?;
        let FolderSurvey { ours, doubtful, mut changed, foreign } =
            FolderSurvey::of(self.folder.path(), &self.site, manifest.as_ref())?;
        let differs = |path: &RelPath| self.differs(path).map(|differs| differs.then(|| path.to_string()));
        let differing = doubtful.par_iter().map(differs).filter_map(Result::transpose);
        differing.collect::<Result<Vec<_>, _>>()?.into_iter().for_each(|path| changed.add(path));
        self.refuse(&foreign, &changed)?;
        if ours < self.site.files.len() {
            self.is_whole = false;
            self.site.files.retain(|path, _| matches!(self.folder.metadata(Path::new(path.as_str())), Ok(Some(_))));
        }
        Ok(())
    }

    fn differs(&self, path: &RelPath) -> Result<bool, Error> {
        let Some(published) = self.site.files.get(path) else { return Ok(true) };
        let bytes = self.folder.read(Path::new(path.as_str()), published.size)?;
        Ok(bytes.is_none_or(|bytes| Fingerprint::of(&bytes) != *published))
    }

    fn refuse(&self, foreign: &NameList, changed: &NameList) -> Result<(), Error> {
        let (code, named) = match (foreign.is_empty(), changed.is_empty()) {
            (true, true) => return Ok(()),
            (false, _) => (&FOREIGN_FILES, foreign),
            (true, false) => (&CHANGED_FILES, changed),
        };
        Err(named.of(refusal(code, self.folder.path())))
    }

    /// Tells whether a file stands here with the same content.
    pub fn holds(&self, path: &RelPath, fingerprint: &Fingerprint) -> bool {
        self.site.files.get(path) == Some(fingerprint)
    }

    /// Tells whether a whole site of this version and number of files stands here.
    pub fn is_whole(&self, version: &str, files: usize) -> bool {
        self.is_whole && self.site.version == version && self.site.files.len() == files
    }

    /// Tells whether every file is here that the manifest names.
    pub fn has_all(&self) -> bool {
        self.is_whole
    }

    /// Tells whether a whole site stands here that a manifest tells of.
    pub fn is_whole_of(&self, manifest: &Manifest) -> bool {
        self.is_whole && self.site == *manifest
    }

    /// Returns its folder.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Returns the paths of its files.
    pub fn paths(&self) -> impl Iterator<Item = &RelPath> {
        self.site.files.keys()
    }
}

/// Removes a site that is no longer published: the given files, its manifest, and the folders that
/// are empty then. The manifest goes last, so that it can be done again when it is cut off.
///
/// # Errors
///
/// Fails when something else is in it, and leaves that where it is.
pub(super) fn remove_site(parent: &Folder, name: &Path, paths: &BTreeSet<&RelPath>) -> Result<(), Error> {
    let Some(folder) = parent.open(name)? else { return Ok(()) };
    paths.par_iter().try_for_each(|path| folder.remove_file(Path::new(path.as_str())))?;
    for path in folders_of(paths.iter().copied()).rev() {
        folder.remove_empty(Path::new(path))?;
    }
    let left = FolderSurvey::of(folder.path(), &Manifest::default(), None)?.foreign;
    if !left.is_empty() {
        return Err(left.of(refusal(&FILES_LEFT, folder.path())));
    }
    folder.remove_file(Path::new(manifest::NAME))?;
    match parent.remove_empty(name)? {
        true => Ok(()),
        false => Err(Error::io("removing", folder.path(), io::ErrorKind::DirectoryNotEmpty)),
    }
}

fn refusal(code: &'static Code, path: &Path) -> Error {
    Error::coded(ErrorKind::ForeignFiles, code).with("path", path.display().to_string())
}
