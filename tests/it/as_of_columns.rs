//! Columns of a table with small counts that say as of when they are: they are shown, for they are no rates.

use crate::support::Site;

/// Returns the text of a plan's page whose table has a column so called beside small counts.
fn page(title: &str) -> String {
    let site = Site::small()
        .with(
            "content/plans/a/tables/t.toml",
            format!(
                "title = \"Drift\"\nunit = \"1.000 kr.\"\nsign = \"cost\"\n[columns]\nactual = {{ title = \"{title}\" }}\n\
                 elever = {{ title = \"Berørte børn\", unit = \"børn\", sign = \"none\", suppress_below = 4 }}\n"
            ),
        )
        .with(
            "content/plans/a/updates/2020-06-30/t.csv",
            "row;label;actual;elever\na;Skoler;5131;12\nb;Dagtilbud;9171;2\nc;Klubber;7151;4\n",
        );
    let outcome = site.build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    outcome.html("planer/a/index.html").text().replace('\u{a0}', " ")
}

#[test]
fn as_of_when_something_was_spent_is_no_rate() {
    for title in ["Forbrug pr. 30/9", "Forbrug pr. 30. september", "Forbrug pr. ultimo september", "Per 30 september"] {
        let page = page(title);
        assert!(["5.131", "9.171", "7.151"].iter().all(|number| page.contains(number)), "{title}: {page}");
        assert!(page.contains("Antal under 4 (men ikke 0) vises ikke"), "{page}");
    }
    for title in ["Udgift pr. barn", "Udgift pr. 1.000 børn", "Udgift per 1000"] {
        let page = page(title);
        assert!(!["5.131", "9.171", "7.151"].iter().any(|number| page.contains(number)), "{title}: {page}");
        assert!(page.contains("Hvor der står »vises ikke«"), "{page}");
    }
}
