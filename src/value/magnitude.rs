//! Words by which a unit counts more than one by one: `tusind`, `mio.`, `miljoner`.

/// In every language, in small letters and without the point of a short one, each with how many noughts it stands for.
const MAGNITUDES: &[(&str, u8)] = &[
    ("hundrede", 2),
    ("hundreder", 2),
    ("hundred", 2),
    ("hundreds", 2),
    ("tusind", 3),
    ("tusinde", 3),
    ("tusinder", 3),
    ("thousand", 3),
    ("thousands", 3),
    ("mio", 6),
    ("million", 6),
    ("millioner", 6),
    ("millions", 6),
    ("mia", 9),
    ("milliard", 9),
    ("milliarder", 9),
    ("billion", 9),
    ("billions", 9),
    ("hundra", 2),
    ("tusen", 3),
    ("tusener", 3),
    ("tusental", 3),
    ("mill", 6),
    ("miljon", 6),
    ("miljoner", 6),
    ("mn", 6),
    ("mln", 6),
    ("milj", 6),
    ("mld", 9),
    ("tsd", 3),
    ("tausend", 3),
    ("millionen", 6),
    ("mrd", 9),
    ("miljard", 9),
    ("miljarder", 9),
    // Milliards and months: as a unit no number is known of it.
    ("mdr", 0),
];

/// Tells whether a word in small letters counts in hundreds or more.
#[must_use]
pub fn is_magnitude(word: &str) -> bool {
    noughts(word).is_some()
}

/// Returns how many noughts a word in small letters stands for, where it counts in hundreds or more.
#[must_use]
pub(super) fn noughts(word: &str) -> Option<u8> {
    MAGNITUDES.iter().find(|(known, _)| *known == word).map(|(_, noughts)| *noughts)
}
