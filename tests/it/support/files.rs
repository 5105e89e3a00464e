//! Fixtures on disk: the files of a folder, in order.

use std::path::{Path, PathBuf};

/// Returns all files below a folder with their paths within it, sorted.
pub fn below(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut files: Vec<(String, PathBuf)> = Vec::new();
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        if path.is_dir() {
            files.extend(below(&path).into_iter().map(|(inner, path)| (format!("{name}/{inner}"), path)));
        } else {
            files.push((name, path));
        }
    }
    files.sort();
    files
}

/// Returns the folders within a folder by name, sorted.
pub fn folders(folder: &Path) -> Vec<(String, PathBuf)> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_dir());
    let mut named: Vec<_> =
        paths.map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), path)).collect();
    named.sort();
    named
}
