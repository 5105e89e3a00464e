//! Milestones that wait for each other.

use super::{Check, CheckInput, Findings};
use crate::diag::Code;

/// Milestones that wait for each other.
const MILESTONE_CYCLE: Code = Code::warning("milestone-cycle").args(&["names"]).help(
    "milestones that wait for each other, or for themselves, by `after`, so that none of them could be the first",
);
/// Milestones that wait for each other.
pub const CHECK: Check = Check::new(&MILESTONE_CYCLE, run);

/// How far a milestone has been looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reached {
    Not,
    /// It stands on the way that is being followed.
    OnTheWay,
    /// All that it waits for has been looked at.
    Fully,
}

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    let milestones = &scene.plan.milestones;
    let mut reached = vec![Reached::Not; milestones.len()];
    let mut is_told = vec![false; milestones.len()];
    for start in 0..milestones.len() {
        // Each milestone is entered once, however many wait for it: ways that part and meet again double at each step.
        let mut way: Vec<(usize, usize)> = Vec::new();
        enter(start, &mut reached, &mut way);
        while let Some((at, next)) = way.last_mut() {
            let waits_for = milestones.get(*at).and_then(|milestone| milestone.after.get(*next)).copied();
            *next = next.saturating_add(1);
            let Some(wanted) = waits_for else {
                if let Some(state) = reached.get_mut(*at) {
                    *state = Reached::Fully;
                }
                way.pop();
                continue;
            };
            if let Some(from) = way.iter().position(|(on_the_way, _)| *on_the_way == wanted) {
                let cycle: Vec<usize> = way.iter().skip(from).map(|(member, _)| *member).collect();
                // Told where its first milestone is declared, and once.
                if !cycle.iter().any(|member| is_told.get(*member).copied().unwrap_or(true)) {
                    tell(scene, &cycle, findings);
                    cycle
                        .iter()
                        .for_each(|member| is_told.iter_mut().skip(*member).take(1).for_each(|told| *told = true));
                }
            } else {
                enter(wanted, &mut reached, &mut way);
            }
        }
    }
}

/// Follows the way on to a milestone, unless it has been looked at.
fn enter(milestone: usize, reached: &mut [Reached], way: &mut Vec<(usize, usize)>) {
    if let Some(state) = reached.get_mut(milestone).filter(|state| **state == Reached::Not) {
        *state = Reached::OnTheWay;
        way.push((milestone, 0));
    }
}

fn tell(scene: &CheckInput<'_>, cycle: &[usize], findings: &mut Findings<'_>) {
    let of_cycle = || cycle.iter().filter_map(|at| scene.plan.milestones.get(*at));
    let numbers = of_cycle().chain(of_cycle().next()).map(|milestone| milestone.number.to_string());
    let names = numbers.collect::<Vec<_>>().join(" → ");
    if let Some(first) = of_cycle().next() {
        findings.at(&first.record, "after").add("names", names);
    }
}
