//! Figures as they are shown: text for readers, the number alone for other formats.
//!
//! Rounding, units and words happen here and nowhere later. The four things a cell can hold stay four:
//! nothing for not given, "-" for nil, `0,00` for zero, `ca. 2,5` for approximate.

use std::collections::BTreeSet;

use pulldown_cmark_escape::escape_html;
use serde::Serialize;

use crate::{
    locale::{Arg, Language, Locale},
    model::{Difference, DifferenceClass, Lifecycle, Suppression, Trend},
    value::{Amount, Decimal, Figure, FootnoteMark, ItemNumber, Period, Unit, Year},
};

/// A value as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DisplayValue {
    /// What readers see: `9,1 mio. kr.`, `ca. 2,5`, `–` for nil, nothing for not given.
    pub text: String,
    /// The number alone, for other formats; they read it as text with a point: `9.1`.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "rust_decimal::serde::str_option::serialize")]
    pub raw: Option<Decimal>,
    /// The footnote mark behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<String>,
}

/// A date as it is shown, with the form machines read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DisplayDate {
    /// `30. juni 2020`.
    pub text: String,
    /// `2020-06-30`, where it is a day, month or year; else nothing.
    pub iso: Option<String>,
}

/// A status: a word, a shape and a colour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chip {
    /// The municipality's own word.
    pub word: String,
    /// `good`, `fair`, `warning`, `bad`, `severe`, `none`; for a lifecycle mark `done`, `not-started`,
    /// `in-progress`, `dropped`, `deferred`; for what has no status `untold`.
    pub tone: &'static str,
    /// Whether it is the quieter mark of a lifecycle.
    pub quiet: bool,
    /// How many there are, where it counts: the shape then stands for the word, which only those hear who do not see it.
    pub count: Option<String>,
    /// The language of the word, where it is another than the page's: `da`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'static str>,
    /// Its place among those it is sorted with, the worst first.
    #[serde(skip)]
    pub rank: usize,
}

/// The most decimals that a change of unit may give an amount before it keeps its own unit.
const DECIMALS_AFTER_CHANGE: u32 = 2;

/// Values in a site's language.
#[derive(Clone, Copy, Debug)]
pub struct ValueFormat<'a> {
    /// The language readers get.
    pub locale: &'a Locale,
}

