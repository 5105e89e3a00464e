//! Single values: text, amounts, dates, references, words out of a set.

use toml::de::DeValue;

use super::{
    Limits,
    hiding_words::{is_kept_back, is_mark, meant_visibility},
    reader::{DecodedItem, SourceReader},
    text::{glued, is_unseen, may_need_repair},
};
use crate::{
    diag::{Code, Diagnostic, Place},
    schema::{Choice, FieldType, Value, meant_by, records},
    value::{
        AmountError, Date, Id, ItemNumber, NegativeStyle, Notation, Period, PeriodError, Unit, WrittenAmount, Year,
        in_groups, meant_amounts, meant_date, nearly_money,
    },
};

const EMPTY_VALUE: Code = Code::error("empty-value")
    .args(&["key"])
    .help("a field that names something of the site, such as an owner or a committee, and is empty");
pub(super) const WRONG_TYPE: Code = Code::error("wrong-type")
    .args(&["key", "expected", "found", "suggestion?", "second?"])
    .help("a value of another type than the field holds");
const FLOAT_AMOUNT: Code = Code::error("float-amount")
    .args(&["key", "decimals", "decimals-cure", "thousands", "thousands-cure"])
    .help("a number with a point and no quotation marks, which a Dane reads as thousands and TOML as decimals");
const AMBIGUOUS_AMOUNT: Code = Code::error("ambiguous-amount")
    .args(&["key", "text", "decimals", "decimals-cure", "thousands", "thousands-cure"])
    .help("an amount with one sign before exactly three digits, which may part decimals or thousands");
const FOREIGN_DECIMAL: Code = Code::error("foreign-decimal")
    .args(&["key", "text", "cure"])
    .help("an amount with the decimal sign of another notation than the site's");
const NOT_AN_AMOUNT: Code = Code::error("not-an-amount")
    .args(&["key", "text", "reason", "small", "large", "cure", "second", "style"])
    .help("a text that is no amount");
const TOO_MANY_DECIMALS: Code =
    Code::error("too-many-decimals").args(&["key", "text"]).help("an amount with more than twelve decimals");
const TOO_LARGE: Code = Code::error("too-large").args(&["key", "text"]).help("an amount larger than is counted with");
/// A date that the calendar does not have.
pub const NO_SUCH_DATE: Code =
    Code::error("no-such-date").args(&["key", "text"]).help("a date that the calendar does not have");
/// A text that is no date and no period.
pub const NOT_A_PERIOD: Code =
    Code::error("not-a-period").args(&["key", "text", "suggestion?"]).help("a text that is no date and no period");
/// A year in two of the calendar, where nothing says in which month it begins.
pub const YEAR_NOT_DECLARED: Code = Code::error("year-not-declared")
    .args(&["key", "text"])
    .help("a year in two of the calendar, such as `2024/25`, where neither `site.toml` nor the plan says with `year_begins` in which month it begins");
/// A text that may mean two periods.
pub const AMBIGUOUS_PERIOD: Code = Code::error("ambiguous-period")
    .args(&["text", "first", "second"])
    .help("a text that may mean two periods: a year in two of the calendar, and a month or several years");
/// A name of a file or a record that cannot be an id.
pub const NOT_AN_ID: Code = Code::error("not-an-id")
    .args(&["key", "text", "several?", "meant?", "suggestion?"])
    .help("a name of a file or a record that cannot be an id");
/// A word that is not among those the field may have.
pub const NOT_A_CHOICE: Code = Code::error("not-a-choice")
    .args(&["key", "text", "words", "hides?", "suggestion?"])
    .help("a word that is not among those the field may have");
const NOT_A_UNIT: Code = Code::error("not-a-unit").args(&["key", "text"]).help("a text that cannot be a unit");
const NEARLY_MONEY: Code = Code::warning("nearly-money")
    .args(&["text", "suggestion?"])
    .help("a unit that names a currency and is read as a word, so that its amounts are added to no others: `mio. kr. (2025-pl)`");
/// A text that is no year.
pub const NOT_A_YEAR: Code = Code::error("not-a-year").args(&["key", "text"]).help("a text that is no year");
/// Months below a table of years.
pub const MONTH_WITHOUT_YEAR: Code = Code::error("month-without-year")
    .args(&["key", "table", "year"])
    .help("months that stand where years are: `[effect]` has a table for each year, such as `[effect.2026]`");
