//! Periods: a day, a week, a month, a season, a year or a part of one, several years, or primo / medio / ultimo of one.
//!
//! How authors write them is read in `period_text`.

use std::cmp::Ordering;

use jiff::{
    ToSpan,
    civil::{Date, ISOWeekDate, Weekday},
};

use super::Year;

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
    /// A week, as ISO 8601 counts them: year, 1 to 53.
    Week(i16, i8),
    /// A quarter: year, 1 to 4.
    Quarter(Year, i8),
    /// A third of a year: year, 1 to 3.
    Tertial(Year, i8),
    /// A half year: year, 1 or 2.
    Half(Year, i8),
    /// A year.
    Year(Year),
    /// Several years together: the first and the last. They begin in the same month.
    Years(Year, Year),
    /// A season of a year.
    Season(Season, i16),
    /// The beginning, middle or end of a year.
    OfYear(PeriodPart, i16),
    /// The beginning, middle or end of a month: part, year, 1 to 12.
    OfMonth(PeriodPart, i16, i8),
}

impl Period {
    /// Returns a year of the calendar.
    #[must_use]
    pub fn calendar_year(year: i16) -> Self {
        Self::Year(Year::calendar(year))
    }

    /// Returns a week of ISO 8601; nothing where the year has no such week.
    #[must_use]
    pub fn week(year: i16, week: i8) -> Option<Self> {
        ISOWeekDate::new(year, week, Weekday::Monday).ok().map(|_| Self::Week(year, week))
    }

    /// Returns its first day.
    #[must_use]
    pub fn first(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Week(year, week) => day_of_week(year, week, Weekday::Monday),
            Self::Month(year, month) | Self::OfMonth(PeriodPart::Primo, year, month) => day(year, month, 1),
            Self::OfMonth(PeriodPart::Medio, year, month) => day(year, month, 11),
            Self::OfMonth(PeriodPart::Ultimo, year, month) => day(year, month, 21),
            Self::Quarter(year, quarter) => first_of_part(year, quarter, 3),
            Self::Tertial(year, tertial) => first_of_part(year, tertial, 4),
            Self::Half(year, half) => first_of_part(year, half, 6),
            Self::Year(year) | Self::Years(year, _) => year.first(),
            Self::OfYear(PeriodPart::Primo, year) => day(year, 1, 1),
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
            Self::Week(year, week) => day_of_week(year, week, Weekday::Sunday),
            Self::Month(year, month) | Self::OfMonth(PeriodPart::Ultimo, year, month) => {
                day(year, month, 1).last_of_month()
            }
            Self::OfMonth(PeriodPart::Primo, year, month) => day(year, month, 10),
            Self::OfMonth(PeriodPart::Medio, year, month) => day(year, month, 20),
            Self::Quarter(year, quarter) => last_of_part(year, quarter, 3),
            Self::Tertial(year, tertial) => last_of_part(year, tertial, 4),
            Self::Half(year, half) => last_of_part(year, half, 6),
            Self::Year(year) | Self::Years(_, year) => year.last(),
            Self::OfYear(PeriodPart::Primo, year) => day(year, 1, 31),
            Self::OfYear(PeriodPart::Medio, year) => day(year, 6, 30),
            Self::OfYear(PeriodPart::Ultimo, year) => day(year, 12, 31),
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

    /// Tells whether all of it is part of another, or the same days are.
    #[must_use]
    pub fn lies_within(self, other: Self) -> bool {
        other.holds(self.first()) && other.holds(self.last())
    }

    /// Returns the form its update folder and its address have: `2020-06-30`, `2020-Q2`, `2016-17-Q2`.
    ///
    /// No two periods of one plan share it.
    #[must_use]
    pub fn iso(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Week(year, week) => format!("{year}-W{week:02}"),
            Self::Month(year, month) => format!("{year}-{month:02}"),
            Self::Quarter(year, quarter) => format!("{}-Q{quarter}", year.iso()),
            Self::Tertial(year, tertial) => format!("{}-T{tertial}", year.iso()),
            Self::Half(year, half) => format!("{}-H{half}", year.iso()),
            // With a hyphen it would be a month: 2008-09.
            Self::Year(year) if is_like_a_month(year) => year.iso().replace('-', "_"),
            Self::Year(year) => year.iso(),
            Self::Years(first, last) if first.is_calendar() => format!("{}-{}", first.begun(), last.begun()),
            Self::Years(first, last) => format!("{}--{}", first.iso(), last.iso()),
            Self::Season(..) | Self::OfYear(..) | Self::OfMonth(..) => {
                format!("{}--{}", self.first(), self.last())
            }
        }
    }

