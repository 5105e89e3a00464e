//! The text of documents, spreadsheets and slides: archives of XML, with other archives and pictures in them.
//!
//! All parts are read, whatever they are for, and of XML the values of attributes too: names of sheets, what a pivot table keeps of
//! its source, addresses of links, alternative texts. What cannot be read is told.

use super::{attachment_parts::AttachmentText, inflate::inflate};
use crate::value::RelPath;

/// How deep archives are read that lie in each other.
const DEEPEST: usize = 3;

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

/// Reads a file that lies so deep in others, of which so many bytes may be unpacked.
type ReadPart<'r> = dyn Fn(&RelPath, &[u8], usize, &mut usize) -> AttachmentText + 'r;

/// Returns the texts of a zip archive, which may have so many bytes in all, and last the names of its parts; nothing where it is none, or
/// no document.
pub(super) fn office_text(bytes: &[u8], depth: usize, left: &mut usize, read: &ReadPart<'_>) -> Option<AttachmentText> {
    const END: &[u8] = b"PK\x05\x06";
    const ENTRY: &[u8] = b"PK\x01\x02";
    let end = bytes.windows(END.len()).rposition(|window| window == END)?;
    let count = u16_at(bytes, end.checked_add(10)?)?;
    let mut at = u32_at(bytes, end.checked_add(16)?)?;
    let mut all = AttachmentText::default();
    let (mut names, mut is_document) = (String::new(), false);
    for _ in 0..count {
        if bytes.get(at..at.checked_add(4)?)? != ENTRY {
            return None;
        }
        let field = |offset: usize| at.checked_add(offset);
        let (flags, method) = (u16_at(bytes, field(8)?)?, u16_at(bytes, field(10)?)?);
        let packed = u32_at(bytes, field(20)?)?;
        let (name_len, extra, remark) =
            (u16_at(bytes, field(28)?)?, u16_at(bytes, field(30)?)?, u16_at(bytes, field(32)?)?);
        let local = u32_at(bytes, field(42)?)?;
        let name_at = field(46)?;
        let name = bytes.get(name_at..name_at.checked_add(name_len)?)?;
        at = name_at.checked_add(name_len)?.checked_add(extra)?.checked_add(remark)?;
        let name = String::from_utf8_lossy(name).into_owned();
        let data = || {
            // An encrypted part cannot be read.
            let packing = if flags & 1 == 1 { None } else { Some(method) }?;
            let skip = u16_at(bytes, local.checked_add(26)?)?.checked_add(u16_at(bytes, local.checked_add(28)?)?)?;
            let start = local.checked_add(30)?.checked_add(skip)?;
            let data = bytes.get(start..start.checked_add(packed)?)?;
            match packing {
                0 => Some(data.to_vec()),
                8 => inflate(data, false, *left),
                _ => None,
            }
        };
        let kind = PartKind::of(&name);
        let part = if kind == PartKind::Other { None } else { data() };
        *left = left.saturating_sub(part.as_ref().map_or(0, Vec::len));
        match (kind, part) {
            (PartKind::Other, _) => {}
            (_, None) => all.is_unread = true,
            (PartKind::Xml, Some(part)) => all.parts.extend(xml_texts(&String::from_utf8_lossy(&part))),
            (PartKind::Embedded, Some(part)) if depth < DEEPEST => {
                let file = RelPath::new(name.rsplit('/').next().unwrap_or_default()).ok();
                let inner = file.map(|file| read(&file, &part, depth.saturating_add(1), left));
                all.is_unread |= inner.as_ref().is_none_or(|inner| inner.is_unread);
                all.parts.extend(inner.into_iter().flat_map(|inner| inner.parts));
            }
            (PartKind::Embedded, Some(_)) => all.is_unread = true,
            (PartKind::Foreign, Some(part)) => {
                all.is_unread = true;
                all.parts.push(String::from_utf8_lossy(&part).replace('\0', ""));
            }
        }
        is_document |= kind == PartKind::Xml;
        names.push_str(&name);
        names.push('\n');
    }
    all.parts.push(names);
    is_document.then_some(all)
}

/// What a part of an archive is to whoever looks for words in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PartKind {
    Xml,
    /// A file of its own that is read as any attachment.
    Embedded,
    /// A file of another program, of which a part may be read at the most.
    Foreign,
    /// What holds no words: fonts, settings of printers.
    Other,
}

