//! Amounts and figures as a reader sees them: `ca. 2,5 mio. kr.`, never broken over two lines.

use super::{
    LocaleError,
    number::Numerals,
    pattern::{HOLES, Pattern},
    words::{Arg, Words},
};
use crate::value::{Amount, Approximation, Figure, Unit};

/// How nil is printed: neither zero nor *not given*.
const NIL: char = '-';

/// The words around numbers.
#[derive(Debug)]
pub(super) struct AmountWords {
    krone: UnitWords,
    thousand: UnitWords,
    million: UnitWords,
    billion: UnitWords,
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

impl AmountWords {
    pub(super) fn new(words: &Words) -> Result<Self, LocaleError> {
        let unit = |name, around| {
            let name = words.say(name, &[]).ok_or(LocaleError::Word { key: name, needs: "a text" })?;
            Ok::<_, LocaleError>(UnitWords { name, around: pattern(words, around, &["number"])? })
        };
        let approx = |key| pattern(words, key, &["figure"]);
        Ok(Self {
            krone: unit("unit-krone", "amount-krone")?,
            thousand: unit("unit-thousand", "amount-thousand")?,
            million: unit("unit-million", "amount-million")?,
            billion: unit("unit-billion", "amount-billion")?,
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
        match self.words_of(unit) {
            Ok(words) => &words.name,
            Err(word) => word,
        }
    }

    /// Writes an amount with its unit.
    pub(super) fn write(&self, out: &mut String, amount: &Amount, numerals: &Numerals) {
        match self.words_of(&amount.unit) {
            Ok(words) => words.around.write(out, |out, _| numerals.write(out, &amount.number)),
            Err("") => numerals.write(out, &amount.number),
            Err(word) => self.other.write(out, |out, hole| match hole {
                0 => numerals.write(out, &amount.number),
                _ => out.push_str(word),
            }),
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

    /// Returns the words of a unit that the program knows, else the author's own word.
    fn words_of<'a>(&self, unit: &'a Unit) -> Result<&UnitWords, &'a str> {
        match unit {
            Unit::Krone => Ok(&self.krone),
            Unit::Thousand => Ok(&self.thousand),
            Unit::Million => Ok(&self.million),
            Unit::Billion => Ok(&self.billion),
            Unit::Percent => Ok(&self.percent),
            Unit::PercentPoint => Ok(&self.percent_point),
            Unit::Word(word) => Err(word),
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
