//! How authors write periods: in figures as ISO 8601 has them, and in the words of Danish, English, Norwegian and Swedish.
//!
//! What can mean only one thing is read; what can mean two is refused with both ways to write it. `2011-12` is December
//! 2011, until years are declared to begin in another month than January: then it may be the year 2011/12 as well.

use super::{
    Date, Period, PeriodPart, Season, Year, YearError,
    period_words::{
        KINDS_OF_YEARS, MONTHS, ORDINALS, PARTS, SEASONS, WEEKS, YEAR_PARTS, english_ordinal, find, month, small,
    },
    year::{WrittenYear, four_digits},
};

/// Why a text is no period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodError {
    /// It is none at all.
    NotAPeriod,
    /// It has a year in two of the calendar, the first of which is this, and nothing says in which month it begins.
    NotDeclared(i16),
    /// It may be a year in two of the calendar, or this month.
    YearOrMonth(i16, i8),
    /// It may be one year in two of the calendar, the first of which is this, or these two years together.
    YearOrYears(i16),
    /// Its two years do not follow one another: one year is meant, or all from the first to the last.
    Apart(i16, i16),
}

impl PeriodError {
    /// Returns the ways to write what may have been meant, in the words of English or of Danish. In the name of a folder
    /// no slash can stand.
    #[must_use]
    pub fn cures(self, is_english: bool, is_folder: bool) -> Vec<String> {
        let year = |begun: i16| Year::split(begun, Some(7)).map(|year| year.to_string()).unwrap_or_default();
        match self {
            Self::NotAPeriod | Self::NotDeclared(_) => Vec::new(),
            Self::YearOrMonth(begun, month) if is_folder => {
                let last = Period::Month(begun, month).last();
                vec![year(begun).replace('/', "_"), last.to_string()]
            }
            Self::YearOrMonth(begun, month) => {
                let names =
                    MONTHS.get(usize::from(month.unsigned_abs()).saturating_sub(1)).copied().unwrap_or_default();
                let name = names.get(usize::from(is_english)).or(names.first()).copied().unwrap_or_default();
                vec![year(begun), format!("{name} {begun}")]
            }
            Self::YearOrYears(begun) if is_folder => vec![year(begun).replace('/', "-")],
            Self::YearOrYears(begun) => {
                let word = if is_english { "to" } else { "til" };
                vec![year(begun), format!("{begun} {word} {}", begun.saturating_add(1))]
            }
            Self::Apart(from, to) if is_folder => vec![year(from).replace('/', "-"), format!("{from}-{to}")],
            Self::Apart(from, to) => vec![year(from), format!("{from}-{to}")],
        }
    }
}

impl From<YearError> for PeriodError {
    fn from(error: YearError) -> Self {
        match error {
            YearError::NotAYear => Self::NotAPeriod,
            YearError::NotDeclared(begun) => Self::NotDeclared(begun),
            YearError::Apart(from, to) => Self::Apart(from, to),
        }
    }
}

type Read = Result<Period, PeriodError>;

