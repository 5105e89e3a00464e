//! The integration tests: one binary, so that it links once.

#![allow(clippy::panic, reason = "a test that fails panics")]

mod support;

mod architecture;
mod checks;
mod diagnostics;
mod five_reports;
mod hidden;
mod limits;
mod links;
mod meaning;
mod properties;
mod registries;
mod reproducible;
mod smoke;
mod ten_mistakes;
