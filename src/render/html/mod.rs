//! Pages as HTML: their blocks, drawn.
//!
//! A block is data, and one place draws it: here. A theme that wants one otherwise brings a component of its name,
//! `blocks.table`; the component takes the place of our drawing, wherever such a block stands ([`ThemeComponents`]).

mod blocks;
mod components;
mod downloads;
mod head;
mod layout;
mod table;

use std::collections::BTreeSet;

use pulldown_cmark_escape::escape_html;
use tera::Tera;

pub(super) use components::ThemeComponents;

use self::head::HeadFacts;
use super::format::{Format, Write};
use crate::{
    locale::Locale,
    render::TemplateGlobals,
    table::{Chip, DisplayValue, PageNote, Table},
    view::{Block, Fact, Page, PageLink},
};

/// Pages for readers.
pub const FORMAT: Format = Format {
    id: "html",
    name: "HTML",
    extension: "html",
    write: Write::Page(|page, context| context.theme.render(page, context.locale)),
};

/// Room for the blocks of most pages, in bytes.
const ROOM: usize = 64 << 10;

/// What is drawn: a block of a page, or a block within a block.
#[derive(Clone, Copy)]
enum Fragment<'a> {
    Block(&'a Block),
    Table(&'a Table),
    Facts(&'a [Fact]),
    /// Footnotes, and the id of the table they belong to; empty where they are the page's.
    Notes(&'a [PageNote], &'a str),
}

/// The blocks of a page, drawn.
pub(super) struct Drawn {
    /// Their HTML, each after a line break.
    pub html: String,
    /// The shapes of the statuses among them.
    pub shapes: BTreeSet<&'static str>,
    /// Whether readers sort and filter a table among them.
    pub sorts: bool,
    /// What its page says to programs.
    pub head: HeadFacts,
}

/// What a theme draws blocks with.
#[derive(Clone, Copy)]
pub(super) struct Means<'a> {
    /// The engine of its templates.
    pub tera: &'a Tera,
    /// Its components that take the place of our drawings.
    pub components: &'a ThemeComponents,
    /// The language that values become text in.
    pub locale: &'a Locale,
    /// What opens the numbers of a chart: `Vis tallene som tabel`.
    pub show_data: &'a str,
    /// What stands before the files that a table can be had as: `Hent:`.
    pub download: &'a str,
    /// The site, which says what a table can be had as.
    pub site: &'a TemplateGlobals,
}

/// A page while its blocks are drawn.
pub(super) struct HtmlWriter<'a> {
    page: &'a Page,
    means: Means<'a>,
    out: String,
    shapes: BTreeSet<&'static str>,
    sorts: bool,
}

impl<'a> HtmlWriter<'a> {
    /// Draws the blocks of a page.
    ///
    /// # Errors
    ///
    /// Answers what the engine says of a theme's component.
    pub fn of(page: &'a Page, means: Means<'a>) -> Result<Drawn, tera::Error> {
        let mut writer = Self { page, means, out: String::with_capacity(ROOM), shapes: BTreeSet::new(), sorts: false };
        for block in &page.blocks {
            writer.raw("\n");
            writer.piece(Fragment::Block(block))?;
        }
        let head = HeadFacts::of(page, means.site);
        Ok(Drawn { html: writer.out, shapes: writer.shapes, sorts: writer.sorts, head })
    }

    /// Draws with the theme's component, where it has one.
    fn piece(&mut self, piece: Fragment<'a>) -> Result<(), tera::Error> {
        match self.means.components.component(&piece) {
            Some(component) => self.covered(piece, component),
            None => self.uncovered(piece),
        }
    }

    fn uncovered(&mut self, piece: Fragment<'a>) -> Result<(), tera::Error> {
        match piece {
            Fragment::Block(block) => self.block(block),
            Fragment::Table(table) => self.table(table),
            Fragment::Facts(facts) => {
                self.facts(facts);
                Ok(())
            }
            Fragment::Notes(notes, within) => {
                self.notes(notes, within);
                Ok(())
            }
        }
    }

