//! `fremdrift ci`: pipelines that fetch all of the history, check, tell reviewers, and publish.

use crate::support::disk;

/// Each forge, with how it asks for all of the history and how it publishes.
const FORGES: [(&str, &str, &str); 4] = [
    ("github", "fetch-depth: 0", "actions/deploy-pages@"),
    ("gitlab", "GIT_DEPTH: \"0\"", "\npages:\n"),
    ("azure", "fetchDepth: 0", "artifact: public"),
    ("forgejo", "fetch-depth: 0", "actions/upload-artifact@"),
];

fn pipeline(forge: &str) -> String {
    let run = disk::run(disk::program().args(["ci", forge]));
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    run.stdout
}

/// The lines of a pipeline that are not remarks.
fn lines(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.trim_start().starts_with('#') && !line.is_empty()).collect()
}

/// Returns why a text is not the plain YAML that these pipelines are written in: keys, lists and blocks of text,
/// indented by spaces, two by two. No crate of ours reads YAML, and one for this alone would be too much.
fn mistakes(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut block: Option<usize> = None;
    let mut deepest = 0;
    for line in lines(text) {
        let indent = line.len() - line.trim_start().len();
        if block.is_some_and(|outer| indent > outer) {
            continue;
        }
        block = None;
        let is_list = line.trim_start().starts_with("- ");
        let entry = line.trim_start().trim_start_matches("- ");
        let (key, value) =
            entry.split_once(": ").or_else(|| Some((entry.strip_suffix(':')?, ""))).unwrap_or(("", entry));
        let is_key = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "_-".contains(c));
        let plain = value.split(" #").next().unwrap_or_default();
        if line.contains('\t') || indent % 2 != 0 || indent > deepest {
            found.push(format!("indentation: {line}"));
        }
        if !is_key && !is_list {
            found.push(format!("neither a key nor an entry: {line}"));
        }
        if is_key && plain.contains(": ") || plain.starts_with(['%', '@', '`', '&', '*', '!']) {
            found.push(format!("needs quotes: {line}"));
        }
        if plain == "|" || entry == "|" {
            block = Some(indent);
        }
        deepest = indent + if is_list { 4 } else { 2 };
    }
    found
}

#[test]
fn each_is_yaml() {
    for (forge, ..) in FORGES {
        assert_eq!(mistakes(&pipeline(forge)), [""; 0], "{forge}");
    }
}

#[test]
fn what_is_no_yaml_is_found() {
    for wrong in ["a:\n\tb: c", "a:\n   b: c", "a: b: c", "tekst", "a:\n      b: c", "a: @b"] {
        assert_ne!(mistakes(wrong), [""; 0], "{wrong}");
    }
}

#[test]
fn each_fetches_all_checks_tells_and_publishes() {
    for (forge, whole, publish) in FORGES {
        let text = pipeline(forge);
        assert!(text.contains(whole), "{forge}: all of the history");
        let code = lines(&text).join("\n");
        let at = |words: &str| code.find(words).unwrap_or_else(|| panic!("{forge}: no {words}"));
        let (check, diff, build) = (at("fremdrift check"), at("fremdrift diff \"origin/"), at("fremdrift build --out"));
        assert!(check < diff && diff < build, "{forge}: one after the other");
        assert!(code.contains("...HEAD\" --format markdown"), "{forge}: as a comment");
        assert!(text.contains(publish), "{forge}: publishes");
        let remarks = text.replace("\n#", " ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            remarks.contains("FREMDRIFT_URL") && remarks.contains("There is no public one."),
            "{forge}: its binary"
        );
    }
}

#[test]
fn none_holds_a_secret_or_an_address_of_ours() {
    for (forge, ..) in FORGES {
        let text = pipeline(forge);
        assert!(!text.contains("http://") && !text.contains("https://"), "{forge}");
        for line in text.lines().filter(|line| line.contains("Authorization") || line.contains("TOKEN:")) {
            assert!(line.contains('$'), "{forge}: a token comes from a variable: {line}");
        }
    }
}
