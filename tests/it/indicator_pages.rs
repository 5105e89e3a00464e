//! An indicator has a page of its own: all that is known of it stands there once, and other pages lead to it.

use fremdrift::{
    content::Audience,
    git::{Completeness, Repository},
    history::GitPast,
};

use crate::support::{Outcome, Site, git::Story, html::Element};

const PLAN: &str = "planer/a/index.html";
const MEASURE: &str = "planer/a/01.html";
const PAGE: &str = "planer/a/indikatorer/boliger.html";
const FILE: &str = "content/plans/a/indicators.toml";
const MEASURE_FILE: &str = "content/plans/a/measures/01.md";

/// A site whose measure has an indicator.
fn site() -> Site {
    Site::small().with(
        FILE,
        "[boliger]\ntitle = \"Billige boliger\"\nunit = \"boliger\"\nmeasure = \"01\"\ndirection = \"up\"\n\
         definition = \"Boliger under 4.000 kr.\"\nmethod = \"Optælling\"\nsource = \"Boligforeningerne\"\n\
         contact = \"bolig@example.dk\"\nbaseline = { date = \"2017\", value = 10 }\n\
         target = { date = \"2020\", at_least = 40 }\nreadings = { 2018 = 20, 2019 = 30 }\n\
         missing = { 2016 = \"Ikke talt\" }\n",
    )
}

#[track_caller]
fn sound(site: &Site) -> Outcome {
    let outcome = site.build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    outcome
}

/// Returns what stands where in a text, from the first on.
#[track_caller]
fn assert_order(page: &str, parts: &[&str]) {
    let places: Vec<_> =
        parts.iter().map(|part| page.find(part).unwrap_or_else(|| panic!("{part} in {page}"))).collect();
    assert!(places.is_sorted(), "{parts:?}: {places:?}");
}

fn links(element: &Element) -> Vec<&str> {
    element.all("a").into_iter().filter_map(|link| link.attribute("href")).collect()
}

#[test]
fn its_page_answers_first_and_explains_after() {
    let outcome = sound(&site());
    let page = outcome.page(PAGE).replace('\u{a0}', " ");
    let parts =
        ["<h1>Billige boliger", "<b>30 boliger", "<svg class=\"chart wide", "id=\"readings-boliger\"", "Om måltallet"];
    assert_order(&page, &parts);
    assert_order(&page, &["Om måltallet", "Boliger under 4.000 kr.", "Optælling", "Boligforeningerne", "2016 mangler"]);
    assert!(page.contains("<a href=\"mailto:bolig@example.dk\">") && page.contains("<a href=\"../01.html\">1 Takster"));
    assert!(!page.contains("Vis tallene"), "the figures stand open below the chart, once");
}

#[test]
fn other_pages_have_a_line_of_it_that_leads_there() {
    let outcome = sound(&site());
    for (path, link) in [
        (PLAN, "indikatorer/boliger.html"),
        (MEASURE, "indikatorer/boliger.html"),
        ("planer/a/2020-06-30.html", "indikatorer/boliger.html"),
    ] {
        let page = outcome.html(path);
        let table = page.by_id("indicators");
        assert_eq!(links(table), [link], "{path}");
        assert_eq!(table.all("tr").len(), 2, "{path}: its head and its line");
        assert!(page.has_id("readings-boliger"), "{path}: where its readings stood a line leads to them");
        let text = outcome.page(path);
        assert!(
            !text.contains("indicator-1-w-t") && !text.contains("Optælling"),
            "{path}: the rest stands on its page"
        );
    }
    let cells = outcome.html(PLAN).table("indicators");
    assert_eq!(cells.cell("Billige boliger", "Ændring").replace('\u{a0}', " "), "+20 boliger siden 2017");
    assert_eq!(
        cells.cell("Billige boliger", "Mål").replace('\u{a0}', " "),
        "mindst 40 boliger 2020; endnu ikke nået; på linjen mod målet"
    );
}

#[test]
fn no_page_of_a_plan_of_many_indicators_is_heavy() {
    let readings: String = (2010..2020).map(|year| format!("{year} = {year}, ")).collect();
    let one = |nth: usize| {
        format!(
            "[maal-{nth:03}]\ntitle = \"Måltal nummer {nth} for et område af kommunen\"\nunit = \"personer\"\n\
             definition = \"Hvad der tælles og hvad der ikke tælles i måltal {nth}\"\ndirection = \"down\"\n\
             baseline = {{ date = \"2009\", value = 2_500 }}\ntarget = {{ date = \"2026\", at_most = {nth} }}\n\
             readings = {{ {readings} }}\n"
        )
    };
    let outcome = sound(&Site::small().with(FILE, (0..261).map(one).collect::<String>()));
    let pages = || outcome.files.iter().filter(|(path, _)| path.as_str().ends_with(".html"));
    let own = pages().filter(|(path, _)| path.as_str().starts_with("planer/a/indikatorer/")).count();
    assert_eq!(own, 261);
    let heavy: Vec<_> = pages().filter(|(_, bytes)| bytes.len() > 300_000).map(|(path, _)| path.as_str()).collect();
    assert_eq!(heavy, [""; 0]);
}

