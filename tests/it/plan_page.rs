//! A plan's page and a measure's give the answer first; what is long folds or has a page of its own.

use crate::support::{Outcome, Site, html::Element};

const PLAN: &str = "planer/a/index.html";
const MEASURE: &str = "planer/a/01.html";
const PLAN_FILE: &str = "content/plans/a/plan.md";

#[track_caller]
fn sound(site: &Site) -> Outcome {
    let outcome = site.build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    outcome
}

/// Returns what stands where in a text, from the first on.
#[track_caller]
fn assert_order(page: &str, parts: &[&str]) {
    let page = page.replace('\u{a0}', " ");
    let places: Vec<_> =
        parts.iter().map(|part| page.find(part).unwrap_or_else(|| panic!("{part} in {page}"))).collect();
    assert!(places.is_sorted(), "{parts:?}: {places:?}");
}

/// A site whose plan has a status in words and measures at levels, from the second on.
fn with_levels(levels: &[&str]) -> Site {
    let site = Site::small()
        .with("content/plans/a/updates/2020-06-30/index.md", "+++\nlevel = \"Kritisk\"\n+++\nKravet nås ikke.\n");
    levels.iter().enumerate().fold(site, |site, (nth, level)| {
        let nth = nth + 2;
        site.with(
            &format!("content/plans/a/measures/{nth:02}.md"),
            format!("+++\nnumber = \"{nth}\"\ntitle = \"Nummer {nth}\"\n+++\n"),
        )
        .with(
            &format!("content/plans/a/updates/2020-06-30/{nth:02}.md"),
            format!("+++\nlevel = \"{level}\"\n+++\nOrd.\n"),
        )
    })
}

fn links(element: &Element) -> Vec<&str> {
    element.all("a").into_iter().filter_map(|link| link.attribute("href")).collect()
}

#[test]
fn the_state_comes_first_and_the_facts_last() {
    let milestones = "[milestones.1]\ntitle = \"Udbud\"\ndue = \"2020-12\"\n[decisions.1]\ntitle = \"Ja\"\n";
    let site = with_levels(&["Kritisk", "Opmærksomhed"]).with("content/plans/a/milestones.toml", milestones);
    let outcome = sound(&site);
    let page = outcome.page(PLAN);
    assert_order(
        page,
        &[
            "<h1>Plan A",
            "<p class=\"lead\"><span class=\"chip bad\">",
            "id=\"attention\"",
            "Kravet nås ikke.",
            "<dl class=\"tiles\">",
            "<nav class=\"contents\"",
            "id=\"measures\"",
            "id=\"plan-words\"",
            "<dl class=\"facts\">",
        ],
    );
}

#[test]
fn what_needs_attention_leads_to_its_row_the_worst_first() {
    let outcome = sound(&with_levels(&["Opmærksomhed", "Alt OK", "Kritisk"]));
    let page = outcome.html(PLAN);
    let lists: Vec<_> = page.all("ol").into_iter().filter(|list| list.is("attention")).collect();
    assert_eq!(lists.len(), 1);
    let rows = links(lists[0]);
    assert_eq!(rows, ["#measure-04", "#measure-02"]);
    for row in rows {
        assert_eq!(page.by_id(&row[1..]).name, "th", "{row} is the name of a row");
    }
    let none = sound(&with_levels(&["Alt OK"]));
    assert!(!none.html(PLAN).has_id("attention"), "nothing is said of nothing");
}

#[test]
fn five_that_need_attention_stand_open_and_six_do() {
    for (count, open, folded) in [(5, 5, 0), (6, 6, 0), (7, 5, 2)] {
        let outcome = sound(&with_levels(&vec!["Kritisk"; count]));
        let page = outcome.html(PLAN);
        let lists: Vec<usize> =
            page.all("ol").into_iter().filter(|list| list.is("attention")).map(|list| links(list).len()).collect();
        let expected: Vec<usize> = [open, folded].into_iter().filter(|count| *count > 0).collect();
        assert_eq!(lists, expected, "{count}");
    }
}

