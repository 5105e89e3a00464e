//! From commits to events: what was said when, record by record.
//!
//! Every version of a file is parsed once, in the order git keeps it; then commits are gone through from the oldest
//! to the newest, and of each only the files it changed are compared. A version is seen with its own marks and with
//! those of today: what one of them hides is in no event. No words of an author are kept, only whether they changed.
//!
//! Plans are told side by side. Only those are told together of which one says that it was called what another is.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rayon::prelude::*;

use super::{
    Names, Unreadable,
    departed::Departed,
    past::{Asked, CommitFacts, Event, History},
    telling::{Registers, Telling},
    versions::{FileVersion, PathAt, Shelf, VersionAt},
};
use crate::{
    content,
    diag::Error,
    git::{BlobId, Changed, Commit, Repository},
    value::{Id, RelPath},
};

/// Tells the history of a site from some commits, which stand newest first. `base` are the files before the oldest.
///
/// # Errors
///
/// Answers an [`Error`] when a commit or a file of the past cannot be read from the repository.
pub fn trace(
    repository: &Repository,
    commits: &[Commit],
    base: Vec<(RelPath, BlobId)>,
    asked: &Asked<'_>,
) -> Result<History, Error> {
    let mut shelf = Shelf::default();
    let notes = notes(repository, commits, base, &mut shelf)?;
    let versions = shelf.parse(repository, asked.context)?;
    let scene = Scene { asked, paths: &shelf.paths };
    let groups = Groups::of(scene, &notes, versions);
    let (registers, shared) = Registers::tell(scene, &groups.shared);
    // What has been told of plans is let go of at once: versions are most of what is in memory.
    let own = groups.plans.into_par_iter().map(|steps| Telling::new(scene, &registers).told(&steps));
    let mut told: Vec<Told> = own.collect();
    told.push(shared);
    let facts = |commit: &Commit| CommitFacts { id: commit.id, recorded: commit.recorded.date, at: commit.recorded.at };
    Ok(History::new(commits.iter().rev().map(facts).collect(), told))
}

/// A file that a commit changed, and its new version by its place on the shelf.
struct Note {
    commit: Option<usize>,
    path: PathAt,
    after: Option<VersionAt>,
}

/// A file that a commit changed.
pub(super) struct Step {
    /// The commit, by its place from the oldest; `None` is before the first.
    pub commit: Option<usize>,
    pub path: PathAt,
    pub after: After,
}

/// What a commit made of a file.
pub(super) enum After {
    /// It is gone.
    Gone,
    /// It cannot be read.
    Unreadable,
    /// It is this.
    Version(Arc<FileVersion>),
}

/// Notes what changed, the oldest first.
fn notes(
    repository: &Repository,
    commits: &[Commit],
    base: Vec<(RelPath, BlobId)>,
    shelf: &mut Shelf,
) -> Result<Vec<Note>, Error> {
    let mut notes = Vec::with_capacity(commits.len());
    let mut note = |commit, path: &RelPath, after: Option<BlobId>| {
        if content::role_of(path).is_parsed() {
            let path = shelf.path(path);
            notes.push(Note { commit, path, after: after.map(|blob| shelf.version(path, blob)) });
        }
    };
    base.iter().for_each(|(path, blob)| note(None, path, Some(*blob)));
    let newest = commits.len().saturating_sub(1);
    repository.changed(commits, &mut |place, files| {
        let commit = Some(newest.saturating_sub(place));
        files.iter().for_each(|Changed { path, after, .. }| note(commit, path, *after));
    })?;
    notes.sort_by_key(|note| note.commit);
    Ok(notes)
}

/// What steps are about.
#[derive(Clone, Copy)]
pub(super) struct Scene<'s> {
    pub asked: &'s Asked<'s>,
    pub paths: &'s [RelPath],
}

/// Steps that can be told side by side.
struct Groups {
    /// Those of what all plans share.
    shared: Vec<Step>,
    /// Those of plans, together where records may have moved from one to the other.
    plans: Vec<Vec<Step>>,
}

impl Groups {
    fn of(scene: Scene<'_>, notes: &[Note], versions: Vec<Option<Arc<FileVersion>>>) -> Self {
        let group_of = groups_of(scene, &versions);
        let mut groups = Self { shared: Vec::new(), plans: group_of.values().map(|_| Vec::new()).collect() };
        let of_path: Vec<Option<usize>> =
            scene.paths.iter().map(|path| group_of.get(plan_of(path)?).copied()).collect();
        for Note { commit, path, after } in notes {
            let after = match after.map(|version| versions.get(version)) {
                None => After::Gone,
                Some(Some(Some(version))) => After::Version(Arc::clone(version)),
                Some(_) => After::Unreadable,
            };
            let step = Step { commit: *commit, path: *path, after };
            let group = of_path.get(*path).copied().flatten();
            group.and_then(|group| groups.plans.get_mut(group)).unwrap_or(&mut groups.shared).push(step);
        }
        groups
    }
}

/// Numbers the plans: those have the same number of which one says that it was called what the other is.
fn groups_of<'p>(scene: Scene<'p>, versions: &[Option<Arc<FileVersion>>]) -> BTreeMap<&'p str, usize> {
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

/// Returns the plan whose folder a file lies in.
pub(super) fn plan_of(path: &RelPath) -> Option<&str> {
    let mut parts = path.parts();
    match (parts.next(), parts.next(), parts.next()) {
        (Some("content"), Some("plans"), Some(plan)) => Id::new(plan).map(|_| plan),
        _ => None,
    }
}

/// What was told of some plans.
#[derive(Default)]
pub(super) struct Told {
    pub events: Vec<Event>,
    pub unreadable: Vec<(usize, Unreadable)>,
    pub names: Names,
    pub departed: Departed,
}
