//! A build that has little to do: it publishes what one that knows nothing would publish, and says the same.
#![cfg(unix)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use fremdrift::{
    diag::Error,
    git::{Completeness, Repository},
    history::{CacheStore, GitPast, HistoryCache},
    output::{Purpose, Sink, Staging, TakenFile},
    pipeline::{self, NoProgress},
    value::RelPath,
};

use sha2::{Digest, Sha256};

use crate::support::{
    Site,
    disk::{self, Run},
    git::{self, Repo, Story},
    random::Dice,
    text_of,
};

/// A site in a repository, published beside it again and again.
struct Desk {
    repo: Repo,
    www: tempfile::TempDir,
}

const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";
const MEASURE: &str = "content/plans/a/measures/01.md";
const AS_OF: &str = "2020-12-31";

impl Desk {
    fn new() -> Self {
        let context = Self { repo: Repo::new(), www: git::folder() };
        // Another plan, which leads to the first: what happens to that one may be told here.
        let site = |site: Site| {
            site.with(
                "content/plans/b/plan.md",
                "+++\ntitle = \"Anden\"\nkind = \"savings\"\nyear = 2020\nunit = \"mio. kr.\"\ncommittee = \"USB\"\n+++\nSe [takster](../a/measures/01.md) og [planen](../a/plan.md).\n",
            )
            .with("content/plans/b/measures/01.md", "+++\nnumber = \"1\"\ntitle = \"Biler\"\nrequired = \"1,0\"\n+++\nSe [notatet om biler](02.pdf).\n")
            .with("content/plans/b/measures/02.pdf", "%PDF-1.4\n%%EOF\n")
        };
        // A date that has passed is a warning: it must be said each time.
        let site = site(Site::small()).edit("site.toml", "title = ", "theme = \"by\"\ntitle = ").edit(
            MEASURE,
            "title = ",
            "due = \"2020-06-30\"\ntitle = ",
        );
        context.write_site(&site);
        context.write("themes/by/i18n/da.ftl", "level = Ampel\n");
        context.commit("2020-06-30T12:00:00Z");
        context
    }

    fn root(&self) -> &Path {
        self.repo.path()
    }

    fn out(&self) -> PathBuf {
        self.www.path().join("warm/public")
    }

    fn write_site(&self, site: &Site) {
        site.write_to(self.root());
    }

    fn write(&self, path: &str, text: &str) {
        self.repo.write(path, text);
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.root().join(path)).expect("text");
        assert!(text.contains(from), "{path} holds no {from:?}: {text}");
        self.write(path, &text.replace(from, to));
    }

    fn remove(&self, path: &str) {
        fs::remove_file(self.root().join(path)).expect("removed");
    }

    fn commit(&self, when: &str) {
        self.repo.git(&["add", "--all"]);
        self.repo.git(&["-c", &format!("user.name={when}"), "commit", "--quiet", "--allow-empty", "-m", when]);
    }

    fn command(&self, out: &Path, words: &[&str]) -> Command {
        let mut command = disk::program();
        command.arg("build").args(words).arg("--root").arg(self.root()).arg("--out").arg(out);
        command
    }

    fn run(&self, words: &[&str]) -> Run {
        disk::run(&mut self.command(&self.out(), words))
    }

    /// Builds; answers whether that was spared. A build that makes anything puts it beside the output folder first.
    fn is_spared(&self, words: &[&str]) -> bool {
        let moment = || {
            let beside = self.www.path().join("warm").metadata().expect("a folder");
            (beside.ctime(), beside.ctime_nsec())
        };
        let before = moment();
        let run = self.run(words);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        moment() == before
    }

    /// Holds a build to one that knows nothing, which is published elsewhere.
    #[track_caller]
    fn assert_as_anew(&self, words: &[&str], case: &str) {
        let cold = self.www.path().join("cold/public");
        drop(fs::remove_dir_all(&cold));
        let warm = self.run(words);
        let anew = disk::run(&mut self.command(&cold, &[words, &["--no-cache"]].concat()));
        assert_eq!((warm.code, said(&warm)), (anew.code, said(&anew)), "{case}");
        assert_eq!(warm.stdout, anew.stdout, "{case}");
        if warm.code == Some(0) {
            disk::assert_same(&disk::files(&cold), &disk::files(&self.out()), case);
        }
    }
}

