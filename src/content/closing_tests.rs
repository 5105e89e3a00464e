//! What is hidden today is closed in older records, kind by kind, and nothing else is.

use std::collections::BTreeSet;

use super::{
    Audience, Dialect, FileKind, ParseLog, Record, Viewer, Withheld, close, close_damaged, close_others, marks, parse,
    role_of, stand_in, withhold,
};
use crate::{
    diag::{Diagnostic, Place},
    locale::Language,
    schema::{Fields, Key, Value, records},
    value::{Date, Id, RelPath},
};

const PLAN: &str = "+++\ntitle = \"A\"\nkind = \"savings\"\ncommittee = \"BU\"\n+++\n";
const INDICATORS: &str = "[fam]\ntitle = \"Fam\"\nunit = \"familier\"\n\n[fam.series.nord]\ntitle = \"Nord\"\n\n[dage]\ntitle = \"Dage\"\nunit = \"dage\"\n";
const MILESTONES: &str = "[milestones.1]\ntitle = \"M\"\ndue = \"2021\"\n\n[milestones.2]\ntitle = \"N\"\ndue = \"2021\"\n\n[decisions.1]\ntitle = \"B\"\ndate = 2020-01-01\n";
const TABLE: &str = "title = \"T\"\nunit = \"børn\"\n[columns]\nantal = { title = \"Antal\" }\n";

/// A small plan: where each file lies in it, and what it says.
const FILES: [(&str, &str); 10] = [
    ("plan.md", PLAN),
    ("measures/01.md", "+++\ntitle = \"En\"\n+++\n"),
    ("measures/02.md", "+++\ntitle = \"To\"\ncommittee = \"ÆH\"\n+++\n"),
    ("indicators.toml", INDICATORS),
    ("milestones.toml", MILESTONES),
    ("tables/t.toml", TABLE),
    ("tables/u.toml", TABLE),
    ("updates/2020-06-30/index.md", "+++\nlevel = \"ok\"\n+++\n"),
    ("updates/2020-06-30/01.md", "+++\nlevel = \"ok\"\n+++\n"),
    ("updates/2020-06-30/02.md", "+++\nlevel = \"ok\"\n+++\n"),
];

fn path(within: &str) -> RelPath {
    RelPath::new(format!("content/plans/a/{within}")).expect("a path")
}

fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

fn record(within: &str, text: &str) -> Record {
    let file = path(within);
    let dialect = Dialect::for_language(Language::Danish);
    parse(text.as_bytes(), &file, role_of(&file), &dialect, &mut ParseLog::default()).expect("a record")
}

/// The plan, and readings in a file of a report, with one text in it exchanged for another.
fn plan(file: &str, before: &str, after: &str) -> Vec<Record> {
    let mut all: Vec<Record> = FILES
        .iter()
        .map(|(within, text)| {
            let is_changed = *within == file;
            assert!(!is_changed || text.contains(before), "{file}");
            record(within, &if is_changed { text.replacen(before, after, 1) } else { (*text).to_owned() })
        })
        .collect();
    let entry = |name: &str| (Key::Id(id(name)), String::new(), Value::Record(Fields::default()));
    let readings = Fields { values: Vec::new(), entries: vec![entry("fam"), entry("dage")] };
    let values = vec![(records::READINGS.spec.name, Value::Record(readings))];
    let fields = Fields { values, entries: Vec::new() };
    let base = record("tables/u.toml", TABLE);
    let file = path("updates/2020-06-30/maalinger.csv");
    all.push(Record { role: FileKind::UpdateReadings, id: id("maalinger"), file, fields, ..base });
    all
}

fn viewer() -> Viewer {
    let day = Date::constant(2022, 1, 1);
    Viewer { audience: Audience::Public, as_of: day, day }
}

/// What is shown of records: their files, and each entry in them.
fn shown(records: Vec<Record>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for record in withhold(records, viewer()).0 {
        let file = record.file.as_str().trim_start_matches("content/plans/a/").to_owned();
        let fields = record.fields.values.iter();
        let tables =
            fields.filter_map(|(name, value)| if let Value::Record(of) = value { Some((*name, of)) } else { None });
        for (name, fields) in tables.chain([("", &record.fields)]) {
            all.extend(fields.entries.iter().map(|(key, ..)| format!("{file} {name} {key:?}")));
        }
        all.insert(file);
    }
    all
}

const CLOSED: &str = "visibility = \"closed\"\n";

