//! A folder held open, and everything publishing does in one.

use std::{
    fs::{File, Metadata},
    io::{self, ErrorKind::NotFound, Read, Write},
    path::{Path, PathBuf},
};

use super::{
    fault::Fault,
    platform::{self, Exchange},
};
use crate::diag::{self, Error};

/// A folder held open. Paths are relative to it; the last part of one is never followed as a link.
#[derive(Debug)]
pub(super) struct Folder {
    handle: platform::Handle,
    path: PathBuf,
    fault: Fault,
}

impl Folder {
    /// Opens the folder at a path, following links, and makes it and those above it where they are missing.
    pub fn open_or_make(path: &Path, fault: Fault) -> Result<Self, Error> {
        fault.pass().and_then(|()| std::fs::create_dir_all(path)).map_err(|cause| Error::io("making", path, cause))?;
        let handle = platform::open_folder(path).map_err(|cause| Error::io("opening", path, cause))?;
        Ok(Self { handle, path: path.to_owned(), fault })
    }

    /// Returns the path it was opened under.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Opens a folder within this one; `None` where nothing has the name.
    pub fn open(&self, name: &Path) -> Result<Option<Self>, Error> {
        let handle = self.attempt("opening", name, || found(platform::open_folder_in(&self.handle, name)))?;
        Ok(handle.map(|handle| Self { handle, path: self.path.join(name), fault: self.fault.clone() }))
    }

    /// Makes a folder within this one and opens it.
    pub fn make(&self, name: &Path) -> Result<Self, Error> {
        let handle = self.attempt("making", name, || {
            platform::make_folder(&self.handle, name)?;
            platform::open_folder_in(&self.handle, name)
        })?;
        Ok(Self { handle, path: self.path.join(name), fault: self.fault.clone() })
    }

    /// Returns what is known of a name without following it; `None` where nothing has the name.
    pub fn metadata(&self, path: &Path) -> Result<Option<Metadata>, Error> {
        self.attempt("reading", path, || found(std::fs::symlink_metadata(self.path.join(path))))
    }

    /// Reads a file of at most `limit` bytes; `None` where nothing has the name.
    pub fn read(&self, path: &Path, limit: u64) -> Result<Option<Vec<u8>>, Error> {
        let bytes = self.attempt("reading", path, || {
            let Some(file) = found(platform::open_to_read(&self.handle, path))? else { return Ok(None) };
            // A pipe would be waited for, and a device has no end.
            if !file.metadata()?.is_file() {
                return Err(io::Error::new(io::ErrorKind::InvalidInput, "no plain file"));
            }
            let mut bytes = Vec::new();
            file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
            Ok(Some(bytes))
        })?;
        match bytes {
            Some(bytes) if u64::try_from(bytes.len()).is_ok_and(|size| size > limit) => {
                let message = format!("{} is larger than {limit} bytes", self.path.join(path).display());
                Err(Error::new(diag::ErrorKind::Limit, message))
            }
            bytes => Ok(bytes),
        }
    }

