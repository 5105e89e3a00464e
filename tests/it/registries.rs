//! Nothing can be forgotten: each list in the program is held against its words, its fixtures and its reference.

use fremdrift::{
    locale::{LOCALES, Locale},
    schema::{FieldType, KINDS, RecordType, records, reference},
};

use crate::{
    codes_page,
    support::{Site, project},
};

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

fn inner(ty: FieldType) -> Option<&'static RecordType> {
    match ty {
        FieldType::Record(of) | FieldType::AmountOr(of) | FieldType::TextOr(of) => Some(of),
        FieldType::List(of) | FieldType::OneOrMany(of) => inner(*of),
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

/// Puts the table of checks, which stand on a higher floor than the schema, below what it says of `[checks]`.
fn with_checks(page: &str) -> String {
    let (before, after) = page.split_once("#### A table: checks").expect("what [checks] holds");
    let (own, rest) = after.split_once("\n#### ").expect("another table");
    format!("{before}#### A table: checks{own}{}\n#### {rest}", codes_page::checks_table())
}

#[test]
fn the_reference_of_the_format_is_what_the_schema_says() {
    let (file, written) = (project().join("docs/format.md"), project().join("target/format.md"));
    let page = with_checks(&reference::markdown());
    if std::fs::read_to_string(&file).ok().as_deref() != Some(page.as_str()) {
        std::fs::create_dir_all(project().join("target")).expect("target");
        std::fs::write(&written, page).expect("the page");
        panic!(
            "docs/format.md is not what the schema says; if the schema is right: cp target/format.md docs/format.md"
        );
    }
}
