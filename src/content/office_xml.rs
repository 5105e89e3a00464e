//! The text of one part of a document: what its paragraphs show, what they showed before they were changed, and what stands aside.
//!
//! Within a paragraph no element parts a word but those that stand for a blank or an end of a line: there are hundreds that only mark a
//! place. Between paragraphs every element does: cells, rows, statistics.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use crate::value::{looks_like_utf16, marked_utf16};

/// Elements whose text is read in one, whatever elements it is in.
const BLOCKS: [&str; 8] = ["p", "h", "si", "is", "text", "div", "td", "li"];

/// Elements whose text stands beside that of the paragraph they are in: it goes on behind them.
const ASIDE: [&str; 8] = ["annotation", "note", "txbxContent", "text-box", "Fallback", "rt", "ruby-text", "rPh"];

/// How deep such elements are kept apart that lie in each other.
const DEEPEST: usize = 16;

/// Attributes that are read though nothing but digits stands in them: all others are sizes and marks of programs.
const WORDED: [&str; 12] = [
    "v",
    "name",
    "descr",
    "title",
    "caption",
    "displayName",
    "Target",
    "author",
    "alt",
    "string-value",
    "value",
    "text",
];

/// Attributes that draw something.
const DRAWN: [&str; 8] = ["d", "points", "viewBox", "path", "enhanced-path", "transform", "style", "coordsize"];

/// Elements of which no attribute is a word of anybody.
const NUMBERED: [&str; 5] = ["id", "creationId", "modId", "rsid", "uid"];

/// Reads a part as text, in the encoding that its bytes or its first words say. The second answer is whether that one is known.
pub(super) fn decoded(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    if let Some((text, is_sound)) = marked_utf16(bytes) {
        return (Cow::Owned(text), is_sound);
    }
    if looks_like_utf16(bytes) {
        let encoding = if bytes.first() == Some(&0) { UTF_16BE } else { UTF_16LE };
        let (text, is_broken) = encoding.decode_without_bom_handling(bytes);
        return (text, !is_broken);
    }
    let head = String::from_utf8_lossy(bytes.get(..200).unwrap_or(bytes));
    let label = head.trim_start_matches('\u{feff}').strip_prefix("<?xml").and_then(|head| {
        let behind = head.split_once("?>")?.0.split_once("encoding")?.1;
        behind.split(['"', '\'']).nth(1)
    });
    let known = label.map(|label| Encoding::for_label(label.as_bytes()));
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        // Whatever is broken in a text of UTF-8, its digits are not.
        Err(_) => known.flatten().filter(|known| *known != UTF_8).unwrap_or(WINDOWS_1252).decode(bytes).0,
    };
    (text, known.is_none_or(|known| known.is_some()))
}

/// Returns the text of a part and the words in its attributes, and whether all of it is XML. What is none is returned as it stands.
pub(super) fn xml_texts(xml: &str) -> (Vec<String>, bool) {
    let mut text = PartText { is_sound: true, ..PartText::default() };
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{feff}'));
    let config = reader.config_mut();
    (config.allow_dangling_amp, config.allow_unmatched_ends, config.check_end_names) = (true, true, false);
    let mut has_elements = xml.trim().is_empty();
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        match reader.read_event() {
            Ok(Event::Start(tag)) => text.begin(&tag, false),
            Ok(Event::Empty(tag)) => text.begin(&tag, true),
            Ok(Event::End(tag)) => text.end(tag.local_name().as_ref()),
            // What only sets tags apart, line by line, is not shown.
            Ok(Event::Text(shown)) if shown.contains('\n') && shown.trim().is_empty() => {}
            Ok(Event::Text(shown)) => text.push(&shown),
            Ok(Event::CData(shown)) => text.push(&shown),
            // What is read looks through them.
            Ok(Event::GeneralRef(name)) => ["&", &name, ";"].iter().for_each(|piece| text.push(piece)),
            Ok(Event::Comment(words)) => text.words.extend([&words, "\n"]),
            Ok(Event::PI(words)) => text.words.extend([&words, "\n"]),
            Ok(Event::DocType(words)) => {
                text.words.extend([&words, "\n"]);
                text.is_sound &= !words.contains("<!ENTITY");
            }
            Ok(Event::Decl(_)) => {}
            Ok(Event::Eof) => break,
            Err(_) => {
                text.is_sound = false;
                text.words.push_str(xml.get(at..).unwrap_or_default());
                break;
            }
        }
        has_elements |= text.has_elements;
    }
    while let Some(line) = text.kept.pop() {
        text.flush();
        text.line = line;
    }
    text.flush();
    let texts = [text.shown, text.words].into_iter().filter(|text| !text.trim().is_empty()).collect();
    (texts, text.is_sound && has_elements)
}

