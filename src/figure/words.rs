//! Sentences by rule: counts, parts of a whole, and what a chart measures.

use crate::{
    chart::{ChartKeyEntry, KeySample, MarkRole},
    locale::{Arg, Locale},
    value::Unit,
};

/// Returns a small count as a word, a larger one in digits.
pub(super) fn count(locale: &Locale, n: usize) -> String {
    locale.say("chart-count", &[("n", n.into())])
}

/// Says how many of all something holds for. The message chooses by `$share` (`only` one there is, `not`
/// the only one, `none`, `one`, `both`, `all`, or `some`) and speaks of `$count` and `$all` as words.
pub(super) fn part(locale: &Locale, key: &str, n: usize, of: usize, more: &[(&str, Arg)]) -> String {
    let share = match (n, of) {
        (0, 1) => "not",
        (1, 1) => "only",
        (0, _) => "none",
        (2, 2) => "both",
        _ if n == of => "all",
        (1, _) => "one",
        _ => "some",
    };
    let (n, of) = (count(locale, n), count(locale, of));
    let args: Vec<(&str, Arg)> = [("share", share.into()), ("count", (&n).into()), ("all", (&of).into())]
        .into_iter()
        .chain(more.iter().copied())
        .collect();
    capital(&locale.say(key, &args))
}

/// Says a sentence that chooses by a count `$n` and speaks of it as the word `$count`; nothing for none.
pub(super) fn counted(locale: &Locale, key: &str, n: usize) -> Option<String> {
    let word = count(locale, n);
    (n > 0).then(|| capital(&locale.say(key, &[("n", n.into()), ("count", (&word).into())])))
}

/// Says what is measured, in which unit and as of when, where that is known.
pub(super) fn subtitle(locale: &Locale, what: &str, unit: &Unit, as_of: Option<&str>) -> String {
    let unit = locale.unit(unit);
    let args = [("what", what.into()), ("unit", unit.into()), ("as-of", as_of.unwrap_or_default().into())];
    match (unit, as_of) {
        ("", None) => what.to_owned(),
        ("", Some(_)) => locale.say("chart-subtitle-plain", &args),
        (_, None) => locale.say("chart-subtitle-undated", &args),
        (_, Some(_)) => locale.say("chart-subtitle", &args),
    }
}

/// Makes an entry of the key.
pub(super) fn key(locale: &Locale, sample: KeySample, role: MarkRole, word: &str) -> ChartKeyEntry {
    ChartKeyEntry { sample, role, label: locale.say(word, &[]) }
}

/// Returns words without arguments, such as the heads of columns.
pub(super) fn heads(locale: &Locale, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| locale.say(key, &[])).collect()
}

/// Returns a sentence with its first letter in upper case.
pub(super) fn capital(sentence: &str) -> String {
    let mut chars = sentence.chars();
    let mut text = String::with_capacity(sentence.len());
    text.extend(chars.next().into_iter().flat_map(char::to_uppercase));
    text.push_str(chars.as_str());
    text
}

/// Says that the picture has room for some of all rows only.
pub(super) fn most(locale: &Locale, shown: usize, all: usize) -> String {
    locale.say("chart-most", &[("shown", shown.into()), ("all", all.into())])
}

/// Returns the head of a column of values: their unit, or a plain word where they have none.
pub(super) fn column(locale: &Locale, unit: &Unit) -> String {
    match locale.unit(unit) {
        "" => locale.say("chart-column-value", &[]),
        unit => unit.to_owned(),
    }
}
