//! Years: twelve months, from January or from the month in which a school year or a financial year begins.

use std::fmt;

use jiff::{ToSpan, civil::Date};

/// A year: twelve months that begin in some month.
///
/// A year that begins in January is that of the calendar and written `2024`; any other lies in two of them and is
/// written `2024/25`. Years sort by their first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Year {
    /// The year of the calendar it begins in.
    begun: i16,
    /// The month it begins in, 1 to 12.
    month: i8,
}

impl Year {
    /// The years of the calendar that a report may speak of.
    pub const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

    /// Returns a year of the calendar.
    #[must_use]
    pub const fn calendar(year: i16) -> Self {
        Self { begun: year, month: 1 }
    }

    /// Returns the year that begins in a month, 1 to 12, of a year of the calendar; nothing for any other month.
    #[must_use]
    pub fn beginning(year: i16, month: i8) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self { begun: year, month })
    }

    /// Reads a year that stands alone: `2024`, `2024/25`, `2024/2025`.
    ///
    /// # Errors
    ///
    /// Tells why it is none; a year in two of the calendar needs to know the month in which years begin.
    pub fn read(text: &str, year_begins: Option<i8>) -> Result<Self, YearError> {
        match WrittenYear::read(text).ok_or(YearError::NotAYear)? {
            WrittenYear::Plain(year) => Ok(Self::calendar(year)),
            WrittenYear::Split(begun) => Self::split(begun, year_begins),
            WrittenYear::Apart(from, to) => Err(YearError::Apart(from, to)),
        }
    }

    /// Returns the year that begins in one of the calendar and ends in the next.
    pub(super) fn split(begun: i16, year_begins: Option<i8>) -> Result<Self, YearError> {
        let month = year_begins.filter(|month| (2..=12).contains(month)).ok_or(YearError::NotDeclared(begun))?;
        Ok(Self { begun, month })
    }

    /// Tells whether it is one of the calendar.
    #[must_use]
    pub fn is_calendar(self) -> bool {
        self.month == 1
    }

    /// Returns the year of the calendar it begins in.
    #[must_use]
    pub fn begun(self) -> i16 {
        self.begun
    }

    /// Returns the month it begins in, 1 to 12.
    #[must_use]
    pub fn begins(self) -> i8 {
        self.month
    }

    /// Returns its months from its first on, each with its year of the calendar and its number there, 1 to 12.
    pub fn months(self) -> impl Iterator<Item = (i16, i8)> + Clone {
        (0..12_i8).map(move |after| self.month_after(after))
    }

    /// Returns the month so many months after its first: its year of the calendar, and its number there, 1 to 12.
    pub(super) fn month_after(self, after: i8) -> (i16, i8) {
        let month = self.month.saturating_sub(1).saturating_add(after);
        (self.begun.saturating_add((month / 12).into()), (month % 12).saturating_add(1))
    }

    /// Returns the year of the calendar in which a month of it, 1 to 12, lies.
    #[must_use]
    pub fn year_of(self, month: i8) -> i16 {
        if month < self.month { self.begun.saturating_add(1) } else { self.begun }
    }

    /// Returns its first day.
    #[must_use]
    pub fn first(self) -> Date {
        first_of(self.month_after(0))
    }

    /// Returns its last day.
    #[must_use]
    pub fn last(self) -> Date {
        first_of(self.month_after(12)).saturating_sub(1.day())
    }

    /// Returns the next year.
    #[must_use]
    pub fn next(self) -> Self {
        Self { begun: self.begun.saturating_add(1), ..self }
    }

    /// Returns the year of this beginning in which a day lies.
    #[must_use]
    pub fn around(day: Date, month: i8) -> Self {
        let begun = if day.month() < month { day.year().saturating_sub(1) } else { day.year() };
        Self { begun, month }
    }

    /// Returns it as it is written, apart from the month in which it begins: so a declaration that is mended makes no other
    /// year of what stands.
    #[must_use]
    pub fn as_written(self) -> Self {
        // Any month does; the middle of the year sorts best among years of the calendar.
        if self.is_calendar() { self } else { Self { month: 7, ..self } }
    }

    /// Returns the form its addresses have: `2024`, `2024-25`.
    #[must_use]
    pub fn iso(self) -> String {
        if self.is_calendar() {
            return self.begun.to_string();
        }
        format!("{}-{:02}", self.begun, self.begun.saturating_add(1) % 100)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let next = self.begun.saturating_add(1);
        match next % 100 {
            _ if self.is_calendar() => write!(f, "{}", self.begun),
            // The turn of a century is written out: "1999/00" looks like a fault.
            0 => write!(f, "{}/{next}", self.begun),
            short => write!(f, "{}/{short:02}", self.begun),
        }
    }
}

