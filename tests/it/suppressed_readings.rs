//! `suppress_below` on indicators: small readings stand in no page, chart, download, history, edition or comparison, nor what of their
//! series they could be computed of.

use crate::{
    redact::{Past, Shelf},
    support::Site,
};

const INDICATORS: &str = "content/plans/a/indicators.toml";
const STATUS: &str = "content/plans/a/updates/2020-06-30/index.md";
const BY_DEFAULT: &str = "\n[confidentiality]\nsuppress_below = 5\n";

/// An indicator whose series come to what it does, with a reading of a report; `small` of one series is small.
fn register(threshold: &str, small: &str, rest: &str) -> String {
    format!(
        "[fam]\ntitle = \"Anbragte\"\nunit = \"familier\"\n{threshold}direction = \"down\"\ntarget = {{ at_most = 2 }}\n\
         readings = {{ \"2019-06\" = 22222, \"2019-12\" = \"10837,07\" }}\n[fam.series.nord]\ntitle = \"Nord\"\n\
         baseline = {{ date = \"2018-12\", value = \"2,17\" }}\nreadings = {{ \"2019-06\" = 11111, \"2019-12\" = 4711 }}\n\
         [fam.series.syd]\ntitle = \"Syd\"\nreadings = {{ \"2019-06\" = 5555, \"2019-12\" = \"{small}\" }}\n\
         [fam.series.vest]\ntitle = \"Vest\"\nreadings = {{ \"2019-06\" = 5556, \"2019-12\" = \"{rest}\" }}\n\
         [ene]\ntitle = \"Alene\"\nunit = \"børn\"\n{threshold}target = {{ at_most = 2 }}\nbaseline = {{ date = \"2018-12\", value = 31 }}\n"
    )
}

fn site(threshold: &str, small: &str, rest: &str) -> Site {
    Site::small()
        .with(INDICATORS, register(threshold, small, rest))
        .with(STATUS, "+++\nlevel = \"Alt OK\"\n[readings]\nene = \"3,27\"\n+++\n")
}

const THRESHOLD: &str = "suppress_below = 5\n";
/// All small readings, as texts and data write them.
const SMALL: [&str; 6] = ["3,07", "3.07", "2,17", "2.17", "3,27", "3.27"];

fn places(site: &Site, number: &str) -> Vec<String> {
    let outcome = site.build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    let has = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(number);
    outcome.files.iter().filter(|(_, bytes)| has(bytes)).map(|(path, _)| path.to_string()).collect()
}

#[test]
fn small_readings_stand_nowhere_nor_what_they_could_be_computed_of() {
    let open = site("", "3,07", "6123");
    for number in ["3,07", "2,17", "3,27"] {
        assert!(!places(&open, number).is_empty(), "{number} is looked for where it would be");
    }
    for withheld in [site(THRESHOLD, "3,07", "6123"), open.clone().append("site.toml", BY_DEFAULT)] {
        for number in SMALL {
            assert_eq!(places(&withheld, number), Vec::<String>::new(), "{number}");
        }
        // One more of the same date, so that the total less the others does not tell; all of the date before.
        let of_date = ["10.837,07", "4.711", "6.123"].map(|number| places(&withheld, number).is_empty());
        assert_eq!(of_date.iter().filter(|is_gone| **is_gone).count(), 1, "{of_date:?}");
        for number in ["22.222", "11.111", "5.555", "5.556"] {
            assert!(!places(&withheld, number).is_empty(), "{number}");
        }
        let outcome = withheld.build();
        let page = outcome.html("planer/a/index.html").text();
        assert!(page.contains("under 5"), "{page}");
        // Whether the target is met would tell what is under it.
        let texts: String = outcome.files.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
        assert!(!texts.contains("Målet er ikke nået") && !texts.contains("målet er ikke nået"));
        let told: Vec<_> = outcome.built.findings.iter().filter(|found| found.code == "withheld-counts").collect();
        assert_eq!(told.len(), 2, "once of each indicator: {told:?}");
        assert!(told.iter().any(|found| found.message.contains("(2)") && found.message.contains("(1)")), "{told:?}");
        assert!(outcome.built.findings.iter().all(|found| found.code != "small-count"));
    }
    // Two small ones of a date hide each other.
    let two = site(THRESHOLD, "3,07", "2,5").edit(INDICATORS, "10837,07", "4716,57");
    assert!(!places(&two, "4.711").is_empty() && !places(&two, "4.716,57").is_empty());
    // What says 0 itself is shown, whatever the site says.
    let shown = site("suppress_below = 0\n", "3,07", "6123").append("site.toml", BY_DEFAULT);
    assert!(!places(&shown, "3,07").is_empty() && !places(&shown, "3,27").is_empty());
}

