//! What makes the pages of a site: its theme, in every format.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError},
};

use super::BuildCounts;
use crate::{
    diag::{Diagnostic, Error},
    locale::{LOCALES, Language, Locale},
    output::Sink,
    render::{
        DATA_ARCHIVE, DATA_PACKAGE, DATA_PACKAGE_FILE, DataPackage, FORMATS, Format, FormatContext, HTML, PageTables,
        TemplateGlobals, Theme, write_pdf, write_robots, write_sitemap,
    },
    value::RelPath,
    view::{Block, ChosenPages, Feed, Page, SearchIndex},
};

/// The file of the search's index, which `search.js` of the theme asks for.
const SEARCH_INDEX: &str = "search-index.js";
/// The words of statuses, for the search.
const SEARCH_TEXTS: &str = "search-texts.js";

/// Writes pages and feeds, and hands the files to a sink.
pub struct PageMaker {
    /// The language of readers.
    language: Language,
    own: LazyLock<Drawing, Box<dyn FnOnce() -> Drawing + Send>>,
    /// The same in other languages, in the order of [`LOCALES`], once the first plan of each is met.
    others: [OnceLock<Drawing>; LOCALES.len()],
    /// All tables, where the site offers them together.
    package: DataPackage,
    /// The pages that search engines may list.
    listed: Mutex<BTreeSet<RelPath>>,
    /// The documents that alone are wanted, where that is so.
    documents: Option<WantedDocuments>,
}

/// Documents that are wanted without the site around them.
struct WantedDocuments {
    /// Where they would lie.
    wanted: BTreeSet<RelPath>,
    made: Mutex<BTreeMap<RelPath, Vec<u8>>>,
}

/// What pages of one language are drawn with.
struct Drawing {
    theme: Theme,
    locale: Arc<Locale>,
}

/// Pages that are wanted: what makes them, where they go, and which.
#[derive(Clone, Copy)]
pub struct WantedPages<'p> {
    /// What makes them.
    pub maker: &'p PageMaker,
    /// Where they go.
    pub sink: &'p dyn Sink,
    /// Which are made. Where they are not all, they are made to be looked at: in HTML alone.
    pub chosen: ChosenPages<'p>,
}

impl WantedPages<'_> {
    /// Writes a page. Answers what was made, and what is wrong with its template.
    pub fn put(&self, page: &Page) -> Result<(BuildCounts, Option<Diagnostic>), Error> {
        match self.chosen {
            ChosenPages::All => self.maker.put(page, self.sink),
            ChosenPages::Only(_) => self.maker.put_in(&[&HTML], page, self.sink),
        }
    }
}

impl PageMaker {
    /// Makes pages with the theme of a site, in the language of its readers. The theme is asked for when the first is drawn.
    pub fn new(locale: Arc<Locale>, theme: impl FnOnce(&Locale) -> Theme + Send + 'static) -> Self {
        Self {
            language: locale.language(),
            own: LazyLock::new(Box::new(move || Drawing { theme: theme(&locale), locale })),
            others: [const { OnceLock::new() }; LOCALES.len()],
            package: DataPackage::default(),
            listed: Mutex::default(),
            documents: None,
        }
    }

    /// Makes nothing but some documents.
    pub fn only_documents(self, wanted: BTreeSet<RelPath>) -> Self {
        Self { documents: Some(WantedDocuments { wanted, made: Mutex::default() }), ..self }
    }

    /// Returns the documents that were made, where they alone were wanted.
    pub fn into_documents(self) -> BTreeMap<RelPath, Vec<u8>> {
        self.documents.map(|own| own.made.into_inner().unwrap_or_else(PoisonError::into_inner)).unwrap_or_default()
    }

    /// Learns to make pages in a language, where it does not yet: with what they share, and the language.
    pub fn learn(&self, language: Language, make: impl FnOnce() -> (TemplateGlobals, Arc<Locale>)) {
        if language == self.language {
            return;
        }
        let Some(slot) = place(language).and_then(|at| self.others.get(at)) else { return };
        slot.get_or_init(|| {
            let (globals, locale) = make();
            // What is wrong with the colour was found when the site was opened.
            let theme = self.own.theme.clone().for_site(&globals, locale.words()).value;
            Drawing { theme, locale }
        });
    }

    /// Returns what pages of a language are drawn with.
    fn drawing(&self, language: Language) -> &Drawing {
        let learnt = place(language).and_then(|at| self.others.get(at)).and_then(OnceLock::get);
        learnt.unwrap_or_else(|| &self.own)
    }

    /// Writes a page in every format. Answers what was made, and what is wrong with its template.
    pub fn put(&self, page: &Page, sink: &dyn Sink) -> Result<(BuildCounts, Option<Diagnostic>), Error> {
        self.put_in(FORMATS, page, sink)
    }

