//! The history of 20 000 commits against git: `cargo bench --bench history -- packed imported loose`.
//!
//! Git lists what each commit changed; we walk the same commits, compare the same trees and read every version
//! besides, with two threads. Both take turns, so that both meet the same machine; what counts is their ratio. Each of
//! our runs is a process of its own and tells its peak memory. Nothing here is a test: it prints, and never judges.
//!
//! `cargo bench --bench history -- write packed FOLDER` makes a repository and stops, for profilers.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a benchmark asks the clock and prints")]

mod site;

use std::{
    fs, io,
    io::{BufWriter, Write},
    path::Path,
    process::{Command, Stdio},
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant},
};

use fremdrift::git::{Blob, BlobId, Changed, Completeness, Repository};
use site::{history, median, peak_mib};

/// How often each is run.
const ROUNDS: usize = 3;

/// How the objects lie: in the one pack of `git repack`, in the pack that fast-import wrote, or each in its own file.
const LAYOUTS: [&str; 3] = ["packed", "imported", "loose"];

fn main() -> io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    match words.as_slice() {
        [mode, root] if mode == "child" => return child(Path::new(root)),
        [mode, layout, root] if mode == "write" => return make(layout, Path::new(root)),
        _ => {}
    }
    println!(
        "layout     commits   versions   MB read   git s   ours s   ratio   walk s   compare s   read s   peak MiB   (medians of {ROUNDS})"
    );
    for layout in LAYOUTS {
        let asked = if words.is_empty() { layout == "packed" } else { words.iter().any(|word| word == layout) };
        if asked {
            measure(layout)?;
        }
    }
    Ok(())
}

/// Makes the repository.
fn make(layout: &str, root: &Path) -> io::Result<()> {
    fs::create_dir_all(root)?;
    git(root, &["init", "--quiet", "--initial-branch=main"])?;
    import(root)?;
    match layout {
        "packed" => git(root, &["repack", "-adfq"]),
        "loose" => unpack(root),
        _ => Ok(()),
    }
}

fn import(root: &Path) -> io::Result<()> {
    let mut import = command(root, &["-c", "fastimport.unpackLimit=0", "fast-import", "--quiet"]);
    let mut import = import.stdin(Stdio::piped()).spawn()?;
    let mut pipe = BufWriter::new(import.stdin.take().ok_or_else(|| io::Error::other("git has no input"))?);
    history::write(&mut pipe)?;
    pipe.flush()?;
    drop(pipe);
    succeeded(import.wait()?)
}

/// Takes all objects out of the pack.
fn unpack(root: &Path) -> io::Result<()> {
    let aside = root.join("pack");
    fs::rename(root.join(".git/objects/pack"), &aside)?;
    for file in fs::read_dir(&aside)? {
        let file = file?.path();
        if file.extension().is_some_and(|ending| ending == "pack") {
            let mut unpack = command(root, &["unpack-objects", "-q"]);
            succeeded(unpack.stdin(fs::File::open(file)?).status()?)?;
        }
    }
    fs::remove_dir_all(aside)
}

fn git(root: &Path, words: &[&str]) -> io::Result<()> {
    succeeded(command(root, words).stdout(Stdio::null()).status()?)
}

fn command(root: &Path, words: &[&str]) -> Command {
    let mut git = Command::new("git");
    git.current_dir(root).args(words).envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")]);
    git
}

fn succeeded(status: std::process::ExitStatus) -> io::Result<()> {
    if status.success() { Ok(()) } else { Err(io::Error::other("git failed")) }
}

/// Reads the whole history once, and prints what it met and how long each part took.
fn child(root: &Path) -> io::Result<()> {
    let start = Instant::now();
    let mut parts = Vec::new();
    let found = read(root, &mut || parts.push(start.elapsed())).map_err(io::Error::other)?;
    let seconds: Vec<String> = parts.iter().map(|part| part.as_secs_f64().to_string()).collect();
    println!("{} {} {} {} {}", found.commits, found.versions, found.bytes, seconds.join(" "), peak_mib()?);
    Ok(())
}

/// What was read.
struct Found {
    commits: usize,
    versions: usize,
    bytes: u64,
}

fn read(root: &Path, passed: &mut dyn FnMut()) -> Result<Found, fremdrift::diag::Error> {
    let repository = Repository::discover(root, Completeness::Required)?.expect("a repository");
    let head = repository.head()?.expect("a commit");
    let commits = repository.first_parent(&head, None)?;
    passed();
    let mut versions: Vec<BlobId> = Vec::new();
    let mut visit = |_: usize, changed: &[Changed]| versions.extend(changed.iter().filter_map(|changed| changed.after));
    repository.changed(&commits, &mut visit)?;
    passed();
    let bytes = AtomicU64::new(0);
    let count = |_: usize, blob: Blob<'_>| {
        if let Blob::Bytes(content) = blob {
            bytes.fetch_add(content.len() as u64, Ordering::Relaxed);
        }
    };
    repository.blobs(&versions, &count)?;
    passed();
    Ok(Found { commits: commits.len(), versions: versions.len(), bytes: bytes.into_inner() })
}

fn measure(layout: &str) -> io::Result<()> {
    // In memory where the system has such a place: some disks are slow to make a hundred thousand files.
    let place = if Path::new("/dev/shm").is_dir() { "/dev/shm".into() } else { std::env::temp_dir() };
    let folder = tempfile::Builder::new().prefix("fremdrift-bench").tempdir_in(place)?;
    make(layout, folder.path())?;
    let (mut theirs, mut runs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        theirs.push(time_git(folder.path())?.as_secs_f64());
        runs.push(run_child(folder.path())?);
    }
    let column = |at: usize| median(&mut runs.iter().map(|run| run[at]).collect::<Vec<_>>());
    let (git, walk, compare, all) = (median(&mut theirs), column(3), column(4), column(5));
    println!(
        "{layout:<8} {:>9} {:>10} {:>9.1} {git:>7.3} {all:>8.3} {:>7.2} {walk:>8.3} {:>11.3} {:>8.3} {:>10}",
        column(0),
        column(1),
        column(2) / 1e6,
        all / git,
        compare - walk,
        all - compare,
        column(6),
    );
    Ok(())
}

fn time_git(root: &Path) -> io::Result<Duration> {
    let start = Instant::now();
    git(root, &["log", "--raw", "--no-renames", "main", "--", "content"])?;
    Ok(start.elapsed())
}

/// Runs the child, and returns the numbers it printed.
fn run_child(root: &Path) -> io::Result<Vec<f64>> {
    let mut child = Command::new(std::env::current_exe()?);
    let output = child.args(["child".as_ref(), root.as_os_str()]).env("RAYON_NUM_THREADS", "2").output()?;
    let numbers: Vec<f64> =
        String::from_utf8_lossy(&output.stdout).split_whitespace().filter_map(|word| word.parse().ok()).collect();
    if numbers.len() == 7 { Ok(numbers) } else { Err(io::Error::other(String::from_utf8_lossy(&output.stderr))) }
}
