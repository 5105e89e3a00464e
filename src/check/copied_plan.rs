//! Plans that are copies of others: a folder that a file system or a shared drive made once more is a plan of its own, and doubles every total.

use super::{Check, nothing_of_a_plan};
use crate::{
    diag::{Code, Diagnostic, Place, Severity},
    model::Plan,
    value::{Id, RelPath, Year},
};

/// Plans that are copies of others.
const COPIED_PLAN: Code = Code::warning("copied-plan").args(&["id", "other", "title"]).help(
    "two plans with the same title, year, kind and committees, and with a measure in common or without any: the folder of one is a copy of the other's, as `voksne-2026-1` or `voksne-2026-LAPTOP`",
);
/// Plans that are copies of others.
pub const CHECK: Check = Check::new(&COPIED_PLAN, nothing_of_a_plan);

/// What a plan is known again by.
#[derive(Debug)]
pub struct PlanLikeness {
    id: Id,
    file: RelPath,
    title: String,
    year: Option<Year>,
    kind: &'static str,
    committees: Vec<Id>,
    measures: Vec<(Id, String)>,
}

impl PlanLikeness {
    /// Returns that of a plan; nothing of one that is closed.
    #[must_use]
    pub fn of(plan: &Plan) -> Option<Self> {
        let measures = plan.measures.iter().map(|measure| (measure.id.clone(), measure.title.clone()));
        let file = RelPath::new(plan.file.as_str()).ok().filter(|_| !plan.closed)?;
        Some(Self {
            id: plan.id.clone(),
            file,
            title: plan.title.clone(),
            year: plan.year,
            kind: plan.kind.id,
            committees: plan.committees.clone(),
            measures: measures.collect(),
        })
    }

    fn is_like(&self, other: &Self) -> bool {
        let head = |it: &Self| (it.title.trim().to_lowercase(), it.year, it.kind, it.committees.clone());
        let in_common = |measure: &(Id, String)| other.measures.contains(measure);
        let are_bare = self.measures.is_empty() && other.measures.is_empty();
        head(self) == head(other) && (are_bare || self.measures.iter().any(in_common))
    }
}

/// Tells of each plan that is like one before it. The one with the shorter name is most likely the one that was copied.
#[must_use]
pub fn of_plans<'p>(plans: impl Iterator<Item = &'p PlanLikeness>, severity: Severity) -> Vec<Diagnostic> {
    let mut plans: Vec<&PlanLikeness> = plans.collect();
    plans.sort_by_key(|plan| (plan.id.as_str().chars().count(), plan.id.clone()));
    let told = plans.iter().enumerate().filter_map(|(at, plan)| {
        let other = plans.iter().take(at).find(|other| plan.is_like(other))?;
        let place = Place::File(plan.file.clone());
        let diagnostic = Diagnostic::new(&COPIED_PLAN, place).as_severe(severity);
        let diagnostic = diagnostic.with("id", plan.id.to_string()).with("other", other.id.to_string());
        Some(diagnostic.with("title", plan.title.clone()))
    });
    told.collect()
}
