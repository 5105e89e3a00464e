//! What builds keep of the editions they have published: their files are taken over as long as nothing is another that decides
//! them.
//!
//! What decides an edition is its commit and little of today: what is hidden, what other versions its pages
//! lead to, how it is called. Its files are taken over only where they stand in the published
//! folder, each with the very sum it had; no byte of them is kept here.

use serde::{Deserialize, Serialize};

use super::{
    OpenedSite,
    kept_store::{KeptKey, KeptStore},
};
use crate::{
    diag::Error,
    output::{Sink, TakenFile},
};

/// What is kept of an edition.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PublishedEdition {
    /// How many pages it has.
    pub pages: usize,
    /// How many errors its content had.
    pub errors: usize,
    /// How many of its records are not shown any more.
    pub closed_since: usize,
    /// Its files, as they lie in the site of today.
    files: Vec<TakenFile>,
}

/// The editions that earlier builds have published, and those that this one publishes.
#[derive(Default)]
pub struct EditionMemory<'m> {
    store: KeptStore<'m, PublishedEdition>,
}

impl<'m> EditionMemory<'m> {
    /// Reads what earlier builds have kept.
    pub fn open(opened: &OpenedSite<'m>, sink: &dyn Sink) -> Self {
        const NAME: &str = "editions";
        // Of a site that is made in memory nothing can be taken over.
        match sink.taken_below(NAME) {
            Some(_) => Self { store: KeptStore::open(opened, NAME) },
            None => Self::default(),
        }
    }

    /// Returns the sum of all that decides an edition; nothing where nothing is kept.
    pub fn key(&self, decided_by: impl FnOnce() -> Option<String>) -> Option<KeptKey> {
        self.store.key(decided_by)
    }

    /// Lets a sink take over the files of an edition, where they are known and stand there still.
    pub fn take_over(&mut self, key: KeptKey, sink: &dyn Sink) -> Result<Option<PublishedEdition>, Error> {
        let Some(known) = self.store.known(&key).cloned() else { return Ok(None) };
        if known.files.is_empty() || !sink.take_over(&known.files)? {
            return Ok(None);
        }
        self.store.keep(key, known.clone());
        Ok(Some(known))
    }

    /// Keeps an edition whose files a sink has taken into a folder.
    pub fn keep(
        &mut self,
        key: KeptKey,
        (pages, errors, closed_since): (usize, usize, usize),
        sink: &dyn Sink,
        folder: &str,
    ) {
        if let Some(files) = sink.taken_below(folder) {
            self.store.keep(key, PublishedEdition { pages, errors, closed_since, files });
        }
    }

    /// Writes down what this build keeps.
    pub fn close(self) {
        self.store.close();
    }
}
