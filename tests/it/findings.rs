//! What is found, as other programs take it: SARIF, Code Quality, the patterns that find places in the text; and the exit codes.

use std::collections::BTreeSet;

use fremdrift::{
    diag::{Finding, MoreFindings, Severity},
    locale::{LOCALES, Language, Locale},
    render::findings::{ListedFindings, code_quality, sarif},
};
use regex_lite::Regex;
use serde_json::Value;

use crate::support::{Site, disk, git::Repo};

/// A site with an error, a warning and a note, in a folder of its own within a repository.
fn faulty() -> Site {
    Site::small()
        .append("site.toml", "[checks]\nopposite-sign = \"note\"\nmissing-status = \"off\"\n")
        .edit("content/plans/a/measures/01.md", "required = \"2,50\"", "required = \"2,50\"\ndue = \"2020-02-01\"")
        .with(
            "content/plans/a/measures/02-å.md",
            "+++\nnumber = \"2\"\ntitle = \"Lån\"\nrequired = \"-1,00\"\nrequird = 5\n+++\n",
        )
}

fn listed<'f>(findings: &'f [Finding], more: &'f [MoreFindings], folders: &'f [String]) -> ListedFindings<'f> {
    let meaning =
        |name: &str| fremdrift::codes().into_iter().find(|(_, code)| code.name == name).map(|(_, code)| code.help);
    ListedFindings { findings, more, folders, language: Language::Danish, meaning, version: "1.2.3" }
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn text<'v>(value: &'v Value, pointer: &str) -> &'v str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("no text at {pointer} in {value:#}"))
}

fn list<'v>(value: &'v Value, pointer: &str) -> &'v [Value] {
    value.pointer(pointer).and_then(Value::as_array).unwrap_or_else(|| panic!("no list at {pointer} in {value:#}"))
}

#[test]
fn sarif_has_what_its_readers_ask_for() {
    let found = faulty().check().findings;
    let folders = ["åben status".to_owned()];
    let more = [MoreFindings { code: "small-count", severity: Severity::Warning, count: 7 }];
    let log = parsed(&sarif(&listed(&found, &more, &folders)));
    assert_eq!((text(&log, "/version"), list(&log, "/runs").len()), ("2.1.0", 1));
    let driver = log.pointer("/runs/0/tool/driver").expect("a driver");
    assert_eq!((text(driver, "/name"), text(driver, "/version")), ("fremdrift", "1.2.3"));
    let rules = list(driver, "/rules");
    let results = list(&log, "/runs/0/results");
    assert_eq!(results.len(), found.len());
    for (result, finding) in results.iter().zip(&found) {
        let index = result.pointer("/ruleIndex").and_then(Value::as_u64).expect("an index");
        let rule = &rules[usize::try_from(index).expect("an index")];
        assert_eq!((text(result, "/ruleId"), text(rule, "/id")), (finding.code, finding.code));
        assert!(!text(rule, "/shortDescription/text").is_empty());
        assert!(text(result, "/message/text").starts_with(&finding.message));
        let place = result.pointer("/locations/0/physicalLocation").expect("a place");
        let uri = text(place, "/artifactLocation/uri");
        assert!(uri.starts_with("%C3%A5ben%20status/content/") && !uri.contains(' '), "{uri}");
        let region = place.pointer("/region").expect("a region");
        assert_eq!(region.pointer("/startLine").and_then(Value::as_u64), Some(finding.line.into()));
        assert_eq!(region.pointer("/startColumn").and_then(Value::as_u64), Some(finding.column.into()));
        assert_eq!(region.pointer("/endColumn").and_then(Value::as_u64), Some((finding.column + finding.width).into()));
    }
    let levels: BTreeSet<&str> = results.iter().map(|result| text(result, "/level")).collect();
    assert_eq!(levels, BTreeSet::from(["error", "note", "warning"]));
    assert!(text(&log, "/runs/0/invocations/0/toolExecutionNotifications/0/message/text").contains('7'));
}

