//! The five real reports in `content/`: every figure of the seeds is on the page, and classed as it should be.

use std::sync::LazyLock;

use crate::support::{
    Outcome, Site, build_folder,
    html::{Element, Table},
    project,
};

/// The site as it stood when all five reports were out.
static SITE: LazyLock<Outcome> = LazyLock::new(|| build_folder(&project(), "2020-06-30"));

fn plan(folder: &str) -> Element {
    SITE.html(&format!("{folder}/index.html"))
}

/// Returns the page of months of the plan that has any.
fn months() -> Element {
    SITE.html("boern-unge-2020/maaneder.html")
}

/// Returns the cells of all rows of a class, without those that are empty.
fn filled<'t>(table: &'t Table, class: &str) -> Vec<Vec<&'t str>> {
    let rows = table.rows.iter().filter(|row| row.class == class);
    rows.map(|row| row.cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect()).collect()
}

#[test]
fn nothing_is_wrong_but_what_the_documents_say_wrong() {
    assert_eq!(SITE.built.counts.errors, 0, "{:#?}", SITE.built.findings);
    let differs = SITE.built.findings.iter().filter(|finding| finding.code == "stated-differs");
    let files: Vec<_> = differs.map(|finding| finding.path.as_str()).collect();
    assert_eq!(files, ["content/plans/voksne-2020/updates/2020-06-30/index.md"; 3]);
    let told: Vec<_> = SITE.codes().into_iter().filter(|code| *code != "stated-differs").collect();
    let expected = ["green-but-behind", "achieved-above-required", "achieved-above-required"];
    assert_eq!(
        told, expected,
        "2.a.1 is green with a third of its saving, 1+2 and 3 have achieved more than is required"
    );
}

#[test]
fn a_later_date_shows_what_is_owed() {
    let later = build_folder(&project(), "2021-06-30");
    assert_eq!(later.built.counts.errors, 0, "{:#?}", later.built.findings);
    let codes = later.codes();
    assert!(codes.contains(&"overdue-report"), "the follow-up of November 2020 never came: {codes:?}");
    assert!(codes.contains(&"overdue-milestone"), "{codes:?}");
    let calendar = later.html("boern-opfoelgning-2020/index.html").table("reports-table");
    let word = calendar.cell("Fornyet status på målene for 2020 og bud på mål for 2021", "Status");
    assert_ne!(word, "Ventes");
    // Statuses are those of June 2020 still, and say so.
    let table = later.html("voksne-2020/index.html").by_id("measures-table-name").text();
    assert!(table.contains("30. juni 2020"), "said once of all: {table}");
}

#[test]
fn what_was_decided_later_was_not_decided_yet() {
    let site = Site::small()
        .with(
            "content/plans/a/milestones.toml",
            "[decisions.1]\ntitle = \"Fælles udbud\"\ncommittee = \"USB\"\ndecided = 2020-08-12\n",
        )
        .with(
            "content/plans/a/indicators.toml",
            "[tal]\ntitle = \"Tal\"\nunit = \"sager\"\nreadings = { 2019 = 41, 2020-08 = 4711 }\n",
        )
        .edit(
            "content/plans/a/updates/2020-06-30/01.md",
            "achieved",
            "overruled = { level = \"critical\", committee = \"USB\", date = 2020-08-12 }\nachieved",
        );
    let (june, august) = (site.clone().as_of("2020-06-30").build(), site.as_of("2020-08-12").build());
    assert_eq!((june.codes(), august.codes()), (vec![], vec!["newer-reading"]));
    let decision = |outcome: &Outcome| {
        outcome.html("a/index.html").table("decisions-table").cell("Fælles udbud", "Status").to_owned()
    };
    assert_eq!((decision(&june).as_str(), decision(&august).as_str()), ("Afventer", "Truffet"));
    let status =
        |outcome: &Outcome| outcome.html("a/index.html").table("measures-table").cell("1", "Status").to_owned();
    assert_eq!(status(&june), "Alt OK");
    assert!(status(&august).starts_with("Kritisk"), "{}", status(&august));
    for (path, bytes) in &june.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("12. august 2020") && !text.contains("4.711"), "{path} knows of August");
    }
}

