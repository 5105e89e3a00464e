//! A history of a site told a second way: by git itself and a reader that knows lines with a key and a value.
//!
//! It shares nothing with the library. Of every commit it makes the whole site before and after, and compares them
//! record by record.

use std::collections::{BTreeMap, BTreeSet};

use super::git::Repo;

/// What a record is known by: plan, kind, report, id.
pub type Name = [String; 4];

/// What a record says.
type Said = BTreeMap<String, String>;

/// The text of each file, by its path.
type Files = BTreeMap<String, String>;

/// What the amounts of a plan count in, by the plan.
type Units = BTreeMap<String, String>;

/// What amounts count in of a plan that does not say so.
const UNIT: &str = "mio. kr.";

/// The fields that hold an amount.
const AMOUNTS: [&str; 4] = ["required", "achieved", "forecast", "overspend"];

/// A record, and what it says it was called.
#[derive(Clone, Default)]
struct Record {
    said: Said,
    formerly: Vec<String>,
}

/// The records of a site. Of two with one name the one counts whose file comes first.
type Records = BTreeMap<Name, Record>;

/// Tells the history of the branch that is checked out, a line for each change: `3 a status 2020-06-30 01: level ok > watch`.
/// A report after the day is in none.
pub fn history(repo: &Repo, as_of: &str) -> Vec<String> {
    let log = repo.git(&[
        "-c",
        "core.quotepath=false",
        "log",
        "--first-parent",
        "--diff-merges=first-parent",
        "--reverse",
        "--raw",
        "--no-renames",
        "--no-abbrev",
        "--format=tformat:commit",
        "main",
    ]);
    let texts = texts(repo, &log);
    let (mut files, mut units) = (Files::new(), Units::new());
    let mut lines = Vec::new();
    for (commit, changes) in log.split("commit\n").skip(1).enumerate() {
        let before = records(&files, &units, as_of);
        for change in changes.lines().filter(|line| line.starts_with(':')) {
            let (what, path) = change.split_once('\t').expect("a path");
            let blob = what.split(' ').nth(3).expect("an id");
            match texts.get(blob) {
                None => drop(files.remove(path)),
                Some(text) if is_sound(path, text) => drop(files.insert(path.to_owned(), text.clone())),
                Some(_) => lines.push(format!("{commit} {path} cannot be read")),
            }
        }
        learn(&mut units, &files);
        let told = compare(&before, &records(&files, &units, as_of));
        lines.extend(told.into_iter().map(|line| format!("{commit} {line}")));
    }
    lines.sort();
    lines
}

/// Reads every content that a log names.
fn texts(repo: &Repo, log: &str) -> Files {
    let ids: BTreeSet<&str> =
        log.lines().filter(|line| line.starts_with(':')).filter_map(|line| line.split(' ').nth(3)).collect();
    let asked: String = ids.iter().filter(|id| !id.starts_with("0000")).map(|id| format!("{id}\n")).collect();
    let answer = repo.run(&["cat-file", "--batch"], asked.as_bytes());
    let mut rest = answer.as_slice();
    let mut texts = Files::new();
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let head = std::str::from_utf8(&rest[..end]).expect("text");
        let length: usize = head.rsplit(' ').next().and_then(|length| length.parse().ok()).expect("a length");
        let text = rest[end + 1..end + 1 + length].to_vec();
        texts.insert(head.split(' ').next().unwrap_or_default().to_owned(), String::from_utf8(text).expect("text"));
        rest = &rest[end + 2 + length..];
    }
    texts
}

/// Tells whether every line before the words is one that we know.
fn is_sound(path: &str, text: &str) -> bool {
    !path.starts_with("content/plans/") || front(path, text).0.lines().all(|line| !line.contains("= ="))
}

/// Parts the fields of a file from its words.
fn front<'t>(path: &str, text: &'t str) -> (&'t str, &'t str) {
    if path.ends_with(".toml") {
        return (text, "");
    }
    text.strip_prefix("+++\n").and_then(|text| text.split_once("+++\n")).expect("front matter")
}

