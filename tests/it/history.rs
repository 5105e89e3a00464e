//! Two versions of a site, compared by meaning: what is a change, what is none, and the laws that hold for all.

use fremdrift::{
    compare::{Change, ChangeKind, RecordKey, RecordKind, compare},
    content::{self, Dialect, ParseLog, Record},
    locale::Language,
    schema::{Significance, Value},
    value::RelPath,
};
use proptest::{prelude::*, sample::Index};

use crate::support::Site;

/// A site with a record of every kind.
fn site() -> Site {
    Site::small()
        .append("site.toml", "[[editions]]\nid = \"2020-06\"\ntitle = \"Medio 2020\"\nas_of = 2020-06-30\n")
        .with("content/om.md", "+++\ntitle = \"Om\"\n+++\nOm *tallene*.\n")
        .with(
            "content/plans/a/measures/02.md",
            "+++\nnumber = \"2.a\"\ntitle = \"Rammer\"\nowner = \"chef\"\nrequired = \"3,00\"\n[effect]\nunit = \"kr.\"\n\
             [effect.2020]\njan-mar = 100_000\napr = 50_000\n[funding]\n2020 = 5\n+++\n\
             ## Mål\n\nRammerne holdes.\n\n## Handling\n\nDer indkøbes samlet.\n",
        )
        .with(
            "content/plans/a/indicators.toml",
            "[sager]\ntitle = \"Sager\"\nunit = \"sager\"\nmeasure = \"02\"\nbaseline = { date = \"2019\", value = 40 }\n\
             readings = { 2018 = 44 }\nmissing = { 2017 = \"Nyt system\" }\n",
        )
        .with(
            "content/plans/a/milestones.toml",
            "[milestones.1]\ntitle = \"Udbud\"\ndue = \"2020-09\"\n[milestones.2]\ntitle = \"Kontrakt\"\nafter = [\"1\"]\n\
             [decisions.1]\ntitle = \"Udsættelse\"\ncommittee = \"USB\"\n\
             [reports.2020-Q3]\ntitle = \"Status\"\nmeetings = [{ committee = \"USB\", date = 2020-10-12 }]\n",
        )
        .with(
            "content/plans/a/tables/drift.toml",
            "title = \"Drift\"\nunit = \"mio. kr.\"\nsign = \"cost\"\n[columns]\nrevised = { title = \"Budget\" }\nforecast = {}\n",
        )
        .with("content/plans/a/tables/drift.csv", "row;label;kind;of;formula\nsocial;Social;;;\nboern;Børn;;;\nialt;I alt;total;;social + boern\n")
        .with("content/plans/a/updates/2020-06-30/drift.csv", "row;revised;forecast\nsocial;905,2;911,9\nboern;402,3;-\n")
        .with(
            "content/plans/a/updates/2020-06-30/index.md",
            "+++\nlevel = \"watch\"\noverspend = \"1,5\"\n[stated]\nachieved = [\"6,56*\", \"6,55\"]\n[notes]\n\"*\" = \"Netto.\"\n\
             [milestones.1]\ndue = \"2020-Q4\"\n[readings]\nsager = 38\n+++\nPlanen følges.\n",
        )
        .with("content/plans/a/updates/2020-06-30/02.md", "+++\nlevel = \"Kritisk\"\nlifecycle = \"in-progress\"\n+++\n")
}

fn records(site: &Site) -> Vec<Record> {
    let context = Dialect::for_language(Language::Danish);
    let mut notebook = ParseLog::default();
    let files = site.files().into_iter().filter_map(|(path, bytes)| {
        let path = RelPath::new(path).expect("a path");
        content::parse(&bytes, &path, content::role_of(&path), &context, &mut notebook)
    });
    let records = files.collect();
    assert!(notebook.diagnostics.is_empty(), "{:#?}", notebook.diagnostics);
    records
}

fn between(before: &Site, after: &Site) -> Vec<Change> {
    compare(&records(before), &records(after))
}

fn value(held: Option<&Value>) -> String {
    match held {
        None => "(not given)".into(),
        Some(Value::Amount(written)) => written.number.map_or("-".into(), |number| number.to_string()),
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Choice(word)) => word.0.into(),
        Some(Value::Id(id)) => id.to_string(),
        Some(Value::Period(period)) => period.iso(),
        Some(Value::Number(number)) => {
            format!("{number}{}", number.mark().map_or(String::new(), |mark| mark.to_string()))
        }
        Some(Value::List(values)) => values.iter().map(|item| value(Some(item))).collect::<Vec<_>>().join("+"),
        Some(other) => format!("{other:?}"),
    }
}

