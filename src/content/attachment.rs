//! The text of pictures and attachments, as far as it can be had without drawing them.
//!
//! What is read: SVG and every other file as it stands; all parts of `docx`, `xlsx`, `pptx`, `odt`, `ods` and `odp`, other archives in
//! them too (`office_text`); of `pdf` the strings of its pages, where its fonts keep to letters (`pdf_text`); the packed words of `png`.
//! What is not: pictures of text, fonts that count their glyphs themselves, files of other programs within a document, and what is
//! encrypted. Says so, so that nobody takes a file for looked at that was not.

use super::{attachment_parts::AttachmentText, office_text::office_text, pdf_text::pdf_strings, png_text::png_texts};
use crate::value::{RelPath, marked_utf16};

/// The most bytes that one attachment is inflated to.
const MOST: usize = 64 * 1024 * 1024;

/// Returns the text of a picture or an attachment.
#[must_use]
pub fn attachment_text(file: &RelPath, bytes: &[u8]) -> AttachmentText {
    let mut left = MOST;
    attachment_text_within(file, bytes, 0, &mut left)
}

/// Returns the text of a file that lies so deep in other files, of which so many bytes may still be unpacked.
fn attachment_text_within(file: &RelPath, bytes: &[u8], depth: usize, left: &mut usize) -> AttachmentText {
    let raw = marked_utf16(bytes).map_or_else(|| String::from_utf8_lossy(bytes).into_owned(), |(text, _)| text);
    match file.extension().to_ascii_lowercase().as_str() {
        "svg" => AttachmentText { parts: vec![without_coordinates(&raw)], is_unread: false },
        "docx" | "xlsx" | "pptx" | "odt" | "ods" | "odp" | "docm" | "xlsm" | "pptm" | "zip" => {
            // What is encrypted is an archive of another kind, with the other one in it.
            let is_archive = bytes.starts_with(b"PK") || bytes.starts_with(b"\xd0\xcf\x11\xe0");
            match office_text(bytes, depth, left, &attachment_text_within) {
                Some(all) => all,
                None => AttachmentText { parts: vec![raw], is_unread: is_archive },
            }
        }
        "pdf" => {
            let pages = pdf_strings(bytes, left);
            let is_unread = bytes.starts_with(b"%PDF") && pages.is_unread;
            AttachmentText { parts: std::iter::once(raw).chain(pages.parts).collect(), is_unread }
        }
        "png" => {
            let (texts, is_read) = png_texts(bytes, left);
            AttachmentText { parts: std::iter::once(raw).chain(texts).collect(), is_unread: !is_read }
        }
        // Drawings of Windows keep their words in UTF-16.
        "emf" | "wmf" => AttachmentText { parts: vec![raw.replace('\0', "")], is_unread: false },
        _ => AttachmentText { parts: vec![raw], is_unread: false },
    }
}

