//! How wide text is, without asking a font: the same answer on every machine.
//!
//! The table holds the widest of Liberation Sans (Arial), Roboto, Inter, Open Sans and DejaVu Sans for each
//! letter, in hundredths of an em, so a label that fits here fits in any of them. Knows nothing of charts; counts
//! characters, never bytes. Lengths are tenths of an SVG unit, as everywhere inside `chart`.

use std::borrow::Cow;

/// Widths of U+0000 to U+00FF.
const LATIN: [u8; 256] = [
    110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110,
    110, 110, 110, 110, 110, 110, 110, 110, 110, 32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 56, 84, 32, 47, 32, 42, 65,
    65, 65, 65, 65, 65, 65, 65, 65, 65, 34, 34, 84, 84, 84, 56, 102, 69, 69, 73, 78, 67, 62, 78, 76, 30, 56, 67, 57,
    91, 76, 79, 67, 79, 73, 67, 65, 75, 69, 99, 69, 67, 69, 40, 42, 40, 84, 56, 58, 62, 64, 56, 64, 62, 37, 64, 64, 28,
    28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 55, 64, 56, 64, 84, 110, 110, 110, 110, 110, 110,
    110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110, 110,
    110, 110, 110, 110, 32, 41, 64, 64, 73, 64, 56, 62, 60, 100, 48, 62, 84, 0, 100, 56, 50, 84, 43, 44, 58, 64, 66,
    32, 50, 41, 48, 62, 97, 97, 97, 62, 69, 69, 69, 69, 69, 69, 100, 73, 67, 67, 67, 67, 30, 30, 30, 30, 78, 76, 79,
    79, 79, 79, 79, 84, 79, 75, 75, 75, 75, 67, 67, 63, 62, 62, 62, 62, 62, 62, 99, 56, 62, 62, 62, 62, 28, 28, 28, 28,
    62, 64, 62, 62, 62, 62, 62, 84, 62, 64, 64, 64, 64, 60, 64, 60,
];

const ELLIPSIS: char = '…';

/// Returns the width of `text` set in a font of size `font`.
pub(super) fn width(text: &str, font: i32) -> i32 {
    let hundredths: i64 = text.chars().map(|c| i64::from(advance(c))).sum();
    let tenths = (hundredths * i64::from(font) + 99) / 100;
    i32::try_from(tenths).unwrap_or(i32::MAX / 4).min(i32::MAX / 4)
}

/// A line of text with its width.
#[derive(Debug)]
pub(super) struct TextLine<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) width: i32,
}

impl<'a> TextLine<'a> {
    pub(super) fn new(text: &'a str, font: i32) -> TextLine<'a> {
        TextLine { text: Cow::Borrowed(text), width: width(text, font) }
    }

    /// Returns the same line without a copy of its text.
    pub(super) fn again(&self) -> TextLine<'_> {
        TextLine { text: Cow::Borrowed(&self.text), width: self.width }
    }

    /// Returns the line, or as much of its beginning as fits in `room` with an ellipsis after it.
    pub(super) fn fit(self, room: i32, font: i32) -> TextLine<'a> {
        if self.width <= room {
            return self;
        }
        let room = i64::from(room) * 100 / i64::from(font) - i64::from(advance(ELLIPSIS));
        let mut used = 0;
        let end = self.text.char_indices().find_map(|(at, c)| {
            used += i64::from(advance(c));
            (used > room).then_some(at)
        });
        let mut kept = self.text[..end.unwrap_or(0)].trim_end().to_owned();
        kept.push(ELLIPSIS);
        TextLine { width: width(&kept, font), text: Cow::Owned(kept) }
    }
}

/// Breaks `text` at its spaces into at most `lines` lines of width `room`; what is too long ends in an ellipsis.
pub(super) fn wrap(text: &str, room: i32, font: i32, lines: usize) -> Vec<TextLine<'_>> {
    let mut rest = text.trim();
    let mut wrapped = Vec::new();
    loop {
        let line = TextLine::new(rest, font);
        let breaks = line.width > room && wrapped.len() + 1 < lines;
        let at = if breaks { last_break(rest, room, font) } else { None };
        let Some(at) = at else {
            wrapped.push(line.fit(room, font));
            return wrapped;
        };
        wrapped.push(TextLine::new(rest[..at].trim_end(), font));
        rest = rest[at..].trim_start();
    }
}

/// Returns the last space before which `text` still fits in `room`.
fn last_break(text: &str, room: i32, font: i32) -> Option<usize> {
    let room = i64::from(room) * 100 / i64::from(font);
    let (mut used, mut found) = (0, None);
    for (at, c) in text.char_indices() {
        if c == ' ' {
            found = Some(at);
        }
        used += i64::from(advance(c));
        if used > room {
            break;
        }
    }
    found
}

fn advance(c: char) -> u8 {
    match c {
        '\0'..='\u{ff}' => LATIN[c as usize],
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0,
        '’' | '‘' => 32,
        '“' | '”' | '„' => 52,
        '–' | '•' | '€' => 67,
        '−' => 84,
        '\u{100}'..='\u{24f}' | '\u{370}'..='\u{52f}' => 85,
        _ => 110,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_letters_count_as_one() {
        assert!((width("ø", 100) - width("o", 100)).abs() < 5);
        assert_eq!(width("åååå", 100), width("aaaa", 100));
    }

    #[test]
    fn fitted_text_fits_and_says_that_it_was_cut() {
        let name = "Koordinering på anbringelsesområdet";
        let fit = |room| TextLine::new(name, 140).fit(room, 140);
        let cut = fit(1200);
        assert!(cut.text.ends_with('…') && cut.width <= 1200, "{cut:?}");
        assert_eq!(cut.width, width(&cut.text, 140));
        assert_eq!(fit(9000).text, name);
        assert_eq!(fit(0).text, "…");
    }

    #[test]
    fn wrapping_breaks_at_spaces_and_keeps_every_word() {
        let name = "Øget brug af netværksplejefamilier";
        let lines = wrap(name, 1700, 140, 2);
        assert_eq!(lines.iter().map(|line| &*line.text).collect::<Vec<_>>().join(" "), name);
        assert!(lines.iter().all(|line| line.width <= 1700), "{lines:?}");
        assert_eq!(wrap("forhandlingskonsulent", 700, 140, 2).len(), 1);
    }
}
