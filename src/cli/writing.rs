//! Writes drafted files below a folder: all of them or none.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use fremdrift::{
    diag::{Error, ErrorKind},
    draft::DraftFile,
};

use super::codes::WRITE_CONFLICT;

/// What has been done so far, to be undone where the rest cannot be.
#[derive(Default)]
struct Done<'f> {
    folders: Vec<PathBuf>,
    staged: Vec<PathBuf>,
    made: Vec<PathBuf>,
    changed: Vec<(PathBuf, &'f [u8])>,
}

/// Writes files below a folder: all of them or none. None is written over that was not read before, or that somebody changed since.
///
/// # Errors
///
/// Fails when something cannot be written, is there already, or leads out of the folder. Then all is as it was.
pub fn write_all(root: &Path, files: &[DraftFile]) -> Result<(), Error> {
    let mut done = Done::default();
    let written = stage(root, files, &mut done).and_then(|staged| put(files, staged, &mut done));
    for staged in &done.staged {
        // What has its name by now is gone from here.
        drop(fs::remove_file(staged));
    }
    if written.is_err() {
        done.made.iter().for_each(|path| drop(fs::remove_file(path)));
        done.changed.iter().for_each(|(path, before)| drop(fs::write(path, before)));
        done.folders.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
    }
    written
}

/// Writes each file beside where it belongs.
fn stage(root: &Path, files: &[DraftFile], done: &mut Done<'_>) -> Result<Vec<(PathBuf, PathBuf)>, Error> {
    let mut staged = Vec::with_capacity(files.len());
    for file in files {
        let target = root.join(file.path.as_str());
        let folder = make_folder(root, file, done)?;
        match (&file.before, fs::symlink_metadata(&target)) {
            (None, Err(error)) if error.kind() == io::ErrorKind::NotFound => {}
            (Some(before), Ok(now)) if now.is_file() && fs::read(&target).is_ok_and(|bytes| bytes == *before) => {}
            (None, Ok(_)) => return Err(conflict(&target, "exists")),
            _ => return Err(conflict(&target, "changed")),
        }
        let beside = folder.join(format!(".{}.fremdrift-new", file.path.file_name()));
        // What has that name already, a link perhaps, is somebody's: it is neither written through nor taken away.
        let mut new = fs::File::create_new(&beside).map_err(|error| Error::io("writing", &beside, error))?;
        done.staged.push(beside.clone());
        io::Write::write_all(&mut new, file.text.as_bytes()).map_err(|error| Error::io("writing", &beside, error))?;
        staged.push((beside, target));
    }
    Ok(staged)
}

/// Gives each staged file its name.
fn put<'f>(files: &'f [DraftFile], staged: Vec<(PathBuf, PathBuf)>, done: &mut Done<'f>) -> Result<(), Error> {
    for (file, (beside, target)) in files.iter().zip(staged) {
        let fail = |error: io::Error| Error::io("writing", &target, error);
        match &file.before {
            Some(before) => {
                fs::rename(&beside, &target).map_err(fail)?;
                done.changed.push((target, before));
            }
            // A link is refused where a file has come there since; where there are no links, a new file is.
            None => {
                let made = fs::hard_link(&beside, &target).or_else(|error| match error.kind() {
                    io::ErrorKind::AlreadyExists => Err(error),
                    _ => fs::File::create_new(&target)
                        .and_then(|mut new| io::Write::write_all(&mut new, file.text.as_bytes())),
                });
                made.map_err(fail)?;
                done.made.push(target);
            }
        }
    }
    Ok(())
}

/// Makes the folder of a file, part by part: none of them may be a link.
fn make_folder(root: &Path, file: &DraftFile, done: &mut Done<'_>) -> Result<PathBuf, Error> {
    let mut folder = root.to_owned();
    let parts: Vec<&str> = file.path.parts().collect();
    for part in parts.iter().take(parts.len().saturating_sub(1)) {
        folder.push(part);
        match fs::symlink_metadata(&folder) {
            Ok(found) if found.is_dir() => {}
            Ok(_) => return Err(conflict(&folder, "no-folder")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir(&folder).map_err(|error| Error::io("making", &folder, error))?;
                done.folders.push(folder.clone());
            }
            Err(error) => return Err(Error::io("making", &folder, error)),
        }
    }
    Ok(folder)
}

fn conflict(path: &Path, why: &str) -> Error {
    Error::coded(ErrorKind::Exists, &WRITE_CONFLICT).with("path", path.display().to_string()).with("what", why)
}

#[cfg(test)]
mod tests {
    use super::*;
    use fremdrift::value::RelPath;

    fn file(path: &str, before: Option<&str>) -> DraftFile {
        let path = RelPath::new(path).expect("a path");
        DraftFile { path, text: "new".into(), before: before.map(|text| text.as_bytes().to_vec()) }
    }

    fn listed(root: &Path) -> Vec<String> {
        let all = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().map(|entry| entry.expect("an entry"));
        all.skip(1).map(|entry| entry.path().strip_prefix(root).expect("below").display().to_string()).collect()
    }

    #[test]
    fn writes_all_or_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        fs::write(root.join("old"), "old").expect("written");
        write_all(root, &[file("a/b/c", None), file("old", Some("old"))]).expect("written");
        assert_eq!(fs::read_to_string(root.join("old")).expect("text"), "new");
        let before = listed(root);
        for bad in [file("a/b/c", None), file("old", Some("old")), file("missing", Some("x")), file("old/x", None)] {
            let path = bad.path.clone();
            write_all(root, &[file("x/y", None), bad]).expect_err(path.as_str());
            assert_eq!(listed(root), before, "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn follows_no_link() {
        let (folder, other) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let root = folder.path();
        std::os::unix::fs::symlink(other.path(), root.join("out")).expect("a link");
        std::os::unix::fs::symlink(other.path().join("x"), root.join("x")).expect("a link");
        write_all(root, &[file("out/a", None)]).expect_err("a folder that is a link");
        write_all(root, &[file("x", None)]).expect_err("a file that is a link");
        std::os::unix::fs::symlink(other.path().join("x"), root.join(".y.fremdrift-new")).expect("a link");
        fs::write(root.join("y"), "old").expect("written");
        write_all(root, &[file("y", Some("old"))]).expect_err("a link where a file is staged");
        assert_eq!(fs::read_to_string(root.join("y")).expect("text"), "old");
        assert!(root.join(".y.fremdrift-new").is_symlink() && listed(other.path()).is_empty());
    }
}
