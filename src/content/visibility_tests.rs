//! What goes with what is hidden, kind by kind, and what stays.

use std::collections::BTreeSet;

use super::{Audience, Dialect, Hidden, ParseLog, Record, Viewer, parse, role_of, withhold, withhold_pages};
use crate::{
    locale::Language,
    schema::{Fields, Value},
    value::{Date, Id, ItemNumber, RelPath},
};

/// A report that states what its measures come to, and how many stand at each level.
const REPORT: &str =
    "+++\nlevel = \"ok\"\n[stated]\nachieved = 6\n[counts]\nok = 3\n[areas.drift]\ntitle = \"Drift\"\n+++\n";

/// A plan: a measure with two others below it and one apart, what hangs on them, and three reports.
const FILES: [(&str, &str); 18] = [
    (
        "plan.md",
        "+++\ntitle = \"A\"\nkind = \"savings\"\ncommittee = \"BU\"\nowner = \"chef\"\n[stated]\nrequired = 6\nachieved = 3\n\
         forecast = 4\n[counts]\nok = 3\n[areas.drift]\ntitle = \"Drift\"\n+++\nEn plan.\n",
    ),
    ("measures/01.md", "+++\ntitle = \"Apart\"\nnumber = \"1\"\nrequired = 1\n+++\n"),
    ("measures/02.md", "+++\ntitle = \"Whole\"\nnumber = \"2\"\nrequired = 5\n+++\n"),
    (
        "measures/02a.md",
        "+++\ntitle = \"Part\"\nnumber = \"2.a\"\nrequired = 2\nformerly = [\"gammel\", \"01\"]\n+++\n",
    ),
    ("measures/02b.md", "+++\ntitle = \"Other part\"\nnumber = \"2.b\"\nrequired = 3\n+++\n"),
    ("measures/03.md", "+++\ntitle = \"No figures\"\n+++\n"),
    (
        "indicators.toml",
        "[fam]\ntitle = \"F\"\nunit = \"familier\"\nmeasure = \"02a\"\nformerly = [\"f\"]\n[fam.series.nord]\ntitle = \"Nord\"\n\
         [dage]\ntitle = \"D\"\nunit = \"dage\"\n[dage.series.syd]\ntitle = \"Syd\"\n",
    ),
    (
        "milestones.toml",
        "[milestones.1]\ntitle = \"M\"\ndue = \"2021\"\n[milestones.2]\ntitle = \"N\"\ndue = \"2021\"\n\
         [decisions.1]\ntitle = \"B\"\ndue = 2020-01-01\n",
    ),
    ("tables/t.toml", "title = \"T\"\nunit = \"kr.\"\n[columns]\nx = { title = \"X\" }\n"),
    ("tables/t.csv", "row;label;x\na;A;1\n"),
    ("updates/2020-03-31/index.md", REPORT),
    ("updates/2020-03-31/02.md", "+++\nlevel = \"ok\"\nachieved = 5\n+++\n"),
    (
        "updates/2020-06-30/index.md",
        "+++\nlevel = \"ok\"\n[stated]\nachieved = 6\n[counts]\nok = 3\n[readings]\nfam = 1\ndage = 2\n[milestones.1]\n\
         due = \"2022\"\n[milestones.2]\ndue = \"2022\"\n+++\n",
    ),
    ("updates/2020-06-30/02.md", "+++\nlevel = \"ok\"\nachieved = 5\n+++\n"),
    ("updates/2020-06-30/02a.md", "+++\nlevel = \"ok\"\nachieved = 2\nforecast = 3\n+++\n"),
    ("updates/2020-06-30/03.md", "+++\nlevel = \"ok\"\n+++\n"),
    ("updates/2020-06-30/t.csv", "row;x\na;2\n"),
    ("updates/2020-09-30/index.md", REPORT),
];

fn path(within: &str) -> RelPath {
    RelPath::new(format!("content/plans/a/{within}")).expect("a path")
}

fn record(file: &RelPath, text: &str) -> Record {
    let dialect = Dialect::for_language(Language::Danish);
    parse(text.as_bytes(), file, role_of(file), &dialect, &mut ParseLog::default()).expect("a record")
}

