//! The one schema of the content format.

mod kind;

pub use kind::{Block, KINDS, Kind, MeasureColumn};
