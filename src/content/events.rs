//! Markdown as a stream of events: what may not be published is dropped from it.
//!
//! Raw HTML is never published: its tags are dropped with a warning and its text stays. Comments, scripts and whatever
//! else no reader is meant to see are dropped whole, over any number of lines; where one does not end, that is an error.

use std::{collections::VecDeque, ops::Range};

use pulldown_cmark::{Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd};

use super::{
    Limits,
    markup::{Markup, holds_a_beginning, is_meant_to_hide},
    reader::SourceReader,
    syntax::TOO_DEEP,
};
use crate::{
    diag::{Code, Severity},
    value::is_inline_tag,
};

const RAW_HTML: Code = Code::warning("raw-html").args(&["tag", "hides?"]).help(
    "HTML in a text: its tags are left out, and comments; an error where a tag was meant to hide its text, which would be shown without it",
);
const TOO_MANY_CELLS: Code =
    Code::error("too-many-cells").args(&["limit"]).help("a table in a text with more cells than are shown");
pub(super) const HTML_OPEN: Code =
    Code::error("html-open").args(&["tag"]).help("a comment or another thing that hides, and does not end");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&RAW_HTML, &TOO_MANY_CELLS, &HTML_OPEN];

/// An event and where in the text it stands.
pub type Located<'t> = (Event<'t>, Range<usize>);

/// The events of a text, one by one, without what may not be published.
pub struct Events<'t> {
    text: &'t str,
    parser: OffsetIter<'t>,
    depth: usize,
    cells: usize,
    /// The tags that were dropped.
    raw: Vec<(String, Range<usize>, &'static str)>,
    /// Where the last of them ended.
    raw_end: usize,
    markup: Markup,
    /// Where the unseen element begins that the text is in.
    inside_from: Range<usize>,
    /// Of the elements that are open, which were dropped: one bit for each, the innermost last.
    dropped: u128,
    /// What hides the text behind it and does not end.
    open: Vec<Range<usize>>,
    /// An angle bracket stands in the text, so that it may hold HTML.
    may_have_html: bool,
    is_code: bool,
    /// The last sign that is shown of the block that is being read, where it may have HTML.
    last: Option<char>,
    /// A tag that was dropped behind it, and parts it from the words to come.
    parting: Option<Range<usize>>,
    /// The text of a block of HTML, line by line.
    ready: VecDeque<Located<'t>>,
    /// What the text has too much of, and how much it may have. No event comes behind it.
    excess: Option<(&'static Code, usize, Range<usize>)>,
}

/// The layers that are open have a bit each in [`Events::dropped`], and one is opened before there are too many.
const _: () = assert!(Limits::NESTING < 128);

/// Tells what becomes of HTML that is dropped: `yes` where a tag hides what stands in it, `comment` of a comment, which stays hidden.
fn hiding(html: &str) -> &'static str {
    let lower = html.to_ascii_lowercase();
    let plain: String = lower.chars().filter(|c| !c.is_whitespace()).collect();
    let ends_name = |rest: &str| rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '=' | '/'));
    let has_attribute = lower
        .split_inclusive(char::is_whitespace)
        .any(|word| word.strip_prefix("hidden").is_some_and(|rest| rest.is_empty() || ends_name(rest)));
    let has_style = ["display:none", "visibility:hidden", "visibility:collapse"].iter().any(|css| plain.contains(css));
    let is_unseen = ["<template", "<dialog"].iter().any(|tag| plain.contains(tag));
    match lower.trim_start().starts_with("<!--") {
        true => "comment",
        false if has_attribute || has_style || is_unseen => "yes",
        false => "no",
    }
}

/// Tells whether words have to be parted from the sign before them where a tag is dropped: `Nord<br>Syd` and `12<br>34` would be
/// glued to a word and a figure that nobody wrote. A sign that ends words stays with them, `ord<br>, videre`, where nothing but a blank
/// can follow it: `12<br>,5`.
fn needs_blank(last: char, words: &str) -> bool {
    let mut signs = words.chars();
    let (first, second) = (signs.next().unwrap_or(' '), signs.next());
    let ends_words = matches!(first, ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '…')
        && second.map_or(!last.is_numeric(), |second| !second.is_alphanumeric());
    !(first.is_whitespace() || last.is_whitespace() || ends_words || matches!(last, '(' | '['))
}

