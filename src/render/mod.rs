//! Pages become bytes.
//!
//! Floor 9. A [`Theme`] is a stack of layers, each a folder of templates, static files and words; the bottom one lies
//! in the binary. The blocks of a [`Page`](crate::view::Page) are drawn here (`html`), what stands around them by Tera
//! templates. HTML is one [`Format`] of the list [`FORMATS`]; others write the tables of pages for other programs. Both see pages, never the model; they lay out what `view` has formatted, and the same page and theme give
//! the same bytes.

pub mod changes;
mod colour;
mod csv;
mod embedded;
pub mod findings;
mod format;
mod html;
mod ical;
mod json;
mod menu;
mod one_file;
mod package;
mod pdf;
mod published_names;
#[cfg(test)]
mod sample;
mod search;
mod site;
mod sitemap;
mod templates;
mod theme;
mod xlsx;

pub use colour::{Colour, colour_faults};
pub use format::{Format, FormatContext, PageTables, TableOnPage, Write, WrittenFile};
pub use html::FORMAT as HTML;
pub use ical::write_calendar;
pub use one_file::write_one_file;
pub use package::{DATA_ARCHIVE, DATA_PACKAGE, DATA_PACKAGE_FILE, DataPackage};
pub use pdf::{MAKES_PDF, NO_PDF, PDF, write_pdf};
pub use site::{Banner, MenuEntry, TemplateGlobals};
pub use sitemap::{write_robots, write_sitemap};
pub use templates::TEMPLATE_ERROR;
pub use theme::{BOTTOM as DEFAULT_THEME, Theme, ThemeLayer, UNSAFE_SVG};

use crate::diag::Code;

/// Every format that is published.
///
/// To add one: a file beside `csv` with a constant, and its line here.
pub const FORMATS: &[&Format] = &[
    // One a line, so that a new one is one line.
    &html::FORMAT,
    &csv::FORMAT,
    &xlsx::FORMAT,
    &json::FORMAT,
    #[cfg(feature = "pdf")]
    &pdf::FORMAT,
];

/// The codes of this room, file by file.
pub const CODES: &[&[&Code]] = &[theme::CODES, colour::CODES, templates::CODES, pdf::CODES];

/// Returns an address in ASCII: calendars and lists for search engines take no other, and a committee's page may be called
/// `øu.html`.
fn ascii(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        match byte.is_ascii_graphic() {
            true => out.push(char::from(byte)),
            false => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