#[test]
fn an_earlier_date_shows_only_what_was_known() {
    let earlier = build_folder(&project(), "2019-12-31");
    assert_eq!(earlier.built.counts.errors, 0, "{:#?}", earlier.built.findings);
    assert!(!earlier.files.keys().any(|path| path.as_str().ends_with("2020-06-30.html")));
    for (path, bytes) in &earlier.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("6,56"), "{path} knows of June 2020");
    }
    let table = earlier.html("budgetaftale-2020/index.html").table("measures-table");
    assert_eq!(table.cell("2.a.2", "Status"), "Kan ikke vurderes I gang");
}

// Seed 002: a savings plan whose totals do not add up.

#[test]
fn savings_are_stated_and_computed() {
    let table = plan("voksne-2020").table("measures-table");
    assert_eq!(
        table.column("Nr.").into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>(),
        ["1+2", "3", "4", "5*", "6", "7", "8", "9", "10"]
    );
    let achieved = |label| table.cell(label, "Opnået").to_owned();
    for (number, required, got) in
        [("1+2", "3,50", "4,01"), ("3", "1,75", "2,81"), ("5*", "−1,50", "−1,50"), ("8", "2,50", "0,00")]
    {
        assert_eq!(table.cell(number, "Sparekrav"), required);
        assert_eq!(achieved(number), got);
    }
    assert_eq!(achieved("I alt, beregnet"), "6,52");
    assert!(achieved("I alt, angivet").starts_with("6,56*"), "{}", achieved("I alt, angivet"));
    // What is computed stands in the row above and is not said again.
    assert_eq!(achieved("I alt, angivet"), "6,56* stemmer ikke (+0,04)");
    assert_eq!(achieved("Også angivet"), "6,55 stemmer ikke (+0,03), kan lige netop være afrunding");
    assert_eq!(table.cell("I alt, beregnet", "Sparekrav"), "11,75");
    assert!(table.cell("I alt, angivet", "Sparekrav").starts_with("11,75"));
    assert!(table.cell("I alt, angivet", "Sparekrav").contains("stemmer"));
    assert!(!table.cell("I alt, angivet", "Sparekrav").contains("ikke"));
}

#[test]
fn gross_stands_beside_net() {
    let table = plan("voksne-2020").table("measures-table");
    assert_eq!(table.cell("Uden investeringer, beregnet", "Opnået"), "8,02");
    let stated = table.cell("Uden investeringer, angivet", "Opnået");
    assert!(stated.starts_with("8,06"), "{stated}");
    assert!(stated.contains("stemmer ikke") && stated.contains("0,04"), "{stated}");
}

#[test]
fn a_minus_is_a_minus_sign() {
    let page = SITE.page(SITE.path("voksne-2020/index.html"));
    assert!(page.contains("\u{2212}1,50"));
    assert!(!page.contains(">-1,50"));
    assert!(page.contains("11,75\u{a0}mio.\u{a0}kr."), "no line breaks within an amount");
}

#[test]
fn a_mark_leads_to_its_note() {
    let page = plan("voksne-2020");
    let marks: Vec<_> = page.all("sup").into_iter().filter(|mark| mark.is("ref")).collect();
    assert!(marks.iter().any(|mark| mark.text() == "*"));
    let link = marks.iter().find_map(|mark| mark.all("a").first().and_then(|link| link.attribute("href")));
    let note = page.by_id(link.expect("a link").trim_start_matches('#'));
    assert!(note.text().contains("investeringen på 1,50 mio. kr."), "{}", note.text());
}

#[test]
fn disagreements_are_listed() {
    let page = SITE.html("uoverensstemmelser.html");
    let unexplained = page.table("unexplained-table");
    let rows: Vec<_> = unexplained.rows.iter().map(|row| row.cells.clone()).collect();
    assert_eq!(rows.len(), 3, "{rows:#?}");
    for (stated, computed, size) in [("6,56", "6,52", "+0,04"), ("6,55", "6,52", "+0,03"), ("8,06", "8,02", "+0,04")] {
        let found = rows.iter().any(|row| {
            let has = |text: &str| row.iter().any(|cell| cell.starts_with(text));
            has(stated) && has(computed) && has(size)
        });
        assert!(found, "{stated} against {computed} in {rows:#?}");
    }
    // The report states the same total twice: a reader must see which is which.
    assert_eq!(
        unexplained.column("Hvad"),
        ["Opnået i alt, 1. angivelse", "Opnået i alt, 2. angivelse", "Opnået uden investeringer"]
    );
    let rounding = page.table("rounding-table");
    for size in ["−4 kr.", "+2 kr.", "+1 kr.", "+4 kr.", "−1 kr."] {
        assert!(rounding.rows.iter().any(|row| row.cells.iter().any(|cell| cell == size)), "{size} in {rounding:#?}");
    }
}

