//! What a build takes over of the last one: editions that are cut, and plans that nothing has changed.
#![cfg(unix)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
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

use crate::{
    support::{
        Site, disk,
        git::{self, Repo, Story},
        text_of,
    },
    warm::{MEASURE, OTHER, STATUS, two_plans},
};

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
        // A page at an address of before is made each time: it gives way to whatever else has that. So are copies of attachments.
        if let ["planer", plan, _, ..] = parts.as_slice()
            && !path.as_str().ends_with("/00.html")
            && path.extension() == "html"
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
    let site = two_plans().with("content/om.md", "+++\ntitle = \"Om\"\n+++\nTekst.\n");
    let story = Story::default().commit("2020-06-10", &site).tag("udgave/1");
    let press = Press { repo: story.told(), kept: KeptHere::default(), www: git::folder() };
    let made = |site: &Site, case: &str| press.publish_noted(site, case).1;
    const ALL: &str = "a b";
    assert_eq!(made(&site, "first"), ALL);
    assert_eq!(made(&site, "nothing is another"), "");
    let told = site.clone().edit(STATUS, "forhandlet", "genforhandlet");
    assert_eq!(made(&told, "a status"), "a");
    assert_eq!(made(&told.clone().edit(OTHER, "Biler", "Biler og busser"), "a measure of the other"), "b");
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

    // An edition that is open follows the content, and all are held against it.
    let open = editions.clone().edit("site.toml", "revision = \"udgave/1\"\n", "");
    made(&open, "an open edition");
    assert_eq!(made(&open, "an open edition still"), "");
    assert_eq!(made(&open.clone().edit(STATUS, "Alt OK", "Kritisk"), "a level that it says"), ALL);
    made(&latest, "cut again");

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
