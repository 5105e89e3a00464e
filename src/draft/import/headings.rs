//! What the columns of a table are: by the words of its head, by what stands in them where they have none, and by what an author
//! said once and for all.

use std::{borrow::Cow, collections::BTreeMap};

use super::{
    faults::ImportFault,
    grid::{Grid, column_name},
};
use crate::value::{Currency, Unit, is_month, without_points_in_time};

/// What a column of a table of measures is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MeasureField {
    /// Its number.
    Number,
    /// Its title.
    Title,
    /// A field of the measure that holds text: its name in the schema.
    Text(&'static str),
    /// An amount of the measure.
    Amount(&'static str),
    /// An amount of its status.
    Status(&'static str),
    /// The level of its status.
    Level,
    /// The words of its status.
    Words,
    /// A part of the measure's text, by its heading.
    Part(&'static str),
    /// The effect of a month, from 0.
    Month(u8),
    /// The effect of the year.
    Year,
    /// Not read.
    Ignored,
}

impl MeasureField {
    /// Tells whether such a column holds amounts.
    pub fn is_amount(self) -> bool {
        matches!(self, Self::Amount(_) | Self::Status(_) | Self::Month(_) | Self::Year)
    }
}

/// The words of heads, small, each with what such a column is. A head means the first whose word it holds.
const WORDS: &[(&str, MeasureField)] = &[
    ("sparekrav", MeasureField::Amount("required")),
    ("besparingskrav", MeasureField::Amount("required")),
    ("innsparingskrav", MeasureField::Amount("required")),
    ("required", MeasureField::Amount("required")),
    ("opnået", MeasureField::Status("achieved")),
    ("achieved", MeasureField::Status("achieved")),
    ("uppnå", MeasureField::Status("achieved")),
    ("oppnådd", MeasureField::Status("achieved")),
    ("realiseret", MeasureField::Status("achieved")),
    ("forvent", MeasureField::Status("forecast")),
    ("forecast", MeasureField::Status("forecast")),
    ("prognos", MeasureField::Status("forecast")),
    ("farve", MeasureField::Level),
    ("farge", MeasureField::Level),
    ("färg", MeasureField::Level),
    ("colour", MeasureField::Level),
    ("color", MeasureField::Level),
    ("niveau", MeasureField::Level),
    ("nivå", MeasureField::Level),
    ("level", MeasureField::Level),
    ("status", MeasureField::Words),
    ("udvalg", MeasureField::Text("committee")),
    ("utvalg", MeasureField::Text("committee")),
    ("nämnd", MeasureField::Text("committee")),
    ("committee", MeasureField::Text("committee")),
    ("ansvarlig", MeasureField::Text("owner")),
    ("ansvarig", MeasureField::Text("owner")),
    ("owner", MeasureField::Text("owner")),
    ("responsible", MeasureField::Text("owner")),
    ("frist", MeasureField::Text("due")),
    ("deadline", MeasureField::Text("due")),
    ("slutdatum", MeasureField::Text("due")),
    ("due", MeasureField::Text("due")),
    ("konsekven", MeasureField::Part("consequences")),
    ("consequence", MeasureField::Part("consequences")),
    ("tidsplan", MeasureField::Part("timetable")),
    ("timetable", MeasureField::Part("timetable")),
    ("konkrete mål", MeasureField::Part("objective")),
    ("objective", MeasureField::Part("objective")),
    ("handling", MeasureField::Part("action")),
    ("action", MeasureField::Part("action")),
    ("tiltag", MeasureField::Title),
    ("tiltak", MeasureField::Title),
    ("åtgärd", MeasureField::Title),
    ("indsats", MeasureField::Title),
    ("insats", MeasureField::Title),
    ("measure", MeasureField::Title),
    ("titel", MeasureField::Title),
    ("tittel", MeasureField::Title),
    ("title", MeasureField::Title),
    ("afsnit", MeasureField::Text("section")),
    ("avsnitt", MeasureField::Text("section")),
    ("section", MeasureField::Text("section")),
];

/// Heads that mean something only as a whole.
const WHOLE: &[(&str, MeasureField)] = &[
    ("nr", MeasureField::Number),
    ("nr.", MeasureField::Number),
    ("no", MeasureField::Number),
    ("no.", MeasureField::Number),
    ("#", MeasureField::Number),
    ("nummer", MeasureField::Number),
    ("number", MeasureField::Number),
    ("mål", MeasureField::Part("objective")),
    ("krav", MeasureField::Amount("required")),
    ("i alt", MeasureField::Year),
    ("total", MeasureField::Year),
    ("totalt", MeasureField::Year),
    ("sum", MeasureField::Year),
    ("summa", MeasureField::Year),
    ("hele året", MeasureField::Year),
];

/// The words that an author may give a column by, beside those of heads: `--column "Noter=ignore"`.
const NAMES: &[(&str, MeasureField)] = &[
    ("number", MeasureField::Number),
    ("title", MeasureField::Title),
    ("required", MeasureField::Amount("required")),
    ("achieved", MeasureField::Status("achieved")),
    ("forecast", MeasureField::Status("forecast")),
    ("level", MeasureField::Level),
    ("status", MeasureField::Words),
    ("committee", MeasureField::Text("committee")),
    ("owner", MeasureField::Text("owner")),
    ("due", MeasureField::Text("due")),
    ("section", MeasureField::Text("section")),
    ("objective", MeasureField::Part("objective")),
    ("action", MeasureField::Part("action")),
    ("consequences", MeasureField::Part("consequences")),
    ("timetable", MeasureField::Part("timetable")),
    ("ignore", MeasureField::Ignored),
];

/// The words that rows of totals begin with.
pub const TOTALS: [&str; 8] = ["i alt", "ialt", "total", "totalt", "sum", "summa", "samlet", "tilsammen"];

/// Writes words so that capitals and blanks make no difference.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Returns the names that an author may give a column by.
pub fn names() -> String {
    NAMES.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

/// What was said of columns once and for all: by their heads, or their letters where they have none.
pub type SaidColumns = BTreeMap<String, String>;

/// The columns of a table of measures.
#[derive(Clone, Debug)]
pub struct MeasureColumns {
    /// The line of the head, from 0.
    pub head: usize,
    /// What each column that holds something is, with its head and the unit that names.
    pub columns: Vec<(usize, MeasureField, String, Option<Unit>)>,
    /// What columns of amounts are, by their heads, in which nothing stands: figures of them that the content has are gone from the table.
    pub emptied: Vec<MeasureField>,
    /// The column that by its head has the words of statuses: one of levels, or one in which nothing stands that is read.
    pub status: Option<usize>,
}

impl MeasureColumns {
    /// Gives columns of amounts whose heads say no unit one that was said.
    pub fn with_unit(mut self, said: Option<&Unit>) -> Self {
        let bare = self.columns.iter_mut().filter(|(_, field, _, unit)| field.is_amount() && unit.is_none());
        bare.for_each(|(.., unit)| *unit = said.cloned());
        self
    }

    /// Finds the head and says what each column is.
    pub fn find(grid: &Grid, said: &SaidColumns, levels: &[String], crown: Currency) -> Result<Self, ImportFault> {
        let known =
            |row: usize| (0..grid.width()).filter(|column| field_of(grid.text(row, *column), said).is_some()).count();
        let head = (0..grid.rows.len().min(20)).map(|row| (known(row), std::cmp::Reverse(row))).max();
        let Some((count, std::cmp::Reverse(head))) = head else { return Err(ImportFault::no_head(&names())) };
        if count == 0 {
            return Err(ImportFault::no_head(&names()));
        }
        let mut columns: Vec<(usize, MeasureField, String, Option<Unit>)> = Vec::new();
        let (mut status, mut emptied) = (None, Vec::new());
        for column in 0..grid.width() {
            let name = grid.text(head, column);
            let cells: Vec<&str> = (head.saturating_add(1)..grid.rows.len())
                .map(|row| grid.text(row, column))
                .filter(|cell| !cell.is_empty())
                .collect();
            if cells.is_empty() {
                emptied.extend(field_of(name, said).filter(|field| field.is_amount()));
                // It may be that its cells are coloured, and say with that what they say.
                let is_status = matches!(field_of(name, said), Some(MeasureField::Level | MeasureField::Words));
                status = status.or(is_status.then_some(column));
                continue;
            }
            let shown = if name.is_empty() { column_name(column) } else { name.to_owned() };
            let has = |field| columns.iter().any(|(_, known, ..)| *known == field);
            let by_letter = said_of_letter(grid, head, column, said).and_then(field_named);
            let field = match by_letter.or_else(|| field_of(&shown, said)).or_else(|| field_of(name, said)) {
                // A column of words such as "Status" holds the colours where most of them are one: the others are misspelt. One that
                // is said to hold words does.
                Some(MeasureField::Words) if !is_said(&shown, name, said) && are_levels(&cells, levels) => {
                    Some(MeasureField::Level)
                }
                None if name.is_empty() => {
                    let is_number = |cell: &&&str| {
                        cell.len() < 12 && cell.contains(|c: char| c.is_ascii_digit()) && !cell.contains(' ')
                    };
                    let numbers = cells.iter().filter(|cell| is_number(cell) || is_total(cell)).count();
                    if numbers.saturating_mul(2) > cells.len() && !has(MeasureField::Number) {
                        Some(MeasureField::Number)
                    } else if !has(MeasureField::Title) {
                        Some(MeasureField::Title)
                    } else {
                        None
                    }
                }
                field => field,
            };
            let unit = unit_of(name, crown);
            let is_per_cent = unit.as_ref().is_some_and(Unit::is_per_cent);
            match field {
                Some(MeasureField::Ignored) => {}
                // No amount of a measure is a per cent, whatever the column is called or said to be.
                field if is_per_cent && field.is_none_or(MeasureField::is_amount) => {
                    return Err(ImportFault::cell("percent-column", &shown));
                }
                Some(field) => columns.push((column, field, shown, unit.filter(|_| field.is_amount()))),
                None => return Err(ImportFault::column(&shown, &names())),
            }
        }
        // Its letter tells it from the other, which may have the same head.
        if let Some((at, ..)) = columns
            .iter()
            .enumerate()
            .find(|(at, (_, field, ..))| columns.iter().take(*at).any(|(_, other, ..)| other == field))
            .map(|(_, column)| column)
        {
            return Err(ImportFault::column(&column_name(*at), &names()));
        }
        let level = columns.iter().find(|(_, field, ..)| *field == MeasureField::Level).map(|(at, ..)| *at);
        Ok(Self { head, columns, emptied, status: level.or(status) })
    }
}

/// Tells whether a text begins a row of totals.
pub fn is_total(text: &str) -> bool {
    TOTALS.contains(&folded(text).trim_end_matches(':'))
}

/// Tells whether a line says where a table is from, or something about it: `Kilde: Prisme`, `* foreløbige tal`.
pub fn is_source(text: &str) -> bool {
    const BEGINNINGS: [&str; 13] = [
        "kilde",
        "kilder",
        "källa",
        "källor",
        "kjelde",
        "source",
        "sources",
        "note",
        "noter",
        "anm",
        "anm.",
        "anmærkning",
        "obs",
    ];
    let first = folded(text);
    let beginning = first.split_once(':').map(|(beginning, _)| beginning);
    first.starts_with('*') || beginning.is_some_and(|beginning| BEGINNINGS.contains(&beginning))
}

/// Returns what was said of a column by its letter, where no head is that letter itself.
pub fn said_of_letter<'s>(grid: &Grid, head: usize, column: usize, said: &'s SaidColumns) -> Option<&'s str> {
    let letter = column_name(column);
    let is_head = (0..grid.width()).any(|at| grid.text(head, at).eq_ignore_ascii_case(&letter));
    said.iter().find(|(name, _)| !is_head && name.eq_ignore_ascii_case(&letter)).map(|(_, field)| field.as_str())
}

/// Returns what a field is that an author names a column by.
pub fn field_named(name: &str) -> Option<MeasureField> {
    let effect = || match name.strip_prefix("effect.")? {
        "total" => Some(MeasureField::Year),
        month => month_of(month).map(MeasureField::Month),
    };
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, field)| *field).or_else(effect)
}

