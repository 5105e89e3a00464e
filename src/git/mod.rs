//! The repository: what was said when, read from version control.
//!
//! Floor 3. The only part that opens the repository; nothing is spawned, no filter and no hook is run, and neither the
//! environment nor the user's configuration is read. It reads only, but for two things: the tag that names an
//! edition, and a new repository for a demonstration. It knows commits, files and bytes, never what they mean.
//!
//! History follows the first parent: what was published on the branch, in the order of its commits. The recorded
//! date is that of the committer. Nothing here rests on names of persons; who wrote, and why, is told only where
//! it is asked for.

mod blobs;
mod changes;
mod commit;
mod failure;
mod id;
mod people;
mod repository;
mod revision;
mod signature;
mod tag;
mod unrecorded;
mod write;

pub use blobs::{Blob, is_lfs_pointer};
pub use changes::ChangedFile;
pub use commit::{Commit, OddTime, RecordedTime, odd_times};
pub use id::{BlobId, CommitId};
pub use people::{People, Person};
pub use repository::{CommitMatch, Completeness, LEAST_DIGITS, Repository};
pub use revision::{NO_SITE_THEN, RevisionTree, SUBMODULE};
pub use signature::Signature;
pub use tag::{NewTag, is_tag_name};
pub use write::{FileEdit, NewCommit, NewRepository};

use crate::diag::Code;

/// The codes of this room, file by file.
pub const CODES: &[&[&Code]] = &[repository::CODES, revision::CODES, tag::CODES, write::CODES];
