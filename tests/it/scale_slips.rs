//! Figures whose unit slipped, wherever they stand, and what looks like one and is none.

use crate::support::Site;

const MEASURE: &str = "content/plans/a/measures/01.md";
const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";
const INDEX: &str = "content/plans/a/updates/2020-06-30/index.md";

fn site() -> Site {
    let none = "[checks]\nmany-decimals = \"off\"\n[csv]\ndecimal = \",\"\nthousands = \".\"\n";
    Site::small().append("site.toml", none).as_of("2020-07-01")
}

/// Tells how many slips are found.
fn slips(site: &Site) -> usize {
    site.build().codes().into_iter().filter(|code| *code == "out-of-scale").count()
}

#[test]
fn an_overspend_is_held_against_those_of_other_reports() {
    let told = |overspend: &str| {
        let index = |amount: &str| format!("+++\noverspend = {amount}\n+++\nOrd.\n");
        let site = site().with("content/plans/a/updates/2020-03-31/index.md", index("\"14,2\""));
        let site = site.with("content/plans/a/updates/2020-05-31/index.md", index("\"11,0\""));
        slips(&site.with(INDEX, index(overspend)))
    };
    assert_eq!([told("\"12.400.000\""), told("\"12.400.000 kr.\""), told("12_400"), told("\"0,4\"")], [1, 0, 1, 0]);
    assert_eq!(told("\"0,01\""), 0, "that nearly nothing is left is what the plan is for");
}

#[test]
fn what_a_measure_requires_funds_and_effects_is_held_against_what_is_beside_it() {
    let required = |amount: &str| {
        let second = format!("+++\nnumber = \"2\"\ntitle = \"To\"\nrequired = {amount}\n+++\n");
        slips(&site().edit(MEASURE, "2,50", "3,50").with("content/plans/a/measures/02.md", second))
    };
    assert_eq!(
        [required("2_500"), required("1_100"), required("\"0,01\""), required("\"2.500 1.000 kr.\"")],
        [1, 1, 0, 0]
    );
    let funding = |year: &str| {
        slips(&site().edit(MEASURE, "+++\n", "+++\n").append(MEASURE, "").with(
            MEASURE,
            format!("+++\nnumber = \"1\"\ntitle = \"T\"\nrequired = \"2,50\"\n[funding]\nunit = \"1.000 kr.\"\n2020 = 1_250\n2021 = {year}\n+++\n"),
        ))
    };
    assert_eq!([funding("1_250_000"), funding("12_500"), funding("1_250")], [1, 0, 0]);
    let effect = |months: &str| {
        let planned = "+++\nnumber = \"1\"\ntitle = \"T\"\nrequired = \"2,50\"\n[effect]\nunit = \"1.000 kr.\"\n[effect.2020]\napr-jun = 500\n+++\n";
        slips(&site().with(MEASURE, planned).with(STATUS, format!("+++\nlevel = \"Alt OK\"\n{months}\n+++\nOrd.\n")))
    };
    assert_eq!(
        [
            effect("[effect.2020]\napr-jun = 500"),
            effect("[effect]\nunit = \"1.000 kr.\"\n[effect.2020]\napr-jun = 500"),
            effect("[effect.2020]\napr-jun = \"0,001\"")
        ],
        [1, 0, 0]
    );
}

#[test]
fn a_cell_is_held_against_the_budgets_of_its_row() {
    let told = |row: &str| {
        let declared = "title = \"T\"\nunit = \"mio. kr.\"\n[columns]\nadopted = {}\nactual = {}\nforecast = {}\n";
        let site = site().with("content/plans/a/tables/t.toml", declared);
        slips(&site.with(
            "content/plans/a/updates/2020-06-30/t.csv",
            format!("row;label;adopted;actual;forecast\na;A;{row}\n"),
        ))
    };
    assert_eq!(told("10,0;10.100;"), 1, "what was spent");
    assert_eq!(told("10,0;0,001;"), 0, "little was spent so far");
    assert_eq!(told("10,0;;9.900,0"), 1, "a forecast");
    assert_eq!(told("10.200,0;;10,5"), 1, "one in millions among thousands");
    assert_eq!(told("10,0;4,0;90,0"), 0);
    for row in ["0,01;5,2;5,2", "0,002;1,2;", "0,3;;120,0", "0,0;0,1;35,0"] {
        assert_eq!(told(row), 0, "{row}: no thousands are written");
    }
}

#[test]
fn a_slip_beside_nought_is_told_once() {
    let told = |readings: &str| {
        let declared = format!("[i]\ntitle = \"Udgift\"\nunit = \"mio. kr.\"\nreadings = {{ {readings} }}\n");
        slips(&site().with("content/plans/a/indicators.toml", declared))
    };
    assert_eq!(told("2017 = \"0\", 2018 = \"8,5\", 2019 = \"9.100,0\""), 1);
    assert_eq!(told("2017 = \"9.100,0\", 2018 = \"8,5\""), 1, "the later one");
    assert_eq!(told("2017 = \"8,5\", 2018 = \"9.100,0\", 2019 = \"8,7\""), 1);
    assert_eq!(told("2017 = \"0\", 2018 = \"8,5\""), 0);
}