/// Tells whether it was said what a column is, by its head or its letters.
fn is_said(shown: &str, name: &str, said: &SaidColumns) -> bool {
    said.keys().any(|known| [shown, name].iter().any(|head| folded(head) == folded(known)))
}

/// Tells whether the cells of a column hold levels: half of them at least.
fn are_levels(cells: &[&str], levels: &[String]) -> bool {
    let count = cells.iter().filter(|cell| is_level(cell, levels)).count();
    count > 0 && count.saturating_mul(2) >= cells.len()
}

fn is_level(cell: &str, levels: &[String]) -> bool {
    levels.iter().any(|level| folded(level) == folded(cell))
}

fn field_of(head: &str, said: &SaidColumns) -> Option<MeasureField> {
    let head = folded(head);
    if head.is_empty() {
        return None;
    }
    if let Some((_, field)) = said.iter().find(|(name, _)| folded(name) == head) {
        return field_named(field);
    }
    if let Some((_, field)) = WHOLE.iter().chain(NAMES).find(|(word, _)| *word == head) {
        return Some(*field);
    }
    if let Some(month) = month_of(&head).or_else(|| dated_month(&head).map(|(month, _)| month)) {
        return Some(MeasureField::Month(month));
    }
    WORDS.iter().find(|(word, _)| head.contains(word)).map(|(_, field)| *field)
}

