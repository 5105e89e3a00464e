//! The pages that no single plan makes: ordinary pages, the front page, committees, registers.

use super::{
    SiteBuild, Stop,
    editions::{self, MadeEdition},
    pages::{Pages, check_links},
    plan::PlanResult,
};
use crate::{
    content::Record,
    diag::{Diagnostic, Error, ErrorKind, Finding, Place},
    output::Sink,
    summary::PlanSummary,
    tree::PATH_COLLISION,
    view::{self, EditionFacts, SiteFacts},
};

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
            is_redacted: told.is_redacted(),
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
    let (shown, mut notebook) = pages.into_records();
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
    let is_redacted = shop.frame.withheld.is_some_and(|withheld| withheld.is_redacted);
    let facts = SiteFacts { front, revision: None, editions: &editions, closed_since, is_redacted };
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
