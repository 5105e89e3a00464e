//! The folder beside a site's files in which a build keeps what the next one may use.
//!
//! Nothing is lost with it but time, and a clone or another user may have put anything there. So no link is followed,
//! only plain files of a limited size are read, and only from who could change the site itself; what is refused is
//! answered as a [`CacheRefusal`], for the program to say. A file is written beside its name and renamed, which replaces
//! whatever had the name: a link, a pipe, a file with a second name elsewhere.

use std::{
    fs::File,
    io::{self, ErrorKind, Read, Write},
    path::Path,
};

use super::platform;

/// The most bytes that are kept under one name, or read. The history of 20 000 commits takes 8 MB.
pub const MOST_CACHE_BYTES: u64 = 256 * 1024 * 1024;

/// What git shall see of the folder: nothing.
const IGNORE: &str = ".gitignore";

/// The folder, held open.
#[derive(Debug)]
pub struct CacheFolder {
    site: platform::Handle,
    handle: platform::Handle,
}

/// Why what lies in the cache is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CacheRefusal {
    /// A link or a file has the name of the folder.
    NotAFolder,
    /// A link, a folder, a pipe or a device has the name of a file.
    NotAFile,
    /// It belongs to, or can be written by, somebody who cannot write the site's folder.
    Foreign,
    /// It is larger than [`MOST_CACHE_BYTES`].
    TooLarge,
    /// Git tracks it, so that it came with a clone and not from a build here.
    Tracked,
}

impl CacheRefusal {
    /// Returns its word in messages.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::NotAFolder => "not-a-folder",
            Self::NotAFile => "not-a-file",
            Self::Foreign => "foreign",
            Self::TooLarge => "too-large",
            Self::Tracked => "tracked",
        }
    }
}

impl CacheFolder {
    /// Opens the folder of a name within a site's; `None` where there is none.
    ///
    /// # Errors
    ///
    /// Says why it is not used.
    pub fn open(site: &Path, name: &str) -> Result<Option<Self>, CacheRefusal> {
        let Ok(site) = platform::open_folder(site) else { return Ok(None) };
        let handle = match platform::open_folder_in(&site, Path::new(name)) {
            Ok(handle) => handle,
            Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(None),
            Err(cause) if cause.kind() == ErrorKind::PermissionDenied => return Err(CacheRefusal::Foreign),
            // The system says of a link that it is no folder, or that there are too many links.
            Err(_) => return Err(CacheRefusal::NotAFolder),
        };
        match platform::folder_is_trusted(&site, &handle) {
            Ok(true) => Ok(Some(Self { site, handle })),
            _ => Err(CacheRefusal::Foreign),
        }
    }

    /// The same, and makes the folder where there is none and where the site's folder lets it: `None` where it does not.
    ///
    /// # Errors
    ///
    /// Says why it is not used.
    pub fn open_or_make(site: &Path, name: &str) -> Result<Option<Self>, CacheRefusal> {
        if let Ok(site) = platform::open_folder(site) {
            // It may be there already, or the site may be read-only.
            drop(platform::make_private_folder(&site, Path::new(name)));
        }
        Self::open(site, name)
    }

    /// Reads a file; `None` where nothing has the name, or it cannot be read.
    ///
    /// # Errors
    ///
    /// Says why it is not used.
    pub fn read(&self, name: &str) -> Result<Option<Vec<u8>>, CacheRefusal> {
        let file = match platform::open_to_read(&self.handle, Path::new(name)) {
            Ok(file) => file,
            Err(cause) if matches!(cause.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied) => return Ok(None),
            Err(_) => return Err(CacheRefusal::NotAFile),
        };
        self.judge(&file)?;
        let mut bytes = Vec::new();
        // It may grow while it is read.
        match file.take(MOST_CACHE_BYTES).read_to_end(&mut bytes) {
            Ok(_) => Ok(Some(bytes)),
            Err(_) => Ok(None),
        }
    }

    /// Decides of an open file, so that nobody can put another in its place.
    fn judge(&self, file: &File) -> Result<(), CacheRefusal> {
        match file.metadata() {
            Ok(facts) if !facts.is_file() => Err(CacheRefusal::NotAFile),
            Ok(facts) if facts.len() > MOST_CACHE_BYTES => Err(CacheRefusal::TooLarge),
            Ok(_) if platform::file_is_trusted(&self.site, file).unwrap_or(false) => Ok(()),
            _ => Err(CacheRefusal::Foreign),
        }
    }

    /// Writes a file, in the place of whatever had the name but a folder.
    ///
    /// # Errors
    ///
    /// Fails when the disk does, or when the bytes are more than are ever read.
    pub fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        if u64::try_from(bytes.len()).is_ok_and(|size| size > MOST_CACHE_BYTES) {
            return Err(ErrorKind::FileTooLarge.into());
        }
        self.hide_from_git()?;
        let beside = format!("{name}.{}", std::process::id());
        let beside = Path::new(&beside);
        // In a container every build has the same number: one that was killed may have left its file.
        drop(platform::remove_file(&self.handle, beside));
        let mut file = platform::create_private(&self.handle, beside)?;
        let done = file.write_all(bytes).and_then(|()| platform::rename(&self.handle, beside, Path::new(name)));
        done.or_else(|cause| platform::remove_file(&self.handle, beside).and(Err(cause)))
    }

    fn hide_from_git(&self) -> io::Result<()> {
        match platform::create_private(&self.handle, Path::new(IGNORE)) {
            Ok(mut file) => file.write_all(b"*\n"),
            Err(cause) if cause.kind() == ErrorKind::AlreadyExists => Ok(()),
            Err(cause) => Err(cause),
        }
    }
}
