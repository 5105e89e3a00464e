//! One plan: read, parsed, hidden, assembled, checked, made into pages. It needs no other plan.

use std::collections::BTreeSet;

use super::{Counts, Progress, Stop, Workshop};
use crate::{
    check,
    content::{self, Hidden, Notebook, Record, Role, Withheld},
    diag::{Error, Finding},
    model::{self, Plan},
    output::Sink,
    schema::records,
    value::{Id, Prose, RelPath, Target},
    view::{self, OldAddress, PlanRows},
};

/// Whether it is known what other plans hide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wave {
    /// Not yet: a plan that links elsewhere, or hides something itself, waits.
    First,
    /// It is.
    Second,
}

/// What a plan came to.
#[derive(Debug, Default)]
pub struct Done {
    /// What shared pages need of it; `None` when nothing of it is shown.
    pub rows: Option<PlanRows>,
    /// What was found.
    pub findings: Vec<Finding>,
    /// How many of everything.
    pub counts: Counts,
    /// Files and folders of it that are not shown.
    pub hidden: Vec<RelPath>,
    /// Files of which nothing but a public title is shown, with that title.
    pub closed: Vec<(RelPath, String)>,
    /// The plan as a whole is not shown, but perhaps for its public title.
    pub shut: bool,
    /// Pictures and other files its pages show or link to.
    pub assets: BTreeSet<RelPath>,
    /// It must be made again when it is known what others hide.
    pub waits: bool,
    /// What of it is not shown, under its key and those it had before.
    pub withheld: Option<(Vec<Id>, Withheld)>,
    /// The addresses its pages had before.
    pub old: Vec<OldAddress>,
    /// How many of its records were shown once and are closed today, where an older site is made.
    pub closed_since: usize,
}

/// A plan that has been read: what may be shown of it.
struct Read {
    plan: Option<Plan>,
    notebook: Notebook,
    done: Done,
}

/// Makes a plan.
pub fn make(
    shop: &Workshop<'_>,
    folder: &[RelPath],
    wave: Wave,
    sink: &dyn Sink,
    progress: &dyn Progress,
) -> Result<Done, Error> {
    let Read { plan, mut notebook, mut done } = understand(shop, folder)?;
    let Some(plan) = plan else {
        done.findings = shop.located(&notebook);
        progress.step();
        return Ok(done);
    };
    let hides = !done.hidden.is_empty() || !done.closed.is_empty() || done.withheld.is_some();
    if shop.stop == Stop::Pages && wave == Wave::First && (hides || links_elsewhere(&plan)) {
        done.waits = true;
        return Ok(done);
    }
    check::run(&shop.scene(&plan), &shop.version.settings.loudness, &mut notebook.diagnostics);
    done.counts = count(&plan);
    done.assets = assets(&plan);
    if shop.stop == Stop::Findings {
        done.findings = shop.located(&notebook);
        progress.step();
        return Ok(done);
    }
    let view = view::plan_pages(&shop.desk(), &plan, |page| shop.put(&page, sink))?;
    for (counts, found) in view.pages {
        done.counts.add(&counts);
        notebook.diagnostics.extend(found);
    }
    if let Some(feed) = &view.feed {
        notebook.diagnostics.extend(shop.put_feed(feed, sink)?);
    }
    done.rows = Some(view.rows);
    done.old = view.old;
    done.findings = shop.located(&notebook);
    progress.step();
    Ok(done)
}

/// What may be seen of a plan.
pub struct Seen {
    /// The records that may be seen.
    pub records: Vec<Record>,
    /// What of it may not.
    pub hidden: Hidden,
    /// Where things stand in its files, and what is wrong with them.
    pub notebook: Notebook,
    /// What is known of it so far.
    pub done: Done,
}

/// Reads a plan and drops what may not be shown of it.
pub fn see(shop: &Workshop<'_>, folder: &[RelPath]) -> Result<Seen, Error> {
    let mut notebook = Notebook::default();
    let mut records = shop.version.records(folder, &mut notebook)?;
    let names = names(&records);
    let closed_since = close(shop, &mut records);
    let listed: Vec<RelPath> = records.iter().map(|record| record.file.clone()).collect();
    let (records, hidden) = content::withhold(records, shop.viewer);
    hidden.hush(&mut notebook);
    let mut done = Done { shut: hidden.plan(), closed_since, ..Done::default() };
    if !hidden.is_empty() {
        let shown: BTreeSet<&RelPath> = records.iter().map(|record| &record.file).collect();
        let is_hidden = |file: &&RelPath| content::role_of(file) == Role::Asset && hidden.asset(file);
        done.hidden.extend(listed.into_iter().filter(|file| !shown.contains(file)));
        done.hidden.extend(hidden.folders().filter_map(|folder| RelPath::new(folder).ok()));
        done.hidden.extend(folder.iter().filter(is_hidden).cloned());
    }
    for record in records.iter().filter(|record| record.closed) {
        let title = record.fields.get(&records::PUBLIC_TITLE).cloned().unwrap_or_default();
        done.closed.push((record.file.clone(), title));
    }
    let dropped = hidden.withheld(done.hidden.iter());
    done.withheld = (!dropped.is_empty()).then_some((names, dropped));
    Ok(Seen { records, hidden, notebook, done })
}

