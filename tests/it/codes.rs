//! Every code of the program held against its words, its cases and its page.

use std::collections::BTreeSet;

use fremdrift::{
    check::CHECKS,
    diag::Code,
    locale::{LOCALES, Locale},
};

use crate::{
    codes_page::examples,
    diagnostics,
    support::{
        disk,
        fluent::{attributes, keys, program, variables},
        project,
    },
};

/// Codes whose case is made by a test, and where: too large for a file, or not of a file's text.
const ELSEWHERE: &[(&str, &str)] = &[
    ("attachment-unread", "cpr.rs"),
    ("bad-tag-name", "refusals.rs"),
    ("column-without-name", "silence.rs"),
    ("csv-title-lines", "silence.rs"),
    ("csv-head-line", "exports.rs"),
    ("csv-undeclared", "silence.rs"),
    ("edition-to-come", "silence.rs"),
    ("mark-misses", "kept_back.rs"),
    ("name-twice", "silence.rs"),
    ("not-an-address", "addresses.rs"),
    ("not-a-line", "exports.rs"),
    ("row-ids-unknown", "exports.rs"),
    ("row-without-id", "exports.rs"),
    ("row-not-an-id", "exports.rs"),
    ("row-twice", "exports.rs"),
    ("csv-without-row", "slips.rs"),
    ("write-conflict", "import_tables.rs"),
    ("draft-exists", "drafts.rs"),
    ("draft-lacks", "drafts.rs"),
    ("draft-report", "drafts.rs"),
    ("draft-unknown-field", "drafts.rs"),
    ("draft-without-id", "drafts.rs"),
    ("no-such-plan", "drafts.rs"),
    ("import-unit", "import_meaning.rs"),
    ("import-unreadable", "imports.rs"),
    ("import-too-large", "imports.rs"),
    ("import-hidden", "imports.rs"),
    ("import-sheet", "imports.rs"),
    ("import-ambiguous", "imports.rs"),
    ("import-numbers-differ", "imports.rs"),
    ("import-delimiter", "imports.rs"),
    ("import-no-head", "imports.rs"),
    ("import-cell", "import_meaning.rs"),
    ("import-column", "imports.rs"),
    ("import-row", "imports.rs"),
    ("import-kept-unreadable", "import_tables.rs"),
    ("import-said", "import_tables.rs"),
    ("import-renumbered", "import_lines.rs"),
    ("import-needs", "imports.rs"),
    ("import-open-sdg", "open_sdg.rs"),
    ("not-a-report-date", "drafts.rs"),
    ("register-unreadable", "drafts.rs"),
    ("empty-site", "silence.rs"),
    ("misnamed", "silence.rs"),
    ("near-markdown", "slips.rs"),
    ("report-to-come", "silence.rs"),
    ("value-to-come", "silence.rs"),
    ("cells-not-shown", "silence.rs"),
    ("column-without-figures", "silence.rs"),
    ("table-without-figures", "silence.rs"),
    ("unread-workbook", "unsaid.rs"),
    ("missing-row", "unsaid.rs"),
    ("report-far-off", "unsaid.rs"),
    ("level-twice", "unsaid.rs"),
    ("signs-alike", "unsaid.rs"),
    ("damaged-text", "unsaid.rs"),
    ("csv-without-period", "series.rs"),
    ("reading-twice", "series.rs"),
    ("series-twice", "series.rs"),
    ("total-is-no-series", "series.rs"),
    ("unknown-reading-column", "series.rs"),
    ("unknown-series", "series.rs"),
    ("too-many-shown", "series.rs"),
    ("not-a-range", "targets.rs"),
    ("said-twice", "targets.rs"),
    ("target-again", "targets.rs"),
    ("target-contradicts", "targets.rs"),
    ("unpublished-link", "silence.rs"),
    ("changed-files", "refusals.rs"),
    ("csv-encoding", "limits.rs"),
    ("edition-is-cut", "refusals.rs"),
    ("edition-is-open", "arguments.rs"),
    ("edition-not-fetched", "refusals.rs"),
    ("edition-redacted", "redact.rs"),
    ("edition-not-there", "refusals.rs"),
    ("edition-too-late", "refusals.rs"),
    ("edition-with-errors", "editions.rs"),
    ("edition-without-repository", "editions.rs"),
    ("edition-without-site", "refusals.rs"),
    ("disk-full", "../../src/diag/error.rs"),
    ("failed", "refusals.rs"),
    ("no-such-file", "../../src/diag/error.rs"),
    ("not-permitted", "../../src/diag/error.rs"),
    ("read-only-disk", "../../src/diag/error.rs"),
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
    ("no-published-folder", "published.rs"),
    ("no-repository", "refusals.rs"),
    ("no-site", "refusals.rs"),
    ("no-site-then", "refusals.rs"),
    ("no-such-revision", "refusals.rs"),
    ("no-such-version", "refusals.rs"),
    ("not-a-number-hash", "cpr.rs"),
    ("not-utf8", "limits.rs"),
    ("old-site-left", "../../src/output/tests.rs"),
    ("output-damaged", "refusals.rs"),
    ("output-in-sources", "refusals.rs"),
    ("output-no-folder", "refusals.rs"),
    ("output-no-name", "refusals.rs"),
    ("output-other-purpose", "../../src/output/tests.rs"),
    ("output-own-disk", "../../src/output/standing.rs"),
    ("output-unwritten", "edges.rs"),
    ("partial-clone", "refusals.rs"),
    ("personal-number", "cpr.rs"),
    ("personal-number-in-edition", "cpr.rs"),
    ("personal-number-in-history", "cpr.rs"),
    ("possible-personal-number", "cpr.rs"),
    ("published-personal-number", "published.rs"),
    ("unknown-page", "one_file.rs"),
    ("no-pdf", "pdf.rs"),
    ("no-such-committee", "pdf.rs"),
    ("no-meeting-pack", "pdf.rs"),
    ("pack-name-taken", "pdf.rs"),
    ("published-secret", "published.rs"),
    ("published-unreadable", "published.rs"),
    ("redact-ambiguous", "redact.rs"),
    ("redact-off-branch", "redact.rs"),
    ("ambiguous-reading", "decimals.rs"),
    ("decimals-unfit", "decimals.rs"),
    ("suppress-below-unfit", "suppressed.rs"),
    ("suppress-counts-nothing", "suppressed.rs"),
    ("suppression-unproved", "suppressed.rs"),
    ("redact-unknown", "redact.rs"),
    ("redact-unknown-field", "redact.rs"),
    ("not-in-git", "edition_command.rs"),
    ("no-port", "serve.rs"),
    ("reftable", "refusals.rs"),
    ("repository-failed", "refusals.rs"),
    ("shallow-clone", "refusals.rs"),
    ("short-salt", "cpr.rs"),
    ("site-too-large", "../../src/output/quota.rs"),
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
    ("fixed-severity", "checks.rs"),
    ("unknown-code", "explain.rs"),
    ("unused-committee", "checks.rs"),
    ("unknown-schema", "json_schema.rs"),
    ("unknown-edition", "refusals.rs"),
    ("unknown-history-start", "editions.rs"),
    ("unknown-revision", "editions.rs"),
    ("utf16", "limits.rs"),
    ("not-text", "limits.rs"),
];

