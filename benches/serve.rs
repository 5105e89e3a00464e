//! From a saved text to the pages that say it: `cargo bench --bench serve -- S M L`.
//!
//! The program runs as `fremdrift serve`, with tabs open as a browser holds them. A status is saved; whenever a tab is told of another
//! page, that is asked for, until the page of its measure says it, until that of its committee does, which all plans share, and until all pages do: the words
//! that the search finds, which are asked for again and again. Then the same with twenty tabs, and at last with another branch that is checked out, again and again. Where Hugo is installed, its server shows the same plans as a page for each
//! measure, with its statuses one below the other, and both take turns. Nothing here is a test: it prints, and never judges.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a benchmark asks the clock and prints")]

mod site;

use std::{
    fs,
    io::{self, BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use site::{SIZES, Size};

/// How many more tabs are open in the second half.
const TABS: usize = 18;

/// How often a text is saved.
const ROUNDS: usize = 40;

/// How often a branch is checked out.
const CHECKOUTS: usize = 6;

/// How long a page is waited for.
const PATIENCE: Duration = Duration::from_secs(120);

/// The plan of which a status is saved, its file and its pages.
const STATUS: &str = "content/plans/plan-0001/updates/2020-12-31/03-tiltag.md";
const PAGE: &str = "/planer/plan-0001/03-tiltag.html";
const SHARED: &str = "/udvalg/mag.html";
const ALL: &str = "/search-texts.js";
const HUGO_PAGE: &str = "/plan-0001/03-tiltag/";

fn main() -> io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    println!("size   server              what              median ms   95 % ms   start s   ({ROUNDS} saves)");
    for size in SIZES {
        let asked = if words.is_empty() { size.name != "L" } else { words.iter().any(|word| word == size.name) };
        if asked {
            measure(size)?;
        }
    }
    Ok(())
}

/// A server that runs, and ends with the measurement.
struct Server {
    child: Child,
    host: String,
    started: Duration,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    /// Starts a program and waits until it says where it is.
    fn start(command: &mut Command, host_of: impl Fn(&str) -> Option<String>) -> io::Result<Self> {
        let start = Instant::now();
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let (out, said) = (child.stdout.take(), child.stderr.take());
        let pipes: [Option<Box<dyn io::Read + Send>>; 2] =
            [out.map(|pipe| Box::new(pipe) as _), said.map(|pipe| Box::new(pipe) as _)];
        let (sender, receiver) = std::sync::mpsc::channel();
        for pipe in pipes.into_iter().flatten() {
            let sender = sender.clone();
            // What it says later must go somewhere.
            std::thread::spawn(move || {
                for line in BufReader::new(pipe).lines().map_while(Result::ok) {
                    let _ = sender.send(line);
                }
            });
        }
        drop(sender);
        let host = receiver.iter().find_map(|line| host_of(&line)).ok_or(io::ErrorKind::NotConnected)?;
        Ok(Self { child, host, started: start.elapsed() })
    }

    fn get(&self, path: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect(&self.host)?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }

    /// Opens a page as a tab does: it is told of new ones as long as what is answered lives.
    fn open(&self, path: &str) -> io::Result<Tab> {
        let page = self.get(path)?;
        let events = page.split_once("data-events=\"").and_then(|(_, rest)| rest.split_once('"'));
        let (events, _) = events.ok_or_else(|| io::Error::other(format!("{path} is no page")))?;
        let mut stream = TcpStream::connect(&self.host)?;
        write!(stream, "GET {events}?{path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Tab { path: path.to_owned(), told: BufReader::new(stream) })
    }

    /// Waits in a tab until the page says a word: it is asked for whenever the tab is told of a new one, as a browser does.
    fn wait_in(&self, tab: &mut Tab, word: &str, since: Instant) -> io::Result<Duration> {
        while !self.get(&tab.path)?.contains(word) {
            let mut line = String::new();
            while !line.starts_with("data:") {
                line.clear();
                if tab.told.read_line(&mut line)? == 0 {
                    return Err(io::Error::other(format!("{} is told no more", tab.path)));
                }
            }
        }
        Ok(since.elapsed())
    }

    /// Asks for a page until it says a word.
    fn wait_for(&self, path: &str, word: &str, since: Instant) -> io::Result<Duration> {
        while !self.get(path)?.contains(word) {
            if since.elapsed() > PATIENCE {
                return Err(io::Error::other(format!("{path} never says {word}")));
            }
            std::thread::sleep(Duration::from_micros(200));
        }
        Ok(since.elapsed())
    }
}

/// A page that is open.
struct Tab {
    path: String,
    told: BufReader<TcpStream>,
}

fn measure(size: Size) -> io::Result<()> {
    let folder = tempfile::tempdir_in(if Path::new("/dev/shm").is_dir() { "/dev/shm" } else { "." })?;
    let (own, other) = (folder.path().join("own"), folder.path().join("hugo"));
    site::write(size, &own)?;
    let served = serve(&own)?;
    let hugo = start_hugo(size, &own, &other)?;
    let text = fs::read_to_string(own.join(STATUS))?;
    let (head, body) = text.rsplit_once("+++\n").unwrap_or(("", &text));
    let hugo_file = other.join("content/plan-0001/03-tiltag.md");
    let hugo_text = if hugo.is_some() { fs::read_to_string(&hugo_file)? } else { String::new() };
    let mut of_hugo = Vec::new();
    for tabs in [0, TABS] {
        let (mut of_measure, mut of_committee) = (served.open(PAGE)?, served.open(SHARED)?);
        let pages = (1..=10).map(|at| format!("/planer/plan-0001/{at:02}-tiltag.html"));
        let pages = pages.chain((2..10).map(|at| format!("/planer/plan-{:04}/", at % size.plans)));
        let others = pages.take(tabs).map(|page| served.open(&page)).collect::<io::Result<Vec<_>>>()?;
        let ([mut page, mut shared, mut all], mut is_shared) = ([const { Vec::new() }; 3], true);
        for round in 0..ROUNDS {
            let word = format!("Gang{tabs}x{round}");
            let start = Instant::now();
            fs::write(own.join(STATUS), format!("{head}+++\n{word} {body}"))?;
            page.push(served.wait_in(&mut of_measure, &word, start)?);
            // Where a committee has very many plans, its page does not tell all that deviates.
            if round > 0 && is_shared {
                shared.push(served.wait_in(&mut of_committee, &word, start)?);
            }
            all.push(served.wait_for(ALL, &word.to_lowercase(), start)?);
            is_shared = served.get(SHARED)?.contains(&word);
            if let Some(hugo) = hugo.as_ref().filter(|_| tabs == 0) {
                let start = Instant::now();
                fs::write(&hugo_file, format!("{hugo_text}\n{word}\n"))?;
                of_hugo.push(hugo.wait_for(HUGO_PAGE, &word, start)?);
            }
        }
        let count = 2 + others.len();
        let started = (tabs == 0).then_some(served.started);
        print(size, &format!("fremdrift, {count} tabs"), "measure's page", &mut page, started);
        if !shared.is_empty() {
            print(size, "", "committee's page", &mut shared, None);
        }
        print(size, "", "all pages", &mut all, None);
    }
    if let Some(hugo) = &hugo {
        print(size, "Hugo", "measure's page", &mut of_hugo, Some(hugo.started));
    }
    drop((served, hugo));
    measure_checkouts(size, &own)
}

/// Starts `fremdrift serve` on a site.
fn serve(root: &Path) -> io::Result<Server> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fremdrift"));
    command.args(["serve", "--as-of", "2021-01-15", "--port", "0", "--root"]).arg(root);
    Server::start(&mut command, |line| {
        let (_, address) = line.split_once("http://")?;
        Some(address.split('/').next()?.to_owned())
    })
}

/// Checks out one of two branches, which say one status in other words, and waits until the page of its measure says the words of
/// that branch. All along the page is asked for: it is always answered, as it was before or as it is now.
fn measure_checkouts(size: Size, root: &Path) -> io::Result<()> {
    let text = fs::read_to_string(root.join(STATUS))?;
    let (head, body) = text.rsplit_once("+++\n").unwrap_or(("", &text));
    git(root, &["init", "-q", "-b", "main"])?;
    for branch in ["main", "other"] {
        if branch != "main" {
            git(root, &["checkout", "-q", "-b", branch])?;
        }
        fs::write(root.join(STATUS), format!("{head}+++\nFra{branch} {body}"))?;
        git(root, &["add", "."])?;
        git(root, &["-c", "user.name=Bench", "-c", "user.email=bench@example.org", "commit", "-q", "-m", branch])?;
    }
    let served = serve(root)?;
    let _open = [served.open(PAGE)?, served.open(SHARED)?];
    let (mut git_alone, mut page) = (Vec::new(), Vec::new());
    for branch in ["main", "other"].into_iter().cycle().take(CHECKOUTS) {
        let start = Instant::now();
        git(root, &["checkout", "-q", branch])?;
        git_alone.push(start.elapsed());
        page.push(served.wait_for(PAGE, &format!("Fra{branch}"), start)?);
    }
    print(size, "git alone", "a checkout", &mut git_alone, None);
    print(size, "fremdrift, 2 tabs", "measure's page", &mut page, Some(served.started));
    Ok(())
}

fn git(root: &Path, words: &[&str]) -> io::Result<()> {
    let status = Command::new("git").current_dir(root).args(words).status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("git {}", words.join(" ")))) }
}