#[test]
fn the_list_of_contents_has_every_section_after_the_answer_and_no_other() {
    let site = with_levels(&["Alt OK"]).with(
        "content/plans/a/milestones.toml",
        "[milestones.1]\ntitle = \"Udbud\"\ndue = \"2020-12\"\n[decisions.1]\ntitle = \"Ja\"\n",
    );
    let outcome = sound(&site);
    let page = outcome.html(PLAN);
    let contents = page.all("nav").into_iter().find(|nav| nav.is("contents")).expect("a list of contents");
    let (wanted, others): (Vec<&str>, Vec<&str>) = links(contents).into_iter().partition(|link| link.starts_with('#'));
    assert_eq!(others, ["index.xlsx"], "all tables of the page, before the tables");
    let heads: Vec<String> =
        page.all("h2").into_iter().filter_map(|head| head.attribute("id")).map(|id| format!("#{id}")).collect();
    assert_eq!(
        heads,
        [vec!["#report-words".to_owned()], wanted.iter().map(|link| (*link).to_owned()).collect()].concat()
    );
    let short = sound(&Site::small());
    assert!(!short.page(PLAN).contains("class=\"contents\""), "three sections are seen at once");
}

#[test]
fn long_words_of_a_plan_are_folded_with_their_number() {
    let words = |count: usize| "ord ".repeat(count);
    let of = |count: usize| {
        sound(&Site::small().edit(PLAN_FILE, "En plan.\n", &format!("{}\n", words(count)))).page(PLAN).to_owned()
    };
    assert!(!of(80).contains("class=\"folded\""), "80 words stand open");
    assert!(of(81).contains("<summary>Planens baggrund og indhold (81 ord)</summary>"), "{}", of(81));
}

#[test]
fn months_have_a_page_of_their_own() {
    let site = Site::small()
        .edit(
            "content/plans/a/measures/01.md",
            "number =",
            "effect = { 2020 = { jan = \"0,5\", feb = \"2\" } }\nnumber =",
        )
        .edit("content/plans/a/updates/2020-06-30/01.md", "level =", "effect = { 2020 = { jan = \"0,5\" } }\nlevel =");
    let outcome = sound(&site);
    let (plan, months) = (outcome.html(PLAN), outcome.html("planer/a/maaneder.html"));
    assert!(links(plan.by_id("content")).contains(&"maaneder.html"));
    assert!(!plan.has_id("effect-2020") && !outcome.page(PLAN).contains("effect-2020-w-t"), "nothing is told twice");
    assert!(months.has_id("effect-2020") && months.has_id("effect-so-far-2020") && months.has_id("effect-2020-data"));
    assert!(links(months.by_id("effect-2020")).contains(&"01.html"));
    // A report has its own, which later ones do not change.
    assert!(outcome.html("planer/a/2020-06-30.html").has_id("effect-2020"));
    let none = sound(&Site::small());
    assert!(!none.files.keys().any(|path| path.as_str().ends_with("maaneder.html")));
    // A measure may be called as the page is.
    let named = site.with("content/plans/a/measures/maaneder.md", "+++\nnumber = \"9\"\ntitle = \"Ni\"\n+++\n");
    let outcome = sound(&named);
    assert!(outcome.page("planer/a/maaneder-2.html").contains("9 Ni"), "{:?}", outcome.files.keys());
}

