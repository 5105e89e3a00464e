//! Sites on disk, and the program itself.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

/// A folder of files, by their paths below it.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Returns the program, with nothing of this machine's settings.
pub fn program() -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("fremdrift"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "TZ", "RAYON_NUM_THREADS", "NO_COLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

/// What a run of the program came to.
#[derive(Clone, Debug)]
pub struct Run {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Run {
    let output = command.output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    Run { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// Builds a site on disk with the program.
pub fn build(root: &Path, out: &Path) -> Run {
    run(program().args(["build", "--as-of", "2020-06-30", "--root"]).arg(root).arg("--out").arg(out))
}

/// Returns all files below a folder.
pub fn files(root: &Path) -> Files {
    let mut found = Files::new();
    for entry in walkdir::WalkDir::new(root) {
        let entry = entry.expect("an entry");
        if !entry.file_type().is_dir() {
            let path = entry.path().strip_prefix(root).expect("below").to_str().expect("text").to_owned();
            found.insert(path, fs::read(entry.path()).expect("a file"));
        }
    }
    found
}

/// Writes files below a folder, in the order they come in.
pub fn write<'f>(root: &Path, files: impl IntoIterator<Item = (&'f str, &'f [u8])>) {
    for (path, bytes) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }
}

/// Returns the files of the project that are its site: its settings, its content and its themes.
pub fn own_site() -> Files {
    let mut own = files(&super::project().join("content"));
    own = own.into_iter().map(|(path, bytes)| (format!("content/{path}"), bytes)).collect();
    let themes = files(&super::project().join("themes"));
    own.extend(themes.into_iter().map(|(path, bytes)| (format!("themes/{path}"), bytes)));
    own.insert("site.toml".into(), fs::read(super::project().join("site.toml")).expect("site.toml"));
    own
}

/// Says where two folders differ first, or nothing where they are equal.
pub fn difference(one: &Files, other: &Files) -> Option<String> {
    if let Some(path) = one.keys().find(|path| !other.contains_key(*path)) {
        return Some(format!("{path} is only in the first"));
    }
    if let Some(path) = other.keys().find(|path| !one.contains_key(*path)) {
        return Some(format!("{path} is only in the second"));
    }
    let (path, bytes) = one.iter().find(|(path, bytes)| other[*path] != **bytes)?;
    let at = bytes.iter().zip(&other[path]).take_while(|(a, b)| a == b).count();
    let near =
        |bytes: &[u8]| String::from_utf8_lossy(&bytes[at.saturating_sub(60)..bytes.len().min(at + 60)]).into_owned();
    Some(format!("{path} at byte {at}:\n{}\n{}", near(bytes), near(&other[path])))
}

/// Fails where two folders differ.
#[track_caller]
pub fn assert_same(one: &Files, other: &Files, case: &str) {
    if let Some(difference) = difference(one, other) {
        panic!("{case}: {difference}");
    }
}
