//! Measures: in order, each below its parent.

use std::collections::BTreeMap;

use super::resolve::{self, Resolver};
use crate::{
    content::Record,
    diag::Code,
    model::{Measure, Plan, StatedComparison},
    schema::{Key, Value, records},
    value::{Figure, ItemNumber, Unit, Year},
};

const UNKNOWN_SECTION: Code =
    Code::error("unknown-section").args(&["id", "choices"]).help("a section that the plan does not have");
/// One id for two records.
pub const DUPLICATE_ID: Code = Code::error("duplicate-id").args(&["id", "other"]).help("one id for two records");
const DUPLICATE_NUMBER: Code =
    Code::error("duplicate-number").args(&["number", "other"]).help("one number for two measures");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&UNKNOWN_SECTION, &DUPLICATE_ID, &DUPLICATE_NUMBER];

/// Adds the measures to a plan.
pub fn measures<'r>(plan: &mut Plan, records: impl Iterator<Item = &'r Record>, resolver: &mut Resolver<'_>) {
    let mut measures: Vec<Measure> = Vec::new();
    for record in records {
        let file = record.file.as_str();
        if let Some(first) = measures.iter().find(|measure| measure.id == record.id) {
            let other = first.file.clone();
            resolver.report(&DUPLICATE_ID, file, "id").add("id", record.id.to_string()).add("other", other);
            continue;
        }
        measures.push(measure(plan, record, resolver));
    }
    report_duplicate_numbers(&measures, resolver);
    plan.measures = in_order(measures);
    for at in 0..plan.measures.len() {
        let sum = sum_of_children(plan, at);
        if let Some(measure) = plan.measures.get_mut(at) {
            measure.sum = sum;
        }
    }
}

fn measure(plan: &Plan, record: &Record, resolver: &mut Resolver<'_>) -> Measure {
    let file = record.file.as_str();
    let fields = &record.fields;
    resolver.report_lone_title(record);
    let unit = fields.get(&records::UNIT).unwrap_or(&plan.unit).clone();
    let number = fields.get(&records::NUMBER).cloned();
    let title = fields.get(&records::OPTIONAL_TITLE).cloned().unwrap_or_default();
    let own_or = |own: Vec<_>, plan: &Vec<_>| if own.is_empty() { plan.clone() } else { own };
    let required = resolver.figure(fields, &records::REQUIRED, &unit);
    Measure {
        id: record.id.clone(),
        formerly: fields.ids(&records::FORMERLY).cloned().collect(),
        file: file.to_owned(),
        section: section(plan, fields.get(&records::SECTION), file, resolver),
        committees: own_or(resolver.committees(fields.get(&records::COMMITTEE), file), &plan.committees),
        owners: own_or(resolver.owners(fields.get(&records::OWNER), file), &plan.owners),
        investment: fields.get(&records::INVESTMENT).copied().unwrap_or(false),
        year: fields.get(&records::YEAR).copied().filter(|year| Some(*year) != plan.year),
        due: fields.get(&records::DUE).copied(),
        funding: funding(record, &unit, resolver),
        effect: resolve::effect(fields.get(&records::EFFECT), &unit, file, "effect", resolver),
        unit,
        words: record.words.clone(),
        number,
        title,
        required,
        parent: None,
        children: Vec::new(),
        statuses: Vec::new(),
        sum: None,
        closed: record.closed,
    }
}

/// Resolves a section of the plan by its name.
pub fn section(plan: &Plan, name: Option<&String>, record: &str, resolver: &mut Resolver<'_>) -> Option<usize> {
    let name = name?;
    let at = plan.sections.iter().position(|section| section == name);
    if at.is_none() {
        let choices = if plan.sections.is_empty() { "none".to_owned() } else { plan.sections.join(", ") };
        let diagnostic = resolver.report(&UNKNOWN_SECTION, record, "section").add("id", name.clone());
        diagnostic.add("choices", choices);
    }
    at
}

fn funding(record: &Record, unit: &Unit, resolver: &Resolver<'_>) -> Vec<(Year, Figure)> {
    let Some(funding) = record.fields.get(&records::FUNDING) else { return Vec::new() };
    let unit = funding.get(&records::UNIT).unwrap_or(unit);
    let mut years: Vec<_> = funding
        .entries()
        .filter_map(|(key, _, value)| match (key, value) {
            (Key::Year(year), Value::Amount(written)) => Some((*year, resolver.amount(written, unit))),
            _ => None,
        })
        .collect();
    years.sort_by_key(|(year, _)| *year);
    years
}

