//! A stated total is no false one because measures have not told yet what it adds up; it is one beside all it adds up.

use crate::support::{Outcome, Site};

const PLAN: &str = "planer/a/index.html";
const REPORT: &str = "content/plans/a/updates/2020-06-30/index.md";

/// A plan that states what was achieved; the second of its measures requires so much and says `told` of it.
fn site(stated: &str, required: &str, told: &str) -> Site {
    Site::small()
        .with("content/plans/a/measures/02.md", format!("+++\nnumber = \"2\"\ntitle = \"Rammer\"\n{required}\n+++\n"))
        .with("content/plans/a/updates/2020-06-30/02.md", format!("+++\nlevel = \"ok\"\n{told}\n+++\n"))
        .with(REPORT, format!("+++\n[stated]\nachieved = \"{stated}\"\n+++\n"))
}

/// Tells whether a site says that its stated total is false, on its page as by `check`.
#[track_caller]
fn is_false(site: &Site) -> bool {
    let outcome = site.build();
    let page = outcome.html(PLAN).text();
    let found = outcome.codes().contains(&"stated-differs");
    assert_eq!(page.contains("Regn med"), found, "{page}");
    assert_eq!(page.contains("stemmer ikke"), found, "{page}");
    found
}

#[test]
fn what_a_missing_figure_could_explain_is_not_false() {
    let owes = "required = \"2,00\"";
    for (stated, required, told, expected) in [
        ("1,90", owes, "", false),
        ("1,90", owes, "achieved = \"0,65\"", false),
        // All are told, and do not come to it.
        ("1,90", owes, "achieved = \"0,40\"", true),
        ("1,90", owes, "achieved = \"-\"", true),
        // Nothing is required of it, or it was given up: nothing is missing.
        ("1,90", "", "", true),
        ("1,90", owes, "lifecycle = \"dropped\"", true),
        // Less than what is told, where nothing is taken away.
        ("1,00", owes, "", true),
        ("1,00", "required = \"-2,00\"\ninvestment = true", "", false),
        ("1,25", owes, "", false),
    ] {
        assert_eq!(is_false(&site(stated, required, told)), expected, "{stated} {required} {told}");
    }
}

#[test]
fn the_page_says_how_many_are_told() {
    let text = |outcome: &Outcome| outcome.html(PLAN).text().replace('\u{a0}', " ");
    let page = text(&site("1,90", "required = \"2,00\"", "").build());
    assert_eq!(page.matches("1 af 2 er oplyst").count(), 3, "the sentence, the tile and the row of the sum: {page}");
    let page = text(&site("1,90", "required = \"2,00\"", "achieved = \"0,65\"").build());
    assert!(!page.contains("er oplyst"), "{page}");
}

#[test]
fn parts_of_a_measure_are_no_otherwise() {
    let parts = |told: &str| {
        Site::small()
            .with(
                "content/plans/a/measures/01a.md",
                "+++\nnumber = \"1.a\"\ntitle = \"Del a\"\nrequired = \"1,00\"\n+++\n",
            )
            .with(
                "content/plans/a/measures/01b.md",
                "+++\nnumber = \"1.b\"\ntitle = \"Del b\"\nrequired = \"1,50\"\n+++\n",
            )
            .with("content/plans/a/updates/2020-06-30/01a.md", "+++\nlevel = \"ok\"\nachieved = \"0,80\"\n+++\n")
            .with("content/plans/a/updates/2020-06-30/01b.md", format!("+++\nlevel = \"ok\"\n{told}\n+++\n"))
            .build()
    };
    let page = |told: &str| parts(told).html("planer/a/01.html").text();
    assert!(page("achieved = \"0,20\"").contains("stemmer ikke"), "{}", page("achieved = \"0,20\""));
    assert!(!page("").contains("stemmer ikke"), "{}", page(""));
}

#[test]
fn the_months_so_far_are_held_against_what_was_achieved() {
    let site = |achieved: &str, effect: &str| {
        let status = format!(
            "+++\nlevel = \"ok\"\nachieved = {achieved}\n[effect]\nunit = \"kr.\"\n[effect.2020]\n{effect}\n+++\n"
        );
        Site::small()
            .edit("content/plans/a/plan.md", "mio. kr.", "kr.")
            .edit("content/plans/a/measures/01.md", "2,50", "2500000")
            .with("content/plans/a/updates/2020-06-30/01.md", status)
    };
    let all = "jan-feb = 0\nmar-may = 166_667\njun = 285_714";
    for (achieved, effect, expected) in [
        ("780_000", all, true),
        ("790_000", all, true),
        ("785_715", all, false),
        // Rounded months.
        ("785_714", all, false),
        // Others may have been before March; less than they come to nobody achieved.
        ("790_000", "mar-may = 166_667\njun = 285_714", false),
        ("780_000", "mar-may = 166_667\njun = 285_714", true),
    ] {
        let outcome = site(achieved, effect).build();
        assert_eq!(outcome.codes().contains(&"stated-differs"), expected, "{achieved}: {effect}");
        let page = outcome.html("planer/a/01.html").text().replace('\u{a0}', " ");
        assert_eq!(page.contains("stemmer ikke"), expected, "{achieved}: {page}");
    }
    // What was achieved in years before is in no month of this one.
    let later = site("790_000", all).edit("content/plans/a/plan.md", "year = 2020", "year = 2019");
    assert!(!later.codes().contains(&"stated-differs"));
}

#[test]
fn a_known_column_is_called_by_its_name() {
    let site = Site::small()
        .with("content/plans/a/tables/drift.toml", "title = \"Drift\"\nsign = \"cost\"\n[columns]\nactual = {}\n")
        .with(
            "content/plans/a/updates/2020-06-30/drift.csv",
            "row;label;kind;formula;actual\nb;Veje;;;20\nc;Parker;;;30\nd;B i alt;subtotal;b + c;55\n",
        );
    let found = site.build().built.findings.into_iter().find(|found| found.code == "stated-differs");
    let message = found.expect("a false subtotal").message;
    assert!(message.starts_with("B i alt / Forbrug: "), "{message}");
}
