//! A build that has little to do: it publishes what one that knows nothing would publish, and says the same.
#![cfg(unix)]

use std::{
    fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    process::Command,
};

use crate::support::{
    Site,
    disk::{self, Run},
    git::{self, Repo},
    random::Dice,
};

/// A site in a repository, published beside it again and again.
struct Desk {
    repo: Repo,
    www: tempfile::TempDir,
}

/// A site of two plans of which the second leads to the first: what happens to that one may be told there.
pub fn two_plans() -> Site {
    let plan = "+++\ntitle = \"Anden\"\nkind = \"savings\"\nyear = 2020\nunit = \"mio. kr.\"\ncommittee = \"USB\"\n+++\nSe [takster](../a/measures/01.md) og [planen](../a/plan.md).\n";
    let measure = "+++\nnumber = \"1\"\ntitle = \"Biler\"\nrequired = \"1,0\"\nformerly = [\"00\"]\n+++\nSe [notatet om biler](02.pdf).\n";
    Site::small()
        .with("content/plans/b/plan.md", plan)
        .with(OTHER, measure)
        .with("content/plans/b/measures/02.pdf", "%PDF-1.4\n%%EOF\n")
}

/// A measure of the second plan.
pub const OTHER: &str = "content/plans/b/measures/01.md";
/// A status of the first.
pub const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";
/// A measure of the first.
pub const MEASURE: &str = "content/plans/a/measures/01.md";
const AS_OF: &str = "2020-12-31";

impl Desk {
    fn new() -> Self {
        let context = Self { repo: Repo::new(), www: git::folder() };
        // A date that has passed is a warning: it must be said each time.
        let site = two_plans().edit("site.toml", "title = ", "theme = \"by\"\ntitle = ").edit(
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

const HAPPENINGS: [Happening; 21] =
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
        ("what no history tells", |context| context.edit(OTHER, "number =", "number  =")),
        ("a commit of it, after which its page need not say that no commit has it", |context| {
            context.commit("2020-07-06T12:00:00Z");
        }),
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

#[test]
fn without_a_repository_too() {
    let folder = git::folder();
    let (root, out) = (folder.path().join("site"), folder.path().join("public"));
    let kept = root.join(".fremdrift/plans-public");
    let site = two_plans();
    site.write_to(&root);
    let build = |words: &[&str], out: &Path| {
        let run = disk::run(disk::program().arg("build").args(words).arg("--root").arg(&root).arg("--out").arg(out));
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        disk::files(out)
    };
    build(&PLAIN, &out);
    assert!(kept.metadata().is_ok_and(|facts| facts.len() > 0));
    for (file, from, to) in [
        (STATUS, "forhandlet", "aftalt"),
        (OTHER, "Biler", "Busser"),
        (MEASURE, "title = ", "visibility = \"closed\"\ntitle = "),
    ] {
        site.clone().edit(file, from, to).write_to(&root);
        let warm = build(&PLAIN, &out);
        disk::assert_same(&build(&[&PLAIN[..], &["--no-cache"]].concat(), &folder.path().join("anew")), &warm, file);
    }
}
