//! What counts persons: told by its unit, or by its title where the unit says no more than "antal".

use super::{Unit, point_in_time::without_points_in_time};

/// Endings of words for persons, for families and for what befalls one person each, in the languages that authors write in. They
/// stand last in compounds: `plejefamilier`, `voldsofre`.
const ENDINGS: &[&str] = &[
    // Danish and Norwegian
    "person",
    "personer",
    "personerne",
    "borger",
    "borgere",
    "borgerne",
    "familie",
    "familier",
    "barn",
    "børn",
    "børnene",
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
    "husholdning",
    "husholdninger",
    "bruger",
    "brugere",
    "brukere",
    "klient",
    "klienter",
    "beboer",
    "beboere",
    "patient",
    "patienter",
    "pasienter",
    "ældre",
    "eldre",
    "flygtning",
    "flygtninge",
    "flyktninger",
    "ledige",
    "sygemeldte",
    "sykmeldte",
    "anbragte",
    "indskrevne",
    "modtager",
    "modtagere",
    "mottakere",
    "pensionist",
    "pensionister",
    "pensjonister",
    "mennesker",
    "kvinde",
    "kvinder",
    "kvinner",
    "mænd",
    "deltager",
    "deltagere",
    "deltakere",
    "ansøger",
    "ansøgere",
    "søkere",
    "pige",
    "piger",
    "pigerne",
    "jente",
    "jenter",
    "dreng",
    "drenge",
    "drengene",
    "gutter",
    "voksen",
    "voksne",
    "mødre",
    "fædre",
    "fedre",
    "søskende",
    "søsken",
    "tvillinger",
    "babyer",
    "nyfødt",
    "nyfødte",
    "fødsler",
    "dødsfald",
    "dødsfall",
    "selvmord",
    "selvmordsforsøg",
    "hjemløs",
    "hjemløse",
    "bostedsløse",
    "indvandrer",
    "indvandrere",
    "innvandrere",
    "efterkommere",
    "udlændinge",
    "statsløse",
    "ofre",
    "pårørende",
    "efterladte",
    "handicappet",
    "handicappede",
    "udviklingshæmmede",
    "lejere",
    "leietakere",
    "lærer",
    "lærere",
    "pædagog",
    "pædagoger",
    "sygeplejerske",
    "sygeplejersker",
    "lærling",
    "lærlinge",
    "lærlinger",
    "jobber",
    "jobbere",
    "praktikant",
    "praktikanter",
    "individ",
    "individer",
    "revalidender",
    "arbejdsløse",
    "assistenter",
    "forsørgere",
    "veteraner",
    "innbyggere",
    "indbyggere",
    "medlemmer",
    // Swedish
    "medborgare",
    "invånare",
    "familj",
    "familjer",
    "studerande",
    "anställda",
    "medarbetare",
    "hushåll",
    "brukare",
    "äldre",
    "flyktingar",
    "arbetslösa",
    "sjukskrivna",
    "mottagare",
    "pensionärer",
    "människor",
    "kvinna",
    "kvinnor",
    "föräldrar",
    "deltagare",
    "flicka",
    "flickor",
    "pojke",
    "pojkar",
    "vuxna",
    "ungdomar",
    "mödrar",
    "fäder",
    "syskon",
    "nyfödda",
    "självmord",
    "hemlösa",
    "invandrare",
    "brottsoffer",
    "anhöriga",
    "hyresgäster",
    "lärare",
    "lärlingar",
    // English
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
    "carers",
    "caregivers",
    "tenants",
    "teachers",
    "nurses",
    "volunteers",
    "apprentices",
    "trainees",
    "individuals",
    "deaths",
    "suicides",
    "births",
    "newborns",
    "infants",
    "babies",
    "victims",
    "offenders",
    "prisoners",
    "inmates",
    "detainees",
    "migrants",
    "relatives",
    "siblings",
    "mothers",
    "fathers",
    "parents",
    "pensioners",
    "claimants",
    "applicants",
    "participants",
    "workers",
    "learners",
    "orphans",
    "inhabitants",
    "girls",
    "boys",
    "jobseekers",
];
/// Words for persons that others end in too: `acumen` and `humor` are none of them.
const WHOLE_WORDS: &[&str] = &[
    "people",
    "child",
    "staff",
    "client",
    "clients",
    "user",
    "users",
    "women",
    "woman",
    "men",
    "man",
    "adult",
    "adults",
    "refugees",
    "recipients",
    "youths",
    "members",
    "mor",
    "moder",
    "far",
    "mand",
    "menn",
    "män",
    "offer",
    "lejer",
    "lejeren",
    "enker",
    "årig",
    "årige",
    "åring",
    "åringer",
    "åriga",
    "åringar",
    "læger",
    "ledere",
    "vikarer",
    "personal",
];
/// Words for persons that tell of other things too, and so only where nothing follows that they tell of: *visiterede* are persons, and
/// *visiterede timer* are none.
const PARTICIPLES: &[&str] = &[
    "døde",
    "dræbte",
    "drepte",
    "omkomne",
    "sårede",
    "kvæstede",
    "tilskadekomne",
    "dømte",
    "sigtede",
    "tiltalte",
    "anholdte",
    "fængslede",
    "indsatte",
    "innsatte",
    "frivillige",
    "frivillig",
    "visiterede",
    "henviste",
    "tilmeldte",
    "indlagte",
    "innlagte",
    "udskrevne",
    "enlige",
    "gravide",
    "fødte",
    "syge",
    "blinde",
    "døve",
    "demente",
    "handicap",
    "jobsøgende",
    "arbejdssøgende",
    "værnepligtige",
    "tosprogede",
    "fraskilte",
    "boende",
    "sökande",
    "placerade",
    "döda",
    "födda",
    "dömda",
    "intagna",
    "frivilliga",
    "ensamstående",
    "homeless",
    "disabled",
    "unemployed",
    "elderly",
    "dead",
    "killed",
    "injured",
];
/// Words that no name of a thing is.
const SMALL_WORDS: &[&str] = &[
    "af", "and", "av", "efter", "for", "fra", "from", "hos", "i", "in", "med", "mellem", "och", "of", "og", "på",
    "som", "the", "til", "alt", "uden", "under", "ved", "with", "över", "over", "personer",
];
/// Words of units that say that something is counted, and not what.
const GENERAL: [&str; 9] = ["antal", "antalet", "antall", "stk", "st", "tal", "number", "count", "no"];
/// Words of units and titles that do not count but measure: so many of one for each of another.
const RATES: [&str; 6] = ["pr", "per", "pct", "procent", "andel", "share"];