/// Reads a plan, drops what may not be shown of it and puts the rest together.
fn understand(shop: &Workshop<'_>, folder: &[RelPath]) -> Result<Read, Error> {
    let Seen { records, hidden, mut notebook, done } = see(shop, folder)?;
    let plan = model::assemble(&records, &hidden, &shop.version.settings.site, &mut notebook.diagnostics);
    Ok(Read { plan, notebook, done })
}

/// Closes in the records of an edition what is hidden today, and what is not its committee's. Answers how many were
/// shown once and are closed today.
pub fn close(shop: &Workshop<'_>, records: &mut [Record]) -> usize {
    let names = names(records);
    let since = shop.frame.withheld.zip(names.first()).and_then(|(hidden, id)| hidden.plans.get(id));
    let closed_since = since.map_or(0, |since| content::close(records, since));
    if let Some(committee) = shop.frame.edition.and_then(|cut| cut.edition.committee.as_ref()) {
        content::close_others(records, committee);
    }
    closed_since
}

/// Returns what a plan is called and was called before, and all there is of it, hidden or not.
pub fn all(shop: &Workshop<'_>, folder: &[RelPath]) -> Result<(Vec<Id>, Withheld), Error> {
    let records = shop.version.records(folder, &mut Notebook::default())?;
    let mut all = Withheld::all_of(&records);
    let measures = records.iter().filter(|record| record.role == Role::Measure);
    all.measures.extend(measures.flat_map(|measure| measure.fields.ids(&records::FORMERLY)).cloned());
    Ok((names(&records), all))
}

/// Returns what a plan is called and was called before, and what of it is hidden by its own marks.
pub fn shut(shop: &Workshop<'_>, folder: &[RelPath]) -> Result<(Vec<Id>, Withheld), Error> {
    let records = shop.version.records(folder, &mut Notebook::default())?;
    Ok((names(&records), Withheld::hidden_in(&records, shop.viewer)))
}

/// Returns what a plan is called and was called before.
fn names(records: &[Record]) -> Vec<Id> {
    let plan = records.iter().find(|record| record.role == Role::Plan);
    let names = plan.into_iter().flat_map(|plan| std::iter::once(&plan.id).chain(plan.fields.ids(&records::FORMERLY)));
    names.cloned().collect()
}

/// Tells what of a plan is hidden, and makes nothing of it.
pub fn hidden(shop: &Workshop<'_>, folder: &[RelPath]) -> Result<Done, Error> {
    Ok(see(shop, folder)?.done)
}

/// Makes what an edition keeps of a plan, without a page.
pub fn rows(shop: &Workshop<'_>, folder: &[RelPath]) -> Result<Option<PlanRows>, Error> {
    let plan = understand(shop, folder)?.plan;
    Ok(plan.map(|plan| view::edition_rows(&shop.desk(), &plan)))
}

fn count(plan: &Plan) -> Counts {
    Counts {
        plans: 1,
        measures: plan.measures.len(),
        updates: plan.measures.iter().map(|measure| measure.statuses.len()).sum(),
        ..Counts::default()
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

/// Tells whether a text of the plan links to a file outside its folder.
fn links_elsewhere(plan: &Plan) -> bool {
    let folder = plan.file.trim_end_matches("plan.md");
    let mut links = texts(plan).flat_map(Prose::links);
    links.any(|link| matches!(&link.target, Target::Inside(path, _) if !path.as_str().starts_with(folder)))
}

/// Returns the pictures the texts of a plan show and the files they link to.
pub fn assets(plan: &Plan) -> BTreeSet<RelPath> {
    texts(plan).flat_map(shown_files).collect()
}

/// Returns the pictures a text shows and the files it links to.
pub fn shown_files(prose: &Prose) -> impl Iterator<Item = RelPath> {
    let pictures = prose.pictures().map(|picture| picture.file.clone());
    let links = prose.links().filter_map(|link| match &link.target {
        Target::Inside(path, _) => Some(path.clone()),
        Target::Outside(_) | Target::Here(_) => None,
    });
    pictures.chain(links).filter(|path| content::role_of(path) == Role::Asset)
}
