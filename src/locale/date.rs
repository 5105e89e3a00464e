//! Days, months and other periods in words.
//!
//! ICU writes each month once, with a sample day and year; what it wrote becomes a [`Pattern`]. A
//! date then costs no more than its digits, and a property test holds it to be what ICU writes.

use std::fmt::Write as _;

use icu_calendar::{Date as IcuDate, Gregorian};
use icu_datetime::{
    FixedCalendarDateTimeFormatter as Formatter,
    fieldsets::{M, YM, YMD},
};

use super::{
    Language, LocaleError,
    number::write_plain,
    pattern::{HOLES, Pattern},
    words::{Arg, Words},
};
use crate::value::{Date, Period, PeriodPart, Season, Year};

/// A day and a year whose digits are found again in what ICU wrote.
const SAMPLE_DAY: u8 = 28;
const SAMPLE_YEAR: i32 = 2111;

const MONTHS: std::ops::RangeInclusive<u8> = 1..=12;
const YEAR: &str = HOLES[0];

/// The written forms of periods. The holes of a day are day and year; all others have the year alone.
#[derive(Debug)]
pub(super) struct DateForms {
    long: Vec<Pattern>,
    short: Vec<Pattern>,
    months: Vec<Pattern>,
    month_names: Vec<String>,
    weeks: Pattern,
    quarters: Vec<Pattern>,
    tertials: Vec<Pattern>,
    halves: Vec<Pattern>,
    winter: Pattern,
    spring: Pattern,
    summer: Pattern,
    autumn: Pattern,
    primo: PartWords,
    medio: PartWords,
    ultimo: PartWords,
}

/// The beginning, middle or end of a year and of each month.
#[derive(Debug)]
struct PartWords {
    year: Pattern,
    months: Vec<Pattern>,
}

impl DateForms {
    pub(super) fn new(language: Language, words: &Words) -> Result<Self, LocaleError> {
        let calendar = SampleCalendar::new(language).ok_or(LocaleError::Data(language))?;
        let samples = ["28", "2111"];
        let read = |sentences: &[String], samples: &[&str]| {
            let patterns: Option<Vec<_>> = sentences.iter().map(|sentence| Pattern::read(sentence, samples)).collect();
            patterns.ok_or(LocaleError::Data(language))
        };
        let named =
            NamedPeriods { words, months: calendar.months.iter().map(|month| month.replace("2111", YEAR)).collect() };
        Ok(Self {
            long: read(&calendar.long, &samples)?,
            short: read(&calendar.short, &samples)?,
            months: read(&calendar.months, &["2111"])?,
            month_names: calendar.names,
            weeks: named.week()?,
            tertials: (1..=3).map(|n| named.numbered("period-tertial", "tertial", n)).collect::<Result<_, _>>()?,
            quarters: (1..=4).map(|n| named.numbered("period-quarter", "quarter", n)).collect::<Result<_, _>>()?,
            halves: (1..=2).map(|n| named.numbered("period-half", "half", n)).collect::<Result<_, _>>()?,
            winter: named.season("period-winter")?,
            spring: named.season("period-spring")?,
            summer: named.season("period-summer")?,
            autumn: named.season("period-autumn")?,
            primo: named.part("period-primo")?,
            medio: named.part("period-medio")?,
            ultimo: named.part("period-ultimo")?,
        })
    }

    /// Writes a day with its month in full.
    pub(super) fn write_day(&self, out: &mut String, day: Date) {
        write_day(out, &self.long, day);
    }

    /// Writes a day with its month cut short.
    pub(super) fn write_short_day(&self, out: &mut String, day: Date) {
        write_day(out, &self.short, day);
    }

    /// Returns the short name of a month, from 1.
    pub(super) fn month_name(&self, month: i8) -> &str {
        one_based(&self.month_names, month).map_or("", String::as_str)
    }

    /// Writes a period in words.
    pub(super) fn write(&self, out: &mut String, period: Period) {
        let (pattern, year) = match period {
            Period::Day(day) => return self.write_day(out, day),
            Period::Year(year) => return write_year(out, year),
            Period::Years(first, last) => {
                write_year(out, first);
                out.push('–');
                return write_year(out, last);
            }
            Period::Week(year, week) => {
                return self.weeks.write(out, |out, hole| match hole {
                    0 => write_plain(out, week.unsigned_abs().into()),
                    _ => write_plain(out, year.unsigned_abs()),
                });
            }
            Period::Month(year, month) => (one_based(&self.months, month), Year::calendar(year)),
            Period::Quarter(year, quarter) => (one_based(&self.quarters, quarter), year),
            Period::Tertial(year, tertial) => (one_based(&self.tertials, tertial), year),
            Period::Half(year, half) => (one_based(&self.halves, half), year),
            Period::Season(season, year) => (Some(self.season(season)), Year::calendar(year)),
            Period::OfYear(part, year) => (Some(&self.part(part).year), Year::calendar(year)),
            Period::OfMonth(part, year, month) => (one_based(&self.part(part).months, month), Year::calendar(year)),
        };
        // A month or quarter that does not exist cannot be parsed; the ISO form says so best.
        match pattern {
            Some(pattern) => pattern.write(out, |out, _| write_year(out, year)),
            None => out.push_str(&period.iso()),
        }
    }