impl<'t> Events<'t> {
    /// Begins to parse a text.
    pub fn of(text: &'t str) -> Self {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_FOOTNOTES;
        let parser = Parser::new_ext(text, options).into_offset_iter();
        Self {
            text,
            parser,
            depth: 0,
            cells: 0,
            raw: Vec::new(),
            raw_end: usize::MAX,
            markup: Markup::default(),
            inside_from: 0..0,
            dropped: 0,
            open: Vec::new(),
            may_have_html: memchr::memchr(b'<', text.as_bytes()).is_some(),
            is_code: false,
            last: None,
            parting: None,
            ready: VecDeque::new(),
            excess: None,
        }
    }

    /// Tells whether the text has too much of something, so that nothing of it may be published.
    pub fn has_excess(&self) -> bool {
        self.excess.is_some()
    }

    /// Reports what was dropped.
    pub fn report(self, reader: &mut SourceReader<'_>) {
        for (tag, range, hides) in self.raw {
            let diagnostic = reader.report(&RAW_HTML, range).add("tag", tag).add("hides", hides.to_owned());
            if hides == "yes" {
                diagnostic.severity = Severity::Error;
            }
        }
        for range in self.open {
            let tag = self.text.get(range.clone()).and_then(|tag| tag.lines().next()).unwrap_or_default();
            let tag = tag.trim().chars().take(40).collect();
            reader.report(&HTML_OPEN, range).add("tag", tag);
        }
        if let Some((code, limit, range)) = self.excess {
            reader.report(code, range).add("limit", limit.to_string());
        }
    }

    /// Notes a tag that is dropped: one for a block, however many lines it has.
    fn drop_tag(&mut self, tag: &str, range: &Range<usize>) {
        if self.raw_end != range.start {
            self.raw.push((tag.trim().chars().take(40).collect(), range.clone(), hiding(tag)));
        } else if hiding(tag) == "yes" {
            // One tag of a row that hides makes all of the row a mistake.
            self.raw.iter_mut().next_back().into_iter().for_each(|(.., hides)| *hides = "yes");
        }
        self.raw_end = range.end;
    }

    /// Reads a block of HTML to its end, and keeps its text.
    fn read_block(&mut self) {
        let mut raw = String::new();
        let mut lines: Vec<(usize, Range<usize>)> = Vec::new();
        for (event, range) in self.parser.by_ref() {
            match event {
                Event::End(TagEnd::HtmlBlock) => break,
                Event::Html(line) | Event::Text(line) => {
                    lines.push((raw.len(), range));
                    raw.push_str(&line);
                }
                _ => {}
            }
        }
        if let (Some((_, first)), Some((_, last))) = (lines.first(), lines.last()) {
            // No more than the tag: the words behind it may be what no message shows.
            let line = raw.lines().next().unwrap_or_default();
            let end = line.find('>').map_or(line.len(), |end| end.saturating_add(1));
            self.drop_tag(line.get(..end).unwrap_or_default(), first);
            if hiding(&raw) == "yes" {
                self.raw.iter_mut().next_back().into_iter().for_each(|(.., hides)| *hides = "yes");
            }
            self.raw_end = last.end;
        }
        // A piece of text lies on the line that begins last before it.
        let range_of = |at: usize| {
            let next = lines.partition_point(|(start, _)| *start <= at);
            next.checked_sub(1).and_then(|line| lines.get(line)).map_or(0..0, |(_, range)| range.clone())
        };
        let mut text: Vec<(Range<usize>, String)> = Vec::new();
        let mut read_to = 0_usize;
        let open = self.markup.read(&raw, |at, words| {
            let tags = raw.get(read_to..at).unwrap_or_default();
            read_to = at.saturating_add(words.len());
            let parts = tags.split_inclusive('>').any(|tag| !tag.trim().is_empty() && !is_inline_tag(tag));
            if let Some((_, line)) = text.last_mut()
                && parts
                && line.chars().next_back().is_some_and(|last| needs_blank(last, words))
            {
                line.push(' ');
            }
            for (start, words) in words.split_inclusive('\n').scan(at, |start, words| {
                let here = *start;
                *start = start.saturating_add(words.len());
                Some((here, words))
            }) {
                match text.last_mut().filter(|(_, line)| !line.ends_with('\n')) {
                    Some((_, line)) => line.push_str(words),
                    None => text.push((range_of(start), words.to_owned())),
                }
            }
        });
        self.open.extend(open.map(range_of));
        self.markup.leave();
        let lines = text.into_iter().filter(|(_, line)| !line.trim().is_empty());
        self.ready.extend(lines.map(|(range, line)| (Event::Text(line.into()), range)));
    }

