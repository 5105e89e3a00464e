//! Findings as GitLab's report of Code Quality: a list, one entry each, which a merge request shows beside its lines.

use serde::Serialize;

use super::{ListedFindings, message_with_cure};
use crate::diag::Severity;

#[derive(Serialize)]
struct QualityEntry<'f> {
    description: String,
    check_name: &'f str,
    fingerprint: String,
    severity: &'static str,
    location: QualityLocation,
}

#[derive(Serialize)]
struct QualityLocation {
    path: String,
    lines: QualityLines,
}

#[derive(Serialize)]
struct QualityLines {
    begin: u32,
}

/// Writes findings as a report of Code Quality. One that means a whole file stands at its first line, for GitLab knows no other
/// place; so does what tells how many more there are of a code, at `site.toml`.
#[must_use]
pub fn code_quality(listed: &ListedFindings<'_>) -> String {
    let location =
        |path: &str, line: u32| QualityLocation { path: listed.path(path), lines: QualityLines { begin: line.max(1) } };
    let findings = listed.findings.iter().zip(listed.fingerprints()).map(|(finding, fingerprint)| QualityEntry {
        description: message_with_cure(finding),
        check_name: finding.code,
        fingerprint,
        severity: quality_severity(finding.severity),
        location: location(finding.path.as_str(), finding.line),
    });
    let more = listed.more.iter().map(|more| QualityEntry {
        description: format!("+{} [{}]", more.count, more.code),
        check_name: more.code,
        fingerprint: format!("{}-more", more.code),
        severity: quality_severity(more.severity),
        location: location("site.toml", 1),
    });
    let entries: Vec<QualityEntry<'_>> = findings.chain(more).collect();
    serde_json::to_string_pretty(&entries).unwrap_or_default()
}

/// Returns GitLab's word for how bad something is. `blocker` is left to what GitLab itself stops at.
fn quality_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "critical",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}
