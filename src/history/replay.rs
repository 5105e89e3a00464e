//! Commits of some plans, told one after the other.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    blob_index::{FileVersion, plan_of},
    events::{Event, PlanChanges},
    file_changes::{FileAfterCommit, FileChange, TracedFiles},
    late_names::LateNames,
};
use crate::{
    compare::{NameIndex, RecordSet, Unreadable, compare_versions, settled},
    content::{self, Figures, FileKind, Record, Viewer, Withheld},
    value::{Id, RelPath},
};

/// What all plans share, as it stood after each commit that changed it.
#[derive(Default)]
pub(super) struct Registers {
    /// What was called what, from a commit on.
    names: Vec<(Option<usize>, NameIndex)>,
    /// What a commit changed in which a record may have a new id.
    renamed: BTreeMap<usize, Sides>,
}

impl Registers {
    /// Tells what became of what all plans share.
    pub fn tell(scene: TracedFiles<'_>, steps: &[FileChange], late: &LateNames) -> (Self, PlanChanges) {
        let (mut registers, nothing) = (Self::default(), Self::default());
        let mut telling = Replay::new(scene, &nothing, late);
        telling.told.names.adopt_plan(scene.known, "");
        registers.names.push((None, telling.told.names.clone()));
        for steps in steps.chunk_by(|a, b| a.commit == b.commit) {
            let commit = steps.first().and_then(|step| step.commit);
            let sides = telling.step(commit, steps);
            registers.names.push((commit, telling.told.names.clone()));
            if let Some(commit) = commit.filter(|_| sides.is_renamed) {
                registers.renamed.insert(commit, sides);
            }
        }
        (registers, telling.told)
    }
}

/// The files that a commit concerns, as they were and as they are, as far as they may be seen.
#[derive(Default)]
struct Sides {
    before: Vec<Arc<Record>>,
    after: Vec<Arc<Record>>,
    /// A record in them may have a new id.
    is_renamed: bool,
}

/// Some plans as they stand after some commits, and what was told of them.
pub(super) struct Replay<'t> {
    scene: TracedFiles<'t>,
    registers: &'t Registers,
    /// What records say later of what they were called.
    late: &'t LateNames,
    /// How many of the changes of the registers have been seen.
    registered: usize,
    folders: BTreeMap<Option<&'t str>, PlanFilesThen<'t>>,
    told: PlanChanges,
}

impl<'t> Replay<'t> {
    pub fn new(scene: TracedFiles<'t>, registers: &'t Registers, late: &'t LateNames) -> Self {
        Self { scene, registers, late, registered: 0, folders: BTreeMap::new(), told: PlanChanges::default() }
    }

    /// Tells all steps, which stand in the order of their commits.
    pub fn told(mut self, steps: &'t [FileChange]) -> PlanChanges {
        for steps in steps.chunk_by(|a, b| a.commit == b.commit) {
            self.step(steps.first().and_then(|step| step.commit), steps);
        }
        self.told
    }

