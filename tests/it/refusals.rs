//! What stops a run, in the words of the field and the language of the site, with its cure and its exit code.

use fremdrift::locale::{LOCALES, Locale};

use crate::support::{
    Site,
    disk::{self, Run},
    git::{Repo, folder, run},
};

const DECLARED: &str = "\n[[editions]]\nid = \"2020-06\"\ntitle = \"Status medio 2020\"\nas_of = 2020-06-30\nrevision = \"udgave/2020-06\"\n";

fn site() -> Site {
    Site::small().append("site.toml", DECLARED)
}

fn committed(site: &Site) -> Repo {
    let repo = Repo::new();
    site.write_to(repo.path());
    repo.git(&["add", "--all"]);
    repo.git(&["commit", "--quiet", "--message", "Status"]);
    repo
}

/// Runs a command in a site, in Danish, and in English where it is asked for.
fn fremdrift(root: &std::path::Path, words: &[&str]) -> [Run; 2] {
    let run = |more: &[&str]| disk::run(disk::program().args(words).args(more).arg("--root").arg(root));
    [run(&[]), run(&["--language", "en"])]
}

/// Checks that both runs were stopped by what has a code, in their own words.
#[track_caller]
fn refused(runs: [Run; 2], code: &str, args: &[(&'static str, &str)]) {
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    for (run, language) in runs.iter().zip(LOCALES) {
        let locale = Locale::new(language, &[]).expect("sound words");
        let words = locale.wording(code, &args);
        assert_ne!(words.message, code, "there are words");
        let told = format!(
            "{}: {}\n{}: {}\n",
            locale.tell("error", &[]),
            words.message,
            locale.tell("help", &[]),
            words.help.expect("a cure")
        );
        assert!(run.stderr.contains(&told), "{code}, {language:?}: {}\nexpected {told}", run.stderr);
        assert_eq!(run.code, Some(2), "{code}");
    }
}

#[test]
fn what_is_asked_for_and_is_not_there() {
    let repo = committed(&site());
    let root = repo.path();
    refused(fremdrift(root, &["diff", "findes-ikke"]), "no-such-revision", &[("revision", "findes-ikke")]);
    refused(fremdrift(root, &["diff", "main...uden"]), "no-such-revision", &[("revision", "uden")]);
    refused(fremdrift(root, &["edition", "cut", "2020-06", "--at", "x"]), "no-such-revision", &[("revision", "x")]);
    let gone = [("id", "2020-06"), ("revision", "udgave/2020-06")];
    refused(fremdrift(root, &["edition", "compare", "2020-06", "2020-06"]), "edition-not-there", &gone);
    refused(
        fremdrift(root, &["edition", "compare", "x", "2020-06"]),
        "unknown-edition",
        &[("id", "x"), ("known", "2020-06")],
    );
    let out = folder();
    let out = out.path().join("ud").display().to_string();
    refused(
        fremdrift(root, &["build", "--edition", "x", "--out", &out]),
        "unknown-edition",
        &[("id", "x"), ("known", "none")],
    );
    // What is declared and cannot be made is not said to be none.
    refused(fremdrift(root, &["build", "--edition", "2020-06", "--out", &out]), "edition-not-there", &gone);
    repo.git(&["tag", "udgave/2020-06"]);
    let words = ["build", "--edition", "2020-06", "--as-of", "2020-06-29", "--out", &out];
    refused(fremdrift(root, &words), "edition-too-late", &[("id", "2020-06"), ("date", "2020-06-29")]);
    for moving in ["main", "HEAD"] {
        let repo = committed(&site().edit("site.toml", "udgave/2020-06", moving));
        let args = [("id", "2020-06"), ("revision", moving)];
        for words in [&["edition", "cut", "2020-06"][..], &["build", "--edition", "2020-06", "--out", &out]] {
            refused(fremdrift(repo.path(), words), "moving-revision", &args);
        }
        let [list, _] = fremdrift(repo.path(), &["edition", "list"]);
        assert!(list.stdout.contains(&format!("{moving} flytter sig")), "{}", list.stdout);
        assert_eq!(repo.git(&["tag", "--list"]), "");
    }
    let nowhere = folder();
    let path = nowhere.path().display().to_string();
    let [_, english] = fremdrift(nowhere.path(), &["build"]);
    assert!(english.stderr.contains(&format!("error: {path} is no fremdrift site")), "no-site: {}", english.stderr);
}

#[test]
fn a_site_without_a_repository_or_a_commit() {
    let outside = folder();
    site().write_to(outside.path());
    let path = outside.path().display().to_string();
    refused(fremdrift(outside.path(), &["log", "a"]), "no-repository", &[]);
    refused(fremdrift(outside.path(), &["edition", "cut", "2020-06"]), "no-repository", &[]);
    refused(fremdrift(outside.path(), &["diff"]), "no-such-version", &[("version", "HEAD"), ("path", &path)]);
    // A repository in which nothing is committed yet is not said to be none.
    let unborn = Repo::new();
    Site::small().write_to(unborn.path());
    refused(fremdrift(unborn.path(), &["log", "a"]), "no-commit", &[]);
    refused(fremdrift(unborn.path(), &["edition", "cut", "2020-06"]), "no-commit", &[]);
    refused(fremdrift(unborn.path(), &["diff"]), "no-commit", &[]);
    let [danish, _] = fremdrift(unborn.path(), &["check", "--as-of", "2020-07-01"]);
    assert_eq!(danish.code, Some(0), "{}", danish.stderr);
    assert!(danish.stderr.contains("Intet er gemt i git endnu"), "{}", danish.stderr);
}

#[test]
fn a_tag_that_is_there_or_cannot_be() {
    let repo = committed(&site());
    let root = repo.path();
    assert_eq!(fremdrift(root, &["edition", "cut", "2020-06"])[0].code, Some(0));
    let commit = repo.git(&["rev-parse", "HEAD"]);
    let cut = [("id", "2020-06"), ("revision", "udgave/2020-06"), ("commit", &commit[..10])];
    refused(fremdrift(root, &["edition", "cut", "2020-06"]), "edition-is-cut", &cut);
    // A tag cannot stand where another has its folder.
    let other = committed(&site().edit("site.toml", "udgave/2020-06", "udgave"));
    other.git(&["tag", "udgave/2019"]);
    let taken = [("revision", "udgave"), ("known", "udgave/2019")];
    refused(fremdrift(other.path(), &["edition", "cut", "2020-06"]), "tag-exists", &taken);
    for bad in ["udgave 2020", "udgave..2020", "-x", "udgave/", "udgave~1", ".skjult", "x.lock"] {
        // Not committed yet: the name is told of first.
        let repo = committed(&Site::small());
        site().edit("site.toml", "udgave/2020-06", bad).write_to(repo.path());
        for words in [&["edition", "cut", "2020-06"][..], &["check"]] {
            let [run, _] = fremdrift(repo.path(), words);
            assert_eq!(run.code, Some(1), "{bad}: {}", run.stderr);
            assert!(run.stderr.contains("bad-tag-name") && run.stderr.contains("site.toml:"), "{bad}: {}", run.stderr);
            // The cure names what is wrong with each of them.
            assert!(["mellemrum", "..", "begynder ikke med -", ".lock"].iter().all(|rule| run.stderr.contains(rule)));
        }
        assert_eq!(repo.git(&["tag", "--list"]), "");
    }
}

#[test]
fn a_clone_that_lacks_something() {
    let repo = committed(&site());
    repo.git(&["commit", "--quiet", "--allow-empty", "--message", "Mere"]);
    let target = folder();
    let address = format!("file://{}", repo.path().display());
    run(target.path(), &["clone", "--quiet", "--depth=1", &address, "kort"], &[]);
    let clone = target.path().join("kort");
    let git = clone.join(".git").display().to_string();
    refused(fremdrift(&clone, &["log", "a"]), "shallow-clone", &[("path", &git)]);
    repo.git(&["config", "extensions.partialClone", "origin"]);
    let git = repo.path().join(".git").display().to_string();
    refused(fremdrift(repo.path(), &["log", "a"]), "partial-clone", &[("path", &git)]);
    repo.git(&["config", "--unset", "extensions.partialClone"]);
    let lost = repo.git(&["rev-parse", "HEAD:site.toml"]);
    std::fs::remove_file(repo.path().join(".git/objects").join(&lost[..2]).join(&lost[2..])).expect("removed");
    let [danish, english] = fremdrift(repo.path(), &["log", "a"]);
    assert_eq!((danish.code, english.code), (Some(2), Some(2)));
    assert!(
        danish.stderr.contains("fejl: en del af arkivet mangler: ") && danish.stderr.contains(&lost),
        "missing-object: {}",
        danish.stderr
    );
    std::fs::write(repo.path().join(".git/HEAD"), "vrøvl").expect("written");
    let [danish, _] = fremdrift(repo.path(), &["log", "a"]);
    assert!(danish.stderr.contains("fejl: arkivet kan ikke læses"), "repository-failed: {}", danish.stderr);
    repo.git(&["init", "--quiet", "--ref-format=reftable", "nyt"]);
    let new = repo.path().join("nyt");
    site().write_to(&new);
    refused(fremdrift(&new, &["log", "a"]), "reftable", &[("path", &new.join(".git").display().to_string())]);
}

#[test]
fn an_output_folder_that_is_not_ours() {
    let root = folder();
    site().edit("site.toml", "revision = \"udgave/2020-06\"\n", "").write_to(root.path());
    let out = folder();
    let to = |path: &std::path::Path| fremdrift(root.path(), &["build", "-q", "--out", path.to_str().expect("text")]);
    let public = out.path().join("ud");
    let path = public.display().to_string();
    assert_eq!(to(&public)[0].code, Some(0));
    std::fs::write(public.join("mit.txt"), "mit").expect("written");
    refused(to(&public), "foreign-files", &[("path", &path), ("names", "`mit.txt`"), ("count", "1")]);
    std::fs::remove_file(public.join("mit.txt")).expect("removed");
    std::fs::write(public.join("index.html"), "mit").expect("written");
    refused(to(&public), "changed-files", &[("path", &path), ("names", "`index.html`"), ("count", "1")]);
    let manifest = public.join(".fremdrift-manifest.json");
    std::fs::write(&manifest, "{").expect("written");
    refused(to(&public), "output-damaged", &[("path", &manifest.display().to_string())]);
    let file = out.path().join("fil");
    std::fs::write(&file, "").expect("written");
    refused(to(&file), "output-no-folder", &[("path", &file.display().to_string())]);
    refused(to(std::path::Path::new("/")), "output-no-name", &[("path", "/")]);
    let inside = root.path().join("content/ud");
    let args = [("path", inside.to_str().expect("text")), ("folder", "content")];
    refused(to(&inside), "output-in-sources", &args);
    // What the system says stands as it is: no words of ours could say it better.
    let [danish, _] = to(&file.join("ud"));
    assert!(danish.stderr.contains("fejl: det lykkedes ikke: "), "failed: {}", danish.stderr);
}

/// Moves the site into a folder, or out of one, and commits that.
fn moved(repo: &Repo, site: &Site, folder: &str) {
    repo.git(&["rm", "-r", "--quiet", "."]);
    site.write_to(&repo.path().join(folder));
    repo.git(&["add", "--all"]);
    repo.git(&["commit", "--quiet", "--message", "Flyttet"]);
}

#[test]
fn a_site_that_lay_elsewhere_when_its_edition_was_cut() {
    let out = folder();
    let build = |root: &std::path::Path, name: &str| {
        let out = out.path().join(name).display().to_string();
        disk::run(disk::program().args(["build", "--as-of", "2020-07-01", "--out", &out, "--root"]).arg(root))
    };
    // Further down today: it is found where it lay.
    let repo = committed(&site());
    repo.git(&["tag", "udgave/2020-06"]);
    moved(&repo, &site().edit("content/plans/a/updates/2020-06-30/01.md", "1,25", "1,20"), "rapporter/status");
    let root = repo.path().join("rapporter/status");
    let run = build(&root, "ned");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let page = |path: &str| std::fs::read_to_string(out.path().join("ned").join(path)).expect("a page");
    assert!(
        page("editions/2020-06/planer/a/01.html").contains("1,25")
            && !page("editions/2020-06/planer/a/01.html").contains("1,20")
    );
    assert_eq!(disk::run(disk::program().args(["diff", "HEAD~1", "--root"]).arg(&root)).code, Some(0));
    // Another site that still lies above is not taken for it.
    let other = Site::small().with("content/plans/b/plan.md", "+++\ntitle = \"Anden\"\nkind = \"savings\"\n+++\n");
    let repo = committed(&other);
    repo.git(&["tag", "udgave/2020-06"]);
    site().write_to(&repo.path().join("ny"));
    repo.git(&["add", "--all"]);
    repo.git(&["commit", "--quiet", "--message", "En ny"]);
    let run = build(&repo.path().join("ny"), "anden");
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stderr.contains("edition-without-site") && run.stderr.contains("site.toml:"), "{}", run.stderr);
    let first = repo.git(&["rev-parse", "udgave/2020-06"]);
    let then = [("commit", &first[..10]), ("folder", "ny")];
    refused(fremdrift(&repo.path().join("ny"), &["diff", "udgave/2020-06"]), "no-site-then", &then);
}

#[test]
fn a_partial_clone_goes_on_without_what_was_not_fetched() {
    let first = site().with("content/plans/a/measures/02.md", "+++\nnumber = \"2\"\ntitle = \"Botilbud\"\n+++\n");
    let repo = committed(&first);
    repo.git(&["tag", "udgave/2020-06"]);
    first.edit("content/plans/a/updates/2020-06-30/01.md", "1,25", "1,20").write_to(repo.path());
    repo.git(&["commit", "--quiet", "--all", "--message", "Rettet"]);
    repo.git(&["config", "uploadpack.allowFilter", "true"]);
    let target = folder();
    let address = format!("file://{}", repo.path().display());
    for filter in ["--filter=blob:none", "--filter=tree:0"] {
        let name = &filter[9..13];
        run(target.path(), &["clone", "--quiet", filter, &address, name], &[]);
        let clone = target.path().join(name);
        let build = |words: &[&str]| {
            let out = target.path().join(format!("{name}-ud")).display().to_string();
            let mut command = disk::program();
            disk::run(
                command.args(["build", "--as-of", "2020-07-01", "--out", &out]).args(words).arg("--root").arg(&clone),
            )
        };
        assert_eq!(build(&[]).code, Some(2), "{filter}: it must be allowed");
        let run = build(&["--incomplete-history"]);
        assert_eq!(run.code, Some(0), "{filter}: {}", run.stderr);
        assert!(run.stderr.contains("edition-not-fetched"), "{filter}: {}", run.stderr);
        let history = std::fs::read_to_string(target.path().join(format!("{name}-ud/historik.html"))).expect("a page");
        assert!(!history.contains("Botilbud"), "nothing is said to begin where nobody knows: {filter}: {history}");
        if filter == "--filter=blob:none" {
            assert!(history.contains("en version kan ikke læses"), "{history}");
        }
        let list = disk::run(disk::program().args(["edition", "list", "--root"]).arg(&clone));
        assert!(list.stdout.contains("filerne er ikke hentet"), "{filter}: {} {}", list.stdout, list.stderr);
        let [log, _] = fremdrift(&clone, &["log", "a", "--incomplete-history"]);
        assert!(!log.stderr.contains("fejl: en del af arkivet"), "{filter}: {}", log.stderr);
    }
}

#[test]
fn a_page_that_takes_the_place_of_an_edition_or_a_plan() {
    for (file, of) in [
        ("content/editions/2020-06/index.md", "site.toml"),
        ("content/editions/2020-06/planer/a/index.md", "site.toml"),
        ("content/planer/a/01.md", "content/plans/a/plan.md"),
    ] {
        let open = site().edit("site.toml", "revision = \"udgave/2020-06\"\n", "");
        let outcome = open.with(file, "+++\ntitle = \"Side\"\n+++\nOrd.\n").build();
        assert_eq!(outcome.codes(), ["path-collision"], "{file}");
        let found = &outcome.built.findings[0];
        assert!(found.path.as_str() == file && found.message.ends_with(&format!("denne og {of}")), "{found:?}");
    }
}