/// What is marked today, by the file and the text that the mark is written before; how much of an older version is closed by it.
const MARKED: [(&str, &str, usize); 12] = [
    ("plan.md", "title", 11),
    ("measures/01.md", "title", 2),
    ("measures/02.md", "title", 2),
    ("indicators.toml", "title = \"Fam\"", 3),
    ("indicators.toml", "title = \"Dage\"", 2),
    ("milestones.toml", "title = \"M\"", 1),
    ("milestones.toml", "title = \"N\"", 1),
    ("milestones.toml", "title = \"B\"", 1),
    ("tables/t.toml", "title", 1),
    ("tables/u.toml", "title", 1),
    ("updates/2020-06-30/index.md", "level", 4),
    ("updates/2020-06-30/02.md", "level", 1),
];

#[test]
fn an_older_version_shows_what_todays_does() {
    let whole = shown(plan("", "", ""));
    let mut counts = Vec::new();
    for (file, before, _) in MARKED {
        let today = plan(file, before, &format!("{CLOSED}{before}"));
        let withheld = Withheld::hidden_in(&today, viewer());
        assert!(!withheld.is_empty(), "{file}");
        let mut older = plan("", "", "");
        counts.push((file, before, close(&mut older, &withheld)));
        let seen = shown(older);
        assert_eq!(seen, shown(today), "{file} {before}");
        assert!(seen.len() < whole.len() && seen.is_subset(&whole), "{file} {before}");
    }
    assert_eq!(counts, MARKED);
    let mut older = plan("", "", "");
    assert_eq!(close(&mut older, &Withheld::hidden_in(&plan("", "", ""), viewer())), 0);
    assert_eq!(shown(older), whole);
}

#[test]
fn all_that_there_is_in_a_plan_can_be_closed() {
    let all = Withheld::all_of(&plan("", "", ""));
    let names = |ids: &BTreeSet<Id>| ids.iter().map(Id::to_string).collect::<Vec<_>>();
    assert!(all.plan);
    assert_eq!(names(&all.measures), ["01", "02"]);
    assert_eq!(names(&all.indicators), ["dage", "fam", "fam/nord"]);
    assert_eq!(names(&all.tables), ["t", "u"]);
    assert_eq!((all.milestones.len(), all.decisions.len(), all.files.len()), (2, 1, 11));
    let none = Withheld::all_of(&[]);
    assert!(none.is_empty());
    for (nth, part) in [
        Withheld { plan: true, ..none.clone() },
        Withheld { measures: all.measures.clone(), ..none.clone() },
        Withheld { indicators: all.indicators.clone(), ..none.clone() },
        Withheld { tables: all.tables.clone(), ..none.clone() },
        Withheld { milestones: all.milestones.clone(), ..none.clone() },
        Withheld { decisions: all.decisions.clone(), ..none.clone() },
        Withheld { files: all.files.clone(), ..none.clone() },
        Withheld { counts_of_indicators: [(id("fam"), 5)].into(), ..none.clone() },
        Withheld { counts_of_tables: [(id("t"), Default::default())].into(), ..none.clone() },
    ]
    .into_iter()
    .enumerate()
    {
        assert!(!part.is_empty(), "{nth}");
        let mut joined = none.clone();
        joined.join(&part);
        assert_eq!(format!("{joined:?}"), format!("{part:?}"), "{nth}: what is joined to nothing");
        joined.without(&all);
        assert!(joined.is_empty(), "{nth}: {joined:?}");
        let mut kept = part.clone();
        kept.without(&none);
        assert_eq!(format!("{kept:?}"), format!("{part:?}"), "{nth}: what nothing is taken of");
    }
    let counted = |below: u32| Withheld { counts_of_indicators: [(id("fam"), below)].into(), ..none.clone() };
    for (one, other) in [(3, 5), (5, 3)] {
        let mut joined = counted(one);
        joined.join(&counted(other));
        assert_eq!(joined.counts_of_indicators.get(&id("fam")), Some(&5), "the higher one stands");
    }
}

/// What is closed has neither its own embargo nor its public title any more.
#[test]
fn what_is_closed_says_nothing_in_public() {
    let title = "title = \"En\"\npublic_title = \"Offentlig\"\nembargo = 2020-01-01\n";
    let mut records = vec![record("measures/01.md", &format!("+++\n{title}+++\n"))];
    let withheld = Withheld { measures: [id("01")].into(), ..Withheld::all_of(&[]) };
    assert_eq!(close(&mut records, &withheld), 1);
    let fields = &records[0].fields;
    assert_eq!(fields.get(&records::EMBARGO), Some(&Date::MAX));
    assert_eq!(fields.values.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["title", "embargo"]);
    // What is closed is known by what it is, wherever it lies.
    let none = Withheld::all_of(&[]);
    for (withheld, gone) in [
        (Withheld { plan: true, ..none.clone() }, "plan.md"),
        (Withheld { tables: [id("t")].into(), ..none.clone() }, "tables/t.toml"),
        (Withheld { files: ["measures/02.md".to_owned()].into(), ..none.clone() }, "measures/02.md"),
    ] {
        let mut older = plan("", "", "");
        assert_eq!(close(&mut older, &withheld), 1, "{gone}");
        assert!(!shown(older).contains(gone), "{gone}");
    }
    // A measure is known by its file too, whatever id it states.
    let mut records = vec![record("measures/01.md", "+++\ntitle = \"En\"\nid = \"een\"\n+++\n")];
    assert_eq!((records[0].id.clone(), close(&mut records, &withheld)), (id("een"), 1));
}

