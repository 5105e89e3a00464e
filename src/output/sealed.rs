//! What tells later whether a published site is still the one that was left.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{
    fault::Fault,
    folder::Folder,
    manifest::{self, Fingerprint, Purpose},
    standing::PublishedSite,
};

/// The sum of the list of what was published, which names each file with the sum of its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal(String);

impl Seal {
    /// Takes it of the site in a folder.
    pub(super) fn of(folder: &Folder) -> Option<Self> {
        let bytes = folder.read(Path::new(manifest::NAME), manifest::LIMIT).ok()??;
        Some(Self(Fingerprint::of(&bytes).sha256.to_string()))
    }

    /// Tells whether the very site still stands in a folder, whole and as it was published: what the next build would find there.
    #[must_use]
    pub fn holds(&self, out: &Path, purpose: &Purpose) -> bool {
        let Some(name) = out.file_name() else { return false };
        let parent = out.parent().filter(|parent| *parent != Path::new("")).unwrap_or(Path::new("."));
        let Ok(parent) = Folder::open_or_make(parent, Fault::default()) else { return false };
        let Ok(Some(found)) = PublishedSite::find(&parent, Path::new(name), purpose) else { return false };
        found.has_all() && Self::of(found.folder()).as_ref() == Some(self)
    }
}
