//! Words without their tags: what an author's words are in a format that has no HTML.

use quick_xml::{Reader, escape::resolve_predefined_entity, events::Event};

/// The tags that stand within a line: what they hold belongs to the words before it.
const INLINE: [&str; 14] =
    ["a", "abbr", "b", "code", "del", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "wbr"];

/// Returns the words of safe HTML, each paragraph and each item of a list on a line of its own.
///
/// The HTML is what our own filter wrote. Were it ever damaged, what stands behind the damage is left out: no tag can
/// become text.
pub(super) fn plain(html: &str) -> String {
    let mut reader = Reader::from_str(html);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut out = String::with_capacity(html.len());
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) if !INLINE.contains(&tag.name().as_ref()) => new_line(&mut out),
            Ok(Event::End(tag)) if !INLINE.contains(&tag.name().as_ref()) => new_line(&mut out),
            Ok(Event::Empty(tag)) if !INLINE.contains(&tag.name().as_ref()) => new_line(&mut out),
            Ok(Event::Text(text)) => push_words(&mut out, &text.xml10_content()),
            Ok(Event::GeneralRef(reference)) => {
                match (reference.resolve_char_ref(), resolve_predefined_entity(&reference)) {
                    (Ok(Some(c)), _) => out.push(c),
                    (_, Some(text)) => out.push_str(text),
                    _ => {}
                }
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Appends words. A line break of the source is a space, as browsers show it.
fn push_words(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' | ' ' => {
                if !out.is_empty() && !out.ends_with([' ', '\n']) {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
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
            ("a < b", "a"),
            ("", ""),
        ] {
            assert_eq!(plain(html), text, "{html}");
        }
    }
}
