//! What is written is shown, and nothing is said that is not written.

use crate::support::{Outcome, Site, html::Table};

const PLAN: &str = "planer/a/index.html";

/// A plan with measures of these numbers, each with lines of front matter, and one report.
fn plan(measures: &[(&str, &str)]) -> Site {
    let site =
        Site::small().without("content/plans/a/measures/01.md").without("content/plans/a/updates/2020-06-30/01.md");
    let file = |number: &str| format!("content/plans/a/measures/{number}.md");
    let measure =
        |number: &str, lines: &str| format!("+++\nnumber = \"{number}\"\ntitle = \"T{number}\"\n{lines}\n+++\n");
    let site = site.with("content/plans/a/updates/2020-06-30/index.md", "Et halvt år er gået.\n");
    measures.iter().fold(site, |site, (number, lines)| site.with(&file(number), measure(number, lines)))
}

/// Returns what stands above a table: its caption and note.
fn caption(outcome: &Outcome, page: &str, table: &str) -> String {
    outcome.html(page).by_id(&format!("{table}-name")).text()
}

fn measures(outcome: &Outcome) -> Table {
    outcome.html(PLAN).table("measures-table")
}

/// Returns the names of a table's rows, from top to bottom.
fn names(table: &Table) -> Vec<&str> {
    table.rows.iter().map(|row| row.cells.get(1).or(row.cells.first()).map_or("", String::as_str)).collect()
}

#[test]
fn what_lies_below_stands_in_the_section_of_the_nearest_that_names_one() {
    let sections = "unit = \"mio. kr.\"\nsections = [\"Drift\", \"Anlæg\"]";
    let shown = |all: &[(&str, &str)]| {
        let site = plan(all).edit("content/plans/a/plan.md", "unit = \"mio. kr.\"", sections);
        names(&measures(&site.build())).join(" ")
    };
    let (drift, plant) = ("section = \"Drift\"", "section = \"Anlæg\"");
    assert_eq!(shown(&[("1", drift), ("1.1", ""), ("1.1.1", ""), ("1.1.2", "")]), "Drift T1 T1.1 T1.1.1 T1.1.2");
    assert_eq!(shown(&[("1", drift), ("1.1", ""), ("1.1.1", ""), ("1.1.1.1", "")]), "Drift T1 T1.1 T1.1.1 T1.1.1.1");
    // A level is left out: what lies below hangs on the next above.
    assert_eq!(shown(&[("1", plant), ("1.1.1", ""), ("2", drift), ("2.1.1", "")]), "Drift T2 T2.1.1 Anlæg T1 T1.1.1");
    // The nearest wins, not the topmost.
    assert_eq!(shown(&[("1", drift), ("1.1", plant), ("1.1.1", "")]), "Drift T1 Anlæg T1.1 T1.1.1");
    assert_eq!(shown(&[("1", ""), ("1.1", ""), ("1.1.1", drift)]), "T1 T1.1 Drift T1.1.1");
    assert_eq!(shown(&[("2.a", drift), ("2.a.1", ""), ("2.a.1.b", "")]), "Drift T2.a T2.a.1 T2.a.1.b");
}

#[test]
fn a_child_without_a_figure_counts_as_what_lies_below_it() {
    let required = |text: &str| format!("required = \"{text}\"");
    let built = |top: &str| {
        let (top, one, two, three) = (required(top), required("2,0"), required("3,0"), required("5,0"));
        plan(&[("1", &top), ("1.1", ""), ("1.1.1", &one), ("1.1.2", &two), ("1.2", &three)]).build()
    };
    assert!(built("10,0").codes().iter().all(|code| *code != "stated-differs"));
    assert_eq!(measures(&built("10,0")).cell("T1", "Sparekrav"), "10,0");
    let wrong = built("11,0");
    assert!(wrong.codes().contains(&"stated-differs"));
    assert!(measures(&wrong).cell("T1", "Sparekrav").contains("beregnet 10,0"));
}

