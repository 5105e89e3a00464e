//! What is said only because something else is wrong: a level that a damaged `site.toml` would have, a measure whose
//! file cannot be read.
//!
//! One mistake is one message. What follows from it may be true all the same; it is said when the first is mended.

use std::collections::BTreeSet;

use crate::{
    content,
    diag::{Finding, Severity},
};

/// What a finding must have to do with a damaged file to follow from it.
#[derive(Clone, Copy)]
enum Reach {
    /// Anything of the site, the file itself included.
    Site,
    /// Another file of the same plan.
    Plan,
    /// Another file of the same plan and of the same name: a table and its figures.
    Table,
}

/// What follows from a damaged file: how its place in the site or in its plan begins and ends, how far it reaches, and
/// the codes.
struct Consequence(&'static str, &'static str, Reach, &'static [&'static str]);

const CONSEQUENCES: [Consequence; 11] = [
    Consequence(
        "site.toml",
        "",
        Reach::Site,
        &["unknown-level", "unknown-scale", "scale-without-levels", "inherited-unit"],
    ),
    Consequence("content/committees.toml", "", Reach::Site, &["unknown-committee"]),
    Consequence("content/owners.toml", "", Reach::Site, &["unknown-owner"]),
    Consequence(
        "plan.md",
        "",
        Reach::Plan,
        &["unknown-section", "unknown-scale", "unknown-level", "units-differ", "inherited-unit", "plan-without-file"],
    ),
    Consequence("measures/", ".md", Reach::Plan, &["unknown-measure", "mark-misses", "empty-plan", "missing-status"]),
    Consequence(
        "indicators.toml",
        "",
        Reach::Plan,
        &["unknown-indicator", "unknown-series", "unknown-table", "empty-plan"],
    ),
    Consequence("milestones.toml", "", Reach::Plan, &["unknown-milestone", "unknown-decision", "empty-plan"]),
    Consequence("tables/", ".toml", Reach::Plan, &["empty-plan"]),
    Consequence(
        "tables/",
        ".toml",
        Reach::Table,
        &[
            "unknown-table",
            "unknown-column",
            "unknown-row",
            "units-differ",
            "table-without-figures",
            "column-without-figures",
        ],
    ),
    Consequence("tables/", ".csv", Reach::Table, &["unknown-row", "table-without-figures"]),
    Consequence(
        "updates/",
        "",
        Reach::Plan,
        &[
            "missing-status",
            "table-without-figures",
            "mark-without-note",
            "note-without-mark",
            "overdue-measure",
            "overdue-milestone",
            "overdue-report",
        ],
    ),
];

