//! The fields of a record as lines of TOML, written from the schema: what is given stands there, the others stand as
//! remarks with an example, and each line says what its field is.

use std::fmt::Write as _;

use super::words;
use crate::{
    locale::{Language, Locale},
    schema::{Entries, FieldSpec, FieldType, KeyType, RecordType, ReferenceTarget},
    value::Date,
};

/// How wide a field is before what it is is said.
const WIDTH: usize = 36;

/// What drafts of a site are written with.
#[derive(Clone, Debug)]
pub struct DraftStyle {
    /// The language of remarks, and of the numbers in examples.
    pub language: Language,
    /// The words of the levels of the scale, from best to worst.
    pub levels: Vec<String>,
    /// The id of a level, a committee, an owner and a measure, for examples.
    pub level: String,
    /// A committee.
    pub committee: String,
    /// An owner.
    pub owner: String,
    /// A measure.
    pub measure: String,
    /// The day the draft is made.
    pub today: Date,
}

/// A field that is given, with its value as an author would say it: `1,75`, `USB`, `USB, ØU`.
pub type GivenField = (&'static str, String);

/// Writes the fields of a record, one a line: those that are given in the order of the schema, then the others as remarks.
pub fn lines_of(record: &'static RecordType, given: &[GivenField], style: &DraftStyle) -> String {
    let mut text = String::new();
    let value_of = |field: &FieldSpec| given.iter().find(|(name, _)| *name == field.name).map(|(_, value)| value);
    for field in record.fields {
        if let Some(value) = value_of(field) {
            push(&mut text, "", field, &toml_value(field.ty, value), (record, style));
        }
    }
    for field in record.fields.iter().filter(|field| value_of(field).is_none()) {
        push(&mut text, "# ", field, &example_of(field, record, style), (record, style));
    }
    text
}

fn push(
    text: &mut String,
    remark: &str,
    field: &FieldSpec,
    value: &str,
    (record, style): (&'static RecordType, &DraftStyle),
) {
    let line = format!("{remark}{} = {value}", field.name);
    let choices = match field.ty {
        FieldType::Choice(words) => words.join(", "),
        FieldType::Level => style.levels.join(", "),
        _ => String::new(),
    };
    let parts = [words::of_field(record, field, style.language), choices];
    let said: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let _ = writeln!(text, "{line:WIDTH$} # {}", said.join(": "));
}

/// Writes a text of a remark on lines that begin with `#`. Other signs that end a line, or that TOML has in no remark, are blanks: what
/// stands behind them would else be a line of its own.
pub fn remark(text: &str) -> String {
    let plain = |sign: char| {
        let is_odd = sign.is_control() && sign != '\t' || matches!(sign, '\u{2028}' | '\u{2029}');
        if is_odd { ' ' } else { sign }
    };
    let line = |line: &str| format!("# {}", line.chars().map(plain).collect::<String>()).trim_end().to_owned() + "\n";
    text.lines().map(line).collect()
}

/// Writes a text as a string of TOML.
pub fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}

/// Writes what an author says of a field as TOML.
fn toml_value(ty: FieldType, text: &str) -> String {
    let text = text.trim();
    let is_whole = !text.is_empty() && text.len() < 16 && text.bytes().all(|byte| byte.is_ascii_digit());
    match ty {
        FieldType::Bool if matches!(text, "true" | "false") => text.to_owned(),
        FieldType::Year if is_whole => text.to_owned(),
        FieldType::Day | FieldType::Period if text.len() == 10 && text.parse::<Date>().is_ok() => text.to_owned(),
        FieldType::List(of) => list(of, text),
        FieldType::OneOrMany(of) if text.contains(',') && !matches!(of, FieldType::Amount) => list(of, text),
        FieldType::OneOrMany(of) => toml_value(*of, text),
        // A table is given as TOML; whether it is one, the check of the draft tells.
        FieldType::Record(_) if text.starts_with('{') => text.to_owned(),
        _ => quoted(text),
    }
}

fn list(of: &FieldType, text: &str) -> String {
    let values: Vec<String> = text.split(',').map(|part| toml_value(*of, part)).collect();
    format!("[{}]", values.join(", "))
}

/// Returns an example of a field.
fn example_of(field: &FieldSpec, record: &RecordType, style: &DraftStyle) -> String {
    let year = style.today.year();
    let comma = Locale::plain(style.language).language().notation().decimal;
    match (record.name, field.name) {
        (_, "decimals") => "1".to_owned(),
        (_, "suppress_below") => "3".to_owned(),
        (_, "counts") => format!("{{ all = 12, {} = 9 }}", style.level),
        (_, "areas") => format!("{{ omsorg = {{ title = \"…\", all = 4, {} = 3 }} }}", style.level),
        (_, "target") => format!("{{ date = {year}-12-31, value = \"5\" }}"),
        (_, "baseline") => format!("{{ date = {year}-01-01, value = \"8\" }}"),
        (_, "csv") => format!("{{ decimal = \"{comma}\" }}"),
        (_, "formula") => quoted("forecast - revised"),
        // Where the title is a remark there is a number.
        _ => example(field.ty, style),
    }
}

/// Returns an example of what a type holds.
fn example(ty: FieldType, style: &DraftStyle) -> String {
    let year = style.today.year();
    let amount = || format!("\"2{}5\"", style.language.notation().decimal);
    match ty {
        FieldType::Text => quoted("…"),
        FieldType::Bool => "true".to_owned(),
        FieldType::Year => year.to_string(),
        // A day that has come: of an embargo it hides nothing.
        FieldType::Day => style.today.to_string(),
        FieldType::Period => format!("{year}-12-31"),
        FieldType::Number => quoted("1"),
        FieldType::Unit => quoted(words::unit(style.language)),
        FieldType::Amount => amount(),
        FieldType::Level => quoted(style.levels.first().map_or("ok", String::as_str)),
        FieldType::Ref(target) => quoted(match target {
            ReferenceTarget::Committee => &style.committee,
            ReferenceTarget::Owner => &style.owner,
            ReferenceTarget::Measure => &style.measure,
            ReferenceTarget::Scale => "status",
            ReferenceTarget::Column => "revised",
            ReferenceTarget::Itself => "x1",
        }),
        FieldType::Choice(words) => quoted(words.first().copied().unwrap_or_default()),
        FieldType::List(of) => format!("[{}]", example(*of, style)),
        FieldType::OneOrMany(of) => example(*of, style),
        FieldType::Record(record) => table(record, style),
        FieldType::AmountOr(_) => amount(),
        FieldType::TextOr(_) => quoted("…"),
    }
}

/// Returns an example of a table: its required fields, else one entry, else its first field.
fn table(record: &RecordType, style: &DraftStyle) -> String {
    let field = |field: &&FieldSpec| format!("{} = {}", field.name, example(field.ty, style));
    let mut parts: Vec<String> = record.fields.iter().copied().filter(|it| it.required).map(|it| field(&it)).collect();
    if let (true, Some(Entries { key, value, .. })) = (parts.is_empty(), &record.entries) {
        parts.push(format!("{} = {}", example_key(*key, style), example(*value, style)));
    }
    if parts.is_empty() {
        parts.extend(record.fields.first().map(field));
    }
    format!("{{ {} }}", parts.join(", "))
}

fn example_key(key: KeyType, style: &DraftStyle) -> String {
    match key {
        KeyType::Id => "x1".to_owned(),
        KeyType::Number => "1".to_owned(),
        KeyType::Year | KeyType::Period => style.today.year().to_string(),
        KeyType::Months => "jan-jun".to_owned(),
        KeyType::Mark => "\"*\"".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_stays_one() {
        let text = "a\rrequired = 1\u{2028}b\u{2029}c\u{85}d\u{b}e\0f\tg\nh\r\ni";
        assert_eq!(remark(text), "# a required = 1 b c d e f\tg\n# h\n# i\n");
    }
}