/// The plan, with a text written before others, and further files.
fn plan(changes: &[(&str, &str, &str)], more: &[(&str, &str)]) -> Vec<Record> {
    let text = |within: &str, text: &str| {
        changes.iter().filter(|(file, ..)| *file == within).fold(text.to_owned(), |text, (_, before, new)| {
            assert!(text.contains(before), "{within}: {before}");
            text.replacen(before, &format!("{new}{before}"), 1)
        })
    };
    let files = FILES.iter().filter(|(within, _)| more.iter().all(|(other, _)| other != within)).chain(more);
    files.map(|(within, plain)| record(&path(within), &text(within, plain))).collect()
}

fn viewer(audience: Audience) -> Viewer {
    Viewer::new(audience, Date::constant(2020, 12, 31))
}

/// What is shown: files, their fields, and what stands in these.
fn shown(records: Vec<Record>) -> (BTreeSet<String>, Hidden) {
    fn each(name: &str, fields: &Fields, all: &mut BTreeSet<String>) {
        let entries = fields.entries.iter().map(|(_, key, value)| (key.as_str(), value));
        for (key, value) in fields.values.iter().map(|(name, value)| (*name, value)).chain(entries) {
            let name = format!("{name} {key}");
            if let Value::Record(fields) = value {
                each(&name, fields, all);
            }
            all.insert(name);
        }
    }
    let (records, hidden) = withhold(records, viewer(Audience::Public));
    let mut all = BTreeSet::new();
    for record in records {
        let file = record.file.as_str().trim_start_matches("content/plans/a/");
        each(file, &record.fields, &mut all);
        all.insert(file.to_owned());
    }
    (all, hidden)
}

/// What is not shown any more; of what is gone as a whole nothing more is said.
fn gone(changes: &[(&str, &str, &str)], more: &[(&str, &str)]) -> (Vec<String>, Hidden) {
    let before = shown(plan(&[], more)).0;
    let (after, hidden) = shown(plan(changes, more));
    let mut gone: Vec<String> = Vec::new();
    for name in before.difference(&after) {
        if !gone.iter().any(|whole| name.starts_with(&format!("{whole} "))) {
            gone.push(name.clone());
        }
    }
    (gone, hidden)
}

const CLOSED: &str = "visibility = \"closed\"\n";

