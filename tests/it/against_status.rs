//! What speaks against a status is told to readers too: beside it, on the measure's page, and on the page of disagreements.

use crate::support::{Outcome, Site};

const PLAN: &str = "planer/a/index.html";
const MEASURE: &str = "planer/a/01.html";
const ALL: &str = "uoverensstemmelser.html";
const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";

fn status(fields: &str, words: &str) -> String {
    format!("+++\n{fields}\n+++\n{words}\n")
}

fn with_status(fields: &str) -> Site {
    Site::small().with(STATUS, status(fields, "Taksterne er forhandlet."))
}

/// The same words at three dates.
fn repeated() -> Site {
    let site = Site::small();
    ["2020-04-30", "2020-05-31", "2020-06-30"].into_iter().fold(site, |site, date| {
        let file = format!("content/plans/a/updates/{date}/01.md");
        site.with(&file, status("level = \"Kritisk\"", "Vi arbejder på sagen."))
    })
}

fn plain(page: &str) -> String {
    page.replace('\u{a0}', " ")
}

#[track_caller]
fn told(built: &Outcome, words: &str) {
    let link = format!("uoverensstemmelser.html#against\">{words}</a>");
    for page in [PLAN, MEASURE, "udvalg/usb.html", "tiltag/index.html"] {
        let html = plain(built.page(page));
        assert!(html.contains(&link), "{page} does not say {words:?}: {html}");
        // On its own page it stands beside the status, before the words and the figures.
        let place = html.find(&link);
        assert!(page != MEASURE || place < html.find("class=\"tiles\"").or(place.map(|at| at + 1)), "{html}");
    }
    let all = plain(built.page(ALL));
    assert!(all.contains("id=\"against\"") && all.contains(words), "{all}");
}

#[track_caller]
fn silent(built: &Outcome) {
    for (page, bytes) in &built.files {
        assert!(!String::from_utf8_lossy(bytes).contains("#against"), "{page} tells of something");
    }
    let all = built.page(ALL);
    assert!(!all.contains("against") && all.contains("Alle angivne tal stemmer"), "{all}");
}

#[test]
fn a_good_status_that_is_far_behind_says_so_wherever_it_stands() {
    told(
        &with_status("level = \"Alt OK\"\nachieved = \"0,25\"").sound(),
        "Kun 0,25 af 2,50 mio. kr. er opnået indtil nu",
    );
    told(&with_status("level = \"Alt OK\"\nforecast = \"ca. 1\"").sound(), "Kun ca. 1 af 2,50 mio. kr. forventes");
}

#[test]
fn words_that_are_the_same_in_three_reports_say_so() {
    told(&repeated().sound(), "Samme tekst ved de seneste 3 statusser");
    let twice = repeated().with(STATUS, status("level = \"Kritisk\"", "Nu er der nyt."));
    silent(&twice.sound());
    silent(
        &repeated()
            .append("content/plans/a/plan.md", "")
            .edit("content/plans/a/plan.md", "year = 2020", "year = 2020\nfinished = 2020-06-30")
            .sound(),
    );
}

#[test]
fn what_is_no_contradiction_is_not_told() {
    for fields in [
        "level = \"Alt OK\"\nachieved = \"1,25\"",
        "level = \"Kritisk\"\nachieved = \"0,25\"",
        "level = \"Alt OK\"\nforecast = \"1,25\"",
        "level = \"Alt OK\"\nlifecycle = \"done\"\nachieved = \"0,25\"",
        "level = \"Alt OK\"",
    ] {
        silent(&with_status(fields).sound());
    }
}

#[test]
fn readers_and_authors_are_told_of_the_same_measures() {
    for cents in (0..=250).step_by(5) {
        for field in ["achieved", "forecast"] {
            let built =
                with_status(&format!("level = \"Alt OK\"\n{field} = \"{},{:02}\"", cents / 100, cents % 100)).sound();
            let found = built.built.findings.iter().any(|found| found.code == "green-but-behind");
            // By the end of June 182 of 366 days have passed; half of that share of 2,50, or half of it.
            let expected =
                if field == "achieved" { f64::from(cents) < 250.0 * 182.0 / 366.0 / 2.0 } else { cents < 125 };
            assert_eq!(found, expected, "{field} {cents}");
            assert_eq!(built.page(MEASURE).contains("#against"), expected, "{field} {cents}");
        }
    }
}

