//! Spaces between words: whether they are single ordinary ones, and made such.

/// Returns words with ordinary spaces, one at a time.
pub(super) fn spaced(text: &str) -> String {
    if is_spaced(text) {
        return text.to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tells whether a text has no white space but single ordinary spaces between its words, nor a control sign: nearly every
/// text is such, and need not be taken apart.
#[must_use]
pub fn is_spaced(text: &str) -> bool {
    has_single_spaces(text) && !text.starts_with(' ') && !text.ends_with(' ')
}

/// Tells the same of a text that may begin or end with a space.
fn has_single_spaces(text: &str) -> bool {
    // What is not ASCII may be a space of another kind.
    let is_odd = |byte: u8| (byte < b' ') | (byte == 0x7f) | (byte == 0xc2) | matches!(byte, 0xe1..=0xe3);
    let bytes = text.as_bytes();
    let followers = bytes.get(1..).unwrap_or_default();
    // All are looked at: without a way out early, many at once.
    let has_odd = bytes.iter().fold(false, |found, byte| found | is_odd(*byte));
    let pairs = bytes.iter().zip(followers);
    !pairs.fold(has_odd, |found, (byte, next)| found | ((*byte == b' ') & (*next == b' ')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_left_alone_is_what_taking_it_apart_would_make() {
        for space in (0..=char::MAX as u32).filter_map(char::from_u32).filter(|c| c.is_whitespace() || c.is_control()) {
            if space != ' ' {
                assert!(!is_spaced(&format!("a{space}b")), "U+{:04X}", u32::from(space));
            }
        }
        for text in [" a", "a ", "a  b", " "] {
            assert!(!is_spaced(text), "{text:?}");
        }
        for text in ["", "a", "Ørsted og søn", "12,50"] {
            assert!(is_spaced(text), "{text:?}");
            assert_eq!(text.split_whitespace().collect::<Vec<_>>().join(" "), text);
        }
    }
}
