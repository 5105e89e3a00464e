//! Amounts: exact decimals with a unit, and the four things a cell of a report can hold.
//!
//! A cell is *not given* (`Option::None`), *nil* ("-"), a figure, or an approximate figure
//! ("ca. 2,5"). They stay different from the file to the page. A [`WrittenAmount`] is what the author
//! wrote; a [`Figure`] is what it means once the nearest declared unit is known.

use std::{borrow::Cow, sync::Arc};

use rust_decimal::Decimal;

use super::groups::{begins_with_digit, is_end_of_range, join_groups};

/// The largest number a report may hold, exclusive: 10^15.
const LIMIT: i64 = 1_000_000_000_000_000;

/// The most decimals a report may hold.
const MAX_DECIMALS: u32 = 4;

/// The words, in any supported language, by which a unit counts more than one by one.
const MAGNITUDES: [&str; 18] = [
    "hundrede",
    "hundreder",
    "hundred",
    "hundreds",
    "tusind",
    "tusinde",
    "tusinder",
    "thousand",
    "thousands",
    "mio",
    "million",
    "millioner",
    "millions",
    "mia",
    "milliard",
    "milliarder",
    "billion",
    "billions",
];

/// What a number counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Unit {
    /// Kroner, `kr.`.
    Krone,
    /// Thousands of kroner, `1.000 kr.`.
    Thousand,
    /// Millions of kroner, `mio. kr.`.
    Million,
    /// Billions of kroner, `mia. kr.`.
    Billion,
    /// Per cent, `%`.
    Percent,
    /// Anything else, in the author's own word: `familier`, `dage`. May be empty.
    Word(Arc<str>),
    /// Points of per cent, by which two figures in per cent differ: 76,4 % is 4,1 points more than 72,3 %, and 6 % more.
    PercentPoint,
}

impl Unit {
    /// Returns the spelling by which [`Unit::parse`] knows it, whatever the language.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Krone => "kr.",
            Self::Thousand => "1.000 kr.",
            Self::Million => "mio. kr.",
            Self::Billion => "mia. kr.",
            Self::Percent => "%",
            Self::PercentPoint => "procentpoint",
            Self::Word(word) => word,
        }
    }

    /// Reads a unit. Money and per cent are known in their usual spellings; any other text is a word.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        // Dots and blanks differ from hand to hand: `mio. kr.`, `mio.kr`, `Mio kr.` are one unit.
        let letters = text.to_lowercase().replace(['.', ',', ' ', '\u{a0}'], "");
        match letters.as_str() {
            "kr" | "kroner" | "dkk" => Self::Krone,
            "1000kr" | "1000kroner" | "tkr" | "tdkk" | "dkk1000" | "1000dkk" => Self::Thousand,
            "mio" | "miokr" | "miokroner" | "mkr" | "millkr" | "millionkr" | "millionerkr" | "millionerkroner"
            | "dkkmillion" | "miodkk" => Self::Million,
            "mia" | "miakr" | "miakroner" | "mdkr" | "milliardkr" | "milliarderkr" | "milliarderkroner"
            | "billionkr" | "dkkbillion" | "miadkk" => Self::Billion,
            "%" | "pct" | "procent" | "percent" => Self::Percent,
            "procentpoint" | "procent-point" | "pctpoint" | "pct-point" | "%point" | "%-point" | "%points"
            | "%-points" | "percentagepoint" | "percentagepoints" | "percentpoint" | "percentpoints" | "pp" => {
                Self::PercentPoint
            }
            _ => Self::Word(Arc::from(text.trim())),
        }
    }

    /// Tells whether it can be a unit: one that is known, or a word. Digits are part of a number.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        match self {
            Self::Word(word) => word.is_empty() || word.chars().any(char::is_alphabetic),
            _ => true,
        }
    }

    /// Returns how many kroner one of this unit is, or `None` when it is not money.
    #[must_use]
    pub fn kroner(&self) -> Option<Decimal> {
        match self {
            Self::Krone => Some(Decimal::ONE),
            Self::Thousand => Some(Decimal::ONE_THOUSAND),
            Self::Million => Some(Decimal::from(1_000_000)),
            Self::Billion => Some(Decimal::from(1_000_000_000)),
            Self::Percent | Self::PercentPoint | Self::Word(_) => None,
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

    /// Tells whether it is money.
    #[must_use]
    pub fn is_money(&self) -> bool {
        self.kroner().is_some()
    }

    /// Tells whether whole numbers of it are counts, which are exact: of an author's own word, unless that says thousands or
    /// more. `12 (1.000 personer)` and `3 mio. rejser` are as round as amounts of money.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        let Self::Word(word) = self else { return false };
        let first = word.split_whitespace().next().unwrap_or_default().to_lowercase();
        let is_number = first.starts_with(|c: char| c.is_ascii_digit());
        !is_number && !MAGNITUDES.contains(&first.trim_end_matches('.'))
    }

    /// Tells whether amounts of the two units may be added: the same unit, or both money.
    #[must_use]
    pub fn adds_to(&self, other: &Self) -> bool {
        self == other || (self.is_money() && other.is_money())
    }
}