fn report_duplicate_numbers(measures: &[Measure], resolver: &mut Resolver<'_>) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for measure in measures {
        let Some(number) = &measure.number else { continue };
        if let Some(other) = seen.insert(number.as_str(), &measure.file) {
            let diagnostic = resolver.report(&DUPLICATE_NUMBER, &measure.file, "number");
            diagnostic.add("number", number.to_string()).add("other", other.to_owned());
        }
    }
}

/// Sorts measures by section and number, and hangs each below the one whose number it continues.
fn in_order(mut measures: Vec<Measure>) -> Vec<Measure> {
    let places = places_of(measures.iter());
    let parents: Vec<Option<String>> =
        measures.iter().map(|measure| parent_number(measure.number.as_ref()?, &places)).collect();
    let parent_of = |at: &usize| places.get(parents.get(*at)?.as_ref()?).copied();
    // A parent's number is the shorter one, so the way up ends. Where a measure names no section, it is of the nearest above that does.
    let section_of = |at| std::iter::successors(Some(at), parent_of).find_map(|at| measures.get(at)?.section);
    let sections: Vec<Option<usize>> = (0..measures.len()).map(section_of).collect();
    for (measure, section) in measures.iter_mut().zip(sections) {
        measure.section = section;
    }
    let mut pairs: Vec<(Measure, Option<String>)> = measures.into_iter().zip(parents).collect();
    pairs.sort_by(|(a, _), (b, _)| {
        let key = |measure: &Measure| (measure.section, measure.number.is_none());
        key(a).cmp(&key(b)).then_with(|| a.number.cmp(&b.number)).then_with(|| a.id.cmp(&b.id))
    });
    let places = places_of(pairs.iter().map(|(measure, _)| measure));
    let places: Vec<Option<usize>> = pairs.iter().map(|(_, parent)| places.get(parent.as_ref()?).copied()).collect();
    let mut measures: Vec<Measure> = pairs.into_iter().map(|(measure, _)| measure).collect();
    for (at, parent) in places.into_iter().enumerate() {
        if let Some(parent) = parent {
            if let Some(child) = measures.get_mut(at) {
                child.parent = Some(parent);
            }
            if let Some(parent) = measures.get_mut(parent) {
                parent.children.push(at);
            }
        }
    }
    measures
}

/// Returns where each number stands first. A plan may have thousands of measures.
fn places_of<'m>(measures: impl Iterator<Item = &'m Measure>) -> BTreeMap<String, usize> {
    let mut places = BTreeMap::new();
    for (at, number) in measures.enumerate().filter_map(|(at, measure)| Some((at, measure.number.as_ref()?))) {
        places.entry(number.as_str().to_owned()).or_insert(at);
    }
    places
}

/// Returns the longest of some numbers that a number continues: 2.a of 2.a.1.
fn parent_number(number: &ItemNumber, places: &BTreeMap<String, usize>) -> Option<String> {
    let text = number.as_str();
    let mut above = text.rmatch_indices('.').filter(|(dot, _)| dot.saturating_add(1) < text.len());
    above.find_map(|(dot, _)| text.get(..dot).filter(|above| places.contains_key(*above))).map(str::to_owned)
}

fn sum_of_children(plan: &Plan, at: usize) -> Option<StatedComparison> {
    let measure = plan.measures.get(at).filter(|measure| !measure.children.is_empty())?;
    let parts = plan.parts_below(measure, None, |measure| measure.required.as_ref());
    Some(parts.compare(measure.required.as_slice(), &measure.unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_continues_the_longest_that_it_begins_with() {
        let places = ["1", "2", "2.a", "2.a.1.b", "10."].map(|number| (number.to_owned(), 0)).into();
        for (number, above) in [
            ("2.a.1", Some("2.a")),
            ("2.a.1.b.c", Some("2.a.1.b")),
            ("2.b", Some("2")),
            ("2", None),
            ("2.", None),
            ("21.a", None),
            ("10..a", Some("10.")),
            ("3.a", None),
        ] {
            let number = ItemNumber::parse(number).expect("a number");
            assert_eq!(parent_number(&number, &places).as_deref(), above, "{number}");
        }
    }
}
