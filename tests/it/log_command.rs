//! `fremdrift log`: the story of one record and of the whole site, with real repositories.

use crate::support::{
    Site,
    disk::{self, Run},
    git::{Repo, folder, run},
};

const MEASURE: &str = "content/plans/a/measures/01.md";
const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";

/// A site whose figure was corrected, whose measure has a new id, and which has another measure.
fn repo() -> (Repo, Site) {
    let repo = Repo::new();
    let first = Site::small().with(
        "content/plans/a/measures/02.md",
        "+++\nnumber = \"2\"\ntitle = \"Botilbud\"\nrequired = \"1,00\"\n+++\n",
    );
    commit(&repo, &first, "Planen, som min chef Anders Andersen bad om");
    let corrected = first.edit(STATUS, "1,25", "1,20").edit(STATUS, "forhandlet", "hemmeligt aftalt").edit(
        "content/plans/a/measures/02.md",
        "1,00",
        "1,10",
    );
    commit(&repo, &corrected, "Rettelse");
    let renamed = corrected
        .without(MEASURE)
        .without(STATUS)
        .with(
            "content/plans/a/measures/01-takster.md",
            "+++\nnumber = \"1\"\nformerly = [\"01\"]\ntitle = \"Takster\"\nrequired = \"2,50\"\n+++\n",
        )
        .with(
            "content/plans/a/updates/2020-06-30/01-takster.md",
            "+++\nlevel = \"Kritisk\"\nachieved = \"1,20\"\n+++\nTaksterne er forhandlet.\n",
        );
    repo.git(&["rm", "--quiet", MEASURE, STATUS]);
    commit(&repo, &renamed, "Nyt navn");
    (repo, renamed)
}

fn commit(repo: &Repo, site: &Site, message: &str) {
    site.write_to(repo.path());
    repo.git(&["add", "--all"]);
    repo.git(&["commit", "--quiet", "--message", message]);
}

fn log(repo: &Repo, words: &[&str]) -> Run {
    disk::run(disk::program().arg("log").args(words).arg("--root").arg(repo.path()))
}

