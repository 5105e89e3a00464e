//! `fremdrift check --list` and `fremdrift explain`: the rules of a site, in its language.

use fremdrift::check::CHECKS;
use serde_json::Value;

use crate::{
    codes,
    support::{Site, disk},
};

fn run(site: &Site, args: &[&str]) -> disk::Run {
    let folder = tempfile::tempdir().expect("a folder");
    site.write_to(folder.path());
    disk::run(disk::program().args(args).arg("--root").arg(folder.path()))
}

fn site() -> Site {
    Site::small().append("site.toml", "[checks]\nstale-text = \"off\"\noverdue-measure = \"error\"\n")
}

/// Returns the line of a code in a list.
fn line<'l>(list: &'l str, code: &str) -> Vec<&'l str> {
    let line = list.lines().find(|line| line.split_whitespace().next() == Some(code));
    line.unwrap_or_else(|| panic!("no {code} in {list}"))
        .splitn(4, "  ")
        .map(str::trim)
        .filter(|c| !c.is_empty())
        .collect()
}

#[test]
fn the_list_has_every_check_with_what_the_site_has_set() {
    let listed = run(&site(), &["check", "--list"]);
    assert_eq!((listed.code, listed.stderr.as_str()), (Some(0), ""));
    for code in CHECKS.iter().flat_map(|check| check.codes()) {
        line(&listed.stdout, code.name);
    }
    assert!(!listed.stdout.contains("\nwrong-type "), "what cannot be set is told with -v alone");
    let columns = |code: &str| {
        let line = listed.stdout.lines().find(|line| line.starts_with(code)).expect("a line");
        line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).take(3).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(columns("stale-text"), ["stale-text", "advarsel", "slået fra"]);
    assert_eq!(columns("overdue-measure"), ["overdue-measure", "advarsel", "fejl"]);
    assert_eq!(columns("empty-plan"), ["empty-plan", "advarsel", "advarsel"]);
    let all = run(&site(), &["check", "--list", "-v", "--language", "en"]);
    for (_, code) in codes::all() {
        line(&all.stdout, code.name);
    }
}

#[test]
fn the_list_is_data_too() {
    let listed = run(&site(), &["check", "--list", "--format", "json"]);
    let document: Value = serde_json::from_str(&listed.stdout).expect("JSON");
    let rules = document.pointer("/rules").and_then(Value::as_array).expect("a list");
    assert_eq!(rules.len(), codes::all().len());
    let rule = |code: &str| rules.iter().find(|rule| rule["code"] == code).expect("a rule");
    assert_eq!((&rule("stale-text")["site"], &rule("stale-text")["default"]), (&Value::Null, &"warning".into()));
    assert_eq!(rule("overdue-measure")["site"], "error");
    assert_eq!((&rule("wrong-type")["set_by"], &rule("wrong-type")["site"]), (&Value::Null, &"error".into()));
    assert_eq!(rule("broken-fragment")["set_by"], "broken-link");
}

#[test]
fn a_list_outside_a_site_is_of_what_is_so_by_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let listed = disk::run(disk::program().args(["check", "--list", "--root"]).arg(folder.path()));
    assert_eq!(listed.code, Some(0));
    assert!(listed.stdout.contains("stale-text"));
}

#[test]
fn each_code_is_explained_with_its_message_and_its_cure() {
    let explained = run(&site(), &["explain", "green-but-behind"]);
    assert_eq!((explained.code, explained.stderr.as_str()), (Some(0), ""));
    for words in [
        "green-but-behind · advarsel",
        "betydning: et tiltag meldt som godt",
        "tiltag 2.a er meldt",
        "hjælp: ",
        "= \"off\"",
    ] {
        assert!(explained.stdout.contains(words), "{words}: {}", explained.stdout);
    }
    let english = run(&site(), &["explain", "[wrong-type]", "--language", "en"]);
    assert_eq!(english.code, Some(0));
    assert!(english.stdout.contains("It cannot be turned off"), "{}", english.stdout);
    for (_, code) in codes::all() {
        let words =
            fremdrift::locale::Locale::new(fremdrift::locale::Language::English, &[]).expect("words").meaning(code);
        assert_eq!(words.as_deref(), Some(code.help));
    }
}

#[test]
fn of_a_code_that_is_not_there_the_nearest_is_told() {
    let run = run(&site(), &["explain", "stated-difers"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("`stated-difers`") && run.stderr.contains("`stated-differs`"), "{}", run.stderr);
    assert_eq!(codes::all().iter().filter(|(_, code)| code.name == "unknown-code").count(), 1);
}
