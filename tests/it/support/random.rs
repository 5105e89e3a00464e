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

/// Returns a history of commits, merges, renames, reverts and branches, all of it below a folder and beside it.
pub fn history(seed: u64, below: &str) -> String {
    let mut dice = Dice::new(seed);
    let mut stream = String::new();
    let mut commits: Vec<Files> = Vec::new();
    let mut main = None;
    for mark in 1..=8 + dice.below(24) {
        // Most commits stand on main; others begin or go on with a branch.
        let is_main = main.is_none() || dice.below(3) > 0;
        let from = if is_main { main } else { Some(1 + dice.below(commits.len())) };
        let mut files = from.map_or_else(Files::new, |from: usize| commits[from - 1].clone());
        let other = (!commits.is_empty() && dice.below(4) == 0).then(|| 1 + dice.below(commits.len()));
        if let Some(other) = other {
            merge(&mut dice, &mut files, &commits[other - 1]);
        }
        for _ in 0..dice.below(8) {
            edit(&mut dice, &mut files, &commits, below);
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
