//! What the record of a change is called.

use super::VersionFacts;
use crate::{
    compare::{NameEntry, RecordKey, RecordKind},
    locale,
    table::ValueFormat,
    value::Id,
};

/// The most characters of an author's word that a line shows.
const LONGEST: usize = 160;

/// Makes an author's word safe to show anywhere: one line, nothing unseen.
pub fn clean(text: &str) -> String {
    locale::clean(text, LONGEST)
}

/// Returns what a record is called, by its version after; where that does not know it, by the one before.
pub fn name(
    context: &ValueFormat<'_>,
    before: &VersionFacts<'_>,
    after: &VersionFacts<'_>,
    subject: &RecordKey,
) -> String {
    let own = own(context, before, after, subject);
    match subject.kind {
        RecordKind::Measure | RecordKind::Status => own,
        RecordKind::Site => context.locale.tell("diff-site", &[]),
        kind => context.locale.tell("diff-record", &[("kind", kind.word().into()), ("name", (&own).into())]),
    }
}

/// Returns what a record is called by those who wrote it, without what it is.
pub fn own(
    context: &ValueFormat<'_>,
    before: &VersionFacts<'_>,
    after: &VersionFacts<'_>,
    subject: &RecordKey,
) -> String {
    let named = after.names.name(subject).or_else(|| before.names.name(subject));
    let own = named.and_then(|named| called(context, named)).unwrap_or_else(|| own_id(subject));
    match subject.series() {
        Some((whole, _)) => {
            let key = RecordKey {
                kind: RecordKind::Indicator,
                report: None,
                within: None,
                id: whole.into(),
                plan: subject.plan.clone(),
            };
            let named = after.names.name(&key).or_else(|| before.names.name(&key));
            let whole = named.and_then(|named| called(context, named)).unwrap_or_else(|| whole.to_owned());
            format!("{}: {}", clean(&whole), clean(&own))
        }
        None => clean(&own),
    }
}

/// Returns the name of the plan a record belongs to.
pub fn plan(before: &VersionFacts<'_>, after: &VersionFacts<'_>, subject: &RecordKey) -> Option<String> {
    let id = subject.plan.as_ref().map(Id::as_str)?;
    let named = after.names.plan(id).or_else(|| before.names.plan(id));
    Some(clean(named.and_then(|named| named.title.as_deref()).unwrap_or(id)))
}

fn called(context: &ValueFormat<'_>, named: &NameEntry) -> Option<String> {
    let title = named.title.as_deref().unwrap_or_default();
    // A key made of words is no number of the document.
    let number = named.number.as_ref().filter(|number| title.is_empty() || number.printed().is_some());
    let name = context.measure_name(number, title);
    (!name.is_empty()).then_some(name)
}

/// Returns what a record without a name is called: its id, or that of the record it is a part of.
fn own_id(subject: &RecordKey) -> String {
    if let Some((_, series)) = subject.series() {
        return series.to_owned();
    }
    match subject.kind {
        RecordKind::Reading => subject.within.as_deref().unwrap_or_default().to_owned(),
        RecordKind::Report => subject.plan.as_ref().map(ToString::to_string).unwrap_or_default(),
        _ => subject.id.to_string(),
    }
}