    /// Returns the blank that a dropped tag leaves between two words, where it leaves one.
    fn blank_before(&mut self, words: &str) -> Option<Located<'t>> {
        let last = self.last.replace(words.chars().next_back()?);
        let range = self.parting.take()?;
        last.is_some_and(|last| needs_blank(last, words)).then(|| (Event::Text(" ".into()), range))
    }

    /// Drops a tag or a comment within a line of text. A tag that a word may stand on both sides of parts nothing: `CO<sub>2</sub>`.
    fn read_tag(&mut self, raw: &str, range: &Range<usize>) {
        if !is_inline_tag(raw) {
            self.parting = Some(range.clone());
        }
        self.drop_tag(raw, range);
        let was_inside = self.markup.is_inside();
        let open = self.markup.read(raw, |_, _| {});
        if self.markup.is_inside() {
            if !was_inside {
                self.inside_from = range.clone();
            }
        } else if open.is_some() {
            self.open.push(range.clone());
        }
    }

    /// Notes that an unseen element does not end where the text ends it began in.
    fn end_text(&mut self) {
        (self.last, self.parting) = (None, None);
        if self.markup.is_inside() {
            self.markup.leave();
            self.open.push(self.inside_from.clone());
        }
    }

    /// Looks for what its author meant to hide with, though it is no HTML. What Markdown was told to take for a text has
    /// a backslash before it, or is written by its name.
    fn look_for_hiding(&mut self, range: &Range<usize>) {
        let written = self.text.get(range.clone()).unwrap_or_default();
        for (at, _) in written.match_indices('<') {
            let at = range.start.saturating_add(at);
            let before = self.text.get(..at).unwrap_or_default();
            let backslashes = before.len().saturating_sub(before.trim_end_matches('\\').len());
            let rest = self.text.get(at..).unwrap_or_default();
            if backslashes % 2 == 0 && is_meant_to_hide(rest) {
                let end = at.saturating_add(rest.lines().next().map_or(1, str::len));
                self.open.push(at..end);
            }
        }
    }

    /// Goes into an element. Answers whether it is kept.
    fn enter(&mut self, tag: &Tag<'t>, range: &Range<usize>) -> bool {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } => {}
            Tag::Image { title, .. } => {
                // Its words stand by themselves.
                (self.last, self.parting) = (None, None);
                // A title is shown as it is written.
                if holds_a_beginning(title) {
                    self.open.push(range.clone());
                }
            }
            _ => self.end_text(),
        }
        self.is_code |= matches!(tag, Tag::CodeBlock(_));
        let is_kept = !self.markup.is_inside();
        self.dropped = (self.dropped << 1) | u128::from(!is_kept);
        self.depth = self.depth.saturating_add(1);
        self.cells = self.cells.saturating_add(usize::from(matches!(tag, Tag::TableCell)));
        if self.depth > Limits::NESTING {
            self.excess = Some((&TOO_DEEP, Limits::NESTING, range.clone()));
        } else if self.cells > Limits::MARKDOWN_CELLS {
            self.excess = Some((&TOO_MANY_CELLS, Limits::MARKDOWN_CELLS, range.clone()));
        }
        is_kept
    }

    /// Goes out of an element. Answers whether it was kept.
    fn leave(&mut self, tag: TagEnd) -> bool {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image => {}
            _ => self.end_text(),
        }
        self.is_code &= tag != TagEnd::CodeBlock;
        self.depth = self.depth.saturating_sub(1);
        let is_kept = self.dropped & 1 == 0;
        self.dropped >>= 1;
        is_kept
    }
}

