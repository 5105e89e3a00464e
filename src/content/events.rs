//! Markdown as a stream of events: what may not be published is dropped from it.
//!
//! Raw HTML is never published: its tags are dropped with a warning and its text stays.

use crate::diag::Code;
use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag, TagEnd};

use super::{Limits, decode::Reader, syntax::TOO_DEEP};

const RAW_HTML: Code = Code::warning("raw-html").args(&["tag"]).help("HTML in a text: its tags are left out");
const TOO_MANY_CELLS: Code =
    Code::error("too-many-cells").args(&["limit"]).help("a table in a text with more cells than are shown");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&RAW_HTML, &TOO_MANY_CELLS];

/// An event and where in the text it stands.
pub type Located<'t> = (Event<'t>, Range<usize>);

/// The events of a text, one by one, without what may not be published.
pub struct Events<'t> {
    parser: OffsetIter<'t>,
    depth: usize,
    cells: usize,
    /// The tags that were dropped.
    raw: Vec<(String, Range<usize>)>,
    /// Where the last of them ended.
    raw_end: usize,
    /// What the text has too much of, and how much it may have. No event comes behind it.
    excess: Option<(&'static Code, usize, Range<usize>)>,
}

impl<'t> Events<'t> {
    /// Begins to parse a text.
    pub fn of(text: &'t str) -> Self {
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        let parser = Parser::new_ext(text, options).into_offset_iter();
        Self { parser, depth: 0, cells: 0, raw: Vec::new(), raw_end: usize::MAX, excess: None }
    }

    /// Tells whether the text has too much of something, so that nothing of it may be published.
    pub fn has_excess(&self) -> bool {
        self.excess.is_some()
    }

    /// Reports what was dropped.
    pub fn report(self, reader: &mut Reader<'_>) {
        for (tag, range) in self.raw {
            reader.report(&RAW_HTML, range).add("tag", tag);
        }
        if let Some((code, limit, range)) = self.excess {
            reader.report(code, range).add("limit", limit.to_string());
        }
    }

    /// Notes a tag that is dropped: one for a block, however many lines it has.
    fn drop_tag(&mut self, tag: &str, range: &Range<usize>) {
        if self.raw_end != range.start {
            self.raw.push((tag.trim().chars().take(40).collect(), range.clone()));
        }
        self.raw_end = range.end;
    }
}

impl<'t> Iterator for Events<'t> {
    type Item = Located<'t>;

    #[inline]
    fn next(&mut self) -> Option<Located<'t>> {
        while self.excess.is_none() {
            let located = self.parser.next()?;
            let (event, range) = &located;
            match event {
                Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => continue,
                Event::Html(raw) | Event::InlineHtml(raw) => {
                    self.drop_tag(raw, range);
                    let text = without_tags(raw);
                    if text.trim().is_empty() {
                        continue;
                    }
                    return Some((Event::Text(text.into()), range.clone()));
                }
                Event::Start(tag) => {
                    self.depth = self.depth.saturating_add(1);
                    self.cells = self.cells.saturating_add(usize::from(matches!(tag, Tag::TableCell)));
                    if self.depth > Limits::NESTING {
                        self.excess = Some((&TOO_DEEP, Limits::NESTING, range.clone()));
                        break;
                    }
                    if self.cells > Limits::MARKDOWN_CELLS {
                        self.excess = Some((&TOO_MANY_CELLS, Limits::MARKDOWN_CELLS, range.clone()));
                        break;
                    }
                }
                Event::End(_) => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
            return Some(located);
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
    /// By how much they move so that the highest gets the level of the style.
    pub shift: usize,
    /// The words of each, where they can be linked to.
    pub words: Vec<String>,
}

impl Headings {
    /// Looks for the headings among some events.
    pub fn of(events: &[Located<'_>], style: Style) -> Self {
        let (mut highest, mut words) = (style.top, Vec::<String>::new());
        let mut is_inside = false;
        for (event, _) in events {
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    highest = highest.min(*level as usize);
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
        Self { shift: style.top.saturating_sub(highest), words }
    }
}

/// Returns the text between the tags of raw HTML. Comments, and what stands in scripts and styles, go.
fn without_tags(raw: &str) -> String {
    let mut text = String::new();
    let mut rest = raw;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let begins = |word: &str| tag.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        // What stands in a script or a style is no text: it goes to the end, or to where it is closed.
        let end = match () {
            () if tag.starts_with("!--") => "-->",
            () if begins("script") => "</script>",
            () if begins("style") => "</style>",
            () => ">",
        };
        let at = if end == ">" { tag.find('>') } else { tag.to_ascii_lowercase().find(end) };
        let Some(at) = at else { return text };
        rest = tag.get(at.saturating_add(end.len())..).unwrap_or_default();
    }
    text.push_str(rest);
    text
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
        let tags: Vec<&str> = events.raw.iter().map(|(tag, _)| tag.as_str()).collect();
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
