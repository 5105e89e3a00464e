//! A page while it is being written: its place, its links, its numbered figures.

use std::cell;

use super::{Block, OtherVersion, OtherVersionKind, Page, PageLink, ViewContext, address, figures::ChartCache};
use crate::{
    model::Measure,
    summary::LogRow,
    table::{Cell, CellValue, DisplayDate, Table},
    value::{Id, RelPath},
};

/// A page while it is being written.
#[derive(Debug)]
pub(super) struct PageWriter<'a> {
    /// What it is written with.
    pub context: &'a ViewContext<'a>,
    /// Where it will lie.
    pub path: RelPath,
    /// What was recorded of the plan it is about.
    pub log: &'a [LogRow],
    /// The charts that other pages of its plan have shown.
    pub charts: Option<&'a ChartCache>,
    figures: cell::Cell<usize>,
    notes: cell::Cell<usize>,
}

/// The head of a page.
pub(super) struct PageHead {
    /// The template that draws it.
    pub template: &'static str,
    /// The entry of the main menu it belongs to.
    pub section: &'static str,
    /// Its name.
    pub title: String,
    /// One sentence on it.
    pub description: String,
    /// The way to it from the front page, which is put first.
    pub crumbs: Vec<PageLink>,
    /// The date of the latest report it tells of.
    pub updated: Option<DisplayDate>,
}

impl<'a> PageWriter<'a> {
    /// Begins a page.
    pub fn new(context: &'a ViewContext<'a>, path: RelPath) -> Self {
        Self { context, path, log: &[], charts: None, figures: cell::Cell::new(0), notes: cell::Cell::new(0) }
    }

    /// Lets it tell what was recorded of its plan.
    pub fn recalling(self, log: &'a [LogRow]) -> Self {
        Self { log, ..self }
    }

    /// Lets it show the charts of its plan's other pages.
    pub fn sharing(self, charts: &'a ChartCache) -> Self {
        Self { charts: Some(charts), ..self }
    }

    /// Returns the address of another page from here.
    pub fn href(&self, to: &RelPath) -> String {
        address::href(&self.path, to)
    }

    /// Returns the address of a spot on a page from here.
    pub fn href_at(&self, to: &RelPath, fragment: &str) -> String {
        if *to == self.path { format!("#{fragment}") } else { format!("{}#{fragment}", self.href(to)) }
    }

    /// Returns a link to another page.
    pub fn link(&self, to: &RelPath, text: impl Into<String>) -> PageLink {
        PageLink { text: text.into(), href: self.href(to), lang: None }
    }

    /// Returns a cell of words about a measure, which leads to its page.
    pub fn measure_link(&self, plan: &Id, measure: &Measure, words: impl Into<CellValue>) -> Cell {
        Cell::of(words).leads(self.href(&self.context.addresses.measure(plan, &measure.file)))
    }

    /// Returns a cell of a committee's code, which leads to its page.
    pub fn committee_code(&self, id: &Id) -> Cell {
        let page = self.context.addresses.committee(id);
        Cell::of(id.as_str()).leads(page.map(|page| self.href(page)).unwrap_or_default())
    }

    /// Returns a cell of an owner's title, which leads to its page.
    pub fn owner_title(&self, id: &'a Id) -> Cell {
        let page = self.context.addresses.owner(id);
        Cell::of(self.context.owner_title(id))
            .in_language(self.context.site.language)
            .leads(page.map(|page| self.href(page)).unwrap_or_default())
    }

    /// Counts a numbered figure.
    pub fn next_figure(&self) -> usize {
        self.figures.set(self.figures.get().saturating_add(1));
        self.figures.get()
    }

    /// Counts a text with footnotes: what its notes are told apart by on the page.
    pub fn next_notes(&self) -> usize {
        self.notes.set(self.notes.get().saturating_add(1));
        self.notes.get()
    }