/// An exact number of a unit. Its decimals are those that were written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    /// The number, in `unit`, with the decimals it was written with.
    pub number: Decimal,
    /// What the number counts.
    pub unit: Unit,
}

impl Amount {
    /// Makes an amount.
    #[must_use]
    pub fn new(number: Decimal, unit: Unit) -> Self {
        Self { number, unit }
    }

    /// Returns the same amount in another unit, exactly, or `None` when the units do not convert.
    #[must_use]
    pub fn to(&self, unit: &Unit) -> Option<Self> {
        Some(Self::new(self.number_in(unit)?, unit.clone()))
    }

    /// Returns how many of another unit it is, exactly, or `None` when the units do not convert.
    #[must_use]
    pub fn number_in(&self, unit: &Unit) -> Option<Decimal> {
        if &self.unit == unit {
            return Some(self.number);
        }
        Some(self.number.checked_mul(self.unit.kroner()?)?.checked_div(unit.kroner()?)?.normalize())
    }

    /// Returns what its last written digit is worth in a unit: a figure is known to half of that. `None` when the units do
    /// not convert.
    #[must_use]
    pub fn last_digit_in(&self, unit: &Unit) -> Option<Decimal> {
        Self::new(Decimal::try_new(1, self.number.scale()).ok()?, self.unit.clone()).number_in(unit)
    }

    /// Returns the sum in the unit of `self`, or `None` when the units do not add.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Option<Self> {
        Some(Self::new(self.number.checked_add(other.number_in(&self.unit)?)?, self.unit.clone()))
    }

    /// Returns the difference in the unit of `self`, of per cent in points, or `None` when the units do not add.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Option<Self> {
        Some(Self::new(self.number.checked_sub(other.number_in(&self.unit)?)?, self.unit.of_difference()))
    }
}

impl std::fmt::Display for Amount {
    /// Writes the amount in no language: with a point, and its unit behind it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.number, self.unit.word())
    }
}

/// How an approximate figure was qualified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Approximation {
    /// `ca.`, `circa`, `about`.
    About,
    /// `godt`, `a good`: a little more.
    Good,
    /// `knap`, `just under`: a little less.
    Barely,
    /// `over`.
    Over,
    /// `under`.
    Under,
}

impl Approximation {
    /// The words, in any supported language, that make the figure behind them approximate.
    const WORDS: [(&'static str, Self); 11] = [
        ("ca.", Self::About),
        ("ca", Self::About),
        ("cirka", Self::About),
        ("about", Self::About),
        ("godt", Self::Good),
        ("a good", Self::Good),
        ("knap", Self::Barely),
        ("knapt", Self::Barely),
        ("just under", Self::Barely),
        ("over", Self::Over),
        ("under", Self::Under),
    ];

    fn take(text: &str) -> (Option<Self>, &str) {
        if text.starts_with(|c: char| c.is_ascii_digit()) {
            return (None, text);
        }
        for (word, approx) in Self::WORDS {
            if let Some(rest) = text.strip_prefix(word)
                && rest.starts_with([' ', '\u{a0}'])
            {
                return (Some(approx), rest.trim_start());
            }
        }
        (None, text)
    }
}

/// A footnote mark: one to four asterisks behind an amount, a number or a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct FootnoteMark(u8);

impl FootnoteMark {
    /// The most asterisks a mark may have.
    const MAX: usize = 4;

