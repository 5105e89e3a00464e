//! The whole build against the bare writing of the same files: `cargo bench --bench whole -- S M L`.
//!
//! A build and a writing take turns, so that both meet the same machine; what counts is their ratio. Each
//! build runs in a process of its own and tells its peak memory. Both write with two threads and sync once.
//! Nothing here is a test: it prints, and never judges.
//!
//! `cargo bench --bench whole -- write L FOLDER` writes a site and stops, for profilers and for trying things out.
//! `cargo bench --bench whole -- floor L` takes the bare reading and parsing apart from the bare writing, and holds it
//! against the writing of eleven small pages a plan, which `docs/performance.md` needs.
//! `cargo bench --bench whole -- downloads M` builds a site with nothing to take along, and with each format more, in turn: seconds of
//! processor and peak memory against nothing.
//! `cargo bench --bench whole -- editions M` lets the program build a site with four editions that are cut, and the same without one, in turn, each time
//! with another status of today and with what the build before has kept: seconds of processor.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a benchmark asks the clock and prints")]

mod site;

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use fremdrift::{
    content::Audience,
    output::Staging,
    pipeline::{self, Input, NoProgress},
    tree::DiskTree,
    value::Date,
};
use rayon::prelude::*;
use site::{SIZES, Size, median, peak_mib};

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often each is run.
const ROUNDS: usize = 3;

fn main() -> io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    if let [mode, root, out] = words.as_slice()
        && mode == "child"
    {
        return child(Path::new(root), Path::new(out));
    }
    let named = |name: &str| {
        let size = SIZES.into_iter().find(|size| size.name == name);
        size.ok_or_else(|| io::Error::other("sizes are S, M and L"))
    };
    match words.as_slice() {
        [mode, name, root] if mode == "write" => return site::write(named(name)?, Path::new(root)),
        [mode, name] if mode == "floor" => return small_pages(named(name)?),
        [mode, name] if mode == "downloads" => return downloads(named(name)?),
        [mode, name] if mode == "editions" => return editions(named(name)?),
        _ => {}
    }
    println!(
        "size   plans   pages   MB out   build s   write s   ratio   again s   edit s   peak MiB   floor s   (medians of {ROUNDS})"
    );
    for size in SIZES {
        let asked = if words.is_empty() { size.name != "L" } else { words.iter().any(|word| word == size.name) };
        if asked {
            measure(size)?;
        }
    }
    Ok(())
}

/// Builds once, and prints the seconds and the peak memory.
fn child(root: &Path, out: &Path) -> io::Result<()> {
    let start = Instant::now();
    let pages = build_once(root, out).map_err(io::Error::other)?;
    let seconds = start.elapsed().as_secs_f64();
    println!("{pages} {seconds} {} {}", peak_mib()?, processor_seconds(Whose::Own)?);
    Ok(())
}

fn build_once(root: &Path, out: &Path) -> Result<usize, fremdrift::diag::Error> {
    let tree = DiskTree::open(root)?;
    let staging = Staging::open(out, "bench", fremdrift::output::Purpose::default())?;
    let day = Date::constant(2021, 1, 1);
    let input = Input {
        tree: &tree,
        as_of: Some(day),
        today: day,
        audience: Audience::Public,
        messages: None,
        version: "bench",
        past: None,
        unrecorded: &[],
        cache: None,
    };
    let built = pipeline::build(&input, &staging, &NoProgress)?;
    assert!(built.is_publishable(), "the generated site has no error: {:?}", built.findings.first());
    staging.finish()?;
    Ok(built.counts.pages)
}

/// What a run of the child told.
struct Run {
    pages: usize,
    seconds: f64,
    peak: u64,
    /// Seconds of processor, of the user and of the system.
    processor: f64,
}

