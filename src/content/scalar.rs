//! Single values: text, amounts, dates, references, words out of a set.

use toml::de::DeValue;

use super::{
    Limits,
    decode::{Item, Reader},
    text::{glued, is_unseen, may_need_repair},
};
use crate::{
    diag::{Diagnostic, Place},
    schema::{Choice, Type, Value},
    value::{Date, Id, ItemNumber, Notation, Period, Unit, Written, WrittenError},
};

impl Reader<'_> {
    /// Decodes a value that is no table and no list.
    pub fn scalar(&mut self, item: Item<'_>, ty: Type) -> Option<Value> {
        match ty {
            Type::Text | Type::Level => self.text(item).map(Value::Text),
            Type::Bool => match item.value.get_ref() {
                DeValue::Boolean(value) => Some(Value::Bool(*value)),
                _ => self.wrong_type(item, "boolean"),
            },
            Type::Year => match plain(item) {
                Some(text) => year(&text).map(Value::Year).or_else(|| self.refuse(item, "not-a-year", &text)),
                None => self.wrong_type(item, "integer"),
            },
            Type::Day => match self.period(item)? {
                Period::Day(day) => Some(Value::Day(day)),
                _ => self.wrong_type(item, "date"),
            },
            Type::Period => self.period(item).map(Value::Period),
            Type::Number => match plain(item).as_deref().map(ItemNumber::parse) {
                Some(Some(number)) => Some(Value::Number(number)),
                Some(None) => self.refuse(item, "not-a-number", &plain(item).unwrap_or_default()),
                None => self.wrong_type(item, "text"),
            },
            Type::Unit => {
                let text = self.text(item)?;
                let unit = Unit::parse(&text);
                if unit.is_sound() { Some(Value::Unit(unit)) } else { self.refuse(item, "not-a-unit", &text) }
            }
            Type::Amount => self.amount(item).map(Value::Amount),
            Type::Ref(_) => match item.value.get_ref() {
                DeValue::String(text) => {
                    Id::new(text.trim()).map(Value::Id).or_else(|| self.refuse(item, "not-an-id", text))
                }
                _ => self.wrong_type(item, "id"),
            },
            Type::Choice(words) => self.choice(item, words),
            Type::List(_) | Type::OneOrMany(_) | Type::Record(_) | Type::AmountOr(_) => None,
        }
    }

    /// Reports that a text is not what the field holds, and drops it.
    fn refuse(&mut self, item: Item<'_>, code: &'static str, text: &str) -> Option<Value> {
        self.report(code, item.value.span()).add("key", item.name()).add("text", text.to_owned());
        None
    }

    fn text(&mut self, item: Item<'_>) -> Option<String> {
        let DeValue::String(text) = item.value.get_ref() else {
            self.wrong_type(item, "text");
            return None;
        };
        let text = text.trim();
        if text.contains('\n') {
            self.report("prose-in-string", item.value.span()).add("key", item.name());
            return None;
        }
        if text.len() > Limits::LINE && text.chars().count() > Limits::LINE {
            let limit = Limits::LINE.to_string();
            self.report("too-long", item.value.span()).add("key", item.name()).add("limit", limit);
            return None;
        }
        if may_need_repair(text)
            && let Some(c) = text.chars().find(|c| is_unseen(*c))
        {
            let code = format!("U+{:04X}", u32::from(c));
            self.report("control-character", item.value.span()).add("char", code).add("key", item.name());
            return None;
        }
        Some(glued(text).into_owned())
    }

    fn choice(&mut self, item: Item<'_>, words: &'static [&'static str]) -> Option<Value> {
        let text = self.text(item)?;
        if let Some(word) = words.iter().find(|word| **word == text) {
            return Some(Value::Choice(Choice(word)));
        }
        let suggestion = nearest(&text, words.iter().copied()).unwrap_or_default();
        let choices = words.join(", ");
        let diagnostic = self.report("not-a-choice", item.value.span());
        diagnostic
            .add("key", item.name())
            .add("text", text)
            .add("choices", choices)
            .add("suggestion", suggestion.into());
        None
    }

    fn period(&mut self, item: Item<'_>) -> Option<Period> {
        let text = match item.value.get_ref() {
            DeValue::Datetime(moment) => match (moment.date, moment.time) {
                (Some(date), None) => {
                    let month = i8::try_from(date.month).unwrap_or_default();
                    let day = i8::try_from(date.day).unwrap_or_default();
                    let day = i16::try_from(date.year).ok().and_then(|year| Date::new(year, month, day).ok());
                    if let Some(day) = day {
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
                self.wrong_type(item, "period");
                return None;
            }
        };
        let period = Period::parse(&text);
        if period.is_none() {
            let code = if is_date_shaped(&text) { "no-such-date" } else { "not-a-period" };
            self.refuse(item, code, &text);
        }
        period
    }

    /// Refuses a number with a point in it: a Dane reads `33.883` as thousands, TOML as decimals.
    fn refuse_float(&mut self, item: Item<'_>, raw: &str) -> Option<Written> {
        let digits = raw.replace('_', "").trim_start_matches('+').to_owned();
        if !digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-')) {
            self.refuse(item, "not-an-amount", raw);
            return None;
        }
        let (minus, bare) = digits.strip_prefix('-').map_or(("", digits.as_str()), |bare| ("-", bare));
        let thousands = format!("{minus}{}", bare.replace('.', "").trim_start_matches('0'));
        let (decimals_cure, thousands_cure) =
            (as_decimals(&digits, self.context.notation), grouped(&thousands, Some('_')));
        let diagnostic = self.report("float-amount", item.value.span()).add("key", item.name());
        diagnostic.add("decimals", digits).add("decimals-cure", decimals_cure);
        diagnostic.add("thousands", thousands).add("thousands-cure", thousands_cure);
        None
    }

    fn amount(&mut self, item: Item<'_>) -> Option<Written> {
        match item.value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => {
                let number = number.as_str().replace('_', "").parse().ok().and_then(Written::whole);
                if number.is_none() {
                    self.refuse(item, "too-large", &plain(item).unwrap_or_default());
                }
                number
            }
            DeValue::Float(number) => self.refuse_float(item, number.as_str()),
            DeValue::Integer(number) => {
                self.refuse(item, "not-an-amount", number.as_str());
                None
            }
            DeValue::String(text) => match Written::parse(text, self.context.notation) {
                Ok(written) => Some(written),
                Err(error) => {
                    let place = Place::Span(self.span(item.value.span()));
                    self.diagnostics.push(amount_error(&error, place, &item.name(), text, self.context.notation));
                    None
                }
            },
            _ => {
                self.wrong_type(item, "amount");
                None
            }
        }
    }
}

