//! Where the pages go: a folder to be published, memory, or nowhere.
//!
//! Floor 2. It knows paths and bytes, and the disk they end on; it knows no pages, plans or formats.
//! Whoever renders hands each finished file to a [`Sink`], from as many threads as it likes.
//!
//! [`Staging`] publishes. The new site is written beside the old one and takes its place in one
//! step, after all of it is on the disk: whatever fails on the way (a page, the disk, the power), the
//! published site is the old one or the new one, whole. It replaces only what it published itself
//! and finds unchanged; anything else in the folder stops it before a byte is written.

mod cache;
mod fault;
mod folder;
mod lock;
mod manifest;
mod names;
mod platform;
mod quota;
mod sealed;
mod sink;
mod staging;
mod standing;
mod survey;
#[cfg(test)]
mod tests;

pub use cache::{CacheFolder, CacheRefusal, MOST_CACHE_BYTES};
pub use manifest::Purpose;
pub use names::{ascii_name, safe_name, windows_refusal};
pub use sealed::Seal;
pub use sink::{MemoryFiles, MemorySink, NullSink, Sink, TakenFile};
pub use staging::{PublishOutcome, Staging, is_at_rest};

use crate::diag::Code;

/// The codes of this room, file by file.
pub const CODES: &[&[&Code]] = &[lock::CODES, standing::CODES, staging::CODES, quota::CODES];