impl Period {
    /// Reads a period of the calendar as authors write it: `2020-06-30`, `2020-06`, `2020-Q2`, `2020`, `primo 2022`,
    /// `medio november 2019`, `forår 2022`, `30. juni 2025`, `2. kvartal 2025`, `uge 14 2025`. Answers `None` when it is
    /// none, such as a day that does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(text, None).ok()
    }

    /// Reads a period as authors write it, where years may be declared to begin in a month, 1 to 12.
    ///
    /// # Errors
    ///
    /// Tells why the text is none, or what else it may mean.
    pub fn read(text: &str, year_begins: Option<i8>) -> Result<Self, PeriodError> {
        let text = text.trim();
        let reader = PeriodReader { year_begins };
        match reader.figures(text) {
            Err(PeriodError::NotAPeriod) => reader.words(&text.to_lowercase()),
            read => read,
        }
    }

    /// Reads the forms a folder in `updates/` may be named by, of the calendar: day, week, month, quarter, tertial, half,
    /// year or years, a season or a part of a month or of a year.
    #[must_use]
    pub fn parse_iso(text: &str) -> Option<Self> {
        Self::read_folder(text, None).ok()
    }

    /// Reads the name of a folder in `updates/`, where years may be declared to begin in a month, 1 to 12: `2016-17`,
    /// `2016-17-Q2`, and `2008_09`, which with a hyphen would be a month. A season is written by its first and its last day.
    ///
    /// # Errors
    ///
    /// Tells why the text is none, or what else it may mean.
    pub fn read_folder(text: &str, year_begins: Option<i8>) -> Result<Self, PeriodError> {
        match text.contains('/') {
            true => Err(PeriodError::NotAPeriod),
            // A season has no form of its own in figures: 2020-06-01--2020-08-31.
            false => PeriodReader { year_begins }.figures(text).or_else(|error| Self::between_days(text).ok_or(error)),
        }
    }

    /// Reads what [`iso`](Self::iso) wrote. Whatever month years begin in, they are written the same.
    #[must_use]
    pub fn read_iso(text: &str) -> Option<Self> {
        Self::parse(text).or_else(|| Self::read_folder(text, Some(7)).ok())
    }

    /// Returns the season, or the part of a year or of a month, that is written by its first and its last day.
    fn between_days(text: &str) -> Option<Self> {
        let (_, last) = text.split_once("--")?;
        let last: Date = last.parse().ok()?;
        let (year, month) = (last.year(), last.month());
        let seasons = [Season::Winter, Season::Spring, Season::Summer, Season::Autumn];
        let parts = [PeriodPart::Primo, PeriodPart::Medio, PeriodPart::Ultimo];
        let of_year = parts.map(|part| Self::OfYear(part, year));
        let of_month = parts.map(|part| Self::OfMonth(part, year, month));
        let mut known = seasons.map(|season| Self::Season(season, year)).into_iter().chain(of_year).chain(of_month);
        known.find(|period| period.iso() == text)
    }

    /// Returns the form that the folder of a report has in addresses, whatever month its years begin in; nothing where it
    /// is no period.
    #[must_use]
    pub fn folder_iso(text: &str) -> Option<String> {
        let read = Self::parse_iso(text).or_else(|| Self::read_folder(text, Some(7)).ok())?;
        Some(read.iso())
    }
}

/// Reads periods where the month in which years begin is known, or is not.
#[derive(Clone, Copy)]
struct PeriodReader {
    year_begins: Option<i8>,
}

impl PeriodReader {
    /// Tells whether years are declared to begin in another month than January.
    fn has_split_years(self) -> bool {
        self.year_begins.is_some_and(|month| month != 1)
    }

    /// Reads what is written in figures and the letters of ISO 8601.
    fn figures(self, text: &str) -> Read {
        if let Some(period) = of_calendar(text) {
            return match period {
                Period::Month(year, month) if self.has_split_years() && is_like_the_next_year(year, month) => {
                    Err(PeriodError::YearOrMonth(year, month))
                }
                period => Ok(period),
            };
        }
        if let Some((first, last)) = text.split_once("--") {
            return self.years(first, last);
        }
        // A part of a year stands last: 2016-17-Q2.
        let (year, part) = match text.rsplit_once(['-', ' ']) {
            Some((year, part)) if letter_part(part).is_some() => (year, letter_part(part)),
            _ => (text, None),
        };
        let written = match year.split_once(['-', '_', '/']) {
            Some((from, to)) => WrittenYear::pair(from, to),
            None => four_digits(year).map(WrittenYear::Plain),
        };
        let is_full = year.len() == 9;
        match (written.ok_or(PeriodError::NotAPeriod)?, part) {
            // 2019-2021: from the first to the last.
            (WrittenYear::Apart(from, to), None) if is_full && year.contains('-') => {
                Ok(Period::Years(Year::calendar(from), Year::calendar(to)))
            }
            (WrittenYear::Split(begun), None) if is_full && year.contains('-') => match self.year_begins {
                Some(1) => Ok(Period::Years(Year::calendar(begun), Year::calendar(begun.saturating_add(1)))),
                _ => Err(PeriodError::YearOrYears(begun)),
            },
            (WrittenYear::Plain(year), Some(part)) => numbered(part, Year::calendar(year)),
            (WrittenYear::Plain(_), None) => Err(PeriodError::NotAPeriod),
            (WrittenYear::Split(begun), part) => {
                let year = Year::split(begun, self.year_begins)?;
                part.map_or(Ok(Period::Year(year)), |part| numbered(part, year))
            }
            (WrittenYear::Apart(from, to), _) => Err(PeriodError::Apart(from, to)),
        }
    }

