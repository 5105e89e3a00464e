//! Two versions of a site: what the one after says that the one before did not.

use std::{collections::BTreeSet, sync::Arc};

use super::{Frame, Input, Progress, Survey, survey::survey_as, workshop};
use crate::{
    compare::{self, Names, Statements, Unreadable, Version},
    content::{self, Record, Role},
    diag::Error,
    locale::Locale,
    value::RelPath,
    view::{
        AddressBook, Desk, PlanRows,
        changes::{self, Changes, Side},
    },
};

/// What a change makes the report say, and the language it is told in.
#[derive(Debug)]
pub struct Diff {
    /// What the report will say.
    pub changes: Changes,
    /// The words it is told in.
    pub locale: Arc<Locale>,
}

/// Tells what a site says after a change that it did not say before, to those it is for.
///
/// Both versions are read as they are built: what may not be seen on either side is not told, and what is missing or
/// contradicts itself only after is. A file that cannot be read on either side is told and not compared, nor is what
/// only it could tell whether it may be seen.
///
/// # Errors
///
/// Answers an [`Error`] when a file that was listed cannot be read.
pub fn diff(before: &Input<'_>, after: &Input<'_>, progress: &dyn Progress) -> Result<Diff, Error> {
    between((before, Frame::default()), (after, Frame::default()), progress)
}

/// The same of two sites that may be editions.
pub fn between(
    (before, of_before): (&Input<'_>, Frame<'_>),
    (after, of_after): (&Input<'_>, Frame<'_>),
    progress: &dyn Progress,
) -> Result<Diff, Error> {
    let (mut old, mut new) = (survey_as(before, of_before, progress)?, survey_as(after, of_after, progress)?);
    let unreadable: BTreeSet<Unreadable> = old.unreadable.iter().chain(&new.unreadable).cloned().collect();
    [&mut old, &mut new].into_iter().for_each(|side| side.leave_out(&unreadable));
    let locale = workshop::plain_locale(after.messages.unwrap_or(new.site.language))?;
    let (old_names, new_names) = (Names::of(&old.records), Names::of(&new.records));
    let (old_said, new_said) = (Statements::of(&old.records), Statements::of(&new.records));
    let [before_files, after_files] = [&old, &new].map(|side| side.records.iter().collect::<Vec<_>>());
    let found = compare::compare_versions(
        Version { records: &before_files, names: &old_names },
        Version { records: &after_files, names: &new_names },
    );
    let book = AddressBook::new(&new.site, [], &locale);
    let desk = Desk::new(&new.site, &locale, &book);
    let unreadable: Vec<Unreadable> = unreadable.into_iter().collect();
    let (before, after) = (old.side(&old_names, &old_said), new.side(&new_names, &new_said));
    let changes = changes::changes(&desk, before, after, &found, &unreadable);
    Ok(Diff { changes, locale })
}

impl Survey {
    /// Leaves out what stands in files that cannot be read in either version, and what hangs on them.
    fn leave_out(&mut self, unreadable: &BTreeSet<Unreadable>) {
        if unreadable.is_empty() {
            return;
        }
        let is_obscured = |record: &Record| unreadable.iter().any(|file| obscures(&file.path, &record.file));
        self.records.retain(|record| !is_obscured(record));
        // A total that lacks a part would be another.
        let concerns = |rows: &PlanRows| {
            let folder = format!("content/plans/{}/", rows.plan.id);
            unreadable.iter().any(|file| file.path.as_str().starts_with(&folder))
        };
        self.rows.retain(|rows| !concerns(rows));
    }

    /// Returns it as a side of a comparison.
    pub(super) fn side<'s>(&'s self, names: &'s Names, statements: &'s Statements<'s>) -> Side<'s> {
        Side { site: &self.site, names, statements, rows: &self.rows, findings: &self.built.findings }
    }
}

/// Tells whether a file that cannot be read leaves open what another one says, or whether that may be seen: marks are
/// inherited from a plan, a report, a measure and a table.
fn obscures(unreadable: &RelPath, file: &RelPath) -> bool {
    let is_below = |folder: &str| file.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    let plan = unreadable.folder().rsplit_once('/').map_or("", |(plan, _)| plan);
    let hangs_on =
        |role: fn(Role) -> bool| is_below(plan) && file.stem() == unreadable.stem() && role(content::role_of(file));
    unreadable == file
        || match content::role_of(unreadable) {
            Role::Plan | Role::Update => is_below(unreadable.folder()),
            Role::Measure => hangs_on(|role| role == Role::Status),
            Role::Table => hangs_on(Role::is_figures),
            _ => false,
        }
}
