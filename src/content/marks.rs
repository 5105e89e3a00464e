//! The marks that hide a record: their names, what an author may write for them by mistake, and what closes a record.
//!
//! A mark that is nearly one is an error today; in an old commit no error stops anything, and there it closes.

use toml::de::DeValue;

use super::{FileKind, Record, hiding_words::plain, viewer::Audience};
use crate::{
    diag::Code,
    schema::{Choice, Fields, Value, records},
    value::Date,
};

/// A column that is named like a mark. It is told whatever else is hidden: nobody is helped by not knowing why.
pub(super) const MARK_IN_CSV: Code = Code::error("mark-in-csv")
    .args(&["key"])
    .help("a column of a CSV file that is named like a mark; nothing of the file is shown");

/// What begins or stands in most words that were meant to hide, in any language.
const STEMS: [&str; 20] = [
    "visib",
    "embarg",
    "synlig",
    "hemmelig",
    "fortrolig",
    "confidential",
    "offentliggør",
    "klausul",
    "spærre",
    "publice",
    "publish",
    "restrict",
    "hemlig",
    "konfiden",
    "sekret",
    "offentliggö",
    "offentliggj",
    "sperre",
    "spärr",
    "publise",
];

/// Other words that were meant to hide.
const WORDS: [&str; 76] = [
    "ikkeoffentlig",
    "ikkeoffentligt",
    "ejoffentlig",
    "inteoffentlig",
    "notpublic",
    "visesikke",
    "måikkevises",
    "visasinte",
    "visesikkje",
    "skjul",
    "skjult",
    "skjules",
    "luk",
    "lukket",
    "lukkes",
    "lukkettil",
    "intern",
    "internt",
    "kuninternt",
    "offentlig",
    "offentligt",
    "privat",
    "udgiv",
    "udgives",
    "udgivelse",
    "udgivelsesdato",
    "frigives",
    "frigivelse",
    "adgang",
    "målgruppe",
    "publikum",
    "kladde",
    "udkast",
    "hide",
    "hidden",
    "closed",
    "close",
    "closeduntil",
    "secret",
    "private",
    "privacy",
    "internal",
    "internalonly",
    "public",
    "access",
    "audience",
    "draft",
    "unlisted",
    "release",
    "releasedate",
    "notbefore",
    "classification",
    "classified",
    "dölj",
    "döljs",
    "dold",
    "dolt",
    "stäng",
    "stängd",
    "stängt",
    "stängs",
    "stängdtill",
    "sluten",
    "utkast",
    "utges",
    "utgis",
    "utgivning",
    "utgivningsdatum",
    "utgivelse",
    "utgivelsesdato",
    "frigis",
    "åtkomst",
    "tilgang",
    "målgrupp",
    "begränsad",
    "begrenset",
];

/// Tells whether a name is that of a mark, or misspelt so little that it can be no other.
pub fn is_nearly_a_mark(name: &str) -> bool {
    is_near(&plain(name))
}

/// Tells the same of a name in small letters.
fn is_near(name: &str) -> bool {
    let length = name.chars().count();
    // To compare two words is dear. Each letter of one that the other lacks is a slip, so is each by which one is longer.
    let is_near = |mark: &str, slips: usize| {
        length.abs_diff(mark.len()) <= slips
            && mark.chars().filter(|letter| !name.contains(*letter)).count() <= slips
            && strsim::damerau_levenshtein(name, mark) <= slips
    };
    name.contains("visib") || name.contains("embarg") || is_near("visibility", 2) || is_near("embargo", 2)
}

/// The letters of the words of marks, as [`letters`] returns them: a name that lacks one of them is none.
const LETTERS_OF_STEMS: [u32; STEMS.len()] = letters_of(STEMS);
const LETTERS_OF_WORDS: [u32; WORDS.len()] = letters_of(WORDS);

/// Returns which letters from a to z a word has, whatever their case: one bit each.
#[expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "iterators cannot be constant; it ends with the word"
)]
const fn letters(word: &str) -> u32 {
    let (bytes, mut found, mut at) = (word.as_bytes(), 0, 0);
    while at < bytes.len() {
        let byte = bytes[at] | 0x20;
        if byte.is_ascii_lowercase() {
            found |= 1 << (byte - b'a');
        }
        at += 1;
    }
    found
}

#[expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "as in `letters`")]
const fn letters_of<const N: usize>(words: [&str; N]) -> [u32; N] {
    let (mut found, mut at) = ([0; N], 0);
    while at < N {
        found[at] = letters(words[at]);
        at += 1;
    }
    found
}

/// Tells whether a name has letters enough to be one of a mark: of most names that alone says they are none.
fn may_be_meant(name: &str) -> bool {
    let has = letters(name);
    let lacks = |word: u32| (word & !has).count_ones();
    !name.is_ascii()
        || lacks(const { letters("visibility") }) <= 2
        || lacks(const { letters("embargo") }) <= 2
        || LETTERS_OF_STEMS.iter().any(|stem| lacks(*stem) == 0)
        || LETTERS_OF_WORDS.contains(&has)
}

/// Tells whether a name that is no field was meant to be a mark.
pub fn is_meant_as_a_mark(name: &str) -> bool {
    if !may_be_meant(name) {
        return false;
    }
    let word = plain(name);
    let has = letters(&word);
    let mut stems = STEMS.iter().zip(LETTERS_OF_STEMS);
    is_near(&word)
        || stems.any(|(stem, letters)| letters & !has == 0 && word.contains(stem))
        || WORDS.contains(&word.as_str())
}

