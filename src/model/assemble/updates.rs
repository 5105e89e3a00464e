//! Updates: the reports on a plan, and what each says of its measures.

use super::{
    counts, head,
    resolve::{self, Resolver},
};
use crate::{
    content::{FileKind, Record},
    diag::Code,
    model::{Lifecycle, OverruledLevel, Plan, ProseParts, Report, StatedCounts, StatedFigures, Status, Trend},
    schema::{Field, Fields, Value, records},
    value::{Id, Period},
};

const UNKNOWN_DECISION: Code =
    Code::error("unknown-decision").args(&["id", "suggestion?"]).help("a decision that the plan does not have");

/// A measure that the plan does not have.
pub(super) const UNKNOWN_MEASURE: Code =
    Code::error("unknown-measure").args(&["id", "suggestion?"]).help("a measure that the plan does not have");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&UNKNOWN_DECISION, &UNKNOWN_MEASURE];

/// Adds the reports: one for each folder of updates, the oldest first.
pub fn reports(plan: &mut Plan, all: &[Record], resolver: &mut Resolver<'_>) {
    let in_updates = |record: &&Record| record.role.is_in_report();
    let mut folders: Vec<(Period, String)> = all
        .iter()
        .filter(in_updates)
        .filter_map(|record| Some((record.report?, record.file.folder().to_owned())))
        .collect();
    folders.sort();
    // Two folders of one date, 2020-Q2 and 2020-K2, are reported as a collision; the first is the report.
    folders.dedup_by_key(|(as_of, _)| *as_of);
    for (as_of, folder) in folders {
        let index = all.iter().find(|record| record.role == FileKind::Update && record.file.folder() == folder);
        let report = match index {
            Some(record) => report(plan, as_of, record, resolver),
            None => bare(plan, as_of, format!("{folder}/index.md")),
        };
        plan.reports.push(report);
    }
}

fn report(plan: &Plan, as_of: Period, record: &Record, resolver: &mut Resolver<'_>) -> Report {
    let file = record.file.as_str();
    let fields = &record.fields;
    let unit = fields.get(&records::UNIT).unwrap_or(&plan.unit);
    let scale = resolver.scale(fields.get(&records::SCALE), plan.scale, file, "scale");
    let overall = fields.get(&records::OVERALL_SCALE);
    let overall_scale = resolver.scale(overall, plan.overall_scale.unwrap_or(scale), file, "overall_scale");
    Report {
        as_of,
        file: file.to_owned(),
        level: resolver.level(fields.get(&records::LEVEL), overall_scale, file, "level"),
        trend: trend(fields),
        scale,
        overall_scale,
        counts: counts::read(fields, scale, file, resolver),
        overspend: resolver.figure(fields, &records::OVERSPEND, unit),
        stated: resolve::stated(fields, unit, file, resolver),
        notes: head::notes(fields),
        words: record.words.clone(),
    }
}

/// A report whose folder has no `index.md`.
fn bare(plan: &Plan, as_of: Period, file: String) -> Report {
    Report {
        as_of,
        file,
        level: None,
        trend: None,
        scale: plan.scale,
        overall_scale: plan.overall_scale.unwrap_or(plan.scale),
        counts: StatedCounts::default(),
        overspend: None,
        stated: StatedFigures::default(),
        notes: super::super::Footnotes::new(),
        words: ProseParts::default(),
    }
}

/// Adds the statuses to their measures.
pub fn statuses<'r>(plan: &mut Plan, all: impl Iterator<Item = &'r Record>, resolver: &mut Resolver<'_>) {
    for record in all {
        // An empty file is no news: the measure keeps its last status.
        if record.fields.is_empty() && record.words.is_empty() {
            continue;
        }
        let Some(measure) = measure_of(plan, &record.id, record.file.as_str(), resolver) else { continue };
        let Some(report) = report_of(plan, record) else { continue };
        let unit = plan.measures.get(measure).map_or_else(|| plan.unit.clone(), |measure| measure.unit.clone());
        let status = status(plan, report, record, &unit, resolver);
        if let Some(measure) = plan.measures.get_mut(measure) {
            measure.statuses.push(status);
        }
    }
    for measure in &mut plan.measures {
        measure.statuses.sort_by_key(|status| status.report);
    }
}

/// Returns the report whose folder a record lies in.
pub fn report_of(plan: &Plan, record: &Record) -> Option<usize> {
    let folder = record.file.folder();
    plan.reports.iter().position(|report| report.file.rsplit_once('/').is_some_and(|(at, _)| at == folder))
}

