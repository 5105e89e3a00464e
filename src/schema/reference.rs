//! The reference of the format, written from the schema: `docs/format.md`.

use std::collections::VecDeque;
use std::fmt::Write as _;

use super::{Entries, FieldSpec, FieldType, KINDS, KeyType, RecordType, ReferenceTarget, records};
use crate::value::Period;

/// The parts that are written by hand, in the order of the page. Each has examples, which a test builds.
const BEFORE_KINDS: &[&str] = &[
    include_str!("reference/files.md"),
    include_str!("reference/texts.md"),
    include_str!("reference/amounts.md"),
    include_str!("reference/money.md"),
    include_str!("reference/dates.md"),
    include_str!("reference/languages.md"),
    include_str!("reference/names.md"),
    include_str!("reference/plans.md"),
];
const AFTER_KINDS: &[&str] = &[
    include_str!("reference/indicators.md"),
    include_str!("reference/milestones.md"),
    include_str!("reference/tables.md"),
    include_str!("reference/scales.md"),
    include_str!("reference/editions.md"),
];

/// The heading above all tables of keys.
const KEYS: &str = "Every key";

/// Writes the reference page of the content format, in Markdown: the parts written by hand, and the tables of what the schema
/// declares.
#[must_use]
pub fn markdown() -> String {
    let mut parts: Vec<String> = BEFORE_KINDS.iter().map(|part| part.replace(PERIODS_HERE, &periods())).collect();
    parts.push(kinds());
    parts.extend(AFTER_KINDS.iter().map(|part| (*part).to_owned()));
    parts.push(keys());
    let mut page = String::from(INTRODUCTION);
    let titles = parts.iter().filter_map(|part| part.lines().next()?.strip_prefix("## "));
    for title in titles {
        let _ = writeln!(page, "- [{title}](#{})", anchor(title));
    }
    for part in &parts {
        let _ = write!(page, "\n{}\n", part.trim_end());
    }
    page
}

const INTRODUCTION: &str = "# The content format: reference

<!-- Written from `src/schema/`: its tables from what is declared there, its other parts from `reference/*.md`. A test keeps it true and
     builds its examples. Do not edit it here. -->

What authors write: every file, every key and every notation. Each example is a file that stands beside those of the first part; the line
above it says where.

";