// Seed 000: an action plan with its effect per month.

#[test]
fn months_add_up_or_are_rounded() {
    let table = months().table("effect-2020");
    let year = |number| ["I alt, angivet", "I alt, beregnet"].map(|total| table.cell(number, total).to_owned());
    for (number, stated, computed) in [
        ("1", "1.700.000", "1.700.004"),
        ("3", "1.000.000", "999.998"),
        ("4", "2.500.000", "2.499.999"),
        ("5", "1.000.000", "999.996"),
        ("6", "500.000", "500.004"),
    ] {
        assert_eq!(year(number), [stated.to_owned(), format!("{computed} afrunding")], "{number}");
    }
    assert_eq!(year("2"), ["2.400.000", "2.400.000"], "exact: nothing to say");
    assert_eq!(year("7"), ["", ""]);
    assert_eq!(year("I alt, beregnet"), ["9.100.000", "9.100.001"]);
    assert_eq!(year("I alt, angivet"), ["9.100.000", "9.100.001 afrunding"]);
}

#[test]
fn month_columns_are_exact() {
    let table = months().table("effect-2020");
    let stated = table.row("I alt, angivet");
    let computed = table.row("I alt, beregnet");
    assert_eq!(stated.cells.len(), 16);
    assert_eq!(stated.cells[2..14], computed.cells[2..14], "no word of a difference in any month");
    assert_eq!(computed.cells[2..5], ["466.667", "466.667", "716.667"]);
    assert_eq!(computed.cells[7], "835.714");
    assert_eq!(computed.cells[13], "919.048");
}

#[test]
fn row_seven_is_empty_and_not_nil() {
    let page = plan("boern-unge-2020");
    for table in [months().table("effect-2020"), page.table("measures-table")] {
        let row = table.row("7");
        assert!(row.cells.iter().all(|cell| !matches!(cell.as_str(), "0" | "0,0" | "-" | "–")), "{row:?}");
    }
    assert!(months().table("effect-2020").row("7").cells[2..].iter().all(String::is_empty));
    let effect = months().table("effect-2020");
    assert_eq!(effect.cell("3", "jan."), "0", "a nil that was given is shown");
}

#[test]
fn overspend_is_followed() {
    let table = plan("boern-unge-2020").table("overspend");
    let amounts = table.column("Forventet merforbrug");
    assert_eq!(amounts, ["9,1 mio. kr.", "7,4 mio. kr.", "5,2 mio. kr."]);
}

#[test]
fn parts_of_a_measure_fill_its_columns() {
    let table = plan("boern-unge-2020").table("measures-table");
    assert!(table.cell("1", "Mål").contains("1,7 mio. kr. lavere"));
    assert!(table.cell("1", "Handling").contains("familiehuse"));
    assert!(table.cell("1", "Konsekvenser").starts_with("Flere familier"));
    assert_eq!(table.cell("3", "Konsekvenser"), "");
}

// Seed 001: figures over time inside the text.

#[test]
fn indicators_go_from_baseline_to_reading() {
    let table = plan("boern-opfoelgning-2020").table("indicators");
    for (title, page, baseline, reading) in [
        ("Udgift til efterværn", "eftervaern", "8,5 mio. kr.", "godt 5,9 mio. kr."),
        ("Udgift til eksterne leverandører", "eksterne", "7,9 mio. kr.", "4,7 mio. kr."),
        ("Familier med mere end én foranstaltning", "familier", "8 familier", "8 familier"),
    ] {
        let own = SITE.html(&format!("planer/boern-opfoelgning-2020/indikatorer/{page}.html")).text();
        assert!(own.replace('\u{a0}', " ").contains(&format!(": {baseline}")), "{own}");
        assert!(table.cell(title, "Seneste måling").starts_with(reading), "{title}");
    }
    assert!(table.cell("Udgift til efterværn", "Ændring").contains("2,6"));
    assert!(table.cell("Udgift til efterværn", "Ændring").starts_with("ca."), "about, since the reading is");
}