    /// Reads a mark that stands alone, as a key of `[notes]`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (rest, mark) = Self::split(text);
        if rest.is_empty() { mark } else { None }
    }

    /// Splits a trailing mark from a text.
    #[must_use]
    pub fn split(text: &str) -> (&str, Option<Self>) {
        let rest = text.trim_end_matches('*');
        match u8::try_from(text.len().saturating_sub(rest.len())) {
            Ok(count @ 1..) if usize::from(count) <= Self::MAX => (rest.trim_end(), Some(Self(count))),
            _ => (text, None),
        }
    }

    /// Returns one of several marks of a table, from 0: those that authors wrote may mean different things by one.
    #[must_use]
    pub fn nth(nth: usize) -> Self {
        Self(u8::try_from(nth).unwrap_or(u8::MAX).saturating_add(1))
    }

    /// Returns the number of asterisks.
    #[must_use]
    pub fn count(self) -> u8 {
        self.0
    }
}

impl std::fmt::Display for FootnoteMark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        (0..self.0).try_for_each(|_| f.write_str("*"))
    }
}

/// How numbers are written in a text: which sign parts the decimals and which the thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Notation {
    /// Stands before the decimals.
    pub decimal: char,
    /// Stands between groups of three digits; `None` where none may stand.
    pub grouping: Option<char>,
    /// Whether a decimal sign before exactly three digits is taken at its word. It is where a file
    /// declares its notation, and is refused as ambiguous where an author writes by hand.
    pub declared: bool,
}

impl Notation {
    /// Danish by hand: `1.307,5`.
    pub const DANISH: Self = Self { decimal: ',', grouping: Some('.'), declared: false };
    /// English by hand: `1,307.5`.
    pub const ENGLISH: Self = Self { decimal: '.', grouping: Some(','), declared: false };
}

/// Why a text is no amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// Nothing is there.
    Empty,
    /// It is not a number, or something stands where no digit or unit can.
    NotANumber,
    /// It could be read in two ways: with decimals, and with thousands.
    Ambiguous {
        /// The digits when the sign parts decimals, with a point: `141.667`.
        decimals: String,
        /// The digits when the sign parts thousands: `141667`.
        thousands: String,
    },
    /// The sign for decimals is the other language's: `3.2` in a Danish text.
    WrongSign {
        /// The number as it should have been written.
        cure: String,
    },
    /// It has more than four decimals.
    TooManyDecimals,
    /// It is 10^15 or more.
    TooLarge,
}

/// An amount as an author wrote it: perhaps without a unit, perhaps nil.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct WrittenAmount {
    /// The number with its decimals; `None` is nil, written `-`.
    #[serde(with = "rust_decimal::serde::str_option")]
    pub number: Option<Decimal>,
    /// The unit that stands beside the number, if one does.
    pub unit: Option<Unit>,
    /// The qualifier, where the figure is approximate.
    pub approx: Option<Approximation>,
    /// The footnote mark behind it.
    pub mark: Option<FootnoteMark>,
}

impl WrittenAmount {
    /// Makes an exact number without unit or mark. Answers `None` outside ±10^15.
    #[must_use]
    pub fn whole(number: i64) -> Option<Self> {
        (-LIMIT < number && number < LIMIT).then(|| Self {
            number: Some(Decimal::from(number)),
            unit: None,
            approx: None,
            mark: None,
        })
    }

