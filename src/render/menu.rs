//! The main menu, which stands on every page.

use serde::Serialize;

use super::{
    draw::push_words,
    site::{MenuEntry, Site},
};
use crate::view::Page;

/// The main menu of a site. Templates see its entries as `site.menu`.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Menu(Vec<Entry>);

/// An entry of the menu with its words.
#[derive(Clone, Debug, Serialize)]
struct Entry {
    section: &'static str,
    href: String,
    text: String,
}

impl Menu {
    /// Makes the menu of a site, whose entries are called by the words `ui_menu_<section>`.
    pub fn of(site: &Site, word: impl Fn(&str) -> String) -> Self {
        let entry = |entry: &MenuEntry| Entry {
            section: entry.section,
            href: entry.href.as_str().to_owned(),
            text: word(&format!("ui_menu_{}", entry.section.replace('-', "_"))),
        };
        Self(site.menu.iter().map(entry).collect())
    }

    /// Draws its entries for a page, on which that of the page itself or of its section is current.
    pub fn draw(&self, page: &Page) -> String {
        let mut html = String::with_capacity(self.0.len().saturating_mul(128));
        for Entry { section, href, text } in &self.0 {
            html.push_str("\n<li><a href=\"");
            push_words(&mut html, &page.root);
            push_words(&mut html, href);
            html.push_str(match page.path.as_str() == href {
                true => "\" aria-current=\"page\">",
                false if *section == page.section => "\" aria-current=\"true\">",
                false => "\">",
            });
            push_words(&mut html, text);
            html.push_str("</a></li>");
        }
        html
    }
}
