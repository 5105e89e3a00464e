//! What the number formats of a workbook make of a number: its decimals, its unit, and whether it is shown at all.
//!
//! A format has up to four parts, for positive and negative numbers, nought and text, or for those that a condition names. Each number is
//! read by the part that shows it: `[<5]"<5";0` shows a three as a word, and `;;;` shows nothing.

use std::str::FromStr as _;

use rust_decimal::Decimal;

use crate::value::{Currency, Unit};

/// Stands for the word `General` within a part.
const GENERAL: char = '\u{2}';

/// What a part of a format shows in the place of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShownAs {
    /// The number, with what stands around it.
    #[default]
    Number,
    /// Nothing.
    Nothing,
    /// Words or signs of which the number is no part, or which change what it says: `skjult`, `ca. 5`, `05.28.20`.
    Words,
}

/// How much of a date is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownDate {
    /// The day.
    Day,
    /// The month, with its year or without.
    Month,
    /// The year alone.
    Year,
}

/// How a part of a format shows a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormatPart {
    condition: Option<(String, Decimal)>,
    /// What it shows.
    pub shows: ShownAs,
    /// With how many decimals; as many as it has unless the format says.
    pub decimals: Option<u32>,
    /// With how many digits before them at least: `00000` shows 528 as 00528.
    pub digits: usize,
    /// A hundred times of it are shown, and a sign of per cent.
    pub is_percent: bool,
    /// It is a date.
    pub date: Option<ShownDate>,
    /// How many times a thousand of it are shown as one: `#,##0,` shows 1500 for 1500000.
    pub thousands: u32,
    /// It scales, and says so in words of its own: `0.0,,"M"`.
    pub is_worded: bool,
    /// The words it shows with the number: `mio. kr.`.
    pub unit: String,
}

/// A number format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberFormat {
    parts: Vec<FormatPart>,
}

impl NumberFormat {
    /// Reads a format as a workbook writes it.
    pub fn read(code: &str) -> Self {
        let parts = parts_of(code);
        let is_alone = parts.len() == 1;
        // No format at all shows the number as it is; a part without anything among others shows nothing.
        let read = |part: &String| match part.is_empty() && is_alone {
            true => FormatPart::default(),
            false => FormatPart::read(part),
        };
        Self { parts: parts.iter().map(read).collect() }
    }

    /// Returns the format that every spreadsheet program has under the same number.
    pub fn known(id: &str) -> Self {
        Self::read(match id.parse::<u32>().unwrap_or(0) {
            1 | 3 | 5 | 6 | 37 | 38 | 41 | 42 => "0",
            2 | 4 | 7 | 8 | 39 | 40 | 43 | 44 => "0.00",
            9 => "0%",
            10 => "0.00%",
            14..=16 | 22 => "d-m-y",
            17 => "mmm-yy",
            18..=21 | 45..=47 => "h:mm",
            _ => "General",
        })
    }

    /// Returns the part that shows a number.
    pub fn part(&self, number: Decimal) -> FormatPart {
        let is_meant = |at: usize, part: &FormatPart| match (&part.condition, self.parts.len(), at) {
            (Some((sign, limit)), ..) => match sign.as_str() {
                "<" => number < *limit,
                "<=" => number <= *limit,
                ">" => number > *limit,
                ">=" => number >= *limit,
                "<>" => number != *limit,
                _ => number == *limit,
            },
            (None, 1, _) => true,
            (None, 2, 0) => !number.is_sign_negative() || number.is_zero(),
            (None, _, 0) => number > Decimal::ZERO,
            (None, 3.., 1) => number < Decimal::ZERO,
            (None, ..) => true,
        };
        let mut parts = self.parts.iter().take(3).enumerate();
        let meant = parts.find(|(at, part)| is_meant(*at, part)).map(|(_, part)| part);
        let meant = meant.or(self.parts.iter().take(3).next_back()).cloned().unwrap_or_default();
        // A nought that is left blank or is a dash is a nought. One that a condition covers, as `[<5]"<5"` does, is not told.
        let is_of_nought = meant.condition.as_ref().is_none_or(|(sign, limit)| sign == "=" && limit.is_zero());
        let first = self.parts.iter().find(|part| part.shows == ShownAs::Number);
        match first {
            Some(first) if number.is_zero() && is_of_nought && meant.shows != ShownAs::Number => first.clone(),
            _ => meant,
        }
    }