#[test]
fn a_report_of_the_past_is_not_told_what_came_after_it() {
    let site = Site::small()
        .with(
            "content/plans/a/updates/2020-03-31/01.md",
            status("level = \"Alt OK\"\nachieved = \"0,60\"", "Vi er i gang."),
        )
        .with(STATUS, status("level = \"Alt OK\"\nachieved = \"0,25\"", "Taksterne er forhandlet."));
    let built = site.sound();
    assert!(built.page(PLAN).contains("#against"));
    assert!(!built.page("planer/a/2020-03-31.html").contains("#against"));
}

#[test]
fn a_site_says_which_of_them_its_readers_are_told() {
    let behind = || with_status("level = \"Alt OK\"\nachieved = \"0,25\"");
    let first = |lines: &str, site: Site| site.edit("site.toml", "title =", &format!("{lines}\ntitle ="));
    silent(&first("remarks = []", behind()).sound());
    silent(&first("remarks = [\"stale-text\"]", behind()).sound());
    silent(&first("remarks = [\"green-but-behind\"]", repeated()).sound());
    // What a site does not look for at all, its readers are not told of either.
    silent(&behind().append("site.toml", "\n[checks]\ngreen-but-behind = \"off\"\n").sound());
    let louder = behind().append("site.toml", "\n[checks]\nstale-text = \"off\"\n").sound();
    told(&louder, "Kun 0,25 af 2,50 mio. kr. er opnået indtil nu");
}

#[test]
fn an_even_share_of_the_year_is_asked_for_from_its_first_day_to_its_last() {
    let of = |year: &str, required: &str, report: &str, achieved: &str| {
        let status = format!("+++\nlevel = \"Alt OK\"\nachieved = \"{achieved}\"\n+++\nDet går.\n");
        let site = Site::small()
            .edit("content/plans/a/plan.md", "year = 2020", &format!("year = {year}"))
            .edit("content/plans/a/measures/01.md", "2,50", required)
            .without("content/plans/a/updates/2020-06-30/01.md")
            .with(&format!("content/plans/a/updates/{report}/01.md"), status);
        site.codes().contains(&"green-but-behind")
    };
    // On its first day one day has passed.
    assert!(of("2020", "2,50", "2020-01-01", "0"));
    // Half of the year asks for a quarter of what is required.
    assert!(of("2020", "2,50", "2020-06-30", "0,60") && !of("2020", "2,50", "2020-06-30", "0,63"));
    // After the year half of it is enough, before it nothing is asked for.
    assert!(of("2019", "2,50", "2020-06-30", "1,24") && !of("2019", "2,50", "2020-06-30", "1,30"));
    assert!(!of("2021", "2,50", "2020-06-30", "-1,00"));
    // Of nothing required nothing is lacking.
    assert!(!of("2020", "0", "2020-06-30", "-1,00"));
}

#[test]
fn the_same_words_are_told_of_an_open_measure_that_has_words() {
    let of = |fields: &str, words: &str, plan: &str| {
        let days = ["2020-01-31", "2020-02-29", "2020-03-31", "2020-04-30", "2020-06-30"];
        let site = Site::small().edit("content/plans/a/plan.md", "year = 2020", &format!("year = 2020\n{plan}"));
        let site = days.into_iter().fold(site, |site, day| {
            let status = format!("+++\nlevel = \"Alt OK\"\nachieved = \"1,25\"\n{fields}+++\n{words}\n");
            site.with(&format!("content/plans/a/updates/{day}/01.md"), status)
        });
        site.codes().contains(&"stale-text")
    };
    assert!(of("", "De samme ord.", ""));
    assert!(!of("", "", ""));
    assert!(!of("lifecycle = \"done\"\n", "De samme ord.", ""));
    assert!(!of("", "De samme ord.", "finished = \"2020-06-30\""));
}