#[test]
fn a_measure_says_where_it_stands_in_words_before_its_history() {
    let status = "content/plans/a/updates/2020-03-31/01.md";
    let site = |before: &str| {
        Site::small()
            .edit("content/plans/a/measures/01.md", "+++\nnumber", "+++\nowner = \"chef\"\ndue = 2020-12-31\nnumber")
            .with(status, format!("+++\nlevel = \"{before}\"\nachieved = \"1,00\"\n+++\nVi forhandler.\n"))
    };
    let page = sound(&site("Kritisk")).page(MEASURE).to_owned();
    assert_order(
        &page,
        &[
            "<h1>1 Takster",
            "class=\"chip good\"",
            "Fra Kritisk til Alt OK",
            "<p>Taksterne er forhandlet.",
            "<dl class=\"tiles\">",
            "Centerchef",
            "id=\"statuses\"",
            "Vi forhandler.",
            "Om tiltaget",
        ],
    );
    assert_eq!(
        page.matches("Taksterne er forhandlet.").count(),
        2,
        "in the text and in its description, not in the timeline"
    );
    assert!(
        sound(&site("Alt OK")).page(MEASURE).replace('\u{a0}', " ").contains("Status uændret siden 31. marts 2020")
    );
    assert!(sound(&Site::small()).page(MEASURE).contains("første status"));
}

#[test]
fn two_reports_of_the_same_amount_are_no_chart() {
    let with = |achieved: &str| {
        let status = format!("+++\nlevel = \"Alt OK\"\nachieved = \"{achieved}\"\n+++\nOrd.\n");
        sound(&Site::small().with("content/plans/a/updates/2020-03-31/01.md", status))
            .page(MEASURE)
            .contains("<svg class=\"chart")
    };
    assert!(!with("1,25") && with("1,00"));
}

#[test]
fn an_effect_in_kroner_of_a_plan_in_millions_is_told_in_kroner() {
    let measure = "+++\nnumber = \"1\"\ntitle = \"Park\"\nrequired = \"2,5\"\n[effect]\nunit = \"kr.\"\n[effect.2020]\napr-aug = 41_667\nsep = 41_665\n+++\n";
    let built = Site::small().with("content/plans/a/measures/01.md", measure).build();
    assert_eq!(built.codes(), [""; 0]);
    let page = built.html("planer/a/index.html").text().replace('\u{a0}', " ");
    assert!(page.contains("Tiltagene skal give 250.000 kr. i 2020") && !page.contains("0,250000"), "{page}");
}

#[test]
fn an_overspend_that_was_told_before_the_year_of_its_plan_has_no_start_within_it() {
    let site = |first: &str| {
        Site::small()
            .edit("content/plans/a/plan.md", "unit =", "overspend = \"12,5\"\nunit =")
            .with(&format!("content/plans/a/updates/{first}/index.md"), "+++\noverspend = \"11,0\"\n+++\n")
            .with("content/plans/a/updates/2020-06-30/index.md", "+++\noverspend = \"8,0\"\n+++\n")
    };
    let has_rule = |first: &str| site(first).build().page("planer/a/index.html").contains("c-rule c-baseline");
    assert!(has_rule("2019-10-31") && !has_rule("2020-03-31"));
}

