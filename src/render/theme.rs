//! A theme: layers of files, the upper ones over the lower, and the pages drawn with them.

use std::collections::BTreeMap;

use serde::Deserialize;
use tera::{Context, Tera, Value};

use super::{
    colour::{Colour, read_colour, setting},
    embedded,
    html::{Drawn, HtmlWriter, Means, ThemeComponents},
    menu::Menu,
    published_names::{ASSETS, PublishedNames},
    site::{SharedGlobals, TemplateGlobals},
    templates,
};
use crate::{
    content::{NOT_UTF8, TOML_SYNTAX, syntax_detail},
    diag::{Code, Diagnostic, Place, Reported},
    locale::Locale,
    svg::{self, SvgFault},
    value::RelPath,
    view::{Feed, PAGE_DATA_VERSION, Page, page_block},
};

const UNKNOWN_THEME: Code =
    Code::error("unknown-theme").args(&["id"]).help("a theme that is neither built in nor in `themes`");
/// An SVG picture that can do more than be seen.
pub const UNSAFE_SVG: Code = Code::error("unsafe-svg")
    .args(&["target", "what", "name?"])
    .help("an SVG picture, or one of a theme, with an element, an attribute or a style that may do more than be seen");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&UNKNOWN_THEME, &UNSAFE_SVG];

/// The name of the theme in the binary, the bottom of every other.
pub const BOTTOM: &str = "default";

/// The template of feeds.
const FEED: &str = "feed.xml";

/// Room for what stands around the blocks of a page, in bytes.
const FRAME: usize = 8 << 10;

/// The files of one theme of the site: what lies in `themes/<name>/`.
#[derive(Clone, Debug, Default)]
pub struct ThemeLayer {
    /// The name of its folder.
    pub name: String,
    /// Its files, by their path within that folder.
    pub files: BTreeMap<RelPath, Vec<u8>>,
}

/// A theme with all it stands on: templates, static files, words.
///
/// A file of an upper layer goes before the one of the same path below. Its templates may extend the one they cover,
/// under the name of its layer: `{% extends "default/plan.html" %}`.
#[derive(Clone)]
pub struct Theme {
    tera: Tera,
    components: ThemeComponents,
    /// The shapes of statuses, by their tone: a `<symbol>` each.
    pub(super) shapes: BTreeMap<String, String>,
    /// Whether a template draws statuses itself, so that any shape may be needed.
    draws_statuses: bool,
    /// Whether a template asks for the blocks as data.
    asks_for_blocks: bool,
    /// What opens the numbers of a chart.
    show_data: String,
    /// What stands before the files that a table can be had as.
    download: String,
    /// The site it is worn by.
    site: TemplateGlobals,
    menu: Menu,
    assets: BTreeMap<RelPath, Vec<u8>>,
    names: PublishedNames,
    words: BTreeMap<String, Vec<String>>,
    header: Option<Colour>,
}

/// What `theme.toml` says.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemeManifest {
    /// Its name for people.
    #[serde(default)]
    #[expect(dead_code, reason = "for those who choose a theme, not for pages")]
    title: String,
    /// The theme it stands on.
    extends: Option<String>,
    #[serde(default)]
    palette: Palette,
}

/// The colours a theme may set without a style sheet.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Palette {
    /// The bar at the top, under white text.
    header: Option<String>,
}

