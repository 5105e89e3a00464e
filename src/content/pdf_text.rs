//! The text of a PDF: what its pages draw, and what its objects say: titles, remarks, bookmarks, forms.
//!
//! All streams are read, whatever they are for and whether anything leads to them: a PDF keeps its older versions. What a font counts by
//! itself is read by the map it comes with (`pdf_fonts`), and told where it has none.

use std::borrow::Cow;

use memchr::memmem;

use super::{
    attachment_parts::AttachmentText,
    inflate::inflate,
    pdf_fonts::{GlyphMap, NamedFonts, PageFonts},
    pdf_strings::drawn_strings,
};

/// How long the dictionary before a stream may be.
const LONGEST: usize = 4096;

/// The most maps of fonts that pages are read by.
const MOST_MAPS: usize = 128;

/// The most letters of all maps together.
const MOST_LETTERS: usize = 300_000;

/// Returns the strings that the streams of a PDF draw, one text a stream, and those of its objects. So many bytes may be unpacked.
pub(super) fn pdf_strings(bytes: &[u8], left: &mut usize) -> AttachmentText {
    let is_unread = memmem::find(bytes, b"/Encrypt").is_some() || has_mute_font(bytes);
    let mut all = AttachmentText { is_unread, ..AttachmentText::default() };
    let (mut pages, mut maps) = (Vec::new(), Vec::new());
    // All that stands between streams.
    let mut objects = Vec::new();
    let (mut before, mut end, mut behind, mut drawn) = (0, 0, 0, 0);
    let (mut room, mut names) = (MOST_LETTERS, NamedFonts::default());
    for word in memmem::find_iter(bytes, b"stream") {
        let at = word.saturating_add(6);
        let from = std::mem::replace(&mut before, at).max(word.saturating_sub(LONGEST));
        let head = bytes.get(from..word).unwrap_or_default();
        if head.ends_with(b"end") {
            continue;
        }
        let dictionary = PdfDictionary::before(head);
        let line_end =
            bytes.get(at..).unwrap_or_default().iter().take(2).take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let start = at.saturating_add(line_end.count());
        // One search for all streams that have no end of their own.
        if end < start {
            let found = memmem::find(bytes.get(start..).unwrap_or_default(), b"endstream");
            end = found.map_or(bytes.len(), |found| found.saturating_add(start));
        }
        if behind <= word {
            objects.extend_from_slice(bytes.get(behind..word).unwrap_or_default());
            behind = end;
        }
        if dictionary.is_picture() {
            continue;
        }
        let data = bytes.get(start..).unwrap_or_default();
        let packing = match dictionary.packing() {
            // What it says of its packing may stand where it was not looked for.
            PdfPacking::None if start >= drawn && begins_packed(data) => PdfPacking::Flate,
            PdfPacking::None if start >= drawn && dictionary.is_cut => PdfPacking::Other,
            packing => packing,
        };
        let (plain, is_whole) = match packing {
            // The word stands in a text that was read just now.
            PdfPacking::None if start < drawn => continue,
            PdfPacking::None => {
                drawn = end;
                let length = end.saturating_sub(start);
                let plain = data.get(..length.min(*left)).unwrap_or_default();
                let is_whole = length <= *left;
                *left = left.saturating_sub(plain.len());
                (Cow::Borrowed(plain), is_whole)
            }
            PdfPacking::Flate => {
                let (plain, is_whole) = inflate(data, true, left);
                (Cow::Owned(plain), is_whole)
            }
            PdfPacking::Other => (Cow::Borrowed(&b""[..]), false),
        };
        all.is_unread |= !is_whole;
        if is_font(&plain) {
            continue;
        }
        all.is_unread |= dictionary.has(b"/EmbeddedFile") || has_mute_font(&plain);
        if let Some(first) = dictionary.first_object() {
            names.read_packed(&plain, first);
        }
        if memmem::find(&plain, b"begincmap").is_some() {
            let map = GlyphMap::read(&plain, dictionary.object, &mut room);
            maps.extend(map.filter(|map| maps.len() <= MOST_MAPS && !maps.contains(map)));
        } else {
            pages.push(plain);
        }
    }
    objects.extend_from_slice(bytes.get(behind..).unwrap_or_default());
    all.is_unread |= maps.len() > MOST_MAPS || room == 0;
    maps.truncate(MOST_MAPS);
    names.read(&objects, None);
    let names = names.resolved();
    for page in &pages {
        let fonts = PageFonts::of(page, &maps, &names, left);
        all.is_unread |= fonts.is_mute;
        for reading in 0..fonts.readings().max(1) {
            if *left == 0 {
                all.is_unread = true;
                break;
            }
            let text = drawn_strings(page, &fonts, reading);
            *left = left.saturating_sub(text.len().max(page.len()));
            all.parts.push(text);
        }
    }
    let is_letter = |text: &String| text.chars().filter(|c| c.is_alphanumeric()).count() > 2;
    all.is_unread |= !pages.is_empty() && !all.parts.iter().any(is_letter);
    all.parts.extend(Some(drawn_strings(&objects, &PageFonts::default(), 0)).filter(|text| !text.is_empty()));
    all
}