#[test]
fn what_cannot_be_read_is_closed() {
    let damaged = |within: &str| {
        let mut log = ParseLog::default();
        log.diagnostics.push(Diagnostic::new(super::DAMAGE[0], Place::File(path(within))));
        log
    };
    let mut records = plan("", "", "");
    close_damaged(&mut records, &damaged("measures/01.md"));
    let seen = shown(records);
    assert!(!seen.contains("measures/01.md") && seen.contains("measures/02.md"), "{seen:?}");
    // A file that is no record at all has one that stands for it, so that what hangs on it is closed.
    let mut records = plan("", "", "");
    records.retain(|record| record.file != path("measures/01.md"));
    assert!(shown(records.clone()).contains("updates/2020-06-30/01.md"));
    close_damaged(&mut records, &damaged("measures/01.md"));
    assert!(!shown(records.clone()).contains("updates/2020-06-30/01.md"));
    assert_eq!(records.iter().filter(|record| record.file == path("measures/01.md")).count(), 1);
    close_damaged(&mut records, &ParseLog::default());
    assert!(shown(records).contains("measures/02.md"));
    // So is a report of a school year, whatever month that begins in.
    let mut records = plan("", "", "");
    close_damaged(&mut records, &damaged("updates/2019-20/index.md"));
    assert!(
        records
            .iter()
            .any(|record| record.file == path("updates/2019-20/index.md") && !viewer().may_see(&record.fields))
    );
    let dialect = Dialect::for_language(Language::Danish);
    let stands = |within: &str, bytes: &[u8]| stand_in(bytes, &path(within), &dialect);
    let closed =
        stands("measures/01.md", b"+++\nvisibility = \"closed\"\ntitle = \n+++\nhemmelig").expect("a mark is in it");
    assert!(!viewer().may_see(&closed.fields) && closed.words == crate::value::ProseParts::default());
    assert!(stands("measures/01.md", b"+++\ntitle = \n+++\n").is_none(), "there is no mark in it");
    assert!(stands("measures/01.png", b"visibility").is_none(), "it is not read");
    for register in ["site.toml", "content/owners.toml", "content/committees.toml"] {
        let file = RelPath::new(register).expect("a path");
        assert!(stand_in(b"visibility = \"closed\"\n", &file, &dialect).is_none(), "{register}");
    }
}

#[test]
fn what_is_not_a_committees_is_closed() {
    let others = |committee: &str, file: &str, before: &str, after: &str| {
        let mut records = plan(file, before, after);
        close_others(&mut records, &id(committee));
        let seen = shown(records);
        ["plan.md", "measures/01.md", "measures/02.md"].map(|file| seen.contains(file))
    };
    assert_eq!(others("BU", "", "", ""), [true, true, false], "what names none is the plan's");
    assert_eq!(others("ÆH", "", "", ""), [true, false, true]);
    assert_eq!(others("TM", "", "", ""), [false, false, false]);
    assert_eq!(others("BU", "plan.md", "committee = \"BU\"\n", ""), [false, false, false]);
}

#[test]
fn a_record_that_may_be_meant_to_hide_is_closed_with_its_entries() {
    let is_closed =
        |fields: &Fields| fields.get(&records::VISIBILITY).is_some_and(|word| word.0 == Audience::Closed.word());
    let of = |value: &Value| matches!(value, Value::Record(fields) if is_closed(fields));
    for (within, text, closed) in [
        ("measures/01.md", FILES[1].1.replace("title", "visibility = \"public\"\ntitle"), 0),
        ("indicators.toml", INDICATORS.to_owned(), 3),
        ("milestones.toml", MILESTONES.to_owned(), 3),
        ("tables/t.toml", TABLE.to_owned(), 0),
    ] {
        let mut record = record(within, &text);
        marks::close_record(&mut record);
        assert!(is_closed(&record.fields), "{within}");
        let marked = record.fields.values.iter().filter(|(name, _)| *name == marks::NAME).count();
        let tables = record
            .fields
            .values
            .iter()
            .filter_map(|(_, value)| if let Value::Record(of) = value { Some(of) } else { None });
        let entries = tables.chain([&record.fields]).flat_map(|fields| &fields.entries);
        assert_eq!((marked, entries.filter(|(.., value)| of(value)).count()), (1, closed), "{within}");
    }
    assert_eq!(marks::shut("visibility"), Some(Value::Choice(crate::schema::Choice("closed"))));
    assert_eq!(marks::shut("embargo"), Some(Value::Day(Date::MAX)));
    assert_eq!(marks::shut("title"), None);
}

