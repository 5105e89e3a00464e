//! `serve`: the site while it is written, for browsers on this machine alone.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Stdio},
    time::Duration,
};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Site, disk};

const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";
const MEASURE: &str = "/planer/a/01.html";
const REPORT: &str = "/planer/a/2020-06-30.html";

/// A preview that runs, and ends with the test.
struct Served {
    child: Child,
    root: TempDir,
    /// `127.0.0.1:4000`.
    host: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Served {
    fn start(site: &Site, more: &[&str]) -> Self {
        let root = tempfile::tempdir().expect("a folder");
        site.write_to(root.path());
        let mut command = disk::program();
        command.args(["serve", "--as-of", "2020-07-01", "--language", "en", "--root"]).arg(root.path()).args(more);
        if !more.contains(&"--port") {
            command.args(["--port", "0"]);
        }
        let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().expect("the program");
        let mut said = BufReader::new(child.stderr.take().expect("what it says")).lines();
        let url = said.by_ref().map_while(Result::ok).find_map(|line| {
            let at = line.find("http://")?;
            Some(line[at + 7..].split('/').next().expect("a host").to_owned())
        });
        // What it says later must go somewhere.
        std::thread::spawn(move || said.map_while(Result::ok).for_each(drop));
        Self { child, root, host: url.expect("an address") }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.host).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a limit");
        stream
    }

    /// Sends bytes and returns all that comes back.
    fn send(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect();
        // It may have answered and closed before all was sent.
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn ask(&self, method: &str, path: &str, headers: &str) -> String {
        self.send(
            format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n{headers}Connection: close\r\n\r\n", self.host).as_bytes(),
        )
    }

    fn get(&self, path: &str) -> String {
        self.ask("GET", path, "")
    }

    fn write(&self, path: &str, text: &str) {
        write(self.root.path(), path, text);
    }

    /// Listens to what is told of the whole site.
    fn listen(&self) -> Told {
        self.listen_at("")
    }

    /// Listens to what an open page is told.
    fn listen_at(&self, asked: &str) -> Told {
        let page = self.get("/");
        let at = page.find("data-events=\"").expect("our script") + 13;
        let events = page[at..].split('"').next().expect("an address").to_owned();
        let mut stream = self.connect();
        write!(stream, "GET {events}?{asked} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host).expect("a request");
        Told(BufReader::new(stream))
    }
}

/// What an open page is told.
struct Told(BufReader<TcpStream>);

impl Told {
    fn next(&mut self) -> Value {
        loop {
            let mut line = String::new();
            assert_ne!(self.0.read_line(&mut line).expect("a line"), 0, "the connection ended");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).expect("JSON");
            }
        }
    }

    /// Waits for a preview without a mistake that is another than one of that number.
    fn other_than(&mut self, number: &Value) -> Value {
        loop {
            let state = self.next();
            if state["number"] != *number && state["problem"].is_null() {
                return state["number"].clone();
            }
        }
    }

    /// Waits until something is wrong, and returns the words.
    fn problem(&mut self) -> String {
        loop {
            let state = self.next();
            if let Some(text) = state["problem"]["text"].as_str() {
                return text.to_owned();
            }
        }
    }
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
    fs::write(path, text).expect("the file");
}

fn status(words: &str) -> String {
    format!("+++\nlevel = \"Alt OK\"\nachieved = \"1,25\"\n+++\n{words}\n")
}

#[test]
fn a_saved_file_is_shown_and_open_pages_are_told() {
    let served = Served::start(&Site::small(), &[]);
    let page = served.get(MEASURE);
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Taksterne er forhandlet"), "{page}");
    assert!(page.contains("content/plans/a/measures/01.md · content/plans/a/updates/2020-06-30/01.md"), "{page}");
    let mut told = served.listen();
    let first = told.next()["number"].clone();
    served.write(STATUS, &status("Nu er taksterne på plads."));
    let second = told.other_than(&first);
    assert!(served.get(MEASURE).contains("Nu er taksterne på plads"));
    // A new file and a new folder are heard of too, and so is one that goes.
    served.write("content/plans/b/plan.md", "+++\ntitle = \"Plan B\"\nkind = \"savings\"\n+++\nEn til.\n");
    let third = told.other_than(&second);
    assert!(served.get("/planer/b/").contains("Plan B"));
    fs::remove_dir_all(served.root.path().join("content/plans/b")).expect("the folder");
    let fourth = told.other_than(&third);
    assert!(served.get("/planer/b/").starts_with("HTTP/1.1 404"));
    // All of it goes and comes back, as with a checkout of another branch.
    fs::remove_dir_all(served.root.path().join("content")).expect("the folder");
    Site::small().with(STATUS, status("En anden gren.")).write_to(served.root.path());
    told.other_than(&fourth);
    while !served.get(MEASURE).contains("En anden gren") {
        told.next();
    }
    let last = served.listen().next()["number"].clone();
    served.write(STATUS, &status("Og videre på den."));
    told.other_than(&last);
    assert!(served.get(MEASURE).contains("Og videre på den"));
    assert!(!served.root.path().join("public").exists(), "nothing is written");
    assert!(!served.root.path().join(".fremdrift").exists(), "nothing is written");
}

