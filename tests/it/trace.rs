//! From commits to events: held against a history that is told a second way, by git itself and a naive reader.

use fremdrift::{
    compare::{Change, ChangeKind},
    content::{Audience, Viewer},
    git::{Completeness, Repository},
    history::{Event, GitPast, History, HistoryDisclosure, HistoryQuery, VersionControl},
    schema::Value,
};
use rayon::prelude::*;

use crate::support::{Site, day, git::Repo, naive, random};

/// How many histories are made.
const HISTORIES: u64 = 200;

/// The day as of which they are told: a report is later.
const AS_OF: &str = "2020-07-01";

/// The history of what is checked out, of a site in Danish.
pub fn history(repo: &Repo) -> History {
    let repository =
        Repository::discover(repo.path(), Completeness::Required).expect("readable").expect("a repository");
    let head = repository.head().expect("readable").expect("a commit");
    let asked = HistoryQuery {
        viewer: Viewer::new(Audience::Public, day(AS_OF)),
        hidden: None,
        since: None,
        shown: HistoryDisclosure::default(),
        redactions: None,
    };
    GitPast { repository: &repository, head, kept: None }.history(&asked).expect("a history")
}

/// The files that all histories share.
fn registers() -> Vec<(&'static str, String)> {
    let files = Site::small()
        .edit("site.toml", "[scales", "unit = \"mio. kr.\"\n[scales")
        .with("content/owners.toml", "[chef]\ntitle = \"Chef\"\n[leder]\ntitle = \"Leder\"\n")
        .files();
    let text = |path: &str| String::from_utf8(files[path].clone()).expect("text");
    ["site.toml", "content/owners.toml", "content/committees.toml"].into_iter().map(|path| (path, text(path))).collect()
}

/// A repository with the history of a number.
pub fn repository(seed: u64) -> Repo {
    let registers = registers();
    let registers: Vec<(&str, &str)> = registers.iter().map(|(path, text)| (*path, text.as_str())).collect();
    Repo::of_stream(&random::reports(seed, &registers), seed.is_multiple_of(2))
}

/// Says events the way the naive history does.
fn lines(history: &History) -> Vec<String> {
    let unreadable = history.unreadable().iter().map(|(commit, file)| format!("{commit} {} cannot be read", file.path));
    let is_of_plan = |event: &&Event| event.change.subject.plan.is_some();
    let events = history
        .events()
        .filter(is_of_plan)
        .filter_map(|event| Some(format!("{} {}", event.commit, line(&event.change)?)));
    let mut lines: Vec<String> = unreadable.chain(events).collect();
    lines.sort();
    lines
}

fn line(change: &Change) -> Option<String> {
    let subject = &change.subject;
    let parts = [
        subject.plan.as_ref().map(ToString::to_string),
        Some(subject.kind.word().to_owned()),
        subject.report.map(|report| report.iso()),
        Some(subject.id.to_string()).filter(|id| !id.is_empty()),
    ];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let what = match &change.what {
        ChangeKind::Added => "added".into(),
        ChangeKind::Removed => "removed".into(),
        ChangeKind::Renamed { from } => format!("was {from}"),
        ChangeKind::Field { path, before, after } => {
            format!("{path} {} > {}", value(before.as_ref()), value(after.as_ref()))
        }
        ChangeKind::Words { .. } => "words".into(),
        ChangeKind::Figure { .. } => return None,
    };
    Some(format!("{name}: {what}"))
}

fn value(held: Option<&Value>) -> String {
    match held {
        None => "-".into(),
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Choice(word)) => word.0.into(),
        Some(Value::Id(id)) => id.to_string(),
        Some(Value::Period(period)) => period.iso(),
        Some(Value::Unit(unit)) => unit.word().into(),
        Some(Value::Amount(written)) => {
            let unit = written.unit.as_ref().expect("amounts say what they count");
            format!("{} {}", written.number.expect("a number"), unit.word())
        }
        Some(Value::List(values)) => values.iter().map(|item| value(Some(item))).collect(),
        other => panic!("what is {other:?}?"),
    }
}

/// Says where two lists differ first.
fn difference(ours: &[String], expected: &[String]) -> Option<String> {
    let missing = expected.iter().find(|line| !ours.contains(line)).map(|line| format!("missing: {line}"));
    let extra = ours.iter().find(|line| !expected.contains(line)).map(|line| format!("not so: {line}"));
    let told = [missing, extra].into_iter().flatten().collect::<Vec<_>>().join("\n");
    (ours != expected).then_some(told)
}

#[test]
fn events_are_those_of_git_and_a_naive_reader() {
    let told: Vec<(usize, Option<String>)> = (0..HISTORIES)
        .into_par_iter()
        .map(|seed| {
            let repo = repository(seed);
            let (ours, expected) = (lines(&history(&repo)), naive::history(&repo, AS_OF));
            let difference = difference(&ours, &expected).map(|difference| format!("seed {seed}:\n{difference}"));
            (expected.len(), difference)
        })
        .collect();
    let differences: Vec<&str> = told.iter().filter_map(|(_, difference)| difference.as_deref()).collect();
    assert!(differences.is_empty(), "{} differ:\n{}", differences.len(), differences.join("\n"));
    let all: usize = told.iter().map(|(lines, _)| lines).sum();
    assert!(all > 10_000, "the histories say something: {all}");
}
