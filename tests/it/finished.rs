//! A plan that is finished: nothing of it is overdue or missing, and every page says so.

use crate::support::Site;

const PLAN: &str = "content/plans/a/plan.md";
const ALARMS: [&str; 5] = ["overdue-measure", "overdue-milestone", "overdue-report", "missing-status", "stale-text"];

/// A plan of which everything is late, and another that is on time.
fn late() -> Site {
    Site::small()
        .with("content/plans/a/measures/02.md", "+++\nnumber = \"2\"\ntitle = \"Botilbud\"\ndue = \"2020-01\"\n+++\n")
        .with("content/plans/a/measures/03.md", "+++\nnumber = \"3\"\ntitle = \"Kørsel\"\n+++\n")
        .with("content/plans/a/updates/2020-03-31/02.md", "+++\nlevel = \"Kritisk\"\n+++\nDet går trægt.\n")
        .with("content/plans/a/updates/2020-03-31/01.md", "+++\nlevel = \"Alt OK\"\n+++\nTaksterne er forhandlet.\n")
        .with("content/plans/a/updates/2020-05-31/01.md", "+++\nlevel = \"Alt OK\"\n+++\nTaksterne er forhandlet.\n")
        .with(
            "content/plans/a/milestones.toml",
            "[milestones.1]\ntitle = \"Aftale\"\ndue = \"2020-02\"\n[decisions.1]\ntitle = \"Valg\"\ndue = \"2020-02\"\n\
             committee = \"USB\"\n[reports.\"2020-06-15\"]\ntitle = \"Midtvejsstatus\"\n",
        )
        .with(
            "content/plans/a/indicators.toml",
            "[i]\ntitle = \"Fravær\"\nunit = \"%\"\nnext = \"2020-05\"\nreadings = { 2019 = 4 }\n",
        )
        .with("content/plans/b/plan.md", "+++\ntitle = \"Z-plan\"\nkind = \"savings\"\ncommittee = \"USB\"\n+++\n")
        .with("content/plans/b/measures/01.md", "+++\nnumber = \"1\"\ntitle = \"Andet\"\n+++\n")
        .as_of("2020-12-31")
}

fn finished(on: &str) -> Site {
    late().edit(PLAN, "year = 2020\n", &format!("year = 2020\nfinished = \"{on}\"\n"))
}

#[test]
fn nothing_of_a_finished_plan_is_overdue_or_missing() {
    let codes = late().codes();
    for alarm in ALARMS {
        assert!(codes.contains(&alarm), "{alarm}: {codes:?}");
    }
    for on in ["2020-12-31", "30. juni 2020", "2020"] {
        let built = finished(on).build();
        let of_plan = built.built.findings.iter().filter(|finding| finding.path.as_str().contains("/plans/a/"));
        let codes: Vec<&str> = of_plan.map(|finding| finding.code).collect();
        assert_eq!(codes, ["open-in-finished"], "{on}: told once");
        for page in ["planer/a/index.html", "udvalg/usb.html", "milepaele.html", "ansvarlige/chef.html"] {
            let (text, before) = (built.page(built.path(page)), late().build());
            let words = ["overskredet med ", "id=\"missing-table\""];
            let is_late = |text: &str| words.iter().any(|word| text.contains(word));
            assert!(is_late(before.page(before.path(page))) && !is_late(text), "{page}");
        }
    }
    // Until then everything is as late as it is.
    for on in ["2021-01-01", "2021"] {
        assert!(ALARMS.iter().all(|alarm| finished(on).codes().contains(alarm)), "{on}");
    }
}

#[test]
fn pages_say_that_a_plan_is_finished_and_list_it_last() {
    let built = finished("2020-11-30").build();
    for page in ["index.html", "a/index.html"] {
        assert!(built.page(built.path(page)).contains("afsluttet 30. november 2020"), "{page}");
    }
    let at = |built: &crate::support::Outcome, words: &str| {
        let page = built.page("index.html");
        let table = page.split("id=\"plans-table\"").nth(1).unwrap_or(page);
        table.find(words).unwrap_or_else(|| panic!("{words}"))
    };
    assert!(at(&built, "Z-plan") < at(&built, "Plan A"));
    let open = late().build();
    assert!(at(&open, "Plan A") < at(&open, "Z-plan"));
    let to_come = finished("2021-06-30").build();
    let page = to_come.page(to_come.path("a/index.html"));
    assert!(page.contains("Afsluttes") && page.contains("30. juni 2021") && !page.contains("afsluttet 30."));
}

#[test]
fn a_report_that_was_given_before_shows_what_was_late_then() {
    let built = finished("2020-12-01").build();
    let report = built.page(built.path("a/2020-06-30.html"));
    assert!(!report.contains("afsluttet"), "an old report shows what was known");
}

/// A site of two plans of which one is finished, each with measures that are critical.
fn half_finished() -> Site {
    let plan = |finished: &str| format!("+++\ntitle = \"Spareplan\"\nkind = \"savings\"\nyear = 2020\n{finished}+++\n");
    let measure =
        |number: u32| format!("+++\nnumber = \"{number}\"\ntitle = \"Indkøb {number}\"\nrequired = \"1,00\"\n+++\n");
    let status = |achieved: &str| format!("+++\nlevel = \"Kritisk\"\n{achieved}+++\nDet går ikke.\n");
    let mut site = Site::small()
        .with("content/plans/a/plan.md", plan(""))
        .with("content/plans/b/plan.md", plan("finished = 2020-06-30\n"));
    for (path, number, achieved) in [("a", 1, "achieved = \"0,50\"\n"), ("a", 2, ""), ("b", 1, "achieved = \"0,50\"\n")]
    {
        site = site
            .with(&format!("content/plans/{path}/measures/0{number}.md"), measure(number))
            .with(&format!("content/plans/{path}/updates/2020-06-30/0{number}.md"), status(achieved));
    }
    site
}

#[test]
fn what_deviates_in_finished_plans_is_told_beside_the_list() {
    let built = half_finished().build();
    let home = built.html("index.html").text();
    assert!(home.contains("Alle 3 tiltag har status"), "{home}");
    assert!(home.contains("Ét tiltag i en plan, som er afsluttet, afviger."), "{home}");
    assert!(home.contains("de afsluttede sidst"), "{home}");
    // Of three measures two have said what they achieved, in whichever plan they stand.
    assert!(home.contains("2 af 3 er oplyst"), "{home}");
}

#[test]
fn a_front_page_without_measures_says_nothing_of_measures() {
    let site = Site::small()
        .without("content/plans/a/measures/01.md")
        .without("content/plans/a/updates/2020-06-30/01.md")
        .with("content/plans/a/milestones.toml", "[milestones.1]\ntitle = \"Spadestik\"\ndue = 2019-06-30\n");
    let home = site.build().html("index.html").text();
    assert!(!home.contains("Ingen tiltag afviger"), "{home}");
    assert!(home.contains("Én milepæl har overskredet fristen"), "{home}");
    assert!(home.contains("Planerne, de værste statusser først"), "{home}");
    // Measures without a status deviate from nothing that anybody knows.
    let untold = Site::small().without("content/plans/a/updates/2020-06-30/01.md").build().html("index.html").text();
    assert!(untold.contains("Intet tiltag har en status endnu."), "{untold}");
}
