//! Danish personal numbers (CPR) in any text: found however they are written, and masked.
//!
//! Takes text as it stands in a file, in a message or on a page, and knows no format of files: what a reader does not
//! see between two digits (markup, tags, soft hyphens) is passed over, and entities and escapes are read as what they
//! stand for. Answers where numbers stand and how certain it is that they are some. `docs/confidentiality.md` has the
//! rules as authors need them, and the share of false alarms.

mod glyph;
mod parted;

use std::{borrow::Cow, fmt, ops::Range};

use glyph::{Glyph, glyph_at};
pub use glyph::{is_dash, is_inline_tag};
pub use parted::{CellNotation, ColumnNames, parted_numbers, shown_numbers};
use sha2::{Digest, Sha256};

/// How certain it is that digits are a personal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// They could be one: the date is sound, and nothing else speaks for it.
    Doubtful,
    /// They are written as one, or the check digit holds, or the words before them say so.
    Certain,
}

/// The ten digits of a personal number. Shown as `010190-****`, in `Debug` too, so that none is printed by mistake.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonalNumber([u8; 10]);

/// A personal number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundNumber {
    /// The number.
    pub number: PersonalNumber,
    /// The bytes of the text it stands in, with all that stands between its digits.
    pub range: Range<usize>,
    /// How certain it is that it is one.
    pub certainty: Certainty,
    /// The bytes of its last four digits, which a mask covers.
    serial: [(usize, usize); 4],
}

impl PersonalNumber {
    /// Returns the number as messages may show it.
    #[must_use]
    pub fn masked(self) -> String {
        let date: String = self.0.iter().take(6).map(|digit| char::from(digit.saturating_add(b'0'))).collect();
        date + "-****"
    }

    /// Returns what `site.toml` knows the number by where it may be published: half a SHA-256 of the site's salt and the
    /// digits.
    ///
    /// There are so few numbers that each can be tried against a sum without a salt, and a message shows six of the ten
    /// digits beside it. Whoever does not know the salt cannot try; whoever can read `site.toml` can read the number too.
    #[must_use]
    pub fn hash(self, salt: &str) -> String {
        let mut sum = Sha256::new();
        sum.update(salt.as_bytes());
        sum.update([0]);
        sum.update(self.0);
        sum.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }

    /// Returns the number as ten digits: what it is searched by, never what is printed.
    #[must_use]
    pub fn digits(self) -> [u8; 10] {
        self.0
    }

    fn pair(self, at: usize) -> u8 {
        let digit = |at: usize| self.0.get(at).copied().unwrap_or_default();
        digit(at).saturating_mul(10).saturating_add(digit(at.saturating_add(1)))
    }

    /// Returns the year of birth by the table of the Central Person Register: the seventh digit decides the century.
    fn year(self) -> i16 {
        let year = i16::from(self.pair(4));
        let century = match (self.0.get(6).copied().unwrap_or_default(), year) {
            (0..=3, _) | (4 | 9, 37..) => 1900,
            (4 | 9, _) | (5..=8, ..=57) => 2000,
            _ => 1800,
        };
        year.saturating_add(century)
    }

    fn has_date(self) -> bool {
        let part = |at| i8::try_from(self.pair(at)).unwrap_or_default();
        super::Date::new(self.year(), part(2), part(0)).is_ok()
    }

    /// Tells whether the check digit holds. Since October 2007 numbers are given for which it does not.
    fn has_check_digit(self) -> bool {
        const WEIGHTS: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
        let products = WEIGHTS.iter().zip(self.0).map(|(weight, digit)| weight.saturating_mul(u32::from(digit)));
        products.sum::<u32>() % 11 == 0
    }

    /// Tells whether it was born on a day of which numbers with a check digit ran out: all known ones are 1 January.
    fn is_of_first_january(self) -> bool {
        (self.pair(0), self.pair(2)) == (1, 1)
    }

    /// Tells whether the digits alone speak for it. Whoever was born in the 19th century is dead, so ten digits that say so are
    /// something else.
    fn is_likely(self) -> bool {
        self.year() >= 1900 && (self.has_check_digit() || self.is_of_first_january())
    }
}

