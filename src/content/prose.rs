//! Markdown to safe HTML with holes for addresses.
//!
//! Raw HTML is never published: its tags are dropped with a warning and its text stays. Links go to
//! an allow-list of schemes or to files of the site. The event stream is filtered, not the HTML, so
//! nothing has to be parsed twice and nothing slips between two parsers.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

use super::{
    Limits,
    decode::Reader,
    text::{glued, is_unseen},
};
use crate::{
    diag::Span,
    value::{Id, Link, Picture, Prose, ProsePart, RelPath, Target, WrittenAt},
};

/// The schemes a link may have.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// What stands in the HTML where a link's address or a picture goes. An author's text cannot hold it: his angle
/// brackets are escaped.
const LINK_HOLE: &str = "<a href=\"hole:";
const PICTURE_HOLE: &str = "<!--hole:";

/// How the alignment of a column comes out of the Markdown writer, and what stands for it.
///
/// With its bracket, which no text can hold.
const ALIGNMENTS: [(&str, &str); 6] = [
    ("<td style=\"text-align: right\"", "<td class=\"number\""),
    ("<th style=\"text-align: right\"", "<th class=\"number\""),
    ("<td style=\"text-align: center\"", "<td"),
    ("<th style=\"text-align: center\"", "<th"),
    ("<td style=\"text-align: left\"", "<td"),
    ("<th style=\"text-align: left\"", "<th"),
];

type Events<'t> = Vec<(Event<'t>, Range<usize>)>;

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

/// Parses a text, drops what may not be published and reports it.
pub fn events<'t>(text: &'t str, reader: &mut Reader<'_>) -> Events<'t> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut kept: Events<'t> = Vec::new();
    let (mut depth, mut cells) = (0_usize, 0_usize);
    let mut warned_at = usize::MAX;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => continue,
            Event::Html(raw) | Event::InlineHtml(raw) => {
                // One warning for a block, however many lines it has.
                if warned_at != range.start {
                    let tag = raw.trim().chars().take(40).collect();
                    reader.warn("raw-html", range.clone()).add("tag", tag);
                }
                warned_at = range.end;
                let text = without_tags(&raw);
                if !text.trim().is_empty() {
                    kept.push((Event::Text(text.into()), range));
                }
                continue;
            }
            Event::Start(ref tag) => {
                depth = depth.saturating_add(1);
                if matches!(tag, Tag::TableCell) {
                    cells = cells.saturating_add(1);
                }
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > Limits::NESTING {
            reader.report("too-deep", range).add("limit", Limits::NESTING.to_string());
            return Vec::new();
        }
        if cells > Limits::MARKDOWN_CELLS {
            reader.report("too-many-cells", range).add("limit", Limits::MARKDOWN_CELLS.to_string());
            return Vec::new();
        }
        kept.push((event, range));
    }
    kept
}

/// Compiles events to HTML with holes.
pub fn compile(events: Events<'_>, file: &RelPath, style: Style, reader: &mut Reader<'_>) -> Prose {
    let mut compiler = Compiler {
        file,
        style,
        reader,
        holes: Vec::new(),
        plain: String::new(),
        ids: BTreeSet::new(),
        repeats: BTreeMap::new(),
    };
    let shift = compiler.shift(&events);
    let has_cells = events.iter().any(|(event, _)| matches!(event, Event::Start(Tag::Table(_))));
    let events = compiler.filter(events, shift);
    let mut page = String::with_capacity(events.len().saturating_mul(32));
    html::push_html(&mut page, events.into_iter());
    // Pages carry no inline styles; an author's text cannot hold these either, for its quotes are escaped.
    for (style, class) in ALIGNMENTS {
        if has_cells && page.contains(style) {
            page = page.replace(style, class);
        }
    }
    let parts = match compiler.holes {
        holes if !holes.is_empty() => fill(&page, holes),
        _ if page.trim().is_empty() => Vec::new(),
        _ => vec![ProsePart::Html(page)],
    };
    Prose { parts, plain: compiler.plain }
}

struct Compiler<'c, 'r> {
    file: &'c RelPath,
    style: Style,
    reader: &'c mut Reader<'r>,
    holes: Vec<ProsePart>,
    plain: String,
    /// The anchors that are taken, and how often each name was wanted.
    ids: BTreeSet<String>,
    repeats: BTreeMap<String, usize>,
}

impl Compiler<'_, '_> {
    /// Returns by how much headings move so that the highest gets the level of the style.
    fn shift(&self, events: &Events<'_>) -> usize {
        let levels = events.iter().filter_map(|(event, _)| match event {
            Event::Start(Tag::Heading { level, .. }) => Some(*level as usize),
            _ => None,
        });
        self.style.top.saturating_sub(levels.min().unwrap_or(self.style.top))
    }

