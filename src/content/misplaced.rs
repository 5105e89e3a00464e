//! Fields that stand where no fields are read: whoever wrote them meant them, and a mark among them would hide nothing.
//!
//! Refused is a line of `+++`, or one nearly so, anywhere in the text; a block of `---` with fields in it where the text
//! begins; a line that gives a field a value, where the text begins, and one that gives a mark a value, anywhere. What
//! stands in a block of code is an example and no mistake, unless the text begins with it.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::{
    front_matter::Slice,
    marks::{is_meant_as_a_mark, is_nearly_a_mark},
    reader::SourceReader,
    text::is_invisible,
};
use crate::{
    diag::Code,
    schema::{RecordType, records},
};

pub(super) const FRONT_MATTER_MISPLACED: Code = Code::error("front-matter-misplaced")
    .args(&["line"])
    .help("a line that looks as if it fenced fields, where none are read");
pub(super) const FIELDS_IN_PROSE: Code =
    Code::error("fields-in-prose").args(&["key"]).help("a line of the text that looks like a field");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&FRONT_MATTER_MISPLACED, &FIELDS_IN_PROSE];

/// What an author may have set a language of fields by.
const LANGUAGES: [&str; 7] = ["", "toml", "yaml", "yml", "json", "frontmatter", "metadata"];

/// What an author may give a mark as its value.
const VALUES: &[&str] = &[
    "public",
    "internal",
    "closed",
    "draft",
    "udkast",
    "kladde",
    "utkast",
    "offentlig",
    "offentligt",
    "intern",
    "internt",
    "lukket",
    "privat",
    "private",
    "hidden",
    "skjult",
    "secret",
    "hemmelig",
    "hemmeligt",
    "fortrolig",
    "fortroligt",
    "confidential",
    "stängd",
    "stängt",
    "sluten",
    "dold",
    "hemligt",
    "hemlig",
    "konfidentiell",
    "konfidensiell",
    "true",
    "false",
    "ja",
    "yes",
];

/// Something misplaced, and where it stands.
struct Misplaced<'t> {
    /// The field, or nothing for a fence.
    key: Option<&'t str>,
    range: Range<usize>,
}

/// Reports what stands in a text and was meant to be fields. Answers whether there is any.
pub fn report(body: Slice<'_>, schema: &'static RecordType, reader: &mut SourceReader<'_>) -> bool {
    let found = find(body.text, schema);
    reader.offset = body.offset;
    for Misplaced { key, range } in &found {
        match key {
            Some(key) => reader.report(&FIELDS_IN_PROSE, range.clone()).add("key", (*key).to_owned()),
            None => {
                let line = body.text.get(range.clone()).unwrap_or_default();
                let line: String =
                    line.chars().map(|c| if is_invisible(c) { '\u{fffd}' } else { c }).take(40).collect();
                reader.report(&FRONT_MATTER_MISPLACED, range.clone()).add("line", line)
            }
        };
    }
    !found.is_empty()
}

/// Finds what is misplaced in a text. Of fields that stand in a row, the first is enough.
fn find<'t>(text: &'t str, schema: &'static RecordType) -> Vec<Misplaced<'t>> {
    let mut found: Vec<Misplaced<'_>> = Vec::new();
    if !may_hold_fields(text) {
        return found;
    }
    let mut place = LinePlace::Before;
    let mut last_line = None;
    for (at, (line, start)) in lines(text).enumerate() {
        let is_blank = line.chars().all(is_nothing);
        place = match place {
            LinePlace::Before if is_blank => LinePlace::Before,
            LinePlace::Before
                if sign(line) == Some('-') && fences_fields(text.get(start..).unwrap_or_default(), schema) =>
            {
                found.push(Misplaced { key: None, range: start..start.saturating_add(line.len()) });
                last_line = Some(at);
                LinePlace::Behind
            }
            LinePlace::Before => LinePlace::First,
            LinePlace::First if is_blank => LinePlace::Behind,
            other => other,
        };
        let key = match sign(line) {
            Some('+') => None,
            _ => match field(line).filter(|field| field.is_misplaced(place, schema)) {
                Some(field) => Some(field.key),
                None => continue,
            },
        };
        let is_told = key.is_some() && last_line.is_some_and(|last: usize| last.saturating_add(1) == at);
        last_line = Some(at);
        if !is_told {
            found.push(Misplaced { key, range: start..start.saturating_add(line.trim_end().len()) });
        }
    }
    if !found.is_empty() {
        let examples = examples(text);
        // A block that is indented begins behind the blanks of its first line.
        let last_of = |range: &Range<usize>| range.end.saturating_sub(1);
        found.retain(|misplaced| !examples.iter().any(|example| example.contains(&last_of(&misplaced.range))));
    }
    found
}

