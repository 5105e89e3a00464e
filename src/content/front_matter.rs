//! Front matter: TOML between two `+++` lines, before the prose.

use super::decode::Reader;

/// A part of a source and where it begins.
#[derive(Clone, Copy, Debug)]
pub struct Slice<'t> {
    /// Its text.
    pub text: &'t str,
    /// The byte of the source it begins at.
    pub offset: usize,
}

/// Splits a text into its front matter, if it has one, and its body.
pub fn split<'t>(text: &'t str, reader: &mut Reader<'_>) -> (Option<Slice<'t>>, Slice<'t>) {
    let whole = Slice { text, offset: 0 };
    let mut lines = line_ends(text);
    let Some((_, first_end)) = lines.next().filter(|(line, _)| line.trim_end() == "+++") else {
        if text.starts_with("---") {
            reader.report("front-matter-missing", 0..3);
        }
        return (None, whole);
    };
    let mut start = first_end;
    for (line, end) in lines {
        if line.trim_end() == "+++" {
            let front = Slice { text: text.get(first_end..start).unwrap_or(""), offset: first_end };
            return (Some(front), Slice { text: text.get(end..).unwrap_or(""), offset: end });
        }
        start = end;
    }
    reader.report("front-matter-open", 0..3);
    (Some(Slice { text: "", offset: first_end }), Slice { text: "", offset: text.len() })
}

/// Returns each line with the byte behind its end.
fn line_ends(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.split_inclusive('\n').scan(0_usize, |end, line| {
        *end = end.saturating_add(line.len());
        Some((line, *end))
    })
}
