//! `fremdrift ci`: pipelines that fetch all of the history, check, tell reviewers, and publish.
//!
//! The steps of each are run in a shell, in a clone of a repository with a proposal in it. What the forge would do is done here: its
//! variables are filled in, and a `curl` on the path answers in its place and writes down what it is asked.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use sha2::{Digest, Sha256};
use yaml_rust2::{Yaml, YamlLoader};

use crate::support::{
    Site, disk,
    git::{self, Story},
};

/// A forge: how it asks for all of the history, how it publishes, how it begins at night, and how a comment is written and written anew.
struct Forge {
    name: &'static str,
    whole: &'static str,
    publish: &'static str,
    night: &'static str,
    /// What its comments are asked with where there is none, and where our own is there.
    comments: [&'static str; 2],
    written: &'static str,
    edited: &'static str,
}

const ISSUES: [&str; 2] = ["[]", r#"[{"id": 3, "body": "tak"}, {"id": 7, "body": "før\n\n[//]: # (fremdrift)\n"}]"#];

const FORGES: [Forge; 4] = [
    Forge {
        name: "github",
        whole: "fetch-depth: 0",
        publish: "actions/deploy-pages@",
        night: "- cron:",
        comments: ISSUES,
        written: "POST https://forge.example/api/repos/eksempelby/status/issues/12/comments",
        edited: "PATCH https://forge.example/api/repos/eksempelby/status/issues/comments/7",
    },
    Forge {
        name: "gitlab",
        whole: "GIT_DEPTH: \"0\"",
        publish: "\npages:\n",
        night: "Pipeline schedules",
        comments: ISSUES,
        written: "POST https://forge.example/api/projects/5/merge_requests/12/notes",
        edited: "PUT https://forge.example/api/projects/5/merge_requests/12/notes/7",
    },
    Forge {
        name: "azure",
        whole: "fetchDepth: '0'",
        publish: "artifact: public",
        night: "- cron:",
        comments: [
            r#"{"value": []}"#,
            r#"{"value": [{"id": 3, "comments": [{}]}, {"id": 7, "comments": [{"content": "før\n\n[//]: # (fremdrift)\n"}]}]}"#,
        ],
        written: "POST https://forge.example/threads?api-version=7.1",
        edited: "PATCH https://forge.example/threads/7/comments/1?api-version=7.1",
    },
    Forge {
        name: "forgejo",
        whole: "fetch-depth: 0",
        publish: "actions/upload-artifact@",
        night: "- cron:",
        comments: ISSUES,
        written: "POST https://forge.example/api/repos/eksempelby/status/issues/12/comments",
        edited: "PATCH https://forge.example/api/repos/eksempelby/status/issues/comments/7",
    },
];

/// What the forges fill in, by the name that stands in a pipeline.
const GIVEN: [(&str, &str); 14] = [
    ("${{ github.token }}", "secret"),
    ("${{ github.api_url }}", "https://forge.example/api"),
    ("${{ github.repository }}", "eksempelby/status"),
    ("${{ github.event.pull_request.number }}", "12"),
    ("${{ github.base_ref }}", "main"),
    ("$(System.AccessToken)", "secret"),
    ("$(System.PullRequest.TargetBranch)", "refs/heads/main"),
    (
        "$(System.CollectionUri)$(System.TeamProjectId)/_apis/git/repositories/$(Build.Repository.ID)/pullRequests/$(System.PullRequest.PullRequestId)/threads",
        "https://forge.example/threads",
    ),
    ("$(Build.ArtifactStagingDirectory)", "staging"),
    ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main"),
    ("CI_MERGE_REQUEST_PROJECT_ID", "5"),
    ("CI_MERGE_REQUEST_IID", "12"),
    ("CI_API_V4_URL", "https://forge.example/api"),
    ("FREMDRIFT_COMMENT_TOKEN", "secret"),
];

/// Answers in the place of a forge and of the organisation's server: files of `$STUB`, and a line for each request in `$STUB/calls`.
const CURL: &str = r#"#!/bin/sh
method= data= output=/dev/stdout url=
while [ $# -gt 0 ]; do
  case "$1" in
    --request) method=$2; shift ;;
    --data) data=${2#@}; shift ;;
    --output) output=$2; shift ;;
    --header) echo "$2" >> "$STUB/headers"; shift ;;
    --*) ;;
    *) url=$1 ;;
  esac
  shift
done
case "$url" in
  *program* | *.crate) cp "$STUB/program" "$output"; exit ;;
