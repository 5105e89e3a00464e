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
    let two = site(THRESHOLD, "3,07", "4,5").edit(INDICATORS, "10837,07", "4718,57");
    assert!(!places(&two, "4.711").is_empty() && !places(&two, "4.718,57").is_empty());
    // What says 0 itself is shown, whatever the site says.
    let shown = site("suppress_below = 0\n", "3,07", "6123").append("site.toml", BY_DEFAULT);
    assert!(!places(&shown, "3,07").is_empty() && !places(&shown, "3,27").is_empty());
}

#[test]
fn an_indicator_that_counts_nobody_cannot_withhold() {
    for unit in ["mio. kr.", "%", "elever pr. klasse"] {
        let site = Site::small().with(INDICATORS, format!("[i]\ntitle = \"I\"\nunit = \"{unit}\"\n{THRESHOLD}"));
        assert!(site.build().codes().contains(&"suppress-counts-nothing"), "{unit}");
        let site = Site::small().with(INDICATORS, format!("[i]\ntitle = \"I\"\nunit = \"{unit}\"\n"));
        assert_eq!(site.append("site.toml", BY_DEFAULT).build().codes(), Vec::<&str>::new(), "{unit}");
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
