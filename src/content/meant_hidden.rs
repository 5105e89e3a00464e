//! What an author wrote to keep something back where the format has another word for it, and what to write instead.
//!
//! A cure never opens what somebody meant to close: a field that was meant to hide gets the mark that does, or no cure,
//! and nobody is told to delete it.

use toml::de::{DeTable, DeValue};

use super::{
    hiding_words::{audience_of, is_common, is_mark, plain},
    marks,
    viewer::Audience,
};
use crate::{
    schema::records,
    value::{Period, meant_date},
};

/// Names of a switch that is `false` where nothing is to be shown. What is called after the marks is known to `marks`.
const SHOWING: [&str; 15] = [
    "vis", "vises", "visning", "vist", "show", "shown", "visa", "visas", "online", "enabled", "active", "aktiv",
    "live", "index", "search",
];

/// The beginnings of names of a switch that is `true` where nothing is to be shown.
const SWITCHED_OFF: [&str; 23] = [
    "hid",
    "skjul",
    "draft",
    "udkast",
    "kladde",
    "utkast",
    "clos",
    "luk",
    "secret",
    "hemmelig",
    "hemlig",
    "privat",
    "intern",
    "fortrolig",
    "confid",
    "konfiden",
    "restrict",
    "unlisted",
    "dold",
    "stäng",
    "sluten",
    "ikke",
    "not",
];

/// Tells whether a field that no record has was meant to hide something: by its name, or by what it says.
pub fn hides(key: &str, value: &DeValue<'_>) -> bool {
    let says_so = match value {
        DeValue::String(text) => audience_of(text).is_some(),
        DeValue::Boolean(false) => SHOWING.contains(&plain(key).as_str()),
        DeValue::Array(values) => values.iter().any(|value| hides("", value.get_ref())),
        _ => false,
    };
    says_so && !is_common(key) || marks::is_meant_as_a_mark(key) || marks::holds_a_mark(value)
}

/// Returns how a field reads that does what one was meant to that the record does not have; nothing where only its author
/// knows. `around` is the table that it stands in.
pub fn meant_field(key: &str, value: &DeValue<'_>, around: &DeTable<'_>) -> Option<String> {
    // Beside a mark that is there a second one would be another mistake.
    if around.keys().any(|key| is_mark(key.get_ref())) {
        return None;
    }
    let name = plain(key);
    let is_off = SWITCHED_OFF.iter().any(|beginning| name.starts_with(beginning));
    match value {
        DeValue::String(text) => audience_of(text).map(with_audience).or_else(|| until(text)),
        DeValue::Boolean(flag) if *flag == is_off => Some(with_audience(audience_of_name(&name))),
        DeValue::Datetime(moment) => moment.date.and_then(|date| until(&date.to_string())),
        _ => None,
    }
}

fn with_audience(audience: Audience) -> String {
    format!("{} = \"{}\"", marks::NAME, audience.word())
}

fn audience_of_name(name: &str) -> Audience {
    let begins = |words: &[&str]| words.iter().any(|word| name.starts_with(word));
    if begins(&["draft", "udkast", "kladde", "utkast"]) {
        Audience::Draft
    } else if begins(&["intern"]) {
        Audience::Internal
    } else {
        Audience::Closed
    }
}

/// Returns an embargo until a day, if a text is one.
fn until(text: &str) -> Option<String> {
    let day = |text: &str| matches!(Period::parse(text), Some(Period::Day(_)));
    let text = text.trim();
    let iso = if day(text) { Period::parse(text).map(|day| day.iso()) } else { meant_date(text) };
    iso.filter(|iso| iso.len() == 10).map(|iso| format!("{} = {iso}", records::EMBARGO.spec.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A field by its line, and the field that was meant beside others.
    fn read(line: &str, around: &str) -> (bool, Option<String>) {
        let table =
            |text: &str| DeTable::parse(Box::leak(text.to_owned().into_boxed_str())).expect("TOML").into_inner();
        let (field, around) = (table(line), table(around));
        let (key, value) = field.iter().next().expect("a field");
        (hides(key.get_ref(), value.get_ref()), meant_field(key.get_ref(), value.get_ref(), &around))
    }

    #[test]
    fn a_field_was_meant_to_hide_by_its_name_or_by_what_it_says() {
        for (line, is_hiding) in [
            ("status = \"udkast\"", true),
            ("status = \"godkendt\"", false),
            ("title = \"udkast\"", false),
            ("vises = false", true),
            ("vises = true", false),
            ("andet = false", false),
            ("emner = [\"a\", \"udkast\"]", true),
            ("emner = [\"a\"]", false),
            ("emner = []", false),
            ("synlighed = 1", true),
            ("andet = { visibility = 1 }", true),
            ("andet = 1", false),
        ] {
            assert_eq!(read(line, "").0, is_hiding, "{line}");
        }
    }

    #[test]
    fn a_field_that_was_meant_to_hide_is_written_as_one_that_does() {
        for (line, meant) in [
            ("status = \"udkast\"", "visibility = \"draft\""),
            ("status = \"kun internt\"", "visibility = \"internal\""),
            ("frigives = \"2020-12-31\"", "embargo = 2020-12-31"),
            ("frigives = \" 31.12.2020 \"", "embargo = 2020-12-31"),
            ("frigives = 2020-12-31", "embargo = 2020-12-31"),
            ("frigives = \"2020-12\"", ""),
            ("frigives = \"2020\"", ""),
            ("skjult_for_alle = true", "visibility = \"closed\""),
            ("skjult = false", ""),
            ("vises = false", "visibility = \"closed\""),
            ("vises = true", ""),
            ("draft_of_mine = true", "visibility = \"draft\""),
            ("internt = true", "visibility = \"internal\""),
            ("status = \"godkendt\"", ""),
            ("status = 1", ""),
        ] {
            let expected = Some(meant.to_owned()).filter(|meant| !meant.is_empty());
            assert_eq!(read(line, "").1, expected, "{line}");
            assert_eq!(read(line, "title = 1").1, expected, "{line}");
            assert_eq!(read(line, "title = 1\nembargo = 2020-12-31").1, None, "beside a mark: {line}");
        }
    }
}
