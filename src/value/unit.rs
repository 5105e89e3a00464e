//! Units: what a number counts.

use std::sync::Arc;

use super::{
    Decimal,
    magnitude::is_magnitude,
    money::{Currency, Magnitude, behind_lead, parse_money, take_sign},
};

/// What a number counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Unit {
    /// Money: kroner, thousands of euro, millions of pounds.
    Money(Magnitude, Currency),
    /// Per cent, `%`.
    Percent,
    /// Anything else, in the author's own word: `familier`, `dage`, `£ per head`. May be empty.
    Word(Arc<str>),
    /// Points of per cent, by which two figures in per cent differ: 76,4 % is 4,1 points more than 72,3 %, and 6 % more.
    PercentPoint,
}

/// What words of heads end in that count in per cent.
const PER_CENT_ENDINGS: [&str; 5] = ["%", "pct", "procent", "prosent", "percent"];
/// What words of heads begin with that say that a column counts in per cent.
const PER_CENT_BEGINNINGS: [&str; 4] = ["procentvis", "procentuel", "prosentvis", "percentage"];

impl Unit {
    /// Danish kroner, `kr.`.
    pub const KRONE: Self = Self::Money(Magnitude::One, Currency::Dkk);
    /// Thousands of Danish kroner, `1.000 kr.`.
    pub const THOUSAND_KRONER: Self = Self::Money(Magnitude::Thousand, Currency::Dkk);
    /// Millions of Danish kroner, `mio. kr.`.
    pub const MILLION_KRONER: Self = Self::Money(Magnitude::Million, Currency::Dkk);
    /// Billions of Danish kroner, `mia. kr.`.
    pub const BILLION_KRONER: Self = Self::Money(Magnitude::Billion, Currency::Dkk);

