//! The text of a PDF: what its pages draw, where fonts keep to letters, and what its titles and remarks say.

use memchr::memmem;

use super::{attachment_parts::AttachmentText, inflate::inflate};

/// Returns the strings that the streams of a PDF draw, one text a stream, and those of its titles. So many bytes may be unpacked.
pub(super) fn pdf_strings(bytes: &[u8], left: &mut usize) -> AttachmentText {
    const OPEN: &[u8] = b"stream";
    let is_unread = memmem::find(bytes, b"/Encrypt").is_some();
    let mut all = AttachmentText { is_unread, ..AttachmentText::default() };
    let is_letter = |text: &String| text.chars().filter(|c| c.is_alphanumeric()).count() > 2;
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
        // Other ways of packing are rare, and none of them is read.
        all.is_unread |=
            ["/LZW", "/ASCII85", "/ASCIIHex", "/RunLength", "/Crypt"].iter().any(|way| dictionary.contains(way));
        let plain = match dictionary.contains("/FlateDecode") {
            true => inflate(data, true, *left).unwrap_or_else(|| {
                all.is_unread = true;
                Vec::new()
            }),
            false => {
                let end = data.windows(9).position(|word| word == b"endstream").unwrap_or(data.len());
                data.get(..end).unwrap_or_default().to_vec()
            }
        };
        *left = left.saturating_sub(plain.len());
        all.parts.push(drawn_strings(&plain));
    }
    all.is_unread |= !all.parts.is_empty() && !all.parts.iter().any(is_letter);
    all.parts.extend(marked_strings(bytes));
    all
}

/// Returns the strings in UTF-16 of what is not packed: titles, remarks, bookmarks. They begin with the mark of that encoding.
fn marked_strings(bytes: &[u8]) -> impl Iterator<Item = String> + '_ {
    const MARKS: [&[u8]; 4] = [b"<FEFF", b"<feff", b"(\xfe\xff", b"(\\376\\377"];
    /// The longest of them that is read.
    const LONGEST: usize = 4096;
    let starts = MARKS.iter().flat_map(move |mark| memmem::find_iter(bytes, mark));
    starts.map(move |at| {
        let end = at.saturating_add(LONGEST).min(bytes.len());
        let text = drawn_strings(bytes.get(at..end).unwrap_or_default());
        text.lines().next().unwrap_or_default().to_owned()
    })
}

/// Returns the strings of a stream as they stand on the page: those drawn one behind the other are one word, those on one line have
/// a tab between them, and all others lines of their own.
fn drawn_strings(stream: &[u8]) -> String {
    let mut out = DrawnText::default();
    let mut bytes = stream.iter().copied().peekable();
    let mut token = String::new();
    while let Some(byte) = bytes.next() {
        if !matches!(byte, b'(' | b'<' | b'[' | b']' | b'>' | b'/') && !byte.is_ascii_whitespace() {
            token.push(char::from(byte));
            continue;
        }
        out.operate(&std::mem::take(&mut token));
        match byte {
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
                                u8::try_from(code).into_iter().for_each(|code| out.draw(code));
                            }
                            Some(other) => out.draw(other),
                            None => break,
                        },
                        b'(' => depth = depth.saturating_add(1),
                        b')' => {
                            depth = depth.saturating_sub(1);
                            if depth == 0 {
                                break;
                            }
                        }
                        _ => out.draw(byte),
                    }
                }
            }
            // A dictionary begins with two, and may hold what is read out for what is drawn.
            b'<' if bytes.peek() == Some(&b'<') => drop(bytes.next()),
            b'<' => {
                let hex: Vec<u8> =
                    bytes.by_ref().take_while(|byte| *byte != b'>').filter(u8::is_ascii_hexdigit).collect();
                for pair in hex.chunks(2) {
                    let text = std::str::from_utf8(pair).unwrap_or_default();
                    out.draw(u8::from_str_radix(text, 16).unwrap_or_default());
                }
            }
            _ => {}
        }
    }
    out.operate(&token);
    out.part('\n');
    out.text
}

/// A page while its strings are read.
#[derive(Debug, Default)]
struct DrawnText {
    text: String,
    /// The numbers before an operator.
    numbers: Vec<f64>,
    /// On which line the text stands, where it was put on one by its place.
    line: Option<f64>,
}

