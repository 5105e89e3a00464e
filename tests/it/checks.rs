//! Each check on a site that gives it nothing to say, and on one that does.
//!
//! `tests/checks/<code>/good` and `bad` are laid over the small site. The bad one says what it expects to be told; the
//! good one is passed over by all checks.

use std::collections::BTreeSet;

use fremdrift::{
    check::{CHECKS, Check},
    diag::{Finding, Severity},
    locale::Language,
};

use crate::{
    stages::finds_the_same,
    support::{
        Site, disk,
        expect::{self, Expected},
        project,
    },
};

/// Lays one of a check's folders over the small site.
fn laid(check: &Check, folder: &str) -> (Site, Vec<Expected>) {
    let files = disk::files(&project().join("tests/checks").join(check.code.name).join(folder));
    let expected = Expected::of_folder(&files);
    let files = files.into_iter().filter(|(path, _)| path != "expect");
    (files.fold(Site::small().messages(Language::English), |site, (path, bytes)| site.with(&path, bytes)), expected)
}

/// Asks for a check that is off until it is asked for: `unused-owner` with `unused-committee`.
fn asking(check: &Check, site: Site) -> Site {
    let severity = if check.code.severity == Severity::Note { "note" } else { "warning" };
    let line = format!("[checks]\n{} = \"{severity}\"\n", check.code);
    if check.is_asked_for { site.append("site.toml", &line) } else { site }
}

/// Returns what is found in a site, by a build and a check alike.
fn found(check: &Check, site: Site) -> Vec<Finding> {
    finds_the_same(check.code.name, &asking(check, site).input())
}

fn bad(check: &Check) -> Site {
    laid(check, "bad").0
}

fn of<'f>(check: &Check, found: &'f [Finding]) -> Vec<&'f Finding> {
    found.iter().filter(|finding| finding.code == check.code.name).collect()
}

#[test]
fn every_check_has_a_good_and_a_bad_site() {
    let folders = disk::files(&project().join("tests/checks"));
    let codes: BTreeSet<&str> = folders.keys().filter_map(|path| path.split('/').next()).collect();
    assert_eq!(codes, CHECKS.iter().map(|check| check.code.name).collect());
}

#[test]
fn bad_sites_are_told_so() {
    let mut reports = Vec::new();
    for check in CHECKS {
        let (site, expected) = laid(check, "bad");
        assert!(expected.iter().any(|expected| expected.code == check.code.name), "{} expects itself", check.code);
        reports.extend(expect::compare(check.code.name, &expected, &found(check, site)).err());
    }
    assert!(reports.is_empty(), "{}", reports.join("\n"));
}

#[test]
fn good_sites_are_passed_over() {
    let mut reports = Vec::new();
    for check in CHECKS {
        let (site, _) = laid(check, "good");
        reports.extend(expect::compare(check.code.name, &[], &found(check, site)).err());
    }
    assert!(reports.is_empty(), "{}", reports.join("\n"));
}

#[test]
fn a_site_says_how_loud_each_check_is() {
    for check in CHECKS {
        let found = bad(check).check().findings;
        assert!(of(check, &found).iter().all(|finding| finding.severity == check.code.severity), "{}", check.code);
        for (word, severity) in [("error", Severity::Error), ("warning", Severity::Warning), ("note", Severity::Note)] {
            let site = bad(check).append("site.toml", &format!("[checks]\n{} = \"{word}\"\n", check.code));
            let built = site.check();
            let own = of(check, &built.findings);
            assert!(!own.is_empty() && own.iter().all(|finding| finding.severity == severity), "{}", check.code);
            let errors = built.findings.iter().any(|finding| finding.severity == Severity::Error);
            assert_eq!(built.is_publishable(), !errors);
        }
        let site = bad(check).append("site.toml", &format!("[checks]\n{} = \"off\"\n", check.code));
        assert!(of(check, &site.check().findings).is_empty(), "{} is off", check.code);
    }
}

#[test]
fn what_is_no_judgement_cannot_be_set() {
    let found = |line: &str| {
        let site = Site::small().append("site.toml", &format!("[checks]\n{line}\n")).messages(Language::English);
        site.check().findings
    };
    for code in ["wrong-type", "personal-number", "near-markdown", "toml-syntax"] {
        let found = found(&format!("{code} = \"off\""));
        let codes: Vec<_> = found.iter().map(|finding| (finding.code, finding.severity)).collect();
        assert_eq!(codes, [("fixed-severity", Severity::Error)], "{code}");
    }
    // What a check finds besides its own is set with it.
    let found = found("broken-fragment = \"off\"");
    assert_eq!(found.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["unknown-check"]);
    assert!(found[0].help.as_ref().is_some_and(|help| help.contains("`broken-link`")), "{found:#?}");
}

#[test]
fn a_check_that_is_not_there_cannot_be_turned_off() {
    let found = Site::small().append("site.toml", "[checks]\nspelling = \"off\"\n").check().findings;
    assert_eq!(found.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["unknown-check"]);
}

/// Builds a site with milestones that wait for others, and counts the cycles it is told of.
fn cycles(after: &[Vec<usize>]) -> usize {
    let milestone = |(at, after): (usize, &Vec<usize>)| {
        let after = after.iter().map(|other| format!("\"{other}\"")).collect::<Vec<_>>().join(", ");
        format!("[milestones.{at}]\ntitle = \"Skridt {at}\"\ndue = \"2021\"\nafter = [{after}]\n\n")
    };
    let text: String = after.iter().enumerate().map(milestone).collect();
    let outcome = Site::small().with("content/plans/a/milestones.toml", text).build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    outcome.codes().iter().filter(|code| **code == "milestone-cycle").count()
}

#[test]
fn milestones_that_wait_for_each_other_are_those_that_lead_back_to_themselves() {
    // Every thirteenth of all ways in which three may wait for each other, against where one can get to at all.
    for ways in (0..512_usize).step_by(13) {
        let after: Vec<Vec<usize>> =
            (0..3).map(|from| (0..3).filter(|to| ways >> (from * 3 + to) & 1 == 1).collect()).collect();
        let mut leads: [[bool; 3]; 3] = std::array::from_fn(|from| std::array::from_fn(|to| after[from].contains(&to)));
        for by in 0..3 {
            for from in 0..3 {
                for to in 0..3 {
                    leads[from][to] |= leads[from][by] && leads[by][to];
                }
            }
        }
        let has_cycle = (0..3).any(|at| leads[at][at]);
        assert_eq!(cycles(&after) > 0, has_cycle, "{after:?}");
    }
}

#[test]
fn ways_of_milestones_that_part_and_meet_again_are_followed_once() {
    // Forty times two that both wait for the two behind them, the last first: a million million ways.
    let ladder: Vec<Vec<usize>> =
        (0..80).map(|at| if at < 78 { vec![at / 2 * 2 + 2, at / 2 * 2 + 3] } else { vec![] }).collect();
    assert_eq!(cycles(&ladder), 0);
}