fn run_child(root: &Path, out: &Path) -> io::Result<Run> {
    let output = Command::new(std::env::current_exe()?)
        .args(["child".as_ref(), root.as_os_str(), out.as_os_str()])
        .env("RAYON_NUM_THREADS", "2")
        .output()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut words = text.split_whitespace();
    let mut next =
        || words.next().ok_or_else(|| io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
    let parse = |_| io::Error::other("the child prints numbers");
    let pages = next()?.parse().map_err(|_| io::Error::other("the child prints numbers"))?;
    let seconds = next()?.parse().map_err(|_| io::Error::other("the child prints numbers"))?;
    let peak = next()?.parse().map_err(parse)?;
    let processor = next()?.parse().map_err(|_| io::Error::other("the child prints numbers"))?;
    Ok(Run { pages, seconds, peak, processor })
}

fn measure(size: Size) -> io::Result<()> {
    let folder =
        tempfile::Builder::new().prefix("fremdrift-bench").tempdir_in(std::env::current_dir()?.join("target"))?;
    let root = folder.path().join("site");
    site::write(size, &root)?;
    let files = {
        let out = folder.path().join("first");
        run_child(&root, &out)?;
        read_all(&out)?
    };
    let bytes: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().map_err(io::Error::other)?;
    let (mut builds, mut writes, mut peak, mut pages) = (Vec::new(), Vec::new(), 0, 0);
    let mut floors = Vec::new();
    let (mut again, mut edits) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let run = run_child(&root, &folder.path().join(format!("built-{round}")))?;
        (peak, pages) = (peak.max(run.peak), run.pages);
        builds.push(run.seconds);
        writes.push(pool.install(|| write_all(&files, &folder.path().join(format!("written-{round}"))))?.as_secs_f64());
        floors
            .push(pool.install(|| floor(&root, &files, &folder.path().join(format!("floor-{round}"))))?.as_secs_f64());
    }
    // An edit deletes the old site, and a disk is slow for a while after that: nothing is timed against it.
    for round in 0..ROUNDS {
        let out = folder.path().join(format!("built-{round}"));
        again.push(run_child(&root, &out)?.seconds);
        let edited = root.join("content/plans/plan-0000/measures/01-tiltag.md");
        let text = fs::read_to_string(&edited)?;
        fs::write(&edited, text.replace("## Handling", &format!("Ændret {round}.\n\n## Handling")))?;
        edits.push(run_child(&root, &out)?.seconds);
        fs::write(&edited, text)?;
    }
    let (build, write) = (median(&mut builds), median(&mut writes));
    println!(
        "{:<6} {:>5}   {:>5}   {:>6.1}   {build:>7.3}   {write:>7.3}   {:>5.2}   {:>7.3}   {:>6.3}   {peak:>8}   {:>7.3}",
        size.name,
        size.plans,
        pages,
        bytes as f64 / 1e6,
        build / write,
        median(&mut again),
        median(&mut edits),
        median(&mut floors),
    );
    Ok(())
}

/// What a site may offer, each with one format more than the one before.
const OFFERED: [&str; 5] = [
    r#"[]"#,
    r#"["csv", "calendar"]"#,
    r#"["csv", "xlsx", "calendar"]"#,
    r#"["csv", "xlsx", "calendar", "json"]"#,
    r#"["csv", "xlsx", "calendar", "json", "package"]"#,
];

/// Prints what it costs to let readers take figures along. Each build has a folder of its own, and none is deleted before the last is made.
fn downloads(size: Size) -> io::Result<()> {
    let folder =
        tempfile::Builder::new().prefix("fremdrift-bench").tempdir_in(std::env::current_dir()?.join("target"))?;
    let root = folder.path().join("site");
    site::write(size, &root)?;
    let settings = fs::read_to_string(root.join("site.toml"))?;
    let mut runs = OFFERED.map(|_| (Vec::new(), 0));
    for round in 0..ROUNDS {
        for (at, (offered, (seconds, peak))) in OFFERED.iter().zip(&mut runs).enumerate() {
            fs::write(root.join("site.toml"), format!("downloads = {offered}\n{settings}"))?;
            let run = run_child(&root, &folder.path().join(format!("built-{round}-{at}")))?;
            seconds.push(run.processor);
            *peak = run.peak.max(*peak);
        }
    }
    let runs = runs.map(|(mut seconds, peak)| (median(&mut seconds), peak));
    let (least, lowest) = runs[0];
    for (offered, (seconds, peak)) in OFFERED.iter().zip(runs) {
        let ratio = peak as f64 / lowest as f64;
        println!("{seconds:>7.2} s {:>5.2}   {peak:>5} MiB {ratio:>5.2}   {offered}", seconds / least);
    }
    Ok(())
}