#[test]
fn series_and_baselines_give_no_small_reading_of_theirs_away() {
    let family = |lines: &str| {
        let head = "[fam]\ntitle = \"Anbragte\"\nunit = \"familier\"\nsuppress_below = 5\n";
        Site::small().with(INDICATORS, format!("{head}{lines}"))
    };
    let series = |name: &str, reading: &str| {
        format!("[fam.series.{name}]\ntitle = \"{name}\"\nreadings = {{ \"2019-12\" = \"{reading}\" }}\n")
    };
    let all = |series: &[String]| format!("readings = {{ \"2019-12\" = 9100 }}\n{}", series.concat());
    // Boys and girls, young and old: each two come to all there are. No other indicator withholds anything.
    let parts = [series("drenge", "9096,93"), series("piger", "3,07"), series("unge", "5060"), series("gamle", "4040")];
    let twice = family(&all(&parts));
    let of_two = family(&all(&parts[..2]));
    for (site, gone, shown) in [(&twice, ["3,07", "9.096,93"], "5.060"), (&of_two, ["3,07", "9.096,93"], "9.100")] {
        for number in gone {
            assert_eq!(places(site, number), Vec::<String>::new(), "{number}");
        }
        assert!(!places(site, shown).is_empty(), "{shown}");
    }
    // A baseline of the date of a reading is a number of its own, unless it is the same.
    let baseline = |value: &str, reading: &str| {
        family(&format!(
            "baseline = {{ date = \"2019-12\", value = \"{value}\" }}\nreadings = {{ \"2019-12\" = \"{reading}\" }}\n"
        ))
    };
    for (value, reading) in [("3,07", "4711"), ("4711", "3,07"), ("3,07", "3,07")] {
        let site = baseline(value, reading);
        assert_eq!(places(&site, "3,07"), Vec::<String>::new(), "{value} {reading}");
        let is_shown = !places(&site, "4.711").is_empty();
        assert_eq!(is_shown, value != reading, "{value} {reading}");
    }
    // Of what is withheld nobody says that another is the lowest.
    let is_compared = |least: &str| {
        let site = family(&[series("nord", "20"), series("syd", "14"), series("vest", least)].concat());
        !places(&site, "Højest er").is_empty()
    };
    assert!(is_compared("9") && !is_compared("3"));
}

/// What a report corrects stands beside what was read first: two numbers of one date are two, and the same number twice is one.
#[test]
fn a_small_reading_is_withheld_beside_another_of_its_date() {
    for (first, second) in [("4711", "3,07"), ("3,07", "4711"), ("3,07", "3,07"), ("4711", "4711")] {
        let register = format!(
            "[ene]\ntitle = \"Alene\"\nunit = \"børn\"\n{THRESHOLD}readings = {{ \"2019-12\" = \"{first}\", \"2018-12\" = 22222 }}\n"
        );
        let status =
            format!("+++\nlevel = \"Alt OK\"\n[readings]\nene = {{ value = \"{second}\", date = \"2019-12\" }}\n+++\n");
        let site = Site::small().with(INDICATORS, register).with(STATUS, status);
        assert_eq!(places(&site, "3,07"), Vec::<String>::new(), "{first} {second}");
        assert_eq!(!places(&site, "4.711").is_empty(), first == "4711" || second == "4711", "{first} {second}");
        assert!(!places(&site, "22.222").is_empty());
    }
}

