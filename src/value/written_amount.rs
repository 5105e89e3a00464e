//! Amounts as authors write them: `ca. 2,5 mio. kr.*`, `-£1.50`, `-`.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::{
    Amount, Approximation, Figure, FootnoteMark, NegativeStyle, Unit,
    groups::{begins_with_digit, join_groups},
    money::{self, Currency, take_currency},
};

/// The largest number a report may hold, exclusive: 10^15.
const LIMIT: i64 = 1_000_000_000_000_000;

/// The most decimals a report may hold: with the 15 digits before them they are just as many as a [`Decimal`] adds exactly.
pub const MAX_DECIMALS: u32 = 12;

/// How amounts are written in a text: which sign parts the decimals, which the thousands, and whose crown `kr.` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Notation {
    /// Stands before the decimals.
    pub decimal: char,
    /// Stands between groups of three digits; `None` where none may stand.
    pub grouping: Option<char>,
    /// Whether a decimal sign before exactly three digits is taken at its word. It is where a file
    /// declares its notation, and is refused as ambiguous where an author writes by hand.
    pub declared: bool,
    /// How negative numbers are written, beside a minus before them.
    pub negative: NegativeStyle,
    /// The currency whose crown `kr.` is.
    pub crown: Currency,
}

impl Notation {
    /// Danish by hand: `1.307,5`.
    pub const DANISH: Self = Self {
        decimal: ',',
        grouping: Some('.'),
        declared: false,
        negative: NegativeStyle::Minus,
        crown: Currency::Dkk,
    };
    /// English by hand: `1,307.5`.
    pub const ENGLISH: Self = Self {
        decimal: '.',
        grouping: Some(','),
        declared: false,
        negative: NegativeStyle::Minus,
        crown: Currency::Dkk,
    };
    /// Swedish by hand: `1 307,5`, with a blank of any kind.
    pub const SWEDISH: Self = Self { grouping: Some(' '), crown: Currency::Sek, ..Self::DANISH };
    /// Norwegian by hand: `1 307,5`, with a blank of any kind.
    pub const NORWEGIAN: Self = Self { grouping: Some(' '), crown: Currency::Nok, ..Self::DANISH };
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
    WrongSign,
    /// It has more than [`MAX_DECIMALS`] decimals.
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

    /// Reads a text such as `ca. 2,5 mio. kr.*`, `-£1.50` or `-`. A currency may stand before or behind its number.
    ///
    /// # Errors
    ///
    /// Tells why the text is no amount in this notation; nothing is ever guessed.
    pub fn parse(text: &str, notation: Notation) -> Result<Self, AmountError> {
        let (text, mark) = FootnoteMark::split(text.trim());
        if text.is_empty() {
            return Err(AmountError::Empty);
        }
        // Spreadsheets print nil with its currency, apart from it: `$ -`. A minus that touches the sign lacks its number.
        let of_money = take_currency(text, notation.crown).map(|(_, rest)| rest);
        let bare = of_money.filter(|rest| text.trim_end_matches(rest).ends_with(char::is_whitespace)).unwrap_or(text);
        if matches!(bare, "-" | "–" | "−" | "—") {
            return Ok(Self { number: None, unit: None, approx: None, mark });
        }
        let (approx, text) = Approximation::take(text);
        let text = &*notation.negative.with_minus(text);
        let is_blank = notation.grouping.is_some_and(char::is_whitespace);
        let text = if is_blank { join_groups(text) } else { Cow::Borrowed(text) };
        let (number, unit) = match MoneyText::split(&text, notation.crown) {
            Some(money) => money.read(notation)?,
            None => {
                let (digits, unit) = split_unit(&text);
                let number = parse_number(digits, notation)?;
                (number, (!unit.is_empty()).then(|| Unit::parse_with(unit, notation.crown)))
            }
        };
        // The rest of `1 307,5` is no unit but the other half of a number, and that of `0,9 til 1,2` another number.
        let is_number = |unit: &Unit| {
            matches!(unit, Unit::Word(word) if begins_with_digit(word) || is_end_of_range(word, notation.crown)
                || money::holds_amount(word))
        };
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

/// An amount whose currency stands before its number: `-£1.65 million`, `DKK 9.1 million`, `£-5`.
struct MoneyText<'t> {
    /// The minus stands before the currency.
    is_negative: bool,
    currency: &'t str,
    /// The number, perhaps with a minus, and what stands behind it.
    rest: &'t str,
}

impl<'t> MoneyText<'t> {
    fn split(text: &'t str, crown: Currency) -> Option<Self> {
        let body = text.strip_prefix(['-', '−']);
        let (currency, rest) = take_currency(body.unwrap_or(text), crown)?;
        Some(Self { is_negative: body.is_some(), currency, rest })
    }

