//! Indicators with series: written in TOML, in CSV long and wide, shown as one, hidden one by one.

use fremdrift::{
    content::Audience,
    diag::Severity,
    git::{Completeness, Repository},
    history::GitPast,
    locale::Language,
    render::changes::markdown,
};

use crate::support::{Site, expect, git::Story};

const PAGE: &str = "planer/a/indikatorer/led.html";
const FILE: &str = "content/plans/a/indicators.toml";
const CSV: &str = "content/plans/a/indicators/led.csv";
const HEAD: &str = "[led]\ntitle = \"Ledige\"\nunit = \"%\"\ndirection = \"down\"\n";
const SERIES: &str = "[led.series]\n\"mænd\" = \"Mænd\"\nkvinder = \"Kvinder\"\n";

fn with(toml: &str) -> Site {
    Site::small().with(FILE, toml)
}

fn in_csv(csv: impl AsRef<[u8]>) -> Site {
    with(&format!("{HEAD}{SERIES}")).with(CSV, csv)
}

fn long() -> Site {
    in_csv("period;series;value\n2018;;5,3\n2018;mænd;6,1\n2018;kvinder;4,4\n2019;total;4,7\n2019;mænd;5,0\n")
}

/// The same in TOML: the last reading of women is not given.
fn in_toml() -> Site {
    with(&format!(
        "{HEAD}readings = {{ 2018 = \"5,3\", 2019 = \"4,7\" }}\n[led.series]\n\
         \"mænd\" = {{ title = \"Mænd\", readings = {{ 2018 = \"6,1\", 2019 = \"5,0\" }} }}\n\
         kvinder = {{ title = \"Kvinder\", readings = {{ 2018 = \"4,4\" }} }}\n"
    ))
}

fn page(site: &Site) -> String {
    site.sound().page(PAGE).to_owned()
}

#[test]
fn toml_and_both_forms_of_csv_say_the_same() {
    let wide = "period;total;mænd;kvinder\n2018;5,3;6,1;4,4\n2019;4,7;5,0;\n";
    let expected = page(&in_toml());
    assert!(expected.contains("Kvinder"));
    let (windows, _) = (encoded(wide), ());
    let comma = "period,total,mænd,kvinder\n2018,5.3,6.1,4.4\n2019,4.7,5.0,\n";
    let declared = |lines: &str, csv: Vec<u8>| in_csv(csv).append("site.toml", &format!("[csv]\n{lines}"));
    for (case, site) in [
        ("long", long()),
        ("wide", in_csv(wide)),
        ("columns in another order", in_csv("kvinder;period;mænd;total\n4,4;2018;6,1;5,3\n;2019;5,0;4,7\n")),
        ("a mark of its encoding", in_csv(format!("\u{feff}{wide}"))),
        ("as spreadsheets leave it", in_csv(format!("sep=;\nLedige i pct.\n\n{}\n;;;\n", wide.replace('\n', ";\r\n")))),
        ("Windows-1252", declared("encoding = \"windows-1252\"\n", windows)),
        ("commas", declared("delimiter = \",\"\ndecimal = \".\"\nthousands = \"\"\n", comma.into())),
    ] {
        assert_eq!(page(&site), expected, "{case}");
    }
    assert_eq!(long().diff(&in_csv(wide)).changes.lines.len(), 0, "and nothing has changed");
    assert_eq!(long().diff(&in_toml()).changes.lines.len(), 0, "and nothing has changed");
}

/// A text in Windows-1252; it has no letters but those that Latin-1 has.
fn encoded(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).expect("a letter of Latin-1")).collect()
}

