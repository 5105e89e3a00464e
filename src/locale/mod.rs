//! How values are written for readers: numbers, amounts, dates, and the words of every language.
//!
//! Floor 1. It knows values and languages, but no plans, pages or files: sources of words are handed
//! to it. One [`Locale`] serves a whole build on all threads; whatever ICU or Fluent knows about a
//! language is read once when it is made, so that writing a value costs no more than its digits.

mod amount;
mod date;
mod language;
mod number;
mod pattern;
mod sentence;
mod wording;
mod words;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod wording_tests;

use std::{
    cmp::Ordering,
    collections::BTreeMap,
    fmt,
    sync::{Arc, OnceLock},
};

use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences, preferences::CollationNumericOrdering};

use self::{amount::AmountWords, date::DateForms, number::Numerals, words::Words};
pub use self::{
    language::{LOCALES, Language},
    sentence::{Phrase, Sentence, Word},
    wording::{DiagnosticWording, WORDS, clean},
    words::Arg,
};
use crate::value::{Amount, Date, Decimal, Figure, Period, PeriodPart, Unit};

/// A language with everything that is needed to write in it.
///
/// The methods that begin with `write_` append to a text and allocate nothing themselves; the others
/// answer a new text. Nothing here fails: whatever could be missing is found when it is made.
#[derive(Debug)]
pub struct Locale {
    language: Language,
    numerals: Numerals,
    amounts: AmountWords,
    dates: DateForms,
    collator: CollatorBorrowed<'static>,
    interface: Words,
    /// The words of the theme's layers, as they were given.
    theme_words: Vec<String>,
    /// The words of the site that need no argument, put together when the first template is drawn: most commands draw none.
    plain: OnceLock<BTreeMap<String, String>>,
    /// The words of diagnostics, read when the first is shown: most builds have none.
    program: OnceLock<Words>,
}

/// Why a locale cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocaleError {
    /// A source of words is not Fluent.
    Syntax {
        /// Which of the theme's sources, from 0.
        layer: usize,
        /// The line, from 1.
        line: usize,
        /// What was expected there, in English.
        detail: String,
    },
    /// A word that values are written with is missing, or does not say where its value stands.
    Word {
        /// The key of the message.
        key: &'static str,
        /// The argument that must stand in it exactly once.
        needs: &'static str,
    },
    /// ICU does not know the language.
    Data(Language),
}

impl Locale {
    /// Makes the locale of a language from the words of a theme's layers, the bottom layer first.
    ///
    /// Beneath them lie the words of the default theme, which has the same messages in every language: one that no layer
    /// has is looked for there.
    ///
    /// # Errors
    ///
    /// Tells which source cannot be read, or which word is of no use.
    pub fn new(language: Language, theme_words: &[&str]) -> Result<Self, LocaleError> {
        let layers = std::iter::once(language.interface()).chain(theme_words.iter().copied());
        let interface = Words::new(language, layers).map_err(LocaleError::of_theme)?;
        Ok(Self {
            language,
            numerals: Numerals::new(language)?,
            amounts: AmountWords::new(&interface, language.notation().crown)?,
            dates: DateForms::new(language, &interface)?,
            collator: collator(language)?,
            interface,
            theme_words: theme_words.iter().map(|layer| (*layer).to_owned()).collect(),
            plain: OnceLock::new(),
            program: OnceLock::new(),
        })
    }

    /// Returns the locale of a language with the program's own words alone.
    ///
    /// It is made once in a process: reading the words costs more than checking a small site, and a run asks for it at
    /// its beginning, for its messages, for every edition and at its end.
    ///
    /// # Errors
    ///
    /// Those of [`new`](Self::new), the same every time.
    pub fn shared(language: Language) -> Result<Arc<Self>, LocaleError> {
        Self::kept(language).clone()
    }