/// Returns the month that a head names by its date, from 0, and its year: `jan-26`, `januar 2026`, `2026-01`, `01-01-2026`.
pub fn dated_month(head: &str) -> Option<(u8, u16)> {
    let lower = head.to_lowercase();
    let parts: Vec<&str> = lower.split([' ', '\u{a0}', '-', '.', '/']).filter(|part| !part.is_empty()).collect();
    let year = |text: &str| match (text.len(), text.parse::<u16>()) {
        (4, Ok(year)) if year >= 1900 => Some(year),
        (2, Ok(year)) => Some(year.saturating_add(2000)),
        _ => None,
    };
    let whole = |text: &str| year(text).filter(|_| text.len() == 4);
    let number = |text: &str| text.parse::<u8>().ok().filter(|month| (1..=12).contains(month))?.checked_sub(1);
    let is_first = |text: &str| matches!(text, "1" | "01");
    match parts.as_slice() {
        [word, of] if word.chars().all(char::is_alphabetic) => month_of(word).zip(year(of)),
        [one, other] => number(one).zip(whole(other)).or_else(|| number(other).zip(whole(one))),
        [day, month, of] if is_first(day) && whole(of).is_some() => {
            number(month).or_else(|| month_of(month)).zip(whole(of))
        }
        [of, month, day] if is_first(day) => number(month).zip(whole(of)),
        _ => None,
    }
}