#[test]
fn a_chart_has_one_axis_and_the_table_a_column_for_each() {
    let outcome = long().sound();
    let html = outcome.html(PAGE);
    let table = html.table("indicator-1-data");
    assert_eq!(table.columns, ["Dato", "I alt", "Mænd", "Kvinder"]);
    assert_eq!(table.row("2018").cells, ["2018", "5,3", "6,1", "4,4"]);
    assert_eq!(table.row("2019").cells, ["2019", "4,7", "5,0", ""]);
    let page = outcome.page(PAGE);
    assert!(page.contains("indicator-1-w-t") && !page.contains("indicator-2-w-t"), "one chart");
    for class in ["c-line c-actual", "c-line c-series-1", "c-point c-series-2"] {
        assert!(page.contains(class), "{class}");
    }
    assert!(!page.contains("c-line c-series-2"), "one reading makes no line");
    let rows = html.table("indicators");
    assert_eq!(rows.lead(), ["Ledige", "Mænd", "Kvinder"]);
    assert_eq!(rows.cell("Mænd", "Seneste måling"), "5,0 % 2019");
}

#[test]
fn the_headline_is_named_or_ones_own_or_the_first() {
    let lead = |toml: &str, csv: &str| with(toml).with(CSV, csv).sound().html(PAGE).table("indicator-1-data").columns;
    let columns = "period;mænd;kvinder\n2018;6,1;4,4\n2019;5,0;4,0\n";
    assert_eq!(lead(&format!("{HEAD}{SERIES}"), columns), ["Dato", "Mænd", "Kvinder"]);
    assert_eq!(lead(&format!("{HEAD}headline = \"kvinder\"\n{SERIES}"), columns), ["Dato", "Kvinder", "Mænd"]);
    let own = "period;mænd;kvinder;total\n2018;6,1;4,4;5,3\n2019;5,0;4,0;4,7\n";
    assert_eq!(lead(&format!("{HEAD}{SERIES}"), own), ["Dato", "I alt", "Mænd", "Kvinder"]);
    assert_eq!(lead(&format!("{HEAD}headline = \"mænd\"\n{SERIES}"), own), ["Dato", "Mænd", "I alt", "Kvinder"]);
    let title = page(&with(&format!("{HEAD}headline = \"kvinder\"\n{SERIES}")).with(CSV, columns));
    assert!(title.replace('\u{a0}', " ").contains("Ledige, Kvinder: faldet fra 4,4 til 4,0 %"));
}

/// A baseline and a target of all are no statement of the series that merely stands first, also where that which is named has no readings.
#[test]
fn a_series_is_held_against_the_target_where_it_is_the_headline() {
    let aims = "baseline = { value = 9, date = 2017 }\ntarget = { value = \"5,5\", date = 2019 }\n";
    let said = |toml: &str, csv: &str| {
        let outcome = with(&format!("{HEAD}{aims}{toml}{SERIES}")).with(CSV, csv).sound();
        let told = outcome.html(PAGE).table("indicator-1-data").rows.iter().map(|row| row.cells[0].clone()).collect();
        let page = outcome.page(PAGE).replace('\u{a0}', " ");
        (page.contains("faldet fra 9"), page.contains("Målet på 5,5 % er nået"), page.contains("Mål 5,5 %"), told)
    };
    let columns = "period;mænd;kvinder\n2018;6,1;4,4\n2019;5,0;4,0\n";
    let years = |years: &[&str]| years.iter().map(|year| (*year).to_owned()).collect::<Vec<String>>();
    let held = (true, true, true, years(&["2017", "2018", "2019"]));
    let drawn = (false, false, true, years(&["2018", "2019"]));
    assert_eq!(said("", columns), drawn, "nobody named it");
    assert_eq!(said("headline = \"mænd\"\n", columns), held);
    assert_eq!(said("", "period;mænd;total\n2018;6,1;6,0\n2019;5,0;5,1\n"), held, "its own readings");
    assert_eq!(said("headline = \"kvinder\"\n", "period;mænd\n2018;6,1\n2019;5,0\n"), drawn, "another is named");
}