impl PartKind {
    fn of(name: &str) -> Self {
        let name = name.to_ascii_lowercase();
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        match ending {
            "xml" | "rels" | "vml" | "html" | "htm" | "xhtml" | "mht" | "mhtml" | "eml" => Self::Xml,
            "docx" | "docm" | "xlsx" | "xlsm" | "pptx" | "pptm" | "odt" | "ods" | "odp" | "zip" | "pdf" | "svg"
            | "png" | "jpg" | "jpeg" | "gif" | "webp" | "emf" | "wmf" | "txt" | "csv" | "rtf" | "json" => {
                Self::Embedded
            }
            "bin" | "doc" | "xls" | "ppt" | "xlsb" | "msg" | "ole" if name.contains("printersettings") => Self::Other,
            "bin" | "doc" | "xls" | "ppt" | "xlsb" | "msg" | "ole" => Self::Foreign,
            _ if name.contains("embeddings/") || name.starts_with("object ") => Self::Foreign,
            _ => Self::Other,
        }
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<usize> {
    let two: [u8; 2] = bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
    Some(usize::from(u16::from_le_bytes(two)))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    let four: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(four)).ok()
}

/// Returns the text of a document in XML, and the words in its attributes, one to a line.
fn xml_texts(xml: &str) -> Vec<String> {
    [xml_text(xml), attribute_text(xml)].into_iter().filter(|text| !text.trim().is_empty()).collect()
}

/// Returns what stands in the attributes of a document, where it may be words.
fn attribute_text(xml: &str) -> String {
    let mut out = String::new();
    for tag in xml.split('<').skip(1).filter_map(|piece| piece.split_once('>')).map(|(tag, _)| tag) {
        let name = tag.split([' ', '/', '\n', '\t']).next().unwrap_or_default();
        if NUMBERED.contains(&local(name)) {
            continue;
        }
        let mut rest = tag;
        while let Some((before, behind)) = rest.split_once('=') {
            let Some(quote) = behind.chars().next().filter(|c| matches!(c, '"' | '\'')) else { break };
            let Some((value, further)) = behind.get(1..).and_then(|value| value.split_once(quote)) else { break };
            let key = local(before.trim().rsplit(char::is_whitespace).next().unwrap_or_default());
            let is_bare = value.bytes().all(|byte| byte.is_ascii_digit());
            if !DRAWN.contains(&key) && (!is_bare || WORDED.contains(&key)) {
                out.push_str(value);
                out.push('\n');
            }
            rest = further;
        }
    }
    out
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Returns the text between the tags of a document. Only what is one word to its reader stays one: runs of a paragraph.
fn xml_text(xml: &str) -> String {
    let mut out = String::new();
    let mut formats = false;
    for piece in xml.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.trim_start_matches('/').split([' ', '/', '\n', '\t']).next().unwrap_or_default();
        let name = name.rsplit(':').next().unwrap_or_default();
        match name {
            "rPr" => formats = !tag.starts_with('/') && !tag.ends_with('/'),
            _ if formats => {}
            "r" | "t" | "span" | "a" | "proofErr" | "bookmarkStart" | "bookmarkEnd" | "hyperlink" => {}
            "noBreakHyphen" => out.push('-'),
            "softHyphen" => out.push('\u{ad}'),
            "s" => out.push(' '),
            // What stands on both sides of a tab or of the end of a line is near each other, in one paragraph.
            "tab" | "br" | "cr" | "line-break" => out.push('\t'),
            _ => out.push('\n'),
        }
        out.push_str(text);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_one_word_to_a_reader_is_one_word_in_a_document() {
        for (xml, text) in [
            ("<w:r><w:t>0101</w:t></w:r><w:r><w:t>90</w:t></w:r>", "010190"),
            ("<w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>0101</w:t></w:r><w:r><w:t>90</w:t></w:r>", "010190"),
            ("<w:t>010190</w:t><w:noBreakHyphen/><w:t>1234</w:t>", "010190-1234"),
            ("<w:t>010190</w:t><w:softHyphen/><w:t>1234</w:t>", "010190\u{ad}1234"),
            ("<text:span>010190</text:span><text:s/><text:a>1234</text:a>", "010190 1234"),
            ("<w:t>12</w:t><w:rPr/><w:p/><w:t>34</w:t>", "12\n34"),
            ("<w:rPr><w:b/></w:rPr><w:t>12</w:t><w:tab/><w:t>34</w:t>", "12\t34"),
            ("<w:t>010190</w:t><w:br/><w:t>1234</w:t>", "010190\t1234"),
        ] {
            assert_eq!(xml_text(xml), text, "{xml}");
        }
    }

    #[test]
    fn words_in_attributes_are_read_and_sizes_are_not() {
        for (xml, text) in [
            ("<sheet name='010190-1234' sheetId=\"1\"/>", "010190-1234\n"),
            ("<s v=\"010190-1234\"/><n v=\"101901234\"/>", "010190-1234\n101901234\n"),
            ("<Relationship Id=\"rId1\" Target=\"https://x.dk/010190-1234\"/>", "rId1\nhttps://x.dk/010190-1234\n"),
            ("<a:ext cx=\"0101901234\"/><w:id w:val=\"-0101901234\"/><p14:creationId val=\"0101901234\"/>", ""),
            ("<draw:path svg:d=\"M120190 1234\" draw:name=\"A\"/>", "A\n"),
            ("<a b/>x = \"y\"<c d=e f=\"g\">", ""),
        ] {
            assert_eq!(attribute_text(xml), text, "{xml}");
        }
    }
}
