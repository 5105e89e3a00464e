//! Amounts and figures as a reader sees them: `ca. 2,5 mio. kr.`, never broken over two lines.

use super::{
    LocaleError,
    number::{MINUS, Numerals},
    pattern::{HOLES, Pattern},
    words::{Arg, Words},
};
use crate::value::{Amount, Approximation, Currency, Decimal, Figure, Magnitude, Unit, ends_in_sign, take_sign};

/// How nil is printed: neither zero nor *not given*.
const NIL: char = '-';

/// The words around numbers.
#[derive(Debug)]
pub(super) struct AmountWords {
    money: MoneyWords,
    percent: UnitWords,
    percent_point: UnitWords,
    /// A number and the author's own word.
    other: Pattern,
    about: Pattern,
    good: Pattern,
    barely: Pattern,
    over: Pattern,
    under: Pattern,
}

#[derive(Debug)]
struct UnitWords {
    /// The unit alone, as in the head of a column.
    name: String,
    /// The unit around its number.
    around: Pattern,
}

impl UnitWords {
    fn new(words: &Words, name: &'static str, around: &'static str) -> Result<Self, LocaleError> {
        let name = words.say(name, &[]).ok_or(LocaleError::Word { key: name, needs: "a text" })?;
        Ok(Self { name, around: pattern(words, around, &["number"])? })
    }

    fn write(&self, out: &mut String, number: &Decimal, numerals: &Numerals) {
        self.around.write(out, |out, _| numerals.write(out, number));
    }
}

/// The words of money.
#[derive(Debug)]
struct MoneyWords {
    /// The crown that the language calls `kr.`, and in English Danish kroner, in the order of [`Magnitude::ALL`].
    kroner: [UnitWords; Magnitude::ALL.len()],
    /// All other currencies, in the order of [`Currency::ALL`].
    others: Vec<CurrencyWords>,
    /// A number and the code of a currency, by magnitude: `{number} mio. {currency}`.
    with_code: [Pattern; Magnitude::ALL.len()],
    /// A number and the sign of a currency, by magnitude: `{currency}{number} million`.
    with_sign: [Pattern; Magnitude::ALL.len()],
}

/// The words of a currency.
#[derive(Debug)]
struct CurrencyWords {
    currency: Currency,
    /// Its code or its sign.
    word: String,
    /// Its units as they stand alone, in the order of [`Magnitude::ALL`].
    names: [String; Magnitude::ALL.len()],
}

/// The messages of money, each in the order of [`Magnitude::ALL`]: of a currency with a code, and of one with a sign.
const CODE_UNITS: MoneyKeys = ["unit-money", "unit-money-thousand", "unit-money-million", "unit-money-billion"];
const SIGN_UNITS: MoneyKeys = ["unit-sign", "unit-sign-thousand", "unit-sign-million", "unit-sign-billion"];
const CODE_AMOUNTS: MoneyKeys =
    ["amount-money", "amount-money-thousand", "amount-money-million", "amount-money-billion"];
const SIGN_AMOUNTS: MoneyKeys = ["amount-sign", "amount-sign-thousand", "amount-sign-million", "amount-sign-billion"];

type MoneyKeys = [&'static str; Magnitude::ALL.len()];

impl MoneyWords {
    fn new(words: &Words, home: Currency) -> Result<Self, LocaleError> {
        let patterns = |keys: MoneyKeys| {
            let [one, thousand, million, billion] = keys.map(|key| pattern(words, key, &["number", "currency"]));
            Ok::<_, LocaleError>([one?, thousand?, million?, billion?])
        };
        let others = Currency::ALL.into_iter().filter(|currency| *currency != home);
        Ok(Self {
            kroner: [
                UnitWords::new(words, "unit-krone", "amount-krone")?,
                UnitWords::new(words, "unit-thousand", "amount-thousand")?,
                UnitWords::new(words, "unit-million", "amount-million")?,
                UnitWords::new(words, "unit-billion", "amount-billion")?,
            ],
            others: others.map(|currency| CurrencyWords::new(words, currency)).collect::<Result<_, _>>()?,
            with_code: patterns(CODE_AMOUNTS)?,
            with_sign: patterns(SIGN_AMOUNTS)?,
        })
    }

    fn words_of(&self, currency: Currency) -> Option<&CurrencyWords> {
        self.others.iter().find(|words| words.currency == currency)
    }

    fn unit(&self, magnitude: Magnitude, currency: Currency) -> &str {
        match self.words_of(currency) {
            Some(words) => &words.names[place(magnitude)],
            None => &self.kroner[place(magnitude)].name,
        }
    }

    /// Tells whether a currency has a sign that stands before its number.
    fn leads(&self, currency: Currency) -> bool {
        let is_sign = self.words_of(currency).is_some_and(|words| ends_in_sign(&words.word));
        is_sign && self.with_sign[0].begins_with_hole(1)
    }

    fn write(&self, out: &mut String, number: &Decimal, unit: (Magnitude, Currency), numerals: &Numerals) {
        let (magnitude, currency) = unit;
        let Some(words) = self.words_of(currency) else {
            return self.kroner[place(magnitude)].write(out, number, numerals);
        };
        let forms = if ends_in_sign(&words.word) { &self.with_sign } else { &self.with_code };
        let mut size = *number;
        // A minus stands before a sign that leads: `−£5`, not `£−5`.
        if self.leads(currency) && number.is_sign_negative() && !number.is_zero() {
            out.push(MINUS);
            size.set_sign_positive(true);
        }
        forms[place(magnitude)].write(out, |out, hole| match hole {
            0 => numerals.write(out, &size),
            _ => out.push_str(&words.word),
        });
    }
}

impl CurrencyWords {
    fn new(words: &Words, currency: Currency) -> Result<Self, LocaleError> {
        let say = |key: &'static str, args: &[(&str, Arg)]| {
            words.say(key, args).ok_or(LocaleError::Word { key, needs: "a text" })
        };
        let word = say("currency-sign", &[("code", Arg::Text(currency.code()))])?;
        let keys = if ends_in_sign(&word) { SIGN_UNITS } else { CODE_UNITS };
        let [one, thousand, million, billion] = keys.map(|key| say(key, &[("currency", Arg::Text(&word))]));
        Ok(Self { currency, names: [one?, thousand?, million?, billion?], word })
    }
}