#[test]
fn what_hangs_on_a_hidden_record_goes_with_it_and_nothing_else_does() {
    let counts = |reports: &[&str]| -> Vec<String> {
        let of = |file: &&str| ["areas", "counts"].map(|field| format!("{file} {field}"));
        reports.iter().flat_map(of).collect()
    };
    const SAID: &str = "+++\nlevel = \"ok\"\nachieved = 2\nforecast = 3\n+++\n";
    const PARTLY: &str = "+++\nlevel = \"ok\"\nachieved = 2\n+++\n";
    let all_reports = ["updates/2020-03-31/index.md", "updates/2020-06-30/index.md", "updates/2020-09-30/index.md"];
    let since = &all_reports[1..];
    let stated = |file: &&str| format!("{file} stated");
    let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<String>>();
    let results = own(&["plan.md stated achieved", "plan.md stated forecast"]);
    let whole =
        own(&["measures/02.md required", "updates/2020-03-31/02.md achieved", "updates/2020-06-30/02.md achieved"]);
    let of_plan = counts(&["plan.md"]);
    let mut differs = Vec::new();
    type Case<'c> = (&'c str, &'c [(&'c str, &'c str, &'c str)], &'c [(&'c str, &'c str)], Vec<Vec<String>>);
    let cases: Vec<Case<'_>> = vec![
        ("nothing", &[], &[], vec![]),
        (
            "a measure without figures: how many there are",
            &[("measures/03.md", "title", CLOSED)],
            &[],
            vec![own(&["measures/03.md", "updates/2020-06-30/03.md"]), of_plan.clone(), counts(&all_reports)],
        ),
        (
            "a measure apart: all that is stated",
            &[("measures/01.md", "title", CLOSED)],
            &[],
            vec![
                own(&["measures/01.md", "plan.md stated"]),
                of_plan.clone(),
                counts(&all_reports),
                all_reports.iter().map(stated).collect(),
            ],
        ),
        (
            "a part: what its whole is stated to be, its indicator and the readings of that",
            &[("measures/02a.md", "title", CLOSED)],
            &[],
            vec![
                own(&["measures/02a.md", "plan.md stated", "updates/2020-06-30/02a.md"]),
                whole.clone(),
                own(&[
                    "indicators.toml fam",
                    "indicators.toml fam.series.nord",
                    "updates/2020-06-30/index.md readings fam",
                ]),
                of_plan.clone(),
                counts(&all_reports),
                all_reports.iter().map(stated).collect(),
            ],
        ),
        (
            "a whole: its parts",
            &[("measures/02.md", "title", CLOSED)],
            &[],
            vec![
                own(&["measures/02.md", "measures/02a.md", "measures/02b.md", "plan.md stated"]),
                own(&["updates/2020-03-31/02.md", "updates/2020-06-30/02.md", "updates/2020-06-30/02a.md"]),
                own(&[
                    "indicators.toml fam",
                    "indicators.toml fam.series.nord",
                    "updates/2020-06-30/index.md readings fam",
                ]),
                of_plan.clone(),
                counts(&all_reports),
                all_reports.iter().map(stated).collect(),
            ],
        ),
        (
            "a status: what was stated since",
            &[("updates/2020-06-30/02a.md", "level", CLOSED)],
            &[],
            vec![
                own(&["updates/2020-06-30/02.md achieved", "updates/2020-06-30/02a.md"]),
                results.clone(),
                of_plan.clone(),
                counts(since),
                since.iter().map(stated).collect(),
            ],
        ),
        (
            "a status: what was stated until it is said anew",
            &[("updates/2020-06-30/02a.md", "level", CLOSED)],
            &[
                ("updates/2020-09-30/02a.md", SAID),
                ("updates/2020-10-31/02a.md", SAID),
                ("updates/2020-10-31/index.md", REPORT),
            ],
            vec![
                own(&["updates/2020-06-30/02.md achieved", "updates/2020-06-30/02a.md"]),
                results.clone(),
                of_plan.clone(),
                counts(since),
                counts(&["updates/2020-10-31/index.md"]),
                since[..1].iter().map(stated).collect(),
            ],
        ),
        (
            "a status: not all of it is said anew, nor by its own measure, nor after what is stated",
            &[("updates/2020-06-30/02a.md", "level", CLOSED)],
            &[
                ("updates/2020-09-30/02a.md", PARTLY),
                ("updates/2020-09-30/02b.md", SAID),
                ("updates/2020-03-31/02a.md", SAID),
            ],
            vec![
                own(&["updates/2020-06-30/02.md achieved", "updates/2020-06-30/02a.md"]),
                results.clone(),
                of_plan.clone(),
                counts(since),
                since.iter().map(stated).collect(),
            ],
        ),
        (
            "a status without figures: how many there are",
            &[("updates/2020-06-30/03.md", "level", CLOSED)],
            &[],
            vec![own(&["updates/2020-06-30/03.md"]), of_plan.clone(), counts(since)],
        ),
        (
            "a report: what lies in it, and what was stated since",
            &[("updates/2020-06-30/index.md", "level", CLOSED)],
            &[],
            vec![
                FILES[12..17].iter().map(|(file, _)| (*file).to_owned()).collect(),
                results.clone(),
                of_plan.clone(),
                counts(&since[1..]),
                since[1..].iter().map(stated).collect(),
            ],
        ),
        (
            "an indicator and its readings",
            &[("indicators.toml", "title = \"D\"", CLOSED)],
            &[],
            vec![own(&[
                "indicators.toml dage",
                "indicators.toml dage.series.syd",
                "updates/2020-06-30/index.md readings dage",
            ])],
        ),
        (
            "one series of it",
            &[("indicators.toml", "title = \"Syd\"", CLOSED)],
            &[],
            vec![own(&["indicators.toml dage.series.syd"])],
        ),
        (
            "a milestone and what a report says of it",
            &[("milestones.toml", "title = \"M\"", CLOSED)],
            &[],
            vec![own(&["milestones.toml milestones 1", "updates/2020-06-30/index.md milestones 1"])],
        ),
        (
            "a decision that has its number",
            &[("milestones.toml", "title = \"B\"", CLOSED)],
            &[],
            vec![own(&["milestones.toml decisions 1"])],
        ),
        (
            "a table and its figures",
            &[("tables/t.toml", "title", CLOSED)],
            &[],
            vec![own(&["tables/t.csv", "tables/t.toml", "updates/2020-06-30/t.csv"])],
        ),
        (
            "under embargo until the day after",
            &[("tables/t.toml", "title", "embargo = 2021-01-01\n")],
            &[],
            vec![own(&["tables/t.csv", "tables/t.toml", "updates/2020-06-30/t.csv"])],
        ),
        ("and until the day itself", &[("tables/t.toml", "title", "embargo = 2020-12-31\n")], &[], vec![]),
    ];
    for (why, changes, more, expected) in cases {
        let mut expected: Vec<String> =
            expected.concat().into_iter().filter(|name| name != "updates/2020-06-30/index.md areas").collect();
        expected.sort();
        let (gone, hidden) = gone(changes, more);
        if gone != expected {
            let missing: Vec<_> = expected.iter().filter(|name| !gone.contains(name)).collect();
            let more: Vec<_> = gone.iter().filter(|name| !expected.contains(name)).collect();
            differs.push(format!("{why}: kept {missing:?}, gone {more:?}"));
        }
        assert_eq!(hidden.is_empty(), gone.is_empty(), "{why}");
        // Messages are silenced of what was marked, and of what hangs on it.
        for (file, ..) in changes {
            assert_eq!(hidden.secret.contains(&path(file)), !gone.is_empty(), "{why}: {file}");
        }
        for file in gone.iter().filter(|name| !name.contains(' ')) {
            assert!(hidden.secret.contains(&path(file)) || !hidden.folders.is_empty(), "{why}: {file}");
        }
    }
    assert!(differs.is_empty(), "{differs:#?}");
}