    /// Returns what it shows in the place of a text.
    pub fn of_text(&self) -> ShownAs {
        self.parts.get(3).map_or(ShownAs::Number, |part| part.shows)
    }
}

/// Parts a format at the semicolons that stand outside of quotes and brackets.
fn parts_of(code: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut is_quoted, mut is_escaped) = (false, false);
    for sign in code.chars() {
        if sign == ';' && !is_quoted && !is_escaped {
            parts.push(String::new());
            continue;
        }
        is_quoted ^= sign == '"' && !is_escaped;
        is_escaped = !is_escaped && !is_quoted && matches!(sign, '\\' | '_' | '*');
        parts.iter_mut().next_back().into_iter().for_each(|part| part.push(sign));
    }
    parts
}

/// A sign of a part: one that stands for itself, or one that means something.
type FormatSign = (bool, char);

impl FormatPart {
    fn read(code: &str) -> Self {
        let mut part = Self::default();
        let signs = part.signs(code);
        let plain: String = signs.iter().filter(|(is_literal, _)| !is_literal).map(|(_, sign)| *sign).collect();
        let is_place = |sign: &FormatSign| matches!(sign, (false, '0' | '#' | '?' | '@' | GENERAL));
        let has_general = plain.contains([GENERAL, '@']);
        if !has_general && plain.contains(['d', 'm', 'y', 'h', 's']) {
            part.read_date(&plain);
            return part;
        }
        let (Some(first), Some(last)) = (signs.iter().position(is_place), signs.iter().rposition(is_place)) else {
            let is_blank = signs.iter().all(|(_, sign)| sign.is_whitespace());
            part.shows = if is_blank { ShownAs::Nothing } else { ShownAs::Words };
            return part;
        };
        let words = |signs: &[FormatSign]| {
            let shown = signs.iter().filter(|(is_literal, sign)| *is_literal || !matches!(sign, '.' | ',' | '%'));
            shown.map(|(_, sign)| *sign).collect::<String>()
        };
        let before = words(signs.get(..first).unwrap_or_default());
        let behind = words(signs.get(last.saturating_add(1)..).unwrap_or_default());
        part.is_percent = plain.contains('%');
        if !has_general {
            part.read_places(&plain);
        }
        let within = signs.get(first..=last).unwrap_or_default();
        match unit_among(&before, &behind) {
            Some(unit) if are_groups(within) => part.unit = unit,
            _ => part.shows = ShownAs::Words,
        }
        part.is_worded = part.thousands > 0 && [&before, &behind].iter().any(|it| it.contains(char::is_alphabetic));
        part
    }

    /// Returns the signs of a part, and keeps its condition.
    fn signs(&mut self, code: &str) -> Vec<FormatSign> {
        let mut shown: Vec<FormatSign> = Vec::new();
        let lower = code.to_lowercase().replace("general", "\u{2}");
        // Words keep their capitals where lower case has as many bytes, which is so but for a few letters of no office.
        let code = if lower.contains(GENERAL) || lower.len() != code.len() { lower } else { code.to_owned() };
        let mut signs = code.chars();
        while let Some(sign) = signs.next() {
            match sign {
                '"' => shown.extend(signs.by_ref().take_while(|sign| *sign != '"').map(|sign| (true, sign))),
                // `[$kr.-406]` shows a currency, `[<5]` is a condition, `[h]` counts hours, `[Red]` shows nothing.
                '[' => {
                    let inner: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                    let currency = inner.strip_prefix('$').and_then(|rest| rest.split('-').next());
                    shown.extend(currency.unwrap_or_default().chars().map(|sign| (true, sign)));
                    let limit = inner.trim_start_matches(['<', '>', '=']);
                    let sign = inner.get(..inner.len().saturating_sub(limit.len())).unwrap_or_default();
                    if let (false, Ok(limit)) = (sign.is_empty(), Decimal::from_str(limit.trim())) {
                        self.condition = Some((sign.to_owned(), limit));
                    }
                    if inner.chars().all(|sign| matches!(sign.to_ascii_lowercase(), 'h' | 'm' | 's')) {
                        shown.extend(inner.chars().map(|sign| (false, sign.to_ascii_lowercase())));
                    }
                }
                '\\' => shown.extend(signs.next().map(|sign| (true, sign))),
                // A gap, and what fills the cell.
                '_' | '*' => drop(signs.next()),
                sign => shown.push((false, sign.to_ascii_lowercase())),
            }
        }
        shown
    }

