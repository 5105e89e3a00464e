//! The line under a table that says in which files it can be had.
//!
//! One line, in small words and without buttons, and none on paper. It stands wherever a table is drawn, but on pages that
//! repeat tables of others.

use super::HtmlWriter;
use crate::{
    render::{
        FORMATS,
        format::{Write, has_book, has_own_tables, table_file},
    },
    table::Table,
};

impl HtmlWriter<'_> {
    /// Draws the line under a table. Each link says which table it is of to those who do not see where it stands.
    pub(super) fn downloads(&mut self, table: &Table) {
        let page = self.page;
        let site = self.means.site;
        let offered = FORMATS.iter().filter(|format| site.offers(format.id));
        let mut files = offered.filter_map(|format| match format.write {
            Write::Table(_) if has_own_tables(page) => {
                Some((format.name, table_file(&page.path, &table.id, format.extension)))
            }
            Write::Book(_) if has_book(page) => Some((format.name, table_file(&page.path, "", format.extension))),
            Write::Page(_) | Write::Document(_) | Write::Table(_) | Write::Book(_) => None,
        });
        let Some(first) = files.next() else { return };
        let files: Vec<_> = std::iter::once(first).chain(files).collect();
        self.between("\n<p class=\"take\">", self.means.download, "");
        for (at, (name, file)) in files.into_iter().enumerate() {
            self.raw(if at == 0 { " " } else { " · " });
            self.between("<a href=\"", &file, "\" download aria-describedby=\"");
            self.between("", &table.id, "-name\">");
            self.between("", name, "</a>");
        }
        self.raw("</p>");
    }
}
