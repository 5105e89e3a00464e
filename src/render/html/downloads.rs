//! The line under a table that says in which files it can be had.
//!
//! One line, in small words and without buttons, and none on paper. It stands wherever a table is drawn.

use super::HtmlWriter;
use crate::{
    render::{
        FORMATS,
        format::{Write, table_file},
    },
    table::Table,
};

impl HtmlWriter<'_> {
    /// Draws the line under a table. Each link says which table it is of to those who do not see where it stands.
    pub(super) fn downloads(&mut self, table: &Table) {
        let files = FORMATS.iter().filter(|format| matches!(format.write, Write::Table(_)));
        let mut files =
            files.map(|format| (format.name, table_file(&self.page.path, &table.id, format.extension))).peekable();
        if files.peek().is_none() {
            return;
        }
        self.between("\n<p class=\"take\">", self.means.download, "");
        for (at, (name, file)) in files.enumerate() {
            self.raw(if at == 0 { " " } else { " · " });
            self.between("<a href=\"", &file, "\" download aria-describedby=\"");
            self.between("", &table.id, "-name\">");
            self.between("", name, "</a>");
        }
        self.raw("</p>");
    }
}
