//! Targets of indicators: at least, at most, a range, words, one for each period; and readings that are no single number.

use fremdrift::{diag::Severity, locale::Language, render::changes::markdown};

use crate::support::{Site, expect};

const PLAN: &str = "planer/a/index.html";
const PAGE: &str = "planer/a/indikatorer/led.html";
const FILE: &str = "content/plans/a/indicators.toml";
const REPORT: &str = "content/plans/a/updates/2020-06-30/index.md";

/// An indicator in per cent with readings of two years and the lines of its target.
fn with(lines: &str) -> Site {
    Site::small().with(
        FILE,
        format!("[led]\ntitle = \"Ledige\"\nunit = \"%\"\n{lines}readings = {{ 2018 = \"8\", 2019 = \"6\" }}\n"),
    )
}

fn shown(site: &Site, column: &str) -> String {
    site.sound().html(PLAN).table("indicators").cell("Ledige", column).to_owned()
}

#[test]
fn a_target_is_said_in_words_and_held_against_the_latest_reading() {
    for (lines, words) in [
        ("target = { at_most = 5, date = \"2022\" }\n", "højst 5 % 2022; endnu ikke nået"),
        ("target = { at_most = 5, date = \"2019\" }\n", "højst 5 % 2019; ikke nået"),
        ("target = { at_most = 6 }\n", "højst 6 % nået"),
        ("target = { at_least = 6 }\n", "mindst 6 % nået"),
        ("target = { at_least = \"6,1\" }\n", "mindst 6,1 % ikke længere nået"),
        ("target = { at_least = \"ca. 5\" }\n", "mindst ca. 5 %"),
        ("target = { between = [5, 6] }\n", "5 til 6 % nået"),
        ("target = { between = [\"6,5\", 7] }\n", "6,5 til 7 % ikke nået"),
        ("target = { words = \"Færrest muligt\", date = \"2022\" }\n", "Færrest muligt 2022"),
        ("target = { value = 5, date = \"2022\" }\n", "5 % 2022"),
        ("targets = { 2018 = 9, 2019 = 7, 2020 = 5 }\n", "7 % 2019"),
        ("targets = { 2018 = { at_most = 9 }, 2020 = { at_most = 5 } }\n", "højst 5 % 2020; endnu ikke nået"),
        ("targets = { 2017 = { at_most = 9 } }\n", "højst 9 % 2017; nået"),
        // What was met once is not met no longer, and is nothing that is still to come.
        ("target = { at_least = 7, date = \"2022\" }\n", "mindst 7 % 2022; ikke længere nået"),
        ("target = { between = [7, 9] }\n", "7 til 9 % ikke længere nået"),
        ("direction = \"down\"\ntarget = { value = 6, date = \"2022\" }\n", "6 % 2022; nået"),
        ("direction = \"down\"\ntarget = { value = 5, date = \"2022\" }\n", "5 % 2022"),
    ] {
        assert_eq!(shown(&with(lines), "Mål").replace('\u{a0}', " "), words, "{lines}");
    }
    for (lines, direction) in [("target = { at_most = 5 }\n", "Skal ned"), ("target = { at_least = 5 }\n", "Skal op")] {
        assert!(with(lines).sound().page(PAGE).contains(&format!("<dt>Retning</dt><dd>{direction}</dd>")), "{lines}");
    }
    let many = with("targets = { 2018 = 9, 2019 = 7, 2020 = { between = [3, 5] } }\n")
        .sound()
        .page(PAGE)
        .replace('\u{a0}', " ");
    assert!(many.contains("<dd>2018: 9 %</dd><dd>2019: 7 %</dd><dd>2020: 3 til 5 %</dd>"), "{many}");
}

