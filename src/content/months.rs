//! The months by their short names, as keys of content files have them.

/// The months as keys, from January: first ours, then as the other languages shorten them.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb"],
    &["mar"],
    &["apr"],
    &["may", "maj", "mai"],
    &["jun"],
    &["jul"],
    &["aug"],
    &["sep"],
    &["oct", "okt"],
    &["nov"],
    &["dec", "des"],
];

/// Returns the name of a month from 0 to 11, as content files have it; nothing for any other.
#[must_use]
pub fn month(at: usize) -> &'static str {
    MONTHS.get(at).and_then(|names| names.first()).copied().unwrap_or_default()
}

/// Reads the name of a month as a number from 1.
pub fn month_number(word: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|names| names.contains(&word))?;
    i8::try_from(at.saturating_add(1)).ok()
}

/// Reads a month or a range of months of one year that begins in a month from 1 to 12, as 0 to 11.
pub fn months(text: &str, year_begins: i8) -> Option<(u8, u8)> {
    let month = |word: &str| {
        let at = MONTHS.iter().position(|names| names.contains(&word))?;
        u8::try_from(at).ok()
    };
    match text.split_once('-') {
        Some((first, last)) => {
            let place = |month: &u8| month.saturating_add(13).saturating_sub(year_begins.unsigned_abs()) % 12;
            Some((month(first)?, month(last)?)).filter(|(first, last)| place(first) < place(last))
        }
        None => month(text).map(|month| (month, month)),
    }
}
