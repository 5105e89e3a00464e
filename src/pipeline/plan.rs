//! One plan: read, parsed, hidden, assembled, checked, made into pages.
//!
//! Takes the files of a plan and a site of which it is decided what is not shown. Answers a [`PlanResult`]; pages go to
//! the sink one by one. Promises that its texts are let go of before the next plan is read. Knows no other plan.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    BuildCounts, OpenedSite, Progress, WantedPages,
    kept_store::KeptKey,
    opening, personal_numbers,
    plan_memory::{NotingSink, PlanMemory, PublishedPlan},
    silence,
    visibility::{PlanVisibility, Visibility},
};
use crate::{
    check::{self, copied_plan::PlanLikeness},
    content::{self, FileKind, Hidden, ParseLog, Record, Withheld},
    diag::{Error, FindingLog},
    model::{self, Plan},
    schema::records,
    site::{PlanFiles, PlanTexts},
    summary::PlanSummary,
    value::{Id, LinkTarget, Prose, RelPath},
    view::{self, ChosenPages, OldAddress},
};

/// What a plan came to.
#[derive(Debug, Default)]
pub struct PlanResult {
    /// What shared pages need of it; `None` when nothing of it is shown, or no page is wanted.
    pub rows: Option<PlanSummary>,
    /// What was found.
    pub findings: FindingLog,
    /// How many of everything.
    pub counts: BuildCounts,
    /// The plan as a whole is not shown, but perhaps for its public title.
    pub shut: bool,
    /// Pictures and other files its pages show or link to.
    pub assets: BTreeSet<RelPath>,
    /// What it is known again by, where it is shown.
    pub likeness: Option<PlanLikeness>,
    /// Workbooks that lie in the place of figures.
    pub workbooks: Vec<RelPath>,
    /// Its pages.
    pub pages: Vec<RelPath>,
    /// The addresses its pages had before.
    pub old: Vec<OldAddress>,
    /// How many of its records were shown once and are closed today, where an older site is made.
    pub closed_since: usize,
    /// The ids of all that its records refer to, those that are hidden as well.
    pub named: BTreeSet<Id>,
}

/// Makes a plan: reads it, drops what may not be seen, puts it together, checks it and draws its pages, or has those taken over that
/// the last build has drawn.
pub fn make(
    opened: &OpenedSite<'_>,
    files: PlanFiles<'_>,
    not_shown: &Visibility,
    pages: Option<(WantedPages<'_>, &PlanMemory<'_>)>,
    progress: &dyn Progress,
) -> Result<PlanResult, Error> {
    let texts = opened.version.texts(files)?;
    let sum = pages.and_then(|(_, memory)| memory.sum(opened, files, &texts));
    let numbers = personal_numbers::report_plan(opened, &texts, not_shown);
    let VisiblePlan { records, hidden, mut notebook, closed_since, named, .. } = see_texts(opened, &texts);
    drop(texts);
    let mut result = PlanResult { shut: hidden.plan(), closed_since, named, ..PlanResult::default() };
    let plan = model::assemble(&records, &hidden, &opened.version.settings.site, &mut notebook.diagnostics);
    let linked = plan.as_ref().map(assets).unwrap_or_default();
    result.workbooks = silence::workbooks_for_figures(files, &records, &linked);
    notebook.diagnostics.extend(silence::of_plan(opened, files, &records, &hidden, &result.workbooks)?);
    drop(records);
    if let Some(plan) = plan {
        check::run(&opened.check_input(&plan), &opened.version.settings.loudness, &mut notebook.diagnostics);
        result.counts = count(&plan);
        result.likeness = PlanLikeness::of(&plan);
        result.assets = linked;
        if let Some((wanted, memory)) = pages {
            let key = sum.and_then(|sum| memory.key(opened, files, &plan, sum));
            draw(opened, &plan, &mut result, &mut notebook, (wanted, memory, key))?;
        }
    }
    result.findings = opened.found(&notebook);
    result.findings.add(0, numbers);
    progress.step();
    Ok(result)
}

