//! Nothing can be forgotten: each list in the program is held against its words, its fixtures and its reference.

use std::collections::BTreeSet;

use fremdrift::{
    check::CHECKS,
    locale::{LOCALES, Locale},
    schema::{KINDS, RecordType, Type, records, reference},
};

use crate::{
    diagnostics,
    support::{Site, disk, project},
};

/// Codes whose fixture is made by a test, and where: too large for a file, or not of a file's text.
const ELSEWHERE: [(&str, &str); 50] = [
    ("bad-tag-name", "refusals.rs"),
    ("changed-files", "refusals.rs"),
    ("csv-encoding", "limits.rs"),
    ("edition-is-cut", "refusals.rs"),
    ("edition-not-fetched", "refusals.rs"),
    ("edition-not-there", "refusals.rs"),
    ("edition-too-late", "refusals.rs"),
    ("edition-with-errors", "editions.rs"),
    ("edition-without-repository", "editions.rs"),
    ("edition-without-site", "refusals.rs"),
    ("failed", "refusals.rs"),
    ("file-too-large", "limits.rs"),
    ("files-left", "../../src/output/tests.rs"),
    ("folder-not-empty", "demo.rs"),
    ("foreign-files", "refusals.rs"),
    ("hidden-mistake", "hidden.rs"),
    ("lfs-pointer", "git.rs"),
    ("locked", "../../src/output/lock.rs"),
    ("missing-object", "refusals.rs"),
    ("moving-revision", "refusals.rs"),
    ("no-commit", "refusals.rs"),
    ("no-repository", "refusals.rs"),
    ("no-site", "refusals.rs"),
    ("no-site-then", "refusals.rs"),
    ("no-such-revision", "refusals.rs"),
    ("no-such-version", "refusals.rs"),
    ("not-utf8", "limits.rs"),
    ("output-damaged", "refusals.rs"),
    ("output-in-sources", "refusals.rs"),
    ("output-no-folder", "refusals.rs"),
    ("output-no-name", "refusals.rs"),
    ("output-own-disk", "../../src/output/standing.rs"),
    ("partial-clone", "refusals.rs"),
    ("reftable", "refusals.rs"),
    ("repository-failed", "refusals.rs"),
    ("shallow-clone", "refusals.rs"),
    ("submodule", "git.rs"),
    ("submodule-not-fetched", "past.rs"),
    ("symlink", "registries.rs"),
    ("tag-exists", "refusals.rs"),
    ("too-deep", "limits.rs"),
    ("too-many-cells", "limits.rs"),
    ("too-many-columns", "limits.rs"),
    ("too-many-keys", "limits.rs"),
    ("too-many-rows", "limits.rs"),
    ("unknown-check", "checks.rs"),
    ("unknown-edition", "refusals.rs"),
    ("unknown-history-start", "editions.rs"),
    ("unknown-revision", "editions.rs"),
    ("utf16", "limits.rs"),
];

/// Returns the codes that the program has words for, as its own registry lists them.
fn codes() -> BTreeSet<String> {
    let source = std::fs::read_to_string(project().join("src/locale/registry.rs")).expect("the registry");
    let list = source.split("const CODES: &str = \"").nth(1).and_then(|rest| rest.split("\";").next());
    let lines = list.expect("the list").lines().filter_map(|line| line.split(' ').next());
    lines.filter(|code| !code.is_empty()).map(str::to_owned).collect()
}

