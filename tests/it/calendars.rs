//! Calendars: every date once, in the calendar of the site and in that of its committee, and nothing that is hidden.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Outcome, Site, build_folder, project};

/// Reads a calendar by RFC 5545 and nothing of ours: events by the names of their lines.
fn events(outcome: &Outcome, path: &str) -> Vec<BTreeMap<String, String>> {
    let text = outcome.page(path);
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "lines end in CRLF");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "a line is too long");
    let text = text.replace("\r\n ", "");
    let mut lines = text.split("\r\n").filter(|line| !line.is_empty());
    assert_eq!(lines.next(), Some("BEGIN:VCALENDAR"));
    let mut found: Vec<BTreeMap<String, String>> = Vec::new();
    let mut is_open = false;
    let mut head = BTreeSet::new();
    for line in lines {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("no value in {line}"));
        let name = name.split(';').next().expect("a name");
        match (name, value) {
            ("BEGIN", "VEVENT") => {
                assert!(!is_open);
                is_open = true;
                found.push(BTreeMap::new());
            }
            ("END", "VEVENT") => is_open = false,
            ("END", "VCALENDAR") => assert!(!is_open),
            (name, value) if is_open => {
                let text = value.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
                assert!(found.last_mut().expect("an event").insert(name.to_owned(), text).is_none(), "{name} twice");
            }
            (name, _) => drop(head.insert(name.to_owned())),
        }
    }
    for name in ["VERSION", "PRODID"] {
        assert!(head.contains(name), "{name}");
    }
    let ids: BTreeSet<&String> = found.iter().map(|event| &event["UID"]).collect();
    assert_eq!(ids.len(), found.len(), "each has a name of its own");
    for event in &found {
        assert!(event["DTSTART"] < event["DTEND"] && event["DTSTAMP"].ends_with("T000000Z"), "{event:?}");
    }
    found
}

fn titles(outcome: &Outcome, path: &str) -> Vec<String> {
    events(outcome, path).into_iter().map(|event| format!("{} {}", event["DTSTART"], event["SUMMARY"])).collect()
}

fn site() -> Site {
    Site::small()
        .with(
            "content/plans/a/milestones.toml",
            "[milestones.1]\ntitle = \"Udbud, del 1; og \\\"resten\\\"\"\ndue = \"2020-09-01\"\n\n[milestones.2]\ntitle = \"Aftale\"\ndue = \"2020-K4\"\n\n\
             [milestones.3]\ntitle = \"Hemmelig overdragelse\"\ndue = \"2020-10-01\"\nvisibility = \"closed\"\n",
        )
}

#[test]
fn a_date_is_an_event_and_keeps_its_name_when_it_moves() {
    let outcome = site().build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    let all = titles(&outcome, "milepaele.ics");
    let expected = ["20200901 Milepæl: 1 Udbud, del 1; og \"resten\"", "20201231 Milepæl: 2 Aftale"];
    assert_eq!(all, expected);
    assert_eq!(titles(&outcome, "udvalg/usb.ics"), expected);
    assert_eq!(outcome.traces("hemmelig"), Vec::<String>::new());
    let moved = site().edit("content/plans/a/milestones.toml", "2020-09-01", "2020-11-01").build();
    let ids = |outcome: &Outcome| {
        events(outcome, "milepaele.ics").into_iter().map(|event| event["UID"].clone()).collect::<BTreeSet<_>>()
    };
    assert_eq!(ids(&outcome), ids(&moved));
    assert!(titles(&moved, "milepaele.ics")[0].starts_with("20201101"));
    for page in ["milepaele.html", "udvalg/usb.html"] {
        let name = page.rsplit('/').next().expect("a name").replace(".html", ".ics");
        assert!(outcome.page(page).contains(&format!("href=\"{name}\"")), "{page}");
    }
}

#[test]
fn a_site_may_do_without() {
    let outcome = site().edit("site.toml", "language = \"da\"", "language = \"da\"\ndownloads = [\"csv\"]").build();
    assert!(outcome.files.keys().all(|path| path.extension() != "ics"));
    assert!(!outcome.page("milepaele.html").contains(".ics"));
    // One without a date has no empty calendar either.
    assert!(Site::small().build().files.keys().all(|path| path.extension() != "ics"));
}

#[test]
fn the_demonstration_has_its_milestones_reports_and_meetings() {
    let outcome = build_folder(&project(), "2020-06-30");
    let all = titles(&outcome, "milepaele.ics");
    for kind in ["Milepæl:", "Rapport:", "Møde:"] {
        assert!(all.iter().any(|title| title.contains(kind)), "no {kind} in {all:#?}");
    }
    let whole: BTreeSet<String> =
        events(&outcome, "milepaele.ics").into_iter().map(|event| event["UID"].clone()).collect();
    let calendars = outcome
        .files
        .keys()
        .map(|path| path.as_str())
        .filter(|path| path.starts_with("udvalg/") && path.ends_with(".ics"));
    let mut count = 0;
    for path in calendars {
        for event in events(&outcome, path) {
            assert!(whole.contains(&event["UID"]), "{path}: {event:?}");
            count += 1;
        }
    }
    assert!(count > 5, "{count}");
}
