//! Words by which authors say that something is not for everybody, in the languages of the program.
//!
//! They stand in values and in names of files. What a field is called that hides is known to `marks`.

use super::{text::is_invisible, viewer::Audience};
use crate::schema::records;

/// Values that say something is not for everybody, by the audience that is meant. All letters, in small ones.
const HIDING: [(&str, Audience); 54] = [
    ("draft", Audience::Draft),
    ("udkast", Audience::Draft),
    ("kladde", Audience::Draft),
    ("utkast", Audience::Draft),
    ("unpublished", Audience::Draft),
    ("upubliceret", Audience::Draft),
    ("opublicerad", Audience::Draft),
    ("upublisert", Audience::Draft),
    ("underudarbejdelse", Audience::Draft),
    ("internal", Audience::Internal),
    ("intern", Audience::Internal),
    ("internt", Audience::Internal),
    ("internalonly", Audience::Internal),
    ("kuninternt", Audience::Internal),
    ("kuntilinternbrug", Audience::Internal),
    ("closed", Audience::Closed),
    ("lukket", Audience::Closed),
    ("lukketpunkt", Audience::Closed),
    ("lukketdagsorden", Audience::Closed),
    ("hidden", Audience::Closed),
    ("hide", Audience::Closed),
    ("skjult", Audience::Closed),
    ("skjules", Audience::Closed),
    ("secret", Audience::Closed),
    ("hemmelig", Audience::Closed),
    ("hemmeligt", Audience::Closed),
    ("hemlig", Audience::Closed),
    ("hemligt", Audience::Closed),
    ("sekretess", Audience::Closed),
    ("private", Audience::Closed),
    ("privat", Audience::Closed),
    ("fortrolig", Audience::Closed),
    ("fortroligt", Audience::Closed),
    ("confidential", Audience::Closed),
    ("konfidentiell", Audience::Closed),
    ("konfidensiell", Audience::Closed),
    ("restricted", Audience::Closed),
    ("classified", Audience::Closed),
    ("embargo", Audience::Closed),
    ("embargoed", Audience::Closed),
    ("klausuleret", Audience::Closed),
    ("stängd", Audience::Closed),
    ("stängt", Audience::Closed),
    ("sluten", Audience::Closed),
    ("dold", Audience::Closed),
    ("dolt", Audience::Closed),
    ("lukketmøde", Audience::Closed),
    ("ikkeoffentlig", Audience::Closed),
    ("ikkeoffentligt", Audience::Closed),
    ("ikkeoffentliggjort", Audience::Closed),
    ("ejoffentlig", Audience::Closed),
    ("inteoffentlig", Audience::Closed),
    ("notpublic", Audience::Closed),
    ("nonpublic", Audience::Closed),
];

/// Words that can only mean everybody.
const OPENING: [&str; 12] = [
    "offentlig",
    "offentligt",
    "offentlige",
    "publik",
    "publikt",
    "open",
    "åben",
    "åbent",
    "alle",
    "everybody",
    "öppen",
    "åpen",
];

/// Words that also say that something is over: of a field that tells where a thing is in its life, they hide nothing.
const OVER: [&str; 5] = ["closed", "lukket", "stängd", "stängt", "sluten"];

/// Names that stand in most files, sorted: to look them up takes less time than to compare them with marks. None hides anything,
/// whatever it says.
const COMMON: [&str; 68] = [
    "achieved",
    "action",
    "author",
    "by",
    "chair",
    "columns",
    "committee",
    "contact",
    "csv",
    "date",
    "decided",
    "decimal",
    "decisions",
    "delimiter",
    "department",
    "due",
    "effect",
    "encoding",
    "end",
    "forecast",
    "formerly",
    "formula",
    "funding",
    "help",
    "id",
    "indicators",
    "investment",
    "key",
    "kind",
    "label",
    "level",
    "levels",
    "lifecycle",
    "meaning",
    "measure",
    "measures",
    "milestones",
    "name",
    "note",
    "number",
    "old_readings",
    "overruled",
    "overspend",
    "owner",
    "plan",
    "portfolio",
    "readings",
    "reason",
    "required",
    "rows",
    "scale",
    "share_of",
    "sign",
    "source",
    "start",
    "stated",
    "table",
    "target",
    "text",
    "thousands",
    "title",
    "tone",
    "trend",
    "unit",
    "url",
    "value",
    "word",
    "year",
];

/// Tells whether a name is one that stands in most files and hides nothing.
pub fn is_common(name: &str) -> bool {
    COMMON.binary_search(&name).is_ok()
}