/// A text that cannot be the number of a measure.
pub const NOT_A_NUMBER: Code = Code::error("not-a-number")
    .args(&["key", "text"])
    .help("a text that cannot be the number of a measure, a milestone or a decision");
const TOO_LONG: Code = Code::error("too-long").args(&["key", "limit"]).help("a field longer than a line may be");
const PROSE_IN_STRING: Code = Code::error("prose-in-string").args(&["key"]).help("a field of several lines");
/// A character that cannot be seen.
pub const CONTROL_CHARACTER: Code = Code::error("control-character").args(&["char", "key?"]).help("a character that cannot be seen, or that turns the direction of a text: an error in a field, a warning in prose, where it is shown as �");

const CSV_UNDECLARED: Code =
    Code::error("csv-undeclared").args(&["text", "decimals", "thousands", "decimal", "thousand"]).help(
        "a CSV file in which a sign before exactly three digits may part decimals or thousands, and nothing says which",
    );

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[
    &WRONG_TYPE,
    &FLOAT_AMOUNT,
    &AMBIGUOUS_AMOUNT,
    &CSV_UNDECLARED,
    &FOREIGN_DECIMAL,
    &NOT_AN_AMOUNT,
    &TOO_MANY_DECIMALS,
    &TOO_LARGE,
    &NO_SUCH_DATE,
    &NOT_A_PERIOD,
    &YEAR_NOT_DECLARED,
    &AMBIGUOUS_PERIOD,
    &NOT_AN_ID,
    &NOT_A_CHOICE,
    &NOT_A_UNIT,
    &NEARLY_MONEY,
    &NOT_A_YEAR,
    &MONTH_WITHOUT_YEAR,
    &NOT_A_NUMBER,
    &EMPTY_VALUE,
    &TOO_LONG,
    &PROSE_IN_STRING,
    &CONTROL_CHARACTER,
];

/// The codes of what drops an amount, a date, a unit or a number that was written.
pub(super) const LOST_VALUES: &[&Code] = &[
    &FLOAT_AMOUNT,
    &AMBIGUOUS_AMOUNT,
    &FOREIGN_DECIMAL,
    &NOT_AN_AMOUNT,
    &TOO_MANY_DECIMALS,
    &TOO_LARGE,
    &NO_SUCH_DATE,
    &NOT_A_PERIOD,
    &YEAR_NOT_DECLARED,
    &AMBIGUOUS_PERIOD,
    &NOT_A_UNIT,
    &NOT_A_YEAR,
    &MONTH_WITHOUT_YEAR,
    &NOT_A_NUMBER,
];

/// The first year that a date is in.
const FIRST_YEAR: i16 = 1000;

/// How long an id may be that is made of words.
pub(super) const LONGEST_ID: usize = 60;

/// The fields that hold a sign.
const SIGNS: [&str; 3] = ["delimiter", "decimal", "thousands"];