/// Returns the month that a head names, from 0: `JAN`, `januar`, `jan.`.
fn month_of(head: &str) -> Option<u8> {
    const MONTHS: [&str; 15] =
        ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec", "may", "oct", "des"];
    let word = head.trim_end_matches('.');
    let is_word = word.chars().all(char::is_alphabetic) && word.chars().count() < 10;
    let short: String = word.chars().take(3).collect();
    let at =
        MONTHS.iter().position(|month| *month == short || short == "mai" && *month == "maj").filter(|_| is_word)?;
    match at {
        12 => Some(4),
        13 => Some(9),
        14 => Some(11),
        at => u8::try_from(at).ok(),
    }
}

/// Words that are a unit wherever they stand in a head by themselves: years of work, which no amount of money is called.
const YEARS_OF_WORK: [&str; 12] = [
    "årsværk",
    "årsverk",
    "årsarbejdere",
    "årsarbetare",
    "årsarbetskrafter",
    "fuldtidsstillinger",
    "fuldtidspersoner",
    "heltidsstillinger",
    "heltidstjänster",
    "fte",
    "ftes",
    "full-time equivalents",
];

/// Returns the unit that a head names, where `kr.` is the crown of a country: `i mio. kr.`, `(1.000 kr.)`, `(%)`, `Årsværk`.
pub fn unit_of(head: &str, crown: Currency) -> Option<Unit> {
    let head = match without_points_in_time(head) {
        Cow::Borrowed(head) => folded(head),
        // The year of the day goes with it.
        Cow::Owned(head) => folded(head.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace())),
    };
    let parts = || {
        let within = head.split(['(', ')', '[', ']', ',']);
        let parts = within.chain(head.rsplit(" i ").take(1)).chain(head.rsplit(" in ").take(1));
        parts.map(|part| part.trim().trim_start_matches("i "))
    };
    let money = || parts().map(|part| Unit::parse_with(part, crown)).find(Unit::is_money);
    let behind = || Unit::money_in(&head, crown).map(|(_, unit)| unit);
    let rate = rate_in(&head, crown);
    rate.or_else(money).or_else(behind).or_else(|| Unit::per_cent_in(&head)).or_else(|| parts().find_map(unit_in_words))
}