esac
[ -f "$STUB/denies" ] && exit 22
[ -n "$data" ] && method=${method:-POST} && cp "$data" "$STUB/sent"
[ -n "$method" ] && echo "$method $url" >> "$STUB/calls"
[ -n "$method" ] || cp "$STUB/comments" "$output"
"#;

fn pipeline(forge: &str) -> String {
    let run = disk::run(disk::program().args(["ci", forge]));
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    run.stdout
}

fn parsed(forge: &str) -> Yaml {
    YamlLoader::load_from_str(&pipeline(forge)).unwrap_or_else(|fault| panic!("{forge}: {fault}")).remove(0)
}

/// A step of a job: what is run in the shell, and what is set for it.
struct Step {
    script: String,
    env: BTreeMap<String, String>,
}

fn text(yaml: &Yaml) -> String {
    yaml.as_str().map(str::to_owned).unwrap_or_default()
}

fn env_of(yaml: &Yaml) -> BTreeMap<String, String> {
    let all = yaml["env"].as_hash();
    all.map(|all| all.iter().map(|(name, value)| (text(name), text(value))).collect()).unwrap_or_default()
}

/// Returns the steps of a job that run in a shell: `review` or `publish`.
fn steps(forge: &str, job: &str) -> Vec<Step> {
    let yaml = parsed(forge);
    let lines = |yaml: &Yaml| yaml.as_vec().into_iter().flatten().map(text).collect::<Vec<_>>();
    if forge == "gitlab" {
        let jobs: &[&str] = if job == "review" { &["check", "review"] } else { &["pages"] };
        // The packages of the image are there already.
        let before = lines(&yaml["default"]["before_script"]).into_iter().filter(|line| !line.starts_with("apt-get"));
        let scripts = before.chain(jobs.iter().flat_map(|job| lines(&yaml[*job]["script"])));
        return scripts.map(|script| Step { script: format!("set -eu\n{script}"), env: BTreeMap::new() }).collect();
    }
    let jobs = &yaml["jobs"];
    let of_job = match jobs.as_vec() {
        Some(all) => all.iter().find(|one| one["job"].as_str() == Some(job)).expect("a job"),
        None => &jobs[job],
    };
    let key = if forge == "azure" { "bash" } else { "run" };
    let steps = of_job["steps"].as_vec().expect("steps").iter();
    steps
        .filter(|step| step[key].as_str().is_some())
        .map(|step| Step { script: text(&step[key]), env: env_of(step) })
        .collect()
}

/// A clone of a repository with a proposal, and what stands in the place of the forge.
struct Bench {
    _folder: tempfile::TempDir,
    clone: PathBuf,
    stub: PathBuf,
    url: String,
    sum: String,
}

impl Bench {
    /// A small site with an edition in a bare repository, and a clone in which a measure is called something else on a branch.
    fn new() -> Self {
        let folder = git::folder();
        let at = |name: &str| folder.path().join(name);
        let site = Site::small().edit("site.toml", "language", "as_of = 2020-07-01\nlanguage");
        let edition = "\n[[editions]]\nid = \"2020-03\"\ntitle = \"Marts\"\nas_of = 2020-03-31\nrevision = \"marts\"\n";
        let story = Story::default().commit("2020-04-01", &site).tag("marts");
        let told = story.commit("2020-07-01", &site.append("site.toml", edition)).told();
        let git = |folder: &Path, words: &[&str]| drop(git::run(folder, words, &[]));
        git(folder.path(), &["clone", "--quiet", "--bare", told.path().to_str().expect("text"), "server.git"]);
        git(folder.path(), &["clone", "--quiet", "server.git", "clone"]);
        let clone = at("clone");
        git(&clone, &["switch", "--quiet", "--create", "forslag"]);
        let measure = clone.join("content/plans/a/measures/01.md");
        let written = fs::read_to_string(&measure).expect("a measure");
        fs::write(&measure, written.replace("Takster", "Uddannelse tættere på")).expect("written");
        git(&clone, &["commit", "--quiet", "--all", "--message", "Nyt navn"]);
        let stub = at("stub");
        fs::create_dir_all(stub.join("bin")).expect("made");
        let program = format!("#!/bin/sh\nexec '{}' \"$@\"\n", disk::program().get_program().to_str().expect("text"));
        disk::write(&stub, [("program", program.as_bytes()), ("comments", b"[]"), ("bin/curl", CURL.as_bytes())]);
        executable(&stub.join("bin/curl"));
        let sum = sum(&stub.join("program"));
        Self { _folder: folder, clone, stub, url: "https://files.example/program".to_owned(), sum }
    }

