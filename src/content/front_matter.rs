//! Front matter: TOML between two `+++` lines, before the prose.

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
    let rest = text.trim_start();
    let late = text.len().saturating_sub(rest.len());
    if late > 0 && fences(rest) == 2 {
        let blank = reader.span(0..late);
        reader.report(&FRONT_MATTER_LATE, late..late.saturating_add(3)).cure(blank, String::new());
        let Split { front, body } = split(rest, reader);
        let later = |slice: Slice<'t>| Slice { offset: slice.offset.saturating_add(late), ..slice };
        let front = if let Front::Fields(fields) = front { Front::Fields(later(fields)) } else { front };
        return Split { front, body: later(body) };
    }
    let mut lines = line_ends(text);
    let Some((_, first_end)) = lines.next().filter(|(line, _)| line.trim_end() == "+++") else {
        // A line of dashes is how others fence fields; further down it is only a rule.
        let fenced = text.lines().next().is_some_and(|line| line.trim_end() == "---");
        if fenced {
            reader.report(&FRONT_MATTER_MISSING, 0..3);
        }
        return Split { front: if fenced { Front::Damaged } else { Front::None }, body: Slice { text, offset: 0 } };
    };
    let mut start = first_end;
    for (line, end) in lines {
        if line.trim_end() == "+++" {
            let front = Slice { text: text.get(first_end..start).unwrap_or(""), offset: first_end };
            return Split {
                front: Front::Fields(front),
                body: Slice { text: text.get(end..).unwrap_or(""), offset: end },
            };
        }
        start = end;
    }
    reader.report(&FRONT_MATTER_OPEN, 0..3);
    Split { front: Front::Damaged, body: Slice { text: "", offset: text.len() } }
}

/// Counts the fences of a text that begins with one, up to two.
fn fences(text: &str) -> usize {
    let is_fence = |line: &&str| line.trim_end() == "+++";
    match text.lines().next() {
        Some(first) if is_fence(&first) => text.lines().filter(is_fence).take(2).count(),
        _ => 0,
    }
}

/// Returns each line with the byte behind its end.
fn line_ends(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.split_inclusive('\n').scan(0_usize, |end, line| {
        *end = end.saturating_add(line.len());
        Some((line, *end))
    })
}
