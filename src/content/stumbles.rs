//! What readers stumble over in a text: noted while it is compiled, judged by checks.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Tag, TagEnd};

use crate::value::StumbleKind;

/// Words of links that say nothing of where they lead, in the languages of sites. Without signs at their end.
const VAGUE: &[&str] = &[
    "her",
    "klik her",
    "tryk her",
    "læs mere",
    "læs mere her",
    "læs her",
    "se mere",
    "se her",
    "mere",
    "link",
    "linket",
    "dette link",
    "se link",
    "here",
    "click here",
    "read more",
    "see more",
    "more",
    "learn more",
    "this link",
    "här",
    "klicka här",
    "läs mer",
    "läs mer här",
    "se mer",
    "mer",
    "länk",
    "den här länken",
    "klikk her",
    "trykk her",
    "les mer",
    "les mer her",
    "lenke",
    "denne lenken",
];

/// Names of colours that statuses are called by.
const COLOURS: &[&str] = &[
    "rød", "rødt", "røde", "gul", "gult", "gule", "grøn", "grønt", "grønne", "orange", "red", "yellow", "amber",
    "green", "röd", "rött", "gula", "grön", "grönt", "gröna", "röda", "grønn",
];

/// The most bytes that such words have, however they are written.
const LONGEST: usize = 64;

/// Something that is being read: its words so far, and where it stands.
struct OpenText {
    words: String,
    range: Range<usize>,
}

/// Reads the events of a text for what readers stumble over.
#[derive(Default)]
pub struct StumbleReader {
    found: Vec<(StumbleKind, String, Range<usize>)>,
    heading: Option<(usize, OpenText)>,
    /// The level of the heading before.
    last_level: Option<usize>,
    link: Option<OpenText>,
    /// A cell or a paragraph.
    block: Option<OpenText>,
}

impl StumbleReader {
    /// Reads the next event, as it is written.
    pub fn meet(&mut self, event: &Event<'_>, range: &Range<usize>) {
        let begun = || Some(OpenText { words: String::new(), range: range.clone() });
        match event {
            Event::Start(Tag::Heading { level, .. }) => self.heading = begun().map(|text| (depth(*level), text)),
            Event::Start(Tag::Link { link_type, .. }) if *link_type != LinkType::Email => self.link = begun(),
            Event::Start(Tag::TableCell | Tag::Paragraph) => self.block = begun(),
            Event::End(TagEnd::Heading(_)) => self.end_heading(),
            Event::End(TagEnd::Link) => self.end_link(),
            Event::End(TagEnd::TableCell | TagEnd::Paragraph) => self.end_block(),
            Event::Text(text) | Event::Code(text) => self.add(text),
            Event::SoftBreak | Event::HardBreak => self.add(" "),
            _ => {}
        }
    }

    /// Returns what was found, each with where it stands.
    pub fn into_found(self) -> Vec<(StumbleKind, String, Range<usize>)> {
        self.found
    }

    fn add(&mut self, text: &str) {
        let heading = self.heading.as_mut().map(|(_, text)| text);
        // A paragraph that is longer than any colour is no colour.
        let block = self.block.as_mut().filter(|open| open.words.len() <= LONGEST);
        for open in [heading, self.link.as_mut(), block].into_iter().flatten() {
            open.words.push_str(text);
        }
    }

    fn end_heading(&mut self) {
        let Some((level, OpenText { words, range })) = self.heading.take() else { return };
        if self.last_level.is_some_and(|last| level > last.saturating_add(1)) {
            self.found.push((StumbleKind::HeadingJump, words, range));
        }
        self.last_level = Some(level);
    }

    fn end_link(&mut self) {
        let Some(OpenText { words, range }) = self.link.take() else { return };
        let plain = without_signs(&words);
        let is_address =
            ["http://", "https://", "www."].iter().any(|start| begins(plain, start)) && !plain.contains(' ');
        if is_address || is_among(plain, VAGUE) {
            self.found.push((StumbleKind::VagueLink, words, range));
        }
    }

    fn end_block(&mut self) {
        let Some(OpenText { words, range }) = self.block.take() else { return };
        if is_among(without_signs(&words), COLOURS) {
            self.found.push((StumbleKind::ColourAlone, words, range));
        }
    }
}

/// Returns words without the signs around them.
fn without_signs(words: &str) -> &str {
    words.trim_matches(|c: char| c.is_whitespace() || ".:!…»«→>".contains(c))
}

/// Tells whether words begin with others, whatever their capitals.
fn begins(words: &str, with: &str) -> bool {
    words.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
}

/// Tells whether words are one of some, whatever their capitals. A paragraph is too long for that, and nearly every text is one.
fn is_among(words: &str, some: &[&str]) -> bool {
    words.len() <= LONGEST && some.contains(&words.to_lowercase().as_str())
}

fn depth(level: HeadingLevel) -> usize {
    level as usize
}
