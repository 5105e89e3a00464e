//! Text that a program damaged on its way: letters read in another encoding, letters that are lost, the errors of fields in documents and of
//! formulas, and characters that only a font of signs shows.
//!
//! The first in a file is told: what damaged one damaged them all, and mending it starts with the file that it came from.

use std::ops::Range;

use memchr::{memchr, memchr3, memchr3_iter};

use super::{FileKind, reader::SourceReader};
use crate::diag::Code;

/// Text that a program damaged.
pub const DAMAGED_TEXT: Code = Code::warning("damaged-text")
    .args(&["what", "text", "suggestion?"])
    .help("text that a program damaged: `Ã¸` for ø, where UTF-8 was read as Windows-1252, the sign � for a letter that is lost, the error of a field in a document or of a formula in a workbook, or a character that only a font of signs shows; told once of a file");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&DAMAGED_TEXT];

/// What office programs print in place of a field or a link that leads nowhere.
const FIELD_ERRORS: [&str; 14] = [
    "Fejl! Bogmærke er ikke defineret",
    "Fejl! Henvisningskilde ikke fundet",
    "Fejl! Ukendt argument for parameter",
    "Fejl! Linkfejl",
    "Error! Bookmark not defined",
    "Error! Reference source not found",
    "Error! Not a valid link",
    "Error! Unknown document property name",
    "Fel! Bokmärket är inte definierat",
    "Fel! Hittar inte referenskälla",
    "Feil! Bokmerke er ikke definert",
    "Feil! Fant ikke referansekilden",
    "Feil! Det er ikke angitt noe bokmerkenavn",
    "Fel! Inget bokmärkesnamn har angetts",
];

/// What workbooks show in a cell whose formula came to nothing.
const FORMULA_ERRORS: [&str; 20] = [
    "#REF!",
    "#REFERENCE!",
    "#REFERENS!",
    "#NAME?",
    "#NAVN?",
    "#NAMN?",
    "#VALUE!",
    "#VÆRDI!",
    "#VÄRDEFEL!",
    "#VERDI!",
    "#DIV/0!",
    "#DIVISION/0!",
    "#N/A",
    "#I/T",
    "#SAKNAS!",
    "#NULL!",
    "#NUL!",
    "#NUM!",
    "#TAL!",
    "#OGILTIGT!",
];

/// Tells whether a cell holds the error of a formula and nothing else.
#[must_use]
pub fn is_formula_error(cell: &str) -> bool {
    FORMULA_ERRORS.contains(&cell)
}

/// Reports the first place of a file that a program damaged. Errors in cells are for those who know which columns hold words.
pub fn report(text: &str, role: FileKind, reader: &mut SourceReader<'_>) {
    let found = [misread(text), lost(text), field_error(text), sign_of_a_font(text, role)];
    let Some((what, range, suggestion)) = found.into_iter().flatten().min_by_key(|(_, range, _)| range.start) else {
        return;
    };
    reader.offset = 0;
    let span = reader.span(range.clone());
    let shown: String = text.get(range.clone()).unwrap_or_default().chars().take(60).collect();
    let diagnostic = reader.report(&DAMAGED_TEXT, range).add("what", what.to_owned()).add("text", shown);
    if let Some(suggestion) = suggestion {
        diagnostic.add("suggestion", suggestion.clone()).cure(span, suggestion);
    }
}

