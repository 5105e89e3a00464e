//! Periods: a day, a month, a quarter, a half, a year, a season, or primo / medio / ultimo of one.

use std::cmp::Ordering;

use jiff::{ToSpan, civil::Date};

/// Which part of a year or month is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum PeriodPart {
    /// The beginning.
    Primo,
    /// The middle.
    Medio,
    /// The end.
    Ultimo,
}

/// A season of the year. Winter is that which ends in the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Season {
    /// January and February, with December before them.
    Winter,
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
}

/// A stretch of days that a report can name.
///
/// Periods sort by their last day, then the shorter first: "ultimo 2022" is 31 December 2022, and
/// "2022" stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Period {
    /// One day.
    Day(Date),
    /// A month: year, 1 to 12.
    Month(i16, i8),
    /// A quarter: year, 1 to 4.
    Quarter(i16, i8),
    /// A half year: year, 1 or 2.
    Half(i16, i8),
    /// A year.
    Year(i16),
    /// A season of a year.
    Season(Season, i16),
    /// The beginning, middle or end of a year.
    OfYear(PeriodPart, i16),
    /// The beginning, middle or end of a month: part, year, 1 to 12.
    OfMonth(PeriodPart, i16, i8),
}

const SEASONS: &[(&str, Season)] = &[
    ("vinter", Season::Winter),
    ("vinteren", Season::Winter),
    ("winter", Season::Winter),
    ("forår", Season::Spring),
    ("foråret", Season::Spring),
    ("spring", Season::Spring),
    ("sommer", Season::Summer),
    ("sommeren", Season::Summer),
    ("summer", Season::Summer),
    ("efterår", Season::Autumn),
    ("efteråret", Season::Autumn),
    ("autumn", Season::Autumn),
    ("fall", Season::Autumn),
    ("vintern", Season::Winter),
    ("vår", Season::Spring),
    ("våren", Season::Spring),
    ("sommar", Season::Summer),
    ("sommaren", Season::Summer),
    ("höst", Season::Autumn),
    ("hösten", Season::Autumn),
    ("høst", Season::Autumn),
    ("høsten", Season::Autumn),
];

const PARTS: [(&str, PeriodPart); 6] = [
    ("primo", PeriodPart::Primo),
    ("medio", PeriodPart::Medio),
    ("ultimo", PeriodPart::Ultimo),
    ("early", PeriodPart::Primo),
    ("mid", PeriodPart::Medio),
    ("late", PeriodPart::Ultimo),
];

/// The months as authors write them in full, in every language, from January.
const MONTHS: [&[&str]; 12] = [
    &["januar", "january", "januari"],
    &["februar", "february", "februari"],
    &["marts", "march", "mars"],
    &["april"],
    &["maj", "may", "mai"],
    &["juni", "june"],
    &["juli", "july"],
    &["august", "augusti"],
    &["september"],
    &["oktober", "october"],
    &["november"],
    &["december", "desember"],
];

impl Period {
    /// The years a report may speak of.
    pub const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

