//! Front matter: TOML between two `+++` lines, before the prose.

use super::reader::SourceReader;
use crate::diag::Code;

/// A file that fences its fields with `---`.
pub const FRONT_MATTER_MISSING: Code = Code::error("front-matter-missing")
    .help("a file that fences its fields with `---`, as other programs do; here the fence is `+++`");
/// Fields that begin with `+++` and have no second `+++`.
pub const FRONT_MATTER_OPEN: Code = Code::error("front-matter-open")
    .help("fields that begin with `+++` and have no second `+++`; nothing of the file is shown");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&FRONT_MATTER_MISSING, &FRONT_MATTER_OPEN];

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
pub fn split<'t>(text: &'t str, reader: &mut SourceReader<'_>) -> Split<'t> {
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

/// Returns each line with the byte behind its end.
fn line_ends(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.split_inclusive('\n').scan(0_usize, |end, line| {
        *end = end.saturating_add(line.len());
        Some((line, *end))
    })
}