#[test]
fn code_quality_has_what_gitlab_asks_for() {
    let found = faulty().check().findings;
    let folders = ["status".to_owned()];
    let more = [MoreFindings { code: "small-count", severity: Severity::Warning, count: 7 }];
    let report = parsed(&code_quality(&listed(&found, &more, &folders)));
    let entries = report.as_array().expect("a list");
    assert_eq!(entries.len(), found.len() + 1, "and how many there are more");
    for entry in entries {
        assert!(!text(entry, "/description").is_empty() && !text(entry, "/fingerprint").is_empty());
        let severity = text(entry, "/severity");
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity), "{severity}");
        assert!(text(entry, "/location/path").starts_with("status/"));
        assert!(entry.pointer("/location/lines/begin").and_then(Value::as_u64).is_some_and(|line| line > 0));
    }
    let prints: BTreeSet<&str> = entries.iter().map(|entry| text(entry, "/fingerprint")).collect();
    assert_eq!(prints.len(), entries.len(), "each is known by its own");
}

/// What the findings of a site are known by, with their codes.
fn fingerprints(site: Site) -> BTreeSet<(String, String)> {
    let found = site.check().findings;
    let report = parsed(&code_quality(&listed(&found, &[], &[])));
    let entry = |entry: &Value| (text(entry, "/check_name").to_owned(), text(entry, "/fingerprint").to_owned());
    report.as_array().expect("a list").iter().map(entry).collect()
}

#[test]
fn a_finding_is_known_again_where_its_line_has_moved_or_speaks_another_language() {
    let site = faulty();
    let first = fingerprints(site.clone());
    let moved = site.clone().edit("content/plans/a/measures/01.md", "title", "owner = \"chef\"\ntitle");
    assert_eq!(fingerprints(moved), first, "a line came in above it");
    assert_eq!(fingerprints(site.clone().messages(Language::English)), first);
    let other = fingerprints(site.edit("content/plans/a/measures/01.md", "2020-02-01", "2020-03-01"));
    assert_eq!(other.difference(&first).count(), 1, "another date is another finding");
}

/// Runs the program on a site that lies in a folder of a repository.
fn check(site: &Site, args: &[&str]) -> disk::Run {
    let repo = Repo::new();
    site.write_to(&repo.path().join("status"));
    repo.git(&["add", "."]);
    repo.git(&["commit", "--quiet", "-m", "en start"]);
    let root = repo.path().join("status");
    disk::run(disk::program().args(["check", "--as-of", "2020-07-01", "--root"]).arg(&root).args(args))
}

