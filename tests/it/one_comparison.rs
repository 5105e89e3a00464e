//! One rule of sameness: what pages say has changed since an edition, and what `diff` says of the same two versions.

use crate::support::{Outcome, Site, past::Revisions};
use fremdrift::{
    compare::{Change, ChangeKind, LevelName, RecordKey, RecordKind, RecordSummary, summaries},
    model::Lifecycle,
    summary::ChangeLine,
    value::{Figure, Id, Notation, Period, Unit, WrittenAmount},
    wording::Changes,
};
use proptest::prelude::*;

const CUT: &str = "\n[[editions]]\nid = \"juni\"\ntitle = \"Medio 2020\"\nas_of = 2020-06-30\nrevision = \"juni\"\n";
const PLAN: &str = "planer/a/index.html";
const SINCE: &str = "Siden 30. juni 2020";
const FIRST: &str = "content/plans/a/updates/2020-06-30/01.md";

/// A site of three measures, of which each stands at a level of its own.
fn site() -> Site {
    let measure = |number: u8, due: &str| {
        format!("+++\nnumber = \"{number}\"\ntitle = \"Tiltag {number}\"\ndue = \"{due}\"\nrequired = \"1,00\"\n+++\n")
    };
    let status = |level: &str| {
        format!("+++\nlevel = \"{level}\"\nachieved = \"0,25\"\nforecast = \"0,75\"\n+++\nDer forhandles.\n")
    };
    Site::small()
        .with("content/plans/a/measures/02.md", measure(2, "2020-12"))
        .with("content/plans/a/measures/03.md", measure(3, "2021"))
        .with("content/plans/a/updates/2020-06-30/02.md", status("watch"))
        .with("content/plans/a/updates/2020-06-30/03.md", status("Kritisk"))
        .as_of("2020-12-31")
}

/// Builds the site of today, with an edition cut from what it was.
fn built(before: &Site, after: &Site) -> Outcome {
    let past = Revisions::default().with("juni", "2020-07-02", before);
    let outcome = after.clone().append("site.toml", CUT).build_with(&past);
    // A measure that is edited to be on track has achieved too little for it: so says a check, and that is not asked here.
    let others: Vec<_> = outcome.codes().into_iter().filter(|code| *code != "green-but-behind").collect();
    assert_eq!(others, [""; 0]);
    outcome
}

fn compared(before: &Site, after: &Site) -> Changes {
    before.diff(after).changes
}

/// Returns what the plan's page says has changed of a measure.
fn since(outcome: &Outcome, name: &str) -> String {
    let table = outcome.html(PLAN).table("measures-table");
    let row = table.rows.iter().find(|row| row.cells.iter().any(|cell| cell == name)).expect("its row");
    let at = table.columns.iter().position(|column| column == SINCE);
    let cell = at.and_then(|at| row.cells.get(at)).cloned();
    cell.or_else(|| row.words.iter().find(|(head, _)| head == SINCE).map(|(_, words)| words.clone()))
        .unwrap_or_default()
}

/// What may become of a level while everything stays at it: the edit, and how many levels of the site `diff` tells of.
fn scales() -> Vec<(&'static str, Site, usize)> {
    let ok = "{ id = \"ok\", word = \"Alt OK\", tone = \"good\", meaning = \"Følger planen\" }";
    let watch = "{ id = \"watch\", word = \"Opmærksomhed\", tone = \"warning\", meaning = \"Afviger\" }";
    let scale = |from: &str, to: &str| site().edit("site.toml", from, to);
    let by_id = |site: Site| site.edit(FIRST, "Alt OK", "ok");
    vec![
        ("a new word, reports by id", by_id(scale("Alt OK", "På sporet")), 1),
        ("a new word, reports by word", scale("Alt OK", "På sporet").edit(FIRST, "Alt OK", "På sporet"), 1),
        ("only large and small letters", scale("Alt OK", "ALT OK"), 1),
        ("a new tone", scale("tone = \"good\"", "tone = \"fair\""), 1),
        (
            "a new word and tone",
            by_id(scale("word = \"Alt OK\", tone = \"good\"", "word = \"Grøn\", tone = \"fair\"")),
            1,
        ),
        ("a new meaning", scale("Følger planen", "Går som det skal"), 1),
        ("all have new words", by_id(scale("Alt OK", "Grøn").edit("site.toml", "Opmærksomhed", "Gul")), 2),
        ("another order", scale(ok, "@").edit("site.toml", watch, ok).edit("site.toml", "@", watch), 0),
        (
            "a level before all others",
            scale(
                ok,
                &format!(
                    "{{ id = \"best\", word = \"Bedst\", tone = \"good\", meaning = \"Bedre end planen\" }}, {ok}"
                ),
            ),
            1,
        ),
        (
            "a word that another had",
            by_id(scale("Alt OK", "@").edit("site.toml", "Opmærksomhed", "Alt OK").edit(
                "site.toml",
                "@",
                "Opmærksomhed",
            )),
            2,
        ),
        ("a new id under the old word", scale("id = \"ok\"", "id = \"fine\""), 2),
        ("a title of the scale", scale("[scales.status]", "[scales.status]\ntitle = \"Trafiklys\""), 0),
    ]
}

