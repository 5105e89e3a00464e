//! The integration tests: one binary, so that it links once.

#![allow(clippy::panic, reason = "a test that fails panics")]

mod any_input;
mod architecture;
mod checks;
mod circles;
mod closed;
mod demo;
mod departed;
mod diagnostics;
mod dialects;
mod diff;
mod edges;
mod edition_command;
mod editions;
mod five_reports;
mod formats;
mod formerly;
mod git;
mod golden;
mod hidden;
mod history;
mod limits;
mod links;
mod log_command;
mod meaning;
mod memory;
mod moved;
mod one_comparison;
mod past;
mod pipelines;
mod properties;
mod publishing;
mod refusals;
mod registries;
mod reproducible;
mod same_bytes;
mod scan;
mod smoke;
mod stages;
mod story;
mod support;
mod svg;
mod ten_mistakes;
mod theme;
mod trace;