impl SourceReader<'_> {
    /// Reports that a value is of another type, and drops it.
    pub fn wrong_type(&mut self, item: DecodedItem<'_>, expected: &'static str) -> Option<Value> {
        let cure = self.of_type(item, expected);
        self.wrong_type_cured(item, expected, [cure, None])
    }

    /// Reports the same with what was meant, and what else it may have been.
    pub fn wrong_type_cured(
        &mut self,
        item: DecodedItem<'_>,
        expected: &'static str,
        [cure, second]: [Option<String>; 2],
    ) -> Option<Value> {
        let found = type_word(item.value.get_ref());
        let span = self.span(item.value.span());
        let diagnostic = self.report(&WRONG_TYPE, item.value.span());
        diagnostic.add("key", item.name()).add("expected", expected.into()).add("found", found.into());
        diagnostic.add("second", second.clone().unwrap_or_else(|| "none".to_owned()));
        if let Some(cure) = cure {
            diagnostic.add("suggestion", cure.clone()).cure(span, cure);
        }
        second.map(|second| diagnostic.cure(span, second));
        None
    }

    /// Returns a value of another type as it is written where a type is wanted: in quotation marks where that is a text, as the
    /// author wrote it, for `2.10` is no `2.1`.
    pub fn of_type(&self, item: DecodedItem<'_>, expected: &str) -> Option<String> {
        let range = item.value.span();
        let at = |byte: usize| self.offset.saturating_add(byte);
        let written = self.text.get(at(range.start)..at(range.end))?.trim();
        let value = item.value.get_ref();
        let is_plain = !matches!(value, DeValue::Array(_) | DeValue::Table(_) | DeValue::String(_));
        match expected {
            "id" if matches!(value, DeValue::Boolean(_)) => None,
            // What is switched off is switched off by a word.
            "text"
                if matches!(value, DeValue::Boolean(false)) && item.path.trim_end_matches('.').ends_with("checks") =>
            {
                Some("\"off\"".to_owned())
            }
            "text" | "id" => (is_plain && !written.contains(['"', '\n'])).then(|| format!("\"{written}\"")),
            "boolean" => meant_flag(written).map(str::to_owned),
            // A year is the year of a day, and that of a number with nothing behind its point.
            "integer" => {
                let digits = written.split(['.', '-']).next().filter(|digits| year(digits).is_some())?;
                let is_whole = matches!(value, DeValue::Datetime(_))
                    || written.split_once('.').is_some_and(|(_, behind)| behind.bytes().all(|digit| digit == b'0'));
                is_whole.then(|| digits.to_owned())
            }
            "date" | "period" => match value {
                DeValue::Datetime(moment) => moment.date.map(|date| date.to_string()),
                DeValue::Float(_) => {
                    let date = meant_date(written)?;
                    (expected == "period" || date.len() == 10).then(|| format!("\"{date}\""))
                }
                _ => None,
            },
            "list" => (is_plain || matches!(value, DeValue::String(_))).then(|| format!("[{written}]")),
            _ => None,
        }
    }

    /// Decodes a value that is no table and no list.
    pub fn scalar(&mut self, item: DecodedItem<'_>, ty: FieldType) -> Option<Value> {
        match ty {
            FieldType::Text => self.text(item).map(Value::Text),
            // Whether a scale has a level `2`, and which it has instead, is known by whoever knows the scales.
            FieldType::Level => match item.value.get_ref() {
                DeValue::String(_) => self.text(item).map(Value::Text),
                DeValue::Integer(number) => Some(Value::Text(number.as_str().to_owned())),
                _ => self.wrong_type_cured(item, "text", [None, None]),
            },
            FieldType::Bool => match item.value.get_ref() {
                DeValue::Boolean(value) => Some(Value::Bool(*value)),
                _ => self.wrong_type(item, "boolean"),
            },
            FieldType::Year => match plain(item) {
                Some(text) => match Year::read(&text, self.year_begins) {
                    Ok(year) => Some(Value::Year(year)),
                    Err(error) => {
                        let place = item.value.span();
                        self.refuse_period(
                            PeriodText { key: &item.name(), text: &text },
                            &NOT_A_YEAR,
                            error.into(),
                            place,
                        );
                        None
                    }
                },
                None => self.wrong_type(item, "integer"),
            },
            FieldType::Day => match self.period(item, true)? {
                Period::Day(day) => Some(Value::Day(day)),
                _ => self.wrong_type(item, "date"),
            },
            FieldType::Period => self.period(item, false).map(Value::Period),
            FieldType::Number => match plain(item).as_deref().map(ItemNumber::parse) {
                Some(Some(number)) => Some(Value::Number(number)),
                Some(None) => self.refuse(item, &NOT_A_NUMBER, &plain(item).unwrap_or_default()),
                None => self.wrong_type(item, "text"),
            },
            FieldType::Unit => {
                let text = self.text(item)?;
                let unit = Unit::parse_with(&text, self.context.notation.crown);
                if !unit.is_sound() {
                    return self.refuse(item, &NOT_A_UNIT, &text);
                }
                if let Some(meant) = nearly_money(&text, self.context.notation.crown) {
                    let diagnostic = self.warn(&NEARLY_MONEY, item.value.span()).add("text", text);
                    diagnostic.add("suggestion", meant);
                }
                Some(Value::Unit(unit))
            }
            FieldType::Amount => self.amount(item).map(Value::Amount),
            FieldType::Ref(_) => match item.value.get_ref() {
                DeValue::String(text) if text.trim().is_empty() => {
                    self.report(&EMPTY_VALUE, item.value.span()).add("key", item.name());
                    None
                }
                DeValue::String(text) => Id::new(text.trim())
                    .map(Value::Id)
                    .or_else(|| self.no_id(item.value.span(), &item.name(), text, None)),
                _ => self.wrong_type(item, "id"),
            },
            FieldType::Choice(words) => self.choice(item, words),
            FieldType::List(_)
            | FieldType::OneOrMany(_)
            | FieldType::Record(_)
            | FieldType::AmountOr(_)
            | FieldType::TextOr(_) => None,
        }
    }

    /// Reports that a text is not what the field holds, and drops it.
    fn refuse(&mut self, item: DecodedItem<'_>, code: &'static Code, text: &str) -> Option<Value> {
        self.report(code, item.value.span()).add("key", item.name()).add("text", text.to_owned());
        None
    }

    /// Reports that a text cannot be an id, with one that can.
    pub fn no_id(&mut self, range: std::ops::Range<usize>, key: &str, text: &str, meant: Option<Id>) -> Option<Value> {
        let span = self.span(range.clone());
        let diagnostic = self.report(&NOT_AN_ID, range).add("key", key.to_owned()).add("text", text.to_owned());
        diagnostic.add("meant", meant.as_ref().map_or_else(|| "none".to_owned(), Id::to_string));
        meant.map(|meant| diagnostic.cure(span, meant.to_string()));
        None
    }

    fn text(&mut self, item: DecodedItem<'_>) -> Option<String> {
        let DeValue::String(text) = item.value.get_ref() else {
            self.wrong_type(item, "text");
            return None;
        };
        // A sign may be a blank.
        if SIGNS.contains(&item.key) && text.chars().count() == 1 {
            return Some(text.to_string());
        }
        let text = text.trim();
        if text.contains('\n') {
            self.report(&PROSE_IN_STRING, item.value.span()).add("key", item.name());
            return None;
        }
        if text.len() > Limits::LINE && text.chars().count() > Limits::LINE {
            let limit = Limits::LINE.to_string();
            self.report(&TOO_LONG, item.value.span()).add("key", item.name()).add("limit", limit);
            return None;
        }
        if may_need_repair(text)
            && let Some(c) = text.chars().find(|c| is_unseen(*c))
        {
            let code = format!("U+{:04X}", u32::from(c));
            self.report(&CONTROL_CHARACTER, item.value.span()).add("char", code).add("key", item.name());
            return None;
        }
        Some(glued(text).into_owned())
    }

    fn choice(&mut self, item: DecodedItem<'_>, words: &'static [&'static str]) -> Option<Value> {
        let text = self.text(item)?;
        if let Some(word) = words.iter().find(|word| **word == text) {
            return Some(Value::Choice(Choice(word)));
        }
        let meant = nearest(&text, words.iter().copied());
        let is_mark = is_mark(item.key);
        let meant = if is_mark { meant_visibility(&text, meant) } else { meant };
        // Whoever gives another field such a word wants something kept back: no other word is what was meant.
        let hides = !is_mark && is_kept_back(&text);
        let suggestion = meant.filter(|_| !hides).unwrap_or_default();
        let span = self.span(item.value.span());
        let diagnostic = self.report(&NOT_A_CHOICE, item.value.span()).add("key", item.name()).add("text", text);
        diagnostic.add("words", words.join(", ")).add("suggestion", suggestion.into());
        diagnostic.add("hides", if hides { "yes" } else { "no" }.to_owned());
        if !suggestion.is_empty() {
            diagnostic.cure(span, format!("\"{suggestion}\""));
        }
        None
    }

    /// Reads a period; `is_day` where nothing but a day is right, so that no other is proposed.
    fn period(&mut self, item: DecodedItem<'_>, is_day: bool) -> Option<Period> {
        let text = match item.value.get_ref() {
            DeValue::Datetime(moment) => match (moment.date, moment.time) {
                (Some(date), None) => {
                    let month = i8::try_from(date.month).unwrap_or_default();
                    let day = i8::try_from(date.day).unwrap_or_default();
                    let day = i16::try_from(date.year).ok().and_then(|year| Date::new(year, month, day).ok());
                    // TOML takes any four digits for a year; of a report they are a slip: `0026` for 2026.
                    if let Some(day) = day.filter(|day| day.year() >= FIRST_YEAR) {
                        return Some(Period::Day(day));
                    }
                    date.to_string()
                }
                _ => {
                    self.wrong_type(item, "date");
                    return None;
                }
            },
            DeValue::String(text) => text.trim().to_owned(),
            DeValue::Integer(number) => number.as_str().to_owned(),
            _ => {
                self.wrong_type(item, if is_day { "date" } else { "period" });
                return None;
            }
        };
        let error = match Period::read(&text, self.year_begins) {
            Ok(period) if period.first().year() >= FIRST_YEAR => return Some(period),
            Ok(_) => {
                self.refuse(item, &NO_SUCH_DATE, &text);
                return None;
            }
            Err(error) => error,
        };
        if error != PeriodError::NotAPeriod {
            let place = item.value.span();
            self.refuse_period(PeriodText { key: &item.name(), text: &text }, &NOT_A_PERIOD, error, place);
        } else {
            let suggestion = meant_date(&text);
            // A day that is written in another order is one; only what no order makes a day of does not exist.
            if is_date_shaped(&text) && suggestion.is_none() {
                self.refuse(item, &NO_SUCH_DATE, &text);
                return None;
            }
            if is_day && suggestion.as_ref().is_none_or(|date| date.len() != 10) {
                self.wrong_type(item, "date");
                return None;
            }
            let span = self.span(item.value.span());
            let written = suggestion.map(|date| if date.len() == 10 { date } else { format!("\"{date}\"") });
            let diagnostic = self.report(&NOT_A_PERIOD, item.value.span());
            diagnostic.add("key", item.name()).add("text", text);
            diagnostic.add("suggestion", written.clone().unwrap_or_default());
            written.map(|written| diagnostic.cure(span, written));
        }
        None
    }

    /// Tells why a text is no period of the kind that was wanted.
    pub fn refuse_period(
        &mut self,
        written: PeriodText<'_>,
        otherwise: &'static Code,
        error: PeriodError,
        range: std::ops::Range<usize>,
    ) {
        let cures = error.cures(self.context.is_english(), false);
        let span = self.span(range.clone());
        let (key, text) = (written.key.to_owned(), written.text.to_owned());
        match (error, cures.as_slice()) {
            (PeriodError::NotDeclared(_), _) => {
                self.report(&YEAR_NOT_DECLARED, range).add("key", key).add("text", text);
            }
            (_, [first, second]) => {
                let diagnostic = self.report(&AMBIGUOUS_PERIOD, range).add("text", text);
                diagnostic.add("first", first.clone()).add("second", second.clone());
                diagnostic.cure(span, format!("\"{first}\"")).cure(span, format!("\"{second}\""));
            }
            _ => {
                self.report(otherwise, range).add("key", key).add("text", text);
            }
        }
    }

    /// Refuses a number with a point in it: a Dane reads `33.883` as thousands, TOML as decimals. Nobody reads `0.72` so.
    fn refuse_float(&mut self, item: DecodedItem<'_>, raw: &str) -> Option<WrittenAmount> {
        let digits = raw.replace('_', "").trim_start_matches('+').to_owned();
        if !digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-')) {
            return self.refuse_amount(item, raw, &AmountError::NotANumber);
        }
        let (minus, bare) = digits.strip_prefix('-').map_or(("", digits.as_str()), |bare| ("-", bare));
        let (whole, behind) = bare.split_once('.').unwrap_or((bare, ""));
        let parts_thousands = behind.len() == 3 && whole.len() <= 3 && !whole.starts_with('0');
        let thousands = if parts_thousands { format!("{minus}{whole}{behind}") } else { "none".to_owned() };
        let decimals_cure = as_decimals(&digits, self.context.notation);
        let span = self.span(item.value.span());
        let diagnostic = self.report(&FLOAT_AMOUNT, item.value.span()).add("key", item.name());
        diagnostic.cure(span, format!("\"{decimals_cure}\""));
        let thousands_cure = if parts_thousands { grouped(&thousands, Some('_')) } else { String::new() };
        if parts_thousands {
            diagnostic.cure(span, thousands_cure.clone());
        }
        diagnostic.add("decimals", digits).add("decimals-cure", decimals_cure);
        diagnostic.add("thousands", thousands).add("thousands-cure", thousands_cure);
        None
    }

    fn refuse_amount(&mut self, item: DecodedItem<'_>, text: &str, error: &AmountError) -> Option<WrittenAmount> {
        let (key, notation) = (item.name(), self.context.notation);
        let place = Place::Span(self.span(item.value.span()));
        // `mindst 40 %` without its first word would be another target.
        let is_target = item.key == "value" && item.path.trim_end_matches('.').ends_with("target");
        if is_target && matches!(error, AmountError::NotANumber) {
            let diagnostic = Diagnostic::new(&NOT_AN_AMOUNT, place).with("key", key).with("text", text);
            let diagnostic = diagnostic.with("reason", "target").with("small", "").with("large", "");
            let diagnostic = diagnostic.with("cure", "none").with("second", "none");
            self.diagnostics.push(diagnostic.with("style", "none"));
            return None;
        }
        self.diagnostics.push(AmountText { key: &key, text, notation, quotes: true }.refused(error, place));
        None
    }

    /// Returns how amounts are written in the record that is being read. What a sign before three digits means in a figure of
    /// an indicator is told by its other figures and its declaration, which stand in several files: `model` asks them.
    fn notation_here(&self) -> Notation {
        let figures = [&records::INDICATORS, &records::READINGS_RECORD];
        let is_of_indicator = self.told.within.iter().any(|record| figures.iter().any(|of| std::ptr::eq(*record, *of)));
        let notation = self.context.notation;
        Notation { declared: notation.declared || is_of_indicator, ..notation }
    }

    fn amount(&mut self, item: DecodedItem<'_>) -> Option<WrittenAmount> {
        match item.value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => {
                let number = number.as_str().replace('_', "").parse().ok().and_then(WrittenAmount::whole);
                if number.is_none() {
                    self.refuse(item, &TOO_LARGE, &plain(item).unwrap_or_default());
                }
                number
            }
            DeValue::Float(number) => self.refuse_float(item, number.as_str()),
            DeValue::Integer(number) => self.refuse_amount(item, number.as_str(), &AmountError::NotANumber),
            DeValue::String(text) => match WrittenAmount::parse(text, self.notation_here()) {
                Ok(written) => Some(written),
                Err(error) => self.refuse_amount(item, text, &error),
            },
            _ => {
                self.wrong_type(item, "amount");
                None
            }
        }
    }
}

