//! What of an older state of a site is left out, and which changes make it so.

use super::*;
use crate::{content::Dialect, locale::Language, schema::Significance, value::Period};

/// An older state of a site: each file with what it says.
const OLD: [(&str, &str); 12] = [
    ("site.toml", "title = \"S\"\nlanguage = \"da\"\n"),
    ("content/committees.toml", "[USB]\nname = \"Socialudvalget\"\n"),
    ("content/om.md", "+++\ntitle = \"Om\"\n+++\nTekst.\n"),
    ("content/plans/b/plan.md", "+++\ntitle = \"Plan B\"\n+++\n"),
    ("content/plans/a/plan.md", "+++\ntitle = \"Plan A\"\n+++\nTekst.\n"),
    ("content/plans/a/measures/01.md", "+++\nnumber = \"1\"\ntitle = \"Takster\"\nrequired = 25\n+++\nTekst.\n"),
    ("content/plans/a/updates/2020-06-30/01.md", "+++\nlevel = \"ok\"\n+++\nTekst.\n"),
    ("content/plans/a/milestones.toml", "[milestones.\"1\"]\ntitle = \"Et\"\n[decisions.\"2\"]\ntitle = \"To\"\n"),
    ("content/plans/a/tables/t.toml", "title = \"T\"\n[columns]\nbudget = { title = \"Budget\" }\n"),
    ("content/plans/a/updates/2020-06-30/t.csv", "row;label;budget\na;Række;1\n"),
    ("content/plans/a/updates/2020-09-30/t.csv", "row;label;budget\na;Række;2\n"),
    (
        "content/plans/a/indicators.toml",
        "[fam]\ntitle = \"Familier\"\n[fam.readings]\n2019 = { value = 5, note = \"x\" }\n[fam.series.nord]\ntitle = \"Nord\"\n",
    ),
];

fn old() -> Vec<Record> {
    let danish = Dialect::for_language(Language::Danish);
    let parse = |(path, text): (&str, &str)| {
        let path = RelPath::new(path).expect("a path");
        content::parse(text.as_bytes(), &path, content::role_of(&path), &danish, &mut ParseLog::default())
    };
    OLD.into_iter().filter_map(parse).collect()
}

/// A record of the plan `a`, or of none for what all plans share; below what is named before a colon.
fn key(kind: RecordKind, report: &str, name: &str) -> RecordKey {
    use RecordKind::{Committee, Edition, Level, Page, Scale, Site};
    let is_shared = matches!(kind, Committee | Edition | Level | Page | Scale | Site);
    let (within, id) = name.split_once(':').map_or((None, name), |(within, id)| (Some(within.into()), id));
    let plan = Id::new("a").filter(|_| !is_shared);
    RecordKey { plan, kind, report: Period::parse_iso(report), within, id: id.into() }
}

fn change(subject: RecordKey, what: ChangeKind) -> Change {
    Change { subject, what, significance: Significance::Material }
}

fn field(subject: RecordKey, path: &str, is_said: bool) -> Change {
    let after = is_said.then(|| Value::Text("ord".into()));
    change(subject, ChangeKind::Field { path: path.into(), before: Some(Value::Bool(true)), after })
}

/// Says in words what an older state may not show.
fn told(found: &RedactedVersion) -> Vec<String> {
    let mut told: Vec<String> = found.is_unfit.then(|| "unfit".to_owned()).into_iter().collect();
    told.extend(found.levels.iter().map(|word| format!("level {word}")));
    let Visibility { plans, pages, blanks, .. } = &found.visibility;
    told.extend(pages.iter().map(|page| format!("page {page}")));
    told.extend(blanks.iter().map(|BlankField { file, entry, field }| {
        format!("{}#{}{field}", file.file_name(), entry.as_ref().map_or(String::new(), |entry| format!("{entry}.")))
    }));
    for (plan, withheld) in plans {
        let content::Withheld { plan: whole, measures, indicators, tables, milestones, decisions, files, .. } =
            withheld;
        told.extend(whole.then(|| format!("{plan}")));
        let ids = [measures, indicators, tables].into_iter().flatten().map(ToString::to_string);
        let numbers = milestones.iter().chain(decisions).map(ToString::to_string);
        told.extend(ids.chain(numbers).chain(files.iter().cloned()).map(|of| format!("{plan}/{of}")));
    }
    told
}

