//! What builds keep for each other, in a folder of the site that git does not see.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use fremdrift::history::{Kept, Memory};

use super::edge;

/// The folder, within that of the site.
pub const FOLDER: &str = ".fremdrift";

/// What is kept of a site. Nothing is lost with it but time, so nothing that goes wrong here is an error.
pub struct Cache {
    folder: PathBuf,
    program: String,
    /// Only a build keeps anything.
    is_kept: bool,
}

impl Cache {
    /// What earlier builds have kept of a site, for a command that keeps nothing itself.
    pub fn to_read(root: &Path) -> Self {
        Self { folder: root.join(FOLDER), program: edge::program(), is_kept: false }
    }

    /// The same for a build.
    pub fn to_keep(root: &Path) -> Self {
        Self { is_kept: true, ..Self::to_read(root) }
    }

    /// Lends it to the library.
    pub fn kept(&self) -> Kept<'_> {
        Kept { memory: self, program: &self.program }
    }

    /// Writes beside the file and puts it in its place, so that nobody reads half of it.
    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        if !fs::symlink_metadata(&self.folder)?.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        fs::write(self.folder.join(".gitignore"), "*\n")?;
        let beside = self.folder.join(format!("{name}.{}", std::process::id()));
        let done = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, self.folder.join(name)));
        done.or_else(|error| fs::remove_file(&beside).and(Err(error)))
    }
}

impl Memory for Cache {
    fn recall(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.folder.join(name)).ok()
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        if self.is_kept {
            drop(self.write(name, bytes));
        }
    }
}
