//! Names that would become one address: which of two files a page shows must not be left to their order.

use std::collections::BTreeMap;

use crate::{
    config::Config,
    content::{self, Role},
    diag::{Diagnostic, Place, Subject},
    value::{Id, Period, RelPath},
};

/// Reports files, and records of registers, whose names make the same address.
pub fn report(files: &[RelPath], config: &Config, found: &mut Vec<Diagnostic>) {
    let mut taken: BTreeMap<String, &RelPath> = BTreeMap::new();
    for file in files {
        let Some(address) = address(file) else { continue };
        match taken.get(&address) {
            Some(first) if folder_or_file(first) != folder_or_file(file) => {
                let diagnostic = Diagnostic::error("path-collision", Place::File(file.clone()));
                found.push(diagnostic.with("path", address).with("other", first.as_str()));
            }
            Some(_) => {}
            None => drop(taken.insert(address, file)),
        }
    }
    register("content/committees.toml", config.site.committees.keys(), found);
    register("content/owners.toml", config.site.owners.keys(), found);
}

fn register<'i>(file: &str, ids: impl Iterator<Item = &'i Id>, found: &mut Vec<Diagnostic>) {
    let mut taken: BTreeMap<String, &Id> = BTreeMap::new();
    for id in ids {
        if let Some(first) = taken.insert(id.slug(), id) {
            let place = Place::Subject(Subject::new(file, id.as_str()));
            found
                .push(Diagnostic::error("path-collision", place).with("path", id.slug()).with("other", first.as_str()));
        }
    }
}

/// Returns what two files must not share: the address of a page, or the date of a report.
fn address(file: &RelPath) -> Option<String> {
    let slug = |name: &str| Id::new(name).map(|id| id.slug());
    let parts: Vec<&str> = file.parts().collect();
    match (content::role_of(file), parts.as_slice()) {
        (Role::Plan, [_, _, plan, _]) => slug(plan),
        (Role::Measure, [_, _, plan, ..]) => Some(format!("{plan}/measures/{}", slug(file.stem())?)),
        (Role::Update | Role::Status | Role::UpdateFigures, [_, _, plan, _, date, _]) => {
            Some(format!("{plan}/updates/{}", Period::parse_iso(date)?.iso()))
        }
        (Role::Page, [_, folders @ .., _]) => {
            let names = folders.iter().copied().chain([file.stem()]).map(slug);
            Some(format!("{}.html", names.collect::<Option<Vec<_>>>()?.join("/")))
        }
        _ => None,
    }
}

/// Returns what two files of one address must share to be no mistake: a report is its folder.
fn folder_or_file(file: &RelPath) -> &str {
    match content::role_of(file) {
        Role::Update | Role::Status | Role::UpdateFigures => file.folder(),
        _ => file.as_str(),
    }
}
