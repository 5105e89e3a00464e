//! Words that make a figure approximate: `ca.`, `godt`, `just under`.

/// How an approximate figure was qualified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Approximation {
    /// `ca.`, `circa`, `about`.
    About,
    /// `godt`, `a good`: a little more.
    Good,
    /// `knap`, `just under`: a little less.
    Barely,
    /// `over`.
    Over,
    /// `under`.
    Under,
}

impl Approximation {
    /// The words, in any supported language, that make the figure behind them approximate.
    const WORDS: &[(&'static str, Self)] = &[
        ("ca.", Self::About),
        ("ca", Self::About),
        ("cirka", Self::About),
        ("about", Self::About),
        ("godt", Self::Good),
        ("a good", Self::Good),
        ("knap", Self::Barely),
        ("knapt", Self::Barely),
        ("just under", Self::Barely),
        ("over", Self::Over),
        ("under", Self::Under),
        ("drygt", Self::Good),
        ("drøyt", Self::Good),
        ("knappt", Self::Barely),
        ("över", Self::Over),
    ];

    /// Splits such a word from the front of a text, unless the text begins with its number.
    pub(super) fn take(text: &str) -> (Option<Self>, &str) {
        if text.starts_with(|c: char| c.is_ascii_digit()) {
            return (None, text);
        }
        for (word, approx) in Self::WORDS {
            if let Some(rest) = text.strip_prefix(word)
                && rest.starts_with([' ', '\u{a0}'])
            {
                return (Some(*approx), rest.trim_start());
            }
        }
        (None, text)
    }
}
