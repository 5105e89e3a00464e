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
    let (mut run, mut groups) = (0_usize, 0_usize);
    for (at, c) in text.char_indices() {
        let behind = text.get(at.saturating_add(c.len_utf8())..).unwrap_or_default();
        let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
        let is_group = digits == 3 && if groups == 0 { (1..=3).contains(&run) } else { run == 3 };
        if c.is_whitespace() && is_group {
            (run, groups) = (0, groups.saturating_add(1));
            continue;
        }
        (run, groups) = if c.is_ascii_digit() { (run.saturating_add(1), groups) } else { (0, 0) };
        joined.push(c);
    }
    Cow::Owned(joined)
}