impl Theme {
    /// Makes the theme of a name out of the site's own layers and the one in the binary.
    ///
    /// A site's layer called `default` covers files of the one in the binary.
    ///
    /// # Errors
    ///
    /// Answers all that is wrong with its files: no such theme, templates that cannot be read.
    pub fn load(name: &str, layers: &[ThemeLayer]) -> Result<Self, Vec<Diagnostic>> {
        let mut diagnostics = Vec::new();
        let stack = ThemeStack::find(name, layers, &mut diagnostics).map_err(|diagnostic| vec![diagnostic])?;
        let mut sources = Vec::new();
        let mut assets = BTreeMap::new();
        let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut shapes = BTreeMap::new();
        for layer in stack.layers.iter().rev() {
            for (path, bytes) in &layer.files {
                match path.as_str().split_once('/') {
                    Some(("templates", rest)) => match text(layer, path, bytes) {
                        Ok(text) => sources.push((format!("{}/{rest}", layer.name), text)),
                        Err(diagnostic) => diagnostics.push(diagnostic),
                    },
                    Some(("i18n", _)) if path.extension() == "ftl" => match text(layer, path, bytes) {
                        Ok(text) => words.entry(path.stem().to_owned()).or_default().push(text),
                        Err(diagnostic) => diagnostics.push(diagnostic),
                    },
                    Some(("shapes", _)) if path.extension() == "svg" => match shape(layer, path, bytes) {
                        Ok(shape) => drop(shapes.insert(path.stem().to_owned(), shape)),
                        Err(diagnostic) => diagnostics.push(diagnostic),
                    },
                    Some(("static", rest)) => {
                        if path.extension().eq_ignore_ascii_case("svg") {
                            diagnostics
                                .extend(svg::check_picture(bytes).err().map(|fault| unsafe_svg(layer, path, fault)));
                        }
                        assets.insert(asset(rest), bytes.clone());
                    }
                    _ => {}
                }
            }
        }
        let names: Vec<String> = stack.layers.iter().map(|layer| layer.name.clone()).collect();
        match templates::engine(&names, &sources) {
            Ok(tera) if diagnostics.is_empty() => Ok(Self {
                components: ThemeComponents::of(&tera),
                shapes,
                draws_statuses: sources.iter().any(|(_, source)| source.contains("#m-")),
                asks_for_blocks: templates::ask_for(&tera, "blocks"),
                show_data: String::new(),
                download: String::new(),
                site: TemplateGlobals::default(),
                menu: Menu::default(),
                tera,
                assets,
                names: PublishedNames::default(),
                words,
                header: stack.header,
            }),
            Ok(_) => Err(diagnostics),
            Err(found) => {
                diagnostics.extend(found);
                Err(diagnostics)
            }
        }
    }

    /// Makes the theme in the binary, as it is.
    ///
    /// # Panics
    ///
    /// Never: the tests draw with it.
    #[must_use]
    pub fn plain() -> Self {
        Self::load(BOTTOM, &[]).expect("the tests draw with it")
    }

    /// Returns the words of a language that the site's own layers bring, as Fluent sources, the lower layer first.
    /// Those of the theme in the binary lie in `locale`, beneath them all.
    #[must_use]
    pub fn words(&self, language: &str) -> Vec<&str> {
        self.words.get(language).into_iter().flatten().map(String::as_str).collect()
    }

    /// Makes it the theme of a site: its pages are drawn with the site's name and menu, and with the interface's
    /// words, by their names with `_` for `-`: `ui_skip`.
    ///
    /// Reports a colour of the municipality's on which white text cannot be read.
    #[must_use]
    pub fn for_site(mut self, site: &TemplateGlobals, words: &BTreeMap<String, String>) -> Reported<Self> {
        let mut diagnostics = Vec::new();
        let colour = match &site.colour {
            Some(written) => read_colour(written, setting("colour"), &mut diagnostics),
            None => self.header,
        };
        let word = |key: &str| words.get(key).cloned().unwrap_or_default();
        self.menu = Menu::of(site, word);
        self.show_data = word("ui_show_data");
        self.download = word("ui_download");
        self.site = site.clone();
        let colour_written = colour.map(|colour| colour.to_string());
        let shared = SharedGlobals { site, name: site.name(), menu: &self.menu, colour: colour_written };
        let global = self.tera.global_context();
        global.insert("site", &shared);
        global.insert("words", words);
        global.insert("version", &PAGE_DATA_VERSION);
        if let Some(colour) = colour {
            self.assets.insert(asset("colour.css"), colour.style_sheet().into_bytes());
        }
        self.names = PublishedNames::of(&self.assets);
        Reported { value: self, diagnostics }
    }

    /// Returns what every page of its site shares.
    #[must_use]
    pub fn site(&self) -> &TemplateGlobals {
        &self.site
    }