/// A report to come is no secret, and neither is what was said before it.
#[test]
fn a_report_that_is_not_out_yet_is_not_there() {
    let day = "updates/2021-03-31/";
    let files =
        [("index.md", REPORT), ("02a.md", "+++\nlevel = \"ok\"\nachieved = 9\n+++\n"), ("t.csv", "row;x\na;2\n")];
    let names = files.map(|(file, _)| format!("{day}{file}"));
    let more: Vec<(&str, &str)> = names.iter().zip(files).map(|(name, (_, text))| (name.as_str(), text)).collect();
    let (seen, hidden) = shown(plan(&[], &more));
    assert_eq!(seen, shown(plan(&[], &[])).0);
    assert!(!hidden.is_empty() && hidden.secret.is_empty());
    assert_eq!(hidden.folders().collect::<Vec<_>>(), ["content/plans/a/updates/2021-03-31"]);
    let marked = [("updates/2021-03-31/index.md", "level", CLOSED)];
    assert_eq!(shown(plan(&marked, &more)).1.secret.len(), 3, "but one that is shut as well is");
}

/// References to what is hidden are no mistakes, under whatever name it had.
#[test]
fn what_was_dropped_is_known_by_all_its_names() {
    let (_, hidden) = gone(&[("measures/02a.md", "title", CLOSED), ("milestones.toml", "title = \"M\"", CLOSED)], &[]);
    let id = |text: &str| Id::of_record(text).or_else(|| Id::new(text)).expect("an id");
    let number = |text: &str| ItemNumber::parse(text).expect("a number");
    for name in ["02a", "gammel"] {
        assert!(hidden.measure(&id(name)), "{name}");
    }
    assert!(!hidden.measure(&id("02")) && !hidden.plan() && !hidden.table(&id("t")));
    for name in ["fam", "f", "fam/nord"] {
        assert!(hidden.indicator(&id(name)), "{name}");
    }
    assert!(!hidden.indicator(&id("dage")) && !hidden.indicator(&id("dage/syd")));
    assert!(hidden.milestone(&number("1")) && !hidden.milestone(&number("2")) && !hidden.decision(&number("1")));
    let (_, hidden) = gone(&[("milestones.toml", "title = \"B\"", CLOSED), ("tables/t.toml", "title", CLOSED)], &[]);
    assert!(hidden.decision(&number("1")) && !hidden.milestone(&number("1")) && hidden.table(&id("t")));
    // A status lay under the name that its measure had, where none has it today.
    let status = path("updates/2020-06-30/02a.md");
    let files = hidden.withheld([&status, &path("measures/02a.md")].into_iter()).files;
    assert_eq!(
        files.iter().collect::<Vec<_>>(),
        ["measures/02a.md", "updates/2020-06-30/02a.md", "updates/2020-06-30/gammel.md"]
    );
    let (_, shut) = gone(&[("updates/2020-06-30/index.md", "level", CLOSED)], &[]);
    assert!(shut.asset(&path("updates/2020-06-30/kort.png")) && !shut.asset(&path("updates/2020-03-31/kort.png")));
    assert!(!shut.asset(&path("kort.png")));
}