    /// Writes a file that is not there yet, and makes the folders above it.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Error> {
        let write = || {
            let mut file = self.below_folders(path, || platform::create(&self.handle, path))?;
            // A full disk often takes a part of a file.
            self.fault.pass().or_else(|cause| file.write_all(&bytes[..bytes.len() / 2]).and(Err(cause)))?;
            file.write_all(bytes)?;
            if platform::SYNCS_ALL_AT_ONCE { Ok(()) } else { file.sync_all() }
        };
        write().map_err(|cause| Error::io("writing", &self.path.join(path), cause))
    }

    /// Gives a file the same path in another folder too, and makes the folders above it there. Where
    /// a file cannot have two names, it is copied.
    pub fn link(&self, path: &Path, to: &Self) -> Result<(), Error> {
        let link = || self.fault.pass().and_then(|()| platform::link(&self.handle, path, &to.handle));
        match to.below_folders(path, link) {
            Ok(()) => Ok(()),
            Err(_) => match self.read(path, u64::MAX)? {
                Some(bytes) => to.write(path, &bytes),
                None => Err(Error::io("reading", &self.path.join(path), NotFound)),
            },
        }
    }

    /// Opens a file for reading and writing, and makes it where there is none.
    pub fn open_or_create(&self, path: &Path) -> Result<File, Error> {
        self.attempt("opening", path, || platform::open_or_create(&self.handle, path))
    }

    /// Lets the system note a change of a file that is there, and leaves it as it is, also when it was written.
    pub fn note_change(&self, path: &Path) -> Result<(), Error> {
        self.attempt("writing", path, || {
            let file = platform::open_to_read(&self.handle, path)?;
            file.set_modified(file.metadata()?.modified()?)
        })
    }

    /// Tells whether a name still leads to an open file.
    pub fn leads_to(&self, path: &Path, file: &File) -> Result<bool, Error> {
        self.attempt("reading", path, || platform::leads_to(&self.handle, path, file))
    }

    /// Removes a file, if it is there.
    pub fn remove_file(&self, path: &Path) -> Result<(), Error> {
        self.attempt("removing", path, || found(platform::remove_file(&self.handle, path)).map(drop))
    }

    /// Removes a file that is open and locked, if the system can.
    pub fn remove_open_file(&self, path: &Path) {
        if self.fault.pass().is_ok() {
            platform::remove_open_file(&self.handle, path);
        }
    }

    /// Removes a folder if it is there and empty; answers whether it is gone.
    pub fn remove_empty(&self, path: &Path) -> Result<bool, Error> {
        self.attempt("removing", path, || match platform::remove_folder(&self.handle, path) {
            Err(cause) if cause.kind() == io::ErrorKind::DirectoryNotEmpty => Ok(false),
            done => found(done).map(|_| true),
        })
    }

    /// Removes whatever has the name, a folder with everything in it. Follows no link.
    pub fn remove_all(&self, name: &Path) -> Result<(), Error> {
        self.attempt("removing", name, || found(std::fs::remove_dir_all(self.path.join(name))).map(drop))
    }

    /// Gives what has one name within this folder another.
    pub fn rename(&self, from: &Path, to: &Path) -> Result<(), Error> {
        self.attempt("renaming", from, || platform::rename(&self.handle, from, to))
    }

    /// Exchanges what two names within this folder stand for, in one step.
    pub fn exchange(&self, one: &Path, other: &Path) -> Result<Exchange, Error> {
        match self.fault.lets_exchange() {
            true => self.attempt("replacing", one, || platform::exchange(&self.handle, one, other)),
            false => Ok(Exchange::NotOffered),
        }
    }

    /// Waits until everything written below the folder is on the disk.
    pub fn sync_all(&self) -> Result<(), Error> {
        self.attempt("writing", Path::new(""), || platform::sync_all(&self.handle))
    }

    /// Waits until the names in the folder are on the disk.
    pub fn sync_names(&self) -> Result<(), Error> {
        self.attempt("writing", Path::new(""), || platform::sync_names(&self.handle))
    }

    /// Lets the same people in as another folder does.
    pub fn copy_permissions(&self, from: &Self) -> Result<(), Error> {
        self.attempt("writing", Path::new(""), || platform::copy_permissions(&from.handle, &self.handle))
    }

    /// Tells whether names can be moved between the two folders.
    pub fn is_beside(&self, other: &Self) -> Result<bool, Error> {
        self.attempt("reading", Path::new(""), || platform::on_one_file_system(&self.handle, &other.handle))
    }

    fn attempt<T>(&self, doing: &str, path: &Path, work: impl FnOnce() -> io::Result<T>) -> Result<T, Error> {
        self.fault.pass().and_then(|()| work()).map_err(|cause| Error::io(doing, &self.path.join(path), cause))
    }

    /// Does something with a path. Only when a folder above it is missing are folders made: asking
    /// first would cost every file a look.
    fn below_folders<T>(&self, path: &Path, work: impl Fn() -> io::Result<T>) -> io::Result<T> {
        match (work(), path.parent()) {
            (Err(cause), Some(parent)) if cause.kind() == NotFound => {
                self.make_folders(parent)?;
                work()
            }
            (done, _) => done,
        }
    }

    fn make_folders(&self, path: &Path) -> io::Result<()> {
        self.fault.pass()?;
        let made = self.below_folders(path, || platform::make_folder(&self.handle, path));
        // Another thread may have been faster.
        made.or_else(|cause| if cause.kind() == io::ErrorKind::AlreadyExists { Ok(()) } else { Err(cause) })
    }
}

/// Answers `None` where nothing has the name.
fn found<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Err(cause) if cause.kind() == NotFound => Ok(None),
        result => result.map(Some),
    }
}
