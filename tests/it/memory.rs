//! What builds keep of the history for each other: it makes no difference but in time.

use std::{collections::BTreeMap, fs, path::Path, sync::Mutex};

use fremdrift::{
    content::{Audience, Viewer, Withheld},
    git::{CommitId, Completeness, Repository},
    history::{CacheStore, GitPast, History, HistoryCache, HistoryDisclosure, HistoryQuery, VersionControl},
    value::Id,
};
use rayon::prelude::*;

use crate::{
    support::{
        Site, day,
        disk::{self, program, run},
        git::{Repo, Story},
        random::Dice,
    },
    trace,
};

/// A memory in memory.
#[derive(Default)]
struct Shelf(Mutex<BTreeMap<String, Vec<u8>>>);

impl CacheStore for Shelf {
    fn recall(&self, name: &str) -> Option<Vec<u8>> {
        self.0.lock().expect("whole").get(name).cloned()
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        self.0.lock().expect("whole").insert(name.to_owned(), bytes.to_vec());
    }
}

impl Shelf {
    /// Returns all that is kept, by its name.
    fn all(&self) -> BTreeMap<String, Vec<u8>> {
        self.0.lock().expect("whole").clone()
    }
}

/// What a history is asked for.
#[derive(Clone)]
struct Question {
    viewer: Viewer,
    hidden: Option<BTreeMap<Id, Withheld>>,
    since: Option<String>,
    shown: HistoryDisclosure,
}

impl Default for Question {
    fn default() -> Self {
        let viewer = Viewer::new(Audience::Public, day("2020-07-01"));
        Self { viewer, hidden: None, since: None, shown: HistoryDisclosure::default() }
    }
}

fn open(repo: &Repo) -> Repository {
    Repository::discover(repo.path(), Completeness::Required).expect("readable").expect("a repository")
}

fn history(repository: &Repository, head: CommitId, asked: &Question, memory: Option<&Shelf>) -> History {
    let since = asked.since.as_deref();
    let asked = HistoryQuery {
        viewer: asked.viewer,
        hidden: asked.hidden.as_ref(),
        since,
        shown: asked.shown,
        redactions: None,
    };
    let kept = memory.map(|memory| HistoryCache { memory, program: "test 1" });
    GitPast { repository, head, kept }.history(&asked).expect("a history")
}

/// Says all there is in a history.
fn said(history: &History) -> String {
    let revisions = history.revisions();
    let (departed, discreet) = (history.departed(), history.discreet());
    format!(
        "{:#?}\n{revisions:#?}\n{departed:#?}\n{discreet:?}\n{:#?}\n{:#?}",
        history.commits(),
        history.unreadable(),
        history.names()
    )
}

/// The commits of the branch, the oldest first.
fn commits(repository: &Repository) -> Vec<CommitId> {
    let head = repository.head().expect("readable").expect("a commit");
    repository.first_parent(&head, None).expect("readable").iter().rev().map(|commit| commit.id).collect()
}

/// Tells the history of a repository in steps, each on from the one before, and holds it against what is told at once.
pub fn assert_told_on(repo: &Repo, seed: u64) {
    let repository = open(repo);
    let (mut dice, memory) = (Dice::new(seed), Shelf::default());
    let shown = HistoryDisclosure { author: false, message: seed.is_multiple_of(3), text: seed.is_multiple_of(2) };
    let asked = Question { shown, ..Question::default() };
    let commits = commits(&repository);
    let assert_same = |at: usize| {
        let told = said(&history(&repository, commits[at], &asked, Some(&memory)));
        let expected = said(&history(&repository, commits[at], &asked, None));
        if told != expected {
            let (told, expected): (Vec<&str>, Vec<&str>) = (told.lines().collect(), expected.lines().collect());
            let first = told.iter().zip(&expected).position(|(told, expected)| told != expected).unwrap_or_default();
            let around = first.saturating_sub(12)..first + 12;
            let (told, expected) = (told.get(around.clone()), expected.get(around));
            panic!("seed {seed}, commit {at}, line {first}: {told:#?}\nat once: {expected:#?}");
        }
    };
    let mut at = 0;
    while at < commits.len() {
        assert_same(at);
        at += 1 + dice.below(4);
    }
    // And back: what is known leads further than what is asked for.
    assert_same(0);
}

#[test]
fn a_history_told_on_is_that_told_at_once() {
    (0..60_u64).into_par_iter().for_each(|seed| assert_told_on(&trace::repository(seed), seed));
}

