//! A past in memory: the site at revisions that a test makes up.

use std::collections::BTreeMap;

use fremdrift::{
    diag::{Error, ErrorKind},
    git::CommitId,
    history::{CommitText, History, HistoryDisclosure, HistoryQuery, PastVersion, VersionControl},
    tree::MemoryTree,
    value::Date,
};

use super::{Site, day};

/// The site at revisions with names.
#[derive(Clone, Debug, Default)]
pub struct Revisions {
    sites: BTreeMap<String, (Date, MemoryTree)>,
    has_lost_history: bool,
}

impl Revisions {
    /// Adds a revision, recorded on a day.
    pub fn with(mut self, name: &str, recorded: &str, site: &Site) -> Self {
        self.sites.insert(name.to_owned(), (day(recorded), site.tree.clone()));
        self
    }

    /// Forgets the commit that history should count from.
    pub fn without_history(mut self) -> Self {
        self.has_lost_history = true;
        self
    }
}

impl VersionControl for Revisions {
    fn at(&self, revision: &str) -> Result<PastVersion, Error> {
        let (recorded, tree) =
            self.sites.get(revision).ok_or_else(|| Error::new(ErrorKind::NotFound, format!("no {revision}")))?;
        // Any id will do, as long as each revision has its own.
        let digits: String = revision.bytes().map(|byte| format!("{byte:02x}")).collect();
        let id = CommitId::from_hex(&format!("{digits:0<40.40}")).expect("forty digits");
        Ok(PastVersion { id, recorded: *recorded, lay_here: true, tree: Box::new(tree.clone()) })
    }

    fn history(&self, _: &HistoryQuery<'_>) -> Result<History, Error> {
        if self.has_lost_history {
            return Err(Error::new(ErrorKind::NotFound, "no such commit"));
        }
        Ok(History::default())
    }

    fn reaches(&self, _: &History, _: &PastVersion) -> bool {
        true
    }

    fn said(&self, _: &[CommitId], _: HistoryDisclosure) -> Result<Vec<CommitText>, Error> {
        Ok(Vec::new())
    }
}
