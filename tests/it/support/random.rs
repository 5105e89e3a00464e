//! Histories out of a number: the same number gives the same stream for git fast-import.

use std::{collections::BTreeMap, fmt::Write as _};

/// Throws numbers (splitmix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Returns a number below another.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % most as u64).expect("a small number")
    }

    fn one<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        &of[self.below(of.len())]
    }
}

/// The files of a commit: their paths, each with mode and text.
type Files = BTreeMap<String, (&'static str, String)>;

/// Folders in which files are written, some of them no part of a site.
const FOLDERS: [&str; 8] = [
    "content/",
    "content/plans/a/",
    "content/plans/b/measures/",
    "content/plans/å b/",
    "themes/t/",
    "",
    "src/",
    "content/.skjult/",
];
const NAMES: [&str; 9] = ["site.toml", "plan.md", "01.md", "ø.md", "a", "a.md", "gammel.md~", "Thumbs.db", "content"];
const MODES: [&str; 6] = ["100644", "100644", "100644", "100755", "120000", "160000"];

/// What a commit does to the files it finds. It may look at those of earlier commits.
type Edit<'e> = &'e dyn Fn(&mut Dice, &mut Files, &[Files]);

/// Returns a history of commits, merges, renames, reverts and branches, all of it below a folder and beside it.
pub fn history(seed: u64, below: &str) -> String {
    stream(seed, &Files::new(), &|dice, files, commits| edit(dice, files, commits, below))
}

/// Returns a history of a site: plans, measures, milestones and what reports say of them, in one line a field.
pub fn reports(seed: u64, registers: &[(&str, &str)]) -> String {
    let registers = registers.iter().map(|(path, text)| ((*path).to_owned(), ("100644", (*text).to_owned())));
    stream(seed, &registers.collect(), &edit_report)
}

fn stream(seed: u64, start: &Files, edit: Edit<'_>) -> String {
    let mut dice = Dice::new(seed);
    let mut stream = String::new();
    let mut commits: Vec<Files> = Vec::new();
    let mut main = None;
    for mark in 1..=8 + dice.below(24) {
        // Most commits stand on main; others begin or go on with a branch.
        let is_main = main.is_none() || dice.below(3) > 0;
        let from = if is_main { main } else { Some(1 + dice.below(commits.len())) };
        let mut files = from.map_or_else(|| start.clone(), |from: usize| commits[from - 1].clone());
        let other = (!commits.is_empty() && dice.below(4) == 0).then(|| 1 + dice.below(commits.len()));
        if let Some(other) = other {
            merge(&mut dice, &mut files, &commits[other - 1]);
        }
        for _ in 0..dice.below(8) {
            edit(&mut dice, &mut files, &commits);
        }
        let branch = if is_main { "main" } else { "gren" };
        let time = 1_577_836_800 + dice.below(100_000_000);
        let _ = write!(stream, "commit refs/heads/{branch}\nmark :{mark}\ncommitter T <t> {time} +0100\ndata 0\n");
        let parents = [("from", from), ("merge", other.filter(|other| Some(*other) != from))];
        parents.iter().filter_map(|(word, parent)| Some((word, (*parent)?))).for_each(|(word, parent)| {
            let _ = writeln!(stream, "{word} :{parent}");
        });
        stream.push_str("deleteall\n");
        files.iter().for_each(|(path, (mode, text))| write_file(&mut stream, path, mode, text));
        commits.push(files);
        main = if is_main { Some(mark) } else { main };
    }
    stream
}

fn write_file(stream: &mut String, path: &str, mode: &str, text: &str) {
    let _ = match mode {
        "160000" => writeln!(stream, "M {mode} {} \"{path}\"", "1".repeat(40)),
        _ => writeln!(stream, "M {mode} inline \"{path}\"\ndata {}\n{text}", text.len()),
    };
}

/// Takes some files of another commit, as whoever merges decides.
fn merge(dice: &mut Dice, files: &mut Files, other: &Files) {
    let all = dice.below(2) == 0;
    for (path, file) in other {
        if all || dice.below(3) == 0 {
            put(files, path.clone(), file.clone());
        }
    }
}

fn edit(dice: &mut Dice, files: &mut Files, commits: &[Files], below: &str) {
    let known: Vec<String> = files.keys().cloned().collect();
    match dice.below(8) {
        0 if !commits.is_empty() => files.clone_from(dice.one(commits)),
        1 if !known.is_empty() => drop(files.remove(dice.one(&known))),
        2 if !known.is_empty() => {
            let file = files.remove(dice.one(&known)).expect("a file");
            put(files, name(dice, below), file);
        }
        3 if !known.is_empty() => {
            let folder = dice.one(&known).rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
            files.retain(|path, _| folder.is_empty() || !path.starts_with(&folder));
        }
        _ => {
            let text = format!("tekst {}\n", dice.below(12)).repeat(1 + dice.below(40));
            let file = (*dice.one(&MODES), text);
            put(files, name(dice, below), file);
        }
    }
}

fn name(dice: &mut Dice, below: &str) -> String {
    let below = if dice.below(6) == 0 { "" } else { below };
    format!("{below}{}{}", dice.one(&FOLDERS), dice.one(&NAMES))
}

/// Puts a file into a tree; whatever had its name, or a folder's on the way, makes room.
fn put(files: &mut Files, path: String, file: (&'static str, String)) {
    let folder = format!("{path}/");
    files.retain(|known, _| !known.starts_with(&folder) && !path.starts_with(&format!("{known}/")));
    files.insert(path, file);
}

const PLANS: [&str; 3] = ["a", "b", "c"];
const MEASURES: [&str; 4] = ["01", "02", "03", "nyt"];
const REPORTS: [&str; 3] = ["2020-03-31", "2020-06-30", "2020-09-30"];
const LEVELS: [&str; 5] = ["Alt OK", "ok", "Opmærksomhed", "watch", "Kritisk"];
const DUES: [&str; 5] = ["2020-09-15", "2020-10", "2020-Q4", "2021-H1", "2021"];

/// Changes a site the way its authors do, and now and then the way they should not.
fn edit_report(dice: &mut Dice, files: &mut Files, commits: &[Files]) {
    let known: Vec<String> = files.keys().filter(|path| path.starts_with("content/plans/")).cloned().collect();
    match dice.below(14) {
        0 if !commits.is_empty() => files.clone_from(dice.one(commits)),
        1 if !known.is_empty() => drop(files.remove(dice.one(&known))),
        2 if !known.is_empty() => {
            let broken = files.get_mut(dice.one(&known)).expect("a file");
            broken.1 = broken.1.replacen('=', "= =", 1);
        }
        3 => rename_measure(dice, files),
        4 => rename_plan(dice, files),
        5 => move_between_plans(dice, files),
        6 => rename_file(dice, files),
        _ => {
            let (path, text) = report_file(dice);
            put(files, path, ("100644", text));
        }
    }
}

/// What throws a value.
type Throw<'t> = &'t dyn Fn(&mut Dice) -> String;

/// Some fields with their values, each in a line.
fn fields(dice: &mut Dice, all: &[(&str, Throw<'_>)]) -> String {
    let mut text = String::new();
    for (name, value) in all {
        if dice.below(4) > 0 {
            let _ = writeln!(text, "{name} = \"{}\"", value(dice));
        }
    }
    text
}

fn amount(dice: &mut Dice) -> String {
    let (whole, decimals) = (dice.below(9), dice.below(4) * 25);
    if dice.below(4) == 0 { whole.to_string() } else { format!("{whole},{decimals:02}") }
}

fn body(dice: &mut Dice) -> &'static str {
    dice.one::<&'static str>(&["", "Det går godt.\n", "Det går\nskidt.\n", "Det går skidt.\n"])
}

/// A file of a site as somebody writes it.
fn report_file(dice: &mut Dice) -> (String, String) {
    let level = |dice: &mut Dice| (*dice.one(&LEVELS)).to_owned();
    let due = |dice: &mut Dice| (*dice.one(&DUES)).to_owned();
    let title = |dice: &mut Dice| format!("Titel {}", dice.below(4));
    let owner = |dice: &mut Dice| (*dice.one(&["chef", "leder"])).to_owned();
    let (plan, measure, report) = (*dice.one(&PLANS), *dice.one(&MEASURES), *dice.one(&REPORTS));
    let folder = format!("content/plans/{plan}");
    match dice.below(8) {
        0 => {
            let text = fields(dice, &[("owner", &owner), ("overspend", &amount)])
                + ["", "unit = \"mio. kr.\"\n", "unit = \"mia. kr.\"\n"][dice.below(3)];
            let text = format!("+++\ntitle = \"{}\"\nkind = \"savings\"\n{text}+++\n{}", title(dice), body(dice));
            (format!("{folder}/plan.md"), text)
        }
        1 | 2 => {
            let text = fields(dice, &[("title", &title), ("owner", &owner), ("required", &amount)]);
            let id = if dice.below(6) == 0 { format!("id = \"{}\"\n", dice.one(&MEASURES)) } else { String::new() };
            (format!("{folder}/measures/{measure}.md"), format!("+++\n{id}{text}+++\n{}", body(dice)))
        }
        3 => {
            let mut text = String::new();
            for number in 1..=dice.below(4) {
                let fields = fields(dice, &[("due", &due)]);
                let _ = write!(text, "[milestones.{number}]\ntitle = \"{}\"\n{fields}", title(dice));
            }
            (format!("{folder}/milestones.toml"), text)
        }
        4 => {
            let mut text = fields(dice, &[("level", &level), ("overspend", &amount)]);
            if dice.below(2) == 0 {
                let _ = write!(text, "[milestones.{}]\ndue = \"{}\"\n", 1 + dice.below(3), due(dice));
            }
            (format!("{folder}/updates/{report}/index.md"), format!("+++\n{text}+++\n{}", body(dice)))
        }
        _ => {
            let text = fields(dice, &[("level", &level), ("achieved", &amount), ("forecast", &amount)]);
            (format!("{folder}/updates/{report}/{measure}.md"), format!("+++\n{text}+++\n{}", body(dice)))
        }
    }
}

/// Gives a measure a new id, which says what it was; as a rule with all that reports say of it.
fn rename_measure(dice: &mut Dice, files: &mut Files) {
    let (plan, old, new) = (*dice.one(&PLANS), *dice.one(&MEASURES), *dice.one(&MEASURES));
    let (from, to) = (format!("/{old}.md"), format!("/{new}.md"));
    let folder = format!("content/plans/{plan}/");
    let own = format!("{folder}measures/{old}.md");
    if old == new || !files.contains_key(&own) {
        return;
    }
    let is_whole = dice.below(5) > 0;
    let paths: Vec<String> =
        files.keys().filter(|path| path.starts_with(&folder) && path.ends_with(&from)).cloned().collect();
    for path in paths.into_iter().filter(|path| is_whole || *path == own) {
        let (mode, mut text) = files.remove(&path).expect("a file");
        if path == own {
            text = formerly(&text, old);
        }
        put(files, path.replace(&from, &to), (mode, text));
    }
}

/// Gives a plan a new folder, and it says what it was called.
fn rename_plan(dice: &mut Dice, files: &mut Files) {
    let (old, new) = (*dice.one(&PLANS), *dice.one(&PLANS));
    let (from, to) = (format!("content/plans/{old}/"), format!("content/plans/{new}/"));
    if old == new || files.keys().any(|path| path.starts_with(&to)) {
        return;
    }
    let paths: Vec<String> = files.keys().filter(|path| path.starts_with(&from)).cloned().collect();
    for path in paths {
        let (mode, mut text) = files.remove(&path).expect("a file");
        if path.ends_with("/plan.md") {
            text = formerly(&text, old);
        }
        put(files, path.replace(&from, &to), (mode, text));
    }
}

/// Says in a file what its record was called.
fn formerly(text: &str, old: &str) -> String {
    let others = text.lines().filter(|line| !line.starts_with("formerly") && !line.starts_with("id "));
    let text: String = others.map(|line| format!("{line}\n")).collect();
    text.replacen("+++\n", &format!("+++\nformerly = [\"{old}\"]\n"), 1)
}

/// Moves a file into the same place of another plan.
fn move_between_plans(dice: &mut Dice, files: &mut Files) {
    let (old, new) = (*dice.one(&PLANS), *dice.one(&PLANS));
    let from = format!("content/plans/{old}/");
    let paths: Vec<String> = files.keys().filter(|path| path.starts_with(&from)).cloned().collect();
    if !paths.is_empty() {
        let path = dice.one(&paths);
        let file = files.remove(path).expect("a file");
        put(files, path.replace(&from, &format!("content/plans/{new}/")), file);
    }
}

/// Gives a measure's file another name, and the measure keeps its id.
fn rename_file(dice: &mut Dice, files: &mut Files) {
    let folder = format!("content/plans/{}/measures/", dice.one(&PLANS));
    let paths: Vec<String> = files.keys().filter(|path| path.starts_with(&folder)).cloned().collect();
    if !paths.is_empty() {
        let path = dice.one(&paths);
        let stem = path.trim_start_matches(&folder).trim_end_matches(".md").to_owned();
        let (mode, text) = files.remove(path).expect("a file");
        let text =
            if text.contains("\nid = ") { text } else { text.replacen("+++\n", &format!("+++\nid = \"{stem}\"\n"), 1) };
        put(files, format!("{folder}fil-{}.md", dice.below(3)), (mode, text));
    }
}