impl<'t> Iterator for Events<'t> {
    type Item = Located<'t>;

    #[inline]
    fn next(&mut self) -> Option<Located<'t>> {
        while self.excess.is_none() {
            if let Some(located) = self.ready.pop_front() {
                return Some(located);
            }
            let located = self.parser.next()?;
            let (event, range) = &located;
            let is_kept = match event {
                Event::Start(Tag::HtmlBlock) => {
                    self.end_text();
                    self.read_block();
                    false
                }
                Event::Html(raw) | Event::InlineHtml(raw) => {
                    let (raw, range) = (raw.clone(), range.clone());
                    self.read_tag(&raw, &range);
                    false
                }
                Event::Start(tag) => self.enter(tag, range),
                Event::End(tag) => self.leave(*tag),
                Event::Text(words) | Event::Code(words) if self.may_have_html && !self.markup.is_inside() => {
                    if !self.is_code && matches!(event, Event::Text(_)) {
                        self.look_for_hiding(range);
                    }
                    if let Some(blank) = self.blank_before(words) {
                        self.ready.push_back(located);
                        return Some(blank);
                    }
                    true
                }
                Event::SoftBreak | Event::HardBreak if !self.markup.is_inside() => {
                    self.last = None;
                    true
                }
                _ => !self.markup.is_inside(),
            };
            if is_kept && self.excess.is_none() {
                return Some(located);
            }
        }
        None
    }
}

/// Tells whether a text may have headings. It has none where no `#`, `=` or `\r` stands in it, no line ends in a dash or
/// a blank, and the last line has its end.
pub fn may_have_headings(text: &str) -> bool {
    let is_sign = |byte| matches!(byte, b'#' | b'=' | b'\r');
    let may_underline = |byte| matches!(byte, b'-' | b' ' | b'\t' | 0x0b | 0x0c);
    let followers = text.as_bytes().get(1..).unwrap_or_default();
    // All are looked at: without a way out early, many at once.
    text.bytes().zip(followers).fold(!text.ends_with('\n'), |found, (byte, next)| {
        found | is_sign(byte) | (may_underline(byte) & (*next == b'\n'))
    })
}

/// How a text is set on its page.
#[derive(Clone, Copy)]
pub struct Style {
    /// The level that its highest heading gets.
    top: usize,
    /// Whether its headings can be linked to.
    anchors: bool,
}

impl Style {
    /// An ordinary page, whose title is the only heading above its own.
    pub const PAGE: Self = Self { top: 2, anchors: true };
    /// A record among others on a page, under a heading of ours.
    pub const RECORD: Self = Self { top: 3, anchors: false };
}

/// What is known of a text's headings before it is compiled. By default it has none.
#[derive(Default)]
pub struct Headings {
    /// The level that each gets: the highest that of the style, and none more than one below the one before it, however the
    /// author's jump.
    pub levels: Vec<HeadingLevel>,
    /// The words of each, where they can be linked to.
    pub words: Vec<String>,
}

impl Headings {
    /// Looks for the headings among some events.
    pub fn of(events: &[Located<'_>], style: Style) -> Self {
        let (mut levels, mut words) = (Vec::new(), Vec::<String>::new());
        let mut above: Vec<HeadingLevel> = Vec::new();
        let mut is_inside = false;
        for (event, _) in events {
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    above.retain(|higher| higher < level);
                    levels.push(level_of(style.top.saturating_add(above.len())));
                    above.push(*level);
                    is_inside = style.anchors;
                    words.extend(is_inside.then(String::new));
                }
                Event::End(TagEnd::Heading(_)) => is_inside = false,
                Event::Text(text) | Event::Code(text) if is_inside => {
                    words.last_mut().expect("a heading was begun").push_str(text);
                }
                _ => {}
            }
        }
        Self { levels, words }
    }
}

