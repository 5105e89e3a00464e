//! What was said of a table once, so that nobody has to say it again: kept as TOML, to be read and changed by people.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml_edit::{DocumentMut, Item, Table, value};

use super::{KnownBy, faults::ImportFault};

/// What was said of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ImportMapping {
    /// The sheet of the workbook.
    pub sheet: Option<String>,
    /// Rows and columns that are hidden and read all the same: said each time, for the next file may hide others at the same place.
    pub hidden: Vec<String>,
    /// The sign between the cells of a CSV file.
    pub delimiter: Option<char>,
    /// The sign before decimals.
    pub decimal: Option<char>,
    /// The year that months are of.
    pub year: Option<String>,
    /// What amounts count in whose heads say no unit.
    pub unit: Option<String>,
    /// What rows of measures are known by where their numbers and titles disagree.
    pub known_by: Option<KnownBy>,
    /// What each column is, by its head.
    pub columns: BTreeMap<String, String>,
    /// What indicators that were imported counted in, by their ids and in the words of their source.
    pub units: BTreeMap<String, String>,
}

impl ImportMapping {
    /// Reads what was kept.
    pub fn read(text: &str, path: &str) -> Result<Self, ImportFault> {
        toml::from_str(text).map_err(|error| ImportFault::kept_unreadable(path, error.message()))
    }

    /// Takes over what is said now; what was said before holds where nothing is, but for what is hidden, which older versions kept.
    #[must_use]
    pub fn with(self, now: Self) -> Self {
        Self {
            sheet: now.sheet.or(self.sheet),
            hidden: now.hidden,
            delimiter: now.delimiter.or(self.delimiter),
            decimal: now.decimal.or(self.decimal),
            year: now.year.or(self.year),
            unit: now.unit.or(self.unit),
            known_by: now.known_by.or(self.known_by),
            columns: self.columns.into_iter().chain(now.columns).collect(),
            units: self.units.into_iter().chain(now.units).collect(),
        }
    }

    /// Writes what is to be kept, in place of what a text says of it; remarks stay.
    pub fn write(&self, before: &str) -> Result<String, ImportFault> {
        let mut document: DocumentMut = before.parse().map_err(|_| ImportFault::unreadable("TOML"))?;
        let mut set = |key: &str, text: Option<String>| {
            if let Some(text) = text {
                document.insert(key, value(text));
            }
        };
        set("sheet", self.sheet.clone());
        set("delimiter", self.delimiter.map(String::from));
        set("decimal", self.decimal.map(String::from));
        set("year", self.year.clone());
        set("unit", self.unit.clone());
        set("known_by", self.known_by.map(|key| key.word().to_owned()));
        document.remove("hidden");
        for (name, said) in [("columns", &self.columns), ("units", &self.units)] {
            if said.is_empty() && (name != "columns" || !self.units.is_empty()) {
                continue;
            }
            let table = document.entry(name).or_insert_with(|| Item::Table(Table::new()));
            let table = table.as_table_like_mut().ok_or_else(|| ImportFault::unreadable("TOML"))?;
            for (key, text) in said {
                table.insert(key, value(text.as_str()));
            }
        }
        Ok(document.to_string())
    }
}