impl fmt::Debug for PersonalNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

/// Finds the personal numbers in a text, in its order.
#[must_use]
pub fn personal_numbers(text: &str) -> Vec<FoundNumber> {
    if may_hold_whole_number(text.as_bytes()) { search(text) } else { Vec::new() }
}

fn search(text: &str) -> Vec<FoundNumber> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0_usize;
    // A number begins with a digit, or with what can spell one.
    while let Some(step) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| may_begin(*byte))) {
        at = at.saturating_add(step);
        match number_at(text, at) {
            Some(number) => {
                at = number.range.end;
                found.push(number);
            }
            // A run of digits holds one at its beginning or not at all.
            None => at = behind_digits(bytes, at),
        }
    }
    found
}

/// Covers the last four digits of each personal number in a text. What is only perhaps one is covered too.
#[must_use]
pub fn mask_personal_numbers(text: &str) -> Cow<'_, str> {
    let found = personal_numbers(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = 0_usize;
    for (start, end) in found.iter().flat_map(|number| number.serial) {
        out.push_str(text.get(rest..start).unwrap_or_default());
        // As many signs as were there, so that columns stay what they are.
        let signs = text.get(start..end).map_or(1, |spelt| spelt.chars().count());
        out.extend(std::iter::repeat_n('*', signs));
        rest = end;
    }
    out.push_str(text.get(rest..).unwrap_or_default());
    Cow::Owned(out)
}

/// Tells whether a byte is a digit or the first of a digit that is written otherwise: `&#48;`, `\u0030`, `０`.
fn may_begin(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'&' | b'\\' | 0xef)
}

/// The fewest digits that a personal number is written with: `1/1-90` in one cell and `1234` in the other.
const FEWEST: u32 = 8;
/// The digits of one that stands in one place.
const WHOLE: u32 = 10;

/// Tells whether a text may hold a personal number: whether it has as many digits as one, or what can spell them. Most
/// texts have too few, and are not looked at closer, whatever encoding they are in.
#[must_use]
pub fn may_hold_personal_number(text: &[u8]) -> bool {
    has_digits(text, FEWEST)
}

/// Tells the same of one that stands in one place.
#[must_use]
pub fn may_hold_whole_number(text: &[u8]) -> bool {
    has_digits(text, WHOLE)
}

fn has_digits(text: &[u8], fewest: u32) -> bool {
    // In UTF-16 digits do not stand side by side.
    if text.starts_with(&[0xff, 0xfe]) || text.starts_with(&[0xfe, 0xff]) {
        return true;
    }
    // Blocks of one size and no early exit within them, so that the loop vectorises: five times as fast.
    let (blocks, rest) = text.as_chunks::<64>();
    let mut digits = 0_u32;
    for block in blocks {
        let (mut count, mut spells) = (0_u8, 0_u8);
        for byte in block {
            count = count.wrapping_add(u8::from(byte.is_ascii_digit()));
            spells |= u8::from(*byte == b'&') | u8::from(*byte == b'\\') | u8::from(*byte == 0xef);
        }
        digits = digits.saturating_add(u32::from(count));
        if spells != 0 || digits >= fewest {
            return true;
        }
    }
    for byte in rest {
        digits = digits.saturating_add(u32::from(byte.is_ascii_digit()));
    }
    digits >= fewest || rest.iter().any(|byte| may_begin(*byte) && !byte.is_ascii_digit())
}

fn behind_digits(bytes: &[u8], at: usize) -> usize {
    let next = at.saturating_add(1);
    let run = bytes.get(next..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count();
    match bytes.get(at).is_some_and(u8::is_ascii_digit) {
        true => next.saturating_add(run),
        false => next,
    }
}

/// What stands between the date and the serial of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Gap {
    dash: bool,
    blank: bool,
    /// A tab, a point, a slash or a low line.
    other: bool,
    /// Round brackets: around the date, or around the serial.
    bracket: bool,
    /// What nobody sees.
    unseen: bool,
}

