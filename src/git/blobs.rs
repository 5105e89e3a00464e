//! Contents of files, each read once, in the order they lie in.

use std::path::Path;

use gix::odb::pack::index;
use rayon::prelude::*;

use super::{BlobId, Repository, failure::failed, repository::read};
use crate::{
    diag::{Error, ErrorKind},
    tree::MOST_BYTES,
};

/// How many bytes each thread keeps of what deltas are based on.
const CACHE: usize = 32 * 1024 * 1024;

/// The content of a file in history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blob<'b> {
    /// Its bytes.
    Bytes(&'b [u8]),
    /// It is larger than anything that is read: 64 MB.
    TooLarge,
    /// It was not fetched. Only where an incomplete repository is allowed.
    Missing,
}

/// Tells whether a file stands in for one that lies in Git LFS.
#[must_use]
pub fn is_lfs_pointer(bytes: &[u8]) -> bool {
    bytes.len() < 1024 && bytes.starts_with(b"version https://git-lfs.github.com/spec/")
}

impl Repository {
    /// Reads contents on all threads of the pool it is called in, in the order they lie in the packs, and hands out
    /// each once: its place in the list, and what it holds. An id that stands twice in the list is handed out twice,
    /// but read once.
    ///
    /// A delta's base lies before it in its pack, so a small memory of what was read spares decoding a chain again for
    /// each of its links. It holds 32 MB for each thread; beside it memory grows by 64 bytes for each id asked for.
    ///
    /// # Errors
    ///
    /// Fails when a content is missing, unless that is allowed, or cannot be read.
    pub fn blobs(&self, ids: &[BlobId], visit: &(dyn Fn(usize, Blob<'_>) + Sync)) -> Result<(), Error> {
        let order = self.in_pack_order(ids)?;
        let share = order.len().div_ceil(rayon::current_num_threads()).max(1);
        order.par_chunks(share).try_for_each(|part| self.read_in_order(ids, part, visit))
    }

    fn read_in_order(
        &self,
        ids: &[BlobId],
        order: &[PackPosition],
        visit: &(dyn Fn(usize, Blob<'_>) + Sync),
    ) -> Result<(), Error> {
        let (objects, mut buffer) = (self.objects(CACHE), Vec::new());
        let (mut last, mut state) = (None, BlobOutcome::Missing);
        for position in order {
            let Some(id) = ids.get(position.place) else { continue };
            if last != Some(id) {
                state = self.standing(read(&objects, &id.0, &mut buffer), buffer.len())?;
                last = Some(id);
            }
            let blob = match state {
                BlobOutcome::Read => Blob::Bytes(&buffer),
                BlobOutcome::TooLarge => Blob::TooLarge,
                BlobOutcome::Missing => Blob::Missing,
            };
            visit(position.place, blob);
        }
        Ok(())
    }

    /// Tells what became of reading a content.
    fn standing(&self, done: Result<(), Error>, bytes: usize) -> Result<BlobOutcome, Error> {
        match done {
            Ok(()) if bytes > MOST_BYTES => Ok(BlobOutcome::TooLarge),
            Ok(()) => Ok(BlobOutcome::Read),
            Err(error) if error.kind() == ErrorKind::Limit => Ok(BlobOutcome::TooLarge),
            Err(error) if self.is_unfetched(&error) => Ok(BlobOutcome::Missing),
            Err(error) => Err(error),
        }
    }

    /// Returns the places of contents in the order they lie in: pack by pack from its beginning, then what lies loose.
    fn in_pack_order(&self, ids: &[BlobId]) -> Result<Vec<PackPosition>, Error> {
        let packs = self.pack_indices()?;
        let find = |id: &BlobId| {
            let mut places = packs.iter().enumerate();
            places.find_map(|(pack, index)| Some((pack, index.pack_offset_at_index(index.lookup(id.0)?))))
        };
        let mut order: Vec<PackPosition> = ids
            .par_iter()
            .enumerate()
            .map(|(place, id)| {
                let (pack, offset) = find(id).unwrap_or((usize::MAX, 0));
                PackPosition { pack, offset, id: *id, place }
            })
            .collect();
        order.par_sort_unstable();
        Ok(order)
    }

    /// Opens the indices of all packs. One that cannot be read is passed over: it only tells the order.
    fn pack_indices(&self) -> Result<Vec<index::File>, Error> {
        let objects = self.objects(0);
        let store = objects.store_ref();
        let others = store.alternate_db_paths().map_err(|error| failed("reading objects/info/alternates", &error))?;
        let folders = std::iter::once(store.path().to_owned()).chain(others);
        let files = folders.flat_map(|folder| index_files(&folder.join("pack")));
        Ok(files.filter_map(|file| index::File::at(file, self.hash()).ok()).collect())
    }
}

/// Where a content lies, for sorting, and which place it has in the list that was asked for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct PackPosition {
    pack: usize,
    offset: u64,
    id: BlobId,
    place: usize,
}

/// What became of reading a content.
#[derive(Clone, Copy)]
enum BlobOutcome {
    Read,
    TooLarge,
    Missing,
}

fn index_files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|ending| ending == "idx")).collect();
    files.sort_unstable();
    files
}
