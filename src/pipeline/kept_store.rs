//! What builds keep of editions and plans: each thing under a sum of all that decides it.
//!
//! Nothing is kept where something of the past is withheld: an address may say it, and the words of then do.

use std::collections::BTreeMap;

use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

use super::OpenedSite;
use crate::history::HistoryCache;

/// The version of the layout of bytes.
const LAYOUT: u32 = 4;

/// How many bytes a sum has.
const SUM: usize = 32;

/// A sum of all that decides what is kept.
pub type KeptKey = [u8; SUM];

/// What earlier builds have kept, and what this one keeps.
pub struct KeptStore<'m, T> {
    /// Where it is kept, what tells this site and this program from others, and the name it is kept under; nothing where
    /// nothing is kept.
    place: Option<(HistoryCache<'m>, String, String)>,
    known: BTreeMap<KeptKey, T>,
    kept: BTreeMap<KeptKey, T>,
}

impl<T> Default for KeptStore<'_, T> {
    fn default() -> Self {
        Self { place: None, known: BTreeMap::new(), kept: BTreeMap::new() }
    }
}

impl<'m, T: Clone + Serialize + DeserializeOwned> KeptStore<'m, T> {
    /// Reads what earlier builds have kept under a name, for this audience. What there was is taken away where something of
    /// the past is withheld.
    pub fn open(opened: &OpenedSite<'m>, name: &str) -> Self {
        let kept = match opened.input.past {
            Some(past) => past.kept(),
            None => opened.input.cache.map(|cache| (cache, String::new())),
        };
        let Some((cache, place)) = kept else { return Self::default() };
        let name = format!("{name}-{}", opened.input.audience.word());
        let recalled = cache.memory.recall(&name).filter(|bytes: &Vec<u8>| !bytes.is_empty());
        if !opened.version.settings.history_redact.is_empty() {
            if recalled.is_some() {
                cache.memory.keep(&name, &[]);
            }
            return Self::default();
        }
        let known = recalled.map(|bytes| read(&bytes));
        // What cannot be read is of no use to any build, and says what it says on.
        if let Some(None) = known {
            cache.memory.keep(&name, &[]);
        }
        let known = known.flatten().unwrap_or_default();
        let site = format!("{LAYOUT} {} {place:?}", cache.program);
        Self { place: Some((cache, site, name)), known, kept: BTreeMap::new() }
    }

    /// Returns the sum of all that decides a thing; nothing where nothing is kept.
    pub fn key(&self, decided_by: impl FnOnce() -> Option<String>) -> Option<KeptKey> {
        let (_, site, _) = self.place.as_ref()?;
        Some(Sha256::digest(format!("{site} {}", decided_by()?)).into())
    }

    /// Tells whether anything is kept.
    pub fn is_open(&self) -> bool {
        self.place.is_some()
    }

    /// Returns what earlier builds have kept under a sum.
    pub fn known(&self, key: &KeptKey) -> Option<&T> {
        self.known.get(key)
    }

    /// Keeps a thing for the next build.
    pub fn keep(&mut self, key: KeptKey, thing: T) {
        self.kept.insert(key, thing);
    }

    /// Keeps for the next build what earlier ones have kept under a sum.
    pub fn keep_on(&mut self, key: KeptKey) {
        if let Some(thing) = self.known.get(&key) {
            self.kept.insert(key, thing.clone());
        }
    }

    /// Writes down what this build keeps, where that is other than what there was.
    pub fn close(self) {
        let Some((cache, _, name)) = self.place else { return };
        if self.kept.keys().eq(self.known.keys()) {
            return;
        }
        if let Ok(body) = postcard::to_allocvec(&self.kept) {
            cache.memory.keep(&name, &[Sha256::digest(&body).as_slice(), body.as_slice()].concat());
        }
    }
}

/// Reads what was kept, once it is known to be whole.
fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<BTreeMap<KeptKey, T>> {
    let (sum, body) = bytes.split_first_chunk::<SUM>()?;
    (Sha256::digest(body).as_slice() == sum).then(|| postcard::from_bytes(body).ok()).flatten()
}
