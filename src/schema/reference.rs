//! The reference of the format, written from the schema: `docs/format.md`.

use std::collections::VecDeque;
use std::fmt::Write as _;

use super::{Entries, FieldSpec, FieldType, KINDS, KeyType, RecordType, ReferenceTarget, records};

/// Writes the reference page of the content format, in Markdown.
#[must_use]
pub fn markdown() -> String {
    let mut page = String::from(INTRODUCTION);
    let mut written: Vec<&'static str> = Vec::new();
    for (file, record) in records::FILES {
        let _ = write!(page, "\n## `{file}`\n");
        let mut waiting: VecDeque<(&'static RecordType, bool)> = VecDeque::from([(*record, true)]);
        while let Some((record, whole_file)) = waiting.pop_front() {
            if !whole_file {
                if written.contains(&record.name) {
                    continue;
                }
                written.push(record.name);
                let _ = write!(page, "\n### A table: {}\n", record.name);
            }
            write_record(&mut page, record);
            for field in record.fields {
                waiting.extend(inner(field.ty).map(|record| (record, false)));
            }
            waiting
                .extend(record.entries.as_ref().and_then(|entries| inner(entries.value)).map(|inner| (inner, false)));
        }
    }
    page.push_str("\n## Kinds of plan\n\n");
    for kind in KINDS {
        let _ = writeln!(page, "- `{}`: {}", kind.id, kind.help);
    }
    page
}

const INTRODUCTION: &str = "# The content format: reference

<!-- Written from the schema (`src/schema/records.rs`); a test keeps it true. Do not edit by hand. -->

Registers are TOML. Whatever has prose is Markdown with TOML front matter between `+++` lines. A key that
is not listed here is an error. *Required* keys are marked; all others may be left out.
";

fn write_record(page: &mut String, record: &RecordType) {
    let _ = write!(page, "\n{}\n\n| key | holds | meaning |\n| --- | --- | --- |\n", record.help);
    for field in record.fields {
        let FieldSpec { name, required, help, .. } = field;
        let mark = if *required { " *(required)*" } else { "" };
        let _ = writeln!(page, "| `{name}` | {} | {help}{mark} |", holds(field.ty));
    }
    if let Some(Entries { key, value, help }) = &record.entries {
        let _ = writeln!(page, "| *{}* | {} | {help} |", key_words(*key), holds(*value));
    }
}

fn key_words(key: KeyType) -> &'static str {
    match key {
        KeyType::Id => "an id",
        KeyType::Number => "a number",
        KeyType::Year => "a year",
        KeyType::Months => "a month or range",
        KeyType::Period => "a period",
        KeyType::Mark => "a mark",
    }
}

fn holds(ty: FieldType) -> String {
    match ty {
        FieldType::Text => "text".into(),
        FieldType::Bool => "`true` or `false`".into(),
        FieldType::Year => "a year".into(),
        FieldType::Day => "a date".into(),
        FieldType::Period => "a date or period".into(),
        FieldType::Number => "an item number".into(),
        FieldType::Unit => "a unit".into(),
        FieldType::Amount => "an amount".into(),
        FieldType::Level => "a level".into(),
        FieldType::Ref(ReferenceTarget::Itself) => "an id".into(),
        FieldType::Ref(ReferenceTarget::Committee) => "a committee".into(),
        FieldType::Ref(ReferenceTarget::Owner) => "an owner".into(),
        FieldType::Ref(ReferenceTarget::Measure) => "a measure".into(),
        FieldType::Ref(ReferenceTarget::Scale) => "a scale".into(),
        FieldType::Ref(ReferenceTarget::Column) => "a column".into(),
        FieldType::Choice(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
        FieldType::List(of) => format!("a list: {}", holds(*of)),
        FieldType::OneOrMany(of) => format!("{}, or a list", holds(*of)),
        FieldType::Record(of) => format!("a table: {}", of.name),
        FieldType::AmountOr(of) => format!("an amount, or a table: {}", of.name),
    }
}

/// Returns the record a type holds, if it holds one.
fn inner(ty: FieldType) -> Option<&'static RecordType> {
    match ty {
        FieldType::Record(record) | FieldType::AmountOr(record) => Some(record),
        FieldType::List(of) | FieldType::OneOrMany(of) => inner(*of),
        _ => None,
    }
}
