//! A past in memory: the site at revisions that a test makes up.

use std::collections::BTreeMap;

use fremdrift::{
    diag::{Error, ErrorKind},
    git::CommitId,
    history::{Asked, History, Moment, Past},
    tree::MemoryTree,
    value::Date,
};

use super::{Site, day};

/// The site at revisions with names.
#[derive(Clone, Debug, Default)]
pub struct Revisions(BTreeMap<String, (Date, MemoryTree)>);

impl Revisions {
    /// Adds a revision, recorded on a day.
    pub fn with(mut self, name: &str, recorded: &str, site: &Site) -> Self {
        self.0.insert(name.to_owned(), (day(recorded), site.tree.clone()));
        self
    }
}

impl Past for Revisions {
    fn at(&self, revision: &str) -> Result<Moment, Error> {
        let (recorded, tree) =
            self.0.get(revision).ok_or_else(|| Error::new(ErrorKind::NotFound, format!("no {revision}")))?;
        // Any id will do, as long as each revision has its own.
        let digits: String = revision.bytes().map(|byte| format!("{byte:02x}")).collect();
        let id = CommitId::from_hex(&format!("{digits:0<40.40}")).expect("forty digits");
        Ok(Moment { id, recorded: *recorded, tree: Box::new(tree.clone()) })
    }

    fn history(&self, _: &Asked<'_>) -> Result<History, Error> {
        Ok(History::default())
    }
}
