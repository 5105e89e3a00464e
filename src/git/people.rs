//! Who wrote, and what they said of it: told only where it is asked for.

use gix::{bstr::ByteSlice, objs::CommitRef, odb};

use super::{CommitId, Repository, failure::failed, repository::read};
use crate::diag::Error;

/// Who wrote a commit, by the names of `.mailmap`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The address, for finding the role that belongs to it. It is never published.
    pub email: String,
}

impl Repository {
    /// Takes the names of people from `.mailmap` as it stood in a commit.
    ///
    /// # Errors
    ///
    /// Fails when the commit cannot be read.
    pub fn people(&self, at: &CommitId) -> Result<People, Error> {
        let local = self.local();
        let fail = |error: gix::Error| failed("reading .mailmap", &error);
        let tree = local.find_commit(at.0).and_then(|commit| commit.tree()).map_err(fail)?;
        let entry = tree.lookup_entry_by_path(".mailmap").map_err(fail)?;
        let blob = entry.map(|entry| entry.object()).transpose().map_err(fail)?;
        let mailmap = blob.map(|blob| gix::mailmap::Snapshot::from_bytes(&blob.data)).unwrap_or_default();
        Ok(People::new(self, mailmap))
    }
}

/// Tells who wrote which commit, and what they said of it.
pub struct People {
    mailmap: gix::mailmap::Snapshot,
    objects: odb::Handle,
}

impl People {
    /// Takes the names from `.mailmap` as it stood in a commit, so that the same commit tells the same names.
    pub(super) fn new(repository: &Repository, mailmap: gix::mailmap::Snapshot) -> Self {
        Self { mailmap, objects: repository.objects(0) }
    }

    /// Returns the author of a commit.
    ///
    /// # Errors
    ///
    /// Fails when the commit cannot be read.
    pub fn author(&self, commit: &CommitId) -> Result<Person, Error> {
        self.read(commit, |raw| {
            let author = self.mailmap.resolve(raw.author()?);
            Ok(Person {
                name: author.name.to_str_lossy().into_owned(),
                email: author.email.to_str_lossy().into_owned(),
            })
        })
    }

    /// Returns the first line of what a commit says.
    ///
    /// # Errors
    ///
    /// Fails when the commit cannot be read.
    pub fn title(&self, commit: &CommitId) -> Result<String, Error> {
        self.read(commit, |raw| Ok(raw.message.trim().lines().next().unwrap_or_default().to_str_lossy().into_owned()))
    }

    /// Reads something of a commit.
    fn read<T>(
        &self,
        commit: &CommitId,
        take: impl FnOnce(&CommitRef<'_>) -> Result<T, gix::Error>,
    ) -> Result<T, Error> {
        let (doing, mut buffer) = (|| format!("reading commit {commit}"), Vec::new());
        read(&self.objects, &commit.0, &mut buffer).map_err(|error| error.while_doing(doing()))?;
        let raw = CommitRef::from_bytes(&buffer, commit.0.kind());
        raw.and_then(|raw| take(&raw)).map_err(|error| failed(doing(), &error))
    }
}
