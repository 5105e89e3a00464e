//! The ordinary pages: read, withheld, their links looked at.

use std::collections::BTreeSet;

use super::{OpenedSite, plan::shown_files};
use crate::{
    check,
    content::{self, ParseLog, Record, ShutFolders},
    diag::{Diagnostic, Error, Place},
    tree,
    value::{LinkTarget, Prose, ProsePart, RelPath},
};

/// The ordinary pages.
pub struct Pages {
    shown: Vec<Record>,
    /// Those that are not shown.
    pub hidden: BTreeSet<RelPath>,
    notebook: ParseLog,
}

impl Pages {
    /// Reads them.
    pub fn read(opened: &OpenedSite<'_>) -> Result<Self, Error> {
        let mut notebook = ParseLog::default();
        let mut records = opened.version.pages(&mut notebook)?;
        if opened.mode.edition.is_some() {
            content::close_damaged(&mut records, &notebook);
        }
        if let Some(withheld) = opened.mode.withheld {
            withheld.blank(&mut records);
        }
        let (mut shown, hidden, mut files) = content::withhold_pages(records, opened.viewer);
        if let Some(today) = opened.mode.withheld {
            // A folder that is shut today was not always there with all that it held.
            let folders = ShutFolders::by(&today.pages);
            let is_shut = |page: &Record| today.pages.contains(&page.file) || folders.has(&page.file);
            let (shut, open) = shown.into_iter().partition(is_shut);
            let shut: Vec<Record> = shut;
            (shown, files) = (open, files.into_iter().chain(shut.into_iter().map(|page| page.file)).collect());
        }
        hidden.hush(&mut notebook);
        if opened.mode.can_be_mended() {
            notebook.diagnostics.extend(content::missed_page_marks(&files, &shown));
        }
        Ok(Self { shown, hidden: files, notebook })
    }

    /// Returns those that are shown, with what was found while reading all.
    pub fn into_records(self) -> (Vec<Record>, ParseLog) {
        (self.shown, self.notebook)
    }

    /// Returns those that are shown.
    pub fn shown(&self) -> impl Iterator<Item = &Record> {
        self.shown.iter()
    }

    /// Returns what was found while reading all.
    pub fn notebook(&self) -> &ParseLog {
        &self.notebook
    }

    /// Returns all files that no page may lead to: pages that are not shown, and pictures in folders that are shut.
    pub fn hidden_files(&self, opened: &OpenedSite<'_>) -> BTreeSet<RelPath> {
        let today = opened.mode.withheld.map(|today| &today.pages);
        let folders = ShutFolders::by(self.hidden.iter().chain(today.into_iter().flatten()));
        let content = tree::below(opened.input.tree.paths(), content::SitePaths::CONTENT);
        let shut = content.iter().filter(|file| !folders.is_empty() && folders.has(file));
        self.hidden.iter().chain(shut).cloned().collect()
    }

    /// Returns where those that are shown lie.
    pub fn addresses<'o>(&self, opened: &'o OpenedSite<'_>) -> impl Iterator<Item = &'o RelPath> {
        self.shown.iter().filter_map(|record| opened.addresses.prose(&record.file))
    }

    /// Returns the pictures they show and the files they link to.
    pub fn assets(&self) -> impl Iterator<Item = RelPath> {
        self.shown.iter().flat_map(|record| shown_files(&record.words.body))
    }
}

/// Notes links of ordinary pages that lead nowhere, anchors on ordinary pages included.
pub fn check_links(opened: &OpenedSite<'_>, shown: &[&Record], notebook: &mut ParseLog) {
    let files = opened.input.tree.paths();
    let Some(severity) = check::BROKEN_LINK.loudness(&opened.version.settings.loudness) else { return };
    for record in shown {
        let (prose, file) = (&record.words.body, record.file.as_str());
        check::links(prose, file, files, severity, &mut notebook.diagnostics);
        check::pictures(prose, file, files, severity, &mut notebook.diagnostics);
        for link in prose.links() {
            let (page, fragment) = match &link.target {
                LinkTarget::Inside(path, Some(fragment)) => (shown.iter().find(|other| other.file == *path), fragment),
                LinkTarget::Here(fragment) => (Some(record), fragment),
                _ => continue,
            };
            if page.is_some_and(|page| !has_anchor(&page.words.body, fragment)) {
                let place = Place::Written(file.to_owned(), link.at);
                let diagnostic = Diagnostic::new(&check::BROKEN_FRAGMENT, place).as_severe(severity);
                notebook.diagnostics.push(diagnostic.with("target", fragment.as_str()));
            }
        }
    }
}

fn has_anchor(prose: &Prose, fragment: &str) -> bool {
    let mark = format!(" id=\"{fragment}\"");
    prose.parts.iter().any(|part| matches!(part, ProsePart::Html(html) if html.contains(&mark)))
}