    /// Returns the same for as long as the process lives.
    ///
    /// # Panics
    ///
    /// Never: the tests read every file of words.
    #[must_use]
    pub fn plain(language: Language) -> &'static Arc<Self> {
        Self::kept(language).as_ref().expect("the tests read every file of words")
    }

    fn kept(language: Language) -> &'static Result<Arc<Self>, LocaleError> {
        static KEPT: [OnceLock<Result<Arc<Locale>, LocaleError>>; LOCALES.len()] =
            [const { OnceLock::new() }; LOCALES.len()];
        KEPT[language as usize].get_or_init(|| Self::new(language, &[]).map(Arc::new))
    }

    /// Returns its language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Writes a number with the decimals it has.
    pub fn write_number(&self, out: &mut String, number: &Decimal) {
        self.numerals.write(out, number);
    }

    /// Returns a number with the decimals it has: `1.307,5`.
    #[must_use]
    pub fn number(&self, number: &Decimal) -> String {
        text(|out| self.write_number(out, number))
    }

    /// Writes a number with exactly so many decimals, the last one rounded half away from zero.
    pub fn write_number_at(&self, out: &mut String, number: &Decimal, decimals: u32) {
        self.numerals.write_at(out, number, decimals);
    }

    /// Returns a number with exactly so many decimals, the last one rounded half away from zero.
    #[must_use]
    pub fn number_at(&self, number: &Decimal, decimals: u32) -> String {
        text(|out| self.write_number_at(out, number, decimals))
    }

    /// Returns a unit as it stands alone: `mio. kr.`, `1.000 kr.`, `%`, `familier`.
    #[must_use]
    pub fn unit<'a>(&'a self, unit: &'a Unit) -> &'a str {
        self.amounts.unit(unit)
    }

    /// Writes an amount with its unit, with the decimals it is shown with.
    pub fn write_amount(&self, out: &mut String, amount: &Amount) {
        self.amounts.write(out, amount, &self.numerals);
    }

    /// Returns an amount with its unit: `9,1 mio. kr.`, with no-break spaces.
    #[must_use]
    pub fn amount(&self, amount: &Amount) -> String {
        text(|out| self.write_amount(out, amount))
    }

    /// Writes a figure with its qualifier and unit, without its footnote mark.
    pub fn write_figure(&self, out: &mut String, figure: &Figure) {
        self.amounts.write_figure(out, figure, |out, amount| self.write_amount(out, amount));
    }

    /// Returns a figure with its qualifier and unit: `ca. 2,5 mio. kr.`; nil is `-`.
    #[must_use]
    pub fn figure(&self, figure: &Figure) -> String {
        text(|out| self.write_figure(out, figure))
    }

    /// Writes a figure as it stands under a head that names its unit.
    pub fn write_cell(&self, out: &mut String, figure: &Figure) {
        self.amounts.write_figure(out, figure, |out, amount| self.write_number(out, &amount.shown()));
    }

    /// Returns a figure as it stands under a head that names its unit: `ca. 2,5`; nil is `-`.
    #[must_use]
    pub fn cell(&self, figure: &Figure) -> String {
        text(|out| self.write_cell(out, figure))
    }

    /// Tells whether a unit stands before its number, so that each of two amounts in a sentence has it: "from £4.5 million to £4.2
    /// million", but "fra 4,5 til 4,2 mio. kr.".
    #[must_use]
    pub fn leads(&self, unit: &Unit) -> bool {
        self.amounts.leads(unit)
    }

    /// Says a range: `12 til 14 ton`.
    #[must_use]
    pub fn range(&self, low: &Figure, high: &Figure) -> String {
        let is_led = low.amount.as_ref().is_some_and(|amount| self.leads(&amount.unit));
        let (low, high) = (if is_led { self.figure(low) } else { self.cell(low) }, self.figure(high));
        self.say("target-between", &[("low", (&low).into()), ("high", (&high).into())])
    }

    /// Writes a day with its month in full.
    pub fn write_date(&self, out: &mut String, date: Date) {
        self.dates.write_day(out, date);
    }

    /// Returns a day with its month in full: `30. juni 2020`.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        text(|out| self.write_date(out, date))
    }

    /// Returns a day with its month cut short: `30. jun. 2020`.
    #[must_use]
    pub fn short_date(&self, date: Date) -> String {
        text(|out| self.dates.write_short_day(out, date))
    }

    /// Returns the short name of a month from 1 to 12, for the head of a table: `jan.`.
    #[must_use]
    pub fn month_short(&self, month: i8) -> &str {
        self.dates.month_name(month)
    }

    /// Writes a period in words.
    pub fn write_period(&self, out: &mut String, period: Period) {
        self.dates.write(out, period);
    }

    /// Returns a period in words: `2. kvartal 2020`, `medio november 2019`.
    #[must_use]
    pub fn period(&self, period: Period) -> String {
        text(|out| self.write_period(out, period))
    }

    /// Says when something was to be: `i februar 2026`, `at the end of 2022`.
    #[must_use]
    pub fn when(&self, period: Period) -> String {
        let kind = match period {
            Period::Day(_) => "day",
            Period::Season(..) => "season",
            Period::Half(..) => "half",
            Period::Year(_) | Period::Years(..) => "year",
            Period::OfYear(PeriodPart::Ultimo, _) | Period::OfMonth(PeriodPart::Ultimo, ..) => "end",
            Period::OfYear(..) | Period::OfMonth(..) => "part",
            Period::Week(..) | Period::Month(..) | Period::Quarter(..) | Period::Tertial(..) => "span",
        };
        self.say("period-when", &[("kind", kind.into()), ("period", (&self.period(period)).into())])
    }

    /// Compares two texts as the language sorts them; digits count as numbers.
    #[must_use]
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b)
    }

    /// Tells whether the words of the site have a message of that key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.interface.has(key)
    }

    /// Fills in a message of the words of the site.
    ///
    /// A key that no layer has is answered as it is, and so is one whose message speaks of arguments
    /// that were not given; the tests of words find both.
    #[must_use]
    pub fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.interface.say(key, args).unwrap_or_else(|| key.to_owned())
    }

    /// Returns every word of the site that needs no argument, for templates: `-` in a key is `_`.
    #[must_use]
    pub fn words(&self) -> &BTreeMap<String, String> {
        self.plain.get_or_init(|| {
            let theme = self.theme_words.iter().map(String::as_str);
            self.interface.plain(std::iter::once(self.language.interface()).chain(theme))
        })
    }

    /// Fills in a message of the words of the program, such as `error` and `warning`. A key that
    /// there is no message for is answered as it is.
    #[must_use]
    pub fn tell(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.program().say(key, args).unwrap_or_else(|| key.to_owned())
    }

    /// Fills in a declared message of the words of the program.
    #[must_use]
    pub fn phrase<const N: usize>(&self, sentence: &Sentence<N>, args: [Arg<'_>; N]) -> String {
        let named: Vec<(&str, Arg)> = sentence.args.into_iter().zip(args).collect();
        self.tell(sentence.key, &named)
    }

    fn program(&self) -> &Words {
        self.program.get_or_init(|| {
            Words::new(self.language, [self.language.program()]).expect("the tests read every file of words")
        })
    }
}

impl LocaleError {
    /// Counts a layer from the theme's first instead of from the program's own.
    fn of_theme(self) -> Self {
        match self {
            Self::Syntax { layer, line, detail } => Self::Syntax { layer: layer.saturating_sub(1), line, detail },
            other => other,
        }
    }
}

impl fmt::Display for LocaleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { line, detail, .. } => write!(f, "line {line} is not a Fluent message: {detail}"),
            Self::Word { key, needs } => write!(f, "`{key}` must have `{needs}` exactly once"),
            Self::Data(language) => write!(f, "no locale data for `{}`", language.tag()),
        }
    }
}

impl std::error::Error for LocaleError {}

/// Returns what `write` writes.
fn text(write: impl FnOnce(&mut String)) -> String {
    let mut out = String::with_capacity(24);
    write(&mut out);
    out
}

fn collator(language: Language) -> Result<CollatorBorrowed<'static>, LocaleError> {
    let mut preferences = CollatorPreferences::from(&language.icu()?);
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    Collator::try_new(preferences, Default::default()).map_err(|_| LocaleError::Data(language))
}
