//! What the front page says of statuses since an edition.

use crate::support::{Site, past::Revisions};

const HOME: &str = "index.html";

/// A plan with some measures, of which nothing is told.
fn measures(count: usize) -> Site {
    let site =
        Site::small().without("content/plans/a/measures/01.md").without("content/plans/a/updates/2020-06-30/01.md");
    (0..count).fold(site, |site, at| {
        let measure = format!("+++\nnumber = \"{0}\"\ntitle = \"T{0}\"\n+++\n", at + 1);
        site.with(&format!("content/plans/a/measures/m{at}.md"), measure)
    })
}

/// Returns what the front page says happened since an edition of March, of a site then and now.
fn since_march(then: Site, now: &[(&str, &str)]) -> String {
    let edition = "\n[[editions]]\nid = \"e\"\ntitle = \"Marts\"\nas_of = 2020-03-31\nrevision = \"e\"\n";
    let today = now.iter().fold(then.clone(), |site, (path, text)| site.with(path, *text)).append("site.toml", edition);
    let outcome = today.build_with(&Revisions::default().with("e", "2020-04-01", &then));
    let text = outcome.html(HOME).text();
    text.split_once("Siden sidst").expect("what changed").1.to_owned()
}

#[test]
fn what_was_given_up_at_its_level_is_told_where_it_is_counted() {
    const FIRST: &str = "content/plans/a/updates/2020-06-30/m0.md";
    let status = |text: &str| format!("+++\nlevel = \"Kritisk\"\n{text}+++\nOrd.\n");
    let march = |text: &str| {
        let site = measures(2).with("content/plans/a/updates/2020-03-31/m0.md", status(text));
        site.with("content/plans/a/updates/2020-03-31/m1.md", status(""))
    };
    let second = FIRST.replace("m0", "m1");
    let told = |then: &str, now: &str| {
        since_march(march(then), &[(FIRST, &status(now)), (&second, &status(""))]).replace('\u{a0}', " ")
    };
    let dropped = told("forecast = \"0,75\"\n", "lifecycle = \"dropped\"\n");
    assert!(dropped.contains("har 1 tiltag ændret status") && dropped.contains("T1: opgivet"), "{dropped}");
    let again = told("lifecycle = \"dropped\"\n", "lifecycle = \"in-progress\"\n");
    assert!(again.contains(": i gang") && again.contains("Kritisk"), "{again}");
    let done = told("", "lifecycle = \"done\"\n");
    assert!(done.contains(": gennemført"), "{done}");
    assert!(told("", "").contains("Ingen status er ændret"), "{}", told("", ""));
}

#[test]
fn nobody_denies_a_status_of_a_plan_that_changed() {
    const JUNE: &str = "content/plans/a/updates/2020-06-30/index.md";
    let index = |level: &str| format!("+++\nlevel = \"{level}\"\n+++\nOrd.\n");
    let march = measures(0).with("content/plans/a/updates/2020-03-31/index.md", index("Kritisk"));
    let better = since_march(march.clone(), &[(JUNE, &index("Alt OK"))]);
    assert!(better.contains("til Alt OK") && !better.contains("Ingen status er ændret"), "{better}");
    let same = since_march(march, &[(JUNE, &index("Kritisk"))]);
    assert!(same.contains("Ingen status er ændret"), "{same}");
}