/// Drops what only follows from a file that cannot be read, or from a part of one.
pub fn drop_consequences(findings: &mut Vec<Finding>) {
    drop_sums(findings);
    // A month that is none leaves no year that is declared to begin in one.
    let months = findings
        .iter()
        .filter(|finding| finding.code == "not-a-choice" && finding.excerpt.trim_start().starts_with("year_begins"));
    let undeclared: Vec<Option<String>> = months.map(plan_of).collect();
    findings.retain(|finding| {
        let is_reached = |plan: &Option<String>| plan.is_none() || *plan == plan_of(finding);
        finding.code != "year-not-declared" || !undeclared.iter().any(is_reached)
    });
    // A plan that has nothing yet but a report that is to come says that.
    let to_come = findings.iter().filter(|finding| finding.code == "report-to-come");
    let to_come: BTreeSet<Option<String>> = to_come.map(plan_of).collect();
    findings.retain(|finding| finding.code != "empty-plan" || !to_come.contains(&plan_of(finding)));
    // A column that a file calls otherwise, or whose file is faulty, is not missing besides; nor is a table.
    let table_of = |finding: &Finding| (plan_of(finding), finding.path.stem().to_owned());
    let is_fault = |finding: &&Finding| finding.severity == Severity::Error && finding.path.extension() == "csv";
    let faulty: BTreeSet<(Option<String>, String)> = findings.iter().filter(is_fault).map(table_of).collect();
    let is_lack = |finding: &Finding| matches!(finding.code, "column-without-figures" | "table-without-figures");
    findings.retain(|finding| !is_lack(finding) || !faulty.contains(&table_of(finding)));
    // A row or a column that cannot be read leaves the rest of its table as it is.
    let is_row = |finding: &Finding| {
        finding.path.as_str().ends_with(".csv")
            && matches!(finding.code, "not-an-id" | "row-not-an-id" | "duplicate-key")
    };
    let is_damage = |finding: &&Finding| content::makes_unreadable(finding.code) && !is_row(finding);
    // Of two levels of one id the second is lost.
    let is_level = |finding: &Finding| finding.code == "duplicate-id" && finding.path.as_str() == "site.toml";
    if findings.iter().any(is_level) {
        findings.retain(|finding| finding.code != "unknown-level");
    }
    let damaged: BTreeSet<String> =
        findings.iter().filter(is_damage).map(|finding| finding.path.as_str().to_owned()).collect();
    let is_named = |finding: &&Finding| {
        let is_file = matches!(finding.code, "misnamed" | "unknown-table" | "mark-in-csv" | "bad-update-folder");
        is_file || finding.code == "unknown-measure" && parts(finding.path.as_str()).1.starts_with("updates/")
    };
    let named = findings.iter().filter(is_named);
    let misnamed: BTreeSet<(String, &'static str)> =
        named.map(|finding| (finding.path.as_str().to_owned(), finding.code)).collect();
    if !misnamed.is_empty() {
        findings.retain(|finding| !misnamed.iter().any(|name| follows_name(finding, name)));
    }
    if !damaged.is_empty() {
        findings.retain(|finding| !damaged.iter().any(|file| follows(finding, file)));
    }
}

/// Drops what is said of sums over the measures of a plan where some of what they would add up or count cannot be read.
fn drop_sums(findings: &mut Vec<Finding>) {
    let is_text = |finding: &Finding| finding.path.extension() == "md";
    let is_lost = |finding: &&Finding| {
        let is_lost = content::loses_value(finding.code) || content::makes_unreadable(finding.code);
        is_text(finding) && (is_lost || finding.code == "unknown-level")
    };
    let lost: BTreeSet<Option<String>> = findings.iter().filter(is_lost).map(plan_of).collect();
    let is_sum = |finding: &Finding| matches!(finding.code, "stated-differs" | "counts-differ") && is_text(finding);
    findings.retain(|finding| !is_sum(finding) || !lost.contains(&plan_of(finding)));
}

/// Tells whether a finding follows from a damaged file.
fn follows(finding: &Finding, damaged: &str) -> bool {
    let (plan, within) = parts(damaged);
    let path = finding.path.as_str();
    let is_of_plan = plan.is_some() && parts(path).0 == plan && path != damaged;
    let stem = |path: &str| path.rsplit('/').next().and_then(|name| name.split('.').next()).map(str::to_owned);
    CONSEQUENCES.iter().any(|Consequence(begin, end, reach, codes)| {
        let is_place =
            if begin.ends_with('/') { within.starts_with(begin) && within.ends_with(end) } else { within == *begin };
        let is_reached = match reach {
            Reach::Site => true,
            Reach::Plan => is_of_plan,
            Reach::Table => is_of_plan && stem(path) == stem(damaged),
        };
        is_place && is_reached && codes.contains(&finding.code)
    })
}

/// What follows from a file or a folder that is not read under its name.
const FOLLOWS_A_NAME: [&str; 19] = [
    "counts-differ",
    "empty-plan",
    "empty-site",
    "mark-misses",
    "missing-status",
    "overdue-measure",
    "overdue-milestone",
    "overdue-report",
    "plan-without-file",
    "stated-differs",
    "table-without-figures",
    "unknown-committee",
    "unknown-decision",
    "unknown-indicator",
    "unknown-measure",
    "unknown-milestone",
    "unknown-owner",
    "unknown-series",
    "unknown-table",
];

/// What follows from a report or a status that is not read under its name.
const FOLLOWS_A_REPORT: [&str; 7] = [
    "counts-differ",
    "missing-status",
    "overdue-measure",
    "overdue-milestone",
    "overdue-report",
    "stated-differs",
    "table-without-figures",
];

/// Tells whether a finding follows from a name that is not read: in the same plan, or beside all plans. Figures that are
/// hidden, or of a table nobody declared, are there all the same.
fn follows_name(finding: &Finding, misnamed: &(String, &'static str)) -> bool {
    let (path, code) = misnamed;
    let (plan, _) = parts(path);
    let is_following = match *code {
        "misnamed" => FOLLOWS_A_NAME.contains(&finding.code),
        // A status of a measure that is not there may be that of another, or the report itself.
        "bad-update-folder" | "unknown-measure" => FOLLOWS_A_REPORT.contains(&finding.code),
        _ => finding.code == "table-without-figures",
    };
    is_following && (plan.is_none() || parts(finding.path.as_str()).0 == plan)
}

/// Returns the folder of the plan that a file lies in, if it does, and its place there or in the site.
fn parts(path: &str) -> (Option<&str>, &str) {
    let in_plan = path.strip_prefix("content/plans/").and_then(|rest| rest.split_once('/'));
    in_plan.map_or((None, path), |(plan, rest)| (Some(plan), rest))
}

/// Returns the plan that a finding is of; none of one that is of the site.
fn plan_of(finding: &Finding) -> Option<String> {
    parts(finding.path.as_str()).0.map(str::to_owned)
}
