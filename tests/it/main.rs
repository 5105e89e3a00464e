//! The integration tests: one binary, so that it links once.

#![allow(clippy::panic, reason = "a test that fails panics")]

mod support;

mod diagnostics;
mod five_reports;
mod golden;
mod hidden;
mod links;
mod properties;
mod publishing;
mod reproducible;
mod smoke;
mod theme;
