//! One state of a site: its settings, its files by what they belong to, and how they are read.
//!
//! Floor 5. Takes a tree of files, of today or of a commit. Answers a [`SiteVersion`]: the settings and registers as
//! that state itself declares them, and the only way to read the files of its plans. Promises that no file of a
//! version is ever parsed by the settings of another. Does not know who may see what, and keeps no text.

mod allowed_numbers;
mod collisions;
mod files;
mod parsed_files;
mod settings;
mod version;

pub use allowed_numbers::AllowedNumbers;
pub use files::{PlanFiles, SiteFiles};
pub use settings::{BAD_TAG_NAME, Settings, load};
pub use version::{PlanTexts, SiteVersion};

use crate::diag::Code;

/// The codes of this room, file by file.
pub const CODES: &[&[&Code]] = &[settings::CODES, allowed_numbers::CODES];
