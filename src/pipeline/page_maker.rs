//! What makes the pages of a site: its theme, in every format.

use std::sync::Arc;

use super::BuildCounts;
use crate::{
    diag::{Diagnostic, Error},
    locale::Locale,
    output::Sink,
    render::{FORMATS, FormatContext, Theme},
    view::{Block, Feed, Page},
};

/// Writes pages and feeds, and hands the files to a sink.
pub struct PageMaker {
    theme: Theme,
    locale: Arc<Locale>,
}

/// What makes pages and where they go; nothing where no page is wanted.
pub type WantedPages<'p> = Option<(&'p PageMaker, &'p dyn Sink)>;

impl PageMaker {
    /// Makes pages with a theme that is a site's own, in the language of its readers.
    pub fn new(theme: Theme, locale: Arc<Locale>) -> Self {
        Self { theme, locale }
    }

    /// Writes a page in every format. Answers what was made, and what is wrong with its template.
    pub fn put(&self, page: &Page, sink: &dyn Sink) -> Result<(BuildCounts, Option<Diagnostic>), Error> {
        let charts = page.blocks.iter().filter(|block| matches!(block, Block::Chart(_))).count();
        let counts = BuildCounts { pages: 1, charts, ..BuildCounts::default() };
        let context = FormatContext { theme: &self.theme, locale: &self.locale };
        for file in FORMATS.iter().flat_map(|format| format.files(page, context)) {
            match file {
                Ok((path, bytes)) => sink.put(&path, &bytes)?,
                Err(diagnostic) => return Ok((counts, Some(diagnostic))),
            }
        }
        Ok((counts, None))
    }

    /// Draws a feed. Answers what is wrong with its template.
    pub fn put_feed(&self, feed: &Feed, sink: &dyn Sink) -> Result<Option<Diagnostic>, Error> {
        match self.theme.render_feed(feed) {
            Ok(xml) => sink.put(&feed.path, &xml).map(|()| None),
            Err(diagnostic) => Ok(Some(diagnostic)),
        }
    }

    /// Hands on the files of the theme that pages ask for.
    pub fn put_assets(&self, sink: &dyn Sink) -> Result<(), Error> {
        self.theme.assets().try_for_each(|(path, bytes)| sink.put(path, bytes))
    }
}
