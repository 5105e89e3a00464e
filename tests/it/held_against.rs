//! What a reading is held against: where its indicator began, what is aimed at, the way of counting; and in which order readings stand.

use crate::support::{Site, html::Element};

const PLAN: &str = "planer/a/index.html";
const PAGE: &str = "planer/a/indikatorer/h.html";
const FILE: &str = "content/plans/a/indicators.toml";

/// A site with an indicator in per cent and a reading in each of some reports.
fn site(lines: &str, readings: &[(&str, &str)]) -> Site {
    let site = Site::small().as_of("2021-01-15");
    let site = site.with(FILE, format!("[h]\ntitle = \"Fravær\"\nunit = \"%\"\n{lines}"));
    readings.iter().fold(site, |site, (report, reading)| {
        let text = format!("+++\nreadings = {{ h = \"{reading}\" }}\n+++\nEn rapport.\n");
        site.with(&format!("content/plans/a/updates/{report}/index.md"), text)
    })
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// The latest reading, the change, the target, and the title of the chart.
fn told(site: &Site) -> [String; 4] {
    let built = site.sound();
    let table = built.html(PLAN);
    let table = table.table("indicators");
    let has = |column: &str| table.columns.iter().any(|head| plain(head) == column);
    let cell = |column: &str| if has(column) { plain(table.cell("Fravær", column)) } else { String::new() };
    let page = plain(&built.html(PAGE).text());
    let title = page.split("Fravær: ").nth(1).unwrap_or_default();
    let title = title.split(" %").next().unwrap_or_default().to_owned();
    [cell("Seneste måling"), cell("Ændring"), cell("Mål"), title]
}

fn dates(page: &Element) -> Vec<String> {
    page.table("readings-h").rows.iter().map(|row| plain(&row.cells[0])).collect()
}

#[test]
fn a_change_of_counting_parts_readings_from_its_first_day_on() {
    let lines = |baseline: &str, change: &str| {
        format!(
            "direction = \"down\"\nbaseline = {{ date = \"{baseline}\", value = \"6,0\" }}\n\
             target = {{ date = \"2022\", at_most = \"4,0\" }}\nbreaks = {{ \"{change}\" = \"Ny metode\" }}\n"
        )
    };
    for (baseline, change, report, is_alike) in [
        ("2019", "2020", "2020-12-31", false),
        ("2019", "2020", "2020-06-30", false),
        ("2019", "2020", "2020-Q3", false),
        ("2019", "2020", "2020", false),
        ("2019", "2020-01", "2020-12-31", false),
        ("2019", "2020-12-31", "2020-12-31", false),
        ("2019", "2020-H2", "2020-06-30", true),
        ("2019", "2021", "2020-12-31", true),
        ("2019", "2019", "2020-12-31", true),
        ("2020-06-30", "2020", "2020-12-31", true),
        // A year in which it changed was counted in two ways.
        ("2019", "2019-Q4", "2020-12-31", false),
        ("2018", "2020-Q4", "2020", false),
    ] {
        let site = site(&lines(baseline, change), &[(report, "4,1")]);
        let [_, changed, target, title] = told(&site);
        let case = format!("{baseline}, {change}, {report}: {changed}, {target}, {title}");
        assert_eq!(changed == "kan ikke sammenlignes", !is_alike, "{case}");
        assert_eq!(title.starts_with("faldet fra 6,0 til 4,1"), is_alike, "{case}");
        assert_eq!(target.contains("linjen"), is_alike, "{case}");
        assert_eq!(site.sound().page(PAGE).contains("Efter linjen"), is_alike, "{case}");
    }
}

#[test]
fn a_change_of_counting_makes_nothing_better_or_worse() {
    let said = |lines: &str, then: &[(&str, &str)], now: &[(&str, &str)]| {
        let diff = site(lines, then).diff(&site(lines, now));
        plain(&fremdrift::render::changes::markdown(&diff.changes, &diff.locale))
    };
    let june = ("2020-06-30", "6,0");
    for (breaks, december, is_judged) in [
        ("", "2020-12-31", true),
        ("breaks = { \"2020-07\" = \"Ny metode\" }\n", "2020-12-31", false),
        ("breaks = { \"2020-12-31\" = \"Ny metode\" }\n", "2020-12-31", false),
        ("breaks = { \"2020-Q4\" = \"Ny metode\" }\n", "2020-Q3", true),
        ("breaks = { \"2020-06\" = \"Ny metode\" }\n", "2020-12-31", true),
        ("breaks = { 2021 = \"Ny metode\" }\n", "2020-12-31", true),
    ] {
        for aim in ["direction = \"down\"\n", "target = { date = \"2022\", between = [\"1 %\", \"2 %\"] }\n"] {
            let told = said(&format!("{aim}{breaks}"), &[june], &[june, (december, "4,0")]);
            assert!(told.contains("4,0"), "{breaks}{december}: {told}");
            assert_eq!(told.contains("bedre"), is_judged, "{aim}{breaks}{december}: {told}");
        }
    }
    // Of a series what is said of it, and of the indicator it is of.
    let series = |breaks: &str, of_series: &str| {
        let site = |december: bool| {
            let site = Site::small().as_of("2021-01-15").with(
                FILE,
                format!(
                    "[h]\ntitle = \"Fravær\"\nunit = \"%\"\ndirection = \"down\"\n{breaks}[h.series.nord]\ntitle = \"Nord\"\n{of_series}[h.series.syd]\ntitle = \"Syd\"\n"
                ),
            );
            let read = |site: Site, report: &str, value: &str| {
                let text = format!(
                    "+++\nreadings = {{ h = {{ series = {{ nord = \"{value}\", syd = \"{value}\" }} }} }}\n+++\nEn rapport.\n"
                );
                site.with(&format!("content/plans/a/updates/{report}/index.md"), text)
            };
            let site = read(site, "2020-06-30", "6,0");
            if december { read(site, "2020-12-31", "4,0") } else { site }
        };
        let diff = site(false).diff(&site(true));
        plain(&fremdrift::render::changes::markdown(&diff.changes, &diff.locale)).matches("bedre").count()
    };
    let broken = "breaks = { \"2020-07\" = \"Ny metode\" }\n";
    assert_eq!([series("", ""), series("", broken), series(broken, "")], [2, 1, 0]);
}

#[test]
fn a_year_stands_before_the_days_in_it_where_it_is_the_baseline() {
    let begun =
        site("baseline = { date = \"2020\", value = \"6,0\" }\n", &[("2020-06-30", "5,0"), ("2020-12-31", "4,5")]);
    let [latest, change, _, title] = told(&begun);
    assert_eq!([latest.as_str(), change.as_str()], ["4,5 % 31. december 2020", "−1,5 procentpoint siden 2020"]);
    assert_eq!(title, "faldet fra 6,0 til 4,5");
    assert_eq!(dates(&begun.sound().html(PAGE)), ["31. december 2020", "30. juni 2020", "2020"]);
    for report in ["2020-06-30", "2020-Q1", "2020-12-31"] {
        let [latest, _, _, title] =
            told(&site("baseline = { date = \"2020\", value = \"6,0\" }\n", &[(report, "5,0")]));
        assert!(latest.starts_with("5,0 %") && title == "faldet fra 6,0 til 5,0", "{report}: {latest}, {title}");
    }
    // What is older than a baseline is no reading since.
    let older = "baseline = { date = \"2020-12-31\", value = \"6,0\" }\nreadings = { 2019 = \"7,0\" }\n";
    assert_eq!(told(&site(older, &[]))[0], "");
}

#[test]
fn a_reading_of_a_report_is_later_than_an_older_one_that_ends_on_its_day() {
    let both = site("readings = { 2020 = \"70\" }\n", &[("2020-06-30", "75"), ("2020-12-31", "77")]);
    let [latest, change, _, title] = told(&both);
    assert_eq!([latest.as_str(), change.as_str()], ["77 % 31. december 2020", "+2 procentpoint siden 30. juni 2020"]);
    assert_eq!(title, "steget fra 75 til 77");
    assert_eq!(dates(&both.sound().html(PAGE)), ["31. december 2020", "2020", "30. juni 2020"]);
    // The newest is that which ends last, also where it began first.
    let year = site("readings = { 2019 = \"60\", 2020-Q1 = \"64\", 2020-Q3 = \"66\", 2020 = \"65\" }\n", &[]);
    let [latest, _, _, title] = told(&year);
    assert_eq!([latest.as_str(), title.as_str()], ["65 % 2020", "steget fra 60 til 65"]);
}

#[test]
fn rounding_hides_no_verdict() {
    let down = "decimals = 1\ndirection = \"down\"\nbaseline = { date = \"2018\", value = \"2,36\" }\n\
                target = { date = \"2020\", at_most = \"2,4\" }\n";
    assert_eq!(
        told(&site(down, &[("2020-12-31", "2,44")])),
        [
            "2,44 % 31. december 2020",
            "+0,08 procentpoint siden 2018",
            "højst 2,4 % 2020; ikke nået",
            "steget fra 2,36 til 2,44"
        ]
    );
    let up = "decimals = 1\ndirection = \"up\"\ntarget = { at_least = 95 }\n";
    let page = site(up, &[("2020-12-31", "94,96")]);
    assert_eq!([&told(&page)[0], &told(&page)[2]], ["94,96 % 31. december 2020", "mindst 95 % ikke nået"]);
    assert!(!page.sound().page(PAGE).contains("højst 1 decimal"), "it is shown with two");
    // Where nothing is hidden, figures are shown as declared.
    assert_eq!(told(&site(up, &[("2020-12-31", "94,84")]))[0], "94,8 % 31. december 2020");
    assert_eq!(told(&site(up, &[("2020-12-31", "95,00")]))[2], "mindst 95 % nået");
    let flat = "decimals = 1\nreadings = { 2018 = \"2,36\" }\n";
    let [latest, change, _, title] = told(&site(flat, &[("2020-12-31", "2,44")]));
    assert_eq!([latest.as_str(), change.as_str()], ["2,44 % 31. december 2020", "+0,08 procentpoint siden 2018"]);
    assert_eq!(title, "steget fra 2,36 til 2,44");
}

#[test]
fn what_went_through_a_range_is_past_the_target() {
    let falls = "direction = \"down\"\nbaseline = { date = \"2018\", value = \"11,6\" }\n\
                 target = { date = \"2022\", between = [\"5 %\", \"8 %\"] }\n";
    for (read, said) in [
        ("9,0", "5 til 8 % 2022; endnu ikke nået; foran linjen mod målet"),
        ("8,0", "5 til 8 % 2022; nået; foran linjen mod målet"),
        ("5,0", "5 til 8 % 2022; nået; foran linjen mod målet"),
        ("4,9", "5 til 8 % 2022; uden for målet"),
        ("4,3", "5 til 8 % 2022; uden for målet"),
        ("11,6", "5 til 8 % 2022; endnu ikke nået; bag efter linjen mod målet"),
    ] {
        assert_eq!(told(&site(falls, &[("2020-12-31", read)]))[2], said, "{read}");
        let undirected = falls.replace("direction = \"down\"\n", "");
        assert_eq!(told(&site(&undirected, &[("2020-12-31", read)]))[2], said, "{read}, without a direction");
    }
    let rises = falls.replace("down", "up").replace("11,6", "1,6");
    assert_eq!(told(&site(&rises, &[("2020-12-31", "8,1")]))[2], "5 til 8 % 2022; uden for målet");
    let diff = |from: &str, to: &str| {
        let then = site(falls, &[("2020-12-31", from)]);
        let diff = then.diff(&site(falls, &[("2020-12-31", to)]));
        plain(&fremdrift::render::changes::markdown(&diff.changes, &diff.locale))
    };
    for (from, to, said) in
        [("6,5", "4,0", "værre"), ("11,0", "9,0", "bedre"), ("4,0", "4,5", "bedre"), ("7,0", "6,0", "")]
    {
        let told = diff(from, to);
        for word in ["værre", "bedre"] {
            assert_eq!(told.contains(word), word == said, "{from} to {to}: {told}");
        }
    }
}

#[test]
fn what_is_older_than_the_newest_says_nothing_of_the_target() {
    let page = |lines: &str, report: &str| {
        let head = "[h]\ntitle = \"Børn\"\nunit = \"børn\"\nsuppress_below = 5\n";
        let site = Site::small().with(FILE, format!("{head}{lines}")).with(
            "content/plans/a/updates/2020-06-30/index.md",
            if report.is_empty() {
                "+++\n+++\nOrd.\n".to_owned()
            } else {
                format!("+++\nreadings = {{ h = {report} }}\n+++\nOrd.\n")
            },
        );
        let built = site.sound();
        let table = built.html(PLAN).table("indicators");
        let is_read = table.columns.iter().any(|head| plain(head) == "Seneste måling");
        let read = if is_read { plain(table.cell("Børn", "Seneste måling")) } else { String::new() };
        (plain(&built.html(PAGE).text()), read)
    };
    let up =
        "direction = \"up\"\nbaseline = { date = \"2018\", value = 6 }\ntarget = { at_least = 7, date = \"2020\" }\n";
    let older = "readings = { 2019 = 8 }\n";
    let down = "direction = \"down\"\ntarget = { at_most = 10, date = \"2021\" }\nreadings = { \"2019-06\" = 12, \"2019-12\" = 9 }\n";
    let began = |date: &str, value: &str| format!("{down}baseline = {{ date = \"{date}\", value = {value} }}\n");
    let since = "Måltallet er ikke målt siden udgangspunktet.";
    // What is read last, the title of the chart, whether a target is reached, and whether nothing was read since it began.
    for (lines, report, latest, title, is_reached, is_unread) in [
        (format!("{up}{older}"), "", "8", "steget fra 6 til 8", true, false),
        (format!("{up}{older}"), "3", "under 5", "Børn: under 5", false, false),
        (format!("{up}{older}"), "{ between = [5, 9] }", "5 til 9", "Børn: 5 til 9 børn", false, false),
        (format!("{up}{older}"), "{ words = \"ikke talt\" }", "ikke talt", "Børn: ikke talt", false, false),
        (down.to_owned(), "", "9", "faldet fra 12 til 9", true, false),
        (began("2019-11", "20"), "", "9", "faldet fra 20 til 9", true, false),
        (began("2019-11", "3"), "", "9", "Børn: 9 børn", true, false),
        (began("2020-02", "11"), "", "", "Børn: 11 børn", false, true),
        (began("2020-02", "3"), "", "", "Børn: under 5", false, true),
        (began("2019-12", "11"), "", "", "Børn: 11 børn", false, true),
        (began("2019-12", "9"), "", "", "Børn: 9 børn", false, true),
        (began("2019-12", "3"), "", "", "Børn: under 5", false, true),
        (began("2020-02", "11"), "8", "8", "faldet fra 11 til 8", true, false),
        (began("2020-02", "11"), "2", "under 5", "Børn: under 5", false, false),
    ] {
        let (text, read) = page(&lines, report);
        let case = format!("{lines}{report}: {text}");
        assert!(read.starts_with(latest) && read.is_empty() == latest.is_empty(), "{read} {case}");
        assert!(text.contains(title), "{title} {case}");
        assert_eq!(text.contains("er nået."), is_reached, "{case}");
        assert!(!text.contains("er ikke nået."), "{case}");
        assert_eq!(text.contains(since), is_unread, "{case}");
        assert!(
            !title.contains("Børn: ")
                || !["steget", "faldet"].iter().any(|word| text.contains(&format!("Børn: {word}"))),
            "{case}"
        );
    }
}

#[test]
fn a_change_is_counted_from_no_reading_that_is_older_than_a_withheld_baseline() {
    let page = |baseline: u32| {
        let lines = format!(
            "[h]\ntitle = \"Børn\"\nunit = \"børn\"\nsuppress_below = 5\nbaseline = {{ date = \"2017\", value = {baseline} }}\n\
             readings = {{ 2016 = 20, 2018 = 9, 2019 = 8 }}\n"
        );
        let built = Site::small().with(FILE, lines).sound();
        plain(built.html(PLAN).table("indicators").cell("Børn", "Ændring"))
    };
    assert!(page(11).starts_with("−3 børn siden 2017"), "{}", page(11));
    assert!(page(3).starts_with("−1 børn siden 2018"), "{}", page(3));
}
