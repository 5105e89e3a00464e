//! Raw HTML, parted into what is text and what is not: tags, comments, and elements whose content no reader is shown.
//!
//! Whoever writes a comment or a script means that nobody reads it. So where it ends must be beyond doubt: what is not
//! closed, or closed in two ways, is told as open and nothing behind it is text.

use crate::value::is_dash;

/// Elements whose content no browser shows as text, or shows only where something else fails.
const UNSEEN: [&str; 18] = [
    "script",
    "style",
    "textarea",
    "title",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "plaintext",
    "noscript",
    "template",
    "object",
    "applet",
    "head",
    "datalist",
    "dialog",
    "metadata",
    "desc",
];

/// Those of them in which a browser reads nothing but their own end.
const RAW_TEXT: [&str; 9] =
    ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"];

/// A reader of raw HTML: between two pieces it knows in which unseen element it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Markup {
    /// The unseen element it is in, and how many of that name are open.
    inside: Option<(&'static str, usize)>,
}

/// What stands at the beginning of some raw HTML, and how many bytes it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RawHtmlPiece<'h> {
    Text(usize),
    /// A tag: its name, and whether it ends an element.
    Tag(&'h str, bool, usize),
    /// A comment, a declaration, an instruction.
    Aside(usize),
    /// Something that hides what follows and does not end.
    Open,
}

impl Markup {
    /// Tells whether an unseen element has begun and not ended.
    pub fn is_inside(self) -> bool {
        self.inside.is_some()
    }

    /// Leaves the element that has begun.
    pub fn leave(&mut self) {
        self.inside = None;
    }

    /// Reads some raw HTML and hands on each piece of text with its place. Answers the place of what does not end: nothing
    /// behind it is text.
    pub fn read<'h>(&mut self, raw: &'h str, mut text: impl FnMut(usize, &'h str)) -> Option<usize> {
        let (mut at, mut begun) = (0_usize, 0_usize);
        while let Some(rest) = raw.get(at..).filter(|rest| !rest.is_empty()) {
            let piece = match self.inside {
                Some((name, _)) if RAW_TEXT.contains(&name) => raw_text(rest, name),
                _ => piece(rest),
            };
            let length = match piece {
                RawHtmlPiece::Open => return Some(at),
                RawHtmlPiece::Text(length) => {
                    rest.get(..length).filter(|_| !self.is_inside()).into_iter().for_each(|words| text(at, words));
                    length
                }
                RawHtmlPiece::Aside(length) => length,
                RawHtmlPiece::Tag(name, ends, length) => {
                    if !self.is_inside() {
                        begun = at;
                    }
                    self.pass(name, ends);
                    length
                }
            };
            at = at.saturating_add(length.max(1));
        }
        self.inside.map(|_| begun)
    }

    /// Goes past a tag, into an unseen element or out of it.
    fn pass(&mut self, name: &str, ends: bool) {
        match &mut self.inside {
            Some((inside, depth)) if inside.eq_ignore_ascii_case(name) => {
                *depth = if ends { depth.saturating_sub(1) } else { depth.saturating_add(1) };
                if *depth == 0 {
                    self.inside = None;
                }
            }
            Some(_) => {}
            None if !ends => self.inside = unseen(name).map(|name| (name, 1)),
            None => {}
        }
    }
}

/// Tells whether a text that Markdown took for no HTML begins as something that hides what follows: an author who wrote
/// it meant to hide it. The text begins with its angle bracket.
pub fn is_meant_to_hide(text: &str) -> bool {
    let after = text.get(1..).unwrap_or_default();
    // Word processors part the signs of a comment or join its dashes.
    let parted = after.trim_start().strip_prefix('!').is_some_and(|rest| rest.starts_with(is_dash));
    let is_opening = after.starts_with(['!', '?']) && !after.starts_with("!=");
    parted || is_opening || unseen(name(after)).is_some()
}

fn unseen(name: &str) -> Option<&'static str> {
    UNSEEN.into_iter().find(|known| known.eq_ignore_ascii_case(name))
}

/// Returns the name that a tag begins with.
fn name(tag: &str) -> &str {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':');
    tag.split(|c| !is_name(c)).next().unwrap_or_default()
}

/// Reads the content of an element in which nothing but its own end counts. Its own beginning counts too: which of two
/// ends is meant would be open.
fn raw_text<'h>(rest: &'h str, inside: &str) -> RawHtmlPiece<'h> {
    let Some(after) = rest.strip_prefix('<') else { return RawHtmlPiece::Text(rest.find('<').unwrap_or(rest.len())) };
    let named = after.strip_prefix('/').unwrap_or(after);
    if name(named).eq_ignore_ascii_case(inside) { piece(rest) } else { RawHtmlPiece::Text(1) }
}

/// Reads what some raw HTML begins with.
fn piece(rest: &str) -> RawHtmlPiece<'_> {
    let Some(after) = rest.strip_prefix('<') else { return RawHtmlPiece::Text(rest.find('<').unwrap_or(rest.len())) };
    if let Some(comment) = after.strip_prefix("!--") {
        return comment_piece(comment);
    }
    let begins = |word: &str| after.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let end = match () {
        () if begins("![CDATA[") => "]]>",
        () if begins("?") => "?>",
        () if begins("!") => ">",
        () => return tag_piece(after),
    };
    match after.find(end) {
        Some(at) if end != ">" || !holds_a_beginning(after.get(..at).unwrap_or(after)) => {
            RawHtmlPiece::Aside(at.saturating_add(end.len()).saturating_add(1))
        }
        _ => RawHtmlPiece::Open,
    }
}

