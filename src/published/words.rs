//! Texts as runs of words, whatever they are written in: HTML, JSON, addresses, base64.

use std::fmt::Write as _;

use unicode_normalization::UnicodeNormalization;

use crate::value::marked_utf16;

/// The fewest characters of a run that is looked for: a shorter one may stand anywhere.
const SHORTEST: usize = 12;
/// How many words of a longer text are one run.
const WINDOW: usize = 5;

/// Some words one behind the other, in small letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Run(String);

impl Run {
    /// Makes a run of words.
    pub fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut run = String::new();
        for word in words {
            let _ = write!(run, "{}{word}", if run.is_empty() { "" } else { " " });
        }
        Self(run)
    }

    /// Returns how many words it has.
    pub fn len(&self) -> usize {
        self.0.split(' ').count()
    }
}

/// Returns the runs that a text is looked for by: all of a short one, every five words of a longer one.
pub fn runs(text: &str) -> Vec<Run> {
    let words: Vec<String> = decoded(text.as_bytes())
        .first()
        .map_or_else(Vec::new, |text| words_in(text).into_iter().map(|(word, _)| word).collect());
    let window = words.len().min(WINDOW);
    if window == 0 {
        return Vec::new();
    }
    let all = words.windows(window).map(|words| Run::of(words.iter().map(String::as_str)));
    all.filter(|run| run.0.chars().count() >= SHORTEST).collect()
}

/// Returns the words of a text in small letters, each with its line.
pub fn words_in(text: &str) -> Vec<(String, u32)> {
    let mut words = Vec::new();
    let (mut word, mut line) = (String::new(), 1_u32);
    // A Mac writes å as a and a ring, which alone is no letter.
    for c in text.nfc().chain(['\n']) {
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        } else if !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '*' | '_' | '`') {
            if !word.is_empty() {
                words.push((std::mem::take(&mut word), line));
            }
            line = line.saturating_add(u32::from(c == '\n'));
        }
    }
    words
}

/// Returns the ways in which bytes may be read: without tags, with all that stands in tags, and what is packed in base64.
pub fn decoded(bytes: &[u8]) -> Vec<String> {
    let written = marked_utf16(bytes).map_or_else(|| String::from_utf8_lossy(bytes), |(text, _)| text.into());
    // The lines of a calendar are folded anywhere, within words too.
    let whole = if written.starts_with("BEGIN:VCALENDAR") { written.replace("\r\n ", "").into() } else { written };
    let raw = unescaped(&whole);
    let mut texts = vec![without_tags(&raw)];
    texts.extend(packed(&raw));
    if raw.contains('<') || raw.contains("](") {
        texts.push(raw);
    }
    texts
}

/// Leaves tags out, so that a word in two colours is one. Lines stay where they are.
fn without_tags(text: &str) -> String {
    const INLINE: [&str; 14] =
        ["b", "i", "em", "strong", "span", "a", "tspan", "sup", "sub", "small", "mark", "code", "wbr", "abbr"];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tagged)) = rest.split_once('<') {
        out.push_str(before);
        let Some((tag, after)) = tagged.split_once('>').filter(|_| tagged.starts_with(is_tag_start)) else {
            out.push('<');
            rest = tagged;
            continue;
        };
        let name = tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if !INLINE.contains(&name) {
            out.push(' ');
        }
        out.extend(tag.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    out + rest
}

fn is_tag_start(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')
}

/// Reads entities, escapes of JSON and bytes of addresses as what they stand for.
fn unescaped(text: &str) -> String {
    let mut bytes: Vec<u8> = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '\\', '%']) {
        bytes.extend_from_slice(rest.get(..at).unwrap_or_default().as_bytes());
        rest = rest.get(at..).unwrap_or_default();
        let (spelt, len) = escape(rest).unwrap_or_else(|| (rest.bytes().take(1).collect(), 1));
        bytes.extend_from_slice(&spelt);
        rest = rest.get(len..).unwrap_or_default();
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Returns what an escape stands for, and how many bytes it has.
fn escape(rest: &str) -> Option<(Vec<u8>, usize)> {
    let text = |c: char, len: usize| Some((c.to_string().into_bytes(), len));
    if rest.starts_with('%') {
        return Some((vec![u8::from_str_radix(rest.get(1..3)?, 16).ok()?], 3));
    }
    if let Some(escaped) = rest.strip_prefix('\\') {
        return match escaped.bytes().next()? {
            b'u' => text(char::from_u32(u32::from_str_radix(escaped.get(1..5)?, 16).ok()?)?, 6),
            // A line of a text in JSON is no line of the file.
            b'n' | b'r' | b't' => text(' ', 2),
            _ => text(escaped.chars().next()?, escaped.chars().next()?.len_utf8().saturating_add(1)),
        };
    }
    let end = rest.bytes().take(10).position(|byte| byte == b';')?;
    let len = end.saturating_add(1);
    let name = rest.get(1..end)?;
    let code = name.strip_prefix('#').and_then(|code| match code.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => code.parse().ok(),
    });
    match (name, code.and_then(char::from_u32)) {
        (_, Some(c)) => text(c, len),
        ("amp", _) => text('&', len),
        ("lt", _) => text('‹', len),
        ("gt", _) => text('›', len),
        ("quot", _) => text('"', len),
        ("apos", _) => text('\'', len),
        ("shy", _) => text('\u{ad}', len),
        ("nbsp", _) => text('\u{a0}', len),
        ("aelig", _) => text('æ', len),
        ("oslash", _) => text('ø', len),
        ("aring", _) => text('å', len),
        _ => None,
    }
}