    /// Returns the spelling by which [`Unit::parse`] knows it, whatever the language.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Money(magnitude, currency) => currency.unit_word(*magnitude),
            Self::Percent => "%",
            Self::PercentPoint => "procentpoint",
            Self::Word(word) => word,
        }
    }

    /// Reads a unit. Money and per cent are known in their usual spellings; any other text is a word. `kr.` is Danish.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self::parse_with(text, Currency::Dkk)
    }

    /// Reads a unit where `kr.` is the crown of a country. Money may stand in brackets or behind a word, `(t.kr.)`, `i mio. kr.`; any
    /// other remark is a word with them.
    #[must_use]
    pub fn parse_with(text: &str, crown: Currency) -> Self {
        let mut bare = text.trim();
        while let Some(within) = within_brackets(bare).or_else(|| behind_lead(bare)) {
            bare = within.trim();
        }
        if let Some((magnitude, currency)) = parse_money(bare, crown) {
            return Self::Money(magnitude, currency);
        }
        let letters = text.to_lowercase().replace(['.', ',', ' ', '\u{a0}'], "");
        match letters.as_str() {
            "%" | "pct" | "procent" | "prosent" | "percent" => Self::Percent,
            "procentpoint" | "procent-point" | "pctpoint" | "pct-point" | "%point" | "%-point" | "%points"
            | "%-points" | "percentagepoint" | "percentagepoints" | "percentpoint" | "percentpoints"
            | "procentenhet" | "procentenheter" | "prosentpoeng" | "%-enheter" | "%-poeng" | "pp" => Self::PercentPoint,
            _ => Self::Word(Arc::from(text.trim())),
        }
    }

    /// Returns the money that the head of a column says it counts in, `i mio. kr.`, `(1.000 kr.)`, with what stands before that.
    #[must_use]
    pub fn money_in(head: &str, crown: Currency) -> Option<(&str, Self)> {
        let is_end = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | ',');
        let ends = head.char_indices().filter(|(_, c)| is_end(*c)).map(|(at, _)| at);
        let ends = ends.filter_map(|at| head.split_at_checked(at));
        let money = |(before, part): (&str, &str)| {
            let (part, is_apart) = (part.trim(), part.trim_start().starts_with(['(', '[']));
            let part = part.trim_matches(|c| matches!(c, '(' | ')' | '[' | ']' | ',')).trim();
            // `Ikke nok` has no Norwegian crowns, and `Sager Mia` is the cases of a Mia.
            let is_word = !is_apart && matches!(part, "nok" | "Nok" | "Mia");
            let unit = Self::parse_with(part, crown);
            (unit.is_money() && !is_word).then_some((before.len(), unit))
        };
        let (end, unit) = ends.filter_map(money).next()?;
        let before = head.get(..end)?.trim();
        // `Udgift pr. borger (kr.)` counts in crowns for each citizen, which are added to no others.
        let is_rate = Self::Word(before.replace('/', " ").into()).rate(crown).is_some();
        (!is_rate).then_some((before, unit))
    }

    /// Returns the per cent, or points of it, that the head of a column says it counts in: in a word of its own, or in the end of one, as
    /// in `Dækningspct.`. A rate that a head tells of, as `2 % besparelse`, is none.
    #[must_use]
    pub fn per_cent_in(head: &str) -> Option<Self> {
        let lower = head.to_lowercase();
        let parts = lower.split(|c: char| c.is_whitespace() || "()[],/".contains(c));
        let words: Vec<&str> = parts.filter(|word| !word.is_empty()).collect();
        let is_per_cent = |text: &str| Some(Self::parse(text)).filter(Self::is_per_cent);
        let of_word = |at: usize, word: &&str| {
            let is_of_number = at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|before| {
                before.starts_with(|c: char| c.is_ascii_digit())
                    && !(before.len() == 4 && before.parse::<u16>().is_ok())
            });
            let pair = words.get(at.saturating_add(1)).and_then(|next| is_per_cent(&format!("{word}{next}")));
            let ends = || {
                let rest = PER_CENT_ENDINGS.iter().find_map(|ending| word.trim_end_matches('.').strip_suffix(ending));
                let is_of_word = rest.is_some_and(|rest| !rest.contains(|c: char| c.is_ascii_digit()));
                let is_said = is_of_word || PER_CENT_BEGINNINGS.iter().any(|beginning| word.starts_with(beginning));
                is_said.then_some(Self::Percent)
            };
            if is_of_number { None } else { pair.or_else(|| is_per_cent(word)).or_else(ends) }
        };
        words.iter().enumerate().find_map(|(at, word)| of_word(at, word))
    }

    /// Tells whether it can be a unit: one that is known, or a word. Digits are part of a number.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        match self {
            Self::Word(word) => word.is_empty() || word.chars().any(char::is_alphabetic),
            _ => true,
        }
    }

    /// Returns the unit that is one of its currency, which all amounts of that convert to; any other unit is its own.
    #[must_use]
    pub fn one(&self) -> Self {
        match self {
            Self::Money(_, currency) => Self::Money(Magnitude::One, *currency),
            other => other.clone(),
        }
    }

    /// Returns its currency, or `None` when it is not money.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        match self {
            Self::Money(_, currency) => Some(*currency),
            _ => None,
        }
    }

    /// Returns how many of their currency one of this unit and one of another is, or `None` unless both are money of one
    /// currency.
    pub(super) fn factors(&self, other: &Self) -> Option<(Decimal, Decimal)> {
        match (self, other) {
            (Self::Money(own, currency), Self::Money(theirs, same)) if currency == same => {
                Some((own.factor(), theirs.factor()))
            }
            _ => None,
        }
    }

    /// Returns what the difference of two amounts of it counts in: figures in per cent differ by points.
    #[must_use]
    pub fn of_difference(&self) -> Self {
        if *self == Self::Percent { Self::PercentPoint } else { self.clone() }
    }

    /// Tells whether it is per cent or points of it, which figures say themselves.
    #[must_use]
    pub fn is_per_cent(&self) -> bool {
        matches!(self, Self::Percent | Self::PercentPoint)
    }

    /// Tells whether a quotient in it is told of hundred: per cent, or an index, of which 100 says that both are equal.
    #[must_use]
    pub fn is_of_hundred(&self) -> bool {
        let Self::Word(word) = self else { return self.is_per_cent() };
        let word = word.to_lowercase();
        let first = word.split(|c: char| !c.is_alphabetic()).find(|part| !part.is_empty());
        first.is_some_and(|first| ["indeks", "indekstal", "index", "indextal"].contains(&first))
    }

    /// Tells whether it is money.
    #[must_use]
    pub fn is_money(&self) -> bool {
        self.currency().is_some()
    }

    /// Tells whether whole numbers of it are counts, which are exact: of an author's own word, unless that says thousands or
    /// more, or begins with money. `12 (1.000 personer)`, `3 mio. rejser` and `£7 per head` are as round as amounts of money.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        let Self::Word(word) = self else { return false };
        let first = word.split_whitespace().next().unwrap_or_default().to_lowercase();
        // `18-24-årige` counts whom its numbers tell of.
        let is_age = ["årig", "åring", "year-old"].iter().any(|age| word.to_lowercase().contains(age));
        let is_number = first.starts_with(|c: char| c.is_ascii_digit()) && !is_age;
        let is_of_money = || take_sign(word).is_some() || parse_money(&first, Currency::Dkk).is_some();
        !is_number && !is_magnitude(first.trim_end_matches('.')) && !is_of_money()
    }

    /// Tells whether amounts of the two units may be added: the same unit, or money of one
    /// currency. What a currency is worth in another is nowhere stated, so two never add.
    #[must_use]
    pub fn adds_to(&self, other: &Self) -> bool {
        self == other || (self.is_money() && self.currency() == other.currency())
    }
}