#[test]
fn a_level_with_a_new_word_is_a_change_of_the_site_and_of_no_measure() {
    for (case, after, levels) in scales() {
        for (before, after) in [(site(), after.clone()), (after, site())] {
            let changes = compared(&before, &after);
            let of_levels = changes.lines.iter().filter(|line| line.subject.kind == "level").count();
            assert!(of_levels >= levels, "{case}: {:#?}", changes.lines);
            let others: Vec<&ChangeLine> = changes.lines.iter().filter(|line| line.subject.plan.is_some()).collect();
            assert!(
                others.is_empty() && changes.levels.is_empty() && changes.totals.is_empty(),
                "{case}: {changes:#?}"
            );
            // A table says once that nothing changed, and then has no column of it.
            let outcome = built(&before, &after);
            for number in 1..=3 {
                let name = if number == 1 { "Takster".to_owned() } else { format!("Tiltag {number}") };
                assert_eq!(since(&outcome, &name), "", "{case}");
            }
            for page in ["index.html", "udvalg/index.html", "udvalg/usb.html", "ansvarlige/chef.html", PLAN] {
                let text = outcome.html(page).text().replace("status er ændret", "");
                assert!(!text.contains(" → ") && !text.contains(" ændret"), "{case}, {page}: {text}");
            }
        }
    }
}

#[test]
fn an_edition_tells_of_a_level_with_a_new_word_under_the_word_it_has() {
    let second =
        "\n[[editions]]\nid = \"september\"\ntitle = \"Efterår\"\nas_of = 2020-09-30\nrevision = \"september\"\n";
    for (case, after, _) in scales() {
        let past = Revisions::default().with("juni", "2020-07-02", &site());
        let then = after.append("site.toml", CUT);
        let today = then.clone().append("site.toml", second);
        let outcome = today.build_with(&past.with("september", "2020-10-02", &then));
        let page = outcome.html("udgaver/september.html");
        assert!(!page.has_id("changed-table"), "{case}: {}", page.text());
        // Every measure stays where it was: one cell of each row says how many.
        let flow = page.table("flow-table");
        assert_eq!(flow.rows.len(), 3, "{case}: {flow:#?}");
        for (at, row) in flow.rows.iter().enumerate() {
            let counts: Vec<&str> = row.cells.iter().skip(1).map(String::as_str).collect();
            assert_eq!(counts.iter().position(|count| *count == "1"), Some(at), "{case}: {flow:#?}");
            assert_eq!(counts.iter().filter(|count| !count.is_empty()).count(), 1, "{case}: {flow:#?}");
        }
    }
}

#[test]
fn a_measure_that_moves_to_a_level_with_a_new_word_is_told_once() {
    let renamed = site().edit("site.toml", "Opmærksomhed", "Hold øje").edit(FIRST, "Alt OK", "watch");
    let outcome = built(&site(), &renamed);
    assert_eq!(since(&outcome, "Takster"), "Alt OK → Hold øje");
    assert!(["", "uændret"].contains(&since(&outcome, "Tiltag 2").as_str()));
    let changes = compared(&site(), &renamed);
    let of_plan: Vec<_> = changes.lines.iter().filter(|line| line.subject.plan.is_some()).collect();
    assert!(matches!(of_plan.as_slice(), [line] if line.subject.id == "01"), "{of_plan:#?}");
    let [levels] = changes.levels.as_slice() else { panic!("{:#?}", changes.levels) };
    assert_eq!(levels.before, "1 Alt OK, 1 Hold øje og 1 Kritisk", "counted under the words of one version");
    assert_eq!(levels.after, "2 Hold øje og 1 Kritisk");
}