/// Tells why a text is no amount. Cures are written as the file is, whatever language the message is in.
#[must_use]
pub fn amount_error(error: &WrittenError, place: Place, key: &str, text: &str, notation: Notation) -> Diagnostic {
    let code = match error {
        WrittenError::Ambiguous { .. } => "ambiguous-amount",
        WrittenError::WrongSign { .. } => "foreign-decimal",
        WrittenError::TooManyDecimals => "too-many-decimals",
        WrittenError::TooLarge => "too-large",
        WrittenError::Empty | WrittenError::NotANumber => "not-an-amount",
    };
    let diagnostic = Diagnostic::error(code, place).with("key", key).with("text", text);
    match error {
        WrittenError::Ambiguous { decimals, thousands } => diagnostic
            .with("decimals", decimals.as_str())
            .with("decimals-cure", as_decimals(decimals, notation))
            .with("thousands", thousands.as_str())
            .with("thousands-cure", grouped(thousands, notation.grouping)),
        WrittenError::WrongSign { cure } => diagnostic.with("cure", cure.as_str()),
        _ => diagnostic,
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
    let mut out = String::from(minus);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && digits.len().saturating_sub(at).is_multiple_of(3) {
            out.extend(sign);
        }
        out.push(digit);
    }
    out
}

/// Returns the text of a string or a whole number, which authors write for each other in numbers and years.
fn plain(item: Item<'_>) -> Option<String> {
    match item.value.get_ref() {
        DeValue::String(text) => Some(text.trim().to_owned()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        _ => None,
    }
}

/// Reads a year of four digits.
pub fn year(text: &str) -> Option<i16> {
    match Period::parse_iso(text) {
        Some(Period::Year(year)) => Some(year),
        _ => None,
    }
}

const MONTHS: [[&str; 2]; 12] = [
    ["jan", "jan"],
    ["feb", "feb"],
    ["mar", "mar"],
    ["apr", "apr"],
    ["may", "maj"],
    ["jun", "jun"],
    ["jul", "jul"],
    ["aug", "aug"],
    ["sep", "sep"],
    ["oct", "okt"],
    ["nov", "nov"],
    ["dec", "dec"],
];

/// Returns the name of a month from 0 to 11, as content files have it; nothing for any other.
#[must_use]
pub fn month(at: usize) -> &'static str {
    MONTHS.get(at).map_or("", |[name, _]| name)
}

/// Reads a month or a range of months of one year, as 0 to 11.
pub fn months(text: &str) -> Option<(u8, u8)> {
    let month = |word: &str| {
        let at = MONTHS.iter().position(|names| names.contains(&word))?;
        u8::try_from(at).ok()
    };
    match text.split_once('-') {
        Some((first, last)) => Some((month(first)?, month(last)?)).filter(|(first, last)| first < last),
        None => month(text).map(|month| (month, month)),
    }
}

/// Returns the candidate that a mistyped word was most likely meant to be.
pub fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
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