fn within_brackets(text: &str) -> Option<&str> {
    [('(', ')'), ('[', ']')].into_iter().find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_says_in_which_money_its_column_counts() {
        for (head, before, unit) in [
            ("Korrigeret budget i t.kr.", "Korrigeret budget", Unit::THOUSAND_KRONER),
            ("Budget (mio. kr.)", "Budget", Unit::MILLION_KRONER),
            ("Budget, 1.000 kr.", "Budget", Unit::THOUSAND_KRONER),
            ("Budget kr.", "Budget", Unit::KRONE),
            ("Budget 2026 [i kr.]", "Budget 2026", Unit::KRONE),
            ("Budget i\u{a0}kr.", "Budget", Unit::KRONE),
            ("Budget I KR.", "Budget", Unit::KRONE),
            ("Budget\u{a0}(t.kr.)", "Budget", Unit::THOUSAND_KRONER),
            ("Drift/anlæg (kr.)", "Drift/anlæg", Unit::KRONE),
            ("Budget pr. 31. december (kr.)", "Budget pr. 31. december", Unit::KRONE),
            ("Tilskud NOK", "Tilskud", Unit::Money(Magnitude::One, Currency::Nok)),
            ("Tilskud (nok)", "Tilskud", Unit::Money(Magnitude::One, Currency::Nok)),
            ("Tilskud i nok", "Tilskud", Unit::Money(Magnitude::One, Currency::Nok)),
            ("Ændring mio", "Ændring", Unit::MILLION_KRONER),
            ("Gæld mia.", "Gæld", Unit::BILLION_KRONER),
        ] {
            assert_eq!(Unit::money_in(head, Currency::Dkk), Some((before, unit)), "{head}");
        }
        for head in [
            "Budget",
            "Budget 2026",
            "Budget (pct.)",
            "Antal i alt",
            "kr.",
            "Ikke nok",
            "Hjælp Nok",
            "Hjælp, nok",
            "Sager Mia",
            "Udgift pr. borger (kr.)",
            "Udgift pr. borger, kr.",
            "Udgift per barn i kr.",
            "Budget (kr. pr. barn)",
            "Kr. pr. borger",
        ] {
            assert_eq!(Unit::money_in(head, Currency::Dkk), None, "{head}");
        }
    }

    #[test]
    fn an_index_is_of_hundred_by_its_first_word() {
        for (unit, is_of_hundred) in [
            ("indeks", true),
            ("Index 2015", true),
            ("2015-indeks", true),
            ("%", true),
            ("pr. indeks", false),
            ("sager", false),
            ("kr.", false),
        ] {
            assert_eq!(Unit::parse(unit).is_of_hundred(), is_of_hundred, "{unit}");
        }
        for (unit, is_counted) in [("mio. rejser", false), ("9-klasser", false), ("co2 biler", true)] {
            assert_eq!(Unit::parse(unit).is_counted(), is_counted, "{unit}");
        }
    }

    #[test]
    fn knows_money_from_every_hand() {
        for (text, unit) in [
            ("mio. kr.", Unit::MILLION_KRONER),
            ("Mio. kr", Unit::MILLION_KRONER),
            ("mio.kr.", Unit::MILLION_KRONER),
            ("mio kr", Unit::MILLION_KRONER),
            ("mio", Unit::MILLION_KRONER),
            ("1.000 kr.", Unit::THOUSAND_KRONER),
            ("1000 kr", Unit::THOUSAND_KRONER),
            ("t.kr.", Unit::THOUSAND_KRONER),
            ("mia. kr.", Unit::BILLION_KRONER),
            ("kr", Unit::KRONE),
            ("pct.", Unit::Percent),
            ("procentpoint", Unit::PercentPoint),
            ("Pct.-point", Unit::PercentPoint),
            ("%-point", Unit::PercentPoint),
            ("percentage points", Unit::PercentPoint),
            ("familier", Unit::Word("familier".into())),
            // The unit in brackets or behind a word is that unit, and `i kr.` no Icelandic króna.
            ("i kr.", Unit::KRONE),
            ("I kr.", Unit::KRONE),
            ("i\u{a0}kr.", Unit::KRONE),
            ("i  kr", Unit::KRONE),
            ("(i kr.)", Unit::KRONE),
            ("((kr.))", Unit::KRONE),
            ("( I\u{a0}KR. )", Unit::KRONE),
            ("[i t.kr.]", Unit::THOUSAND_KRONER),
            ("i (mio. kr.)", Unit::MILLION_KRONER),
            ("In DKK", Unit::KRONE),
            ("ikr", Unit::Money(Magnitude::One, Currency::Isk)),
            ("i ISK", Unit::Money(Magnitude::One, Currency::Isk)),
            ("(kr. pr. barn)", Unit::Word("(kr. pr. barn)".into())),
            ("i alt", Unit::Word("i alt".into())),
            ("(i alt)", Unit::Word("(i alt)".into())),
        ] {
            assert_eq!(Unit::parse(text), unit, "{text}");
        }
    }

    #[test]
    fn words_are_counted_unless_they_say_thousands() {
        for word in ["familier", "", "sager pr. uge", "Personer", "årsværk", "millionærer"] {
            assert!(Unit::parse(word).is_counted(), "{word}");
        }
        for word in [
            "1.000 personer",
            "tusind elever",
            "mio. rejser",
            "Millioner ture",
            "mia. kWh",
            "kr.",
            "mio. kr.",
            "%",
            "£7 per head",
            "kr. pr. barn",
        ] {
            assert!(!Unit::parse(word).is_counted(), "{word}");
        }
    }

    #[test]
    fn a_head_says_per_cent_in_a_word_or_the_end_of_one() {
        for head in [
            "Dækning (%)",
            "Dækning i %",
            "Dækning %",
            "Dækning 2025 %",
            "Dækningspct.",
            "Dæknings-%",
            "Forbrug i pct.",
            "Pct. af budget",
            "Forbrugsprocent",
            "Procentvis afvigelse",
            "Afvigelse [pct]",
            "Forbrug i % af budget",
            "Spent, per cent",
            "Percentage spent",
        ] {
            assert_eq!(Unit::per_cent_in(head), Some(Unit::Percent), "{head}");
        }
        for head in
            ["Ændring (procentpoint)", "Ændring i %-point", "Ændring, pct. point", "Change in percentage points"]
        {
            assert_eq!(Unit::per_cent_in(head), Some(Unit::PercentPoint), "{head}");
        }
        for head in ["Forbrug", "2 % besparelse", "25% statslig", "Effekt", "Pr. borger", "Afvigelse (mio. kr.)", ""] {
            assert_eq!(Unit::per_cent_in(head), None, "{head}");
        }
    }

    #[test]
    fn a_unit_is_known_or_a_word() {
        for (unit, is_sound) in [("", true), ("m2", true), ("kr.", true), ("%", true), ("12", false), ("1/2", false)] {
            assert_eq!(Unit::parse(unit).is_sound(), is_sound, "{unit}");
        }
    }
}
