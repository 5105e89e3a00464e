//! fremdrift turns a tree of plans and dated status updates into a published report site.

pub mod build;
pub mod chart;
pub mod check;
pub mod config;
pub mod content;
pub mod diag;
pub mod draft;
pub mod figure;
pub mod git;
pub mod history;
pub mod locale;
pub mod model;
pub mod output;
pub mod render;
pub mod schema;
pub mod tree;
pub mod value;
pub mod view;