/// Returns the fragment by which a heading is linked to.
fn anchor(title: &str) -> String {
    let known = title.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'));
    known.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// Writes which kind of plan shows what.
fn kinds() -> String {
    let mut part = String::from(KINDS_INTRODUCTION);
    for kind in KINDS {
        let columns: Vec<&str> = kind.columns.iter().map(|column| column.help()).collect();
        let blocks: Vec<String> = kind.blocks.iter().map(|block| block.help()).collect();
        let _ = writeln!(part, "| `{}` | {} | {} | {} |", kind.id, kind.help, columns.join(", "), blocks.join(", "));
    }
    part
}

const KINDS_INTRODUCTION: &str = "## Kinds of plan

The `kind` of a plan says what its page begins with. Nothing that is written is left out: a block with nothing in it is passed over, and a
column that a kind does not name stands behind its own ones as soon as any measure says something in it. Every table of measures begins
with number, title and status.

| kind | what it is | columns of its measures | its page, from top to bottom |
| --- | --- | --- | --- |
";

/// Writes the tables of keys, file by file.
fn keys() -> String {
    let mut page = format!("## {KEYS}\n\nAll keys may be left out but those marked *required*.\n");
    let mut written: Vec<&'static str> = Vec::new();
    for (file, record) in records::FILES {
        let _ = write!(page, "\n### `{file}`\n");
        let mut waiting: VecDeque<(&'static RecordType, bool)> = VecDeque::from([(*record, true)]);
        while let Some((record, whole_file)) = waiting.pop_front() {
            if !whole_file {
                if written.contains(&record.name) {
                    continue;
                }
                written.push(record.name);
                let _ = write!(page, "\n#### A table: {}\n", record.name);
            }
            write_record(&mut page, record);
            for field in record.fields {
                waiting.extend(inner(field.ty).map(|record| (record, false)));
            }
            waiting
                .extend(record.entries.as_ref().and_then(|entries| inner(entries.value)).map(|inner| (inner, false)));
        }
    }
    page
}

/// How dates and periods may be written, by what they are: each as it is read.
const PERIODS: &[(&str, &[&str])] = &[
    (
        "a day",
        &[
            "2025-06-30",
            "30. juni 2025",
            "30. jun. 2025",
            "30 juni 2025",
            "30 June 2025",
            "30th June 2025",
            "June 30, 2025",
            "30.06.2025",
        ],
    ),
    ("a week", &["2025-W14", "uge 14 2025", "uge 14, 2025", "week 14 2025"]),
    ("a month", &["2025-06", "juni 2025", "June 2025", "jun. 2025"]),
    (
        "a part of a month",
        &[
            "primo juni 2025",
            "medio juni 2025",
            "ultimo juni 2025",
            "early June 2025",
            "mid-June 2025",
            "end of June 2025",
        ],
    ),
    (
        "a season",
        &[
            "foråret 2025",
            "forår 2025",
            "sommeren 2025",
            "efteråret 2025",
            "spring 2025",
            "vinteren 2024/25",
            "vinteren 2025",
        ],
    ),
    ("a quarter", &["2025-Q2", "2025-K2", "Q2 2025", "2. kvartal 2025", "andet kvartal 2025", "2nd quarter 2025"]),
    ("a tertial", &["2025-T1", "T1 2025", "1. tertial 2025"]),
    ("a half", &["2025-H1", "H1 2025", "1. halvår 2025", "første halvår 2025", "first half of 2025"]),
    ("a year", &["2025"]),
    (
        "a part of a year",
        &["primo 2025", "medio 2025", "ultimo 2025", "early 2025", "mid-2025", "late 2025", "end of 2025"],
    ),
    ("several years", &["2019-2021", "2019–2021", "2019 til 2021", "2019 to 2021"]),
    (
        "a year that lies in two",
        &["2024/25", "2024/2025", "2024-25", "skoleåret 2024/25", "school year 2024/25", "FY2024/25", "1999/00"],
    ),
    (
        "a part of it",
        &[
            "2024/25-Q2",
            "Q2 2024/25",
            "2. kvartal 2024/25",
            "2024/25-H1",
            "1. halvår 2024/25",
            "2024/25-T1",
            "marts 2024/25",
        ],
    ),
    ("several of them", &["2016/17–2018/19", "2016/17 til 2018/19"]),
];

/// The month that years begin in where the page shows such years.
const APRIL: Option<i8> = Some(4);

/// Where the table of periods stands in its part.
const PERIODS_HERE: &str = "<!-- periods -->\n";

/// Writes the table of periods: first and last days are those the program reads.
fn periods() -> String {
    let mut page = String::from(
        "| what | written | from | to | as the name of a folder in `updates/` |\n| --- | --- | --- | --- | --- |\n",
    );
    for (what, forms) in PERIODS {
        for text in *forms {
            // A form that is no longer read leaves a line that says so, which the test of the page refuses.
            let Ok(period) = Period::read(text, APRIL) else {
                let _ = writeln!(page, "| {what} | `{text}` | not read | | |");
                continue;
            };
            let iso = period.iso();
            let folder = Period::read_folder(&iso, APRIL).map_or_else(|_| "–".to_owned(), |_| format!("`{iso}`"));
            let _ = writeln!(page, "| {what} | `{text}` | {} | {} | {folder} |", period.first(), period.last());
        }
    }
    page
}

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
        FieldType::TextOr(of) => format!("text, or a table: {}", of.name),
    }
}

/// Returns the record a type holds, if it holds one.
fn inner(ty: FieldType) -> Option<&'static RecordType> {
    match ty {
        FieldType::Record(record) | FieldType::AmountOr(record) | FieldType::TextOr(record) => Some(record),
        FieldType::List(of) | FieldType::OneOrMany(of) => inner(*of),
        _ => None,
    }
}
