//! Findings as SARIF 2.1.0 (OASIS), of which that part is written which code scanning and editors read.

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::{ListedFindings, message_with_cure};
use crate::diag::{Finding, Severity};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// What paths are counted from: the top of the repository.
const ROOT: &str = "%SRCROOT%";

/// What may stand in a reference as it is (RFC 3986, unreserved), and what parts its folders.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifLog<'f> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [SarifRun<'f>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRun<'f> {
    tool: SarifTool<'f>,
    language: &'static str,
    column_kind: &'static str,
    invocations: [SarifInvocation; 1],
    results: Vec<SarifResult<'f>>,
}

#[derive(Serialize)]
struct SarifTool<'f> {
    driver: SarifDriver<'f>,
}

#[derive(Serialize)]
struct SarifDriver<'f> {
    name: &'static str,
    version: &'f str,
    rules: Vec<SarifRule<'f>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRule<'f> {
    id: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    short_description: Option<SarifText>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifInvocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<SarifNotification>,
}

#[derive(Serialize)]
struct SarifNotification {
    level: &'static str,
    message: SarifText,
}

#[derive(Serialize)]
struct SarifText {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'f> {
    rule_id: &'f str,
    rule_index: usize,
    level: &'static str,
    message: SarifText,
    locations: [SarifLocation; 1],
    partial_fingerprints: BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifLocation {
    physical_location: SarifPlace,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifPlace {
    artifact_location: SarifFile,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<SarifRegion>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifFile {
    uri: String,
    uri_base_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRegion {
    start_line: u32,
    start_column: u32,
    end_column: u32,
}

/// Writes findings as a log of SARIF. One that means a whole file has no region.
#[must_use]
pub fn sarif(listed: &ListedFindings<'_>) -> String {
    let mut codes: Vec<&str> = listed.findings.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let rule = |code: &&'static str| SarifRule {
        id: code,
        short_description: (listed.meaning)(code).map(|text| SarifText { text: text.to_owned() }),
    };
    let result = |(finding, fingerprint): (&Finding, String)| SarifResult {
        rule_id: finding.code,
        rule_index: codes.binary_search(&finding.code).unwrap_or_default(),
        level: sarif_level(finding.severity),
        message: SarifText { text: message_with_cure(finding) },
        locations: [SarifLocation {
            physical_location: SarifPlace {
                artifact_location: SarifFile {
                    uri: utf8_percent_encode(&listed.path(finding.path.as_str()), ESCAPED).to_string(),
                    uri_base_id: ROOT,
                },
                region: region(finding),
            },
        }],
        partial_fingerprints: BTreeMap::from([("fremdrift/v1", fingerprint)]),
    };
    let more = listed.more.iter().map(|more| SarifNotification {
        level: sarif_level(more.severity),
        message: SarifText { text: format!("+{} [{}]", more.count, more.code) },
    });
    let run = SarifRun {
        tool: SarifTool {
            driver: SarifDriver { name: "fremdrift", version: listed.version, rules: codes.iter().map(rule).collect() },
        },
        language: listed.language.tag(),
        column_kind: "unicodeCodePoints",
        invocations: [SarifInvocation { execution_successful: true, tool_execution_notifications: more.collect() }],
        results: listed.findings.iter().zip(listed.fingerprints()).map(result).collect(),
    };
    let log = SarifLog { schema: SCHEMA, version: "2.1.0", runs: [run] };
    serde_json::to_string_pretty(&log).unwrap_or_default()
}

fn region(finding: &Finding) -> Option<SarifRegion> {
    let column = finding.column.max(1);
    (finding.line > 0).then(|| SarifRegion {
        start_line: finding.line,
        start_column: column,
        end_column: column.saturating_add(finding.width),
    })
}

fn sarif_level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