    /// Goes one commit further.
    fn step(&mut self, commit: Option<usize>, steps: &'t [FileChange]) -> Sides {
        let mut touched: BTreeMap<Option<&str>, Vec<ChangedPlanFile<'t>>> = BTreeMap::new();
        let mut others = Vec::new();
        for step in steps {
            let Some(path) = self.scene.paths.get(step.path) else { continue };
            let after = match &step.after {
                FileAfterCommit::Gone => None,
                FileAfterCommit::Other => {
                    others.push(path);
                    continue;
                }
                FileAfterCommit::Version(version) => Some(version),
                FileAfterCommit::Unknown => {
                    self.keep_discreet(commit, self.scene.asked.shown.message);
                    continue;
                }
                // What cannot be read is told; what stood before still holds, unless a mark may be in it: then it is closed.
                FileAfterCommit::Unreadable(version) => {
                    self.told.unreadable.extend(commit.map(|commit| (commit, Unreadable { path: path.clone() })));
                    self.keep_discreet(commit, self.scene.asked.shown.message);
                    let Some(version) = version else { continue };
                    Some(version)
                }
            };
            let plan = plan_of(path);
            let folder = self.folders.entry(plan).or_insert_with(|| {
                self.told.names.adopt_plan(self.scene.known, plan.unwrap_or_default());
                PlanFilesThen::default()
            });
            let before = folder.put(path, after);
            touched.entry(plan).or_default().push(ChangedPlanFile { path, before, after });
        }
        self.register(|changed| changed < commit);
        let names_before = self.told.names.clone();
        self.register(|changed| changed <= commit);
        let has_new_id = self.late.is_renamed(commit) || is_renamed(touched.values().flatten());
        let mut sides = Sides { is_renamed: has_new_id, ..Sides::default() };
        for (plan, changes) in &touched {
            let Some(folder) = self.folders.get_mut(plan) else { continue };
            let asked = self.scene.asked;
            let withheld = plan.and_then(Id::new).and_then(|plan| asked.hidden?.get(&plan));
            let (is_marked, is_doubled) = folder.moved_on();
            let viewer = self.scene.viewer_at(commit);
            let sight = Sight { viewer, withheld, is_marked: is_marked || withheld.is_some() };
            let is_whole = sight.is_marked || is_doubled || sides.is_renamed;
            if let Some(plan) = plan.and_then(Id::new).filter(|plan| is_marked || self.told.departed.has(plan)) {
                let (before, after) = folder.all(changes);
                self.told.departed.step(&plan, &before, &after, viewer);
            }
            let has_hidden_pages = is_marked || !self.told.departed.pages.is_empty();
            if has_hidden_pages && changes.iter().any(ChangedPlanFile::is_page) {
                let (before, after) = folder.all(changes);
                self.told.departed.step_pages(&before, &after, viewer);
            }
            let (mut before, mut after) = folder.seen(changes, sight, is_whole);
            let counts_otherwise = self.told.names.learn(after.iter().map(Arc::as_ref));
            if counts_otherwise && !is_whole {
                (before, after) = folder.seen(changes, sight, true);
            }
            let is_discreet = asked.shown.message
                && !(is_all_of(changes, |change| change.before, &before)
                    && is_all_of(changes, |change| change.after, &after));
            sides.before.extend(before);
            sides.after.extend(self.late.apply(commit, after));
            self.keep_discreet(commit, is_discreet);
        }
        let is_hidden = |path: &&RelPath| self.hides(path, touched.get(&plan_of(path)).map_or(&[], Vec::as_slice));
        let is_discreet = others.iter().any(is_hidden);
        self.keep_discreet(commit, is_discreet);
        if let Some(commit) = commit {
            self.tell(commit, &sides, &names_before);
        }
        sides
    }

    /// Notes that a commit concerns what is hidden, or may.
    fn keep_discreet(&mut self, commit: Option<usize>, is_discreet: bool) {
        self.told.discreet.extend(commit.filter(|_| is_discreet));
    }

