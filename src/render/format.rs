//! Formats: what pages, and the tables on them, are written as.
//!
//! Takes pages as `view` makes them; answers files. A format of pages writes each page, one of tables each table of
//! each page, beside it. It knows neither the model nor where files go.

use super::{Theme, html};
use crate::{diag::Diagnostic, locale::Locale, table::Table, value::RelPath, view::Page};

/// Every format that is published.
///
/// To add one: a file beside `html` with a constant, and its line here.
pub const FORMATS: &[&Format] = &[
    // One a line, so that a new one is one line.
    &html::FORMAT,
];

/// A format.
#[derive(Debug)]
pub struct Format {
    /// What it is called.
    pub id: &'static str,
    /// The ending of its files, without the point.
    pub extension: &'static str,
    /// What of a page it writes, and how.
    pub write: Write,
}

/// Writes a thing as bytes, or answers what is wrong with a template.
type WriteFile<T> = fn(&T, &FormatContext<'_>) -> Result<Vec<u8>, Diagnostic>;

/// A file with its path, or what is wrong with a template.
pub type WrittenFile = Result<(RelPath, Vec<u8>), Diagnostic>;

/// What a format writes.
#[derive(Clone, Copy, Debug)]
pub enum Write {
    /// Whole pages.
    Page(WriteFile<Page>),
    /// Each table of a page by itself.
    Table(WriteFile<Table>),
}

/// What formats write with.
#[derive(Clone, Copy)]
pub struct FormatContext<'a> {
    /// What pages are drawn with.
    pub theme: &'a Theme,
    /// The language of all words.
    pub locale: &'a Locale,
}

impl Format {
    /// Returns the files that a page becomes in this format, one after the other.
    pub fn files<'a>(
        &'a self,
        page: &'a Page,
        context: FormatContext<'a>,
    ) -> Box<dyn Iterator<Item = WrittenFile> + 'a> {
        match self.write {
            Write::Page(write) => Box::new(std::iter::once_with(move || {
                let path = beside(&page.path, "", self.extension);
                write(page, &context).map(|bytes| (path, bytes))
            })),
            Write::Table(write) => Box::new(page.tables().map(move |table| {
                let path = beside(&page.path, &table.id, self.extension);
                write(table, &context).map(|bytes| (path, bytes))
            })),
        }
    }
}

/// Returns a path beside a page: `planer/a/index.html` becomes `planer/a/index.csv`, or `planer/a/index.funding.csv`.
fn beside(page: &RelPath, table: &str, extension: &str) -> RelPath {
    let stem = page.as_str().strip_suffix(page.extension()).and_then(|stem| stem.strip_suffix('.'));
    let stem = stem.unwrap_or(page.as_str());
    let part = if table.is_empty() { String::new() } else { format!(".{table}") };
    // An anchor is letters, digits and hyphens, and so part of a path.
    RelPath::new(format!("{stem}{part}.{extension}")).unwrap_or_else(|_| unreachable!("an anchor names a file"))
}

#[cfg(test)]
mod tests;