#[test]
fn what_was_hidden_when_it_went_is_remembered() {
    let with = |way: &str| {
        Site::small()
            .with("content/plans/a/measures/02.md", format!("+++\nnumber = \"2\"\ntitle = \"Salg\"\n{way}\n+++\n"))
    };
    let days = [with(""), with("visibility = \"closed\""), Site::small(), Site::small().as_of("2020-12-31"), with("")];
    let story = days
        .iter()
        .zip(1..)
        .fold(Story::default(), |story, (site, day)| story.commit(&format!("2020-07-0{day}"), site));
    let repo = story.told();
    let repository = open(&repo);
    let (memory, asked) = (Shelf::default(), Question::default());
    let gone: Vec<usize> = commits(&repository)
        .into_iter()
        .map(|commit| {
            let warm = history(&repository, commit, &asked, Some(&memory));
            assert_eq!(said(&warm), said(&history(&repository, commit, &asked, None)));
            assert_eq!(said(&warm), said(&history(&repository, commit, &asked, Some(&memory))), "told again");
            warm.departed().plans.values().map(|withheld| withheld.measures.len()).sum()
        })
        .collect();
    // Closed in the second, gone in the third, and back in the last, where it is shown.
    assert_eq!(gone, [0, 0, 1, 1, 0]);
}

#[test]
fn what_is_known_is_not_read_again() {
    let repo = trace::repository(3);
    let repository = open(&repo);
    let (memory, asked) = (Shelf::default(), Question::default());
    let head = *commits(&repository).last().expect("a commit");
    let told = said(&history(&repository, head, &asked, Some(&memory)));
    // Without any object a history can only come from the memory.
    let objects = repo.path().join(".git/objects");
    fs::remove_dir_all(&objects).expect("removed");
    fs::create_dir_all(&objects).expect("made");
    assert_eq!(said(&history(&open(&repo), head, &asked, Some(&memory))), told);
}

#[test]
fn whatever_decides_a_history_decides_what_is_known_of_it() {
    let repo = trace::repository(5);
    let repository = open(&repo);
    let all = commits(&repository);
    let head = *all.last().expect("a commit");
    let hide = |measure: &str| {
        let withheld = Withheld { measures: Id::new(measure).into_iter().collect(), ..Withheld::default() };
        Some(["a", "b", "c"].iter().filter_map(|plan| Id::new(plan)).map(|plan| (plan, withheld.clone())).collect())
    };
    let plain = Question::default();
    let later = Viewer::new(plain.viewer.audience, day("2020-12-31"));
    let questions = [
        plain.clone(),
        Question { viewer: later, ..plain.clone() },
        Question { viewer: Viewer { audience: Audience::Internal, ..plain.viewer }, ..plain.clone() },
        Question { hidden: hide("01"), ..plain.clone() },
        Question { hidden: hide("02"), ..plain.clone() },
        Question { hidden: Some(BTreeMap::new()), ..plain.clone() },
        Question { since: Some(all[2].to_string()), ..plain.clone() },
        Question { shown: HistoryDisclosure { text: true, ..HistoryDisclosure::default() }, ..plain.clone() },
        Question { shown: HistoryDisclosure { message: true, ..HistoryDisclosure::default() }, ..plain.clone() },
    ];
    let memory = Shelf::default();
    let cold: Vec<String> = questions.iter().map(|asked| said(&history(&repository, head, asked, None))).collect();
    assert!(cold.iter().skip(1).filter(|told| **told != cold[0]).count() >= 4, "the questions differ");
    for _ in 0..2 {
        for (asked, cold) in questions.iter().zip(&cold) {
            assert_eq!(said(&history(&repository, head, asked, Some(&memory))), *cold);
        }
    }
    // Another program believes nothing of it.
    let kept = Some(HistoryCache { memory: &Forbidden(&memory), program: "test 2" });
    let asked = HistoryQuery { viewer: plain.viewer, hidden: None, since: None, shown: plain.shown, redactions: None };
    assert_eq!(said(&GitPast { repository: &repository, head, kept }.history(&asked).expect("a history")), cold[0]);
}

/// A memory whose histories must not be believed: each is turned into that of another site.
struct Forbidden<'s>(&'s Shelf);

impl CacheStore for Forbidden<'_> {
    fn recall(&self, name: &str) -> Option<Vec<u8>> {
        self.0.recall(name)
    }

    fn keep(&self, _: &str, bytes: &[u8]) {
        assert!(!self.0.all().values().any(|known| known == bytes), "it was told anew, under a sum of its own");
    }
}

