//! What of a history is told where something is withheld from it, event by event: no less is withheld, and no more.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Departed,
    events::{CommitFacts, Event, History},
    redact::redact,
    redaction::{RedactedHistory, Redactions},
};
use crate::{
    compare::{Change, ChangeKind, NameIndex, RecordKey, RecordKind, Redaction, Unreadable, WithheldName, WordPart},
    content::{self, Dialect, FileKind, ParseLog},
    git::CommitId,
    locale::Language,
    schema::{Fields, Significance, Value},
    value::{Id, Period, RelPath},
};

const REPORT: &str = "2020-06-30";

/// An event of a commit, by its place, and whether it is told where something is withheld.
type Told = (usize, (RecordKey, ChangeKind), bool);

fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

fn text(word: &str) -> Value {
    Value::Text(word.into())
}

fn commit(nth: usize) -> CommitId {
    CommitId::from_bytes(&[u8::try_from(nth).expect("few"); 20]).expect("an id")
}

/// A record of the plan `a`; below a table, an indicator or a scale where that is named before a colon.
fn record(kind: RecordKind, name: &str) -> RecordKey {
    let (within, own) = name.split_once(':').map_or((None, name), |(within, own)| (Some(within.into()), own));
    let report = matches!(kind, RecordKind::Status | RecordKind::Figures | RecordKind::Row).then_some(REPORT);
    let plan = (!matches!(kind, RecordKind::Level)).then(|| id("a"));
    RecordKey { plan, kind, report: report.and_then(Period::parse_iso), within, id: own.into() }
}

fn measure(name: &str) -> RecordKey {
    record(RecordKind::Measure, name)
}

fn field(subject: RecordKey, path: &str, before: Option<Value>, after: Option<Value>) -> (RecordKey, ChangeKind) {
    (subject, ChangeKind::Field { path: path.into(), before, after })
}

/// Another title, from nothing where it had none, to nothing where it has none.
fn title(name: &str, before: &str, after: &str) -> (RecordKey, ChangeKind) {
    let said = |word: &str| (!word.is_empty()).then(|| text(word));
    field(measure(name), "title", said(before), said(after))
}

fn words(name: &str, before: &str, after: &str) -> (RecordKey, ChangeKind) {
    (measure(name), ChangeKind::Words { part: WordPart::Body, before: before.into(), after: after.into() })
}

fn cell(row: &str, column: &str, before: &str, after: &str) -> (RecordKey, ChangeKind) {
    let said = |word: &str| (!word.is_empty()).then(|| text(word));
    let what = ChangeKind::Figure { row: row.into(), column: column.into(), before: said(before), after: said(after) };
    (record(RecordKind::Figures, "t"), what)
}

fn renamed(name: &str, from: &str) -> (RecordKey, ChangeKind) {
    (measure(name), ChangeKind::Renamed { from: from.into() })
}

fn reference(name: &str, after: Value) -> (RecordKey, ChangeKind) {
    field(measure(name), "measure", None, Some(after))
}

fn level(path: &str, word: &str) -> (RecordKey, ChangeKind) {
    field(record(RecordKind::Status, "01"), path, None, Some(text(word)))
}

fn history_of(events: &[&Told], unreadable: &[(usize, &str)], names: &NameIndex) -> History {
    let facts =
        |nth| CommitFacts { id: commit(nth), recorded: jiff::civil::date(2020, 7, 1), at: jiff::Timestamp::UNIX_EPOCH };
    let mut by_plan: BTreeMap<Option<Id>, Vec<Event>> = BTreeMap::new();
    for (commit, (subject, what), _) in events {
        let change = Change { subject: subject.clone(), what: what.clone(), significance: Significance::Material };
        by_plan.entry(subject.plan.clone()).or_default().push(Event { commit: *commit, change });
    }
    let file = |(commit, path): &(usize, &str)| (*commit, Unreadable { path: RelPath::new(*path).expect("a path") });
    let unreadable = unreadable.iter().map(file).collect();
    History::of((0..9).map(facts).collect(), by_plan, unreadable, names.clone(), Departed::default(), BTreeSet::new())
}