/// Tells whether a text has a byte that a fence or a sign of equality begins with, or what looks like one: few have.
fn may_hold_fields(text: &str) -> bool {
    // All bytes are looked at: without a way out early, many at once.
    text.bytes().fold(false, |found, byte| found | matches!(byte, b'+' | b'=' | b':' | 0xe1 | 0xe2 | 0xef))
}

/// Where in a text a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LinePlace {
    /// Nothing stands before it.
    Before,
    /// In the lines that it begins with, up to a blank one.
    First,
    /// Further down.
    Behind,
}

/// Returns the lines of a text, however they are ended, each with the byte it begins at.
fn lines(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let ends = |c| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    // Bytes are looked at, as every text is read: those are few that one of these characters begins with.
    let may_end = |byte: &u8| matches!(byte, b'\n' | b'\r' | 0xb | 0xc | 0xc2 | 0xe2);
    let mut start = 0_usize;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let mut looked = 0_usize;
        let (line, whole) = loop {
            let Some(found) = rest.as_bytes().get(looked..).and_then(|bytes| bytes.iter().position(may_end)) else {
                break (rest, rest.len());
            };
            let at = looked.saturating_add(found);
            let Some(c) = rest.get(at..).and_then(|rest| rest.chars().next()) else { break (rest, rest.len()) };
            looked = at.saturating_add(c.len_utf8());
            if ends(c) {
                break (rest.get(..at).unwrap_or(rest), looked);
            }
        };
        let line_start = start;
        start = start.saturating_add(whole);
        Some((line, line_start))
    })
}

/// Tells whether a character is not seen: where it stands, nothing seems to.
fn is_nothing(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// Returns the sign of a fence: of a line of three or more of them, whatever stands unseen between them, or makes a
/// heading, a quotation or an item of a list of it.
fn sign(line: &str) -> Option<char> {
    let rest = line.trim_start_matches(|c| is_nothing(c) || matches!(c, '>' | '#' | '*'));
    let rest = rest.strip_prefix("- ").unwrap_or(rest);
    let sign = rest.chars().find(|c| !is_nothing(*c)).and_then(sign_of)?;
    let mut signs = rest.chars().filter(|c| !is_nothing(*c)).peekable();
    let mut count = 0_usize;
    while signs.next_if(|c| sign_of(*c) == Some(sign)).is_some() {
        count = count.saturating_add(1);
    }
    let word: String = signs.filter(|c| c.is_alphanumeric()).take(16).flat_map(char::to_lowercase).collect();
    (count >= 3 && LANGUAGES.contains(&word.as_str())).then_some(sign)
}

/// Returns the sign that a character stands for, or looks like.
fn sign_of(c: char) -> Option<char> {
    match c {
        '+' | '\u{ff0b}' | '\u{fe62}' | '\u{207a}' | '\u{208a}' | '\u{2795}' | '\u{271a}' | '\u{16ed}' => Some('+'),
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => Some('-'),
        _ => None,
    }
}

/// Tells whether a line of dashes begins a block of fields, as others write them: one of ours is among them, and another
/// such line ends them.
fn fences_fields(text: &str, schema: &'static RecordType) -> bool {
    let (mut has_field, mut lines) = (false, lines(text).skip(1));
    let ends = lines.any(|(line, _)| {
        let key = line.split([':', '=']).next().unwrap_or_default().trim().trim_matches(['"', '\'']);
        has_field |= line.contains([':', '=']) && (schema.field(key).is_some() || is_nearly_a_mark(key));
        sign(line) == Some('-') || line.trim() == "..."
    });
    has_field && ends
}

/// A line that gives something a value.
struct MisplacedField<'l> {
    key: &'l str,
    /// What stands between the two: `=` or `:`.
    sign: char,
    value: &'l str,
}

