//! fremdrift turns a tree of plans and dated status updates into a published report site.

pub mod chart;
pub mod content;
pub mod diag;
pub mod locale;
pub mod model;
pub mod render;
pub mod schema;
pub mod value;
pub mod view;