    /// Reads a year within words, where no month can be meant: `2024`, `2024/25`, `2024-25`.
    fn year(self, text: &str) -> Result<Year, PeriodError> {
        let written = match text.split_once(['/', '-', '–']) {
            Some((from, to)) => WrittenYear::pair(from, to),
            None => four_digits(text).map(WrittenYear::Plain),
        };
        match written.ok_or(PeriodError::NotAPeriod)? {
            WrittenYear::Plain(year) => Ok(Year::calendar(year)),
            WrittenYear::Split(begun) => Ok(Year::split(begun, self.year_begins)?),
            WrittenYear::Apart(from, to) => Err(PeriodError::Apart(from, to)),
        }
    }

    /// Reads several years: the first and the last.
    fn years(self, first: &str, last: &str) -> Read {
        let (first, last) = (self.year(first.trim())?, self.year(last.trim())?);
        let follow = first.begins() == last.begins() && first < last;
        if follow { Ok(Period::Years(first, last)) } else { Err(PeriodError::NotAPeriod) }
    }

    /// Reads what is written in words, in small letters.
    fn words(self, text: &str) -> Read {
        if let Some(kind) = KINDS_OF_YEARS.iter().find(|kind| text.starts_with(**kind)) {
            let year = text.get(kind.len()..).unwrap_or_default().trim_start();
            // A year of the calendar is no school year, and of a financial year it does not say which.
            return match self.year(year)? {
                year if year.is_calendar() => Err(PeriodError::NotAPeriod),
                year => Ok(Period::Year(year)),
            };
        }
        if let Some((first, last)) = text.split_once(['–', '—']) {
            // A dash is read as a hyphen is: 2018–2019 may be one year.
            return match is_pair(first.trim(), last.trim()) {
                true => self.figures(&format!("{}-{}", first.trim(), last.trim())),
                false => self.years(first, last),
            };
        }
        if let Some((first, last)) = [" til ", " to ", " till "].iter().find_map(|word| text.split_once(word)) {
            return self.years(first, last);
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        match words.as_slice() {
            [date] => dotted(date).or_else(|| mid_year(date)).ok_or(PeriodError::NotAPeriod),
            ["end", "of", year] => Ok(Period::OfYear(PeriodPart::Ultimo, in_figures(year)?)),
            ["end", "of", name, year] => of_month(PeriodPart::Ultimo, name, year),
            [first, second] => self.two_words(first, second),
            [first, second, third] => self.three_words(first, second, third),
            // "first half of 2025", as it is printed.
            [first, second, "of", year] if find(&YEAR_PARTS, second).is_some() => self.three_words(first, second, year),
            _ => Err(PeriodError::NotAPeriod),
        }
    }

    fn two_words(self, first: &str, second: &str) -> Read {
        if let Some(part) = find(&PARTS, first) {
            return Ok(Period::OfYear(part, in_figures(second)?));
        }
        if let Some(season) = find(&SEASONS, first) {
            return self.season(season, second);
        }
        if let Some(name) = first.strip_prefix("mid-") {
            return of_month(PeriodPart::Medio, name, second);
        }
        if let Some(part) = letter_part(first) {
            return numbered(part, self.year(second)?);
        }
        let month = month(first).ok_or(PeriodError::NotAPeriod)?;
        let year = self.year(second)?;
        Ok(Period::Month(year.year_of(month), month))
    }

    fn three_words(self, first: &str, second: &str, third: &str) -> Read {
        if let Some(part) = find(&PARTS, first) {
            return of_month(part, second, third);
        }
        let without_comma = second.trim_end_matches(',');
        if WEEKS.contains(&first) {
            let week = small(without_comma).ok_or(PeriodError::NotAPeriod)?;
            return Period::week(in_figures(third)?, week).ok_or(PeriodError::NotAPeriod);
        }
        if let Some(count) = find(&YEAR_PARTS, first) {
            let number = small(without_comma).ok_or(PeriodError::NotAPeriod)?;
            return numbered((count, number), self.year(third)?);
        }
        if let Some(month) = month(first) {
            // June 30, 2025.
            return on(in_figures(third)?, month, small(without_comma));
        }
        let ordinal = find(&ORDINALS, first).or_else(|| english_ordinal(first));
        let dotted = first.strip_suffix('.').and_then(small);
        if let Some(count) = find(&YEAR_PARTS, second) {
            let number = ordinal.or(dotted).ok_or(PeriodError::NotAPeriod)?;
            return numbered((count, number), self.year(third)?);
        }
        let month = month(second).ok_or(PeriodError::NotAPeriod)?;
        on(in_figures(third)?, month, dotted.or_else(|| english_ordinal(first)).or_else(|| small(first)))
    }

    /// Reads the season of a year. A winter lies in two years of the calendar whatever month others begin in.
    fn season(self, season: Season, year: &str) -> Read {
        let written = match year.split_once(['/', '-']) {
            Some((from, to)) => WrittenYear::pair(from, to),
            None => four_digits(year).map(WrittenYear::Plain),
        };
        match written {
            Some(WrittenYear::Plain(year)) => Ok(Period::Season(season, year)),
            Some(WrittenYear::Split(begun)) if season == Season::Winter => {
                Ok(Period::Season(season, begun.saturating_add(1)))
            }
            _ => Err(PeriodError::NotAPeriod),
        }
    }
}

/// Reads a period of the calendar in figures.
fn of_calendar(text: &str) -> Option<Period> {
    let mut parts = text.splitn(3, '-');
    let year = four_digits(parts.next()?)?;
    let Some(second) = parts.next() else { return Some(Period::calendar_year(year)) };
    if let Some(day) = parts.next() {
        return Some(Period::Day(Date::new(year, two_digits(second)?, two_digits(day)?).ok()?));
    }
    if let Some(week) = second.strip_prefix(['W', 'w']) {
        return Period::week(year, two_digits(week)?);
    }
    if let Some(part) = letter_part(second) {
        return numbered(part, Year::calendar(year)).ok();
    }
    two_digits(second).filter(|month| (1..=12).contains(month)).map(|month| Period::Month(year, month))
}

/// Tells whether a month is written as the year is that begins in its year: 2011-12.
fn is_like_the_next_year(year: i16, month: i8) -> bool {
    year.saturating_add(1) % 100 == i16::from(month)
}

/// Tells whether two texts are years of four digits.
fn is_pair(first: &str, last: &str) -> bool {
    four_digits(first).is_some() && four_digits(last).is_some()
}

/// Reads the letter and the number of a part of a year: `Q2`, `K2`, `T1`, `H1`. Answers how many parts there are, and
/// which this is.
fn letter_part(text: &str) -> Option<(i8, i8)> {
    let (letter, number) = text.split_at_checked(1)?;
    let count = match letter {
        "Q" | "q" | "K" | "k" => 4,
        "T" | "t" => 3,
        "H" | "h" => 2,
        _ => return None,
    };
    let is_digit = number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit());
    number.parse().ok().filter(|_| is_digit).map(|number| (count, number))
}