#[test]
fn twenty_open_pages_are_told_and_what_is_asked_for_then_is_never_older() {
    let served = Served::start(&Site::small(), &[]);
    let mut tabs: Vec<Told> =
        (0..20).map(|tab| served.listen_at(if tab % 2 == 0 { MEASURE } else { REPORT })).collect();
    let mut last: Vec<Value> = tabs.iter_mut().map(|tab| tab.next()["number"].clone()).collect();
    for round in 0..5 {
        let words = format!("Omgang{round} er begyndt.");
        served.write(STATUS, &status(&words));
        last[0] = tabs[0].other_than(&last[0]);
        assert!(served.get(REPORT).contains(&words));
        assert!(served.get("/search-texts.js").contains(&format!("omgang{round}")));
        for (tab, last) in tabs.iter_mut().zip(&mut last).skip(1) {
            *last = tab.other_than(last);
        }
    }
}

#[test]
fn a_mistake_stands_above_the_last_sound_page_until_it_is_mended() {
    let served = Served::start(&Site::small(), &[]);
    let mut told = served.listen();
    let first = told.next()["number"].clone();
    for (path, broken, says) in [
        (STATUS, "+++\nlevel = \"Alt OKK\"\n+++\nTekst.\n".to_owned(), "01.md:2"),
        (STATUS, "+++\nlevel = \n".to_owned(), "01.md"),
        ("site.toml", "title = [".to_owned(), "site.toml"),
    ] {
        let sound = fs::read_to_string(served.root.path().join(path)).expect("the file");
        served.write(path, &broken);
        let problem = told.problem();
        assert!(problem.contains(says) && !problem.contains('\u{1b}'), "{problem}");
        assert!(served.get(MEASURE).contains("Taksterne er forhandlet"));
        served.write(path, &sound);
        // The page is the one that stands, so it is not loaded anew.
        loop {
            let state = told.next();
            if state["problem"].is_null() {
                assert_eq!(state["number"], first);
                break;
            }
        }
    }
}

#[test]
fn a_site_that_was_never_sound_says_why() {
    let served = Served::start(&Site::small().with(STATUS, "+++\nlevel = \n"), &[]);
    let page = served.get("/");
    assert!(page.starts_with("HTTP/1.1 503") && page.contains("data-events"), "{page}");
    let mut told = served.listen();
    assert!(told.problem().contains("01.md"));
    served.write(STATUS, &status("Nu går det."));
    told.other_than(&Value::from(0));
    assert!(served.get(MEASURE).contains("Nu går det"));
}

