//! Item numbers: `2.a.1`, `1+2`, `17.e`. Text that sorts as people count.

use std::{cmp::Ordering, sync::Arc};

use super::{FootnoteMark, Period};

/// The number of a measure, a milestone or a decision as its document writes it.
///
/// Numbers sort naturally: 2.a.2 before 2.a.10, and "1+2" where 1 stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct ItemNumber {
    text: Arc<str>,
    mark: Option<FootnoteMark>,
}

impl ItemNumber {
    /// The most characters a number may have.
    pub const MAX: usize = 40;

    /// Reads a number, with its footnote mark if one trails it. Answers `None` when nothing is left
    /// or it is longer than [`ItemNumber::MAX`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (text, mark) = FootnoteMark::split(text.trim());
        let sound = !text.is_empty() && text.chars().count() <= Self::MAX;
        sound.then(|| Self { text: text.into(), mark })
    }

    /// Returns the number without its mark.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the number as readers know it: a key made of words is no number of the document.
    #[must_use]
    pub fn printed(&self) -> Option<&str> {
        let text = self.as_str();
        (text.starts_with(|c: char| c.is_ascii_digit()) || text.chars().count() <= 3).then_some(text)
    }

    /// Returns what sorts things as their document does: the numbered ones as they stand, then the others by date,
    /// those without one last.
    #[must_use]
    pub fn order(&self, date: Option<Period>) -> (bool, bool, Option<Period>) {
        let is_named = self.printed().is_none();
        (is_named, is_named && date.is_none(), date.filter(|_| is_named))
    }

    /// Returns the footnote mark behind the number.
    #[must_use]
    pub fn mark(&self) -> Option<FootnoteMark> {
        self.mark
    }

    /// Tells whether this number stands directly or further below another: 2.a.1 below 2.a.
    #[must_use]
    pub fn is_below(&self, other: &Self) -> bool {
        self.text.strip_prefix(&*other.text).is_some_and(|rest| rest.starts_with('.') && rest.len() > 1)
    }
}

impl std::fmt::Display for ItemNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

impl PartialOrd for ItemNumber {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ItemNumber {
    fn cmp(&self, other: &Self) -> Ordering {
        natural(&self.text, &other.text).then_with(|| self.mark.cmp(&other.mark))
    }
}

/// Compares two texts so that runs of digits count as numbers.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a, b);
    while let (Some(x), Some(y)) = (a.chars().next(), b.chars().next()) {
        if x.is_ascii_digit() && y.is_ascii_digit() {
            let (left, rest_a) = split_digits(a);
            let (right, rest_b) = split_digits(b);
            let by_value = left.len().cmp(&right.len()).then_with(|| left.cmp(right));
            if by_value.is_ne() {
                return by_value;
            }
            (a, b) = (rest_a, rest_b);
        } else {
            let by_letter = x.to_lowercase().cmp(y.to_lowercase()).then_with(|| y.cmp(&x));
            if by_letter.is_ne() {
                return by_letter;
            }
            (a, b) = (a.get(x.len_utf8()..).unwrap_or(""), b.get(y.len_utf8()..).unwrap_or(""));
        }
    }
    a.len().cmp(&b.len())
}

/// Splits off the leading digits, without their leading zeros.
fn split_digits(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    (digits.trim_start_matches('0'), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_people_count() {
        let sorted = ["1+2", "2.a", "2.a.1", "2.a.2", "2.a.10", "3", "3.A", "5*", "10", "17.e", "a.22", "a2", "b.1"];
        let mut numbers: Vec<_> = sorted.iter().rev().filter_map(|text| ItemNumber::parse(text)).collect();
        numbers.sort();
        let order: Vec<_> = numbers.iter().map(ItemNumber::as_str).collect();
        assert_eq!(order, sorted.map(|text| text.trim_end_matches('*')));
    }

    #[test]
    fn digits_count_as_numbers_and_stand_before_letters() {
        for (first, second) in [("2.007", "2.10"), ("2.9", "2.10"), ("1", "a"), ("1", "1a")] {
            assert!(natural(first, second).is_lt() && natural(second, first).is_gt(), "{first} {second}");
        }
        let numbered = ItemNumber::parse("1b").expect("a number");
        assert_eq!(numbered.order(None), numbered.order(Some(Period::calendar_year(2020))), "whatever its date");
    }

    #[test]
    fn knows_what_stands_below() {
        let number = |text| ItemNumber::parse(text).expect("a number");
        assert!(number("2.a.1").is_below(&number("2.a")));
        for other in ["2.ab", "2.abc", "2.a", "2.a.", "2", "3.a.1"] {
            assert!(!number(other).is_below(&number("2.a")), "{other}");
        }
    }

    #[test]
    fn a_number_has_a_sign_at_least_and_forty_at_most() {
        for (text, is_one) in
            [("", false), (" *", false), ("1", true), (&"a".repeat(40), true), (&"a".repeat(41), false)]
        {
            assert_eq!(ItemNumber::parse(text).is_some(), is_one, "{text}");
        }
        for (text, is_printed) in [("abc", true), ("2019-budget", true), ("abcd", false)] {
            assert_eq!(ItemNumber::parse(text).expect("a number").printed().is_some(), is_printed, "{text}");
        }
    }

    #[test]
    fn a_key_of_words_is_no_number_and_stands_by_its_date() {
        let dates = ["udbud", "ungehus", "1b", "analyse"].map(|text| ItemNumber::parse(text).expect("a number"));
        let year = |year| Some(Period::calendar_year(year));
        let mut found: Vec<_> = dates.iter().zip([year(2021), None, year(2030), year(2020)]).collect();
        found.sort_by_key(|(number, date)| number.order(*date));
        let order: Vec<_> = found.iter().map(|(number, _)| (number.as_str(), number.printed())).collect();
        assert_eq!(order, [("1b", Some("1b")), ("analyse", None), ("udbud", None), ("ungehus", None)]);
    }
}
