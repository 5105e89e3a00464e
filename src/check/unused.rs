//! Owners and committees of the registers that nothing names.
//!
//! A site as a whole has them: the pipeline tells which ids its plans name, those that are hidden as well, so that nothing is
//! called unused because it may not be seen.

use std::collections::BTreeSet;

use super::{Check, nothing_of_a_plan};
use crate::{
    diag::{Code, Diagnostic, FieldRef, Place, Severity},
    model::Site,
    value::Id,
};

/// Owners that nothing names.
pub const UNUSED_OWNER: Code = Code::note("unused-owner")
    .args(&["id"])
    .help("an owner of the register that no plan, measure, indicator or milestone names");
/// Committees that nothing names.
pub const UNUSED_COMMITTEE: Code = Code::note("unused-committee")
    .args(&["id"])
    .help("a committee of the register that no plan, measure, decision or edition names");
/// Owners and committees that nothing names. A register is often that of a whole organisation, so a site has to ask for it.
pub const CHECK: Check = Check::new(&UNUSED_OWNER, nothing_of_a_plan).also(&[&UNUSED_COMMITTEE]).when_asked_for();

/// Tells of the owners and committees whose ids, those from before included, are not among those that are named.
#[must_use]
pub fn of_registers(site: &Site, named: &BTreeSet<Id>, severity: Severity) -> Vec<Diagnostic> {
    let is_unused = |id: &Id, formerly: &[Id]| !std::iter::once(id).chain(formerly).any(|id| named.contains(id));
    let told = |code: &'static Code, file: &str, id: &Id| {
        let place = Place::Subject(FieldRef::new(file, id.as_str()));
        Diagnostic::new(code, place).as_severe(severity).with("id", id.as_str())
    };
    let of_editions: BTreeSet<&Id> = site
        .editions
        .iter()
        .flat_map(|edition| edition.committee.iter().chain(edition.meeting.iter().map(|meeting| &meeting.committee)))
        .collect();
    let committees = site.committees.values().filter(|known| !of_editions.contains(&known.id));
    let committees = committees.filter(|known| is_unused(&known.id, &known.formerly));
    let owners = site.owners.values().filter(|known| is_unused(&known.id, &known.formerly));
    let committees = committees.map(|known| told(&UNUSED_COMMITTEE, "content/committees.toml", &known.id));
    committees.chain(owners.map(|known| told(&UNUSED_OWNER, "content/owners.toml", &known.id))).collect()
}