/// Returns the money for each of something that a head says, `kr. pr. borger`, which is no amount of money. A sum for each year is one.
fn rate_in(head: &str, crown: Currency) -> Option<Unit> {
    let begins = std::iter::once(0)
        .chain(head.match_indices([' ', '(', '[', ',']).map(|(at, sign)| at.saturating_add(sign.len())));
    let rate = |at: usize| {
        let rest = head.get(at..)?.trim().trim_end_matches([')', ']']);
        let (money, each) = [" pr. ", " pr ", " per ", "/"].iter().find_map(|sign| rest.split_once(sign))?;
        let is_of_year = ["år", "year", "annum", "anno"].iter().any(|year| each.trim().starts_with(year));
        let unit = Unit::parse_with(money.trim_start_matches("i "), crown);
        let is_each = !is_of_year && is_each_of(each.trim()) && !Unit::parse_with(each.trim(), crown).is_money();
        (unit.is_money() && is_each).then(|| Unit::parse(rest.trim_start_matches("i ")))
    };
    begins.into_iter().find_map(rate)
}

/// Tells whether words may be something of which each is meant: `elev`, `1.000 indbyggere`, and neither a day, a month nor a price level.
fn is_each_of(words: &str) -> bool {
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    let digits = first.replace('.', "");
    let is_count = digits.starts_with('1') && digits.bytes().skip(1).all(|digit| digit == b'0');
    let is_number = first.starts_with(|c: char| c.is_ascii_digit());
    let is_of_words =
        |text: &str| text.starts_with(char::is_alphabetic) && !is_month(text.split([' ', '.']).next().unwrap_or(text));
    if is_number { is_count && is_of_words(rest) } else { is_of_words(words) }
}

/// Returns what a part of a head counts that is a unit in words: `årsværk`, `antal sager`.
fn unit_in_words(part: &str) -> Option<Unit> {
    let counted = ["antal ", "antall ", "number of "].iter().find_map(|count| part.strip_prefix(count));
    let words = counted.unwrap_or(part).split(' ').filter(|word| !word.contains(|c: char| c.is_ascii_digit()));
    let words = words.collect::<Vec<_>>().join(" ");
    let is_count = counted.is_some() && words.contains(char::is_alphabetic) || ["antal", "antall"].contains(&part);
    (is_count || YEARS_OF_WORK.contains(&words.as_str())).then(|| Unit::parse(&words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_says_what_its_column_counts_in_wherever_the_unit_stands() {
        for head in [
            "Sparekrav t.kr.",
            "Sparekrav 1.000 kr.",
            "Sparekrav, t.kr.",
            "Sparekrav - t.kr.",
            "Sparekrav\n(t.kr.)",
            "Sparekrav\nt.kr.",
            "Sparekrav (i 1.000 kr.)",
            "Sparekrav: t.kr.",
            "Sparekrav (2026, t.kr.)",
            "t.kr.",
            // A point in time is no thing of which each costs so much.
            "Sparekrav, t.kr. pr. 30. juni",
            "Sparekrav i 1.000 kr. pr. 30/6",
            "Forbrug i t.kr. pr. 30. juni 2026",
            "Forbrug i t.kr. pr. juni",
        ] {
            assert_eq!(unit_of(head, Currency::Dkk), Some(Unit::THOUSAND_KRONER), "{head}");
        }
        for (head, unit) in [
            ("Udgift (kr. pr. borger)", "kr. pr. borger"),
            ("Udgift i kr. pr. borger", "kr. pr. borger"),
            ("Udgift, kr./plads", "kr./plads"),
            ("Udgift kr. pr. elev", "kr. pr. elev"),
            ("Udgift i kr. pr. 1.000 indbyggere", "kr. pr. 1.000 indbyggere"),
        ] {
            assert_eq!(unit_of(head, Currency::Dkk), Some(Unit::parse(unit)), "{head}");
        }
        assert_eq!(unit_of("Udgift pr. borger (kr.)", Currency::Dkk), Some(Unit::KRONE));
        assert_eq!(unit_of("Sparekrav", Currency::Dkk), None);
    }
}
