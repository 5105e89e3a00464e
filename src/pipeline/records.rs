//! What the files of a version say to those it is for: its records, and what each plan comes to.
//!
//! Takes a site that is open, answers [`SiteRecords`], as much of it as is asked for. Promises that nothing of it may
//! not be seen or was not known yet on the as-of date. Draws no page.

use std::collections::BTreeSet;

use super::{
    OpenedSite, Progress, SiteFindings, Visibility, assets,
    editions::EDITION_WITHOUT_REPOSITORY,
    finish, map,
    pages::{Pages, check_links},
    personal_numbers::{self, PersonalNumbers},
    plan,
};
use crate::{
    check,
    compare::Unreadable,
    content::{self, ParseLog, Record},
    diag::{Error, Finding},
    model::{self, Site},
    site::PlanFiles,
    summary::PlanSummary,
    value::RelPath,
    view::{self},
};

/// What a version of a site, or a part of it, says to those it is for.
#[derive(Debug)]
pub struct SiteRecords {
    /// What all plans share.
    pub site: Site,
    /// What its files say, without what may not be seen and what was not known yet on the as-of date.
    pub records: Vec<Record>,
    /// Files that cannot be read. Nothing of them is among the records.
    pub unreadable: BTreeSet<Unreadable>,
    /// What each plan comes to.
    pub rows: Vec<PlanSummary>,
    /// What was found.
    pub findings: Vec<Finding>,
    /// What of the plans looks like a personal number and is not allowed. It is covered where it stands among the records.
    pub numbers: PersonalNumbers,
    /// The folders of plans of which an amount is covered.
    pub covered: BTreeSet<String>,
}

/// What one plan says.
#[derive(Debug, Default)]
pub struct PlanRecords {
    records: Vec<Record>,
    unreadable: BTreeSet<RelPath>,
    rows: Option<PlanSummary>,
    findings: Vec<Finding>,
    numbers: PersonalNumbers,
    /// Its folder, where an amount of it is covered.
    covered: Option<String>,
    /// Pictures and other files that its texts show or link to.
    assets: BTreeSet<RelPath>,
    /// Files and folders of it that are not shown.
    hidden: Vec<RelPath>,
    /// Its folder, where the plan as a whole is not shown.
    shut: Option<String>,
}

/// Reads what a site says in some of its plans and in what all of them share.
pub fn read(
    opened: &mut OpenedSite<'_>,
    findings: SiteFindings,
    plans: &[PlanFiles<'_>],
    progress: &dyn Progress,
) -> Result<SiteRecords, Error> {
    progress.begin(plans.len());
    let plans = map(plans, |files| {
        let plan = read_plan(opened, files)?;
        progress.step();
        Ok(plan)
    })?;
    join(opened, findings, plans)
}

/// Puts what plans say together with what all of them share.
fn join(
    opened: &mut OpenedSite<'_>,
    shared_findings: SiteFindings,
    plans: Vec<PlanRecords>,
) -> Result<SiteRecords, Error> {
    let mut notebook = ParseLog::default();
    let mut records = opened.version.registers(&mut notebook)?;
    let mut unreadable = content::damaged_files(&notebook);
    let pages = Pages::read(opened)?;
    let pages_hidden = pages.hidden_files(opened);
    opened.hide(&pages_hidden, &[]);
    let mut shown_files: BTreeSet<RelPath> = pages.assets().collect();
    let (pages, mut page_notes) = pages.into_records();
    unreadable.extend(content::damaged_files(&page_notes));
    check_links(opened, &pages.iter().collect::<Vec<_>>(), &mut page_notes);
    let mut findings: Vec<Finding> = opened.located(&page_notes).collect();
    records.extend(pages);
    let (mut rows, mut hidden, mut shut) = (Vec::new(), BTreeSet::new(), Vec::new());
    let (mut numbers, mut covered) = (PersonalNumbers::new(), BTreeSet::new());
    hidden.extend(pages_hidden);
    for plan in plans {
        records.extend(plan.records);
        unreadable.extend(plan.unreadable);
        rows.extend(plan.rows);
        findings.extend(plan.findings);
        numbers.extend(plan.numbers);
        covered.extend(plan.covered);
        shown_files.extend(plan.assets);
        hidden.extend(plan.hidden);
        shut.extend(plan.shut);
    }
    opened.hide(&hidden, &[]);
    findings.extend(assets::report(opened, &shown_files)?);
    findings.extend(personal_numbers::report(opened, &Visibility { files: hidden, ..Visibility::default() })?);
    records.retain(|record| !unreadable.contains(&record.file));
    let unreadable = unreadable.into_iter().map(|path| Unreadable { path }).collect();
    let mut shared_findings = shared_findings.into_vec();
    shared_findings.retain(|finding| !super::is_of(finding, &shut));
    findings.extend(shared_findings);
    let mut findings = finish(findings);
    // Files alone are looked at: that editions cannot be cut without a past is no news of them.
    findings.retain(|finding| finding.code != EDITION_WITHOUT_REPOSITORY.name);
    let as_of = opened.viewer.as_of;
    records.iter_mut().for_each(|record| content::drop_what_comes_later(record, as_of));
    Ok(SiteRecords {
        site: opened.version.settings.site.clone(),
        records,
        unreadable,
        rows,
        findings,
        numbers,
        covered,
    })
}

/// Reads what one plan says, what it comes to and what is wrong with it, without a page.
fn read_plan(opened: &OpenedSite<'_>, files: PlanFiles<'_>) -> Result<PlanRecords, Error> {
    let texts = opened.version.texts(files)?;
    let mut seen = plan::see_texts(opened, &texts);
    let unreadable = std::mem::take(&mut seen.damaged);
    let (notebook, hidden, records) = (&mut seen.notebook, &seen.hidden, &seen.records);
    let shut = hidden.plan().then(|| super::home_of(files).unwrap_or_default().to_owned());
    let plan = model::assemble(records, hidden, &opened.version.settings.site, &mut notebook.diagnostics);
    let mut rows = None;
    let mut assets = BTreeSet::new();
    if let Some(plan) = &plan {
        check::run(&opened.check_input(plan), &opened.version.settings.loudness, &mut notebook.diagnostics);
        rows = Some(view::plan_rows(&opened.view_context(), plan));
        assets = plan::assets(plan);
    }
    let mut findings: Vec<Finding> = opened.located(notebook).collect();
    let mut records = records.clone();
    let not_shown: Visibility = seen.visibility(files).into_iter().collect();
    findings.extend(personal_numbers::report_plan(opened, &texts, &not_shown));
    let numbers = personal_numbers::of_plan(opened, &texts);
    drop(texts);
    let is_covered = personal_numbers::cover(&mut records, &numbers);
    let covered = super::home_of(files).filter(|_| is_covered).map(str::to_owned);
    let hidden = not_shown.files.into_iter().collect();
    Ok(PlanRecords { records, unreadable, rows, findings, numbers, covered, assets, hidden, shut })
}

/// Makes what a plan comes to, and nothing else of it.
pub fn plan_rows(opened: &OpenedSite<'_>, files: PlanFiles<'_>) -> Result<Option<PlanSummary>, Error> {
    let plan::VisiblePlan { records, hidden, .. } = plan::see(opened, files)?;
    let plan = model::assemble(&records, &hidden, &opened.version.settings.site, &mut Vec::new());
    Ok(plan.map(|plan| view::plan_rows(&opened.view_context(), &plan)))
}
