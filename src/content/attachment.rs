//! The text of pictures and attachments, as far as it can be had without drawing them.
//!
//! What is read: SVG and every other file as it stands; the XML of `docx`, `xlsx`, `pptx`, `odt`, `ods` and `odp`; of `pdf` the strings
//! of its pages, where its fonts keep to letters. What is not: pictures of text, fonts that count their glyphs
//! themselves, and what is encrypted. Says so, so that nobody takes a file for looked at that was not.

use zlib_rs::{Inflate, InflateFlush, Status};

use crate::value::{RelPath, marked_utf16};

/// The most bytes that one attachment is inflated to.
const MOST: usize = 64 * 1024 * 1024;

/// The text of a file that pages show or link to.
#[derive(Debug, Default)]
pub struct AttachmentText {
    /// Its texts, part by part: each sheet, each page. The first is the file as it stands.
    pub parts: Vec<String>,
    /// Whether there may be text in it that could not be read.
    pub is_unread: bool,
}

/// Returns the text of a picture or an attachment.
#[must_use]
pub fn attachment_text(file: &RelPath, bytes: &[u8]) -> AttachmentText {
    let raw = marked_utf16(bytes).map_or_else(|| String::from_utf8_lossy(bytes).into_owned(), |(text, _)| text);
    match file.extension().to_ascii_lowercase().as_str() {
        "svg" => AttachmentText { parts: vec![without_coordinates(&raw)], is_unread: false },
        "docx" | "xlsx" | "pptx" | "odt" | "ods" | "odp" => {
            let parts = zipped(bytes);
            // What is encrypted is an archive of another kind, with the other one in it.
            let is_archive = bytes.starts_with(b"PK") || bytes.starts_with(b"\xd0\xcf\x11\xe0");
            let is_unread = is_archive && parts.as_ref().is_none_or(Vec::is_empty);
            AttachmentText { parts: parts.filter(|parts| !parts.is_empty()).unwrap_or_else(|| vec![raw]), is_unread }
        }
        "pdf" => {
            let pages = pdf_strings(bytes);
            let is_letter = |text: &String| text.chars().filter(|c| c.is_alphanumeric()).count() > 2;
            let is_unread = bytes.starts_with(b"%PDF") && !pages.is_empty() && !pages.iter().any(is_letter);
            AttachmentText { parts: std::iter::once(raw).chain(pages).collect(), is_unread }
        }
        _ => AttachmentText { parts: vec![raw], is_unread: false },
    }
}

/// Overwrites the numbers that draw a picture, so that `120190-1234` between two corners is no personal number. All else
/// stays where it is.
fn without_coordinates(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some((at, name)) = [" d=", " points=", " transform=", " viewBox=", "\nd=", "\tpoints="]
        .iter()
        .filter_map(|name| rest.find(name).map(|at| (at, name.len())))
        .min()
    {
        let start = at.saturating_add(name);
        let quote = rest.get(start..).and_then(|value| value.chars().next()).filter(|c| matches!(c, '"' | '\''));
        let Some(quote) = quote else {
            out.push_str(rest.get(..start).unwrap_or_default());
            rest = rest.get(start..).unwrap_or_default();
            continue;
        };
        let open = start.saturating_add(1);
        let end = rest.get(open..).and_then(|value| value.find(quote)).map_or(rest.len(), |at| at.saturating_add(open));
        out.push_str(rest.get(..open).unwrap_or_default());
        let value = rest.get(open..end).unwrap_or_default();
        out.extend(value.chars().map(|c| if c == '\n' { c } else { 'x' }));
        rest = rest.get(end..).unwrap_or_default();
    }
    out + rest
}

/// Returns the texts of the XML files of a zip archive; `None` where it is none.
fn zipped(bytes: &[u8]) -> Option<Vec<String>> {
    const END: &[u8] = b"PK\x05\x06";
    const ENTRY: &[u8] = b"PK\x01\x02";
    let end = bytes.windows(END.len()).rposition(|window| window == END)?;
    let count = u16_at(bytes, end.checked_add(10)?)?;
    let mut at = u32_at(bytes, end.checked_add(16)?)?;
    let mut left = MOST;
    let mut texts = Vec::new();
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
        if !name.ends_with(b".xml") {
            continue;
        }
        // An encrypted part cannot be read.
        if flags & 1 == 1 {
            return None;
        }
        let skip = u16_at(bytes, local.checked_add(26)?)?.checked_add(u16_at(bytes, local.checked_add(28)?)?)?;
        let start = local.checked_add(30)?.checked_add(skip)?;
        let data = bytes.get(start..start.checked_add(packed)?)?;
        let xml = match method {
            0 => data.to_vec(),
            8 => inflate(data, false, left)?,
            _ => return None,
        };
        left = left.checked_sub(xml.len())?;
        texts.push(xml_text(&String::from_utf8_lossy(&xml)));
    }
    Some(texts)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<usize> {
    let two: [u8; 2] = bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
    Some(usize::from(u16::from_le_bytes(two)))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    let four: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(four)).ok()
}