    /// Reads a text such as `ca. 2,5 mio. kr.*`, `-1,50` or `-`.
    ///
    /// # Errors
    ///
    /// Tells why the text is no amount in this notation; nothing is ever guessed.
    pub fn parse(text: &str, notation: Notation) -> Result<Self, AmountError> {
        let (text, mark) = FootnoteMark::split(text.trim());
        if text.is_empty() {
            return Err(AmountError::Empty);
        }
        if matches!(text, "-" | "–" | "−" | "—") {
            return Ok(Self { number: None, unit: None, approx: None, mark });
        }
        let (approx, text) = Approximation::take(text);
        let is_blank = notation.grouping.is_some_and(char::is_whitespace);
        let text = if is_blank { join_groups(text) } else { Cow::Borrowed(text) };
        let (digits, unit) = split_unit(&text);
        let number = parse_number(digits, notation)?;
        let unit = (!unit.is_empty()).then(|| Unit::parse(unit));
        // The rest of `1 307,5` is no unit but the other half of a number, and that of `0,9 til 1,2` another number.
        let is_number =
            |unit: &Unit| matches!(unit, Unit::Word(word) if begins_with_digit(word) || is_end_of_range(word));
        if unit.as_ref().is_some_and(|unit| !unit.is_sound() || is_number(unit)) {
            return Err(AmountError::NotANumber);
        }
        Ok(Self { number: Some(number), unit, approx, mark })
    }

    /// Gives the figure its unit: its own, else the nearest declared one.
    #[must_use]
    pub fn resolve(&self, nearest: &Unit) -> Figure {
        let unit = self.unit.as_ref().unwrap_or(nearest);
        Figure {
            amount: self.number.map(|number| Amount::new(number, unit.clone())),
            approx: self.approx,
            mark: self.mark,
        }
    }
}

/// A figure as a report states it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Figure {
    /// The amount; `None` is nil, printed "-", which is not zero and not *not given*.
    pub amount: Option<Amount>,
    /// The qualifier, where the figure is approximate. An approximate figure proves nothing.
    pub approx: Option<Approximation>,
    /// The footnote mark behind it.
    pub mark: Option<FootnoteMark>,
}

impl From<&Figure> for WrittenAmount {
    /// Writes a figure with its unit beside it.
    fn from(figure: &Figure) -> Self {
        Self {
            number: figure.amount.as_ref().map(|amount| amount.number),
            unit: figure.amount.as_ref().map(|amount| amount.unit.clone()),
            approx: figure.approx,
            mark: figure.mark,
        }
    }
}

impl Figure {
    /// Makes an exact figure without a mark.
    #[must_use]
    pub fn exact(amount: Amount) -> Self {
        Self { amount: Some(amount), approx: None, mark: None }
    }

    /// Tells whether the figure is nil.
    #[must_use]
    pub fn is_nil(&self) -> bool {
        self.amount.is_none()
    }
}

/// Splits `2,5 mio. kr.` into its digits and its unit.
fn split_unit(text: &str) -> (&str, &str) {
    // A minus may stand apart from its digits; the number ends at the first other blank or letter.
    let body = text.trim_start_matches(['-', '−', '+']);
    let sign = text.len().saturating_sub(body.len());
    let start = sign.saturating_add(body.len().saturating_sub(body.trim_start().len()));
    let Some(rest) = text.get(start..) else { return (text, "") };
    let end = rest
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '_')))
        .map_or(text.len(), |at| start.saturating_add(at));
    let (digits, unit) = text.split_at(end);
    // A unit stands apart from its number, or `1e3` would be one "e3".
    if !unit.is_empty() && !unit.starts_with([' ', '\u{a0}', '%']) {
        return (text, "");
    }
    (digits, unit.trim())
}

fn parse_number(text: &str, notation: Notation) -> Result<Decimal, AmountError> {
    let (negative, body) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let (whole, decimals) = match body.split_once(notation.decimal) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (body, None),
    };
    let whole_digits = ungroup(whole, notation, body)?;
    if let Some(decimals) = decimals {
        if decimals.is_empty() || !decimals.bytes().all(|b| b.is_ascii_digit()) {
            return Err(AmountError::NotANumber);
        }
        if !notation.declared && decimals.len() == 3 && whole_digits == whole && !whole.starts_with('0') {
            return Err(AmountError::Ambiguous {
                decimals: format!("{whole}.{decimals}"),
                thousands: format!("{whole}{decimals}"),
            });
        }
        if decimals.len() > MAX_DECIMALS as usize {
            return Err(AmountError::TooManyDecimals);
        }
    }
    if whole_digits.len() > 15 {
        return Err(AmountError::TooLarge);
    }
    let plain = match decimals {
        Some(decimals) => Cow::Owned([&whole_digits, ".", decimals].concat()),
        None => whole_digits,
    };
    let mut number = Decimal::from_str_exact(&plain).map_err(|_| AmountError::NotANumber)?;
    if number.abs() >= Decimal::from(LIMIT) {
        return Err(AmountError::TooLarge);
    }
    number.set_sign_negative(negative && !number.is_zero());
    Ok(number)
}

