//! Stated counts per level that are not what their levels, the areas or the measures come to.

use super::{Check, CheckInput, Findings};
use crate::{
    diag::Code,
    model::{CountedArea, LevelCounts, LevelRef, Measure, PlanAsOf, StatedCounts},
};

/// Stated counts per level that are not what their levels, the areas or the measures come to.
const COUNTS_DIFFER: Code = Code::warning("counts-differ")
    .args(&["reason", "area", "level", "expected", "found"])
    .help("stated counts per level that are not what their levels, the areas or the measures come to");
/// Stated counts per level that are not what their levels, the areas or the measures come to.
pub const CHECK: Check = Check::new(&COUNTS_DIFFER, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    if !scene.plan.counts.is_partial {
        sums(scene, &scene.plan.file, &scene.plan.counts, findings);
        areas(scene, &scene.plan.file, &scene.plan.counts, findings);
    }
    let states = |counts: &StatedCounts| !counts.is_empty() && !counts.is_partial;
    for (at, report) in scene.plan.reports.iter().enumerate().filter(|(_, report)| states(&report.counts)) {
        let stated = &report.counts;
        sums(scene, &report.file, stated, findings);
        areas(scene, &report.file, stated, findings);
        let seen = PlanAsOf::at(scene.site, scene.plan, at);
        let total = CountedArea {
            field: if stated.whole.is_some() { "counts" } else { "areas" }.to_owned(),
            title: String::new(),
            committee: None,
            levels: stated.total().levels,
            all: None,
        };
        measures(scene, &seen, &report.file, &total, |_| true, findings);
        for area in &stated.areas {
            let is_in = |measure: &Measure| {
                let section = measure.section.and_then(|at| scene.plan.sections.get(at));
                section.is_some_and(|section| *section == area.title)
            };
            measures(scene, &seen, &report.file, area, is_in, findings);
        }
    }
}

/// Holds how many there are stated to be in all against what is stated level by level.
fn sums(scene: &CheckInput<'_>, file: &str, stated: &StatedCounts, findings: &mut Findings<'_>) {
    for area in stated.whole.iter().chain(&stated.areas) {
        let sum = area.counts().all();
        if let Some(all) = area.all.filter(|all| *all != sum && !area.levels.is_empty()) {
            let place = format!("{}.all", area.field);
            told(scene, findings, (file, &place), "all", (&area.title, None), (all, sum));
        }
    }
    // A plan that says level by level in its areas alone.
    let Some(whole) = stated.whole.as_ref().filter(|whole| whole.levels.is_empty()) else { return };
    let in_area = |area: &CountedArea| area.all.unwrap_or_else(|| area.counts().all());
    let sum = stated.areas.iter().map(in_area).fold(0, usize::saturating_add);
    if let Some(all) = whole.all.filter(|all| *all != sum && !stated.areas.is_empty()) {
        let place = format!("{}.all", whole.field);
        told(scene, findings, (file, &place), "areas-all", ("", None), (all, sum));
    }
}

/// Holds what is stated of the plan as a whole against what is stated of its areas, level by level.
fn areas(scene: &CheckInput<'_>, file: &str, stated: &StatedCounts, findings: &mut Findings<'_>) {
    let Some(whole) = stated.whole.as_ref().filter(|whole| !whole.levels.is_empty()) else { return };
    if stated.areas.is_empty() {
        return;
    }
    let sum = stated.sum_of_areas();
    for level in levels(whole, &sum) {
        let (expected, found) = (whole.at(level), sum.at(level));
        if expected != found {
            told(scene, findings, (file, &whole.field), "areas", ("", Some(level)), (expected, found));
        }
    }
}

/// Holds what is stated of an area against the measures that stand in it, where any do.
fn measures(
    scene: &CheckInput<'_>,
    seen: &PlanAsOf<'_>,
    file: &str,
    area: &CountedArea,
    is_in: impl Fn(&Measure) -> bool,
    findings: &mut Findings<'_>,
) {
    let mut counted = LevelCounts::default();
    // As the pages count: what was dropped has its level no more.
    for measure in seen.plan.measures.iter().filter(|measure| seen.counts_level(measure) && is_in(measure)) {
        counted.add(seen.standing(measure).map(|standing| standing.level), seen.lifecycle(measure));
    }
    if counted.all() == 0 {
        return;
    }
    for level in levels(area, &counted) {
        let (expected, found) = (area.at(level), counted.at(level));
        if expected != found {
            told(scene, findings, (file, &area.field), "measures", (&area.title, Some(level)), (expected, found));
        }
    }
}

/// Returns the levels that either counts at, from the best.
fn levels(stated: &CountedArea, counted: &LevelCounts) -> Vec<LevelRef> {
    let mut all: Vec<LevelRef> = stated.levels.iter().chain(&counted.levels).map(|(level, _)| *level).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn told(
    scene: &CheckInput<'_>,
    findings: &mut Findings<'_>,
    (file, field): (&str, &str),
    reason: &'static str,
    (area, level): (&str, Option<LevelRef>),
    (expected, found): (usize, usize),
) {
    let area = if area.is_empty() { scene.plan.title.as_str() } else { area };
    let level = level.and_then(|level| scene.site.level(level)).map_or("none", |level| level.word.as_str());
    let diagnostic = findings.at(file, field).add("reason", reason.to_owned()).add("area", area.to_owned());
    diagnostic.add("level", level.to_owned()).add("expected", expected.to_string()).add("found", found.to_string());
}
