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
    let first = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let next = after.split(char::is_whitespace).next().unwrap_or_default();
    let (lead, unit) = (bare(first), bare(next));
    let begins = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    if is_number(first) {
        let is_unit = UNITS.contains(&unit.as_str()) || is_magnitude(&unit) || is_money(next);
        return is_unit || is_group(first, next) || is_day(first) && is_month_word(next);
    }
    if is_magnitude(&lead) && is_money(next) {
        let number = before.strip_suffix(first).map(|rest| rest.trim_end()).unwrap_or_default();
        return is_number(number.rsplit(char::is_whitespace).next().unwrap_or_default());
    }
    // `4.` may be a day: its month stands behind it.
    is_day(first.trim_end_matches('.')) && first.ends_with('.') && is_month_word(next)
        || LEADS.contains(&lead.as_str()) && begins(next)
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
