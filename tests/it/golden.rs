//! Whole sites and what becomes of them: `tests/sites/<name>/expected/` holds what stands in `<main>` of some pages.
//!
//! Where a page has become another, the new one is written to `target/golden/<name>/`. If it is right, copy it:
//! `cp -r target/golden/<name>/. tests/sites/<name>/expected/`. A new page is expected once an empty file of its
//! name lies in `expected/`.

use std::{collections::BTreeMap, fs, path::Path};

use fremdrift::{content::Audience, tree::DiskTree};

use crate::support::{build_tree, disk, project};

/// Returns what a page says between its head and its foot, with a line for each block.
fn main_of(page: &str) -> String {
    let start = page.find("<main").unwrap_or_else(|| panic!("no <main> in {page}"));
    let end = page.find("</main>").unwrap_or_else(|| panic!("no </main> in {page}"));
    format!("{}</main>\n", &page[start..end])
}

/// Returns the first line in which two texts differ, as both have it.
fn first_difference(expected: &str, actual: &str) -> String {
    let (mut one, mut other) = (expected.lines(), actual.lines());
    for line in 1.. {
        let (one, other) = (one.next(), other.next());
        if one != other {
            return format!("line {line}:\n- {}\n+ {}", one.unwrap_or("(ends)"), other.unwrap_or("(ends)"));
        }
        assert!(one.is_some(), "they are equal");
    }
    unreachable!("lines end")
}

#[track_caller]
fn is_as_expected(name: &str, codes: &[&str]) {
    let root = project().join("tests/sites").join(name);
    let tree = DiskTree::open(&root).expect("a site");
    let outcome = build_tree(&tree, None, Audience::Public);
    assert_eq!(outcome.codes(), codes, "{:#?}", outcome.built.findings);
    let expected = disk::files(&root.join("expected"));
    assert!(!expected.is_empty(), "{name} expects nothing");
    let actual: BTreeMap<&str, String> =
        expected.keys().map(|path| (path.as_str(), main_of(outcome.page(path)))).collect();
    let mut hints = Vec::new();
    for (path, page) in &actual {
        let expected = String::from_utf8_lossy(&expected[*path]);
        if expected != page.as_str() {
            hints.push(format!("{path}, {}", first_difference(&expected, page)));
        }
    }
    if hints.is_empty() {
        return;
    }
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("golden").join(name);
    drop(fs::remove_dir_all(&target));
    disk::write(&target, actual.iter().map(|(path, page)| (*path, page.as_bytes())));
    let (from, to) = (target.display(), format!("tests/sites/{name}/expected"));
    panic!(
        "{name}: {} pages are not as expected\n\n{}\n\nlook: diff -r {to} {from}\nif that is right: cp -r {from}/. {to}/",
        hints.len(),
        hints.join("\n\n"),
    );
}

#[test]
fn a_savings_plan_with_everything_stated() {
    is_as_expected("savings", &["stated-differs", "stated-differs"]);
}

#[test]
fn a_budget_follow_up() {
    is_as_expected("budget", &[]);
}

#[test]
fn an_english_indicator_report() {
    is_as_expected("indicators", &[]);
}