    /// Reads the number, and the unit that the currency and the words behind the number are together.
    fn read(&self, notation: Notation) -> Result<(Decimal, Option<Unit>), AmountError> {
        let (digits, behind) = split_at_unit(self.rest);
        // A minus on either side of the currency, and not on both.
        if self.is_negative && digits.starts_with(['-', '−']) {
            return Err(AmountError::NotANumber);
        }
        let number = parse_number(digits, notation)?;
        let unit = Unit::parse_with(&[self.currency, " ", behind.trim()].concat(), notation.crown);
        // `£2.5m`, but not `£1e3`; `£7 per head`, but not `£7 EUR`.
        let is_apart = behind.starts_with([' ', '\u{a0}']);
        if !unit.is_money() && (!is_apart || money::names_currency(behind, notation.crown)) {
            return Err(AmountError::NotANumber);
        }
        let number = if self.is_negative { Decimal::ZERO.saturating_sub(number) } else { number };
        Ok((number, Some(unit)))
    }
}

/// Splits `2,5 mio. kr.` into its digits and its unit.
fn split_unit(text: &str) -> (&str, &str) {
    let (digits, unit) = split_at_unit(text);
    // A unit stands apart from its number, or `1e3` would be one "e3".
    if !unit.starts_with([' ', '\u{a0}', '%']) && !money::begins_with_sign(unit) {
        return (text, "");
    }
    (digits, unit.trim())
}

/// Splits a text behind its number, which ends at the first character that can be no part of one.
fn split_at_unit(text: &str) -> (&str, &str) {
    // A minus may stand apart from its digits; the number ends at the first other blank or letter.
    let body = text.trim_start_matches(['-', '−', '+']);
    let sign = text.len().saturating_sub(body.len());
    let start = sign.saturating_add(body.len().saturating_sub(body.trim_start().len()));
    let Some(rest) = text.get(start..) else { return (text, "") };
    let end = rest
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '_')))
        .map_or(text.len(), |at| start.saturating_add(at));
    text.split_at(end)
}