/// Inflates data to so many bytes at the most. What is damaged gives what could be read of it.
fn inflate(data: &[u8], has_header: bool, most: usize) -> Option<Vec<u8>> {
    let mut inflater = Inflate::new(has_header, 15);
    let mut out = Vec::new();
    let mut block = vec![0; 64 * 1024];
    loop {
        let read = usize::try_from(inflater.total_in()).ok()?;
        let before = inflater.total_out();
        let status = inflater.decompress(data.get(read..)?, &mut block, InflateFlush::NoFlush);
        let made = usize::try_from(inflater.total_out().checked_sub(before)?).ok()?;
        out.extend_from_slice(block.get(..made)?);
        if out.len() > most {
            return None;
        }
        match status {
            Ok(Status::Ok) if made > 0 || usize::try_from(inflater.total_in()).ok()? > read => {}
            _ => return Some(out),
        }
    }
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
            _ => out.push('\n'),
        }
        out.push_str(text);
    }
    out
}

/// Returns the strings that the streams of a PDF draw, one text a stream.
fn pdf_strings(bytes: &[u8]) -> Vec<String> {
    const OPEN: &[u8] = b"stream";
    let mut texts = Vec::new();
    let mut left = MOST;
    let mut at = 0_usize;
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.windows(OPEN.len()).position(|word| word == OPEN)) {
        let word = at.saturating_add(found);
        at = word.saturating_add(OPEN.len());
        let head = bytes.get(word.saturating_sub(400)..word).unwrap_or_default();
        let head = String::from_utf8_lossy(head);
        let dictionary = head.rsplit(" obj").next().unwrap_or_default();
        if head.ends_with("end") || ["/Image", "/Length1", "/FontFile"].iter().any(|kind| dictionary.contains(kind)) {
            continue;
        }
        let line_end =
            bytes.get(at..).unwrap_or_default().iter().take(2).take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let data = bytes.get(at.saturating_add(line_end.count())..).unwrap_or_default();
        let plain = match dictionary.contains("/FlateDecode") {
            true => inflate(data, true, left).unwrap_or_default(),
            false => {
                let end = data.windows(9).position(|word| word == b"endstream").unwrap_or(data.len());
                data.get(..end).unwrap_or_default().to_vec()
            }
        };
        left = left.saturating_sub(plain.len());
        texts.push(drawn_strings(&plain));
    }
    texts
}

