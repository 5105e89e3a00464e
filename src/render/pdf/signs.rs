//! The faces that documents are set in, and which signs they have.

use std::{borrow::Cow, sync::LazyLock};

use typst::{foundations::Bytes, text::Font};

/// The faces, made by `fonts/make.py`.
const FACES: [&[u8]; 3] = [
    include_bytes!("fonts/FremdriftSans-Regular.ttf"),
    include_bytes!("fonts/FremdriftSans-Bold.ttf"),
    include_bytes!("fonts/FremdriftSans-Italic.ttf"),
];

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FACES.iter().flat_map(|face| Font::iter(Bytes::new(*face))).collect());

/// Returns the faces.
pub(super) fn fonts() -> &'static [Font] {
    &FONTS
}

/// Returns a text in signs that the faces have. One that they lack is written by its number, `[U+1F600]`: a box in its place
/// would say that something is missing and not what, and a document that may be read aloud must not hold one.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_printed) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            sign if is_printed(sign) => out.push(sign),
            // Signs that say how others look: the others are printed as the faces have them.
            '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' => {}
            sign if sign.is_whitespace() => out.push(' '),
            sign if sign.is_control() => {}
            sign => out.push_str(&format!("[U+{:04X}]", u32::from(sign))),
        }
    }
    out.into()
}

/// Tells whether a sign is printed as it is: the faces have it, or it is a place where a word may be parted.
fn is_printed(sign: char) -> bool {
    let is_in = |font: &Font| font.info().coverage.contains(u32::from(sign));
    matches!(sign, '\u{ad}' | '\u{200b}') || sign.is_ascii_graphic() || sign == ' ' || fonts().iter().all(is_in)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_no_face_has_are_told_by_their_number() {
        for (text, printed) in [
            (
                "Ærø: −5.180.951 kr. ≤ 9 € → Łódź, Đà Nẵng, Ωμέγα, Київ",
                "Ærø: −5.180.951 kr. ≤ 9 € → Łódź, Đà Nẵng, Ωμέγα, Київ",
            ),
            ("a\u{a0}b\u{202f}c\u{ad}d–e", "a\u{a0}b\u{202f}c\u{ad}d–e"),
            ("godt 😀 klaret", "godt [U+1F600] klaret"),
            ("❤\u{fe0f}", "[U+2764]"),
            ("a\nb\tc\u{7}", "a b c"),
            ("漢", "[U+6F22]"),
        ] {
            assert_eq!(printable(text), printed, "{text:?}");
        }
    }
}