    fn read_date(&mut self, plain: &str) {
        self.date = Some(match (plain.contains('d'), plain.contains('y'), plain.contains(['h', 's'])) {
            (true, ..) => ShownDate::Day,
            (false, true, _) if !plain.contains('m') => ShownDate::Year,
            (false, _, false) => ShownDate::Month,
            _ => ShownDate::Day,
        });
        // The time of a day, or a count of hours.
        let is_time = !plain.contains(['d', 'y']) && plain.contains(['h', 's']);
        self.shows = if is_time { ShownAs::Words } else { ShownAs::Number };
    }

    fn read_places(&mut self, plain: &str) {
        let places = |text: &str| text.chars().take_while(|sign| matches!(sign, '0' | '#' | '?')).count();
        let (whole, behind) = plain.split_once('.').unwrap_or((plain, ""));
        // A fraction, `# ?/?`, is taken as exact as it is.
        let is_fraction = plain.contains('/');
        self.decimals = u32::try_from(places(behind)).ok().filter(|_| !is_fraction);
        self.digits = whole.matches('0').count();
        // A comma between places parts groups; one behind the last of them, before or behind the point, divides by a thousand.
        let scaling = |text: &str| {
            let behind = text.rfind(['0', '#', '?']).map_or(text.len(), |at| at.saturating_add(1));
            text.get(behind..).unwrap_or_default().matches(',').count()
        };
        let scaled: usize = plain.splitn(2, '.').map(scaling).sum();
        self.thousands = u32::try_from(scaled).unwrap_or(u32::MAX);
    }
}

/// Returns the unit that words around a number are, `None` where they are none: `ca. 5`, `<5`, `5+`, `12` and `000` behind it.
fn unit_among(before: &str, behind: &str) -> Option<String> {
    let is_sign = |c: char| c.is_whitespace() || matches!(c, '-' | '−' | '–' | '+' | '(' | ')');
    let (before, own) = (before.trim_matches(is_sign), behind.trim_matches(is_sign));
    // `12,-` is a way to write kroner, and `5+` says more than five.
    let own = if own == "," || own == ",-" { "" } else { own };
    let is_money = |text: &str| {
        let unit = Unit::parse_with(text, Currency::Dkk);
        unit.is_money() || unit.is_per_cent()
    };
    let is_more = behind.contains('+') || before.contains('+') && !before.is_empty();
    let is_word = |text: &str| text.contains(char::is_alphabetic) || matches!(text, "€" | "$" | "£" | "%" | "‰");
    // Digits that follow at once are shown as digits of the number; those of `1.000 kr.` stand apart.
    let is_apart = behind.starts_with(char::is_whitespace) && is_money(own);
    let is_digit = own.starts_with(|c: char| c.is_ascii_digit());
    let begins_bad = is_digit && !is_apart || own.starts_with(['.', ',', '*', '<', '>']);
    match (before, own) {
        _ if is_more => None,
        ("", "") => Some(String::new()),
        ("", own) if is_word(own) && !begins_bad => Some(own.to_owned()),
        (before, "") if is_money(before) => Some(before.to_owned()),
        _ => None,
    }
}

/// Tells whether what stands between the places of a number parts its groups of three, and nothing else: `#\ ##0`.
fn are_groups(within: &[FormatSign]) -> bool {
    let plain = within.iter().position(|sign| *sign == (false, '.')).unwrap_or(within.len());
    let mut groups = vec![0_usize];
    for (is_literal, sign) in within.iter().take(plain) {
        let is_place = !is_literal && matches!(*sign, '0' | '#' | '?' | '@' | GENERAL);
        let is_parting = *is_literal && (sign.is_whitespace() || matches!(sign, '.' | '\'' | '’'));
        match (is_place, is_parting) {
            (true, _) => groups.iter_mut().next_back().into_iter().for_each(|count| *count = count.saturating_add(1)),
            (_, true) => groups.push(0),
            // What is no literal means something else: a group, a fraction, an exponent; a minus there would be shown.
            _ if *is_literal || *sign == '-' || *sign == ':' => return false,
            _ => {}
        }
    }
    let rest = within.iter().skip(plain);
    groups.iter().skip(1).all(|count| *count == 3)
        && rest.clone().all(|(is_literal, sign)| !is_literal || sign.is_whitespace())
}
