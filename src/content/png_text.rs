//! The words that a picture in PNG carries packed: `zTXt`, and `iTXt` where it is. Those that are not packed stand in the file as they are.

use super::inflate::inflate;

/// Returns the packed texts of a picture, and whether all of them could be read: not where it is cut off, or goes on behind its end.
pub(super) fn png_texts(bytes: &[u8], left: &mut usize) -> (Vec<String>, bool) {
    let mut texts = Vec::new();
    // Of another kind than its name says, it has no such texts.
    let Some(mut rest) = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n") else {
        return (texts, !bytes.starts_with(b"\x89PNG"));
    };
    let mut is_read = true;
    while let Some((head, body)) = rest.split_first_chunk::<8>() {
        let [a, b, c, d, kind @ ..] = *head;
        let length = usize::try_from(u32::from_be_bytes([a, b, c, d])).unwrap_or(usize::MAX);
        let Some((data, behind)) = body.split_at_checked(length) else { break };
        rest = behind.get(4..).unwrap_or_default();
        let packed = match &kind {
            b"zTXt" => Some(packed_behind(data, 1)),
            b"iTXt" => compressed(data),
            b"IEND" => return (texts, is_read && behind.len() == 4),
            _ => None,
        };
        if let Some(packed) = packed {
            let (text, is_whole) = packed.map(|packed| inflate(packed, true, left)).unwrap_or_default();
            is_read &= is_whole;
            texts.push(String::from_utf8_lossy(&text).into_owned());
        }
    }
    (texts, false)
}

/// Returns what stands behind a word that a nought ends, and so many bytes.
fn packed_behind(data: &[u8], skipped: usize) -> Option<&[u8]> {
    let end = data.iter().position(|byte| *byte == 0)?;
    data.get(end.checked_add(1)?.checked_add(skipped)?..)
}

/// Returns the packed text of an `iTXt`, unless it is not packed: behind its word, two flags, a language and the word in that language.
/// Nothing in its place where it is damaged.
fn compressed(data: &[u8]) -> Option<Option<&[u8]>> {
    let Some(flags) = packed_behind(data, 0) else { return Some(None) };
    (flags.first() != Some(&0)).then(|| packed_behind(packed_behind(flags.get(2..)?, 0)?, 0))
}
