//! The integration tests: one binary, so that it links once.

mod support;

mod diagnostics;
mod five_reports;
mod hidden;
mod limits;
mod links;
mod reproducible;
mod smoke;
mod ten_mistakes;