#[test]
fn a_target_is_drawn() {
    let drawn = |lines: &str, class: &str| {
        let page = with(lines).sound().page(PAGE).replace('\u{a0}', " ");
        let svg = &page[page.find("aria-labelledby=\"indicator-1-w-t").expect("a chart")..];
        let svg = &svg[..svg.find("</svg>").expect("its end")];
        (svg.contains(class), svg.to_owned())
    };
    let (is_drawn, svg) = drawn("target = { at_most = 5, date = \"2022\" }\n", "c-rule c-target");
    assert!(is_drawn && svg.contains("Mål højst 5 %") && svg.contains("Målet på højst 5 % er ikke nået."), "{svg}");
    let (is_drawn, svg) = drawn("target = { between = [3, 5] }\n", "c-band c-target");
    assert!(is_drawn && svg.contains("Mål 3 til 5 %"), "{svg}");
    let (is_drawn, svg) = drawn("targets = { 2018 = 9, 2019 = 7, 2020 = { between = [3, 5] } }\n", "c-line c-target");
    assert!(is_drawn && svg.matches(">Mål 3 til 5 %<").count() == 1, "both ends are named once: {svg}");
    let (is_drawn, svg) = drawn("baseline = { value = 9 }\ntarget = { words = \"Færrest muligt\" }\n", "c-target");
    assert!(!is_drawn, "words are not drawn: {svg}");
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_its_cure() {
    for (lines, code, line, said) in [
        ("target = { date = \"2022\" }\n", "missing-key", 4, "value"),
        ("target = { value = 4, at_most = 5 }\n", "said-twice", 4, "behold"),
        ("target = { at_most = 5, words = \"Få\" }\n", "said-twice", 4, "behold"),
        ("targets = { 2019 = {} }\n", "missing-key", 4, "value"),
        ("targets = { 2019 = 4, \"2019\" = 5 }\n", "duplicate-key", 4, ""),
        ("target = { value = 4, date = \"2019\" }\ntargets = { 2019 = 5 }\n", "target-again", 5, "behold"),
        ("target = { between = [5, 3] }\n", "not-a-range", 4, "[\"3\", \"5\"]"),
        ("target = { between = [5] }\n", "not-a-range", 4, ""),
        ("target = { between = [3, 5, 7] }\n", "not-a-range", 4, ""),
        ("target = { at_most = \"5 personer\" }\n", "units-differ", 4, ""),
        ("target = { between = [\"3\", \"5 kr.\"] }\n", "units-differ", 4, ""),
        ("direction = \"up\"\ntarget = { at_most = 5 }\n", "target-contradicts", 4, "at_most"),
        ("targets = { 2018 = { at_most = 5 }, 2019 = { at_least = 3 } }\n", "target-contradicts", 1, "at_most"),
        ("target = { at_most = \"mange\" }\n", "not-an-amount", 4, ""),
        ("target = { value = \"mindst 40 %\" }\n", "not-an-amount", 4, "at_least"),
        ("target = { value = \"2023-12-31\" }\n", "not-an-amount", 4, "words"),
    ] {
        let built = with(lines).check();
        let found: Vec<_> = built.findings.iter().filter(|found| found.severity == Severity::Error).collect();
        let [found] = found.as_slice() else { panic!("{lines}: {found:#?}") };
        assert_eq!((found.code, found.line), (code, line), "{lines}");
        assert!(expect::show(found).contains(said), "{lines}: {}", expect::show(found));
        let english = with(lines).messages(Language::English).check();
        assert_ne!(english.findings[0].message, found.message, "{lines}");
    }
}

#[test]
fn a_reading_may_be_a_range_words_or_a_level_alone() {
    let read = |reading: &str| with("").with(REPORT, format!("+++\n[readings]\nled = {reading}\n+++\n"));
    for (reading, latest, title) in [
        ("{ between = [5, 6] }", "5 til 6 % 30. juni 2020", "Ledige: 5 til 6 %"),
        ("{ words = \"ej målbart\" }", "ej målbart 30. juni 2020", "Ledige: ej målbart"),
        (
            "{ level = \"Kritisk\", note = \"Kan ikke måles\" }",
            "30. juni 2020. Kan ikke måles",
            "Ledige: faldet fra 8 til 6 %",
        ),
        ("5", "5 % 30. juni 2020", "Ledige: faldet fra 8 til 5 %"),
    ] {
        let site = read(reading);
        assert_eq!(shown(&site, "Seneste måling").replace('\u{a0}', " "), latest, "{reading}");
        let outcome = site.sound();
        assert_eq!(outcome.html(PAGE).table("readings-led").rows.len(), 3, "{reading}");
        let page = outcome.page(PAGE).replace('\u{a0}', " ");
        assert!(
            page.contains(title),
            "{reading}: what is no number is said, and what is nothing tells of the last number"
        );
        assert_eq!(page.matches("faldet fra 8 til 5 %").count() > 0, reading == "5", "no number is drawn of {reading}");
    }
    for (reading, code) in [
        ("{ between = [6, 5] }", "not-a-range"),
        ("{ value = 5, words = \"fem\" }", "said-twice"),
        ("{ date = 2020-03-01 }", "missing-key"),
        ("{}", "missing-key"),
    ] {
        let found: Vec<_> = read(reading).check().findings.into_iter().map(|found| (found.code, found.line)).collect();
        assert_eq!(found, [(code, 3)], "{reading}");
    }
    let diff = read("5").diff(&read("{ words = \"ej målbart\" }"));
    let text = markdown(&diff.changes, &diff.locale);
    assert!(text.contains("ej målbart"), "{text}");
    let older = with("").edit(FILE, "2018 = \"8\"", "2018 = { note = \"Ikke talt\" }, 2017 = { date = 2017-03-01 }");
    let found: Vec<_> = older.check().findings.into_iter().map(|found| found.code).collect();
    assert_eq!(found, ["missing-key"]);
}

#[test]
fn a_change_of_a_target_is_told() {
    let before = with("target = { at_most = 5, date = \"2022\" }\n");
    let diff = before.diff(&before.clone().edit(FILE, "at_most = 5", "at_most = 7"));
    let text = markdown(&diff.changes, &diff.locale).replace('\u{a0}', " ");
    assert!(text.contains("mål højst: 5 % → **7 %**"), "{text}");
    let read = before.clone().with(REPORT, "+++\n[readings]\nled = 7\n+++\n");
    let worse = read.diff(&read.clone().edit(REPORT, "led = 7", "led = 9"));
    let directions: Vec<_> = worse.changes.lines.iter().map(|line| line.direction).collect();
    assert_eq!(directions, [Some(fremdrift::summary::ChangeDirection::Worse)], "at most says which way");
}

#[test]
fn the_page_of_an_indicator_is_described_as_one() {
    assert!(with("").sound().page(PAGE).contains("content=\"Ledige: et måltal i Plan A.\""));
}