/// A hundred series over twelve years.
fn hundred() -> Site {
    let series: String = (0..100).map(|nth| format!("s{nth:02} = \"Kommune {nth}\"\n")).collect();
    let head: String = (0..100).map(|nth| format!(";s{nth:02}")).collect();
    let row = |year: u32| {
        let cells: String = (0..100).map(|nth| format!(";{}", 20 + nth * 7 % 100 + year % 3)).collect();
        format!("{year};50{cells}\n")
    };
    let rows: String = (2008..2020).map(row).collect();
    with(&format!("{HEAD}[led.series]\n{series}")).with(CSV, format!("period;total{head}\n{rows}"))
}

#[test]
fn of_a_hundred_series_a_few_are_drawn_and_all_are_in_the_table() {
    let outcome = hundred().sound();
    let (html, page) = (outcome.html(PAGE), outcome.page(PAGE).replace('\u{a0}', " "));
    let table = html.table("indicator-1-data");
    assert_eq!((table.rows.len(), table.columns.len()), (101, 13));
    assert_eq!(table.rows[0].cells[0], "I alt");
    // 43 · 7 is the last but one below 100 · n, 0 the least: of the others the two highest and the two lowest.
    let svg = &page[page.find("aria-labelledby=\"indicator-1-w-t").expect("a chart")..];
    let svg = &svg[..svg.find("</svg>").expect("its end")];
    for name in ["I alt", "Kommune 0", "Kommune 43", "Kommune 57", "Kommune 14"] {
        assert!(svg.contains(&format!(">{name}<")), "{name}");
    }
    assert_eq!(svg.matches(">Kommune ").count(), 4);
    assert!(page.contains("5 af 101 linjer er tegnet"), "the caption says so");
    assert_eq!(html.table("indicators").lead(), ["Ledige"]);
    let region = html.every().into_iter().find(|part| part.is("scrolls")).expect("the table scrolls by itself");
    assert_eq!(region.attribute("tabindex"), Some("0"));
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_its_cure() {
    let toml = format!("{HEAD}readings = {{ 2017 = \"5,9\" }}\n{SERIES}");
    for (csv, code, place, said) in [
        ("period;total;mand\n2018;5,3;6,1\n", "unknown-series", (1, 14), "`mænd`"),
        ("period;series;value\n2018;børn;4,4\n", "unknown-series", (2, 6), "[led.series]"),
        ("period;mænd;kvinder;mænd\n2018;1;2;3\n", "series-twice", (1, 21), "behold"),
        ("period;total;\"m/k\"\n2018;5,3;6,1\n", "not-an-id", (1, 14), ""),
        ("period;series;value;kilde\n2018;mænd;6,1;DST\n", "unknown-reading-column", (1, 21), "period, series"),
        ("period;series;value\n2018;mænd;6,1\n2018;mænd;6,2\n", "reading-twice", (3, 11), "behold"),
        ("period;total\n2017;5,8\n", "reading-twice", (2, 6), "behold"),
        ("år;mænd\n2018;6,1\n", "csv-without-period", (1, 1), "period;value"),
        ("period\n2018\n", "csv-without-period", (1, 1), "period;value"),
        ("period;mænd\n31-12-2018;6,1\n", "not-a-period", (2, 1), "2018-12-31"),
        ("period;mænd\n;6,1\n", "not-a-period", (2, 1), ""),
        ("period;mænd\n2018;n/a\n", "not-an-amount", (2, 6), ""),
        ("period;mænd\n2018;6.1\n", "foreign-decimal", (2, 6), "6,1"),
        ("period;mænd\n2018;1,234\n", "csv-undeclared", (2, 6), "[csv]"),
        ("period;mænd\n2018;4 personer\n", "units-differ", (2, 6), ""),
        ("period;mænd\n2018;6,1;7\n", "csv-ragged", (2, 1), ""),
        ("period;visibility;mænd\n2018;closed;6,1\n", "mark-in-csv", (1, 8), ""),
    ] {
        let built = with(&toml).with(CSV, csv).check();
        let found: Vec<_> = built.findings.iter().filter(|found| found.severity == Severity::Error).collect();
        let [found] = found.as_slice() else { panic!("{csv}: {found:#?}") };
        assert_eq!((found.code, found.line, found.column), (code, place.0, place.1), "{csv}");
        assert_eq!(found.path.as_str(), CSV);
        assert!(expect::show(found).contains(said), "{csv}: {}", expect::show(found));
        let english = with(&toml).with(CSV, csv).messages(Language::English).check();
        assert_ne!(english.findings[0].message, found.message, "{csv}");
    }
    let site = with("[andet]\ntitle = \"Andet\"\n").with(CSV, "period;mænd\n2018;6,1\n");
    let found: Vec<_> = site.check().findings.into_iter().map(|found| found.code).collect();
    assert_eq!(found, ["unknown-indicator"], "once, whatever its series");
    let readings = "+++\n[readings]\nlex = { series = { a = 3, b = 4 } }\nley = { series = { a = 3, b = 4 } }\n+++\n";
    let site = with("[andet]\ntitle = \"Andet\"\n").with("content/plans/a/updates/2020-06-30/index.md", readings);
    let found: Vec<_> = site.check().findings.into_iter().map(|found| (found.code, found.line)).collect();
    assert_eq!(found, [("unknown-indicator", 3), ("unknown-indicator", 4)], "each once, whatever its series");
}

#[test]
fn what_is_wrong_in_toml_is_told_too() {
    let report = "content/plans/a/updates/2020-06-30/index.md";
    let reading =
        |lines: &str| with(&format!("{HEAD}{SERIES}")).with(report, format!("+++\n[readings]\n{lines}\n+++\n"));
    for (site, code, place) in [
        (with(&format!("{HEAD}{SERIES}total = \"I alt\"\n")), "total-is-no-series", (FILE, 8)),
        (with(&format!("{HEAD}headline = \"boern\"\n{SERIES}")), "unknown-series", (FILE, 5)),
        (reading("led = { value = 4, series = { boern = 3 } }"), "unknown-series", (report, 3)),
        (reading("led = { date = 2020-03-01, series = { kvinder = 3 } }"), "missing-key", (report, 3)),
        (reading("led = {}"), "missing-key", (report, 3)),
    ] {
        let built = site.check();
        let found: Vec<_> = built.findings.iter().filter(|found| found.severity == Severity::Error).collect();
        let [found] = found.as_slice() else { panic!("{code}: {found:#?}") };
        assert_eq!((found.code, (found.path.as_str(), found.line)), (code, place));
    }
    let outcome = reading("led = { series = { kvinder = { value = 3, note = \"Kun kvinder\" } } }").sound();
    assert!(outcome.page(PAGE).contains("Kun kvinder"));
}

const REPORTED: &str = "content/plans/a/updates/2020-06-30/led.csv";

#[test]
fn what_is_read_in_a_report_may_stand_in_a_csv_file_beside_it() {
    let index = "content/plans/a/updates/2020-06-30/index.md";
    let site = long;
    let by_hand = site().with(
        index,
        "+++\n[readings]\nled = { value = \"4,6\", series = { \"mænd\" = \"4,8\", kvinder = \"4,3\" } }\n+++\n",
    );
    let expected = page(&by_hand);
    assert!(expected.contains("4,8") && expected.contains("4,3"));
    for (case, csv) in [
        ("a column for each", "total;mænd;kvinder\n4,6;4,8;4,3\n"),
        ("by their titles", "Kvinder;Mænd;Ledige\n4,3;4,8;4,6\n"),
        ("a row for each", "series;value\n;4,6\nmænd;4,8\nkvinder;4,3\n"),
        ("a row for each, by their titles", "series;value\nLedige;4,6\nMænd;4,8\nKVINDER;4,3\n"),
        ("with the date", "period;total;mænd;kvinder\n2020-06-30;4,6;4,8;4,3\n"),
        ("with the date in words", "period;series;value\n30. juni 2020;;4,6\n2020-06-30;mænd;4,8\n;kvinder;4,3\n"),
    ] {
        let of_file = site().with(REPORTED, csv);
        assert_eq!(page(&of_file), expected, "{case}");
        assert_eq!(by_hand.diff(&of_file).changes.lines.len(), 0, "{case}: nothing has changed");
    }
    // Of another date, and beside what the report says by hand.
    let both = by_hand.clone().with(REPORTED, "period;total\n2020-03;4,9\n");
    let table = both.sound().html(PAGE).table("indicator-1-data");
    assert_eq!(table.cell("Marts 2020", "I alt"), "4,9");
    assert_eq!(table.cell("30. juni 2020", "I alt"), "4,6");
    // What changes in it is told as of any reading.
    let later = site().with(REPORTED, "total;mænd;kvinder\n4,6;4,8;4,0\n");
    let lines = by_hand.diff(&later).changes.lines;
    assert_eq!(lines.len(), 1, "{lines:#?}");
    // A report that is not out yet is not told of.
    let early = site().with(REPORTED, "total\n77,7\n").as_of("2020-06-29");
    assert_eq!(early.build().traces("77,7"), Vec::<String>::new());
}

#[test]
fn mistakes_in_the_file_of_a_report_have_their_place() {
    let index = "content/plans/a/updates/2020-06-30/index.md";
    let by_hand = "+++\n[readings]\nled = { value = \"4,6\", series = { kvinder = \"4,3\" } }\n+++\n";
    for (csv, code, place) in [
        ("total;kvinder\n4,6;\n", "reading-twice", (2, 1)),
        ("series;value\nkvinder;4,3\n", "reading-twice", (2, 9)),
        ("total\n4,1\n4,2\n", "reading-twice", (3, 1)),
        ("mænd;børn\n5,0;3,1\n", "unknown-series", (1, 6)),
        ("period;børn\n2018;3,1\n2019;3,2\n", "unknown-series", (1, 8)),
        ("period;mænd\ni går;5,0\n", "not-a-period", (2, 1)),
        ("mænd\n5.0\n", "foreign-decimal", (2, 1)),
        ("visibility;mænd\nclosed;5,0\n", "mark-in-csv", (1, 1)),
    ] {
        let hand = if csv.starts_with("total\n") { "" } else { by_hand };
        let findings = long().with(index, hand).with(REPORTED, csv).check().findings;
        let found: Vec<_> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
        let [only] = found.as_slice() else { panic!("{csv}: {findings:#?}") };
        assert_eq!((only.code, (only.line, only.column)), (code, place), "{csv}");
    }
    let misspelt = long().with("content/plans/a/updates/2020-06-30/ledd.csv", "total\n4,1\n").check();
    let [finding] = misspelt.findings.as_slice() else { panic!("{:#?}", misspelt.findings) };
    assert_eq!(finding.code, "unknown-table");
    assert!(finding.help.as_deref().is_some_and(|help| help.contains("mente du `led`")), "{finding:#?}");
}

#[test]
fn an_indicator_declares_how_its_own_files_are_written() {
    let plain = long().with(REPORTED, "mænd;kvinder\n4,8;4,3\n");
    let expected = page(&plain);
    let declared = |toml: &str, older: &[u8], reported: &[u8]| {
        with(&format!("{HEAD}[led.csv]\n{toml}\n{SERIES}")).with(CSV, older).with(REPORTED, reported)
    };
    let export = "Udtræk 1. juli\n\nHentet,ÅR,Køn,Procent\nx,2018,,5.3\nx,2018,Mænd,6.1\nx,2018,Kvinder,4.4\nx,2019,,4.7\nx,2019,Mænd,5.0\n";
    let keys = "delimiter = \",\"\ndecimal = \".\"\nthousands = \"\"\nhead = 3\nignore = [\"hentet\"]\n\
                heads = { period = \"År\", series = \"Køn\", value = \"Procent\" }\n";
    let reported = "Udtræk 1. juli\n\nKøn,Procent,Hentet\nMænd,4.8,x\nKvinder,4.3,x\n";
    let windows = format!("encoding = \"windows-1252\"\n{keys}");
    for (case, site) in [
        ("an export", declared(keys, export.as_bytes(), reported.as_bytes())),
        ("in Windows-1252", declared(&windows, &encoded(export), &encoded(reported))),
        // What the site declares of the exports of tables does not concern it.
        (
            "beside the site's",
            declared(keys, export.as_bytes(), reported.as_bytes())
                .append("site.toml", "[csv]\nhead = 5\nheads = { row = \"Køn\" }\nignore = [\"Procent\"]\n"),
        ),
        (
            "over the site's",
            with(&format!("{HEAD}[led.csv]\ndelimiter = \";\"\ndecimal = \",\"\n{SERIES}"))
                .with(CSV, "period;total;mænd;kvinder\n2018;5,3;6,1;4,4\n2019;4,7;5,0;\n")
                .with(REPORTED, "mænd;kvinder\n4,8;4,3\n")
                .append("site.toml", "[csv]\ndelimiter = \",\"\ndecimal = \".\"\n"),
        ),
    ] {
        assert_eq!(page(&site), expected, "{case}");
    }
    // A table of the same name has the file of a report.
    let table = plain.with("content/plans/a/tables/led.toml", "title = \"Led\"\n[columns]\nactual = {}\n");
    assert!(table.codes().contains(&"csv-without-row"));
    // What is wrong in the declaration is told where it stands.
    let wrong = declared("delimiter = \"semikolon\"\nhead = 0\n", b"period;value\n2018;5\n", b"total\n5\n").check();
    let said: std::collections::BTreeSet<String> = wrong.findings.iter().map(expect::show).collect();
    assert!(said.iter().any(|line| line.contains("not-a-sign") && line.contains("indicators.toml:6")), "{said:#?}");
    assert!(said.iter().any(|line| line.contains("not-a-line") && line.contains("indicators.toml:7")), "{said:#?}");
}

/// A site with a series that has the figure 77,7 wherever a figure can stand.
fn secret(mark: &str) -> Site {
    with(&format!(
        "{HEAD}[led.series]\nkvinder = \"Kvinder\"\n[led.series.hemmelige]\ntitle = \"Hemmelige\"\n{mark}\
         baseline = {{ date = \"2015\", value = \"77,7\" }}\nreadings = {{ 2016 = {{ value = \"77,7\", note = \"Hemmelige tal\" }} }}\n\
         missing = {{ 2014 = \"Hemmeligt hul\" }}\n"
    ))
    .with(CSV, "period;kvinder;hemmelige\n2018;4,4;77,7\n2019;4,1;77,7\n")
    .with("content/plans/a/updates/2020-03-31/led.csv", "Kvinder;Hemmelige\n4,2;77,7\n")
    .with(
        "content/plans/a/updates/2020-06-30/index.md",
        "+++\n[readings.led]\nseries = { kvinder = \"4,0\", hemmelige = { value = \"77,7\", note = \"Hemmelig måling\" } }\n+++\n",
    )
}

#[test]
fn a_series_is_hidden_wherever_it_stands() {
    for (mark, audience) in [
        ("visibility = \"closed\"\n", Audience::Internal),
        ("visibility = \"internal\"\n", Audience::Public),
        ("embargo = 2030-01-01\n", Audience::Internal),
    ] {
        let outcome = secret(mark).audience(audience).build();
        assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
        for word in ["hemmelig", "77,7", "77.7"] {
            assert_eq!(outcome.traces(word), Vec::<String>::new(), "{mark}");
        }
        assert!(outcome.page(PAGE).contains("Kvinder"));
        let diff = secret(mark).audience(audience).diff(&secret(mark).audience(audience).edit(CSV, "77,7\n", "78\n"));
        assert_eq!(diff.changes.lines.len(), 0, "{mark}");
    }
    let open = secret("").sound();
    assert!(!open.traces("77,7").is_empty() && !open.traces("hemmelige").is_empty());
    let internal = secret("visibility = \"internal\"\n").audience(Audience::Internal).sound();
    assert!(!internal.traces("hemmelig måling").is_empty());
}

#[test]
fn an_indicator_is_hidden_with_its_series() {
    let closed = "title = \"Ledige\"\nvisibility = \"closed\"\n";
    let site = secret("").edit(FILE, "title = \"Ledige\"\n", closed);
    let outcome = site.build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    for word in ["hemmelig", "77,7", "kvinder", "4,4"] {
        assert_eq!(outcome.traces(word), Vec::<String>::new());
    }
    let of_measure = secret("").edit(FILE, "title = \"Ledige\"\n", "title = \"Ledige\"\nmeasure = \"01\"\n").edit(
        "content/plans/a/measures/01.md",
        "title = \"Takster\"",
        "title = \"Takster\"\nvisibility = \"closed\"",
    );
    let outcome = of_measure.build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    assert_eq!(outcome.traces("77,7"), Vec::<String>::new());
}

#[test]
fn a_change_is_told_of_the_series() {
    let after = long().edit(CSV, "mænd;5,0", "mænd;5,2");
    let diff = long().diff(&after);
    let text = markdown(&diff.changes, &diff.locale).replace('\u{a0}', " ");
    assert!(text.contains("Ledige: Mænd") && text.contains("5,0 %") && text.contains("5,2 %"), "{text}");
    let (formerly, new) = ("\"mænd\" = \"Mænd\"", "mandlige = { title = \"Mænd\", formerly = [\"mænd\"] }");
    let renamed = long().edit(FILE, formerly, new);
    let renamed =
        renamed.with(CSV, String::from_utf8(long().files()[CSV].clone()).expect("text").replace("mænd", "mandlige"));
    let diff = long().diff(&renamed);
    let kinds: Vec<&str> = diff.changes.lines.iter().map(|line| line.change).collect();
    assert_eq!(kinds, ["renamed"], "{}", markdown(&diff.changes, &diff.locale));
    // Its indicator has a new id, and so has each of its series.
    let whole =
        long().edit(FILE, "[led]\n", "[ledige]\nformerly = [\"led\"]\n").edit(FILE, "[led.series]", "[ledige.series]");
    let whole = whole.without(CSV).with("content/plans/a/indicators/ledige.csv", long().files()[CSV].clone());
    let diff = long().diff(&whole);
    let kinds: Vec<&str> = diff.changes.lines.iter().map(|line| line.change).collect();
    assert_eq!(kinds, ["renamed"; 3], "{}", markdown(&diff.changes, &diff.locale));
}

#[test]
fn small_counts_and_personal_numbers_are_looked_for_in_series() {
    let site = long().edit(FILE, "unit = \"%\"", "unit = \"børn\"").with(CSV, "period;total;mænd\n2018;50;3\n");
    let found: Vec<_> = site.check().findings.into_iter().map(|found| (found.code, found.line)).collect();
    assert_eq!(found, [("small-count", 2)]);
    let site = in_csv("period;total;mænd\n2018;50;010190-1234\n");
    assert!(site.check().findings.iter().any(|found| found.code == "personal-number"));
}

#[test]
fn what_is_read_later_than_the_date_of_the_site_is_not_shown() {
    let site = in_csv("period;total;mænd\n2018;5,3;6,1\n2019;5,2;6,0\n2021;88,8;88,9\n");
    let outcome = site.sound();
    assert_eq!(outcome.traces("88,8"), Vec::<String>::new());
    assert_eq!(site.diff(&site.clone().edit(CSV, "88,9", "99")).changes.lines.len(), 0);
}

#[test]
fn an_older_report_does_not_know_what_a_file_says_of_later() {
    let report = |year: &str| format!("content/plans/a/updates/{year}/index.md");
    let site = in_csv("period;total;mænd\n2016;7,1;7,2\n2017;6,1;6,2\n2019;5,1;5,2\n");
    let site = site
        .with(&report("2017"), "+++\nlevel = \"Alt OK\"\n+++\n")
        .with(&report("2018"), "+++\nlevel = \"Alt OK\"\n+++\n");
    let outcome = site.sound();
    let latest =
        |page: &str| outcome.html(page).table("indicators").cell("Ledige", "Seneste måling").replace('\u{a0}', " ");
    assert_eq!(latest("planer/a/2017.html"), "6,1 % 2017");
    assert_eq!(latest("planer/a/2018.html"), "6,1 % 2017");
    assert_eq!(latest("planer/a/2020-06-30.html"), "5,1 % 2019", "the latest report stands beside all that is known");
    assert_eq!(outcome.html(PAGE).table("indicator-1-data").lead().join(" "), "2016 2017 2019");
}

#[test]
fn the_past_of_a_series_is_withheld_under_its_own_id() {
    let traces = |redact: &str| {
        let now = long().append(
            "site.toml",
            &format!(
                "[history]
redact = [{redact}]
"
            ),
        );
        let before = now.clone().edit(CSV, "mænd;5,0", "mænd;66,6").edit(CSV, "kvinder;4,4", "kvinder;77,7");
        let repo = Story::default().commit("2020-06-01", &before).commit("2020-06-02", &now).told();
        let repository = Repository::discover(repo.path(), Completeness::Required).expect("readable").expect("one");
        let head = repository.head().expect("readable").expect("a commit");
        let outcome = now.build_with(&GitPast { repository: &repository, head, kept: None });
        ["66,6", "77,7"].map(|was| !outcome.traces(was).is_empty())
    };
    assert_eq!(traces(""), [true, true], "history says what was corrected");
    assert_eq!(traces("\"a/led/mænd\""), [false, true]);
    assert_eq!(traces("\"a/led\""), [false, false]);
}

#[test]
fn an_author_chooses_the_series_that_are_drawn() {
    let series: String = (1..=8).map(|nth| format!("s{nth} = \"Serie {nth}\"\n")).collect();
    let head: String = (1..=8).map(|nth| format!(";s{nth}")).collect();
    let cells = |least: u32| (1..=8).map(|nth| format!(";{}", least + 10 * nth)).collect::<String>();
    let with = |shown: &str| {
        Site::small()
            .with(
                "content/plans/a/indicators.toml",
                format!("[a]\ntitle = \"A\"\nunit = \"huller\"\n{shown}\n[a.series]\n{series}"),
            )
            .with(
                "content/plans/a/indicators/a.csv",
                format!("period;total{head}\n2018;50{}\n2019;52{}\n", cells(5), cells(7)),
            )
    };
    let keys = |site: &Site| -> Vec<String> {
        let outcome = site.build();
        assert_eq!(outcome.codes(), [""; 0]);
        let page = outcome.page("planer/a/indikatorer/a.html").replace('\u{a0}', " ");
        let figure = &page[page.find("<figcaption").expect("a chart")..page.find("</figure>").expect("its end")];
        (1..=8).filter(|nth| figure.contains(&format!(">Serie {nth}<"))).map(|nth| nth.to_string()).collect()
    };
    assert_eq!(keys(&with("")), ["1", "2", "7", "8"], "the highest and the lowest");
    assert_eq!(keys(&with("shown = [\"s3\", \"s5\"]")), ["3", "5"]);
    let page = with("shown = [\"s3\", \"s5\"]").build().page("planer/a/indikatorer/a.html").to_owned();
    assert!(page.contains("3 af 9 linjer er tegnet; tabellen har alle"), "{page}");
    for (shown, code) in
        [("[\"s9\"]", "unknown-series"), ("[\"s1\", \"s2\", \"s3\", \"s4\", \"s5\", \"s6\"]", "too-many-shown")]
    {
        assert_eq!(with(&format!("shown = {shown}")).codes(), [code], "{shown}");
    }
}
