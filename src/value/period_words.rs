//! The words that periods are written in: Danish, English, Norwegian and Swedish.

use super::{PeriodPart, Season};

/// The seasons, and what they are called.
pub(super) const SEASONS: [(&str, Season); 22] = [
    ("vinter", Season::Winter),
    ("vinteren", Season::Winter),
    ("vintern", Season::Winter),
    ("winter", Season::Winter),
    ("forår", Season::Spring),
    ("foråret", Season::Spring),
    ("vår", Season::Spring),
    ("våren", Season::Spring),
    ("spring", Season::Spring),
    ("sommer", Season::Summer),
    ("sommeren", Season::Summer),
    ("sommar", Season::Summer),
    ("sommaren", Season::Summer),
    ("summer", Season::Summer),
    ("efterår", Season::Autumn),
    ("efteråret", Season::Autumn),
    ("autumn", Season::Autumn),
    ("fall", Season::Autumn),
    ("høst", Season::Autumn),
    ("høsten", Season::Autumn),
    ("höst", Season::Autumn),
    ("hösten", Season::Autumn),
];

/// The beginning, the middle and the end of a year or a month.
pub(super) const PARTS: [(&str, PeriodPart); 6] = [
    ("primo", PeriodPart::Primo),
    ("medio", PeriodPart::Medio),
    ("ultimo", PeriodPart::Ultimo),
    ("early", PeriodPart::Primo),
    ("mid", PeriodPart::Medio),
    ("late", PeriodPart::Ultimo),
];

/// The months as authors write them in full, from January: Danish, English, and Norwegian and Swedish where those differ.
pub(super) const MONTHS: [&[&str]; 12] = [
    &["januar", "january", "januari"],
    &["februar", "february", "februari"],
    &["marts", "march", "mars"],
    &["april"],
    &["maj", "may", "mai"],
    &["juni", "june"],
    &["juli", "july"],
    &["august", "augusti"],
    &["september"],
    &["oktober", "october"],
    &["november"],
    &["december", "desember"],
];

/// What may stand before a year that lies in two of the calendar.
pub(super) const KINDS_OF_YEARS: [&str; 17] = [
    "skoleåret",
    "skoleår",
    "regnskabsåret",
    "regnskabsår",
    "budgetåret",
    "budgetår",
    "finansåret",
    "studieåret",
    "regnskapsåret",
    "läsåret",
    "budsjettåret",
    "school year",
    "academic year",
    "financial year",
    "fiscal year",
    "year",
    "fy",
];

/// What weeks are called.
pub(super) const WEEKS: [&str; 5] = ["uge", "week", "uke", "vecka", "veckan"];

/// What the parts of a year are called, and how many there are.
pub(super) const YEAR_PARTS: [(&str, i8); 8] = [
    ("kvartal", 4),
    ("quarter", 4),
    ("tertial", 3),
    ("tertialet", 3),
    ("halvår", 2),
    ("halvåret", 2),
    ("half", 2),
    ("kvartalet", 4),
];

/// The words that number parts of a year.
pub(super) const ORDINALS: [(&str, i8); 10] = [
    ("første", 1),
    ("first", 1),
    ("första", 1),
    ("andet", 2),
    ("second", 2),
    ("andra", 2),
    ("tredje", 3),
    ("third", 3),
    ("fjerde", 4),
    ("fourth", 4),
];

/// Reads `1st`, `2nd`, `3rd`, `30th`.
pub(super) fn english_ordinal(text: &str) -> Option<i8> {
    let number = small(text.trim_end_matches(|c: char| c.is_ascii_lowercase()))?;
    let ending = match (number % 10, number / 10) {
        (_, 1) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    text.ends_with(ending).then_some(number)
}

/// Reads a number of one or two digits.
pub(super) fn small(text: &str) -> Option<i8> {
    let is_sound = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_sound)
}

pub(super) fn find<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table.iter().find(|(name, _)| *name == word).map(|(_, found)| *found)
}

/// Tells whether a word is a month, in full or shortened with a point: `november`, `nov.`.
#[must_use]
pub fn is_month(word: &str) -> bool {
    month(&word.to_lowercase()).is_some()
}

/// Reads the name of a month in small letters, in full or shortened with a point.
pub(super) fn month(word: &str) -> Option<i8> {
    let is_it = |names: &[&str]| match word.strip_suffix('.') {
        Some(short) => short.chars().count() >= 3 && names.iter().any(|name| name.starts_with(short)),
        None => names.contains(&word),
    };
    let at = MONTHS.iter().position(|names| is_it(names))?;
    i8::try_from(at.saturating_add(1)).ok()
}
