//! What a new report says in its figure tables, cell by cell, beside what the report before it said.
//!
//! Kept apart from [`compare_versions`](super::compare_versions): a history tells what a commit brought, and of figures that came whole no
//! cell. A change that is about to be published tells what pages will say.

use super::{
    Change, ChangeKind, RecordKey, RecordKind, RecordSet, figures,
    items::{self, RecordItem},
    meaning::FieldComparison,
    renames::Renames,
    walk::Walk,
};

/// Adds to changes what the figures that a report brought say, of those records that may be told.
pub fn tell_new_figures(changes: &mut Vec<Change>, after: RecordSet<'_>, may_tell: impl Fn(&RecordKey) -> bool) {
    let is_new = |change: &&Change| {
        let subject = &change.subject;
        change.what == ChangeKind::Added && subject.kind == RecordKind::Figures && subject.report.is_some()
    };
    let new: Vec<RecordKey> = changes.iter().filter(is_new).map(|change| change.subject.clone()).collect();
    if new.is_empty() {
        return;
    }
    let items = items::sorted(after.records.iter().copied());
    let all: Vec<&RecordItem<'_>> = items.iter().filter(|item| item.name.kind == RecordKind::Figures).collect();
    let renames = Renames::find(&[], &[]);
    for subject in new.iter().filter(|subject| may_tell(subject)) {
        let name = subject.name();
        let Some(item) = all.iter().find(|item| item.name == name) else { continue };
        let Some(figures) = item.figures else { continue };
        let is_earlier = |other: &&&RecordItem<'_>| {
            let other = &other.name;
            (other.plan, &other.id) == (name.plan, &name.id) && other.report < name.report
        };
        let earlier = all.iter().filter(is_earlier).max_by_key(|other| other.name.report);
        let old = earlier.map_or(&item.name, |earlier| &earlier.name);
        let scene =
            FieldComparison { before: after.names, after: after.names, renames: &renames, old, new: &item.name };
        let mut walk = Walk { scene, path: String::new(), changes };
        let is_of_plan = |other: &&&RecordItem<'_>| {
            let other = &other.name;
            (other.plan, &other.id, other.report) == (name.plan, &name.id, None)
        };
        let of_plan = all.iter().find(is_of_plan).and_then(|item| item.figures).map(|(figures, _)| figures);
        figures::tell_new(&mut walk, earlier.and_then(|earlier| earlier.figures), figures, of_plan);
    }
    changes.sort_by(|a, b| a.subject.cmp(&b.subject));
}
