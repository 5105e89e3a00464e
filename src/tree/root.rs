//! A folder held open, below which files are opened without following a link. The only file of this
//! module that names an operating system.

#[cfg(not(unix))]
pub(super) use elsewhere::{Root, stamp};
#[cfg(unix)]
pub(super) use unix::{Root, stamp};

/// What the system notes of a file.
pub(super) struct FileStamp {
    /// Which file it is, whose, how large, and when it was written and changed.
    pub numbers: [i64; 10],
    /// When anything of it was last changed: the second and its part.
    pub changed: (i64, i64),
}

#[cfg(unix)]
mod unix {
    use std::{
        fs::{File, Metadata},
        io,
        os::{fd::OwnedFd, unix::fs::MetadataExt},
        path::Path,
    };

    use rustix::fs::{Mode, OFlags};

    use super::FileStamp;

    /// Returns what the system notes of a file.
    pub fn stamp(facts: &Metadata) -> Option<FileStamp> {
        let (written, changed) = ((facts.mtime(), facts.mtime_nsec()), (facts.ctime(), facts.ctime_nsec()));
        let numbers = [
            facts.dev().cast_signed(),
            facts.ino().cast_signed(),
            i64::from(facts.mode()),
            i64::from(facts.uid()),
            i64::from(facts.gid()),
            facts.size().cast_signed(),
            written.0,
            written.1,
            changed.0,
            changed.1,
        ];
        Some(FileStamp { numbers, changed: written.max(changed) })
    }

    /// A folder, whatever becomes of its path.
    #[derive(Debug)]
    pub struct Root(OwnedFd);

    impl Root {
        /// Opens the folder at a path.
        pub fn open(path: &Path) -> io::Result<Self> {
            let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
            Ok(Self(rustix::fs::open(path, flags, Mode::empty())?))
        }

        /// Opens a file below it. No part of its name may be a link.
        #[cfg(target_os = "linux")]
        pub fn file(&self, name: &str) -> io::Result<File> {
            use rustix::{fs::ResolveFlags, io::Errno};
            let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK;
            let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS;
            match rustix::fs::openat2(&self.0, name, flags, Mode::empty(), resolve) {
                Err(Errno::NOSYS | Errno::PERM) => self.file_by_parts(name),
                opened => Ok(opened?.into()),
            }
        }

        /// Opens a file below it. No part of its name may be a link.
        #[cfg(not(target_os = "linux"))]
        pub fn file(&self, name: &str) -> io::Result<File> {
            self.file_by_parts(name)
        }

        /// The same where the system cannot do it in one step.
        pub fn file_by_parts(&self, name: &str) -> io::Result<File> {
            let mut at = self.0.try_clone()?;
            let mut parts = name.split('/').peekable();
            while let Some(part) = parts.next() {
                let kind = if parts.peek().is_some() { OFlags::DIRECTORY } else { OFlags::NONBLOCK };
                let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NOFOLLOW | kind;
                at = rustix::fs::openat(&at, part, flags, Mode::empty())?;
            }
            Ok(at.into())
        }
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use std::{
        fs::{self, File, Metadata},
        io,
        path::{Path, PathBuf},
    };

    use super::FileStamp;

    /// Knows nothing: the system does not say when something of a file was last changed.
    pub fn stamp(_facts: &Metadata) -> Option<FileStamp> {
        None
    }

    /// A folder by its path: the system offers no handle that names are looked up in.
    #[derive(Debug)]
    pub struct Root(PathBuf);

    impl Root {
        /// Takes the folder at a path.
        pub fn open(path: &Path) -> io::Result<Self> {
            fs::metadata(path)?.is_dir().then(|| Self(path.to_owned())).ok_or(io::ErrorKind::NotADirectory.into())
        }

        /// Opens a file below it. No part of its name may be a link.
        pub fn file(&self, name: &str) -> io::Result<File> {
            let mut at = self.0.clone();
            for part in name.split('/') {
                at.push(part);
                if fs::symlink_metadata(&at)?.is_symlink() {
                    return Err(io::Error::new(io::ErrorKind::InvalidInput, "a link is not followed"));
                }
            }
            File::open(at)
        }
    }
}