#[test]
fn a_decision_waits_until_the_day_on_which_it_is_taken() {
    let page = |report: &str, lines: &str| {
        let site =
            Site::small().without("content/plans/a/measures/01.md").without("content/plans/a/updates/2020-06-30/01.md");
        let site = site.with(&format!("content/plans/a/updates/{report}/index.md"), "Ord.\n");
        let site = site.with("content/plans/a/updates/2020-06-30/index.md", "Andre ord.\n");
        let site = site.with("content/plans/a/milestones.toml", format!("[decisions.1]\ntitle = \"Spar\"\n{lines}\n"));
        let outcome = site.build();
        let html = outcome.html(&format!("planer/a/{report}.html"));
        let tiles = html.every().into_iter().find(|element| element.is("tiles")).map(|tiles| tiles.text());
        (tiles.unwrap_or_default(), html.table("decisions-table").cell("Spar", "Status").to_owned())
    };
    for (report, lines, waiting, state) in [
        ("2020-03-31", "decided = 2020-05-18", "1", "Afventer"),
        ("2020-03-31", "decided = 2020-03-31", "0", "Truffet"),
        ("2020-03-31", "decided = 2020-04-01", "1", "Afventer"),
        ("2020-03", "decided = \"2020-Q2\"", "1", "Afventer"),
        ("2020-Q1", "decided = \"2020-01\"", "0", "Truffet"),
        ("2020-03-31", "due = 2020-09-01", "1", "Afventer"),
    ] {
        let (tile, cell) = page(report, lines);
        assert!(tile.ends_with(&format!("{waiting} af 1")), "{report} {lines}: {tile}");
        assert_eq!(cell, state, "{report} {lines}");
    }
}

#[test]
fn a_table_says_what_its_amounts_count_in_only_where_it_has_some() {
    let noted = |lines: &str| caption(&plan(&[("1", lines)]).build(), PLAN, "measures-table");
    assert!(!noted("").contains("Beløb"), "{}", noted(""));
    assert!(!noted("due = 2020-12-31").contains("Beløb"));
    assert!(noted("required = \"2,5\"").contains("Beløb i mio. kr."));
    assert!(noted("required = \"-\"").contains("Beløb i mio. kr."), "nil is a figure");
    let table = |columns: &str, cells: &str| {
        let site = plan(&[]).with("content/plans/a/tables/t.toml", format!("title = \"T\"\n{columns}\n"));
        let site = site.with("content/plans/a/updates/2020-06-30/t.csv", format!("row;label;{cells}\n"));
        caption(&site.build(), PLAN, "table-t")
    };
    assert!(table("[columns.forecast]", "forecast\na;A;2,5").contains("Beløb i mio. kr."));
    let words = "[columns.who]\ntitle = \"Hvem\"\ntext = true";
    assert!(!table(words, "who\na;A;chefen").contains("Beløb"));
    let share = "[columns.share]\ntitle = \"Andel\"\nunit = \"%\"";
    assert!(!table(share, "share\na;A;25").contains("Beløb"));
    assert!(!table("[columns.forecast]", "forecast\na;A;").contains("Beløb"), "an empty column has no amounts");
}

#[test]
fn a_forecast_is_not_called_achieved() {
    let told = |figures: &str| {
        let site = Site::small()
            .with("content/plans/a/updates/2020-06-30/01.md", format!("+++\nlevel = \"ok\"\n{figures}\n+++\nOrd.\n"));
        let found = site.check().findings;
        found.into_iter().find(|found| found.code == "green-but-behind").map(|found| found.message).unwrap_or_default()
    };
    let achieved = "men har kun nået";
    let expected = "men forventes kun at nå";
    assert!(told("achieved = \"0,25\"").contains(&format!("{achieved} 0,25")), "{}", told("achieved = \"0,25\""));
    assert!(told("forecast = \"0,25\"").contains(&format!("{expected} 0,25")));
    assert!(told("forecast = \"ca. 0,25\"").contains(&format!("{expected} ca.\u{a0}0,25")));
    assert!(told("achieved = \"ca. 0,25\"").contains(&format!("{achieved} ca.\u{a0}0,25")));
    // Where both are there, what was achieved is told.
    assert!(told("achieved = \"0,25\"\nforecast = \"0,50\"").contains(&format!("{achieved} 0,25")));
    for fine in ["forecast = \"1,25\"", "achieved = \"1,25\"", "forecast = \"-\"", "achieved = \"-\""] {
        assert_eq!(told(fine), "", "{fine}");
    }
}

