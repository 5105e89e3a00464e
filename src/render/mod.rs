//! Pages become bytes.
//!
//! Floor 9. A [`Theme`] is a stack of layers, each a folder of templates, static files and words; the bottom one lies
//! in the binary. The blocks of a [`Page`](crate::view::Page) are drawn here (`html`), what stands around them by Tera
//! templates. HTML is one [`Format`] of the list [`FORMATS`]. Both see pages, never the model; they lay out what `view` has formatted, and the same page and theme give
//! the same bytes.

pub mod changes;
mod colour;
mod embedded;
mod format;
mod html;
mod menu;
#[cfg(test)]
mod sample;
mod site;
mod templates;
mod theme;

pub use colour::Colour;
pub use format::{FORMATS, Format, FormatContext, Write, WrittenFile};
pub use site::{Banner, MenuEntry, TemplateGlobals};
pub use templates::TEMPLATE_ERROR;
pub use theme::{Theme, ThemeLayer, UNSAFE_SVG};

use crate::diag::Code;

/// The codes of this room, file by file.
pub const CODES: &[&[&Code]] = &[theme::CODES, templates::CODES];
