//! What a reader sees at a place of a text, whatever it is spelt with: entities, escapes, markup.

/// What a reader sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// A digit.
    Digit(u8),
    /// A hyphen, a dash or a minus sign.
    Dash,
    /// A blank of any width.
    Blank,
    /// A tab.
    Tab,
    /// The end of a line.
    LineEnd,
    /// A point.
    Dot,
    /// A slash.
    Slash,
    /// A low line.
    LowLine,
    /// A round bracket.
    Bracket,
    /// Nothing: markup, a tag, a soft hyphen, a sign of no width.
    Unseen,
    /// Anything else.
    Other,
}

/// The most bytes of a tag or of a link's address: programs write all of a style into each tag.
const LONGEST: usize = 1_000;

/// Returns the glyph at a byte of a text, and how many bytes spell it.
pub fn glyph_at(text: &str, at: usize) -> Option<(Glyph, usize)> {
    let rest = text.get(at..)?;
    let c = rest.chars().next()?;
    let spelt = match c {
        '&' => entity(rest),
        '\\' => escape(rest),
        '%' => percent(rest),
        _ => None,
    };
    if let Some((c, len)) = spelt {
        return Some((glyph_of(c), len));
    }
    let len = match c {
        '<' if is_inline_tag(rest) => tag_end(rest),
        ']' if rest.starts_with("](") => end_of(rest, ')'),
        '*' | '~' | '`' | '[' | ']' | '\\' => Some(1),
        // Emphasis stands at the end of words; between digits it parts the groups of a number.
        '_' if !is_between_digits(text, at) => Some(1),
        _ => None,
    };
    Some(len.map_or((glyph_of(c), c.len_utf8()), |len| (Glyph::Unseen, len)))
}

/// Tags that a word may stand on both sides of: all others part cells, labels and paragraphs.
const INLINE_TAGS: [&str; 22] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins", "mark", "s", "small",
    "span", "strong", "sub", "sup", "tspan", "u",
];

/// Tells whether a tag, or a comment, begins that a word may stand on both sides of.
pub fn is_inline_tag(rest: &str) -> bool {
    let tag = rest.trim_start_matches('<').trim_start_matches('/');
    let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default().to_ascii_lowercase();
    tag.starts_with("!--") || name == "wbr" || INLINE_TAGS.contains(&name.as_str())
}

/// Returns how many bytes there are up to and with a sign, where it is near.
fn end_of(rest: &str, sign: char) -> Option<usize> {
    rest.bytes().take(LONGEST).position(|byte| char::from(byte) == sign).map(|at| at.saturating_add(1))
}

/// Returns how many bytes a tag or a comment has, where it ends near: what stands in quotation marks ends none.
fn tag_end(rest: &str) -> Option<usize> {
    if rest.starts_with("<!--") {
        let near = rest.as_bytes().get(..LONGEST).unwrap_or(rest.as_bytes());
        return near.windows(3).position(|signs| signs == b"-->").map(|at| at.saturating_add(3));
    }
    let mut quote = None;
    let end = rest.bytes().take(LONGEST).position(|byte| match quote {
        None if byte == b'>' => true,
        None => {
            quote = Some(byte).filter(|byte| matches!(byte, b'"' | b'\''));
            false
        }
        Some(open) => {
            quote = quote.filter(|_| byte != open);
            false
        }
    });
    end.map(|at| at.saturating_add(1)).or_else(|| end_of(rest, '>'))
}

fn is_between_digits(text: &str, at: usize) -> bool {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = text.as_bytes();
    is_digit(at.checked_sub(1).and_then(|before| bytes.get(before))) && is_digit(bytes.get(at.saturating_add(1)))
}

fn glyph_of(c: char) -> Glyph {
    match c {
        '0'..='9' => digit(c, '0'),
        '\u{ff10}'..='\u{ff19}' => digit(c, '\u{ff10}'),
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' | '\u{2043}' => Glyph::Dash,
        ' ' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Glyph::Blank,
        '\t' => Glyph::Tab,
        '\n' | '\r' => Glyph::LineEnd,
        '.' | '\u{b7}' | '\u{2024}' => Glyph::Dot,
        '/' | '\u{2044}' => Glyph::Slash,
        '_' => Glyph::LowLine,
        '(' | ')' => Glyph::Bracket,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{e0000}'..='\u{e0fff}' => Glyph::Unseen,
        _ => Glyph::Other,
    }
}

