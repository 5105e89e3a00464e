//! From commits to events: what was said when, record by record.
//!
//! Every version of a file is parsed once, in the order git keeps it; then commits are gone through from the oldest
//! to the newest, and of each only the files it changed are compared. A version is seen with its own marks and with
//! those of today: what one of them hides is in no event. No words of an author are kept, only whether they changed,
//! unless they are shown.
//!
//! Plans are told side by side. Only those are told together of which one says that it was called what another is.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rayon::prelude::*;

use super::{
    blob_index::{BlobIndex, FileVersion, PathAt, VersionAt, plan_of},
    dialects::{BlobChange, Declarations, DialectReplay, EndDialects, FileToCompare, Noted},
    events::{CommitFacts, PlanChanges},
    file_changes::{FileAfterCommit, FileChange, TracedFiles},
    history_cache::Remembered,
    late_names::LateNames,
    query::HistoryQuery,
    replay::{Registers, Replay},
};
use crate::{
    content::{self, FileKind},
    diag::{Error, ErrorKind},
    git::{BlobId, ChangedFile, Commit, CommitId, Repository, RevisionTree},
    value::{Date, RelPath},
};

/// A stretch of history that is to be told.
pub(super) struct CommitRange {
    /// The commit it counts from: what stood in it is where the stretch begins.
    pub base: Option<CommitId>,
    /// Its commits, the newest first.
    pub commits: Vec<Commit>,
    /// What was told of the commits before it.
    pub known: Remembered,
}

/// Tells a stretch of the history of a site, after what is known; nothing where a record of before says in it what it was
/// called, so that what is known of it holds no longer.
///
/// # Errors
///
/// Answers an [`Error`] when a commit or a file of the past cannot be read from the repository.
pub(super) fn trace(
    repository: &Repository,
    stretch: CommitRange,
    asked: &HistoryQuery<'_>,
) -> Result<Option<Remembered>, Error> {
    let CommitRange { mut base, mut commits, known: Remembered { mut history, mut standing, .. } } = stretch;
    let mut shelf = BlobIndex::default();
    let first = history.commits().len();
    let (mut changes, cut) = changes(repository, &commits, first, asked.shown.message, &mut shelf)?;
    if let Some(oldest) = cut.and_then(|cut| commits.get(cut)) {
        base = Some(oldest.id);
        let lost = commits.len().saturating_sub(cut.unwrap_or_default()).saturating_sub(1);
        changes.iter_mut().for_each(|change| change.commit = change.commit.map(|commit| commit.saturating_sub(lost)));
        commits.truncate(commits.len().saturating_sub(lost));
    }
    if let Some(base) = base {
        before(repository, base, &standing, history.commits().is_empty(), &mut shelf, &mut changes)?;
    }
    changes.sort_by_key(|change| change.commit);
    let mut declarations = Declarations::default();
    declarations.read(repository, &changes, &shelf, FileKind::Site)?;
    declarations.read(repository, &changes, &shelf, FileKind::Table)?;
    declarations.read(repository, &changes, &shelf, FileKind::Indicators)?;
    declarations.read(repository, &changes, &shelf, FileKind::Plan)?;
    let (notes, end) = DialectReplay::new(&declarations, &changes, &mut shelf).notes(&changes);
    let versions = shelf.parse(repository, asked)?;
    let is_waiting = !end.is_known() | note_standing(&mut standing, &notes, &shelf, &versions, &end);
    let days: Vec<Date> = commits.iter().rev().map(|commit| commit.recorded.date).collect();
    let days = (history.commits().len(), days.as_slice());
    let scene = TracedFiles { asked, days, paths: &shelf.paths, known: history.names() };
    let groups = Groups::of(scene, &notes, versions);
    let shared_names = LateNames::find(&groups.shared);
    let names: Vec<LateNames> = groups.plans.par_iter().map(|steps| LateNames::find(steps)).collect();
    if first > 0 && names.iter().chain([&shared_names]).any(|names| names.reaches_back) {
        return Ok(None);
    }
    let (registers, shared) = Registers::tell(scene, &groups.shared, &shared_names);
    // What has been told of plans is let go of at once: versions are most of what is in memory.
    let own = groups.plans.into_par_iter().zip(names);
    let own = own.map(|(steps, names)| Replay::new(scene, &registers, &names).told(&steps));
    let mut told: Vec<PlanChanges> = own.collect();
    told.push(shared);
    let facts = |commit: &Commit| CommitFacts { id: commit.id, recorded: commit.recorded.date, at: commit.recorded.at };
    history.extend(commits.iter().rev().map(facts), told);
    Ok(Some(Remembered { history, standing, is_waiting }))
}

