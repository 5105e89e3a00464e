//! The words of all languages held against each other, and against the codes that need them.

use std::collections::BTreeSet;

use super::{words::keys, *};
use crate::{
    diag::{Diagnostic, Origins, Place, Sources},
    tree::SYMLINK,
    value::RelPath,
};

/// Every code with the arguments it is emitted with; `?` marks one that may be empty.
const CODES: &str = "
toml-syntax detail
front-matter-missing
front-matter-open
front-matter-misplaced line
fields-in-prose key
merge-conflict line
mark-in-csv key
html-open tag
csv-syntax detail
csv-ragged found expected
csv-encoding encoding
unknown-key key record suggestion?
unknown-column key suggestion?
wrong-type key expected found
missing-key key record
float-amount key decimals thousands decimals-cure thousands-cure
ambiguous-amount key decimals thousands decimals-cure thousands-cure
foreign-decimal key cure
not-an-amount key text
too-many-decimals key text
too-large key text
no-such-date key text
not-a-period key text
not-an-id key text
not-a-choice key text choices suggestion?
not-a-unit text
unknown-committee id suggestion?
unknown-owner id suggestion?
unknown-level word scale choices suggestion?
unknown-scale id suggestion?
unknown-revision id revision
moving-revision id revision
edition-without-site id revision
edition-not-fetched id revision
edition-with-errors id count
unknown-history-start revision
edition-without-repository id revision
unknown-measure id suggestion?
unknown-indicator id suggestion?
unknown-milestone id suggestion?
unknown-decision id suggestion?
unknown-table id suggestion?
unknown-section id choices
unknown-row id suggestion?
unknown-theme id
unknown-check id suggestion?
duplicate-id id other
duplicate-key key
duplicate-number number other
mark-without-note mark
note-without-mark mark
broken-link target suggestion?
broken-fragment target
missing-picture target
picture-without-alt target
unsafe-link scheme
remote-picture target
raw-html tag
bad-formula formula detail
formula-cycle row
units-differ key unit expected
month-twice month
not-a-month key
bad-update-folder name
stray-file path
hidden-mistake
empty-plan
not-utf8 byte
utf16
control-character char
symlink
submodule
lfs-pointer
file-too-large limit
too-many-cells limit
too-many-columns limit
too-many-rows limit
too-deep limit
too-long key limit
plan-without-file plan
path-collision path other
template-error detail
bad-colour colour
contrast colour ratio cure
prose-in-string key
stated-differs what stated computed difference
overdue-measure number due
overdue-milestone number due
missing-status number since
overdue-report report
green-but-behind number achieved required
red-without-action number
stale-text number count
opposite-sign number
scale-without-levels scale
misplaced-key key table
key-needs-quotes key
too-many-keys limit
not-a-mark key
not-a-year key text
not-a-number key text
not-a-sign key text
unsafe-svg target what name?
no-site path
no-repository
no-commit
no-site-then commit folder
no-such-revision revision
no-such-version version path
unknown-edition id known
edition-not-there id revision
edition-too-late id date
edition-is-cut id revision commit
tag-exists revision known
bad-tag-name id revision
submodule-not-fetched path
shallow-clone path
partial-clone path
missing-object cause
reftable path
repository-failed cause
failed cause
locked path process
foreign-files path names count
changed-files path names count
files-left path names count
output-no-folder path
output-no-name path
output-own-disk path
output-damaged path
output-in-sources path folder
output-other-purpose path found asked
site-too-large what path limit
output-unwritten cause
no-threads cause
folder-not-empty path
";

/// Messages that are no codes but words of the program or parts of others.
const OTHERS: [&str; 71] = [
    "error",
    "warning",
    "help",
    "say-built",
    "say-checked",
    "say-findings",
    "say-clean",
    "say-more-alike",
    "say-no-repository",
    "say-no-commit",
    "say-unchanged",
    "say-open",
    "say-refused",
    "say-foreign-owner",
    "say-cache-refused",
    "say-odd-times",
    "say-progress",
    "record-name",
    "expected-type",
    "found-type",
    "what-name",
    "toml-detail",
    "csv-detail",
    "diff-title",
    "diff-here",
    "diff-month",
    "diff-none",
    "diff-shared",
    "diff-totals",
    "diff-levels",
    "diff-findings",
    "diff-unreadable",
    "diff-more",
    "diff-change",
    "diff-before",
    "diff-after",
    "diff-as-of",
    "diff-not-given",
    "diff-direction",
    "diff-added",
    "diff-removed",
    "diff-renamed",
    "diff-several",
    "diff-site",
    "diff-record",
    "diff-words",
    "diff-flag",
    "diff-visibility",
    "diff-field",
    "log-none",
    "log-correction",
    "log-unreadable",
    "edition-none",
    "edition-open",
    "edition-cut",
    "edition-later",
    "edition-no-repository",
    "edition-no-site",
    "edition-unfetched",
    "edition-moves",
    "edition-unknown",
    "cut-unrecorded",
    "cut-undeclared",
    "cut-without-revision",
    "cut-shallow",
    "cut-errors",
    "cut-done",
    "log-incomplete",
    "log-nearest",
    "init-done",
    "init-next",
];

