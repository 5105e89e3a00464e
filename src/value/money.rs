//! Money: in which currency an amount is, whether in thousands, millions or billions of it, and how both are spelt.
//!
//! Floor 0. A currency that is not listed here is a word like any other unit: its amounts add to each other, and to nothing
//! else.

use super::Decimal;

/// A currency that is known as money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Currency {
    /// Danish kroner, of Greenland and the Faroes too.
    Dkk,
    /// Norwegian kroner.
    Nok,
    /// Swedish kronor.
    Sek,
    /// Icelandic krónur.
    Isk,
    /// Euro.
    Eur,
    /// Pounds sterling.
    Gbp,
    /// Dollars of the United States.
    Usd,
    /// Swiss francs.
    Chf,
    /// Polish złoty.
    Pln,
    /// Czech koruny.
    Czk,
    /// Canadian dollars.
    Cad,
    /// Australian dollars.
    Aud,
}

/// How many of a currency a unit counts as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Magnitude {
    /// One by one.
    One,
    /// In thousands.
    Thousand,
    /// In millions.
    Million,
    /// In billions: 10^9, Danish *milliarder*.
    Billion,
}

/// What is known of a currency.
struct CurrencyEntry {
    currency: Currency,
    /// Its code by ISO 4217.
    code: &'static str,
    /// The same in small letters.
    small: &'static str,
    /// Whether the code may be written in small letters. `sek.` are seconds, and `cad` is drawn with.
    any_case: bool,
    /// Its other spellings, in small letters, without dots.
    others: &'static [&'static str],
    /// The spellings of its units, from one to billions, by which a parser knows them whatever the language.
    units: [&'static str; 4],
}

macro_rules! entry {
    ($currency:ident, $code:literal, $small:literal, $any_case:literal, $others:expr) => {
        CurrencyEntry {
            currency: Currency::$currency,
            code: $code,
            small: $small,
            any_case: $any_case,
            others: $others,
            units: [$code, concat!("1.000 ", $code), concat!("mio. ", $code), concat!("mia. ", $code)],
        }
    };
}

/// Every currency, in the order of [`Currency::ALL`]. `pund` and `pounds` are missing on purpose: they may be weights.
const CURRENCIES: [CurrencyEntry; Currency::ALL.len()] = [
    CurrencyEntry {
        units: ["kr.", "1.000 kr.", "mio. kr.", "mia. kr."],
        ..entry!(Dkk, "DKK", "dkk", true, &["dkr", "danskekroner"])
    },
    entry!(Nok, "NOK", "nok", true, &["nkr", "norskekroner"]),
    entry!(Sek, "SEK", "sek", false, &["skr", "svenskekroner", "svenskakronor"]),
    entry!(Isk, "ISK", "isk", false, &["ikr", "islandskekroner"]),
    entry!(Eur, "EUR", "eur", true, &["€", "euro", "euros"]),
    entry!(Gbp, "GBP", "gbp", true, &["£"]),
    entry!(Usd, "USD", "usd", true, &["us$", "$"]),
    entry!(Chf, "CHF", "chf", true, &[]),
    entry!(Pln, "PLN", "pln", false, &["zł"]),
    entry!(Czk, "CZK", "czk", false, &["kč"]),
    entry!(Cad, "CAD", "cad", false, &["ca$", "c$"]),
    entry!(Aud, "AUD", "aud", false, &["au$", "a$"]),
];

/// The spellings of the crown of whichever country it is.
const CROWNS: [&str; 6] = ["kr", "krone", "kroner", "krona", "kronor", "krónur"];

/// The signs of currencies, which stand against their number.
const SIGNS: [char; 3] = ['£', '€', '$'];

impl Currency {
    /// Every currency that is known.
    pub const ALL: [Self; 12] = [
        Self::Dkk,
        Self::Nok,
        Self::Sek,
        Self::Isk,
        Self::Eur,
        Self::Gbp,
        Self::Usd,
        Self::Chf,
        Self::Pln,
        Self::Czk,
        Self::Cad,
        Self::Aud,
    ];

    /// Returns its code by ISO 4217: `GBP`.
    #[must_use]
    pub fn code(self) -> &'static str {
        CURRENCIES.iter().find(|entry| entry.currency == self).map_or("", |entry| entry.code)
    }

    /// Tells whether it is one of those that are called `kr.` at home.
    #[must_use]
    pub fn is_crown(self) -> bool {
        matches!(self, Self::Dkk | Self::Nok | Self::Sek | Self::Isk)
    }

    /// Returns the spelling of a unit of it that is read as that unit, whatever the language.
    pub(super) fn unit_word(self, magnitude: Magnitude) -> &'static str {
        let entry = CURRENCIES.iter().find(|entry| entry.currency == self);
        let at = Magnitude::ALL.iter().position(|known| *known == magnitude);
        entry.zip(at).and_then(|(entry, at)| entry.units.get(at)).copied().unwrap_or_default()
    }
}

