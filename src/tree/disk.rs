//! A tree on disk: `site.toml`, `content/` and `themes/` below a root.

use std::{
    collections::BTreeMap,
    io::Read,
    path::{Path, PathBuf},
};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::{
    MOST_BYTES, MOST_FILES, NAME_TWICE, SITE_FILE, STRAY_FILE, SYMLINK, SkippedEntry, Tree, is_litter,
    is_meant_as_content, root::Root, shown,
};
use crate::{
    diag::{Code, Error, ErrorKind},
    value::RelPath,
};

const NO_SITE: Code = Code::error("no-site").args(&["path"]).help("a folder without `site.toml`");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&NO_SITE];

/// A site's folder on disk.
#[derive(Debug)]
pub struct DiskTree {
    path: PathBuf,
    root: Root,
    paths: Vec<RelPath>,
    /// The names of files as the disk has them, where they differ from their paths: a Mac parts å into a and a ring.
    names: BTreeMap<RelPath, String>,
    skipped: Vec<SkippedEntry>,
}

impl DiskTree {
    /// Lists a site's folder. The plans are walked on all cores.
    ///
    /// # Errors
    ///
    /// Answers [`ErrorKind::NoSite`] when there is no `site.toml`, [`ErrorKind::Io`] when a folder cannot be
    /// listed, and [`ErrorKind::Limit`] when there are more than 500 000 files.
    pub fn open(root: &Path) -> Result<Self, Error> {
        let handle = Root::open(root).map_err(|error| Error::io("opening", root, error))?;
        if !root.join(SITE_FILE).is_file() {
            return Err(Error::coded(ErrorKind::NoSite, &NO_SITE).with("path", root.display().to_string()));
        }
        // The plans are many and independent: each entry of these folders is walked on its own.
        let folders = ["content", "content/plans", "themes"].map(|folder| root.join(folder));
        let starts = entries_of(&folders)?;
        let parts: Result<Vec<Listing>, Error> = starts.par_iter().map(|start| Listing::of(root, start)).collect();
        let mut list = Listing { paths: vec![RelPath::new(SITE_FILE).expect("a sound name")], ..Listing::default() };
        for part in parts? {
            list.paths.extend(part.paths);
            list.names.extend(part.names);
            list.skipped.extend(part.skipped);
        }
        if list.paths.len() > MOST_FILES {
            let message = format!("{} has more than {MOST_FILES} files", root.display());
            return Err(Error::new(ErrorKind::Limit, message));
        }
        list.paths.par_sort_unstable();
        // Two names that a Mac could not tell apart: the second is passed over, and said to be.
        for path in list.paths.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].clone()) {
            list.skipped.push(SkippedEntry { path, code: &NAME_TWICE });
        }
        list.paths.dedup();
        list.skipped.extend(meant_as_content(root)?);
        list.skipped.sort();
        Ok(Self { path: root.to_owned(), root: handle, paths: list.paths, names: list.names, skipped: list.skipped })
    }
}

/// Returns the entries of some folders, but for those folders themselves.
fn entries_of(folders: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let mut starts = Vec::new();
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        for entry in WalkDir::new(folder).follow_root_links(false).min_depth(1).max_depth(1) {
            let entry = entry.map_err(|error| walk_error(folder, error))?;
            if !folders.contains(&entry.path().to_owned()) {
                starts.push(entry.into_path());
            }
        }
    }
    Ok(starts)
}

/// Returns the folders beside `site.toml` that nearly have the name of the one of all content.
fn meant_as_content(root: &Path) -> Result<Vec<SkippedEntry>, Error> {
    let mut found = Vec::new();
    for entry in WalkDir::new(root).follow_root_links(true).min_depth(1).max_depth(1) {
        let entry = entry.map_err(|error| walk_error(root, error))?;
        let name = entry.file_name().to_string_lossy();
        if entry.file_type().is_dir() && is_meant_as_content(&name) {
            found.extend(shown(&name).map(|path| SkippedEntry { path, code: &STRAY_FILE }));
        }
    }
    Ok(found)
}

fn walk_error(folder: &Path, error: walkdir::Error) -> Error {
    let path = error.path().unwrap_or(folder).to_owned();
    Error::io("listing", &path, error)
}

/// What a walk found.
#[derive(Default)]
struct Listing {
    paths: Vec<RelPath>,
    names: BTreeMap<RelPath, String>,
    skipped: Vec<SkippedEntry>,
}