#[test]
fn what_is_damaged_is_not_known() {
    let repo = trace::repository(8);
    let repository = open(&repo);
    let asked = Question::default();
    let head = *commits(&repository).last().expect("a commit");
    let memory = Shelf::default();
    let told = said(&history(&repository, head, &asked, Some(&memory)));
    let [(name, sound)] = memory.all().into_iter().collect::<Vec<_>>().try_into().expect("one is kept");
    let mut dice = Dice::new(1);
    let flipped = (0..150).map(|_| {
        let mut bytes = sound.clone();
        let at = dice.below(bytes.len());
        bytes[at] ^= 1 << (at % 8);
        bytes
    });
    let cut = [0, 1, 31, 32, 63, 64, 65, sound.len() / 2, sound.len() - 1].map(|length| sound[..length].to_vec());
    let longer = [[sound.as_slice(), b"x"].concat()];
    for bytes in flipped.chain(cut).chain(longer).collect::<Vec<_>>() {
        assert_ne!(bytes, sound);
        memory.keep(&name, &bytes);
        assert_eq!(said(&history(&repository, head, &asked, Some(&memory))), told);
        assert_eq!(memory.all()[&name], sound, "it is kept anew");
    }
}

const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";

/// A site on disk that is checked out from its repository.
fn checked_out() -> (Repo, Site) {
    let now = Site::small().edit(STATUS, "1,25", "1,20");
    let repo = Story::default().commit("2020-07-01", &Site::small()).commit("2020-07-05", &now).told();
    repo.git(&["reset", "--quiet", "--hard", "main"]);
    (repo, now)
}

fn build(root: &Path, out: &Path, words: &[&str]) -> disk::Files {
    let done =
        run(program().args(["build", "--as-of", "2020-12-31", "--root"]).arg(root).arg("--out").arg(out).args(words));
    assert_eq!(done.code, Some(0), "{}", done.stderr);
    disk::files(out)
}

#[test]
fn a_build_keeps_beside_the_site_and_no_other_command_does() {
    let (repo, _) = checked_out();
    let (root, out) = (repo.path(), tempfile::tempdir().expect("a folder"));
    let cache = root.join(".fremdrift");
    let cold = build(root, &out.path().join("cold"), &["--no-cache"]);
    assert!(!cache.exists(), "--no-cache keeps nothing");
    let done = run(program().args(["check", "--root"]).arg(root));
    assert_eq!(done.code, Some(0), "{}", done.stderr);
    assert!(!cache.exists(), "check keeps nothing");
    let first = build(root, &out.path().join("first"), &[]);
    let kept: Vec<String> = disk::files(&cache).into_keys().collect();
    assert_eq!(kept, [".gitignore", "build-public", "history-public-first", "plans-public"]);
    assert_eq!(repo.git(&["status", "--porcelain"]), "", "git does not see it");
    let second = build(root, &out.path().join("second"), &[]);
    for (made, case) in [(&first, "the first build"), (&second, "the second")] {
        disk::assert_same(&cold, made, case);
        assert!(!made.keys().any(|path| path.contains(".fremdrift/")), "{case}: it is no part of the site");
    }
    let done = run(program().args(["build", "--root"]).arg(root).arg("--out").arg(cache.join("public")));
    assert_eq!(done.code, Some(2), "no site is published into it: {}", done.stderr);
}

