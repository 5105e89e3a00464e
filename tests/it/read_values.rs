//! What fields hold and files say, where the smallest difference decides: signs, lengths, marks, years that begin in another month.

use fremdrift::locale::Language;

use crate::support::{Outcome, Site};

const MEASURE: &str = "content/plans/a/measures/02.md";
const SERIES: &str = "content/plans/a/indicators/led.csv";

fn measure(title: &str, lines: &str) -> Site {
    Site::small()
        .append("site.toml", "[checks]\nmissing-status = \"off\"\n")
        .with(MEASURE, format!("+++\nnumber = \"2\"\ntitle = \"{title}\"\n{lines}+++\n"))
}

fn followed(declared: &str, csv: &str) -> Outcome {
    let indicators = format!("[led]\ntitle = \"Ledighed\"\nunit = \"%\"\n{declared}");
    Site::small().with("content/plans/a/indicators.toml", indicators).with(SERIES, csv).build()
}

#[test]
fn what_is_marked_public_is_shown() {
    let built = measure("Botilbud", "visibility = \"public\"\n").sound();
    assert!(built.page("planer/a/02.html").contains("Botilbud"));
}

#[test]
fn a_reference_without_a_word_is_empty() {
    assert_eq!(measure("B", "owner = \" \"\n").codes(), ["empty-value"]);
}

#[test]
fn a_single_sign_is_a_blank_only_where_signs_are_named() {
    let built = measure("\\t", "").build();
    assert!(
        built.built.findings.is_empty() && built.traces("\"number\":\"2\"").is_empty(),
        "a line without a title is none"
    );
    let table = "title = \"T\"\nunit = \"kr.\"\n[csv]\nthousands = \" \"\ndecimal = \",\"\n[columns]\na = {}\n";
    let built = Site::small()
        .with("content/plans/a/tables/t.toml", table)
        .with("content/plans/a/updates/2020-06-30/t.csv", "row;label;a\nx;X;1 000,5\n")
        .sound();
    assert_eq!(built.html("planer/a/index.html").table("table-t").cell("X", "a"), "1.000,5");
}

#[test]
fn a_field_is_as_long_as_its_characters() {
    for (title, codes) in [("æ".repeat(3_000), &[][..]), ("x".repeat(3_000), &[]), ("x".repeat(3_001), &["too-long"])]
    {
        assert_eq!(measure(&title, "").codes(), codes, "{}", title.len());
    }
}

#[test]
fn of_a_file_that_is_not_merged_nothing_else_is_told() {
    let versions = "<<<<<<< HEAD\nx;X;1\n=======\nx;X;2\n>>>>>>> gren\n";
    let table = "title = \"T\"\nunit = \"kr.\"\n[columns]\na = {}\n";
    for site in [
        Site::small().with(MEASURE, format!("+++\nnumber = \"2\"\n{versions}+++\n")),
        Site::small().with("content/x.md", format!("+++\ntitle = \"X\"\n+++\nOrd.\n\n{versions}")),
        Site::small()
            .with("content/plans/a/tables/t.toml", table)
            .with("content/plans/a/updates/2020-06-30/t.csv", format!("row;label;a\n{versions}")),
    ] {
        assert_eq!(site.codes(), ["merge-conflict"]);
    }
}

#[test]
fn a_file_whose_numbers_have_two_meanings_is_told_once_beside_other_mistakes() {
    let built = followed("", "period;total\n2018;5.312\n2019;5,312\n2020;x\n2021;5,313\n");
    let told: Vec<_> = built.built.findings.iter().map(|found| (found.code, found.line)).collect();
    assert_eq!(told, [("csv-undeclared", 3), ("not-an-amount", 4)]);
    let help = |language: Language, number: &str| {
        let indicators = "[led]\ntitle = \"Ledighed\"\nunit = \"%\"\n";
        let site = Site::small()
            .edit("site.toml", "\"da\"", if language == Language::English { "\"en\"" } else { "\"da\"" })
            .with("content/plans/a/indicators.toml", indicators)
            .with(SERIES, format!("period;total\n2018;{number}\n"));
        let found = site.messages(Language::English).check().findings;
        let found = found.into_iter().find(|found| found.code == "csv-undeclared").expect("told");
        found.help.unwrap_or_default()
    };
    let danish = "decimal = \",\" if these are decimals, or decimal = \".\" and thousands = \",\"";
    let english = "decimal = \".\" if these are decimals, or decimal = \",\" and thousands = \".\"";
    assert!(help(Language::Danish, "5,312").contains(danish));
    assert!(help(Language::English, "5.312").contains(english));
    // Where it is declared each is told.
    let built = followed("[led.csv]\ndecimal = \",\"\n", "period;total\n2018;5.31\n2019;5.31\n");
    assert_eq!(built.codes(), ["foreign-decimal"; 2]);
}

#[test]
fn a_period_of_a_reading_is_told_once_for_all_series_with_what_was_meant() {
    let series = "[led.series]\na = \"A\"\nb = \"B\"\n";
    let built = followed(series, "period;a;b\n10-08-2018;4;5\nsnart;5;6\n2018/19;4;4\n");
    let told: Vec<_> = built.built.findings.iter().map(|found| (found.code, found.line, found.cures.len())).collect();
    assert_eq!(told, [("not-a-period", 2, 1), ("not-a-period", 3, 0), ("year-not-declared", 4, 0)]);
    assert_eq!(built.built.findings[0].cures[0].text, "2018-08-10");
}

#[test]
fn a_plan_says_itself_in_which_month_its_years_begin() {
    const PLAN: &str = "content/plans/a/plan.md";
    let site = Site::small()
        .edit(PLAN, "year = 2020\n", "finished = \"2019/20-Q4\"\nyear = \"2019/20\"\nyear_begins = \"apr\"\n")
        .append("site.toml", "[checks]\nopen-in-finished = \"off\"\n")
        .with("content/plans/a/milestones.toml", "[milestones.1]\ntitle = \"A\"\ndue = \"2019/20-Q4\"\n");
    assert_eq!(site.codes(), [""; 0], "its other fields count by it, those before it too");
    let undeclared = site.edit(PLAN, "year_begins = \"apr\"\n", "");
    assert_eq!(undeclared.codes(), ["year-not-declared"; 3]);
}

#[test]
fn a_draft_is_told_of_unless_something_else_hides_it() {
    const INDEX: &str = "content/plans/a/updates/2020-06-30/index.md";
    let told = |fields: &str, second: &str| {
        let site = measure("B", "")
            .with(INDEX, format!("+++\nvisibility = \"draft\"\n{fields}+++\n"))
            .with("content/plans/a/updates/2020-06-30/01.md", "+++\n+++\nOrd.\n")
            .with("content/plans/a/updates/2020-06-30/02.md", format!("+++\n{second}+++\n"));
        let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let found = site.check().findings;
        found.iter().map(|found| format!("{} {}", name(found.path.as_str()), found.code)).collect::<Vec<_>>()
    };
    let both = ["01.md draft-lacks", "02.md draft-lacks", "index.md draft-report"];
    assert_eq!(told("", ""), both);
    assert_eq!(told("embargo = 2020-07-01\n", ""), both, "it could be out from today");
    assert_eq!(told("embargo = 2020-07-02\n", ""), [""; 0]);
    // A status that is kept back by itself lacks nothing.
    for mark in ["visibility = \"closed\"\n", "embargo = 2020-12-31\n"] {
        assert_eq!(told("", mark), ["01.md draft-lacks", "index.md draft-report"], "{mark}");
    }
}
