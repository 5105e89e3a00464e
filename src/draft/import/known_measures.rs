//! The measures that a plan has already, as the rows of a table are known to be theirs: by their numbers, or by their titles.

use std::collections::{BTreeMap, BTreeSet};

use super::{super::known::KnownPlan, KnownBy, faults::ImportFault, measure_rows::ItemLine};
use crate::{
    content::{FileKind, Record},
    schema::records,
    value::{ItemNumber, RelPath},
};

/// What was said of what rows are known by.
#[derive(Clone, Copy, Debug, Default)]
pub struct SaidKey {
    /// Their numbers or their titles.
    pub key: Option<KnownBy>,
    /// It was said of this file, and not kept from the last: it holds of rows that are no measure's yet as well.
    pub is_said_now: bool,
}

/// The measures of a plan.
pub struct KnownMeasures<'p> {
    by_number: BTreeMap<String, &'p Record>,
    by_title: BTreeMap<String, &'p Record>,
    files: BTreeSet<&'p RelPath>,
    said: SaidKey,
}

impl<'p> KnownMeasures<'p> {
    /// Returns those of a plan.
    pub fn of(plan: &'p KnownPlan<'_>, said: SaidKey) -> Self {
        let mut known = Self { by_number: BTreeMap::new(), by_title: BTreeMap::new(), files: BTreeSet::new(), said };
        for record in plan.records.iter().filter(|record| record.role == FileKind::Measure) {
            if let Some(number) = number_of(record) {
                known.by_number.entry(number).or_insert(record);
            }
            if let Some(title) = title_of(record) {
                known.by_title.entry(title).or_insert(record);
            }
            known.files.insert(&record.file);
        }
        known
    }

    /// Finds the measure of a row: by its number, else by its title. Where the two disagree, the plan may have been numbered anew, and its
    /// figures would be told of another measure: what rows are known by is then asked for. What was said the last time decides where a
    /// measure is found by it.
    pub fn find(&self, item: &ItemLine) -> Result<Option<&'p Record>, ImportFault> {
        let number = ItemNumber::parse(&item.number).map(|number| bare(number.as_str()));
        let title = Some(plain(&item.title)).filter(|title| !title.is_empty());
        let by_number = number.as_ref().and_then(|number| self.by_number.get(number)).copied();
        let by_title = title.as_ref().and_then(|title| self.by_title.get(title)).copied();
        let (by_key, has_key) = match self.said.key {
            Some(KnownBy::Title) => (by_title, title.is_some()),
            Some(KnownBy::Number) => (by_number, number.is_some()),
            None => (None, false),
        };
        // A number whose title is another measure's by now, or has no word of its own one, is asked about again: the plan was numbered anew
        // since it was said, or the number was given to a new measure.
        let is_another = |record: &Record| match by_title {
            Some(other) => other.file != record.file,
            None => !has_a_word_of(&item.title, record),
        };
        let is_kept = by_key.is_some_and(|record| self.said.key == Some(KnownBy::Title) || !is_another(record));
        if is_kept || has_key && self.said.is_said_now {
            return Ok(by_key);
        }
        let differs = |own: Option<String>, other: &Option<String>| {
            own.zip(other.as_ref()).is_some_and(|(own, other)| own != *other && !own.is_empty())
        };
        let fault = |what, record: &Record, known: &str| {
            Err(ImportFault::renumbered(what, (&item.number, &item.title), known, record.file.as_str()))
        };
        match (by_number, by_title) {
            (Some(record), _) if differs(title_of(record), &title) => {
                let written = record.fields.get(&records::OPTIONAL_TITLE).cloned().unwrap_or_default();
                fault("number", record, &written)
            }
            (None, Some(record)) if differs(number_of(record), &number) => {
                fault("title", record, &number_of(record).unwrap_or_default())
            }
            (found, other) => Ok(found.or(other)),
        }
    }

    /// Returns the files of measures that are none of some, which a table has rows of. Where those are most of the plan's, the table is
    /// another part of it, and nothing is gone.
    pub fn without(&self, found: &BTreeSet<String>) -> Vec<&'p RelPath> {
        let others: Vec<&RelPath> = self.files.iter().filter(|file| !found.contains(file.as_str())).copied().collect();
        if others.len().saturating_mul(2) > self.files.len() { Vec::new() } else { others }
    }
}

/// Tells whether a title has a word of four letters or more that a measure's title has, where both have such words.
fn has_a_word_of(title: &str, record: &Record) -> bool {
    let words = |title: &str| -> BTreeSet<String> {
        let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3);
        words.map(str::to_lowercase).collect()
    };
    let own = record.fields.get(&records::OPTIONAL_TITLE).map(|own| words(own)).unwrap_or_default();
    let said = words(title);
    own.is_empty() || said.is_empty() || !own.is_disjoint(&said)
}

/// Tells whether a measure has another number or title than its row.
pub fn is_called_otherwise(record: &Record, item: &ItemLine) -> bool {
    let differs = |own: Option<String>, other: String| {
        own.is_some_and(|own| own != other && !own.is_empty() && !other.is_empty())
    };
    differs(number_of(record), bare(&item.number)) || differs(title_of(record), plain(&item.title))
}

fn number_of(record: &Record) -> Option<String> {
    record.fields.get(&records::NUMBER).map(|number| bare(number.as_str()))
}

fn title_of(record: &Record) -> Option<String> {
    record.fields.get(&records::OPTIONAL_TITLE).map(|title| plain(title))
}

/// Returns a number without its footnote mark.
fn bare(number: &str) -> String {
    number.trim().trim_end_matches('*').trim().to_lowercase()
}

/// Returns the letters and digits of a title: marks and blanks make no other of it.
fn plain(title: &str) -> String {
    title.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}
