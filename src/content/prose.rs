//! Markdown to safe HTML with holes for addresses.
//!
//! Links go to an allow-list of schemes or to files of the site. The event stream is filtered, not the HTML,
//! so nothing has to be parsed twice and nothing slips between two parsers.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd, html};

use super::{
    events::{Headings, Located},
    kept_together::{NO_BREAK, TextEnd, belong_together, kept_together},
    reader::SourceReader,
    scalar::CONTROL_CHARACTER,
    stumbles::StumbleReader,
    text::{glued, is_unseen, may_need_repair},
};
use crate::{
    diag::{Code, Span},
    value::{Id, Link, LinkTarget, Picture, Prose, ProseOpening, ProsePart, RelPath, SourceRange, Stumble, Stumbles},
};

/// A link that leads to no file of the site.
pub const BROKEN_LINK: Code = Code::error("broken-link")
    .args(&["target", "suggestion?"])
    .help("a link that leads to no file of the site; one that leads out of the site's folder cannot be silenced");
/// A picture that is no file of the site.
pub const MISSING_PICTURE: Code = Code::error("missing-picture")
    .args(&["target"])
    .help("a picture that is no file of the site; one outside of the site's folder cannot be silenced");
const PICTURE_WITHOUT_ALT: Code =
    Code::warning("picture-without-alt").args(&["target"]).help("a picture without words for those who cannot see it");
/// A link to something else than a web page.
pub const UNSAFE_LINK: Code = Code::error("unsafe-link")
    .args(&["scheme"])
    .help("a link to something else than a web page, an e-mail address or a telephone number");
const REMOTE_PICTURE: Code = Code::error("remote-picture")
    .args(&["target"])
    .help("a picture on another server, which would learn of every reader");

/// The codes of this file.
pub(super) const CODES: &[&Code] =
    &[&BROKEN_LINK, &MISSING_PICTURE, &PICTURE_WITHOUT_ALT, &UNSAFE_LINK, &REMOTE_PICTURE];

/// How much of the paragraphs a text begins with is kept, in bytes: a few sentences.
const OPENING: usize = 600;

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

/// A text that is compiled.
#[derive(Clone, Copy)]
pub struct ProseText<'t> {
    /// The text, as it is written.
    pub written: &'t str,
    /// The file it stands in.
    pub file: &'t RelPath,
    /// Its characters have to be looked at.
    pub may_need_repair: bool,
}

impl<'t> ProseText<'t> {
    /// Looks at a text of a file.
    pub fn new(written: &'t str, file: &'t RelPath) -> Self {
        Self { written, file, may_need_repair: may_need_repair(written) }
    }

    /// Compiles events of the text to HTML with holes.
    pub fn compile(
        self,
        events: impl Iterator<Item = Located<'t>>,
        headings: Headings,
        reader: &mut SourceReader<'_>,
    ) -> Prose {
        let extract = reader.context.extract;
        let mut compiler = ProseCompiler {
            file: self.file,
            reader,
            may_need_repair: self.may_need_repair,
            holes: Vec::new(),
            plain: String::with_capacity(extract.min(self.written.len())),
            stumbles: (extract > 0).then(StumbleReader::default),
            opening: OpeningReader { room: if extract > 0 { OPENING } else { 0 }, ..OpeningReader::default() },
            ids: BTreeSet::new(),
            repeats: BTreeMap::new(),
            has_cells: false,
        };
        let mut page = String::with_capacity(self.written.len());
        html::push_html(
            &mut page,
            ProseFilter {
                compiler: &mut compiler,
                events,
                put_back: Vec::new(),
                levels: headings.levels.into_iter(),
                level: HeadingLevel::H6,
                headings: headings.words.into_iter(),
                dropped_links: 0,
                is_code: false,
                words_before: String::new(),
            },
        );
        // Pages carry no inline styles; an author's text cannot hold these either, for its quotes are escaped.
        for (style, class) in ALIGNMENTS {
            if compiler.has_cells && page.contains(style) {
                page = page.replace(style, class);
            }
        }
        let parts = match std::mem::take(&mut compiler.holes) {
            holes if !holes.is_empty() => fill(&page, holes),
            _ if page.trim().is_empty() => Vec::new(),
            _ => vec![ProsePart::Html(page)],
        };
        let found = compiler.stumbles.take().map(StumbleReader::into_found).unwrap_or_default();
        let stumbles = found.into_iter().map(|(kind, text, at)| Stumble { kind, text, at: compiler.written_at(at) });
        let stumbles = Stumbles(stumbles.collect());
        Prose { parts, plain: compiler.plain, opening: compiler.opening.read, stumbles }
    }
}

