//! Which meeting packs alone are wanted of a site, and what became of them.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, PoisonError},
};

use crate::{
    diag::{Code, Error, ErrorKind},
    model::Site,
    value::{Id, RelPath},
    view::Addresses,
};

const NO_SUCH_COMMITTEE: Code = Code::error("no-such-committee")
    .args(&["id", "known"])
    .help("`fremdrift pdf` for a committee that `content/committees.toml` has not");
const PACK_NAME_TAKEN: Code = Code::error("pack-name-taken")
    .args(&["name", "first", "second"])
    .help("two meeting packs whose files would have one name, so that the second would take the place of the first");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&NO_SUCH_COMMITTEE, &PACK_NAME_TAKEN];

/// Which packs alone are wanted of a site, and what has been made of them.
#[derive(Debug, Default)]
pub struct PackRequest {
    /// Those of these committees; of all where there are none.
    committees: Vec<Id>,
    made: Mutex<BTreeMap<RelPath, Vec<u8>>>,
}

impl PackRequest {
    /// Asks for the packs of some committees, or of all where none is named.
    pub fn of(committees: &[Id]) -> Self {
        Self { committees: committees.to_vec(), made: Mutex::default() }
    }

    /// Returns where the packs lie that are wanted.
    ///
    /// # Errors
    ///
    /// Answers that a committee is not there, or that two packs would have one name.
    pub fn wanted(&self, site: &Site, addresses: &Addresses, edition: Option<&Id>) -> Result<BTreeSet<RelPath>, Error> {
        let mut wanted = BTreeSet::new();
        let ids: Vec<&Id> = if self.committees.is_empty() {
            site.committees.keys().collect()
        } else {
            self.committees.iter().collect()
        };
        for id in ids {
            let Some(path) = addresses.pack_document(id, edition) else {
                let known = site.committees.keys().map(Id::as_str).collect::<Vec<_>>().join(", ");
                let error = Error::coded(ErrorKind::NotFound, &NO_SUCH_COMMITTEE).with("id", id.as_str());
                return Err(error.with("known", if known.is_empty() { "-".to_owned() } else { known }));
            };
            wanted.insert(path);
        }
        refuse_shared_names(site, addresses, edition)?;
        Ok(wanted)
    }

    /// Returns what has been made.
    pub fn into_made(self) -> BTreeMap<RelPath, Vec<u8>> {
        self.made.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes what has been made.
    pub fn keep(&self, made: BTreeMap<RelPath, Vec<u8>>) {
        *self.made.lock().unwrap_or_else(PoisonError::into_inner) = made;
    }
}

/// Refuses names that two packs would have, of today or of an edition: whoever keeps both in one folder would lose one.
fn refuse_shared_names(site: &Site, addresses: &Addresses, edition: Option<&Id>) -> Result<(), Error> {
    let editions = site.editions.iter().map(|edition| Some(&edition.id)).chain([None, edition]);
    let editions: BTreeSet<Option<&Id>> = editions.collect();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for id in site.committees.keys() {
        for edition in &editions {
            let Some(path) = addresses.pack_document(id, *edition) else { continue };
            let whose = edition.map_or_else(|| id.to_string(), |edition| format!("{id}, {edition}"));
            if let Some(first) = names.insert(path.file_name().to_owned(), whose.clone()) {
                let error = Error::coded(ErrorKind::Exists, &PACK_NAME_TAKEN).with("name", path.file_name());
                return Err(error.with("first", first).with("second", whose));
            }
        }
    }
    Ok(())
}
