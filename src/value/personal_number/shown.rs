//! A text of Markdown as its page shows it: without the tags that are dropped and the marks of footnotes.
//!
//! The search looks at files as they are written. What is dropped between two digits joins them on the page, so it is overwritten by
//! as many bytes that the search reads as what is left of it: nothing, or a blank.

use super::is_inline_tag;

/// What the search reads as nothing at all.
const NOTHING: &str = "*";

/// Returns a text of the same length without what is dropped; nothing where there is none of it.
pub(super) fn without_tags(text: &str) -> Option<String> {
    if !text.contains('<') && !text.contains("[^") {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // Once something does not end, nothing of its kind ends behind it: each is looked for once, so that the time stays linear.
    let mut endless: Vec<&str> = Vec::new();
    while let Some(at) = rest.find(['<', '[']) {
        let (before, piece) = rest.split_at(at);
        out.push_str(before);
        let dropped = end_of_piece(piece).filter(|end| !endless.contains(end));
        let length = dropped.and_then(|end| {
            let found = piece.find(end).map(|at| at.saturating_add(end.len()));
            if found.is_none() {
                endless.push(end);
            }
            found
        });
        let Some(length) = length else {
            out.push_str(piece.get(..1).unwrap_or_default());
            rest = piece.get(1..).unwrap_or_default();
            continue;
        };
        let parts = piece.starts_with('<') && !is_inline_tag(piece);
        out.push_str(if parts { " " } else { NOTHING });
        out.push_str(&NOTHING.repeat(length.saturating_sub(1)));
        rest = piece.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    Some(out)
}

/// Returns what ends a tag, a comment or the mark of a footnote that a text begins with.
fn end_of_piece(piece: &str) -> Option<&'static str> {
    if let Some(label) = piece.strip_prefix("[^") {
        let is_label = label
            .find(']')
            .and_then(|end| label.get(..end))
            .is_some_and(|label| !label.is_empty() && label.len() < 100 && !label.contains(char::is_whitespace));
        return is_label.then_some("]");
    }
    let tag = piece.strip_prefix('<')?;
    if tag.starts_with("!--") {
        return Some("-->");
    }
    if tag.starts_with('?') {
        return Some("?>");
    }
    let tag = tag.strip_prefix(['/', '!']).unwrap_or(tag);
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric() && c != '-')?;
    // An address between such signs is a link, and is shown.
    let is_tag = tag.starts_with(|c: char| c.is_ascii_alphabetic())
        && tag.get(end..).is_some_and(|rest| rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '/' | '>')));
    is_tag.then_some(">")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_dropped_leaves_a_blank_or_nothing() {
        for (text, shown) in [
            ("a<br>b", Some("a ***b")),
            ("a<b>c</b>", Some("a***c****")),
            ("a<!-- > -->b", Some("a**********b")),
            ("a<navn x='1'/>b", Some("a ************b")),
            ("a[^1]b", Some("a****b")),
            ("<https://x.dk/1> [a](b) 1 < 2", Some("<https://x.dk/1> [a](b) 1 < 2")),
            ("a<br", Some("a<br")),
            ("a<æ>b<!-- c", Some("a<æ>b<!-- c")),
            ("a [b", None),
        ] {
            assert_eq!(without_tags(text).as_deref(), shown, "{text}");
        }
    }
}