#[test]
fn the_next_report_is_announced() {
    let table = plan("boern-opfoelgning-2020").table("reports-table");
    let title = "Fornyet status på målene for 2020 og bud på mål for 2021";
    assert_eq!(table.cell(title, "Dato"), "november 2020");
    assert_eq!(table.cell(title, "Status"), "Ventes");
}

// Seed 003: a budget agreement by item number.

#[test]
fn items_stand_in_the_order_of_their_numbers_under_their_section() {
    let table = plan("budgetaftale-2020").table("measures-table");
    assert_eq!(table.lead(), ["Drift", "2.a", "2.a.1", "2.a.2", "2.a.3", "3.A", "17.e"]);
    assert_eq!(table.rows[0].class, "heading");
    assert_eq!(table.row("2.a.1").class, "child");
    assert_eq!(table.row("3.A").class, "item");
}

#[test]
fn a_level_is_a_word() {
    let page = plan("budgetaftale-2020");
    let table = page.table("measures-table");
    for number in ["2.a.1", "2.a.2", "2.a.3", "3.A", "17.e"] {
        assert!(table.cell(number, "Status").starts_with("Alt OK I gang"), "{}", table.cell(number, "Status"));
    }
    let chips: Vec<_> = page.by_id("measures-table").every().into_iter().filter(|part| part.is("chip")).collect();
    for chip in chips {
        assert!(!chip.text().is_empty() && !chip.all("svg").is_empty(), "a word and a shape");
    }
    assert!(page.every().iter().any(|part| part.is("legend")), "the scale is printed where it is used");
}

#[test]
fn funding_is_in_thousands() {
    let page = SITE.html("budgetaftale-2020/3a-tilfoersel.html");
    let text = page.text();
    for amount in ["33.883", "63.656", "90.298", "116.645"] {
        assert!(text.contains(amount), "{amount}");
    }
    assert!(text.contains("1.000 kr."), "the unit");
    let table = plan("budgetaftale-2020").table("funding");
    assert_eq!(filled(&table, "item")[0][2..], ["33.883", "63.656", "90.298", "116.645"]);
}

#[test]
fn of_which_rows_and_shares() {
    let table = plan("budgetaftale-2020").table("table-stoette85");
    assert_eq!(table.cell("Støtte efter § 85", "Udgift"), "ca. 80");
    assert_eq!(table.cell("heraf købt i kommunens egne virksomheder", "Andel i pct."), "ca. 40 %");
    assert_eq!(table.row("heraf købt i kommunens egne virksomheder").class, "of-which");
}

// Seed 004: a decision paper with an implementation plan.

#[test]
fn milestones_move_and_keep_their_numbers() {
    let table = plan("tidlig-indsats-2022").table("milestones-table");
    let numbers: Vec<_> = table.column("Nr.").into_iter().filter(|cell| !cell.is_empty()).collect();
    assert_eq!(numbers, ["1a", "1b", "2", "3"]);
    assert_eq!(table.cell("3", "Oprindelig frist"), "ultimo 2022");
    let now = table.cell("3", "Frist nu");
    assert!(now.starts_with("primo 2022"), "{now}");
    assert!(now.contains("rykket frem") && now.contains("ultimo 2022"), "{now}");
    assert_eq!(table.cell("1b", "Begynder"), "4. kvartal 2020");
    assert_eq!(table.cell("1b", "Frist nu"), "2. kvartal 2021");
    assert_eq!(table.cell("2", "Frist nu"), "1. januar 2022");
    let waits = table.cell("3", "Efter");
    assert!(waits.contains("1a") && waits.contains("1b"), "{waits}");
}

#[test]
fn five_parts_are_to_be_decided() {
    let table = plan("tidlig-indsats-2022").table("decisions-table");
    let numbered: Vec<_> = table.column("Nr.").into_iter().filter(|cell| !cell.is_empty()).collect();
    assert_eq!(numbered, ["1", "2", "3", "4", "5"]);
    for number in ["1", "2", "3", "4", "5"] {
        assert_eq!(table.cell(number, "Status"), "Afventer");
    }
    assert_eq!(table.cell("Fremrykning af milepæl 3 fra ultimo til primo 2022", "Dato"), "18. maj 2020");
}