    /// Returns it as it is written, apart from the month in which years begin: so a declaration that is mended makes no
    /// other period of what stands.
    #[must_use]
    pub fn as_written(self) -> Self {
        match self {
            Self::Quarter(year, quarter) => Self::Quarter(year.as_written(), quarter),
            Self::Tertial(year, tertial) => Self::Tertial(year.as_written(), tertial),
            Self::Half(year, half) => Self::Half(year.as_written(), half),
            Self::Year(year) => Self::Year(year.as_written()),
            Self::Years(first, last) => Self::Years(first.as_written(), last.as_written()),
            other => other,
        }
    }

    /// Returns the year it is a part of, where that is not one of the calendar.
    #[must_use]
    pub fn split_year(self) -> Option<Year> {
        match self {
            Self::Quarter(year, _)
            | Self::Tertial(year, _)
            | Self::Half(year, _)
            | Self::Year(year)
            | Self::Years(year, _) => Some(year).filter(|year| !year.is_calendar()),
            _ => None,
        }
    }
}

/// Tells whether a year is written as a month is: 2008-09.
fn is_like_a_month(year: Year) -> bool {
    !year.is_calendar() && (1..=12).contains(&(year.begun().saturating_add(1) % 100))
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
            Self::Week(..) => 1,
            Self::OfMonth(..) => 2,
            Self::OfYear(..) => 3,
            Self::Month(..) => 4,
            Self::Season(..) => 5,
            Self::Quarter(..) => 6,
            Self::Tertial(..) => 7,
            Self::Half(..) => 8,
            Self::Year(_) => 9,
            Self::Years(..) => 10,
        };
        // The last quarter of 2019/20 may be the first of 2020.
        let year = |period: Self| period.split_year();
        let key = |period: Self| (period.last(), std::cmp::Reverse(period.first()), rank(period), year(period));
        key(*self).cmp(&key(*other))
    }
}

fn first_of_part(year: Year, part: i8, months: i8) -> Date {
    let (year, month) = year.month_after(part.saturating_sub(1).saturating_mul(months));
    day(year, month, 1)
}

fn last_of_part(year: Year, part: i8, months: i8) -> Date {
    let (year, month) = year.month_after(part.saturating_mul(months).saturating_sub(1));
    day(year, month, 1).last_of_month()
}

/// A day of a year and month that were proven when the period was made.
fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap_or(Date::ZERO)
}

fn day_of_week(year: i16, week: i8, day: Weekday) -> Date {
    ISOWeekDate::new(year, week, day).map_or(Date::ZERO, ISOWeekDate::date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_holds_its_first_day_and_its_last_one() {
        let period = |text: &str| Period::read(text, Some(1)).expect("a period");
        for (text, is_held) in
            [("2019-12-31", false), ("2020-01-01", true), ("2020-03-31", true), ("2020-04-01", false)]
        {
            assert_eq!(period("2020-Q1").holds(period(text).first()), is_held, "{text}");
        }
        for (part, whole, lies_within) in [
            ("2020-Q1", "2020", true),
            ("2020", "2020", true),
            ("2020", "2020-Q1", false),
            ("2019-2020", "2020", false),
            ("2020-2021", "2020", false),
            ("2019-Q4", "2020", false),
        ] {
            assert_eq!(period(part).lies_within(period(whole)), lies_within, "{part} {whole}");
        }
    }

    #[test]
    fn sorts_by_the_last_day() {
        let mut periods: Vec<_> =
            ["2020", "2020-12-31", "ultimo 2020", "2020-Q2", "2020-06-30", "2020-06", "2019-2020"]
                .iter()
                .filter_map(|text| Period::read(text, Some(1)).ok())
                .collect();
        periods.sort();
        let order: Vec<_> = periods.iter().map(|p| p.iso()).collect();
        assert_eq!(
            order,
            ["2020-06-30", "2020-06", "2020-Q2", "2020-12-31", "2020-12-01--2020-12-31", "2020", "2019-2020"]
        );
    }

    #[test]
    fn years_of_other_months_sort_among_those_of_the_calendar() {
        let written =
            ["2025", "2024/25", "2024/25-Q4", "2025-Q1", "2024", "2024-12-31", "2025-W01", "2025-T1", "2024/25-H1"];
        let mut periods: Vec<_> = written.iter().filter_map(|text| Period::read(text, Some(4)).ok()).collect();
        assert_eq!(periods.len(), written.len());
        periods.sort();
        let order: Vec<_> = periods.iter().map(|p| p.iso()).collect();
        assert_eq!(
            order,
            ["2024-25-H1", "2024-12-31", "2024", "2025-W01", "2025-Q1", "2024-25-Q4", "2024-25", "2025-T1", "2025"]
        );
        let (first, other) = (periods[4], periods[5]);
        assert_eq!((first.first(), first.last()), (other.first(), other.last()));
        assert_ne!(first.cmp(&other), Ordering::Equal, "other periods are never taken for one");
    }
}