    fn season(&self, season: Season) -> &Pattern {
        match season {
            Season::Winter => &self.winter,
            Season::Spring => &self.spring,
            Season::Summer => &self.summer,
            Season::Autumn => &self.autumn,
        }
    }

    fn part(&self, part: PeriodPart) -> &PartWords {
        match part {
            PeriodPart::Primo => &self.primo,
            PeriodPart::Medio => &self.medio,
            PeriodPart::Ultimo => &self.ultimo,
        }
    }
}

fn write_day(out: &mut String, months: &[Pattern], day: Date) {
    let Some(pattern) = one_based(months, day.month()) else { return };
    pattern.write(out, |out, hole| match hole {
        0 => write_plain(out, day.day().unsigned_abs().into()),
        _ => write_plain(out, day.year().unsigned_abs()),
    });
}

/// Writes a year: `2024`, `2024/25`.
fn write_year(out: &mut String, year: Year) {
    match year.is_calendar() {
        true => write_plain(out, year.begun().unsigned_abs()),
        // Writing to a text does not fail.
        false => drop(write!(out, "{year}")),
    }
}

fn one_based<T>(list: &[T], place: i8) -> Option<&T> {
    list.get(usize::try_from(place).ok()?.checked_sub(1)?)
}

/// The months of the sample year as ICU writes them.
struct SampleCalendar {
    long: Vec<String>,
    short: Vec<String>,
    months: Vec<String>,
    names: Vec<String>,
}

impl SampleCalendar {
    fn new(language: Language) -> Option<Self> {
        let locale = language.icu().ok()?;
        let long = Formatter::<Gregorian, _>::try_new((&locale).into(), YMD::long()).ok()?;
        let short = Formatter::<Gregorian, _>::try_new((&locale).into(), YMD::medium()).ok()?;
        let months = Formatter::<Gregorian, _>::try_new((&locale).into(), YM::long()).ok()?;
        let names = Formatter::<Gregorian, _>::try_new((&locale).into(), M::medium()).ok()?;
        let dates: Vec<_> = MONTHS
            .map(|month| IcuDate::try_new_gregorian(SAMPLE_YEAR, month, SAMPLE_DAY).ok())
            .collect::<Option<_>>()?;
        Some(Self {
            long: dates.iter().map(|date| long.format(date).to_string()).collect(),
            short: dates.iter().map(|date| short.format(date).to_string()).collect(),
            months: dates.iter().map(|date| months.format(date).to_string()).collect(),
            names: dates.iter().map(|date| names.format(date).to_string()).collect(),
        })
    }
}

/// The periods that have words of their own.
struct NamedPeriods<'a> {
    words: &'a Words,
    /// The months with a hole for the year.
    months: Vec<String>,
}

impl NamedPeriods<'_> {
    fn numbered(&self, key: &'static str, name: &str, number: i64) -> Result<Pattern, LocaleError> {
        self.pattern(key, "year", &[(name, Arg::Number(number)), ("year", Arg::Text(YEAR))])
    }

    /// The weeks, with holes for the week and the year.
    fn week(&self) -> Result<Pattern, LocaleError> {
        let key = "period-week";
        let sentence = self.words.say(key, &[("week", Arg::Text(HOLES[0])), ("year", Arg::Text(HOLES[1]))]);
        sentence.and_then(|text| Pattern::read(&text, &HOLES)).ok_or(LocaleError::Word { key, needs: "week" })
    }

    fn season(&self, key: &'static str) -> Result<Pattern, LocaleError> {
        self.pattern(key, "year", &[("year", Arg::Text(YEAR))])
    }

    fn part(&self, key: &'static str) -> Result<PartWords, LocaleError> {
        let of = |period: &str| self.pattern(key, "period", &[("period", Arg::Text(period))]);
        Ok(PartWords { year: of(YEAR)?, months: self.months.iter().map(|month| of(month)).collect::<Result<_, _>>()? })
    }

    fn pattern(&self, key: &'static str, needs: &'static str, args: &[(&str, Arg)]) -> Result<Pattern, LocaleError> {
        let sentence = self.words.say(key, args);
        sentence.and_then(|text| Pattern::read(&text, &[YEAR])).ok_or(LocaleError::Word { key, needs })
    }
}
