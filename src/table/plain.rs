//! Words without their tags: what an author's words are in a format that has no HTML.

use memchr::memchr2;
use quick_xml::escape::resolve_predefined_entity;

use super::spaces::has_single_spaces;

/// The tags that stand within a line: what they hold belongs to the words before it.
const INLINE: [&str; 14] =
    ["a", "abbr", "b", "code", "del", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "wbr"];

/// Returns the words of safe HTML, each paragraph and each item of a list on a line of its own.
///
/// The HTML is what our own filter wrote. Were it ever damaged, what stands behind the damage is left out: no tag can
/// become text.
pub(super) fn plain(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
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
    let name = name.split(|c: char| c.is_ascii_whitespace() || c == '/').next().unwrap_or_default();
    if !name.starts_with(['!', '?']) && !INLINE.contains(&name) {
        new_line(out);
    }
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
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            push_space(out);
        }
        if has_single_spaces(line) {
            let words = line.strip_prefix(' ').unwrap_or(line);
            if words.len() < line.len() {
                push_space(out);
            }
            out.push_str(words);
            continue;
        }
        for c in line.chars() {
            match c {
                '\r' | '\t' | ' ' => push_space(out),
                c => out.push(c),
            }
        }
    }
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
            ("a < b", "a"),
            ("", ""),
        ] {
            assert_eq!(plain(html), text, "{html}");
        }
    }
}