/// Tells whether a font counts its glyphs and says nowhere what they mean.
fn has_mute_font(objects: &[u8]) -> bool {
    const KIND: &[u8] = b"/Type0";
    let mut from = 0;
    let mut places = memmem::find_iter(objects, KIND).peekable();
    while let Some(at) = places.next() {
        let next = places.peek().copied().unwrap_or(objects.len());
        let start = objects
            .get(from..at)
            .and_then(|before| memmem::rfind(before, b"<<"))
            .map_or(from, |found| found.saturating_add(from));
        let end = objects
            .get(at..next)
            .and_then(|behind| memmem::find(behind, b">>"))
            .map_or(next, |found| found.saturating_add(at));
        let font = objects.get(start..end).unwrap_or_default();
        let is_whole_name = objects.get(at.saturating_add(KIND.len())).is_none_or(|byte| !byte.is_ascii_alphanumeric());
        if is_whole_name && memmem::find(font, b"/ToUnicode").is_none() {
            return true;
        }
        from = at;
    }
    false
}

/// Tells whether a stream begins as packed ones do, however well they are packed.
fn begins_packed(data: &[u8]) -> bool {
    matches!(data, [0x78, 0x01 | 0x5e | 0x9c | 0xda, ..])
}

/// Tells whether a stream is a font: it begins as one does, and draws nothing.
fn is_font(data: &[u8]) -> bool {
    const STARTS: [&[u8]; 6] = [b"\0\x01\0\0", b"OTTO", b"true", b"ttcf", b"%!PS-AdobeFont", b"\x01\0\x04"];
    const DRAWN: [&[u8]; 6] = [b" Tj", b")Tj", b">Tj", b" TJ", b"]TJ", b"/ToUnicode"];
    STARTS.iter().any(|start| data.starts_with(start)) && !DRAWN.iter().any(|drawn| memmem::find(data, drawn).is_some())
}

/// How a stream is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PdfPacking {
    None,
    Flate,
    /// In ways that are rare, and of which none is read.
    Other,
}

/// What is said before a stream of what it holds.
struct PdfDictionary<'d> {
    text: Cow<'d, [u8]>,
    /// The number of the object.
    object: Option<u32>,
    /// What was found is only its end: it is longer than is looked at, or a word of it looks like the head of an object.
    is_cut: bool,
}

