//! What became of the records from one version of a site to another.
//!
//! Floor 4. Records are compared, never models: a version with a reference that leads nowhere still has
//! a history, and one that cannot be read is an event ([`Unreadable`]) and no failure. A record is known
//! by its id ([`Subject`]), so a file may be renamed, split or moved without a word. What is compared is
//! what was meant: a reformatted file is no change. How a change is worded is the business of floors above.

#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects, clippy::indexing_slicing))]

mod change;
mod compare;
mod departed;
mod disclosed;
mod figures;
mod items;
mod meaning;
mod memory;
mod names;
mod past;
mod renames;
mod revisions;
mod settled;
mod statements;
mod telling;
mod trace;
mod versions;

pub use change::{Change, RecordKind, Revision, Subject, Unreadable, What, WordPart};
pub use compare::{Version, compare, compare_versions};
pub use departed::Departed;
pub use disclosed::{Disclosed, Said};
pub use memory::{Kept, Memory};
pub use names::{LevelName, Named, Names};
pub use past::{Asked, CommitFacts, Event, Foreseen, GitPast, History, Moment, Past};
pub use revisions::Chronicle;
pub use statements::Statements;