/// Returns a name in small letters, without what parts its words.
pub fn plain(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric() && !is_invisible(*c));
    letters.flat_map(char::to_lowercase).collect()
}

/// The fields that hide a record.
pub const HIDING_FIELDS: [&str; 2] = [records::VISIBILITY.spec.name, records::EMBARGO.spec.name];

/// Tells whether a field is one of those that hide a record.
pub fn is_mark(field: &str) -> bool {
    HIDING_FIELDS.contains(&field)
}

/// Returns the audience that a text keeps something for.
pub fn audience_of(text: &str) -> Option<Audience> {
    if text.trim().contains('\n') {
        return None;
    }
    let word = plain(text);
    HIDING.iter().find(|(hiding, _)| *hiding == word).map(|(_, audience)| *audience)
}

/// Tells whether the value of a field that does not hide says that something is kept back.
#[must_use]
pub fn is_kept_back(text: &str) -> bool {
    audience_of(text).is_some() && !OVER.contains(&plain(text).as_str())
}

/// Tells whether the name of a file or a folder says that it is kept back: `2026-06-30-udkast`, `01.md.bak`, `_notat.md`.
pub fn is_set_aside(name: &str) -> bool {
    const ENDINGS: [&str; 5] = ["bak", "old", "orig", "gammel", "gml"];
    let words = || name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let ends = words().next_back().is_some_and(|word| ENDINGS.contains(&word.to_lowercase().as_str()));
    ends || name.starts_with('_') || words().any(|word| audience_of(word).is_some())
}

/// Tells whether a line of fields may say so, sound or not: it is only looked at more closely.
pub fn may_say_so(line: &str) -> bool {
    let words = plain(line);
    line.contains('\\') || words.contains("false") || HIDING.iter().any(|(hiding, _)| words.contains(hiding))
}

/// Returns the word of `visibility` that another was meant to be; `nearest` is the one that is near by its letters. What
/// opens is proposed only for what can mean nothing else.
pub fn meant_visibility(text: &str, nearest: Option<&'static str>) -> Option<&'static str> {
    if let Some(audience) = audience_of(text) {
        return Some(audience.word());
    }
    let (word, public) = (plain(text), Audience::Public.word());
    let opens = OPENING.contains(&word.as_str())
        || word.starts_with("pu") && word.chars().count() <= public.len().saturating_add(1);
    match nearest {
        Some(nearest) if nearest != public => Some(nearest),
        _ => opens.then_some(public),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_hide_are_known_however_they_are_written() {
        for (text, audience) in [
            ("udkast", Some(Audience::Draft)),
            (" Udkast ", Some(Audience::Draft)),
            ("\nudkast\n", Some(Audience::Draft)),
            ("kun internt", Some(Audience::Internal)),
            ("Ikke-offentligt", Some(Audience::Closed)),
            ("luk\u{200b}ket", Some(Audience::Closed)),
            ("luk\u{3164}ket", Some(Audience::Closed)),
            ("udkast\ntil plan", None),
            ("ud\nkast", None),
            ("plan", None),
        ] {
            assert_eq!(audience_of(text), audience, "{text:?}");
        }
        assert!(is_kept_back("udkast") && !is_kept_back("plan"));
        assert!(audience_of("Lukket").is_some() && !is_kept_back("Lukket"), "it may be over as well");
        assert!(is_common("title") && !is_common("visibility"));
        for (line, may_say) in
            [("a = \"Udkast\"", true), ("a = false", true), ("a = \"\\u0041\"", true), ("a = \"b\"", false)]
        {
            assert_eq!(may_say_so(line), may_say, "{line}");
        }
    }

    #[test]
    fn a_file_is_set_aside_by_its_name() {
        for name in ["2026-06-30-udkast", "01.md.bak", "plan.bak.", "PLAN.OLD", "plan-gammel", "_notat.md", "udkast-01"]
        {
            assert!(is_set_aside(name), "{name}");
        }
        for name in ["", "01.md", "notat_", "gammel-plan.md", "2026-06-30"] {
            assert!(!is_set_aside(name), "{name}");
        }
    }

    /// What opens is proposed only for what can mean nothing else.
    #[test]
    fn a_word_that_is_no_visibility_was_meant_to_be_one() {
        for (text, nearest, meant) in [
            ("udkast", Some("public"), Some("draft")),
            ("Åben", None, Some("public")),
            ("pubblic", Some("public"), Some("public")),
            ("publicly", Some("public"), None),
            ("pablic", Some("public"), None),
            ("intrenal", Some("internal"), Some("internal")),
            ("noget", None, None),
        ] {
            assert_eq!(meant_visibility(text, nearest), meant, "{text}");
        }
    }
}
