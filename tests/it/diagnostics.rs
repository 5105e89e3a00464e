//! Every mistake an author can make, each a small file that says what it expects to be told.
//!
//! `tests/content/err/<place>/<name>.*` is laid over the small site at its place; a folder in
//! `tests/content/err/sites/` is laid over it as it is. All that is found must have been expected.

use std::path::Path;

use fremdrift::{check::CHECKS, locale::Language};

use crate::support::{
    Site,
    expect::{self, Expected},
    files, project,
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
    let codes = CHECKS.iter().map(|check| check.code).filter(|code| *code != "broken-link");
    let off: String = codes.map(|code| format!("{code} = \"off\"\n")).collect();
    Site::small().append("site.toml", &format!("[checks]\n{off}")).messages(Language::English)
}

/// Returns each fixture of a folder by name, with its site and what it expects.
fn fixtures(folder: &Path) -> Vec<(String, Site, Vec<Expected>)> {
    let mut fixtures = Vec::new();
    for (kind, folder) in files::folders(folder) {
        if kind == "sites" {
            fixtures.extend(files::folders(&folder).into_iter().map(|(name, folder)| whole_site(&name, &folder)));
            continue;
        }
        let place = PLACES.iter().find(|(known, _)| *known == kind).map(|(_, place)| *place);
        let place = place.unwrap_or_else(|| panic!("no place for {}", folder.display()));
        for (name, file) in files::below(&folder).into_iter().filter(|(name, _)| !name.ends_with(".expect")) {
            let path = place.replace('*', &name);
            let bytes = std::fs::read(&file).expect("a fixture");
            let mut expected = Expected::in_place(&path, &String::from_utf8_lossy(&bytes));
            if let Ok(text) = std::fs::read_to_string(folder.join(format!("{name}.expect"))) {
                expected.extend(Expected::beside(&path, &text));
            }
            fixtures.push((format!("{kind}/{name}"), quiet().with(&path, bytes), expected));
        }
    }
    fixtures
}

fn whole_site(name: &str, folder: &Path) -> (String, Site, Vec<Expected>) {
    let mut expected = Vec::new();
    let mut site = quiet();
    for (path, file) in files::below(folder) {
        let bytes = std::fs::read(file).expect("a fixture");
        if path == "expect" {
            expected.extend(Expected::beside("", &String::from_utf8(bytes).expect("text")));
            continue;
        }
        if path.ends_with(".toml") || path.ends_with(".md") {
            expected.extend(Expected::in_place(&path, &String::from_utf8_lossy(&bytes)));
        }
        site = site.with(&path, bytes);
    }
    (format!("sites/{name}"), site, expected)
}

#[test]
fn every_mistake_is_told_where_it_stands() {
    let mut reports = Vec::new();
    for (name, site, expected) in fixtures(&project().join("tests/content/err")) {
        let found = site.build().built.findings;
        if expected.is_empty() {
            reports.push(format!("{name}\n  expects nothing"));
        }
        reports.extend(expect::compare(&name, &expected, &found).err());
    }
    assert!(reports.is_empty(), "{}", reports.join("\n"));
}

#[test]
fn what_is_right_is_passed_over_in_silence() {
    let mut reports = Vec::new();
    for (name, site, _) in fixtures(&project().join("tests/content/ok")) {
        reports.extend(expect::compare(&name, &[], &site.build().built.findings).err());
    }
    assert!(reports.is_empty(), "{}", reports.join("\n"));
}