#[test]
fn of_an_older_state_is_left_out_what_a_change_would_tell_and_no_more() {
    use RecordKind::{
        Column, Committee, Decision, Edition, Figures, Indicator, Level, Measure, Milestone, Page, Plan, Reading, Row,
        Scale, Site, Status, Table,
    };
    let old = old();
    let items = items::sorted(&old);
    let items: BTreeMap<&LentKey<'_>, &RecordItem<'_>> = items.iter().map(|item| (&item.name, item)).collect();
    let added = |subject| change(subject, ChangeKind::Added);
    let june = "2020-06-30";
    let cases: Vec<(Change, &[&str])> = vec![
        // What all plans share cannot be taken out of pages that are made already.
        (field(key(Site, "", ""), "title", true), &["unfit"]),
        (field(key(Site, "", ""), "title", false), &[]),
        (field(key(Site, "", ""), "language", true), &[]),
        (field(key(Site, "", ""), "source", true), &["unfit"]),
        (field(key(Site, "", ""), "contact", true), &["unfit"]),
        (field(key(Site, "", ""), "licence.title", true), &["unfit"]),
        (field(key(Site, "", ""), "logo", true), &["unfit"]),
        (field(key(Site, "", ""), "accessibility.url", true), &["unfit"]),
        (field(key(Level, "", "status:ok"), "word", true), &["unfit", "level ord"]),
        (field(key(Level, "", "status:ok"), "word", false), &["unfit"]),
        (added(key(Scale, "", "status")), &["unfit"]),
        (field(key(Edition, "", "e1"), "title", true), &[]),
        (added(key(Committee, "", "USB")), &["unfit"]),
        // A line of text has another in its place.
        (field(key(Committee, "", "USB"), "name", true), &["committees.toml#USB.name"]),
        (field(key(Measure, "", "01"), "title", true), &["01.md#title"]),
        (field(key(Milestone, "", "1"), "title", true), &["milestones.toml#1.title"]),
        (field(key(Decision, "", "2"), "title", true), &["milestones.toml#2.title"]),
        (field(key(Indicator, "", "fam"), "title", true), &["indicators.toml#fam.title"]),
        (field(key(Plan, "", "a"), "title", true), &["plan.md#title"]),
        // What is computed with cannot have: the record goes, a part with its whole.
        (field(key(Measure, "", "01"), "required", true), &["a/01"]),
        (field(key(Measure, "", "01"), "required", false), &[]),
        (field(key(Column, "", "t:budget"), "title", true), &["a/t"]),
        (field(key(Table, "", "t"), "title", true), &["t.toml#title"]),
        (field(key(Reading, "", "fam:2019"), "note", true), &["a/fam"]),
        (field(key(Reading, "", "fam/nord:2019"), "value", true), &["a/fam/nord"]),
        (field(key(Status, june, "01"), "level", true), &["a/updates/2020-06-30/01.md"]),
        (field(key(Measure, "", "99"), "title", true), &["a/99"]),
        (added(key(Measure, "", "01")), &["a/01"]),
        (added(key(Row, june, "t:a")), &["a/t"]),
        (added(key(Figures, june, "t")), &["a/t"]),
        (added(key(Page, "", "om")), &["page content/om.md"]),
        (added(key(Plan, "", "a")), &["a"]),
        // Of what has no name that could be left out its plan is.
        (added(key(Status, june, "99")), &["a"]),
        (change(key(Measure, "", "01"), ChangeKind::Removed), &[]),
        (change(key(Measure, "", "01"), ChangeKind::Renamed { from: "02".into() }), &["a/01"]),
    ];
    for (change, expected) in cases {
        let mut found = RedactedVersion::default();
        Closing { old: &old, items: &items, found: &mut found }.withhold(&change);
        assert_eq!(told(&found), expected, "{change:?}");
    }
}