/// Says a change in one line, for tests alone.
fn line(change: &Change) -> String {
    let RecordKey { plan, kind, report, within, id } = &change.subject;
    let names = [
        plan.as_ref().map(ToString::to_string),
        report.map(|report| report.iso()),
        Some(kind.word().into()),
        within.as_ref().map(ToString::to_string),
        Some(id.to_string()).filter(|id| !id.is_empty()),
    ];
    let name = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let what = match &change.what {
        ChangeKind::Added => "added".into(),
        ChangeKind::Removed => "removed".into(),
        ChangeKind::Renamed { from } => format!("was {from}"),
        ChangeKind::Field { path, before, after } => {
            format!("{path}: {} > {}", value(before.as_ref()), value(after.as_ref()))
        }
        ChangeKind::Words { part, before, after } => format!("{}: {before} > {after}", part.word()),
        ChangeKind::Figure { row, column, before, after } => {
            format!("{row}.{column}: {} > {}", value(before.as_ref()), value(after.as_ref()))
        }
    };
    let mark = match change.significance {
        Significance::Material => "",
        Significance::Editorial => " (words)",
        Significance::Cosmetic => " (looks)",
    };
    format!("{name} {what}{mark}")
}

/// Says changes in lines; what a record that came or went says is told with it.
fn lines(changes: &[Change]) -> Vec<String> {
    let whole = came_or_gone(changes);
    changes.iter().filter(|change| is_whole(change) || !whole.contains(&&change.subject)).map(line).collect()
}

fn is_whole(change: &Change) -> bool {
    matches!(change.what, ChangeKind::Added | ChangeKind::Removed)
}

fn came_or_gone(changes: &[Change]) -> Vec<&RecordKey> {
    changes.iter().filter(|change| is_whole(change)).map(|change| &change.subject).collect()
}

#[track_caller]
fn assert_changes(before: &Site, after: &Site, expected: &[&str]) {
    assert_eq!(lines(&between(before, after)), expected);
}