    /// Tells whether a file that is no record lies in a plan or a report that is hidden today, or was before a commit or
    /// after it.
    fn hides(&self, path: &RelPath, changes: &[ChangedPlanFile<'t>]) -> bool {
        let (asked, plan) = (self.scene.asked, plan_of(path));
        let withheld = plan.and_then(Id::new).and_then(|plan| asked.hidden?.get(&plan));
        let is_then = |records| content::withhold(records, asked.viewer).1.asset(path);
        withheld.is_some_and(|withheld| withheld.asset(path))
            || self.folders.get(&plan).is_some_and(|folder| {
                let (before, after) = folder.all(changes);
                is_then(before) || is_then(after)
            })
    }

    /// Takes over what the registers say after further commits.
    fn register(&mut self, is_due: impl Fn(Option<usize>) -> bool) {
        let rest = self.registers.names.get(self.registered..).unwrap_or_default();
        let due = rest.iter().take_while(|(changed, _)| is_due(*changed)).count();
        if let Some((_, names)) = due.checked_sub(1).and_then(|last| rest.get(last)) {
            self.told.names.adopt(names);
        }
        self.registered = self.registered.saturating_add(due);
    }

    /// Compares what a commit concerns, and notes what changed.
    fn tell(&mut self, commit: usize, sides: &Sides, names_before: &NameIndex) {
        let registered = self.registers.renamed.get(&commit);
        let lent = |of: fn(&Sides) -> &Vec<Arc<Record>>| -> Vec<&Record> {
            of(sides).iter().chain(registered.into_iter().flat_map(of)).map(Arc::as_ref).collect()
        };
        let (before, after) = (lent(|sides| &sides.before), lent(|sides| &sides.after));
        let names = &self.told.names;
        let old = RecordSet { records: &before, names: names_before };
        for change in compare_versions(old, RecordSet { records: &after, names }) {
            // What became of the registers is told where they are.
            if registered.is_some() && change.subject.plan.is_none() {
                continue;
            }
            self.told.events.push(Event { commit, change: settled(change, names_before, names) });
        }
    }
}

/// A file that a commit changed.
struct ChangedPlanFile<'t> {
    path: &'t RelPath,
    before: Option<&'t Arc<FileVersion>>,
    after: Option<&'t Arc<FileVersion>>,
}

impl<'t> ChangedPlanFile<'t> {
    fn is_page(&self) -> bool {
        content::role_of(self.path) == FileKind::Page
    }

    fn versions(&self) -> impl Iterator<Item = &'t Arc<FileVersion>> {
        self.before.into_iter().chain(self.after)
    }
}

/// Tells whether nothing of the files that a commit changed is hidden, on one side of it.
fn is_all_of<'t>(
    changes: &[ChangedPlanFile<'t>],
    side: impl Fn(&ChangedPlanFile<'t>) -> Option<&'t Arc<FileVersion>>,
    seen: &[Arc<Record>],
) -> bool {
    let seen: BTreeMap<&RelPath, &Arc<Record>> = seen.iter().map(|record| (&record.file, record)).collect();
    let rows = |record: &Record| {
        let withheld = |figures: &Figures| figures.rows.iter().filter(|row| row.withheld).count();
        record.figures.as_ref().map(|figures| (figures.rows.len(), withheld(figures), figures.partial))
    };
    changes.iter().filter_map(side).all(|version| {
        let whole = &version.record;
        seen.get(&whole.file).is_some_and(|record| {
            Arc::ptr_eq(record, whole)
                || (record.closed, &record.fields, rows(record)) == (whole.closed, &whole.fields, rows(whole))
        })
    })
}

/// Tells whether a record may have a new id: one says that it had, and not all that were there are there.
fn is_renamed<'c, 't: 'c>(changes: impl Iterator<Item = &'c ChangedPlanFile<'t>> + Clone) -> bool {
    let names = |of: fn(&ChangedPlanFile<'t>) -> Option<&'t Arc<FileVersion>>| {
        let numbers = changes.clone().filter_map(of).flat_map(|version| &version.names);
        numbers.copied().fold(0, u64::wrapping_add)
    };
    changes.clone().flat_map(ChangedPlanFile::versions).any(|version| version.says_formerly)
        && names(|change| change.before) != names(|change| change.after)
}

/// The files of one plan, or those that all share, as they stand.
#[derive(Default)]
struct PlanFilesThen<'t> {
    files: BTreeMap<&'t RelPath, &'t Arc<FileVersion>>,
    /// In how many files each record stands.
    names: BTreeMap<u64, usize>,
    tally: Tally,
    /// The same before the last commit.
    before: Tally,
}

/// Reasons to look at all files of a plan, where one of them changes.
#[derive(Clone, Copy, Default)]
struct Tally {
    /// How many files bear a mark: marks are inherited from file to file.
    marked: usize,
    /// How many records stand more than once: only one of them counts.
    doubled: usize,
}