#[test]
fn a_story_goes_on_over_a_correction_and_a_new_id() {
    let (repo, _) = repo();
    let run = log(&repo, &["01-takster"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let at = |text: &str| run.stdout.find(text).unwrap_or_else(|| panic!("no {text:?} in\n{}", run.stdout));
    let [new, corrected, renamed, worse] = [
        at("1 Takster, tilføjet"),
        at("opnået: 1,25\u{a0}mio.\u{a0}kr. → 1,20\u{a0}mio.\u{a0}kr."),
        at("nyt id: 01 → 01-takster"),
        at("status: Alt OK → Kritisk"),
    ];
    assert!(new < corrected && corrected < renamed && renamed < worse, "the newest last:\n{}", run.stdout);
    assert!(!run.stdout.contains("Botilbud"), "only what was asked for:\n{}", run.stdout);
    // Neither who nor why, and no words of the text.
    for secret in ["Anders", "bad om", "Test", "test@", "hemmeligt", "Nyt navn"] {
        assert!(!run.stdout.contains(secret), "{secret} in\n{}", run.stdout);
    }
    assert_eq!(log(&repo, &["01"]).stdout, run.stdout, "the old id leads to it");
    assert_eq!(log(&repo, &["a/01"]).stdout, run.stdout, "also behind its plan");
    assert!(log(&repo, &["a"]).stdout.contains("Botilbud"), "a plan's story is that of all in it");
}

#[test]
fn case_does_not_matter_where_nothing_is_written_so() {
    let (repo, _) = repo();
    let right = log(&repo, &["01-takster"]).stdout;
    for id in ["01-TAKSTER", "A/01-Takster", "A/01"] {
        assert_eq!(log(&repo, &[id]).stdout, right, "{id}");
    }
    assert_eq!(log(&repo, &["usb"]).stdout, log(&repo, &["USB"]).stdout);
    assert_eq!(log(&repo, &["usb"]).code, Some(0));
}

#[test]
fn an_empty_id_is_the_id_of_nothing() {
    let (repo, _) = repo();
    for id in ["", "/", "a/", "/01", "a//01"] {
        let run = log(&repo, &[id]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{id:?}: {}", run.stderr);
    }
}

#[test]
fn a_beginning_that_is_not_there_is_told_where_it_is_written() {
    let (repo, site) = repo();
    commit(&repo, &site.append("site.toml", "[history]\nsince = \"findes-ikke\"\n"), "Historik");
    let run = log(&repo, &["a"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""), "{}", run.stderr);
    for told in ["unknown-history-start", "site.toml:", "since = \"findes-ikke\""] {
        assert!(run.stderr.contains(told), "{told}: {}", run.stderr);
    }
}

#[test]
fn what_is_withheld_cannot_be_told_where_it_cannot_be_read() {
    let (repo, site) = repo();
    commit(&repo, &site.append("site.toml", "[history]\nredact = 5\n"), "Historik");
    let run = log(&repo, &["a"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""), "{}", run.stderr);
    for told in ["site.toml:", "redact = 5"] {
        assert!(run.stderr.contains(told), "{told}: {}", run.stderr);
    }
}

#[test]
fn an_id_that_is_in_use_goes_before_one_that_was() {
    let (repo, site) = repo();
    let again = site.with(MEASURE, "+++\nnumber = \"3\"\ntitle = \"En anden\"\n+++\n");
    commit(&repo, &again, "Brugt igen");
    let told = log(&repo, &["01"]).stdout;
    assert!(told.contains("3 En anden, tilføjet") && !told.contains("Takster"), "{told}");
}

#[test]
fn a_plan_with_a_new_id_is_asked_for_by_both() {
    let (repo, site) = repo();
    repo.git(&["rm", "--quiet", "-r", "content/plans/a"]);
    let renamed = site
        .files()
        .into_iter()
        .filter(|(path, _)| path.starts_with("content/plans/a/"))
        .fold(site, |site, (path, bytes)| site.without(&path).with(&path.replace("plans/a/", "plans/b/"), bytes));
    let renamed = renamed.edit("content/plans/b/plan.md", "kind =", "formerly = [\"a\"]\nkind =");
    commit(&repo, &renamed, "Planen har skiftet navn");
    let told = log(&repo, &["b/01-takster"]);
    assert!(told.stdout.contains("1 Takster, tilføjet"), "{}{}", told.stdout, told.stderr);
    for id in ["a/01-takster", "a/01", "A/01"] {
        assert_eq!(log(&repo, &[id]).stdout, told.stdout, "{id}");
    }
    assert_eq!(log(&repo, &["a"]).stdout, log(&repo, &["b"]).stdout);
}

/// A site in which another plan, with a measure of the committee and one of another, is told of later.
fn two_committees() -> Repo {
    let (repo, site) = repo();
    let other = site
        .append("content/committees.toml", "[SBU]\nname = \"Børneudvalget\"\n")
        .with(
            "content/plans/b/plan.md",
            "+++\ntitle = \"Plan B\"\nkind = \"savings\"\nyear = 2020\ncommittee = \"SBU\"\nowner = \"chef\"\n+++\nEn plan.\n",
        )
        .with("content/plans/b/measures/01.md", "+++\nnumber = \"1\"\ntitle = \"Skoler\"\n+++\n")
        .with("content/plans/b/measures/02.md", "+++\nnumber = \"2\"\ntitle = \"Fælles\"\ncommittee = \"USB\"\n+++\n")
        .with(
            "content/plans/b/indicators.toml",
            "[tal]\ntitle = \"Ventetid\"\nmeasure = \"02\"\nunit = \"dage\"\nbaseline = { date = \"2019\", value = 12 }\n",
        )
        .edit("site.toml", "\"Status\"", "\"Ny titel\"");
    commit(&repo, &other, "Plan B");
    commit(&repo, &other.edit("content/plans/b/measures/01.md", "Skoler", "Folkeskoler"), "Nyt navn");
    repo
}

#[test]
fn a_committee_has_the_story_of_all_that_is_rolled_up_to_it() {
    let repo = two_committees();
    let told = log(&repo, &["USB"]);
    assert_eq!(told.code, Some(0), "{}", told.stderr);
    for words in ["Takster", "Botilbud", "Plan B:\n· 2 Fælles, tilføjet", "Ventetid"] {
        assert!(told.stdout.contains(words), "no {words:?} in\n{}", told.stdout);
    }
    assert!(!told.stdout.contains("koler") && !told.stdout.contains("Børneudvalget"), "{}", told.stdout);
    let other = log(&repo, &["SBU"]).stdout;
    assert!(other.contains("Børneudvalget") && other.contains("titel: Skoler → Folkeskoler"), "{other}");
    assert!(!other.contains("2 Fælles") && !other.contains("Takster"), "{other}");
}

#[test]
fn without_an_id_the_whole_site_has_its_story() {
    let repo = two_committees();
    let told = log(&repo, &[]);
    assert_eq!(told.code, Some(0), "{}", told.stderr);
    let at = |text: &str| told.stdout.find(text).unwrap_or_else(|| panic!("no {text:?} in\n{}", told.stdout));
    assert!(at("Planen Plan A, tilføjet") < at("nyt id: 01 → 01-takster"), "the newest last:\n{}", told.stdout);
    assert!(at("nyt id: 01 → 01-takster") < at("Planen Plan B, tilføjet"), "{}", told.stdout);
    assert!(told.stdout.contains("Børneudvalget"), "what all plans share too:\n{}", told.stdout);
    assert!(!told.stdout.contains("Ny titel"), "what the site itself is called is no news of it:\n{}", told.stdout);
    let data: serde_json::Value = serde_json::from_str(&log(&repo, &["--format", "json"]).stdout).expect("JSON");
    assert_eq!(data["id"], serde_json::Value::Null);
    assert_eq!(data["chapters"].as_array().expect("chapters").len(), 5, "{data:#}");
}

#[test]
fn programs_get_the_same_as_json() {
    let (repo, _) = repo();
    let run = log(&repo, &["a/01", "--format", "json"]);
    let data: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!((&data["version"], &data["id"]), (&1.into(), &"a/01-takster".into()));
    let chapters = data["chapters"].as_array().expect("chapters");
    assert_eq!(chapters.len(), 3, "{data:#}");
    assert_eq!(chapters[1]["lines"][0]["before"]["text"], "1,25\u{a0}mio.\u{a0}kr.");
    let newest = chapters[2]["revision"].as_str().expect("a revision");
    assert!(repo.git(&["rev-parse", "HEAD"]).starts_with(newest));
}

#[test]
fn an_id_that_nothing_bears_is_told_with_the_nearest() {
    let (repo, _) = repo();
    let run = log(&repo, &["01-takter"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.contains("01-takter") && run.stderr.contains("mente du: 01-takster"), "{}", run.stderr);
    let run = log(&repo, &["intet-der-ligner"]);
    assert_eq!(run.code, Some(2));
    assert!(!run.stderr.contains("mente du"), "{}", run.stderr);
}

#[test]
fn what_is_closed_today_has_no_story() {
    let (repo, site) = repo();
    assert_eq!(log(&repo, &["02"]).code, Some(0), "the control");
    let closed = site.edit("content/plans/a/measures/02.md", "number", "visibility = \"closed\"\nnumber");
    commit(&repo, &closed, "Lukket");
    let run = log(&repo, &["02"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{}", run.stderr);
    for words in [["a"].as_slice(), &["USB"], &[]] {
        let told = log(&repo, words).stdout;
        assert!(told.contains("Takster") && !told.contains("Botilbud"), "{words:?}: {told}");
    }
    assert!(log(&repo, &["02", "--audience", "closed"]).stdout.contains("Botilbud"));
}

#[test]
fn a_status_that_is_closed_under_a_new_id_is_closed_under_the_old_one() {
    let (repo, site) = repo();
    let status = "content/plans/a/updates/2020-06-30/01-takster.md";
    commit(&repo, &site.edit(status, "level", "visibility = \"closed\"\nlevel"), "Lukket");
    let told = log(&repo, &["01-takster"]).stdout;
    assert!(told.contains("nyt id: 01 → 01-takster"), "{told}");
    assert!(!told.contains("Kritisk") && !told.contains("1,25") && !told.contains("1,20"), "{told}");
}

#[test]
fn what_is_closed_before_its_report_gets_another_date_has_no_story() {
    let (repo, site) = repo();
    let status = "content/plans/a/updates/2020-06-30/01-takster.md";
    let closed = site.edit(status, "level", "visibility = \"closed\"\nlevel");
    commit(&repo, &closed, "Lukket");
    let text = closed.files().remove(status).expect("the file");
    let moved = closed.without(status).with("content/plans/a/updates/2020-06-29/01-takster.md", text);
    repo.git(&["rm", "--quiet", status]);
    commit(&repo, &moved, "Ny dato");
    let told = log(&repo, &["01-takster"]).stdout;
    assert!(told.contains("1 Takster, tilføjet") && !told.contains("Alt OK") && !told.contains("1,20"), "{told}");
}

#[test]
fn a_version_that_cannot_be_read_is_told_unless_its_file_is_hidden_today() {
    let (repo, site) = repo();
    let (own, other) = ("content/plans/a/measures/01-takster.md", "content/plans/a/measures/02.md");
    commit(&repo, &site.clone().with(own, "+++\nnumber = \n+++\n").with(other, "+++\nnumber = \n+++\n"), "Fejl");
    let closed = site.edit(other, "number", "visibility = \"closed\"\nnumber");
    commit(&repo, &closed, "Rettet");
    let plan = log(&repo, &["a"]).stdout;
    assert!(plan.contains(&format!("Kunne ikke læses: {own}")), "{plan}");
    assert!(!plan.contains(other), "{plan}");
}

#[test]
fn history_is_whole_or_the_command_says_so() {
    let (repo, site) = repo();
    let target = folder();
    let clone = target.path().join("clone");
    let address = format!("file://{}", repo.path().display());
    let path = clone.to_str().expect("text");
    run(target.path(), &["clone", "--quiet", "--depth=2", &address, path], &[]);
    let log = |words: &[&str]| disk::run(disk::program().args(["log", "a"]).args(words).arg("--root").arg(&clone));
    let refused = log(&[]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.stderr.contains("fetch-depth: 0"), "{}", refused.stderr);
    let rest = log(&["--incomplete-history"]);
    assert!(rest.stderr.contains("Historikken er ikke hel"), "{}", rest.stderr);
    assert!(rest.stdout.contains("nyt id: 01 → 01-takster"), "{}", rest.stdout);
    assert!(!rest.stdout.contains(", tilføjet\n"), "nothing began where history is cut off: {}", rest.stdout);
    let outside = folder();
    site.write_to(outside.path());
    let run = disk::run(disk::program().args(["log", "a", "--root"]).arg(outside.path()));
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("ligger ikke i git"), "{}", run.stderr);
}