    /// Runs the steps of a job, one after the other, until one fails. Answers what they printed, and whether all went well.
    fn run(&self, forge: &str, job: &str) -> (bool, String) {
        let mut printed = String::new();
        for Step { script, env } in steps(forge, job) {
            let mut shell = Command::new("bash");
            // As the forges start it.
            shell.args(["-e", "-o", "pipefail", "-c", &script]).current_dir(&self.clone);
            let path = std::env::var_os("PATH").unwrap_or_default();
            let path = std::iter::once(self.stub.join("bin")).chain(std::env::split_paths(&path));
            shell.env("PATH", std::env::join_paths(path).expect("a path")).env("STUB", &self.stub);
            shell
                .env("FREMDRIFT_URL", &self.url)
                .env("FREMDRIFT_SHA256", &self.sum)
                .env("GIT_CONFIG_NOSYSTEM", "1")
                .env("RUNNER_TEMP", &self.stub);
            if forge == "gitlab" {
                shell.envs(GIVEN.iter().filter(|(name, _)| !name.starts_with('$')).copied());
            }
            for (name, value) in env {
                let filled = GIVEN.iter().fold(value, |value, (name, given)| value.replace(name, given));
                assert!(!filled.contains("${{") && !filled.contains("$("), "{forge}: what is {filled}?");
                shell.env(name, filled);
            }
            assert!(!script.contains("${{"), "{forge}: what a proposal says must not become a part of a script");
            let run = disk::run(&mut shell);
            printed += &(run.stdout + &run.stderr);
            if run.code != Some(0) {
                return (false, printed);
            }
        }
        (true, printed)
    }

    /// Runs a job that must go well, and returns what it asked the forge to write.
    fn calls(&self, forge: &Forge) -> String {
        drop(fs::remove_file(self.stub.join("calls")));
        let (is_well, printed) = self.run(forge.name, "review");
        assert!(is_well, "{}: {printed}", forge.name);
        assert!(printed.contains("Uddannelse tættere på"), "{}: it is in the log too: {printed}", forge.name);
        fs::read_to_string(self.stub.join("calls")).unwrap_or_default()
    }
}

fn sum(file: &Path) -> String {
    Sha256::digest(fs::read(file).expect("a file")).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn executable(file: &Path) {
    let run = disk::run(Command::new("chmod").arg("+x").arg(file));
    assert_eq!(run.code, Some(0), "{}", run.stderr);
}

/// The steps are in the language of a system with a shell, as those that the forges run are.
#[cfg(unix)]
#[test]
fn a_proposal_gets_one_comment_that_is_written_anew() {
    let bench = Bench::new();
    for forge in &FORGES {
        fs::write(bench.stub.join("comments"), forge.comments[0]).expect("written");
        assert_eq!(bench.calls(forge).trim(), forge.written, "{}", forge.name);
        let sent = fs::read_to_string(bench.stub.join("sent")).expect("sent");
        assert!(sent.contains("Uddannelse tættere på") && sent.contains("[//]: # (fremdrift)"), "{sent}");
        fs::write(bench.stub.join("comments"), forge.comments[1]).expect("written");
        assert_eq!(bench.calls(forge).trim(), forge.edited, "{}", forge.name);
        let sent: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(bench.stub.join("sent")).expect("sent")).expect("JSON");
        let words = sent["body"].as_str().or_else(|| sent["content"].as_str()).expect("words");
        assert!(words.contains("Uddannelse tættere på"), "{words}");
        // Whoever may not write comments sees in the log what it would have been; nothing is written twice.
        fs::write(bench.stub.join("denies"), "").expect("written");
        assert_eq!(bench.calls(forge), "", "{}", forge.name);
        fs::remove_file(bench.stub.join("denies")).expect("there");
    }
    let headers = fs::read_to_string(bench.stub.join("headers")).expect("asked");
    assert!(headers.contains("Bearer secret") && headers.contains("PRIVATE-TOKEN: secret"), "{headers}");
}

#[cfg(unix)]
#[test]
fn each_publishes_a_site_with_its_history() {
    let bench = Bench::new();
    for forge in &FORGES {
        let out = bench.clone.join(if forge.name == "azure" { "staging/public" } else { "public" });
        drop(fs::remove_dir_all(&out));
        let (is_well, printed) = bench.run(forge.name, "publish");
        assert!(is_well, "{}: {printed}", forge.name);
        assert!(
            out.join("index.html").is_file() && out.join("editions/2020-03/index.html").is_file(),
            "{}",
            forge.name
        );
    }
}