/// Prints what editions cost that have been published already.
fn editions(size: Size) -> io::Result<()> {
    const CUTS: [&str; 4] = ["2020-04-30", "2020-07-31", "2020-10-31", "2020-12-31"];
    let folder =
        tempfile::Builder::new().prefix("fremdrift-bench").tempdir_in(std::env::current_dir()?.join("target"))?;
    let edited = "content/plans/plan-0000/measures/01-tiltag.md";
    let edit = |root: &Path, words: &str| {
        let text = fs::read_to_string(root.join(edited))?;
        fs::write(root.join(edited), text.replacen("## Handling", &format!("{words}.\n\n## Handling"), 1))
    };
    let git = |root: &Path, words: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(root).args(["-c", "user.name=bench", "-c", "user.email=bench@example.org"]).args(words);
        let status = git.envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")]).status()?;
        if status.success() { Ok(()) } else { Err(io::Error::other("git failed")) }
    };
    let roots = ["without", "with"].map(|name| folder.path().join(name));
    for root in &roots {
        site::write(size, root)?;
        fs::write(root.join(".gitignore"), ".fremdrift/\npublic/\n")?;
        git(root, &["init", "--quiet", "--initial-branch=main"])?;
        for as_of in CUTS {
            edit(root, &format!("Ændret {as_of}"))?;
            git(root, &["add", "--all"])?;
            git(root, &["commit", "--quiet", "--message", as_of])?;
            git(root, &["tag", as_of])?;
        }
    }
    let mut settings = fs::read_to_string(roots[1].join("site.toml"))?;
    for as_of in CUTS {
        settings += &format!(
            "\n[[editions]]\nid = \"{as_of}\"\ntitle = \"{as_of}\"\nas_of = {as_of}\nrevision = \"{as_of}\"\n"
        );
    }
    fs::write(roots[1].join("site.toml"), settings)?;
    let mut runs = roots.clone().map(|_| Vec::new());
    for round in 0..=ROUNDS {
        for (root, seconds) in roots.iter().zip(&mut runs) {
            edit(root, &format!("Status {round}"))?;
            let before = processor_seconds(Whose::Children)?;
            let mut build = Command::new(env!("CARGO_BIN_EXE_fremdrift"));
            let status =
                build.args(["build", "--quiet", "--root"]).arg(root).args(["--as-of", "2021-01-01"]).status()?;
            assert!(status.success(), "the generated site has no error");
            seconds.push(processor_seconds(Whose::Children)? - before);
        }
    }
    let [(first, without), (first_with, with)] = runs.map(|mut seconds| (seconds.remove(0), median(&mut seconds)));
    println!(
        "without editions {without:.2} s (first {first:.2}); with {} {with:.2} s (first {first_with:.2}); {:.2}",
        CUTS.len(),
        with / without
    );
    Ok(())
}

/// Of which processes seconds are counted.
#[derive(Clone, Copy)]
enum Whose {
    /// Of this one.
    Own,
    /// Of those that it has started and waited for.
    Children,
}

/// Returns the seconds of processor that processes have taken, their own and the system's.
fn processor_seconds(whose: Whose) -> io::Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The name of the program, which may hold anything, ends with the last parenthesis; the times are the 12th and 13th word after it,
    // those of children the next two.
    let first = if let Whose::Own = whose { 11 } else { 13 };
    let words = stat.rsplit_once(')').map(|(_, rest)| rest.split_whitespace().skip(first).take(2));
    // Linux tells them in hundredths of a second, whatever its own clock.
    Ok(words.into_iter().flatten().filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0)
}

