//! What builds keep of the editions they have published: their files are taken over as long as nothing is another that decides
//! them.
//!
//! An edition that is cut is a function of its commit and of little of today: what is hidden, what other versions its pages
//! lead to, how it is called. It is kept under a sum of all that. Its files are taken over only where they stand in the published
//! folder, each with the very sum it had; no byte of them is kept here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::OpenedSite;
use crate::{
    diag::Error,
    history::HistoryCache,
    output::{Sink, TakenFile},
};

/// The version of the layout of bytes.
const LAYOUT: u32 = 1;

/// How many bytes a sum has.
const SUM: usize = 32;

/// A sum of all that decides an edition.
pub type EditionKey = [u8; SUM];

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

/// The editions that earlier builds have kept, and those that this one keeps.
#[derive(Default)]
pub struct EditionMemory<'m> {
    /// Where they are kept, what tells this site and this program from others, and the name they are kept under.
    store: Option<(HistoryCache<'m>, String, String)>,
    known: BTreeMap<EditionKey, PublishedEdition>,
    kept: BTreeMap<EditionKey, PublishedEdition>,
}

impl<'m> EditionMemory<'m> {
    /// Reads what earlier builds have kept. Nothing is kept, and what there was is taken away, where something of the past is
    /// withheld: an address may say it.
    pub fn open(opened: &OpenedSite<'m>, sink: &dyn Sink) -> Self {
        let Some((cache, place)) = opened.input.past.and_then(|past| past.kept()) else { return Self::default() };
        let name = format!("editions-{}", opened.input.audience.word());
        let recalled = || cache.memory.recall(&name).filter(|bytes: &Vec<u8>| !bytes.is_empty());
        if !opened.version.settings.history_redact.is_empty() {
            if recalled().is_some() {
                cache.memory.keep(&name, &[]);
            }
            return Self::default();
        }
        // Of a site that is made in memory nothing can be taken over.
        if sink.taken_below(&name).is_none() {
            return Self::default();
        }
        let known = recalled().and_then(|bytes: Vec<u8>| read(&bytes)).unwrap_or_default();
        let site = format!("{LAYOUT} {} {place:?}", cache.program);
        Self { store: Some((cache, site, name)), known, kept: BTreeMap::new() }
    }

    /// Returns the sum of all that decides an edition; nothing where nothing is kept.
    pub fn key(&self, decided_by: impl FnOnce() -> Option<String>) -> Option<EditionKey> {
        let (_, site, _) = self.store.as_ref()?;
        Some(Sha256::digest(format!("{site} {}", decided_by()?)).into())
    }

    /// Lets a sink take over the files of an edition, where they are known and stand there still.
    pub fn take_over(&mut self, key: EditionKey, sink: &dyn Sink) -> Result<Option<PublishedEdition>, Error> {
        let Some(known) = self.known.get(&key) else { return Ok(None) };
        if known.files.is_empty() || !sink.take_over(&known.files)? {
            return Ok(None);
        }
        self.kept.insert(key, known.clone());
        Ok(Some(known.clone()))
    }

    /// Keeps an edition whose files a sink has taken into a folder.
    pub fn keep(
        &mut self,
        key: EditionKey,
        (pages, errors, closed_since): (usize, usize, usize),
        sink: &dyn Sink,
        folder: &str,
    ) {
        if let Some(files) = sink.taken_below(folder) {
            self.kept.insert(key, PublishedEdition { pages, errors, closed_since, files });
        }
    }

    /// Writes down what this build keeps, where that is other than what there was.
    pub fn close(self) {
        let Some((cache, _, name)) = self.store else { return };
        if self.kept.keys().eq(self.known.keys()) && self.kept.keys().len() > 0 {
            return;
        }
        if let Ok(body) = postcard::to_allocvec(&self.kept) {
            cache.memory.keep(&name, &[Sha256::digest(&body).as_slice(), body.as_slice()].concat());
        }
    }
}

/// Reads what was kept, once it is known to be whole.
fn read(bytes: &[u8]) -> Option<BTreeMap<EditionKey, PublishedEdition>> {
    let (sum, body) = bytes.split_first_chunk::<SUM>()?;
    (Sha256::digest(body).as_slice() == sum).then(|| postcard::from_bytes(body).ok()).flatten()
}
