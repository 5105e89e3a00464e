//! Where the program meets the system: what it writes to, the threads it gets, the folder of another audience.

use std::{
    fs::{self, File},
    io::Read,
    path::Path,
    process::{Command, Stdio},
};

use fremdrift::locale::{Language, Locale};

use crate::support::{
    Site,
    disk::{self, Run},
    git::Repo,
};

const DECLARED: &str = "\n[[editions]]\nid = \"2020-06\"\ntitle = \"Status medio 2020\"\nas_of = 2020-06-30\n";

/// A site with an edition in a repository.
fn repo() -> Repo {
    let repo = Repo::new();
    Site::small().append("site.toml", DECLARED).write_to(repo.path());
    repo.git(&["add", "--all"]);
    repo.git(&["commit", "--quiet", "--message", "Status"]);
    repo
}

fn command(root: &Path, words: &[&str]) -> Command {
    let mut command = disk::program();
    command.args(words).arg("--root").arg(root);
    command
}

/// All that writes to standard output. Each must say something.
const SPEAKING: [&[&str]; 13] = [
    &["check", "--format", "json"],
    &["build", "--format", "json"],
    &["build", "--edition", "2020-06", "--format", "json", "--out", "edition"],
    &["diff", "HEAD", "HEAD"],
    &["diff", "HEAD", "HEAD", "--format", "json"],
    &["diff", "HEAD", "HEAD", "--format", "html"],
    &["log"],
    &["log", "--format", "json"],
    &["edition", "list"],
    &["edition", "list", "--format", "json"],
    &["edition", "compare", "2020-06", "2020-06"],
    &["ci", "github"],
    &["--help"],
];

#[test]
fn what_cannot_be_written_is_said() {
    let repo = repo();
    for words in SPEAKING.iter().copied().chain([&["--version"][..], &["build", "--help"], &["edition", "--help"]]) {
        let fine = disk::run(command(repo.path(), words).current_dir(repo.path()));
        assert!(fine.code == Some(0) && !fine.stdout.is_empty(), "{words:?}: {}", fine.stderr);
        let full = || Stdio::from(File::options().write(true).open("/dev/full").expect("a full disk"));
        let run = disk::run(command(repo.path(), words).current_dir(repo.path()).stdout(full()));
        assert_eq!(run.code, Some(2), "{words:?}: {}", run.stderr);
        let [danish, english] = [Language::Danish, Language::English].map(|language| {
            let locale = Locale::new(language, &[]).expect("sound words");
            locale.wording("output-unwritten", &[("cause", "No space left on device (os error 28)".to_owned())]).message
        });
        assert!(run.stderr.contains(&danish) || run.stderr.contains(&english), "{words:?}: {}", run.stderr);
        // Nobody is left to be told, and the code still says how it went.
        let run = disk::run(command(repo.path(), words).current_dir(repo.path()).stdout(full()).stderr(full()));
        assert_eq!(run.code, Some(2), "{words:?}");
    }
    let mut refused = command(repo.path(), &["diff", "findes-ikke"]);
    let full = File::options().write(true).open("/dev/full").expect("a full disk");
    assert_eq!(disk::run(refused.stderr(full)).code, Some(2));
}

#[test]
fn nothing_is_published_that_nobody_can_hear_of() {
    let repo = repo();
    let full = File::options().write(true).open("/dev/full").expect("a full disk");
    let run = disk::run(command(repo.path(), &["build", "--format", "json"]).stdout(full));
    assert_eq!(run.code, Some(2));
    assert!(!repo.path().join("public").exists(), "a failed command has published");
}

#[test]
fn a_reader_who_leaves_is_no_error() {
    let repo = repo();
    for words in SPEAKING {
        let mut child = command(repo.path(), words)
            .current_dir(repo.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut said).expect("text");
        assert_eq!(child.wait().expect("an end").code(), Some(0), "{words:?}: {said}");
        assert!(!said.contains("panicked") && !said.contains("pipe"), "{words:?}: {said}");
    }
}

