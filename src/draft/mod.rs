//! Drafts: what a new site begins with.
//!
//! Floor 11. [`demo()`] is a site with a history, so that editions, corrections and comparisons are seen at once. What is
//! drafted is data; only [`write_demo`] writes, through [`git`](crate::git).

mod demo;
mod files;
mod story;

pub use demo::{DemoCommit, demo, write_demo};
