//! The pages that no single plan makes: ordinary pages, the front page, committees, registers.

use super::{
    BuildCounts, OpenedSite, WantedPages,
    editions::{self, MadeEdition},
    pages::{Pages, check_links},
    plan::PlanResult,
};
use crate::{
    content::Record,
    diag::{Diagnostic, Error, ErrorKind, FindingLog, Place},
    render,
    summary::PlanSummary,
    tree::PATH_COLLISION,
    view::{self, ChosenPages, EditionFacts, OrdinaryPage, SearchIndex, SiteFacts},
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
            before: made.before,
            commit: told.commit(),
            closed_since: made.closed_since,
            is_redacted: told.is_redacted(),
        };
        self.editions.iter().zip(self.made).map(facts).collect()
    }
}

/// Makes the shared pages, where pages are wanted. Answers what was made and what was found.
pub fn make(
    opened: &OpenedSite<'_>,
    pages: &Pages,
    plans: &[PlanResult],
    past: EditionsForPages<'_>,
    wanted: Option<WantedPages<'_>>,
) -> Result<(BuildCounts, FindingLog), Error> {
    let shown: Vec<&Record> = pages.shown().collect();
    let mut notebook = pages.notebook().clone();
    check_links(opened, &shown, &mut notebook);
    let mut counts = BuildCounts::default();
    let Some(wanted) = wanted else { return Ok((counts, opened.found(&notebook))) };
    let WantedPages { maker, sink, chosen } = wanted;
    let is_whole = matches!(chosen, ChosenPages::All);
    if is_whole {
        maker.list_anew(plans.iter().flat_map(|plan| plan.pages.iter().cloned()));
    }
    let rows: Vec<&PlanSummary> = plans.iter().filter_map(|plan| plan.rows.as_ref()).collect();
    let front = shown.iter().find(|record| record.file.as_str() == "content/index.md").map(|record| &record.words.body);
    let context = opened.view_context();
    let editions: Vec<EditionFacts> = past.facts();
    let closed_since = opened.mode.edition.map(|_| past.closed_since);
    let is_redacted = opened.mode.withheld.is_some_and(|withheld| withheld.is_redacted);
    let title_of = |record: &Record| {
        record.fields.get(&crate::schema::records::OPTIONAL_TITLE).map_or(record.file.stem(), String::as_str).to_owned()
    };
    let ordinary: Vec<OrdinaryPage> = shown
        .iter()
        .filter_map(|record| Some((title_of(record), context.addresses.prose(&record.file)?.clone())))
        .collect();
    let edition = opened.mode.edition.map(|build| build.edition);
    let editions: &[EditionFacts] = &editions;
    let facts = SiteFacts { front, pages: &ordinary, revision: None, editions, edition, closed_since, is_redacted };
    let mut made = view::site_pages(&context, &rows, &facts, chosen, |page| wanted.put(&page))?;
    for record in &shown {
        let Some(page) = view::prose_page(&context, &record.file, &title_of(record), &record.words.body) else {
            continue;
        };
        if !chosen.has(&page.path) {
            continue;
        }
        match wanted.put(&page) {
            // All other pages are made before: of a plan, of an edition.
            Err(error) if error.kind() == ErrorKind::Exists => {
                let diagnostic = Diagnostic::new(&PATH_COLLISION, Place::File(record.file.clone()));
                let other = context.addresses.source_of(&page.path).unwrap_or_else(|| page.path.to_string());
                notebook.diagnostics.push(diagnostic.with("path", page.path.as_str()).with("other", other));
            }
            done => made.push(done?),
        }
    }
    for (of_page, found) in made {
        counts.add(&of_page);
        notebook.diagnostics.extend(found);
    }
    if !is_whole {
        return Ok((counts, opened.found(&notebook)));
    }
    for feed in view::site_feeds(&context, &rows) {
        notebook.diagnostics.extend(maker.put_feed(&feed, sink)?);
    }
    for calendar in view::site_calendars(&context, &rows) {
        sink.put(&calendar.path, &render::write_calendar(&calendar))?;
    }
    maker.put_search(&SearchIndex::new(&context, &rows, &facts), sink)?;
    maker.put_package(sink)?;
    maker.put_sitemap(sink)?;
    maker.put_assets(sink)?;
    Ok((counts, opened.found(&notebook)))
}
