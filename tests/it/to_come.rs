//! What holds from a day that has not come is told by no history before it, as it stands on no page.

use crate::{
    past::{build, site, traces},
    support::{Site, git::Story},
};

const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";
const REPORT: &str = "content/plans/a/updates/2020-06-30/index.md";
const TIMELINE: &str = "content/plans/a/milestones.toml";
const INDICATORS: &str = "content/plans/a/indicators.toml";
const SERIES: &str = "content/plans/a/indicators/salt.csv";

/// A site with what of it has not come by the middle of 2020; `nth` tells versions apart.
fn with_values(nth: u8) -> Site {
    site()
        .with("content/committees.toml", "[USB]\nname = \"Socialudvalget\"\n[TEK]\nname = \"Teknikudvalget\"\n")
        .with(
            STATUS,
            format!(
                "+++\nlevel = \"ok\"\nachieved = \"1,2{nth}\"\noverruled = {{ level = \"Kritisk\", committee = \"TEK\", date = 2020-08-1{nth} }}\n+++\n"
            ),
        )
        .with(
            TIMELINE,
            format!("[milestones.1]\ntitle = \"Port\"\ndue = \"2020-12\"\n[decisions.1]\ntitle = \"Køb {nth}\"\ncommittee = \"USB\"\ndecided = 2020-09-1{nth}\n"),
        )
        .with(
            REPORT,
            format!(
                "+++\n[milestones.1]\ndone = 2020-11-0{nth}\nlifecycle = \"done\"\nnote = \"Ordre {nth}\"\n[readings]\nsalt = {{ value = 451{nth}, date = \"2020-11\" }}\n+++\n"
            ),
        )
        .with(
            INDICATORS,
            format!(
                "[salt]\ntitle = \"Salt {nth}\"\nunit = \"ton\"\nreadings = {{ 2018 = 5, \"2020-10\" = 471{nth} }}\n\
                 [salt.series]\nland = {{ title = \"Landet\", readings = {{ \"2020-10\" = 481{nth} }} }}\nbyen = \"Byen\"\n"
            ),
        )
        .with(SERIES, format!("period;byen\n2018;3\n2020-10;491{nth}\n"))
}

/// What pages do not tell before its day.
const TO_COME: [&str; 12] = [
    "ændret af udvalget",
    "august 2020",
    "september 2020",
    "oktober 2020",
    "november 2020",
    "4711",
    "4.711",
    "4.812",
    "4812",
    "4.912",
    "4512",
    "4.512",
];

#[test]
fn what_has_not_come_is_in_no_history_until_it_has() {
    let (first, second) = (with_values(1), with_values(2));
    let story =
        Story::default().commit("2020-07-01", &site()).commit("2020-07-02", &first).commit("2020-07-03", &second);
    let repo = story.told();
    let before = build(&repo, &second.clone().as_of("2020-07-15"));
    assert_eq!(before.built.counts.errors, 0, "{:#?}", before.built.findings);
    // Its author is told, and nobody else.
    let is_finding = |place: &String| place.contains("value-to-come") || place.starts_with("warning");
    let on_pages: Vec<String> = traces(&before, &TO_COME).into_iter().filter(|place| !is_finding(place)).collect();
    assert_eq!(on_pages, Vec::<String>::new());
    let history = before.html("planer/a/historik.html").text();
    assert!(history.contains("1,22") && history.contains("Salt 2"), "the rest is told: {history}");
    let page = before.html("planer/a/index.html").text();
    assert!(
        page.contains("Ordre 2") && !page.contains("Gennemført"),
        "what else is said of a milestone is shown: {page}"
    );
    let after = build(&repo, &second.as_of("2020-12-31")).html("planer/a/historik.html").text().replace('\u{a0}', " ");
    for word in ["august 2020", "september 2020", "2. november 2020", "4.512", "4.712", "4.812", "4.912"] {
        assert!(after.contains(word), "{word} is told once it has come: {after}");
    }
}