/// Tells whether what stands behind a number is the end of a range: `til 1,2`, `– £1.2`.
fn is_end_of_range(text: &str, crown: Currency) -> bool {
    let mut ends = ["til ", "till ", "to ", "eller ", "or ", "og ", "och ", "and ", "-", "–", "—"].iter();
    ends.any(|word| {
        let rest = text.strip_prefix(word).map(str::trim_start);
        rest.is_some_and(|rest| begins_with_digit(rest) || take_currency(rest, crown).is_some())
    })
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
    // As many as are below `LIMIT`.
    if whole_digits.len() > 15 {
        return Err(AmountError::TooLarge);
    }
    let plain = match decimals {
        Some(decimals) => Cow::Owned([&whole_digits, ".", decimals].concat()),
        None => whole_digits,
    };
    let mut number = Decimal::from_str_exact(&plain).map_err(|_| AmountError::NotANumber)?;
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
        && groups.first().is_some_and(|first| first.len() <= 3)
        && groups.iter().skip(1).all(|group| group.len() == 3);
    if sound {
        return Ok(Cow::Owned(groups.concat()));
    }
    // `3.2` in a Danish text: one foreign sign that would part decimals in the other notation.
    match (groups.as_slice(), body == whole) {
        ([first, second], true) if digits(first) && digits(second) => Err(AmountError::WrongSign),
        _ => Err(AmountError::NotANumber),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn danish(text: &str) -> Result<WrittenAmount, AmountError> {
        WrittenAmount::parse(text, Notation::DANISH)
    }

    /// Writes an amount in no language.
    fn neutral(written: &WrittenAmount) -> String {
        let approx = match written.approx {
            None => "",
            Some(Approximation::Over) => ">",
            Some(_) => "~",
        };
        let mark = written.mark.map(|mark| mark.to_string()).unwrap_or_default();
        let unit = written.unit.as_ref().map_or("", Unit::word);
        format!("{approx}{} {unit}{mark}", written.number.expect("not nil"))
    }

    #[test]
    fn a_number_is_below_a_quadrillion_and_grouped_by_threes() {
        for (number, is_one) in [(LIMIT, false), (LIMIT - 1, true), (1 - LIMIT, true), (-LIMIT, false), (0, true)] {
            assert_eq!(WrittenAmount::whole(number).is_some(), is_one, "{number}");
        }
        let exact = format!("0,{}", "1".repeat(MAX_DECIMALS as usize));
        for text in ["999.999.999.999.999", "999999999999999", "-999999999999999,5", &exact] {
            assert!(danish(text).is_ok(), "{text}");
        }
        assert_eq!(danish(&format!("{exact}1")), Err(AmountError::TooManyDecimals));
        for text in ["1.000.000.000.000.000", "1000000000000000", &"1".repeat(40)] {
            assert_eq!(danish(text), Err(AmountError::TooLarge), "{text}");
        }
        for text in ["3.", ".5", "1234.567.890", "1.23.456", "ca2", "overskud 2"] {
            assert_eq!(danish(text), Err(AmountError::NotANumber), "{text}");
        }
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
            ("1.234,567", "1234.567"),
            ("0,250", "0.250"),
            ("-0", "0"),
        ] {
            assert_eq!(number(text), digits, "{text}");
        }
    }

    #[test]
    fn reads_units_qualifiers_and_marks() {
        let written = danish("ca. 2,5 mio. kr.*").expect("an amount");
        assert_eq!(written.unit, Some(Unit::MILLION_KRONER));
        assert_eq!(written.approx, Some(Approximation::About));
        assert_eq!(written.mark, FootnoteMark::parse("*"));
        assert_eq!(danish("-").expect("nil").number, None);
        for (text, unit) in [("8 familier", "familier"), ("- 8 familier", "familier"), ("8 til deling", "til deling")] {
            assert_eq!(danish(text).expect("an amount").unit, Some(Unit::Word(unit.into())), "{text}");
        }
    }

    #[test]
    fn refuses_what_could_be_read_in_two_ways() {
        for text in ["141,667", "10,250"] {
            assert!(matches!(danish(text), Err(AmountError::Ambiguous { .. })), "{text}");
        }
        assert_eq!(danish("3.2"), Err(AmountError::WrongSign));
        let declared = Notation { declared: true, ..Notation::DANISH };
        assert_eq!(WrittenAmount::parse("141,667", declared).expect("declared").number, Some(Decimal::new(141_667, 3)));
    }

    #[test]
    fn blanks_of_any_kind_part_thousands_where_they_are_declared() {
        let ungrouped = Notation { grouping: None, ..Notation::DANISH };
        assert!(WrittenAmount::parse("1307", ungrouped).is_ok() && WrittenAmount::parse("1 307", ungrouped).is_err());
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
            "1.2_4",
            "1,2_3",
            "12,3456789012345",
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

    /// Spreadsheets print nil with its currency, apart from it.
    #[test]
    fn nil_may_have_a_currency_before_it() {
        for (text, is_nil) in [("-", true), ("–", true), ("$ -", true), ("kr. -", true), ("$-", false), ("x -", false)]
        {
            let read = WrittenAmount::parse(text, Notation::ENGLISH);
            assert_eq!(read.is_ok_and(|written| written.number.is_none() && written.unit.is_none()), is_nil, "{text}");
        }
    }

    #[test]
    fn a_currency_stands_before_or_behind_its_number() {
        let english = |text: &str| WrittenAmount::parse(text, Notation::ENGLISH).map(|written| neutral(&written));
        for (text, read) in [
            ("£1,650.00", "1650.00 GBP"),
            ("£5", "5 GBP"),
            ("£ 5", "5 GBP"),
            ("-£5", "-5 GBP"),
            ("−£5", "-5 GBP"),
            ("£-5", "-5 GBP"),
            ("- £5", "-5 GBP"),
            ("-£0.00", "0.00 GBP"),
            ("5 £", "5 GBP"),
            ("5€", "5 EUR"),
            ("-5€", "-5 EUR"),
            ("US$1.2bn", "1.2 mia. USD"),
            ("£2.5m", "2.5 mio. GBP"),
            ("£1.65 million", "1.65 mio. GBP"),
            ("about £2.5m*", "~2.5 mio. GBP*"),
            ("over 33.5 GBP m", ">33.5 mio. GBP"),
            ("DKK 9.1 million", "9.1 mio. kr."),
            ("NOK 5", "5 NOK"),
            ("EUR5", "5 EUR"),
            ("kr. 2.5", "2.5 kr."),
            ("£7 per head", "7 £ per head"),
            ("7 £ per head", "7 £ per head"),
            ("£7 per 1,000 residents", "7 £ per 1,000 residents"),
            ("5 sek.", "5 sek."),
        ] {
            assert_eq!(english(text).as_deref(), Ok(read), "{text}");
        }
        for text in [
            "£",
            "-£",
            "£-",
            "--£5",
            "-£-5",
            "£1e3",
            "£5 EUR",
            "£5 kr.",
            "£5 £",
            "£5-£7",
            "£5 – £7",
            "£5 to £7",
            "5 to £7",
            "5 £7",
            "5 or kr. 7",
            "££5",
            "£€5",
            "£m 5",
            "£5x",
            "£ five",
            "mio. kr. 5",
            "1 £5",
            "£1.2.3",
        ] {
            assert!(english(text).is_err(), "{text}: {:?}", english(text));
        }
    }

    #[test]
    fn a_crown_without_a_country_is_that_of_the_site() {
        let norwegian = Notation { grouping: Some(' '), crown: Currency::Nok, ..Notation::DANISH };
        for (text, read) in [
            ("2,5 mill. kr", "2.5 mio. NOK"),
            ("kr 1 000", "1000 NOK"),
            ("5 mnkr", "5 mio. NOK"),
            ("5 DKK", "5 kr."),
            ("SEK 5", "5 SEK"),
        ] {
            let written = WrittenAmount::parse(text, norwegian).map(|written| neutral(&written));
            assert_eq!(written.as_deref(), Ok(read), "{text}");
        }
    }
}