#[test]
fn what_ended_is_told_also_where_it_gets_its_first_level() {
    const FIRST: &str = "content/plans/a/updates/2020-06-30/m0.md";
    const EARLIER: &str = "content/plans/a/updates/2020-03-31/m0.md";
    let status = |lines: &str| format!("+++\n{lines}+++\nOrd.\n");
    // Told of without a level, or not at all.
    for before in [Some("lifecycle = \"in-progress\"\n"), Some(""), None] {
        let march = before.map_or_else(|| measures(2), |lines| measures(2).with(EARLIER, status(lines)));
        for (lifecycle, word, level) in [
            ("dropped", "opgivet", ""),
            ("dropped", "opgivet", "level = \"Kritisk\"\n"),
            ("deferred", "udskudt", "level = \"Kritisk\"\n"),
            ("done", "gennemført", "level = \"Alt OK\"\n"),
            ("done", "gennemført", ""),
        ] {
            let now = status(&format!("{level}lifecycle = \"{lifecycle}\"\n"));
            let told = since_march(march.clone(), &[(FIRST, &now)]).replace('\u{a0}', " ");
            let case = format!("{before:?} {lifecycle} {level:?}: {told}");
            let (_, line) = told.split_once("T1:").unwrap_or_else(|| panic!("{case}"));
            assert!(line.contains(word), "{case}");
            // What was dropped stands at no level, so it has none for the first time.
            let is_first = !level.is_empty() && lifecycle != "dropped";
            assert_eq!(line.contains("første status"), is_first, "{case}");
        }
        let goes_on = since_march(march, &[(FIRST, &status("level = \"Alt OK\"\nlifecycle = \"in-progress\"\n"))]);
        assert!(goes_on.contains("første status") && !goes_on.contains("i gang"), "{before:?}: {goes_on}");
    }
}

#[test]
fn a_milestone_that_is_reached_or_given_up_without_a_date_is_told() {
    let milestone = |nth: &str| format!("[milestones.{nth}]\ntitle = \"M{nth}\"\ndue = 2020-12-01\n");
    let march = measures(0).with("content/plans/a/milestones.toml", ["1", "2", "3", "4"].map(milestone).concat());
    let march = march.with("content/plans/a/updates/2020-03-31/index.md", "+++\n+++\nOrd.\n");
    let now = "+++\n[milestones.1]\nlifecycle = \"done\"\n[milestones.2]\nlifecycle = \"dropped\"\n[milestones.3]\nlifecycle = \"deferred\"\n\
               [milestones.4]\ndone = 2020-06-01\n+++\nOrd.\n";
    let edition = "\n[[editions]]\nid = \"e\"\ntitle = \"Marts\"\nas_of = 2020-03-31\nrevision = \"e\"\n";
    let today = march.clone().with("content/plans/a/updates/2020-06-30/index.md", now).append("site.toml", edition);
    let outcome = today.build_with(&Revisions::default().with("e", "2020-04-01", &march));
    let told = outcome.html(HOME).text();
    for line in ["M1 nået", "M2 opgivet", "M3 udskudt", "M4 Nået 1. juni 2020"] {
        assert!(told.contains(line), "{line}: {told}");
    }
    let all = outcome.html("milepaele.html").text();
    assert!(!all.contains("uændret") && all.contains("opgivet") && all.contains("udskudt"), "{all}");
    let plan = outcome.html("planer/a/index.html").text();
    assert!(!plan.contains("uændret"), "{plan}");
}

#[test]
fn what_was_given_up_or_put_off_at_its_level_is_not_unchanged() {
    let status = |text: &str| format!("+++\nlevel = \"Kritisk\"\n{text}+++\nOrd.\n");
    let march = measures(1).with("content/plans/a/updates/2020-03-31/m0.md", status(""));
    let now = |text: &str| march.clone().with("content/plans/a/updates/2020-06-30/m0.md", status(text)).build();
    let page = |text: &str| now(text).html("planer/a/m0.html").text();
    assert!(page("").contains("Status uændret siden 31. marts 2020"));
    for life in ["dropped", "deferred", "done"] {
        let page = page(&format!("lifecycle = \"{life}\"\n"));
        assert!(!page.contains("Status uændret"), "{life}: {page}");
    }
    // Put off before, and no otherwise since.
    let before = march.clone().with("content/plans/a/updates/2020-03-31/m0.md", status("lifecycle = \"deferred\"\n"));
    let page =
        before.with("content/plans/a/updates/2020-06-30/m0.md", status("")).build().html("planer/a/m0.html").text();
    assert!(page.contains("Status uændret siden 31. marts 2020"), "{page}");
    for path in [HOME, "planer/a/index.html"] {
        let text = now("lifecycle = \"deferred\"\n").html(path).text();
        let list = text.split_once("Afviger").map_or(text.as_str(), |(_, list)| list).to_owned();
        assert!(list.to_lowercase().contains("udskudt"), "{path}: {text}");
    }
}
