//! The parts of a record's prose: what stands under Mål, Handling, Konsekvenser and Tidsplan fills
//! columns of its table; the rest is its body.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::{Role, decode::Reader, front_matter::Slice, prose};
use crate::value::{Parts, Prose, RelPath};

/// The headings that name a part, in every language.
const NAMES: [(&str, Part); 15] = [
    ("mål", Part::Objective),
    ("konkrete mål", Part::Objective),
    ("objective", Part::Objective),
    ("objectives", Part::Objective),
    ("handling", Part::Action),
    ("handlinger", Part::Action),
    ("action", Part::Action),
    ("actions", Part::Action),
    ("konsekvens", Part::Consequences),
    ("konsekvenser", Part::Consequences),
    ("consequence", Part::Consequences),
    ("consequences", Part::Consequences),
    ("tidsplan", Part::Timetable),
    ("timetable", Part::Timetable),
    ("forventet tidsplan", Part::Timetable),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Body,
    Objective,
    Action,
    Consequences,
    Timetable,
}

/// Compiles the prose of a record.
pub fn compile(body: Slice<'_>, file: &RelPath, role: Role, reader: &mut Reader<'_>) -> Parts {
    let mut parts = Parts::default();
    if body.text.trim().is_empty() {
        return parts;
    }
    reader.offset = body.offset;
    let style = if role == Role::Page { prose::Style::PAGE } else { prose::Style::RECORD };
    let events = prose::events(body.text, reader);
    if !matches!(role, Role::Measure | Role::Status) {
        parts.body = prose::compile(events, file, style, reader);
        return parts;
    }
    for (part, events) in split(events) {
        let prose = prose::compile(events, file, style, reader);
        let place = parts.of(part);
        if place.is_empty() {
            *place = prose;
        } else {
            place.parts.extend(prose.parts);
        }
    }
    parts
}

impl Parts {
    fn of(&mut self, part: Part) -> &mut Prose {
        match part {
            Part::Body => &mut self.body,
            Part::Objective => &mut self.objective,
            Part::Action => &mut self.action,
            Part::Consequences => &mut self.consequences,
            Part::Timetable => &mut self.timetable,
        }
    }
}

type Events<'t> = Vec<(Event<'t>, Range<usize>)>;

/// Splits a text at the headings that name a part. A part ends where a heading of its level begins.
fn split(events: Events<'_>) -> Vec<(Part, Events<'_>)> {
    let mut parts: Vec<(Part, Events<'_>)> = Vec::new();
    let mut part = (Part::Body, HeadingLevel::H1);
    let mut events = events.into_iter().peekable();
    while let Some((event, range)) = events.next() {
        let Event::Start(Tag::Heading { level, .. }) = event else {
            push(&mut parts, part.0, (event, range));
            continue;
        };
        let mut heading = vec![(event, range)];
        let mut text = String::new();
        for (event, range) in events.by_ref() {
            if let Event::Text(words) = &event {
                text.push_str(words);
            }
            let ends = matches!(event, Event::End(TagEnd::Heading(_)));
            heading.push((event, range));
            if ends {
                break;
            }
        }
        let text = text.trim().trim_end_matches(':').to_lowercase();
        let named = NAMES.iter().find(|(name, _)| *name == text).map(|(_, part)| *part);
        match named {
            Some(named) => part = (named, level),
            None => {
                if part.0 != Part::Body && level <= part.1 {
                    part = (Part::Body, level);
                }
                heading.into_iter().for_each(|event| push(&mut parts, part.0, event));
            }
        }
    }
    parts
}

fn push<'t>(parts: &mut Vec<(Part, Events<'t>)>, part: Part, event: (Event<'t>, Range<usize>)) {
    match parts.iter_mut().rfind(|(known, _)| *known == part) {
        Some((_, events)) => events.push(event),
        None => parts.push((part, vec![event])),
    }
}
