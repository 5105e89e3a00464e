//! One plan: read, parsed, hidden, assembled, checked, made into pages.
//!
//! Takes the files of a plan and a site of which it is decided what is not shown. Answers a [`PlanResult`]; pages go to
//! the sink one by one. Promises that its texts are let go of before the next plan is read. Knows no other plan.

use std::collections::BTreeSet;

use super::{
    BuildCounts, Progress, SiteBuild, Stop, personal_numbers, silence,
    visibility::{PlanVisibility, Visibility},
};
use crate::{
    check,
    content::{self, FileKind, Hidden, ParseLog, Record, Withheld},
    diag::{Error, Finding},
    model::{self, Plan},
    output::Sink,
    schema::records,
    site::{PlanFiles, PlanTexts},
    summary::PlanSummary,
    value::{Id, LinkTarget, Prose, RelPath},
    view::{self, OldAddress},
};

/// What a plan came to.
#[derive(Debug, Default)]
pub struct PlanResult {
    /// What shared pages need of it; `None` when nothing of it is shown, or no page is wanted.
    pub rows: Option<PlanSummary>,
    /// What was found.
    pub findings: Vec<Finding>,
    /// How many of everything.
    pub counts: BuildCounts,
    /// The plan as a whole is not shown, but perhaps for its public title.
    pub shut: bool,
    /// Pictures and other files its pages show or link to.
    pub assets: BTreeSet<RelPath>,
    /// The addresses its pages had before.
    pub old: Vec<OldAddress>,
    /// How many of its records were shown once and are closed today, where an older site is made.
    pub closed_since: usize,
}

/// Makes a plan: reads it, drops what may not be seen, puts it together, checks it and draws its pages.
pub fn make(
    shop: &SiteBuild<'_>,
    files: PlanFiles<'_>,
    not_shown: &Visibility,
    sink: &dyn Sink,
    progress: &dyn Progress,
) -> Result<PlanResult, Error> {
    let texts = shop.version.texts(files)?;
    let numbers = personal_numbers::report_plan(shop, &texts, not_shown);
    let VisiblePlan { records, hidden, mut notebook, closed_since, .. } = see_texts(shop, &texts);
    drop(texts);
    let mut result = PlanResult { shut: hidden.plan(), closed_since, ..PlanResult::default() };
    let plan = model::assemble(&records, &hidden, &shop.version.settings.site, &mut notebook.diagnostics);
    notebook.diagnostics.extend(silence::of_plan(shop, files, &records, &hidden)?);
    drop(records);
    if let Some(plan) = plan {
        check::run(&shop.scene(&plan), &shop.version.settings.loudness, &mut notebook.diagnostics);
        result.counts = count(&plan);
        result.assets = assets(&plan);
        if shop.stop == Stop::Pages {
            draw(shop, &plan, &mut result, &mut notebook, sink)?;
        }
    }
    result.findings = shop.located(&notebook);
    result.findings.extend(numbers);
    progress.step();
    Ok(result)
}

/// Draws the pages of a plan.
fn draw(
    shop: &SiteBuild<'_>,
    plan: &Plan,
    result: &mut PlanResult,
    notebook: &mut ParseLog,
    sink: &dyn Sink,
) -> Result<(), Error> {
    let view = view::plan_pages(&shop.desk(), plan, |page| shop.put(&page, sink))?;
    for (counts, found) in view.pages {
        result.counts.add(&counts);
        notebook.diagnostics.extend(found);
    }
    if let Some(feed) = &view.feed {
        notebook.diagnostics.extend(shop.put_feed(feed, sink)?);
    }
    result.rows = Some(view.rows);
    result.old = view.old;
    Ok(())
}

/// What may be seen of a plan.
pub struct VisiblePlan {
    /// The records that may be seen.
    pub records: Vec<Record>,
    /// What of it may not.
    pub hidden: Hidden,
    /// Where things stand in its files, and what is wrong with them.
    pub notebook: ParseLog,
    /// What the plan is called and was called before.
    names: Vec<Id>,
    /// The files of all its records.
    listed: Vec<RelPath>,
    /// How many of its records were shown once and are closed today.
    closed_since: usize,
}

/// Reads a plan and drops what may not be seen of it.
pub fn see(shop: &SiteBuild<'_>, files: PlanFiles<'_>) -> Result<VisiblePlan, Error> {
    let mut notebook = ParseLog::default();
    let records = shop.version.records(files, &mut notebook)?;
    Ok(withhold(shop, records, notebook))
}

/// Does the same with texts of a plan that have been read.
pub fn see_texts(shop: &SiteBuild<'_>, texts: &PlanTexts<'_>) -> VisiblePlan {
    let mut notebook = ParseLog::default();
    let records = shop.version.parse_texts(texts, &mut notebook);
    withhold(shop, records, notebook)
}

fn withhold(shop: &SiteBuild<'_>, mut records: Vec<Record>, mut notebook: ParseLog) -> VisiblePlan {
    if shop.frame.edition.is_some() {
        content::close_damaged(&mut records, &notebook);
    }
    let names = names(&records);
    let blanked = shop.frame.withheld.map_or(0, |withheld| withheld.blank(&mut records));
    let closed_since = close(shop, &mut records).saturating_add(blanked);
    let listed = records.iter().map(|record| record.file.clone()).collect();
    let (records, hidden) = content::withhold(records, shop.viewer);
    hidden.hush(&mut notebook);
    VisiblePlan { records, hidden, notebook, names, listed, closed_since }
}

