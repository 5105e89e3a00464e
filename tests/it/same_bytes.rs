//! Sums of all that is published and printed of a few sites: no byte changes by accident.
//!
//! `tests/same_bytes.txt` holds a line for each file of each site and for each text that a command prints. Where
//! something is another, the new sums are written to `target/golden/same_bytes.txt`. If every line that changed is
//! meant to, copy it: `cp target/golden/same_bytes.txt tests/same_bytes.txt`, and say in the commit which fault each
//! change mends.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use crate::support::{disk, git, project};

/// The sites of `tests/sites` that are summed up beside the demonstration.
const SITES: [&str; 4] = ["budget", "indicators", "one-file-theme", "savings"];

/// The endings of files that hold the data of pages.
const DATA: [&str; 3] = [".csv", ".xlsx", ".ics"];

/// How many digits of a sum are kept: enough to tell two versions of a file apart.
const DIGITS: usize = 12;

/// Sums by what they are of.
type Sums = BTreeMap<String, String>;

/// A site on disk, and what is summed up of it.
struct Summed<'s> {
    name: &'s str,
    root: PathBuf,
    sums: &'s mut Sums,
}

impl Summed<'_> {
    /// Sums up all files that a site is published as.
    fn add_build(&mut self, case: &str, options: &[&str]) {
        let out = self.root.with_file_name(format!("{}-{case}", self.name));
        let mut command = disk::program();
        command.args(["build", "--quiet", "--no-cache", "--as-of", "2020-06-30"]).args(options);
        let run = disk::run(command.arg("--root").arg(&self.root).arg("--out").arg(&out));
        assert_eq!(run.code, Some(0), "{} {case}: {}", self.name, run.stderr);
        let mut data: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
        for (path, bytes) in disk::files(&out) {
            // The manifest sums up the other files.
            if path == ".fremdrift-manifest.json" {
                continue;
            }
            // What stands on a page stands in its data too: one line for all files of a format.
            match DATA.iter().find(|ending| path.ends_with(**ending)) {
                Some(ending) => data.entry(*ending).or_default().extend([path.as_bytes(), &bytes].concat()),
                None => drop(self.sums.insert(format!("{}/{case}/{path}", self.name), sum(&bytes))),
            }
        }
        for (ending, bytes) in data {
            self.sums.insert(format!("{}/{case}/*{ending}", self.name), sum(&bytes));
        }
    }

    /// Sums up what a command prints.
    fn add_words(&mut self, words: &[&str]) {
        let run = disk::run(disk::program().args(words).arg("--root").arg(&self.root));
        let text = format!("{:?}\n{}{}", run.code, run.stdout, run.stderr);
        let text = text.replace(&self.root.display().to_string(), "<root>");
        self.sums.insert(format!("{}: {}", self.name, words.join(" ")), sum(text.as_bytes()));
    }
}

fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>()[..DIGITS].to_owned()
}

/// Sums up the demonstration with its history: both audiences, an edition, findings, `diff` and `log`.
fn sum_demonstration(folder: &Path, sums: &mut Sums) {
    let root = folder.join("demo");
    let run = disk::run(disk::program().args(["init", "--quiet", "--demo"]).arg(&root));
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let mut demo = Summed { name: "demo", root, sums };
    demo.add_build("public", &[]);
    demo.add_build("edition", &["--edition", "2019-11"]);
    demo.add_words(&["check", "--as-of", "2020-09-30", "--format", "json"]);
    for language in ["da", "en"] {
        demo.add_words(&["diff", "HEAD~4", "--format", "json", "--language", language]);
        demo.add_words(&["log", "--language", language]);
    }
    demo.add_words(&["diff", "HEAD~3", "HEAD~1"]);
    demo.add_words(&["edition", "list"]);
    demo.add_words(&["edition", "compare", "2019-11", "2020-06"]);
}

#[test]
fn no_byte_changes_by_accident() {
    let folder = git::folder();
    let mut sums = Sums::new();
    sum_demonstration(folder.path(), &mut sums);
    for name in SITES {
        let root = folder.path().join(name);
        let files = disk::files(&project().join("tests/sites").join(name));
        let own = files.iter().filter(|(path, _)| !path.starts_with("expected/"));
        disk::write(&root, own.map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
        let mut site = Summed { name, root, sums: &mut sums };
        site.add_build("public", &[]);
        site.add_build("internal", &["--audience", "internal"]);
        site.add_words(&["check", "--as-of", "2020-09-30", "--format", "json"]);
    }
    let actual: String = sums.iter().map(|(what, sum)| format!("{sum}  {what}\n")).collect();
    let expected = fs::read_to_string(project().join("tests/same_bytes.txt")).unwrap_or_default();
    if actual == expected {
        return;
    }
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("golden");
    disk::write(&target, [("same_bytes.txt", actual.as_bytes())]);
    let is_new = |line: &&str| !expected.lines().any(|known| known == *line);
    let new: Vec<&str> = actual.lines().filter(is_new).collect();
    let is_gone = |line: &&str| !actual.lines().any(|known| known.get(DIGITS..) == line.get(DIGITS..));
    let gone: Vec<&str> = expected.lines().filter(is_gone).collect();
    let target = target.join("same_bytes.txt");
    panic!(
        "other bytes than before:\n{}\nno longer there:\n{}\nif all of that is meant: cp {} tests/same_bytes.txt",
        new.join("\n"),
        gone.join("\n"),
        target.display()
    );
}