/// Notes what the amounts of plans count in. What a plan said last holds.
fn learn(units: &mut Units, files: &Files) {
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with("/plan.md")) {
        let unit = front(path, text).0.lines().find_map(|line| line.strip_prefix("unit = "));
        units.insert(
            path.split('/').nth(2).unwrap_or_default().to_owned(),
            unit.unwrap_or(UNIT).trim_matches('"').to_owned(),
        );
    }
}

fn records(files: &Files, units: &Units, as_of: &str) -> Records {
    let mut records = Records::new();
    for (path, text) in files.iter().filter(|(path, _)| path.starts_with("content/plans/")) {
        for (name, mut record) in read(path, text, as_of) {
            let unit = units.get(&name[0]).map_or(UNIT, String::as_str);
            let amounts = record.said.iter_mut().filter(|(key, _)| AMOUNTS.contains(&key.as_str()));
            amounts.for_each(|(_, number)| *number = format!("{} {unit}", number.replace(',', ".")));
            records.entry(name).or_insert(record);
        }
    }
    records
}

/// Reads a file: the fields before its first table are those of its own record.
fn read(path: &str, text: &str, as_of: &str) -> Vec<(Name, Record)> {
    let (front, body) = front(path, text);
    let parts: Vec<&str> = path.split('/').collect();
    let (plan, stem) = (parts[2], parts[parts.len() - 1].trim_end_matches(".md"));
    let (kind, report, id) = match parts[3..] {
        ["plan.md"] => ("plan", "", plan),
        ["measures", _] => ("measure", "", stem),
        ["milestones.toml"] => ("", "", ""),
        ["updates", report, _] if report > as_of => return Vec::new(),
        ["updates", report, "index.md"] => ("report", report, ""),
        ["updates", report, _] => ("status", report, stem),
        _ => panic!("what is {path}?"),
    };
    let own = [plan, kind, report, id].map(str::to_owned);
    let mut found = vec![(own, Record::default())];
    for line in front.lines() {
        if let Some(number) = line.strip_prefix("[milestones.").and_then(|rest| rest.strip_suffix(']')) {
            let kind = if report.is_empty() { "milestone" } else { "milestone-update" };
            found.push(([plan, kind, report, number].map(str::to_owned), Record::default()));
            continue;
        }
        let (key, value) = line.split_once(" = ").unwrap_or_else(|| panic!("{path}: {line}"));
        let value = value.trim_matches(['"', '[', ']']);
        let (name, record) = found.last_mut().expect("a record");
        match key {
            "id" => value.clone_into(&mut name[3]),
            "formerly" => record.formerly.push(value.to_owned()),
            _ => drop(record.said.insert(key.to_owned(), meant(key, value))),
        }
    }
    let words = body.split_whitespace().collect::<Vec<_>>().join(" ");
    let (name, own) = &mut found[0];
    let says_something = !own.said.is_empty() || !words.is_empty();
    if ["plan", "measure", "report", "status"].contains(&name[1].as_str()) {
        own.said.insert(WORDS.to_owned(), words);
    }
    let is_told = says_something || ["plan", "measure"].contains(&kind);
    found.into_iter().skip(usize::from(!is_told)).collect()
}

/// What stands for the words of a record among its fields: no field is called so.
const WORDS: &str = "*";

/// Returns what a value means, however it is written.
fn meant(key: &str, value: &str) -> String {
    match (key, value) {
        ("level", "ok") => "Alt OK".into(),
        ("level", "watch") => "Opmærksomhed".into(),
        (_, value) => value.into(),
    }
}

fn compare(before: &Records, after: &Records) -> Vec<String> {
    let plans = renamed(before, after, &["plan"], &BTreeMap::new());
    let measures = renamed(before, after, &["measure"], &plans);
    let mut olds: BTreeMap<Name, Vec<(&Name, &Record)>> = BTreeMap::new();
    for (name, record) in before {
        olds.entry(translated(name, &plans, &measures)).or_default().push((name, record));
    }
    let mut lines = Vec::new();
    let names: BTreeSet<&Name> = olds.keys().chain(after.keys()).collect();
    for name in names {
        let mut old = olds.get(name).cloned().unwrap_or_default().into_iter();
        if let Some(new) = after.get(name) {
            tell(old.next(), Some((name, new)), &mut lines);
        }
        old.for_each(|old| tell(Some(old), None, &mut lines));
    }
    lines
}

