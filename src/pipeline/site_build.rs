//! What every plan is made with: the site, its words, its theme, its addresses.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{BuildCounts, Input, SiteMode, Stop};
use crate::{
    check::CheckInput,
    content::{self, ParseLog, Viewer},
    diag::{Diagnostic, Error, Finding, Place, Source, Sources},
    history,
    locale::{Locale, LocaleError},
    model::Plan,
    output::Sink,
    render::{self, Banner, FORMATS, FormatContext, TEMPLATE_ERROR, Theme, ThemeLayer},
    site::{Settings, SiteVersion},
    table::ValueFormat,
    tree::{self, Tree},
    value::{Id, RelPath},
    view::{Addresses, Block, Feed, Page, ViewContext},
};

/// What every plan is made with. Read-only while plans are made.
pub struct SiteBuild<'i> {
    /// What the build is a function of.
    pub input: &'i Input<'i>,
    /// What the site is made as.
    pub frame: SiteMode<'i>,
    /// The last stage of it that is wanted.
    pub stop: Stop,
    /// The state of the site that is made: its settings and its files.
    pub version: SiteVersion<'i>,
    /// Whom the site is for, and as of when.
    pub viewer: Viewer,
    /// The language of readers.
    pub locale: Arc<Locale>,
    /// The language of messages.
    pub messages: Arc<Locale>,
    /// Where everything lies in the output.
    pub book: Addresses,
    /// The theme.
    pub theme: Theme,
    /// What was found in `site.toml`, the registers and the theme.
    pub findings: Vec<Finding>,
    /// Where things stand in them.
    notebook: ParseLog,
    /// What was made so far that belongs to no plan.
    pub counts: BuildCounts,
}

