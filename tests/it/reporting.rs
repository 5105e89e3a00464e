//! Whether an indicator was reported, and whether it lies on the line from its baseline to its target.

use crate::support::Site;

const PLAN: &str = "planer/a/index.html";
const PAGE: &str = "planer/a/indikatorer/led.html";
const FILE: &str = "content/plans/a/indicators.toml";
const REPORT: &str = "content/plans/a/updates/2020-06-30/index.md";

/// An indicator with some lines; the site speaks of 1 July 2020.
fn with(lines: &str) -> Site {
    Site::small().with(FILE, format!("[led]\ntitle = \"Ledige\"\nunit = \"personer\"\n{lines}\n"))
}

fn page(site: &Site, path: &str) -> String {
    site.sound().page(path).replace('\u{a0}', " ")
}

/// Returns what the column of reporting says, and the codes that are found.
fn reported(lines: &str) -> (String, Vec<&'static str>) {
    let outcome = with(lines).sound();
    let table = outcome.html(PLAN).table("indicators");
    (table.cell("Ledige", "Indberetning").replace('\u{a0}', " "), outcome.codes())
}

#[test]
fn reporting_is_told_apart_from_progress_and_computed_of_what_is_declared() {
    for (lines, said, is_late) in [
        ("", "ingen tal endnu", false),
        ("next = \"2021\"", "ingen tal endnu ventes senest 2021", false),
        ("next = \"2020-05\"", "forsinket ventet senest maj 2020", true),
        ("next = \"2020-06-30\"", "forsinket ventet senest 30. juni 2020", true),
        ("next = \"2020-07-01\"", "ingen tal endnu ventes senest 1. juli 2020", false),
        ("next = \"2021\"\nreadings = { 2019 = 5 }", "har tal næste senest 2021", false),
        ("next = \"2020-05\"\nreadings = { 2019 = 5 }", "forsinket ventet senest maj 2020", true),
        (
            "next = \"2020-05\"\nreadings = { \"2020-05\" = 5 }\nfrequency = \"year\"",
            "har tal næste senest 31. maj 2022",
            false,
        ),
        ("frequency = \"year\"\nreadings = { 2019 = 5 }", "har tal næste senest 31. december 2021", false),
        ("frequency = \"year\"\nreadings = { 2017 = 5 }", "forsinket ventet senest 31. december 2019", true),
        ("frequency = \"quarter\"\nreadings = { \"2019-Q4\" = 5 }", "forsinket ventet senest 30. juni 2020", true),
        ("frequency = \"quarter\"\nreadings = { \"2020-Q1\" = 5 }", "har tal næste senest 30. september 2020", false),
        (
            "frequency = \"month\"\nbaseline = { date = \"2020-01\", value = 5 }",
            "forsinket ventet senest 31. marts 2020",
            true,
        ),
        ("frequency = \"month\"", "ingen tal endnu", false),
        (
            "frequency = \"year\"\nreadings = { 2017 = 5 }\nmissing = { 2018 = \"Nyt system\" }",
            "har tal næste senest 31. december 2020",
            false,
        ),
        (
            "frequency = \"year\"\nseries = { nord = { title = \"Nord\", readings = { 2019 = 6 } } }",
            "har tal næste senest 31. december 2021",
            false,
        ),
    ] {
        let codes = if is_late { vec!["late-reading"] } else { Vec::new() };
        assert_eq!(reported(lines), (said.to_owned(), codes), "{lines}");
    }
    // Where all have figures and nothing says when the next are due, there is nothing to tell.
    assert!(!page(&with("readings = { 2019 = 5 }"), PLAN).contains("Indberetning</th>"));
}