impl<'a> ValueFormat<'a> {
    /// Returns the tag of a language that is another than that of the page: `sv`.
    pub fn foreign(self, language: Language) -> Option<&'static str> {
        (language != self.locale.language()).then(|| language.tag())
    }

    /// Returns a word of the interface.
    pub fn word(self, key: &'static str) -> &'a str {
        self.locale.words().get(key).map_or(key, String::as_str)
    }

    /// Returns the word of one of several things, such as a lifecycle, under a common beginning.
    pub fn word_of(self, group: &str, name: &str) -> String {
        let mut key = String::with_capacity(group.len().saturating_add(name.len()).saturating_add(1));
        key.push_str(group);
        key.push('_');
        key.extend(name.chars().map(|c| if c == '-' { '_' } else { c }));
        self.locale.words().get(&key).map_or(name, String::as_str).to_owned()
    }

    /// Fills in a sentence of the interface.
    pub fn say(self, key: &str, args: &[(&str, Arg)]) -> String {
        self.locale.say(key, args)
    }

    /// Returns the mark of a lifecycle.
    pub fn lifecycle(self, lifecycle: Lifecycle) -> Chip {
        Chip {
            word: self.word_of("life", lifecycle.word()),
            tone: lifecycle.word(),
            quiet: true,
            count: None,
            lang: None,
            rank: Lifecycle::ALL.iter().position(|(_, other)| *other == lifecycle).unwrap_or_default(),
        }
    }

    /// Returns the words of a trend.
    pub fn trend(self, trend: Trend) -> String {
        self.word_of("trend", trend.word())
    }

    /// Returns what a measure is called: its number and title, or its number alone.
    pub fn measure_name(self, number: Option<&ItemNumber>, title: &str) -> String {
        match (number, title) {
            (Some(number), "") => self.say("measure-untitled", &[("number", number.as_str().into())]),
            (Some(number), title) => format!("{number} {title}"),
            (None, title) => title.to_owned(),
        }
    }

    /// Joins phrases as a sentence does: "a, b og c".
    pub fn list(self, phrases: &[String]) -> String {
        match phrases {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.word("list_and")),
        }
    }

    /// Says how many per cent of the required saving something is.
    pub fn share(self, share: Decimal) -> String {
        self.say("tile-share", &[("share", (&self.percent(share).text).into())])
    }

    /// Says that a sum is of figures of several years; nothing of one of a single year.
    pub fn years(self, years: &BTreeSet<Year>) -> Option<String> {
        let years: Vec<String> = years.iter().map(ToString::to_string).collect();
        (years.len() > 1).then(|| self.say("remark-years", &[("years", (&self.list(&years)).into())]))
    }

    /// Shows a figure with its unit: `ca. 2,5 mio. kr.`.
    pub fn figure(self, figure: &Figure) -> DisplayValue {
        DisplayValue { text: self.locale.figure(figure), raw: raw(figure.amount.as_ref()), mark: mark(figure.mark) }
    }

    /// Shows a figure with a unit that others beside it have, or with its own where it does not come out well in that.
    pub fn figure_as(self, figure: &Figure, unit: &Unit) -> DisplayValue {
        changed(figure, unit).map_or_else(|| self.figure(figure), |changed| self.figure(&changed))
    }

    /// Shows a figure under a head that names a unit: the number alone, or with its own unit where it
    /// does not come out well in that of the head.
    pub fn figure_in(self, figure: &Figure, unit: &Unit) -> DisplayValue {
        let mark = mark(figure.mark);
        match &figure.amount {
            Some(amount) if amount.unit != *unit => {
                let text = match changed(figure, unit) {
                    Some(changed) => self.locale.cell(&changed),
                    None => self.locale.figure(figure),
                };
                DisplayValue { text, raw: raw(amount.to(unit).as_ref()), mark }
            }
            amount => DisplayValue { text: self.locale.cell(figure), raw: raw(amount.as_ref()), mark },
        }
    }

    /// Shows a figure as a sentence has it before another with its unit: "0,6 af 2,5 mio. kr.", "£0.6 million of £2.5 million". Nil is a
    /// word there, "intet af 2,5 mio. kr.": a dash is no word, and 0 was told of something.
    pub fn figure_before(self, figure: &Figure, unit: &Unit) -> DisplayValue {
        match &figure.amount {
            None => DisplayValue { text: self.locale.say("nothing-of", &[]), ..self.figure(figure) },
            Some(_) if self.locale.leads(unit) => self.figure_as(figure, unit),
            Some(_) => self.figure_in(figure, unit),
        }
    }

    /// Says that a figure is withheld: "under 5", or that it is not shown.
    pub fn withheld(self, why: Suppression) -> String {
        match why {
            Suppression::Small(below) => self.say("withheld-small", &[("below", i64::from(below).into())]),
            Suppression::Further => self.word("withheld_further").to_owned(),
        }
    }

    /// Shows a count.
    pub fn count(self, count: usize) -> DisplayValue {
        let number = Decimal::from(count);
        DisplayValue { text: self.locale.number(&number), raw: Some(number), mark: None }
    }

    /// Shows per cent.
    pub fn percent(self, percent: Decimal) -> DisplayValue {
        let amount = Amount::new(percent, Unit::Percent);
        DisplayValue { text: self.locale.amount(&amount), raw: Some(percent), mark: None }
    }

    /// Shows a date.
    pub fn date(self, period: Period) -> DisplayDate {
        DisplayDate { text: self.locale.period(period), iso: iso(period) }
    }

    /// Shows how far a figure lies from another, with its sign where it is exact.
    pub fn step(self, step: &Figure) -> DisplayValue {
        let text = match &step.amount {
            Some(amount) if step.approx.is_none() => self.signed_amount(amount),
            _ => self.locale.figure(step),
        };
        DisplayValue { text, raw: raw(step.amount.as_ref()), mark: None }
    }

    /// Shows the same without its unit, where that is named elsewhere.
    pub fn step_in(self, step: &Figure, named: Option<&Unit>) -> DisplayValue {
        match &step.amount {
            Some(amount) if Some(&amount.unit) == named && step.approx.is_none() => {
                let unitless = Amount { unit: Unit::Word(String::new().into()), ..amount.clone() };
                DisplayValue { text: self.signed_amount(&unitless), raw: raw(Some(amount)), mark: None }
            }
            _ => self.step(step),
        }
    }

    /// Says how a stated figure differs from a computed one that stands beside it: "stemmer ikke (+0,04)".
    pub fn difference(self, difference: &Difference) -> String {
        // A number of points beside per cent would be read as another per cent.
        let size = match difference.size.unit {
            Unit::PercentPoint => self.signed_amount(&difference.size),
            _ => self.signed(&difference.size.number),
        };
        let args = [("size", (&size).into())];
        match (difference.class, difference.within_reach) {
            (DifferenceClass::Exact, _) => self.word("difference_exact").to_owned(),
            (DifferenceClass::Rounding, _) => self.word("difference_rounding").to_owned(),
            (DifferenceClass::Unexplained, false) => self.locale.say("difference-unexplained", &args),
            (DifferenceClass::Unexplained, true) => self.locale.say("difference-within-reach", &args),
        }
    }

    /// Says how a stated figure differs from the computed one, and what that is, where it is not to be seen:
    /// "stemmer ikke (+0,04), beregnet 6,52"; where it proves nothing, what was computed alone: "beregnet 2,00".
    pub fn difference_from(self, stated: &Figure, computed: &Figure, difference: Option<&Difference>) -> String {
        let unit = stated.amount.as_ref().map(|stated| &stated.unit);
        let beside = computed.amount.as_ref().zip(unit).and_then(|(computed, unit)| computed.to(unit));
        let amount = beside.or_else(|| computed.amount.clone());
        // As exactly as it is known: what differs may differ by less than what rounding takes away.
        let computed = Figure { amount: amount.map(|amount| amount.shown_with(None)), ..computed.clone() };
        let computed = self.locale.cell(&computed);
        let computed = [("computed", (&computed).into())];
        match difference.map(|difference| self.difference(difference)) {
            Some(said) => {
                self.locale.say("difference-from", &[&computed[..], &[("difference", (&said).into())]].concat())
            }
            None => self.locale.say("computed-beside", &computed),
        }
    }

    /// Returns an amount with its sign, plus or minus, and its unit.
    pub fn signed_amount(self, amount: &Amount) -> String {
        // A difference that rounding would take away is shown as it is.
        let is_lost = amount.shown().is_zero() && !amount.number.is_zero();
        let amount = &amount.clone().shown_with(amount.shown_decimals.filter(|_| !is_lost));
        let text = self.locale.amount(amount);
        let shown = amount.shown();
        if shown.is_sign_positive() && !shown.is_zero() { format!("+{text}") } else { text }
    }

    /// Returns a number with its sign, plus or minus; zero has none.
    pub fn signed(self, number: &Decimal) -> String {
        let text = self.locale.number(number);
        if number.is_sign_positive() && !number.is_zero() { format!("+{text}") } else { text }
    }
}

