//! Cases that the good and the bad site of a check do not have: what is passed over, and what is told all the same.

use crate::support::Site;

const INDEX: &str = "content/plans/a/updates/2020-06-30/index.md";

/// The small site with two measures in two sections, each with a status.
fn in_sections() -> Site {
    let measure = |number: &str, section: &str| {
        format!("+++\nnumber = \"{number}\"\ntitle = \"Tiltag {number}\"\nsection = \"{section}\"\n+++\n")
    };
    Site::small()
        .edit("content/plans/a/plan.md", "title = ", "sections = [\"Drift\", \"Anlæg\"]\ntitle = ")
        .with("content/plans/a/measures/01.md", measure("1", "Drift"))
        .with("content/plans/a/measures/02.md", measure("2", "Anlæg"))
        .with("content/plans/a/updates/2020-06-30/01.md", "+++\nlevel = \"Alt OK\"\n+++\nGodt.\n")
        .with("content/plans/a/updates/2020-06-30/02.md", "+++\nlevel = \"Kritisk\"\naction = \"Mere.\"\n+++\nSkidt.\n")
}

#[test]
fn an_area_is_held_against_the_measures_of_its_own_section() {
    let areas = "[areas.drift]\ntitle = \"Drift\"\nok = 1\n[areas.anlaeg]\ntitle = \"Anlæg\"\ncritical = 1\n";
    let told = |areas: &str| {
        let built = in_sections().with(INDEX, format!("+++\n{areas}+++\nDet går.\n")).build().built;
        let of_check = built.findings.into_iter().filter(|finding| finding.code == "counts-differ");
        of_check.map(|finding| finding.message).collect::<Vec<_>>()
    };
    assert_eq!(told(areas), [""; 0]);
    let exchanged = told(&areas.replace("ok = 1", "watch = 1").replace("critical = 1", "ok = 1"));
    for area in ["Drift", "Anlæg"] {
        assert!(exchanged.iter().any(|message| message.contains(area)), "{area}: {exchanged:?}");
    }
}

#[test]
fn a_report_that_says_one_thing_is_not_empty() {
    let site = Site::small()
        .without("content/plans/a/updates/2020-06-30/01.md")
        .with("content/plans/a/indicators.toml", "[fam]\ntitle = \"Familier\"\nunit = \"familier\"\n")
        .with("content/plans/a/milestones.toml", "[milestones.1]\ntitle = \"Et\"\ndue = 2020-12-01\n")
        .with("content/plans/a/tables/t.toml", "title = \"T\"\nunit = \"mio. kr.\"\n[columns]\nactual = {}\n")
        .with("content/plans/a/tables/t.csv", "row;label\nx;Post\n");
    let is_empty = |index: &str, more: &[(&str, &str)]| {
        let site = site.clone().with(INDEX, format!("+++\n{index}+++\n"));
        let site = more
            .iter()
            .fold(site, |site, (file, text)| site.with(&format!("content/plans/a/updates/2020-06-30/{file}"), *text));
        site.build().codes().contains(&"empty-report")
    };
    assert!(is_empty("", &[]));
    for index in [
        "level = \"ok\"\n",
        "trend = \"up\"\n",
        "overspend = 3\n",
        "[counts]\nok = 1\n",
        "[stated]\nrequired = 3\n",
        "[readings]\nfam = 5\n",
        "[milestones.1]\ndue = 2020-12-02\n",
    ] {
        assert!(!is_empty(index, &[]), "{index}");
    }
    assert!(!is_empty("", &[("t.csv", "row;actual\nx;4,5\n")]));
    assert!(!is_empty("", &[("01.md", "+++\nlevel = \"ok\"\n+++\n")]));
}

#[test]
fn stated_counts_are_held_against_what_pages_count() {
    let told = |counts: &str, statuses: [(&str, &str); 3]| {
        let site =
            in_sections().with("content/plans/a/measures/2a.md", "+++\nnumber = \"2.a\"\ntitle = \"Del\"\n+++\n");
        let site = statuses.into_iter().fold(site, |site, (stem, status)| {
            site.with(&format!("content/plans/a/updates/2020-06-30/{stem}.md"), format!("+++\n{status}\n+++\nOrd.\n"))
        });
        let built = site.with(INDEX, format!("+++\n[counts]\n{counts}\n+++\nDet går.\n")).build().built;
        built.findings.iter().filter(|finding| finding.code == "counts-differ").count()
    };
    const OK: &str = "level = \"Alt OK\"";
    const BAD: &str = "level = \"Kritisk\"\naction = \"Mere.\"";
    const DROPPED: &str = "level = \"Alt OK\"\nlifecycle = \"dropped\"";
    const DONE: &str = "level = \"Alt OK\"\nlifecycle = \"done\"";
    // A red measure whose part is done is counted beside it; one with an open part as bad by that part.
    let parted = [("01", OK), ("02", BAD), ("2a", DONE)];
    assert_eq!(told("ok = 2\ncritical = 1", parted), 0);
    assert_eq!(told("ok = 2", parted), 1);
    assert_eq!(told("ok = 1\ncritical = 1", [("01", OK), ("02", BAD), ("2a", BAD)]), 0);
    // What was dropped is at no level.
    let dropped = [("01", DROPPED), ("02", OK), ("2a", OK)];
    assert_eq!(told("ok = 1", dropped), 0);
    assert_eq!(told("ok = 2", dropped), 1);
}

#[test]
fn open_in_a_finished_plan_is_what_nobody_called_done_dropped_or_deferred() {
    let site = Site::small()
        .edit("content/plans/a/plan.md", "year = 2020\n", "year = 2020\nfinished = \"2020-06-30\"\n")
        .with("content/plans/a/measures/02.md", "+++\nnumber = \"2\"\ntitle = \"Botilbud\"\n+++\n")
        .with("content/plans/a/milestones.toml", "[milestones.3]\ntitle = \"Aftale\"\ndue = 2020-05-01\n")
        .with(
            "content/plans/a/updates/2020-06-30/01.md",
            "+++\nlevel = \"Alt OK\"\nlifecycle = \"done\"\n+++\nGodt.\n",
        );
    for (status, milestone, open) in [
        ("lifecycle = \"deferred\"\n", "lifecycle = \"dropped\"\n", None),
        ("lifecycle = \"dropped\"\n", "lifecycle = \"deferred\"\n", None),
        ("lifecycle = \"done\"\n", "done = 2020-05-02\n", None),
        ("lifecycle = \"in-progress\"\n", "lifecycle = \"deferred\"\n", Some(": 2")),
        ("level = \"Kritisk\"\naction = \"Mere.\"\n", "done = 2020-05-02\n", Some(": 2")),
        ("lifecycle = \"dropped\"\n", "due = 2020-06-01\n", Some(": 3")),
        ("lifecycle = \"not-started\"\n", "lifecycle = \"in-progress\"\n", Some(": 2, 3")),
    ] {
        let built = site
            .clone()
            .with("content/plans/a/updates/2020-06-30/02.md", format!("+++\n{status}+++\nTekst.\n"))
            .with(INDEX, format!("+++\n[milestones.3]\n{milestone}+++\n"))
            .build()
            .built;
        let told = built.findings.iter().find(|finding| finding.code == "open-in-finished");
        assert_eq!(told.is_some(), open.is_some(), "{status} {milestone}: {told:?}");
        assert!(open.is_none_or(|open| told.is_some_and(|told| told.message.contains(open))), "{told:?}");
    }
}