#[test]
fn files_are_named_from_the_top_of_the_repository() {
    let run = check(&faulty(), &["--format", "gitlab"]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert_eq!(run.stderr, "", "nothing but the report");
    let report = parsed(&run.stdout);
    let paths: Vec<&str> =
        report.as_array().expect("a list").iter().map(|entry| text(entry, "/location/path")).collect();
    assert!(!paths.is_empty() && paths.iter().all(|path| path.starts_with("status/content/")), "{paths:?}");
    let run = check(&faulty(), &["--format", "sarif"]);
    let log = parsed(&run.stdout);
    let uri = text(&log, "/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri");
    assert!(uri.starts_with("status/content/plans/a/"), "{uri}");
}

#[test]
fn the_exit_code_tells_errors_and_with_strict_warnings_and_never_notes() {
    let (sound, note) = (Site::small(), faulty().without("content/plans/a/measures/02-å.md"));
    let warning = note.clone();
    let note = note.append("site.toml", "overdue-measure = \"note\"\n");
    for (site, plain, strict) in [(sound, 0, 0), (note, 0, 0), (warning, 0, 1), (faulty(), 1, 1)] {
        for (args, expected) in [(&[][..], plain), (&["--strict"], strict)] {
            let run = check(&site, args);
            assert_eq!(run.code, Some(expected), "{args:?}: {}", run.stderr);
            let is_strict_alone = (plain, expected) == (0, 1);
            assert_eq!(run.stderr.contains("--strict: advarsler"), is_strict_alone, "{}", run.stderr);
        }
    }
}

#[test]
fn strict_publishes_nothing_with_a_warning() {
    let folder = tempfile::tempdir().expect("a folder");
    let (root, out) = (folder.path().join("site"), folder.path().join("out"));
    faulty().without("content/plans/a/measures/02-å.md").write_to(&root);
    let build = |args: &[&str]| {
        let mut command = disk::program();
        command.args(["build", "--as-of", "2020-07-01", "--root"]).arg(&root).arg("--out").arg(&out);
        disk::run(command.args(args))
    };
    let strict = build(&["--strict"]);
    assert_eq!(strict.code, Some(1), "{}", strict.stderr);
    assert!(strict.stderr.contains("Intet er udgivet") && !out.join("index.html").exists(), "{}", strict.stderr);
    assert_eq!(build(&[]).code, Some(0));
}

#[test]
fn the_patterns_find_each_place_in_the_text_in_every_language() {
    let run = disk::run(disk::program().args(["check", "--problem-matcher"]));
    assert_eq!(run.code, Some(0));
    let document = parsed(&run.stdout);
    let matchers = list(&document, "/problemMatcher");
    for language in LOCALES {
        let words = Locale::new(language, &[]).expect("sound words");
        let run = check(&faulty(), &["--language", language.tag()]);
        let lines: Vec<&str> = run.stderr.lines().collect();
        for (word, severity, place) in [
            ("error", "error", ("unknown-key", "content/plans/a/measures/02-å.md", "5", "1")),
            ("warning", "warning", ("overdue-measure", "content/plans/a/measures/01.md", "5", "7")),
            ("note", "notice", ("opposite-sign", "content/plans/a/measures/02-å.md", "4", "12")),
        ] {
            let of_severity = |matcher: &&Value| text(matcher, "/severity") == severity;
            let matcher = matchers.iter().find(of_severity).expect("a matcher of the severity");
            let [first, second] =
                [0, 1].map(|at| Regex::new(text(matcher, &format!("/pattern/{at}/regexp"))).expect("a pattern"));
            let found: Vec<_> = lines
                .windows(2)
                .filter_map(|pair| Some((first.captures(pair[0])?, second.captures(pair[1])?)))
                .map(|(head, at)| (head[1].to_owned(), at[1].to_owned(), at[2].to_owned(), at[3].to_owned()))
                .collect();
            let (code, path, line, column) = place;
            let expected = (code.to_owned(), path.to_owned(), line.to_owned(), column.to_owned());
            assert_eq!(found, [expected], "{word} is {:?} in {language:?}:\n{}", words.tell(word, &[]), run.stderr);
        }
    }
}

#[test]
fn a_file_as_a_whole_has_a_place_without_a_line() {
    let matcher = parsed(&disk::run(disk::program().args(["check", "--problem-matcher"])).stdout);
    let place = Regex::new(text(&matcher, "/problemMatcher/0/pattern/1/regexp")).expect("a pattern");
    let captures = place.captures(" --> content/plans/a").expect("it is found");
    assert_eq!((&captures[1], captures.get(2).is_none()), ("content/plans/a", true));
}

#[test]
fn the_patterns_of_the_manual_are_those_of_the_program() {
    let manual = std::fs::read_to_string(crate::support::project().join("docs/check.md")).expect("the manual");
    let written = include_str!("../../src/cli/problem-matcher.json");
    let place = written.lines().find(|line| line.contains("-->")).expect("a pattern").trim().trim_end_matches(',');
    assert!(manual.contains(place), "{place}");
    for language in LOCALES {
        let words = Locale::new(language, &[]).expect("sound words");
        for word in ["error", "warning", "note"] {
            let word = words.tell(word, &[]);
            let stands = |text: &str| {
                [format!("|{word}|"), format!("(?:{word}|"), format!("|{word})")].iter().any(|part| text.contains(part))
            };
            assert!(stands(&manual) && stands(written), "{word}");
        }
    }
}
