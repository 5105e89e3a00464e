//! Numbers as a language writes them, fast: a big site prints more than a million.
//!
//! ICU knows the signs, we write the digits. Asking ICU for each number takes three times as long
//! (`benches/locale.rs`: 69 against 21 ns), and its formatter is not `Sync`. So its signs are read
//! once from a number it wrote, and a property test holds ours to be what ICU writes.

use fixed_decimal::Decimal as IcuDecimal;
use icu_decimal::DecimalFormatter;
use rust_decimal::RoundingStrategy;

use super::{Language, LocaleError};
use crate::value::Decimal;

/// U+2212. CLDR says `-`, which screen readers skip or read as a pause.
pub(super) const MINUS: char = '\u{2212}';

/// The signs that part a number, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numerals {
    decimal: char,
    grouping: char,
    /// How many digits make a group.
    group: usize,
    /// The fewest whole digits that are grouped at all.
    least: usize,
}

impl Numerals {
    /// Reads the signs of a language from numbers that ICU writes.
    pub(super) fn new(language: Language) -> Result<Self, LocaleError> {
        Self::read(language).ok_or(LocaleError::Data(language))
    }

    fn read(language: Language) -> Option<Self> {
        let icu = DecimalFormatter::try_new(language.icu().ok()?.into(), Default::default()).ok()?;
        let write = |number: &str| number.parse::<IcuDecimal>().ok().map(|number| icu.format(&number).to_string());
        let text = write("1234567890.5")?;
        let (whole, decimal) = text.strip_suffix('5').and_then(|text| Some((text, text.chars().next_back()?)))?;
        let grouping = whole.chars().find(|c| !c.is_ascii_digit())?;
        let group = whole.trim_end_matches(decimal).rsplit(grouping).next()?.len();
        let mut least = group.saturating_add(1);
        while !write(&"1".repeat(least))?.contains(grouping) {
            least = least.saturating_add(1);
        }
        Some(Self { decimal, grouping, group, least })
    }

    /// Writes a number with the decimals it has.
    pub(super) fn write(&self, out: &mut String, number: &Decimal) {
        self.write_padded(out, number, 0);
    }

    /// Writes a number with exactly so many decimals, the last one rounded half away from zero.
    pub(super) fn write_at(&self, out: &mut String, number: &Decimal, decimals: u32) {
        if number.scale() > decimals {
            let rounded = number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
            self.write_padded(out, &rounded, decimals);
        } else {
            self.write_padded(out, number, decimals);
        }
    }

    /// Writes a number with the decimals it has, and noughts up to `decimals`.
    fn write_padded(&self, out: &mut String, number: &Decimal, decimals: u32) {
        if number.is_sign_negative() && !number.is_zero() {
            out.push(MINUS);
        }
        let digits = Digits::new(number.mantissa().unsigned_abs(), number.scale());
        let (whole, fraction) = digits.parts();
        self.write_whole(out, whole);
        if !fraction.is_empty() || decimals > 0 {
            out.push(self.decimal);
            out.push_str(fraction);
            out.extend((number.scale()..decimals).map(|_| '0'));
        }
    }

    fn write_whole(&self, out: &mut String, whole: &str) {
        if whole.len() < self.least {
            out.push_str(whole);
            return;
        }
        let (head, mut rest) = whole.split_at(match whole.len() % self.group {
            0 => self.group,
            odd => odd,
        });
        out.push_str(head);
        while !rest.is_empty() {
            let (group, behind) = rest.split_at(self.group);
            out.push(self.grouping);
            out.push_str(group);
            rest = behind;
        }
    }
}

/// Writes a small count without grouping: a day, a year.
pub(super) fn write_plain(out: &mut String, number: u16) {
    for unit in [10_000, 1_000, 100, 10, 1] {
        if number >= unit || unit == 1 {
            out.push(char::from(b'0' + (number / unit % 10) as u8));
        }
    }
}

/// The decimal digits of a number, at least one of them before the decimals.
struct Digits {
    /// Noughts, and the digits at the end.
    buffer: [u8; Self::MOST],
    /// Where the whole digits begin.
    start: usize,
    /// Where the decimals begin.
    point: usize,
}

impl Digits {
    /// More than the 29 digits and the 28 decimals of any [`Decimal`].
    const MOST: usize = 40;

    /// The most digits that always fit 64 bits are 19.
    const LOW: u128 = 10_u128.pow(19);