/// Returns a part of a year: which of how many.
fn numbered((count, number): (i8, i8), year: Year) -> Read {
    if !(1..=count).contains(&number) {
        return Err(PeriodError::NotAPeriod);
    }
    Ok(match count {
        4 => Period::Quarter(year, number),
        3 => Period::Tertial(year, number),
        _ => Period::Half(year, number),
    })
}

fn of_month(part: PeriodPart, name: &str, year: &str) -> Read {
    let month = month(name).ok_or(PeriodError::NotAPeriod)?;
    Ok(Period::OfMonth(part, in_figures(year)?, month))
}

fn on(year: i16, month: i8, day: Option<i8>) -> Read {
    let day = day.and_then(|day| Date::new(year, month, day).ok());
    day.map(Period::Day).ok_or(PeriodError::NotAPeriod)
}

/// Reads a day in figures with points, the day before the month: where the day can be no month, or is the same number.
fn dotted(text: &str) -> Option<Period> {
    let mut parts = text.split('.');
    let (day, month, year) = (small(parts.next()?)?, small(parts.next()?)?, four_digits(parts.next()?)?);
    let is_clear = parts.next().is_none() && (day > 12 || day == month);
    is_clear.then(|| on(year, month, Some(day)).ok()).flatten()
}

/// `mid-2025`, as it is printed.
fn mid_year(text: &str) -> Option<Period> {
    Some(Period::OfYear(PeriodPart::Medio, four_digits(text.strip_prefix("mid-")?)?))
}

