//! `decimals`: figures stay exact and are shown rounded, and what could be read in two ways is asked about.

use fremdrift::render::changes::markdown;

use crate::support::{Site, expect};

const PAGE: &str = "planer/a/index.html";
const OWN_PAGE: &str = "planer/a/indikatorer/a.html";
const FILE: &str = "content/plans/a/indicators.toml";
const TABLE: &str = "content/plans/a/tables/t.toml";

fn with(lines: &str) -> Site {
    Site::small().with(FILE, format!("[a]\ntitle = \"Dødsfald\"\nunit = \"pr. 100.000\"\n{lines}\n"))
}

fn page(site: &Site) -> String {
    site.sound().page(PAGE).replace('\u{a0}', " ")
}

fn own_page(site: &Site) -> String {
    site.sound().page(OWN_PAGE).replace('\u{a0}', " ")
}

#[test]
fn an_indicator_is_shown_with_its_decimals_and_stays_exact() {
    let readings = "readings = { 2017 = \"84,96\", 2018 = \"85,51510844\", 2019 = \"85,54\" }";
    let rounded = with(&format!("decimals = 1\n{readings}\ntarget = {{ at_most = \"80,25\" }}"));
    let outcome = rounded.sound();
    let page = page(&rounded);
    assert!(page.contains("<data value=\"85.54\" title=\"85,54\">85,5 pr. 100.000</data>"), "{page}");
    assert!(page.contains("Vist med 1 decimal; summer og forskelle er regnet på de præcise tal"));
    assert!(page.contains("højst 80,3 pr. 100.000"), "a half goes away from zero");
    let own = own_page(&rounded);
    assert!(own.contains("<data value=\"85.51510844\" title=\"85,51510844\">85,5 pr. 100.000</data>"), "{own}");
    assert!(own.contains("<data value=\"84.96\" title=\"84,96\">85,0 pr. 100.000</data>"), "{own}");
    assert!(
        own.contains("steget fra 85,0 til 85,5") && own.contains("vist med højst 1 decimal"),
        "the chart says so: {own}"
    );
    assert_eq!(outcome.codes(), [""; 0]);
    // What would be shown as one number, and is not, is shown with all its digits where one is held against the other.
    let still = own_page(&with("decimals = 1\nreadings = { 2018 = \"85,51\", 2019 = \"85,54\" }"));
    assert!(still.contains("steget fra 85,51 til 85,54") && still.contains("+0,03"), "{still}");
    let plain = with(readings).sound();
    assert!(plain.page(OWN_PAGE).contains("85,51510844") && !plain.page(OWN_PAGE).contains("<data"));
    assert_eq!(plain.codes(), ["many-decimals"]);
    let more = rounded.diff(&rounded.clone().edit(FILE, "85,51510844", "85,51510845"));
    let told = markdown(&more.changes, &more.locale);
    assert!(told.contains("85,51510844") && told.contains("85,51510845"), "a difference is told exactly: {told}");
}

#[test]
fn both_ends_of_a_range_are_shown_with_the_decimals_of_their_indicator() {
    let lines = "target = { between = [\"3,26\", \"4,74\"] }\nreadings = { 2018 = \"5,5\", 2019 = { between = [\"6,26\", \"7,74\"] } }";
    let (plain, rounded) = (own_page(&with(lines)), own_page(&with(&format!("decimals = 1\n{lines}"))));
    for (end, shown) in [("3,26", "3,3"), ("4,74", "4,7"), ("6,26", "6,3"), ("7,74", "7,7")] {
        assert!(plain.contains(end) && !plain.contains(&format!("{shown} ")), "{plain}");
        assert!(rounded.contains(shown), "{shown}: {rounded}");
    }
}