/// Returns what persons an amount counts, where it counts any: by its unit, else, where that only says "antal", by titles.
#[must_use]
pub fn counted_persons(unit: &Unit, titles: &[&str]) -> Option<String> {
    let Unit::Word(word) = unit else { return None };
    let words: Vec<String> = words_in(&without_points_in_time(word));
    if is_rate(unit) {
        return None;
    }
    if person_among(&words).is_some() {
        return Some(word.to_string());
    }
    if !words.iter().all(|word| GENERAL.contains(&word.as_str())) {
        return None;
    }
    titles.iter().find_map(|title| {
        let words = words_in(&without_points_in_time(title));
        let is_rate = words.iter().any(|word| RATES.contains(&word.as_str()));
        person_among(&words).filter(|_| !is_rate).map(str::to_owned)
    })
}

/// Returns the first word for persons among others.
fn person_among(words: &[String]) -> Option<&str> {
    let is_thing =
        |word: &String| !SMALL_WORDS.contains(&word.as_str()) && !word.contains(|c: char| c.is_ascii_digit());
    let is_one = |(nth, word): &(usize, &String)| {
        let is_of_thing = words.get(nth.saturating_add(1)).is_some_and(is_thing);
        is_person(word) || (!is_of_thing && PARTICIPLES.iter().any(|participle| word.ends_with(participle)))
    };
    words.iter().enumerate().find(is_one).map(|(_, word)| word.as_str())
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
    let word = without_points_in_time(word);
    word.contains('/') || words_in(&word).iter().any(|word| RATES.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn persons(unit: &str, title: &str) -> Option<String> {
        counted_persons(&Unit::parse(unit), &[title])
    }

    /// A word that a shorter one finds changes nothing, and hides that the shorter one does it all.
    #[test]
    fn no_word_is_there_that_a_shorter_one_finds() {
        let is_found = |word: &str, by: &[&str]| by.iter().filter(|other| word.ends_with(*other)).count();
        for word in ENDINGS {
            assert_eq!(is_found(word, ENDINGS), 1, "{word}");
        }
        for word in PARTICIPLES {
            assert_eq!((is_found(word, PARTICIPLES), is_found(word, ENDINGS)), (1, 0), "{word}");
        }
        for word in WHOLE_WORDS {
            let others = WHOLE_WORDS.iter().filter(|other| *other == word).count();
            assert_eq!((others, is_found(word, ENDINGS)), (1, 0), "{word}");
        }
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
            ("antal", "Piger"),
            ("antall", "Enslige mødre"),
            ("antal", "Dømte"),
            ("antal", "Dømte 2019"),
            ("antal", "Dømte Q4"),
            ("antal", "18-24-årige"),
            ("antal", "Visiterede til hjemmepleje"),
            ("antal", "Anbragte børn pr. 30/9"),
            ("børn pr. 30. september", "Anbragte"),
            ("børn pr. 30/9", "Anbragte"),
            ("indsatte i alt", ""),
        ] {
            assert!(persons(unit, title).is_some(), "{unit}: {title}");
        }
        assert_eq!(persons("antal", "Anbragte børn og unge").as_deref(), Some("anbragte"), "the first of them");
        let units = "piger voksne dødsfald drenge mødre fædre forældre foreldre gerningsmænd misbrugere plejere immigrants hjemmeboende søskende hjemløse indvandrere ofre voldsofre pårørende indsatte dømte \
                     døde selvmord nyfødte handicappede lejere lærere pædagoger lærlinge fleksjobbere praktikanter frivillige individer \
                     visiterede 18-24-årige husholdninger hushåll brukare brukere deaths carers tenants gravide enlige Piger jenter \
                     flickor invånare victims fraskilte trafikdøde";
        for unit in units.split_whitespace().chain(["enlige mødre", "voksne med handicap", "døde i trafikken"]) {
            assert!(persons(unit, "Noget").is_some() && Unit::parse(unit).is_counted(), "{unit}");
        }
        for (unit, title) in [
            ("visiterede timer", "Hjemmepleje"),
            ("frivillige aftaler", "Aftaler"),
            ("døde træer", "Træer"),
            ("motorer", "Vejskilte"),
            ("flerårige aftaler", "Aftaler"),
            ("humor", "Kufferter"),
            ("antal", "Visiterede timer"),
            ("antal", "Vejskilte"),
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
