//! What counts persons: told by its unit, or by its title where the unit says no more than "antal".

use super::Unit;

/// Endings of Danish words for persons, which stand last in compounds, and of some English ones.
const ENDINGS: [&str; 58] = [
    "person",
    "personer",
    "borger",
    "borgere",
    "borgerne",
    "familie",
    "familier",
    "barn",
    "børn",
    "ung",
    "unge",
    "elev",
    "elever",
    "kursist",
    "kursister",
    "studerende",
    "ansat",
    "ansatte",
    "medarbejder",
    "medarbejdere",
    "husstand",
    "husstande",
    "bruger",
    "brugere",
    "klient",
    "klienter",
    "beboer",
    "beboere",
    "patient",
    "patienter",
    "ældre",
    "flygtning",
    "flygtninge",
    "ledige",
    "sygemeldte",
    "anbragte",
    "indskrevne",
    "modtager",
    "modtagere",
    "pensionist",
    "pensionister",
    "mennesker",
    "kvinder",
    "mænd",
    "forældre",
    "deltagere",
    "ansøgere",
    "families",
    "family",
    "children",
    "persons",
    "pupils",
    "students",
    "employees",
    "households",
    "residents",
    "patients",
    "citizens",
];
/// English words for persons that others end in too: `acumen` is none of them.
const WHOLE_WORDS: [&str; 14] = [
    "people",
    "person",
    "child",
    "staff",
    "client",
    "clients",
    "user",
    "users",
    "women",
    "men",
    "adults",
    "refugees",
    "recipients",
    "youths",
];
/// Words of units and titles that do not count but measure: so many of one for each of another.
const RATES: [&str; 6] = ["pr", "per", "pct", "procent", "andel", "share"];

/// Returns what persons an amount counts, where it counts any: by its unit, else, where that only says "antal", by titles.
#[must_use]
pub fn counted_persons(unit: &Unit, titles: &[&str]) -> Option<String> {
    let Unit::Word(word) = unit else { return None };
    let words: Vec<String> = words_in(word);
    if is_rate(unit) {
        return None;
    }
    if words.iter().any(|word| is_person(word)) {
        return Some(word.to_string());
    }
    let is_general = words.iter().all(|word| matches!(word.as_str(), "antal" | "stk" | "number" | "count" | "no"));
    let is_of_persons = |title: &&&str| {
        let words = words_in(title);
        words.iter().any(|word| is_person(word)) && !words.iter().any(|word| RATES.contains(&word.as_str()))
    };
    let title = titles.iter().find(is_of_persons).filter(|_| is_general)?;
    words_in(title).into_iter().find(|word| is_person(word))
}

fn words_in(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn is_person(word: &str) -> bool {
    ENDINGS.iter().any(|ending| word.ends_with(ending)) || WHOLE_WORDS.contains(&word)
}

/// Tells whether a unit says how many there are for each of something else.
#[must_use]
pub fn is_rate(unit: &Unit) -> bool {
    let Unit::Word(word) = unit else { return unit.is_per_cent() };
    word.contains('/') || words_in(word).iter().any(|word| RATES.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn persons(unit: &str, title: &str) -> Option<String> {
        counted_persons(&Unit::parse(unit), &[title])
    }

    #[test]
    fn what_counts_persons_is_told_by_its_unit_or_title() {
        for (unit, title) in [
            ("familier", "Foranstaltninger"),
            ("plejefamilier", "Anbringelser"),
            ("børn og unge", "Underretninger"),
            ("Borgere", "Botilbud"),
            ("dagpengemodtagere", "Ydelser"),
            ("unge under 18", "Anbragte"),
            ("children", "Placed"),
            ("men", "Shelter"),
            ("antal", "Familier med mere end én foranstaltning"),
            ("", "Antal anbragte børn"),
            ("stk.", "Elever i specialtilbud"),
        ] {
            assert!(persons(unit, title).is_some(), "{unit}: {title}");
        }
        for (unit, title) in [
            ("sager", "Sager om familier"),
            ("projekter", "Antal"),
            ("kr.", "Udgift til borgere"),
            ("%", "Andel af elever"),
            ("elever pr. klasse", "Klasser"),
            ("borgere/bolig", "Boliger"),
            ("dage", "Ventetid for børn"),
            ("medarbejdertimer", "Timer"),
            ("examen", "Shelter"),
            ("antal", "Antal skoler"),
            ("antal", "Biler pr. husstand"),
        ] {
            assert_eq!(persons(unit, title), None, "{unit}: {title}");
        }
    }
}