/// Whoever reads the year and three of its quarters knows the fourth.
#[test]
fn readings_of_the_parts_of_a_period_give_no_small_one_of_theirs_away() {
    let site = |year: &str| {
        let quarters = "\"2019-Q1\" = \"3,07\", \"2019-Q2\" = 4711, \"2019-Q3\" = 6123, \"2019-Q4\" = 5555";
        let register = format!(
            "[ene]\ntitle = \"Alene\"\nunit = \"børn\"\n{THRESHOLD}readings = {{ {quarters}, 2019 = \"{year}\" }}\n"
        );
        Site::small().with(INDICATORS, register)
    };
    for (year, gone) in [("16392,07", 1), ("16394,57", 0)] {
        let site = site(year);
        assert_eq!(places(&site, "3,07"), Vec::<String>::new(), "{year}");
        let others = ["4.711", "6.123", "5.555", "16.392,07", "16.394,57"];
        let shown = others.iter().filter(|number| !places(&site, number).is_empty()).count();
        assert_eq!(shown, 4 - gone, "{year}: one more where they come to the year");
    }
}

#[test]
fn an_indicator_that_counts_nobody_cannot_withhold() {
    for unit in ["mio. kr.", "%", "elever pr. klasse"] {
        let site = Site::small().with(INDICATORS, format!("[i]\ntitle = \"I\"\nunit = \"{unit}\"\n{THRESHOLD}"));
        assert!(site.codes().contains(&"suppress-counts-nothing"), "{unit}");
        let readings = "readings = { \"2019-06\" = \"8,07\", \"2019-12\" = \"3,07\" }\n";
        let site = Site::small().with(INDICATORS, format!("[i]\ntitle = \"I\"\nunit = \"{unit}\"\n{readings}"));
        let site = site.append("site.toml", BY_DEFAULT);
        assert_eq!(site.codes(), Vec::<&str>::new(), "{unit}");
        assert!(!places(&site, "3,07").is_empty(), "{unit}");
    }
}

#[test]
fn the_past_of_an_indicator_tells_no_reading_that_is_withheld_today() {
    let edition = "\n[[editions]]\nid = \"e1\"\ntitle = \"Udgave\"\nas_of = 2020-06-30\nrevision = \"udgave/e1\"\n";
    let [first, next, open] = [("2,07", "6123"), ("3,07", "6124"), ("3,07", "6124")]
        .map(|(small, rest)| site("", small, rest).append("site.toml", edition));
    let says = |today: &Site| {
        let past = Past::new(&[("først", &first), ("rettet til 3,07", &next), ("skjult", today)]);
        past.all_said(today, &Shelf::default())
    };
    let has = |bytes: &Vec<u8>, number: &str| String::from_utf8_lossy(bytes).contains(number);
    let told = says(&open);
    for part in ["page", "log", "diff"] {
        assert!(told.iter().any(|(place, bytes)| place.starts_with(part) && has(bytes, "3,07")), "{part}");
    }
    for today in
        [site(THRESHOLD, "3,07", "6124").append("site.toml", edition), open.clone().append("site.toml", BY_DEFAULT)]
    {
        let said = says(&today);
        assert!(said.keys().any(|place| place.contains("editions/e1/planer/a")), "{:?}", said.keys());
        for (place, bytes) in &said {
            for number in SMALL.into_iter().chain(["2,07", "2.07"]) {
                assert!(!has(bytes, number), "{number} in {place}");
            }
            // The edition's own total, or other, beside today's would tell what each of them withholds.
            assert!(!place.contains("editions/") || !has(bytes, "6.123"), "{place}");
        }
    }
}

/// The numbers of the end of 2019 and others, as pages write them.
const NUMBERS: [&str; 6] = ["10.837", "4.711", "6.123", "5.555", "4.444", "7.777"];

/// Returns which of [`NUMBERS`] an edition of one site shows below another, and which that one shows itself.
fn shown_beside(then: &Site, today: &Site) -> [Vec<&'static str>; 2] {
    let said = Past::new(&[("først", then), ("siden", today)]).all_said(today, &Shelf::default());
    [true, false].map(|of_edition| {
        let is_asked = |place: &str| place.starts_with("page ") && place.starts_with("page editions/") == of_edition;
        let pages = said.iter().filter(|(place, _)| is_asked(place));
        let texts: String = pages.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
        NUMBERS.into_iter().filter(|number| texts.contains(number)).collect()
    })
}