/// The events of a text as they are published: with holes for addresses, and with the levels of the style.
struct ProseFilter<'f, 'c, 'r, 't, I: Iterator<Item = Located<'t>>> {
    compiler: &'f mut ProseCompiler<'c, 'r>,
    events: I,
    /// What comes before the other events: it was looked at too early. The last comes first.
    put_back: Vec<Located<'t>>,
    /// The levels of the headings to come.
    levels: std::vec::IntoIter<HeadingLevel>,
    /// The level of the last heading.
    level: HeadingLevel,
    /// The words of the headings to come.
    headings: std::vec::IntoIter<String>,
    dropped_links: usize,
    /// Within a block of code, which is shown as it is written.
    is_code: bool,
    /// The last words of the block that is being read, for the blank that follows them may stand in another part of it: `**9,1** mio.`
    words_before: String,
}

impl<'t, I: Iterator<Item = Located<'t>>> Iterator for ProseFilter<'_, '_, '_, 't, I> {
    type Item = Event<'t>;

    fn next(&mut self) -> Option<Event<'t>> {
        loop {
            let (mut event, mut range) = self.read()?;
            match &mut event {
                Event::Code(text) => self.compiler.text(text, range.clone()),
                Event::Text(text) => {
                    range.end = self.over_line_ends(text).unwrap_or(range.end);
                    self.compiler.text(text, range.clone());
                    if !self.is_code {
                        self.keep_together(text);
                    }
                }
                _ => {}
            }
            // What is looked at above is as it will be shown.
            self.compiler.opening.meet(&event);
            if let Some(reader) = &mut self.compiler.stumbles {
                reader.meet(&event, &range);
            }
            match &mut event {
                Event::Start(Tag::CodeBlock(_)) => self.is_code = true,
                Event::End(TagEnd::CodeBlock) => self.is_code = false,
                Event::SoftBreak => {
                    self.compiler.space();
                    if self.words_before.bytes().any(|byte| byte.is_ascii_digit())
                        && let Some(next) = self.words_after()
                        && belong_together(&self.words_before, &next)
                    {
                        event = Event::Text(NO_BREAK.into());
                    }
                    self.words_before.push(' ');
                }
                Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => {
                    self.compiler.space();
                    self.words_before.clear();
                }
                Event::TaskListMarker(is_done) => {
                    // A sign that is read out, and is no field to be filled in.
                    event = Event::Text(if *is_done { "☑ " } else { "☐ " }.into());
                }
                Event::Start(Tag::Paragraph) => return Some(self.paragraph()),
                Event::Start(Tag::Heading { level, id, .. }) => {
                    self.level = self.levels.next().unwrap_or(*level);
                    *level = self.level;
                    *id = self.headings.next().map(|words| self.compiler.anchor(&words).into());
                }
                Event::End(TagEnd::Heading(level)) => {
                    self.compiler.space();
                    self.words_before.clear();
                    *level = self.level;
                }
                Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                    let Some(url) = self.compiler.link(*link_type, dest_url, range) else {
                        self.dropped_links = self.dropped_links.saturating_add(1);
                        continue;
                    };
                    (*link_type, *dest_url, *title) = (LinkType::Inline, url.into(), "".into());
                }
                Event::End(TagEnd::Link) if self.dropped_links > 0 => {
                    self.dropped_links = self.dropped_links.saturating_sub(1);
                    continue;
                }
                Event::Start(Tag::Image { dest_url, title, .. }) => {
                    let Some((hole, _)) = self.picture(dest_url, title, range, false) else { continue };
                    event = hole;
                }
                Event::Start(Tag::Table(_)) => self.compiler.has_cells = true,
                _ => {}
            }
            return Some(event);
        }
    }
}