/// Returns the notes below a table, as they are read.
fn notes(outcome: &Outcome, page: &str, table: &str) -> Vec<String> {
    let html = outcome.html(page);
    let items = html.every().into_iter().filter(|part| part.name == "li");
    let own = items.filter(|item| item.attribute("id").is_some_and(|id| id.starts_with(&format!("{table}-note-"))));
    own.map(|item| item.text().replace('\u{a0}', " ")).collect()
}

#[test]
fn a_note_of_a_report_stands_below_every_table_its_mark_is_in() {
    let index = "+++\n[notes]\n\"*\" = \"Overført.\"\n\"**\" = \"Foreløbigt.\"\n\"***\" = \"Skøn.\"\n[readings]\nantal = \"5,9**\"\n+++\n";
    let site = plan(&[("1", "required = \"2,0\"")])
        .with(
            "content/plans/a/updates/2020-06-30/index.md",
            index.replace("[readings]", "[stated]\nachieved = \"1,0***\"\n[readings]"),
        )
        .with("content/plans/a/indicators.toml", "[antal]\ntitle = \"Antal\"\nunit = \"stk\"\n")
        .with("content/plans/a/tables/t.toml", "title = \"T\"\n[columns.forecast]\n")
        .with(
            "content/plans/a/updates/2020-06-30/t.csv",
            "row;label;forecast\na;Søges overført*;36,9\nb;Andet;1,0**\n",
        );
    let outcome = site.build();
    assert_eq!(outcome.codes(), [""; 0]);
    for page in [PLAN, "planer/a/2020-06-30.html"] {
        assert_eq!(notes(&outcome, page, "table-t"), ["* Overført.", "** Foreløbigt."], "{page}");
        assert_eq!(notes(&outcome, page, "indicators"), ["** Foreløbigt."], "{page}");
        assert_eq!(notes(&outcome, page, "measures-table"), ["*** Skøn."], "{page}");
    }
}

#[test]
fn a_mark_is_explained_by_the_report_that_gave_its_figure() {
    let note = |words: &str| format!("+++\n[notes]\n\"*\" = \"{words}\"\n+++\n");
    let achieved = |text: &str| format!("+++\nachieved = \"{text}\"\n+++\n");
    let site = plan(&[("1", "required = \"2,0*\""), ("2", "required = \"3,0\"")])
        .edit("content/plans/a/plan.md", "unit =", "notes = { \"*\" = \"Af planen.\" }\nunit =")
        .with("content/plans/a/updates/2020-03-31/index.md", note("Af marts."))
        .with("content/plans/a/updates/2020-03-31/1.md", achieved("1,0*"))
        .with("content/plans/a/updates/2020-06-30/index.md", note("Af juni."))
        .with("content/plans/a/updates/2020-06-30/2.md", achieved("1,5*"));
    let outcome = site.build();
    assert!(outcome.built.counts.errors == 0, "{:#?}", outcome.built.findings);
    // Three things are meant by one mark: each has its own.
    let table = measures(&outcome);
    let figures = [table.cell("T1", "Sparekrav"), table.cell("T1", "Opnået"), table.cell("T2", "Opnået")];
    let told = notes(&outcome, PLAN, "measures-table");
    let words = ["Af planen.", "Af marts.", "Af juni."];
    for (figure, words) in figures.iter().zip(words) {
        let mark = figure.trim_start_matches(|sign: char| sign != '*');
        assert!(told.contains(&format!("{mark} {words}")), "{figure}: {told:?}");
    }
    // In March two were meant, and in an old report the newer one is not known.
    let march = notes(&outcome, "planer/a/2020-03-31.html", "measures-table");
    assert!(march.len() == 2 && !march.iter().any(|note| note.contains("juni")), "{march:?}");
    // A measure's own page says of each report what its mark means.
    let page = outcome.html("planer/a/1.html").text();
    assert!(page.contains("* Af marts.") && !page.contains("Af juni."), "{page}");
}

/// A site with a budget of two committees, as rows of a figure table.
fn budget(rows: &str) -> Outcome {
    Site::small()
        .with(
            "content/committees.toml",
            "[USB]\nname = \"Socialudvalget\"\n[BFU]\nname = \"Børneudvalget\"\n[BYR]\nname = \"Byrådet\"\n",
        )
        .with(
            "content/plans/b/plan.md",
            "+++\ntitle = \"Budget\"\nkind = \"budget\"\ncommittee = \"BYR\"\nunit = \"mio. kr.\"\n+++\n",
        )
        .with("content/plans/b/tables/t.toml", "title = \"Resultat\"\n[columns.forecast]\n")
        .with(
            "content/plans/b/updates/2020-06-30/t.csv",
            format!("row;label;kind;of;formula;committee;forecast\n{rows}"),
        )
        .build()
}

