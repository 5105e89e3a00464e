//! `fremdrift edition`: what it lists, when it cuts, what it compares; with real repositories, asked by git itself.

use std::path::Path;

use crate::support::{
    Site,
    disk::{self, Run},
    git::{self, Repo, folder},
};

const DECLARED: &str = "\n[[editions]]\nid = \"2020-06\"\ntitle = \"Status medio 2020\"\nas_of = 2020-06-30\nrevision = \"udgave/2020-06\"\n";
const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";

fn site() -> Site {
    Site::small().append("site.toml", DECLARED)
}

/// Writes a site into a repository and commits it.
fn commit(repo: &Repo, site: &Site, message: &str) -> String {
    site.write_to(repo.path());
    repo.git(&["add", "--all"]);
    repo.git(&["commit", "--quiet", "--message", message]);
    repo.git(&["rev-parse", "HEAD"])
}

fn repo(site: &Site) -> Repo {
    let repo = Repo::new();
    commit(&repo, site, "Status");
    repo
}

fn edition(repo: &Repo, words: &[&str]) -> Run {
    disk::run(disk::program().arg("edition").args(words).arg("--root").arg(repo.path()))
}

fn tags(repo: &Repo) -> String {
    repo.git(&["tag", "--list"])
}

#[test]
fn a_cut_edition_is_an_annotated_tag_of_a_role() {
    let repo = repo(&site());
    let head = repo.git(&["rev-parse", "HEAD"]);
    let run = edition(&repo, &["cut", "2020-06"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stderr.contains("Udgaven 2020-06 er låst") && run.stderr.contains("git push origin udgave/2020-06"));
    assert_eq!(repo.git(&["rev-parse", "udgave/2020-06^{commit}"]), head);
    assert_eq!(repo.git(&["cat-file", "-t", "udgave/2020-06"]), "tag");
    let format = "--format=%(taggername)|%(taggeremail)|%(contents:subject)";
    assert_eq!(repo.git(&["for-each-ref", format, "refs/tags"]), "fremdrift|<>|Status medio 2020");
    repo.git(&["fsck", "--strict"]);
    // What comes later does not change it, and it is not cut twice.
    let object = repo.git(&["rev-parse", "udgave/2020-06"]);
    commit(&repo, &site().edit(STATUS, "1,25", "1,20"), "Rettelse");
    let again = edition(&repo, &["cut", "2020-06"]);
    assert_eq!(again.code, Some(2), "{}", again.stderr);
    assert!(again.stderr.contains(&format!("`udgave/2020-06` er commit {}", &head[..10])), "{}", again.stderr);
    assert_eq!(repo.git(&["rev-parse", "udgave/2020-06"]), object);
}

#[test]
fn an_older_commit_can_be_cut_for_an_edition_that_is_declared_later() {
    let repo = repo(&Site::small());
    let first = repo.git(&["rev-parse", "HEAD"]);
    commit(&repo, &site(), "Udgave");
    assert_eq!(edition(&repo, &["cut", "2020-06", "--at", "HEAD~1"]).code, Some(0));
    assert_eq!(repo.git(&["rev-parse", "udgave/2020-06^{commit}"]), first);
    let run = edition(&repo, &["cut", "2020-06", "--at", "findes-ikke"]);
    assert_eq!(run.code, Some(2), "{}", run.stderr);
}

#[test]
fn nothing_is_cut_that_is_not_in_git_or_not_sound() {
    let repo = repo(&site());
    repo.write(STATUS, "+++\nlevel = \"Kritisk\"\n+++\n");
    let run = edition(&repo, &["cut", "2020-06"]);
    assert_eq!((run.code, tags(&repo).as_str()), (Some(2), ""), "{}", run.stderr);
    assert!(run.stderr.contains(&format!("{STATUS} er ikke gemt i git")), "{}", run.stderr);
    let broken = site().edit(STATUS, "Alt OK", "Ukendt");
    commit(&repo, &broken, "Fejl");
    let run = edition(&repo, &["cut", "2020-06"]);
    assert_eq!((run.code, tags(&repo).as_str()), (Some(1), ""), "{}", run.stderr);
    assert!(run.stderr.contains("unknown-level") && run.stderr.contains("ret fejlen først"), "{}", run.stderr);
    assert!(!run.stderr.contains("unknown-revision"), "the tag to be made is no mistake: {}", run.stderr);
}

/// Builds the site of a repository into a folder below another.
fn build(repo: &Repo, out: &Path, args: &[&str]) -> Run {
    let mut command = disk::program();
    command.args(["build", "--as-of", "2020-07-01", "--root"]).arg(repo.path()).arg("--out").arg(out.join("ud"));
    disk::run(command.args(args))
}

#[test]
fn strictly_nothing_is_published_that_is_not_in_git() {
    let repo = repo(&Site::small());
    let out = folder();
    let build = |args: &[&str]| build(&repo, out.path(), args);
    assert_eq!(build(&["--strict"]).code, Some(0));
    let before = disk::files(&out.path().join("ud"));
    repo.write(STATUS, "+++\nlevel = \"Kritisk\"\n+++\nDet går galt.\n");
    repo.write("content/ny.md", "+++\ntitle = \"Ny\"\n+++\n");
    let run = build(&["--strict"]);
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    assert!(run.stderr.contains("2 filer er ikke gemt, den første er content/ny.md"), "{}", run.stderr);
    assert!(disk::files(&out.path().join("ud")) == before, "what was published is untouched");
    // What was published without it is not said to be fine because nothing has changed since.
    assert_eq!(build(&[]).code, Some(0));
    assert_eq!(build(&["--strict"]).code, Some(2));
    repo.git(&["add", "--all"]);
    repo.git(&["commit", "--quiet", "--message", "Status"]);
    assert_eq!(build(&["--strict"]).code, Some(0));
}

#[test]
fn pages_say_that_they_are_not_in_git() {
    let site = Site::small()
        .with("content/plans/b/plan.md", "+++\ntitle = \"Plan B\"\nkind = \"savings\"\nvisibility = \"closed\"\npublic_title = \"En lukket plan\"\n+++\n")
        .with("content/plans/a/measures/02.md", "+++\nnumber = \"2\"\ntitle = \"Skjult\"\nvisibility = \"closed\"\n+++\n")
        .with("content/plans/c/plan.md", "+++\ntitle = \"Plan C\"\nkind = \"savings\"\n+++\n");
    let repo = repo(&site);
    let out = folder();
    // Returns what is said, and the pages that say it.
    let build = || {
        let run = build(&repo, out.path(), &[]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let is_marked = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("ikke gemt i git endnu");
        let pages = disk::files(&out.path().join("ud")).into_iter().filter(|(_, bytes)| is_marked(bytes));
        (run.stderr, pages.map(|(path, _)| path.to_string()).collect::<Vec<_>>())
    };
    let (said, marked) = build();
    assert!(!said.contains("not-in-git") && marked.is_empty(), "{said} {marked:?}");
    repo.write(STATUS, "+++\nlevel = \"Kritisk\"\n+++\nDet går galt.\n");
    let (said, marked) = build();
    assert!(said.contains("not-in-git") && said.contains(STATUS), "{said}");
    assert_eq!(marked, ["index.html", "planer/a/01.html", "planer/a/index.html"]);
    // Said again where nothing has changed, and no more once it is committed.
    assert!(build().0.contains("not-in-git"));
    repo.git(&["commit", "--quiet", "--all", "--message", "Status"]);
    let (said, marked) = build();
    assert!(!said.contains("not-in-git") && marked.is_empty(), "{said} {marked:?}");
    // No page tells of what is closed: a measure of a plan, a plan of which only a title is shown, itself.
    for (file, text) in [
        ("measures/02.md", "number = \"2\"\ntitle = \"Skjult igen\"\nvisibility = \"closed\""),
        ("../b/measures/01.md", "number = \"1\"\ntitle = \"Skjult\""),
        (
            "../b/plan.md",
            "title = \"Plan BB\"\nkind = \"savings\"\nvisibility = \"closed\"\npublic_title = \"En lukket plan\"",
        ),
    ] {
        repo.write(&format!("content/plans/a/{file}"), format!("+++\n{text}\n+++\n"));
        let (_, marked) = build();
        assert!(marked.is_empty(), "{file}: {marked:?}");
    }
    repo.git(&["commit", "--quiet", "--all", "--message", "Lukket"]);
    std::fs::remove_file(repo.path().join("content/plans/a/measures/02.md")).expect("removed");
    let (said, marked) = build();
    assert!(said.contains("not-in-git") && marked.is_empty(), "{said} {marked:?}");
}

#[test]
fn editions_that_are_declared_together_are_cut_one_after_the_other() {
    let repo = repo(&site().append("site.toml", &DECLARED.replace("2020-06\"", "nr-2\"")));
    for id in ["2020-06", "nr-2"] {
        let run = edition(&repo, &["cut", id]);
        assert_eq!(run.code, Some(0), "{id}: {}", run.stderr);
    }
    assert_eq!(tags(&repo), "udgave/2020-06\nudgave/nr-2");
}

#[test]
fn nothing_is_cut_in_a_clone_that_may_lack_its_tag() {
    let repo = repo(&site());
    assert_eq!(edition(&repo, &["cut", "2020-06"]).code, Some(0));
    commit(&repo, &site().edit(STATUS, "1,25", "1,20"), "Rettelse");
    let target = folder();
    let address = format!("file://{}", repo.path().display());
    git::run(target.path(), &["clone", "--quiet", "--depth=1", "--no-tags", &address, "kort"], &[]);
    let clone = target.path().join("kort");
    let run = disk::run(disk::program().args(["edition", "cut", "2020-06", "--root"]).arg(&clone));
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    assert!(run.stderr.contains("git fetch --unshallow --tags"), "{}", run.stderr);
    assert_eq!(git::run(&clone, &["tag", "--list"], &[]), b"");
}

#[test]
fn an_edition_must_be_declared_with_a_name() {
    let undeclared = repo(&Site::small());
    let run = edition(&undeclared, &["cut", "2020-06"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("ingen udgave 2020-06"), "{}", run.stderr);
    let nameless = repo(&site().edit("site.toml", "revision = \"udgave/2020-06\"\n", ""));
    let run = edition(&nameless, &["cut", "2020-06"]);
    assert_eq!((run.code, tags(&nameless).as_str()), (Some(2), ""));
    assert!(run.stderr.contains("revision = \"udgave/2020-06\""), "{}", run.stderr);
    let outside = folder();
    site().write_to(outside.path());
    let run = disk::run(disk::program().args(["edition", "cut", "2020-06", "--root"]).arg(outside.path()));
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("ligger ikke i git"), "{}", run.stderr);
}

#[test]
fn a_list_says_how_each_stands_and_why_one_cannot_be_made() {
    let more = "\n[[editions]]\nid = \"nu\"\ntitle = \"Nu\"\nas_of = 2020-06-30\n\
                [[editions]]\nid = \"senere\"\ntitle = \"Senere\"\nas_of = 2021-06-30\n\
                [[editions]]\nid = \"mangler\"\ntitle = \"Mangler\"\nas_of = 2020-06-30\nrevision = \"udgave/mangler\"\n\
                committee = \"USB\"\n";
    let dated = site().edit("site.toml", "title = \"Status\"\n", "title = \"Status\"\nas_of = 2020-12-31\n");
    let repo = repo(&dated.append("site.toml", more));
    let head = repo.git(&["rev-parse", "HEAD"]);
    repo.git(&["tag", "udgave/2020-06"]);
    let run = edition(&repo, &["list"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let lines: Vec<&str> = run.stdout.lines().collect();
    let [cut, open, later, missing] = lines.as_slice() else { panic!("{}", run.stdout) };
    assert!(cut.starts_with("2020-06  2020-06-30") && cut.contains(&format!("låst: {}, gemt 2020-06-30", &head[..10])));
    assert!(open.contains("åben") && open.ends_with("Nu"), "{open}");
    assert!(later.contains("senere end webstedets dato 2020-12-31"), "{later}");
    assert!(missing.contains("USB") && missing.contains("udgave/mangler findes ikke"), "{missing}");
    let json = edition(&repo, &["list", "--format", "json", "--language", "en"]);
    let data: serde_json::Value = serde_json::from_str(&json.stdout).expect("JSON");
    let states: Vec<_> = data["editions"].as_array().expect("a list").iter().map(|entry| &entry["state"]).collect();
    assert_eq!(states, ["cut", "open", "later", "unknown-revision"]);
    assert_eq!(data["editions"][0]["commit"], head.as_str());
}

#[test]
fn two_editions_are_compared_as_their_readers_see_them() {
    let second = "[[editions]]\nid = \"2020-09\"\ntitle = \"Status efterår 2020\"\nas_of = 2020-09-30\nrevision = \"udgave/2020-09\"\n";
    let secret = "content/plans/a/measures/02.md";
    let first = site()
        .with(secret, "+++\nnumber = \"2\"\ntitle = \"Botilbud\"\nrequired = \"1,00\"\n+++\n")
        .with("content/plans/a/updates/2020-06-30/02.md", "+++\nlevel = \"Alt OK\"\n+++\n");
    let later = first
        .clone()
        .append("site.toml", second)
        .with("content/plans/a/updates/2020-09-30/01.md", "+++\nlevel = \"Kritisk\"\nachieved = \"1,40\"\n+++\n")
        .with("content/plans/a/updates/2020-09-30/02.md", "+++\nlevel = \"Kritisk\"\n+++\n");
    let repo = repo(&first);
    assert_eq!(edition(&repo, &["cut", "2020-06"]).code, Some(0));
    commit(&repo, &later, "September");
    assert_eq!(edition(&repo, &["cut", "2020-09"]).code, Some(0));
    let compare = |words: &[&str]| edition(&repo, &[&["compare", "2020-06", "2020-09"], words].concat());
    let run = compare(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains("1 Takster, status: Alt OK → Kritisk"), "{}", run.stdout);
    assert!(run.stdout.contains("Botilbud"), "the control: {}", run.stdout);
    assert!(compare(&["--format", "markdown"]).stdout.contains("Kritisk"));
    // Closed today: told of neither, though both held it.
    commit(&repo, &later.edit(secret, "number", "visibility = \"closed\"\nnumber"), "Lukket");
    let closed = compare(&[]);
    assert!(closed.stdout.contains("Takster") && !closed.stdout.contains("Botilbud"), "{}", closed.stdout);
    let unknown = edition(&repo, &["compare", "2020-06", "2019-06"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.stderr.contains("2020-06, 2020-09"), "{}", unknown.stderr);
}

#[test]
fn a_committees_edition_is_compared_by_what_is_its_own() {
    let of_committee = DECLARED.replace("as_of", "committee = \"SBU\"\nas_of");
    let second = of_committee.replace("2020-06", "2020-09");
    let measure = "content/plans/a/measures/02.md";
    let first = Site::small()
        .append("content/committees.toml", "[SBU]\nname = \"Børneudvalget\"\n")
        .append("site.toml", &format!("{of_committee}{second}"))
        .with(measure, "+++\nnumber = \"2\"\ntitle = \"Skoler\"\ncommittee = \"SBU\"\nrequired = \"1,00\"\n+++\n")
        .with("content/plans/a/updates/2020-06-30/02.md", "+++\nlevel = \"Alt OK\"\n+++\n");
    let repo = repo(&first);
    repo.git(&["tag", "udgave/2020-06"]);
    let later = first
        .with("content/plans/a/updates/2020-09-30/01.md", "+++\nlevel = \"Kritisk\"\nachieved = \"1,40\"\n+++\n")
        .with("content/plans/a/updates/2020-09-30/02.md", "+++\nlevel = \"Kritisk\"\n+++\n");
    commit(&repo, &later, "September");
    repo.git(&["tag", "udgave/2020-09"]);
    let run = edition(&repo, &["compare", "2020-06", "2020-09"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains("2 Skoler, status: Alt OK → Kritisk"), "{}", run.stdout);
    assert!(!run.stdout.contains("Takster"), "{}", run.stdout);
}

#[test]
fn what_cannot_be_read_in_an_edition_is_told_and_ends_with_an_error() {
    const INDEX: &str = "content/plans/a/updates/2020-06-30/index.md";
    let declared = DECLARED.replace("2020-06\"", "2020-12\"").replace("2020-06-30", "2020-12-31");
    let compare = |then: &str, now: &str| {
        let site = site().append("site.toml", &declared).with(INDEX, then);
        let repo = repo(&site);
        repo.git(&["tag", "--annotate", "--message", "x", "udgave/2020-06"]);
        commit(&repo, &site.with(INDEX, now).append(STATUS, "Mere.\n"), "Senere");
        repo.git(&["tag", "--annotate", "--message", "x", "udgave/2020-12"]);
        let run = edition(&repo, &["compare", "2020-06", "2020-12"]);
        let diff = disk::run(disk::program().args(["diff", "2020-06", "2020-12", "--root"]).arg(repo.path()));
        assert_eq!((&run.stdout, run.code), (&diff.stdout, diff.code));
        (run.stdout, run.code)
    };
    let (sound, broken) = ("+++\nlevel = \"Alt OK\"\n+++\nOrd.\n", "+++\nlevel = \"Kritisk\"\n\nOrd.\n");
    for (then, now) in [(broken, sound), (sound, broken), (broken, broken)] {
        let (said, code) = compare(then, now);
        assert!(said.contains("Kan ikke læses") && said.contains(INDEX), "{said}");
        assert_eq!(code, Some(1), "{said}");
    }
    let (said, code) = compare(sound, "+++\nlevel = \"Kritisk\"\n+++\nOrd.\n");
    assert!(!said.contains("Kan ikke læses"), "{said}");
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn a_comparison_with_what_has_errors_ends_with_one() {
    let repo = repo(&site());
    let diff = |file: &str, text: &str| {
        site().with(file, text).write_to(repo.path());
        disk::run(disk::program().args(["diff", "--root"]).arg(repo.path()))
    };
    let broken = diff(STATUS, "+++\nlevel = \"Kritisk\"\n\nOrd.\n");
    assert_eq!(broken.code, Some(1), "{}", broken.stdout);
    assert!(broken.stdout.contains("Kan ikke læses"), "{}", broken.stdout);
    assert_eq!(diff(STATUS, "+++\nlevel = \"Umulig\"\n+++\nOrd.\n").code, Some(1));
    assert_eq!(diff(STATUS, "+++\nlevel = \"Kritisk\"\n+++\nOrd.\n").code, Some(0));
}