impl Magnitude {
    /// Every magnitude, from the smallest.
    pub const ALL: [Self; 4] = [Self::One, Self::Thousand, Self::Million, Self::Billion];

    /// Returns how many one of it is.
    #[must_use]
    pub fn factor(self) -> Decimal {
        match self {
            Self::One => Decimal::ONE,
            Self::Thousand => Decimal::ONE_THOUSAND,
            Self::Million => Decimal::from(1_000_000),
            Self::Billion => Decimal::from(1_000_000_000),
        }
    }

    /// Reads a magnitude from what is left of a unit without its currency, in small letters and without dots or blanks.
    fn parse(letters: &str) -> Option<Self> {
        Some(match letters {
            "" => Self::One,
            "1000" | "000" | "000s" | "t" | "k" | "tusind" | "tusinde" | "tusinder" | "tusen" | "tsd" | "tausend"
            | "thousand" | "thousands" => Self::Thousand,
            "m" | "mn" | "mio" | "mill" | "mln" | "milj" | "million" | "millions" | "millioner" | "millionen"
            | "miljon" | "miljoner" => Self::Million,
            "md" | "mld" | "mrd" | "mia" | "bn" | "billion" | "billions" | "milliard" | "milliarder" | "miljard"
            | "miljarder" => Self::Billion,
            _ => return None,
        })
    }
}

/// Reads a unit of money in the spellings of many hands: `mio. kr.`, `£m`, `GBP million`, `1.000 EUR`, `MNOK`, `tkr`. The
/// crown without a country is that of `crown`.
#[must_use]
pub fn parse_money(text: &str, crown: Currency) -> Option<(Magnitude, Currency)> {
    // Without its blank `i kr.` is `ikr.`, which is Icelandic.
    if behind_lead(text).is_some() {
        return None;
    }
    // Dots and blanks differ from hand to hand: `mio. kr.`, `mio.kr`, `Mio kr.` are one unit.
    let letters = text.to_lowercase().replace(['.', ',', ' ', '\u{a0}', '\'', '’'], "");
    // In Danish reports nothing but kroner is counted in millions without a word.
    match letters.as_str() {
        "mio" => return Some((Magnitude::Million, crown)),
        "mia" => return Some((Magnitude::Billion, crown)),
        _ => {}
    }
    let around = |spelling: &str| {
        let rests = [letters.strip_prefix(spelling), letters.strip_suffix(spelling)];
        rests.into_iter().flatten().find_map(Magnitude::parse)
    };
    // Before the currencies: `mdkr` are Swedish billions and not millions of Danish kroner.
    if let Some(magnitude) = CROWNS.iter().find_map(|spelling| around(spelling)) {
        return Some((magnitude, crown));
    }
    CURRENCIES.iter().find_map(|entry| {
        let by_code = if entry.any_case || text.contains(entry.code) { around(entry.small) } else { None };
        let found = by_code.or_else(|| entry.others.iter().find_map(|spelling| around(spelling)));
        found.map(|magnitude| (magnitude, entry.currency))
    })
}

/// Returns what stands behind the word that leads to a unit: `kr.` of `i kr.`.
pub(super) fn behind_lead(text: &str) -> Option<&str> {
    let (word, rest) = text.trim_start().split_once(char::is_whitespace)?;
    (word.eq_ignore_ascii_case("i") || word.eq_ignore_ascii_case("in")).then(|| rest.trim_start())
}