/// Tells what became of one record, which is called what it is called after; where it is gone, what it was.
fn tell(old: Option<(&Name, &Record)>, new: Option<(&Name, &Record)>, lines: &mut Vec<String>) {
    let Some(([plan, kind, report, id], _)) = new.or(old) else { return };
    let parts = [plan, kind, report, id].into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>();
    let mut tell = |what: String| lines.push(format!("{}: {what}", parts.join(" ")));
    match (old, new) {
        (None, _) => tell("added".into()),
        (_, None) => tell("removed".into()),
        (Some(([.., former], _)), Some(_)) if former != id && ["plan", "measure"].contains(&kind.as_str()) => {
            tell(format!("was {former}"));
        }
        _ => {}
    }
    let said = |side: Option<(&'_ Name, &'_ Record)>| side.map_or_else(Said::new, |(_, record)| record.said.clone());
    let (before, after) = (said(old), said(new));
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for key in keys.into_iter().filter(|key| before.get(*key) != after.get(*key)) {
        match (key.as_str(), old.is_some() && new.is_some()) {
            (WORDS, true) => tell("words".into()),
            (WORDS, false) => {}
            _ => tell(format!("{key} {} > {}", shown(before.get(key)), shown(after.get(key)))),
        }
    }
}

fn shown(value: Option<&String>) -> &str {
    value.map_or("-", String::as_str)
}

/// Returns the new names of records that say what they were called: a name that is in one version alone, formerly one
/// that is in the other alone.
fn renamed(before: &Records, after: &Records, kinds: &[&str], plans: &BTreeMap<Name, Name>) -> BTreeMap<Name, Name> {
    let none = BTreeMap::new();
    let before: BTreeMap<Name, &Record> =
        before.iter().map(|(name, record)| (translated(name, plans, &none), record)).collect();
    let after: BTreeMap<Name, &Record> = after.iter().map(|(name, record)| (name.clone(), record)).collect();
    let mut found = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for (here, there, is_forth) in [(&after, &before, true), (&before, &after, false)] {
        for (name, record) in
            here.iter().filter(|(name, _)| kinds.contains(&name[1].as_str()) && !there.contains_key(*name))
        {
            let formers = record.formerly.iter().map(|former| with_id(name, former));
            let other = formers.into_iter().find(|former| there.contains_key(former) && !here.contains_key(former));
            let Some(other) = other else { continue };
            let (old, new) = if is_forth { (other, name.clone()) } else { (name.clone(), other) };
            if !found.contains_key(&old) && taken.insert(new.clone()) {
                found.insert(old, new);
            }
        }
    }
    found
}

fn with_id(name: &Name, id: &str) -> Name {
    let [plan, kind, report, _] = name.clone();
    let plan = if kind == "plan" { id.to_owned() } else { plan };
    [plan, kind, report, id.to_owned()]
}

/// Returns what the version after calls a record of the version before.
fn translated(name: &Name, plans: &BTreeMap<Name, Name>, measures: &BTreeMap<Name, Name>) -> Name {
    let [plan, kind, report, id] = name.clone();
    let named = |plan: &str, kind: &str, id: &str| [plan, kind, "", id].map(str::to_owned);
    let plan = plans.get(&named(&plan, "plan", &plan)).map_or(plan, |[new, ..]| new.clone());
    match kind.as_str() {
        "plan" => [plan.clone(), kind, report, plan],
        "measure" | "status" => {
            let id = measures.get(&named(&plan, "measure", &id)).map_or(id, |[.., new]| new.clone());
            [plan, kind, report, id]
        }
        _ => [plan, kind, report, id],
    }
}