    /// Appends HTML.
    fn raw(&mut self, html: &str) {
        self.out.push_str(html);
    }

    /// Appends words.
    fn words(&mut self, words: &str) {
        push_words(&mut self.out, words);
    }

    /// Appends words between HTML.
    fn between(&mut self, before: &str, words: &str, after: &str) {
        self.raw(before);
        self.words(words);
        self.raw(after);
    }

    /// Appends a link, or its words where it leads nowhere.
    fn link(&mut self, PageLink { text, href, lang }: &PageLink) {
        match href.as_str() {
            "" => self.words_in(*lang, text),
            href => self.link_to(href, *lang, text),
        }
    }

    fn link_to(&mut self, href: &str, lang: Option<&str>, text: &str) {
        self.between("<a href=\"", href, "\"");
        self.lang(lang);
        self.between(">", text, "</a>");
    }

    /// Appends which language an element is in, where that is another than the page's.
    fn lang(&mut self, lang: Option<&str>) {
        if let Some(lang) = lang {
            self.between(" lang=\"", lang, "\"");
        }
    }

    /// Appends a sentence that quotes words in other languages, one behind the other.
    fn quoting(&mut self, text: &str, quotes: &[(String, &'static str)]) {
        let mut rest = text;
        for (words, lang) in quotes.iter().filter(|(words, _)| !words.is_empty()) {
            let Some((before, behind)) = rest.split_once(words.as_str()) else { continue };
            self.words(before);
            self.words_in(Some(lang), words);
            rest = behind;
        }
        self.words(rest);
    }

    /// Appends words that may be in another language than the page.
    fn words_in(&mut self, lang: Option<&str>, text: &str) {
        if lang.is_none() {
            return self.words(text);
        }
        self.raw("<span");
        self.lang(lang);
        self.between(">", text, "</span>");
    }

    /// Appends a status: shape, word and colour.
    fn chip(&mut self, chip: &Chip) {
        self.shapes.insert(chip.tone);
        self.raw(if chip.quiet { "<span class=\"chip quiet " } else { "<span class=\"chip " });
        self.raw(chip.tone);
        self.raw("\"");
        self.lang(chip.lang);
        self.raw("><svg aria-hidden=\"true\"><use href=\"#m-");
        self.raw(chip.tone);
        self.raw("\"/></svg>");
        match &chip.count {
            Some(count) => {
                self.words(count);
                self.between(" <span class=\"said\">", &chip.word, "</span></span>");
            }
            None => self.between("", &chip.word, "</span>"),
        }
    }

    /// Appends a value with its footnote mark. It leads to its note: below its table, else on its page.
    fn shown(&mut self, DisplayValue { text, mark, .. }: &DisplayValue, notes: &[PageNote], within: &str) {
        self.words(text);
        self.mark(mark.as_deref(), notes, within);
    }

    fn mark(&mut self, mark: Option<&str>, notes: &[PageNote], within: &str) {
        let Some(mark) = mark.filter(|mark| !mark.is_empty()) else { return };
        let is_noted = |notes: &[PageNote]| notes.iter().any(|note| note.mark == mark);
        let is_on_page = |block: &Block| matches!(block, Block::Notes { notes } if is_noted(notes));
        self.raw("<sup class=\"ref\">");
        if is_noted(notes) {
            self.between("<a href=\"#", within, "-note-");
            self.between("", mark, "\">");
            self.between("", mark, "</a>");
        } else if self.page.blocks.iter().any(is_on_page) {
            self.between("<a href=\"#note-", mark, "\">");
            self.between("", mark, "</a>");
        } else {
            self.words(mark);
        }
        self.raw("</sup>");
    }
}

/// Appends words to HTML.
pub(super) fn push_words(html: &mut String, words: &str) {
    escape_html(html, words).unwrap_or_else(|_| unreachable!("text takes everything"));
}
