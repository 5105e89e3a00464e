//! A new repository with a history, for a demonstration.

use std::path::{Path, PathBuf};

use gix::{ObjectId, index, objs::tree::EntryKind};

use super::{CommitId, NewTag, Signature, failure::told, tag};
use crate::{
    diag::{Code, Error, ErrorKind},
    value::RelPath,
};

const FOLDER_NOT_EMPTY: Code =
    Code::error("folder-not-empty").args(&["path"]).help("a folder that should be empty or not there");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&FOLDER_NOT_EMPTY];

/// What a commit does to one file: its new bytes, or `None` to take it away.
pub type FileEdit<'c> = (&'c RelPath, Option<&'c [u8]>);

/// A commit to be made.
#[derive(Clone, Debug)]
pub struct NewCommit<'c> {
    /// What it changes.
    pub changes: &'c [FileEdit<'c>],
    /// What it says.
    pub message: &'c str,
    /// Who makes it, and when.
    pub by: &'c Signature,
}

/// A repository that is being made. The same commits give the same ids, on every machine.
pub struct NewRepository {
    local: gix::Repository,
    folder: PathBuf,
    tree: ObjectId,
    last: Option<ObjectId>,
}

impl NewRepository {
    /// Begins a repository in a folder that is empty or not there yet.
    ///
    /// # Errors
    ///
    /// Answers [`ErrorKind::ForeignFiles`] when the folder holds anything, and fails when it cannot be written.
    pub fn create(folder: &Path) -> Result<Self, Error> {
        refuse_files(folder)?;
        std::fs::create_dir_all(folder).map_err(|error| Error::io("making", folder, error))?;
        let made = gix::ThreadSafeRepository::init_opts(
            folder,
            gix::create::Kind::WithWorktree,
            gix::create::Options { destination_must_be_empty: Some(true), ..gix::create::Options::default() },
            gix::open::Options::isolated(),
        );
        let local = made.map_err(|error| fail(format!("making a repository in {}", folder.display()), &error))?;
        let local = local.to_thread_local();
        let tree = ObjectId::empty_tree(local.object_hash());
        Ok(Self { local, folder: folder.to_owned(), tree, last: None })
    }

    /// Adds a commit to the branch `main`.
    ///
    /// # Errors
    ///
    /// Fails when something cannot be written.
    pub fn commit(&mut self, commit: &NewCommit<'_>) -> Result<CommitId, Error> {
        self.write_commit(commit).map_err(|error| fail(format!("making the commit {}", commit.message), &error))
    }

    fn write_commit(&mut self, commit: &NewCommit<'_>) -> Result<CommitId, gix::Error> {
        let mut editor = self.local.edit_tree(self.tree)?;
        for (path, bytes) in commit.changes {
            match bytes {
                Some(bytes) => editor.upsert(path.as_str(), EntryKind::Blob, self.local.write_blob(bytes)?)?,
                None => editor.remove(path.as_str())?,
            };
        }
        let tree = editor.write()?.detach();
        let (time, message) = (commit.by.time(), format!("{}\n", commit.message.trim_end()));
        let by = commit.by.as_git(&time);
        let id = self.local.commit_as(by, by, "HEAD", message, tree, self.last)?.detach();
        (self.tree, self.last) = (tree, Some(id));
        Ok(CommitId(id))
    }

    /// Makes a tag, as [`Repository::tag`](super::Repository::tag) does.
    ///
    /// # Errors
    ///
    /// As there.
    pub fn tag(&self, new: &NewTag<'_>) -> Result<(), Error> {
        tag::write(&self.local, new)
    }

    /// Writes the files of the last commit to the folder, and the index: everything is as after a commit.
    ///
    /// # Errors
    ///
    /// Fails when something cannot be written.
    pub fn finish(self) -> Result<(), Error> {
        let doing = || format!("writing the files of {}", self.folder.display());
        let mut index = self.local.index_from_tree(&self.tree).map_err(|error| fail(doing(), &error))?;
        for (entry, path) in index.entries_mut_with_paths() {
            let file = self.folder.join(path.to_string());
            let blob = self.local.find_blob(entry.id).map_err(|error| fail(doing(), &error))?;
            entry.stat = write_file(&file, &blob.data).map_err(|error| Error::io("writing", &file, error))?;
        }
        index.write(index::write::Options::default()).map_err(|error| fail(doing(), &error))
    }
}

/// Writes a file, and tells what the index notes of it.
fn write_file(file: &Path, bytes: &[u8]) -> Result<index::entry::Stat, std::io::Error> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, bytes)?;
    let metadata = index::fs::Metadata::from_path_no_follow(file)?;
    index::entry::Stat::from_fs(&metadata).map_err(std::io::Error::other)
}

fn refuse_files(folder: &Path) -> Result<(), Error> {
    match std::fs::read_dir(folder).map(|mut entries| entries.next().is_some()) {
        Ok(true) => {
            let path = folder.display().to_string();
            Err(Error::coded(ErrorKind::ForeignFiles, &FOLDER_NOT_EMPTY).with("path", path))
        }
        Ok(false) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Error::io("listing", folder, error)),
    }
}

fn fail(doing: String, error: &gix::Error) -> Error {
    Error::new(ErrorKind::Repository, told(error)).while_doing(doing)
}
