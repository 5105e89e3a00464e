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