/// Reads a line as a field, whatever stands before its name to mark a quotation, a remark or a list.
fn field(line: &str) -> Option<MisplacedField<'_>> {
    let is_before = |c| {
        is_nothing(c)
            || matches!(c, '>' | '#' | '*' | '-' | '{' | '"' | '\'' | '|' | '/' | ';' | '%' | '<' | '!' | ',' | '_')
    };
    let rest = line.trim_start_matches(is_before);
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.') || is_invisible(c);
    let end = rest.find(|c| !is_name(c))?;
    let (key, rest) = rest.split_at_checked(end)?;
    let rest = rest.trim_start_matches(|c| is_nothing(c) || matches!(c, '"' | '\'' | '*' | '_' | '`'));
    let sign = match rest.chars().next()? {
        '=' | '\u{ff1d}' => '=',
        ':' | '\u{ff1a}' => ':',
        _ => return None,
    };
    let value =
        rest.trim_matches(|c| is_nothing(c) || matches!(c, '=' | ':' | '\u{ff1d}' | '\u{ff1a}' | '>' | '*' | ','));
    (!key.is_empty()).then_some(MisplacedField { key, sign, value })
}

impl MisplacedField<'_> {
    fn is_misplaced(&self, place: LinePlace, schema: &'static RecordType) -> bool {
        let is_mark = match self.sign {
            '=' => is_meant_as_a_mark(self.key) && (self.is_toml() || self.closes()),
            // A colon stands in prose too: only what reads as a mark in every part is one, "Synlighed: lukket" included.
            _ => is_meant_as_a_mark(self.key) && self.closes() || is_nearly_a_mark(self.key) && self.is_date(),
        };
        let begins_with_number = self.value.starts_with(|c: char| c.is_ascii_digit());
        // Further down an equals sign may stand in prose: there only what is a field of a record is one. Ordinary pages have words
        // alone, perhaps on how such records are written.
        let is_known =
            schema.field(self.key).is_some() && (place == LinePlace::First || schema.name != records::PAGE.name);
        let is_field = self.is_toml() && (is_known || place == LinePlace::First) || begins_with_number && is_known;
        is_mark || self.sign == '=' && is_field
    }

    /// Tells whether the value is written as TOML writes text, days, lists and tables: an attribute of a tag is not.
    fn is_toml(&self) -> bool {
        let quotes = ['"', '\'', '\u{201c}', '\u{201d}', '\u{201e}', '\u{2019}'];
        self.value.starts_with(quotes) && self.value.ends_with(quotes)
            || self.value.starts_with(['[', '{'])
            || matches!(self.value, "true" | "false")
            || self.is_date()
    }

    /// Tells whether the value is a word for who may see something.
    fn closes(&self) -> bool {
        let value = self.value.trim_end_matches("-->").trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        VALUES.contains(&value.as_str())
    }

    /// Tells whether the value is a date in figures.
    fn is_date(&self) -> bool {
        let value = self.value.trim_matches(|c: char| !c.is_ascii_digit());
        let mut parts = value.split(['-', '.', '/']);
        let is_number =
            |part: &str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        parts.clone().count() == 3 && parts.all(is_number)
    }
}