/// Returns a figure in another unit, where it comes out well in that.
fn changed(figure: &Figure, unit: &Unit) -> Option<Figure> {
    let amount = figure.amount.as_ref()?.to(unit).filter(|amount| amount.shown().scale() <= DECIMALS_AFTER_CHANGE)?;
    Some(Figure { amount: Some(amount), ..figure.clone() })
}

/// Returns the form machines read, where a period is one they know: a day, month or year.
fn iso(period: Period) -> Option<String> {
    matches!(period, Period::Day(_) | Period::Month(..) | Period::Year(_)).then(|| period.iso())
}

/// Returns a footnote mark as it is shown.
fn mark(mark: Option<FootnoteMark>) -> Option<String> {
    mark.map(|mark| mark.to_string())
}

fn raw(amount: Option<&Amount>) -> Option<Decimal> {
    amount.map(|amount| if amount.number.is_zero() { amount.number.abs() } else { amount.number })
}

impl From<&str> for DisplayValue {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), raw: None, mark: None }
    }
}

impl From<String> for DisplayValue {
    fn from(text: String) -> Self {
        Self { text, raw: None, mark: None }
    }
}

/// Writes a text so that it stands safely in an attribute or between tags.
pub fn escape(out: &mut String, text: &str) {
    escape_html(out, text).unwrap_or_else(|_| unreachable!("text takes everything"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::fixtures::{danish, figure};

    #[test]
    fn keeps_four_cells_apart() {
        let danish = danish();
        let show = ValueFormat { locale: &danish };
        let shown = |text: &str| show.figure_in(&figure(text), &Unit::MILLION_KRONER).text;
        assert_eq!(shown("-"), "-");
        assert_eq!(shown("0,00"), "0,00");
        assert_eq!(shown("ca. 2,5"), "ca.\u{a0}2,5");
        assert_eq!(shown("-1,50"), "\u{2212}1,50");
    }

    #[test]
    fn changes_units_only_where_that_reads_well() {
        let danish = danish();
        let show = ValueFormat { locale: &danish };
        assert_eq!(show.figure_in(&figure("1,7 mio. kr."), &Unit::KRONE).text, "1.700.000");
        let odd = show.figure_in(&figure("249.999 kr."), &Unit::MILLION_KRONER);
        assert_eq!((odd.text.as_str(), odd.raw), ("249.999\u{a0}kr.", Some(Decimal::new(249_999, 6))));
        assert_eq!(show.figure_in(&figure("8 familier"), &Unit::MILLION_KRONER).text, "8\u{a0}familier");
    }
}