/// Tells whether a character is a hyphen, a dash or a minus sign.
#[must_use]
pub fn is_dash(c: char) -> bool {
    glyph_of(c) == Glyph::Dash
}

fn digit(c: char, zero: char) -> Glyph {
    let value = u32::from(c).saturating_sub(u32::from(zero));
    Glyph::Digit(u8::try_from(value).unwrap_or_default())
}

/// All names that HTML has for what may stand between two digits of a number.
#[rustfmt::skip]
pub(super) const NAMED: [(&str, char); 50] = [
    ("ApplyFunction", '\u{2061}'), ("CenterDot", '·'), ("InvisibleComma", '\u{2063}'), ("InvisibleTimes", '\u{2062}'),
    ("MediumSpace", '\u{205f}'), ("NegativeMediumSpace", '\u{200b}'), ("NegativeThickSpace", '\u{200b}'),
    ("NegativeThinSpace", '\u{200b}'), ("NegativeVeryThinSpace", '\u{200b}'), ("NewLine", '\n'), ("NoBreak", '\u{2060}'),
    ("NonBreakingSpace", '\u{a0}'), ("Tab", '\t'), ("ThickSpace", '\u{205f}'), ("ThinSpace", '\u{2009}'),
    ("UnderBar", '_'), ("VeryThinSpace", '\u{200a}'), ("ZeroWidthSpace", '\u{200b}'), ("af", '\u{2061}'),
    ("centerdot", '·'), ("dash", '‐'), ("emsp", '\u{2003}'), ("emsp13", '\u{2004}'), ("emsp14", '\u{2005}'),
    ("ensp", '\u{2002}'), ("frasl", '\u{2044}'), ("hairsp", '\u{200a}'), ("horbar", '―'), ("hybull", '\u{2043}'),
    ("hyphen", '‐'), ("ic", '\u{2063}'), ("it", '\u{2062}'), ("lowbar", '_'), ("lpar", '('), ("lrm", '\u{200e}'),
    ("mdash", '—'), ("middot", '·'), ("minus", '−'), ("nbsp", '\u{a0}'), ("ndash", '–'), ("numsp", '\u{2007}'),
    ("period", '.'), ("puncsp", '\u{2008}'), ("rlm", '\u{200f}'), ("rpar", ')'), ("shy", '\u{ad}'), ("sol", '/'),
    ("thinsp", '\u{2009}'), ("zwj", '\u{200d}'), ("zwnj", '\u{200c}'),
];

/// The most bytes of a character reference: the longest of these names has 23 with its signs, and numbers may begin with noughts.
const LONGEST_REFERENCE: usize = 40;

/// Reads a character reference: `&#45;`, `&#x2011;`, `&shy;`.
fn entity(rest: &str) -> Option<(char, usize)> {
    let end = rest.bytes().take(LONGEST_REFERENCE).position(|byte| byte == b';')?;
    let name = rest.get(1..end)?;
    let len = end.saturating_add(1);
    let code = match name.strip_prefix('#') {
        Some(code) => match code.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => code.parse().ok()?,
        },
        None => return NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| (*c, len)),
    };
    char::from_u32(code).map(|c| (c, len))
}

/// Reads an escape of TOML, JSON or CSS: `\u002D`, `\U0000002D`, `\x2D`, `\t`. Before another sign it only protects that.
fn escape(rest: &str) -> Option<(char, usize)> {
    let end = match rest.as_bytes().get(1)? {
        b'u' => 6,
        b'U' => 10,
        b'x' => 4,
        b't' => return Some(('\t', 2)),
        b'n' | b'r' => return Some(('\n', 2)),
        _ => return None,
    };
    let code = u32::from_str_radix(rest.get(2..end)?, 16).ok()?;
    char::from_u32(code).map(|c| (c, end))
}

/// Reads a byte of an address that stands for a character of its own: `%20`, `%2D`.
fn percent(rest: &str) -> Option<(char, usize)> {
    let byte = u8::from_str_radix(rest.get(1..3)?, 16).ok()?;
    byte.is_ascii().then(|| (char::from(byte), 3))
}