    /// Reads a period as authors write it: `2020-06-30`, `2020-06`, `2020-Q2`, `2020-H1`, `2020`,
    /// `primo 2022`, `medio november 2019`, `forår 2022`, `30. juni 2025`, `2. kvartal 2025`, `1. halvår 2025`. Answers
    /// `None` when it is none, such as a day that does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::parse_iso(text).or_else(|| Self::parse_words(&text.to_lowercase()))
    }

    /// Reads the forms a folder in `updates/` may be named by: day, month, quarter, half or year.
    #[must_use]
    pub fn parse_iso(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let year = year(parts.next()?)?;
        let Some(second) = parts.next() else { return Some(Self::Year(year)) };
        let third = parts.next();
        if let Some(day) = third {
            return Some(Self::Day(Date::new(year, two_digits(second)?, two_digits(day)?).ok()?));
        }
        let digit = |rest: &str, max: i8| rest.parse().ok().filter(|n| rest.len() == 1 && (1..=max).contains(n));
        match second.split_at_checked(1)? {
            ("Q" | "q" | "K" | "k", rest) => Some(Self::Quarter(year, digit(rest, 4)?)),
            ("H" | "h", rest) => Some(Self::Half(year, digit(rest, 2)?)),
            _ => two_digits(second).filter(|month| (1..=12).contains(month)).map(|month| Self::Month(year, month)),
        }
    }

    fn parse_words(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let (first, second, third) = (words.next()?, words.next()?, words.next());
        if words.next().is_some() {
            return None;
        }
        let named =
            |table: &[(&str, PeriodPart)], word| table.iter().find(|(name, _)| *name == word).map(|(_, part)| *part);
        if let Some(part) = named(&PARTS, first) {
            return match third {
                None => Some(Self::OfYear(part, year(second)?)),
                Some(last) => Some(Self::OfMonth(part, year(last)?, month(second)?)),
            };
        }
        if let Some(last) = third {
            // Swedes write `30 juni 2025` and `kvartal 2 2025`.
            let (number, name) = if first == "kvartal" { (second, first) } else { (first, second) };
            return of_number(number.strip_suffix('.').unwrap_or(number), name, year(last)?);
        }
        if let Some((_, season)) = SEASONS.iter().find(|(name, _)| *name == first) {
            return Some(Self::Season(*season, year(second)?));
        }
        Some(Self::Month(year(second)?, month(first)?))
    }

    /// Returns its first day.
    #[must_use]
    pub fn first(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Month(year, month) | Self::OfMonth(PeriodPart::Primo, year, month) => day(year, month, 1),
            Self::OfMonth(PeriodPart::Medio, year, month) => day(year, month, 11),
            Self::OfMonth(PeriodPart::Ultimo, year, month) => day(year, month, 21),
            Self::Quarter(year, quarter) => day(year, [1, 4, 7, 10].get(index(quarter)).copied().unwrap_or(1), 1),
            Self::Half(year, half) => day(year, if half == 1 { 1 } else { 7 }, 1),
            Self::Year(year) | Self::OfYear(PeriodPart::Primo, year) => day(year, 1, 1),
            Self::OfYear(PeriodPart::Medio, year) => day(year, 6, 1),
            Self::OfYear(PeriodPart::Ultimo, year) => day(year, 12, 1),
            Self::Season(Season::Winter, year) => day(year, 1, 1).saturating_sub(31.days()),
            Self::Season(Season::Spring, year) => day(year, 3, 1),
            Self::Season(Season::Summer, year) => day(year, 6, 1),
            Self::Season(Season::Autumn, year) => day(year, 9, 1),
        }
    }

    /// Returns its last day, by which periods sort.
    #[must_use]
    pub fn last(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Month(year, month) | Self::OfMonth(PeriodPart::Ultimo, year, month) => {
                day(year, month, 1).last_of_month()
            }
            Self::OfMonth(PeriodPart::Primo, year, month) => day(year, month, 10),
            Self::OfMonth(PeriodPart::Medio, year, month) => day(year, month, 20),
            Self::Quarter(year, quarter) => {
                day(year, [3, 6, 9, 12].get(index(quarter)).copied().unwrap_or(12), 1).last_of_month()
            }
            Self::Half(year, half) => day(year, if half == 1 { 6 } else { 12 }, 1).last_of_month(),
            Self::Year(year) | Self::OfYear(PeriodPart::Ultimo, year) => day(year, 12, 31),
            Self::OfYear(PeriodPart::Primo, year) => day(year, 1, 31),
            Self::OfYear(PeriodPart::Medio, year) => day(year, 6, 30),
            Self::Season(Season::Winter, year) => day(year, 2, 1).last_of_month(),
            Self::Season(Season::Spring, year) => day(year, 5, 31),
            Self::Season(Season::Summer, year) => day(year, 8, 31),
            Self::Season(Season::Autumn, year) => day(year, 11, 30),
        }
    }

    /// Tells whether a day lies within it.
    #[must_use]
    pub fn holds(self, day: Date) -> bool {
        self.first() <= day && day <= self.last()
    }

    /// Returns the form its update folder and its address have: `2020-06-30`, `2020-Q2`.
    #[must_use]
    pub fn iso(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Month(year, month) => format!("{year}-{month:02}"),
            Self::Quarter(year, quarter) => format!("{year}-Q{quarter}"),
            Self::Half(year, half) => format!("{year}-H{half}"),
            Self::Year(year) => format!("{year}"),
            Self::Season(..) | Self::OfYear(..) | Self::OfMonth(..) => {
                format!("{}--{}", self.first(), self.last())
            }
        }
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        let rank = |period: Self| match period {
            Self::Day(_) => 0,
            Self::OfMonth(..) => 1,
            Self::OfYear(..) => 2,
            Self::Month(..) => 3,
            Self::Season(..) => 4,
            Self::Quarter(..) => 5,
            Self::Half(..) => 6,
            Self::Year(_) => 7,
        };
        let key = |period: Self| (period.last(), std::cmp::Reverse(period.first()), rank(period));
        key(*self).cmp(&key(*other))
    }
}

