//! Price levels as titles name them: `Budget (2020-pl)`, `i 2021-priser`, `PL 2022`.
//!
//! Floor 0. The crown of one year is not that of another, so amounts of two price levels are not added.

use super::Year;

/// What stands behind a year of prices.
const BEHIND: [&str; 8] = ["pl", "p/l", "pris", "priser", "prices", "price", "prisniveau", "prisnivå"];
/// What may stand before one: `priser 2020` may be what was paid that year.
const BEFORE: [&str; 4] = ["pl", "p/l", "prisniveau", "prisnivå"];

/// Returns the year of the price level that a title names; nothing where it names none, or several.
#[must_use]
pub fn price_level(title: &str) -> Option<i16> {
    let lower = title.to_lowercase();
    // What a comma or a bracket parts is not said of each other: `Budget 2020 (PL 2021)`, `Budget 2020, pris pr. plads`.
    let mut named = lower.split(['(', ')', '[', ']', ',', ';']).flat_map(years_of_prices);
    let first = named.next()?;
    named.all(|other| other == first).then_some(first)
}

/// Returns the years whose prices a piece of a title names.
fn years_of_prices(piece: &str) -> Vec<i16> {
    let parts = piece.split(|c: char| c.is_whitespace() || "-–".contains(c));
    let words = parts.map(|word| word.trim_end_matches('.'));
    // Swedish says `2020 års priser`.
    let words: Vec<&str> = words.filter(|word| !word.is_empty() && *word != "års").collect();
    let year = |word: &str| word.parse::<i16>().ok().filter(|year| word.len() == 4 && Year::YEARS.contains(year));
    let named = words.iter().zip(words.iter().skip(1)).filter_map(|(one, other)| match (year(one), year(other)) {
        (Some(year), None) => BEHIND.contains(other).then_some(year),
        (None, Some(year)) => BEFORE.contains(&one.trim_end_matches(':')).then_some(year),
        _ => None,
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::price_level;

    #[test]
    fn a_title_names_its_price_level() {
        for title in [
            "Budget (2020-pl)",
            "Budget, 2020-PL",
            "Budget 2021 (2020-p/l)",
            "Budget i 2020-priser",
            "Budget i 2020 priser",
            "Budget (pl 2020)",
            "Budget, PL-2020",
            "Budget, prisniveau 2020",
            "Budsjett (2020-priser)",
            "Budget, 2020 års priser",
            "Budget (2020 prices)",
            "Budget (2020–pl.)",
            "Budget 2019 (PL 2020)",
            "Budget (PL: 2020)",
            "Budget, prisniveau: 2020",
            "Budget 2019: 2020-pl",
            "Budget p/l: 2020",
        ] {
            assert_eq!(price_level(title), Some(2020), "{title}");
        }
        for title in [
            "Budget 2020",
            "Priser 2020",
            "Plan 2020",
            "2020-plan",
            "Fra 2020-pl til 2021-pl",
            "12-pl",
            "",
            "Budget 2020, pris pr. plads",
            "Antal 2019 (priser)",
            "Budget 2020: priser",
            "Priser: 2020",
        ] {
            assert_eq!(price_level(title), None, "{title}");
        }
    }
}