/// What was put into the cache, and whether what was kept there is refused, and said to be.
type Forgery = (&'static str, fn(&Path), bool);

/// Builds a site whose cache was tampered with, twice, and holds it to one that is built without a cache.
#[cfg(unix)]
fn assert_careful(forgeries: &[Forgery]) {
    for (case, forge, is_refused) in forgeries {
        let (repo, _) = checked_out();
        let (root, out) = (repo.path(), tempfile::tempdir().expect("a folder"));
        let cold = build(root, &out.path().join("cold"), &["--no-cache"]);
        build(root, &out.path().join("first"), &[]);
        forge(root);
        for round in ["at once", "again"] {
            let made = out.path().join("made");
            let done =
                run(program().args(["build", "--as-of", "2020-12-31", "--root"]).arg(root).arg("--out").arg(&made));
            assert_eq!(done.code, Some(0), "{case}, {round}: {}", done.stderr);
            disk::assert_same(&cold, &disk::files(&made), case);
            let said = done.stderr.matches(".fremdrift bruges ikke").count();
            assert!(said <= 1, "{case}: {}", done.stderr);
            if round == "at once" {
                assert_eq!(said == 1, *is_refused, "{case}: {}", done.stderr);
            }
        }
        // Whatever a link led to is as it was.
        let victim = root.join("victim.txt");
        assert!(!victim.exists() || fs::read(&victim).is_ok_and(|bytes| bytes == b"precious"), "{case}");
    }
}

#[cfg(unix)]
const KEPT: &str = ".fremdrift/history-public-first";

#[cfg(unix)]
fn replace(root: &Path, path: &str, by: impl FnOnce(&Path)) {
    let path = root.join(path);
    drop(fs::remove_file(&path));
    by(&path);
}

#[cfg(unix)]
fn link_to_victim(root: &Path, path: &str) {
    fs::write(root.join("victim.txt"), "precious").expect("written");
    replace(root, path, |path| std::os::unix::fs::symlink(root.join("victim.txt"), path).expect("a link"));
}

#[cfg(unix)]
fn make_pipe(path: &Path) {
    assert!(std::process::Command::new("mkfifo").arg(path).status().expect("mkfifo").success());
}

#[cfg(unix)]
#[test]
fn no_link_pipe_or_device_in_the_cache_is_read_or_written() {
    use std::os::unix::fs::symlink;
    let forgeries: [Forgery; 11] = [
        ("a link to a file", |root| link_to_victim(root, KEPT), true),
        ("a device", |root| replace(root, KEPT, |path| symlink("/dev/zero", path).expect("a link")), true),
        ("a link to nothing", |root| replace(root, KEPT, |path| symlink("nowhere", path).expect("a link")), true),
        ("a pipe", |root| replace(root, KEPT, make_pipe), true),
        ("a folder", |root| replace(root, KEPT, |path| fs::create_dir(path).expect("made")), true),
        ("an empty file", |root| replace(root, KEPT, |path| fs::write(path, "").expect("written")), false),
        (
            "a file without end",
            |root| {
                let file = fs::File::create(root.join(KEPT)).expect("made");
                file.set_len(10 << 30).expect("sparse");
            },
            true,
        ),
        ("its .gitignore is a link", |root| link_to_victim(root, ".fremdrift/.gitignore"), false),
        ("its .gitignore is a pipe", |root| replace(root, ".fremdrift/.gitignore", make_pipe), false),
        (
            "what another build left while it wrote is a link",
            |root| {
                // A container gives each build the same number; here it is not known, so all likely ones are taken.
                let next = std::process::id();
                for number in next..next + 300 {
                    link_to_victim(root, &format!("{KEPT}.{number}"));
                }
                fs::remove_file(root.join(KEPT)).expect("removed");
            },
            false,
        ),
        (
            "a second name elsewhere",
            |root| {
                fs::write(root.join("victim.txt"), "precious").expect("written");
                replace(root, KEPT, |path| fs::hard_link(root.join("victim.txt"), path).expect("a link"));
            },
            false,
        ),
    ];
    assert_careful(&forgeries);
}

#[cfg(unix)]
#[test]
fn no_folder_but_a_folder_of_ones_own_is_the_cache() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    fn remove(root: &Path) {
        fs::remove_dir_all(root.join(".fremdrift")).expect("removed");
    }
    fn elsewhere(root: &Path, name: &str) {
        fs::rename(root.join(".fremdrift"), root.join(name)).expect("moved");
        fs::write(root.join(name).join("victim.txt"), "precious").expect("written");
        symlink(name, root.join(".fremdrift")).expect("a link");
    }
    fn open_to_all(root: &Path, path: &str, mode: u32) {
        fs::set_permissions(root.join(path), fs::Permissions::from_mode(mode)).expect("set");
    }
    let forgeries: [Forgery; 6] = [
        ("a link to a folder", |root| elsewhere(root, "other"), true),
        (
            "a link to nothing",
            |root| {
                remove(root);
                symlink("nowhere", root.join(".fremdrift")).expect("a link");
            },
            true,
        ),
        (
            "a file",
            |root| {
                remove(root);
                fs::write(root.join(".fremdrift"), "").expect("written");
            },
            true,
        ),
        (
            "a pipe",
            |root| {
                remove(root);
                make_pipe(&root.join(".fremdrift"));
            },
            true,
        ),
        ("a folder that all may write", |root| open_to_all(root, ".fremdrift", 0o777), true),
        ("a file that all may write", |root| open_to_all(root, KEPT, 0o666), true),
    ];
    assert_careful(&forgeries);
    // Where all may write the site itself, all may write its cache: they could change its content.
    let shared: [Forgery; 1] = [(
        "a shared disk",
        |root| {
            for path in [".", ".fremdrift", KEPT] {
                open_to_all(root, path, 0o777);
            }
        },
        false,
    )];
    assert_careful(&shared);
}

