//! From a plan's records and the site's registers to a [`Plan`]: every reference resolved, every
//! amount with its unit. What does not resolve is reported and left out; the rest still stands.

mod counts;
mod decimals;
mod footnotes;
mod head;
mod measures;
mod resolve;
mod suppress_below;
mod tables;
mod timeline;
mod units;
mod updates;
mod written;

use super::{Plan, Site, suppress, suppress_readings::suppress_readings};
use crate::{
    content::{FileKind, Hidden, Record},
    diag::{Code, Diagnostic, FieldRef, Place},
    schema::records,
};
pub use measures::DUPLICATE_ID;
use resolve::Resolver;
pub use resolve::{UNKNOWN_COMMITTEE, UNKNOWN_OWNER, UNKNOWN_SCALE, explain_names};
pub use suppress_below::{count_threshold, unfit_threshold};

const PLAN_WITHOUT_FILE: Code =
    Code::error("plan-without-file").args(&["plan"]).help("a folder of a plan without `plan.md`");

/// A table of which nothing is published.
const SUPPRESSION_UNPROVED: Code = Code::warning("suppression-unproved").args(&["title"]).help(
    "a figure table of a report, or an indicator, of which no figure is published: it cannot be proved that nobody could compute its small counts from any of them, with what earlier reports say",
);

/// The codes of this room, file by file.
pub const CODES: &[&[&Code]] = &[
    &[&PLAN_WITHOUT_FILE, &SUPPRESSION_UNPROVED],
    resolve::CODES,
    measures::CODES,
    updates::CODES,
    counts::CODES,
    timeline::CODES,
    tables::CODES,
    units::CODES,
    footnotes::CODES,
    suppress_below::CODES,
    decimals::CODES,
    super::formulas::CODES,
    super::computed::CODES,
];

/// Assembles a plan. Answers `None` when there is no `plan.md` among its records, which is reported
/// unless the plan is hidden.
///
/// `files` are the site's files, for links; `hidden` is what was dropped and may be referred to.
pub fn assemble(records: &[Record], hidden: &Hidden, site: &Site, found: &mut Vec<Diagnostic>) -> Option<Plan> {
    resolve::explain_names(site, found);
    let Some(head) = records.iter().find(|record| record.role == FileKind::Plan) else {
        // Of a plan that is hidden there is no record at all.
        if let Some(record) = records.first() {
            let folder = record.file.parts().take(3).collect::<Vec<_>>().join("/");
            let place = Place::File(record.file.clone());
            found.push(Diagnostic::new(&PLAN_WITHOUT_FILE, place).with("plan", folder));
        }
        return None;
    };
    let mut resolver = Resolver { site, hidden, decimals: None, found };
    let mut plan = head::head(head, &mut resolver);
    if plan.closed {
        return Some(plan);
    }
    measures::measures(&mut plan, of_role(records, FileKind::Measure), &mut resolver);
    updates::reports(&mut plan, records, &mut resolver);
    timeline::timeline(&mut plan, of_role(records, FileKind::Timeline), records, &mut resolver);
    timeline::indicators(&mut plan, of_role(records, FileKind::Indicators), records, &mut resolver);
    updates::statuses(&mut plan, of_role(records, FileKind::Status), &mut resolver);
    tables::tables(&mut plan, records, &mut resolver);
    units::check(&plan, resolver.found);
    footnotes::check(&mut plan, hidden, resolver.found);
    // Last, so that all that is made of the plan is made of what is left: whatever reads it cannot forget to withhold.
    for at in suppress::suppress(&mut plan) {
        let Some(table) = plan.tables.get(at) else { continue };
        // The file with the figures says of which report they are.
        let place = Place::Subject(FieldRef::new(&table.file, ""));
        resolver.found.push(Diagnostic::new(&SUPPRESSION_UNPROVED, place).with("title", table.title.clone()));
    }
    for at in suppress_readings(&mut plan) {
        let Some(indicator) = plan.indicators.get(at) else { continue };
        let place = Place::Subject(FieldRef::new(&indicator.record, records::SUPPRESS_BELOW.spec.name));
        resolver.found.push(Diagnostic::new(&SUPPRESSION_UNPROVED, place).with("title", indicator.title.clone()));
    }
    Some(plan)
}

fn of_role(records: &[Record], role: FileKind) -> impl Iterator<Item = &Record> + Clone {
    records.iter().filter(move |record| record.role == role)
}