#[test]
fn a_committee_finds_headings_parts_and_sums_of_its_rows() {
    let of = |rows: &str, committee: &str| {
        let outcome = budget(rows);
        assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
        let page = outcome.html(&format!("udvalg/{committee}.html"));
        if !page.has_id("table-t") {
            return String::new();
        }
        let table = page.table("table-t");
        let names = table.rows.iter().skip(1).map(|row| row.cells[0].as_str());
        names
            .map(|name| if name.starts_with("Udvalgets egne rækker") { "…" } else { name })
            .collect::<Vec<_>>()
            .join(", ")
    };
    let two = "h1;Drift;heading;;;;\nd;Skoler;;;;BFU;768,2\ns;Social;;;;USB;100,0\nh2;Anlæg;heading;;;;\na;Bygninger;;;;BFU;20,8\n";
    assert_eq!(of(two, "bfu"), "Drift, Skoler, Anlæg, Bygninger, …");
    assert_eq!(of(two, "usb"), "Drift, Social, …", "no heading without a row of its own");
    // A heading right above another stands above what that does.
    assert_eq!(of("h0;Alt;heading;;;;\nh1;Drift;heading;;;;\nd;Skoler;;;;BFU;1,0\n", "bfu"), "Alt, Drift, Skoler");
    // What a row is made of goes with it, unless it is another's.
    let parts = "d;Skoler;;;;BFU;768,2\nt;heraf takster;;d;;;1,0\nu;heraf husleje;;d;;USB;2,0\n";
    assert_eq!(of(parts, "bfu"), "Skoler, heraf takster, …");
    assert_eq!(of(parts, "usb"), "heraf husleje, …");
    // A sum is theirs whose all its rows are, also a sum of sums.
    let sums = "d;Skoler;;;;BFU;1,0\ne;Klubber;;;;BFU;2,0\nbu;Børn i alt;subtotal;;d:e;;3,0\ns;Social;;;;USB;4,0\n\
                al;Alt;total;;bu + s;;7,0\n";
    assert_eq!(of(sums, "bfu"), "Skoler, Klubber, Børn i alt, …");
    assert_eq!(of(sums, "usb"), "Social, …");
    assert_eq!(
        of("d;Skoler;;;;BFU;1,0\nbu;I alt;subtotal;;d;;1,0\nal;Hele;total;;bu;;1,0\n", "bfu"),
        "Skoler, I alt, Hele"
    );
    assert_eq!(of("al;I alt;total;;d;;1,0\nd;Skoler;;;;BFU;1,0\n", "bfu"), "I alt, Skoler", "a sum above its rows");
    assert_eq!(of("d;Skoler;;;;BFU;1,0\nal;I alt;total;;;;1,0\n", "bfu"), "Skoler, …", "a total of nobody knows what");
    // A total of all that stands above is no part of what the last heading names.
    let last = "h;Indtægter;heading;;;;\nt;Takster;;;;USB;1,0\nal;I alt;total;;t;BFU;1,0\n";
    assert_eq!(of(last, "bfu"), "I alt, …");
    assert_eq!(of(last, "usb"), "Indtægter, Takster, …");
}

#[test]
fn a_plan_without_measures_is_on_the_pages_of_its_committee_and_owner() {
    let outcome = budget("d;Drift;;;;BFU;1,0\n");
    let plans = outcome.html("udvalg/byr.html").table("plans-table");
    assert_eq!(plans.column("Plan"), ["Budget"]);
    // Where measures stand, their table names the plan already.
    assert!(!outcome.html("udvalg/usb.html").has_id("plans-table"));
    assert!(!outcome.html("udvalg/bfu.html").has_id("plans-table"), "the plan is not theirs");
    let owned =
        Site::small().without("content/plans/a/measures/01.md").without("content/plans/a/updates/2020-06-30/01.md");
    let owned = owned.with("content/plans/a/updates/2020-06-30/index.md", "Ord.\n").build();
    assert_eq!(owned.html("ansvarlige/chef.html").table("plans-table").column("Plan"), ["Plan A"]);
}