/// Returns the strings of a stream: those of one list are one word, for they are drawn one behind the other.
fn drawn_strings(stream: &[u8]) -> String {
    let mut out = String::new();
    let mut bytes = stream.iter().copied().peekable();
    let mut in_list = false;
    while let Some(byte) = bytes.next() {
        match byte {
            b'[' => in_list = true,
            b']' => {
                in_list = false;
                out.push('\n');
            }
            b'(' => {
                let mut depth = 1_u32;
                while let Some(byte) = bytes.next() {
                    match byte {
                        b'\\' => match bytes.next() {
                            Some(digit @ b'0'..=b'7') => {
                                let mut code = u32::from(digit.saturating_sub(b'0'));
                                for _ in 0..2 {
                                    let Some(next @ b'0'..=b'7') = bytes.peek().copied() else { break };
                                    code = code.saturating_mul(8).saturating_add(u32::from(next.saturating_sub(b'0')));
                                    bytes.next();
                                }
                                out.extend(char::from_u32(code));
                            }
                            Some(other) => out.push(char::from(other)),
                            None => break,
                        },
                        b'(' => depth = depth.saturating_add(1),
                        b')' => {
                            depth = depth.saturating_sub(1);
                            if depth == 0 {
                                break;
                            }
                        }
                        _ => out.push(char::from(byte)),
                    }
                }
                if !in_list {
                    out.push('\n');
                }
            }
            // A dictionary begins with two, and may hold what is read out for what is drawn.
            b'<' if bytes.peek() == Some(&b'<') => drop(bytes.next()),
            b'<' => {
                let hex: Vec<u8> =
                    bytes.by_ref().take_while(|byte| *byte != b'>').filter(u8::is_ascii_hexdigit).collect();
                for pair in hex.chunks(2) {
                    let text = std::str::from_utf8(pair).unwrap_or_default();
                    let code = u8::from_str_radix(text, 16).unwrap_or_default();
                    out.extend(Some(char::from(code)).filter(|c| !c.is_control()));
                }
                if !in_list {
                    out.push('\n');
                }
            }
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Packs bytes as deflate does where nothing is saved: in blocks that stand as they are.
    fn packed(data: &[u8]) -> Vec<u8> {
        let blocks: Vec<&[u8]> = data.chunks(60_000).collect();
        let block = |(nth, block): (usize, &&[u8])| {
            let length = u16::try_from(block.len()).expect("a block");
            let head =
                [&[u8::from(nth + 1 == blocks.len())][..], &length.to_le_bytes(), &(!length).to_le_bytes()].concat();
            [&head[..], block].concat()
        };
        blocks.iter().enumerate().flat_map(block).collect()
    }

    /// A part of an archive: its name, its flags, how it is packed, and its bytes.
    type Part<'p> = (&'p str, u16, u16, &'p [u8]);

    /// Makes an archive, with something behind each name that is to be passed over.
    fn archive(parts: &[Part<'_>]) -> Vec<u8> {
        let short = |number: usize| u16::try_from(number).expect("short").to_le_bytes();
        let long = |number: usize| u32::try_from(number).expect("long").to_le_bytes();
        let (mut files, mut entries) = (Vec::new(), Vec::new());
        for (name, flags, method, bytes) in parts {
            let data = if *method == 8 { packed(bytes) } else { bytes.to_vec() };
            let kind = [flags.to_le_bytes(), method.to_le_bytes()].concat();
            let sizes = [&[0; 8][..], &long(data.len()), &long(bytes.len()), &short(name.len())].concat();
            entries.extend([&b"PK\x01\x02"[..], &[0; 4], &kind, &sizes, &short(3), &short(2), &[0; 8]].concat());
            entries.extend([&long(files.len())[..], name.as_bytes(), b"xxx", b"yy"].concat());
            files.extend(
                [&b"PK\x03\x04"[..], &[0; 2], &kind, &sizes, &short(5), name.as_bytes(), b"zzzzz", &data].concat(),
            );
        }
        let (count, at) = (short(parts.len()), long(files.len()));
        [&files[..], &entries, b"PK\x05\x06", &[0; 4], &count, &count, &long(entries.len()), &at, &[0; 2]].concat()
    }

    fn read(name: &str, bytes: &[u8]) -> (Vec<String>, bool) {
        let text = attachment_text(&RelPath::new(name).expect("a path"), bytes);
        (text.parts, text.is_unread)
    }

    #[test]
    fn what_is_packed_is_read_to_its_end_or_as_far_as_it_goes() {
        let text = b"010190-1234 ".repeat(20_000);
        assert_eq!(inflate(&packed(&text), false, text.len()), Some(text.clone()));
        assert_eq!(inflate(&packed(&text), false, text.len() - 1), None, "more than may be");
        let cut = inflate(&packed(&text)[..100_000], false, MOST).expect("what there is");
        assert!(cut.len() > 90_000 && text.starts_with(&cut), "{}", cut.len());
        assert_eq!(inflate(&[], false, MOST), Some(Vec::new()));
        let headed = [&[0x78, 0x01][..], &packed(&text)].concat();
        assert_eq!(inflate(&headed, true, MOST), Some(text));
    }

    #[test]
    fn all_texts_of_an_archive_are_read_and_what_is_locked_is_told() {
        let long = [b"<w:t>".repeat(400_000), b"<w:t>010190</w:t>".to_vec()].concat();
        let parts: [Part<'_>; 3] =
            [("a.xml", 0, 0, b"<w:t>Et</w:t>"), ("b.png", 1, 99, b"\x89PNG"), ("c.xml", 8, 8, &long)];
        for ending in ["docx", "xlsx", "pptx", "odt", "ods", "odp"] {
            assert_eq!(read(&format!("a.{ending}"), &archive(&parts)), (vec!["Et".into(), "010190".into()], false));
        }
        for locked in [("a.xml", 1, 0, &b"<w:t>Et</w:t>"[..]), ("a.xml", 0, 99, b"<w:t>Et</w:t>")] {
            let (parts, is_unread) = read("a.docx", &archive(&[locked]));
            assert!(is_unread && parts.len() == 1 && parts[0].starts_with("PK"), "as it stands");
        }
        assert!(read("a.docx", &archive(&[("b.png", 0, 0, b"\x89PNG")])).1, "no text at all");
        assert!(read("a.docx", b"\xd0\xcf\x11\xe0 locked").1);
        assert_eq!(read("a.docx", b"Tekst 010190-1234"), (vec!["Tekst 010190-1234".into()], false));
        assert_eq!(read("a.txt", &archive(&parts)).0.len(), 1);
    }

    #[test]
    fn what_is_one_word_to_a_reader_is_one_word_in_a_document() {
        for (xml, text) in [
            ("<w:r><w:t>0101</w:t></w:r><w:r><w:t>90</w:t></w:r>", "010190"),
            ("<w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>0101</w:t></w:r><w:r><w:t>90</w:t></w:r>", "010190"),
            ("<w:t>010190</w:t><w:noBreakHyphen/><w:t>1234</w:t>", "010190-1234"),
            ("<w:t>010190</w:t><w:softHyphen/><w:t>1234</w:t>", "010190\u{ad}1234"),
            ("<text:span>010190</text:span><text:s/><text:a>1234</text:a>", "010190 1234"),
            ("<w:t>12</w:t><w:rPr/><w:p/><w:t>34</w:t>", "12\n34"),
            ("<w:rPr><w:b/></w:rPr><w:t>12</w:t><w:tab/><w:t>34</w:t>", "12\n34"),
        ] {
            assert_eq!(xml_text(xml), text, "{xml}");
        }
    }

    #[test]
    fn strings_are_read_as_a_page_draws_them() {
        for (stream, text) in [
            ("(010190) Tj (12) Tj", "010190\n12\n"),
            ("[(0101) -20 (90)] TJ [<3132>] TJ", "010190\n12\n"),
            (r"(a\(b\)c\\d\101\60) Tj", "a(b)c\\dA0\n"),
            ("(a(b)c) Tj", "abc\n"),
            ("<30313031> Tj << /F 1 >>", "0101\n"),
            ("/Span << /ActualText <30313930> >> BDC", "0190\n"),
            ("<0a31\n32> Tj", "12\n"),
        ] {
            assert_eq!(drawn_strings(stream.as_bytes()), text, "{stream}");
        }
    }

    #[test]
    fn pages_are_read_and_pictures_are_not() {
        let page = |dictionary: &str, data: &[u8]| {
            [format!("1 0 obj << {dictionary} >> stream\n").as_bytes(), data, b"\nendstream endobj\n"].concat()
        };
        let flat = [&[0x78, 0x01][..], &packed(b"(1234) Tj")].concat();
        let pdf = [
            &b"%PDF-1.7\n"[..],
            &page("", b"(010190) Tj"),
            &page("/Filter /FlateDecode", &flat),
            &page("/Subtype /Image", b"(hemmelig) Tj"),
            &page("/Length1 9", b"(skrift) Tj"),
            &page("/FontFile2 9", b"(skrift) Tj"),
        ]
        .concat();
        let (parts, is_unread) = read("a.pdf", &pdf);
        assert_eq!((&parts[1..], is_unread), (&["010190\n".to_owned(), "1234\n".into()][..], false));
        for (bytes, is_unread) in [
            ([&b"%PDF-1.7\n"[..], &page("", b"(ab) Tj")].concat(), true),
            ([&b"%PDF-1.7\n"[..], &page("", b"(abc) Tj")].concat(), false),
            ([&b"%PDF-1.7\n"[..], &page("", b"(ab) Tj"), &page("", b"(abc) Tj")].concat(), false),
            (page("", b"(ab) Tj"), false),
            (b"%PDF-1.7\n".to_vec(), false),
        ] {
            assert_eq!(read("a.pdf", &bytes).1, is_unread, "{}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn numbers_that_draw_a_picture_are_no_text_of_it() {
        let svg = "<path d=\"M120190-1234\nL9\"/><g transform='scale(010190-1234)'><text x=\"1\">010190-1234</text></g><a d=010190-1234>";
        let (parts, is_unread) = read("a.svg", svg.as_bytes());
        let text = "<path d=\"xxxxxxxxxxxx\nxx\"/><g transform='xxxxxxxxxxxxxxxxxx'><text x=\"1\">010190-1234</text></g><a d=010190-1234>";
        assert_eq!((parts, is_unread), (vec![text.to_owned()], false));
    }
}
