//! Every mistake an author can make, each a small file that says what it expects to be told.
//!
//! `tests/content/err/<place>/<name>.*` is laid over the small site at its place; a folder in
//! `tests/content/err/sites/` is laid over it as it is. All that is found must have been expected.

use std::collections::{BTreeMap, BTreeSet};

use fremdrift::{check::CHECKS, locale::Language};

use crate::support::{
    Site,
    disk::{self, Files},
    expect::{self, Expected},
    project,
};

/// Where a fixture of a folder lies in the site. `*` is its own name.
const PLACES: [(&str, &str); 10] = [
    ("site", "site.toml"),
    ("committees", "content/committees.toml"),
    ("owners", "content/owners.toml"),
    ("page", "content/*"),
    ("plan", "content/plans/a/plan.md"),
    ("measure", "content/plans/a/measures/*"),
    ("indicators", "content/plans/a/indicators.toml"),
    ("milestones", "content/plans/a/milestones.toml"),
    ("update", "content/plans/a/updates/2020-06-30/index.md"),
    ("status", "content/plans/a/updates/2020-06-30/01.md"),
];

/// The small site with only those checks that look for mistakes.
fn quiet() -> Site {
    let codes = CHECKS.iter().map(|check| check.code.name).filter(|code| *code != "broken-link");
    let off: String = codes.map(|code| format!("{code} = \"off\"\n")).collect();
    Site::small().append("site.toml", &format!("[checks]\n{off}")).messages(Language::English)
}

/// A site with something in it, and what it expects to be told.
struct Fixture {
    site: Site,
    expected: Vec<Expected>,
}

/// Returns the fixtures of a folder by name.
fn fixtures(folder: &str) -> BTreeMap<String, Fixture> {
    let mut fixtures: BTreeMap<String, Fixture> = BTreeMap::new();
    let files = disk::files(&project().join("tests/content").join(folder));
    let (expectations, files): (Files, Files) = files.into_iter().partition(|(file, _)| file.ends_with("expect"));
    for (file, bytes) in files {
        let (name, path) = place(&file);
        let fixture = fixtures.entry(name).or_insert_with(|| Fixture { site: quiet(), expected: Vec::new() });
        if path.ends_with(".toml") || path.ends_with(".md") {
            fixture.expected.extend(Expected::in_place(&path, &String::from_utf8_lossy(&bytes)));
        }
        fixture.site = fixture.site.clone().with(&path, bytes);
    }
    for (file, bytes) in expectations {
        let (name, path) = place(file.trim_end_matches("expect").trim_end_matches(['.', '/']));
        let fixture = fixtures.get_mut(&name).unwrap_or_else(|| panic!("{file} stands beside nothing"));
        fixture.expected.extend(Expected::beside(&path, &String::from_utf8(bytes).expect("text")));
    }
    fixtures
}

/// Returns the name of the fixture a file belongs to, and its place in the site.
fn place(file: &str) -> (String, String) {
    let (kind, rest) = file.split_once('/').expect("a folder");
    if kind == "sites" {
        let (name, path) = rest.split_once('/').unwrap_or((rest, ""));
        return (format!("sites/{name}"), path.to_owned());
    }
    let place = PLACES.iter().find(|(known, _)| *known == kind).map(|(_, place)| *place);
    let place = place.unwrap_or_else(|| panic!("{file}: {kind} is no place"));
    (file.to_owned(), place.replace('*', rest))
}

/// Compares all that is found in the fixtures of a folder with what they expect.
fn hold_against(folder: &str, is_expected: bool) {
    let mut reports = Vec::new();
    for (name, fixture) in fixtures(folder) {
        assert_eq!(!fixture.expected.is_empty(), is_expected, "{name} expects something");
        reports.extend(expect::compare(&name, &fixture.expected, &fixture.site.build().built.findings).err());
    }
    assert!(reports.is_empty(), "{}", reports.join("\n"));
}

#[test]
fn every_mistake_is_told_where_it_stands() {
    hold_against("err", true);
}

#[test]
fn what_is_right_is_passed_over_in_silence() {
    hold_against("ok", false);
}

/// Returns the sites with mistakes, by name.
pub fn mistakes() -> Vec<(String, Site)> {
    fixtures("err").into_iter().map(|(name, fixture)| (name, fixture.site)).collect()
}

/// Returns the codes that fixtures expect.
pub fn expected_codes() -> BTreeSet<String> {
    fixtures("err").into_values().flat_map(|fixture| fixture.expected).map(|expected| expected.code).collect()
}