#[test]
fn a_mark_is_found_however_deep() {
    let holds = |text: &str| {
        let table = toml::de::DeTable::parse(text).expect("TOML").into_inner();
        marks::holds_a_mark(&toml::de::DeValue::Table(table))
    };
    for (text, is_held) in [
        ("visibility = \"x\"", true),
        ("a = { b = { embargo = 1 } }", true),
        ("a = [1, { lukket = true }]", true),
        ("title = \"visibility\"\na = [\"embargo\"]", false),
    ] {
        assert_eq!(holds(text), is_held, "{text}");
    }
}

#[test]
fn a_picture_is_hidden_where_nothing_is_shown() {
    let none = Withheld::all_of(&[]);
    let report = Withheld { files: ["updates/2020-06-30/index.md".into(), "index.md".into()].into(), ..none.clone() };
    for (withheld, within, is_hidden) in [
        (&report, "updates/2020-06-30/a.png", true),
        (&report, "updates/2020-09-30/a.png", false),
        (&report, "a.png", false),
        (&none, "a.png", false),
        (&Withheld { plan: true, ..none.clone() }, "a.png", true),
    ] {
        assert_eq!(withheld.asset(&path(within)), is_hidden, "{within}");
    }
}

/// Below how many counts are not published, of tables (with their columns) and of indicators.
fn thresholds(records: &[Record]) -> Vec<(String, Option<u32>, Vec<u32>)> {
    let tables = super::suppressed(records);
    let tables = tables.map(|(table, of)| (table.id.to_string(), of.of_table, of.of_columns.into_values().collect()));
    let indicators =
        super::suppressed_indicators(records).map(|(_, id, below)| (id.to_string(), Some(below), Vec::new()));
    tables.chain(indicators).collect()
}

#[test]
fn an_older_version_withholds_the_counts_that_todays_does() {
    let below = |below: u32, before: &str| format!("suppress_below = {below}\n{before}");
    for (file, before, today, then, expected) in [
        ("tables/t.toml", "unit", Some(5), None, vec![("t", Some(5), vec![])]),
        ("tables/t.toml", "unit", Some(5), Some(3), vec![("t", Some(5), vec![])]),
        ("tables/t.toml", "unit", Some(5), Some(9), vec![("t", Some(9), vec![])]),
        ("tables/t.toml", "unit", Some(0), None, vec![]),
        ("tables/t.toml", "title = \"Antal\"", Some(5), None, vec![("t", None, vec![5])]),
        ("tables/t.toml", "title = \"Antal\"", Some(5), Some(3), vec![("t", None, vec![5])]),
        ("tables/t.toml", "title = \"Antal\"", Some(5), Some(9), vec![("t", None, vec![9])]),
        ("indicators.toml", "title = \"Fam\"", Some(5), None, vec![("fam", Some(5), vec![])]),
        ("indicators.toml", "title = \"Fam\"", Some(5), Some(3), vec![("fam", Some(5), vec![])]),
        ("indicators.toml", "title = \"Fam\"", Some(5), Some(9), vec![("fam", Some(9), vec![])]),
        ("indicators.toml", "title = \"Fam\"", Some(0), None, vec![]),
        ("indicators.toml", "title = \"Fam\"", None, None, vec![]),
    ] {
        let of = |said: Option<u32>| {
            let after = said.map_or_else(|| before.to_owned(), |number| below(number, before));
            plan(file, before, &if before.ends_with("\"Antal\"") { after.replace('\n', ", ") } else { after })
        };
        let mut older = of(then);
        assert_eq!(close(&mut older, &Withheld::hidden_in(&of(today), viewer())), 0, "nothing of it is closed");
        let expected: Vec<_> =
            expected.into_iter().map(|(id, table, columns)| (id.to_owned(), table, columns)).collect();
        assert_eq!(thresholds(&older), expected, "{file} {before}: {today:?}, {then:?} then");
    }
}