impl BlobChange {
    fn new(commit: Option<usize>, path: &RelPath, blob: Option<BlobId>, shelf: &mut BlobIndex) -> Self {
        Self { commit, path: shelf.path(path), blob }
    }
}

/// Returns what commits changed, of which the oldest has some number, and where they are cut off. Of files of plans that
/// are no records only that they changed, where that is asked for.
fn changes(
    repository: &Repository,
    commits: &[Commit],
    first: usize,
    with_others: bool,
    shelf: &mut BlobIndex,
) -> Result<(Vec<BlobChange>, Option<usize>), Error> {
    let mut changes = Vec::with_capacity(commits.len());
    let last = first.saturating_add(commits.len()).saturating_sub(1);
    let cut = repository.changed(commits, &mut |place, files| {
        let commit = Some(last.saturating_sub(place));
        for ChangedFile { path, after, .. } in files {
            if content::role_of(path).is_parsed() {
                changes.push(BlobChange::new(commit, path, *after, shelf));
            } else if with_others && plan_of(path).is_some() {
                changes.push(BlobChange::new(commit, path, None, shelf));
            }
        }
    })?;
    Ok((changes, cut))
}

/// Adds what stood before the first commit: all of it, or only of plans that a commit changed, and what all share.
fn before(
    repository: &Repository,
    base: CommitId,
    standing: &BTreeMap<RelPath, Option<BlobId>>,
    is_first: bool,
    shelf: &mut BlobIndex,
    changes: &mut Vec<BlobChange>,
) -> Result<(), Error> {
    let tree = match repository.tree_at(&base) {
        // The site began later, or what stood then was not fetched: nothing is known of it.
        Err(error) if error.kind() == ErrorKind::NoSite || repository.is_unfetched(&error) => return Ok(()),
        tree => tree?,
    };
    let touched: BTreeSet<String> = shelf.paths.iter().filter_map(plan_of).map(str::to_owned).collect();
    let is_all = is_first || is_site_changed(repository, &tree, changes, shelf)?;
    let is_wanted = |path: &RelPath| is_all || plan_of(path).is_none_or(|plan| touched.contains(plan));
    let files = tree.files().filter(|(path, _)| content::role_of(path).is_parsed() && is_wanted(path));
    for (path, blob) in files {
        // Of what cannot be read that which stood before still holds.
        let holding = standing.get(path).copied().flatten();
        changes.extend(holding.map(|holding| BlobChange::new(None, path, Some(holding), shelf)));
        changes.push(BlobChange::new(None, path, Some(blob), shelf));
    }
    Ok(())
}

/// Tells whether a commit changed how all files are written, or what they mean.
fn is_site_changed(
    repository: &Repository,
    base: &RevisionTree,
    changes: &[BlobChange],
    shelf: &mut BlobIndex,
) -> Result<bool, Error> {
    let Ok(site) = RelPath::new(content::SitePaths::FILE) else { return Ok(false) };
    let later = changes.iter().filter(|change| shelf.paths.get(change.path) == Some(&site));
    let mut of_site: Vec<BlobChange> = later.map(|change| BlobChange { ..*change }).collect();
    if of_site.is_empty() {
        return Ok(false);
    }
    of_site.sort_by_key(|change| change.commit);
    of_site.insert(0, BlobChange::new(None, &site, base.blob(&site), shelf));
    let mut declarations = Declarations::default();
    declarations.read(repository, &of_site, shelf, FileKind::Site)?;
    Ok(declarations.is_site_changed(&of_site))
}

