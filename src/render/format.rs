//! Formats: what pages, and the tables on them, are written as.
//!
//! Takes pages as `view` makes them; answers files. A format of pages writes each page, one of tables each table of
//! each page, beside it. It knows neither the model nor where files go.

use super::Theme;
use crate::{
    diag::Diagnostic,
    locale::Locale,
    output::ascii_name,
    table::{DataTable, PageNote, Table},
    value::RelPath,
    view::{Block, Page},
};

/// A format.
#[derive(Debug)]
pub struct Format {
    /// What it is called.
    pub id: &'static str,
    /// What readers call it, in every language.
    pub name: &'static str,
    /// The ending of its files, without the point.
    pub extension: &'static str,
    /// What of a page it writes, and how.
    pub write: Write,
}

/// Writes a page as bytes, or answers what is wrong with a template.
type WritePage = fn(&Page, &FormatContext<'_>) -> Result<Vec<u8>, Diagnostic>;

/// Writes a table as bytes, or answers what is wrong with a template.
type WriteTable = fn(&TableOnPage<'_>, &FormatContext<'_>) -> Result<Vec<u8>, Diagnostic>;

/// Writes all tables of a page as bytes.
type WriteBook = fn(&Page, &FormatContext<'_>) -> Vec<u8>;

/// The templates of pages whose tables are also published together.
const WHOLE: [&str; 2] = ["plan.html", "committee.html"];

/// The templates of pages whose tables stand on another page, where they can be had.
const REPEATING: [&str; 1] = ["meeting-pack.html"];

/// A table and the page it stands on, which may explain it.
#[derive(Clone, Copy, Debug)]
pub struct TableOnPage<'p> {
    /// The page.
    pub page: &'p Page,
    /// One of its tables.
    pub table: &'p Table,
}

impl<'p> TableOnPage<'p> {
    /// Returns the footnotes of the table: its own, and at the foot of its page what explains its other marks.
    pub(super) fn notes(&self, data: &DataTable) -> Vec<&'p PageNote> {
        let own = self.table.notes.iter();
        let is_open = |note: &&PageNote| {
            data.marks.contains(&note.mark) && self.table.notes.iter().all(|own| own.mark != note.mark)
        };
        let on_page = self.page.blocks.iter().filter_map(|block| match block {
            Block::Notes { notes } => Some(notes),
            _ => None,
        });
        own.chain(on_page.flatten().filter(is_open)).collect()
    }
}

/// A file with its path, or what is wrong with a template.
pub type WrittenFile = Result<(RelPath, Vec<u8>), Diagnostic>;

/// What a format writes.
#[derive(Clone, Copy, Debug)]
pub enum Write {
    /// Whole pages.
    Page(WritePage),
    /// Each table of a page by itself.
    Table(WriteTable),
    /// All tables of a page together: of a plan, of a committee.
    Book(WriteBook),
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
            Write::Book(write) => Box::new(
                has_book(page)
                    .then_some(page)
                    .into_iter()
                    .map(move |page| Ok((beside(&page.path, "", self.extension), write(page, &context)))),
            ),
            Write::Table(write) => {
                Box::new(has_own_tables(page).then(|| page.tables()).into_iter().flatten().map(move |table| {
                    let path = beside(&page.path, &table.id, self.extension);
                    write(&TableOnPage { page, table }, &context).map(|bytes| (path, bytes))
                }))
            }
        }
    }
}

/// Tells whether the tables of a page are published together.
pub(super) fn has_book(page: &Page) -> bool {
    WHOLE.contains(&page.template) && page.tables().next().is_some()
}

/// Tells whether the tables of a page can be had by themselves.
pub(super) fn has_own_tables(page: &Page) -> bool {
    !REPEATING.contains(&page.template)
}

/// Returns a path beside a page: `planer/a/index.html` becomes `planer/a/index.csv`, or `planer/a/index.funding.csv`.
fn beside(page: &RelPath, table: &str, extension: &str) -> RelPath {
    let name = match table {
        "" if extension == "html" => format!("{}.{extension}", page.stem()),
        table => table_file(page, table, extension),
    };
    let path = if page.folder().is_empty() { name } else { [page.folder(), &name].join("/") };
    RelPath::new(path).unwrap_or_else(|_| unreachable!("a name beside a page is a path"))
}

/// Returns the name of the file of a table, which lies beside its page: `index.funding.csv`; of all its tables: `index.xlsx`.
pub(super) fn table_file(page: &RelPath, table: &str, extension: &str) -> String {
    let part = if table.is_empty() { "" } else { "." };
    format!("{}{part}{}.{extension}", ascii_name(page.stem()), ascii_name(table))
}

#[cfg(test)]
mod tests;