impl<'t, I: Iterator<Item = Located<'t>>> ProseFilter<'_, '_, '_, 't, I> {
    /// Returns the next event as it was written.
    #[inline]
    fn read(&mut self) -> Option<Located<'t>> {
        self.put_back.pop().or_else(|| self.events.next())
    }

    /// Keeps a number and its unit on one line, also where one of them is emphasised or a link and the other is not.
    fn keep_together(&mut self, text: &mut CowStr<'t>) {
        // All are looked at: without a way out early, many at once.
        let has_digit = |text: &str| text.bytes().fold(false, |found, byte| found | byte.is_ascii_digit());
        if !has_digit(text) && !has_digit(&self.words_before) && !text.ends_with(' ') {
            self.words_before.clear();
            return;
        }
        // What stood before is read again with the text, and left out of it.
        let before = std::mem::take(&mut self.words_before);
        let known = before.chars().count();
        let whole = before + text;
        if let Cow::Owned(kept) = kept_together(&whole) {
            *text = kept.chars().skip(known).collect::<String>().into();
        }
        if let Some(words) = whole.strip_suffix(' ')
            && TextEnd::of(words).is_some()
            && let Some(next) = self.words_after()
            && belong_together(words, &next)
        {
            *text = format!("{}{NO_BREAK}", text.trim_end_matches(' ')).into();
        }
        // Two words back: `9,1 mio.` before `kr.`
        let blanks = whole.trim_end().rmatch_indices(char::is_whitespace);
        let start = blanks.map(|(at, blank)| at.saturating_add(blank.len())).nth(1).unwrap_or_default();
        self.words_before = whole.get(start..).unwrap_or_default().to_owned();
    }

    /// Returns the words that follow in the same block, across where emphasis or a link begins or ends.
    fn words_after(&mut self) -> Option<String> {
        let mut passed = Vec::new();
        let mut words = None;
        while let Some(next) = self.read() {
            let passes = matches!(
                next.0,
                Event::Start(Tag::Strong | Tag::Emphasis | Tag::Link { .. })
                    | Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link)
            );
            if let Event::Text(text) = &next.0 {
                words = Some(text.to_string());
            }
            passed.push(next);
            if !passes {
                break;
            }
        }
        self.put_back.extend(passed.into_iter().rev());
        words
    }

    /// Takes into a text the lines behind it that it may not be parted from: an author's line may end behind any word.
    /// Answers where the last of them ends.
    fn over_line_ends(&mut self, text: &mut CowStr<'t>) -> Option<usize> {
        let mut end = None;
        while !self.is_code {
            let line_end = self.read()?;
            if !matches!(line_end.0, Event::SoftBreak) {
                self.put_back.push(line_end);
                break;
            }
            match self.read() {
                Some((Event::Text(next), range)) if belong_together(text, &next) => {
                    *text = format!("{text} {next}").into();
                    end = Some(range.end);
                }
                other => {
                    self.put_back.extend(other);
                    self.put_back.push(line_end);
                    break;
                }
            }
        }
        end
    }

    /// Begins a paragraph, unless a figure is all it holds.
    fn paragraph(&mut self) -> Event<'t> {
        while let Some((event, range)) = self.read() {
            let Event::Start(Tag::Image { dest_url, title, .. }) = &event else {
                self.put_back.push((event, range));
                break;
            };
            match self.picture(dest_url, title, range.clone(), true) {
                Some((figure, true)) => {
                    self.read();
                    return figure;
                }
                Some((hole, false)) => {
                    self.put_back.push((hole, range));
                    break;
                }
                None => {}
            }
        }
        Event::Start(Tag::Paragraph)
    }

    /// Reads a picture to its end. Answers its hole, and whether it is a numbered figure: the whole of a paragraph.
    fn picture(
        &mut self,
        address: &str,
        title: &str,
        range: Range<usize>,
        begins_paragraph: bool,
    ) -> Option<(Event<'t>, bool)> {
        let mut alt = String::new();
        while let Some((event, _)) = self.read() {
            match event {
                Event::End(TagEnd::Image) => break,
                Event::Text(text) | Event::Code(text) => alt.push_str(&text),
                Event::SoftBreak | Event::HardBreak => alt.push(' '),
                _ => {}
            }
        }
        let next = self.read();
        let is_figure =
            begins_paragraph && !title.is_empty() && matches!(next, Some((Event::End(TagEnd::Paragraph), _)));
        self.put_back.extend(next);
        let alt = self.compiler.visible(&alt, &range).into_owned();
        let caption = is_figure.then(|| self.compiler.visible(title, &range).into_owned());
        let hole = self.compiler.picture(address, alt, caption, range)?;
        Some((Event::InlineHtml(hole.into()), is_figure))
    }
}