/// Why a text is no year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearError {
    /// It is none at all.
    NotAYear,
    /// It is one of two years of the calendar, the first of which is this, and nothing says in which month it begins.
    NotDeclared(i16),
    /// Its two years do not follow one another.
    Apart(i16, i16),
}

/// A year as it is written, before it is known in which month it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WrittenYear {
    /// `2024`.
    Plain(i16),
    /// `2024/25`, `2024/2025`: by the year it begins in.
    Split(i16),
    /// `2024/26`.
    Apart(i16, i16),
}

impl WrittenYear {
    pub(super) fn read(text: &str) -> Option<Self> {
        match text.split_once('/') {
            None => four_digits(text).map(Self::Plain),
            Some((from, to)) => Self::pair(from, to),
        }
    }

    /// Reads a pair of years: `2024` and `25`, or `2025`.
    pub(super) fn pair(from: &str, to: &str) -> Option<Self> {
        let begun = four_digits(from)?;
        let next = begun.saturating_add(1);
        let to = match to.len() {
            4 => four_digits(to)?,
            2 if to.bytes().all(|byte| byte.is_ascii_digit()) => {
                let (short, century) = (to.parse::<i16>().ok()?, begun.div_euclid(100).saturating_mul(100));
                // Behind the turn of a century only the year that follows can be meant.
                if short == next % 100 { next } else { century.saturating_add(short) }
            }
            _ => return None,
        };
        if to == next { Some(Self::Split(begun)) } else { (to > begun).then_some(Self::Apart(begun, to)) }
    }
}

/// Reads a year of four digits that a report may speak of.
pub(super) fn four_digits(text: &str) -> Option<i16> {
    let is_sound = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| is_sound && Year::YEARS.contains(year))
}

fn first_of((year, month): (i16, i8)) -> Date {
    Date::new(year, month, 1).unwrap_or(Date::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_begins_in_its_month() {
        for (text, begins, first, last, written) in [
            ("2024", None, "2024-01-01", "2024-12-31", "2024"),
            ("2024", Some(8), "2024-01-01", "2024-12-31", "2024"),
            ("2024/25", Some(4), "2024-04-01", "2025-03-31", "2024/25"),
            ("2024/2025", Some(8), "2024-08-01", "2025-07-31", "2024/25"),
            ("2023/24", Some(3), "2023-03-01", "2024-02-29", "2023/24"),
            ("1999/00", Some(4), "1999-04-01", "2000-03-31", "1999/2000"),
            ("1999/2000", Some(12), "1999-12-01", "2000-11-30", "1999/2000"),
        ] {
            let year = Year::read(text, begins).unwrap_or_else(|error| panic!("{text}: {error:?}"));
            assert_eq!((year.first().to_string(), year.last().to_string()), (first.into(), last.into()), "{text}");
            assert_eq!(year.to_string(), written);
            let months: Vec<_> = year.months().collect();
            assert_eq!(months.first(), Some(&(year.first().year(), year.first().month())), "{text}");
            assert_eq!(months.last(), Some(&(year.last().year(), year.last().month())), "{text}");
            assert!(months.iter().all(|(of, month)| year.year_of(*month) == *of), "{text}");
        }
    }

    #[test]
    fn what_is_no_year_says_why() {
        for (text, begins, error) in [
            ("2024/25", None, YearError::NotDeclared(2024)),
            ("2024/25", Some(1), YearError::NotDeclared(2024)),
            ("2024/26", Some(4), YearError::Apart(2024, 2026)),
            ("2024/23", Some(4), YearError::NotAYear),
            ("2024/24", Some(4), YearError::NotAYear),
            ("2024/5", Some(4), YearError::NotAYear),
            ("0000", None, YearError::NotAYear),
            ("0000/01", Some(4), YearError::NotAYear),
            ("24/25", Some(4), YearError::NotAYear),
            ("2024/025", Some(4), YearError::NotAYear),
            ("2024/25/26", Some(4), YearError::NotAYear),
            ("02024", None, YearError::NotAYear),
            ("1999/+0", Some(4), YearError::NotAYear),
        ] {
            assert_eq!(Year::read(text, begins), Err(error), "{text}");
        }
    }
}
