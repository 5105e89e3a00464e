//! Pages become bytes.
//!
//! Floor 7. A [`Theme`] is a stack of layers, each a folder of templates, static files and words; the bottom one lies
//! in the binary. It draws a [`Page`](crate::view::Page) as HTML with Tera. Templates see pages, never the model; they
//! lay out what `view` has formatted, and the same page and theme give the same bytes.

pub mod changes;
mod colour;
mod embedded;
#[cfg(test)]
mod sample;
mod site;
mod templates;
mod theme;

pub use colour::Colour;
pub use site::{MenuEntry, Site};
pub use theme::{Layer, Theme};
