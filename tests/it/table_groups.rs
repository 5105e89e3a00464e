//! What a heading of a figure table stands for: on pages, on those of committees and in files.

use crate::support::{Outcome, Site};

const COMMITTEES: &str =
    "[SSU]\nname = \"Socialudvalget\"\n[\"ØU\"]\nname = \"Økonomiudvalget\"\n[BUU]\nname = \"Børneudvalget\"\n";

/// Builds a table of rows: id, label, kind, formula and committee.
fn built(rows: &[&str]) -> Outcome {
    let csv: Vec<String> =
        rows.iter().map(|row| format!("{row};{}", if row.contains(";heading") { "" } else { "1,0" })).collect();
    let csv = format!("row;label;kind;of;formula;committee;forecast\n{}\n", csv.join("\n"));
    Site::small()
        .append("site.toml", "[checks]\ntotal-without-formula = \"off\"\n[csv]\ndecimal = \",\"\nthousands = \".\"\n")
        .with("content/committees.toml", COMMITTEES)
        .edit("content/plans/a/plan.md", "USB", "ØU")
        .with("content/plans/a/tables/t.toml", "title = \"T\"\nunit = \"mio. kr.\"\n[columns]\nforecast = {}\n")
        .with("content/plans/a/updates/2020-06-30/t.csv", csv)
        .sound()
}

/// Returns the group of each row of the file of the table: the words of its heading.
fn groups(built: &Outcome) -> Vec<(String, String)> {
    let csv = built.page(built.path("a/index.table-t.csv")).trim_start_matches('\u{feff}');
    let lines: Vec<Vec<&str>> = csv.lines().map(|line| line.split(';').collect()).collect();
    let of = |head: &str| lines[0].iter().position(|cell| *cell == head).unwrap_or_else(|| panic!("{head} in {csv}"));
    let (group, label) = (of("Afsnit"), of("Afsnit") + 1);
    lines[1..].iter().map(|line| (line[label].to_owned(), line[group].to_owned())).collect()
}

/// The rows that a controller wrote.
const ROWS: [&str; 9] = [
    "h-buu;Børn;heading;;;",
    "skole;Skoler;;;;BUU",
    "buu;Børn i alt;subtotal;;skole:skole;BUU",
    "h-ssu;Social;heading;;;",
    "aeldre;Ældre;;;;SSU",
    "ref;Refusion;;;;SSU",
    "ssu;Social i alt;subtotal;;aeldre:ref;SSU",
    "adm;Administration;;;;ØU",
    "ialt;Hele kommunen;total;;buu + ssu + adm;ØU",
];

#[test]
fn a_subtotal_of_all_below_a_heading_ends_it() {
    let outcome = built(&ROWS);
    let lead = |page: &str| -> Vec<String> {
        outcome.html(page).table("table-t").lead().into_iter().map(str::to_owned).collect()
    };
    assert_eq!(lead("udvalg/øu.html"), ["Plan A", "Administration"], "no heading of another committee");
    assert_eq!(lead("udvalg/ssu.html"), ["Plan A", "Social", "Ældre", "Refusion"]);
    let of = groups(&outcome);
    let group = |row: &str| of.iter().find(|(label, _)| label == row).map(|(_, group)| group.as_str());
    let expected = [
        ("Skoler", "Børn"),
        ("Refusion", "Social"),
        ("Social i alt", "Social"),
        ("Administration", ""),
        ("Hele kommunen", ""),
    ];
    for (row, expected) in expected {
        assert_eq!(group(row), Some(expected), "{row} of {of:?}");
    }
    let page = outcome.page("planer/a/index.html");
    let (before, after) = page.split_once("Administration").expect("the row");
    assert!(before.rsplit_once("</tbody><tbody>").expect("a group").0.contains("Social i alt"), "{after:.40}");
}

/// Returns the group of a row.
fn group_of(rows: &[&str], row: &str) -> String {
    let of = groups(&built(rows));
    of.iter()
        .find(|(label, _)| label == row)
        .map(|(_, group)| group.clone())
        .unwrap_or_else(|| panic!("{row} of {of:?}"))
}

#[test]
fn what_a_heading_stands_for_goes_on_where_no_sum_ends_it() {
    let after = |sums: &[&str]| {
        let head = ["h;Drift;heading;;;", "a;A;;;;", "b;B;;;;"];
        let rows: Vec<&str> = head.iter().chain(sums).chain(&["z;Z;;;;"]).copied().collect();
        group_of(&rows, "Z")
    };
    assert_eq!(after(&[]), "Drift");
    assert_eq!(after(&["s;S;subtotal;;a:b;"]), "", "a range");
    assert_eq!(after(&["s;S;subtotal;;a + b;"]), "", "one by one");
    assert_eq!(after(&["s;S;subtotal;;a - b;"]), "", "one is taken away");
    assert_eq!(after(&["s;S;total;;a + b;"]), "", "a total");
    assert_eq!(after(&["s;S;subtotal;;a;"]), "Drift", "a part alone");
    assert_eq!(after(&["s;S;subtotal;;;"]), "Drift", "nobody says of what it is the sum");
    assert_eq!(after(&["s;S;subtotal;;a / b;"]), "Drift", "a quotient is no sum");
    assert_eq!(after(&["s;S;subtotal;;a + b;", "p;P;;s;;"]), "", "a part of the sum stands below it");
    assert_eq!(after(&["s;S;subtotal;;a + b;", "c;C;;;;", "n;N;subtotal;;s + c;"]), "", "the last subtotal of all");
    let parts = ["h;Drift;heading;;;", "a;A;;;;", "s;S;subtotal;;a;", "c;C;;;;", "n;N;subtotal;;s + c;"];
    assert_eq!(group_of(&parts, "C"), "Drift");
}

#[test]
fn a_committee_that_finds_nothing_but_rows_with_levels_has_their_scale() {
    let level = "title = \"T\"\nunit = \"mio. kr.\"\n[columns]\nforecast = {}\nstate = { title = \"Vurdering\", level = true }\n";
    let site = Site::small()
        .with("content/committees.toml", COMMITTEES)
        .edit("content/plans/a/plan.md", "USB", "ØU")
        .with("content/plans/a/tables/t.toml", level)
        .with("content/plans/a/updates/2020-06-30/t.csv", "row;label;committee;forecast;state\na;A;SSU;1;Kritisk\n");
    let built = site.build();
    for page in ["udvalg/ssu.html", "udvalg/ssu/moedebilag.html"] {
        let html = built.html(page);
        let legends = html.every().into_iter().filter(|element| element.is("legend")).count();
        assert_eq!(legends, 1, "{page}: {}", html.text());
    }
}
