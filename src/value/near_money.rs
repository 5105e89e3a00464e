//! Units that were meant as money and are read as words: `mio. kr. (2025-pl)`, `i hele kr.`, `milion kr.`.
//!
//! Floor 0. Nothing is read this way. What an amount is *per*, `kr. pr. elev`, is a word by right.

use super::{
    Unit,
    magnitude::is_magnitude,
    money::{Currency, Magnitude, parse_money},
};

/// Words that stand before a unit and say nothing of it.
const BEFORE: &[&str] = &[
    "i", "in", "hele", "hela", "alle", "alla", "all", "beløb", "belopp", "amounts", "angivet", "anges", "tal", "tall",
    "figures", "opgjort",
];

/// Words behind a unit that say how the money was counted, not what it is per.
const BEHIND: &[&str] = &[
    "netto",
    "brutto",
    "net",
    "gross",
    "ekskl",
    "eksklusive",
    "exkl",
    "excl",
    "inkl",
    "inklusive",
    "incl",
    "moms",
    "mva",
    "vat",
    "pl",
    "p/l",
    "priser",
    "prices",
    "prisniveau",
    "prisnivå",
    "løbende",
    "løpende",
    "löpande",
    "faste",
    "fasta",
    "current",
    "constant",
    "nominelt",
];

/// Tells whether a unit that is read as a word was meant as money: it names a currency, and what stands beside that is no
/// magnitude that is known, a year of prices, or a word that changes nothing. Answers the money that was meant; nothing
/// where its magnitude cannot be told.
#[must_use]
pub fn nearly_money(text: &str, crown: Currency) -> Option<String> {
    if Unit::parse_with(text, crown).is_money() {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches(['(', ')', '[', ']', ':'])).collect();
    let (from, to) = longest_money(&words, crown)?;
    let (before, behind) = (words.get(..from)?, words.get(to..)?);
    let letters = |word: &&str| word.trim_matches(['.', ',', ';']).to_lowercase();
    let has_digit = |word: &str| word.chars().any(|c| c.is_ascii_digit());
    let is_price = |word: &&str| {
        let is_of_year = word.chars().take(2).all(|c| c.is_ascii_digit());
        BEHIND.contains(&letters(word).as_str()) || is_of_year || BEFORE.contains(&letters(word).as_str())
    };
    let is_plain = |word: &&str| BEFORE.contains(&letters(word).as_str());
    // What is before a currency without a magnitude of its own may be one that is misspelt, or a number.
    let is_single = matches!(parse_money(&words.get(from..to)?.join(" "), crown), Some((Magnitude::One, _)));
    let counts = |word: &&str| has_digit(word) || is_magnitude(&letters(word)) || is_misspelt(&letters(word));
    let is_counted = is_single
        && before.last().is_some_and(counts)
        && before.iter().rev().skip(1).all(|word| counts(word) || is_plain(word));
    if !behind.iter().all(is_price) || !(is_counted || before.iter().all(is_plain)) {
        return None;
    }
    Some(if is_counted { String::new() } else { words.get(from..to)?.join(" ") })
}

/// Returns the longest run of words that is money with its currency.
fn longest_money(words: &[&str], crown: Currency) -> Option<(usize, usize)> {
    // More words than a unit has are a sentence.
    let length = words.len().min(8);
    let runs = (1..=length)
        .rev()
        .flat_map(|size| (0..=length.saturating_sub(size)).map(move |at| (at, at.saturating_add(size))));
    let is_money = |run: &(usize, usize)| {
        let text = words.get(run.0..run.1).map(|run| run.join(" ")).unwrap_or_default();
        // `mio.` alone may count anything.
        !is_magnitude(text.trim_matches('.').to_lowercase().as_str()) && parse_money(&text, crown).is_some()
    };
    runs.into_iter().find(is_money)
}

/// Tells whether a word is near to one by which a unit counts in millions or billions.
fn is_misspelt(word: &str) -> bool {
    [
        "million",
        "millioner",
        "miljon",
        "miljoner",
        "milliard",
        "milliarder",
        "miljard",
        "miljarder",
        "tusind",
        "tusen",
        "thousand",
    ]
    .iter()
    .any(|known| strsim::damerau_levenshtein(word, known) <= 2)
        || ["milj", "tsk", "tds", "tus", "mi", "mil"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_that_says_more_is_told() {
        for (text, meant) in [
            ("mio. kr. (2025-pl)", "mio. kr."),
            ("mio. kr. i 2025-priser", "mio. kr."),
            ("1.000 kr. 25/26-pl", "1.000 kr."),
            ("i hele kr.", "kr."),
            ("i kr. netto", "kr."),
            ("in Tsd. EUR netto", "Tsd. EUR"),
            ("mnkr löpande priser", "mnkr"),
            ("Mio. EUR netto", "Mio. EUR"),
            ("mio. kr. ekskl. moms", "mio. kr."),
            ("mio. kr.:", "mio. kr."),
            ("(mio. kr.):", "mio. kr."),
            // How many they count as one cannot be told.
            ("milion kr.", ""),
            ("100.000 kr.", ""),
            ("hundrede kr.", ""),
            ("i 10.000 kr.", ""),
            ("tsk. kr.", ""),
        ] {
            assert_eq!(nearly_money(text, Currency::Dkk).as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn what_money_is_per_and_other_words_are_not() {
        for text in [
            "",
            "kr.",
            "mio. kr.",
            "Tsd. EUR",
            // In brackets or behind a word they are read as money.
            "i 1.000 kr.",
            "[1.000 kr.]",
            "(i mio. kr.)",
            "In TEUR",
            "i\u{a0}kr.",
            "kr. pr. elev",
            "mio. kr. pr. km",
            "£ per head",
            "kr./år",
            "kr. i timen",
            "Euro 6 busser",
            "mio. rejser",
            "1.000 personer",
            "familier",
            "i alt",
            "kWh",
            "kr. pr. 1.000",
        ] {
            assert_eq!(nearly_money(text, Currency::Dkk), None, "{text}");
        }
    }
}