struct ProseCompiler<'c, 'r> {
    file: &'c RelPath,
    reader: &'c mut SourceReader<'r>,
    /// Some character of the text has to be looked at.
    may_need_repair: bool,
    holes: Vec<ProsePart>,
    plain: String,
    opening: OpeningReader,
    /// Reads what readers stumble over; nothing of old versions.
    stumbles: Option<StumbleReader>,
    /// The anchors that are taken, and how often each name was wanted.
    ids: BTreeSet<String>,
    repeats: BTreeMap<String, usize>,
    /// The text has a table.
    has_cells: bool,
}

/// Reads what a text begins with.
#[derive(Default)]
struct OpeningReader {
    read: ProseOpening,
    /// How many bytes are kept; none of old versions.
    room: usize,
    /// How many lists, tables and quotations lie around.
    depth: usize,
    /// Within a paragraph that is in none of them.
    is_open: bool,
    /// Where words in bold begin.
    bold_from: Option<usize>,
}

impl OpeningReader {
    fn meet(&mut self, event: &Event<'_>) {
        if self.read.text.len() >= self.room {
            return;
        }
        match event {
            Event::Start(Tag::List(_) | Tag::BlockQuote(_) | Tag::Table(_) | Tag::FootnoteDefinition(_)) => {
                self.depth = self.depth.saturating_add(1);
                self.is_open = false;
            }
            Event::End(TagEnd::List(_) | TagEnd::BlockQuote(_) | TagEnd::Table | TagEnd::FootnoteDefinition) => {
                self.depth = self.depth.saturating_sub(1);
            }
            Event::Start(Tag::Paragraph) => self.is_open = self.depth == 0,
            // The end of a paragraph that is all picture is not met.
            Event::Start(Tag::Heading { .. } | Tag::CodeBlock(_)) => self.is_open = false,
            _ if !self.is_open => {}
            Event::End(TagEnd::Paragraph) => {
                self.is_open = false;
                self.read.text.push('\n');
            }
            Event::Start(Tag::Strong) => self.bold_from = Some(self.read.text.len()),
            Event::End(TagEnd::Strong) => {
                let range = self.bold_from.take().map(|from| from..self.read.text.len());
                self.read.bold = self.read.bold.take().or(range);
            }
            Event::Text(text) | Event::Code(text) => self.read.text.push_str(text),
            Event::SoftBreak | Event::HardBreak => self.read.text.push(' '),
            _ => {}
        }
    }
}