#[test]
fn a_contested_total_carries_its_mark_wherever_it_stands() {
    let stated = "+++\n[stated]\nachieved = \"6,56\"\n+++\n";
    let achieved = |text: &str| format!("+++\nlevel = \"ok\"\nachieved = \"{text}\"\n+++\nOrd.\n");
    let site = plan(&[("1", "required = \"4,00\""), ("2", "required = \"4,00\"")])
        .with("content/plans/a/updates/2020-06-30/1.md", achieved("3,50"))
        .with("content/plans/a/updates/2020-06-30/2.md", achieved("3,00"))
        .with("content/plans/a/updates/2020-06-30/index.md", stated);
    let outcome = site.build();
    let mark = "stemmer ikke (+0,06)";
    for page in ["index.html", "planer/index.html", PLAN, "planer/a/2020-06-30.html"] {
        let text = outcome.html(page).text().replace('\u{a0}', " ");
        assert!(text.contains(mark) && text.contains("6,50"), "{page}: {text}");
    }
    let front = outcome.html("index.html");
    assert!(front.table("plans-table").cell("Plan A", "Opnået").contains(mark));
    let tiles = front.every().into_iter().find(|part| part.is("tiles")).expect("tiles").text();
    assert!(tiles.contains(mark) && tiles.contains("beregnet 6,50"), "{tiles}");
    // What adds up carries none.
    let sound = site.with("content/plans/a/updates/2020-06-30/index.md", stated.replace("6,56", "6,50")).build();
    assert!(!sound.html("index.html").text().contains("stemmer ikke"));
}

#[test]
fn a_contested_parent_carries_its_mark_wherever_it_stands() {
    let site = plan(&[("1", "required = \"5,0\""), ("1.1", "required = \"2,0\""), ("1.2", "required = \"2,0\"")]);
    let outcome = site.build();
    let mark = "stemmer ikke (+1,0), beregnet 4,0";
    for page in [PLAN, "planer/a/1.html", "udvalg/usb.html", "ansvarlige/chef.html"] {
        let text = outcome.html(page).text().replace('\u{a0}', " ");
        assert!(text.contains(mark), "{page}: {text}");
    }
}

#[test]
fn a_measure_without_a_level_is_counted_by_where_it_is_in_its_life() {
    let status = |lines: &str| format!("+++\n{lines}\n+++\nOrd.\n");
    let site = plan(&[("1", ""), ("2", ""), ("3", ""), ("4", "")])
        .with("content/plans/a/updates/2020-06-30/1.md", status("lifecycle = \"done\""))
        .with(
            "content/plans/a/updates/2020-06-30/2.md",
            status("lifecycle = \"in-progress\"\nlevel = \"Alt OK\"\ntrend = \"worse\""),
        )
        .with("content/plans/a/updates/2020-06-30/3.md", status("lifecycle = \"not-started\"\ntrend = \"same\""));
    let outcome = site.build();
    let state = "1 af 4 tiltag har status »Alt OK«, 1 er ikke startet, 1 er gennemført og 1 er uden status";
    for page in ["index.html", "udvalg/usb.html", "ansvarlige/chef.html"] {
        let text = outcome.html(page).text();
        assert!(text.contains(state), "{page}: {text}");
    }
    let text = outcome.html(PLAN).text();
    assert!(text.contains(state), "{text}");
    // The chart of the front page, its numbers and the cells of lists say the same.
    let chart = outcome.html("planer/index.html").table("levels-data");
    assert_eq!(chart.column("Status"), ["Alt OK", "Ikke startet", "Gennemført", "Uden status"]);
    for page in ["index.html", "udvalg/index.html"] {
        let table = outcome.html(page).text();
        assert!(table.contains("Gennemført") && table.contains("Ikke startet"), "{page}");
    }
    // Of a plan of which every measure is done, none is without a status.
    let done =
        plan(&[("1", "")]).with("content/plans/a/updates/2020-06-30/1.md", status("lifecycle = \"done\"")).build();
    for (page, says) in [("index.html", "det eneste tiltag er gennemført"), (PLAN, "1 gennemført")] {
        let text = done.html(page).text().to_lowercase();
        assert!(text.contains(says) && !text.contains("uden status"), "{page}: {text}");
    }
}