/// What may be written of a measure otherwise: its file or what is reported of it, with the fields that say so.
const EDITS: [(&str, &str, &str, Option<&str>); 13] = [
    ("updates/2020-06-30/", "level = \"watch\"", "level = \"Opmærksomhed\"", None),
    ("updates/2020-06-30/", "level = \"watch\"", "level = \"ok\"", Some("level")),
    ("updates/2020-06-30/", "level = \"watch\"", "", Some("level")),
    ("updates/2020-06-30/", "achieved = \"0,25\"", "achieved = \"250.000 kr.\"", None),
    ("updates/2020-06-30/", "achieved = \"0,25\"", "achieved = \"0,250\"", None),
    ("updates/2020-06-30/", "achieved = \"0,25\"", "achieved = \"0,40\"", Some("achieved")),
    ("updates/2020-06-30/", "achieved = \"0,25\"", "achieved = \"ca. 0,25\"", Some("achieved")),
    ("updates/2020-06-30/", "achieved = \"0,25\"", "achieved = \"-\"", Some("achieved")),
    ("updates/2020-06-30/", "forecast = \"0,75\"", "", Some("forecast")),
    ("updates/2020-06-30/", "forecast = \"0,75\"", "forecast = \"0,80\"", Some("forecast")),
    ("updates/2020-06-30/", "+++\nDer", "lifecycle = \"done\"\n+++\nDer", Some("lifecycle")),
    ("measures/", "due = \"2020-12\"", "due = \"2021-03\"", Some("due")),
    ("measures/", "required = \"1,00\"", "required = \"1,10\"", Some("required")),
];

/// The word before a change of a field in the column of pages.
fn word_of(field: &str) -> Option<&'static str> {
    match field {
        "achieved" => Some("opnået"),
        "forecast" => Some("forventet"),
        "required" => Some("sparekrav"),
        "due" => Some("frist"),
        "lifecycle" => Some("gennemført"),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is edited: the column says of a measure what `diff` says of it, field by field, and forth as back.
    #[test]
    fn pages_and_diff_say_the_same(chosen in proptest::collection::btree_set(0..EDITS.len(), 0..4), renames in any::<bool>()) {
        let (before, mut after) = (site(), site());
        let mut told: Vec<&str> = Vec::new();
        let mut edited: Vec<&str> = Vec::new();
        for (folder, from, to, field) in chosen.into_iter().filter_map(|at| EDITS.get(at)) {
            let key = from.split(" = ").next().unwrap_or_default();
            if !edited.contains(&key) {
                edited.push(key);
                after = after.edit(&format!("content/plans/a/{folder}02.md"), from, to);
                told.extend(*field);
            }
        }
        if renames {
            after = after.edit("site.toml", "Kritisk", "Rød").edit("content/plans/a/updates/2020-06-30/03.md", "Kritisk", "critical");
        }
        for (before, after) in [(before.clone(), after.clone()), (after, before)] {
            let changes = compared(&before, &after);
            let lines: Vec<&ChangeLine> = changes.lines.iter().filter(|line| line.subject.id == "02").collect();
            let outcome = built(&before, &after);
            let words = since(&outcome, "Tiltag 2");
            let mut fields: Vec<&str> = lines.iter().filter_map(|line| line.field.as_deref()).collect();
            fields.sort_unstable();
            let mut expected = told.clone();
            expected.sort_unstable();
            prop_assert_eq!(&fields, &expected, "diff: {:#?}", lines);
            for line in &lines {
                let field = line.field.as_deref().unwrap_or_default();
                let text = |told: &Option<fremdrift::summary::ChangeValue>| told.as_ref().map(|told| told.text.clone());
                match (word_of(field), text(&line.before), text(&line.after)) {
                    (None, Some(old), Some(new)) => prop_assert!(words.contains(&format!("{old} → {new}")), "{}", words),
                    (None, Some(old), None) => prop_assert!(words.contains(&format!("{old} → uden status")), "{}", words),
                    // Of the first amount in a column of its own no more is said than that, and nothing beside other news.
                    (Some(_), None, Some(_)) if ["required", "achieved", "forecast"].contains(&field) => {}
                    (Some(word), _, Some(_)) => prop_assert!(words.contains(word), "{field} in {words}"),
                    _ => {}
                }
            }
            let is_silent = words.is_empty() || words == "uændret";
            prop_assert_eq!(is_silent, expected.is_empty(), "{} beside {:#?}", words, lines);
            let others: Vec<&ChangeLine> = changes.lines.iter().filter(|line| ["01", "03"].contains(&line.subject.id.as_str())).collect();
            prop_assert!(others.is_empty(), "{others:#?}");
            prop_assert!(["", "uændret"].contains(&since(&outcome, "Takster").as_str()));
            prop_assert!(["", "uændret"].contains(&since(&outcome, "Tiltag 3").as_str()));
        }
    }
}

#[test]
fn nothing_has_changed_of_what_stands_as_it_stood() {
    let outcome = built(&site(), &site());
    assert!(compared(&site(), &site()).is_empty());
    let text = outcome.html(PLAN).text();
    assert!(text.contains("Ingen ændringer siden 30. juni 2020"), "{text}");
}