fn level_of(level: usize) -> HeadingLevel {
    HeadingLevel::try_from(level).unwrap_or(HeadingLevel::H6)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has_heading(text: &str) -> bool {
        Events::of(text).any(|(event, _)| matches!(event, Event::Start(Tag::Heading { .. })))
    }

    #[test]
    fn no_heading_is_overlooked() {
        for text in ["# a", "a\n-", "a\n- \n", "a\n=\n", "> a\n> ---\n", "- # a\n", "a\r-\rb\n", "a\n-\u{b}\n"] {
            assert!(has_heading(text) && may_have_headings(text), "{text:?}");
        }
        for text in ["a\n", "- a\n- b\n", "a-b\n\n1. c\n"] {
            assert!(!may_have_headings(text), "{text:?}");
        }
    }

    #[test]
    fn a_block_of_raw_html_is_one_tag() {
        let mut events = Events::of("<div>\n<p>a</p>\n</div>\n\nb <i>c</i>\n");
        let texts: String = events.by_ref().filter_map(|(event, _)| text_of(event)).collect();
        let tags: Vec<&str> = events.raw.iter().map(|(tag, ..)| tag.as_str()).collect();
        assert_eq!((texts.as_str(), tags), ("a\nb c", vec!["<div>", "<i>", "</i>"]));
    }

    #[test]
    fn nothing_comes_behind_what_is_too_much() {
        let deep = format!("{}a\n\nb\n", "> ".repeat(Limits::NESTING));
        let mut events = Events::of(&deep);
        assert_eq!(events.by_ref().count(), Limits::NESTING);
        assert!(events.has_excess() && events.next().is_none());
        assert!(!Events::of("a").has_excess());
    }

    #[test]
    fn a_dropped_tag_parts_words_and_no_sign_from_its_word() {
        for (written, shown) in [
            ("ord<br>, videre", "ord, videre"),
            ("ord<br><br>, videre", "ord, videre"),
            ("ord<br/>. Videre", "ord. Videre"),
            ("ord<br>**,** videre", "ord, videre"),
            ("(<br>ord<br>)", "(ord)"),
            ("<br>ord<br>", "ord"),
            ("ord <br> ord", "ord  ord"),
            ("ord<br>\nord", "ord\nord"),
            ("Nord<br>Syd", "Nord Syd"),
            ("Nord<br><br>Syd", "Nord Syd"),
            ("**Nord**<br>*Syd*", "Nord Syd"),
            ("Nord<br>`Syd`", "Nord Syd"),
            ("ord<br>&aelig;t", "ord æt"),
            ("ord<br>\\*", "ord *"),
            ("12<br>34", "12 34"),
            ("12<br>,5", "12 ,5"),
            ("12<br>,**5**", "12 ,5"),
            ("12<br>.", "12 ."),
            ("ord<br>,b", "ord ,b"),
            ("CO<sub>2</sub>, ord", "CO2, ord"),
            ("ord<script>x</script>ord", "ord ord"),
            ("ord<!-- x -->ord", "ordord"),
            ("<p>ord</p>, videre<p>(</p>ord", "ord, videre (ord"),
        ] {
            let events = Events::of(written).filter_map(|(event, _)| match event {
                Event::SoftBreak => Some("\n".to_owned()),
                Event::Text(text) | Event::Code(text) => Some(text.into_string()),
                _ => None,
            });
            assert_eq!(events.collect::<String>(), shown, "{written}");
        }
        // Neither goes over the end of a paragraph.
        let texts: String = Events::of("a<br>\n\nb<br>\n\n- c").filter_map(|(event, _)| text_of(event)).collect();
        assert_eq!(texts, "abc");
    }

    fn text_of(event: Event<'_>) -> Option<String> {
        if let Event::Text(text) = event { Some(text.into_string()) } else { None }
    }

    proptest::proptest! {
        #[test]
        fn no_heading_is_overlooked_anywhere(text in "[-#=> a\n\r\t]{0,12}\n?") {
            assert!(may_have_headings(&text) || !has_heading(&text), "{text:?}");
        }
    }
}