impl<'d> PdfDictionary<'d> {
    /// Finds it in what stands before a stream.
    fn before(head: &'d [u8]) -> Self {
        // `5 0 obj`, and no word with these letters: an author, a title.
        let number = |at: usize| {
            let before = head.get(at.saturating_sub(32)..at)?;
            let mut words = before.rsplit(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
            let (generation, number) = (words.next()?, words.next()?);
            let number = number.rsplit(|byte| !byte.is_ascii_digit()).next()?;
            let number = std::str::from_utf8(number).ok()?.parse().ok()?;
            generation.iter().all(u8::is_ascii_digit).then_some((at, number))
        };
        let found = memmem::rfind_iter(head, b"obj").find_map(number);
        let (start, number) = (found.map(|(at, _)| at), found.map(|(_, number)| number));
        let dictionary = head.get(start.map_or(0, |at| at.saturating_add(3))..).unwrap_or_default();
        let text = match memchr::memchr(b'#', dictionary) {
            None => Cow::Borrowed(dictionary),
            Some(_) => Cow::Owned(unescaped(dictionary)),
        };
        let is_cut = head.trim_ascii_end().ends_with(b">>") && !dictionary.trim_ascii_start().starts_with(b"<<");
        Self { text, object: number, is_cut }
    }

    /// Returns where the first of the objects begins that are packed together in the stream.
    fn first_object(&self) -> Option<usize> {
        let behind = self.behind(b"/First").filter(|_| self.has(b"/ObjStm"))?;
        let length = behind.iter().take_while(|byte| byte.is_ascii_digit()).count();
        std::str::from_utf8(behind.get(..length)?).ok()?.parse().ok()
    }

    /// Returns what stands behind a name.
    fn behind(&self, name: &[u8]) -> Option<&[u8]> {
        let is_end = |end: usize| self.text.get(end).is_none_or(|byte| !byte.is_ascii_alphanumeric());
        let ends = memmem::find_iter(&self.text, name).map(|at| at.saturating_add(name.len()));
        ends.into_iter().find(|end| is_end(*end)).and_then(|end| self.text.get(end..)).map(<[u8]>::trim_ascii_start)
    }

    fn has(&self, name: &[u8]) -> bool {
        self.behind(name).is_some()
    }

    fn is_picture(&self) -> bool {
        let kind = self.behind(b"/Subtype").and_then(|kind| kind.strip_prefix(b"/Image"));
        kind.is_some_and(|rest| rest.first().is_none_or(|byte| !byte.is_ascii_alphanumeric())) && self.has(b"/Width")
    }

    fn packing(&self) -> PdfPacking {
        let ways = self.behind(b"/Filter").map(|ways| {
            let is_list = ways.starts_with(b"[");
            let end = ways
                .iter()
                .skip(1)
                .position(|byte| if is_list { *byte == b']' } else { !byte.is_ascii_alphanumeric() });
            let ways = ways.get(..end.map_or(ways.len(), |end| end.saturating_add(1))).unwrap_or_default();
            ways.strip_prefix(b"[").unwrap_or(ways).trim_ascii()
        });
        // What lines of a picture have in common is taken out of some other streams too.
        let is_predicted = self
            .behind(b"/Predictor")
            .is_some_and(|kind| !kind.starts_with(b"1") || kind.get(1).is_some_and(u8::is_ascii_digit));
        match ways {
            None | Some(b"") => PdfPacking::None,
            Some(b"/FlateDecode" | b"/Fl") if !is_predicted || self.has(b"/XRef") => PdfPacking::Flate,
            Some(_) => PdfPacking::Other,
        }
    }
}

/// Returns a dictionary whose names are written out: `/#46lateDecode`.
fn unescaped(dictionary: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(dictionary.len());
    let mut rest = dictionary;
    while let Some((&byte, behind)) = rest.split_first() {
        let code = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let code = code.filter(|_| byte == b'#').and_then(|digits| u8::from_str_radix(digits, 16).ok());
        out.push(code.unwrap_or(byte));
        rest = behind.get(if code.is_some() { 2 } else { 0 }..).unwrap_or_default();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_in_utf_16_are_read() {
        for pdf in [
            &b"<< /Title <FEFF003000310030003100390030002D0031003200330034> >>"[..],
            b"<< /Title (\xfe\xff\x000\x001\x000\x001\x009\x000\x00-\x001\x002\x003\x004) >>",
            b"<< /Title (\\376\\377\\0000\\0001\\0000\\0001\\0009\\0000\\000-\\0001\\0002\\0003\\0004) >>",
            b"<< /Contents (010190\\2551234) >>",
        ] {
            let read = pdf_strings(pdf, &mut 1000);
            assert_eq!(read.parts.iter().filter(|part| part.contains("010190-1234")).count(), 1, "{:?}", read.parts);
        }
        assert!(pdf_strings(b"trailer << /Encrypt 9 0 R >>", &mut 1000).is_unread);
        assert!(pdf_strings(b"1 0 obj << /Filter /LZWDecode >> stream\nabc\nendstream", &mut 1000).is_unread);
    }

    #[test]
    fn what_is_said_of_a_stream_is_read_however_it_is_written() {
        let packing = |text: &str| PdfDictionary::before(text.as_bytes()).packing();
        for (text, found) in [
            ("endobj 1 0 obj<</Length 9>>", PdfPacking::None),
            ("<</Filter/FlateDecode>>", PdfPacking::Flate),
            ("<< /Filter [ /FlateDecode ] >>", PdfPacking::Flate),
            ("<< /Filter /Fl /DecodeParms << /Predictor 1 >> >>", PdfPacking::Flate),
            ("<< /Filter /#46lateDecode >>", PdfPacking::Flate),
            ("<< /Filter /FlateDecode /Type /XRef /DecodeParms << /Predictor 12 >> >>", PdfPacking::Flate),
            ("<< /Filter /FlateDecode /DecodeParms << /Predictor 12 >> >>", PdfPacking::Other),
            ("<< /Filter [ /ASCII85Decode /FlateDecode ] >>", PdfPacking::Other),
            ("<< /Filter 9 0 R >>", PdfPacking::Other),
            ("<< /Filter /LZW >> endobj 1 0 obj << >>", PdfPacking::None),
            ("1 0 obj << /Filter /Fl /Note (obj) >>", PdfPacking::Flate),
            ("1 0 obj << /Filter /Fl /Note (alle objekter) >>", PdfPacking::Flate),
        ] {
            assert_eq!(packing(text), found, "{text}");
        }
        for (text, is_cut) in [
            ("1 0 obj << /Length 9 >> ", false),
            ("<< /Length 9 >>", false),
            ("/Length 9 >>", true),
            ("1 0 obj << /Note (2 0 obj) >>", true),
            ("1 0 obj (Live", false),
        ] {
            assert_eq!(PdfDictionary::before(text.as_bytes()).is_cut, is_cut, "{text}");
        }
        for (text, is_picture) in [
            ("<< /Subtype /Image /Width 1 >>", true),
            ("<</Width 1/Subtype/Image>>", true),
            ("<< /Subtype /ImageB /Width 1 >>", false),
            ("<< /ImageB 9 /Width 1 >>", false),
            ("<< /Subtype /Image >>", false),
            ("<< /Subtype /Form /Resources << /ProcSet [ /PDF /Image ] >> /Width 1 >>", false),
        ] {
            assert_eq!(PdfDictionary::before(text.as_bytes()).is_picture(), is_picture, "{text}");
        }
    }

    #[test]
    fn fonts_without_letters_are_told() {
        for (objects, is_mute) in [
            ("<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 9 0 R >>", false),
            ("<< /ToUnicode 9 0 R /Subtype/Type0>> << /Subtype/Type0/ToUnicode 8 0 R>>", false),
            ("<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>", true),
            ("<< /ToUnicode 9 0 R /Subtype/Type0>> << /Subtype/Type0>> << /ToUnicode 9 0 R >>", true),
            ("<< /Subtype /Type0X >>", false),
            ("<< /Subtype /TrueType >>", false),
        ] {
            assert_eq!(has_mute_font(objects.as_bytes()), is_mute, "{objects}");
        }
    }
}
