//! The pages that no single plan makes: ordinary pages, the front page, committees, registers.

use std::collections::BTreeSet;

use super::{
    SiteBuild, Stop,
    editions::{self, MadeEdition},
    plan::{PlanResult, shown_files},
};
use crate::{
    check,
    content::{self, ParseLog, Record, ShutFolders},
    diag::{Diagnostic, Error, ErrorKind, Finding, Place},
    output::Sink,
    summary::PlanSummary,
    tree::{self, PATH_COLLISION},
    value::{LinkTarget, Prose, ProsePart, RelPath},
    view::{self, EditionFacts, SiteFacts},
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
    pub fn read(shop: &SiteBuild<'_>) -> Result<Self, Error> {
        let mut notebook = ParseLog::default();
        let mut records = shop.version.pages(&mut notebook)?;
        if shop.frame.edition.is_some() {
            content::close_damaged(&mut records, &notebook);
        }
        let (mut shown, hidden, mut files) = content::withhold_pages(records, shop.viewer);
        if let Some(today) = shop.frame.withheld {
            // A folder that is shut today was not always there with all that it held.
            let folders = ShutFolders::by(&today.pages);
            let is_shut = |page: &Record| today.pages.contains(&page.file) || folders.has(&page.file);
            let (shut, open) = shown.into_iter().partition(is_shut);
            let shut: Vec<Record> = shut;
            (shown, files) = (open, files.into_iter().chain(shut.into_iter().map(|page| page.file)).collect());
        }
        hidden.hush(&mut notebook);
        Ok(Self { shown, hidden: files, notebook })
    }

    /// Returns those that are shown, with what was found while reading all.
    pub fn into_records(self) -> (Vec<Record>, ParseLog) {
        (self.shown, self.notebook)
    }

    /// Returns all files that no page may lead to: pages that are not shown, and pictures in folders that are shut.
    pub fn hidden_files(&self, shop: &SiteBuild<'_>) -> BTreeSet<RelPath> {
        let today = shop.frame.withheld.map(|today| &today.pages);
        let folders = ShutFolders::by(self.hidden.iter().chain(today.into_iter().flatten()));
        let content = tree::below(shop.input.tree.paths(), content::SitePaths::CONTENT);
        let shut = content.iter().filter(|file| !folders.is_empty() && folders.has(file));
        self.hidden.iter().chain(shut).cloned().collect()
    }

    /// Returns the pictures they show and the files they link to.
    pub fn assets(&self) -> impl Iterator<Item = RelPath> {
        self.shown.iter().flat_map(|record| shown_files(&record.words.body))
    }
}

/// What shared pages tell of the past.
pub struct EditionsForPages<'t> {
    /// The editions, the oldest first.
    pub editions: &'t [editions::ReadEdition],
    /// What came of making their sites.
    pub made: &'t [MadeEdition<'t>],
    /// How many records of the edition that is made have been hidden since.
    pub closed_since: usize,
}

impl<'t> EditionsForPages<'t> {
    fn facts(&self) -> Vec<EditionFacts<'t>> {
        let facts = |(told, made): (&'t editions::ReadEdition, &'t MadeEdition<'t>)| EditionFacts {
            snapshot: &told.snapshot,
            before: made.before.as_deref(),
            commit: told.commit(),
            closed_since: made.closed_since,
        };
        self.editions.iter().zip(self.made).map(facts).collect()
    }
}

/// Makes the shared pages. Takes the rows out of the plans.
pub fn make(
    shop: &mut SiteBuild<'_>,
    pages: Pages,
    plans: &mut [PlanResult],
    past: EditionsForPages<'_>,
    sink: &dyn Sink,
) -> Result<Vec<Finding>, Error> {
    let Pages { shown, mut notebook, .. } = pages;
    let shown: Vec<&Record> = shown.iter().collect();
    check_links(shop, &shown, &mut notebook);
    if shop.stop == Stop::Findings {
        let mut findings = std::mem::take(&mut shop.findings);
        findings.extend(shop.located(&notebook));
        return Ok(findings);
    }

    let rows: Vec<PlanSummary> = plans.iter_mut().filter_map(|plan| plan.rows.take()).collect();
    let front = shown.iter().find(|record| record.file.as_str() == "content/index.md").map(|record| &record.words.body);
    let desk = shop.desk();
    let editions: Vec<EditionFacts> = past.facts();
    let closed_since = shop.frame.edition.map(|_| past.closed_since);
    let facts = SiteFacts { front, revision: None, editions: &editions, closed_since };
    let mut made = view::site_pages(&desk, &rows, &facts, |page| shop.put(&page, sink));
    for record in &shown {
        let title =
            record.fields.get(&crate::schema::records::OPTIONAL_TITLE).map_or(record.file.stem(), String::as_str);
        let Some(page) = view::prose_page(&desk, &record.file, title, &record.words.body) else { continue };
        match shop.put(&page, sink) {
            // All other pages are made before: of a plan, of an edition.
            Err(error) if error.kind() == ErrorKind::Exists => {
                let diagnostic = Diagnostic::new(&PATH_COLLISION, Place::File(record.file.clone()));
                let other = desk.book.source_of(&page.path).unwrap_or_else(|| page.path.to_string());
                notebook.diagnostics.push(diagnostic.with("path", page.path.as_str()).with("other", other));
            }
            done => made.push(done),
        }
    }
    let mut counts = shop.counts;
    for made in made {
        let (of_page, found) = made?;
        counts.add(&of_page);
        notebook.diagnostics.extend(found);
    }
    for feed in view::site_feeds(&desk, &rows) {
        notebook.diagnostics.extend(shop.put_feed(&feed, sink)?);
    }
    for (path, bytes) in shop.theme.assets() {
        sink.put(path, bytes)?;
    }
    shop.counts = counts;
    let mut findings = std::mem::take(&mut shop.findings);
    findings.extend(shop.located(&notebook));
    Ok(findings)
}

/// Notes links of ordinary pages that lead nowhere, anchors on ordinary pages included.
pub fn check_links(shop: &SiteBuild<'_>, shown: &[&Record], notebook: &mut ParseLog) {
    let files = shop.input.tree.paths();
    let Some(severity) = check::BROKEN_LINK.loudness(&shop.version.settings.loudness) else { return };
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