/// Reads the number that begins at a byte, where one does: with two digits for its year, else with four.
fn number_at(text: &str, start: usize) -> Option<FoundNumber> {
    read_number(text, start, None).or_else(|| {
        let mut century = [0_u8; 2];
        read_number(text, start, Some(&mut century)).or_else(|| read_groups(text, start))
    })
}

/// Reads a number whose digits stand in other groups than date and serial: `02 01 91 12 35`, `0101 901234`. What words before it do
/// not name is one only as `0101 90-1234`: telephone numbers, accounts and times are written in groups too.
fn read_groups(text: &str, start: usize) -> Option<FoundNumber> {
    let mut reader = Reader { text, at: start };
    let (mut digits, mut serial) = ([0_u8; 10], [(0, 0); 4]);
    let (mut signs, mut gap) = ([None; 10], Gap::default());
    for place in 0..10_usize {
        match place {
            2 | 4 | 8 => *signs.get_mut(place)? = reader.skip_date_sign(),
            6 => gap = reader.skip_gap(),
            _ => reader.skip_unseen(),
        }
        let (digit, range) = reader.digit()?;
        *digits.get_mut(place)? = digit;
        // Most numbers are no day and month, and need not be read to their end.
        let is_none = match place {
            1 => [digits[0], digits[1]] > [3, 1],
            3 => [digits[2], digits[3]] > [1, 2],
            _ => false,
        };
        if is_none {
            return None;
        }
        if let Some(slot) = place.checked_sub(6).and_then(|at| serial.get_mut(at)) {
            *slot = range;
        }
    }
    let number = PersonalNumber(digits);
    let around = Surroundings::of(text, start, reader.at).filter(|_| number.has_date())?;
    let is_parted = [signs[2], signs[4], signs[8]].map(|sign| sign.is_some());
    let (has_gap, is_tight) = (gap != Gap::default(), gap == Gap { dash: true, ..Gap::default() });
    let certainty = match (is_parted, has_gap) {
        // `10.12.2024 15` and `2012-11-10 12`: a date with all its year, and a number behind it.
        ([true, true, true], false) | ([false, true, true], true) => return None,
        _ if around.is_named => Certainty::Certain,
        ([false, true, false], true) if is_tight && signs[4] == Some(Glyph::Blank) && around.is_plain() => {
            if number.is_likely() { Certainty::Certain } else { Certainty::Doubtful }
        }
        _ => return None,
    };
    Some(FoundNumber { number, range: start..reader.at, certainty, serial })
}

/// Reads a number, and in `century` the first two digits of its year where all four are written.
fn read_number(text: &str, start: usize, mut century: Option<&mut [u8; 2]>) -> Option<FoundNumber> {
    let mut reader = Reader { text, at: start };
    let mut digits = [0_u8; 10];
    let mut serial = [(0, 0); 4];
    let mut date_sign = None;
    let mut gap = Gap::default();
    for place in 0..10 {
        match place {
            0 => {}
            2 => date_sign = reader.skip_date_sign(),
            4 if reader.skip_date_sign() != date_sign => return None,
            6 => gap = reader.skip_gap(),
            _ => reader.skip_unseen(),
        }
        if let Some(century) = century.as_deref_mut().filter(|_| place == 4) {
            for digit in century {
                *digit = reader.digit()?.0;
                reader.skip_unseen();
            }
        }
        let (digit, range) = reader.digit()?;
        *digits.get_mut(place)? = digit;
        if let Some(slot) = place.checked_sub(6).and_then(|at| serial.get_mut(at)) {
            *slot = range;
        }
    }
    let end = reader.at;
    let number = PersonalNumber(digits);
    let century = century.map(|[first, second]| i16::from(first.saturating_mul(10).saturating_add(*second)));
    if !number.has_date() || century.is_some_and(|century| number.year().checked_div(100) != Some(century)) {
        return None;
    }
    let around = Surroundings::of(text, start, end)?;
    let certainty = match century {
        None => certainty(number, date_sign.is_some(), gap, around),
        Some(_) => certainty_of_whole_year(number, date_sign.is_some(), gap, around),
    };
    Some(FoundNumber { number, range: start..end, certainty: certainty?, serial })
}