fn codes() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    CODES.lines().filter_map(|line| {
        let mut words = line.split(' ');
        let code = words.next().filter(|code| !code.is_empty())?;
        Some((code, words.collect()))
    })
}

/// Returns a message with its attributes as it stands in the source.
fn block<'a>(source: &'a str, key: &str) -> Vec<&'a str> {
    let first = |line: &&str| line.strip_prefix(key).is_some_and(|rest| rest.starts_with(" ="));
    let mut lines = source.lines().skip_while(|line| !first(line));
    let head = lines.next().into_iter();
    head.chain(lines.take_while(|line| line.starts_with([' ', '}']))).collect()
}

/// Returns the arguments a message speaks of, itself or through others.
fn variables(source: &str, key: &str) -> BTreeSet<String> {
    let text = block(source, key).join("\n");
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect::<String>();
    let own = text.split('$').skip(1).map(name);
    let references = text.split("{ ").skip(1).map(name).filter(|name| !name.is_empty() && !name.starts_with('-'));
    own.chain(references.flat_map(|other| variables(source, &other))).collect()
}

fn attributes(source: &str, key: &str) -> Vec<String> {
    let lines = block(source, key).into_iter();
    let named = lines.filter_map(|line| line.trim_start().strip_prefix('.')?.split_once(" =").map(|(name, _)| name));
    named.map(str::to_owned).collect()
}

fn each_language(mut test: impl FnMut(&Locale, &str)) {
    for language in LOCALES {
        test(&Locale::new(language, &[]).expect("sound words"), language.program());
    }
}

#[test]
fn every_language_has_the_same_words() {
    let [first, ..] = LOCALES;
    for other in LOCALES {
        for (left, right) in [(first.interface(), other.interface()), (first.program(), other.program())] {
            assert_eq!(keys(left).collect::<Vec<_>>(), keys(right).collect::<Vec<_>>(), "in the same order");
            for key in keys(left) {
                assert_eq!(variables(left, key), variables(right, key), "`{key}` in {other:?}");
                assert_eq!(attributes(left, key), attributes(right, key), "`{key}` in {other:?}");
                assert!(!key.contains('_'), "`{key}`: templates write _ for -, so both would be one");
            }
        }
    }
}

#[test]
fn the_program_has_words_for_every_code_and_no_more() {
    let known: Vec<_> = codes().map(|(code, _)| code).chain(OTHERS).collect();
    each_language(|_, source| {
        let written: BTreeSet<_> = keys(source).collect();
        assert_eq!(written, known.iter().copied().collect());
        assert_eq!(keys(source).count(), written.len(), "a message stands twice");
    });
}

#[test]
fn messages_speak_only_of_what_they_are_given() {
    each_language(|_, source| {
        for (code, args) in codes() {
            let given: BTreeSet<String> = args.iter().map(|arg| arg.trim_end_matches('?').to_owned()).collect();
            let spoken = variables(source, code);
            assert!(spoken.is_subset(&given), "`{code}`: {spoken:?} of {given:?}");
            let suggests = attributes(source, code).iter().any(|name| name == "help-suggestion");
            assert_eq!(suggests, args.contains(&"suggestion?"), "`{code}`");
        }
    });
}

#[test]
fn every_diagnostic_names_its_cure() {
    each_language(|locale, source| {
        for (code, args) in codes() {
            let full: Vec<_> = args.iter().map(|arg| (arg.trim_end_matches('?'), sample(arg))).collect();
            let bare: Vec<_> = full
                .iter()
                .map(|(name, value)| (*name, if *name == "suggestion" { String::new() } else { value.clone() }))
                .collect();
            let (suggesting, plain) = (locale.wording(code, &full), locale.wording(code, &bare));
            assert_eq!(
                suggesting.label.is_some(),
                attributes(source, code).iter().any(|name| name == "label"),
                "`{code}`"
            );
            assert!(plain.help.is_some(), "`{code}`");
            assert_eq!(suggesting.help != plain.help, args.contains(&"suggestion?"), "`{code}`");
            for text in [suggesting.help, plain.help, Some(plain.message), plain.label] {
                let Some(text) = text else { continue };
                assert!(!text.ends_with('.') && !text.starts_with(char::is_uppercase), "`{code}`: {text}");
                assert!(text != code && !text.contains("{$"), "`{code}`: {text}");
            }
        }
    });
}