impl VisiblePlan {
    /// Returns what of the plan is not shown, so that all others may know it; `None` where it shows all.
    pub fn visibility(self, files: PlanFiles<'_>) -> Option<PlanVisibility> {
        let Self { records, hidden, names, listed, .. } = self;
        let mut files_hidden = Vec::new();
        if !hidden.is_empty() {
            let shown: BTreeSet<&RelPath> = records.iter().map(|record| &record.file).collect();
            let is_hidden = |file: &&RelPath| content::role_of(file) == FileKind::Asset && hidden.asset(file);
            files_hidden.extend(listed.into_iter().filter(|file| !shown.contains(file)));
            files_hidden.extend(hidden.folders().filter_map(|folder| RelPath::new(folder).ok()));
            files_hidden.extend(files.iter().filter(is_hidden).cloned());
        }
        let title = |record: &Record| record.fields.get(&records::PUBLIC_TITLE).cloned().unwrap_or_default();
        let closed = records.iter().filter(|record| record.closed);
        let titles: Vec<_> = closed.map(|record| (record.file.clone(), title(record))).collect();
        let withheld = hidden.withheld(files_hidden.iter());
        let is_all_shown = files_hidden.is_empty() && titles.is_empty() && withheld.is_empty();
        (!is_all_shown).then_some(PlanVisibility { names, withheld, files: files_hidden, titles })
    }
}

/// Closes in the records of an edition what is hidden today, and what is not its committee's. Answers how many were
/// shown once and are closed today.
pub fn close(shop: &SiteBuild<'_>, records: &mut [Record]) -> usize {
    let names = names(records);
    let since = shop.frame.withheld.zip(names.first()).and_then(|(hidden, id)| hidden.plans.get(id));
    let closed_since = since.map_or(0, |since| content::close(records, since));
    if let Some(committee) = shop.frame.edition.and_then(|cut| cut.edition.committee.as_ref()) {
        content::close_others(records, committee);
    }
    closed_since
}

/// Returns what a plan is called and was called before, and all there is of it, hidden or not.
pub fn all(shop: &SiteBuild<'_>, folder: &[RelPath]) -> Result<(Vec<Id>, Withheld), Error> {
    let records = shop.version.records(folder, &mut ParseLog::default())?;
    let mut all = Withheld::all_of(&records);
    let measures = records.iter().filter(|record| record.role == FileKind::Measure);
    all.measures.extend(measures.flat_map(|measure| measure.fields.ids(&records::FORMERLY)).cloned());
    Ok((names(&records), all))
}

/// Returns what a plan is called and was called before, and what of it is hidden by its own marks.
pub fn shut(shop: &SiteBuild<'_>, folder: &[RelPath]) -> Result<(Vec<Id>, Withheld), Error> {
    let mut notebook = ParseLog::default();
    let mut records = shop.version.records(folder, &mut notebook)?;
    content::close_damaged(&mut records, &notebook);
    Ok((names(&records), Withheld::hidden_in(&records, shop.viewer)))
}

/// Returns what a plan is called and was called before.
fn names(records: &[Record]) -> Vec<Id> {
    let plan = records.iter().find(|record| record.role == FileKind::Plan);
    let names = plan.into_iter().flat_map(|plan| std::iter::once(&plan.id).chain(plan.fields.ids(&records::FORMERLY)));
    names.cloned().collect()
}

/// Makes what an edition keeps of a plan, without a page; and what of the plan it does not show.
pub fn summarise(
    shop: &SiteBuild<'_>,
    files: PlanFiles<'_>,
) -> Result<(Option<PlanSummary>, Option<PlanVisibility>), Error> {
    let seen = see(shop, files)?;
    let plan = model::assemble(&seen.records, &seen.hidden, &shop.version.settings.site, &mut Vec::new());
    let rows = plan.map(|plan| view::edition_rows(&shop.desk(), &plan));
    Ok((rows, seen.visibility(files)))
}

fn count(plan: &Plan) -> BuildCounts {
    BuildCounts {
        plans: 1,
        measures: plan.measures.len(),
        updates: plan.measures.iter().map(|measure| measure.statuses.len()).sum(),
        ..BuildCounts::default()
    }
}

/// Returns every text of a plan.
fn texts(plan: &Plan) -> impl Iterator<Item = &Prose> {
    let measures = plan.measures.iter();
    let statuses = plan.measures.iter().flat_map(|measure| measure.statuses.iter().map(|status| &status.words));
    let reports = plan.reports.iter().map(|report| &report.words);
    let words =
        std::iter::once(&plan.words).chain(measures.map(|measure| &measure.words)).chain(statuses).chain(reports);
    words.flat_map(|words| words.each())
}

/// Returns the pictures the texts of a plan show and the files they link to.
pub fn assets(plan: &Plan) -> BTreeSet<RelPath> {
    texts(plan).flat_map(shown_files).collect()
}

/// Returns the pictures a text shows and the files it links to.
pub fn shown_files(prose: &Prose) -> impl Iterator<Item = RelPath> {
    let pictures = prose.pictures().map(|picture| picture.file.clone());
    let links = prose.links().filter_map(|link| match &link.target {
        LinkTarget::Inside(path, _) => Some(path.clone()),
        LinkTarget::Outside(_) | LinkTarget::Here(_) => None,
    });
    pictures.chain(links).filter(|path| content::role_of(path) == FileKind::Asset)
}
