//! What may not part at the end of a line: a number and its unit, a day and its month, `nr.` and its number.
//!
//! Only blanks become such that do not break, and only in running text: code, names and addresses stay as they are.

use std::borrow::Cow;

use crate::value::{Currency, is_magnitude, is_month, parse_money};

/// The blank at which no line ends.
pub const NO_BREAK: char = '\u{a0}';

/// What a number counts beside money, in small letters and without points.
const UNITS: [&str; 23] = [
    "pct",
    "procent",
    "prosent",
    "percent",
    "procentpoint",
    "prosentpoeng",
    "procentenheter",
    "%",
    "km",
    "km²",
    "m",
    "m²",
    "m³",
    "cm",
    "ha",
    "kg",
    "ton",
    "tonn",
    "kwh",
    "mwh",
    "gwh",
    "°c",
    "stk",
];

/// What stands before a number and belongs to it.
const LEADS: [&str; 10] = ["nr", "no", "kap", "pkt", "stk", "kl", "side", "s", "bilag", "tabel"];

/// Keeps together what may not part at the end of a line.
pub fn kept_together(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) || !text.contains(' ') {
        return Cow::Borrowed(text);
    }
    let joins: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).filter(|at| is_kept_at(text, *at)).collect();
    if joins.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len().saturating_add(joins.len()));
    let mut from = 0_usize;
    for at in joins {
        out.push_str(text.get(from..at).unwrap_or_default());
        out.push(NO_BREAK);
        from = at.saturating_add(1);
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(out)
}

/// Tells whether no line may end at a blank of a text.
fn is_kept_at(text: &str, at: usize) -> bool {
    let (before, after) = (text.get(..at), text.get(at.saturating_add(1)..));
    before.zip(after).is_some_and(|(before, after)| belong_together(before, after))
}

/// Tells whether no line may end between two texts of which one follows the other.
pub fn belong_together(before: &str, after: &str) -> bool {
    let Some(end) = TextEnd::of(before) else { return false };
    let next = after.split(char::is_whitespace).next().unwrap_or_default();
    match end {
        TextEnd::Number(first) => {
            let unit = bare(next);
            let is_unit = UNITS.contains(&unit.as_str()) || is_magnitude(&unit) || is_money(next);
            is_unit || is_group(first, next) || is_day(first) && is_month_word(next)
        }
        TextEnd::Magnitude => is_money(next),
        TextEnd::Day => is_month_word(next),
        TextEnd::Lead => next.starts_with(|c: char| c.is_ascii_digit()),
    }
}

/// The end of a text that what follows may not be parted from. Most texts end otherwise.
pub enum TextEnd<'t> {
    /// A number.
    Number(&'t str),
    /// `mio.` behind a number.
    Magnitude,
    /// `4.` may be a day: its month stands behind it.
    Day,
    /// `nr.`
    Lead,
}

impl<'t> TextEnd<'t> {
    /// Returns the end of a text, if it is such a one.
    pub fn of(text: &'t str) -> Option<Self> {
        let last_word = |text: &'t str| text.rsplit(char::is_whitespace).next().unwrap_or_default();
        let last = last_word(text);
        if is_number(last) {
            return Some(Self::Number(last));
        }
        let before = text.strip_suffix(last).map(|rest| rest.trim_end()).unwrap_or_default();
        if before.ends_with(|c: char| c.is_ascii_digit()) && is_number(last_word(before)) && is_magnitude(&bare(last)) {
            return Some(Self::Magnitude);
        }
        if last.ends_with('.') && is_day(last.trim_end_matches('.')) {
            return Some(Self::Day);
        }
        let lead = plain(last);
        LEADS.iter().any(|known| known.eq_ignore_ascii_case(lead)).then_some(Self::Lead)
    }
}

/// Returns a word without what stands around it.
fn plain(word: &str) -> &str {
    word.trim_matches(['.', ',', ';', ':', '(', ')', '!', '?', '»', '«', '"', '”', '“'])
}

fn bare(word: &str) -> String {
    plain(word).to_lowercase()
}

/// Tells whether a word is a unit of money. Whose crown `kr.` is makes no difference here.
fn is_money(word: &str) -> bool {
    let word = plain(word);
    !word.is_empty() && parse_money(word, Currency::Dkk).is_some()
}

/// Tells whether a word is a number, perhaps in a bracket or behind a minus.
fn is_number(word: &str) -> bool {
    let digits = word.trim_start_matches(['(', '-', '−', '–', '+', '»', '"']);
    digits.ends_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | '/'))
}

fn is_day(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_month_word(word: &str) -> bool {
    is_month(word) || is_month(word.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// Tells whether two words are the groups of one number: `1 307 500`.
fn is_group(first: &str, next: &str) -> bool {
    let digits = |word: &str| word.bytes().take_while(u8::is_ascii_digit).count();
    let first = first.trim_start_matches(['(', '-', '−', '+']);
    let rest = next.get(digits(next)..).unwrap_or_default();
    (1..=3).contains(&first.len())
        && digits(first) == first.len()
        && digits(next) == 3
        && !rest.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_with_what_they_count() {
        for text in [
            "9,1~mio.~kr. i alt",
            "(2,5~mio.~kr.)",
            "−0,8~mio.~kr.",
            "12~pct. og 40~%, 3~procentpoint",
            "den 30.~juni 2020 og 1.~nov. 2021",
            "on 30~June 2020",
            "jf. nr.~4 og bilag~2",
            "1~307~500~kr.",
            "5~millioner~kroner",
            "800~t.kr. til 3,5~km vej",
            "kl.~14.30",
            "12~miljoner~kronor, 4~mnkr",
            "3~mill.~kr og 5~prosent",
            "7~EUR, 2~€ og 1~million~USD",
            "8,5–5,9~mio.~kr.",
        ] {
            assert_eq!(kept_together(&text.replace('~', " ")), text.replace('~', "\u{a0}"), "{text}");
        }
    }

    #[test]
    fn other_blanks_may_end_a_line() {
        for text in [
            "i 2020 blev 12 familier hjulpet",
            "fra 2020 til 2022",
            "i 2020 150 familier",
            "10 kritiske, 3 marts-møder",
            "kr. og mio. kr.",
            "tabellen har 3 rækker",
            "A4 m med mere",
            "Ingen tal her",
            "afsnit 2.a km",
        ] {
            assert_eq!(kept_together(text), text, "{text}");
        }
    }
}