#[cfg(unix)]
#[test]
fn the_program_is_the_one_whose_sum_is_written_or_none() {
    let mut bench = Bench::new();
    for forge in &FORGES {
        drop(fs::remove_dir_all(bench.clone.join(".program")));
        let right = std::mem::replace(&mut bench.sum, "0".repeat(64));
        let (is_well, printed) = bench.run(forge.name, "publish");
        assert!(!is_well && !bench.clone.join(".program/bin/fremdrift").exists(), "{}: {printed}", forge.name);
        bench.sum = String::new();
        let (is_well, printed) = bench.run(forge.name, "publish");
        assert!(
            !is_well && printed.contains("Fill in FREMDRIFT_URL and FREMDRIFT_SHA256"),
            "{}: {printed}",
            forge.name
        );
        bench.sum = right;
    }
    // Source is built where it is unpacked: by a `cargo` that tells what it is asked.
    let source = bench.stub.join("fremdrift-0.1.0");
    disk::write(&source, [("Cargo.toml", b"[package]".as_slice())]);
    let packed = ["--create", "--gzip", "--file", "program", "fremdrift-0.1.0"];
    assert_eq!(disk::run(Command::new("tar").args(packed).current_dir(&bench.stub)).code, Some(0));
    let program = disk::program().get_program().to_str().expect("text").to_owned();
    let cargo = format!(
        "#!/bin/sh\n[ \"$*\" = \"install --locked --path .program/source --root .program\" ] && [ -f .program/source/Cargo.toml ] \
         && ln -s '{program}' .program/bin/fremdrift\n"
    );
    disk::write(&bench.stub, [("bin/cargo", cargo.as_bytes())]);
    executable(&bench.stub.join("bin/cargo"));
    bench.url = "https://files.example/fremdrift-0.1.0.crate".to_owned();
    bench.sum = sum(&bench.stub.join("program"));
    for forge in &FORGES {
        drop(fs::remove_dir_all(bench.clone.join(".program")));
        let (is_well, printed) = bench.run(forge.name, "publish");
        assert!(is_well, "{}: {printed}", forge.name);
    }
}

#[test]
fn each_is_yaml_with_the_jobs_it_is_made_of() {
    for Forge { name, .. } in &FORGES {
        let yaml = parsed(name);
        for job in ["review", "publish"] {
            assert!(steps(name, job).len() >= 2, "{name}: {job}");
        }
        let is_forge = match *name {
            "gitlab" => yaml["stages"].as_vec().is_some_and(|stages| stages.len() == 2),
            "azure" => yaml["pool"]["vmImage"].as_str().is_some() && yaml["schedules"].as_vec().is_some(),
            _ => yaml["on"].as_hash().is_some_and(|on| on.len() == 4) && yaml["jobs"].as_hash().is_some(),
        };
        assert!(is_forge, "{name}");
    }
}

#[test]
fn each_fetches_all_checks_tells_and_publishes_also_at_night() {
    for Forge { name, whole, publish, night, .. } in &FORGES {
        let text = pipeline(name);
        assert!(text.contains(whole), "{name}: all of the history");
        assert!(text.contains(night), "{name}: every night");
        let is_code = |line: &&str| !line.trim_start().starts_with('#') && !line.is_empty();
        let code = text.lines().filter(is_code).collect::<Vec<_>>().join("\n");
        let at = |words: &str| code.find(words).unwrap_or_else(|| panic!("{name}: no {words}"));
        let (check, diff, build) = (at("fremdrift check"), at("fremdrift diff \"origin/"), at("fremdrift build --out"));
        assert!(check < diff && diff < build, "{name}: one after the other");
        assert!(code.contains("...HEAD\" --format markdown"), "{name}: as a comment");
        assert!(text.contains(publish), "{name}: publishes");
        assert!(*name == "azure" || !code.contains("main"), "{name}: the branch that is published may have any name");
        let remarks = text.replace("\n#", " ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            remarks.contains("FREMDRIFT_URL and FREMDRIFT_SHA256") && remarks.contains("There is no public address."),
            "{name}: its program"
        );
    }
}

#[test]
fn none_holds_a_secret_or_an_address_of_ours() {
    for Forge { name, .. } in &FORGES {
        let text = pipeline(name);
        assert!(!text.contains("http://") && !text.contains("https://"), "{name}");
        for line in text.lines().filter(|line| line.contains("Authorization") || line.contains("TOKEN:")) {
            assert!(line.contains('$'), "{name}: a token comes from a variable: {line}");
        }
    }
}
