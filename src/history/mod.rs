//! The past of a site: what was said when.
//!
//! Floor 4.

mod past;

pub use past::{Moment, Past};