#[test]
fn an_edition_shows_no_reading_that_todays_site_withholds_beside_a_small_one() {
    let edition = "\n[[editions]]\nid = \"e1\"\ntitle = \"Udgave\"\nas_of = 2020-06-30\nrevision = \"udgave/e1\"\n";
    let site = |threshold: &str, syd: &str, ene: &str| {
        let register = format!(
            "[fam]\ntitle = \"Anbragte\"\nunit = \"familier\"\n{threshold}readings = {{ \"2019-12\" = 10837 }}\n\
             [fam.series.nord]\ntitle = \"Nord\"\nreadings = {{ \"2019-12\" = 4711 }}\n\
             [fam.series.vest]\ntitle = \"Vest\"\nreadings = {{ \"2019-12\" = 6123 }}\n{syd}\
             [ene]\ntitle = \"Alene\"\nunit = \"børn\"\n{threshold}readings = {{ \"2019-06\" = 4444{ene} }}\n"
        );
        let plan = "+++\ntitle = \"Plan B\"\nkind = \"indicators\"\ncommittee = \"USB\"\n+++\nEn plan.\n";
        let other = "[ene]\ntitle = \"Anden\"\nunit = \"sager\"\nreadings = { \"2019-12\" = 7777 }\n";
        Site::small()
            .with(INDICATORS, register)
            .with("content/plans/b/plan.md", plan)
            .with("content/plans/b/indicators.toml", other)
            .append("site.toml", edition)
    };
    let syd =
        |readings: &str| format!("[fam.series.syd]\ntitle = \"Syd\"\nreadings = {{ \"2019-06\" = 5555{readings} }}\n");
    // What is small today was not there, not read, or another number.
    for before in [String::new(), syd(""), syd(", \"2019-12\" = 4"), syd(", \"2019-12\" = 44")] {
        let [then, now] = shown_beside(&site("", &before, ""), &site(THRESHOLD, &syd(", \"2019-12\" = 3"), ""));
        assert_eq!(now.iter().filter(|number| NUMBERS[..3].contains(number)).count(), 2, "{now:?}");
        assert_eq!(then, ["4.444", "7.777"], "{before}: today shows {now:?}");
    }
    // What is of another date, another indicator or another plan tells nothing of it.
    for (readings, ene) in [("", ""), (", \"2018-06\" = 77", ""), ("", ", \"2019-12\" = 77")] {
        let [then, now] = shown_beside(&site("", &syd(""), ""), &site(THRESHOLD, &syd(readings), ene));
        assert_eq!((then.as_slice(), now.as_slice()), (&NUMBERS[..], &NUMBERS[..]), "{readings}{ene}");
    }
}

#[test]
fn a_site_withholds_small_counts_of_persons_that_say_nothing_themselves() {
    let readings = "readings = { 2019 = 3, 2020 = 7 }\n";
    let indicators = format!(
        "[a]\ntitle = \"A\"\nunit = \"børn\"\nsuppress_below = 0\n{readings}[b]\ntitle = \"B\"\nunit = \"%\"\n{readings}\
         [c]\ntitle = \"C\"\nunit = \"børn\"\n{readings}[d]\ntitle = \"D\"\nunit = \"sager\"\n{readings}"
    );
    let built = Site::small()
        .append("site.toml", "[confidentiality]\nsuppress_below = 5\n")
        .with("content/plans/a/indicators.toml", indicators)
        .build();
    let told = built.built.findings.iter().filter(|found| found.code == "withheld-counts").map(|found| found.line);
    assert_eq!(told.collect::<Vec<_>>(), [10], "of the third alone: {:#?}", built.built.findings);
}

#[test]
fn what_is_withheld_is_said_to_be_in_the_numbers_of_its_chart_and_once_why() {
    let outcome = site(THRESHOLD, "3,07", "6123").build();
    let page = outcome.html("planer/a/indikatorer/fam.html");
    let table = page.table("indicator-1-data");
    let texts: Vec<&str> = table.rows.iter().flat_map(|row| row.cells.iter().map(String::as_str)).collect();
    assert!(texts.contains(&"under 5") && texts.contains(&"vises ikke"), "{table:#?}");
    let text = page.text();
    assert_eq!(text.matches("Antal under 5 (men ikke 0) vises ikke").count(), 1, "{text}");
    assert_eq!(text.matches("Hvor der står »vises ikke«").count(), 1, "{text}");
    let csv: Vec<&str> = outcome
        .files
        .keys()
        .map(|path| path.as_str())
        .filter(|path| path.ends_with("fam.indicator-1-data.csv"))
        .collect();
    let csv = outcome.page(csv.first().expect("the numbers as a file"));
    assert!(csv.contains("under 5") && csv.contains("vises ikke"), "{csv}");
}