/// Removes the grouping signs of `1.307` after proving that they part groups of three.
fn ungroup<'t>(whole: &'t str, notation: Notation, body: &str) -> Result<Cow<'t, str>, AmountError> {
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    if digits(&whole) {
        return Ok(Cow::Borrowed(whole));
    }
    let groups: Vec<&str> = match notation.grouping {
        Some(sign) => whole.split(sign).collect(),
        None => vec![whole],
    };
    let sound = groups.iter().all(digits)
        && groups.first().is_some_and(|first| groups.len() == 1 || first.len() <= 3)
        && groups.iter().skip(1).all(|group| group.len() == 3);
    if sound {
        return Ok(Cow::Owned(groups.concat()));
    }
    // `3.2` in a Danish text: one foreign sign that would part decimals in the other notation.
    match (groups.as_slice(), body == whole) {
        ([first, second], true) if digits(first) && digits(second) => {
            Err(AmountError::WrongSign { cure: format!("{first}{}{second}", notation.decimal) })
        }
        _ => Err(AmountError::NotANumber),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn danish(text: &str) -> Result<WrittenAmount, AmountError> {
        WrittenAmount::parse(text, Notation::DANISH)
    }

    fn number(text: &str) -> String {
        danish(text).expect("an amount").number.expect("not nil").to_string()
    }

    #[test]
    fn keeps_the_digits_that_were_written() {
        for (text, digits) in [
            ("12,10", "12.10"),
            ("0,00", "0.00"),
            ("-1,50", "-1.50"),
            ("−1,50", "-1.50"),
            ("1.307,5", "1307.5"),
            ("33.883", "33883"),
            ("99999999999999,9900", "99999999999999.9900"),
            ("- 3", "-3"),
            ("-0", "0"),
        ] {
            assert_eq!(number(text), digits, "{text}");
        }
    }

    #[test]
    fn reads_units_qualifiers_and_marks() {
        let written = danish("ca. 2,5 mio. kr.*").expect("an amount");
        assert_eq!(written.unit, Some(Unit::Million));
        assert_eq!(written.approx, Some(Approximation::About));
        assert_eq!(written.mark, FootnoteMark::parse("*"));
        assert_eq!(danish("-").expect("nil").number, None);
        assert_eq!(danish("8 familier").expect("an amount").unit, Some(Unit::Word("familier".into())));
    }

    #[test]
    fn knows_money_from_every_hand() {
        for (text, unit) in [
            ("mio. kr.", Unit::Million),
            ("Mio. kr", Unit::Million),
            ("mio.kr.", Unit::Million),
            ("mio kr", Unit::Million),
            ("mio", Unit::Million),
            ("1.000 kr.", Unit::Thousand),
            ("1000 kr", Unit::Thousand),
            ("t.kr.", Unit::Thousand),
            ("mia. kr.", Unit::Billion),
            ("kr", Unit::Krone),
            ("pct.", Unit::Percent),
            ("procentpoint", Unit::PercentPoint),
            ("Pct.-point", Unit::PercentPoint),
            ("%-point", Unit::PercentPoint),
            ("percentage points", Unit::PercentPoint),
            ("familier", Unit::Word("familier".into())),
        ] {
            assert_eq!(Unit::parse(text), unit, "{text}");
        }
    }

    #[test]
    fn refuses_what_could_be_read_in_two_ways() {
        assert!(matches!(danish("141,667"), Err(AmountError::Ambiguous { .. })));
        assert_eq!(danish("3.2"), Err(AmountError::WrongSign { cure: "3,2".into() }));
        let declared = Notation { declared: true, ..Notation::DANISH };
        assert_eq!(WrittenAmount::parse("141,667", declared).expect("declared").number, Some(Decimal::new(141_667, 3)));
    }

    #[test]
    fn blanks_of_any_kind_part_thousands_where_they_are_declared() {
        let blank = Notation { grouping: Some(' '), declared: true, ..Notation::DANISH };
        for (text, digits) in [
            ("-2 412 250", Some("-2412250")),
            ("1\u{a0}616\u{202f}500,50", Some("1616500.50")),
            ("1\u{2009}000 kr.", Some("1000")),
            ("27 700", Some("27700")),
            ("12", Some("12")),
            ("1234 567", None),
            ("12 34", None),
            ("1 2345", None),
        ] {
            let number = WrittenAmount::parse(text, blank).ok().and_then(|written| written.number);
            assert_eq!(number.map(|number| number.to_string()).as_deref(), digits, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_number() {
        for text in [
            "1.2.3",
            "1,2,3",
            "abc",
            "12,",
            ",5",
            "1e3",
            "0x10",
            "1_000",
            "12,34567",
            "1 307,5",
            "2 3 kr.",
            "0,9 til 1,2",
            "5 – 7 mio. kr.",
            "3 or 4",
        ] {
            assert!(danish(text).is_err(), "{text}");
        }
        assert_eq!(danish("1000000000000000"), Err(AmountError::TooLarge));
        assert_eq!(danish("  "), Err(AmountError::Empty));
    }

    #[test]
    fn words_are_counted_unless_they_say_thousands() {
        for word in ["familier", "", "sager pr. uge", "Personer", "årsværk", "millionærer"] {
            assert!(Unit::parse(word).is_counted(), "{word}");
        }
        for word in
            ["1.000 personer", "tusind elever", "mio. rejser", "Millioner ture", "mia. kWh", "kr.", "mio. kr.", "%"]
        {
            assert!(!Unit::parse(word).is_counted(), "{word}");
        }
    }

    #[test]
    fn the_last_digit_is_the_one_that_was_written() {
        let digit = |text: &str, unit: &Unit| {
            let figure = danish(text).expect("an amount").resolve(&Unit::Million);
            figure.amount.expect("not nil").last_digit_in(unit).map(|digit| digit.normalize().to_string())
        };
        assert_eq!(digit("2,50", &Unit::Million).as_deref(), Some("0.01"));
        assert_eq!(digit("2,50", &Unit::Krone).as_deref(), Some("10000"));
        assert_eq!(digit("500.000 kr.", &Unit::Million).as_deref(), Some("0.000001"));
        assert_eq!(digit("3 mia. kr.", &Unit::Thousand).as_deref(), Some("1000000"));
        assert_eq!(digit("3 familier", &Unit::Million), None);
    }

    #[test]
    fn per_cent_differs_by_points() {
        let amount = |text: &str| danish(text).expect("an amount").resolve(&Unit::Krone).amount.expect("not nil");
        assert_eq!(amount("72,3 %").minus(&amount("76,4 %")), Some(amount("-4,1 procentpoint")));
        assert_eq!(amount("3 procentpoint").minus(&amount("1 procentpoint")), Some(amount("2 procentpoint")));
        assert_eq!(amount("3 %").plus(&amount("1 %")), Some(amount("4 %")));
        assert_eq!(amount("3 kr.").minus(&amount("1 kr.")), Some(amount("2 kr.")));
        // Neither is the other: 3 % of the whole is not 3 points more.
        assert_eq!(amount("3 %").minus(&amount("1 procentpoint")), None);
        assert!(Unit::Percent.is_per_cent() && Unit::PercentPoint.is_per_cent() && !Unit::Krone.is_per_cent());
    }

    #[test]
    fn converts_between_units_exactly() {
        let amount = Amount::new(Decimal::new(33_883, 0), Unit::Thousand);
        assert_eq!(amount.to(&Unit::Million).expect("money").number, Decimal::new(33_883, 3));
        assert!(amount.to(&Unit::Percent).is_none());
    }
}