#[test]
fn figures_are_numbered_and_described() {
    let page = plan("tidlig-indsats-2022");
    let figures: Vec<_> = page.all("figure").into_iter().filter(|figure| !figure.all("img").is_empty()).collect();
    let captions: Vec<_> = figures.iter().map(|figure| figure.all("figcaption")[0].text()).collect();
    assert_eq!(captions.len(), 2, "{captions:?}");
    assert!(captions[0].starts_with("Figur 1") && captions[0].contains("Den omvendte indsatstrappe"), "{captions:?}");
    assert!(captions[1].starts_with("Figur 2") && captions[1].contains("Strategisk ramme"), "{captions:?}");
    for figure in figures {
        assert!(figure.all("img")[0].attribute("alt").is_some_and(|alt| alt.len() > 40));
    }
}

#[test]
fn lists_are_nested() {
    let page = plan("tidlig-indsats-2022");
    let nested = |outer: &str, inner: &str| {
        page.all(outer).iter().any(|list| list.all("li").iter().any(|item| !item.all(inner).is_empty()))
    };
    assert!(nested("ul", "ul"));
    assert!(nested("ul", "ol"));
    let deep = page.all("ol").into_iter().find(|list| list.text().contains("mindre refusion")).expect("the list");
    assert_eq!(deep.all("li").len(), 3);
}

#[test]
fn tables_of_money_by_year_keep_empty_cells() {
    let table = plan("tidlig-indsats-2022").table("table-effektivisering");
    let row = "Specialundervisning og dagbehandling";
    assert_eq!(table.cell(row, "2021"), "");
    assert_eq!(table.cell(row, "2023"), "2,2");
    assert_eq!(table.cell(row, "Gennemføres"), "Frem mod 2023");
    assert!(table.cell("Effektiviseringer i alt", "2023").starts_with("14,2"));
}

// What the pages say of them together.

#[test]
fn levels_are_counted_by_shapes_that_have_words() {
    let page = SITE.html("index.html");
    let said = page.table("plans-table").cell("Voksenområdet 2020", "Tiltag").to_owned();
    assert_eq!(
        said.split_whitespace().collect::<Vec<_>>().join(" "),
        "9 3 Alt OK 2 Opmærksomhed 3 Kritisk 1 Kan ikke vurderes"
    );
}

#[test]
fn a_committees_table_begins_with_its_own_first_mark() {
    let page = SITE.html("udvalg/usb.html");
    let notes: Vec<_> = page.all("li").into_iter().filter(|item| item.text().contains("Refusionen")).collect();
    assert_eq!(notes.iter().map(|note| note.all("sup")[0].text()).collect::<Vec<_>>(), ["*"]);
    let marks: Vec<_> = page.all("sup").into_iter().filter(|mark| mark.is("ref")).map(|mark| mark.text()).collect();
    // One in the table of measures, and one in that of figures.
    assert_eq!(marks, ["*", "*"]);
}

#[test]
fn what_became_of_measures_is_rolled_up() {
    let plan = plan("boern-unge-2020").table("achieved-data");
    assert_eq!(plan.column("Opnået"), ["1.650.001", "3.919.049"]);
    let committee = SITE.html("udvalg/usb.html").table("levels-over-time-data");
    assert_eq!(committee.column("Status"), ["Alt OK", "Opmærksomhed", "Kritisk", "Kan ikke vurderes", "Uden status"]);
    assert_eq!(committee.column("30. november 2019"), ["1", "0", "0", "1", "3"]);
    assert_eq!(committee.column("30. juni 2020"), ["8", "2", "3", "1", "0"]);
    let title = "Nu afviger 5 af 14 tiltag fra planen. Kun 2 havde status begge gange; af dem afviger ingen (før: 0)";
    assert!(SITE.html("udvalg/usb.html").text().contains(title), "what is counted is another number of measures");
}

