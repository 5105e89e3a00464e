//! Front matter: TOML between two `+++` lines, before the prose.

use std::ops::Range;

use super::reader::SourceReader;
use crate::diag::Code;

/// A file that fences its fields with `---`.
pub const FRONT_MATTER_MISSING: Code = Code::error("front-matter-missing")
    .help("a file that fences its fields with `---`, as other programs do; here the fence is `+++`");
/// Fields that begin with `+++` and have no second `+++`.
pub const FRONT_MATTER_OPEN: Code = Code::error("front-matter-open")
    .help("fields that begin with `+++` and have no second `+++`; nothing of the file is shown");

/// Fields with something blank before their fence.
pub const FRONT_MATTER_LATE: Code = Code::error("front-matter-late")
    .help("fields before whose first `+++` stands a blank or an empty line; it must be the first of the file");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&FRONT_MATTER_MISSING, &FRONT_MATTER_OPEN, &FRONT_MATTER_LATE];

/// A part of a source and where it begins.
#[derive(Clone, Copy, Debug)]
pub struct Slice<'t> {
    /// Its text.
    pub text: &'t str,
    /// The byte of the source it begins at.
    pub offset: usize,
}

/// What stands before the prose.
#[derive(Clone, Copy, Debug)]
pub enum Front<'t> {
    /// Fields, perhaps none.
    Fields(Slice<'t>),
    /// Nothing: all of it is prose.
    None,
    /// Something that is no front matter, and was reported.
    Damaged,
}

/// A text in its two parts.
#[derive(Clone, Copy, Debug)]
pub struct Split<'t> {
    /// The fields.
    pub front: Front<'t>,
    /// The prose.
    pub body: Slice<'t>,
}

/// Splits a text into its front matter, if it has one, and its body.
///
/// Fields that are meant, but do not begin the file, are reported once and read all the same: a mark among them hides.
pub fn split<'t>(text: &'t str, reader: &mut SourceReader<'_>) -> Split<'t> {
    let late = late(text);
    if late > 0 {
        let rest = text.get(late..).unwrap_or_default();
        let blank = reader.span(0..late);
        reader.report(&FRONT_MATTER_LATE, late..late.saturating_add(3)).cure(blank, String::new());
        let Split { front, body } = split(rest, reader);
        let later = |slice: Slice<'t>| Slice { offset: slice.offset.saturating_add(late), ..slice };
        let front = if let Front::Fields(fields) = front { Front::Fields(later(fields)) } else { front };
        return Split { front, body: later(body) };
    }
    let Some((first_end, second)) = fences(text) else {
        // A line of dashes is how others fence fields; further down it is only a rule.
        let fenced = text.lines().next().is_some_and(|line| line.trim_end() == "---");
        if fenced {
            reader.report(&FRONT_MATTER_MISSING, 0..3);
        }
        return Split { front: if fenced { Front::Damaged } else { Front::None }, body: Slice { text, offset: 0 } };
    };
    let Some(second) = second else {
        reader.report(&FRONT_MATTER_OPEN, 0..3);
        return Split { front: Front::Damaged, body: Slice { text: "", offset: text.len() } };
    };
    let front = Slice { text: text.get(first_end..second.start).unwrap_or(""), offset: first_end };
    Split { front: Front::Fields(front), body: from(text, second.end) }
}

/// Returns the prose of a text, as [`split`] does, and reports nothing.
pub fn body(text: &str) -> Slice<'_> {
    let late = late(text);
    let fences = fences(text.get(late..).unwrap_or_default());
    from(text, fences.map_or(0, |(_, second)| second.map_or(text.len(), |second| late.saturating_add(second.end))))
}

fn from(text: &str, offset: usize) -> Slice<'_> {
    Slice { text: text.get(offset..).unwrap_or(""), offset }
}

/// Returns how many blanks stand before fields that do not begin the text.
fn late(text: &str) -> usize {
    let rest = text.trim_start();
    let blanks = text.len().saturating_sub(rest.len());
    if blanks > 0 && fences(rest).is_some_and(|(_, second)| second.is_some()) { blanks } else { 0 }
}

/// Returns where the first line ends, if it is a fence, and the line of the second one, if it is there.
fn fences(text: &str) -> Option<(usize, Option<Range<usize>>)> {
    let lines = text.split_inclusive('\n').scan(0_usize, |end, line| {
        let start = *end;
        *end = end.saturating_add(line.len());
        Some((line, start..*end))
    });
    let mut fences = lines.filter(|(line, _)| line.trim_end() == "+++").map(|(_, range)| range);
    let first = fences.next().filter(|range| range.start == 0)?;
    Some((first.end, fences.next()))
}