/// What was written where a period is wanted.
#[derive(Clone, Copy)]
pub struct PeriodText<'t> {
    /// The field it stands under.
    pub key: &'t str,
    /// What was written.
    pub text: &'t str,
}

/// How an amount is written in a file: its text, and how a cure of it is.
#[derive(Clone, Copy, Debug)]
pub struct AmountText<'t> {
    /// The field or the column it stands under.
    pub key: &'t str,
    /// What was written.
    pub text: &'t str,
    /// How numbers are written there.
    pub notation: Notation,
    /// Texts stand in quotation marks: in TOML they do, in CSV they do not.
    pub quotes: bool,
}

impl AmountText<'_> {
    fn written(&self, amount: &str) -> String {
        if self.quotes { format!("\"{amount}\"") } else { amount.to_owned() }
    }

    /// Tells why the text is no amount. Cures are written as the file is, whatever language the message is in.
    #[must_use]
    pub fn refused(&self, error: &AmountError, place: Place) -> Diagnostic {
        let Self { key, text, notation, quotes } = *self;
        if let (AmountError::Ambiguous { decimals, thousands }, false, false) = (error, quotes, notation.declared) {
            let diagnostic = Diagnostic::new(&CSV_UNDECLARED, place).with("text", text);
            let diagnostic = diagnostic.with("decimals", decimals.as_str()).with("thousands", thousands.as_str());
            let other = if notation.decimal == ',' { "." } else { "," };
            return diagnostic.with("decimal", notation.decimal.to_string()).with("thousand", other);
        }
        let meant: Vec<String> =
            meant_amounts(text, notation).iter().take(2).map(|amount| self.written(amount)).collect();
        // Of what says more than a number, `5.5 ± 1`, no sign is the wrong one: with another it would be half of what was written.
        let error = match error {
            AmountError::WrongSign if meant.is_empty() => &AmountError::NotANumber,
            error => error,
        };
        let code = match error {
            AmountError::Ambiguous { .. } => &AMBIGUOUS_AMOUNT,
            AmountError::WrongSign => &FOREIGN_DECIMAL,
            AmountError::TooManyDecimals => &TOO_MANY_DECIMALS,
            AmountError::TooLarge => &TOO_LARGE,
            AmountError::Empty | AmountError::NotANumber => &NOT_AN_AMOUNT,
        };
        let mut diagnostic = Diagnostic::new(code, place).with("key", key).with("text", text);
        match error {
            AmountError::Ambiguous { decimals, thousands } => {
                let cures = [as_decimals(decimals, notation), grouped(thousands, notation.grouping)];
                let [first, second] = cures.map(|cure| self.written(&cure));
                diagnostic = diagnostic.with("decimals", decimals.as_str()).with("decimals-cure", first.clone());
                diagnostic = diagnostic.with("thousands", thousands.as_str()).with("thousands-cure", second.clone());
                diagnostic.cured_by(first).cured_by(second)
            }
            AmountError::WrongSign => {
                let cure = meant.into_iter().next().unwrap_or_default();
                diagnostic.with("cure", cure.clone()).cured_by(cure)
            }
            AmountError::Empty | AmountError::NotANumber => {
                let reason = if text.trim().is_empty() { "empty" } else { "text" };
                let [first, second] = [0, 1].map(|at| meant.get(at).map_or("none", String::as_str).to_owned());
                let [small, large] = self.examples();
                diagnostic = diagnostic.with("reason", reason).with("small", small).with("large", large);
                diagnostic = diagnostic.with("cure", first).with("second", second).with("style", self.style());
                meant.into_iter().fold(diagnostic, Diagnostic::cured_by)
            }
            AmountError::TooManyDecimals | AmountError::TooLarge => diagnostic,
        }
    }

    /// Returns the declaration by which the text would be a negative number, in a file that can declare one.
    fn style(&self) -> &'static str {
        let is_read = |style| {
            let notation = Notation { negative: style, ..self.notation };
            WrittenAmount::parse(self.text, notation).is_ok()
        };
        let found = NegativeStyle::WORDS.iter().find(|(_, style)| !self.quotes && is_read(*style));
        found.map_or("none", |(word, _)| word)
    }

    /// Returns two amounts as the file writes them.
    fn examples(&self) -> [String; 2] {
        let Notation { decimal, grouping, .. } = self.notation;
        let grouped = in_groups("1307", grouping);
        [format!("2{decimal}5"), format!("{grouped}{decimal}5")].map(|amount| self.written(&amount))
    }
}

