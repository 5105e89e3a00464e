//! From bytes to text: encodings, line ends and characters that may not stand in a report.

use std::borrow::Cow;

use super::{Limits, Notebook};
use crate::{
    diag::{Diagnostic, Place, Source, Span},
    value::RelPath,
};

/// Decodes a file. Answers `None` when it is no text; a byte-order mark is taken off.
pub fn decode(bytes: &[u8], file: &RelPath, windows_1252: bool, notebook: &mut Notebook) -> Option<String> {
    let found = &mut notebook.diagnostics;
    let whole = || Place::File(file.clone());
    if bytes.len() > Limits::FILE_BYTES {
        let limit = (Limits::FILE_BYTES / 1024 / 1024).to_string();
        found.push(Diagnostic::error("file-too-large", whole()).with("limit", limit));
        return None;
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        found.push(Diagnostic::error("utf16", whole()));
        return None;
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text: Cow<'_, str> = match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) if windows_1252 => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
        Err(error) => {
            report_invalid(bytes, error.valid_up_to(), file, notebook);
            return None;
        }
    };
    Some(text.into_owned())
}

/// Points at the first byte that is no UTF-8, in what could be read before it.
fn report_invalid(bytes: &[u8], at: usize, file: &RelPath, notebook: &mut Notebook) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let source = notebook.sources.add(Source { path: file.clone(), text });
    let start = u32::try_from(at).unwrap_or(u32::MAX);
    let span = Span { source, start, end: start.saturating_add(1) };
    let byte = bytes.get(at).map_or_else(String::new, |byte| format!("{byte:02X}"));
    notebook.diagnostics.push(Diagnostic::error("not-utf8", Place::Span(span)).with("byte", byte));
}

/// Tells whether a character may not stand in a name or a figure: it is unseen, or it turns text around.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
}
