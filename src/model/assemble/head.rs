//! The head of a plan: what `plan.md` says of it.

use super::{
    counts,
    resolve::{self, Resolver},
};
use crate::{
    content::{self, Record},
    model::{Footnotes, Plan, StatedFigures},
    schema::{Fields, Key, PlanKind, Value, records},
    value::ProseParts,
};

/// Makes a plan of its `plan.md`, without measures and reports.
pub fn head(record: &Record, resolver: &mut Resolver<'_>) -> Plan {
    let file = record.file.as_str();
    let fields = &record.fields;
    resolver.report_lone_title(record);
    let unit = fields.get(&records::UNIT).unwrap_or(&resolver.site.unit).clone();
    let declared = (fields, file, records::DECIMALS.spec.name);
    resolver.decimals = resolver.decimals_of(declared, &unit, None);
    let site_scale = resolver.site.default_scale;
    let scale = resolver.scale(fields.get(&records::SCALE), site_scale, file, "scale");
    let text = |field| fields.get(field).cloned();
    Plan {
        id: record.id.clone(),
        formerly: fields.ids(&records::FORMERLY).cloned().collect(),
        file: file.to_owned(),
        kind: fields.get(&records::KIND).and_then(|kind| PlanKind::find(kind.0)).unwrap_or(PlanKind::PLAIN),
        title: text(&records::TITLE).unwrap_or_else(|| record.id.to_string()),
        short: text(&records::SHORT),
        language: content::declared_language(fields, &records::PLAN_LANGUAGE).unwrap_or(resolver.site.language),
        year: fields.get(&records::YEAR).copied(),
        started: fields.get(&records::STARTED).copied(),
        finished: fields.get(&records::FINISHED).copied(),
        case: text(&records::CASE),
        source: text(&records::SOURCE),
        committees: resolver.committees(fields.get(&records::COMMITTEE), file),
        owners: resolver.owners(fields.get(&records::OWNER), file),
        scale,
        overall_scale: fields
            .get(&records::OVERALL_SCALE)
            .map(|id| resolver.scale(Some(id), site_scale, file, "overall_scale")),
        sections: sections(fields),
        overspend: resolver.figure(fields, &records::OVERSPEND, &unit),
        counts: counts::read(fields, scale, file, resolver),
        stated: if record.closed { StatedFigures::default() } else { resolve::stated(fields, &unit, file, resolver) },
        notes: notes(fields),
        words: ProseParts { body: record.words.body.clone(), ..ProseParts::default() },
        unit,
        decimals: resolver.decimals.as_ref().map(|decimals| decimals.decimals),
        measures: Vec::new(),
        indicators: Vec::new(),
        milestones: Vec::new(),
        decisions: Vec::new(),
        calendar: Vec::new(),
        tables: Vec::new(),
        reports: Vec::new(),
        closed: record.closed,
    }
}

fn sections(fields: &Fields) -> Vec<String> {
    let values = fields.get(&records::SECTIONS).into_iter().flatten();
    values.filter_map(|value| if let Value::Text(text) = value { Some(text.clone()) } else { None }).collect()
}

/// Returns the footnotes of a record.
pub fn notes(fields: &Fields) -> Footnotes {
    let Some(notes) = fields.get(&records::NOTES) else { return Footnotes::new() };
    let pairs = notes.entries().filter_map(|(key, _, value)| match (key, value) {
        (Key::Mark(mark), Value::Text(text)) => Some((*mark, text.clone())),
        _ => None,
    });
    pairs.collect()
}
