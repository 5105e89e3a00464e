//! The history of 20 000 commits against git: `cargo bench --bench history -- packed imported loose`.
//!
//! Git lists what each commit changed; we walk the same commits, compare the same trees, read and parse every version
//! and tell what became of each record, with two threads. How long reading alone takes is told beside it; then how long
//! it takes with what a build before has kept: of all commits, and of all but the newest twenty. Both take turns, so that both meet the same machine; what counts is their ratio. Each of
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

use fremdrift::{
    content::{Audience, Viewer},
    diag::Error,
    git::{Blob, BlobId, ChangedFile, CommitId, Completeness, Repository},
    history::{CacheStore, GitPast, HistoryCache, HistoryDisclosure, HistoryQuery, VersionControl},
    value::Date,
};
use site::{history, median, peak_mib};

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often each is run.
const ROUNDS: usize = 3;

/// How the objects lie: in the one pack of `git repack`, in the pack that fast-import wrote, or each in its own file.
const LAYOUTS: [&str; 3] = ["packed", "imported", "loose"];

fn main() -> io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    match words.as_slice() {
        [mode, root] if mode == "read" => return read(Path::new(root)),
        [mode, root] if mode == "tell" => return tell(Path::new(root), 0, false),
        [mode, root] if mode == "keep" => return tell(Path::new(root), 0, true),
        [mode, root] if mode == "keep-most" => return tell(Path::new(root), NEWEST, true),
        [mode, layout, root] if mode == "write" => return make(layout, Path::new(root)),
        _ => {}
    }
    println!(
        "layout     commits    events   git s   read s   cold s   ratio   peak MiB   warm s   on s   kept MB   (medians of {ROUNDS})"
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

fn open(root: &Path) -> Result<(Repository, CommitId), Error> {
    let repository = Repository::discover(root, Completeness::Required)?.expect("a repository");
    let head = repository.head()?.expect("a commit");
    Ok((repository, head))
}

/// How many commits are new to what was kept, where not all of them are known.
const NEWEST: usize = 20;

/// What is kept beside the repository.
struct Folder<'f>(&'f Path);

impl CacheStore for Folder<'_> {
    fn recall(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.0.join(name)).ok()
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        fs::write(self.0.join(name), bytes).expect("written");
    }
}

/// Tells the whole history once, but for some of the newest commits, and prints how much it met, how long that took and
/// the peak memory.
fn tell(root: &Path, newest: usize, is_kept: bool) -> io::Result<()> {
    let start = Instant::now();
    let (repository, mut head) = open(root).map_err(io::Error::other)?;
    if newest > 0 {
        head = repository.first_parent(&head, None).map_err(io::Error::other)?[newest].id;
    }
    let folder = Folder(root);
    let kept = is_kept.then_some(HistoryCache { memory: &folder, program: "bench" });
    let viewer = Viewer::new(Audience::Public, Date::constant(2021, 1, 1));
    let asked =
        HistoryQuery { viewer, hidden: None, since: None, shown: HistoryDisclosure::default(), redactions: None };
    let history = GitPast { repository: &repository, head, kept }.history(&asked).map_err(io::Error::other)?;
    let seconds = start.elapsed().as_secs_f64();
    println!("{} {} {seconds} {}", history.commits().len(), history.events().count(), peak_mib()?);
    Ok(())
}

/// Reads every version once, and prints how many there are, their bytes, and how long that took.
fn read(root: &Path) -> io::Result<()> {
    let start = Instant::now();
    let (versions, bytes) = read_all(root).map_err(io::Error::other)?;
    println!("{versions} {bytes} {} {}", start.elapsed().as_secs_f64(), peak_mib()?);
    Ok(())
}

fn read_all(root: &Path) -> Result<(usize, u64), Error> {
    let (repository, head) = open(root)?;
    let commits = repository.first_parent(&head, None)?;
    let mut versions: Vec<BlobId> = Vec::new();
    let mut visit =
        |_: usize, changed: &[ChangedFile]| versions.extend(changed.iter().filter_map(|changed| changed.after));
    repository.changed(&commits, &mut visit)?;
    let bytes = AtomicU64::new(0);
    let count = |_: usize, blob: Blob<'_>| {
        if let Blob::Bytes(content) = blob {
            bytes.fetch_add(content.len() as u64, Ordering::Relaxed);
        }
    };
    repository.blobs(&versions, &count)?;
    Ok((versions.len(), bytes.into_inner()))
}

fn measure(layout: &str) -> io::Result<()> {
    // In memory where the system has such a place: some disks are slow to make a hundred thousand files.
    let place = if Path::new("/dev/shm").is_dir() { "/dev/shm".into() } else { std::env::temp_dir() };
    let folder = tempfile::Builder::new().prefix("fremdrift-bench").tempdir_in(place)?;
    make(layout, folder.path())?;
    let (mut theirs, mut reads, mut tells) = (Vec::new(), Vec::new(), Vec::new());
    let (mut warm, mut on, kept) = (Vec::new(), Vec::new(), folder.path().join("history-public-first"));
    for _ in 0..ROUNDS {
        theirs.push(time_git(folder.path())?.as_secs_f64());
        reads.push(run_child("read", folder.path())?);
        tells.push(run_child("tell", folder.path())?);
        run_child("keep", folder.path())?;
        warm.push(run_child("keep", folder.path())?);
        fs::remove_file(&kept)?;
        run_child("keep-most", folder.path())?;
        on.push(run_child("keep", folder.path())?);
    }
    let column = |runs: &[[f64; 4]], at: usize| median(&mut runs.iter().map(|run| run[at]).collect::<Vec<_>>());
    let (git, cold) = (median(&mut theirs), column(&tells, 2));
    println!(
        "{layout:<8} {:>9} {:>9} {git:>7.3} {:>8.3} {cold:>8.3} {:>7.2} {:>10} {:>8.3} {:>6.3} {:>9.1}",
        column(&tells, 0),
        column(&tells, 1),
        column(&reads, 2),
        cold / git,
        column(&tells, 3),
        column(&warm, 2),
        column(&on, 2),
        fs::metadata(&kept)?.len() as f64 / 1e6,
    );
    Ok(())
}

fn time_git(root: &Path) -> io::Result<Duration> {
    let start = Instant::now();
    git(root, &["log", "--raw", "--no-renames", "main", "--", "content"])?;
    Ok(start.elapsed())
}

/// Runs a child, and returns the numbers it printed.
fn run_child(mode: &str, root: &Path) -> io::Result<[f64; 4]> {
    let mut child = Command::new(std::env::current_exe()?);
    let output = child.args([mode.as_ref(), root.as_os_str()]).env("RAYON_NUM_THREADS", "2").output()?;
    let numbers: Vec<f64> =
        String::from_utf8_lossy(&output.stdout).split_whitespace().filter_map(|word| word.parse().ok()).collect();
    numbers.try_into().map_err(|_| io::Error::other(String::from_utf8_lossy(&output.stderr)))
}