/// A file, what stands in it, what stands there instead, and what that is to readers.
type Edit = (&'static str, &'static str, &'static str, &'static [&'static str]);

/// Edits of the site, each on its own.
const EDITS: [Edit; 30] = [
    ("content/plans/a/updates/2020-06-30/01.md", "Alt OK", "watch", &["a 2020-06-30 status 01 level: Alt OK > watch"]),
    ("content/plans/a/updates/2020-06-30/01.md", "1,25", "0,72", &["a 2020-06-30 status 01 achieved: 1.25 > 0.72"]),
    ("content/plans/a/updates/2020-06-30/01.md", "1,25", "ca. 1,25", &["a 2020-06-30 status 01 achieved: 1.25 > 1.25"]),
    ("content/plans/a/updates/2020-06-30/01.md", "\"1,25\"", "\"1,25 mio. kr.\"", &[]),
    (
        "content/plans/a/updates/2020-06-30/01.md",
        "1,25",
        "1,2500",
        &["a 2020-06-30 status 01 achieved: 1.25 > 1.2500 (looks)"],
    ),
    (
        "content/plans/a/updates/2020-06-30/01.md",
        "\"1,25\"",
        "\"1.250.000 kr.\"",
        &["a 2020-06-30 status 01 achieved: 1.25 > 1250000 (looks)"],
    ),
    ("content/plans/a/updates/2020-06-30/01.md", "\"1,25\"", "\"-\"", &["a 2020-06-30 status 01 achieved: 1.25 > -"]),
    (
        "content/plans/a/updates/2020-06-30/01.md",
        "achieved = \"1,25\"\n",
        "",
        &["a 2020-06-30 status 01 achieved: 1.25 > (not given)"],
    ),
    (
        "content/plans/a/updates/2020-06-30/01.md",
        "Taksterne er forhandlet.",
        "Taksterne er genforhandlet.",
        &["a 2020-06-30 status 01 body: Taksterne er forhandlet.  > Taksterne er genforhandlet.  (words)"],
    ),
    ("content/plans/a/updates/2020-06-30/01.md", "Taksterne er forhandlet.", "Taksterne\ner forhandlet.  \n", &[]),
    ("content/plans/a/measures/02.md", "owner = \"chef\"", "owner = [\"chef\"]", &[]),
    (
        "content/plans/a/measures/02.md",
        "owner = \"chef\"\n",
        "owner = \"chef\"\ninvestment = false\nvisibility = \"public\"\n",
        &[],
    ),
    ("content/plans/a/measures/02.md", "jan-mar = 100_000", "jan = 100_000\nfeb-mar = 100_000", &[]),
    (
        "content/plans/a/measures/02.md",
        "apr = 50_000",
        "apr = 60_000",
        &["a measure 02 effect.2020.apr: 50000 > 60000"],
    ),
    (
        "content/plans/a/measures/02.md",
        "Rammerne holdes.",
        "Rammen holdes.",
        &["a measure 02 objective: Rammerne holdes.  > Rammen holdes.  (words)"],
    ),
    ("content/plans/a/indicators.toml", "2018 = 44", "2018 = 45", &["a reading sager 2018 value: 44 > 45"]),
    ("content/plans/a/indicators.toml", "2018 = 44", "2018 = { value = \"44\" }", &[]),
    (
        "content/plans/a/indicators.toml",
        "Nyt system",
        "Nyt fagsystem",
        &["a indicator sager missing.2017: Nyt system > Nyt fagsystem (words)"],
    ),
    ("content/plans/a/milestones.toml", "\"2020-09\"", "\"september 2020\"", &[]),
    ("content/plans/a/milestones.toml", "2020-09", "2020-11", &["a milestone 1 due: 2020-09 > 2020-11"]),
    (
        "content/plans/a/milestones.toml",
        "[milestones.2]\ntitle = \"Kontrakt\"\nafter = [\"1\"]\n",
        "",
        &["a milestone 2 removed"],
    ),
    (
        "content/plans/a/updates/2020-06-30/index.md",
        "2020-Q4",
        "2021",
        &["a 2020-06-30 milestone-update 1 due: 2020-Q4 > 2021"],
    ),
    (
        "content/plans/a/updates/2020-06-30/index.md",
        "sager = 38",
        "sager = 39",
        &["a 2020-06-30 reading sager value: 38 > 39"],
    ),
    (
        "content/plans/a/updates/2020-06-30/index.md",
        "6,56*",
        "6,57*",
        &["a 2020-06-30 report stated.achieved: 6.56+6.55 > 6.57+6.55"],
    ),
    (
        "content/plans/a/updates/2020-06-30/drift.csv",
        "911,9",
        "912,0",
        &["a 2020-06-30 figures drift social.forecast: 911.9 > 912.0"],
    ),
    (
        "content/plans/a/updates/2020-06-30/drift.csv",
        "row;revised;forecast\nsocial;905,2;911,9\nboern;402,3;-",
        "row;forecast;revised\nsocial;911,9;905,2\nboern;-;402,3",
        &[],
    ),
    (
        "content/plans/a/tables/drift.csv",
        "Børn;",
        "Børn og unge;",
        &["a figures drift boern.label: Børn > Børn og unge (words)"],
    ),
    (
        "content/plans/a/tables/drift.toml",
        "forecast = {}",
        "forecast = {}\nactual = {}",
        &["a column drift actual added"],
    ),
    ("site.toml", "word = \"Alt OK\"", "word = \"På sporet\"", &["level status ok word: Alt OK > På sporet"]),
    ("content/owners.toml", "Centerchef", "Leder", &["owner chef title: Centerchef > Leder"]),
];

#[test]
fn every_edit_is_what_it_means_to_readers() {
    for (path, from, to, expected) in EDITS {
        let changes = between(&site(), &site().edit(path, from, to));
        assert_eq!(lines(&changes), expected, "{path}: {from:?} becomes {to:?}");
    }
}

#[test]
fn a_unit_that_changes_changes_what_counts_in_it() {
    let after = site().edit("content/plans/a/measures/02.md", "unit = \"kr.\"", "unit = \"1.000 kr.\"");
    let lines: Vec<_> = between(&site(), &after).iter().map(line).collect();
    assert_eq!(lines.len(), 5, "{lines:#?}");
    assert!(lines[0].starts_with("a measure 02 effect.unit: "), "{lines:#?}");
    assert_eq!(lines[4], "a measure 02 effect.2020.apr: 50000 > 50000");
    // Where every amount says its unit, nothing else changes with it.
    let spelt = site().edit("content/plans/a/updates/2020-06-30/index.md", "\"1,5\"", "\"1,5 mio. kr.\"");
    let plan = |unit: &str| spelt.clone().edit("content/plans/a/plan.md", "unit = \"mio. kr.\"", unit);
    let lines: Vec<_> = between(&spelt, &plan("unit = \"mia. kr.\"")).iter().map(line).collect();
    assert!(lines.iter().any(|line| line.starts_with("a plan a unit: ")), "{lines:#?}");
    assert!(lines.contains(&"a 2020-06-30 status 01 achieved: 1.25 > 1.25".to_owned()), "{lines:#?}");
    assert!(!lines.iter().any(|line| line.contains("overspend")), "{lines:#?}");
}

#[test]
fn a_record_is_the_same_in_another_file() {
    let moved = site()
        .without("content/plans/a/measures/02.md")
        .with("content/plans/a/measures/rammer.md", {
            let files = site().files();
            String::from_utf8(files["content/plans/a/measures/02.md"].clone()).expect("text").replacen(
                "+++\n",
                "+++\nid = \"02\"\n",
                1,
            )
        })
        .edit("content/plans/a/updates/2020-06-30/index.md", "[readings]\nsager = 38\n", "")
        .edit(
            "content/plans/a/updates/2020-06-30/02.md",
            "lifecycle = \"in-progress\"\n",
            "lifecycle = \"in-progress\"\n[readings]\nsager = 38\n",
        );
    assert_changes(&site(), &moved, &[]);
}

/// The site with new ids for a measure and for its plan, which say what they were.
fn renamed() -> Site {
    let mut site = site();
    for (path, bytes) in site.files() {
        let text = String::from_utf8(bytes).expect("text");
        let Some(rest) = path.strip_prefix("content/plans/a/") else { continue };
        let text = match rest {
            "plan.md" => text.replacen("+++\n", "+++\nformerly = [\"a\"]\n", 1),
            "measures/02.md" => text.replacen("+++\n", "+++\nformerly = [\"02\"]\n", 1),
            "indicators.toml" => text.replace("measure = \"02\"", "measure = \"rammer\""),
            _ => text,
        };
        site = site.without(&path).with(&format!("content/plans/b/{}", rest.replace("02.md", "rammer.md")), text);
    }
    site
}

#[test]
fn a_record_with_a_new_id_is_followed() {
    assert_changes(&site(), &renamed(), &["b plan b was a (words)", "b measure rammer was 02 (words)"]);
    assert_changes(&renamed(), &site(), &["a plan a was b (words)", "a measure 02 was rammer (words)"]);
    let worse = renamed().edit("content/plans/b/updates/2020-06-30/rammer.md", "Kritisk", "ok");
    assert_changes(
        &site(),
        &worse,
        &[
            "b plan b was a (words)",
            "b measure rammer was 02 (words)",
            "b 2020-06-30 status rammer level: Kritisk > ok",
        ],
    );
}

#[test]
fn an_id_that_is_still_in_use_is_not_taken_over() {
    let split = site()
        .with("content/plans/a/measures/03.md", "+++\nnumber = \"3\"\ntitle = \"Ny\"\nformerly = [\"02\"]\n+++\n");
    assert_changes(&site(), &split, &["a measure 03 added"]);
}

#[test]
fn the_order_of_levels_and_columns_has_a_meaning() {
    let turned = site().edit(
        "site.toml",
        "levels = [\n  { id = \"ok\"",
        "levels = [\n  { id = \"first\", word = \"Bedst\", tone = \"good\", meaning = \"…\" },\n  { id = \"ok\"",
    );
    assert_changes(&site(), &turned, &["level status first added"]);
    let turned = site().edit(
        "content/plans/a/tables/drift.toml",
        "revised = { title = \"Budget\" }\nforecast = {}",
        "forecast = {}\nrevised = { title = \"Budget\" }",
    );
    assert_changes(&site(), &turned, &["a table drift columns: revised+forecast > forecast+revised"]);
}

#[test]
fn an_empty_status_is_no_news() {
    assert_changes(&site(), &site().with("content/plans/a/updates/2020-09-30/01.md", ""), &[]);
}

#[test]
fn of_a_new_report_each_record_is_told_once() {
    let after = site()
        .with(
            "content/plans/a/updates/2020-09-30/01.md",
            "+++\nlevel = \"watch\"\n[readings]\nsager = 35\n+++\nMere.\n",
        )
        .with("content/plans/a/updates/2020-09-30/drift.csv", "row;revised;forecast\nsocial;905,2;920,0\n");
    assert_changes(
        &site(),
        &after,
        &["a 2020-09-30 status 01 added", "a 2020-09-30 reading sager added", "a 2020-09-30 figures drift added"],
    );
}

#[test]
fn a_record_that_comes_says_what_it_says() {
    let after = site()
        .with("content/plans/a/updates/2020-09-30/01.md", "+++\nlevel = \"watch\"\nachieved = \"1,50\"\n+++\nMere.\n");
    let said: Vec<_> = between(&site(), &after).iter().map(line).collect();
    let status = "a 2020-09-30 status 01";
    let expected = [
        format!("{status} added"),
        format!("{status} level: (not given) > watch"),
        format!("{status} achieved: (not given) > 1.50"),
    ];
    assert_eq!(said, expected);
    assert_eq!(between(&after, &site()).len(), 3);
}

/// Turns a change round, as the comparison the other way must find it.
fn inverse(change: &Change, whole: &[&RecordKey], renamed: &[(RecordKind, RecordKey, String)]) -> Change {
    let mut subject = change.subject.clone();
    // What comes or goes as a whole has one name only.
    if !whole.contains(&&change.subject) {
        for (kind, new, old) in renamed {
            let same_plan = subject.plan == new.plan;
            match (kind, subject.kind) {
                (RecordKind::Measure, RecordKind::Measure | RecordKind::Status)
                    if same_plan && subject.id == new.id =>
                {
                    subject.id = old.as_str().into();
                }
                _ => {}
            }
        }
        // Plans last: the others are found by the plan's new id.
        for (_, new, old) in renamed.iter().filter(|(kind, ..)| *kind == RecordKind::Plan) {
            if subject.plan == new.plan {
                subject.plan = fremdrift::value::Id::new(old);
                if subject.kind == RecordKind::Plan {
                    subject.id = old.as_str().into();
                }
            }
        }
    }
    let what = match change.what.clone() {
        ChangeKind::Added => ChangeKind::Removed,
        ChangeKind::Removed => ChangeKind::Added,
        ChangeKind::Renamed { .. } => ChangeKind::Renamed { from: change.subject.id.clone() },
        ChangeKind::Field { path, before, after } => ChangeKind::Field { path, before: after, after: before },
        ChangeKind::Words { part, before, after } => ChangeKind::Words { part, before: after, after: before },
        ChangeKind::Figure { row, column, before, after } => {
            ChangeKind::Figure { row, column, before: after, after: before }
        }
    };
    Change { subject, what, significance: change.significance }
}

fn inverses(changes: &[Change]) -> Vec<String> {
    let renamed: Vec<_> = changes
        .iter()
        .filter_map(|change| match &change.what {
            ChangeKind::Renamed { from } => Some((change.subject.kind, change.subject.clone(), from.to_string())),
            _ => None,
        })
        .collect();
    let whole = came_or_gone(changes);
    sorted_lines(changes.iter().map(|change| inverse(change, &whole, &renamed)))
}

fn sorted_lines(changes: impl Iterator<Item = Change>) -> Vec<String> {
    let mut lines: Vec<_> = changes.map(|change| line(&change)).collect();
    lines.sort();
    lines
}

/// Makes some of the edits, one for a stretch of text; perhaps takes files away, or gives new ids.
fn version(recipe: &Recipe) -> Site {
    let Recipe { edits, dropped, is_renamed } = recipe;
    let mut site = if *is_renamed { renamed() } else { site() };
    let home = if *is_renamed { "content/plans/b/" } else { "content/plans/a/" };
    let mut edited: Vec<(&str, &str)> = Vec::new();
    for edit in edits {
        let (path, from, to, _) = EDITS[edit.index(EDITS.len())];
        if edited.iter().any(|(known, other)| *known == path && (other.contains(from) || from.contains(other))) {
            continue;
        }
        edited.push((path, from));
        let path = path.replace("content/plans/a/", home);
        let Some(bytes) = site.files().remove(&path) else { continue };
        if String::from_utf8_lossy(&bytes).contains(from) {
            site = site.edit(&path, from, to);
        }
    }
    for file in dropped {
        let paths: Vec<String> = site.files().into_keys().filter(|path| path.starts_with(home)).collect();
        site = site.without(&paths[file.index(paths.len())]);
    }
    site
}

/// What a version is made by; a failure shows this rather than its bytes.
#[derive(Clone, Debug)]
struct Recipe {
    edits: Vec<Index>,
    dropped: Vec<Index>,
    is_renamed: bool,
}

fn any_version() -> impl Strategy<Value = Recipe> {
    let edits = proptest::collection::vec(any::<Index>(), 0..6);
    let dropped = proptest::collection::vec(any::<Index>(), 0..3);
    (edits, dropped, any::<bool>()).prop_map(|(edits, dropped, is_renamed)| Recipe { edits, dropped, is_renamed })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_version_is_the_same_as_itself(site in any_version()) {
        let site = version(&site);
        prop_assert_eq!(between(&site, &site), []);
    }

    #[test]
    fn forth_and_back_are_inverse(before in any_version(), after in any_version()) {
        let (before, after) = (version(&before), version(&after));
        let (forth, back) = (between(&before, &after), between(&after, &before));
        prop_assert_eq!(inverses(&forth), sorted_lines(back.into_iter()));
    }

    #[test]
    fn the_order_of_the_files_does_not_matter(before in any_version(), after in any_version(), by in proptest::collection::vec(any::<Index>(), 20)) {
        let (before, after) = (version(&before), version(&after));
        let shuffled = |site: &Site| {
            let mut records = records(site);
            for place in (1..records.len()).rev() {
                records.swap(place, by[place % by.len()].index(place + 1));
            }
            records
        };
        prop_assert_eq!(compare(&shuffled(&before), &shuffled(&after)), between(&before, &after));
    }

    #[test]
    fn a_reformatted_file_is_the_same(site in any_version(), width in 8_usize..60) {
        let site = version(&site);
        let reformatted = site.files().into_iter().fold(Site::small(), |site, (path, bytes)| {
            let text = String::from_utf8(bytes).expect("text");
            site.with(&path, reformatted(&path, &text, width))
        });
        let gone: Vec<String> = reformatted.files().into_keys().filter(|path| !site.files().contains_key(path)).collect();
        let reformatted = gone.iter().fold(reformatted, |site, path| site.without(path));
        prop_assert_eq!(between(&site, &reformatted), []);
    }
}

/// Writes a file anew with the same meaning: keys in another order, comments, blank lines, words broken elsewhere.
fn reformatted(path: &str, text: &str, width: usize) -> String {
    if path.ends_with(".csv") {
        return text
            .lines()
            .map(|line| line.split(';').map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(";") + "\r\n")
            .collect();
    }
    match text.strip_prefix("+++\n").and_then(|text| text.split_once("+++\n")) {
        Some((front, body)) => format!("+++\n{}+++\n\n{}", reformatted_toml(front), rewrapped(body, width)),
        None if path.ends_with(".toml") => reformatted_toml(text),
        None => text.to_owned(),
    }
}

/// Turns the plain keys round that stand before the first table, where they are one line each.
fn reformatted_toml(text: &str) -> String {
    let (plain, tables) = text.split_at(text.find("\n[").map_or(text.len(), |at| at + 1));
    let is_flat =
        plain.lines().all(|line| line.contains(" = ") && !line.starts_with([' ', '[']) && !line.ends_with('['));
    let mut lines: Vec<&str> = plain.lines().collect();
    if is_flat {
        lines.reverse();
    }
    let tables = tables.replace("\n[", "\n# en bemærkning\n\n[");
    format!("# en bemærkning\n{}\n{tables}", lines.join("\n"))
}

fn rewrapped(body: &str, width: usize) -> String {
    let paragraphs = body.split("\n\n").map(|paragraph| {
        let mut out = String::new();
        let mut length = 0;
        for word in paragraph.split_whitespace() {
            let sign = if out.is_empty() {
                ""
            } else if length > width && !paragraph.starts_with('#') {
                length = 0;
                "\n"
            } else {
                " "
            };
            length += word.len() + 1;
            out = out + sign + word;
        }
        out
    });
    paragraphs.collect::<Vec<_>>().join("\n\n\n") + "\n"
}
