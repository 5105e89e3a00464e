//! The readings of an indicator of Open SDG: a row for each year and group, parted by what they count.

use std::{collections::BTreeMap, str::FromStr};

use rust_decimal::Decimal;

use super::super::{faults::ImportFault, grid::Grid};
use crate::value::Period;

/// The words that statistics programs write where there is no value.
const NO_VALUE: [&str; 8] = ["", "NA", "N/A", "n/a", "NaN", "nan", "null", "NULL"];

/// Columns that say something of the values and part no groups, as the statistics' exchange format calls them.
const ATTRIBUTES: [&str; 12] = [
    "observation status",
    "obs_status",
    "unit measure",
    "unit_measure",
    "nature",
    "reporting type",
    "reporting_type",
    "reference area",
    "ref_area",
    "freq",
    "frequency",
    "source",
];

/// Columns that say what the values are to be multiplied with.
const MULTIPLIERS: [&str; 2] = ["unit multiplier", "unit_mult"];

/// What such a column says where values are as they are written.
const AS_WRITTEN: [&str; 5] = ["", "0", "1", "units", "undefined"];

/// The most decimals of an amount.
const MOST_DECIMALS: u32 = 12;

/// What a file of readings holds.
#[derive(Debug, Default)]
pub struct SdgReadings {
    /// The readings, by what they count: each is an indicator.
    pub parts: Vec<SdgPart>,
    /// Columns that say the same of all rows, with what they say.
    pub common: Vec<(String, String)>,
    /// Columns that are not taken: codes of places, and what was said to be ignored.
    pub left_out: Vec<String>,
    /// How many rows have no value.
    pub valueless: usize,
    /// How many values have more decimals than an amount may have, and were rounded to that.
    pub rounded: usize,
}

/// Readings that count the same.
#[derive(Debug)]
pub struct SdgPart {
    /// What is counted, where the file parts it: the column `Series`.
    pub series: String,
    /// What it counts in: the column `Units`.
    pub unit: String,
    /// The readings of each group, the one that is of no group first.
    pub groups: Vec<SdgGroup>,
}

/// Readings of a group.
#[derive(Debug)]
pub struct SdgGroup {
    /// The group: `Women, 0–14`; empty for the indicator itself.
    pub title: String,
    /// Its values by period, as it is written.
    pub values: Vec<(String, Decimal)>,
    /// What the columns say that part it from others.
    cells: Vec<String>,
    /// The words its id is made of: by what it is alone, not by what stands beside it.
    pub words: String,
}

impl SdgGroup {
    fn new(cells: &[&str]) -> Self {
        let words: Vec<&str> = cells.iter().copied().filter(|cell| !cell.is_empty()).collect();
        let title = words.join(", ");
        let cells = cells.iter().map(ToString::to_string).collect();
        Self { words: title.clone(), title, values: Vec::new(), cells }
    }
}

impl SdgPart {
    /// Names the columns where words alone do not tell groups apart: "Unknown" of the column Sex, "Unknown" of Age.
    fn tell_apart(&mut self, heads: &[&str]) {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for group in &self.groups {
            let count = counts.entry(group.title.clone()).or_default();
            *count = count.saturating_add(1);
        }
        for group in self.groups.iter_mut().filter(|group| counts.get(&group.title).is_some_and(|count| *count > 1)) {
            let words = heads.iter().zip(&group.cells).filter(|(_, cell)| !cell.is_empty());
            group.title = words.map(|(head, cell)| format!("{head}: {cell}")).collect::<Vec<_>>().join(", ");
            group.words.clone_from(&group.title);
        }
    }
}

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ColumnRole {
    Year,
    Value,
    Units,
    Series,
    LeftOut,
    Group,
}

