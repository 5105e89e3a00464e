//! What every plan is made with: the site, its words, its theme, its addresses.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rayon::prelude::*;

use super::{Counts, Frame, Input, collisions, editions, known::Known};
use crate::{
    check::Scene,
    config::{self, Config},
    content::{self, Notebook, Role, Viewer},
    diag::{Diagnostic, Error, Finding, Place, Severity, Source, Sources},
    history,
    locale::{Locale, LocaleError},
    model::Plan,
    output::Sink,
    render::{self, Banner, Layer, Theme},
    tree::{self, Tree},
    value::{Id, RelPath},
    view::{AddressBook, Block, Desk, Feed, Page, Past},
};

/// What every plan is made with. Read-only while plans are made.
pub struct Workshop<'i> {
    /// What the build is a function of.
    pub input: &'i Input<'i>,
    /// What the site is made as.
    pub frame: Frame<'i>,
    /// The site and what it says of reading and checking.
    pub config: Config,
    /// Whom the site is for, and as of when.
    pub viewer: Viewer,
    /// The language of readers.
    pub locale: Arc<Locale>,
    /// The language of messages.
    pub messages: Arc<Locale>,
    /// Where everything lies in the output.
    pub book: AddressBook,
    /// The files of ordinary pages.
    pub pages: Vec<&'i RelPath>,
    /// The theme.
    pub theme: Theme,
    /// What was found in `site.toml`, the registers and the theme.
    pub findings: Vec<Finding>,
    /// Where things stand in them.
    notebook: Notebook,
    /// What was made so far that belongs to no plan.
    pub counts: Counts,
}

impl<'i> Workshop<'i> {
    /// Reads what all plans share.
    pub fn open(input: &'i Input<'i>, frame: Frame<'i>) -> Result<Self, Error> {
        let mut notebook = Notebook::default();
        let mut config = config::load(input.tree, input.today, &mut notebook)?;
        if let Some(as_of) = input.as_of {
            config.site.as_of = as_of;
        }
        let language = config.site.language;
        let theme = load_theme(input.tree, &config.theme, &mut notebook.diagnostics)?;
        let own_words = theme.words(language.tag());
        let locale = if own_words.is_empty() {
            plain_locale(language)?
        } else {
            match Locale::new(language, &own_words) {
                Ok(locale) => Arc::new(locale),
                Err(error) => {
                    notebook.diagnostics.push(words_error(&error, &config.theme, language.tag()));
                    plain_locale(language)?
                }
            }
        };
        let messages = plain_locale(input.messages.unwrap_or(language))?;
        // Both look at every path of the site, before its plans can keep all cores busy.
        let (book, (pages, misplaced)) = rayon::join(
            || AddressBook::new(&config.site, input.tree.paths(), &locale),
            || {
                let content = tree::below(input.tree.paths(), content::Site::CONTENT).par_iter();
                let files: Vec<_> = content.map(|file| (file, content::role_of(file))).collect();
                let mut found = Vec::new();
                report_skipped(input.tree, &files, &mut found);
                collisions::report(&files, &config, &mut found);
                (of_role(&files, Role::Page).collect(), found)
            },
        );
        let face = render::Site {
            edition: banner(&frame, &locale),
            incomplete: incomplete(input, &frame, &locale),
            ..theme_site(&config, &book, input, &frame)
        };
        let themed = theme.for_site(&face, locale.words());
        notebook.diagnostics.extend(themed.diagnostics);
        notebook.diagnostics.extend(misplaced);
        let viewer = Viewer::new(input.audience, config.site.as_of);
        let theme = themed.value;
        let counts = Counts::default();
        let mut shop = Self {
            input,
            frame,
            config,
            viewer,
            locale,
            messages,
            book,
            pages,
            theme,
            findings: Vec::new(),
            notebook,
            counts,
        };
        let found = std::mem::take(&mut shop.notebook.diagnostics);
        shop.report(found);
        Ok(shop)
    }

    /// Adds what was found of `site.toml`, the registers and the theme.
    pub fn report(&mut self, diagnostics: Vec<Diagnostic>) {
        self.notebook.diagnostics = diagnostics;
        let found = self.located(&self.notebook);
        self.findings.extend(found);
    }

    /// Takes what is known of the past; an edition keeps what it was given.
    pub fn look_back(&mut self, known: &'i Known, past: Option<&'i Past<'i>>) {
        if self.frame.edition.is_none() {
            self.frame.since = editions::latest_before(&known.editions, self.config.site.as_of);
            self.frame.past = past;
        }
    }