/// Returns the place of a magnitude in [`Magnitude::ALL`].
fn place(magnitude: Magnitude) -> usize {
    match magnitude {
        Magnitude::One => 0,
        Magnitude::Thousand => 1,
        Magnitude::Million => 2,
        Magnitude::Billion => 3,
    }
}

impl AmountWords {
    pub(super) fn new(words: &Words, home: Currency) -> Result<Self, LocaleError> {
        let unit = |name, around| UnitWords::new(words, name, around);
        let approx = |key| pattern(words, key, &["figure"]);
        Ok(Self {
            money: MoneyWords::new(words, home)?,
            percent: unit("unit-percent", "amount-percent")?,
            percent_point: unit("unit-percent-point", "amount-percent-point")?,
            other: pattern(words, "amount-other", &["number", "unit"])?,
            about: approx("approx-about")?,
            good: approx("approx-good")?,
            barely: approx("approx-barely")?,
            over: approx("approx-over")?,
            under: approx("approx-under")?,
        })
    }

    /// Returns a unit as it stands alone; an author's own word is its own name.
    pub(super) fn unit<'a>(&'a self, unit: &'a Unit) -> &'a str {
        match unit {
            Unit::Money(magnitude, currency) => self.money.unit(*magnitude, *currency),
            Unit::Percent => &self.percent.name,
            Unit::PercentPoint => &self.percent_point.name,
            Unit::Word(word) => word,
        }
    }

    /// Tells whether a unit stands before its number: the sign of a currency, in English.
    pub(super) fn leads(&self, unit: &Unit) -> bool {
        match unit {
            Unit::Money(_, currency) => self.money.leads(*currency),
            Unit::Word(word) => take_sign(word).is_some_and(|(currency, _)| self.money.leads(currency)),
            Unit::Percent | Unit::PercentPoint => false,
        }
    }

    /// Writes an amount with its unit.
    pub(super) fn write(&self, out: &mut String, amount: &Amount, numerals: &Numerals) {
        let number = &amount.shown();
        match &amount.unit {
            Unit::Money(magnitude, currency) => self.money.write(out, number, (*magnitude, *currency), numerals),
            Unit::Percent => self.percent.write(out, number, numerals),
            Unit::PercentPoint => self.percent_point.write(out, number, numerals),
            Unit::Word(word) if word.is_empty() => numerals.write(out, number),
            Unit::Word(word) => match take_sign(word).filter(|(currency, _)| self.money.leads(*currency)) {
                // `£7 per head`: the sign of a word stands where that of money does.
                Some((currency, rest)) => {
                    self.money.write(out, number, (Magnitude::One, currency), numerals);
                    out.push_str(rest);
                }
                None => self.other.write(out, |out, hole| match hole {
                    0 => numerals.write(out, number),
                    _ => out.push_str(word),
                }),
            },
        }
    }

    /// Writes a figure: its qualifier, and whatever `write` writes of its amount, or nil.
    pub(super) fn write_figure(&self, out: &mut String, figure: &Figure, write: impl Fn(&mut String, &Amount)) {
        let Some(amount) = &figure.amount else { return out.push(NIL) };
        match figure.approx.map(|approx| self.approx(approx)) {
            Some(words) => words.write(out, |out, _| write(out, amount)),
            None => write(out, amount),
        }
    }

    fn approx(&self, approx: Approximation) -> &Pattern {
        match approx {
            Approximation::About => &self.about,
            Approximation::Good => &self.good,
            Approximation::Barely => &self.barely,
            Approximation::Over => &self.over,
            Approximation::Under => &self.under,
        }
    }
}

/// Reads a message with its arguments as holes. Its spaces become no-break spaces; an author's own
/// unit, which may be long, keeps its spaces.
fn pattern(words: &Words, key: &'static str, needs: &'static [&'static str]) -> Result<Pattern, LocaleError> {
    let args: Vec<_> = needs.iter().zip(HOLES).map(|(name, hole)| (*name, Arg::Text(hole))).collect();
    let holes = HOLES.get(..needs.len()).unwrap_or(&HOLES);
    words
        .say(key, &args)
        .and_then(|sentence| Pattern::read(&sentence.replace(' ', "\u{a0}"), holes))
        .ok_or(LocaleError::Word { key, needs: needs.last().unwrap_or(&"a text") })
}