impl ProseCompiler<'_, '_> {
    /// Makes unseen characters of a text visible, and notes it as plain text.
    fn text(&mut self, text: &mut CowStr<'_>, range: Range<usize>) {
        if self.may_need_repair
            && let Some(repaired) = self.repaired(text, &range)
        {
            *text = repaired.into();
        }
        if self.plain.len() < self.reader.context.extract {
            self.plain.push_str(text);
        }
    }

    /// Makes unseen characters of a text visible, and keeps section signs with their numbers. Most texts need neither.
    fn repaired(&mut self, text: &str, range: &Range<usize>) -> Option<String> {
        let visible = self.visible(text, range);
        match (glued(&visible), &visible) {
            (Cow::Owned(glued), _) => Some(glued),
            (Cow::Borrowed(_), Cow::Owned(visible)) => Some(visible.clone()),
            (Cow::Borrowed(_), Cow::Borrowed(_)) => None,
        }
    }

    /// Makes unseen characters of a text visible, and warns of them.
    fn visible<'t>(&mut self, text: &'t str, range: &Range<usize>) -> Cow<'t, str> {
        let unseen = if may_need_repair(text) { text.chars().find(|c| is_unseen(*c)) } else { None };
        let Some(c) = unseen else { return Cow::Borrowed(text) };
        self.reader
            .warn(&CONTROL_CHARACTER, place_of(c, text, range.clone()))
            .add("char", format!("U+{:04X}", u32::from(c)));
        text.chars().map(|c| if is_unseen(c) { '\u{fffd}' } else { c }).collect()
    }

    fn written_at(&self, range: Range<usize>) -> SourceRange {
        let Span { start, end, .. } = self.reader.span(range);
        SourceRange { start, end }
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

    fn target(&mut self, address: &str, range: &Range<usize>) -> Option<LinkTarget> {
        // A browser passes over blanks in a scheme, so they hide none; elsewhere they are part of the address.
        let bare: String = address.chars().filter(|c| !c.is_whitespace() && !is_unseen(*c)).collect();
        let plain = with_blanks_encoded(address);
        if let Some(scheme) = scheme_of(&bare) {
            let is_broken = scheme_of(&plain) != Some(scheme);
            let plain = if is_broken { bare.clone() } else { plain };
            if SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()) {
                return Some(LinkTarget::Outside(plain));
            }
            self.reader.report(&UNSAFE_LINK, range.clone()).add("scheme", scheme.to_owned());
            return None;
        }
        let (path, fragment) = match plain.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment.to_owned())),
            None => (plain.as_str(), None),
        };
        if path.is_empty() {
            return fragment.map(LinkTarget::Here);
        }
        match self.file.resolve(&percent_decoded(path)) {
            Ok(path) => Some(LinkTarget::Inside(path, fragment)),
            Err(_) => {
                self.reader.report(&BROKEN_LINK, range.clone()).add("target", path.to_owned());
                None
            }
        }
    }

    fn picture(&mut self, address: &str, alt: String, caption: Option<String>, range: Range<usize>) -> Option<String> {
        if scheme_of(address).is_some() || address.starts_with("//") {
            self.reader.report(&REMOTE_PICTURE, range).add("target", address.to_owned());
            return None;
        }
        if alt.trim().is_empty() {
            self.reader.report(&PICTURE_WITHOUT_ALT, range.clone()).add("target", address.to_owned());
        }
        let Ok(file) = self.file.resolve(&percent_decoded(address)) else {
            self.reader.report(&MISSING_PICTURE, range).add("target", address.to_owned());
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

/// Returns the scheme of an address, if it has one.
fn scheme_of(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let sound = !scheme.is_empty() && !scheme.contains(['/', '#', '?', '.']);
    sound.then_some(scheme)
}

/// Writes blanks within an address as `%20`; others around it, and what nobody sees, are left out.
fn with_blanks_encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.trim().chars() {
        if c == ' ' {
            out.push_str("%20");
        } else if !c.is_whitespace() && !is_unseen(c) {
            out.push(c);
        }
    }
    out
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
