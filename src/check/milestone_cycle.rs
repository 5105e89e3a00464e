//! Milestones that wait for each other.

use super::{Check, CheckInput, Findings};
use crate::diag::Code;

/// Milestones that wait for each other.
const MILESTONE_CYCLE: Code = Code::warning("milestone-cycle").args(&["names"]).help(
    "milestones that wait for each other, or for themselves, by `after`, so that none of them could be the first",
);
/// Milestones that wait for each other.
pub const CHECK: Check = Check::new(&MILESTONE_CYCLE, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    let milestones = &scene.plan.milestones;
    // A milestone is done with when all it waits for is, directly or by others.
    let mut is_settled = vec![false; milestones.len()];
    for start in 0..milestones.len() {
        let mut path: Vec<usize> = Vec::new();
        // What is left to look at, with how deep it lies on the path.
        let mut waiting = vec![(start, 0_usize)];
        while let Some((at, depth)) = waiting.pop() {
            path.truncate(depth);
            if let Some(from) = path.iter().position(|on_path| *on_path == at) {
                let cycle = path.get(from..).unwrap_or_default();
                // Told where its first milestone is declared, and once.
                if !cycle.iter().any(|member| is_settled.get(*member).copied().unwrap_or(true)) {
                    tell(scene, cycle, findings);
                    mark(&mut is_settled, cycle);
                }
                continue;
            }
            if is_settled.get(at).copied().unwrap_or(true) {
                continue;
            }
            path.push(at);
            let Some(milestone) = milestones.get(at) else { continue };
            waiting.extend(milestone.after.iter().map(|next| (*next, path.len())));
        }
        mark(&mut is_settled, &[start]);
    }
}

fn mark(is_settled: &mut [bool], members: &[usize]) {
    for member in members {
        if let Some(settled) = is_settled.get_mut(*member) {
            *settled = true;
        }
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