fn print(size: Size, server: &str, what: &str, times: &mut [Duration], started: Option<Duration>) {
    times.sort_unstable();
    let ms = |part: usize| {
        let at = (times.len() * part / 100).min(times.len().saturating_sub(1));
        times.get(at).copied().unwrap_or_default().as_secs_f64() * 1000.0
    };
    let started = started.map(|started| format!("{:9.2}", started.as_secs_f64())).unwrap_or_default();
    println!("{:5}  {server:18}  {what:16}  {:9.1}  {:8.1} {started}", size.name, ms(50), ms(95));
}

/// Starts Hugo's server on its site of the same plans, where there is a Hugo.
fn start_hugo(size: Size, own: &Path, root: &Path) -> io::Result<Option<Server>> {
    if Command::new("hugo").arg("version").output().is_err() {
        return Ok(None);
    }
    write_for_hugo(size, own, root)?;
    let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port().to_string();
    let mut command = Command::new("hugo");
    command
        .args(["server", "--bind", "127.0.0.1", "--port", &port, "--renderToMemory", "--disableLiveReload", "-s"])
        .arg(root);
    Server::start(&mut command, |line| line.contains("Web Server is available").then(|| format!("127.0.0.1:{port}")))
        .map(Some)
}

/// Writes the plans as Hugo has them: a page for each measure, with its statuses joined, a list for each plan and one of all plans.
fn write_for_hugo(size: Size, own: &Path, root: &Path) -> io::Result<()> {
    let write = |path: PathBuf, text: &str| {
        fs::create_dir_all(path.parent().unwrap_or(root))?;
        fs::write(path, text)
    };
    let head = "<!doctype html><html lang=\"da\"><head><meta charset=\"utf-8\"><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1>{{ .Content }}";
    let list = "<table>{{ range .Pages }}<tr><td><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></td><td>{{ .Params.required }}</td></tr>{{ end }}</table>";
    write(
        root.join("hugo.toml"),
        "title = \"Fremdrift\"\nlanguageCode = \"da\"\nbaseURL = \"/\"\ndisableKinds = [\"taxonomy\", \"term\"]\n",
    )?;
    write(root.join("layouts/_default/single.html"), &format!("{head}</body></html>"))?;
    write(root.join("layouts/_default/list.html"), &format!("{head}{list}</body></html>"))?;
    write(root.join("layouts/index.html"), &format!("{head}{list}</body></html>"))?;
    for plan in 0..size.plans {
        let name = format!("plan-{plan:04}");
        let (from, to) = (own.join("content/plans").join(&name), root.join("content").join(&name));
        write(to.join("_index.md"), &shared_fields(&fs::read_to_string(from.join("plan.md"))?))?;
        for measure in 1..=10 {
            let file = format!("{measure:02}-tiltag.md");
            let mut text = shared_fields(&fs::read_to_string(from.join("measures").join(&file))?);
            let mut reports: Vec<PathBuf> = fs::read_dir(from.join("updates"))?
                .map(|entry| entry.map(|entry| entry.path()))
                .collect::<io::Result<_>>()?;
            reports.sort();
            for report in reports {
                let status = fs::read_to_string(report.join(&file))?;
                let words = status.rsplit_once("+++\n").map_or(status.as_str(), |(_, words)| words);
                text.push_str(&format!("\n## {}\n\n{words}", report.file_name().unwrap_or_default().to_string_lossy()));
            }
            write(to.join(&file), &text)?;
        }
    }
    Ok(())
}

/// Leaves the fields as they are: Hugo reads `title`, passes the others on, and has a meaning of its own for `kind` and `lang` alone.
fn shared_fields(text: &str) -> String {
    text.replace("\nkind = ", "\nsort = ")
}
