//! Plans that are copies of others: a folder that a file system or a shared drive made once more is a plan of its own, and doubles every total.

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, nothing_of_a_plan};
use crate::{
    diag::{Code, Diagnostic, Place, Severity},
    model::Plan,
    value::{Id, RelPath, Year},
};

/// Plans that are copies of others.
const COPIED_PLAN: Code = Code::warning("copied-plan").args(&["id", "other", "title"]).help(
    "two plans with the same title, year, kind and committees, and with a measure, an indicator or a table in common, or without any of them: the folder of one is a copy of the other's, as `voksne-2026-1` or `voksne-2026-LAPTOP`",
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
    /// Its measures, indicators and tables.
    content: BTreeSet<PlanContent>,
}

/// Something that a plan has: what it is, its id and its title.
type PlanContent = (&'static str, Id, String);

/// What a plan is called and whose it is.
type PlanHead<'p> = (String, Option<Year>, &'static str, &'p [Id]);

impl PlanLikeness {
    /// Returns that of a plan; nothing of one that is closed.
    #[must_use]
    pub fn of(plan: &Plan) -> Option<Self> {
        let measures = plan.measures.iter().map(|it| ("measure", it.id.clone(), it.title.clone()));
        let indicators = plan.indicators.iter().map(|it| ("indicator", it.id.clone(), it.title.clone()));
        let tables = plan.tables.iter().map(|it| ("table", it.id.clone(), it.title.clone()));
        let file = RelPath::new(plan.file.as_str()).ok().filter(|_| !plan.closed)?;
        Some(Self {
            id: plan.id.clone(),
            file,
            title: plan.title.clone(),
            year: plan.year,
            kind: plan.kind.id,
            committees: plan.committees.clone(),
            content: measures.chain(indicators).chain(tables).collect(),
        })
    }

    fn head(&self) -> PlanHead<'_> {
        (self.title.trim().to_lowercase(), self.year, self.kind, &self.committees)
    }
}

/// Tells of each plan that is like one before it. The one with the shorter name is most likely the one that was copied.
#[must_use]
pub fn of_plans<'p>(plans: impl Iterator<Item = &'p PlanLikeness>, severity: Severity) -> Vec<Diagnostic> {
    let mut plans: Vec<&PlanLikeness> = plans.collect();
    plans.sort_by_key(|plan| (plan.id.as_str().chars().count(), plan.id.clone()));
    // The first plan that has something, and the first that has nothing, of each head: a site may have thousands of plans.
    let mut known: BTreeMap<(PlanHead<'_>, Option<&PlanContent>), usize> = BTreeMap::new();
    let told = plans.iter().enumerate().filter_map(|(at, plan)| {
        let head = plan.head();
        let content = plan.content.iter().map(Some).chain(plan.content.is_empty().then_some(None));
        let first = content.map(|it| *known.entry((head.clone(), it)).or_insert(at)).min();
        let other = plans.get(first.filter(|first| *first < at)?)?;
        let place = Place::File(plan.file.clone());
        let diagnostic = Diagnostic::new(&COPIED_PLAN, place).as_severe(severity);
        let diagnostic = diagnostic.with("id", plan.id.to_string()).with("other", other.id.to_string());
        Some(diagnostic.with("title", plan.title.clone()))
    });
    told.collect()
}
