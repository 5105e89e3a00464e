//! Words by which a unit counts more than one by one: `tusind`, `mio.`, `miljoner`.

/// In every language, in small letters and without the point of a short one.
const MAGNITUDES: &[&str] = &[
    "hundrede",
    "hundreder",
    "hundred",
    "hundreds",
    "tusind",
    "tusinde",
    "tusinder",
    "thousand",
    "thousands",
    "mio",
    "million",
    "millioner",
    "millions",
    "mia",
    "milliard",
    "milliarder",
    "billion",
    "billions",
    "hundra",
    "tusen",
    "tusener",
    "tusental",
    "mill",
    "miljon",
    "miljoner",
    "mn",
    "mln",
    "milj",
    "mld",
    "tsd",
    "tausend",
    "millionen",
    "mrd",
    "mdr",
    "miljard",
    "miljarder",
];

/// Tells whether a word in small letters counts in hundreds or more.
#[must_use]
pub fn is_magnitude(word: &str) -> bool {
    MAGNITUDES.contains(&word)
}
