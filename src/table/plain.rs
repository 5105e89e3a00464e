//! Words without their tags: what an author's words are in a format that has no HTML.

use memchr::{memchr_iter, memchr2};
use quick_xml::escape::resolve_predefined_entity;

/// Returns the words of safe HTML, each paragraph and each item of a list on a line of its own.
///
/// The HTML is what our own filter wrote. Were it ever damaged, what stands behind the damage is left out: no tag can
/// become text.
pub(super) fn plain(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let push_words = if has_single_blanks(html) { push_sound_words } else { push_words };
    let mut rest = html;
    while let Some(at) = memchr2(b'<', b'&', rest.as_bytes()) {
        push_words(&mut out, rest.get(..at).unwrap_or_default());
        let is_tag = rest.get(at..).is_some_and(|rest| rest.starts_with('<'));
        let after = rest.get(at.saturating_add(1)..).unwrap_or_default();
        let end = if is_tag { end_of_tag(after) } else { after.find([';', '<', '&']) };
        let Some((inner, behind)) = end.and_then(|end| Some((after.get(..end)?, after.get(end..)?))) else {
            rest = "";
            break;
        };
        match behind.strip_prefix(if is_tag { '>' } else { ';' }) {
            Some(behind) => rest = behind,
            None => {
                rest = "";
                break;
            }
        }
        if is_tag {
            pass_tag(&mut out, inner);
        } else {
            push_reference(&mut out, inner);
        }
    }
    push_words(&mut out, rest);
    out.truncate(out.trim_end().len());
    out
}

/// Returns where a tag ends. What stands in quotes belongs to it.
fn end_of_tag(after: &str) -> Option<usize> {
    let mut quote = None;
    after.bytes().position(|byte| {
        match quote {
            None if matches!(byte, b'"' | b'\'') => quote = Some(byte),
            Some(open) if open == byte => quote = None,
            _ => {}
        }
        quote.is_none() && byte == b'>'
    })
}

/// Begins a new line where a tag does not stand within one. A remark is nothing.
fn pass_tag(out: &mut String, inner: &str) {
    let name = inner.strip_prefix('/').unwrap_or(inner);
    let end = name.bytes().position(|byte| byte.is_ascii_whitespace() || byte == b'/');
    let name = name.get(..end.unwrap_or(name.len())).unwrap_or_default();
    if !name.starts_with(['!', '?']) && !is_inline(name) {
        new_line(out);
    }
}

/// Tells whether a tag stands within a line: what it holds belongs to the words before it.
fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr" | "b" | "code" | "del" | "em" | "i" | "mark" | "small" | "span" | "strong" | "sub" | "sup" | "wbr"
    )
}

/// Appends the character that a reference stands for: `amp`, `#230`, `#xe6`.
fn push_reference(out: &mut String, name: &str) {
    let number = name.strip_prefix('#').map(|digits| match digits.strip_prefix('x') {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => digits.parse(),
    });
    match number {
        Some(number) => out.extend(number.ok().and_then(char::from_u32).filter(|c| *c != '\0')),
        None => out.push_str(resolve_predefined_entity(name).unwrap_or_default()),
    }
}

/// Appends words. A line break of the source is a space, as browsers show it.
fn push_words(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '\r' | '\n' | '\t' | ' ' => push_space(out),
            c => out.push(c),
        }
    }
}

/// Appends words of which none has more than one blank before it.
fn push_sound_words(out: &mut String, text: &str) {
    let words = text.strip_prefix([' ', '\n']).unwrap_or(text);
    if words.len() < text.len() {
        push_space(out);
    }
    let mut from = 0;
    for at in memchr_iter(b'\n', words.as_bytes()) {
        out.push_str(words.get(from..at).unwrap_or_default());
        out.push(' ');
        from = at.saturating_add(1);
    }
    out.push_str(words.get(from..).unwrap_or_default());
}

/// Tells whether all blanks of a text are spaces and line ends that stand alone: nearly every text is such.
fn has_single_blanks(text: &str) -> bool {
    let is_blank = |byte: u8| (byte == b' ') | (byte == b'\n');
    let bytes = text.as_bytes();
    let followers = bytes.get(1..).unwrap_or_default();
    // No early exit, so that the loops vectorise.
    let has_other = bytes.iter().fold(false, |found, byte| found | matches!(byte, b'\r' | b'\t'));
    let pairs = bytes.iter().zip(followers);
    !pairs.fold(has_other, |found, (byte, next)| found | (is_blank(*byte) & is_blank(*next)))
}

/// Appends a space, unless what was read ends with one.
fn push_space(out: &mut String) {
    if !out.is_empty() && !out.ends_with([' ', '\n']) {
        out.push(' ');
    }
}

fn new_line(out: &mut String) {
    out.truncate(out.trim_end_matches(' ').len());
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_and_items_become_lines() {
        for (html, text) in [
            ("<p>Et &amp; to &lt;b&gt; &quot;tre&quot;</p>\n<p>fire</p>\n", "Et & to <b> \"tre\"\nfire"),
            ("<ul>\n<li><p>a</p></li>\n<li>b <em>c</em>d</li>\n</ul>", "a\nb cd"),
            ("en<br />\nto &#230; &ukendt;", "en\nto æ"),
            ("<p>billede <img src=\"a.svg\" alt=\"x\" /> her</p>", "billede\nher"),
            ("<small><a href=\"x\">y</a></small><details><summary>s</summary><dl><dt>k</dt></dl></details>", "y\ns\nk"),
            ("<p>åben", "åben"),
            ("<a title=\"x>y\">z</a> &#x41;&#0;&#xd800; <!-- ord -->i", "z A i"),
            ("ord &uden <b>ende</b>", "ord"),
            ("ord <b title=\"uden ende</b>", "ord"),
            ("to  blanke\n \tog <b> tre </b>\r\n ord \n", "to blanke og tre ord"),
            ("<p>en </p>\n<p> to\ntre\n</p>", "en\nto tre"),
            ("a < b", "a"),
            ("", ""),
        ] {
            assert_eq!(plain(html), text, "{html}");
        }
    }
}