/// Draws the pages of a plan, unless those of the last build are taken over.
fn draw(
    opened: &OpenedSite<'_>,
    plan: &Plan,
    result: &mut PlanResult,
    notebook: &mut ParseLog,
    (wanted, memory, key): (WantedPages<'_>, &PlanMemory<'_>, Option<KeptKey>),
) -> Result<(), Error> {
    notebook.diagnostics.extend(opened.locales.found(plan.language).iter().cloned());
    wanted.maker.learn(plan.language, || {
        let locale = opened.locales.of(plan.language);
        (opening::template_globals(opened, locale), Arc::clone(locale))
    });
    let known = key.map(|key| memory.take_over(key, wanted.sink)).transpose()?.flatten();
    let (none, noting) = (BTreeSet::new(), NotingSink::new(wanted.sink));
    let wanted = match known {
        Some(_) => WantedPages { chosen: ChosenPages::Only(&none), ..wanted },
        None => WantedPages { sink: &noting, ..wanted },
    };
    let view = view::plan_pages(&opened.view_context_in(plan.language), plan, wanted.chosen, |page| {
        wanted.put(&page).map(|made| (page.path, made))
    })?;
    let (mut drawn, mut found) = (PublishedPlan { old: view.old, ..PublishedPlan::default() }, Vec::new());
    for (path, (counts, faults)) in view.pages {
        drawn.pages.push(path);
        drawn.counts.add(&counts);
        found.extend(faults);
    }
    if let (Some(feed), ChosenPages::All) = (&view.feed, wanted.chosen) {
        found.extend(wanted.maker.put_feed(feed, wanted.sink)?);
    }
    // What is wrong with a template is found anew each time.
    if let (None, Some(key), Some(files), true) = (known, key, noting.into_taken(), found.is_empty()) {
        memory.keep(key, PublishedPlan { files, ..drawn.clone() });
    }
    notebook.diagnostics.extend(found);
    let PublishedPlan { counts, pages, old, files: _ } = known.unwrap_or(&drawn);
    result.counts.add(counts);
    (result.rows, result.pages, result.old) = (Some(view.rows), pages.clone(), old.clone());
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
    /// The files that cannot be read, without those that are hidden by what can be.
    pub damaged: BTreeSet<RelPath>,
    /// What the plan is called and was called before.
    names: Vec<Id>,
    /// The files of all its records.
    listed: Vec<RelPath>,
    /// How many of its records were shown once and are closed today.
    closed_since: usize,
    /// The ids of all that its records refer to, those that are hidden as well.
    named: BTreeSet<Id>,
}

/// Reads a plan and drops what may not be seen of it.
pub fn see(opened: &OpenedSite<'_>, files: PlanFiles<'_>) -> Result<VisiblePlan, Error> {
    let mut notebook = ParseLog::default();
    let records = opened.version.records(files, &mut notebook)?;
    Ok(withhold(opened, records, notebook))
}

/// Does the same with texts of a plan that have been read.
pub fn see_texts(opened: &OpenedSite<'_>, texts: &PlanTexts<'_>) -> VisiblePlan {
    let mut notebook = ParseLog::default();
    let records = opened.version.parse_texts(texts, &mut notebook);
    withhold(opened, records, notebook)
}

fn withhold(opened: &OpenedSite<'_>, mut records: Vec<Record>, mut notebook: ParseLog) -> VisiblePlan {
    let is_of_edition = opened.mode.edition.is_some();
    let damaged_then = is_of_edition.then(|| damaged_of_edition(opened, &records, &notebook));
    if is_of_edition {
        content::close_damaged(&mut records, &notebook);
    }
    let names = names(&records);
    let named = records.iter().flat_map(|record| record.fields.references()).cloned().collect();
    let blanked = opened.mode.withheld.map_or(0, |withheld| withheld.blank(&mut records));
    let closed_since = close(opened, &mut records).saturating_add(blanked);
    let listed = records.iter().map(|record| record.file.clone()).collect();
    let as_of = opened.viewer.as_of;
    let drafts = if is_of_edition { Vec::new() } else { content::drafts_of_reports(&records, as_of) };
    let missed = if opened.mode.can_be_mended() { content::missed_marks(&records, opened.viewer) } else { Vec::new() };
    let (records, hidden) = content::withhold(records, opened.viewer);
    hidden.hush(&mut notebook);
    let damaged = damaged_then.unwrap_or_else(|| content::damaged_files(&notebook));
    notebook.diagnostics.extend(missed);
    notebook.diagnostics.extend(content::unfinished(&drafts, &hidden));
    VisiblePlan { records, hidden, notebook, damaged, names, listed, closed_since, named }
}