    fn new(mantissa: u128, scale: u32) -> Self {
        let mut buffer = [b'0'; Self::MOST];
        let mut start = Self::MOST;
        let mut rest = mantissa;
        // Dividing 64 bits is many times faster; noughts in front of the low digits stand there already.
        while rest > u128::from(u64::MAX) {
            fill(&mut buffer, start, (rest % Self::LOW) as u64);
            start -= 19;
            rest /= Self::LOW;
        }
        start = fill(&mut buffer, start, rest as u64);
        let point = Self::MOST - scale as usize;
        Self { buffer, start: start.min(point - 1), point }
    }

    /// Returns the whole digits and the decimals.
    fn parts(&self) -> (&str, &str) {
        let text = std::str::from_utf8(&self.buffer[self.start..]).expect("every byte is an ASCII digit");
        text.split_at(self.point - self.start)
    }
}

/// Writes digits so that they end before `end`, and returns where they start. Nought writes none.
fn fill(buffer: &mut [u8], end: usize, mut number: u64) -> usize {
    let mut start = end;
    while number > 0 {
        start -= 1;
        buffer[start] = b'0' + (number % 10) as u8;
        number /= 10;
    }
    start
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::LOCALES, *};

    fn numerals(language: Language) -> Numerals {
        Numerals::new(language).expect("ICU knows every language of LOCALES")
    }

    fn written(language: Language, number: &str) -> String {
        let mut out = String::new();
        numerals(language).write(&mut out, &number.parse().expect("a number"));
        out
    }

    #[test]
    fn writes_the_decimals_that_were_written() {
        for (number, danish, english) in [
            ("0", "0", "0"),
            ("-0.0", "0,0", "0.0"),
            ("7", "7", "7"),
            ("0.05", "0,05", "0.05"),
            ("12.10", "12,10", "12.10"),
            ("999", "999", "999"),
            ("1000", "1.000", "1,000"),
            ("-9100000", "\u{2212}9.100.000", "\u{2212}9,100,000"),
            ("123456.789", "123.456,789", "123,456.789"),
            (
                "79228162514264337593543950335",
                "79.228.162.514.264.337.593.543.950.335",
                "79,228,162,514,264,337,593,543,950,335",
            ),
            ("0.0000000000000000000000000001", "0,0000000000000000000000000001", "0.0000000000000000000000000001"),
        ] {
            assert_eq!(written(Language::Danish, number), danish, "{number}");
            assert_eq!(written(Language::English, number), english, "{number}");
        }
    }

    #[test]
    fn swedish_and_norwegian_part_thousands_with_a_blank() {
        for (number, text) in [("1000", "1~000"), ("-1234567.50", "\u{2212}1~234~567,50"), ("0.05", "0,05")] {
            for language in [Language::Swedish, Language::Norwegian] {
                assert_eq!(written(language, number).replace('\u{a0}', "~"), text, "{language:?}");
            }
        }
    }

    #[test]
    fn rounds_half_away_from_zero_and_never_to_minus_nought() {
        for (number, decimals, text) in [
            ("2.5", 0, "3"),
            ("-2.5", 0, "\u{2212}3"),
            ("0.125", 2, "0,13"),
            ("-0.004", 2, "0,00"),
            ("-0.005", 2, "\u{2212}0,01"),
            ("3", 2, "3,00"),
            ("3.5", 2, "3,50"),
            ("999.95", 1, "1.000,0"),
            ("79228162514264337593543950335", 2, "79.228.162.514.264.337.593.543.950.335,00"),
        ] {
            let mut out = String::new();
            numerals(Language::Danish).write_at(&mut out, &number.parse().expect("a number"), decimals);
            assert_eq!(out, text, "{number} at {decimals}");
        }
    }

    proptest! {
        #[test]
        fn writes_what_icu_writes(mantissa in -(1_i128 << 96) + 1..1_i128 << 96, small: i64, scale in 0_u32..=28) {
            for language in LOCALES {
                let locale = language.icu().expect("a locale");
                let icu = DecimalFormatter::try_new(locale.into(), Default::default()).expect("data");
                for mantissa in [mantissa, small.into(), i128::from(small % 10_000_000)] {
                    let number = Decimal::from_i128_with_scale(mantissa, scale);
                    let reference: IcuDecimal = number.to_string().parse().expect("a number");
                    let mut out = String::new();
                    numerals(language).write(&mut out, &number);
                    // ICU writes the minus of some languages as we do.
                    prop_assert_eq!(out.replace(MINUS, "-"), icu.format(&reference).to_string().replace(MINUS, "-"));
                }
            }
        }
    }
}
