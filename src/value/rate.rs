//! Rates: units that say how much there is for each of something else, `kr. pr. borger`, `£ per head`, `pr. 1.000 indbyggere`.

use super::{Currency, Decimal, Unit, magnitude::noughts, point_in_time::without_points_in_time};

/// The words between what a rate counts and what it is for.
const FOR_EACH: [&str; 2] = ["pr", "per"];

/// What a unit counts, and for each of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    /// What is counted: kroner. Empty where the unit does not say it: `pr. 1.000 indbyggere`.
    pub of: Unit,
    /// For each of what: a thousand inhabitants.
    pub each: Unit,
}

impl Unit {
    /// Reads a unit as a rate, where `kr.` is the crown of a country. Per cent are none: they say of a hundred what of.
    #[must_use]
    pub fn rate(&self, crown: Currency) -> Option<Rate> {
        let Self::Word(text) = self else { return None };
        let text = &*without_points_in_time(text);
        let (of, each) = text.split_once('/').or_else(|| {
            let mut end = 0_usize;
            text.split_inclusive(|c: char| !c.is_alphanumeric()).find_map(|word| {
                let start = end;
                end = end.saturating_add(word.len());
                let word = word.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
                FOR_EACH.contains(&word.as_str()).then(|| text.get(..start).zip(text.get(end..))).flatten()
            })
        })?;
        let part = |text: &str| Self::parse_with(text, crown);
        (!each.trim().is_empty()).then(|| Rate { of: part(of), each: part(each) })
    }

    /// Returns how many of what a unit in words counts one of it is: a thousand of `1.000 personer`, one of `personer`.
    ///
    /// Only ten, a hundred and so on are such numbers: others belong to the word, as in `2 timers blokke`, and so does the
    /// tenth of `10. klasse`.
    #[must_use]
    pub fn ones(&self) -> Decimal {
        let Self::Word(text) = self else { return Decimal::ONE };
        let mut words = text.split_whitespace();
        let first = words.next().unwrap_or_default();
        let is_number = |word: &str| {
            word.ends_with(|c: char| c.is_ascii_digit())
                && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’'))
        };
        let groups = words.take_while(|word| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit()));
        let number: String = std::iter::once(first).filter(|word| is_number(word)).chain(groups).collect();
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let power = match digits.strip_prefix('1') {
            Some(rest) if rest.bytes().all(|digit| digit == b'0') => u8::try_from(rest.len()).unwrap_or(0),
            _ => noughts(&first.trim_end_matches('.').to_lowercase()).unwrap_or(0),
        };
        (0..power).try_fold(Decimal::ONE, |ones, _| ones.checked_mul(Decimal::TEN)).unwrap_or(Decimal::ONE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read_as_they_are_written() {
        for (text, of, each) in [
            ("kr. pr. borger", "kr.", "borger"),
            ("kr.pr.borger", "kr.", "borger"),
            ("t.kr. pr. plads", "t.kr.", "plads"),
            ("1.000 kr. pr. 1.000 indbyggere", "1.000 kr.", "1.000 indbyggere"),
            ("kr/barn", "kr", "barn"),
            ("kr. / barn / år", "kr.", "barn / år"),
            ("£ per head", "£", "head"),
            ("pr. 1.000 indbyggere", "", "1.000 indbyggere"),
            ("Sager pr. mio. kr.", "Sager", "mio. kr."),
        ] {
            let rate = Rate { of: Unit::parse(of), each: Unit::parse(each) };
            assert_eq!(Unit::parse(text).rate(Currency::Dkk), Some(rate), "{text}");
        }
        for text in ["borgere", "kr.", "%", "sprog", "kr. pr.", "", "prøver", "perioder"] {
            assert_eq!(Unit::parse(text).rate(Currency::Dkk), None, "{text}");
        }
    }

    #[test]
    fn a_unit_says_how_many_one_of_it_is() {
        for (text, ones) in [
            ("personer", 1),
            ("", 1),
            ("1.000 personer", 1000),
            ("1 000 invånare", 1000),
            ("1\u{a0}000 invånare", 1000),
            ("10,000 people", 10_000),
            ("100 elever", 100),
            ("tusind elever", 1000),
            ("mio. rejser", 1_000_000),
            ("mdr.", 1),
            ("18 årige", 1),
            ("10. klasse", 1),
            ("2 timers blokke", 1),
            ("1.500 personer", 1),
            // A group has three digits, and nothing else.
            ("1 00 elever", 1),
            ("1 x00 elever", 1),
            ("m2", 1),
            ("PM10", 1),
            // More than can be counted.
            ("1000000000000000000000000000000 atomer", 1),
            ("kr.", 1),
        ] {
            assert_eq!(Unit::parse(text).ones(), Decimal::from(ones), "{text}");
        }
    }
}