/// Returns what was said, without how long it took, where it was published and whether that was the same already.
fn said(run: &Run) -> String {
    let is_of_site = |line: &&str| !line.contains("public") && !line.contains("Intet er ændret");
    let lines = run.stderr.lines().filter(is_of_site).map(|line| match line.split_once(" på ") {
        Some((before, after)) if line.starts_with("Byggede") => {
            format!("{before}{}", &after[after.find(" s ").unwrap_or(0)..])
        }
        _ => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

const PLAIN: [&str; 2] = ["--as-of", AS_OF];

#[test]
fn with_nothing_changed_nothing_is_made_and_the_same_is_said() {
    let context = Desk::new();
    let first = context.run(&PLAIN);
    assert_eq!(first.code, Some(0), "{}", first.stderr);
    assert!(first.stderr.contains("overdue-"), "a warning is there to be said again: {}", first.stderr);
    assert!(context.is_spared(&PLAIN), "it is known");
    let again = context.run(&PLAIN);
    assert_eq!(said(&first), said(&again));
    assert!(again.stderr.contains("Intet er ændret"), "{}", again.stderr);
    assert!(context.is_spared(&["--as-of", AS_OF, "--format", "json"]), "how findings are printed is no other site");
    context.assert_as_anew(&["--as-of", AS_OF, "--format", "json"], "as JSON");
    context.assert_as_anew(&["--as-of", AS_OF, "--strict"], "strictly");
    assert_eq!(context.run(&["--as-of", AS_OF, "--strict"]).code, Some(1));
    // Git notes afresh what it knows of the files; nothing of the site is another.
    context.repo.git(&["status"]);
    assert!(context.is_spared(&PLAIN));
    assert!(!context.is_spared(&["--as-of", AS_OF, "--no-cache"]), "unless it is asked for");
    // What a build is asked for is a part of it.
    for words in [&["--as-of", "2020-12-30"][..], &["--as-of", AS_OF, "--language", "en"], &PLAIN] {
        assert!(!context.is_spared(words), "{words:?}");
        assert!(context.is_spared(words), "{words:?}");
    }
    // Another program may say otherwise.
    let other = context.www.path().join("program");
    fs::copy(assert_cmd::cargo::cargo_bin!("fremdrift"), &other).expect("copied");
    let manifest = || context.out().metadata().map(|facts| facts.ctime_nsec()).expect("a folder");
    let kept = || fs::read(context.root().join(".fremdrift/build-public")).expect("it is kept");
    let (stood, known) = (manifest(), kept());
    let run = disk::run(
        Command::new(&other).arg("build").args(PLAIN).arg("--root").arg(context.root()).arg("--out").arg(context.out()),
    );
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(manifest() == stood && kept() != known, "the same is published, and another program has made it");
    let elsewhere = context.www.path().join("warm/other");
    let run = disk::run(&mut context.command(&elsewhere, &PLAIN));
    assert!(run.code == Some(0) && elsewhere.join("index.html").is_file(), "{}", run.stderr);
}

/// Something that happens to a site between two builds.
type Happening = (&'static str, fn(&Desk));

const HAPPENINGS: [Happening; 19] =
    [
        ("the text of a status", |context| context.edit(STATUS, "forhandlet", "forhandlet igen")),
        ("a level", |context| context.edit(STATUS, "Alt OK", "Kritisk")),
        ("a level as long as before, at the same second", |context| {
            let file = context.root().join(STATUS);
            let written = file.metadata().and_then(|facts| facts.modified()).expect("a time");
            context.edit(STATUS, "1,25", "1,75");
            fs::File::options().write(true).open(file).and_then(|file| file.set_modified(written)).expect("set back");
        }),
        ("a file more", |context| {
            context.write("content/plans/a/measures/02.md", "+++\nnumber = \"2\"\ntitle = \"Mere\"\n+++\n")
        }),
        ("a file less", |context| context.remove("content/plans/a/measures/02.md")),
        ("another name", |context| {
            context.write("content/plans/a/measures/03.md", "+++\nnumber = \"3\"\ntitle = \"Ny\"\n+++\n");
            let root = context.root().join("content/plans/a/measures");
            fs::rename(root.join("03.md"), root.join("04.md")).expect("renamed");
        }),
        ("a measure is closed", |context| context.edit(MEASURE, "number", "visibility = \"closed\"\nnumber")),
        ("it is open again", |context| context.edit(MEASURE, "visibility = \"closed\"\n", "")),
        ("a setting", |context| context.edit("site.toml", "Prøveby", "Nyby")),
        ("a template", |context| {
            context.write(
                "themes/by/templates/plan.html",
                "{% extends \"default/plan.html\" %}\n{% block heading %}Vores{% endblock %}\n",
            );
        }),
        ("the words of a theme", |context| context.write("themes/by/i18n/da.ftl", "level = Lys\n")),
        ("a commit", |context| context.commit("2020-07-02T12:00:00Z")),
        ("an edition", |context| {
            context.repo.git(&["tag", "udgave/1"]);
            context.write("site.toml", &(fs::read_to_string(context.root().join("site.toml")).expect("text")
            + "\n[[editions]]\nid = \"2020-06\"\ntitle = \"Juni\"\nas_of = 2020-07-03\nrevision = \"udgave/1\"\n"));
        }),
        ("a tag that moves", |context| {
            context.edit(STATUS, "igen", "atter");
            context.commit("2020-07-04T12:00:00Z");
            context.repo.git(&["tag", "--force", "udgave/1"]);
        }),
        ("a commit of nothing", |context| context.commit("2020-07-05T12:00:00Z")),
        ("an error", |context| context.edit(STATUS, "Kritisk", "Hvad?")),
        ("no error", |context| context.edit(STATUS, "Hvad?", "Kritisk")),
        ("a page is gone", |context| fs::remove_file(context.out().join("index.html")).expect("removed")),
        ("a page is another", |context| fs::write(context.out().join("index.html"), "x").expect("written")),
    ];

#[test]
fn whatever_happens_a_build_is_as_one_that_knows_nothing() {
    let context = Desk::new();
    context.run(&PLAIN);
    for (case, happen) in HAPPENINGS {
        happen(&context);
        if case == "a page is another" {
            let run = context.run(&PLAIN);
            assert!(
                run.code == Some(2) && run.stderr.contains("index.html"),
                "nothing of others is overwritten: {}",
                run.stderr
            );
            continue;
        }
        context.assert_as_anew(&PLAIN, case);
        if case == "a measure is closed" {
            let files = disk::files(&context.out());
            assert!(
                files.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("Takster")),
                "it is published nowhere"
            );
        }
    }
}

#[test]
fn in_any_order_too() {
    // Those that need nothing to have happened before.
    let any: Vec<&Happening> = HAPPENINGS
        .iter()
        .filter(|(case, _)| {
            ["a file more", "another name", "a setting", "a template", "the words of a theme", "a commit of nothing"]
                .contains(case)
        })
        .collect();
    let context = Desk::new();
    context.run(&PLAIN);
    let mut dice = Dice::new(7);
    for round in 0..6 {
        let mut cases = Vec::new();
        for _ in 0..=dice.below(2) {
            let (case, happen) = any[dice.below(any.len())];
            if *case == "a setting" {
                context.edit("site.toml", "Kommune", "Kommune i dag");
            } else {
                happen(&context);
            }
            cases.push(case);
        }
        context.assert_as_anew(&PLAIN, &format!("{round}: {cases:?}"));
    }
}

#[test]
fn what_is_kept_and_not_sound_is_nothing() {
    let context = Desk::new();
    context.run(&PLAIN);
    let kept = context.root().join(".fremdrift/build-public");
    let sound = fs::read(&kept).expect("it is kept");
    let other = Desk::new();
    other.run(&PLAIN);
    let foreign = fs::read(other.root().join(".fremdrift/build-public")).expect("it is kept");
    let mut damaged = sound.clone();
    let quoted = damaged.windows(6).position(|bytes| bytes == b"due = ").expect("a line that is quoted");
    damaged[quoted] = b'x';
    for (case, bytes) in
        [("cut off", &sound[..sound.len() / 2]), ("empty", &[]), ("damaged", &damaged), ("another site's", &foreign)]
    {
        fs::write(&kept, bytes).expect("written");
        assert!(!context.is_spared(&PLAIN), "{case}");
        fs::write(&kept, bytes).expect("written");
        context.assert_as_anew(&PLAIN, case);
    }
    assert!(context.is_spared(&PLAIN), "it was kept anew");
    // As a clone would bring it.
    context.repo.git(&["add", "--force", ".fremdrift"]);
    assert!(!context.is_spared(&PLAIN), "what git tracks is not believed");
}

#[test]
fn what_is_withheld_of_the_past_is_kept_nowhere() {
    let context = Desk::new();
    context.edit(STATUS, "forhandlet", "hemmeligt");
    context.commit("2020-07-02T12:00:00Z");
    context.edit(STATUS, "hemmeligt", "aftalt");
    context.commit("2020-07-03T12:00:00Z");
    context.run(&PLAIN);
    assert!(context.is_spared(&PLAIN));
    let commit = context.repo.git(&["rev-parse", "HEAD"]);
    let redact = format!("[history]\nredact = [\"{commit}\"]\n[scales.status]");
    context.edit("site.toml", "[scales.status]", &redact);
    let run = context.run(&PLAIN);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    context.assert_as_anew(&PLAIN, "something is withheld");
    for (name, bytes) in disk::files(&context.root().join(".fremdrift")) {
        assert!(bytes.is_empty() || name == ".gitignore", "{name}");
    }
    assert!(!context.is_spared(&PLAIN));
}

#[test]
fn what_is_withheld_of_the_past_goes_without_a_cache_too() {
    let context = Desk::new();
    context.run(&PLAIN);
    let kept = || {
        let mut files = disk::files(&context.root().join(".fremdrift"));
        files.retain(|name, bytes| name != ".gitignore" && !bytes.is_empty());
        files.into_keys().collect::<Vec<_>>()
    };
    context.run(&["--as-of", AS_OF, "--no-cache"]);
    assert!(kept().len() >= 2, "as long as nothing is withheld: {:?}", kept());
    context.write(".fremdrift/editions-internal", "of another audience");
    let commit = context.repo.git(&["rev-parse", "HEAD"]);
    context.edit("site.toml", "[scales.status]", &format!("[history]\nredact = [\"{commit}\"]\n[scales.status]"));
    let run = context.run(&["--as-of", AS_OF, "--no-cache"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(kept().is_empty(), "{:?}", kept());
}

#[test]
fn what_lies_behind_a_link_is_never_taken_to_be_unchanged() {
    use std::os::unix::fs::symlink;
    let context = Desk::new();
    let moved_behind = |from: &Path, to: &str| {
        let to = context.www.path().join(to);
        fs::rename(from, &to).expect("moved");
        symlink(&to, from).expect("a link");
    };
    context.run(&PLAIN);
    assert!(context.is_spared(&PLAIN));
    let published = context.out();
    moved_behind(&published, "behind");
    let run = context.run(&PLAIN);
    assert_eq!(run.code, Some(2), "what is no folder is refused, as ever: {}", run.stderr);
    fs::remove_file(&published).expect("removed");
    // As several working trees share a repository.
    moved_behind(&context.root().join(".git/refs"), "refs");
    moved_behind(&context.root().join(".git/objects"), "objects");
    context.run(&PLAIN);
    assert!(!context.is_spared(&PLAIN));
    context.edit(STATUS, "Alt OK", "Kritisk");
    context.commit("2020-07-02T12:00:00Z");
    context.run(&PLAIN);
    context.commit("2020-07-03T12:00:00Z");
    context.assert_as_anew(&PLAIN, "a commit");
}

/// Writes a time zone of so many hours as systems keep it (RFC 9636), in the place of Copenhagen's.
fn write_zone(folder: &Path, hours: i32) {
    let mut bytes = Vec::new();
    for _ in 0..2 {
        bytes.extend_from_slice(b"TZif2");
        bytes.extend_from_slice(&[0; 15]);
        for count in [0_u32, 0, 0, 0, 1, 4] {
            bytes.extend_from_slice(&count.to_be_bytes());
        }
        bytes.extend_from_slice(&(hours * 3600).to_be_bytes());
        bytes.extend_from_slice(&[0, 0]);
        bytes.extend_from_slice(b"XXX\0");
    }
    bytes.extend_from_slice(format!("\nXXX{}\n", -hours).as_bytes());
    disk::write(folder, [("Europe/Copenhagen", bytes.as_slice())]);
}

#[test]
fn a_day_that_has_passed_is_another_site() {
    let context = Desk::new();
    let zones = git::folder();
    // Whatever time it is, these two have another day.
    let build = |hours: i32| {
        let zone = zones.path().join(hours.to_string());
        write_zone(&zone, hours);
        let run = disk::run(context.command(&context.out(), &[]).env("TZDIR", &zone));
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        disk::files(&context.out())
    };
    let (today, tomorrow) = (build(-11), build(14));
    assert!(disk::difference(&today, &tomorrow).is_some(), "each page says the day");
}

/// What one build keeps for the next, in memory.
#[derive(Default)]
struct KeptHere(Mutex<BTreeMap<String, Vec<u8>>>);

impl CacheStore for KeptHere {
    fn recall(&self, name: &str) -> Option<Vec<u8>> {
        self.0.lock().expect("whole").get(name).cloned()
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        self.0.lock().expect("whole").insert(name.to_owned(), bytes.to_vec());
    }
}

/// Counts the files of editions that are made, and notes the plans of which any is.
struct CountingSink {
    staging: Staging,
    made: AtomicUsize,
    plans: Mutex<BTreeSet<String>>,
}

impl Sink for CountingSink {
    fn put(&self, path: &RelPath, bytes: &[u8]) -> Result<(), Error> {
        self.put_noted(path, bytes).map(|_| ())
    }

    fn put_noted(&self, path: &RelPath, bytes: &[u8]) -> Result<Option<TakenFile>, Error> {
        if path.as_str().starts_with("editions/") && path.parts().count() > 2 {
            self.made.fetch_add(1, Ordering::Relaxed);
        }
        let parts: Vec<&str> = path.parts().collect();
        // A page at an address of before is made each time: it gives way to whatever else has that.
        if let ["planer", plan, _, ..] = parts.as_slice()
            && !path.as_str().ends_with("/00.html")
        {
            self.plans.lock().expect("whole").insert((*plan).to_owned());
        }
        self.staging.put_noted(path, bytes)
    }

    fn has(&self, path: &RelPath) -> bool {
        self.staging.has(path)
    }

    fn taken_below(&self, folder: &str) -> Option<Vec<TakenFile>> {
        self.staging.taken_below(folder)
    }

    fn take_over(&self, files: &[TakenFile]) -> Result<bool, Error> {
        self.staging.take_over(files)
    }
}

/// A site with editions that is published again and again, with what the last build kept.
struct Press {
    repo: Repo,
    kept: KeptHere,
    www: tempfile::TempDir,
}

impl Press {
    fn out(&self) -> PathBuf {
        self.www.path().join("public")
    }

    /// Publishes a site, and answers how many files of editions were made. It is as one that is made with nothing known.
    #[track_caller]
    fn publish(&self, site: &Site, case: &str) -> usize {
        self.publish_noted(site, case).0
    }

    /// The same, and the plans of which pages were made.
    #[track_caller]
    fn publish_noted(&self, site: &Site, case: &str) -> (usize, String) {
        let repository = Repository::discover(self.repo.path(), Completeness::Required).expect("read").expect("there");
        let head = repository.head().expect("read").expect("a commit");
        let past = |kept| GitPast { repository: &repository, head, kept };
        let anew = site.build_with(&past(None));
        assert!(anew.built.is_publishable(), "{case}: {:?}", anew.codes());
        let staging = Staging::open(&self.out(), "test", Purpose::default()).expect("opened");
        let sink = CountingSink { staging, made: AtomicUsize::new(0), plans: Mutex::default() };
        let past = past(Some(HistoryCache { memory: &self.kept, program: "test" }));
        let built = pipeline::build(&site.input_with(Some(&past)), &sink, &NoProgress).expect("built");
        assert_eq!((built.counts, &built.findings), (anew.built.counts, &anew.built.findings), "{case}");
        sink.staging.finish().expect("published");
        let mut published = disk::files(&self.out());
        published.remove(".fremdrift-manifest.json");
        let anew = anew.files.into_iter().map(|(path, bytes)| (path.to_string(), bytes.to_vec())).collect();
        disk::assert_same(&anew, &published, case);
        let plans: Vec<String> = sink.plans.into_inner().expect("whole").into_iter().collect();
        (sink.made.into_inner(), plans.join(" "))
    }
}

fn edition(id: &str, title: &str, as_of: &str) -> String {
    format!("\n[[editions]]\nid = \"{id}\"\ntitle = \"{title}\"\nas_of = {as_of}\nrevision = \"udgave/{id}\"\n")
}

#[test]
fn editions_that_are_cut_are_made_once() {
    let other = "content/plans/a/updates/2020-06-30/02.md";
    let two = Site::small()
        .with("content/plans/a/measures/02.md", "+++\nnumber = \"2\"\ntitle = \"Bosteder\"\n+++\n")
        .with(other, "+++\nlevel = \"Alt OK\"\n+++\nBygningerne er fundet.\n");
    let later = two.clone().edit(STATUS, "forhandlet", "genforhandlet").edit(STATUS, "1,25", "1,50");
    let last = later.clone().edit(STATUS, "Alt OK", "Kritisk");
    let story = Story::default()
        .commit("2020-06-10", &two)
        .tag("udgave/1")
        .commit("2020-06-20", &later)
        .tag("udgave/2")
        .commit("2020-06-25", &last)
        .tag("udgave/3");
    let press = Press { repo: story.told(), kept: KeptHere::default(), www: git::folder() };
    let editions = edition("1", "Første", "2020-06-30") + &edition("2", "Anden", "2020-07-01");
    let now = last.append("site.toml", &editions).as_of("2020-07-03");
    let all = press.publish(&now, "first");
    assert!(all > 20, "{all}");
    assert_eq!(press.publish(&now, "nothing is another"), 0);
    let now = now.edit(STATUS, "genforhandlet", "aftalt");
    assert_eq!(press.publish(&now, "a status of today"), 0, "no edition says it");

    // What is hidden today is hidden in all of them, whatever was kept.
    let closed = now.clone().edit("content/plans/a/measures/02.md", "title", "visibility = \"closed\"\ntitle");
    assert!(press.publish(&closed, "a measure is closed") > 0);
    let says = |word: &str| disk::files(&press.out()).values().any(|bytes| text_of(bytes).contains(word));
    assert!(says("Takster") && !says("Bosteder"));
    assert_eq!(press.publish(&closed, "it stays closed"), 0);
    assert!(press.publish(&now, "it is open again") > 0);
    assert!(says("Bosteder"));

    // The same of what has no page of its own, so that no link tells that it is gone.
    let silent = now.clone().edit(other, "level", "visibility = \"closed\"\nlevel");
    assert!(press.publish(&silent, "a status is closed") > 0);
    assert!(!says("Bygningerne er"), "no edition says it");
    press.publish(&now, "the status is open again");

    let titled = now.clone().edit("site.toml", "Anden", "Nummer to");
    assert!(press.publish(&titled, "another title") > 0);
    let addressed =
        titled.clone().edit("site.toml", "title = \"Status\"", "url = \"https://x.dk\"\ntitle = \"Status\"");
    assert!(press.publish(&addressed, "a public address") > 0);
    let more = addressed.with("content/plans/a/measures/03.md", "+++\nnumber = \"3\"\ntitle = \"Nyt\"\n+++\n");
    press.publish(&more, "a page more today");
    let fewer = more.clone().without("content/plans/a/measures/02.md").without(other);
    assert!(press.publish(&fewer, "a page less today, to which editions lead") > 0);
    let three = fewer.append("site.toml", &edition("3", "Tredje", "2020-07-02"));
    assert!(press.publish(&three, "an edition more") > 0);
    let first_moved = three.clone().edit("site.toml", "revision = \"udgave/1\"", "revision = \"udgave/2\"");
    assert!(press.publish(&first_moved, "what an edition is held against is cut from another commit") > 0);
    assert!(press.publish(&three, "and back") > 0);
    assert_eq!(press.publish(&three, "all is kept"), 0);
    press.repo.git(&["tag", "--force", "udgave/1", "udgave/2"]);
    assert!(press.publish(&three, "the tag of the first, which the second is held against, has moved") > 0);

    // What was kept and is not sound is nothing, and so is what is not published any more.
    fs::remove_file(press.out().join("editions/1/index.html")).expect("removed");
    assert!(press.publish(&three, "a page is gone") > 0);
    let kept = press.kept.recall("editions-public").expect("it is kept");
    for bytes in [&kept[..kept.len() / 2], &[], &[kept.as_slice(), b"x"].concat()] {
        press.kept.keep("editions-public", bytes);
        assert!(press.publish(&three, "what is kept is damaged") > all);
    }
    let commit = press.repo.git(&["rev-parse", "HEAD"]);
    let withheld =
        three.edit("site.toml", "[scales.status]", &format!("[history]\nredact = [\"{commit}\"]\n[scales.status]"));
    press.publish(&withheld, "something is withheld");
    for name in ["editions-public", "snapshots-public"] {
        assert_eq!(press.kept.recall(name).as_deref(), Some(&[][..]), "{name}: not a word is kept");
    }
}

#[test]
fn what_editions_said_is_read_once() {
    const NAME: &str = "snapshots-public";
    const GONE: &str = "content/plans/a/measures/02.md";
    let then = Site::small().with(GONE, "+++\nnumber = \"2\"\ntitle = \"Bosteder\"\n+++\n");
    let later = then.clone().without(GONE);
    let story =
        Story::default().commit("2020-06-10", &then).tag("udgave/1").commit("2020-06-20", &later).tag("udgave/2");
    let press = Press { repo: story.told(), kept: KeptHere::default(), www: git::folder() };
    // The second is a committee's, so that of the first no more than its part is held against it.
    let second = edition("2", "Anden", "2020-07-01") + "committee = \"USB\"\n";
    let now = later.append("site.toml", &(edition("1", "Første", "2020-06-30") + &second)).as_of("2020-07-03");
    press.publish(&now, "first");
    press.publish(&now.clone().edit(STATUS, "1,25", "1,75"), "with what is kept");

    // Nothing but a sum keeps what is kept from telling what never was: so its words show that it is what is told.
    let kept = press.kept.recall(NAME).expect("it is kept");
    let mut body = kept.get(32..).expect("a sum").to_vec();
    for at in 0..body.len() {
        if body[at..].starts_with(b"Bosteder") {
            body[at..at + 8].copy_from_slice(b"Bostedet");
        }
    }
    press.kept.keep(NAME, &[Sha256::digest(&body).as_slice(), &body].concat());
    let repository = Repository::discover(press.repo.path(), Completeness::Required).expect("read").expect("there");
    let head = repository.head().expect("read").expect("a commit");
    let says = |site: &Site, word: &str| {
        let kept = Some(HistoryCache { memory: &press.kept, program: "test" });
        let made = site.build_with(&GitPast { repository: &repository, head, kept });
        ["planer/a/index.html", "editions/2/planer/a/index.html"].map(|page| made.page(page).contains(word))
    };
    assert_eq!(says(&now, "Bostedet"), [true, true], "gone since the first edition, or since its part");
    // What is hidden today is another sum.
    let hidden = now.clone().with(GONE, "+++\nnumber = \"2\"\ntitle = \"Bosteder\"\nvisibility = \"closed\"\n+++\n");
    assert_eq!(says(&hidden, "Bostede"), [false, false]);
    assert_eq!(says(&now, "Bosteder"), [true, true], "read anew");
    // Damaged, it is nothing, and goes.
    press.kept.keep(NAME, &body);
    assert_eq!(says(&now, "Bosteder"), [true, true]);
}

#[test]
fn plans_are_drawn_once() {
    const FILE: &str = "content/plans/b/measures/01.md";
    let site = Site::small()
        .with("content/plans/b/plan.md", "+++\ntitle = \"Anden\"\nkind = \"savings\"\nyear = 2020\nunit = \"mio. kr.\"\ncommittee = \"USB\"\n+++\nSe [takster](../a/measures/01.md).\n")
        .with(FILE, "+++\nnumber = \"1\"\ntitle = \"Biler\"\nrequired = \"1,0\"\nformerly = [\"00\"]\n+++\n")
        .with("content/om.md", "+++\ntitle = \"Om\"\n+++\nTekst.\n");
    let story = Story::default().commit("2020-06-10", &site).tag("udgave/1");
    let press = Press { repo: story.told(), kept: KeptHere::default(), www: git::folder() };
    let made = |site: &Site, case: &str| press.publish_noted(site, case).1;
    const ALL: &str = "a b";
    assert_eq!(made(&site, "first"), ALL);
    assert_eq!(made(&site, "nothing is another"), "");
    let told = site.clone().edit(STATUS, "forhandlet", "genforhandlet");
    assert_eq!(made(&told, "a status"), "a");
    assert_eq!(made(&told.clone().edit(FILE, "Biler", "Biler og busser"), "a measure of the other"), "b");
    assert_eq!(made(&told, "as before: what was kept of that is gone"), "b");
    let listed = ["content/plans/a/note.pdf", "content/ny.md"];
    for file in listed {
        let more = told
            .clone()
            .with(file, if file.ends_with("md") { "+++\ntitle = \"Ny\"\n+++\n" } else { "%PDF-1.4\n%%EOF\n" });
        assert_eq!(made(&more, "a file that may be led to"), ALL, "{file}");
    }
    // What all plans share.
    for (file, from, to) in [
        ("site.toml", "Prøveby", "Nyby"),
        ("content/committees.toml", "Social", "Psykiatri"),
        ("content/om.md", "Tekst", "Andet"),
    ] {
        assert_eq!(made(&told, file), ALL, "{file}");
        assert_eq!(made(&told.clone().edit(file, from, to), file), ALL, "{file}");
    }
    made(&told, "again");
    // A measure is closed that the other plan leads to: no address of it is left there.
    let closed = told.clone().edit(MEASURE, "number", "visibility = \"closed\"\nnumber");
    assert_eq!(made(&closed, "closed"), ALL);
    assert!(disk::files(&press.out()).values().all(|bytes| !text_of(bytes).contains("Takster")));
    made(&told, "open");
    // A day later something may be overdue, or out.
    assert_eq!(made(&told.clone().as_of("2020-08-02"), "another day"), ALL);
    made(&told, "that day");
    // A commit is told on the pages of its plan, and of what all share on all.
    told.clone().write_to(press.repo.path());
    press.repo.git(&["add", "--all"]);
    press.repo.git(&["commit", "--quiet", "-m", "x"]);
    assert_eq!(made(&told, "a commit of a"), "a");
    let editions = told.clone().append("site.toml", &edition("1", "Første", "2020-06-30"));
    assert_eq!(made(&editions, "an edition"), ALL);
    let latest = editions.clone().edit(STATUS, "genforhandlet", "aftalt");
    assert_eq!(made(&latest, "a status, beside an edition"), "a");

    // What does not stand as it was published is made anew, and so is what was kept and is not sound.
    fs::remove_file(press.out().join("planer/b/index.html")).expect("removed");
    assert_eq!(made(&latest, "a page is gone"), "b");
    let kept = press.kept.recall("plans-public").expect("it is kept");
    for bytes in [&kept[..kept.len() / 2], &[], &[kept.as_slice(), b"x"].concat()] {
        press.kept.keep("plans-public", bytes);
        assert_eq!(made(&latest, "what is kept is damaged"), ALL);
    }
    let commit = press.repo.git(&["rev-parse", "HEAD"]);
    let withheld =
        latest.edit("site.toml", "[scales.status]", &format!("[history]\nredact = [\"{commit}\"]\n[scales.status]"));
    assert_eq!(made(&withheld, "something is withheld"), ALL);
    assert_eq!(press.kept.recall("plans-public").as_deref(), Some(&[][..]), "not a word is kept");
}