fn in_figures(year: &str) -> Result<i16, PeriodError> {
    four_digits(year).ok_or(PeriodError::NotAPeriod)
}

fn two_digits(text: &str) -> Option<i8> {
    small(text).filter(|_| text.len() == 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str, begins: Option<i8>) -> (String, String) {
        let period = Period::read(text, begins).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        (period.first().to_string(), period.last().to_string())
    }

    #[test]
    fn reads_what_authors_write() {
        for (text, first, last) in [
            ("2020-06-30", "2020-06-30", "2020-06-30"),
            ("2020-02", "2020-02-01", "2020-02-29"),
            ("2020-Q2", "2020-04-01", "2020-06-30"),
            ("2020-K4", "2020-10-01", "2020-12-31"),
            ("2020-H1", "2020-01-01", "2020-06-30"),
            ("2020-T2", "2020-05-01", "2020-08-31"),
            ("2020", "2020-01-01", "2020-12-31"),
            ("2025-W14", "2025-03-31", "2025-04-06"),
            ("2020-W53", "2020-12-28", "2021-01-03"),
            ("2025-W01", "2024-12-30", "2025-01-05"),
            ("2019-2021", "2019-01-01", "2021-12-31"),
            ("2021–2023", "2021-01-01", "2023-12-31"),
            ("2021 – 2023", "2021-01-01", "2023-12-31"),
            ("2018 til 2019", "2018-01-01", "2019-12-31"),
            ("2018 to 2019", "2018-01-01", "2019-12-31"),
            ("primo 2022", "2022-01-01", "2022-01-31"),
            ("ultimo 2022", "2022-12-01", "2022-12-31"),
            ("end of 2022", "2022-12-01", "2022-12-31"),
            ("mid-2022", "2022-06-01", "2022-06-30"),
            ("medio november 2019", "2019-11-11", "2019-11-20"),
            ("forår 2022", "2022-03-01", "2022-05-31"),
            ("oktober 2020", "2020-10-01", "2020-10-31"),
            ("nov. 2020", "2020-11-01", "2020-11-30"),
            ("efteråret 2025", "2025-09-01", "2025-11-30"),
            ("Sommeren 2025", "2025-06-01", "2025-08-31"),
            ("foråret 2026", "2026-03-01", "2026-05-31"),
            ("vinteren 2026", "2025-12-01", "2026-02-28"),
            ("vinteren 2025/26", "2025-12-01", "2026-02-28"),
            ("våren 2026", "2026-03-01", "2026-05-31"),
            ("hösten 2025", "2025-09-01", "2025-11-30"),
            ("30. juni 2025", "2025-06-30", "2025-06-30"),
            ("30. jun. 2025", "2025-06-30", "2025-06-30"),
            ("30 juni 2025", "2025-06-30", "2025-06-30"),
            ("17. mai 2025", "2025-05-17", "2025-05-17"),
            ("3 mars 2025", "2025-03-03", "2025-03-03"),
            ("30 June 2025", "2025-06-30", "2025-06-30"),
            ("30th June 2025", "2025-06-30", "2025-06-30"),
            ("June 30, 2025", "2025-06-30", "2025-06-30"),
            ("30.06.2025", "2025-06-30", "2025-06-30"),
            ("30.6.2025", "2025-06-30", "2025-06-30"),
            ("05.05.2025", "2025-05-05", "2025-05-05"),
            ("1. januar 2022", "2022-01-01", "2022-01-01"),
            ("2. kvartal 2025", "2025-04-01", "2025-06-30"),
            ("kvartal 2 2025", "2025-04-01", "2025-06-30"),
            ("andet kvartal 2025", "2025-04-01", "2025-06-30"),
            ("2nd quarter 2025", "2025-04-01", "2025-06-30"),
            ("1st June 2025", "2025-06-01", "2025-06-01"),
            ("3rd June 2025", "2025-06-03", "2025-06-03"),
            ("12th June 2025", "2025-06-12", "2025-06-12"),
            ("22nd June 2025", "2025-06-22", "2025-06-22"),
            ("Q2 2025", "2025-04-01", "2025-06-30"),
            ("K2 2025", "2025-04-01", "2025-06-30"),
            ("1. halvår 2025", "2025-01-01", "2025-06-30"),
            ("første halvår 2025", "2025-01-01", "2025-06-30"),
            ("first half 2025", "2025-01-01", "2025-06-30"),
            ("second half of 2025", "2025-07-01", "2025-12-31"),
            ("1. tertial 2025", "2025-01-01", "2025-04-30"),
            ("T3 2025", "2025-09-01", "2025-12-31"),
            ("uge 14 2025", "2025-03-31", "2025-04-06"),
            ("Uge 14, 2025", "2025-03-31", "2025-04-06"),
            ("week 53 2020", "2020-12-28", "2021-01-03"),
        ] {
            assert_eq!(days(text, None), (first.into(), last.into()), "{text}");
            assert_eq!(days(text, Some(4)), (first.into(), last.into()), "{text}: and where years begin in April");
        }
    }

    #[test]
    fn reads_years_that_begin_in_another_month() {
        for (text, begins, first, last) in [
            ("2024/25", 4, "2024-04-01", "2025-03-31"),
            ("2024/2025", 8, "2024-08-01", "2025-07-31"),
            ("2016-17", 4, "2016-04-01", "2017-03-31"),
            ("1999/00", 8, "1999-08-01", "2000-07-31"),
            ("2024/25-Q2", 4, "2024-07-01", "2024-09-30"),
            ("2024-25-Q4", 4, "2025-01-01", "2025-03-31"),
            ("2011-12-Q1", 4, "2011-04-01", "2011-06-30"),
            ("Q2 2024/25", 8, "2024-11-01", "2025-01-31"),
            ("2024/25 Q2", 8, "2024-11-01", "2025-01-31"),
            ("2. kvartal 2024/25", 4, "2024-07-01", "2024-09-30"),
            ("H2 2024/25", 4, "2024-10-01", "2025-03-31"),
            ("2. halvår 2024/25", 8, "2025-02-01", "2025-07-31"),
            ("2024/25-T1", 4, "2024-04-01", "2024-07-31"),
            ("april 2024/25", 4, "2024-04-01", "2024-04-30"),
            ("marts 2024/25", 4, "2025-03-01", "2025-03-31"),
            ("skoleåret 2019/20", 8, "2019-08-01", "2020-07-31"),
            ("School year 2019-20", 9, "2019-09-01", "2020-08-31"),
            ("FY2024/25", 4, "2024-04-01", "2025-03-31"),
            ("2008_09", 4, "2008-04-01", "2009-03-31"),
            ("2016/17–2018/19", 4, "2016-04-01", "2019-03-31"),
            ("2016/17 til 2018/19", 4, "2016-04-01", "2019-03-31"),
        ] {
            assert_eq!(days(text, Some(begins)), (first.into(), last.into()), "{text}");
            let not_declared = Period::read(text, None);
            assert!(matches!(not_declared, Err(PeriodError::NotDeclared(_))), "{text}: {not_declared:?}");
            assert!(Period::read(text, Some(1)).is_err(), "{text}: years begin in January");
        }
    }

    #[test]
    fn what_may_mean_two_things_is_refused_with_both() {
        for (text, begins, english, error, cures) in [
            ("2011-12", Some(4), false, PeriodError::YearOrMonth(2011, 12), ["2011/12", "december 2011"]),
            ("2000-01", Some(4), true, PeriodError::YearOrMonth(2000, 1), ["2000/01", "january 2000"]),
            ("2018-2019", Some(4), false, PeriodError::YearOrYears(2018), ["2018/19", "2018 til 2019"]),
            ("2018–2019", None, true, PeriodError::YearOrYears(2018), ["2018/19", "2018 to 2019"]),
            ("2024/26", Some(4), false, PeriodError::Apart(2024, 2026), ["2024/25", "2024-2026"]),
            ("2024-26", None, false, PeriodError::Apart(2024, 2026), ["2024/25", "2024-2026"]),
        ] {
            assert_eq!(Period::read(text, begins), Err(error), "{text}");
            let said = error.cures(english, false);
            assert_eq!(said, cures, "{text}");
            let read: Vec<_> = said.iter().map(|cure| Period::read(cure, Some(4))).collect();
            assert!(read.iter().all(Result::is_ok) && read[0] != read[1], "{text}: {read:?}");
        }
        let folder = Period::read_folder("2011-12", Some(4)).expect_err("two things");
        assert_eq!(folder.cures(false, true), ["2011_12", "2011-12-31"]);
        assert_eq!(PeriodError::YearOrYears(2018).cures(true, true), ["2018-19"], "no folder has a slash");
        assert_eq!(PeriodError::Apart(2024, 2026).cures(true, true), ["2024-25", "2024-2026"]);
        assert_eq!(Period::read("2011-12", None), Ok(Period::Month(2011, 12)), "as long as nothing is declared");
        assert_eq!(Period::read("2012-13", None), Err(PeriodError::NotDeclared(2012)));
        assert_eq!(Period::read("2018-2019", Some(1)).map(Period::iso), Ok("2018-2019".into()));
    }

    #[test]
    fn refuses_what_is_no_period() {
        for text in [
            "2020-02-30",
            "2021-02-29",
            "2020-13-01",
            "2020-Q5",
            "2020-Q04",
            "+5. maj 2020",
            "005. maj 2020",
            "2020-H3",
            "2020-T4",
            "2025-W53",
            "2025-W00",
            "uge 53 2025",
            "uge 0 2025",
            "20-06",
            "primo",
            "vinter",
            "2020-6",
            "31. juni 2025",
            "31.06.2025",
            "5. kvartal 2025",
            "Q5 2025",
            "3. halvår 2025",
            "1. snart 2025",
            "10.08.2026",
            "10-08-2026",
            "30-06-2025",
            "31th June 2025",
            "12.10.2025",
            "30 June of 2025",
            "2025–06",
            "2025–Q2",
            "0000",
            "0000/01",
            "2021-2019",
            "2021-2021",
            "2024/25-Q5",
            "2016/17–2016/17",
            "sommeren 2025/26",
            "skoleåret 2019",
            "uge 14 2024/25",
            "30. juni 2024/25",
            "ma. 2025",
            "2024/25/26",
            "2024/25-26",
            "–",
            "2024–",
            "",
        ] {
            for begins in [None, Some(1), Some(4)] {
                let read = Period::read(text, begins);
                assert!(matches!(read, Err(PeriodError::NotAPeriod | PeriodError::NotDeclared(_))), "{text}: {read:?}");
            }
            assert_eq!(Period::read(text, Some(4)), Err(PeriodError::NotAPeriod), "{text}");
        }
    }

    #[test]
    fn the_name_of_a_folder_is_read_back() {
        for text in [
            "2020-06-30",
            "2020-06",
            "2020-W27",
            "2020-Q2",
            "2020-T1",
            "2020-H1",
            "2020",
            "2016-17",
            "2016-17-Q2",
            "2008_09",
            "2008-09-H1",
            "2019-2021",
            "2016-17--2018-19",
            "2020-06-01--2020-08-31",
            "2019-12-01--2020-02-29",
            "2020-12-01--2020-12-31",
            "2020-06-21--2020-06-30",
        ] {
            let read = Period::read_folder(text, Some(4)).unwrap_or_else(|error| panic!("{text}: {error:?}"));
            assert_eq!(read.iso(), text);
            assert_eq!(Period::folder_iso(text).as_deref(), Some(text), "whatever month is declared");
        }
        for text in ["2020-06-01--2020-08-30", "2020-06-02--2020-08-31", "2020-06-01--2021-08-31", "2020-06-01--"] {
            assert_eq!(Period::read_folder(text, None), Err(PeriodError::NotAPeriod), "{text}: no season");
        }
        assert_eq!(Period::folder_iso("2016_17-K2").as_deref(), Some("2016-17-Q2"));
        assert_eq!(Period::folder_iso("2016/17"), None, "no folder has a slash");
    }
}