    /// Draws a feed and hands it to the sink.
    pub fn put_feed(&self, feed: &Feed, sink: &dyn Sink) -> Result<Option<Diagnostic>, Error> {
        match self.theme.render_feed(feed) {
            Ok(xml) => sink.put(&feed.path, &xml).map(|()| None),
            Err(diagnostic) => Ok(Some(diagnostic)),
        }
    }

    /// Returns the folders of all plans, each with its files.
    pub fn plan_folders(&self) -> Vec<&'i [RelPath]> {
        let files = tree::below(self.input.tree.paths(), content::Site::PLANS);
        let plan = collisions::plan_of;
        // A file beside the folders is of no plan.
        files.chunk_by(|a, b| plan(a) == plan(b)).filter(|files| files.first().and_then(plan).is_some()).collect()
    }

    /// Takes hidden files out of the address book, so that no link leads to them.
    pub fn hide(&mut self, hidden: &BTreeSet<RelPath>) {
        if !hidden.is_empty() {
            self.book.hide(hidden);
        }
    }

    /// Returns the desk pages are written at.
    pub fn desk(&self) -> Desk<'_> {
        Desk {
            site: &self.config.site,
            locale: &self.locale,
            book: &self.book,
            since: self.frame.since,
            past: self.frame.past,
        }
    }

    /// Returns what checks look at.
    pub fn scene<'s>(&'s self, plan: &'s Plan) -> Scene<'s> {
        Scene { site: &self.config.site, plan, files: self.input.tree.paths() }
    }

    /// Gives diagnostics their places and words. Those that are off are left out.
    pub fn located(&self, notebook: &Notebook) -> Vec<Finding> {
        let Notebook { sources, origins, diagnostics } = notebook;
        let finding = |found: &Diagnostic| match &found.place {
            Place::Line(path, ..) => self.messages.finding(found, &self.source_of(path), origins),
            _ => self.messages.finding(found, sources, origins),
        };
        diagnostics.iter().map(finding).collect()
    }

    /// Reads a file again to show a line of it, where it is one of the site's own.
    fn source_of(&self, path: &RelPath) -> Sources {
        let mut sources = Sources::default();
        let mut bytes = Vec::new();
        if self.input.tree.paths().binary_search(path).is_ok() && self.input.tree.read(path, &mut bytes).is_ok() {
            sources.add(Source { path: path.clone(), text: String::from_utf8_lossy(&bytes).into_owned() });
        }
        sources
    }

    /// Renders a page and hands it to the sink. Answers what was made, and what is wrong with its template.
    pub fn put(&self, page: &Page, sink: &dyn Sink) -> Result<(Counts, Option<Diagnostic>), Error> {
        let charts = page.blocks.iter().filter(|block| matches!(block, Block::Chart(_))).count();
        let counts = Counts { pages: 1, charts, ..Counts::default() };
        match self.theme.render(page) {
            Ok(html) => sink.put(&page.path, &html).map(|()| (counts, None)),
            Err(diagnostic) => Ok((counts, Some(diagnostic))),
        }
    }
}

pub(super) fn plain_locale(language: crate::locale::Language) -> Result<Arc<Locale>, Error> {
    Locale::shared(language).map_err(|error| Error::new(crate::diag::ErrorKind::NotFound, format!("{error:?}")))
}

/// Reads the site's themes and loads the one it wears; a damaged one is reported and left off.
fn load_theme(tree: &dyn Tree, name: &Id, found: &mut Vec<Diagnostic>) -> Result<Theme, Error> {
    let mut layers: BTreeMap<String, Layer> = BTreeMap::new();
    for path in tree::below(tree.paths(), content::Site::THEMES) {
        let mut parts = path.as_str().splitn(3, '/').skip(1);
        let (Some(theme), Some(rest)) = (parts.next(), parts.next()) else { continue };
        let Ok(file) = RelPath::new(rest) else { continue };
        let mut bytes = Vec::new();
        tree.read(path, &mut bytes)?;
        let layer = layers.entry(theme.to_owned()).or_insert_with(|| Layer { name: theme.into(), ..Layer::default() });
        layer.files.insert(file, bytes);
    }
    let layers: Vec<Layer> = layers.into_values().collect();
    let theme = Theme::load(name.as_str(), &layers).or_else(|diagnostics| {
        found.extend(diagnostics);
        Theme::load("default", &[])
    });
    theme.map_err(|_| Error::new(crate::diag::ErrorKind::NotFound, "the theme in the program does not load"))
}

