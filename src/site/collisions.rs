//! Names that would become one address: which of two files a page shows must not be left to their order.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use super::settings::Settings;
use crate::{
    content::{self, FileKind},
    diag::{Diagnostic, FieldRef, Place},
    tree::{PATH_COLLISION, is_below},
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
    report_folders(files, found);
    register("content/committees.toml", settings.site.committees.keys(), found);
    register("content/owners.toml", settings.site.owners.keys(), found);
}

/// Reports folders of pages that are alike but for capitals: on Windows and macOS they are one, so that what closes one of them
/// closes both there, and one of them here. Those of plans are told by their files.
fn report_folders(files: &[(&RelPath, FileKind)], found: &mut Vec<Diagnostic>) {
    let mut taken: BTreeMap<String, &str> = BTreeMap::new();
    let (mut last, mut told) = ("", BTreeSet::new());
    let is_told = |folder: &str, found: &[Diagnostic]| {
        let place = |diagnostic: &Diagnostic| match &diagnostic.place {
            Place::File(file) if *diagnostic.code == PATH_COLLISION => is_below(file, folder),
            _ => false,
        };
        found.iter().any(place)
    };
    for (file, _) in files.iter().filter(|(file, _)| !is_below(file, content::SitePaths::PLANS)) {
        let whole = file.folder();
        if whole == std::mem::replace(&mut last, whole) {
            continue;
        }
        let ends = whole.match_indices('/').map(|(at, _)| at).chain([whole.len()]);
        for folder in ends.filter_map(|end| whole.get(..end)) {
            let first = *taken.entry(folder.to_lowercase()).or_insert(folder);
            if first != folder && told.insert(folder) && !is_told(folder, found) {
                let diagnostic = Diagnostic::new(&PATH_COLLISION, Place::File((*file).clone()));
                found.push(diagnostic.with("path", format!("{}/", folder.to_lowercase())).with("other", first));
                // What lies in it is alike for the same reason.
                break;
            }
        }
    }
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