/// Reads what is numbered: the days of a month, the quarters and halves of a year.
fn of_number(number: &str, name: &str, year: i16) -> Option<Period> {
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let number: i8 = number.parse().ok().filter(|_| is_number)?;
    match name {
        "kvartal" => (1..=4).contains(&number).then_some(Period::Quarter(year, number)),
        "halvår" => (1..=2).contains(&number).then_some(Period::Half(year, number)),
        _ => Date::new(year, month(name)?, number).ok().map(Period::Day),
    }
}

fn index(one_based: i8) -> usize {
    usize::try_from(one_based).unwrap_or(1).saturating_sub(1)
}

fn year(text: &str) -> Option<i16> {
    let sound = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|year| sound && Period::YEARS.contains(year))
}

fn two_digits(text: &str) -> Option<i8> {
    let sound = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    if sound { text.parse().ok() } else { None }
}

/// Tells whether a word is a month, in full or shortened with a point: `november`, `nov.`.
#[must_use]
pub fn is_month(word: &str) -> bool {
    let word = word.to_lowercase();
    match word.strip_suffix('.') {
        Some(short) => {
            let mut names = MONTHS.iter().flat_map(|names| names.iter());
            short.chars().count() >= 3 && names.any(|name| name.starts_with(short))
        }
        None => month(&word).is_some(),
    }
}

fn month(word: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|names| names.contains(&word))?;
    i8::try_from(at.saturating_add(1)).ok()
}

/// A day of a year and month that were proven when the period was made.
fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap_or(Date::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_authors_write() {
        for (text, first, last) in [
            ("2020-06-30", "2020-06-30", "2020-06-30"),
            ("2020-02", "2020-02-01", "2020-02-29"),
            ("2020-Q2", "2020-04-01", "2020-06-30"),
            ("2020-K4", "2020-10-01", "2020-12-31"),
            ("2020-H1", "2020-01-01", "2020-06-30"),
            ("2020", "2020-01-01", "2020-12-31"),
            ("primo 2022", "2022-01-01", "2022-01-31"),
            ("ultimo 2022", "2022-12-01", "2022-12-31"),
            ("medio november 2019", "2019-11-11", "2019-11-20"),
            ("forår 2022", "2022-03-01", "2022-05-31"),
            ("oktober 2020", "2020-10-01", "2020-10-31"),
            ("efteråret 2025", "2025-09-01", "2025-11-30"),
            ("Sommeren 2025", "2025-06-01", "2025-08-31"),
            ("foråret 2026", "2026-03-01", "2026-05-31"),
            ("vinteren 2026", "2025-12-01", "2026-02-28"),
            ("30. juni 2025", "2025-06-30", "2025-06-30"),
            ("1. januar 2022", "2022-01-01", "2022-01-01"),
            ("2. kvartal 2025", "2025-04-01", "2025-06-30"),
            ("1. halvår 2025", "2025-01-01", "2025-06-30"),
            ("30 juni 2025", "2025-06-30", "2025-06-30"),
            ("kvartal 2 2025", "2025-04-01", "2025-06-30"),
            ("1. desember 2025", "2025-12-01", "2025-12-01"),
            ("mars 2025", "2025-03-01", "2025-03-31"),
            ("våren 2026", "2026-03-01", "2026-05-31"),
            ("hösten 2025", "2025-09-01", "2025-11-30"),
            ("høst 2025", "2025-09-01", "2025-11-30"),
        ] {
            let period = Period::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((period.first().to_string(), period.last().to_string()), (first.into(), last.into()), "{text}");
        }
    }

    #[test]
    fn refuses_days_that_do_not_exist() {
        for text in [
            "2020-02-30",
            "2021-02-29",
            "2020-13",
            "2020-Q5",
            "2020-H3",
            "20-06",
            "primo",
            "vinter",
            "2020-6",
            "31. juni 2025",
            "5. kvartal 2025",
            "3. halvår 2025",
            "30 kvartal 2025",
            "1. snart 2025",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn sorts_by_the_last_day() {
        let mut periods: Vec<_> = ["2020", "2020-12-31", "ultimo 2020", "2020-Q2", "2020-06-30", "2020-06"]
            .iter()
            .filter_map(|t| Period::parse(t))
            .collect();
        periods.sort();
        let order: Vec<_> = periods.iter().map(|p| p.iso()).collect();
        assert_eq!(order, ["2020-06-30", "2020-06", "2020-Q2", "2020-12-31", "2020-12-01--2020-12-31", "2020"]);
    }
}