/// Returns what long runs of base64 hold.
fn packed(text: &str) -> Vec<String> {
    let is_packed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/');
    let long = text.split(|c| !is_packed(c)).filter(|run| run.len() >= 24);
    long.map(|run| String::from_utf8_lossy(&unpacked(run)).into_owned())
        .filter(|text| text.chars().filter(|c| c.is_alphanumeric()).count() >= SHORTEST)
        .collect()
}

fn unpacked(run: &str) -> Vec<u8> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => byte.saturating_sub(b'A'),
        b'a'..=b'z' => byte.saturating_sub(b'a').saturating_add(26),
        b'0'..=b'9' => byte.saturating_sub(b'0').saturating_add(52),
        b'+' => 62,
        _ => 63,
    };
    let mut out = Vec::new();
    for four in run.as_bytes().chunks(4) {
        let bits = four.iter().fold(0_u32, |bits, byte| bits << 6 | u32::from(value(*byte)));
        let missing = 4_usize.saturating_sub(four.len());
        let bits = bits << (6_usize.saturating_mul(missing));
        out.extend(bits.to_be_bytes().into_iter().skip(1).take(3_usize.saturating_sub(missing)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tells whether a text is found in some bytes.
    fn holds(bytes: &str, text: &str) -> bool {
        let wanted = runs(text);
        assert!(!wanted.is_empty(), "{text} is too short");
        let found: Vec<Run> = decoded(bytes.as_bytes())
            .iter()
            .flat_map(|text| {
                let words: Vec<String> = words_in(text).into_iter().map(|(word, _)| word).collect();
                (1..=WINDOW)
                    .flat_map(|length| {
                        words.windows(length).map(|run| Run::of(run.iter().map(String::as_str))).collect::<Vec<_>>()
                    })
                    .collect::<Vec<_>>()
            })
            .collect();
        wanted.iter().any(|run| found.contains(run))
    }

    #[test]
    fn a_text_is_found_in_whatever_it_is_written() {
        let secret = "Salg af rådhuset på Torvet";
        for bytes in [
            "<p>Salg af rådhuset på Torvet</p>",
            "<p>Salg af <em>råd</em>huset\npå Torvet</p>",
            "<p title=\"Salg af r&aring;dhuset p&#229; Torvet\">",
            "<!-- salg af rådhuset på torvet -->",
            "{\"t\":\"Salg af r\\u00e5dhuset p\\u00e5 Torvet\"}",
            "href=\"salg%20af%20r%C3%A5dhuset%20p%C3%A5%20torvet.html\"",
            "salg-af-rådhuset-på-torvet/index.html",
            "Salg af råd\u{ad}huset på Torvet og mere",
            "Salg af ra\u{30a}dhuset på Torvet",
            "BEGIN:VCALENDAR\r\nSUMMARY:Salg\\, af råd\r\n huset på Torvet\r\n",
            "data:text/plain;base64,U2FsZyBhZiByw6VkaHVzZXQgcMOlIFRvcnZldA==",
        ] {
            assert!(holds(bytes, secret), "{bytes}");
        }
        assert!(!holds("<p>Salg af skolen på Torvet</p>", secret));
        // Of a longer text any five words are enough.
        assert!(holds("at sælge det gamle rådhus", "Udvalget vil at sælge det gamle rådhus til højestbydende"));
        assert_eq!(runs("Kort tekst"), [], "it may stand anywhere");
    }
}
