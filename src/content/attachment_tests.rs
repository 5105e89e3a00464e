//! Files as they are attached, sound and hostile: what is read of them, and what is told.

use super::attachment::attachment_text;
use crate::value::RelPath;

/// Packs bytes as deflate does where nothing is saved: in blocks that stand as they are.
pub(super) fn packed(data: &[u8]) -> Vec<u8> {
    let blocks: Vec<&[u8]> = data.chunks(60_000).collect();
    let block = |(nth, block): (usize, &&[u8])| {
        let length = u16::try_from(block.len()).expect("a block");
        let head = [&[u8::from(nth + 1 == blocks.len())][..], &length.to_le_bytes(), &(!length).to_le_bytes()].concat();
        [&head[..], block].concat()
    };
    blocks.iter().enumerate().flat_map(block).collect()
}

/// Packs bytes as a stream that begins with what it is and ends with its checksum.
pub(super) fn flat(data: &[u8]) -> Vec<u8> {
    let (low, high) = data.iter().fold((1_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    [&[0x78, 0x01][..], &packed(data), &(high << 16 | low).to_be_bytes()].concat()
}

/// A part of an archive: its name, its flags, how it is packed, and its bytes.
pub(super) type Part<'p> = (&'p str, u16, u16, &'p [u8]);

/// Makes an archive, with something behind each name that is to be passed over.
pub(super) fn archive(parts: &[Part<'_>]) -> Vec<u8> {
    let (mut files, mut entries) = (Vec::new(), Vec::new());
    for part in parts {
        entries.extend(entry(part, files.len()));
        files.extend(local_file(part));
    }
    closed(files, &entries, parts.len())
}

fn short(number: usize) -> [u8; 2] {
    u16::try_from(number).expect("short").to_le_bytes()
}

fn long(number: usize) -> [u8; 4] {
    u32::try_from(number).expect("long").to_le_bytes()
}

/// Returns what an archive says of a part in both its places: flags, packing, checksum, sizes, and how long its name is.
fn head((name, flags, method, bytes): &Part<'_>) -> Vec<u8> {
    let sum = !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| sum >> 1 ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 })
    });
    let length = if *method == 8 { packed(bytes).len() } else { bytes.len() };
    let kind = [flags.to_le_bytes(), method.to_le_bytes(), [0; 2], [0; 2]].concat();
    [&kind[..], &sum.to_le_bytes(), &long(length), &long(bytes.len()), &short(name.len())].concat()
}

/// Returns what the list of an archive says of a part that lies at a place.
pub(super) fn entry(part: &Part<'_>, at: usize) -> Vec<u8> {
    let extra = b"\xfe\xca\0\0";
    let places = [&short(extra.len())[..], &short(2), &[0; 8], &long(at)].concat();
    [&b"PK\x01\x02\0\0\x14\0"[..], &head(part), &places, part.0.as_bytes(), extra, b"yy"].concat()
}

/// Returns a part as it lies in an archive.
pub(super) fn local_file(part: &Part<'_>) -> Vec<u8> {
    let data = if part.2 == 8 { packed(part.3) } else { part.3.to_vec() };
    let extra = b"\xfe\xca\x01\0z";
    [&b"PK\x03\x04\x14\0"[..], &head(part), &short(extra.len()), part.0.as_bytes(), extra, &data].concat()
}

/// Closes an archive with the list of its parts.
pub(super) fn closed(files: Vec<u8>, entries: &[u8], count: usize) -> Vec<u8> {
    let (count, at) = (short(count), long(files.len()));
    [&files[..], entries, b"PK\x05\x06", &[0; 4], &count, &count, &long(entries.len()), &at, &[0; 2]].concat()
}

pub(super) fn read(name: &str, bytes: &[u8]) -> (Vec<String>, bool) {
    let text = attachment_text(&RelPath::new(name).expect("a path"), bytes);
    (text.parts, text.is_unread)
}

#[test]
fn all_texts_of_an_archive_are_read_and_what_is_locked_is_told() {
    let long = [b"<w:t>".repeat(40_000), b"<w:t>010190</w:t>".to_vec()].concat();
    let parts: [Part<'_>; 3] =
        [("a.xml", 0, 0, b"<w:t>Et</w:t>"), ("b.bin", 1, 99, b"\x89PNG"), ("c.xml", 8, 8, &long)];
    for ending in ["docx", "xlsx", "pptx", "odt", "ods", "odp"] {
        let texts = vec!["Et\n".into(), "010190\n".into(), "a.xml\nyy\nb.bin\nyy\nc.xml\nyy\n".into()];
        assert_eq!(read(&format!("a.{ending}"), &archive(&parts)), (texts, true), "a part is locked");
    }
    for locked in [("a.xml", 1, 0, &b"<w:t>Et</w:t>"[..]), ("a.xml", 0, 99, b"<w:t>Et</w:t>")] {
        let (parts, is_unread) = read("a.docx", &archive(&[locked]));
        assert!(is_unread && parts == ["a.xml\nyy\n"], "its name alone: {parts:?}");
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
    let flat = flat(b"010190-1234");
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
    let flat = flat(b"(1234) Tj");
    let pdf = [
        &b"%PDF-1.7\n"[..],
        &page("", b"(010190) Tj"),
        &page("/Filter /FlateDecode", &flat),
        &page("/Subtype /Image /Width 1", b"(hemmelig) Tj"),
        &page("/Length1 9", b"\0\x01\0\0(skrift)"),
        &page("/Subtype /Type1C", b"\x01\0\x04(skrift)"),
        &page("/ImageB 9 /Subtype /Image", b"(billede) Tj"),
        &page("/Length1 9", b"(uden) Tj"),
    ]
    .concat();
    let (parts, is_unread) = read("a.pdf", &pdf);
    assert_eq!(
        (&parts[1..], is_unread),
        (&["010190\n".to_owned(), "1234\n".into(), "billede\n".into(), "uden\n".into()][..], false)
    );
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