/// What `site.toml` asks for: entries, and commits by their place. Records are called today what `names` says.
fn redactions(entries: &[&str], commits: &[usize], names: &NameIndex) -> Redactions {
    Redactions {
        records: entries.iter().map(|entry| Redaction::parse(entry)).collect(),
        commits: commits.iter().map(|nth| commit(*nth)).collect(),
        names: names.clone(),
    }
}

/// Names of today: of the measures 01 and 02, and of a level.
fn today() -> NameIndex {
    let mut names = NameIndex::default();
    let settings = "title = \"Site\"\nlanguage = \"da\"\n[scales.status]\n\
        levels = [{ id = \"ok\", word = \"God\", tone = \"good\" }]\n";
    let danish = Dialect::for_language(Language::Danish);
    let path = RelPath::new("site.toml").expect("a path");
    let site = content::parse(settings.as_bytes(), &path, FileKind::Site, &danish, &mut ParseLog::default());
    names.learn(site.as_ref());
    for name in ["01", "02"] {
        names.call(&measure(name), None, Some("Takster".into()));
    }
    names
}

#[test]
fn what_is_withheld_is_not_told_and_all_else_is() {
    use RecordKind::{Figures, Level, Row};
    let ok = || record(Level, "status:ok");
    let whole = |subject: RecordKey, what: ChangeKind| (subject, what);
    let added = |name: &str| whole(measure(name), ChangeKind::Added);
    let removed = |name: &str| whole(measure(name), ChangeKind::Removed);
    let nested = |value: Value| {
        let own = Fields { values: vec![("measure", value)], entries: Vec::new() };
        Value::List(vec![text("x"), Value::Record(own)])
    };
    let keyed = |value: Value| {
        let entry = (crate::schema::Key::Id(id("k")), "k".to_owned(), value);
        Value::Record(Fields { values: Vec::new(), entries: vec![entry] })
    };
    // The entries, the commits that are withheld, the events, and the commits whose messages may tell of what is withheld.
    type Case = (&'static str, &'static [&'static str], &'static [usize], Vec<Told>, &'static [usize]);
    let cases: Vec<Case> = vec![
        (
            "a field that an entry names; messages of commits that changed something else of the record are discreet",
            &["a/01#title"],
            &[],
            vec![
                (0, title("01", "A", "B"), false),
                (0, field(measure("01"), "required", None, Some(text("1"))), true),
                (1, title("02", "A", "B"), true),
                (2, field(measure("01"), "required", Some(text("1")), None), true),
            ],
            &[0, 2],
        ),
        (
            "a record under all ids it has had, by the one it had",
            &["a/gammel"],
            &[],
            vec![
                (0, added("gammel"), false),
                (1, renamed("01", "gammel"), false),
                (2, title("01", "A", "B"), false),
                (2, title("02", "A", "B"), true),
            ],
            &[0, 1, 2],
        ),
        (
            "a record under all ids it has had, by the one it has",
            &["a/01"],
            &[],
            vec![
                (0, title("gammel", "A", "B"), false),
                (0, title("02", "A", "B"), true),
                (1, renamed("01", "gammel"), false),
            ],
            &[0, 1],
        ),
        (
            "what others say of the very same as a commit: what told of the value it took out, and that the one it brought is gone",
            &[],
            &[1],
            vec![
                (0, title("01", "", "A"), false),
                (1, title("01", "A", "B"), false),
                (2, title("01", "B", "C"), false),
                (3, title("01", "C", "D"), true),
                (3, title("02", "", "A"), true),
                (4, field(measure("01"), "note", None, Some(text("A"))), true),
                // It is said again.
                (5, title("01", "D", "A"), false),
                (6, title("01", "B", ""), false),
            ],
            &[0, 1, 2, 5, 6],
        ),
        (
            "a commit that a record got its id in before",
            &[],
            &[1],
            vec![
                (0, added("gammel"), true),
                (1, title("gammel", "A", "B"), false),
                (2, renamed("01", "gammel"), true),
                (3, title("01", "B", "C"), false),
                (4, field(measure("01"), "note", None, Some(text("x"))), true),
            ],
            &[1, 3],
        ),
        (
            "words that a commit brought: that they are others later may be told, without the words",
            &[],
            &[1],
            vec![
                (0, words("01", "en", "to"), false),
                (1, words("01", "to", "tre"), false),
                (2, words("01", "tre", "fire"), false),
                (2, words("02", "tre", "fire"), true),
                (3, words("01", "fire", "fem"), true),
            ],
            &[0, 1, 2, 3],
        ),
        (
            "cells of a table that a commit brought as a whole: the first that is told of each says what was brought",
            &[],
            &[1],
            vec![
                (0, cell("r", "mål", "", "0"), true),
                (1, whole(record(Figures, "t"), ChangeKind::Added), false),
                (2, cell("r", "mål", "1", "2"), false),
                (2, cell("q", "mål", "1", "2"), false),
                (3, cell("r", "mål", "2", "3"), true),
                (3, cell("r", "nået", "2", "3"), false),
            ],
            &[1, 2, 3],
        ),
        (
            "cells of a row that a commit brought",
            &[],
            &[1],
            vec![
                (0, cell("r", "mål", "", "0"), true),
                (1, whole(record(Row, "t:r"), ChangeKind::Added), false),
                (2, cell("r", "mål", "1", "2"), false),
                (2, cell("q", "mål", "1", "2"), true),
                (3, cell("r", "mål", "2", "3"), true),
            ],
            &[1, 2],
        ),
        (
            "cells where the table was brought, and later the row once more",
            &[],
            &[0, 2],
            vec![
                (0, whole(record(Figures, "t"), ChangeKind::Added), false),
                (1, cell("r", "mål", "1", "2"), false),
                (2, whole(record(Row, "t:r"), ChangeKind::Added), false),
                (3, cell("r", "mål", "2", "3"), false),
                (4, cell("r", "mål", "3", "4"), true),
            ],
            &[0, 1, 2, 3],
        ),
        (
            "a field of a record that a commit brought is told where that commit said it by itself",
            &[],
            &[1],
            vec![
                (1, added("03"), false),
                (1, title("03", "", "A"), false),
                (2, field(measure("03"), "note", None, Some(text("x"))), true),
                (3, field(measure("03"), "note", Some(text("x")), Some(text("y"))), true),
            ],
            &[1],
        ),
        (
            "references to a record that a commit brought and that nothing is called today",
            &[],
            &[1],
            vec![
                (1, added("03"), false),
                (2, reference("02", Value::Id(id("03"))), false),
                (3, reference("02", nested(Value::Id(id("03")))), false),
                (4, reference("02", keyed(Value::Id(id("03")))), false),
                (5, reference("02", nested(Value::Id(id("04")))), true),
                (6, reference("02", keyed(Value::Id(id("04")))), true),
                (7, reference("02", text("03")), true),
            ],
            &[1, 2, 3, 4],
        ),
        (
            "references to a record that a commit took out",
            &[],
            &[1],
            vec![(0, reference("02", Value::Id(id("03"))), false), (1, removed("03"), false)],
            &[0, 1],
        ),
        (
            "references to a record of which a commit changed a field, or which is still called so, may stand",
            &[],
            &[1],
            vec![
                (1, title("03", "A", "B"), false),
                (1, added("01"), false),
                (2, reference("02", Value::Id(id("03"))), true),
                (2, reference("03", Value::Id(id("01"))), true),
            ],
            &[1],
        ),
        (
            "references to what a record was called before a commit gave it another id",
            &[],
            &[1],
            vec![
                (0, reference("02", Value::Id(id("gammel"))), false),
                (1, renamed("01", "gammel"), false),
                (2, reference("02", Value::Id(id("01"))), true),
            ],
            &[0, 1],
        ),
        (
            "levels by a word that a commit brought or took out; the word of today may stand, and the word where it is no level",
            &[],
            &[1],
            vec![
                (0, level("level", "Fin"), false),
                (1, field(ok(), "word", Some(text("Fin")), Some(text("God"))), false),
                (2, level("stated.level", "Fin"), false),
                (2, level("level", "God"), true),
                (2, level("note", "Fin"), true),
                (3, level("level", "Dårlig"), true),
            ],
            &[0, 1, 2],
        ),
        (
            "words of other things are no words of levels",
            &[],
            &[1],
            vec![
                (1, field(ok(), "tone", None, Some(text("Fin"))), false),
                (1, title("02", "", "Fin"), false),
                (1, field(measure("02"), "word", None, Some(text("Fin"))), false),
                (2, level("level", "Fin"), true),
            ],
            &[1],
        ),
    ];
    let names = today();
    for (name, entries, commits, events, discreet) in &cases {
        let list = redactions(entries, commits, &names);
        let history = history_of(&events.iter().collect::<Vec<_>>(), &[], &names);
        let told = redact(&history, None, &list);
        let left: Vec<_> = told.events().map(|event| (event.commit, event.change.part())).collect();
        let mut expected: Vec<_> = events.iter().filter(|(.., is_told)| *is_told).collect();
        // First what all plans share.
        expected.sort_by_key(|(_, (subject, _), _)| subject.plan.clone());
        let part = |what: &ChangeKind| {
            let subject = measure("01");
            Change { subject, what: what.clone(), significance: Significance::Material }.part()
        };
        let expected: Vec<_> = expected.into_iter().map(|(commit, (_, what), _)| (*commit, part(what))).collect();
        assert_eq!(left, expected, "{name}");
        assert_eq!(told.discreet().iter().copied().collect::<Vec<_>>(), *discreet, "{name}: messages");
        let found = told.redacted().expect("something is withheld");
        assert_eq!(found.plans.contains(&Some(id("a"))), events.iter().any(|(.., is_told)| !is_told), "{name}");
    }
}

#[test]
fn words_of_which_some_are_withheld_are_told_without_any() {
    let names = today();
    let events = [
        (1, words("01", "to", "tre"), false),
        (2, words("01", "x", "x"), false),
        (3, words("01", "fire", "fem"), true),
    ];
    let other = (3, words("02", "fire", "fem"), true);
    let history = history_of(&events.iter().chain([&other]).collect::<Vec<_>>(), &[], &names);
    let told = redact(&history, None, &redactions(&[], &[1], &names));
    let said = told.events().filter_map(|event| match &event.change.what {
        ChangeKind::Words { before, after, .. } => Some((&*event.change.subject.id, before.as_str(), after.as_str())),
        _ => None,
    });
    assert_eq!(said.collect::<Vec<_>>(), [("01", "", ""), ("02", "fire", "fem")]);
}

#[test]
fn what_is_withheld_of_all_of_a_history_is_told_in_no_part_of_it() {
    let names = today();
    let before = (0, title("01", "", "A"), false);
    let of_commit = (1, title("01", "A", "B"), false);
    let after = (2, title("01", "B", "C"), false);
    let others = [(3, title("01", "C", "D"), true), (4, title("01", "D", "A"), false), (4, title("02", "", "A"), true)];
    let all: Vec<&Told> = [&before, &of_commit, &after].into_iter().chain(&others).collect();
    let part: Vec<&Told> = [&after].into_iter().chain(&others).collect();
    let (all, part) = (history_of(&all, &[], &names), history_of(&part, &[], &names));
    let list = redactions(&[], &[1], &names);
    let places = |told: &History| told.events().map(|event| event.commit).collect::<Vec<_>>();
    // By itself the part says nothing of what the commit brought.
    assert_eq!(places(&redact(&part, None, &list)), [2, 3, 4, 4]);
    assert_eq!(places(&redact(&part, Some(&all), &list)), [3, 4]);
}

#[test]
fn a_version_that_cannot_be_read_is_told_unless_it_is_of_what_is_withheld() {
    let names = today();
    let files = [
        (0, "content/plans/a/measures/01.md"),
        (1, "content/plans/b/measures/02.md"),
        (2, "content/plans/b/measures/02.md"),
    ];
    let history = history_of(&[], &files, &names);
    let told = |entries: &[&str], commits: &[usize]| {
        let told = redact(&history, None, &redactions(entries, commits, &names));
        let places: Vec<usize> = told.unreadable().iter().map(|(commit, _)| *commit).collect();
        (places, told.redacted().expect("something").plans.clone())
    };
    assert_eq!(told(&["a/01"], &[]), (vec![1, 2], BTreeSet::from([Some(id("a"))])));
    assert_eq!(told(&[], &[1]), (vec![0, 2], BTreeSet::from([Some(id("b"))])));
    assert_eq!(told(&["a/01"], &[2]), (vec![1], BTreeSet::from([Some(id("a")), Some(id("b"))])));
    assert_eq!(told(&["a/03"], &[]), (vec![0, 1, 2], BTreeSet::new()));
}

#[test]
fn a_name_is_withheld_with_its_title_or_with_all_of_its_record() {
    use RecordKind::{Column, Figures, Row};
    let (title, whole) = (Some(WithheldName::Title), Some(WithheldName::Whole));
    let row = || record(Row, "t:r");
    let cells = || record(Figures, "t");
    // The entries, the parts that commits changed, the record, and what of its name is withheld.
    type Case = (&'static [&'static str], Vec<(RecordKey, &'static str)>, RecordKey, Option<WithheldName>);
    let cases: Vec<Case> = vec![
        (&[], vec![], measure("01"), None),
        (&["a/01"], vec![], measure("01"), whole),
        (&["a/01#title"], vec![], measure("01"), title),
        (&["a/01#required"], vec![], measure("01"), None),
        (&["a/01"], vec![], measure("02"), None),
        (&[], vec![(measure("01"), "")], measure("01"), whole),
        (&[], vec![(measure("01"), "title")], measure("01"), title),
        (&[], vec![(measure("01"), "required")], measure("01"), None),
        (&[], vec![(measure("01"), "")], measure("02"), None),
        // The label of a row is a cell of its figures.
        (&["a/t#label"], vec![], row(), title),
        (&["a/t#r"], vec![], row(), title),
        (&["a/t#budget"], vec![], row(), None),
        (&["a/t#label"], vec![], record(Column, "t:r"), None),
        (&[], vec![(cells(), "r/label")], row(), title),
        (&[], vec![(cells(), "q/label")], row(), None),
        (&[], vec![(cells(), "r/budget")], row(), None),
        (&[], vec![(row(), "")], row(), whole),
    ];
    for (entries, parts, subject, expected) in cases {
        let list = redactions(entries, &[], &NameIndex::default());
        let parts = parts.into_iter().map(|(of, part)| (of, part.to_owned())).collect();
        let found = RedactedHistory { parts, ..RedactedHistory::default() };
        assert_eq!(found.withheld_name(&list, &subject), expected, "{entries:?} {:?}: {subject:?}", found.parts);
    }
}

#[test]
fn a_change_is_withheld_by_an_entry_or_by_the_commit_that_brought_or_took_out_the_same() {
    let withholds = |entries: &[&str], part: Option<(RecordKey, &str)>, (subject, what): (RecordKey, ChangeKind)| {
        let parts = part.into_iter().map(|(of, part)| (of, part.to_owned())).collect();
        let found = RedactedHistory { parts, ..RedactedHistory::default() };
        let change = Change { subject, what, significance: Significance::Material };
        found.withholds(&redactions(entries, &[], &NameIndex::default()), &change)
    };
    let retitled = || title("01", "A", "B");
    assert!(withholds(&["a/01#title"], None, retitled()));
    assert!(!withholds(&["a/02"], None, retitled()));
    assert!(withholds(&[], Some((measure("01"), "title")), retitled()));
    assert!(withholds(&[], Some((measure("01"), "")), retitled()));
    assert!(!withholds(&[], Some((measure("01"), "required")), retitled()));
    assert!(!withholds(&[], Some((measure("02"), "title")), retitled()));
    let of_row = || cell("r", "budget", "1", "2");
    assert!(withholds(&[], Some((record(RecordKind::Row, "t:r"), "")), of_row()));
    assert!(!withholds(&[], Some((record(RecordKind::Row, "t:q"), "")), of_row()));
}