fn words_error(error: &LocaleError, theme: &Id, language: &str) -> Diagnostic {
    let subject = || Place::Subject(crate::diag::Subject::new("site.toml", "theme"));
    let Ok(path) = RelPath::new(format!("themes/{theme}/i18n/{language}.ftl")) else {
        return Diagnostic::error("template-error", subject());
    };
    let (place, detail) = match error {
        LocaleError::Syntax { line, detail, .. } => {
            (Place::Line(path, u32::try_from(*line).unwrap_or(1), 1), detail.clone())
        }
        LocaleError::Word { key, needs } => (Place::File(path), format!("{key}: {{ ${needs} }}")),
        LocaleError::Data(language) => (Place::File(path), language.tag().to_owned()),
    };
    Diagnostic::error("template-error", place).with("detail", detail)
}

fn theme_site(config: &Config, book: &AddressBook, input: &Input<'_>, frame: &Frame<'_>) -> render::Site {
    let site = &config.site;
    let menu = [
        ("home", book.home().clone()),
        ("plans", book.plans().clone()),
        ("committees", book.committees().clone()),
        ("owners", book.owners().clone()),
        ("milestones", book.milestones().clone()),
        ("disagreements", book.disagreements().clone()),
    ];
    let is_today = frame.edition.is_none();
    let has_past = is_today && input.past.is_some();
    let has_editions = is_today && site.editions.iter().any(|edition| edition.as_of <= site.as_of);
    let past = [
        has_past.then(|| ("history", book.history().clone())),
        has_editions.then(|| ("editions", book.editions().clone())),
    ];
    let menu = menu.into_iter().chain(past.into_iter().flatten());
    render::Site {
        title: site.title.clone(),
        organisation: site.organisation.clone(),
        language: site.language.tag().to_owned(),
        menu: menu.map(|(section, href)| render::MenuEntry { section, href }).collect(),
        accessibility: site.accessibility.as_ref().map(|statement| statement.url.clone()),
        source: site.source.clone(),
        url: site.url.clone(),
        about: Some(book.about().clone()),
        colour: site.colour.clone(),
        edition: None,
        incomplete: None,
    }
}

/// Says on every page that older commits are missing.
fn incomplete(input: &Input<'_>, frame: &Frame<'_>, locale: &Locale) -> Option<String> {
    let is_incomplete = frame.edition.is_none() && input.past.is_some_and(history::Past::is_incomplete);
    is_incomplete.then(|| locale.say("banner-incomplete", &[]))
}

/// Says on every page of an edition which it is.
fn banner(frame: &Frame<'_>, locale: &Locale) -> Option<Banner> {
    let cut = frame.edition?;
    let date = locale.date(cut.edition.as_of);
    let title = [("title", (&cut.edition.title).into()), ("date", (&date).into())];
    let text = locale.say("banner-edition", &title);
    let state = match cut.commit {
        Some((_, recorded)) => locale.say("banner-cut", &[("date", (&locale.date(recorded)).into())]),
        None => locale.say("banner-open", &[]),
    };
    let above = |page: &str| cut.is_below.then(|| format!("../../{page}"));
    let corrected = cut.page.and_then(|page| above(page.as_str()));
    Some(Banner { text, state, today: above("index.html"), corrected, is_open: cut.commit.is_none() })
}

/// Reports what lies in the site and is not read.
fn report_skipped(tree: &dyn Tree, files: &[(&RelPath, Role)], found: &mut Vec<Diagnostic>) {
    for skipped in tree.skipped() {
        let diagnostic = Diagnostic::warning(skipped.code, Place::File(skipped.path.clone()));
        found.push(diagnostic.with("path", skipped.path.as_str()).with("other", skipped.path.as_str()));
    }
    for path in of_role(files, Role::Stray) {
        let diagnostic =
            Diagnostic { severity: Severity::Warning, ..Diagnostic::error("stray-file", Place::File(path.clone())) };
        found.push(diagnostic.with("path", path.as_str()));
    }
}

fn of_role<'p>(files: &[(&'p RelPath, Role)], role: Role) -> impl Iterator<Item = &'p RelPath> {
    files.iter().filter(move |(_, is)| *is == role).map(|(file, _)| *file)
}