/// Turns a past into another under a sum that fits, as somebody would who wants it to be believed.
#[cfg(unix)]
fn forge(root: &Path) {
    use sha2::{Digest, Sha256};
    let path = root.join(KEPT);
    let mut bytes = fs::read(&path).expect("it is kept");
    let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| &bytes[*at..at + 4] == b"1.25").collect();
    assert!(!places.is_empty(), "what was said before");
    for at in places {
        bytes[at..at + 4].copy_from_slice(b"9.25");
    }
    let sum = Sha256::digest(&bytes[32..]);
    bytes[..32].copy_from_slice(&sum);
    fs::write(path, bytes).expect("written");
}

#[cfg(unix)]
#[test]
fn a_cache_that_git_tracks_is_not_believed() {
    fn track(root: &Path, folder: &str, commit: bool) {
        crate::support::git::run(root, &["add", "--force", folder], b"");
        if commit {
            crate::support::git::run(root, &["commit", "--quiet", "-m", "x"], b"");
        }
    }
    let forgeries: [Forgery; 4] = [
        (
            "in the index",
            |root| {
                forge(root);
                track(root, ".fremdrift", false);
            },
            true,
        ),
        (
            "in the index, written otherwise",
            |root| {
                forge(root);
                fs::create_dir(root.join(".Fremdrift")).expect("made");
                fs::write(root.join(".Fremdrift/x"), "x").expect("written");
                track(root, ".Fremdrift", false);
            },
            true,
        ),
        (
            "in the commit alone",
            |root| {
                fs::write(root.join(".fremdrift/x"), "x").expect("written");
                forge(root);
                track(root, ".fremdrift/x", true);
                crate::support::git::run(root, &["rm", "--quiet", "--cached", ".fremdrift/x"], b"");
            },
            true,
        ),
        (
            "a name that only begins so",
            |root| {
                fs::write(root.join(".fremdrift.txt"), "x").expect("written");
                track(root, ".fremdrift.txt", false);
            },
            false,
        ),
    ];
    assert_careful(&forgeries);

    // As a clone brings it: the forged past must not be told. Without the commit it is believed, so it does deceive.
    let (repo, _) = checked_out();
    let (root, out) = (repo.path(), tempfile::tempdir().expect("a folder"));
    build(root, &out.path().join("first"), &[]);
    forge(root);
    let tells = |root: &Path, name: &str| {
        let files = build(root, &out.path().join(name), &[]);
        files.values().any(|bytes| bytes.windows(4).any(|bytes| bytes == b"9,25"))
    };
    assert!(tells(root, "believed"), "who can write the folder of the site can also write its content");
    track(root, ".fremdrift", true);
    let clone = out.path().join("clone");
    repo.git(&["clone", "--quiet", ".", clone.to_str().expect("text")]);
    assert!(!tells(&clone, "cloned"));
    let done = run(program().args(["check", "--root"]).arg(&clone));
    assert!(done.stderr.contains("git holder øje med den"), "check says it too: {}", done.stderr);
}

#[test]
fn a_site_is_the_same_whatever_is_kept() {
    let (repo, now) = checked_out();
    let (root, out) = (repo.path(), tempfile::tempdir().expect("a folder"));
    build(root, &out.path().join("first"), &[]);
    let kept = root.join(".fremdrift/history-public-first");
    let sound = fs::read(&kept).expect("it is kept");
    // A further commit, which hides something; then damage, then something that is no file at all.
    let closed =
        now.with("content/plans/a/measures/02.md", "+++\ntitle = \"Hemmeligt\"\nvisibility = \"closed\"\n+++\n");
    closed.write_to(root);
    repo.git(&["add", "."]);
    repo.git(&["commit", "--quiet", "-m", "x"]);
    let cold = build(root, &out.path().join("cold"), &["--no-cache"]);
    let case = |name: &str| {
        let made = build(root, &out.path().join("warm"), &[]);
        disk::assert_same(&cold, &made, name);
    };
    case("told on");
    case("known");
    fs::write(&kept, &sound[..sound.len() / 2]).expect("written");
    case("cut off");
    fs::remove_file(&kept).expect("removed");
    fs::create_dir(&kept).expect("made");
    case("a folder in its place");
    fs::remove_dir_all(root.join(".fremdrift")).expect("removed");
    fs::write(root.join(".fremdrift"), "").expect("written");
    case("a file in the place of the folder");
}
