//! What stands between the digits of an amount: blanks that part thousands.

use std::borrow::Cow;

/// Tells whether a text begins with a digit.
#[must_use]
pub fn begins_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// Removes blanks of any kind that part groups of three digits: `1 616 500,50 kr.` becomes `1616500,50 kr.`.
#[must_use]
pub fn join_groups(text: &str) -> Cow<'_, str> {
    if !text.contains(char::is_whitespace) {
        return Cow::Borrowed(text);
    }
    let mut joined = String::with_capacity(text.len());
    let mut run = 0_usize;
    for (at, c) in text.char_indices() {
        let behind = text.get(at.saturating_add(c.len_utf8())..).unwrap_or_default();
        let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
        if c.is_whitespace() && digits == 3 && (1..=3).contains(&run) {
            run = 0;
            continue;
        }
        run = if c.is_ascii_digit() { run.saturating_add(1) } else { 0 };
        joined.push(c);
    }
    Cow::Owned(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_blanks_that_part_groups_of_three_are_removed() {
        for (text, joined) in [
            ("1 616 500,50 kr.", "1616500,50 kr."),
            ("1\u{a0}234", "1234"),
            ("1.234,5 kr.", "1.234,5 kr."),
            ("12 34 567", "12 34567"),
            ("1234 567", "1234 567"),
            ("1 2345", "1 2345"),
            ("ca. 250", "ca. 250"),
        ] {
            assert_eq!(join_groups(text), joined, "{text}");
        }
    }
}