#[test]
fn a_reading_that_comes_with_its_report_is_there_whatever_period_it_is_of() {
    let site = with("next = \"2020-05\"").with(REPORT, "+++\n[readings]\nled = { value = 5, date = \"2019\" }\n+++\n");
    assert_eq!(site.sound().codes(), [""; 0]);
    let before = site.edit(FILE, "2020-05", "2020-07");
    let table = before.sound().html(PLAN).table("indicators");
    assert_eq!(table.cell("Ledige", "Indberetning").replace('\u{a0}', " "), "har tal næste senest juli 2020");
    let finished = with("next = \"2020-05\"").edit(
        "content/plans/a/plan.md",
        "year = 2020\n",
        "year = 2020\nfinished = 2020-06-01\n",
    );
    assert!(!finished.codes().contains(&"late-reading"), "nothing of a finished plan is late");
}

#[test]
fn how_many_are_late_stands_above_the_list_and_the_rest_on_the_page() {
    let site = Site::small().with(
        FILE,
        "[a]\ntitle = \"A\"\nreadings = { 2019 = 5 }\n[b]\ntitle = \"B\"\nfrequency = \"quarter\"\nreadings = { \"2019-Q3\" = 5 }\n[c]\ntitle = \"C\"\nnext = 2021\n",
    );
    let plan = page(&site, PLAN);
    assert!(plan.contains("Indberetning: 1 har tal, 1 har ingen endnu, 1 er forsinket"), "{plan}");
    let own = page(&site, "planer/a/indikatorer/b.html");
    assert!(own.contains("<dt>Indberetning</dt><dd>forsinket</dd>"), "{own}");
    assert!(own.contains("<dt>Måles</dt><dd>hvert kvartal</dd>") && own.contains("senest 31. marts 2020"), "{own}");
    let english = site
        .edit("site.toml", "language = \"da\"", "language = \"en\"")
        .edit("content/plans/a/measures/01.md", "2,50", "2.50")
        .edit("content/plans/a/updates/2020-06-30/01.md", "1,25", "1.25");
    let plan = english.sound().page("plans/a/index.html").to_owned();
    assert!(plan.contains("Reporting: 1 has figures, 1 has none yet, 1 is late"), "{plan}");
}

/// Returns what the page says of the line, and what the list does.
fn line(lines: &str) -> (Option<String>, Option<&'static str>) {
    let outcome = with(lines).sound();
    let own = outcome.page(PAGE).replace('\u{a0}', " ");
    let said = own.find("Efter linjen fra ").map(|at| own[at..].split('<').next().unwrap_or_default().to_owned());
    let plan = outcome.page(PLAN);
    let side = ["foran linjen", "på linjen", "bag efter linjen"].into_iter().find(|side| plan.contains(side));
    (said, side)
}

