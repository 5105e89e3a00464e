//! The parts of a record's prose: what stands under Mål, Handling, Konsekvenser and Tidsplan fills
//! columns of its table; the rest is its body.

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::{
    FileKind,
    events::{self, Events, Headings, Located, Style},
    footnotes::{self, MarkdownNotes},
    front_matter::Slice,
    prose::ProseText,
    reader::SourceReader,
};
use crate::value::{Prose, ProseParts, RelPath};

/// The headings that name a part, in every language.
const NAMES: &[(&str, PartHeading)] = &[
    ("mål", PartHeading::Objective),
    ("konkrete mål", PartHeading::Objective),
    ("objective", PartHeading::Objective),
    ("objectives", PartHeading::Objective),
    ("handling", PartHeading::Action),
    ("handlinger", PartHeading::Action),
    ("action", PartHeading::Action),
    ("actions", PartHeading::Action),
    ("konsekvens", PartHeading::Consequences),
    ("konsekvenser", PartHeading::Consequences),
    ("consequence", PartHeading::Consequences),
    ("consequences", PartHeading::Consequences),
    ("tidsplan", PartHeading::Timetable),
    ("timetable", PartHeading::Timetable),
    ("forventet tidsplan", PartHeading::Timetable),
    // Swedish and Norwegian, where the word is another.
    ("konkreta mål", PartHeading::Objective),
    ("insats", PartHeading::Action),
    ("insatser", PartHeading::Action),
    ("förväntad tidsplan", PartHeading::Timetable),
    ("forventet framdrift", PartHeading::Timetable),
    ("fremdriftsplan", PartHeading::Timetable),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum PartHeading {
    Body,
    Objective,
    Action,
    Consequences,
    Timetable,
}

/// Compiles the prose of a record.
pub fn compile(body: Slice<'_>, file: &RelPath, role: FileKind, reader: &mut SourceReader<'_>) -> ProseParts {
    let mut parts = ProseParts::default();
    if body.text.trim().is_empty() {
        return parts;
    }
    reader.offset = body.offset;
    let style = if role == FileKind::Page { Style::PAGE } else { Style::RECORD };
    let text = ProseText::new(body.text, file);
    let told = reader.diagnostics.len();
    let mut events = Events::of(body.text);
    if events::may_have_headings(body.text) || footnotes::may_have(body.text) {
        let (all, notes) = MarkdownNotes::take(events.by_ref().collect());
        let has_parts = matches!(role, FileKind::Measure | FileKind::Status);
        let all = if has_parts { split(&mut all.into_iter()) } else { vec![(PartHeading::Body, all)] };
        for (part, events) in all {
            let events = notes.set(events);
            let headings = Headings::of(&events, style);
            *parts.of(part) = text.compile(events.into_iter(), headings, reader);
        }
    } else {
        parts.body = text.compile(&mut events, Headings::default(), reader);
    }
    if events.has_excess() {
        // Nothing of the text is published, and no more is said of it.
        reader.diagnostics.truncate(told);
        parts = ProseParts::default();
    }
    events.report(reader);
    parts
}

impl ProseParts {
    fn of(&mut self, part: PartHeading) -> &mut Prose {
        match part {
            PartHeading::Body => &mut self.body,
            PartHeading::Objective => &mut self.objective,
            PartHeading::Action => &mut self.action,
            PartHeading::Consequences => &mut self.consequences,
            PartHeading::Timetable => &mut self.timetable,
        }
    }
}

/// Splits a text at the headings that name a part. A part ends where a heading of its level begins.
fn split<'t>(events: &mut impl Iterator<Item = Located<'t>>) -> Vec<(PartHeading, Vec<Located<'t>>)> {
    let mut parts = Vec::new();
    let mut part = (PartHeading::Body, HeadingLevel::H1);
    let mut kept = Vec::new();
    while let Some((event, range)) = events.next() {
        let Event::Start(Tag::Heading { level, .. }) = event else {
            kept.push((event, range));
            continue;
        };
        let before = kept.len();
        kept.push((event, range));
        let mut text = String::new();
        for (event, range) in events.by_ref() {
            if let Event::Text(words) = &event {
                text.push_str(words);
            }
            let ends = matches!(event, Event::End(TagEnd::Heading(_)));
            kept.push((event, range));
            if ends {
                break;
            }
        }
        let text = text.trim().trim_end_matches(':').to_lowercase();
        let named = NAMES.iter().find(|(name, _)| *name == text).map(|(_, part)| *part);
        if named.is_some() || part.0 != PartHeading::Body && level <= part.1 {
            let heading = kept.split_off(before);
            add(&mut parts, part.0, std::mem::take(&mut kept));
            // The name of a part stands above its column.
            kept.extend(heading.into_iter().filter(|_| named.is_none()));
            part = (named.unwrap_or(PartHeading::Body), level);
        }
    }
    add(&mut parts, part.0, kept);
    parts
}

/// Adds events to those of their part.
fn add<'t>(parts: &mut Vec<(PartHeading, Vec<Located<'t>>)>, part: PartHeading, more: Vec<Located<'t>>) {
    match parts.iter_mut().find(|(known, _)| *known == part) {
        Some((_, events)) => events.extend(more),
        None => parts.push((part, more)),
    }
}
