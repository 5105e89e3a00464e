//! A tree in memory, for tests and for whatever is built without a disk.

use std::collections::BTreeMap;

use super::{SkippedEntry, Tree};
use crate::{
    diag::{Error, ErrorKind},
    value::RelPath,
};

/// A tree in memory.
#[derive(Clone, Debug, Default)]
pub struct MemoryTree {
    paths: Vec<RelPath>,
    files: BTreeMap<RelPath, Vec<u8>>,
}

impl MemoryTree {
    /// Adds a file, or replaces it. Paths that cannot be in a tree are passed over.
    #[must_use]
    pub fn with(mut self, path: &str, text: impl Into<Vec<u8>>) -> Self {
        if let Ok(path) = RelPath::new(path) {
            self.files.insert(path, text.into());
            self.paths = self.files.keys().cloned().collect();
        }
        self
    }

    /// Takes a file away.
    #[must_use]
    pub fn without(mut self, path: &str) -> Self {
        self.files.retain(|known, _| known.as_str() != path);
        self.paths = self.files.keys().cloned().collect();
        self
    }
}

impl Tree for MemoryTree {
    fn paths(&self) -> &[RelPath] {
        &self.paths
    }

    fn skipped(&self) -> &[SkippedEntry] {
        &[]
    }

    fn read(&self, path: &RelPath, buffer: &mut Vec<u8>) -> Result<(), Error> {
        let bytes = self.files.get(path).ok_or_else(|| Error::new(ErrorKind::NotFound, format!("no file {path}")))?;
        buffer.clear();
        buffer.extend_from_slice(bytes);
        Ok(())
    }
}
