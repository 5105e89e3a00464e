//! The main menu, which stands on every page: the sections that readers come for, and the others behind a word.

use serde::Serialize;

use super::{
    html::push_words,
    site::{MenuEntry, TemplateGlobals},
};
use crate::view::Page;

/// The sections that stand in sight; a phone has room for five on one line. All others are folded behind "More".
const IN_SIGHT: [&str; 5] = ["home", "plans", "committees", "history", "editions"];

/// The main menu of a site. Templates see its entries as `site.menu`.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Menu(Vec<LabelledMenuEntry>);

/// An entry of the menu with its words.
#[derive(Clone, Debug, Serialize)]
struct LabelledMenuEntry {
    section: &'static str,
    href: String,
    text: String,
    /// Whether it stands in sight.
    main: bool,
}

impl Menu {
    /// Makes the menu of a site, whose entries are called by the words `ui_menu_<section>`.
    pub fn of(site: &TemplateGlobals, word: impl Fn(&str) -> String) -> Self {
        let entry = |entry: &MenuEntry| LabelledMenuEntry {
            section: entry.section,
            href: entry.href.as_str().to_owned(),
            text: word(&format!("ui_menu_{}", entry.section.replace('-', "_"))),
            main: IN_SIGHT.contains(&entry.section),
        };
        Self(site.menu.iter().map(entry).collect())
    }

    /// Draws those of its entries that stand in sight, or the others, for a page: the entry of the page itself or of its
    /// section is current.
    pub fn draw(&self, page: &Page, is_in_sight: bool) -> String {
        let mut html = String::with_capacity(self.0.len().saturating_mul(128));
        let entries = self.0.iter().filter(|entry| entry.main == is_in_sight);
        for LabelledMenuEntry { section, href, text, .. } in entries {
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
        let entry = |section, href: &str, text: &str, main| LabelledMenuEntry {
            section,
            href: href.into(),
            text: text.into(),
            main,
        };
        let menu = Menu(vec![
            entry("home", "index.html", "Overblik", true),
            entry("owners", "ansvarlige/index.html", "Ansvarlige", false),
            entry("plans", "planer/index.html", "Drift & \"anlæg\"", true),
        ]);
        let drawn = |path: &str, is_in_sight| {
            let path = RelPath::new(path).expect("a path");
            let root = "../".repeat(path.parts().count() - 1);
            menu.draw(&Page { path, root, section: "plans", ..sample::pages().remove(0) }, is_in_sight)
        };
        let on = |path: &str| drawn(path, true);
        assert_eq!(drawn("om.html", false), "\n<li><a href=\"ansvarlige/index.html\">Ansvarlige</a></li>");
        assert_eq!(
            on("planer/index.html"),
            "\n<li><a href=\"../index.html\">Overblik</a></li>\
             \n<li><a href=\"../planer/index.html\" aria-current=\"page\">Drift &amp; &quot;anlæg&quot;</a></li>"
        );
        assert!(on("planer/a/index.html").contains("\"../../planer/index.html\" aria-current=\"true\""));
    }
}