fn read_all(out: &Path) -> io::Result<Vec<(PathBuf, Vec<u8>)>> {
    let entries = walkdir::WalkDir::new(out).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            Ok((entry.path().strip_prefix(out).map_err(io::Error::other)?.to_owned(), fs::read(entry.path())?))
        })
        .collect()
}

/// How many small pages a plan has, and their bytes: a page for the plan and each measure, 86 MB for a thousand plans.
const SMALL: (u64, usize) = (11, 7_800);

/// Prints what the bare crates need to understand a site, and what it takes to write small pages of it.
fn small_pages(size: Size) -> io::Result<()> {
    let folder =
        tempfile::Builder::new().prefix("fremdrift-bench").tempdir_in(std::env::current_dir()?.join("target"))?;
    let root = folder.path().join("site");
    site::write(size, &root)?;
    // The writing below must not have to wait for this.
    rustix::fs::syncfs(File::open(&root)?)?;
    let pages = (0..size.plans).flat_map(|plan| (0..SMALL.0).map(move |page| format!("{plan}/{page}.html")));
    let pages: Vec<_> = pages.map(|path| (PathBuf::from(path), vec![b'.'; SMALL.1])).collect();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().map_err(io::Error::other)?;
    let (mut reads, mut writes) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        reads.push(pool.install(|| understand(&root))?.as_secs_f64());
        writes.push(pool.install(|| write_all(&pages, &folder.path().join(format!("small-{round}"))))?.as_secs_f64());
    }
    let (read, write) = (median(&mut reads), median(&mut writes));
    println!("reading and parsing {read:.3} s, writing {} small pages {write:.3} s", pages.len());
    println!("both against the writing alone: {:.2}", (read + write) / write);
    Ok(())
}

/// The least that any generator with our crates must do: understands the site, forgets it, and writes its files.
fn floor(root: &Path, files: &[(PathBuf, Vec<u8>)], out: &Path) -> io::Result<Duration> {
    Ok(understand(root)? + write_all(files, out)?)
}

/// Lists and reads every file of the plans, and parses its TOML into a table and its Markdown into HTML.
fn understand(root: &Path) -> io::Result<Duration> {
    let start = Instant::now();
    let plans: Vec<_> = fs::read_dir(root.join("content/plans"))?.collect::<io::Result<_>>()?;
    plans.par_iter().try_for_each_init(
        || (String::new(), String::new()),
        |(text, html), plan| {
            for entry in walkdir::WalkDir::new(plan.path()) {
                let entry = entry?;
                if entry.file_type().is_file() {
                    text.clear();
                    File::open(entry.path())?.read_to_string(text)?;
                    parse_bare(entry.path(), text, html)?;
                }
            }
            io::Result::Ok(())
        },
    )?;
    Ok(start.elapsed())
}

/// Parses one file with the bare crates.
fn parse_bare(path: &Path, text: &str, html: &mut String) -> io::Result<()> {
    let (toml, markdown) = match path.extension().and_then(|extension| extension.to_str()) {
        Some("md") => text.strip_prefix("+++\n").and_then(|text| text.split_once("\n+++\n")).unwrap_or(("", text)),
        Some("toml") => (text, ""),
        _ => ("", ""),
    };
    std::hint::black_box(toml.parse::<toml::Table>().map_err(io::Error::other)?);
    html.clear();
    pulldown_cmark::html::push_html(html, pulldown_cmark::Parser::new(markdown));
    std::hint::black_box(html);
    Ok(())
}

/// Writes files as anybody would: folders once, then each file, on two threads; then one sync.
fn write_all(files: &[(PathBuf, Vec<u8>)], out: &Path) -> io::Result<Duration> {
    let start = Instant::now();
    let mut folders: Vec<&Path> = files.iter().filter_map(|(path, _)| path.parent()).collect();
    folders.sort_unstable();
    folders.dedup();
    for folder in folders {
        fs::create_dir_all(out.join(folder))?;
    }
    files.par_iter().try_for_each(|(path, bytes)| fs::write(out.join(path), bytes))?;
    rustix::fs::syncfs(File::open(out)?)?;
    Ok(start.elapsed())
}