/// Codes that no test can bring about for certain, and why.
const UNCERTAIN: &[(&str, &str)] = &[
    ("no-threads", "with one thread all is well, and with less the system ends the program: edges.rs tries"),
    ("pdf-failed", "what the typesetter refuses of our own template is a mistake of ours that nobody knows yet"),
];

#[path = "../../src/cli/codes.rs"]
mod of_the_program;

/// Every code of the library and of the program, with the room it is declared in.
pub fn all() -> Vec<(&'static str, &'static Code)> {
    let program = of_the_program::CODES.iter().map(|code| ("cli", *code));
    fremdrift::codes().into_iter().chain(program).collect()
}

fn bare(arg: &'static str) -> &'static str {
    arg.trim_end_matches('?')
}

#[test]
fn every_code_is_declared_once_and_says_what_it_means() {
    let mut names = BTreeSet::new();
    for (_, code) in all() {
        assert!(names.insert(code.name), "`{}` is declared twice", code.name);
        assert!(!code.help.is_empty() && !code.help.ends_with('.'), "`{}`: {}", code.name, code.help);
        assert!(code.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
    }
}

#[test]
fn a_declaration_stands_in_the_list_of_its_file() {
    let declared: BTreeSet<&str> = all().into_iter().map(|(_, code)| code.name).collect();
    let sources = disk::files(&project().join("src")).into_iter().filter(|(path, _)| path.ends_with(".rs"));
    let mut count = 0;
    for (path, bytes) in sources {
        let text = String::from_utf8(bytes).expect("text");
        let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        for name in
            ["Code::error(\"", "Code::warning(\"", "Code::note(\""].iter().flat_map(|start| code.split(start).skip(1))
        {
            let name = name.split('"').next().unwrap_or_default();
            assert!(declared.contains(name), "src/{path}: `{name}` stands in no list, so nobody holds it to its words");
            count += 1;
        }
    }
    assert_eq!(count, declared.len());
}

#[test]
fn every_code_has_words_that_speak_of_what_it_is_given() {
    for language in LOCALES {
        let source = program(language);
        let written: BTreeSet<&str> = keys(&source).collect();
        for (_, code) in all() {
            let name = code.name;
            assert!(written.contains(name), "no words for `{name}` in {language:?}");
            let given: BTreeSet<String> = code.args.iter().map(|arg| bare(arg).to_owned()).collect();
            let spoken = variables(&source, name);
            assert!(spoken.is_subset(&given), "`{name}` in {language:?}: {spoken:?} of {given:?}");
            let suggests = attributes(&source, name).iter().any(|attribute| attribute == "help-suggestion");
            assert_eq!(suggests, code.args.contains(&"suggestion?"), "`{name}` in {language:?}");
        }
    }
}

#[test]
fn every_code_names_its_cure() {
    for language in LOCALES {
        let (locale, source) = (Locale::new(language, &[]).expect("sound words"), program(language));
        for (_, code) in all() {
            let Code { name, args, .. } = *code;
            let full = examples(code);
            let none = |(arg, value): &(&'static str, String)| {
                (*arg, if *arg == "suggestion" { String::new() } else { value.clone() })
            };
            let plain: Vec<_> = full.iter().map(none).collect();
            let (suggesting, plain) = (locale.wording(name, &full), locale.wording(name, &plain));
            let has_label = attributes(&source, name).iter().any(|attribute| attribute == "label");
            assert_eq!(suggesting.label.is_some(), has_label, "`{name}`");
            assert!(plain.help.is_some(), "`{name}`");
            assert_eq!(suggesting.help != plain.help, args.contains(&"suggestion?"), "`{name}`");
            for text in [suggesting.help, plain.help, Some(plain.message), plain.label].into_iter().flatten() {
                let stops = text.ends_with('.') && !text.ends_with("kr.");
                assert!(!stops && !text.starts_with(char::is_uppercase), "`{name}`: {text}");
                assert!(text != name && !text.contains("{$"), "`{name}`: {text}");
            }
        }
    }
}

#[test]
fn every_code_has_a_case_that_raises_it() {
    let codes: BTreeSet<&str> = all().into_iter().map(|(_, code)| code.name).collect();
    let mut proved = diagnostics::expected_codes();
    proved.extend(CHECKS.iter().map(|check| check.code.name.to_owned()));
    for (code, file) in ELSEWHERE {
        let test = std::fs::read_to_string(project().join("tests/it").join(file)).expect("a test");
        assert!(test.contains(code), "{file} says nothing of {code}");
        proved.insert((*code).to_owned());
    }
    proved.extend(UNCERTAIN.iter().map(|(code, _)| (*code).to_owned()));
    let missing: Vec<_> = codes.iter().filter(|code| !proved.contains(**code)).collect();
    assert!(missing.is_empty(), "no case in tests/content/err for {missing:?}");
    let unknown: Vec<_> = proved.iter().filter(|code| !codes.contains(code.as_str())).collect();
    assert!(unknown.is_empty(), "cases expect what is no code: {unknown:?}");
}