    /// Finishes the page.
    pub fn finish(self, head: PageHead, blocks: Vec<Block>) -> Page {
        let home = self.context.addresses.home();
        let mut crumbs = Vec::with_capacity(head.crumbs.len().saturating_add(1));
        if self.path != *home {
            crumbs.push(self.link(home, self.context.word("nav_home")));
        }
        crumbs.extend(head.crumbs);
        let root = "../".repeat(self.path.parts().count().saturating_sub(1));
        let is_in_no_other = OF_TODAY_ALONE.contains(&head.template);
        Page {
            is_unrecorded: self.context.unrecorded.contains(&self.path),
            elsewhere: if is_in_no_other { Vec::new() } else { elsewhere(self.context, &self.path, &root) },
            root,
            path: self.path,
            language: self.context.locale.language(),
            template: head.template,
            title: head.title,
            description: head.description,
            crumbs,
            crumb: None,
            section: head.section,
            updated: head.updated,
            leads_to: None,
            document: None,
            blocks,
        }
    }
}

/// Returns where a page lies in other versions of the site.
fn elsewhere(context: &ViewContext, page: &RelPath, root: &str) -> Vec<PageLink> {
    let link = |other: &OtherVersion| {
        let is_there = other.pages.contains(page);
        let target = if is_there { page } else { context.addresses.home() };
        let key = match (other.kind, is_there || page == context.addresses.home()) {
            (OtherVersionKind::Before, true) => "elsewhere-before",
            (OtherVersionKind::Before, false) => "elsewhere-before-front",
            (OtherVersionKind::After, true) => "elsewhere-after",
            (OtherVersionKind::After, false) => "elsewhere-after-front",
            (OtherVersionKind::Today, true) => "elsewhere-today",
            (OtherVersionKind::Today, false) => "elsewhere-today-front",
            (OtherVersionKind::Earlier, true) => "elsewhere-earlier",
            (OtherVersionKind::Earlier, false) => "elsewhere-earlier-front",
        };
        PageLink {
            text: context.say(key, &[("title", (&other.title).into())]),
            href: address::encoded(&format!("{root}{}{target}", other.root)),
            lang: None,
        }
    };
    context.elsewhere.iter().map(link).collect()
}

/// The templates of pages that the site of today alone has.
const OF_TODAY_ALONE: [&str; 3] = ["history.html", "editions.html", "edition.html"];

/// Returns a heading with an anchor.
pub(super) fn heading(id: impl Into<String>, text: impl Into<String>) -> Block {
    Block::Heading { id: id.into(), level: 2, text: text.into() }
}

/// Adds a list of the sections that follow a place on a page, where there are more than three.
pub(super) fn contents(blocks: &mut Vec<Block>, at: usize, context: &ViewContext) {
    let link = |block: &Block| match block {
        Block::Heading { id, level: 2, text } => {
            Some(PageLink { text: text.clone(), href: format!("#{id}"), lang: None })
        }
        _ => None,
    };
    let links: Vec<PageLink> = blocks.iter().skip(at).filter_map(link).collect();
    if links.len() > 3 && at <= blocks.len() {
        blocks.insert(at, Block::Contents { title: context.word("block_contents").to_owned(), links });
    }
}

/// Makes a lead without a status.
pub(super) fn lead(text: String) -> Block {
    Block::Lead { text, chip: None, note: None }
}

/// Adds a heading and a table, where there is one.
pub(super) fn section(
    blocks: &mut Vec<Block>,
    context: &ViewContext,
    id: &str,
    word: &'static str,
    table: Option<Table>,
) {
    if let Some(table) = table {
        blocks.push(heading(id, context.word(word)));
        blocks.push(Block::Table(table));
    }
}

/// Returns a heading below another.
pub(super) fn subheading(id: impl Into<String>, text: impl Into<String>) -> Block {
    Block::Heading { id: id.into(), level: 3, text: text.into() }
}

/// Returns the beginning of a text, cut between words, for descriptions.
pub(super) fn excerpt(text: &str, most: usize) -> String {
    let mut out = String::new();
    let mut length = 0_usize;
    for word in text.split_whitespace() {
        length = length.saturating_add(word.chars().count()).saturating_add(1);
        if length > most {
            out.push('…');
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
