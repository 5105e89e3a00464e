//! Counts of one to four persons or families: warned of wherever they are published.

use fremdrift::{diag::Severity, locale::Language};

use crate::support::Site;

const SMALL: &str = "small-count";

/// Where a site is warned of small counts: file and line.
fn warned(site: &Site) -> Vec<(String, u32)> {
    let found = site.check().findings.into_iter().filter(|found| found.code == SMALL);
    found
        .map(|found| {
            assert_eq!(found.severity, Severity::Warning);
            assert!(found.help.is_some());
            (found.path.as_str().trim_start_matches("content/plans/a/").to_owned(), found.line)
        })
        .collect()
}

fn indicator(lines: &str) -> Site {
    Site::small().with("content/plans/a/indicators.toml", format!("[fam]\ntitle = \"Familier i forløb\"\n{lines}"))
}

#[test]
fn a_small_count_is_warned_of_where_it_stands() {
    let own = "indicators.toml".to_owned();
    for lines in [
        "unit = \"familier\"\nbaseline = { date = \"2019-12\", value = 2 }\n",
        "unit = \"familier\"\nreadings = { 2018 = 4 }\n",
        "unit = \"familier\"\nreadings = { 2018 = { value = \"ca. 3\", note = \"Skøn\" } }\n",
        "unit = \"antal\"\nbaseline = { date = \"2019-12\", value = 1 }\n",
    ] {
        assert_eq!(warned(&indicator(lines)), [(own.clone(), 4)], "{lines}");
    }
    let followed = "unit = \"familier\"\nbaseline = { date = \"2019-12\", value = 8 }\n";
    let status = "updates/2020-06-30/01.md";
    for (file, text) in [
        ("updates/2020-06-30/index.md", "+++\n[readings]\nfam = 3\n+++\n"),
        (status, "+++\n[readings]\nfam = 3\n+++\n"),
    ] {
        let site = indicator(followed).with(&format!("content/plans/a/{file}"), text);
        assert_eq!(warned(&site), [(file.to_owned(), 3)], "{file}");
    }
}

#[test]
fn a_small_count_in_a_table_is_warned_of() {
    let table = |unit: &str, rows: &str| {
        Site::small()
            .with(
                "content/plans/a/tables/t.toml",
                format!("title = \"Anbragte\"\nunit = \"{unit}\"\nsign = \"none\"\n[columns]\nactual = {{}}\n"),
            )
            .with("content/plans/a/tables/t.csv", format!("row;label;kind;formula;actual\n{rows}"))
    };
    let rows = "a;Pleje;;;12\nb;Institution;;;3\n";
    assert_eq!(warned(&table("børn", rows)), [("tables/t.csv".to_owned(), 3)]);
    assert_eq!(warned(&table("antal", rows)), [("tables/t.csv".to_owned(), 3)], "the title says whom");
    assert_eq!(warned(&table("pladser", rows)), []);
    assert_eq!(warned(&table("børn", "a;Pleje;;;12\nb;Institution;;;0\nc;Opholdssted;;;-\nd;Andet;;;\n")), []);
    // A total that is computed is published too.
    let computed = "a;Pleje;;;1\nb;Institution;;;1\ni;I alt;total;a + b;\n";
    assert_eq!(warned(&table("børn", computed)).len(), 3);
}

#[test]
fn what_counts_nobody_is_passed_over() {
    for lines in [
        "unit = \"familier\"\nbaseline = { date = \"2019-12\", value = 5 }\n",
        "unit = \"familier\"\nbaseline = { date = \"2019-12\", value = 0 }\n",
        "unit = \"familier\"\nbaseline = { date = \"2019-12\", value = \"2,5\" }\n",
        "unit = \"familier\"\nbaseline = { date = \"2019-12\", value = \"-\" }\n",
        "unit = \"familier\"\ntarget = { date = \"2020-12\", value = 3 }\n",
        "unit = \"sager\"\nbaseline = { date = \"2019-12\", value = 2 }\n",
        "unit = \"%\"\nbaseline = { date = \"2019-12\", value = 2 }\n",
        "unit = \"mio. kr.\"\nbaseline = { date = \"2019-12\", value = 2 }\n",
        "unit = \"elever pr. klasse\"\nbaseline = { date = \"2019-12\", value = 3 }\n",
        "unit = \"år\"\nbaseline = { date = \"2019-12\", value = 4 }\n",
    ] {
        assert_eq!(warned(&indicator(lines)), [], "{lines}");
    }
}

#[test]
fn a_site_may_turn_it_off_or_make_it_an_error() {
    let few = indicator("unit = \"familier\"\nbaseline = { date = \"2019-12\", value = 2 }\n");
    let told = |word: &str| few.clone().append("site.toml", &format!("\n[checks]\nsmall-count = \"{word}\"\n")).check();
    assert_eq!(told("off").findings.len(), 0);
    assert!(!told("error").is_publishable());
}

#[test]
fn the_message_is_of_the_language_and_names_what_is_counted() {
    let few = indicator("unit = \"familier\"\nbaseline = { date = \"2019-12\", value = 2 }\n");
    for (language, words) in
        [(Language::Danish, "antal familier på mellem 1 og 4"), (Language::English, "count of familier from 1 to 4")]
    {
        let built = few.clone().messages(language).check();
        let message = built.findings.first().map(|found| found.message.clone()).expect("one");
        assert!(message.contains(words) && message.contains("Familier i forløb"), "{message}");
    }
}

#[test]
fn what_may_not_be_seen_is_not_warned_of() {
    let closed =
        indicator("unit = \"familier\"\nbaseline = { date = \"2019-12\", value = 2 }\nvisibility = \"closed\"\n");
    assert_eq!(warned(&closed), []);
}