#[test]
fn nobody_else_gets_anything() {
    let served = Served::start(&Site::small(), &[]);
    let (_, port) = served.host.split_once(':').expect("a port");
    for host in [
        "evil.example",
        "localhost",
        "localhost.evil.example",
        "evil.example:80",
        "127.0.0.1",
        "0.0.0.0",
        "",
        "127.0.0.1:1",
        "LOCALHOST",
        "127.1",
    ] {
        for host in [host.to_owned(), format!("{host}:{port}")] {
            if ["127.0.0.1", "localhost"].map(|own| format!("{own}:{port}")).contains(&host) {
                continue;
            }
            let answer = served.send(format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes());
            assert!(!answer.starts_with("HTTP/1.1 200") && !answer.contains("Plan A"), "{host}: {answer}");
        }
    }
    for request in ["GET / HTTP/1.1\r\n", "GET / HTTP/1.0\r\n"] {
        let answer = served.send(format!("{request}Connection: close\r\n\r\n").as_bytes());
        assert!(!answer.contains("Plan A"), "{answer}");
    }
    let twice = format!("Host: {}\r\n", served.host);
    assert!(served.ask("GET", "/", &twice).starts_with("HTTP/1.1 40"));
    let absolute = served.ask("GET", "http://evil.example/", "");
    assert!(!absolute.contains("access-control"), "{absolute}");
    for header in [
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: https://localhost",
        "Origin: http://127.0.0.1:1",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
    ] {
        for path in ["/", MEASURE, "/theme.css"] {
            let answer = served.ask("GET", path, &format!("{header}\r\n"));
            assert!(answer.starts_with("HTTP/1.1 403") && !answer.contains("Plan A"), "{header} {path}: {answer}");
            assert!(!answer.to_lowercase().contains("access-control-allow"), "{answer}");
        }
    }
    for header in
        [format!("Origin: http://{}", served.host), "Sec-Fetch-Site: same-origin".into(), "Sec-Fetch-Site: none".into()]
    {
        assert!(served.ask("GET", "/", &format!("{header}\r\n")).starts_with("HTTP/1.1 200"), "{header}");
    }
    let sound = served.get("/");
    for header in
        ["cross-origin-resource-policy: same-origin", "x-frame-options: DENY", "x-content-type-options: nosniff"]
    {
        assert!(sound.contains(header), "{sound}");
    }
}

#[test]
fn nothing_is_served_that_is_no_page() {
    let site = Site::small().with("content/plans/a/hemmelig.txt", "et bilag, som ingen side viser");
    let served = Served::start(&site, &[]);
    for path in [
        "/../site.toml",
        "/%2e%2e/site.toml",
        "/..%2fsite.toml",
        "/site.toml",
        "/content/plans/a/plan.md",
        "//etc/passwd",
        "/etc/passwd",
        "/planer/../../site.toml",
        "/planer/a/..%5c..%5csite.toml",
        "/%00",
        "/%ff",
        "/.git/config",
        "/.fremdrift/",
        "/planer/a/hemmelig.txt",
        "/index.html/",
        "/planer/a/index.html%00.png",
        "/.",
        "/..",
        "/planer/a/.",
        "/C:/",
        "/%2fetc%2fpasswd",
        "/.fremdrift-0/events",
        "/.fremdrift-0/preview.js",
        "/planer%2fa%2f..",
    ] {
        let answer = served.get(path);
        let is_refused = answer.starts_with("HTTP/1.1 404") || answer.starts_with("HTTP/1.1 400");
        assert!(is_refused, "{path}: {answer}");
        for word in ["organisation =", "root:", "et bilag", "[core]"] {
            assert!(!answer.contains(word), "{path}: {answer}");
        }
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "BREW"] {
        let answer = served.ask(method, "/", "");
        assert!(!answer.starts_with("HTTP/1.1 200") && !answer.contains("Plan A"), "{method}: {answer}");
    }
    let state = served.get("/planer/a?x=1");
    assert!(state.contains("location: /planer/a/?x=1"), "{state}");
    let head = served.ask("HEAD", "/", "");
    assert!(head.starts_with("HTTP/1.1 200") && !head.contains("<html"), "{head}");
    let folder = served.get("/planer/a");
    assert!(folder.starts_with("HTTP/1.1 308") && folder.contains("location: /planer/a/"), "{folder}");
}

