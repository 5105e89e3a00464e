//! How files write negative numbers otherwise than with a minus before them.

use std::borrow::Cow;

/// How negative numbers are written in a file, beside a minus before the number, which is always read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NegativeStyle {
    /// No other way: `-4,9`.
    #[default]
    Minus,
    /// In parentheses, as accountants do: `(4,9)`.
    Parentheses,
    /// With a minus behind, as ledgers do: `4,9-`.
    TrailingMinus,
}

impl NegativeStyle {
    /// The words by which files declare it.
    pub const WORDS: [(&'static str, Self); 3] =
        [("minus", Self::Minus), ("parentheses", Self::Parentheses), ("trailing-minus", Self::TrailingMinus)];

    /// Writes an amount with its minus before it. A text that is no negative number of this style stays as it is.
    #[must_use]
    pub fn with_minus(self, text: &str) -> Cow<'_, str> {
        let plain = match self {
            Self::Minus => None,
            Self::Parentheses => without_parentheses(text),
            Self::TrailingMinus => without_trailing_minus(text),
        };
        // Two minuses make no plus: who writes both means neither for certain.
        plain
            .filter(|plain| !plain.contains(MINUS))
            .map_or(Cow::Borrowed(text), |plain| Cow::Owned(format!("-{plain}")))
    }
}

const MINUS: [char; 3] = ['-', '−', '–'];

/// Returns `4,9 mio. kr.` of `(4,9) mio. kr.` and of `(4,9 mio. kr.)`. A number before them is not negative: `12 (1.000 personer)`.
fn without_parentheses(text: &str) -> Option<String> {
    let (before, rest) = text.split_once('(')?;
    let (within, after) = rest.split_once(')')?;
    let has_digit = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let is_number = has_digit(within) && !has_digit(before) && !before.contains(')') && !after.contains(['(', ')']);
    is_number.then(|| [before.trim(), within.trim(), after].concat())
}

/// Returns `4,9 kr.` of `4,9- kr.`. The minus touches its number: `5 - 7` is a range.
fn without_trailing_minus(text: &str) -> Option<String> {
    let last = text.rfind(|c: char| c.is_ascii_digit())?.saturating_add(1);
    let (number, rest) = text.split_at_checked(last)?;
    let rest = rest.strip_prefix(MINUS)?;
    Some([number, rest].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Notation, WrittenAmount};

    #[test]
    fn a_minus_stands_before_its_number() {
        for (style, text, plain) in [
            (NegativeStyle::Parentheses, "(4,9)", "-4,9"),
            (NegativeStyle::Parentheses, "( 1.234,5 )", "-1.234,5"),
            (NegativeStyle::Parentheses, "(4,9 %)", "-4,9 %"),
            (NegativeStyle::Parentheses, "(4,9) %", "-4,9 %"),
            (NegativeStyle::Parentheses, "4,9", "4,9"),
            (NegativeStyle::Parentheses, "-4,9", "-4,9"),
            (NegativeStyle::Parentheses, "(-4,9)", "(-4,9)"),
            (NegativeStyle::Parentheses, "12 (1.000 personer)", "12 (1.000 personer)"),
            (NegativeStyle::Parentheses, "(4,9", "(4,9"),
            (NegativeStyle::Parentheses, "((4,9))", "((4,9))"),
            (NegativeStyle::Parentheses, "(-)", "(-)"),
            (NegativeStyle::Parentheses, "(ca.) 4,9", "(ca.) 4,9"),
            (NegativeStyle::Parentheses, ") (4,9)", ") (4,9)"),
            (NegativeStyle::TrailingMinus, "4,9-", "-4,9"),
            (NegativeStyle::TrailingMinus, "1.234,50- kr.", "-1.234,50 kr."),
            (NegativeStyle::TrailingMinus, "100,-", "100,-"),
            (NegativeStyle::TrailingMinus, "5 - 7", "5 - 7"),
            (NegativeStyle::TrailingMinus, "5-7", "5-7"),
            (NegativeStyle::TrailingMinus, "-4,9-", "-4,9-"),
            (NegativeStyle::TrailingMinus, "-", "-"),
            (NegativeStyle::Minus, "(4,9)", "(4,9)"),
            (NegativeStyle::Minus, "4,9-", "4,9-"),
        ] {
            assert_eq!(style.with_minus(text), plain, "{text} as {style:?}");
        }
    }

    #[test]
    fn only_what_is_declared_is_read() {
        for (word, style) in NegativeStyle::WORDS {
            let notation = Notation { negative: style, ..Notation::DANISH };
            let number = |text: &str| WrittenAmount::parse(text, notation).ok()?.number.map(|it| it.to_string());
            assert_eq!(number("-4,9").as_deref(), Some("-4.9"), "{word}");
            let is = |other| (style == other).then_some("-4.9");
            assert_eq!(number("(4,9)").as_deref(), is(NegativeStyle::Parentheses), "{word}");
            assert_eq!(number("4,9-").as_deref(), is(NegativeStyle::TrailingMinus), "{word}");
            assert_eq!(number("(-4,9)"), None, "{word}");
        }
    }
}
