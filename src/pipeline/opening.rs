//! Opening a site: settings, registers, words and theme of one state of it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{Input, OpenedSite, PageMaker, SiteFindings, SiteLocales, SiteMode};
use crate::{
    content::{self, Audience, ParseLog, Viewer},
    diag::{Diagnostic, Error, FieldRef, Place},
    history,
    locale::Locale,
    model::Site,
    render::{self, Banner, Theme, ThemeLayer},
    schema::records,
    site::SiteVersion,
    tree::{self, Tree},
    value::{Id, RelPath},
    view::Addresses,
};

/// What opening a site comes to.
pub struct Opening<'i> {
    /// The site.
    pub opened: OpenedSite<'i>,
    /// What its pages are made with.
    pub maker: PageMaker,
    /// What was found in `site.toml`, the registers and the theme.
    pub findings: SiteFindings,
}

/// Reads what all plans share.
pub fn open<'i>(input: &'i Input<'i>, mode: SiteMode<'i>) -> Result<Opening<'i>, Error> {
    let mut notebook = ParseLog::default();
    let mut version = SiteVersion::open(input.tree, input.today, input.as_of, &mut notebook)?;
    if let Some(withheld) = mode.withheld {
        withheld.blank_registers(&mut version.settings.site);
    }
    if let Some(cut) = mode.edition.filter(|cut| cut.is_below) {
        // What its own files say is the address of the site above it.
        version.settings.site.url = cut.address.map(str::to_owned);
    }
    let settings = &version.settings;
    let language = settings.site.language;
    let theme = load_theme(input.tree, &settings.theme, &mut notebook.diagnostics)?;
    let locales = SiteLocales::new(theme.as_ref(), &settings.theme);
    let locale = Arc::clone(locales.of(language));
    notebook.diagnostics.extend(locales.found(language).iter().cloned());
    let messages = plain_locale(input.messages.unwrap_or(language))?;
    let addresses = Addresses::new(&settings.site, input.tree.paths(), &locale);
    let viewer = Viewer::new(input.audience, settings.site.as_of);
    // A slip of the year in `as_of` must not end embargoes; who asks for a date knows what he asks for.
    let viewer = if input.as_of.is_none() { viewer.on(input.today) } else { viewer };
    let unrecorded = BTreeSet::new();
    let opened = OpenedSite { input, mode, version, viewer, locales, messages, addresses, unrecorded };
    let globals = template_globals(&opened, &locale);
    let mut maker = match theme {
        Some(theme) => {
            let themed = theme.for_site(&globals, locale.words());
            notebook.diagnostics.extend(themed.diagnostics);
            PageMaker::new(locale, |_| themed.value)
        }
        None => {
            notebook.diagnostics.extend(render::colour_faults(&globals));
            PageMaker::new(locale, move |locale| Theme::plain().for_site(&globals, locale.words()).value)
        }
    };
    if opened.version.settings.site.offers(render::PDF) && !render::MAKES_PDF {
        let place = Place::Subject(FieldRef::new("site.toml", "downloads"));
        notebook.diagnostics.push(Diagnostic::new(&render::NO_PDF, place));
    }
    if let Some(request) = opened.mode.packs {
        let edition = opened.mode.edition.map(|cut| &cut.edition.id);
        maker = maker.only_documents(request.wanted(&opened.version.settings.site, &opened.addresses, edition)?);
    }
    let findings = SiteFindings::new(&opened, notebook);
    Ok(Opening { opened, maker, findings })
}

/// Returns a language without words of a theme.
pub fn plain_locale(language: crate::locale::Language) -> Result<Arc<Locale>, Error> {
    Locale::shared(language).map_err(|error| Error::new(crate::diag::ErrorKind::NotFound, format!("{error:?}")))
}

/// Reads the site's themes and loads the one it wears; a damaged one is reported and left off. Answers none where it is the
/// program's own and no file of the site covers it: that is loaded when the first page is drawn, and most commands draw none.
fn load_theme(tree: &dyn Tree, name: &Id, found: &mut Vec<Diagnostic>) -> Result<Option<Theme>, Error> {
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
    if layers.is_empty() && name.as_str() == render::DEFAULT_THEME {
        return Ok(None);
    }
    let layers: Vec<ThemeLayer> = layers.into_values().collect();
    let theme = Theme::load(name.as_str(), &layers);
    Ok(theme.map_err(|diagnostics| found.extend(diagnostics)).ok())
}