/// Overwrites the numbers that draw a picture, so that `120190-1234` between two corners is no personal number. All else
/// stays where it is.
fn without_coordinates(svg: &str) -> String {
    const DRAWING: [&str; 6] = [" d", " points", " transform", " viewBox", "\nd", "\tpoints"];
    let mut out = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some((before, value)) = rest.split_once('=') {
        out.extend([before, "="]);
        rest = value;
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let Some(quote) = quote.filter(|_| DRAWING.iter().any(|name| before.ends_with(name))) else { continue };
        let numbers = value.get(1..).and_then(|inner| inner.split(quote).next()).unwrap_or_default();
        out.push(quote);
        out.extend(numbers.chars().map(|c| if c == '\n' { c } else { 'x' }));
        rest = value.get(numbers.len().saturating_add(1)..).unwrap_or_default();
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::{super::inflate::inflate, *};

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
            [("a.xml", 0, 0, b"<w:t>Et</w:t>"), ("b.bin", 1, 99, b"\x89PNG"), ("c.xml", 8, 8, &long)];
        for ending in ["docx", "xlsx", "pptx", "odt", "ods", "odp"] {
            let texts = vec!["Et".into(), "010190".into(), "a.xml\nb.bin\nc.xml\n".into()];
            assert_eq!(read(&format!("a.{ending}"), &archive(&parts)), (texts, true), "a part is locked");
        }
        for locked in [("a.xml", 1, 0, &b"<w:t>Et</w:t>"[..]), ("a.xml", 0, 99, b"<w:t>Et</w:t>")] {
            let (parts, is_unread) = read("a.docx", &archive(&[locked]));
            assert!(is_unread && parts == ["a.xml\n"], "its name alone: {parts:?}");
        }
        assert!(read("a.docx", &archive(&[("b.png", 0, 0, b"\x89PNG")])).1, "no text at all");
        assert!(read("a.docx", b"\xd0\xcf\x11\xe0 locked").1);
        assert_eq!(read("a.docx", b"Tekst 010190-1234"), (vec!["Tekst 010190-1234".into()], false));
        assert_eq!(read("a.txt", &archive(&parts)).0.len(), 1);
    }

    #[test]
    fn archives_within_archives_are_read_so_deep() {
        let sheet = archive(&[("xl/workbook.xml", 0, 0, b"<sheet name=\"010190-1234\" sheetId=\"1\"/>")]);
        let nested = |inner: &[u8]| {
            archive(&[("word/document.xml", 0, 0, b"<w:t>Et</w:t>"), ("word/embeddings/a.xlsx", 8, 8, inner)])
        };
        let holds = |bytes: &[u8]| read("a.docx", bytes).0.iter().any(|part| part.contains("010190-1234"));
        let (one, two) = (nested(&sheet), nested(&nested(&sheet)));
        assert!(holds(&one) && holds(&two) && holds(&nested(&two)) && !read("a.docx", &nested(&two)).1);
        let deep = nested(&nested(&two));
        assert!(!holds(&deep) && read("a.docx", &deep).1, "too deep, and told");
        for (name, is_unread) in [
            ("word/embeddings/oleObject1.bin", true),
            ("word/embeddings/alt.doc", true),
            ("xl/printerSettings1.bin", false),
            ("word/media/a.png", false),
        ] {
            let bytes = archive(&[
                ("a.xml", 0, 0, b"<t>Et</t>"),
                (name, 0, 0, b"0\x001\x000\x001\x009\x000\x00-\x001\x002\x003\x004\x00"),
            ]);
            assert_eq!(read("a.docx", &bytes).1, is_unread, "{name}");
        }
        let alt = archive(&[("a.xml", 0, 0, b"<t>Et</t>"), ("word/alt.html", 0, 0, b"<p>010190-1234</p>")]);
        assert!(holds(&alt));
    }

    #[test]
    fn packed_words_of_a_picture_are_read() {
        let chunk = |kind: &[u8], data: &[u8]| {
            [&u32::try_from(data.len()).expect("short").to_be_bytes()[..], kind, data, &[0; 4]].concat()
        };
        let flat = [&[0x78, 0x01][..], &packed(b"010190-1234")].concat();
        for text in [
            chunk(b"zTXt", &[b"Comment\0\0", &flat[..]].concat()),
            chunk(b"iTXt", &[b"Comment\0\x01\0da\0Kommentar\0", &flat[..]].concat()),
        ] {
            let png = [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &[0; 13]), &text, &chunk(b"IEND", b"")].concat();
            let (parts, is_unread) = read("a.png", &png);
            assert_eq!((parts.get(1).map(String::as_str), is_unread), (Some("010190-1234"), false));
        }
        let plain = chunk(b"iTXt", b"Comment\0\0\0da\0K\x00010190-1234");
        assert_eq!(read("a.png", &[&b"\x89PNG\r\n\x1a\n"[..], &plain, b"\0\0\xff\xffzTXt"].concat()).0.len(), 1);
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