#[test]
fn three_decimals_of_an_indicator_are_taken_at_their_word_where_it_is_told_that_they_are_some() {
    for lines in [
        "decimals = 3\nreadings = { 2017 = \"42,032\" }",
        "decimals = 1\nbaseline = { date = \"2016\", value = \"42,032\" }",
        "readings = { 2016 = \"155,0996\", 2017 = \"42,032\", 2018 = \"40,64\" }",
        "readings = { 2016 = \"0,932\", 2017 = \"42,032\" }",
        "target = { at_most = \"42,5\" }\nreadings = { 2017 = \"42,032\" }",
        "series = { nord = { title = \"Nord\", readings = { 2016 = \"41,1\" } } }\nreadings = { 2017 = \"42,032\" }",
    ] {
        assert_eq!(with(lines).codes(), [""; 0], "{lines}");
    }
    for lines in [
        "readings = { 2017 = \"42,032\" }",
        "readings = { 2016 = \"155,099\", 2017 = \"42,032\" }",
        "decimals = 0\nreadings = { 2017 = \"42,032\" }",
        "readings = { 2017 = { value = \"42,032\", note = \"Skøn\" } }",
        "readings = { 2017 = { between = [\"41\", \"42,032\"] } }",
        "baseline = { date = \"2016\", value = \"42,032\" }",
        "target = { at_most = \"42,032\" }",
    ] {
        let found = with(lines).check().findings;
        let codes: Vec<_> = found.iter().map(|found| found.code).collect();
        assert!(
            codes.contains(&"ambiguous-reading") && codes.iter().all(|code| *code == codes[0]),
            "{lines}: {codes:?}"
        );
        assert!(expect::show(&found[0]).contains("decimals = 3"), "{}", expect::show(&found[0]));
        assert!(found[0].line >= 4, "{lines}");
    }
    let money = with("readings = { 2016 = \"8,5\", 2017 = \"1,250\" }").edit(FILE, "pr. 100.000", "mio. kr.");
    assert_eq!(money.codes(), ["ambiguous-reading"], "of money another figure proves nothing");
    let report = "content/plans/a/updates/2020-06-30/index.md";
    let read = |lines: &str| with(lines).with(report, "+++\n[readings]\na = \"42,032\"\n+++\n").codes();
    assert_eq!(read("readings = { 2017 = \"155,0996\" }"), [""; 0], "a report's reading is of the same indicator");
    assert_eq!(read("readings = { 2017 = 155 }"), ["ambiguous-reading"]);
    let measure = Site::small().edit("content/plans/a/measures/01.md", "\"2,50\"", "\"2,500\"");
    assert_eq!(measure.codes(), ["ambiguous-amount"], "elsewhere it is asked about as before");
}

/// A table of two items and a total.
fn table(declared: &str, total: &str) -> Site {
    Site::small()
        .with(TABLE, format!("title = \"T\"\nunit = \"mio. kr.\"\nsign = \"none\"\n{declared}"))
        .with(
            "content/plans/a/tables/t.csv",
            format!("row;label;kind;formula;actual\na;A;;;1,4444\nb;B;;;1,4444\nc;C;;;-0,0444\ns;I alt;total;a + b;{total}\n"),
        )
        .append("site.toml", "[csv]\ndecimal = \",\"\nthousands = \".\"\n")
}

#[test]
fn sums_are_of_exact_figures_and_what_differs_is_shown_exactly() {
    let cells = |site: &Site| -> Vec<String> {
        let table = site.sound().html(PAGE).table("table-t");
        table.column("Forbrug").iter().map(|cell| cell.replace('\u{a0}', " ")).collect()
    };
    let column = "[columns]\nactual = { decimals = 1 }\n";
    assert_eq!(cells(&table(column, "2,8888")), ["1,4", "1,4", "0,0", "2,9"], "1,4 and 1,4 are 2,9: the note says why");
    assert!(page(&table(column, "2,8888")).contains("regnet på de præcise tal"));
    let of_table = table("decimals = 1\n[columns]\nactual = {}\n", "2,8888");
    assert_eq!(cells(&of_table), ["1,4", "1,4", "0,0", "2,9"]);
    let of_plan = table("[columns]\nactual = {}\n", "2,8888").edit(
        "content/plans/a/plan.md",
        "unit = \"mio. kr.\"\n",
        "unit = \"mio. kr.\"\ndecimals = 1\n",
    );
    assert_eq!(cells(&of_plan), ["1,4", "1,4", "0,0", "2,9"], "a table that counts as its plan does");
    let other_unit = of_plan.clone().edit(TABLE, "unit = \"mio. kr.\"", "unit = \"1.000 kr.\"");
    assert_eq!(cells(&other_unit)[0], "1,4444", "what counts in another unit is shown as it is written");
    let contested = cells(&table(column, "2,9123"));
    assert!(contested[3].starts_with("2,9123") && contested[3].contains("+0,0235"), "{contested:?}");
    assert!(page(&table(column, "2,9123")).contains("2,8888"), "what was computed is shown as it is beside it");
    let computed = table(column, "").edit("content/plans/a/tables/t.csv", "total;a + b;", "total;a:c;");
    let sum = &cells(&computed)[3];
    assert!(
        sum.starts_with("2,8") && !sum.contains("2,84"),
        "a sum that nobody stated is shown as its parts are: {sum}"
    );
    assert!(!page(&table("[columns]\nactual = {}\n", "2,8888")).contains("regnet på de præcise tal"));
}

#[test]
fn a_column_takes_the_decimals_of_its_table_where_it_counts_in_its_unit() {
    let site = Site::small()
        .with(
            TABLE,
            "title = \"T\"\nunit = \"%\"\ndecimals = 1\n[columns]\nn = {}\nk = { unit = \"kr.\" }\nd = { unit = \"procentpoint\" }\n",
        )
        .with("content/plans/a/tables/t.csv", "row;label;n;k;d\na;A;1,23;1,23;1,23\n");
    let table = site.sound().html(PAGE).table("table-t");
    let cells = ["n", "k (kr.)", "d"].map(|column| table.cell("A", column).replace('\u{a0}', " "));
    // A difference of per cent is in points of it.
    assert_eq!(cells, ["1,2 %", "1,23", "1,2 procentpoint"]);
}