/// Returns what every page of a site in some language shares.
pub fn template_globals(opened: &OpenedSite<'_>, locale: &Locale) -> render::TemplateGlobals {
    let OpenedSite { input, mode, version, addresses, .. } = opened;
    let site = &version.settings.site;
    let menu = [
        ("home", addresses.home().clone()),
        ("plans", addresses.plans().clone()),
        ("measures", addresses.measures(0)),
        ("committees", addresses.committees().clone()),
        ("owners", addresses.owners().clone()),
        ("milestones", addresses.milestones().clone()),
        ("disagreements", addresses.disagreements().clone()),
        ("a-to-z", addresses.a_to_z(0)),
    ];
    let is_today = mode.edition.is_none();
    let has_past = is_today && input.past.is_some();
    let has_editions = is_today && site.editions.iter().any(|edition| edition.as_of <= site.as_of);
    let past = [
        has_past.then(|| ("history", addresses.history().clone())),
        has_editions.then(|| ("editions", addresses.editions().clone())),
    ];
    let menu = menu.into_iter().chain(past.into_iter().flatten());
    render::TemplateGlobals {
        title: site.title.clone(),
        organisation: site.organisation.clone(),
        language: locale.language().tag().to_owned(),
        own_language: (locale.language() != site.language).then(|| site.language.tag().to_owned()),
        menu: menu.map(|(section, href)| render::MenuEntry { section, href }).collect(),
        accessibility: site.accessibility.as_ref().map(|statement| statement.url.clone()),
        source: site.source.clone(),
        url: site.url.clone(),
        // One that is built by itself lies wherever somebody puts it.
        canonical: site.url.clone().filter(|_| mode.edition.is_none_or(|cut| cut.is_below)),
        is_open_to_all: input.audience == Audience::Public,
        licence: site.licence.clone().map(|licence| (licence.title, licence.url)),
        about: Some(addresses.about().clone()),
        search: Some(addresses.a_to_z(0)),
        colour: site.colour.clone(),
        logo: opened.logo().and_then(|file| addresses.asset(&file)),
        downloads: records::DOWNLOADS_KNOWN.iter().copied().filter(|what| site.offers(what)).collect(),
        edition: banner(mode, site, locale),
        incomplete: incomplete(input, mode, locale),
    }
}

/// Says on every page that older commits are missing.
fn incomplete(input: &Input<'_>, mode: &SiteMode<'_>, locale: &Locale) -> Option<String> {
    let is_incomplete = mode.edition.is_none() && input.past.is_some_and(history::VersionControl::is_incomplete);
    is_incomplete.then(|| locale.say("banner-incomplete", &[]))
}

/// Says on every page of an edition which it is.
fn banner(mode: &SiteMode<'_>, site: &Site, locale: &Locale) -> Option<Banner> {
    let cut = mode.edition?;
    let date = locale.date(cut.edition.as_of);
    let title = [("title", (&cut.edition.title).into()), ("date", (&date).into())];
    let text = match cut.edition.meeting.as_ref().and_then(|meeting| Some((meeting, meeting.date?))) {
        Some((meeting, day)) => {
            let id = &meeting.committee;
            let name = site.committees.get(id).map_or(id.as_str(), |committee| &committee.name);
            let day = locale.period(day);
            let met = [("committee", name.into()), ("meeting", (&day).into())];
            locale.say("banner-edition-met", &[&title[..], &met[..]].concat())
        }
        None => locale.say("banner-edition", &title),
    };
    let state = match cut.commit {
        Some((_, recorded)) => locale.say("banner-cut", &[("date", (&locale.date(recorded)).into())]),
        None => locale.say("banner-open", &[]),
    };
    let above = |page: &str| cut.is_below.then(|| format!("../../{page}"));
    let corrected = cut.page.and_then(|page| above(page.as_str()));
    let title = cut.edition.title.clone();
    let short = locale.say("banner-short", &[("date", (&date).into())]);
    Some(Banner { title, short, text, state, today: above("index.html"), corrected, is_open: cut.commit.is_none() })
}
