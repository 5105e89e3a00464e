//! Publishing as a whole, and with every operation failing in turn.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use rayon::prelude::*;
use tempfile::TempDir;

use super::{
    PublishOutcome, Purpose, Sink, Staging,
    fault::{AfterFault, Fault},
    manifest,
    staging::StagingOptions,
};
use crate::{
    diag::{Error, ErrorKind},
    value::RelPath,
};

type TestSite = &'static [(&'static str, &'static str)];

const OLD: TestSite = &[
    ("index.html", "old index"),
    ("same.html", "the same"),
    ("plans/a/index.html", "the same a"),
    ("plans/gone/index.html", "an old plan"),
];
const NEW: TestSite = &[
    ("index.html", "new index"),
    ("same.html", "the same"),
    ("plans/a/index.html", "the same a"),
    ("plans/b/deep/index.html", "a new plan"),
];

/// A folder with an output folder in it.
struct TestBench(TempDir);

impl TestBench {
    fn new() -> Self {
        // In memory where there is such a place: these tests bring a thousand sites to the disk.
        Self(tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder"))
    }

    fn out(&self) -> PathBuf {
        self.0.path().join("public")
    }

    fn publish(&self, site: TestSite) -> Result<PublishOutcome, Error> {
        self.publish_with(site, Fault::default())
    }

    fn publish_with(&self, site: TestSite, fault: Fault) -> Result<PublishOutcome, Error> {
        let staging = Staging::open_with(&self.out(), "1.0", Purpose::default(), StagingOptions { tries: 1, fault })?;
        site.par_iter().try_for_each(|(path, text)| staging.put(&path_of(path), text.as_bytes()))?;
        staging.finish()
    }

    /// Publishing is refused; answers why.
    fn refusal(&self) -> String {
        let before = tree(self.0.path());
        let error = self.publish(NEW).expect_err("refused");
        assert_eq!(error.kind(), ErrorKind::ForeignFiles, "{error}");
        assert_eq!(tree(self.0.path()), before, "nothing was touched");
        error.to_string()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.out().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    fn holds(&self, site: TestSite) -> bool {
        let mut tree = tree(&self.out());
        let listed = tree.remove(manifest::NAME).is_some_and(|text| site.iter().all(|(path, _)| text.contains(path)));
        let site: BTreeMap<_, _> = site.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect();
        listed && tree == site
    }

    fn names(&self) -> Vec<String> {
        let names = fs::read_dir(self.0.path()).expect("a folder");
        names.map(|entry| entry.expect("an entry").file_name().into_string().expect("text")).collect()
    }
}

fn path_of(text: &str) -> RelPath {
    RelPath::new(text).expect("a path")
}

/// Everything below a folder but folders: the text of files, the targets of links.
fn tree(root: &Path) -> BTreeMap<String, String> {
    let mut tree = BTreeMap::new();
    for entry in walkdir::WalkDir::new(root).into_iter().flatten().filter(|entry| !entry.file_type().is_dir()) {
        let name = entry.path().strip_prefix(root).expect("below").to_str().expect("text").to_owned();
        let text = match entry.file_type().is_symlink() {
            true => format!("-> {}", fs::read_link(entry.path()).expect("a link").display()),
            false => fs::read_to_string(entry.path()).expect("text"),
        };
        tree.insert(name, text);
    }
    tree
}

#[test]
fn a_first_site_is_published() {
    let bench = TestBench::new();
    let published = bench.publish(OLD).expect("published");
    assert_eq!(published, PublishOutcome { written: 4, kept: 0, removed: 0, replaced: true });
    assert!(bench.holds(OLD));
    assert_eq!(bench.names(), ["public"], "nothing stays beside it");
}

#[test]
fn an_empty_folder_is_filled() {
    let bench = TestBench::new();
    fs::create_dir(bench.out()).expect("made");
    bench.publish(OLD).expect("published");
    assert!(bench.holds(OLD));
}

#[test]
fn a_new_site_replaces_the_old() {
    let bench = TestBench::new();
    bench.publish(OLD).expect("published");
    let published = bench.publish(NEW).expect("published");
    assert_eq!(published, PublishOutcome { written: 2, kept: 2, removed: 1, replaced: true });
    assert!(bench.holds(NEW));
    assert!(!bench.out().join("plans/gone").exists(), "an empty folder leaves too");
    assert_eq!(bench.names(), ["public"]);
}

#[test]
fn the_same_site_is_left_alone() {
    let bench = TestBench::new();
    bench.publish(OLD).expect("published");
    let published = bench.publish(OLD).expect("published");
    assert_eq!(published, PublishOutcome { written: 0, kept: 4, removed: 0, replaced: false });
    assert!(bench.holds(OLD));
    assert_eq!(bench.names(), ["public"]);
}

#[test]
fn bytes_depend_on_the_site_alone() {
    let (one, other) = (TestBench::new(), TestBench::new());
    one.publish(NEW).expect("published");
    other.publish(OLD).expect("published");
    other.publish(NEW).expect("published");
    assert_eq!(tree(&one.out()), tree(&other.out()));
}

#[test]
#[cfg(unix)]
fn an_unchanged_page_is_not_written_again() {
    use std::os::unix::fs::MetadataExt;
    let bench = TestBench::new();
    let number = |path| fs::metadata(bench.out().join(path)).expect("there").ino();
    bench.publish(OLD).expect("published");
    let before = [number("same.html"), number("index.html")];
    bench.publish(NEW).expect("published");
    assert_eq!(before[0], number("same.html"));
    assert_ne!(before[1], number("index.html"));
}

#[test]
#[cfg(unix)]
fn a_time_that_was_set_back_hides_no_change() {
    let bench = TestBench::new();
    let file = bench.out().join("same.html");
    bench.publish(OLD).expect("published");
    for site in [OLD, NEW] {
        bench.publish(site).expect("published");
        let text = fs::read(&file).expect("read");
        let written = fs::metadata(&file).and_then(|facts| facts.modified()).expect("a time");
        for other in [b"The same".as_slice(), &text] {
            fs::remove_file(&file).expect("removed");
            fs::write(&file, other).expect("written");
            fs::File::options().write(true).open(&file).and_then(|file| file.set_modified(written)).expect("set back");
            if other == text {
                assert!(bench.publish(site).is_ok(), "it is as it was published");
            } else {
                assert!(bench.refusal().contains("changed-files"));
            }
        }
    }
}

#[test]
#[cfg(unix)]
fn what_two_sites_share_is_not_changed_by_the_second() {
    use std::os::unix::fs::MetadataExt;
    let bench = TestBench::new();
    // So many that they do not all lose their names at one tick of the clock.
    let paths: Vec<String> = (0..3000).map(|number| format!("{number}.html")).collect();
    for front in ["old", "new"] {
        let staging = Staging::open(&bench.out(), "1.0", Purpose::default()).expect("opened");
        staging.put(&path_of("index.html"), front.as_bytes()).expect("put");
        paths.iter().for_each(|path| staging.put(&path_of(path), b"x").expect("put"));
        assert!(staging.finish().expect("published").replaced);
    }
    let changed = |path: &str| {
        let facts = fs::metadata(bench.out().join(path)).expect("there");
        (facts.ctime(), facts.ctime_nsec())
    };
    let list = changed(manifest::NAME);
    // Otherwise the next build would read all of them.
    assert!(paths.iter().all(|path| changed(path) <= list));
}

#[test]
#[cfg(unix)]
fn the_same_people_are_let_in() {
    use std::os::unix::fs::PermissionsExt;
    let bench = TestBench::new();
    bench.publish(OLD).expect("published");
    fs::set_permissions(bench.out(), fs::Permissions::from_mode(0o750)).expect("set");
    bench.publish(NEW).expect("published");
    assert_eq!(fs::metadata(bench.out()).expect("there").permissions().mode() & 0o777, 0o750);
}

#[test]
fn foreign_files_are_refused_and_named() {
    let bench = TestBench::new();
    bench.write(".git/config", "[core]");
    assert!(bench.refusal().contains("`.git/`"));
    fs::remove_dir_all(bench.out()).expect("removed");

    bench.publish(OLD).expect("published");
    for name in ["a", "b", "c", "d\x1b[31m", "e", "plans/f", "g"] {
        bench.write(name, "mine");
    }
    let refusal = bench.refusal();
    assert!(refusal.ends_with("; names `a`, `b`, `c`, `d\u{fffd}[31m`, `e`, …; count 7)"), "{refusal}");
}

#[test]
fn a_foreign_empty_folder_is_refused() {
    let bench = TestBench::new();
    bench.publish(OLD).expect("published");
    fs::create_dir(bench.out().join("drafts")).expect("made");
    assert!(bench.refusal().contains("`drafts/`"));
}

#[test]
fn pages_changed_by_hand_are_refused() {
    let bench = TestBench::new();
    bench.publish(OLD).expect("published");
    bench.write("index.html", "OLD INDEX");
    assert!(bench.refusal().contains("changed-files"));
    bench.write("index.html", "another size");
    assert!(bench.refusal().contains("`index.html`"));
    bench.write("index.html", "old index");
    bench.publish(NEW).expect("its content counts, not its time");
    assert!(bench.holds(NEW));
}

#[test]
fn pages_removed_by_hand_come_back() {
    let bench = TestBench::new();
    bench.publish(OLD).expect("published");
    fs::remove_file(bench.out().join("index.html")).expect("removed");
    let published = bench.publish(OLD).expect("published");
    assert_eq!(published, PublishOutcome { written: 1, kept: 3, removed: 0, replaced: true });
    assert!(bench.holds(OLD));
}

#[test]
fn a_damaged_manifest_is_refused() {
    let bench = TestBench::new();
    bench.publish(OLD).expect("published");
    bench.write(manifest::NAME, "{");
    assert!(bench.refusal().contains("output-damaged"));
}

#[test]
fn an_output_that_is_no_folder_is_refused() {
    let bench = TestBench::new();
    fs::write(bench.out(), "a file").expect("written");
    assert!(bench.refusal().contains("output-no-folder"));
    for out in ["", "/", ".", ".."] {
        assert!(Staging::open(Path::new(out), "1.0", Purpose::default()).is_err(), "{out:?}");
    }
}

#[test]
#[cfg(unix)]
fn links_are_never_followed() {
    use std::os::unix::fs::symlink;
    let bench = TestBench::new();
    let elsewhere = bench.0.path().join("elsewhere");
    fs::create_dir(&elsewhere).expect("made");
    symlink(&elsewhere, bench.out()).expect("linked");
    assert!(bench.refusal().contains("output-no-folder"));
    fs::remove_file(bench.out()).expect("removed");

    for link in ["index.html", "plans", manifest::NAME] {
        bench.publish(OLD).expect("published");
        let path = bench.out().join(link);
        fs::rename(&path, elsewhere.join(link)).expect("moved");
        symlink(elsewhere.join(link), &path).expect("linked");
        let before = tree(bench.0.path());
        let error = bench.publish(NEW).expect_err("refused").to_string();
        assert!(error.contains(link), "{error}");
        assert_eq!(tree(bench.0.path()), before);
        fs::remove_dir_all(bench.out()).expect("removed");
    }
}

#[test]
fn two_at_once_take_turns() {
    let bench = TestBench::new();
    let first = Staging::open(&bench.out(), "1.0", Purpose::default()).expect("opened");
    assert_eq!(bench.publish(OLD).expect_err("locked").kind(), ErrorKind::Locked);
    std::thread::scope(|scope| {
        let second = scope.spawn(|| Staging::open(&bench.out(), "1.0", Purpose::default()).and_then(Staging::finish));
        drop(first);
        second.join().expect("no panic").expect("published");
    });
    assert_eq!(bench.names(), ["public"]);
}

#[test]
fn a_dropped_staging_leaves_no_trace() {
    let bench = TestBench::new();
    bench.publish(OLD).expect("published");
    let staging = Staging::open(&bench.out(), "1.0", Purpose::default()).expect("opened");
    staging.put(&path_of("index.html"), b"half a site").expect("taken");
    drop(staging);
    assert!(bench.holds(OLD));
    assert_eq!(bench.names(), ["public"]);
}

#[test]
fn colliding_paths_stop_the_site() {
    let bench = TestBench::new();
    let site: TestSite = &[("index.html", "one"), ("INDEX.html", "other")];
    assert!(bench.publish(site).is_err());
    assert_eq!(bench.names(), [""; 0]);
}

#[test]
fn what_came_in_meanwhile_is_kept() {
    let bench = TestBench::new();
    bench.publish(OLD).expect("published");
    let staging = Staging::open(&bench.out(), "1.0", Purpose::default()).expect("opened");
    bench.write("plans/mine.txt", "mine");
    let error = staging.finish().expect_err("something is left").to_string();
    assert!(error.contains("files-left"), "{error}");
    assert!(bench.holds(&[]));
    let kept = bench.0.path().join(".public.fremdrift-staging/plans/mine.txt");
    assert!(bench.publish(NEW).is_err(), "until it is moved away");
    fs::rename(kept, bench.0.path().join("mine.txt")).expect("kept");
    bench.publish(NEW).expect("published");
    assert!(bench.holds(NEW));
}

/// Publishes a site with the first operation failing, then the second, and so on. Whatever fails,
/// the old or the new site is there, whole, and the next run sets everything right.
fn every_operation_fails(old: Option<TestSite>, new: TestSite, after: AfterFault, exchanges: bool) {
    for failing in 0.. {
        let bench = TestBench::new();
        if let Some(old) = old {
            bench.publish(old).expect("published");
        }
        let fault = Fault::at(failing, after, exchanges);
        let result = bench.publish_with(new, fault.clone());
        let case = format!("operation {failing}, {after:?}, exchange {exchanges}: {result:?}");
        let whole = || bench.holds(new) || old.map_or(!bench.out().exists(), |old| bench.holds(old));
        // Without exchange the site may be between two names until the next run.
        let between = !exchanges && after == AfterFault::Dies && !bench.out().exists();
        assert!(whole() || between, "{case}");
        assert!(result.is_err() || bench.holds(new), "{case}");
        // Whoever is told that it failed is told whether it is published.
        if let (Err(error), Some(old)) = (&result, old.filter(|old| *old != new)) {
            assert!(bench.holds(new) != bench.holds(old) || between, "{case}");
            assert_eq!(error.words().0.name == "old-site-left", bench.holds(new), "{case}");
        }
        drop(Staging::open(&bench.out(), "1.0", Purpose::default()).expect("opened again"));
        assert!(whole(), "{case}");
        assert_eq!(bench.names().len(), usize::from(bench.out().exists()), "{case}: {:?}", bench.names());
        bench.publish(new).expect("published");
        assert!(bench.holds(new), "{case}");
        if !fault.was_reached() {
            assert!(result.is_ok() && failing > 10, "{case}");
            return;
        }
    }
}

#[test]
fn any_failure_leaves_a_whole_site() {
    for after in [AfterFault::Recovers, AfterFault::Dies] {
        for exchanges in [true, false] {
            every_operation_fails(None, NEW, after, exchanges);
            every_operation_fails(Some(OLD), NEW, after, exchanges);
            every_operation_fails(Some(OLD), OLD, after, exchanges);
        }
    }
}

#[test]
fn a_folder_is_kept_to_what_its_site_was_made_for() {
    let purpose = |audience: &str, edition: Option<&str>| Purpose {
        audience: audience.into(),
        edition: edition.map(str::to_owned),
    };
    let purposes: Vec<Purpose> = ["public", "internal", "closed"]
        .into_iter()
        .flat_map(|audience| [None, Some("2020-06"), Some("2019-06")].map(|edition| purpose(audience, edition)))
        .collect();
    for first in &purposes {
        let bench = TestBench::new();
        let publish = |purpose: &Purpose| {
            let staging = Staging::open(&bench.out(), "1.0", purpose.clone())?;
            OLD.iter().try_for_each(|(path, text)| staging.put(&path_of(path), text.as_bytes()))?;
            staging.finish()
        };
        publish(first).expect("published");
        let before = tree(bench.0.path());
        for second in &purposes {
            let outcome = publish(second);
            assert_eq!(outcome.is_ok(), first == second, "{first} then {second}");
            if let Err(error) = outcome {
                assert_eq!(error.kind(), ErrorKind::ForeignFiles);
                let (code, args) = error.words();
                let said: Vec<_> = args.iter().map(|(name, _)| *name).collect();
                assert_eq!((code.name, said), ("output-other-purpose", vec!["path", "found", "asked"]));
            }
            assert_eq!(tree(bench.0.path()), before, "{first} then {second}: nothing was touched");
        }
    }
}

#[test]
fn a_manifest_of_old_is_that_of_a_public_site() {
    for (purpose, is_taken) in [
        (Purpose::default(), true),
        (Purpose { audience: "closed".into(), edition: None }, false),
        (Purpose { audience: "public".into(), edition: Some("2020-06".into()) }, false),
    ] {
        let bench = TestBench::new();
        bench.publish(OLD).expect("published");
        let path = bench.out().join(manifest::NAME);
        let text = fs::read_to_string(&path).expect("a manifest");
        let old = text
            .replace("\"format\": 2", "\"format\": 1")
            .replace("\"audience\": \"public\",\n\"edition\": null,\n", "");
        assert!(!old.contains("audience") && old.contains("\"format\": 1"), "{old}");
        fs::write(&path, old).expect("written");
        assert_eq!(Staging::open(&bench.out(), "1.0", purpose.clone()).is_ok(), is_taken, "{purpose}");
    }
}
