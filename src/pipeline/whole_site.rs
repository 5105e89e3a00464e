//! Checks of a site as a whole, once all its plans are made: what nothing names, names that Windows does not take.
//!
//! Nothing is told of a file that is hidden, and nothing is called unused because what names it is hidden.

use std::collections::BTreeSet;

use super::{OpenedSite, plan::PlanResult, visibility::Visibility};
use crate::{
    check::{Check, EMPTY_REPORT, copied_plan, unlinked_file, unportable_name, unused},
    content,
    diag::{Diagnostic, Finding, Severity},
    value::{Id, RelPath},
};

/// Drops what is not certain where something cannot be read: what is called unused may be named there, and a report may say
/// what it seems not to.
pub fn drop_what_is_not_certain(findings: &mut Vec<Finding>) {
    let is_unused = |finding: &Finding| unused::CHECK.codes().any(|code| code.name == finding.code);
    let is_empty_report = |finding: &Finding| finding.code == EMPTY_REPORT.name;
    let is_damage =
        |finding: &&Finding| finding.severity == Severity::Error && !is_unused(finding) && !is_empty_report(finding);
    let damaged: BTreeSet<RelPath> = findings.iter().filter(is_damage).map(|finding| finding.path.clone()).collect();
    let is_of_plan = |path: &RelPath, home: &str| super::home_of(std::slice::from_ref(path)) == Some(home);
    findings.retain(|finding| {
        let home = super::home_of(std::slice::from_ref(&finding.path)).unwrap_or_default();
        let is_doubtful = is_unused(finding) && !damaged.is_empty()
            || is_empty_report(finding) && damaged.iter().any(|path| is_of_plan(path, home));
        !is_doubtful
    });
}

/// Looks at a site whose plans are made. `assets` are the files that its texts show and link to.
pub fn look(
    opened: &OpenedSite<'_>,
    own: &Visibility,
    plans: &[PlanResult],
    assets: &BTreeSet<RelPath>,
) -> Vec<Diagnostic> {
    // An edition is told of what its committee had, not judged again.
    if opened.mode.edition.is_some() {
        return Vec::new();
    }
    let loudness = |check: &Check| -> Option<Severity> { check.loudness(&opened.version.settings.loudness) };
    // What links to a file may be hidden, and so the file is: of a plan that hides anything no file is told of.
    let hidden = own.files.iter().chain(own.titles.iter().map(|(file, _)| file));
    let mut hiding: BTreeSet<&str> = hidden.filter_map(|file| super::home_of(std::slice::from_ref(file))).collect();
    hiding.extend(own.plans.keys().map(Id::as_str));
    let is_shown = |file: &&RelPath| {
        let is_of_hiding = super::home_of(std::slice::from_ref(*file)).is_some_and(|home| hiding.contains(home));
        !is_of_hiding && !own.files.contains(*file) && !own.pages.contains(*file)
    };
    let shown: Vec<&RelPath> = opened.input.tree.paths().iter().filter(is_shown).collect();
    let mut found: Vec<Diagnostic> = Vec::new();
    // Whoever closes the front page may mean the whole site, and plans are hidden by marks of their own alone.
    let front = own.pages.iter().find(|page| page.as_str() == content::SitePaths::FRONT);
    let is_any_open = plans.iter().any(|plan| !plan.shut);
    found.extend(front.filter(|_| is_any_open).map(content::front_page_mark));
    if let Some(severity) = loudness(&unused::CHECK) {
        let named: BTreeSet<Id> = plans.iter().flat_map(|plan| plan.named.iter().cloned()).collect();
        found.extend(unused::of_registers(&opened.version.settings.site, &named, severity));
    }
    if let Some(severity) = loudness(&copied_plan::CHECK) {
        found.extend(copied_plan::of_plans(plans.iter().filter_map(|plan| plan.likeness.as_ref()), severity));
    }
    if let Some(severity) = loudness(&unportable_name::CHECK) {
        found.extend(unportable_name::of_files(shown.iter().copied(), severity));
    }
    if let Some(severity) = loudness(&unlinked_file::CHECK) {
        // A page that links to a file may be hidden too: where anything is, nothing is said of files beside the plans.
        let hides = !(own.files.is_empty() && own.pages.is_empty() && own.plans.is_empty());
        let is_told = |file: &&RelPath| !hides || file.as_str().starts_with("content/plans/");
        let is_told = |file: &&RelPath| is_told(file) && !plans.iter().any(|plan| plan.workbooks.contains(*file));
        found.extend(unlinked_file::of_files(shown.iter().copied().filter(is_told), assets, severity));
    }
    found
}
