//! What the operating systems do differently. The only file of this module that names one.
//!
//! A [`Handle`] is a folder held open: names are looked up in that very folder, whatever becomes of
//! its path, and no link is followed at the end of a name. Where a system offers no such handle it
//! is the folder's path.

/// What came of asking for two names to be exchanged in one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exchange {
    /// Each now has what the other had.
    #[cfg_attr(not(unix), expect(dead_code, reason = "no other system offers it to us"))]
    Done,
    /// The system or the file system cannot; nothing has happened.
    NotOffered,
}

#[cfg(not(unix))]
pub(super) use elsewhere::*;
#[cfg(unix)]
pub(super) use unix::*;

#[cfg(unix)]
mod unix {
    use std::{
        fs::{File, Metadata},
        io,
        os::{
            fd::{AsFd, OwnedFd},
            unix::fs::MetadataExt,
        },
        path::Path,
    };

    use rustix::fs::{AtFlags, Mode, OFlags};

    use super::Exchange;

    pub type Handle = OwnedFd;

    /// Whether one call brings a whole file system to the disk, so that files need none of their own.
    pub const SYNCS_ALL_AT_ONCE: bool = cfg!(target_os = "linux");

    const FOLDER: OFlags = OFlags::DIRECTORY.union(OFlags::CLOEXEC);

    pub fn open_folder(path: &Path) -> io::Result<Handle> {
        Ok(rustix::fs::open(path, FOLDER, Mode::empty())?)
    }

    pub fn open_folder_in(folder: &Handle, path: &Path) -> io::Result<Handle> {
        Ok(rustix::fs::openat(folder, path, FOLDER | OFlags::NOFOLLOW, Mode::empty())?)
    }

    pub fn make_folder(folder: &Handle, path: &Path) -> io::Result<()> {
        Ok(rustix::fs::mkdirat(folder, path, Mode::from(0o777))?)
    }

    /// Makes a folder that nobody else may look into.
    pub fn make_private_folder(folder: &Handle, path: &Path) -> io::Result<()> {
        Ok(rustix::fs::mkdirat(folder, path, Mode::RWXU)?)
    }

    /// Opens a file that is not there yet, for writing.
    pub fn create(folder: &Handle, path: &Path) -> io::Result<File> {
        open(folder, path, NEW, ALL)
    }

    /// The same, and nobody else may read it.
    pub fn create_private(folder: &Handle, path: &Path) -> io::Result<File> {
        open(folder, path, NEW, Mode::RUSR.union(Mode::WUSR))
    }

    /// Opens a file for reading and writing, and makes it where there is none.
    pub fn open_or_create(folder: &Handle, path: &Path) -> io::Result<File> {
        open(folder, path, OFlags::RDWR | OFlags::CREATE, ALL)
    }

    /// Opens whatever has a name, without waiting for the other end of a pipe: the caller looks at what it is.
    pub fn open_to_read(folder: &Handle, path: &Path) -> io::Result<File> {
        open(folder, path, OFlags::RDONLY | OFlags::NONBLOCK, ALL)
    }

    const NEW: OFlags = OFlags::WRONLY.union(OFlags::CREATE).union(OFlags::EXCL);

    /// What the process's own mask leaves of it is what a file may be used for, and by whom.
    const ALL: Mode = Mode::from_raw_mode(0o666);

    fn open(folder: &Handle, path: &Path, flags: OFlags, mode: Mode) -> io::Result<File> {
        let flags = flags | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        Ok(rustix::fs::openat(folder, path, flags, mode)?.into())
    }

    /// Tells whether nothing of a file was changed any more when another was.
    pub fn changed_before(file: &Metadata, other: &Metadata) -> bool {
        (file.ctime(), file.ctime_nsec()) < (other.ctime(), other.ctime_nsec())
    }

    /// Tells whether an open file could only have been written by who can write a folder.
    pub fn file_is_trusted(folder: &Handle, file: &File) -> io::Result<bool> {
        is_trusted(folder, file)
    }

    /// Tells whether a folder could only have been written by who can write another.
    pub fn folder_is_trusted(folder: &Handle, inner: &Handle) -> io::Result<bool> {
        is_trusted(folder, inner)
    }

