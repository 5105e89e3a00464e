//! How many measures a report says stand at each level, level by level and area by area.

use super::resolve::Resolver;
use crate::{
    diag::Code,
    model::{CountedArea, StatedCounts},
    schema::{Fields, Key, Value, records},
    value::WrittenAmount,
};

const NOT_A_COUNT: Code =
    Code::error("not-a-count").args(&["key"]).help("how many stand at a level, written as anything but a whole number");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&NOT_A_COUNT];

/// The most that are counted.
const MOST: u32 = 1_000_000;

/// Reads what a report states of how many stand at each level of a scale.
pub fn read(fields: &Fields, scale: usize, record: &str, resolver: &mut Resolver<'_>) -> StatedCounts {
    let before = resolver.found.len();
    let whole = fields.get(&records::COUNTS).map(|counts| area(counts, "counts".to_owned(), scale, record, resolver));
    let entries = fields.get(&records::AREAS).into_iter().flat_map(Fields::entries);
    let areas = entries.filter_map(|(key, _, value)| match (key, value) {
        (Key::Id(id), Value::Record(fields)) => Some(area(fields, format!("areas.{id}"), scale, record, resolver)),
        _ => None,
    });
    let areas: Vec<CountedArea> = areas.collect();
    StatedCounts { whole, areas, is_partial: resolver.found.len() > before }
}

fn area(fields: &Fields, field: String, scale: usize, record: &str, resolver: &mut Resolver<'_>) -> CountedArea {
    let mut levels = Vec::new();
    for (key, _, value) in fields.entries() {
        let (Key::Id(id), Value::Amount(written)) = (key, value) else { continue };
        let path = format!("{field}.{id}");
        let level = resolver.level_of_key(id, scale, record, &path);
        let count = count(written, &path, record, resolver);
        levels.extend(level.zip(count));
    }
    levels.sort_by_key(|(level, _)| *level);
    let path = format!("{field}.all");
    CountedArea {
        title: fields.get(&records::TITLE).cloned().unwrap_or_default(),
        committee: resolver.committee(
            fields.get(&records::ONE_COMMITTEE),
            record,
            &format!("{field}.{}", records::ONE_COMMITTEE.spec.name),
        ),
        all: fields.get(&records::COUNTS_ALL).and_then(|written| count(written, &path, record, resolver)),
        levels,
        field,
    }
}

/// Returns how many a number is. One with decimals, a unit, a mark or a qualifier counts nothing.
fn count(written: &WrittenAmount, field: &str, record: &str, resolver: &mut Resolver<'_>) -> Option<usize> {
    let is_bare = written.unit.is_none() && written.approx.is_none() && written.mark.is_none();
    let number = written.number.filter(|number| is_bare && number.scale() == 0 && !number.is_sign_negative());
    let count = number.and_then(|number| u32::try_from(number).ok()).filter(|number| *number <= MOST);
    if count.is_none() {
        resolver.report(&NOT_A_COUNT, record, field).add("key", field.to_owned());
    }
    usize::try_from(count?).ok()
}