#[test]
fn of_a_closed_plan_or_measure_its_public_title_is_all_that_is_shown() {
    let titled = format!("{CLOSED}public_title = \"P\"\n");
    let face = |changes: &[(&str, &str, &str)]| -> Vec<String> {
        let (records, _) = withhold(plan(changes, &[]), viewer(Audience::Public));
        let name = |record: &Record| {
            let fields: Vec<&str> = record.fields.values.iter().map(|(name, _)| *name).collect();
            format!("{} {}", record.file.as_str().trim_start_matches("content/plans/a/"), fields.join(" "))
        };
        records.iter().filter(|record| record.closed).map(name).collect()
    };
    assert_eq!(face(&[("measures/03.md", "title", &titled)]), ["measures/03.md public_title title"]);
    assert_eq!(face(&[("plan.md", "title", &titled)]), ["plan.md kind committee public_title title"]);
    assert_eq!(face(&[("plan.md", "title", CLOSED)]), [""; 0]);
    assert_eq!(face(&[("tables/t.toml", "title", CLOSED)]), [""; 0], "tables have none");
    let draft = titled.replace("closed", "draft");
    assert_eq!(face(&[("measures/03.md", "title", &draft)]), [""; 0], "what is not finished has no face yet");
    let (records, hidden) = withhold(plan(&[("plan.md", "title", CLOSED)], &[]), viewer(Audience::Public));
    assert!(records.is_empty() && hidden.plan() && hidden.asset(&path("kort.png")));
    assert_eq!(hidden.secret.len(), FILES.len(), "nothing is told of any of its files");
    let (records, hidden) = withhold(plan(&[("plan.md", "title", CLOSED)], &[]), viewer(Audience::Closed));
    assert!(records.len() == FILES.len() && hidden.is_empty());
}

/// Pages go with the folder whose first page is hidden, where they are looked at together and where an older one is.
#[test]
fn pages_go_with_their_folder() {
    let page = |file: &str, mark: &str| {
        let file = RelPath::new(file).expect("a path");
        record(&file, &format!("+++\ntitle = \"S\"\n{mark}+++\n"))
    };
    let pages = |mark: &str| {
        vec![page("content/om/index.md", mark), page("content/om/side.md", ""), page("content/andet.md", "")]
    };
    let names = |records: &[Record]| -> Vec<String> { records.iter().map(|page| page.file.to_string()).collect() };
    let all = ["content/om/index.md", "content/om/side.md", "content/andet.md"];
    for (mark, kept) in [("", &all[..]), (CLOSED, &all[2..])] {
        let (shown, hidden, files) = withhold_pages(pages(mark), viewer(Audience::Public));
        assert_eq!(names(&shown), kept);
        assert_eq!(files.iter().map(RelPath::to_string).collect::<Vec<_>>(), all[..all.len() - kept.len()]);
        assert_eq!((hidden.is_empty(), hidden.secret), (mark.is_empty(), files));
        let (shown, hidden) = withhold(pages(mark), viewer(Audience::Public));
        assert_eq!(names(&shown), kept);
        assert_eq!(hidden.secret.len(), all.len() - kept.len());
        let picture = RelPath::new("content/om/kort.png").expect("a path");
        assert_eq!(hidden.asset(&picture), !mark.is_empty());
    }
}