/// Finds the blocks of code that can only be examples: something stands before them.
fn examples(text: &str) -> Vec<Range<usize>> {
    let begins = text.find(|c| !is_nothing(c)).unwrap_or(text.len());
    let events = Parser::new(text).into_offset_iter();
    let blocks = events.filter(|(event, _)| matches!(event, Event::Start(Tag::CodeBlock(_)))).map(|(_, range)| range);
    blocks.filter(|range| range.start > begins).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_refused(text: &str) -> bool {
        !find(text, &records::PAGE).is_empty()
    }

    #[test]
    fn lines_end_where_any_of_the_ends_of_a_line_stands() {
        let ends = |c| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        for text in ["", "a", "\n", "a\r\nb", "æ–ø\u{85}å\u{a0}", "\u{2028}a\u{2029}\u{2027}", "a\u{b}\u{c}b\n\n"]
        {
            let naive = text.split_inclusive(ends).scan(0, |start, line| {
                let line_start = std::mem::replace(start, *start + line.len());
                Some((line.trim_end_matches(ends), line_start))
            });
            assert!(lines(text).eq(naive), "{text:?}");
        }
    }

    #[test]
    fn a_fence_is_known_however_it_is_disguised() {
        for line in [
            "+++",
            " +++",
            "\t+++",
            "    +++",
            "\u{feff}+++",
            "\u{200b}+++",
            "+\u{200b}++",
            "\u{a0}+++",
            "\u{ad}+++",
            "\u{202e}+++",
            "\u{2066}+++\u{2069}",
            "++++",
            "+++++++",
            "+++ toml",
            "+++toml",
            "+++ TOML",
            "+ + +",
            "＋＋＋",
            "⁺⁺⁺",
            "➕➕➕",
            "+++;",
            "# +++",
            "> +++",
            "- +++",
            "* +++",
            "+++ {.toml}",
            "\u{2028}+++",
            "\u{3000}+++",
            "\u{2800}+++",
            "+++\u{200b}",
        ] {
            for text in
                [format!("{line}\na\n+++\n"), format!("\n{line}\n"), format!("a\n{line}"), format!("a\r{line}\rb")]
            {
                assert!(is_refused(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn fields_are_known_where_a_text_begins() {
        for text in [
            "title = \"A\"",
            "\n\n  title = 'A'\n",
            "++\ntitle = \"A\"\n++",
            "Title = “A”",
            "titel = \"A\"",
            "tags = [\"a\"]",
            "[a]\nb = \"c\"",
            "number = 3\ntitle = \"A\"",
            "{ \"visibility\": \"closed\" }",
            "```toml\ntitle = \"A\"\n```\n",
            "    title = \"A\"\n",
            "\n---\ntitle: A\n---\n",
            "\u{feff}---\nvisibility: closed\n---\n",
            " ---\ntitle: A\n...\n",
            "———\ntitle: A\n———",
            "```\n+++\ntitle = \"A\"\n+++\n```\n",
            "\n    +++\n    a\n",
        ] {
            assert!(is_refused(text), "{text:?}");
        }
        assert!(!find("number = 3", &records::MEASURE).is_empty());
    }

    #[test]
    fn a_mark_is_known_wherever_it_stands() {
        for line in [
            "visibility = \"closed\"",
            "visibilty = \"closed\"",
            "visibility = closed",
            "visibility: closed",
            "Visibility: Closed",
            "Synlighed: lukket",
            "**Synlighed:** Fortroligt",
            "**visibility**: closed",
            "<!-- visibility: closed -->",
            "> visibility = \"closed\"",
            "- embargo: 2030-01-01",
            "embargo = 2030-01-01",
            "Embargo: 01.03.2030",
            "synlighed = \"lukket\"",
            "lukket = true",
            "hidden = true",
            "vis\u{200b}ibility = \"closed\"",
            "# embargo = 2030-01-01",
            "| visibility = \"closed\" |",
            "visibility＝\"closed\"",
            "\"visibility\" = \"internal\"",
            "embargo_until = '2030-01-01'",
        ] {
            assert!(is_refused(&format!("Tekst.\n\n# Om\n\n{line}\n\nMere.\n")), "{line}");
        }
    }

    #[test]
    fn prose_is_no_field() {
        for text in [
            "Tekst.",
            "---\n\nTekst\n\n---\n",
            "---\nKilde: Økonomi\n---\n",
            "a\n\n---\n\nb",
            "++",
            "+ a\n+ b\n",
            "+++ = meget godt",
            "+++ Nyt: i dag +++",
            "C++ og C+++",
            "+45 12 34 56 78",
            "+---+---+\n| a | b |\n+---+---+",
            "x = 3",
            "Lukket: 3 skoler",
            "Status: grøn",
            "Titel: A",
            "\\+++",
            "Lukket = rød, åben = grøn",
            "Tekst\n\ntitle = \"A\"\n",
            "Embargo: indtil 1. marts",
            "`visibility = \"closed\"`",
            "Offentliggørelse: 2030-01-01",
            "Tekst:\n\n```toml\n+++\nvisibility = \"closed\"\n+++\n```\n",
            "Tekst:\n\n    visibility = \"closed\"\n",
            "Sæt `visibility` til \"closed\".",
            "Et felt: visibility = \"closed\"",
            "- a\n- b: c\n",
            "a - b\n===\n",
            "# Overskrift\n\nTekst",
            "| visibility | closed |",
            "",
            "\n\n",
        ] {
            assert!(!is_refused(text), "{text:?}");
        }
    }
}