/// Returns the source of the library, but for its tests and its words.
fn sources() -> Vec<String> {
    let files = disk::files(&project().join("src"));
    let library = files.into_iter().filter(|(path, _)| path.ends_with(".rs") && path != "locale/registry.rs");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    library.map(|(_, bytes)| text(bytes).split("#[cfg(test)]").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn every_code_is_said_by_something() {
    let sources = sources();
    let silent: Vec<_> =
        codes().into_iter().filter(|code| !sources.iter().any(|text| text.contains(&format!("\"{code}\"")))).collect();
    assert!(silent.is_empty(), "nothing says {silent:?}: take out their words, or say them");
}

#[test]
fn every_code_has_a_fixture() {
    let mut proved = diagnostics::expected_codes();
    proved.extend(CHECKS.iter().map(|check| check.code.name.to_owned()));
    for (code, file) in ELSEWHERE {
        let test = std::fs::read_to_string(project().join("tests/it").join(file)).expect("a test");
        assert!(test.contains(code), "{file} says nothing of {code}");
        proved.insert(code.to_owned());
    }
    let missing: Vec<_> = codes().into_iter().filter(|code| !proved.contains(code)).collect();
    assert!(missing.is_empty(), "no fixture in tests/content/err for {missing:?}");
    let unknown: Vec<_> = proved.iter().filter(|code| !codes().contains(*code)).collect();
    assert!(unknown.is_empty(), "fixtures expect what is no code: {unknown:?}");
}

#[test]
fn a_shortcut_is_passed_over_with_a_warning() {
    let folder = tempfile::tempdir().expect("a folder");
    Site::small().write_to(folder.path());
    std::os::unix::fs::symlink("/etc/hostname", folder.path().join("content/x.md")).expect("a link");
    let found = crate::support::build_folder(folder.path(), "2020-07-01").built.findings;
    let told: Vec<_> = found.iter().map(|finding| (finding.code, finding.path.as_str())).collect();
    assert_eq!(told, [("symlink", "content/x.md")]);
}

#[test]
fn every_kind_has_its_word_and_makes_its_page() {
    for language in LOCALES {
        let locale = Locale::new(language, &[]).expect("sound words");
        for kind in KINDS {
            let key = format!("kind-{}", kind.id);
            assert_ne!(locale.say(&key, &[]), key, "{key} in {language:?}");
        }
    }
    for kind in KINDS {
        let site = Site::small().edit("content/plans/a/plan.md", "\"savings\"", &format!("\"{}\"", kind.id));
        let outcome = site.build();
        assert_eq!(outcome.codes(), Vec::<&str>::new(), "{}", kind.id);
        assert!(outcome.page("planer/a/index.html").contains("Plan A"), "{}", kind.id);
    }
}

/// Returns all records of the content format.
fn all_records() -> Vec<&'static RecordType> {
    let mut waiting: Vec<&'static RecordType> = records::FILES.iter().map(|(_, record)| *record).collect();
    let mut all: Vec<&'static RecordType> = Vec::new();
    while let Some(record) = waiting.pop() {
        if all.iter().any(|known| std::ptr::eq(*known, record)) {
            continue;
        }
        all.push(record);
        let entries = record.entries.as_ref().map(|entries| entries.value);
        waiting.extend(record.fields.iter().map(|field| field.ty).chain(entries).filter_map(inner));
    }
    all
}

fn inner(ty: Type) -> Option<&'static RecordType> {
    match ty {
        Type::Record(of) | Type::AmountOr(of) => Some(of),
        Type::List(of) | Type::OneOrMany(of) => inner(*of),
        _ => None,
    }
}

#[test]
fn every_record_has_a_name_in_every_language() {
    for language in LOCALES {
        let locale = Locale::new(language, &[]).expect("sound words");
        for record in all_records() {
            let name = |name: &str| {
                let args = [("key", "x".to_owned()), ("record", name.to_owned()), ("suggestion", String::new())];
                locale.wording("unknown-key", &args).message.replace(name, "·").replace(&name.replace(' ', "-"), "·")
            };
            let known =
                locale.wording("unknown-key", &[("key", "x".into()), ("record", record.name.to_owned())]).message;
            let fallback = locale.wording("unknown-key", &[("key", "x".into()), ("record", "zzz".into())]).message;
            assert_ne!(
                known,
                fallback.replace("zzz", &record.name.replace(' ', "-")),
                "{} in {language:?}",
                name(record.name)
            );
        }
    }
}

#[test]
fn every_field_says_what_it_is() {
    for record in all_records() {
        assert!(!record.help.is_empty(), "{}", record.name);
        let mut names: Vec<&str> = record.fields.iter().map(|field| field.name).collect();
        assert!(record.fields.iter().all(|field| !field.help.is_empty()), "{}", record.name);
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), record.fields.len(), "{} has a field twice", record.name);
    }
}

#[test]
fn the_reference_of_the_format_is_what_the_schema_says() {
    let (file, written) = (project().join("docs/format.md"), project().join("target/format.md"));
    let page = reference::markdown();
    if std::fs::read_to_string(&file).ok().as_deref() != Some(page.as_str()) {
        std::fs::create_dir_all(project().join("target")).expect("target");
        std::fs::write(&written, page).expect("the page");
        panic!(
            "docs/format.md is not what the schema says; if the schema is right: cp target/format.md docs/format.md"
        );
    }
}
