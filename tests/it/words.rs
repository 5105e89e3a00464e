//! Every message of the language files held against what says it, and the languages against each other.

use std::collections::BTreeSet;

use fremdrift::{
    check::CHECKS,
    locale::{LOCALES, Language, Locale, Phrase},
};

use crate::{
    codes,
    support::{
        disk,
        fluent::{attributes, interface, keys, program, references, variables},
        project,
    },
};

#[path = "../../src/cli/words.rs"]
mod of_the_program;

/// Every sentence of the program that is declared.
fn declared() -> Vec<&'static dyn Phrase> {
    fremdrift::render::changes::WORDS
        .iter()
        .chain(fremdrift::locale::WORDS)
        .chain(of_the_program::WORDS)
        .copied()
        .chain(fremdrift::draft::phrases())
        .collect()
}

/// The keys that pages of changes are written with, which are quoted where they are used.
fn quoted() -> BTreeSet<String> {
    let files =
        ["view", "wording", "summary"].into_iter().flat_map(|room| disk::files(&project().join("src").join(room)));
    let texts = files.map(|(_, bytes)| String::from_utf8(bytes).expect("text"));
    let words = |text: String| text.split('"').map(str::to_owned).collect::<Vec<_>>();
    texts.flat_map(words).filter(|word| word.starts_with("diff-") || word == "what-name").collect()
}

/// The attributes of a message but its meaning, which in English stands in the code.
fn own_attributes(source: &str, key: &str) -> Vec<String> {
    attributes(source, key).into_iter().filter(|name| name != "meaning").collect()
}

#[test]
fn what_a_check_finds_is_said_in_every_language() {
    let of_checks: BTreeSet<&str> = CHECKS.iter().flat_map(|check| check.codes()).map(|code| code.name).collect();
    for language in LOCALES {
        let source = program(language);
        let meant = keys(&source).filter(|key| attributes(&source, key).iter().any(|name| name == "meaning"));
        let meant: BTreeSet<&str> = meant.collect();
        let expected = if language == Language::English { BTreeSet::new() } else { of_checks.clone() };
        assert_eq!(meant, expected, "{language:?}");
        let locale = Locale::new(language, &[]).expect("sound words");
        for code in CHECKS.iter().flat_map(|check| check.codes()) {
            let meaning = locale.meaning(code).unwrap_or_default();
            assert!(!meaning.is_empty() && !meaning.ends_with('.'), "`{code}` in {language:?}: {meaning}");
        }
    }
}

#[test]
fn every_language_has_the_same_words() {
    for source in [interface, program] {
        let [first, ..] = LOCALES.map(source);
        for (other, language) in LOCALES.map(source).iter().zip(LOCALES) {
            assert_eq!(keys(&first).collect::<Vec<_>>(), keys(other).collect::<Vec<_>>(), "in the same order");
            let mut met = BTreeSet::new();
            assert!(keys(other).all(|key| met.insert(key)), "{language:?} has a message twice: the later one is meant");
            for key in keys(&first) {
                assert_eq!(variables(&first, key), variables(other, key), "`{key}` in {language:?}");
                assert_eq!(own_attributes(&first, key), own_attributes(other, key), "`{key}` in {language:?}");
                assert!(!key.contains('_'), "`{key}`: templates write _ for -, so both would be one");
            }
        }
    }
}

#[test]
fn every_sentence_is_declared_once_and_has_its_message() {
    let mut known = BTreeSet::new();
    for phrase in declared() {
        assert!(known.insert(phrase.key()), "`{}` is declared twice", phrase.key());
        for language in LOCALES {
            let source = program(language);
            assert!(keys(&source).any(|key| key == phrase.key()), "no message `{}` in {language:?}", phrase.key());
            let given: BTreeSet<String> = phrase.args().iter().map(|arg| (*arg).to_owned()).collect();
            let spoken = variables(&source, phrase.key());
            assert!(spoken.is_subset(&given), "`{}` in {language:?}: {spoken:?} of {given:?}", phrase.key());
        }
    }
}

#[test]
fn every_message_is_said_by_something() {
    let codes: Vec<String> = codes::all().into_iter().map(|(_, code)| code.name.to_owned()).collect();
    for language in LOCALES {
        let source = program(language);
        let mut said: BTreeSet<String> = codes.iter().cloned().chain(quoted()).collect();
        said.extend(declared().into_iter().map(|phrase| phrase.key().to_owned()));
        // A part of a message may have parts of its own.
        for _ in 0..3 {
            let parts: Vec<String> = said.iter().flat_map(|key| references(&source, key)).collect();
            said.extend(parts);
        }
        let silent: Vec<&str> = keys(&source).filter(|key| !said.contains(*key)).collect();
        assert!(silent.is_empty(), "nothing says {silent:?}: take them out, or declare them where they are said");
        assert_eq!(keys(&source).count(), keys(&source).collect::<BTreeSet<_>>().len(), "a message stands twice");
    }
}
