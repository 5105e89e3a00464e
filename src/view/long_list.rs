//! Lists that are too long for one page: parts on pages of their own, and the way from each to the others.

use super::{Block, PageLink, writer::PageWriter};
use crate::value::RelPath;

/// A list in parts, each on a page.
pub(super) struct LongList<'l, T> {
    /// The parts; the first is on the page that others lead to.
    pub parts: Vec<&'l [T]>,
    /// What an entry is called.
    pub name: fn(&T) -> &str,
    /// Returns the page of a part.
    pub page: &'l dyn Fn(usize) -> RelPath,
}

impl<T> LongList<'_, T> {
    /// Returns the entries of a part.
    pub fn part(&self, at: usize) -> &[T] {
        self.parts.get(at).copied().unwrap_or_default()
    }

    /// Says what stands in a part: its first and its last entry.
    pub fn range(&self, at: usize) -> String {
        match self.part(at) {
            [] => String::new(),
            [one] => (self.name)(one).to_owned(),
            [first, .., last] => format!("{} – {}", (self.name)(first), (self.name)(last)),
        }
    }

    /// Adds the way to all parts, where there are several; the one the reader is at leads nowhere.
    pub fn push_links(&self, blocks: &mut Vec<Block>, writer: &PageWriter, here: usize) {
        let link = |at: usize| match at == here {
            true => PageLink { text: self.range(at), href: String::new(), lang: None },
            false => writer.link(&(self.page)(at), self.range(at)),
        };
        if self.parts.len() > 1 {
            blocks.push(Block::Links { links: (0..self.parts.len()).map(link).collect() });
        }
    }
}