/// Writes digits with a point so that they read as decimals: exactly three want a fourth.
fn as_decimals(digits: &str, notation: Notation) -> String {
    let three = digits.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3);
    let zero = if three { "0" } else { "" };
    digits.replace('.', &notation.decimal.to_string()) + zero
}

/// Writes a whole number in groups of three.
fn grouped(digits: &str, sign: Option<char>) -> String {
    let (minus, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("-", digits));
    format!("{minus}{}", in_groups(digits, sign))
}

/// Returns the text of a string or a whole number, which authors write for each other in numbers and years.
pub(super) fn plain(item: DecodedItem<'_>) -> Option<String> {
    match item.value.get_ref() {
        DeValue::String(text) => Some(text.trim().to_owned()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        _ => None,
    }
}

/// Reads a year of four digits.
pub fn year(text: &str) -> Option<Year> {
    Year::read(text, None).ok()
}

/// Returns `true` or `false` for the words of other hands.
pub fn meant_flag(text: &str) -> Option<&'static str> {
    match text.trim().trim_matches(['"', '\'', '.']).to_lowercase().as_str() {
        "ja" | "sandt" | "sant" | "yes" | "true" | "on" | "x" | "1" => Some("true"),
        "nej" | "nei" | "falsk" | "falskt" | "usann" | "usant" | "no" | "false" | "off" | "0" => Some("false"),
        _ => None,
    }
}

/// Returns the candidate that a word was most likely meant to be: the one it stands for in the words of authors, else
/// the nearest by its letters.
pub fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str> + Clone) -> Option<&'c str> {
    if let Some(meant) = meant_by(word, candidates.clone()) {
        return Some(meant);
    }
    let lower = word.to_lowercase();
    let allowed = match lower.chars().count() {
        0..=2 => 1,
        3..=5 => 2,
        _ => 3,
    };
    candidates
        .map(|candidate| (strsim::damerau_levenshtein(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Returns the name of a value's type, as a key of the language files.
pub fn type_word(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "integer",
        DeValue::Float(_) => "float",
        DeValue::Boolean(_) => "boolean",
        DeValue::Datetime(moment) if moment.time.is_some() => "datetime",
        DeValue::Datetime(_) => "date",
        DeValue::Array(_) => "list",
        DeValue::Table(_) => "table",
    }
}

fn is_date_shaped(text: &str) -> bool {
    text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}