impl<'i> SiteBuild<'i> {
    /// Reads what all plans share.
    pub fn open(input: &'i Input<'i>, frame: SiteMode<'i>) -> Result<Self, Error> {
        let mut notebook = ParseLog::default();
        let mut version = SiteVersion::open(input.tree, input.today, input.as_of, &mut notebook)?;
        if let Some(withheld) = frame.withheld {
            withheld.blank_registers(&mut version.settings.site);
        }
        let settings = &version.settings;
        let language = settings.site.language;
        let theme = load_theme(input.tree, &settings.theme, &mut notebook.diagnostics)?;
        let own_words = theme.words(language.tag());
        let locale = if own_words.is_empty() {
            plain_locale(language)?
        } else {
            match Locale::new(language, &own_words) {
                Ok(locale) => Arc::new(locale),
                Err(error) => {
                    notebook.diagnostics.push(words_error(&error, &settings.theme, language.tag()));
                    plain_locale(language)?
                }
            }
        };
        let messages = plain_locale(input.messages.unwrap_or(language))?;
        let book = Addresses::new(&settings.site, input.tree.paths(), &locale);
        let face = render::TemplateGlobals {
            edition: banner(&frame, &locale),
            incomplete: incomplete(input, &frame, &locale),
            ..theme_site(settings, &book, input, &frame)
        };
        let themed = theme.for_site(&face, locale.words());
        notebook.diagnostics.extend(themed.diagnostics);
        let viewer = Viewer::new(input.audience, settings.site.as_of);
        let theme = themed.value;
        let counts = BuildCounts::default();
        let mut shop = Self {
            input,
            frame,
            stop: Stop::Pages,
            version,
            viewer,
            locale,
            messages,
            book,
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

    /// Draws a feed and hands it to the sink.
    pub fn put_feed(&self, feed: &Feed, sink: &dyn Sink) -> Result<Option<Diagnostic>, Error> {
        match self.theme.render_feed(feed) {
            Ok(xml) => sink.put(&feed.path, &xml).map(|()| None),
            Err(diagnostic) => Ok(Some(diagnostic)),
        }
    }

    /// Stops where a site is to be stopped, unless only its pages can tell all that is wrong with it.
    pub fn stop_at(&mut self, stop: Stop) {
        self.stop = if self.needs_pages() { Stop::Pages } else { stop };
    }

    /// Tells whether only the pages of a site can tell all that is wrong with it: a template of its own may fail on any
    /// page, and an ordinary page may lie in a folder that other pages are made into.
    pub fn needs_pages(&self) -> bool {
        let mut themes = tree::below(self.version.paths(), content::SitePaths::THEMES).iter();
        let has_templates = themes.any(|file| file.parts().nth(2) == Some("templates"));
        has_templates || self.book.has_page_in_our_folders()
    }

    /// Takes what is not shown out of the addresses, so that no link leads to it, and gives what shows nothing but a
    /// public title an address of that.
    pub fn hide(&mut self, files: &BTreeSet<RelPath>, titles: &[(RelPath, String)]) {
        if !files.is_empty() {
            self.book.hide(files);
        }
        titles.iter().for_each(|(file, title)| self.book.rename(file, title));
    }

    /// Returns the desk pages are written at.
    pub fn desk(&self) -> ViewContext<'_> {
        ViewContext {
            site: &self.version.settings.site,
            format: ValueFormat { locale: &self.locale },
            book: &self.book,
            since: self.frame.since,
            past: self.frame.past,
        }
    }

    /// Returns what checks look at.
    pub fn scene<'s>(&'s self, plan: &'s Plan) -> CheckInput<'s> {
        CheckInput { site: &self.version.settings.site, plan, files: self.input.tree.paths() }
    }

    /// Gives diagnostics their places and words. Those that are off are left out.
    pub fn located(&self, notebook: &ParseLog) -> Vec<Finding> {
        let ParseLog { sources, origins, diagnostics } = notebook;
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

    /// Writes a page in every format and hands the files to the sink. Answers what was made, and what is wrong with its template.
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
}

pub(super) fn plain_locale(language: crate::locale::Language) -> Result<Arc<Locale>, Error> {
    Locale::shared(language).map_err(|error| Error::new(crate::diag::ErrorKind::NotFound, format!("{error:?}")))
}

/// Reads the site's themes and loads the one it wears; a damaged one is reported and left off.
fn load_theme(tree: &dyn Tree, name: &Id, found: &mut Vec<Diagnostic>) -> Result<Theme, Error> {
    let mut layers: BTreeMap<String, ThemeLayer> = BTreeMap::new();
    for path in tree::below(tree.paths(), content::SitePaths::THEMES) {
        let mut parts = path.as_str().splitn(3, '/').skip(1);
        let (Some(theme), Some(rest)) = (parts.next(), parts.next()) else { continue };
        let Ok(file) = RelPath::new(rest) else { continue };
        let mut bytes = Vec::new();
        tree.read(path, &mut bytes)?;
        let layer = layers
            .entry(theme.to_owned())
            .or_insert_with(|| ThemeLayer { name: theme.into(), ..ThemeLayer::default() });
        layer.files.insert(file, bytes);
    }
    let layers: Vec<ThemeLayer> = layers.into_values().collect();
    let theme = Theme::load(name.as_str(), &layers).or_else(|diagnostics| {
        found.extend(diagnostics);
        Theme::load("default", &[])
    });
    theme.map_err(|_| Error::new(crate::diag::ErrorKind::NotFound, "the theme in the program does not load"))
}

fn words_error(error: &LocaleError, theme: &Id, language: &str) -> Diagnostic {
    let subject = || Place::Subject(crate::diag::FieldRef::new("site.toml", "theme"));
    let Ok(path) = RelPath::new(format!("themes/{theme}/i18n/{language}.ftl")) else {
        return Diagnostic::new(&TEMPLATE_ERROR, subject());
    };
    let (place, detail) = match error {
        LocaleError::Syntax { line, detail, .. } => {
            (Place::Line(path, u32::try_from(*line).unwrap_or(1), 1), detail.clone())
        }
        LocaleError::Word { key, needs } => (Place::File(path), format!("{key}: {{ ${needs} }}")),
        LocaleError::Data(language) => (Place::File(path), language.tag().to_owned()),
    };
    Diagnostic::new(&TEMPLATE_ERROR, place).with("detail", detail)
}

fn theme_site(
    settings: &Settings,
    book: &Addresses,
    input: &Input<'_>,
    frame: &SiteMode<'_>,
) -> render::TemplateGlobals {
    let site = &settings.site;
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
    render::TemplateGlobals {
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
fn incomplete(input: &Input<'_>, frame: &SiteMode<'_>, locale: &Locale) -> Option<String> {
    let is_incomplete = frame.edition.is_none() && input.past.is_some_and(history::VersionControl::is_incomplete);
    is_incomplete.then(|| locale.say("banner-incomplete", &[]))
}

/// Says on every page of an edition which it is.
fn banner(frame: &SiteMode<'_>, locale: &Locale) -> Option<Banner> {
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