    /// Returns its static files and where they lie in the output.
    pub fn assets(&self) -> impl Iterator<Item = (&RelPath, &[u8])> {
        self.assets.iter().map(|(path, bytes)| (self.names.path(path), bytes.as_slice()))
    }

    /// Draws a page as HTML, in UTF-8.
    ///
    /// # Errors
    ///
    /// Answers what is wrong with a template, and where.
    pub fn render(&self, page: &Page, locale: &Locale) -> Result<Vec<u8>, Diagnostic> {
        self.try_render(page, locale).map_err(|error| templates::diagnose(&error))
    }

    /// Draws a feed as XML, in UTF-8.
    ///
    /// # Errors
    ///
    /// Answers what is wrong with its template, and where.
    pub fn render_feed(&self, feed: &Feed) -> Result<Vec<u8>, Diagnostic> {
        let draw = || {
            let mut xml = Vec::new();
            self.tera.render_to(FEED, &Context::from_serialize(feed)?, &mut xml)?;
            Ok(xml)
        };
        draw().map_err(|error: tera::Error| templates::diagnose(&error))
    }

    fn try_render(&self, page: &Page, locale: &Locale) -> Result<Vec<u8>, tera::Error> {
        let means = Means {
            tera: &self.tera,
            components: &self.components,
            locale,
            show_data: &self.show_data,
            download: &self.download,
            site: &self.site,
        };
        let drawn = HtmlWriter::of(page, means)?;
        let mut html = Vec::with_capacity(drawn.html.len().saturating_add(FRAME));
        self.tera.render_to(page.template, &self.context(page, &drawn, locale)?, &mut html)?;
        Ok(self.names.write_into(html, &page.root))
    }

    /// Returns what the templates of a page see. What every page shares stands in the global context.
    fn context(&self, page: &Page, drawn: &Drawn, locale: &Locale) -> Result<Context, tera::Error> {
        let mut context = Context::new();
        context.insert_value("path", Value::from(page.path.as_str()));
        context.insert_value("root", Value::from(page.root.as_str()));
        context.insert_value("title", Value::from(page.title.as_str()));
        context.insert_value("description", Value::from(page.description.as_str()));
        context.insert_value("crumbs", Value::try_from_serializable(&page.crumbs)?);
        if let Some(crumb) = &page.crumb {
            context.insert_value("crumb", Value::from(crumb.as_str()));
        }
        context.insert_value("section", Value::from(page.section));
        context.insert_value("is_unrecorded", Value::from(page.is_unrecorded));
        context.insert_value("updated", Value::try_from_serializable(&page.updated)?);
        context.insert_value("elsewhere", Value::try_from_serializable(&page.elsewhere)?);
        drawn.head.say(&mut context)?;
        context.insert_value("menu", Value::safe_string(&self.menu.draw(page, true)));
        context.insert_value("menu_more", Value::safe_string(&self.menu.draw(page, false)));
        context.insert_value("content", Value::safe_string(&drawn.html));
        context.insert_value("shapes", Value::safe_string(&self.shapes_of(drawn)));
        context.insert_value("sorts", Value::from(drawn.sorts));
        if self.asks_for_blocks {
            let blocks: Vec<_> = page.blocks.iter().map(|block| page_block(block, locale)).collect();
            context.insert_value("blocks", Value::try_from_serializable(&blocks)?);
        }
        Ok(context)
    }

    /// Returns the shapes a page needs.
    fn shapes_of(&self, drawn: &Drawn) -> String {
        let is_needed = |tone: &str| self.draws_statuses || drawn.shapes.contains(tone);
        self.shapes
            .iter()
            .filter(|(tone, _)| is_needed(tone))
            .map(|(_, shape)| shape.as_str())
            .collect::<Vec<_>>()
            .concat()
    }
}

/// The layers of a theme, the topmost first, and the colour the topmost of them sets.
struct ThemeStack {
    layers: Vec<ThemeLayer>,
    header: Option<Colour>,
}