#[test]
fn garbage_ends_its_own_connection_and_nothing_else() {
    let served = Served::start(&Site::small(), &[]);
    let long = "a".repeat(64 * 1024);
    let many: String = (0..1000).map(|at| format!("X-{at}: y\r\n")).collect();
    let mut inputs: Vec<Vec<u8>> = vec![
        b"\r\n\r\n".to_vec(),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(),
        b"GET\r\n\r\n".to_vec(),
        b"GET / HTTP/9.9\r\n\r\n".to_vec(),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(),
        format!("GET /{long} HTTP/1.1\r\nHost: {}\r\n\r\n", served.host).into_bytes(),
        format!("GET / HTTP/1.1\r\nHost: {}\r\nX: {long}\r\n\r\n", served.host).into_bytes(),
        format!("GET / HTTP/1.1\r\nHost: {}\r\n{many}\r\n", served.host).into_bytes(),
        format!("GET / HTTP/1.1\r\nHost: {}\r\nContent-Length: -1\r\n\r\n", served.host).into_bytes(),
        format!(
            "GET / HTTP/1.1\r\nHost: {}\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\nzz\r\n",
            served.host
        )
        .into_bytes(),
    ];
    let mut seed: u64 = 0x9e37_79b9_7f4a_7c15;
    for _ in 0..200 {
        let mut next = || {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            seed
        };
        let mut request =
            format!("GET {MEASURE} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", served.host).into_bytes();
        for _ in 0..1 + next() % 6 {
            let at = usize::try_from(next()).expect("64 bits") % request.len();
            request[at] = next().to_le_bytes()[0];
        }
        inputs.push(request);
    }
    for input in &inputs {
        let mut stream = served.connect();
        let _ = stream.write_all(input);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let _ = stream.read_to_end(&mut Vec::new());
    }
    // Twenty tabs that listen do not keep others out.
    let mut tabs: Vec<Told> = (0..20).map(|_| served.listen()).collect();
    let first = tabs.iter_mut().map(|tab| tab.next()["number"].clone()).collect::<Vec<_>>();
    served.write(STATUS, &status("Alle faner følger med."));
    for (tab, number) in tabs.iter_mut().zip(&first) {
        tab.other_than(number);
    }
    assert!(served.get(MEASURE).contains("Alle faner følger med"));
}

/// Whoever asks and takes nothing of the answers loses the connection, and holds up nobody.
#[test]
fn who_never_reads_is_sent_away() {
    let large = [b"%PDF-1.4\n".as_slice(), &vec![b' '; 7_000_000]].concat();
    let site = Site::small().with("content/stor.pdf", large).with("content/index.md", "[Hent](stor.pdf)\n");
    let served = Served::start(&site, &[]);
    let asked = 12;
    let mut idle = served.connect();
    let request = format!("GET /stor.pdf HTTP/1.1\r\nHost: {}\r\n\r\n", served.host);
    idle.write_all(request.repeat(asked).as_bytes()).expect("requests");
    std::thread::sleep(Duration::from_secs(8));
    assert!(served.get("/").starts_with("HTTP/1.1 200"));
    let mut taken = 0;
    let mut bytes = vec![0; 1 << 16];
    while let Ok(count @ 1..) = idle.read(&mut bytes) {
        taken += count;
    }
    assert!(0 < taken && taken < asked * 7_000_000, "all of it was kept for whoever did not want it: {taken}");
    // Who reads slowly gets all of it.
    let mut slow = served.connect();
    slow.write_all(request.as_bytes()).expect("a request");
    let mut taken = 0;
    while taken < 7_000_000 {
        std::thread::sleep(Duration::from_millis(10));
        taken += slow.read(&mut bytes).expect("the rest");
    }
}

#[test]
fn what_an_audience_may_not_see_is_not_served() {
    let hidden = "+++\ntitle = \"Lukket sag\"\nkind = \"savings\"\nvisibility = \"internal\"\n+++\nKun for huset.\n";
    let site = Site::small().with("content/plans/b/plan.md", hidden);
    let public = Served::start(&site, &[]);
    assert!(public.get("/planer/b/").starts_with("HTTP/1.1 404") && !public.get("/").contains("Lukket sag"));
    let internal = Served::start(&site, &["--audience", "internal"]);
    assert!(internal.get("/planer/b/").contains("Kun for huset"));
}

#[test]
fn a_folder_without_a_site_is_said_at_once_in_the_page_too() {
    let served = Served::start(&Site::empty(), &[]);
    assert!(served.get("/").starts_with("HTTP/1.1 503"));
    assert!(served.listen().problem().contains("site.toml"));
}

#[test]
fn a_taken_port_is_passed_over_and_the_last_one_is_an_error() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its number").port();
    let site = Site::small();
    let served = Served::start(&site, &["--port", &port.to_string()]);
    assert_ne!(served.host, format!("127.0.0.1:{port}"));
    assert!(served.get("/").starts_with("HTTP/1.1 200"));
    // Whoever has the last port, none comes after it: `no-port`.
    let _last = std::net::TcpListener::bind("127.0.0.1:65535");
    let root = tempfile::tempdir().expect("a folder");
    site.write_to(root.path());
    let run =
        disk::program().args(["serve", "--port", "65535", "--language", "en", "--root"]).arg(root.path()).output();
    let run = run.expect("the program");
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.code() == Some(2) && said.contains("port 65535 cannot be used"), "{said}");
}