/// A paragraph while it is read.
#[derive(Debug, Default)]
struct OpenParagraph {
    /// What it shows.
    now: String,
    /// What it showed before it was changed, where it was.
    before: Option<String>,
    /// What fields are made of.
    code: String,
    /// How many paragraphs are open, how much of this one is new, how much is gone, and how many fields are open.
    blocks: usize,
    inserted: usize,
    deleted: usize,
    fields: usize,
    /// How many elements are open in it that are called as a block is and are none: the kind of a field, `<w:text/>`.
    kinds: usize,
}

/// The text of a part while it is read.
#[derive(Debug, Default)]
struct PartText {
    shown: String,
    /// What stands in attributes and remarks.
    words: String,
    line: OpenParagraph,
    /// Paragraphs that go on behind what stands aside.
    kept: Vec<OpenParagraph>,
    /// How many more of them are open, which are not kept apart.
    too_deep: usize,
    is_sound: bool,
    has_elements: bool,
}

impl PartText {
    fn begin(&mut self, tag: &BytesStart<'_>, is_empty: bool) {
        self.has_elements = true;
        let name = tag.local_name();
        let name = name.as_ref();
        if !NUMBERED.contains(&name) {
            self.read_attributes(tag);
        }
        let line = &mut self.line;
        match name {
            // A paragraph goes on around the kind of a field that stands in it.
            "text" if line.blocks > 0 => line.kinds = line.kinds.saturating_add(usize::from(!is_empty)),
            // What is empty may be shown as a line of its own, or be no paragraph at all: both are read.
            _ if BLOCKS.contains(&name) && is_empty && line.blocks > 0 => {
                line.before.get_or_insert_with(|| line.now.clone()).push('\t');
            }
            _ if BLOCKS.contains(&name) => {
                self.flush();
                self.line.blocks = self.line.blocks.saturating_add(usize::from(!is_empty));
            }
            _ if ASIDE.contains(&name) && !is_empty => match self.kept.len() < DEEPEST {
                true => {
                    let blocks = line.blocks.min(1);
                    self.kept.push(std::mem::replace(line, OpenParagraph { blocks, ..OpenParagraph::default() }));
                }
                false => self.too_deep = self.too_deep.saturating_add(1),
            },
            _ if line.blocks == 0 => self.flush(),
            "noBreakHyphen" => self.push("-"),
            "softHyphen" => self.push("\u{ad}"),
            "s" => self.push(" "),
            // What stands on both sides of a tab or of the end of a line is near each other, in one paragraph.
            "tab" | "ptab" | "br" | "cr" | "line-break" => self.push("\t"),
            _ if is_empty => {}
            "instrText" | "delInstrText" => line.fields = line.fields.saturating_add(1),
            "ins" | "moveTo" => {
                line.before.get_or_insert_with(|| line.now.clone());
                line.inserted = line.inserted.saturating_add(1);
            }
            "del" | "moveFrom" => {
                line.before.get_or_insert_with(|| line.now.clone());
                line.deleted = line.deleted.saturating_add(1);
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        let line = &mut self.line;
        match name {
            "text" if line.kinds > 0 => line.kinds = line.kinds.saturating_sub(1),
            _ if BLOCKS.contains(&name) => {
                self.flush();
                self.line.blocks = self.line.blocks.saturating_sub(1);
            }
            _ if ASIDE.contains(&name) && self.too_deep > 0 => self.too_deep = self.too_deep.saturating_sub(1),
            _ if ASIDE.contains(&name) => {
                self.flush();
                self.line = self.kept.pop().unwrap_or_default();
            }
            _ if line.blocks == 0 => self.flush(),
            "instrText" | "delInstrText" => line.fields = line.fields.saturating_sub(1),
            "ins" | "moveTo" => line.inserted = line.inserted.saturating_sub(1),
            "del" | "moveFrom" => line.deleted = line.deleted.saturating_sub(1),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        let line = &mut self.line;
        if line.fields > 0 {
            line.code.push_str(text);
            return;
        }
        if line.deleted == 0 {
            line.now.push_str(text);
        }
        if line.inserted == 0 || line.deleted > 0 {
            line.before.iter_mut().for_each(|before| before.push_str(text));
        }
    }

    /// Ends a line.
    fn flush(&mut self) {
        let line = &mut self.line;
        let before = line.before.take().filter(|before| *before != line.now);
        for text in [&*line.now, before.as_deref().unwrap_or_default(), &*line.code] {
            if !text.is_empty() {
                self.shown.extend([text, "\n"]);
            }
        }
        line.now.clear();
        line.code.clear();
        // What was changed goes on in the next line, if that is the same element.
        if line.inserted > 0 || line.deleted > 0 {
            line.before = Some(String::new());
        }
    }

    /// Reads what stands in the attributes of an element, where it may be words.
    fn read_attributes(&mut self, tag: &BytesStart<'_>) {
        for attribute in tag.attributes().with_checks(false) {
            let Ok(attribute) = attribute else {
                self.is_sound = false;
                self.words.extend([tag.attributes_raw(), "\n"]);
                return;
            };
            let key = attribute.key.local_name();
            let is_bare = attribute.value.bytes().all(|byte| byte.is_ascii_digit());
            if !DRAWN.contains(&key.as_ref()) && (!is_bare || WORDED.contains(&key.as_ref())) {
                self.words.extend([&*attribute.value, "\n"]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_one_word_to_a_reader_is_one_word_in_a_document() {
        for (xml, text) in [
            ("<w:p><w:r><w:t>0101</w:t></w:r><w:r><w:t>90</w:t></w:r></w:p>", "010190\n"),
            ("<w:p><w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>0101</w:t></w:r><w:r><w:t>90</w:t></w:r>", "010190\n"),
            ("<w:p><w:t>010190</w:t><w:noBreakHyphen/><w:t>1234</w:t>", "010190-1234\n"),
            ("<w:p><w:t>010190</w:t><w:softHyphen/><w:t>1234</w:t>", "010190\u{ad}1234\n"),
            ("<text:p><text:span>010190</text:span><text:s/><text:a>1234</text:a></text:p>", "010190 1234\n"),
            ("<w:p><w:t>12</w:t><w:rPr/></w:p><w:p/><w:t>34</w:t>", "12\n34\n"),
            ("<w:p><w:rPr><w:b/></w:rPr><w:t>12</w:t><w:tab/><w:t>34</w:t></w:p>", "12\t34\n"),
            ("<w:p><w:t>010190</w:t><w:br/><w:t>1234</w:t></w:p>", "010190\t1234\n"),
            ("<w:p>a<w:p>b</w:p>c</w:p>d<w:p>e", "a\nb\nc\nd\ne\n"),
            ("<w:p>a<w:ins>b</w:ins>c<w:del>d</w:del></w:p><w:p>e</w:p>", "abc\nacd\ne\n"),
            ("<w:p><w:ins>a<w:del>b</w:del></w:ins></w:p>", "a\nb\n"),
            ("<w:p><w:t>0101</w:t><w:sdtPr><w:text/></w:sdtPr><w:t>90</w:t></w:p>", "010190\n"),
            (
                "<w:p>01<w:text w:multiLine=\"1\"/>01<w:text></w:text>90<w:text><w:text/></w:text>1</w:p>2",
                "0101901\n2\n",
            ),
            ("<w:p>010190<w:h/>1234</w:p><w:p/>5", "0101901234\n010190\t1234\n5\n"),
            ("<text>a<r/>b</text><text>c</text>", "ab\nc\n"),
            ("<w:p>a<w:ins/>b &#49;&lt;&x", "ab &#49;&lt;&x\n"),
            ("<w:p>a<rt>b<rt>c</rt><r/>d</rt>e</w:p>", "c\nbd\nae\n"),
        ] {
            assert_eq!(xml_texts(xml), (vec![text.to_owned()], true), "{xml}");
        }
    }

    #[test]
    fn words_in_attributes_are_read_and_sizes_are_not() {
        for (xml, text, is_sound) in [
            ("<sheet name='010190-1234' sheetId=\"1\"/>", "010190-1234\n", true),
            ("<s v=\"010190-1234\"/><n v=\"101901234\"/>", "010190-1234\n101901234\n", true),
            (
                "<Relationship Id=\"rId1\" Target=\"https://x.dk/010190-1234\"/>",
                "rId1\nhttps://x.dk/010190-1234\n",
                true,
            ),
            ("<a:ext cx=\"0101901234\"/><w:id w:val=\"-0101901234\"/><p14:creationId val=\"0101901234\"/>", "", true),
            ("<draw:path svg:d=\"M120190 1234\" draw:name=\"A\"/>", "A\n", true),
            ("<c d=e f=\"g\">", " d=e f=\"g\"\n", false),
        ] {
            let texts = if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
            assert_eq!(xml_texts(xml), (texts, is_sound), "{xml}");
        }
    }
}