    fn is_trusted(folder: &Handle, inner: impl AsFd) -> io::Result<bool> {
        let (outer, inner) = (rustix::fs::fstat(folder)?, rustix::fs::fstat(inner)?);
        let writers = |mode| Mode::from_raw_mode(mode) & (Mode::WGRP | Mode::WOTH);
        // Of shared folders and of disks without owners, such as a stick, all may write all.
        let is_as_closed = writers(outer.st_mode).contains(writers(inner.st_mode));
        let is_of_owner = inner.st_uid == 0 || inner.st_uid == outer.st_uid || own_user() == Some(inner.st_uid);
        Ok(is_as_closed && is_of_owner)
    }

    /// Returns the user this process acts as, where the system tells.
    fn own_user() -> Option<u32> {
        std::fs::metadata("/proc/self").ok().map(|process| process.uid())
    }

    /// Gives a file a second name.
    pub fn link(from: &Handle, path: &Path, to: &Handle) -> io::Result<()> {
        Ok(rustix::fs::linkat(from, path, to, path, AtFlags::empty())?)
    }

    pub fn remove_file(folder: &Handle, path: &Path) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(folder, path, AtFlags::empty())?)
    }

    pub fn remove_folder(folder: &Handle, path: &Path) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(folder, path, AtFlags::REMOVEDIR)?)
    }

    pub fn rename(folder: &Handle, from: &Path, to: &Path) -> io::Result<()> {
        Ok(rustix::fs::renameat(folder, from, folder, to)?)
    }

    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    pub fn exchange(folder: &Handle, one: &Path, other: &Path) -> io::Result<Exchange> {
        use rustix::{fs::RenameFlags, io::Errno};
        match rustix::fs::renameat_with(folder, one, folder, other, RenameFlags::EXCHANGE) {
            Ok(()) => Ok(Exchange::Done),
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(Exchange::NotOffered),
            Err(cause) => Err(cause.into()),
        }
    }

    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    pub fn exchange(_folder: &Handle, _one: &Path, _other: &Path) -> io::Result<Exchange> {
        Ok(Exchange::NotOffered)
    }

    /// Waits until every file on the file system of the folder is on its disk.
    #[cfg(target_os = "linux")]
    pub fn sync_all(folder: &Handle) -> io::Result<()> {
        Ok(rustix::fs::syncfs(folder)?)
    }

    #[cfg(not(target_os = "linux"))]
    pub fn sync_all(folder: &Handle) -> io::Result<()> {
        sync_names(folder)
    }

    /// Waits until the names in the folder are on the disk.
    pub fn sync_names(folder: &Handle) -> io::Result<()> {
        Ok(rustix::fs::fsync(folder)?)
    }

    /// Lets the same people in as another folder does.
    pub fn copy_permissions(from: &Handle, to: &Handle) -> io::Result<()> {
        let mode = rustix::fs::fstat(from)?.st_mode;
        Ok(rustix::fs::fchmod(to, Mode::from_raw_mode(mode))?)
    }

    /// Tells whether a name can be moved from one folder to the other.
    pub fn on_one_file_system(one: &Handle, other: &Handle) -> io::Result<bool> {
        Ok(rustix::fs::fstat(one)?.st_dev == rustix::fs::fstat(other)?.st_dev)
    }

    /// Tells whether a name still leads to an open file.
    pub fn leads_to(folder: &Handle, path: &Path, file: &File) -> io::Result<bool> {
        let (named, open) = (rustix::fs::statat(folder, path, AtFlags::SYMLINK_NOFOLLOW), rustix::fs::fstat(file)?);
        Ok(named.is_ok_and(|named| (named.st_dev, named.st_ino) == (open.st_dev, open.st_ino)))
    }

    /// Removes a file that is open and locked.
    pub fn remove_open_file(folder: &Handle, path: &Path) {
        // Whoever waits for the lock makes the file anew; a failure leaves an empty file behind.
        drop(remove_file(folder, path));
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use std::{
        fs::{self, File, Metadata, OpenOptions},
        io,
        path::{Path, PathBuf},
    };

    use super::Exchange;

    pub type Handle = PathBuf;

    /// Whether one call brings a whole file system to the disk, so that files need none of their own.
    pub const SYNCS_ALL_AT_ONCE: bool = false;

    pub fn open_folder(path: &Path) -> io::Result<Handle> {
        match fs::metadata(path)?.is_dir() {
            true => Ok(path.to_owned()),
            false => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    pub fn open_folder_in(folder: &Handle, path: &Path) -> io::Result<Handle> {
        let path = folder.join(path);
        match fs::symlink_metadata(&path)?.is_dir() {
            true => Ok(path),
            false => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    pub fn make_folder(folder: &Handle, path: &Path) -> io::Result<()> {
        fs::create_dir(folder.join(path))
    }

    /// Makes a folder; who may look into it is as in the one it lies in.
    pub fn make_private_folder(folder: &Handle, path: &Path) -> io::Result<()> {
        make_folder(folder, path)
    }

    /// Opens a file that is not there yet, for writing.
    pub fn create(folder: &Handle, path: &Path) -> io::Result<File> {
        File::create_new(folder.join(path))
    }

    /// The same; who may read it is as in the folder it lies in.
    pub fn create_private(folder: &Handle, path: &Path) -> io::Result<File> {
        create(folder, path)
    }

    /// Supposes so: the system does not note when anything of a file was last changed.
    pub fn changed_before(_file: &Metadata, _other: &Metadata) -> bool {
        true
    }

    /// Supposes so: files take their permissions from the folder they lie in.
    pub fn file_is_trusted(_folder: &Handle, _file: &File) -> io::Result<bool> {
        Ok(true)
    }

    /// Supposes so: folders take their permissions from the one they lie in.
    pub fn folder_is_trusted(_folder: &Handle, _inner: &Handle) -> io::Result<bool> {
        Ok(true)
    }

    /// Opens a file for reading and writing, and makes it where there is none.
    pub fn open_or_create(folder: &Handle, path: &Path) -> io::Result<File> {
        OpenOptions::new().read(true).write(true).create(true).truncate(false).open(folder.join(path))
    }

    /// Opens whatever has a name but a link: the caller looks at what it is.
    pub fn open_to_read(folder: &Handle, path: &Path) -> io::Result<File> {
        let path = folder.join(path);
        match fs::symlink_metadata(&path)?.is_symlink() {
            true => Err(io::Error::new(io::ErrorKind::InvalidInput, "a link is not followed")),
            false => File::open(path),
        }
    }

    /// Gives a file a second name.
    pub fn link(from: &Handle, path: &Path, to: &Handle) -> io::Result<()> {
        fs::hard_link(from.join(path), to.join(path))
    }

    pub fn remove_file(folder: &Handle, path: &Path) -> io::Result<()> {
        fs::remove_file(folder.join(path))
    }

    pub fn remove_folder(folder: &Handle, path: &Path) -> io::Result<()> {
        fs::remove_dir(folder.join(path))
    }

    pub fn rename(folder: &Handle, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(folder.join(from), folder.join(to))
    }

    pub fn exchange(_folder: &Handle, _one: &Path, _other: &Path) -> io::Result<Exchange> {
        Ok(Exchange::NotOffered)
    }

    /// Waits for nothing: each file was brought to the disk when it was written.
    pub fn sync_all(_folder: &Handle) -> io::Result<()> {
        Ok(())
    }

    /// Waits for nothing: the system keeps names in order by itself.
    pub fn sync_names(_folder: &Handle) -> io::Result<()> {
        Ok(())
    }

    /// Does nothing: folders take their permissions from the one they lie in.
    pub fn copy_permissions(_from: &Handle, _to: &Handle) -> io::Result<()> {
        Ok(())
    }

    /// Supposes that a name can be moved between the folders; if not, moving it says so.
    pub fn on_one_file_system(_one: &Handle, _other: &Handle) -> io::Result<bool> {
        Ok(true)
    }

    /// Supposes that a name still leads to an open file: nobody can remove it here.
    pub fn leads_to(_folder: &Handle, _path: &Path, _file: &File) -> io::Result<bool> {
        Ok(true)
    }

    /// Leaves the file, which cannot be removed while it is open.
    pub fn remove_open_file(_folder: &Handle, _path: &Path) {}
}
