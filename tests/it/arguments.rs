//! What commands are asked for: said in the language of the site where it is wrong, and told where a site lies that is not the one of
//! every day.

use std::{
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use crate::support::{
    commands,
    disk::{self, Run},
    git,
};

const PLAN: &str = "handleplan-for-voksenomraadet";

fn run(root: &Path, words: &[&str]) -> Run {
    disk::run(disk::program().args(words).current_dir(root))
}

/// Begins a site in a language.
fn site(root: &Path, language: &str) {
    let plan = ["--organisation", "Eksempelby Kommune", "--plan", "Handleplan for voksenområdet"];
    let begun = run(root, &[&["init", ".", "--quiet", "--language", language], &plan[..]].concat());
    assert_eq!((begun.code, begun.stderr.as_str()), (Some(0), ""), "nothing is said that was not asked for");
}

#[test]
fn a_command_that_is_wrong_is_told_in_the_language_of_the_site() {
    let folder = git::folder();
    site(folder.path(), "da");
    std::fs::File::create(folder.path().join("stor.xlsx")).and_then(|file| file.set_len(17 << 20)).expect("a file");
    for (words, said) in [
        (&["biuld"][..], &["der er ingen kommando, der hedder biuld", "mente du build?"][..]),
        (
            &["build", "--audince", "x"],
            &["--audince hører ikke til i kommandoen", "mente du --audience?", "fremdrift build"],
        ),
        (&["build", "--as-of", "30-06-2020"], &["--as-of <DATE> kan ikke være 30-06-2020", "som 2020-06-30"]),
        (&["build", "--as-of"], &["--as-of <DATE> mangler sin værdi"]),
        (&["check", "--format", "xml"], &["--format <FORMAT> kan ikke være xml", "vælg en af: text, json"]),
        (&["build", "--audience", "intern"], &["kan ikke være intern", "mente du internal?"]),
        (&["build", "-v", "-q"], &["kan ikke bruges sammen"]),
        (&["new", "report"], &["der mangler noget i kommandoen: <PLAN>, <DATE>", "fremdrift new report <PLAN> <DATE>"]),
        (&["new", "plan", "Plan", "kind"], &["required=1,75"]),
        (&["new", "measure", PLAN, "Tidlig", "indsats"], &["skriv titlen i anførselstegn"]),
        (&["import", "csv", "nofile.csv", PLAN], &["nofile.csv findes ikke", "hjælp: se efter, om navnet"]),
        (&["import", "xlsx", "stor.xlsx", PLAN], &["filen er for stor: højst 16 MB læses", "kopiér tabellen"]),
        (&["import", "csv", "stor.xlsx", PLAN], &["filen er for stor: højst 8 MB læses", "kopiér tabellen"]),
        (&["build", "--language", "de"], &["skriv da, en, sv eller nb"]),
    ] {
        let told = run(folder.path(), words);
        assert_eq!(told.code, Some(2), "{words:?}");
        for part in said {
            assert!(told.stderr.contains(part), "{words:?}: {part} in {}", told.stderr);
        }
        assert!(told.stderr.starts_with("fejl: ") && !told.stderr.contains("error:"), "{}", told.stderr);
    }
    let english = run(folder.path(), &["biuld", "--language", "en"]);
    assert!(english.stderr.starts_with("error: there is no command called biuld"), "{}", english.stderr);
    // Where no site is known, the terminal's language is spoken.
    let elsewhere = git::folder();
    let root = folder.path().to_str().expect("text");
    let by_root = run(elsewhere.path(), &["check", "--root", root, "--formt", "json"]);
    assert!(by_root.stderr.starts_with("fejl: --formt hører ikke til"), "{}", by_root.stderr);
    let terminal = disk::run(disk::program().arg("biuld").env("LANG", "sv_SE.UTF-8").current_dir(elsewhere.path()));
    assert!(terminal.stderr.contains("det finns inget kommando som heter biuld"), "{}", terminal.stderr);
}

#[test]
fn a_build_that_is_not_that_of_every_day_says_so() {
    let folder = git::folder();
    site(folder.path(), "da");
    let plain = run(folder.path(), &["build", "--out", "alle"]);
    assert!(plain.stderr.contains("Åbn alle/index.html") && !plain.stderr.contains(" viser "), "{}", plain.stderr);
    let limited = run(folder.path(), &["build", "--audience", "internal", "--as-of", "2026-06-30", "--out", "internt"]);
    assert!(limited.stderr.contains("internt viser også det, der ikke er for alle (internal)"), "{}", limited.stderr);
    assert!(limited.stderr.contains("internt viser webstedet, som det stod den 30. juni 2026"), "{}", limited.stderr);
    let quiet = run(folder.path(), &["build", "--quiet", "--audience", "internal", "--out", "internt"]);
    assert_eq!((quiet.code, quiet.stderr.as_str()), (Some(0), ""));
}

#[test]
fn every_command_says_more_where_more_is_asked_for() {
    let folder = git::folder();
    let demo = folder.path().join("demo");
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    for command in ["init --demo demo", "check", "log USB", "diff HEAD~1", "edition list", "ci gitlab"] {
        let root = if command.starts_with("init") { folder.path() } else { &demo };
        let of = |options: &[&str]| {
            let run = disk::run(disk::program().args(words(command)).args(options).current_dir(root));
            assert_eq!(run.code, Some(0), "{command}: {}", run.stderr);
            if command.starts_with("init") {
                std::fs::remove_dir_all(&demo).expect("made");
            }
            run
        };
        let (plain, more, less) = (of(&[]), of(&["--verbose"]), of(&["--quiet"]));
        assert!(more.stderr.contains("Det tog ") || more.stderr.contains("It took "), "{command}: {}", more.stderr);
        assert!(!plain.stderr.contains("Det tog "), "{command}");
        assert_eq!(less.stderr, "", "{command}");
        assert_eq!((&more.stdout, &less.stdout), (&plain.stdout, &plain.stdout), "{command}: what was asked for");
        if command.starts_with("init") {
            disk::run(disk::program().args(words(command)).current_dir(root));
        }
    }
}

#[test]
fn a_command_that_a_cure_quotes_adds_what_is_missing() {
    for language in ["da", "en", "sv", "nb"] {
        for (key, id, name) in [("committee", "HSU", "Skole og Fritid"), ("owner", "drift", "Leder af drift")] {
            for word in [id, name] {
                let folder = git::folder();
                site(folder.path(), language);
                let measure = folder.path().join("content/plans").join(PLAN).join("measures/9.md");
                let write = |word: &str| {
                    let text = format!("+++\nnumber = \"9\"\ntitle = \"B\"\n{key} = \"{word}\"\n+++\n");
                    disk::write(folder.path(), [(measure.to_str().expect("text"), text.as_bytes())]);
                };
                write(word);
                let told = run(folder.path(), &["check", "--language", language]);
                let code = format!("unknown-{key}");
                let rest = told.stderr.split_once(&format!("[{code}]")).expect(&told.stderr).1;
                // The command ends with what stands in quotation marks.
                let (_, rest) = rest.split_once("fremdrift new ").expect(rest);
                let end = rest.match_indices('"').nth(1).expect(rest).0;
                let quoted = rest[..=end].replace('\n', " ");
                let added = run(
                    folder.path(),
                    &commands::words(&format!("new {quoted}")).iter().map(String::as_str).collect::<Vec<_>>(),
                );
                assert_eq!(added.code, Some(0), "{quoted}: {}", added.stderr);
                let register = std::fs::read_to_string(folder.path().join(format!("content/{key}s.toml"))).expect("it");
                let new = register.rsplit("\n[").next().and_then(|rest| rest.split(']').next()).expect("an id");
                assert!(word == name || new == id, "{quoted}: {new}");
                write(new);
                let told = run(folder.path(), &["check", "--language", language]);
                assert!(!told.stderr.contains(&code), "{quoted}: {}", told.stderr);
            }
        }
    }
}

#[test]
fn what_is_there_already_is_told_with_what_can_be_done() {
    let folder = git::folder();
    site(folder.path(), "da");
    let measure = ["new", "measure", PLAN, "Boligsociale indsatser", "number=3"];
    let report = ["new", "report", PLAN, "2026-06-30"];
    let committee = ["new", "committee", "USB", "Udvalget"];
    for (words, cure) in [
        (&measure[..], "med --id"),
        (&report[..], "vælg en anden dato"),
        (&committee[..], "vælg en anden kode"),
        (&["init", "."][..], "vælg en anden mappe"),
    ] {
        run(folder.path(), words);
        let again = run(folder.path(), &[words, &["--language", "da"]].concat());
        assert_eq!(again.code, Some(2), "{words:?}: {}", again.stderr);
        assert!(again.stderr.contains("findes allerede") && again.stderr.contains(cure), "{words:?}: {}", again.stderr);
        assert!(cure == "med --id" || !again.stderr.contains("--id"), "{words:?}: {}", again.stderr);
    }
}

#[test]
fn editions_and_pairs_of_revisions_are_compared_as_they_are_called() {
    let folder = git::folder();
    assert_eq!(run(folder.path(), &["init", "--quiet", "--demo", "demo"]).code, Some(0));
    let demo = folder.path().join("demo");
    let told = |words: &[&str]| {
        let run = run(&demo, words);
        assert_eq!(run.code, Some(0), "{words:?}: {}", run.stderr);
        run.stdout
    };
    let compared = told(&["edition", "compare", "2019-11", "2020-03"]);
    assert_eq!(told(&["diff", "2019-11", "2020-03"]), compared);
    assert_eq!(told(&["diff", "2019-11..2020-03"]), compared);
    assert_eq!(told(&["diff", "HEAD~2..HEAD~1"]), told(&["diff", "HEAD~2", "HEAD~1"]));
    assert_eq!(told(&["diff", "HEAD~2.."]), told(&["diff", "HEAD~2", "HEAD"]));
    // An edition that is cut stands for its commit beside what is none.
    let of_tag = told(&["diff", "udgave/2020-03", "HEAD"]).replace("udgave/2020-03", "2020-03");
    assert_eq!(told(&["diff", "2020-03", "HEAD"]), of_tag);
    // The dots of a path are no two revisions.
    std::fs::create_dir(folder.path().join("below")).expect("made");
    let paths =
        disk::run(disk::program().args(["diff", "../demo", "../demo"]).current_dir(folder.path().join("below")));
    assert_eq!(paths.code, Some(0), "{}", paths.stderr);
    let open = run(&demo, &["diff", "2020-06", "HEAD"]);
    assert_eq!(open.code, Some(2));
    assert!(open.stderr.contains("udgaven 2020-06 er ikke låst endnu"), "edition-is-open: {}", open.stderr);
}

/// A terminal that is none, of which util-linux makes one: what is asked is answered line by line.
#[test]
fn on_a_terminal_a_new_site_is_asked_for() {
    if Command::new("script").arg("--version").output().is_err() {
        return;
    }
    let folder = git::folder();
    let program = disk::program().get_program().to_str().expect("text").to_owned();
    let mut command = Command::new("script");
    command
        .args(["--quiet", "--return", "--command", &format!("'{program}' init minsite"), "/dev/null"])
        .env("LANG", "en_GB.UTF-8")
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = command.spawn().expect("script is there");
    let mut answers = child.stdin.take().expect("a pipe");
    answers.write_all("da\nBispeby Kommune\n\nHandleplan 2027\n".as_bytes()).expect("answered");
    let output = child.wait_with_output().expect("it ends");
    drop(answers);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("Which language") || said.contains("language"), "{said}");
    assert!(said.contains("Hvem udgiver webstedet?") && said.contains("Hvad hedder den første plan?"), "{said}");
    let settings = std::fs::read_to_string(folder.path().join("minsite/site.toml")).expect("a site");
    assert!(settings.contains("organisation = \"Bispeby Kommune\"") && settings.contains("title = \"Status\""));
    assert!(folder.path().join("minsite/content/plans/handleplan-2027/plan.md").is_file());
    // Where nobody can be asked, nothing is.
    let silent = run(folder.path(), &["init", "andet", "--language", "da"]);
    assert_eq!(silent.code, Some(0), "{}", silent.stderr);
    assert!(!silent.stderr.contains('?'), "{}", silent.stderr);
}