    fn filter<'t>(&mut self, events: Events<'t>, shift: usize) -> Vec<Event<'t>> {
        let mut kept = Vec::with_capacity(events.len());
        let mut headings = if self.style.anchors { heading_words(&events) } else { Vec::new() }.into_iter();
        let mut events = events.into_iter().peekable();
        let mut dropped_links = 0_usize;
        while let Some((event, range)) = events.next() {
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    let level = shifted(level, shift);
                    let id = headings.next().map(|words| CowStr::from(self.anchor(&words)));
                    kept.push(Event::Start(Tag::Heading { level, id, classes: Vec::new(), attrs: Vec::new() }));
                }
                Event::End(TagEnd::Heading(level)) => {
                    self.space();
                    kept.push(Event::End(TagEnd::Heading(shifted(level, shift))));
                }
                Event::Start(Tag::Link { link_type, dest_url, .. }) => match self.link(link_type, &dest_url, range) {
                    Some(url) => kept.push(Event::Start(Tag::Link {
                        link_type: LinkType::Inline,
                        dest_url: url.into(),
                        title: "".into(),
                        id: "".into(),
                    })),
                    None => dropped_links = dropped_links.saturating_add(1),
                },
                Event::End(TagEnd::Link) if dropped_links > 0 => dropped_links = dropped_links.saturating_sub(1),
                Event::Start(Tag::Image { dest_url, title, .. }) => {
                    let mut alt = String::new();
                    for (event, _) in events.by_ref() {
                        match event {
                            Event::End(TagEnd::Image) => break,
                            Event::Text(text) | Event::Code(text) => alt.push_str(&text),
                            Event::SoftBreak | Event::HardBreak => alt.push(' '),
                            _ => {}
                        }
                    }
                    let alone = matches!(kept.last(), Some(Event::Start(Tag::Paragraph)))
                        && matches!(events.peek(), Some((Event::End(TagEnd::Paragraph), _)));
                    let alt = self.visible(alt.into(), range.clone()).to_string();
                    let caption = (alone && !title.is_empty()).then(|| self.visible(title, range.clone()).to_string());
                    let is_figure = caption.is_some();
                    let Some(hole) = self.picture(&dest_url, alt, caption, range) else { continue };
                    if is_figure {
                        kept.pop();
                        events.next();
                    }
                    kept.push(Event::InlineHtml(hole.into()));
                }
                Event::Text(text) => kept.push(Event::Text(self.text(text, range))),
                Event::Code(text) => kept.push(Event::Code(self.text(text, range))),
                Event::SoftBreak | Event::HardBreak => {
                    self.space();
                    kept.push(event);
                }
                Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => {
                    self.space();
                    kept.push(event);
                }
                event => kept.push(event),
            }
        }
        kept
    }

    /// Takes a text over, with unseen characters made visible, and notes it as plain text.
    fn text<'t>(&mut self, text: CowStr<'t>, range: Range<usize>) -> CowStr<'t> {
        let text = match self.visible(text, range) {
            text if text.contains("§ ") => glued(&text).into_owned().into(),
            text => text,
        };
        if self.plain.len() < self.reader.context.extract {
            self.plain.push_str(&text);
        }
        text
    }

    /// Makes unseen characters of a text visible, and warns of them.
    fn visible<'t>(&mut self, text: CowStr<'t>, range: Range<usize>) -> CowStr<'t> {
        // The bytes that an unseen character begins with. All are looked at: without a way out early, many at once.
        let is_suspicious = |byte| matches!(byte, 0..=8 | 11..=31 | 127 | 0xc2 | 0xe2 | 0xf3);
        if !text.bytes().fold(false, |found, byte| found | is_suspicious(byte)) {
            return text;
        }
        match text.chars().find(|c| is_unseen(*c) && *c != '\r') {
            Some(c) => {
                self.reader
                    .warn("control-character", place_of(c, &text, range))
                    .add("char", format!("U+{:04X}", u32::from(c)));
                text.chars().map(|c| if is_unseen(c) { '\u{fffd}' } else { c }).collect::<String>().into()
            }
            None => text,
        }
    }

    fn written_at(&self, range: Range<usize>) -> WrittenAt {
        let Span { start, end, .. } = self.reader.span(range);
        WrittenAt { start, end }
    }

    fn space(&mut self) {
        if !self.plain.is_empty() && !self.plain.ends_with(' ') {
            self.plain.push(' ');
        }
    }

    /// Makes an anchor of a heading's words, unlike those before it.
    fn anchor(&mut self, words: &str) -> String {
        let name: String = words.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(60).collect();
        let slug = Id::new(name.trim_matches('-')).map_or_else(|| "afsnit".to_owned(), |id| id.slug());
        let count = self.repeats.entry(slug.clone()).or_default();
        let mut id = slug.clone();
        loop {
            *count = count.saturating_add(1);
            if *count > 1 {
                id = format!("{slug}-{count}");
            }
            if self.ids.insert(id.clone()) {
                break;
            }
        }
        id
    }

    /// Takes a link in; answers what stands in for its address, or `None` when the link is dropped.
    fn link(&mut self, kind: LinkType, address: &str, range: Range<usize>) -> Option<String> {
        let address = match kind {
            LinkType::Email => format!("mailto:{address}"),
            _ => address.to_owned(),
        };
        let target = self.target(&address, &range)?;
        let at = self.written_at(range);
        self.holes.push(ProsePart::Link(Link { target, at }));
        Some(format!("hole:{}", self.holes.len().saturating_sub(1)))
    }

    fn target(&mut self, address: &str, range: &Range<usize>) -> Option<Target> {
        let plain: String = address.chars().filter(|c| !c.is_whitespace() && !is_unseen(*c)).collect();
        if let Some(scheme) = scheme_of(&plain) {
            if SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()) {
                return Some(Target::Outside(plain));
            }
            self.reader.report("unsafe-link", range.clone()).add("scheme", scheme.to_owned());
            return None;
        }
        let (path, fragment) = match plain.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment.to_owned())),
            None => (plain.as_str(), None),
        };
        if path.is_empty() {
            return fragment.map(Target::Here);
        }
        match self.file.resolve(&percent_decoded(path)) {
            Ok(path) => Some(Target::Inside(path, fragment)),
            Err(_) => {
                self.reader.report("broken-link", range.clone()).add("target", path.to_owned());
                None
            }
        }
    }

    fn picture(&mut self, address: &str, alt: String, caption: Option<String>, range: Range<usize>) -> Option<String> {
        if scheme_of(address).is_some() || address.starts_with("//") {
            self.reader.report("remote-picture", range).add("target", address.to_owned());
            return None;
        }
        if alt.trim().is_empty() {
            self.reader.warn("picture-without-alt", range.clone()).add("target", address.to_owned());
        }
        let Ok(file) = self.file.resolve(&percent_decoded(address)) else {
            self.reader.report("missing-picture", range).add("target", address.to_owned());
            return None;
        };
        let at = self.written_at(range);
        self.holes.push(ProsePart::Picture(Picture { file, alt, caption, at }));
        Some(format!("{PICTURE_HOLE}{}-->", self.holes.len().saturating_sub(1)))
    }
}

