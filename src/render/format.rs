//! Formats: what pages, and the tables on them, are written as.
//!
//! Takes pages as `view` makes them; answers files. A format of pages writes each page, one of tables each table of
//! each page, beside it. It knows neither the model nor where files go.

use std::cell::OnceCell;

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
type WriteBook = fn(&PageTables<'_>, &FormatContext<'_>) -> Vec<u8>;

/// The templates of pages whose tables are also published together.
const WHOLE: [&str; 3] = ["home.html", "plan.html", "committee.html"];

/// The templates of pages whose tables stand on another page, where they can be had.
const REPEATING: [&str; 1] = ["meeting-pack.html"];

/// A table and the page it stands on, which may explain it.
#[derive(Clone, Copy, Debug)]
pub struct TableOnPage<'p> {
    /// The page.
    pub page: &'p Page,
    /// One of its tables.
    pub table: &'p Table,
    /// The same as data.
    pub data: &'p DataTable,
}

/// A page with its tables as data, which are made once for all formats, when the first of them asks.
#[derive(Debug)]
pub struct PageTables<'p> {
    page: &'p Page,
    locale: &'p Locale,
    data: OnceCell<Vec<DataTable>>,
}

impl<'p> PageTables<'p> {
    /// Takes a page in the language of its words.
    #[must_use]
    pub fn of(page: &'p Page, locale: &'p Locale) -> Self {
        Self { page, locale, data: OnceCell::new() }
    }

    /// Returns the page.
    #[must_use]
    pub fn page(&self) -> &'p Page {
        self.page
    }

    /// Returns its tables, each with the same as data.
    pub fn tables(&self) -> impl Iterator<Item = TableOnPage<'_>> {
        let data =
            self.data.get_or_init(|| self.page.tables().map(|table| DataTable::new(table, self.locale)).collect());
        self.page.tables().zip(data).map(|(table, data)| TableOnPage { page: self.page, table, data })
    }
}

impl<'p> TableOnPage<'p> {
    /// Returns the footnotes of the table: its own, and at the foot of its page what explains its other marks.
    pub(super) fn notes(&self) -> Vec<&'p PageNote> {
        let own = self.table.notes.iter();
        let is_open = |note: &&PageNote| {
            self.data.marks.contains(&note.mark) && self.table.notes.iter().all(|own| own.mark != note.mark)
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
    /// All tables of a page together: of the front page, a plan, a committee.
    Book(WriteBook),
    /// Pages that are documents too: meeting packs.
    Document(WritePage),
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
        of: &'a PageTables<'a>,
        context: FormatContext<'a>,
    ) -> Box<dyn Iterator<Item = WrittenFile> + 'a> {
        let page = of.page();
        match self.write {
            Write::Page(write) => Box::new(std::iter::once_with(move || {
                let path = beside(&page.path, "", self.extension);
                write(page, &context).map(|bytes| (path, bytes))
            })),
            Write::Document(write) => {
                Box::new(page.document.iter().map(move |path| write(page, &context).map(|bytes| (path.clone(), bytes))))
            }
            Write::Book(write) => Box::new(
                has_book(page)
                    .then_some(of)
                    .into_iter()
                    .map(move |of| Ok((beside(&page.path, "", self.extension), write(of, &context)))),
            ),
            Write::Table(write) => {
                Box::new(has_own_tables(page).then(|| of.tables()).into_iter().flatten().map(move |table| {
                    let path = beside(&page.path, &table.table.id, self.extension);
                    write(&table, &context).map(|bytes| (path, bytes))
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
