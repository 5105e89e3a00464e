//! What was recorded when: the commits of a site, and what each changed.
//!
//! Floor 6. Files of old versions are parsed as they were, seen with what is hidden today, and compared record by
//! record ([`crate::compare`]) from each commit to the next. How a change is worded is the business of floors above.

#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects, clippy::indexing_slicing))]

mod departed;
mod dialects;
mod disclosed;
mod late_names;
mod memory;
mod past;
mod revisions;
mod steps;
mod telling;
mod trace;
mod versions;

pub use departed::Departed;
pub use disclosed::{CommitText, HistoryDisclosure};
pub use memory::{CacheStore, HistoryCache};
pub use past::{
    CommitFacts, Event, Foreseen, GitPast, History, HistoryQuery, MOVING_REVISION, PastVersion, VersionControl,
};
pub use revisions::{CommitChanges, HistoryByPlan};

use crate::diag::Code;

/// The codes of this room, file by file.
pub const CODES: &[&[&Code]] = &[past::CODES];
