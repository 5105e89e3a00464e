//! fremdrift turns a tree of plans and dated status updates into a published report site.

pub mod diag;
pub mod output;
pub mod value;
