//! What may not be shown is dropped right after parsing, so that nothing later can leak it.
//!
//! Fail-closed and decided once: a record is shown only when its own mark and those it inherits allow
//! it. What was dropped leaves its id behind ([`Hidden`]), so that a reference to it is not reported as
//! a mistake; the id goes no further than that.

use std::collections::{BTreeMap, BTreeSet};

use super::{Audience, FileKind, Hidden, Record, ShutFolders, Viewer, figures, hiding_words::is_mark, suppressed};
use crate::{
    schema::{Fields, Key, Value, records},
    value::{Date, Id, ItemNumber, Period, ProseParts, RelPath},
};

/// Tells whether a record, or an entry in it, bears a mark that may hide it.
#[must_use]
pub fn is_marked(record: &Record) -> bool {
    has_any(&record.fields, is_mark)
}

/// Tells whether a record, or an entry in it, says below how many counts are not shown.
#[must_use]
pub fn has_threshold(record: &Record) -> bool {
    has_any(&record.fields, |name| name == records::SUPPRESS_BELOW.spec.name)
}

fn has_any(fields: &Fields, is_one: fn(&str) -> bool) -> bool {
    let of = |value: &Value| matches!(value, Value::Record(fields) if has_any(fields, is_one));
    let has = |(name, value): &(&'static str, Value)| is_one(name) || of(value);
    fields.values.iter().any(has) || fields.entries.iter().any(|(_, _, value)| of(value))
}

/// Returns the ordinary pages among some records that may not be shown, for their own mark or that of a folder.
#[must_use]
pub fn hidden_pages(records: &[Record], viewer: Viewer) -> BTreeSet<RelPath> {
    let folders = ShutFolders::among(records, viewer);
    let pages = records.iter().filter(|record| record.role == FileKind::Page);
    let hidden = pages.filter(|page| !viewer.may_see(&page.fields) || folders.has(&page.file));
    hidden.map(|page| page.file.clone()).collect()
}

/// Parts ordinary pages from those that may not be shown.
#[must_use]
pub fn withhold_pages(pages: Vec<Record>, viewer: Viewer) -> (Vec<Record>, Hidden, BTreeSet<RelPath>) {
    let mut hidden = Hidden::default();
    let files = hidden_pages(&pages, viewer);
    files.iter().for_each(|file| hidden.touch(file));
    let shown = pages.into_iter().filter(|page| !files.contains(&page.file)).collect();
    (shown, hidden, files)
}

/// Drops the records of a plan that may not be shown. Where the plan itself may not, all are dropped,
/// but for a closed one's public title.
#[must_use]
pub fn withhold(records: Vec<Record>, viewer: Viewer) -> (Vec<Record>, Hidden) {
    let mut hidden = Hidden { formers: formers(&records), ..Hidden::default() };
    let plan = records.iter().find(|record| record.role == FileKind::Plan);
    if plan.is_some_and(|plan| !viewer.may_see(&plan.fields)) {
        hidden.plan = true;
        records.iter().for_each(|record| hidden.touch(&record.file));
        let titled = records.into_iter().filter(|record| record.role == FileKind::Plan).filter_map(public_face);
        return (titled.collect(), hidden);
    }
    let shut_folders: BTreeSet<Id> = records
        .iter()
        .filter(|record| record.role == FileKind::Update && !viewer.may_see(&record.fields))
        .map(|record| record.id.clone())
        .collect();
    let shut_numbers: Vec<ItemNumber> = records
        .iter()
        .filter(|record| record.role == FileKind::Measure && !viewer.may_see(&record.fields))
        .filter_map(|record| record.fields.get(&records::NUMBER).cloned())
        .collect();
    let below_shut = |record: &Record| {
        let number = record.fields.get(&records::NUMBER);
        number.is_some_and(|number| shut_numbers.iter().any(|shut| number.is_below(shut)))
    };
    hidden.page_folders = ShutFolders::among(&records, viewer);
    let mut kept = Vec::with_capacity(records.len());
    let mut dropped = Vec::new();
    for mut record in records {
        if record.role == FileKind::Page && hidden.page_folders.has(&record.file) {
            hidden.touch(&record.file);
            continue;
        }
        let in_time = report_date(&record).is_none_or(|date| date.last() <= viewer.as_of);
        let folder_open = folder_of(&record).is_none_or(|folder| !shut_folders.contains(folder));
        if in_time && folder_open && viewer.may_see(&record.fields) && !below_shut(&record) {
            drop_entries(&mut record, viewer, &mut hidden);
            kept.push(record);
            continue;
        }
        hidden.anything = true;
        match folder_of(&record) {
            Some(_) if !in_time || !folder_open => drop(hidden.folders.insert(record.file.folder().to_owned())),
            _ => {}
        }
        // A report is no secret for not being out yet.
        if !folder_open || !viewer.may_see(&record.fields) || below_shut(&record) {
            hidden.touch(&record.file);
        }
        match record.role {
            // Statuses are named after the file of their measure, references after its id.
            FileKind::Measure => {
                let before = record.fields.ids(&records::FORMERLY).cloned();
                hidden
                    .measures
                    .extend(Id::new(record.file.stem()).into_iter().chain([record.id.clone()]).chain(before));
            }
            FileKind::Table => drop(hidden.tables.insert(record.id.clone())),
            _ => {}
        }
        // What a report that is not out yet says is in no total and no count either; what a shut one said is in later ones.
        if in_time {
            dropped.push(record);
        }
    }
    drop_followers(&mut kept, &mut hidden);
    kept.retain(|record| {
        let follows = match record.role {
            FileKind::Status => hidden.measure(&record.id),
            FileKind::UpdateFigures | FileKind::TableFigures => hidden.table(&record.id),
            FileKind::IndicatorFigures | FileKind::UpdateReadings => hidden.indicator(&record.id),
            _ => false,
        };
        if follows {
            hidden.touch(&record.file);
            dropped.push(record.clone());
        }
        !follows
    });
    drop_totals(&mut kept, &dropped);
    drop_counts(&mut kept, &dropped);
    figures::withhold_rows(&mut kept, &mut hidden);
    suppressed::note(&kept, &mut hidden);
    kept.extend(dropped.into_iter().filter(|record| record.role == FileKind::Measure).filter_map(public_face));
    (kept, hidden)
}

/// Returns what measures were called before, where none is called so today.
fn formers(records: &[Record]) -> BTreeMap<Id, Vec<Id>> {
    let measures = || records.iter().filter(|record| record.role == FileKind::Measure);
    let is_free = |former: &&Id| !measures().any(|measure| measure.id == **former);
    let renamed = measures().filter(|measure| measure.fields.get(&records::FORMERLY).is_some());
    let formers = |measure: &Record| {
        (measure.id.clone(), measure.fields.ids(&records::FORMERLY).filter(is_free).cloned().collect())
    };
    renamed.map(formers).collect()
}

/// Drops what hangs on a dropped record: the indicators of a measure, and what reports say of
/// indicators and milestones.
fn drop_followers(kept: &mut [Record], hidden: &mut Hidden) {
    for record in kept.iter_mut().filter(|record| record.role == FileKind::Indicators) {
        let Record { file, fields, .. } = record;
        fields.entries.retain(|(key, _, value)| {
            let Value::Record(indicator) = value else { return true };
            let Key::Id(id) = key else { return true };
            // A series follows its indicator, which stands before it.
            let follows = indicator.get(&records::MEASURE_REF).is_some_and(|measure| hidden.measures.contains(measure))
                || hidden.indicator(id);
            if follows {
                hidden.indicators.extend(indicator.ids(&records::FORMERLY).chain([id]).cloned());
                hidden.touch(file);
            }
            !follows
        });
    }
    // What is told of a file of readings quotes its cells, those as well that came to no reading.
    let is_touched = |record: &Record| hidden.indicators.iter().any(|id| id.is_part_of(&record.id));
    let readings = kept.iter().filter(|record| record.role.is_readings() && is_touched(record));
    let touched: Vec<RelPath> = readings.map(|record| record.file.clone()).collect();
    touched.iter().for_each(|file| hidden.touch(file));
    for record in kept.iter_mut() {
        if record.role == FileKind::IndicatorFigures {
            record.fields.entries.retain(|(key, ..)| !matches!(key, Key::Id(id) if hidden.indicator(id)));
        }
        for (name, value) in &mut record.fields.values {
            let Value::Record(entries) = value else { continue };
            entries.entries.retain(|(key, ..)| match (*name, key) {
                ("readings", Key::Id(id)) => !hidden.indicator(id),
                ("milestones", Key::Number(number)) => !hidden.milestone(number),
                _ => true,
            });
        }
    }
}

/// Drops what sums are stated to be where a part of them was dropped: whoever saw the sum and the other
/// parts would know the one that is hidden.
///
/// What a status says holds in later reports too, until another of the same measure says it anew
/// (`what_was_hidden_once_is_in_no_later_total`).
fn drop_totals(kept: &mut [Record], dropped: &[Record]) {
    const FIGURES: [&str; 4] = ["required", "achieved", "forecast", "effect"];
    let has_figures = |record: &&Record| record.fields.values.iter().any(|(name, _)| FIGURES.contains(name));
    let number_of = |id: &Id, records: &[Record]| {
        let measure = records.iter().find(|record| record.role == FileKind::Measure && record.id == *id);
        measure.and_then(|measure| measure.fields.get(&records::NUMBER).cloned())
    };
    for part in
        dropped.iter().filter(|record| matches!(record.role, FileKind::Measure | FileKind::Status)).filter(has_figures)
    {
        let number = number_of(&part.id, dropped).or_else(|| number_of(&part.id, kept));
        let told = report_date(part).map(Period::last);
        let says_all = |status: &Record| {
            let of_part = part.fields.values.iter().map(|(name, _)| *name).filter(|name| FIGURES.contains(name));
            of_part.clone().all(|name| status.fields.values.iter().any(|(own, _)| *own == name))
        };
        let said_anew: Option<Date> = kept
            .iter()
            .filter(|record| record.role == FileKind::Status && record.id == part.id && says_all(record))
            .filter_map(|record| report_date(record).map(Period::last))
            .filter(|day| told.is_some_and(|told| told < *day))
            .min();
        let above: BTreeSet<Id> = kept
            .iter()
            .filter(|record| record.role == FileKind::Measure)
            .filter(|record| match (&number, record.fields.get(&records::NUMBER)) {
                (Some(part), Some(whole)) => part.is_below(whole),
                _ => false,
            })
            .map(|record| record.id.clone())
            .collect();
        for record in kept.iter_mut() {
            let day = report_date(record).map(Period::last);
            let is_concerned = match (told, day) {
                (Some(told), Some(day)) => told <= day && said_anew.is_none_or(|anew| day < anew),
                // What a plan and its measures require is no sum of what was achieved.
                (Some(_), None) => {
                    drop_stated_results(record);
                    continue;
                }
                (None, _) => true,
            };
            let keep: &dyn Fn(&str) -> bool = match record.role {
                FileKind::Plan | FileKind::Update if is_concerned => &|name| name != "stated",
                FileKind::Measure | FileKind::Status if is_concerned && above.contains(&record.id) => {
                    &|name| !FIGURES.contains(&name)
                }
                _ => continue,
            };
            record.fields.values.retain(|(name, _)| keep(name));
        }
    }
}

/// Drops what a plan states that its reports come to, of whatever day.
fn drop_stated_results(record: &mut Record) {
    for (name, value) in &mut record.fields.values {
        if let ("stated", Value::Record(stated)) = (*name, value) {
            stated.values.retain(|(name, _)| matches!(*name, "required" | "effect"));
        }
    }
}

/// Drops how many measures are stated to stand at each level where one of them was dropped, or what a report said of one:
/// whoever counted the others would know where that one stands. A report that came before is not concerned.
fn drop_counts(kept: &mut [Record], dropped: &[Record]) {
    const COUNTS: [&str; 2] = ["counts", "areas"];
    let day_of = |record: &Record| folder_of(record).and_then(Period::parse_iso).map(Period::last);
    let parts = || dropped.iter().filter(|record| matches!(record.role, FileKind::Measure | FileKind::Status));
    for record in kept.iter_mut().filter(|record| matches!(record.role, FileKind::Update | FileKind::Plan)) {
        // A measure is of no day, and what the plan itself states is of none: any part may be in it.
        let day = day_of(record);
        let is_concerned = parts().any(|part| match (day_of(part), day) {
            (Some(told), Some(day)) => told <= day,
            _ => true,
        });
        if is_concerned {
            record.fields.values.retain(|(name, _)| !COUNTS.contains(name));
        }
    }
}

/// Drops entries of registers (indicators, milestones, decisions) that have a mark of their own.
fn drop_entries(record: &mut Record, viewer: Viewer, hidden: &mut Hidden) {
    let Record { role, file, fields, .. } = record;
    let registers: Vec<(&str, &mut Fields)> = match role {
        FileKind::Indicators | FileKind::IndicatorFigures => vec![("indicators", fields)],
        FileKind::Timeline | FileKind::UpdateReadings => {
            let values = fields.values.iter_mut();
            values
                .filter_map(|(name, value)| if let Value::Record(of) = value { Some((*name, of)) } else { None })
                .collect()
        }
        _ => Vec::new(),
    };
    for (name, register) in registers {
        register.entries.retain(|(key, _, value)| {
            let Value::Record(entry) = value else { return true };
            if viewer.may_see(entry) {
                return true;
            }
            hidden.touch(file);
            match (name, key) {
                ("indicators", Key::Id(id)) => {
                    hidden.indicators.extend(entry.ids(&records::FORMERLY).chain([id]).cloned());
                }
                ("milestones", Key::Number(number)) => drop(hidden.milestones.insert(number.clone())),
                ("decisions", Key::Number(number)) => drop(hidden.decisions.insert(number.clone())),
                _ => {}
            }
            false
        });
    }
}

/// Leaves of a closed record what it says in public: its public title, and nothing else.
fn public_face(record: Record) -> Option<Record> {
    // What is not finished has no face yet.
    let is_draft = record.fields.get(&records::VISIBILITY).is_some_and(|word| word.0 == Audience::Draft.word());
    let title = record.fields.get(&records::PUBLIC_TITLE).filter(|_| !is_draft)?.clone();
    let keep = |name: &str| matches!(name, "kind" | "committee" | "language");
    let mut values: Vec<_> = record.fields.values.into_iter().filter(|(name, _)| keep(name)).collect();
    if record.role == FileKind::Measure {
        values.clear();
    }
    values.push((records::PUBLIC_TITLE.spec.name, Value::Text(title.clone())));
    values.push((records::TITLE.spec.name, Value::Text(title)));
    let fields = Fields { values, entries: Vec::new() };
    Some(Record { fields, words: ProseParts::default(), figures: None, closed: true, ..record })
}

fn folder_of(record: &Record) -> Option<&str> {
    record.role.is_in_report().then(|| record.file.parts().rev().nth(1).unwrap_or_default())
}

/// Returns what the report is about that a record stands in.
#[must_use]
pub fn report_date(record: &Record) -> Option<Period> {
    record.report
}