impl<'t> PlanFilesThen<'t> {
    /// Puts a version in the place of the one before, which is answered.
    fn put(&mut self, path: &'t RelPath, version: Option<&'t Arc<FileVersion>>) -> Option<&'t Arc<FileVersion>> {
        let before = match version {
            Some(version) => self.files.insert(path, version),
            None => self.files.remove(path),
        };
        let tally = &mut self.tally;
        if let Some(before) = before {
            tally.marked = tally.marked.saturating_sub(usize::from(before.is_marked));
            for name in &before.names {
                let count = self.names.entry(*name).or_default();
                *count = count.saturating_sub(1);
                tally.doubled = tally.doubled.saturating_sub(usize::from(*count > 0));
            }
        }
        if let Some(version) = version {
            tally.marked = tally.marked.saturating_add(usize::from(version.is_marked));
            for name in &version.names {
                let count = self.names.entry(*name).or_default();
                tally.doubled = tally.doubled.saturating_add(usize::from(*count > 0));
                *count = count.saturating_add(1);
            }
        }
        before
    }

    /// Tells whether a file bears a mark, and whether a record stands more than once, before the last commit or after.
    fn moved_on(&mut self) -> (bool, bool) {
        let (before, now) = (std::mem::replace(&mut self.before, self.tally), self.tally);
        (before.marked > 0 || now.marked > 0, before.doubled > 0 || now.doubled > 0)
    }

    /// Returns all files before a commit and after it, whoever may see them.
    fn all(&self, changes: &[ChangedPlanFile<'t>]) -> (Vec<Record>, Vec<Record>) {
        let changed: BTreeSet<&RelPath> = changes.iter().map(|change| change.path).collect();
        let others = || self.files.iter().filter(|(path, _)| !changed.contains(**path)).map(|(_, version)| *version);
        let side = |own: fn(&ChangedPlanFile<'t>) -> Option<&'t Arc<FileVersion>>| {
            let versions = changes.iter().filter_map(own).chain(others());
            versions.map(|version| Record::clone(&version.record)).collect()
        };
        (side(|change| change.before), side(|change| change.after))
    }

    /// Returns what of the files that a commit concerns could be seen before it and after it: of those it changed, or
    /// of all, where one may say something of another.
    fn seen(
        &self,
        changes: &[ChangedPlanFile<'t>],
        sight: Sight<'_>,
        is_whole: bool,
    ) -> (Vec<Arc<Record>>, Vec<Arc<Record>>) {
        let changed: BTreeSet<&RelPath> = changes.iter().map(|change| change.path).collect();
        let others = self.files.iter().filter(|(path, _)| is_whole && !changed.contains(**path));
        let others: Vec<&Arc<FileVersion>> = others.map(|(_, version)| *version).collect();
        let side = |own: fn(&ChangedPlanFile<'t>) -> Option<&'t Arc<FileVersion>>| {
            let versions = changes.iter().filter_map(own).chain(others.iter().copied());
            sight.of(versions.map(|version| &version.record))
        };
        (side(|change| change.before), side(|change| change.after))
    }
}

/// What may be seen of a plan's files.
#[derive(Clone, Copy)]
struct Sight<'s> {
    viewer: Viewer,
    withheld: Option<&'s Withheld>,
    /// A mark may be among its files.
    is_marked: bool,
}

impl Sight<'_> {
    /// Returns what may be seen of some files: of all files of the plan, where a mark may be among them.
    fn of<'r>(self, records: impl Iterator<Item = &'r Arc<Record>>) -> Vec<Arc<Record>> {
        // What holds from a later day is on no page: told as a change, it would be out before its day.
        let known = |record: &Arc<Record>| content::without_what_comes_later(record, self.viewer.as_of);
        if !self.is_marked {
            let is_out = |record: &&Arc<Record>| {
                content::report_date(record).is_none_or(|date| date.last() <= self.viewer.as_of)
            };
            return records.filter(is_out).map(known).collect();
        }
        let mut records: Vec<Record> = records.map(|record| Arc::unwrap_or_clone(known(record))).collect();
        records.sort_by(|a, b| a.file.cmp(&b.file));
        if let Some(withheld) = self.withheld {
            content::close(&mut records, withheld);
        }
        content::withhold(records, self.viewer).0.into_iter().map(Arc::new).collect()
    }
}