impl DrawnText {
    /// Draws a character, whichever of the usual encodings it is of. One that nobody sees, as every other one of UTF-16, is left out.
    fn draw(&mut self, code: u8) {
        match code {
            // Dashes and the soft hyphen, of Windows, of PDF itself and of the Mac.
            0x84 | 0x85 | 0x96 | 0x97 | 0xad | 0xd0 | 0xd1 => self.text.push('-'),
            0xfe | 0xff => {}
            b'\t' | b'\n' | b'\r' => self.part(' '),
            _ => self.text.extend(Some(char::from(code)).filter(|c| !c.is_control())),
        }
    }

    /// Parts what was drawn from what will be.
    fn part(&mut self, sign: char) {
        if self.text.ends_with('\t') && sign == '\n' {
            self.text.pop();
        }
        if !self.text.is_empty() && !self.text.ends_with(['\n', '\t']) {
            self.text.push(sign);
        }
    }

    /// Does what a word between strings says: a number is kept for the operator behind it.
    fn operate(&mut self, token: &str) {
        if token.is_empty() {
            return;
        }
        if let Ok(number) = token.parse::<f64>() {
            self.numbers.push(number);
            return;
        }
        let numbers = std::mem::take(&mut self.numbers);
        let last = numbers.last().copied();
        let is_same_line = match token {
            "Td" | "TD" => last == Some(0.0),
            "Tm" => {
                let before = std::mem::replace(&mut self.line, last);
                before.is_some() && before == last
            }
            // They change how text looks, or draw it.
            "Tj" | "TJ" | "Tf" | "Tc" | "Tw" | "Tz" | "Ts" | "Tr" | "TL" | "g" | "G" | "rg" | "RG" | "k" | "K"
            | "cs" | "CS" | "sc" | "SC" | "scn" | "SCN" | "gs" => return,
            _ => false,
        };
        self.part(if is_same_line { '\t' } else { '\n' });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_read_as_a_page_draws_them() {
        for (stream, text) in [
            ("(010190) Tj (12) Tj", "01019012\n"),
            ("[(0101) -20 (90)] TJ [<3132>] TJ", "01019012\n"),
            (r"(a\(b\)c\\d\101\60) Tj", "a(b)c\\dA0\n"),
            ("(a(b)c) Tj", "abc\n"),
            ("<30313031> Tj << /F 1 >>", "0101\n"),
            ("/Span << /ActualText <30313930> >> BDC", "0190\n"),
            ("<0a31\n32> Tj", "12\n"),
            ("(010190) Tj 40 0 Td (12) Tj 0 -14 Td (34) Tj", "010190\t12\n34\n"),
            ("1 0 0 1 9 700 Tm (010190) Tj 1 0 0 1 90 700 Tm (12) Tj 1 0 0 1 9 680 Tm (34) Tj", "010190\t12\n34\n"),
            (r"(010190\2261234) Tj T* (a) Tj", "010190-1234\na\n"),
            ("BT /F1 9 Tf (01) Tj 0 g (90) Tj ET (12) Tj", "0190\n12\n"),
        ] {
            assert_eq!(drawn_strings(stream.as_bytes()), text, "{stream}");
        }
    }

    #[test]
    fn titles_in_utf_16_are_read() {
        for pdf in [
            &b"<< /Title <FEFF003000310030003100390030002D0031003200330034> >>"[..],
            b"<< /Title (\xfe\xff\x000\x001\x000\x001\x009\x000\x00-\x001\x002\x003\x004) >>",
            b"<< /Title (\\376\\377\\0000\\0001\\0000\\0001\\0009\\0000\\000-\\0001\\0002\\0003\\0004) >>",
        ] {
            let read = pdf_strings(pdf, &mut 1000);
            assert_eq!(read.parts.iter().filter(|part| part.contains("010190-1234")).count(), 1, "{:?}", read.parts);
        }
        assert!(pdf_strings(b"trailer << /Encrypt 9 0 R >>", &mut 1000).is_unread);
        assert!(pdf_strings(b"1 0 obj << /Filter /LZWDecode >> stream\nabc\nendstream", &mut 1000).is_unread);
    }
}
