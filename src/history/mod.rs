//! What was recorded when: the commits of a site, and what each changed.
//!
//! Floor 6. Files of old versions are parsed as they were, seen with what is hidden today, and compared record by
//! record ([`crate::compare`]) from each commit to the next. How a change is worded is the business of floors above.

#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects, clippy::indexing_slicing))]

mod blob_index;
mod departed;
mod dialects;
mod disclosed;
mod events;
mod file_changes;
mod git_past;
mod history_cache;
mod late_names;
mod query;
mod redact;
#[cfg(test)]
mod redact_tests;
mod redaction;
mod replay;
mod revisions;
mod trace;
mod version_control;

pub use departed::Departed;
pub use disclosed::{CommitText, HistoryDisclosure};
pub use events::{CommitFacts, Event, History};
pub use git_past::{Foreseen, GitPast, MOVING_REVISION};
pub use history_cache::{CacheStore, HistoryCache};
pub use query::{HistoryQuery, PastVersion};
pub use redaction::{RedactedHistory, Redactions};
pub use revisions::{CommitChanges, HistoryByPlan};
pub use version_control::VersionControl;

use crate::diag::Code;

/// The codes of this room, file by file.
pub const CODES: &[&[&Code]] = &[git_past::CODES];