/// Tells whether a value that no field takes holds a mark, however deep.
pub fn holds_a_mark(value: &DeValue<'_>) -> bool {
    match value {
        DeValue::Table(table) => {
            table.iter().any(|(key, value)| is_meant_as_a_mark(key.get_ref()) || holds_a_mark(value.get_ref()))
        }
        DeValue::Array(values) => values.iter().any(|value| holds_a_mark(value.get_ref())),
        _ => false,
    }
}

/// Returns what a mark comes to that cannot be read: shut, and for good.
pub fn shut(field: &str) -> Option<Value> {
    match field {
        _ if field == records::VISIBILITY.spec.name => Some(Value::Choice(Choice(Audience::Closed.word()))),
        _ if field == records::EMBARGO.spec.name => Some(Value::Day(Date::MAX)),
        _ => None,
    }
}

/// The field that says who may see a record.
pub const NAME: &str = records::VISIBILITY.spec.name;

/// Closes a record that something in it was meant to hide, whatever its own mark says.
pub fn close_fields(fields: &mut Fields) {
    fields.values.retain(|(name, _)| *name != NAME);
    fields.values.extend(shut(NAME).map(|value| (NAME, value)));
}

/// Closes a record, and the entries of a register one by one: a reference to what is closed is no mistake.
pub fn close_record(record: &mut Record) {
    close_fields(&mut record.fields);
    let registers = record.fields.values.iter_mut().filter_map(|(_, value)| match value {
        Value::Record(register) if record.role == FileKind::Timeline => Some(register),
        _ => None,
    });
    let mut entries: Vec<&mut Value> =
        registers.flat_map(|register| &mut register.entries).map(|(.., value)| value).collect();
    if record.role == FileKind::Indicators {
        entries.extend(record.fields.entries.iter_mut().map(|(.., value)| value));
    }
    for value in entries {
        if let Value::Record(entry) = value {
            close_fields(entry);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::hiding_words::is_mark;

    #[test]
    fn what_is_nearly_a_mark_is_known() {
        for name in [
            "visibilty",
            "Visibility",
            "VISIBILITY ",
            "visability",
            "vis_ibility",
            "vísibility",
            "visiblity",
            "visbility",
            "visibel",
            "visi\u{200b}bility",
            "embargo_until",
            "embargoed",
            "emabrgo",
            "Embargo",
            "embargo-dato",
            "enbargo",
        ] {
            assert!(is_nearly_a_mark(name), "{name}");
        }
        for name in
            ["synlighed", "Lukket", "lukket_til", "fortrolig", "hemmeligt", "draft", "publish_date", "not-before"]
        {
            assert!(is_meant_as_a_mark(name) && !is_nearly_a_mark(name), "{name}");
            // K is another letter, which is a k only when it is made small.
            assert!(is_meant_as_a_mark(&name.replace('k', "\u{212a}")), "{name}");
        }
        for name in ["title", "unit", "cargo", "possibility", "achieved", "note", "kind", "responsibility", "stability"]
        {
            assert!(!is_meant_as_a_mark(name), "{name}");
        }
    }

    #[test]
    fn a_name_of_other_letters_is_no_mark() {
        let names = STEMS.iter().chain(&WORDS).flat_map(|word| {
            let cut = |at: usize| word.char_indices().filter(|(place, _)| *place != at).map(|(_, c)| c).collect();
            (0..word.len()).map(cut).chain([format!("{word}_x"), word.to_uppercase(), (*word).to_owned()])
        });
        for name in names.chain(["titel", "familier", "udgift", "row", "kr.", "t æ"].map(str::to_owned)) {
            let word = plain(&name);
            let is_meant = is_nearly_a_mark(&name)
                || STEMS.iter().any(|stem| word.contains(stem))
                || WORDS.contains(&word.as_str());
            assert_eq!(is_meant_as_a_mark(&name), is_meant, "{name}");
        }
    }

    #[test]
    fn no_field_is_taken_for_a_mark_but_the_marks() {
        use crate::schema::records::{DECISION, INDICATOR, MEASURE, MILESTONE, PAGE, PLAN, STATUS, TABLE, UPDATE};
        for record in [&PAGE, &PLAN, &MEASURE, &INDICATOR, &MILESTONE, &DECISION, &TABLE, &UPDATE, &STATUS] {
            for field in record.fields.iter().filter(|field| field.name != "public_title") {
                assert_eq!(is_meant_as_a_mark(field.name), is_mark(field.name), "{}", field.name);
            }
        }
    }

    #[test]
    fn a_name_is_near_by_its_distance_alone() {
        let letters = ['v', 'i', 's', 'b', 'l', 't', 'y', 'e', 'm', 'a', 'r', 'g', 'o', 'x'];
        // Each name that two letters put in, taken out or exchanged make of a mark, and some more that are near none.
        for mark in ["visibility", "embargo"] {
            for (first, second) in
                (0..=mark.len()).flat_map(|first| (0..=mark.len()).map(move |second| (first, second)))
            {
                for letter in letters {
                    let mut longer = mark.to_owned();
                    longer.insert(first, letter);
                    longer.insert(second, letter);
                    let shorter: String =
                        mark.char_indices().filter(|(at, _)| *at != first && *at != second).map(|(_, c)| c).collect();
                    let other: String =
                        mark.char_indices().map(|(at, c)| if at == first { letter } else { c }).collect();
                    for name in [&longer, &shorter, &other, &other.replace(letter, "x"), &shorter.replace('i', "y")] {
                        let is_near = |mark, slips| strsim::damerau_levenshtein(name, mark) <= slips;
                        let expected = name.contains("visib") || name.contains("embarg");
                        let expected = expected || is_near("visibility", 2) || is_near("embargo", 2);
                        assert_eq!(is_nearly_a_mark(name), expected, "{name}");
                        assert!(!expected || is_meant_as_a_mark(name), "{name}");
                    }
                }
            }
        }
    }
}
