//! fremdrift turns a tree of plans and dated status updates into a published report site.

pub mod chart;
pub mod check;
pub mod compare;
pub mod content;
pub mod diag;
pub mod draft;
pub mod figure;
pub mod git;
pub mod history;
pub mod locale;
pub mod model;
pub mod output;
pub mod pipeline;
pub mod render;
pub mod schema;
pub mod site;
pub mod svg;
pub mod tree;
pub mod value;
pub mod view;

// Building a site is what the library is for.
pub use pipeline::build;
// What still says `build::` for the room's former name.
pub use pipeline as build;
