//! The files of a site by what they belong to, told from their paths alone.

use rayon::prelude::*;

use super::{
    collisions::{self, plan_of},
    settings::Settings,
};
use crate::{
    content::{self, FileKind},
    diag::{Diagnostic, Place, Severity},
    tree::{self, NAME_TWICE, STRAY_FILE, Tree},
    value::RelPath,
};

/// The files of one plan: those in its folder, sorted.
pub type PlanFiles<'t> = &'t [RelPath];

/// The files of a site by what they belong to.
#[derive(Clone, Debug)]
pub struct SiteFiles<'t> {
    /// Those of each plan, in the order of their folders.
    pub plans: Vec<PlanFiles<'t>>,
    /// The ordinary pages.
    pub pages: Vec<&'t RelPath>,
}

impl<'t> SiteFiles<'t> {
    /// Sorts the files of a tree. What is not read, and names that make one address, are reported.
    pub(super) fn list(tree: &'t dyn Tree, settings: &Settings, found: &mut Vec<Diagnostic>) -> Self {
        let content = tree::below(tree.paths(), content::SitePaths::CONTENT).par_iter();
        let files: Vec<(&RelPath, FileKind)> = content.map(|file| (file, content::role_of(file))).collect();
        let misnamed = content::MisnamedPaths::find(&files);
        found.extend(misnamed.diagnostics());
        let files: Vec<(&RelPath, FileKind)> = files.into_iter().filter(|(file, _)| !misnamed.holds(file)).collect();
        report_skipped(tree, &files, found);
        collisions::report(&files, settings, found);
        let in_plans = tree::below(tree.paths(), content::SitePaths::PLANS);
        let plans = in_plans.chunk_by(|a, b| plan_of(a) == plan_of(b));
        Self {
            // A file beside the folders is of no plan.
            plans: plans.filter(|files| files.first().and_then(plan_of).is_some()).collect(),
            pages: with_role(&files, FileKind::Page).collect(),
        }
    }
}

/// Reports what lies in the site and is not read.
fn report_skipped(tree: &dyn Tree, files: &[(&RelPath, FileKind)], found: &mut Vec<Diagnostic>) {
    for skipped in tree.skipped() {
        if *skipped.code == STRAY_FILE
            && let Some(diagnostic) = content::misnamed_content(&skipped.path)
        {
            found.push(diagnostic);
            continue;
        }
        let diagnostic = Diagnostic::new(skipped.code, Place::File(skipped.path.clone()));
        // A page that is not there because another has its name would be missed by nobody.
        let severity = if *skipped.code == NAME_TWICE { Severity::Error } else { Severity::Warning };
        let diagnostic = diagnostic.as_severe(severity);
        let is_named = skipped.code.has_arg("path");
        let diagnostic = if is_named { diagnostic.with("path", skipped.path.as_str()) } else { diagnostic };
        let is_stray = *skipped.code == STRAY_FILE;
        found.push(if is_stray { diagnostic.with("ending", "none").with("known", "") } else { diagnostic });
    }
    let mut bytes = Vec::new();
    for path in with_role(files, FileKind::Stray) {
        // What is not read hides nothing, whatever its author meant; one that cannot be read is told by whoever copies it.
        let is_read = matches!(path.extension(), "md" | "toml") && tree.read(path, &mut bytes).is_ok();
        if let Some(missed) = content::mark_in_stray(path, &bytes).filter(|_| is_read) {
            found.push(missed);
            continue;
        }
        // A file of no folder of a plan would be an attachment, were it of a kind that is published.
        let ending = path.extension().to_lowercase();
        let is_beside_plans = !path.as_str().starts_with("content/plans/");
        let ending = if is_beside_plans && !ending.is_empty() { ending } else { "none".to_owned() };
        let diagnostic = Diagnostic::new(&STRAY_FILE, Place::File(path.clone())).with("ending", ending);
        found.push(diagnostic.with("known", content::published_kinds()));
    }
}

fn with_role<'p>(files: &[(&'p RelPath, FileKind)], wanted: FileKind) -> impl Iterator<Item = &'p RelPath> {
    files.iter().filter(move |(_, role)| *role == wanted).map(|(file, _)| *file)
}
