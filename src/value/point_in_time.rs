//! Names that say as of when something was counted, and not for each of what.
//!
//! `Forbrug pr. 30/9` is no rate, as `kr. pr. elev` is one.

use std::borrow::Cow;

use super::period_words::{WEEKS, YEAR_PARTS, english_ordinal, find, is_month, small};

/// The words that a rate and a point in time are both told with.
const AS_OF: [&str; 2] = ["pr", "per"];
/// What may stand before a day.
const ARTICLES: [&str; 4] = ["den", "d", "dato", "the"];
/// Words that begin a point in time, in Danish, English, Norwegian and Swedish.
const MOMENTS: [&str; 24] = [
    "primo",
    "medio",
    "ultimo",
    "ult",
    "dags",
    "dagsdato",
    "dato",
    "dd",
    "dagens",
    "datum",
    "idag",
    "today",
    "now",
    "nu",
    "nå",
    "udgangen",
    "utgangen",
    "utgången",
    "slutningen",
    "slutten",
    "slutet",
    "begyndelsen",
    "årsskiftet",
    "månedsskiftet",
];
/// Short words for a quarter.
const QUARTERS: [&str; 2] = ["kv", "kvt"];
/// Words that may follow a day without being what something is counted for.
const BEHIND_A_DAY: [&str; 20] = [
    "i", "in", "af", "av", "of", "for", "för", "og", "och", "and", "kr", "mio", "mkr", "tkr", "dkk", "sek", "nok",
    "eur", "pr", "per",
];
/// The signs between the numbers of a day.
const SIGNS: [&str; 4] = ["/", "-", ".", "_"];

/// A word of a text, and where it ends.
struct DayWord<'t> {
    word: String,
    /// What stands between it and the word before.
    before: &'t str,
    end: usize,
}