    fn put_in(
        &self,
        formats: &[&Format],
        page: &Page,
        sink: &dyn Sink,
    ) -> Result<(BuildCounts, Option<Diagnostic>), Error> {
        let charts = page.blocks.iter().filter(|block| matches!(block, Block::Chart(_))).count();
        let counts = BuildCounts { pages: 1, charts, ..BuildCounts::default() };
        let Drawing { theme, locale } = self.drawing(page.language);
        let context = FormatContext { theme, locale };
        if let Some(WantedDocuments { wanted, made }) = &self.documents {
            let Some(path) = page.document.as_ref().filter(|path| wanted.contains(*path)) else {
                return Ok((counts, None));
            };
            let bytes = match write_pdf(page, &context) {
                Ok(bytes) => bytes,
                Err(diagnostic) => return Ok((counts, Some(diagnostic))),
            };
            made.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone(), bytes);
            return Ok((counts, None));
        }
        let tables = PageTables::of(page, locale);
        let site = theme.site();
        if self.is_listed() && page.leads_to.is_none() && page.section != "404" {
            self.listed.lock().unwrap_or_else(PoisonError::into_inner).insert(page.path.clone());
        }
        for format in formats {
            // What is packed need not be offered by itself.
            let (is_offered, is_packed) = (site.offers(format.id), format.id == "csv" && site.offers(DATA_PACKAGE));
            if !is_offered && !is_packed {
                continue;
            }
            // Whoever offers no table pays for none.
            let mut packed = is_packed.then(|| tables.tables()).into_iter().flatten();
            for file in format.files(&tables, context) {
                let (path, bytes) = match file {
                    Ok(file) => file,
                    Err(diagnostic) => return Ok((counts, Some(diagnostic))),
                };
                if is_offered {
                    sink.put(&path, &bytes)?;
                }
                if let Some(table) = packed.next() {
                    self.package.add(&path, bytes, &table, &context);
                }
            }
        }
        Ok((counts, None))
    }

    /// Writes all tables of the site in one archive, with what describes them, where the site offers that.
    pub fn put_package(&self, sink: &dyn Sink) -> Result<(), Error> {
        let site = self.own.theme.site();
        if !site.offers(DATA_PACKAGE) {
            return Ok(());
        }
        let (description, archive) = self.package.write(site);
        // By itself it would describe files that are not there.
        if site.offers("csv") {
            sink.put(&named(DATA_PACKAGE_FILE), &description)?;
        }
        sink.put(&named(DATA_ARCHIVE), &archive)
    }

    /// Draws a feed. Answers what is wrong with its template.
    pub fn put_feed(&self, feed: &Feed, sink: &dyn Sink) -> Result<Option<Diagnostic>, Error> {
        match self.drawing(feed.language).theme.render_feed(feed) {
            Ok(xml) => sink.put(&feed.path, &xml).map(|()| None),
            Err(diagnostic) => Ok(Some(diagnostic)),
        }
    }

    /// Tells whether search engines may list the pages: of the site of today, where it is for everybody and has an address.
    fn is_listed(&self) -> bool {
        let site = self.own.theme.site();
        site.is_open_to_all && site.canonical.is_some() && site.edition.is_none()
    }

    /// Has search engines list some pages and those that are made after, and no others: shared pages may be made again.
    pub fn list_anew(&self, pages: impl Iterator<Item = RelPath>) {
        let mut listed = self.listed.lock().unwrap_or_else(PoisonError::into_inner);
        listed.clear();
        listed.extend(pages.filter(|_| self.is_listed()));
    }

    /// Writes what search engines ask for, once all pages are made. Below another site they ask that one.
    pub fn put_sitemap(&self, sink: &dyn Sink) -> Result<(), Error> {
        let site = self.own.theme.site();
        let is_below = site.edition.as_ref().is_some_and(|edition| edition.today.is_some());
        let base = site.canonical.as_deref().filter(|_| self.is_listed());
        if let Some(robots) = write_robots(base, site.is_open_to_all).filter(|_| !is_below) {
            sink.put(&named("robots.txt"), robots.as_bytes())?;
        }
        let Some(base) = base else { return Ok(()) };
        let listed = self.listed.lock().unwrap_or_else(PoisonError::into_inner);
        let files = write_sitemap(base, &listed.iter().collect::<Vec<_>>());
        files.iter().try_for_each(|(name, bytes)| sink.put(&named(name), bytes))
    }

    /// Writes the index of the search.
    pub fn put_search(&self, index: &SearchIndex, sink: &dyn Sink) -> Result<(), Error> {
        sink.put(&named(SEARCH_INDEX), &self.own.theme.search_script(index))?;
        if index.has_texts { sink.put(&named(SEARCH_TEXTS), &self.own.theme.search_texts(index)) } else { Ok(()) }
    }

    /// Hands on the files of the theme that pages ask for.
    pub fn put_assets(&self, sink: &dyn Sink) -> Result<(), Error> {
        self.own.theme.assets().try_for_each(|(path, bytes)| sink.put(path, bytes))
    }
}

/// Returns the path of a file at the root of the site.
fn named(name: &str) -> RelPath {
    RelPath::new(name).unwrap_or_else(|_| unreachable!("a name is a path"))
}

/// Returns the place of a language in [`LOCALES`].
fn place(language: Language) -> Option<usize> {
    LOCALES.iter().position(|known| *known == language)
}