/// The unit of a rate, as health statistics have it.
const LONG: &str = "aldersstandardiserede dødsfald pr. 100.000";

fn indicator(lines: &str) -> Outcome {
    plan(&[]).with("content/plans/a/indicators.toml", format!("[a]\ntitle = \"Dødelighed\"\n{lines}\n")).build()
}

#[test]
fn a_long_unit_stands_in_the_head_of_its_row_and_not_in_every_cell() {
    let lines = "direction = \"down\"\nbaseline = { date = \"2013\", value = \"1,49\" }\ntarget = { date = \"2025\", value = \"0,95\" }\nreadings = { 2016 = \"1,4\", 2017 = \"0,95\" }";
    let cells = |unit: &str| {
        let outcome = indicator(&format!("unit = \"{unit}\"\n{lines}"));
        assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
        let table = outcome.html(PLAN).table("indicators");
        table.rows[0].cells.iter().map(|cell| cell.replace('\u{a0}', " ")).collect::<Vec<_>>()
    };
    let long = cells(LONG);
    assert_eq!(long.iter().filter(|cell| cell.contains("dødsfald")).count(), 1, "{long:?}");
    assert!(long[0].starts_with("Dødelighed") && long[0].contains(LONG), "{long:?}");
    assert!(long.iter().any(|cell| cell.starts_with("0,95 2017")), "{long:?}");
    // A short one is read fastest beside its number.
    let short = cells("familier");
    assert!(short.iter().filter(|cell| cell.contains("familier")).count() > 2, "{short:?}");
    // The same below a chart that has more to say than numbers.
    let told = "readings = { 2016 = { value = \"1,4\", note = \"Skøn\" }, 2017 = \"0,95\" }";
    let outcome = indicator(&format!("unit = \"{LONG}\"\nbaseline = {{ date = \"2013\", value = \"1,49\" }}\n{told}"));
    let page = "planer/a/indikatorer/a.html";
    let readings = outcome.html(page).table("readings-a");
    assert!(readings.rows.iter().all(|row| row.cells.iter().all(|cell| !cell.contains("dødsfald"))), "{readings:#?}");
    assert!(caption(&outcome, page, "readings-a").replace('\u{a0}', " ").contains(LONG));
}

#[test]
fn a_chart_of_two_dates_is_titled_by_what_has_a_status_on_both() {
    let status = |level: &str| format!("+++\nlevel = \"{level}\"\n+++\nOrd.\n");
    let title = |march: &[(&str, &str)], june: &[(&str, &str)]| {
        let site =
            plan(&[("1", ""), ("2", ""), ("3", "")]).with("content/plans/a/updates/2020-03-31/index.md", "Ord.\n");
        let add = |date: &'static str| {
            move |site: Site, (number, level): &(&str, &str)| {
                site.with(&format!("content/plans/a/updates/{date}/{number}.md"), status(level))
            }
        };
        let site = march.iter().fold(site, add("2020-03-31"));
        let outcome = june.iter().fold(site, add("2020-06-30")).build();
        let page = outcome.html("udvalg/usb.html");
        let captions: Vec<String> = page.all("figcaption").into_iter().map(|part| part.text()).collect();
        captions
            .into_iter()
            .find(|text| text.contains("fra planen") || text.contains("Ingen tiltag"))
            .unwrap_or_default()
    };
    let all = title(&[("1", "ok"), ("2", "ok"), ("3", "ok")], &[("1", "critical"), ("2", "ok"), ("3", "ok")]);
    assert!(all.starts_with("Ét tiltag afviger fra planen; før var der ingen"), "{all}");
    // Two got their first status in June: nothing became of them.
    let new = title(&[("1", "ok")], &[("1", "ok"), ("2", "critical"), ("3", "critical")]);
    assert!(
        new.starts_with("Nu afviger 2 af 3 tiltag fra planen. Kun ét havde status begge gange; det afviger ikke"),
        "{new}"
    );
    let worse = title(&[("1", "ok"), ("2", "watch")], &[("1", "critical"), ("2", "watch"), ("3", "ok")]);
    assert!(
        worse.starts_with(
            "Nu afviger 2 af 3 tiltag fra planen. Kun 2 havde status begge gange; af dem afviger 2 (før: 1)"
        ),
        "{worse}"
    );
}