/// Returns the files of a plan of an edition that cannot be read and would be shown. They are closed, and what is wrong with closed files
/// is told nobody; so they are looked for where they are still open.
fn damaged_of_edition(opened: &OpenedSite<'_>, records: &[Record], notebook: &ParseLog) -> BTreeSet<RelPath> {
    if content::damaged_files(notebook).is_empty() {
        return BTreeSet::new();
    }
    let (mut records, mut notebook) = (records.to_vec(), notebook.clone());
    if let Some(withheld) = opened.mode.withheld {
        withheld.blank(&mut records);
    }
    close(opened, &mut records);
    let (_, hidden) = content::withhold(records, opened.viewer);
    hidden.hush(&mut notebook);
    content::damaged_files(&notebook)
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
pub fn close(opened: &OpenedSite<'_>, records: &mut [Record]) -> usize {
    let names = names(records);
    let since = opened.mode.withheld.zip(names.first()).and_then(|(hidden, id)| hidden.plans.get(id));
    let closed_since = since.map_or(0, |since| content::close(records, since));
    if let Some(below) = opened.mode.withheld.and_then(|today| today.suppress_below) {
        content::suppress_at_least(records, since, below, &opened.version.settings.site.unit);
    }
    if let Some(committee) = opened.mode.edition.and_then(|cut| cut.edition.committee.as_ref()) {
        content::close_others(records, committee);
    }
    closed_since
}

/// Returns what a plan is called and was called before, and all there is of it, hidden or not.
pub fn all(opened: &OpenedSite<'_>, folder: &[RelPath]) -> Result<(Vec<Id>, Withheld), Error> {
    let records = opened.version.records(folder, &mut ParseLog::default())?;
    let mut all = Withheld::all_of(&records);
    let measures = records.iter().filter(|record| record.role == FileKind::Measure);
    all.measures.extend(measures.flat_map(|measure| measure.fields.ids(&records::FORMERLY)).cloned());
    Ok((names(&records), all))
}

/// Returns what a plan is called and was called before, and what of it is hidden by its own marks.
pub fn shut(opened: &OpenedSite<'_>, folder: &[RelPath]) -> Result<(Vec<Id>, Withheld), Error> {
    let mut notebook = ParseLog::default();
    let mut records = opened.version.records(folder, &mut notebook)?;
    content::close_damaged(&mut records, &notebook);
    Ok((names(&records), Withheld::hidden_in(&records, opened.viewer)))
}

/// Returns what a plan is called and was called before.
fn names(records: &[Record]) -> Vec<Id> {
    let plan = records.iter().find(|record| record.role == FileKind::Plan);
    let names = plan.into_iter().flat_map(|plan| std::iter::once(&plan.id).chain(plan.fields.ids(&records::FORMERLY)));
    names.cloned().collect()
}

/// What an edition keeps of a plan.
pub struct PlanInEdition {
    /// What it said, and the pages it surely has.
    pub told: Option<(PlanSummary, Vec<RelPath>)>,
    /// What of it is not shown.
    pub own: Option<PlanVisibility>,
}

/// Makes what an edition keeps of a plan, without a page.
pub fn summarise(opened: &OpenedSite<'_>, files: PlanFiles<'_>) -> Result<PlanInEdition, Error> {
    let seen = see(opened, files)?;
    let plan = model::assemble(&seen.records, &seen.hidden, &opened.version.settings.site, &mut Vec::new());
    let told = plan.map(|plan| {
        let context = opened.view_context_in(plan.language);
        (view::edition_rows(&context, &plan), view::plan_addresses(&context, &plan))
    });
    Ok(PlanInEdition { told, own: seen.visibility(files) })
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