fn sample(arg: &str) -> String {
    match arg {
        "found" | "expected" | "count" | "limit" | "byte" => "5".into(),
        "decimals" => "33.883".into(),
        "thousands" => "33883".into(),
        "due" | "since" => "2020-06-30".into(),
        "stated" | "computed" | "difference" | "achieved" | "required" | "ratio" => "6.52".into(),
        _ => "abc".into(),
    }
}

fn words(language: Language, code: &str, args: &[(&'static str, &str)]) -> Wording {
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    Locale::new(language, &[]).expect("sound words").wording(code, &args)
}

#[test]
fn an_unreadable_amount_shows_both_readings_and_both_cures() {
    let args = [
        ("key", "achieved"),
        ("decimals", "33.883"),
        ("thousands", "33883"),
        // Cures are written as the site writes numbers, whatever language the message is in.
        ("decimals-cure", "33,8830"),
        ("thousands-cure", "33_883"),
    ];
    let danish = words(Language::Danish, "float-amount", &args);
    assert_eq!(danish.message, "beløbet `achieved` kan læses på to måder");
    assert_eq!(danish.label.as_deref(), Some("er det 33,883 eller 33.883?"));
    assert_eq!(danish.help.as_deref(), Some("skriv achieved = \"33,8830\" eller achieved = 33_883"));
    let english = words(Language::English, "ambiguous-amount", &args);
    assert_eq!(english.label.as_deref(), Some("is it 33.883 or 33,883?"));
    assert_eq!(
        english.help.as_deref(),
        Some("write \"33,8830\" if these are decimals, or \"33_883\" if these are thousands")
    );
}

#[test]
fn values_are_written_in_the_language() {
    let differs =
        [("what", "Opnået"), ("stated", "6.56 mio. kr."), ("computed", "6.52 mio. kr."), ("difference", "0.04")];
    assert_eq!(
        words(Language::Danish, "stated-differs", &differs).message.replace('\u{a0}', " "),
        "Opnået: angivet 6,56 mio. kr., beregnet 6,52 mio. kr., forskel 0,04"
    );
    let overdue = words(Language::English, "overdue-measure", &[("number", "4"), ("due", "2020-Q2")]);
    assert_eq!(overdue.message, "measure 4 was due Q2 2020, but is not reported as done");
    let types = [("key", "due"), ("expected", "date"), ("found", "list")];
    assert_eq!(words(Language::Danish, "wrong-type", &types).message, "`due` skal være en dato, men er en liste");
    let units = [("key", "required"), ("unit", "%"), ("expected", "mio. kr.")];
    assert_eq!(
        words(Language::English, "units-differ", &units).help.as_deref(),
        Some("write the amount in DKK million, or correct unit")
    );
    let cells = words(Language::Danish, "too-many-cells", &[("limit", "4000000")]);
    assert_eq!(cells.message, "tabellen har mere end 4.000.000 celler");
}

#[test]
fn what_authors_wrote_cannot_reach_the_terminal() {
    let nasty = "\u{1b}[31mrød\u{202e}\0\nlinje";
    let message = words(Language::Danish, "unknown-row", &[("id", nasty)]).message;
    assert_eq!(message, "rækken `\\u{1b}[31mrød\\u{202e}\\u{0} linje` findes ikke i tabellen");
    let long = words(Language::Danish, "unknown-row", &[("id", &"æ".repeat(41))]).message;
    assert_eq!(long, format!("rækken `{}…` findes ikke i tabellen", "æ".repeat(40)));
    let unit =
        words(Language::Danish, "green-but-behind", &[("number", ""), ("achieved", "1 \u{1b}"), ("required", "")]);
    assert_eq!(unit.message.replace('\u{a0}', " "), "tiltag  er meldt på sporet, men har kun nået 1 \\u{1b} af ");
    let path = "a/".repeat(40) + "b.md";
    assert!(words(Language::Danish, "broken-link", &[("target", &path)]).message.contains(&path));
}

#[test]
fn a_finding_has_place_and_words() {
    let path = RelPath::new("content/x.md").expect("a path");
    let diagnostic = Diagnostic::new(&SYMLINK, Place::File(path.clone()));
    let locale = Locale::new(Language::Danish, &[]).expect("sound words");
    let finding = locale.finding(&diagnostic, &Sources::default(), &Origins::default());
    assert_eq!((finding.path, finding.message.as_str()), (path, "filen er en genvej (symbolsk link) og læses ikke"));
    assert_eq!(words(Language::Danish, "no-such-code", &[]).message, "no-such-code");
    assert_eq!(locale.tell("error", &[]), "fejl");
}