impl Listing {
    /// Lists a file, or a folder and all below it.
    fn of(root: &Path, start: &Path) -> Result<Self, Error> {
        let mut list = Self::default();
        let walk = WalkDir::new(start).follow_links(false).follow_root_links(false);
        for entry in walk.into_iter().filter_entry(|entry| !is_litter(&entry.file_name().to_string_lossy())) {
            let entry = entry.map_err(|error| walk_error(start, error))?;
            list.add(root, &entry);
        }
        Ok(list)
    }

    fn add(&mut self, root: &Path, entry: &DirEntry) {
        if entry.file_type().is_dir() {
            return;
        }
        let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
        // A name that is no text, or that no path may have, is shown with what of it can be.
        let text = below.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
        let sound = below.to_str().is_some();
        match RelPath::new(text.as_str()) {
            Ok(path) if entry.path_is_symlink() => self.skipped.push(SkippedEntry { path, code: &SYMLINK }),
            Ok(path) if sound && entry.file_type().is_file() => {
                if path.as_str() != text {
                    self.names.insert(path.clone(), text);
                }
                self.paths.push(path);
            }
            Ok(path) => self.skipped.push(SkippedEntry { path, code: &STRAY_FILE }),
            Err(_) => {
                self.skipped.extend(shown(&text).map(|path| SkippedEntry { path, code: &STRAY_FILE }));
            }
        }
    }
}

impl Tree for DiskTree {
    fn paths(&self) -> &[RelPath] {
        &self.paths
    }

    fn skipped(&self) -> &[SkippedEntry] {
        &self.skipped
    }

    fn read(&self, path: &RelPath, buffer: &mut Vec<u8>) -> Result<(), Error> {
        let fail = |error: std::io::Error| Error::io("reading", &self.path.join(path.as_str()), error);
        let name = self.names.get(path).map_or(path.as_str(), String::as_str);
        let file = self.root.file(name).map_err(fail)?;
        buffer.clear();
        let limit = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
        file.take(limit).read_to_end(buffer).map_err(fail)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |path: &str| {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
            std::fs::write(path, "x").expect("a file");
        };
        ["site.toml", "content/index.md", "content/plans/a/plan.md", "content/plans/b/plan.md", "content/.DS_Store"]
            .into_iter()
            .for_each(write);
        folder
    }

    #[test]
    fn lists_what_belongs_to_a_site() {
        let folder = site();
        let tree = DiskTree::open(folder.path()).expect("a site");
        let paths: Vec<_> = tree.paths().iter().map(RelPath::as_str).collect();
        assert_eq!(paths, ["content/index.md", "content/plans/a/plan.md", "content/plans/b/plan.md", "site.toml"]);
    }

    #[cfg(unix)]
    #[test]
    fn follows_no_link() {
        let folder = site();
        let secret = tempfile::tempdir().expect("a folder");
        std::fs::write(secret.path().join("plan.md"), "secret").expect("a file");
        std::os::unix::fs::symlink(secret.path(), folder.path().join("content/plans/c")).expect("a link");
        std::os::unix::fs::symlink(secret.path().join("plan.md"), folder.path().join("content/x.md")).expect("a link");
        let tree = DiskTree::open(folder.path()).expect("a site");
        let skipped: Vec<_> = tree.skipped().iter().map(|skipped| skipped.path.as_str()).collect();
        assert_eq!(skipped, ["content/plans/c", "content/x.md"]);
        for path in ["content/plans/c/plan.md", "content/x.md"] {
            let path = RelPath::new(path).expect("a path");
            assert!(tree.read(&path, &mut Vec::new()).is_err());
            assert!(tree.root.file_by_parts(path.as_str()).is_err());
        }
    }

    #[test]
    fn reads_the_names_of_a_mac() {
        let folder = site();
        std::fs::write(folder.path().join("content/a\u{30a}ben.md"), "hej").expect("a file");
        let tree = DiskTree::open(folder.path()).expect("a site");
        let path = RelPath::new("content/\u{e5}ben.md").expect("a path");
        let mut bytes = Vec::new();
        assert!(tree.paths().contains(&path) && tree.read(&path, &mut bytes).is_ok());
        assert_eq!(bytes, b"hej");
    }

    #[test]
    fn a_folder_without_site_toml_is_no_site() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(DiskTree::open(folder.path()).map(|_| ()).map_err(|error| error.kind()), Err(ErrorKind::NoSite));
    }
}