#[test]
fn a_measures_figures_count_in_one_unit() {
    let page = SITE.html("planer/boern-unge-2020/01-kontaktpersoner.html");
    let tiles = page.every().into_iter().find(|part| part.is("tiles")).expect("tiles");
    let values: Vec<_> = tiles.all("b").iter().map(|part| part.text()).collect();
    assert_eq!(values, ["1.700.000 kr.", "850.002 kr."]);
}

#[test]
fn the_way_to_a_report_names_its_plan_once() {
    let page = SITE.html("planer/voksne-2020/2020-06-30.html");
    let crumbs = page.all("nav").into_iter().find(|nav| nav.is("crumbs")).expect("the way to it");
    let crumbs: Vec<_> = crumbs.all("li").iter().map(|part| part.text()).collect();
    assert_eq!(crumbs, ["Overblik", "Planer", "Voksenområdet 2020", "Rapport pr. 30. juni 2020"]);
}

#[test]
fn a_plans_own_status_says_whose_it_is() {
    let state = plan("budgetaftale-2020").every().into_iter().find(|part| part.is("state")).map(|part| part.text());
    assert!(state.is_some_and(|text| text.contains("Planens samlede status ifølge rapporten pr. juni 2020")));
}

#[test]
fn chart_and_table_tell_milestones_in_one_order() {
    let page = plan("tidlig-indsats-2022");
    let names = |id: &str| page.table(id).column("Milepæl").into_iter().map(str::to_owned).collect::<Vec<_>>();
    let chart = names("milestones-data");
    let table = names("milestones-table");
    assert_eq!(chart.len(), table.len());
    assert!(chart.iter().zip(&table).all(|(chart, table)| chart.ends_with(table)), "{chart:?} beside {table:?}");
}

// The same in English.

#[test]
fn a_site_may_be_english() {
    let site = Site::small()
        .edit("site.toml", "language = \"da\"", "language = \"en\"")
        .edit("content/plans/a/measures/01.md", "2,50", "2.50")
        .edit("content/plans/a/updates/2020-06-30/01.md", "1,25", "1.25")
        .edit("content/plans/a/plan.md", "kind = ", "overspend = \"9.1 mio. kr.\"\nkind = ")
        .build();
    assert_eq!(site.codes(), Vec::<&str>::new());
    let page = site.html("plans/a/index.html");
    assert_eq!(page.all("html")[0].attribute("lang"), Some("en"));
    let table = page.table("measures-table");
    assert_eq!(table.cell("1", "Required"), "2.50");
    assert_eq!(table.cell("1", "Achieved"), "1.25");
    assert_eq!(table.cell("1", "Difference"), "−1.25");
    assert!(page.text().contains("30 June 2020"), "{}", page.text());
    for word in ["Planer", "Udvalg", "Sparekrav", "beregnet", "Milepæle", "Opnået"] {
        assert!(!page.text().contains(word), "{word}");
    }
}

#[test]
fn the_pages_of_long_tables_say_what_they_are_sorted_by_and_no_others_load_the_script() {
    let mut long = Vec::new();
    for (path, _) in SITE.files.iter().filter(|(path, _)| path.extension() == "html") {
        let page = SITE.page(path.as_str());
        assert_eq!(page.contains(" data-sortable"), page.contains("assets/tables."), "{path}");
        if page.contains(" data-sortable") {
            long.push(path.as_str());
        }
    }
    // Histories and months are told in the order of time.
    assert!(long.contains(&"tiltag/index.html"), "{long:?}");
    assert!(!long.iter().any(|path| path.contains("historik") || path.contains("maaneder")), "{long:?}");
    let all = SITE.page("tiltag/index.html");
    assert!(all.contains("<table id=\"measures-table\" data-sortable data-grouped-by=\"Plan\">"));
    assert!(all.contains("data-key=\"status\" data-filter>Status</th>"));
    // Kroner and millions of them are compared as kroner.
    assert!(all.contains("data-key=\"1700000\">1,7\u{a0}mio.") && all.contains("data-key=\"333332\">333.332\u{a0}kr."));
    for (name, words) in [("shown", "Viser … af …"), ("worst", "værste først"), ("own", "Tabellens egen rækkefølge")]
    {
        assert!(all.contains(&format!("data-{name}=\"{words}\"")), "{name}");
    }
}
