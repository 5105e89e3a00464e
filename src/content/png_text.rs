//! The words that a picture in PNG carries packed: `zTXt`, and `iTXt` where it is. Those that are not packed stand in the file as they are.

use super::inflate::inflate;

/// Returns the packed texts of a picture, and whether all of them could be read.
pub(super) fn png_texts(bytes: &[u8], left: &mut usize) -> (Vec<String>, bool) {
    let (mut texts, mut is_read) = (Vec::new(), true);
    let mut rest = bytes.get(8..).unwrap_or_default();
    while let Some((head, body)) = rest.split_first_chunk::<8>() {
        let [a, b, c, d, kind @ ..] = *head;
        let length = usize::try_from(u32::from_be_bytes([a, b, c, d])).unwrap_or(usize::MAX);
        let Some(data) = body.get(..length) else { break };
        let text = match &kind {
            b"zTXt" => packed_behind(data, 1),
            b"iTXt" => compressed(data),
            _ => None,
        };
        if let Some(packed) = text {
            let inflated = inflate(packed, true, *left);
            is_read &= inflated.is_some();
            let inflated = inflated.unwrap_or_default();
            *left = left.saturating_sub(inflated.len());
            texts.push(String::from_utf8_lossy(&inflated).into_owned());
        }
        rest = body.get(length.saturating_add(4)..).unwrap_or_default();
    }
    (texts, is_read)
}

/// Returns what stands behind a word that a nought ends, and so many bytes.
fn packed_behind(data: &[u8], skipped: usize) -> Option<&[u8]> {
    let end = data.iter().position(|byte| *byte == 0)?;
    data.get(end.checked_add(1)?.checked_add(skipped)?..)
}

/// Returns the packed text of an `iTXt`: behind its word, two flags, a language and the word in that language.
fn compressed(data: &[u8]) -> Option<&[u8]> {
    let flags = packed_behind(data, 0)?;
    if flags.first() != Some(&1) {
        return None;
    }
    packed_behind(packed_behind(flags.get(2..)?, 0)?, 0)
}
