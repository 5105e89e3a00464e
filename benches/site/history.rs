//! A deterministic history of a site: one stream for git fast-import, the same ids everywhere.
//!
//! It begins with a thousand plans, each with its first report. Then come 20 000 commits of one or two files: most
//! write or correct the status of a measure in the report that is due, some change a plan.

use std::io::{self, Write};

use super::{MEASURES, REPORTS, SIZES, pick, plan_files, plan_text, registers, status};

/// How many commits follow the first.
pub const COMMITS: u64 = 20_000;

/// Out of how many commits one changes a plan instead of a status.
const PLAN_EVERY: u64 = 20;

/// The second of the first commit: 2 January 2020.
const START: u64 = 1_577_955_600;

/// Writes the stream.
pub fn write(out: &mut dyn Write) -> io::Result<()> {
    let [.., large] = SIZES;
    begin(out, 0, "Planerne")?;
    for (path, text) in registers() {
        file(out, path, &text)?;
    }
    for plan in 0..large.plans {
        for (path, text) in plan_files(plan).iter().filter(|(path, _)| !is_later(path)) {
            file(out, &format!("content/plans/plan-{plan:04}/{path}"), text)?;
        }
    }
    for commit in 1..=COMMITS {
        begin(out, commit, "Status")?;
        let plan = pick(commit * 31, large.plans);
        let folder = format!("content/plans/plan-{plan:04}");
        if commit % PLAN_EVERY == 0 {
            file(out, &format!("{folder}/plan.md"), &plan_text(plan, commit * 1_000_003))?;
            continue;
        }
        let report = usize::try_from(commit * REPORTS.len() as u64 / (COMMITS + 1)).unwrap_or(0);
        let measure = pick(commit * 31 + 1, MEASURES) + 1;
        let words = plan * 100_000 + report as u64 * 5000 + measure * 100;
        let path = format!("{folder}/updates/{}/{measure:02}-tiltag.md", REPORTS[report]);
        file(out, &path, &status(commit * 1_000_003, words))?;
    }
    Ok(())
}

fn begin(out: &mut dyn Write, commit: u64, message: &str) -> io::Result<()> {
    let time = START + commit * 1500;
    let length = message.len();
    writeln!(out, "commit refs/heads/main\ncommitter Økonomi <> {time} +0100\ndata {length}\n{message}")
}

fn file(out: &mut dyn Write, path: &str, text: &str) -> io::Result<()> {
    writeln!(out, "M 100644 inline {path}\ndata {}\n{text}", text.len())
}

/// Tells whether a file belongs to a report after the first.
fn is_later(path: &str) -> bool {
    REPORTS.iter().skip(1).any(|date| path.contains(date))
}