/// Returns a figure of some kind: not given, nil, of one unit or another, approximate.
fn figures() -> impl Strategy<Value = Option<Figure>> {
    let texts =
        ["-", "1,50 mio. kr.", "1.500.000 kr.", "1,5 mio. kr.", "ca. 1,5 mio. kr.", "2 mio. kr.", "8 familier", "50 %"];
    let figure = |text: &str| WrittenAmount::parse(text, Notation::DANISH).expect("a figure").resolve(&Unit::KRONE);
    proptest::option::of(proptest::sample::select(texts.map(figure).to_vec()))
}

/// A level of a version: by scale, id, word and tone, of few enough that they meet.
fn level_names() -> impl Strategy<Value = Option<LevelName<'static>>> {
    let part = |all: &'static [&'static str]| proptest::sample::select(all.to_vec());
    let parts = (part(&["status", "farver"]), part(&["ok", "red"]), part(&["Alt OK", "Rød"]), part(&["good", "bad"]));
    proptest::option::of(parts.prop_map(|(scale, id, word, tone)| LevelName { scale, id, word, tone, place: 0 }))
}

type Parts = (Option<LevelName<'static>>, [Option<Figure>; 2], Option<bool>, bool, u64);

fn parts() -> impl Strategy<Value = Parts> {
    (level_names(), [figures(), figures()], any::<Option<bool>>(), any::<bool>(), 0..3_u64)
}

fn summary((level, [achieved, figure], due, is_decided, others): &Parts) -> RecordSummary<'_> {
    let due = due.map(|is_late| Period::calendar_year(if is_late { 2021 } else { 2020 }));
    let (achieved, figure) = (achieved.as_ref(), figure.as_ref());
    let lifecycle = is_decided.then_some(Lifecycle::Done);
    RecordSummary {
        level: *level,
        lifecycle,
        achieved,
        figure,
        due,
        is_decided: *is_decided,
        others: *others,
        ..RecordSummary::default()
    }
}

fn changes(before: &Parts, after: &Parts) -> Vec<Change> {
    let plan = Id::new("a").expect("an id");
    summaries(|| RecordKey::of_plan(&plan, RecordKind::Measure, "01"), &summary(before), &summary(after))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_summaries_forth_and_back_are_inverse(before in parts(), after in parts()) {
        let exchanged = |change: Change| match change.what {
            ChangeKind::Field { path, before, after } => Change { what: ChangeKind::Field { path, before: after, after: before }, ..change },
            what => Change { what, ..change },
        };
        let back: Vec<Change> = changes(&after, &before).into_iter().map(exchanged).collect();
        prop_assert_eq!(changes(&before, &after), back);
        prop_assert_eq!(changes(&before, &before), []);
    }
}

#[test]
fn summaries_are_the_same_by_what_they_come_to() {
    let figure = |text: &str| WrittenAmount::parse(text, Notation::DANISH).expect("a figure").resolve(&Unit::KRONE);
    let of = |text: &str| (None, [Some(figure(text)), None], None, false, 0);
    let paths = |before: &str, after: &str| {
        let changes = changes(&of(before), &of(after));
        changes
            .into_iter()
            .filter_map(|change| if let ChangeKind::Field { path, .. } = change.what { Some(path) } else { None })
            .collect::<Vec<_>>()
    };
    for (before, after) in [("1,50 mio. kr.", "1.500.000 kr."), ("1,50", "1,5"), ("-", "-"), ("1*", "1")] {
        assert_eq!(paths(before, after), [""; 0], "{before} and {after}");
    }
    for (before, after) in [("1,5", "ca. 1,5"), ("-", "0"), ("1 mio. kr.", "1 kr."), ("8 familier", "8 %")] {
        assert_eq!(paths(before, after), ["achieved"], "{before} and {after}");
    }
}

#[test]
fn a_total_that_comes_to_the_same_in_another_unit_is_no_other_total() {
    let after = site()
        .edit("content/plans/a/plan.md", "unit = \"mio. kr.\"", "unit = \"kr.\"")
        .edit("content/plans/a/measures/01.md", "2,50", "2.500.000")
        .edit("content/plans/a/measures/02.md", "1,00", "1.000.000")
        .edit("content/plans/a/measures/03.md", "1,00", "1.000.000")
        .edit(FIRST, "1,25", "1.250.000")
        .edit("content/plans/a/updates/2020-06-30/02.md", "0,25", "250.000")
        .edit("content/plans/a/updates/2020-06-30/02.md", "0,75", "750.000")
        .edit("content/plans/a/updates/2020-06-30/03.md", "0,25", "250.000")
        .edit("content/plans/a/updates/2020-06-30/03.md", "0,75", "750.000");
    for (before, after) in [(site(), after.clone()), (after, site())] {
        let changes = compared(&before, &after);
        assert_eq!(changes.totals, [], "{:#?}", changes.totals);
        assert_eq!(since(&built(&before, &after), "Tiltag 2"), "");
    }
}
