//! The signs that a page of a PDF, or an object of it, is written in.

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum PdfToken<'t> {
    /// A string, as the bytes it stands for.
    Text(&'t [u8]),
    /// A name, without its slash.
    Name(&'t [u8]),
    Number(f64),
    /// What is done with all before it.
    Operator(&'t [u8]),
    OpenArray,
    CloseArray,
    OpenDictionary,
    CloseDictionary,
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b'\0' | b'\t' | b'\n' | b'\x0c' | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// Tells all tokens of a stream, in their order. What it draws in place, as bytes of a picture, is passed over, and so are remarks.
pub(super) fn each_token(stream: &[u8], mut met: impl FnMut(PdfToken<'_>)) {
    let mut rest = stream;
    let (mut text, mut has_pictures) = (Vec::new(), true);
    while let Some((&byte, behind)) = rest.split_first() {
        rest = behind;
        match byte {
            b'(' => {
                rest = literal(behind, &mut text);
                met(PdfToken::Text(&text));
            }
            b'<' if behind.first() == Some(&b'<') => {
                rest = behind.get(1..).unwrap_or_default();
                met(PdfToken::OpenDictionary);
            }
            b'<' => {
                let end = memchr::memchr(b'>', behind).unwrap_or(behind.len());
                let (hex, further) = behind.split_at_checked(end).unwrap_or_default();
                rest = further.get(1..).unwrap_or_default();
                hexadecimal(hex, &mut text);
                met(PdfToken::Text(&text));
            }
            b'>' if behind.first() == Some(&b'>') => {
                rest = behind.get(1..).unwrap_or_default();
                met(PdfToken::CloseDictionary);
            }
            b'[' => met(PdfToken::OpenArray),
            b']' => met(PdfToken::CloseArray),
            b'%' => {
                let end = memchr::memchr2(b'\n', b'\r', behind).unwrap_or(behind.len());
                rest = behind.get(end..).unwrap_or_default();
            }
            b'/' => {
                let (name, further) = word(behind);
                rest = further;
                met(PdfToken::Name(name));
            }
            byte if is_regular(byte) => {
                let length = behind.iter().take_while(|byte| is_regular(**byte)).count().saturating_add(1);
                let start = stream.len().saturating_sub(behind.len()).saturating_sub(1);
                let operator = stream.get(start..start.saturating_add(length)).unwrap_or_default();
                rest = stream.get(start.saturating_add(length)..).unwrap_or_default();
                match std::str::from_utf8(operator).ok().and_then(|number| number.parse().ok()) {
                    Some(number) => met(PdfToken::Number(number)),
                    None => met(PdfToken::Operator(operator)),
                }
                if has_pictures && operator == b"ID" {
                    let behind = behind_picture(rest);
                    has_pictures = behind.is_some();
                    rest = behind.unwrap_or(rest);
                }
            }
            _ => {}
        }
    }
}

/// Splits off what stands up to the next blank or bracket.
fn word(bytes: &[u8]) -> (&[u8], &[u8]) {
    let length = bytes.iter().take_while(|byte| is_regular(**byte)).count();
    bytes.split_at_checked(length).unwrap_or_default()
}

/// Returns what stands behind a picture within a page, which ends with a word of its own; nothing where no such word comes.
fn behind_picture(bytes: &[u8]) -> Option<&[u8]> {
    let ends = memchr::memmem::find_iter(bytes, b"EI");
    let is_blank_at = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_none_or(|byte| is_blank(*byte));
    let end = ends
        .map(|at| (at, at.saturating_add(2)))
        .find(|(at, end)| is_blank_at(at.checked_sub(1)) && is_blank_at(Some(*end)));
    end.and_then(|(_, end)| bytes.get(end..))
}

/// Reads a string between brackets, and returns what stands behind it.
fn literal<'b>(bytes: &'b [u8], text: &mut Vec<u8>) -> &'b [u8] {
    text.clear();
    let mut depth = 1_u32;
    let mut rest = bytes;
    while let Some((&byte, behind)) = rest.split_first() {
        rest = behind;
        match byte {
            b'\\' => {
                let digits = behind.iter().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
                let code = behind.iter().take(digits).fold(0_u32, |code, digit| {
                    code.saturating_mul(8).saturating_add(u32::from(digit.saturating_sub(b'0')))
                });
                match (digits, behind.first()) {
                    (0, None) => {}
                    // A line that goes on.
                    (0, Some(b'\n' | b'\r')) => {}
                    (0, Some(b'n')) => text.push(b'\n'),
                    (0, Some(b'r')) => text.push(b'\r'),
                    (0, Some(b't')) => text.push(b'\t'),
                    (0, Some(b'b')) => text.push(8),
                    (0, Some(b'f')) => text.push(12),
                    (0, Some(other)) => text.push(*other),
                    _ => text.push(u8::try_from(code & 0xff).unwrap_or_default()),
                }
                rest = behind.get(digits.max(1)..).unwrap_or_default();
            }
            b'(' => {
                depth = depth.saturating_add(1);
                text.push(byte);
            }
            b')' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    break;
                }
                text.push(byte);
            }
            _ => text.push(byte),
        }
    }
    rest
}

fn hexadecimal(hex: &[u8], text: &mut Vec<u8>) {
    text.clear();
    let mut digits = hex.iter().filter_map(|digit| char::from(*digit).to_digit(16));
    while let Some(high) = digits.next() {
        let code = high.saturating_mul(16).saturating_add(digits.next().unwrap_or_default());
        text.push(u8::try_from(code).unwrap_or_default());
    }
}