/// Reads the readings of a file. `said` tells what columns are, by their heads in small letters; years may begin in a month.
pub fn read(
    grid: &Grid,
    file: &str,
    said: &BTreeMap<String, String>,
    year_begins: Option<i8>,
) -> Result<SdgReadings, ImportFault> {
    let fault = |line: usize, what: &str, text: &str| ImportFault::open_sdg(file, line, what, text);
    let roles: Vec<ColumnRole> = (0..grid.width()).map(|at| role_of(grid.text(0, at), said)).collect();
    let only = |role: ColumnRole, what: &str| {
        let mut found = roles.iter().enumerate().filter(|(_, it)| **it == role).map(|(at, _)| at);
        match (found.next(), found.next()) {
            (Some(at), None) => Ok(at),
            _ => Err(fault(1, "head", what)),
        }
    };
    let (year_at, value_at) = (only(ColumnRole::Year, "Year")?, only(ColumnRole::Value, "Value")?);
    let mut out = SdgReadings::default();
    let rows: Vec<usize> =
        (1..grid.rows.len()).filter(|row| grid.rows.get(*row).is_some_and(|it| !it.is_empty())).collect();
    let mut groups: Vec<usize> = Vec::new();
    let (mut part_places, mut group_places) = (BTreeMap::new(), BTreeMap::new());
    let mut known: BTreeMap<(usize, usize, &str), Decimal> = BTreeMap::new();
    for (at, role) in roles.iter().enumerate() {
        let name = grid.text(0, at);
        let is_empty = rows.iter().all(|row| grid.text(*row, at).is_empty());
        match role {
            _ if is_empty => {}
            ColumnRole::LeftOut => out.left_out.push(name.to_owned()),
            ColumnRole::Group if name.is_empty() => return Err(fault(1, "nameless", "")),
            ColumnRole::Group if MULTIPLIERS.contains(&name.to_lowercase().as_str()) => {
                let unfit = rows.iter().find(|row| !AS_WRITTEN.contains(&grid.text(**row, at).to_lowercase().as_str()));
                if let Some(row) = unfit {
                    return Err(fault(row.saturating_add(1), "multiplier", grid.text(*row, at)));
                }
                out.left_out.push(name.to_owned());
            }
            // What is said alike of all values is a remark. A group that all rows are of is a group: its figures are not those of the whole.
            ColumnRole::Group => match rows.split_first() {
                Some((first, rest))
                    if ATTRIBUTES.contains(&name.to_lowercase().as_str())
                        && rest.iter().all(|row| grid.text(*row, at) == grid.text(*first, at)) =>
                {
                    out.common.push((name.to_owned(), grid.text(*first, at).to_owned()));
                }
                _ => groups.push(at),
            },
            _ => {}
        }
    }
    let text_of = |row: usize, role: ColumnRole| {
        let at = roles.iter().position(|it| *it == role);
        at.map_or("", |at| grid.text(row, at)).to_owned()
    };
    for row in rows {
        let line = row.saturating_add(1);
        let written = grid.text(row, value_at);
        if NO_VALUE.contains(&written) {
            out.valueless = out.valueless.saturating_add(1);
            continue;
        }
        let year = grid.text(row, year_at);
        let year = year.strip_suffix(".0").unwrap_or(year);
        Period::read(year, year_begins).map_err(|_| fault(line, "year", year))?;
        let value = number(written).ok_or_else(|| fault(line, "value", written))?;
        if value.scale() > MOST_DECIMALS {
            out.rounded = out.rounded.saturating_add(1);
        }
        let rounded = value.round_dp(MOST_DECIMALS);
        // Less than an amount can say is not nil.
        if rounded.is_zero() != value.is_zero() {
            return Err(fault(line, "value", written));
        }
        let value = rounded;
        let (series, unit) = (text_of(row, ColumnRole::Series), text_of(row, ColumnRole::Units));
        let of_part = (series.clone(), unit.clone());
        let part_at = *part_places.entry(of_part).or_insert_with(|| {
            out.parts.push(SdgPart { series, unit, groups: Vec::new() });
            out.parts.len().saturating_sub(1)
        });
        let Some(part) = out.parts.get_mut(part_at) else { continue };
        let cells: Vec<&str> = groups.iter().map(|at| grid.text(row, *at)).collect();
        let group_at = *group_places.entry((part_at, cells.clone())).or_insert_with(|| {
            part.groups.push(SdgGroup::new(&cells));
            part.groups.len().saturating_sub(1)
        });
        let Some(group) = part.groups.get_mut(group_at) else { continue };
        match known.insert((part_at, group_at, year), value) {
            None => group.values.push((year.to_owned(), value)),
            // A row that stands there twice is one.
            Some(before) if before == value => {}
            Some(_) => return Err(fault(line, "twice", [year, &group.title].join(" ").trim())),
        }
    }
    let heads: Vec<&str> = groups.iter().map(|at| grid.text(0, *at)).collect();
    for part in &mut out.parts {
        part.tell_apart(&heads);
        // The whole first, then what one column parts, then what several do.
        part.groups.sort_by_key(|group| group.cells.iter().filter(|cell| !cell.is_empty()).count());
    }
    Ok(out)
}

fn role_of(head: &str, said: &BTreeMap<String, String>) -> ColumnRole {
    let head = head.to_lowercase();
    match said.get(&head).map_or(head.as_str(), String::as_str) {
        "year" => ColumnRole::Year,
        "value" => ColumnRole::Value,
        "units" => ColumnRole::Units,
        "series" => ColumnRole::Series,
        // A code of a place for maps; its name is a column of its own.
        "geocode" | "ignore" => ColumnRole::LeftOut,
        _ => ColumnRole::Group,
    }
}

/// Reads a number as statistics programs write it: a point before decimals, no sign between thousands, or a power of ten.
fn number(text: &str) -> Option<Decimal> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E'));
    match is_plain && text.bytes().any(|byte| byte.is_ascii_digit()) {
        true if text.contains(['e', 'E']) => Decimal::from_scientific(text).ok(),
        true => Decimal::from_str(text).ok(),
        false => None,
    }
}
