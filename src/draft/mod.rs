//! Drafts: what a new site, and what is new in one, begins with.
//!
//! Floor 11. [`demo()`] is a site with a history, so that editions, corrections and comparisons are seen at once; [`draft`] and
//! [`draft_report`] make records of the schema to be filled in. What is drafted is data, and proved by a check of the site as it
//! would be ([`look()`]); only [`write_demo`] writes, through [`git`](crate::git).

mod add;
mod demo;
mod draft_file;
mod files;
mod import;
mod known;
mod lines;
mod look;
mod report;
mod start;
mod story;
mod words;

pub use add::{DraftKind, DraftRequest, draft};
pub use demo::{DemoCommit, demo, write_demo};
pub use draft_file::{DraftFile, DraftedTree};
pub use import::{
    Import, ImportFormat, ImportMapping, ImportRequest, KnownBy, OPEN_SDG_FOLDERS, OpenSdgRequest, import,
    import_open_sdg, import_too_large, mapping_path, open_sdg_mapping_path, open_sdg_takes_no,
};
pub use known::KnownSite;
pub use look::{DraftLook, look};
pub use report::draft_report;
pub use start::{OfferedNames, SiteRequest, draft_site, offered};
pub use words::{key_of_field, phrases};

use crate::diag::{Code, Error};

/// The codes of this room, file by file.
pub const CODES: &[&[&Code]] = &[add::CODES, draft_file::CODES, import::CODES, known::CODES];

/// Answers that a site is there already, so that none is begun in its place.
#[must_use]
pub fn taken(path: &str) -> Error {
    DraftFile::taken(path, draft_file::TakenPlace::Site)
}