impl ThemeStack {
    fn find(name: &str, layers: &[ThemeLayer], diagnostics: &mut Vec<Diagnostic>) -> Result<Self, Diagnostic> {
        let mut stack = Self { layers: Vec::new(), header: None };
        let mut next = name.to_owned();
        let mut named_in = setting("theme");
        loop {
            let own = layers.iter().find(|layer| layer.name == next);
            let layer = match own {
                _ if next == BOTTOM => bottom(own),
                Some(layer) if stack.layers.iter().all(|above| above.name != next) => layer.clone(),
                _ => return Err(Diagnostic::new(&UNKNOWN_THEME, named_in).with("id", next)),
            };
            let manifest = manifest(&layer)?;
            named_in = Place::File(file(&layer.name, "theme.toml"));
            if let (None, Some(written)) = (stack.header, &manifest.palette.header) {
                stack.header = read_colour(written, named_in.clone(), diagnostics);
            }
            stack.layers.push(layer);
            if next == BOTTOM {
                return Ok(stack);
            }
            next = manifest.extends.unwrap_or_else(|| BOTTOM.to_owned());
        }
    }
}

/// Returns the layer in the binary without its words, under the files of the site's layer of the same name.
fn bottom(own: Option<&ThemeLayer>) -> ThemeLayer {
    let files = embedded::FILES.iter().filter(|(path, _)| !path.starts_with("i18n/"));
    let files = files.filter_map(|(path, bytes)| Some((RelPath::new(*path).ok()?, bytes.to_vec())));
    let mut layer = ThemeLayer { name: BOTTOM.to_owned(), files: files.collect() };
    layer.files.extend(own.into_iter().flat_map(|own| own.files.clone()));
    layer
}

fn manifest(layer: &ThemeLayer) -> Result<ThemeManifest, Diagnostic> {
    let Some((path, bytes)) = layer.files.iter().find(|(path, _)| path.as_str() == "theme.toml") else {
        return Ok(ThemeManifest::default());
    };
    let text = text(layer, path, bytes)?;
    toml::from_str(&text).map_err(|error| {
        let before = text.get(..error.span().map_or(0, |span| span.start)).unwrap_or_default();
        let count = |text: &str, of: char| u32::try_from(text.chars().filter(|c| *c == of).count()).unwrap_or(u32::MAX);
        let column =
            before.rsplit('\n').next().map_or(0, |line| u32::try_from(line.chars().count()).unwrap_or(u32::MAX));
        let file = file(&layer.name, path.as_str());
        let place = Place::Line(file, count(before, '\n').saturating_add(1), column.saturating_add(1));
        let message = error.message();
        let detail = match message.split(' ').next() {
            Some("unknown") => "unknown-field",
            Some("invalid" | "missing") if message.contains("type") || message.contains("field") => "wrong-value",
            _ => syntax_detail("", message),
        };
        let diagnostic = Diagnostic::new(&TOML_SYNTAX, place).with("detail", detail).with("text", "");
        diagnostic.with("cure", "none").with("second", "none")
    })
}

fn text(layer: &ThemeLayer, path: &RelPath, bytes: &[u8]) -> Result<String, Diagnostic> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        Diagnostic::new(&NOT_UTF8, Place::File(file(&layer.name, path.as_str())))
            .with("byte", (error.valid_up_to() + 1).to_string())
    })?;
    Ok(text.trim_start_matches('\u{feff}').replace("\r\n", "\n"))
}

/// Returns the shape in a file of a layer, which pages hold as it is.
fn shape(layer: &ThemeLayer, path: &RelPath, bytes: &[u8]) -> Result<String, Diagnostic> {
    let text = text(layer, path, bytes)?;
    svg::check_shape(&text).map_err(|fault| unsafe_svg(layer, path, fault))?;
    Ok(text.trim().to_owned())
}

fn unsafe_svg(layer: &ThemeLayer, path: &RelPath, fault: SvgFault) -> Diagnostic {
    let file = file(&layer.name, path.as_str());
    let target = file.to_string();
    Diagnostic::new(&UNSAFE_SVG, Place::Line(file, fault.line, fault.column))
        .with("target", target)
        .with("what", fault.kind.id())
        .with("name", fault.name)
}