#[test]
fn measures_are_shown_with_the_decimals_of_their_plan() {
    let site =
        Site::small().edit("content/plans/a/plan.md", "unit = \"mio. kr.\"\n", "unit = \"mio. kr.\"\ndecimals = 1\n");
    let page = page(&site);
    assert!(page.contains("<data value=\"1.25\" title=\"1,25\">1,3</data>"), "{page}");
    assert!(page.contains("vist med højst 1 decimal"));
    let kroner = site.edit("content/plans/a/updates/2020-06-30/01.md", "\"1,25\"", "\"1.249.999,55 kr.\"");
    assert!(self::page(&kroner).contains("1.249.999,55 kr."), "its own unit is its own");
}

#[test]
fn decimals_are_a_whole_number_from_0_to_12() {
    for (written, code) in [
        ("13", "decimals-unfit"),
        ("-1", "decimals-unfit"),
        ("\"1,5\"", "decimals-unfit"),
        ("\"-\"", "decimals-unfit"),
        ("\"ca. 1\"", "decimals-unfit"),
        ("\"1 kr.\"", "decimals-unfit"),
        ("1.5", "float-amount"),
        ("true", "wrong-type"),
    ] {
        let line = format!("decimals = {written}\n");
        let plan = Site::small().edit(
            "content/plans/a/plan.md",
            "unit = \"mio. kr.\"\n",
            &format!("unit = \"mio. kr.\"\n{line}"),
        );
        assert_eq!(plan.codes(), [code], "plan: {written}");
        assert_eq!(with(&format!("{line}readings = {{ 2019 = 5 }}")).codes(), [code], "indicator: {written}");
        let column = format!("[columns]\nactual = {{ decimals = {written} }}\n");
        assert_eq!(table(&column, "2,8888").codes(), [code], "column: {written}");
    }
    assert_eq!(with("decimals = 12\nreadings = { 2019 = \"0,123456789012\" }").codes(), [""; 0]);
    assert_eq!(with("decimals = 12\nreadings = { 2019 = \"0,1234567890123\" }").codes(), ["too-many-decimals"]);
}

/// Three measures whose figures are shown with one decimal less than they have.
fn rounded_money(decimals: &str) -> Site {
    let measure =
        |nth: u32| format!("+++\nnumber = \"{nth}\"\ntitle = \"Tiltag {nth}\"\nrequired = \"1,44\"\n+++\nOrd.\n");
    let status = |achieved: &str| {
        format!("+++\nlevel = \"Alt OK\"\nachieved = \"{achieved}\"\n+++\nStatus nummer {achieved}.\n")
    };
    let site = Site::small().edit("content/plans/a/plan.md", "title = ", &format!("{decimals}title = "));
    (1..=3).fold(site, |site, nth| {
        let achieved = if nth == 1 { "1,40" } else { "0,40" };
        site.with(&format!("content/plans/a/measures/0{nth}.md"), measure(nth))
            .with(&format!("content/plans/a/updates/2020-06-30/0{nth}.md"), status(achieved))
    })
}

#[test]
fn a_total_on_a_tile_says_what_its_rounded_parts_come_to() {
    let tiles = |site: &Site, page: &str| {
        let outcome = site.sound();
        let tiles = outcome.html(page).all("dl").into_iter().find(|list| list.is("tiles")).expect("tiles").text();
        tiles.replace('\u{a0}', " ")
    };
    let rounded = rounded_money("decimals = 1\n");
    for page in [PAGE, "udvalg/usb.html"] {
        let said = tiles(&rounded, page);
        assert!(
            said.contains("4,3 mio. kr.") && said.contains("vist afrundet: de viste tal giver 4,2 mio. kr."),
            "{page}: {said}"
        );
        // 1,4 + 0,4 + 0,4 are what they look like.
        assert!(said.contains("2,2 mio. kr.") && !said.contains("giver 2,2"), "{page}: {said}");
    }
    // Of several plans the tile of the front page says it of their totals; of one there is nothing to add up.
    let other = |path: &str| path.replace("plans/a/", "plans/b/");
    let paths =
        ["plan.md", "measures/01.md", "measures/02.md", "measures/03.md"].map(|file| format!("content/plans/a/{file}"));
    let files = rounded.files();
    let two = paths.iter().fold(rounded.clone(), |site, path| {
        site.with(&other(path), files.iter().find(|(known, _)| *known == path).expect("a file").1.as_slice())
    });
    let statuses = (1..=3).map(|nth| format!("content/plans/a/updates/2020-06-30/0{nth}.md"));
    let two = statuses.fold(two, |site, path| {
        let own = files.iter().find(|(known, _)| **known == path).expect("a file").1.clone();
        site.with(&other(&path), String::from_utf8(own).expect("text").replace("nummer", "i b nummer"))
    });
    assert!(tiles(&two, "index.html").contains("8,6 mio. kr."), "4,32 twice are 8,64, and 4,3 twice are 8,6");
    assert!(!tiles(&two, "index.html").contains("de viste tal giver 8"));
    assert!(!tiles(&rounded_money(""), PAGE).contains("vist afrundet"), "nothing is rounded");
}