#[test]
fn the_line_from_baseline_to_target_is_computed_openly() {
    let goal = "baseline = { date = 2018-12-31, value = 120 }\n";
    for (lines, said, side) in [
        (
            "target = { date = \"2022\", at_most = 80 }\nreadings = { \"2019\" = 111, \"2020-06-30\" = 104 }",
            "fra 120 (31. december 2018) til 80 (2022) ventes 105 personer 30. juni 2020; målt 104: foran linjen",
            "foran linjen",
        ),
        (
            "target = { date = \"2022\", at_most = 80 }\nreadings = { \"2019\" = 111 }",
            "fra 120 (31. december 2018) til 80 (2022) ventes 110 personer ved udgangen af 2019; målt 111: bag efter linjen",
            "bag efter linjen",
        ),
        (
            "target = { date = \"2022\", value = 80 }\nreadings = { \"2019\" = 110 }",
            "fra 120 (31. december 2018) til 80 (2022) ventes 110 personer ved udgangen af 2019; målt 110: på linjen",
            "på linjen",
        ),
        (
            "target = { date = \"2022\", at_least = 160 }\nreadings = { \"2019\" = \"130,4\" }",
            "fra 120 (31. december 2018) til 160 (2022) ventes 130,0 personer ved udgangen af 2019; målt 130,4: foran linjen",
            "foran linjen",
        ),
        (
            "decimals = 0\ntarget = { date = \"2022\", at_least = 160 }\nreadings = { \"2019\" = \"130,4\" }",
            "fra 120 (31. december 2018) til 160 (2022) ventes 130 personer ved udgangen af 2019; målt 130: på linjen",
            "på linjen",
        ),
        (
            "target = { date = \"2022\", between = [60, 80] }\nreadings = { \"2019\" = 111 }",
            "fra 120 (31. december 2018) til 80 (2022) ventes 110 personer ved udgangen af 2019; målt 111: bag efter linjen",
            "bag efter linjen",
        ),
        (
            "direction = \"down\"\ntargets = { 2019 = 100, 2020 = { at_most = 90 } }\nreadings = { \"2020-06-30\" = 95 }",
            "fra 100 (2019) til 90 (2020) ventes 95 personer 30. juni 2020; målt 95: på linjen",
            "på linjen",
        ),
    ] {
        let lines = format!("{goal}{lines}");
        assert_eq!(line(&lines), (Some(format!("Efter linjen {said}.")), Some(side)), "{lines}");
    }
    for lines in [
        "target = { at_most = 80 }\nreadings = { 2019 = 111 }",
        "target = { date = 2022, words = \"Færre\" }\nreadings = { 2019 = 111 }",
        "target = { date = 2022, at_most = \"ca. 80\" }\nreadings = { 2019 = 111 }",
        "target = { date = 2022, at_most = 80 }\nreadings = { 2019 = \"ca. 111\" }",
        "target = { date = 2022, at_most = 80 }\nreadings = { 2019 = { between = [100, 111] } }",
        "target = { date = 2022, at_most = 80 }\nreadings = { 2018 = 119 }",
        "target = { date = 2019, at_most = 80 }\nreadings = { \"2020-05\" = 111 }",
        "target = { date = 2022, at_most = 120 }\nreadings = { 2019 = 111 }",
        "target = { date = 2022, at_most = 140 }\nreadings = { 2019 = 111 }",
        "direction = \"hold\"\ntarget = { date = 2022, value = 80 }\nreadings = { 2019 = 111 }",
        "target = { date = 2022, between = [110, 130] }\nreadings = { 2019 = 111 }",
        "target = { date = 2022, at_most = 80 }\nreadings = { 2019 = 111 }\nbreaks = { 2019 = \"Nyt\" }",
        "target = { date = 2022, at_most = 80 }",
    ] {
        assert_eq!(line(&format!("{goal}{lines}")), (None, None), "{lines}");
    }
    let undated = "baseline = { value = 120 }\ntarget = { date = 2022, at_most = 80 }\nreadings = { 2019 = 111 }";
    assert_eq!(line(undated), (None, None));
}

#[test]
fn the_line_is_drawn_with_a_key_and_an_older_report_holds_its_own_reading_against_it() {
    let lines = "baseline = { date = \"2018\", value = 120 }\ntarget = { date = \"2022\", at_most = 80 }\nreadings = { 2019 = 111 }";
    let drawn = page(&with(lines), PAGE);
    assert!(drawn.contains("c-line c-planned") && drawn.contains("Linjen fra udgangspunkt til mål"), "{drawn}");
    let steps = page(
        &with(
            "baseline = { date = \"2018\", value = 120 }\ntargets = { 2021 = 90, 2022 = 80 }\nreadings = { 2019 = 111 }",
        ),
        PAGE,
    );
    assert!(!steps.contains("c-line c-planned"), "steps are line enough");
    let site = with(lines)
        .with(REPORT, "+++\n[readings]\nled = 104\n+++\n")
        .with("content/plans/a/updates/2020-12-31/index.md", "+++\n[readings]\nled = 103\n+++\n")
        .as_of("2021-01-10");
    let outcome = site.sound();
    assert!(outcome.page("planer/a/2020-06-30.html").contains("foran linjen"));
    assert!(outcome.page(PLAN).contains("bag efter linjen"));
}