/// Weighs a number whose year has four digits. Reports are full of such dates, and amounts follow them: "pr. 30-06-2020 4512 sager",
/// "01.01.2020 - 5000 kr.". So the check digit alone makes one certain that is not written together, and 1 January does not.
fn certainty_of_whole_year(
    number: PersonalNumber,
    date_is_parted: bool,
    gap: Gap,
    around: Surroundings,
) -> Option<Certainty> {
    let is_written_so = gap.dash && !gap.blank && !gap.other && !gap.bracket;
    if around.is_named || is_written_so {
        return Some(Certainty::Certain);
    }
    if around.is_identifier || around.is_named_otherwise || around.is_part_of_more {
        return None;
    }
    match (gap.dash, date_is_parted) {
        (false, true) => None,
        (true, _) if number.has_check_digit() => Some(Certainty::Certain),
        // Eight digits and four may be a telephone number and what follows it.
        _ if number.has_check_digit() || gap.dash || gap.blank || gap.bracket || gap.unseen => {
            Some(Certainty::Doubtful)
        }
        _ => None,
    }
}

/// Weighs how a number is written, its check digit and the words around it. `None` is none.
fn certainty(number: PersonalNumber, date_is_parted: bool, gap: Gap, around: Surroundings) -> Option<Certainty> {
    if around.is_named {
        return Some(Certainty::Certain);
    }
    if around.is_uuid {
        return None;
    }
    // Nobody parts six digits and four with a hyphen but in a personal number. A date with signs of its own and a blank
    // behind it may be one with an amount: "pr. 30.06.20 1250 sager".
    let is_written_so = match (gap.dash, gap.blank) {
        (true, blank) => !(date_is_parted && blank),
        (false, true) => !date_is_parted && !gap.bracket && !around.is_part_of_more && !around.is_named_otherwise,
        (false, false) => gap.unseen && !gap.other && !gap.bracket && !around.is_identifier,
    };
    if is_written_so {
        return Some(Certainty::Certain);
    }
    if around.is_identifier {
        return None;
    }
    // "Sag 2 010190 1234" may be a case and a number, or three numbers.
    let is_parted = gap.blank && !date_is_parted && !around.is_named_otherwise;
    match (number.is_likely(), around.is_named_otherwise || around.is_part_of_more) {
        (true, false) => Some(Certainty::Certain),
        (false, true) if !is_parted => None,
        _ => Some(Certainty::Doubtful),
    }
}

/// What stands around ten digits.
#[derive(Clone, Copy, Debug, Default)]
struct Surroundings {
    /// The words before them say that they are a personal number.
    is_named: bool,
    /// The words around them say that they are something else: an account, an amount.
    is_named_otherwise: bool,
    /// A letter touches them.
    is_identifier: bool,
    /// Other digits stand beside them, a blank or a decimal sign apart.
    is_part_of_more: bool,
    /// They are the middle of what programs name things by.
    is_uuid: bool,
}

/// How many bytes before a number its name is looked for in.
const BEFORE: usize = 40;

/// Words that say that a personal number follows.
const NAMES: [&str; 8] =
    ["cpr", "personnummer", "personnumre", "personnr", "person-nr", "pers.nr", "personal number", "civil registration"];

/// Words that say that something else follows.
const OTHER_NAMES: [&str; 20] = [
    "konto",
    "account",
    "iban",
    "ean",
    "gln",
    "cvr",
    "p-nr",
    "p.nr",
    "p-nummer",
    "produktionsenhed",
    "telefon",
    "tlf",
    "phone",
    "mobil",
    "faktura",
    "invoice",
    "ordre",
    "isbn",
    "issn",
    "matrikel",
];

impl Surroundings {
    /// Tells whether nothing stands beside the digits that could make them a part of something else.
    fn is_plain(self) -> bool {
        !(self.is_named_otherwise || self.is_identifier || self.is_part_of_more)
    }

