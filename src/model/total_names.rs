//! Names of totals: words that say that a row or a column is the sum of others.

/// Words for a total, in the languages that authors write in; `i alt` and `in all` are one word here.
const TOTALS: [&str; 16] = [
    "delsum",
    "delsumma",
    "hovedsum",
    "hovedtotal",
    "ialt",
    "mellemsum",
    "slutsumma",
    "subtotal",
    "sum",
    "summa",
    "total",
    "totaler",
    "totals",
    "totalsum",
    "totalsumma",
    "totalt",
];

/// Words for a total that stand before much else as well: `Samlede lønninger`.
const VAGUE: [&str; 9] = ["all", "alle", "hele", "overall", "samlede", "samlet", "samtlige", "sammanlagt", "tilsammen"];

/// Tells whether a name is a word for a total, or has a clear one at its beginning or its end: `I alt`, `Drift i alt`, `Sum drift`.
/// Whoever reads it takes the row for a total.
pub fn is_called_total(name: &str) -> bool {
    let words = words(name);
    let is_clear = |word: Option<&String>| word.is_some_and(|word| TOTALS.contains(&word.as_str()));
    is_clear(words.first()) || is_clear(words.last()) || matches!(&*words, [only] if VAGUE.contains(&only.as_str()))
}

/// Tells whether a name may be that of a total, having any such word in it. More is told so than is one, for whoever withholds counts:
/// what is wrongly taken for a sum hides too much, and a sum that is missed tells what is hidden.
pub(super) fn may_be_total(name: &str) -> bool {
    words(name).iter().any(|word| TOTALS.contains(&word.as_str()) || VAGUE.contains(&word.as_str()))
}

/// Beginnings and ends of words for what there was or is, and for what came or went: rows and columns of which one is the others added
/// and taken away. More is told so than is one, as of totals.
const FLOWS: [&str; 34] = [
    "afgang",
    "afgange",
    "avgang",
    "avgång",
    "begyndelse",
    "beholdning",
    "closing",
    "discharged",
    "exits",
    "flyttet",
    "flyttede",
    "ibegyndelsen",
    "indgang",
    "ingående",
    "joined",
    "leavers",
    "netto",
    "nytilkomne",
    "ophørt",
    "ophørte",
    "opening",
    "primo",
    "saldo",
    "slutning",
    "starters",
    "stock",
    "tilgang",
    "tilgange",
    "tillgång",
    "udgang",
    "ultimo",
    "utgående",
    "udskrevet",
    "udskrevne",
];

/// Of these what there was at the beginning, and what there was at the end; some may be either.
const OPENINGS: [&str; 9] =
    ["beholdning", "saldo", "stock", "begyndelse", "ibegyndelsen", "indgang", "ingående", "opening", "primo"];
const CLOSINGS: [&str; 8] = ["beholdning", "saldo", "stock", "closing", "slutning", "udgang", "ultimo", "utgående"];

/// Tells whether a name may be that of a stock or a flow.
pub(super) fn may_be_flow(name: &str) -> bool {
    has_any(name, &FLOWS)
}

/// Tells whether a name may be that of what there was at the beginning: it is what there was at the end of the time before.
pub(super) fn may_be_opening(name: &str) -> bool {
    has_any(name, &OPENINGS)
}

/// Tells whether a name may be that of what there was at the end. What came and what went is the same as such a number by chance alone.
pub(super) fn may_be_closing(name: &str) -> bool {
    has_any(name, &CLOSINGS)
}

/// Tells whether a word of a name begins or ends with any of some.
fn has_any(name: &str, known: &[&str]) -> bool {
    words(name).iter().any(|word| known.iter().any(|known| word.starts_with(known) || word.ends_with(known)))
}

/// Returns the words of a name in small letters.
fn words(name: &str) -> Vec<String> {
    let all: Vec<String> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let joined = format!(" {} ", all.join(" ")).replace(" i alt ", " ialt ").replace(" in all ", " ialt ");
    joined.split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_for_a_total_is_one_where_it_begins_or_ends_a_name() {
        for name in [
            "I alt",
            "I ALT*",
            "i-alt",
            "Drift i alt",
            "I alt, drift",
            "In all",
            "Total",
            "Totalt",
            "Sum drift",
            "Summa",
            "Subtotal",
            "Mellemsum",
            "Grand total",
            "Samlet",
            "Alle",
            "Samlet sum",
        ] {
            assert!(is_called_total(name) && may_be_total(name), "{name}");
        }
        for name in ["Samlede lønninger", "Det samlede budget", "Alle skoler", "Hele kommunen"] {
            assert!(!is_called_total(name) && may_be_total(name), "{name}");
        }
        for name in ["Totalentreprise", "Summering", "Sumatra", "Andet", "Consumption", "Altan", "I altanen", ""] {
            assert!(!is_called_total(name) && !may_be_total(name), "{name}");
        }
    }
}