/// Tells whether something that hides begins within a tag or a declaration: a browser ends both there, and shows what its
/// author meant to hide, as in `<!a<script> … </script>`. A title is shown as it is written.
pub fn holds_a_beginning(tag: &str) -> bool {
    tag.match_indices('<').filter_map(|(at, _)| tag.get(at..)).any(is_meant_to_hide)
}

/// Reads a comment from behind its `<!--`.
fn comment_piece(comment: &str) -> RawHtmlPiece<'_> {
    // Browsers end `<!-->` at once, its author does not. Of a comment in a comment only the inner one would end.
    let is_doubtful =
        |at: &usize| comment.get(..*at).is_some_and(|inner| inner.contains("<!--") || inner.contains("--!>"));
    let ends_at_once = comment.starts_with('>') || comment.starts_with("->");
    match comment.find("-->") {
        Some(at) if !ends_at_once && !is_doubtful(&at) => RawHtmlPiece::Aside(at.saturating_add("<!---->".len())),
        _ => RawHtmlPiece::Open,
    }
}

/// Reads a tag from behind its `<`.
fn tag_piece(after: &str) -> RawHtmlPiece<'_> {
    let named = after.strip_prefix('/').unwrap_or(after);
    if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return RawHtmlPiece::Text(1);
    }
    let name = name(named);
    match tag_end(after) {
        Some(end) if holds_a_beginning(after.get(..end).unwrap_or(after)) => RawHtmlPiece::Open,
        Some(end) => RawHtmlPiece::Tag(name, after.starts_with('/'), end.saturating_add(2)),
        None if unseen(name).is_some() => RawHtmlPiece::Open,
        None => RawHtmlPiece::Aside(after.len().saturating_add(1)),
    }
}

/// Finds where a tag ends: an angle bracket in an attribute's quotation marks does not end it, unless they stay open.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    let end = tag.char_indices().find(|(_, c)| match (quote, *c) {
        (None, '>') => true,
        (None, '"' | '\'') => {
            quote = Some(*c);
            false
        }
        (Some(open), c) if open == c => {
            quote = None;
            false
        }
        _ => false,
    });
    end.map(|(at, _)| at).or_else(|| tag.find('>'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the text of some raw HTML, and what of it does not end.
    fn read(raw: &str) -> (String, Option<&str>) {
        let mut words = String::new();
        let open = Markup::default().read(raw, |_, text| words.push_str(text));
        (words, open.and_then(|at| raw.get(at..)))
    }

    #[test]
    fn tags_go_and_their_text_stays() {
        for (raw, text) in [
            ("<b>a</b>", "a"),
            ("<div\nclass=\"x > y\"\n>a</div>", "a"),
            ("<p title='it is open>a</p>", "a"),
            ("<p>3 < 4</p>", "3 < 4"),
            ("a<br/>b<custom-x:y>c</custom-x:y>", "abc"),
            ("a<!DOCTYPE html>b<![cdata[x > y]]>c<?php 1 > 2 ?>d<!-- - -- > <b> -->e", "abcde"),
            ("a<SCRIPT\ntype='>'>'<b>' < 3</sCript >b", "ab"),
            ("a<template><b>x</b><template>y</template><!-- </template> -->z</template>b", "ab"),
            ("<scripted>a</scripted>", "a"),
        ] {
            assert_eq!(read(raw), (text.to_owned(), None), "{raw}");
        }
    }

    #[test]
    fn what_does_not_end_is_told() {
        for raw in [
            "<!-- x",
            "<!--> x -->",
            "<!---> x -->",
            "<!-- x <!-- y --> z -->",
            "<!-- x --!> y -->",
            "<![CDATA[ x ]>",
            "<?php x >",
            "<!x",
            "<script>x",
            "<!a<script> x </script>",
            "<!a<!-- x -->",
            "<div <script> x </script>",
            "<p\n<!-- x -->",
            "<b <? x ?>",
            "<script>x</style>",
            "<script>x</script",
            "<script x",
            "<style><style></style>",
            "<template><!-- x",
            "<title>x</tittle>",
        ] {
            assert_eq!(read(&format!("a{raw}")).1.map(str::is_empty), Some(false), "{raw}");
            assert_eq!(read(&format!("a{raw}")).0, "a", "{raw}");
        }
    }

    #[test]
    fn what_is_meant_to_hide_is_known_though_it_is_no_html() {
        for text in ["<!-- x", "<!— x —>", "< !-- x", "<!x", "<! x", "<?php", "<script x", "<Style\n"] {
            assert!(is_meant_to_hide(text), "{text}");
        }
        for text in ["<", "< 3", "<3", "<- a", "<= b", "<b", "<scripts", "< style", "<!= c", "<æ"] {
            assert!(!is_meant_to_hide(text), "{text}");
        }
    }
}
