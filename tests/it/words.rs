//! Every message of the language files held against what says it, and the languages against each other.

use std::collections::BTreeSet;

use fremdrift::{
    check::CHECKS,
    locale::{Arg, LOCALES, Language, Locale, Phrase},
    value::Period,
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

/// Says a message of pages in a language, with blanks that break.
fn said(language: Language, key: &str, args: &[(&str, Arg)]) -> String {
    Locale::new(language, &[]).expect("sound words").say(key, args).replace('\u{a0}', " ")
}

#[test]
fn a_count_of_none_one_or_two_reads_as_a_sentence() {
    let state = |language, [overdue, open, reached]: [usize; 3]| {
        let counts = [("overdue", overdue), ("open", open), ("reached", reached), ("all", overdue + open + reached)];
        said(language, "milestones-state", &counts.map(|(name, count)| (name, count.into())))
    };
    for (language, counts, text) in [
        (Language::Danish, [0, 0, 0], "Der er ingen milepæle."),
        (
            Language::Danish,
            [0, 1, 0],
            "Ingen milepæle har overskredet fristen; 1 er på vej, og ingen er nået eller opgivet.",
        ),
        (Language::English, [1, 1, 2], "One milestone is overdue; one is to come, and 2 have been reached or dropped."),
        (
            Language::English,
            [0, 3, 1],
            "No milestones are overdue; 3 are to come, and one has been reached or dropped.",
        ),
        (
            Language::Swedish,
            [0, 3, 1],
            "Ingen milstolpe har passerat sin tidsfrist; 3 återstår, och en är nådd eller nedlagd.",
        ),
        (
            Language::Swedish,
            [0, 1, 2],
            "Ingen milstolpe har passerat sin tidsfrist; en återstår, och 2 är nådda eller nedlagda.",
        ),
        (
            Language::Norwegian,
            [0, 0, 1],
            "Ingen milepæler er over fristen; ingen er på vei, og én er nådd eller skrinlagt.",
        ),
    ] {
        assert_eq!(state(language, counts), text);
    }
    let flow = |language, change: &str, [off, now, all, before, after]: [usize; 5]| {
        let counts = [("off", off), ("now", now), ("all", all), ("before", before), ("after", after)];
        let counts = counts.map(|(name, count)| (name, count.into()));
        said(language, "chart-flow-title", &[&[("change", change.into())][..], &counts[..]].concat())
    };
    for (language, change, counts, text) in [
        (
            Language::English,
            "of",
            [2, 7, 1, 0, 0],
            "2 of 7 measures are off track now. Only one had a status both times; it is not off track",
        ),
        (
            Language::English,
            "of",
            [0, 7, 3, 1, 0],
            "None of 7 measures is off track now. Only 3 had a status both times; of these none is off track (before: 1)",
        ),
        (
            Language::Danish,
            "of",
            [1, 7, 1, 0, 1],
            "Nu afviger 1 af 7 tiltag fra planen. Kun ét havde status begge gange; det afviger nu",
        ),
        (
            Language::Swedish,
            "of",
            [1, 1, 1, 1, 1],
            "Nu avviker 1 av 1 åtgärd från planen. Bara en hade status båda gångerna; den avviker fortfarande",
        ),
        (Language::Danish, "more", [1, 1, 1, 0, 1], "Ét tiltag afviger fra planen; før var der ingen"),
        (Language::Norwegian, "more", [3, 4, 4, 1, 3], "Flere tiltak avviker fra planen: 3 mot 1 før"),
        (Language::Swedish, "fewer", [0, 1, 1, 1, 0], "Ingen åtgärd avviker längre från planen; tidigare: 1"),
        (Language::English, "same", [1, 1, 1, 1, 1], "One measure is off track, as before"),
    ] {
        assert_eq!(flow(language, change, counts), text);
    }
    let first = [("place", "lead".into()), ("count", 2_usize.into())];
    assert_eq!(said(Language::Norwegian, "since-moves-first", &first), "har 2 tiltak fått sin første status");
    let one = [("count", 1_usize.into())];
    assert_eq!(said(Language::English, "rounding-more", &one), "One more differs by rounding.");
    assert!(
        said(Language::English, "attention-more", &one)
            .ends_with("One more is off track; it stands on the page of its plan.")
    );
    // One measure and several are called the same at a level of a site that is begun.
    for language in LOCALES {
        let source = program(language);
        for level in ["watch", "unknown"] {
            let word = |form: &str| said_by_program(&source, &format!("draft-level-{level}-{form}"));
            let (one, many) = (word("one"), word("many"));
            let stems =
                |words: &str| words.split(' ').map(|word| word.trim_end_matches('s').to_owned()).collect::<Vec<_>>();
            assert_eq!(stems(&one), stems(&many), "{language:?}");
        }
    }
}

/// Returns a message of one line.
fn said_by_program(source: &str, key: &str) -> String {
    let line = source.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
    line.expect("a message").to_owned()
}

#[test]
fn when_something_was_due_is_said_as_people_say_it() {
    let told = |language, code: &str, due: &str| {
        let args = [("number", "1".to_owned()), ("due", due.to_owned())];
        Locale::new(language, &[]).expect("sound words").wording(code, &args).message.replace('\u{a0}', " ")
    };
    for (language, due, words) in [
        (Language::Danish, "ultimo juni 2026", "skulle være nået ultimo juni 2026, men"),
        (Language::Danish, "primo 2026", "skulle være nået primo 2026, men"),
        (Language::Danish, "2026-02", "skulle være nået i februar 2026, men"),
        (Language::Danish, "2026-06-30", "skulle være nået 30. juni 2026, men"),
        (Language::English, "ultimo juni 2026", "was due at the end of June 2026, but"),
        (Language::English, "medio juni 2026", "was due in mid-June 2026, but"),
        (Language::English, "foråret 2026", "was due in spring 2026, but"),
        (Language::English, "2026-H1", "was due in the first half of 2026, but"),
        (Language::English, "2026-Q2", "was due in Q2 2026, but"),
        (Language::Norwegian, "vinteren 2025/26", "skulle ha vært nådd vinteren 2026, men"),
        (Language::Norwegian, "ultimo 2026", "skulle ha vært nådd i slutten av 2026, men"),
        (Language::Swedish, "primo juni 2026", "skulle ha nåtts i början av juni 2026 men"),
        (Language::Swedish, "foråret 2026", "skulle ha nåtts våren 2026 men"),
        (Language::Swedish, "2026-H1", "skulle ha nåtts första halvåret 2026 men"),
    ] {
        let iso = Period::read(due, None).expect(due).iso();
        assert_eq!(Period::read_iso(&iso).map(Period::iso), Some(iso.clone()), "{due}");
        let message = told(language, "overdue-milestone", &iso);
        assert!(message.contains(words), "{due}: {message}");
        assert!(!told(language, "overdue-measure", &iso).contains("--"), "{due}");
    }
    let date = Locale::new(Language::English, &[]).expect("words").when(Period::Month(2026, 2));
    let reading = said(Language::English, "missing-reading", &[("date", date.as_str().into())]);
    assert_eq!(reading, "The reading was due in February 2026");
}
