//! The main menu, which stands on every page.

use serde::Serialize;

use super::{
    html::push_words,
    site::{MenuEntry, TemplateGlobals},
};
use crate::view::Page;

/// The main menu of a site. Templates see its entries as `site.menu`.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Menu(Vec<LabelledMenuEntry>);

/// An entry of the menu with its words.
#[derive(Clone, Debug, Serialize)]
struct LabelledMenuEntry {
    section: &'static str,
    href: String,
    text: String,
}

impl Menu {
    /// Makes the menu of a site, whose entries are called by the words `ui_menu_<section>`.
    pub fn of(site: &TemplateGlobals, word: impl Fn(&str) -> String) -> Self {
        let entry = |entry: &MenuEntry| LabelledMenuEntry {
            section: entry.section,
            href: entry.href.as_str().to_owned(),
            text: word(&format!("ui_menu_{}", entry.section.replace('-', "_"))),
        };
        Self(site.menu.iter().map(entry).collect())
    }

    /// Draws its entries for a page, on which that of the page itself or of its section is current.
    pub fn draw(&self, page: &Page) -> String {
        let mut html = String::with_capacity(self.0.len().saturating_mul(128));
        for LabelledMenuEntry { section, href, text } in &self.0 {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{render::sample, value::RelPath};

    #[test]
    fn the_page_itself_and_its_section_are_current() {
        let entry =
            |section, href: &str, text: &str| LabelledMenuEntry { section, href: href.into(), text: text.into() };
        let menu = Menu(vec![
            entry("home", "index.html", "Overblik"),
            entry("plans", "planer/index.html", "Drift & \"anlæg\""),
        ]);
        let on = |path: &str| {
            let path = RelPath::new(path).expect("a path");
            let root = "../".repeat(path.parts().count() - 1);
            menu.draw(&Page { path, root, section: "plans", ..sample::pages().remove(0) })
        };
        assert_eq!(
            on("planer/index.html"),
            "\n<li><a href=\"../index.html\">Overblik</a></li>\
             \n<li><a href=\"../planer/index.html\" aria-current=\"page\">Drift &amp; &quot;anlæg&quot;</a></li>"
        );
        assert!(on("planer/a/index.html").contains("\"../../planer/index.html\" aria-current=\"true\""));
    }
}
