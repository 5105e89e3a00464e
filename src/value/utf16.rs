//! Texts in UTF-16, which spreadsheets call "Unicode": known by the mark they begin with, and by nothing else.

/// Reads a text in UTF-16 that begins with a mark of its byte order. `None` where it has no such mark. The second answer is
/// whether all of it could be read: an odd number of bytes cannot, nor half a pair of surrogates.
#[must_use]
pub fn marked_utf16(bytes: &[u8]) -> Option<(String, bool)> {
    let (encoding, length) = encoding_rs::Encoding::for_bom(bytes)?;
    if encoding == encoding_rs::UTF_8 {
        return None;
    }
    let (text, is_broken) = encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default());
    Some((text.into_owned(), !is_broken))
}

/// Tells whether bytes look as UTF-16 does without a mark: no text has a byte of zero, and there every second one is of a
/// letter that all languages have.
#[must_use]
pub fn looks_like_utf16(bytes: &[u8]) -> bool {
    let zero = |at: usize| bytes.get(at) == Some(&0);
    bytes.len() > 3 && ((zero(1) && zero(3) && !zero(0)) || (zero(0) && zero(2) && !zero(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_proves_utf_16_and_nothing_else_does() {
        let big: Vec<u8> = "\u{feff}så".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let little: Vec<u8> = "\u{feff}så".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(marked_utf16(&big), Some(("så".to_owned(), true)));
        assert_eq!(marked_utf16(&little), Some(("så".to_owned(), true)));
        assert_eq!(marked_utf16(little.split_last().expect("bytes").1).map(|(_, sound)| sound), Some(false));
        assert_eq!(marked_utf16("\u{feff}så".as_bytes()), None);
        assert_eq!(marked_utf16(b""), None);
        let plain: Vec<u8> = "row;label".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(looks_like_utf16(&plain) && !looks_like_utf16(b"row;label") && !looks_like_utf16(b"\0\0\0\0"));
        assert!(looks_like_utf16(b"r\0o\0") && looks_like_utf16(b"\0r\0o"));
        for text in [b"\0r\0".as_slice(), b"r\0o", b"r\0ow", b"row\0", b"\0row", b"ro\0w", b"\0\0\0r"] {
            assert!(!looks_like_utf16(text), "{text:?}");
        }
    }
}
