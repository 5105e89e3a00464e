//! What became of the records from one version of a site to another.
//!
//! Floor 5. [`compare`] answers what was written otherwise, [`summaries()`] what it comes to otherwise; both answer
//! [`Change`]s, by one rule of sameness (`meaning`). Records are compared, never models: a version with a reference that leads nowhere still has
//! a history, and one that cannot be read is an event ([`Unreadable`]) and no failure. A record is known
//! by its id ([`RecordKey`]), so a file may be renamed, split or moved without a word. What is compared is
//! what was meant: a reformatted file is no change. How a change is worded is the business of floors above.

#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects, clippy::indexing_slicing))]

mod change;
mod figures;
pub(crate) mod items;
pub(crate) mod meaning;
mod names;
mod new_figures;
mod records;
pub(crate) mod redaction;
mod renames;
mod settled;
mod statements;
mod summaries;
mod walk;

pub use change::{Change, ChangeKind, RecordKey, RecordKind, Unreadable, WordPart};
pub(crate) use figures::row_ids;
pub(crate) use names::WithheldName;
pub use names::{LevelName, NameEntry, NameIndex};
pub use new_figures::tell_new_figures;
pub use records::{RecordSet, compare, compare_versions};
pub use redaction::Redaction;
pub(crate) use settled::settled;
pub use statements::StatementIndex;
pub use summaries::{RecordSummary, summaries};
