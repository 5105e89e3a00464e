//! A site that is open: one state of it, the words it is told in, and where everything lies.

use std::{collections::BTreeSet, sync::Arc};

use super::{Input, SiteLocales, SiteMode, home_of, visibility::Visibility};
use crate::{
    check::CheckInput,
    content::{self, ParseLog, Viewer},
    diag::{Code, Diagnostic, FieldRef, Finding, FindingLog, Place, Source, Sources},
    locale::{Language, Locale},
    model::Plan,
    site::SiteVersion,
    table::ValueFormat,
    tree,
    value::{RelPath, marked_utf16},
    view::{Addresses, ViewContext},
};

const NOT_IN_GIT: Code = Code::note("not-in-git")
    .args(&["count"])
    .help("a build of files that no commit has as they stand: their pages say so, and `build --strict` refuses them");

/// The codes of this file.
pub const CODES: &[&Code] = &[&NOT_IN_GIT];

/// A site that is open. It does not change once it is decided what it does not show and what it tells of its past.
pub struct OpenedSite<'i> {
    /// What the build is a function of.
    pub input: &'i Input<'i>,
    /// What the site is made as.
    pub mode: SiteMode<'i>,
    /// The state of the site that is made: its settings and its files.
    pub version: SiteVersion<'i>,
    /// Whom the site is for, and as of when.
    pub viewer: Viewer,
    /// The languages of readers: the site's own, and those of plans.
    pub locales: SiteLocales,
    /// The language of messages.
    pub messages: Arc<Locale>,
    /// Where everything lies in the output.
    pub addresses: Addresses,
    /// The pages that are made of something version control does not have.
    pub unrecorded: BTreeSet<RelPath>,
}

impl<'i> OpenedSite<'i> {
    /// Tells whether only the pages of a site can tell all that is wrong with it: a template of its own may fail on any
    /// page, and an ordinary page may lie in a folder that other pages are made into.
    pub fn needs_pages(&self) -> bool {
        let mut themes = tree::below(self.version.paths(), content::SitePaths::THEMES).iter();
        let has_templates = themes.any(|file| file.parts().nth(2) == Some("templates"));
        has_templates || self.addresses.has_page_in_our_folders()
    }

    /// Takes what is not shown out of the addresses, so that no link leads to it, and gives what shows nothing but a
    /// public title an address of that.
    pub fn hide(&mut self, files: &BTreeSet<RelPath>, titles: &[(RelPath, String)]) {
        if !files.is_empty() {
            self.addresses.hide(files);
        }
        titles.iter().for_each(|(file, title)| self.addresses.rename(file, title));
    }

    /// Notes which pages are made of something version control does not have: that of each file, that of its plan, and the
    /// front page. Says so, where there is any. No page tells of a file that is hidden.
    pub fn note_unrecorded(&mut self, own: &Visibility) -> Option<Diagnostic> {
        let [first, ..] = self.input.unrecorded else { return None };
        // Of a file that is gone nobody knows here whether it was hidden.
        let is_here = |file: &&RelPath| self.version.holds(file);
        // What shows a title alone shows nothing of what else its file says.
        let titled = own.titles.iter().map(|(file, _)| file);
        let hidden: BTreeSet<&str> = own.files.iter().chain(titled).map(RelPath::as_str).collect();
        let is_shown = |file: &&RelPath| {
            let mut folders = std::iter::successors(Some(file.as_str()), |path| Some(path.rsplit_once('/')?.0));
            !folders.any(|path| hidden.contains(path))
        };
        for file in self.input.unrecorded.iter().filter(is_here).filter(is_shown) {
            let folder = home_of(std::slice::from_ref(file));
            let plan =
                folder.and_then(|plan| RelPath::new(format!("{}/plans/{plan}", content::SitePaths::CONTENT)).ok());
            let pages = [Some(file), plan.as_ref()].into_iter().flatten().filter_map(|file| self.addresses.find(file));
            let pages: Vec<RelPath> = pages.map(|address| address.page).collect();
            self.unrecorded.extend(pages);
        }
        if !self.unrecorded.is_empty() {
            self.unrecorded.insert(self.addresses.home().clone());
        }
        let count = self.input.unrecorded.len().to_string();
        Some(Diagnostic::new(&NOT_IN_GIT, Place::File(first.clone())).with("count", count))
    }

    /// Returns what pages are written with.
    pub fn view_context(&self) -> ViewContext<'_> {
        self.view_context_in(self.version.settings.site.language)
    }

    /// Returns what the pages of a plan in some language are written with.
    pub fn view_context_in(&self, language: Language) -> ViewContext<'_> {
        ViewContext {
            site: &self.version.settings.site,
            format: ValueFormat { locale: self.locales.of(language) },
            addresses: &self.addresses,
            since: self.mode.since,
            past: self.mode.past,
            elsewhere: self.mode.elsewhere,
            unrecorded: &self.unrecorded,
        }
    }

    /// Returns the file of the picture in the header, where the site has one.
    pub fn logo(&self) -> Option<RelPath> {
        let written = self.version.settings.site.logo.as_ref()?;
        let file = RelPath::new(format!("{}/{written}", content::SitePaths::CONTENT)).ok()?;
        (self.version.holds(&file) && self.addresses.asset(&file).is_some()).then_some(file)
    }

    /// Says that there is no such picture.
    pub fn missing_logo(&self) -> Option<Diagnostic> {
        let written = self.version.settings.site.logo.as_ref().filter(|_| self.logo().is_none())?;
        let place = Place::Subject(FieldRef::new("site.toml", "logo"));
        Some(Diagnostic::new(&content::MISSING_PICTURE, place).with("target", written.as_str()))
    }

    /// Returns what checks look at.
    pub fn check_input<'s>(&'s self, plan: &'s Plan) -> CheckInput<'s> {
        CheckInput { site: &self.version.settings.site, plan, files: self.input.tree.paths() }
    }

    /// Gives diagnostics their places and words. Those that are off are left out.
    pub fn located<'n>(&'n self, notebook: &'n ParseLog) -> impl Iterator<Item = Finding> + 'n {
        let ParseLog { sources, origins, diagnostics, .. } = notebook;
        diagnostics.iter().map(move |found| match &found.place {
            Place::Line(path, ..) => self.messages.finding(found, &self.source_of(path), origins),
            _ => self.messages.finding(found, sources, origins),
        })
    }

    /// Gives diagnostics their places and words, and counts those that were not kept.
    pub fn found(&self, notebook: &ParseLog) -> FindingLog {
        let mut log = FindingLog::default();
        log.add(0, self.located(notebook));
        for (_, code, severity, count) in &notebook.more {
            log.count_more(code.name, *severity, *count);
        }
        log
    }

    /// Reads a file again to show a line of it, where it is one of the site's own.
    fn source_of(&self, path: &RelPath) -> Sources {
        let mut sources = Sources::default();
        let mut bytes = Vec::new();
        if self.input.tree.paths().binary_search(path).is_ok() && self.input.tree.read(path, &mut bytes).is_ok() {
            let text = marked_utf16(&bytes).map(|(text, _)| text);
            let text = text.unwrap_or_else(|| String::from_utf8_lossy(&bytes).into_owned());
            sources.add(Source { path: path.clone(), text });
        }
        sources
    }
}