impl DayWord<'_> {
    fn number(&self, most: i8) -> Option<i8> {
        small(&self.word).filter(|number| (1..=most).contains(number))
    }

    fn is_month(&self) -> bool {
        is_month(&self.word) || is_month(&format!("{}.", self.word))
    }

    fn is_part_of_year(&self) -> bool {
        let word = self.word.as_str();
        find(&YEAR_PARTS, word).is_some() || WEEKS.contains(&word) || QUARTERS.contains(&word)
    }

    /// Tells whether a sign of a day stands between it and the word before.
    fn follows_sign(&self) -> bool {
        SIGNS.contains(&self.before.trim())
    }

    fn is_short_year(&self) -> bool {
        self.word.len() == 2 && self.word.bytes().all(|byte| byte.is_ascii_digit())
    }

    fn is_year(&self) -> bool {
        let is_long = self.word.len() == 4 && (self.word.starts_with("19") || self.word.starts_with("20"));
        is_long && self.word.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// Returns a name without the points in time that it says: `Forbrug pr. 30/9`, `pr. ultimo september`, `per 30 september`,
/// `pr. 3. kvartal`, `pr. d.d.`. What could be so many for each of something is left: `pr. 1.000 borgere`, `pr. 1/2 time`, `pr. måned`.
#[must_use]
pub fn without_points_in_time(text: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let (mut from, mut at) = (0_usize, 0_usize);
    for part in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let start = at;
        at = at.saturating_add(part.len());
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        let end = start.saturating_add(word.len());
        if start < from || !AS_OF.contains(&word.to_lowercase().as_str()) {
            continue;
        }
        if let Some(length) = text.get(end..).and_then(point_in_time) {
            kept.push_str(text.get(from..start).unwrap_or_default());
            from = end.saturating_add(length);
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    kept.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(kept)
}

/// Returns how long the point in time is that a text begins with, with the signs before it.
fn point_in_time(text: &str) -> Option<usize> {
    let words = words(text);
    let words = match words.as_slice() {
        [day, again, ..] if day.word == "d" && again.word == "d" => return Some(again.end),
        // An article says nothing by itself: `den 30/9`, `d. 30. september`.
        [article, rest @ ..] if ARTICLES.contains(&article.word.as_str()) && !rest.is_empty() => rest,
        words => words,
    };
    let (first, rest) = words.split_first()?;
    let second = rest.first();
    if MOMENTS.contains(&first.word.as_str()) || first.is_month() || is_numbered_quarter(&first.word) {
        return Some(first.end);
    }
    if first.word == "end" && second.is_some_and(|second| second.word == "of") {
        return second.map(|second| second.end);
    }
    if first.is_part_of_year() {
        return second.filter(|second| second.number(53).is_some()).map(|second| second.end);
    }
    if first.is_year() {
        let month = second.filter(|month| month.number(12).is_some() && month.follows_sign());
        let day = month.and_then(|_| rest.get(1)).filter(|day| day.number(31).is_some() && day.follows_sign());
        return day.or(month).map(|last| last.end).or_else(|| ends_name(text, first.end).then_some(first.end));
    }
    let is_ordinal = english_ordinal(&first.word).is_some();
    let number = first.number(53).or_else(|| english_ordinal(&first.word))?;
    let second = second.filter(|second| second.word != "of").or_else(|| rest.get(1))?;
    if second.is_month() {
        return (number <= 31).then_some(second.end);
    }
    // `3. kvartal` is one of four, `3 kvartaler` are three.
    if second.is_part_of_year() {
        return (is_ordinal || second.before.starts_with('.')).then_some(second.end);
    }
    second.number(12).filter(|_| number <= 31 && second.follows_sign())?;
    let year = rest.get(1).filter(|year| year.follows_sign() && (year.is_year() || year.is_short_year()));
    // `pr. 1/2 time` and `pr. 1.5 km` are so many for each; no half is 30/9.
    let is_day = || (second.before.trim() == "/" && number > 4) || ends_name(text, second.end);
    year.map(|year| year.end).or_else(|| is_day().then_some(second.end))
}

/// Tells whether nothing follows that something could be counted for.
fn ends_name(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default().trim_start();
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    let is_range = rest.starts_with(['-', '–', ',', '/']) && rest.chars().nth(1).is_some_and(char::is_numeric);
    !is_range && (word.is_empty() || BEHIND_A_DAY.contains(&word.as_str()))
}

/// Tells whether a word is a quarter, a third or a half of a year with its number: `q3`, `k3`, `kv3`, `h1`.
fn is_numbered_quarter(word: &str) -> bool {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    ["q", "k", "kv", "t", "h"].contains(&letters) && word.len() == letters.len().saturating_add(1)
}

/// Returns the first words of a text.
fn words(text: &str) -> Vec<DayWord<'_>> {
    let mut words = Vec::new();
    let mut at = 0_usize;
    while words.len() < 5 {
        let rest = text.get(at..).unwrap_or_default();
        let Some(start) = rest.find(char::is_alphanumeric) else { break };
        let (before, own) = rest.split_at(start);
        let length = own.find(|c: char| !c.is_alphanumeric()).unwrap_or(own.len());
        let end = at.saturating_add(start).saturating_add(length);
        words.push(DayWord { word: own.get(..length).unwrap_or_default().to_lowercase(), before, end });
        at = end;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_of_a_day_is_no_rate() {
        for day in [
            "pr. 30/9",
            "pr. 30/9-26",
            "pr. 30.9",
            "pr. 30.09.2026",
            "pr 30-09-2026",
            "pr. 30. september",
            "pr. 30. sep. 2026",
            "pr. den 30. september",
            "pr. d. 30/9",
            "pr. ultimo september",
            "pr. primo",
            "pr. medio 2026",
            "pr. ult. september",
            "pr. september",
            "pr. sept.",
            "per 30 september",
            "per 30 September 2026",
            "per 1st of October",
            "per Q3",
            "pr. 3. kvartal",
            "per 3rd quarter",
            "per kvartal 3",
            "pr. uge 40",
            "pr. 1. halvår",
            "pr. d.d.",
            "pr. dd.",
            "pr. dags dato",
            "per dags datum",
            "per dagens datum",
            "per utgangen av september",
            "per utgången av september",
            "pr. udgangen af september",
            "per end of September",
            "pr. 2026",
            "pr. 2026-09-30",
            "pr_30_9",
            "pr-30-9",
            "per 31 desember",
            "per 31 december",
            "Pr. 30/9",
            "pr. 1/10",
            "pr. 1/2",
        ] {
            let name = format!("Forbrug {day}");
            let left = without_points_in_time(&name);
            assert!(!left.to_lowercase().contains("pr") && !left.contains("er "), "{name}: {left}");
        }
        assert_eq!(without_points_in_time("Anbragte pr. 30/9 pr. 1.000 børn"), "Anbragte  pr. 1.000 børn");
        assert_eq!(without_points_in_time("Udgift (pr. 30.9 i mio. kr.)"), "Udgift ( i mio. kr.)");
    }

    #[test]
    fn so_many_for_each_is_one() {
        for name in [
            "Udgift pr. elev",
            "pr. 1.000 borgere",
            "pr. 10.000 indbyggere",
            "per 1000",
            "per 1 000 invånare",
            "pr. 100",
            "pr. 5 elever",
            "pr. 30",
            "pr. måned",
            "per month",
            "pr. kvartal",
            "per quarter",
            "pr. år",
            "per year",
            "pr. dag",
            "per day",
            "pr. uge",
            "per capita",
            "per head",
            "pr. 1/2 time",
            "pr. 1/4 liter",
            "pr. 1,5 barn",
            "pr. 1.5 km",
            "pr. 1.5-2 km",
            "pr. 2 kvartaler",
            "per 2000 invånare",
            "pr. mand",
            "pr. barn",
            "per cent",
            "kr. pr.",
            "pr",
            "per person",
            "pr. døgn",
            "pr. plads i 2026",
            "pr. 12 uger",
            "pr. 3 months",
            "per end user",
        ] {
            assert_eq!(without_points_in_time(name), name);
        }
    }
}