#[test]
fn what_the_parts_of_a_measure_come_to_stands_wherever_the_measure_does() {
    let measure = |number: &str, title: &str, more: &str| {
        format!("+++\nnumber = \"{number}\"\ntitle = \"{title}\"\nowner = \"chef\"\n{more}+++\n")
    };
    let status = |achieved: &str| format!("+++\nlevel = \"Kritisk\"\n{achieved}+++\nOrd.\n");
    let site = Site::small()
        .with("content/plans/a/measures/07.md", measure("7", "Hele", ""))
        .with("content/plans/a/measures/07a.md", measure("7.a", "Del a", "required = \"0,50\"\n"))
        .with("content/plans/a/measures/07b.md", measure("7.b", "Del b", "required = \"0,40\"\n"))
        .with("content/plans/a/updates/2020-06-30/07.md", status(""))
        .with("content/plans/a/updates/2020-06-30/07a.md", status("achieved = \"0,30\"\n"))
        .with("content/plans/a/updates/2020-06-30/07b.md", status("achieved = \"0,15\"\n"))
        .edit("site.toml", "language =", "downloads = [\"csv\"]\nlanguage =");
    let outcome = site.clone().sound();
    for page in ["planer/a/index.html", "udvalg/usb.html", "ansvarlige/chef.html", "tiltag/index.html"] {
        let html = outcome.html(page);
        let row = html.table("measures-table").row("Hele").cells.clone();
        let says = |words: &str| row.iter().any(|cell| cell.replace('\u{a0}', " ").contains(words));
        assert!(says("0,45") && says("0,90") && says("beregnet"), "{page}: {row:?}");
    }
    for (path, bytes) in &outcome.files {
        if path.as_str().ends_with("measures-table.csv") {
            let csv = String::from_utf8_lossy(bytes);
            assert!(csv.contains("0,45") && csv.contains("beregnet"), "{path}: {csv}");
        }
    }
    let own = outcome.html("planer/a/07.html").text().replace('\u{a0}', " ");
    assert!(own.contains("Opnået 0,45 mio. kr. 50 % af sparekravet; beregnet"), "{own}");
    // One part that has given nothing is told of too, and a figure of its own is no sum.
    let partial = site.clone().edit("content/plans/a/updates/2020-06-30/07b.md", "achieved = \"0,15\"\n", "").sound();
    let row = partial.html("udvalg/usb.html").table("measures-table").row("Hele").cells.clone();
    assert!(row.iter().any(|cell| cell.contains("1 af 2")), "{row:?}");
    let own = site.edit("content/plans/a/updates/2020-06-30/07.md", "Kritisk\"\n", "Kritisk\"\nachieved = \"0,50\"\n");
    let row = own.sound().html("udvalg/usb.html").table("measures-table").row("Hele").cells.clone();
    assert!(row.iter().any(|cell| cell.contains("0,50")), "{row:?}");
}

#[test]
fn what_a_table_of_the_page_says_is_not_printed_once_more_below_its_chart() {
    let milestones =
        "[milestones.1]\ntitle = \"Udbud\"\ndue = 2020-09-01\n[milestones.2]\ntitle = \"Aftale\"\ndue = 2020-12-01\n";
    let folded = |kind: &str| {
        let site = Site::small()
            .edit("content/plans/a/plan.md", "kind = \"savings\"", &format!("kind = \"{kind}\""))
            .with("content/plans/a/milestones.toml", milestones);
        let html = site.build().html("planer/a/index.html");
        let folds = html.all("details").into_iter().filter(|fold| fold.text().contains("Vis tallene som tabel"));
        folds.map(|fold| fold.is("retold")).collect::<Vec<_>>()
    };
    assert_eq!(folded("implementation"), [true], "milestones stand in their table");
    assert_eq!(folded("savings"), [true], "measures stand in theirs");
    let sheet = include_str!("../../themes/default/static/theme.css");
    let print = sheet.split("@media print").nth(1).expect("a sheet for paper");
    assert!(print.contains(".retold { display: none; }"));
}

#[test]
fn every_brace_of_a_sheet_has_its_other_one() {
    // A browser drops the rule behind one that closes nothing, in silence.
    for sheet in
        [include_str!("../../themes/default/static/theme.css"), include_str!("../../themes/default/static/chart.css")]
    {
        let mut depth = 0_usize;
        for (at, line) in (1..).zip(sheet.lines()) {
            let opened = depth + line.matches('{').count();
            let closed = line.matches('}').count();
            depth = opened.checked_sub(closed).unwrap_or_else(|| panic!("line {at}: {line}"));
        }
        assert_eq!(depth, 0);
    }
}

#[test]
fn a_heading_goes_with_the_wide_table_that_is_folded_below_it() {
    let sheet = include_str!("../../themes/default/static/theme.css");
    let rule = sheet.split('}').find(|rule| rule.contains("page: wide")).expect("a rule of wide sheets");
    for who in ["details:has(> .scrolls)", ":has(+ .scrolls th:nth-child(10), + details > .scrolls th:nth-child(10))"] {
        assert!(rule.contains(who), "{rule}");
    }
}