/// What authors call the file of the report itself, which is `index.md`.
const REPORT_NAMES: [&str; 9] =
    ["indeks", "innehall", "oversigt", "rapport", "report", "samlet", "status", "statusrapport", "summary"];

/// Resolves a measure by its id; one that is hidden is passed over in silence.
fn measure_of(plan: &Plan, id: &Id, record: &str, resolver: &mut Resolver<'_>) -> Option<usize> {
    let at = plan.measures.iter().position(|measure| measure.id == *id);
    if at.is_none() && !resolver.hidden.measure(id) {
        let nearest = || resolve::nearest(id.as_str(), plan.measures.iter().map(|measure| measure.id.as_str()));
        let suggestion = if REPORT_NAMES.contains(&id.as_str()) { "index".to_owned() } else { nearest() };
        resolver.report(&UNKNOWN_MEASURE, record, "").add("id", id.to_string()).add("suggestion", suggestion);
    }
    at
}

fn status(
    plan: &Plan,
    report: usize,
    record: &Record,
    unit: &crate::value::Unit,
    resolver: &mut Resolver<'_>,
) -> Status {
    let file = record.file.as_str();
    let fields = &record.fields;
    let unit = fields.get(&records::UNIT).unwrap_or(unit);
    let scale = plan.reports.get(report).map_or(plan.scale, |report| report.scale);
    Status {
        report,
        file: file.to_owned(),
        level: resolver.level(fields.get(&records::LEVEL), scale, file, "level"),
        lifecycle: lifecycle(fields),
        trend: trend(fields),
        overruled: overruled(fields, scale, file, resolver),
        decision: decision(plan, fields, file, resolver),
        achieved: resolver.figure(fields, &records::ACHIEVED, unit),
        forecast: resolver.figure(fields, &records::FORECAST, unit),
        effect: resolve::effect(fields.get(&records::EFFECT), unit, file, "effect", resolver),
        words: record.words.clone(),
    }
}

fn overruled(fields: &Fields, scale: usize, file: &str, resolver: &mut Resolver<'_>) -> Option<OverruledLevel> {
    let fields = fields.get(&records::OVERRULED)?;
    let level = resolver.level(fields.get(&records::OVERRULED_LEVEL), scale, file, "overruled.level")?;
    let committee = resolver.committee(fields.get(&records::OVERRULED_COMMITTEE), file, "overruled.committee")?;
    let date = fields.get(&records::DATE).copied();
    // A report shows what was known on the as-of date: the committee had not met yet.
    date.is_none_or(|date| date.first() <= resolver.site.as_of).then_some(OverruledLevel { level, committee, date })
}

/// Resolves the decision behind a status or a moved milestone.
pub fn decision(plan: &Plan, fields: &Fields, record: &str, resolver: &mut Resolver<'_>) -> Option<usize> {
    let number = fields.get(&records::DECISION_REF)?;
    let at = plan.decisions.iter().position(|decision| decision.number == *number);
    if at.is_none() && !resolver.hidden.decision(number) {
        let suggestion = resolve::nearest(number.as_str(), plan.decisions.iter().map(|known| known.number.as_str()));
        let diagnostic = resolver.report(&UNKNOWN_DECISION, record, "decision");
        diagnostic.add("id", number.to_string()).add("suggestion", suggestion);
    }
    at
}

/// Returns the lifecycle a record states.
pub fn lifecycle(fields: &Fields) -> Option<Lifecycle> {
    word(fields, &records::LIFECYCLE, &Lifecycle::ALL)
}

/// Returns the trend a record states.
pub fn trend(fields: &Fields) -> Option<Trend> {
    word(fields, &records::TREND, &Trend::ALL)
}

/// Returns what a word of a fixed set stands for.
pub fn word<T: Copy>(fields: &Fields, field: &Field<crate::schema::Choice>, all: &[(&'static str, T)]) -> Option<T> {
    let word = fields.get(field)?;
    all.iter().find(|(known, _)| *known == word.0).map(|(_, value)| *value)
}

/// Returns the texts of a table of remarks by period.
pub fn remarks(fields: Option<&Fields>) -> Vec<(Period, String)> {
    let entries = fields.into_iter().flat_map(Fields::entries);
    let mut remarks: Vec<_> = entries
        .filter_map(|(key, _, value)| match (key, value) {
            (crate::schema::Key::Period(period), Value::Text(text)) => Some((*period, text.clone())),
            _ => None,
        })
        .collect();
    remarks.sort();
    remarks
}