/// Returns where a file of a layer lies in the site.
fn file(layer: &str, path: &str) -> RelPath {
    RelPath::new(format!("themes/{layer}/{path}")).unwrap_or_else(|_| templates::site_toml())
}

/// Returns where a static file lies in the output.
fn asset(path: &str) -> RelPath {
    RelPath::new(format!("{ASSETS}{path}")).unwrap_or_else(|_| unreachable!("a path below a folder is a path"))
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path, sync::Arc};

    use super::*;
    use crate::{
        locale::Language,
        render::{MenuEntry, sample},
    };

    fn path(text: &str) -> RelPath {
        RelPath::new(text).expect("a path")
    }

    fn site() -> TemplateGlobals {
        let entry = |section, href| MenuEntry { section, href: path(href) };
        TemplateGlobals {
            title: "Fremdrift".to_owned(),
            organisation: "Eksempelby Kommune".to_owned(),
            language: "da".to_owned(),
            own_language: None,
            menu: vec![
                entry("home", "index.html"),
                entry("plans", "planer/voksne-2020/index.html"),
                entry("committees", "udvalg/usb.html"),
            ],
            accessibility: Some("https://was.digst.dk/eksempelby-dk".to_owned()),
            source: Some("kommunens økonomisystem".to_owned()),
            url: Some("https://fremdrift.eksempelby.dk/".to_owned()),
            search: Some(path("a-aa/index.html")),
            about: Some(path("om.html")),
            is_open_to_all: true,
            ..TemplateGlobals::default()
        }
    }

    fn words(theme: &Theme) -> BTreeMap<String, String> {
        Locale::new(Language::Danish, &theme.words("da")).expect("words").words().clone()
    }

    fn layer(name: &str, files: &[(&str, &str)]) -> ThemeLayer {
        let files = files.iter().map(|(name, text)| (path(name), text.as_bytes().to_vec()));
        ThemeLayer { name: name.to_owned(), files: files.collect() }
    }

    fn furnished(name: &str, layers: &[ThemeLayer], site: &TemplateGlobals) -> Reported<Theme> {
        let theme = Theme::load(name, layers).expect("a theme");
        let words = words(&theme);
        theme.for_site(site, &words)
    }

    fn danish() -> Arc<Locale> {
        Locale::shared(Language::Danish).expect("a locale")
    }

    fn default_theme() -> Theme {
        furnished("default", &[], &site()).value
    }

    fn html_of(theme: &Theme, page: &Page) -> String {
        String::from_utf8(theme.render(page, &danish()).expect("a page")).expect("text")
    }

    fn codes(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
        diagnostics.iter().map(|diagnostic| diagnostic.code.name).collect()
    }

    #[test]
    fn draws_every_kind_of_block() {
        let theme = default_theme();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/sample");
        let write = |path: &RelPath, bytes: &[u8]| {
            let file = folder.join(path.as_str());
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, bytes).expect("a file");
        };
        for (path, bytes) in theme.assets() {
            write(path, bytes);
        }
        for page in sample::pages() {
            let html = html_of(&theme, &page);
            assert!(html.starts_with("<!doctype html>\n<html lang=\"da\">"), "{html}");
            assert!(html.ends_with("</html>\n"), "{html}");
            write(&page.path, html.as_bytes());
        }
    }

    /// Returns the values of an attribute in some HTML.
    fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
        let open = format!(" {attribute}=\"");
        html.split(&open).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn pages_hold_together() {
        let theme = default_theme();
        for page in sample::pages() {
            let html = html_of(&theme, &page);
            let ids = values(&html, "id");
            let unique: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), unique.len(), "{}: {ids:?}", page.path);
            let targets = values(&html, "href").into_iter().filter_map(|href| href.strip_prefix('#'));
            for target in targets.chain(values(&html, "aria-labelledby").into_iter().flat_map(str::split_whitespace)) {
                assert!(target.is_empty() || unique.contains(target), "{}: #{target}", page.path);
            }
        }
    }

    #[test]
    fn pages_need_no_leave_of_their_policy() {
        let theme = default_theme();
        for page in sample::pages() {
            let html = html_of(&theme, &page);
            // Scripts are files of the site's own.
            let is_file = |script: &str| script.starts_with(" src=\"") && script.contains(" defer></script>");
            assert!(html.split("<script").skip(1).all(is_file), "{}", page.path);
            for part in ["<style", " style=", " onclick=", "<base", "javascript:", "src=\"http"] {
                assert!(!html.contains(part), "{}: {part}", page.path);
            }
            let root = values(&html, "href");
            assert!(root.iter().all(|href| !href.starts_with('/')), "{}: {root:?}", page.path);
        }
    }

    #[test]
    fn every_language_has_the_words_of_the_templates() {
        let templates = embedded::FILES.iter().filter(|(path, _)| path.starts_with("templates/"));
        let sources: String = templates.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
        let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        let used: Vec<String> = sources.split("words.ui").skip(1).map(|rest| format!("ui{}", name(rest))).collect();
        assert!(used.contains(&"ui_skip".to_owned()), "{used:?}");
        for language in crate::locale::LOCALES {
            let locale = Locale::new(language, &[]).expect("words");
            for word in &used {
                assert!(locale.words().contains_key(word), "{word} in {language:?}");
            }
        }
    }

    #[test]
    fn escapes_what_authors_write() {
        let mut page = sample::pages().pop().expect("a page");
        page.title = "<script>alert(1)</script> & \"co\"".to_owned();
        page.description = page.title.clone();
        let html = html_of(&default_theme(), &page);
        assert!(!html.contains("<script>"), "{html}");
        assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;"), "{html}");
    }

    #[test]
    fn a_theme_covers_files_and_blocks_of_those_below() {
        let icon = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        let by = layer(
            "by",
            &[
                ("theme.toml", "title = \"By\"\nextends = \"region\"\n[palette]\nheader = \"#7a0019\"\n"),
                (
                    "templates/404.html",
                    "{% extends \"default/404.html\" %}{% block heading %}<h1>By</h1>{% endblock %}",
                ),
                (
                    "templates/blocks/links.html",
                    "{% component blocks.links(block: map) %}[{{ block.links[1].text }}]{% endcomponent %}",
                ),
                ("static/icon.svg", icon),
                ("i18n/da.ftl", "ui-skip = Videre\n"),
            ],
        );
        let region = layer(
            "region",
            &[("templates/base.html", "{% extends \"default/base.html\" %}{% block after %}<hr>{% endblock %}")],
        );
        let theme = furnished("by", &[region, by], &site()).value;
        let page = sample::pages().pop().expect("a page");
        let html = html_of(&theme, &page);
        for part in ["<h1>By</h1>", "<hr>", "[Alle planer]", ">Videre<", "assets/colour."] {
            assert!(html.contains(part), "{part} in {html}");
        }
        let asset = |name: &str| {
            theme.assets().find(|(path, _)| path.as_str().starts_with(name)).map(|(_, bytes)| bytes.to_vec())
        };
        assert_eq!(asset("assets/icon.svg"), Some(icon.as_bytes().to_vec()));
        let colour = String::from_utf8(asset("assets/colour.").expect("a colour")).expect("text");
        assert!(colour.starts_with(":root{--header:#7a0019}"), "{colour}");
    }

    /// Draws the sample page of a template in a theme with some templates of its own.
    fn covered(template: &str, templates: &[(&str, &str)]) -> String {
        let theme = furnished("by", &[layer("by", templates)], &site()).value;
        let page = sample::pages().into_iter().find(|page| page.template == template).expect("a page");
        html_of(&theme, &page)
    }

    #[test]
    fn a_component_draws_blocks_wherever_they_stand() {
        let facts =
            "{% component blocks.facts(facts: array, @root) %}<i>{{ root }}{{ facts[0].name }}</i>{% endcomponent %}";
        let html = covered("measure.html", &[("templates/a.html", facts)]);
        assert!(html.matches("<i>../../").count() > 1, "on the page and in its timeline: {html}");
        assert!(!html.contains("<dl class=\"facts\">"), "{html}");
        let table = "{% component blocks.table(table: map, head, rows, foot) %}<table id=\"{{ table.id }}\"><tr>{{ head }}</tr>\
            {{ rows }}{% if foot %}<tfoot>{{ foot }}</tfoot>{% endif %}</table>{% endcomponent %}";
        let html = covered("plan.html", &[("templates/a.html", table)]);
        assert!(html.contains("<tr><th scope=\"col\"") && html.contains("<tfoot>\n<tr class=\"total\">"), "{html}");
        assert!(!html.contains("<caption"), "in charts too: {html}");
    }

    #[test]
    fn a_component_may_stand_around_our_drawing() {
        let chart = "{% component blocks.chart(html, numbers) %}<hr>{{ numbers }}<hr>{{ html }}{% endcomponent %}";
        let html = covered("home.html", &[("templates/a.html", chart)]);
        assert!(
            html.contains("<hr><div class=\"cards\">") && html.contains("<hr><figure class=\"drawing\">"),
            "{html}"
        );
    }

    #[test]
    fn a_template_may_lay_out_the_blocks_itself() {
        let by = "{% extends \"default/home.html\" %}{% block content %}{% for block in blocks %}{{ block.kind }} {% endfor %}\
            <use href=\"#m-done\"/>{% endblock %}";
        let html = covered("home.html", &[("templates/home.html", by)]);
        assert!(html.contains("lead tiles heading table heading chart heading legend"), "{html}");
        assert!(html.contains("<symbol id=\"m-done\"") && html.contains("<symbol id=\"m-severe\""), "{html}");
    }

    #[test]
    fn shapes_are_printed_where_they_are_named() {
        for page in sample::pages() {
            let html = html_of(&default_theme(), &page);
            for tone in default_theme().shapes.keys() {
                let is_named = html.contains(&format!("href=\"#m-{tone}\""));
                assert_eq!(html.contains(&format!("<symbol id=\"m-{tone}\"")), is_named, "{tone} in {}", page.path);
            }
        }
    }

    #[test]
    fn a_theme_must_exist_and_end() {
        let found = |name: &str, layers: &[ThemeLayer]| codes(&Theme::load(name, layers).err().unwrap_or_default());
        assert_eq!(found("by", &[]), ["unknown-theme"]);
        assert_eq!(found("by", &[layer("by", &[("theme.toml", "extends = \"by\"")])]), ["unknown-theme"]);
        assert_eq!(found("by", &[layer("by", &[("theme.toml", "extend = \"by\"")])]), ["toml-syntax"]);
        assert_eq!(found("by", &[layer("by", &[("templates/plan.html", "{% if")])]), ["template-error"]);
    }

    #[test]
    fn a_missing_value_is_an_error_with_its_place() {
        let by = layer(
            "by",
            &[(
                "templates/404.html",
                "{% extends \"default/404.html\" %}\n{% block heading %}{{ word }}{% endblock %}",
            )],
        );
        let theme = furnished("by", &[by], &site()).value;
        let error = theme.render(&sample::pages().pop().expect("a page"), &danish()).expect_err("a fault");
        assert_eq!(error.code.name, "template-error");
        assert_eq!(error.place, Place::Line(path("themes/by/templates/404.html"), 2, 23));
    }

    #[test]
    fn a_colour_nobody_can_read_is_named_with_its_cure() {
        let site = TemplateGlobals { colour: Some("#ffcc00".to_owned()), ..site() };
        let reported = furnished("default", &[], &site);
        let args: Vec<&str> = reported.diagnostics[0].args.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(codes(&reported.diagnostics), ["contrast"]);
        assert_eq!(args, ["#ffcc00", "1.5", "#907300"]);
        let site = TemplateGlobals { colour: Some("blå".to_owned()), ..site };
        assert_eq!(codes(&furnished("default", &[], &site).diagnostics), ["bad-colour"]);
    }
}