/// What is damaged, where, and what belongs there.
type Damage = (&'static str, Range<usize>, Option<String>);

/// Finds letters of UTF-8 that were read as Windows-1252, with the whole word.
fn misread(text: &str) -> Option<Damage> {
    // Nearly every text has none of the three letters, which no Nordic word begins or ends with two signs behind: they are looked for
    // by their second bytes, which other letters hardly have.
    let bytes = text.as_bytes();
    let mut leads = memchr3_iter(0x82, 0x83, 0xa2, bytes).filter_map(|second| second.checked_sub(1));
    let at = leads
        .find(|at| bytes.get(*at) == Some(&0xc3) && text.get(*at..).is_some_and(|rest| repaired(rest).is_some()))?;
    let range = word_around(text, at);
    let word = text.get(range.clone())?;
    let (mut rest, mut mended) = (word, String::new());
    while let Some(first) = rest.chars().next() {
        let (letter, length) = repaired(rest).unwrap_or((first, first.len_utf8()));
        mended.push(letter);
        rest = rest.get(length..).unwrap_or_default();
    }
    Some(("misread", range, Some(mended)))
}

/// Returns the letter that a text begins with, where it was read as two or three others, and how long these are.
fn repaired(text: &str) -> Option<(char, usize)> {
    let mut chars = text.chars();
    let lead = byte_of(chars.next()?)?;
    let more = match lead {
        0xc2 | 0xc3 => 1,
        0xe2 => 2,
        _ => return None,
    };
    let mut bytes = vec![lead];
    for _ in 0..more {
        bytes.push(byte_of(chars.next()?).filter(|byte| (0x80..=0xbf).contains(byte))?);
    }
    let letter = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    // Letters and signs of Western Europe, dashes and quotation marks: anything else is chance.
    let is_known = matches!(letter, '\u{a0}'..='\u{ff}' | '\u{2010}'..='\u{203a}' | '\u{20ac}' | '\u{2122}' | '\u{2190}'..='\u{2193}' | '\u{2212}' | '\u{2264}' | '\u{2265}');
    let length = text.len().saturating_sub(chars.as_str().len());
    is_known.then_some((letter, length))
}

/// Returns the byte that Windows-1252 writes a character as.
fn byte_of(c: char) -> Option<u8> {
    let mut buffer = [0; 4];
    let (bytes, _, is_lossy) = encoding_rs::WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
    bytes.first().copied().filter(|_| !is_lossy && bytes.len() == 1)
}

/// Finds the sign that stands for a letter that could not be read, with the whole word.
fn lost(text: &str) -> Option<Damage> {
    let at = text.find('\u{fffd}')?;
    Some(("lost", word_around(text, at), None))
}

/// Finds the error that an office program printed in place of a field. Each has its exclamation mark.
fn field_error(text: &str) -> Option<Damage> {
    memchr(b'!', text.as_bytes())?;
    let of_fields = FIELD_ERRORS.iter().filter_map(|error| {
        let start = text.find(error)?;
        let end = start.saturating_add(error.len());
        let dot = usize::from(text.get(end..).is_some_and(|rest| rest.starts_with('.')));
        Some(start..end.saturating_add(dot))
    });
    let first = of_fields.min_by_key(|range| range.start)?;
    Some(("field", first, None))
}

/// Finds a character of a private area, which only the font of signs that it was typed in shows. Where several lines of Markdown begin with
/// one, the list is told that they were meant to be.
fn sign_of_a_font(text: &str, role: FileKind) -> Option<Damage> {
    // The bytes that these characters begin with, which hardly any text has.
    let bytes = text.as_bytes();
    memchr3(0xee, 0xef, 0xf3, bytes).or_else(|| memchr(0xf4, bytes))?;
    let is_private =
        |c: char| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}');
    let is_item = |line: &str| line.trim_start().starts_with(is_private);
    let is_of_list = |at: usize| {
        let (before, behind) = text.split_at_checked(at).unwrap_or((text, ""));
        let mut above = before.rsplit('\n');
        let begins = above.next().is_some_and(|line| line.trim().is_empty());
        begins && (above.next().is_some_and(is_item) || behind.lines().nth(1).is_some_and(is_item))
    };
    let mut found = text.char_indices().filter(|(_, c)| is_private(*c));
    let (at, sign) = found.find(|(at, _)| !(role.is_markdown() && is_of_list(*at)))?;
    Some(("sign", at..at.saturating_add(sign.len_utf8()), None))
}

/// Returns the word around a byte, without the signs of a sentence behind it.
fn word_around(text: &str, at: usize) -> Range<usize> {
    let ends = |c: char| {
        c.is_whitespace() && c != '\u{a0}' || matches!(c, '"' | ';' | '|' | ',' | '*' | '(' | ')' | '[' | ']')
    };
    let start = text.get(..at).unwrap_or_default().rfind(ends);
    let start = start.map_or(0, |before| {
        before.saturating_add(text.get(before..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8))
    });
    let rest = text.get(at..).unwrap_or_default();
    let word = rest.find(ends).and_then(|end| rest.get(..end)).unwrap_or(rest).trim_end_matches(['.', ':', '!', '?']);
    start..at.saturating_add(word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_first_finds_all_that_is_to_be_found() {
        for (lead, found) in [('\u{c2}', "Â£"), ('\u{c3}', "Ã¸"), ('\u{e2}', "â€“")] {
            assert!(found.starts_with(lead) && misread(&format!("æøå » € ’ {found}")).is_some(), "{found}");
        }
        for sign in ['\u{e000}', '\u{f0b7}', '\u{f8ff}', '\u{f0000}', '\u{ffffd}', '\u{100000}', '\u{10fffd}'] {
            assert!(sign_of_a_font(&format!("æ {sign} ø"), FileKind::Site).is_some(), "{sign:?}");
        }
        assert_eq!(sign_of_a_font("æøå – € 😀 \u{fffd}", FileKind::Site), None);
    }

    #[test]
    fn letters_that_were_read_in_another_encoding_are_known_and_no_others() {
        for right in
            ["æ", "ø", "å", "Æ", "Ø", "Å", "ä", "ö", "é", "ü", "–", "’", "”", "“", "…", "€", "•", "§", "«", "½"]
        {
            let (wrong, ..) = encoding_rs::WINDOWS_1252.decode(right.as_bytes());
            let text = format!("for{wrong}b");
            let found = misread(&text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found.2.as_deref(), Some(format!("for{right}b").as_str()), "{text}");
        }
        for text in ["AÇÃO", "São Paulo", "Âge", "pâté", "Så» sagde", "hôtel à Nîmes", "Å“ og Æ", "â – nej", ""]
        {
            assert_eq!(misread(text), None, "{text}");
        }
    }
}