#[test]
fn what_is_withheld_of_a_report_rests_on_the_reports_before_it() {
    use RecordKind::{Figures, Indicator, Reading, Row};
    let old = old();
    let items = items::sorted(&old);
    let items: BTreeMap<&LentKey<'_>, &RecordItem<'_>> = items.iter().map(|item| (&item.name, item)).collect();
    let plan = Id::new("a").expect("an id");
    let of = |id: &str| Redaction { id: format!("{plan}/{id}"), field: None, is_of_counts: true };
    let (june, september, october) = ("2020-06-30", "2020-09-30", "2020-10-31");
    let in_other_plan = |subject: RecordKey| RecordKey { plan: Id::new("b"), ..subject };
    let other_entry = |id: &str| Redaction { id: format!("b/{id}"), field: None, is_of_counts: true };
    let other_value = || ChangeKind::Field { path: "value".into(), before: None, after: Some(Value::Bool(true)) };
    for (entry, subject, what, expected) in [
        (of("t"), key(Figures, june, "t"), ChangeKind::Added, true),
        (of("t"), key(Figures, june, "t"), ChangeKind::Removed, true),
        (of("t"), key(Figures, september, "t"), ChangeKind::Added, false),
        (of("t"), key(Figures, october, "t"), ChangeKind::Removed, false),
        (of("t"), key(Figures, june, "u"), ChangeKind::Added, false),
        (of("u"), key(Figures, june, "u"), ChangeKind::Added, false),
        (of("u"), key(Figures, june, "t"), ChangeKind::Added, false),
        (of("t"), key(Row, june, "t:a"), ChangeKind::Added, false),
        (of("t"), key(Figures, june, "t"), other_value(), false),
        (other_entry("t"), in_other_plan(key(Figures, june, "t")), ChangeKind::Added, false),
        // Another number of the same time, of the indicator or of one of its series.
        (of("fam"), key(Reading, "", "fam:2019"), ChangeKind::Added, true),
        (of("fam"), key(Reading, "", "fam/nord:2019"), ChangeKind::Added, true),
        (of("fam"), key(Reading, "", "fam/nord:2019"), ChangeKind::Removed, true),
        (of("fam"), key(Reading, "", "fam/nord:2018"), ChangeKind::Removed, false),
        (of("fam"), key(Reading, june, "fam/nord:2019"), ChangeKind::Removed, false),
        (of("fam"), key(Reading, "", "fam/nord:2019"), other_value(), false),
        (of("pers"), key(Reading, "", "fam/nord:2019"), ChangeKind::Added, false),
        (of("pers"), key(Reading, "", "pers:2019"), ChangeKind::Added, false),
        (of("fam"), key(Indicator, "", "fam/nord"), ChangeKind::Added, false),
        (other_entry("fam"), in_other_plan(key(Reading, "", "fam:2019")), ChangeKind::Added, false),
    ] {
        let change = change(subject, what);
        let is_moved = is_report_before(&entry, &change, &old) || is_reading_beside(&entry, &change, &items);
        assert_eq!(is_moved, expected, "{entry:?} {change:?}");
    }
}

#[test]
fn a_level_is_said_by_a_word_before_or_after() {
    let found = RedactedVersion { levels: ["Fin".to_owned()].into(), ..RedactedVersion::default() };
    let said = |path: &str, before: &str, after: &str| {
        let value = |word: &str| (!word.is_empty()).then(|| Value::Text(word.into()));
        let (before, after) = (value(before), value(after));
        change(key(RecordKind::Status, "", "01"), ChangeKind::Field { path: path.into(), before, after })
    };
    for (change, expected) in [
        (said("level", "Fin", "God"), true),
        (said("level", "God", "Fin"), true),
        (said("level", "", "Fin"), true),
        (said("stated.level", "Fin", ""), true),
        (said("level", "God", "Dårlig"), false),
        (said("note", "Fin", "Fin"), false),
        (change(key(RecordKind::Measure, "", "01"), ChangeKind::Added), false),
    ] {
        assert_eq!(found.says_level(&change), expected, "{change:?}");
    }
}

#[test]
fn ids_that_are_withheld_are_those_of_records_that_had_another() {
    let danish = Dialect::for_language(Language::Danish);
    let path = RelPath::new("content/plans/a/measures/01.md").expect("a path");
    let text = "+++\nnumber = \"1\"\ntitle = \"T\"\nformerly = [\"Gammel\"]\n+++\n";
    let role = content::role_of(&path);
    let records: Vec<Record> =
        content::parse(text.as_bytes(), &path, role, &danish, &mut ParseLog::default()).into_iter().collect();
    let old_ids = |entries: &[&str], parts: &[(&str, &str)]| {
        let mut redaction = PastRedaction { today: records.clone(), ..PastRedaction::default() };
        redaction.list.records = entries.iter().map(|entry| Redaction::parse(entry)).collect();
        let of_measure = |(id, part): &(&str, &str)| (key(RecordKind::Measure, "", id), (*part).to_owned());
        redaction.history.parts = parts.iter().map(of_measure).collect();
        redaction.old_ids().into_iter().collect::<Vec<_>>()
    };
    assert_eq!(old_ids(&["a/01#id"], &[]), ["gammel"]);
    assert_eq!(old_ids(&["a/01"], &[]), ["gammel"]);
    assert_eq!(old_ids(&["a/01#title"], &[]), [""; 0]);
    assert_eq!(old_ids(&[], &[("Før", "id"), ("02", "title")]), ["før"]);
}