/// Splits a currency from the front of a text, up to its first digit or minus: `£`, `DKK `, `kr. `. What is left has
/// no blanks before it.
#[must_use]
pub fn take_currency(text: &str, crown: Currency) -> Option<(&str, &str)> {
    let end = text.find(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−'))?;
    let (currency, rest) = text.split_at_checked(end)?;
    let currency = currency.trim();
    // Most numbers stand alone.
    let is_currency = !currency.is_empty() && matches!(parse_money(currency, crown), Some((Magnitude::One, _)));
    is_currency.then_some((currency, rest))
}

/// Splits the sign of a currency from the front of a unit: `£` and ` per head`, `US$` and ` million per year`.
#[must_use]
pub fn take_sign(unit: &str) -> Option<(Currency, &str)> {
    let end = unit.find(SIGNS).and_then(|at| Some(at.saturating_add(unit.get(at..)?.chars().next()?.len_utf8())))?;
    let (sign, rest) = unit.split_at_checked(end)?;
    match parse_money(sign, Currency::Dkk) {
        Some((Magnitude::One, currency)) => Some((currency, rest)),
        _ => None,
    }
}

/// Tells whether a text ends in the sign of a currency, which stands against its number: a code stands apart from it.
#[must_use]
pub fn ends_in_sign(text: &str) -> bool {
    text.ends_with(SIGNS)
}

/// Tells whether a text begins with the sign of a currency, which may stand against the number before it: `5€`.
#[must_use]
pub fn begins_with_sign(text: &str) -> bool {
    text.starts_with(SIGNS)
}

/// Tells whether the unit behind a number names another amount of money: `til £7`, `€ 5`.
#[must_use]
pub fn holds_amount(unit: &str) -> bool {
    unit.split(SIGNS).skip(1).any(|behind| behind.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

/// Tells whether a word of a text is a currency.
#[must_use]
pub fn names_currency(text: &str, crown: Currency) -> bool {
    text.contains(SIGNS) || text.split_whitespace().any(|word| parse_money(word, crown).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_known_in_the_spellings_of_many_hands() {
        use {Currency::*, Magnitude::*};
        for (text, magnitude, currency) in [
            ("£", One, Gbp),
            ("£m", Million, Gbp),
            ("£ million", Million, Gbp),
            ("£'000", Thousand, Gbp),
            ("£000s", Thousand, Gbp),
            ("£k", Thousand, Gbp),
            ("£bn", Billion, Gbp),
            ("GBP m", Million, Gbp),
            ("mio. £", Million, Gbp),
            ("1.000 EUR", Thousand, Eur),
            ("EUR 1,000", Thousand, Eur),
            ("M€", Million, Eur),
            ("TEUR", Thousand, Eur),
            ("mio. euro", Million, Eur),
            ("US$", One, Usd),
            ("$m", Million, Usd),
            ("A$", One, Aud),
            ("MNOK", Million, Nok),
            ("mill. NOK", Million, Nok),
            ("mio. nkr.", Million, Nok),
            ("SEK", One, Sek),
            ("miljoner SEK", Million, Sek),
            ("mio. ISK", Million, Isk),
            ("CHF", One, Chf),
            ("mio. DKK", Million, Dkk),
            ("dkr.", One, Dkk),
            ("Tsd. EUR", Thousand, Eur),
            ("Tsd. €", Thousand, Eur),
            ("T€", Thousand, Eur),
            ("T EUR", Thousand, Eur),
            ("Mio. EUR", Million, Eur),
            ("Mrd. Euro", Billion, Eur),
            ("k€", Thousand, Eur),
            ("tDKK", Thousand, Dkk),
            ("tNOK", Thousand, Nok),
            ("tSEK", Thousand, Sek),
            ("MSEK", Million, Sek),
            ("mnSEK", Million, Sek),
            ("TCHF", Thousand, Chf),
        ] {
            assert_eq!(parse_money(text, Dkk), Some((magnitude, currency)), "{text}");
        }
        // What no country is named of is the crown of whoever writes.
        for (text, magnitude) in [
            ("kr", One),
            ("tkr", Thousand),
            ("tusen kroner", Thousand),
            ("mnkr", Million),
            ("mkr", Million),
            ("mill. kr", Million),
            ("miljoner kronor", Million),
            ("mdkr", Billion),
            ("mrd. kr", Billion),
            ("mio.", Million),
            ("kkr", Thousand),
            ("milj. kr", Million),
            ("1 000 kr", Thousand),
        ] {
            for crown in [Dkk, Nok, Sek] {
                assert_eq!(parse_money(text, crown), Some((magnitude, crown)), "{text}");
            }
        }
    }

    #[test]
    fn what_may_be_something_else_is_no_money() {
        for text in [
            "",
            "sek.",
            "sek",
            "min. og sek.",
            "cad",
            "m",
            "k",
            "pund",
            "pounds",
            "£ per head",
            "€ pr. m2",
            "krav",
            "¥",
            "GBP EUR",
            "i kr.",
            "I\u{a0}kr",
        ] {
            assert_eq!(parse_money(text, Currency::Dkk), None, "{text}");
        }
    }

    #[test]
    fn every_unit_is_read_by_its_own_word() {
        for currency in Currency::ALL {
            for magnitude in Magnitude::ALL {
                let word = currency.unit_word(magnitude);
                assert_eq!(parse_money(word, Currency::Dkk), Some((magnitude, currency)), "{word}");
            }
            assert_eq!(parse_money(currency.code(), Currency::Nok), Some((Magnitude::One, currency)));
        }
    }

    #[test]
    fn the_crown_is_that_of_whoever_writes() {
        let crowns = Currency::ALL.into_iter().filter(|currency| currency.is_crown());
        assert_eq!(crowns.collect::<Vec<_>>(), [Currency::Dkk, Currency::Nok, Currency::Sek, Currency::Isk]);
        assert_eq!(parse_money("Mia.", Currency::Sek), Some((Magnitude::Billion, Currency::Sek)));
    }

    #[test]
    fn an_amount_behind_a_unit_is_none_of_its_own() {
        for (unit, holds) in
            [("til £7", true), ("€ 5", true), ("per head", false), ("£ per head", false), ("£ m2", false)]
        {
            assert_eq!(holds_amount(unit), holds, "{unit}");
        }
    }
}