/// Returns where a character of a text stands, where the text stands in the source as it is.
fn place_of(c: char, text: &str, range: Range<usize>) -> Range<usize> {
    match text.find(c) {
        Some(at) if text.len() == range.len() => {
            let start = range.start.saturating_add(at);
            start..start.saturating_add(c.len_utf8())
        }
        _ => range,
    }
}

/// Returns the words of each heading.
fn heading_words(events: &Events<'_>) -> Vec<String> {
    let mut headings: Vec<String> = Vec::new();
    let mut inside = false;
    for (event, _) in events {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                inside = true;
                headings.push(String::new());
            }
            Event::End(TagEnd::Heading(_)) => inside = false,
            Event::Text(text) | Event::Code(text) if inside => {
                headings.last_mut().expect("a heading was begun").push_str(text);
            }
            _ => {}
        }
    }
    headings
}

/// Cuts the HTML at its holes.
fn fill(page: &str, holes: Vec<ProsePart>) -> Vec<ProsePart> {
    let mut parts = Vec::with_capacity(holes.len().saturating_mul(2).saturating_add(1));
    let mut rest = page;
    for (at, hole) in holes.into_iter().enumerate() {
        let (mark, before, after) = match &hole {
            ProsePart::Picture(_) => (format!("{PICTURE_HOLE}{at}-->"), "", ""),
            _ => (format!("{LINK_HOLE}{at}\""), "<a href=\"", "\""),
        };
        // A hole in a dropped part of the text has no mark; then nothing stands for it.
        let Some((head, tail)) = rest.split_once(&mark) else { continue };
        let html = format!("{}{head}{before}", carried(&mut parts));
        parts.push(ProsePart::Html(html));
        parts.push(hole);
        rest = tail;
        if !after.is_empty() {
            parts.push(ProsePart::Html(after.to_owned()));
        }
    }
    let last = format!("{}{rest}", carried(&mut parts));
    if !last.trim().is_empty() {
        parts.push(ProsePart::Html(last));
    }
    parts
}

/// Takes back a piece of HTML that the next one continues.
fn carried(parts: &mut Vec<ProsePart>) -> String {
    match parts.pop() {
        Some(ProsePart::Html(html)) => html,
        Some(part) => {
            parts.push(part);
            String::new()
        }
        None => String::new(),
    }
}

fn shifted(level: HeadingLevel, by: usize) -> HeadingLevel {
    HeadingLevel::try_from((level as usize).saturating_add(by).min(6)).unwrap_or(level)
}

/// Returns the scheme of an address, if it has one.
fn scheme_of(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let sound = !scheme.is_empty() && !scheme.contains(['/', '#', '?', '.']);
    sound.then_some(scheme)
}

fn percent_decoded(path: &str) -> String {
    if !path.contains('%') {
        return path.to_owned();
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((byte, tail)) = rest.split_first() {
        let hex = tail.get(..2).filter(|_| *byte == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(decoded) => {
                bytes.push(decoded);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*byte);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
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