    /// Looks around; `None` where the digits are a part of a longer run.
    fn of(text: &str, start: usize, end: usize) -> Option<Self> {
        let (head, rest, tail) = (text.get(..start)?, text.get(start..)?, text.get(end..)?);
        let (before, after) = (head.chars().next_back(), tail.chars().next());
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if is_digit(before) || matches!(Reader { text, at: end }.next_seen(), Some(Glyph::Digit(_))) {
            return None;
        }
        let from = floor_boundary(text, start.saturating_sub(BEFORE));
        let line = text.get(from..start)?.rsplit('\n').next().unwrap_or_default().to_lowercase();
        let last_of = |words: &[&str]| words.iter().filter_map(|word| line.rfind(word)).max();
        let (named, otherwise) = (last_of(&NAMES), last_of(&OTHER_NAMES));
        let is_amount = tail.trim_start_matches(is_blank).starts_with("kr");
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        Some(Self {
            is_named: named.is_some() && named >= otherwise,
            is_named_otherwise: otherwise > named || is_amount,
            is_identifier: is_word(before) || is_word(after),
            is_part_of_more: before == Some('+') || is_beside(head.chars().rev()) || is_beside(tail.chars()),
            is_uuid: is_uuid(head, rest),
        })
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Tells whether a digit follows one blank or decimal sign.
fn is_beside(mut signs: impl Iterator<Item = char>) -> bool {
    signs.next().is_some_and(|c| is_blank(c) || matches!(c, '.' | ','))
        && signs.next().is_some_and(|c| c.is_ascii_digit())
}

/// Tells whether six digits, a hyphen and four are the middle of `xx010190-1234-xxxx-…`, as programs name things.
fn is_uuid(head: &str, rest: &str) -> bool {
    let hex = |text: Option<&str>| text.is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let two = head.len().checked_sub(2).and_then(|at| head.get(at..));
    hex(two) && rest.get(11..12) == Some("-") && hex(rest.get(12..16)) && rest.get(16..17) == Some("-")
}

fn floor_boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at = at.saturating_sub(1);
    }
    at
}

/// Reads glyphs of a text.
struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<(Glyph, usize)> {
        glyph_at(self.text, self.at)
    }

    /// Passes over what nobody sees.
    fn skip_unseen(&mut self) {
        while let Some((Glyph::Unseen, len)) = self.peek() {
            self.at = self.at.saturating_add(len);
        }
    }

    /// Returns the next glyph that is seen.
    fn next_seen(&mut self) -> Option<Glyph> {
        self.skip_unseen();
        self.peek().map(|(glyph, _)| glyph)
    }

    /// Takes a digit, with the bytes that spell it.
    fn digit(&mut self) -> Option<(u8, (usize, usize))> {
        let (Glyph::Digit(digit), len) = self.peek()? else { return None };
        let start = self.at;
        self.at = self.at.saturating_add(len);
        Some((digit, (start, self.at)))
    }

    /// Passes over the sign within a date, where there is one.
    fn skip_date_sign(&mut self) -> Option<Glyph> {
        self.skip_unseen();
        let is_sign = |glyph| matches!(glyph, Glyph::Dash | Glyph::Blank | Glyph::Dot | Glyph::Slash);
        let (glyph, len) = self.peek().filter(|(glyph, _)| is_sign(*glyph))?;
        self.at = self.at.saturating_add(len);
        self.skip_unseen();
        Some(glyph)
    }

    /// Passes over what stands between the date and the serial: a few signs at the most.
    fn skip_gap(&mut self) -> Gap {
        let mut gap = Gap::default();
        let mut seen = 0_u8;
        while let Some((glyph, len)) = self.peek() {
            match glyph {
                Glyph::Unseen => gap.unseen = true,
                Glyph::Dash if !gap.dash => gap.dash = true,
                Glyph::Blank => gap.blank = true,
                // A line may end behind a hyphen.
                Glyph::LineEnd if gap.dash => gap.blank = true,
                Glyph::Tab | Glyph::Dot | Glyph::Slash | Glyph::LowLine if !gap.other => gap.other = true,
                Glyph::Bracket => gap.bracket = true,
                _ => break,
            }
            seen = seen.saturating_add(u8::from(glyph != Glyph::Unseen));
            if seen > 4 {
                break;
            }
            self.at = self.at.saturating_add(len);
        }
        gap
    }
}

#[cfg(test)]
mod tests;
