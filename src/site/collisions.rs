//! Names that would become one address: which of two files a page shows must not be left to their order.

use std::collections::{BTreeMap, btree_map::Entry};

use super::settings::Settings;
use crate::{
    content::FileKind,
    diag::{Diagnostic, FieldRef, Place},
    tree::PATH_COLLISION,
    value::{Id, Period, RelPath},
};

/// Reports files, and records of registers, whose names make the same address. Files come sorted.
pub(super) fn report(files: &[(&RelPath, FileKind)], settings: &Settings, found: &mut Vec<Diagnostic>) {
    let (mut of_site, mut of_plan) = (BTreeMap::new(), BTreeMap::new());
    let mut plan = None;
    for (file, role) in files {
        let Some(name) = name(file, *role) else { continue };
        // No file collides with one of another plan, unless it is the plan.
        if plan != plan_of(file) {
            plan = plan_of(file);
            of_plan.clear();
        }
        let taken = if matches!(name, Name::Plan(_) | Name::Page(_)) { &mut of_site } else { &mut of_plan };
        match taken.entry(name) {
            Entry::Vacant(free) => drop(free.insert(*file)),
            // A report is its folder, however many files lie in it.
            Entry::Occupied(taken)
                if matches!(taken.key(), Name::Report(_)) && taken.get().folder() == file.folder() => {}
            Entry::Occupied(taken) => {
                let diagnostic = Diagnostic::new(&PATH_COLLISION, Place::File((*file).clone()));
                let address = taken.key().address(plan.unwrap_or_default());
                found.push(diagnostic.with("path", address).with("other", taken.get().as_str()));
            }
        }
    }
    register("content/committees.toml", settings.site.committees.keys(), found);
    register("content/owners.toml", settings.site.owners.keys(), found);
}

/// Returns the folder of the plan a file belongs to.
pub(super) fn plan_of(file: &RelPath) -> Option<&str> {
    let (plan, _) = file.as_str().strip_prefix("content/plans/")?.split_once('/')?;
    Some(plan)
}

fn register<'i>(file: &str, ids: impl Iterator<Item = &'i Id>, found: &mut Vec<Diagnostic>) {
    let mut taken: BTreeMap<String, &Id> = BTreeMap::new();
    for id in ids {
        if let Some(first) = taken.insert(id.slug(), id) {
            let place = Place::Subject(FieldRef::new(file, id.as_str()));
            found.push(Diagnostic::new(&PATH_COLLISION, place).with("path", id.slug()).with("other", first.as_str()));
        }
    }
}

/// What two files must not share: the name of a page, or the date of a report.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Name {
    Plan(String),
    Measure(String),
    Report(String),
    Page(String),
}

impl Name {
    /// Returns the address it becomes, of a plan or in one.
    fn address(&self, plan: &str) -> String {
        match self {
            Self::Plan(name) => name.clone(),
            Self::Measure(name) => format!("{plan}/measures/{name}"),
            Self::Report(date) => format!("{plan}/updates/{date}"),
            Self::Page(name) => format!("{name}.html"),
        }
    }
}

fn name(file: &RelPath, role: FileKind) -> Option<Name> {
    let slug = |name: &str| Id::new(name).map(|id| id.slug());
    match role {
        FileKind::Plan => slug(plan_of(file)?).map(Name::Plan),
        FileKind::Measure => slug(file.stem()).map(Name::Measure),
        role if role.is_in_report() => {
            let (_, date) = file.folder().rsplit_once('/')?;
            Period::folder_iso(date).map(Name::Report)
        }
        FileKind::Page => {
            let folders = file.folder().split('/').skip(1);
            let names = folders.chain([file.stem()]).map(slug);
            Some(Name::Page(names.collect::<Option<Vec<_>>>()?.join("/")))
        }
        _ => None,
    }
}