/// Notes which files cannot be read in the end, and what of each still holds. Tells whether some of it was read in
/// another dialect than the file has now.
fn note_standing(
    standing: &mut BTreeMap<RelPath, Option<BlobId>>,
    notes: &[FileToCompare],
    shelf: &BlobIndex,
    versions: &[Option<Arc<FileVersion>>],
    end: &EndDialects,
) -> bool {
    let mut holding: BTreeMap<PathAt, VersionAt> = BTreeMap::new();
    let mut unreadable: BTreeSet<PathAt> = BTreeSet::new();
    for note in notes {
        let Some(path) = shelf.paths.get(note.path) else { continue };
        let is_gone = matches!(note.after, Noted::Gone);
        let read = match note.after {
            Noted::Version(version) => Some(version).filter(|at| versions.get(*at).is_some_and(Option::is_some)),
            _ => None,
        };
        if let Some(version) = read {
            holding.insert(note.path, version);
        }
        if is_gone {
            holding.remove(&note.path);
        }
        if read.is_some() || is_gone {
            unreadable.remove(&note.path);
            // What stood before the first commit is what still holds of a file that cannot be read.
            if is_gone || note.commit.is_some() {
                standing.remove(path);
            }
        } else {
            unreadable.insert(note.path);
            let blob = holding.get(&note.path).and_then(|version| shelf.content(*version));
            standing.entry(path.clone()).or_insert(blob.map(|(blob, _)| blob));
        }
    }
    let is_declaration =
        |path: &RelPath| matches!(content::role_of(path), FileKind::Site | FileKind::Table | FileKind::Indicators);
    standing.keys().any(is_declaration)
        || unreadable.iter().any(|path| {
            let version = holding.get(path).and_then(|version| shelf.content(*version));
            version.is_some_and(|(_, dialect)| !end.reads_the_same(*path, dialect))
        })
}

/// Steps that can be told side by side.
struct Groups {
    /// Those of what all plans share.
    shared: Vec<FileChange>,
    /// Those of plans, together where records may have moved from one to the other.
    plans: Vec<Vec<FileChange>>,
}

impl Groups {
    fn of(scene: TracedFiles<'_>, notes: &[FileToCompare], versions: Vec<Option<Arc<FileVersion>>>) -> Self {
        let group_of = groups_of(scene, &versions);
        let mut groups = Self { shared: Vec::new(), plans: group_of.values().map(|_| Vec::new()).collect() };
        let of_path: Vec<Option<usize>> =
            scene.paths.iter().map(|path| group_of.get(plan_of(path)?).copied()).collect();
        for FileToCompare { commit, path, after } in notes {
            let after = match after {
                Noted::Gone if scene.paths.get(*path).is_some_and(|path| !content::role_of(path).is_parsed()) => {
                    FileAfterCommit::Other
                }
                Noted::Gone => FileAfterCommit::Gone,
                Noted::Unknown => FileAfterCommit::Unknown,
                Noted::Unreadable => FileAfterCommit::Unreadable(None),
                Noted::Version(version) => match versions.get(*version) {
                    Some(Some(version)) if !version.is_stand_in => FileAfterCommit::Version(Arc::clone(version)),
                    version => FileAfterCommit::Unreadable(version.cloned().flatten()),
                },
            };
            let step = FileChange { commit: *commit, path: *path, after };
            let group = of_path.get(*path).copied().flatten();
            group.and_then(|group| groups.plans.get_mut(group)).unwrap_or(&mut groups.shared).push(step);
        }
        groups
    }
}

/// Numbers the plans: those have the same number of which one says that it was called what the other is.
fn groups_of<'p>(scene: TracedFiles<'p>, versions: &[Option<Arc<FileVersion>>]) -> BTreeMap<&'p str, usize> {
    let plans: BTreeSet<&str> = scene.paths.iter().filter_map(plan_of).collect();
    let mut groups: BTreeMap<&str, usize> = plans.into_iter().zip(0..).collect();
    for version in versions.iter().flatten() {
        for former in version.former_plans() {
            let plan = plan_of(&version.record.file).and_then(|plan| groups.get(plan));
            let Some((one, other)) = plan.copied().zip(groups.get(former.as_str()).copied()) else { continue };
            groups.values_mut().filter(|group| **group == other).for_each(|group| *group = one);
        }
    }
    groups
}