#[test]
fn names_that_come_to_one_address_are_kept_apart() {
    let toml = "[a_b]\ntitle = \"Et\"\n[a-b]\ntitle = \"To\"\n[a-b-2]\ntitle = \"Tre\"\n";
    let outcome = sound(&Site::small().with(FILE, toml));
    let title = |name: &str| outcome.html(&format!("planer/a/indikatorer/{name}.html")).all("h1")[0].text();
    assert_eq!([title("a-b"), title("a-b-2"), title("a-b-2-2")], ["Et", "To", "Tre"]);
    // A measure may be called as the folder is.
    let outcome =
        sound(&site().with("content/plans/a/measures/indikatorer.md", "+++\nnumber = \"9\"\ntitle = \"Ni\"\n+++\n"));
    assert!(outcome.page("planer/a/indikatorer.html").contains("9 Ni") && outcome.page(PAGE).contains("Billige"));
}

#[test]
fn what_is_hidden_has_no_page() {
    let closed = |site: Site| site.edit(FILE, "unit =", "visibility = \"closed\"\nunit =");
    let of_measure = site().edit(MEASURE_FILE, "number =", "visibility = \"closed\"\nnumber =");
    let embargo = site().edit(FILE, "unit =", "embargo = 2030-01-01\nunit =");
    for site in [closed(site()), of_measure, embargo] {
        let outcome = sound(&site);
        assert_eq!(outcome.traces("boliger"), [""; 0]);
        assert!(
            !sound(&site.audience(Audience::Closed).as_of("2031-01-01")).traces("boliger").is_empty(),
            "the control"
        );
    }
}

#[test]
fn its_old_addresses_lead_to_it() {
    let renamed = site().edit(FILE, "title =", "formerly = [\"billige\"]\ntitle =").edit(
        "content/plans/a/plan.md",
        "kind =",
        "formerly = [\"foer\"]\nkind =",
    );
    let outcome = sound(&renamed);
    for (old, now) in [
        ("planer/a/indikatorer/billige.html", "boliger.html"),
        ("planer/foer/indikatorer/billige.html", "../../a/indikatorer/boliger.html"),
        ("planer/foer/indikatorer/boliger.html", "../../a/indikatorer/boliger.html"),
    ] {
        assert!(outcome.page(old).contains(&format!("0; url={now}\"")), "{old}: {}", outcome.page(old));
    }
    let taken = renamed.append(FILE, "[billige]\ntitle = \"En anden\"\n");
    assert!(sound(&taken).page("planer/a/indikatorer/billige.html").contains("<h1>En anden</h1>"));
}

#[test]
fn histories_lead_to_it_and_it_has_its_own() {
    let before = site().edit(FILE, "[boliger]", "[gamle]");
    let now = site().edit(FILE, "title =", "formerly = [\"gamle\"]\ntitle =").edit(FILE, "2019 = 30", "2019 = 33");
    let repo = Story::default().commit("2020-06-01", &before).commit("2020-06-02", &now).told();
    let repository = Repository::discover(repo.path(), Completeness::Required).expect("readable").expect("one");
    let head = repository.head().expect("readable").expect("a commit");
    let outcome = now.build_with(&GitPast { repository: &repository, head, kept: None });
    let of_plan = outcome.html("planer/a/historik.html");
    assert!(links(&of_plan).contains(&"indikatorer/boliger.html"), "{:?}", links(&of_plan));
    let feed = outcome.page("planer/a/historik.xml");
    assert!(feed.contains("indikatorer/boliger.html"), "{feed}");
    let log = outcome.html(PAGE).by_id("log-table").text();
    assert!(log.contains("30") && log.contains("33") && !log.contains("Takster"), "{log}");
}

#[test]
fn its_history_names_the_series_that_were_read() {
    let declared =
        "[boliger]\ntitle = \"Boliger\"\nunit = \"boliger\"\n[boliger.series]\nby = \"Byen\"\nland = \"Landet\"\n";
    let read = |by: u8, land: u8| {
        Site::small().with(FILE, declared).with(
            "content/plans/a/updates/2020-06-30/index.md",
            format!("+++\n[readings.boliger]\nseries = {{ by = {by}, land = {land} }}\n+++\n"),
        )
    };
    let now = read(149, 81);
    let repo = Story::default().commit("2020-06-01", &read(150, 80)).commit("2020-06-02", &now).told();
    let repository = Repository::discover(repo.path(), Completeness::Required).expect("readable").expect("one");
    let head = repository.head().expect("readable").expect("a commit");
    let outcome = now.build_with(&GitPast { repository: &repository, head, kept: None });
    let log = outcome.html(PAGE).by_id("log-table").text();
    assert!(log.contains("Byen") && log.contains("Landet") && log.contains("149"), "{log}");
}

