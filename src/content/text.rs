//! From bytes to text: encodings, line ends and characters that may not stand in a report.

use std::borrow::Cow;

use super::{Limits, ParseLog};
use crate::{
    diag::{Code, Diagnostic, Place, Source, Span},
    value::{RelPath, looks_like_utf16, marked_utf16},
};

/// A CSV file that is not in the encoding that `[csv]` states.
pub const CSV_ENCODING: Code = Code::error("csv-encoding")
    .args(&["encoding"])
    .help("a CSV file that is not in the encoding that `[csv]` states, which would turn æ, ø and å into other letters");
/// A file that is not UTF-8.
pub const NOT_UTF8: Code = Code::error("not-utf8").args(&["byte"]).help("a file that is not UTF-8");
/// A file that was saved as UTF-16.
pub const UTF16: Code = Code::error("utf16").help("a file that was saved as UTF-16, which some programs call Unicode");
/// A workbook or a document under the name of a text.
pub const NOT_TEXT: Code = Code::error("not-text")
    .help("a workbook or a document of an office program under the name of a text: `drift.csv` that is an xlsx");
/// A file larger than is read.
pub const FILE_TOO_LARGE: Code = Code::error("file-too-large").args(&["limit"]).help("a file larger than is read");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&CSV_ENCODING, &NOT_UTF8, &UTF16, &NOT_TEXT, &FILE_TOO_LARGE];

/// What files of office programs begin with: xlsx, docx and ods; xls and doc; rtf.
const PACKED: [&[u8]; 3] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf"];

/// Returns a file as text, and of what is none a sign for each piece: a file of pictures must not take three times its room. Signs that
/// may stand within a number are read as Windows has them.
pub(super) fn plain_text(bytes: &[u8]) -> String {
    if let Some((text, _)) = marked_utf16(bytes) {
        return text;
    }
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        match chunk.invalid() {
            [] => {}
            [0x96 | 0x97 | 0xad] => text.push('-'),
            [0xa0] => text.push(' '),
            _ => text.push('?'),
        }
    }
    text
}

/// Decodes a file. Answers `None` when it is no text; a byte-order mark is taken off.
pub fn decode(
    bytes: &[u8],
    file: &RelPath,
    is_figures: bool,
    windows_1252: bool,
    notebook: &mut ParseLog,
) -> Option<String> {
    let found = &mut notebook.diagnostics;
    let whole = || Place::File(file.clone());
    if bytes.len() > Limits::FILE_BYTES {
        let limit = (Limits::FILE_BYTES / 1024 / 1024).to_string();
        found.push(Diagnostic::new(&FILE_TOO_LARGE, whole()).with("limit", limit));
        return None;
    }
    // New files of office programs are archives, old ones have a mark of their own.
    if PACKED.iter().any(|mark| bytes.starts_with(mark)) {
        found.push(Diagnostic::new(&NOT_TEXT, whole()));
        return None;
    }
    // A mark proves how figures are encoded, whatever is declared: spreadsheets write it.
    match marked_utf16(bytes) {
        Some((text, true)) if is_figures => return Some(text),
        Some(_) if is_figures => {
            found.push(Diagnostic::new(&CSV_ENCODING, whole()).with("encoding", "utf-16"));
            return None;
        }
        Some(_) => {
            found.push(Diagnostic::new(&UTF16, whole()));
            return None;
        }
        None if looks_like_utf16(bytes) => {
            found.push(Diagnostic::new(&UTF16, whole()));
            return None;
        }
        None => {}
    }
    let marked = bytes.strip_prefix(b"\xef\xbb\xbf");
    let windows_1252 = windows_1252 && marked.is_none();
    let bytes = marked.unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        // Read as Windows-1252, every letter beyond a-z would come out as two others.
        Ok(text) if windows_1252 && !text.is_ascii() => {
            let at = text.bytes().take_while(u8::is_ascii).count();
            report_at(bytes, at, &CSV_ENCODING, file, notebook).add("encoding", "windows-1252".into());
            None
        }
        Ok(text) => Some(text.to_owned()),
        Err(_) if windows_1252 => Some(encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()),
        Err(error) => {
            let at = error.valid_up_to();
            if is_figures {
                report_at(bytes, at, &CSV_ENCODING, file, notebook).add("encoding", "utf-8".into());
            } else {
                let byte = at.saturating_add(1).to_string();
                report_at(bytes, at, &NOT_UTF8, file, notebook).add("byte", byte);
            }
            None
        }
    }
}

/// Points at a byte, in what could be read of the file.
fn report_at<'n>(
    bytes: &[u8],
    at: usize,
    code: &'static Code,
    file: &RelPath,
    notebook: &'n mut ParseLog,
) -> &'n mut Diagnostic {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let source = notebook.sources.add(Source { path: file.clone(), text });
    let start = u32::try_from(at).unwrap_or(u32::MAX);
    let place = Place::Span(Span { source, start, end: start.saturating_add(1) });
    notebook.diagnostics.push(Diagnostic::new(code, place));
    notebook.diagnostics.last_mut().expect("one was just pushed")
}

/// Keeps a section sign with its number: "§ 85" may not be parted at the end of a line.
#[must_use]
pub fn glued(text: &str) -> Cow<'_, str> {
    if may_need_repair(text) && text.contains("§ ") {
        Cow::Owned(text.replace("§ ", "§\u{a0}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Tells whether a character may not stand in a name or a figure: it is unseen, or it turns text around.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
}

/// Tells whether a character leaves no mark on a page: it is unseen, has no breadth or only joins others.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    is_unseen(c)
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{e0000}'..='\u{e0fff}')
}

/// Tells whether a text may have an unseen character or a section sign, or one that is written by its number: whether
/// it has a byte that one of them begins with.
#[must_use]
pub fn may_need_repair(text: &str) -> bool {
    let begins_one = |byte| matches!(byte, 0..=8 | 11 | 12 | 14..=31 | b'&' | 127 | 0xc2 | 0xe2 | 0xf3);
    // All bytes are looked at: without a way out early, many at once.
    text.bytes().fold(false, |found, byte| found | begins_one(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_sign_stays_with_its_number() {
        assert_eq!(glued("støtte efter § 85 og §§ 103 og 104"), "støtte efter §\u{a0}85 og §§\u{a0}103 og 104");
        assert!(matches!(glued("§85"), Cow::Borrowed("§85")));
    }

    #[test]
    fn no_character_that_needs_repair_is_overlooked() {
        for c in ('\0'..=char::MAX).filter(|c| is_unseen(*c)).chain(['§', '&']) {
            assert!(may_need_repair(&format!("a{c}b")), "{c:?}");
        }
        assert!(!may_need_repair("\"æøåÆØÅ\", 6,52 %\r\n\t"));
    }
}