#[test]
fn a_folder_is_not_given_to_another_audience() {
    let options: [&[&str]; 6] = [
        &[],
        &["--audience", "internal"],
        &["--audience", "closed"],
        &["--edition", "2020-06"],
        &["--edition", "2020-06", "--audience", "internal"],
        &["--edition", "2020-06", "--audience", "closed"],
    ];
    let repo = repo();
    let build = |more: &[&str]| disk::run(command(repo.path(), &["build", "--as-of", "2020-06-30"]).args(more));
    let out = repo.path().join("public");
    for first in options {
        assert_eq!(build(first).code, Some(0), "{first:?}");
        let before = disk::files(&out);
        let manifest = String::from_utf8(before[".fremdrift-manifest.json"].clone()).expect("text");
        let audience = first.iter().copied().find(|word| ["internal", "closed"].contains(word)).unwrap_or("public");
        assert!(manifest.contains(&format!("\"audience\": \"{audience}\"")), "{manifest}");
        for second in options.into_iter().filter(|second| *second != first) {
            let Run { code, stderr, .. } = build(second);
            assert_eq!(code, Some(2), "{first:?} then {second:?}: {stderr}");
            assert!(stderr.contains("--out") && stderr.contains(&format!("--audience {audience}")), "{stderr}");
            assert_eq!(disk::difference(&before, &disk::files(&out)), None, "{first:?} then {second:?}");
        }
        assert_eq!(build(first).code, Some(0), "the same again");
        // The day that is asked for is in the words of every page, and is no other audience.
        assert_eq!(disk::run(command(repo.path(), &["build", "--as-of", "2020-07-01"]).args(first)).code, Some(0));
        fs::remove_dir_all(&out).expect("removed");
        fs::create_dir(&out).expect("an empty folder waits for any site");
    }
}

#[test]
fn the_manifest_tells_nothing_of_what_is_hidden() {
    let hidden = "visibility = \"closed\"\ntitle = \"Hemmelig lukning\"";
    let path = "content/plans/hemmelig/plan.md";
    let with = Site::small().with(path, format!("+++\n{hidden}\nkind = \"savings\"\nyear = 2020\n+++\nHemmelig.\n"));
    let manifest = |site: &Site| {
        let folder = tempfile::tempdir().expect("a folder");
        site.write_to(folder.path());
        let run = disk::build(folder.path(), &folder.path().join("public"));
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        fs::read_to_string(folder.path().join("public/.fremdrift-manifest.json")).expect("a manifest")
    };
    assert_eq!(manifest(&with), manifest(&Site::small()));
}

/// Runs a command of the shell in which `$0` is the program, under limits that it sets itself.
fn limited(limits: &str, root: &Path, words: &str) -> Run {
    let program = disk::program();
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("{limits}; exec \"$0\" {words} --root \"$1\"")]).arg(program.get_program()).arg(root);
    for (name, _) in program.get_envs() {
        shell.env_remove(name);
    }
    disk::run(&mut shell)
}

/// Memory is short for the stacks of threads: with some limits all of them are had, with some none. What is had by
/// whom is for the system to say; the program works with one thread, says that it cannot, or the system ends it.
#[test]
fn few_threads_do() {
    let folder = tempfile::tempdir().expect("a folder");
    Site::small().write_to(folder.path());
    let mut worked = 0;
    for mib in (100..=400).step_by(25).chain([150]) {
        let run = limited(&format!("ulimit -v {}", mib * 1024), folder.path(), "check --as-of 2020-06-30");
        assert_ne!(run.code, Some(101), "{mib} MiB: {}", run.stderr);
        assert!(!run.stderr.contains("panicked"), "{mib} MiB: {}", run.stderr);
        worked += usize::from(run.code == Some(0));
    }
    assert!(worked > 0, "no limit leaves enough");
}

/// No process of this user may start a thread, or only one. The limit does not hold for root, so as root the program is run
/// as nobody; where that cannot be done nothing is shown.
#[test]
fn one_thread_does() {
    let folder = tempfile::tempdir().expect("a folder");
    Site::small().write_to(folder.path());
    fs::copy(disk::program().get_program(), folder.path().join("fremdrift")).expect("copied");
    // The `sh` of Debian knows no limit of processes, so `prlimit` sets it.
    let as_nobody = "chmod -R a+rX \"$1\"; chmod 755 \"$1\"; \
        if [ \"$(id -u)\" = 0 ]; then n='setpriv --reuid 65534 --regid 65534 --clear-groups'; else n=; fi; exec $n";
    let limited = |words: &str| {
        disk::run(Command::new("sh").args(["-c", &format!("{as_nobody} {words}"), "sh"]).arg(folder.path()))
    };
    // `--version` starts no thread: where even that is refused, one of the two programs is not here.
    let can = limited("prlimit --nproc=1 \"$1/fremdrift\" --version");
    if can.code != Some(0) {
        assert!(!can.stderr.contains("panicked"), "{}", can.stderr);
        return;
    }
    for most in [1, 2, 3] {
        for words in ["check --as-of 2020-06-30", "log", "edition list"] {
            let run = limited(&format!("prlimit --nproc={most} \"$1/fremdrift\" {words} --root \"$1\""));
            assert!(matches!(run.code, Some(0 | 2)), "{most}, {words}: {:?} {}", run.code, run.stderr);
            assert!(!run.stderr.contains("panicked"), "{most}, {words}: {}", run.stderr);
        }
        let run = limited(&format!("prlimit --nproc={most} \"$1/fremdrift\" check --as-of 2020-06-30 --root \"$1\""));
        assert_eq!(run.code, Some(0), "one thread does: {}", run.stderr);
    }
}