#[test]
fn a_reading_may_be_a_note_a_trend_or_a_level_alone() {
    let built = Site::small()
        .with(
            "content/plans/a/indicators.toml",
            "[led]\ntitle = \"Ledighed\"\nunit = \"%\"\n\
             readings = { 2017 = { note = \"Ikke målt\" }, 2019 = { trend = \"better\" }, 2020 = 5 }\n",
        )
        .with("content/plans/a/updates/2020-06-30/index.md", "+++\n[readings]\nled = { level = \"Alt OK\" }\n+++\n")
        .sound();
    let csv = built.page(built.path("led.readings-led.csv"));
    for line in ["2020;5;;;", "2020-06-30;;Alt OK;;", "2019;;;Går bedre;", "2017;;;;Ikke målt"] {
        assert!(csv.lines().any(|own| own == line), "{line}: {csv}");
    }
}

#[test]
fn a_plan_without_reports_says_of_no_day_that_its_figures_are_of_it() {
    let told = |report: bool| {
        let site = Site::small()
            .without("content/plans/a/measures/01.md")
            .without("content/plans/a/updates/2020-06-30/01.md")
            .with(
                "content/plans/a/indicators.toml",
                "[fam]\ntitle = \"Familier\"\nunit = \"familier\"\nreadings = { 2018 = 8, 2019 = 9 }\n",
            );
        let index = "+++\n[readings]\nfam = 10\n+++\nOrd.\n";
        let site = if report { site.with("content/plans/a/updates/2020-06-30/index.md", index) } else { site };
        let built = site.build();
        ["planer/a/index.html", "planer/a/indikatorer/fam.html"].map(|page| built.html(page).text().contains("opgjort"))
    };
    assert_eq!(told(false), [false, false]);
    assert!(told(true).contains(&true));
}

#[test]
fn what_was_read_before_the_baseline_is_not_where_it_stands() {
    let baseline = "baseline = { date = \"2017\", value = 10 }";
    let newest = |date: &str, value: &str| {
        let site = site().edit(FILE, baseline, &format!("baseline = {{ date = \"{date}\", value = {value} }}"));
        sound(&site).html(PAGE).text().replace('\u{a0}', " ")
    };
    // 45 would be reached, and stood at 30 in 2019; nothing was read since it began anew at 12.
    let page = newest("2020", "12");
    assert!(page.contains("Måltallet er ikke målt siden udgangspunktet."), "{page}");
    assert!(page.contains("Billige boliger: 12 boliger"), "{page}");
    for word in ["er nået", "er ikke nået", "endnu ikke målt", "Billige boliger: 30"] {
        assert!(!page.contains(word), "{word}: {page}");
    }
    let page = newest("2018-12", "12");
    assert!(page.contains("steget fra 12 til 30 boliger") && !page.contains("siden udgangspunktet."), "{page}");
    // Without a reading at all nothing was read ever.
    let unread = site().edit(FILE, "readings = { 2018 = 20, 2019 = 30 }\n", "");
    assert!(sound(&unread).html(PAGE).text().contains("Måltallet er endnu ikke målt."));
}

#[test]
fn the_line_of_a_target_is_named_in_every_width_however_many_series_stand_close_to_it() {
    let series = |name: &str, values: [u32; 2]| {
        format!(
            "[i.series.{name}]\ntitle = \"{name}byen og omegn\"\nreadings = {{ 2018 = {}, 2019 = {} }}\n",
            values[0], values[1]
        )
    };
    let head = |date: &str, values: [u32; 2]| {
        format!(
            "[i]\ntitle = \"Ventetid\"\nunit = \"dage\"\ntarget = {{ at_most = 20, date = \"{date}\" }}\nreadings = {{ 2018 = {}, 2019 = {} }}\n",
            values[0], values[1]
        )
    };
    for lines in [
        head("2020", [23, 22])
            + &series("nord", [21, 22])
            + &series("syd", [22, 20])
            + &series("vest", [18, 19])
            + &series("hav", [25, 24]),
        head("2020", [41, 39]) + &series("nord", [21, 22]) + &series("syd", [20, 18]),
        head("2023", [41, 39]) + &series("nord", [21, 22]) + &series("syd", [20, 18]),
        head("2021", [20, 20]) + &series("nord", [20, 21]) + &series("syd", [21, 20]),
    ] {
        let outcome = sound(&Site::small().with(FILE, lines.as_str()));
        let page = outcome.page("planer/a/indikatorer/i.html").replace('\u{a0}', " ");
        for size in ["chart wide", "chart narrow"] {
            let drawing = page.split(size).nth(1).and_then(|rest| rest.split("</svg>").next()).unwrap_or_default();
            assert!(drawing.contains(">Mål højst 20 dage<"), "{size}, {lines}: {drawing}");
        }
    }
}
